use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// Something that nobody can say yet.
    ///
    /// ## What it checks
    /// Clauses and elements that can be neither met nor unmet because a fact is missing, a date is not exact enough, or a day has not come.
    ///
    /// ## Why it matters
    /// An open clause is no pass. Who fills in what is missing may find that it is not met.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { group: {}, forum: {}, council: {} }
    /// facts: { needed: { text: A working group is needed. } }
    /// clauses:
    ///   A: { force: must, text: A working group is needed., requires: { fact: needed } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// objectives: { more: { label: More graduates } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { group: {}, forum: {}, council: {} }
    /// facts: { needed: { text: A working group is needed. } }
    /// clauses:
    ///   A: { force: must, text: A working group is needed., requires: { fact: needed } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// objectives: { more: { label: More graduates } }
    /// facts: { needed: { text: A working group is needed., holds: true, on: 2017-10 } }
    /// ```
    ///
    /// ## How to fix
    /// Find out what is missing, and add it. If its day has not come, look again after it.
    pub struct OpenQuestion = "Q103" "open-question" in "requirements", Note, Finding, since "0.2.0";
}

impl Rule for OpenQuestion {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::OpenQuestion, "open-question-help");
    }
}
