//! What force, stage, dates, explanations, attestations and waivers make of a requirement.

use pact_core::{
    document::{
        value::PartialDate,
        workspace::{FailOn, Stage},
    },
    ledger::{Verdict, Why, standing::Standing},
    load::Input,
    report::{Options, Outcome, Report},
};

fn judged(terms: &str, pact: &str, options: &Options) -> Report {
    let mut input = Input::new();
    input.add("terms.yaml", format!("terms: 1\nid: t\ntitle: T\n{terms}"));
    input.add("pact.yaml", format!("pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nfacts: {{ z: {{ text: z }} }}\n{pact}"));
    pact_rules::check(input, options)
}

/// The lines of the ledger: id and verdict.
fn lines(report: &Report) -> Vec<(String, Verdict)> {
    let graph = report.model.graph();
    let entries = report.ledger.cases.iter().flat_map(|case| &case.entries);
    entries.map(|entry| (graph.name(entry.node).to_owned(), entry.verdict)).collect()
}

fn of(report: &Report, id: &str) -> Verdict {
    lines(report).into_iter().find(|(name, _)| name == id).unwrap().1
}

fn as_of(day: &str) -> Options {
    Options { as_of: PartialDate::parse(day), ..Options::default() }
}

/// Terms with one clause of a force that asks for a section.
fn asking(force: &str, more: &str) -> String {
    format!(
        "actors: {{ council: {{ label: C }}, group: {{ label: G }}, other: {{ label: O }} }}\n\
         clauses:\n  A: {{ force: {force}, text: a, binds: group, requires: {{ section: s }}{more} }}\n"
    )
}

#[test]
fn force_decides_what_fails() {
    let cases = [
        ("must", Outcome::Fails, Outcome::Fails),
        ("must-not", Outcome::Fails, Outcome::Fails),
        ("constitutive", Outcome::Fails, Outcome::Fails),
        ("should", Outcome::Holds, Outcome::Fails),
        ("may", Outcome::Holds, Outcome::Holds),
        ("context", Outcome::Holds, Outcome::Holds),
    ];
    for (force, must, should) in cases {
        let report = judged(&asking(force, ""), "", &Options::default());
        assert_eq!((of(&report, "A"), report.outcome()), (Verdict::Unmet, must), "{force}");
        let strict = Options { fail_on: FailOn::Should, ..Options::default() };
        assert_eq!(judged(&asking(force, ""), "", &strict).outcome(), should, "{force}");
        let there = judged(&asking(force, ""), "sections: { s: { text: x } }\n", &Options::default());
        assert_eq!((of(&there, "A"), there.outcome()), (Verdict::Met, Outcome::Holds), "{force}");
    }
}

#[test]
fn a_rule_that_is_off_makes_no_clause_met() {
    let every_rule_off = pact_rules::registry::rules().map(|rule| (rule.name.to_string(), None)).collect();
    let report = judged(&asking("must", ""), "", &Options { levels: every_rule_off, ..Options::default() });
    assert_eq!((of(&report, "A"), report.outcome()), (Verdict::Unmet, Outcome::Fails));
}

#[test]
fn a_draft_leaves_open_what_can_still_be_added() {
    let draft = Options { stage: Stage::Draft, ..Options::default() };
    let report = judged(&asking("must", ""), "", &draft);
    assert_eq!((of(&report, "A"), report.outcome()), (Verdict::Open, Outcome::Holds));
    // What must not be there is there already.
    let terms = "clauses:\n  A: { force: must, text: a, requires: { no: challenge } }\n";
    let report = judged(terms, "challenges: { c: { label: C } }\n", &draft);
    assert_eq!((of(&report, "A"), report.outcome()), (Verdict::Unmet, Outcome::Fails));
}

#[test]
fn clauses_hold_from_one_day_to_another() {
    let terms = asking("must", ", from: 2020-01-01, to: 2020-12-31");
    for (day, verdict) in [
        ("2019-12-31", Verdict::Inapplicable),
        ("2020-01-01", Verdict::Unmet),
        ("2020-12-31", Verdict::Unmet),
        ("2021", Verdict::Inapplicable),
        // Of a year in which it came into force, nothing is certain.
        ("2020", Verdict::Unmet),
    ] {
        let report = judged(&terms, "", &as_of(day));
        assert_eq!(of(&report, "A"), verdict, "{day}");
    }
    let report = judged(&terms, "", &as_of("2019"));
    assert_eq!(report.ledger.cases[0].entries[0].why, Why::NotInForce);
}

#[test]
fn what_asks_for_nothing_is_silent_and_context_is_not_asked() {
    let terms = "clauses:\n  A: { force: must, text: a }\n  B: { force: context, text: b }\n";
    let report = judged(terms, "", &Options::default());
    assert_eq!((of(&report, "A"), of(&report, "B")), (Verdict::Silent, Verdict::Inapplicable));
}

#[test]
fn only_a_should_can_be_explained() {
    let explained = |by: &str| format!("explanations: {{ e: {{ about: A, reason: No money.{by} }} }}\n");
    let verdict = |force: &str, pact: &str| {
        let report = judged(&asking(force, ""), pact, &as_of("2020-06-01"));
        let standing = report.ledger.cases[0].exceptions[0].standing.clone();
        (of(&report, "A"), standing)
    };
    assert_eq!(verdict("should", &explained("")), (Verdict::Explained, Standing::Counts));
    assert_eq!(verdict("should", &explained(", by: group")), (Verdict::Explained, Standing::Counts));
    assert_eq!(verdict("should", &explained(", by: other")), (Verdict::Unmet, Standing::Unauthorised));
    assert_eq!(verdict("should", &explained(", on: 2020-07-01")), (Verdict::Unmet, Standing::Ahead));
    assert_eq!(verdict("must", &explained("")), (Verdict::Unmet, Standing::Obligation));
    assert_eq!(verdict("may", &explained("")), (Verdict::Unmet, Standing::Idle));
    let met = format!("{}sections: {{ s: {{ text: x }} }}\n", explained(""));
    assert_eq!(verdict("should", &met), (Verdict::Met, Standing::Idle));
    let blank = "explanations: { e: { about: A, reason: ' ' } }\n";
    assert!(matches!(verdict("should", blank), (Verdict::Unmet, Standing::Malformed(_))));
    assert_eq!(verdict("should", "explanations: { e: { reason: x } }\n"), (Verdict::Unmet, Standing::Nowhere));
}

const DECISIONS: &str = "decisions:\n  yes: { by: council, about: p, on: 2020-05-01, outcome: approved }\n  \
                         no: { by: council, about: p, on: 2020-05-01, outcome: rejected }\n  \
                         later: { by: council, about: p, on: 2020-07-01, outcome: approved }\n  \
                         others: { by: other, about: p, on: 2020-05-01, outcome: approved }\n";

fn waived(terms: &str, waiver: &str, day: &str) -> (Verdict, Standing) {
    let pact = format!("{DECISIONS}waivers: {{ w: {{ {waiver} }} }}\n");
    let report = judged(terms, &pact, &as_of(day));
    (of(&report, "A"), report.ledger.cases[0].exceptions[0].standing.clone())
}

#[test]
fn a_waiver_counts_when_it_is_whole_and_given_by_whoever_may() {
    let terms = asking("must", ", waivable-by: council");
    let whole = "waives: A, by: council, decision: yes, reason: r, until: 2020-12-31";
    let today = "2020-06-01";
    assert_eq!(waived(&terms, whole, today), (Verdict::Waived, Standing::Counts));
    assert_eq!(waived(&terms, whole, "2020-12-10"), (Verdict::Waived, Standing::Expiring));
    assert_eq!(waived(&terms, whole, "2021-01-01"), (Verdict::Unmet, Standing::Lapsed));
    // Its last day still counts.
    assert_eq!(waived(&terms, whole, "2020-12-31").0, Verdict::Waived);
    for (from, to) in [
        (", reason: r", ""),
        (", until: 2020-12-31", ""),
        (", decision: yes", ""),
        ("decision: yes", "decision: no"),
        ("decision: yes", "decision: later"),
        (", by: council", ""),
    ] {
        let (verdict, standing) = waived(&terms, &whole.replace(from, to), today);
        assert!(verdict == Verdict::Unmet && matches!(standing, Standing::Malformed(_)), "{from} → {to}: {standing:?}");
    }
    let by_other = whole.replace("by: council", "by: other").replace("yes", "others");
    assert_eq!(waived(&terms, &by_other, today), (Verdict::Unmet, Standing::Unauthorised));
    // Another's decision is no ground for it.
    assert_eq!(waived(&terms, &whole.replace("yes", "others"), today), (Verdict::Unmet, Standing::Unauthorised));
    // Where the terms let nobody, nobody may.
    assert_eq!(waived(&asking("must", ""), whole, today), (Verdict::Unmet, Standing::Unauthorised));
    // What the terms say for every clause holds where the clause does not say otherwise.
    let everywhere = format!("waivable-by: council\n{}", asking("must", ""));
    assert_eq!(waived(&everywhere, whole, today), (Verdict::Waived, Standing::Counts));
    let not_here = format!("waivable-by: council\n{}", asking("must", ", waivable-by: other"));
    assert_eq!(waived(&not_here, whole, today), (Verdict::Unmet, Standing::Unauthorised));
}

#[test]
fn a_waiver_holds_for_its_scope_only() {
    let terms = "actors: { council: { label: C }, other: { label: O } }\nbodies: { b: { seats: { s1: { clause: A }, s2: { clause: A } } } }\n\
                 clauses:\n  A: { force: must, text: a, waivable-by: council }\n";
    let whole = "waives: A, by: council, decision: yes, reason: r, until: 2020-12-31";
    let scoped = |scope: &str| waived(terms, &format!("{whole}, scope: {scope}"), "2020-06-01");
    assert_eq!(scoped("[b/s1, b/s2]"), (Verdict::Waived, Standing::Counts));
    assert_eq!(scoped("b"), (Verdict::Waived, Standing::Counts));
    assert_eq!(scoped("b/s1"), (Verdict::Unmet, Standing::Idle));
}

#[test]
fn elements_are_covered_or_explained_one_by_one() {
    let terms = "clauses:\n  A: { force: should, text: a }\nelements:\n  E1: { clause: A, text: e }\n  \
                 E2: { clause: A, text: e, parts: { a: { text: a }, b: { text: b } } }\n";
    let report = judged(terms, "initiatives: { i: { label: I, covers: [E1, E2/a] } }\n", &Options::default());
    let expected = [
        ("A", Verdict::Unmet),
        ("E1", Verdict::Met),
        ("E2", Verdict::Unmet),
        ("E2/a", Verdict::Met),
        ("E2/b", Verdict::Unmet),
    ];
    assert_eq!(lines(&report), expected.map(|(id, verdict)| (id.to_owned(), verdict)));
    // The whole is not counted beside its parts.
    assert_eq!(report.ledger.count(Verdict::Unmet), 1);
    let pact = "initiatives: { i: { label: I, covers: [E1, E2/a] } }\nexplanations: { e: { about: E2, reason: r } }\n";
    let report = judged(terms, pact, &Options::default());
    assert_eq!(
        (of(&report, "E2/b"), of(&report, "E2"), of(&report, "A")),
        (Verdict::Explained, Verdict::Explained, Verdict::Explained)
    );
    assert_eq!(of(&report, "E2/a"), Verdict::Met);
}

#[test]
fn what_cannot_be_read_is_an_error_and_never_met() {
    // A reference that leads nowhere, a word that no attribute has, an entry that is not read whole, a file that is lost.
    for terms in [
        "clauses:\n  A: { force: must, text: a, requires: { composition: nobody } }\n",
        "clauses:\n  A: { force: must, text: a, requires: { no: objective, where: { level: galactic } } }\n",
        "clauses:\n  A: { force: must, text: a, requires: { no: challenge }, wen: { fact: f } }\n",
        "clauses:\n  A: { force: must, text: a, requires: [{ no: challenge }, { every: objective }] }\n",
    ] {
        let report =
            judged(terms, "objectives: { o: { label: O } }\nstrengths: { s: { label: S } }\n", &Options::default());
        assert!(!matches!(of(&report, "A"), Verdict::Met | Verdict::Inapplicable), "{terms}");
        assert_ne!(report.outcome(), Outcome::Holds, "{terms}");
    }
    // Words that an attribute never has, ids that nothing has.
    for such in ["label: Nonsense", "from: nonsense", "id: nobody"] {
        let terms =
            format!("clauses:\n  A: {{ force: must, text: a, requires: {{ no: initiative, where: {{ {such} }} }} }}\n");
        let report = judged(&terms, "initiatives: { i: { label: I } }\n", &Options::default());
        assert_eq!(of(&report, "A"), Verdict::Error, "{such}");
        assert_eq!(report.outcome(), Outcome::Fails, "{such}");
    }
    // Of an entry that is lost, or of which the level cannot be read, it is not known whether it is one of those.
    let terms = "clauses:\n  A: { force: must, text: a, requires: { every: objective, where: { level: regional }, has: { given: label } } }\n";
    for lost in ["x: 5", "x: { level: regoinal }", "'a b': { label: L }"] {
        let report = judged(terms, &format!("objectives: {{ o: {{ label: O }}, {lost} }}\n"), &Options::default());
        assert_eq!(of(&report, "A"), Verdict::Error, "{lost}");
    }
    let terms = "bodies: { b: { seats: { s: { clause: A } } } }\nclauses:\n  A: { force: must, text: a }\n";
    let report = judged(
        terms,
        "actors: { x: { label: X } }\nmembers: { m: { body: b, seat: s, actor: x }, n: 7 }\n",
        &Options::default(),
    );
    assert_eq!(of(&report, "A"), Verdict::Error);
    let terms = "clauses:\n  A: { force: must, text: a, requires: { every: objective, has: { at-least: 1, via: contribution } } }\n";
    let pact = "objectives: { o: { label: O } }\ninitiatives: { i: { label: I, contributes-to: oo } }\n";
    let report = judged(terms, pact, &Options::default());
    // The misspelt reference may be the one that is missing: it is the finding, and the clause is not judged.
    assert_eq!(of(&report, "A"), Verdict::Error);
}

#[test]
fn where_there_is_nothing_to_look_at_nothing_is_ruled_out() {
    for asks in [
        "requires: { no: partnership }",
        "forbids: { some: partnership }",
        "requires: { none-of: { some: partnership } }",
    ] {
        let terms = format!("clauses:\n  A: {{ force: must-not, text: a, {asks} }}\n");
        assert_eq!(of(&judged(&terms, "", &Options::default()), "A"), Verdict::Open, "{asks}");
    }
    for asks in
        ["requires: { no: initiative, where: { owner: x } }", "forbids: { some: initiative, where: { owner: x } }"]
    {
        let terms = format!("actors: {{ x: {{ label: X }} }}\nclauses:\n  A: {{ force: must-not, text: a, {asks} }}\n");
        let verdict = |pact: &str| of(&judged(&terms, pact, &Options::default()), "A");
        assert_eq!(verdict("initiatives: { i: { label: I } }\n"), Verdict::Met, "{asks}");
        assert_eq!(verdict("initiatives: { i: { label: I, owner: x } }\n"), Verdict::Unmet, "{asks}");
    }
}

#[test]
fn an_explanation_of_a_clause_is_none_of_its_sub_clauses() {
    let terms = "clauses:\n  A: { force: should, text: a, requires: { section: s } }\n  B: { force: should, text: b, part-of: A, requires: { section: u } }\n";
    let report = judged(terms, "explanations: { e: { about: A, reason: r } }\n", &Options::default());
    assert_eq!((of(&report, "A"), of(&report, "B")), (Verdict::Explained, Verdict::Unmet));
}

#[test]
fn whoever_does_not_sit_in_a_body_counts_only_where_roles_are_asked_for() {
    let terms = |such: &str| {
        format!(
            "bodies: {{ b: {{ label: B }} }}\nclauses:\n  A: {{ force: must, text: a, requires: {{ composition: {{ body: b, has: {{ exactly: 1{such} }} }} }} }}\n"
        )
    };
    let pact = "actors: { x: { label: X } }\nmembers:\n  m1: { body: b, actor: x }\n  m2: { body: b, actor: x, role: secretary }\n";
    assert_eq!(of(&judged(&terms(""), pact, &Options::default()), "A"), Verdict::Met);
    assert_eq!(of(&judged(&terms(", where: { role: secretary }"), pact, &Options::default()), "A"), Verdict::Met);
}

#[test]
fn proposals_under_the_same_terms_are_judged_apart() {
    let mut input = Input::new();
    input.add("t.yaml", "terms: 1\nid: t\ntitle: T\nbodies: { b: { seats: { s: { clause: A } } } }\nclauses:\n  A: { force: must, text: a }\n");
    let pact = |id: &str, more: &str| {
        format!("pact: 1\nid: {id}\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\n{more}")
    };
    input.add("p.yaml", pact("p", "actors: { x: { label: X } }\nmembers: { m: { body: b, seat: s, actor: x } }\n"));
    input.add("q.yaml", pact("q", "strengths: { s: { label: S } }\n"));
    let report = pact_rules::check(input, &Options::default());
    let verdicts: Vec<_> = report.ledger.cases.iter().map(|case| case.entries[0].verdict).collect();
    assert_eq!(verdicts, [Verdict::Met, Verdict::Unmet]);
}

#[test]
fn terms_alone_are_held_against_nothing() {
    let mut input = Input::new();
    input.add("t.yaml", format!("terms: 1\nid: t\ntitle: T\n{}", asking("must", "")));
    let report = pact_rules::check(input, &Options::default());
    assert!(report.ledger.cases.is_empty());
    assert_eq!(report.outcome(), Outcome::Holds);
    // A proposal beside them that does not say that it stands under them is no pass.
    let mut input = Input::new();
    input.add("t.yaml", format!("terms: 1\nid: t\ntitle: T\n{}", asking("must", "")));
    input
        .add("p.yaml", "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nstrengths: { s: { label: S } }\n");
    assert_eq!(pact_rules::check(input, &Options::default()).outcome(), Outcome::Undecided);
}

#[test]
fn the_ledger_does_not_depend_on_the_order_of_entries() {
    let entries = |order: [usize; 3]| {
        let clauses = [
            "  A: { force: must, text: a, requires: { section: s } }\n",
            "  B: { force: should, text: b, requires: { any-of: [{ section: s }, { section: u }] } }\n",
            "  C: { force: may, text: c, requires: { some: strength, where: { policy-area: x } } }\n",
        ];
        let strengths =
            ["  s1: { label: S, policy-area: x }\n", "  s2: { label: S }\n", "  s3: { label: S, policy-area: x }\n"];
        let terms = format!("schemes: {{ policy-area: [x] }}\nclauses:\n{}", order.map(|at| clauses[at]).concat());
        let pact = format!("strengths:\n{}", order.map(|at| strengths[at]).concat());
        let report = judged(&terms, &pact, &Options::default());
        let graph = report.model.graph();
        let mut said: Vec<String> = report.ledger.cases[0]
            .entries
            .iter()
            .map(|entry| {
                let subjects = |nodes: Vec<pact_core::graph::node::NodeId>| {
                    nodes.into_iter().map(|node| graph.key(node)).collect::<Vec<_>>()
                };
                let witnesses = subjects(entry.proof.witnesses.iter().map(|witness| witness.subject).collect());
                let lacks = subjects(entry.proof.lacks.iter().map(|lack| lack.subject).collect());
                format!("{} {:?} {witnesses:?} {lacks:?}", graph.name(entry.node), entry.verdict)
            })
            .collect();
        said.sort();
        said
    };
    let first = entries([0, 1, 2]);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(entries(order), first);
    }
}
