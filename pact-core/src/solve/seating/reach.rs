//! Which lines lie behind an empty place: those whose holders could move, one after the other, so that the place is
//! filled and theirs is empty.

#![expect(
    clippy::indexing_slicing,
    reason = "people, lines and sets are numbered by `Seating`, and every table has one row each"
)]

use super::flow::Flow;

/// Searches backwards from empty places of a greatest flow. What was reached once is not reached again.
pub(super) struct Reach {
    /// The sets that each line is in.
    kinds: Vec<Vec<u32>>,
    /// The people of each set who have not been reached.
    people: Vec<Vec<u32>>,
    seat: Vec<bool>,
}

impl Reach {
    pub(super) fn new(flow: &Flow) -> Self {
        let mut kinds = vec![Vec::new(); flow.sitting.len()];
        for (kind, seats) in flow.kinds.iter().enumerate() {
            for &seat in seats.iter() {
                kinds[seat as usize].push(kind as u32);
            }
        }
        let mut people = vec![Vec::new(); flow.kinds.len()];
        for (person, &kind) in flow.kind.iter().enumerate() {
            people[kind].push(person as u32);
        }
        Self { kinds, people, seat: vec![false; flow.sitting.len()] }
    }

    /// The lines that lie behind a line and were not reached before, sorted; the line itself is one.
    ///
    /// Whoever may sit in a reached line, and does not, could move there: the lines where this person sits are reached.
    /// In a greatest flow nobody who is reached has a hat left. A person who sits in a reached line waits for a line of
    /// the same set where the person does not sit; so all searches together look at each line, set and person once, and
    /// at each filled pair as often as the line's sets have people who wait.
    pub(super) fn behind(&mut self, flow: &Flow, start: u32) -> Vec<u32> {
        if std::mem::replace(&mut self.seat[start as usize], true) {
            return Vec::new();
        }
        let mut reached = vec![start];
        let mut next = 0;
        while let Some(&seat) = reached.get(next) {
            next += 1;
            for &kind in &self.kinds[seat as usize] {
                let people = std::mem::take(&mut self.people[kind as usize]);
                for person in people {
                    let sits = &flow.sits[person as usize];
                    if sits.binary_search(&seat).is_ok() {
                        self.people[kind as usize].push(person);
                        continue;
                    }
                    for &other in sits {
                        if !std::mem::replace(&mut self.seat[other as usize], true) {
                            reached.push(other);
                        }
                    }
                }
            }
        }
        reached.sort_unstable();
        reached
    }
}
