//! Files as they were read, and places in them.
//!
//! A [`Span`] is twelve bytes: a file and two byte offsets. Lines, columns and cells are worked out from the
//! text on demand, because a run touches millions of values and reports a handful of them.

use std::sync::{Arc, OnceLock};

/// A file of the run. Ids are handed out in the order in which files are added and mean nothing outside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub(crate) u32);

impl FileId {
    /// The position of the file in [`Sources::iter`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A stretch of a file: byte offsets into its decoded text, `start` inclusive and `end` exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span over `start..end` of `file`.
    pub fn new(file: FileId, start: u32, end: u32) -> Self {
        Self { file, start, end: end.max(start) }
    }
}

/// A line and a column, both counted from 1. Columns count characters (Unicode scalar values), not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// A cell of a table: its row in the file as a spreadsheet counts it (the heading is row 1) and its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Row, from 1.
    pub row: u32,
    /// Column, from 1.
    pub column: u32,
}

impl std::fmt::Display for Cell {
    /// As spreadsheets name a cell: `C4`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut letters = [0_u8; 8];
        let mut used = 0;
        let mut rest = self.column;
        for slot in letters.iter_mut().rev() {
            if rest == 0 {
                break;
            }
            rest -= 1;
            *slot = b'A' + u8::try_from(rest % 26).unwrap_or(0);
            rest /= 26;
            used += 1;
        }
        for letter in letters.iter().skip(letters.len() - used) {
            write!(f, "{}", char::from(*letter))?;
        }
        write!(f, "{}", self.row)
    }
}

/// How the text of a file is laid out; places in tables have cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Running text: YAML, JSON, TOML or prose.
    Text,
    /// A table with this byte between its cells.
    Table {
        /// `,`, `;` or tab.
        delimiter: u8,
    },
}

/// One file: its name, its text and what is needed to find places in it.
#[derive(Debug)]
pub struct Source {
    path: Arc<str>,
    /// Shared, so that it can be read while other files are added. A `String`, because making an `Arc<str>` of one copies it.
    text: Arc<String>,
    sha256: [u8; 32],
    pub(crate) layout: Layout,
    lines: OnceLock<Vec<u32>>,
}

impl Source {
    /// The path as it was given to the run.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The decoded text, without a byte order mark. Spans index into it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// SHA-256 of the bytes as they were given, before decoding.
    pub fn sha256(&self) -> &[u8; 32] {
        &self.sha256
    }

    /// How the text is laid out.
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// Offsets at which lines begin. O(length) the first time, free after.
    fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let mut starts = vec![0];
            for (offset, byte) in self.text.bytes().enumerate() {
                if byte == b'\n' {
                    starts.push(u32::try_from(offset + 1).unwrap_or(u32::MAX));
                }
            }
            starts
        })
    }

    /// The line (from 1) and column (from 1, in characters) of a byte offset. O(log lines + column).
    pub fn position(&self, offset: u32) -> Position {
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or(0);
        let end = floor_boundary(&self.text, offset as usize);
        let column = self.text.get(start as usize..end).map_or(0, |before| before.chars().count());
        Position {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column + 1).unwrap_or(u32::MAX),
        }
    }

    /// The text of whole lines `first..=last` (from 1), and the byte offset where it begins.
    pub fn line_window(&self, first: u32, last: u32) -> (u32, &str) {
        let starts = self.line_starts();
        let length = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        let begin = starts.get(first.max(1) as usize - 1).copied().unwrap_or(length);
        let end = starts.get(last as usize).map_or(self.text.len(), |&next| next as usize);
        (begin, self.text.get(begin as usize..end).unwrap_or(""))
    }

    /// The cell that holds a byte offset, when the file is a table. O(offset).
    pub fn cell(&self, offset: u32) -> Option<Cell> {
        let Layout::Table { delimiter } = self.layout else { return None };
        let mut cell = Cell { row: 1, column: 1 };
        let mut quoted = false;
        for byte in self.text.bytes().take(offset as usize) {
            match byte {
                b'"' => quoted = !quoted,
                b'\n' if !quoted => cell = Cell { row: cell.row + 1, column: 1 },
                _ if byte == delimiter && !quoted => cell.column += 1,
                _ => {}
            }
        }
        Some(cell)
    }
}

/// The nearest character boundary at or below `offset`.
pub(crate) fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The files of a run.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a file: the digest of its bytes, and the text that they decode to.
    pub(crate) fn add(&mut self, path: &str, sha256: [u8; 32], text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Source {
            path: Arc::from(path),
            text: Arc::new(text),
            sha256,
            layout: Layout::Text,
            lines: OnceLock::new(),
        });
        id
    }

    pub(crate) fn set_layout(&mut self, file: FileId, layout: Layout) {
        if let Some(source) = self.files.get_mut(file.index()) {
            source.layout = layout;
        }
    }

    /// The file with this id; `None` for an id of another run.
    pub fn get(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.index())
    }

    /// All files, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().zip(0..).map(|(source, id)| (FileId(id), source))
    }

    /// The text a span covers; empty for a span of another run.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).and_then(|source| source.text.get(span.start as usize..span.end as usize)).unwrap_or("")
    }

    /// The shared text of a file, so that it can be read while files are added.
    pub(crate) fn shared_text(&self, file: FileId) -> Arc<String> {
        self.get(file).map_or_else(Arc::default, |source| Arc::clone(&source.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let mut sources = Sources::default();
        let file = sources.add("a", [0; 32], "æøå: x\nb: y".to_owned());
        let source = sources.get(file).unwrap();
        assert_eq!(source.position(8), Position { line: 1, column: 6 });
        assert_eq!(source.position(10), Position { line: 2, column: 1 });
        assert_eq!(source.position(999), Position { line: 2, column: 5 });
        assert_eq!(source.position(1), Position { line: 1, column: 1 }, "inside a character is where it begins");
    }

    #[test]
    fn windows_of_lines_end_where_the_text_does() {
        let mut sources = Sources::default();
        let file = sources.add("a", [0; 32], "one\ntwo\nthree".to_owned());
        let source = sources.get(file).unwrap();
        assert_eq!(source.line_window(2, 2), (4, "two\n"));
        assert_eq!(source.line_window(2, 9), (4, "two\nthree"));
        assert_eq!(source.line_window(7, 9), (13, ""));
    }

    #[test]
    fn cells_are_named_as_in_a_spreadsheet() {
        assert_eq!(Cell { row: 4, column: 3 }.to_string(), "C4");
        assert_eq!(Cell { row: 1, column: 26 }.to_string(), "Z1");
        assert_eq!(Cell { row: 1, column: 27 }.to_string(), "AA1");
        assert_eq!(Cell { row: 1, column: 703 }.to_string(), "AAA1");
        assert_eq!(Cell { row: 7, column: u32::MAX }.to_string(), "MWLQKWU7");
    }

    #[test]
    fn a_quoted_cell_may_hold_delimiters_and_lines() {
        let mut sources = Sources::default();
        let text = "id;name\n1;\"a;b\nc\"\n2;d";
        let file = sources.add("a.csv", [0; 32], text.to_owned());
        sources.set_layout(file, Layout::Table { delimiter: b';' });
        let at = u32::try_from(text.len() - 1).unwrap();
        assert_eq!(sources.get(file).unwrap().cell(at), Some(Cell { row: 3, column: 2 }));
    }
}
