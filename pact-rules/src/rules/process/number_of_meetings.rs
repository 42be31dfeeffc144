use std::collections::BTreeMap;

use pact_core::{
    check::{Context, Sink},
    graph::node::NodeId,
    message::Message,
    prove::Lacking,
};

use crate::{
    lacks::{self, Found, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A body that meets more or less often than it is to, or not when it is to.
    ///
    /// ## What it checks
    /// That a body has as many meetings as the terms ask for, and one on each day or in each month that they give. A meeting that lies ahead leaves the
    /// clause open until its day has come.
    ///
    /// ## Why it matters
    /// Whoever was to be heard at a meeting that was not held was not heard. And a meeting too many is one that nobody asked for.
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
    ///     binds: board
    ///     text: The board holds two meetings.
    ///     requires: { meetings: { of: board, exactly: 2 } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// meetings: { first: { label: First meeting, body: board, on: 2017-10-12 } }
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
    ///     binds: board
    ///     text: The board holds two meetings.
    ///     requires: { meetings: { of: board, exactly: 2 } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// meetings:
    ///   first: { label: First meeting, body: board, on: 2017-10-12 }
    ///   second: { label: Second meeting, body: board, on: 2018-01-18 }
    /// ```
    ///
    /// ## How to fix
    /// Add the meeting that is missing, or its day. One that was held for another purpose belongs to another body, or is of another `kind`.
    pub struct NumberOfMeetings = "P101" "number-of-meetings" in "process", Warning, Finding, since "0.2.0";
}

impl Rule for NumberOfMeetings {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let found = lacks::of_topic(context, Topic::NumberOfMeetings);
        // One clause may give the number of meetings and another their months. A meeting that is missing in its month is not missing a second time.
        let mut in_month: BTreeMap<(NodeId, NodeId), usize> = BTreeMap::new();
        for found in &found {
            if let Lacking::NoMeetingOn { .. } = found.lack.what {
                *in_month.entry((found.case.pact, found.lack.subject)).or_default() += 1;
            }
        }
        let told = |found: &Found<'_>| match &found.lack.what {
            Lacking::Meetings { found: held, bounds } if *held < bounds.at_least as usize => {
                let months = in_month.get(&(found.case.pact, found.lack.subject)).copied().unwrap_or_default();
                held + months >= bounds.at_least as usize
            }
            _ => false,
        };
        for found in found.iter().filter(|found| !told(found)) {
            sink.push(lacks::finding(context, found).help(Message::new("number-of-meetings-help")));
        }
    }
}
