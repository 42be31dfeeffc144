use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A partnership that lacks one of its sides.
    ///
    /// ## What it checks
    /// Where the terms ask that a partnership have partners of certain kinds, such as schools and companies: that there are enough of each.
    ///
    /// ## Why it matters
    /// Cooperation of schools and companies with schools only is no cooperation, whatever it is called.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [school, company] }
    /// elements:
    ///   E1:
    ///     clause: A
    ///     text: Cooperation of schools and companies.
    ///     requires:
    ///       every: partnership
    ///       where: { covers: E1 }
    ///       has:
    ///         - { at-least: 1, via: partner, where: { category: school } }
    ///         - { at-least: 1, via: partner, where: { category: company } }
    /// clauses:
    ///   A: { force: should, text: The proposal should include the following elements. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors:
    ///   college: { label: The college, category: school }
    ///   gymnasium: { label: The gymnasium, category: school }
    /// partnerships: { shop: { label: Shared workshop, partners: [college, gymnasium], covers: E1 } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [school, company] }
    /// elements:
    ///   E1:
    ///     clause: A
    ///     text: Cooperation of schools and companies.
    ///     requires:
    ///       every: partnership
    ///       where: { covers: E1 }
    ///       has:
    ///         - { at-least: 1, via: partner, where: { category: school } }
    ///         - { at-least: 1, via: partner, where: { category: company } }
    /// clauses:
    ///   A: { force: should, text: The proposal should include the following elements. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors:
    ///   college: { label: The college, category: school }
    ///   foundry: { label: The foundry, category: company }
    /// partnerships: { shop: { label: Shared workshop, partners: [college, foundry], covers: E1 } }
    /// ```
    ///
    /// ## How to fix
    /// Win a partner of the kind that is missing, and name it under `partners`. If a partner is of that kind, give the actor its category. Where the element
    /// may be left out, say under `explanations` why there is none.
    pub struct OneSidedPartnership = "E105" "one-sided-partnership" in "elements", Warning, Finding, since "0.2.0";
}

impl Rule for OneSidedPartnership {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::OneSided, "one-sided-partnership-help");
    }
}
