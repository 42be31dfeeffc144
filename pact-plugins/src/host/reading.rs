//! How far what was read can be relied on.

use std::collections::HashMap;

use pact_core::graph::{
    attribute::Attribute,
    node::{NodeId, NodeKind},
};
use wasmtime::{Result, StoreContextMut, component::LinkerInstance};

use super::{
    Answer, State, ask,
    graph::{Edges, column},
    view::{Refusal, View},
};

type Store<'s> = StoreContextMut<'s, State>;
type Of = Vec<u32>;

/// Defines the questions of interface `reading`.
pub(super) fn define(linker: &mut LinkerInstance<'_, State>) -> Result<()> {
    linker.func_wrap("damaged", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<bool>> {
        ask(store, of.len(), |view| column(view, &of, |node| view.graph.head(node).damaged))
    })?;
    linker.func_wrap("repeated", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<bool>> {
        ask(store, of.len(), |view| column(view, &of, |node| view.graph.head(node).repeated))
    })?;
    linker.func_wrap("incomplete", |store: Store<'_>, (kinds,): (Vec<String>,)| -> Answer<Vec<bool>> {
        ask(store, kinds.len(), |view| {
            let incomplete = view.graph.incomplete();
            kinds.iter().map(|kind| Ok(incomplete.contains(view.kind(kind)?))).collect()
        })
    })?;
    linker.func_wrap("called-alike", |store: Store<'_>, (of,): (Of,)| -> Answer<Edges> {
        ask(store, of.len(), |view| alike(view, &of))
    })
}

/// The first of each document with a label in a language.
type First<'g> = HashMap<(NodeId, Option<&'g str>, String), NodeId>;

/// O(texts).
fn alike(view: &View<'_>, of: &[u32]) -> std::result::Result<Edges, Refusal> {
    const LABEL: &str = "label";
    let attributes: Vec<&'static Attribute> = view.attributes(LABEL)?;
    let labelled = |kind: NodeKind| attributes.iter().any(|attribute| attribute.kind == kind);
    let mut first = First::with_capacity(of.len());
    let mut edges = Edges::with_capacity(of.len());
    for &number in of {
        let node = view.node(number)?;
        let mut others: Vec<u32> = Vec::new();
        if labelled(view.graph.kind(node))
            && let Some(label) = view.graph.label(node).filter(|label| !label.is_blank())
        {
            let document = view.graph.head(node).document;
            for (language, text) in label.versions() {
                let folded = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
                let other = *first.entry((document, language, folded)).or_insert(node);
                if other != node {
                    others.push(other.number());
                }
            }
        }
        others.sort_unstable();
        others.dedup();
        edges.push(others);
    }
    Ok(edges)
}
