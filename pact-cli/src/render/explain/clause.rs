//! A clause or an element: what it says, how each proposal stands to it, and why.

use std::io;

use pact_core::{
    graph::node::NodeId,
    ledger::{Case, Entry, standing::Exception},
    message::Message,
};

use super::{
    super::{case, clause, clean, ledger::Basis, vocabulary, wording::Wording},
    MOST, Sheet, TEXT,
};

/// Writes what there is to say of a clause or an element.
pub(super) fn write(sheet: &mut Sheet<'_, '_>, node: NodeId) -> io::Result<()> {
    let (graph, words) = (sheet.graph(), sheet.words());
    let head = clause::head(&sheet.report().model, node, words);
    let terms = case::named(graph, graph.head(node).document, words);
    sheet.line(0, &sheet.text(&Message::new("cli-explain-clause").with("clause", head).with("terms", terms)))?;
    sheet.blank()?;
    said(sheet, node)?;
    let cases: Vec<&Case> = sheet.cases(node).collect();
    if cases.is_empty() {
        let none = words.label("cli-explain-unjudged");
        return sheet.line(0, &none);
    }
    for case in cases {
        if let Some(entry) = case.entry(node) {
            of_case(sheet, case, entry)?;
        }
    }
    Ok(())
}

fn said(sheet: &mut Sheet<'_, '_>, node: NodeId) -> io::Result<()> {
    let wording = Wording::of(sheet.graph(), node);
    let said = clean::short(wording.said(sheet.language()), TEXT);
    if !said.is_empty() {
        let said = if wording.quote().is_some() { clause::quoted(&said, sheet.words()) } else { said };
        sheet.block(1, &said)?;
        if let Some(reading) = wording.reading(sheet.language()) {
            sheet.block(1, &clean::short(reading, TEXT))?;
        }
        sheet.blank()?;
    }
    if let Some(span) = wording.in_source() {
        let place = sheet.place(span);
        sheet.line(1, &sheet.text(&Message::new("cli-explain-source").with("place", place)))?;
    }
    let place = sheet.place(sheet.graph().span(node));
    sheet.line(1, &sheet.text(&Message::new("cli-explain-file").with("place", place)))?;
    if let Some(why) = wording.interpreted(sheet.language()) {
        let why = clean::short(why, TEXT);
        sheet.line(1, &sheet.text(&Message::new("cli-explain-interpreted").with("why", why)))?;
    }
    sheet.blank()
}

fn of_case(sheet: &mut Sheet<'_, '_>, case: &Case, entry: &Entry) -> io::Result<()> {
    let (report, graph, words) = (sheet.report(), sheet.graph(), sheet.words());
    let heading = case::heading(graph, case, report.ledger.judged, words);
    sheet.block(0, &words.text(&heading))?;
    sheet.blank()?;
    let binds: Vec<String> = entry.binds.iter().map(|&bound| sheet.id(bound)).collect();
    let mut verdict = vocabulary::verdict_on(entry, words);
    if !binds.is_empty() {
        verdict = format!("{verdict} · {}", sheet.text(&Message::new("cli-binds").with("ids", binds.join(", "))));
    }
    sheet.line(1, &verdict)?;
    let basis = Basis::of(&report.model, entry, words, 0);
    if let Some(line) = &basis.reason {
        sheet.line(1, line)?;
    }
    sheet.blank()?;
    evidence(sheet, entry)?;
    missing(sheet, entry)?;
    findings(sheet, case, entry.node)?;
    exceptions(sheet, case, entry)?;
    parts(sheet, case, entry)
}

fn evidence(sheet: &mut Sheet<'_, '_>, entry: &Entry) -> io::Result<()> {
    let witnesses = &entry.proof.witnesses;
    if witnesses.is_empty() {
        return Ok(());
    }
    sheet.heading(1, "cli-label-evidence")?;
    for witness in witnesses.iter().take(MOST) {
        let message = pact_rules::words::evidence(&sheet.report().model, witness);
        sheet.line(2, &sheet.text(&message))?;
        sheet.path(3, &witness.path)?;
    }
    sheet.and_more(2, witnesses.len())?;
    sheet.blank()
}

/// What is missing; of what is explained or waived, what would be.
fn missing(sheet: &mut Sheet<'_, '_>, entry: &Entry) -> io::Result<()> {
    let lacks = &entry.proof.lacks;
    if lacks.is_empty() {
        return Ok(());
    }
    sheet.heading(1, if entry.settled_by.is_some() { "cli-label-settled" } else { "cli-label-missing" })?;
    for lack in lacks.iter().take(MOST) {
        let message = pact_rules::words::missing(&sheet.report().model, lack);
        let place = sheet.place(sheet.graph().span(lack.subject));
        let line = format!("{}  {place}", sheet.text(&message));
        sheet.line(2, &line)?;
    }
    sheet.and_more(2, lacks.len())?;
    sheet.blank()
}

fn findings(sheet: &mut Sheet<'_, '_>, case: &Case, node: NodeId) -> io::Result<()> {
    let on_it: Vec<_> = sheet.report().findings_on(case, node).collect();
    if on_it.is_empty() {
        return Ok(());
    }
    sheet.heading(1, "cli-label-findings")?;
    for (_, reported) in on_it.iter().take(MOST) {
        sheet.finding(2, reported)?;
    }
    sheet.and_more(2, on_it.len())?;
    sheet.blank()
}

/// What the proposal says in its own defence: of the line itself, or of what it is a part of.
fn exceptions(sheet: &mut Sheet<'_, '_>, case: &Case, entry: &Entry) -> io::Result<()> {
    let mut lines = vec![entry.node];
    let mut above = entry.part_of;
    // Clause, element, part: deeper than this nothing goes that could be explained as a whole.
    while let Some(whole) = above.and_then(|line| case.entries.get(line)).filter(|_| lines.len() < 8) {
        lines.push(whole.node);
        above = whole.part_of;
    }
    let about = |exception: &&Exception| {
        entry.settled_by == Some(exception.node) || exception.about.iter().any(|node| lines.contains(node))
    };
    let all: Vec<&Exception> = case.exceptions.iter().filter(about).collect();
    if all.is_empty() {
        return Ok(());
    }
    sheet.heading(1, "cli-label-exceptions")?;
    for exception in all.iter().take(MOST) {
        let graph = sheet.graph();
        let said = graph.label(exception.node).map(|text| text.get(sheet.language())).unwrap_or_default();
        let mut line = format!("{} {}", sheet.words().kind(graph.kind(exception.node)), sheet.id(exception.node));
        if !said.trim().is_empty() {
            line = format!("{line}: {}", clean::short(said, TEXT));
        }
        line = format!("{line}  {}", sheet.place(graph.span(exception.node)));
        sheet.line(2, &line)?;
        let standing = vocabulary::standing(&exception.standing, sheet.words());
        sheet.line(3, &standing)?;
    }
    sheet.and_more(2, all.len())?;
    sheet.blank()
}

fn parts(sheet: &mut Sheet<'_, '_>, case: &Case, entry: &Entry) -> io::Result<()> {
    if entry.parts.is_empty() {
        return Ok(());
    }
    sheet.heading(1, "cli-label-parts")?;
    for part in entry.parts.iter().take(MOST).filter_map(|&line| case.entries.get(line)) {
        let called = Wording::of(sheet.graph(), part.node).called(sheet.language());
        let verdict = vocabulary::verdict_on(part, sheet.words());
        let line = format!("{}  {verdict}  {}", sheet.id(part.node), clean::short(called, 120));
        sheet.line(2, line.trim_end())?;
    }
    sheet.and_more(2, entry.parts.len())?;
    sheet.blank()
}
