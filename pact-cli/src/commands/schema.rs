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
        SchemaOf::Report | SchemaOf::Ledger | SchemaOf::Seats | SchemaOf::Suggest => None,
    };
    let schema = match (kind, command.document) {
        (Some(kind), _) => pact_core::schema::of(kind).context("this document has no schema")?,
        (None, SchemaOf::Ledger) => render::ledger::json::schema(),
        (None, SchemaOf::Seats) => render::seats::json::schema(),
        (None, SchemaOf::Suggest) => render::suggest::json::schema(),
        (None, _) => render::json::schema(),
    };
    output::data(|out| render::json::write(out, &schema))?;
    Ok(exit::done())
}
