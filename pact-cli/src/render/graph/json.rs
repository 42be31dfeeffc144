//! The graph for programs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{super::json::localised, View};

/// Nodes and edges. People's names are not among them.
#[derive(Debug, Serialize)]
pub(crate) struct Graph<'v> {
    version: u32,
    nodes: Vec<Node<'v>>,
    edges: Vec<Edge<'v>>,
}

#[derive(Debug, Serialize)]
struct Node<'v> {
    key: &'v str,
    kind: &'static str,
    /// By language; `und` where none is said.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    label: BTreeMap<String, String>,
}

#[derive(Debug, Serialize)]
struct Edge<'v> {
    kind: &'static str,
    from: &'v str,
    to: &'v str,
}

impl<'v> Graph<'v> {
    /// The nodes by kind and key, the edges by where they come from.
    pub(crate) fn new(view: &'v View<'_>) -> Self {
        let nodes = view.entries.iter().map(|entry| Node {
            key: &entry.key,
            kind: entry.kind.name(),
            label: entry.label.map(localised).unwrap_or_default(),
        });
        let edges = view
            .entries
            .iter()
            .flat_map(|entry| entry.edges.iter().map(|(kind, to)| Edge { kind: kind.name(), from: &entry.key, to }));
        Self { version: 1, nodes: nodes.collect(), edges: edges.collect() }
    }
}
