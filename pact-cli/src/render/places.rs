//! Lines, columns and cells of all the places of a report, found in one pass over each file.
//!
//! Asking a [`Source`] for each place would count its line, or its table, from the start every time: a hundred thousand
//! findings in a file of one line would never end.

use std::collections::BTreeMap;

use pact_core::{
    report::Report,
    source::{Cell, FileId, Layout, Position, Source, Span},
};

/// Where an offset is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Line and column.
    pub(super) position: Position,
    /// The cell, in a table.
    pub(super) cell: Option<Cell>,
}

/// The places of a report.
#[derive(Debug, Default)]
pub(super) struct Places {
    files: BTreeMap<FileId, Vec<(u32, Place)>>,
}

impl Places {
    /// Finds every place that a report speaks of. O(size of the files + places × log places).
    pub(super) fn of(report: &Report) -> Self {
        let mut offsets: BTreeMap<FileId, Vec<u32>> = BTreeMap::new();
        let mut note = |span: Span| offsets.entry(span.file).or_default().extend([span.start, span.end]);
        for finding in report.findings.iter().map(|reported| &reported.finding) {
            note(finding.span);
            finding.related.iter().for_each(|related| note(related.span));
            finding.edit.iter().for_each(|edit| note(edit.span));
        }
        let located = offsets.into_iter().filter_map(|(file, mut offsets)| {
            offsets.sort_unstable();
            offsets.dedup();
            Some((file, locate(report.model.sources().get(file)?, &offsets)))
        });
        Self { files: located.collect() }
    }

    /// The place of an offset that the report speaks of; the start of the file for any other. O(log places).
    pub(super) fn get(&self, file: FileId, offset: u32) -> Place {
        let known = self.files.get(&file).map_or(&[][..], Vec::as_slice);
        let found = known.binary_search_by_key(&offset, |(at, _)| *at).ok().and_then(|at| known.get(at));
        found.map_or(Place { position: Position { line: 1, column: 1 }, cell: None }, |(_, place)| *place)
    }
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
