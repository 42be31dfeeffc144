use pact_core::{
    check::{Context, Sink},
    graph::{Why, edge::EdgeKind},
    message::{Arg, Message},
};

use crate::{
    group,
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A reference that several things answer to.
    ///
    /// ## What it checks
    /// That a bare id, where the document itself does not define it, means one thing in the other documents; and that an id which may lead to
    /// an actor or to a body does not name both. In a register a label may stand for the id: that only one thing is called so.
    ///
    /// ## Why it matters
    /// Which of them is meant would depend on chance. pact makes no edge then.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: regional
    /// title: Regional pact
    /// level: national
    /// status: planned
    /// objectives: { more: { label: More here, supports: growth } }
    /// # --- a.yaml
    /// pact: 1
    /// id: danmark
    /// title: Denmark
    /// level: national
    /// status: planned
    /// objectives: { growth: { label: Growth } }
    /// # --- b.yaml
    /// pact: 1
    /// id: sverige
    /// title: Sweden
    /// level: national
    /// status: planned
    /// objectives: { growth: { label: Growth } }
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: regional
    /// title: Regional pact
    /// level: national
    /// status: planned
    /// objectives: { more: { label: More here, supports: danmark/growth } }
    /// # --- a.yaml
    /// pact: 1
    /// id: danmark
    /// title: Denmark
    /// level: national
    /// status: planned
    /// objectives: { growth: { label: Growth } }
    /// # --- b.yaml
    /// pact: 1
    /// id: sverige
    /// title: Sweden
    /// level: national
    /// status: planned
    /// objectives: { growth: { label: Growth } }
    /// ```
    ///
    /// ## How to fix
    /// Write the document before the id: `danmark/growth`. For a concept write its scheme, for a seat its body. Where several things have the same label, write the
    /// id of the one that is meant.
    pub struct AmbiguousReference = "S103" "ambiguous-reference" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for AmbiguousReference {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for all in group::by_name(graph, |unresolved| matches!(unresolved.why, Why::Ambiguous(_))) {
            let Some(&unresolved) = all.first() else { continue };
            let Why::Ambiguous(candidates) = &unresolved.why else { continue };
            let name = graph.text(unresolved.name.symbol);
            let paths: Vec<String> = candidates.iter().map(|&node| graph.path(node)).collect();
            let same_path = paths.windows(2).any(|pair| pair.first() == pair.last());
            let by_label = !candidates.iter().any(|&node| name.ends_with(graph.name(node)));
            let help = if same_path {
                Message::new("ambiguous-reference-help-rename")
            } else if by_label {
                Message::new("ambiguous-name-help").with("paths", Arg::OneOf(paths))
            } else {
                Message::new("ambiguous-reference-help").with("paths", Arg::OneOf(paths))
            };
            // Who members are is personal data, and is not repeated.
            let message = if by_label && unresolved.edge == EdgeKind::StandsInFor {
                Message::new("ambiguous-person")
            } else {
                Message::new("ambiguous-reference").with("id", name)
            };
            let Some(mut finding) = group::finding(&all, message) else { continue };
            finding.label = group::label(graph, &all).filter(|_| unresolved.called);
            finding = finding.help(help);
            for &candidate in candidates {
                let label = Message::new("ambiguous-reference-candidate").with("kind", graph.kind(candidate));
                finding = finding.related(graph.span(candidate), label);
            }
            sink.push(finding);
        }
    }
}
