//! One finding: what is wrong, the lines it is about, and what to do.

use annotate_snippets::{AnnotationKind, Group, Level as Heading, Origin, Patch, Renderer, Snippet};
use pact_core::{
    finding::{Edit, Finding, Level},
    message::{Catalogue, Message},
    report::{Report, Reported},
    source::{FileId, Source, Span},
};

use super::{
    super::{clean, level, places::Places, wrap},
    excerpt::{CUT, Line},
};
use crate::output::Page;

/// Places further apart than so many lines are shown apart.
const NEAR: u32 = 6;
/// More places than this are counted, not shown.
const MOST_PLACES: usize = 6;
/// Longer messages are cut; the JSON report has them whole.
const MOST_LETTERS: usize = 1200;
/// What a label needs beside it, so that the line it belongs to can be trimmed to the page.
const BESIDE_LABEL: usize = 16;

/// On a narrower page the code of a rule has to do without its name.
const NARROW: usize = 60;

/// A place of a finding, in a file.
struct Mark {
    span: Span,
    line: u32,
    label: Option<String>,
    primary: bool,
}

/// Places that are shown together.
struct Block {
    file: FileId,
    marks: Vec<Mark>,
}

/// Prints findings.
pub(super) struct Printer<'r> {
    report: &'r Report,
    words: &'r Catalogue,
    places: &'r Places,
    renderer: Renderer,
    width: usize,
}

impl<'r> Printer<'r> {
    pub(super) fn new(report: &'r Report, words: &'r Catalogue, places: &'r Places, page: Page) -> Self {
        let renderer = if page.styled { Renderer::styled() } else { Renderer::plain() };
        Self { report, words, places, renderer: renderer.term_width(page.width), width: page.width }
    }

    /// A finding in full.
    pub(super) fn print(&self, reported: &Reported) -> String {
        let finding = &reported.finding;
        let (blocks, hidden) = self.blocks(finding);
        let digits = self.digits(finding, &blocks);
        let mut notes = Vec::new();
        let mut group = self.title(reported);
        for block in &blocks {
            group = match self.source(block.file) {
                Some(source) if !block.is_whole_file() => group.element(self.snippet(source, block, digits, &mut notes)),
                Some(source) => {
                    notes.extend(block.marks.iter().filter_map(|mark| mark.label.clone()));
                    group.element(Origin::path(clean::line(source.path())))
                }
                None => group,
            };
        }
        if hidden > 0 {
            notes.push(self.words.text(&Message::new("cli-more-places").with("count", hidden)));
        }
        let patch = finding.edit.as_ref().and_then(|edit| self.patch(edit, finding, digits));
        for text in &notes {
            group = group.element(self.message(Heading::NOTE.no_name(), 0, text, digits));
        }
        let help_word = self.words.label("cli-level-help");
        let help = finding.help.as_ref().map(|help| self.text(help));
        let mut groups = Vec::with_capacity(2);
        match patch {
            Some(patch) => {
                let help = help.unwrap_or_else(|| self.words.label("cli-suggested-change"));
                let wrapped = wrap::fill(&help, self.width.saturating_sub(wrap::columns(&help_word) + 2));
                groups.push(group);
                groups.push(Heading::HELP.with_name(help_word.as_str()).secondary_title(wrapped).element(patch));
                self.renderer.render(&groups)
            }
            None => {
                if let Some(help) = &help {
                    group = group.element(self.message(Heading::HELP.with_name(help_word.as_str()), wrap::columns(&help_word) + 2, help, digits));
                }
                groups.push(group);
                self.renderer.render(&groups)
            }
        }
    }

    fn title(&self, reported: &Reported) -> Group<'static> {
        let heading = match reported.level {
            Level::Error => Heading::ERROR,
            Level::Warning => Heading::WARNING,
            Level::Note => Heading::NOTE,
        };
        let word = level::word(reported.level, self.words);
        let rule = self.report.rules.get(reported.rule);
        let id = rule.map(|rule| if self.width < NARROW { rule.code.to_string() } else { format!("{} {}", rule.code, rule.name) });
        let id = clean::line(&id.unwrap_or_default()).into_owned();
        let indent = wrap::columns(&word) + wrap::columns(&id) + 4;
        let text = wrap::fill(&self.text(&reported.finding.message), self.width.saturating_sub(indent));
        Group::with_title(heading.with_name(word).primary_title(text).id(id))
    }

    /// A remark below the lines. Its heading takes so many columns.
    fn message<'w>(&self, heading: Heading<'w>, taken: usize, text: &str, digits: usize) -> annotate_snippets::Message<'w> {
        heading.message(wrap::fill(text, self.width.saturating_sub(digits + 3 + taken)))
    }

    fn text(&self, message: &Message) -> String {
        clean::short(&self.words.text(message), MOST_LETTERS)
    }

    fn source(&self, file: FileId) -> Option<&'r Source> {
        self.report.model.sources().get(file)
    }

    /// The places of a finding, near ones together, and how many more there are.
    fn blocks(&self, finding: &Finding) -> (Vec<Block>, usize) {
        let line = |span: Span| self.places.get(span.file, span.start).position.line;
        let primary = finding.label.as_ref().map(|label| self.text(label));
        let mut blocks = vec![Block {
            file: finding.span.file,
            marks: vec![Mark { span: finding.span, line: line(finding.span), label: self.labelled(finding.span, primary), primary: true }],
        }];
        for related in finding.related.iter().take(MOST_PLACES) {
            let label = self.labelled(related.span, Some(self.text(&related.label)));
            let mark = Mark { span: related.span, line: line(related.span), label, primary: false };
            match blocks.iter_mut().find(|block| self.belongs(block, &mark)) {
                Some(block) => block.marks.push(mark),
                None => blocks.push(Block { file: related.span.file, marks: vec![mark] }),
            }
        }
        (blocks, finding.related.len().saturating_sub(MOST_PLACES))
    }

    fn belongs(&self, block: &Block, mark: &Mark) -> bool {
        // Lines that have to be trimmed to the page are trimmed around one place each.
        let fits = |line: u32| {
            let source = self.source(block.file);
            let room = self.width.saturating_sub(line.to_string().len() + 3);
            source.is_some_and(|source| wrap::columns(&Line::around(source, line, 0).text()) <= room)
        };
        block.file == mark.span.file
            && !block.is_whole_file()
            && mark.line + NEAR >= block.first()
            && mark.line <= block.last() + NEAR
            && (block.first().min(mark.line)..=block.last().max(mark.line)).all(fits)
    }

    /// A label that names the cell, where the place is in a table.
    fn labelled(&self, span: Span, label: Option<String>) -> Option<String> {
        let Some(cell) = self.places.get(span.file, span.start).cell.filter(|_| !is_whole_file(span)) else { return label };
        let cell = self.words.text(&Message::new("cli-cell").with("cell", cell.to_string()));
        Some(label.map_or_else(|| cell.clone(), |label| format!("{cell}: {label}")))
    }

    /// How many digits the longest line number has. The gutter is as wide.
    fn digits(&self, finding: &Finding, blocks: &[Block]) -> usize {
        let edit = finding.edit.as_ref().map(|edit| self.places.get(edit.span.file, edit.span.start).position.line);
        let shown = blocks.iter().filter(|block| !block.is_whole_file()).map(Block::last);
        shown.chain(edit).max().map_or(0, |line| line.to_string().len())
    }

    fn snippet(
        &self,
        source: &'r Source,
        block: &Block,
        digits: usize,
        notes: &mut Vec<String>,
    ) -> Snippet<'static, annotate_snippets::Annotation<'static>> {
        let room = self.width.saturating_sub(digits + 3);
        let mut text = String::new();
        let mut annotations = Vec::new();
        let mut counts = true;
        for number in block.first()..=block.last() {
            let here = || block.marks.iter().filter(|mark| mark.line == number);
            let line = Line::around(source, number, here().next().map_or(0, |mark| mark.span.start));
            if number > block.first() {
                text.push('\n');
            }
            let base = text.len();
            let shown = line.text();
            for mark in here() {
                counts &= line.counts_up_to(mark.span.start);
                let start = line.offset(mark.span.start);
                let marked = shown.get(start..line.offset(mark.span.end)).unwrap_or("");
                let end = start + fitting(marked, room.saturating_sub(BESIDE_LABEL));
                let kind = if mark.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
                let taken = if wrap::columns(&shown) > room {
                    wrap::columns(shown.get(start..end).unwrap_or("")).max(1) + BESIDE_LABEL
                } else {
                    wrap::columns(shown.get(..end).unwrap_or("")) + 2
                };
                let (label, note) = match &mark.label {
                    Some(label) if wrap::columns(label) + taken > room => (None, Some(self.elsewhere(mark, label))),
                    label => (label.clone(), None),
                };
                notes.extend(note);
                annotations.push(kind.span(base + start..base + end).label(label));
            }
            // The renderer knows no empty line at the end.
            text.push_str(if shown.is_empty() { " " } else { &shown });
        }
        let path = clean::line(source.path()).into_owned();
        if !counts {
            // The renderer would count columns in the line as it is shown.
            notes.extend(block.marks.first().map(|mark| {
                let place = self.places.get(mark.span.file, mark.span.start).position;
                self.words.text(&Message::new("cli-at").with("place", format!("{path}:{}:{}", place.line, place.column)))
            }));
        }
        Snippet::source(text).line_start(block.first() as usize).path(counts.then_some(path)).annotations(annotations)
    }

    /// A label that does not fit beside its place.
    fn elsewhere(&self, mark: &Mark, label: &str) -> String {
        if mark.primary {
            return label.to_owned();
        }
        self.words.text(&Message::new("cli-in-line").with("line", mark.line).with("label", label))
    }

    /// A suggested change, where it can be shown within a line.
    fn patch(&self, edit: &Edit, finding: &Finding, digits: usize) -> Option<Snippet<'static, Patch<'static>>> {
        let source = self.source(edit.span.file)?;
        let number = self.places.get(edit.span.file, edit.span.start).position.line;
        let ends = self.places.get(edit.span.file, edit.span.end).position.line;
        let replacement = clean::source(&edit.replacement).into_owned();
        let room = self.width.saturating_sub(digits + 3);
        let old = wrap::columns(&clean::source(self.report.model.sources().slice(edit.span)));
        let longest = old.max(wrap::columns(&replacement));
        if number != ends || edit.span.file != finding.span.file || edit.replacement.contains('\n') || longest + 20 > room {
            return None;
        }
        let mut line = Line::whole(source, number);
        if wrap::columns(&line.text()) + longest - old > room {
            let spare = room - longest - 2 * CUT.len();
            let head = wrap::columns(line.text().get(..line.offset(edit.span.start)).unwrap_or(""));
            let before = head.min(spare / 2);
            line = line.cut(edit.span.start, before, spare - before + old);
        }
        let span = line.offset(edit.span.start)..line.offset(edit.span.end);
        Some(Snippet::source(line.text()).line_start(number as usize).patch(Patch::new(span, replacement)))
    }
}

impl Block {
    fn first(&self) -> u32 {
        self.marks.iter().map(|mark| mark.line).min().unwrap_or(1)
    }

    fn last(&self) -> u32 {
        self.marks.iter().map(|mark| mark.line).max().unwrap_or(1)
    }

    fn is_whole_file(&self) -> bool {
        self.marks.first().is_some_and(|mark| is_whole_file(mark.span))
    }
}

/// An empty place at the start of a file means the file as a whole.
fn is_whole_file(span: Span) -> bool {
    (span.start, span.end) == (0, 0)
}

/// How many bytes of a text take at most so many columns.
fn fitting(text: &str, most: usize) -> usize {
    let mut taken = 0;
    let mut buffer = [0; 4];
    for (at, letter) in text.char_indices() {
        taken += wrap::columns(letter.encode_utf8(&mut buffer));
        if taken > most {
            return at;
        }
    }
    text.len()
}
