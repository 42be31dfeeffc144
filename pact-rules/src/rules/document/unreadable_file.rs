use pact_core::{
    check::{Context, Sink},
    fault::{FaultKind, Unreadable},
    finding::Finding,
    message::{Arg, Message},
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A file that was named could not be opened, or is no text.
    ///
    /// ## What it checks
    /// Every file given on the command line, listed in `pact.toml` or named in a document: that it is there, that it is a file, that
    /// its ending says what is in it, and that its bytes are text. What a document names lies at a path relative to it; a source ends in
    /// `.txt` or `.md`, a register in `.csv` or `.tsv`. Documents are UTF-8; tables and sources may be Windows-1252 too.
    ///
    /// ## Why it matters
    /// What was not read was not checked. The run ends with exit code 2, whatever else it found.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// source: { file: missing.txt }
    /// clauses:
    ///   A: { force: must, quote: Seven members. }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// source: { file: source.txt }
    /// clauses:
    ///   A: { force: must, quote: Seven members. }
    /// # --- source.txt
    /// The board has seven members. Seven members.
    /// ```
    ///
    /// ## How to fix
    /// Correct the path (it is relative to the file that names it), or save the file as text: in a spreadsheet as *CSV UTF-8*, in an
    /// editor as UTF-8.
    pub struct UnreadableFile = "D001" "unreadable-file" in "document", Error, Undecided, since "0.1.0";
}

impl Rule for UnreadableFile {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let FaultKind::Unreadable(reason) = &fault.kind else { continue };
            let (detail, line) = match reason {
                Unreadable::Refused(words) => (words.as_str(), 0),
                Unreadable::NotText { line, .. } => ("", *line),
                _ => ("", 0),
            };
            let message = Message::new("unreadable-file")
                .with("file", Arg::Path(context.model.path(fault.file).to_owned()))
                .with("reason", reason.name())
                .showing("detail", detail)
                .showing("line", line);
            // A file that a document names is missed where it is named; one of the command line, nowhere else.
            let named = if fault.span.file == fault.file { "command-line" } else { "document" };
            let help = Message::new("unreadable-file-help").with("reason", reason.name()).with("named", named);
            sink.push(Finding::of(fault, message).help(help));
        }
    }
}
