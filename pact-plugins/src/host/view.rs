//! What a plugin may see of a graph.

use std::collections::BTreeSet;

use pact_core::{
    graph::{
        Graph,
        attribute::{Attribute, ID},
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
    model::Model,
};
use wasmtime::component::{ComponentType, Lower};

use super::ledger::Seen;
use crate::manifest::{Sees, UnknownName};

/// Why a question is not answered.
#[derive(Clone, Debug, PartialEq, Eq, ComponentType, Lower)]
#[component(record)]
pub(crate) struct Refusal {
    pub(crate) reason: &'static str,
    pub(crate) what: String,
}

impl Refusal {
    pub(crate) fn new(reason: &'static str, what: impl ToString) -> Self {
        Self { reason, what: what.to_string() }
    }

    fn not_granted(what: impl ToString) -> Self {
        Self::new("not-granted", what)
    }

    pub(crate) fn unknown(what: impl ToString) -> Self {
        Self::new("unknown", what)
    }
}

/// What a plugin asked to see and its user granted, as rows of the tables.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grants {
    kinds: BTreeSet<NodeKind>,
    attributes: Vec<&'static Attribute>,
    relations: BTreeSet<EdgeKind>,
    ledger: bool,
}

impl Grants {
    /// Whether a node may be seen.
    pub(crate) fn shows(&self, graph: &Graph, node: NodeId) -> bool {
        self.sees(graph.kind(node))
    }

    /// What is granted, by the names in the tables.
    pub(crate) fn new(sees: &Sees) -> Result<Self, UnknownName> {
        Ok(Self {
            kinds: sees
                .kinds
                .iter()
                .map(|name| NodeKind::from_name(name).ok_or_else(|| UnknownName::new("kind of node", name)))
                .collect::<Result<_, _>>()?,
            attributes: sees
                .attributes
                .iter()
                .map(|name| attribute(name).ok_or_else(|| UnknownName::new("attribute", name)))
                .collect::<Result<_, _>>()?,
            relations: sees
                .relations
                .iter()
                .map(|name| EdgeKind::from_name(name).ok_or_else(|| UnknownName::new("relation", name)))
                .collect::<Result<_, _>>()?,
            ledger: sees.ledger,
        })
    }

    /// Whether a relation may be seen.
    pub(crate) fn relates(&self, relation: EdgeKind) -> bool {
        self.relations.contains(&relation)
    }

    /// Whether an attribute of a kind may be seen.
    pub(crate) fn tells(&self, kind: NodeKind, name: &str) -> bool {
        self.attributes.iter().any(|attribute| attribute.kind == kind && attribute.name == name)
    }

    fn sees(&self, kind: NodeKind) -> bool {
        self.kinds.contains(&kind)
    }
}

/// An attribute by `kind.key`.
fn attribute(name: &str) -> Option<&'static Attribute> {
    let (of, key) = name.split_once('.')?;
    Attribute::of(NodeKind::from_name(of)?, key)
}

/// A graph as a plugin sees it.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) model: &'a Model,
    pub(crate) graph: &'a Graph,
    grants: &'a Grants,
    seen: Option<&'a Seen>,
}

impl<'a> View<'a> {
    pub(crate) fn new(model: &'a Model, grants: &'a Grants, seen: Option<&'a Seen>) -> Self {
        Self { model, graph: model.graph(), grants, seen }
    }

    pub(super) fn grants(&self) -> &'a Grants {
        self.grants
    }

    /// The ledger, where there is one.
    pub(super) fn ledger(&self) -> Result<&'a Seen, Refusal> {
        const LEDGER: &str = "ledger";
        if !self.grants.ledger {
            return Err(Refusal::not_granted(LEDGER));
        }
        self.seen.ok_or_else(|| Refusal::unknown(LEDGER))
    }

    /// The kind of a name.
    pub(crate) fn kind(&self, name: &str) -> Result<NodeKind, Refusal> {
        let kind = NodeKind::from_name(name).ok_or_else(|| Refusal::unknown(name))?;
        if self.grants.sees(kind) { Ok(kind) } else { Err(Refusal::not_granted(name)) }
    }

    /// The relation of a name.
    pub(crate) fn relation(&self, name: &str) -> Result<EdgeKind, Refusal> {
        let relation = EdgeKind::from_name(name).ok_or_else(|| Refusal::unknown(name))?;
        if self.grants.relates(relation) { Ok(relation) } else { Err(Refusal::not_granted(name)) }
    }

    /// The attributes of a name that may be seen, each of another kind of node.
    pub(crate) fn attributes(&self, name: &str) -> Result<Vec<&'static Attribute>, Refusal> {
        let granted: Vec<_> =
            self.grants.attributes.iter().copied().filter(|attribute| attribute.name == name).collect();
        match granted.is_empty() {
            false => Ok(granted),
            true if name != ID && Attribute::all().iter().any(|attribute| attribute.name == name) => {
                Err(Refusal::not_granted(name))
            }
            true => Err(Refusal::unknown(name)),
        }
    }

    pub(crate) fn sees(&self, node: NodeId) -> bool {
        self.grants.shows(self.graph, node)
    }

    /// The node of a number.
    pub(crate) fn node(&self, number: u32) -> Result<NodeId, Refusal> {
        let node = self.graph.node(number).ok_or_else(|| Refusal::unknown(number))?;
        if self.sees(node) { Ok(node) } else { Err(Refusal::not_granted(number)) }
    }
}
