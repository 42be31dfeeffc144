//! `pact plugin bench`

use std::{
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};
use pact_core::{
    message::{Catalogue, Message},
    model::Model,
};
use pact_plugins::{
    Cache, Host, Plugin, Spent,
    author::{Case, TrialError, sample},
};

use super::{open_in, project::Own, shown};
use crate::{
    args::{BenchPlugin, ReportFormat},
    exit, output, plugins,
    render::{
        self,
        plugin::bench::{Costs, Run},
    },
};

/// How often something is done at most, and for how long all of it together.
const TIMES: usize = 20;
const PATIENCE: Duration = Duration::from_secs(2);

/// Measures what a plugin costs.
pub(super) fn run(command: &BenchPlugin, words: &Catalogue) -> Result<ExitCode> {
    let path = if command.path.is_dir() { Own::read(&command.path, words)?.file() } else { command.path.clone() };
    let opened = open_in(plugins::authors_host()?, &path, words)?;
    let unusable = || words.text(&Message::new("cli-plugin-unusable").with("file", shown(&path)));
    let host = &opened.host;

    let begun = Instant::now();
    let plugin = Plugin::load(&opened.bytes, host).with_context(unusable)?;
    let compile = begun.elapsed();
    let load = cached(&opened.bytes, host).with_context(unusable)?;

    let (empty, _) = measured(&plugin, host, &sample::empty());
    let runs = command.nodes.iter().map(|&wanted| {
        let model = sample::sample(wanted as usize);
        let (run, nodes) = (measured(&plugin, host, &model), sample::nodes(&model));
        (run, nodes)
    });
    let runs: Vec<Run> = runs.map(|((outcome, findings), nodes)| Run::new(nodes, findings, outcome)).collect();
    let costs = Costs {
        id: opened.inspected.manifest.id.clone(),
        version: opened.inspected.manifest.version.clone(),
        sha256: opened.digest.clone(),
        bytes: opened.bytes.len(),
        compile: compile.into(),
        load: load.map(Into::into),
        empty: Run::new(0, 0, empty),
        runs,
    };
    match command.format {
        ReportFormat::Text => output::text(|out| costs.write(out, words, output::page())),
        ReportFormat::Json => output::data(|out| render::json::write(out, &costs)),
    }?;
    Ok(if costs.went_through() { exit::done() } else { exit::undecided() })
}

/// How long it takes to have the plugin from a cache; nothing where none can be made.
fn cached(bytes: &[u8], host: &Host) -> Result<Option<Duration>> {
    let folder = tempfile::tempdir()?;
    let within = |name: &str| folder.path().join(name);
    let Ok(cache) = Cache::open(&within("code"), &within("key").join("code.key")) else { return Ok(None) };
    Plugin::load_with(bytes, host, Some(&cache))?;
    let mut times = Vec::new();
    for _ in 0..TIMES {
        let begun = Instant::now();
        Plugin::load_with(bytes, host, Some(&cache))?;
        times.push(begun.elapsed());
    }
    times.sort();
    Ok(times.get(times.len() / 2).copied())
}

/// What a check costs, in the median of several, and how much it finds.
fn measured(plugin: &Plugin, host: &Host, model: &Arc<Model>) -> (Result<Spent, String>, usize) {
    let case = Case::default();
    let (begun, mut all, mut findings) = (Instant::now(), Vec::new(), 0);
    while all.len() < TIMES && (all.is_empty() || begun.elapsed() < PATIENCE) {
        match case.ask(plugin, host, model) {
            Ok((told, spent)) => {
                findings = told.findings.len();
                all.push(spent);
            }
            Err(error) => return (Err(said(&error)), 0),
        }
    }
    all.sort_by_key(|spent| spent.time);
    (Ok(all.get(all.len() / 2).copied().unwrap_or_default()), findings)
}

fn said(error: &TrialError) -> String {
    error.to_string()
}
