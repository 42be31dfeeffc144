//! The built-in group `coherence` as a plugin: the same findings, byte for byte.
//!
//! What differs by design is taken away here and nothing else: the rules of a plugin have `plugin/rule` as code and as name, and the messages of a plugin have
//! `plugin/` before their ids. With those as the built-in rules have them, reports are equal: findings, order, levels, places, words, fingerprints.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test says what went wrong by failing")]

mod support;

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use pact_core::{
    check::{Check, CheckError, Context, RuleInfo, Sink},
    document::workspace::{FailOn, Stage},
    finding::Finding,
    load::Input,
    message::{Catalogue, Language, Message},
    report::{Options, Report},
};
use pact_plugins::{Host, Level, Limits, LoadError, Manifest, Plugin, PluginCheck, Rule, author::Project};
use pact_rules::{messages, registry, words::OfLacks};
use sha2::{Digest, Sha256};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn project() -> PathBuf {
    root().join("examples/plugins/coherence")
}

fn committed() -> Vec<u8> {
    fs::read(project().join("coherence.wasm")).unwrap()
}

fn native() -> Vec<&'static dyn Check> {
    registry::checks().iter().copied().filter(|check| check.rules()[0].group == "coherence").collect()
}

/// The plugin with the codes, the names and the messages of the built-in rules.
#[derive(Debug)]
struct AsBuiltIn {
    plugin: PluginCheck,
    rules: Vec<RuleInfo>,
    words: Vec<Catalogue>,
}

const SCOPE: &str = "coherence/";

fn stripped(message: &Message) -> Message {
    let id = message.id.strip_prefix(SCOPE).unwrap_or(&message.id).to_owned();
    Message { id: id.into(), ..message.clone() }
}

impl AsBuiltIn {
    fn new(bytes: &[u8]) -> Self {
        // Of a document with many faults, each is a finding.
        let host = Host::new(Limits { findings: 100_000, ..Limits::default() }).unwrap();
        let plugin = Plugin::load(bytes, &host).unwrap();
        let plugin = PluginCheck::new(plugin, host, "{}".to_owned()).unwrap().speaking(Arc::new(OfLacks));
        let code =
            |name: &str| native().iter().find(|check| check.rules()[0].name == name).unwrap().rules()[0].code.clone();
        let rule = |rule: &RuleInfo| {
            let name = rule.name.strip_prefix(SCOPE).unwrap().to_owned();
            RuleInfo { code: code(&name), name: name.into(), ..rule.clone() }
        };
        let rules = plugin.rules().iter().map(rule).collect();
        let words = Language::ALL.iter().map(|&language| {
            let mut words = messages::catalogue(language).unwrap();
            words.add_scope("coherence", language.tag(), &plugin.plugin().messages()[language.tag()]).unwrap();
            words
        });
        Self { words: words.collect(), rules, plugin }
    }

    /// A message as the built-in rules have it, which says the same in every language.
    fn message(&self, message: &Message) -> Message {
        let own = stripped(message);
        for words in &self.words {
            assert_eq!(words.text(message), words.text(&own));
        }
        own
    }
}

impl Check for AsBuiltIn {
    fn rules(&self) -> &[RuleInfo] {
        &self.rules
    }

    fn run(&self, context: Context<'_>, sink: &mut Sink) -> Result<(), CheckError> {
        let mut own = Sink::default();
        let result = self.plugin.run(context, &mut own);
        for (rule, finding) in own.findings() {
            let mut finding: Finding = finding.clone();
            finding.message = self.message(&finding.message);
            finding.help = finding.help.as_ref().map(|help| self.message(help));
            for related in &mut finding.related {
                related.label = self.message(&related.label);
            }
            sink.push_for(*rule, finding);
        }
        result
    }
}

static PLUGIN: LazyLock<AsBuiltIn> = LazyLock::new(|| AsBuiltIn::new(&committed()));

/// Compares reports of documents, and gives how many findings there are.
fn same(what: &str, files: &[(String, Vec<u8>)], options: &Options) -> usize {
    as_built_in(&PLUGIN, what, files, options)
}

fn as_built_in(plugin: &AsBuiltIn, what: &str, files: &[(String, Vec<u8>)], options: &Options) -> usize {
    let model = || {
        let mut input = Input::new();
        files.iter().for_each(|(name, bytes)| input.add(name, bytes.clone()));
        input.as_of(options.as_of);
        input.build()
    };
    let built_in = Report::new(model(), native(), options);
    let plugin = Report::new(model(), [plugin as &dyn Check], options);
    assert_eq!(plugin.errors.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new(), "{what}");
    let lines = |report: &Report| {
        let line = |found: &pact_core::report::Reported| format!("{} {found:#?}\n", report.rules[found.rule].code);
        report.findings.iter().map(line).collect::<String>()
    };
    let (expected, found) = (lines(&built_in), lines(&plugin));
    assert!(expected == found, "{what}\nbuilt in:\n{expected}\nplugin:\n{found}");
    built_in.findings.len()
}

fn files(directory: &Path, under: &str, found: &mut Vec<(String, Vec<u8>)>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = format!("{under}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            files(&path, &format!("{name}/"), found);
        } else if path
            .extension()
            .is_some_and(|kind| ["yaml", "json", "toml", "csv"].iter().any(|known| kind == *known))
        {
            found.push((name, fs::read(&path).unwrap()));
        }
    }
}

/// Every way in which a run can judge.
fn ways() -> Vec<Options> {
    let one = |stage, fail_on| Options { stage, fail_on, ..Options::default() };
    vec![Options::default(), one(Stage::Draft, FailOn::Should), one(Stage::Draft, FailOn::default())]
}

#[test]
fn the_examples_have_the_same_findings() {
    let mut number = 0;
    for example in fs::read_dir(root().join("examples")).unwrap().map(|entry| entry.unwrap().path()) {
        let name = example.file_name().unwrap().to_str().unwrap().to_owned();
        if !example.is_dir() || name == "plugins" {
            continue;
        }
        let mut found = Vec::new();
        files(&example, "", &mut found);
        for options in ways() {
            number += same(&name, &found, &options);
        }
    }
    assert!(number > 0);
}

#[test]
fn the_examples_of_the_rules_have_the_same_findings() {
    let mut number = 0;
    for check in native() {
        let rule = &check.rules()[0];
        let mut open: Option<Vec<(String, Vec<u8>)>> = None;
        for line in rule.docs.lines() {
            let line = line.strip_prefix(' ').unwrap_or(line);
            match (line.starts_with("```"), &mut open) {
                (true, None) => open = Some(vec![("example.yaml".to_owned(), Vec::new())]),
                (true, Some(files)) => {
                    for options in ways() {
                        number += same(&rule.name, files, &options);
                    }
                    open = None;
                }
                (false, Some(files)) => match line.strip_prefix("# --- ") {
                    Some(name) => files.push((name.to_owned(), Vec::new())),
                    None => files.last_mut().unwrap().1.extend(format!("{line}\n").bytes()),
                },
                (false, None) => {}
            }
        }
    }
    assert!(number >= 9, "{number}");
}

/// Numbers without order, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn once_in(&mut self, sides: u64) -> bool {
        self.roll(sides) == 0
    }
}

const ASKS: [&str; 14] = [
    "{ every: objective, where: { level: regional }, has: { at-least: 1, via: supports|adds-to, to: objective } }",
    "{ every: objective, has: { at-least: 1, via: supports } }",
    "{ some: objective, has: { at-least: 1, via: supports, to: objective, where: { level: national } } }",
    "{ every: objective, in: supplemented, has: { at-least: 1, via: supported-by|added-to-by, to: objective } }",
    "{ no: objective, has: { at-least: 1, via: contradicts, to: objective } }",
    "{ no: objective, where: { level: regional }, has: { at-least: 1, via: duplicates, to: objective } }",
    "{ every: strength, has: { at-least: 1, via: built-on-by, to: [objective, initiative] } }",
    "{ every: challenge, has: { at-least: 2, via: addressed-by, to: [objective, initiative] } }",
    "{ every: initiative, has: { at-least: 1, via: contributes-to, to: objective } }",
    "{ every: initiative, has: { at-least: 1, via: contributes-to/supports } }",
    "{ every: objective, has: { given: [owner, due] } }",
    "{ some: objective, has: { given: baseline } }",
    "{ any-of: [ { every: objective, has: { given: target } }, { no: objective, has: { at-least: 1, via: duplicated-by } } ] }",
    "{ every: objective, has: { at-least: 1, via: nowhere } }",
];

/// Terms, a national pact and a proposal, with faults of every sort.
fn made(dice: &mut Dice) -> Vec<(String, Vec<u8>)> {
    let mut terms = "terms: 1\nid: t\ntitle: T\nclauses:\n".to_owned();
    for clause in 0..dice.roll(5) {
        let force = ["must", "should", "may", "context"][dice.roll(4) as usize];
        let asks: Vec<&str> = (0..dice.roll(4)).map(|_| ASKS[dice.roll(ASKS.len() as u64) as usize]).collect();
        let _ = writeln!(terms, "  C{clause}: {{ force: {force}, text: C, requires: [{}] }}", asks.join(", "));
    }
    terms.push_str("  Z: { force: may, text: Z }\n");
    let status = ["planned", "adopted"][dice.roll(2) as usize];
    let mut country = format!("pact: 1\nid: country\ntitle: Country\nlevel: national\nstatus: {status}\nobjectives:\n");
    for at in 0..1 + dice.roll(4) {
        let part = if at > 0 && dice.once_in(3) { ", part-of: n0" } else { "" };
        let _ = writeln!(country, "  n{at}: {{ label: National {}{part} }}", dice.roll(3));
    }
    let mut pact = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nactors: { a: {} }\n".to_owned();
    if !dice.once_in(8) {
        pact.push_str("terms: t\n");
    }
    if !dice.once_in(4) {
        pact.push_str("supplements: country\n");
    }
    for (section, id) in [("strengths", "s"), ("challenges", "c")] {
        let _ = writeln!(pact, "{section}: {{ {id}0: {{ label: One }}, {id}1: {{ label: Two }}, {id}2: {{}} }}");
    }
    let many = 1 + dice.roll(6);
    pact.push_str("objectives:\n");
    for at in 0..many {
        let mut own = vec![match dice.roll(4) {
            0 => "label: Same".to_owned(),
            1 => format!("label: {{ en: 'Same  {}', da: SAMME }}", dice.roll(3)),
            2 => format!("label: {{ da: samme, en: Other {at} }}"),
            _ => format!("label: Goal {at}"),
        }];
        let mut say = |key: &str, to: String, chance: u64, dice: &mut Dice| {
            if dice.once_in(chance) {
                own.push(format!("{key}: {to}"));
            }
        };
        let other = dice.roll(many);
        let slip = if dice.once_in(25) { "x" } else { "" };
        say("supports", format!("[country/n{}{slip}]", dice.roll(4)), 2, dice);
        say("adds-to", format!("country/n{}", dice.roll(2)), 4, dice);
        say("part-of", format!("o{other}"), 4, dice);
        say("duplicates", format!("[o{other}, country/n0]"), 5, dice);
        say("contradicts", format!("o{}", dice.roll(many)), 4, dice);
        say("builds-on", format!("s{}{slip}", dice.roll(3)), 3, dice);
        say("addresses", format!("[c{}, c{}]", dice.roll(3), dice.roll(2)), 3, dice);
        say("owner", format!("a{slip}"), 3, dice);
        say("baseline", "{ value: 1 }".to_owned(), 3, dice);
        say("target", "{ value: 2, on: 2022 }".to_owned(), 3, dice);
        say("level", "national".to_owned(), 6, dice);
        say("nonsense", "[".repeat(0) + "1", 20, dice);
        let _ = writeln!(pact, "  o{at}: {{ {} }}", own.join(", "));
    }
    if dice.once_in(6) {
        pact.push_str("  o0: { label: Again }\n");
    }
    pact.push_str("initiatives:\n");
    for at in 0..1 + dice.roll(4) {
        let slip = if dice.once_in(20) { "x" } else { "" };
        let aim = if dice.once_in(2) { format!(", contributes-to: o{}{slip}", dice.roll(many)) } else { String::new() };
        let part = if at > 0 && dice.once_in(2) { format!(", part-of: i{}", at - 1) } else { String::new() };
        let builds = if dice.once_in(3) { format!(", builds-on: s{}", dice.roll(3)) } else { String::new() };
        let _ = writeln!(pact, "  i{at}: {{ label: I{at}{aim}{part}{builds} }}");
    }
    if dice.once_in(3) {
        pact.push_str("explanations: { e: { about: C0, reason: Because. } }\n");
    }
    [("terms.yaml", terms), ("country.yaml", country), ("pact.yaml", pact)]
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .collect()
}

#[test]
fn generated_documents_have_the_same_findings() {
    let mut dice = Dice(1);
    let mut number = 0;
    for _ in 0..400 {
        let files = made(&mut dice);
        let what =
            files.iter().map(|(name, text)| format!("{name}\n{}", String::from_utf8_lossy(text))).collect::<String>();
        for options in ways() {
            number += same(&what, &files, &options);
        }
    }
    assert!(number > 2_000, "{number}");
}

#[test]
fn the_committed_plugin_is_the_one_of_its_digest_and_of_its_project() {
    let bytes = committed();
    let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        fs::read_to_string(project().join("coherence.wasm.sha256")).unwrap(),
        format!("{digest}  coherence.wasm\n")
    );
    for folder in ["/home/", "/root/", "/Users/", "/work/"] {
        assert!(!bytes.windows(folder.len()).any(|window| window == folder.as_bytes()), "{folder}");
    }
    let inspected = Plugin::inspect(&bytes, &Host::new(Limits::default()).unwrap()).unwrap();
    let project = Project::read(&project()).unwrap();
    assert_eq!(&inspected.manifest, project.manifest());
    assert_eq!(&inspected.messages, project.messages());
    let imports = ["graph", "ledger", "log", "reading", "types"].map(|name| format!("pact:plugin/{name}@1.0.0"));
    assert_eq!(inspected.imports, imports);
    let names = |rules: Vec<&str>| rules.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let mut built_in = native();
    built_in.sort_by_key(|check| check.rules()[0].code.clone());
    assert_eq!(
        names(inspected.manifest.rules.iter().map(|rule| rule.name.as_str()).collect()),
        names(built_in.iter().map(|check| check.rules()[0].name.as_ref()).collect())
    );
}

/// The plugin with another manifest.
fn with_manifest(host: &Host, change: impl Fn(&mut Manifest)) -> Result<Plugin, LoadError> {
    let bytes = committed();
    let mut manifest = Plugin::inspect(&bytes, host).unwrap().manifest;
    let old = serde_json::to_vec(&manifest).unwrap();
    change(&mut manifest);
    let mut new = serde_json::to_vec(&manifest).unwrap();
    // White space is no part of it, so that what is shorter can stand in its place.
    assert!(new.len() <= old.len());
    new.resize(old.len(), b' ');
    let at = bytes.windows(old.len()).position(|window| window == old).unwrap();
    Plugin::load(&[&bytes[..at], &new, &bytes[at + old.len()..]].concat(), host)
}

#[test]
fn who_sees_the_ledger_says_so_and_decides_nothing() {
    let host = Host::new(Limits::default()).unwrap();
    let told = |result: Result<Plugin, LoadError>| result.unwrap_err().to_string();
    let unasked = told(with_manifest(&host, |manifest| manifest.sees.ledger = false));
    assert!(unasked.contains("does not ask to see the ledger (`ledger` under `sees`)"), "{unasked}");
    let decides = told(with_manifest(&host, |manifest| {
        manifest.rules.truncate(2);
        let Some(Rule { decides, level, .. }) = manifest.rules.first_mut() else { return };
        (*decides, *level) = (true, Level::Note);
    }));
    assert!(decides.contains("its rule `objective-in-the-air` decides clauses"), "{decides}");
}

#[test]
fn the_ledger_shows_no_more_than_the_kinds_that_are_granted() {
    // Without clauses and elements there are no lines and so no lacks; what no clause asks for is found as before, and what clauses tell is told again.
    let host = Host::new(Limits::default()).unwrap();
    let plugin =
        with_manifest(&host, |manifest| manifest.sees.kinds.retain(|kind| kind != "clause" && kind != "element"))
            .unwrap();
    let check = PluginCheck::new(plugin, host, "{}".to_owned()).unwrap();
    let check = check.speaking(Arc::new(OfLacks));
    let mut input = Input::new();
    input.add(
        "terms.yaml",
        "terms: 1\nid: t\ntitle: T\nclauses:\n  A: { force: must, text: A, requires: { every: strength, has: { at-least: 1, via: built-on-by } } }\n",
    );
    input.add(
        "pact.yaml",
        "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nstrengths: { s: {} }\nobjectives: { o: { label: O } }\n",
    );
    let report = Report::new(input.build(), [&check as &dyn Check], &Options::default());
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    let found: Vec<(&str, bool)> = report
        .findings
        .iter()
        .map(|found| (found.finding.message.id.as_ref(), found.finding.cited.is_some()))
        .collect();
    assert_eq!(found, [("coherence/lack-strength", false)]);
}

#[test]
#[ignore = "needs the target wasm32-unknown-unknown"]
fn what_is_built_again_does_the_same() {
    let module = support::built(&project(), "coherence");
    let host = Host::new(Limits::default()).unwrap();
    let packed = Project::read(&project()).unwrap().pack(&module, &host).unwrap();
    let plugin = AsBuiltIn::new(&packed);
    let mut dice = Dice(2);
    let mut number = 0;
    for _ in 0..50 {
        let files = made(&mut dice);
        for options in ways() {
            number += as_built_in(&plugin, "built again", &files, &options);
        }
    }
    assert!(number > 200, "{number}");
}
