use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// The same key, or the same heading of a table, twice.
    ///
    /// ## What it checks
    /// That no key stands twice in one entry, and no id twice in one list of entries.
    ///
    /// ## Why it matters
    /// Only one of the two can count, and whoever wrote them may have meant the other.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    ///   A: { force: should, text: Two meetings a year. }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    ///   B: { force: should, text: Two meetings a year. }
    /// ```
    ///
    /// ## How to fix
    /// Give one of them another id, or make one entry of the two.
    pub struct DuplicateKey = "D008" "duplicate-key" in "document", Error, Unread, since "0.1.0";
}

impl Rule for DuplicateKey {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let FaultKind::DuplicateKey { key } = &fault.kind else { continue };
            let message = Message::new("duplicate-key").with("key", key.as_str());
            let mut finding = Finding::of(fault, message).help(Message::new("duplicate-key-help"));
            if let Some(first) = fault.related {
                finding = finding.related(first, Message::new("first-here"));
            }
            sink.push(finding);
        }
    }
}
