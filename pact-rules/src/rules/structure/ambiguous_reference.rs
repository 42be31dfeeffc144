use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::Why,
    message::{Arg, Message},
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A reference that several things answer to.
    ///
    /// ## What it checks
    /// That a bare id, where the document itself does not define it, means one thing in the other documents; and that an id which may lead to
    /// an actor or to a body does not name both.
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
    /// Write the document before the id: `danmark/growth`. For a concept write its scheme, for a seat its body.
    pub struct AmbiguousReference = "S103" "ambiguous-reference" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for AmbiguousReference {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for unresolved in graph.unresolved() {
            let Why::Ambiguous(candidates) = &unresolved.why else { continue };
            let id = graph.text(unresolved.name.symbol);
            let paths: Vec<String> = candidates.iter().map(|&node| graph.path(node)).collect();
            let same_path = paths.windows(2).any(|pair| pair.first() == pair.last());
            let help = if same_path {
                Message::new("ambiguous-reference-help-rename")
            } else {
                Message::new("ambiguous-reference-help").with("paths", Arg::OneOf(paths))
            };
            let mut finding = Finding::about(
                unresolved.from,
                unresolved.name.span,
                Message::new("ambiguous-reference").with("id", id),
            )
            .help(help);
            for &candidate in candidates {
                let label = Message::new("ambiguous-reference-candidate").with("kind", graph.kind(candidate));
                finding = finding.related(graph.span(candidate), label);
            }
            sink.push(finding);
        }
    }
}
