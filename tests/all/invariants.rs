//! The invariants of ARCHITECTURE.md that can be proven by looking at the sources.

use std::path::{Path, PathBuf};

use crate::support::root;

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty());
    found
}

/// The part of a source that is not its tests, without comments.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn core_and_rules_touch_no_file_clock_environment_or_terminal() {
    for package in ["pact-core", "pact-rules"] {
        for (path, text) in sources(&root().join(package).join("src")) {
            let is_test = text.contains("#[test]") && !text.contains("#[cfg(test)]");
            let code = code(&text);
            for word in [
                "std::fs",
                " fs::",
                "env::var",
                "std::env",
                "std::net",
                "std::process",
                "SystemTime",
                "Instant::now",
                "Zoned::now",
                "println!",
                "eprintln!",
                "std::io::std",
            ] {
                assert!(is_test || !code.contains(word), "{}: {word}", path.display());
            }
        }
    }
}

#[test]
fn no_region_is_written_in_rust() {
    for package in ["pact-core", "pact-rules", "pact-plugins", "pact-cli"] {
        for (path, text) in sources(&root().join(package).join("src")) {
            let code = code(&text).to_lowercase();
            for word in [
                "midtjyll",
                "forprojektgruppe",
                "vækstforum",
                "vaekstforum",
                "nordjyll",
                "teknologipagt",
                "dk04",
                "2018-03-19",
            ] {
                assert!(!code.contains(word), "{}: {word}", path.display());
            }
        }
    }
}

#[test]
fn only_the_command_line_knows_formats_and_joins_the_stages() {
    for package in ["pact-core", "pact-rules", "pact-plugins"] {
        let manifest = std::fs::read_to_string(root().join(package).join("Cargo.toml")).unwrap();
        for crate_name in ["annotate-snippets", "anstream", "clap", "anyhow"] {
            assert!(!manifest.contains(crate_name), "{package}: {crate_name}");
        }
    }
}

#[test]
fn core_and_rules_are_built_without_wasmtime() {
    let output = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--quiet", "--locked", "--edges", "normal", "--package", "pact-rules", "--prefix", "none"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).unwrap();
    assert!(tree.contains("pact-core"), "{tree}");
    assert!(!tree.contains("wasm"), "{tree}");
    assert!(!tree.contains("pact-plugins"), "{tree}");
}

#[test]
fn rules_do_not_know_each_other() {
    for (path, text) in sources(&root().join("pact-rules/src/rules")) {
        if path.parent().unwrap().ends_with("rules") {
            continue;
        }
        let code = code(&text);
        assert!(!code.contains("crate::rules") && !code.contains("super::"), "{}", path.display());
    }
}
