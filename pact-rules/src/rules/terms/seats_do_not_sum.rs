use pact_core::{
    check::{Context, Sink},
    document::requirement::Bounds,
    finding::Finding,
    graph::{edge::EdgeKind, node::Seat},
    message::{Message, Thing},
};

use crate::{
    rule::{Rule, declare_rule},
    seats, words,
};

declare_rule! {
    /// A body whose seats have more or fewer places together than it is to have members.
    ///
    /// ## What it checks
    /// Bodies that the terms set up with a size and with seats: the places of the seats added up, against the size. Seats in which nobody counts among the
    /// members are left out. Places that may stay empty, and seats that are not always there, can make up a difference.
    ///
    /// ## Why it matters
    /// The number and the list come from different sentences of the source. If they disagree, no list of members can follow both, and every proposal fails
    /// for it.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     size: { exactly: 4, clause: A }
    ///     seats: { towns: { places: 2 }, union: {} }
    /// clauses:
    ///   A: { force: constitutive, text: The board has four members. }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     size: { exactly: 4, clause: A }
    ///     seats: { towns: { places: 3 }, union: {} }
    /// clauses:
    ///   A: { force: constitutive, text: The board has four members. }
    /// ```
    ///
    /// ## How to fix
    /// Count the lines of the source again: a seat is missing, one has the wrong number of places, or the size is wrong. If the source itself disagrees, ask
    /// whoever issued it.
    pub struct SeatsDoNotSum = "T101" "seats-do-not-sum" in "terms", Warning, Finding, since "0.2.0";
}

impl Rule for SeatsDoNotSum {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for (id, body, seats) in seats::of_terms(graph) {
            let Some(size) = &body.size else { continue };
            let bounds = Bounds { at_least: size.at_least.unwrap_or(0), at_most: size.at_most };
            let seats =
                seats.iter().filter_map(|&seat| graph.downcast::<Seat>(seat)).filter(|&id| graph.get(id).counts);
            let (mut sum, mut spare, mut placeless) = (0, 0, false);
            for id in seats {
                let seat = graph.get(id);
                let conditional = graph.seat_law(id).is_some_and(|law| !law.when.is_empty());
                sum += seat.places as usize;
                if seat.optional || conditional || seat.from.is_some() || seat.to.is_some() {
                    spare += seat.places as usize;
                }
                placeless |= seat.places == 0;
            }
            let least = bounds.at_least as usize;
            let reachable = sum >= least && bounds.at_most.is_none_or(|most| sum - spare <= most as usize);
            // A size that nothing meets, and a seat without a place, are findings already.
            if bounds.is_empty() || placeless || reachable {
                continue;
            }
            let message =
                Message::new("seats-do-not-sum").with("body", Thing::of(graph, id.node())).with("places", sum);
            let mut finding = Finding::about(id, size.meta.span, words::bounded(message, bounds))
                .help(Message::new("seats-do-not-sum-help"));
            if let Some(clause) = graph.outgoing(id, EdgeKind::SizeClause).first() {
                finding = finding.citing(clause.node);
            }
            sink.push(finding);
        }
    }
}
