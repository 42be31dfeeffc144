use std::collections::BTreeSet;

use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        edge::EdgeKind,
        node::{NodeId, Objective},
    },
    message::{Message, Thing},
};

use crate::{
    general::General,
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// Objectives that cannot both be reached.
    ///
    /// ## What it checks
    /// What the terms ask for: that no objective contradicts another, such as a national one. Where no clause asks for it, objectives that say under `contradicts` that they do, as
    /// a note.
    ///
    /// ## Why it matters
    /// Whoever works for the one works against the other. That may be a choice; it should be made by those who approve the proposal, and not be found out afterwards.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A:
    ///     force: must
    ///     text: The objectives fit together.
    ///     requires: { no: objective, has: { at-least: 1, via: contradicts, to: objective } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// objectives:
    ///   cities: { label: More places in the cities }
    ///   rural: { label: All new places outside the cities, contradicts: cities }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A:
    ///     force: must
    ///     text: The objectives fit together.
    ///     requires: { no: objective, has: { at-least: 1, via: contradicts, to: objective } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// objectives:
    ///   cities: { label: More places in the cities }
    ///   rural: { label: As many new places outside the cities }
    /// ```
    ///
    /// ## How to fix
    /// Give one of them up, or narrow it until both can be reached.
    pub struct ContradictingObjectives = "C105" "contradicting-objectives" in "coherence", Note, Finding, since "0.2.0";
}

impl Rule for ContradictingObjectives {
    fn check(context: Context<'_>, sink: &mut Sink) {
        const HELP: &str = "contradicting-objectives-help";
        lacks::report(context, sink, Topic::ContradictingObjectives, HELP);
        let graph = context.model.graph();
        let general = General::new(context, Topic::ContradictingObjectives);
        let mut pairs: BTreeSet<(NodeId, NodeId)> = BTreeSet::new();
        for (id, _) in graph.all::<Objective>().filter(|(id, _)| general.may_speak_of(*id)) {
            let node = id.node();
            for other in graph.outgoing(id, EdgeKind::Contradicts) {
                if general.is_told(other.node) || !pairs.insert((node.min(other.node), node.max(other.node))) {
                    continue;
                }
                let message = Message::new("contradicting-objectives")
                    .with("first", Thing::of(graph, node))
                    .with("other", Thing::of(graph, other.node));
                sink.push(
                    Finding::about(node, other.span, message)
                        .related(graph.span(other.node), Message::new("beside-other"))
                        .help(Message::new(HELP)),
                );
            }
        }
    }
}
