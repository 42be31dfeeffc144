//! Bodies as they are written: their seats, who nominates for them, who may fill them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{
    composition::{AllAlternates, Group, Hats, Notice, OfWhiches, Office, Quorum, Quota, Tenures, Vacancies},
    requirement::Several,
    value::{Date, Entries, Quote, Ref, Refs, Text},
};
use crate::{
    decode::{Decode, Decoder, Faulty, Meta, choice, is_blank, record},
    fault::{Expected, FaultKind, Unclear},
    load::tree::{Value, ValueKind},
};

choice! {
    /// What sort of body it is.
    pub enum BodyKind {
        /// A group with a task, such as a project group.
        Group = "group",
        /// A board.
        Board = "board",
        /// A council.
        Council = "council",
        /// A committee.
        Committee = "committee",
        /// A group that works on a theme for a larger body, whose members it borrows.
        WorkingGroup = "working-group",
    }
}

/// How many members a body has: a number, or bounds.
#[derive(Clone, Debug, Default)]
pub struct Size {
    /// At least so many.
    pub at_least: Option<u32>,
    /// At most so many.
    pub at_most: Option<u32>,
    /// The clause that says so.
    pub clause: Option<Ref>,
    /// Where it is said.
    pub meta: Meta,
}

record! {
    /// Bounds on a number.
    #[schemars(extend("examples" = [{"at-least": 15, "at-most": 21}]))]
    pub struct Bounds {
        /// Exactly so many.
        exactly: u32 = optional,
        /// At least so many.
        at_least: u32 = optional,
        /// At most so many.
        at_most: u32 = optional,
        /// The clause that says so.
        clause: Ref = optional,
    }
}

impl Decode for Size {
    const EXPECTED: Expected = Expected::Count;

    fn is_damaged(&self) -> bool {
        self.meta.damaged
    }

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() == ValueKind::Object {
            let mut bounds = Bounds::decode(decoder, value)?;
            let said = [bounds.exactly, bounds.at_least, bounds.at_most].into_iter().flatten().next();
            if said.is_none() && !bounds.meta.damaged {
                let at = value.entries().next().map_or_else(|| value.span(), |(key, _)| key.span());
                decoder.fault(at, FaultKind::UnclearRequirement(Unclear::NoNumber));
                // The clause is kept, so that it is not silent but cannot be judged.
                bounds.meta.damaged = true;
            }
            // `exactly` is both bounds; beside another the narrower one counts, and a contradiction shows as an empty span.
            let at_least = bounds.exactly.into_iter().chain(bounds.at_least).max();
            let at_most = bounds.exactly.into_iter().chain(bounds.at_most).min();
            return Ok(Self { at_least, at_most, clause: bounds.clause, meta: bounds.meta });
        }
        let exactly = u32::decode(decoder, value)?;
        let meta = Meta { span: value.span(), ..Meta::default() };
        Ok(Self { at_least: Some(exactly), at_most: Some(exactly), clause: None, meta })
    }
}

impl JsonSchema for Size {
    fn schema_name() -> Cow<'static, str> {
        "Size".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let count = generator.subschema_for::<u32>();
        let bounds = generator.subschema_for::<Bounds>();
        json_schema!({ "description": "A number of members, or bounds on it.", "anyOf": [count, bounds], "examples": [19, { "at-least": 15, "at-most": 21 }] })
    }
}

record! {
    /// A body: a group, board, council, committee or working group (org:Organization with posts).
    #[schemars(extend("examples" = [{"label": {"da": "Bestyrelsen", "en": "The board"}, "size": 7, "seats": {"formand": {"label": "Formanden"}, "skoler": {"places": 6, "eligible": {"category": "htx"}}}}]))]
    pub struct Body {
        /// What people call it.
        label: Text = optional,
        /// What sort of body it is; a group where nothing is said.
        kind: BodyKind = optional,
        /// The body that it belongs to: for a working group, the group that set it up.
        part_of: Ref = optional,
        /// How many members it has.
        size: Size = optional,
        /// Its seats, each under its id. A seat exists while it is empty.
        #[serde(default)]
        seats: Entries<Seat> = defaulted,
        /// Those who put members forward for seats that do not name their own.
        nominators: Nominators = optional,
        /// How many members of a group it has: numbers and shares, each under an id.
        #[serde(default)]
        quotas: Entries<Quota> = defaulted,
        /// Whether one person may have several seats.
        hats: Hats = optional,
        /// Who leads it.
        chair: Office = optional,
        /// Who stands in for the chair.
        deputy: Office = optional,
        /// How members are stood in for.
        #[serde(default)]
        alternates: AllAlternates = defaulted,
        /// How long members sit.
        #[serde(default)]
        tenure: Tenures = defaulted,
        /// How long a place may stay empty.
        vacancies: Vacancies = optional,
        /// How many have to be present for it to decide.
        quorum: Quorum = optional,
        /// How long before a meeting it is called.
        notice: Notice = optional,
        /// The actor that keeps its papers and calls its meetings.
        secretariat: Ref = optional,
        /// What a working group works on.
        theme: Text = optional,
        /// The meetings at which it presents its results.
        #[serde(default)]
        presents_at: Refs = defaulted,
        /// The clause that sets it up.
        clause: Ref = optional,
        /// When it was set up.
        from: Date = optional,
        /// When it ended or is to end.
        to: Date = optional,
    }
}

record! {
    /// Those from whom members of a body are appointed.
    #[schemars(extend("examples" = [{"category": ["kommune", "uddannelsesinstitution"], "actor": "erhvervsministeriet", "clause": "C2"}], "minProperties" = 1))]
    pub struct Nominators filled {
        /// Actors of these categories, or of narrower ones.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        category: Refs = filled,
        /// These actors.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        actor: Refs = filled,
        /// The clause that says so.
        clause: Ref = optional,
    }
}

record! {
    /// A seat of a body (org:Post).
    #[schemars(extend("examples" = [{"places": 2, "eligible": {"category": "kommune", "region": "DK03"}, "distinct": "actor", "quote": "2 kommuner"}]))]
    pub struct Seat {
        /// What people call it.
        label: Text = optional,
        /// How many members may fill it; one where nothing is said.
        places: u32 = optional,
        /// Who may fill it. Whoever meets every one of the conditions given is eligible.
        eligible: Group = optional,
        /// Who nominates for it: any of these; or each of them, or all jointly.
        nominated_by: Nomination = optional,
        /// Who appoints to it: any of these.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        appointed_by: Refs = filled,
        /// Of its members, so many are of a group.
        #[serde(default)]
        of_which: OfWhiches = defaulted,
        /// What its members must not have in common: that they come from different actors, say, or are of different concepts of a scheme.
        distinct: Aspect = optional,
        /// The policy areas that whoever fills it is taken to represent.
        #[serde(default)]
        policy_area: Refs = defaulted,
        /// Invited, and not appointed.
        invited: bool = optional,
        /// Taken in by the body itself, and not appointed.
        co_opted: bool = optional,
        /// Its places may stay empty.
        optional: bool = optional,
        /// Whether whoever fills it counts among the members; so where nothing is said.
        counts: bool = optional,
        /// How many votes whoever fills it has; one where nothing is said, none for whoever only listens.
        votes: u32 = optional,
        /// There only when this holds.
        when: Several = optional,
        /// From when it is there; of a month or a year, from its first day on.
        from: Date = optional,
        /// Until when it is there; of a month or a year, to its last day.
        to: Date = optional,
        /// The clause that gives the seat.
        clause: Ref = optional,
        /// The words of the source that give the seat.
        quote: Quote = optional,
    }
}

/// Who nominates for a seat.
#[derive(Clone, Debug, Default)]
pub struct Nomination {
    /// How those under `who` nominate.
    pub mode: NominationMode,
    /// Who nominates.
    pub who: Nominating,
    /// How many each of them nominates; at least one where nothing is said.
    pub names: Option<u32>,
    /// Who nominates instead where they do not agree.
    pub fallback: Refs,
    /// The fact on which that depends.
    pub fallback_when: Option<Ref>,
    /// Where it is said.
    pub meta: Meta,
}

choice! {
    /// How several nominate for a seat.
    #[derive(Default)]
    pub enum NominationMode {
        /// Any one of them.
        #[default]
        OneOf = "by",
        /// Each of them.
        Each = "each",
        /// All of them together.
        Jointly = "jointly",
    }
}

record! {
    /// Who nominates for a seat, and how: `by` any one of these, `each` of these, or all of these `jointly`.
    #[schemars(extend("examples" = [{"jointly": ["lo", "ac"], "fallback": "minister"}, {"each": ["di", "de"], "names": 1}]))]
    pub struct NominationEntry {
        /// Any one of these.
        by: Nominating = optional,
        /// Each of these.
        each: Nominating = optional,
        /// All of these together.
        jointly: Nominating = optional,
        /// With `each`: how many each of them nominates; at least one where nothing is said.
        names: u32 = optional,
        /// Who nominates instead where they do not agree.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        fallback: Refs = filled,
        /// The fact that they do not agree; without it the fallback counts wherever it was used.
        fallback_when: Ref = optional,
    }
}

/// Actors and bodies by name, or the actors of categories.
#[derive(Clone, Debug, Default)]
pub struct Nominating {
    /// These.
    pub named: Refs,
    /// Every actor of these categories, or of narrower ones.
    pub category: Refs,
    /// Something in it could not be read.
    pub damaged: bool,
}

record! {
    /// Actors of categories.
    #[schemars(extend("examples" = [{"category": "kommune"}]))]
    pub struct OfCategory {
        /// The categories.
        #[schemars(required, extend("minItems" = 1))]
        category: Refs = needed,
    }
}

impl Decode for Nominating {
    const EXPECTED: Expected = Expected::References;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() == ValueKind::Object {
            let entry = OfCategory::decode(decoder, value)?;
            if entry.category.as_ref().is_some_and(|category| category.0.is_empty()) {
                return Err(decoder.nothing(value));
            }
            let damaged = entry.meta.damaged;
            return Ok(Self { category: entry.category.unwrap_or_default(), damaged, ..Self::default() });
        }
        if is_blank(&value) {
            return Err(decoder.nothing(value));
        }
        Refs::decode(decoder, value).map(|named| Self { named, ..Self::default() })
    }

    fn is_damaged(&self) -> bool {
        self.damaged
    }

    fn merge(mut self, again: Self) -> Self {
        self.named = self.named.merge(again.named);
        self.category = self.category.merge(again.category);
        self.damaged |= again.damaged;
        self
    }
}

impl JsonSchema for Nominating {
    fn schema_name() -> Cow<'static, str> {
        "Nominating".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let refs = generator.subschema_for::<Refs>();
        let category = generator.subschema_for::<OfCategory>();
        json_schema!({ "description": "Actors or bodies by id, or all actors of a category.", "anyOf": [refs, category], "minItems": 1, "examples": [["lo", "ac"], { "category": "kommune" }] })
    }
}

impl Decode for Nomination {
    const EXPECTED: Expected = Expected::References;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::Object {
            let who = Nominating::decode(decoder, value)?;
            let meta = Meta { span: value.span(), ..Meta::default() };
            return Ok(Self { who, meta, ..Self::default() });
        }
        let entry = NominationEntry::decode(decoder, value)?;
        let given = [
            (NominationMode::OneOf, entry.by),
            (NominationMode::Each, entry.each),
            (NominationMode::Jointly, entry.jointly),
        ];
        let mut given: Vec<(NominationMode, Nominating)> =
            given.into_iter().filter_map(|(mode, who)| Some((mode, who?))).collect();
        if given.len() > 1 {
            let keys = given.iter().map(|(mode, _)| mode.name().to_owned()).collect();
            let at = value.entries().next().map_or_else(|| value.span(), |(key, _)| key.span());
            return Err(decoder.fault(at, FaultKind::UnclearRequirement(Unclear::Several(keys))));
        }
        let at = value.entries().next().map_or_else(|| value.span(), |(key, _)| key.span());
        // Who nominates instead, or how many, says nothing without those who do.
        if given.is_empty() && !entry.meta.damaged {
            let kind = FaultKind::MissingKey { key: "by".to_owned(), expected: Expected::References };
            return Err(decoder.within("by", |d| d.fault(at, kind)));
        }
        let (mode, who) = given.pop().unwrap_or_default();
        let idle = [
            ("names", "each", entry.names.is_some() && mode != NominationMode::Each),
            ("fallback-when", "fallback", entry.fallback_when.is_some() && entry.fallback.0.is_empty()),
        ];
        if let Some((key, needs, _)) = idle.into_iter().find(|(.., idle)| *idle && !entry.meta.damaged) {
            return Err(decoder.fault(at, FaultKind::UnclearRequirement(Unclear::Alone { key, needs })));
        }
        Ok(Self {
            mode,
            who,
            names: entry.names,
            fallback: entry.fallback,
            fallback_when: entry.fallback_when,
            meta: entry.meta,
        })
    }

    fn is_damaged(&self) -> bool {
        self.meta.damaged
    }
}

impl JsonSchema for Nomination {
    fn schema_name() -> Cow<'static, str> {
        "Nomination".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let who = generator.subschema_for::<Nominating>();
        let entry = generator.subschema_for::<NominationEntry>();
        json_schema!({ "description": "Who nominates: any one of these actors or bodies; or more than that.", "anyOf": [who, entry], "examples": ["kkr", { "jointly": ["lo", "ac"] }] })
    }
}

choice! {
    /// What members must not have in common, or are counted once for, beside what schemes say of them.
    pub enum Distinct {
        /// Their actor.
        Actor = "actor",
        /// The region of their actor.
        Region = "region",
        /// Who nominated them.
        Nominator = "nominator",
        /// Who they are.
        Person = "person",
    }
}

/// In what members are alike, or differ: something that everybody has, or the concepts of a scheme that are said of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect<S = Ref> {
    /// One of the words.
    Word(Distinct),
    /// What is said of them of this scheme.
    Scheme(S),
}

impl Decode for Aspect {
    const EXPECTED: Expected = Expected::Reference;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        match Distinct::from_name(value.text()).filter(|_| value.kind() == ValueKind::String) {
            Some(word) => Ok(Self::Word(word)),
            None => Ref::decode(decoder, value).map(Self::Scheme),
        }
    }
}

impl JsonSchema for Aspect {
    fn schema_name() -> Cow<'static, str> {
        "Aspect".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let word = generator.subschema_for::<Distinct>();
        let scheme = generator.subschema_for::<Ref>();
        json_schema!({ "description": "In what members are alike, or differ: one of the words, or the concepts of a scheme that are said of them.", "anyOf": [word, scheme], "examples": ["actor", "gender"] })
    }
}
