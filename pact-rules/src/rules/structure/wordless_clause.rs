use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        edge::EdgeKind,
        node::{Clause, Element, Quoted},
    },
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A clause or an element without a word of what it says.
    ///
    /// ## What it checks
    /// That every clause has a quote or a text, and every element a quote, a text, a label or parts.
    ///
    /// ## Why it matters
    /// A finding cites its clause. Whoever reads "clause A is not met" has to be able to read clause A.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must }
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
    /// Give the words of the source under `quote`, or what the clause says under `text`.
    pub struct WordlessClause = "S115" "wordless-clause" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for WordlessClause {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let silent = |quote: &Option<Quoted>| quote.as_ref().is_none_or(|quote| quote.text.trim().is_empty());
        let blank = |text: &Option<pact_core::document::value::Text>| text.as_ref().is_none_or(|text| text.is_blank());
        let clauses = graph
            .all::<Clause>()
            .filter(|(_, clause)| silent(&clause.quote) && blank(&clause.text))
            .map(|(id, _)| id.node());
        let elements = graph
            .all::<Element>()
            .filter(|(id, element)| {
                let bare = silent(&element.quote) && blank(&element.text) && blank(&element.label);
                bare && graph.incoming(*id, EdgeKind::PartOf).is_empty()
            })
            .map(|(id, _)| id.node());
        for node in clauses.chain(elements).filter(|&node| !graph.head(node).damaged) {
            let message = Message::new("wordless-clause").with("kind", graph.kind(node)).with("id", graph.name(node));
            sink.push(Finding::about(node, graph.span(node), message).help(Message::new("wordless-clause-help")));
        }
    }
}
