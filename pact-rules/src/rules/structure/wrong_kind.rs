use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::Why,
    message::{Arg, Message},
};

use crate::{
    group,
    rule::{Rule, declare_rule},
    suggest::{self, Suggester},
};

declare_rule! {
    /// A reference to something of a kind that it cannot lead to.
    ///
    /// ## What it checks
    /// Both ends of every relation, against the table of relations: an initiative contributes to an objective, a member fills a seat, a
    /// decision is taken by an actor or a body.
    ///
    /// ## Why it matters
    /// An initiative that "contributes to" a strength says nothing about which goal it serves.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// strengths: { robots: { label: Robots } }
    /// initiatives:
    ///   campaign: { label: A campaign, contributes-to: robots }
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// strengths: { robots: { label: Robots } }
    /// initiatives:
    ///   campaign: { label: A campaign, builds-on: robots }
    /// ```
    ///
    /// ## How to fix
    /// Refer to something of the kind that the message names, or use the key that leads to what you refer to.
    pub struct WrongKind = "S104" "wrong-kind" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for WrongKind {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let mut suggester = Suggester::new(graph);
        for all in group::by_name(graph, |unresolved| matches!(unresolved.why, Why::WrongKind(_))) {
            let Some(&unresolved) = all.first() else { continue };
            let Why::WrongKind(found) = unresolved.why else { continue };
            let kinds = unresolved.kinds.as_slice().to_vec();
            let message = Message::new("wrong-kind")
                .with("id", graph.text(unresolved.name.symbol))
                .with("found", graph.kind(found))
                .with("kinds", Arg::Kinds(kinds.clone()));
            let Some(mut finding) = group::finding(&all, message) else { continue };
            finding.label = group::label(graph, &all);
            let finding =
                finding.related(graph.span(found), Message::new("wrong-kind-found").with("kind", graph.kind(found)));
            let otherwise = Message::new("wrong-kind-help").with("kinds", Arg::Kinds(kinds));
            let meant = suggester.suggest(unresolved);
            let finding = match meant.question().filter(|_| meant.only().is_none()) {
                Some(question) => finding.help(question),
                None => suggest::or_else(finding, meant.only(), otherwise),
            };
            // One edit mends one row.
            sink.push(if all.len() == 1 { finding } else { Finding { edit: None, ..finding } });
        }
    }
}
