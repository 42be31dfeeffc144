use proptest::prelude::*;

use super::*;

const PLENTY: u64 = 200_000_000;

// --- against plain enumeration ---

/// All assignments within the bounds of the variables.
fn assignments(system: &System) -> Vec<Vec<i64>> {
    system.variables.iter().fold(vec![Vec::new()], |shorter, variable| {
        let longer = |one: &Vec<i64>| {
            let one = one.clone();
            (variable.at_least..=variable.at_most).map(move |value| [one.as_slice(), &[value]].concat())
        };
        shorter.iter().flat_map(longer).collect()
    })
}

/// As [`Constraint::holds`], and written apart from it.
fn satisfied(constraint: &Constraint, assignment: &[i64]) -> bool {
    let sum: i64 = constraint.terms.iter().map(|(variable, coefficient)| coefficient * assignment[*variable]).sum();
    constraint.at_least.unwrap_or(i64::MIN) <= sum && sum <= constraint.at_most.unwrap_or(i64::MAX)
}

struct Enumerated {
    solutions: Vec<Vec<i64>>,
    /// For each set of laws as bits: whether an assignment satisfies them and the background.
    possible: Vec<bool>,
}

const LAWS: u32 = 6;

fn enumerate(system: &System) -> Enumerated {
    let mut possible = vec![false; 1 << LAWS];
    let mut solutions = Vec::new();
    for assignment in assignments(system) {
        let (mut violated, mut background) = (0usize, true);
        for constraint in system.constraints.iter().filter(|constraint| !satisfied(constraint, &assignment)) {
            match constraint.law {
                Some(law) => violated |= 1 << law,
                None => background = false,
            }
        }
        if background {
            possible.iter_mut().enumerate().filter(|(laws, _)| laws & violated == 0).for_each(|(_, one)| *one = true);
            if violated == 0 {
                solutions.push(assignment);
            }
        }
    }
    Enumerated { solutions, possible }
}

fn form(coefficients: &[i64], assignment: &[i64]) -> i64 {
    coefficients.iter().zip(assignment).map(|(coefficient, value)| coefficient * value).sum()
}

/// Systems of some variables in narrow ranges, with coefficients up to `far`. Each constraint is satisfied somewhere, and some
/// of them in one place: whether all of them are is then seldom plain.
fn systems(variables: usize, width: i64, far: i64) -> impl Strategy<Value = System> {
    let variable = (-3i64..=3, 0..=width, 0u8..100).prop_map(|(least, width, rare)| Variable {
        at_least: least,
        at_most: if rare == 0 { least - 1 } else { least + width },
    });
    let term = (prop::option::weighted(0.7, -far..=far), 0..=width);
    let constraint = (
        prop::collection::vec(term, variables),
        prop::bool::weighted(0.2),
        0u8..10,
        (0..=far / 2, 0..=far),
        prop::option::weighted(0.8, 0..LAWS),
    );
    let few = prop_oneof![1 => 0..=variables, 3 => variables - 1..=variables];
    let variables_of = few.prop_flat_map(move |count| prop::collection::vec(variable.clone(), count));
    let constraints = prop_oneof![1 => prop::collection::vec(constraint.clone(), 0..=6), 2 => prop::collection::vec(constraint, 5..=6)];
    let shape = (variables_of, constraints);
    (shape, prop::collection::vec(0..=width, variables)).prop_map(|((variables, constraints), place)| {
        let mut system = System { variables, constraints: Vec::new() };
        for (terms, shared, kind, (room, more), law) in constraints {
            let mut sum = 0;
            let mut named = Vec::new();
            for (number, ((coefficient, own), shared_place)) in terms.iter().zip(&place).enumerate() {
                let (Some(variable), Some(coefficient)) = (system.variables.get(number), coefficient) else { continue };
                let offset = if shared { *shared_place } else { *own };
                sum += coefficient * (variable.at_least + offset).min(variable.at_most);
                named.push((number, *coefficient));
            }
            if let (9, Some((variable, coefficient))) = (kind, named.first().copied()) {
                // Named twice.
                named.push((variable, 1));
                named.push((variable, -1 - coefficient));
            }
            let (least, most) = (sum - room, sum + more);
            system.constraints.push(Constraint {
                terms: named,
                at_least: (kind % 3 != 0).then_some(if kind % 3 == 2 { sum } else { least }),
                at_most: (kind % 3 != 1).then_some(if kind % 3 == 2 { sum + room / 2 } else { most }),
                law,
            });
        }
        system
    })
}

/// All that can be asked of a system, against plain enumeration.
fn agrees(system: &System, coefficients: &[i64]) -> Result<(), TestCaseError> {
    let Enumerated { solutions, possible } = enumerate(system);
    let objective: Vec<(usize, i64)> = (0..system.variables.len()).zip(coefficients.iter().copied()).collect();
    let values = || solutions.iter().map(|solution| form(coefficients, solution));
    let (lowest, highest) = (values().min(), values().max());
    match system.solve(&mut PLENTY.clone()) {
        Answer::Feasible(solution) => prop_assert!(solutions.contains(&solution)),
        Answer::Infeasible => prop_assert!(solutions.is_empty()),
        Answer::Undecided => prop_assert!(false, "undecided"),
    }
    match system.minimise(&objective, &mut PLENTY.clone()) {
        Minimum::At { value, solution } => {
            prop_assert_eq!(Some(value), lowest);
            prop_assert!(solutions.contains(&solution));
            prop_assert_eq!(form(coefficients, &solution), value);
        }
        Minimum::Infeasible => prop_assert!(solutions.is_empty()),
        Minimum::Undecided { .. } => prop_assert!(false, "undecided"),
    }
    match system.range(&objective, &mut PLENTY.clone()) {
        Range::Between { lowest: low, highest: high } => prop_assert_eq!((low, high), (lowest, highest)),
        Range::Infeasible => prop_assert!(solutions.is_empty()),
    }
    match system.conflict(&mut PLENTY.clone()) {
        Conflict::None => prop_assert!(!solutions.is_empty()),
        Conflict::Between { laws, smallest } => {
            prop_assert!(smallest);
            let bits = laws.iter().fold(0usize, |bits, law| bits | 1 << law);
            prop_assert!(!possible[bits], "{:?} can be satisfied", laws);
            let least = (0..possible.len()).filter(|laws| !possible[*laws]).map(|laws| laws.count_ones()).min();
            prop_assert_eq!(Some(laws.len() as u32), least);
        }
        Conflict::Undecided => prop_assert!(false, "undecided"),
    }
    Ok(())
}

/// Whether the search by itself finds a solution: with these numbers, with this much patience, with counts or without.
fn searched<W: Whole>(system: &System, patience: Option<usize>, counts: bool) -> bool {
    let Ok(Prepared::Problem(problem)) = Problem::prepare(system, &|_| true, None) else { return false };
    let problem = if counts { problem.with_counts() } else { problem };
    let (mut steps, mut patient) = (PLENTY, patience);
    let budget = &mut Budget(&mut steps);
    let mut search = Search::<W>::new(&problem, budget).unwrap();
    if let Some(patience) = patient.take() {
        search.tableau.patience = patience;
    }
    match search.next(None, budget).unwrap() {
        Found::Nothing => false,
        Found::Point(point) => {
            let solution = problem.spread(system, &point).unwrap();
            assert!(system.constraints.iter().all(|constraint| satisfied(constraint, &solution)));
            true
        }
    }
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(12_000))]

    #[test]
    fn small_systems_come_out_as_by_enumeration(
        system in systems(6, 3, 3),
        coefficients in prop::collection::vec(-3i64..=3, 6),
    ) {
        agrees(&system, &coefficients)?;
    }

    /// Few variables, and coefficients with which strides and rounding matter.
    #[test]
    fn systems_of_large_coefficients_come_out_as_by_enumeration(
        system in systems(3, 9, 25),
        coefficients in prop::collection::vec(-40i64..=40, 3),
    ) {
        agrees(&system, &coefficients)?;
    }

    /// With few steps there may be no answer, and is never another one.
    #[test]
    fn few_steps_give_no_wrong_answer(
        system in systems(5, 3, 5),
        coefficients in prop::collection::vec(-3i64..=3, 5),
        steps in 0u64..4_000,
    ) {
        let Enumerated { solutions, possible } = enumerate(&system);
        let objective: Vec<(usize, i64)> = (0..system.variables.len()).zip(coefficients.iter().copied()).collect();
        let values = || solutions.iter().map(|solution| form(&coefficients, solution));
        match system.solve(&mut steps.clone()) {
            Answer::Feasible(solution) => prop_assert!(solutions.contains(&solution)),
            Answer::Infeasible => prop_assert!(solutions.is_empty()),
            Answer::Undecided => {}
        }
        match system.minimise(&objective, &mut steps.clone()) {
            Minimum::At { value, .. } => prop_assert_eq!(Some(value), values().min()),
            Minimum::Infeasible => prop_assert!(solutions.is_empty()),
            Minimum::Undecided { best: Some((value, solution)) } => {
                prop_assert!(solutions.contains(&solution));
                prop_assert_eq!(form(&coefficients, &solution), value);
            }
            Minimum::Undecided { best: None } => {}
        }
        let mut left = steps;
        match system.range(&objective, &mut left) {
            Range::Between { lowest, highest } => {
                prop_assert!(lowest.is_none() || lowest == values().min());
                prop_assert!(highest.is_none() || highest == values().max());
            }
            Range::Infeasible => prop_assert!(solutions.is_empty()),
        }
        prop_assert!(left <= steps);
        let mut left = steps;
        match system.conflict(&mut left) {
            Conflict::None => prop_assert!(!solutions.is_empty()),
            Conflict::Between { laws, smallest } => {
                let bits = laws.iter().fold(0usize, |bits, law| bits | 1 << law);
                prop_assert!(!possible[bits]);
                let least = (0..possible.len()).filter(|laws| !possible[*laws]).map(|laws| laws.count_ones()).min();
                prop_assert!(!smallest || Some(laws.len() as u32) == least);
            }
            Conflict::Undecided => {}
        }
        prop_assert!(left <= steps);
    }

    /// Numbers of any size, the rule of Bland from the first step, counts as rows: none of them changes what is found.
    #[test]
    fn every_way_of_searching_finds_the_same(system in systems(6, 3, 4)) {
        let feasible = !enumerate(&system).solutions.is_empty();
        prop_assert_eq!(searched::<i128>(&system, None, false), feasible);
        prop_assert_eq!(searched::<i128>(&system, None, true), feasible);
        prop_assert_eq!(searched::<i128>(&system, Some(0), true), feasible);
        prop_assert_eq!(searched::<BigInt>(&system, None, true), feasible);
        prop_assert_eq!(searched::<BigInt>(&system, Some(0), false), feasible);
    }
}

// --- boards ---

fn conflict(system: &System) -> Conflict {
    system.conflict(&mut PLENTY.clone())
}

fn between(laws: &[u32]) -> Conflict {
    Conflict::Between { laws: laws.to_vec(), smallest: true }
}

/// Seats, each with places, and profiles that can sit in all of them: a variable for each pair, by seat.
fn board(places: &[i64], profiles: usize) -> System {
    let mut system = System::default();
    for places in places {
        let seat: Vec<_> = (0..profiles).map(|_| (system.variable(0, *places), 1)).collect();
        system.constrain(None, seat, Some(*places), Some(*places));
    }
    system
}

/// Coefficients for all variables of a board, by seat and profile.
fn weighed(system: &System, profiles: usize, weight: impl Fn(usize, usize) -> i64) -> Vec<(usize, i64)> {
    (0..system.variables.len()).map(|variable| (variable, weight(variable / profiles, variable % profiles))).collect()
}

/// At least so many of a hundred of the members have a profile that counts.
fn share(system: &mut System, law: u32, profiles: usize, percent: i64, counts: impl Fn(usize, usize) -> bool) {
    let weight = |seat, profile| 100 * i64::from(counts(seat, profile)) - percent;
    let terms = weighed(system, profiles, weight);
    system.constrain(Some(law), terms, Some(0), None);
}

#[test]
fn ten_named_of_nineteen_and_sixty_percent_from_elsewhere_are_two_laws_in_conflict() {
    // Profiles: bit 0 is from elsewhere, bit 1 is a woman. The first ten seats are named, and theirs are from here.
    let mut system = board(&[1; 19], 4);
    for seat in 0..10 {
        let elsewhere = weighed(&system, 4, |at, profile| i64::from(at == seat && profile & 1 == 1));
        system.constrain(Some(7), elsewhere, None, Some(0));
    }
    share(&mut system, 3, 4, 60, |_, profile| profile & 1 == 1);
    share(&mut system, 4, 4, 40, |_, profile| profile & 2 == 2);
    share(&mut system, 5, 4, 40, |_, profile| profile & 2 == 0);
    assert_eq!(system.solve(&mut PLENTY.clone()), Answer::Infeasible);
    assert_eq!(conflict(&system), between(&[3, 7]));
    // Seven named seats leave room for twelve, which are 63 %.
    system
        .constraints
        .retain(|constraint| constraint.law != Some(7) || constraint.terms[28..].iter().all(|one| one.1 == 0));
    assert_eq!(conflict(&system), Conflict::None);
}

#[test]
fn forty_percent_of_both_sexes_fit_into_nineteen_and_into_no_board_of_one() {
    for (places, feasible) in [(19, true), (5, true), (4, true), (3, false), (1, false)] {
        let mut system = board(&vec![1; places], 2);
        share(&mut system, 1, 2, 40, |_, profile| profile == 0);
        share(&mut system, 2, 2, 40, |_, profile| profile == 1);
        assert_eq!(matches!(system.solve(&mut PLENTY.clone()), Answer::Feasible(_)), feasible, "{places}");
    }
}

#[test]
fn rounding_that_only_a_count_shows_is_seen() {
    // 40 % and 60 % of 19 are 7.6 and 11.4: together exactly 19, and as people 8 and 12. Seats admit only some profiles, so no two
    // variables are alike.
    let mut system = board(&[1; 19], 6);
    for seat in 0..19 {
        let barred = weighed(&system, 6, |at, profile| i64::from(at == seat && profile / 2 == seat % 3));
        system.constrain(None, barred, None, Some(0));
    }
    share(&mut system, 1, 6, 40, |_, profile| profile % 2 == 0);
    share(&mut system, 2, 6, 60, |_, profile| profile % 2 == 1);
    share(&mut system, 3, 6, 20, |_, profile| profile / 2 == 1);
    assert_eq!(conflict(&system), between(&[1, 2]));
}

#[test]
fn an_even_number_does_not_come_out_odd() {
    let mut system = System::default();
    let pairs: Vec<_> = (0..30).map(|_| (system.variable(0, 1000), 2)).collect();
    system.constrain(Some(1), pairs, Some(1001), Some(1001));
    assert_eq!(conflict(&system), between(&[1]));
    // Here only the sum of two constraints is even.
    let mut system = System::default();
    let [x, y, z, u] = [(); 4].map(|()| system.variable(0, 60_000));
    system.constrain(Some(1), [(x, 1), (y, 1), (z, -2)], Some(0), Some(0));
    system.constrain(Some(2), [(x, 1), (y, 1), (u, -2)], Some(1), Some(1));
    assert_eq!(conflict(&system), between(&[1, 2]));
}

#[test]
fn twentyone_groups_do_not_fit_into_twenty_places() {
    for (groups, fits) in [(20, true), (21, false)] {
        let mut system = board(&[1; 20], groups);
        for group in 0..groups {
            let members = weighed(&system, groups, |_, profile| i64::from(profile == group));
            system.constrain(Some(group as u32), members, Some(1), None);
        }
        let mut steps = 20_000_000;
        match conflict(&system) {
            Conflict::None => assert!(fits),
            // Any twenty of the groups fit.
            other => assert_eq!((other, fits), (between(&(0..21).collect::<Vec<_>>()), false)),
        }
        assert_ne!(system.solve(&mut steps), Answer::Undecided);
    }
}

#[test]
fn more_than_half_of_a_whole_that_varies() {
    // Of the appointed members, who are 1 to 9 of those that may sit, more than half are from elsewhere: at most four are.
    let mut system = System::default();
    let (here, elsewhere) = (system.variable(0, 9), system.variable(0, 4));
    system.constrain(None, [(here, 1), (elsewhere, 1)], Some(1), Some(9));
    system.constrain(Some(1), [(elsewhere, 1), (here, -1)], Some(1), None);
    let range = |system: &System| system.range(&[(here, 1), (elsewhere, 1)], &mut PLENTY.clone());
    assert_eq!(range(&system), Range::Between { lowest: Some(1), highest: Some(7) });
    system.constrain(Some(2), [(here, 1), (elsewhere, 1)], Some(8), None);
    assert_eq!(range(&system), Range::Infeasible);
    assert_eq!(conflict(&system), between(&[1, 2]));
}

#[test]
fn the_smallest_number_of_replaced_members() {
    // 19 members, each kept or replaced by somebody from elsewhere; three are from there already. 60 % are twelve.
    let mut system = System::default();
    let replaced: Vec<_> = (0..19).map(|_| (system.variable(0, 1), 1)).collect();
    let gained = replaced.iter().skip(3).map(|(member, _)| (*member, 5));
    system.constrain(Some(1), gained, Some(3 * 19 - 5 * 3), None);
    let Minimum::At { value, solution } = system.minimise(&replaced, &mut PLENTY.clone()) else { panic!() };
    assert_eq!(value, 9);
    assert_eq!(solution, [vec![0; 3], vec![1; 9], vec![0; 7]].concat());
}

#[test]
fn ten_thousand_places_that_are_alike_are_no_more_work_than_one() {
    let mut system = System::default();
    let places: Vec<_> = (0..10_000).map(|_| (system.variable(0, 1), 1)).collect();
    system.constrain(Some(1), places.iter().copied(), Some(10_001), None);
    assert_eq!(conflict(&system), between(&[1]));
    system.constraints[0].at_least = Some(9_999);
    let mut steps = 100_000;
    let Answer::Feasible(solution) = system.solve(&mut steps) else { panic!() };
    assert_eq!(solution.iter().sum::<i64>(), 9_999);
    assert_eq!(solution.last(), Some(&0));
}

// --- edges ---

#[test]
fn an_empty_system_is_satisfied_and_contradictory_bounds_are_not() {
    let mut system = System::default();
    assert_eq!(system.solve(&mut 10), Answer::Feasible(Vec::new()));
    assert_eq!(conflict(&system), Conflict::None);
    assert_eq!(system.minimise(&[], &mut 100), Minimum::At { value: 0, solution: Vec::new() });
    system.variable(3, 2);
    assert_eq!(system.solve(&mut 10), Answer::Infeasible);
    assert_eq!(conflict(&system), between(&[]));
    assert_eq!(system.range(&[(0, 1)], &mut 100), Range::Infeasible);
}

#[test]
fn a_constraint_of_nothing_is_a_law_by_itself() {
    let mut system = System::default();
    system.constrain(Some(4), [], Some(1), None);
    system.constrain(Some(5), [], None, Some(1));
    assert_eq!(conflict(&system), between(&[4]));
}

#[test]
fn a_background_that_contradicts_itself_is_no_law() {
    let mut system = System::default();
    let one = system.variable(0, 5);
    system.constrain(None, [(one, 1)], Some(6), None);
    system.constrain(Some(1), [(one, 1)], Some(7), None);
    assert_eq!(conflict(&system), between(&[]));
}

#[test]
fn the_smaller_of_two_conflicts_is_found() {
    // 1 to 3 are in conflict by their sum, and 4 and 5 by themselves.
    let mut system = System::default();
    let [x, y, z] = [(); 3].map(|()| system.variable(0, 10));
    system.constrain(Some(1), [(x, 1), (y, -1)], Some(1), None);
    system.constrain(Some(2), [(y, 1), (z, -1)], Some(1), None);
    system.constrain(Some(3), [(z, 1), (x, -1)], Some(1), None);
    system.constrain(Some(4), [(x, 1)], Some(6), None);
    system.constrain(Some(5), [(x, 1)], None, Some(5));
    assert_eq!(conflict(&system), between(&[4, 5]));
}

#[test]
fn numbers_that_are_too_large_are_undecided_and_do_not_overflow() {
    let mut system = System::default();
    let wide: Vec<_> = (0..8).map(|_| (system.variable(i64::MIN, i64::MAX), i64::MIN)).collect();
    system.constrain(Some(1), wide.iter().copied().chain(wide.iter().copied()), Some(1), Some(2));
    assert_eq!(system.solve(&mut PLENTY.clone()), Answer::Undecided);
    assert_eq!(conflict(&system), Conflict::Undecided);
    assert_eq!(system.range(&wide, &mut 1000), Range::Between { lowest: None, highest: None });
    let mut system = System::default();
    system.constrain(None, [(3, 1)], Some(1), None);
    assert_eq!(system.solve(&mut 1000), Answer::Undecided);
    // One that is large, and can be added up.
    let mut system = System::default();
    let one = system.variable(i64::MIN, i64::MAX);
    system.constrain(None, [(one, 1)], Some(i64::MAX), None);
    assert_eq!(system.solve(&mut 1000), Answer::Feasible(vec![i64::MAX]));
}

#[test]
fn what_overflows_the_machine_is_searched_with_numbers_of_any_size() {
    // Each is 1 000 003 / 999 983 of the one before. A sum of all constraints has weights beyond 2¹²⁷.
    let mut system = System::default();
    let chain: Vec<usize> = (0..14).map(|_| system.variable(0, 1 << 60)).collect();
    for (law, pair) in chain.windows(2).enumerate() {
        system.constrain(Some(law as u32), [(pair[0], 1_000_003), (pair[1], -999_983)], Some(0), Some(0));
    }
    system.constrain(Some(20), [(chain[0], 1), (chain[13], -1)], Some(0), None);
    system.constrain(Some(21), [(chain[13], 1), (chain[6], 1)], Some(1), None);
    let Ok(Prepared::Problem(problem)) = Problem::prepare(&system, &|_| true, None) else { panic!() };
    let mut steps = PLENTY;
    let budget = &mut Budget(&mut steps);
    let small = Search::<i128>::new(&problem, budget).unwrap().certificate(budget);
    assert_eq!(small, Err(Stop::Overflow));
    let rows = Search::<BigInt>::new(&problem, budget).unwrap().certificate(budget).unwrap();
    assert_eq!(rows, Some((0..15).collect()));
}

#[test]
fn a_search_without_end_stops_with_its_steps() {
    // Nothing but trying shows that these have no solution.
    let mut system = System::default();
    let terms = [12_223, 12_224, 36_674, 61_119, 85_569];
    let parts: Vec<_> = terms.iter().map(|term| (system.variable(0, 1 << 40), *term)).collect();
    system.constrain(Some(1), parts, Some(89_643_481), Some(89_643_481));
    let mut steps = 300_000;
    assert_eq!(system.solve(&mut steps), Answer::Undecided);
    assert!(steps < 300_000);
}
