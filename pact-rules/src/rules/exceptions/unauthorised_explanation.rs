use pact_core::{
    check::{Context, Sink},
    graph::{edge::EdgeKind, node::NodeKind},
    ledger::standing::Standing,
};

use crate::{
    rule::{Rule, declare_rule},
    standing,
};

declare_rule! {
    /// An explanation by somebody whom the clause does not bind.
    ///
    /// ## What it checks
    /// Explanations that say who gives them (`by`): whether the clause binds that body or actor. An explanation that does not say is taken to be that of whoever is bound.
    ///
    /// ## Why it matters
    /// To comply or explain is for whoever has to comply. That others find a reason settles nothing.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { group: {}, forum: {}, council: {} }
    /// clauses:
    ///   A: { force: should, binds: group, text: The proposal says how the work is organised., requires: { section: organisation } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// objectives: { more: { label: More graduates } }
    /// explanations:
    ///   e1: { about: A, reason: The organisation is left to the council., by: council }
    ///   e2: { about: A, reason: The council will decide in spring., by: group }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { group: {}, forum: {}, council: {} }
    /// clauses:
    ///   A: { force: should, binds: group, text: The proposal says how the work is organised., requires: { section: organisation } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// objectives: { more: { label: More graduates } }
    /// explanations: { e1: { about: A, reason: The organisation is left to the council., by: group } }
    /// ```
    ///
    /// ## How to fix
    /// Have one of those explain it whom the clause binds, or correct `by`.
    pub struct UnauthorisedExplanation = "X102" "unauthorised-explanation" in "exceptions", Warning, Finding, since "0.2.0";
}

impl Rule for UnauthorisedExplanation {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for given in standing::all(context, NodeKind::Explanation) {
            if *given.standing() != Standing::Unauthorised {
                continue;
            }
            let message = given
                .message("unauthorised-explanation")
                .with("by", given.targets(EdgeKind::ExplainedBy))
                .with("about", given.about())
                .with("bound", given.bound());
            given.report(sink, message, "unauthorised-explanation-help");
        }
    }
}
