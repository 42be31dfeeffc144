//! The example `health-inclusion`, run by the host as any other plugin: the same cases for every language in which it is written.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod support;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use self::support::{built, documents};
use pact_core::{
    check::{Check, Context, Sink},
    ledger::{Judging, Ledger},
};
use pact_plugins::{
    Host, Limits, Plugin, PluginCheck,
    author::{Case, Project, Told},
};
use sha2::{Digest, Sha256};

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/plugins/health-inclusion")
}

fn committed() -> PathBuf {
    example().join("rust/health-inclusion.wasm")
}

fn host() -> Host {
    Host::new(Limits::default()).unwrap()
}

/// The cases, by name.
fn cases() -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(example().join("cases")).unwrap().map(|entry| entry.unwrap());
    let mut cases: Vec<_> = entries.map(|entry| (entry.file_name().into_string().unwrap(), entry.path())).collect();
    cases.sort();
    assert!(cases.len() >= 18);
    cases
}

/// Runs every case, and gives the names of those in which something else came out than is written down.
fn differing(plugin: &Plugin, host: &Host) -> Vec<String> {
    let mut differing = Vec::new();
    for (name, directory) in cases() {
        let case: Case = serde_json::from_slice(&fs::read(directory.join("case.json")).unwrap()).unwrap();
        let model = documents(&directory);
        let (told, spent) = case.ask(plugin, host, &model).unwrap_or_else(|error| panic!("{name}: {error}"));
        // The same again: the same fuel, and the same answer.
        let (again, spent_again) = case.ask(plugin, host, &model).unwrap();
        assert_eq!((&told, spent.fuel, spent.calls), (&again, spent_again.fuel, spent_again.calls), "{name}");

        let file = directory.join("expected.json");
        if std::env::var_os("UPDATE_CASES").is_some() {
            fs::write(&file, serde_json::to_string_pretty(&told).unwrap() + "\n").unwrap();
        }
        let expected: Told = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        if told != expected {
            differing.push(format!("{name}: {}", serde_json::to_string_pretty(&told).unwrap()));
        }

        // As a check among the rules, nothing of its answer is left out.
        let config = serde_json::Value::Object(case.config).to_string();
        let check = PluginCheck::new(plugin.clone(), host.clone(), config).unwrap();
        let ledger = Arc::new(Ledger::new(model.graph(), Judging::default()));
        let context = Context { model: &model, ledger: &ledger, as_of: None };
        check.run(context, &mut Sink::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    differing
}

#[test]
fn the_committed_plugin_finds_what_is_written_down() {
    let host = host();
    let plugin = Plugin::load(&fs::read(committed()).unwrap(), &host).unwrap();
    assert_eq!(differing(&plugin, &host), Vec::<String>::new());
}

#[test]
fn the_committed_plugin_is_the_one_of_its_digest_and_of_its_project() {
    let bytes = fs::read(committed()).unwrap();
    let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let written = fs::read_to_string(committed().with_extension("wasm.sha256")).unwrap();
    assert_eq!(written, format!("{digest}  health-inclusion.wasm\n"), "build it again, and write its digest");

    // Panics know their place in the source; nobody has to know where its author keeps it.
    for folder in ["/home/", "/root/", "/Users/"] {
        assert!(!bytes.windows(folder.len()).any(|window| window == folder.as_bytes()), "{folder}");
    }

    // What it says of itself is what its project says, whatever compiler made the code.
    let inspected = Plugin::inspect(&bytes, &host()).unwrap();
    let project = Project::read(&example().join("rust")).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(&inspected.manifest, project.manifest());
    assert_eq!(&inspected.messages, project.messages());
    assert_eq!(inspected.imports, ["pact:plugin/graph@1.0.0", "pact:plugin/log@1.0.0", "pact:plugin/types@1.0.0"]);
}

#[test]
fn a_configuration_that_does_not_fit_is_told_and_nothing_is_decided() {
    let host = host();
    let plugin = Plugin::load(&fs::read(committed()).unwrap(), &host).unwrap();
    let mut case = Case::default();
    case.config.insert("element".to_owned(), 10.into());
    let told = case.ask(&plugin, &host, &documents(&example().join("cases/included"))).unwrap_err().to_string();
    assert!(told.starts_with("it gave up: the configuration does not fit the plugin's struct: invalid type"), "{told}");
}

#[test]
#[ignore = "needs the target wasm32-unknown-unknown"]
fn what_is_built_again_does_the_same() {
    let module = built(&example().join("rust"), "health_inclusion");
    let host = host();
    let project = Project::read(&example().join("rust")).unwrap_or_else(|problems| panic!("{problems}"));
    let packed = project.pack(&module, &host).unwrap();
    assert_eq!(packed, project.pack(&module, &host).unwrap(), "the same input gives the same bytes");
    assert_eq!(differing(&Plugin::load(&packed, &host).unwrap(), &host), Vec::<String>::new());
}
