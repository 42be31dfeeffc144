//! How the proposals stand to their terms, what was found in numbers, what was looked at, and why the run came out as it did.

use std::io::{self, Write};

use pact_core::{
    document::terms::Force,
    finding::Level,
    ledger::{Case, Entry, Verdict},
    message::{Catalogue, Message},
    report::{Outcome, Report},
};

use super::super::{case, clean, lost::lost, outcome, vocabulary, wording::Wording, wrap};
use crate::{output::Page, shell};

/// So many clauses of a list are named; the others are counted.
const MOST: usize = 8;
/// So many are named where nothing but ids is.
const MOST_IDS: usize = 40;
/// Longer ids leave no room for what the clause says.
const WIDEST_ID: usize = 16;

/// Writes the summary.
pub(super) fn write(
    out: &mut dyn Write,
    report: &Report,
    words: &Catalogue,
    page: Page,
    paths: &str,
) -> io::Result<()> {
    for case in &report.ledger.cases {
        of_case(out, report, case, words, page)?;
    }
    let empty = report.model.sources().iter().next().is_none();
    // "No findings" beside clauses that are not met would read like a pass.
    let counts = (!empty && (report.ledger.cases.is_empty() || !report.findings.is_empty())).then(|| counts(report));
    // A reader must not take a sound structure for a proposal that meets its terms.
    let alone =
        (report.ledger.cases.is_empty() && report.outcome() != Outcome::Undecided).then(|| Message::new("cli-no-case"));
    let next = if empty { vec![Message::new("cli-nothing-found")] } else { more(report, paths) };
    let messages = counts.into_iter().chain([looked_at(report)]).chain(alone).chain([outcome::sentence(report)]);
    for message in messages.chain(next) {
        writeln!(out, "{}", wrap::indented(&words.text(&message), page.width, "", "  "))?;
    }
    Ok(())
}

/// The verdicts of a case in numbers, then those that ask for something to be done.
fn of_case(out: &mut dyn Write, report: &Report, case: &Case, words: &Catalogue, page: Page) -> io::Result<()> {
    let judged = report.ledger.judged;
    let heading = case::heading(report.model.graph(), case, judged, words);
    writeln!(out, "{}\n", wrap::fill(&words.text(&heading), page.width))?;
    let counted = vocabulary::counted(case.judged(), words);
    if counted.is_empty() {
        writeln!(out, "{}", wrap::indented(&words.label("cli-no-clauses"), page.width, "  ", "  "))?;
    }
    let widest = counted.iter().map(|(_, word, _)| wrap::columns(word)).max().unwrap_or(0);
    let digits = counted.iter().map(|(.., count)| count.to_string().len()).max().unwrap_or(0);
    for (verdict, word, count) in &counted {
        // "Silent" is the one word here that does not say what it means.
        let note = if *verdict == Verdict::Silent { words.label("cli-note-silent") } else { String::new() };
        let head = format!("  {}  {count:>digits$}  ", wrap::padded(word, widest));
        let hanging = " ".repeat(widest + digits + 6);
        writeln!(out, "{}", wrap::indented(&note, page.width, &head, &hanging).trim_end())?;
    }
    writeln!(out)?;
    let fails = |entry: &&Entry| entry.fails(judged.fail_on);
    let lists: [(&str, Vec<&Entry>); 5] = [
        ("cli-list-fails", case.judged().filter(fails).collect()),
        (
            "cli-list-should",
            case.judged()
                .filter(|entry| entry.verdict == Verdict::Unmet && entry.force == Some(Force::Should) && !fails(entry))
                .collect(),
        ),
        ("cli-list-error", with(case, Verdict::Error)),
        ("cli-list-attest", with(case, Verdict::Attest)),
        ("cli-list-open", with(case, Verdict::Open)),
    ];
    for (id, entries) in lists.iter().filter(|(_, entries)| !entries.is_empty()) {
        list(out, report, &Message::new(*id).with("count", entries.len()), entries, words, page)?;
    }
    by_hand(out, report, case, words, page)
}

/// What has to be met and no machine can look at: it must not drown among what is met.
fn by_hand(out: &mut dyn Write, report: &Report, case: &Case, words: &Catalogue, page: Page) -> io::Result<()> {
    let obliges = |entry: &&Entry| matches!(entry.force, Some(Force::Must | Force::MustNot | Force::Constitutive));
    let silent: Vec<&Entry> = with(case, Verdict::Silent).into_iter().filter(obliges).collect();
    if silent.is_empty() {
        return Ok(());
    }
    let graph = report.model.graph();
    let shown = silent.iter().take(MOST_IDS).map(|entry| clean::short(graph.name(entry.node), WIDEST_ID));
    let more = (silent.len() > MOST_IDS).then(|| "…".to_owned());
    let ids: Vec<String> = shown.chain(more).collect();
    let message = Message::new("cli-list-silent").with("count", silent.len()).with("ids", ids.join(", "));
    writeln!(out, "{}\n", wrap::indented(&words.text(&message), page.width, "", "  "))
}

fn with(case: &Case, verdict: Verdict) -> Vec<&Entry> {
    case.judged().filter(|entry| entry.verdict == verdict).collect()
}

/// Clauses with what they are called, a line each.
fn list(
    out: &mut dyn Write,
    report: &Report,
    heading: &Message,
    entries: &[&Entry],
    words: &Catalogue,
    page: Page,
) -> io::Result<()> {
    let graph = report.model.graph();
    writeln!(out, "{}", wrap::fill(&words.text(heading), page.width))?;
    let shown: Vec<(String, &str)> = entries
        .iter()
        .take(MOST)
        .map(|entry| {
            let called = Wording::of(graph, entry.node).called(words.language().tag());
            (clean::short(graph.name(entry.node), WIDEST_ID), called)
        })
        .collect();
    let widest = shown.iter().map(|(id, _)| wrap::columns(id)).max().unwrap_or(0);
    for (id, called) in &shown {
        let room = page.width.saturating_sub(widest + 4);
        writeln!(out, "  {}  {}", wrap::padded(id, widest), wrap::cut(&clean::short(called, room), room))?;
    }
    if entries.len() > MOST {
        let more = Message::new("cli-and-more").with("count", entries.len() - MOST);
        writeln!(out, "  {}", words.text(&more))?;
    }
    writeln!(out)
}

fn counts(report: &Report) -> Message {
    if report.findings.is_empty() {
        return Message::new("cli-no-findings");
    }
    Message::new("cli-counts")
        .with("errors", report.count(Level::Error))
        .with("warnings", report.count(Level::Warning))
        .with("notes", report.count(Level::Note))
}

fn looked_at(report: &Report) -> Message {
    let message = Message::new(if report.as_of.is_some() { "cli-looked-at-as-of" } else { "cli-looked-at" })
        .with("files", report.model.sources().iter().count() - lost(&report.model).len())
        .with("nodes", report.model.graph().node_count())
        .with("edges", report.model.graph().edge_count())
        .with("rules", report.rules.len());
    match report.as_of {
        Some(day) => message.with("day", day),
        None => message,
    }
}

/// Where to read on: every clause, the clause that comes first of those that matter most, the rule of the gravest finding.
fn more(report: &Report, paths: &str) -> Vec<Message> {
    let graph = report.model.graph();
    let mut more = Vec::new();
    if !report.ledger.cases.is_empty() {
        more.push(Message::new("cli-more-ledger").with("command", format!("pact ledger{paths}")));
    }
    let entries = || report.ledger.cases.iter().flat_map(Case::judged);
    let asks = [Verdict::Unmet, Verdict::Error, Verdict::Attest, Verdict::Open];
    let of = |verdict| entries().find(|entry| entry.verdict == verdict && entry.force != Some(Force::May));
    let first =
        entries().find(|entry| entry.fails(report.ledger.judged.fail_on)).or_else(|| asks.into_iter().find_map(of));
    if let Some(entry) = first {
        let id = clean::short(graph.name(entry.node), 200);
        let command = format!("pact explain {}{paths}", shell::word(&id));
        more.push(Message::new("cli-more-clause").with("clause", id).with("command", command));
    }
    let gravest = [Level::Error, Level::Warning, Level::Note]
        .into_iter()
        .find_map(|level| report.findings.iter().find(|reported| reported.level == level));
    if let Some(rule) = gravest.and_then(|reported| report.rules.get(reported.rule)) {
        more.push(Message::new("cli-explain").with("rule", rule.code.as_ref()));
    }
    more
}
