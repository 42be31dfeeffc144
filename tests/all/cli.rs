//! The command line: what is read, what is printed, how it ends.

use std::path::Path;

use serde_json::Value;

use crate::support::{Run, command, pact, pact_with_input, root};

const TERMS: &str = "terms: 1\nid: udvalg\ntitle: Kommissorium\nclauses:\n  A: { force: must, text: Fem medlemmer. }\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr))
}

fn rules(report: &Value) -> Vec<&str> {
    report["findings"].as_array().unwrap().iter().map(|finding| finding["name"].as_str().unwrap()).collect()
}

#[test]
fn the_first_command_of_the_readme() {
    for language in ["en", "da"] {
        let run = pact(root(), &["check", "examples/midtjylland", "--lang", language]);
        assert_eq!((run.code, run.stderr.as_str()), (1, ""));
        assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{}", run.stdout);
        assert!(!run.stdout.contains('\u{1b}'));
        insta::assert_snapshot!(format!("check-midtjylland-{language}"), run.stdout);
    }
    // The manifest asks for Danish, and the environment does not matter then.
    let danish = pact(root(), &["check", "examples/midtjylland", "--lang", "da"]).stdout;
    assert_eq!(pact(root(), &["check", "examples/midtjylland"]).stdout, danish);
}

#[test]
fn the_clean_twin_ends_well() {
    let run = pact(root(), &["check", "examples/midtjylland-clean", "--lang", "en"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    insta::assert_snapshot!("check-midtjylland-clean-en", run.stdout);
}

#[test]
fn the_language_is_the_environments_where_nothing_else_says() {
    let folder = folder(&[("a.yaml", "terms: 1\nid: a\ntitle: A\n")]);
    for (name, locale, word) in [
        ("LANG", "da_DK.UTF-8", "fejl["),
        ("LC_ALL", "da_DK", "fejl["),
        ("LANG", "de_DE.UTF-8", "error["),
        ("LANG", "C", "error["),
    ] {
        let output = command(folder.path(), &["check"]).env(name, locale).output().unwrap();
        assert!(String::from_utf8(output.stdout).unwrap().starts_with(word), "{name}={locale}");
    }
}

#[test]
fn json_is_versioned_and_follows_its_schema() {
    let schema: Value = serde_json::from_str(&pact(root(), &["schema", "report"]).stdout).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (folder, outcome, code) in [("midtjylland", "fails", 1), ("midtjylland-clean", "holds", 0)] {
        let run = pact(root(), &["check", &format!("examples/{folder}"), "--format", "json", "--lang", "en"]);
        assert_eq!(run.code, code);
        let report = json(&run);
        let errors: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
        assert_eq!(report["version"], 1);
        assert_eq!(report["outcome"], outcome);
        // Those of troubles with plugins, and the two of the plugin.
        let plugins = pact_plugins::setup::rules().len() + 2;
        assert_eq!(report["stats"]["rules_run"], pact_rules::registry::rules().count() + plugins);
        let inputs: Vec<&str> =
            report["inputs"].as_array().unwrap().iter().map(|input| input["path"].as_str().unwrap()).collect();
        assert!(inputs.is_sorted() && inputs.len() == 6, "{inputs:?}");
        assert!(report["inputs"].as_array().unwrap().iter().all(|input| input["sha256"].as_str().unwrap().len() == 64));
        for finding in report["findings"].as_array().unwrap() {
            for key in ["rule", "name", "message", "subject", "locations", "fingerprint"] {
                assert!(finding.get(key).is_some(), "{key}: {finding}");
            }
            let place = &finding["locations"][0];
            for key in ["path", "line", "column", "end_line", "end_column"] {
                assert!(place.get(key).is_some(), "{key}: {finding}");
            }
        }
        insta::assert_json_snapshot!(format!("json-{folder}"), report, { ".inputs[].sha256" => "[digest]" });
    }
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let args = ["check", "examples/midtjylland", "--format", "json"];
    assert_eq!(pact(root(), &args).stdout, pact(root(), &args).stdout);
    let folder = root().join("examples/midtjylland");
    let files =
        ["pact.toml", "kommissorium.yaml", "danmark.yaml", "forslag.yaml", "medlemmer.csv", "kommissorium.da.txt"];
    let check = |order: &[&str]| {
        let args: Vec<&str> = ["check", "--format", "json"].into_iter().chain(order.iter().copied()).collect();
        pact(&folder, &args).stdout
    };
    let mut backwards = files;
    backwards.reverse();
    assert_eq!(check(&files), check(&backwards));
}

#[test]
fn fingerprints_outlive_moving_lines_files_and_entries() {
    let fingerprints = |run: &Run| -> Vec<String> {
        json(run)["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| finding["fingerprint"].as_str().unwrap().to_owned())
            .collect()
    };
    let text = "terms: 1\nid: a\ntitle: A\nactors: { x: { kategori: y } }\nclauses:\n  A: { force: must, binds: z }\n  B: { text: b }\n";
    let moved = "\n\n# moved\nid: a\nterms: 1\nclauses:\n  B: { text: b }\n  A: { binds: z, force: must }\nactors: { x: { kategori: y } }\ntitle: A\n";
    let (first, second) = (folder(&[("a.yaml", text)]), folder(&[("other.yaml", moved)]));
    let run = |folder: &tempfile::TempDir| pact(folder.path(), &["check", "--format", "json"]);
    let before = fingerprints(&run(&first));
    assert_eq!(before.len(), 4);
    assert_eq!(before, fingerprints(&run(&second)));
}

#[test]
fn what_cannot_be_read_ends_with_two_and_names_the_file() {
    let folder = folder(&[
        ("good.yaml", TERMS),
        ("empty.yaml", ""),
        ("broken.yaml", "terms: 1\ntitle: \"A\n"),
        ("binary.yaml", "terms\0"),
        ("other.yaml", "a: 1\n"),
        ("new.yaml", "terms: 9\n"),
        ("word.docx", "x"),
    ]);
    std::fs::create_dir(folder.path().join("dir.yaml")).unwrap();
    for name in
        ["none.yaml", "empty.yaml", "broken.yaml", "binary.yaml", "other.yaml", "new.yaml", "dir.yaml", "word.docx"]
    {
        for format in ["text", "json"] {
            let run = pact(folder.path(), &["check", name, "good.yaml", "--format", format]);
            assert_eq!(run.code, 2, "{name}: {}{}", run.stdout, run.stderr);
            assert!(run.stdout.contains(name), "{name}: {}", run.stdout);
        }
    }
}

#[test]
fn nothing_to_check_is_no_success() {
    let empty = folder(&[]);
    assert_eq!(pact(empty.path(), &["check"]).code, 2);
    let other = folder(&[("pact.toml", "workspace = 1\n"), ("m.csv", "id;plads\n1;a\n")]);
    assert_eq!(pact(other.path(), &["check"]).code, 2);
    assert_eq!(pact(empty.path(), &["check", "nowhere"]).code, 2);
}

#[test]
fn rules_are_selected_ignored_and_set() {
    let text = "terms: 1\nid: a\ntitle: A\nclauses:\n  A: { force: must, binds: z }\n";
    let plain = folder(&[("a.yaml", text)]);
    let check = |folder: &Path, args: &[&str]| {
        let args: Vec<&str> = ["check", "--format", "json"].into_iter().chain(args.iter().copied()).collect();
        let run = pact(folder, &args);
        (run.code, rules(&json(&run)).into_iter().map(str::to_owned).collect::<Vec<_>>())
    };
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(check(plain.path(), &[]), (1, names(&["dangling-reference", "wordless-clause"])));
    assert_eq!(check(plain.path(), &["--select", "S102"]), (1, names(&["dangling-reference"])));
    assert_eq!(check(plain.path(), &["--ignore", "wordless-clause,s102"]), (0, names(&[])));
    let set = folder(&[
        ("a.yaml", text),
        ("pact.toml", "workspace = 1\n[rules]\nwordless-clause = \"off\"\nS102 = \"note\"\n"),
    ]);
    assert_eq!(check(set.path(), &[]), (0, names(&["dangling-reference"])));
    let misspelt = pact(plain.path(), &["check", "--select", "dangling-refrence"]);
    assert_eq!(misspelt.code, 2);
    assert!(misspelt.stderr.contains("dangling-reference"), "{}", misspelt.stderr);
    // What could not be read cannot be ignored.
    let broken = folder(&[("a.yaml", "terms: [")]);
    assert_eq!(pact(broken.path(), &["check", "--ignore", "syntax-error"]).code, 2);
    let set = folder(&[("a.yaml", "terms: ["), ("pact.toml", "workspace = 1\n[rules]\nsyntax-error = \"off\"\n")]);
    assert_eq!(check(set.path(), &[]), (2, names(&["syntax-error", "unknown-rule"])));
}

#[test]
fn standard_input_is_a_file_like_others() {
    let empty = folder(&[]);
    assert_eq!(pact_with_input(empty.path(), &["check", "-"], TERMS).code, 0);
    let json_terms =
        r#"{"terms": 1, "id": "a", "title": "A", "clauses": {"A": {"force": "must", "text": "x", "binds": "b"}}}"#;
    let run = pact_with_input(empty.path(), &["check", "-", "--format", "json"], json_terms);
    assert_eq!(run.code, 1);
    assert_eq!(json(&run)["findings"][0]["locations"][0]["path"], "-");
    assert_eq!(pact_with_input(empty.path(), &["check", "-"], "").code, 2);
}

#[test]
fn usage_errors_end_with_two() {
    for args in [
        &["chekc"][..],
        &["check", "--format", "xml"],
        &["check", "--as-of", "2018-02-31"],
        &["explain", "nothing"],
        &["schema", "nothing"],
        &[],
    ] {
        let run = pact(root(), args);
        assert_eq!(run.code, 2, "{args:?}");
        assert!(!run.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn every_rule_is_explained() {
    let listed = pact(root(), &["rules", "--format", "json"]);
    let listed: Value = serde_json::from_str(&listed.stdout).unwrap();
    let rules = listed.as_array().or_else(|| listed["rules"].as_array()).unwrap();
    let own = pact_plugins::setup::rules().len();
    assert_eq!(rules.len(), pact_rules::registry::rules().count() + own);
    for rule in rules {
        for key in ["code", "name"] {
            let run = pact(root(), &["explain", rule[key].as_str().unwrap()]);
            assert_eq!(run.code, 0);
            assert!(run.stdout.contains("How to fix"), "{}", run.stdout);
        }
    }
    insta::assert_snapshot!("rules", pact(root(), &["rules"]).stdout);
    insta::assert_snapshot!("explain", pact(root(), &["explain", "s102"]).stdout);
    let near = pact(root(), &["explain", "danglin-reference"]);
    assert!(near.code == 2 && near.stderr.contains("dangling-reference"), "{}", near.stderr);
}

#[test]
fn a_skeleton_checks_and_is_never_written_over() {
    for language in ["en", "da"] {
        let place = folder(&[]);
        let run = pact(place.path(), &["init", "new", "--lang", language]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let new = place.path().join("new");
        let run = pact(&new, &["check"]);
        assert_eq!(run.code, 0, "{}", run.stdout);
        let before: Vec<_> = std::fs::read_dir(&new)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (std::fs::read(&path).unwrap(), path))
            .collect();
        assert!(before.len() >= 3);
        // One of the files changed by hand, another gone: none is written.
        let (_, gone) = &before[0];
        std::fs::remove_file(gone).unwrap();
        std::fs::write(&before[1].1, "mine").unwrap();
        assert_eq!(pact(place.path(), &["init", "new"]).code, 2);
        assert!(!gone.exists());
        assert_eq!(std::fs::read(&before[1].1).unwrap(), b"mine");
    }
}

#[test]
fn the_graph_is_listed_and_drawn() {
    let run = pact(root(), &["graph", "examples/midtjylland-clean", "--lang", "da"]);
    assert_eq!(run.code, 0);
    assert!(run.stdout.contains("forprojektgruppen"));
    let dot = pact(root(), &["graph", "examples/midtjylland-clean", "--format", "dot"]).stdout;
    assert!(dot.starts_with("digraph") && dot.trim_end().ends_with('}'));
    let drawn = dot.lines().filter(|line| line.contains("->")).count();
    let listed: Value =
        serde_json::from_str(&pact(root(), &["graph", "examples/midtjylland-clean", "--format", "json"]).stdout)
            .unwrap();
    assert_eq!(drawn, listed["edges"].as_array().unwrap().len());
    // Persons are nobody's business in a picture of the structure.
    for text in [&run.stdout, &dot, &listed.to_string()] {
        assert!(!text.contains("repræsentant for"), "a person's name");
    }
}

#[test]
fn completions_are_made_for_shells() {
    for shell in ["bash", "zsh", "fish"] {
        let run = pact(root(), &["completions", shell]);
        assert!(run.code == 0 && run.stdout.contains("pact"));
    }
}

/// What stands in files cannot speak to the terminal.
#[test]
fn hostile_text_is_made_harmless() {
    let text = "terms: 1\nid: a\ntitle: A\nclauses:\n  \"A\\e[31m\": { force: must, binds: \"x\\u202Ey\", text: \"\\e]0;title\\a\" }\n  B: { force: \"\\e[2J\\u200B\", text: b }\n";
    let folder = folder(&[("a.yaml", text)]);
    for format in ["text", "json"] {
        let run = pact(folder.path(), &["check", "--format", format]);
        assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
        for letter in ['\u{1b}', '\u{7}', '\u{202e}', '\u{200b}'] {
            assert!(!run.stdout.contains(letter), "{format}: {letter:?}");
        }
    }
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let folder = folder(&[("a.yaml", "terms: 1\nid: a\ntitle: A\n")]);
    let plain = pact(folder.path(), &["check"]).stdout;
    assert!(!plain.contains('\u{1b}'));
    let output = command(folder.path(), &["check", "--color", "always"]).output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains('\u{1b}'));
}

/// A long line is shown around the place, not whole.
#[test]
fn long_lines_are_cut() {
    let text = format!(
        "{{\"terms\": 1, \"id\": \"a\", \"title\": \"{}\", \"titel\": 1, \"clauses\": {{\"A\": {{\"force\": \"must\", \"text\": \"{}\"}}}}}}",
        "x".repeat(100_000),
        "y".repeat(100_000)
    );
    let folder = folder(&[("a.json", &text)]);
    let run = pact(folder.path(), &["check"]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.len() < 4000 && run.stdout.contains("titel"), "{}", run.stdout.len());
}
