//! The one place where the stages are joined: files, load, check, report.

use anyhow::Result;
use pact_core::{message::Catalogue, report::Report};

use crate::{
    args::Files,
    config::{Settings, Wishes},
    discover, shell, words,
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
    let input = discover::gather(&files.paths)?;
    let settings = Settings::new(wishes, &input);
    let report = pact_rules::check(input, &settings.options);
    Ok(Run { report, words: words::catalogue(settings.language)?, paths: shell::paths(&files.paths) })
}
