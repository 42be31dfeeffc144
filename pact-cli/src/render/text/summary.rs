//! What was found in numbers, what was looked at, and why the run came out as it did.

use std::io::{self, Write};

use pact_core::{
    finding::Level,
    message::{Catalogue, Message},
    report::{Outcome, Report},
};

use super::super::{lost::lost, wrap};
use crate::output::Page;

/// Writes the summary.
pub(super) fn write(out: &mut dyn Write, report: &Report, words: &Catalogue, page: Page) -> io::Result<()> {
    let empty = report.model.sources().iter().next().is_none();
    let last = if empty { Some(Message::new("cli-nothing-found")) } else { more(report) };
    let counts = (!empty).then(|| counts(report));
    // A reader must not take a sound structure for a proposal that meets its terms.
    let bounds = (report.outcome() != Outcome::Undecided).then(|| Message::new("cli-structure-only"));
    for message in counts.into_iter().chain([looked_at(report), verdict(report)]).chain(bounds).chain(last) {
        writeln!(out, "{}", wrap::indented(&words.text(&message), page.width, "", "  "))?;
    }
    Ok(())
}

fn counts(report: &Report) -> Message {
    if report.findings.is_empty() {
        return Message::new("cli-no-findings");
    }
    Message::new("cli-counts")
        .with("errors", report.count(Level::Error))
        .with("warnings", report.count(Level::Warning))
        .with("notes", report.count(Level::Note))
}

fn looked_at(report: &Report) -> Message {
    let message = Message::new(if report.as_of.is_some() { "cli-looked-at-as-of" } else { "cli-looked-at" })
        .with("files", report.model.sources().iter().count() - lost(&report.model).len())
        .with("nodes", report.model.graph().node_count())
        .with("edges", report.model.graph().edge_count())
        .with("rules", report.rules.len());
    match report.as_of {
        Some(day) => message.with("day", day),
        None => message,
    }
}

/// One sentence that says why the exit code is what it is.
fn verdict(report: &Report) -> Message {
    let outcome = report.outcome();
    let id = match outcome {
        Outcome::Holds if report.findings.is_empty() => "cli-holds",
        Outcome::Holds => "cli-holds-with-findings",
        Outcome::Fails => "cli-fails",
        Outcome::Undecided if !report.errors.is_empty() => "cli-undecided-check",
        Outcome::Undecided if report.model.document_count() == 0 => "cli-undecided-nothing",
        Outcome::Undecided => "cli-undecided-unread",
    };
    Message::new(id).with("code", u32::from(outcome.exit_code())).with("errors", report.count(Level::Error))
}

/// Where to read on.
fn more(report: &Report) -> Option<Message> {
    let gravest = [Level::Error, Level::Warning, Level::Note]
        .into_iter()
        .find_map(|level| report.findings.iter().find(|reported| reported.level == level));
    let rule = report.rules.get(gravest?.rule)?;
    Some(Message::new("cli-explain").with("rule", rule.code.as_ref()))
}
