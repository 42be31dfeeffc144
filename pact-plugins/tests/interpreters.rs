//! Plugins in Python and JavaScript, built by the real tools and run in a world in which nothing can be reached.
//!
//! The tools are `componentize-py` (0.25.1, from PyPI) and `componentize-qjs` (0.4.5, from npm); `PACT_COMPONENTIZE_PY` and `PACT_COMPONENTIZE_QJS` say where they
//! are, if not in the path. Where they are, `cargo test -p pact-plugins --test interpreters -- --ignored` runs all of it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by failing")]
#![expect(clippy::print_stdout, reason = "what it costs is for whoever runs these tests by hand")]

mod support;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, LazyLock},
    time::Instant,
};

use self::support::documents;
use pact_core::{
    check::{Check, Context, Sink},
    finding::Subject,
    ledger::{Judging, Ledger},
    load::Input,
    model::Model,
};
use pact_plugins::{
    Host, Level, Limits, Manifest, Plugin, PluginCheck, Rule, Sees, Spent,
    author::{Case, Project, Told},
};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder of the tests, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs a tool that has to be there.
fn tool(variable: &str, name: &str, run: impl FnOnce(&mut Command) -> &mut Command) {
    let program = std::env::var_os(variable).unwrap_or_else(|| name.into());
    let output = run(&mut Command::new(&program)).output();
    let output = output.unwrap_or_else(|error| panic!("`{name}` is not in the path, and {variable} not set: {error}"));
    let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
    assert!(output.status.success(), "{said}");
}

/// Makes a component of `app.py` in a directory.
fn python(source: &str) -> Vec<u8> {
    // Python writes what it compiled beside its sources: they are copied, as pip would the library.
    let folder = folder(&format!("python-{}", source.len()));
    let (sdk, out) = (folder.join("pact_plugin"), folder.join("plugin.wasm"));
    fs::create_dir(&sdk).unwrap();
    fs::copy(here("sdk-python/pact_plugin/__init__.py"), sdk.join("__init__.py")).unwrap();
    fs::copy(here(source).join("app.py"), folder.join("app.py")).unwrap();
    tool("PACT_COMPONENTIZE_PY", "componentize-py", |tool| {
        tool.arg("-q").arg("-d").arg(here("wit/v1")).args(["-w", "plugin", "componentize"]);
        tool.arg("-p").arg(&folder);
        tool.arg("app").arg("-o").arg(&out)
    });
    fs::read(out).unwrap()
}

/// Makes a component of `app.js` in a directory.
fn javascript(source: &str) -> Vec<u8> {
    // What npm would put there.
    let folder = folder(&format!("javascript-{}", source.len()));
    let sdk = folder.join("node_modules/pact-plugin");
    fs::create_dir_all(&sdk).unwrap();
    for file in ["index.js", "package.json"] {
        fs::copy(here("sdk-js").join(file), sdk.join(file)).unwrap();
    }
    fs::copy(here(source).join("app.js"), folder.join("app.js")).unwrap();
    tool("PACT_COMPONENTIZE_QJS", "componentize-qjs", |tool| {
        tool.args(["--sync", "--opt-size", "-n", "plugin", "-j", "app.js", "-o", "plugin.wasm"]);
        tool.arg("-w").arg(here("wit/v1")).current_dir(&folder)
    });
    fs::read(folder.join("plugin.wasm")).unwrap()
}

/// A component with a manifest and messages.
fn packed(mut component: Vec<u8>) -> Vec<u8> {
    let text = |text: &str| BTreeMap::from([("en".to_owned(), text.to_owned())]);
    let manifest = Manifest {
        manifest: 1,
        id: "trial".to_owned(),
        version: "1.0.0".to_owned(),
        title: text("A trial"),
        description: BTreeMap::new(),
        license: "MIT".to_owned(),
        authors: Vec::new(),
        sees: Sees {
            kinds: vec!["objective".to_owned()],
            attributes: ["label", "level"].map(|key| format!("objective.{key}")).into(),
            relations: vec!["supports".to_owned()],
            ..Sees::default()
        },
        config: None,
        rules: vec![Rule {
            name: "rule".to_owned(),
            level: Level::Warning,
            decides: false,
            since: "1.0.0".to_owned(),
            docs: text("A rule."),
            clause: BTreeMap::new(),
        }],
        languages: vec!["en".to_owned()],
    };
    let manifest = manifest.write(&Limits::default()).unwrap();
    let messages: &[u8] = b"message = { $node } has { $number }\nhelp = Do it\n";
    for (name, data) in [("pact:manifest", manifest.as_slice()), ("pact:messages/en", messages)] {
        let mut section = Vec::new();
        number(name.len(), &mut section);
        section.extend(name.bytes());
        section.extend(data);
        component.push(0);
        number(section.len(), &mut component);
        component.extend(section);
    }
    component
}

fn number(mut number: usize, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.push((number as u8 & 0x7f) | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

struct Guest {
    plugin: Plugin,
    host: Host,
}

impl Guest {
    fn new(language: &str, component: Vec<u8>) -> Self {
        let host = Host::new(Limits::default()).unwrap();
        let bytes = packed(component);
        let begun = Instant::now();
        let plugin = Plugin::load(&bytes, &host).unwrap();
        let imports = Plugin::inspect(&bytes, &host).unwrap().imports;
        assert!(imports.iter().all(|import| import.starts_with("pact:plugin/") || import.starts_with("wasi:")));
        println!("{language}: {} bytes, looked through and compiled in {:?}", bytes.len(), begun.elapsed());
        Self { plugin, host }
    }

    fn does(&self, deed: &str) -> Done {
        self.does_with(deed, &small())
    }

    fn does_with(&self, deed: &str, model: &Arc<Model>) -> Done {
        let config = format!("{{\"does\": \"{deed}\"}}");
        let check = PluginCheck::new(self.plugin.clone(), self.host.clone(), config).unwrap();
        let ledger = Arc::new(Ledger::new(model.graph(), Judging::default()));
        let mut sink = Sink::default();
        let result = check.run(Context { model, ledger: &ledger, as_of: None }, &mut sink);
        let subject = |subject: &Subject| match subject {
            Subject::Node(node) => model.graph().name(*node).to_owned(),
            Subject::Place(place) => place.clone(),
        };
        let (log, dropped) = check.log();
        Done {
            failed: result.err().map(|error| error.to_string()),
            found: sink.findings().iter().map(|(_, finding)| subject(&finding.subject)).collect(),
            log,
            dropped,
            spent: check.spent().unwrap(),
        }
    }
}

/// What came of a run.
#[derive(Debug)]
struct Done {
    failed: Option<String>,
    found: Vec<String>,
    log: Vec<String>,
    dropped: usize,
    spent: Spent,
}

impl Done {
    fn failed(&self) -> &str {
        self.failed.as_deref().unwrap_or_else(|| panic!("it went through: {self:?}"))
    }

    fn said(&self, start: &str) -> &str {
        let line = self.log.iter().find_map(|line| line.strip_prefix(start));
        line.unwrap_or_else(|| panic!("no line `{start}`: {self:?}"))
    }
}

fn small() -> Arc<Model> {
    let mut input = Input::new();
    input.add(
        "pact.yaml",
        "pact: 1\nid: p\ntitle: P\nlevel: national\nstatus: planned\nobjectives: { a: { label: A }, b: { label: B } }\nactors: { x: {} }\n",
    );
    Arc::new(input.build())
}

fn large(objectives: usize) -> Arc<Model> {
    let mut text = "pact: 1\nid: p\ntitle: P\nlevel: national\nstatus: planned\nobjectives:\n".to_owned();
    for number in 0..objectives {
        text.push_str(&format!("  o{number:06}: {{ label: O }}\n"));
    }
    let mut input = Input::new();
    input.add("pact.yaml", text);
    Arc::new(input.build())
}

static PYTHON: LazyLock<Guest> = LazyLock::new(|| Guest::new("Python", python("tests/guests/python")));
static JAVASCRIPT: LazyLock<Guest> = LazyLock::new(|| Guest::new("JavaScript", javascript("tests/guests/javascript")));

/// What holds in either language.
fn holds(guest: &Guest) {
    let found = guest.does("find");
    assert_eq!((found.failed.as_deref(), &found.found), (None, &vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(found.log, ["objectives: a b", "a warning"]);

    // Two runs are the same in all that they do, and cost the same.
    for deed in ["find", "probe", "fail"] {
        let [first, second] = [guest.does(deed), guest.does(deed)];
        assert_eq!((first.failed, first.log), (second.failed, second.log), "{deed}");
        let cost = |spent: Spent| (spent.fuel, spent.calls, spent.memory);
        assert_eq!(cost(first.spent), cost(second.spent), "{deed}");
    }

    let refused = "`member` may not be seen: add it under `[sees]` in plugin.toml, and let the user grant it";
    assert_eq!(guest.does("refused").log, [refused]);
    let gave_up = guest.does("give_up");
    assert!(gave_up.failed().contains("it gave up: the objectives have no weights (app."), "{gave_up:?}");
    let not_caught = guest.does("not_caught");
    assert!(not_caught.failed().contains(&format!("it gave up: Refusal: {refused} (app.")), "{not_caught:?}");
    assert!(guest.does("loop").failed().contains("used up its fuel"));
    let ate = guest.does("eat");
    assert!(ate.failed().contains("there are 134217728 bytes of memory at most (app."), "{ate:?}");

    // A diary that is full loses its last lines, and says how many.
    let chatter = guest.does("chatter");
    assert_eq!(chatter.failed, None);
    assert_eq!(chatter.log.len() + chatter.dropped, 20_000);
    assert!(chatter.dropped > 0 && chatter.log.iter().map(String::len).sum::<usize>() <= Limits::default().log);

    // What it costs to begin, and to ask.
    for (deed, objectives) in [("nothing", 0), ("find", 2), ("work", 1_000), ("work", 10_000)] {
        let model = if objectives < 3 { small() } else { large(objectives) };
        println!("{deed} of {objectives} objectives: {:?}", guest.does_with(deed, &model).spent);
    }
}

#[test]
#[ignore = "needs componentize-py and a minute; see the head of the file"]
fn python_runs_and_reaches_nothing() {
    let guest = &*PYTHON;
    holds(guest);
    let failed = guest.does("fail");
    assert_eq!(
        failed.failed(),
        "check `trial` failed: it gave up: KeyError: 'nothing', while it was looking at `a` \
         (app.py:40 in broken\napp.py:36 in fail\napp.py:17 in check)"
    );
    assert!(guest.does("exit").failed().ends_with("it called `exit` instead of answering"));
    assert!(guest.does("sys_exit").failed().contains("SystemExit: enough (app.py:"));
    assert!(guest.does("deep").failed().contains("RecursionError: maximum recursion depth exceeded (app.py:"));

    let probe = guest.does("probe");
    assert_eq!(probe.failed, None);
    assert_eq!(probe.said("slept "), "3600 s");
    assert!(probe.spent.time.as_secs() < 60, "it took no time");
    assert_eq!(probe.said("wall "), "946684800.0 2000-01-01");
    assert_eq!(probe.said("environment "), "{} []");
    assert_eq!(probe.said("input "), "''");
    assert!(!probe.log.iter().any(|line| line.contains("went through")), "{probe:?}");
    for name in ["read", "write", "list", "tcp", "udp", "name", "process"] {
        probe.said(&format!("{name} is refused: "));
    }
}

#[test]
#[ignore = "needs componentize-qjs; see the head of the file"]
fn javascript_runs_and_reaches_nothing() {
    let guest = &*JAVASCRIPT;
    holds(guest);
    let failed = guest.does("fail");
    assert_eq!(
        failed.failed(),
        "check `trial` failed: it gave up: TypeError: cannot read property 'nothing' of undefined, \
         while it was looking at `a` (app.js:84:10 in broken\napp.js:29:85 in fail\napp.js:87:95 in check)"
    );
    assert!(guest.does("deep").failed().contains("nested too deeply"));

    let probe = guest.does("probe");
    assert_eq!(probe.failed, None);
    assert_eq!(probe.said("wall "), "946684800000 2000-01-01T00:00:00.000Z");
    for name in ["process", "require", "fetch", "Deno", "std", "os", "setTimeout", "WebSocket", "XMLHttpRequest"] {
        assert_eq!(probe.said(&format!("{name} ")), "undefined");
    }
}

#[test]
#[ignore = "needs componentize-py, componentize-qjs and a minute; see the head of the file"]
fn health_inclusion_finds_the_same_in_every_language() {
    let example = "../examples/plugins/health-inclusion";
    let host = Host::new(Limits::default()).unwrap();
    // The manifest, the messages and the documentation are those of the Rust one.
    let project = Project::read(&here(example).join("rust")).unwrap_or_else(|problems| panic!("{problems}"));
    let plugin = |component: Vec<u8>| Plugin::load(&project.pack(&component, &host).unwrap(), &host).unwrap();
    let python = plugin(python(&format!("{example}/python")));
    let javascript = plugin(javascript(&format!("{example}/javascript")));

    let mut cases: Vec<PathBuf> =
        fs::read_dir(here(example).join("cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 18);
    for directory in cases {
        let case: Case = serde_json::from_slice(&fs::read(directory.join("case.json")).unwrap()).unwrap();
        let expected: Told = serde_json::from_slice(&fs::read(directory.join("expected.json")).unwrap()).unwrap();
        let model = documents(&directory);
        for (language, plugin) in [("Python", &python), ("JavaScript", &javascript)] {
            let name = format!("{} in {language}", directory.file_name().unwrap().display());
            let (told, spent) = case.ask(plugin, &host, &model).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(told, expected, "{name}");
            println!("{name}: {spent:?}");
        }
    }
}
