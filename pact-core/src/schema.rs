//! JSON Schemas of the documents.

use schemars::{
    Schema, SchemaGenerator,
    generate::SchemaSettings,
    json_schema,
    transform::{Transform, transform_subschemas},
};

use crate::document::{DocumentKind, VERSION, pact::Pact, terms::Terms, workspace::Workspace};

/// The version key of a document.
pub(crate) fn version(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "description": "The version of the document language.", "const": VERSION })
}

/// Takes away `null`: a key that says nothing is left out.
#[derive(Clone, Debug)]
struct NoNull;

impl Transform for NoNull {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(object) = schema.as_object_mut() {
            if let Some(serde_json::Value::Array(types)) = object.get_mut("type") {
                types.retain(|kind| kind != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    object.insert("type".to_owned(), only);
                }
            }
            if let Some(serde_json::Value::Array(choices)) = object.get_mut("anyOf") {
                choices.retain(|choice| choice.get("type").is_none_or(|kind| kind != "null"));
                if let [serde_json::Value::Object(only)] = choices.as_slice() {
                    let only = only.clone();
                    object.remove("anyOf");
                    for (key, value) in only {
                        object.entry(key).or_insert(value);
                    }
                }
            }
        }
        transform_subschemas(self, schema);
    }
}

/// Gives every definition its name as a title, which is what editors show.
fn titled(mut schema: Schema) -> Schema {
    let definitions =
        schema.as_object_mut().and_then(|root| root.get_mut("$defs")).and_then(serde_json::Value::as_object_mut);
    for (name, definition) in definitions.into_iter().flatten() {
        if let Some(definition) = definition.as_object_mut() {
            definition.entry("title").or_insert_with(|| spaced(name).into());
        }
    }
    schema
}

/// `RegisterFile` as people write it: `Register file`.
fn spaced(name: &str) -> String {
    let mut text = String::new();
    for (at, letter) in name.chars().enumerate() {
        if at > 0 && letter.is_uppercase() {
            text.push(' ');
            text.extend(letter.to_lowercase());
        } else {
            text.push(letter);
        }
    }
    text
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().with_transform(NoNull).into_generator()
}

/// The JSON Schema (2020-12) of a kind of document; `None` for a register, which is a table.
pub fn of(kind: DocumentKind) -> Option<Schema> {
    Some(titled(match kind {
        DocumentKind::Terms => generator().into_root_schema_for::<Terms>(),
        DocumentKind::Pact => generator().into_root_schema_for::<Pact>(),
        DocumentKind::Workspace => generator().into_root_schema_for::<Workspace>(),
        DocumentKind::Register => return None,
    }))
}
