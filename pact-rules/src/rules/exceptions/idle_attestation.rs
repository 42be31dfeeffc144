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
    /// Somebody vouches for what nobody has to vouch for.
    ///
    /// ## What it checks
    /// Attestations of a proposal: whether a clause or an element that they are about asks for a statement.
    ///
    /// ## Why it matters
    /// What a structure shows, or what nothing checks, is not settled by a human's word. Probably another clause was meant, and that one still waits.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { group: {}, forum: {}, council: {} }
    /// clauses:
    ///   A: { force: may, text: The proposal may say how the work is organised., requires: { section: organisation } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// sections: { organisation: { text: A steering group follows the pact. } }
    /// attestations: { a1: { clause: A, by: forum, on: 2018-02-01, text: The work is organised. } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { group: {}, forum: {}, council: {} }
    /// clauses:
    ///   A: { force: must, text: The group covers the field broadly., requires: { statement: { by: forum } } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// sections: { organisation: { text: A steering group follows the pact. } }
    /// attestations: { a1: { clause: A, by: forum, on: 2018-02-01, text: The group covers the field broadly. } }
    /// ```
    ///
    /// ## How to fix
    /// Correct `clause`, or take it away. If the clause should let a human vouch, its terms lack a `statement`.
    pub struct IdleAttestation = "X201" "idle-attestation" in "exceptions", Warning, Finding, since "0.2.0";
}

impl Rule for IdleAttestation {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for given in standing::all(context, NodeKind::Attestation) {
            if *given.standing() == Standing::Idle {
                let message = given.message("idle-attestation").with("about", given.about());
                given.report(sink, message, "idle-attestation-help");
            }
        }
    }
}
