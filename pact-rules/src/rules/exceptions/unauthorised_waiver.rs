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
    /// A waiver by somebody who may not waive the clause, or who did not take the decision.
    ///
    /// ## What it checks
    /// Waivers: whether whoever gives them is named under `waivable-by` of each clause that they waive, or of the terms where the clause names nobody; and whether the decision behind them was taken by the same.
    ///
    /// ## Why it matters
    /// If anybody could set a clause aside, none would bind. The terms say who may, and where they say nothing, nobody may.
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
    /// decisions: { d1: { by: council, about: A, on: 2018-01-15, outcome: approved } }
    /// waivers: { w1: { waives: A, by: council, decision: d1, reason: The council organises the work itself., until: 2018-12-31 } }
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
    /// Have it decided by whoever may, and name them under `by`; or meet the clause.
    pub struct UnauthorisedWaiver = "X302" "unauthorised-waiver" in "exceptions", Warning, Finding, since "0.2.0";
}

impl Rule for UnauthorisedWaiver {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for given in standing::all(context, NodeKind::Waiver) {
            if *given.standing() != Standing::Unauthorised {
                continue;
            }
            let decisions = graph.outgoing(given.node(), EdgeKind::WaivedUnder);
            let mut by = graph.outgoing(given.node(), EdgeKind::WaivedBy).iter();
            let decided = by.all(|agent| {
                decisions.iter().any(|decision| graph.between(decision.node, EdgeKind::DecidedBy, agent.node).is_some())
            });
            let message = |id| given.message(id).with("by", given.targets(EdgeKind::WaivedBy));
            if decided {
                let message = message("unauthorised-waiver").with("about", given.about());
                given.report(sink, message, "unauthorised-waiver-help");
            } else {
                let message = message("waiver-decided-by-others");
                let message = message.with("decision", given.targets(EdgeKind::WaivedUnder));
                given.report(sink, message, "waiver-decided-by-others-help");
            }
        }
    }
}
