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
    /// A meeting that was called too late.
    ///
    /// ## What it checks
    /// Where the terms say how long before a meeting it has to be called (`notice`): that each meeting with a date was called that long before (`called`).
    /// The day of the call does not count; the day of the meeting does, unless the terms ask for clear days. Working days are counted by the calendar that
    /// the terms name. Where it is not said when a meeting was called, or no calendar knows the days, the clause is open.
    ///
    /// ## Why it matters
    /// Notice is what lets members ask those for whom they speak. What is decided at a meeting that was called too late can be attacked by whoever could not
    /// come.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 2, clause: A } }
    ///     notice: { at-least: 14 days, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: Meetings are called at least 14 days before. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// meetings: { first: { label: First meeting, body: board, on: 2018-01-18, called: 2018-01-10 } }
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
    ///     notice: { at-least: 14 days, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns sit on the board. }
    ///   B: { force: must, text: Meetings are called at least 14 days before. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// meetings: { first: { label: First meeting, body: board, on: 2018-01-18, called: 2018-01-04 } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east }
    ///   m2: { body: board, seat: towns, actor: west }
    /// ```
    ///
    /// ## How to fix
    /// Correct `called` or the date if it is wrong. Else the meeting has to be called again, or everybody has to agree to do without the notice, which a
    /// waiver can say (`waivers`).
    pub struct ShortNotice = "P109" "short-notice" in "process", Warning, Finding, since "0.2.0";
}

impl Rule for ShortNotice {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report_with(context, sink, Topic::ShortNotice, |_, lack| {
            Message::new(match &lack.what {
                Lacking::Breach(Breach::UncoveredDays { .. }) => "short-notice-help-days",
                Lacking::Breach(Breach::UnknownDays) => "short-notice-help-calendar",
                _ => "short-notice-help",
            })
        });
    }
}
