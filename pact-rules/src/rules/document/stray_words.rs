use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// Words after a comma between braces, which no longer belong to the text before it.
    ///
    /// ## What it checks
    /// Texts written as `{ da: …, en: … }`: that a comma in a text did not end it.
    ///
    /// ## Why it matters
    /// In YAML a comma between braces begins the next key. Half of the sentence would be lost without anybody noticing.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: { en: The board, which meets twice }
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: { en: "The board, which meets twice" }
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    /// ```
    ///
    /// ## How to fix
    /// Put the text between quotation marks, or on a line of its own.
    pub struct StrayWords = "D015" "stray-words" in "document", Error, Unread, since "0.1.0";
}

impl Rule for StrayWords {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let FaultKind::StrayWords { words } = &fault.kind else { continue };
            let message = Message::new("stray-words").with("words", words.as_str());
            sink.push(Finding::of(fault, message).help(Message::new("stray-words-help")));
        }
    }
}
