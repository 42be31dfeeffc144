//! What a host survives: plugins that are no plugins, that never stop, that eat, that lie. Each is written as a core module in text and made a component here.

#[path = "../tests/support/guest.rs"]
mod guest;
mod hostile;
mod wasi;

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use self::guest::{component, module, with};
use crate::{Host, Level, Limits, LoadError, Manifest, Plugin, PluginCheck, Rule, RunError, Sees};
use pact_core::{
    check::{Check, CheckError, Context, Sink},
    ledger::{Judging, Ledger},
    load::Input,
    model::Model,
};

/// Offsets and lengths of the words of every module.
const OBJECTIVE: (u32, u32) = (1024, 9);
const MEMBER: (u32, u32) = (1033, 6);
const RULE: (u32, u32) = (1039, 4);
const MESSAGE: (u32, u32) = (1043, 7);

/// An answer without findings: a place where everything is zero.
const NOTHING: &str = "(i32.const 16)";

fn manifest() -> Manifest {
    let text = |text: &str| BTreeMap::from([("en".to_owned(), text.to_owned())]);
    Manifest {
        manifest: 1,
        id: "trial".to_owned(),
        version: "1.0.0".to_owned(),
        title: text("A trial"),
        description: BTreeMap::new(),
        license: "MIT".to_owned(),
        authors: Vec::new(),
        sees: Sees { kinds: vec!["objective".to_owned()], ..Sees::default() },
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
    }
}

fn plugin_of(manifest: &Manifest, text: &str) -> Vec<u8> {
    let manifest = serde_json::to_vec(manifest).unwrap();
    with(
        component(text),
        &[("pact:manifest", &manifest), ("pact:messages/en", b"message = There is { $node }\nhelp = Do it\n")],
    )
}

fn plugin(body: &str, more: &str) -> Vec<u8> {
    plugin_of(&manifest(), &module(body, more))
}

fn host(limits: Limits) -> Host {
    Host::new(limits).unwrap()
}

fn model() -> Arc<Model> {
    let mut input = Input::new();
    input.add(
        "pact.yaml",
        "pact: 1\nid: p\ntitle: P\nlevel: national\nstatus: planned\nobjectives: { a: { label: A }, b: { label: B } }\nactors: { x: {} }\n",
    );
    Arc::new(input.build())
}

/// What a plugin finds, with the ids of what its findings are about.
fn run_within(limits: Limits, bytes: &[u8]) -> (Result<(), CheckError>, Vec<String>) {
    let host = host(limits);
    let check = PluginCheck::new(Plugin::load(bytes, &host).unwrap(), host, "{}".to_owned()).unwrap();
    let model = model();
    let ledger = Arc::new(Ledger::new(model.graph(), Judging::default()));
    let mut sink = Sink::default();
    let result = check.run(Context { model: &model, ledger: &ledger, as_of: None }, &mut sink);
    let subject = |finding: &pact_core::finding::Finding| match &finding.subject {
        pact_core::finding::Subject::Node(node) => model.graph().name(*node).to_owned(),
        pact_core::finding::Subject::Place(place) => place.clone(),
    };
    (result, sink.findings().iter().map(|(_, finding)| subject(finding)).collect())
}

fn run(bytes: &[u8]) -> (Result<(), CheckError>, Vec<String>) {
    run_within(Limits::default(), bytes)
}

/// Why a plugin failed.
fn reason(limits: Limits, body: &str, more: &str) -> String {
    let (result, _) = run_within(limits, &plugin(body, more));
    match result {
        Err(CheckError::Failed { check, reason }) => {
            assert_eq!(check, "trial");
            reason
        }
        other => panic!("{other:?}"),
    }
}

fn store(at: u32, values: &[u32]) -> String {
    let one = |(position, value): (usize, &u32)| {
        format!("(i32.store (i32.const {}) (i32.const {value}))", at as usize + 4 * position)
    };
    values.iter().enumerate().map(one).collect::<Vec<_>>().join("\n")
}

/// Writes one finding of 80 bytes about a node that is on the stack of `$i`.
fn finding(rule: (u32, u32), message: (u32, u32)) -> String {
    format!(
        "{} (i32.store (i32.const 2056) (local.get $i)) {} {}",
        store(2048, &[rule.0, rule.1]),
        store(2060, &[message.0, message.1, 0, 0]),
        store(16, &[0, 2048, 1, 0, 0])
    )
}

/// The first objective as `$i`: `nodes("objective")` writes its answer at 512.
fn first_objective() -> String {
    format!(
        "(call $nodes (i32.const {}) (i32.const {}) (i32.const 512)) (local.set $i (i32.load (i32.load (i32.const 516))))",
        OBJECTIVE.0, OBJECTIVE.1
    )
}

#[test]
fn a_plugin_sees_the_graph_and_its_findings_count() {
    let (result, found) = run(&plugin(&format!("{} {} {NOTHING}", first_objective(), finding(RULE, MESSAGE)), ""));
    assert_eq!((result.is_ok(), found), (true, vec!["a".to_owned()]));
    let (result, found) = run(&plugin(NOTHING, ""));
    assert_eq!((result.is_ok(), found.len()), (true, 0));
}

#[test]
fn what_was_not_asked_for_is_refused() {
    // The answer is an error, its discriminant 1, and the reason `not-granted`.
    let asks = format!(
        "(call $nodes (i32.const {}) (i32.const {}) (i32.const 512)) (local.set $i (i32.load8_u (i32.const 512)))
         (if (i32.ne (local.get $i) (i32.const 1)) (then unreachable))
         (if (i32.ne (i32.load (i32.const 520)) (i32.const 11)) (then unreachable)) {NOTHING}",
        MEMBER.0, MEMBER.1
    );
    assert!(run(&plugin(&asks, "")).0.is_ok());
}

#[test]
fn an_answer_that_lies_is_left_out_and_the_run_undecided() {
    let lies = [
        (format!("{} {}", first_objective(), finding(MESSAGE, MESSAGE)), "no rule `message`"),
        (format!("{} {}", first_objective(), finding(RULE, RULE)), "no message `rule`"),
        (format!("(local.set $i (i32.const 99999)) {}", finding(RULE, MESSAGE)), "no node 99999"),
    ];
    for (body, told) in lies {
        let (result, found) = run(&plugin(&format!("{body} {NOTHING}"), ""));
        let error = result.unwrap_err().to_string();
        assert!(error.contains(told) && error.starts_with("check `trial` failed"), "{error}");
        assert_eq!(found, Vec::<String>::new());
    }
    // What it may not see it may not speak of: node 0 is the proposal.
    let seen =
        reason(Limits::default(), &format!("(local.set $i (i32.const 0)) {} {NOTHING}", finding(RULE, MESSAGE)), "");
    assert!(seen.contains("may not see"), "{seen}");
}

#[test]
fn whatever_does_not_stop_is_stopped() {
    let fuel = Limits { fuel: 10_000_000, ..Limits::default() };
    assert!(reason(fuel, "(loop $l (br $l)) unreachable", "").contains("used up its fuel"));
    // A start function runs before anything is asked.
    let start = "(func $s (loop $l (br $l))) (start $s)";
    assert!(reason(Limits::default(), NOTHING, start).contains("fuel"));
    // Without fuel to speak of as a bound, the clock.
    let wall = Limits { fuel: u64::MAX / 4, wall: Duration::from_millis(200), ..Limits::default() };
    assert!(reason(wall, "(loop $l (br $l)) unreachable", "").contains("did not finish"));
    let start_wall = Limits { start_fuel: u64::MAX / 4, wall: Duration::from_millis(200), ..Limits::default() };
    assert!(reason(start_wall, NOTHING, start).contains("did not finish"));
    let deep = "(func $f (param i32) (result i32) (i32.add (call $f (local.get 0)) (i32.const 1)))";
    assert!(
        reason(Limits::default(), "(drop (call $f (i32.const 1))) unreachable", deep).contains("nested too deeply")
    );
    // A long fill takes fuel for what it does.
    let fill = "(loop $l (memory.fill (i32.const 0) (i32.const 0) (i32.const 131072)) (br $l)) unreachable";
    assert!(reason(wall, fill, "").contains("did not finish"));
}

#[test]
fn a_storm_of_calls_is_stopped_by_each_of_its_limits() {
    let storm = "(loop $l (call $looking-at (i32.const 1)) (br $l)) unreachable";
    let calls = Limits { calls: 1000, ..Limits::default() };
    assert!(reason(calls, storm, "").contains("1000 calls to the host"));
    let lines = format!(
        "(loop $l (call $nodes (i32.const {}) (i32.const {}) (i32.const 512)) (br $l)) unreachable",
        OBJECTIVE.0, OBJECTIVE.1
    );
    let fuel = Limits { fuel: 1_000_000, calls: u64::MAX, ..Limits::default() };
    assert!(reason(fuel, &lines, "").contains("fuel"), "the host charges for what it does");
}

#[test]
fn memory_and_tables_have_their_bounds() {
    let few = Limits { memory: 1 << 20, ..Limits::default() };
    let grows =
        "(loop $l (if (i32.eq (memory.grow (i32.const 16)) (i32.const -1)) (then unreachable)) (br $l)) unreachable";
    assert!(reason(few, grows, "").contains("1048576 bytes of memory"));
    let tables = "(table $t 10 100000 funcref)";
    let grows = "(loop $l (if (i32.eq (table.grow $t (ref.null func) (i32.const 1000)) (i32.const -1)) (then unreachable)) (br $l)) unreachable";
    assert!(reason(Limits::default(), grows, tables).contains("table elements"));
    // What is there from the beginning counts as well.
    let large = module(NOTHING, "").replace("\"memory\") 2)", "\"memory\") 4000)");
    let (result, _) = run(&plugin_of(&manifest(), &large));
    assert!(result.unwrap_err().to_string().contains("bytes of memory"));
}

#[test]
fn strings_and_lists_that_are_none_trap() {
    let out = "(call $line (i32.const -8) (i32.const 100)) unreachable";
    assert!(reason(Limits::default(), out, "").contains("trapped"));
    let huge = "(call $line (i32.const 0) (i32.const 2147483647)) unreachable";
    assert!(reason(Limits::default(), huge, "").contains("trapped"));
    let broken = "(i32.store8 (i32.const 600) (i32.const 255)) (call $line (i32.const 600) (i32.const 1)) unreachable";
    assert!(reason(Limits::default(), broken, "").contains("utf-8"));
    // A list of many findings that all point at the same bytes would be much more in the host than in the guest.
    let many = format!("{} {NOTHING}", store(16, &[0, 2048, 1600, 0, 0]));
    let same = format!(
        "{} (local.set $i (i32.const 0)) (loop $l (i32.store (i32.add (i32.const 2048) (local.get $i)) (i32.const 0)) (i32.store (i32.add (i32.const 2052) (local.get $i)) (i32.const 120000)) (local.set $i (i32.add (local.get $i) (i32.const 80))) (br_if $l (i32.lt_u (local.get $i) (i32.const 120000)))) {many}",
        ""
    );
    assert!(reason(Limits::default(), &same, "").contains("trapped"));
}

#[test]
fn a_panic_reads_as_its_author_wrote_it() {
    let panics = format!(
        "{} (call $looking-at (local.get $i)) (call $panic (i32.const {}) (i32.const 4) (i32.const {}) (i32.const 7)) unreachable",
        first_objective(),
        RULE.0,
        MESSAGE.0
    );
    assert_eq!(reason(Limits::default(), &panics, ""), "it panicked: rule, while it was looking at `a` (message)");
    let gave_up = format!("{} (i32.const 16)", store(16, &[1, RULE.0, RULE.1, MESSAGE.0, MESSAGE.1]));
    assert_eq!(reason(Limits::default(), &gave_up, ""), "it gave up: rule (message)");
}

#[test]
fn every_check_has_memory_of_its_own() {
    // It traps if it finds what an earlier check left.
    let remembers = format!("(if (i32.load (i32.const 700)) (then unreachable)) {} {NOTHING}", store(700, &[1]));
    let host = host(Limits::default());
    let check = PluginCheck::new(Plugin::load(&plugin(&remembers, ""), &host).unwrap(), host, "{}".to_owned()).unwrap();
    let model = model();
    let ledger = Arc::new(Ledger::new(model.graph(), Judging::default()));
    let context = Context { model: &model, ledger: &ledger, as_of: None };
    let mut fuel = Vec::new();
    for _ in 0..3 {
        check.run(context, &mut Sink::default()).unwrap();
        fuel.push(check.spent().unwrap().fuel);
    }
    assert!(fuel.windows(2).all(|pair| pair[0] == pair[1]), "{fuel:?}");
    // Also after a trap.
    let traps = PluginCheck::new(
        Plugin::load(&plugin("unreachable", ""), &check_host()).unwrap(),
        check_host(),
        "{}".to_owned(),
    );
    assert!(traps.unwrap().run(context, &mut Sink::default()).is_err());
    check.run(context, &mut Sink::default()).unwrap();
}

fn check_host() -> Host {
    host(Limits::default())
}

#[test]
fn what_is_no_plugin_is_told_what_it_is() {
    let host = host(Limits::default());
    let refused = |bytes: &[u8]| Plugin::load(bytes, &host).unwrap_err().to_string();
    let whole = plugin(NOTHING, "");
    assert_eq!(refused(b""), "this is an empty file");
    assert_eq!(refused(b"(module)"), "this is WebAssembly text; `pact plugin build` makes a component of it");
    assert_eq!(refused(b"\x7fELF\x02\x01\x01"), "this is code that was compiled elsewhere, which is never loaded");
    assert_eq!(refused(b"hello"), "this is no WebAssembly");
    assert!(refused(&wat::parse_str("(module)").unwrap()).contains("core module"));
    assert!(refused(&wat::parse_str("(component)").unwrap()).contains("exports no `pact:plugin/check@1.0.0`"));
    for length in [5, 8, 100, whole.len() / 2, whole.len() - 3] {
        let error = Plugin::load(&whole[..length], &host).unwrap_err();
        assert!(
            matches!(error, LoadError::Damaged(_) | LoadError::NoExport(_) | LoadError::NoManifest),
            "{length}: {error}"
        );
    }
    assert_eq!(refused(&component(&module(NOTHING, ""))), "it has no manifest; `pact plugin build` adds it");
    let socket = wat::parse_str("(component (import \"evil:net/socket@1.0.0\" (instance)))").unwrap();
    assert_eq!(refused(&socket), "it imports `evil:net/socket@1.0.0`, which plugins are not given");
    let other = wat::parse_str("(component (import \"pact:plugin/graph@2.0.0\" (instance)))").unwrap();
    assert!(refused(&other).contains("was built for `pact:plugin/graph@2.0.0`"));
}

#[test]
fn what_a_compiler_would_choke_on_is_refused_before() {
    let refused = |limits: Limits, bytes: &[u8]| Plugin::load(bytes, &host(limits)).unwrap_err().to_string();
    let small = Limits::default();
    let functions: String = (0..200).map(|_| "(func)").collect();
    assert!(refused(Limits { functions: 100, ..small }, &plugin(NOTHING, &functions)).starts_with("functions: "));
    let long = format!("(func {})", "(drop (i32.const 1))".repeat(2000));
    assert!(refused(Limits { body: 2000, ..small }, &plugin(NOTHING, &long)).starts_with("the largest function"));
    let table = format!("(func (block $b (br_table {} (i32.const 0))))", "$b ".repeat(500));
    assert!(
        refused(Limits { branch_targets: 100, ..small }, &plugin(NOTHING, &table))
            .starts_with("targets of a jump table")
    );
    assert!(refused(Limits { component: 1000, ..small }, &plugin(NOTHING, "")).starts_with("the file, in bytes"));
    let nested = format!("{}{}", "(component ".repeat(30), ")".repeat(30));
    assert!(refused(small, &wat::parse_str(nested).unwrap()).starts_with("components within components"));
}

#[test]
fn a_manifest_that_cannot_be_right_is_refused() {
    let host = host(Limits::default());
    let refused = |change: &dyn Fn(&mut Manifest)| {
        let mut manifest = manifest();
        change(&mut manifest);
        Plugin::load(&plugin_of(&manifest, &module(NOTHING, "")), &host).unwrap_err().to_string()
    };
    assert_eq!(refused(&|m| m.manifest = 2), "its manifest: its version is 2, and this pact reads 1");
    assert!(refused(&|m| m.id = "../x".to_owned()).contains("is no name"));
    assert!(refused(&|m| m.version = "one".to_owned()).contains("is no version"));
    assert!(refused(&|m| m.rules.clear()).contains("no rules"));
    assert!(refused(&|m| m.rules.push(m.rules[0].clone())).contains("`rule` stands there twice"));
    assert!(refused(&|m| m.sees.kinds.push("secret".to_owned())).contains("no kind of node `secret`"));
    assert!(refused(&|m| m.sees.relations.push("knows".to_owned())).contains("no relation `knows`"));
    assert!(refused(&|m| m.sees.attributes.push("member.name".to_owned())).contains("no attribute `member.name`"));
    assert!(refused(&|m| m.languages.push("da".to_owned())).contains("its messages in `da`: there are none"));
    assert!(refused(&|m| m.license = "MIT\u{202e}".to_owned()).contains("hidden character U+202E"));
    let error: &dyn std::error::Error = &RunError::Fuel(1);
    assert!(error.source().is_none());
}
