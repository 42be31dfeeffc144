use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{Why, node::NodeKind},
    message::{Arg, Message},
};

use crate::{
    rule::{Rule, declare_rule},
    suggest::Suggester,
};

declare_rule! {
    /// A reference to something that is nowhere.
    ///
    /// ## What it checks
    /// Every reference by id: that something has the id, among the kinds of things that the reference may lead to. It is looked for in the same
    /// document first, then in the terms and pacts that the document relates to, then everywhere.
    ///
    /// ## Why it matters
    /// An objective that supports a goal which does not exist supports nothing; a seat open to an actor that is not defined is open to nobody.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// objectives: { more-graduates: { label: More graduates } }
    /// initiatives:
    ///   campaign: { label: A campaign, contributes-to: more-gradutes }
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// objectives: { more-graduates: { label: More graduates } }
    /// initiatives:
    ///   campaign: { label: A campaign, contributes-to: more-graduates }
    /// ```
    ///
    /// ## How to fix
    /// Correct the id, or define what it refers to. If it is defined in a file that was not read, add the file to `pact.toml` or to the
    /// command line.
    pub struct DanglingReference = "S102" "dangling-reference" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for DanglingReference {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let mut suggester = Suggester::new(graph);
        let concepts = [NodeKind::Concept].as_slice();
        for unresolved in graph.unresolved() {
            let kinds = unresolved.edge.targets(graph.kind(unresolved.from));
            if unresolved.why != Why::Dangling || kinds == concepts {
                continue;
            }
            let id = graph.text(unresolved.name.symbol);
            let message = Message::new("dangling-reference").with("kinds", Arg::Kinds(kinds.to_vec())).with("id", id);
            let label = Message::new("reference-label")
                .with("kind", graph.kind(unresolved.from))
                .with("from", graph.name(unresolved.from))
                .with("edge", unresolved.edge);
            let finding = Finding::about(unresolved.from, unresolved.name.span, message).label(label);
            sink.push(match suggester.suggest(unresolved) {
                Some(meant) => {
                    finding.help(Message::new("did-you-mean").with("word", meant)).replace(unresolved.name.span, meant)
                }
                None => finding.help(Message::new("dangling-reference-help").with("kinds", Arg::Kinds(kinds.to_vec()))),
            });
        }
    }
}
