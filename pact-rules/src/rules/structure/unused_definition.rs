use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        Graph, Why,
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
    message::Message,
};

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use crate::{
    rule::{Rule, declare_rule},
    suggest::{self, Suggester},
};

declare_rule! {
    /// Something is defined that nothing refers to.
    ///
    /// ## What it checks
    /// Actors, regions and concepts: that something uses them. A concept or a region is used when a narrower one is, and a concept
    /// when a requirement or a definition speaks of its whole scheme. Nothing is said while a file could not be read, since the
    /// reference may stand there, nor of terms without a pact that is held against them, since terms define what pacts are to use.
    ///
    /// ## Why it matters
    /// It is either left over or forgotten. Terms that claim a policy area which no seat, category or objective belongs to promise a
    /// representation that nobody gives.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [municipality, company] }
    /// bodies:
    ///   board: { seats: { towns: { eligible: { category: municipality } } } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { north: { label: North Town, category: municipality } }
    /// members: { m1: { body: board, seat: towns, actor: north } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [municipality] }
    /// bodies:
    ///   board: { seats: { towns: { eligible: { category: municipality } } } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { north: { label: North Town, category: municipality } }
    /// members: { m1: { body: board, seat: towns, actor: north } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: school
    /// title: School
    /// schemes: { education-level: [primary, secondary] }
    /// definitions: { levels: { label: all levels of education, clause: A, means: education-level } }
    /// clauses:
    ///   A: { force: context, text: "The levels of education are the primary and the secondary." }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: school
    /// initiatives: { teaching: { label: Teaching, reaches: primary } }
    /// ```
    ///
    /// ## How to fix
    /// Use it where it was meant to be used, or take it away. If a document that uses it is not part of the run, turn the rule off in
    /// `pact.toml`.
    pub struct UnusedDefinition = "S107" "unused-definition" in "structure", Warning, Finding, since "0.1.0";
}

impl Rule for UnusedDefinition {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        if context.model.faults().iter().any(|fault| fault.kind.may_hide_references()) {
            return;
        }
        let meant = Meant::new(graph);
        let governed: FxHashSet<NodeId> =
            graph.nodes().filter(|&node| !graph.incoming(node, EdgeKind::Under).is_empty()).collect();
        for node in graph.nodes() {
            let kind = graph.kind(node);
            let defined = matches!(kind, NodeKind::Actor | NodeKind::Region | NodeKind::Concept);
            let document = graph.head(node).document;
            // Terms define what pacts are to use: alone they say nothing of what is used.
            let alone = graph.kind(document) == NodeKind::Terms && !governed.contains(&document);
            let group = (kind, graph.head(node).parent);
            if !defined
                || alone
                || meant.kinds.contains(&group)
                || graph.head(node).repeated
                || meant.nodes.contains(&node)
                || is_used(graph, node)
            {
                continue;
            }
            let message = match (kind, graph.head(node).parent) {
                (NodeKind::Concept, Some(scheme)) => {
                    Message::new("unused-concept").with("id", graph.name(node)).with("scheme", graph.name(scheme))
                }
                _ => Message::new("unused-definition").with("kind", kind).with("id", graph.name(node)),
            };
            sink.push(Finding::about(node, graph.span(node), message).help(Message::new("unused-definition-help")));
        }
    }
}

/// Something refers to it, beside what belongs to it anyway; or a requirement or a definition speaks of its scheme as a whole, and so of each concept in it.
fn is_used(graph: &Graph, node: NodeId) -> bool {
    let whole = [EdgeKind::Concerns, EdgeKind::Means];
    let schemes = graph.outgoing(node, EdgeKind::InScheme).iter().map(|scheme| scheme.node);
    graph.incoming_all(node).any(|(edge, _)| edge != EdgeKind::InScheme)
        || schemes.into_iter().any(|scheme| whole.iter().any(|&edge| !graph.incoming(scheme, edge).is_empty()))
}

/// What references that lead nowhere may have been meant to use. To report it as unused would be a second finding for one fault.
#[derive(Default)]
struct Meant {
    /// What misspelt and ambiguous references were probably meant to use.
    nodes: FxHashSet<NodeId>,
    /// Kinds, and for concepts schemes, into which a reference leads that is near to nothing: any of them may have been meant.
    kinds: FxHashSet<(NodeKind, Option<NodeId>)>,
}

impl Meant {
    fn new(graph: &Graph) -> Self {
        let mut meant = Self::default();
        let schemes: BTreeSet<&str> = graph.unresolved().iter().filter_map(|unresolved| unresolved.scheme).collect();
        for scheme in schemes.into_iter().filter(|scheme| graph.scheme(scheme).is_none()) {
            if let Some(misnamed) = suggest::scheme_meant_as(graph, scheme) {
                meant.nodes.extend(graph.incoming(misnamed, EdgeKind::InScheme).iter().map(|concept| concept.node));
            }
        }
        let mut suggester = Suggester::new(graph);
        for unresolved in graph.unresolved() {
            let kinds = unresolved.kinds.as_slice();
            if let Why::Ambiguous(candidates) = &unresolved.why {
                meant.nodes.extend(candidates.iter().copied());
                continue;
            }
            let found = suggester.suggest(unresolved);
            if found.question().is_some() {
                meant.nodes.extend(kinds.iter().flat_map(|&kind| found.nodes(graph, kind)));
            } else {
                let scheme = unresolved.scheme.and_then(|scheme| graph.scheme(scheme));
                meant.kinds.extend(kinds.iter().map(|&kind| (kind, scheme)));
            }
        }
        meant
    }
}
