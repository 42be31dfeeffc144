use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// More terms of office that end close together than may.
    ///
    /// ## What it checks
    /// Where terms of office are staggered (`staggered`): that in no span of the length under `within` more of them end than `number` allows.
    ///
    /// ## Why it matters
    /// When most members leave in the same year, what the body has learned leaves with them.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     tenure: { staggered: { number: { at-most: 1/2 }, within: 1 year }, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: Not more than half of the terms end in one year. }
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
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     tenure: { staggered: { number: { at-most: 1/2 }, within: 1 year }, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: Not more than half of the terms end in one year. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, from: 2018-01-01, to: 2019-12-31 }
    ///   m2: { body: board, seat: towns, actor: west, from: 2018-01-01, to: 2021-12-31 }
    /// ```
    ///
    /// ## How to fix
    /// Give some of the members an earlier or a later last day (`to`).
    pub struct TermsEndTogether = "R120" "terms-end-together" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for TermsEndTogether {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::TermsEndTogether, "terms-end-together-help");
    }
}
