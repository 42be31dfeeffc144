//! Values that somebody else understands, such as the configuration of a plugin: kept as JSON, with the places of all their parts.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    decode::{Decode, Decoder, Faulty},
    fault::Expected,
    load::tree::{Value, ValueKind},
    source::Span,
};

/// An object of JSON as somebody wrote it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Json {
    /// The object.
    pub value: serde_json::Map<String, serde_json::Value>,
    /// Where the object stands.
    pub span: Span,
    /// Where each of its parts stands, by JSON Pointer (RFC 6901), sorted: the key, for what stands under one.
    pub places: Vec<(String, Span)>,
}

impl Json {
    /// The place of a part, or of the nearest part around it. O(log parts × depth).
    pub fn place(&self, pointer: &str) -> Span {
        let mut pointer = pointer;
        loop {
            let found = self.places.binary_search_by(|(known, _)| known.as_str().cmp(pointer));
            match (found.ok().and_then(|at| self.places.get(at)), pointer.rsplit_once('/')) {
                (Some((_, span)), _) => return *span,
                (None, Some((around, _))) => pointer = around,
                (None, None) => return self.span,
            }
        }
    }
}

impl Decode for Json {
    const EXPECTED: Expected = Expected::Entries;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::Object {
            return Err(decoder.wrong_type(value, Expected::Entries));
        }
        let mut places = Vec::new();
        let read = read(value, &mut String::new(), &mut places);
        places.sort();
        let value_read = match read {
            serde_json::Value::Object(map) => map,
            _ => serde_json::Map::new(),
        };
        Ok(Self { value: value_read, span: value.span(), places })
    }
}

/// A value and all that stands in it. Values are no deeper than documents may be.
fn read(value: Value<'_>, pointer: &mut String, places: &mut Vec<(String, Span)>) -> serde_json::Value {
    let length = pointer.len();
    match value.kind() {
        ValueKind::Null => serde_json::Value::Null,
        ValueKind::Boolean => serde_json::Value::Bool(value.text().eq_ignore_ascii_case("true")),
        // What no number of JSON can be, such as infinity, stays the text that it is.
        ValueKind::Integer | ValueKind::Number => serde_json::from_str(value.text())
            .map_or_else(|_| serde_json::Value::String(value.text().to_owned()), serde_json::Value::Number),
        ValueKind::String => serde_json::Value::String(value.text().to_owned()),
        ValueKind::Array => {
            let items = value.items().enumerate().map(|(at, item)| {
                pointer.push_str(&format!("/{at}"));
                places.push((pointer.clone(), item.span()));
                let item = read(item, pointer, places);
                pointer.truncate(length);
                item
            });
            serde_json::Value::Array(items.collect())
        }
        ValueKind::Object => {
            let entries = value.entries().map(|(key, item)| {
                pointer.push('/');
                pointer.push_str(&key.text().replace('~', "~0").replace('/', "~1"));
                places.push((pointer.clone(), key.span()));
                let item = read(item, pointer, places);
                pointer.truncate(length);
                (key.text().to_owned(), item)
            });
            serde_json::Value::Object(entries.collect())
        }
    }
}

impl JsonSchema for Json {
    fn schema_name() -> Cow<'static, str> {
        "Json".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "Keys and values as whoever reads them has it.", "type": "object" })
    }
}
