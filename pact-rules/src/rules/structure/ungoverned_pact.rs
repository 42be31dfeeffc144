use pact_core::{
    check::{Context, Sink},
    document::pact::{Level, Status},
    finding::Finding,
    graph::{edge::EdgeKind, node::Pact},
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A regional proposal that names no terms of reference.
    ///
    /// ## What it checks
    /// That a regional pact which is proposed or adopted says under `terms` what it is held against.
    ///
    /// ## Why it matters
    /// Without terms nothing is asked of the proposal, and nothing can be unmet. That is not the same as good.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// objectives: { more: { label: More graduates } }
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// objectives: { more: { label: More graduates } }
    /// # --- terms.yaml
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    /// ```
    ///
    /// ## How to fix
    /// Add `terms:` with the id of the terms of reference.
    pub struct UngovernedPact = "S114" "ungoverned-pact" in "structure", Warning, Finding, since "0.1.0";
}

impl Rule for UngovernedPact {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for (id, pact) in graph.all::<Pact>() {
            let held =
                pact.level == Some(Level::Regional) && matches!(pact.status, Some(Status::Proposed | Status::Adopted));
            if held && !graph.says(id, EdgeKind::Under) {
                let message = Message::new("ungoverned-pact").with("id", graph.name(id));
                sink.push(Finding::about(id, graph.span(id), message).help(Message::new("ungoverned-pact-help")));
            }
        }
    }
}
