//! `pact suggest`

use std::process::ExitCode;

use anyhow::Result;

use super::seats;
use crate::{
    args::{Common, ReportFormat, Suggest},
    config::Wishes,
    exit, output, pipeline,
    render::{bodies::View, json, suggest},
};

/// Says what would put the composition of the bodies right. The exit code is that of a check.
pub(super) fn run(command: &Suggest, common: &Common) -> Result<ExitCode> {
    let wishes = Wishes::judging(common, &command.bodies.judging);
    let pipeline::Run { report, words, .. } = pipeline::run(&command.files, &wishes)?;
    let body = match seats::body(report.model.graph(), command.bodies.body.as_deref(), &words) {
        Ok(body) => body,
        Err(reason) => {
            output::complain(words.language(), &reason);
            return Ok(exit::undecided());
        }
    };
    let view = View::new(&report, &words, body, command.bodies.names);
    match command.format {
        ReportFormat::Text => output::text(|out| suggest::text::write(out, &view, output::page())),
        ReportFormat::Json => output::data(|out| json::write(out, &suggest::json::Suggest::new(&view))),
    }?;
    Ok(exit::of(report.outcome()))
}
