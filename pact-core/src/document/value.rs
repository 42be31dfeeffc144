//! The small things that documents are made of: ids, texts, dates, quantities, lists and entries.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use smallvec::SmallVec;

use crate::{
    decode::{Decode, Decoder, Faulty, ID_PATTERN},
    fault::{Expected, FaultKind},
    load::tree::{Value, ValueKind},
    name::Name,
    source::Span,
};

/// A reference by id, where it was written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ref(pub Option<Name>);

impl Decode for Ref {
    const EXPECTED: Expected = Expected::Reference;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        Name::decode(decoder, value).map(|name| Self(Some(name)))
    }
}

impl JsonSchema for Ref {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An id: no blanks and none of : , ; # in it. A slash separates the parts of a longer one, such as T5/E8a.",
            "type": ["string", "integer"],
            "pattern": ID_PATTERN,
            "maxLength": 200,
        })
    }
}

/// One id or a list of ids.
#[derive(Clone, Debug, Default)]
pub struct Refs(pub SmallVec<[Name; 1]>);

impl Decode for Refs {
    const EXPECTED: Expected = Expected::References;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        match value.kind() {
            ValueKind::Array => {
                let mut all = SmallVec::new();
                let mut result = Ok(());
                for (at, item) in value.items().enumerate() {
                    match decoder.within_item(at, |d| Name::decode(d, item)) {
                        Ok(name) => all.push(name),
                        Err(faulty) => result = Err(faulty),
                    }
                }
                // What could be read is worth keeping only when the entry is not judged by its absence.
                result.map(|()| Self(all))
            }
            ValueKind::String | ValueKind::Integer => {
                Ok(Self(std::iter::once(Name::decode(decoder, value)?).collect()))
            }
            _ => Err(decoder.wrong_type(value, Expected::References)),
        }
    }

    fn merge(mut self, again: Self) -> Self {
        self.0.extend(again.0);
        self
    }
}

impl JsonSchema for Refs {
    fn schema_name() -> Cow<'static, str> {
        "Ids".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = generator.subschema_for::<Ref>();
        json_schema!({
            "description": "One id, or a list of ids.",
            "anyOf": [id.clone(), { "type": "array", "items": id }],
        })
    }
}

/// The tag of a language (BCP 47), such as `da` or `en`; at most twelve letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag([u8; 12]);

impl LanguageTag {
    /// The tag; `None` when the text cannot be one.
    pub fn new(tag: &str) -> Option<Self> {
        if !is_language_tag(tag) {
            return None;
        }
        let mut letters = [0; 12];
        letters.get_mut(..tag.len())?.copy_from_slice(tag.as_bytes());
        Some(Self(letters))
    }

    /// The tag as a text.
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().position(|&letter| letter == 0).unwrap_or(self.0.len());
        self.0.get(..length).and_then(|letters| std::str::from_utf8(letters).ok()).unwrap_or("")
    }
}

/// A text for people, in one language or in several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Each text with its language; no language means the language of the document. In the order of the file.
    versions: SmallVec<[(Option<LanguageTag>, Box<str>); 1]>,
    span: Span,
}

impl Text {
    /// The text in `language`, else the one without a language, else whichever has the smallest tag.
    pub fn get(&self, language: &str) -> &str {
        let exact = self.versions.iter().find(|(tag, _)| tag.as_ref().map(LanguageTag::as_str) == Some(language));
        let plain = || self.versions.iter().find(|(tag, _)| tag.is_none());
        let any = || self.versions.iter().min_by(|(a, _), (b, _)| a.cmp(b));
        exact.or_else(plain).or_else(any).map_or("", |(_, text)| text)
    }

    /// Every text with its language, in the order of the file.
    pub fn versions(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        self.versions.iter().map(|(tag, text)| (tag.as_ref().map(LanguageTag::as_str), &**text))
    }

    /// Where the text stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether there is nothing but white space in any language.
    pub fn is_blank(&self) -> bool {
        self.versions.iter().all(|(_, text)| text.trim().is_empty())
    }

    /// A text without a language, such as a cell of a table.
    pub(crate) fn plain(text: &str, span: Span) -> Self {
        Self { versions: std::iter::once((None, text.into())).collect(), span }
    }
}

/// Whether a key can be the tag of a language: `da`, `en`, `de-AT`.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or("");
    (2..=3).contains(&primary.len())
        && tag.len() <= 12
        && primary.bytes().all(|letter| letter.is_ascii_lowercase())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_alphanumeric()))
}

impl Decode for LanguageTag {
    const EXPECTED: Expected = Expected::String;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::String {
            return Err(decoder.wrong_type(value, Expected::String));
        }
        Self::new(value.text())
            .ok_or_else(|| decoder.fault(value.span(), FaultKind::UnknownLanguage { value: value.text().to_owned() }))
    }
}

impl JsonSchema for LanguageTag {
    fn schema_name() -> Cow<'static, str> {
        "LanguageTag".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The tag of a language (BCP 47).",
            "type": "string",
            "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
            "maxLength": 12,
            "examples": ["da", "en"],
        })
    }
}

impl Decode for Text {
    const EXPECTED: Expected = Expected::Text;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        match value.kind() {
            ValueKind::String => Ok(Self::plain(value.text(), value.span())),
            ValueKind::Object => {
                let mut versions = SmallVec::new();
                let mut result = Ok(());
                let mut strayed = false;
                for (key, content) in value.entries() {
                    let step = key.text();
                    if decoder.repeated(key) {
                        continue;
                    }
                    if content.kind() == ValueKind::Null && step.contains(' ') {
                        if !std::mem::replace(&mut strayed, true) {
                            result = Err(decoder.stray_words(key));
                        }
                        continue;
                    }
                    let Some(tag) = LanguageTag::new(step) else {
                        let accepted = vec!["da".to_owned(), "en".to_owned()];
                        result = Err(decoder.within(step, |d| {
                            d.fault(key.span(), FaultKind::UnknownKey { key: step.to_owned(), accepted })
                        }));
                        continue;
                    };
                    if content.kind() == ValueKind::String {
                        versions.push((Some(tag), content.text().into()));
                    } else {
                        result = Err(decoder.within(step, |d| d.wrong_type(content, Expected::String)));
                    }
                }
                if versions.is_empty() {
                    result?;
                    return Err(decoder.wrong_type(value, Expected::Text));
                }
                // A text that is there in one language is there; the fault in the other is noted.
                Ok(Self { versions, span: value.span() })
            }
            _ => Err(decoder.wrong_type(value, Expected::Text)),
        }
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text for people: plain (in the language of the document), or one for each language.",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "propertyNames": { "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "maxLength": 12 },
                    "additionalProperties": { "type": "string" },
                    "minProperties": 1,
                },
            ],
            "examples": ["Bestyrelsen", { "da": "Bestyrelsen", "en": "The board" }],
        })
    }
}

/// A calendar date (Gregorian), of which the day, or the day and the month, may be unknown; or, in a source that
/// names a month without its year, the year.
///
/// Written `2017-10-12`, `2017-10`, `2017` or `XXXX-10` (EDTF, ISO 8601-2). Dates compare as the intervals they stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
}

impl From<jiff::civil::Date> for PartialDate {
    fn from(date: jiff::civil::Date) -> Self {
        Self { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl PartialDate {
    /// Reads a date; `None` when the text is none, or names a day that no calendar has.
    pub fn parse(text: &str) -> Option<Self> {
        fn digits<const N: usize>(text: &str) -> Option<i16> {
            (text.len() == N && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
        }
        let mut parts = text.split('-');
        let year = match parts.next()? {
            "XXXX" => None,
            year => Some(digits::<4>(year)?),
        };
        let part = |text: Option<&str>| text.map(|text| digits::<2>(text).and_then(|n| i8::try_from(n).ok()));
        let month = part(parts.next());
        let day = part(parts.next());
        if parts.next().is_some() || month == Some(None) || day == Some(None) {
            return None;
        }
        Self::new(year, month.flatten(), day.flatten())
    }

    /// Reads a date as spreadsheets in Denmark write it (`19.03.2018`, `19-03-2018`, `19/3/2018`) or in ISO form.
    pub fn parse_local(text: &str) -> Option<Self> {
        let parts: SmallVec<[&str; 3]> = text.split(['.', '-', '/']).collect();
        if let [day, month, year] = parts.as_slice()
            && year.len() == 4
            && (1..=2).contains(&day.len())
            && (1..=2).contains(&month.len())
        {
            let number =
                |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i16>().ok()).flatten();
            let small = |text: &str| number(text).and_then(|n| i8::try_from(n).ok());
            return Self::new(Some(number(year)?), Some(small(month)?), Some(small(day)?));
        }
        Self::parse(text)
    }

    fn new(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        if year.is_none() && month.is_none() {
            return None;
        }
        // 2000 is a leap year: a day without a year is possible if some year has it.
        jiff::civil::Date::new(year.unwrap_or(2000), month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        if year.is_some_and(|year| year < 1000) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// The year, if it is known.
    pub fn year(self) -> Option<i16> {
        self.year
    }

    /// The month, from 1, where it is known.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month, from 1, where it is known.
    pub fn day(self) -> Option<i8> {
        self.day
    }

    /// Whether every day that it can be is a day that `other` can be: a day in its month. Where `other` has no year, any year will do.
    pub fn lies_in(self, other: Self) -> bool {
        let agree = |own: Option<i16>, asked: Option<i16>| asked.is_none() || own == asked;
        agree(self.year, other.year)
            && agree(self.month.map(i16::from), other.month.map(i16::from))
            && agree(self.day.map(i16::from), other.day.map(i16::from))
    }

    /// Whether it can be a day that `other` can be.
    pub fn may_lie_in(self, other: Self) -> bool {
        let agree = |own: Option<i16>, asked: Option<i16>| asked.is_none() || own.is_none() || own == asked;
        agree(self.year, other.year)
            && agree(self.month.map(i16::from), other.month.map(i16::from))
            && agree(self.day.map(i16::from), other.day.map(i16::from))
    }

    /// The first day it can be; `None` when the year is unknown.
    pub fn first(self) -> Option<jiff::civil::Date> {
        jiff::civil::Date::new(self.year?, self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()
    }

    /// The last day it can be; `None` when the year is unknown.
    pub fn last(self) -> Option<jiff::civil::Date> {
        match (self.month, self.day) {
            (_, Some(_)) => self.first(),
            (Some(_), None) => self.first().map(jiff::civil::Date::last_of_month),
            (None, None) => self.first().map(jiff::civil::Date::last_of_year),
        }
    }

    /// Whether it lies before `other` however both are completed. Unknown years decide nothing.
    pub fn certainly_before(self, other: Self) -> bool {
        matches!((self.last(), other.first()), (Some(last), Some(first)) if last < first)
    }
}

impl std::fmt::Display for PartialDate {
    /// ISO 8601, with `XXXX` for a year that is not known (EDTF).
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => write!(f, "XXXX")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// A date where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The date.
    pub date: PartialDate,
    /// Where it stands.
    pub span: Span,
}

impl Decode for Date {
    const EXPECTED: Expected = Expected::Date;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if !matches!(value.kind(), ValueKind::String | ValueKind::Integer) {
            return Err(decoder.wrong_type(value, Expected::Date));
        }
        let span = value.span();
        PartialDate::parse(value.text())
            .map(|date| Self { date, span })
            .ok_or_else(|| decoder.fault(span, FaultKind::ImpossibleDate { value: value.text().to_owned() }))
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A calendar date, or as much of it as is known: 2017-10-12, 2017-10 or 2017. XXXX-10 is an October whose year is not said.",
            "anyOf": [
                { "type": "string", "pattern": r"^([0-9]{4}|XXXX-(0[1-9]|1[0-2]))$|^([0-9]{4}|XXXX)-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$" },
                { "type": "integer", "minimum": 1000, "maximum": 9999 },
            ],
            "examples": ["2017-10-12", "2017-10", "2017"],
        })
    }
}

/// A number with or without a unit, as somebody wrote it: `1200`, `23 %`, `20 flere`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// What was written.
    pub text: Box<str>,
    /// Where.
    pub span: Span,
}

impl Decode for Quantity {
    const EXPECTED: Expected = Expected::Quantity;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        let numeric = match value.kind() {
            ValueKind::Integer | ValueKind::Number => true,
            ValueKind::String => value.text().bytes().any(|byte| byte.is_ascii_digit()),
            _ => false,
        };
        if !numeric {
            return Err(decoder.wrong_type(value, Expected::Quantity));
        }
        Ok(Self { text: value.text().into(), span: value.span() })
    }
}

impl JsonSchema for Quantity {
    fn schema_name() -> Cow<'static, str> {
        "Quantity".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number, or a text with a number and its unit.",
            "anyOf": [{ "type": "number" }, { "type": "string", "pattern": "[0-9]" }],
            "examples": [1200, "23 %"],
        })
    }
}

/// Entries, each under its id. Their order in the file carries no meaning.
#[derive(Clone, Debug)]
pub struct Entries<T> {
    /// The entries with their ids.
    pub list: Vec<(Name, T)>,
    /// An entry could not be read at all, so that a reference to it would look dangling.
    pub incomplete: bool,
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self { list: Vec::new(), incomplete: false }
    }
}

impl<T: Decode> Decode for Entries<T> {
    const EXPECTED: Expected = Expected::Entries;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::Object {
            decoder.lost_entry();
            return Err(decoder.wrong_type(value, Expected::Entries));
        }
        let mut entries = Self::default();
        for (key, content) in value.entries() {
            if decoder.enter(key.span()).is_err() {
                break;
            }
            decoder.repeated(key);
            let Ok(name) = Name::decode(decoder, key) else {
                entries.incomplete = true;
                decoder.lost_entry();
                continue;
            };
            match decoder.within(key.text(), |d| T::decode(d, content)) {
                Ok(entry) => entries.list.push((name, entry)),
                Err(Faulty) => {
                    entries.incomplete = true;
                    // What refers to it refers to something; what it holds, such as seats, is gone with it.
                    decoder.gathered.lost_names.insert(name.symbol);
                    decoder.lost_within();
                }
            }
        }
        Ok(entries)
    }

    fn merge(mut self, again: Self) -> Self {
        self.list.extend(again.list);
        self.incomplete |= again.incomplete;
        self
    }
}

impl<T: JsonSchema> JsonSchema for Entries<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("EntriesOf{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let entry = generator.subschema_for::<T>();
        json_schema!({
            "type": "object",
            "propertyNames": { "pattern": ID_PATTERN, "maxLength": 200 },
            "additionalProperties": entry,
        })
    }
}

/// A list of values.
#[derive(Clone, Debug)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Decode> Decode for List<T> {
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
                Err(faulty) => {
                    decoder.lost_item();
                    result = Err(faulty);
                }
            }
        }
        if all.is_empty() {
            result?;
        }
        Ok(Self(all))
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
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

/// A path to another file, relative to the document that names it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FilePath {
    /// As written.
    pub path: Box<str>,
    /// Where.
    pub span: Span,
}

impl Decode for FilePath {
    const EXPECTED: Expected = Expected::String;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::String || value.text().is_empty() {
            return Err(decoder.wrong_type(value, Expected::String));
        }
        Ok(Self { path: value.text().into(), span: value.span() })
    }
}

impl JsonSchema for FilePath {
    fn schema_name() -> Cow<'static, str> {
        "FilePath".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A path to a file, relative to this document, with / between folders.",
            "type": "string",
            "minLength": 1,
        })
    }
}

/// A word for word extract of a source, and where the document gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub text: Box<str>,
    /// Where the document gives them.
    pub span: Span,
}

impl Decode for Quote {
    const EXPECTED: Expected = Expected::String;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::String {
            return Err(decoder.wrong_type(value, Expected::String));
        }
        Ok(Self { text: value.text().into(), span: value.span() })
    }
}

impl JsonSchema for Quote {
    fn schema_name() -> Cow<'static, str> {
        "Quote".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The words of the source, exactly; line breaks and hyphens at line ends do not count. Its place in the source is found by them.",
            "type": "string",
        })
    }
}

/// Reads one or a list that is not empty. What can be read is kept; the entry around it knows that something is missing.
pub(crate) fn read_one_or_list<'t, T: Decode>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Vec<T>, Faulty> {
    if value.kind() != ValueKind::Array {
        return T::decode(decoder, value).map(|one| vec![one]);
    }
    // All of nothing holds, and one of nothing does not: neither is what anybody means.
    if value.items().next().is_none() {
        return Err(decoder.nothing(value));
    }
    read_whole(decoder, value)
}

/// Reads a list of which every item counts: one that cannot be read leaves nothing of it. The faults of all of them are noted.
pub(crate) fn read_whole<'t, T: Decode>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Vec<T>, Faulty> {
    let mut all = Vec::new();
    let mut result = Ok(());
    for (at, item) in value.items().enumerate() {
        match decoder.within_item(at, |d| T::decode(d, item)) {
            Ok(read) => all.push(read),
            Err(faulty) => result = Err(faulty),
        }
    }
    result.map(|()| all)
}

/// Declares a type that is read from one of something or from a list.
macro_rules! one_or_list {
    ($(#[$meta:meta])* $name:ident of $item:ty, schema $schema:ty, as $word:literal, $description:literal) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default)]
        pub struct $name(
            /// All of them, in the order of the file.
            pub Vec<$item>,
        );

        impl $crate::decode::Decode for $name {
            const EXPECTED: $crate::fault::Expected = <$item as $crate::decode::Decode>::EXPECTED;

            fn decode<'t>(
                decoder: &mut $crate::decode::Decoder<'t>,
                value: $crate::load::tree::Value<'t>,
            ) -> Result<Self, $crate::decode::Faulty> {
                $crate::document::value::read_one_or_list(decoder, value).map(Self)
            }

            fn is_damaged(&self) -> bool {
                self.0.iter().any($crate::decode::Decode::is_damaged)
            }

            fn merge(mut self, again: Self) -> Self {
                self.0.extend(again.0);
                self
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $word.into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let one = generator.subschema_for::<$schema>();
                schemars::json_schema!({ "description": $description, "anyOf": [one.clone(), { "type": "array", "items": one, "minItems": 1 }] })
            }
        }
    };
}
pub(crate) use one_or_list;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_and_written() {
        for text in ["2017", "2017-10", "2017-10-12", "XXXX-10", "2016-02-29"] {
            assert_eq!(PartialDate::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in [
            "",
            "17",
            "2017-13",
            "2017-02-29",
            "2018-02-31",
            "2017-1",
            "XXXX",
            "0000",
            "2017-10-12-1",
            "19.03.2018",
            "+201",
            "２０１７",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn danish_dates_are_read() {
        for text in ["19.03.2018", "19.3.2018", "19-03-2018", "19/3/2018", "2018-03-19"] {
            assert_eq!(
                PartialDate::parse_local(text).map(|date| date.to_string()).as_deref(),
                Some("2018-03-19"),
                "{text}"
            );
        }
        for text in ["31.02.2018", "19.13.2018", "19.03.18", "a.b.2018"] {
            assert_eq!(PartialDate::parse_local(text), None, "{text}");
        }
    }

    #[test]
    fn partial_dates_compare_as_intervals() {
        let date = |text| PartialDate::parse(text).unwrap();
        assert!(date("2017-10").certainly_before(date("2017-11-01")));
        assert!(!date("2017-10").certainly_before(date("2017-10-31")));
        assert!(date("2016").certainly_before(date("2017")));
        assert!(!date("XXXX-10").certainly_before(date("2099")));
        assert!(date("2016-02").certainly_before(date("2016-03-01")));
    }

    #[test]
    fn languages_fall_back() {
        let text = Text {
            versions: [(LanguageTag::new("en"), "group".into()), (LanguageTag::new("da"), "gruppe".into())]
                .into_iter()
                .collect(),
            span: Span::default(),
        };
        assert_eq!((text.get("en"), text.get("da"), text.get("de")), ("group", "gruppe", "gruppe"));
        assert_eq!(Text::plain("gruppe", Span::default()).get("en"), "gruppe");
    }
}
