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

    /// A rule that cites the first clause of the terms about the proposal.
    struct Cites([pact_core::check::RuleInfo; 1]);

    impl pact_core::check::Check for Cites {
        fn rules(&self) -> &[pact_core::check::RuleInfo] {
            &self.0
        }

        fn run(
            &self,
            context: pact_core::check::Context<'_>,
            sink: &mut pact_core::check::Sink,
        ) -> Result<(), pact_core::check::CheckError> {
            let graph = context.model.graph();
            let case = &context.ledger.cases[0];
            let message = Message::new("cli-none-selected");
            let finding = pact_core::finding::Finding::about(case.pact, graph.span(case.pact), message);
            sink.push(finding.under(case.pact, case.entries[0].node).help(Message::new("cli-no-clauses")));
            Ok(())
        }
    }

    #[test]
    fn a_finding_shows_the_clause_that_it_cites() {
        let mut input = pact_core::load::Input::new();
        let words =
            " Der føres en liste over alt, hvad der er aftalt, og over alle dem, der har været med til at aftale det"
                .repeat(2);
        let terms = format!(
            "terms: 1\nid: t\ntitle: T\nsource: {{ file: s.txt }}\nclauses:\n  \
             A: {{ force: must, quote: \"{}\", requires: {{ section: s }} }}\n",
            words.trim()
        );
        input.add("t.yaml", terms);
        input.add("s.txt", format!("Et.\n{words}"));
        input.add("p.yaml", "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\n");
        let rule = pact_rules::registry::find("dangling-reference").unwrap().clone();
        let check = Cites([pact_core::check::RuleInfo { code: "R1".into(), name: "rule".into(), ..rule }]);
        let checks: [&dyn pact_core::check::Check; 1] = [&check];
        let report = Report::new(input.build(), checks, &pact_core::report::Options::default());
        let words = crate::words::catalogue(pact_core::message::Language::Danish).unwrap();
        let mut out = Vec::new();
        write(&mut out, &report, &words, Page { width: 80, styled: false }, " mappe").unwrap();
        let shown = String::from_utf8(out).unwrap().replace('\u{a0}', " ");
        let expected = "\
fejl[R1 rule]: Ingen bestemmelse og intet element svarer til det valgte.
 --> p.yaml:2:5
  |
2 | id: p
  |     ^
  |
  = bestemmelse A (skal): »Der føres en liste over alt, hvad der er aftalt, og
                          over alle dem, der har været med til at aftale det Der
                          føres en liste over alt, hvad der er aftalt, og over…«
                          (s.txt:2)
  = hjælp: Kommissoriet har hverken bestemmelser eller elementer.

P (p) holdt op mod T (t):

  ikke opfyldt  1

Skal bringes i orden (1):
  A  Der føres en liste over alt, hvad der er aftalt, og over alle dem, der har…

Fundet: 1 fejl, 0 advarsler og 0 bemærkninger.
Gennemgået: 3 filer med 3 knuder og 1 forbindelse; 1 regel er anvendt.
Ikke bestået: 1 bestemmelse eller element er ikke opfyldt (afslutningskode 1).
Alle bestemmelser: pact ledger mappe
Mere om A: pact explain A mappe
Mere om en regel: pact explain R1
";
        assert_eq!(shown, expected, "{shown}");
    }
}
