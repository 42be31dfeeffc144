use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{Why, node::NodeKind},
    message::{Arg, Message},
};

use crate::{
    rule::{Rule, declare_rule},
    suggest::Suggester,
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
        for unresolved in graph.unresolved() {
            let kinds = unresolved.edge.targets(graph.kind(unresolved.from));
            if unresolved.why != Why::Dangling || kinds != [NodeKind::Concept].as_slice() {
                continue;
            }
            let id = graph.text(unresolved.name.symbol);
            let message = match unresolved.edge.info().scheme {
                Some(scheme) => Message::new("unknown-concept-in").with("id", id).with("scheme", scheme),
                None => Message::new("unknown-concept").with("id", id),
            };
            let finding = Finding::about(unresolved.from, unresolved.name.span, message);
            sink.push(match suggester.suggest(unresolved) {
                Some(meant) => finding.help(Message::new("did-you-mean").with("word", meant)).replace(unresolved.name.span, meant),
                None => {
                    let scheme = unresolved.edge.info().scheme.unwrap_or("…");
                    finding.help(Message::new("unknown-concept-help").with("scheme", Arg::Text(scheme.to_owned())))
                }
            });
        }
    }
}
