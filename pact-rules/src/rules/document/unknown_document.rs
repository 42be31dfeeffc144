use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::{Arg, Message},
    near::nearest,
};

use crate::{
    rule::{Rule, declare_rule},
    suggest,
};

declare_rule! {
    /// A file does not say what kind of document it is.
    ///
    /// ## What it checks
    /// That the outermost keys of a file have `terms: 1` or `pact: 1` among them, and those of `pact.toml` `workspace = 1`; that a file is only one of
    /// them; and that a run has one manifest.
    ///
    /// ## Why it matters
    /// Without that key nobody knows what the rest is meant as, and none of it is checked. The run ends with exit code 2.
    ///
    /// ## Example
    /// ```yaml,fails
    /// term: 1
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
    /// Begin terms of reference with `terms: 1`, a pact or a proposal with `pact: 1`. A file that is something else does not
    /// belong among the documents: list the documents in `pact.toml`.
    pub struct UnknownDocument = "D005" "unknown-document" in "document", Error, Undecided, since "0.1.0";
}

impl Rule for UnknownDocument {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            if fault.kind == FaultKind::TwoDocuments {
                let finding = Finding::of(fault, Message::new("two-documents"));
                sink.push(finding.help(Message::new("two-documents-help")));
                continue;
            }
            if fault.kind == FaultKind::SecondWorkspace {
                let file = Arg::Path(context.model.path(fault.file).to_owned());
                let message = Message::new("second-workspace").with("file", file);
                sink.push(Finding::of(fault, message).help(Message::new("second-workspace-help")));
                continue;
            }
            let FaultKind::UnknownDocument { accepted, found } = &fault.kind else { continue };
            let help = if accepted.iter().any(|key| key == "workspace") {
                "unknown-workspace-help"
            } else {
                "unknown-document-help"
            };
            let message = Message::new("unknown-document").showing("accepted", Arg::OneOf(accepted.clone()));
            let finding = Finding::of(fault, message);
            let meant = found.as_deref().and_then(|found| nearest(found, accepted.iter().map(String::as_str)));
            sink.push(suggest::or_else(finding, meant, Message::new(help)));
        }
    }
}
