//! Counting working days.

use jiff::civil::Date;

use crate::document::calendar::Weekday;

/// On which days no work is done, and between which days that is known.
///
/// ```
/// use pact_core::{calendar::Calendar, document::calendar::Weekday};
///
/// let day = |text: &str| text.parse().unwrap();
/// let easter = ["2018-03-29", "2018-03-30", "2018-04-02"].map(day);
/// let weekend = [Weekday::Saturday, Weekday::Sunday];
/// let calendar = Calendar::new(weekend, easter, day("2018-01-01"), day("2018-12-31"));
///
/// assert_eq!(calendar.is_working_day(day("2018-03-28")), Some(true));
/// assert_eq!(calendar.is_working_day(day("2019-03-28")), None);
/// assert_eq!(calendar.working_days_between(day("2018-03-27"), day("2018-04-06"), false), Some(5));
/// assert_eq!(calendar.working_days_between(day("2018-03-27"), day("2018-04-06"), true), Some(4));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Days off of every week, by [`Weekday`].
    weekend: [bool; 7],
    // INVARIANT: ascending, each once, none of them on a weekend, so that a day off is not taken off twice.
    holidays: Vec<Date>,
    from: Date,
    to: Date,
}

impl Calendar {
    /// A calendar that knows every day off from `from` to `to`, both included; nothing when `from` is after `to`. The days off may come
    /// in any order. O(holidays × log holidays).
    pub fn new(
        weekend: impl IntoIterator<Item = Weekday>,
        holidays: impl IntoIterator<Item = Date>,
        from: Date,
        to: Date,
    ) -> Self {
        let mut off = [false; 7];
        for day in weekend {
            if let Some(place) = off.get_mut(day as usize) {
                *place = true;
            }
        }
        let mut calendar = Self { weekend: off, holidays: Vec::new(), from, to };
        let mut holidays: Vec<Date> = holidays.into_iter().filter(|day| !calendar.is_weekend(*day)).collect();
        holidays.sort_unstable();
        holidays.dedup();
        calendar.holidays = holidays;
        calendar
    }

    /// The first and the last day that it knows.
    pub fn covers(&self) -> (Date, Date) {
        (self.from, self.to)
    }

    /// Whether work is done on a day; `None` for days that it does not know. O(log holidays).
    pub fn is_working_day(&self, date: Date) -> Option<bool> {
        (self.from <= date && date <= self.to)
            .then(|| !self.is_weekend(date) && self.holidays.binary_search(&date).is_err())
    }

    /// How many working days come after the day `from`, up to and with the day `to`; without that day too where they have to be `clear`. 0 when
    /// no day lies between. `None` when one of the days to count is not known to the calendar; `from` itself is not counted.
    /// O(log holidays), however far the days are apart.
    pub fn working_days_between(&self, from: Date, to: Date, clear: bool) -> Option<u32> {
        if from >= to {
            return Some(0);
        }
        let first = from.tomorrow().ok()?;
        let last = if clear { to.yesterday().ok()? } else { to };
        if last < first {
            return Some(0);
        }
        if first < self.from || self.to < last {
            return None;
        }
        let days = u32::try_from(first.until(last).ok()?.get_days()).ok()?.checked_add(1)?;
        let a_week = self.weekend.iter().map(|off| u32::from(!off)).sum::<u32>();
        // What is left of the last week begins on the weekday of the first day.
        let start = Weekday::of(first) as usize;
        let rest = self.weekend.iter().cycle().skip(start).take((days % 7) as usize).map(|off| u32::from(!off));
        let working = days / 7 * a_week + rest.sum::<u32>();
        let before = |day: Date| self.holidays.partition_point(|holiday| *holiday < day);
        let off = self.holidays.partition_point(|holiday| *holiday <= last).checked_sub(before(first))?;
        working.checked_sub(u32::try_from(off).ok()?)
    }

    fn is_weekend(&self, date: Date) -> bool {
        self.weekend.get(Weekday::of(date) as usize).copied().unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn denmark() -> Calendar {
        let holidays = ["2018-04-02", "2018-03-30", "2018-03-29", "2018-03-30", "2018-04-01"].map(day);
        Calendar::new([Weekday::Saturday, Weekday::Sunday], holidays, day("2018-01-01"), day("2018-12-31"))
    }

    /// The Easter of 2018: Thursday 29 and Friday 30 March and Monday 2 April are days off.
    #[test]
    fn five_working_days_before_a_meeting_after_easter() {
        for (notice, with, clear) in [
            ("2018-03-26", 6, 5),
            ("2018-03-27", 5, 4),
            ("2018-03-28", 4, 3),
            // Notice given on a day off, or on the last before the next working day, leaves as many days.
            ("2018-03-29", 4, 3),
            ("2018-04-02", 4, 3),
            ("2018-04-03", 3, 2),
            ("2018-04-05", 1, 0),
            ("2018-04-06", 0, 0),
            ("2018-04-07", 0, 0),
        ] {
            let meeting = day("2018-04-06");
            let days = |clear| denmark().working_days_between(day(notice), meeting, clear);
            assert_eq!((days(false), days(true)), (Some(with), Some(clear)), "{notice}");
        }
    }

    #[test]
    fn days_that_are_not_known_are_not_guessed() {
        let calendar = denmark();
        let between = |from, to, clear| calendar.working_days_between(day(from), day(to), clear);
        assert_eq!(between("2018-12-28", "2019-01-01", false), None);
        // The day of the meeting is not counted, and need not be known.
        assert_eq!(between("2018-12-28", "2019-01-01", true), Some(1));
        assert_eq!(between("2018-12-31", "2019-01-01", true), Some(0));
        // Nor is the day of the notice.
        assert_eq!(between("2017-12-31", "2018-01-01", false), Some(1));
        assert_eq!(between("2017-12-30", "2018-01-01", false), None);
        assert_eq!(calendar.is_working_day(day("2017-12-31")), None);
        let upside_down = Calendar::new([], [], day("2018-12-31"), day("2018-01-01"));
        assert_eq!(upside_down.is_working_day(day("2018-06-01")), None);
        assert_eq!(upside_down.working_days_between(day("2018-06-01"), day("2018-06-02"), false), None);
    }

    #[test]
    fn millennia_are_counted_at_once() {
        let weekend = [Weekday::Saturday, Weekday::Sunday];
        let all = Calendar::new(weekend, [], Date::MIN, Date::MAX);
        // 400 years are 20 871 weeks.
        assert_eq!(all.working_days_between(day("2000-01-01"), day("2400-01-01"), false), Some(20_871 * 5));
        for _ in 0..100_000 {
            assert!(all.working_days_between(Date::MIN, Date::MAX, true).is_some_and(|days| days > 5_000_000));
        }
        let none = Calendar::new(Weekday::ALL.iter().copied(), [], Date::MIN, Date::MAX);
        assert_eq!(none.working_days_between(Date::MIN, Date::MAX, false), Some(0));
    }

    proptest! {
        #[test]
        fn counting_is_the_same_as_walking(
            weekend in proptest::collection::vec(0..7_usize, 0..7),
            holidays in proptest::collection::vec(0..120_i64, 0..30),
            from in -5..125_i64,
            length in -5..120_i64,
            clear: bool,
        ) {
            let nth = |n: i64| day("2018-01-01").checked_add(jiff::Span::new().days(n)).unwrap();
            let weekend = weekend.into_iter().map(|at| Weekday::ALL[at]);
            let calendar = Calendar::new(weekend, holidays.into_iter().map(nth), nth(0), nth(119));
            let to = if clear { from + length - 1 } else { from + length };
            let walked = (from + 1..=to).map(|n| calendar.is_working_day(nth(n)).map(u32::from)).sum::<Option<u32>>();
            prop_assert_eq!(calendar.working_days_between(nth(from), nth(from + length), clear), walked);
        }
    }
}
