use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{Graph, Unresolved, Why, node::NodeKind},
    message::Message,
};

use std::collections::BTreeSet;

use crate::{
    group::{self, Columns},
    rule::{Rule, declare_rule},
    suggest::{self, Suggester},
};

declare_rule! {
    /// A concept that its scheme does not have.
    ///
    /// ## What it checks
    /// Categories, policy areas, kinds of initiative and whatever else is chosen from a concept scheme.
    ///
    /// ## Why it matters
    /// Eligibility for seats, and whether every policy area is represented, are decided by concepts. One that is not defined counts for
    /// nothing.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [municipality] }
    /// bodies:
    ///   board:
    ///     seats:
    ///       towns: { eligible: { category: municipality } }
    ///       firms: { eligible: { category: company } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [municipality, company] }
    /// bodies:
    ///   board:
    ///     seats:
    ///       towns: { eligible: { category: municipality } }
    ///       firms: { eligible: { category: company } }
    /// ```
    ///
    /// ## How to fix
    /// Choose a concept of the scheme, or add it under `schemes`.
    pub struct UnknownConcept = "S105" "unknown-concept" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for UnknownConcept {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let mut suggester = Suggester::new(graph);
        let mut missing_schemes: BTreeSet<&str> = BTreeSet::new();
        let concepts = [NodeKind::Concept].as_slice();
        let unknown =
            |unresolved: &Unresolved| unresolved.why == Why::Dangling && unresolved.kinds.as_slice() == concepts;
        let groups = group::by_missing_id(graph, unknown);
        let (columns, groups) = Columns::new(graph, &groups).split(graph, groups);
        columns.into_iter().for_each(|finding| sink.push(finding));
        for all in groups {
            let Some(&first) = all.first() else { continue };
            let scheme = first.scheme;
            if let Some(scheme) = scheme.filter(|scheme| graph.scheme(scheme).is_none()) {
                // All references into a scheme that is not there are one fault.
                if missing_schemes.insert(scheme) {
                    sink.push(missing_scheme(graph, scheme, first));
                }
                continue;
            }
            let id = graph.text(first.name.symbol);
            let (message, help) = match scheme {
                Some(scheme) => (
                    Message::new("unknown-concept-in").with("id", id).with("scheme", scheme),
                    Message::new("unknown-concept-help").with("scheme", scheme),
                ),
                None => (Message::new("unknown-concept").with("id", id), Message::new("unknown-concept-help-anywhere")),
            };
            let Some(mut finding) = group::finding(&all, message) else { continue };
            finding.label = group::label(graph, &all).filter(|_| all.iter().any(|unresolved| unresolved.called));
            let meant = suggester.suggest(first);
            let finding = finding.help(meant.question().unwrap_or(help));
            sink.push(match meant.only().filter(|_| all.len() == 1) {
                Some(word) => finding.replace(first.name.span, word),
                None => finding,
            });
        }
    }
}

/// Nothing of a scheme is defined: it is called something else, or was forgotten.
fn missing_scheme(graph: &Graph, scheme: &'static str, unresolved: &Unresolved) -> Finding {
    let message = Message::new("unknown-scheme").with("scheme", scheme).with("id", graph.text(unresolved.name.symbol));
    match suggest::scheme_meant_as(graph, scheme) {
        // Where the scheme stands under another name is the place to mend, whichever reference was met first.
        Some(meant) => {
            let message = Message::new("misnamed-scheme").with("scheme", scheme).with("found", graph.name(meant));
            let help = Message::new("did-you-mean").with("word", scheme);
            Finding::about(meant, graph.span(meant), message).help(help).replace(graph.span(meant), scheme)
        }
        None => Finding::about(unresolved.from, unresolved.name.span, message)
            .help(Message::new("unknown-scheme-help").with("scheme", scheme)),
    }
}
