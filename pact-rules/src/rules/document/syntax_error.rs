use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A file breaks the rules of its format, so that nothing in it can be read.
    ///
    /// ## What it checks
    /// That a file is well-formed YAML, JSON or TOML and holds one document.
    ///
    /// ## Why it matters
    /// What was not read was not checked. The run ends with exit code 2; every other file is still checked.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// title: "Board
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: "Board"
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    /// ```
    ///
    /// ## How to fix
    /// Look at the place shown, and at the line before it: a quotation mark that is not closed, a colon in a text without quotation
    /// marks, a tab, or lines that are not indented alike are the usual reasons.
    pub struct SyntaxError = "D002" "syntax-error" in "document", Error, Undecided, since "0.1.0";
}

impl Rule for SyntaxError {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let (message, help) = match &fault.kind {
                FaultKind::Syntax { problem, words } => {
                    let message =
                        Message::new("syntax-error").with("problem", problem.name()).showing("words", words.as_str());
                    (message, Message::new("syntax-error-help").with("problem", problem.name()))
                }
                FaultKind::SecondDocument => {
                    (Message::new("syntax-error-second-document"), Message::new("syntax-error-second-document-help"))
                }
                FaultKind::UnknownAlias => {
                    (Message::new("syntax-error-alias"), Message::new("syntax-error-alias-help"))
                }
                _ => continue,
            };
            sink.push(Finding::of(fault, message).help(help));
        }
    }
}
