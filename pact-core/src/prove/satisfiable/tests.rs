use std::{
    collections::{BTreeSet, HashSet},
    fmt::Write as _,
};

use proptest::prelude::*;

use super::{Satisfiability, satisfiable};
use crate::{
    document::{
        amount::{Amount, AmountBounds, BySize, Rounding, Sizes},
        value::PartialDate,
    },
    graph::node::Body,
    ledger::Verdict,
    load::Input,
    model::Model,
};

const VOCABULARY: &str = "
regions: { N: {}, S: {}, S1: { part-of: S }, S2: { part-of: S } }
schemes:
  gender: [woman, man]
  actor-category: { town: {}, firm: {}, small-firm: { broader: firm } }
  colour: [red, blue, green]
actors:
  ann: { category: town, region: N }
  bob: { category: small-firm, region: S1 }
  cis: { category: town, region: S2, is: red }
clauses: { A: { force: constitutive, text: A. }, M: { force: may, text: M. }, S: { force: should, text: S. }, L: { force: must, text: L., from: 2030-01-01 } }
";

fn build(body: &str) -> Model {
    let mut input = Input::new();
    let indented: String = body.lines().map(|line| format!("    {line}\n")).collect();
    input.add("terms.yaml", format!("terms: 1\nid: t\ntitle: T\n{VOCABULARY}\nbodies:\n  board:\n{indented}"));
    let model = input.build();
    assert!(model.faults().is_empty(), "{body}\n{:?}", model.faults());
    assert!(model.graph().unresolved().is_empty(), "{body}\n{:?}", model.graph().unresolved());
    model
}

fn ask(model: &Model, as_of: Option<&str>) -> Satisfiability {
    let (body, _) = model.graph().all::<Body>().next().unwrap();
    satisfiable(model.graph(), body.node(), as_of.and_then(PartialDate::parse))
}

/// The names of what conflicts; nothing where a list would do.
fn conflict_on(body: &str, as_of: Option<&str>) -> Option<Vec<String>> {
    let model = build(body);
    match ask(&model, as_of) {
        Satisfiability::Conflict { parts, smallest } => {
            assert!(smallest, "{body}");
            Some(parts.into_iter().map(|part| model.graph().name(part).to_owned()).collect())
        }
        Satisfiability::Model { .. } => None,
        other => panic!("{body}\n{other:?}"),
    }
}

fn conflict(body: &str) -> Option<Vec<String>> {
    conflict_on(body, None)
}

#[track_caller]
fn conflicts(body: &str, expected: &[&str]) {
    assert_eq!(conflict(body).unwrap_or_default(), expected, "{body}");
}

#[track_caller]
fn does(body: &str) {
    assert_eq!(conflict(body), None, "{body}");
}

#[test]
fn seats_and_sizes() {
    conflicts("size: 4\nseats: { a: { places: 2 }, b: { places: 2 }, c: { places: 3 } }", &["board", "a", "c"]);
    conflicts("size: 9\nseats: { a: { places: 2 }, b: { places: 3 } }", &["board", "a", "b"]);
    does("size: 5\nseats: { a: { places: 2 }, b: { places: 3 } }");
    does("size: 4\nseats: { a: { places: 2 }, b: { places: 3, optional: true } }");
    conflicts("size: 1\nseats: { a: { places: 2 }, b: { places: 3, optional: true } }", &["board", "a"]);
    does("size: 4\nseats: { a: { places: 4 }, b: { places: 3, counts: false } }");
    does("size: { at-least: 3, at-most: 7 }\nseats: { a: { places: 5 } }");
    // A seat that a clause permits need not be filled, and one of another time says nothing of this one.
    does("size: 4\nseats: { a: { places: 4 }, b: { places: 3, clause: M } }");
    does("size: 4\nseats: { a: { places: 4 }, b: { places: 3, clause: L } }");
}

#[test]
fn seats_that_follow_each_other_are_not_added_up() {
    let body = "size: 4\nseats: { a: { places: 4, to: 2020-12-31 }, b: { places: 4, from: 2021-01-01 } }";
    does(body);
    assert_eq!(conflict_on(body, Some("2020-05")), None);
    let longer = body.replace("2020-12-31", "2022-12-31");
    assert_eq!(conflict_on(&longer, Some("2021-06-01")), Some(vec!["board".into(), "a".into(), "b".into()]));
    assert_eq!(conflict_on(&longer, Some("2021")), Some(vec!["board".into(), "a".into(), "b".into()]));
    assert_eq!(conflict_on(&longer, Some("2023")), None);
}

#[test]
fn conditional_seats_are_there_as_a_whole_or_not_at_all() {
    let facts = "seats: { a: { places: 2 }, b: { places: 3, when: { fact: f } } }";
    let with = |size: u32| format!("size: {size}\n{facts}");
    let ask = |body: &str| {
        let mut input = Input::new();
        let body: String = body.lines().map(|line| format!("    {line}\n")).collect();
        input.add(
            "t.yaml",
            format!("terms: 1\nid: t\ntitle: T\nfacts: {{ f: {{ text: F. }} }}\nbodies:\n  board:\n{body}"),
        );
        let model = input.build();
        assert!(model.faults().is_empty(), "{:?}", model.faults());
        matches!(super::tests::ask(&model, None), Satisfiability::Conflict { .. })
    };
    assert_eq!([2, 3, 4, 5, 6].map(|size| ask(&with(size))), [false, true, true, false, true]);
    // What is asked of its members is asked only where it is there.
    let of = "size: 2\nseats: { a: { places: 2 }, b: { places: 3, when: { fact: f }, of-which: { at-least: 3, where: { vote: true } } } }";
    assert!(!ask(of));
}

#[test]
fn named_seats_leave_too_few_for_a_share() {
    let body = |share: &str| {
        format!(
            "size: 19\nseats: {{ here: {{ places: 10, eligible: {{ actor: ann }} }}, others: {{ places: 4 }}, more: {{ places: 5 }} }}\n\
             quotas: {{ elsewhere: {{ count: {{ region: S }}, at-least: {share} }} }}"
        )
    };
    conflicts(&body("60 %"), &["board", "here", "elsewhere"]);
    does(&body("47 %"));
    conflicts(&body("48 %"), &["board", "here", "elsewhere"]);
    does(&body("48 %").replace("at-least: 48 %", "at-least: 48 %, rounded: down"));
    // Where all of them are named, all of them are in the way.
    conflicts(
        "seats: { here: { eligible: { actor: ann } }, there: { eligible: { region: N } } }\nquotas: { none: { count: { region: N }, at-most: 1 } }",
        &["here", "there", "none"],
    );
}

#[test]
fn of_which() {
    let body = |of: &str| format!("seats: {{ a: {{ places: 3, of-which: [{of}] }} }}");
    let red = "{ exactly: 1, where: { is: red } }, { exactly: 3, where: { none-of: { is: red } } }";
    conflicts(&body(red), &["a"]);
    does(&body("{ exactly: 1, where: { is: red } }, { exactly: 3, where: { is: blue } }"));
    conflicts(&body("{ exactly: 1, where: { gender: woman } }, { exactly: 3, where: { gender: man } }"), &["a"]);
    conflicts(&body("{ exactly: 4, where: { gender: woman } }"), &["a"]);
    // Nested: of the two towns both are women, and of the women one is of a firm; the third is no town.
    does(&body("{ exactly: 2, where: { category: town }, of-which: { exactly: 1, where: { gender: woman } } }"));
    conflicts(
        &body(
            "{ exactly: 2, where: { category: town }, of-which: [{ exactly: 1, where: { gender: woman } }, { at-least: 2, where: { gender: man } }] }",
        ),
        &["a"],
    );
    // A majority of three are women, and of the women a majority are red, of whom none is nominated by anybody but ann.
    conflicts(
        &body(
            "{ at-least: majority, where: { gender: woman }, of-which: { at-least: majority, where: { is: red } } }, { at-most: 1, where: { is: red } }",
        ),
        &["a"],
    );
    does(&body(
        "{ at-least: majority, where: { gender: woman }, of-which: { at-least: majority, where: { is: red } } }",
    ));
}

#[test]
fn parity() {
    let body = |size: u32, within: u32| {
        format!(
            "size: {size}\nquotas: {{ even: {{ count: {{ gender: woman }}, same-as: {{ gender: man }}, within: {within} }} }}"
        )
    };
    conflicts(&body(7, 0), &["board", "even"]);
    does(&body(8, 0));
    does(&body(7, 1));
    // Not everybody is red or blue.
    does("size: 7\nquotas: { even: { count: { is: red }, same-as: { is: blue } } }");
}

#[test]
fn shares() {
    let body = |size: &str, more: &str| {
        format!(
            "{size}\nquotas:\n  women: {{ count: {{ gender: woman }}, at-least: 60 %{more} }}\n  men: {{ count: {{ gender: man }}, at-least: 60 % }}"
        )
    };
    conflicts(&body("size: 10", ""), &["men", "women"]);
    conflicts(&body("", ""), &["men", "women"]);
    does(&body("size: 3", ", rounded: down"));
    // Half of ten women from each, of those who vote.
    conflicts(
        "seats: { a: { places: 4 }, b: { places: 2, votes: 0 } }\nquotas:\n  w: { count: { gender: woman }, among: voting-members, at-most: 1/4 }\n  m: { count: { gender: man }, at-most: 2 }",
        &["a", "m", "w"],
    );
    // Two votes for whoever sits in a.
    conflicts(
        "seats: { a: { places: 2, votes: 2, eligible: { actor: ann } }, b: { places: 3 } }\nquotas: { firms: { count: { category: firm }, among: votes, at-least: majority } }",
        &["a", "b", "firms"],
    );
}

#[test]
fn by_size() {
    let body = |size: &str| {
        format!(
            "{size}\nseats: {{ a: {{ places: 3, eligible: {{ gender: man }} }}, b: {{ places: 6, optional: true }} }}\n\
             quotas: {{ w: {{ count: {{ gender: woman }}, by-size: {{ 2-4: 2, 5-6: 3, 8-: 70 % }} }} }}"
        )
    };
    conflicts(&body("size: 4"), &["board", "a", "w"]);
    conflicts(&body("size: 5"), &["board", "a", "w"]);
    does(&body("size: 6"));
    does(&body("size: 7"));
    conflicts(&body("size: 9"), &["board", "a", "w"]);
    does(&body(""));
}

#[test]
fn names_and_nominators() {
    // Two places from different actors, of which only one is named.
    conflicts("seats: { a: { places: 2, distinct: actor, eligible: { actor: ann } } }", &["a"]);
    does("seats: { a: { places: 2, distinct: actor, eligible: { actor: [ann, bob] } } }");
    conflicts(
        "seats: { a: { places: 3, distinct: actor, eligible: { actor: [ann, bob, cis] } } }\nquotas: { n: { count: { region: N }, at-least: 2 } }",
        &["a", "n"],
    );
    conflicts("seats: { a: { places: 3, distinct: region, eligible: { actor: [ann, bob] } } }", &["a"]);
    conflicts("seats: { a: { places: 2, distinct: nominator, nominated-by: { jointly: [ann, bob] } } }", &["a"]);
    conflicts(
        "seats: { a: { places: 2, nominated-by: { each: [ann, bob], names: 2 } } }\nquotas: { d: { count: { nominated-by: ann }, at-most: 1 } }",
        &["a", "d"],
    );
    // One member can be nominated by both.
    does("seats: { a: { places: 1, nominated-by: { each: [ann, bob] } } }");
    conflicts("seats: { a: { places: 1, nominated-by: { each: [ann, bob], names: 2 } } }", &["a"]);
    conflicts(
        "seats: { a: { nominated-by: ann } }\nquotas: { b: { count: { nominated-by: bob }, at-least: 1 } }",
        &["a", "b"],
    );
    // Nobody is of a town and named as a firm.
    conflicts("seats: { a: { eligible: { actor: ann, category: firm } } }", &["a"]);
}

#[test]
fn what_is_narrower_is_also_what_is_wider() {
    conflicts(
        "size: 3\nquotas:\n  small: { count: { category: small-firm }, at-least: 2 }\n  firms: { count: { category: firm }, at-most: 1 }",
        &["firms", "small"],
    );
    conflicts(
        "size: 3\nquotas:\n  s1: { count: { region: S1 }, at-least: 2 }\n  s: { count: { region: S }, at-most: 1 }",
        &["s", "s1"],
    );
    does("size: 3\nquotas:\n  s1: { count: { region: S1 }, at-least: 2 }\n  n: { count: { region: N }, at-least: 2 }");
}

#[test]
fn offices() {
    conflicts(
        "size: 3\nseats: { a: { places: 3 }, b: { optional: true } }\nchair: { from: { seat: b } }",
        &["board", "a", "chair"],
    );
    does("size: 4\nseats: { a: { places: 3 }, b: { optional: true } }\nchair: { from: { seat: b } }");
    conflicts("size: 1\nchair: {}\ndeputy: {}", &["board", "chair", "deputy"]);
}

#[test]
fn per_and_every() {
    conflicts("size: 3\nquotas: { all: { every: gender, at-least: 2 } }", &["board", "all"]);
    does("size: 4\nquotas: { all: { every: gender, at-least: 2 } }");
    conflicts(
        "seats: { a: { eligible: { gender: man } }, b: { places: 2 } }\nquotas: { w: { count: { gender: woman }, per: seat, at-least: 1 } }",
        &["a", "w"],
    );
    conflicts(
        "seats: { a: { places: 3, nominated-by: [ann, bob] } }\nquotas: { n: { per: nominator, at-most: 1 }, one: { count: { actor: ann }, at-most: 2 } }",
        &["a", "n"],
    );
}

#[test]
fn more_different_things_than_there_are_to_choose_from() {
    let named = |number: u32, by: &str| {
        format!(
            "seats: {{ a: {{ places: 4, eligible: {{ actor: [ann, bob] }} }}, b: {{ places: 2, eligible: {{ actor: [bob, cis] }} }} }}\n\
             quotas: {{ d: {{ distinct: {by}, at-least: {number} }} }}"
        )
    };
    for by in ["actor", "region"] {
        does(&named(3, by));
        conflicts(&named(4, by), &["a", "b", "d"]);
    }
    // Who sits in one of them alone is a matter of that seat; and of whom nothing is said may come from anywhere.
    let one = "seats: { a: { places: 4, eligible: { actor: [ann, bob] } }, b: { places: 2 } }\nquotas: { d: { count: { seat: a }, distinct: actor, at-least: 3 } }";
    conflicts(one, &["d"]);
    does(&one.replace("count: { seat: a }, ", ""));
    does(&one.replace("actor: [ann, bob]", "category: town"));
    // Where nobody need sit in it, what could be chosen there counts for nothing.
    conflicts(
        "size: 4\nseats: { a: { places: 4, eligible: { actor: ann } }, b: { places: 2, optional: true, eligible: { actor: bob } } }\nquotas: { d: { distinct: actor, at-least: 2 } }",
        &["board", "a", "d"],
    );
    does("seats: { a: { places: 3, nominated-by: [ann, bob] } }\nquotas: { d: { distinct: nominator, at-least: 2 } }");
    conflicts(
        "seats: { a: { places: 3, nominated-by: [ann, bob] } }\nquotas: { d: { distinct: nominator, at-least: 3 } }",
        &["a", "d"],
    );
    // One member can sit for several actors, and nobody is two persons.
    does("size: 2\nquotas: { d: { distinct: actor, at-least: 3 } }");
    conflicts("size: 2\nquotas: { d: { distinct: person, at-least: 3 } }", &["board", "d"]);
    conflicts(
        "size: 7\nquotas: { d: { distinct: person, count: { gender: woman }, at-least: 60 % }, m: { count: { gender: man }, at-least: 1/2 } }",
        &["d", "m"],
    );
    // What is at most can always be had.
    does(
        "seats: { a: { places: 4, eligible: { actor: [ann, bob] } } }\nquotas: { d: { distinct: actor, at-most: 1 } }",
    );
}

/// Two seats, each open to anybody or to some who are named, held against every way to fill them.
#[test]
fn as_many_different_actors_as_can_be_had() {
    const OPEN: [&[&str]; 4] = [&[], &["ann"], &["ann", "bob"], &["bob", "cis"]];
    let seats = OPEN.iter().flat_map(|open| [false, true].map(|optional| (*open, optional)));
    for (a, b) in seats.clone().flat_map(|a| seats.clone().map(move |b| (a, b))) {
        for (size, asked, only_a) in
            (0..5).flat_map(|size| (1..5).flat_map(move |k| [false, true].map(|only| (size, k, only))))
        {
            let seat = |(open, optional): (&[&str], bool)| {
                let eligible = if open.is_empty() {
                    String::new()
                } else {
                    format!(", eligible: {{ actor: [{}] }}", open.join(", "))
                };
                format!("{{ places: 2, optional: {optional}{eligible} }}")
            };
            let count = if only_a { "count: { seat: a }, " } else { "" };
            let given = if size > 0 { format!("size: {size}\n") } else { String::new() };
            let body = format!(
                "{given}seats: {{ a: {}, b: {} }}\nquotas: {{ d: {{ {count}distinct: actor, at-least: {asked} }} }}",
                seat(a),
                seat(b)
            );
            let ways = |(_, optional): (&[&str], bool)| if optional { 0..3u32 } else { 2..3 };
            let does = ways(a).flat_map(|in_a| ways(b).map(move |in_b| (in_a, in_b))).any(|(in_a, in_b)| {
                let members = in_a + in_b;
                let counted = [(a.0, in_a), (b.0, if only_a { 0 } else { in_b })];
                let named: BTreeSet<&str> = counted
                    .iter()
                    .filter(|(_, number)| *number > 0)
                    .flat_map(|(open, _)| open.iter().copied())
                    .collect();
                let anybody = counted.iter().any(|(open, number)| open.is_empty() && *number > 0);
                members > 0 && (size == 0 || members == size) && (anybody || named.len() >= asked)
            });
            assert_eq!(conflict(&body).is_none(), does, "{body}");
        }
    }
}

#[test]
fn a_number_is_at_most_the_size() {
    conflicts("size: 5\nquotas: { w: { count: { gender: woman }, at-least: 6 } }", &["board", "w"]);
    does("size: 5\nquotas: { w: { count: { gender: woman }, at-least: 5 } }");
    conflicts("seats: { a: { places: 5 } }\nquotas: { w: { count: { gender: woman }, more-than: 5 } }", &["a", "w"]);
}

#[test]
fn a_quorum_that_can_never_be_present() {
    conflicts("size: 5\nquorum: { at-least: 6 }", &["board", "quorum"]);
    does("size: 5\nquorum: { at-least: 5 }");
    does("size: { at-least: 5 }\nquorum: { at-least: 6 }");
    conflicts(
        "seats: { a: { places: 2 }, b: { places: 3 } }\nquorum: { more-than: 5, of: seats }",
        &["a", "b", "quorum"],
    );
    conflicts(
        "seats: { a: { places: 2 }, b: { places: 3, votes: 0 } }\nquorum: { at-least: 3, of: voting-members }",
        &["a", "b", "quorum"],
    );
    does("seats: { a: { places: 2, votes: 2 }, b: { places: 3, votes: 0 } }\nquorum: { at-least: 4, of: votes }");
    conflicts(
        "seats: { a: { places: 2 }, b: { places: 3, eligible: { gender: man } } }\nquorum: { at-least: 3, of: { gender: woman } }",
        &["a", "b", "quorum"],
    );
    does("size: 5\nquorum: { at-least: 2/3 }");
    let of = "size: 5\nquotas: { w: { count: { gender: woman }, at-most: 1 } }\nquorum: { at-least: 3, alternates-count: false, of-which: { at-least: 2, where: { gender: woman } } }";
    conflicts(of, &["quorum", "w"]);
    // An alternate can be a woman where the member is none.
    does(&of.replace(", alternates-count: false", ""));
    does(&of.replace("at-least: 2,", "at-least: 1/2,"));
}

#[test]
fn alternates_that_are_asked_for_and_forbidden() {
    let body = |of: &str, not: &str| {
        format!(
            "size: 5\nalternates:\n  - {{ kind: personal{of}, clause: A }}\n  - {{ kind: forbidden{not}, clause: A }}"
        )
    };
    conflicts(&body("", ""), &["alternates", "alternates-2"]);
    does(&body(", for: { gender: woman }", ", for: { gender: man }"));
    does(&body(", for: { gender: woman }", ""));
    let quota = "\nquotas: { w: { count: { gender: woman }, at-least: 1 } }";
    conflicts(&(body(", for: { gender: woman }", "") + quota), &["alternates", "alternates-2", "w"]);
    does(&body("", "").replace("forbidden", "none"));
    does(&body("", "").replace("personal", "pooled, number: { at-least: 1 }"));
}

#[test]
fn what_only_should_be_so_gives_way() {
    let body = "size: { exactly: 5, clause: A }\nquotas:\n  s: { count: { gender: woman }, at-least: 4, clause: S }\n  m: { count: { gender: man }, at-least: 3, clause: A }\n  w: { count: { gender: woman }, at-least: 3, clause: A }";
    conflicts(body, &["board", "m", "w"]);
    conflicts(&body.replace("at-least: 3, clause: A }\n  w", "at-least: 2, clause: A }\n  w"), &["board", "m", "s"]);
    // What no clause gives is not as certain as what one does.
    conflicts(&body.replace("at-least: 4, clause: S", "at-least: 6"), &["board", "m", "w"]);
}

#[test]
fn as_many_places_as_can_be_written_are_counted_and_not_listed() {
    let model = build("seats: { a: { places: 4000000000 } }\nquotas: { g: { every: gender, at-least: 40 % } }");
    let Satisfiability::Model { places, .. } = ask(&model, None) else { panic!() };
    assert!(places.len() < 4, "{places:?}");
    assert_eq!(places.iter().map(|place| place.number).sum::<u64>(), 4_000_000_000);
}

#[test]
fn what_is_left_out_is_no_conflict_and_is_said() {
    for body in [
        "size: 2\nquotas: { d: { distinct: actor, at-least: 3 } }",
        "size: 2\nquotas: { d: { among: alternates, at-least: 3 } }",
        "size: 2\nquotas: { d: { at-least: 3, from: 2030-01-01 } }",
        "size: 2\nquotas: { d: { at-least: 3, clause: L } }",
        "size: 2\nhats: { quotas-share-people: false }",
    ] {
        let model = build(body);
        assert!(matches!(ask(&model, None), Satisfiability::Model { complete: false, .. }), "{body}");
    }
    let model = build("size: 2\nquotas: { d: { at-least: 3, clause: M } }");
    assert!(matches!(ask(&model, None), Satisfiability::Model { complete: true, .. }));
    assert!(matches!(ask(&build("label: Board"), None), Satisfiability::Trivial));
}

/// Bodies of a few seats, and whoever could sit in them, gone through one by one.
#[test]
fn a_chair_may_sit_where_nobody_counts() {
    let seats = "seats: { x: {}, c: { counts: false } }\n";
    assert_eq!(conflict_on(&format!("{seats}chair: {{ from: {{ seat: c }}, clause: A }}"), None), None);
    assert_eq!(conflict_on(&format!("{seats}chair: {{ from: {{ seat: x }}, clause: A }}"), None), None);
    let none = format!("{seats}chair: {{ from: {{ region: N, none-of: [{{ region: N }}] }}, clause: A }}");
    assert_eq!(conflict_on(&none, None), Some(vec!["chair".to_owned()]));
}

mod random {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Kind {
        Woman,
        Man,
        Town,
        Firm,
        SmallFirm,
        Ann,
        Red,
        RedWoman,
        NoTown,
        ManOrFirm,
    }

    const KINDS: [(Kind, &str); 10] = [
        (Kind::Woman, "{ gender: woman }"),
        (Kind::Man, "{ gender: man }"),
        (Kind::Town, "{ category: town }"),
        (Kind::Firm, "{ category: firm }"),
        (Kind::SmallFirm, "{ category: small-firm }"),
        (Kind::Ann, "{ actor: ann }"),
        (Kind::Red, "{ is: red }"),
        (Kind::RedWoman, "{ gender: woman, is: red }"),
        (Kind::NoTown, "{ none-of: { category: town } }"),
        (Kind::ManOrFirm, "{ any-of: [{ gender: man }, { category: firm }] }"),
    ];

    /// Who may sit in a seat.
    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Open {
        All,
        Ann,
        AnnOrBob,
        Cis,
        Towns,
        Men,
    }

    const OPEN: [(Open, &str); 6] = [
        (Open::All, ""),
        (Open::Ann, ", eligible: { actor: ann }"),
        (Open::AnnOrBob, ", eligible: { actor: [ann, bob] }"),
        (Open::Cis, ", eligible: { actor: cis }"),
        (Open::Towns, ", eligible: { category: town }"),
        (Open::Men, ", eligible: { gender: man }"),
    ];

    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    struct Person {
        woman: bool,
        red: bool,
        ann: bool,
        town: bool,
        firm: bool,
        small: bool,
    }

    impl Person {
        fn is(self, kind: usize) -> bool {
            match KINDS[kind].0 {
                Kind::Woman => self.woman,
                Kind::Man => !self.woman,
                Kind::Town => self.town,
                Kind::Firm => self.firm,
                Kind::SmallFirm => self.small,
                Kind::Ann => self.ann,
                Kind::Red => self.red,
                Kind::RedWoman => self.woman && self.red,
                Kind::NoTown => !self.town,
                Kind::ManOrFirm => !self.woman || self.firm,
            }
        }

        fn all() -> Vec<Self> {
            let bits = 0..64u8;
            let all = bits.map(|bits| {
                let bit = |at: u8| bits & (1 << at) != 0;
                Self { woman: bit(0), red: bit(1), ann: bit(2), town: bit(3), firm: bit(4), small: bit(5) }
            });
            all.filter(|one| (!one.small || one.firm) && (!one.ann || one.town)).collect()
        }

        fn may(self, open: usize) -> bool {
            let ann = self.ann && self.town && !self.firm;
            let bob = !self.ann && !self.town && self.small;
            match OPEN[open].0 {
                Open::All => true,
                Open::Ann => ann,
                Open::AnnOrBob => ann || bob || (self.ann && self.small),
                Open::Cis => self.red && !self.ann && self.town && !self.firm,
                Open::Towns => self.town,
                Open::Men => !self.woman,
            }
        }
    }

    #[derive(Clone, Copy, Debug)]
    struct Many {
        /// `exactly`, `at-least`, `at-most`, `more-than`, `less-than`
        comparator: usize,
        amount: Amount,
    }

    const COMPARATORS: [&str; 5] = ["exactly", "at-least", "at-most", "more-than", "less-than"];

    impl Many {
        fn yaml(self) -> String {
            format!("{}: {}", COMPARATORS[self.comparator], self.amount)
        }

        fn bounds(self) -> AmountBounds {
            let given = |at: usize| (self.comparator == at).then_some(self.amount);
            AmountBounds::of(given(0), given(1), given(2), given(3), given(4)).unwrap().unwrap()
        }
    }

    #[derive(Clone, Debug)]
    enum How {
        Many(Many),
        BySize(Vec<(Sizes, Amount)>),
        SameAs(usize, u32),
    }

    #[derive(Clone, Debug)]
    struct Quota {
        count: usize,
        how: How,
        of: Option<usize>,
        rounding: Rounding,
        /// Every person is counted once: of bounds only the lower one is looked at.
        distinct: bool,
    }

    impl Quota {
        fn yaml(&self) -> String {
            let mut text = format!("{{ clause: A, count: {}", KINDS[self.count].1);
            match &self.how {
                How::Many(many) => write!(text, ", {}", many.yaml()).unwrap(),
                How::BySize(rows) => {
                    let rows: Vec<String> = rows.iter().map(|(sizes, amount)| format!("{sizes}: {amount}")).collect();
                    write!(text, ", by-size: {{ {} }}", rows.join(", ")).unwrap();
                }
                How::SameAs(kind, within) => write!(text, ", same-as: {}, within: {within}", KINDS[*kind].1).unwrap(),
            }
            if let Some(of) = self.of.filter(|_| !matches!(self.how, How::SameAs(..))) {
                write!(text, ", of: {}", KINDS[of].1).unwrap();
            }
            if self.distinct {
                write!(text, ", distinct: person").unwrap();
            }
            write!(text, ", rounded: {} }}", self.rounding.name()).unwrap();
            text
        }

        fn count(&self, person: Person) -> (u8, u8) {
            let whole = match (&self.how, self.of) {
                (How::SameAs(kind, _), _) => person.is(*kind),
                (_, Some(of)) => person.is(of),
                (_, None) => true,
            };
            let apart = self.of.is_some() && !matches!(self.how, How::SameAs(..));
            ((person.is(self.count) && (whole || !apart)).into(), whole.into())
        }

        fn holds(&self, counted: u64, whole: u64) -> bool {
            match &self.how {
                How::Many(many) if self.distinct => {
                    many.bounds().at_least.is_none() || counted >= many.bounds().heads(whole, self.rounding).least
                }
                _ if self.distinct => true,
                How::Many(many) => many.bounds().heads(whole, self.rounding).contains(counted),
                How::BySize(rows) => {
                    let table = BySize::new(rows.clone()).unwrap();
                    table.at(whole).is_none_or(|amount| counted >= amount.least(whole, self.rounding).unwrap())
                }
                How::SameAs(_, within) => counted.abs_diff(whole) <= u64::from(*within),
            }
        }
    }

    #[derive(Clone, Debug)]
    struct Seat {
        places: u8,
        open: usize,
        optional: bool,
        of_which: Option<(usize, Many)>,
    }

    #[derive(Clone, Debug)]
    struct Case {
        seats: Vec<Seat>,
        size: Option<(u8, u8)>,
        quotas: Vec<Quota>,
    }

    impl Case {
        fn yaml(&self) -> String {
            let mut text = String::new();
            if let Some((least, most)) = self.size {
                writeln!(text, "size: {{ at-least: {least}, at-most: {most}, clause: A }}").unwrap();
            }
            writeln!(text, "seats:").unwrap();
            for (at, seat) in self.seats.iter().enumerate() {
                let of = seat
                    .of_which
                    .map(|(kind, many)| format!(", of-which: {{ {}, where: {} }}", many.yaml(), KINDS[kind].1));
                let (open, of) = (OPEN[seat.open].1, of.unwrap_or_default());
                writeln!(
                    text,
                    "  s{at}: {{ clause: A, places: {}, optional: {}{open}{of} }}",
                    seat.places, seat.optional
                )
                .unwrap();
            }
            if !self.quotas.is_empty() {
                writeln!(text, "quotas:").unwrap();
            }
            for (at, quota) in self.quotas.iter().enumerate() {
                writeln!(text, "  q{at}: {}", quota.yaml()).unwrap();
            }
            text
        }

        /// The names of the parts.
        fn parts(&self) -> Vec<String> {
            let size = self.size.map(|_| "board".to_owned());
            let seats = (0..self.seats.len()).map(|at| format!("s{at}"));
            size.into_iter().chain(seats).chain((0..self.quotas.len()).map(|at| format!("q{at}"))).collect()
        }

        /// Whether any list satisfies some of the parts; where a seat is none of them, up to so many of anybody may come.
        fn can(&self, parts: &BTreeSet<String>, let_in: u8) -> bool {
            let quotas: Vec<&Quota> = (0..self.quotas.len())
                .filter(|at| parts.contains(&format!("q{at}")))
                .map(|at| &self.quotas[at])
                .collect();
            // How many there are, and the two numbers of each quota.
            let counts = |person: &Person| {
                let mut counts = vec![1];
                for quota in &quotas {
                    let (counted, whole) = quota.count(*person);
                    counts.extend([counted, whole]);
                }
                counts
            };
            let mut reached: HashSet<Vec<u8>> = HashSet::from([vec![0; 1 + 2 * quotas.len()]]);
            let add = |one: &[u8], other: &[u8]| one.iter().zip(other).map(|(a, b)| a + b).collect::<Vec<u8>>();
            let mut dropped = false;
            for (at, seat) in self.seats.iter().enumerate() {
                if !parts.contains(&format!("s{at}")) {
                    dropped = true;
                    continue;
                }
                // With how many are of those of whom there are to be so many.
                let people: HashSet<(Vec<u8>, u8)> = Person::all()
                    .into_iter()
                    .filter(|person| person.may(seat.open))
                    .map(|person| (counts(&person), seat.of_which.map_or(0, |(kind, _)| u8::from(person.is(kind)))))
                    .collect();
                let mut here: HashSet<(Vec<u8>, u8)> = HashSet::from([(vec![0; 1 + 2 * quotas.len()], 0)]);
                let mut ways = HashSet::new();
                for taken in 0..=seat.places {
                    if taken == seat.places || seat.optional {
                        let does = |of: u64| {
                            let Some((_, many)) = seat.of_which.filter(|_| taken > 0 || !seat.optional) else {
                                return true;
                            };
                            many.bounds().heads(u64::from(taken), Rounding::Exact).contains(of)
                        };
                        ways.extend(
                            here.iter().filter(|(_, of)| does(u64::from(*of))).map(|(counts, _)| counts.clone()),
                        );
                    }
                    here = here
                        .iter()
                        .flat_map(|(counts, of)| people.iter().map(move |(more, one)| (add(counts, more), of + one)))
                        .collect();
                }
                reached = reached.iter().flat_map(|one| ways.iter().map(move |other| add(one, other))).collect();
            }
            if dropped {
                let people: HashSet<Vec<u8>> = Person::all().iter().map(counts).collect();
                let mut new = reached.clone();
                for _ in 0..let_in {
                    new = new.iter().flat_map(|one| people.iter().map(move |other| add(one, other))).collect();
                    reached.extend(new.iter().cloned());
                }
            }
            let size = self.size.filter(|_| parts.contains("board"));
            let nobody = self.size.is_some_and(|(_, most)| most == 0);
            reached.iter().any(|counts| {
                let (members, rest) = counts.split_first().unwrap();
                let mut pairs = rest.chunks(2);
                (*members > 0 || nobody)
                    && size.is_none_or(|(least, most)| (least..=most).contains(members))
                    && quotas.iter().all(|quota| {
                        let pair = pairs.next().unwrap();
                        quota.holds(pair[0].into(), pair[1].into())
                    })
            })
        }
    }

    fn amount() -> impl Strategy<Value = Amount> {
        prop_oneof![
            (0u32..4).prop_map(Amount::Heads),
            prop::sample::select(vec!["1/2", "1/3", "2/3", "1/4", "3/4"]).prop_map(|text| Amount::parse(text).unwrap()),
        ]
    }

    fn many() -> impl Strategy<Value = Many> {
        prop_oneof![
            8 => (0usize..5, amount()).prop_map(|(comparator, amount)| Many { comparator, amount }),
            1 => Just(Many { comparator: 1, amount: Amount::Majority }),
        ]
    }

    fn by_size() -> impl Strategy<Value = Vec<(Sizes, Amount)>> {
        (0u32..3, 0u32..3, 1u32..4, amount(), amount()).prop_map(|(from, more, gap, one, other)| {
            let first = Sizes { from, to: Some(from + more) };
            vec![(first, one), (Sizes { from: from + more + gap, to: None }, other)]
        })
    }

    fn quota() -> impl Strategy<Value = Quota> {
        let kind = 0..KINDS.len();
        let how = prop_oneof![
            5 => many().prop_map(How::Many),
            1 => by_size().prop_map(How::BySize),
            1 => (kind.clone(), 0u32..2).prop_map(|(kind, within)| How::SameAs(kind, within)),
        ];
        let rounding = prop::sample::select(Rounding::ALL.to_vec());
        let distinct = prop::bool::weighted(0.1);
        (kind.clone(), how, prop::option::weighted(0.3, kind), rounding, distinct)
            .prop_map(|(count, how, of, rounding, distinct)| Quota { count, how, of, rounding, distinct })
    }

    fn case() -> impl Strategy<Value = Case> {
        let of_which = prop::option::weighted(0.3, (0..KINDS.len(), many()));
        let seat = (1u8..4, 0..OPEN.len(), prop::bool::weighted(0.2), of_which)
            .prop_map(|(places, open, optional, of_which)| Seat { places, open, optional, of_which });
        let seats = prop::collection::vec(seat, 1..5).prop_map(|mut seats| {
            // Six places are enough.
            let mut left = 6;
            seats.retain_mut(|seat| {
                seat.places = seat.places.min(left);
                left -= seat.places;
                seat.places > 0
            });
            seats
        });
        let size = prop::option::weighted(0.4, (0u8..4, 0u8..3));
        (seats, size, prop::collection::vec(quota(), 0..4)).prop_map(|(seats, size, quotas)| {
            let places: u8 = seats.iter().map(|seat| seat.places).sum();
            let size = size.map(|(less, more)| (places.saturating_sub(less), places.saturating_sub(less) + more));
            Case { seats, size, quotas }
        })
    }

    /// The model as a register, judged under the clause that gives everything.
    fn verdict(case: &Case, model: &Model, places: &[crate::prove::satisfiable::Place]) -> (Verdict, String) {
        let graph = model.graph();
        let name = |node: &crate::graph::node::NodeId| graph.name(*node).to_owned();
        let list = |nodes: &[crate::graph::node::NodeId]| nodes.iter().map(name).collect::<Vec<_>>().join(", ");
        let (mut actors, mut members) = (String::new(), String::new());
        let each = places.iter().flat_map(|place| std::iter::repeat_n(place, usize::try_from(place.number).unwrap()));
        for (at, place) in each.enumerate() {
            let line = place.line(graph);
            let mut behalf = line.actors.clone();
            behalf.extend(place.actors.iter().filter(|of| of.len() > 1).filter_map(|of| of.first()));
            let mut actor: Vec<String> = behalf.iter().map(name).collect();
            if actor.is_empty() || !line.categories.is_empty() {
                writeln!(actors, "  x{at}: {{ category: [{}] }}", list(&line.categories)).unwrap();
                actor.push(format!("x{at}"));
            }
            let actor = actor.join(", ");
            let gender = line.gender.map(|gender| format!(", gender: {}", name(&gender))).unwrap_or_default();
            let gender = if gender.is_empty() { ", gender: man".to_owned() } else { gender };
            writeln!(
                members,
                "  m{at}: {{ body: board, seat: {}, actor: [{actor}]{gender}, is: [{}] }}",
                name(&line.seat.unwrap()),
                list(&line.is)
            )
            .unwrap();
        }
        let section =
            |key: &str, entries: &str| if entries.is_empty() { String::new() } else { format!("{key}:\n{entries}") };
        let pact = section("actors", &actors) + &section("members", &members);
        let body: String = case.yaml().lines().map(|line| format!("    {line}\n")).collect();
        let terms = format!("{VOCABULARY}\nbodies:\n  board:\n{body}");
        (crate::prove::tests::verdict(&terms, &pact, None), pact)
    }

    const CASES: u32 = 3000;

    proptest! {
        #![proptest_config(ProptestConfig { max_shrink_iters: 300, ..ProptestConfig::with_cases(CASES) })]

        #[test]
        fn going_through_every_list_says_the_same(case in case()) {
            let yaml = case.yaml();
            let model = build(&yaml);
            let parts: BTreeSet<String> = case.parts().into_iter().collect();
            let can = case.can(&parts, 0);
            match ask(&model, None) {
                Satisfiability::Model { places, complete } => {
                    prop_assert!(can, "no list does\n{yaml}");
                    prop_assert_eq!(complete, case.quotas.iter().all(|quota| !quota.distinct), "{}", yaml);
                    if !complete {
                        return Ok(());
                    }
                    let (verdict, register) = verdict(&case, &model, &places);
                    // As long as somebody may still come, nothing is certain.
                    let all: u64 = case.seats.iter().map(|seat| u64::from(seat.places)).sum();
                    let here: u64 = places.iter().map(|place| place.number).sum();
                    let expected = if here < all { verdict } else { Verdict::Met };
                    prop_assert_eq!(verdict, expected, "{}\n{}", yaml, register);
                }
                Satisfiability::Conflict { parts: found, smallest } => {
                    prop_assert!(!can, "a list does\n{yaml}");
                    prop_assert!(smallest);
                    let found: BTreeSet<String> = found.into_iter().map(|part| model.graph().name(part).to_owned()).collect();
                    prop_assert!(!case.can(&found, 7), "{:?} do not conflict\n{}", found, yaml);
                    // Of no fewer is it that no list does.
                    let all: Vec<&String> = parts.iter().collect();
                    for chosen in 0..1u32 << all.len() {
                        if chosen.count_ones() as usize + 1 != found.len() {
                            continue;
                        }
                        let fewer: BTreeSet<String> =
                            (0..all.len()).filter(|at| chosen & (1 << at) != 0).map(|at| all[at].clone()).collect();
                        let does = [2, 5, 9, 14, 22, 40, 64].iter().any(|&let_in| case.can(&fewer, let_in));
                        prop_assert!(does, "{:?} conflict, and not only {:?}\n{}", fewer, found, yaml);
                    }
                }
                other => prop_assert!(false, "{other:?}\n{yaml}"),
            }
        }
    }
}

mod register {
    use crate::{
        ledger::Verdict,
        prove::{Gap, Lacking, breach::Breach, tests::entry},
    };

    /// The verdict on a clause that asks for the composition, and what cannot be met together.
    fn together(body: &str, pact: &str) -> (Verdict, Vec<String>) {
        let body: String = body.lines().map(|line| format!("    {line}\n")).collect();
        let vocabulary = super::VOCABULARY.replace("text: A. }", "text: A., requires: { composition: board } }");
        entry(&format!("{vocabulary}\nbodies:\n  board:\n{body}"), pact, None, |graph, entry| {
            let lacks = entry.proof.lacks.iter().filter_map(|lack| match &lack.what {
                Lacking::Breach(Breach::Irreconcilable { provisions, smallest: true }) if lack.gap == Gap::Contrary => {
                    Some(provisions.iter().map(|part| graph.name(*part).to_owned()).collect::<Vec<_>>())
                }
                _ => None,
            });
            (entry.verdict, lacks.flatten().collect())
        })
    }

    fn members(all: &[&str]) -> String {
        let lines = all.iter().enumerate().map(|(at, one)| format!("  m{at}: {{ body: board, actor: ann{one} }}\n"));
        format!("members:\n{}", lines.collect::<String>())
    }

    #[test]
    fn each_can_be_met_and_both_cannot() {
        // Two women and two from a firm of three, of whom the one who is there is neither, and firms send men.
        let law = "seats: { a: { places: 3 } }\nquotas:\n  w: { count: { gender: woman }, at-least: 2 }\n  f: { count: { gender: man, category: firm }, at-least: 1 }";
        let here = members(&[", seat: a, gender: man"]);
        assert_eq!(together(law, &here), (Verdict::Unmet, ["a", "f", "w"].map(str::to_owned).to_vec()));
        // A woman leaves room for both.
        let here = members(&[", seat: a, gender: woman"]);
        assert!(together(law, &here).1.is_empty());
        // What cannot be met alone is told of itself.
        let here = members(&[", seat: a, gender: man", ", seat: a, gender: man"]);
        assert!(together(law, &here).1.is_empty());
    }

    #[test]
    fn no_list_is_blamed_for_what_none_could_do() {
        let law = "seats: { a: { places: 3 } }\nquotas:\n  w: { count: { gender: woman }, at-least: 2 }\n  m: { count: { gender: man }, at-least: 2 }";
        assert!(together(law, &members(&[", seat: a, gender: man"])).1.is_empty());
    }

    #[test]
    fn what_is_not_said_can_be_either() {
        let law = "seats: { a: { places: 3 } }\nquotas:\n  w: { count: { gender: woman }, at-least: 1 }\n  m: { count: { gender: man, is: red }, at-least: 1 }\n  b: { count: { gender: man, is: blue }, at-least: 1 }";
        let unsaid = members(&[", seat: a", ", seat: a", ", seat: a, gender: man, is: green"]);
        assert!(together(law, &unsaid).1.is_empty(), "one may be red and blue");
        let law = law.replace("gender: man, is: blue", "gender: man, is: blue, none-of: { is: red }");
        let law = law.as_str();
        // A woman, a red man and a blue one are three, and the third who is there is neither.
        assert_eq!(together(law, &unsaid).1, ["a", "b", "m", "w"]);
    }

    #[test]
    fn whatever_is_settled_is_not_asked() {
        let law = "seats: { a: { places: 2 } }\nquotas:\n  w: { count: { gender: woman }, at-least: 1 }\n  m: { count: { gender: man }, at-least: 1 }";
        let both = members(&[", seat: a, gender: man", ", seat: a, gender: woman"]);
        assert_eq!(together(law, &both), (Verdict::Met, Vec::new()));
        let one = members(&[", seat: a, gender: man"]);
        assert!(together(law, &one).1.is_empty());
    }
}
