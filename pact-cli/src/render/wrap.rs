//! Text broken into lines. Ids such as `midtjysk-kommune` stay in one piece.

use textwrap::{Options, WordSeparator, WordSplitter};

fn options(width: usize) -> Options<'static> {
    Options::new(width.max(10)).word_separator(WordSeparator::AsciiSpace).word_splitter(WordSplitter::NoHyphenation)
}

/// The text with a line break wherever the next word would go beyond `width`.
pub(super) fn fill(text: &str, width: usize) -> String {
    textwrap::fill(text, options(width))
}

/// The same, with `first` before the first line and `rest` before each of the others.
pub(super) fn indented(text: &str, width: usize, first: &str, rest: &str) -> String {
    textwrap::fill(text, options(width).initial_indent(first).subsequent_indent(rest))
}

/// The lines of the text, with `first` before the first and `rest` before the others. Words that are wider than a line are broken; no line is taken to be
/// narrower than ten columns.
pub(super) fn hanging(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let options = options(width).initial_indent(first).subsequent_indent(rest);
    textwrap::wrap(text, options).into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// How many columns a text takes. A tab is shown as four blanks.
pub(super) fn columns(text: &str) -> usize {
    textwrap::core::display_width(text) + 4 * text.matches('\t').count()
}

/// The text filled up with blanks.
pub(super) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// The text behind so many blanks that it ends where the column does.
pub(super) fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(columns(text))))
}

/// The text, cut where it would go beyond `width` columns.
pub(super) fn cut(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut taken = 0;
    let room = width.saturating_sub(1);
    let kept: String = text
        .chars()
        .take_while(|letter| {
            taken += columns(letter.encode_utf8(&mut [0; 4]));
            taken <= room
        })
        .collect();
    format!("{}…", kept.trim_end())
}
