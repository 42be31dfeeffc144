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
    /// A waiver that sets nothing aside.
    ///
    /// ## What it checks
    /// Waivers that would count: whether what they waive is not met, and whether their `scope` covers all that is missing.
    ///
    /// ## Why it matters
    /// Either the clause is met and the waiver only clouds that, or the waiver does not reach what it was given for.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { forum: {}, council: {} }
    /// waivable-by: forum
    /// clauses:
    ///   A: { force: must, text: The proposal says how the work is organised., requires: { section: organisation } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// sections: { organisation: { text: A steering group follows the pact. } }
    /// decisions: { d1: { by: forum, about: A, on: 2018-01-15, outcome: approved } }
    /// waivers: { w1: { waives: A, by: forum, decision: d1, reason: The council organises the work itself., until: 2018-12-31 } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { forum: {}, council: {} }
    /// waivable-by: forum
    /// clauses:
    ///   A: { force: must, text: The proposal says how the work is organised., requires: { section: organisation } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// objectives: { more: { label: More graduates } }
    /// decisions: { d1: { by: forum, about: A, on: 2018-01-15, outcome: approved } }
    /// waivers: { w1: { waives: A, by: forum, decision: d1, reason: The council organises the work itself., until: 2018-12-31 } }
    /// ```
    ///
    /// ## How to fix
    /// Take it away, or correct `waives` or `scope`.
    pub struct IdleWaiver = "X304" "idle-waiver" in "exceptions", Warning, Finding, since "0.2.0";
}

impl Rule for IdleWaiver {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for given in standing::all(context, NodeKind::Waiver) {
            if *given.standing() == Standing::Idle {
                let message = given.message("idle-waiver").with("about", given.about()).with("why", given.verdict());
                given.report(sink, message, "idle-waiver-help");
            }
        }
    }
}
