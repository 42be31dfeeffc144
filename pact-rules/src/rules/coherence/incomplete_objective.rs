use std::collections::BTreeSet;

use pact_core::{
    check::{Context, Sink},
    document::requirement::Quantifier,
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{Id, NodeId, NodeKind, Objective},
        requirement::{Class, Has},
    },
    message::{Arg, Message, Thing},
};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    general::General,
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
    words,
};

declare_rule! {
    /// An objective that does not say who answers for it, where things stand, or where they are to stand by when.
    ///
    /// ## What it checks
    /// What the terms ask for. Where no clause asks every objective for one of them, as a note: an owner, a baseline, a target and its date, in proposals in which some objective gives one of
    /// these. One finding for an objective, saying what is missing.
    ///
    /// ## Why it matters
    /// Without a baseline and a target nobody can say whether it was reached; without a date, when to look; without an owner, whom to ask.
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
    /// actors: { university: { label: The university } }
    /// objectives:
    ///   graduates:
    ///     label: More IT graduates
    ///     owner: university
    ///     target: { value: 1200 }
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
    /// actors: { university: { label: The university } }
    /// objectives:
    ///   graduates:
    ///     label: More IT graduates
    ///     owner: university
    ///     baseline: { value: 1000, on: 2017 }
    ///     target: { value: 1200, on: 2022 }
    /// ```
    ///
    /// ## How to fix
    /// Add what is missing. If nobody knows it yet, the objective is a wish; keep the proposal a draft until somebody does.
    pub struct IncompleteObjective = "C109" "incomplete-objective" in "coherence", Note, Finding, since "0.2.0";
}

const OWNER: &str = "owner";
const BASELINE: &str = "baseline";
const TARGET: &str = "target";
const DUE: &str = "due";

impl Rule for IncompleteObjective {
    fn check(context: Context<'_>, sink: &mut Sink) {
        const HELP: &str = "incomplete-objective-help";
        lacks::report(context, sink, Topic::IncompleteObjective, HELP);
        let graph = context.model.graph();
        let general = General::of_all(context, Topic::IncompleteObjective);
        let asked = asked(context);
        let objectives = || graph.all::<Objective>().filter(|(id, _)| general.is_proposal(graph.head(*id).document));
        let concrete: FxHashSet<NodeId> = objectives()
            .filter(|(id, data)| missing(graph, *id, data).len() < 3)
            .map(|(id, _)| graph.head(id).document)
            .collect();
        for (id, data) in objectives().filter(|(id, _)| general.may_speak_of(*id)) {
            let document = graph.head(id).document;
            if !concrete.contains(&document) {
                continue;
            }
            let asked = asked.get(&document);
            let mut keys = missing(graph, id, data);
            keys.retain(|&key| asked.is_none_or(|asked| !asked.contains(key)));
            if keys.is_empty() {
                continue;
            }
            let message = words::given(Message::new("lack-given"), NodeKind::Objective)
                .with("subject", Thing::of(graph, id.node()))
                .with("kind", NodeKind::Objective)
                .with("keys", Arg::All(keys.into_iter().map(|key| words::key_name(key).to_owned()).collect()));
            sink.push(Finding::about(id, graph.span(id), message).help(Message::new(HELP)));
        }
    }
}

/// What an objective does not give. Without a target there is no date of one to ask for.
fn missing(graph: &Graph, id: Id<Objective>, data: &Objective) -> Vec<&'static str> {
    let target = data.target.as_ref();
    let mut missing = Vec::new();
    if !graph.says(id, EdgeKind::Owner) {
        missing.push(OWNER);
    }
    if data.baseline.as_ref().is_none_or(|baseline| baseline.value.is_none()) {
        missing.push(BASELINE);
    }
    match target.filter(|target| target.value.is_some()) {
        None => missing.push(TARGET),
        Some(target) if target.on.is_none() => missing.push(DUE),
        Some(_) => {}
    }
    missing
}

/// The keys that the terms of a proposal ask every objective for.
fn asked(context: Context<'_>) -> FxHashMap<NodeId, BTreeSet<&str>> {
    let graph = context.model.graph();
    let mut asked: FxHashMap<NodeId, BTreeSet<&str>> = FxHashMap::default();
    for case in &context.ledger.cases {
        let patterns = case.entries.iter().flat_map(|entry| lacks::patterns(graph, entry.node));
        for pattern in patterns.filter(|pattern| pattern.quantifier == Quantifier::Every) {
            if pattern.class == Class::Kind(NodeKind::Objective) {
                let given = pattern.has.iter().filter_map(|has| match has {
                    Has::Given(keys) => Some(keys),
                    Has::Count(_) => None,
                });
                asked.entry(case.pact).or_default().extend(given.flatten().map(|tested| &*tested.key));
            }
        }
    }
    asked
}
