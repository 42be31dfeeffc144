use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A policy area that no member represents.
    ///
    /// ## What it checks
    /// Where the terms ask for members from every policy area: that at least one works in each. A member stands for its own areas, and for those of its seat,
    /// its actor and its actor's category.
    ///
    /// ## Why it matters
    /// A body that is to speak for an area and has nobody from it speaks about others, not for them.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { policy-area: [education, employment] }
    /// bodies:
    ///   board: { clause: A }
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: The board has members from education and employment.
    ///     requires:
    ///       every: policy-area
    ///       has: { at-least: 1, via: policy-area-of, to: member, where: { body: board } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college, policy-area: education } }
    /// members: { m1: { body: board, actor: college } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { policy-area: [education, employment] }
    /// bodies:
    ///   board: { clause: A }
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: The board has members from education and employment.
    ///     requires:
    ///       every: policy-area
    ///       has: { at-least: 1, via: policy-area-of, to: member, where: { body: board } }
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
    /// members:
    ///   m1: { body: board, actor: college }
    ///   m2: { body: board, actor: union }
    /// ```
    ///
    /// ## How to fix
    /// Have a member appointed who works in the area. If one already does, say so: `policy-area` of the actor, of its category, or of the member.
    pub struct UnrepresentedPolicyArea = "R108" "unrepresented-policy-area" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for UnrepresentedPolicyArea {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::UnrepresentedArea, "unrepresented-policy-area-help");
    }
}
