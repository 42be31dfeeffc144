//! A finding: it in full, the clause that asks for it, the rule behind it, and what else is found on that clause.

use std::io;

use pact_core::{
    message::Message,
    report::{Report, Reported},
};

use super::{
    super::{case, clause, clean, text, vocabulary},
    MOST, Sheet,
};
use crate::shell;

/// Writes what there is to say of a finding.
pub(super) fn write(sheet: &mut Sheet<'_, '_>, position: usize, reported: &Reported) -> io::Result<()> {
    let (report, graph, words) = (sheet.report(), sheet.graph(), sheet.words());
    let page = sheet.explainer.page;
    writeln!(sheet.out, "{}\n", text::finding_in_full(report, reported, words, sheet.places, page))?;
    let fingerprint = reported.fingerprint.clone();
    sheet.line(0, &sheet.text(&Message::new("cli-explain-fingerprint").with("fingerprint", fingerprint)))?;
    if let Some(rule) = report.rules.get(reported.rule) {
        let message = Message::new("cli-explain-rule")
            .with("rule", rule.called().into_owned())
            .with("summary", rule.summary_in(sheet.language()));
        sheet.line(0, &sheet.text(&message))?;
    }
    let Some(cited) = reported.finding.cited else { return Ok(()) };
    let head = clause::head(&report.model, cited.node, words);
    let case = cited.pact.and_then(|pact| report.ledger.case_of(pact, cited.node));
    match case.and_then(|case| Some((case, case.entry(cited.node)?))) {
        Some((case, entry)) => {
            let message = Message::new("cli-explain-cited")
                .with("clause", head)
                .with("verdict", vocabulary::verdict_on(entry, words))
                .with("pact", case::named(graph, case.pact, words));
            sheet.line(0, &sheet.text(&message))?;
        }
        None => sheet.line(0, &head)?,
    }
    let id = clean::short(graph.name(cited.node), 200);
    let command = format!("pact explain {}{}", shell::word(&id), sheet.explainer.paths);
    sheet.line(0, &sheet.text(&Message::new("cli-more-clause").with("clause", id).with("command", command)))?;
    others(sheet, report, position, reported)
}

/// What else is found on the same clause.
fn others(sheet: &mut Sheet<'_, '_>, report: &Report, position: usize, reported: &Reported) -> io::Result<()> {
    let on_it: Vec<&Reported> = report
        .findings
        .iter()
        .enumerate()
        .filter(|(other, found)| *other != position && found.finding.cited == reported.finding.cited)
        .map(|(_, found)| found)
        .collect();
    if on_it.is_empty() {
        return Ok(());
    }
    sheet.blank()?;
    sheet.heading(0, "cli-label-others")?;
    for found in on_it.iter().take(MOST) {
        sheet.finding(1, found)?;
    }
    sheet.and_more(1, on_it.len())
}
