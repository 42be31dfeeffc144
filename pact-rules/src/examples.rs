//! The examples in the documentation of rules, run as tests: a failing one gives exactly one finding, of its rule; a passing one
//! none.

use pact_core::{
    check::RuleInfo,
    load::Input,
    message::Language,
    report::{Options, Report},
};

use crate::{check, messages, registry};

/// An example from a rule's documentation.
struct Example {
    fails: bool,
    files: Vec<(String, String)>,
}

/// The fenced blocks of a rule's documentation. A line `# --- name` begins another file.
fn examples(rule: &RuleInfo) -> Vec<Example> {
    let mut found = Vec::new();
    let mut open: Option<Example> = None;
    for line in rule.docs.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (line.trim_end().strip_prefix("```"), &mut open) {
            (Some(info), None) => {
                let (format, outcome) = info.split_once(',').unwrap_or((info, ""));
                let name = if format == "toml" { "pact.toml" } else { "example.yaml" };
                assert!(
                    matches!(outcome, "fails" | "passes"),
                    "{}: an example says `fails` or `passes`: {info}",
                    rule.name
                );
                open = Some(Example { fails: outcome == "fails", files: vec![(name.to_owned(), String::new())] });
            }
            (Some(_), Some(_)) => found.extend(open.take()),
            (None, Some(example)) => match line.strip_prefix("# --- ") {
                Some(name) => example.files.push((name.to_owned(), String::new())),
                None => {
                    let (_, text) = example.files.last_mut().unwrap();
                    text.push_str(line);
                    text.push('\n');
                }
            },
            (None, None) => {}
        }
    }
    found
}

/// Runs the rules on an example, judged as its `pact.toml` says where it has one.
fn report(example: &Example) -> Report {
    let input = || {
        let mut input = Input::new();
        example.files.iter().for_each(|(name, text)| input.add(name, text.as_str()));
        input
    };
    let model = input().build();
    let manifest = model.workspace();
    let options = Options {
        as_of: manifest.and_then(|manifest| manifest.as_of).map(|as_of| as_of.date),
        stage: manifest.and_then(|manifest| manifest.stage).unwrap_or_default(),
        fail_on: manifest.and_then(|manifest| manifest.fail_on).unwrap_or_default(),
        ..Options::default()
    };
    check(input(), &options)
}

#[test]
fn examples_do_what_they_say() {
    let mut wrong = Vec::new();
    for rule in registry::rules() {
        let examples = examples(rule);
        assert!(examples.iter().any(|example| example.fails), "{}: no failing example", rule.name);
        for example in examples {
            let report = report(&example);
            let found: Vec<_> = report.findings.iter().map(|found| report.rules[found.rule].name.to_string()).collect();
            let expected: Vec<String> = if example.fails { vec![rule.name.to_string()] } else { Vec::new() };
            if found != expected {
                wrong.push(format!("{}: expected {expected:?}, found {found:?}\n{}", rule.name, example.files[0].1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn documentation_has_its_parts() {
    for rule in registry::rules() {
        for part in ["## What it checks", "## Why it matters", "## Example", "## How to fix"] {
            assert!(rule.docs.contains(part), "{}: no part {part}", rule.name);
        }
        let danish = rule.docs_in("da");
        for part in
            ["## Hvad der efterprøves", "## Hvorfor det betyder noget", "## Eksempel", "## Sådan rettes det", "```"]
        {
            assert!(danish.contains(part), "{}: no part {part}", rule.name);
        }
        for language in ["en", "da"] {
            let summary = rule.summary_in(language);
            assert!(summary.ends_with('.') && summary.len() > 10, "{}: {summary}", rule.name);
        }
    }
}

#[test]
fn messages_of_examples_are_complete() {
    let catalogues = Language::ALL.map(|language| messages::catalogue(language).unwrap());
    for rule in registry::rules() {
        for example in examples(rule).iter().filter(|example| example.fails) {
            for found in report(example).findings {
                let finding = found.finding;
                let related = finding.related.iter().map(|related| &related.label);
                for message in
                    std::iter::once(&finding.message).chain(&finding.help).chain(&finding.label).chain(related)
                {
                    for catalogue in &catalogues {
                        let text = catalogue.text(message);
                        assert!(text != format!("[{}]", message.id) && !text.contains("{$"), "{}: {text}", rule.name);
                    }
                }
                assert!(finding.help.is_some(), "{}: a finding says what to do", rule.name);
            }
        }
    }
}
