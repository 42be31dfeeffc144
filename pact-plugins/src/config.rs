//! The configuration of a plugin, held against the JSON Schema in its manifest before anything runs.
//!
//! Nothing is fetched: a schema that refers to another file is refused. Patterns are matched in linear time, so that none can be made to take for ever.

use jsonschema::{PatternOptions, Validator, error::ValidationErrorKind};
use pact_core::near::nearest;
use serde_json::{Map, Value};

/// How large a compiled pattern may be, in bytes.
const PATTERN: usize = 1 << 20;
/// More problems than this are not told.
const MOST: usize = 20;

/// What is wrong with a configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Of which part, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// What.
    pub what: Misfit,
}

/// What is wrong with a part of a configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// A key that the schema does not have, and the one that is nearly the same.
    Unknown {
        /// The key.
        key: String,
        /// What was probably meant.
        meant: Option<String>,
    },
    /// A key that has to be there.
    Missing(String),
    /// There is nothing to configure.
    Nothing,
    /// Anything else, in the words of the validator.
    Other(String),
}

/// A schema that is ready to be held against.
pub(crate) fn schema(schema: &Map<String, Value>) -> Result<Validator, String> {
    let mut options = jsonschema::options();
    options = options.with_pattern_options(PatternOptions::regex().size_limit(PATTERN).dfa_size_limit(PATTERN));
    options.build(&Value::Object(schema.clone())).map_err(|error| error.to_string())
}

/// A configuration with the defaults of its schema, or what is wrong with it.
///
/// # Errors
/// The problems, in the order of the validator, twenty at most. A schema that cannot be used is one.
pub fn settle(
    of: Option<&Map<String, Value>>,
    config: Option<&Map<String, Value>>,
) -> Result<Map<String, Value>, Vec<Problem>> {
    let at_root = |what| vec![Problem { pointer: String::new(), what }];
    let Some(of) = of else {
        return match config.filter(|config| !config.is_empty()) {
            None => Ok(Map::new()),
            Some(_) => Err(at_root(Misfit::Nothing)),
        };
    };
    let validator = schema(of).map_err(|reason| at_root(Misfit::Other(reason)))?;
    let mut filled = config.cloned().unwrap_or_default();
    fill(&mut filled, of);
    let value = Value::Object(filled);
    let mut problems: Vec<Problem> = Vec::new();
    for error in validator.iter_errors(&value).take(MOST) {
        let at = error.instance_path().as_str().to_owned();
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected }
            | ValidationErrorKind::UnevaluatedProperties { unexpected } => {
                let known = keys(of);
                problems.extend(unexpected.iter().map(|key| Problem {
                    pointer: format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")),
                    what: Misfit::Unknown {
                        key: key.clone(),
                        meant: nearest(key, known.iter().copied()).map(str::to_owned),
                    },
                }));
            }
            ValidationErrorKind::Required { property } => {
                let key = property.as_str().map_or_else(|| property.to_string(), str::to_owned);
                problems.push(Problem { pointer: at, what: Misfit::Missing(key) });
            }
            _ => problems.push(Problem { pointer: at, what: Misfit::Other(error.to_string()) }),
        }
    }
    match value {
        Value::Object(filled) if problems.is_empty() => Ok(filled),
        _ => Err(problems),
    }
}

/// Every key that a schema names, wherever it does.
fn keys(schema: &Map<String, Value>) -> Vec<&str> {
    let mut keys = Vec::new();
    let mut open = vec![schema];
    while let Some(here) = open.pop() {
        if let Some(Value::Object(properties)) = here.get("properties") {
            keys.extend(properties.keys().map(String::as_str));
        }
        open.extend(here.values().filter_map(Value::as_object));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Fills in the defaults of a schema, in the objects that are there.
fn fill(config: &mut Map<String, Value>, schema: &Map<String, Value>) {
    let Some(Value::Object(properties)) = schema.get("properties") else { return };
    for (key, of) in properties {
        let Value::Object(of) = of else { continue };
        match (config.get_mut(key), of.get("default")) {
            (Some(Value::Object(inner)), _) => fill(inner, of),
            (None, Some(default)) => {
                config.insert(key.clone(), default.clone());
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(text: &str) -> Map<String, Value> {
        serde_json::from_str(text).unwrap()
    }

    const SCHEMA: &str = r#"{ "type": "object", "additionalProperties": false, "required": ["name"], "properties": {
        "name": { "type": "string", "pattern": "^[a-z]+$" },
        "categories": { "type": "array", "items": { "type": "string" }, "default": ["hospital"] },
        "limits": { "type": "object", "properties": { "most": { "type": "integer", "default": 3 } } } } }"#;

    #[test]
    fn defaults_are_filled_in() {
        let settled = settle(Some(&object(SCHEMA)), Some(&object(r#"{ "name": "x", "limits": {} }"#))).unwrap();
        let expected = object(r#"{ "name": "x", "limits": { "most": 3 }, "categories": ["hospital"] }"#);
        assert_eq!(settled, expected);
        assert_eq!(settle(None, None), Ok(Map::new()));
    }

    #[test]
    fn problems_point_at_their_part() {
        let problems = |config: &str| settle(Some(&object(SCHEMA)), Some(&object(config))).unwrap_err();
        let [unknown] = problems(r#"{ "name": "x", "categries": [] }"#).try_into().unwrap();
        assert_eq!(unknown.pointer, "/categries");
        let meant = Some("categories".to_owned());
        assert_eq!(unknown.what, Misfit::Unknown { key: "categries".to_owned(), meant });
        assert_eq!(problems("{}")[0].what, Misfit::Missing("name".to_owned()));
        let wrong = problems(r#"{ "name": "X", "categories": ["a", 7] }"#);
        let pointers: Vec<&str> = wrong.iter().map(|problem| problem.pointer.as_str()).collect();
        assert!(pointers.contains(&"/name") && pointers.contains(&"/categories/1"), "{pointers:?}");
        let nothing = settle(None, Some(&object(r#"{ "a": 1 }"#))).unwrap_err();
        assert_eq!(nothing[0].what, Misfit::Nothing);
    }

    #[test]
    fn a_schema_fetches_nothing_and_no_pattern_takes_for_ever() {
        for hostile in [
            r#"{ "$ref": "https://example.org/schema.json" }"#,
            r#"{ "$ref": "file:///etc/passwd" }"#,
            r#"{ "properties": { "a": { "pattern": "(((a{1000}){1000}){1000}){1000}" } } }"#,
            r#"{ "type": 7 }"#,
        ] {
            assert!(schema(&object(hostile)).is_err(), "{hostile}");
        }
        // What would take a backtracking engine years.
        let slow = object(r#"{ "properties": { "a": { "pattern": "^(a+)+$" } } }"#);
        let config = serde_json::json!({ "a": format!("{}b", "a".repeat(10_000)) });
        assert!(settle(Some(&slow), config.as_object()).is_err());
        // A schema that refers to itself ends where the configuration does.
        let round = object(r##"{ "properties": { "a": { "$ref": "#" } } }"##);
        assert!(settle(Some(&round), Some(&object(r#"{ "a": { "a": {} } }"#))).is_ok());
    }
}
