use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, NodeKind, Seat},
    },
    message::{Arg, Message, Thing},
    prove::is_nominated,
};

use crate::{
    rule::{Rule, declare_rule},
    seats,
};

declare_rule! {
    /// A seat that is open to others than those from whom the members are to be appointed.
    ///
    /// ## What it checks
    /// Bodies that the terms set up with `nominators`: that every category and every actor to which a seat is open is among them. Seats that say themselves who
    /// nominates or appoints, seats that are open to anybody, and those of whoever is invited, is taken in by the body or does not count are left out.
    ///
    /// ## Why it matters
    /// Nobody is asked to appoint whoever is to sit there. Until the source is read again, the seat rests on the list alone, and its nomination cannot be judged.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [municipality, company] }
    /// bodies:
    ///   board:
    ///     nominators: { category: municipality, clause: A }
    ///     seats: { towns: { eligible: { category: municipality } }, firms: { eligible: { category: company } } }
    /// clauses:
    ///   A: { force: constitutive, text: Municipalities appoint the members. }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [municipality, company] }
    /// actors: { trade-association: {} }
    /// bodies:
    ///   board:
    ///     nominators: { category: municipality, clause: A }
    ///     seats:
    ///       towns: { eligible: { category: municipality } }
    ///       firms: { eligible: { category: company }, nominated-by: trade-association }
    ///       foundries: { eligible: { category: company }, nominated-by: { each: { category: company } } }
    ///       expert: { eligible: { category: company }, co-opted: true }
    ///       guest: { eligible: { category: company }, counts: false }
    /// clauses:
    ///   A: { force: constitutive, text: Municipalities appoint the members. }
    /// ```
    ///
    /// ## How to fix
    /// If the source says elsewhere who appoints, name them under `nominated-by` of the seat, or add them to the `nominators`. If it does not, ask whoever issued it.
    pub struct UnnominatedSeat = "T104" "unnominated-seat" in "terms", Warning, Finding, since "0.2.0";
}

/// More seats than this are named, but not shown.
const SHOWN: usize = 6;

impl Rule for UnnominatedSeat {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        if [NodeKind::Concept, NodeKind::Actor].iter().any(|&kind| graph.incomplete().contains(kind)) {
            return;
        }
        for (id, data, seats) in seats::of_terms(graph) {
            let body = id.node();
            let broken =
                [EdgeKind::NominatorCategory, EdgeKind::NominatorActor].iter().any(|&edge| graph.is_broken(body, edge));
            if !data.nominated || broken {
                continue;
            }
            let unnominated: Vec<NodeId> =
                seats.into_iter().filter(|&seat| is_certain(graph, seat) && !is_nominated(graph, seat, body)).collect();
            if unnominated.is_empty() {
                continue;
            }
            let places = unnominated.iter().filter_map(|&seat| graph.downcast::<Seat>(seat));
            let places: u32 = places.map(|seat| graph.get(seat).places).fold(0, u32::saturating_add);
            let things = unnominated.iter().map(|&seat| Thing::of(graph, seat)).collect();
            let message = Message::new("unnominated-seat")
                .with("seats", Arg::Things(things))
                .with("count", unnominated.len())
                .with("places", places)
                .with("body", Thing::of(graph, body));
            let clause = graph.outgoing(body, EdgeKind::NominatorClause).first();
            let span = clause.map_or_else(|| graph.span(body), |clause| clause.span);
            let mut finding = Finding::about(body, span, message).help(Message::new("unnominated-seat-help"));
            for &seat in unnominated.iter().take(SHOWN) {
                finding = finding.related(graph.span(seat), Message::new("unnominated-seat-seat"));
            }
            sink.push(match clause {
                Some(clause) => finding.citing(clause.node),
                None => finding,
            });
        }
    }
}

/// Whether it is known who may fill a seat, that somebody has to nominate for it, and that it does not say itself who does.
fn is_certain(graph: &Graph, seat: NodeId) -> bool {
    const OWN: [EdgeKind; 3] = [EdgeKind::NominatedBy, EdgeKind::NominatorCategory, EdgeKind::AppointedBy];
    let data = graph.downcast::<Seat>(seat).map(|id| graph.get(id));
    // Whoever is taken in, is invited or only listens is not appointed as the members are.
    if data.is_none_or(|seat| seat.co_opted || seat.invited || !seat.counts) {
        return false;
    }
    let may = [(EdgeKind::EligibleActor, EdgeKind::Category), (EdgeKind::EligibleCategory, EdgeKind::Broader)];
    let clear = may
        .iter()
        .all(|&(edge, above)| graph.outgoing(seat, edge).iter().all(|holder| !graph.is_broken(holder.node, above)));
    clear && !seats::is_doubtful(graph, seat) && !OWN.iter().any(|&edge| graph.says(seat, edge))
}
