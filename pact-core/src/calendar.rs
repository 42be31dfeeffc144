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
