use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A seat with more members than it has places.
    ///
    /// ## What it checks
    /// That no seat has more members than places on the day as of which is judged; where no day is given, on the day on which the last member came. Whoever
    /// has left or has yet to come does not count, nor do alternates, observers and secretaries.
    ///
    /// ## Why it matters
    /// One member too many is one voice too many. Mostly somebody was replaced and is still on the list, or an alternate is listed as a member.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { towns: { places: 2, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { north: { label: North Town }, east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: north }
    ///   m2: { body: board, seat: towns, actor: east }
    ///   m3: { body: board, seat: towns, actor: west }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { towns: { places: 2, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { north: { label: North Town }, east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: north, to: 2017-12-31 }
    ///   m2: { body: board, seat: towns, actor: east }
    ///   m3: { body: board, seat: towns, actor: west, from: 2018-01-01 }
    /// ```
    ///
    /// ## How to fix
    /// Give whoever has left a last day (`to`), and whoever stands in for another the role `alternate`. If the source gives more places, correct `places` in
    /// the terms.
    pub struct OverfilledSeat = "R102" "overfilled-seat" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for OverfilledSeat {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::OverfilledSeat, "overfilled-seat-help");
    }
}
