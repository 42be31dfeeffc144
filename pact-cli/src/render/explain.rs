//! What is behind a verdict, a thing or a finding: why, as a path through the graph with places in the files.

mod clause;
mod finding;
mod node;

use std::io::{self, Write};

use pact_core::{
    graph::{
        Graph,
        node::{NodeId, NodeKind},
    },
    ledger::Case,
    message::{Catalogue, Message},
    prove::Hop,
    report::{Report, Reported},
    source::Span,
};

use super::{clean, level, places::Places, wrap};
use crate::output::Page;

/// Longer messages are cut.
const MESSAGE: usize = 600;
/// Longer texts of clauses are cut.
const TEXT: usize = 4000;
/// So many of anything are shown; the others are counted.
const MOST: usize = 20;

/// What is to be explained.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Target {
    /// A clause, an element, or anything else in the graph.
    Node(NodeId),
    /// A finding, by its position in the report.
    Finding(usize),
}

/// Explains things of a run in the reader's language.
#[derive(Debug)]
pub(crate) struct Explainer<'r> {
    report: &'r Report,
    words: &'r Catalogue,
    page: Page,
    /// What leads other commands to the same files.
    paths: &'r str,
}

impl<'r> Explainer<'r> {
    /// `paths` is what leads other commands to the same files.
    pub(crate) fn new(report: &'r Report, words: &'r Catalogue, page: Page, paths: &'r str) -> Self {
        Self { report, words, page, paths }
    }

    /// Writes what is behind something.
    pub(crate) fn write(&self, out: &mut dyn Write, target: Target) -> io::Result<()> {
        let graph = self.report.model.graph();
        let extra: Vec<Span> = match target {
            Target::Node(node) => node::spans(graph, node),
            Target::Finding(_) => Vec::new(),
        };
        let exceptions = self.report.ledger.cases.iter().flat_map(|case| &case.exceptions);
        let extra = extra.into_iter().chain(exceptions.map(|exception| graph.span(exception.node)));
        let places = Places::of_everything_and(self.report, extra);
        let mut sheet = Sheet { out, explainer: self, places: &places };
        match target {
            Target::Node(node) if matches!(graph.kind(node), NodeKind::Clause | NodeKind::Element) => {
                clause::write(&mut sheet, node)
            }
            Target::Node(node) => node::write(&mut sheet, node),
            Target::Finding(position) => match self.report.findings.get(position) {
                Some(reported) => finding::write(&mut sheet, position, reported),
                None => Ok(()),
            },
        }
    }
}

/// Where an explanation is written, line by line.
struct Sheet<'s, 'r> {
    out: &'s mut dyn Write,
    explainer: &'s Explainer<'r>,
    places: &'s Places,
}

impl<'r> Sheet<'_, 'r> {
    fn report(&self) -> &'r Report {
        self.explainer.report
    }

    fn graph(&self) -> &'r Graph {
        self.explainer.report.model.graph()
    }

    fn words(&self) -> &'r Catalogue {
        self.explainer.words
    }

    fn language(&self) -> &'static str {
        self.explainer.words.language().tag()
    }

    /// A text of the run in words, fit to be printed.
    fn text(&self, message: &Message) -> String {
        clean::short(&self.words().text(message), MESSAGE)
    }

    /// A place as people write it.
    fn place(&self, span: Span) -> String {
        self.places.written(&self.report().model, span)
    }

    /// The id of a node, fit to be printed.
    fn id(&self, node: NodeId) -> String {
        clean::short(self.graph().name(node), 120)
    }

    /// A wrapped paragraph so many steps in.
    fn line(&mut self, depth: usize, text: &str) -> io::Result<()> {
        let indent = "  ".repeat(depth);
        let hanging = format!("{indent}  ");
        writeln!(self.out, "{}", wrap::indented(text, self.explainer.page.width, &indent, &hanging))
    }

    /// A wrapped paragraph whose lines all begin at the same column.
    fn block(&mut self, depth: usize, text: &str) -> io::Result<()> {
        let indent = "  ".repeat(depth);
        writeln!(self.out, "{}", wrap::indented(text, self.explainer.page.width, &indent, &indent))
    }

    fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// The heading of a list.
    fn heading(&mut self, depth: usize, id: &str) -> io::Result<()> {
        let label = self.words().label(id);
        self.line(depth, &format!("{label}:"))
    }

    /// How many more there are than are shown.
    fn and_more(&mut self, depth: usize, all: usize) -> io::Result<()> {
        if all <= MOST {
            return Ok(());
        }
        let more = self.text(&Message::new("cli-and-more").with("count", all - MOST));
        self.line(depth, &more)
    }

    /// The steps through the graph that show something, each with the place of its reference.
    fn path(&mut self, depth: usize, path: &[Hop]) -> io::Result<()> {
        for hop in path {
            let edge = match hop.edge {
                Some(edge) => relation(edge, hop.forward, self.words()).to_owned(),
                None => self.words().label("cli-same-person"),
            };
            let line = format!("{} —[{edge}]→ {}  {}", self.id(hop.from), self.id(hop.to), self.place(hop.span));
            self.line(depth, &line)?;
        }
        Ok(())
    }

    /// A finding in a line or two: level, rule, the first digits of its fingerprint, what it says, where.
    fn finding(&mut self, depth: usize, reported: &Reported) -> io::Result<()> {
        let rule = self.report().rules.get(reported.rule).map_or("", |rule| rule.code.as_ref());
        let line = format!(
            "{} {} {}: {}  {}",
            reported.fingerprint.get(..8).unwrap_or(&reported.fingerprint),
            level::word(reported.level, self.words()),
            clean::line(rule),
            self.text(&reported.finding.message),
            self.place(reported.finding.span)
        );
        self.line(depth, &line)
    }

    /// The cases in which a clause or element has a line.
    fn cases(&self, node: NodeId) -> impl Iterator<Item = &'r Case> {
        self.report().ledger.cases.iter().filter(move |case| case.line(node).is_some())
    }
}

/// What a relation is called in a direction.
fn relation(edge: pact_core::graph::edge::EdgeKind, forward: bool, words: &Catalogue) -> &'static str {
    use pact_core::message::Language;
    let label = match words.language() {
        Language::English => edge.info().en,
        Language::Danish => edge.info().da,
    };
    if forward { label.forward } else { label.backward }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::hostile;

    #[test]
    fn whatever_a_file_holds_the_page_holds() {
        hostile::each(100, |report, words, page| {
            let explainer = Explainer::new(report, words, page, "");
            let nodes = report.model.graph().nodes().map(Target::Node);
            for target in nodes.chain((0..report.findings.len()).map(Target::Finding)) {
                let mut out = Vec::new();
                explainer.write(&mut out, target).unwrap();
                hostile::assert_fits(&String::from_utf8(out).unwrap(), page);
            }
        });
    }
}
