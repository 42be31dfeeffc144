use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, NodeKind, Objective},
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
    /// A national objective that no regional one supports.
    ///
    /// ## What it checks
    /// What the terms ask for of the pacts that the proposal supplements: that each of their objectives is supported or added to. Where no clause asks for it, the same as a note,
    /// in proposals that have objectives.
    ///
    /// ## Why it matters
    /// A region need not serve every national goal. But whether it leaves one out by choice or by oversight, only the proposal can say.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A:
    ///     force: should
    ///     text: The region supports each national objective.
    ///     requires:
    ///       every: objective
    ///       in: supplemented
    ///       has: { at-least: 1, via: supported-by|added-to-by, to: objective, where: { level: regional } }
    /// # --- country.yaml
    /// pact: 1
    /// id: country
    /// title: National pact
    /// level: national
    /// status: adopted
    /// objectives: { stem: { label: More people in STEM }, women: { label: More women in STEM } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// supplements: country
    /// objectives: { graduates: { label: More IT graduates, supports: country/stem } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A:
    ///     force: should
    ///     text: The region supports each national objective.
    ///     requires:
    ///       every: objective
    ///       in: supplemented
    ///       has: { at-least: 1, via: supported-by|added-to-by, to: objective, where: { level: regional } }
    /// # --- country.yaml
    /// pact: 1
    /// id: country
    /// title: National pact
    /// level: national
    /// status: adopted
    /// objectives: { stem: { label: More people in STEM }, women: { label: More women in STEM } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// supplements: country
    /// objectives: { graduates: { label: More IT graduates, supports: [country/stem, country/women] } }
    /// ```
    ///
    /// ## How to fix
    /// If an objective of the proposal serves it, say so under `supports`. If none does, explain why, where the terms ask for it.
    pub struct UnsupportedNationalObjective = "C102" "unsupported-national-objective" in "coherence", Note, Finding, since "0.2.0";
}

impl Rule for UnsupportedNationalObjective {
    fn check(context: Context<'_>, sink: &mut Sink) {
        const HELP: &str = "unsupported-national-objective-help";
        lacks::report(context, sink, Topic::UnsupportedNational, HELP);
        let graph = context.model.graph();
        for node in in_general(context) {
            let message = Message::new("lack-unsupported").with("subject", Thing::of(graph, node));
            sink.push(Finding::about(node, graph.span(node), message).help(Message::new(HELP)));
        }
    }
}

const SUPPORTS: [EdgeKind; 2] = [EdgeKind::Supports, EdgeKind::AddsTo];

/// O(objectives and what relates them).
fn in_general(context: Context<'_>) -> Vec<NodeId> {
    let graph = context.model.graph();
    let general = General::new(context, Topic::UnsupportedNational);
    if general.is_empty() || graph.incomplete().contains(NodeKind::Objective) {
        return Vec::new();
    }
    let mut supplemented = FxHashSet::default();
    let mut doubtful = false;
    for (id, _) in graph.all::<Objective>() {
        let pact = graph.head(id).document;
        doubtful |= SUPPORTS.iter().any(|&edge| graph.is_broken(id, edge));
        if general.is_proposal(pact) {
            supplemented.extend(graph.outgoing(pact, EdgeKind::Supplements).iter().map(|other| other.node));
        }
    }
    // The reference that leads nowhere may be the one.
    if doubtful {
        return Vec::new();
    }
    let objectives = graph.all::<Objective>().map(|(id, _)| id.node());
    let unsupported = objectives.filter(|&node| {
        supplemented.contains(&graph.head(node).document)
            && !graph.head(node).repeated
            && !general.is_told(node)
            && !is_supported(graph, node)
            && !graph.incoming(node, EdgeKind::PartOf).iter().any(|part| is_supported(graph, part.node))
    });
    unsupported.collect()
}

/// Whether an objective of another pact supports one or adds to it.
fn is_supported(graph: &Graph, node: NodeId) -> bool {
    let own = graph.head(node).document;
    let mut others = SUPPORTS.iter().flat_map(|&edge| graph.incoming(node, edge));
    others.any(|other| graph.head(other.node).document != own)
}
