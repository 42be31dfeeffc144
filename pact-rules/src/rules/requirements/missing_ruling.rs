use std::collections::BTreeSet;

use pact_core::{
    check::{Context, Sink},
    message::Message,
    prove::Lacking,
};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A clause that is left to a plugin which has not said how it comes out.
    ///
    /// ## What it checks
    /// Clauses and elements with a requirement of the kind `plugin`: that a plugin with the rule is installed, that the rule decides, and that the plugin has given an answer. One finding for a clause
    /// and a rule.
    ///
    /// ## Why it matters
    /// What nobody looked at is never met. The verdict on the clause is an error, and so is that on the run (exit code 2).
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: pact
    /// title: Pact
    /// clauses:
    ///   A: { force: must, text: Explore whether health can be included., requires: { plugin: health-inclusion/explored } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: pact
    /// sections: { health: { text: Health is not included. } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: pact
    /// title: Pact
    /// clauses:
    ///   A: { force: must, text: Explore whether health can be included., requires: { section: health } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: pact
    /// sections: { health: { text: Health is not included. } }
    /// ```
    ///
    /// ## How to fix
    /// Add the plugin with `pact plugin add`. If it is there and failed, the finding says what it was looking at.
    pub struct MissingRuling = "Q104" "missing-ruling" in "requirements", Error, Undecided, since "0.2.0";
}

impl Rule for MissingRuling {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let mut told = BTreeSet::new();
        for found in lacks::of_topic(context, Topic::MissingRuling) {
            let Lacking::Unruled { rule, why } = &found.lack.what else { continue };
            if told.insert((found.case.pact, found.entry.node, *rule)) {
                sink.push(
                    lacks::finding(context, &found).help(Message::new("missing-ruling-help").with("why", why.name())),
                );
            }
        }
    }
}
