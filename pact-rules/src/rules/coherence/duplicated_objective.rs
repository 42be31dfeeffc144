use std::collections::BTreeSet;

use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        edge::EdgeKind,
        node::{Id, NodeId, Objective},
    },
    message::{Message, Thing},
    source::Span,
};
use rustc_hash::FxHashMap;

use crate::{
    general::General,
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// Two objectives that say the same.
    ///
    /// ## What it checks
    /// What the terms ask for: that no objective duplicates another. Where no clause asks for it, objectives that say under `duplicates` that they do, as a note; and in every
    /// proposal under terms, objectives with the same label.
    ///
    /// ## Why it matters
    /// What is counted twice looks like more than it is, and two owners of one objective wait for each other.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A: { force: must, text: The group proposes objectives. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// objectives:
    ///   graduates: { label: More IT graduates }
    ///   it: { label: More IT graduates }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A: { force: must, text: The group proposes objectives. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// objectives:
    ///   graduates: { label: More IT graduates }
    ///   women: { label: More women in IT }
    /// ```
    ///
    /// ## How to fix
    /// Make one of them, or say in their labels what tells them apart. If one goes further than the other, that is `adds-to`.
    pub struct DuplicatedObjective = "C104" "duplicated-objective" in "coherence", Note, Finding, since "0.2.0";
}

impl Rule for DuplicatedObjective {
    fn check(context: Context<'_>, sink: &mut Sink) {
        const HELP: &str = "duplicated-objective-help";
        lacks::report(context, sink, Topic::DuplicatedObjective, HELP);
        let graph = context.model.graph();
        let mut pairs: BTreeSet<(NodeId, NodeId)> = BTreeSet::new();
        let mut push = |first: NodeId, again: NodeId, span: Span, id: &'static str| {
            if !pairs.insert((first.min(again), first.max(again))) {
                return;
            }
            let message =
                Message::new(id).with("again", Thing::of(graph, again)).with("first", Thing::of(graph, first));
            sink.push(
                Finding::about(again, span, message)
                    .related(graph.span(first), Message::new("beside-other"))
                    .help(Message::new(HELP)),
            );
        };
        let general = General::new(context, Topic::DuplicatedObjective);
        for (id, _) in graph.all::<Objective>().filter(|(id, _)| general.may_speak_of(*id)) {
            for same in graph.outgoing(id, EdgeKind::Duplicates).iter().filter(|same| !general.is_told(same.node)) {
                push(same.node, id.node(), same.span, "duplicated-objective");
            }
        }
        // That two are called the same, no requirement can ask for.
        let general = General::of_all(context, Topic::DuplicatedObjective);
        let mut objectives: Vec<(Id<Objective>, &Objective)> =
            graph.all::<Objective>().filter(|(id, _)| general.may_speak_of(*id)).collect();
        // Which of two is the first must not depend on the order of entries.
        objectives.sort_by_key(|(id, _)| graph.name(*id));
        let mut seen: FxHashMap<(NodeId, Option<&str>, String), NodeId> = FxHashMap::default();
        for (id, objective) in objectives {
            let Some(label) = objective.label.as_ref().filter(|label| !label.is_blank()) else { continue };
            for (language, text) in label.versions() {
                let folded = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
                let first = *seen.entry((graph.head(id).document, language, folded)).or_insert_with(|| id.node());
                if first != id.node() {
                    push(first, id.node(), label.span(), "duplicated-label");
                }
            }
        }
    }
}
