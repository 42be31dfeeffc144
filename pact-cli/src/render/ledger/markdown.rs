//! The ledger as a table in Markdown, as GitHub reads it.

use std::io::{self, Write};

use pact_core::message::{Catalogue, Message};

use super::{
    super::{
        case, clean,
        markdown::{escaped, row},
        outcome, vocabulary,
        wording::Wording,
    },
    View,
};

/// Of evidence and of what is missing, so many are named in a cell; the others are counted.
const MOST: usize = 3;
/// Longer texts are cut.
const TEXT: usize = 240;

/// The columns, by their messages.
const COLUMNS: [&str; 6] = [
    "cli-column-clause",
    "cli-column-force",
    "cli-column-binds",
    "cli-column-verdict",
    "cli-column-text",
    "cli-column-basis",
];

/// Writes the ledger.
pub(crate) fn write(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let words = view.words;
    let graph = view.report.model.graph();
    for case in &view.report.ledger.cases {
        let heading = case::heading(graph, case, view.report.ledger.judged, words);
        writeln!(out, "## {}\n", escaped(&words.text(&heading)))?;
        row(out, COLUMNS.iter().map(|id| escaped(&words.label(id))))?;
        row(out, COLUMNS.iter().map(|_| "---".to_owned()))?;
        for entry in view.entries(case) {
            let basis = view.basis(entry, MOST);
            let said = clean::short(Wording::of(graph, entry.node).said(words.language().tag()), TEXT);
            let labelled = |id: &str, lines: Vec<String>| {
                let label = format!("*{}:* ", escaped(&words.label(id)));
                lines.into_iter().enumerate().map(move |(position, line)| {
                    if position == 0 { format!("{label}{}", escaped(&line)) } else { escaped(&line) }
                })
            };
            let remarks = basis.reason.into_iter().map(|line| escaped(&line));
            let lines: Vec<String> = remarks
                .chain(labelled("cli-label-evidence", basis.evidence))
                .chain(labelled("cli-label-missing", basis.missing))
                .collect();
            row(
                out,
                [
                    escaped(graph.name(entry.node)),
                    escaped(&view.force(entry)),
                    escaped(&view.binds(entry).join(", ")),
                    format!("**{}**", escaped(&vocabulary::verdict_on(entry, words))),
                    escaped(&said),
                    lines.join("<br>"),
                ],
            )?;
        }
        writeln!(out)?;
    }
    silent(out, view, words)?;
    writeln!(out, "{}", escaped(&words.text(&outcome::sentence(view.report))))
}

fn silent(out: &mut dyn Write, view: &View<'_>, words: &Catalogue) -> io::Result<()> {
    for (terms, topics) in view.silent() {
        let topics: Vec<String> = topics.into_iter().map(|topic| vocabulary::topic(topic, words)).collect();
        let message = Message::new("cli-silent-topics")
            .with("terms", view.report.model.graph().name(terms))
            .with("topics", topics.join(", "));
        writeln!(out, "{}\n", escaped(&words.text(&message)))?;
    }
    Ok(())
}
