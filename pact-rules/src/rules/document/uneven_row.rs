use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A row of a table has fewer or more cells than its heading.
    ///
    /// ## What it checks
    /// Every row of a register.
    ///
    /// ## Why it matters
    /// A cell too many or too few usually means that the cells after it stand in the wrong columns.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// bodies: { board: { label: The board, seats: { chair: {} } } }
    /// actors: { lo: {} }
    /// registers: [{ file: members.csv, body: board }]
    /// # --- members.csv
    /// id;seat;actor
    /// m1;chair;lo;2018
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// bodies: { board: { label: The board, seats: { chair: {} } } }
    /// actors: { lo: {} }
    /// registers: [{ file: members.csv, body: board }]
    /// # --- members.csv
    /// id;seat;actor;from
    /// m1;chair;lo;2018
    /// ```
    ///
    /// ## How to fix
    /// Put a text that holds the separator between quotation marks, and fill up rows that are too short.
    pub struct UnevenRow = "D014" "uneven-row" in "document", Error, Unread, since "0.1.0";
}

impl Rule for UnevenRow {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let FaultKind::UnevenRow { found, expected, rows } = &fault.kind else { continue };
            let message =
                Message::new("uneven-row").with("rows", *rows).with("found", *found).with("expected", *expected);
            sink.push(Finding::of(fault, message).help(Message::new("uneven-row-help")));
        }
    }
}
