//! What cannot be read, leads nowhere, stands twice, goes round in a circle or belongs to another supports no verdict.

use pact_core::{
    document::value::PartialDate,
    load::Input,
    report::{Options, Outcome},
};

use crate::support::rules_of;

/// Terms and a proposal of which clause `A` must be neither met nor anything else that lets it pass.
const CASES: &[(&str, &str)] = &[
    // A reference that leads nowhere may be the one that is asked about.
    (
        "elements: { budget: { text: b, clause: B } }\nclauses:\n  B: { force: may, text: b }\n  A: { force: must-not, text: a, forbids: { some: initiative, where: { covers: budget } } }\n",
        "initiatives: { s: { label: S, covers: budgett } }\n",
    ),
    (
        "elements: { E9: { text: e, clause: B } }\nclauses:\n  B: { force: may, text: b }\n  A: { force: must, text: a, requires: { some: initiative, where: { not: { covers: E9 } } } }\n",
        "initiatives: { s: { label: S, covers: E99 } }\n",
    ),
    (
        "clauses: { A: { force: must, text: a, requires: { some: partnership, where: { partner: { at-most: 1 } } } } }\n",
        "actors: { x: { label: X } }\npartnerships: { q: { label: Q, partners: [x, yy] } }\n",
    ),
    (
        "clauses: { A: { force: must, text: a, requires: { no: objective, where: { contradicted-by: { given: true } } } } }\n",
        "objectives: { o: { label: O, contradicts: oo2 }, o2: { label: P } }\n",
    ),
    (
        "clauses: { A: { force: must, text: a, requires: { some: partnership, has: { at-least: 1, at-most: 1, via: partner, distinct: region } } } }\n",
        "regions: { north: { label: N } }\nactors: { x: { region: north }, y: { region: sout } }\npartnerships: { q: { label: Q, partners: [x, y] } }\n",
    ),
    (
        "bodies: { b: { label: B } }\nclauses: { A: { force: must, text: a, requires: { meetings: { of: b, exactly: 1 } } } }\n",
        "meetings: { m: { body: b, on: 2027-01-01 }, n: { body: bb, on: 2027-02-01 } }\n",
    ),
    (
        "bodies: { b: { seats: { s: { places: 2, distinct: actor, clause: A } } } }\nclauses: { A: { force: must, text: a } }\n",
        "actors: { x: { label: X } }\nmembers: { m: { body: b, seat: s, actor: x }, n: { body: b, seat: s, actor: xx } }\n",
    ),
    (
        "clauses: { A: { force: must, text: a, binds: panell, requires: { statement: {} } } }\n",
        "actors: { z: { label: Z } }\nattestations: { t: { clause: A, by: z, on: 2026-01-01, text: so } }\n",
    ),
    (
        "clauses: { A: { force: must, text: a, requires: { no: objective, in: supplemented, where: { level: national } } } }\n",
        "supplements: plann\nobjectives: { o: { label: O } }\n",
    ),
    // What is read in part may say something else.
    (
        "actors: { x: { label: X } }\nclauses: { A: { force: must, text: a, requires: { decision: { by: x } } } }\n",
        "decisions: { d: { by: x, about: p, on: 2027-13-12, outcome: approved } }\n",
    ),
    (
        "elements: { e: { text: e, clause: A } }\nclauses: { A: { force: must, text: a, requires: { sectoin: x } } }\n",
        "initiatives: { i: { label: I, covers: e } }\n",
    ),
    (
        "bodies: { b: { size: { exactlly: 3, clause: A } } }\nclauses: { A: { force: must, text: a } }\n",
        "actors: { x: { label: X } }\nmembers: { m: { body: b, actor: x } }\n",
    ),
    (
        "bodies: { b: { label: B } }\nclauses: { A: { force: must, text: a, requires: { meetings: { of: b, exacty: 5 } } } }\n",
        "meetings: { m: { body: b, on: 2026-01-01 } }\n",
    ),
    (
        "bodies: { b: { label: B } }\nclauses: { A: { force: must, text: a, requires: { presents: { by: b } } } }\n",
        "meetings: { m: { body: b, on: 2026-01-01 } }\n",
    ),
    (
        "actors: { x: { label: X } }\nclauses: { A: { force: must, text: a, requires: { decision: { by: [] } } } }\n",
        "decisions: { d: { by: x, about: p, on: 2026-01-01, outcome: approved } }\n",
    ),
    (
        "schemes: { level: { low: {}, high: 3 } }\nclauses: { A: { force: must, text: a, requires: { some: initiative, has: { every: level, via: reaches } } } }\n",
        "initiatives: { i: { label: I, reaches: low } }\n",
    ),
    // What stands twice, only one of which counts.
    (
        "clauses: { A: { force: must, text: a, requires: { no: objective, has: { at-least: 1, via: contradicts } } } }\n",
        "objectives: { o: { label: O }, x: { label: X }, o: { label: P, contradicts: x } }\n",
    ),
    (
        "facts: { f: { text: f, holds: true }, f: { text: f, holds: false } }\nclauses: { A: { force: must, text: a, requires: { fact: f } } }\n",
        "strengths: { s: { label: S } }\n",
    ),
    // A circle, and nothing at all.
    (
        "clauses:\n  A: { force: must, text: a, part-of: B }\n  B: { force: must, text: b, part-of: A }\n",
        "strengths: { s: { label: S } }\n",
    ),
    (
        "bodies: { b: { label: B } }\nclauses: { A: { force: must, text: a, requires: { composition: b } } }\n",
        "strengths: { s: { label: S } }\n",
    ),
    (
        "bodies: { b: { label: B } }\nclauses: { A: { force: must, text: a, requires: { meetings: { of: b, at-most: 4 } } } }\n",
        "strengths: { s: { label: S } }\n",
    ),
];

#[test]
fn doubt_supports_no_verdict() {
    for (terms, pact) in CASES {
        let mut input = Input::new();
        input.add("t.yaml", format!("terms: 1\nid: t\ntitle: T\n{terms}"));
        input.add("p.yaml", format!("pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\n{pact}"));
        let options = Options { as_of: PartialDate::parse("2027-06-01"), ..Options::default() };
        let report = pact_rules::check(input, &options);
        let graph = report.model.graph();
        let entry = report.ledger.cases[0].entries.iter().find(|entry| graph.name(entry.node) == "A").unwrap();
        assert!(
            matches!(entry.verdict.name(), "error" | "open" | "unmet"),
            "{}\n{terms}{pact}\n{:?}",
            entry.verdict.name(),
            entry.proof
        );
        if entry.verdict.name() == "error" {
            assert_ne!(report.outcome(), Outcome::Holds, "{terms}{pact}");
        }
    }
}

/// What depends on a name that leads nowhere is told where the name stands, and not again as what is missing.
#[test]
fn a_misspelt_scope_or_signatory_settles_nothing_and_is_told_once() {
    let terms = "actors: { council: { label: C } }\nbodies: { b: { label: B } }\n\
                 clauses:\n  A: { force: should, text: a, binds: b, waivable-by: council, requires: { section: s } }\n";
    let decision = "decisions: { d: { by: council, about: p, on: 2027-01-01, outcome: approved } }\n";
    for pact in [
        format!(
            "{decision}waivers: {{ w: {{ waives: A, by: council, decision: d, reason: r, until: 2028-01-01, scope: typo }} }}\n"
        ),
        "explanations: { e: { about: A, reason: r, by: bb } }\n".to_owned(),
    ] {
        let mut input = Input::new();
        input.add("t.yaml", format!("terms: 1\nid: t\ntitle: T\n{terms}"));
        input.add("p.yaml", format!("pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\n{pact}"));
        let report =
            pact_rules::check(input, &Options { as_of: PartialDate::parse("2027-06-01"), ..Options::default() });
        assert_eq!(report.ledger.cases[0].entries[0].verdict.name(), "error", "{pact}");
        assert_eq!(rules_of(&report), ["dangling-reference"], "{pact}");
    }
}

/// What another proposal, or other terms, say counts for nothing.
#[test]
fn others_neither_help_nor_hurt() {
    let mut input = Input::new();
    input.add(
        "t.yaml",
        "terms: 1\nid: t\ntitle: T\nbodies: { b: { label: B } }\nclauses: { A: { force: must, text: a, requires: { meetings: { of: b, at-least: 1 } } } }\n",
    );
    input.add("u.yaml", "terms: 1\nid: u\ntitle: U\nclauses: { A: { force: may, text: a } }\n");
    input.add(
        "p.yaml",
        "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nstrengths: { s: { label: S } }\n",
    );
    input.add("q.yaml", "pact: 1\nid: q\ntitle: Q\nlevel: regional\nstatus: proposed\nterms: t\nmeetings: { m: { body: typo, on: 2027-01-01 } }\n");
    let report = pact_rules::check(input, &Options::default());
    let verdicts: Vec<&str> = report.ledger.cases.iter().map(|case| case.entries[0].verdict.name()).collect();
    assert_eq!(verdicts, ["unmet", "error"], "the slip of one is no doubt about the other");
}

/// A clause that is not in force answers for no body.
#[test]
fn a_clause_that_is_over_answers_for_no_seat() {
    let mut input = Input::new();
    input.add(
        "t.yaml",
        "terms: 1\nid: t\ntitle: T\nbodies: { b: { seats: { s: {} } } }\nclauses:\n  \
         A: { force: must, text: a, to: 2020-01-01, requires: { composition: b } }\n  B: { force: must, text: b, requires: { composition: b } }\n",
    );
    input.add(
        "p.yaml",
        "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nstrengths: { s: { label: S } }\n",
    );
    let report = pact_rules::check(input, &Options { as_of: PartialDate::parse("2021-06-01"), ..Options::default() });
    let verdicts: Vec<&str> = report.ledger.cases[0].entries.iter().map(|entry| entry.verdict.name()).collect();
    assert_eq!(verdicts, ["inapplicable", "unmet"]);
}
