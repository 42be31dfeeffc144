//! What a guest can do with the interfaces that interpreters are given.

use wit_component::{ComponentEncoder, StringEncoding};
use wit_parser::Resolve;

use super::*;

/// The part of WASI that these guests speak, at a version that the host does not name.
const WASI: [&str; 4] = [
    "package wasi:io@0.2.7;
     interface streams { resource output-stream; }
     interface poll { resource pollable; poll: func(in: list<borrow<pollable>>) -> list<u32>; }",
    "package wasi:random@0.2.7; interface random { get-random-bytes: func(len: u64) -> list<u8>; }",
    "package wasi:clocks@0.2.7; interface monotonic-clock { now: func() -> u64; }",
    "package wasi:cli@0.2.7;
     interface stdout { use wasi:io/streams@0.2.7.{output-stream}; get-stdout: func() -> output-stream; }
     interface exit { exit: func(status: result); }
     interface environment { get-arguments: func() -> list<string>; get-secrets: func() -> list<string>; }",
];

/// A plugin with one more import, of which the name, the parameters and the result are given.
fn guest(interface: &str, name: &str, of: &str, body: &str) -> Vec<u8> {
    let import = format!("(module (import \"wasi:{interface}@0.2.7\" \"{name}\" (func $wasi {of}))");
    let text = module(body, "").replacen("(module ", &import, 1);
    let mut wasm = wat::parse_str(text).unwrap();
    let mut resolve = Resolve::default();
    resolve.push_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/wit/v1")).unwrap();
    for text in WASI {
        resolve.push_str("wasi.wit", text).unwrap();
    }
    let world = format!(
        "package trial:trial; world trial {{ include pact:plugin/plugin@1.0.0; import wasi:{interface}@0.2.7; }}"
    );
    let package = resolve.push_str("trial.wit", &world).unwrap();
    let world = resolve.select_world(&[package], Some("trial")).unwrap();
    wit_component::embed_component_metadata(&mut wasm, &resolve, world, StringEncoding::UTF8).unwrap();
    let component = ComponentEncoder::default().validate(true).module(&wasm).unwrap().encode().unwrap();
    let manifest = serde_json::to_vec(&manifest()).unwrap();
    with(component, &[("pact:manifest", &manifest), ("pact:messages/en", b"message = { $node }\nhelp = Do it\n")])
}

fn fails(limits: Limits, guest: &[u8]) -> String {
    run_within(limits, guest).0.unwrap_err().to_string()
}

#[test]
fn whatever_is_given_has_its_bounds() {
    let limits = Limits::default();
    // Handles are memory of the host.
    let handles =
        guest("cli/stdout", "get-stdout", "(result i32)", "(loop $l (drop (call $wasi)) (br $l)) unreachable");
    assert!(fails(limits, &handles).contains("handle limit exceeded"));
    let bytes = "(call $wasi (i64.const 1099511627776) (i32.const 512)) unreachable";
    let bytes = guest("random/random", "get-random-bytes", "(param i64 i32)", bytes);
    assert!(fails(limits, &bytes).contains("4194304 random bytes at once at most"));
    let clock =
        guest("clocks/monotonic-clock", "now", "(result i64)", "(loop $l (drop (call $wasi)) (br $l)) unreachable");
    assert!(fails(Limits { calls: 1000, ..limits }, &clock).contains("1000 calls to the host"));
    assert!(fails(Limits { fuel: 1_000_000, calls: u64::MAX, ..limits }, &clock).contains("used up its fuel"));
    let exit = guest("cli/exit", "exit", "(param i32)", "(call $wasi (i32.const 0)) unreachable");
    assert!(fails(limits, &exit).ends_with("it called `exit` instead of answering"));
}

#[test]
fn nobody_waits_for_ever_or_for_what_is_not_there() {
    let wait = |handles: &str| {
        let body = format!("{handles} unreachable");
        guest("io/poll", "poll", "(param i32 i32 i32)", &body)
    };
    let nothing = wait("(call $wasi (i32.const 512) (i32.const 0) (i32.const 600))");
    assert!(fails(Limits::default(), &nothing).contains("waits for nothing"));
    let made_up =
        wait("(i32.store (i32.const 512) (i32.const 7)) (call $wasi (i32.const 512) (i32.const 1) (i32.const 600))");
    assert!(fails(Limits::default(), &made_up).contains("unknown handle index 7"));
}

#[test]
fn what_is_not_given_is_refused_before_anything_runs() {
    let host = host(Limits::default());
    for import in ["wasi:http/types@0.2.7", "wasi:cli/stdout@0.3.0", "wasi:cli/stdout", "wasi:cli/run@0.2.0"] {
        let file = wat::parse_str(format!("(component (import \"{import}\" (instance)))")).unwrap();
        let error = Plugin::load(&file, &host).unwrap_err();
        assert_eq!(error.to_string(), format!("it imports `{import}`, which plugins are not given"));
    }
    // An interface that is there, with a function that is not.
    let secrets = guest("cli/environment", "get-secrets", "(param i32)", NOTHING);
    let error = Plugin::load(&secrets, &host).unwrap_err();
    let LoadError::Unlinked(reason) = &error else { panic!("{error}") };
    assert!(reason.contains("wasi:cli/environment@0.2.7") && reason.contains("get-secrets"), "{error}");
}
