//! From a tree of values to typed documents, with every fault noted and everything readable kept.
//!
//! Why not serde: a document with ten mistakes has to give ten findings with places, and keep the rest of itself.
//! serde stops at the first. The schemas still come from the same structs ([`record!`](crate::decode)), so that a key
//! cannot be known to one and not to the other.

use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use crate::{
    fault::{Expected, Fault, FaultKind, Unclear},
    load::{
        limits::Limit,
        tree::{Value, ValueKind},
    },
    name::{Name, Names, Symbol},
    source::Span,
};

/// The value could not be read; the fault is in the list already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Faulty;

/// Reads values and notes what is wrong with them.
pub struct Decoder<'a> {
    pub(crate) names: &'a mut Names,
    pub(crate) faults: &'a mut Vec<Fault>,
    path: Vec<Step<'a>>,
    /// What is to be kept beside the document.
    pub(crate) gathered: Gathered,
}

/// What reading a document shows beside the document.
#[derive(Debug)]
pub(crate) struct Gathered {
    /// How many more entries the run may have, and how many it may have in all.
    pub(crate) room: Room,
    /// Sections in which an entry could not be read at all, so that a reference to it must not look dangling.
    pub(crate) lost: Vec<Lost>,
    /// Ids of entries of which nothing else could be read.
    pub(crate) lost_names: FxHashSet<Symbol>,
    /// Keys that stand in their entry list before. An id among them is a fault already, and not one more for being given twice.
    pub(crate) repeated_keys: FxHashSet<Span>,
}

/// A step of the way from the head of a document to a place in it. Spelled out only where there is a fault.
#[derive(Debug)]
enum Step<'a> {
    /// A key or an id, as the file or the struct has it.
    Key(&'a str),
    /// The position of an item.
    Item(usize),
    /// What stands for a row.
    Made(String),
}

impl Step<'_> {
    fn text(&self) -> String {
        match self {
            Self::Key(key) => key_of(key),
            Self::Item(index) => index.to_string(),
            Self::Made(name) => name.clone(),
        }
    }
}

/// How many entries a run may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Room {
    pub(crate) left: usize,
    pub(crate) at_most: usize,
    /// It was noted that there is no more.
    pub(crate) full: bool,
}

/// What cannot be read and may have defined something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lost {
    /// Entries of a section, by its key; or of a concept scheme, by its name.
    Section(String),
    /// What an entry of a section says, of which only the id could be read.
    Entry(String),
    /// Whatever stands under a misspelt key, by the key that was probably meant.
    Key(String),
    /// Nobody can say what.
    Everything,
}

impl<'a> Decoder<'a> {
    pub(crate) fn new(names: &'a mut Names, faults: &'a mut Vec<Fault>, root: &'a str, room: Room) -> Self {
        Self {
            names,
            faults,
            path: vec![Step::Key(root)],
            gathered: Gathered {
                room,
                lost: Vec::new(),
                lost_names: FxHashSet::default(),
                repeated_keys: FxHashSet::default(),
            },
        }
    }

    /// Ends the reading.
    pub(crate) fn finish(self) -> Gathered {
        self.gathered
    }

    /// Notes a fault. The pointer is spelled out only here, so that reading a faultless file costs nothing for it.
    pub(crate) fn fault(&mut self, span: Span, kind: FaultKind) -> Faulty {
        self.fault_with(span, kind, None)
    }

    pub(crate) fn fault_with(&mut self, span: Span, kind: FaultKind, related: Option<Span>) -> Faulty {
        let pointer = self.path.iter().map(Step::text).collect::<Vec<_>>().join("/");
        self.faults.push(Fault { kind, span, file: span.file, pointer, related });
        Faulty
    }

    pub(crate) fn wrong_type(&mut self, value: Value<'_>, expected: Expected) -> Faulty {
        self.fault(value.span(), FaultKind::WrongType { expected, found: value.kind() })
    }

    /// Notes a list or a table in which nothing stands, where something has to.
    pub(crate) fn nothing(&mut self, value: Value<'_>) -> Faulty {
        let key = self.path.iter().rev().find(|step| !matches!(step, Step::Item(_))).map(Step::text);
        self.fault(value.span(), FaultKind::UnclearRequirement(Unclear::Empty(key.unwrap_or_default())))
    }

    /// Runs `read` with `step` added to the pointer.
    pub(crate) fn within<T>(&mut self, step: &'a str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Key(step));
        let result = read(self);
        self.path.pop();
        result
    }

    /// The same with a step that does not stand in the file.
    pub(crate) fn within_owned<T>(&mut self, step: String, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Made(step));
        let result = read(self);
        self.path.pop();
        result
    }

    /// The same for an item of a list.
    pub(crate) fn within_item<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Item(index));
        let result = read(self);
        self.path.pop();
        result
    }

    /// Notes that an entry of the section being read is lost.
    pub(crate) fn lost_entry(&mut self) {
        if let Some(section) = self.path.last() {
            self.gathered.lost.push(Lost::Section(section.text()));
        }
    }

    /// Notes that whatever an entry of the section being read would say and hold is lost.
    pub(crate) fn lost_within(&mut self) {
        if let Some(section) = self.path.last() {
            self.gathered.lost.push(Lost::Entry(section.text()));
        }
        let inner = match self.path.last() {
            Some(Step::Key("bodies")) => "seats",
            Some(Step::Key("elements")) => "parts",
            Some(Step::Key("schemes")) => "schemes",
            _ => return,
        };
        self.gathered.lost.push(Lost::Section(inner.to_owned()));
    }

    /// Notes that an item of a list is lost, which defines something if the list does.
    pub(crate) fn lost_item(&mut self) {
        if let Some(list) = self.path.last() {
            self.gathered.lost.push(Lost::Key(list.text()));
        }
    }

    /// Makes room for an entry.
    ///
    /// # Errors
    /// When the run has as many as it may; noted the first time.
    pub(crate) fn enter(&mut self, span: Span) -> Result<(), Faulty> {
        if let Some(left) = self.gathered.room.left.checked_sub(1) {
            self.gathered.room.left = left;
            return Ok(());
        }
        if !std::mem::replace(&mut self.gathered.room.full, true) {
            self.gathered.lost.push(Lost::Everything);
            self.fault(span, FaultKind::Limit { limit: Limit::Entries, at_most: self.gathered.room.at_most as u64 });
        }
        Err(Faulty)
    }

    /// Notes words that a comma between braces has cut off.
    pub(crate) fn stray_words(&mut self, key: Value<'a>) -> Faulty {
        self.within(key.text(), |d| d.fault(key.span(), FaultKind::StrayWords { words: key.text().to_owned() }))
    }

    /// Notes a key that stands in its entry list before; whether it does.
    pub(crate) fn repeated(&mut self, key: Value<'a>) -> bool {
        let Some(first) = key.first_of_key() else { return false };
        self.gathered.repeated_keys.insert(key.span());
        self.within(key.text(), |d| {
            d.fault_with(key.span(), FaultKind::DuplicateKey { key: key.text().to_owned() }, Some(first));
        });
        true
    }
}

/// A type that can be read from a document.
pub trait Decode: Sized {
    /// What a place of this type takes, for the message when something else stands there.
    const EXPECTED: Expected;

    /// Reads a value.
    ///
    /// # Errors
    /// [`Faulty`] when nothing of the value can be kept. The reason is in the decoder's list of faults.
    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty>;

    /// Whether something in it could not be read, so that nothing may be concluded from what is absent in it.
    fn is_damaged(&self) -> bool {
        false
    }

    /// Takes on what stands under the same key a second time. Entries and references are all kept, so that it does not matter which of the two
    /// comes first; of anything else one counts, the smaller where they are words.
    #[must_use]
    fn merge(self, _again: Self) -> Self {
        self
    }
}

/// Where an entry stands, and whether something in it could not be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The whole entry.
    pub span: Span,
    /// Something in the entry is faulty, so that nothing may be concluded from what is absent in it.
    pub damaged: bool,
    /// Something in the entry is faulty that says nothing of what else is in it, such as a date in a table.
    pub blurred: bool,
    /// There is no key in the entry.
    pub empty: bool,
}

/// Reads a place that may be left out.
pub(crate) fn optional<'t, T: Decode>(
    decoder: &mut Decoder<'t>,
    field: &'static str,
    mut values: SmallVec<[Value<'t>; 1]>,
    damaged: &mut bool,
) -> Option<T> {
    // Of two words under one key the smaller counts, whichever stands first.
    values.sort_by_key(|value| value.text());
    let mut all: Option<T> = None;
    for value in values {
        match decoder.within(field, |d| T::decode(d, value)) {
            Ok(read) => {
                *damaged |= read.is_damaged();
                all = Some(match all {
                    Some(first) => first.merge(read),
                    None => read,
                });
            }
            Err(Faulty) => *damaged = true,
        }
    }
    all
}

/// Reads a place that may be left out, and under which something stands where it is given: an empty list would ask for nothing, and look as if it asked for
/// something.
pub(crate) fn filled<'t, T: Decode>(
    decoder: &mut Decoder<'t>,
    field: &'static str,
    values: SmallVec<[Value<'t>; 1]>,
    damaged: &mut bool,
) -> Option<T> {
    let (blank, given): (SmallVec<[Value<'t>; 1]>, SmallVec<[Value<'t>; 1]>) = values.into_iter().partition(is_blank);
    for value in blank {
        *damaged = true;
        decoder.within(field, |d| d.nothing(value));
    }
    optional(decoder, field, given, damaged)
}

/// Whether a value is a list or a table in which nothing stands, or a list of such lists.
pub(crate) fn is_blank(value: &Value<'_>) -> bool {
    let none = |value: &Value<'_>| match value.kind() {
        ValueKind::Array => value.items().next().is_none(),
        ValueKind::Object => value.entries().next().is_none(),
        _ => false,
    };
    none(value)
        || (value.kind() == ValueKind::Array
            && value.items().all(|item| item.kind() == ValueKind::Array && none(&item)))
}

/// The keys of an entry against those that its type takes. `index` says which known key a text is.
pub(crate) fn fields<'t, const N: usize>(
    decoder: &mut Decoder<'t>,
    value: Value<'t>,
    known: [&'static str; N],
    required: &[(&'static str, Expected)],
    damaged: &mut bool,
) -> Result<[SmallVec<[Value<'t>; 1]>; N], Faulty> {
    let mut found: [SmallVec<[Value<'t>; 1]>; N] = std::array::from_fn(|_| SmallVec::new());
    let mut mentioned = [false; N];
    let mut strayed = false;
    if value.kind() != ValueKind::Object {
        return Err(decoder.wrong_type(value, Expected::Entry));
    }
    let mut given: Option<FxHashSet<String>> = None;
    for (key, content) in value.entries() {
        match known.iter().position(|ident| is_key(ident, key.text())) {
            Some(at) => {
                *damaged |= decoder.repeated(key);
                if let Some(place) = found.get_mut(at) {
                    place.push(content);
                }
            }
            None => {
                *damaged = true;
                // What is given already cannot be what was meant. Looked for once, and only where a key is unknown.
                let given = given.get_or_insert_with(|| {
                    let keys = value.entries().map(|(key, _)| key.text());
                    keys.filter(|key| known.iter().any(|ident| is_key(ident, key))).map(str::to_owned).collect()
                });
                let accepted: Vec<_> =
                    known.iter().map(|ident| key_of(ident)).filter(|key| !given.contains(key)).collect();
                if key.text() == "<<" {
                    // YAML's merge key may give anything.
                    mentioned = [true; N];
                }
                if content.kind() == ValueKind::Null && key.text().contains(' ') {
                    if !std::mem::replace(&mut strayed, true) {
                        decoder.stray_words(key);
                    }
                    continue;
                }
                // `force:must` without a blank is a key to YAML, and so is `forse`; both mean to give the one that is known.
                let glued = key.text().split_once(':').map(|(head, _)| head);
                let meant = glued.filter(|head| accepted.iter().any(|key| key == head));
                let meant = meant.or_else(|| crate::near::nearest(key.text(), accepted.iter().map(String::as_str)));
                let position = known.iter().position(|ident| Some(key_of(ident).as_str()) == meant);
                if let Some(place) = position.and_then(|at| mentioned.get_mut(at)) {
                    *place = true;
                }
                // A misspelt section loses all its entries.
                decoder.gathered.lost.extend(meant.map(|meant| Lost::Key(meant.to_owned())));
                let is_section = |value: Value<'t>| {
                    value.entries().next().is_some_and(|(_, entry)| entry.kind() == ValueKind::Object)
                };
                if meant.is_none() && decoder.path.len() == 1 && is_section(content) {
                    decoder.gathered.lost.push(Lost::Everything);
                }
                decoder.within(key.text(), |d| {
                    d.fault(key.span(), FaultKind::UnknownKey { key: key.text().to_owned(), accepted })
                });
            }
        }
    }
    for (ident, expected) in required {
        let given = known.iter().zip(found.iter().zip(&mentioned));
        let absent =
            given.into_iter().any(|(known, (value, mentioned))| known == ident && value.is_empty() && !mentioned);
        if absent {
            *damaged = true;
            decoder.within(ident, |d| {
                let kind = FaultKind::MissingKey { key: key_of(ident), expected: *expected };
                d.fault(head_of(value), kind);
            });
        }
    }
    Ok(found)
}

/// Where to point when something is missing from an entry: its first key, or the entry when it has none.
fn head_of(value: Value<'_>) -> Span {
    value.entries().next().map_or_else(|| value.span(), |(key, _)| key.span())
}

/// Whether a key in a document is the one of a field: `nominated-by` for `nominated_by`.
fn is_key(ident: &str, key: &str) -> bool {
    let ident = ident.strip_prefix("r#").unwrap_or(ident);
    ident.len() == key.len() && ident.bytes().zip(key.bytes()).all(|(a, b)| if a == b'_' { b == b'-' } else { a == b })
}

/// The key of a field as documents write it.
pub(crate) fn key_of(ident: &str) -> String {
    ident.strip_prefix("r#").unwrap_or(ident).replace('_', "-")
}

impl Decode for bool {
    const EXPECTED: Expected = Expected::Boolean;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        match (value.kind(), value.text()) {
            (ValueKind::Boolean, "true" | "True" | "TRUE") => Ok(true),
            (ValueKind::Boolean, _) => Ok(false),
            _ => Err(decoder.wrong_type(value, Expected::Boolean)),
        }
    }
}

impl Decode for u32 {
    const EXPECTED: Expected = Expected::Count;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        let number = (value.kind() == ValueKind::Integer).then(|| value.text().parse().ok()).flatten();
        number.ok_or_else(|| decoder.wrong_type(value, Expected::Count))
    }
}

impl Decode for Box<str> {
    const EXPECTED: Expected = Expected::String;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        match value.kind() {
            ValueKind::String => Ok(value.text().into()),
            _ => Err(decoder.wrong_type(value, Expected::String)),
        }
    }
}

impl Decode for Name {
    const EXPECTED: Expected = Expected::Reference;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        // A bare `2018` is a number to YAML and an id to whoever wrote it; the schema takes both.
        if !matches!(value.kind(), ValueKind::String | ValueKind::Integer) {
            return Err(decoder.wrong_type(value, Expected::Reference));
        }
        let symbol = id(decoder, value)?;
        Ok(Self { symbol, span: value.span() })
    }
}

/// Interns an id after holding it to [`ID_PATTERN`].
pub(crate) fn id(decoder: &mut Decoder<'_>, value: Value<'_>) -> Result<Symbol, Faulty> {
    let text = value.text();
    if is_id(text) {
        Ok(decoder.names.intern(text))
    } else {
        Err(decoder.fault(value.span(), FaultKind::InvalidId { value: text.to_owned() }))
    }
}

/// What an id looks like, for schemas; [`is_id`] is the same in Rust.
pub const ID_PATTERN: &str = r"^[^\s:,;/#]+(/[^\s:,;/#]+)*$";

/// Whether a text can be an id: no white space, none of `:` `,` `;` `#`, and parts between slashes that are not empty.
pub fn is_id(text: &str) -> bool {
    text.chars().take(201).count() <= 200
        && text.split('/').all(|part| {
            !part.is_empty()
                && !part.contains(|letter: char| {
                    letter.is_whitespace() || letter.is_control() || matches!(letter, ':' | ',' | ';' | '#')
                })
        })
}

/// Declares an entry of a document: the struct, its JSON Schema and how it is read, from one list of fields.
///
/// After each field stands what its absence means: `optional` (an `Option`), `needed` (an `Option`, and a fault), `required` (a
/// fault; the type's default stands in), `defaulted` (the type's default is what is meant) or `filled` (the same, and an empty list is a fault). A `filled`
/// struct has at least one key.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident $($whole:ident)? {
            $(
                $(#[$field_meta:meta])*
                $field:ident : $type:ty = $mode:ident
            ),* $(,)?
        }
    ) => {
        #[derive(Clone, Debug, Default, schemars::JsonSchema)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        $(#[$meta])*
        pub struct $name {
            $(
                $(#[$field_meta])*
                pub $field: $crate::decode::record!(@type $mode $type),
            )*
            /// Where the entry stands.
            #[schemars(skip)]
            pub meta: $crate::decode::Meta,
        }

        impl $crate::decode::Decode for $name {
            const EXPECTED: $crate::fault::Expected = $crate::fault::Expected::Entry;

            fn is_damaged(&self) -> bool {
                self.meta.damaged
            }

            fn decode<'t>(
                decoder: &mut $crate::decode::Decoder<'t>,
                value: $crate::load::tree::Value<'t>,
            ) -> Result<Self, $crate::decode::Faulty> {
                let mut damaged = false;
                $($crate::decode::record!(@whole $whole decoder, value);)?
                let [$($field),*] = $crate::decode::fields(
                    decoder,
                    value,
                    [$(stringify!($field)),*],
                    &[$($crate::decode::record!(@required $mode $field $type)),*].concat(),
                    &mut damaged,
                )?;
                $(
                    let $field = $crate::decode::record!(@read $mode $type)(decoder, stringify!($field), $field, &mut damaged);
                )*
                Ok(Self {
                    $($field: $crate::decode::record!(@value $mode $field),)*
                    meta: $crate::decode::Meta { span: value.span(), damaged, blurred: false, empty: value.entries().next().is_none() },
                })
            }
        }
    };
    (@whole filled $decoder:ident, $value:ident) => {
        if $crate::decode::is_blank(&$value) {
            return Err($decoder.nothing($value));
        }
    };
    (@read filled $type:ty) => { $crate::decode::filled::<$type> };
    (@read $mode:ident $type:ty) => { $crate::decode::optional::<$type> };
    (@type optional $type:ty) => { Option<$type> };
    (@type needed $type:ty) => { Option<$type> };
    (@type $mode:ident $type:ty) => { $type };
    (@required required $field:ident $type:ty) => {
        &[(stringify!($field), <$type as $crate::decode::Decode>::EXPECTED)][..]
    };
    (@required needed $field:ident $type:ty) => {
        &[(stringify!($field), <$type as $crate::decode::Decode>::EXPECTED)][..]
    };
    (@required $mode:ident $field:ident $type:ty) => { &[][..] };
    (@value optional $field:ident) => { $field };
    (@value needed $field:ident) => { $field };
    (@value $mode:ident $field:ident) => { $field.unwrap_or_default() };
}
pub(crate) use record;

/// Declares a choice of words: the enum, its JSON Schema, its names and how it is read.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident = $word:literal ),* $(,)? }
    ) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, schemars::JsonSchema)]
        $(#[$meta])*
        pub enum $name { $( $(#[$variant_meta])* #[serde(rename = $word)] $variant ),* }

        impl $name {
            /// Every choice, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Every word, in the order of the documentation.
            pub const NAMES: &'static [&'static str] = &[$($word),*];

            /// The word in documents and machine formats.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The choice that a word names.
            pub fn from_name(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.name() == word)
            }
        }

        impl $crate::decode::Decode for $name {
            const EXPECTED: $crate::fault::Expected = $crate::fault::Expected::Choice(Self::NAMES);

            fn decode<'t>(
                decoder: &mut $crate::decode::Decoder<'t>,
                value: $crate::load::tree::Value<'t>,
            ) -> Result<Self, $crate::decode::Faulty> {
                if value.kind() != $crate::load::tree::ValueKind::String {
                    return Err(decoder.wrong_type(value, Self::EXPECTED));
                }
                Self::from_name(value.text()).ok_or_else(|| {
                    let accepted = Self::NAMES.iter().map(|&name| name.to_owned()).collect();
                    decoder.fault(value.span(), $crate::fault::FaultKind::UnknownValue { value: value.text().to_owned(), accepted })
                })
            }
        }
    };
}
pub(crate) use choice;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_fields_with_hyphens() {
        assert!(is_key("nominated_by", "nominated-by"));
        assert!(!is_key("nominated_by", "nominated_by"));
        assert!(is_key("r#where", "where"));
        assert_eq!(key_of("r#for"), "for");
    }

    #[test]
    fn ids_have_no_blanks_and_no_empty_parts() {
        for good in ["a", "T5/E8a", "ærø", "2018", "DK04", "html.5"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "a b", "a:b", "/a", "a/", "a//b", "a,b", "a\tb", "a#"] {
            assert!(!is_id(bad), "{bad}");
        }
    }
}
