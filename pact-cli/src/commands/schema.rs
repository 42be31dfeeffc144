//! `pact schema`

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use pact_core::document::DocumentKind;

use crate::{
    args::{Schema, SchemaOf},
    exit, output, render,
};

/// Prints the JSON Schema of a document.
pub(super) fn run(command: &Schema) -> Result<ExitCode> {
    let kind = match command.document {
        SchemaOf::Terms => Some(DocumentKind::Terms),
        SchemaOf::Pact => Some(DocumentKind::Pact),
        SchemaOf::Workspace => Some(DocumentKind::Workspace),
        SchemaOf::Report | SchemaOf::Ledger => None,
    };
    let schema = match kind {
        Some(kind) => pact_core::schema::of(kind).context("this document has no schema")?,
        None if command.document == SchemaOf::Ledger => render::ledger::json::schema(),
        None => render::json::schema(),
    };
    output::data(|out| render::json::write(out, &schema))?;
    Ok(exit::done())
}
