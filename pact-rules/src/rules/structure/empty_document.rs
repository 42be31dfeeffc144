use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        KindSet,
        node::{NodeId, NodeKind},
    },
    message::{Arg, Message},
};
use rustc_hash::FxHashSet;

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// Terms or a pact that say nothing.
    ///
    /// ## What it checks
    /// That terms have a clause, a body or an element, and that a pact has anything beside its head. A national pact that is only planned
    /// may be empty: it is there to be referred to. A register has at least one member.
    ///
    /// ## Why it matters
    /// Nothing can be held against an empty document, and everything would seem to hold.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    /// ```
    ///
    /// ## How to fix
    /// Write at least one clause, or leave the file out of the run.
    pub struct EmptyDocument = "S111" "empty-document" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for EmptyDocument {
    fn check(context: Context<'_>, sink: &mut Sink) {
        use pact_core::document::pact::{Level, Status};
        let graph = context.model.graph();
        let mut filled: FxHashSet<NodeId> = FxHashSet::default();
        for node in graph.nodes() {
            let head = graph.head(node);
            let counts = match graph.kind(head.document) {
                NodeKind::Terms => matches!(head.kind, NodeKind::Clause | NodeKind::Body | NodeKind::Element),
                _ => head.document != node,
            };
            if counts {
                filled.insert(head.document);
            }
        }
        // What stands in a document may be among what could not be read.
        let lost = graph.incomplete() != KindSet::default();
        let planned = |node: NodeId| {
            graph.downcast(node).is_some_and(|id| {
                let pact: &pact_core::graph::node::Pact = graph.get(id);
                pact.level == Some(Level::National) && pact.status == Some(Status::Planned)
            })
        };
        for node in graph.nodes().filter(|&node| matches!(graph.kind(node), NodeKind::Terms | NodeKind::Pact)) {
            if lost || filled.contains(&node) || graph.head(node).damaged || planned(node) {
                continue;
            }
            let message = Message::new("empty-document").with("kind", graph.kind(node)).with("id", graph.name(node));
            sink.push(Finding::about(node, graph.span(node), message).help(Message::new("empty-document-help")));
        }
        for register in graph.registers().iter().filter(|register| register.members == 0 && !lost) {
            let file = Arg::Path(context.model.path(register.file).to_owned());
            let finding =
                Finding::about(register.pact, register.heading, Message::new("empty-register").with("file", file));
            sink.push(finding.help(Message::new("empty-register-help")));
        }
    }
}
