use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::{Arg, Message},
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A key is missing without which an entry says nothing.
    ///
    /// ## What it checks
    /// That a document has its id and title, a pact its level and status, a clause its force, a register its file, a fact its text.
    ///
    /// ## Why it matters
    /// What follows when a clause is not met depends on its force; what a pact can be held to depends on how far it has come. pact does not
    /// guess them.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { text: Seven members. }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    /// ```
    ///
    /// ## How to fix
    /// Add the key.
    pub struct MissingKey = "D009" "missing-key" in "document", Error, Unread, since "0.1.0";
}

impl Rule for MissingKey {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let FaultKind::MissingKey { key, expected } = &fault.kind else { continue };
            let message = Message::new("missing-key").with("key", key.as_str());
            let words = Arg::OneOf(expected.words().iter().map(|&word| word.to_owned()).collect());
            let help = Message::new("missing-key-help")
                .with("key", key.as_str())
                .with("expected", expected.name())
                .with("words", words);
            sink.push(Finding::of(fault, message).help(help));
        }
    }
}
