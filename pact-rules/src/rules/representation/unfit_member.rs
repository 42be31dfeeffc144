use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A member who is not what the seat asks for.
    ///
    /// ## What it checks
    /// That whoever fills a seat is what `eligible` says beyond the actor: the gender, what is said of the member under `is`, another body in which the
    /// person sits or takes the chair. Where nobody says it of a member, the clause is open. Actors are looked at by `ineligible-member`.
    ///
    /// ## Why it matters
    /// The seat was made for somebody who knows something from within. Somebody else in it, however able, leaves it empty in that respect.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { profession: [teacher, engineer] }
    /// bodies:
    ///   board: { seats: { practice: { eligible: { is: teacher }, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: A teacher sits on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college } }
    /// members:
    ///   m1: { body: board, seat: practice, actor: college, is: engineer }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { profession: [teacher, engineer] }
    /// bodies:
    ///   board: { seats: { practice: { eligible: { is: teacher }, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: A teacher sits on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college } }
    /// members:
    ///   m1: { body: board, seat: practice, actor: college, is: teacher }
    ///   m2: { body: board, actor: college, role: observer, is: engineer }
    /// ```
    ///
    /// ## How to fix
    /// Have somebody appointed who is what the seat asks for. If the member is it, say so: `is`, `gender`, or a membership of the other body.
    pub struct UnfitMember = "R116" "unfit-member" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for UnfitMember {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::UnfitMember, "unfit-member-help");
    }
}
