//! A plugin's project: what is read of it, what is said of its mistakes, and what becomes of it.

#![expect(clippy::unwrap_used, reason = "a test says what went wrong by failing")]

use std::{fs, path::Path};

use pact_plugins::{
    Host, Limits, LoadError, Plugin,
    author::{PackError, Project},
};
use tempfile::TempDir;
use wit_component::{StringEncoding, dummy_module, embed_component_metadata};
use wit_parser::{ManglingAndAbi, Resolve};

const PLUGIN: &str = r#"
id = "trial"
version = "1.0.0"
license = "MIT"
languages = ["en", "da"]
config = "config.json"
title = { en = "A trial", da = "En prøve" }

[sees]
kinds = ["objective"]
attributes = ["objective.level"]
relations = ["supports"]

[[rules]]
name = "rule"
since = "1.0.0"
"#;

/// A project in which nothing is wrong, but for what is written over it.
fn project(over: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    let files = [
        ("plugin.toml", PLUGIN),
        ("config.json", "{ \"type\": \"object\" }"),
        ("locales/en.ftl", "message = There is { $node }\nhelp = Do it\n"),
        ("locales/da.ftl", "message = Der er { $node }\nhelp = Gør det\n"),
        ("rules/rule.en.md", "What it checks.\n"),
        ("rules/rule.da.md", "Hvad den ser efter.\n"),
    ];
    for (path, text) in files.iter().chain(over) {
        let path = directory.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    directory
}

fn problems(over: &[(&str, &str)]) -> Vec<String> {
    match Project::read(project(over).path()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

fn problem(over: &[(&str, &str)]) -> String {
    let problems = problems(over);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.into_iter().next().unwrap()
}

fn host() -> Host {
    Host::new(Limits::default()).unwrap()
}

/// A core module that exports everything a plugin does, and does nothing.
fn module() -> Vec<u8> {
    let mut resolve = Resolve::default();
    let (package, _) = resolve.push_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("wit/v1")).unwrap();
    let world = resolve.select_world(&[package], Some("plugin")).unwrap();
    let mut module = dummy_module(&resolve, world, ManglingAndAbi::Standard32);
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8).unwrap();
    module
}

#[test]
fn a_project_becomes_a_plugin_and_always_the_same() {
    let directory = project(&[]);
    let project = Project::read(directory.path()).unwrap();
    let packed = project.pack(&module(), &host()).unwrap();
    assert_eq!(packed, Project::read(directory.path()).unwrap().pack(&module(), &host()).unwrap());
    let inspected = Plugin::inspect(&packed, &host()).unwrap();
    assert_eq!(inspected.manifest.id, "trial");
    assert_eq!(inspected.manifest.rules[0].docs["da"], "Hvad den ser efter.\n");
    assert_eq!(inspected.messages["en"], "message = There is { $node }\nhelp = Do it\n");
    assert!(inspected.ids.contains("help"));
    // Lines end alike, wherever it was checked out.
    fs::write(directory.path().join("locales/en.ftl"), "message = There is { $node }\r\nhelp = Do it\r\n").unwrap();
    assert_eq!(packed, Project::read(directory.path()).unwrap().pack(&module(), &host()).unwrap());
}

#[test]
fn what_is_no_code_of_a_plugin_is_told_what_to_do() {
    let directory = project(&[]);
    let project = Project::read(directory.path()).unwrap();
    let packed = project.pack(&module(), &host()).unwrap();
    let refused = |code: &[u8]| project.pack(code, &host()).unwrap_err();
    assert!(matches!(refused(b""), PackError::NoWasm));
    assert!(matches!(refused(b"hello"), PackError::NoWasm));
    assert!(matches!(refused(&packed), PackError::Packed));
    assert!(matches!(refused(&wat::parse_str("(module)").unwrap()), PackError::NoExport));
    assert!(matches!(refused(&wat::parse_str("(component)").unwrap()), PackError::NoExport));
    let socket = wat::parse_str("(component (import \"evil:net/socket@1.0.0\" (instance)))").unwrap();
    assert!(matches!(refused(&socket), PackError::Refused(LoadError::UndeclaredImport(_))));
}

#[test]
fn a_mistake_in_the_description_is_told_with_its_place() {
    let with = |from: &str, to: &str| problem(&[("plugin.toml", &PLUGIN.replace(from, to))]);
    assert_eq!(
        with("[\"objective\"]", "[\"objective\", \"objektive\"]"),
        "plugin.toml:10:23: there is no kind of node `objektive`; did you mean `objective`?"
    );
    assert_eq!(
        with("\"objective.level\"", "\"pact.level\""),
        "plugin.toml:11:15: `pact.level` is an attribute of a kind that is not seen; add `pact` to `kinds`"
    );
    assert!(with("\"supports\"", "\"zzz\"").contains("there is no relation `zzz`; docs/model.md"));
    assert!(with("\"1.0.0\"\nlicense", "\"one\"\nlicense").starts_with("plugin.toml:3:11: `one` is no version"));
    assert!(with("da = \"En prøve\"", "").starts_with("plugin.toml:7:9: `title` is missing in `da`"));
    assert!(with("license", "licence").starts_with("plugin.toml:4:1: unknown field `licence`"));
    assert!(with("id = \"trial\"", "id = trial").starts_with("plugin.toml:2:6: "));
    assert!(with("config.json", "../config.json").contains("leads out of the project"));
    assert!(with("config.json", "schema.json").starts_with("plugin.toml:6:10: schema.json: it cannot be read"));
    assert!(with("id = \"trial\"", "id = \"Trial\"").starts_with("plugin.toml:2:6: `Trial` is no name"));
}

#[test]
fn a_mistake_in_another_file_is_told_with_its_place() {
    assert_eq!(
        problem(&[("config.json", "{\n  \"type\": object\n}")]),
        "config.json:2:11: expected value at line 2 column 11"
    );
    assert!(problem(&[("config.json", "{}")]).contains("not said to be an object"));
    assert_eq!(
        problem(&[("locales/da.ftl", "message = Der er { $node }\n")]),
        "locales/da.ftl: the message `help` is missing; locales/en.ftl has it; every language needs all messages"
    );
    assert_eq!(
        problem(&[("locales/da.ftl", "# Ord\nmessage = Der er { $knude }\nhelp = Gør det\n")]),
        "locales/da.ftl:2:1: `message` has other values than in locales/en.ftl; here it has `$knude`, there `$node`"
    );
    assert!(
        problem(&[("locales/da.ftl", "message = Der er { $node }\nhelp = Gør det\nmere = Mere\n")])
            .starts_with("locales/da.ftl:3:1: the message `mere` is not in locales/en.ftl")
    );
    assert!(
        problem(&[("locales/da.ftl", "message = Der er { $node }\nhelp = Gør det\nhelp = Igen\n")])
            .starts_with("locales/da.ftl:2:1: `help` stands there twice")
    );
    assert!(
        problem(&[("locales/da.ftl", "message = Der er { $node }\nhelp = Gør { -det }\n")])
            .starts_with("locales/da.ftl:2:1: `help` takes in `-det`, which is not there")
    );
    assert!(
        problem(&[("locales/da.ftl", "message = Der er { $node }\nhelp = Gør { det\n")])
            .starts_with("locales/da.ftl:2:17: Expected a token")
    );
    assert!(
        problem(&[("locales/da.ftl", "message = Der er { $node }\nhelp = Gør\u{202e} det\n")])
            .starts_with("locales/da.ftl:2:11: there is the hidden character U+202E")
    );
}

#[test]
fn a_rule_without_documentation_says_which_file_to_write() {
    let directory = project(&[]);
    fs::remove_file(directory.path().join("rules/rule.da.md")).unwrap();
    let problems = Project::read(directory.path()).unwrap_err().to_string();
    assert!(
        problems.starts_with("plugin.toml:15:8: `rule` is not documented in `da`; write rules/rule.da.md"),
        "{problems}"
    );
    let inline = PLUGIN.replace("since = \"1.0.0\"\n", "since = \"1.0.0\"\ndocs = { en = \"What it checks.\" }\n");
    assert!(problem(&[("plugin.toml", &inline)]).contains("`rule` is documented twice in `en`"));
    assert_eq!(problems_of_nothing(), "plugin.toml: it cannot be read");
}

fn problems_of_nothing() -> String {
    let empty = tempfile::tempdir().unwrap();
    let told = Project::read(empty.path()).unwrap_err().to_string();
    assert!(told.ends_with("`pact plugin new` makes a project"), "{told}");
    told.split(": ").take(2).collect::<Vec<_>>().join(": ")
}
