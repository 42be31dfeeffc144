//! The places of a finding in the lines where they are, near ones together.

use annotate_snippets::{Annotation, AnnotationKind, Snippet};
use pact_core::{
    finding::Finding,
    message::Message,
    source::{FileId, Source, Span},
};

use super::{
    super::{clean, wrap},
    excerpt::{Line, fitting},
    finding::Printer,
};

/// Places further apart than so many lines are shown apart.
const NEAR: u32 = 6;
/// More places than this are counted, not shown.
const MOST_PLACES: usize = 6;
/// What the renderer needs beside a place and its label when it trims their line to the page.
const TRIMMED: usize = 16;

/// A place of a finding.
struct Mark {
    span: Span,
    line: u32,
    label: Option<String>,
    primary: bool,
}

/// Places in a file that are shown together.
pub(super) struct Block {
    /// The file.
    pub(super) file: FileId,
    marks: Vec<Mark>,
}

/// The places of a finding in the order in which they are shown, and how many more there are.
pub(super) fn of(printer: &Printer<'_>, finding: &Finding) -> (Vec<Block>, usize) {
    let mut blocks: Vec<Block> = Vec::new();
    let primary = (finding.span, finding.label.as_ref(), true);
    let related = finding.related.iter().map(|related| (related.span, Some(&related.label), false));
    for (span, label, primary) in std::iter::once(primary).chain(related.take(MOST_PLACES)) {
        let line = printer.places.get(span.file, span.start).position.line;
        let label = labelled(printer, span, label.map(|label| printer.text(label)));
        let mark = Mark { span, line, label, primary };
        match blocks.iter_mut().find(|block| block.has_room_for(printer, &mark)) {
            Some(block) => block.marks.push(mark),
            None => blocks.push(Block { file: span.file, marks: vec![mark] }),
        }
    }
    (blocks, finding.related.len().saturating_sub(MOST_PLACES))
}

/// A label that names the cell, where the place is in a table.
fn labelled(printer: &Printer<'_>, span: Span, label: Option<String>) -> Option<String> {
    let cell = printer.places.get(span.file, span.start).cell.filter(|_| !is_whole_file(span));
    let cell = cell.map(|cell| printer.words.text(&Message::new("cli-cell").with("cell", cell.to_string())));
    match (cell, label) {
        (Some(cell), Some(label)) => Some(format!("{cell}: {label}")),
        (cell, label) => cell.or(label),
    }
}

/// An empty place at the start of a file means the file as a whole.
fn is_whole_file(span: Span) -> bool {
    (span.start, span.end) == (0, 0)
}

impl Block {
    /// Its last line.
    pub(super) fn last(&self) -> u32 {
        self.marks.iter().map(|mark| mark.line).max().unwrap_or(1)
    }

    fn first(&self) -> u32 {
        self.marks.iter().map(|mark| mark.line).min().unwrap_or(1)
    }

    /// Whether it shows no lines, only the file.
    pub(super) fn is_whole_file(&self) -> bool {
        self.marks.first().is_some_and(|mark| is_whole_file(mark.span))
    }

    /// What is said of its places.
    pub(super) fn labels(&self) -> impl Iterator<Item = String> {
        self.marks.iter().filter_map(|mark| mark.label.clone())
    }

    fn has_room_for(&self, printer: &Printer<'_>, mark: &Mark) -> bool {
        let Some(source) = printer.source(self).filter(|_| self.file == mark.span.file) else { return false };
        let near = mark.line + NEAR >= self.first() && mark.line <= self.last() + NEAR;
        // A line that has to be trimmed to the page is trimmed around one place.
        let fits = |line: u32| {
            let room = printer.width.saturating_sub(line.to_string().len() + 3);
            wrap::columns(&Line::around(source, line, 0).text()) <= room
        };
        !self.is_whole_file() && near && (self.first().min(mark.line)..=self.last().max(mark.line)).all(fits)
    }

    /// The lines with the places marked. What does not fit beside them becomes a remark.
    pub(super) fn snippet(
        &self,
        printer: &Printer<'_>,
        source: &Source,
        gutter: usize,
        remarks: &mut Vec<String>,
    ) -> Snippet<'static, Annotation<'static>> {
        let room = printer.width.saturating_sub(gutter);
        let mut text = String::new();
        let mut annotations = Vec::new();
        let mut counts = true;
        for number in self.first()..=self.last() {
            let here = || self.marks.iter().filter(|mark| mark.line == number);
            let line = Line::around(source, number, here().next().map_or(0, |mark| mark.span.start));
            let shown = line.text();
            if number > self.first() {
                text.push('\n');
            }
            for mark in here() {
                counts &= line.counts_up_to(mark.span.start);
                let (annotation, remark) = mark.annotation(printer, &line, &shown, text.len(), room);
                annotations.push(annotation);
                remarks.extend(remark);
            }
            // The renderer knows no empty line at the end.
            text.push_str(if shown.is_empty() { " " } else { &shown });
        }
        let path = clean::line(source.path()).into_owned();
        if !counts {
            // The renderer would count columns in the line as it is shown, so the place is said in words.
            remarks.extend(self.marks.first().map(|mark| {
                let place = printer.places.get(mark.span.file, mark.span.start).position;
                let place = format!("{path}:{}:{}", place.line, place.column);
                printer.words.text(&Message::new("cli-at").with("place", place))
            }));
        }
        Snippet::source(text).line_start(self.first() as usize).path(counts.then_some(path)).annotations(annotations)
    }
}

impl Mark {
    /// The mark in its line, which begins at `base`; its label apart where there is no room for it.
    fn annotation(
        &self,
        printer: &Printer<'_>,
        line: &Line<'_>,
        shown: &str,
        base: usize,
        room: usize,
    ) -> (Annotation<'static>, Option<String>) {
        let start = line.offset(self.span.start);
        let marked = shown.get(start..line.offset(self.span.end)).unwrap_or("");
        // A place of several lines is marked in its first, a long one as far as the page goes.
        let end = start + fitting(marked.chars(), room.saturating_sub(TRIMMED));
        let taken = if wrap::columns(shown) > room {
            wrap::columns(shown.get(start..end).unwrap_or("")).max(1) + TRIMMED
        } else {
            wrap::columns(shown.get(..end).unwrap_or("")) + 2
        };
        let kind = if self.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let annotation = kind.span(base + start..base + end);
        match &self.label {
            Some(label) if wrap::columns(label) + taken > room => (annotation, Some(self.apart(printer, label))),
            label => (annotation.label(label.clone()), None),
        }
    }

    fn apart(&self, printer: &Printer<'_>, label: &str) -> String {
        if self.primary {
            return label.to_owned();
        }
        printer.words.text(&Message::new("cli-in-line").with("line", self.line).with("label", label))
    }
}
