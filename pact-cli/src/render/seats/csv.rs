//! The table of members for spreadsheets: a row for each member, and one for the empty places of a seat.

use std::io::{self, Write};

use pact_core::graph::node::NodeId;

use super::super::{
    bodies::{PersonRow, Reason, SeatRow, Sheet, Standing, View},
    csv::row,
};

/// The columns, by their messages; that of people's names only where they are asked for.
const COLUMNS: [&str; 15] = [
    "cli-column-pact",
    "cli-column-body",
    "cli-column-seat",
    "cli-column-seat-label",
    "cli-column-state",
    "cli-column-places",
    "cli-column-nominators",
    "cli-column-member",
    "cli-column-actor",
    NAME,
    "cli-column-office",
    "cli-column-alternates",
    "cli-column-from",
    "cli-column-to",
    "cli-column-verdict",
];
const NAME: &str = "cli-column-name";

/// Writes the tables of the bodies.
pub(crate) fn write(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let columns = COLUMNS.iter().filter(|id| view.names || **id != NAME);
    row(out, columns.map(|id| view.words.label(id)).chain([view.words.label("cli-column-remarks")]))?;
    for (case, sheets) in view.cases() {
        let pact = view.graph().name(case.pact);
        for sheet in &sheets {
            of_body(out, view, sheet, pact)?;
        }
    }
    Ok(())
}

/// What a row is about.
struct About<'a> {
    pact: &'a str,
    body: NodeId,
    seat: Option<&'a SeatRow<'a>>,
    state: &'static str,
    places: usize,
}

fn of_body(out: &mut dyn Write, view: &View<'_>, sheet: &Sheet<'_>, pact: &str) -> io::Result<()> {
    let body = sheet.roster.body;
    for one in sheet.every_seat() {
        let line = one.line;
        let about = |state, places| About { pact, body, seat: Some(one), state, places };
        let standing = Some(one.standing);
        if line.vacant > 0 {
            let state = if line.optional { "cli-state-optional" } else { "cli-state-open" };
            member(out, view, &about(state, line.vacant), None, &[], standing, &one.reasons)?;
        }
        for (number, holder) in line.holders.iter().enumerate() {
            let state = if holder.found { "cli-state-found" } else { "cli-state-filled" };
            // What is wrong with a seat is told once.
            let told: &[Reason<'_>] = if line.vacant == 0 && number == 0 { &one.reasons } else { &[] };
            member(out, view, &about(state, 1), Some(holder.member), &holder.alternates, standing, told)?;
        }
    }
    let without = if sheet.roster.lines.is_empty() { "cli-state-member" } else { "cli-state-seatless" };
    let groups: [(&str, &[PersonRow<'_>]); 3] = [
        (without, &sheet.without),
        ("cli-state-observer", &sheet.observers),
        ("cli-state-alternate", &sheet.alternates),
    ];
    for (state, rows) in groups {
        for one in rows {
            let about = About { pact, body, seat: None, state, places: 1 };
            member(out, view, &about, Some(one.member), &[], one.standing, &one.reasons)?;
        }
    }
    Ok(())
}

fn member(
    out: &mut dyn Write,
    view: &View<'_>,
    about: &About<'_>,
    who: Option<NodeId>,
    alternates: &[NodeId],
    standing: Option<Standing>,
    reasons: &[Reason<'_>],
) -> io::Result<()> {
    use pact_core::graph::edge::EdgeKind;
    let graph = view.graph();
    let id = |node: NodeId| graph.name(node).to_owned();
    let ids = |all: &[NodeId]| all.iter().map(|&one| id(one)).collect::<Vec<_>>().join("; ");
    let actors: Vec<String> = who
        .into_iter()
        .flat_map(|who| graph.outgoing(who, EdgeKind::OnBehalfOf))
        .map(|actor| view.called(actor.node))
        .collect();
    let (from, to) = who.map(|who| view.dates(who)).unwrap_or_default();
    let office = who.and_then(|who| super::office(view, who)).unwrap_or_default();
    let seat = about.seat.map(|seat| seat.line.seat);
    let cells = [
        about.pact.to_owned(),
        id(about.body),
        seat.map(id).unwrap_or_default(),
        seat.map(|seat| view.called(seat)).unwrap_or_default(),
        view.words.label(about.state),
        about.places.to_string(),
        about.seat.map(|seat| seat.ask.nominators(view)).unwrap_or_default(),
        who.map(id).unwrap_or_default(),
        actors.join("; "),
    ];
    let name = view.names.then(|| who.and_then(|who| view.person(who)).unwrap_or_default());
    let rest = [
        office,
        ids(alternates),
        from,
        to,
        standing.map(|standing| standing.word(view.words)).unwrap_or_default(),
        reasons.iter().map(Reason::cited).collect::<Vec<_>>().join("\n"),
    ];
    row(out, cells.into_iter().chain(name).chain(rest))
}
