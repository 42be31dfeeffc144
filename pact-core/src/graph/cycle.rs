//! Relations that lead back to where they began.

use petgraph::algo::kosaraju_scc;
use rustc_hash::FxHashSet;

use super::{Graph, edge::EdgeKind, node::NodeId};

impl Graph {
    /// For each knot of nodes that lead back to each other over `kind`: a shortest way round from its smallest key.
    ///
    /// One cycle a knot: mending it may show another, but listing all of them could take exponential time.
    ///
    /// # Complexity
    /// O(nodes + edges), and O(knot × log knot) to write each one down.
    pub fn cycles(&self, kind: EdgeKind) -> Vec<Vec<NodeId>> {
        if !self.topology.has(kind) {
            return Vec::new();
        }
        // petgraph's Tarjan recurses, and a long enough chain of meetings would overflow the stack; its Kosaraju does not.
        let mut cycles: Vec<Vec<NodeId>> = kosaraju_scc(self.relation(kind))
            .into_iter()
            .filter_map(|knot| {
                let start = match knot.as_slice() {
                    // Nearly every knot is a single node, and hardly ever leads to itself.
                    [only] => self.outgoing(*only, kind).iter().any(|next| next.node == *only).then_some(*only)?,
                    several => several.iter().copied().min_by_key(|&node| self.key(node))?,
                };
                let members: FxHashSet<NodeId> = knot.iter().copied().collect();
                self.shortest_cycle(kind, start, &members)
            })
            .collect();
        cycles.sort_by_cached_key(|cycle| cycle.first().map(|&node| self.key(node)));
        cycles
    }

    /// A shortest way from `start` back to itself, by breadth; among equals the one over smaller keys.
    fn shortest_cycle(&self, kind: EdgeKind, start: NodeId, knot: &FxHashSet<NodeId>) -> Option<Vec<NodeId>> {
        let mut came_from = rustc_hash::FxHashMap::default();
        let mut queue = std::collections::VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            let mut next: Vec<NodeId> = self
                .outgoing(node, kind)
                .iter()
                .map(|neighbor| neighbor.node)
                .filter(|next| knot.contains(next))
                .collect();
            if next.contains(&start) {
                let mut way = vec![node];
                let mut at = node;
                while let Some(&before) = came_from.get(&at) {
                    way.push(before);
                    at = before;
                }
                way.reverse();
                return Some(way);
            }
            next.sort_by_cached_key(|&node| self.key(node));
            for neighbor in next {
                if neighbor != start && !came_from.contains_key(&neighbor) {
                    came_from.insert(neighbor, node);
                    queue.push_back(neighbor);
                }
            }
        }
        None
    }
}
