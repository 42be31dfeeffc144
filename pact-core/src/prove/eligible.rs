//! Who may fill a seat.

use rustc_hash::FxHashSet;

use crate::graph::{Graph, edge::EdgeKind, node::NodeId};

/// Whether an actor may fill a seat: whoever meets every one of the conditions given, by category (or a narrower one), by name, by region (or a part of one).
/// O(categories and regions above those of the actor).
pub fn is_eligible(graph: &Graph, actor: NodeId, seat: NodeId) -> bool {
    let actors = graph.outgoing(seat, EdgeKind::EligibleActor);
    (actors.is_empty() || graph.between(seat, EdgeKind::EligibleActor, actor).is_some())
        && within(graph, actor, EdgeKind::Category, EdgeKind::Broader, seat, EdgeKind::EligibleCategory)
        && within(graph, actor, EdgeKind::Region, EdgeKind::PartOf, seat, EdgeKind::EligibleRegion)
}

/// Whether an actor belongs to those from whom the members of a body are appointed.
pub(super) fn is_nominator(graph: &Graph, actor: NodeId, body: NodeId) -> bool {
    graph.between(body, EdgeKind::NominatorActor, actor).is_some()
        || in_categories(graph, actor, body, EdgeKind::NominatorCategory)
}

/// Whether somebody is among those whom a seat names as nominators, by name or by category.
pub(super) fn is_nominator_of_seat(graph: &Graph, agent: NodeId, seat: NodeId) -> bool {
    graph.between(seat, EdgeKind::NominatedBy, agent).is_some()
        || in_categories(graph, agent, seat, EdgeKind::NominatorCategory)
}

/// Whether an actor is of one of the categories to which a relation of something else leads; not where it leads to none.
pub(super) fn in_categories(graph: &Graph, actor: NodeId, of: NodeId, edge: EdgeKind) -> bool {
    !graph.outgoing(of, edge).is_empty() && within(graph, actor, EdgeKind::Category, EdgeKind::Broader, of, edge)
}

/// Whether what `own` leads to, or something wider, is among what `asked` leads to; true where that asks for nothing.
fn within(graph: &Graph, node: NodeId, own: EdgeKind, wider: EdgeKind, other: NodeId, asked: EdgeKind) -> bool {
    let asked = graph.outgoing(other, asked);
    if asked.is_empty() {
        return true;
    }
    let mut open: Vec<NodeId> = graph.outgoing(node, own).iter().map(|end| end.node).collect();
    let mut seen: FxHashSet<NodeId> = open.iter().copied().collect();
    while let Some(here) = open.pop() {
        if asked.binary_search_by_key(&here, |end| end.node).is_ok() {
            return true;
        }
        open.extend(graph.outgoing(here, wider).iter().map(|end| end.node).filter(|&end| seen.insert(end)));
    }
    false
}
