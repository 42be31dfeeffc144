//! A graph in memory, for the tests of a plugin.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use crate::{
    Plugin,
    answer::{Answer, Question, Request, State},
    failure::Failure,
    graph::{Answered, Date, Graph, Node, Refusal, Source},
    names::{Attribute, Kind, Relation},
};

/// A graph in memory, built by hand, so that a plugin can be tested as any other code: with `cargo test`, without WASM and without pact.
///
/// It answers as the host does, but for what only pact knows: a kind, an attribute or a relation that nobody added is empty and not unknown, and everything may
/// be seen.
///
/// ```
/// use pact_plugin::{FakeGraph, Kind, Relation};
///
/// let mut graph = FakeGraph::new();
/// let terms = graph.add(Kind::TERMS, "terms");
/// let pact = graph.add(Kind::PACT, "proposal");
/// let element = graph.add_in(terms, Kind::ELEMENT, "E10");
/// let objective = graph.add_in(pact, Kind::OBJECTIVE, "more-nurses");
/// graph.edge(pact, Relation::UNDER, terms);
/// graph.edge(objective, Relation::COVERS, element);
///
/// assert_eq!(graph.view().targets(Relation::COVERS.back(), &[element]), Ok(vec![objective]));
/// ```
#[derive(Clone, Debug, Default)]
pub struct FakeGraph {
    nodes: Vec<FakeNode>,
    values: BTreeMap<(String, Node), FakeValue>,
    edges: BTreeSet<(String, Node, Node)>,
    doubtful: BTreeSet<(String, Node)>,
    log: RefCell<Vec<String>>,
    looking_at: RefCell<Option<Node>>,
}

#[derive(Clone, Debug)]
struct FakeNode {
    kind: String,
    id: String,
    document: Node,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum FakeValue {
    Word(String),
    Number(u32),
    Flag(bool),
    Date(Date),
    Text,
}

impl FakeGraph {
    /// A graph without nodes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a node that is a document of its own: terms of reference or a pact.
    pub fn add<'n>(&mut self, kind: impl Into<Kind<'n>>, id: &str) -> Node {
        let node = self.next();
        self.insert(node, kind.into(), id)
    }

    /// Adds a node that stands in a document.
    pub fn add_in<'n>(&mut self, document: Node, kind: impl Into<Kind<'n>>, id: &str) -> Node {
        self.insert(document, kind.into(), id)
    }

    fn next(&self) -> Node {
        Node::new(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX))
    }

    fn insert(&mut self, document: Node, kind: Kind<'_>, id: &str) -> Node {
        let node = self.next();
        self.nodes.push(FakeNode { kind: kind.name().to_owned(), id: id.to_owned(), document });
        node
    }

    /// Gives a node an attribute whose value is a word.
    pub fn word<'n>(&mut self, node: Node, attribute: impl Into<Attribute<'n>>, word: &str) {
        self.value(node, attribute.into(), FakeValue::Word(word.to_owned()));
    }

    /// Gives a node an attribute whose value is a number.
    pub fn number<'n>(&mut self, node: Node, attribute: impl Into<Attribute<'n>>, number: u32) {
        self.value(node, attribute.into(), FakeValue::Number(number));
    }

    /// Gives a node an attribute that is true or false.
    pub fn flag<'n>(&mut self, node: Node, attribute: impl Into<Attribute<'n>>, flag: bool) {
        self.value(node, attribute.into(), FakeValue::Flag(flag));
    }

    /// Gives a node an attribute whose value is a date.
    pub fn date<'n>(&mut self, node: Node, attribute: impl Into<Attribute<'n>>, date: Date) {
        self.value(node, attribute.into(), FakeValue::Date(date));
    }

    /// Gives a node a text for people, of which only whether it is there can be asked.
    pub fn text<'n>(&mut self, node: Node, attribute: impl Into<Attribute<'n>>) {
        self.value(node, attribute.into(), FakeValue::Text);
    }

    fn value(&mut self, node: Node, attribute: Attribute<'_>, value: FakeValue) {
        self.values.insert((attribute.name().to_owned(), node), value);
    }

    /// Joins two nodes.
    pub fn edge<'n>(&mut self, from: Node, relation: impl Into<Relation<'n>>, to: Node) {
        self.edges.insert((relation.into().name().to_owned(), from, to));
    }

    /// Gives a node a reference that leads nowhere.
    pub fn doubtful<'n>(&mut self, node: Node, relation: impl Into<Relation<'n>>) {
        self.doubtful.insert((relation.into().name().to_owned(), node));
    }

    /// The graph as a plugin sees it.
    pub fn view(&self) -> Graph<'_> {
        Graph::new(self)
    }

    /// A request with every proposal of the graph and some rules switched on. Without questions and without a day: set those.
    pub fn request<'r>(&self, rules: impl IntoIterator<Item = &'r str>) -> Request {
        Request {
            rules: rules.into_iter().map(str::to_owned).collect(),
            pacts: self.nodes(Kind::PACT.name()).unwrap_or_default(),
            questions: Vec::new(),
            as_of: None,
        }
    }

    /// A question to a rule of the plugin.
    pub fn question(rule: &str, clause: Node, pact: Node) -> Question {
        Question { rule: rule.to_owned(), clause, pact }
    }

    /// Runs a plugin, and holds its answer to what the host asks of answers.
    ///
    /// # Errors
    /// What the plugin failed with; or what the host would not accept: a node that there is not, a question without an outcome or with two, an outcome that
    /// nobody asked for, *met* without evidence or beside a finding, *unmet* without one.
    pub fn check(&self, plugin: &impl Plugin, request: &Request) -> Result<Answer, Failure> {
        let answer = plugin.check(&self.view(), request)?;
        self.hold(&answer, request)?;
        Ok(answer)
    }

    fn hold(&self, answer: &Answer, request: &Request) -> Result<(), Failure> {
        let wrong = |what: String| Err(Failure::new(what));
        for finding in &answer.findings {
            self.known(&[finding.subject])?;
            for node in finding.related.iter().map(|related| related.node).chain(finding.clause).chain(finding.pact) {
                self.known(&[node])?;
            }
        }
        for question in &request.questions {
            let outcomes: Vec<_> = answer.outcomes.iter().filter(|outcome| outcome.question == *question).collect();
            let [outcome] = outcomes.as_slice() else {
                return wrong(format!("{} outcomes for a question to `{}`", outcomes.len(), question.rule));
            };
            let against = answer.findings.iter().any(|finding| {
                finding.rule == question.rule
                    && finding.clause == Some(question.clause)
                    && finding.pact == Some(question.pact)
            });
            match outcome.state {
                State::Met if outcome.evidence.is_empty() => {
                    return wrong(format!("`{}` says `met` without evidence", question.rule));
                }
                State::Met if against => {
                    return wrong(format!("`{}` says `met` and has a finding against it", question.rule));
                }
                State::Unmet if !against => {
                    return wrong(format!(
                        "`{}` says `unmet` without a finding for the clause and pact",
                        question.rule
                    ));
                }
                _ => {}
            }
            for related in &outcome.evidence {
                self.known(&[related.node])?;
            }
        }
        if let Some(outcome) = answer.outcomes.iter().find(|outcome| !request.questions.contains(&outcome.question)) {
            return wrong(format!("an outcome of `{}` that nobody asked for", outcome.question.rule));
        }
        Ok(())
    }

    /// What the plugin wrote into its diary.
    pub fn logged(&self) -> Vec<String> {
        self.log.borrow().clone()
    }

    /// What the plugin said last that it was looking at.
    pub fn looked_at(&self) -> Option<Node> {
        *self.looking_at.borrow()
    }

    fn node(&self, node: Node) -> Answered<&FakeNode> {
        self.nodes.get(node.number() as usize).ok_or_else(|| Refusal::new("unknown", node.number().to_string()))
    }

    fn known(&self, of: &[Node]) -> Answered<()> {
        of.iter().try_for_each(|&node| self.node(node).map(|_| ()))
    }

    fn column<T>(
        &self,
        attribute: &str,
        of: &[Node],
        value: impl Fn(&FakeValue) -> Option<T>,
    ) -> Answered<Vec<Option<T>>> {
        let mut given = self.values.iter().filter(|((name, _), _)| name == attribute).peekable();
        if given.peek().is_some() && given.all(|(_, found)| value(found).is_none()) {
            return Err(Refusal::new("wrong-type", attribute));
        }
        let one = |&node: &Node| {
            self.node(node)?;
            Ok(self.values.get(&(attribute.to_owned(), node)).and_then(&value))
        };
        of.iter().map(one).collect()
    }
}

impl Source for FakeGraph {
    fn nodes(&self, kind: &str) -> Answered<Vec<Node>> {
        let mut nodes: Vec<(&str, Node)> = (0..)
            .map(Node::new)
            .zip(&self.nodes)
            .filter(|(_, node)| node.kind == kind)
            .map(|(number, node)| (node.id.as_str(), number))
            .collect();
        nodes.sort_unstable();
        Ok(nodes.into_iter().map(|(_, node)| node).collect())
    }

    fn kinds(&self, of: &[Node]) -> Answered<Vec<String>> {
        of.iter().map(|&node| Ok(self.node(node)?.kind.clone())).collect()
    }

    fn ids(&self, of: &[Node]) -> Answered<Vec<String>> {
        of.iter().map(|&node| Ok(self.node(node)?.id.clone())).collect()
    }

    fn words(&self, attribute: &str, of: &[Node]) -> Answered<Vec<Option<String>>> {
        self.column(attribute, of, |value| if let FakeValue::Word(word) = value { Some(word.clone()) } else { None })
    }

    fn numbers(&self, attribute: &str, of: &[Node]) -> Answered<Vec<Option<u32>>> {
        self.column(attribute, of, |value| if let FakeValue::Number(number) = value { Some(*number) } else { None })
    }

    fn flags(&self, attribute: &str, of: &[Node]) -> Answered<Vec<Option<bool>>> {
        self.column(attribute, of, |value| if let FakeValue::Flag(flag) = value { Some(*flag) } else { None })
    }

    fn dates(&self, attribute: &str, of: &[Node]) -> Answered<Vec<Option<Date>>> {
        self.column(attribute, of, |value| if let FakeValue::Date(date) = value { Some(*date) } else { None })
    }

    fn has(&self, attribute: &str, of: &[Node]) -> Answered<Vec<bool>> {
        self.known(of)?;
        let value = |node: &Node| self.values.get(&(attribute.to_owned(), *node));
        Ok(of.iter().map(|node| value(node).is_some_and(|value| *value != FakeValue::Number(0))).collect())
    }

    fn edges(&self, relation: &str, backwards: bool, of: &[Node]) -> Answered<(Vec<u32>, Vec<Node>)> {
        self.known(of)?;
        let (mut offsets, mut targets) = (vec![0], Vec::new());
        for &node in of {
            let ends = self.edges.iter().filter(|(name, _, _)| name == relation);
            targets.extend(ends.filter_map(|&(_, from, to)| match backwards {
                true if to == node => Some(from),
                false if from == node => Some(to),
                _ => None,
            }));
            offsets.push(u32::try_from(targets.len()).unwrap_or(u32::MAX));
        }
        Ok((offsets, targets))
    }

    fn is_doubtful(&self, relation: &str, of: &[Node]) -> Answered<Vec<bool>> {
        self.known(of)?;
        Ok(of.iter().map(|&node| self.doubtful.contains(&(relation.to_owned(), node))).collect())
    }

    fn without_attribute(&self, kind: &str, attribute: &str) -> Answered<Vec<Node>> {
        let nodes = self.nodes(kind)?;
        let has = self.has(attribute, &nodes)?;
        Ok(nodes.into_iter().zip(has).filter(|(_, has)| !has).map(|(node, _)| node).collect())
    }

    fn without_edge(&self, kind: &str, relation: &str, backwards: bool) -> Answered<Vec<Node>> {
        let mut bare = self.nodes(kind)?;
        bare.retain(|&node| {
            let joined = |&(ref name, from, to): &(String, Node, Node)| {
                name == relation && node == if backwards { to } else { from }
            };
            !self.edges.iter().any(joined) && (backwards || !self.doubtful.contains(&(relation.to_owned(), node)))
        });
        Ok(bare)
    }

    fn documents(&self, of: &[Node]) -> Answered<Vec<Node>> {
        of.iter().map(|&node| Ok(self.node(node)?.document)).collect()
    }

    fn log(&self, text: &str) {
        self.log.borrow_mut().push(text.to_owned());
    }

    fn looking_at(&self, node: Node) {
        *self.looking_at.borrow_mut() = Some(node);
    }
}
