//! A line of a file as it is shown: cleaned, and of a very long line only what stands around the place.

use std::borrow::Cow;

use pact_core::source::Source;

use super::super::{clean, wrap};

/// Lines up to this length are handed to the renderer whole; it trims them to the width of the page.
const LONG: usize = 1000;
/// How many columns of a longer line are kept before the place.
const BEFORE: usize = 150;
/// And after it.
const AFTER: usize = 300;
/// What stands for the rest.
pub(super) const CUT: &str = "...";

/// A line of a file, or a part of one.
#[derive(Debug)]
pub(super) struct Line<'s> {
    /// What is shown, not yet cleaned.
    kept: &'s str,
    /// Where that begins in the file.
    begin: usize,
    cut_before: bool,
    cut_after: bool,
}

impl<'s> Line<'s> {
    /// The line of this number. Of a very long one, what stands around an offset into the file.
    pub(super) fn around(source: &'s Source, number: u32, at: u32) -> Self {
        let line = Self::whole(source, number);
        if line.kept.len() <= LONG { line } else { line.cut(at, BEFORE, AFTER) }
    }

    /// The line of this number, without its end.
    pub(super) fn whole(source: &'s Source, number: u32) -> Self {
        let (begin, text) = source.line_window(number, number);
        let kept = text.strip_suffix('\n').unwrap_or(text);
        let kept = kept.strip_suffix('\r').unwrap_or(kept);
        Self { kept, begin: begin as usize, cut_before: false, cut_after: false }
    }

    /// At most so many columns before an offset, and after it.
    pub(super) fn cut(self, at: u32, before: usize, after: usize) -> Self {
        let (head, tail) = self.kept.split_at_checked(self.inside(at)).unwrap_or((self.kept, ""));
        let start = head.len() - fitting(head.chars().rev(), before);
        let end = head.len() + fitting(tail.chars(), after);
        Self {
            kept: self.kept.get(start..end).unwrap_or(""),
            begin: self.begin + start,
            cut_before: start > 0,
            cut_after: end < self.kept.len(),
        }
    }

    /// What is printed.
    pub(super) fn text(&self) -> String {
        let cut = |yes| if yes { CUT } else { "" };
        format!("{}{}{}", cut(self.cut_before), clean::source(self.kept), cut(self.cut_after))
    }

    /// Where an offset into the file is in [`Line::text`]; the nearest place that is shown if it is not.
    pub(super) fn offset(&self, offset: u32) -> usize {
        let cut = if self.cut_before { CUT.len() } else { 0 };
        cut + self.before(offset).len()
    }

    /// Whether counting characters in [`Line::text`] gives the columns of the file, up to an offset.
    pub(super) fn counts_up_to(&self, offset: u32) -> bool {
        !self.cut_before && matches!(self.before(offset), Cow::Borrowed(_))
    }

    fn before(&self, offset: u32) -> Cow<'s, str> {
        clean::source(self.kept.get(..self.inside(offset)).unwrap_or(""))
    }

    /// An offset into the file as one into what is kept, at the beginning of a character.
    fn inside(&self, offset: u32) -> usize {
        let mut at = (offset as usize).saturating_sub(self.begin).min(self.kept.len());
        while !self.kept.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

/// How many bytes of a text, cleaned, take at most so many columns. What takes none is counted as one.
pub(super) fn fitting(letters: impl Iterator<Item = char>, most: usize) -> usize {
    let mut taken = 0;
    let mut buffer = [0; 4];
    letters
        .take_while(|letter| {
            taken += wrap::columns(&clean::source(letter.encode_utf8(&mut buffer))).max(1);
            taken <= most
        })
        .map(char::len_utf8)
        .sum()
}

#[cfg(test)]
mod tests {
    use pact_core::{load::Input, model::Model};

    use super::*;

    fn model(text: &str) -> Model {
        let mut input = Input::new();
        input.add("a.txt", text);
        input.build()
    }

    fn source(model: &Model) -> &Source {
        model.sources().iter().next().unwrap().1
    }

    #[test]
    fn a_line_comes_without_its_end() {
        let model = model("æn\r\nto\n");
        let line = Line::whole(source(&model), 1);
        assert_eq!((line.text().as_str(), line.offset(2), line.offset(99)), ("æn", 2, 3));
        assert_eq!(line.offset(1), 0, "inside a character is where it begins");
        assert_eq!(Line::whole(source(&model), 3).text(), "");
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_place() {
        let text = format!("{}XY{}", "å".repeat(500_000), "b".repeat(500_000));
        let model = model(&text);
        let line = Line::around(source(&model), 1, 1_000_000);
        let shown = line.text();
        assert!(shown.chars().count() < 500, "{}", shown.chars().count());
        assert!(shown.starts_with("...å") && shown.ends_with("b..."));
        assert_eq!(shown.get(line.offset(1_000_000)..line.offset(1_000_002)), Some("XY"));
        assert!(!line.counts_up_to(1_000_000));
    }

    #[test]
    fn places_move_with_what_is_spelled_out() {
        let model = model("a\u{202e}bc");
        let line = Line::whole(source(&model), 1);
        assert_eq!(line.text().get(line.offset(4)..line.offset(5)), Some("b"));
        assert!(line.counts_up_to(1));
        assert!(!line.counts_up_to(4));
    }
}
