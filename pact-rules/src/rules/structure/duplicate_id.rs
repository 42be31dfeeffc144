use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// An id is given twice where it has to be unique.
    ///
    /// ## What it checks
    /// Actors, bodies, regions, terms and pacts have ids that mean the same in every file of a run; concepts are unique in their scheme, seats in their body; everything
    /// else in its document.
    ///
    /// ## Why it matters
    /// A reference means the first of the two. Whoever wrote the second meant another.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// bodies: { board: { seats: { chair: { places: 2 } } } }
    /// actors: { lo: {}, da: {} }
    /// registers: [{ file: members.csv, body: board }]
    /// # --- members.csv
    /// id;seat;actor
    /// m1;chair;lo
    /// m1;chair;da
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// bodies: { board: { seats: { chair: { places: 2 } } } }
    /// actors: { lo: {}, da: {} }
    /// registers: [{ file: members.csv, body: board }]
    /// # --- members.csv
    /// id;seat;actor
    /// m1;chair;lo
    /// m2;chair;da
    /// ```
    ///
    /// ## How to fix
    /// Give one of them another id. If both mean the same thing, keep one: an actor that the terms name is used in the pact without
    /// being defined again.
    pub struct DuplicateId = "S101" "duplicate-id" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for DuplicateId {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for duplicate in graph.duplicates() {
            let again = duplicate.again;
            let message = Message::new("duplicate-id").with("kind", graph.kind(again)).with("id", graph.name(again));
            let finding = Finding::about(again, graph.span(again), message)
                .related(graph.span(duplicate.first), Message::new("first-here"))
                .help(Message::new("duplicate-id-help"));
            sink.push(finding);
        }
    }
}
