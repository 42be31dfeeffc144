use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A text that cannot be an id.
    ///
    /// ## What it checks
    /// Ids, and references to them: no blanks, none of `:` `,` `;` `#`, nothing empty between slashes, at most 200 characters. Letters of every
    /// alphabet will do: `ærø`.
    ///
    /// ## Why it matters
    /// Ids stand in references, on the command line and in reports, where a blank or a comma would end them.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: the board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: the-board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    /// ```
    ///
    /// ## How to fix
    /// Put hyphens for blanks. What people are to read goes into `label` or `title`.
    pub struct InvalidId = "D013" "invalid-id" in "document", Error, Unread, since "0.1.0";
}

impl Rule for InvalidId {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let FaultKind::InvalidId { value } = &fault.kind else { continue };
            let message = Message::new("invalid-id").with("value", value.as_str());
            // Several ids in one text: what is meant is a list.
            let several = value.contains(',') || value.contains(" og ") || value.contains(" and ");
            let reason = match () {
                () if several => "list",
                () if value.chars().count() > 200 => "long",
                () => "letters",
            };
            let help = Message::new("invalid-id-help").with("reason", reason);
            sink.push(Finding::of(fault, message).help(help));
        }
    }
}
