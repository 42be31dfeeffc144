//! A plugin as a guest of the host: what is generated from the boundary is turned into what authors write, and back.

use std::sync::Once;

use crate::{
    LedgerPlugin, Plugin,
    answer::{Answer, Finding, Outcome, Question, Related, Request},
    bindings::pact::plugin::{graph, ledger, log, reading, types},
    failure::Failure,
    graph::{Answered, Date, Graph, Node, Refusal, Source},
    ledger::{Ask, Asked, Case, Groups, Judged, Lack, Ledger, Line, Reading, View},
    message::{Message, Value},
};

/// The host.
struct Host;

/// What crosses the boundary as a number.
trait Numbered: Copy {
    fn of(number: u32) -> Self;
    fn raw(self) -> u32;
}

macro_rules! numbered {
    ($($name:ty)*) => { $(
        impl Numbered for $name {
            fn of(number: u32) -> Self {
                Self::new(number)
            }

            fn raw(self) -> u32 {
                self.number()
            }
        }
    )* };
}

numbered! { Node Line Lack Ask }

fn raw(all: &[impl Numbered]) -> Vec<u32> {
    all.iter().map(|one| one.raw()).collect()
}

fn all<T: Numbered>(numbers: Vec<u32>) -> Vec<T> {
    numbers.into_iter().map(T::of).collect()
}

fn nodes(numbers: Vec<u32>) -> Vec<Node> {
    numbers.into_iter().map(Node::new).collect()
}

impl From<graph::Refusal> for Refusal {
    fn from(refusal: graph::Refusal) -> Self {
        Self::new(refusal.reason, refusal.what)
    }
}

impl From<graph::Date> for Date {
    fn from(date: graph::Date) -> Self {
        Self::new(date.year, date.month, date.day)
    }
}

impl Source for Host {
    fn nodes(&self, kind: &str) -> Answered<Vec<Node>> {
        Ok(nodes(graph::nodes(kind)?))
    }

    fn kinds(&self, of: &[Node]) -> Answered<Vec<String>> {
        Ok(graph::kinds(&raw(of))?)
    }

    fn ids(&self, of: &[Node]) -> Answered<Vec<String>> {
        Ok(graph::ids(&raw(of))?)
    }

    fn words(&self, attribute: &str, of: &[Node]) -> Answered<Vec<Option<String>>> {
        Ok(graph::words(attribute, &raw(of))?)
    }

    fn numbers(&self, attribute: &str, of: &[Node]) -> Answered<Vec<Option<u32>>> {
        Ok(graph::numbers(attribute, &raw(of))?)
    }

    fn flags(&self, attribute: &str, of: &[Node]) -> Answered<Vec<Option<bool>>> {
        Ok(graph::flags(attribute, &raw(of))?)
    }

    fn dates(&self, attribute: &str, of: &[Node]) -> Answered<Vec<Option<Date>>> {
        Ok(graph::dates(attribute, &raw(of))?.into_iter().map(|date| date.map(Into::into)).collect())
    }

    fn has(&self, attribute: &str, of: &[Node]) -> Answered<Vec<bool>> {
        Ok(graph::has(attribute, &raw(of))?)
    }

    fn edges(&self, relation: &str, backwards: bool, of: &[Node]) -> Answered<(Vec<u32>, Vec<Node>)> {
        let edges = graph::edges_of(relation, backwards, &raw(of))?;
        Ok((edges.offsets, nodes(edges.targets)))
    }

    fn is_doubtful(&self, relation: &str, of: &[Node]) -> Answered<Vec<bool>> {
        Ok(graph::is_doubtful(relation, &raw(of))?)
    }

    fn without_attribute(&self, kind: &str, attribute: &str) -> Answered<Vec<Node>> {
        Ok(nodes(graph::without_attribute(kind, attribute)?))
    }

    fn without_edge(&self, kind: &str, relation: &str, backwards: bool) -> Answered<Vec<Node>> {
        Ok(nodes(graph::without_edge(kind, relation, backwards)?))
    }

    fn documents(&self, of: &[Node]) -> Answered<Vec<Node>> {
        Ok(nodes(graph::documents(&raw(of))?))
    }

    fn log(&self, text: &str) {
        log::line(text);
    }

    fn looking_at(&self, node: Node) {
        log::looking_at(node.number());
    }
}

/// The host again, for those who see the ledger: what is not used here is not imported.
struct Court;

fn groups<T: Numbered>(groups: ledger::Groups) -> Groups<T> {
    Groups::new(groups.offsets, all(groups.members))
}

impl Judged for Court {
    fn cases(&self) -> Answered<Vec<Case>> {
        let ledger::CaseColumns { terms, pacts, in_force } = ledger::cases()?;
        let cases = terms.into_iter().zip(pacts).zip(in_force);
        let case = |((terms, pact), in_force)| Case { terms: Node::new(terms), pact: Node::new(pact), in_force };
        Ok(cases.map(case).collect())
    }

    fn lines(&self) -> Answered<Vec<Line>> {
        Ok(all(ledger::lines()?))
    }

    fn line_cases(&self, of: &[Line]) -> Answered<Vec<u32>> {
        Ok(ledger::line_cases(&raw(of))?)
    }

    fn clauses(&self, of: &[Line]) -> Answered<Vec<Node>> {
        Ok(all(ledger::clauses(&raw(of))?))
    }

    fn verdicts(&self, of: &[Line]) -> Answered<Vec<String>> {
        Ok(ledger::verdicts(&raw(of))?)
    }

    fn levels(&self, of: &[Line]) -> Answered<Vec<String>> {
        Ok(ledger::levels(&raw(of))?)
    }

    fn asks(&self, of: &[Line]) -> Answered<Groups<Ask>> {
        Ok(groups(ledger::asks(&raw(of))?))
    }

    fn describe(&self, of: &[Ask]) -> Answered<Vec<Asked>> {
        let asked = |asked: ledger::Asked| Asked {
            requirement: asked.requirement,
            quantifier: asked.quantifier,
            kind: asked.kind,
            scheme: asked.scheme.map(Node::new),
            conditional: asked.conditional,
            what: asked.what,
            path: asked.path,
            keys: asked.keys,
        };
        Ok(ledger::describe(&raw(of))?.into_iter().map(asked).collect())
    }

    fn lacks(&self, kind: &str) -> Answered<Vec<Lack>> {
        Ok(all(ledger::lacks(kind)?))
    }

    fn lack_cases(&self, of: &[Lack]) -> Answered<Vec<u32>> {
        Ok(ledger::lack_cases(&raw(of))?)
    }

    fn lack_lines(&self, of: &[Lack]) -> Answered<Vec<Option<Line>>> {
        Ok(ledger::lack_lines(&raw(of))?.into_iter().map(|line| line.map(Line::new)).collect())
    }

    fn subjects(&self, of: &[Lack]) -> Answered<Vec<Node>> {
        Ok(all(ledger::subjects(&raw(of))?))
    }

    fn gaps(&self, of: &[Lack]) -> Answered<Vec<String>> {
        Ok(ledger::gaps(&raw(of))?)
    }

    fn lack_asks(&self, of: &[Lack]) -> Answered<Vec<Option<Ask>>> {
        Ok(ledger::lack_asks(&raw(of))?.into_iter().map(|ask| ask.map(Ask::new)).collect())
    }

    fn told_alike(&self, of: &[Lack]) -> Answered<Vec<u32>> {
        Ok(ledger::told_alike(&raw(of))?)
    }

    fn beside(&self, of: &[Lack]) -> Answered<Groups<Node>> {
        Ok(groups(ledger::beside(&raw(of))?))
    }

    fn damaged(&self, of: &[Node]) -> Answered<Vec<bool>> {
        Ok(reading::damaged(&raw(of))?)
    }

    fn repeated(&self, of: &[Node]) -> Answered<Vec<bool>> {
        Ok(reading::repeated(&raw(of))?)
    }

    fn incomplete(&self, kinds: &[&str]) -> Answered<Vec<bool>> {
        let kinds: Vec<String> = kinds.iter().map(|&kind| kind.to_owned()).collect();
        Ok(reading::incomplete(&kinds)?)
    }

    fn called_alike(&self, of: &[Node]) -> Answered<(Vec<u32>, Vec<Node>)> {
        let edges = reading::called_alike(&raw(of))?;
        Ok((edges.offsets, nodes(edges.targets)))
    }
}

/// Runs a plugin that sees the ledger. The macro [`export_with_ledger!`](crate::export_with_ledger) calls it.
///
/// # Errors
/// When the plugin gives up, or its configuration does not fit its struct.
pub fn run_with_ledger<P: LedgerPlugin>(request: types::Request) -> Result<types::Answer, types::Failure> {
    let view = View { graph: Graph::new(&Host), ledger: Ledger::new(&Court), reading: Reading::new(&Court) };
    run_as(request, |plugin: P, request| plugin.check(&view, request))
}

/// Runs a plugin for the host. The macro [`export!`](crate::export) calls it.
///
/// # Errors
/// When the plugin gives up, or its configuration does not fit its struct.
pub fn run<P: Plugin>(request: types::Request) -> Result<types::Answer, types::Failure> {
    run_as(request, |plugin: P, request| plugin.check(&Graph::new(&Host), request))
}

fn run_as<P: serde::de::DeserializeOwned>(
    request: types::Request,
    check: impl FnOnce(P, &Request) -> Result<Answer, Failure>,
) -> Result<types::Answer, types::Failure> {
    panics_are_told();
    let types::Request { rules, pacts, questions, as_of, config } = request;
    let question = |question: types::Question| Question {
        rule: question.rule,
        clause: Node::new(question.clause),
        pact: Node::new(question.pact),
    };
    let request = Request {
        rules,
        pacts: nodes(pacts),
        questions: questions.into_iter().map(question).collect(),
        as_of: as_of.map(Into::into),
    };
    configured::<P>(&config).and_then(|plugin| check(plugin, &request)).map(Into::into).map_err(Into::into)
}

/// The plugin with its configuration.
pub(crate) fn configured<P: serde::de::DeserializeOwned>(config: &str) -> Result<P, Failure> {
    serde_json::from_str(config)
        .map_err(|error| Failure::new(format!("the configuration does not fit the plugin's struct: {error}")))
}

/// Lets a panic tell the host what happened, and where, before it traps.
fn panics_are_told() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        std::panic::set_hook(Box::new(|info| {
            let payload = info.payload();
            let text = payload.downcast_ref::<&str>().copied();
            let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
            log::panic(
                text.unwrap_or("a panic without a message"),
                &info.location().map(ToString::to_string).unwrap_or_default(),
            );
        }));
    });
}

impl From<Failure> for types::Failure {
    fn from(failure: Failure) -> Self {
        Self { message: failure.message().to_owned(), trace: failure.trace().to_owned() }
    }
}

impl From<Answer> for types::Answer {
    fn from(answer: Answer) -> Self {
        Self {
            findings: answer.findings.into_iter().map(Into::into).collect(),
            outcomes: answer.outcomes.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Finding> for types::Finding {
    fn from(finding: Finding) -> Self {
        let edit = |edit: crate::Edit| types::Edit { node: edit.node.number(), key: edit.key, value: edit.value };
        Self {
            rule: finding.rule,
            subject: finding.subject.number(),
            message: finding.message.into(),
            help: finding.help.map(Into::into),
            related: finding.related.into_iter().map(Into::into).collect(),
            clause: finding.clause.map(Node::number),
            pact: finding.pact.map(Node::number),
            edits: finding.edits.into_iter().map(edit).collect(),
        }
    }
}

impl From<Outcome> for types::Outcome {
    fn from(outcome: Outcome) -> Self {
        Self {
            rule: outcome.question.rule,
            clause: outcome.question.clause.number(),
            pact: outcome.question.pact.number(),
            state: outcome.state.name().to_owned(),
            evidence: outcome.evidence.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Related> for types::Related {
    fn from(related: Related) -> Self {
        Self { node: related.node.number(), role: related.role.into() }
    }
}

impl From<Message> for types::Message {
    fn from(message: Message) -> Self {
        Self { id: message.id, arguments: message.values.into_iter().map(argument).collect() }
    }
}

/// A value as it crosses the boundary.
fn argument((name, value): (String, Value)) -> types::Argument {
    let (of, values, nodes) = match value {
        Value::Text(text) => ("text", vec![text], Vec::new()),
        Value::Number(number) => ("number", vec![number.to_string()], Vec::new()),
        Value::Date(date) => ("date", vec![date.to_string()], Vec::new()),
        Value::Node(node) => ("node", Vec::new(), vec![node.number()]),
        Value::Nodes(nodes) => ("nodes", Vec::new(), raw(&nodes)),
        Value::Kind(kind) => ("kind", vec![kind], Vec::new()),
        Value::Relation(relation) => ("relation", vec![relation], Vec::new()),
        Value::Words(ids) => ("words", ids, Vec::new()),
        Value::Texts(texts) => ("texts", texts, Vec::new()),
        Value::Reference(from, relation, to) => ("reference", vec![relation], vec![from.number(), to.number()]),
        Value::Key(node, key) => ("key", vec![key], vec![node.number()]),
    };
    types::Argument { name, of: of.to_owned(), values, nodes }
}
