use std::collections::BTreeMap;

use pact_core::{
    check::{Context, Sink},
    finding::Level,
    graph::node::NodeId,
    message::Message,
    prove::{Lacking, Side},
};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A body whose results are not presented, or are presented too early.
    ///
    /// ## What it checks
    /// Where the terms ask that a body present its results to another: that it does so at a plenary meeting of that body (`presents-at`), and not before its
    /// own last meeting.
    ///
    /// ## Why it matters
    /// What a working group finds counts once those who set it up have heard it. What it finds after it has presented, nobody hears.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: {}
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: Working groups present their results at a meeting of the whole board.
    ///     requires: { presents: { by: { kind: working-group }, to: board } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// bodies: { equipment: { kind: working-group, part-of: board, theme: Equipment } }
    /// meetings:
    ///   second: { label: Second meeting, body: board, on: 2018-01-18 }
    ///   group: { label: The working group, body: equipment, on: 2017-11-21 }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: {}
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: Working groups present their results at a meeting of the whole board.
    ///     requires: { presents: { by: { kind: working-group }, to: board } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// bodies: { equipment: { kind: working-group, part-of: board, theme: Equipment, presents-at: second } }
    /// meetings:
    ///   second: { label: Second meeting, body: board, on: 2018-01-18 }
    ///   group: { label: The working group, body: equipment, on: 2017-11-21 }
    /// ```
    ///
    /// ## How to fix
    /// Say under `presents-at` of the body at which meeting it presents. If it met again afterwards, have it present at a later meeting.
    pub struct UnpresentedResults = "P103" "unpresented-results" in "process", Warning, Finding, since "0.2.0";
}

impl Rule for UnpresentedResults {
    fn check(context: Context<'_>, sink: &mut Sink) {
        // A meeting after the span in which it has to lie is also one after the results were presented. Moving it mends both.
        let fail_on = context.ledger.judged.fail_on;
        let late: BTreeMap<(NodeId, NodeId), Level> = lacks::of_topic(context, Topic::MeetingOutside)
            .into_iter()
            .filter(|found| matches!(found.lack.what, Lacking::Outside { side: Side::After, .. }))
            .map(|found| ((found.case.pact, found.lack.subject), found.entry.level(fail_on)))
            .collect();
        for found in lacks::of_topic(context, Topic::Unpresented) {
            let told = match found.lack.what {
                // Told there, and taken as seriously.
                Lacking::PresentsEarly { last, .. } => {
                    late.get(&(found.case.pact, last)).is_some_and(|&level| level >= found.entry.level(fail_on))
                }
                _ => false,
            };
            if !told {
                sink.push(lacks::finding(context, &found).help(Message::new("unpresented-results-help")));
            }
        }
    }
}
