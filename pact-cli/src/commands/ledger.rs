//! `pact ledger`

use std::process::ExitCode;

use anyhow::Result;
use pact_core::{
    graph::{
        Graph,
        node::{NodeId, NodeKind},
    },
    message::{Catalogue, Message},
    near::nearest,
};

use crate::{
    args::{Common, Ledger, LedgerFormat},
    config::Wishes,
    exit, output, pipeline,
    render::{
        clean, json,
        ledger::{self, Selection, View},
    },
};

/// Says of every clause whether the proposals meet it. The exit code is that of a check, whatever is left out of the list.
pub(super) fn run(command: &Ledger, common: &Common) -> Result<ExitCode> {
    let wishes = Wishes::judging(common, &command.judging);
    let pipeline::Run { report, words, .. } = pipeline::run(&command.files, &wishes)?;
    let mut selection =
        Selection { verdicts: command.verdict.clone(), forces: command.force.clone(), binds: Vec::new() };
    for id in &command.binds {
        match bound(report.model.graph(), id, &words) {
            Ok(found) => selection.binds.extend(found),
            Err(reason) => {
                output::complain(words.language(), &reason);
                return Ok(exit::undecided());
            }
        }
    }
    let view = View::new(&report, &words, selection);
    match command.format {
        LedgerFormat::Text => output::text(|out| ledger::text::write(out, &view, output::page())),
        LedgerFormat::Json => output::data(|out| json::write(out, &ledger::json::Ledger::new(&view))),
        LedgerFormat::Markdown => output::data(|out| ledger::markdown::write(out, &view)),
        LedgerFormat::Csv => output::data(|out| ledger::csv::write(out, &view)),
    }?;
    Ok(exit::of(report.outcome()))
}

/// The bodies and actors of an id, or why there is none.
fn bound(graph: &Graph, id: &str, words: &Catalogue) -> Result<Vec<NodeId>, String> {
    let id = id.trim();
    let kinds = [NodeKind::Body, NodeKind::Actor];
    let found: Vec<NodeId> = kinds.iter().flat_map(|&kind| graph.named(kind, id)).copied().collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let known = graph.nodes().filter(|&node| kinds.contains(&graph.kind(node))).map(|node| graph.name(node));
    let shown = clean::short(id, 100);
    Err(match nearest(id, known) {
        Some(meant) => {
            words.text(&Message::new("cli-no-agent-but").with("id", shown).with("meant", clean::short(meant, 100)))
        }
        None => words.text(&Message::new("cli-no-agent").with("id", shown)),
    })
}
