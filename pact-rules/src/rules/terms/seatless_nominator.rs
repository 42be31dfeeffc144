use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, NodeKind, Seat},
    },
    message::{Message, Thing},
};
use rustc_hash::FxHashSet;

use crate::{
    rule::{Rule, declare_rule},
    seats,
};

declare_rule! {
    /// Somebody from whom members are to be appointed, and no seat is open to them.
    ///
    /// ## What it checks
    /// The `nominators` of bodies that the terms set up, against the seats of the body. A category has a seat when one is open to it, to a narrower or a broader one, to
    /// an actor in it, or to anybody, or when it nominates for one; an actor, when one is open to it, to a
    /// category of it or to a part of it, or when it nominates for one. Seats that do not count (`counts`) are left out.
    ///
    /// ## Why it matters
    /// The terms say that members come from a group, and the list of seats has no place for them. Whoever appoints can follow one or the other.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [municipality, company] }
    /// bodies:
    ///   board:
    ///     nominators: { category: [municipality, company], clause: A }
    ///     seats: { towns: { eligible: { category: municipality } } }
    /// clauses:
    ///   A: { force: constitutive, text: Municipalities and companies appoint the members. }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [municipality, company] }
    /// bodies:
    ///   board:
    ///     nominators: { category: [municipality, company], clause: A }
    ///     seats: { towns: { eligible: { category: municipality } }, firms: { eligible: { category: company } } }
    /// clauses:
    ///   A: { force: constitutive, text: Municipalities and companies appoint the members. }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [municipality, company] }
    /// bodies:
    ///   board:
    ///     nominators: { category: [municipality, company], clause: A }
    ///     seats: { towns: { eligible: { category: municipality }, nominated-by: { jointly: { category: company } } } }
    /// clauses:
    ///   A: { force: constitutive, text: Municipalities and companies appoint the members. }
    /// ```
    ///
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [municipality, company] }
    /// bodies:
    ///   board:
    ///     nominators: { category: [municipality, company], clause: A }
    ///     seats: { towns: { eligible: { category: municipality } }, firms: { eligible: { category: company }, counts: false } }
    /// clauses:
    ///   A: { force: constitutive, text: Municipalities and companies appoint the members. Companies also listen. }
    /// ```
    ///
    /// ## How to fix
    /// Look the list of seats up in the source. If a seat is meant for them, open it to them; if the source has none, ask whoever issued it.
    pub struct SeatlessNominator = "T103" "seatless-nominator" in "terms", Warning, Finding, since "0.2.0";
}

impl Rule for SeatlessNominator {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        if [NodeKind::Concept, NodeKind::Actor].iter().any(|&kind| graph.incomplete().contains(kind)) {
            return;
        }
        for (body, _, seats) in seats::of_terms(graph) {
            if seats.iter().any(|&seat| seats::is_doubtful(graph, seat)) {
                continue;
            }
            // Whoever sits where nobody counts is no member.
            let counts = |seat: &NodeId| graph.downcast::<Seat>(*seat).is_some_and(|id| graph.get(id).counts);
            let seats: Vec<NodeId> = seats.into_iter().filter(counts).collect();
            let open = Open::new(graph, &seats);
            for edge in [EdgeKind::NominatorCategory, EdgeKind::NominatorActor] {
                for nominator in graph.outgoing(body, edge) {
                    if open.is_to(graph, edge, nominator.node) {
                        continue;
                    }
                    let message = Message::new("seatless-nominator")
                        .with("nominator", Thing::of(graph, nominator.node))
                        .with("body", Thing::of(graph, body.node()));
                    let mut finding = Finding::about(nominator.node, nominator.span, message)
                        .related(graph.span(body), Message::new("seatless-nominator-body"))
                        .help(Message::new("seatless-nominator-help"));
                    if let Some(clause) = graph.outgoing(body, EdgeKind::NominatorClause).first() {
                        finding = finding.citing(clause.node);
                    }
                    sink.push(finding);
                }
            }
        }
    }
}

/// To whom the seats of a body are open between them. What cannot be made out counts as open.
struct Open {
    /// A seat is open to anybody.
    to_all: bool,
    /// The categories that are named.
    categories: FxHashSet<NodeId>,
    /// These, those of the actors that are named, and every broader one.
    wider: FxHashSet<NodeId>,
    /// The actors that are named, those that nominate for a seat, and the larger ones that they are part of.
    actors: FxHashSet<NodeId>,
}

impl Open {
    /// O(what seats are open to, and what is above it).
    fn new(graph: &Graph, seats: &[NodeId]) -> Self {
        let ends = |node: NodeId, edge| graph.outgoing(node, edge).iter().map(|end| end.node);
        let all = |edge| seats.iter().flat_map(move |&seat| ends(seat, edge));
        let actors: Vec<NodeId> = all(EdgeKind::EligibleActor).collect();
        // Whoever nominates for a seat has one in that sense, too.
        let categories: FxHashSet<NodeId> =
            all(EdgeKind::EligibleCategory).chain(all(EdgeKind::NominatorCategory)).collect();
        let nominating = all(EdgeKind::NominatedBy).chain(all(EdgeKind::Fallback));
        let of_actors = actors.iter().flat_map(|&actor| ends(actor, EdgeKind::Category));
        let to_anybody = |&seat: &NodeId| {
            let named = [EdgeKind::EligibleActor, EdgeKind::EligibleCategory];
            named.iter().all(|&edge| graph.outgoing(seat, edge).is_empty())
        };
        let unclear = actors.iter().any(|&actor| graph.is_broken(actor, EdgeKind::Category))
            || categories.iter().any(|&category| graph.is_broken(category, EdgeKind::Broader));
        Self {
            to_all: unclear || seats.iter().any(to_anybody),
            wider: seats::above(graph, categories.iter().copied().chain(of_actors), EdgeKind::Broader),
            actors: seats::above(graph, actors.iter().copied().chain(nominating), EdgeKind::PartOf),
            categories,
        }
    }

    /// Whether a category or an actor has a seat. O(categories above it).
    fn is_to(&self, graph: &Graph, edge: EdgeKind, nominator: NodeId) -> bool {
        let own = match edge {
            EdgeKind::NominatorActor => {
                graph.outgoing(nominator, EdgeKind::Category).iter().map(|end| end.node).collect()
            }
            _ => vec![nominator],
        };
        self.to_all
            || self.wider.contains(&nominator)
            || self.actors.contains(&nominator)
            || (edge == EdgeKind::NominatorActor && graph.is_broken(nominator, EdgeKind::Category))
            || seats::above(graph, own, EdgeKind::Broader).iter().any(|category| self.categories.contains(category))
    }
}
