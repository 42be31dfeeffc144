use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// Members of one seat who come from the same actor or region.
    ///
    /// ## What it checks
    /// Where the terms ask that the members in a seat come from different actors or regions (`distinct`): that no two of them have theirs in common.
    ///
    /// ## Why it matters
    /// Two places for the towns are meant for two towns. When one town has both, the others have none.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { towns: { places: 2, distinct: actor, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: Two different towns sit on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east }
    ///   m2: { body: board, seat: towns, actor: east }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { towns: { places: 2, distinct: actor, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: Two different towns sit on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east }
    ///   m2: { body: board, seat: towns, actor: west }
    /// ```
    ///
    /// ## How to fix
    /// Have one of the members replaced by one from another actor, or another region.
    pub struct SharedSeat = "R106" "shared-seat" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for SharedSeat {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::SharedSeat, "shared-seat-help");
    }
}
