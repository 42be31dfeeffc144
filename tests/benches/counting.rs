//! Laws of boards, decided exactly: a board that can be, one that cannot, and one that cannot by rounding alone.
//!
//! `cargo bench -p pact-tests --bench counting`

use divan::Bencher;
use pact_core::solve::counting::{Answer, Conflict, Minimum, System};

fn main() {
    divan::main();
}

/// Seats and profiles: a variable for each pair, and twenty laws.
const BOARDS: [(usize, usize); 2] = [(20, 16), (60, 64)];

const STEPS: u64 = 10_000_000_000;

/// A board of seats with 1 to 3 places, each open to some profiles, and twenty laws with shares, least and most numbers.
///
/// `first` is the share in percent of profiles with bit 0, and `second` that of those without.
fn board((seats, profiles): (usize, usize), first: i64, second: i64) -> System {
    let mut system = System::default();
    for seat in 0..seats {
        let places = 1 + (seat % 3) as i64;
        let all: Vec<_> = (0..profiles)
            .map(|profile| (system.variable(0, if (seat + profile / 2) % 5 == 0 { 0 } else { places }), 1))
            .collect();
        system.constrain(None, all, Some(places), Some(places));
    }
    let mut share = |law: u32, percent: i64, counts: &dyn Fn(usize, usize) -> bool| {
        let weight = |at: usize| 100 * i64::from(counts(at / profiles, at % profiles)) - percent;
        let terms: Vec<_> = (0..seats * profiles).map(|at| (at, weight(at))).collect();
        system.constrain(Some(law), terms, Some(0), None);
    };
    share(0, first, &|_, profile| profile & 1 == 1);
    share(1, second, &|_, profile| profile & 1 == 0);
    share(2, 35, &|_, profile| profile & 2 == 2);
    share(3, 35, &|_, profile| profile & 2 == 0);
    share(4, 20, &|_, profile| profile & 4 == 4);
    share(5, 30, &|_, profile| profile & 8 == 8);
    share(6, 15, &|_, profile| profile & 5 == 5);
    share(7, 12, &|_, profile| profile & 10 == 10);
    for group in 0..8 {
        share(8 + group, 3, &|_, profile| profile % 8 == group as usize);
    }
    for part in 0..4 {
        // At least one of each part of the seats has bits 0 and 3.
        let counts = |at: usize| i64::from((at / profiles) % 4 == part && (at % profiles) & 9 == 9);
        let terms: Vec<_> = (0..seats * profiles).map(|at| (at, counts(at))).filter(|term| term.1 != 0).collect();
        system.constrain(Some(16 + part as u32), terms, Some(1), None);
    }
    system
}

/// What changes a board: profiles other than the one that sits in the seat now.
fn replaced((seats, profiles): (usize, usize)) -> Vec<(usize, i64)> {
    let sits = |seat: usize| (seat * 7 + 2) % (profiles / 2) * 2;
    (0..seats * profiles).filter(|at| at % profiles != sits(at / profiles)).map(|at| (at, 1)).collect()
}

#[divan::bench(args = BOARDS, sample_count = 10)]
fn feasible(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let system = board(size, 40, 40);
    assert!(matches!(system.solve(&mut STEPS.clone()), Answer::Feasible(_)));
    bencher.bench(|| system.solve(&mut STEPS.clone()));
}

#[divan::bench(args = BOARDS, sample_count = 10)]
fn infeasible_by_shares(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let system = board(size, 55, 55);
    assert_eq!(system.solve(&mut STEPS.clone()), Answer::Infeasible);
    bencher.bench(|| system.solve(&mut STEPS.clone()));
}

/// 41 % and 59 % are a whole as numbers, and not as people.
#[divan::bench(args = BOARDS, sample_count = 10)]
fn infeasible_by_rounding(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let system = board(size, 41, 59);
    assert_eq!(system.solve(&mut STEPS.clone()), Answer::Infeasible);
    bencher.bench(|| system.solve(&mut STEPS.clone()));
}

#[divan::bench(args = BOARDS, sample_count = 10)]
fn smallest_conflict(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let system = board(size, 55, 55);
    let expected = Conflict::Between { laws: vec![0, 1], smallest: true };
    assert_eq!(system.conflict(&mut STEPS.clone()), expected);
    bencher.bench(|| system.conflict(&mut STEPS.clone()));
}

#[divan::bench(args = BOARDS, sample_count = 10)]
fn fewest_replaced(bencher: Bencher<'_, '_>, size: (usize, usize)) {
    let system = board(size, 40, 40);
    let objective = replaced(size);
    assert!(matches!(system.minimise(&objective, &mut STEPS.clone()), Minimum::At { .. }));
    bencher.bench(|| system.minimise(&objective, &mut STEPS.clone()));
}
