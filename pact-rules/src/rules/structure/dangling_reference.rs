use pact_core::{
    check::{Context, Sink},
    decode::is_id,
    finding::Finding,
    graph::{Graph, Unresolved, Why, edge::EdgeKind, node::NodeKind},
    message::{Arg, Message},
};

use crate::{
    group::{self, Columns},
    rule::{Rule, declare_rule},
    suggest::{Meant, Suggester},
};

declare_rule! {
    /// A reference to something that is nowhere.
    ///
    /// ## What it checks
    /// Every reference by id: that something has the id, among the kinds of things that the reference may lead to. It is looked for in the same
    /// document first, then in the terms and pacts that the document relates to, then everywhere. In a register the label will do for the id, whatever its letter
    /// case. References that lack the same thing are one finding; so is a column of a register in which nothing is known.
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
        let groups = group::by_missing_id(graph, dangling);
        let (columns, groups) = Columns::new(graph, &groups).split(graph, groups);
        columns.into_iter().for_each(|finding| sink.push(finding));
        for all in groups {
            let Some(&first) = all.first() else { continue };
            let kinds = first.kinds.as_slice();
            let Some(mut finding) = group::finding(&all, message(graph, first)) else { continue };
            finding.label = group::label(graph, &all);
            let meant = suggester.suggest(first);
            sink.push(match (meant.only(), meant.question()) {
                (Some(word), _) => misspelt(graph, finding, first, &meant, word, all.len()),
                (None, Some(question)) => finding.help(question),
                (None, None) => {
                    let help = if first.called { "dangling-name-help" } else { "dangling-reference-help" };
                    finding.help(Message::new(help).with("kinds", Arg::Kinds(kinds.to_vec())))
                }
            });
        }
    }
}

/// What is missing, in words: for a table a label may have been meant.
fn message(graph: &Graph, unresolved: &Unresolved) -> Message {
    let id = graph.text(unresolved.name.symbol);
    let body = graph.outgoing(unresolved.from, EdgeKind::MemberOf).first();
    let kinds = Arg::Kinds(unresolved.kinds.to_vec());
    match body.filter(|_| unresolved.edge == EdgeKind::Fills) {
        Some(body) => Message::new("dangling-reference-seat").with("body", graph.name(body.node)).with("id", id),
        // It may be the name of a person, which is not repeated.
        None if unresolved.called && unresolved.edge == EdgeKind::StandsInFor && !is_id(id) => {
            Message::new("dangling-person")
        }
        None if unresolved.called => Message::new("dangling-name").with("name", id).showing("kinds", kinds),
        None => Message::new("dangling-reference").with("id", id).showing("kinds", kinds),
    }
}

/// Which of the two is misspelt: where many refer and nothing refers to what is nearly the same, it is the definition.
fn misspelt(
    graph: &Graph,
    finding: Finding,
    unresolved: &Unresolved,
    meant: &Meant<'_>,
    word: &str,
    references: usize,
) -> Finding {
    let kinds = unresolved.kinds.as_slice();
    let defined = kinds.iter().flat_map(|&kind| meant.nodes(graph, kind)).next();
    let unused = defined.filter(|&node| graph.incoming_all(node).all(|(edge, _)| edge == EdgeKind::SeatOf));
    // Of a table only an id can have been misspelt where it is defined: labels are for people to read.
    let unused = unused.filter(|&node| graph.name(node) == word);
    if let Some(node) = unused.filter(|_| references > 1) {
        let help =
            Message::new("misspelt-definition").with("id", graph.text(unresolved.name.symbol)).with("meant", word);
        return finding.related(graph.span(node), Message::new("misspelt-definition-label")).help(help);
    }
    let finding = finding.help(Message::new("did-you-mean").with("word", word));
    let span = finding.span;
    if references == 1 { finding.replace(span, word) } else { finding }
}
