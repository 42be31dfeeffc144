//! `pact graph`

use std::process::ExitCode;

use anyhow::Result;
use pact_core::report::Outcome;

use crate::{
    args::{Common, Graph, GraphFormat},
    config::Wishes,
    exit, output, pipeline,
    render::{self, graph::View},
};

/// Shows what the documents say as a graph. A graph with holes in it, because something could not be read, is shown and
/// said to have them.
pub(super) fn run(command: &Graph, common: &Common) -> Result<ExitCode> {
    let wishes = Wishes { language: common.language(), ..Wishes::default() };
    let pipeline::Run { report, words, .. } = pipeline::run(&command.files, &wishes)?;
    let view = View::new(report.model.graph());
    match command.format {
        GraphFormat::Text => output::text(|out| render::graph::listing::write(out, &view, &words, output::page())),
        GraphFormat::Dot => output::data(|out| render::graph::dot::write(out, &view, &words)),
        GraphFormat::Json => output::data(|out| render::json::write(out, &render::graph::json::Graph::new(&view))),
    }?;
    if report.outcome() == Outcome::Undecided {
        output::complain(words.language(), &words.label("cli-graph-incomplete"));
        return Ok(exit::undecided());
    }
    Ok(exit::done())
}
