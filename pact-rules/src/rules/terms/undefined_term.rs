use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{edge::EdgeKind, node::Definition},
    message::{Arg, Message, Thing},
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// Words that clauses use and that nothing in the source defines.
    ///
    /// ## What it checks
    /// The `definitions` that a clause `uses`: whether they give a quote or a clause that defines them. Reading them as something (`means`) is an interpretation, and no
    /// definition.
    ///
    /// ## Why it matters
    /// What the clause asks for depends on what the words mean, and the source leaves it to whoever reads it. Two readers may come to two verdicts.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// definitions:
    ///   areas: { label: the three policy areas }
    /// clauses:
    ///   A: { force: must, text: The three policy areas work together., uses: areas }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// definitions:
    ///   areas: { label: the three policy areas, clause: B }
    /// clauses:
    ///   A: { force: must, text: The three policy areas work together., uses: areas }
    ///   B: { force: constitutive, text: "The policy areas are education, employment and business promotion." }
    /// ```
    ///
    /// ## How to fix
    /// If the source defines the words, say where: `quote` or `clause`. If it does not, say under `means` and `interpreted` how they are read, and ask whoever issued the terms to
    /// define them.
    pub struct UndefinedTerm = "T106" "undefined-term" in "terms", Warning, Finding, since "0.2.0";
}

/// More clauses than this are named, but not shown.
const SHOWN: usize = 6;

impl Rule for UndefinedTerm {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for (id, definition) in graph.all::<Definition>() {
            let users = graph.incoming(id, EdgeKind::Uses);
            if users.is_empty() || definition.quote.is_some() || graph.says(id, EdgeKind::UnderClause) {
                continue;
            }
            let message = Message::new("undefined-term")
                .with("words", Thing::of(graph, id.node()))
                .with("clauses", Arg::All(users.iter().map(|user| graph.name(user.node).to_owned()).collect()))
                .with("count", users.len());
            let help = match graph.says(id, EdgeKind::Means) && definition.interpreted.is_some() {
                true => "undefined-term-help-interpreted",
                false => "undefined-term-help",
            };
            let mut finding = Finding::about(id, graph.span(id), message).help(Message::new(help));
            for user in users.iter().take(SHOWN) {
                finding = finding.related(user.span, Message::new("undefined-term-used"));
            }
            // With several clauses there is no one that it stands under.
            sink.push(match users {
                [only] => finding.citing(only.node),
                _ => finding,
            });
        }
    }
}
