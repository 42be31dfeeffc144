//! What is to be done, for people.

use std::io::{self, Write};

use pact_core::message::Message;

use super::{
    super::{
        bodies::{Sheet, View, write_each},
        wrap,
    },
    details, is_unsure, sentence, steps,
};
use crate::output::Page;

/// Writes what is to be done about the bodies.
pub(crate) fn write(out: &mut dyn Write, view: &View<'_>, page: Page) -> io::Result<()> {
    write_each(out, view, page, of_body)
}

fn of_body(out: &mut dyn Write, view: &View<'_>, sheet: &Sheet<'_>, page: Page) -> io::Result<()> {
    let steps = steps(view, sheet);
    let judged = view.report.ledger.judged;
    let heading = Message::new("cli-suggest-heading")
        .with("body", view.called(sheet.roster.body))
        .with("steps", steps.len())
        .with("sure", if is_unsure(sheet) { "no" } else { "yes" })
        .with("stage", judged.stage.name())
        .with("day", judged.as_of.map_or_else(|| "none".to_owned(), |day| day.to_string()));
    writeln!(out, "{}\n", wrap::indented(&view.text(&heading), page.width, "", "  "))?;
    let digits = steps.len().to_string().len();
    let hanging = " ".repeat(digits + 4);
    let mut topic = None;
    for (number, step) in (1..).zip(&steps) {
        if topic != Some(step.topic) {
            if topic.is_some() {
                writeln!(out)?;
            }
            topic = Some(step.topic);
            writeln!(
                out,
                "{}",
                wrap::fill(&view.words.label(&format!("cli-suggest-topic-{}", step.topic.name())), page.width)
            )?;
        }
        let first = format!("  {}. ", wrap::right(&number.to_string(), digits));
        writeln!(out, "{}", wrap::indented(&sentence(view, step), page.width, &first, &hanging))?;
        for line in details(view, step) {
            writeln!(out, "{}", wrap::indented(&line, page.width, &hanging, &format!("{hanging}  ")))?;
        }
    }
    if !steps.is_empty() {
        writeln!(out)?;
    }
    Ok(())
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
