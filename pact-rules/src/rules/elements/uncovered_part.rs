use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A part of an element that is neither covered nor explained.
    ///
    /// ## What it checks
    /// That something in the proposal covers each part of an element that has parts: an objective, an initiative or a partnership that names the part under
    /// `covers`. Whoever explains the whole explains its parts.
    ///
    /// ## Why it matters
    /// An element with three parts of which one is covered passes for included. What is missing shows only part by part.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// elements:
    ///   E1:
    ///     clause: A
    ///     text: Equipment in teaching, and apprentices.
    ///     parts: { a: { text: Equipment in teaching }, b: { text: Apprentices } }
    /// clauses:
    ///   A: { force: should, text: The proposal should include the following elements. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// initiatives: { workshops: { label: Shared workshops, covers: E1/a } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// elements:
    ///   E1:
    ///     clause: A
    ///     text: Equipment in teaching, and apprentices.
    ///     parts: { a: { text: Equipment in teaching }, b: { text: Apprentices } }
    /// clauses:
    ///   A: { force: should, text: The proposal should include the following elements. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// initiatives: { workshops: { label: Shared workshops, covers: [E1/a, E1/b] } }
    /// ```
    ///
    /// ## How to fix
    /// Name the part under `covers` where the proposal deals with it. Else say under `explanations` why it is left out.
    pub struct UncoveredPart = "E103" "uncovered-part" in "elements", Warning, Finding, since "0.2.0";
}

impl Rule for UncoveredPart {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::UncoveredPart, "uncovered-part-help");
    }
}
