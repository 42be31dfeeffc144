//! What a reference that leads nowhere was probably meant as.

use pact_core::{
    decode::is_id,
    document::body::Distinct,
    finding::Finding,
    graph::{
        Graph, Unresolved,
        composition::Law,
        edge::EdgeKind,
        node::{Member, NodeId, NodeKind},
    },
    message::{Arg, Message},
    near::{
        names::{Names as Labels, nearest_names},
        nearest, nearest_all,
    },
};
use rustc_hash::{FxHashMap, FxHashSet};

/// How much comparing a rule may spend on suggestions, in pairs of letters: some tenths of a second. A thousand misspelt references among a
/// million ids must not take hours. Findings come without a suggestion after that. Labels, of which a table may have many thousands of misspelt ones, are
/// searched in far fewer.
const LETTER_PAIRS: usize = 100_000_000;
/// What comparing two words costs beside their letters.
const OVERHEAD: usize = 50;

/// Where names are looked for: a kind, and what they stand in where that matters.
type Place = (NodeKind, Option<NodeId>);

/// Finds suggestions for references, within a bound for a rule.
pub(crate) struct Suggester<'g> {
    graph: &'g Graph,
    names: FxHashMap<Place, Names<'g>>,
    /// What things are called, for references in tables.
    labels: FxHashMap<Place, Labels<'g, NodeId>>,
    /// The kinds of which labels were looked up.
    labelled: FxHashSet<NodeKind>,
    known: FxHashMap<(Vec<Place>, bool, &'g str), Meant<'g>>,
    left: usize,
}

/// What was probably meant: nothing that is near enough, one thing, or several that are equally near, the nearest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Meant<'g> {
    /// What to write: the id, or in a table the label.
    words: Vec<&'g str>,
    /// What they lead to, where they are labels.
    labelled: Option<Vec<NodeId>>,
}

impl<'g> Meant<'g> {
    /// The word, where it is one.
    pub(crate) fn only(&self) -> Option<&'g str> {
        match self.words.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Asks whether it was meant; nothing where nothing is near enough.
    pub(crate) fn question(&self) -> Option<Message> {
        match self.words.as_slice() {
            [] => None,
            [only] => Some(Message::new("did-you-mean").with("word", *only)),
            several => {
                let words = several.iter().map(|&word| word.to_owned()).collect();
                Some(Message::new("did-you-mean-one-of").with("words", Arg::OneOf(words)))
            }
        }
    }

    /// The nodes of a kind that it leads to.
    pub(crate) fn nodes(&self, graph: &Graph, kind: NodeKind) -> Vec<NodeId> {
        match &self.labelled {
            Some(nodes) => nodes.iter().copied().filter(|&node| graph.kind(node) == kind).collect(),
            None => self.words.iter().flat_map(|word| graph.named(kind, word)).copied().collect(),
        }
    }
}

#[derive(Default)]
struct Names<'g> {
    all: Vec<&'g str>,
    letters: usize,
}

impl<'g> Suggester<'g> {
    pub(crate) fn new(graph: &'g Graph) -> Self {
        Self {
            graph,
            names: FxHashMap::default(),
            labels: FxHashMap::default(),
            labelled: FxHashSet::default(),
            known: FxHashMap::default(),
            left: LETTER_PAIRS,
        }
    }

    /// The id, or in a table the label, that was probably meant. The same question is answered once.
    pub(crate) fn suggest(&mut self, unresolved: &Unresolved) -> Meant<'g> {
        let word = self.graph.text(unresolved.name.symbol);
        let within = self.scope(unresolved);
        let kinds = unresolved.kinds.as_slice();
        let places: Vec<Place> = kinds.iter().map(|&kind| (kind, within)).collect();
        if let Some(known) = self.known.get(&(places.clone(), unresolved.called, word)) {
            return known.clone();
        }
        let by_label = if unresolved.called { self.by_label(&places, word) } else { Meant::default() };
        // A name with a blank in it is no misspelt id.
        let by_id = !unresolved.called || is_id(word);
        let found = if by_label.words.is_empty() && by_id {
            self.search(&places, words_beside(self.graph, unresolved), word)
        } else {
            by_label
        };
        self.known.insert((places, unresolved.called, word), found.clone());
        found
    }

    fn search(&mut self, places: &[Place], beside: &[Distinct], word: &str) -> Meant<'g> {
        if self.names.is_empty() {
            self.names = names(self.graph);
        }
        let names: Vec<&Names<'g>> = places.iter().filter_map(|place| self.names.get(place)).collect();
        let cost: usize = names.iter().map(|names| names.letters * word.len() + names.all.len() * OVERHEAD).sum();
        let Some(left) = self.left.checked_sub(cost) else { return Meant::default() };
        self.left = left;
        let all = names.iter().flat_map(|names| names.all.iter().copied());
        Meant { words: nearest_all(word, all.chain(beside.iter().map(|word| word.name()))), labelled: None }
    }

    fn by_label(&mut self, places: &[Place], word: &str) -> Meant<'g> {
        for &(kind, _) in places {
            if self.labelled.insert(kind) {
                self.labels.extend(labels(self.graph, kind));
            }
        }
        let labels = places.iter().filter_map(|place| self.labels.get(place));
        let found = nearest_names(word, labels, &mut self.left);
        // Who members are is personal data: they are told by their ids.
        let word = |(written, node): &(&'g str, NodeId)| match self.graph.kind(*node) {
            NodeKind::Member => self.graph.name(*node),
            _ => written,
        };
        Meant { words: found.iter().map(word).collect(), labelled: Some(found.iter().map(|(_, node)| *node).collect()) }
    }

    /// Where the id has to stand: the member's body, the relation's scheme.
    fn scope(&self, unresolved: &Unresolved) -> Option<NodeId> {
        match unresolved.edge {
            EdgeKind::Fills => self.graph.outgoing(unresolved.from, EdgeKind::MemberOf).first().map(|body| body.node),
            EdgeKind::Broader => self.graph.head(unresolved.from).parent,
            // Whom an alternate stands in for is of the same proposal.
            EdgeKind::StandsInFor if unresolved.called => self.graph.head(unresolved.from).parent,
            _ => self.graph.scheme(unresolved.scheme?),
        }
    }
}

/// The words that could stand where a reference does: what members differ in is one of these, or a scheme.
fn words_beside(graph: &Graph, unresolved: &Unresolved) -> &'static [Distinct] {
    let differ = match graph.law(unresolved.from) {
        Some(Law::Quota(quota)) => quota.distinct.is_some() && quota.every.is_none(),
        Some(Law::Alternates(alternates)) => !alternates.same.is_empty(),
        Some(_) => false,
        None => graph.seat_law(unresolved.from).is_some_and(|law| law.distinct.is_some()),
    };
    if differ && unresolved.kinds.as_slice() == [NodeKind::Scheme] { Distinct::ALL } else { &[] }
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

/// What the things of a kind go by in a table: their labels in each language, and their ids; and once more by what they stand in. Labels that would end at a
/// separator of lists are left out. O(nodes of the kind × log nodes).
fn labels(graph: &Graph, kind: NodeKind) -> FxHashMap<Place, Labels<'_, NodeId>> {
    let mut labels: FxHashMap<Place, Vec<(&str, NodeId)>> = FxHashMap::default();
    for &node in graph.of_kind(kind).iter().filter(|&&node| !graph.head(node).repeated) {
        let versions = graph.label(node).into_iter().flat_map(|label| label.versions().map(|(_, text)| text));
        let person = graph.downcast::<Member>(node).and_then(|id| graph.get(id).person.as_deref());
        let called = versions.chain(person).filter(|text| !text.contains(['|', ';']));
        for written in called.chain([graph.name(node)]) {
            for within in std::iter::once(None).chain(graph.head(node).parent.map(Some)) {
                labels.entry((kind, within)).or_default().push((written, node));
            }
        }
    }
    labels.into_iter().map(|(place, all)| (place, Labels::new(all))).collect()
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
