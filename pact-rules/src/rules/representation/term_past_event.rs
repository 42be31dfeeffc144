use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A member whose term runs on after the event with which it is to end.
    ///
    /// ## What it checks
    /// Where terms of office end with an event (`ends-with`, a fact with a day, such as an election): that no member stays longer after it than `ends-within`
    /// allows; not at all where nothing is said.
    ///
    /// ## Why it matters
    /// Members who were appointed by a council speak for that council. After the election they speak for one that is no longer there.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// facts: { election: { text: The council is elected., holds: true, on: 2021-11-16 } }
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     tenure: { ends-with: election, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: The members leave with the council that appointed them. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, from: 2018-01-01, to: 2021-11-16 }
    ///   m2: { body: board, seat: towns, actor: west, from: 2018-01-01, to: 2021-12-31 }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// facts: { election: { text: The council is elected., holds: true, on: 2021-11-16 } }
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     tenure: { ends-with: election, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: The members leave with the council that appointed them. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, from: 2018-01-01, to: 2021-11-16 }
    ///   m2: { body: board, seat: towns, actor: west, from: 2018-01-01, to: 2021-11-16 }
    /// ```
    ///
    /// ## How to fix
    /// Give the member the last day that is allowed under `to`, and have the new council appoint.
    pub struct TermPastEvent = "R119" "term-past-event" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for TermPastEvent {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::TermPastEvent, "term-past-event-help");
    }
}
