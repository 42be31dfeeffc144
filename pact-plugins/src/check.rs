//! A plugin as a check: what it is asked, and what becomes of its answer.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use pact_core::{
    check::{Check, CheckError, Consequence, Context, RuleInfo, Sink},
    document::value::PartialDate,
    finding::{self, Cited},
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
    message::{self, Arg, Thing},
};

use crate::{
    error::{LoadError, RunError},
    host::{Argument, Date, Finding, Grants, Host, Log, Message, Request, Spent},
    manifest::is_hidden,
    plugin::Plugin,
};

/// A plugin that takes its place among the rules.
///
/// Its rules are called `plugin/rule`, by code and by name. What it answers is held against the graph and its own manifest before it counts: a finding about a
/// node that there is not, of a rule that it does not have, or in words that it does not speak, is left out, and the run is undecided.
#[derive(Debug)]
pub struct PluginCheck {
    plugin: Plugin,
    host: Host,
    grants: Arc<Grants>,
    config: String,
    rules: Vec<RuleInfo>,
    last: Mutex<Option<(Spent, Log)>>,
}

impl PluginCheck {
    /// A plugin that sees what it asks for, with its configuration as JSON.
    ///
    /// # Errors
    /// When it asks for something that there is not.
    pub fn new(plugin: Plugin, host: Host, config: String) -> Result<Self, LoadError> {
        let grants = Arc::new(Grants::new(plugin.asks())?);
        let manifest = plugin.manifest();
        let texts = |texts: &BTreeMap<String, String>| -> Vec<(Cow<'static, str>, Cow<'static, str>)> {
            texts.iter().map(|(tag, text)| (tag.clone().into(), text.clone().into())).collect()
        };
        let rule = |rule: &crate::manifest::Rule| {
            let name = format!("{}/{}", manifest.id, rule.name);
            let fallback = manifest.languages.first().and_then(|first| rule.docs.get(first));
            RuleInfo {
                code: name.clone().into(),
                name: name.into(),
                group: manifest.id.clone().into(),
                level: rule.level.into(),
                consequence: Consequence::Finding,
                since: rule.since.clone().into(),
                docs: rule.docs.get("en").or(fallback).cloned().unwrap_or_default().into(),
                translations: texts(&rule.docs).into(),
            }
        };
        let rules = manifest.rules.iter().map(rule).collect();
        Ok(Self { plugin, host, grants, config, rules, last: Mutex::new(None) })
    }

    /// What the last run used up.
    pub fn spent(&self) -> Option<Spent> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(|(spent, _)| *spent)
    }

    /// What the plugin told its author in the last run, line by line, and how many lines did not fit.
    pub fn log(&self) -> (Vec<String>, usize) {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let told = |log: &Log| (log.lines.iter().map(|line| clean(line)).collect(), log.dropped);
        last.as_ref().map(|(_, log)| told(log)).unwrap_or_default()
    }

    fn failed(&self, reason: String) -> CheckError {
        CheckError::Failed { check: self.plugin.manifest().id.clone(), reason }
    }
}

impl Check for PluginCheck {
    fn rules(&self) -> &[RuleInfo] {
        &self.rules
    }

    fn run(&self, context: Context<'_>, sink: &mut Sink) -> Result<(), CheckError> {
        let graph = context.model.graph();
        let request = Request {
            rules: self.plugin.manifest().rules.iter().map(|rule| rule.name.clone()).collect(),
            pacts: graph.of_kind(NodeKind::Pact).iter().map(|pact| pact.number()).collect(),
            questions: Vec::new(),
            as_of: context.as_of.map(Date::from),
            config: self.config.clone(),
        };
        let (answered, spent, log) =
            self.host.ask(&self.plugin.ready, Arc::clone(context.model), Arc::clone(&self.grants), &request);
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some((spent, log));
        let answered = answered.map_err(|error| self.failed(told(graph, &error)))?;
        let most = self.host.limits().findings;
        let mut rejected = Vec::new();
        let number = answered.findings.len();
        for found in answered.findings.into_iter().take(most) {
            match self.finding(graph, &found) {
                Ok((rule, finding)) => sink.push_for(rule, finding),
                Err(reason) => rejected.push(reason),
            }
        }
        if number > most {
            return Err(self.failed(format!("it gave {number} findings, and {most} count at most")));
        }
        match rejected.as_slice() {
            [] => Ok(()),
            [first] => Err(self.failed(format!("one of its findings was left out: {first}"))),
            [first, ..] => Err(self.failed(format!("{} of its findings were left out: {first}", rejected.len()))),
        }
    }
}

/// An error with what the plugin was looking at in words.
fn told(graph: &Graph, error: &RunError) -> String {
    let at = match error {
        RunError::Panic { at, .. } | RunError::Trap { at, .. } | RunError::Author { at, .. } => {
            at.and_then(|at| graph.node(at))
        }
        _ => None,
    };
    let trace = match error {
        RunError::Panic { trace, .. } | RunError::Author { trace, .. } => clean(trace),
        _ => String::new(),
    };
    let mut text = clean(&error.to_string());
    if let Some(at) = at {
        text.push_str(&format!(", while it was looking at `{}`", graph.name(at)));
    }
    if !trace.trim().is_empty() {
        text.push_str(&format!(" ({})", trace.trim()));
    }
    text
}

/// A text of a guest as it may be shown: without what moves the cursor, turns the writing or hides.
fn clean(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) { '\u{FFFD}' } else { c }).collect()
}

/// What is wrong with an answer.
type Wrong = String;

impl PluginCheck {
    fn finding(&self, graph: &Graph, found: &Finding) -> Result<(usize, finding::Finding), Wrong> {
        let rules = &self.plugin.manifest().rules;
        let rule = rules
            .iter()
            .position(|rule| rule.name == found.rule)
            .ok_or_else(|| format!("it has no rule `{}`", short(&found.rule)))?;
        let subject = self.node(graph, found.subject)?;
        let mut finding = finding::Finding::about(subject, graph.span(subject), self.message(graph, &found.message)?);
        if let Some(help) = &found.help {
            finding = finding.help(self.message(graph, help)?);
        }
        for related in &found.related {
            let node = self.node(graph, related.node)?;
            finding = finding.related(graph.span(node), self.message(graph, &related.role)?);
        }
        let clause = found.clause.map(|clause| node_of(graph, clause)).transpose()?;
        let pact = found.pact.map(|pact| node_of(graph, pact)).transpose()?;
        if clause.is_some_and(|clause| !matches!(graph.kind(clause), NodeKind::Clause | NodeKind::Element)) {
            return Err("what it cites is no clause and no element".to_owned());
        }
        if pact.is_some_and(|pact| graph.kind(pact) != NodeKind::Pact) {
            return Err("what it calls a proposal is none".to_owned());
        }
        finding.cited = clause.map(|node| Cited { node, pact });
        Ok((rule, finding))
    }

    /// A node that the plugin may speak of: one that it may see.
    fn node(&self, graph: &Graph, number: u32) -> Result<NodeId, Wrong> {
        let node = node_of(graph, number)?;
        if self.grants.shows(graph, node) { Ok(node) } else { Err(format!("it may not see the node {number}")) }
    }

    fn message(&self, graph: &Graph, found: &Message) -> Result<message::Message, Wrong> {
        if !self.plugin.has_message(&found.id) {
            return Err(format!("it has no message `{}`", short(&found.id)));
        }
        let mut message = message::Message::new(self.plugin.message_id(&found.id));
        for argument in &found.arguments {
            message = message.with(argument.name.clone(), self.argument(graph, argument)?);
        }
        Ok(message)
    }

    fn argument(&self, graph: &Graph, found: &Argument) -> Result<Arg, Wrong> {
        let most = self.host.limits().string;
        let value = || match found.values.as_slice() {
            [value] if value.len() <= most => Ok(value.as_str()),
            [value] => {
                Err(format!("the argument `{}` has {} bytes, and {most} at most", short(&found.name), value.len()))
            }
            values => Err(format!("the argument `{}` has {} values", short(&found.name), values.len())),
        };
        let no = |what: &str| format!("the argument `{}` is no {what}", short(&found.name));
        Ok(match found.of.as_str() {
            "text" => Arg::Text(clean(value()?)),
            "number" => Arg::Number(value()?.parse().map_err(|_| no("number"))?),
            "date" => Arg::Date(PartialDate::parse(value()?).ok_or_else(|| no("date"))?),
            "kind" => {
                let name = value()?;
                Arg::Kind(NodeKind::from_name(name).ok_or_else(|| no("kind of node"))?)
            }
            "relation" => {
                let name = value()?;
                Arg::Edge(EdgeKind::from_name(name).ok_or_else(|| no("relation"))?)
            }
            "node" => match found.nodes.as_slice() {
                [node] => Arg::Thing(Thing::of(graph, self.node(graph, *node)?)),
                _ => return Err(no("node")),
            },
            "nodes" => {
                let nodes = found.nodes.iter().map(|node| self.node(graph, *node)).collect::<Result<Vec<_>, _>>()?;
                Arg::few(graph, &nodes)
            }
            "words" => {
                if let Some(missing) = found.values.iter().find(|id| !self.plugin.has_message(id)) {
                    return Err(format!("it has no message `{}`", short(missing)));
                }
                Arg::Words(found.values.iter().map(|id| self.plugin.message_id(id).into()).collect())
            }
            other => return Err(format!("no argument is a `{}`", short(other))),
        })
    }
}

fn node_of(graph: &Graph, number: u32) -> Result<NodeId, Wrong> {
    graph.node(number).ok_or_else(|| format!("there is no node {number}"))
}

/// A name of a guest as an error can show it.
fn short(name: &str) -> String {
    clean(&name.chars().take(64).collect::<String>())
}
