//! Loading and joining 100 000 nodes, beside serde_json parsing the same bytes.
//!
//! `cargo bench -p pact-tests`

use divan::{Bencher, counter::BytesCount};
use pact_core::{
    ledger::{Judging, Ledger},
    load::Input,
    model::Model,
    report::Options,
};
use pact_tests::{register, word, workspace, yaml};

fn main() {
    divan::main();
}

const NODES: [usize; 2] = [10_000, 100_000];

fn texts(nodes: usize, format: fn(&serde_json::Value) -> String) -> (String, String) {
    let (terms, pact) = workspace(nodes);
    (format(&terms), format(&pact))
}

fn json(value: &serde_json::Value) -> String {
    value.to_string()
}

fn build(ending: &str, terms: &str, pact: &str) -> Model {
    let mut input = Input::new();
    input.add(&format!("terms.{ending}"), terms);
    input.add(&format!("pact.{ending}"), pact);
    input.build()
}

#[divan::bench(args = NODES, sample_count = 20)]
fn serde_json_value(bencher: Bencher<'_, '_>, nodes: usize) {
    let (terms, pact) = texts(nodes, json);
    bencher.counter(BytesCount::new(terms.len() + pact.len())).bench(|| {
        // The values are given back, so that dropping them is not timed: nor is dropping the model below.
        let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text);
        (parse(&terms), parse(&pact))
    });
}

#[divan::bench(args = NODES, sample_count = 20)]
fn load_and_graph_json(bencher: Bencher<'_, '_>, nodes: usize) {
    let (terms, pact) = texts(nodes, json);
    bencher.counter(BytesCount::new(terms.len() + pact.len())).bench(|| build("json", &terms, &pact));
}

#[divan::bench(args = NODES, sample_count = 20)]
fn load_and_graph_yaml(bencher: Bencher<'_, '_>, nodes: usize) {
    let (terms, pact) = texts(nodes, yaml);
    bencher.counter(BytesCount::new(terms.len() + pact.len())).bench(|| build("yaml", &terms, &pact));
}

#[divan::bench(args = NODES, sample_count = 20)]
fn rules(bencher: Bencher<'_, '_>, nodes: usize) {
    let (terms, pact) = texts(nodes, json);
    let options = Options::default();
    bencher.with_inputs(|| build("json", &terms, &pact)).bench_values(|model| {
        pact_core::report::Report::new(model, pact_rules::registry::checks().iter().copied(), &options)
    });
}

#[divan::bench(args = NODES, sample_count = 20)]
fn verdicts(bencher: Bencher<'_, '_>, nodes: usize) {
    let (terms, pact) = texts(nodes, json);
    let model = build("json", &terms, &pact);
    bencher.bench(|| Ledger::new(model.graph(), Judging::default()));
}

/// A register of 60 000 rows, as it should be and with another slip in every row.
#[divan::bench(args = [false, true], sample_count = 5)]
fn register_of_sixty_thousand(bencher: Bencher<'_, '_>, misspelt: bool) {
    let actor = |row: u64| if misspelt && row > 0 { format!("Forening {}", word(row)) } else { "KL".to_owned() };
    let (pact, table) = register(60_000, actor);
    bencher.counter(BytesCount::new(table.len())).bench(|| {
        let mut input = Input::new();
        input.add("forslag.yaml", pact.as_str());
        input.add("medlemmer.csv", table.as_str());
        pact_rules::check(input, &Options::default())
    });
}
