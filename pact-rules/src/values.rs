//! Findings about a value of an entry, at the place of the value.

use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::node::NodeId,
    message::Message,
};

/// Reports what was found about `key` in the entries of nodes: where the value stands, or in a register the empty cell that is to be filled in; at the id where
/// the entry does not have the key. Each file is read once more.
pub(crate) fn report(
    context: Context<'_>,
    sink: &mut Sink,
    key: &str,
    help: &'static str,
    found: Vec<(NodeId, Message)>,
) {
    let wanted: Vec<(NodeId, &str)> = found.iter().map(|(node, _)| (*node, key)).collect();
    let places = context.model.places(&wanted);
    for ((node, message), place) in found.into_iter().zip(places) {
        let span = place.unwrap_or_else(|| context.model.graph().span(node));
        sink.push(Finding::about(node, span, message).help(Message::new(help)));
    }
}
