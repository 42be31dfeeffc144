//! The JSON Schemas: every example validates, and what a schema rejects the loader rejects too.

use pact_core::{document::DocumentKind, schema};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::{check, root};

fn validator(kind: DocumentKind) -> jsonschema::Validator {
    let schema = serde_json::to_value(schema::of(kind).unwrap()).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

/// A YAML file as another parser than ours reads it.
fn value_of(text: &str) -> Value {
    serde_saphyr::from_str(text).unwrap()
}

#[test]
fn every_example_validates() {
    let mut seen = 0;
    for (folder, name, kind) in [
        ("midtjylland", "kommissorium.yaml", DocumentKind::Terms),
        ("midtjylland", "danmark.yaml", DocumentKind::Pact),
        ("midtjylland", "forslag.yaml", DocumentKind::Pact),
        ("midtjylland-clean", "forslag.yaml", DocumentKind::Pact),
        ("danmark-raad", "kommissorium.yaml", DocumentKind::Terms),
        ("danmark-raad", "handlingsplan.yaml", DocumentKind::Pact),
        ("brainport", "kader.yaml", DocumentKind::Terms),
        ("brainport", "nederland.yaml", DocumentKind::Pact),
        ("brainport", "voorstel.yaml", DocumentKind::Pact),
    ] {
        let text = std::fs::read_to_string(root().join("examples").join(folder).join(name)).unwrap();
        let value = value_of(&text);
        let errors: Vec<String> =
            validator(kind).iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(errors, Vec::<String>::new(), "{folder}/{name}");
        seen += 1;
    }
    assert_eq!(seen, 9);
    for folder in ["midtjylland", "midtjylland-clean", "danmark-raad", "brainport"] {
        let text = std::fs::read_to_string(root().join("examples").join(folder).join("pact.toml")).unwrap();
        let value = serde_json::to_value(toml::from_str::<toml::Table>(&text).unwrap()).unwrap();
        assert!(validator(DocumentKind::Workspace).is_valid(&value), "{folder}/pact.toml");
    }
}

/// Every object of every schema says what each key means.
#[test]
fn every_key_is_described() {
    fn walk(value: &Value, place: &str, missing: &mut Vec<String>) {
        if let Some(properties) = value.get("properties").and_then(Value::as_object) {
            for (key, property) in properties {
                if property.get("description").is_none() && property.get("$ref").is_none() {
                    missing.push(format!("{place}/{key}"));
                }
            }
        }
        match value {
            Value::Object(entries) => {
                entries.iter().for_each(|(key, value)| walk(value, &format!("{place}/{key}"), missing))
            }
            Value::Array(items) => items.iter().for_each(|value| walk(value, place, missing)),
            _ => {}
        }
    }
    for kind in [DocumentKind::Terms, DocumentKind::Pact, DocumentKind::Workspace] {
        let schema = serde_json::to_value(schema::of(kind).unwrap()).unwrap();
        assert!(schema.get("title").is_some() && schema.get("description").is_some(), "{kind:?}");
        let mut missing = Vec::new();
        walk(&schema, "", &mut missing);
        assert_eq!(missing, Vec::<String>::new(), "{kind:?}");
    }
}

/// Every entry has a title and an example, and the examples are right.
#[test]
fn every_entry_has_an_example_that_validates() {
    for kind in [DocumentKind::Terms, DocumentKind::Pact, DocumentKind::Workspace] {
        let schema = serde_json::to_value(schema::of(kind).unwrap()).unwrap();
        for (name, definition) in schema["$defs"].as_object().unwrap() {
            assert!(definition.get("title").is_some(), "{name}");
            if definition.get("properties").is_some() {
                assert!(definition.get("examples").is_some(), "{name}: no example");
            }
            for example in definition.get("examples").and_then(Value::as_array).into_iter().flatten() {
                let one = json!({ "$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": format!("#/$defs/{name}") });
                let errors: Vec<String> = jsonschema::validator_for(&one)
                    .unwrap()
                    .iter_errors(example)
                    .map(|error| error.to_string())
                    .collect();
                assert_eq!(errors, Vec::<String>::new(), "{name}: {example}");
            }
        }
    }
}

/// Values that stand in wrong places more often than not.
fn odd() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!(true)),
        Just(json!(0)),
        Just(json!(-3)),
        Just(json!(2018)),
        Just(json!(1.5)),
        Just(json!("")),
        Just(json!("a b")),
        Just(json!("a")),
        Just(json!("must")),
        Just(json!("2018-02-31")),
        Just(json!("2018-13")),
        Just(json!("20 %")),
        Just(json!([])),
        Just(json!(["a", 1, null])),
        Just(json!({})),
        Just(json!({ "da": "x", "en": 3 })),
        Just(json!({ "x y": {} })),
        Just(json!({ "exactly": "many" })),
    ]
}

/// Puts `odd` at the place that `path` picks, going down as long as it can.
fn put(value: &mut Value, path: &[prop::sample::Index], odd: &Value, key: Option<&str>) {
    let Some((first, rest)) = path.split_first() else {
        match (key, &mut *value) {
            (Some(key), Value::Object(entries)) => {
                entries.insert(key.to_owned(), odd.clone());
            }
            _ => *value = odd.clone(),
        }
        return;
    };
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            let at = first.index(entries.len());
            let (_, inner) = entries.iter_mut().nth(at).unwrap();
            put(inner, rest, odd, key);
        }
        Value::Array(items) if !items.is_empty() => {
            let at = first.index(items.len());
            put(&mut items[at], rest, odd, key);
        }
        _ => *value = odd.clone(),
    }
}

fn small(kind: DocumentKind) -> Value {
    let common = json!({
        "schemes": { "policy-area": ["a", "b"], "actor-category": { "town": { "label": { "da": "By" }, "policy-area": "a" } } },
        "regions": { "DK": {}, "DK1": { "label": "One", "part-of": "DK" } },
        "actors": { "x": { "label": "X", "category": ["town"], "region": "DK1" } },
        "bodies": { "g": { "label": "G", "kind": "group", "size": { "at-least": 1, "at-most": 3 }, "from": "2018",
            "seats": { "s": { "places": 2, "eligible": { "category": "town", "actor": ["x"] }, "nominated-by": "x", "distinct": "actor", "invited": true } } } },
        "facts": { "f": { "text": "Something is so.", "holds": true, "on": "2018-01", "sources": ["a page"] } },
    });
    let own = match kind {
        DocumentKind::Terms => json!({
            "terms": 1, "id": "t", "title": { "da": "T" }, "language": "da", "source": { "file": "t.txt", "issued-by": "x", "on": "2018-01-02" },
            "elements": { "E1": { "label": "E", "clause": "A", "parts": { "a": { "text": "part" } } } },
            "clauses": { "A": { "force": "must", "binds": ["g"], "text": "a", "from": "2018", "part-of": "B" }, "B": { "force": "context", "text": "b" } },
        }),
        _ => json!({
            "pact": 1, "id": "p", "title": "P", "level": "regional", "status": "proposed", "region": "DK", "from": "2018", "to": "2019",
            "registers": [{ "file": "m.csv", "body": "g" }],
            "members": { "m": { "person": "Office", "body": "g", "seat": "s", "actor": "x", "from": "2018-01-01", "vote": true, "role": "chair" } },
            "strengths": { "k": { "label": "K", "policy-area": "a" } },
            "objectives": { "o": { "label": "O", "level": "national", "builds-on": "k", "baseline": { "value": 3, "on": 2017 }, "target": { "value": "20 %" } } },
            "initiatives": { "i": { "label": "I", "contributes-to": ["o"], "from": "2018-01", "resources": "money" } },
            "partnerships": { "q": { "partners": { "x": { "commitment": "time" } }, "for": "i" }, "r": { "partners": ["x"] } },
            "meetings": { "n": { "body": "g", "kind": "plenary", "on": "2018-02-03", "agenda": ["one", { "da": "to" }] } },
            "decisions": { "d": { "by": "x", "about": "i", "on": "2018-02-03", "meeting": "n", "outcome": "approved" } },
            "attestations": { "at": { "by": "x", "on": "2018" } },
            "explanations": { "ex": { "reason": "because" } },
            "waivers": { "w": { "by": "x", "decision": "d", "reason": "because", "until": "2019-01-01" } },
        }),
    };
    let mut all: Map<String, Value> = Map::new();
    for value in [own, common] {
        all.extend(value.as_object().unwrap().clone());
    }
    Value::Object(all)
}

/// Whether reading a document gives a fault; references and their like are not a schema's business.
fn loader_rejects(value: &Value) -> bool {
    let report = check(&[("a.json", &value.to_string()), ("t.txt", "text"), ("m.csv", "id\n1\n")]);
    !report.model.faults().is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_schema_rejects_the_loader_rejects(
        terms in any::<bool>(),
        path in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        odd in odd(),
        key in prop::option::of(prop::sample::select(vec!["id", "label", "force", "unknown-key", "clause", "nominated_by", "on", "level"])),
    ) {
        thread_local! {
            static SCHEMAS: [jsonschema::Validator; 2] = [validator(DocumentKind::Terms), validator(DocumentKind::Pact)];
        }
        let mut value = small(if terms { DocumentKind::Terms } else { DocumentKind::Pact });
        put(&mut value, &path, &odd, key);
        let rejected = SCHEMAS.with(|schemas| !schemas[usize::from(!terms)].is_valid(&value));
        prop_assert!(!rejected || loader_rejects(&value), "{value}");
    }
}

#[test]
fn the_small_documents_are_accepted_by_both() {
    for kind in [DocumentKind::Terms, DocumentKind::Pact] {
        let value = small(kind);
        let errors: Vec<String> =
            validator(kind).iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(errors, Vec::<String>::new());
        assert!(!loader_rejects(&value));
    }
}
