//! Tables for people: columns beside each other, broken into lines where they have to be, with notes across the whole page under a row.
//!
//! By hand, as the tables of the libraries have no rows that go across, and break words where they please.

use std::io::{self, Write};

use super::wrap;

/// On a narrower page cells stand under each other.
const NARROW: usize = 60;
/// Between columns.
const GAP: usize = 2;
/// How far the lines after the first of a cell stand in.
const HANG: &str = "  ";

/// A row.
#[derive(Debug)]
pub(super) enum Row {
    /// What the rows under it have in common.
    Section(String),
    /// A cell for each column.
    Cells(Vec<Cell>),
    /// What is said of the row above.
    Note(String),
}

/// What stands in a cell: parts of several paragraphs each. Cells of as many parts as any of their row have these beside each other; the others run on.
pub(super) type Cell = Vec<Vec<String>>;

/// A column.
#[derive(Debug)]
pub(super) struct Column {
    /// What it is called.
    pub(super) head: String,
    /// The narrowest that it becomes, ten or more.
    pub(super) least: usize,
    /// The widest that it becomes.
    pub(super) most: usize,
}

/// A table.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The columns.
    pub(super) columns: Vec<Column>,
    /// The rows.
    pub(super) rows: Vec<Row>,
}

impl Table {
    /// Writes the table on a page so wide. Columns in which nothing stands are left out.
    pub(super) fn write(&self, out: &mut dyn Write, width: usize) -> io::Result<()> {
        if width < NARROW {
            return self.stacked(out, width);
        }
        let widths = self.widths(width);
        let heads: Vec<Cell> = self.columns.iter().map(|column| vec![vec![column.head.clone()]]).collect();
        cells(out, &heads, &widths)?;
        writeln!(out, "{}", "─".repeat(width))?;
        for (position, row) in self.rows.iter().enumerate() {
            match row {
                Row::Section(title) => {
                    if position > 0 {
                        writeln!(out)?;
                    }
                    writeln!(out, "{}", wrap::fill(title, width))?;
                }
                Row::Cells(texts) => cells(out, texts, &widths)?,
                Row::Note(text) => note(out, text, width)?,
            }
        }
        Ok(())
    }

    /// How wide each column is; nothing for those that are empty. The widest gives way first.
    fn widths(&self, width: usize) -> Vec<usize> {
        let texts = |column: usize| {
            self.rows.iter().flat_map(move |row| match row {
                Row::Cells(cells) => cells.get(column).map_or(&[][..], Vec::as_slice),
                Row::Section(_) | Row::Note(_) => &[],
            })
        };
        let natural = |(number, column): (usize, &Column)| {
            let widest = texts(number).flatten().map(|text| wrap::columns(text)).max().unwrap_or(0);
            let wide = widest.max(wrap::columns(&column.head)).clamp(column.least, column.most.max(column.least));
            if widest == 0 { (0, 0) } else { (wide, column.least) }
        };
        let mut widths: Vec<(usize, usize)> = self.columns.iter().enumerate().map(natural).collect();
        let gaps = GAP * widths.iter().filter(|(wide, _)| *wide > 0).count().saturating_sub(1);
        while widths.iter().map(|(wide, _)| wide).sum::<usize>() + gaps > width {
            let shrinkable = widths.iter_mut().filter(|(wide, least)| wide > least);
            match shrinkable.max_by_key(|(wide, _)| *wide) {
                Some((wide, _)) => *wide -= 1,
                None => break,
            }
        }
        widths.into_iter().map(|(wide, _)| wide).collect()
    }

    fn stacked(&self, out: &mut dyn Write, width: usize) -> io::Result<()> {
        for row in &self.rows {
            match row {
                Row::Section(title) => writeln!(out, "\n{}", wrap::fill(title, width))?,
                Row::Note(text) => note(out, text, width)?,
                Row::Cells(cells) => {
                    let parts = cells.iter().map(Vec::len).max().unwrap_or(0);
                    let texts = (0..parts).flat_map(|part| cells.iter().filter_map(move |cell| cell.get(part)));
                    for (position, text) in texts.flatten().filter(|text| !text.is_empty()).enumerate() {
                        let (first, rest) = if position == 0 { ("", "    ") } else { ("  ", "    ") };
                        writeln!(out, "{}", wrap::indented(text, width, first, rest).trim_end())?;
                    }
                }
            }
        }
        Ok(())
    }
}

fn note(out: &mut dyn Write, text: &str, width: usize) -> io::Result<()> {
    writeln!(out, "{}", wrap::indented(text, width, "  · ", "    "))
}

fn cells(out: &mut dyn Write, cells: &[Cell], widths: &[usize]) -> io::Result<()> {
    let shown: Vec<(&Cell, usize)> =
        cells.iter().zip(widths).filter(|(_, width)| **width > 0).map(|(cell, &width)| (cell, width)).collect();
    let lines = |part: &Vec<String>, width: usize| -> Vec<String> {
        let paragraphs = part.iter().enumerate();
        paragraphs
            .flat_map(|(number, text)| wrap::hanging(text, width, if number == 0 { "" } else { HANG }, HANG))
            .collect()
    };
    let parts = shown.iter().map(|(cell, _)| cell.len()).max().unwrap_or(0);
    let mut columns: Vec<Vec<String>> = vec![Vec::new(); shown.len()];
    for part in 0..parts {
        for ((cell, width), column) in shown.iter().zip(&mut columns) {
            column.extend(cell.get(part).map(|part| lines(part, *width)).unwrap_or_default());
        }
        // The next parts begin beside each other.
        let beside = |cell: &Cell| cell.len() == parts && parts > 1;
        let height =
            shown.iter().zip(&columns).filter(|((cell, _), _)| beside(cell)).map(|(_, column)| column.len()).max();
        for ((cell, _), column) in shown.iter().zip(&mut columns) {
            if beside(cell) {
                column.resize(height.unwrap_or(0).max(column.len()), String::new());
            }
        }
    }
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    for number in 0..height {
        let line: Vec<String> = columns
            .iter()
            .zip(&shown)
            .map(|(lines, (_, width))| wrap::padded(lines.get(number).map_or("", String::as_str), *width))
            .collect();
        writeln!(out, "{}", line.join(&" ".repeat(GAP)).trim_end())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let cell = |text: &str| vec![vec![text.to_owned()]];
        Table {
            columns: [("Seat", 10), ("Member", 20), ("Term", 10), ("Verdict", 10)]
                .map(|(head, least)| Column { head: head.to_owned(), least, most: 60 })
                .into(),
            rows: vec![
                Row::Section("Open".to_owned()),
                Row::Cells(vec![
                    cell(&"municipality ".repeat(5)),
                    cell("令和元年令和元年令和元年"),
                    cell(""),
                    cell("unmet"),
                ]),
                Row::Note("nobody ".repeat(20)),
                Row::Cells(vec![
                    cell(&"long ".repeat(9)),
                    vec![vec!["b".to_owned(), "x".repeat(90)], vec!["c".to_owned()]],
                    vec![vec![String::new()], vec![String::new()]],
                    cell("met"),
                ]),
            ],
        }
    }

    fn written(width: usize) -> String {
        let mut out = Vec::new();
        table().write(&mut out, width).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn tables_fit_on_every_page_and_empty_columns_are_left_out() {
        for width in [40, 59, 60, 80, 120] {
            let shown = written(width);
            assert!(shown.lines().all(|line| wrap::columns(line) <= width), "{width}\n{shown}");
            assert!(!shown.contains("Term"), "{shown}");
        }
        assert_eq!(written(80), written(80));
    }
}
