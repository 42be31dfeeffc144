//! A suggested change, shown as the line before and after.

use annotate_snippets::{Patch, Snippet};
use pact_core::finding::Edit;

use super::{
    super::{clean, wrap},
    excerpt::{CUT, Line},
    finding::Printer,
};

/// What has to be left of a line for it to be worth showing.
const SURROUNDINGS: usize = 20;

/// The change, where it is one within a line and fits the page.
pub(super) fn of(printer: &Printer<'_>, edit: &Edit, gutter: usize) -> Option<Snippet<'static, Patch<'static>>> {
    let sources = printer.report.model.sources();
    let line_of = |offset| printer.places.get(edit.span.file, offset).position.line;
    let number = line_of(edit.span.start);
    let room = printer.width.saturating_sub(gutter);
    let replacement = clean::source(&edit.replacement).into_owned();
    let old = wrap::columns(&clean::source(sources.slice(edit.span)));
    let longest = old.max(wrap::columns(&replacement));
    if number != line_of(edit.span.end) || edit.replacement.contains('\n') || longest + SURROUNDINGS > room {
        return None;
    }
    // A file may be one line with a finding at every word: what is measured must not be the whole of it each time.
    let mut line = Line::around(sources.get(edit.span.file)?, number, edit.span.start);
    if wrap::columns(&line.text()) + longest - old > room {
        let spare = room - longest - 2 * CUT.len();
        let head = wrap::columns(line.text().get(..line.offset(edit.span.start)).unwrap_or(""));
        let before = head.min(spare / 2);
        line = line.cut(edit.span.start, before, spare - before + old);
    }
    let span = line.offset(edit.span.start)..line.offset(edit.span.end);
    Some(Snippet::source(line.text()).line_start(number as usize).patch(Patch::new(span, replacement)))
}
