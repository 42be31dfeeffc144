//! What a repair must not break: who keeps an office by where they sit, of which members a seat or the body needs so many, whom each nominator puts forward, who
//! must not sit beside one another, and which seats one person must not have together.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Arrangement,
    count::{Count, Place, counts, may_stay},
};
use crate::{
    document::{body::Aspect, pact::Role},
    graph::{composition::Law, edge::EdgeKind, node::NodeId, requirement::Target},
    prove::{Prover, group::Truth},
    solve::seating::{Move, Repair, Seating},
};

/// How often a repair is worked out again without what it would break, and how often after that with everybody whose move would break something left where
/// they are.
const ROUNDS: (usize, usize) = (16, 8);

/// A person of whom several rows may have seats.
#[derive(Debug)]
struct Hatted {
    rows: Vec<u32>,
    /// How many seats that count one person may have.
    most: Option<usize>,
}

/// What a repair must not break.
#[derive(Debug, Default)]
pub(crate) struct Guard {
    /// Who sits in each seat now, as the register has it.
    now: Vec<Vec<u32>>,
    /// For whom a seat was found, and which.
    found: BTreeMap<u32, u32>,
    /// Who has an office: the seats in which they would have it.
    offices: BTreeMap<u32, BTreeSet<u32>>,
    counts: Vec<Count>,
    /// Seats of which too much would have to be looked at: nobody is moved into or out of them.
    frozen: BTreeSet<u32>,
    /// Seats whose members differ in something, and what is said of whom in that.
    distinct: Vec<(u32, usize)>,
    said: Vec<FxHashMap<u32, Vec<NodeId>>>,
    /// Persons of several rows, seats of which nobody may have two, and which seats count.
    hatted: Vec<Hatted>,
    apart: Vec<BTreeSet<u32>>,
    counting: BTreeSet<u32>,
    /// Who must not leave a seat.
    kept: FxHashSet<(u32, u32)>,
}

/// What is wrong with moves.
#[derive(Debug, Default)]
struct Offences {
    /// Who must not sit where.
    barred: BTreeSet<(u32, u32)>,
    /// Who stays where they sit, rather than somebody else who is one too many.
    kept: BTreeSet<(u32, u32)>,
    /// Whose moves are wrong.
    movers: BTreeSet<u32>,
}

impl Offences {
    fn any(&self) -> bool {
        !self.barred.is_empty()
    }
}

/// Moves, seen from the seats.
struct Turns<'a> {
    problem: &'a Seating,
    moves: &'a [Move],
    left: FxHashSet<(u32, u32)>,
    entered: BTreeMap<u32, Vec<u32>>,
    /// By seat, the moves of whoever leaves or enters it and sits in no other beside, so that a count of one seat looks at no others.
    about: FxHashMap<u32, Vec<Move>>,
    /// All such moves.
    of_one: Vec<Move>,
}

impl Turns<'_> {
    fn entered(&self, seat: u32) -> &[u32] {
        self.entered.get(&seat).map_or(&[], Vec::as_slice)
    }
}

impl Guard {
    fn new(prover: &Prover<'_>, body: NodeId, of: &Arrangement) -> Self {
        let counts = counts(prover, body, of);
        let mut guard = Self {
            now: vec![Vec::new(); of.seats.len()],
            counts: counts.all,
            frozen: counts.frozen,
            ..Self::default()
        };
        for (person, &member) in (0u32..).zip(&of.people) {
            let now = of.problem.now(person);
            if prover.graph.outgoing(member, EdgeKind::Fills).is_empty() {
                guard.found.extend(now.first().map(|&seat| (person, seat)));
                continue;
            }
            for &seat in now {
                guard.now.get_mut(seat as usize).into_iter().for_each(|now| now.push(person));
            }
        }
        guard.offices(prover, body, of);
        guard.hats(prover, body, of);
        let mut aspects: Vec<Aspect<Target>> = Vec::new();
        for (number, &seat) in (0u32..).zip(&of.seats) {
            let Some(aspect) = prover.graph.seat_law(seat).and_then(|law| law.distinct) else { continue };
            let known = aspects.iter().position(|&known| known == aspect);
            guard.distinct.push((number, known.unwrap_or(aspects.len())));
            if known.is_none() {
                aspects.push(aspect);
            }
        }
        guard.said =
            aspects.into_iter().map(|aspect| (0u32..).zip(prover.marks(&of.people, aspect)).collect()).collect();
        guard
    }

    fn offices(&mut self, prover: &Prover<'_>, body: NodeId, of: &Arrangement) {
        let numbers: FxHashMap<NodeId, u32> = of.people.iter().copied().zip(0u32..).collect();
        for provision in prover.provisions(body).into_iter().filter(|&one| prover.is_law(one)) {
            let (office, role) = match prover.graph.law(provision) {
                Some(Law::Chair(office)) => (office, Role::Chair),
                Some(Law::Deputy(office)) => (office, Role::Deputy),
                _ => continue,
            };
            for member in prover.in_office(body, role) {
                let Some(&person) = numbers.get(&member) else { continue };
                if prover.in_group(member, &office.from) != Truth::Yes {
                    continue;
                }
                let holds = |number: &u32| {
                    let seat = of.seat(*number);
                    seat.is_some_and(|seat| prover.would_be_in_group(member, &office.from, seat) == Truth::Yes)
                };
                let may: BTreeSet<u32> = of.problem.may_take(person).iter().copied().filter(holds).collect();
                match self.offices.get_mut(&person) {
                    Some(known) => known.retain(|seat| may.contains(seat)),
                    None => {
                        self.offices.insert(person, may);
                    }
                }
            }
        }
    }

    fn hats(&mut self, prover: &Prover<'_>, body: NodeId, of: &Arrangement) {
        let hats = prover.hats_of(body);
        if hats.is_empty() {
            return;
        }
        let numbers: FxHashMap<NodeId, u32> = of.seats.iter().copied().zip(0u32..).collect();
        for seats in hats.iter().flat_map(|hats| &hats.never_both) {
            let seats = prover.resolved(seats).0.into_iter();
            self.apart.push(seats.filter_map(|seat| numbers.get(&seat).copied()).collect());
        }
        self.counting =
            (0u32..).zip(&of.seats).filter(|(_, seat)| prover.counts(**seat)).map(|(number, _)| number).collect();
        let most = hats.iter().filter_map(|hats| hats.most).min().map(|most| most as usize);
        let mut persons: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (number, &member) in (0u32..).zip(&of.people) {
            prover.person_of(member).into_iter().for_each(|person| persons.entry(person).or_default().push(number));
        }
        let several = persons.into_values().filter(|rows| rows.len() > 1);
        self.hatted = several.map(|rows| Hatted { rows, most }).collect();
    }

    /// Whether moves break something that they need not.
    pub(crate) fn is_broken_by(&self, problem: &Seating, moves: &[Move]) -> bool {
        self.offences(problem, moves).any()
    }

    fn now(&self, seat: u32) -> &[u32] {
        self.now.get(seat as usize).map_or(&[], Vec::as_slice)
    }

    /// Whoever sits in a seat after moves: who stays, then who comes.
    fn after(&self, turns: &Turns<'_>, seat: u32) -> Vec<u32> {
        let stay = self.now(seat).iter().filter(|&&person| !turns.left.contains(&(person, seat)));
        stay.chain(turns.entered(seat)).copied().collect()
    }

    fn keeps(&self, person: u32, seat: u32) -> bool {
        self.kept.contains(&(person, seat)) || self.offices.get(&person).is_some_and(|own| own.contains(&seat))
    }

    /// Moves as the register has to be changed for them, by person: whoever keeps a seat that was found enters it, and whoever leaves one has none to leave.
    pub(crate) fn entered(&self, moves: &[Move]) -> Vec<Move> {
        let mut all = self.seen(moves);
        for one in &mut all {
            one.from = one.from.filter(|_| !self.found.contains_key(&one.person));
        }
        all.sort_unstable();
        all
    }

    /// Moves as the seats see them, by person: whoever keeps a seat that was found is as good as one who enters it.
    fn seen(&self, moves: &[Move]) -> Vec<Move> {
        let stays = |person: u32| moves.binary_search_by_key(&person, |one| one.person).is_err();
        let kept = self.found.iter().filter(|(person, _)| stays(**person));
        let kept = kept.map(|(&person, &seat)| Move { person, from: None, to: Some(seat) });
        let mut all: Vec<Move> = moves.iter().copied().chain(kept).collect();
        all.sort_unstable();
        all
    }

    fn offences(&self, problem: &Seating, moves: &[Move]) -> Offences {
        // Whoever leaves a seat that was found leaves it as if it was given: it is as much a part of what is met.
        let moves = &self.seen(moves);
        let of_one = moves.iter().copied().filter(|one| problem.now(one.person).len() < 2).collect();
        let mut turns = Turns {
            problem,
            moves,
            left: FxHashSet::default(),
            entered: BTreeMap::new(),
            about: FxHashMap::default(),
            of_one,
        };
        for &one in &turns.of_one {
            let mut seats: Vec<u32> = problem.now(one.person).iter().copied().chain(one.to).collect();
            seats.dedup();
            seats.into_iter().for_each(|seat| turns.about.entry(seat).or_default().push(one));
        }
        for one in moves {
            turns.left.extend(one.from.map(|from| (one.person, from)));
            one.to.into_iter().for_each(|to| turns.entered.entry(to).or_default().push(one.person));
        }
        let mut found = Offences::default();
        self.frozen_seats(&turns, &mut found);
        self.lost_offices(&turns, &mut found);
        self.counts.iter().for_each(|count| self.miscounted(&turns, count, &mut found));
        self.beside(&turns, &mut found);
        self.too_many_hats(&turns, &mut found);
        found
    }

    fn frozen_seats(&self, turns: &Turns<'_>, found: &mut Offences) {
        for one in turns.moves {
            let Some(to) = one.to.filter(|to| self.found.get(&one.person) != Some(to)) else { continue };
            let out = one.from.is_some_and(|from| self.frozen.contains(&from)) && may_stay(turns.problem, one);
            if out || self.frozen.contains(&to) {
                found.barred.insert((one.person, to));
                found.movers.insert(one.person);
            }
        }
    }

    /// Where it is one too many in a seat that somebody leaves for nothing who keeps it, somebody else does of whom this holds.
    fn instead(
        &self,
        turns: &Turns<'_>,
        (person, seat): (u32, u32),
        found: &mut Offences,
        free: &mut dyn FnMut(u32) -> bool,
    ) {
        let all = self.after(turns, seat);
        let other = all.into_iter().rev().find(|&other| {
            !self.keeps(other, seat)
                && !found.barred.contains(&(other, seat))
                && !found.kept.contains(&(other, seat))
                && free(other)
        });
        if let Some(other) = other {
            found.barred.insert((other, seat));
            found.movers.extend([person, other]);
        }
        found.kept.insert((person, seat));
    }

    fn lost_offices(&self, turns: &Turns<'_>, found: &mut Offences) {
        for one in turns.moves.iter().filter(|one| may_stay(turns.problem, one)) {
            let Some(from) = one.from.filter(|&from| self.keeps(one.person, from)) else { continue };
            match one.to {
                Some(to) if self.keeps(one.person, to) || !self.offices.contains_key(&one.person) => {}
                Some(to) => {
                    found.barred.insert((one.person, to));
                    found.movers.insert(one.person);
                }
                None => self.instead(turns, (one.person, from), found, &mut |_| true),
            }
        }
    }

    /// Moves after which more is amiss of a count than was.
    fn miscounted(&self, turns: &Turns<'_>, count: &Count, found: &mut Offences) {
        let moves = match count.seat() {
            Some(seat) => turns.about.get(&seat).map_or(&[][..], Vec::as_slice),
            None => &turns.of_one,
        };
        // Whoever may not stay can only go elsewhere, or leave.
        let back = |one: &Move| match (one.from, one.to) {
            (None, _) => Some(Place::Now),
            _ if may_stay(turns.problem, one) => Some(Place::Now),
            (Some(_), to) => to.map(|_| Place::Gone),
        };
        let (harmful, mut state, _) = count.harmful(moves, &back);
        for one in harmful.into_iter().filter_map(|at| moves.get(at)) {
            match (one.to, one.from) {
                (Some(to), _) => {
                    let alike = |seat: &u32| count.is_alike(one.person, Place::Seat(*seat), Place::Seat(to));
                    let same = turns.problem.may_take(one.person).iter().copied().filter(alike);
                    found.barred.extend(same.filter(|&seat| Some(seat) != one.from).map(|seat| (one.person, seat)));
                    found.movers.insert(one.person);
                    // Who is missed in the seat is not the one to leave it for nothing either.
                    let missed = may_stay(turns.problem, one) && !count.is_alike(one.person, Place::Now, Place::Gone);
                    found.kept.extend(one.from.filter(|_| missed).map(|from| (one.person, from)));
                }
                (None, Some(from)) => {
                    let mut free = |other: u32| {
                        let sat = if self.now(from).contains(&other) { Place::Now } else { Place::Seat(from) };
                        if count.shift(&mut state, other, sat, Place::Gone) <= 0 {
                            return true;
                        }
                        count.shift(&mut state, other, Place::Gone, sat);
                        false
                    };
                    self.instead(turns, (one.person, from), found, &mut free);
                }
                (None, None) => {}
            }
        }
    }

    /// Moves to beside somebody of whom the same is said.
    fn beside(&self, turns: &Turns<'_>, found: &mut Offences) {
        for &(seat, aspect) in self.distinct.iter().filter(|(seat, _)| !turns.entered(*seat).is_empty()) {
            let Some(said) = self.said.get(aspect) else { continue };
            let of = |person: u32| said.get(&person).map_or(&[][..], Vec::as_slice);
            let stay = self.now(seat).iter().filter(|&&person| !turns.left.contains(&(person, seat)));
            let mut there: FxHashSet<NodeId> = stay.flat_map(|&person| of(person)).copied().collect();
            for &person in turns.entered(seat) {
                if of(person).iter().any(|value| there.contains(value)) {
                    found.barred.insert((person, seat));
                    found.movers.insert(person);
                } else {
                    there.extend(of(person));
                }
            }
        }
    }

    /// Moves that give one person more seats, or two together, than one may have.
    fn too_many_hats(&self, turns: &Turns<'_>, found: &mut Offences) {
        let mut to: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for one in turns.moves {
            one.to.into_iter().for_each(|seat| to.entry(one.person).or_default().push(seat));
        }
        for Hatted { rows, most } in &self.hatted {
            if !rows.iter().any(|row| to.contains_key(row)) {
                continue;
            }
            let mut has: BTreeSet<u32> = BTreeSet::new();
            let mut seats = 0;
            for &row in rows.iter().filter(|row| !self.found.contains_key(row)) {
                let stays = turns.problem.now(row).iter().filter(|&&seat| !turns.left.contains(&(row, seat)));
                for &seat in stays {
                    has.insert(seat);
                    seats += usize::from(self.counting.contains(&seat));
                }
            }
            let entered = |&row: &u32| to.get(&row).into_iter().flatten().map(move |&seat| (row, seat));
            for (row, seat) in rows.iter().flat_map(entered) {
                let beside = |apart: &BTreeSet<u32>| has.iter().any(|own| *own != seat && apart.contains(own));
                let both = self.apart.iter().any(|apart| apart.contains(&seat) && beside(apart));
                let counts = self.counting.contains(&seat);
                if both || (counts && most.is_some_and(|most| seats >= most)) {
                    found.barred.insert((row, seat));
                    found.movers.insert(row);
                } else {
                    has.insert(seat);
                    seats += usize::from(counts);
                }
            }
        }
    }
}

impl Prover<'_> {
    /// The repair of an arrangement that breaks nothing which is met: it is worked out again without the moves that would, then with everybody whose move would
    /// left where they are, and where that does not come to an end, with no moves at all from one seat to another. The problem is left as it was solved.
    ///
    /// What is kept to is what is met: a provision that is not is broken no further.
    pub(crate) fn guarded_repair(&self, body: NodeId, of: &mut Arrangement) -> (Repair, Guard) {
        let mut guard = Guard::new(self, body, of);
        let mut repair = of.problem.repair();
        for round in 0..ROUNDS.0 + ROUNDS.1 {
            let offences = guard.offences(&of.problem, &repair.moves);
            if !offences.any() {
                return (repair, guard);
            }
            let mut barred: BTreeMap<u32, FxHashSet<u32>> = BTreeMap::new();
            offences.barred.iter().for_each(|&(person, seat)| _ = barred.entry(person).or_default().insert(seat));
            for (person, seats) in barred {
                of.problem.narrow(person, |seat| !seats.contains(&seat));
            }
            for &person in offences.movers.iter().filter(|_| round >= ROUNDS.0) {
                stay(&mut of.problem, person);
            }
            guard.kept.extend(offences.kept);
            repair = of.problem.repair();
        }
        if guard.is_broken_by(&of.problem, &repair.moves) {
            (0..of.people.len() as u32).for_each(|person| stay(&mut of.problem, person));
            repair = of.problem.repair();
        }
        (repair, guard)
    }
}

/// Leaves somebody no other seat than the own.
fn stay(problem: &mut Seating, person: u32) {
    let now = problem.now(person).to_vec();
    problem.narrow(person, |seat| now.contains(&seat));
}
