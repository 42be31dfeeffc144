//! What terms and pacts have in common: schemes, regions, actors, bodies, seats.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::value::{Entries, Quote, Ref, Refs, Text};
use crate::{
    decode::{Decode, Decoder, Faulty, Meta, record},
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
        /// What else is to be said of it: concepts of any scheme, such as public or private.
        #[serde(default)]
        is: Refs = defaulted,
        /// The larger actor that it is part of.
        part_of: Ref = optional,
        /// What has to be said about it.
        note: Text = optional,
    }
}
