//! `pact plugin test`

mod case;
mod trial;

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use anyhow::{Context as _, Result, bail};
use pact_core::message::{Catalogue, Message};
use pact_plugins::{
    Plugin,
    author::{Case, sample},
};

use self::{case::Written, trial::Trier};
use super::{Opened, open_in, project::Own, shown};
use crate::{
    args::TestPlugin,
    exit, output, plugins,
    render::plugin::trial::{Tried, Trouble},
    shell,
};

/// How large the documents are on which every plugin is tried.
const LARGE: usize = 10_000;

/// Asks a plugin about its cases.
pub(super) fn run(command: &TestPlugin, words: &Catalogue) -> Result<ExitCode> {
    let own = Own::read(&command.project.dir, words)?;
    let file = own.file();
    let build = format!("pact plugin build{}", shell::paths(std::slice::from_ref(&own.folder)));
    let again =
        |id: &'static str| words.text(&Message::new(id).with("file", shown(&file)).with("command", build.as_str()));
    if !file.exists() {
        bail!(again("cli-plugin-not-built"));
    }
    let opened = open_in(plugins::authors_host()?, &file, words)?;
    if opened.inspected.manifest != *own.project.manifest() || opened.inspected.messages != *own.project.messages() {
        bail!(again("cli-plugin-stale"));
    }
    let folder = command.cases.clone().unwrap_or_else(|| own.folder.join("tests"));
    let mut cases = case::all(&folder, words)?;
    for name in &command.case {
        if !cases.iter().any(|case| case.name == *name) {
            bail!(
                words.text(
                    &Message::new("cli-plugin-no-case").with("name", name.as_str()).with("folder", shown(&folder))
                )
            );
        }
    }
    cases.retain(|case| command.case.is_empty() || command.case.contains(&case.name));

    let Opened { bytes, host, .. } = &opened;
    let plugin = Plugin::load_with(bytes, host, plugins::cache().as_ref())
        .with_context(|| words.text(&Message::new("cli-plugin-unusable").with("file", shown(&file))))?;
    let trier = Trier::new(&plugin, host, words);
    let mut all = Vec::new();
    for case in &cases {
        let tried = written(case, &trier, command.bless, words)?;
        output::text(|out| tried.write(out, words, output::page()))?;
        all.push(tried);
    }
    if command.case.is_empty() {
        let large = Case { questions: sample::asked(plugin.manifest()), ..Case::default() };
        let name = |id: &'static str, nodes: usize| words.text(&Message::new(id).with("count", nodes));
        for (name, case, model) in [
            (name("cli-plugin-case-empty", 0), Case::default(), sample::empty()),
            (name("cli-plugin-case-large", LARGE), large, sample::sample(LARGE)),
        ] {
            let tried = trier.try_with(name, &case, &model, None, None);
            output::text(|out| tried.write(out, words, output::page()))?;
            all.push(tried);
        }
        unfound(&plugin, &all, words)?;
    }
    let failed = all.iter().filter(|tried| !tried.holds()).count();
    let summary = Message::new("cli-plugin-tested").with("count", all.len()).with("failed", failed);
    output::text(|out| writeln!(out, "{}", words.text(&summary)))?;
    Ok(exit::of(if failed == 0 { pact_core::report::Outcome::Holds } else { pact_core::report::Outcome::Fails }))
}

/// Tries a case that its author wrote, and writes down what came out if that is wanted.
fn written(case: &Written, trier: &Trier<'_>, bless: bool, words: &Catalogue) -> Result<Tried> {
    let model = Arc::new(case.model(false));
    let turned = Arc::new(case.model(true));
    // Documents in which something is lost or stands twice may say something else in another order.
    let same = model.faults().is_empty() && case::keys(&model) == case::keys(&turned);
    let expected = case.expected(words)?;
    let expected = if bless { None } else { Some(expected) };
    let turned = same.then_some(&turned);
    let mut tried =
        trier.try_with(case.name.clone(), &case.case, &model, turned, expected.as_ref().map(Option::as_ref));
    tried.unread = !model.faults().is_empty();
    if bless && let Some(told) = tried.told.as_ref().filter(|_| tried.holds()) {
        tried.blessed = case.bless(told, words)?;
    }
    Ok(tried)
}

/// Says which rules found nothing and decided nothing in any case.
fn unfound(plugin: &Plugin, all: &[Tried], words: &Catalogue) -> Result<()> {
    let told = || all.iter().filter_map(|tried| tried.told.as_ref());
    let silent = |rule: &&str| {
        let of = |value: &serde_json::Value| value.get("rule").and_then(serde_json::Value::as_str) == Some(*rule);
        !told().any(|told| told.findings.iter().any(of))
    };
    let rules: Vec<&str> = plugin.manifest().rules.iter().map(|rule| rule.name.as_str()).filter(silent).collect();
    if !rules.is_empty() {
        let message = Message::new("cli-plugin-silent").with("count", rules.len()).with("rules", rules.join(", "));
        output::text(|out| writeln!(out, "{}", words.text(&message)))?;
    }
    Ok(())
}

/// The files of a case that are no documents.
const CASE: &str = "case.json";
const EXPECTED: &str = "expected.json";

/// A trouble of one line.
fn trouble(message: Message) -> Trouble {
    Trouble { what: message, lines: Vec::new() }
}

/// Where a file of a case lies.
fn place(folder: &std::path::Path, name: &str) -> PathBuf {
    folder.join(name)
}
