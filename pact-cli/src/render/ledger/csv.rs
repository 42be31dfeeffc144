//! The ledger for spreadsheets: RFC 4180, a row an entry.

use std::io::{self, Write};

use super::{
    super::{csv::row, vocabulary, wording::Wording},
    View,
};

/// Of evidence and of what is missing, so many are named in a cell; the others are counted.
const MOST: usize = 20;

/// The columns, by their messages.
const COLUMNS: [&str; 10] = [
    "cli-column-pact",
    "cli-column-clause",
    "cli-column-part-of",
    "cli-column-force",
    "cli-column-binds",
    "cli-column-verdict",
    "cli-column-text",
    "cli-column-evidence",
    "cli-column-missing",
    "cli-column-remarks",
];

/// Writes the ledger.
pub(crate) fn write(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let words = view.words;
    let graph = view.report.model.graph();
    row(out, COLUMNS.iter().map(|id| words.label(id)))?;
    for case in &view.report.ledger.cases {
        for entry in view.entries(case) {
            let basis = view.basis(entry, MOST);
            let part_of = entry.part_of.and_then(|line| case.entries.get(line));
            row(
                out,
                [
                    graph.name(case.pact).to_owned(),
                    graph.name(entry.node).to_owned(),
                    part_of.map(|whole| graph.name(whole.node).to_owned()).unwrap_or_default(),
                    view.force(entry),
                    view.binds(entry).join("; "),
                    vocabulary::verdict_on(entry, words),
                    Wording::of(graph, entry.node).said(words.language().tag()).to_owned(),
                    basis.evidence.join("\n"),
                    basis.missing.join("\n"),
                    basis.reason.unwrap_or_default(),
                ],
            )?;
        }
    }
    Ok(())
}
