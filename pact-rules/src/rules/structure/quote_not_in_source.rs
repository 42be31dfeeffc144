use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        Graph,
        node::{Clause, Concept, Element, Found, Id, Kind, Quoted, Seat},
    },
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// Words given as a quote that the source does not have.
    ///
    /// ## What it checks
    /// Every `quote` of clauses, elements, seats and concepts, against the text named under `source`. White space, line breaks and hyphens do not
    /// count, since a printed source breaks its lines anywhere; every other letter does, the source's own misspellings included.
    ///
    /// ## Why it matters
    /// Every verdict cites its clause. A clause that is not in the source is somebody's own words, and nobody can look it up.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// source: { file: source.txt }
    /// clauses:
    ///   A: { force: must, quote: The board has eight members. }
    /// # --- source.txt
    /// The board has seven mem-
    /// bers.
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// source: { file: source.txt }
    /// clauses:
    ///   A: { force: must, quote: The board has seven members. }
    /// # --- source.txt
    /// The board has seven mem-
    /// bers.
    /// ```
    ///
    /// ## How to fix
    /// Copy the words from the source as they are. What they mean goes into `text`; how they were read, into `interpreted`.
    pub struct QuoteNotInSource = "S112" "quote-not-in-source" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for QuoteNotInSource {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        each::<Clause>(graph, sink, |clause| clause.quote.as_ref());
        each::<Element>(graph, sink, |element| element.quote.as_ref());
        each::<Seat>(graph, sink, |seat| seat.quote.as_ref());
        each::<Concept>(graph, sink, |concept| concept.quote.as_ref());
    }
}

fn each<T: Kind>(graph: &Graph, sink: &mut Sink, quote: impl Fn(&T) -> Option<&Quoted>) {
    for (id, data) in graph.all::<T>() {
        if let Some(quote) = quote(data).filter(|quote| quote.found == Found::Nowhere) {
            sink.push(finding(graph, id, quote));
        }
    }
}

fn finding<T: Kind>(graph: &Graph, id: Id<T>, quote: &Quoted) -> Finding {
    let message = Message::new("quote-not-in-source").with("kind", T::KIND).with("id", graph.name(id));
    Finding::about(id, quote.span, message).help(Message::new("quote-not-in-source-help"))
}
