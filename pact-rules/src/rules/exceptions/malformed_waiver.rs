use pact_core::{
    check::{Context, Sink},
    graph::{edge::EdgeKind, node::NodeKind},
    ledger::standing::{Flaw, Standing},
};

use crate::{
    rule::{Rule, declare_rule},
    standing,
};

declare_rule! {
    /// A waiver that does not say who, why, by which decision or until when, or waives nothing.
    ///
    /// ## What it checks
    /// Waivers of a proposal: that they say what they waive (`waives`), who gives them (`by`), why (`reason`), by which decision, which has to be taken and to approve it (`decision`), and their last day (`until`).
    ///
    /// ## Why it matters
    /// To set a clause aside is a decision, by somebody, for a reason, for a time. Without these nobody can tell it from forgetting the clause.
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
    /// waivers: { w1: { waives: A, by: forum, decision: d1, reason: The council organises the work itself. } }
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
    /// Add what is missing. If nobody decided it, the clause holds.
    pub struct MalformedWaiver = "X303" "malformed-waiver" in "exceptions", Warning, Finding, since "0.2.0";
}

impl Rule for MalformedWaiver {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for given in standing::all(context, NodeKind::Waiver) {
            let (message, help) = match given.standing() {
                Standing::Malformed(flaws) => {
                    // A decision that is named and not taken is another matter than none.
                    let untaken = *flaws == [Flaw::Decision] && graph.says(given.node(), EdgeKind::WaivedUnder);
                    let message = match untaken {
                        true => {
                            let decision = given.targets(EdgeKind::WaivedUnder);
                            given.message("waiver-not-decided").with("decision", decision)
                        }
                        false => given.message("malformed-waiver").with("flaws", standing::flaws(flaws)),
                    };
                    (message.with("about", given.about()), "malformed-waiver-help")
                }
                Standing::Nowhere => (given.message("waiver-of-nothing"), "waiver-of-nothing-help"),
                _ => continue,
            };
            given.report(sink, message, help);
        }
    }
}
