use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A member on behalf of somebody whom the seat is not open to.
    ///
    /// ## What it checks
    /// That each member in a seat sits on behalf of an actor that the seat is open to, as `eligible` in the terms says: by name, by category, by region. A
    /// narrower category and a part of a region will do.
    ///
    /// ## Why it matters
    /// A seat stands for a group. When somebody else fills it, the seat is taken and the group has no voice.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [school, company] }
    /// bodies:
    ///   board: { seats: { schools: { eligible: { category: school }, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: A school sits on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors:
    ///   foundry: { label: The foundry, category: company }
    /// members: { m1: { body: board, seat: schools, actor: foundry } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { actor-category: [school] }
    /// bodies:
    ///   board: { seats: { schools: { eligible: { category: school }, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: A school sits on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors:
    ///   college: { label: The college, category: school }
    /// members: { m1: { body: board, seat: schools, actor: college } }
    /// ```
    ///
    /// ## How to fix
    /// Have a member appointed on behalf of an actor that the seat is open to. If the actor is one, give it its category or its region.
    pub struct IneligibleMember = "R103" "ineligible-member" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for IneligibleMember {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::IneligibleMember, "ineligible-member-help");
    }
}
