//! A report for people: each finding with the lines it is about, then what was looked at and how it came out.

mod excerpt;
mod finding;
mod summary;

use std::io::{self, Write};

use pact_core::{
    finding::Level,
    message::{Catalogue, Message},
    report::Report,
};

use super::{clean, level, places::Places, wrap};
use crate::output::Page;

/// Writes a report, the gravest findings first.
pub(crate) fn write(out: &mut dyn Write, report: &Report, words: &Catalogue, page: Page) -> io::Result<()> {
    let places = Places::of(report);
    let printer = finding::Printer::new(report, words, &places, page);
    for level in [Level::Error, Level::Warning, Level::Note] {
        for reported in report.findings.iter().filter(|reported| reported.level == level) {
            writeln!(out, "{}\n", printer.print(reported))?;
        }
    }
    for error in &report.errors {
        let message = Message::new("cli-check-failed")
            .with("check", error.check.as_str())
            .with("reason", clean::short(&error.reason, 500));
        let text = format!("{}: {}", level::word(Level::Error, words), clean::line(&words.text(&message)));
        writeln!(out, "{}\n", wrap::fill(&text, page.width))?;
    }
    summary::write(out, report, words, page)
}
