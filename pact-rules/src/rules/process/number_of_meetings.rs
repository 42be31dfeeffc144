use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A body that meets more or less often than it is to, or not when it is to.
    ///
    /// ## What it checks
    /// That a body has as many meetings as the terms ask for, and one on each day or in each month that they give. A meeting that lies ahead leaves the
    /// clause open until its day has come.
    ///
    /// ## Why it matters
    /// Whoever was to be heard at a meeting that was not held was not heard. And a meeting too many is one that nobody asked for.
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
    ///     binds: board
    ///     text: The board holds two meetings.
    ///     requires: { meetings: { of: board, exactly: 2 } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// meetings: { first: { label: First meeting, body: board, on: 2017-10-12 } }
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
    ///     binds: board
    ///     text: The board holds two meetings.
    ///     requires: { meetings: { of: board, exactly: 2 } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// meetings:
    ///   first: { label: First meeting, body: board, on: 2017-10-12 }
    ///   second: { label: Second meeting, body: board, on: 2018-01-18 }
    /// ```
    ///
    /// ## How to fix
    /// Add the meeting that is missing, or its day. One that was held for another purpose belongs to another body, or is of another `kind`.
    pub struct NumberOfMeetings = "P101" "number-of-meetings" in "process", Warning, Finding, since "0.2.0";
}

impl Rule for NumberOfMeetings {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::NumberOfMeetings, "number-of-meetings-help");
    }
}
