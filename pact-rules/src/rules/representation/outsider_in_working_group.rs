use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A member of a working group who is not in the group it works for.
    ///
    /// ## What it checks
    /// Where the terms ask that a working group take its members from a larger group: that each of them is a member there too, as the same `person`, or on
    /// behalf of the same actor where one of the two names no person.
    ///
    /// ## Why it matters
    /// A working group acts for those who set it up. Whoever is not among them acts for nobody there, and binds nobody.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { clause: A }
    /// clauses:
    ///   A: { force: context, text: The board is the whole group. }
    ///   B:
    ///     force: constitutive
    ///     text: Working groups are made up of members of the board.
    ///     requires:
    ///       every: member
    ///       where: { body: { kind: working-group } }
    ///       has: { at-least: 1, via: same-person, to: member, where: { body: board } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college }, foundry: { label: The foundry } }
    /// bodies: { equipment: { kind: working-group, part-of: board, theme: Equipment } }
    /// members:
    ///   m1: { body: board, actor: college }
    ///   g1: { body: equipment, actor: college }
    ///   g2: { body: equipment, actor: foundry }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { clause: A }
    /// clauses:
    ///   A: { force: context, text: The board is the whole group. }
    ///   B:
    ///     force: constitutive
    ///     text: Working groups are made up of members of the board.
    ///     requires:
    ///       every: member
    ///       where: { body: { kind: working-group } }
    ///       has: { at-least: 1, via: same-person, to: member, where: { body: board } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college } }
    /// bodies: { equipment: { kind: working-group, part-of: board, theme: Equipment } }
    /// members:
    ///   m1: { body: board, actor: college }
    ///   g1: { body: equipment, actor: college }
    /// ```
    ///
    /// ## How to fix
    /// Put a member of the larger group in that place. If the two are one person, write `person` the same way in both places.
    pub struct OutsiderInWorkingGroup = "R109" "outsider-in-working-group" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for OutsiderInWorkingGroup {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::Outsider, "outsider-in-working-group-help");
    }
}
