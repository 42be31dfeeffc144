use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{Graph, Unresolved, Why, edge::EdgeKind, node::NodeKind},
    message::{Arg, Message},
};

use crate::{
    group,
    rule::{Rule, declare_rule},
    suggest::Suggester,
};

declare_rule! {
    /// A reference to something that is nowhere.
    ///
    /// ## What it checks
    /// Every reference by id: that something has the id, among the kinds of things that the reference may lead to. It is looked for in the same
    /// document first, then in the terms and pacts that the document relates to, then everywhere. References that lack the same thing are one finding.
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
        let dangling =
            |unresolved: &Unresolved| unresolved.why == Why::Dangling && unresolved.kinds.as_slice() != concepts;
        for all in group::by_missing_id(graph, dangling) {
            let Some(&first) = all.first() else { continue };
            let kinds = first.kinds.as_slice();
            let id = graph.text(first.name.symbol);
            let body = graph.outgoing(first.from, EdgeKind::MemberOf).first().filter(|_| first.edge == EdgeKind::Fills);
            let message = match body {
                Some(body) => {
                    Message::new("dangling-reference-seat").with("body", graph.name(body.node)).with("id", id)
                }
                None => Message::new("dangling-reference").with("id", id).showing("kinds", Arg::Kinds(kinds.to_vec())),
            };
            let label = Message::new("reference-label")
                .with("kind", graph.kind(first.from))
                .with("from", graph.name(first.from))
                .with("edge", first.edge);
            let finding = group::also_here(Finding::about(first.from, first.name.span, message).label(label), &all);
            sink.push(match suggester.suggest(first) {
                Some(meant) => misspelt(graph, finding, first, meant, all.len()),
                None => finding.help(Message::new("dangling-reference-help").with("kinds", Arg::Kinds(kinds.to_vec()))),
            });
        }
    }
}

/// Which of the two is misspelt: where many refer and nothing refers to what is nearly the same, it is the definition.
fn misspelt(graph: &Graph, finding: Finding, unresolved: &Unresolved, meant: &str, references: usize) -> Finding {
    let kinds = unresolved.kinds.as_slice();
    let defined = kinds.iter().flat_map(|&kind| graph.named(kind, meant)).next();
    let unused = defined.filter(|&&node| graph.incoming_all(node).all(|(edge, _)| edge == EdgeKind::SeatOf));
    if let Some(&node) = unused.filter(|_| references > 1) {
        let help =
            Message::new("misspelt-definition").with("id", graph.text(unresolved.name.symbol)).with("meant", meant);
        return finding.related(graph.span(node), Message::new("misspelt-definition-label")).help(help);
    }
    let finding = finding.help(Message::new("did-you-mean").with("word", meant));
    if references == 1 { finding.replace(unresolved.name.span, meant) } else { finding }
}
