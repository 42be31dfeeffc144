use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A meeting outside the span in which it has to lie.
    ///
    /// ## What it checks
    /// That meetings lie within the days that the terms give, or after the first and before the last plenary meeting of another body. The same day is
    /// neither. Where a date is not exact enough to tell, the clause is open.
    ///
    /// ## Why it matters
    /// A working group that meets after the last meeting of its group works for nobody: the group can no longer take up what it finds.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: {}
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: Working groups meet between the meetings of the board.
    ///     requires: { meetings: { of: { kind: working-group }, between: board } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// bodies: { equipment: { kind: working-group, part-of: board, theme: Equipment } }
    /// meetings:
    ///   first: { label: First meeting, body: board, on: 2017-10-12 }
    ///   second: { label: Second meeting, body: board, on: 2018-01-18 }
    ///   group: { label: The working group, body: equipment, on: 2018-02-06 }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: {}
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: Working groups meet between the meetings of the board.
    ///     requires: { meetings: { of: { kind: working-group }, between: board } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// bodies: { equipment: { kind: working-group, part-of: board, theme: Equipment } }
    /// meetings:
    ///   first: { label: First meeting, body: board, on: 2017-10-12 }
    ///   second: { label: Second meeting, body: board, on: 2018-01-18 }
    ///   group: { label: The working group, body: equipment, on: 2017-11-21 }
    /// ```
    ///
    /// ## How to fix
    /// Move the meeting, or correct its date. If the larger group meets again later, add that meeting.
    pub struct MeetingOutsideSpan = "P102" "meeting-outside-span" in "process", Warning, Finding, since "0.2.0";
}

impl Rule for MeetingOutsideSpan {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::MeetingOutside, "meeting-outside-span-help");
    }
}
