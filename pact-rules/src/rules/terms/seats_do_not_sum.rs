use pact_core::{
    check::{Context, Sink},
    document::{requirement::Bounds, terms::Force},
    finding::Finding,
    graph::edge::EdgeKind,
    ledger,
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
    /// Bodies that the terms set up with a size and with seats: the places of the seats added up, against the size. Seats that do not count (`counts`) are left out;
    /// those that may stay empty (`optional`) and those that are there only at times (`when`, `from`, `to`) are added up with and without.
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
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     size: { at-least: 4, at-most: 5, clause: A }
    ///     seats: { towns: { places: 3 }, union: {}, expert: { places: 2, optional: true }, ministry: { places: 4, counts: false, votes: 0 } }
    /// clauses:
    ///   A: { force: constitutive, text: The board has four or five members. The ministry listens. }
    /// ```
    ///
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     size: { exactly: 4, clause: A }
    ///     seats: { towns: { places: 3 }, ministry: { counts: false, votes: 0 } }
    /// clauses:
    ///   A: { force: constitutive, text: The board has four members. The ministry listens. }
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
            // A size that nothing meets, and a seat without a place, are findings already.
            let Some((least, most)) = seats::places(graph, &seats).filter(|_| !bounds.is_empty()) else { continue };
            let too_few = most < bounds.at_least as usize;
            let too_many = bounds.at_most.is_some_and(|at_most| least > at_most as usize);
            if !too_few && !too_many {
                continue;
            }
            let message = Message::new("seats-do-not-sum")
                .with("body", Thing::of(graph, id.node()))
                .with("places", if too_few { most } else { least });
            let mut finding = Finding::about(id, size.meta.span, words::bounded(message, bounds))
                .help(Message::new("seats-do-not-sum-help"));
            if let Some(clause) = graph.outgoing(id, EdgeKind::SizeClause).first() {
                finding = finding.citing(clause.node);
                // Where each of them has to be followed no list of members can follow all; what only should be so gives way.
                let counted = seats.iter().map(|&seat| graph.outgoing(seat, EdgeKind::UnderClause).first());
                let forces = counted.chain([Some(clause)]).map(|clause| ledger::force(graph, clause?.node));
                if let Some(forces) = forces.collect::<Option<Vec<Force>>>() {
                    let gives_way = forces.iter().copied().find(|force| *force == Force::Should);
                    finding = finding.weighing(gives_way.or(forces.last().copied()));
                }
            }
            sink.push(finding);
        }
    }
}
