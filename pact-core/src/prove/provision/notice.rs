//! How long before a meeting it has to be called.

use jiff::civil::Date;

use crate::{
    calendar::Calendar,
    document::period::{Period, Unit},
    graph::{
        composition::Notice,
        node::{self, Meeting, NodeId},
    },
    prove::{
        Gap, Lacking, Proof, Prover, Shows,
        breach::Breach,
        stay::{Days, yesterday},
    },
    source::Span,
};

/// The last day on which a meeting can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    /// This one.
    On(Date),
    /// One before this one; which, the calendar does not know.
    Before(Date),
    /// Nobody knows.
    Unknown,
}

impl Due {
    fn day(self) -> Option<Date> {
        match self {
            Self::On(day) => Some(day),
            Self::Before(_) | Self::Unknown => None,
        }
    }

    /// Whether a call on a day is in time for certain.
    fn is_met(self, called: Date) -> bool {
        matches!(self, Self::On(due) if called <= due)
    }

    /// Whether a call on a day is too late for certain.
    fn is_missed(self, called: Date) -> bool {
        match self {
            Self::On(due) => called > due,
            Self::Before(day) => called >= day,
            Self::Unknown => false,
        }
    }
}

impl Prover<'_> {
    /// Every meeting that has a date.
    ///
    /// The day of the call does not count; the day of the meeting does, unless the days have to be clear. With 14 days, a meeting on the 15th is called
    /// on the 1st at the latest, and on the last day of the month before where the days are clear.
    pub(super) fn notice(&self, provision: NodeId, body: NodeId, notice: &Notice, at: Span) -> Proof {
        let mut proof = Proof::default();
        self.lost_meetings(&mut proof, at);
        let mut unknown = Breach::UnknownDays;
        let mut calendar = None;
        if let Some(target) = notice.calendar {
            let Some(named) = self.graph.meant(target) else {
                proof.lack(Lacking::Unresolved, provision, Gap::Unknown, at);
                return proof;
            };
            let data = self.graph.downcast::<node::Calendar>(named).map(|id| self.graph.get(id));
            calendar = data.and_then(|data| data.days.as_ref());
            match calendar {
                Some(days) => unknown = Breach::UncoveredDays { calendar: named, covers: days.covers() },
                None if notice.at_least.unit == Unit::WorkingDays => {
                    proof.lack(Lacking::Unread, named, Gap::Unknown, at);
                    return proof;
                }
                None => {}
            }
        }
        for &(meeting, on) in self.meetings_of(body, None).iter() {
            let Some(on) = on else { continue };
            if !self.keep() {
                return proof;
            }
            if self.graph.head(meeting).damaged {
                proof.lack(Lacking::Unread, meeting, Gap::Unknown, at);
                continue;
            }
            let Some(days) = Days::of(on) else {
                proof.lack(Lacking::Undated, meeting, Gap::Pending, at);
                continue;
            };
            let due = |on: Date| last_call(notice.at_least, notice.clear, on, calendar);
            let (earliest, latest) = (due(days.first), due(days.last));
            let called = self.graph.downcast::<Meeting>(meeting).and_then(|id| self.graph.get(id).called);
            // A call that lies ahead can still be left undone.
            let called = called.map(|called| called.date).filter(|&called| !self.is_ahead(called));
            let Some(called) = called else {
                let asked = notice.at_least;
                let (what, gap) = if self.is_past(on) {
                    (Breach::NotCalled { asked, due: latest.day() }, Gap::Pending)
                } else if self.as_of.and_then(Days::of).is_some_and(|now| latest.is_missed(now.first)) {
                    (Breach::ShortNotice { asked, due: latest.day() }, Gap::Contrary)
                } else if latest == Due::Unknown {
                    (unknown.clone(), Gap::Unknown)
                } else {
                    (Breach::NotCalled { asked, due: latest.day() }, Gap::Pending)
                };
                proof.lack(Lacking::Breach(what), meeting, gap, at);
                continue;
            };
            let Some(called) = Days::of(called) else {
                proof.lack(Lacking::Undated, meeting, Gap::Pending, at);
                continue;
            };
            if earliest.is_met(called.last) {
                let counted = counted(notice, called.last, days.first, calendar);
                proof.witness(Shows::Called(counted), meeting, Vec::new());
            } else if latest.is_missed(called.first) {
                let breach = Breach::ShortNotice { asked: notice.at_least, due: latest.day() };
                proof.lack(Lacking::Breach(breach), meeting, Gap::Contrary, at);
            } else if matches!((earliest, latest), (Due::On(_), Due::On(_))) {
                proof.lack(Lacking::Undated, meeting, Gap::Pending, at);
            } else {
                proof.lack(Lacking::Breach(unknown.clone()), meeting, Gap::Unknown, at);
            }
        }
        proof
    }
}

/// The days of notice that a call leaves, counted as the law counts them.
fn counted(notice: &Notice, called: Date, on: Date, calendar: Option<&Calendar>) -> u32 {
    if notice.at_least.unit == Unit::WorkingDays {
        return calendar.and_then(|days| days.working_days_between(called, on, notice.clear)).unwrap_or(0);
    }
    let days = called.until(on).map_or(0, |span| span.get_days());
    u32::try_from(days - i32::from(notice.clear)).unwrap_or(0)
}

/// The last day on which a meeting can be called. O(log days that the calendar knows × log days off).
fn last_call(at_least: Period, clear: bool, on: Date, calendar: Option<&Calendar>) -> Due {
    let end = if clear { yesterday(on) } else { on };
    if at_least.unit != Unit::WorkingDays {
        let Some(mut due) = at_least.before(end) else { return Due::Before(Date::MIN) };
        // A month after each of the last days of January is the last of February.
        while let Ok(next) = due.tomorrow()
            && at_least.after(next).is_some_and(|reached| reached <= end)
        {
            due = next;
        }
        return Due::On(due);
    }
    let Some(calendar) = calendar else { return Due::Unknown };
    let (mut enough, mut few) = (yesterday(calendar.covers().0), end);
    let leaves = |called: Date| calendar.working_days_between(called, on, clear).map(|days| days >= at_least.number);
    match (leaves(few), leaves(enough)) {
        (Some(true), _) => return Due::On(few),
        (Some(false), Some(true)) => {}
        (Some(false), Some(false)) => return Due::Before(enough),
        _ => return Due::Unknown,
    }
    while let Ok(apart) = enough.until(few)
        && apart.get_days() > 1
        && let Ok(middle) = enough.checked_add(jiff::Span::new().days(apart.get_days() / 2))
    {
        match leaves(middle) {
            Some(true) => enough = middle,
            Some(false) => few = middle,
            None => return Due::Unknown,
        }
    }
    Due::On(enough)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ledger::{Entry, Verdict},
        prove::tests::{entry, verdict},
    };

    fn terms(notice: &str) -> String {
        let calendar = "calendars: { dk: { weekend: [saturday, sunday], holidays: [2018-03-29, 2018-03-30, 2018-04-02], from: 2018-01-01, to: 2018-12-31 } }\n";
        format!(
            "{calendar}bodies: {{ board: {{ notice: {{ {notice}, clause: A }} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
        )
    }

    fn meeting(fields: &str) -> String {
        format!("meetings: {{ m: {{ body: board, {fields} }} }}\n")
    }

    /// The verdict on a meeting that is called on one day for another.
    fn called(notice: &str, called: &str, on: &str) -> Verdict {
        verdict(&terms(notice), &meeting(&format!("on: {on}, called: {called}")), Some("2019-06-01"))
    }

    #[test]
    fn the_day_of_the_call_does_not_count_and_that_of_the_meeting_does_unless_clear() {
        for (notice, last, first_too_late) in [
            ("at-least: 14 days", "2018-05-01", "2018-05-02"),
            ("at-least: 14 days, clear: true", "2018-04-30", "2018-05-01"),
            ("at-least: 2 weeks", "2018-05-01", "2018-05-02"),
            ("at-least: 0 days", "2018-05-15", "2018-05-16"),
            ("at-least: 1 month", "2018-04-15", "2018-04-16"),
        ] {
            assert_eq!(called(notice, last, "2018-05-15"), Verdict::Met, "{notice}");
            assert_eq!(called(notice, first_too_late, "2018-05-15"), Verdict::Unmet, "{notice}");
        }
    }

    #[test]
    fn months_of_notice_end_with_the_month() {
        let month = "at-least: 1 month";
        assert_eq!(called(month, "2018-01-31", "2018-02-28"), Verdict::Met);
        assert_eq!(called(month, "2018-02-01", "2018-02-28"), Verdict::Unmet);
        assert_eq!(called(month, "2018-02-28", "2018-03-31"), Verdict::Met);
        assert_eq!(called(month, "2018-03-01", "2018-03-31"), Verdict::Unmet);
        assert_eq!(called("at-least: 1 year", "2016-02-29", "2017-02-28"), Verdict::Met);
        assert_eq!(called("at-least: 1 year", "2016-03-01", "2017-02-28"), Verdict::Unmet);
    }

    #[test]
    fn easter_takes_days_off() {
        let days = "at-least: 5 working-days, calendar: dk";
        assert_eq!(called(days, "2018-03-27", "2018-04-06"), Verdict::Met);
        assert_eq!(called(days, "2018-03-28", "2018-04-06"), Verdict::Unmet);
        let clear = "at-least: 5 working-days, calendar: dk, clear: true";
        assert_eq!(called(clear, "2018-03-26", "2018-04-06"), Verdict::Met);
        assert_eq!(called(clear, "2018-03-27", "2018-04-06"), Verdict::Unmet);
        assert_eq!(called("at-least: 0 working-days, calendar: dk", "2018-04-07", "2018-04-06"), Verdict::Unmet);
    }

    #[test]
    fn what_the_calendar_does_not_know_is_not_guessed() {
        assert_eq!(called("at-least: 5 working-days", "2018-03-01", "2018-04-06"), Verdict::Error);
        let days = "at-least: 5 working-days, calendar: dk";
        assert_eq!(called(days, "2018-12-20", "2019-01-10"), Verdict::Error);
        // Enough of the days that it knows lie between, however many there were before.
        assert_eq!(called(days, "2017-11-01", "2018-01-10"), Verdict::Met);
        assert_eq!(called(days, "2017-12-20", "2018-01-03"), Verdict::Error);
        assert_eq!(called(days, "2018-01-01", "2018-01-03"), Verdict::Unmet);
    }

    #[test]
    fn days_that_are_not_exact_decide_only_what_they_must() {
        let days = "at-least: 14 days";
        assert_eq!(called(days, "2018-04", "2018-05-15"), Verdict::Met);
        assert_eq!(called(days, "2018-05", "2018-05-15"), Verdict::Open);
        assert_eq!(called(days, "2018-05", "2018-05-05"), Verdict::Unmet);
        assert_eq!(called(days, "2018-04-18", "2018-05"), Verdict::Open);
        assert_eq!(called(days, "2018-04-16", "2018"), Verdict::Open);
        assert_eq!(called(days, "2018-03", "2018-05"), Verdict::Met);
    }

    #[test]
    fn a_meeting_that_is_not_called_can_be_until_it_is_too_late() {
        let terms = terms("at-least: 14 days");
        let on = meeting("on: 2018-05-15");
        let due = Some("2018-05-01".parse().unwrap());
        let told = |as_of| {
            entry(&terms, &on, as_of, |_, entry: &Entry| {
                let [lack] = entry.lacks() else { panic!("{:?}", entry.lacks()) };
                match lack.what {
                    Lacking::Breach(Breach::NotCalled { due, .. }) => (lack.gap, "not called", due),
                    Lacking::Breach(Breach::ShortNotice { due, .. }) => (lack.gap, "short", due),
                    _ => panic!("{lack:?}"),
                }
            })
        };
        assert_eq!(told(Some("2018-05-01")), (Gap::Pending, "not called", due));
        assert_eq!(told(Some("2018-05-02")), (Gap::Contrary, "short", due));
        assert_eq!(told(Some("2018-05")), (Gap::Pending, "not called", due));
        assert_eq!(told(Some("2018-05-16")), (Gap::Pending, "not called", due), "nobody noted when");
        assert_eq!(told(None), (Gap::Pending, "not called", due));
        // A call that is planned is none yet.
        let planned = meeting("on: 2018-05-15, called: 2018-05-10");
        assert_eq!(verdict(&terms, &planned, Some("2018-05-01")), Verdict::Open);
        assert_eq!(verdict(&terms, &planned, Some("2018-05-10")), Verdict::Unmet);
        assert_eq!(verdict(&terms, "", None), Verdict::Open, "there is no meeting to look at");
    }

    #[test]
    fn the_last_day_for_a_call_is_the_last_that_leaves_enough() {
        let day = |text: &str| -> Date { text.parse().unwrap() };
        let calendar =
            Calendar::new([crate::document::calendar::Weekday::Sunday], [], day("2018-01-01"), day("2018-03-31"));
        let working = |number| Period { number, unit: Unit::WorkingDays };
        for clear in [false, true] {
            for number in 0..80 {
                let on = day("2018-03-20");
                let enough =
                    |called: Date| calendar.working_days_between(called, on, clear).is_some_and(|days| days >= number);
                let mut walked = if clear { yesterday(on) } else { on };
                while walked >= day("2018-01-01") && !enough(walked) {
                    walked = yesterday(walked);
                }
                let expected = if enough(walked) { Due::On(walked) } else { Due::Before(day("2017-12-31")) };
                assert_eq!(last_call(working(number), clear, on, Some(&calendar)), expected, "{number} {clear}");
            }
        }
    }
}
