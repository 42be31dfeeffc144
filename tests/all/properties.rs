//! What must hold whatever is written.

use pact_core::{load::Input, report::Options};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::{check, root};

/// The parts of a report that must not depend on where things stand.
fn without_places(files: &[(&str, &str)]) -> Vec<(String, String, String, Vec<String>)> {
    let report = check(files);
    let words = pact_rules::messages::catalogue(pact_core::message::Language::English).unwrap();
    let describe = |found: &pact_core::report::Reported| {
        let finding = &found.finding;
        let related = finding.related.iter().map(|related| words.text(&related.label)).collect();
        let message =
            format!("{} | {:?}", words.text(&finding.message), finding.help.as_ref().map(|help| words.text(help)));
        (found.fingerprint.clone(), found.subject.clone(), message, related)
    };
    report.findings.iter().map(describe).collect()
}

/// A document with faults of many kinds, to be shuffled.
fn faulty() -> (Value, Value) {
    let terms = json!({
        "terms": 1, "id": "t", "title": "T",
        "schemes": { "actor-category": { "town": {}, "firm": {}, "wide": { "broader": "narrow" }, "narrow": { "broader": "wide" } }, "policy-area": { "a": {}, "b": {} } },
        "actors": { "x": { "label": "Same", "category": "town" }, "y": { "label": "same", "category": "toun" }, "z": {} },
        "bodies": { "g": { "size": "many", "seats": { "s": { "eligible": { "category": "town", "actor": "x" } }, "u": {} } } },
        "clauses": { "A": { "force": "must" }, "B": { "force": "shall", "text": "b" }, "C": { "force": "may", "text": "c", "binds": ["gg", "x"] } },
    });
    let pact = json!({
        "pact": 1, "id": "p", "title": "P", "level": "regional", "status": "proposed",
        "objectives": { "o1": { "label": "1", "supports": ["o2", "o2"] }, "o2": { "label": "2", "supports": "o1" }, "o3": { "lable": "3" } },
        "initiatives": { "i": { "label": "i", "contributes-to": "o33", "owner": "q", "from": "2019", "to": "2018" } },
        "members": { "m1": { "body": "g", "seat": "s" }, "m2": { "body": "g", "actor": "x" }, "m3": { "body": "g", "seat": "uu", "actor": "z" } },
        "meetings": { "k": { "body": "g", "on": "2018-02-31" } },
    });
    (terms, pact)
}

/// The same value with the entries of every object in an order that `seed` decides.
fn shuffled(value: &Value, seed: u64) -> Value {
    match value {
        Value::Object(entries) => {
            let mut list: Vec<(&String, &Value)> = entries.iter().collect();
            let key = |name: &str| {
                name.bytes()
                    .fold(seed, |sum, byte| {
                        sum.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(u64::from(byte) | 1)
                    })
                    .rotate_left(29)
            };
            list.sort_by_key(|(name, _)| key(name));
            Value::Object(
                list.into_iter().map(|(name, value)| (name.clone(), shuffled(value, seed))).collect::<Map<_, _>>(),
            )
        }
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(|item| shuffled(item, seed)).collect();
            if seed % 2 == 1 {
                items.reverse();
            }
            Value::Array(items)
        }
        other => other.clone(),
    }
}

fn example_texts() -> Vec<(&'static str, Vec<u8>)> {
    let folder = root().join("examples/midtjylland");
    ["kommissorium.yaml", "danmark.yaml", "forslag.yaml", "medlemmer.csv", "pact.toml", "kommissorium.da.txt"]
        .into_iter()
        .map(|name| (name, std::fs::read(folder.join(name)).unwrap()))
        .collect()
}

/// Reads files and runs every rule; renders every message in both languages. It must come to an end without a panic.
fn survive(files: &[(&str, Vec<u8>)]) {
    let mut input = Input::new();
    for (name, bytes) in files {
        input.add(name, bytes.clone());
    }
    let report = pact_rules::check(input, &Options::default());
    for language in pact_core::message::Language::ALL {
        let words = pact_rules::messages::catalogue(language).unwrap();
        for found in &report.findings {
            assert!(!words.text(&found.finding.message).is_empty());
            let source = report.model.sources().get(found.finding.span.file).unwrap();
            let (start, end) = (source.position(found.finding.span.start), source.position(found.finding.span.end));
            assert!(start <= end);
            let _ = source.cell(found.finding.span.start);
        }
    }
    let _ = report.outcome();
}

/// One change to a text, of the kinds that typing and transport make.
#[derive(Clone, Debug)]
enum Change {
    Delete(usize, usize),
    Insert(usize, Vec<u8>),
    Copy(usize, usize, usize),
    Swap(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let words = prop::sample::select(vec![
        "\n",
        "  ",
        ": ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "&a ",
        "*a",
        "? ",
        "| ",
        "> ",
        "# ",
        "\t",
        "\0",
        "---\n",
        "!!x ",
        "<<: ",
        ",",
        ";",
        "æ",
        "\u{feff}",
        "\u{202e}",
        "null",
        "99999999999999999999",
        "-1",
        "1e999",
        "2018-02-31",
        "\r",
        "\\",
        "%",
        "@",
        "`",
        "/",
    ]);
    let at = || 0_usize..1 << 20;
    prop_oneof![
        (at(), 0_usize..40).prop_map(|(at, length)| Change::Delete(at, length)),
        (at(), words).prop_map(|(at, word)| Change::Insert(at, word.as_bytes().to_vec())),
        (at(), prop::collection::vec(any::<u8>(), 1..6)).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        (at(), at(), 0_usize..200).prop_map(|(at, to, length)| Change::Copy(at, to, length)),
        (at(), at()).prop_map(|(at, to)| Change::Swap(at, to)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let place = |at: usize| if bytes.is_empty() { 0 } else { at % bytes.len() };
        match change {
            Change::Delete(at, length) => {
                let at = place(*at);
                let end = (at + length).min(bytes.len());
                bytes.drain(at..end);
            }
            Change::Insert(at, words) => {
                let at = place(*at);
                bytes.splice(at..at, words.iter().copied());
            }
            Change::Copy(at, to, length) => {
                let (at, to) = (place(*at), place(*to));
                let part = bytes[at..(at + length).min(bytes.len())].to_vec();
                bytes.splice(to..to, part);
            }
            Change::Swap(at, to) => {
                let (at, to) = (place(*at), place(*to));
                if !bytes.is_empty() {
                    bytes.swap(at, to);
                }
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000), ending in prop::sample::select(vec!["yaml", "json", "toml", "csv", "txt"])) {
        survive(&[(&format!("a.{ending}"), bytes)]);
    }

    #[test]
    fn arbitrary_words_never_panic(words in prop::collection::vec(prop::sample::select(vec![
        "terms: 1\n", "pact: 1\n", "id: a\n", "title: ", "{", "}", "[", "]", ": ", "- ", "\n", "\n  ", "\n    ", "clauses:", "bodies:", "seats:", "a", "b", "\"", "'", "&x ", "*x", "1", ",", "|\n", "# ",
    ]), 0..80), ending in prop::sample::select(vec!["yaml", "json"])) {
        survive(&[(&format!("a.{ending}"), words.concat().into_bytes())]);
    }

    #[test]
    fn mutations_of_the_example_never_panic(which in 0_usize..6, changes in prop::collection::vec(change(), 1..8)) {
        let mut files = example_texts();
        let bytes = std::mem::take(&mut files[which].1);
        files[which].1 = changed(bytes, &changes);
        survive(&files);
    }

    #[test]
    fn order_changes_nothing_but_places(seed in any::<u64>(), swap in any::<bool>()) {
        let (terms, pact) = faulty();
        let plain = without_places(&[("t.json", &terms.to_string()), ("p.json", &pact.to_string())]);
        let (terms, pact) = (shuffled(&terms, seed).to_string(), shuffled(&pact, seed).to_string());
        let files = if swap { [("p.json", pact.as_str()), ("t.json", terms.as_str())] } else { [("t.json", terms.as_str()), ("p.json", pact.as_str())] };
        prop_assert!(plain.len() > 15, "{}", plain.len());
        prop_assert_eq!(without_places(&files), plain);
    }
}

/// JSON and YAML of the same document say the same.
#[test]
fn formats_agree() {
    let (terms, pact) = faulty();
    let json = without_places(&[("t.json", &terms.to_string()), ("p.json", &pact.to_string())]);
    let yaml = without_places(&[("t.yaml", &pact_tests::yaml(&terms)), ("p.yaml", &pact_tests::yaml(&pact))]);
    assert_eq!(json, yaml);
}

/// The documents that the benchmarks measure are without fault, so that they measure what they say.
#[test]
fn made_documents_are_without_fault() {
    let (terms, pact) = pact_tests::workspace(1000);
    let report = check(&[("t.json", &terms.to_string()), ("p.json", &pact.to_string())]);
    assert_eq!(crate::support::lines(&report, pact_core::message::Language::English), Vec::<String>::new());
    assert!(report.model.graph().node_count() > 900);
}
