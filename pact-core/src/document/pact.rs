//! Pacts and proposals for them as they are written.

use super::{
    body::Body,
    calendar::Calendar,
    shared::{Actor, Region, Scheme},
    terms::Fact,
    value::{Date, Entries, FilePath, LanguageTag, List, Quantity, Ref, Refs, Text},
};
use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    decode::{Decode, Decoder, Faulty, Meta, choice, record},
    fault::Expected,
    load::tree::{Value, ValueKind},
    name::Name,
};

choice! {
    /// Whose goals a pact or an objective states.
    pub enum Level {
        /// The whole country's.
        National = "national",
        /// A region's.
        Regional = "regional",
    }
}

choice! {
    /// How far a pact has come.
    pub enum Status {
        /// Announced; its text is not there yet.
        Planned = "planned",
        /// Put forward for approval.
        Proposed = "proposed",
        /// Approved and in force.
        Adopted = "adopted",
        /// Turned down.
        Rejected = "rejected",
        /// Followed by another.
        Superseded = "superseded",
    }
}

record! {
    /// A pact, or a proposal for one: who takes part, what is to be reached, by what means, decided when and by whom.
    #[schemars(title = "Pact")]
    pub struct Pact {
        /// The version of the document language: 1.
        #[schemars(schema_with = "crate::schema::version")]
        pact: u32 = required,
        /// The id by which others refer to it.
        id: Ref = required,
        /// What people call it.
        title: Text = required,
        /// The language of every text that does not name its own, such as `da`.
        language: LanguageTag = optional,
        /// Whose goals it states. Its objectives have the same level unless they say otherwise.
        #[schemars(required)]
        level: Level = needed,
        /// How far it has come.
        #[schemars(required)]
        status: Status = needed,
        /// The regions that it is for.
        #[serde(default)]
        region: Refs = defaulted,
        /// The terms of reference that it is held against.
        #[serde(default)]
        terms: Refs = defaulted,
        /// The pact that it adds to: for a regional one, the national.
        #[serde(default)]
        supplements: Refs = defaulted,
        /// From when it runs, or is to run.
        from: Date = optional,
        /// Until when.
        to: Date = optional,
        /// What has to be said about it, such as that it is illustrative.
        note: Text = optional,
        /// Concept schemes beyond those of the terms.
        #[serde(default)]
        schemes: Entries<Scheme> = defaulted,
        /// Regions beyond those of the terms.
        #[serde(default)]
        regions: Entries<Region> = defaulted,
        /// Actors beyond those that the terms name.
        #[serde(default)]
        actors: Entries<Actor> = defaulted,
        /// Bodies beyond those that the terms set up, such as working groups.
        #[serde(default)]
        bodies: Entries<Body> = defaulted,
        /// Tables of members.
        #[serde(default)]
        registers: List<RegisterFile> = defaulted,
        /// Members, each under an id.
        #[serde(default)]
        members: Entries<Member> = defaulted,
        /// What the region is strong at.
        #[serde(default)]
        strengths: Entries<Circumstance> = defaulted,
        /// What the region is up against.
        #[serde(default)]
        challenges: Entries<Circumstance> = defaulted,
        /// What is to be reached.
        #[serde(default)]
        objectives: Entries<Objective> = defaulted,
        /// What is to be done.
        #[serde(default)]
        initiatives: Entries<Initiative> = defaulted,
        /// Who does it together.
        #[serde(default)]
        partnerships: Entries<Partnership> = defaulted,
        /// When bodies met or are to meet.
        #[serde(default)]
        meetings: Entries<Meeting> = defaulted,
        /// What was decided, or is to be.
        #[serde(default)]
        decisions: Entries<Decision> = defaulted,
        /// What somebody vouches for, where no structure can show it.
        #[serde(default)]
        attestations: Entries<Attestation> = defaulted,
        /// Why something that should be there is not.
        #[serde(default)]
        explanations: Entries<Explanation> = defaulted,
        /// Clauses that somebody entitled to has set aside.
        #[serde(default)]
        waivers: Entries<Waiver> = defaulted,
        /// What is said in prose, each section under its id, such as `organisation`.
        #[serde(default)]
        sections: Entries<Section> = defaulted,
        /// Facts that clauses depend on, each under its id.
        #[serde(default)]
        facts: Entries<Fact> = defaulted,
        /// Calendars of working days beyond those of the terms.
        #[serde(default)]
        calendars: Entries<Calendar> = defaulted,
    }
}

record! {
    /// A section of the proposal in prose.
    #[schemars(extend("examples" = [{"label": {"da": "Fremtidig organisering"}, "text": {"da": "En styregruppe følger pagten."}}]))]
    pub struct Section {
        /// What it is called.
        label: Text = optional,
        /// What it says.
        #[schemars(required)]
        text: Text = needed,
        /// Where it can be read in full.
        #[serde(default)]
        sources: List<Box<str>> = defaulted,
    }
}

record! {
    /// A table of members in a file of its own (CSV).
    #[schemars(extend("examples" = [{"file": "medlemmer.csv", "body": "bestyrelsen"}]))]
    pub struct RegisterFile {
        /// The file.
        #[schemars(required)]
        file: FilePath = needed,
        /// The body whose members it lists, where the table has no column for it.
        body: Ref = optional,
    }
}

choice! {
    /// What a member is in the body, beside being a member.
    pub enum Role {
        /// Leads the body.
        Chair = "chair",
        /// Stands in for the chair.
        Deputy = "deputy",
        /// Takes another member's place when that one cannot come.
        Alternate = "alternate",
        /// Listens, and may speak.
        Observer = "observer",
        /// Keeps the papers.
        Secretary = "secretary",
        /// Was put forward, and is not appointed.
        Nominee = "nominee",
    }
}

record! {
    /// A person in a seat, on behalf of an actor (org:Membership).
    #[schemars(extend("examples" = [{"person": "repræsentant for HTX", "body": "bestyrelsen", "seat": "skoler", "actor": "htx-skolen", "nominated-by": "htx-skolen", "from": "2017-10-01"}]))]
    pub struct Member {
        /// Who: a name, or better an office. The same text means the same person. May be left out.
        person: Box<str> = optional,
        /// The body.
        body: Ref = optional,
        /// The seat of that body.
        seat: Ref = optional,
        /// On whose behalf; several where they share a seat.
        #[serde(default)]
        actor: Refs = defaulted,
        /// Who put the member forward.
        #[serde(default)]
        nominated_by: Refs = defaulted,
        /// Who appointed the member, or elected: to the seat, or as chair or deputy.
        #[serde(default)]
        appointed_by: Refs = defaulted,
        /// The gender: a concept of the scheme `gender`.
        gender: Ref = optional,
        /// What else is to be said of the person: concepts of any scheme.
        #[serde(default)]
        is: Refs = defaulted,
        /// For an alternate: the member, where it is one.
        #[serde(default)]
        stands_in_for: Refs = defaulted,
        /// From when; of a month or a year, from its first day on.
        from: Date = optional,
        /// Until when; of a month or a year, to its last day.
        to: Date = optional,
        /// The policy areas that the member stands for, beside those of the actor and the seat.
        #[serde(default)]
        policy_area: Refs = defaulted,
        /// Whether the member may vote.
        vote: bool = optional,
        /// What the member is beside being a member.
        role: Role = optional,
    }
}

record! {
    /// A strength to build on, or a challenge to meet.
    #[schemars(extend("examples" = [{"label": {"da": "Stærk maskinindustri", "en": "Strong mechanical engineering"}, "policy-area": "erhvervsfremme"}]))]
    pub struct Circumstance {
        /// What people call it.
        label: Text = optional,
        /// What it is, in more words.
        text: Text = optional,
        /// The policy areas it belongs to.
        #[serde(default)]
        policy_area: Refs = defaulted,
        /// Where it can be read.
        #[serde(default)]
        sources: List<Box<str>> = defaulted,
    }
}

record! {
    /// Something to be reached.
    #[schemars(extend("examples" = [{"label": {"da": "Flere it-uddannede", "en": "More IT graduates"}, "supports": "danmark/stem", "owner": "universitetet", "baseline": {"value": 1200, "on": 2017}, "target": {"value": "+20 %", "on": 2025}}]))]
    pub struct Objective {
        /// What people call it.
        label: Text = optional,
        /// What it is, in more words.
        text: Text = optional,
        /// Whose goal it is, where that differs from the pact's.
        level: Level = optional,
        /// The larger objective that it is part of.
        part_of: Ref = optional,
        /// Objectives that it helps to reach: for a regional one, national ones.
        #[serde(default)]
        supports: Refs = defaulted,
        /// Objectives that it goes further than.
        #[serde(default)]
        adds_to: Refs = defaulted,
        /// Objectives that say the same.
        #[serde(default)]
        duplicates: Refs = defaulted,
        /// Objectives that cannot be reached along with it.
        #[serde(default)]
        contradicts: Refs = defaulted,
        /// Strengths that it builds on.
        #[serde(default)]
        builds_on: Refs = defaulted,
        /// Challenges that it addresses.
        #[serde(default)]
        addresses: Refs = defaulted,
        /// Elements of the terms that it covers.
        #[serde(default)]
        covers: Refs = defaulted,
        /// The policy areas it belongs to.
        #[serde(default)]
        policy_area: Refs = defaulted,
        /// Who answers for it.
        #[serde(default)]
        owner: Refs = defaulted,
        /// Where things stand.
        baseline: Measure = optional,
        /// Where they are to stand.
        target: Measure = optional,
        /// Where it can be read.
        #[serde(default)]
        sources: List<Box<str>> = defaulted,
        /// What has to be said about it.
        note: Text = optional,
    }
}

record! {
    /// A value at a date.
    #[schemars(extend("examples" = [{"value": "23 %", "on": 2017, "text": "Andel kvinder blandt optagne"}]))]
    pub struct Measure {
        /// How much.
        value: Quantity = optional,
        /// When.
        on: Date = optional,
        /// What is counted, and by whom.
        text: Text = optional,
    }
}

record! {
    /// Something to be done.
    #[schemars(extend("examples" = [{"label": {"da": "Teknologiambassadører", "en": "Technology ambassadors"}, "contributes-to": "flere-it-uddannede", "covers": "E3", "owner": "universitetet", "from": "2018-08", "to": "2020-07"}]))]
    pub struct Initiative {
        /// What people call it.
        label: Text = optional,
        /// What it is, in more words.
        text: Text = optional,
        /// What kind of initiative it is: concepts of the scheme `initiative-kind`.
        #[serde(default)]
        kind: Refs = defaulted,
        /// The initiative that it is part of.
        part_of: Ref = optional,
        /// Initiatives that can begin only when it has begun.
        #[serde(default)]
        precedes: Refs = defaulted,
        /// Objectives that it contributes to.
        #[serde(default)]
        contributes_to: Refs = defaulted,
        /// Strengths that it builds on.
        #[serde(default)]
        builds_on: Refs = defaulted,
        /// Challenges that it addresses.
        #[serde(default)]
        addresses: Refs = defaulted,
        /// Elements of the terms that it covers.
        #[serde(default)]
        covers: Refs = defaulted,
        /// Levels of education, target groups or programmes that it reaches: concepts of any scheme.
        #[serde(default)]
        reaches: Refs = defaulted,
        /// The policy areas it belongs to.
        #[serde(default)]
        policy_area: Refs = defaulted,
        /// Who answers for it.
        #[serde(default)]
        owner: Refs = defaulted,
        /// From when.
        from: Date = optional,
        /// Until when.
        to: Date = optional,
        /// What it takes, and who gives it.
        resources: Text = optional,
        /// What has to be said about it.
        note: Text = optional,
    }
}

record! {
    /// Actors that do something together.
    #[schemars(extend("examples" = [{"label": {"da": "Udstyr til undervisning", "en": "Equipment for teaching"}, "partners": {"htx-skolen": {"commitment": "Stiller lærere til rådighed"}, "virksomheden": {"commitment": "Stiller maskiner til rådighed"}}, "covers": "E9/a"}]))]
    pub struct Partnership {
        /// What people call it.
        label: Text = optional,
        /// What it is, in more words.
        text: Text = optional,
        /// The actors, as a list, or each with what it commits itself to.
        #[serde(default)]
        partners: Partners = defaulted,
        /// What they do together: initiatives, objectives or the pact as a whole.
        #[serde(default)]
        r#for: Refs = defaulted,
        /// Elements of the terms that it covers.
        #[serde(default)]
        covers: Refs = defaulted,
        /// From when.
        from: Date = optional,
        /// Until when.
        to: Date = optional,
    }
}

record! {
    /// What a partner brings.
    #[schemars(extend("examples" = [{"commitment": "Stiller maskiner til rådighed"}]))]
    pub struct Partner {
        /// What it commits itself to.
        commitment: Text = optional,
    }
}

/// The actors of a partnership.
#[derive(Clone, Debug, Default)]
pub struct Partners(pub Vec<(Name, Partner)>);

impl Decode for Partners {
    const EXPECTED: Expected = Expected::References;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        let mut partners = Vec::new();
        let mut result = Ok(());
        match value.kind() {
            ValueKind::Array => {
                for item in value.items() {
                    let meta = Meta { span: item.span(), ..Meta::default() };
                    match Name::decode(decoder, item) {
                        Ok(name) => partners.push((name, Partner { meta, ..Partner::default() })),
                        Err(faulty) => result = Err(faulty),
                    }
                }
            }
            ValueKind::Object => {
                for (key, content) in value.entries() {
                    if decoder.repeated(key) {
                        continue;
                    }
                    let read = Name::decode(decoder, key).and_then(|name| {
                        decoder.within(key.text(), |d| Partner::decode(d, content)).map(|partner| (name, partner))
                    });
                    match read {
                        Ok(partner) => partners.push(partner),
                        Err(faulty) => result = Err(faulty),
                    }
                }
            }
            ValueKind::String | ValueKind::Integer => {
                let meta = Meta { span: value.span(), ..Meta::default() };
                partners.push((Name::decode(decoder, value)?, Partner { meta, ..Partner::default() }));
            }
            _ => return Err(decoder.wrong_type(value, Expected::References)),
        }
        result.map(|()| Self(partners))
    }
}

impl JsonSchema for Partners {
    fn schema_name() -> Cow<'static, str> {
        "Partners".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = generator.subschema_for::<Ref>();
        let entries = generator.subschema_for::<super::value::Entries<Partner>>();
        json_schema!({
            "description": "The actors, as an id or a list of ids, or each under its id with what it commits itself to.",
            "anyOf": [id.clone(), { "type": "array", "items": id }, entries],
            "examples": [["a-school", "a-company"], { "a-school": { "commitment": "Lends its workshop" } }],
        })
    }
}

choice! {
    /// What sort of meeting it is.
    pub enum MeetingKind {
        /// The whole body.
        Plenary = "plenary",
        /// Part of the body, or a working group.
        Working = "working",
    }
}

record! {
    /// A meeting of a body.
    #[schemars(extend("examples" = [{"label": "Første møde", "body": "bestyrelsen", "kind": "plenary", "on": "2017-10-12", "agenda": ["Valg af formand"]}]))]
    pub struct Meeting {
        /// What people call it.
        label: Text = optional,
        /// The body that meets.
        body: Ref = optional,
        /// What sort of meeting it is; plenary where nothing is said.
        kind: MeetingKind = optional,
        /// When.
        on: Date = optional,
        /// When it was called.
        called: Date = optional,
        /// Meetings that can only be held after it.
        #[serde(default)]
        precedes: Refs = defaulted,
        /// Which members were present, or those who stood in for them. Left out where nobody has noted it.
        present: Refs = optional,
        /// What is on the agenda: words, or words and who was there.
        #[serde(default)]
        agenda: List<AgendaItem> = defaulted,
    }
}

record! {
    /// An item of an agenda, and who was there.
    #[schemars(rename = "AgendaItemEntry")]
    #[schemars(extend("examples" = [{"text": "Valg af formand", "without": ["m07"]}]))]
    pub struct AgendaItemEntry {
        /// What it is about.
        #[schemars(required)]
        text: Text = needed,
        /// Who was present for it, where that differs from the meeting.
        present: Refs = optional,
        /// Who of those present left for it, such as somebody with an interest in the matter.
        #[serde(default)]
        without: Refs = defaulted,
    }
}

/// An item of an agenda: a text, or a text and who was there.
#[derive(Clone, Debug, Default)]
pub struct AgendaItem(pub AgendaItemEntry);

impl Decode for AgendaItem {
    const EXPECTED: Expected = Expected::Text;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        // A text may be given in several languages, and then is an entry as well.
        if value.kind() == ValueKind::Object
            && value.entries().any(|(key, _)| matches!(key.text(), "text" | "present" | "without"))
        {
            return AgendaItemEntry::decode(decoder, value).map(Self);
        }
        let text = Text::decode(decoder, value)?;
        let meta = Meta { span: value.span(), ..Meta::default() };
        Ok(Self(AgendaItemEntry { text: Some(text), meta, ..AgendaItemEntry::default() }))
    }

    fn is_damaged(&self) -> bool {
        self.0.meta.damaged
    }
}

impl JsonSchema for AgendaItem {
    fn schema_name() -> Cow<'static, str> {
        "AgendaItem".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = generator.subschema_for::<Text>();
        let entry = generator.subschema_for::<AgendaItemEntry>();
        json_schema!({ "description": "A text, or a text and who was there.", "anyOf": [text, entry], "examples": ["Valg af formand", { "text": "Valg af formand", "without": "m07" }] })
    }
}

choice! {
    /// What came of a decision.
    pub enum Outcome {
        /// Yes.
        Approved = "approved",
        /// No.
        Rejected = "rejected",
        /// Not yet.
        Deferred = "deferred",
        /// Heard, without a yes or no.
        Noted = "noted",
        /// Still to be taken.
        Planned = "planned",
    }
}

record! {
    /// A decision, taken or to be taken.
    #[schemars(extend("examples" = [{"by": ["bestyrelsen"], "about": "forslaget", "on": "2018-03-12", "outcome": "approved", "sources": ["referatets punkt 4"]}]))]
    pub struct Decision {
        /// What people call it.
        label: Text = optional,
        /// Who decides: bodies or actors.
        #[serde(default)]
        by: Refs = defaulted,
        /// What it is about: a pact, terms, a body, a clause, an objective, an initiative.
        #[serde(default)]
        about: Refs = defaulted,
        /// When.
        on: Date = optional,
        /// The meeting at which it was taken.
        meeting: Ref = optional,
        /// What came of it.
        outcome: Outcome = optional,
        /// Decisions that can only be taken after it.
        #[serde(default)]
        precedes: Refs = defaulted,
        /// Where it can be read, such as the minutes.
        #[serde(default)]
        sources: List<Box<str>> = defaulted,
    }
}

record! {
    /// What somebody vouches for.
    #[schemars(extend("examples" = [{"clause": "C1", "by": "bestyrelsen", "on": "2018-02-01", "text": "Sammensætningen er kompetent og bredt dækkende."}]))]
    pub struct Attestation {
        /// The clauses or elements it is about.
        #[serde(default)]
        clause: Refs = defaulted,
        /// Who vouches.
        by: Ref = optional,
        /// When.
        on: Date = optional,
        /// What is vouched for.
        text: Text = optional,
        /// Where it can be read.
        #[serde(default)]
        sources: List<Box<str>> = defaulted,
    }
}

record! {
    /// Why something that should be there is not (comply or explain).
    #[schemars(extend("examples" = [{"about": "E6", "reason": "Der er ikke midler til forskning i perioden.", "by": "bestyrelsen", "on": "2018-02-01"}]))]
    pub struct Explanation {
        /// The clauses or elements that are not followed.
        #[serde(default)]
        about: Refs = defaulted,
        /// Why.
        reason: Text = optional,
        /// Who says so.
        by: Ref = optional,
        /// When.
        on: Date = optional,
    }
}

record! {
    /// Clauses that somebody has set aside.
    #[schemars(extend("examples" = [{"waives": "W1", "by": "bestyrelsen", "decision": "b1", "reason": "Ét møde blev holdt skriftligt.", "until": "2018-12-31"}]))]
    pub struct Waiver {
        /// The clauses or elements.
        #[serde(default)]
        waives: Refs = defaulted,
        /// Who waives.
        by: Ref = optional,
        /// The decision to do so.
        decision: Ref = optional,
        /// Why.
        reason: Text = optional,
        /// For what, where it does not hold for everything: the seats, bodies, objectives, initiatives and so on.
        #[serde(default)]
        scope: Refs = defaulted,
        /// The last day on which it counts.
        until: Date = optional,
    }
}
