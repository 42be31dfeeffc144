//! What a plugin costs: to compile it, to take it out of the cache, to start it, to ask the graph, and beside the same rules built in.
//!
//! `cargo bench -p pact-plugins`

#![expect(clippy::unwrap_used, reason = "a benchmark stops where something is wrong")]

use std::{fs, path::Path, sync::Arc};

use divan::{Bencher, counter::ItemsCount};
use pact_core::{
    check::{Check, Context, Sink},
    ledger::{Judging, Ledger},
    load::Input,
    model::Model,
};
use pact_plugins::{Cache, Host, Limits, Plugin, PluginCheck};
use pact_rules::{registry, words::OfLacks};

#[path = "../tests/support/guest.rs"]
mod guest;

fn main() {
    divan::main();
}

const NODES: [usize; 3] = [1_000, 10_000, 100_000];

const PLUGINS: [&str; 2] = ["health-inclusion/rust/health-inclusion.wasm", "coherence/coherence.wasm"];

fn bytes(plugin: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/plugins").join(plugin)).unwrap()
}

/// A large document has many findings, and each counts.
fn host() -> Host {
    Host::new(Limits { findings: 1_000_000, ..Limits::default() }).unwrap()
}

#[divan::bench(args = PLUGINS, sample_count = 10)]
fn compile(bencher: Bencher<'_, '_>, plugin: &str) {
    let (bytes, host) = (bytes(plugin), host());
    bencher.bench(|| Plugin::load(&bytes, &host).unwrap());
}

#[divan::bench(args = PLUGINS)]
fn load_from_cache(bencher: Bencher<'_, '_>, plugin: &str) {
    let (bytes, host) = (bytes(plugin), host());
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::open(&folder.path().join("cache"), &folder.path().join("keys/key")).unwrap();
    Plugin::load_with(&bytes, &host, Some(&cache)).unwrap();
    bencher.bench(|| Plugin::load_with(&bytes, &host, Some(&cache)).unwrap());
}

/// A plugin whose `run` has this body, as a check.
fn check(body: &str) -> PluginCheck {
    let manifest = serde_json::json!({
        "manifest": 1,
        "id": "trial",
        "version": "1.0.0",
        "title": { "en": "A trial" },
        "license": "MIT",
        "sees": { "kinds": ["objective"], "attributes": ["objective.label"] },
        "rules": [{ "name": "rule", "level": "warning", "since": "1.0.0", "docs": { "en": "A rule." } }],
        "languages": ["en"],
    });
    let manifest = serde_json::to_vec(&manifest).unwrap();
    let sections: [(&str, &[u8]); 2] =
        [("pact:manifest", &manifest), ("pact:messages/en", b"message = There is one\n")];
    let bytes = guest::with(guest::component(&guest::module(body, "")), &sections);
    let host = host();
    PluginCheck::new(Plugin::load(&bytes, &host).unwrap(), host, "{}".to_owned()).unwrap()
}

/// Documents of about so many nodes, and how they come out.
fn read(nodes: usize) -> (Arc<Model>, Arc<Ledger>) {
    let (terms, pact) = pact_tests::workspace(nodes);
    let mut input = Input::new();
    input.add("terms.json", terms.to_string());
    input.add("pact.json", pact.to_string());
    let model = input.build();
    let ledger = Ledger::new(model.graph(), Judging::default());
    (Arc::new(model), Arc::new(ledger))
}

fn run(check: &dyn Check, (model, ledger): &(Arc<Model>, Arc<Ledger>)) -> usize {
    let mut sink = Sink::default();
    check.run(Context { model, ledger, as_of: None }, &mut sink).unwrap();
    sink.findings().len()
}

/// A new instance each time, as every check has one, of a plugin that looks at nothing.
#[divan::bench]
fn instantiate_and_call(bencher: Bencher<'_, '_>) {
    let read = read(0);
    let check = check("(i32.const 16)");
    bencher.bench(|| run(&check, &read));
}

/// A question about all nodes of a kind at once: two in ten of the nodes are asked.
#[divan::bench(args = NODES, sample_count = 20)]
fn ask_of_all_nodes_at_once(bencher: Bencher<'_, '_>, nodes: usize) {
    let read = read(nodes);
    let check = check(
        "(call $nodes (i32.const 1024) (i32.const 9) (i32.const 128))
         (call $has (i32.const 1061) (i32.const 5) (i32.load (i32.const 132)) (i32.load (i32.const 136)) (i32.const 144))
         (i32.const 16)",
    );
    bencher.counter(ItemsCount::new(nodes / 5)).bench(|| run(&check, &read));
}

/// The same question about one node after the other.
#[divan::bench(args = NODES, sample_count = 20)]
fn ask_of_each_node_alone(bencher: Bencher<'_, '_>, nodes: usize) {
    let read = read(nodes);
    let check = check(
        "(call $nodes (i32.const 1024) (i32.const 9) (i32.const 128))
         (local.set $at (i32.load (i32.const 132)))
         (local.set $end (i32.add (local.get $at) (i32.mul (i32.load (i32.const 136)) (i32.const 4))))
         (block $done (loop $next
           (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
           (call $has (i32.const 1061) (i32.const 5) (local.get $at) (i32.const 1) (i32.const 144))
           (local.set $at (i32.add (local.get $at) (i32.const 4)))
           (br $next)))
         (i32.const 16)",
    );
    bencher.counter(ItemsCount::new(nodes / 5)).bench(|| run(&check, &read));
}

#[divan::bench(args = NODES, sample_count = 20)]
fn coherence_built_in(bencher: Bencher<'_, '_>, nodes: usize) {
    let read = read(nodes);
    let checks: Vec<&dyn Check> = registry::checks()
        .iter()
        .copied()
        .filter(|check| check.rules().iter().all(|rule| rule.group == "coherence"))
        .collect();
    bencher.counter(ItemsCount::new(nodes)).bench(|| checks.iter().map(|check| run(*check, &read)).sum::<usize>());
}

#[divan::bench(args = NODES, sample_count = 20)]
fn coherence_as_a_plugin(bencher: Bencher<'_, '_>, nodes: usize) {
    let read = read(nodes);
    let host = host();
    let plugin = Plugin::load(&bytes(PLUGINS[1]), &host).unwrap();
    let check = PluginCheck::new(plugin, host, "{}".to_owned()).unwrap().speaking(Arc::new(OfLacks));
    bencher.counter(ItemsCount::new(nodes)).bench(|| run(&check, &read));
}
