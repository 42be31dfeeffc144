use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A level that nothing reaches, of an element that is for every level.
    ///
    /// ## What it checks
    /// Where an element is for every level of education, every target group or every other concept of a list: that an initiative reaches each of them
    /// (`reaches`).
    ///
    /// ## Why it matters
    /// "At every level" is covered by one initiative at one level as little as by none, and looks covered.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { education-level: [primary, secondary] }
    /// elements:
    ///   E1:
    ///     clause: A
    ///     text: Computational thinking at every level of education.
    ///     requires:
    ///       every: education-level
    ///       has: { at-least: 1, via: reached-by, to: initiative, where: { covers: E1 } }
    /// clauses:
    ///   A: { force: should, text: The proposal should include the following elements. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// initiatives: { coding: { label: Coding in schools, covers: E1, reaches: primary } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { education-level: [primary, secondary] }
    /// elements:
    ///   E1:
    ///     clause: A
    ///     text: Computational thinking at every level of education.
    ///     requires:
    ///       every: education-level
    ///       has: { at-least: 1, via: reached-by, to: initiative, where: { covers: E1 } }
    /// clauses:
    ///   A: { force: should, text: The proposal should include the following elements. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// initiatives: { coding: { label: Coding in schools, covers: E1, reaches: [primary, secondary] } }
    /// ```
    ///
    /// ## How to fix
    /// Let an initiative reach the level, or say under `explanations` why it is left out.
    pub struct MissingLevel = "E102" "missing-level" in "elements", Warning, Finding, since "0.2.0";
}

impl Rule for MissingLevel {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::MissingLevel, "missing-level-help");
    }
}
