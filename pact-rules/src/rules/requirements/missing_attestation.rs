use std::collections::BTreeSet;

use pact_core::{
    check::{Context, Sink},
    message::Message,
};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A clause that no structure can show to be met, and for which nobody vouches.
    ///
    /// ## What it checks
    /// Clauses and elements that ask for a `statement`: that somebody who may vouch for it has done so, on a day that has come. One finding for a clause, however many statements it lacks.
    ///
    /// ## Why it matters
    /// A machine cannot see whether a group is competent. That nobody has said so is no pass: the clause waits for a human.
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
    /// Ask whoever may to look at it. If they vouch for it, add an attestation with who, when, and what or where it can be read.
    pub struct MissingAttestation = "Q102" "missing-attestation" in "requirements", Warning, Finding, since "0.2.0";
}

impl Rule for MissingAttestation {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let mut told = BTreeSet::new();
        for found in lacks::of_topic(context, Topic::MissingAttestation) {
            if told.insert((found.case.pact, found.entry.node)) {
                let help = Message::new("missing-attestation-help").with("clause", graph.name(found.entry.node));
                sink.push(lacks::finding(context, &found).help(help));
            }
        }
    }
}
