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
    report::Report,
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

#[cfg(test)]
mod tests {
    use pact_core::{load::Input, message::Language, report::Options};

    use super::*;

    const TERMS: &str = "terms: 1\nid: a\ntitle: Ærø\nsource: { file: s.txt }\nbodies: { b: { seats: { c: {}, d: {} } } }\n\
        clauses:\n  A: { force: must, text: x, binds: [b, c, c] }\n  B: { force: shuld, quote: nej, part-of: A }\n  A: {}\n";
    const PACT: &str = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: a\nfrom: 2019\nto: 2018\n\
        registers: [{ file: m.csv, body: b }]\nmembers: { m1: { body: b, seat: c, acter: x } }\n";
    const MEMBERS: &str = "id;plads;aktør;fra;til\r\nm1;c;y;01.02.2019;31.02.2018\r\nm2;\"q;\nr\";;;\r\n";
    /// What is put in: breaks, controls, direction, widths, ends of quotations, and length.
    const PIECES: [&str; 14] = [
        "\r",
        "\n",
        "\t",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{200b}",
        "令和",
        "e\u{301}",
        "👩‍👩‍👧",
        "\"",
        ", ",
        ": ",
        " ord ord",
        "\u{fffd}",
    ];

    fn rendered(files: &[(&str, String)], language: Language, page: Page) -> String {
        let mut input = Input::new();
        files.iter().for_each(|(name, text)| input.add(name, text.as_str()));
        let report = pact_rules::check(input, &Options::default());
        let mut out = Vec::new();
        write(&mut out, &report, &crate::words::catalogue(language).unwrap(), page, "").unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn whatever_a_file_holds_the_page_holds() {
        let mut random = 1_u64;
        let mut next = |below: usize| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(random >> 33).unwrap() % below
        };
        for round in 0..1500 {
            let mut files = [("t.yaml", TERMS), ("p.yaml", PACT), ("m.csv", MEMBERS), ("s.txt", "ja")]
                .map(|(name, text)| (name, text.to_owned()));
            for _ in 0..=next(4) {
                let text = &mut files[next(3)].1;
                let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
                let at = boundaries[next(boundaries.len())];
                let piece = PIECES[next(PIECES.len())].repeat(if next(8) == 0 { 400 } else { 1 });
                text.insert_str(at, &piece);
            }
            let width = [40, 80, 120][round % 3];
            let language = Language::ALL[round % 2];
            let shown = rendered(&files, language, Page { width, styled: false });
            for line in shown.lines() {
                assert!(!line.chars().any(clean::hides), "{line:?}");
                // The renderer cuts lines with combining marks a little late.
                assert!(wrap::columns(line) <= width + 3, "{width}: {} {line:?}\n{shown}", wrap::columns(line));
            }
        }
    }
}
