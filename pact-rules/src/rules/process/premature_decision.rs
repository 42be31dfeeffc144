use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A decision before the day, or before the decision, that it has to follow.
    ///
    /// ## What it checks
    /// Where the terms say after whose decision another comes, or on which day it is taken: that it does not come before. The same day as the other decision
    /// will do. Where a date is not exact enough to tell, the clause is open.
    ///
    /// ## Why it matters
    /// Whoever decides second decides on what the first has approved. Taken before, the decision is on something else.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { council: { label: The council }, assembly: { label: The assembly } }
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: The assembly approves the proposal when the council has.
    ///     requires: { decision: { by: assembly, after: council } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// decisions:
    ///   d1: { label: The council's approval, by: council, about: proposal, on: 2018-03-19, outcome: approved }
    ///   d2: { label: The assembly's approval, by: assembly, about: proposal, on: 2018-03-12, outcome: approved }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { council: { label: The council }, assembly: { label: The assembly } }
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: The assembly approves the proposal when the council has.
    ///     requires: { decision: { by: assembly, after: council } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// decisions:
    ///   d1: { label: The council's approval, by: council, about: proposal, on: 2018-03-19, outcome: approved }
    ///   d2: { label: The assembly's approval, by: assembly, about: proposal, on: 2018-03-26, outcome: approved }
    /// ```
    ///
    /// ## How to fix
    /// Correct the date that is wrong. If both are right, the decision has to be taken again.
    pub struct PrematureDecision = "P106" "premature-decision" in "process", Warning, Finding, since "0.2.0";
}

impl Rule for PrematureDecision {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::PrematureDecision, "premature-decision-help");
    }
}
