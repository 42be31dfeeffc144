use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::{Arg, Message},
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// There is nothing in a file.
    ///
    /// ## What it checks
    /// That a file holds more than white space and comments.
    ///
    /// ## Why it matters
    /// An empty file is usually one that was not saved, or saved somewhere else. Nothing in it can hold.
    ///
    /// ## Example
    /// ```yaml,fails
    /// # Terms of reference, to be written.
    /// ```
    ///
    /// ## How to fix
    /// Write the document, or take the file out of the folder. `pact init` writes a skeleton.
    pub struct EmptyFile = "D004" "empty-file" in "document", Error, Undecided, since "0.1.0";
}

impl Rule for EmptyFile {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults().iter().filter(|fault| fault.kind == FaultKind::EmptyFile) {
            let message = Message::new("empty-file").with("file", Arg::Path(context.model.path(fault.file).to_owned()));
            sink.push(Finding::of(fault, message).help(Message::new("empty-file-help")));
        }
    }
}
