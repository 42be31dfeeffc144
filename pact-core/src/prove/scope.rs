//! What belongs to a proposal, and what it can be seen beside.

use rustc_hash::FxHashSet;

use crate::{
    document::requirement::Within,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
};

/// A proposal, the terms that it is held against, and the pacts that it adds to.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The terms.
    pub terms: NodeId,
    /// The proposal.
    pub pact: NodeId,
    supplemented: FxHashSet<NodeId>,
    /// Every terms that the proposal stands under.
    under: FxHashSet<NodeId>,
    /// A pact that is supplemented could not be found.
    pub(crate) lost: bool,
}

impl Scope {
    /// O(pacts that it supplements, and that those do).
    pub fn new(graph: &Graph, terms: NodeId, pact: NodeId) -> Self {
        let mut supplemented = FxHashSet::default();
        let mut open = vec![pact];
        while let Some(node) = open.pop() {
            for next in graph.outgoing(node, EdgeKind::Supplements) {
                if next.node != pact && supplemented.insert(next.node) {
                    open.push(next.node);
                }
            }
        }
        let under = graph.outgoing(pact, EdgeKind::Under).iter().map(|under| under.node).chain([terms]).collect();
        let broken = |node: NodeId| graph.broken.contains(&(node, EdgeKind::Supplements));
        let lost = broken(pact) || supplemented.iter().any(|&node| broken(node));
        Self { terms, pact, supplemented, under, lost }
    }

    /// Whether a node can be a subject of requirements.
    pub fn is_subject(&self, graph: &Graph, node: NodeId, within: Within) -> bool {
        let document = graph.head(node).document;
        match within {
            Within::Proposal => document == self.pact || document == self.terms || is_shared(graph.kind(node)),
            Within::Supplemented => self.supplemented.contains(&document),
        }
    }

    /// The nodes of a kind among which the subjects of requirements are: those of the documents that count, so that many proposals under the same terms
    /// are not looked through for each of them.
    pub(crate) fn candidates(&self, graph: &Graph, kind: NodeKind, within: Within) -> Vec<NodeId> {
        let mut documents: Vec<NodeId> = match within {
            Within::Proposal if is_shared(kind) => return graph.of_kind(kind).to_vec(),
            Within::Proposal => vec![self.terms, self.pact],
            Within::Supplemented => self.supplemented.iter().copied().collect(),
        };
        documents.sort_unstable();
        documents.iter().flat_map(|&document| graph.in_document(document, kind)).copied().collect()
    }

    /// Whether a node may be evidence. What stands in another proposal for the same terms is none.
    pub fn sees(&self, graph: &Graph, node: NodeId) -> bool {
        let document = graph.head(node).document;
        document == self.pact
            || self.supplemented.contains(&document)
            || self.under.contains(&document)
            || is_shared(graph.kind(node))
    }

    /// Whether a node stands in the proposal itself.
    pub fn owns(&self, graph: &Graph, node: NodeId) -> bool {
        graph.head(node).document == self.pact
    }
}

/// Kinds that mean the same whichever document gives them.
fn is_shared(kind: NodeKind) -> bool {
    matches!(kind, NodeKind::Region | NodeKind::Scheme | NodeKind::Concept | NodeKind::Actor)
}
