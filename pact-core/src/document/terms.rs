//! Terms of reference as they are written.

use super::{
    body::Body,
    calendar::Calendar,
    requirement::{Dates, Several},
    shared::{Actor, Region, Scheme},
    value::{Date, Entries, FilePath, LanguageTag, List, Quote, Ref, Refs, Text},
};
use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    decode::{Decode, Decoder, Faulty, choice, record},
    fault::Expected,
    load::tree::{Value, ValueKind},
};

record! {
    /// Terms of reference: who sits where, what a proposal must, should and may contain, by when, approved by whom.
    #[schemars(title = "Terms of reference")]
    pub struct Terms {
        /// The version of the document language: 1.
        #[schemars(schema_with = "crate::schema::version")]
        terms: u32 = required,
        /// The id by which pacts refer to these terms.
        id: Ref = required,
        /// What people call them.
        title: Text = required,
        /// The language of the source and of every text that does not name its own, such as `da`.
        language: LanguageTag = optional,
        /// The document that these terms were read from.
        source: SourceDocument = optional,
        /// Concept schemes, each under its id: `policy-area`, `actor-category`, `education-level` and whatever else the terms speak of.
        #[serde(default)]
        schemes: Entries<Scheme> = defaulted,
        /// Regions, each under its code.
        #[serde(default)]
        regions: Entries<Region> = defaulted,
        /// The actors that the terms name.
        #[serde(default)]
        actors: Entries<Actor> = defaulted,
        /// The bodies that the terms set up, with their seats.
        #[serde(default)]
        bodies: Entries<Body> = defaulted,
        /// What the proposal is to contain, each element under its id.
        #[serde(default)]
        elements: Entries<Element> = defaulted,
        /// The clauses, each under its id.
        #[serde(default)]
        clauses: Entries<Clause> = defaulted,
        /// Facts that clauses depend on, each under its id.
        #[serde(default)]
        facts: Entries<Fact> = defaulted,
        /// Words that the source uses as if everybody knew what they mean, each under an id.
        #[serde(default)]
        definitions: Entries<Definition> = defaulted,
        /// Who may waive a clause that does not say so itself: bodies or actors. Nobody where nothing is said.
        #[serde(default)]
        waivable_by: Refs = defaulted,
        /// Calendars of working days, each under its id.
        #[serde(default)]
        calendars: Entries<Calendar> = defaulted,
        /// From when these terms hold. Of several documents with one id, the one in force on the day of judging counts.
        from: Date = optional,
        /// Until when they hold.
        to: Date = optional,
        /// What has to be said about these terms.
        note: Text = optional,
    }
}

record! {
    /// The document that terms were read from.
    #[schemars(extend("examples" = [{"file": "kommissorium.da.txt", "issued-by": "bestyrelsen", "on": "2017-09-12"}]))]
    pub struct SourceDocument {
        /// Its text as a file beside this one. Quotes are looked up in it.
        file: FilePath = optional,
        /// What it is called.
        title: Text = optional,
        /// Where it is published.
        url: Box<str> = optional,
        /// Who issued it.
        issued_by: Ref = optional,
        /// When.
        on: Date = optional,
    }
}

choice! {
    /// The deontic force of a clause. It decides what follows when the clause is not met.
    pub enum Force {
        /// An obligation (*skal*).
        Must = "must",
        /// To be followed, or explained (*bør*).
        Should = "should",
        /// A permission (*kan*, *må gerne*).
        May = "may",
        /// A prohibition (*må ikke*).
        MustNot = "must-not",
        /// Says how a thing is set up (*består af*, *udpeges*); binds whoever sets it up.
        Constitutive = "constitutive",
        /// Says how things are. Nothing follows from it.
        Context = "context",
    }
}

record! {
    /// A clause of the terms.
    #[schemars(extend("examples" = [{"force": "must", "binds": "bestyrelsen", "quote": "Bestyrelsen skal holde to møder om året.", "text": {"en": "The board must hold two meetings a year."}}]))]
    pub struct Clause {
        /// What follows when it is not met.
        #[schemars(required)]
        force: Force = needed,
        /// The bodies or actors that it binds.
        #[serde(default)]
        binds: Refs = defaulted,
        /// The words of the source, exactly.
        quote: Quote = optional,
        /// What it says, in the languages other than that of the source, or in all where there is no quote.
        text: Text = optional,
        /// Why it is read as it is, where the source leaves that open.
        interpreted: Text = optional,
        /// The clause that it is part of.
        part_of: Ref = optional,
        /// The element that it is about.
        element: Ref = optional,
        /// The day that the source gives for it, or the days, as it gives them: an October without a year is `XXXX-10`.
        #[serde(default)]
        on: Dates = defaulted,
        /// From when it holds.
        from: Date = optional,
        /// Until when it holds.
        to: Date = optional,
        /// What has to hold: one requirement, or several that are all to hold.
        #[serde(default)]
        requires: Several = defaulted,
        /// What must not hold: for clauses that forbid something.
        #[serde(default)]
        forbids: Several = defaulted,
        /// What it is about, of the matters that terms of reference usually settle.
        #[serde(default)]
        topic: Topics = defaulted,
        /// Words in it that are among the `definitions`.
        #[serde(default)]
        uses: Refs = defaulted,
        /// Who may waive it: bodies or actors.
        #[serde(default)]
        waivable_by: Refs = defaulted,
        /// What has to be said about it.
        note: Text = optional,
    }
}

choice! {
    /// The matters that terms of reference usually settle. Terms without a clause on one of them are silent on it.
    pub enum Topic {
        /// Who leads the body.
        Chair = "chair",
        /// How many have to be present for it to decide.
        Quorum = "quorum",
        /// How it decides.
        Voting = "voting",
        /// Who stands in for a member.
        Alternates = "alternates",
        /// How many of each gender it has.
        GenderBalance = "gender-balance",
        /// What happens when a member has an interest in a matter.
        ConflictsOfInterest = "conflicts-of-interest",
        /// How long before a meeting it is called.
        Notice = "notice",
        /// What is written down of a meeting.
        Minutes = "minutes",
        /// Whether one person may have two seats.
        TwoHats = "two-hats",
    }
}

/// One topic or a list of topics.
#[derive(Clone, Debug, Default)]
pub struct Topics(pub Vec<Topic>);

impl Decode for Topics {
    const EXPECTED: Expected = Topic::EXPECTED;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() == ValueKind::Array {
            return List::<Topic>::decode(decoder, value).map(|list| Self(list.0));
        }
        Topic::decode(decoder, value).map(|topic| Self(vec![topic]))
    }
}

impl JsonSchema for Topics {
    fn schema_name() -> Cow<'static, str> {
        "Topics".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let topic = generator.subschema_for::<Topic>();
        json_schema!({ "description": "A topic, or a list of topics.", "anyOf": [topic.clone(), { "type": "array", "items": topic }] })
    }
}

record! {
    /// Words of the source, and what they mean.
    #[schemars(extend("examples" = [{"label": {"da": "de tre politikområder"}, "means": "policy-area"}]))]
    pub struct Definition {
        /// The words.
        #[schemars(required)]
        label: Text = needed,
        /// The words of the source that define them. Without a quote and a clause they are undefined.
        quote: Quote = optional,
        /// The clause that defines them.
        clause: Ref = optional,
        /// The concept scheme, or the concepts, as which they are read.
        #[serde(default)]
        means: Refs = defaulted,
        /// Why they are read so.
        interpreted: Text = optional,
    }
}

record! {
    /// Something that a proposal is to contain.
    #[schemars(extend("examples" = [{"clause": "T5", "quote": "livslang læring og realkompetencevurdering", "text": {"en": "lifelong learning and recognition of prior learning"}, "parts": {"a": {"quote": "livslang læring"}, "b": {"quote": "realkompetencevurdering"}}}]))]
    pub struct Element {
        /// What people call it, in short.
        label: Text = optional,
        /// The clause that asks for it.
        clause: Ref = optional,
        /// The words of the source, exactly.
        quote: Quote = optional,
        /// What it says, in the languages other than that of the source, or in all where there is no quote.
        text: Text = optional,
        /// What it consists of, each part under its id. A part of `E7` called `a` is referred to as `E7/a`.
        #[serde(default)]
        parts: Entries<Part> = defaulted,
        /// What has to hold where it is included, beside that something covers it.
        #[serde(default)]
        requires: Several = defaulted,
        /// Words in it that are among the `definitions`.
        #[serde(default)]
        uses: Refs = defaulted,
        /// What has to be said about it.
        note: Text = optional,
    }
}

record! {
    /// A part of an element.
    #[schemars(extend("examples" = [{"quote": "livslang læring", "text": {"en": "lifelong learning"}}]))]
    pub struct Part {
        /// What people call it, in short.
        label: Text = optional,
        /// The words of the source, exactly.
        quote: Quote = optional,
        /// What it says.
        text: Text = optional,
    }
}

record! {
    /// A fact on which something depends.
    #[schemars(extend("examples" = [{"text": {"da": "Der findes et program.", "en": "There is a programme."}, "holds": true, "on": "2018-01", "sources": ["referat af 12. januar 2018"]}]))]
    pub struct Fact {
        /// What is the case, as a sentence.
        #[schemars(required)]
        text: Text = needed,
        /// Whether it is. Left out while nobody knows.
        holds: bool = optional,
        /// Since when, or when it was found out.
        on: Date = optional,
        /// Where it can be read.
        #[serde(default)]
        sources: List<Box<str>> = defaulted,
    }
}
