//! What came of a case of a plugin.

use std::io::{self, Write};

use pact_core::message::{Catalogue, Message};
use pact_plugins::{Spent, author::Told};

use super::super::{clean, wrap};
use crate::output::Page;

/// How many lines of a difference are shown.
const LINES: usize = 20;
/// How many lines of a diary are shown.
const DIARY: usize = 40;

/// What came of a case.
#[derive(Debug)]
pub(crate) struct Tried {
    name: String,
    /// What the plugin answered, if it did.
    pub(crate) told: Option<Told>,
    pub(crate) spent: Option<Spent>,
    /// What is not as it should be.
    pub(crate) troubles: Vec<Trouble>,
    /// What the plugin wrote for its author, and how many lines did not fit.
    pub(crate) diary: (Vec<String>, usize),
    /// Its documents could not be read as a whole.
    pub(crate) unread: bool,
    /// What is expected was written down anew.
    pub(crate) blessed: bool,
}

/// Something that is not as it should be.
#[derive(Debug, PartialEq)]
pub(crate) struct Trouble {
    pub(crate) what: Message,
    pub(crate) lines: Vec<Line>,
}

/// A line of a difference.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Expected, and not there.
    Missing(String),
    /// There, and not expected.
    Surplus(String),
}

impl Tried {
    pub(crate) fn new(name: String) -> Self {
        let (troubles, diary) = (Vec::new(), (Vec::new(), 0));
        Self { name, told: None, spent: None, troubles, diary, unread: false, blessed: false }
    }

    /// Whether everything is as it should be.
    pub(crate) fn holds(&self) -> bool {
        self.troubles.is_empty()
    }

    /// Writes it for people.
    pub(crate) fn write(&self, out: &mut dyn Write, words: &Catalogue, page: Page) -> io::Result<()> {
        let mark = if self.holds() { "✓" } else { "✗" };
        let state = match (self.blessed, &self.told, self.spent) {
            (true, ..) => words.label("cli-plugin-trial-blessed"),
            (false, Some(told), Some(spent)) => {
                let message = Message::new("cli-plugin-trial-told").with("findings", told.findings.len());
                let message = message.with("outcomes", told.outcomes.len()).with("calls", spent.calls);
                words.text(&message.with("fuel", super::bench::grouped(spent.fuel)))
            }
            _ => String::new(),
        };
        writeln!(out, "{}", format!("{mark} {}  {state}", clean::line(&self.name)).trim_end())?;
        let mut line = |text: &str, first: &str, rest: &str| {
            writeln!(out, "{}", wrap::indented(&clean::line(text), page.width, first, rest))
        };
        if self.unread {
            line(&words.label("cli-plugin-trial-unread"), "    ", "    ")?;
        }
        for Trouble { what, lines } in &self.troubles {
            line(&words.text(what), "    ", "    ")?;
            for told in lines.iter().take(LINES) {
                let (id, text) = match told {
                    Line::Missing(text) => ("cli-plugin-trial-missing", text),
                    Line::Surplus(text) => ("cli-plugin-trial-surplus", text),
                };
                line(&words.label(id), "      ", "      ")?;
                text.lines().try_for_each(|text| line(text, "        ", "          "))?;
            }
            let more = lines.len().saturating_sub(LINES);
            if more > 0 {
                line(&words.text(&Message::new("cli-plugin-trial-more").with("count", more)), "      ", "      ")?;
            }
        }
        let (diary, dropped) = &self.diary;
        if self.holds() || diary.is_empty() {
            return Ok(());
        }
        line(&words.label("cli-plugin-trial-diary"), "    ", "    ")?;
        // What was written last stands nearest to what went wrong.
        let before = diary.len().saturating_sub(DIARY);
        let left_out = before + dropped;
        if left_out > 0 {
            line(&words.text(&Message::new("cli-plugin-trial-more").with("count", left_out)), "      ", "      ")?;
        }
        diary.iter().skip(before).try_for_each(|text| line(text, "      ", "      "))
    }
}
