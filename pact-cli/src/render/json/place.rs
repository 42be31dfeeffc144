//! Places in files for programs.

use pact_core::{model::Model, source::Span};
use schemars::JsonSchema;
use serde::Serialize;

use crate::render::places::Places;

/// A place in a file. Lines and columns count from 1; columns count characters; the end is exclusive.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Place {
    /// The path of the file as it was given.
    path: String,
    /// The first line.
    line: u32,
    /// The first column.
    column: u32,
    /// The line of the end.
    end_line: u32,
    /// The column of the end.
    end_column: u32,
    /// The cell in a table, as spreadsheets name it: `G19`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    cell: Option<String>,
}

impl Place {
    /// The place of a span that `places` knows.
    pub(super) fn new(model: &Model, places: &Places, span: Span) -> Self {
        let start = places.get(span.file, span.start);
        let end = places.get(span.file, span.end);
        Self {
            path: model.path(span.file).to_owned(),
            line: start.position.line,
            column: start.position.column,
            end_line: end.position.line,
            end_column: end.position.column,
            cell: start.cell.map(|cell| cell.to_string()),
        }
    }
}
