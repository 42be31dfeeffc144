//! What the documents say, as one graph: nodes of the kinds in [`node`], joined by the edges in [`edge`].
//!
//! Nodes are numbered from 0. What a node says of itself is a struct in a column of its kind; what it says of others is an
//! edge. The graph is built once and then only read.

pub mod attribute;
pub(crate) mod build;
pub mod composition;
mod cycle;
pub mod edge;
mod label;
pub mod labels;
pub mod node;
mod quote;
pub mod requirement;
mod resolve;
mod topology;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

pub use self::topology::{Neighbor, Relation};
use self::{
    composition::{Law, SeatLaw},
    edge::EdgeKind,
    node::{Columns, Head, Id, Kind, NodeId, NodeKind},
    requirement::{Requirement, Target, Unmatchable},
    topology::Topology,
};
use crate::{
    document::{register::Column, requirement::Step},
    name::{Name, Names, Symbol},
    source::Span,
};

/// The graph of a run.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    pub(crate) names: Names,
    pub(crate) heads: Vec<Head>,
    pub(crate) columns: Columns,
    /// The nodes of each kind, in the order of the table. Those of one document follow each other, since documents are read one after the other.
    pub(crate) kinds: Vec<Vec<NodeId>>,
    pub(crate) topology: Topology,
    pub(crate) index: Index,
    pub(crate) unresolved: Vec<Unresolved>,
    pub(crate) duplicates: Vec<Duplicate>,
    /// Ids of entries of which nothing else could be read: references to them lead somewhere.
    pub(crate) lost_names: FxHashSet<Symbol>,
    pub(crate) incomplete: KindSet,
    pub(crate) unread: KindSet,
    /// Relations for which a node gives a reference that makes no edge, reported or not.
    pub(crate) broken: FxHashSet<(NodeId, EdgeKind)>,
    pub(crate) registers: Vec<RegisterInfo>,
    pub(crate) shared_registers: Vec<(NodeId, Span)>,
    pub(crate) unclaimed: Vec<crate::source::FileId>,
    /// What provisions ask for, by the node.
    pub(crate) laws: FxHashMap<NodeId, Law>,
    /// What the law says of seats beside their edges, where it says anything.
    pub(crate) seat_laws: FxHashMap<NodeId, SeatLaw>,
    /// What clauses and elements ask for, by the node.
    pub(crate) requirements: FxHashMap<NodeId, Asks>,
    /// What the references in requirements lead to.
    pub(crate) asked: Vec<Option<NodeId>>,
    pub(crate) unmatchable: Vec<Unmatchable>,
}

/// What a clause or an element asks for.
#[derive(Clone, Debug, Default)]
pub struct Asks {
    /// What must hold, all of it.
    pub requires: Vec<Requirement>,
    /// What must not hold, none of it.
    pub forbids: Vec<Requirement>,
}

/// How ids lead to nodes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// By kind, by where the id has to be unique, and by id.
    pub(crate) exact: FxHashMap<(NodeKind, Option<NodeId>, Symbol), NodeId>,
    /// By kind and id, wherever.
    pub(crate) anywhere: FxHashMap<(NodeKind, Symbol), SmallVec<[NodeId; 1]>>,
}

/// A set of node kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindSet(u32);

impl KindSet {
    /// Every kind.
    pub const ALL: Self = Self(u32::MAX);

    /// Adds a kind.
    pub fn insert(&mut self, kind: NodeKind) {
        self.0 |= 1 << kind as u32;
    }

    /// Whether a kind is in it.
    pub fn contains(self, kind: NodeKind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The kinds that are in one of the two.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The kinds that are in both.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The kinds, in the order of the table.
    pub fn iter(self) -> impl Iterator<Item = NodeKind> {
        NodeKind::ALL.iter().copied().filter(move |&kind| self.contains(kind))
    }

    /// The kinds that a relation can lead to from these.
    #[must_use]
    pub fn after(self, step: Step) -> Self {
        match step {
            Step::Forward(edge) => {
                let sources = self.iter().filter(|kind| edge.info().from.contains(kind));
                sources.flat_map(|kind| edge.targets(kind).iter().copied()).collect()
            }
            Step::Backward(edge) => {
                let leads_here = |from: &NodeKind| edge.targets(*from).iter().any(|&to| self.contains(to));
                edge.info().from.iter().copied().filter(leads_here).collect()
            }
            Step::SamePerson => self.intersection(NodeKind::Member.into()),
        }
    }
}

impl FromIterator<NodeKind> for KindSet {
    fn from_iter<I: IntoIterator<Item = NodeKind>>(kinds: I) -> Self {
        let mut set = Self::default();
        kinds.into_iter().for_each(|kind| set.insert(kind));
        set
    }
}

impl From<NodeKind> for KindSet {
    fn from(kind: NodeKind) -> Self {
        std::iter::once(kind).collect()
    }
}

/// A reference that leads to no node, or to none that it may lead to.
#[derive(Clone, Debug)]
pub struct Unresolved {
    /// The node that refers.
    pub from: NodeId,
    /// The edge that it would make.
    pub edge: EdgeKind,
    /// The reference.
    pub name: Name,
    /// The kinds of node that it may lead to.
    pub kinds: SmallVec<[NodeKind; 4]>,
    /// The concept scheme in which it is looked up, where only one will do.
    pub scheme: Option<&'static str>,
    /// It stands in a table, where things may go by their labels: an id or a label was meant.
    pub called: bool,
    /// Why it makes none.
    pub why: Why,
}

/// Why a reference makes no edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing has this id.
    Dangling,
    /// Several nodes have it, and nothing says which is meant. Sorted by key.
    Ambiguous(Vec<NodeId>),
    /// Something has it, of a kind that the edge cannot lead to.
    WrongKind(NodeId),
}

/// A table of members that a pact names.
#[derive(Clone, Debug)]
pub struct RegisterInfo {
    /// The file.
    pub file: crate::source::FileId,
    /// The heading row.
    pub heading: Span,
    /// What each column holds; nothing where its heading says nothing.
    pub columns: Vec<Option<Column>>,
    /// What stands in some column is not understood, so that nothing may be concluded from a column that is absent.
    pub doubtful: bool,
    /// How many members it lists.
    pub members: usize,
    /// The pact that names it.
    pub pact: NodeId,
}

/// An id given twice where it has to be unique.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The node that counts.
    pub first: NodeId,
    /// The node that repeats its id.
    pub again: NodeId,
}

impl Graph {
    /// Puts nodes that share an id in the order of their keys, so that whoever looks at the first few sees the same ones whatever the order of
    /// entries was. O(nodes × log nodes).
    fn sort_index(&mut self) {
        let mut index = std::mem::take(&mut self.index);
        for nodes in index.anywhere.values_mut().filter(|nodes| nodes.len() > 1) {
            nodes.sort_by_cached_key(|&node| self.key(node));
        }
        self.index = index;
    }

    /// The number of nodes.
    pub fn node_count(&self) -> usize {
        self.heads.len()
    }

    /// The number of edges.
    pub fn edge_count(&self) -> usize {
        self.topology.edge_count()
    }

    /// The node of a number that came from outside; nothing where there is none. O(1).
    pub fn node(&self, number: u32) -> Option<NodeId> {
        ((number as usize) < self.node_count()).then_some(NodeId(number))
    }

    /// Every node, in the order of the sorted files.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> + '_ {
        (0..u32::try_from(self.heads.len()).unwrap_or(u32::MAX)).map(NodeId)
    }

    /// Every node of a kind, in the order of the sorted files. O(1).
    pub fn of_kind(&self, kind: NodeKind) -> &[NodeId] {
        self.kinds.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    /// Every node of a kind that stands in a document. O(log nodes).
    pub fn in_document(&self, document: NodeId, kind: NodeKind) -> &[NodeId] {
        let all = self.of_kind(kind);
        let start = all.partition_point(|&node| self.head(node).document < document);
        let end = all.partition_point(|&node| self.head(node).document <= document);
        all.get(start..end).unwrap_or(&[])
    }

    /// What every node has. O(1).
    ///
    /// # Panics
    /// For an id of another graph.
    #[expect(clippy::indexing_slicing, reason = "ids are handed out by this graph and it never shrinks")]
    pub fn head(&self, node: impl Into<NodeId>) -> &Head {
        &self.heads[node.into().index()]
    }

    /// What a node is. O(1).
    pub fn kind(&self, node: impl Into<NodeId>) -> NodeKind {
        self.head(node).kind
    }

    /// What a node of a known kind says of itself. O(1).
    ///
    /// # Panics
    /// For an id of another graph.
    #[expect(clippy::indexing_slicing, reason = "ids are handed out by this graph, with the kind of the column")]
    pub fn get<T: Kind>(&self, id: Id<T>) -> &T {
        &T::column(&self.columns)[self.head(id.node).row as usize].1
    }

    /// The node as one of a known kind, if it is. O(1).
    pub fn downcast<T: Kind>(&self, node: NodeId) -> Option<Id<T>> {
        (self.kind(node) == T::KIND).then_some(Id { node, kind: std::marker::PhantomData })
    }

    /// Every node of a kind with what it says of itself, in the order of the sorted files.
    pub fn all<T: Kind>(&self) -> impl Iterator<Item = (Id<T>, &T)> {
        T::column(&self.columns).iter().map(|(node, data)| (Id { node: *node, kind: std::marker::PhantomData }, data))
    }

    /// The id of a node as it was written. O(1).
    pub fn name(&self, node: impl Into<NodeId>) -> &str {
        self.names.text(self.head(node).name)
    }

    /// The text of a symbol. O(1).
    pub fn text(&self, symbol: Symbol) -> &str {
        self.names.text(symbol)
    }

    /// The path that names a node uniquely within its kind: `midtjylland-2018/o1`, `policy-area/uddannelse`, `dansk-industri`.
    pub fn path(&self, node: impl Into<NodeId>) -> String {
        let head = self.head(node);
        match head.parent {
            Some(parent) => format!("{}/{}", self.path(parent), self.names.text(head.name)),
            None => self.names.text(head.name).to_owned(),
        }
    }

    /// The key that names a node uniquely in the run: `objective:midtjylland-2018/o1`. What fingerprints are made of.
    pub fn key(&self, node: impl Into<NodeId>) -> String {
        let node = node.into();
        format!("{}:{}", self.kind(node).name(), self.path(node))
    }

    /// An order of nodes by what they are and are called, whatever the order of files and entries: kind, then what they belong to, then id.
    /// Allocates nothing, as comparing keys would.
    pub fn order(&self, a: NodeId, b: NodeId) -> std::cmp::Ordering {
        if a == b {
            return std::cmp::Ordering::Equal;
        }
        let (one, other) = (self.head(a), self.head(b));
        let parents = || match (one.parent, other.parent) {
            (Some(one), Some(other)) => self.order(one, other),
            (one, other) => one.is_some().cmp(&other.is_some()),
        };
        let names = || self.names.text(one.name).cmp(self.names.text(other.name));
        // Of two with one id in one place, whichever counts comes first; which that is depends on the file.
        one.kind.cmp(&other.kind).then_with(parents).then_with(names).then(a.cmp(&b))
    }

    /// Where the edges of one kind lead from a node. O(log degree) to find; sorted by target.
    pub fn outgoing(&self, node: impl Into<NodeId>, kind: EdgeKind) -> &[Neighbor] {
        self.topology.outgoing(node.into(), kind)
    }

    /// Where the edges of one kind come from that lead to a node. O(log degree) to find; sorted by source.
    pub fn incoming(&self, node: impl Into<NodeId>, kind: EdgeKind) -> &[Neighbor] {
        self.topology.incoming(node.into(), kind)
    }

    /// The edge of one kind between two nodes, if there is one. O(log degree).
    pub fn between(&self, from: NodeId, kind: EdgeKind, to: NodeId) -> Option<Neighbor> {
        self.topology.between(from, kind, to)
    }

    /// Every edge that goes out from a node, by kind.
    pub fn outgoing_all(&self, node: impl Into<NodeId>) -> impl Iterator<Item = (EdgeKind, Neighbor)> + '_ {
        self.topology.outgoing_all(node.into())
    }

    /// Every edge that leads to a node, by kind.
    pub fn incoming_all(&self, node: impl Into<NodeId>) -> impl Iterator<Item = (EdgeKind, Neighbor)> + '_ {
        self.topology.incoming_all(node.into())
    }

    /// Whether a node's entry says anything for a relation, be it a reference that leads nowhere or one that could not be read.
    ///
    /// What is absent can only be concluded where this is false.
    pub fn says(&self, node: impl Into<NodeId>, kind: EdgeKind) -> bool {
        let node = node.into();
        self.head(node).damaged || !self.outgoing(node, kind).is_empty() || self.broken.contains(&(node, kind))
    }

    /// Whether a node's entry gives a reference for a relation that makes no edge: it may be the one that is looked for. O(1).
    pub fn is_broken(&self, node: impl Into<NodeId>, kind: EdgeKind) -> bool {
        let node = node.into();
        self.head(node).damaged || self.broken.contains(&(node, kind))
    }

    /// The edges of one kind as a graph for petgraph's algorithms.
    pub fn relation(&self, kind: EdgeKind) -> Relation<'_> {
        Relation { topology: &self.topology, kind }
    }

    /// The graph as it would be without the edges of which this holds, and with others beside, which stand where the node from which they lead does.
    /// O(nodes + edges log degree).
    pub(crate) fn changed(
        &self,
        gone: impl Fn(NodeId, EdgeKind, NodeId) -> bool,
        more: impl IntoIterator<Item = (NodeId, EdgeKind, NodeId)>,
    ) -> Self {
        let edge = |(from, kind, to)| topology::Edge { from, to, kind, span: self.span(from) };
        let topology = self.topology.changed(|edge| gone(edge.from, edge.kind, edge.to), more.into_iter().map(edge));
        Self { topology, ..self.clone() }
    }

    /// The concept scheme of a name.
    pub fn scheme(&self, name: &str) -> Option<NodeId> {
        let name = self.names.find(name)?;
        self.index.exact.get(&(NodeKind::Scheme, None, name)).copied()
    }

    /// References that make no edge.
    pub fn unresolved(&self) -> &[Unresolved] {
        &self.unresolved
    }

    /// What a clause or an element asks for; `None` when it asks for nothing that a machine could look at.
    pub fn asks(&self, node: impl Into<NodeId>) -> Option<&Asks> {
        self.requirements.get(&node.into())
    }

    /// What a provision asks for; `None` where that could not be read. O(1).
    pub fn law(&self, provision: impl Into<NodeId>) -> Option<&Law> {
        self.laws.get(&provision.into())
    }

    /// What the law says of a seat beside its edges; `None` where it says nothing. O(1).
    pub fn seat_law(&self, seat: impl Into<NodeId>) -> Option<&SeatLaw> {
        self.seat_laws.get(&seat.into())
    }

    /// What a reference in a requirement leads to; `None` when it leads nowhere. O(1).
    pub fn meant(&self, target: Target) -> Option<NodeId> {
        self.asked.get(target.0 as usize).copied().flatten()
    }

    /// What in requirements can never match anything.
    pub fn unmatchable(&self) -> &[Unmatchable] {
        &self.unmatchable
    }

    /// Ids given twice.
    pub fn duplicates(&self) -> &[Duplicate] {
        &self.duplicates
    }

    /// Tables of members that pacts name.
    pub fn registers(&self) -> &[RegisterInfo] {
        &self.registers
    }

    /// The register in which a node stands, when it has no column for something. A fault of the table then, and not of each row. O(registers).
    pub fn register_without(&self, node: impl Into<NodeId>, column: Column) -> Option<&RegisterInfo> {
        let file = self.span(node).file;
        let register = self.registers.iter().find(|register| register.file == file)?;
        (!register.columns.contains(&Some(column))).then_some(register)
    }

    /// Where a pact names a table that is named before: its members belong to the first.
    pub fn shared_registers(&self) -> &[(NodeId, Span)] {
        &self.shared_registers
    }

    /// Tables of members that no pact names.
    pub fn unclaimed_registers(&self) -> &[crate::source::FileId] {
        &self.unclaimed
    }

    /// The nodes of a kind that have an id, wherever they stand. O(1).
    pub fn named(&self, kind: NodeKind, id: &str) -> &[NodeId] {
        self.names
            .find(id)
            .and_then(|symbol| self.index.anywhere.get(&(kind, symbol)))
            .map_or(&[], |nodes| nodes.as_slice())
    }

    /// Kinds of which some definitions could not be read: nothing may be concluded from the absence of one.
    pub fn incomplete(&self) -> KindSet {
        self.incomplete
    }

    /// Kinds of which some entry could not be read: nothing may be said of every one of them, or of none.
    pub fn unread(&self) -> KindSet {
        self.unread
    }

    /// Where a node's id stands. O(1).
    pub fn span(&self, node: impl Into<NodeId>) -> Span {
        self.head(node).span
    }
}
