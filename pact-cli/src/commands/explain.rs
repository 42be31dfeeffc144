//! `pact explain`

use std::process::ExitCode;

use anyhow::Result;
use pact_rules::registry;

use crate::{
    args::{Common, Explain},
    exit, language, output, render, words,
};

/// Says what a rule checks, why it matters and how to fix it.
pub(super) fn run(command: &Explain, common: &Common) -> Result<ExitCode> {
    let what = command.what.trim();
    if let Some(rule) = registry::find(&what.to_ascii_lowercase()) {
        let words = words::catalogue(language::choose(common.lang))?;
        output::text(|out| render::rules::explanation(out, rule, &words, output::page()))?;
        return Ok(exit::done());
    }
    anyhow::bail!("`{what}` is no rule; `pact rules` lists them")
}
