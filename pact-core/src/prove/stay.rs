//! Between which days somebody or something is there, as far as the days are known.

use jiff::civil::Date;

use super::{Prover, group::Truth};
use crate::{
    document::{
        period::{Period, Unit},
        value::{self, PartialDate},
    },
    graph::node::{Member, NodeId, Seat},
};

/// The days that a date can be: one day, a month, a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    /// The first of them.
    pub(super) first: Date,
    /// The last of them.
    pub(super) last: Date,
}

impl Days {
    /// Before anything that is on record.
    const START: Self = Self { first: Date::MIN, last: Date::MIN };
    /// After anything that is on record.
    pub(super) const END: Self = Self { first: Date::MAX, last: Date::MAX };
    /// Nobody knows.
    const ANY: Self = Self { first: Date::MIN, last: Date::MAX };

    /// The days that a date can be; `None` where its year is not known.
    pub(super) fn of(date: PartialDate) -> Option<Self> {
        Some(Self { first: date.first()?, last: date.last()? })
    }

    fn of_end(date: Option<value::Date>, unsaid: Self) -> Self {
        date.map_or(unsaid, |date| Self::of(date.date).unwrap_or(Self::ANY))
    }

    /// Whether it is known which day it is.
    pub(super) fn is_exact(self) -> bool {
        self.first == self.last
    }

    /// Whether every day that it can be lies before every one that the other can be.
    pub(super) fn is_before(self, other: Self) -> bool {
        self.last < other.first
    }

    /// Whether it lies on or before the other, however both are completed.
    pub(super) fn is_by(self, other: Self) -> bool {
        self.last <= other.first
    }

    /// Each of the days moved. A later day is never moved before an earlier one.
    pub(super) fn map(self, to: impl Fn(Date) -> Date) -> Self {
        Self { first: to(self.first), last: to(self.last) }
    }
}

/// The day that lies a period after another. A day that no calendar reaches is its last; `None` for working days, which need a calendar.
pub(super) fn after(period: Period, day: Date) -> Option<Date> {
    (period.unit != Unit::WorkingDays).then(|| period.after(day).unwrap_or(Date::MAX))
}

/// The day before; the first that there is stays.
pub(super) fn yesterday(day: Date) -> Date {
    day.yesterday().unwrap_or(day)
}

/// The first and the last day on which somebody or something is there. What is not said lies before or after everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stay {
    /// The first day.
    pub(super) from: Days,
    /// The last day.
    pub(super) to: Days,
}

impl Stay {
    /// Nobody knows.
    pub(super) const ANY: Self = Self { from: Days::ANY, to: Days::ANY };

    fn new(from: Option<value::Date>, to: Option<value::Date>) -> Self {
        Self { from: Days::of_end(from, Days::START), to: Days::of_end(to, Days::END) }
    }

    pub(super) fn of_member(member: &Member) -> Self {
        Self::new(member.from, member.to)
    }

    pub(super) fn of_seat(seat: &Seat) -> Self {
        Self::new(seat.from, seat.to)
    }

    /// While both are there.
    pub(super) fn during(self, other: Self) -> Self {
        let later = |a: Days, b: Days| Days { first: a.first.max(b.first), last: a.last.max(b.last) };
        let earlier = |a: Days, b: Days| Days { first: a.first.min(b.first), last: a.last.min(b.last) };
        Self { from: later(self.from, other.from), to: earlier(self.to, other.to) }
    }

    /// Whether the day lies within.
    pub(super) fn covers(self, day: Days) -> Truth {
        if self.to.is_before(day) || day.is_before(self.from) {
            Truth::No
        } else if self.from.is_by(day) && day.is_by(self.to) {
            Truth::Yes
        } else {
            Truth::Unsaid
        }
    }
}

impl Prover<'_> {
    /// When a member is in its seat: within its own days and those of the seat.
    pub(super) fn stay(&self, member: NodeId) -> Stay {
        let Some(id) = self.graph.downcast::<Member>(member) else { return Stay::ANY };
        let own = Stay::of_member(self.graph.get(id));
        let seat = self.seat_of(member).and_then(|seat| self.graph.downcast::<Seat>(seat)).map(|id| self.graph.get(id));
        seat.map_or(own, |seat| own.during(Stay::of_seat(seat)))
    }
}
