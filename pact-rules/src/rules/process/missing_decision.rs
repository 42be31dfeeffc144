use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A decision that one of those who have to take it has not taken.
    ///
    /// ## What it checks
    /// That each of those whom the terms name has taken the decision (`by`), on what they name (`about`, else the proposal) and with the outcome that they
    /// ask for. Where the day lies ahead, the clause is open.
    ///
    /// ## Why it matters
    /// When two bodies have to approve and one has, the proposal is not approved. It is easily taken for approved, as there are minutes that say so.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { council: { label: The council }, assembly: { label: The assembly } }
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: The council and the assembly approve the proposal.
    ///     requires: { decision: { by: [council, assembly] } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// decisions: { approval: { by: council, about: proposal, on: 2018-03-19, outcome: approved } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { council: { label: The council }, assembly: { label: The assembly } }
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: The council and the assembly approve the proposal.
    ///     requires: { decision: { by: [council, assembly] } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// decisions: { approval: { by: [council, assembly], about: proposal, on: 2018-03-19, outcome: approved } }
    /// ```
    ///
    /// ## How to fix
    /// Have the decision taken, and add it under `decisions`. One decision that several took stands there with all of them under `by`.
    pub struct MissingDecision = "P105" "missing-decision" in "process", Warning, Finding, since "0.2.0";
}

impl Rule for MissingDecision {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::MissingDecision, "missing-decision-help");
    }
}
