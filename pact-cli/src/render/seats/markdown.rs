//! The table of members in Markdown, as GitHub reads it.

use std::io::{self, Write};

use pact_core::roster::Holder;

use super::{
    super::{
        bodies::{LawRow, PersonRow, Reason, SeatRow, Sheet, View},
        case,
        markdown::{escaped, row},
        outcome,
    },
    heading, holder, law, notes, person, seat, shortage, vacancy,
};

/// The columns, by their messages.
const COLUMNS: [&str; 7] = [
    "cli-column-seat",
    "cli-column-nominators",
    "cli-column-member",
    "cli-column-alternates",
    "cli-column-term",
    "cli-column-verdict",
    "cli-column-remarks",
];

/// Writes the tables of the bodies.
pub(crate) fn write(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let cases = view.cases();
    let several = cases.len() > 1;
    for (case, sheets) in &cases {
        if several {
            let heading = case::heading(view.graph(), case, view.report.ledger.judged, view.words);
            writeln!(out, "# {}\n", escaped(&view.text(&heading)))?;
        }
        for sheet in sheets {
            of_body(out, view, sheet)?;
        }
    }
    if cases.is_empty() {
        writeln!(out, "{}\n", escaped(&view.words.label("cli-no-case")))?;
    }
    writeln!(out, "{}", escaped(&view.words.text(&outcome::sentence(view.report))))
}

fn of_body(out: &mut dyn Write, view: &View<'_>, sheet: &Sheet<'_>) -> io::Result<()> {
    writeln!(out, "## {}\n", escaped(&heading(view, sheet)))?;
    row(out, COLUMNS.iter().map(|id| escaped(&view.words.label(id))))?;
    row(out, COLUMNS.iter().map(|_| "---".to_owned()))?;
    for one in &sheet.open {
        of_seat(out, view, one, true)?;
    }
    for one in sheet.seats.iter().chain(&sheet.spare) {
        of_seat(out, view, one, false)?;
    }
    let without = if sheet.roster.lines.is_empty() { "cli-state-member" } else { "cli-state-seatless" };
    let people = [
        (without, &sheet.without),
        ("cli-state-observer", &sheet.observers),
        ("cli-state-alternate", &sheet.alternates),
    ];
    for (state, rows) in people {
        for one in rows {
            of_person(out, view, one, &view.words.label(state))?;
        }
    }
    writeln!(out)?;
    if !sheet.laws.is_empty() || !sheet.others.is_empty() {
        writeln!(out, "### {}\n", escaped(&view.words.label("cli-seats-laws")))?;
        let word = |row: &LawRow<'_>| escaped(&row.standing.word(view.words));
        for one in &sheet.laws {
            let lines: Vec<String> = law(view, one).iter().map(|line| escaped(line)).collect();
            writeln!(out, "- **{}** {}", word(one), lines.join("<br>"))?;
        }
        for line in notes(&sheet.others) {
            writeln!(out, "- {}", escaped(&line))?;
        }
        writeln!(out)?;
    }
    let mut shortages = sheet.shortages().peekable();
    if shortages.peek().is_some() {
        writeln!(out, "### {}\n", escaped(&view.words.label("cli-seats-shortages")))?;
        for one in shortages {
            writeln!(out, "- {}", escaped(&shortage(view, one)))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn of_seat(out: &mut dyn Write, view: &View<'_>, one: &SeatRow<'_>, open: bool) -> io::Result<()> {
    let holders = || one.line.holders.iter();
    let lines = |texts: Vec<String>| texts.iter().map(|text| escaped(text)).collect::<Vec<_>>().join("<br>");
    let vacancy = vacancy(view, one);
    // What is said of each member stands beside it.
    let beside = |of: &dyn Fn(&Holder) -> String| {
        let texts: Vec<String> = holders().map(of).collect();
        let before = vacancy.iter().map(|_| String::new());
        if texts.iter().all(String::is_empty) { String::new() } else { lines(before.chain(texts).collect()) }
    };
    let nominators = if open { one.ask.sentence(view).unwrap_or_default() } else { one.ask.nominators(view) };
    let alternates = |holder: &Holder| {
        view.list(&holder.alternates.iter().map(|&one| view.member(one)).collect::<Vec<_>>(), "cli-and")
    };
    let open = vacancy.as_ref().map(|text| format!("**{}**", escaped(text)));
    let members = open.into_iter().chain(holders().map(|one| escaped(&holder(view, one))));
    row(
        out,
        [
            escaped(&seat(view, one)),
            escaped(&nominators),
            members.collect::<Vec<_>>().join("<br>"),
            beside(&alternates),
            beside(&|holder| view.term(holder.member)),
            format!("**{}**", escaped(&one.standing.word(view.words))),
            lines(notes(&one.reasons)),
        ],
    )
}

fn of_person(out: &mut dyn Write, view: &View<'_>, one: &PersonRow<'_>, state: &str) -> io::Result<()> {
    let remarks: Vec<String> = one.reasons.iter().map(Reason::cited).map(|text| escaped(&text)).collect();
    let verdict = one.standing.map(|standing| format!("**{}**", escaped(&standing.word(view.words))));
    row(
        out,
        [
            format!("*{}*", escaped(state)),
            String::new(),
            escaped(&person(view, one)),
            String::new(),
            escaped(&view.term(one.member)),
            verdict.unwrap_or_default(),
            remarks.join("<br>"),
        ],
    )
}
