//! Telling cases, and every answer held against a brute force.

use std::collections::BTreeMap;

use proptest::{
    collection::{btree_set, vec},
    prelude::*,
    test_runner::Config,
};

use super::{Assignment, Move, Repair, STEPS, Seating, Shortage};

/// A small problem in plain form: places, and for each person the lines, the hats and the register.
#[derive(Clone, Debug)]
struct Plain {
    places: Vec<u32>,
    /// The lines that need not be filled.
    spare: Vec<u32>,
    people: Vec<(Vec<u32>, u32, Vec<u32>)>,
}

impl Plain {
    fn seating(&self) -> Seating {
        let mut seating = Seating::new(self.places.iter().copied());
        self.spare.iter().for_each(|&seat| seating.spare(seat));
        for (may, hats, now) in &self.people {
            let may = seating.may(may.iter().copied());
            seating.person(may, *hats, now.iter().copied());
        }
        seating
    }

    /// Every way to fill places, as how many of each line are filled, with the best a way of it can have: the sum over
    /// people of what `gain` says.
    fn ways(&self, gain: impl Fn(&[u32], &[u32]) -> i64) -> BTreeMap<Vec<u32>, i64> {
        let mut ways = BTreeMap::from([(vec![0; self.places.len()], 0)]);
        for (may, hats, now) in &self.people {
            let mut next = BTreeMap::new();
            for chosen in subsets(may).into_iter().filter(|chosen| chosen.len() <= *hats as usize) {
                let gain = gain(&chosen, now);
                for (filled, sum) in &ways {
                    let mut filled = filled.clone();
                    chosen.iter().for_each(|&seat| filled[seat as usize] += 1);
                    if filled.iter().zip(&self.places).all(|(filled, places)| filled <= places) {
                        let best = next.entry(filled).or_insert(i64::MIN);
                        *best = (*best).max(sum + gain);
                    }
                }
            }
            ways = next;
        }
        ways
    }

    /// The most places filled that have to be, and the greatest gain among those ways.
    fn best(&self, gain: impl Fn(&[u32], &[u32]) -> i64) -> (u32, i64) {
        self.ways(gain).into_iter().map(|(filled, gain)| (self.needed(&filled), gain)).max().unwrap()
    }

    fn needed(&self, filled: &[u32]) -> u32 {
        (0..).zip(filled).filter(|(seat, _)| !self.spare.contains(seat)).map(|(_, filled)| filled).sum()
    }

    fn most(&self) -> u32 {
        self.best(|_, _| 0).0
    }

    /// The theorem of least cuts: what is left out of the set is filled, of the set what people can.
    fn most_by_cut(&self) -> u64 {
        let all: Vec<u32> = (0..self.places.len() as u32).collect();
        let total = self.asked(&all);
        subsets(&all).iter().map(|set| total - self.asked(set) + self.need(set)).min().unwrap()
    }

    fn asked(&self, set: &[u32]) -> u64 {
        let asked = set.iter().filter(|seat| !self.spare.contains(seat));
        asked.map(|&seat| u64::from(self.places[seat as usize])).sum()
    }

    fn need(&self, set: &[u32]) -> u64 {
        let share = |may: &[u32]| set.iter().filter(|seat| may.contains(seat)).count() as u64;
        self.people.iter().map(|(may, hats, _)| share(may).min(u64::from(*hats))).sum()
    }

    fn eligible(&self, set: &[u32]) -> Vec<u32> {
        let people = (0..).zip(&self.people).filter(|(_, (may, _, _))| set.iter().any(|seat| may.contains(seat)));
        people.map(|(person, _)| person).collect()
    }

    fn shortage(&self, among: &[u32]) -> Option<Shortage> {
        let short = subsets(among).into_iter().filter(|set| self.asked(set) > self.need(set));
        let told = short.map(|seats| Shortage {
            people: self.eligible(&seats),
            places: self.asked(&seats),
            can: self.need(&seats),
            smallest: true,
            seats,
        });
        told.min_by_key(|short| (short.seats.len(), short.people.len(), short.seats.clone()))
    }

    fn with(&self, seat: u32, people: u32) -> Self {
        let mut more = self.clone();
        more.people.extend((0..people).map(|_| (vec![seat], 1, Vec::new())));
        more
    }

    fn with_all(&self, made: &[(u32, u32)]) -> Self {
        made.iter().fold(self.clone(), |all, &(seat, people)| all.with(seat, people))
    }

    /// The fewest moves, as a gain: people who are not in the register are new and move for nothing.
    fn fewest_moves(&self, new: usize) -> i64 {
        let gain = |sits: &[u32], now: &[u32]| {
            let left = now.iter().filter(|seat| !sits.contains(seat)).count();
            let entered = sits.iter().filter(|seat| !now.contains(seat)).count();
            -(left.max(entered) as i64)
        };
        let mut old = self.clone();
        let appointed = old.people.split_off(self.people.len() - new);
        for (seats, _, _) in appointed {
            old.places[seats[0] as usize] -= 1;
        }
        -old.best(gain).1
    }

    fn check_assignment(&self) {
        let Assignment { seats, vacant, filled, needed, kept } = self.seating().assign();
        let ways = self.ways(|sits, now| sits.iter().filter(|seat| now.contains(seat)).count() as i64);
        let ways = ways.into_iter().map(|(filled, gain)| (self.needed(&filled), filled.iter().sum::<u32>(), gain));
        let (asked, all, best) = ways.max().unwrap();
        assert_eq!((needed, filled, kept as i64), (u64::from(asked), u64::from(all), best));
        assert_eq!(needed, self.most_by_cut());
        assert_eq!(filled, Self { spare: Vec::new(), ..self.clone() }.most_by_cut());
        let mut empty = self.places.clone();
        let mut as_before = 0;
        for (seats, (may, hats, now)) in seats.iter().zip(&self.people) {
            assert!(seats.is_sorted_by(|one, other| one < other) && seats.len() <= *hats as usize);
            assert!(seats.iter().all(|seat| may.contains(seat)));
            as_before += seats.iter().filter(|seat| now.contains(seat)).count() as u64;
            seats.iter().for_each(|&seat| empty[seat as usize] -= 1);
        }
        assert_eq!((vacant, kept), (empty, as_before));
    }

    fn check_shortages(&self) {
        let all: Vec<u32> = (0..self.places.len() as u32).collect();
        let seating = self.seating();
        assert_eq!(seating.shortage(&mut STEPS.clone()), self.shortage(&all));
        // Without steps it is a reason all the same.
        if let Some(any) = seating.shortage(&mut 0) {
            assert_eq!((self.asked(&any.seats), self.need(&any.seats)), (any.places, any.can));
            assert!(any.places > any.can);
            assert!(!any.smallest || Some(any) == self.shortage(&all));
        }
        for mut steps in [STEPS, 30, 0] {
            let found = seating.shortages(&mut steps);
            let mut rest = self.clone();
            for short in &found {
                assert_eq!(short.people, self.eligible(&short.seats));
                assert_eq!((short.places, short.can), (self.asked(&short.seats), self.need(&short.seats)));
                assert!(short.places > short.can);
                for &seat in &short.seats {
                    assert!(!self.spare.contains(&seat), "{seat} need not be filled");
                    assert!(rest.places[seat as usize] > 0, "{seat} is in two");
                    rest.places[seat as usize] = 0;
                }
            }
            assert_eq!(u64::from(rest.most()), rest.asked(&all));
            assert!(found.iter().map(|short| short.places - short.can).sum::<u64>() <= seating.repair().new_people());
            assert!(found.is_sorted_by(|one, other| one.seats < other.seats));
            assert_eq!(found.is_empty(), u64::from(self.most()) == self.asked(&all));
        }
    }

    /// Holds a repair to what it says, given the people who have been appointed already.
    fn check_repair(&self, repair: &Repair, made: &[(u32, u32)]) {
        let total: u32 = self.needed(&self.places);
        let new: Vec<(u32, u32)> =
            repair.appointments().iter().map(|appointment| (appointment.seat, appointment.people)).collect();
        let before = self.with_all(made);
        assert_eq!(repair.new_people(), u64::from(total - before.most()));
        assert_eq!(before.with_all(&new).most(), total);

        // The moves lead from the register to something lawful that is full.
        let mut sits: Vec<Vec<u32>> = self.people.iter().map(|(_, _, now)| now.clone()).collect();
        for &Move { person, from, to } in &repair.moves {
            assert!(from.is_some() || to.is_some());
            let sits = &mut sits[person as usize];
            if let Some(from) = from {
                sits.remove(sits.iter().position(|&seat| seat == from).unwrap());
            }
            sits.extend(to);
        }
        let mut empty = self.places.clone();
        new.iter().chain(made).for_each(|&(seat, people)| empty[seat as usize] -= people);
        for (sits, (may, hats, _)) in sits.iter().zip(&self.people) {
            assert!(sits.len() <= *hats as usize && sits.iter().all(|seat| may.contains(seat)));
            assert!((1..sits.len()).all(|at| !sits[at..].contains(&sits[at - 1])));
            sits.iter().for_each(|&seat| empty[seat as usize] -= 1);
        }
        assert_eq!(self.needed(&empty), 0);
        assert!(repair.moves.is_sorted());
        assert!(repair.moves.iter().all(|one| one.to.is_none_or(|to| !self.spare.contains(&to))));
        let made: usize = made.iter().map(|&(_, people)| people as usize).sum();
        assert_eq!(repair.moves.len() as i64, before.fewest_moves(made));

        for (index, &(seat, people)) in new.iter().enumerate() {
            let mut before = before.with_all(&new[..index]);
            for _ in 0..people {
                let most = before.most_by_cut();
                let mut any_of = repair.any_of(index).to_vec();
                any_of.sort_unstable();
                let would: Vec<u32> = (0..self.places.len() as u32)
                    .filter(|&seat| before.with(seat, 1).most_by_cut() == most + 1)
                    .collect();
                assert_eq!(any_of, would);
                before = before.with(seat, 1);
            }
        }
        assert!(repair.any_of(new.len()).is_empty());
    }

    fn check_repairs(&self) {
        let seating = self.seating();
        let repair = seating.repair();
        self.check_repair(&repair, &[]);
        let mut made = Vec::new();
        for (index, appointment) in repair.appointments().iter().enumerate() {
            for seat in 0..self.places.len() as u32 {
                let mut with = made.clone();
                with.push((seat, 1));
                let helps = repair.any_of(index).contains(&seat);
                let other = seating.moves_for(&repair, index, seat);
                assert_eq!(other.is_some(), helps);
                assert_eq!(seating.repair_with(&with), other);
                if let Some(other) = other {
                    self.check_repair(&other, &with);
                }
            }
            made.push((appointment.seat, appointment.people));
        }
    }
}

/// What a place costs that need not be filled.
const TOLL: i64 = 1_000_000;

/// The cheapest flow in the plainest way: one path at a time, found by Bellman and Ford, as long as one costs less than `upto`. Gives its amount and its cost.
fn cheapest(plain: &Plain, upto: i64, charge: impl Fn(usize, u32) -> i64) -> (u64, i64) {
    let (people, seats) = (plain.people.len(), plain.places.len());
    let (source, sink) = (people + seats, people + seats + 1);
    // From, to, room, cost; the reverse of an arc is its neighbour.
    let mut arcs: Vec<(usize, usize, u32, i64)> = Vec::new();
    let mut arc = |from, to, room, cost: i64| arcs.extend([(from, to, room, cost), (to, from, 0, -cost)]);
    for (person, (may, hats, now)) in plain.people.iter().enumerate() {
        (0..*hats).for_each(|hat| arc(source, person, 1, charge(now.len(), hat)));
        may.iter().for_each(|seat| arc(person, people + *seat as usize, 1, -i64::from(now.contains(seat))));
    }
    let toll = |seat: usize| if plain.spare.contains(&(seat as u32)) { TOLL } else { 0 };
    (0..seats).for_each(|seat| arc(people + seat, sink, plain.places[seat], toll(seat)));
    let (mut amount, mut total) = (0, 0);
    loop {
        let mut least = vec![(i64::MAX, 0); sink + 1];
        least[source].0 = 0;
        let mut changed = true;
        while std::mem::take(&mut changed) {
            for (index, &(from, to, room, cost)) in arcs.iter().enumerate() {
                if room > 0 && least[from].0 < i64::MAX && least[from].0 + cost < least[to].0 {
                    least[to] = (least[from].0 + cost, index);
                    changed = true;
                }
            }
        }
        if least[sink].0 >= upto {
            return (amount, total);
        }
        (amount, total) = (amount + 1, total + least[sink].0);
        let mut at = sink;
        while at != source {
            let index = least[at].1;
            arcs[index].2 -= 1;
            arcs[index ^ 1].2 += 1;
            at = arcs[index].0;
        }
    }
}

fn subsets(of: &[u32]) -> Vec<Vec<u32>> {
    of.iter().fold(vec![Vec::new()], |mut sets, &one| {
        let with: Vec<Vec<u32>> = sets.iter().map(|set| set.iter().copied().chain([one]).collect()).collect();
        sets.extend(with);
        sets
    })
}

/// People of whom several share a set of lines, as they do in terms.
fn plain(seats: usize, people: usize, places: u32) -> impl Strategy<Value = Plain> {
    (1..=seats).prop_flat_map(move |seats| {
        let lines = 0..seats as u32;
        let now = prop_oneof![
            1 => Just(Vec::new()),
            2 => btree_set(lines.clone(), 0..=2).prop_map(Vec::from_iter),
        ];
        let may = vec(btree_set(lines.clone(), 0..=seats).prop_map(Vec::from_iter), 1..=4);
        let spare = prop_oneof![
            1 => Just(Vec::new()),
            1 => btree_set(lines, 0..=seats).prop_map(Vec::from_iter),
        ];
        let person = (any::<prop::sample::Index>(), prop_oneof![4 => Just(1), 3 => Just(2), 1 => 0..4u32], now);
        (vec(0..=places, seats), spare, may, vec(person, 0..=people)).prop_map(|(places, spare, may, people)| Plain {
            places,
            spare,
            people: people.into_iter().map(|(kind, hats, now)| (kind.get(&may).clone(), hats, now)).collect(),
        })
    })
}

fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn the_most_is_filled_and_of_that_the_most_is_kept(plain in plain(5, 6, 3)) {
        plain.check_assignment();
    }

    #[test]
    fn the_smallest_shortage_is_found(plain in plain(5, 6, 3)) {
        plain.check_shortages();
    }
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn a_repair_needs_the_fewest_people_and_moves_and_tells_every_alternative(plain in plain(5, 6, 3)) {
        plain.check_repairs();
    }

    #[test]
    fn more_lines_have_larger_shortages(plain in plain(9, 12, 2)) {
        let all: Vec<u32> = (0..plain.places.len() as u32).collect();
        prop_assert_eq!(plain.seating().shortage(&mut STEPS.clone()), plain.shortage(&all));
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn larger_problems_come_out_as_the_plainest_algorithm_has_them(
        places in vec(0..=3_u32, 25),
        spare in prop_oneof![Just(Vec::new()), btree_set(0..25_u32, 1..=12).prop_map(Vec::from_iter)],
        sets in vec(btree_set(0..25_u32, 1..=6).prop_map(Vec::from_iter), 12),
        people in vec((0..12_usize, 0..=3_u32, btree_set(0..25_u32, 0..=2), any::<prop::sample::Index>()), 45),
    ) {
        let people = people.into_iter().map(|(set, hats, now, lawful)| {
            // Most of the register is lawful, or else little would be at stake.
            let now = now.into_iter().skip(1).chain([*lawful.get(&sets[set])]).collect::<std::collections::BTreeSet<_>>();
            (sets[set].clone(), hats, now.into_iter().collect())
        });
        let plain = Plain { places, spare, people: people.collect() };
        let assignment = plain.seating().assign();
        let (filled, cost) = cheapest(&plain, i64::MAX, |_, _| 0);
        let spare = (assignment.filled - assignment.needed) as i64;
        prop_assert_eq!((assignment.filled, spare * TOLL - assignment.kept as i64), (filled, cost));
        let register: i64 = plain.people.iter().map(|(_, _, now)| now.len() as i64).sum();
        let (_, cost) = cheapest(&plain, TOLL, |known, hat| i64::from(hat as usize >= known));
        let repair = plain.seating().repair();
        prop_assert_eq!(repair.moves.len() as i64, (register + cost).rem_euclid(TOLL));
        prop_assert!(repair.moves.iter().all(|one| one.to.is_none_or(|to| !plain.spare.contains(&to))));
    }
}

/// Lines of one place each, and people with one hat.
fn board(seats: usize, people: &[(&[u32], &[u32])]) -> Plain {
    let people = people.iter().map(|(may, now)| (may.to_vec(), 1, now.to_vec())).collect();
    Plain { places: vec![1; seats], spare: Vec::new(), people }
}

fn check(plain: &Plain) {
    plain.check_assignment();
    plain.check_shortages();
    plain.check_repairs();
}

#[test]
fn three_seats_for_two_people() {
    let plain = board(4, &[(&[0, 1, 2], &[]), (&[0, 1, 2, 3], &[3]), (&[0, 1, 2], &[0])]);
    check(&plain);
    let seating = plain.seating();
    let short = seating.shortage(&mut STEPS.clone()).unwrap();
    assert_eq!((short.seats.as_slice(), short.places, short.can), ([0, 1, 2, 3].as_slice(), 4, 3));
    let repair = seating.repair();
    assert_eq!(repair.moves, [Move { person: 0, from: None, to: Some(1) }]);
    assert_eq!((repair.appointments()[0].seat, repair.any_of(0)), (2, [0, 1, 2, 3].as_slice()));
    // For the seat that person 1 has, person 1 has to go to the one that is empty.
    let other = seating.moves_for(&repair, 0, 3).unwrap();
    assert_eq!(other.moves.len(), 2);
    assert!(other.appointments().is_empty());
}

#[test]
fn shortages_that_have_nothing_to_do_with_each_other_are_both_told() {
    let plain = board(6, &[(&[0, 1], &[]), (&[2, 3, 4], &[]), (&[2, 3, 4], &[]), (&[5], &[5])]);
    check(&plain);
    let found: Vec<Vec<u32>> =
        plain.seating().shortages(&mut STEPS.clone()).into_iter().map(|short| short.seats).collect();
    assert_eq!(found, [vec![0, 1], vec![2, 3, 4]]);
    let repair = plain.seating().repair();
    assert_eq!((repair.any_of(0), repair.any_of(1)), ([2, 3, 4, 0, 1].as_slice(), [2, 3, 4].as_slice()));
}

#[test]
fn who_has_two_hats_fills_two_lines_but_no_line_twice() {
    let two = |places: &[u32]| Plain { places: places.to_vec(), spare: vec![], people: vec![(vec![0, 1], 2, vec![])] };
    check(&two(&[1, 1]));
    assert_eq!(two(&[1, 1]).seating().assign().seats, [[0, 1]]);
    check(&two(&[2, 0]));
    assert_eq!(two(&[2, 0]).seating().assign().filled, 1);
    let short = two(&[2, 1]).seating().shortage(&mut STEPS.clone()).unwrap();
    assert_eq!((short.seats, short.can), (vec![0], 1));
}

#[test]
fn of_an_overfull_register_the_ones_who_fit_stay() {
    // Person 0 can go elsewhere, person 1 can not.
    let plain = board(2, &[(&[0, 1], &[0]), (&[0], &[0])]);
    check(&plain);
    assert_eq!(plain.seating().assign().seats, [[1], [0]]);
    assert_eq!(plain.seating().repair().moves, [Move { person: 0, from: Some(0), to: Some(1) }]);
    // Nothing is empty, and yet somebody has to go.
    let plain = board(1, &[(&[0], &[0]), (&[0], &[0])]);
    check(&plain);
    assert_eq!(plain.seating().repair().moves, [Move { person: 1, from: Some(0), to: None }]);
}

#[test]
fn an_ineligible_holder_leaves_and_takes_another_seat_in_the_same_move() {
    // Person 1 sits nowhere and could as well take the seat 0, but person 0 has to move anyway.
    let plain = board(2, &[(&[0], &[1]), (&[0], &[]), (&[1], &[])]);
    check(&plain);
    let moves = plain.seating().repair().moves;
    assert_eq!(moves, [Move { person: 0, from: Some(1), to: Some(0) }, Move { person: 2, from: None, to: Some(1) }]);
    // A line that there is not is unlawful as well.
    let plain = board(1, &[(&[0], &[7])]);
    assert_eq!(plain.seating().repair().moves, [Move { person: 0, from: Some(7), to: Some(0) }]);
}

#[test]
fn who_sits_where_nobody_has_to_may_leave_for_a_place_that_has_to_be_filled() {
    let spare = |people: &[(&[u32], &[u32])]| Plain { spare: vec![1], ..board(3, people) };
    // Person 0 goes to the empty place; who is kept in the spare line is one, and nobody enters it.
    let plain = spare(&[(&[0, 1], &[1]), (&[1], &[]), (&[2], &[2])]);
    check(&plain);
    assert_eq!(plain.seating().repair().moves, [Move { person: 0, from: Some(1), to: Some(0) }]);
    assert!(plain.seating().shortages(&mut STEPS.clone()).is_empty());
    // Nobody leaves for nothing, and one move is better than two that would leave more places filled.
    let plain = spare(&[(&[0, 1], &[1]), (&[0, 2], &[2]), (&[2], &[])]);
    check(&plain);
    assert_eq!(plain.seating().repair().moves, [Move { person: 0, from: Some(1), to: Some(0) }]);
    let plain = spare(&[(&[0, 1], &[1]), (&[0], &[0]), (&[2], &[2])]);
    check(&plain);
    assert!(plain.seating().repair().moves.is_empty());
    // Who may not sit there leaves, and nobody is appointed instead.
    let plain = spare(&[(&[], &[1]), (&[0], &[0])]);
    check(&plain);
    let repair = plain.seating().repair();
    assert_eq!(repair.moves, [Move { person: 0, from: Some(1), to: None }]);
    assert_eq!((repair.appointments().len(), repair.appointments()[0].seat, repair.any_of(0)), (1, 2, [2].as_slice()));
    let short = plain.seating().shortages(&mut STEPS.clone());
    assert_eq!(short.iter().map(|short| short.seats.as_slice()).collect::<Vec<_>>(), [[2]]);
    assert_eq!(plain.seating().repair_with(&[(1, 1)]), None);
}

#[test]
fn nobody_no_seats_and_no_places() {
    let nobody = Plain { places: vec![2, 0, 1], spare: vec![], people: vec![] };
    check(&nobody);
    let found = nobody.seating().shortages(&mut STEPS.clone());
    assert_eq!(found.iter().map(|short| short.places).collect::<Vec<_>>(), [2, 1]);
    let repair = nobody.seating().repair();
    assert_eq!(repair.appointments().iter().map(|new| (new.seat, new.people)).collect::<Vec<_>>(), [(0, 2), (2, 1)]);
    check(&Plain { places: vec![], spare: vec![], people: vec![] });
    check(&Plain { places: vec![], spare: vec![], people: vec![(vec![], 1, vec![])] });
    check(&Plain { places: vec![0, 0], spare: vec![], people: vec![(vec![0, 1], 1, vec![1])] });
}

#[test]
fn a_line_with_more_places_than_there_can_be_people_costs_nothing() {
    let mut seating = Seating::new([u32::MAX, u32::MAX]);
    let may = seating.may([0, 1]);
    (0..3).for_each(|_| _ = seating.person(may, u32::MAX, []));
    assert_eq!(seating.assign().filled, 6);
    assert_eq!(seating.repair().new_people(), 2 * u64::from(u32::MAX) - 6);
    assert_eq!(seating.shortage(&mut STEPS.clone()).unwrap().seats, [0]);
}

#[test]
fn sets_are_shared_and_a_strange_set_is_empty() {
    let mut seating = Seating::new([1, 1]);
    let may = seating.may([1, 0, 1, 9]);
    assert_eq!(may, seating.may([0, 1]));
    let strange = {
        let mut other = Seating::new([1, 1]);
        other.may([0]);
        other.may([1])
    };
    seating.person(strange, 1, []);
    assert_eq!(seating.assign().filled, 0);
    assert_eq!((seating.seats(), seating.people()), (2, 1));
}

/// The same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

#[test]
fn boards_are_proven_within_the_budget() {
    let mut dice = Dice(1);
    for people in [10, 15, 20, 25, 28, 30, 60, 100] {
        for eligible in [2, 3, 4, 6, 8, 12] {
            let mut lines = vec![Vec::new(); people];
            // Each seat has candidates, of whom some are candidates for many.
            for seat in 0..30 {
                for _ in 0..eligible {
                    lines[(dice.roll(people as u64) * dice.roll(people as u64) / people as u64) as usize].push(seat);
                }
            }
            let mut seating = Seating::new([1; 30]);
            for lines in lines {
                let may = seating.may(lines);
                seating.person(may, 1 + u32::from(dice.roll(8) == 0), []);
            }
            let short = seating.shortage(&mut STEPS.clone());
            assert!(short.is_none_or(|short| short.smallest), "{people} people, {eligible} a seat");
        }
    }
}

#[test]
fn interchangeable_lines_are_no_riddle() {
    let mut seating = Seating::new([1; 2_000]);
    let may = seating.may(0..2_000);
    (0..1_000).for_each(|_| _ = seating.person(may, 1, []));
    let short = seating.shortage(&mut STEPS.clone()).unwrap();
    assert_eq!((short.seats, short.can, short.smallest), ((0..=1_000).collect(), 1_000, true));
}

#[test]
fn the_same_input_gives_the_same_answer() {
    let build = || {
        let mut dice = Dice(7);
        let mut seating = Seating::new((0..200).map(|seat| seat % 3));
        for _ in 0..220 {
            let may = (0..4).map(|_| dice.roll(200) as u32).collect::<Vec<_>>();
            let may = seating.may(may);
            let now = [dice.roll(200) as u32];
            seating.person(may, 1 + dice.roll(2) as u32, now);
        }
        seating
    };
    let (one, other) = (build(), build());
    assert_eq!(one.assign(), other.assign());
    assert_eq!(one.repair(), other.repair());
    assert_eq!(one.shortages(&mut 100_000), other.shortages(&mut 100_000));
}
