use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A place that stays empty longer than it may.
    ///
    /// ## What it checks
    /// Where the terms say how soon a place has to be filled again (`vacancies`, `filled-within`): that within that time after a member has left somebody
    /// else has come to the seat.
    ///
    /// ## Why it matters
    /// A vacancy is soon taken for how things are. The time limit is there so that somebody has to act.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     vacancies: { filled-within: 90 days, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: A place that has become vacant is filled within 90 days. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, from: 2017-01-01 }
    ///   m2: { body: board, seat: towns, actor: west, from: 2017-01-01, to: 2018-01-31 }
    ///   m3: { body: board, seat: towns, actor: west, from: 2018-07-01 }
    /// # --- pact.toml
    /// workspace = 1
    /// as-of = "2018-09-01"
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     vacancies: { filled-within: 90 days, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: A place that has become vacant is filled within 90 days. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, from: 2017-01-01 }
    ///   m2: { body: board, seat: towns, actor: west, from: 2017-01-01, to: 2018-01-31 }
    ///   m3: { body: board, seat: towns, actor: west, from: 2018-03-01 }
    /// # --- pact.toml
    /// workspace = 1
    /// as-of = "2018-09-01"
    /// ```
    ///
    /// ## How to fix
    /// Have a successor appointed, and add the member with the day under `from`. A limit that has passed can only be waived (`waivers`).
    pub struct LastingVacancy = "R122" "lasting-vacancy" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for LastingVacancy {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::LastingVacancy, "lasting-vacancy-help");
    }
}
