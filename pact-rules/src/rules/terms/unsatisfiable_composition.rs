use pact_core::{
    check::{Context, Sink},
    document::{body::NominationMode, requirement::Bounds},
    finding::Finding,
    graph::{
        Graph,
        composition::{Law, OfWhich},
        edge::EdgeKind,
        node::{Body, NodeId, NodeKind, Seat},
    },
    message::{Arg, Message, Thing},
    prove::satisfiable::{Satisfiability, satisfiable},
};

use crate::{
    rule::{Rule, declare_rule},
    seats,
};

declare_rule! {
    /// Seats, a number of members and quotas that no list of members can satisfy together.
    ///
    /// ## What it checks
    /// Bodies that the terms set up: whether there is any list of members at all that has everybody in a seat that is open to them, as many members as there are to
    /// be, and satisfies every quota. If there is none, the finding names a smallest set of parts that contradict each other; taking any one of them away
    /// resolves that contradiction.
    ///
    /// ## Why it matters
    /// Such terms cannot be followed. Each sentence reads well; that they do not go together shows only when somebody counts, which is usually when the
    /// first proposal fails.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// regions: { here: {}, elsewhere: {} }
    /// actors: { town: { region: here } }
    /// bodies:
    ///   board:
    ///     seats:
    ///       town: { places: 10, eligible: { actor: town }, clause: A }
    ///       others: { places: 9, clause: A }
    ///     quotas:
    ///       guests: { count: { region: elsewhere }, at-least: 60 %, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Ten members are appointed by the town and nine by others. }
    ///   B: { force: must, text: At least 60 % of the members come from elsewhere. }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// regions: { here: {}, elsewhere: {} }
    /// actors: { town: { region: here } }
    /// bodies:
    ///   board:
    ///     seats:
    ///       town: { places: 7, eligible: { actor: town }, clause: A }
    ///       others: { places: 12, clause: A }
    ///     quotas:
    ///       guests: { count: { region: elsewhere }, at-least: 60 %, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Seven members are appointed by the town and twelve by others. }
    ///   B: { force: must, text: At least 60 % of the members come from elsewhere. }
    /// ```
    ///
    /// ## How to fix
    /// Look the parts up in the source. If one of them is written down wrongly, correct it; if the source contradicts itself, ask whoever issued it which of them
    /// gives way.
    pub struct UnsatisfiableComposition = "T110" "unsatisfiable-composition" in "terms", Warning, Finding, since "0.2.0";
}

/// More parts than this are named, but not shown.
const SHOWN: usize = 6;

impl Rule for UnsatisfiableComposition {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for (id, data) in graph.all::<Body>() {
            let body = id.node();
            let of_terms = graph.kind(graph.head(body).document) == NodeKind::Terms && !graph.head(body).repeated;
            // A size that nothing meets is a finding already, as is one that the places do not add up to.
            let size = data.size.as_ref();
            let size = size.map(|size| Bounds { at_least: size.at_least.unwrap_or(0), at_most: size.at_most });
            if !of_terms || size.is_some_and(Bounds::is_empty) {
                continue;
            }
            let Satisfiability::Conflict { parts, .. } = satisfiable(graph, body, context.as_of) else { continue };
            let seats: Vec<NodeId> = graph.incoming(body, EdgeKind::SeatOf).iter().map(|seat| seat.node).collect();
            let Some((least, most)) = seats::places(graph, &seats) else { continue };
            let sums = seats.is_empty()
                || size.is_none_or(|size| {
                    most >= size.at_least as usize && size.at_most.is_none_or(|at_most| least <= at_most as usize)
                });
            if (!sums && parts.contains(&body)) || is_told(graph, &parts) {
                continue;
            }
            sink.push(finding(graph, body, &parts));
        }
    }
}

/// Whether it is one number alone that no list could have, which is a finding of its own.
fn is_told(graph: &Graph, parts: &[NodeId]) -> bool {
    let [part] = *parts else { return false };
    fn exceeds(all: &[OfWhich], places: u64) -> bool {
        all.iter().any(|of| of.bounds.is_contradictory() || of.exceeds(places) || exceeds(&of.of_which, places))
    }
    let of_seat = || {
        let Some(seat) = graph.downcast::<Seat>(part).map(|id| graph.get(id)) else { return false };
        let nominators = graph.outgoing(part, EdgeKind::NominatedBy).len();
        let named = seat.names.unwrap_or(1) as usize * nominators;
        (seat.nomination == NominationMode::Each && named > seat.places as usize)
            || graph.seat_law(part).is_some_and(|law| exceeds(&law.of_which, seat.places.into()))
    };
    matches!(graph.law(part), Some(Law::Quota(quota)) if quota.is_impossible()) || of_seat()
}

fn finding(graph: &Graph, body: NodeId, parts: &[NodeId]) -> Finding {
    let of_kind = |kind| {
        let of_kind = parts.iter().filter(move |&&part| graph.kind(part) == kind);
        of_kind.map(|&part| Thing::of(graph, part)).collect::<Vec<Thing>>()
    };
    let clause = |part: NodeId| {
        let edge = if part == body { EdgeKind::SizeClause } else { EdgeKind::UnderClause };
        graph.outgoing(part, edge).first().map(|clause| clause.node)
    };
    let mut clauses: Vec<NodeId> = parts.iter().filter_map(|&part| clause(part)).collect();
    clauses.sort_unstable_by(|&a, &b| graph.order(a, b));
    clauses.dedup();
    let (seats, provisions) = (of_kind(NodeKind::Seat), of_kind(NodeKind::Provision));
    let message = Message::new("unsatisfiable-composition")
        .with("body", Thing::of(graph, body))
        .with("size", usize::from(parts.contains(&body)))
        .with("number", seats.len())
        .with("seats", Arg::Things(seats))
        .with("count", provisions.len())
        .with("provisions", Arg::Things(provisions))
        .with("cited", clauses.len())
        .with("clauses", Arg::Things(clauses.iter().map(|&clause| Thing::of(graph, clause)).collect()));
    let mut finding =
        Finding::about(body, graph.span(body), message).help(Message::new("unsatisfiable-composition-help"));
    for &part in parts.iter().filter(|&&part| part != body).take(SHOWN) {
        finding = finding.related(graph.span(part), Message::new("unsatisfiable-composition-part"));
    }
    match clauses.first() {
        Some(&clause) => finding.citing(clause),
        None => finding,
    }
}
