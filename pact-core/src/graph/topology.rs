//! The edges, frozen: for each node and kind of edge one contiguous run of neighbours, in both directions.
//!
//! petgraph's own graphs keep a linked list of edges a node; asking a body with 100 000 members for its one `part-of` edge
//! would walk all of them. Here a run is found by binary search. petgraph's algorithms work on [`Relation`], the
//! view of the edges of one kind.

use petgraph::{
    Directed, Direction,
    visit::{
        Data, GraphBase, GraphProp, IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers, NodeCompactIndexable,
        NodeCount, NodeIndexable, VisitMap, Visitable,
    },
};

use super::{edge::EdgeKind, node::NodeId};
use crate::source::Span;

/// An edge before the topology is frozen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    pub(crate) from: NodeId,
    pub(crate) to: NodeId,
    pub(crate) kind: EdgeKind,
    /// Where the reference stands.
    pub(crate) span: Span,
}

/// One end of an edge, as seen from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbor {
    /// The node at the other end.
    pub node: NodeId,
    /// Where the reference that makes the edge stands.
    pub span: Span,
    kind: EdgeKind,
}

#[derive(Clone, Debug, Default)]
struct Side {
    /// For each node where its run begins; one more at the end.
    offsets: Vec<u32>,
    neighbors: Vec<Neighbor>,
}

impl Side {
    /// O(nodes + edges) by counting, then each node's run is sorted by kind and target.
    fn new(nodes: usize, edges: &[Edge], ends: impl Fn(&Edge) -> (NodeId, NodeId)) -> Self {
        let mut offsets = vec![0_u32; nodes + 1];
        for edge in edges {
            if let Some(count) = offsets.get_mut(ends(edge).0.index() + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for offset in &mut offsets {
            sum += *offset;
            *offset = sum;
        }
        let mut next = offsets.clone();
        let blank = Neighbor { node: NodeId(0), span: Span::default(), kind: EdgeKind::PartOf };
        let mut neighbors = vec![blank; edges.len()];
        for edge in edges {
            let (here, there) = ends(edge);
            if let Some(at) = next.get_mut(here.index())
                && let Some(place) = neighbors.get_mut(*at as usize)
            {
                *place = Neighbor { node: there, span: edge.span, kind: edge.kind };
                *at += 1;
            }
        }
        let mut side = Self { offsets, neighbors };
        for node in 0..nodes {
            let (start, end) = side.bounds(node);
            if let Some(run) = side.neighbors.get_mut(start..end) {
                run.sort_unstable_by_key(|neighbor| (neighbor.kind, neighbor.node, neighbor.span));
            }
        }
        side
    }

    fn bounds(&self, node: usize) -> (usize, usize) {
        let at = |index| self.offsets.get(index).copied().unwrap_or(0) as usize;
        (at(node), at(node + 1))
    }

    fn all(&self, node: NodeId) -> &[Neighbor] {
        let (start, end) = self.bounds(node.index());
        self.neighbors.get(start..end).unwrap_or(&[])
    }

    fn of_kind(&self, node: NodeId, kind: EdgeKind) -> &[Neighbor] {
        let all = self.all(node);
        let start = all.partition_point(|neighbor| neighbor.kind < kind);
        let end = all.partition_point(|neighbor| neighbor.kind <= kind);
        all.get(start..end).unwrap_or(&[])
    }
}

/// All edges in both directions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Topology {
    outgoing: Side,
    incoming: Side,
    nodes: usize,
    /// The kinds of which there is an edge, a bit each.
    kinds: u128,
}

impl Topology {
    pub(crate) fn new(nodes: usize, edges: &[Edge]) -> Self {
        Self {
            outgoing: Side::new(nodes, edges, |edge| (edge.from, edge.to)),
            incoming: Side::new(nodes, edges, |edge| (edge.to, edge.from)),
            nodes,
            kinds: edges.iter().fold(0, |kinds, edge| kinds | 1 << edge.kind as u64),
        }
    }

    /// The same without the edges of which `gone` holds, and with these beside. O((nodes + edges) log degree).
    pub(crate) fn changed(&self, gone: impl Fn(&Edge) -> bool, more: impl IntoIterator<Item = Edge>) -> Self {
        let nodes = (0u32..).take(self.nodes).map(NodeId);
        let all = nodes.flat_map(|from| {
            let edge = move |to: &Neighbor| Edge { from, to: to.node, kind: to.kind, span: to.span };
            self.outgoing.all(from).iter().map(edge)
        });
        let edges: Vec<Edge> = all.filter(|edge| !gone(edge)).chain(more).collect();
        Self::new(self.nodes, &edges)
    }

    /// Whether there is an edge of a kind.
    pub(crate) fn has(&self, kind: EdgeKind) -> bool {
        self.kinds & (1 << kind as u128) != 0
    }

    pub(crate) fn outgoing(&self, node: NodeId, kind: EdgeKind) -> &[Neighbor] {
        self.outgoing.of_kind(node, kind)
    }

    pub(crate) fn incoming(&self, node: NodeId, kind: EdgeKind) -> &[Neighbor] {
        self.incoming.of_kind(node, kind)
    }

    /// The first edge of a kind between two nodes. O(log degree).
    pub(crate) fn between(&self, from: NodeId, kind: EdgeKind, to: NodeId) -> Option<Neighbor> {
        let all = self.outgoing(from, kind);
        let at = all.partition_point(|neighbor| neighbor.node < to);
        all.get(at).copied().filter(|neighbor| neighbor.node == to)
    }

    pub(crate) fn outgoing_all(&self, node: NodeId) -> impl Iterator<Item = (EdgeKind, Neighbor)> + '_ {
        self.outgoing.all(node).iter().map(|neighbor| (neighbor.kind, *neighbor))
    }

    pub(crate) fn incoming_all(&self, node: NodeId) -> impl Iterator<Item = (EdgeKind, Neighbor)> + '_ {
        self.incoming.all(node).iter().map(|neighbor| (neighbor.kind, *neighbor))
    }

    pub(crate) fn edge_count(&self) -> usize {
        self.outgoing.neighbors.len()
    }
}

/// The edges of one kind, as a graph for petgraph's algorithms.
#[derive(Clone, Copy, Debug)]
pub struct Relation<'g> {
    pub(crate) topology: &'g Topology,
    pub(crate) kind: EdgeKind,
}

impl GraphBase for Relation<'_> {
    type NodeId = NodeId;
    type EdgeId = (NodeId, NodeId);
}

impl petgraph::visit::GraphRef for Relation<'_> {}

impl Data for Relation<'_> {
    type NodeWeight = ();
    type EdgeWeight = ();
}

impl GraphProp for Relation<'_> {
    type EdgeType = Directed;
}

impl NodeCount for Relation<'_> {
    fn node_count(&self) -> usize {
        self.topology.nodes
    }
}

impl NodeIndexable for Relation<'_> {
    fn node_bound(&self) -> usize {
        self.topology.nodes
    }

    fn to_index(&self, node: NodeId) -> usize {
        node.index()
    }

    fn from_index(&self, index: usize) -> NodeId {
        NodeId(u32::try_from(index).unwrap_or(u32::MAX))
    }
}

impl NodeCompactIndexable for Relation<'_> {}

impl<'g> IntoNodeIdentifiers for Relation<'g> {
    type NodeIdentifiers = std::iter::Map<std::ops::Range<u32>, fn(u32) -> NodeId>;

    fn node_identifiers(self) -> Self::NodeIdentifiers {
        let nodes = u32::try_from(self.topology.nodes).unwrap_or(u32::MAX);
        (0..nodes).map(NodeId)
    }
}

/// The far ends of a run of edges.
type Ends<'g> = std::iter::Map<std::slice::Iter<'g, Neighbor>, fn(&Neighbor) -> NodeId>;

impl<'g> IntoNeighbors for Relation<'g> {
    type Neighbors = Ends<'g>;

    fn neighbors(self, node: NodeId) -> Self::Neighbors {
        self.neighbors_directed(node, Direction::Outgoing)
    }
}

impl<'g> IntoNeighborsDirected for Relation<'g> {
    type NeighborsDirected = Ends<'g>;

    fn neighbors_directed(self, node: NodeId, direction: Direction) -> Self::NeighborsDirected {
        let side = match direction {
            Direction::Outgoing => &self.topology.outgoing,
            Direction::Incoming => &self.topology.incoming,
        };
        side.of_kind(node, self.kind).iter().map(|neighbor| neighbor.node)
    }
}

impl Visitable for Relation<'_> {
    type Map = Visited;

    fn visit_map(&self) -> Visited {
        Visited(vec![false; self.topology.nodes])
    }

    fn reset_map(&self, map: &mut Visited) {
        *map = self.visit_map();
    }
}

/// Which nodes an algorithm has been at.
#[derive(Clone, Debug, Default)]
pub struct Visited(Vec<bool>);

impl VisitMap<NodeId> for Visited {
    fn visit(&mut self, node: NodeId) -> bool {
        self.0.get_mut(node.index()).is_some_and(|visited| !std::mem::replace(visited, true))
    }

    fn is_visited(&self, node: &NodeId) -> bool {
        self.0.get(node.index()).copied().unwrap_or(false)
    }

    fn unvisit(&mut self, node: NodeId) -> bool {
        self.0.get_mut(node.index()).is_some_and(|visited| std::mem::replace(visited, false))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Against the plain model: filtering the list of edges.
        #[test]
        fn runs_are_what_filtering_the_edges_gives(list in prop::collection::vec((0_u32..6, 0_u32..6, 0_usize..4), 0..60)) {
            let edges: Vec<Edge> = list
                .iter()
                .zip(0..)
                .map(|(&(from, to, kind), at)| Edge {
                    from: NodeId(from),
                    to: NodeId(to),
                    kind: EdgeKind::ALL[kind],
                    span: Span::new(crate::source::FileId::default(), at, at),
                })
                .collect();
            let topology = Topology::new(6, &edges);
            for node in (0..6).map(NodeId) {
                for &kind in &EdgeKind::ALL[..4] {
                    let mut plain: Vec<_> = edges.iter().filter(|e| e.from == node && e.kind == kind).map(|e| (e.to, e.span)).collect();
                    plain.sort();
                    let got: Vec<_> = topology.outgoing(node, kind).iter().map(|n| (n.node, n.span)).collect();
                    prop_assert_eq!(got, plain);
                    let mut plain: Vec<_> = edges.iter().filter(|e| e.to == node && e.kind == kind).map(|e| (e.from, e.span)).collect();
                    plain.sort();
                    let got: Vec<_> = topology.incoming(node, kind).iter().map(|n| (n.node, n.span)).collect();
                    prop_assert_eq!(got, plain);
                }
            }
            prop_assert_eq!(topology.edge_count(), edges.len());
        }
    }
}
