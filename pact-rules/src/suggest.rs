//! What a reference that leads nowhere was probably meant as.

use pact_core::{
    graph::{
        Graph, Unresolved,
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
    near::nearest,
};
use rustc_hash::FxHashMap;

/// Comparisons of words that a run may spend on suggestions, so that a thousand misspelt references among a million ids do not take
/// hours. Findings come without a suggestion after that.
const COMPARISONS: usize = 5_000_000;

/// Finds suggestions for references, within a bound for the whole run.
pub(crate) struct Suggester<'g> {
    graph: &'g Graph,
    names: FxHashMap<(NodeKind, Option<NodeId>), Vec<&'g str>>,
    left: usize,
}

impl<'g> Suggester<'g> {
    pub(crate) fn new(graph: &'g Graph) -> Self {
        Self { graph, names: FxHashMap::default(), left: COMPARISONS }
    }

    /// The id that was probably meant.
    pub(crate) fn suggest(&mut self, unresolved: &Unresolved) -> Option<&'g str> {
        let graph = self.graph;
        let word = graph.text(unresolved.name.symbol);
        let within = self.scope(unresolved);
        let mut best: Option<&'g str> = None;
        for &kind in unresolved.edge.targets(graph.kind(unresolved.from)) {
            let names = self.names.entry((kind, within)).or_insert_with(|| names(graph, kind, within));
            if names.len() > self.left {
                return best;
            }
            self.left -= names.len();
            best = nearest(word, names.iter().copied().chain(best));
        }
        best
    }

    /// Where the id has to stand: the member's body, the relation's scheme.
    fn scope(&self, unresolved: &Unresolved) -> Option<NodeId> {
        match unresolved.edge {
            EdgeKind::Fills => self.graph.outgoing(unresolved.from, EdgeKind::MemberOf).first().map(|body| body.node),
            EdgeKind::Broader => self.graph.head(unresolved.from).parent,
            edge => self.graph.scheme(edge.info().scheme?),
        }
    }
}

/// The scheme that goes by another name than `scheme`, which relations look in and nothing has.
pub(crate) fn scheme_meant_as(graph: &Graph, scheme: &str) -> Option<NodeId> {
    let schemes = names(graph, NodeKind::Scheme, None);
    let meant = nearest(scheme, schemes)?;
    graph.scheme(meant)
}

fn names(graph: &Graph, kind: NodeKind, within: Option<NodeId>) -> Vec<&str> {
    graph
        .nodes()
        .filter(|&node| graph.kind(node) == kind && (within.is_none() || graph.head(node).parent == within))
        .map(|node| graph.name(node))
        .collect()
}
