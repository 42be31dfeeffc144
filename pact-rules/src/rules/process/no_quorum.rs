use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A meeting, or an item of its agenda, with too few present for the body to decide.
    ///
    /// ## What it checks
    /// Where the terms say how many have to be present (`quorum`): every meeting of which it is said who was there (`present`), and every item of its agenda,
    /// without those who left for it. Alternates count for those for whom they stand in, unless the terms say otherwise. `of-which` is held against those
    /// present too.
    ///
    /// ## Why it matters
    /// What a body decides without a quorum is not decided. That somebody left the room for one item is often seen only when the decision is attacked.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     quorum: { more-than: 1/2, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: The board decides when more than half of its members are present. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// meetings: { first: { label: First meeting, body: board, on: 2018-01-18, present: [m1] } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east }
    ///   m2: { body: board, seat: towns, actor: west }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     quorum: { more-than: 1/2, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: The board decides when more than half of its members are present. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// meetings: { first: { label: First meeting, body: board, on: 2018-01-18, present: [m1, m2] } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east }
    ///   m2: { body: board, seat: towns, actor: west }
    /// ```
    ///
    /// ## How to fix
    /// If somebody was there who is not on the list, correct `present`. Else the item has to be taken again at a meeting with enough members.
    pub struct NoQuorum = "P108" "no-quorum" in "process", Warning, Finding, since "0.2.0";
}

impl Rule for NoQuorum {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::NoQuorum, "no-quorum-help");
    }
}
