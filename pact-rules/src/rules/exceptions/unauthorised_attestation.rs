use pact_core::{
    check::{Context, Sink},
    graph::{edge::EdgeKind, node::NodeKind},
    ledger::standing::Standing,
};

use crate::{
    rule::{Rule, declare_rule},
    standing,
};

declare_rule! {
    /// Somebody vouches who may not.
    ///
    /// ## What it checks
    /// Attestations of a proposal: whether whoever gives them is among those from whom the clause asks for a statement, or whom it binds where it names nobody.
    ///
    /// ## Why it matters
    /// A word counts because of who gives it. That of somebody else looks as if the clause were settled.
    ///
    /// ## Example
    /// ```yaml,fails
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
    /// attestations:
    ///   a1: { clause: A, by: council, on: 2018-02-01, text: The group covers the field broadly. }
    ///   a2: { clause: A, by: forum, on: 2018-02-02, text: The group covers the field broadly. }
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
    /// Ask one of those to vouch who may, or correct `by`.
    pub struct UnauthorisedAttestation = "X202" "unauthorised-attestation" in "exceptions", Warning, Finding, since "0.2.0";
}

impl Rule for UnauthorisedAttestation {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for given in standing::all(context, NodeKind::Attestation) {
            if *given.standing() == Standing::Unauthorised {
                let message = given
                    .message("unauthorised-attestation")
                    .with("by", given.targets(EdgeKind::AttestedBy))
                    .with("about", given.about());
                given.report(sink, message, "unauthorised-attestation-help");
            }
        }
    }
}
