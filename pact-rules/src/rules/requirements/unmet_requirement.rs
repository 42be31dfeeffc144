use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// Something that the terms ask for and that is not there, or that must not be there and is.
    ///
    /// ## What it checks
    /// What requirements of clauses and elements ask for and no other rule tells: sections, facts, and patterns of things that have a certain number of others. The force of the clause decides how serious it is.
    ///
    /// ## Why it matters
    /// It is what the terms ask for.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { group: {}, forum: {}, council: {} }
    /// clauses:
    ///   A: { force: must, binds: group, text: The proposal says how the work is organised., requires: { section: organisation } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// objectives: { more: { label: More graduates } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { group: {}, forum: {}, council: {} }
    /// clauses:
    ///   A: { force: must, binds: group, text: The proposal says how the work is organised., requires: { section: organisation } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// sections: { organisation: { text: A steering group follows the pact. } }
    /// ```
    ///
    /// ## How to fix
    /// Add what is missing, or take away what must not be there. What should be done and is not can be explained; what must be done can be waived by whoever may. In a draft, what can still be added is only open.
    pub struct UnmetRequirement = "Q101" "unmet-requirement" in "requirements", Error, Finding, since "0.2.0";
}

impl Rule for UnmetRequirement {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::Other, "unmet-requirement-help");
    }
}
