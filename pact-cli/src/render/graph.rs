//! The graph of what documents say, in an order that does not depend on that of files, keys or entries.

pub(crate) mod dot;
pub(crate) mod json;
pub(crate) mod listing;

use pact_core::{
    document::value::Text,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
};

/// A node as it is shown.
#[derive(Debug)]
pub(crate) struct Entry<'g> {
    /// Its key.
    pub(super) key: String,
    /// What it is.
    pub(super) kind: NodeKind,
    /// What people call it. People's own names are never among these.
    pub(super) label: Option<&'g Text>,
    /// Where its edges lead, by kind and key.
    pub(super) edges: Vec<(EdgeKind, String)>,
}

/// A graph as it is shown: by kind, then by key. Of nodes with one id, only the one that references mean.
#[derive(Debug)]
pub(crate) struct View<'g> {
    /// The nodes.
    pub(super) entries: Vec<Entry<'g>>,
}

impl<'g> View<'g> {
    /// Sorts a graph. O((nodes + edges) × log).
    pub(crate) fn new(graph: &'g Graph) -> Self {
        let entry = |node: NodeId| {
            let mut edges: Vec<(EdgeKind, String)> =
                graph.outgoing_all(node).map(|(kind, to)| (kind, graph.key(to.node))).collect();
            edges.sort();
            edges.dedup();
            Entry { key: graph.key(node), kind: graph.kind(node), label: graph.label(node), edges }
        };
        let mut entries: Vec<Entry<'g>> = graph.nodes().filter(|node| !graph.head(*node).repeated).map(entry).collect();
        entries.sort_by(|a, b| (a.kind, &a.key).cmp(&(b.kind, &b.key)));
        Self { entries }
    }
}
