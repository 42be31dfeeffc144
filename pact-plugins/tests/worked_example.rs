//! The worked example of the development kit's documentation as an author would have it: a project of its own, compiled, packed and run by the host.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]

mod support;

use std::{fs, path::Path, sync::Arc};

use pact_core::load::Input;
use pact_plugins::{
    Host, Limits, Plugin,
    author::{Asked, Case, Project, Told, TrialError},
};
use serde_json::json;

/// The code of the example, without its tests.
fn example() -> String {
    let kit = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("sdk/src/lib.rs")).unwrap();
    let block = kit.split("//! ```\n").nth(1).unwrap();
    let code = block.split("//! // In the tests of the plugin:").next().unwrap();
    code.lines().map(|line| line.strip_prefix("//!").unwrap().to_owned() + "\n").collect()
}

/// Compiles a plugin and packs it.
fn built(code: &str, host: &Host) -> Plugin {
    let directory = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = directory.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let kit = Path::new(env!("CARGO_MANIFEST_DIR")).join("sdk");
    write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"worked-example\"\nversion = \"1.0.0\"\nedition = \"2024\"\n[workspace]\n[lib]\ncrate-type = [\"cdylib\"]\n\
             [dependencies]\npact-plugin = {{ path = {kit:?} }}\nserde = {{ version = \"1.0\", features = [\"derive\"] }}\n\
             [profile.release]\nopt-level = \"s\"\nlto = true\ncodegen-units = 1\npanic = \"abort\"\nstrip = true\n"
        ),
    );
    write("src/lib.rs", code);
    write(
        "plugin.toml",
        "id = \"owned\"\nversion = \"1.0.0\"\nlicense = \"MIT\"\nlanguages = [\"en\"]\ntitle = { en = \"Owners\" }\n\
         [sees]\nkinds = [\"pact\", \"terms\", \"clause\", \"objective\", \"actor\", \"body\"]\nrelations = [\"owner\"]\n\
         [[rules]]\nname = \"owned\"\ndecides = true\nsince = \"1.0.0\"\ndocs = { en = \"Every objective has an owner.\" }\n\
         [[rules]]\nname = \"not-too-many\"\nsince = \"1.0.0\"\ndocs = { en = \"Nobody owns too many.\" }\n",
    );
    write(
        "locales/en.ftl",
        "no-owner = { $objective } has no owner\ngive-owner = give it one\ntoo-many = { $actor } has { $number }\nis-owned = has an owner\n",
    );
    let module = support::built(directory.path(), "worked_example");
    let project = Project::read(directory.path()).unwrap_or_else(|problems| panic!("{problems}"));
    Plugin::load(&project.pack(&module, host).unwrap(), host).unwrap()
}

/// Asks a plugin about two objectives of one council.
fn asked(plugin: &Plugin, host: &Host, second: &str) -> Result<Told, TrialError> {
    let mut input = Input::new();
    input.add(
        "terms.yaml",
        "terms: 1\nid: t\ntitle: T\nlanguage: en\nclauses: { O1: { force: must, text: Owners. } }\n",
    );
    let pact = format!(
        "pact: 1\nid: p\ntitle: P\nlanguage: en\nlevel: regional\nstatus: proposed\nterms: t\nactors: {{ council: {{ label: The council }} }}\n\
         objectives:\n  jobs: {{ label: Jobs{second} }}\n  schools: {{ label: Schools, owner: council }}\n"
    );
    input.add("pact.yaml", pact);
    let config = json!({ "at-most": 1 }).as_object().unwrap().clone();
    let question = Asked { rule: "owned".to_owned(), clause: "clause:t/O1".to_owned(), pact: "pact:p".to_owned() };
    let case = Case { config, questions: vec![question], ..Case::default() };
    case.ask(plugin, host, &Arc::new(input.build())).map(|(told, _)| told)
}

#[test]
fn the_documentation_has_a_plugin() {
    let code = example();
    assert!(
        code.contains("impl Plugin for Owned") && code.trim_end().ends_with("pact_plugin::export!(Owned);"),
        "{code}"
    );
}

#[test]
#[ignore = "needs the target wasm32-unknown-unknown"]
fn the_worked_example_does_what_it_says() {
    let host = Host::new(Limits::default()).unwrap();
    let plugin = built(&example(), &host);

    let told = asked(&plugin, &host, "").unwrap();
    assert_eq!(told.outcomes[0]["state"], "unmet");
    assert_eq!(
        told.findings,
        [json!({
            "rule": "owned",
            "subject": "objective:p/jobs",
            "message": { "id": "no-owner", "with": { "objective": { "node": "objective:p/jobs" } } },
            "help": "give-owner",
            "clause": "clause:t/O1",
            "pact": "pact:p",
        })]
    );

    let told = asked(&plugin, &host, ", owner: council").unwrap();
    assert_eq!((&told.outcomes[0]["state"], &told.findings[0]["subject"]), (&json!("met"), &json!("actor:council")));

    // What leads nowhere is not held against anybody.
    assert_eq!(asked(&plugin, &host, ", owner: counncil").unwrap().findings, Vec::<serde_json::Value>::new());

    // A panic is told with its message, its place and what was being looked at.
    let panics = example().replace(
        "let objectives = graph.nodes_in(pact, Kind::OBJECTIVE)?;",
        "graph.looking_at(pact); let objectives: Vec<pact_plugin::Node> = panic!(\"no more than {}\", 3);",
    );
    let told = asked(&built(&panics, &host), &host, "").unwrap_err();
    let TrialError::Run(pact_plugins::RunError::Panic { message, trace, at }) = told else { panic!("{told}") };
    assert_eq!((message.as_str(), at.is_some()), ("no more than 3", true));
    assert!(trace.starts_with("src/lib.rs:"), "{trace}");

    // So is an error that went through a question mark.
    let refused = example().replace("graph.nodes_in(pact, Kind::OBJECTIVE)?", "graph.nodes(Kind::MEMBER)?");
    let told = asked(&built(&refused, &host), &host, "").unwrap_err();
    let TrialError::Run(pact_plugins::RunError::Author { message, trace, .. }) = told else { panic!("{told}") };
    assert!(message.starts_with("`member` may not be seen"), "{message}");
    assert!(trace.starts_with("src/lib.rs:"), "{trace}");
}
