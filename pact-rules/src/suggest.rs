//! What a reference that leads nowhere was probably meant as.

use pact_core::{
    finding::Finding,
    graph::{
        Graph, Unresolved,
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
    message::Message,
    near::nearest,
};
use rustc_hash::FxHashMap;

/// How much comparing a rule may spend on suggestions, in pairs of letters: some tenths of a second. A thousand misspelt references among a
/// million ids must not take hours. Findings come without a suggestion after that.
const LETTER_PAIRS: usize = 100_000_000;
/// What comparing two words costs beside their letters.
const OVERHEAD: usize = 50;

/// Where names are looked for: a kind, and what they stand in where that matters.
type Place = (NodeKind, Option<NodeId>);

/// Finds suggestions for references, within a bound for a rule.
pub(crate) struct Suggester<'g> {
    graph: &'g Graph,
    names: FxHashMap<Place, Names<'g>>,
    known: FxHashMap<(Vec<Place>, &'g str), Option<&'g str>>,
    left: usize,
}

#[derive(Default)]
struct Names<'g> {
    all: Vec<&'g str>,
    letters: usize,
}

impl<'g> Suggester<'g> {
    pub(crate) fn new(graph: &'g Graph) -> Self {
        Self { graph, names: FxHashMap::default(), known: FxHashMap::default(), left: LETTER_PAIRS }
    }

    /// The id that was probably meant. The same question is answered once.
    pub(crate) fn suggest(&mut self, unresolved: &Unresolved) -> Option<&'g str> {
        let word = self.graph.text(unresolved.name.symbol);
        let within = self.scope(unresolved);
        let kinds = unresolved.kinds.as_slice();
        let places: Vec<Place> = kinds.iter().map(|&kind| (kind, within)).collect();
        if let Some(&known) = self.known.get(&(places.clone(), word)) {
            return known;
        }
        let found = self.search(&places, word);
        self.known.insert((places, word), found);
        found
    }

    fn search(&mut self, places: &[Place], word: &str) -> Option<&'g str> {
        if self.names.is_empty() {
            self.names = names(self.graph);
        }
        let names: Vec<&Names<'g>> = places.iter().filter_map(|place| self.names.get(place)).collect();
        let cost: usize = names.iter().map(|names| names.letters * word.len() + names.all.len() * OVERHEAD).sum();
        self.left = self.left.checked_sub(cost)?;
        nearest(word, names.iter().flat_map(|names| names.all.iter().copied()))
    }

    /// Where the id has to stand: the member's body, the relation's scheme.
    fn scope(&self, unresolved: &Unresolved) -> Option<NodeId> {
        match unresolved.edge {
            EdgeKind::Fills => self.graph.outgoing(unresolved.from, EdgeKind::MemberOf).first().map(|body| body.node),
            EdgeKind::Broader => self.graph.head(unresolved.from).parent,
            _ => self.graph.scheme(unresolved.scheme?),
        }
    }
}

/// Offers the word that was probably meant in the place of the finding; where there is none, says what else to do.
pub(crate) fn or_else(finding: Finding, meant: Option<&str>, otherwise: Message) -> Finding {
    match meant {
        Some(meant) => {
            let span = finding.span;
            finding.help(Message::new("did-you-mean").with("word", meant)).replace(span, meant)
        }
        None => finding.help(otherwise),
    }
}

/// The scheme that goes by another name than `scheme`, which relations look in and nothing has.
pub(crate) fn scheme_meant_as(graph: &Graph, scheme: &str) -> Option<NodeId> {
    let schemes = graph.nodes().filter(|&node| graph.kind(node) == NodeKind::Scheme).map(|node| graph.name(node));
    graph.scheme(nearest(scheme, schemes)?)
}

/// Every id by its kind, and once more by what it stands in. O(nodes).
fn names(graph: &Graph) -> FxHashMap<Place, Names<'_>> {
    let mut names: FxHashMap<Place, Names<'_>> = FxHashMap::default();
    for node in graph.nodes() {
        let (kind, parent, name) = (graph.kind(node), graph.head(node).parent, graph.name(node));
        for within in std::iter::once(None).chain(parent.map(Some)) {
            let entry = names.entry((kind, within)).or_default();
            entry.all.push(name);
            entry.letters += name.len();
        }
    }
    names
}
