//! Periods of time as terms write them: four years, six weeks, five working days.

use std::borrow::Cow;

use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    decode::{Decode, Decoder, Faulty, choice},
    fault::{Expected, FaultKind, ValueProblem},
    load::tree::{Value, ValueKind},
};

choice! {
    /// What a period is counted in.
    pub enum Unit {
        /// Calendar years.
        Years = "years",
        /// Calendar months.
        Months = "months",
        /// Seven days each.
        Weeks = "weeks",
        /// Calendar days.
        Days = "days",
        /// Days on which work is done, as a calendar says.
        WorkingDays = "working-days",
    }
}

impl Unit {
    /// The unit that a word names, in English or Danish, in the singular or plural. What is a `hverdag` the calendar says.
    fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "year" | "years" | "år" => Self::Years,
            "month" | "months" | "måned" | "måneder" => Self::Months,
            "week" | "weeks" | "uge" | "uger" => Self::Weeks,
            "day" | "days" | "dag" | "dage" => Self::Days,
            "working-day" | "working-days" | "working day" | "working days" | "hverdag" | "hverdage" | "arbejdsdag"
            | "arbejdsdage" => Self::WorkingDays,
            _ => return None,
        })
    }
}

/// A period of time.
///
/// Periods have no order: whether 30 days are longer than a month depends on the month.
///
/// ```
/// use pact_core::document::period::{Period, Unit};
///
/// let period = Period::parse("6 måneder").unwrap();
/// assert_eq!(period, Period { number: 6, unit: Unit::Months });
/// assert_eq!(period.to_string(), "6 months");
/// let date = "2018-08-31".parse().unwrap();
/// assert_eq!(period.after(date), Some("2019-02-28".parse().unwrap()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// How many.
    pub number: u32,
    /// Of what.
    pub unit: Unit,
}

impl Period {
    /// Reads a period; `None` when the text is none. O(length).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, word) = text.split_at_checked(digits)?;
        // Some systems write å as two characters.
        let word = word.trim_start().replace("a\u{30a}", "å");
        Some(Self { number: number.parse().ok()?, unit: Unit::from_word(&word)? })
    }

    /// The day on which the period ends that begins on `date`: the same day of a later month or year, or the last of the month where there is no
    /// such day. `None` for working days, which need a calendar, and after the year 9999. O(1).
    pub fn after(self, date: civil::Date) -> Option<civil::Date> {
        date.checked_add(self.span()?).ok()
    }

    /// The day on which the period begins that ends on `date`, in the same way. `None` for working days, and before the year -9999. O(1).
    pub fn before(self, date: civil::Date) -> Option<civil::Date> {
        date.checked_sub(self.span()?).ok()
    }

    fn span(self) -> Option<jiff::Span> {
        let (span, number) = (jiff::Span::new(), i64::from(self.number));
        match self.unit {
            Unit::Years => span.try_years(number).ok(),
            Unit::Months => span.try_months(number).ok(),
            Unit::Weeks => span.try_weeks(number).ok(),
            Unit::Days => span.try_days(number).ok(),
            Unit::WorkingDays => None,
        }
    }
}

impl std::fmt::Display for Period {
    /// As documents write it, in English: `4 years`, `1 working-day`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let unit = self.unit.name();
        let unit = if self.number == 1 { unit.trim_end_matches('s') } else { unit };
        write!(f, "{} {unit}", self.number)
    }
}

impl Decode for Period {
    const EXPECTED: Expected = Expected::Period;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::String {
            return Err(decoder.wrong_type(value, Expected::Period));
        }
        Self::parse(value.text()).ok_or_else(|| {
            let kind = FaultKind::UnclearValue { problem: ValueProblem::NoPeriod, value: value.text().to_owned() };
            decoder.fault(value.span(), kind)
        })
    }
}

impl JsonSchema for Period {
    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A period: a number of years, months, weeks, days or working days, in English or Danish.",
            "type": "string",
            "pattern": r"^\s*[0-9]+\s*(years?|months?|weeks?|days?|working[- ]days?|(å|a\u030a)r|m(å|a\u030a)ned(er)?|uger?|dage?|hverdage?|arbejdsdage?)\s*$",
            "examples": ["4 years", "6 weeks", "5 working-days"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> civil::Date {
        text.parse().unwrap()
    }

    #[test]
    fn periods_are_read_in_english_and_danish() {
        for (text, number, unit) in [
            ("4 years", 4, Unit::Years),
            ("1 year", 1, Unit::Years),
            ("4 år", 4, Unit::Years),
            ("4 a\u{30a}r", 4, Unit::Years),
            ("18 months", 18, Unit::Months),
            ("1 måned", 1, Unit::Months),
            ("18 måneder", 18, Unit::Months),
            ("6 weeks", 6, Unit::Weeks),
            ("1 uge", 1, Unit::Weeks),
            ("6 uger", 6, Unit::Weeks),
            ("90 days", 90, Unit::Days),
            ("90 dage", 90, Unit::Days),
            ("1 dag", 1, Unit::Days),
            ("5 working-days", 5, Unit::WorkingDays),
            ("5 working days", 5, Unit::WorkingDays),
            ("1 working-day", 1, Unit::WorkingDays),
            ("5 hverdage", 5, Unit::WorkingDays),
            ("5 arbejdsdage", 5, Unit::WorkingDays),
            (" 6uger ", 6, Unit::Weeks),
            ("0 days", 0, Unit::Days),
        ] {
            let period = Period { number, unit };
            assert_eq!(Period::parse(text), Some(period), "{text}");
            assert_eq!(Period::parse(&period.to_string()), Some(period), "{period}");
        }
        for text in [
            "",
            "4",
            "years",
            "four years",
            "4.5 years",
            "-4 years",
            "4 fortnights",
            "4 years 2 months",
            "4294967296 days",
            "４ år",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
        assert_eq!(Period { number: 1, unit: Unit::WorkingDays }.to_string(), "1 working-day");
    }

    #[test]
    fn months_end_where_they_end() {
        for (period, from, to) in [
            ("1 month", "2018-01-30", "2018-02-28"),
            ("1 month", "2016-01-31", "2016-02-29"),
            ("1 year", "2016-02-29", "2017-02-28"),
            ("4 years", "2016-02-29", "2020-02-29"),
            ("18 months", "2017-08-31", "2019-02-28"),
            ("6 weeks", "2018-12-01", "2019-01-12"),
            ("90 days", "2018-01-01", "2018-04-01"),
            ("0 days", "2018-01-01", "2018-01-01"),
            ("1 day", "9999-12-30", "9999-12-31"),
        ] {
            assert_eq!(Period::parse(period).unwrap().after(date(from)), Some(date(to)), "{from} + {period}");
        }
        for (period, to, from) in [("1 month", "2018-03-31", "2018-02-28"), ("6 weeks", "2019-01-12", "2018-12-01")] {
            assert_eq!(Period::parse(period).unwrap().before(date(to)), Some(date(from)), "{to} - {period}");
        }
    }

    #[test]
    fn what_no_calendar_reaches_is_none() {
        for (period, from) in [
            ("1 day", "9999-12-31"),
            ("9000 years", "2018-01-01"),
            ("4294967295 years", "2018-01-01"),
            ("4294967295 months", "2018-01-01"),
            ("4294967295 weeks", "2018-01-01"),
            ("4294967295 days", "2018-01-01"),
            ("1 working-day", "2018-01-01"),
        ] {
            assert_eq!(Period::parse(period).unwrap().after(date(from)), None, "{from} + {period}");
        }
        assert_eq!(Period::parse("4294967295 years").unwrap().before(date("2018-01-01")), None);
    }
}
