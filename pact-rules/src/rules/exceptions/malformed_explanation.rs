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
    /// An explanation that gives no reason, is about nothing, or is dated ahead.
    ///
    /// ## What it checks
    /// Explanations of a proposal: that they say which clauses or elements they are about and why, and that their date is not later than the day as of which is judged.
    ///
    /// ## Why it matters
    /// It counts for nothing, and the clause is as if nobody had explained it.
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
    /// explanations: { e1: { about: A, by: group } }
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
    /// Say what is missing: `about`, `reason`. If the date is right, the explanation counts from that day on.
    pub struct MalformedExplanation = "X103" "malformed-explanation" in "exceptions", Warning, Finding, since "0.2.0";
}

impl Rule for MalformedExplanation {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for given in standing::all(context, NodeKind::Explanation) {
            let (message, help) = match given.standing() {
                Standing::Malformed(_) => {
                    let message = given.message("malformed-explanation").with("about", given.about());
                    (message, "malformed-explanation-help")
                }
                Standing::Nowhere => (given.message("explanation-of-nothing"), "explanation-of-nothing-help"),
                Standing::Ahead => (given.message("explanation-ahead").with("on", given.on()), "exception-ahead-help"),
                _ => continue,
            };
            given.report(sink, message, help);
        }
    }
}
