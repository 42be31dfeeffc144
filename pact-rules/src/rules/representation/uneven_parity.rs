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
    /// Two groups that are to have as many members each, and do not.
    ///
    /// ## What it checks
    /// Quotas with `same-as`: that one group has as many members as the other, give or take what `within` allows. Open places and members of whom it is not
    /// known what they are can still even it out.
    ///
    /// ## Why it matters
    /// Parity is what makes two parties willing to sit down together. One member more is enough to outvote the other side.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [employer, union] }
    /// bodies:
    ///   board:
    ///     seats: { parties: { places: 4, clause: A } }
    ///     quotas: { parity: { label: Parity, count: { category: employer }, same-as: { category: union }, clause: B } }
    /// clauses:
    ///   A: { force: constitutive, text: Four members sit on the board. }
    ///   B: { force: must, text: Employers and unions have as many members each. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors:
    ///   foundry: { label: The foundry, category: employer }
    ///   metal: { label: The metal workers, category: union }
    /// members:
    ///   m1: { body: board, seat: parties, actor: foundry }
    ///   m2: { body: board, seat: parties, actor: foundry }
    ///   m3: { body: board, seat: parties, actor: foundry }
    ///   m4: { body: board, seat: parties, actor: metal }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [employer, union] }
    /// bodies:
    ///   board:
    ///     seats: { parties: { places: 4, clause: A } }
    ///     quotas: { parity: { label: Parity, count: { category: employer }, same-as: { category: union }, clause: B } }
    /// clauses:
    ///   A: { force: constitutive, text: Four members sit on the board. }
    ///   B: { force: must, text: Employers and unions have as many members each. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors:
    ///   foundry: { label: The foundry, category: employer }
    ///   metal: { label: The metal workers, category: union }
    /// members:
    ///   m1: { body: board, seat: parties, actor: foundry }
    ///   m2: { body: board, seat: parties, actor: foundry }
    ///   m3: { body: board, seat: parties, actor: metal }
    ///   m4: { body: board, seat: parties, actor: metal }
    /// ```
    ///
    /// ## How to fix
    /// Appoint members of the smaller group to the open places, or replace members of the larger one. If a difference is in order, let the terms say so:
    /// `within`.
    pub struct UnevenParity = "R111" "uneven-parity" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for UnevenParity {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report_with(context, sink, Topic::UnevenParity, |_, lack| Message::new(help(&lack.what)));
    }
}

/// Of open places is spoken only where there are any.
fn help(what: &Lacking) -> &'static str {
    match what {
        Lacking::Breach(Breach::Uneven(short)) if short.open == 0 => "uneven-parity-help-replace",
        _ => "uneven-parity-help",
    }
}
