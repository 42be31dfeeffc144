//! Numbers and shares of members: of what a share is taken, and what a vacant place changes.

use pact_core::ledger::Verdict;

use crate::support::{check, rules_of};

/// What is said of clause `A` where a panel has these seats and quotas, and these members.
fn verdict(law: &str, members: &str) -> Verdict {
    let terms = format!(
        "terms: 1\nid: t\ntitle: T\nschemes: {{ gender: [woman, man], side: [a, b, c] }}\nactors: {{ x: {{}}, y: {{}} }}\n\
         bodies:\n  panel:\n    clause: A\n{law}\nclauses: {{ A: {{ force: must, text: T }} }}\n"
    );
    let pact = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nregisters: [{ file: m.csv, body: panel }]\n";
    let report = check(&[("t.yaml", &terms), ("p.yaml", pact), ("m.csv", members)]);
    let graph = report.model.graph();
    let mut entries = report.ledger.cases.iter().flat_map(|case| &case.entries);
    entries.find(|entry| graph.name(entry.node) == "A").unwrap().verdict
}

fn quota(quota: &str) -> String {
    format!("    quotas: {{ q: {{ {quota}, clause: A }} }}")
}

#[test]
fn a_share_by_concept_is_a_share_of_everybody() {
    let balance = quota("every: gender, at-least: 40 %");
    assert_eq!(verdict(&balance, "gender\nwoman\nwoman\nwoman\nman\nman\n"), Verdict::Met);
    assert_eq!(verdict(&balance, "gender\nwoman\nwoman\nwoman\nwoman\nman\n"), Verdict::Unmet);
    let table = quota("every: gender, by-size: { 2-3: 1, 4-5: 2 }");
    assert_eq!(verdict(&table, "gender\nwoman\nwoman\nman\n"), Verdict::Met);
    assert_eq!(verdict(&table, "gender\nwoman\nwoman\nwoman\nman\n"), Verdict::Unmet);
    // Nobody is left out because they are of neither.
    let cap = quota("every: side, less-than: 1/2");
    assert_eq!(verdict(&cap, "is\na\nb\nc\n"), Verdict::Met);
    assert_eq!(verdict(&cap, "is\na\na\nb\nc\n"), Verdict::Unmet);
}

/// Where too many count, one of them has to go, and the finding shows who they are.
#[test]
fn too_many_points_at_those_who_count() {
    let terms = "terms: 1\nid: t\ntitle: T\nschemes: { craft: [lawyer, other] }\nbodies: { b: { size: 12, quotas: { q: { count: { is: lawyer }, at-most: 1, clause: A } } } }\n\
                 clauses: { A: { force: must, text: A } }\n";
    let pact =
        "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: adopted\nterms: t\nregisters: [{ file: m.csv, body: b }]\n";
    for (lawyers, shown) in [(2, 2), (11, 8)] {
        let rows = format!("is\n{}{}", "lawyer\n".repeat(lawyers), "other\n".repeat(12 - lawyers));
        let report = check(&[("t.yaml", terms), ("p.yaml", pact), ("m.csv", &rows)]);
        let finding = report.findings.iter().find(|found| found.finding.message.id == "lack-count").unwrap();
        let labels: Vec<&str> = finding.finding.related.iter().map(|related| &*related.label.id).collect();
        assert_eq!(labels, vec!["beside-counting"; shown]);
    }
}

#[test]
fn a_share_apart_is_of_those_apart_unless_a_whole_is_named() {
    let members = "gender,nominated-by\nwoman,x\nman,x\nwoman,y\nwoman,y\nwoman,y\nman,y\n";
    assert_eq!(verdict(&quota("per: nominator, count: { gender: woman }, at-least: 1/2"), members), Verdict::Met);
    assert_eq!(verdict(&quota("per: nominator, count: { gender: woman }, at-most: 1/2"), members), Verdict::Unmet);
    // Of six members one nominator has put four forward.
    assert_eq!(verdict(&quota("per: nominator, at-most: 2/3, of: members"), members), Verdict::Met);
    assert_eq!(verdict(&quota("per: nominator, at-most: 1/2, of: members"), members), Verdict::Unmet);
}

#[test]
fn concepts_and_nominators_are_crossed() {
    let both = quota("per: nominator, every: gender, at-least: 1");
    assert_eq!(verdict(&both, "gender,nominated-by\nwoman,x\nman,x\nwoman,y\nman,y\n"), Verdict::Met);
    assert_eq!(verdict(&both, "gender,nominated-by\nwoman,x\nman,x\nwoman,y\nwoman,y\n"), Verdict::Unmet);
}

/// What holds of those who are there is not missing because of a vacant place, though whoever comes may spoil it.
#[test]
fn a_vacant_place_leaves_open_what_holds_of_those_who_are_there() {
    let law =
        |quota: &str| format!("    seats: {{ all: {{ places: 4 }} }}\n    quotas: {{ q: {{ {quota}, clause: A }} }}");
    let three = "seat,is\nall,a\nall,b\nall,b\n";
    for holds in ["count: { is: a }, exactly: 1", "count: { is: a }, at-most: 1", "count: { is: a }, at-least: 1/3"] {
        assert_eq!(verdict(&law(holds), three), Verdict::Open, "{holds}");
    }
    // Whoever comes cannot spoil it.
    assert_eq!(verdict(&law("count: { is: a }, at-least: 1"), three), Verdict::Met);
    // What only somebody who is still to come could make right is missing.
    for lacks in
        ["count: { is: a }, at-least: 2", "count: { is: a }, exactly: 2", "count: { is: b }, at-least: 3/4, of: seats"]
    {
        assert_eq!(verdict(&law(lacks), three), Verdict::Unmet, "{lacks}");
    }
    // Empty places are part of all places: of four, two are no more than half.
    assert_eq!(verdict(&law("count: { is: b }, more-than: 1/2, of: seats"), three), Verdict::Unmet);
    // Nobody is no pass.
    assert_ne!(verdict(&law("count: { is: a }, at-most: 1"), "seat,is\n"), Verdict::Met);
}

#[test]
fn what_is_not_in_force_does_not_apply() {
    let pact =
        "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nmembers: { m: { body: panel } }\n";
    let terms = |from: &str| {
        format!(
            "terms: 1\nid: t\ntitle: T\nbodies: {{ panel: {{ quotas: {{ q: {{ at-least: 2, from: {from}, clause: A }} }} }} }}\n\
             clauses: {{ A: {{ force: must, text: T }} }}\n"
        )
    };
    let as_of = pact_core::document::value::PartialDate::parse("2027-03-01");
    let options = pact_core::report::Options { as_of, ..Default::default() };
    let of = |from: &str| {
        let mut input = pact_core::load::Input::new();
        input.add("t.yaml", terms(from).as_str());
        input.add("p.yaml", pact);
        let report = pact_rules::check(input, &options);
        report.ledger.cases[0].entries[0].verdict
    };
    assert_eq!(of("2027-01-01"), Verdict::Unmet);
    assert_eq!(of("2028-01-01"), Verdict::Inapplicable);
}

#[test]
fn seats_in_which_nobody_counts_are_no_part_of_the_size() {
    let found = |seats: &str| {
        let terms = format!(
            "terms: 1\nid: t\ntitle: T\nbodies: {{ panel: {{ size: {{ exactly: 3, clause: A }}, seats: {{ {seats} }} }} }}\n\
             clauses: {{ A: {{ force: constitutive, text: T }} }}\n"
        );
        rules_of(&check(&[("t.yaml", &terms)])).contains(&"seats-do-not-sum")
    };
    assert!(!found("a: { places: 3 }, o: { places: 2, counts: false }"));
    assert!(!found("a: { places: 2 }, c: { places: 2, optional: true }"));
    assert!(!found("a: { places: 3 }, c: { places: 2, from: 2028 }"));
    assert!(found("a: { places: 3 }, c: { places: 2 }"));
    assert!(found("a: { places: 4 }, c: { places: 2, optional: true }"));
    assert!(found("a: { places: 1 }, c: { places: 1, optional: true }, o: { places: 2, counts: false }"));
}

/// Who is appointed for themselves sits for nobody.
#[test]
fn members_may_sit_for_themselves_where_no_actor_is_asked_for() {
    let found = |seats: &str, schemes: &str| {
        let terms = format!(
            "terms: 1\nid: t\ntitle: T\nschemes: {{ actor-category: [school]{schemes} }}\nbodies: {{ panel: {{ seats: {{ {seats} }} }} }}\n\
             clauses: {{ A: {{ force: must, text: T }} }}\n"
        );
        let pact = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nmembers: { m: { body: panel, seat: one } }\n";
        rules_of(&check(&[("t.yaml", &terms), ("p.yaml", pact)])).contains(&"member-without-actor")
    };
    assert!(!found("one: {}, other: { eligible: { category: school } }", ""));
    assert!(found("one: { eligible: { category: school } }", ""));
    assert!(found("one: {}", ", policy-area: [work]"));
}
