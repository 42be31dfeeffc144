//! What a plugin can ask of the graph: each question for many nodes, answered in columns.

use pact_core::{
    document::value::PartialDate,
    graph::{
        attribute::{Attribute, AttributeType, Value},
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
};
use wasmtime::{
    Result, StoreContextMut,
    component::{ComponentType, Lift, LinkerInstance, Lower},
};

use super::{
    Answer, Size, State, ask,
    view::{Refusal, View},
};

/// A date as it crosses the boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ComponentType, Lift, Lower)]
#[component(record)]
pub(crate) struct Date {
    pub(crate) year: u16,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

impl From<PartialDate> for Date {
    fn from(date: PartialDate) -> Self {
        let part = |part: Option<i8>| part.and_then(|part| u8::try_from(part).ok()).unwrap_or(0);
        let year = date.year().and_then(|year| u16::try_from(year).ok()).unwrap_or(0);
        Self { year, month: part(date.month()), day: part(date.day()) }
    }
}

/// Edges of many nodes.
#[derive(Clone, Debug, Default, ComponentType, Lower)]
#[component(record)]
pub(crate) struct Edges {
    offsets: Vec<u32>,
    targets: Vec<u32>,
}

impl Edges {
    /// Edges of as many nodes, none of which is there yet.
    pub(super) fn with_capacity(nodes: usize) -> Self {
        let mut offsets = Vec::with_capacity(nodes + 1);
        offsets.push(0);
        Self { offsets, targets: Vec::new() }
    }

    /// Adds the edges of a node.
    pub(super) fn push(&mut self, targets: impl IntoIterator<Item = u32>) {
        self.targets.extend(targets);
        self.offsets.push(u32::try_from(self.targets.len()).unwrap_or(u32::MAX));
    }
}

impl Size for Edges {
    fn bytes(&self) -> usize {
        self.offsets.bytes() + self.targets.bytes()
    }
}

type Store<'s> = StoreContextMut<'s, State>;
type Of = Vec<u32>;

/// Defines the questions of interface `graph`.
pub(super) fn define(linker: &mut LinkerInstance<'_, State>) -> Result<()> {
    linker.func_wrap("nodes", |store: Store<'_>, (kind,): (String,)| -> Answer<Vec<u32>> {
        ask(store, 0, |view| Ok(numbers(view.graph.of_kind(view.kind(&kind)?).iter().copied())))
    })?;
    linker.func_wrap("kinds", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<&'static str>> {
        ask(store, of.len(), |view| column(view, &of, |node| view.graph.kind(node).name()))
    })?;
    linker.func_wrap("ids", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<String>> {
        ask(store, of.len(), |view| column(view, &of, |node| view.graph.name(node).to_owned()))
    })?;
    linker.func_wrap("words", |store: Store<'_>, (name, of): (String, Of)| -> Answer<Vec<Option<String>>> {
        let word = |value: Value<'_>| if let Value::Word(word) = value { Some(word.to_owned()) } else { None };
        ask(store, of.len(), |view| values(view, &name, &of, |of| matches!(of, AttributeType::Word(_)), word))
    })?;
    linker.func_wrap("numbers", |store: Store<'_>, (name, of): (String, Of)| -> Answer<Vec<Option<u32>>> {
        let number = |value: Value<'_>| match value {
            Value::Number(number) => Some(u32::try_from(number).unwrap_or(u32::MAX)),
            _ => None,
        };
        ask(store, of.len(), |view| values(view, &name, &of, |of| of == AttributeType::Number, number))
    })?;
    linker.func_wrap("flags", |store: Store<'_>, (name, of): (String, Of)| -> Answer<Vec<Option<bool>>> {
        let flag = |value: Value<'_>| if let Value::Boolean(flag) = value { Some(flag) } else { None };
        ask(store, of.len(), |view| values(view, &name, &of, |of| of == AttributeType::Boolean, flag))
    })?;
    linker.func_wrap("dates", |store: Store<'_>, (name, of): (String, Of)| -> Answer<Vec<Option<Date>>> {
        let date = |value: Value<'_>| if let Value::Date(date) = value { Some(Date::from(date)) } else { None };
        ask(store, of.len(), |view| values(view, &name, &of, |of| of == AttributeType::Date, date))
    })?;
    linker.func_wrap("has", |store: Store<'_>, (name, of): (String, Of)| -> Answer<Vec<bool>> {
        ask(store, of.len(), |view| {
            let attributes = view.attributes(&name)?;
            column(view, &of, |node| gives(view, &attributes, node))
        })
    })?;
    linker.func_wrap("edges-of", |store: Store<'_>, (name, back, of): (String, bool, Of)| -> Answer<Edges> {
        ask(store, of.len(), |view| {
            let relation = view.relation(&name)?;
            let mut edges = Edges::with_capacity(of.len());
            for &number in &of {
                edges.push(ends(view, view.node(number)?, relation, back).map(NodeId::number));
            }
            Ok(edges)
        })
    })?;
    linker.func_wrap("is-doubtful", |store: Store<'_>, (name, of): (String, Of)| -> Answer<Vec<bool>> {
        ask(store, of.len(), |view| {
            let relation = view.relation(&name)?;
            column(view, &of, |node| view.graph.is_broken(node, relation) || view.graph.head(node).damaged)
        })
    })?;
    linker.func_wrap("without-attribute", |store: Store<'_>, (kind, name): (String, String)| -> Answer<Vec<u32>> {
        ask(store, 0, |view| {
            let attributes = view.attributes(&name)?;
            Ok(numbers(of_kind(view, &kind)?.filter(|&node| !gives(view, &attributes, node))))
        })
    })?;
    linker.func_wrap(
        "without-edge",
        |store: Store<'_>, (kind, name, back): (String, String, bool)| -> Answer<Vec<u32>> {
            ask(store, 0, |view| {
                let relation = view.relation(&name)?;
                let bare = |node: &NodeId| {
                    ends(view, *node, relation, back).next().is_none()
                        && (back || !view.graph.is_broken(*node, relation))
                };
                Ok(numbers(of_kind(view, &kind)?.filter(bare)))
            })
        },
    )?;
    linker.func_wrap("documents", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<u32>> {
        ask(store, of.len(), |view| column(view, &of, |node| number(view.graph.head(node).document)))
    })?;
    Ok(())
}

fn number(node: NodeId) -> u32 {
    node.number()
}

fn numbers(nodes: impl Iterator<Item = NodeId>) -> Vec<u32> {
    nodes.map(number).collect()
}

fn of_kind<'v>(view: &View<'v>, kind: &str) -> std::result::Result<impl Iterator<Item = NodeId> + use<'v>, Refusal> {
    let kind: NodeKind = view.kind(kind)?;
    Ok(view.graph.of_kind(kind).iter().copied())
}

/// The other ends of a node's edges, as far as the plugin may see them.
fn ends<'v>(view: &View<'v>, node: NodeId, relation: EdgeKind, back: bool) -> impl Iterator<Item = NodeId> + use<'v> {
    let ends = if back { view.graph.incoming(node, relation) } else { view.graph.outgoing(node, relation) };
    let view = *view;
    ends.iter().map(|end| end.node).filter(move |&end| view.sees(end))
}

/// Something of each node.
pub(super) fn column<T>(
    view: &View<'_>,
    of: &[u32],
    value: impl Fn(NodeId) -> T,
) -> std::result::Result<Vec<T>, Refusal> {
    of.iter().map(|&number| view.node(number).map(&value)).collect()
}

/// An attribute of each node, where it is of this type.
fn values<T>(
    view: &View<'_>,
    name: &str,
    of: &[u32],
    is: impl Fn(AttributeType) -> bool,
    value: impl Fn(Value<'_>) -> Option<T>,
) -> std::result::Result<Vec<Option<T>>, Refusal> {
    let mut attributes = view.attributes(name)?;
    attributes.retain(|attribute| is(attribute.of));
    if attributes.is_empty() {
        return Err(Refusal::new("wrong-type", name));
    }
    column(view, of, |node| {
        let attribute = attribute(&attributes, view.graph.kind(node))?;
        attribute.get(view.graph, node).and_then(&value)
    })
}

fn attribute(attributes: &[&'static Attribute], kind: NodeKind) -> Option<&'static Attribute> {
    attributes.iter().copied().find(|attribute| attribute.kind == kind)
}

/// Whether a node gives an attribute; of one that counts something, whether there is any.
fn gives(view: &View<'_>, attributes: &[&'static Attribute], node: NodeId) -> bool {
    let value = attribute(attributes, view.graph.kind(node)).and_then(|attribute| attribute.get(view.graph, node));
    !matches!(value, None | Some(Value::Number(0)))
}
