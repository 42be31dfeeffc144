//! `pact explain`

use std::process::ExitCode;

use anyhow::Result;
use pact_core::{
    graph::{Graph, node::NodeId},
    message::{Arg, Catalogue, Message},
    near::nearest,
    report::{Outcome, Report},
};

use crate::{
    args::{Common, Explain},
    config::Wishes,
    exit, language, output, pipeline, registry,
    render::{
        self, clean,
        explain::{Explainer, Target},
    },
    words,
};

/// Fewer digits of a fingerprint than this could be a word.
const FEWEST_DIGITS: usize = 6;
/// Of things with one id, so many are named.
const MOST_CANDIDATES: usize = 8;

/// Says what is behind a rule, a clause, a thing or a finding.
pub(super) fn run(command: &Explain, common: &Common) -> Result<ExitCode> {
    let what = command.what.trim();
    // A rule is explained without a look at any file.
    if let Some(rule) = registry::find(&what.to_ascii_lowercase()) {
        let words = words::catalogue(language::choose(common.language()))?;
        output::text(|out| render::rules::explanation(out, rule, &words, output::page()))?;
        return Ok(exit::done());
    }
    let wishes = Wishes::judging(common, &command.judging);
    let pipeline::Run { report, words, paths } = pipeline::run(&command.files, &wishes)?;
    // Those of plugins are known when they have been read.
    if let Some(rule) = report.rules.iter().find(|rule| rule.name == what.to_ascii_lowercase()) {
        output::text(|out| render::rules::explanation(out, rule, &words, output::page()))?;
        return Ok(exit::done());
    }
    let target = match targets(&report, what).as_slice() {
        [only] => *only,
        [] => return Ok(refused(&words, &unknown(&report, what))),
        several => return Ok(refused(&words, &ambiguous(&report, what, several))),
    };
    let explainer = Explainer::new(&report, &words, output::page(), &paths);
    output::text(|out| explainer.write(out, target))?;
    if report.outcome() == Outcome::Undecided {
        return Ok(refused(&words, &Message::new("cli-explain-incomplete")));
    }
    Ok(exit::done())
}

fn refused(words: &Catalogue, reason: &Message) -> ExitCode {
    output::complain(words.language(), &words.text(reason));
    exit::undecided()
}

/// Everything that is meant: by its key; else by its id, its path or a fingerprint; else by its id in another case.
fn targets(report: &Report, what: &str) -> Vec<Target> {
    let graph = report.model.graph();
    let nodes = || graph.nodes().filter(|&node| !graph.head(node).repeated);
    let such = |is_meant: &dyn Fn(NodeId) -> bool| nodes().filter(|&node| is_meant(node)).map(Target::Node).collect();
    if what.contains(':') {
        return such(&|node| graph.key(node) == what);
    }
    let has_path = |node: NodeId| what.contains('/') && graph.path(node) == what;
    let mut found: Vec<Target> = such(&|node| graph.name(node) == what || has_path(node));
    if what.len() >= FEWEST_DIGITS && what.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        let prefix = what.to_ascii_lowercase();
        let findings = report.findings.iter().enumerate();
        let findings = findings.filter(|(_, reported)| reported.fingerprint.starts_with(&prefix));
        found.extend(findings.map(|(position, _)| Target::Finding(position)));
    }
    if found.is_empty() {
        let lower = what.to_lowercase();
        found = such(&|node| graph.name(node).to_lowercase() == lower);
    }
    found
}

fn unknown(report: &Report, what: &str) -> Message {
    let graph = report.model.graph();
    let rules = || registry::rules().flat_map(|rule| [rule.name.as_ref(), rule.code.as_ref()]);
    let shown = clean::short(what, 100);
    let keys: Vec<String> =
        if what.contains(':') { graph.nodes().map(|node| graph.key(node)).collect() } else { Vec::new() };
    let names = graph.nodes().map(|node| graph.name(node)).chain(keys.iter().map(String::as_str));
    let message = match nearest(what, rules().chain(names)) {
        Some(meant) => Message::new("cli-unknown-but").with("meant", clean::short(meant, 100)),
        None if report.model.document_count() == 0 => Message::new("cli-unknown-nothing-read"),
        None => Message::new("cli-unknown"),
    };
    message.with("what", shown)
}

fn ambiguous(report: &Report, what: &str, several: &[Target]) -> Message {
    let graph = report.model.graph();
    let mut names: Vec<String> =
        several.iter().map(|&target| clean::short(&name(report, graph, target), 100)).collect();
    names.sort();
    names.truncate(MOST_CANDIDATES);
    Message::new("cli-ambiguous")
        .with("what", clean::short(what, 100))
        .with("count", several.len())
        .with("candidates", Arg::OneOf(names))
}

fn name(report: &Report, graph: &Graph, target: Target) -> String {
    match target {
        Target::Node(node) => graph.key(node),
        Target::Finding(position) => {
            report.findings.get(position).map(|reported| reported.fingerprint.clone()).unwrap_or_default()
        }
    }
}
