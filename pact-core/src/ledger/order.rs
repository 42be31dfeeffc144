//! The order of the source.

use crate::graph::{
    Graph,
    edge::EdgeKind,
    node::{self, Found, NodeId, NodeKind},
};

/// The clauses and elements of terms, with parts behind their elements: by where their quotes stand in the source when every clause has one that was
/// found there, else in the order of the file.
pub(crate) fn of_source(graph: &Graph, terms: NodeId) -> Vec<NodeId> {
    let of_terms = |kind| graph.in_document(terms, kind).iter().copied().filter(|&node| !graph.head(node).repeated);
    let clauses: Vec<NodeId> = of_terms(NodeKind::Clause).collect();
    let elements: Vec<NodeId> = of_terms(NodeKind::Element).collect();
    let wholes = elements.iter().copied().filter(|&node| whole(graph, node).is_none());
    let by_source = !clauses.is_empty() && clauses.iter().all(|&clause| quoted_at(graph, clause).is_some());
    let mut all: Vec<NodeId> = clauses.iter().copied().chain(wholes).collect();
    if by_source {
        // An element without a quote stands behind its clause.
        let place = |node: NodeId| {
            let own = quoted_at(graph, node);
            let clause =
                || graph.outgoing(node, EdgeKind::UnderClause).first().and_then(|clause| quoted_at(graph, clause.node));
            (own.or_else(clause).unwrap_or(u32::MAX), graph.kind(node) == NodeKind::Element, graph.key(node))
        };
        all.sort_by_cached_key(|&node| place(node));
    } else {
        let place = |node: NodeId| {
            let clause =
                graph.outgoing(node, EdgeKind::UnderClause).first().filter(|_| graph.kind(node) == NodeKind::Element);
            let head = clause.map_or(node, |clause| clause.node);
            (graph.span(head).start, head != node, graph.span(node).start)
        };
        all.sort_by_key(|&node| place(node));
    }
    let mut parts: Vec<NodeId> = elements.into_iter().filter(|&node| whole(graph, node).is_some()).collect();
    parts.sort_unstable_by(|&a, &b| graph.order(a, b));
    let mut of_whole: rustc_hash::FxHashMap<NodeId, Vec<NodeId>> = rustc_hash::FxHashMap::default();
    for part in parts {
        of_whole.entry(whole(graph, part).unwrap_or(part)).or_default().push(part);
    }
    all.into_iter().flat_map(|node| std::iter::once(node).chain(of_whole.remove(&node).unwrap_or_default())).collect()
}

/// The element that a part belongs to.
fn whole(graph: &Graph, element: NodeId) -> Option<NodeId> {
    graph.outgoing(element, EdgeKind::PartOf).first().map(|whole| whole.node)
}

fn quoted_at(graph: &Graph, node: NodeId) -> Option<u32> {
    let quote = match graph.kind(node) {
        NodeKind::Clause => graph.downcast::<node::Clause>(node).and_then(|id| graph.get(id).quote.as_ref()),
        _ => graph.downcast::<node::Element>(node).and_then(|id| graph.get(id).quote.as_ref()),
    };
    match quote?.found {
        Found::At(span) => Some(span.start),
        Found::Nowhere | Found::NoSource => None,
    }
}
