use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{Initiative, NodeId, NodeKind, Objective},
    },
    message::{Message, Thing},
};
use rustc_hash::FxHashSet;

use crate::{
    general::General,
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// An initiative that contributes to no objective.
    ///
    /// ## What it checks
    /// What the terms ask for: that each initiative contributes to an objective. Where no clause asks for it, the same as a note, in proposals that have objectives; there it is enough that the
    /// initiative of which one is part contributes to one.
    ///
    /// ## Why it matters
    /// Nobody can say what it is good for, or whether it worked.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A:
    ///     force: must
    ///     text: The efforts cohere.
    ///     requires: { every: initiative, has: { at-least: 1, via: contributes-to, to: objective } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// objectives: { graduates: { label: More IT graduates } }
    /// initiatives:
    ///   courses: { label: New courses, contributes-to: graduates }
    ///   fair: { label: A fair }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A:
    ///     force: must
    ///     text: The efforts cohere.
    ///     requires: { every: initiative, has: { at-least: 1, via: contributes-to, to: objective } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// objectives: { graduates: { label: More IT graduates } }
    /// initiatives:
    ///   courses: { label: New courses, contributes-to: graduates }
    ///   fair: { label: A fair for those who choose, contributes-to: graduates }
    /// ```
    ///
    /// ## How to fix
    /// Say under `contributes-to` which objective it is for. If there is none, either an objective is missing or the initiative does not belong here.
    pub struct AimlessInitiative = "C108" "aimless-initiative" in "coherence", Note, Finding, since "0.2.0";
}

impl Rule for AimlessInitiative {
    fn check(context: Context<'_>, sink: &mut Sink) {
        const HELP: &str = "aimless-initiative-help";
        lacks::report(context, sink, Topic::AimlessInitiative, HELP);
        let graph = context.model.graph();
        let general = General::new(context, Topic::AimlessInitiative);
        if general.is_empty() || graph.incomplete().contains(NodeKind::Initiative) {
            return;
        }
        let with_objectives: FxHashSet<NodeId> =
            graph.all::<Objective>().map(|(id, _)| graph.head(id).document).collect();
        for node in graph.all::<Initiative>().map(|(id, _)| id.node()) {
            let aims = with_objectives.contains(&graph.head(node).document);
            if aims && general.may_speak_of(node) && !contributes(graph, node) {
                let message = Message::new("lack-initiative").with("subject", Thing::of(graph, node));
                sink.push(Finding::about(node, graph.span(node), message).help(Message::new(HELP)));
            }
        }
    }
}

/// Whether an initiative, or a whole of which it is part, contributes to something or may do so.
fn contributes(graph: &Graph, node: NodeId) -> bool {
    let mut open = vec![node];
    let mut seen = FxHashSet::default();
    while let Some(here) = open.pop() {
        if graph.says(here, EdgeKind::ContributesTo) || graph.is_broken(here, EdgeKind::PartOf) {
            return true;
        }
        if seen.insert(here) {
            open.extend(graph.outgoing(here, EdgeKind::PartOf).iter().map(|whole| whole.node));
        }
    }
    false
}
