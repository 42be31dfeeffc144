//! What terms and pacts have in common: schemes, regions, actors, bodies, seats.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::value::{Date, Entries, Quote, Ref, Refs, Text};
use crate::{
    decode::{Decode, Decoder, Faulty, Meta, choice, record},
    fault::Expected,
    load::tree::{Value, ValueKind},
    name::Name,
};

record! {
    /// A concept of a scheme: a policy area, a category of actors, a level of education (SKOS Concept).
    #[schemars(extend("examples" = [{"label": {"da": "HTX", "en": "Technical upper secondary school"}, "broader": "uddannelsesinstitution"}]))]
    pub struct Concept {
        /// What people call it.
        label: Text = optional,
        /// The concept of the same scheme that this one is a case of. Wherever the broader one is asked for, this one will do.
        #[serde(default)]
        broader: Refs = defaulted,
        /// The policy areas that this concept belongs to. Actors of this category are taken to work in them.
        #[serde(default)]
        policy_area: Refs = defaulted,
        /// The words of the source that define the concept.
        quote: Quote = optional,
        /// What has to be said about it, such as that it is an interpretation.
        note: Text = optional,
    }
}

/// A concept scheme (SKOS ConceptScheme): its concepts, each under its id, or a plain list of ids.
#[derive(Clone, Debug, Default)]
pub struct Scheme {
    /// The concepts.
    pub concepts: Entries<Concept>,
    /// Where the scheme stands.
    pub meta: Meta,
}

impl Decode for Scheme {
    const EXPECTED: Expected = Expected::Entries;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        let concepts = if value.kind() == ValueKind::Array {
            let mut entries = Entries::default();
            for item in value.items() {
                match Name::decode(decoder, item) {
                    Ok(name) => {
                        let meta = Meta { span: item.span(), ..Meta::default() };
                        entries.list.push((name, Concept { meta, ..Concept::default() }));
                    }
                    Err(Faulty) => entries.incomplete = true,
                }
            }
            entries
        } else {
            Entries::decode(decoder, value)?
        };
        let meta = Meta { span: value.span(), damaged: concepts.incomplete, ..Meta::default() };
        Ok(Self { concepts, meta })
    }
}

impl JsonSchema for Scheme {
    fn schema_name() -> Cow<'static, str> {
        "Scheme".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let entries = generator.subschema_for::<Entries<Concept>>();
        let id = generator.subschema_for::<Ref>();
        json_schema!({
            "description": "The concepts of a scheme, each under its id, or a plain list of ids.",
            "anyOf": [{ "type": "array", "items": id }, entries],
            "examples": [["grundskole", "ungdomsuddannelse"], { "htx": { "label": "HTX", "broader": "gymnasial" } }],
        })
    }
}

record! {
    /// A region, such as a NUTS area under its code.
    #[schemars(extend("examples" = [{"label": {"da": "Sydjylland", "en": "South Jutland"}, "part-of": "DK03"}]))]
    pub struct Region {
        /// What people call it.
        label: Text = optional,
        /// The larger region that it is part of.
        part_of: Ref = optional,
    }
}

record! {
    /// An actor: an organisation, an authority, a company, a union (org:Organization). Persons are members, not actors.
    #[schemars(extend("examples" = [{"label": {"da": "En teknisk skole", "en": "A technical school"}, "category": "htx", "region": "DK032"}]))]
    pub struct Actor {
        /// What people call it.
        label: Text = optional,
        /// What kinds of actor it is: concepts of the scheme `actor-category`.
        #[serde(default)]
        category: Refs = defaulted,
        /// The policy areas in which it works, beside those of its categories: concepts of the scheme `policy-area`.
        #[serde(default)]
        policy_area: Refs = defaulted,
        /// The regions in which it is at home.
        #[serde(default)]
        region: Refs = defaulted,
        /// The larger actor that it is part of.
        part_of: Ref = optional,
        /// What has to be said about it.
        note: Text = optional,
    }
}

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
            let bounds = Bounds::decode(decoder, value)?;
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
    #[schemars(extend("examples" = [{"category": ["kommune", "uddannelsesinstitution"], "actor": "erhvervsministeriet", "clause": "C2"}]))]
    pub struct Nominators {
        /// Actors of these categories, or of narrower ones.
        #[serde(default)]
        category: Refs = defaulted,
        /// These actors.
        #[serde(default)]
        actor: Refs = defaulted,
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
        /// On whose behalf a member may fill it. Whoever meets every one of the conditions given is eligible.
        eligible: Eligible = optional,
        /// The actors that nominate for it.
        #[serde(default)]
        nominated_by: Refs = defaulted,
        /// Whether its members come from different actors.
        distinct: Distinct = optional,
        /// The policy areas that whoever fills it is taken to represent.
        #[serde(default)]
        policy_area: Refs = defaulted,
        /// Invited, and not appointed.
        invited: bool = optional,
        /// The clause that gives the seat.
        clause: Ref = optional,
        /// The words of the source that give the seat.
        quote: Quote = optional,
    }
}

choice! {
    /// What the members that share a seat must not have in common.
    pub enum Distinct {
        /// Their actor.
        Actor = "actor",
        /// The region of their actor.
        Region = "region",
    }
}

record! {
    /// On whose behalf a seat may be filled.
    #[schemars(extend("examples" = [{"category": "kommune", "region": "DK03"}, {"actor": ["lo", "da"]}]))]
    pub struct Eligible {
        /// On behalf of an actor of one of these categories, or a narrower one.
        #[serde(default)]
        category: Refs = defaulted,
        /// On behalf of one of these actors.
        #[serde(default)]
        actor: Refs = defaulted,
        /// On behalf of an actor at home in one of these regions, or in a part of one.
        #[serde(default)]
        region: Refs = defaulted,
    }
}
