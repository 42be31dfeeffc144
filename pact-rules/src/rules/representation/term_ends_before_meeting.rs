use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A member whose term ends before a meeting that is planned, with nobody to follow.
    ///
    /// ## What it checks
    /// Where terms of office are to cover the meetings (`covers-meetings`): that each term lasts until after every meeting of the body that has a date, or
    /// that somebody follows in the seat.
    ///
    /// ## Why it matters
    /// The meeting is in the calendar, and the seat will be empty. It shows in nobody's papers until the day.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     tenure: { covers-meetings: true, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: Members sit until the last meeting has been held. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// meetings: { last: { label: Last meeting, body: board, on: 2018-06-14 } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, from: 2017-01-01, to: 2018-12-31 }
    ///   m2: { body: board, seat: towns, actor: west, from: 2017-01-01, to: 2018-05-31 }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     tenure: { covers-meetings: true, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: Members sit until the last meeting has been held. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// meetings: { last: { label: Last meeting, body: board, on: 2018-06-14 } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, to: 2018-12-31 }
    ///   m2: { body: board, seat: towns, actor: west, to: 2018-12-31 }
    /// ```
    ///
    /// ## How to fix
    /// Prolong the term (`to`), or have a successor appointed to the seat and add that member.
    pub struct TermEndsBeforeMeeting = "R121" "term-ends-before-meeting" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for TermEndsBeforeMeeting {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::TermEndsBeforeMeeting, "term-ends-before-meeting-help");
    }
}
