//! Who follows whom in the places of a seat.

use std::collections::VecDeque;

use jiff::civil::Date;

use crate::{graph::node::NodeId, prove::stay::Stay};

/// How days that are not known exactly are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Everybody comes as early and leaves as late as can be: a place that is empty then is certainly empty.
    Fullest,
    /// Everybody comes as late and leaves as early as can be: a place that is taken then is certainly taken.
    Emptiest,
}

/// A place that became empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gone {
    /// Who left it.
    pub(super) member: NodeId,
    /// The last day that they were there.
    pub(super) last: Date,
    /// Who took it, and from when.
    pub(super) next: Option<(NodeId, Date)>,
}

/// The places of a seat that became empty up to a day, in the order in which they did, each with who took it by that day.
///
/// Which of several places somebody takes no register says. Here whoever comes takes the place that has been empty longest. All places may stay empty
/// for equally long, so that whoever may take a place in time that was left later may take one in time that was left earlier, too late for it only if
/// nobody was in time: two that come can always change places. So if any order fills every place in time, this one does. A place that never had anybody
/// is taken last, and whoever leaves while as many stay as there are places leaves none empty.
///
/// O(members × log members).
pub(super) fn successions(members: &[(NodeId, Stay)], places: u64, until: Date, reading: Reading) -> Vec<Gone> {
    // Whoever comes on the day on which another leaves follows, so that leavings are looked at first on each day.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    enum Change {
        Leaves,
        Comes,
    }
    let mut changes: Vec<(Date, Change, usize)> = Vec::with_capacity(members.len() * 2);
    for (at, (_, stay)) in members.iter().enumerate() {
        let (from, to) = match reading {
            Reading::Fullest => (stay.from.first, stay.to.last),
            Reading::Emptiest => (stay.from.last, stay.to.first.max(stay.from.last)),
        };
        if from <= until {
            changes.push((from, Change::Comes, at));
        }
        // Whoever is there on the last day that counts has not left.
        if to < until && from <= to {
            // Nobody leaves before they have come, were it for a day.
            let day = if from == to { to.tomorrow().unwrap_or(to) } else { to };
            changes.push((day, Change::Leaves, at));
        }
    }
    changes.sort_unstable();
    let mut there = 0_u64;
    let mut gone: Vec<Gone> = Vec::new();
    let mut empty: VecDeque<usize> = VecDeque::new();
    for (day, change, at) in changes {
        let Some(&(member, stay)) = members.get(at) else { continue };
        match change {
            Change::Comes => {
                there += 1;
                // Whoever may have come before anybody left has certainly followed nobody.
                let unsaid = reading == Reading::Emptiest && stay.from.first == Date::MIN && !stay.from.is_exact();
                if unsaid {
                    continue;
                }
                if let Some(place) = empty.pop_front().and_then(|place| gone.get_mut(place)) {
                    place.next = Some((member, day));
                }
            }
            Change::Leaves => {
                there = there.saturating_sub(1);
                if there < places {
                    empty.push_back(gone.len());
                    let last = match reading {
                        Reading::Fullest => stay.to.last,
                        Reading::Emptiest => stay.to.first.max(stay.from.last),
                    };
                    gone.push(Gone { member, last, next: None });
                }
            }
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::prove::stay::Days;

    fn day(n: i32) -> Date {
        Date::constant(2018, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap()
    }

    fn stay(from: i32, to: i32) -> Stay {
        let exact = |n| Days { first: day(n), last: day(n) };
        Stay { from: exact(from), to: exact(to) }
    }

    /// Whether some order of taking places leaves none empty for longer than `within`, by trying all.
    fn any_order(left: &[i32], came: &[i32], within: i32, until: i32) -> bool {
        let Some((&first, rest)) = left.split_first() else { return true };
        if first + within >= until && any_order(rest, came, within, until) {
            return true;
        }
        (0..came.len()).any(|at| {
            let mut others = came.to_vec();
            let one = others.remove(at);
            one > first && one <= first + within && any_order(rest, &others, within, until)
        })
    }

    proptest! {
        /// The first come to the place that is empty longest, against every other order.
        #[test]
        fn no_other_order_is_better(
            left in prop::collection::vec(1..20_i32, 1..5),
            came in prop::collection::vec(1..40_i32, 0..5),
            within in 1..15_i32,
        ) {
            // Nobody comes before all have left, so that there is no place but theirs to take.
            let came: Vec<i32> = came.into_iter().map(|n| n + left.iter().max().unwrap()).collect();
            let mut members: Vec<(NodeId, Stay)> = left.iter().map(|&to| stay(0, to)).collect::<Vec<_>>()
                .into_iter().chain(came.iter().map(|&from| stay(from, 10_000)))
                .zip(0..).map(|(stay, at)| (NodeId(at), stay)).collect();
            let until = 60;
            let in_time = |gone: &Gone| match gone.next {
                Some((_, from)) => from <= gone.last.checked_add(jiff::Span::new().days(within)).unwrap(),
                None => day(until) <= gone.last.checked_add(jiff::Span::new().days(within)).unwrap(),
            };
            let places = left.len() as u64;
            let all = successions(&members, places, day(until), Reading::Fullest);
            prop_assert_eq!(all.len(), left.len());
            prop_assert_eq!(all.iter().all(in_time), any_order(&left, &came, within, until));
            members.reverse();
            let again = successions(&members, places, day(until), Reading::Fullest);
            prop_assert_eq!(again.iter().filter(|gone| in_time(gone)).count(), all.iter().filter(|gone| in_time(gone)).count());
        }
    }
}
