//! Standard output and standard error: colour, width, and pipes that close early.

use std::io::{self, BufWriter, Write};

use anstream::{AutoStream, ColorChoice};
use pact_core::message::Language;

use crate::render::clean;

/// How wide text is when it goes to no terminal.
const PIPED_WIDTH: usize = 80;
/// Wider lines are hard to read.
const WIDEST: usize = 120;
/// Narrower, hardly anything fits beside the line numbers.
const NARROWEST: usize = 40;

/// What text is written on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    /// Columns.
    pub(crate) width: usize,
    /// Whether it shows colours.
    pub(crate) styled: bool,
}

/// The page that standard output is.
pub(crate) fn page() -> Page {
    let styled = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    let width = asked.filter(|&columns| columns > 0).or_else(terminal).unwrap_or(PIPED_WIDTH);
    Page { width: width.clamp(NARROWEST, WIDEST), styled }
}

/// Writes text for people. A reader that stops reading, as `head` does, is no error.
pub(crate) fn text(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let choice = AutoStream::choice(&io::stdout());
    let mut out = BufWriter::new(AutoStream::new(io::stdout().lock(), choice));
    forgive(write(&mut out).and_then(|()| out.flush()))
}

/// Writes what machines read: not a byte is changed on the way.
pub(crate) fn data(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    forgive(write(&mut out).and_then(|()| out.flush()))
}

/// Says on standard error why a command could not be carried out.
pub(crate) fn complain(language: Language, reason: &str) {
    remark(language, "cli-level-error", reason);
}

/// Says something beside what is printed on standard error, behind the label of a level.
pub(crate) fn remark(language: Language, level: &str, text: &str) {
    let label = crate::words::catalogue(language).map_or_else(|_| "error".to_owned(), |words| words.label(level));
    // Where even standard error is closed there is nobody left to tell; the exit code tells.
    let _ = writeln!(AutoStream::auto(io::stderr()), "{label}: {}", clean::line(text));
}

fn forgive(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
