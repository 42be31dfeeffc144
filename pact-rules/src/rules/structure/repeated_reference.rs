use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::edge::EdgeKind,
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// The same reference twice in one list.
    ///
    /// ## What it checks
    /// That no entry refers to the same thing twice under one key.
    ///
    /// ## Why it matters
    /// It counts once. Whoever wrote it twice probably meant another the second time: a partnership of two partners that are one.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// actors: { lo: {} }
    /// partnerships:
    ///   training: { label: Training, partners: [lo, lo] }
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// actors: { lo: {}, da: {} }
    /// partnerships:
    ///   training: { label: Training, partners: [lo, da] }
    /// ```
    ///
    /// ## How to fix
    /// Take one away, or write the one that was meant.
    pub struct RepeatedReference = "S113" "repeated-reference" in "structure", Warning, Finding, since "0.1.0";
}

impl Rule for RepeatedReference {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for node in graph.nodes() {
            let mut before: Option<(_, pact_core::graph::Neighbor)> = None;
            // Edges come sorted by kind and target, so that equals stand side by side.
            for (kind, edge) in graph.outgoing_all(node) {
                if let Some((earlier_kind, earlier)) = before
                    && earlier_kind == kind
                    // A requirement may speak of one thing more than once: where E8 is included, something has to cover E8.
                    && kind != EdgeKind::Concerns
                    && earlier.node == edge.node
                    // A requirement may speak of the same thing in several places.
                    && kind != EdgeKind::Concerns
                    // Through an alias the same words are read twice.
                    && earlier.span != edge.span
                {
                    let message = Message::new("repeated-reference")
                        .with("id", graph.name(edge.node))
                        .with("from", graph.name(node))
                        .with("edge", kind);
                    sink.push(
                        Finding::about(node, edge.span, message)
                            .related(earlier.span, Message::new("first-here"))
                            .help(Message::new("repeated-reference-help")),
                    );
                }
                before = Some((kind, edge));
            }
        }
    }
}
