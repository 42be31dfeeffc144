use pact_core::{
    check::{Context, Sink},
    document::terms::Force,
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{Clause, NodeId, NodeKind},
    },
    message::{Message, Thing},
};
use rustc_hash::FxHashSet;

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A clause that obliges, and that nothing checks.
    ///
    /// ## What it checks
    /// Clauses of force `must`, `should`, `must-not` and `constitutive`: that they ask for something (`requires`, `forbids`), give a seat, a size or nominators of a body,
    /// define words, or have elements or clauses of their own. Terms in which no clause asks for anything yet are left alone: they are still being written down.
    ///
    /// ## Why it matters
    /// In the ledger the clause is silent: it can be neither met nor unmet. Whoever reads that everything else holds may think that it does.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { board: {} }
    /// clauses:
    ///   A: { force: must, text: The board meets twice., requires: { meetings: { of: board, exactly: 2 } } }
    ///   B: { force: should, text: Everybody is heard. }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { board: {} }
    /// clauses:
    ///   A: { force: must, text: The board meets twice., requires: { meetings: { of: board, exactly: 2 } } }
    ///   B: { force: should, text: Everybody is heard., requires: { statement: { by: board } } }
    /// ```
    ///
    /// ## How to fix
    /// Say under `requires` what would show that the clause is followed. Where no structure can show it, let a human vouch: `requires: { statement: {} }`. If nothing follows
    /// from it, its force is `context`.
    pub struct SilentClause = "T107" "silent-clause" in "terms", Note, Finding, since "0.2.0";
}

impl Rule for SilentClause {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        // What gives something for a clause may be among what was lost.
        const GIVES: [NodeKind; 5] =
            [NodeKind::Body, NodeKind::Seat, NodeKind::Element, NodeKind::Clause, NodeKind::Definition];
        if GIVES.iter().any(|&kind| graph.incomplete().contains(kind)) {
            return;
        }
        let asking: FxHashSet<NodeId> = graph
            .all::<Clause>()
            .filter(|(id, _)| graph.asks(*id).is_some())
            .map(|(id, _)| graph.head(id).document)
            .collect();
        let doubtful: FxHashSet<NodeId> = graph
            .unresolved()
            .iter()
            .filter(|unresolved| GIVEN.contains(&unresolved.edge))
            .map(|unresolved| graph.head(unresolved.from).document)
            .collect();
        for (id, clause) in graph.all::<Clause>() {
            let head = graph.head(id);
            let obliges =
                matches!(clause.force, Some(Force::Must | Force::Should | Force::MustNot | Force::Constitutive));
            if obliges
                && asking.contains(&head.document)
                && !doubtful.contains(&head.document)
                && !head.damaged
                && !head.repeated
                && graph.asks(id).is_none()
                && !gives(graph, id.node())
            {
                let message = Message::new("silent-clause").with("clause", Thing::of(graph, id.node()));
                let finding = Finding::about(id, graph.span(id), message).help(Message::new("silent-clause-help"));
                sink.push(finding.citing(id.node()));
            }
        }
    }
}

/// The relations by which something is given by a clause.
const GIVEN: [EdgeKind; 4] = [EdgeKind::UnderClause, EdgeKind::SizeClause, EdgeKind::NominatorClause, EdgeKind::PartOf];

/// Whether a clause gives something that is checked: a seat, a size, nominators, an element, a clause of its own; or says what words mean.
fn gives(graph: &Graph, clause: NodeId) -> bool {
    GIVEN.iter().any(|&edge| {
        // That a clause sets a body up says nothing that could be checked.
        graph
            .incoming(clause, edge)
            .iter()
            .any(|given| edge != EdgeKind::UnderClause || graph.kind(given.node) != NodeKind::Body)
    })
}
