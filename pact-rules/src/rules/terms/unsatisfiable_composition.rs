use pact_core::{
    check::{Context, Sink},
    document::{body::NominationMode, requirement::Bounds, terms::Force},
    finding::Finding,
    graph::{
        Graph,
        composition::{Law, OfWhich},
        edge::EdgeKind,
        node::{Body, NodeId, NodeKind, Seat},
    },
    ledger,
    message::{Arg, Message, Thing},
    prove::satisfiable::{Satisfiability, clause_of, satisfiable},
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
    /// be, satisfies every quota, has as many as a quorum takes, and alternates only for those who may have one. If there is none, the finding names a smallest set
    /// of parts that contradict each other; taking any one of them away resolves that contradiction.
    ///
    /// The force of the clauses sets the level: an error where all of them must be followed, a warning where one of them only should be, and so gives way.
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
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     size: { exactly: 10, clause: A }
    ///     quorum: { at-least: 11, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: The board has ten members. }
    ///   B: { force: must, text: Decisions take eleven members. }
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
    let mut clauses: Vec<NodeId> = parts.iter().filter_map(|&part| clause_of(graph, part)).collect();
    // What no clause gives has no force; of clauses the one that gives way decides.
    let unclaimed = parts.iter().any(|&part| clause_of(graph, part).is_none());
    let force = |clause: &NodeId| ledger::force(graph, *clause);
    let gives_way = clauses.iter().copied().find(|clause| force(clause) == Some(Force::Should));
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
    match gives_way.or(clauses.first().copied()) {
        Some(clause) if unclaimed => finding.citing(clause),
        Some(clause) => finding.citing(clause).weighing(force(&clause)),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use pact_core::{document::workspace::FailOn, finding::Level, load::Input, report::Options};

    /// The levels at which five members are told to contradict six women.
    fn levels(size: &str, women: &str, fail_on: FailOn) -> Vec<Level> {
        let mut input = Input::new();
        let clause = |clause: &str| if clause.is_empty() { String::new() } else { format!(", clause: {clause}") };
        input.add(
            "t.yaml",
            format!(
                "terms: 1\nid: t\ntitle: T\nschemes: {{ gender: [woman, man] }}\nbodies: {{ b: {{ size: {{ exactly: 5{} }}, quotas: {{ w: {{ count: {{ gender: woman }}, at-least: 6{} }} }} }} }}\n\
                 clauses: {{ C: {{ force: constitutive, text: C. }}, M: {{ force: must, text: M. }}, S: {{ force: should, text: S. }}, P: {{ force: may, text: P. }} }}\n",
                clause(size), clause(women),
            ),
        );
        let report = crate::check(input, &Options { fail_on, ..Options::default() });
        assert!(report.model.faults().is_empty(), "{:?}", report.model.faults());
        let own = report.findings.iter().filter(|found| report.rules[found.rule].code == "T110");
        own.map(|found| found.level).collect()
    }

    #[test]
    fn the_force_of_the_clauses_sets_the_level() {
        let must = FailOn::Must;
        assert_eq!(levels("C", "M", must), [Level::Error]);
        assert_eq!(levels("C", "S", must), [Level::Warning], "what only should be so gives way");
        assert_eq!(levels("C", "S", FailOn::Should), [Level::Error]);
        assert_eq!(levels("C", "", must), [Level::Warning], "of what no clause gives the rule's own level counts");
        assert!(levels("C", "P", must).is_empty(), "what is only permitted stands in nobody's way");
    }
}
