//! Who could sit where: seats for members whom the register gives none, the reason why seats cannot be filled, and the least that would mend it.
//!
//! What can be decided by matching is left to [`crate::solve::seating`]. Where what holds of the members of a seat (of which so many are of a group, all from
//! different actors) makes one matching better than another, [`crate::solve::counting`] looks for one that does.

mod after;
mod count;
mod guard;
#[cfg(test)]
mod random;
mod rows;

use std::{collections::BTreeMap, rc::Rc};

use rustc_hash::{FxHashMap, FxHashSet};

pub(crate) use self::guard::Guard;
use super::{Prover, group::Truth};
use crate::{
    document::{
        amount::Rounding,
        body::{Aspect, Distinct, NominationMode},
    },
    graph::{
        composition::OfWhich,
        edge::EdgeKind,
        node::{NodeId, Seat},
        requirement::Target,
    },
    solve::{
        counting::{Answer, System},
        seating::{self, Seating},
    },
};

/// How many steps the search for seats that also do by what holds of their members may take.
const STEPS: u64 = 20_000_000;

/// How often a person and a seat may be looked at together before such a search begins.
const LOOKS: usize = 5_000_000;

/// What a seat asks by its edges, and the seat itself where it asks for more.
type Asks = (Vec<Vec<NodeId>>, Option<NodeId>);

/// One of several people alike who may take a seat, and the variable that says how many of them do.
type Taker = (NodeId, usize);

/// What a seat asks of those who fill it together.
struct Asking<'g> {
    of_which: &'g [OfWhich],
    /// In what its members differ, and how many of one it takes.
    apart: Vec<(Aspect<Target>, i64)>,
    holders: Vec<NodeId>,
}

/// What is said of people in which there may be more of one than some seat takes, by aspect.
#[derive(Default)]
struct Scarce {
    aspects: Vec<Aspect<Target>>,
    said: FxHashMap<(usize, NodeId), Vec<NodeId>>,
}

impl Scarce {
    fn number(&self, aspect: Aspect<Target>) -> Option<usize> {
        self.aspects.iter().position(|&known| known == aspect)
    }

    fn of(&self, member: NodeId, aspect: Aspect<Target>) -> &[NodeId] {
        let said = self.number(aspect).and_then(|number| self.said.get(&(number, member)));
        said.map_or(&[], Vec::as_slice)
    }
}

/// Seats that are found for members of a body whom the register gives none.
#[derive(Debug, Default)]
pub(super) struct Found {
    seats: FxHashMap<NodeId, NodeId>,
    /// Those for whom another seat might have been found as well.
    free: FxHashSet<NodeId>,
    /// Those of them who might have been found a seat that counts as well as one that does not.
    unsettled: FxHashSet<NodeId>,
    holders: FxHashMap<NodeId, Vec<NodeId>>,
    /// The seats that ask for more of those who fill them than their edges say.
    asking: Vec<NodeId>,
    /// Some seat asks for actors.
    asks_for_actors: bool,
    /// Whether there are seats for them that also do by what holds of the members of each was not decided.
    undecided: bool,
}

/// A problem of seating, with the nodes behind its numbers.
#[derive(Debug)]
pub(crate) struct Arrangement {
    pub(crate) problem: Seating,
    pub(crate) seats: Vec<NodeId>,
    pub(crate) people: Vec<NodeId>,
    /// Those who may sit in one seat only.
    bound: Vec<NodeId>,
    /// Where several rows are one person, and another than the one that has a number is the one that may take a seat: that row.
    takers: FxHashMap<(u32, u32), NodeId>,
    /// Who sits, as the register has it, in a seat that is not there on the day.
    absent: FxHashMap<NodeId, NodeId>,
}

impl Arrangement {
    pub(crate) fn seat(&self, number: u32) -> Option<NodeId> {
        self.seats.get(number as usize).copied()
    }

    pub(crate) fn person(&self, number: u32) -> Option<NodeId> {
        self.people.get(number as usize).copied()
    }

    /// The seat that the register gives somebody, and that is not there on the day.
    pub(crate) fn absent(&self, member: NodeId) -> Option<NodeId> {
        self.absent.get(&member).copied()
    }

    /// The row with which somebody takes a seat.
    pub(crate) fn taker(&self, number: u32, seat: u32) -> Option<NodeId> {
        self.takers.get(&(number, seat)).copied().or_else(|| self.person(number))
    }
}

impl Prover<'_> {
    /// The seat that is found for a member whom the register gives none.
    pub(super) fn found_seat(&self, member: NodeId) -> Option<NodeId> {
        let body = self.graph.outgoing(member, EdgeKind::MemberOf).first()?.node;
        self.found(body).seats.get(&member).copied()
    }

    /// Whether a member has a seat that was found, and might have had another.
    pub(super) fn is_seat_free(&self, member: NodeId) -> bool {
        let body = self.graph.outgoing(member, EdgeKind::MemberOf).first();
        body.is_some_and(|body| self.found(body.node).free.contains(&member))
    }

    /// Whether a member has a seat that was found, and might have had another that counts where this does not, or the other way round.
    pub(super) fn is_unsettled(&self, member: NodeId, body: NodeId) -> bool {
        self.found(body).unsettled.contains(&member)
    }

    /// How many of the members for whom seats were found might sit where nobody counts, and how many who sit there might be members. O(found).
    pub(super) fn unsettled(&self, body: NodeId) -> (usize, usize) {
        let found = self.found(body);
        if found.unsettled.is_empty() {
            return (0, 0);
        }
        let counts = |member: &&NodeId| found.seats.get(member).is_some_and(|&seat| self.counts(seat));
        let fewer = found.unsettled.iter().filter(counts).count();
        let more = found.unsettled.len() - fewer;
        let room = |counts: bool| -> usize {
            let seats = self.seats(body).filter(|&seat| self.counts(seat) == counts);
            seats.map(|seat| self.room(seat) as usize).sum()
        };
        (fewer.min(room(false)), more.min(room(true)))
    }

    /// Whether whoever sits in a seat is a member.
    pub(super) fn counts(&self, seat: NodeId) -> bool {
        self.graph.downcast::<Seat>(seat).is_none_or(|id| self.graph.get(id).counts)
    }

    /// The members for whom a seat is found.
    pub(super) fn found_holders(&self, seat: NodeId) -> Vec<NodeId> {
        let Some(body) = self.graph.head(seat).parent else { return Vec::new() };
        self.found(body).holders.get(&seat).cloned().unwrap_or_default()
    }

    /// Whether a seat was found for somebody in it without its being known that no other seating would do better.
    pub(super) fn is_seating_undecided(&self, seat: NodeId) -> bool {
        self.graph.head(seat).parent.is_some_and(|body| self.found(body).undecided)
            && !self.found_holders(seat).is_empty()
    }

    /// Whether a member without a seat may be meant to have one that nobody fills: not enough is known of it to say that it may not.
    pub(super) fn may_have_any_seat(&self, member: NodeId, body: NodeId) -> bool {
        let graph = self.graph;
        let found = self.found(body);
        if graph.is_broken(member, EdgeKind::Fills)
            || self.is_doubted(member)
            || (found.asks_for_actors && self.is_actor_unsure(member))
        {
            return true;
        }
        // Of whom the actor is known, only seats that ask for more than that leave anything open.
        let unsure = |seat: NodeId| matches!(self.may_fill(member, seat), Truth::Unsaid | Truth::Unread);
        found.asking.iter().any(|&seat| unsure(seat) && self.step())
    }

    /// Whether it is not known for certain what actor a member sits on behalf of, or what that is.
    fn is_actor_unsure(&self, member: NodeId) -> bool {
        let graph = self.graph;
        let actors = graph.outgoing(member, EdgeKind::OnBehalfOf);
        let broken =
            |actor: NodeId| graph.is_broken(actor, EdgeKind::Category) || graph.is_broken(actor, EdgeKind::Region);
        actors.is_empty()
            || graph.is_broken(member, EdgeKind::OnBehalfOf)
            || actors.iter().any(|actor| broken(actor.node))
    }

    fn found(&self, body: NodeId) -> Rc<Found> {
        if let Some(found) = self.found.borrow().get(&body) {
            return found.clone();
        }
        // Whoever asks for a seat while seats are looked for is told what the register says.
        self.found.borrow_mut().insert(body, Rc::default());
        let found = Rc::new(self.look_for_seats(body));
        self.found.borrow_mut().insert(body, found.clone());
        found
    }

    fn look_for_seats(&self, body: NodeId) -> Found {
        let graph = self.graph;
        let more = |seat: &NodeId| graph.seat_law(*seat).is_some_and(|law| !law.eligible.tests.is_empty());
        let by_actor =
            |seat: NodeId| super::composition::ELIGIBLE.iter().any(|&edge| !graph.outgoing(seat, edge).is_empty());
        let mut found = Found {
            asking: self.seats(body).filter(more).collect(),
            asks_for_actors: self.seats(body).any(by_actor),
            ..Found::default()
        };
        if self.seats(body).next().is_none() {
            return found;
        }
        let free = |member: NodeId| {
            graph.outgoing(member, EdgeKind::Fills).is_empty()
                && !graph.is_broken(member, EdgeKind::Fills)
                && !self.is_doubted(member)
        };
        let people: Vec<NodeId> = self.members(body).into_iter().filter(|&member| free(member)).collect();
        // Whichever entry comes first, the same seats are found.
        let people = self.sorted(people);
        if people.is_empty() {
            return found;
        }
        // Whoever has a seat keeps it: that somebody could make room is for a repair to say.
        let left = |seat: NodeId| self.room(seat);
        let mut arrangement = self.arrangement(body, people, left, false);
        self.one_row_each(body, &mut arrangement);
        let assignment = arrangement.problem.assign();
        let of_one: FxHashSet<NodeId> = arrangement.bound.iter().copied().collect();
        let counts: Vec<bool> = arrangement.seats.iter().map(|&seat| self.counts(seat)).collect();
        let of_both: FxHashSet<NodeId> = if counts.iter().all(|&counts| counts) {
            FxHashSet::default()
        } else {
            let both = |person: &u32| {
                let mut may =
                    arrangement.problem.may_take(*person).iter().filter_map(|&seat| counts.get(seat as usize));
                may.next().is_some_and(|first| may.any(|other| other != first))
            };
            (0..arrangement.people.len() as u32).filter(both).filter_map(|person| arrangement.person(person)).collect()
        };
        let pairs =
            (0u32..).zip(&assignment.seats).flat_map(|(person, seats)| seats.iter().map(move |&seat| (person, seat)));
        let mut pairs: Vec<(u32, u32)> = pairs.collect();
        match self.refine(&arrangement, assignment.filled, assignment.needed, left) {
            Some(Ok(better)) => pairs = better,
            Some(Err(())) => found.undecided = true,
            None => {}
        }
        for (person, seat) in pairs {
            let (Some(person), Some(seat)) = (arrangement.taker(person, seat), arrangement.seat(seat)) else {
                continue;
            };
            if !of_one.contains(&person) {
                found.free.insert(person);
                if of_both.contains(&person) {
                    found.unsettled.insert(person);
                }
            }
            found.seats.insert(person, seat);
            found.holders.entry(seat).or_default().push(person);
        }
        found
    }

    /// How many places of a seat nobody fills.
    fn room(&self, seat: NodeId) -> u32 {
        self.places_of(seat).saturating_sub(self.holders(seat).len() as u32)
    }

    /// How many places a seat has on the day.
    fn places_of(&self, seat: NodeId) -> u32 {
        match self.is_there(seat) {
            Truth::No => 0,
            _ => self.graph.downcast::<Seat>(seat).map_or(0, |id| self.graph.get(id).places),
        }
    }

    /// The problem of who of some people could sit where. With `lenient`, whoever may be eligible, as far as is known, is taken to be, and whoever has a seat that
    /// was found sits there now; without, a seat of which it is not known whether it is there comes after those that have to be filled, as one does that may stay
    /// empty.
    ///
    /// Who may sit where is worked out once for seats that ask for the same, and looked up by what they ask for, so that many seats and many people do not
    /// make a pair each. O(people × what they may fill).
    pub(crate) fn arrangement(
        &self,
        body: NodeId,
        people: Vec<NodeId>,
        places: impl Fn(NodeId) -> u32,
        lenient: bool,
    ) -> Arrangement {
        let graph = self.graph;
        let mut seats: Vec<NodeId> = self.seats(body).filter(|&seat| self.is_there(seat) != Truth::No).collect();
        seats.sort_unstable_by(|&a, &b| graph.order(a, b));
        let mut problem = Seating::new(seats.iter().map(|&seat| places(seat)));
        for (number, &seat) in (0u32..).zip(&seats) {
            let optional = graph.downcast::<Seat>(seat).is_some_and(|id| graph.get(id).optional);
            if optional || (!lenient && self.is_there(seat) != Truth::Yes) {
                problem.spare(number);
            }
        }
        let ends = |seat: NodeId, edge| graph.outgoing(seat, edge).iter().map(|end| end.node).collect::<Vec<_>>();
        // Seats that ask for the same, by what they ask for; a seat that asks for more than its edges say stands for itself.
        let mut alike: BTreeMap<Asks, Vec<u32>> = BTreeMap::new();
        for (number, &seat) in (0u32..).zip(&seats) {
            let more = graph.seat_law(seat).is_some_and(|law| !law.eligible.tests.is_empty());
            let asked = super::composition::ELIGIBLE
                .into_iter()
                .chain(super::nomination::NOMINATORS)
                .chain([EdgeKind::AppointedBy]);
            let asked = asked.map(|edge| ends(seat, edge)).collect();
            alike.entry((asked, more.then_some(seat))).or_default().push(number);
        }
        let numbers: FxHashMap<NodeId, u32> = people.iter().copied().zip(0u32..).collect();
        let by_seat: FxHashMap<NodeId, u32> = seats.iter().copied().zip(0u32..).collect();
        let mut kinds: Vec<Vec<u32>> = vec![Vec::new(); people.len()];
        let mut groups: Vec<Vec<u32>> = Vec::new();
        for ((asked, _), seats_alike) in alike {
            let Some(&seat) = seats_alike.first().and_then(|&first| seats.get(first as usize)) else { continue };
            let [actors, categories, ..] = asked.as_slice() else { continue };
            let kind = groups.len() as u32;
            let candidates = self.candidates(&people, &numbers, actors, categories, lenient);
            for member in candidates {
                let may = self.may_fill(member, seat);
                if !self.step() {
                    break;
                }
                // Whoever sits there stays, if only for somebody else to put the nomination right.
                let sits = || {
                    let own = graph.outgoing(member, EdgeKind::Fills).iter().filter_map(|own| by_seat.get(&own.node));
                    own.into_iter().any(|number| seats_alike.binary_search(number).is_ok())
                };
                if (may == Truth::Yes || (lenient && may != Truth::No))
                    && (!self.is_wrongly_nominated(member, seat) || sits())
                {
                    let own = numbers.get(&member).and_then(|&number| kinds.get_mut(number as usize));
                    own.into_iter().for_each(|own| own.push(kind));
                }
            }
            groups.push(seats_alike);
        }
        let mut known: FxHashMap<Vec<u32>, seating::May> = FxHashMap::default();
        let (mut bound, mut absent) = (Vec::new(), FxHashMap::default());
        for (&member, kinds) in people.iter().zip(kinds) {
            if kinds.iter().filter_map(|&kind| groups.get(kind as usize)).map(Vec::len).sum::<usize>() == 1 {
                bound.push(member);
            }
            let may = match known.get(&kinds) {
                Some(&may) => may,
                None => {
                    let may =
                        problem.may(kinds.iter().filter_map(|&kind| groups.get(kind as usize)).flatten().copied());
                    known.insert(kinds, may);
                    may
                }
            };
            let given = graph.outgoing(member, EdgeKind::Fills).iter().map(|seat| seat.node);
            absent.extend(given.clone().filter(|seat| !by_seat.contains_key(seat)).map(|seat| (member, seat)));
            // Whoever has a seat that was found keeps it, for what was found does by what holds of the members of a seat.
            let found = lenient.then(|| self.found_seat(member)).flatten();
            let found = found.filter(|_| graph.outgoing(member, EdgeKind::Fills).is_empty());
            problem.person(may, 1, given.chain(found).filter_map(|seat| by_seat.get(&seat).copied()));
        }
        Arrangement { problem, seats, people, bound, takers: FxHashMap::default(), absent }
    }

    /// Those of some people who may be eligible by the actors or the categories that seats ask for; everybody where they ask for neither, or where somebody of
    /// whom no actor is known may do.
    fn candidates(
        &self,
        people: &[NodeId],
        numbers: &FxHashMap<NodeId, u32>,
        actors: &[NodeId],
        categories: &[NodeId],
        lenient: bool,
    ) -> Vec<NodeId> {
        let graph = self.graph;
        let all = |from: &[NodeId], edge: EdgeKind| -> Vec<NodeId> {
            let mut all: Vec<NodeId> =
                from.iter().flat_map(|&node| graph.incoming(node, edge)).map(|end| end.node).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let actors = match (actors, categories) {
            ([], []) => return people.to_vec(),
            ([], categories) => {
                let mut narrower: Vec<NodeId> = categories.to_vec();
                let mut seen: FxHashSet<NodeId> = narrower.iter().copied().collect();
                let mut at = 0;
                while let Some(&here) = narrower.get(at) {
                    at += 1;
                    let next = graph.incoming(here, EdgeKind::Broader).iter().map(|end| end.node);
                    narrower.extend(next.filter(|&node| seen.insert(node)));
                }
                all(&narrower, EdgeKind::Category)
            }
            (actors, _) => actors.to_vec(),
        };
        let mut members = all(&actors, EdgeKind::OnBehalfOf);
        members.retain(|member| numbers.contains_key(member));
        if lenient {
            members.extend(people.iter().copied().filter(|&member| self.is_actor_unsure(member)));
            members.sort_unstable();
            members.dedup();
        }
        members
    }

    /// A seating of as many in seats that have to be filled, and of as many others as can be, that also does by what holds of the members of each seat: nothing
    /// where no seat asks for such, or where there is none; an error where that was not decided.
    ///
    /// People of whom nothing that is asked tells one from another are counted and not told apart: what is searched grows with the seats and with how many sorts
    /// of people there are, not with how many people.
    fn refine(
        &self,
        of: &Arrangement,
        filled: u64,
        needed: u64,
        left: impl Fn(NodeId) -> u32,
    ) -> Option<Result<Vec<(u32, u32)>, ()>> {
        let asking: Vec<Option<Asking<'_>>> = of.seats.iter().map(|&seat| self.asking(seat)).collect();
        if filled == 0 || asking.iter().all(Option::is_none) {
            return None;
        }
        let scarce = self.scarce(of, &asking);
        let Some(sorts) = self.sorts(of, &asking, &scarce) else { return Some(Err(())) };
        let mut system = System::default();
        // For each sort, and each seat that it may take, how many of it do.
        let mut by_sort: Vec<Vec<(u32, usize)>> = Vec::new();
        let mut by_seat: Vec<Vec<Taker>> = vec![Vec::new(); of.seats.len()];
        for people in &sorts {
            let (size, mut own) = (people.len() as i64, Vec::new());
            let Some(&first) = people.first() else { continue };
            for &seat in of.problem.may_take(first) {
                let (Some(member), Some(takers)) = (of.taker(first, seat), by_seat.get_mut(seat as usize)) else {
                    continue;
                };
                let variable = system.variable(0, size);
                own.push((seat, variable));
                takers.push((member, variable));
            }
            system.constrain(None, own.iter().map(|&(_, variable)| (variable, 1)), None, Some(size));
            by_sort.push(own);
        }
        let everything: Vec<(usize, i64)> = by_sort.iter().flatten().map(|&(_, variable)| (variable, 1)).collect();
        // Nobody takes a place that may stay empty at the expense of one that may not.
        let asked = by_sort.iter().flatten().filter(|(seat, _)| !of.problem.is_spare(*seat));
        system.constrain(None, asked.map(|&(_, variable)| (variable, 1)), i64::try_from(needed).ok(), None);
        for (number, ((&seat, asking), takers)) in (0u32..).zip(of.seats.iter().zip(&asking).zip(&by_seat)) {
            let open = i64::from(left(seat));
            system.constrain(None, takers.iter().map(|&(_, variable)| (variable, 1)), None, Some(open));
            let Some(asking) = asking else { continue };
            // A seat that may stay empty, and is, need not be taken by anybody: if it is, then so that nothing is left to be wished for.
            let may_stay = asking.holders.is_empty() && of.problem.is_spare(number);
            let taken = may_stay.then(|| {
                let taken = system.variable(0, 1);
                let terms = takers.iter().map(|&(_, variable)| (variable, 1)).chain([(taken, -open)]);
                system.constrain(None, terms, None, Some(0));
                taken
            });
            for one in asking.of_which {
                let places = (u64::from(self.places_of(seat)), open, taken);
                self.refine_by(&mut system, one, &asking.holders, takers, places);
            }
            for &(aspect, most) in &asking.apart {
                let own = |member: NodeId| scarce.of(member, aspect).iter().copied();
                let mut shared: BTreeMap<NodeId, (i64, Vec<(usize, i64)>)> = BTreeMap::new();
                for end in asking.holders.iter().flat_map(|&holder| own(holder)) {
                    shared.entry(end).or_default().0 += 1;
                }
                for &(member, variable) in takers {
                    own(member).for_each(|end| shared.entry(end).or_default().1.push((variable, 1)));
                }
                for (taken, terms) in shared.into_values() {
                    system.constrain(None, terms, None, Some((most - taken).max(0)));
                }
            }
        }
        let mut steps = STEPS;
        let (mut least, mut most) = (needed, filled);
        let mut best = None;
        // As many as can be: a place that may stay empty is rather left so than filled by somebody with whom its members are not what they have to be.
        while least <= most {
            let number = if best.is_none() && most == filled { filled } else { least.midpoint(most) };
            let mut system = system.clone();
            system.constrain(None, everything.iter().copied(), i64::try_from(number).ok(), None);
            match system.solve(&mut steps) {
                Answer::Feasible(values) => {
                    best = Some(values);
                    least = number + 1;
                }
                Answer::Infeasible if number == 0 => break,
                Answer::Infeasible => most = number - 1,
                Answer::Undecided => return Some(Err(())),
            }
        }
        let values = best?;
        let mut pairs = Vec::new();
        for (people, own) in sorts.into_iter().zip(by_sort) {
            let mut people = people.into_iter();
            for (seat, variable) in own {
                let number = values.get(variable).and_then(|&value| usize::try_from(value).ok()).unwrap_or(0);
                pairs.extend(people.by_ref().take(number).map(|person| (person, seat)));
            }
        }
        Some(Ok(pairs))
    }

    /// What a seat asks of those who fill it together; nothing where it asks for nothing.
    fn asking(&self, seat: NodeId) -> Option<Asking<'_>> {
        let graph = self.graph;
        let of_which = graph.seat_law(seat).map_or(&[][..], |law| law.of_which.as_slice());
        let data = graph.get(graph.downcast::<Seat>(seat)?);
        // How many each nominator puts forward, where that is said.
        let names = if data.nomination == NominationMode::Each { data.names } else { None };
        let apart = [
            graph.seat_law(seat).and_then(|law| law.distinct).map(|aspect| (aspect, 1)),
            names.map(|names| (Aspect::Word(Distinct::Nominator), i64::from(names))),
        ];
        let apart: Vec<(Aspect<Target>, i64)> = apart.into_iter().flatten().collect();
        let asks = !of_which.is_empty() || !apart.is_empty();
        asks.then(|| Asking { of_which, apart, holders: self.holders(seat) })
    }

    /// What is said of people, one by one, in some respect. Who somebody is, the first row of the person says. O(what is said).
    fn marks(&self, members: &[NodeId], aspect: Aspect<Target>) -> Vec<Vec<NodeId>> {
        let mut first: FxHashMap<&str, NodeId> = FxHashMap::default();
        let mut said = |&member: &NodeId| match (aspect, self.person_of(member)) {
            (Aspect::Word(Distinct::Person), Some(person)) => vec![*first.entry(person).or_insert(member)],
            _ => self.said(member, aspect).nodes,
        };
        members.iter().map(&mut said).collect()
    }

    /// What is said of the people in which members of a seat differ: that of which there may be more people than a seat takes of one.
    fn scarce(&self, of: &Arrangement, asking: &[Option<Asking<'_>>]) -> Scarce {
        let mut scarce = Scarce::default();
        let mut least: Vec<i64> = Vec::new();
        for &(aspect, most) in asking.iter().flatten().flat_map(|asking| &asking.apart) {
            match scarce.number(aspect).and_then(|number| least.get_mut(number)) {
                Some(least) => *least = most.min(*least),
                None => {
                    scarce.aspects.push(aspect);
                    least.push(most);
                }
            }
        }
        let holders = asking.iter().flatten().flat_map(|asking| &asking.holders);
        let mut members: Vec<NodeId> = of.people.iter().chain(holders).chain(of.takers.values()).copied().collect();
        let mut known = FxHashSet::default();
        members.retain(|&member| known.insert(member));
        for (number, (&aspect, least)) in scarce.aspects.iter().zip(least).enumerate() {
            let said = self.marks(&members, aspect);
            let mut count: FxHashMap<NodeId, i64> = FxHashMap::default();
            said.iter().flatten().for_each(|&end| *count.entry(end).or_default() += 1);
            for (&member, mut own) in members.iter().zip(said) {
                own.retain(|end| count.get(end).is_some_and(|&count| count > least));
                if !own.is_empty() {
                    scarce.said.insert((number, member), own);
                }
            }
        }
        scarce
    }

    /// People in sorts: nothing that is asked by seats which they may take tells those of one sort apart. Nothing where there is more to look at than a run may.
    fn sorts(&self, of: &Arrangement, asking: &[Option<Asking<'_>>], scarce: &Scarce) -> Option<Vec<Vec<u32>>> {
        // Who takes some seats with one row and others with another is like nobody else.
        let alone: FxHashSet<u32> = of.takers.keys().map(|&(person, _)| person).collect();
        let mut sorts: BTreeMap<_, Vec<u32>> = BTreeMap::new();
        let mut looks = 0;
        for person in 0..of.people.len() as u32 {
            let (mut ends, mut counted): (Vec<NodeId>, Vec<bool>) = (Vec::new(), Vec::new());
            for &seat in of.problem.may_take(person) {
                looks += 1;
                let asking = asking.get(seat as usize).and_then(Option::as_ref);
                let (Some(asking), Some(member)) = (asking, of.taker(person, seat)) else { continue };
                asking.of_which.iter().for_each(|one| self.counts_among(member, one, &mut counted));
                asking.apart.iter().for_each(|&(aspect, _)| ends.extend(scarce.of(member, aspect)));
                looks += asking.of_which.len() + asking.apart.len();
            }
            if looks > LOOKS {
                return None;
            }
            ends.sort_unstable();
            ends.dedup();
            let own = alone.contains(&person).then_some(person);
            sorts.entry((of.problem.may_of(person)?, ends, counted, own)).or_default().push(person);
        }
        Some(sorts.into_values().collect())
    }

    /// Whether a member counts, or may, among those of whom so many are asked for, part by part.
    fn counts_among(&self, member: NodeId, of: &OfWhich, counted: &mut Vec<bool>) {
        counted.push(self.in_group(member, &of.group) != Truth::No);
        of.of_which.iter().for_each(|nested| self.counts_among(member, nested, counted));
    }

    /// What holds of some of the members of a seat, as a constraint: places that stay empty may still be filled by whoever is asked for, unless nobody has to fill
    /// them; then it holds if the seat is taken.
    fn refine_by(
        &self,
        system: &mut System,
        of: &OfWhich,
        holders: &[NodeId],
        takers: &[(NodeId, usize)],
        (places, open, taken): (u64, i64, Option<usize>),
    ) {
        let needed = of.bounds.heads(places, Rounding::Exact);
        let counted = holders.iter().filter(|&&holder| self.in_group(holder, &of.group) != Truth::No).count() as i64;
        let (inside, outside): (Vec<Taker>, Vec<Taker>) =
            takers.iter().partition(|&&(member, _)| self.in_group(member, &of.group) != Truth::No);
        let terms = |takers: &[(NodeId, usize)]| takers.iter().map(|&(_, variable)| (variable, 1)).collect::<Vec<_>>();
        match (i64::try_from(needed.least), taken) {
            (Ok(least), Some(taken)) => {
                system.constrain(None, terms(&inside).into_iter().chain([(taken, -least)]), Some(0), None);
            }
            (Ok(least), None) => {
                system.constrain(None, terms(&outside), None, Some((counted + open - least).max(0)));
            }
            (Err(_), _) => {}
        }
        if let Some(most) = needed.most.and_then(|most| i64::try_from(most).ok()) {
            system.constrain(None, terms(&inside), None, Some((most - counted).max(0)));
        }
        let holders: Vec<NodeId> =
            holders.iter().copied().filter(|&holder| self.in_group(holder, &of.group) != Truth::No).collect();
        for nested in &of.of_which {
            // A share of a part depends on how large the part becomes; what is found is held against it afterwards.
            if !nested.bounds.is_share() {
                self.refine_by(system, nested, &holders, &inside, (places, open, taken));
            }
        }
    }

    /// Whether something of the register of a body could not be read or followed, so that nothing may be concluded from whoever is missing in it.
    pub(crate) fn is_register_doubtful(&self, body: NodeId) -> bool {
        let graph = self.graph;
        let lost = [EdgeKind::Fills, EdgeKind::MemberOf].iter().any(|edge| self.doubtful.contains(edge));
        let broken = |member: NodeId| {
            self.is_doubted(member)
                || graph.is_broken(member, EdgeKind::OnBehalfOf)
                || graph.is_broken(member, EdgeKind::NominatedBy)
        };
        lost || graph.unread().contains(crate::graph::node::NodeKind::Member)
            || graph.incoming(body, EdgeKind::MemberOf).iter().any(|member| broken(member.node))
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        ledger::{Judging, Ledger, Verdict},
        prove::tests::{faulty, model, verdict},
        roster::Roster,
    };

    const HEAD: &str = "schemes: { actor-category: [htx, hhx], town: [small, large] }\n\
        actors: { both: { category: [htx, hhx] }, one: { category: htx }, di: {}, de: {} }\n";

    fn roster(body: &str, members: &str) -> (crate::model::Model, Roster) {
        let clauses = "clauses: { A: { force: must, text: A. } }\n";
        let model = model(&format!("{HEAD}bodies: {{ b: {{ {body} }} }}\n{clauses}"), &format!("members:\n{members}"));
        assert!(model.faults().is_empty() && model.graph().unresolved().is_empty(), "{:?}", model.faults());
        let ledger = Ledger::new(model.graph(), Judging::default());
        let roster = ledger.cases[0].rosters[0].clone();
        (model, roster)
    }

    fn judged(body: &str, members: &str) -> Verdict {
        let terms = format!("{HEAD}bodies: {{ b: {{ {body} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n");
        verdict(&terms, &format!("members:\n{members}"), None)
    }

    const SCHOOLS: &str =
        "seats: { s: { clause: A, eligible: { category: htx } }, t: { clause: A, eligible: { category: hhx } } }";

    #[test]
    fn whoever_has_no_seat_is_given_the_one_that_fills_most() {
        let people = "  m1: { body: b, actor: both }\n  m2: { body: b, actor: one }\n";
        assert_eq!(judged(SCHOOLS, people), Verdict::Met);
        assert_eq!(judged(SCHOOLS, "  m1: { body: b, actor: both }\n"), Verdict::Unmet);
        assert_eq!(judged(SCHOOLS, "  m1: { body: b, actor: one }\n  m2: { body: b, actor: one }\n"), Verdict::Unmet);
        // Of whom nobody knows the actor may be the one who is missing.
        assert_eq!(judged(SCHOOLS, "  m1: { body: b, actor: one }\n  m2: { body: b }\n"), Verdict::Open);
        let (model, roster) = roster(SCHOOLS, people);
        let found: Vec<_> = roster
            .lines
            .iter()
            .flat_map(|line| &line.holders)
            .map(|one| (model.graph().name(one.member), one.found))
            .collect();
        assert_eq!(found, [("m2", true), ("m1", true)]);
    }

    #[test]
    fn whoever_has_a_seat_keeps_it_and_moving_is_a_suggestion() {
        let people = "  m1: { body: b, actor: both, seat: s }\n  m2: { body: b, actor: one }\n";
        assert_eq!(judged(SCHOOLS, people), Verdict::Unmet);
        let (model, roster) = roster(SCHOOLS, people);
        let graph = model.graph();
        let moves: Vec<_> = roster
            .repair
            .moves
            .iter()
            .map(|one| (graph.name(one.member), one.to.map(|seat| graph.name(seat))))
            .collect();
        assert_eq!(moves, [("m1", Some("t")), ("m2", Some("s"))]);
        assert!(roster.repair.appointments.is_empty() && roster.shortages.is_empty());
    }

    #[test]
    fn the_smallest_reason_and_what_would_do() {
        let (model, roster) = roster(SCHOOLS, "  m1: { body: b, actor: both, seat: s }\n");
        let graph = model.graph();
        let [shortage] = roster.shortages.as_slice() else { panic!("{:?}", roster.shortages) };
        let seats: Vec<_> = shortage.seats.iter().map(|&seat| graph.name(seat)).collect();
        assert_eq!((seats, shortage.places, shortage.can, shortage.smallest), (vec!["s", "t"], 2, 1, true));
        let [appointment] = roster.repair.appointments.as_slice() else { panic!("one is needed") };
        assert_eq!((graph.name(appointment.seat), appointment.people), ("t", 1));
        let [(other, moves)] = roster.alternatives(appointment) else { panic!("one more for s would do as well") };
        assert_eq!((graph.name(*other), graph.name(moves[0].member)), ("s", "m1"));
    }

    #[test]
    fn nobody_is_moved_to_where_somebody_else_nominates() {
        let body = "seats: { s: { clause: A, nominated-by: di }, t: { clause: A, nominated-by: de } }";
        let found = |people: &str| judged(body, people);
        assert_eq!(found("  m1: { body: b, nominated-by: de }\n  m2: { body: b, nominated-by: di }\n"), Verdict::Met);
        assert_eq!(found("  m1: { body: b, nominated-by: di }\n  m2: { body: b, nominated-by: di }\n"), Verdict::Unmet);
        let (_, roster) =
            roster(body, "  m1: { body: b, nominated-by: di, seat: s }\n  m2: { body: b, nominated-by: di }\n");
        assert!(roster.repair.moves.is_empty());
        assert_eq!(roster.repair.appointments.len(), 1);
    }

    #[test]
    fn a_seating_is_looked_for_that_also_does_by_what_holds_of_the_members_of_a_seat() {
        let body =
            "seats: { s: { places: 2, clause: A, of-which: { exactly: 1, where: { is: small } } }, t: { clause: A } }";
        let people = "  m1: { body: b, is: small }\n  m2: { body: b, is: small }\n  m3: { body: b, is: large }\n";
        assert_eq!(judged(body, people), Verdict::Met);
        let apart = "seats: { s: { places: 2, clause: A, distinct: actor }, t: { clause: A } }";
        let people = "  m1: { body: b, actor: di }\n  m2: { body: b, actor: di }\n  m3: { body: b, actor: de }\n";
        assert_eq!(judged(apart, people), Verdict::Met);
        assert_eq!(judged(apart, &people.replace("actor: de", "actor: di")), Verdict::Unmet);
    }

    /// Who is moved from where to where, and for which seats somebody is appointed.
    fn repaired(body: &str, rows: &[&str]) -> (Vec<String>, Vec<String>) {
        mended(body, rows, |graph, roster| {
            let name = |node| graph.name(node).to_owned();
            let seat = |seat: Option<_>| seat.map_or_else(|| "-".to_owned(), name);
            let moves = roster.repair.moves.iter();
            let moves = moves.map(|one| format!("{}: {} > {}", name(one.member), seat(one.from), seat(one.to)));
            let appointments = roster.repair.appointments.iter();
            (moves.collect(), appointments.map(|one| format!("{} {}", name(one.seat), one.people)).collect())
        })
    }

    fn mended<T>(body: &str, rows: &[&str], of: impl Fn(&crate::graph::Graph, &Roster) -> T) -> T {
        let terms = format!(
            "schemes: {{ gender: [woman, man], actor-category: [c1, c2] }}\n\
             actors: {{ x1: {{ category: c1 }}, x2: {{ category: c2 }}, n1: {{}}, n2: {{}} }}\n\
             bodies: {{ b: {{ {body} }} }}\n\
             clauses: {{ A: {{ force: must, text: A. }}, B: {{ force: must, text: B. }} }}\n"
        );
        let model = model(&terms, &crate::prove::tests::members("body: b", rows));
        assert!(model.faults().is_empty() && model.graph().unresolved().is_empty(), "{:?}", model.faults());
        let as_of = crate::document::value::PartialDate::parse("2027-03-01");
        let ledger = Ledger::new(model.graph(), Judging { as_of, ..Judging::default() });
        of(model.graph(), &ledger.cases[0].rosters[0])
    }

    #[test]
    fn whoever_sits_where_nobody_has_to_may_leave_for_a_seat_that_has_to_be_filled() {
        let told = |body: &str, rows: &[&str]| {
            let (moves, appointments) = repaired(body, rows);
            let seats = mended(body, rows, |graph, roster| {
                let names = |one: &crate::roster::Shortage| {
                    one.seats.iter().map(|&seat| graph.name(seat).to_owned()).collect::<Vec<_>>()
                };
                roster.shortages.iter().flat_map(names).collect::<Vec<_>>().join(" ")
            });
            (moves.join(", "), appointments.join(", "), seats)
        };
        let is = |moves: &str, appointments: &str, short: &str| {
            (moves.to_owned(), appointments.to_owned(), short.to_owned())
        };
        let body = |asks: &str| format!("seats: {{ s: {{ clause: A }}, t: {{ optional: true, clause: A{asks} }} }}");
        let two = ", places: 2";
        assert_eq!(told(&body(""), &["seat: t"]), is("m0: t > s", "", ""));
        assert_eq!(told(&body(two), &["seat: s", "seat: t", "seat: t"]), is("", "", ""));
        assert_eq!(told(&body(two), &["seat: t", "seat: t"]).1, "");
        // Who may not sit there leaves, and nobody is appointed instead; who is one too many as well.
        let guest = body(", eligible: { category: c1 }");
        assert_eq!(told(&guest, &["seat: s", "seat: t, actor: x2"]), is("m1: t > -", "", ""));
        assert_eq!(told(&guest, &["seat: t, actor: x2"]), is("m0: t > s", "", ""));
        let narrow = body("").replace("{ s: {", "{ s: { eligible: { category: c1 },");
        assert_eq!(told(&narrow, &["seat: t, actor: x2"]), is("", "s 1", "s"));
        assert_eq!(told(&body(""), &["seat: s", "seat: t", "seat: t"]), is("m2: t > -", "", ""));
        // What is asked of its members is asked while there are some.
        let women =
            |number: &str| body(&format!("{two}, of-which: {{ at-least: {number}, where: {{ gender: woman }} }}"));
        for number in ["1", "1/2"] {
            assert_eq!(told(&women(number), &["seat: t, gender: woman"]), is("m0: t > s", "", ""));
            let (moves, appointments, _) = told(&women(number), &["seat: t, gender: woman", "seat: t, gender: man"]);
            assert_eq!((moves.as_str(), appointments.as_str()), ("m1: t > s", ""));
        }
        let each = body(", nominated-by: { each: [n1], names: 1 }");
        assert_eq!(told(&each, &["seat: t, nominated-by: n1"]), is("m0: t > s", "", ""));
        // It stays where something else asks for somebody in the seat.
        let chair = format!("{}, chair: {{ from: {{ seat: t }}, clause: B }}", body(""));
        assert_eq!(told(&chair, &["seat: t, role: chair"]), is("", "s 1", "s"));
    }

    #[test]
    fn whoever_has_no_seat_is_found_one_that_has_to_be_filled_first() {
        let body = "seats: { a: { optional: true, clause: A }, s: { clause: A }, z: { optional: true, clause: A } }";
        assert_eq!(judged(body, "  m1: { body: b }\n"), Verdict::Met);
        let body = "seats: { a: { optional: true, clause: A }, s: { places: 2, clause: A, of-which: { exactly: 1, where: { is: small } } } }";
        for turn in 0..3 {
            let people: String = (0..3)
                .map(|at| format!("  m{at}: {{ body: b, is: {} }}\n", if at == turn { "large" } else { "small" }))
                .collect();
            assert_eq!(judged(body, &people), Verdict::Met);
        }
    }

    #[test]
    fn whoever_was_found_a_seat_counts_there_as_one_who_was_given_it() {
        // The only woman was found the seat t, and whoever must leave s is no reason for her to go.
        let body = "seats: { s: { eligible: { category: c1 }, clause: A }, t: { counts: false, of-which: { at-least: 1, where: { gender: woman } }, clause: B }, v: {} }, quotas: { q: { count: { actor: x1 }, at-most: 1/2 } }";
        let rows = [
            "actor: x2, gender: woman",
            "actor: x1, gender: man",
            "seat: v, actor: x1, gender: woman",
            "seat: s, actor: x2, gender: man",
        ];
        let (moves, _) = repaired(body, &rows);
        assert!(!moves.contains(&"m3: s > t".to_owned()), "{moves:?}");
    }

    #[test]
    fn rows_of_one_person_are_one_person() {
        let with = |more: &str, rows: &[&str]| {
            let optional = if more.is_empty() { "" } else { ", optional: true" };
            let seats = format!(
                "seats: {{ s: {{ clause: A }}, t: {{ eligible: {{ category: c1 }}, clause: A }}, u: {{ counts: false{optional} }} }}"
            );
            mended(&format!("{seats}{more}"), rows, |graph, roster| {
                let people = |one: &crate::roster::Shortage| (graph.name(one.seats[0]).to_owned(), one.people.len());
                let others = roster.repair.appointments.iter().map(|one| roster.alternatives(one).len()).sum::<usize>();
                (roster.shortages.iter().map(people).collect::<Vec<_>>(), roster.repair.moves.len(), others)
            })
        };
        let rows = ["person: p0, seat: s, actor: x2", "person: p0, seat: u, actor: x1"];
        assert_eq!(with("", &rows), (vec![("t".to_owned(), 0)], 0, 0));
        // Somebody else may move, and the place that is left can be filled from either of the other seats.
        assert_eq!(with("", &[rows[0], "person: p1, seat: u, actor: x1"]).2, 2);
        let free = ["person: p0, seat: s, actor: x2", "person: p0, actor: x1"];
        assert_eq!(with(", hats: { seats-per-person: 2, clause: B }", &free), (vec![], 0, 0));
    }

    #[test]
    fn nobody_is_moved_beside_whom_they_must_not_sit() {
        let body = "seats: { s: { places: 1, clause: A }, u: { places: 2, distinct: gender, clause: A } }";
        let rows = ["gender: man, seat: s", "gender: man, seat: s", "gender: woman, seat: u"];
        assert_eq!(repaired(body, &rows).0.len(), 1);
        let (moves, appointments) = repaired(body, &[rows[0], rows[1], "gender: man, seat: u"]);
        assert!(matches!(moves.as_slice(), [one] if one.ends_with(": s > -")), "{moves:?}");
        assert_eq!(appointments, ["u 1"]);
        // Neither do two come to sit there together.
        let body =
            "seats: { u: { places: 2, distinct: gender, clause: A }, t: { eligible: { category: c1 }, clause: A } }";
        let (moves, appointments) = repaired(body, &["gender: man, actor: x2", "gender: man, actor: x2"]);
        assert_eq!((moves.len(), appointments), (1, vec!["t 1".to_owned(), "u 1".to_owned()]));
    }

    #[test]
    fn whoever_has_an_office_by_where_they_sit_stays_there() {
        let body = |chair: &str| {
            format!(
                "seats: {{ s: {{ places: 2, clause: A }}, t: {{ eligible: {{ category: c1 }}, clause: A }} }}, chair: {{ {chair}clause: B }}"
            )
        };
        let at_s = body("from: { seat: s }, ");
        for rows in [["role: chair, ", ""], ["", "role: chair, "]] {
            let rows = rows.map(|role| format!("{role}seat: s, actor: x1"));
            let (moves, appointments) = repaired(&at_s, &[&rows[0], &rows[1], "seat: s, actor: x2"]);
            let other = if rows[0].starts_with("role") { "m1" } else { "m0" };
            assert_eq!((moves, appointments.len()), (vec![format!("{other}: s > t")], 0));
        }
        // Who leaves for nothing is not the chair either.
        for rows in [["role: chair, ", "", ""], ["", "role: chair, ", ""], ["", "", "role: chair, "]] {
            let chair = rows.iter().position(|role| !role.is_empty()).unwrap();
            let rows = rows.map(|role| format!("{role}seat: s, actor: x2"));
            let (moves, appointments) = repaired(&at_s, &[&rows[0], &rows[1], &rows[2]]);
            assert_eq!(appointments, ["t 1"]);
            assert!(moves.len() == 1 && !moves[0].starts_with(&format!("m{chair}")), "{moves:?}");
        }
        // Only the chair may fill the other: somebody has to be appointed.
        let rows = ["seat: s, actor: x1, role: chair", "seat: s, actor: x2", "seat: s, actor: x2"];
        let (moves, appointments) = repaired(&at_s, &rows);
        assert!(appointments == ["t 1"] && moves.len() == 1 && !moves[0].starts_with("m0"), "{moves:?}");
        // Where the office asks for no seat, or for one of both, its holder may move.
        assert_eq!(repaired(&body("from: { seat: [s, t] }, "), &rows).0, ["m0: s > t"]);
        assert_eq!(repaired(&body(""), &rows).0, ["m0: s > t"]);
    }

    #[test]
    fn of_whom_a_seat_needs_so_many_stay() {
        let body = "seats: { s: { places: 2, clause: A, of-which: { at-least: 1, where: { gender: woman } } }, t: { eligible: { category: c1 }, clause: A } }";
        for woman in 0..3 {
            let row = |at: usize| {
                format!(
                    "seat: s, actor: x{}, gender: {}",
                    if at < 2 { 1 } else { 2 },
                    if at == woman { "woman" } else { "man" }
                )
            };
            let (moves, appointments) = repaired(body, &[&row(0), &row(1), &row(2)]);
            assert!(appointments.is_empty() && moves.len() == 1, "{moves:?} {appointments:?}");
            assert!(moves[0].ends_with(": s > t") && !moves[0].starts_with(&format!("m{woman}")), "{moves:?}");
        }
        let only =
            ["seat: s, actor: x1, gender: woman", "seat: s, actor: x2, gender: man", "seat: s, actor: x2, gender: man"];
        let (moves, appointments) = repaired(body, &only);
        assert!(appointments == ["t 1"] && moves.len() == 1 && !moves[0].starts_with("m0"), "{moves:?}");
    }

    #[test]
    fn seats_are_found_that_do_by_whatever_members_are_to_differ_in() {
        let body = |aspect: &str| {
            format!("seats: {{ u: {{ places: 2, distinct: {aspect}, clause: A }}, t: {{ places: 2, clause: A }} }}")
        };
        let judged = |aspect: &str, says: [&str; 4]| {
            let terms = format!(
                "schemes: {{ gender: [woman, man], town: [small, large] }}\nregions: {{ r1: {{}}, r2: {{}} }}\n\
                 actors: {{ x1: {{ region: r1 }}, x2: {{ region: r2 }} }}\nbodies: {{ b: {{ {} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n",
                body(aspect)
            );
            verdict(&terms, &crate::prove::tests::members("body: b", &says), None)
        };
        for (aspect, one, other) in [
            ("gender", "gender: man", "gender: woman"),
            ("region", "actor: x1", "actor: x2"),
            ("town", "is: small", "is: large"),
            ("person", "person: p0", "person: p1"),
        ] {
            for at in 0..4 {
                let mut says = [one; 4];
                says[at] = other;
                assert_eq!(
                    judged(aspect, says),
                    if aspect == "person" { Verdict::Unmet } else { Verdict::Met },
                    "{aspect}"
                );
            }
            assert_eq!(judged(aspect, [one; 4]), Verdict::Unmet, "{aspect}");
        }
    }

    #[test]
    fn one_person_is_given_one_seat_by_whichever_row_may_take_it() {
        let body = "seats: { s: { clause: A, eligible: { actor: di } }, t: { clause: A, eligible: { actor: de } } }";
        let both = "  m1: { body: b, actor: di, person: P }\n  m2: { body: b, actor: de, person: P }\n";
        assert_eq!(judged(body, both), Verdict::Unmet);
        let hats = |most: u32| format!("{body}, hats: {{ seats-per-person: {most}, clause: A }}");
        assert_eq!(judged(&hats(2), both), Verdict::Met);
        // Whether the first row or the second takes a seat depends on who else is there.
        for other in ["di", "de"] {
            let people = format!("{both}  m3: {{ body: b, actor: {other}, person: Q }}\n");
            assert_eq!(judged(body, &people), Verdict::Met);
        }
        // Who has a seat is given no other.
        let seated = "  m1: { body: b, actor: di, person: P, seat: s }\n  m2: { body: b, actor: de, person: P }\n";
        assert_eq!(judged(body, seated), Verdict::Unmet);
    }

    #[test]
    fn neither_row_of_a_person_with_two_seats_is_given_another() {
        let body = "seats: { s: { clause: A }, t: { clause: A }, u: { clause: A } }";
        let twice = ["person: p0, seat: s", "person: p0, seat: t", "person: p1, seat: s"];
        for turn in 0..3 {
            let rows: Vec<&str> = (0..3).map(|at| twice[(at + turn) % 3]).collect();
            let other = rows.iter().position(|row| row.contains("p1")).unwrap();
            assert_eq!(repaired(body, &rows), (vec![format!("m{other}: s > u")], Vec::new()));
        }
        // Of whom one row may not stay has the other seat, and may change that for another.
        let body = "seats: { s: { eligible: { category: c2 }, clause: A }, t: { eligible: { category: c1 }, clause: A }, u: { eligible: { category: c1 }, clause: A } }";
        let rows = ["person: p0, seat: s, actor: x1", "person: p0, seat: t, actor: x1"];
        let (moves, appointments) = repaired(body, &rows);
        assert_eq!((moves, appointments.len()), (vec!["m0: s > -".to_owned()], 2));
        // Where two are allowed, no third is given, and none of two that are kept apart.
        let body = "seats: { s: { clause: A }, t: { clause: A }, u: { clause: A }, v: { counts: false } }, hats: { seats-per-person: 2, never-both: [[s, u]], clause: B }";
        let rows = ["person: p0, seat: s", "person: p0, seat: v", "person: p1, seat: t"];
        let (moves, appointments) = repaired(body, &rows);
        assert!(!moves.contains(&"m1: v > u".to_owned()) && appointments.len() == 1, "{moves:?} {appointments:?}");
        // A seat that may stay empty is left for one that goes with the other.
        let body = body.replace("counts: false", "counts: false, places: 2, optional: true");
        assert_eq!(repaired(&body, &rows), (vec!["m1: v > t".to_owned(), "m2: t > u".to_owned()], vec![]));
    }

    #[test]
    fn what_the_body_asks_of_the_members_of_a_seat_stays_met() {
        let seats = "s: { places: 2, clause: A }, t: { eligible: { category: c1 }, clause: A }, u: { counts: false, optional: true, places: 2 }";
        for quota in [
            "count: { seat: s, gender: woman }, at-least: 1",
            "count: { seat: t, gender: woman }, at-most: 0",
            "count: { seat: s, gender: woman }, same-as: { seat: s, gender: man }",
        ] {
            let body = format!("seats: {{ {seats} }}, quotas: {{ q: {{ {quota}, clause: B }} }}");
            for woman in 0..3 {
                let gender = |at: usize| if at == woman { "woman" } else { "man" };
                let rows = [0, 1, 2].map(|at| format!("seat: s, actor: x1, gender: {}", gender(at)));
                let (moves, appointments) = repaired(&body, &[&rows[0], &rows[1], &rows[2]]);
                assert!(appointments.is_empty() && moves.len() == 1, "{quota} {moves:?} {appointments:?}");
                assert!(
                    moves[0].ends_with(": s > t") && !moves[0].starts_with(&format!("m{woman}")),
                    "{quota} {moves:?}"
                );
            }
        }
        // Who comes from a seat that does not count comes to be counted.
        let seats = "s: { places: 2, clause: A }, t: { eligible: { category: c1 }, clause: A }, u: { counts: false }";
        let body =
            format!("seats: {{ {seats} }}, quotas: {{ q: {{ count: {{ gender: man }}, at-most: 2, clause: B }} }}");
        let rows = |gender: &str| {
            let other = format!("seat: s, gender: {gender}, actor: x2");
            let [one, two] = ["seat: u, gender: man, actor: x1", "seat: u, gender: man, actor: x2"];
            repaired(&body, &["seat: s, gender: man, actor: x2", &other, one, two])
        };
        let (moves, appointments) = rows("man");
        assert!(matches!(moves.as_slice(), [one] if one.ends_with(": u > -")) && appointments == ["t 1"], "{moves:?}");
        assert_eq!(rows("woman").0, ["m2: u > t"]);
    }

    #[test]
    fn whoever_each_nominator_puts_forward_in_a_seat_stays() {
        let body =
            "seats: { s: { places: 2, nominated-by: { each: [n1, n2], names: 1 }, clause: A }, t: { clause: B } }";
        for alone in 0..3 {
            let by = |at: usize| if at == alone { "n1" } else { "n2" };
            let rows = [0, 1, 2].map(|at| format!("seat: s, nominated-by: {}", by(at)));
            let (moves, appointments) = repaired(body, &[&rows[0], &rows[1], &rows[2]]);
            assert!(appointments.is_empty() && moves.len() == 1, "{moves:?} {appointments:?}");
            assert!(!moves[0].starts_with(&format!("m{alone}")), "{moves:?}");
        }
    }

    #[test]
    fn shares_of_a_part_of_the_members_of_a_seat_stay_met() {
        let of_which =
            "of-which: { at-least: 2, where: { gender: woman }, of-which: { at-least: 1/2, where: { actor: x1 } } }";
        let body = format!("seats: {{ s: {{ places: 3, clause: A, {of_which} }}, t: {{ clause: B }} }}");
        let rows = |turn: usize| {
            let all = ["woman, actor: x1", "woman, actor: x2", "man, actor: x2", "man, actor: x1"];
            [0, 1, 2, 3].map(|at| format!("seat: s, gender: {}", all[(at + turn) % 4]))
        };
        for turn in 0..4 {
            let rows = rows(turn);
            let (moves, appointments) = repaired(&body, &[&rows[0], &rows[1], &rows[2], &rows[3]]);
            assert!(appointments.is_empty() && moves.len() == 1, "{moves:?} {appointments:?}");
            let at: usize = moves[0][1..2].parse().unwrap();
            assert!(rows[at].contains(" man"), "{moves:?}");
        }
    }

    #[test]
    fn whoever_is_kept_where_they_sit_is_told_beside_the_reason() {
        let body = "seats: { s: { places: 2, clause: A }, t: { eligible: { category: c1 }, clause: A } }, chair: { from: { seat: s }, clause: B }";
        let rows = ["seat: s, actor: x1, role: chair", "seat: s, actor: x2", "seat: s, actor: x2"];
        mended(body, &rows, |graph, roster| {
            let names = |all: &[_]| all.iter().map(|&node| graph.name(node).to_owned()).collect::<Vec<_>>();
            let [short] = roster.shortages.as_slice() else { panic!("{:?}", roster.shortages) };
            assert_eq!(
                (names(&short.seats), names(&short.people), names(&short.held)),
                (vec!["t".to_owned()], vec![], vec!["m0".to_owned()])
            );
            assert_eq!(roster.repair.appointments.len(), 1);
        });
    }

    #[test]
    fn whoever_is_found_a_seat_that_does_not_count_is_no_member() {
        let body = |places: u32, law: &str| {
            format!("seats: {{ s: {{}}, t: {{}}, u: {{ places: {places}, counts: false }} }}, {law}")
        };
        let people = "  m1: { body: b }\n  m2: { body: b }\n  m3: { body: b }\n";
        let size = |places, number: &str| judged(&body(places, &format!("size: {{ {number}, clause: A }}")), people);
        // Two of three count, whoever they are.
        assert_eq!(size(1, "exactly: 2"), Verdict::Met);
        assert_eq!(size(1, "at-least: 3"), Verdict::Unmet);
        // Where there is room for two who do not count, it may be one.
        assert_eq!(size(2, "at-most: 2"), Verdict::Met);
        assert_eq!(size(2, "at-least: 3"), Verdict::Unmet);
        assert_eq!(size(2, "exactly: 2"), Verdict::Open);
        let quota = |number: &str| judged(&body(1, &format!("quotas: {{ q: {{ {number}, clause: A }} }}")), people);
        assert_eq!(quota("at-most: 3"), Verdict::Met);
        assert_ne!(quota("at-least: 3"), Verdict::Met);
    }

    #[test]
    fn who_could_not_be_read_may_be_an_alternate_and_dates_upside_down_say_nothing_of_a_quorum() {
        let body = "alternates: { kind: pooled, number: { at-least: 1 }, clause: A }";
        let terms = format!("{HEAD}bodies: {{ b: {{ {body} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n");
        let people = "members:\n  m1: { body: b }\n  m2: { body: b, role: altern }\n";
        assert_eq!(faulty(&terms, people, None), Verdict::Error);
        assert_eq!(verdict(&terms, &people.replace("altern ", "alternate "), None), Verdict::Met);
        let body = "seats: { s: { places: 4 } }, quorum: { more-than: 1/2, of: members, clause: A }";
        let terms = format!("{HEAD}bodies: {{ b: {{ {body} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n");
        let held = |last: &str| {
            let sits = |at: u32| format!("  m{at}: {{ body: b, seat: s, from: 2026-01-01 }}\n");
            let people: String = (1..4).map(sits).collect();
            format!(
                "meetings: {{ w: {{ body: b, on: 2027-02-01, present: [m1, m2] }} }}\nmembers:\n{people}  m4: {{ body: b, seat: s, {last} }}\n"
            )
        };
        assert_eq!(verdict(&terms, &held("from: 2026-01-01"), Some("2027-03-01")), Verdict::Unmet);
        assert_eq!(verdict(&terms, &held("from: 2030-01-01"), Some("2027-03-01")), Verdict::Met);
        assert_eq!(faulty(&terms, &held("from: 2030-01-01, to: 2026-12-31"), Some("2027-03-01")), Verdict::Error);
    }

    #[test]
    fn what_cannot_come_out_otherwise_is_met_whatever_is_not_known() {
        let held = |body: &str, rows: &[&str]| {
            let terms = format!(
                "schemes: {{ gender: [woman, man] }}\nbodies: {{ b: {{ {body} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
            );
            verdict(&terms, &crate::prove::tests::members("body: b", rows), Some("2027-03-01"))
        };
        let tenure = "tenure: { for: { gender: woman }, at-most: 2 years, clause: A }";
        let short = "person: P1, from: 2026-01-01, to: 2027-12-31";
        let long = "person: P2, from: 2026-01-01, to: 2029-12-31";
        assert_eq!(held(tenure, &[short]), Verdict::Met);
        assert_eq!(held(tenure, &[short, long]), Verdict::Open);
        assert_eq!(held(tenure, &[short, &format!("{long}, gender: man")]), Verdict::Met);
        assert_eq!(held(tenure, &[short, &format!("{long}, gender: woman")]), Verdict::Unmet);
        // There are no more than two of two, and a place that may stay empty spoils nothing.
        let different = |most: u32, optional: bool| {
            let body = format!(
                "seats: {{ s: {{ places: 3, optional: {optional} }} }}, quotas: {{ q: {{ distinct: gender, at-most: {most}, clause: A }} }}"
            );
            held(&body, &["seat: s, gender: woman"])
        };
        assert_eq!((different(2, true), different(2, false)), (Verdict::Met, Verdict::Met));
        assert_eq!((different(1, true), different(1, false)), (Verdict::Met, Verdict::Open));
    }

    #[test]
    fn what_a_repair_cannot_spare_is_told() {
        let broken = |body: &str, rows: &[&str]| {
            mended(body, rows, |graph, roster| {
                let broken = roster.repair.breaks.iter();
                broken.map(|broken| graph.name(broken.law).to_owned()).collect::<Vec<_>>()
            })
        };
        // The chair sits where nobody like them may, and has the office by sitting there.
        let chaired = "seats: { s: { eligible: { category: c1 }, clause: A }, t: { clause: A } }, chair: { from: { seat: s }, clause: B }";
        assert_eq!(broken(chaired, &["seat: s, actor: x2, role: chair"]), ["chair"]);
        assert_eq!(broken(chaired, &["seat: s, actor: x1, role: chair", "seat: t, actor: x1"]), [""; 0]);
        // The only woman sits where she may not. Whoever is appointed instead may be one, unless nobody is.
        let quota = "quotas: { q: { count: { gender: woman }, at-least: 1, clause: B } }";
        let rows = ["seat: s, actor: x2, gender: woman", "seat: t, actor: x1, gender: man"];
        let asks = "s: { eligible: { category: c1 }, clause: A }";
        assert_eq!(broken(&format!("seats: {{ {asks}, t: {{ clause: A }} }}, {quota}"), &rows), [""; 0]);
        let spare = format!("seats: {{ {asks}, t: {{ optional: true }} }}, {quota}");
        let rows = ["seat: s, actor: x2, gender: woman", "seat: s, actor: x1, gender: man", "seat: t, gender: man"];
        assert_eq!(broken(&spare, &rows), ["q"]);
    }

    mod random {
        use proptest::prelude::*;

        use super::{Verdict, verdict};

        #[derive(Clone, Debug)]
        struct Line {
            places: usize,
            /// For which categories it is open.
            open: (bool, bool),
            /// At least or at most so many of one kind.
            of_which: Option<(bool, usize)>,
            apart: bool,
        }

        #[derive(Clone, Copy, Debug)]
        struct Person {
            /// Actors 0 and 1 are of the first category, 2 of the second, 3 of both.
            actor: usize,
            small: bool,
        }

        fn line() -> impl Strategy<Value = Line> {
            let open = prop_oneof![Just((true, false)), Just((false, true)), Just((true, true))];
            let line = (1..4_usize, open, proptest::option::of((any::<bool>(), 1..3_usize)), any::<bool>());
            line.prop_map(|(places, open, of_which, apart)| {
                let of_which = of_which.map(|(least, heads)| (least, heads.min(places)));
                Line { places, open, of_which, apart: apart && places > 1 }
            })
        }

        fn person() -> impl Strategy<Value = Person> {
            (0..4_usize, any::<bool>()).prop_map(|(actor, small)| Person { actor, small })
        }

        fn does(line: &Line, people: &[Person]) -> bool {
            let of = |actor: usize| people.iter().filter(|person| person.actor == actor).count();
            let small = people.iter().filter(|person| person.small).count();
            people.len() == line.places
                && people.iter().all(|person| (line.open.0 && person.actor != 2) || (line.open.1 && person.actor >= 2))
                && line.of_which.is_none_or(|(least, heads)| if least { small >= heads } else { small <= heads })
                && (!line.apart || (0..4).all(|actor| of(actor) <= 1))
        }

        /// Whether some way of giving everybody a seat does by everything.
        fn can(lines: &[Line], seated: &mut Vec<Vec<Person>>, people: &[Person]) -> bool {
            let Some((&first, rest)) = people.split_first() else {
                return lines.iter().zip(seated.iter()).all(|(line, people)| does(line, people));
            };
            (0..lines.len()).any(|at| {
                if seated[at].len() == lines[at].places {
                    return false;
                }
                seated[at].push(first);
                let found = can(lines, seated, rest);
                seated[at].pop();
                found
            })
        }

        proptest! {
            #![proptest_config(ProptestConfig::with_cases(2000))]

            #[test]
            fn seats_are_found_for_everybody_if_there_is_a_way_that_does_by_everything(
                lines in prop::collection::vec(line(), 1..4),
                people in prop::collection::vec(person(), 9),
            ) {
                let total: usize = lines.iter().map(|line| line.places).sum();
                let people = &people[..total];
                let mut seats = String::new();
                for (at, line) in lines.iter().enumerate() {
                    let open = match line.open { (true, true) => "[c1, c2]", (true, false) => "c1", _ => "c2" };
                    seats += &format!("      s{at}: {{ clause: A, places: {}, eligible: {{ category: {open} }}", line.places);
                    if let Some((least, heads)) = line.of_which {
                        let word = if least { "at-least" } else { "at-most" };
                        seats += &format!(", of-which: {{ {word}: {heads}, where: {{ is: small }} }}");
                    }
                    seats += if line.apart { ", distinct: actor }\n" } else { " }\n" };
                }
                let members: String = people
                    .iter()
                    .enumerate()
                    .map(|(at, person)| {
                        let is = if person.small { "small" } else { "large" };
                        format!("  m{at}: {{ body: b, actor: a{}, is: {is} }}\n", person.actor)
                    })
                    .collect();
                let terms = format!(
                    "schemes: {{ actor-category: [c1, c2], town: [small, large] }}\n\
                     actors: {{ a0: {{ category: c1 }}, a1: {{ category: c1 }}, a2: {{ category: c2 }}, a3: {{ category: [c1, c2] }} }}\n\
                     bodies:\n  b:\n    seats:\n{seats}clauses: {{ A: {{ force: must, text: A. }} }}\n"
                );
                let expected = can(&lines, &mut vec![Vec::new(); lines.len()], people);
                let found = verdict(&terms, &format!("members:\n{members}"), None);
                prop_assert_eq!(found, if expected { Verdict::Met } else { Verdict::Unmet }, "{}{}", terms, members);
            }
        }
    }
}
