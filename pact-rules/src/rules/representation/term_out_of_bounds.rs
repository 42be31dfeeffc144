use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A member appointed for too long, too short or too often.
    ///
    /// ## What it checks
    /// What the terms say under `tenure`: how long a term lasts (`at-least`, `at-most`), how often somebody may be appointed again (`renewed`), and how long
    /// one person may sit in all (`in-all`). Terms of members with the same `person` that follow each other are one person's; after a break as long as
    /// `anew-after` they are counted anew. Where a day is missing, the clause is open.
    ///
    /// ## Why it matters
    /// Terms of office are how a body renews itself. Whoever sits beyond the term sits without a mandate, and what the body decides with that vote can be
    /// attacked.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     tenure: { at-most: 4 years, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: Members are appointed for at most four years. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, from: 2018-01-01, to: 2021-12-31 }
    ///   m2: { body: board, seat: towns, actor: west, from: 2018-01-01, to: 2022-12-31 }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     tenure: { at-most: 4 years, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: Members are appointed for at most four years. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, from: 2018-01-01, to: 2021-12-31 }
    ///   m2: { body: board, seat: towns, actor: west, from: 2018-01-01, to: 2021-12-31 }
    /// ```
    ///
    /// ## How to fix
    /// Correct `from` or `to` of the member. If they are right, the term has to be cut short, or somebody else appointed.
    pub struct TermOutOfBounds = "R118" "term-out-of-bounds" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for TermOutOfBounds {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::TermOutOfBounds, "term-out-of-bounds-help");
    }
}
