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
    let mut elements = Map::new();
    for at in 0..10 {
        elements.insert(format!("E{at}"), json!({ "text": format!("Element {at}"), "clause": "E" }));
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
        "elements": elements,
        "clauses": clauses(),
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
            json!({ "label": format!("Initiative {at}"), "contributes-to": [format!("o{at}")], "owner": [format!("actor-{goal}")], "covers": [format!("E{}", at % 10)], "from": "2018-08", "to": "2019-07" }),
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

/// Clauses with a requirement of each kind that looks at many nodes.
fn clauses() -> Value {
    json!({
        "A": { "force": "must", "text": "The group has its members.", "binds": "group", "requires": { "composition": "group" } },
        "B": {
            "force": "must", "text": "Every regional objective supports a national one.",
            "requires": [
                { "every": "objective", "where": { "level": "regional" }, "has": { "at-least": 1, "via": "supports", "to": "objective", "where": { "level": "national" } } },
                { "no": "objective", "where": { "level": "regional" }, "has": { "at-least": 1, "via": "contradicts" } },
                { "every": "objective", "where": { "level": "regional" }, "has": { "given": ["owner", "baseline", "target"] } },
            ],
        },
        "C": {
            "force": "must", "text": "Every initiative serves a goal that others serve too.",
            "requires": [
                { "every": "initiative", "has": { "at-least": 1, "via": "contributes-to" } },
                { "every": "initiative", "has": { "at-least": 1, "via": "contributes-to/policy-area/policy-area-of/contribution", "to": "initiative" } },
            ],
        },
        "D": {
            "force": "must", "text": "Every policy area has members.",
            "requires": { "every": "policy-area", "has": { "at-least": 2, "via": "policy-area-of", "to": "member", "where": { "body": "group" } } },
        },
        "E": { "force": "should", "text": "The pact has ten elements." },
        "F": { "force": "must", "text": "The group meets.", "requires": { "meetings": { "of": "group", "at-least": 2, "in": ["2017-10"] } } },
    })
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

/// Nine letters, the first a capital; those of two numbers have hardly one in common.
pub fn word(number: u64) -> String {
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bd1_e995;
    let mut word = String::new();
    for at in 0..9_u8 {
        state = (state ^ (state >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let first = if at == 0 { b'A' } else { b'a' };
        word.push(char::from(first + u8::try_from((state >> 40) % 26).unwrap_or(0)));
    }
    word
}

/// A proposal with 200 organisations (`Foreningen`, and [`word`] of 0 to 199) and `KL`, and its register of `rows` persons, who are all different. `actor` says for
/// whom the person in a row sits.
pub fn register(rows: u64, actor: impl Fn(u64) -> String) -> (String, String) {
    let mut pact =
        "pact: 1\nid: forslag\ntitle: Forslag\nlevel: national\nstatus: planned\nactors:\n  kl: { label: KL }\n"
            .to_owned();
    for at in 0..200 {
        let _ = writeln!(pact, "  o{at}: {{ label: Foreningen {} }}", word(at));
    }
    let seats = format!("kommuner: {{ places: {rows}, label: Kommunerne }}");
    let _ = writeln!(pact, "bodies: {{ rådet: {{ label: Rådet, seats: {{ {seats} }} }} }}");
    pact.push_str("registers: [{ file: medlemmer.csv, body: rådet }]\n");
    let mut register = "navn;plads;organisation;fra\n".to_owned();
    for row in 0..rows {
        let (given, family) = (word(row + 1_000), word(row + 1_000_000));
        let _ = writeln!(register, "{given} {family};Kommunerne;{};01.01.2026", actor(row));
    }
    (pact, register)
}
