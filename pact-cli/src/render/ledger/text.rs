//! The ledger for people.

use std::io::{self, Write};

use pact_core::{
    graph::Graph,
    ledger::{Case, Entry},
    message::Message,
};

use super::{
    super::{case, clause, clean, outcome, vocabulary, wording::Wording, wrap},
    View,
};
use crate::output::Page;

/// Of evidence and of what is missing, so many are named; the others are counted.
const MOST: usize = 3;
/// Longer texts are cut.
const TEXT: usize = 240;
/// Longer ids go beyond their column.
const WIDEST_ID: usize = 14;
/// On a narrower page nothing stands beside anything.
const NARROW: usize = 60;
/// How far a part stands inside of what it is a part of.
const STEP: usize = 2;

/// Writes the ledger.
pub(crate) fn write(out: &mut dyn Write, view: &View<'_>, page: Page) -> io::Result<()> {
    let words = view.words;
    for case in &view.report.ledger.cases {
        let heading = case::heading(view.report.model.graph(), case, view.report.ledger.judged, words);
        writeln!(out, "{}\n", wrap::fill(&words.text(&heading), page.width))?;
        of_case(out, view, case, page)?;
    }
    for (terms, topics) in view.silent() {
        let topics: Vec<String> = topics.into_iter().map(|topic| vocabulary::topic(topic, words)).collect();
        let message = Message::new("cli-silent-topics")
            .with("terms", clean::line(view.report.model.graph().name(terms)).into_owned())
            .with("topics", topics.join(", "));
        writeln!(out, "{}\n", wrap::indented(&words.text(&message), page.width, "", "  "))?;
    }
    if view.report.ledger.cases.is_empty() {
        writeln!(out, "{}", wrap::indented(&words.label("cli-no-case"), page.width, "", "  "))?;
    }
    writeln!(out, "{}", wrap::indented(&words.text(&outcome::sentence(view.report)), page.width, "", "  "))
}

fn of_case(out: &mut dyn Write, view: &View<'_>, case: &Case, page: Page) -> io::Result<()> {
    let graph = view.report.model.graph();
    let depths = depths(case);
    let shown: Vec<(usize, &Entry)> =
        depths.into_iter().zip(&case.entries).filter(|(_, entry)| view.selection.admits(entry)).collect();
    let verdict_of = |entry: &Entry| vocabulary::verdict_on(entry, view.words);
    let id_of = |depth: usize, entry: &Entry| format!("{}{}", " ".repeat(depth * STEP), id(graph, entry));
    let columns = Columns {
        id: shown.iter().map(|(depth, entry)| wrap::columns(&id_of(*depth, entry))).max().unwrap_or(0).min(WIDEST_ID),
        verdict: shown.iter().map(|(_, entry)| wrap::columns(&verdict_of(entry))).max().unwrap_or(0),
    };
    for (depth, entry) in &shown {
        of_entry(out, view, entry, &id_of(*depth, entry), &verdict_of(entry), &columns, page)?;
    }
    if shown.is_empty() {
        let id = if case.entries.is_empty() { "cli-no-clauses" } else { "cli-none-selected" };
        return writeln!(out, "{}\n", wrap::indented(&view.words.label(id), page.width, "  ", "  "));
    }
    writeln!(out, "{}\n", wrap::indented(&totals(view, &shown), page.width, "", "  "))
}

/// How wide the columns are.
struct Columns {
    id: usize,
    verdict: usize,
}

fn of_entry(
    out: &mut dyn Write,
    view: &View<'_>,
    entry: &Entry,
    id: &str,
    verdict: &str,
    columns: &Columns,
    page: Page,
) -> io::Result<()> {
    let words = view.words;
    let binds = view.binds(entry);
    let binds = if binds.is_empty() {
        String::new()
    } else {
        words.text(&Message::new("cli-binds").with("ids", binds.join(", ")))
    };
    let force = view.force(entry);
    let facts: Vec<&str> = [force.as_str(), binds.as_str()].into_iter().filter(|fact| !fact.is_empty()).collect();
    let facts = facts.join(" · ");
    let fits = wrap::columns(id) <= columns.id;
    if !fits {
        writeln!(out, "{}", wrap::cut(id, page.width))?;
    }
    let id = if fits { id } else { "" };
    let indent = " ".repeat(columns.id + 2);
    let narrow = page.width < NARROW;
    let head = format!("{}  {}", wrap::padded(id, columns.id), wrap::padded(verdict, columns.verdict));
    if narrow {
        writeln!(out, "{}", head.trim_end())?;
        writeln!(out, "{}", wrap::indented(&facts, page.width, &indent, &indent).trim_end())?;
    } else {
        let hanging = " ".repeat(columns.id + columns.verdict + 4);
        writeln!(out, "{}", wrap::indented(&facts, page.width, &format!("{head}  "), &hanging).trim_end())?;
    }

    let wording = Wording::of(view.report.model.graph(), entry.node);
    let said = clean::short(wording.said(words.language().tag()), TEXT);
    if !said.is_empty() {
        let said = if wording.quote().is_some() { clause::quoted(&said, words) } else { said };
        writeln!(out, "{}", wrap::indented(&said, page.width, &indent, &indent))?;
    }
    if let Some(reading) = wording.reading(words.language().tag()) {
        writeln!(out, "{}", wrap::indented(&clean::short(reading, TEXT), page.width, &indent, &indent))?;
    }
    let basis = view.basis(entry, MOST);
    if let Some(line) = &basis.reason {
        writeln!(out, "{}", wrap::indented(line, page.width, &format!("{indent}· "), &format!("{indent}  ")))?;
    }
    let groups = [("cli-label-evidence", &basis.evidence), ("cli-label-missing", &basis.missing)];
    for (label, lines) in groups.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        let label = format!("{}: ", words.label(label));
        if narrow {
            writeln!(out, "{indent}{}", label.trim_end())?;
        }
        let below =
            if narrow { format!("{indent}  ") } else { format!("{indent}{}", " ".repeat(wrap::columns(&label))) };
        for (position, line) in lines.iter().enumerate() {
            let first = if position == 0 && !narrow { format!("{indent}{label}") } else { below.clone() };
            writeln!(out, "{}", wrap::indented(line, page.width, &first, &format!("{below}  ")))?;
        }
    }
    writeln!(out)
}

fn id(graph: &Graph, entry: &Entry) -> String {
    clean::short(graph.name(entry.node), 60)
}

/// How deep each entry stands below what it is a part of.
fn depths(case: &Case) -> Vec<usize> {
    let depth = |entry: &Entry| {
        let mut above = entry.part_of;
        let mut depth = 0;
        // A part of an element of a sub-clause of a clause; what goes deeper stands no further in.
        while let Some(line) = above.filter(|_| depth < 3) {
            depth += 1;
            above = case.entries.get(line).and_then(|entry| entry.part_of);
        }
        depth
    };
    case.entries.iter().map(depth).collect()
}

/// The verdicts of what is shown, in numbers. What only follows from its parts does not count.
fn totals(view: &View<'_>, shown: &[(usize, &Entry)]) -> String {
    let judged = || shown.iter().map(|(_, entry)| *entry).filter(|entry| !entry.is_rolled_up());
    // A number stays on the line of what it counts.
    let counted = vocabulary::counted(judged(), view.words).into_iter();
    let counts: Vec<String> = counted.map(|(_, word, count)| format!("{count}\u{a0}{word}")).collect();
    view.words.text(&Message::new("cli-totals").with("count", judged().count()).with("verdicts", counts.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::{super::Selection, *};
    use crate::render::hostile;

    #[test]
    fn whatever_a_file_holds_the_page_holds() {
        hostile::each(500, |report, words, page| {
            let mut out = Vec::new();
            write(&mut out, &View::new(report, words, Selection::default()), page).unwrap();
            hostile::assert_fits(&String::from_utf8(out).unwrap(), page);
        });
    }
}
