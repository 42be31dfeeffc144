use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::node::NodeKind,
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// An entry without a single key, of a kind that means nothing by its id alone.
    ///
    /// ## What it checks
    /// Objectives, initiatives, partnerships, strengths, challenges, meetings, decisions, attestations, explanations and waivers. An actor, a
    /// region, a concept, a body or a seat may be no more than its id.
    ///
    /// ## Why it matters
    /// A waiver that waives nothing and a decision that nobody takes look like what they are not.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// waivers:
    ///   w1: {}
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// actors: { lo: {} }
    /// partnerships:
    ///   training: { label: Training, partners: lo }
    /// ```
    ///
    /// ## How to fix
    /// Say what it is, or take it away.
    pub struct EmptyEntry = "S119" "empty-entry" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for EmptyEntry {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for node in graph.nodes().filter(|&node| graph.head(node).empty && says_nothing(graph.kind(node))) {
            let message = Message::new("empty-entry").with("kind", graph.kind(node)).with("id", graph.name(node));
            sink.push(Finding::about(node, graph.span(node), message).help(Message::new("empty-entry-help")));
        }
    }
}

/// Kinds that mean nothing by their id alone, and of which no other rule says so.
fn says_nothing(kind: NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::Objective
            | NodeKind::Initiative
            | NodeKind::Partnership
            | NodeKind::Strength
            | NodeKind::Challenge
            | NodeKind::Meeting
            | NodeKind::Decision
            | NodeKind::Attestation
            | NodeKind::Explanation
            | NodeKind::Waiver
    )
}
