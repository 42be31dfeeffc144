use pact_core::{
    check::{Context, Sink},
    message::Message,
    prove::{Lacking, breach::Breach},
};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A member without an alternate, an alternate who may not stand in, or one where nobody may.
    ///
    /// ## What it checks
    /// What the terms say under `alternates`: with `personal`, that each member has an alternate, who may fill the seat too; with `forbidden`, that nobody
    /// stands in; and always that alternates are of those whom `eligible` names. An alternate who names nobody under `stands-in-for` stands in for one of
    /// those in the same seat. The number of pooled alternates is a quota: see `broken-quota`.
    ///
    /// ## Why it matters
    /// When a member cannot come, the seat is empty, unless somebody may sit in it. That is found out on the day, when it is too late to appoint anybody.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     alternates: { kind: personal, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: Each member has an alternate. }
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
    ///   m3: { body: board, seat: towns, actor: east, role: alternate, stands-in-for: m1 }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     alternates: { kind: personal, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: Each member has an alternate. }
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
    ///   m3: { body: board, seat: towns, actor: east, role: alternate, stands-in-for: m1 }
    ///   m4: { body: board, seat: towns, actor: west, role: alternate, stands-in-for: m2 }
    /// ```
    ///
    /// ## How to fix
    /// Have an alternate appointed: a member with `role: alternate` and the member under `stands-in-for`. Where nobody may be stood in for, take the
    /// alternate off the list.
    pub struct MissingAlternate = "R117" "missing-alternate" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for MissingAlternate {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report_with(context, sink, Topic::MissingAlternate, |_, lack| Message::new(help(&lack.what)));
    }
}

fn help(what: &Lacking) -> &'static str {
    match what {
        Lacking::Breach(Breach::ForbiddenAlternate) => "missing-alternate-help-forbidden",
        Lacking::Breach(Breach::UnfitAlternate { .. }) => "missing-alternate-help-unfit",
        _ => "missing-alternate-help",
    }
}
