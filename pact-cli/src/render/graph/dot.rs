//! The graph for Graphviz.

use std::io::{self, Write};

use pact_core::message::Catalogue;

use super::{super::clean, View};

/// Longer labels are cut.
const LABEL: usize = 60;

/// Writes the graph in the DOT language.
pub(crate) fn write(out: &mut dyn Write, view: &View<'_>, words: &Catalogue) -> io::Result<()> {
    writeln!(out, "digraph pact {{")?;
    writeln!(out, "  rankdir=LR;")?;
    writeln!(out, "  node [shape=box, fontname=\"sans-serif\"];")?;
    writeln!(out, "  edge [fontname=\"sans-serif\", fontsize=10];")?;
    for entry in &view.entries {
        let label = entry.label.map_or("", |label| label.get(words.language().tag()));
        let name = if label.is_empty() { entry.key.split_once(':').map_or("", |(_, path)| path) } else { label };
        writeln!(
            out,
            "  {} [label=\"{}\\n{}\", class={}];",
            quoted(&entry.key),
            escaped(words.kind(entry.kind)),
            escaped(&clean::short(name, LABEL)),
            quoted(entry.kind.name())
        )?;
    }
    for entry in &view.entries {
        for (kind, to) in &entry.edges {
            writeln!(out, "  {} -> {} [label={}];", quoted(&entry.key), quoted(to), quoted(words.edge(*kind)))?;
        }
    }
    writeln!(out, "}}")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// Only the quotation mark ends a string, but a backslash begins an escape in labels.
fn escaped(text: &str) -> String {
    clean::line(text).replace('\\', "\\\\").replace('"', "\\\"")
}

#[cfg(test)]
mod tests {
    use pact_core::load::Input;

    use super::*;

    #[test]
    fn hostile_labels_stay_inside_their_strings() {
        let mut input = Input::new();
        input.add(
            "p.yaml",
            "pact: 1\nid: p\ntitle: \"a\\\"]; x -> y; \\\\ \\n b\"\nlevel: regional\nstatus: proposed\n",
        );
        let model = input.build();
        let words = crate::words::catalogue(pact_core::message::Language::English).unwrap();
        let mut out = Vec::new();
        write(&mut out, &View::new(model.graph()), &words).unwrap();
        let dot = String::from_utf8(out).unwrap();
        assert!(dot.contains(r#""pact:p" [label="pact\na\"]; x -> y; \\   b", class="pact"];"#), "{dot}");
    }
}
