//! Repairs of small bodies at random, applied to the register and judged again.

use std::{collections::BTreeMap, fmt::Write as _};

use proptest::prelude::*;

use crate::{
    document::value::PartialDate,
    ledger::{Judging, Ledger, Verdict},
    prove::{Truth, tests::model},
};

#[derive(Clone, Debug)]
struct Line {
    places: usize,
    /// For which categories it is open; for everybody where it is for none.
    open: (bool, bool),
    /// What else is asked of it, as it is written.
    asks: &'static str,
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    /// Actors 0 and 1 are of the first category, 2 and 3 of the second, 4 of both; each second one is of the second region.
    actor: usize,
    woman: bool,
    /// By which of two it is nominated.
    by: usize,
    seat: Option<usize>,
    chair: bool,
}

#[derive(Clone, Debug)]
struct Case {
    lines: Vec<Line>,
    /// The rest of the body, each under a clause of its own.
    laws: Vec<&'static str>,
    rows: Vec<Row>,
}

const ASKS: [&str; 14] = [
    "",
    "",
    "",
    "",
    "of-which: { at-least: 1, where: { gender: woman } }",
    "of-which: { at-most: 1, where: { gender: woman } }",
    "of-which: { at-least: 1/2, where: { gender: woman } }",
    "of-which: { at-least: 1, where: { gender: woman }, of-which: { at-least: 1/2, where: { region: r1 } } }",
    "distinct: gender",
    "distinct: actor",
    "distinct: region",
    "nominated-by: { each: [n0, n1], names: 1 }",
    "counts: false",
    "votes: 0",
];

const LAWS: [&str; 12] = [
    "chair: { from: { seat: s0 }, clause: L }",
    "chair: { clause: L }",
    "quotas: { q: { count: { seat: s0, gender: woman }, at-least: 1, clause: L } }",
    "quotas: { q: { count: { seat: [s0, s1], gender: woman }, at-most: 1, clause: L } }",
    "quotas: { q: { count: { gender: woman }, at-least: 1/2, clause: L } }",
    "quotas: { q: { count: { gender: woman }, at-least: 1, among: voting-members, clause: L } }",
    "quotas: { q: { count: { gender: woman }, at-most: 1, clause: L } }",
    "quotas: { q: { distinct: region, at-least: 2, clause: L } }",
    "quotas: { q: { per: actor, at-most: 1, clause: L } }",
    "quotas: { q: { per: seat, count: { gender: woman }, at-least: 1, clause: L } }",
    "quotas: { q: { every: gender, at-least: 1, clause: L } }",
    "quotas: { q: { count: { gender: woman }, same-as: { gender: man }, within: 1, clause: L } }",
];

fn case() -> impl Strategy<Value = Case> {
    let line = (1..3_usize, any::<(bool, bool)>(), proptest::sample::select(&ASKS[..]));
    let line = line.prop_map(|(places, open, asks)| {
        let places = if asks.contains("each") { 2 } else { places };
        Line { places, open, asks }
    });
    let row = (0..5_usize, any::<bool>(), 0..2_usize, proptest::option::weighted(0.8, 0..4_usize));
    let row = row.prop_map(|(actor, woman, by, seat)| Row { actor, woman, by, seat, chair: false });
    let lines = prop::collection::vec(line, 2..5);
    let law = proptest::option::of(proptest::sample::select(&LAWS[..]));
    (lines, law, prop::collection::vec(row, 0..7), proptest::option::of(any::<prop::sample::Index>())).prop_map(
        |(lines, law, mut rows, chair)| {
            for row in &mut rows {
                row.seat = row.seat.map(|seat| seat % lines.len());
            }
            if let Some(chair) = chair.filter(|_| !rows.is_empty()) {
                chair.get_mut(&mut rows).chair = true;
            }
            Case { lines, laws: law.into_iter().collect(), rows }
        },
    )
}

/// What is judged of a body: the verdict on each clause, and whether a seat is short of people, has too many, or somebody who may not be there.
struct Judged {
    verdicts: BTreeMap<String, Verdict>,
    amiss: Vec<String>,
    /// Who sits where they may not, and cannot stay.
    unfit: Vec<usize>,
    moves: Vec<(usize, Option<usize>)>,
    appointments: Vec<usize>,
}

fn terms(case: &Case) -> String {
    let mut terms = String::from(
        "schemes: { gender: [woman, man], actor-category: [c1, c2] }\nregions: { r1: {}, r2: {} }\n\
         actors:\n  a0: { category: c1, region: r1 }\n  a1: { category: c1, region: r2 }\n  a2: { category: c2, region: r1 }\n  a3: { category: c2, region: r2 }\n  a4: { category: [c1, c2], region: r1 }\n  n0: {}\n  n1: {}\n\
         bodies:\n  b:\n    seats:\n",
    );
    for (at, line) in case.lines.iter().enumerate() {
        write!(terms, "      s{at}: {{ clause: C{at}, places: {}", line.places).unwrap();
        terms += match line.open {
            (true, true) => ", eligible: { category: [c1, c2] }",
            (true, false) => ", eligible: { category: c1 }",
            (false, true) => ", eligible: { category: c2 }",
            (false, false) => "",
        };
        let asks = if line.asks.is_empty() { String::new() } else { format!(", {}", line.asks) };
        terms += &format!("{asks} }}\n");
    }
    case.laws.iter().for_each(|law| terms += &format!("    {law}\n"));
    terms += "clauses:\n";
    for clause in (0..case.lines.len()).map(|at| format!("C{at}")).chain(case.laws.iter().map(|_| "L".to_owned())) {
        terms += &format!("  {clause}: {{ force: must, text: A. }}\n");
    }
    terms
}

fn members(rows: &[Row]) -> String {
    let mut text = String::from("members:\n");
    for (at, row) in rows.iter().enumerate() {
        let gender = if row.woman { "woman" } else { "man" };
        let seat = row.seat.map(|seat| format!(", seat: s{seat}")).unwrap_or_default();
        let chair = if row.chair { ", role: chair" } else { "" };
        text += &format!(
            "  m{at}: {{ body: b, person: P{at}, actor: a{}, gender: {gender}, nominated-by: n{}{seat}{chair} }}\n",
            row.actor, row.by
        );
    }
    if rows.is_empty() { "members: {}\n".to_owned() } else { text }
}

fn judge(terms: &str, rows: &[Row]) -> Judged {
    let model = model(terms, &members(rows));
    assert!(model.faults().is_empty() && model.graph().unresolved().is_empty(), "{:?} {terms}", model.faults());
    let graph = model.graph();
    let as_of = PartialDate::parse("2027-03-01");
    let ledger = Ledger::new(graph, Judging { as_of, ..Judging::default() });
    let roster = &ledger.cases[0].rosters[0];
    let number = |node| graph.name(node)[1..].parse::<usize>().unwrap();
    let amiss = |line: &&crate::roster::Line| {
        line.vacant > 0 || line.holders.len() > line.places || line.holders.iter().any(|one| one.may == Truth::No)
    };
    // Who leaves a seat and enters another is told in one move.
    Judged {
        verdicts: ledger.cases[0]
            .entries
            .iter()
            .map(|entry| (graph.name(entry.node).to_owned(), entry.verdict))
            .collect(),
        amiss: roster.lines.iter().filter(amiss).map(|line| graph.name(line.seat).to_owned()).collect(),
        unfit: roster
            .lines
            .iter()
            .flat_map(|line| &line.holders)
            .filter(|one| one.may == Truth::No)
            .map(|one| number(one.member))
            .collect(),
        moves: roster.repair.moves.iter().map(|one| (number(one.member), one.to.map(number))).collect(),
        appointments: roster
            .repair
            .appointments
            .iter()
            .flat_map(|one| (0..one.people).map(move |_| number(one.seat)))
            .collect(),
    }
}

fn newcomers(seat: usize) -> impl Iterator<Item = Row> {
    let each = (0..5_usize).flat_map(|actor| [false, true].map(|woman| (actor, woman)));
    each.flat_map(move |(actor, woman)| [0, 1].map(|by| Row { actor, woman, by, seat: Some(seat), chair: false }))
}

/// What was met and is not any more, and which seats are still not as they are to be.
fn broken(before: &Judged, after: &Judged, how: impl Fn(Verdict) -> bool) -> Vec<String> {
    let was = before.verdicts.iter().filter(|(_, verdict)| **verdict == Verdict::Met);
    was.filter(|(clause, _)| after.verdicts.get(*clause).is_some_and(|&after| how(after)))
        .map(|(name, _)| name.clone())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_repair_breaks_nothing_that_is_met_and_leaves_no_seat_amiss(case in case()) {
        let terms = terms(&case);
        let before = judge(&terms, &case.rows);
        let mut rows = case.rows.clone();
        let mut gone = Vec::new();
        for &(row, to) in &before.moves {
            rows[row].seat = to;
            if to.is_none() {
                gone.push(row);
            }
        }
        let mut at = 0;
        rows.retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
        let told = || format!("{terms}{}\n{:?}\n{:?} {:?}\n{}", members(&case.rows), before.verdicts, before.moves, before.appointments, members(&rows));
        let moved = judge(&terms, &rows);
        // What is broken as soon as those are gone who may not sit where they do, no repair can keep.
        let left = (0..case.rows.len()).filter(|at| !before.unfit.contains(at)).map(|at| case.rows[at].clone());
        let lost = broken(&before, &judge(&terms, &left.collect::<Vec<_>>()), |verdict| verdict == Verdict::Unmet);
        // What seats lack until somebody is appointed to them is no harm.
        let appointed = |clause: &str| before.appointments.iter().any(|seat| clause == format!("C{seat}"));
        let mut harm = broken(&before, &moved, |verdict| verdict == Verdict::Unmet);
        harm.retain(|clause| !appointed(clause) && !lost.contains(clause));
        prop_assert!(harm.is_empty(), "moves break {:?}\n{}", harm, told());
        // One who fits is appointed to each place, if two at most are.
        if before.appointments.is_empty() {
            prop_assert!(moved.amiss.is_empty(), "amiss {:?}\n{}", moved.amiss, told());
        } else if before.appointments.len() <= 2 {
            let mut all: Vec<Vec<Row>> = vec![rows.clone()];
            for &seat in &before.appointments {
                all = all.into_iter().flat_map(|rows| newcomers(seat).map(move |one| [rows.clone(), vec![one]].concat())).collect();
            }
            let fits = |rows: &Vec<Row>| {
                let after = judge(&terms, rows);
                after.amiss.is_empty() && broken(&before, &after, |verdict| verdict != Verdict::Met).iter().all(|clause| lost.contains(clause))
            };
            prop_assert!(all.iter().any(fits), "nobody fits\n{}", told());
        }
    }
}
