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
    /// A body without a chair or a deputy, with several, or with one who may not be it.
    ///
    /// ## What it checks
    /// Where the terms speak of a `chair` or a `deputy`: that exactly one member has that `role`, and is of those among whom it has to be chosen (`from`).
    ///
    /// ## Why it matters
    /// The chair calls the meetings, leads them and often has the casting vote. A body without one cannot meet as it should, and one with two does not know
    /// who decides.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A }, union: { clause: A } }
    ///     chair: { from: { seat: towns }, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns and the union sit on the board. }
    ///   B: { force: must, text: One of the towns takes the chair. }
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
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A }, union: { clause: A } }
    ///     chair: { from: { seat: towns }, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns and the union sit on the board. }
    ///   B: { force: must, text: One of the towns takes the chair. }
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
    ///   m3: { body: board, seat: union, actor: union, role: chair }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A }, union: { clause: A } }
    ///     chair: { from: { seat: towns }, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns and the union sit on the board. }
    ///   B: { force: must, text: One of the towns takes the chair. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town }, union: { label: The union } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, role: chair }
    ///   m2: { body: board, seat: towns, actor: west }
    ///   m3: { body: board, seat: union, actor: union }
    /// ```
    ///
    /// ## How to fix
    /// Have the chair appointed or elected, and give the member the role: `role: chair` or `role: deputy`. Take the role from whoever no longer has it.
    pub struct VacantOffice = "R114" "vacant-office" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for VacantOffice {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report_with(context, sink, Topic::VacantOffice, |_, lack| Message::new(help(&lack.what)));
    }
}

fn help(what: &Lacking) -> &'static str {
    match what {
        Lacking::Breach(Breach::SeveralInOffice { .. }) => "vacant-office-help-several",
        Lacking::Breach(Breach::OutsideOffice { .. }) => "vacant-office-help-outside",
        _ => "vacant-office-help",
    }
}
