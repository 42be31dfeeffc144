//! `pact check`

use std::process::ExitCode;

use anyhow::Result;

use crate::{
    args::{Check, Common, ReportFormat},
    config::Wishes,
    exit, output, pipeline, render,
};

/// Checks documents and says what was found.
pub(super) fn run(command: &Check, common: &Common) -> Result<ExitCode> {
    let wishes = Wishes {
        select: command.select.clone(),
        ignore: command.ignore.clone(),
        ..Wishes::judging(common, &command.judging)
    };
    let pipeline::Run { report, words, paths } = pipeline::run(&command.files, &wishes)?;
    match command.format {
        ReportFormat::Text => output::text(|out| render::text::write(out, &report, &words, output::page(), &paths)),
        ReportFormat::Json => output::data(|out| render::json::write(out, &render::json::Report::new(&report, &words))),
    }?;
    Ok(exit::of(report.outcome()))
}
