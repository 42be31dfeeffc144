use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A seat that nobody fills, or that lacks some of its members.
    ///
    /// ## What it checks
    /// That every place of every seat is filled by a member on the day as of which is judged. Alternates, observers and secretaries fill no seat.
    ///
    /// ## Why it matters
    /// A body without those who must sit in it speaks without them. Who is missing is usually found when the council meets, or never.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { towns: { places: 2, clause: A }, union: { clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns and the union sit on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town }, union: { label: The union } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east }
    ///   m2: { body: board, seat: union, actor: union }
    ///   m3: { body: board, seat: union, actor: west, role: alternate }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { towns: { places: 2, clause: A }, union: { clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns and the union sit on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town }, union: { label: The union } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east }
    ///   m2: { body: board, seat: towns, actor: west }
    ///   m3: { body: board, seat: union, actor: union }
    /// ```
    ///
    /// ## How to fix
    /// Have a member appointed to the seat, and add the member. Until then keep the proposal a draft: `stage = "draft"` in `pact.toml`.
    pub struct UnfilledSeat = "R101" "unfilled-seat" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for UnfilledSeat {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::UnfilledSeat, "unfilled-seat-help");
    }
}
