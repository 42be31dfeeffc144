//! Cases that real documents showed: what is judged, and what is missing once.

use pact_core::{ledger::Entry, report::Report};

use crate::support::{check, rules_of};

const PACT: &str = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\n";

/// Terms and a proposal for them.
fn judge(terms: &str, pact: &str) -> Report {
    let terms = format!("terms: 1\nid: t\ntitle: T\n{terms}");
    check(&[("t.yaml", &terms), ("p.yaml", &format!("{PACT}{pact}"))])
}

fn line<'r>(report: &'r Report, name: &str) -> &'r Entry {
    let graph = report.model.graph();
    let entries = &report.ledger.cases[0].entries;
    entries.iter().find(|entry| graph.name(entry.node) == name).unwrap()
}

fn verdict(report: &Report, name: &str) -> (&'static str, usize) {
    let entry = line(report, name);
    (entry.verdict.name(), entry.lacks().len())
}

/// A body may approve that a group is to be, and later set it up: the clause asks for the one of its day.
#[test]
fn of_several_decisions_the_one_of_the_day_counts() {
    let terms = "actors: { council: {} }\nbodies: { group: {} }\nclauses:\n  A: { force: constitutive, text: A, requires: { decision: { by: council, about: group, on: 2017-10 } } }\n  B: { force: constitutive, text: B, requires: { decision: { by: council, about: group, on-or-before: 2017-09 } } }\n  C: { force: constitutive, text: C, requires: { decision: { by: council, about: group, after-meetings-of: group } } }\n";
    let pact = "meetings: { m: { body: group, on: 2017-09-20 } }\ndecisions:\n  first: { by: council, about: group, on: 2017-09-12, outcome: approved }\n  second: { by: council, about: group, on: 2017-10-05, outcome: approved }\n";
    let both = judge(terms, pact);
    for clause in ["A", "B", "C"] {
        assert_eq!(verdict(&both, clause), ("met", 0), "{clause}");
    }
    let first = judge(terms, &pact.replace("2017-10-05, outcome: approved", "2017-10-05, outcome: deferred"));
    assert_eq!(
        [verdict(&first, "A"), verdict(&first, "B"), verdict(&first, "C")],
        [("unmet", 1), ("met", 0), ("unmet", 1)]
    );
}

/// Who needs no seat does not fill a vacant one, and a vacant seat is missing once.
#[test]
fn a_secretary_leaves_a_seat_vacant() {
    let terms = "actors: { town: {}, office: {} }\nbodies: { board: { size: { exactly: 2, clause: A }, seats: { x: { clause: A }, y: { clause: A } } } }\nclauses:\n  A: { force: constitutive, text: A }\n";
    let with = |role: &str| {
        let pact = format!(
            "members: {{ m1: {{ body: board, seat: x, actor: town }}, m2: {{ body: board, actor: office{role} }} }}\n"
        );
        verdict(&judge(terms, &pact), "A")
    };
    assert_eq!(with(", role: secretary"), ("unmet", 1));
    assert_eq!(with(", role: observer"), ("unmet", 1));
    // A member without a seat is given the one that nobody fills.
    assert_eq!(with("").0, "met");
}

/// A requirement may speak of one thing more than once.
#[test]
fn a_requirement_may_name_a_thing_twice() {
    let terms = "clauses:\n  A: { force: must, text: A }\n  B: { force: must, text: B, requires: { some: partnership, where: { covers: E }, has: { at-least: 2, via: partner }, when: { element: E } } }\nelements: { E: { clause: A, text: E } }\n";
    let report = judge(terms, "actors: { x: {}, y: {} }\npartnerships: { q: { covers: E, partners: [x, y] } }\n");
    assert_eq!(rules_of(&report), Vec::<&str>::new());
    assert_eq!(verdict(&report, "B"), ("met", 0));
}

/// A concept that only a requirement names is looked for where it would stand, and a scheme that is misnamed is one fault.
#[test]
fn a_misnamed_scheme_is_one_fault_also_for_requirements() {
    let terms = "schemes: { actor-categories: [town, firm] }\nclauses:\n  A: { force: must, text: A, requires: { some: actor, where: { category: [town, firm] } } }\n";
    let report = judge(terms, "objectives: { o: { label: O } }\n");
    assert_eq!(rules_of(&report), ["unknown-concept"]);
}

/// Of two members under one id the second is not counted: whether the seat is filled cannot be said.
#[test]
fn a_repeated_id_leaves_no_seat_vacant() {
    let terms = "actors: { town: {} }\nbodies: { board: { seats: { x: { places: 2, clause: A } } } }\nclauses:\n  A: { force: constitutive, text: A }\n";
    let pact = "registers: [{ file: m.csv, body: board }]\n";
    let terms = format!("terms: 1\nid: t\ntitle: T\n{terms}");
    let rows = "id;seat;actor\nm1;x;town\nm1;x;town\n";
    let report = check(&[("t.yaml", &terms), ("p.yaml", &format!("{PACT}{pact}")), ("m.csv", rows)]);
    assert_eq!(rules_of(&report), ["duplicate-id"]);
    assert_eq!(verdict(&report, "A").0, "error");
}
