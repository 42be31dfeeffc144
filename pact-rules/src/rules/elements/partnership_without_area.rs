use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A partnership that lacks a policy area it has to have.
    ///
    /// ## What it checks
    /// Where the terms ask for a partnership across policy areas, for the whole proposal or once an element is included: that each area has a partner. An
    /// actor works in its own areas and in those of its category.
    ///
    /// ## Why it matters
    /// What takes several areas does not happen when one of them has not agreed to it.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { policy-area: [education, employment] }
    /// elements:
    ///   E1: { clause: A, text: Employability. }
    /// clauses:
    ///   A: { force: should, text: The proposal should include the following elements. }
    ///   B:
    ///     force: must
    ///     text: Employability takes a partnership of education and employment.
    ///     requires:
    ///       some: partnership
    ///       where: { covers: E1 }
    ///       has: { every: policy-area, via: partner/policy-area }
    ///       when: { element: E1 }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors:
    ///   college: { label: The college, policy-area: education }
    ///   foundry: { label: The foundry }
    /// partnerships: { skills: { label: Skills, partners: [college, foundry], covers: E1 } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { policy-area: [education, employment] }
    /// elements:
    ///   E1: { clause: A, text: Employability. }
    /// clauses:
    ///   A: { force: should, text: The proposal should include the following elements. }
    ///   B:
    ///     force: must
    ///     text: Employability takes a partnership of education and employment.
    ///     requires:
    ///       some: partnership
    ///       where: { covers: E1 }
    ///       has: { every: policy-area, via: partner/policy-area }
    ///       when: { element: E1 }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors:
    ///   college: { label: The college, policy-area: education }
    ///   union: { label: The union, policy-area: employment }
    /// partnerships: { skills: { label: Skills, partners: [college, union], covers: E1 } }
    /// ```
    ///
    /// ## How to fix
    /// Win a partner from the area, and name it under `partners`. If a partner works in it already, say so: `policy-area` of the actor or its category. If
    /// the element is one that may be left out, leaving it out with a reason is a way too.
    pub struct PartnershipWithoutArea = "E104" "partnership-without-area" in "elements", Warning, Finding, since "0.2.0";
}

impl Rule for PartnershipWithoutArea {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::MissingArea, "partnership-without-area-help");
    }
}
