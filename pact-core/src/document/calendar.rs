//! Calendars as documents write them: which days are days off.

use std::borrow::Cow;

use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::value::{List, PartialDate, Text, read_whole};
use crate::{
    decode::{Decode, Decoder, Faulty, choice, record},
    fault::{Expected, FaultKind, ValueProblem},
    load::tree::{Value, ValueKind},
    source::Span,
};

choice! {
    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

impl Weekday {
    /// The day of the week of a date.
    pub fn of(date: civil::Date) -> Self {
        match date.weekday() {
            civil::Weekday::Monday => Self::Monday,
            civil::Weekday::Tuesday => Self::Tuesday,
            civil::Weekday::Wednesday => Self::Wednesday,
            civil::Weekday::Thursday => Self::Thursday,
            civil::Weekday::Friday => Self::Friday,
            civil::Weekday::Saturday => Self::Saturday,
            civil::Weekday::Sunday => Self::Sunday,
        }
    }
}

/// A day that is known as a whole, where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: civil::Date,
    /// Where it stands.
    pub span: Span,
}

impl Decode for Day {
    const EXPECTED: Expected = Expected::Date;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if !matches!(value.kind(), ValueKind::String | ValueKind::Integer) {
            return Err(decoder.wrong_type(value, Expected::Date));
        }
        let (span, text) = (value.span(), value.text());
        let Some(date) = PartialDate::parse(text) else {
            return Err(decoder.fault(span, FaultKind::ImpossibleDate { value: text.to_owned() }));
        };
        // A month is no day, and a calendar that took its first day for it would be wrong about all the others.
        match (date.first(), date.last()) {
            (Some(first), Some(last)) if first == last => Ok(Self { date: first, span }),
            _ => {
                let kind = FaultKind::UnclearValue { problem: ValueProblem::NoDay, value: text.to_owned() };
                Err(decoder.fault(span, kind))
            }
        }
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day, with its year and month.",
            "type": "string",
            "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
            "examples": ["2018-03-29"],
        })
    }
}

/// A list of which every item counts: one that cannot be read leaves nothing of it.
#[derive(Clone, Debug)]
pub struct Whole<T>(pub Vec<T>);

impl<T> Default for Whole<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Decode> Decode for Whole<T> {
    const EXPECTED: Expected = Expected::List;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::Array {
            return Err(decoder.wrong_type(value, Expected::List));
        }
        read_whole(decoder, value).map(Self)
    }

    fn merge(mut self, again: Self) -> Self {
        self.0.extend(again.0);
        self
    }
}

impl<T: JsonSchema> JsonSchema for Whole<T> {
    fn schema_name() -> Cow<'static, str> {
        List::<T>::schema_name()
    }

    fn inline_schema() -> bool {
        List::<T>::inline_schema()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        List::<T>::json_schema(generator)
    }
}

record! {
    /// A calendar: on which days no work is done, and between which days it knows them all.
    #[schemars(extend("examples" = [{"label": {"da": "Danmark", "en": "Denmark"}, "weekend": ["saturday", "sunday"], "holidays": ["2018-03-29", "2018-03-30", "2018-04-02"], "from": "2018-01-01", "to": "2018-12-31"}]))]
    pub struct Calendar {
        /// What people call it.
        label: Text = optional,
        /// The days off of every week.
        weekend: Whole<Weekday> = required,
        /// The other days off, each with its year.
        #[serde(default)]
        holidays: Whole<Day> = defaulted,
        /// The first day of which it knows whether it is a day off.
        #[schemars(required)]
        from: Day = needed,
        /// The last such day. No period is counted beyond it.
        #[schemars(required)]
        to: Day = needed,
    }
}

impl Calendar {
    /// The calendar to count with; `None` when something in it could not be read, since a day off might be missing.
    pub fn to_count(&self) -> Option<crate::calendar::Calendar> {
        let (from, to) = (self.from.filter(|_| !self.meta.damaged)?, self.to?);
        let holidays = self.holidays.0.iter().map(|day| day.date);
        Some(crate::calendar::Calendar::new(self.weekend.0.iter().copied(), holidays, from.date, to.date))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fault::Fault,
        load::{limits::Limits, yaml},
        name::Names,
        source::FileId,
    };

    fn read(text: &str) -> (Calendar, Vec<Fault>) {
        let (mut names, mut faults) = (Names::default(), Vec::new());
        let tree = yaml::parse(FileId::default(), text, Limits::default()).unwrap();
        let room = crate::decode::Room { left: 1000, at_most: 1000, full: false };
        let mut decoder = Decoder::new(&mut names, &mut faults, "t", room);
        let calendar = Calendar::decode(&mut decoder, tree.root().unwrap()).unwrap();
        (calendar, faults)
    }

    const DENMARK: &str = "label: Danmark\nweekend: [saturday, sunday]\nholidays: [2018-04-02, 2018-03-29, 2018-03-30]\nfrom: 2018-01-01\nto: 2018-12-31\n";

    #[test]
    fn a_calendar_is_read() {
        let (calendar, faults) = read(DENMARK);
        assert_eq!(faults, []);
        let counted = calendar.to_count().unwrap();
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(counted.is_working_day(day("2018-03-28")), Some(true));
        assert_eq!(counted.is_working_day(day("2018-03-29")), Some(false));
        assert_eq!(counted.is_working_day(day("2018-03-31")), Some(false));
        assert_eq!(counted.is_working_day(day("2019-01-01")), None);
    }

    #[test]
    fn a_calendar_with_a_faulty_day_is_not_counted_with() {
        for (written, instead, kind) in [
            (
                "2018-03-29",
                "2018-03",
                FaultKind::UnclearValue { problem: ValueProblem::NoDay, value: "2018-03".into() },
            ),
            ("2018-03-29", "2018", FaultKind::UnclearValue { problem: ValueProblem::NoDay, value: "2018".into() }),
            (
                "2018-03-29",
                "XXXX-12-24",
                FaultKind::UnclearValue { problem: ValueProblem::NoDay, value: "XXXX-12-24".into() },
            ),
            ("2018-03-29", "2018-02-30", FaultKind::ImpossibleDate { value: "2018-02-30".into() }),
            (
                "2018-12-31",
                "2018-12",
                FaultKind::UnclearValue { problem: ValueProblem::NoDay, value: "2018-12".into() },
            ),
            (
                "saturday",
                "lørdag",
                FaultKind::UnknownValue {
                    value: "lørdag".into(),
                    accepted: Weekday::NAMES.iter().map(|&name| name.to_owned()).collect(),
                },
            ),
        ] {
            let (calendar, faults) = read(&DENMARK.replace(written, instead));
            assert_eq!(faults.into_iter().map(|fault| fault.kind).collect::<Vec<_>>(), [kind]);
            assert_eq!(calendar.to_count(), None, "{instead}");
        }
        // A calendar of which it is not said how far it goes knows no day.
        let (calendar, faults) = read("weekend: []\nfrom: 2018-01-01\n");
        assert!(matches!(&faults[..], [Fault { kind: FaultKind::MissingKey { key, .. }, .. }] if key == "to"));
        assert_eq!(calendar.to_count(), None);
    }
}
