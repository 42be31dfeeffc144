//! From references to edges.
//!
//! A reference is looked up among the kinds that its edge may lead to, nearest first: in its own document, in the documents
//! that this one stands under or adds to, anywhere. Two equally near nodes make it ambiguous. A path says where to look:
//! `danmark-2018/o1`, `policy-area/uddannelse`, `forprojektgruppen/htx`.

use std::collections::hash_map::Entry;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::{
    Graph, Unresolved, Why,
    edge::EdgeKind,
    node::{NodeId, NodeKind, Scope},
    requirement::Asked,
    topology::Edge,
};
use crate::{
    name::{Name, Symbol},
    source::Span,
};

/// A reference that is still a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pending {
    pub(crate) from: NodeId,
    pub(crate) edge: EdgeKind,
    pub(crate) name: Name,
}

/// Makes edges of references; those that lead nowhere come back. O(references).
///
/// What says where to look is resolved first: the terms and pacts that a document relates to, then a member's body, then the
/// rest.
///
/// What requirements refer to is looked up last, and becomes an edge from the clause or element that asks.
pub(crate) fn resolve(graph: &Graph, mut pending: Vec<Pending>, asked: &[Asked], edges: &mut Vec<Edge>) -> Outcome {
    let rank = |edge: EdgeKind| match edge {
        EdgeKind::Under | EdgeKind::Supplements => 0,
        EdgeKind::Fills => 2,
        _ => 1,
    };
    pending.sort_by_key(|pending| rank(pending.edge));
    let mut resolver = Resolver {
        graph,
        related: FxHashMap::default(),
        related_edges: FxHashSet::default(),
        body_of: FxHashMap::default(),
    };
    let mut outcome = Outcome::default();
    let mut shared: FxHashMap<(EdgeKind, Span), usize> = FxHashMap::default();
    for Pending { from, edge, name } in pending {
        if edge == EdgeKind::Fills && outcome.broken.contains(&(from, EdgeKind::MemberOf)) {
            // In which body to look is not known; the reference to the body is the fault.
            outcome.broken.insert((from, edge));
            continue;
        }
        let wanted = Wanted { from, edge, kinds: edge.targets(graph.kind(from)), scheme: edge.info().scheme };
        match resolver.target(wanted, name.symbol) {
            // The terms, or the pact that this one adds to, were not found: what is missing may well stand there.
            Err(Some(_)) if rank(edge) > 0 && outcome.may_stand_elsewhere(graph, from, wanted.kinds) => {
                outcome.broken.insert((from, edge));
            }
            Ok(to) => {
                resolver.note(from, edge, to);
                edges.push(Edge { from, to, kind: edge, span: name.span });
                // A member who names a seat and no body is of the seat's body.
                if edge == EdgeKind::Fills
                    && !resolver.body_of.contains_key(&from)
                    && let Some(body) = graph.head(to).parent
                {
                    edges.push(Edge { from, to: body, kind: EdgeKind::MemberOf, span: name.span });
                }
            }
            Err(why) => {
                outcome.broken.insert((from, edge));
                // Without a reason nothing can be said: the definition may be among what could not be read.
                let Some(why) = why else { continue };
                // A reference that many entries share, such as the body of a register, is one fault; the entry with the
                // smallest id speaks for all.
                match shared.entry((edge, name.span)) {
                    Entry::Vacant(place) => {
                        place.insert(outcome.unresolved.len());
                        outcome.unresolved.push(wanted.unresolved(name, why));
                    }
                    Entry::Occupied(place) => {
                        let first = outcome.unresolved.get_mut(*place.get());
                        if let Some(first) = first.filter(|first| graph.name(from) < graph.name(first.from)) {
                            first.from = from;
                        }
                    }
                }
            }
        }
    }
    for Asked { from, name, kinds, scheme } in asked {
        let edge = EdgeKind::Concerns;
        let wanted = Wanted { from: *from, edge, kinds, scheme: *scheme };
        let found = resolver.target(wanted, name.symbol);
        if let Ok(to) = found {
            edges.push(Edge { from: *from, to, kind: edge, span: name.span });
        }
        if let Err(why) = &found {
            outcome.broken.insert((*from, edge));
            let elsewhere = outcome.may_stand_elsewhere(graph, *from, kinds);
            if let (Some(why), Entry::Vacant(place), false) = (why, shared.entry((edge, name.span)), elsewhere) {
                place.insert(outcome.unresolved.len());
                outcome.unresolved.push(wanted.unresolved(*name, why.clone()));
            }
        }
        outcome.asked.push(found.ok());
    }
    outcome
}

/// What a reference is looked up as.
#[derive(Clone, Copy)]
struct Wanted<'w> {
    from: NodeId,
    edge: EdgeKind,
    kinds: &'w [NodeKind],
    scheme: Option<&'static str>,
}

impl Wanted<'_> {
    fn unresolved(self, name: Name, why: Why) -> Unresolved {
        let kinds = self.kinds.iter().copied().collect();
        Unresolved { from: self.from, edge: self.edge, name, kinds, scheme: self.scheme, why }
    }
}

/// References that make no edge.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) unresolved: Vec<Unresolved>,
    pub(crate) broken: FxHashSet<(NodeId, EdgeKind)>,
    /// What the references in requirements lead to.
    pub(crate) asked: Vec<Option<NodeId>>,
}

impl Outcome {
    /// Whether what a reference lacks may stand in a document that its own one names and that was not found.
    fn may_stand_elsewhere(&self, graph: &Graph, from: NodeId, kinds: &[NodeKind]) -> bool {
        use NodeKind::{Actor, Body, Clause, Concept, Element, Fact, Region, Scheme, Seat};
        let document = graph.head(from).document;
        let of_terms =
            |kind: &NodeKind| matches!(kind, Actor | Body | Clause | Concept | Element | Fact | Region | Scheme | Seat);
        self.broken.contains(&(document, EdgeKind::Supplements))
            || self.broken.contains(&(document, EdgeKind::Under)) && kinds.iter().any(of_terms)
    }
}

struct Resolver<'g> {
    graph: &'g Graph,
    /// The documents that a document stands under or adds to.
    related: FxHashMap<NodeId, SmallVec<[NodeId; 2]>>,
    related_edges: FxHashSet<(NodeId, NodeId)>,
    /// The body of a member, to look up the seat in.
    body_of: FxHashMap<NodeId, NodeId>,
}

impl Resolver<'_> {
    fn note(&mut self, from: NodeId, edge: EdgeKind, to: NodeId) {
        match edge {
            EdgeKind::Under | EdgeKind::Supplements => {
                let related = self.related.entry(from).or_default();
                // Through the set of edges the list stays short, however often a document is named.
                if self.related_edges.insert((from, to)) {
                    related.push(to);
                }
            }
            EdgeKind::MemberOf => {
                self.body_of.insert(from, to);
            }
            _ => {}
        }
    }

    fn target(&self, wanted: Wanted<'_>, name: Symbol) -> Result<NodeId, Option<Why>> {
        let Wanted { from, edge, kinds, .. } = wanted;
        let mut found: SmallVec<[NodeId; 2]> = SmallVec::new();
        for &kind in kinds {
            found.extend(self.nearest(wanted, kind, name));
        }
        if found.is_empty() {
            // A path leads no further than the id alone may: a seat is of the member's body, a broader concept of the same scheme.
            let within = match edge {
                EdgeKind::Fills => self.body_of.get(&from).copied(),
                EdgeKind::Broader => self.graph.head(from).parent,
                _ => None,
            };
            for &kind in kinds {
                let all = self.by_path(kind, wanted.scheme, self.graph.names.text(name));
                found
                    .extend(all.into_iter().filter(|&node| within.is_none() || self.graph.head(node).parent == within));
            }
        }
        found.sort_unstable();
        found.dedup();
        match found.as_slice() {
            [only] => Ok(*only),
            [] if self.graph.lost_names.contains(&name) => Err(None),
            [] if kinds.iter().any(|&kind| self.graph.incomplete.contains(kind)) => Err(None),
            // What else goes by the name of a concept is beside the point: ids of seats and of categories often agree.
            [] if kinds == [NodeKind::Concept] => Err(Some(Why::Dangling)),
            // So is a seat of another body.
            [] if edge == EdgeKind::Fills
                && !self.graph.named(NodeKind::Seat, self.graph.names.text(name)).is_empty() =>
            {
                Err(Some(Why::Dangling))
            }
            [] => Err(Some(self.other_kind(kinds, from, name).map_or(Why::Dangling, Why::WrongKind))),
            several => {
                let mut several = several.to_vec();
                several.sort_by_cached_key(|&node| self.graph.key(node));
                Err(Some(Why::Ambiguous(several)))
            }
        }
    }

    /// The nodes of a kind that a bare id means, seen from a node; at most two are needed to know that it is ambiguous.
    fn nearest(&self, wanted: Wanted<'_>, kind: NodeKind, name: Symbol) -> SmallVec<[NodeId; 2]> {
        let from = wanted.from;
        let exact = |scope| self.graph.index.exact.get(&(kind, scope, name)).copied();
        match kind.info().scope {
            Scope::Workspace => exact(None).into_iter().collect(),
            Scope::Document => {
                let own = self.graph.head(from).document;
                if let Some(node) = exact(Some(own)) {
                    return std::iter::once(node).collect();
                }
                let related: SmallVec<[NodeId; 2]> = self
                    .related
                    .get(&own)
                    .into_iter()
                    .flatten()
                    .filter_map(|&document| exact(Some(document)))
                    .take(2)
                    .collect();
                if related.is_empty() { self.anywhere(kind, name, |_| true) } else { related }
            }
            Scope::Parent if kind == NodeKind::Seat => match self.body_of.get(&from) {
                Some(&body) => exact(Some(body)).into_iter().collect(),
                None => self.anywhere(kind, name, |_| true),
            },
            Scope::Parent => match self.scheme(wanted) {
                Some(scheme) => exact(Some(scheme)).into_iter().collect(),
                // A relation to concepts of one scheme only, and that scheme is nowhere.
                None if wanted.scheme.is_some() => SmallVec::new(),
                None => self.anywhere(kind, name, |_| true),
            },
        }
    }

    /// The scheme in which the concept has to stand.
    fn scheme(&self, wanted: Wanted<'_>) -> Option<NodeId> {
        if wanted.edge == EdgeKind::Broader {
            return self.graph.head(wanted.from).parent;
        }
        let scheme = self.graph.names.find(wanted.scheme?)?;
        self.graph.index.exact.get(&(NodeKind::Scheme, None, scheme)).copied()
    }

    fn anywhere(&self, kind: NodeKind, name: Symbol, wanted: impl Fn(NodeId) -> bool) -> SmallVec<[NodeId; 2]> {
        const ENOUGH: usize = 8;
        let all = self.graph.index.anywhere.get(&(kind, name)).into_iter().flatten();
        all.copied().filter(|&node| wanted(node)).take(ENOUGH).collect()
    }

    /// The nodes that a path means: `parent/name`, for every place at which the path can be split.
    fn by_path(&self, kind: NodeKind, scheme: Option<&str>, path: &str) -> SmallVec<[NodeId; 2]> {
        let mut found = SmallVec::new();
        for (at, _) in path.match_indices('/') {
            let (Some(parent), Some(name)) = (path.get(..at), path.get(at + 1..)) else { continue };
            let Some(name) = self.graph.names.find(name) else { continue };
            for parent in self.parents(kind, parent) {
                if scheme.is_some_and(|scheme| scheme != self.graph.name(parent)) {
                    continue;
                }
                found.extend(self.graph.index.exact.get(&(kind, Some(parent), name)).copied());
            }
        }
        found
    }

    /// The nodes in which an id of a kind can be unique, by their path.
    fn parents(&self, kind: NodeKind, path: &str) -> SmallVec<[NodeId; 2]> {
        let kinds: &[NodeKind] = match kind {
            NodeKind::Concept => &[NodeKind::Scheme],
            NodeKind::Seat => &[NodeKind::Body],
            _ => &[NodeKind::Terms, NodeKind::Pact],
        };
        let named = self.graph.names.find(path);
        let mut found: SmallVec<[NodeId; 2]> =
            kinds.iter().filter_map(|&kind| Some(self.anywhere(kind, named?, |_| true))).flatten().collect();
        if kind == NodeKind::Seat {
            found.extend(self.by_path(NodeKind::Body, None, path));
        }
        found
    }

    /// A node of this id of a kind that the edge cannot lead to, nearest first, smallest key among equals.
    fn other_kind(&self, kinds: &[NodeKind], from: NodeId, name: Symbol) -> Option<NodeId> {
        let own = self.graph.head(from).document;
        NodeKind::ALL
            .iter()
            .filter(|kind| !kinds.contains(kind))
            .flat_map(|&kind| self.anywhere(kind, name, |_| true))
            .min_by_key(|&node| (self.graph.head(node).document != own, self.graph.key(node)))
    }
}
