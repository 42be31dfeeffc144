use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
    message::{Message, Thing},
    prove::is_eligible,
};

use crate::{
    rule::{Rule, declare_rule},
    seats,
};

declare_rule! {
    /// Somebody from whom members are to be appointed, and no seat is open to them.
    ///
    /// ## What it checks
    /// The `nominators` of bodies that the terms set up, against the seats of the body. A category has a seat when one is open to it, to a narrower or a broader one, to
    /// an actor in it, or to anybody; an actor, when it may fill a seat itself, nominates for one, or a part of it may fill one.
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
            for edge in [EdgeKind::NominatorCategory, EdgeKind::NominatorActor] {
                for nominator in graph.outgoing(body, edge) {
                    if seats.iter().any(|&seat| is_open(graph, seat, edge, nominator.node)) {
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

/// Whether a seat is open to a category or an actor. What cannot be made out counts as open.
fn is_open(graph: &Graph, seat: NodeId, edge: EdgeKind, nominator: NodeId) -> bool {
    let actors = graph.outgoing(seat, EdgeKind::EligibleActor);
    let categories = graph.outgoing(seat, EdgeKind::EligibleCategory);
    if edge == EdgeKind::NominatorActor {
        return is_eligible(graph, nominator, seat)
            || graph.is_broken(nominator, EdgeKind::Category)
            || graph.is_broken(nominator, EdgeKind::Region)
            || graph.between(seat, EdgeKind::NominatedBy, nominator).is_some()
            || actors.iter().any(|actor| seats::leads_to(graph, actor.node, EdgeKind::PartOf, nominator));
    }
    let is_of = |actor: NodeId| {
        let mut own = graph.outgoing(actor, EdgeKind::Category).iter();
        graph.is_broken(actor, EdgeKind::Category)
            || own.any(|category| seats::leads_to(graph, category.node, EdgeKind::Broader, nominator))
    };
    let is_near = |category: NodeId| {
        graph.is_broken(category, EdgeKind::Broader)
            || seats::leads_to(graph, category, EdgeKind::Broader, nominator)
            || seats::leads_to(graph, nominator, EdgeKind::Broader, category)
    };
    (actors.is_empty() && categories.is_empty())
        || actors.iter().any(|actor| is_of(actor.node))
        || categories.iter().any(|category| is_near(category.node))
}
