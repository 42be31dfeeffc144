//! Tables for spreadsheets: RFC 4180.

use std::io::{self, Write};

/// A row.
pub(super) fn row(out: &mut dyn Write, cells: impl IntoIterator<Item = String>) -> io::Result<()> {
    let cells: Vec<String> = cells.into_iter().map(|text| cell(&text)).collect();
    write!(out, "{}\r\n", cells.join(","))
}

/// A cell, between quotation marks where it needs them. A spreadsheet takes what begins like a formula for one, so such text gets an apostrophe before it.
fn cell(text: &str) -> String {
    let text: String = text.trim().chars().filter(|&letter| letter == '\n' || !super::clean::hides(letter)).collect();
    let text = if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text };
    if text.contains([',', '"', '\n', ';']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_hold_whatever_they_are_given() {
        assert_eq!(cell("skal"), "skal");
        assert_eq!(cell("en, to\r\n\"tre\""), "\"en, to\n\"\"tre\"\"\"");
        assert_eq!(cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        assert_eq!(cell(" \t-1"), "'-1");
        assert_eq!(cell("a\u{202e}b\u{1b}[31m"), "ab[31m");
    }
}
