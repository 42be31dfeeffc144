//! A plugin as a guest of the host: what is generated from the boundary is turned into what authors write, and back.

use std::sync::Once;

use crate::{
    Plugin,
    answer::{Answer, Finding, Outcome, Question, Related, Request},
    bindings::pact::plugin::{graph, log, types},
    failure::Failure,
    graph::{Answered, Date, Graph, Node, Refusal, Source},
    message::{Message, Value},
};

/// The host.
struct Host;

fn raw(nodes: &[Node]) -> Vec<u32> {
    nodes.iter().map(|node| node.number()).collect()
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

/// Runs a plugin for the host. The macro [`export!`](crate::export) calls it.
///
/// # Errors
/// When the plugin gives up, or its configuration does not fit its struct.
pub fn run<P: Plugin>(request: types::Request) -> Result<types::Answer, types::Failure> {
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
    configured::<P>(&config)
        .and_then(|plugin| plugin.check(&Graph::new(&Host), &request))
        .map(Into::into)
        .map_err(Into::into)
}

/// The plugin with its configuration.
pub(crate) fn configured<P: Plugin>(config: &str) -> Result<P, Failure> {
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
    };
    types::Argument { name, of: of.to_owned(), values, nodes }
}
