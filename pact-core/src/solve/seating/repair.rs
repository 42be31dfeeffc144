//! The least that has to change for every place to be filled.

use super::{
    Seating,
    flow::{Cost, Flow},
    reach::Reach,
};

/// One person who goes from one line to another, into a line, or out of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Move {
    /// Who.
    pub person: u32,
    /// The line that the person leaves; nothing if the person only enters one.
    pub from: Option<u32>,
    /// The line that the person enters; nothing if the person only leaves one.
    pub to: Option<u32>,
}

/// New people for a line. Each of them sits in this line alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// The line in which they sit if the moves are made.
    pub seat: u32,
    /// How many.
    pub people: u32,
    /// How long the list of alternatives is, from the beginning of `Repair::reached`.
    upto: usize,
}

/// The least that has to change for every place to be filled that has to be: first the fewest new people, then the fewest moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The moves of those who are there, sorted: by person, then by the lines left and entered. One who leaves a line
    /// and enters another makes one move.
    pub moves: Vec<Move>,
    appointments: Vec<Appointment>,
    /// The lines behind the last appointment, then those that lie behind the one before and not behind the last, and so on.
    reached: Vec<u32>,
    /// Places that were left out, as they are taken by people who were appointed before.
    taken: Vec<(u32, u32)>,
    /// How many places that have to be filled those who are there can fill.
    filled: u64,
}

impl Repair {
    /// The new people, by line.
    pub fn appointments(&self) -> &[Appointment] {
        &self.appointments
    }

    /// How many new people are needed.
    pub fn new_people(&self) -> u64 {
        self.appointments.iter().map(|appointment| u64::from(appointment.people)).sum()
    }

    /// Every line for which one more person, eligible for it alone, would do as well as for the line of an appointment;
    /// empty if there is no such appointment.
    ///
    /// Exactly: a line is in it if one more person who may sit in that line alone makes it possible to fill one place
    /// more, given that the appointments before it have been made for their lines. That holds for each person of an
    /// appointment. So the list gets shorter from one appointment to the next, and it also has the lines of those that
    /// come later. Lines come first that also do for the last appointment, then those that do for the one before, and
    /// so on; within that by number.
    pub fn any_of(&self, appointment: usize) -> &[u32] {
        self.appointments
            .get(appointment)
            .and_then(|appointment| self.reached.get(..appointment.upto))
            .unwrap_or_default()
    }
}

impl Seating {
    /// The least that has to change for every place to be filled that has to be.
    ///
    /// New people are as few as can be: one for each place that those who are there can not fill. Among what fills that
    /// many, moves are as few as can be. Somebody who sits unlawfully, or has more lines than hats, or is one too many,
    /// leaves even if no place is empty. Nobody takes a place of a spare line who does not sit there. As costly as [`Seating::assign`].
    pub fn repair(&self) -> Repair {
        self.repair_places(&self.places, Vec::new())
    }

    /// What remains to be repaired once so many people have been appointed for lines, as (line, people); nothing if one
    /// of them does not help.
    ///
    /// A person helps if one more place that has to be filled can be with the person than without, all others having been
    /// appointed.
    pub fn repair_with(&self, appointed: &[(u32, u32)]) -> Option<Repair> {
        let filled = Flow::solve(self, &self.places, Cost::Kept).needed();
        self.repair_filled(appointed.to_vec(), filled)
    }

    /// What remains to be done if somebody is appointed for another line than the one that goes with the moves; nothing
    /// if that line is not in [`Repair::any_of`].
    ///
    /// The appointments before are made for their lines, and one person of this one is appointed for `seat`. The result
    /// has the moves that go with that, and the appointments that are still missing. As costly as [`Seating::assign`].
    pub fn moves_for(&self, repair: &Repair, appointment: usize, seat: u32) -> Option<Repair> {
        repair.any_of(appointment).contains(&seat).then_some(())?;
        let before = repair.appointments.get(..appointment)?;
        let mut taken = repair.taken.clone();
        taken.extend(before.iter().map(|before| (before.seat, before.people)));
        taken.push((seat, 1));
        self.repair_filled(taken, repair.filled)
    }

    fn repair_filled(&self, taken: Vec<(u32, u32)>, filled: u64) -> Option<Repair> {
        let mut places = self.places.clone();
        for &(seat, people) in &taken {
            if self.is_spare(seat) {
                return None;
            }
            let places = places.get_mut(seat as usize)?;
            *places = places.checked_sub(people)?;
        }
        // New people sit nowhere else: all of them help if and only if those who are there fill as many of the other
        // places as of all.
        Some(self.repair_places(&places, taken)).filter(|repair| repair.filled == filled)
    }

    fn repair_places(&self, places: &[u32], taken: Vec<(u32, u32)>) -> Repair {
        let flow = Flow::solve(self, places, Cost::Moves);
        let mut moves = Vec::new();
        for ((person, sits), known) in (0..).zip(&flow.sits).zip(&self.people) {
            let left = known.now.iter().filter(|seat| sits.binary_search(seat).is_err());
            let entered = sits.iter().filter(|seat| known.now.binary_search(seat).is_err());
            let (mut left, mut entered) = (left.copied(), entered.copied());
            loop {
                let (from, to) = (left.next(), entered.next());
                if from.is_none() && to.is_none() {
                    break;
                }
                moves.push(Move { person, from, to });
            }
        }
        moves.sort_unstable();
        let vacant = (0..).zip(&flow.vacant).filter(|&(seat, &vacant)| vacant > 0 && !self.is_spare(seat));
        let mut appointments: Vec<Appointment> =
            vacant.map(|(seat, &people)| Appointment { seat, people, upto: 0 }).collect();
        let mut reach = Reach::new(&flow);
        let mut reached = Vec::new();
        // Backwards, as the lines for the last are lines for all.
        for appointment in appointments.iter_mut().rev() {
            reached.extend(reach.behind(&flow, appointment.seat));
            appointment.upto = reached.len();
        }
        Repair { moves, appointments, reached, taken, filled: flow.needed() }
    }
}
