//! What tests and benchmarks share: documents of any size, made by rule.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

/// Terms and a pact that have about `nodes` nodes between them, without a fault, as JSON values.
///
/// A tenth are actors and members each, the rest objectives, initiatives, meetings and decisions, joined as real ones are.
pub fn workspace(nodes: usize) -> (Value, Value) {
    let unit = (nodes / 10).max(1);
    let mut actors = Map::new();
    let mut seats = Map::new();
    for at in 0..unit {
        let category = if at % 2 == 0 { "municipality" } else { "school" };
        actors.insert(
            format!("actor-{at}"),
            json!({ "label": { "da": format!("Aktør {at}"), "en": format!("Actor {at}") }, "category": category }),
        );
        seats.insert(format!("seat-{at}"), json!({ "places": 1, "eligible": { "category": category } }));
    }
    let terms = json!({
        "terms": 1,
        "id": "terms",
        "title": "Terms",
        "schemes": {
            "policy-area": { "education": {}, "business": {} },
            "actor-category": { "municipality": { "policy-area": "business" }, "school": { "policy-area": "education" } },
        },
        "actors": actors,
        "bodies": { "group": { "size": unit, "seats": seats } },
        "clauses": { "A": { "force": "must", "text": "The group has its members.", "binds": "group" } },
    });
    let mut sections: [Map<String, Value>; 6] = Default::default();
    let [members, national, objectives, initiatives, meetings, decisions] = &mut sections;
    for at in 0..unit {
        members.insert(
            format!("m{at}"),
            json!({ "person": format!("Office {at}"), "body": "group", "seat": format!("seat-{at}"), "actor": format!("actor-{at}"), "from": "2017-10-01" }),
        );
        national.insert(format!("n{at}"), json!({ "label": format!("National goal {at}"), "level": "national" }));
    }
    for at in 0..unit * 2 {
        let goal = at % unit;
        objectives.insert(
            format!("o{at}"),
            json!({
                "label": { "da": format!("Flere uddannede, {at}"), "en": format!("More graduates, {at}") },
                "supports": [format!("n{goal}")],
                "policy-area": ["education"],
                "owner": format!("actor-{goal}"),
                "baseline": { "value": 100, "on": 2017 },
                "target": { "value": "20 %", "on": "2025-12-31" },
            }),
        );
        initiatives.insert(
            format!("i{at}"),
            json!({ "label": format!("Initiative {at}"), "contributes-to": [format!("o{at}")], "owner": [format!("actor-{goal}")], "from": "2018-08", "to": "2019-07" }),
        );
    }
    for at in 0..unit {
        meetings.insert(format!("moede-{at}"), json!({ "body": "group", "kind": "plenary", "on": "2017-10-12" }));
        decisions.insert(
            format!("d{at}"),
            json!({ "by": format!("actor-{at}"), "about": [format!("o{at}")], "meeting": format!("moede-{at}"), "on": "2017-10-12", "outcome": "approved" }),
        );
    }
    let [members, mut national, objectives, initiatives, meetings, decisions] = sections;
    national.extend(objectives);
    let pact = json!({
        "pact": 1,
        "id": "pact",
        "title": "Pact",
        "level": "regional",
        "status": "proposed",
        "terms": "terms",
        "members": members,
        "objectives": national,
        "initiatives": initiatives,
        "meetings": meetings,
        "decisions": decisions,
    });
    (terms, pact)
}

/// A JSON value as YAML, in the block style that people write.
pub fn yaml(value: &Value) -> String {
    let mut text = String::new();
    block(value, 0, &mut text);
    text
}

fn block(value: &Value, depth: usize, text: &mut String) {
    let Value::Object(entries) = value else {
        let _ = writeln!(text, "{value}");
        return;
    };
    for (key, content) in entries {
        let indent = "  ".repeat(depth);
        match content {
            Value::Object(inner) if !inner.is_empty() => {
                let _ = writeln!(text, "{indent}{key}:");
                block(content, depth + 1, text);
            }
            // JSON between braces is YAML too.
            _ => {
                let _ = writeln!(text, "{indent}{key}: {content}");
            }
        }
    }
}
