//! A model composition: a register that satisfies the terms, to begin with. The names are left to be filled in.

pub(crate) mod document;

use std::io::{self, Write};

use pact_core::{
    document::register::Column,
    graph::{Graph, node::NodeId},
    message::{Arg, Catalogue, Language, Message, Thing},
    prove::satisfiable::{Line, Place, Satisfiability, satisfiable},
    report::Report,
};

use super::super::{case, csv::row};

/// The columns, and whether they are there even if nothing stands in them.
const COLUMNS: [(Column, bool); 13] = [
    (Column::Id, true),
    (Column::Person, true),
    (Column::Body, true),
    (Column::Seat, true),
    (Column::Actor, true),
    (Column::NominatedBy, true),
    (Column::AppointedBy, false),
    (Column::Gender, false),
    (Column::Role, false),
    (Column::Is, false),
    (Column::PolicyArea, false),
    (Column::From, true),
    (Column::To, true),
];

/// Nobody begins with a list of more members than this.
const MOST: u64 = 10_000;

const NOTE: &str = "cli-level-note";
const ERROR: &str = "cli-level-error";

/// A member of the list.
#[derive(Clone, Debug)]
struct Row {
    body: NodeId,
    place: Place,
    line: Line,
}

/// What became of the bodies.
#[derive(Debug, Default)]
pub(crate) struct Model {
    rows: Vec<Row>,
    /// What is to be said of it beside the table, in words; each behind the message of its level.
    pub(crate) remarks: Vec<(&'static str, String)>,
    /// Terms that nobody could satisfy.
    pub(crate) conflict: bool,
    /// Terms of which it could not be told.
    pub(crate) undecided: bool,
}

impl Model {
    /// That of one body, or of every body that has seats, a size or quotas. Bounded for each body: see [`satisfiable`].
    pub(crate) fn new(report: &Report, words: &Catalogue, body: Option<NodeId>) -> Self {
        let graph = report.model.graph();
        let mut bodies: Vec<NodeId> = graph.of_kind(pact_core::graph::node::NodeKind::Body).to_vec();
        bodies.retain(|&one| !graph.head(one).repeated && body.is_none_or(|body| body == one));
        bodies.sort_unstable_by(|&a, &b| graph.order(a, b));
        let mut model = Self::default();
        let said = |id: &'static str, body: NodeId| Message::new(id).with("body", case::named(graph, body, words));
        for &body in &bodies {
            match satisfiable(graph, body, report.as_of) {
                Satisfiability::Model { places, complete } => {
                    let number = places.iter().fold(0, |sum: u64, place| sum.saturating_add(place.number));
                    if number > MOST {
                        let large = said("cli-model-too-large", body).with("number", number).with("most", MOST);
                        model.remarks.push((ERROR, words.text(&large)));
                        model.undecided = true;
                        continue;
                    }
                    for place in places {
                        let (line, number) = (place.line(graph), usize::try_from(place.number).unwrap_or(0));
                        model.rows.extend(std::iter::repeat_n(Row { body, place, line }, number));
                    }
                    if !complete {
                        model.remarks.push((NOTE, words.text(&said("cli-model-incomplete", body))));
                    }
                }
                Satisfiability::Conflict { parts, .. } => {
                    let parts = Arg::Things(parts.iter().map(|&part| Thing::of(graph, part)).collect());
                    model.remarks.push((ERROR, words.text(&said("cli-model-conflict", body).with("parts", parts))));
                    model.conflict = true;
                }
                Satisfiability::Undecided => {
                    model.remarks.push((ERROR, words.text(&said("cli-model-undecided", body))));
                    model.undecided = true;
                }
                Satisfiability::Trivial => {}
            }
        }
        if model.rows.is_empty() && model.remarks.is_empty() {
            model.remarks.push((ERROR, words.label("cli-model-nothing")));
            model.undecided = true;
        }
        model
    }

    /// Writes the register; nothing where nobody is in it.
    pub(crate) fn write(&self, out: &mut dyn Write, graph: &Graph, language: Language) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let digits = self.rows.len().to_string().len();
        let lines: Vec<Vec<String>> = (1..)
            .zip(&self.rows)
            .map(|(number, Row { body, line, .. })| {
                let id = format!("m{number:0digits$}");
                COLUMNS.iter().map(|(column, _)| cell(graph, *column, &id, *body, line)).collect()
            })
            .collect();
        let is_shown = |at: usize| lines.iter().any(|line| line.get(at).is_some_and(|cell| !cell.is_empty()));
        let shown: Vec<bool> = COLUMNS.iter().enumerate().map(|(at, (_, always))| *always || is_shown(at)).collect();
        let only =
            |cells: Vec<String>| cells.into_iter().zip(&shown).filter(|(_, shown)| **shown).map(|(cell, _)| cell);
        let heads = COLUMNS.iter().map(|(column, _)| heading(*column, language).to_owned()).collect();
        row(out, only(heads))?;
        lines.into_iter().try_for_each(|line| row(out, only(line)))
    }
}

/// What a column is called in the reader's language.
fn heading(column: Column, language: Language) -> &'static str {
    let names = Column::HEADINGS.iter().find(|(one, _)| *one == column).map_or(&[][..], |(_, names)| *names);
    let danish = names.get(1).filter(|_| language == Language::Danish && column != Column::Id);
    danish.or(names.first()).copied().unwrap_or("")
}

fn cell(graph: &Graph, column: Column, id: &str, body: NodeId, line: &Line) -> String {
    let all = |nodes: &[NodeId]| nodes.iter().map(|&node| reference(graph, node)).collect::<Vec<_>>().join(" | ");
    match column {
        Column::Id => id.to_owned(),
        Column::Body => reference(graph, body),
        Column::Seat => line.seat.map(|seat| graph.name(seat).to_owned()).unwrap_or_default(),
        Column::Actor => all(&line.actors),
        Column::NominatedBy => all(&line.nominated_by),
        Column::AppointedBy => all(&line.appointed_by),
        Column::Gender => line.gender.map(|gender| graph.name(gender).to_owned()).unwrap_or_default(),
        Column::Role => line.role.map(|role| role.name().to_owned()).unwrap_or_default(),
        Column::Is => all(&line.is),
        Column::PolicyArea => all(&line.policy_areas),
        Column::Person | Column::From | Column::To | Column::Vote | Column::StandsInFor => String::new(),
    }
}

/// How a node is referred to: by its id where that is enough.
fn reference(graph: &Graph, node: NodeId) -> String {
    let name = graph.name(node);
    match graph.named(graph.kind(node), name) {
        [_] => name.to_owned(),
        _ => graph.path(node),
    }
}
