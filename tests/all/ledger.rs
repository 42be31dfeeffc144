//! Verdicts on the command line: the summary of a check, the ledger in its formats, and why.

use serde_json::Value;

use crate::support::{Run, pact, root};

const SOURCE: &str = "\
Kommissorium for udvalget

Udvalget består af en kommune og en skole. Udvalget skal angive mål med et
tal, og hvert mål skal understøtte et nationalt mål. Udvalget må ikke
indstille sig selv. Udvalget bør inddrage virksomhederne og bør desuden
holde to møder om året. Det er vigtigt, at alle synspunkter er hørt.
Forslaget må gerne have et afsnit om organisering. Byrådet godkender
forslaget senest den 19. marts 2018. Findes der et program, skal det følges.
Sekretariatet bor i kommunen.
";

/// A clause of every force and every verdict that sound documents can have.
const TERMS: &str = r#"terms: 1
id: udvalg-2017
title: { da: Kommissorium for udvalget, en: Terms of reference of the committee }
language: da
source: { file: kilde.txt }
waivable-by: byraad
schemes:
  actor-category: { kommune: { label: Kommune }, skole: { label: Skole } }
actors:
  byraad: { label: Byrådet, category: kommune }
bodies:
  udvalget:
    label: Udvalget
    size: 2
    clause: C1
    seats:
      kommune: { label: Kommunen, eligible: { category: kommune }, clause: C1 }
      skole: { label: Skolen, eligible: { category: skole }, clause: C1 }
facts:
  program: { text: Der findes et program., holds: false }
elements:
  E1:
    clause: B1
    quote: inddrage virksomhederne
    text: { en: involve the companies }
    parts:
      a: { label: { da: lærepladser, en: apprenticeships } }
      b: { label: { da: besøg, en: visits } }
clauses:
  C1: { force: constitutive, quote: Udvalget består af en kommune og en skole, text: { en: The committee has a municipality and a school } }
  M1: { force: must, binds: udvalget, quote: Udvalget skal angive mål med et tal, text: { en: The committee must state objectives with a number }, requires: { every: objective, has: { given: [target] } } }
  M2: { force: must, binds: udvalget, quote: hvert mål skal understøtte et nationalt mål, requires: { every: objective, has: { at-least: 1, via: supports } } }
  F1: { force: must-not, binds: udvalget, quote: Udvalget må ikke indstille sig selv, requires: { no: member, where: { nominated-by: udvalget } } }
  B1: { force: should, binds: udvalget, quote: Udvalget bør inddrage virksomhederne, element: E1 }
  B2: { force: should, binds: udvalget, quote: bør desuden holde to møder om året, requires: { meetings: { of: udvalget, at-least: 2 } } }
  S1: { force: must, binds: udvalget, quote: alle synspunkter er hørt, interpreted: { da: »Det er vigtigt« læses som skal., en: “It is important” is read as must. }, requires: { statement: { by: udvalget } } }
  O1: { force: may, binds: udvalget, quote: et afsnit om organisering, requires: { section: organisering } }
  D1: { force: must, binds: byraad, quote: Byrådet godkender forslaget senest den 19. marts 2018, requires: { decision: { by: byraad, on-or-before: 2018-03-19 } } }
  P1: { force: must, binds: udvalget, quote: "Findes der et program, skal det følges", requires: { section: program, when: { fact: program } } }
  N1: { force: context, quote: Sekretariatet bor i kommunen }
"#;

const PACT: &str = r#"pact: 1
id: forslag-2018
title: { da: Udvalgets forslag, en: The committee's proposal }
language: da
level: regional
status: proposed
terms: udvalg-2017
actors:
  skole-a: { label: Skole A, category: skole }
members:
  m1: { body: udvalget, seat: kommune, actor: byraad, nominated-by: byraad }
objectives:
  maal-1: { label: Flere lærlinge, target: { value: "20 %", on: 2025 }, supports: maal-2 }
  maal-2: { label: Flere ansøgere }
partnerships:
  aftale: { label: Aftale om lærepladser, partners: [byraad, skole-a], covers: E1/a }
meetings:
  moede-1: { body: udvalget, on: 2018-01-15 }
decisions:
  dispensation-b: { label: Dispensation, by: byraad, about: M2, on: 2018-02-01, outcome: approved }
explanations:
  f1: { about: E1/b, reason: Virksomhederne tager ikke imod besøg i år., by: udvalget, on: 2018-02-01 }
  f2: { about: M1, reason: Det nås ikke., by: udvalget }
waivers:
  d1: { waives: M2, by: byraad, decision: dispensation-b, reason: Der er endnu ingen nationale mål., until: 2018-12-31 }
"#;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("kilde.txt", SOURCE), ("kommissorium.yaml", TERMS), ("forslag.yaml", PACT)] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// A run as of the first of March 2018, before the day of the decision.
fn run(folder: &tempfile::TempDir, args: &[&str]) -> Run {
    let args: Vec<&str> = args.iter().copied().chain(["--as-of", "2018-03-01"]).collect();
    pact(folder.path(), &args)
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr))
}

/// The ids in the first column of a ledger for people.
fn clauses(run: &Run) -> Vec<String> {
    let value = json(run);
    value["ledger"].as_array().unwrap().iter().map(|row| row["clause"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_check_ends_with_what_is_left_to_do() {
    let folder = folder();
    for language in ["da", "en"] {
        let last = run(&folder, &["check", "--lang", language]);
        assert_eq!(last.code, 1);
        insta::assert_snapshot!(format!("verdicts-check-{language}"), last.stdout);
        let draft = run(&folder, &["check", "--stage", "draft", "--lang", language]);
        assert_eq!(draft.code, 0, "{}", draft.stdout);
        insta::assert_snapshot!(format!("verdicts-check-draft-{language}"), draft.stdout);
    }
    let strict = run(&folder, &["check", "--fail-on", "should", "--format", "json"]);
    assert_eq!((strict.code, json(&strict)["fail_on"].as_str()), (1, Some("should")));
}

#[test]
fn the_ledger_is_written_in_every_format() {
    let folder = folder();
    for language in ["da", "en"] {
        let text = run(&folder, &["ledger", "--lang", language]);
        assert_eq!(text.code, 1);
        assert!(text.stdout.lines().all(|line| line.chars().count() <= 80), "{}", text.stdout);
        insta::assert_snapshot!(format!("verdicts-ledger-{language}"), text.stdout);
    }
    insta::assert_snapshot!("verdicts-ledger-csv", run(&folder, &["ledger", "--format", "csv", "--lang", "da"]).stdout);
    insta::assert_snapshot!("verdicts-ledger-markdown", run(&folder, &["ledger", "--format", "markdown"]).stdout);
    let schema: Value = serde_json::from_str(&pact(root(), &["schema", "ledger"]).stdout).unwrap();
    let ledger = json(&run(&folder, &["ledger", "--format", "json"]));
    let errors: Vec<String> =
        jsonschema::validator_for(&schema).unwrap().iter_errors(&ledger).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    let report = json(&run(&folder, &["check", "--format", "json"]));
    assert_eq!(ledger["ledger"], report["ledger"], "both are the same lines");
    assert_eq!(report["stats"]["verdicts"]["waived"], 1);
    insta::assert_json_snapshot!("verdicts-ledger-json", ledger["ledger"][2]);
}

#[test]
fn the_ledger_is_narrowed_and_the_exit_code_is_not() {
    let folder = folder();
    let of = |args: &[&str]| {
        let args: Vec<&str> = ["ledger", "--format", "json"].into_iter().chain(args.iter().copied()).collect();
        let run = run(&folder, &args);
        assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
        clauses(&run)
    };
    assert_eq!(of(&[]).len(), 14);
    assert_eq!(of(&["--verdict", "waived,attest"]), ["M2", "S1"]);
    assert_eq!(of(&["--force", "must-not", "--force", "context"]), ["F1", "N1"]);
    assert_eq!(of(&["--binds", "byraad"]), ["D1"]);
    assert_eq!(of(&["--binds", "udvalget", "--verdict", "met"]), ["F1", "E1/a"]);
    assert_eq!(of(&["--verdict", "silent"]), Vec::<String>::new());
    let none = run(&folder, &["ledger", "--verdict", "silent"]).stdout;
    assert!(none.contains("No clause and no element is as asked for."), "{none}");

    let misspelt = run(&folder, &["ledger", "--binds", "udvalg"]);
    assert_eq!((misspelt.code, misspelt.stdout.as_str()), (2, ""));
    assert!(misspelt.stderr.contains("`udvalget`"), "{}", misspelt.stderr);
    assert_eq!(run(&folder, &["ledger", "--verdict", "unmt"]).code, 2);
}

#[test]
fn why_is_told_of_clauses_things_and_findings() {
    let folder = folder();
    for (what, name) in [("M2", "clause"), ("E1/b", "element"), ("maal-1", "node"), ("seat:udvalget/skole", "seat")] {
        let told = run(&folder, &["explain", what, ".", "--lang", "da"]);
        assert_eq!((told.code, told.stderr.as_str()), (0, ""), "{what}");
        insta::assert_snapshot!(format!("verdicts-explain-{name}"), told.stdout);
    }
    assert!(run(&folder, &["explain", "f2"]).stdout.contains("cannot be explained away"));
    assert_eq!(run(&folder, &["explain", "s1"]).stdout, run(&folder, &["explain", "S1"]).stdout);
    // `kommune` is a category and a seat.
    let several = run(&folder, &["explain", "kommune"]);
    assert_eq!(several.code, 2);
    for key in ["`concept:actor-category/kommune`", "`seat:udvalget/kommune`"] {
        assert!(several.stderr.contains(key), "{}", several.stderr);
    }
    let near = run(&folder, &["explain", "udvalge"]);
    assert!(near.code == 2 && near.stderr.contains("`udvalget`"), "{}", near.stderr);
}

#[test]
fn a_finding_is_found_by_its_fingerprint() {
    let folder = folder();
    std::fs::write(folder.path().join("forslag.yaml"), PACT.replace("supports: maal-2", "supports: maal-3")).unwrap();
    let report = json(&run(&folder, &["check", "--format", "json"]));
    let dangling = |finding: &&Value| finding["name"] == "dangling-reference";
    let finding = report["findings"].as_array().unwrap().iter().find(dangling).unwrap();
    let fingerprint = finding["fingerprint"].as_str().unwrap();
    let told = run(&folder, &["explain", &fingerprint[..8]]);
    assert_eq!(told.code, 0, "{}", told.stderr);
    assert!(told.stdout.contains(fingerprint) && told.stdout.contains("maal-3"), "{}", told.stdout);
    assert_eq!(run(&folder, &["explain", &fingerprint[..5]]).code, 2, "too short to be sure");
}

#[test]
fn a_skeleton_makes_a_good_first_impression() {
    let folder = tempfile::tempdir().unwrap();
    for language in ["da", "en"] {
        pact(folder.path(), &["init", language, "--lang", language]);
        let ledger = pact(folder.path(), &["ledger", language]);
        assert_eq!(ledger.code, 0);
        insta::assert_snapshot!(format!("verdicts-init-{language}"), ledger.stdout);
    }
}

/// What stands in files cannot speak to a terminal, a spreadsheet or a page.
#[test]
fn hostile_text_is_made_harmless_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let terms = "terms: 1\nid: t\ntitle: T\nclauses:\n  A: { force: must, text: \"=cmd|'\\e]0;x\\a'!A1, <b>|\\u202E\", requires: { section: s } }\n";
    std::fs::write(folder.path().join("t.yaml"), terms).unwrap();
    let proposal = "pact: 1\nid: p\ntitle: \"\\e[31mP\"\nlevel: regional\nstatus: proposed\nterms: t\n";
    std::fs::write(folder.path().join("p.yaml"), proposal).unwrap();
    for format in ["text", "json", "markdown", "csv"] {
        let shown = pact(folder.path(), &["ledger", "--format", format]);
        assert_eq!(shown.code, 1, "{}", shown.stderr);
        for letter in ['\u{1b}', '\u{7}', '\u{202e}'] {
            assert!(!shown.stdout.contains(letter), "{format}: {letter:?}");
        }
    }
    assert!(pact(folder.path(), &["ledger", "--format", "csv"]).stdout.contains("\"'=cmd|"));
    let table = pact(folder.path(), &["ledger", "--format", "markdown"]).stdout;
    assert!(table.contains(r"&lt;b&gt;\|"), "{table}");
}
