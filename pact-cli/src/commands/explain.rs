//! `pact explain`

use std::process::ExitCode;

use anyhow::Result;

use crate::{
    args::{Common, Explain},
    exit, language, output, render, words,
};

/// Says what a rule checks, why it matters and how to fix it.
pub(super) fn run(command: &Explain, common: &Common) -> Result<ExitCode> {
    let words = words::catalogue(language::choose(common.lang))?;
    output::text(|out| render::rules::explanation(out, command.rule, &words, output::page()))?;
    Ok(exit::done())
}
