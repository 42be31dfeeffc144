//! `pact plugin inspect`

use std::process::ExitCode;

use anyhow::Result;
use pact_core::message::Catalogue;

use super::open;
use crate::{
    args::{InspectPlugin, ReportFormat},
    exit, output,
    render::{self, plugin::Sheet},
};

/// Says what is in a plugin's file.
pub(super) fn run(command: &InspectPlugin, words: &Catalogue) -> Result<ExitCode> {
    let opened = open(&command.file, words)?;
    let sheet = Sheet::new(&opened.inspected, &opened.digest);
    match command.format {
        ReportFormat::Text => output::text(|out| sheet.write(out, words, output::page())),
        ReportFormat::Json => output::data(|out| render::json::write(out, &sheet)),
    }?;
    Ok(exit::done())
}
