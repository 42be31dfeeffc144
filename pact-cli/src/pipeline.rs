//! The one place where the stages are joined: files, load, check, report.

use anyhow::Result;
use pact_core::{check::Check, message::Catalogue, report::Report};
use pact_rules::registry;

use crate::{
    args::Files,
    config::{Settings, Wishes},
    discover, plugins, shell, words,
};

/// What a run gave, and the words to tell it in.
pub(crate) struct Run {
    /// The result.
    pub(crate) report: Report,
    /// The messages in the reader's language.
    pub(crate) words: Catalogue,
    /// What has to stand behind another command for it to read the same files.
    pub(crate) paths: String,
}

/// Reads files and checks what they say.
pub(crate) fn run(files: &Files, wishes: &Wishes) -> Result<Run> {
    let mut input = discover::gather(&files.paths)?;
    let mut settings = Settings::new(wishes, &input);
    input.as_of(settings.options.as_of);
    let model = input.build();
    let plugins = plugins::setup(&model)?;
    let mut words = words::catalogue(settings.language)?;
    let mut checks: Vec<&dyn Check> = registry::checks().to_vec();
    if let Some(plugins) = &plugins {
        settings.narrow(wishes, plugins.rules());
        plugins.speak(&mut words)?;
        checks.extend(plugins.checks());
    }
    let report = Report::new(model, checks, &settings.options);
    Ok(Run { report, words, paths: shell::paths(&files.paths) })
}
