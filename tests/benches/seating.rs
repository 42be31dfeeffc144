//! Who sits where, from a hundred to 10 000 seat lines with five times as many people, in the shapes that hurt.
//!
//! `cargo bench -p pact-tests --bench seating`

use divan::Bencher;
use pact_core::{
    ledger::{Judging, Ledger},
    load::Input,
    model::Model,
    solve::seating::{STEPS, Seating},
};

fn main() {
    divan::main();
}

const SEATS: [u32; 3] = [100, 1_000, 10_000];
const PEOPLE_PER_SEAT: u32 = 5;

/// What the people are eligible for, and where the register has them.
#[derive(Clone, Copy, Debug)]
enum Shape {
    /// Each for three seats at random; the register is empty.
    Sparse,
    /// As before, with two people for three seats, so that some thousand places stay empty.
    Scarce,
    /// Each seat has three to six candidates, and there are nine people for ten seats: no seat is short by itself, and
    /// the smallest shortage is hard to find.
    Tight,
    /// All for all seats; the register is empty.
    Class,
    /// As before, with one person for two seats.
    HalfClass,
    /// All for all seats with two hats, half as many people as seats, the register full of people who sit in each other's way.
    Hats,
    /// A person for each seat and the one after it, all in the register but in the last seat; everybody has to move.
    /// The other people sit nowhere and are eligible for the first seat.
    Chain,
    /// As before in chains of 1, 2, 3, … seats, so that paths of very many lengths are needed.
    Chains,
}

const SHAPES: [Shape; 8] = [
    Shape::Sparse,
    Shape::Scarce,
    Shape::Tight,
    Shape::Class,
    Shape::HalfClass,
    Shape::Hats,
    Shape::Chain,
    Shape::Chains,
];

fn arguments() -> impl Iterator<Item = (Shape, u32)> {
    SHAPES.into_iter().flat_map(|shape| SEATS.map(|seats| (shape, seats)))
}

fn seating(shape: Shape, seats: u32) -> Seating {
    let mut seating = Seating::new((0..seats).map(|_| 1));
    let mut dice = 1_u64;
    let mut roll = || {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((dice >> 33) % u64::from(seats)) as u32
    };
    match shape {
        Shape::Sparse | Shape::Scarce => {
            let people = if matches!(shape, Shape::Sparse) { seats * PEOPLE_PER_SEAT } else { seats * 2 / 3 };
            for _ in 0..people {
                let may = seating.may([roll(), roll(), roll()]);
                seating.person(may, 1, []);
            }
        }
        Shape::Tight => {
            let people = seats * 9 / 10;
            let mut lines = vec![Vec::new(); people as usize];
            for seat in 0..seats {
                for _ in 0..3 + roll() % 4 {
                    let candidates = lines.len();
                    let line = roll() as usize % candidates;
                    if let Some(line) = lines.get_mut(line) {
                        line.push(seat);
                    }
                }
            }
            for lines in lines {
                let may = seating.may(lines);
                seating.person(may, 1, []);
            }
        }
        Shape::Class | Shape::HalfClass => {
            let may = seating.may(0..seats);
            let people = if matches!(shape, Shape::Class) { seats * PEOPLE_PER_SEAT } else { seats / 2 };
            (0..people).for_each(|_| _ = seating.person(may, 1, []));
        }
        Shape::Hats => {
            let may = seating.may(0..seats);
            for _ in 0..seats / 2 {
                let now = [roll(), roll(), roll()];
                seating.person(may, 2, now);
            }
        }
        Shape::Chain | Shape::Chains => {
            let (mut length, mut at) = (if matches!(shape, Shape::Chain) { seats } else { 1 }, 0);
            while at < seats {
                let end = (at + length).min(seats);
                for seat in at..end - 1 {
                    let may = seating.may([seat, seat + 1]);
                    seating.person(may, 1, [seat]);
                }
                let may = seating.may([at]);
                seating.person(may, 1, []);
                (at, length) = (end, length + 1);
            }
            let may = seating.may([0]);
            (seating.people() as u32..seats * PEOPLE_PER_SEAT).for_each(|_| _ = seating.person(may, 1, []));
        }
    }
    seating
}

#[divan::bench(args = arguments(), sample_count = 5)]
fn assign(bencher: Bencher<'_, '_>, (shape, seats): (Shape, u32)) {
    let seating = seating(shape, seats);
    bencher.bench(|| seating.assign());
}

#[divan::bench(args = arguments(), sample_count = 5)]
fn repair(bencher: Bencher<'_, '_>, (shape, seats): (Shape, u32)) {
    let seating = seating(shape, seats);
    bencher.bench(|| seating.repair());
}

#[divan::bench(args = arguments(), sample_count = 5)]
fn shortage(bencher: Bencher<'_, '_>, (shape, seats): (Shape, u32)) {
    let seating = seating(shape, seats);
    bencher.bench(|| seating.shortage(&mut STEPS.clone()));
}

#[divan::bench(args = arguments(), sample_count = 5)]
fn shortages(bencher: Bencher<'_, '_>, (shape, seats): (Shape, u32)) {
    let seating = seating(shape, seats);
    bencher.bench(|| seating.shortages(&mut STEPS.clone()));
}

/// How many seats a chain of the register below has.
const CHAIN: usize = 10;

/// A body of chains: two places a seat, of which one is a woman's, and everybody may also sit one seat further. Of each chain the first seat has one too many, and
/// the last one too few; so in each seat a man has to move, and no woman may. With a quota of the whole body, and one of each seat.
fn chains(seats: usize) -> Model {
    use std::fmt::Write as _;
    let (mut terms, mut pact) = (String::new(), String::new());
    let kinds = (0..seats).map(|at| format!("k{at}")).collect::<Vec<_>>().join(", ");
    let head = "terms: 1\nid: t\ntitle: T\nclauses: { A: { force: must, text: A. } }\n";
    let quotas =
        "quotas: { q: { count: { gender: w }, at-least: 1/3, clause: A }, r: { per: seat, at-most: 3, clause: A } }";
    let _ = write!(terms, "{head}schemes: {{ gender: [w, m], actor-category: [{kinds}] }}\nbodies:\n  b:\n");
    let _ = writeln!(terms, "    {quotas}");
    terms.push_str("    seats:\n");
    pact.push_str("pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nactors:\n");
    for at in 0..seats {
        let of_which = "of-which: { at-least: 1, where: { gender: w } }";
        let _ = writeln!(terms, "      s{at}: {{ clause: A, places: 2, eligible: {{ category: k{at} }}, {of_which} }}");
        let _ = writeln!(pact, "  a{at}: {{ category: [k{at}, k{}] }}", (at + 1) % seats);
    }
    pact.push_str("members:\n");
    for at in 0..seats {
        let people = match at % CHAIN {
            0 => &["m", "w", "m"][..],
            last if last == CHAIN - 1 => &["w"][..],
            _ => &["w", "m"][..],
        };
        for (number, gender) in people.iter().enumerate() {
            let _ = writeln!(pact, "  m{at}-{number}: {{ body: b, seat: s{at}, actor: a{at}, gender: {gender} }}");
        }
    }
    let mut input = Input::new();
    input.add("t.yaml", terms);
    input.add("p.yaml", pact);
    input.build()
}

/// A register judged, with a repair of every seat that breaks nothing.
#[divan::bench(args = [100, 1_000, 10_000], sample_count = 5)]
fn guarded(bencher: Bencher<'_, '_>, seats: usize) {
    let model = chains(seats);
    bencher.bench(|| {
        let ledger = Ledger::new(model.graph(), Judging::default());
        let repair = ledger.cases.first().and_then(|case| case.rosters.first()).map(|roster| roster.repair.clone());
        // Nobody new is needed, and in each seat but the last of a chain somebody moves.
        assert!(
            repair.is_some_and(|repair| repair.appointments.is_empty() && repair.moves.len() == seats - seats / CHAIN)
        );
        ledger
    });
}
