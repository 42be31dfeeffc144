use pact_core::{
    check::{Context, Sink},
    document::value::Date,
    finding::Finding,
    graph::node::Clause,
    message::{Arg, Message, Thing},
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A clause that names a day or a month and not the year.
    ///
    /// ## What it checks
    /// The dates that clauses give under `on`: whether the year is known. A source that says "in October" is written `XXXX-10`.
    ///
    /// ## Why it matters
    /// Whether something happened in time cannot be judged by an October that may be any. Whoever fills in a year interprets the source; the reader should know that.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: constitutive, text: The board meets in October., on: XXXX-10 }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: constitutive, text: The board meets in October 2017., on: 2017-10 }
    /// ```
    ///
    /// ## How to fix
    /// Leave `on` as the source has it. Say under `interpreted` which year is meant and why, write the year where the clause `requires` a date, and ask whoever issued the
    /// terms to confirm it.
    pub struct MonthWithoutYear = "T105" "month-without-year" in "terms", Warning, Finding, since "0.2.0";
}

impl Rule for MonthWithoutYear {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for (id, clause) in graph.all::<Clause>() {
            let without: Vec<&Date> = clause.on.iter().filter(|on| on.date.year().is_none()).collect();
            let Some(first) = without.first() else { continue };
            let message = Message::new("month-without-year")
                .with("clause", Thing::of(graph, id.node()))
                .with("dates", Arg::All(without.iter().map(|on| on.date.to_string()).collect()))
                .with("count", without.len());
            let help = match clause.interpreted {
                Some(_) => "month-without-year-help-interpreted",
                None => "month-without-year-help",
            };
            let mut finding = Finding::about(id, first.span, message).help(Message::new(help)).citing(id.node());
            for other in without.iter().skip(1) {
                finding = finding.related(other.span, Message::new("also-here"));
            }
            sink.push(finding);
        }
    }
}
