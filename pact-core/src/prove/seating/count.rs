//! Numbers and shares of the members of a body as they are, and as they would be after moves.
//!
//! A count is kept as a sum over people, each of whom adds to it by the seat they sit in. Seats that tell nobody apart are one class, so that many people and
//! many seats do not make a pair each.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::Arrangement;
use crate::{
    document::{
        amount::{Amount, AmountBounds, Limit, Rounding},
        body::NominationMode,
        composition::{Per, Population},
        pact::Role,
        workspace::Stage,
    },
    graph::{
        composition::{Asked, Law, OfWhich, Quota, Whole},
        edge::EdgeKind,
        node::{Member, NodeId, Seat},
    },
    prove::{
        Prover, Status,
        group::{Question, Truth, closure, questions},
        quota::Part,
    },
    solve::seating::{Move, Seating},
};

/// Where somebody sits, as far as a count is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// As the register has it, which may be in no seat.
    Now,
    /// In this seat.
    Seat(u32),
    /// Not on the body any more.
    Gone,
}

impl Place {
    /// Where somebody is after a move.
    pub(super) fn after(one: &Move) -> Self {
        one.to.map_or(Self::Gone, Self::Seat)
    }
}

/// Part of a count: what is certain, and what may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Range {
    sure: i64,
    may: i64,
}

impl Range {
    fn of(truth: Truth, weight: i64) -> Self {
        match truth {
            Truth::Yes => Self { sure: weight, may: weight },
            Truth::No => Self::default(),
            Truth::Unread | Truth::Unsaid => Self { sure: 0, may: weight },
        }
    }

    fn add(&mut self, other: Self, sign: i64) {
        self.sure += sign * other.sure;
        self.may += sign * other.may;
    }
}

/// What somebody adds to a count, or what it amounts to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Adds {
    counted: Range,
    whole: Range,
}

/// What of a count is known of one person.
#[derive(Debug)]
struct Person {
    now: Adds,
    /// By the class of a seat.
    there: Vec<Adds>,
    /// The parts to which the person belongs where it is held to parts apart; one that is nobody's where it is held as one.
    parts: Vec<Option<NodeId>>,
    /// What is said of the person where different things are counted.
    values: Vec<NodeId>,
    /// Whether the person sits in the seat of which it is a count, where it is one of a seat.
    sits: bool,
}

/// What a count amounts to, part by part; where different things are counted, how many say each.
#[derive(Debug, Default)]
pub(super) struct State {
    parts: FxHashMap<Option<NodeId>, Adds>,
    values: FxHashMap<(Option<NodeId>, NodeId), Range>,
    /// How many sit in the seat of which it is a count, or how many more than did.
    there: i64,
}

/// A number or a share of members that is asked for, and what it is.
#[derive(Debug)]
pub(super) struct Count {
    asked: Asked,
    rounding: Rounding,
    /// Of how many a share is taken, where that does not depend on who sits where.
    whole: Option<i64>,
    /// Nothing is asked while nobody sits in the seat, which may be; and of at least how many a share may come to be taken.
    spare: Option<i64>,
    distinct: bool,
    /// By seat, which class it is of; nothing where only one seat matters.
    classes: Classes,
    people: FxHashMap<u32, Person>,
    base: State,
}

/// Which seats are told apart.
#[derive(Debug)]
enum Classes {
    /// One from all the others.
    One(u32),
    /// Seat by seat.
    Each(Vec<u32>),
}

impl Count {
    /// The seat whose members it counts, where it counts those of one.
    pub(super) fn seat(&self) -> Option<u32> {
        match self.classes {
            Classes::One(seat) => Some(seat),
            Classes::Each(_) => None,
        }
    }

    fn adds(&self, person: &Person, place: Place) -> Adds {
        match (place, &self.classes) {
            (Place::Now, _) => person.now,
            (Place::Gone, _) => Adds::default(),
            (Place::Seat(seat), Classes::One(own)) if seat == *own => person.there.first().copied().unwrap_or_default(),
            (Place::Seat(_), Classes::One(_)) => Adds::default(),
            (Place::Seat(seat), Classes::Each(classes)) => {
                let class = classes.get(seat as usize).and_then(|&class| person.there.get(class as usize));
                class.copied().unwrap_or_default()
            }
        }
    }

    /// Whether it is the same for the count in which of two places somebody is.
    pub(super) fn is_alike(&self, person: u32, one: Place, other: Place) -> bool {
        self.people.get(&person).is_none_or(|person| self.adds(person, one) == self.adds(person, other))
    }

    /// By how much too few or too many there are.
    fn amiss(&self, of: Adds) -> i64 {
        let whole = self.whole.map_or(of.whole, |whole| Range { sure: whole, may: whole });
        let whole = Range { may: whole.may.max(self.spare.unwrap_or(0)), ..whole };
        let heads = |number: i64| u64::try_from(number).unwrap_or(0);
        let number = |heads: u64| i64::try_from(heads).unwrap_or(i64::MAX / 4);
        let (few, many) = match &self.asked {
            Asked::Bounds(bounds) => (
                number(bounds.heads(heads(whole.may), self.rounding).least) - of.counted.sure,
                bounds.heads(heads(whole.sure), self.rounding).most.map_or(0, |most| of.counted.may - number(most)),
            ),
            Asked::BySize(table) => {
                let least = |whole: i64| {
                    let amount = table.at(heads(whole));
                    amount.and_then(|amount| amount.least(heads(whole), self.rounding)).map_or(0, number)
                };
                (least(whole.may).max(least(whole.sure)) - of.counted.sure, 0)
            }
            Asked::SameAs { within, .. } => {
                let within = i64::from(*within);
                (whole.may - of.counted.sure - within, of.counted.may - whole.sure - within)
            }
        };
        few.max(0) + many.max(0)
    }

    /// By how much more is amiss of some part than was.
    fn worse(&self, part: Option<NodeId>, of: Adds) -> i64 {
        let before = self.base.parts.get(&part).copied().unwrap_or_default();
        let amiss = if self.is_empty(&State::default()) { 0 } else { self.amiss(before) };
        (self.amiss(of) - amiss).max(0)
    }

    /// Whether it is of a seat that may stay empty, and is.
    fn is_empty(&self, state: &State) -> bool {
        self.spare.is_some() && self.base.there + state.there <= 0
    }

    /// By how much more is amiss of a seat that may stay empty, in all its parts. O(parts).
    fn worse_in_all(&self, state: &State) -> i64 {
        if self.is_empty(state) {
            return 0;
        }
        let new = state.parts.keys().filter(|part| !self.base.parts.contains_key(part));
        let of = |part| state.parts.get(part).or_else(|| self.base.parts.get(part)).copied().unwrap_or_default();
        self.base.parts.keys().chain(new).map(|part| self.worse(*part, of(part))).sum()
    }

    fn sits(&self, person: &Person, place: Place) -> bool {
        match place {
            Place::Now => person.sits,
            Place::Seat(seat) => self.seat() == Some(seat),
            Place::Gone => false,
        }
    }

    /// Puts somebody elsewhere, and gives by how much more is amiss after that. O(parts and values of the person).
    pub(super) fn shift(&self, state: &mut State, person: u32, from: Place, to: Place) -> i64 {
        let Some(person) = self.people.get(&person) else { return 0 };
        let (old, new) = (self.adds(person, from), self.adds(person, to));
        let moved = i64::from(self.sits(person, to)) - i64::from(self.sits(person, from));
        if old == new && (self.spare.is_none() || moved == 0) {
            return 0;
        }
        // Where the last one leaves a seat, or the first one comes, it makes a difference for all parts.
        let before = if self.spare.is_some() { self.worse_in_all(state) } else { 0 };
        let mut worse = 0;
        for &part in &person.parts {
            let known = state.parts.get(&part).or_else(|| self.base.parts.get(&part)).copied().unwrap_or_default();
            let mut after = known;
            self.change(&mut after, state, part, person, old, -1);
            self.change(&mut after, state, part, person, new, 1);
            worse += self.worse(part, after) - self.worse(part, known);
            state.parts.insert(part, after);
        }
        state.there += moved;
        if self.spare.is_some() { self.worse_in_all(state) - before } else { worse }
    }

    fn change(&self, of: &mut Adds, state: &mut State, part: Option<NodeId>, person: &Person, adds: Adds, sign: i64) {
        of.whole.add(adds.whole, sign);
        if !self.distinct {
            of.counted.add(adds.counted, sign);
            return;
        }
        for &value in &person.values {
            let key = (part, value);
            let known = state.values.get(&key).or_else(|| self.base.values.get(&key)).copied().unwrap_or_default();
            let mut after = known;
            after.add(adds.counted, sign);
            let there = |number: i64| i64::from(number > 0);
            of.counted.sure += there(after.sure) - there(known.sure);
            of.counted.may += there(after.may) - there(known.may);
            state.values.insert(key, after);
        }
    }

    /// What is to be undone of moves, by number, for no more to be amiss than was; from the last one, and as few as are found one by one. `back` gives where
    /// somebody is instead. The state without those is given as well. O(moves × parts of a person).
    pub(super) fn harmful(&self, moves: &[Move], back: &dyn Fn(&Move) -> Option<Place>) -> (Vec<usize>, State, i64) {
        let (mut state, mut worse, mut found) = (State::default(), 0, Vec::new());
        for one in moves {
            worse += self.shift(&mut state, one.person, Place::Now, Place::after(one));
        }
        // Where none of them alone makes a difference, as it may be with shares, several do.
        for together in [false, true] {
            for (at, one) in moves.iter().enumerate().rev() {
                if worse <= 0 {
                    return (found, state, worse);
                }
                let after = Place::after(one);
                let Some(back) = back(one).filter(|&back| !self.is_alike(one.person, after, back)) else { continue };
                if found.contains(&at) {
                    continue;
                }
                let change = self.shift(&mut state, one.person, after, back);
                if change < 0 || together {
                    worse += change;
                    found.push(at);
                } else {
                    self.shift(&mut state, one.person, back, after);
                }
            }
        }
        (found, state, worse)
    }
}

/// The counts of a body that are to stay met, and seats for which there was too much to look at.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) all: Vec<Count>,
    /// Nobody is moved into or out of these.
    pub(super) frozen: BTreeSet<u32>,
}

/// What counts are made of.
struct Maker<'a, 'm> {
    prover: &'a Prover<'m>,
    of: &'a Arrangement,
    body: NodeId,
    /// By seat, who may take it or sits there.
    takers: Vec<Vec<u32>>,
    numbers: FxHashMap<NodeId, u32>,
    looks: usize,
    counts: Counts,
}

/// The counts of a body: of the members of each seat, of those whom each nominator puts forward, and the quotas.
pub(super) fn counts(prover: &Prover<'_>, body: NodeId, of: &Arrangement) -> Counts {
    let mut takers = vec![Vec::new(); of.seats.len()];
    for person in 0..of.people.len() as u32 {
        let mut seats: Vec<u32> = of.problem.may_take(person).iter().chain(of.problem.now(person)).copied().collect();
        seats.sort_unstable();
        seats.dedup();
        for seat in seats {
            takers.get_mut(seat as usize).into_iter().for_each(|takers| takers.push(person));
        }
    }
    let numbers = of.people.iter().copied().zip(0u32..).collect();
    let mut maker = Maker { prover, of, body, takers, numbers, looks: 0, counts: Counts::default() };
    for (number, &seat) in (0u32..).zip(&of.seats) {
        if let Some(law) = prover.graph.seat_law(seat) {
            law.of_which.iter().for_each(|part| maker.of_which(number, part, &[]));
        }
        maker.nominated_by_each(number, seat);
    }
    for provision in prover.provisions(body).into_iter().filter(|&one| prover.is_law(one)) {
        let Some(Law::Quota(quota)) = prover.graph.law(provision) else { continue };
        let applies = quota.when.is_empty()
            || !matches!(prover.all(provision, &quota.when).status(Stage::Final), Status::Unmet | Status::Inapplicable);
        if applies {
            maker.quota(quota);
        }
    }
    maker.counts
}

impl Maker<'_, '_> {
    fn takers(&self, seat: u32) -> &[u32] {
        self.takers.get(seat as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether that much may still be looked at.
    fn may_look(&mut self, looks: usize) -> bool {
        self.looks = self.looks.saturating_add(looks);
        self.looks <= super::LOOKS
    }

    fn push(&mut self, mut count: Count) {
        let mut base = State::default();
        let mut people: Vec<(&u32, &Person)> = count.people.iter().collect();
        people.sort_unstable_by_key(|(number, _)| **number);
        for (_, person) in people {
            base.there += i64::from(person.sits);
            for &part in &person.parts {
                let mut sum = base.parts.get(&part).copied().unwrap_or_default();
                count.change(&mut sum, &mut base, part, person, person.now, 1);
                base.parts.insert(part, sum);
            }
        }
        count.base = base;
        self.counts.all.push(count);
    }

    /// Of the members of a seat, so many of a group; within others, where it is nested in them.
    fn of_which(&mut self, seat: u32, part: &OfWhich, within: &[&OfWhich]) {
        if !self.may_look(self.takers(seat).len() * (within.len() + 1)) {
            self.counts.frozen.insert(seat);
            return;
        }
        let adds = |person: u32| {
            let Some(member) = self.of.taker(person, seat) else { return Adds::default() };
            let all = within.iter().map(|outer| self.prover.in_group(member, &outer.group));
            let whole = all.fold(Truth::Yes, Truth::and);
            let counted = whole.and(self.prover.in_group(member, &part.group));
            Adds { counted: Range::of(counted, 1), whole: Range::of(whole, 1) }
        };
        let spare = self.of.seat(seat).is_some_and(|seat| self.may_be_empty(seat));
        let people = self.of_seat(seat, adds, |_| vec![None], spare);
        let places = i64::from(self.of.seat(seat).map_or(0, |seat| self.prover.places_of(seat)));
        self.push(Count {
            asked: Asked::Bounds(part.bounds),
            rounding: Rounding::Exact,
            // Of the members of the seat itself there are as many as it has places, once it is filled.
            whole: (within.is_empty() && !spare).then_some(places),
            // Of those of one that may stay empty, as many as there are, or more.
            spare: spare.then_some(if within.is_empty() { places } else { 0 }),
            distinct: false,
            classes: Classes::One(seat),
            people,
            base: State::default(),
        });
        let within: Vec<&OfWhich> = within.iter().copied().chain([part]).collect();
        part.of_which.iter().for_each(|nested| self.of_which(seat, nested, &within));
    }

    /// Whether a seat may stay empty, or not be there at all.
    fn may_be_empty(&self, seat: NodeId) -> bool {
        let graph = self.prover.graph;
        let optional = graph.downcast::<Seat>(seat).is_some_and(|id| graph.get(id).optional);
        optional || self.prover.is_there(seat) != Truth::Yes
    }

    /// Everybody who may sit in a seat, with what each adds there; those who add nothing where it matters whether anybody sits there.
    fn of_seat(
        &self,
        seat: u32,
        adds: impl Fn(u32) -> Adds,
        parts: impl Fn(NodeId) -> Vec<Option<NodeId>>,
        spare: bool,
    ) -> FxHashMap<u32, Person> {
        let person = |&number: &u32| {
            let adds = adds(number);
            let member = self.of.taker(number, seat).filter(|_| spare || adds != Adds::default())?;
            let sits = self.of.problem.now(number).contains(&seat);
            let now = if sits { adds } else { Adds::default() };
            Some((number, Person { now, there: vec![adds], parts: parts(member), values: Vec::new(), sits }))
        };
        self.takers(seat).iter().filter_map(person).collect()
    }

    /// How many each nominator puts forward in a seat.
    fn nominated_by_each(&mut self, number: u32, seat: NodeId) {
        let graph = self.prover.graph;
        let Some(data) = graph.downcast::<Seat>(seat).map(|id| graph.get(id)) else { return };
        if data.nomination != NominationMode::Each {
            return;
        }
        let nominators = self.prover.all_nominators(seat);
        if !self.may_look(self.takers(number).len() + nominators.len()) {
            self.counts.frozen.insert(number);
            return;
        }
        let limit = |heads: u32| Some(Limit { amount: Amount::Heads(heads), strict: false });
        let bounds = AmountBounds { at_least: limit(data.names.unwrap_or(1)), at_most: data.names.and_then(limit) };
        let nominators: FxHashSet<NodeId> = nominators.into_iter().collect();
        let own = |member: NodeId| {
            let all = graph.outgoing(member, EdgeKind::NominatedBy).iter().map(|agent| agent.node);
            all.filter(|agent| nominators.contains(agent)).map(Some).collect()
        };
        let one = Range { sure: 1, may: 1 };
        // Of one that may stay empty, and is, nobody is asked to nominate anybody.
        let spare = data.optional;
        let people = self.of_seat(number, |_| Adds { counted: one, whole: one }, own, spare);
        self.push(Count {
            asked: Asked::Bounds(bounds),
            rounding: Rounding::Exact,
            whole: None,
            spare: spare.then_some(0),
            distinct: false,
            classes: Classes::One(number),
            people,
            base: State::default(),
        });
    }

    fn quota(&mut self, quota: &Quota) {
        let concepts = match quota.every {
            Some(scheme) => self.prover.concepts(scheme).unwrap_or_default().into_iter().map(Some).collect(),
            None => vec![None],
        };
        for &population in quota.among.iter().filter(|&&one| one != Population::Alternates) {
            for &concept in &concepts {
                self.quota_of(quota, population, concept);
            }
        }
    }

    /// One count of a quota.
    fn quota_of(&mut self, quota: &Quota, population: Population, concept: Option<NodeId>) {
        let (prover, graph) = (self.prover, self.prover.graph);
        let other = match (&quota.amount, &quota.of) {
            (Asked::SameAs { group, .. }, _) | (_, Some(Whole::Group(group))) => Some(group),
            _ => None,
        };
        let of_population = match &quota.of {
            Some(Whole::Population(whole)) => *whole,
            _ => population,
        };
        let weighted = population == Population::Votes || of_population == Population::Votes;
        let mut asked = BTreeSet::new();
        questions(graph, &quota.count, &mut asked);
        other.into_iter().for_each(|group| questions(graph, group, &mut asked));
        // Seats that tell nobody apart.
        let mut known: BTreeMap<_, u32> = BTreeMap::new();
        let (mut classes, mut samples) = (Vec::new(), Vec::new());
        for &seat in &self.of.seats {
            let data = graph.downcast::<Seat>(seat).map(|id| graph.get(id));
            let of_seat = data.map(|data| (data.counts, data.votes, data.co_opted || data.invited));
            let named: Vec<bool> = asked
                .iter()
                .filter_map(|one| match one {
                    Question::Seat(seats) => Some(seats.contains(&seat)),
                    _ => None,
                })
                .collect();
            let next = samples.len() as u32;
            let class = *known.entry((of_seat, named)).or_insert(next);
            if class == next {
                samples.push(seat);
            }
            classes.push(class);
        }
        // Where it is held seat by seat, only those are looked at who may come to sit there.
        let per_seat = quota.per == Some(Per::Seat);
        let pairs = match per_seat {
            true => self.takers.iter().map(Vec::len).sum(),
            false => self.of.people.len().saturating_mul(samples.len() + 1),
        };
        if !self.may_look(pairs.saturating_mul(asked.len() + 1)) {
            self.counts.frozen.extend(0..self.of.seats.len() as u32);
            return;
        }
        let concept = concept.map(|concept| Part::Concept(concept).question());
        let same = matches!(quota.amount, Asked::SameAs { .. });
        // Whether somebody counts and is of the whole, told by who belongs to which population and who is in which group.
        let adds = |member: NodeId, belongs: bool, in_whole: bool, votes: u32, seat: Option<NodeId>| {
            let in_group = |group| match seat {
                Some(seat) => prover.would_be_in_group(member, group, seat),
                None => prover.in_group(member, group),
            };
            let asked = concept.as_ref().map_or(Truth::Yes, |concept| prover.answer(member, concept));
            let own = Truth::from(belongs).and(asked).and(in_group(&quota.count));
            let whole = match other {
                Some(group) if same => Truth::from(belongs).and(in_group(group)),
                Some(group) => in_group(group),
                None => in_whole.into(),
            };
            let own = if other.is_some() && !same { own.and(whole) } else { own };
            let weight = if weighted { i64::from(votes) } else { 1 };
            Adds { counted: Range::of(own, weight), whole: Range::of(whole, weight) }
        };
        let among: FxHashSet<NodeId> = prover.population(self.body, population).into_iter().collect();
        let of_whole: FxHashSet<NodeId> = prover.population(self.body, of_population).into_iter().collect();
        let now = |member: NodeId| {
            adds(member, among.contains(&member), of_whole.contains(&member), prover.votes(member), None)
        };
        let there = |member: NodeId, seat: NodeId| {
            let votes = prover.votes_in(member, Some(seat));
            let belongs = |population| belongs(prover, member, seat, votes, population);
            adds(member, belongs(population), belongs(of_population), votes, Some(seat))
        };
        // Whoever else belongs to what is counted, and sits in no seat of the body, stays.
        let others = among.union(&of_whole).copied().filter(|member| !self.numbers.contains_key(member));
        let others = prover.sorted(others.collect());
        let everybody: Vec<NodeId> = self.of.people.iter().chain(&others).copied().collect();
        let said = quota.distinct.map(|aspect| prover.marks(&everybody, aspect)).unwrap_or_default();
        let said: FxHashMap<NodeId, Vec<NodeId>> = everybody.into_iter().zip(said).collect();
        let values = |member: NodeId| said.get(&member).cloned().unwrap_or_default();
        let named = quota.of.is_some();
        let person = |member: NodeId, seats: &[NodeId]| {
            let sits = || prover.seat_of(member).is_some_and(|seat| seats.contains(&seat));
            let now = if per_seat && !sits() { Adds::default() } else { now(member) };
            let there = seats.iter().map(|&seat| there(member, seat)).collect();
            Person { now, there, parts: parts(prover, member, quota.per), values: values(member), sits: false }
        };
        // Of another whole, and of every place, a share does not depend on who sits where as long as everybody sits somewhere.
        let whole = match of_population {
            Population::Seats if other.is_none() && !per_seat => {
                let counts = |seat: &&NodeId| graph.downcast::<Seat>(**seat).is_some_and(|id| graph.get(id).counts);
                Some(self.of.seats.iter().filter(counts).map(|&seat| i64::from(prover.places_of(seat))).sum())
            }
            _ if named && quota.per.is_some() => {
                Some(self.of.people.iter().map(|&member| now(member).whole.sure).sum::<i64>())
            }
            _ => None,
        };
        let count = |classes: Classes, people: FxHashMap<u32, Person>| Count {
            asked: quota.amount.clone(),
            rounding: quota.rounded.unwrap_or(Rounding::Exact),
            whole,
            spare: None,
            distinct: quota.distinct.is_some(),
            classes,
            people,
            base: State::default(),
        };
        let mut made = Vec::new();
        if per_seat {
            // Held seat by seat, it is a count for each.
            for (number, &seat) in (0u32..).zip(&self.of.seats) {
                let taker = |&taker: &u32| Some((taker, person(self.of.taker(taker, number)?, &[seat])));
                made.push(count(Classes::One(number), self.takers(number).iter().filter_map(taker).collect()));
            }
        } else {
            let each = (0u32..).zip(&self.of.people);
            let mut people: FxHashMap<u32, Person> =
                each.map(|(number, &member)| (number, person(member, &samples))).collect();
            for (number, member) in (0u32..).map(|at| u32::MAX - at).zip(others) {
                let parts = parts(prover, member, quota.per);
                people.insert(
                    number,
                    Person { now: now(member), there: Vec::new(), parts, values: values(member), sits: false },
                );
            }
            made.push(count(Classes::Each(classes), people));
        }
        made.into_iter().for_each(|count| self.push(count));
    }
}

/// Whether whoever sits in a seat belongs to a population.
fn belongs(prover: &Prover<'_>, member: NodeId, seat: NodeId, votes: u32, population: Population) -> bool {
    let graph = prover.graph;
    let Some(data) = graph.downcast::<Seat>(seat).map(|id| graph.get(id)) else { return false };
    match population {
        Population::Seats | Population::Members | Population::Nominees => data.counts,
        Population::AppointedMembers => data.counts && !data.co_opted && !data.invited,
        Population::VotingMembers | Population::Votes => data.counts && votes > 0,
        Population::Alternates => false,
        Population::Observers => {
            let role = graph.downcast::<Member>(member).and_then(|id| graph.get(id).role);
            !data.counts || role == Some(Role::Observer)
        }
    }
}

/// The parts to which somebody belongs where a quota is held to parts apart. A seat is no part here: it is a count of its own.
fn parts(prover: &Prover<'_>, member: NodeId, per: Option<Per>) -> Vec<Option<NodeId>> {
    let graph = prover.graph;
    let along = |node: NodeId, edge| graph.outgoing(node, edge).iter().map(|end| end.node);
    match per {
        None | Some(Per::Seat) => vec![None],
        Some(Per::Nominator) => along(member, EdgeKind::NominatedBy).map(Some).collect(),
        Some(Per::Actor) => along(member, EdgeKind::OnBehalfOf).map(Some).collect(),
        Some(Per::Region) => {
            let homes: Vec<NodeId> =
                along(member, EdgeKind::OnBehalfOf).flat_map(|actor| along(actor, EdgeKind::Region)).collect();
            // Of the regions around somebody's home those without parts are told apart, and else the home itself.
            let around = closure(graph, homes.iter().copied(), EdgeKind::PartOf);
            let whole =
                |region: &NodeId| graph.incoming(*region, EdgeKind::PartOf).is_empty() || homes.contains(region);
            let mut within: Vec<NodeId> = around.into_iter().filter(whole).collect();
            within.sort_unstable();
            within.into_iter().map(Some).collect()
        }
    }
}

/// Whether somebody may stay where a move takes them from.
pub(super) fn may_stay(problem: &Seating, one: &Move) -> bool {
    one.from.is_some_and(|from| problem.may_take(one.person).binary_search(&from).is_ok())
}
