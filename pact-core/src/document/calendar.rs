//! Calendars as documents write them: which days are days off.

use std::borrow::Cow;

use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::value::{PartialDate, Text};
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
        let mut all = Vec::new();
        let mut result = Ok(());
        for (at, item) in value.items().enumerate() {
            match decoder.within_item(at, |d| T::decode(d, item)) {
                Ok(read) => all.push(read),
                Err(faulty) => result = Err(faulty),
            }
        }
        result.map(|()| Self(all))
    }

    fn merge(mut self, again: Self) -> Self {
        self.0.extend(again.0);
        self
    }
}

impl<T: JsonSchema> JsonSchema for Whole<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("ListOf{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": generator.subschema_for::<T>() })
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
        from: Day = needed,
        /// The last such day. No period is counted beyond it.
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
