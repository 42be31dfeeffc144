//! For tests: reports on documents in which anything may stand anywhere.

use pact_core::{
    load::Input,
    message::{Catalogue, Language},
    report::{Options, Report},
};

use super::{clean, wrap};
use crate::output::Page;

const TERMS: &str = "terms: 1\nid: a\ntitle: Ærø\nsource: { file: s.txt }\nbodies: { b: { seats: { c: {}, d: {} } } }\n\
    clauses:\n  A: { force: must, text: x, binds: [b, c, c] }\n  B: { force: shuld, quote: nej, part-of: A }\n  A: {}\n  \
    C: { force: must, binds: b, text: y, requires: [{ composition: b }, { section: s }, { statement: { by: b } }] }\n  \
    D: { force: should, quote: ja, requires: { every: member, has: { at-least: 1, via: on-behalf-of } } }\n\
    elements: { E: { clause: C, label: e, parts: { f: { text: g } } } }\n";
const PACT: &str = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: a\nfrom: 2019\nto: 2018\n\
    registers: [{ file: m.csv, body: b }]\nmembers: { m1: { body: b, seat: c, acter: x } }\n\
    explanations: { x: { about: D, reason: fordi } }\n";
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

/// Reports on so many spoilt documents, with the words and the page to show them in. The same ones every time.
pub(super) fn each(rounds: usize, mut visit: impl FnMut(&Report, &Catalogue, Page)) {
    let mut random = 1_u64;
    let mut next = |below: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(random >> 33).unwrap() % below
    };
    let words = Language::ALL.map(|language| crate::words::catalogue(language).unwrap());
    for round in 0..rounds {
        let mut files = [("t.yaml", TERMS), ("p.yaml", PACT), ("m.csv", MEMBERS), ("s.txt", "ja")]
            .map(|(name, text)| (name, text.to_owned()));
        for _ in 0..=next(4) {
            let text = &mut files[next(3)].1;
            let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = boundaries[next(boundaries.len())];
            let piece = PIECES[next(PIECES.len())].repeat(if next(8) == 0 { 400 } else { 1 });
            text.insert_str(at, &piece);
        }
        let mut input = Input::new();
        files.iter().for_each(|(name, text)| input.add(name, text.as_str()));
        let report = pact_rules::check(input, &Options::default());
        visit(&report, &words[round % 2], Page { width: [40, 80, 120][round % 3], styled: false });
    }
}

/// Every line can be shown on the page, and none speaks to the terminal.
pub(super) fn assert_fits(shown: &str, page: Page) {
    for line in shown.lines() {
        assert!(!line.chars().any(clean::hides), "{line:?}");
        // The renderer cuts lines with combining marks a little late.
        assert!(wrap::columns(line) <= page.width + 3, "{}: {} {line:?}\n{shown}", page.width, wrap::columns(line));
    }
}
