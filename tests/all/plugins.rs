//! Plugins on the command line: made, built, tried, added, run, refused.
//!
//! Those tests that build a plugin need what compiles it, and are left out unless asked for:
//!
//! ```text
//! cargo test --package pact-tests -- --ignored a_new_plugin
//! ```
//!
//! For Rust that is the target `wasm32-unknown-unknown` (`rustup target add wasm32-unknown-unknown`); for Python `componentize-py` 0.25 (`pip install
//! componentize-py`); for JavaScript `componentize-qjs` 0.4 (`npm install -g componentize-qjs`). `PACT_COMPONENTIZE_PY` and `PACT_COMPONENTIZE_QJS` say where the
//! latter are, if not in the path. Where the toolchain cannot get the target, the file that `PACT_TEST_GUEST_ENV` names has the variables, `NAME=value` a line,
//! with which cargo finds one that can build it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::support::{Run, command, root};

/// A folder, with a cache beside it: no test writes into the home of whoever runs it.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("work")).unwrap();
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join("work").join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Runs the binary; `environment` names the variables that it inherits.
    fn run_with(&self, args: &[&str], environment: bool) -> Run {
        let mut command = command(&self.path(""), args);
        if environment {
            command.envs(std::env::vars_os()).env("LANG", "C").env_remove("LC_ALL").env_remove("LC_MESSAGES");
            if let Some(file) = std::env::var_os("PACT_TEST_GUEST_ENV") {
                let variables = fs::read_to_string(file).unwrap();
                command.envs(variables.lines().filter_map(|line| line.split_once('=')));
            }
        }
        for (variable, name) in [("XDG_CACHE_HOME", "cache"), ("XDG_DATA_HOME", "data")] {
            command.env(variable, self.folder.path().join(name));
        }
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    fn pact(&self, args: &[&str]) -> Run {
        self.run_with(args, false)
    }

    /// Runs a command that has to succeed.
    fn done(&self, args: &[&str]) -> String {
        let run = self.pact(args);
        assert_eq!(run.code, 0, "{args:?}: {}{}", run.stdout, run.stderr);
        run.stdout
    }

    /// The files in a folder, sorted.
    fn files(&self, folder: &str) -> Vec<String> {
        fn look(folder: &Path, under: &Path, found: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    look(&path, under, found);
                } else {
                    found.push(path.strip_prefix(under).unwrap().to_str().unwrap().replace('\\', "/"));
                }
            }
        }
        let mut found = Vec::new();
        look(&self.path(folder), &self.path(folder), &mut found);
        found.sort();
        found
    }
}

/// The plugin of the examples that is checked in.
fn committed() -> PathBuf {
    root().join("examples/plugins/health-inclusion/rust/health-inclusion.wasm")
}

const HEALTH: &str = "health-inclusion";
const WASM: &str = "health-inclusion.wasm";

/// A folder with a clause that is left to the plugin, and the plugin beside it.
fn health() -> Place {
    let place = Place::new();
    place.write("pact.toml", "# Ours.\nworkspace = 1\nlanguage = \"en\"\n");
    place.write(
        "terms.yaml",
        "terms: 1\nid: terms\ntitle: Terms\nlanguage: en\nbodies: { group: { label: The group } }\nclauses:\n  \
         T5: { force: must, binds: group, text: The proposal explores health., requires: { plugin: health-inclusion/explored } }\n\
         elements:\n  E10: { label: Health, clause: T5 }\n",
    );
    place.write(
        "proposal.yaml",
        "pact: 1\nid: proposal\ntitle: A proposal\nlanguage: en\nlevel: regional\nstatus: proposed\nterms: terms\n",
    );
    fs::copy(committed(), place.path(WASM)).unwrap();
    place
}

fn found(run: &Run) -> Vec<String> {
    let report: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stderr));
    let findings = report["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_new_project_is_written_whole_and_over_nothing() {
    let shared = 17;
    for (language, own) in [
        ("rust", &[".gitignore", "Cargo.toml", "README.md", "src/lib.rs"][..]),
        ("python", &[".gitignore", "README.md", "app.py", "pact_plugin/__init__.py", "pact_plugin/py.typed"]),
        ("js", &[".gitignore", "README.md", "app.js", "pact-plugin/index.js", "pact-plugin/package.json"]),
    ] {
        let place = Place::new();
        place.done(&["plugin", "new", "our-check", "--lang", language]);
        let files = place.files("our-check");
        assert!(own.iter().all(|file| files.iter().any(|found| found == file)), "{files:?}");
        assert_eq!(files.len(), shared + own.len(), "{files:?}");
        if language == "rust" {
            insta::assert_snapshot!("plugin-new-rust", files.join("\n"));
        }
        assert!(place.read("our-check/README.md").contains("pact plugin add our-check.wasm --to example"));

        // What is not built yet is said to be so, and nothing is written twice.
        let test = place.pact(&["plugin", "test", "our-check"]);
        assert_eq!(test.code, 2);
        assert!(test.stderr.contains("pact plugin build our-check"), "{}", test.stderr);
        place.write("our-check/plugin.toml", "mine");
        let again = place.pact(&["plugin", "new", "our-check", "--lang", language]);
        assert_eq!((again.code, place.read("our-check/plugin.toml").as_str()), (2, "mine"));
    }
}

#[test]
fn the_language_of_a_plugin_is_not_that_of_what_is_said() {
    let place = Place::new();
    let danish = place.done(&["--lang", "da", "plugin", "new", "a"]);
    assert!(danish.starts_with("Pluginet a i Rust er skrevet"), "{danish}");
    assert!(place.done(&["plugin", "new", "b", "--lang", "python"]).starts_with("Wrote the plugin b in Python"));
    assert_eq!(place.pact(&["plugin", "new", "c", "--lang", "da"]).code, 2);
    assert_eq!(place.pact(&["check", "--lang", "rust"]).code, 2);
    let named = place.pact(&["plugin", "new", "Our Check"]);
    assert_eq!(named.code, 2);
    assert!(named.stderr.contains("cannot be the id of a plugin"), "{}", named.stderr);
    let sdk = place.pact(&["plugin", "new", "d", "--sdk", "nowhere"]);
    assert_eq!(sdk.code, 2);
    assert!(sdk.stderr.contains("there is no crate in nowhere"), "{}", sdk.stderr);
}

#[test]
fn what_is_wrong_with_a_project_is_told_at_its_line() {
    let place = Place::new();
    place.done(&["plugin", "new", "our-check", "--lang", "js"]);
    let text = place.read("our-check/plugin.toml").replace("\"objective\",", "\"objektive\",");
    place.write("our-check/plugin.toml", &text);
    let line = text.lines().position(|line| line.contains("objektive")).unwrap() + 1;
    let build = place.pact(&["plugin", "build", "our-check"]);
    assert_eq!(build.code, 2);
    assert!(build.stderr.contains(&format!("our-check/plugin.toml:{line}:")), "{}", build.stderr);
    assert!(build.stderr.contains("did you mean `objective`?"), "{}", build.stderr);
}

#[test]
fn a_tool_that_is_not_there_is_told_with_what_installs_it() {
    for (language, install) in [("js", "npm install -g componentize-qjs"), ("python", "pip install componentize-py")] {
        let place = Place::new();
        place.done(&["plugin", "new", "our-check", "--lang", language]);
        // There is no path in this environment.
        let build = place.pact(&["plugin", "build", "our-check"]);
        assert_eq!(build.code, 2);
        assert!(build.stderr.contains(install), "{}", build.stderr);
    }
}

#[test]
fn a_plugin_is_looked_at_added_listed_run_and_removed() {
    let place = health();
    assert!(place.done(&["plugin", "inspect", WASM]).contains("health-inclusion/explored (decides clauses)"));
    let sheet: Value = serde_json::from_str(&place.done(&["plugin", "inspect", WASM, "--format", "json"])).unwrap();
    assert_eq!(sheet["manifest"]["id"], HEALTH);

    // Nobody can be asked here, and nobody agreed.
    assert_eq!(place.pact(&["plugin", "add", WASM]).code, 2);
    assert!(!place.path("pact.lock").exists());

    place.done(&["plugin", "add", WASM, "--yes"]);
    assert!(place.read("pact.toml").starts_with("# Ours.\n"));
    assert!(place.read("pact.lock").contains(HEALTH));
    assert!(place.done(&["plugin", "list"]).contains("as agreed"));

    let run = place.pact(&["check", "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(found(&run).contains(&"health-inclusion/explored".to_owned()), "{:?}", found(&run));
    let covered = place.read("proposal.yaml") + "initiatives: { look: { label: Look into it, covers: E10 } }\n";
    place.write("proposal.yaml", &covered);
    let run = place.pact(&["check", "--format", "json"]);
    assert!(!found(&run).iter().any(|name| name.starts_with(HEALTH)), "{:?}", found(&run));
    assert_eq!(run.code, 0, "{}", run.stdout);

    assert!(place.done(&["plugin", "update", HEALTH]).contains("the one that was agreed to"));
    place.done(&["plugin", "remove", HEALTH]);
    assert!(!place.read("pact.toml").contains("plugins"));
    // The clause is left to a rule that nobody has now.
    assert_eq!(place.pact(&["check"]).code, 2);
}

#[test]
fn a_changed_file_is_not_run_until_it_is_agreed_to() {
    let place = health();
    place.done(&["plugin", "add", WASM, "--yes"]);
    // A custom section more: nothing else about the plugin is other than before.
    let mut bytes = fs::read(place.path(WASM)).unwrap();
    bytes.extend([0, 2, 1, b'x']);
    fs::write(place.path(WASM), bytes).unwrap();
    let run = place.pact(&["check", "--format", "json"]);
    assert_eq!(run.code, 2, "{}", run.stdout);
    assert!(found(&run).contains(&"unpinned-plugin".to_owned()), "{:?}", found(&run));
    let list = place.pact(&["plugin", "list"]);
    assert_eq!(list.code, 2);
    assert!(list.stdout.contains("the file has changed"), "{}", list.stdout);
    place.done(&["plugin", "update", HEALTH, "--yes"]);
    assert_eq!(place.pact(&["check"]).code, 1);
}

#[test]
fn a_mistake_in_a_configuration_is_pointed_at() {
    let place = health();
    place.done(&["plugin", "add", WASM, "--yes"]);
    let manifest = "workspace = 1\nlanguage = \"en\"\n\n[plugins.health-inclusion]\npath = \"health-inclusion.wasm\"\n\n[plugins.health-inclusion.config]\nelment = \"E10\"\n";
    place.write("pact.toml", manifest);
    let run = place.pact(&["check", "--format", "json"]);
    assert_eq!(run.code, 2, "{}", run.stdout);
    assert!(found(&run).contains(&"plugin-configuration".to_owned()), "{:?}", found(&run));
    let text = place.pact(&["check"]).stdout;
    assert!(text.contains("--> pact.toml:8:"), "{text}");
    assert!(text.contains("elment"), "{text}");
}

/// The project of the example with the plugin that is checked in, so that nothing has to be compiled.
fn project() -> Place {
    let place = Place::new();
    let example = root().join("examples/plugins/health-inclusion");
    for path in
        ["plugin.toml", "config.schema.json", "locales/en.ftl", "locales/da.ftl"].map(str::to_owned).into_iter().chain(
            ["explored", "reaches-health-system"]
                .iter()
                .flat_map(|rule| ["en", "da"].map(|tag| format!("rules/{rule}.{tag}.md"))),
        )
    {
        place.write(&path, &fs::read_to_string(example.join("rust").join(&path)).unwrap());
    }
    fs::copy(committed(), place.path(WASM)).unwrap();
    for case in ["included", "not-explored"] {
        for file in ["case.json", "expected.json", "proposal.yaml", "terms.yaml"] {
            let text = fs::read_to_string(example.join("cases").join(case).join(file)).unwrap();
            place.write(&format!("tests/{case}/{file}"), &text);
        }
    }
    place
}

#[test]
fn the_cases_of_the_example_hold() {
    let place = Place::new();
    let example = root().join("examples/plugins/health-inclusion");
    let path = |name: &str| example.join(name).to_str().unwrap().to_owned();
    let told = place.done(&["plugin", "test", &path("rust"), "--cases", &path("cases")]);
    assert!(!told.contains('✗') && told.contains("✓ without-partnership"), "{told}");
}

#[test]
fn what_a_case_expects_is_held_against_what_is_found() {
    let place = project();
    assert!(place.done(&["plugin", "test"]).contains("all is well"));

    let expected = place.read("tests/not-explored/expected.json");
    place.write("tests/not-explored/expected.json", &expected.replace("\"not-explored\"", "\"other\""));
    let run = place.pact(&["plugin", "test", "--case", "not-explored"]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    let (missing, surplus) = (run.stdout.find("expected:\n").unwrap(), run.stdout.find("found:\n").unwrap());
    assert!(missing < surplus, "{}", run.stdout);
    place.done(&["plugin", "test", "--bless"]);
    assert_eq!(place.read("tests/not-explored/expected.json"), expected);

    fs::remove_file(place.path("tests/not-explored/expected.json")).unwrap();
    let run = place.pact(&["plugin", "test"]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("--bless"), "{}", run.stdout);

    place.write("tests/included/case.json", "{\n  \"questons\": []\n}\n");
    let run = place.pact(&["plugin", "test"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("tests/included/case.json:2:"), "{}", run.stderr);
    assert_eq!(place.pact(&["plugin", "test", "--case", "nothing"]).code, 2);

    // A plugin that was built of something else is not tried.
    place.write("locales/en.ftl", &(place.read("locales/en.ftl") + "one-more = one more\n"));
    place.write("locales/da.ftl", &(place.read("locales/da.ftl") + "one-more = en til\n"));
    let run = place.pact(&["plugin", "test"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("built of other files"), "{}", run.stderr);
}

#[test]
fn what_a_plugin_costs_is_measured() {
    let place = project();
    let told = place.done(&["plugin", "bench", "--nodes", "100"]);
    assert!(told.contains("compile") && told.contains("calls"), "{told}");
    let costs: Value =
        serde_json::from_str(&place.done(&["plugin", "bench", WASM, "--nodes", "100,200", "--format", "json"]))
            .unwrap();
    let fuel = |at: usize| costs["runs"][at]["fuel"].as_u64().unwrap();
    assert!(fuel(0) > 0 && fuel(0) <= fuel(1), "{costs}");
    assert!(costs["load-microseconds"].as_u64().unwrap() < costs["compile-microseconds"].as_u64().unwrap());
}

/// From nothing to a finding, by the commands of the README.
fn from_nothing_to_a_finding(arguments: &[&str]) {
    let place = Place::new();
    place.done(&[&["plugin", "new", "our-check"], arguments].concat());
    let built = place.run_with(&["plugin", "build", "our-check"], true);
    assert_eq!(built.code, 0, "{}{}", built.stdout, built.stderr);
    assert!(!built.stderr.contains("tells everybody"), "{}", built.stderr);
    let tested = place.done(&["plugin", "test", "our-check"]);
    assert!(tested.contains("✓ not-owned") && tested.contains("all is well"), "{tested}");
    place.done(&["plugin", "add", "our-check/our-check.wasm", "--to", "our-check/example", "--yes"]);
    let run = place.pact(&["check", "our-check/example", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(found(&run).contains(&"our-check/has-owner".to_owned()), "{:?}", found(&run));
    let danish = place.pact(&["check", "our-check/example", "--lang", "da", "--format", "json"]).stdout;
    assert!(danish.contains("har ingen ejer"), "{danish}");
}

#[test]
#[ignore = "needs the target wasm32-unknown-unknown; see the head of the file"]
fn a_new_plugin_in_rust() {
    let sdk = root().join("pact-plugins/sdk");
    from_nothing_to_a_finding(&["--sdk", sdk.to_str().unwrap()]);
}

#[test]
#[ignore = "needs componentize-py; see the head of the file"]
fn a_new_plugin_in_python() {
    from_nothing_to_a_finding(&["--lang", "python"]);
}

#[test]
#[ignore = "needs componentize-qjs; see the head of the file"]
fn a_new_plugin_in_javascript() {
    from_nothing_to_a_finding(&["--lang", "js"]);
}

/// Another region, another pattern: what the plugin for the three tracks says of the Dutch example.
#[test]
fn a_dutch_region_has_a_plugin_of_another_kind() {
    let example = root().join("examples/plugins/tracks");
    let digest = fs::read_to_string(example.join("tracks.wasm.sha256")).unwrap();
    let place = Place::new();
    for entry in fs::read_dir(root().join("examples/brainport")).unwrap() {
        let from = entry.unwrap().path();
        fs::copy(&from, place.path(from.file_name().unwrap().to_str().unwrap())).unwrap();
    }
    let tried = place.done(&["plugin", "test", example.to_str().unwrap()]);
    assert!(tried.ends_with("and all is well.\n"), "{tried}");
    let added = place.done(&["plugin", "add", example.join("tracks.wasm").to_str().unwrap(), "--yes"]);
    assert!(added.contains(digest.split(' ').next().unwrap()), "{added}");

    // Two clauses are left to it instead of what they ask for themselves.
    let terms = place.read("kader.yaml");
    let own = |from: &str| {
        let start = terms.find(from).unwrap();
        let end = start + terms[start..].find("\n  \"").or_else(|| terms[start..].find("\n\n")).unwrap();
        &terms[start..end]
    };
    let (six, ten) = (
        own("    # An initiative on the track that"),
        own("    requires:\n      some: partnership\n      where: { for: { under"),
    );
    let left = terms
        .replace(six, "    requires: { plugin: tracks/track-has-initiative }")
        .replace(ten, "    requires: { plugin: tracks/required-partners }");
    place.write("kader.yaml", &left);
    let verdicts = || {
        let ledger: Value = serde_json::from_str(&place.pact(&["ledger", "--format", "json"]).stdout).unwrap();
        let entries = ledger["ledger"].as_array().unwrap();
        ["6", "10"].map(|id| {
            let entry = entries.iter().find(|entry| entry["clause"] == id).unwrap();
            entry["verdict"].as_str().unwrap().to_owned()
        })
    };
    assert_eq!(verdicts(), ["met", "met"]);

    let proposal = place.read("voorstel.yaml");
    place.write(
        "voorstel.yaml",
        &proposal
            .replace("    reaches: werken\n", "")
            .replace("      noord-brabant: {", "      universiteit-voorbeeld: {"),
    );
    assert_eq!(verdicts(), ["unmet", "unmet"]);
    // A Danish reader reads the first of its languages.
    for language in ["en", "da"] {
        let told = place.pact(&["check", "--lang", language, "--format", "json"]).stdout;
        assert!(told.contains("has no initiative on the track") && told.contains("is there a partner of the category"));
        let told = place.pact(&["check", "--lang", language]).stdout;
        assert!(told.contains("[tracks/required-partners]: "), "{told}");
    }
}
