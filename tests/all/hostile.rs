//! Files that are made to hurt: each gives an error that names the file, soon, and the rest is still checked.

use std::time::{Duration, Instant};

use pact_core::{
    load::{Input, limits::Limits},
    message::Language,
    report::{Options, Outcome},
};

use crate::support::{lines, rules_of};

/// Long enough for an unoptimised build on a busy machine, short enough to notice a quadratic step.
const BOUND: Duration = Duration::from_secs(20);

const GOOD: &str = "terms: 1\nid: good\ntitle: Good\nclauses:\n  A: { force: must }\n";

/// Reads a file beside one with a fault of its own; both have to be reported.
fn refused(name: &str, bytes: impl Into<Vec<u8>>, rule: &str) {
    refused_within(name, bytes, rule, Limits::default());
}

fn refused_within(name: &str, bytes: impl Into<Vec<u8>>, rule: &str, limits: Limits) {
    let begun = Instant::now();
    let mut input = Input::with_limits(limits);
    input.add(name, bytes);
    input.add("good.yaml", GOOD);
    let report = pact_rules::check(input, &Options::default());
    assert_eq!(rules_of(&report), [rule, "wordless-clause"], "{:?}", lines(&report, Language::English));
    assert_eq!(report.outcome(), Outcome::Undecided);
    let span = report.findings[0].finding.span;
    assert_eq!(report.model.sources().get(span.file).unwrap().path(), name);
    assert!(begun.elapsed() < BOUND, "{name}: {:?}", begun.elapsed());
}

#[test]
fn files_that_are_no_text() {
    refused("a.yaml", b"terms: 1\nid: \xff\n", "unreadable-file");
    refused("a.yaml", b"terms: 1\0", "unreadable-file");
    refused("a.json", b"\x7fELF\x02\x01\x01\0\0\0", "unreadable-file");
    refused("a.csv", b"PK\x03\x04\x14\0\x06\0", "unreadable-file");
    refused("a.exe", b"MZ", "unreadable-file");
    refused("a.yaml", "terms: 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(), "unreadable-file");
}

#[test]
fn files_with_nothing_in_them() {
    for (name, text) in [
        ("a.yaml", ""),
        ("a.json", " \n"),
        ("a.csv", ""),
        ("a.toml", "\n"),
        ("a.yaml", "# only a comment\n"),
        ("a.yaml", "\u{feff}"),
    ] {
        refused(name, text, "empty-file");
    }
}

#[test]
fn documents_of_another_kind_or_version() {
    refused("a.yaml", "- a\n- b\n", "unknown-document");
    refused("a.yaml", "just words\n", "unknown-document");
    refused("a.json", "{\"name\": 1}", "unknown-document");
    for version in ["2", "0", "\"1\"", "1.0", "one", "{}", "-1", "99999999999999999999"] {
        refused("a.yaml", format!("terms: {version}\nid: a\n"), "unsupported-version");
    }
}

#[test]
fn alias_bombs() {
    let mut text = "terms: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..40 {
        let before = format!("*a{}, ", level - 1).repeat(10);
        text.push_str(&format!("a{level}: &a{level} [{before}]\n"));
    }
    refused("bomb.yaml", text, "limit-exceeded");
    refused("self.yaml", "terms: 1\nid: &a [*a]\n", "syntax-error");
    refused("none.yaml", "terms: 1\nid: *nothing\n", "syntax-error");
}

#[test]
fn extreme_nesting() {
    for (name, text) in [
        ("a.yaml", "[".repeat(200_000)),
        ("a.yaml", "{a: ".repeat(200_000)),
        ("a.yaml", "- ".repeat(200_000)),
        ("a.yaml", "? ".repeat(200_000)),
        ("a.json", "[".repeat(200_000)),
        ("a.json", "{\"a\":".repeat(200_000)),
    ] {
        refused(name, text, "limit-exceeded");
    }
    for text in ["a = [".to_owned() + &"[".repeat(200_000), "a.".repeat(200_000) + "a = 1"] {
        refused("a.toml", text, "syntax-error");
    }
}

#[test]
fn huge_scalars_files_and_counts() {
    refused("a.yaml", format!("terms: 1\nid: a\ntitle: {}\n", "x".repeat(3 << 20)), "limit-exceeded");
    refused("a.json", format!("{{\"terms\": 1, \"title\": \"{}\"}}", "x".repeat(3 << 20)), "limit-exceeded");
    let many: String = (0..50).map(|at| format!("  o{at}: {{ label: o }}\n")).collect();
    let pact = format!("pact: 1\nid: p\ntitle: P\nlevel: national\nstatus: planned\nobjectives:\n{many}");
    let mut input = Input::with_limits(Limits { entries: 20, ..Limits::default() });
    input.add("p.yaml", pact);
    let report = pact_rules::check(input, &Options::default());
    assert_eq!((rules_of(&report), report.outcome()), (vec!["limit-exceeded"], Outcome::Undecided));
    refused_within("a.yaml", GOOD.repeat(10), "limit-exceeded", Limits { file_bytes: GOOD.len(), ..Limits::default() });
    refused_within(
        "a.yaml",
        "terms: 1\nid: [0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]\n",
        "limit-exceeded",
        Limits { values: 14, ..Limits::default() },
    );
}

#[test]
fn a_second_document_in_a_file() {
    refused("a.yaml", "terms: 1\nid: a\n---\npact: 1\n", "syntax-error");
}

#[test]
fn quotes_that_are_never_closed() {
    refused("a.yaml", format!("terms: 1\ntitle: \"{}", "x ".repeat(500_000)), "syntax-error");
    refused("a.json", format!("{{\"terms\": \"{}", "x".repeat(1_000_000)), "syntax-error");
}

/// A hundred thousand faults in one file come out one by one, in a time that grows with their number and not with its square.
#[test]
fn a_hundred_thousand_faults() {
    let begun = Instant::now();
    let mut text = "pact: 1\nid: p\ntitle: P\nlevel: national\nstatus: planned\nobjectives:\n".to_owned();
    for at in 0..50_000 {
        text.push_str(&format!("  o{at}: {{ label: a, supports: [x{at}, y{at}] }}\n"));
    }
    let report = crate::support::check(&[("a.yaml", &text)]);
    assert_eq!(report.findings.len(), 100_000);
    assert!(begun.elapsed() < BOUND * 3, "{:?}", begun.elapsed());
}

/// Names that many things share are looked up without going through all of them.
#[test]
fn a_name_that_everything_has() {
    let begun = Instant::now();
    let mut text = "terms: 1\nid: t\ntitle: T\nbodies:\n".to_owned();
    for at in 0..20_000 {
        text.push_str(&format!("  b{at}: {{ seats: {{ chair: {{}} }} }}\n"));
    }
    let mut pact =
        "pact: 1\nid: p\ntitle: P\nlevel: national\nstatus: planned\nactors: { lo: {} }\nmembers:\n".to_owned();
    for at in 0..20_000 {
        pact.push_str(&format!("  m{at}: {{ body: b{at}, seat: chair, actor: lo }}\n"));
    }
    let report = crate::support::check(&[("t.yaml", &text), ("p.yaml", &pact)]);
    assert_eq!(rules_of(&report), Vec::<&str>::new());
    assert!(begun.elapsed() < BOUND, "{:?}", begun.elapsed());
}

/// What took a time that grew with the square of the size, or worse; each is now done with in a moment.
#[test]
fn shapes_that_were_slow() {
    let head = "pact: 1\nid: p\ntitle: P\nlevel: national\nstatus: planned\n";
    let long = |at: usize| format!("{}{at:06}", "x".repeat(190));
    let ids: String = (0..500).map(|at| format!("  {}: {{ label: a }}\n", long(at))).collect();
    let misspelt: String =
        (0..500).map(|at| format!("  i{at}: {{ label: a, contributes-to: {}y }}\n", long(at))).collect();
    let knots: String = (0..4000)
        .flat_map(|at| {
            [
                (format!("a{at}"), format!("[b{at}, hub]")),
                (format!("b{at}"), format!("[c{at}]")),
                (format!("c{at}"), format!("[a{at}]")),
            ]
        })
        .map(|(from, to)| format!("  {from}: {{ label: a, precedes: {to} }}\n"))
        .collect();
    let leaves: Vec<String> = (0..4000).map(|at| format!("l{at}")).collect();
    let hub = format!("  hub: {{ label: a, precedes: [{}] }}\n", leaves.join(", "));
    let leaves: String = leaves.iter().map(|leaf| format!("  {leaf}: {{ label: a }}\n")).collect();
    let bodies: String = (0..5_000).map(|at| format!("  b{at}: {{ seats: {{ s{at}: {{}} }} }}\n")).collect();
    let members: String =
        (0..5_000).map(|at| format!("  m{at}: {{ body: b{at}, seat: sx{at}, actor: lo }}\n")).collect();
    let documents = [
        format!("{head}objectives:\n{ids}initiatives:\n{misspelt}"),
        format!("{head}initiatives:\n{knots}{hub}{leaves}"),
        format!("{head}actors: {{ lo: {{}} }}\nbodies:\n{bodies}members:\n{members}"),
        format!(
            "{head}supplements: [{}q]\nobjectives: {{ o: {{ supports: [{}] }} }}\n",
            "q, ".repeat(3_000),
            "x, y, ".repeat(20_000) + "z"
        ),
        format!(
            "{{\"terms\": 1, \"id\": \"t\", \"title\": \"T\", \"clauses\": {{{}}}}}",
            (0..6_000)
                .map(|at| format!("\"c{at}\": {{\"force\": \"mst\", \"text\": \"a\"}}"))
                .collect::<Vec<_>>()
                .join(", ")
        ),
    ];
    // What it takes to build the binary is not its time.
    crate::support::pact(crate::support::root(), &["--version"]);
    for (at, document) in documents.iter().enumerate() {
        let begun = Instant::now();
        let folder = tempfile::tempdir().unwrap();
        let name = if document.starts_with('{') { "d.json" } else { "d.yaml" };
        std::fs::write(folder.path().join(name), document).unwrap();
        std::fs::write(folder.path().join("q.yaml"), "pact: 1\nid: q\ntitle: Q\nlevel: national\nstatus: planned\n")
            .unwrap();
        let run = crate::support::pact(folder.path(), &["check"]);
        assert_eq!(run.code, 1, "{at}: {}", run.stderr);
        assert!(begun.elapsed() < BOUND, "{at}: {:?}", begun.elapsed());
    }
    let quotes: String =
        (1..=1000).map(|at| format!("  c{at}: {{ force: must, quote: {} }}\n", "a".repeat(at))).collect();
    let begun = Instant::now();
    let report = crate::support::check(&[
        ("t.yaml", &format!("terms: 1\nid: t\ntitle: T\nsource: {{ file: s.txt }}\nclauses:\n{quotes}")),
        ("s.txt", &"a".repeat(200_000)),
    ]);
    assert_eq!(report.findings.len(), 1000, "inside a longer word nothing is a quote");
    assert!(begun.elapsed() < BOUND, "{:?}", begun.elapsed());
}

/// A cycle through everything is one finding.
#[test]
fn a_cycle_of_fifty_thousand() {
    let begun = Instant::now();
    let mut text = "pact: 1\nid: p\ntitle: P\nlevel: national\nstatus: planned\ninitiatives:\n".to_owned();
    for at in 0..50_000 {
        text.push_str(&format!("  i{at}: {{ label: a, precedes: i{} }}\n", (at + 1) % 50_000));
    }
    let report = crate::support::check(&[("a.yaml", &text)]);
    assert_eq!(rules_of(&report), ["circular-relation"]);
    assert!(begun.elapsed() < BOUND, "{:?}", begun.elapsed());
}

/// Requirements over shapes in which many things share their way: a hub that everything leads to, a long chain of broader concepts, nested requirements.
#[test]
fn requirements_over_hubs_and_chains() {
    let begun = Instant::now();
    let count = 5_000;
    let concepts: String = (1..count)
        .map(|at| format!("    c{at}: {{ broader: c{} }}\n", at - 1))
        .chain(["    c0: {}\n".to_owned()])
        .collect();
    let nested = (0..20).fold("{ some: strength }".to_owned(), |inner, _| {
        format!("{{ all-of: [{inner}, {inner}] }}").replacen(&format!(", {inner}"), "", 1)
    });
    let terms = format!(
        "terms: 1\nid: t\ntitle: T\nschemes:\n  target-group:\n{concepts}  policy-area: [a]\nclauses:\n\
         \x20 A: {{ force: must, text: a, requires: {{ every: initiative, has: {{ at-least: 2, via: contributes-to/contribution }} }} }}\n\
         \x20 B: {{ force: must, text: b, requires: {{ every: initiative, has: {{ exactly: 1, via: contributes-to/contribution/owner }} }} }}\n\
         \x20 C: {{ force: must, text: c, requires: {{ every: target-group, has: {{ at-least: 1, via: reached-by }} }} }}\n\
         \x20 D: {{ force: must, text: d, requires: {{ every: initiative, has: {{ every: policy-area, via: contributes-to/contribution/policy-area }} }} }}\n\
         \x20 E: {{ force: must, text: e, requires: {nested} }}\n"
    );
    let initiatives: String = (0..count)
        .map(|at| format!("  i{at}: {{ contributes-to: hub, owner: x, policy-area: a, reaches: c{at} }}\n"))
        .collect();
    let pact = format!(
        "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nactors: {{ x: {{ label: X }} }}\nstrengths: {{ s: {{ label: S }} }}\n\
         objectives: {{ hub: {{ label: H }} }}\ninitiatives:\n{initiatives}"
    );
    let report = crate::support::check(&[("t.yaml", &terms), ("p.yaml", &pact)]);
    let verdicts: Vec<&str> = report.ledger.cases[0].entries.iter().map(|entry| entry.verdict.name()).collect();
    assert_eq!(verdicts[..2], ["met", "met"]);
    assert_eq!(verdicts[3..], ["met", "met"]);
    assert!(matches!(verdicts[2], "met" | "error"), "a limit is an error: {verdicts:?}");
    assert!(begun.elapsed() < BOUND, "{:?}", begun.elapsed());
}
