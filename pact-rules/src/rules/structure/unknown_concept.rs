use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{Graph, Unresolved, Why, node::NodeKind},
    message::{Arg, Message},
};

use std::collections::BTreeSet;

use crate::{
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

impl Rule for UnknownConcept {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let mut suggester = Suggester::new(graph);
        let mut missing_schemes: BTreeSet<&str> = BTreeSet::new();
        let mut all: Vec<&Unresolved> = graph.unresolved().iter().collect();
        // Which reference stands for all into a missing scheme must not depend on the order of entries.
        all.sort_by_cached_key(|unresolved| (graph.key(unresolved.from), graph.text(unresolved.name.symbol)));
        for unresolved in all {
            let kinds = unresolved.edge.targets(graph.kind(unresolved.from));
            if unresolved.why != Why::Dangling || kinds != [NodeKind::Concept].as_slice() {
                continue;
            }
            if let Some(scheme) = unresolved.edge.info().scheme.filter(|scheme| graph.scheme(scheme).is_none()) {
                // All references into a scheme that is not there are one fault.
                if missing_schemes.insert(scheme) {
                    sink.push(missing_scheme(graph, scheme, unresolved));
                }
                continue;
            }
            let id = graph.text(unresolved.name.symbol);
            let message = match unresolved.edge.info().scheme {
                Some(scheme) => Message::new("unknown-concept-in").with("id", id).with("scheme", scheme),
                None => Message::new("unknown-concept").with("id", id),
            };
            let finding = Finding::about(unresolved.from, unresolved.name.span, message);
            sink.push(match suggester.suggest(unresolved) {
                Some(meant) => {
                    finding.help(Message::new("did-you-mean").with("word", meant)).replace(unresolved.name.span, meant)
                }
                None => {
                    let scheme = unresolved.edge.info().scheme.unwrap_or("…");
                    finding.help(Message::new("unknown-concept-help").with("scheme", Arg::Text(scheme.to_owned())))
                }
            });
        }
    }
}
