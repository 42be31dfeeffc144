//! Documents of any size, made by rule, on which plugins are tried and measured.

use std::sync::Arc;

use pact_core::{graph::node::NodeKind, load::Input, model::Model};
use serde_json::{Map, Value, json};

use super::Asked;
use crate::manifest::Manifest;

/// The clause of [`sample`] that is to be decided.
const CLAUSE: &str = "clause:terms/A";
/// The proposal of [`sample`].
const PACT: &str = "pact:proposal";

/// Terms and a proposal that have about `nodes` nodes between them, joined as real ones are: actors of some categories, members, objectives with owners,
/// initiatives, partnerships, meetings and decisions. One objective in a hundred has no owner. O(nodes).
pub fn sample(nodes: usize) -> Arc<Model> {
    let (terms, pact) = documents(nodes);
    let mut input = Input::new();
    input.add("terms.json", terms.to_string());
    input.add("proposal.json", pact.to_string());
    Arc::new(input.build())
}

/// Documents that say nothing at all.
pub fn empty() -> Arc<Model> {
    Arc::new(Input::new().build())
}

/// What can be asked of a plugin about [`sample`]: whether the proposal complies with a clause, for each rule that decides.
pub fn asked(manifest: &Manifest) -> Vec<Asked> {
    let rules = manifest.rules.iter().filter(|rule| rule.decides);
    rules.map(|rule| Asked { rule: rule.name.clone(), clause: CLAUSE.to_owned(), pact: PACT.to_owned() }).collect()
}

/// How many nodes a model has.
pub fn nodes(model: &Model) -> usize {
    NodeKind::ALL.iter().map(|&kind| model.graph().of_kind(kind).len()).sum()
}

fn documents(nodes: usize) -> (Value, Value) {
    let unit = (nodes / 10).max(1);
    let entries = |number: usize, name: &str, entry: &dyn Fn(usize) -> Value| -> Value {
        Value::Object((0..number).map(|at| (format!("{name}{at}"), entry(at))).collect::<Map<_, _>>())
    };
    let category = |at: usize| if at.is_multiple_of(2) { "municipality" } else { "school" };
    let terms = json!({
        "terms": 1,
        "id": "terms",
        "title": "Terms",
        "schemes": {
            "policy-area": { "education": {}, "business": {} },
            "actor-category": { "municipality": {}, "school": {} },
        },
        "actors": entries(unit, "a", &|at| json!({ "label": format!("Actor {at}"), "category": category(at) })),
        "bodies": { "group": {} },
        "clauses": { "A": { "force": "should", "text": "The proposal should comply.", "binds": "group" } },
        "elements": entries(10, "E", &|at| json!({ "label": format!("Element {at}"), "clause": "A" })),
    });
    let objective = |at: usize| {
        let mut objective = json!({
            "label": format!("Objective {at}"),
            "policy-area": ["education"],
            "covers": [format!("E{}", at % 10)],
            "target": { "value": "20 %", "on": "2025-12-31" },
        });
        if let Some(entries) = objective.as_object_mut().filter(|_| at % 100 != 99) {
            entries.insert("owner".to_owned(), json!(format!("a{}", at % unit)));
        }
        objective
    };
    let pact = json!({
        "pact": 1,
        "id": "proposal",
        "title": "Proposal",
        "level": "regional",
        "status": "proposed",
        "terms": "terms",
        "members": entries(unit, "m", &|at| json!({ "body": "group", "actor": format!("a{at}"), "from": "2017-10-01" })),
        "objectives": entries(unit * 3, "o", &objective),
        "initiatives": entries(unit * 2, "i", &|at| {
            json!({ "label": format!("Initiative {at}"), "contributes-to": [format!("o{at}")], "owner": [format!("a{}", at % unit)] })
        }),
        "partnerships": entries(unit, "p", &|at| {
            json!({ "for": [format!("i{at}")], "partners": [format!("a{at}"), format!("a{}", (at + 1) % unit)] })
        }),
        "meetings": entries(unit, "s", &|at| json!({ "body": "group", "on": "2017-10-12", "label": format!("Meeting {at}") })),
        "decisions": entries(unit, "d", &|at| {
            json!({ "by": "group", "about": [format!("o{at}")], "meeting": format!("s{at}"), "on": "2017-10-12", "outcome": "approved" })
        }),
    });
    (terms, pact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_has_the_size_that_was_asked_for_and_no_faults() {
        for wanted in [1, 1_000] {
            let model = sample(wanted);
            assert_eq!(model.faults(), []);
            let found = nodes(&model);
            assert!(found.abs_diff(wanted) <= wanted / 20 + 40, "{found}");
        }
        assert_eq!(nodes(&empty()), 0);
    }
}
