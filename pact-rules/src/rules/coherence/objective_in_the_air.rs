use pact_core::{
    check::{Context, Sink},
    document::pact::Level,
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
    lacks::{self, Topic, is_regional},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A regional objective that no national one stands behind.
    ///
    /// ## What it checks
    /// What the terms ask for: that regional objectives support national ones or add to them. Where no clause asks for it, the same in proposals that supplement a
    /// pact with objectives of its own, as a note; there it is enough that the whole of which an objective is part, or one that it supports, supports a national one.
    ///
    /// ## Why it matters
    /// A regional pact that supplements a national one is to pull the same way. An objective of which nobody can say what national goal it serves is the first to lose
    /// its money.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A:
    ///     force: must
    ///     text: Regional objectives support national ones.
    ///     requires:
    ///       every: objective
    ///       where: { level: regional }
    ///       has: { at-least: 1, via: supports|adds-to, to: objective, where: { level: national } }
    /// # --- country.yaml
    /// pact: 1
    /// id: country
    /// title: National pact
    /// level: national
    /// status: adopted
    /// objectives: { stem: { label: More people in STEM } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// supplements: country
    /// objectives:
    ///   graduates: { label: More IT graduates, supports: country/stem }
    ///   bridges: { label: More bridges }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A:
    ///     force: must
    ///     text: Regional objectives support national ones.
    ///     requires:
    ///       every: objective
    ///       where: { level: regional }
    ///       has: { at-least: 1, via: supports|adds-to, to: objective, where: { level: national } }
    /// # --- country.yaml
    /// pact: 1
    /// id: country
    /// title: National pact
    /// level: national
    /// status: adopted
    /// objectives: { stem: { label: More people in STEM } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// supplements: country
    /// objectives:
    ///   graduates: { label: More IT graduates, supports: country/stem }
    ///   women: { label: More women in engineering, adds-to: country/stem }
    /// ```
    ///
    /// ## How to fix
    /// Say which national objective it supports or adds to: `supports`, `adds-to`. If there is none, the objective is the region's own: leave it out or explain it.
    pub struct ObjectiveInTheAir = "C101" "objective-in-the-air" in "coherence", Note, Finding, since "0.2.0";
}

impl Rule for ObjectiveInTheAir {
    fn check(context: Context<'_>, sink: &mut Sink) {
        const HELP: &str = "objective-in-the-air-help";
        lacks::report(context, sink, Topic::ObjectiveInTheAir, HELP);
        let graph = context.model.graph();
        for node in in_general(context) {
            let message = Message::new("lack-in-the-air").with("subject", Thing::of(graph, node));
            sink.push(Finding::about(node, graph.span(node), message).help(Message::new(HELP)));
        }
    }
}

/// The relations by which a national objective stands behind another one.
const BEHIND: [EdgeKind; 3] = [EdgeKind::Supports, EdgeKind::AddsTo, EdgeKind::PartOf];

/// O(objectives and what relates them).
fn in_general(context: Context<'_>) -> Vec<NodeId> {
    let graph = context.model.graph();
    let general = General::new(context, Topic::ObjectiveInTheAir);
    if general.is_empty() || graph.incomplete().contains(NodeKind::Objective) {
        return Vec::new();
    }
    let with_objectives: FxHashSet<NodeId> = graph.all::<Objective>().map(|(id, _)| graph.head(id).document).collect();
    let supplements = |pact: NodeId| {
        !graph.is_broken(pact, EdgeKind::Supplements)
            && graph.outgoing(pact, EdgeKind::Supplements).iter().any(|other| with_objectives.contains(&other.node))
    };
    let backed = backed(graph);
    let has_backed_part =
        |node: NodeId| graph.incoming(node, EdgeKind::PartOf).iter().any(|part| backed.contains(&part.node));
    let objectives = graph.all::<Objective>().map(|(id, _)| id.node());
    let alone = objectives.filter(|&node| {
        general.may_speak_of(node)
            && is_regional(graph, node)
            && !backed.contains(&node)
            && !has_backed_part(node)
            && supplements(graph.head(node).document)
    });
    alone.collect()
}

/// Objectives behind which a national one stands, or may stand where a reference leads nowhere.
fn backed(graph: &Graph) -> FxHashSet<NodeId> {
    let doubtful = |node: NodeId| BEHIND.iter().any(|&edge| graph.is_broken(node, edge));
    let national = graph
        .all::<Objective>()
        .filter(|(id, objective)| objective.level != Some(Level::Regional) || doubtful(id.node()));
    let mut open: Vec<NodeId> = national.map(|(id, _)| id.node()).collect();
    let mut backed: FxHashSet<NodeId> = open.iter().copied().collect();
    while let Some(node) = open.pop() {
        for edge in BEHIND {
            open.extend(
                graph.incoming(node, edge).iter().map(|other| other.node).filter(|&other| backed.insert(other)),
            );
        }
    }
    backed
}
