//! The graph for people: kind by kind, what there is and what it is joined to.

use std::io::{self, Write};

use pact_core::message::{Catalogue, Message};

use super::{
    super::{clean, wrap},
    View,
};
use crate::output::Page;

/// Longer labels are cut.
const LABEL: usize = 200;

/// Writes a listing of the graph.
pub(crate) fn write(out: &mut dyn Write, view: &View<'_>, words: &Catalogue, page: Page) -> io::Result<()> {
    for entries in view.entries.chunk_by(|a, b| a.kind == b.kind) {
        let Some(first) = entries.first() else { continue };
        writeln!(out, "{} ({})\n", capitalised(words.kinds(first.kind)), entries.len())?;
        for entry in entries {
            let label = entry.label.map_or("", |label| label.get(words.language().tag()));
            let label = clean::short(label, LABEL);
            let head = if label.is_empty() {
                clean::line(&entry.key).into_owned()
            } else {
                format!("{}  {label}", clean::line(&entry.key))
            };
            writeln!(out, "{}", wrap::indented(&head, page.width, "  ", "      "))?;
            for edges in entry.edges.chunk_by(|(a, _), (b, _)| a == b) {
                let Some((kind, _)) = edges.first() else { continue };
                let targets: Vec<&str> = edges.iter().map(|(_, key)| key.as_str()).collect();
                let line = format!("{} {}", words.edge(*kind), clean::line(&targets.join(", ")));
                writeln!(out, "{}", wrap::indented(&line, page.width, "    ", "      "))?;
            }
        }
        writeln!(out)?;
    }
    let edges: usize = view.entries.iter().map(|entry| entry.edges.len()).sum();
    let total = Message::new("cli-graph-total").with("nodes", view.entries.len()).with("edges", edges);
    writeln!(out, "{}", words.text(&total))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
