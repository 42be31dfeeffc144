use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A meeting after the decision that was to come after it.
    ///
    /// ## What it checks
    /// Where the terms ask that a decision follow the meetings of a body: that none of its meetings lies after the decision. The same day will do.
    ///
    /// ## Why it matters
    /// What the body says at that meeting comes too late to be decided on; or the decision was taken on something unfinished.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { council: { label: The council } }
    /// bodies:
    ///   board: {}
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: The council approves the proposal when the board has finished.
    ///     requires: { decision: { by: council, after-meetings-of: board } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// meetings: { last: { label: Last meeting, body: board, on: 2018-04-10 } }
    /// decisions: { approval: { by: council, about: proposal, on: 2018-03-19, outcome: approved } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { council: { label: The council } }
    /// bodies:
    ///   board: {}
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: The council approves the proposal when the board has finished.
    ///     requires: { decision: { by: council, after-meetings-of: board } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// meetings: { last: { label: Last meeting, body: board, on: 2018-01-18 } }
    /// decisions: { approval: { by: council, about: proposal, on: 2018-03-19, outcome: approved } }
    /// ```
    ///
    /// ## How to fix
    /// Correct the date that is wrong. If both are right, what was approved has to be approved again, or the meeting is of another body.
    pub struct MeetingAfterDecision = "P104" "meeting-after-decision" in "process", Warning, Finding, since "0.2.0";
}

impl Rule for MeetingAfterDecision {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::MeetingAfterDecision, "meeting-after-decision-help");
    }
}
