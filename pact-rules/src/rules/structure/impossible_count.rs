use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::node::{Body, Seat},
    message::Message,
};

use crate::{
    rule::{Rule, declare_rule},
    values,
};

declare_rule! {
    /// A number of members that no list could have.
    ///
    /// ## What it checks
    /// That the size of a body has its lower bound not above its upper one, that `exactly` does not stand beside another bound that it
    /// breaks, and that a seat has at least one place.
    ///
    /// ## Why it matters
    /// No member list could meet it, so that every proposal would fail for a slip in the terms.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { size: { at-least: 9, at-most: 7 } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { size: { at-least: 7, at-most: 9 } }
    /// ```
    ///
    /// ## How to fix
    /// Look the numbers up in the source.
    pub struct ImpossibleCount = "S118" "impossible-count" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for ImpossibleCount {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for (id, body) in graph.all::<Body>() {
            let Some(size) = &body.size else { continue };
            if let (Some(least), Some(most)) = (size.at_least, size.at_most)
                && least > most
            {
                let message =
                    Message::new("impossible-size").with("id", graph.name(id)).with("least", least).with("most", most);
                sink.push(Finding::about(id, size.meta.span, message).help(Message::new("impossible-count-help")));
            }
        }
        let closed = graph.all::<Seat>().filter(|(_, seat)| seat.places == 0);
        let found =
            closed.map(|(id, _)| (id.node(), Message::new("impossible-places").with("id", graph.name(id)))).collect();
        values::report(context, sink, "places", "impossible-count-help", found);
    }
}
