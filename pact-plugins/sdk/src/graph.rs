//! The graph as a plugin sees it.

use std::{collections::BTreeSet, fmt};

use crate::names::{Attribute, Kind, Way};

/// A node of the graph: a number that means something in this run only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(u32);

impl Node {
    pub(crate) const fn new(number: u32) -> Self {
        Self(number)
    }

    pub(crate) const fn number(self) -> u32 {
        self.0
    }
}

/// A date of the calendar, of which only the year, or the year and the month, may be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month from 1; 0 where it is not known.
    pub month: u8,
    /// The day from 1; 0 where it is not known.
    pub day: u8,
}

impl Date {
    /// A day.
    pub const fn new(year: u16, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }
}

impl fmt::Display for Date {
    /// ISO 8601, as far as it is known: `2018-03-19`, `2018-03` or `2018`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
            if self.day > 0 {
                write!(f, "-{:02}", self.day)?;
            }
        }
        Ok(())
    }
}

/// A question that was not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    reason: String,
    what: String,
}

impl Refusal {
    /// A refusal for a reason (`not-granted`, `unknown`, `wrong-type`, `limit` …) of something.
    pub fn new(reason: impl Into<String>, what: impl Into<String>) -> Self {
        Self { reason: reason.into(), what: what.into() }
    }

    /// Why: `not-granted`, `unknown`, `wrong-type` or `limit`; more may be added.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// What was refused: the name of a kind, an attribute or a relation, or the number of a node.
    pub fn what(&self) -> &str {
        &self.what
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reason, what } = self;
        match reason.as_str() {
            "not-granted" => {
                write!(f, "`{what}` may not be seen: add it under `[sees]` in plugin.toml, and let the user grant it")
            }
            "unknown" => write!(f, "there is no kind, attribute, relation or node `{what}`"),
            "wrong-type" => write!(f, "the attribute `{what}` has values of another type"),
            "limit" => write!(f, "the answer has {what} bytes, more than may cross the boundary at once"),
            _ => write!(f, "`{what}` was refused: {reason}"),
        }
    }
}

impl std::error::Error for Refusal {}

/// What a question is answered with.
pub type Answered<T> = Result<T, Refusal>;

/// Whoever answers questions about a graph: the host, or a [`FakeGraph`](crate::FakeGraph) in a test.
///
/// Authors ask a [`Graph`]; this is what stands behind it, the functions of the boundary one by one.
pub trait Source {
    /// The nodes of a kind, in the order of their ids.
    fn nodes(&self, kind: &str) -> Answered<Vec<Node>>;
    /// The kind of each node.
    fn kinds(&self, of: &[Node]) -> Answered<Vec<String>>;
    /// The id of each node.
    fn ids(&self, of: &[Node]) -> Answered<Vec<String>>;
    /// An attribute whose values are words of a fixed list.
    fn words(&self, attribute: &str, of: &[Node]) -> Answered<Vec<Option<String>>>;
    /// An attribute whose values are whole numbers.
    fn numbers(&self, attribute: &str, of: &[Node]) -> Answered<Vec<Option<u32>>>;
    /// An attribute that is true or false.
    fn flags(&self, attribute: &str, of: &[Node]) -> Answered<Vec<Option<bool>>>;
    /// An attribute whose values are dates.
    fn dates(&self, attribute: &str, of: &[Node]) -> Answered<Vec<Option<Date>>>;
    /// Whether each node gives an attribute.
    fn has(&self, attribute: &str, of: &[Node]) -> Answered<Vec<bool>>;
    /// What lies at the other end: offsets, one more than nodes asked about, and targets.
    fn edges(&self, relation: &str, backwards: bool, of: &[Node]) -> Answered<(Vec<u32>, Vec<Node>)>;
    /// Whether a reference leads nowhere or could not be read.
    fn is_doubtful(&self, relation: &str, of: &[Node]) -> Answered<Vec<bool>>;
    /// The nodes of a kind that do not give an attribute.
    fn without_attribute(&self, kind: &str, attribute: &str) -> Answered<Vec<Node>>;
    /// The nodes of a kind that have no edge, and of which none leads nowhere.
    fn without_edge(&self, kind: &str, relation: &str, backwards: bool) -> Answered<Vec<Node>>;
    /// The document in which each node stands.
    fn documents(&self, of: &[Node]) -> Answered<Vec<Node>>;
    /// Adds a line to the author's diary.
    fn log(&self, text: &str);
    /// Says what the plugin is looking at.
    fn looking_at(&self, node: Node);
}

/// The graph of the documents, as far as `plugin.toml` asks to see it and the user granted it.
///
/// Every question is put for many nodes at once and is answered in a column of the same length and order. That is what makes a plugin fast: ask for all nodes
/// of a kind, then for one thing of all of them, and go through the columns together with [`Iterator::zip`]. A question in a loop costs ten times as much.
///
/// Where an answer would be larger than what may cross the boundary at once, the question is put in parts.
///
/// ```
/// # use pact_plugin::{Answered, Attribute, Graph, Kind};
/// fn regional(graph: &Graph<'_>) -> Answered<usize> {
///     let objectives = graph.nodes(Kind::OBJECTIVE)?;
///     let levels = graph.words(Attribute::LEVEL, &objectives)?;
///     Ok(levels.iter().flatten().filter(|level| *level == "regional").count())
/// }
/// # let mut graph = pact_plugin::FakeGraph::new();
/// # let pact = graph.add(Kind::PACT, "p");
/// # let objective = graph.add_in(pact, Kind::OBJECTIVE, "o");
/// # graph.word(objective, Attribute::LEVEL, "regional");
/// # assert_eq!(regional(&graph.view()), Ok(1));
/// ```
#[derive(Clone, Copy)]
pub struct Graph<'g> {
    source: &'g dyn Source,
}

impl fmt::Debug for Graph<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Graph").finish_non_exhaustive()
    }
}

impl<'g> Graph<'g> {
    /// The graph behind which somebody answers.
    pub fn new(source: &'g dyn Source) -> Self {
        Self { source }
    }

    /// The nodes of a kind, in the order of their ids.
    ///
    /// # Errors
    /// When the kind may not be seen or does not exist.
    pub fn nodes<'n>(&self, kind: impl Into<Kind<'n>>) -> Answered<Vec<Node>> {
        self.source.nodes(kind.into().name())
    }

    /// The nodes of a kind that stand in a document: a node of kind `terms` or `pact`.
    ///
    /// # Errors
    /// As [`nodes`](Self::nodes).
    pub fn nodes_in<'n>(&self, document: Node, kind: impl Into<Kind<'n>>) -> Answered<Vec<Node>> {
        let nodes = self.nodes(kind)?;
        let documents = self.documents(&nodes)?;
        Ok(nodes.into_iter().zip(documents).filter(|&(_, of)| of == document).map(|(node, _)| node).collect())
    }

    /// The kind of each node.
    ///
    /// # Errors
    /// When a node may not be seen or does not exist.
    pub fn kinds(&self, of: &[Node]) -> Answered<Vec<String>> {
        parts(of, &|of| self.source.kinds(of))
    }

    /// The id of each node, as the documents write it.
    ///
    /// # Errors
    /// As [`kinds`](Self::kinds).
    pub fn ids(&self, of: &[Node]) -> Answered<Vec<String>> {
        parts(of, &|of| self.source.ids(of))
    }

    /// An attribute whose values are words of a fixed list (`level`, `status`, `outcome` …). Nothing for a node that does not say.
    ///
    /// # Errors
    /// When the attribute or a node may not be seen or does not exist, or the attribute has values of another type.
    pub fn words<'n>(&self, attribute: impl Into<Attribute<'n>>, of: &[Node]) -> Answered<Vec<Option<String>>> {
        let attribute = attribute.into().name();
        parts(of, &|of| self.source.words(attribute, of))
    }

    /// An attribute whose values are whole numbers. Nothing for a node that does not say.
    ///
    /// # Errors
    /// As [`words`](Self::words).
    pub fn numbers<'n>(&self, attribute: impl Into<Attribute<'n>>, of: &[Node]) -> Answered<Vec<Option<u32>>> {
        let attribute = attribute.into().name();
        parts(of, &|of| self.source.numbers(attribute, of))
    }

    /// An attribute that is true or false. Nothing for a node that does not say.
    ///
    /// # Errors
    /// As [`words`](Self::words).
    pub fn flags<'n>(&self, attribute: impl Into<Attribute<'n>>, of: &[Node]) -> Answered<Vec<Option<bool>>> {
        let attribute = attribute.into().name();
        parts(of, &|of| self.source.flags(attribute, of))
    }

    /// An attribute whose values are dates. Nothing for a node that does not say.
    ///
    /// # Errors
    /// As [`words`](Self::words).
    pub fn dates<'n>(&self, attribute: impl Into<Attribute<'n>>, of: &[Node]) -> Answered<Vec<Option<Date>>> {
        let attribute = attribute.into().name();
        parts(of, &|of| self.source.dates(attribute, of))
    }

    /// Whether each node gives an attribute, of whatever type. Of a text for people this is all that can be asked: what it says is no part of the graph,
    /// since no finding may depend on the language of its reader.
    ///
    /// # Errors
    /// When the attribute or a node may not be seen or does not exist.
    pub fn has<'n>(&self, attribute: impl Into<Attribute<'n>>, of: &[Node]) -> Answered<Vec<bool>> {
        let attribute = attribute.into().name();
        parts(of, &|of| self.source.has(attribute, of))
    }

    /// What lies at the other end of a relation, for each node: forwards from its source, or backwards with [`Relation::back`](crate::Relation::back).
    ///
    /// # Errors
    /// When the relation or a node may not be seen or does not exist.
    pub fn edges<'n>(&self, way: impl Into<Way<'n>>, of: &[Node]) -> Answered<Edges> {
        let way = way.into();
        let mut edges = Edges { of: of.to_vec(), offsets: Vec::with_capacity(of.len() + 1), targets: Vec::new() };
        edges.offsets.push(0);
        self.append(way, of, &mut edges)?;
        Ok(edges)
    }

    fn append(&self, way: Way<'_>, of: &[Node], edges: &mut Edges) -> Answered<()> {
        match self.source.edges(way.relation.name(), way.backwards, of) {
            Ok((offsets, targets)) => {
                let base = u32::try_from(edges.targets.len()).unwrap_or(u32::MAX);
                edges.offsets.extend(offsets.iter().skip(1).map(|offset| base.saturating_add(*offset)));
                edges.targets.extend(targets);
                Ok(())
            }
            Err(refusal) => {
                let (first, second) = halves(of, refusal)?;
                self.append(way, first, edges)?;
                self.append(way, second, edges)
            }
        }
    }

    /// Whatever lies at the other end of a relation from any of the nodes: sorted, each once.
    ///
    /// # Errors
    /// As [`edges`](Self::edges).
    pub fn targets<'n>(&self, way: impl Into<Way<'n>>, of: &[Node]) -> Answered<Vec<Node>> {
        let mut targets = self.edges(way, of)?.targets;
        targets.sort_unstable();
        targets.dedup();
        Ok(targets)
    }

    /// The nodes themselves and whatever is reached from them over a relation in any number of steps: sorted, each once. One question a step.
    ///
    /// With `Relation::BROADER.back()` it gives a concept and all that are a case of it.
    ///
    /// # Errors
    /// As [`edges`](Self::edges).
    pub fn reach<'n>(&self, way: impl Into<Way<'n>>, from: &[Node]) -> Answered<Vec<Node>> {
        let way = way.into();
        let mut reached: BTreeSet<Node> = from.iter().copied().collect();
        let mut fresh: Vec<Node> = reached.iter().copied().collect();
        while !fresh.is_empty() {
            fresh = self.targets(way, &fresh)?.into_iter().filter(|&node| reached.insert(node)).collect();
        }
        Ok(reached.into_iter().collect())
    }

    /// Whether a reference of a node over a relation leads nowhere, or could not be read. What such a node lacks must not be held against it.
    ///
    /// # Errors
    /// As [`edges`](Self::edges).
    pub fn is_doubtful<'n>(&self, relation: impl Into<Way<'n>>, of: &[Node]) -> Answered<Vec<bool>> {
        let relation = relation.into().relation.name();
        parts(of, &|of| self.source.is_doubtful(relation, of))
    }

    /// The nodes of a kind that do not give an attribute.
    ///
    /// # Errors
    /// When the kind or the attribute may not be seen or does not exist.
    pub fn without_attribute<'k, 'a>(
        &self,
        kind: impl Into<Kind<'k>>,
        attribute: impl Into<Attribute<'a>>,
    ) -> Answered<Vec<Node>> {
        self.source.without_attribute(kind.into().name(), attribute.into().name())
    }

    /// The nodes of a kind that have no edge over a relation, and of which none leads nowhere.
    ///
    /// # Errors
    /// When the kind or the relation may not be seen or does not exist.
    pub fn without_edge<'k, 'r>(&self, kind: impl Into<Kind<'k>>, way: impl Into<Way<'r>>) -> Answered<Vec<Node>> {
        let Way { relation, backwards } = way.into();
        self.source.without_edge(kind.into().name(), relation.name(), backwards)
    }

    /// The document in which each node stands: a node of kind `terms` or `pact`. It is its own for those.
    ///
    /// # Errors
    /// When a node may not be seen or does not exist.
    pub fn documents(&self, of: &[Node]) -> Answered<Vec<Node>> {
        parts(of, &|of| self.source.documents(of))
    }

    /// Adds a line to the author's diary. `pact plugin test` shows it, users never see it.
    pub fn log(&self, text: impl AsRef<str>) {
        self.source.log(text.as_ref());
    }

    /// Says which node is being looked at. If the plugin fails, the message says so.
    pub fn looking_at(&self, node: Node) {
        self.source.looking_at(node);
    }
}

/// Asks about all, and about halves of them where the answer would be too large.
pub(crate) fn parts<O, T>(of: &[O], ask: &dyn Fn(&[O]) -> Answered<Vec<T>>) -> Answered<Vec<T>> {
    match ask(of) {
        Ok(answer) => Ok(answer),
        Err(refusal) => {
            let (first, second) = halves(of, refusal)?;
            let mut answer = parts(first, ask)?;
            answer.extend(parts(second, ask)?);
            Ok(answer)
        }
    }
}

/// The halves to ask about after a refusal, if a smaller question may be answered.
fn halves<O>(of: &[O], refusal: Refusal) -> Answered<(&[O], &[O])> {
    if refusal.reason == "limit" && of.len() > 1 { Ok(of.split_at(of.len() / 2)) } else { Err(refusal) }
}

/// A set of nodes, as quick as a list of flags. Nodes have no order in it.
#[derive(Clone, Debug, Default)]
pub struct NodeSet {
    words: Vec<u64>,
    size: usize,
}

impl NodeSet {
    /// Whether a node is in it.
    pub fn contains(&self, node: Node) -> bool {
        self.words.get(node.0 as usize / 64).is_some_and(|word| word & (1 << (node.0 % 64)) != 0)
    }

    /// Adds a node; whether it is new.
    pub fn insert(&mut self, node: Node) -> bool {
        let at = node.0 as usize / 64;
        if at >= self.words.len() {
            self.words.resize(at + 1, 0);
        }
        let Some(word) = self.words.get_mut(at) else { return false };
        let bit = 1 << (node.0 % 64);
        let new = *word & bit == 0;
        *word |= bit;
        self.size += usize::from(new);
        new
    }

    /// How many nodes are in it.
    pub fn len(&self) -> usize {
        self.size
    }

    /// Whether no node is in it.
    pub fn is_empty(&self) -> bool {
        self.size == 0
    }
}

impl Extend<Node> for NodeSet {
    fn extend<I: IntoIterator<Item = Node>>(&mut self, nodes: I) {
        for node in nodes {
            self.insert(node);
        }
    }
}

impl FromIterator<Node> for NodeSet {
    fn from_iter<I: IntoIterator<Item = Node>>(nodes: I) -> Self {
        let mut set = Self::default();
        set.extend(nodes);
        set
    }
}

/// The edges of many nodes over one relation: for each node a slice of what lies at the other end, sorted, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edges {
    of: Vec<Node>,
    offsets: Vec<u32>,
    targets: Vec<Node>,
}

impl Edges {
    pub(crate) fn new(of: Vec<Node>, offsets: Vec<u32>, targets: Vec<Node>) -> Self {
        Self { of, offsets, targets }
    }

    /// Each node that was asked about, in that order, with what lies at the other end.
    pub fn iter(&self) -> impl Iterator<Item = (Node, &[Node])> {
        let ends = self.offsets.iter().skip(1);
        let slices = self
            .offsets
            .iter()
            .zip(ends)
            .map(|(&from, &to)| self.targets.get(from as usize..to as usize).unwrap_or_default());
        self.of.iter().copied().zip(slices)
    }

    /// Every edge: the node that was asked about, and one at the other end.
    pub fn pairs(&self) -> impl Iterator<Item = (Node, Node)> {
        self.iter().flat_map(|(node, targets)| targets.iter().map(move |&target| (node, target)))
    }

    /// What lies at the other end, node by node: as many slices as nodes were asked about, for going through columns together.
    pub fn slices(&self) -> impl Iterator<Item = &[Node]> {
        self.iter().map(|(_, targets)| targets)
    }

    /// Every target, node by node; one that several nodes share stands there several times.
    pub fn targets(&self) -> &[Node] {
        &self.targets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_large_for_one_answer_is_asked_in_parts() {
        let nodes: Vec<Node> = (0..1000).map(Node::new).collect();
        let ask = |of: &[Node]| match of.len() {
            ..=3 => Ok(of.to_vec()),
            many => Err(Refusal::new("limit", many.to_string())),
        };
        assert_eq!(parts(&nodes, &ask), Ok(nodes.clone()));
        // What is too large by itself is refused, and so is everything that is refused for another reason.
        let never = |_: &[Node]| Err::<Vec<Node>, _>(Refusal::new("limit", "9"));
        assert_eq!(parts(&nodes, &never).unwrap_err().reason(), "limit");
        let secret = |_: &[Node]| Err::<Vec<Node>, _>(Refusal::new("not-granted", "actor"));
        assert_eq!(parts(&nodes, &secret).unwrap_err().what(), "actor");
    }

    #[test]
    fn dates_are_written_as_far_as_they_are_known() {
        let written = [(2018, 3, 9), (2018, 3, 0), (2018, 0, 0)].map(|(y, m, d)| Date::new(y, m, d).to_string());
        assert_eq!(written, ["2018-03-09", "2018-03", "2018"]);
    }
}
