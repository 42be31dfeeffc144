use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// An element that is neither covered nor explained.
    ///
    /// ## What it checks
    /// That something in the proposal covers each element of the terms: an objective, an initiative or a partnership that names it under `covers`. An element
    /// that the proposal explains is settled, where the terms let it be explained (*bør*).
    ///
    /// ## Why it matters
    /// An element that is left out without a word was forgotten, or dropped and nobody said why. It is the first thing that a reader who knows the terms
    /// looks for.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// elements:
    ///   E1: { clause: A, text: More graduates in engineering. }
    ///   E2: { clause: A, text: Health. }
    /// clauses:
    ///   A: { force: should, text: The proposal should include the following elements. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// initiatives: { campaign: { label: A campaign in schools, covers: E1 } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// elements:
    ///   E1: { clause: A, text: More graduates in engineering. }
    ///   E2: { clause: A, text: Health. }
    /// clauses:
    ///   A: { force: should, text: The proposal should include the following elements. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// initiatives: { campaign: { label: A campaign in schools, covers: E1 } }
    /// explanations:
    ///   x1: { about: E2, reason: Health has a programme of its own in the region. }
    /// ```
    ///
    /// ## How to fix
    /// Name it under `covers` where the proposal deals with it. Else say under `explanations` why it is left out.
    pub struct UncoveredElement = "E101" "uncovered-element" in "elements", Warning, Finding, since "0.2.0";
}

impl Rule for UncoveredElement {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::UncoveredElement, "uncovered-element-help");
    }
}
