use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A document is written in a version of the language that this program does not know.
    ///
    /// ## What it checks
    /// The number after `terms`, `pact` or `workspace`.
    ///
    /// ## Why it matters
    /// The same words may mean something else in another version, so nothing in the file is read. The run ends with exit code 2.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 2
    /// id: board
    /// title: Board
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
    /// Write `1`, or use a newer version of pact.
    pub struct UnsupportedVersion = "D006" "unsupported-version" in "document", Error, Undecided, since "0.1.0";
}

impl Rule for UnsupportedVersion {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let FaultKind::UnsupportedVersion { found, supported } = &fault.kind else { continue };
            let message =
                Message::new("unsupported-version").with("found", found.as_str()).showing("supported", *supported);
            let quoted = if *found == supported.to_string() { "quoted" } else { "other" };
            let help = Message::new("unsupported-version-help").with("quoted", quoted).with("supported", *supported);
            sink.push(Finding::of(fault, message).help(help));
        }
    }
}
