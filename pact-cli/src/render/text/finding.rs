//! One finding: what is wrong, the lines it is about, and what to do.

use annotate_snippets::{Group, Level as Heading, Message as Remark, Origin, Renderer};
use pact_core::{
    finding::Level,
    message::{Catalogue, Message},
    report::{Report, Reported},
    source::Source,
};

use super::{
    super::{clause, clean, level, places::Places, wrap},
    block::{self, Block},
    patch,
};
use crate::output::Page;

/// Longer messages are cut; the JSON report has them whole.
const MOST_LETTERS: usize = 1200;
/// On a narrower page the code of a rule has to do without its name.
const NARROW: usize = 60;

/// What everything about a finding is printed with.
pub(super) struct Printer<'r> {
    pub(super) report: &'r Report,
    pub(super) words: &'r Catalogue,
    pub(super) places: &'r Places,
    pub(super) width: usize,
    renderer: Renderer,
}

impl<'r> Printer<'r> {
    pub(super) fn new(report: &'r Report, words: &'r Catalogue, places: &'r Places, page: Page) -> Self {
        let renderer = if page.styled { Renderer::styled() } else { Renderer::plain() };
        Self { report, words, places, width: page.width, renderer: renderer.term_width(page.width) }
    }

    /// A finding in full.
    pub(super) fn print(&self, reported: &Reported) -> String {
        let finding = &reported.finding;
        let (blocks, hidden) = block::of(self, finding);
        let change = finding.edit.as_ref().filter(|edit| edit.span.file == finding.span.file);
        let change_line = change.map(|edit| self.places.get(edit.span.file, edit.span.start).position.line);
        let last_line = blocks.iter().filter(|block| !block.is_whole_file()).map(Block::last).chain(change_line).max();
        let gutter = last_line.map_or(0, |line| line.to_string().len()) + 3;

        let mut group = self.title(reported);
        let mut remarks = Vec::new();
        for block in &blocks {
            let Some(source) = self.source(block) else { continue };
            group = if block.is_whole_file() {
                remarks.extend(block.labels());
                group.element(Origin::path(clean::line(source.path())))
            } else {
                group.element(block.snippet(self, source, gutter, &mut remarks))
            };
        }
        if hidden > 0 {
            remarks.push(self.words.text(&Message::new("cli-more-places").with("count", hidden)));
        }
        let nameless = remarks.iter().map(|text| self.remark(Heading::NOTE.no_name(), 0, text, gutter));
        group = group.elements(nameless);

        let cited = finding.cited.map(|cited| {
            let model = &self.report.model;
            (clause::head(model, cited.node, self.words), clause::body(model, cited.node, self.words, self.places))
        });
        group = group.elements(cited.as_ref().map(|(head, body)| {
            self.remark(Heading::NOTE.with_name(head.as_str()), wrap::columns(head) + 2, body, gutter)
        }));

        let help_word = self.words.label("cli-level-help");
        let heading = || Heading::HELP.with_name(help_word.as_str());
        let taken = wrap::columns(&help_word) + 2;
        let help = finding.help.as_ref().map(|help| self.text(help));
        let patch = change.and_then(|edit| patch::of(self, edit, gutter));
        match (patch, help) {
            (Some(patch), help) => {
                let help = help.unwrap_or_else(|| self.words.label("cli-suggested-change"));
                let help = wrap::fill(&help, self.width.saturating_sub(taken));
                self.renderer.render(&[group, heading().secondary_title(help).element(patch)])
            }
            (None, Some(help)) => self.renderer.render(&[group.element(self.remark(heading(), taken, &help, gutter))]),
            (None, None) => self.renderer.render(&[group]),
        }
    }

    /// A message in words, fit to be printed.
    pub(super) fn text(&self, message: &Message) -> String {
        clean::short(&self.words.text(message), MOST_LETTERS)
    }

    /// The file of a block.
    pub(super) fn source(&self, block: &Block) -> Option<&'r Source> {
        self.report.model.sources().get(block.file)
    }

    fn title(&self, reported: &Reported) -> Group<'static> {
        let heading = match reported.level {
            Level::Error => Heading::ERROR,
            Level::Warning => Heading::WARNING,
            Level::Note => Heading::NOTE,
        };
        let word = level::word(reported.level, self.words);
        let rule = self.report.rules.get(reported.rule);
        let id = rule.map(|rule| if self.width < NARROW { rule.code.as_ref().into() } else { rule.called() });
        let id = clean::line(&id.unwrap_or_default()).into_owned();
        let indent = wrap::columns(&word) + wrap::columns(&id) + "[]: ".len();
        let text = wrap::fill(&self.text(&reported.finding.message), self.width.saturating_sub(indent));
        Group::with_title(heading.with_name(word).primary_title(text).id(id))
    }

    /// A remark below the lines. Its heading takes so many columns.
    fn remark<'w>(&self, heading: Heading<'w>, taken: usize, text: &str, gutter: usize) -> Remark<'w> {
        heading.message(wrap::fill(text, self.width.saturating_sub(gutter + taken)))
    }
}
