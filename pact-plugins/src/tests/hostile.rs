//! Limits, each with each other one out of the way: what is stopped by one must not depend on another.

use std::time::Duration;

use super::{
    MESSAGE, NOTHING, OBJECTIVE, RULE, finding, first_objective, guest::with, host, manifest, module, plugin,
    plugin_of, reason, run_within, store,
};
use crate::{Limits, LoadError, Plugin};

/// A limit put out of the way.
type Lift = (&'static str, fn(&mut Limits));

const LIFTS: [Lift; 12] = [
    ("fuel", |limits| limits.fuel = u64::MAX / 4),
    ("start_fuel", |limits| limits.start_fuel = u64::MAX / 4),
    ("wall", |limits| limits.wall = Duration::from_secs(3600)),
    ("memory", |limits| limits.memory = 1 << 31),
    ("table_elements", |limits| limits.table_elements = 1 << 24),
    ("stack", |limits| limits.stack = 1 << 20),
    ("crossing", |limits| limits.crossing = 1 << 30),
    ("calls", |limits| limits.calls = u64::MAX),
    ("findings", |limits| limits.findings = usize::MAX),
    ("string", |limits| limits.string = 1 << 30),
    ("log", |limits| limits.log = 1 << 30),
    ("instances", |limits| limits.instances = 1 << 20),
];

/// A limit by name, and what is said where it stops something.
type By = (&'static str, &'static str);

/// What never stops by itself, which limits stop it, and what each of them says.
struct Bomb {
    what: &'static str,
    body: String,
    more: &'static str,
    /// Each of these alone stops it.
    by: &'static [By],
}

fn bombs() -> Vec<Bomb> {
    let bomb = |what, body: &str, more, by| Bomb { what, body: format!("{body} unreachable"), more, by };
    const STOPPED: &[By] = &[("fuel", "used up its fuel"), ("wall", "did not finish")];
    const STORMS: &[By] = &[("fuel", "used up its fuel"), ("calls", "calls to the host"), ("wall", "did not finish")];
    let nodes = format!("(call $nodes (i32.const {}) (i32.const {}) (i32.const 512))", OBJECTIVE.0, OBJECTIVE.1);
    vec![
        bomb("endless loop", "(loop $l (br $l))", "", STOPPED),
        bomb(
            "endless start function",
            "",
            "(func $s (loop $l (br $l))) (start $s)",
            &[("start_fuel", "used up its fuel"), ("wall", "did not finish")],
        ),
        bomb(
            "recursion without end",
            "(drop (call $f (i32.const 1)))",
            "(func $f (param i32) (result i32) (i32.add (call $f (local.get 0)) (i32.const 1)))",
            &[("stack", "nested too deeply")],
        ),
        bomb(
            "fill after fill",
            "(loop $l (memory.fill (i32.const 0) (i32.const 0) (i32.const 131072)) (br $l))",
            "",
            STOPPED,
        ),
        bomb(
            "question after question",
            &format!("(loop $l (global.set $next (i32.const 65536)) {nodes} (br $l))"),
            "",
            STORMS,
        ),
        bomb("diary without end", "(loop $l (call $line (i32.const 1024) (i32.const 37)) (br $l))", "", STORMS),
        bomb("look after look", "(loop $l (call $looking-at (i32.const 1)) (br $l))", "", STORMS),
        bomb(
            "panic after panic",
            "(loop $l (call $panic (i32.const 1024) (i32.const 9) (i32.const 1024) (i32.const 9)) (br $l))",
            "",
            STORMS,
        ),
        bomb(
            "memory without end",
            "(loop $l (if (i32.eq (memory.grow (i32.const 16)) (i32.const -1)) (then unreachable)) (br $l))",
            "",
            &[("memory", "bytes of memory")],
        ),
        bomb(
            "table without end",
            "(loop $l (if (i32.eq (table.grow $t (ref.null func) (i32.const 1000)) (i32.const -1)) (then unreachable)) (br $l))",
            "(table $t 10 10000000 funcref)",
            &[("table_elements", "table elements")],
        ),
    ]
}

/// Limits that are hit soon.
fn tight() -> Limits {
    Limits {
        fuel: 5_000_000,
        start_fuel: 5_000_000,
        wall: Duration::from_millis(100),
        memory: 1 << 20,
        table_elements: 5_000,
        calls: 2_000,
        ..Limits::default()
    }
}

#[test]
fn each_limit_stops_what_it_is_there_for_whatever_the_others_are() {
    for bomb in bombs() {
        for (own, told) in bomb.by {
            // One other limit out of the way, two, or all of them.
            let others: Vec<Lift> = LIFTS.into_iter().filter(|(name, _)| name != own).collect();
            let mut ways: Vec<Vec<Lift>> = vec![others.clone()];
            // What else would stop it is out of the way, and then one more.
            let rivals: Vec<Lift> =
                others.iter().copied().filter(|(name, _)| bomb.by.iter().any(|(by, _)| by == name)).collect();
            ways.push(rivals.clone());
            for &other in others.iter().filter(|(name, _)| !rivals.iter().any(|(rival, _)| rival == name)) {
                ways.push(rivals.iter().copied().chain([other]).collect());
            }
            for way in ways {
                let mut limits = tight();
                way.iter().for_each(|(_, lift)| lift(&mut limits));
                let names: Vec<&str> = way.iter().map(|(name, _)| *name).collect();
                let told_now = reason(limits, &bomb.body, bomb.more);
                assert!(told_now.contains(told), "{} without {names:?}: {told_now}", bomb.what);
            }
        }
    }
}

#[test]
fn ten_million_findings_and_a_message_of_a_hundred_megabytes() {
    // So many cannot be: the list would lie outside of its memory.
    let outside = format!("{} {NOTHING}", store(16, &[0, 2048, 10_000_000, 0, 0]));
    assert!(reason(Limits::default(), &outside, "").contains("trapped"));
    // Where its memory is large enough, what may cross at once is not.
    let grown = "(drop (memory.grow (i32.const 1700)))";
    let many = format!("{grown} {} {NOTHING}", store(16, &[0, 131_072, 1_000_000, 0, 0]));
    assert!(reason(Limits::default(), &many, "").contains("trapped"));
    let text = format!("{grown} (call $line (i32.const 65536) (i32.const 104857600)) unreachable");
    assert!(reason(Limits::default(), &text, "").contains("trapped"));
    // And what crosses may be more than what counts.
    let few = Limits { findings: 3, ..Limits::default() };
    let four = format!(
        "{} {} (memory.copy (i32.const 2128) (i32.const 2048) (i32.const 80)) (memory.copy (i32.const 2208) (i32.const 2048) (i32.const 160)) {} {NOTHING}",
        first_objective(),
        finding(RULE, MESSAGE),
        store(16, &[0, 2048, 4, 0, 0])
    );
    let (result, found) = run_within(few, &plugin(&four, ""));
    assert!(result.unwrap_err().to_string().contains("it gave 4 findings or outcomes, and 3 count at most"));
    assert_eq!(found.len(), 3);
}

/// A finding about the first objective with one suggested change: another value for a key, both at given places of the memory.
fn suggests(key: (u32, u32), value: (u32, u32)) -> String {
    format!(
        "{} {} (i32.store (i32.const 2304) (local.get $i)) {} {} {NOTHING}",
        first_objective(),
        finding(RULE, MESSAGE),
        store(2308, &[key.0, key.1, value.0, value.1]),
        store(2120, &[2304, 1])
    )
}

#[test]
fn a_hostile_suggestion_is_left_out_and_what_is_wrong_stays() {
    let limits = Limits::default();
    // `objective` is no relation, and `supports` is not granted.
    let data = "(data (i32.const 3000) \"supports\\1b[2J\\22; drop\")";
    for (key, told) in
        [(OBJECTIVE, "`objective`, which is no relation"), ((3000, 8), "`supports`, which is no relation")]
    {
        let (result, found) = run_within(limits, &plugin(&suggests(key, OBJECTIVE), data));
        let error = result.unwrap_err().to_string();
        assert!(error.contains("part of its answer was left out") && error.contains(told), "{error}");
        assert_eq!(found, ["a"]);
    }
    let mut seeing = manifest();
    seeing.sees.relations.push("supports".to_owned());
    let asked = |value: (u32, u32)| {
        let (result, found) = run_within(limits, &plugin_of(&seeing, &module(&suggests((3000, 8), value), data)));
        assert_eq!(found, ["a"]);
        result.unwrap_err().to_string()
    };
    // There is nothing that it could replace.
    assert!(asked(OBJECTIVE).contains("of `a`, which has not just one"));
}

#[test]
fn what_is_exported_otherwise_is_refused_with_its_name() {
    let manifest = serde_json::to_vec(&manifest()).unwrap();
    let sections: [(&str, &[u8]); 2] = [("pact:manifest", &manifest), ("pact:messages/en", b"message = M\nhelp = H\n")];
    let run = r#"(core module $m (func (export "run")))
        (core instance $i (instantiate $m))
        (func $run (canon lift (core func $i "run")))"#;
    for export in [
        // Another type, another name, and instead of an instance a function.
        r#"(instance $check (export "run" (func $run))) (export "pact:plugin/check@1.0.0" (instance $check))"#,
        r#"(instance $check (export "walk" (func $run))) (export "pact:plugin/check@1.0.0" (instance $check))"#,
        r#"(export "pact:plugin/check@1.0.0" (func $run))"#,
    ] {
        let bytes = with(wat::parse_str(format!("(component {run} {export})")).unwrap(), &sections);
        let (result, _) = run_within(Limits::default(), &bytes);
        let told = result.unwrap_err().to_string();
        assert!(told.starts_with("check `trial` failed") && told.contains("is not exported as it should be"), "{told}");
    }
}

#[test]
fn what_a_component_could_do_beside_is_refused() {
    let refused = |text: &str| {
        let bytes = wat::parse_str(text).unwrap();
        Plugin::load(&bytes, &host(Limits::default())).unwrap_err()
    };
    for text in [
        "(component (core func (canon waitable-set.new)))",
        "(component (core func (canon backpressure.inc)))",
        "(component (core func (canon context.get i32 0)))",
        "(component (core func (canon task.cancel)))",
        "(component (core func (canon subtask.drop)))",
        "(component (type $s (stream u8)) (core func (canon stream.new $s)))",
        "(component (core type $f (shared (func (param i32)))) (core func (canon thread.spawn-ref $f)))",
        "(component (core func (canon error-context.drop)))",
        "(component (core module (memory i64 1)))",
        "(component (core module (memory 1 1 shared)))",
        "(component (core module (func (param v128 v128) (result v128) (i8x16.relaxed_swizzle (local.get 0) (local.get 1)))))",
    ] {
        let told = refused(text);
        assert!(matches!(told, LoadError::Damaged(_) | LoadError::NoExport(_)), "{text}: {told}");
    }
    // A type that only it knows is nothing to fear: nothing of it crosses.
    let own = refused("(component (type $r (resource (rep i32))) (core func (canon resource.new $r)))");
    assert!(matches!(own, LoadError::NoExport(_)), "{own}");
}

#[test]
fn no_more_instances_than_allowed() {
    let (result, _) = run_within(Limits { instances: 1, ..Limits::default() }, &plugin(NOTHING, ""));
    let told = result.unwrap_err().to_string();
    assert!(told.contains("instance"), "{told}");
}
