//! Cases at the edges of rules that tell what a proposal lacks: who counts on which day, what is said once, and what is not said at all.

use pact_core::{document::value::PartialDate, finding::Level, load::Input, report::Options};

use crate::check;

/// The findings about terms and a proposal for them, of which only what follows the head is given: the names of the rules, and `?` behind one that does not
/// fail the check. What is said of the documents themselves is left out.
fn found(terms: &str, pact: &str, as_of: Option<&str>) -> Vec<String> {
    let mut input = Input::new();
    input.add("terms.yaml", format!("terms: 1\nid: t\ntitle: T\n{terms}"));
    let head = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\n";
    input.add("pact.yaml", format!("{head}{pact}"));
    let as_of = as_of.map(|day| PartialDate::parse(day).unwrap());
    let report = check(input, &Options { as_of, ..Options::default() });
    let told = report.findings.iter().filter_map(|found| {
        let rule = &report.rules[found.rule];
        let told = matches!(rule.group.as_ref(), "representation" | "elements" | "process");
        assert!(told || rule.group != "document", "{}: {terms}{pact}", rule.name);
        told.then(|| format!("{}{}", rule.name, if found.level == Level::Error { "" } else { "?" }))
    });
    told.collect()
}

const BOARD: &str = "
actors: { a: { label: A }, b: { label: B } }
bodies: { board: { seats: { s: { clause: A }, t: { clause: A } } } }
clauses:
  A: { force: constitutive, text: Two seats. }
";

fn members(first: &str, second: &str) -> String {
    format!(
        "members:\n  m1: {{ person: x, body: board, seat: s, actor: a{first} }}\n  m2: {{ person: x, body: board, seat: t, actor: b{second} }}\n"
    )
}

#[test]
fn two_seats_are_two_at_one_time() {
    let twice = members("", "");
    assert_eq!(found(BOARD, &twice, None), ["two-seats?"]);
    let moved = members(", to: 2017-12-31", ", from: 2018-01-01");
    for (day, expected) in
        [(None, "unfilled-seat"), (Some("2017-06-01"), "unfilled-seat"), (Some("2018-06-01"), "unfilled-seat")]
    {
        assert_eq!(found(BOARD, &moved, day), [expected], "{day:?}: one seat after the other");
    }
    assert_eq!(found(BOARD, &members("", ", role: alternate"), None), ["unfilled-seat"], "an alternate has no seat");
}

#[test]
fn the_terms_say_whether_two_seats_are_allowed() {
    let twice = members("", "");
    let with = |force: &str, more: &str| {
        let clause = format!("  B: {{ force: {force}, text: On two seats., topic: two-hats, binds: board{more} }}\n");
        found(&format!("{BOARD}{clause}"), &twice, Some("2018-01-01"))
    };
    assert!(with("may", "").is_empty(), "permitted");
    assert_eq!(with("must-not", ""), ["two-seats?"], "forbidden in words only");
    assert_eq!(with("may", ", to: 2017-12-31"), ["two-seats?"], "no longer permitted");
    let asks = ", requires: { composition: { body: board, one-seat-each: true } }";
    assert_eq!(with("must", asks), ["two-seats"], "once, and as serious as the clause");
    assert_eq!(with("should", asks), ["two-seats?"]);
}

#[test]
fn two_seats_that_are_explained_or_waived_are_settled() {
    let clause = "  B: { force: should, text: B., requires: { composition: { body: board, one-seat-each: true } } }\n";
    let why = "explanations: { e: { about: B, reason: There is nobody else. } }\n";
    assert!(found(&format!("{BOARD}{clause}"), &format!("{}{why}", members("", "")), None).is_empty());
}

#[test]
fn what_hats_say_of_two_seats_is_told_once() {
    let twice = members("", "");
    let with = |hats: &str| {
        let terms = BOARD.replace("seats: {", &format!("hats: {{ {hats}, clause: A }}, seats: {{"));
        found(&terms, &twice, Some("2018-01-01"))
    };
    assert!(with("seats-per-person: 2").is_empty(), "allowed");
    assert_eq!(with("seats-per-person: 1"), ["incompatible-seats"]);
    assert_eq!(with("never-both: [[s, t]]"), ["incompatible-seats"]);
    assert_eq!(with("quotas-share-people: false"), ["two-seats?"], "nothing is said of seats");
}

#[test]
fn what_only_the_law_of_a_body_speaks_of_is_used() {
    let terms = "schemes: { background: [care, school] }\nactors: { a: { label: A }, idle: { label: B } }\nbodies: { board: { seats: { s: { clause: A, eligible: { any-of: [{ actor: a }, { is: care }] } } }, quotas: { q: { count: { is: school }, at-most: 1, clause: A } } } }\nclauses: { A: { force: must, text: A. } }\n";
    let mut input = Input::new();
    input.add("terms.yaml", format!("terms: 1\nid: t\ntitle: T\n{terms}"));
    input.add("pact.yaml", "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\n");
    let report = check(input, &Options::default());
    let unused = report.findings.iter().filter(|found| report.rules[found.rule].name == "unused-definition");
    assert_eq!(unused.map(|found| found.subject.as_str()).collect::<Vec<_>>(), ["actor:idle"]);
}

#[test]
fn a_person_who_is_listed_twice_without_seats_is_told_too() {
    let terms =
        "actors: { a: { label: A } }\nbodies: { board: { label: B } }\nclauses: { A: { force: context, text: A. } }\n";
    let pact = "members:\n  m1: { person: x, body: board, actor: a }\n  m2: { person: x, body: board, actor: a }\n";
    assert_eq!(found(terms, pact, None), ["two-seats?"]);
}

#[test]
fn a_vacancy_accounts_for_the_size() {
    let terms = BOARD.replace("board: {", "board: { size: { exactly: 2, clause: A },");
    let one = "members: { m1: { body: board, seat: s, actor: a } }\n";
    assert_eq!(found(&terms, one, None), ["unfilled-seat"]);
    let three = "members:\n  m1: { body: board, seat: s, actor: a }\n  m2: { body: board, seat: s, actor: b }\n  m3: { body: board, seat: t, actor: b }\n";
    assert_eq!(found(&terms, three, None), ["overfilled-seat"]);
    let seats = BOARD.replace("board: {", "board: { size: { exactly: 3, clause: A },");
    let two = "members:\n  m1: { body: board, seat: s, actor: a }\n  m2: { body: board, seat: t, actor: b }\n";
    assert_eq!(found(&seats, two, None), ["wrong-size"], "no vacancy accounts for it");
}

#[test]
fn seats_that_no_clause_gives_are_told_as_a_warning() {
    let terms = "bodies: { board: { seats: { s: {} } } }\nclauses: { A: { force: context, text: A. } }\n";
    assert_eq!(found(terms, "sections: { s: { text: S } }\n", None), ["unfilled-seat?"]);
}

const MEETINGS: &str = "
bodies: { board: { label: B } }
clauses:
  A: { force: constitutive, text: Two meetings., requires: { meetings: { of: board, exactly: 2 } } }
  B: { force: constitutive, text: In October and January., requires: { meetings: { of: board, in: [2017-10, 2018-01] } } }
";

#[test]
fn a_meeting_that_is_missing_is_told_once() {
    let october = "meetings:\n  m1: { body: board, on: 2017-10-12 }\n";
    assert_eq!(found(MEETINGS, october, None), ["number-of-meetings"]);
    assert_eq!(
        found(MEETINGS, "sections: { s: { text: S } }\n", None),
        ["number-of-meetings"; 2],
        "one for each month"
    );
    let november = format!("{october}  m2: {{ body: board, on: 2017-11-12 }}\n");
    assert_eq!(found(MEETINGS, &november, None), ["number-of-meetings"], "in the wrong month");
    let planned = format!("{october}  m2: {{ body: board, on: 2018-01-18 }}\n");
    assert!(found(MEETINGS, &planned, Some("2017-11-01")).is_empty(), "what lies ahead is open");
    assert!(found(MEETINGS, &planned.replace("2018-01-18", "XXXX-01"), None).is_empty(), "it may be the right January");
}

const GROUPS: &str = "
bodies: { board: { label: B } }
clauses:
  A: { force: constitutive, text: In between., requires: { meetings: { of: { kind: working-group }, between: board } } }
  B: { force: constitutive, text: Presented., requires: { presents: { by: { kind: working-group }, to: board } } }
";

#[test]
fn a_working_group_that_meets_too_late_is_told_once() {
    let with = |on: &str| {
        let pact = format!(
            "bodies: {{ group: {{ kind: working-group, presents-at: m2 }} }}\nmeetings:\n  m1: {{ body: board, on: 2017-10-12 }}\n  m2: {{ body: board, on: 2018-01-18 }}\n  m3: {{ body: board, on: 2018-02-15 }}\n  g: {{ body: group, on: {on} }}\n"
        );
        found(GROUPS, &pact, None)
    };
    assert!(with("2017-11-21").is_empty());
    assert_eq!(with("2018-03-06"), ["meeting-outside-span"]);
    assert_eq!(with("2018-02-06"), ["unpresented-results"], "in time, and after it has presented");
}

#[test]
fn a_decision_that_is_late_is_not_missing_too() {
    let terms = "actors: { x: { label: X }, y: { label: Y } }\nclauses: { A: { force: must, text: A., requires: { decision: { by: [x, y], after: x, on-or-before: 2018-03-17 } } } }\n";
    let with = |x: &str, y: &str, day| {
        let one =
            |by: &str, on: &str| format!("  {by}-decides: {{ by: {by}, about: p, on: {on}, outcome: approved }}\n");
        found(terms, &format!("decisions:\n{}{}", one("x", x), one("y", y)), day)
    };
    assert!(with("2018-03-12", "2018-03-12", None).is_empty());
    assert_eq!(with("2018-03-12", "2018-03-26", None), ["missed-deadline"]);
    assert_eq!(with("2018-03-12", "2018-03-05", None), ["premature-decision"]);
    assert!(with("2018-03-12", "2018-03-17", Some("2018-03-15")).is_empty(), "there is time left");
    assert_eq!(
        with("2018-03-12", "2018-03-26", Some("2018-03-20")),
        ["missing-decision"],
        "planned for a day that is too late"
    );
}

#[test]
fn an_element_is_asked_for_level_by_level_once_it_is_included() {
    let terms = "
schemes: { level: [low, high] }
elements:
  E: { clause: A, text: E., requires: { some: initiative, where: { covers: E }, has: { every: level, via: reaches } } }
clauses: { A: { force: should, text: A. } }
";
    assert_eq!(found(terms, "initiatives: { i: { label: I, reaches: low } }\n", None), ["uncovered-element?"]);
    assert_eq!(found(terms, "initiatives: { i: { label: I, reaches: low, covers: E } }\n", None), ["missing-level?"]);
    assert!(found(terms, "initiatives: { i: { label: I, reaches: [low, high], covers: E } }\n", None).is_empty());
}
