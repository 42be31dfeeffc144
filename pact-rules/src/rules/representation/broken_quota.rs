use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A body with more or fewer members of a group than it is to have.
    ///
    /// ## What it checks
    /// Every quota of a body (`quotas`), what holds of some of the members of a seat (`of-which`), and the number of pooled alternates. A share is held
    /// against the whole that it is of, exactly: 40 % of 19 members is 8, not 7. Members of whom it is not known whether they count, and open places, are
    /// looked at both ways: what can still come right is open, and what no appointment to an open place can mend is told as that.
    ///
    /// ## Why it matters
    /// A quota is how a body comes to have those in it whom nobody would have thought of. Whether it can still be met is seen best while places are open;
    /// afterwards somebody has to leave.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { gender: [woman, man] }
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 5, clause: A } }
    ///     quotas: { balance: { label: Gender balance, every: gender, at-least: 40 %, clause: B } }
    /// clauses:
    ///   A: { force: constitutive, text: Five members from the towns sit on the board. }
    ///   B: { force: must, text: Of each gender there are at least 40 percent. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, gender: woman }
    ///   m2: { body: board, seat: towns, actor: east, gender: man }
    ///   m3: { body: board, seat: towns, actor: east, gender: man }
    ///   m4: { body: board, seat: towns, actor: west, gender: man }
    ///   m5: { body: board, seat: towns, actor: west, gender: man }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { gender: [woman, man] }
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 5, clause: A } }
    ///     quotas: { balance: { label: Gender balance, every: gender, at-least: 40 %, clause: B } }
    /// clauses:
    ///   A: { force: constitutive, text: Five members from the towns sit on the board. }
    ///   B: { force: must, text: Of each gender there are at least 40 percent. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, gender: woman }
    ///   m2: { body: board, seat: towns, actor: east, gender: woman }
    ///   m3: { body: board, seat: towns, actor: east, gender: man }
    ///   m4: { body: board, seat: towns, actor: west, gender: man }
    ///   m5: { body: board, seat: towns, actor: west, gender: man }
    /// ```
    ///
    /// ## How to fix
    /// Appoint those who are missing to the places that are open. Where the message says that members have to be replaced, no other appointment will do. If
    /// somebody counts and it does not show, say so of the member: `gender`, `is`, `policy-area`, or the category of the actor.
    pub struct BrokenQuota = "R110" "broken-quota" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for BrokenQuota {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::BrokenQuota, "broken-quota-help");
    }
}
