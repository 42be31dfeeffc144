use std::collections::{BTreeMap, BTreeSet};

use pact_core::{
    check::{Context, Sink},
    document::{pact::Status, requirement::Quantifier},
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, Objective, Pact},
    },
    ledger::Case,
    message::{Arg, Message, Thing},
    source::Span,
};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// Objectives that rest on goals which are only planned.
    ///
    /// ## What it checks
    /// Objectives of a proposal under terms that support or add to objectives of a pact with the status `planned`: one finding for each such pact. It cites the clause that asks for the
    /// support, if there is one.
    ///
    /// ## Why it matters
    /// The references are there, so that a check is content. But what they lead to may come out otherwise, and then the proposal supports what nobody decided.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A: { force: must, text: Regional objectives support national ones. }
    /// # --- country.yaml
    /// pact: 1
    /// id: country
    /// title: National pact
    /// level: national
    /// status: planned
    /// objectives: { stem: { label: More people in STEM } }
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
    ///   A: { force: must, text: Regional objectives support national ones. }
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
    /// objectives: { graduates: { label: More IT graduates, supports: country/stem } }
    /// ```
    ///
    /// ## How to fix
    /// Nothing, while the other pact is being prepared; whoever approves the proposal should know. When it is adopted, give its new `status`, and look the references up again.
    pub struct PlannedCounterpart = "C103" "planned-counterpart" in "coherence", Warning, Finding, since "0.2.0";
}

/// More references than this are counted, but not shown.
const SHOWN: usize = 4;

impl Rule for PlannedCounterpart {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let planned: FxHashSet<NodeId> = graph
            .all::<Pact>()
            .filter(|(_, pact)| pact.status == Some(Status::Planned))
            .map(|(id, _)| id.node())
            .collect();
        let mut cases: FxHashMap<NodeId, Vec<&Case>> = FxHashMap::default();
        for case in &context.ledger.cases {
            cases.entry(case.pact).or_default().push(case);
        }
        if planned.is_empty() || cases.is_empty() {
            return;
        }
        // Of each proposal and each planned pact, the objectives that rest on it and where they say so.
        let mut resting: BTreeMap<(NodeId, NodeId), Vec<(NodeId, Span)>> = BTreeMap::new();
        for (id, _) in graph.all::<Objective>().filter(|(id, _)| cases.contains_key(&graph.head(*id).document)) {
            for edge in [EdgeKind::Supports, EdgeKind::AddsTo] {
                for on in graph.outgoing(id, edge) {
                    let pact = graph.head(on.node).document;
                    if planned.contains(&pact) && pact != graph.head(id).document {
                        resting.entry((graph.head(id).document, pact)).or_default().push((id.node(), on.span));
                    }
                }
            }
        }
        for ((proposal, pact), all) in resting {
            let mut seen = BTreeSet::new();
            let mut objectives: Vec<NodeId> =
                all.iter().map(|(node, _)| *node).filter(|&node| seen.insert(node)).collect();
            objectives.sort_by_cached_key(|&node| graph.key(node));
            let message = Message::new("planned-counterpart")
                .with("pact", Thing::of(graph, pact))
                .with("objectives", Arg::All(objectives.iter().map(|&node| graph.name(node).to_owned()).collect()))
                .with("count", objectives.len());
            let said = graph.between(proposal, EdgeKind::Supplements, pact);
            let span = said.map_or_else(|| graph.span(proposal), |said| said.span);
            let mut finding = Finding::about(proposal, span, message).help(Message::new("planned-counterpart-help"));
            for (_, span) in all.iter().take(SHOWN) {
                finding = finding.related(*span, Message::new("planned-counterpart-rests"));
            }
            let cases = cases.get(&proposal).map_or(&[][..], Vec::as_slice);
            sink.push(match cases.iter().find_map(|case| asking(graph, case)) {
                Some(clause) => finding.citing(clause),
                None => finding,
            });
        }
    }
}

/// The clause that asks for support by national objectives: rather one that asks it of every objective than one that asks it of some.
fn asking(graph: &Graph, case: &Case) -> Option<NodeId> {
    let asks = |node: NodeId, of_all: bool| {
        lacks::patterns(graph, node).into_iter().any(|pattern| {
            (pattern.quantifier == Quantifier::Every) == of_all
                && lacks::asks_for(graph, pattern, Topic::ObjectiveInTheAir)
        })
    };
    let find = |of_all: bool| case.entries.iter().map(|entry| entry.node).find(|&node| asks(node, of_all));
    find(true).or_else(|| find(false))
}
