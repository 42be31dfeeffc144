use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// One person in seats that do not go together, or counted where different people are asked for.
    ///
    /// ## What it checks
    /// What the terms say under `hats`: that nobody has more seats than `seats-per-person` allows, nor two of the seats that `never-both` keeps apart; and
    /// with `quotas-share-people: false`, that the quotas can be met with nobody counted twice. Members with the same `person` are one person.
    ///
    /// ## Why it matters
    /// A body in which one person wears several hats is smaller than its list says, and the hats it was made to bring together may be worn by one head.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { schools: { clause: A }, unions: { clause: A } }
    ///     hats: { never-both: [[schools, unions]], clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: A school and a union sit on the board. }
    ///   B: { force: must, text: Nobody sits for both. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college }, union: { label: The union } }
    /// members:
    ///   m1: { person: the head, body: board, seat: schools, actor: college }
    ///   m2: { person: the head, body: board, seat: unions, actor: union }
    /// ```
    ///
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { schools: { clause: A }, unions: { clause: A } }
    ///     hats: { seats-per-person: 1, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: A school and a union sit on the board. }
    ///   B: { force: must, text: Nobody sits for both. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college }, union: { label: The union } }
    /// members:
    ///   m1: { person: the head, body: board, seat: schools, actor: college }
    ///   m2: { person: the head, body: board, seat: unions, actor: union }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { schools: { clause: A }, unions: { clause: A } }
    ///     hats: { seats-per-person: 2, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: A school and a union sit on the board. }
    ///   B: { force: must, text: Nobody sits for both. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college }, union: { label: The union } }
    /// members:
    ///   m1: { person: the head, body: board, seat: schools, actor: college }
    ///   m2: { person: the head, body: board, seat: unions, actor: union }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { schools: { clause: A }, unions: { clause: A } }
    ///     hats: { never-both: [[schools, unions]], clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: A school and a union sit on the board. }
    ///   B: { force: must, text: Nobody sits for both. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college }, union: { label: The union } }
    /// members:
    ///   m1: { person: the head, body: board, seat: schools, actor: college }
    ///   m2: { person: the chair, body: board, seat: unions, actor: union }
    /// ```
    ///
    /// ## How to fix
    /// Have another person appointed to one of the seats.
    pub struct IncompatibleSeats = "R115" "incompatible-seats" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for IncompatibleSeats {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::IncompatibleSeats, "incompatible-seats-help");
    }
}
