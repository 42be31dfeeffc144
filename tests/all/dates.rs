//! What is there on the day as of which is judged, and what is not: seats, terms, members whose days are known in part; and law that asks for nothing.

use pact_core::{
    document::value::PartialDate,
    ledger::Verdict,
    load::Input,
    message::Language,
    report::{Options, Outcome, Report},
};

use crate::support::{lines, rules_of};

/// Terms and a proposal for them, of which only what follows the head is given, judged as of a day.
fn judged(terms: &str, pact: &str, as_of: Option<&str>) -> Report {
    run(&[&format!("title: Terms\n{terms}")], pact, as_of)
}

/// The same with several versions of the terms.
fn run(versions: &[&str], pact: &str, as_of: Option<&str>) -> Report {
    let as_of = as_of.map(|day| PartialDate::parse(day).unwrap());
    let mut input = Input::new();
    for (number, version) in versions.iter().enumerate() {
        input.add(&format!("terms-{number}.yaml"), format!("terms: 1\nid: terms\n{version}"));
    }
    let head = "pact: 1\nid: register\ntitle: Register\nlevel: regional\nstatus: adopted\nterms: terms\n";
    input.add("pact.yaml", format!("{head}{pact}"));
    input.as_of(as_of);
    pact_rules::check(input, &Options { as_of, ..Options::default() })
}

/// The verdict on clause `A`.
fn verdict(report: &Report) -> Verdict {
    let graph = report.model.graph();
    let entries = &report.ledger.cases[0].entries;
    entries.iter().find(|entry| graph.name(entry.node) == "A").unwrap().verdict
}

/// The words of the findings of a rule.
fn told(report: &Report, rule: &str, language: Language) -> Vec<String> {
    let all = report.findings.iter().zip(lines(report, language));
    let all = all.filter(|(found, _)| report.rules[found.rule].name == rule);
    all.map(|(_, line)| line.lines().nth(1).unwrap().trim().to_owned()).collect()
}

fn seat(more: &str) -> String {
    format!(
        "facts: {{ reform: {{ text: The reform. }} }}
bodies: {{ board: {{ seats: {{ s: {{ clause: B }}, t: {{ {more}, clause: A }} }} }} }}
clauses: {{ A: {{ force: constitutive, text: A. }}, B: {{ force: constitutive, text: B. }} }}
"
    )
}

fn sits(more: &str) -> String {
    format!(
        "actors: {{ x: {{ label: X }} }}
members: {{ m: {{ body: board, seat: s, actor: x, from: 2017-01-01 }}, n: {{ body: board, seat: t, actor: x{more} }} }}
"
    )
}

#[test]
fn nobody_sits_in_a_seat_that_is_not_there() {
    let of = |more: &str, member: &str, as_of: Option<&str>| {
        let report = judged(&seat(more), &sits(member), as_of);
        (verdict(&report), told(&report, "absent-seat", Language::English))
    };
    let there = |verdict| (verdict, Vec::new());
    let not = |words: &str| {
        let words = format!("the member `n` sits in the seat `t`, which is {words}");
        (Verdict::Unmet, vec![words])
    };
    let ended = "to: 2018-06-30";
    assert_eq!(of(ended, "", Some("2018-06-30")), there(Verdict::Met));
    assert_eq!(of(ended, "", Some("2018-07-01")), not("no longer there: it was there until 2018-06-30"));
    assert_eq!(of(ended, ", to: 2018-06-30", Some("2018-07-01")), there(Verdict::Inapplicable), "both are past");
    assert_eq!(of(ended, ", to: 2018-09-30", Some("2018-07-01")).0, Verdict::Unmet);
    assert_eq!(of(ended, ", from: 2018-09-01", Some("2018-07-01")), there(Verdict::Inapplicable), "has yet to come");
    let ahead = "from: 2018-06-30";
    assert_eq!(of(ahead, "", Some("2018-06-30")), there(Verdict::Met));
    assert_eq!(of(ahead, "", Some("2018-06-29")), not("not there yet: it is there from 2018-06-30 on"));
    assert_eq!(of(ahead, "", Some("2018")), there(Verdict::Met), "the day may have come");
    // An alternate does not sit there, and nobody does who is still to be appointed.
    assert_eq!(of(ended, ", role: alternate", Some("2018-07-01")), there(Verdict::Inapplicable));
    // Whether they left before the seat did is not known.
    assert_eq!(of(ended, ", to: 2018", Some("2018-07-01")), there(Verdict::Open));
    // What ends before it begins is a finding already.
    assert_eq!(of(ended, ", from: 2018-02-01, to: 2018-01-01", Some("2018-07-01")), there(Verdict::Error));
}

#[test]
fn a_seat_that_hangs_on_a_fact_is_there_if_it_holds() {
    let of = |holds: &str| {
        let report = judged(&seat("when: { fact: reform }"), &format!("{}{holds}", sits("")), Some("2018-06-01"));
        (verdict(&report), rules_of(&report).contains(&"absent-seat"))
    };
    assert_eq!(of("facts: { reform: { text: The reform., holds: true } }\n"), (Verdict::Met, false));
    assert_eq!(of("facts: { reform: { text: The reform., holds: false } }\n"), (Verdict::Unmet, true));
    assert_eq!(of(""), (Verdict::Open, false), "nothing is concluded from what nobody knows");
    // Without a clause it is told all the same.
    let terms = seat("when: { fact: reform }").replace(", clause: A", "");
    let report =
        judged(&terms, &format!("{}facts: {{ reform: {{ text: The reform., holds: false }} }}\n", sits("")), None);
    let words = "medlemmet `n` sidder på pladsen `t`, som ikke findes: betingelsen for den er ikke opfyldt";
    assert_eq!(told(&report, "absent-seat", Language::Danish), [words]);
}

const CLAUSES: &str = "clauses: { A: { force: must, text: A., requires: { section: plan } } }\n";
const PLAN: &str = "sections: { plan: { text: The plan. } }\n";

#[test]
fn terms_that_are_not_in_force_are_no_pass() {
    let of = |dates: &str, as_of: Option<&str>| {
        let report = judged(&format!("{dates}\n{CLAUSES}"), PLAN, as_of);
        (report.outcome(), told(&report, "terms-not-in-force", Language::English).concat())
    };
    let holds = (Outcome::Holds, String::new());
    let undecided = |words: &str| (Outcome::Undecided, words.to_owned());
    assert_eq!(of("from: 2018-01-01", Some("2018-01-01")), holds);
    assert_eq!(of("from: 2018-01-01", None), holds);
    assert_eq!(of("from: 2018-06-01", Some("2018")), holds, "the day may have come");
    let ahead = "`terms` is not in force on 2010-01-01: it is in force from 2018-01-01 on";
    assert_eq!(of("from: 2018-01-01", Some("2010-01-01")), undecided(ahead));
    assert_eq!(of("to: 2018-12-31", Some("2018-12-31")), holds);
    let over = "`terms` is not in force on 2019-01-01: it was in force until 2018-12-31";
    assert_eq!(of("to: 2018-12-31", Some("2019-01-01")), undecided(over));
}

#[test]
fn of_several_versions_one_has_to_be_in_force() {
    let versions = ["from: 2015-01-01, to: 2016-12-31", "from: 2018-01-01, to: 2019-12-31"].map(|dates| {
        let dates = dates.replace(", ", "\n");
        format!("title: Terms\n{dates}\n{CLAUSES}")
    });
    let versions: Vec<&str> = versions.iter().map(String::as_str).collect();
    let of = |as_of: &str, language: Language| {
        let report = run(&versions, PLAN, Some(as_of));
        (report.outcome(), told(&report, "terms-not-in-force", language).concat())
    };
    let undecided = |words: &str| (Outcome::Undecided, words.to_owned());
    for day in ["2015-01-01", "2016-12-31", "2018-01-01", "2019-12-31"] {
        assert_eq!(of(day, Language::English), (Outcome::Holds, String::new()), "{day}");
    }
    let none = "none of the versions of `terms` is in force on";
    assert_eq!(
        of("2010-01-01", Language::English),
        undecided(&format!("{none} 2010-01-01: the first is in force from 2015-01-01 on"))
    );
    assert_eq!(
        of("2017-06-01", Language::English),
        undecided(&format!("{none} 2017-06-01: one was in force until 2016-12-31, and the next is from 2018-01-01 on"))
    );
    assert_eq!(
        of("2020-06-01", Language::Danish),
        undecided("ingen af udgaverne af `terms` gælder pr. 2020-06-01: den sidste gjaldt til og med 2019-12-31")
    );
}

#[test]
fn a_term_without_an_end_is_held_against_the_day() {
    let terms = "bodies: { board: { tenure: { at-most: 4 years, clause: A } } }
clauses: { A: { force: constitutive, text: A. } }
";
    let of = |member: &str, as_of: Option<&str>| {
        let pact =
            format!("actors: {{ x: {{ label: X }} }}\nmembers: {{ m: {{ body: board, actor: x, {member} }} }}\n");
        let report = judged(terms, &pact, as_of);
        (verdict(&report), rules_of(&report).contains(&"term-out-of-bounds"))
    };
    assert_eq!(of("from: 2010-01-01", Some("2018-06-01")), (Verdict::Unmet, true));
    assert_eq!(of("from: 2010-01-01", Some("2014-01-01")), (Verdict::Met, false), "the last day");
    assert_eq!(of("from: 2010-01-01", Some("2014-01-02")), (Verdict::Unmet, true), "the day after");
    assert_eq!(of("from: 2010", Some("2014-06-01")), (Verdict::Open, false));
    // Without a day nothing says that it has run on.
    assert_eq!(of("from: 2010-01-01", None), (Verdict::Met, false));
}

/// From the first day that `from` can be to the last that `to` can be: a day that may have come counts as come, and one that may not have passed as not passed.
#[test]
fn whoever_is_there_until_a_year_is_there_to_its_end() {
    let terms = "bodies: { board: { seats: { s: { clause: A } } } }\nclauses: { A: { force: must, text: A. } }\n";
    let of = |dates: &str, as_of: &str| {
        let pact = format!(
            "actors: {{ x: {{ label: X }} }}\nmembers: {{ m: {{ body: board, seat: s, actor: x, {dates} }} }}\n"
        );
        verdict(&judged(terms, &pact, Some(as_of)))
    };
    for (dates, as_of, expected) in [
        ("to: 2018", "2018-06-01", Verdict::Met),
        ("to: 2018", "2018-12-31", Verdict::Met),
        ("to: 2018", "2019-01-01", Verdict::Unmet),
        ("to: 2018-06", "2018-06-30", Verdict::Met),
        ("to: 2018-06", "2018-07-01", Verdict::Unmet),
        ("from: 2018", "2018-01-01", Verdict::Met),
        ("from: 2018", "2017-12-31", Verdict::Unmet),
    ] {
        assert_eq!(of(dates, as_of), expected, "{dates} as of {as_of}");
    }
}

fn body(law: &str) -> String {
    format!(
        "schemes: {{ sector: [private, public], gender: [woman, man] }}
actors: {{ x: {{ label: X }} }}
bodies: {{ board: {{ seats: {{ s: {{ places: 2, clause: B }} }}, {law} }} }}
clauses: {{ A: {{ force: must, text: A. }}, B: {{ force: constitutive, text: B. }} }}
"
    )
}

const TWO: &str = "members: { m: { body: board, seat: s, actor: x, is: public, gender: woman }, n: { body: board, seat: s, actor: x, is: public, gender: man } }\n";

/// Law under which nothing stands asks for nothing, and would be met by anybody.
#[test]
fn law_that_asks_for_nothing_is_a_fault() {
    for law in [
        "quotas: { q: { count: {}, at-least: 1, clause: A } }",
        "quotas: { q: { count: [], at-least: 1, clause: A } }",
        "quotas: { q: { count: { is: [] }, at-least: 1, clause: A } }",
        "quotas: { q: { count: { any-of: [] }, at-least: 1, clause: A } }",
        "quotas: { q: { count: { none-of: [] }, at-least: 1, clause: A } }",
        "quotas: { q: { count: { all-of: [{}] }, at-least: 1, clause: A } }",
        "quotas: { q: { count: { role: [] }, at-least: 1, clause: A } }",
        "quotas: { q: { among: [], at-least: 1, clause: A } }",
        "quotas: { q: { at-least: 1/2, of: {}, clause: A } }",
        "quotas: { q: { by-size: {}, clause: A } }",
        "quotas: { q: { same-as: {}, clause: A } }",
        "quotas: { q: { at-least: 1, when: [], clause: A } }",
        "quotas: { q: { at-least: 1, clause: A, within: 1 } }",
        "size: { clause: A }",
        "hats: { never-both: [], clause: A }",
        "hats: { never-both: [[], []], clause: A }",
        "chair: { appointed-by: [], clause: A }",
        "chair: { from: {}, clause: A }",
        "nominators: { category: [], clause: A }",
        "alternates: [], quotas: { q: { at-least: 1, count: { is: [] }, clause: A } }",
        "tenure: [], quotas: { q: { at-least: 1, count: { is: [] }, clause: A } }",
        "quorum: { at-least: 1, of-which: [], clause: A }",
    ] {
        let report = judged(&body(law), TWO, None);
        assert!(rules_of(&report).contains(&"unclear-requirement"), "{law}: {:?}", lines(&report, Language::English));
        assert_eq!(report.outcome(), Outcome::Fails, "{law}");
        assert_eq!(verdict(&report), Verdict::Error, "{law}");
    }
    for seat in [
        "eligible: {}",
        "eligible: { is: [] }",
        "nominated-by: []",
        "nominated-by: { each: [] }",
        "nominated-by: { jointly: { category: [] } }",
        "nominated-by: { by: x, names: 1 }",
        "nominated-by: { by: x, fallback-when: f }",
        "appointed-by: []",
        "of-which: []",
        "of-which: { at-least: 1, where: {} }",
        "when: []",
    ] {
        let terms = format!(
            "facts: {{ f: {{ text: F. }} }}\n{}",
            body("label: Board").replace("places: 2, clause: B", &format!("places: 2, {seat}, clause: A"))
        );
        let report = judged(&terms, TWO, None);
        assert!(rules_of(&report).contains(&"unclear-requirement"), "{seat}: {:?}", lines(&report, Language::English));
        assert_eq!(verdict(&report), Verdict::Error, "{seat}");
    }
}

#[test]
fn an_empty_list_is_told_with_its_key() {
    let report = judged(&body("quotas: { q: { count: { any-of: [] }, at-least: 1, clause: A } }"), TWO, None);
    let words = |language| told(&report, "unclear-requirement", language);
    assert_eq!(words(Language::English), ["nothing stands under `any-of`, so that it asks for nothing"]);
    assert_eq!(words(Language::Danish), ["der står intet under `any-of`, så det kræver intet"]);
    let report = judged(&body("quotas: { q: { at-least: 1, within: 1, clause: A } }"), TWO, None);
    let words = "`within` and `same-as` go together, and only the first of them is given";
    assert_eq!(told(&report, "unclear-requirement", Language::English), [words]);
}

#[test]
fn seats_and_quotas_that_end_before_they_begin_are_told() {
    let dates = "from: 2018-06-01, to: 2018-01-01";
    let quota = body(&format!("quotas: {{ q: {{ at-least: 1, {dates}, clause: A }} }}"));
    let seat = body("label: Board").replace("places: 2, clause: B", &format!("places: 2, {dates}, clause: A"));
    for terms in [quota, seat] {
        for as_of in [None, Some("2017-06-01"), Some("2018-03-01")] {
            let report = judged(&terms, TWO, as_of);
            let words = told(&report, "contradictory-dates", Language::English);
            assert_eq!(words.len(), 1, "{terms}: {:?}", lines(&report, Language::English));
            assert_eq!(verdict(&report), Verdict::Error, "{terms} as of {as_of:?}: it is not known when it holds");
        }
    }
    let report = judged(&format!("{dates}\n{CLAUSES}").replace(", to", "\nto"), PLAN, None);
    assert_eq!(rules_of(&report), ["contradictory-dates"]);
}

/// A seat whose own nominators lead nowhere is not under those of the body.
#[test]
fn a_seat_with_its_own_nominators_is_judged_by_no_others() {
    let terms = |by: &str| {
        format!(
            "actors: {{ x: {{ label: X }}, y: {{ label: Y }} }}
bodies: {{ board: {{ seats: {{ s: {{ nominated-by: {by}, clause: B }} }}, nominators: {{ actor: y, clause: A }} }} }}
clauses: {{ A: {{ force: must, text: A. }}, B: {{ force: must, text: B. }} }}
"
        )
    };
    let of = |by: &str| {
        let pact = "members: { m: { body: board, seat: s, actor: x, nominated-by: x } }\n";
        let report = judged(&terms(by), pact, None);
        let graph = report.model.graph();
        let verdict = |name: &str| {
            let entries = &report.ledger.cases[0].entries;
            entries.iter().find(|entry| graph.name(entry.node) == name).unwrap().verdict
        };
        (verdict("A"), verdict("B"), rules_of(&report).contains(&"wrong-nominator"))
    };
    assert_eq!(of("x"), (Verdict::Open, Verdict::Met, false));
    assert_eq!(of("y"), (Verdict::Open, Verdict::Unmet, true));
    assert_eq!(of("nobody-knows"), (Verdict::Open, Verdict::Error, false));
    assert_eq!(of("{ each: nobody-knows }"), (Verdict::Open, Verdict::Error, false));
    assert_eq!(of("{ by: { category: nobody-knows } }"), (Verdict::Open, Verdict::Error, false));
    // What could not be read may be that the seat names its own, or that it does not.
    assert_eq!(of("7.5"), (Verdict::Error, Verdict::Error, false));
}

#[test]
fn a_calendar_that_does_not_reach_so_far_is_named() {
    let terms = |notice: &str| {
        format!(
            "calendars: {{ denmark: {{ weekend: [saturday, sunday], from: 2018-01-01, to: 2018-12-31 }} }}
bodies: {{ board: {{ notice: {{ at-least: 5 working-days{notice}, clause: A }} }} }}
clauses: {{ A: {{ force: must, text: A. }} }}
"
        )
    };
    let of = |notice: &str, dates: &str, language| {
        let pact = format!("meetings: {{ m: {{ body: board, {dates} }} }}\n");
        let report = judged(&terms(notice), &pact, Some("2019-06-01"));
        (verdict(&report), told(&report, "short-notice", language).concat())
    };
    let dates = "on: 2019-03-04, called: 2019-02-01";
    let error = |words: &str| (Verdict::Error, words.to_owned());
    let named = ", calendar: denmark";
    assert_eq!(
        of(named, dates, Language::English),
        error(
            "whether the meeting `m` (2019-03-04) was called in time cannot be counted: the calendar `denmark` knows the days from 2018-01-01 to 2018-12-31 only"
        )
    );
    assert_eq!(
        of(named, dates, Language::Danish),
        error(
            "om mødet `m` (2019-03-04) er indkaldt i tide, kan ikke tælles: kalenderen `denmark` kender kun dagene fra 2018-01-01 til 2018-12-31"
        )
    );
    assert_eq!(
        of("", dates, Language::English),
        error(
            "whether the meeting `m` was called in time cannot be counted: no calendar that is named says which of the days are working days (`calendars`)"
        )
    );
    assert_eq!(of(named, "on: 2018-03-05, called: 2018-02-01", Language::English), (Verdict::Met, String::new()));
}
