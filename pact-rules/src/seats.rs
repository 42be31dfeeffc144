//! Seats of the bodies that terms set up, and to whom they are open.

use pact_core::graph::{
    Graph,
    edge::EdgeKind,
    node::{Body, Id, NodeId, NodeKind, Seat},
};
use rustc_hash::FxHashSet;

/// The bodies that terms set up, each with its seats, where all of it could be read: nothing may be concluded from a seat that is not there otherwise.
pub(crate) fn of_terms(graph: &Graph) -> impl Iterator<Item = (Id<Body>, &Body, Vec<NodeId>)> {
    let whole = !graph.incomplete().contains(NodeKind::Seat);
    let set_up = graph.all::<Body>().filter(move |(id, _)| {
        let head = graph.head(*id);
        whole && !head.damaged && !head.repeated && graph.kind(head.document) == NodeKind::Terms
    });
    set_up.filter_map(|(id, body)| {
        let seats: Vec<NodeId> = graph.incoming(id, EdgeKind::SeatOf).iter().map(|seat| seat.node).collect();
        let lost = seats.iter().any(|&seat| graph.head(seat).damaged || graph.head(seat).repeated);
        (!lost && !seats.is_empty()).then_some((id, body, seats))
    })
}

/// Whether a seat says to whom it is open by references that lead nowhere: then that is the fault.
pub(crate) fn is_doubtful(graph: &Graph, seat: NodeId) -> bool {
    const OPEN: [EdgeKind; 5] = [
        EdgeKind::EligibleCategory,
        EdgeKind::EligibleActor,
        EdgeKind::NominatedBy,
        EdgeKind::NominatorCategory,
        EdgeKind::Fallback,
    ];
    OPEN.iter().any(|&edge| graph.is_broken(seat, edge))
}

/// Nodes and whatever they lead to along `edge`, however far. O(nodes and edges on the way).
pub(crate) fn above(graph: &Graph, nodes: impl IntoIterator<Item = NodeId>, edge: EdgeKind) -> FxHashSet<NodeId> {
    let mut open: Vec<NodeId> = nodes.into_iter().collect();
    let mut above: FxHashSet<NodeId> = FxHashSet::default();
    while let Some(here) = open.pop() {
        if above.insert(here) {
            open.extend(graph.outgoing(here, edge).iter().map(|next| next.node));
        }
    }
    above
}

/// How many places seats have together that count among the members: those that are there and filled whenever the body has all its members, and all. Nothing
/// where one has no place, which is a finding already. O(seats).
pub(crate) fn places(graph: &Graph, seats: &[NodeId]) -> Option<(usize, usize)> {
    let (mut least, mut most) = (0, 0);
    for (id, seat) in seats.iter().filter_map(|&seat| graph.downcast::<Seat>(seat)).map(|id| (id, graph.get(id))) {
        if seat.places == 0 {
            return None;
        }
        let conditional = graph.seat_law(id).is_some_and(|law| !law.when.is_empty());
        let always = !seat.optional && !conditional && seat.from.is_none() && seat.to.is_none();
        if seat.counts {
            most += seat.places as usize;
            least += if always { seat.places as usize } else { 0 };
        }
    }
    Some((least, most))
}
