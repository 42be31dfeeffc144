//! The table of members for people.

use std::io::{self, Write};

use pact_core::roster::Holder;

use super::{
    super::{
        bodies::{LawRow, PersonRow, SeatRow, Sheet, View, write_each},
        table::{Cell, Column, Row, Table},
        wrap,
    },
    heading, holder, law, notes, person, seat, shortage, vacancy,
};
use crate::output::Page;

/// The columns, by their messages, each with its narrowest and its widest. The first day of a term stands above the last.
const COLUMNS: [(&str, usize, usize); 4] = [
    ("cli-column-seat", 16, 50),
    ("cli-column-member", 20, 60),
    ("cli-column-term", 12, 15),
    ("cli-column-verdict", 12, 20),
];

/// Writes the tables of the bodies.
pub(crate) fn write(out: &mut dyn Write, view: &View<'_>, page: Page) -> io::Result<()> {
    write_each(out, view, page, of_body)
}

fn of_body(out: &mut dyn Write, view: &View<'_>, sheet: &Sheet<'_>, page: Page) -> io::Result<()> {
    writeln!(out, "{}\n", wrap::indented(&heading(view, sheet), page.width, "", "  "))?;
    let column = |(id, least, most): (&str, usize, usize)| Column { head: view.words.label(id), least, most };
    let columns = COLUMNS.map(column).into();
    let mut table = Table { columns, rows: Vec::new() };
    let section = |table: &mut Table, id: &str, any: bool| {
        if any {
            table.rows.push(Row::Section(view.words.label(id)));
        }
    };
    section(&mut table, "cli-seats-open", !sheet.open.is_empty());
    for row in &sheet.open {
        of_seat(&mut table, view, row, true);
    }
    section(&mut table, "cli-seats-filled", !sheet.seats.is_empty());
    for row in &sheet.seats {
        of_seat(&mut table, view, row, false);
    }
    section(&mut table, "cli-seats-spare", !sheet.spare.is_empty());
    for row in &sheet.spare {
        of_seat(&mut table, view, row, false);
    }
    let without = if sheet.roster.lines.is_empty() { "cli-seats-members" } else { "cli-seats-without" };
    let people = [
        (without, &sheet.without),
        ("cli-seats-observers", &sheet.observers),
        ("cli-seats-alternates", &sheet.alternates),
    ];
    for (id, rows) in people {
        section(&mut table, id, !rows.is_empty());
        for row in rows {
            of_person(&mut table, view, row);
        }
    }
    if !table.rows.is_empty() {
        table.write(out, page.width)?;
        writeln!(out)?;
    }
    if sheet.every_seat().any(|row| row.line.holders.iter().any(|holder| holder.found)) {
        writeln!(out, "{}\n", wrap::indented(&view.words.label("cli-seats-legend-found"), page.width, "", "  "))?;
    }
    of_laws(out, view, sheet, page)?;
    let mut shortages = sheet.shortages().peekable();
    if shortages.peek().is_some() {
        writeln!(out, "{}", wrap::fill(&view.words.label("cli-seats-shortages"), page.width))?;
        for one in shortages {
            writeln!(out, "{}", wrap::indented(&shortage(view, one), page.width, "  · ", "    "))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn of_seat(table: &mut Table, view: &View<'_>, row: &SeatRow<'_>, open: bool) {
    let mut first = vec![seat(view, row)];
    let mut vacant: Vec<String> = vacancy(view, row).into_iter().collect();
    if open {
        vacant.extend(row.ask.sentence(view));
    } else {
        first.extend(Some(row.ask.nominators(view)).filter(|text| !text.is_empty()));
    }
    let (mut members, mut terms): (Cell, Cell) = (Vec::new(), Vec::new());
    if !vacant.is_empty() {
        members.push(vacant);
        terms.push(Vec::new());
    }
    for holder in &row.line.holders {
        members.push(member(view, holder));
        terms.push(vec![view.term(holder.member)]);
    }
    table.rows.push(Row::Cells(vec![vec![first], members, terms, vec![vec![row.standing.word(view.words)]]]));
    table.rows.extend(notes(&row.reasons).into_iter().map(Row::Note));
}

/// Somebody in a seat, and who stands in for them.
fn member(view: &View<'_>, one: &Holder) -> Vec<String> {
    let alternates: Vec<String> = one.alternates.iter().map(|&alternate| view.member(alternate)).collect();
    let stands_in = pact_core::message::Message::new("cli-seat-alternates").with("count", alternates.len());
    let stands_in = stands_in.with("alternates", view.list(&alternates, "cli-and"));
    let shown = (!alternates.is_empty()).then(|| view.text(&stands_in));
    std::iter::once(holder(view, one)).chain(shown).collect()
}

fn of_person(table: &mut Table, view: &View<'_>, row: &PersonRow<'_>) {
    let verdict = row.standing.map(|standing| standing.word(view.words)).unwrap_or_default();
    table.rows.push(Row::Cells(vec![
        Vec::new(),
        vec![vec![person(view, row)]],
        vec![vec![view.term(row.member)]],
        vec![vec![verdict]],
    ]));
    table.rows.extend(notes(&row.reasons).into_iter().map(Row::Note));
}

/// The provisions on the body, each with its verdict before it.
fn of_laws(out: &mut dyn Write, view: &View<'_>, sheet: &Sheet<'_>, page: Page) -> io::Result<()> {
    if sheet.laws.is_empty() && sheet.others.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", wrap::fill(&view.words.label("cli-seats-laws"), page.width))?;
    let word = |row: &LawRow<'_>| row.standing.word(view.words);
    let widest = sheet.laws.iter().map(|row| wrap::columns(&word(row))).max().unwrap_or(0);
    let hanging = " ".repeat(if page.width < 60 { 4 } else { widest + 4 });
    for row in &sheet.laws {
        for (number, line) in law(view, row).iter().enumerate() {
            let head = if number == 0 { word(row) } else { String::new() };
            let first = format!("  {}  ", wrap::padded(&head, widest));
            writeln!(out, "{}", wrap::indented(line, page.width, &first, &hanging))?;
        }
    }
    for line in notes(&sheet.others) {
        writeln!(out, "{}", wrap::indented(&line, page.width, "  · ", "    "))?;
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::hostile;

    #[test]
    fn whatever_stands_in_files_fits_on_the_page() {
        hostile::each(60, |report, words, page| {
            let mut out = Vec::new();
            write(&mut out, &View::new(report, words, None, true), page).unwrap();
            hostile::assert_fits(&String::from_utf8(out).unwrap(), page);
        });
    }
}
