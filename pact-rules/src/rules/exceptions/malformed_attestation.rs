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
    /// An attestation that does not say who, when or what, is about nothing, or is dated ahead.
    ///
    /// ## What it checks
    /// Attestations of a proposal: that they say which clauses or elements they are about, who gives them, when, and what is vouched for or where it can be read; and that their date is not later than the day as
    /// of which is judged.
    ///
    /// ## Why it matters
    /// A word that nobody gave on no day cannot be looked up, and settles nothing.
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
    ///   a1: { clause: A, by: forum, on: 2018-02-01, text: The group covers the field broadly. }
    ///   a2: { clause: A, by: forum }
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
    /// Say what is missing: `clause`, `by`, `on`, and `text` or `sources`. If the date is right, the attestation counts from that day on.
    pub struct MalformedAttestation = "X203" "malformed-attestation" in "exceptions", Warning, Finding, since "0.2.0";
}

impl Rule for MalformedAttestation {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for given in standing::all(context, NodeKind::Attestation) {
            let (message, help) = match given.standing() {
                Standing::Malformed(flaws) => {
                    let message = given.message("malformed-attestation").with("about", given.about());
                    (message.with("flaws", standing::flaws(flaws)), "malformed-attestation-help")
                }
                Standing::Nowhere => (given.message("attestation-of-nothing"), "attestation-of-nothing-help"),
                Standing::Ahead => (given.message("attestation-ahead").with("on", given.on()), "exception-ahead-help"),
                _ => continue,
            };
            given.report(sink, message, help);
        }
    }
}
