//! The members of a body as a table: who fills which seat, who stands in, which places are empty, why, and what would fill them.

use std::sync::{Arc, OnceLock};

use crate::{
    graph::node::{NodeId, Seat},
    prove::{Arrangement, Guard, Lack, Prover, Truth},
    solve::seating::{self, STEPS},
};

/// A body seat by seat.
#[derive(Clone, Debug)]
pub struct Roster {
    /// The body.
    pub body: NodeId,
    /// Its seats that are there on the day, in the order of their ids.
    pub lines: Vec<Line>,
    /// Members without a seat, for whom none is found, sorted.
    pub seatless: Vec<NodeId>,
    /// The members of a body that has no seats, sorted; nothing where it has some.
    pub members: Vec<NodeId>,
    /// Those who only listen, and have no seat to do so, sorted.
    pub observers: Vec<NodeId>,
    /// Alternates who stand in for nobody in particular, sorted.
    pub alternates: Vec<NodeId>,
    /// Why places cannot be filled by whoever is on the register: sets of seats, with no seat in common, that ask for more people than there are.
    pub shortages: Vec<Shortage>,
    /// The least that would fill every place that may not stay empty: nothing where every place is filled by somebody who may.
    pub repair: Repair,
    mending: Option<Arc<Mending>>,
}

/// A seat and whoever fills it.
#[derive(Clone, Debug)]
pub struct Line {
    /// The seat.
    pub seat: NodeId,
    /// Whether it is there on the day: [`Truth::Yes`], or it is not known.
    pub there: Truth,
    /// How many places it has.
    pub places: usize,
    /// Who fills them, sorted.
    pub holders: Vec<Holder>,
    /// How many places nobody fills.
    pub vacant: usize,
    /// The places may stay empty.
    pub optional: bool,
}

/// Somebody in a seat.
#[derive(Clone, Debug)]
pub struct Holder {
    /// The member.
    pub member: NodeId,
    /// The register gives no seat, and this one was found.
    pub found: bool,
    /// Who stands in for the member, sorted.
    pub alternates: Vec<NodeId>,
    /// Whether the member may fill the seat.
    pub may: Truth,
}

/// Seats that ask for more people than there are.
#[derive(Clone, Debug)]
pub struct Shortage {
    /// The seats, sorted.
    pub seats: Vec<NodeId>,
    /// Everybody on the register who may fill one of them, sorted; of the rows of one person the first. Those in `held` are left out.
    pub people: Vec<NodeId>,
    /// Whoever else may fill one of them, and for whom no way was found to do so that breaks nothing which is met, sorted.
    pub held: Vec<NodeId>,
    /// How many places the seats have.
    pub places: u64,
    /// How many of them these people can fill.
    pub can: u64,
    /// No smaller set of seats is short.
    pub smallest: bool,
}

/// The least that would fill every place that may not stay empty: first the fewest new people, then the fewest moves.
#[derive(Clone, Debug, Default)]
pub struct Repair {
    /// Who moves where.
    pub moves: Vec<Move>,
    /// Who has to be appointed.
    pub appointments: Vec<Appointment>,
    /// What is met now and is not once the moves are made, and what those who are appointed cannot make up for: the office of somebody who has to leave the
    /// seat that it goes with. Told only where there is no way that spares it, or none was found.
    pub breaks: Vec<Broken>,
}

impl Repair {
    /// Whether nothing has to change.
    pub fn is_empty(&self) -> bool {
        self.moves.is_empty() && self.appointments.is_empty()
    }
}

/// Something that is met, and is not after a repair.
#[derive(Clone, Debug)]
pub struct Broken {
    /// The seat or the provision; the body where it is the size or who nominates.
    pub law: NodeId,
    /// The clauses that give it; where none does, the one that asks for the composition of the body.
    pub clauses: Vec<NodeId>,
    /// What is missing then.
    pub lack: Lack,
}

/// A member who changes seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Who.
    pub member: NodeId,
    /// The seat that is left, if one is.
    pub from: Option<NodeId>,
    /// The seat that is entered, if one is.
    pub to: Option<NodeId>,
}

/// New people for a seat.
#[derive(Clone, Debug)]
pub struct Appointment {
    /// The seat that goes with the moves.
    pub seat: NodeId,
    /// How many.
    pub people: u32,
    /// Its number in the repair as it was worked out; nothing where no other seat would do.
    number: Option<usize>,
    alternatives: OnceLock<Vec<(NodeId, Vec<Move>)>>,
}

impl Appointment {
    fn new(seat: NodeId, people: u32, number: Option<usize>) -> Self {
        Self { seat, people, number, alternatives: OnceLock::new() }
    }
}

/// The problem of who could sit where, and its repair, kept to follow up alternatives when somebody asks for them.
#[derive(Debug)]
struct Mending {
    of: Arrangement,
    repair: seating::Repair,
    guard: Guard,
}

impl Mending {
    /// The moves of the problem as moves of members, by member.
    fn moves(&self, moves: &[seating::Move]) -> Vec<Move> {
        let seat = |number: Option<u32>| number.and_then(|number| self.of.seat(number));
        let moved = |one: seating::Move| {
            let member = one.to.map_or_else(|| self.of.person(one.person), |to| self.of.taker(one.person, to))?;
            let moves = one.from.is_some() || one.to.is_some();
            // Whoever takes a seat leaves the one that is not there.
            let absent = || one.to.and_then(|_| self.of.absent(member));
            moves.then(|| Move { member, from: seat(one.from).or_else(absent), to: seat(one.to) })
        };
        self.guard.entered(moves).into_iter().filter_map(moved).collect()
    }

    /// The other seats for which one more person would do as well as for that of an appointment.
    fn others(&self, number: usize) -> impl Iterator<Item = u32> + '_ {
        let own = self.repair.appointments().get(number).map(|appointment| appointment.seat);
        self.repair.any_of(number).iter().copied().filter(move |other| Some(*other) != own)
    }
}

/// For how many other seats an appointment is followed up.
const ALTERNATIVES: usize = 8;

impl Roster {
    pub(crate) fn new(prover: &Prover<'_>, body: NodeId) -> Self {
        let graph = prover.graph;
        let mut seats: Vec<NodeId> = prover.seats(body).filter(|&seat| prover.is_there(seat) != Truth::No).collect();
        seats.sort_unstable_by(|&a, &b| graph.order(a, b));
        let mut stands_in: rustc_hash::FxHashMap<NodeId, Vec<NodeId>> = rustc_hash::FxHashMap::default();
        let mut alternates = Vec::new();
        for alternate in prover.sorted(prover.population(body, crate::document::composition::Population::Alternates)) {
            match prover.stood_in_for(alternate).as_slice() {
                [] => alternates.push(alternate),
                members => members.iter().for_each(|&member| stands_in.entry(member).or_default().push(alternate)),
            }
        }
        let line = |&seat: &NodeId| {
            let data = graph.get(graph.downcast::<Seat>(seat)?);
            let holders = prover.sorted(prover.holders(seat));
            let places = data.places as usize;
            let vacant = places.saturating_sub(holders.len());
            let holder = |member: NodeId| Holder {
                member,
                found: graph.outgoing(member, crate::graph::edge::EdgeKind::Fills).is_empty(),
                alternates: stands_in.get(&member).cloned().unwrap_or_default(),
                may: prover.may_fill(member, seat),
            };
            let holders = holders.into_iter().map(holder).collect();
            Some(Line { seat, there: prover.is_there(seat), places, holders, vacant, optional: data.optional })
        };
        let lines: Vec<Line> = seats.iter().filter_map(line).collect();
        let without = |mut all: Vec<NodeId>| {
            all.retain(|&member| prover.seat_of(member).is_none());
            prover.sorted(all)
        };
        let observers = without(prover.population(body, crate::document::composition::Population::Observers));
        let members = prover.members(body);
        let (seatless, members) =
            if lines.is_empty() { (Vec::new(), prover.sorted(members)) } else { (without(members), Vec::new()) };
        let mut roster = Self {
            body,
            lines,
            seatless,
            members,
            observers,
            alternates,
            shortages: Vec::new(),
            repair: Repair::default(),
            mending: None,
        };
        roster.mend(prover);
        roster
    }

    /// Works out why places are empty and what would fill them.
    fn mend(&mut self, prover: &Prover<'_>) {
        let asked = |line: &Line| line.there == Truth::Yes && !line.optional;
        let amiss = |line: &Line| {
            (line.vacant > 0 && asked(line))
                || line.holders.len() > line.places
                || line.holders.iter().any(|holder| holder.may == Truth::No)
        };
        // What could not be read of the register may be what fills the places, and what could not be read of a seat whom it is open to.
        let damaged = |line: &Line| prover.graph.head(line.seat).damaged;
        if !self.lines.iter().any(amiss) || self.lines.iter().any(damaged) || prover.is_register_doubtful(self.body) {
            return;
        }
        let people = prover.sorted(prover.on_the_body(self.body));
        // A seat of which it is not known whether it is there is as large as it is full: nobody is to be found for it, and nobody is to leave it. One that may
        // stay empty needs nobody, and whoever sits there may leave it for one that may not.
        let places: rustc_hash::FxHashMap<NodeId, u32> = self
            .lines
            .iter()
            .map(|line| {
                let sure = line.optional || line.there == Truth::Yes;
                let places = if sure { line.places } else { line.holders.len().min(line.places) };
                (line.seat, u32::try_from(places).unwrap_or(u32::MAX))
            })
            .collect();
        let mut of = prover.arrangement(self.body, people, |seat| places.get(&seat).copied().unwrap_or(0), true);
        prover.one_row_each(self.body, &mut of);
        let free = of.problem.clone();
        let (repair, guard) = prover.guarded_repair(self.body, &mut of);
        // Reasons are those of the problem as it was solved, so that they account for whoever has to be appointed.
        self.shortages = shortages(prover, &of, &free);
        let mending = Mending { of, repair, guard };
        self.repair.moves = mending.moves(&mending.repair.moves);
        for (number, appointment) in mending.repair.appointments().iter().enumerate() {
            let Some(seat) = mending.of.seat(appointment.seat) else { continue };
            // Of several for one seat, all but the last are for that seat; for the last one another may do as well.
            let other = u32::from(mending.others(number).next().is_some());
            let alone = appointment.people.saturating_sub(other);
            if alone > 0 {
                self.repair.appointments.push(Appointment::new(seat, alone, None));
            }
            if alone < appointment.people {
                self.repair.appointments.push(Appointment::new(seat, 1, Some(number)));
            }
        }
        self.mending = Some(Arc::new(mending));
        self.repair.breaks = prover.broken_by(self.body, &self.repair);
    }

    /// Other seats for which one more person would do as well as for that of an appointment, each with the moves that go with it; worked out when they are
    /// first asked for. As costly as a repair for each of them.
    pub fn alternatives<'r>(&self, appointment: &'r Appointment) -> &'r [(NodeId, Vec<Move>)] {
        appointment.alternatives.get_or_init(|| {
            let (Some(mending), Some(number)) = (&self.mending, appointment.number) else { return Vec::new() };
            let with = |other: u32| {
                let with = mending.of.problem.moves_for(&mending.repair, number, other)?;
                // What would break something else is no alternative.
                if mending.guard.is_broken_by(&mending.of.problem, &with.moves) {
                    return None;
                }
                Some((mending.of.seat(other)?, mending.moves(&with.moves)))
            };
            mending.others(number).take(ALTERNATIVES).filter_map(with).collect()
        })
    }

    /// How many places have to be filled and are not.
    pub fn vacancies(&self) -> usize {
        self.lines.iter().filter(|line| !line.optional && line.there == Truth::Yes).map(|line| line.vacant).sum()
    }
}

/// Why places cannot be filled. Whoever may fill one where nobody has to be spared, and may not in the problem as it was solved, is held.
fn shortages(prover: &Prover<'_>, of: &Arrangement, free: &seating::Seating) -> Vec<Shortage> {
    let found = of.problem.shortages(&mut STEPS.clone());
    // Reasons have no seat in common.
    let by_seat: rustc_hash::FxHashMap<u32, usize> =
        found.iter().enumerate().flat_map(|(at, one)| one.seats.iter().map(move |&seat| (seat, at))).collect();
    let mut held: Vec<Vec<u32>> = vec![Vec::new(); found.len()];
    for person in (0..free.people() as u32).filter(|&person| free.may_take(person) != of.problem.may_take(person)) {
        let now = of.problem.may_take(person);
        let lost = free.may_take(person).iter().filter(|seat| now.binary_search(seat).is_err());
        let mut at: Vec<usize> = lost.filter_map(|seat| by_seat.get(seat).copied()).collect();
        at.sort_unstable();
        at.dedup();
        for at in at {
            held.get_mut(at).into_iter().for_each(|held| held.push(person));
        }
    }
    let nodes = |people: &[u32]| prover.persons(people.iter().filter_map(|&person| of.person(person)).collect());
    let told = |(shortage, mut held): (seating::Shortage, Vec<u32>)| {
        held.retain(|person| shortage.people.binary_search(person).is_err());
        Shortage {
            seats: shortage.seats.iter().filter_map(|&seat| of.seat(seat)).collect(),
            people: nodes(&shortage.people),
            held: nodes(&held),
            places: shortage.places,
            can: shortage.can,
            smallest: shortage.smallest,
        }
    };
    found.into_iter().zip(held).map(told).collect()
}
