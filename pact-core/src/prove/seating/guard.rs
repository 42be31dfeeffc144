//! What a repair must not break: who keeps an office by where they sit, of which members a seat needs so many, and who must not sit beside one another.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Arrangement, LOOKS};
use crate::{
    document::{
        amount::Rounding,
        body::{Aspect, Distinct},
        pact::Role,
    },
    graph::{
        composition::{Law, OfWhich},
        node::{NodeId, Seat},
        requirement::Target,
    },
    prove::{
        Prover,
        group::{Question, Truth, questions},
    },
    solve::seating::{Move, Repair, Seating},
};

/// How often a repair is worked out again without what it would break.
const ROUNDS: usize = 16;

/// So many of one kind in a seat.
#[derive(Debug)]
struct Part {
    seat: u32,
    least: u64,
    most: Option<u64>,
    /// Who is of the kind, and who may be.
    sure: FxHashSet<u32>,
    maybe: FxHashSet<u32>,
}

/// What a repair must not break.
#[derive(Debug, Default)]
pub(crate) struct Guard {
    /// Who sits in each seat now.
    now: Vec<Vec<u32>>,
    /// Who has an office by where they sit: the seats in which they would have it.
    offices: BTreeMap<u32, BTreeSet<u32>>,
    parts: Vec<Part>,
    /// Seats whose members differ in something, and what is said of whom in that.
    distinct: Vec<(u32, usize)>,
    said: Vec<FxHashMap<u32, Vec<NodeId>>>,
    /// Who must not leave a seat.
    kept: FxHashSet<(u32, u32)>,
}

/// What is wrong with moves.
#[derive(Debug, Default)]
struct Offences {
    /// Who must not sit where.
    barred: BTreeSet<(u32, u32)>,
    /// Who stays where they sit.
    pinned: BTreeSet<(u32, u32)>,
    any: bool,
}

impl Guard {
    fn new(prover: &Prover<'_>, body: NodeId, of: &Arrangement) -> Self {
        let mut guard = Self { now: vec![Vec::new(); of.seats.len()], ..Self::default() };
        for person in 0..of.people.len() as u32 {
            for &seat in of.problem.now(person) {
                guard.now.get_mut(seat as usize).into_iter().for_each(|now| now.push(person));
            }
        }
        guard.offices(prover, body, of);
        let mut aspects: Vec<Aspect<Target>> = Vec::new();
        let mut looks = 0;
        let everybody: Vec<u32> = (0..of.people.len() as u32).collect();
        for (number, &seat) in (0u32..).zip(&of.seats) {
            let Some(law) = prover.graph.seat_law(seat) else { continue };
            if let Some(aspect) = law.distinct {
                let known = aspects.iter().position(|&known| known == aspect);
                guard.distinct.push((number, known.unwrap_or(aspects.len())));
                if known.is_none() {
                    aspects.push(aspect);
                }
            }
            looks += law.of_which.len() * of.people.len();
            if looks <= LOOKS {
                law.of_which.iter().for_each(|part| guard.part(prover, of, number, part, &everybody, &everybody));
            }
        }
        for aspect in aspects {
            // Who somebody is, the first row of the person says.
            let mut first: FxHashMap<&str, NodeId> = FxHashMap::default();
            let mut values = |&member: &NodeId| match (aspect, prover.person_of(member)) {
                (Aspect::Word(Distinct::Person), Some(person)) => vec![*first.entry(person).or_insert(member)],
                _ => prover.said(member, aspect).nodes,
            };
            guard.said.push((0u32..).zip(of.people.iter().map(&mut values)).collect());
        }
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
            let mut asked = BTreeSet::new();
            questions(prover.graph, &office.from, &mut asked);
            if !asked.iter().any(|one| matches!(one, Question::Seat(_) | Question::Vote)) {
                continue;
            }
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

    fn part(&mut self, prover: &Prover<'_>, of: &Arrangement, seat: u32, part: &OfWhich, sure: &[u32], maybe: &[u32]) {
        let of_kind = |people: &[u32], wanted: &dyn Fn(Truth) -> bool| -> Vec<u32> {
            let is = |person: &u32| of.person(*person).is_some_and(|one| wanted(prover.in_group(one, &part.group)));
            people.iter().copied().filter(is).collect()
        };
        let sure = of_kind(sure, &|truth| truth == Truth::Yes);
        let maybe = of_kind(maybe, &|truth| truth != Truth::No);
        let places = of.seat(seat).map_or(0, |seat| prover.places_of(seat));
        let heads = part.bounds.heads(u64::from(places), Rounding::Exact);
        self.parts.push(Part {
            seat,
            least: heads.least,
            most: heads.most,
            sure: sure.iter().copied().collect(),
            maybe: maybe.iter().copied().collect(),
        });
        // A share of a part depends on how large the part becomes.
        for nested in part.of_which.iter().filter(|nested| !nested.bounds.is_share()) {
            self.part(prover, of, seat, nested, &sure, &maybe);
        }
    }

    /// Whether moves break something that they need not.
    pub(crate) fn is_broken_by(&self, problem: &Seating, moves: &[Move]) -> bool {
        self.offences(problem, moves).any
    }

    fn offences(&self, problem: &Seating, moves: &[Move]) -> Offences {
        let mut found = Offences::default();
        let mut left: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        let mut entered: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for one in moves {
            one.from.into_iter().for_each(|seat| left.entry(seat).or_default().push(one.person));
            one.to.into_iter().for_each(|seat| entered.entry(seat).or_default().push(one.person));
        }
        let gone: FxHashSet<(u32, u32)> = moves.iter().filter_map(|one| Some((one.person, one.from?))).collect();
        let left_of = |seat: u32| left.get(&seat).map_or(&[][..], Vec::as_slice);
        let entered = |seat: u32| entered.get(&seat).map_or(&[][..], Vec::as_slice);
        let stay = |seat: u32| {
            let now = self.now.get(seat as usize).map_or(&[][..], Vec::as_slice);
            now.iter().copied().filter(|&person| !gone.contains(&(person, seat))).collect::<Vec<_>>()
        };
        let may = |person: u32, seat: u32| problem.may_take(person).binary_search(&seat).is_ok();
        let keeps = |person: u32, seat: u32| {
            self.kept.contains(&(person, seat)) || self.offices.get(&person).is_some_and(|own| own.contains(&seat))
        };
        // Where it is one too many in a seat that somebody leaves for nothing who keeps it, somebody else does.
        let instead = |found: &mut Offences, seat: u32, free: &dyn Fn(u32) -> bool| {
            let all: Vec<u32> = stay(seat).into_iter().chain(entered(seat).iter().copied()).collect();
            let other = all
                .into_iter()
                .rev()
                .find(|&other| !keeps(other, seat) && free(other) && !found.barred.contains(&(other, seat)));
            if let Some(other) = other {
                found.any = true;
                found.barred.insert((other, seat));
            }
        };
        for one in moves {
            let Some(from) = one.from.filter(|&from| keeps(one.person, from) && may(one.person, from)) else {
                continue;
            };
            match one.to {
                Some(to) if keeps(one.person, to) => {}
                Some(to) => {
                    found.any = true;
                    found.barred.insert((one.person, to));
                }
                None => instead(&mut found, from, &|_| true),
            }
        }
        for part in self.parts.iter().filter(|part| !left_of(part.seat).is_empty() || !entered(part.seat).is_empty()) {
            let (seat, stay) = (part.seat, stay(part.seat));
            let before = |of: &FxHashSet<u32>| {
                let now = self.now.get(seat as usize).map_or(&[][..], Vec::as_slice);
                now.iter().filter(|person| of.contains(person)).count()
            };
            let after =
                |of: &FxHashSet<u32>| stay.iter().chain(entered(seat)).filter(|person| of.contains(person)).count();
            let needed = before(&part.sure).min(usize::try_from(part.least).unwrap_or(usize::MAX));
            let missing = needed.saturating_sub(after(&part.sure));
            let leaving: Vec<u32> = left_of(seat)
                .iter()
                .copied()
                .filter(|&person| part.sure.contains(&person) && may(person, seat))
                .take(missing)
                .collect();
            for person in leaving {
                let leaves = moves.iter().any(|one| one.person == person && one.from == Some(seat) && one.to.is_none());
                if leaves {
                    instead(&mut found, seat, &|other| !part.sure.contains(&other));
                } else {
                    found.any = true;
                }
                found.pinned.insert((person, seat));
            }
            let most = part.most.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
            let extra = after(&part.maybe).saturating_sub(most.max(before(&part.maybe)));
            let entering = entered(seat).iter().rev().filter(|person| part.maybe.contains(person)).take(extra);
            let entering: Vec<(u32, u32)> = entering.map(|&person| (person, seat)).collect();
            found.any |= !entering.is_empty();
            found.barred.extend(entering);
        }
        for &(seat, aspect) in self.distinct.iter().filter(|(seat, _)| !entered(*seat).is_empty()) {
            let Some(said) = self.said.get(aspect) else { continue };
            let of = |person: u32| said.get(&person).map_or(&[][..], Vec::as_slice);
            let mut there: FxHashSet<NodeId> = stay(seat).into_iter().flat_map(of).copied().collect();
            for &person in entered(seat) {
                if of(person).iter().any(|value| there.contains(value)) {
                    found.any = true;
                    found.barred.insert((person, seat));
                } else {
                    there.extend(of(person));
                }
            }
        }
        found
    }
}

impl Prover<'_> {
    /// Leaves the rows of one person no more seats that count than one person may have: only a row that has one already, or else the first, is to have one.
    pub(crate) fn one_row_each(&self, body: NodeId, of: &mut Arrangement) {
        let graph = self.graph;
        let several = self.provisions(body).into_iter().any(|provision| {
            let hats = graph.law(provision).filter(|_| self.is_law(provision));
            matches!(hats, Some(Law::Hats(hats)) if hats.settles_two_seats() && hats.most.is_none_or(|most| most > 1))
        });
        if several {
            return;
        }
        let mut persons: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (number, &member) in (0u32..).zip(&of.people) {
            self.person_of(member).into_iter().for_each(|person| persons.entry(person).or_default().push(number));
        }
        let seats = of.seats.iter().map(|&seat| graph.downcast::<Seat>(seat).is_some_and(|id| graph.get(id).counts));
        let counts: Vec<bool> = seats.collect();
        let counts = |seat: u32| counts.get(seat as usize).is_some_and(|&counts| counts);
        for rows in persons.into_values().filter(|rows| rows.len() > 1) {
            let has = |row: &u32| of.problem.now(*row).iter().any(|&seat| counts(seat));
            let may = |row: &u32| of.problem.may_take(*row).iter().any(|&seat| counts(seat));
            let mut keep: Vec<u32> = rows.iter().copied().filter(has).collect();
            if keep.is_empty() {
                keep.extend(rows.iter().copied().find(may));
            }
            for row in rows.into_iter().filter(|row| !keep.contains(row)) {
                of.problem.narrow(row, |seat| !counts(seat));
            }
        }
    }

    /// Members of whom those who are one person are given once, in the same order.
    pub(crate) fn persons(&self, mut members: Vec<NodeId>) -> Vec<NodeId> {
        let mut known = FxHashSet::default();
        members.retain(|&member| self.person_of(member).is_none_or(|person| known.insert(person)));
        members
    }

    /// The repair of an arrangement that breaks nothing which is met: it is worked out again without the moves that would, and where that does not come to an
    /// end, with no moves at all from one seat to another. The problem is left as it was solved.
    pub(crate) fn guarded_repair(&self, body: NodeId, of: &mut Arrangement) -> (Repair, Guard) {
        let mut guard = Guard::new(self, body, of);
        let mut repair = of.problem.repair();
        for _ in 0..ROUNDS {
            let offences = guard.offences(&of.problem, &repair.moves);
            if !offences.any {
                return (repair, guard);
            }
            for &(person, seat) in &offences.barred {
                of.problem.narrow(person, |other| other != seat);
            }
            for &(person, seat) in &offences.pinned {
                of.problem.narrow(person, |other| other == seat);
            }
            guard.kept.extend(offences.pinned);
            repair = of.problem.repair();
        }
        if guard.is_broken_by(&of.problem, &repair.moves) {
            for person in 0..of.people.len() as u32 {
                let now = of.problem.now(person).to_vec();
                of.problem.narrow(person, |seat| now.contains(&seat));
            }
            repair = of.problem.repair();
        }
        (repair, guard)
    }
}
