//! `pact seats`

use std::process::ExitCode;

use anyhow::Result;
use pact_core::{
    graph::{
        Graph,
        node::{NodeId, NodeKind},
    },
    message::{Catalogue, Message},
    near::nearest,
    report::Outcome,
};

use crate::{
    args::{Common, LedgerFormat, ModelFormat, Seats},
    config::Wishes,
    exit, output, pipeline,
    render::{
        bodies::View,
        clean, json,
        seats::{
            self,
            model::{Model, document::Document},
        },
    },
};

/// Shows who sits in the bodies. The exit code is that of a check.
pub(super) fn run(command: &Seats, common: &Common) -> Result<ExitCode> {
    let wishes = Wishes::judging(common, &command.bodies.judging);
    let pipeline::Run { report, words, .. } = pipeline::run(&command.files, &wishes)?;
    let body = match body(report.model.graph(), command.bodies.body.as_deref(), &words) {
        Ok(body) => body,
        Err(reason) => {
            output::complain(words.language(), &reason);
            return Ok(exit::undecided());
        }
    };
    if let Some(format) = command.model {
        let model = Model::new(&report, &words, body);
        let graph = report.model.graph();
        match format {
            ModelFormat::Csv => output::data(|out| model.write(out, graph, words.language())),
            ModelFormat::Yaml => output::data(|out| Document::new(graph, &model, &words).yaml(out)),
            ModelFormat::Json => output::data(|out| Document::new(graph, &model, &words).json(out)),
        }?;
        for (level, remark) in &model.remarks {
            output::remark(words.language(), level, remark);
        }
        return Ok(match (model.undecided, model.conflict) {
            (true, _) => exit::undecided(),
            (false, true) => exit::of(Outcome::Fails),
            (false, false) => exit::done(),
        });
    }
    let view = View::new(&report, &words, body, command.bodies.names);
    match command.format {
        LedgerFormat::Text => output::text(|out| seats::text::write(out, &view, output::page())),
        LedgerFormat::Json => output::data(|out| json::write(out, &seats::json::Seats::new(&view))),
        LedgerFormat::Markdown => output::data(|out| seats::markdown::write(out, &view)),
        LedgerFormat::Csv => output::data(|out| seats::csv::write(out, &view)),
    }?;
    Ok(exit::of(report.outcome()))
}

/// The body of an id that is asked for, or why there is none.
pub(super) fn body(graph: &Graph, asked: Option<&str>, words: &Catalogue) -> Result<Option<NodeId>, String> {
    let Some(id) = asked.map(str::trim) else { return Ok(None) };
    let named = graph.named(NodeKind::Body, id).iter().copied();
    if let Some(body) = named.into_iter().find(|&body| !graph.head(body).repeated) {
        return Ok(Some(body));
    }
    let shown = clean::short(id, 100);
    let known = graph.of_kind(NodeKind::Body).iter().map(|&body| graph.name(body));
    Err(match nearest(id, known) {
        Some(meant) => {
            words.text(&Message::new("cli-no-body-but").with("id", shown).with("meant", clean::short(meant, 100)))
        }
        None => words.text(&Message::new("cli-no-body").with("id", shown)),
    })
}
