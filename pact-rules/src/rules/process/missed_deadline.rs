use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A decision after the last day on which it could be taken.
    ///
    /// ## What it checks
    /// That a decision is taken by the last day that the terms give (`on-or-before`), or not after the one day on which it is to be taken (`on`). A decision
    /// that is not taken at all is a missing one.
    ///
    /// ## Why it matters
    /// What was to follow from the decision has a date too. Whoever counted on it has to know that it came late.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { council: { label: The council } }
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: The council approves the proposal by 19 March 2018.
    ///     requires: { decision: { by: council, on-or-before: 2018-03-19 } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// decisions: { approval: { by: council, about: proposal, on: 2018-04-09, outcome: approved } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { council: { label: The council } }
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: The council approves the proposal by 19 March 2018.
    ///     requires: { decision: { by: council, on-or-before: 2018-03-19 } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// decisions: { approval: { by: council, about: proposal, on: 2018-03-19, outcome: approved } }
    /// ```
    ///
    /// ## How to fix
    /// Correct the date if it is wrong. If it is right, the deadline is missed: whoever may can waive the clause (`waivers`).
    pub struct MissedDeadline = "P107" "missed-deadline" in "process", Warning, Finding, since "0.2.0";
}

impl Rule for MissedDeadline {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::MissedDeadline, "missed-deadline-help");
    }
}
