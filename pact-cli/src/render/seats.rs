//! A body as a table: seat by seat, the open ones first.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod model;
pub(crate) mod text;

use pact_core::{
    graph::node::NodeId,
    message::Message,
    prove::Truth,
    roster::{Holder, Shortage},
};

use super::bodies::{LawRow, PersonRow, Reason, SeatRow, Sheet, View, is_vacancy};

/// More members or seats than this are counted, not named.
const NAMED: usize = 12;

/// What a body is called, and how many of its places are filled.
fn heading(view: &View<'_>, sheet: &Sheet<'_>) -> String {
    let judged = view.report.ledger.judged;
    let id = if sheet.roster.lines.is_empty() { "cli-seats-heading-seatless" } else { "cli-seats-heading" };
    let message = Message::new(id)
        .with("body", view.called(sheet.roster.body))
        .with("filled", sheet.filled)
        .with("places", sheet.places)
        .with("open", sheet.vacant())
        .with("members", sheet.without.len())
        .with("stage", judged.stage.name())
        .with("day", judged.as_of.map_or_else(|| "none".to_owned(), |day| day.to_string()));
    view.text(&message)
}

/// A seat, and how many places it has where that is more than one.
fn seat(view: &View<'_>, row: &SeatRow<'_>) -> String {
    let name = view.called(row.line.seat);
    match row.line.places {
        1 => name,
        places => view.text(&Message::new("cli-seat-places").with("seat", name).with("places", places)),
    }
}

/// How many places of a seat nobody fills; nothing where all are filled.
fn vacancy(view: &View<'_>, row: &SeatRow<'_>) -> Option<String> {
    let line = row.line;
    let how = match line.there {
        Truth::Yes if line.optional => "optional",
        Truth::Yes => "open",
        Truth::No | Truth::Unsaid | Truth::Unread => "unsure",
    };
    let message =
        Message::new("cli-seat-open").with("how", how).with("vacant", line.vacant).with("places", line.places);
    (line.vacant > 0 || line.there != Truth::Yes).then(|| view.text(&message))
}

/// Somebody in a seat, with what is to be noted of them.
fn holder(view: &View<'_>, holder: &Holder) -> String {
    let found = holder.found.then(|| view.words.label("cli-seat-found"));
    let marks = office(view, holder.member).into_iter().chain(found);
    std::iter::once(view.member(holder.member)).chain(marks).collect::<Vec<_>>().join(" · ")
}

/// What somebody's office is called.
fn office(view: &View<'_>, member: NodeId) -> Option<String> {
    view.office(member).map(|office| view.words.label(&format!("cli-office-{office}")))
}

/// Somebody without a seat.
fn person(view: &View<'_>, row: &PersonRow<'_>) -> String {
    let marks = office(view, row.member);
    std::iter::once(view.member(row.member)).chain(marks).collect::<Vec<_>>().join(" · ")
}

/// What is told under a row: all but that places are empty, which the row shows.
fn notes(reasons: &[Reason<'_>]) -> Vec<String> {
    let shown = |reason: &&Reason<'_>| !is_vacancy(reason.lack) || reason.lack.gap == pact_core::prove::Gap::Unknown;
    reasons.iter().filter(shown).map(|reason| reason.cited()).collect()
}

/// What is said of a provision: each on a line of its own.
fn law(view: &View<'_>, row: &LawRow<'_>) -> Vec<String> {
    let mut lines: Vec<String> = row.reasons.iter().map(Reason::cited).collect();
    if row.elsewhere > 0 {
        lines.push(view.words.label("cli-law-elsewhere"));
    }
    lines.extend(row.evidence.iter().cloned());
    let name = row.name(view);
    match (lines.is_empty(), row.speaks_for_itself()) {
        (true, _) => vec![name],
        (false, true) => lines,
        (false, false) => lines.into_iter().map(|line| format!("{name}: {line}")).collect(),
    }
}

/// Why places cannot be filled by whoever is there.
pub(super) fn shortage(view: &View<'_>, shortage: &Shortage) -> String {
    let names = |all: &[NodeId], name: &dyn Fn(NodeId) -> String| {
        let mut names: Vec<String> = all.iter().take(NAMED).map(|&node| name(node)).collect();
        if all.len() > NAMED {
            names.push(view.text(&Message::new("cli-others").with("count", all.len() - NAMED)));
        }
        view.list(&names, "cli-and")
    };
    let people = shortage.people.len();
    let message = Message::new("cli-shortage")
        .with("count", shortage.seats.len())
        .with("seats", names(&shortage.seats, &|seat| view.called(seat)))
        .with("places", shortage.places)
        .with("people", people)
        .with("named", names(&shortage.people, &|member| view.member(member)))
        .with("helds", shortage.held.len())
        .with("held", names(&shortage.held, &|member| view.member(member)))
        .with("can", shortage.can)
        .with("fewer", if (people as u64) > shortage.can { "yes" } else { "no" })
        .with("smallest", if shortage.smallest && shortage.seats.len() > 1 { "yes" } else { "no" });
    view.text(&message)
}
