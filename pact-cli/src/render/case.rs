//! A proposal and the terms that it is held against, in words.

use pact_core::{
    graph::{Graph, node::NodeId},
    ledger::{Case, Judging},
    message::{Catalogue, Message},
};

use super::clean;

/// Longer titles are cut.
const TITLE: usize = 120;

/// What is held against what, and how it is judged.
pub(super) fn heading(graph: &Graph, case: &Case, judged: Judging, words: &Catalogue) -> Message {
    let day = judged.as_of.map_or_else(|| "none".to_owned(), |day| day.to_string());
    Message::new("cli-case")
        .with("pact", named(graph, case.pact, words))
        .with("terms", named(graph, case.terms, words))
        .with("stage", judged.stage.name())
        .with("day", day)
}

/// A node by what people call it, with its id; by its id alone where it has no label.
pub(super) fn named(graph: &Graph, node: NodeId, words: &Catalogue) -> String {
    let id = clean::line(graph.name(node)).into_owned();
    match graph.label(node).map(|label| label.get(words.language().tag())).filter(|label| !label.trim().is_empty()) {
        Some(label) => format!("{} ({id})", clean::short(label, TITLE)),
        None => id,
    }
}
