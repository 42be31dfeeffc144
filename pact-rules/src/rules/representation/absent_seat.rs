use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A member in a seat that is not there.
    ///
    /// ## What it checks
    /// That nobody sits in a seat of which `from` has not come or `to` has passed on the day as of which is judged, or of which the condition (`when`) does not
    /// hold. Whoever has left by then, or has yet to come, does not sit there. Where it is not known whether the condition holds, nothing is said.
    ///
    /// ## Why it matters
    /// Whoever sits in a seat that the terms do not give on that day takes part without being a member. Mostly the seat was done away with, or has yet to come, and the
    /// list was not brought up to date.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { towns: { clause: A }, students: { to: 2017-12-31, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: A town sits on the board. A student does until the end of 2017. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, union: { label: The student union } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, from: 2017-01-01 }
    ///   m2: { body: board, seat: students, actor: union, from: 2017-01-01 }
    /// # --- pact.toml
    /// workspace = 1
    /// as-of = "2018-03-01"
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { towns: { clause: A }, students: { to: 2017-12-31, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: A town sits on the board. A student does until the end of 2017. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, union: { label: The student union } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, from: 2017-01-01 }
    ///   m2: { body: board, seat: students, actor: union, from: 2017-01-01, to: 2017-12-31 }
    /// # --- pact.toml
    /// workspace = 1
    /// as-of = "2018-03-01"
    /// ```
    ///
    /// ## How to fix
    /// Give the member a last day (`to`), or another seat. If the seat is there, correct its `from` or `to`, or what its `when` asks for, such as a fact.
    pub struct AbsentSeat = "R124" "absent-seat" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for AbsentSeat {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::AbsentSeat, "absent-seat-help");
    }
}
