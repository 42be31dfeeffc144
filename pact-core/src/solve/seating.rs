//! Who sits where: seat lines with places, people who may sit in some of them, and a register that says who sits where now.
//!
//! Three questions are answered. How many places can be filled, and by whom, with as little change to the register as
//! can be ([`Seating::assign`])? Why can they not all be filled ([`Seating::shortage`])? What is the least that has to
//! change ([`Seating::repair`])?
//!
//! Seat lines and people are numbered from 0 in the order in which they were added. A person takes at most one place of
//! a seat line. Every answer depends on the input alone.
//!
//! A line may be spare ([`Seating::spare`]): its places need not be filled. Nothing is a reason or is repaired for its
//! sake, and whoever sits there may leave it for a line that has to be filled.
//!
//! ```
//! use pact_core::solve::seating::{Move, STEPS, Seating};
//!
//! // Three seats of one place each; the last two can only be filled by the same person, who sits in the first.
//! let mut seating = Seating::new([1, 1, 1]);
//! let (any, first) = (seating.may([0, 1, 2]), seating.may([0]));
//! seating.person(any, 1, [0]);
//! seating.person(first, 1, []);
//!
//! let shortage = seating.shortage(&mut STEPS.clone()).unwrap();
//! assert_eq!((shortage.seats, shortage.people, shortage.places, shortage.can), (vec![1, 2], vec![0], 2, 1));
//!
//! let repair = seating.repair();
//! assert_eq!(repair.moves, [Move { person: 0, from: Some(0), to: Some(1) }, Move { person: 1, from: None, to: Some(0) }]);
//! assert_eq!(repair.appointments()[0].seat, 2);
//! assert_eq!(repair.any_of(0), [1, 2]);
//! ```

mod flow;
mod reach;
mod repair;
mod shortage;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use self::flow::{Cost, Flow};
pub use self::{
    repair::{Appointment, Move, Repair},
    shortage::Shortage,
};

/// A budget of steps for [`Seating::shortage`] and [`Seating::shortages`] that is spent well within a second. A board
/// needs some thousand, rarely millions.
pub const STEPS: u64 = 50_000_000;

/// A set of seat lines for which somebody is eligible, as [`Seating::may`] gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct May(u32);

/// Seat lines, and people who may sit in them.
#[derive(Clone, Debug, Default)]
pub struct Seating {
    /// How many places each seat line has.
    places: Vec<u32>,
    /// Of which seat lines the places need not be filled.
    spare: Vec<bool>,
    /// The distinct sets of seat lines for which people are eligible, each sorted. People share them: 50 000 people who
    /// may all sit in the same 10 000 lines are one set.
    may: Vec<Arc<[u32]>>,
    known: FxHashMap<Arc<[u32]>, May>,
    people: Vec<Person>,
}

#[derive(Clone, Debug)]
struct Person {
    may: u32,
    hats: u32,
    /// What the register says, sorted and distinct; lawful or not.
    now: Vec<u32>,
}

/// Who sits where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// For each person the seat lines, sorted.
    pub seats: Vec<Vec<u32>>,
    /// For each seat line how many of its places are empty.
    pub vacant: Vec<u32>,
    /// How many places are filled.
    pub filled: u64,
    /// How many of them in lines that have to be filled.
    pub needed: u64,
    /// How many of them as the register says.
    pub kept: u64,
}

impl Seating {
    /// Seat lines with so many places each, and nobody yet. A line may have no places at all.
    pub fn new(places: impl IntoIterator<Item = u32>) -> Self {
        let places: Vec<u32> = places.into_iter().collect();
        Self { spare: vec![false; places.len()], places, ..Self::default() }
    }

    /// Says of a seat line that its places need not be filled. Whoever sits there lawfully may stay, as far as there are
    /// places, and is moved out only for a place that has to be filled; a repair gives nobody else a place of it.
    pub fn spare(&mut self, seat: u32) {
        self.spare.get_mut(seat as usize).into_iter().for_each(|spare| *spare = true);
    }

    /// Whether the places of a seat line need not be filled.
    pub fn is_spare(&self, seat: u32) -> bool {
        self.spare.get(seat as usize).copied().unwrap_or(false)
    }

    /// A set of seat lines for which somebody is eligible. Order and repetition do not matter, and lines that there are
    /// not are left out.
    ///
    /// The same set is kept once. Whoever has many people with one large set asks for it once, and uses it for all.
    pub fn may(&mut self, seats: impl IntoIterator<Item = u32>) -> May {
        let mut seats: Vec<u32> = seats.into_iter().filter(|&seat| (seat as usize) < self.places.len()).collect();
        seats.sort_unstable();
        seats.dedup();
        if let Some(&known) = self.known.get(seats.as_slice()) {
            return known;
        }
        let (seats, may): (Arc<[u32]>, _) = (seats.into(), May(self.may.len() as u32));
        self.may.push(seats.clone());
        self.known.insert(seats, may);
        may
    }

    /// Adds a person, and gives the person's number.
    ///
    /// `hats` is in how many different lines the person may sit at most. `now` is where the register has the person;
    /// lines outside `may` are unlawful and can not be kept. A set that another `Seating` gave is taken as this one's
    /// of the same number, or as empty if there is none.
    pub fn person(&mut self, may: May, hats: u32, now: impl IntoIterator<Item = u32>) -> u32 {
        let mut now: Vec<u32> = now.into_iter().collect();
        now.sort_unstable();
        now.dedup();
        self.people.push(Person { may: may.0, hats, now });
        self.people.len() as u32 - 1
    }

    /// The set of seat lines for which a person is eligible; nothing where there is no such person.
    pub fn may_of(&self, person: u32) -> Option<May> {
        self.people.get(person as usize).map(|person| May(person.may))
    }

    /// The seat lines for which a person is eligible, sorted.
    pub fn may_take(&self, person: u32) -> &[u32] {
        let may = self.people.get(person as usize).and_then(|person| self.may.get(person.may as usize));
        may.map_or(&[], |may| may)
    }

    /// The seat lines in which the register has a person, sorted.
    pub fn now(&self, person: u32) -> &[u32] {
        self.people.get(person as usize).map_or(&[], |person| &person.now)
    }

    /// Leaves a person only those seat lines of which this holds. O(lines for which the person was eligible).
    pub fn narrow(&mut self, person: u32, holds: impl Fn(u32) -> bool) {
        let left: Vec<u32> = self.may_take(person).iter().copied().filter(|&seat| holds(seat)).collect();
        self.allow(person, left);
    }

    /// Makes a person eligible for these seat lines, and for no others. O(lines).
    pub fn allow(&mut self, person: u32, seats: impl IntoIterator<Item = u32>) {
        let may = self.may(seats);
        if let Some(person) = self.people.get_mut(person as usize) {
            person.may = may.0;
        }
    }

    /// How many seat lines there are.
    pub fn seats(&self) -> usize {
        self.places.len()
    }

    /// How many people there are.
    pub fn people(&self) -> usize {
        self.people.len()
    }

    /// An assignment that fills the most places that have to be filled, among those one that fills the most places of
    /// all, and among those one that keeps the most of what the register says. None of it is at the expense of another:
    /// the most places of all are filled as well.
    ///
    /// With F places filled and E the size of everything that was added, O(√F · E log E) for each of the few rounds
    /// that paths of one cost take; in practice a few dozen times E log E. Memory O(E).
    pub fn assign(&self) -> Assignment {
        Flow::solve(self, &self.places, Cost::Kept).into_assignment()
    }
}
