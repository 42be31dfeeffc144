use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::Why,
    message::{Arg, Message},
};

use crate::{
    rule::{Rule, declare_rule},
    suggest::{self, Suggester},
};

declare_rule! {
    /// A reference to something of a kind that it cannot lead to.
    ///
    /// ## What it checks
    /// Both ends of every relation, against the table of relations: an initiative contributes to an objective, a member fills a seat, a
    /// decision is taken by an actor or a body.
    ///
    /// ## Why it matters
    /// An initiative that "contributes to" a strength says nothing about which goal it serves.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// strengths: { robots: { label: Robots } }
    /// initiatives:
    ///   campaign: { label: A campaign, contributes-to: robots }
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// strengths: { robots: { label: Robots } }
    /// initiatives:
    ///   campaign: { label: A campaign, builds-on: robots }
    /// ```
    ///
    /// ## How to fix
    /// Refer to something of the kind that the message names, or use the key that leads to what you refer to.
    pub struct WrongKind = "S104" "wrong-kind" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for WrongKind {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let mut suggester = Suggester::new(graph);
        for unresolved in graph.unresolved() {
            let Why::WrongKind(found) = unresolved.why else { continue };
            let kinds = unresolved.kinds.as_slice().to_vec();
            let message = Message::new("wrong-kind")
                .with("id", graph.text(unresolved.name.symbol))
                .with("found", graph.kind(found))
                .with("kinds", Arg::Kinds(kinds.clone()));
            let label = Message::new("reference-label")
                .with("kind", graph.kind(unresolved.from))
                .with("from", graph.name(unresolved.from))
                .with("edge", unresolved.edge);
            let finding = Finding::about(unresolved.from, unresolved.name.span, message)
                .label(label)
                .related(graph.span(found), Message::new("wrong-kind-found").with("kind", graph.kind(found)));
            sink.push(suggest::or_else(
                finding,
                suggester.suggest(unresolved),
                Message::new("wrong-kind-help").with("kinds", Arg::Kinds(kinds)),
            ));
        }
    }
}
