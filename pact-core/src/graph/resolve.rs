//! From references to edges.
//!
//! A reference is looked up among the kinds that its edge may lead to, nearest first: in its own document, in the documents
//! that this one stands under or adds to, anywhere. Two equally near nodes make it ambiguous. A path says where to look:
//! `danmark-2018/o1`, `policy-area/uddannelse`, `forprojektgruppen/htx`.
//!
//! In a table things may go by what they are called as well: what has no such id is looked up by its label, among the same kinds and in the same
//! scheme or body.

use std::collections::hash_map::Entry;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::{
    Graph, KindSet, Unresolved, Why,
    edge::EdgeKind,
    labels::{self, Labels, Persons},
    node::{NodeId, NodeKind, Scope},
    requirement::Asked,
    topology::Edge,
};
use crate::{
    decode::is_id,
    name::{Name, Symbol},
    source::Span,
};

/// A reference that is still a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pending {
    pub(crate) from: NodeId,
    pub(crate) edge: EdgeKind,
    pub(crate) name: Name,
    /// It stands in a table: an id, or else a label.
    pub(crate) called: bool,
}

impl Pending {
    /// A reference by id.
    pub(crate) fn id(from: NodeId, edge: EdgeKind, name: Name) -> Self {
        Self { from, edge, name, called: false }
    }
}

/// Makes edges of references; those that lead nowhere come back. O(references).
///
/// What says where to look is resolved first: the terms and pacts that a document relates to, then a member's body, then the
/// rest.
///
/// What requirements refer to is looked up last, and becomes an edge from the clause or element that asks.
pub(crate) fn resolve(graph: &Graph, mut pending: Vec<Pending>, asked: &[Asked], edges: &mut Vec<Edge>) -> Outcome {
    pending.sort_by_key(|pending| rank(pending.edge));
    let called = pending.iter().filter(|pending| pending.called);
    let kinds: KindSet = called.flat_map(|pending| pending.edge.info().to.iter().copied()).collect();
    let mut resolver = Resolver {
        graph,
        related: FxHashMap::default(),
        related_edges: FxHashSet::default(),
        body_of: FxHashMap::default(),
        labels: Labels::new(graph, kinds),
        persons: None,
    };
    let mut outcome = Outcome::default();
    for Pending { from, edge, name, called } in pending {
        if edge == EdgeKind::Fills && outcome.broken.contains(&(from, EdgeKind::MemberOf)) {
            // In which body to look is not known; the reference to the body is the fault.
            outcome.broken.insert((from, edge));
            continue;
        }
        let kinds = edge.targets(graph.kind(from));
        let wanted = Wanted { from, edge, kinds, scheme: edge.info().scheme, called };
        if called {
            for (name, found) in resolver.called(wanted, name) {
                outcome.settle(&mut resolver, wanted, name, found, edges);
            }
        } else {
            let found = resolver.target(wanted, name.symbol);
            outcome.settle(&mut resolver, wanted, name, found, edges);
        }
    }
    for Asked { from, name, kinds, scheme } in asked {
        let edge = EdgeKind::Concerns;
        let wanted = Wanted { from: *from, edge, kinds, scheme: *scheme, called: false };
        let found = resolver.target(wanted, name.symbol);
        if let Ok(to) = found {
            edges.push(Edge { from: *from, to, kind: edge, span: name.span });
        }
        if let Err(why) = &found {
            outcome.broken.insert((*from, edge));
            let elsewhere = outcome.may_stand_elsewhere(graph, *from, kinds);
            if let (Some(why), Entry::Vacant(place), false) = (why, outcome.shared.entry((edge, name.span)), elsewhere)
            {
                place.insert(outcome.unresolved.len());
                outcome.unresolved.push(wanted.unresolved(*name, why.clone()));
            }
        }
        outcome.asked.push(found.ok());
    }
    outcome
}

/// Of things that answer to one name, more than these are not shown.
const ENOUGH: usize = 8;

/// The place of a part of a cell, whose words begin `at` bytes into it.
fn part_of(cell: Span, text: &str, at: usize, words: &str) -> Span {
    // A cell with quotation marks in it does not stand in the file as it is meant, and is longer there.
    if (cell.end - cell.start) as usize != text.len() {
        return cell;
    }
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let start = cell.start + offset(at + words.len() - words.trim_start().len());
    Span::new(cell.file, start, start + offset(words.trim().len()))
}

/// What a reference is looked up as.
#[derive(Clone, Copy)]
struct Wanted<'w> {
    from: NodeId,
    edge: EdgeKind,
    kinds: &'w [NodeKind],
    scheme: Option<&'static str>,
    /// By its label, where nothing has the id.
    called: bool,
}

impl Wanted<'_> {
    fn unresolved(self, name: Name, why: Why) -> Unresolved {
        let kinds = self.kinds.iter().copied().collect();
        Unresolved { from: self.from, edge: self.edge, name, kinds, scheme: self.scheme, called: self.called, why }
    }
}

/// References that make no edge.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) unresolved: Vec<Unresolved>,
    pub(crate) broken: FxHashSet<(NodeId, EdgeKind)>,
    /// What the references in requirements lead to.
    pub(crate) asked: Vec<Option<NodeId>>,
    /// Where those that are unresolved stand, with their positions in the list.
    shared: FxHashMap<(EdgeKind, Span), usize>,
}

/// The order in which references are looked up: what says where to look comes first.
fn rank(edge: EdgeKind) -> u8 {
    match edge {
        EdgeKind::Under | EdgeKind::Supplements => 0,
        // A person is looked for in the body of whoever stands in.
        EdgeKind::Fills | EdgeKind::StandsInFor => 2,
        _ => 1,
    }
}

impl Outcome {
    /// Makes an edge of what was found, or keeps why there is none.
    fn settle(
        &mut self,
        resolver: &mut Resolver<'_>,
        wanted: Wanted<'_>,
        name: Name,
        found: Result<NodeId, Option<Why>>,
        edges: &mut Vec<Edge>,
    ) {
        let Wanted { from, edge, kinds, .. } = wanted;
        let graph = resolver.graph;
        match found {
            // The terms, or the pact that this one adds to, were not found: what is missing may well stand there.
            Err(Some(_)) if rank(edge) > 0 && self.may_stand_elsewhere(graph, from, kinds) => {
                self.broken.insert((from, edge));
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
                self.broken.insert((from, edge));
                // Without a reason nothing can be said: the definition may be among what could not be read.
                let Some(why) = why else { return };
                // A reference that many entries share, such as the body of a register, is one fault; the entry with the
                // smallest id speaks for all.
                match self.shared.entry((edge, name.span)) {
                    Entry::Vacant(place) => {
                        place.insert(self.unresolved.len());
                        self.unresolved.push(wanted.unresolved(name, why));
                    }
                    Entry::Occupied(place) => {
                        let first = self.unresolved.get_mut(*place.get());
                        if let Some(first) = first.filter(|first| graph.name(from) < graph.name(first.from)) {
                            first.from = from;
                        }
                    }
                }
            }
        }
    }

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
    /// What the things are called that tables may refer to.
    labels: Labels,
    /// Who members are, once somebody stands in for one.
    persons: Option<Persons>,
}

/// What a name in a table may mean, with the name.
type Meant = SmallVec<[(Name, Result<NodeId, Option<Why>>); 1]>;

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

    /// What a cell of a table means: one name, or several with commas between them.
    ///
    /// A label may hold commas itself, so that at each place as many parts as the longest label has are tried first as one.
    fn called(&mut self, wanted: Wanted<'_>, name: Name) -> Meant {
        const PARTS: usize = 8;
        if wanted.edge == EdgeKind::StandsInFor && self.persons.is_none() {
            self.persons = Some(Persons::new(self.graph, &self.body_of));
        }
        let graph = self.graph;
        let text = graph.names.text(name.symbol);
        let whole = self.by_name(wanted, text);
        let known = |found: &Result<NodeId, Option<Why>>| matches!(found, Ok(_) | Err(Some(Why::Ambiguous(_))));
        let one = matches!(wanted.edge, EdgeKind::MemberOf | EdgeKind::Fills | EdgeKind::Gender);
        if one || !text.contains(',') || known(&whole) {
            return std::iter::once((name, whole)).collect();
        }
        let ends: Vec<usize> = text.match_indices(',').map(|(at, _)| at).chain([text.len()]).collect();
        let longest = self.labels.commas.min(PARTS);
        let mut all = Meant::new();
        let (mut from, mut begin) = (0, 0);
        while from < ends.len() {
            let tried = ends.iter().enumerate().skip(from).take(longest + 1).rev();
            let part = |end: usize| text.get(begin..end).unwrap_or("");
            let mut found = tried.map(|(to, &end)| (to, end, self.by_name(wanted, part(end).trim())));
            let joined = found.find(|(to, _, found)| *to == from || known(found));
            let Some((to, end, found)) = joined else { break };
            let words = part(end);
            // A comma with nothing behind it says nothing.
            if !words.trim().is_empty() {
                // What leads nowhere is a single part, which was kept when the cell was read; of the rest the place is enough.
                let symbol = graph.names.find(words.trim()).unwrap_or(name.symbol);
                all.push((Name { symbol, span: part_of(name.span, text, begin, words) }, found));
            }
            (from, begin) = (to + 1, end + 1);
        }
        // Nothing in it is known, and a label may hold a comma: then it is rather one name that is misspelt than several.
        let misspelt = longest > 0 && !all.iter().any(|(_, found)| known(found));
        let ids = || text.split(',').all(|part| is_id(part.trim()));
        if misspelt && !ids() { std::iter::once((name, whole)).collect() } else { all }
    }

    /// What a name in a table means: what has it as its id, else what is called so.
    fn by_name(&self, wanted: Wanted<'_>, name: &str) -> Result<NodeId, Option<Why>> {
        let symbol = if is_id(name) { self.graph.names.find(name) } else { None };
        let by_id = symbol.map_or(Err(Some(Why::Dangling)), |symbol| self.target(wanted, symbol));
        if matches!(by_id, Ok(_) | Err(Some(Why::Ambiguous(_)))) {
            return by_id;
        }
        let found = self.by_label(wanted, &labels::folded(name));
        match found.as_slice() {
            [only] => Ok(*only),
            [] if wanted.kinds.iter().any(|&kind| self.graph.incomplete.union(self.labels.unread).contains(kind)) => {
                Err(None)
            }
            [] => by_id,
            several => Err(Some(Why::Ambiguous(several.to_vec()))),
        }
    }

    /// The nodes that a label means, seen from a member; a few are enough to show that it is ambiguous.
    fn by_label(&self, wanted: Wanted<'_>, label: &str) -> SmallVec<[NodeId; 2]> {
        let body = self.body_of.get(&wanted.from).copied();
        let mut found: SmallVec<[NodeId; 2]> = SmallVec::new();
        for &kind in wanted.kinds {
            let called = match kind {
                NodeKind::Member => {
                    let document = self.graph.head(wanted.from).document;
                    self.persons.as_ref().map_or(&[][..], |persons| persons.find(document, body, label))
                }
                NodeKind::Seat => self.labels.find(kind, body, label),
                NodeKind::Concept => match self.scheme(wanted) {
                    // A relation to concepts of one scheme only, and that scheme is nowhere.
                    None if wanted.scheme.is_some() => &[],
                    scheme => self.labels.find(kind, scheme, label),
                },
                _ => self.labels.find(kind, None, label),
            };
            found.extend(called.iter().copied().filter(|&node| node != wanted.from).take(ENOUGH));
        }
        found
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
