use pact_core::{
    check::{Context, Sink},
    graph::node::NodeKind,
    ledger::standing::Standing,
};

use crate::{
    rule::{Rule, declare_rule},
    standing,
};

declare_rule! {
    /// An explanation that explains nothing.
    ///
    /// ## What it checks
    /// Explanations of a proposal: whether what they are about should be followed, and is not. What must be done cannot be explained away; what is met, or does not apply, need not be
    /// explained.
    ///
    /// ## Why it matters
    /// An explanation that does not count looks like one that does. Whoever wrote it thinks that the clause is settled.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { group: {}, forum: {}, council: {} }
    /// clauses:
    ///   A: { force: should, binds: group, text: The proposal says how the work is organised., requires: { section: organisation } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// sections: { organisation: { text: A steering group follows the pact. } }
    /// explanations: { e1: { about: A, reason: The organisation is left to the council., by: group } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { group: {}, forum: {}, council: {} }
    /// clauses:
    ///   A: { force: should, binds: group, text: The proposal says how the work is organised., requires: { section: organisation } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// objectives: { more: { label: More graduates } }
    /// explanations: { e1: { about: A, reason: The organisation is left to the council., by: group } }
    /// ```
    ///
    /// ## How to fix
    /// Take it away, or correct what it is about. If it is about an obligation, meet it, or have whoever may do so waive it.
    pub struct IdleExplanation = "X101" "idle-explanation" in "exceptions", Warning, Finding, since "0.2.0";
}

impl Rule for IdleExplanation {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for given in standing::all(context, NodeKind::Explanation) {
            let (message, help) = match given.standing() {
                Standing::Idle => {
                    (given.message("idle-explanation").with("why", given.verdict()), "idle-explanation-help")
                }
                Standing::Obligation => (given.message("explained-obligation"), "explained-obligation-help"),
                _ => continue,
            };
            given.report(sink, message.with("about", given.about()), help);
        }
    }
}
