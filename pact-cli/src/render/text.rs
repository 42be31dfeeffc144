//! A report for people: each finding with the lines it is about, then what was looked at and how it came out.

mod block;
mod excerpt;
mod finding;
mod patch;
mod summary;

use std::io::{self, Write};

use pact_core::{
    finding::Level,
    message::{Catalogue, Message},
    report::{Report, Reported},
};

use super::{clean, level, places::Places, wrap};
use crate::output::Page;

/// Writes a report, the gravest findings first. `paths` is what leads other commands to the same files.
pub(crate) fn write(
    out: &mut dyn Write,
    report: &Report,
    words: &Catalogue,
    page: Page,
    paths: &str,
) -> io::Result<()> {
    let places = Places::of_findings(report);
    let printer = finding::Printer::new(report, words, &places, page);
    for level in [Level::Error, Level::Warning, Level::Note] {
        for reported in report.findings.iter().filter(|reported| reported.level == level) {
            writeln!(out, "{}\n", printer.print(reported))?;
        }
    }
    for error in &report.errors {
        let message = Message::new("cli-check-failed").with("reason", clean::short(&error.to_string(), 500));
        let text = format!("{}: {}", level::word(Level::Error, words), clean::line(&words.text(&message)));
        writeln!(out, "{}\n", wrap::fill(&text, page.width))?;
    }
    summary::write(out, report, words, page, paths)
}

/// One finding, as a report shows it.
pub(super) fn finding_in_full(
    report: &Report,
    reported: &Reported,
    words: &Catalogue,
    places: &Places,
    page: Page,
) -> String {
    finding::Printer::new(report, words, places, page).print(reported)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::hostile;

    #[test]
    fn whatever_a_file_holds_the_page_holds() {
        hostile::each(1500, |report, words, page| {
            let mut out = Vec::new();
            write(&mut out, report, words, page, "").unwrap();
            hostile::assert_fits(&String::from_utf8(out).unwrap(), page);
        });
    }
}
