//! A clause or an element as a finding cites it: id, force, words, place.

use pact_core::{
    graph::node::NodeId,
    ledger,
    message::{Catalogue, Message},
    model::Model,
};

use super::{clean, places::Places, vocabulary, wording::Wording};

/// Longer texts are cut.
const TEXT: usize = 160;

/// What a clause or an element is: `bestemmelse T4 (skal)`.
pub(super) fn head(model: &Model, node: NodeId, words: &Catalogue) -> String {
    let graph = model.graph();
    let kind = words.kind(graph.kind(node));
    let id = clean::short(graph.name(node), 60);
    match ledger::force(graph, node) {
        Some(force) => format!("{kind} {id} ({})", vocabulary::force(force, words)),
        None => format!("{kind} {id}"),
    }
}

/// What it says, between quotation marks where these are the words of the source, and where it says so.
pub(super) fn body(model: &Model, node: NodeId, words: &Catalogue, places: &Places) -> String {
    let wording = Wording::of(model.graph(), node);
    let said = clean::short(wording.said(words.language().tag()), TEXT);
    let span = wording.in_source().unwrap_or_else(|| model.graph().span(node));
    let place = places.written(model, span);
    match (said.is_empty(), wording.quote()) {
        (true, _) => place,
        (false, Some(_)) => format!("{} ({place})", quoted(&said, words)),
        (false, None) => format!("{said} ({place})"),
    }
}

/// Words between the quotation marks of the reader's language.
pub(super) fn quoted(said: &str, words: &Catalogue) -> String {
    words.text(&Message::new("cli-quoted").with("text", said))
}
