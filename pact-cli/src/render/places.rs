//! Lines, columns and cells of all the places of a report, found in one pass over each file.
//!
//! Asking a [`Source`] for each place would count its line, or its table, from the start every time: a hundred thousand
//! findings in a file of one line would never end.

use std::collections::BTreeMap;

use pact_core::{
    graph::{Graph, node::NodeId},
    model::Model,
    report::Report,
    source::{Cell, FileId, Layout, Position, Source, Span},
};

use super::{clean, wording::Wording};

/// Where an offset is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Line and column.
    pub(super) position: Position,
    /// The cell, in a table.
    pub(super) cell: Option<Cell>,
}

/// The places of a report.
#[derive(Debug, Default)]
pub(crate) struct Places {
    files: BTreeMap<FileId, Vec<(u32, Place)>>,
}

impl Places {
    /// Finds the places of spans. O(size of the files + spans × log spans).
    pub(super) fn of(model: &Model, spans: impl IntoIterator<Item = Span>) -> Self {
        let mut offsets: BTreeMap<FileId, Vec<u32>> = BTreeMap::new();
        for span in spans {
            offsets.entry(span.file).or_default().extend([span.start, span.end]);
        }
        let located = offsets.into_iter().filter_map(|(file, mut offsets)| {
            offsets.sort_unstable();
            offsets.dedup();
            Some((file, locate(model.sources().get(file)?, &offsets)))
        });
        Self { files: located.collect() }
    }

    /// Finds every place that the findings of a report speak of, and those of the clauses that they cite.
    pub(super) fn of_findings(report: &Report) -> Self {
        Self::of(&report.model, finding_spans(report))
    }

    /// The same, and every place of which the ledger speaks.
    pub(super) fn of_everything(report: &Report) -> Self {
        Self::of(&report.model, finding_spans(report).chain(ledger_spans(report)))
    }

    /// The same, and some more.
    pub(super) fn of_everything_and(report: &Report, spans: impl IntoIterator<Item = Span>) -> Self {
        Self::of(&report.model, finding_spans(report).chain(ledger_spans(report)).chain(spans))
    }

    /// Finds every place of which the ledger speaks.
    pub(super) fn of_ledger(report: &Report) -> Self {
        Self::of(&report.model, ledger_spans(report))
    }

    /// A place as people write it: `forslag.yaml:12`, and in a table with its cell. Only of spans that were asked for.
    pub(super) fn written(&self, model: &Model, span: Span) -> String {
        let place = self.get(span.file, span.start);
        let path = clean::line(model.path(span.file));
        match place.cell {
            Some(cell) => format!("{path}:{} ({cell})", place.position.line),
            None => format!("{path}:{}", place.position.line),
        }
    }

    /// The place of an offset that was asked for; the start of the file for any other. O(log places).
    pub(super) fn get(&self, file: FileId, offset: u32) -> Place {
        let known = self.files.get(&file).map_or(&[][..], Vec::as_slice);
        let found = known.binary_search_by_key(&offset, |(at, _)| *at).ok().and_then(|at| known.get(at));
        found.map_or(Place { position: Position { line: 1, column: 1 }, cell: None }, |(_, place)| *place)
    }
}

fn finding_spans(report: &Report) -> impl Iterator<Item = Span> {
    let graph = report.model.graph();
    report.findings.iter().map(|reported| &reported.finding).flat_map(move |finding| {
        let related = finding.related.iter().map(|related| related.span);
        let cited = finding.cited.into_iter().flat_map(move |cited| clause_spans(graph, cited.node));
        std::iter::once(finding.span).chain(related).chain(finding.edit.iter().map(|edit| edit.span)).chain(cited)
    })
}

fn ledger_spans(report: &Report) -> impl Iterator<Item = Span> {
    let graph = report.model.graph();
    report.ledger.cases.iter().flat_map(|case| &case.entries).flat_map(move |entry| {
        let hops = entry.proof.witnesses.iter().flat_map(|witness| &witness.path).map(|hop| hop.span);
        let lacks = entry.proof.lacks.iter().flat_map(move |lack| [graph.span(lack.subject), lack.requirement]);
        clause_spans(graph, entry.node).chain(hops).chain(lacks)
    })
}

/// Where the file gives a node, and where the source has its words if it is a clause or an element.
pub(super) fn clause_spans(graph: &Graph, node: NodeId) -> impl Iterator<Item = Span> {
    std::iter::once(graph.span(node)).chain(Wording::of(graph, node).in_source())
}

/// The places of sorted offsets.
fn locate(source: &Source, offsets: &[u32]) -> Vec<(u32, Place)> {
    let (table, delimiter) = match source.layout() {
        Layout::Table { delimiter } => (true, Some(char::from(delimiter))),
        Layout::Text => (false, None),
    };
    let mut here = Position { line: 1, column: 1 };
    let mut cell = Cell { row: 1, column: 1 };
    let mut quoted = false;
    let mut wanted = offsets.iter().copied().peekable();
    let mut found = Vec::with_capacity(offsets.len());
    for (at, letter) in source.text().char_indices() {
        while let Some(offset) = wanted.next_if(|&offset| (offset as usize) < at + letter.len_utf8()) {
            found.push((offset, Place { position: here, cell: table.then_some(cell) }));
        }
        if wanted.peek().is_none() {
            return found;
        }
        match letter {
            '"' => quoted = !quoted,
            '\n' if !quoted => cell = Cell { row: cell.row + 1, column: 1 },
            letter if !quoted && Some(letter) == delimiter => cell.column += 1,
            _ => {}
        }
        here = match letter {
            '\n' => Position { line: here.line + 1, column: 1 },
            _ => Position { column: here.column + 1, ..here },
        };
    }
    found.extend(wanted.map(|offset| (offset, Place { position: here, cell: table.then_some(cell) })));
    found
}

#[cfg(test)]
mod tests {
    use pact_core::load::Input;

    use super::*;

    #[test]
    fn one_pass_finds_what_counting_finds() {
        let texts = [
            ("a.csv", "id;\"na;me\";x\r\n1;\"æ;b\nc\";2\n\n2;d\n"),
            ("b.tsv", "id\tname\n1\tb\n"),
            ("c.csv", "id\n1\n"),
            ("d.yaml", "æ: ø\n\nterms: 1"),
        ];
        let mut input = Input::new();
        texts.iter().for_each(|(name, text)| input.add(name, *text));
        let model = input.build();
        for (_, source) in model.sources().iter() {
            let offsets: Vec<u32> = (0..=u32::try_from(source.text().len() + 2).unwrap()).collect();
            for (offset, place) in locate(source, &offsets) {
                assert_eq!(place.position, source.position(offset), "{} {offset}", source.path());
                if source.text().is_char_boundary(offset as usize) {
                    assert_eq!(place.cell, source.cell(offset), "{} {offset}", source.path());
                }
            }
        }
    }
}
