//! Counting members of whom not everything is known yet: how a number or a share comes out however the rest comes out.
//!
//! Pure arithmetic; what counts as what is decided elsewhere.

use std::collections::{BTreeMap, BTreeSet};

/// How a count comes out when the missing facts are found and the open places are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prospect {
    /// It holds however the rest comes out.
    Sure,
    /// It can still hold, and need not.
    Possible,
    /// It cannot hold any more.
    Impossible,
}

/// Whether somebody is among those counted, and among the whole of which a share is taken: every combination that is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Chances(u8);

impl Chances {
    /// The combinations of what is possible for being counted and for being part of the whole, where one does not depend on the other.
    pub fn of(counted: Chance, whole: Chance) -> Self {
        let mut all = Self::default();
        for c in [false, true] {
            for w in [false, true] {
                if counted.allows(c) && whole.allows(w) {
                    all = all.or(c, w);
                }
            }
        }
        all
    }

    /// With one more combination.
    #[must_use]
    pub fn or(self, counted: bool, whole: bool) -> Self {
        Self(self.0 | 1 << (u8::from(counted) * 2 + u8::from(whole)))
    }

    /// The combinations of either.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is counted, whatever is part of the whole.
    pub fn counted(self) -> Chance {
        Chance { yes: self.0 & 0b1100 != 0, no: self.0 & 0b0011 != 0 }
    }

    /// The same where nobody is counted.
    #[must_use]
    pub fn uncounted(self) -> Self {
        Self((self.0 | self.0 >> 2) & 0b0011)
    }

    fn each(self) -> impl Iterator<Item = (u64, u64)> {
        [(0, 0), (0, 1), (1, 0), (1, 1)]
            .into_iter()
            .enumerate()
            .filter(move |(at, _)| self.0 & (1 << at) != 0)
            .map(|(_, pair)| pair)
    }

    fn is_certain(self) -> bool {
        self.0.count_ones() == 1
    }
}

/// Whether something may be, may not be, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    /// It may be.
    pub yes: bool,
    /// It may not be.
    pub no: bool,
}

impl Chance {
    /// It is.
    pub const YES: Self = Self { yes: true, no: false };
    /// It is not.
    pub const NO: Self = Self { yes: false, no: true };
    /// Nobody knows.
    pub const EITHER: Self = Self { yes: true, no: true };

    fn allows(self, is: bool) -> bool {
        if is { self.yes } else { self.no }
    }

    /// Both this and the other, where one does not depend on the other.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { yes: self.yes && other.yes, no: self.no || other.no }
    }

    /// This or the other.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { yes: self.yes || other.yes, no: self.no && other.no }
    }

    /// Not this.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { yes: self.no, no: self.yes }
    }
}

/// A count, and the whole of which it is a share, of which parts are not known.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Counted for certain.
    pub counted: u64,
    /// In the whole for certain.
    pub whole: u64,
    /// What all weigh together.
    most: u64,
    /// The numbers are too large to be added up.
    overflown: bool,
    /// Of whom it is not certain, by what is possible and by how much they weigh: how many.
    free: BTreeMap<(Chances, u32), u64>,
}

/// With more that is uncertain than this a share of an uncertain whole is not followed through; it can then still hold.
const MOST_FREE: u64 = 256;

/// With more different outcomes than this, too: weights that are all different double them with each person.
const MOST_REACHED: usize = 100_000;

impl Tally {
    /// A count and a whole that are known.
    pub fn certain(counted: u64, whole: u64) -> Self {
        Self { counted, whole, ..Self::default() }
    }

    /// Adds somebody who weighs so much: one for heads, the number of votes for votes.
    pub fn add(&mut self, chances: Chances, weight: u32) {
        self.add_many(chances, weight, 1);
    }

    /// Adds so many of a kind.
    pub fn add_many(&mut self, chances: Chances, weight: u32, number: u64) {
        if number == 0 || weight == 0 || chances == Chances::default() {
            return;
        }
        // What could be added up at most stays far below what a number can be.
        let more = u64::from(weight).saturating_mul(number);
        self.most = self.most.saturating_add(more);
        self.overflown |= self.most > u64::MAX / 4;
        if self.overflown {
            return;
        }
        match chances.each().next().filter(|_| chances.is_certain()) {
            Some((counted, whole)) => {
                self.counted += counted * more;
                self.whole += whole * more;
            }
            None => *self.free.entry((chances, weight)).or_default() += number,
        }
    }

    /// The smallest and the largest count.
    pub fn range(&self) -> (u64, u64) {
        self.ends(|(counted, _)| counted, self.counted)
    }

    /// The smallest and the largest whole.
    pub fn whole_range(&self) -> (u64, u64) {
        self.ends(|(_, whole)| whole, self.whole)
    }

    fn ends(&self, of: impl Fn((u64, u64)) -> u64, certain: u64) -> (u64, u64) {
        let end = |most: bool| {
            let free = self.free.iter().map(|(&(chances, weight), &number)| {
                let values = chances.each().map(&of);
                let value = if most { values.max() } else { values.min() };
                value.unwrap_or(0) * u64::from(weight) * number
            });
            certain + free.sum::<u64>()
        };
        (end(false), end(true))
    }

    /// How it comes out, where `admits` says of a count and a whole whether they will do. Of the counts of one whole those that do lie side by side, as they
    /// do between bounds.
    ///
    /// Exact up to 256 who are uncertain, and beyond where all weigh the same and the whole is certain; else what is not certain is held for possible.
    /// O(uncertain² × counts reached), and of no more than 100 000 counts.
    pub fn prospect(&self, admits: impl Fn(u64, u64) -> bool) -> Prospect {
        let of = |mut all: Box<dyn Iterator<Item = (u64, u64)> + '_>| {
            let first = all.next().map(|(counted, whole)| admits(counted, whole));
            let Some(first) = first else { return Prospect::Impossible };
            if all.any(|(counted, whole)| admits(counted, whole) != first) {
                Prospect::Possible
            } else if first {
                Prospect::Sure
            } else {
                Prospect::Impossible
            }
        };
        let number: u64 = self.free.values().sum();
        let ((least, most), (smallest, largest)) = (self.range(), self.whole_range());
        if !self.overflown && smallest == largest && self.free.keys().all(|(_, weight)| *weight == 1) {
            // Of a great many the ends tell: what lies between two that do does, and whether one between two that do not does is not gone through.
            if most - least > MOST_REACHED as u64 {
                return match (admits(least, smallest), admits(most, smallest)) {
                    (true, true) => Prospect::Sure,
                    _ => Prospect::Possible,
                };
            }
            return of(Box::new((least..=most).map(|counted| (counted, smallest))));
        }
        if number > MOST_FREE || self.overflown {
            return Prospect::Possible;
        }
        let mut reached: BTreeSet<(u64, u64)> = std::iter::once((self.counted, self.whole)).collect();
        for (&(chances, weight), &number) in &self.free {
            for _ in 0..number {
                let weight = u64::from(weight);
                reached = reached
                    .iter()
                    .flat_map(|&(counted, whole)| {
                        chances.each().map(move |(c, w)| (counted + c * weight, whole + w * weight))
                    })
                    .collect();
                if reached.len() > MOST_REACHED {
                    return Prospect::Possible;
                }
            }
        }
        of(Box::new(reached.into_iter()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_certain_is_sure_or_impossible() {
        let mut tally = Tally::default();
        tally.add_many(Chances::of(Chance::YES, Chance::YES), 1, 8);
        tally.add_many(Chances::of(Chance::NO, Chance::YES), 1, 11);
        assert_eq!(tally.prospect(|counted, _| counted >= 8), Prospect::Sure);
        assert_eq!(tally.prospect(|counted, _| counted >= 9), Prospect::Impossible);
    }

    #[test]
    fn open_places_leave_it_possible() {
        let mut tally = Tally::default();
        tally.add_many(Chances::of(Chance::YES, Chance::YES), 1, 6);
        tally.add_many(Chances::of(Chance::NO, Chance::YES), 1, 10);
        tally.add_many(Chances::of(Chance::EITHER, Chance::YES), 1, 3);
        assert_eq!((tally.range(), tally.whole_range()), ((6, 9), (19, 19)));
        assert_eq!(tally.prospect(|counted, whole| counted * 5 >= whole * 2), Prospect::Possible);
        assert_eq!(tally.prospect(|counted, whole| counted * 2 >= whole), Prospect::Impossible);
        assert_eq!(tally.prospect(|counted, whole| counted * 4 >= whole), Prospect::Sure);
    }

    #[test]
    fn of_very_many_the_ends_tell() {
        let mut tally = Tally::default();
        tally.add_many(Chances::of(Chance::YES, Chance::YES), 1, 2);
        tally.add_many(Chances::of(Chance::EITHER, Chance::YES), 1, 4_000_000_000);
        assert_eq!(tally.prospect(|counted, _| counted >= 1), Prospect::Sure);
        assert_eq!(tally.prospect(|counted, whole| counted * 2 >= whole), Prospect::Possible);
        assert_eq!(tally.prospect(|counted, _| counted == 3), Prospect::Possible);
    }

    /// Every way in which the rest can come out, one after the other.
    fn slowly(people: &[(Chances, u32)], admits: impl Fn(u64, u64) -> bool) -> Prospect {
        let mut ways = vec![(0, 0)];
        for &(chances, weight) in people {
            let weight = u64::from(weight);
            ways = ways
                .iter()
                .flat_map(|&(c, w)| chances.each().map(move |(dc, dw)| (c + dc * weight, w + dw * weight)))
                .collect();
        }
        let held = ways.iter().filter(|&&(counted, whole)| admits(counted, whole)).count();
        match held {
            0 => Prospect::Impossible,
            all if all == ways.len() => Prospect::Sure,
            _ => Prospect::Possible,
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn prospects_are_those_of_every_way_it_can_come_out(
            people in prop::collection::vec((1u8..16, 1u32..4), 0..7),
            (num, den, strict) in (0u64..4, 1u64..5, any::<bool>()),
        ) {
            let people: Vec<(Chances, u32)> = people.into_iter().map(|(bits, weight)| (Chances(bits), weight)).collect();
            let mut tally = Tally::default();
            people.iter().for_each(|&(chances, weight)| tally.add(chances, weight));
            let admits = |counted: u64, whole: u64| if strict { counted * den > whole * num } else { counted * den >= whole * num };
            prop_assert_eq!(tally.prospect(admits), slowly(&people, admits));
        }
    }
}
