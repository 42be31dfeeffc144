//! `pact rules`

use std::process::ExitCode;

use anyhow::Result;

use crate::{
    args::{Common, ReportFormat, Rules},
    exit, language, output, render, words,
};

/// Lists the rules.
pub(super) fn run(command: &Rules, common: &Common) -> Result<ExitCode> {
    let words = words::catalogue(language::choose(common.language()))?;
    match command.format {
        ReportFormat::Text => output::text(|out| render::rules::table(out, &words, output::page())),
        ReportFormat::Json => output::data(|out| render::json::write(out, &render::rules::List::new())),
    }?;
    Ok(exit::done())
}
