//! References that lack the same thing are one fault, however many there are.

use std::collections::BTreeMap;

use pact_core::{
    finding::Finding,
    graph::{
        Graph, Unresolved,
        edge::EdgeKind,
        node::{NodeId, Scope},
    },
    message::Message,
};

/// More places than this are counted, not listed.
const LISTED: usize = 20;

/// What is missing: the scheme or the kind, the body or the document in which it has to stand, where that matters, and its id.
type Missing<'g> = (Option<&'g str>, Option<NodeId>, &'g str);

/// The references that `wanted` picks, grouped by id, and by scheme or body where that is where it has to stand. In each group whatever says most precisely what
/// the id should be comes first, then by the key of what refers.
///
/// O(references × log references).
pub(crate) fn by_missing_id(graph: &Graph, wanted: impl Fn(&Unresolved) -> bool) -> Vec<Vec<&Unresolved>> {
    let mut groups: BTreeMap<Missing<'_>, Vec<&Unresolved>> = BTreeMap::new();
    for unresolved in graph.unresolved().iter().filter(|unresolved| wanted(unresolved)) {
        let body =
            graph.outgoing(unresolved.from, EdgeKind::MemberOf).first().filter(|_| unresolved.edge == EdgeKind::Fills);
        // Where the id is unique in its document, the same id in another document, or for another kind of thing, is another.
        let kinds = unresolved.kinds.as_slice();
        let own = kinds.iter().all(|kind| kind.info().scope == Scope::Document);
        let place = body.map(|body| body.node).or_else(|| own.then(|| graph.head(unresolved.from).document));
        let kind = kinds.first().filter(|_| own).map(|kind| kind.name());
        let key = (unresolved.scheme.or(kind), place, graph.text(unresolved.name.symbol));
        groups.entry(key).or_default().push(unresolved);
    }
    let mut groups: Vec<Vec<&Unresolved>> = groups.into_values().collect();
    for group in &mut groups {
        group.sort_by_cached_key(|unresolved| {
            let kinds = unresolved.kinds.as_slice().len();
            (kinds, graph.key(unresolved.from), unresolved.edge, unresolved.name.span)
        });
    }
    groups
}

/// Adds the places of all but the first of a group.
pub(crate) fn also_here(mut finding: Finding, group: &[&Unresolved]) -> Finding {
    for unresolved in group.iter().skip(1).take(LISTED) {
        finding = finding.related(unresolved.name.span, Message::new("also-here"));
    }
    finding
}
