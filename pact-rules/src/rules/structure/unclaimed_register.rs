use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    message::{Arg, Message},
    source::Span,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A table of members that no pact names, or that is named twice.
    ///
    /// ## What it checks
    /// That every register among the files of a run is listed under `registers` in a pact, once.
    ///
    /// ## Why it matters
    /// Its members belong to no body, so that its rows are not checked against any seat. Of a register that is named twice the members belong to the first, and
    /// the second has none.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// bodies: { board: { seats: { workers: {} } } }
    /// # --- members.csv
    /// id;seat;actor
    /// m1;workers;lo
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// actors: { lo: {} }
    /// bodies: { board: { seats: { workers: {} } } }
    /// registers: [{ file: members.csv, body: board }]
    /// # --- members.csv
    /// id;seat;actor
    /// m1;workers;lo
    /// ```
    ///
    /// ## How to fix
    /// Add the file to the pact: `registers: [{ file: members.csv, body: … }]`. One table for several bodies has a column `body`.
    pub struct UnclaimedRegister = "S116" "unclaimed-register" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for UnclaimedRegister {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for &(pact, span) in graph.shared_registers() {
            let message = Message::new("shared-register").with("id", graph.name(pact));
            sink.push(Finding::about(pact, span, message).help(Message::new("shared-register-help")));
        }
        // A pact that could not be read may be the one that names it.
        if context.model.graph().incomplete() != pact_core::graph::KindSet::default() {
            return;
        }
        for &file in context.model.graph().unclaimed_registers() {
            let path = context.model.path(file);
            let name = path.rsplit('/').next().unwrap_or(path);
            let message = Message::new("unclaimed-register").with("file", Arg::Path(path.to_owned()));
            let help = Message::new("unclaimed-register-help").with("file", name);
            sink.push(Finding::at(name, Span::new(file, 0, 0), message).help(help));
        }
    }
}
