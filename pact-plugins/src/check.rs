//! A plugin as a check: what it is asked, and what becomes of its answer.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use pact_core::{
    check::{Asking, Check, CheckError, Consequence, Context, RuleInfo, Sink},
    document::value::PartialDate,
    finding::{self, Cited},
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
    ledger::Words,
    message::{self, Arg, Thing},
    model::Model,
    ruling::{self, NoRuling, Remark, Ruling, Rulings, State},
    source::Span,
};

use crate::{
    error::{LoadError, RunError},
    host::{
        Argument, Date, Edit, Finding, Grants, Host, Log, Message, Outcome, Question, Related, Request, Seen, Shown,
        Spent,
    },
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
    words: Option<Arc<dyn Words>>,
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
        Ok(Self { plugin, host, grants, config, rules, words: None, last: Mutex::new(None) })
    }

    /// The same with words for what the ledger lacks, which a plugin that sees the ledger can use.
    #[must_use]
    pub fn speaking(mut self, words: Arc<dyn Words>) -> Self {
        self.words = Some(words);
        self
    }

    /// The plugin.
    pub fn plugin(&self) -> &Plugin {
        &self.plugin
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

    fn decides(&self, rule: usize) -> bool {
        self.plugin.manifest().rules.get(rule).is_some_and(|rule| rule.decides)
    }

    fn decide(&self, asking: Asking<'_>, answers: &mut Rulings, sink: &mut Sink) -> Result<(), CheckError> {
        self.ask(asking, None, answers, sink)
    }

    fn run(&self, context: Context<'_>, sink: &mut Sink) -> Result<(), CheckError> {
        let asking = Asking { model: context.model, questions: &[], as_of: context.as_of };
        let words = self.words.clone();
        let seen = self.plugin.asks().ledger.then(|| Arc::new(Seen::new(Arc::clone(context.ledger), words)));
        self.ask(asking, seen, &mut Rulings::default(), sink)
    }
}

/// What a clause asks of a rule, in the numbers and names in which a plugin is asked: the name of the rule within it, the clause and the proposal.
type Asked<'a> = (&'a str, u32, u32);

impl PluginCheck {
    /// Asks the plugin, and takes of its answer what holds against the graph and its own manifest.
    fn ask(
        &self,
        asking: Asking<'_>,
        seen: Option<Arc<Seen>>,
        answers: &mut Rulings,
        sink: &mut Sink,
    ) -> Result<(), CheckError> {
        let graph = asking.model.graph();
        let about = About { model: asking.model, graph, seen: seen.as_deref() };
        let questions: BTreeMap<Asked<'_>, &ruling::Question> = asking
            .questions
            .iter()
            .filter_map(|question| {
                let (_, rule) = question.rule.split_once('/')?;
                Some(((rule, question.clause.number(), question.pact.number()), question))
            })
            .collect();
        let asked = |&(rule, clause, pact): &Asked<'_>| Question { rule: rule.to_owned(), clause, pact };
        let request = Request {
            rules: self.plugin.manifest().rules.iter().map(|rule| rule.name.clone()).collect(),
            pacts: graph.of_kind(NodeKind::Pact).iter().map(|pact| pact.number()).collect(),
            questions: questions.keys().map(asked).collect(),
            as_of: asking.as_of.map(Date::from),
            config: self.config.clone(),
        };
        let shown = Shown { model: Arc::clone(asking.model), grants: Arc::clone(&self.grants), ledger: seen.clone() };
        let (answered, spent, log) = self.host.ask(&self.plugin.ready, shown, &request);
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some((spent, log));
        let answered = answered.map_err(|error| self.failed(told(graph, &error)))?;
        let most = self.host.limits().findings;
        let number = answered.findings.len().max(answered.outcomes.len());
        let mut rejected = Vec::new();
        // What was found for each question; an error where one of its findings does not count.
        let mut found: BTreeMap<Asked<'_>, Result<Vec<Remark>, Wrong>> = BTreeMap::new();
        for one in answered.findings.iter().take(most) {
            let finding = self.finding(about, one);
            if let (Some(clause), Some(pact)) = (one.clause, one.pact) {
                let remark = match &finding {
                    Ok((_, finding)) => {
                        node_of(graph, one.subject).map(|node| Remark { node, message: finding.message.clone() })
                    }
                    Err(wrong) => Err(wrong.clone()),
                };
                let own = found.entry((one.rule.as_str(), clause, pact)).or_insert_with(|| Ok(Vec::new()));
                match (own.as_mut(), remark) {
                    (Ok(remarks), Ok(remark)) => remarks.push(remark),
                    (_, Err(wrong)) => *own = Err(wrong),
                    (Err(_), Ok(_)) => {}
                }
            }
            match finding {
                Ok((rule, finding)) => {
                    // A change that cannot be shown takes nothing away from what is wrong.
                    let finding = match self.edit(graph, &one.edits) {
                        Ok(Some((at, value))) => finding.replace(at, value),
                        Ok(None) => finding,
                        Err(wrong) => {
                            rejected.push(wrong);
                            finding
                        }
                    };
                    sink.push_for(rule, finding);
                }
                Err(wrong) => rejected.push(wrong),
            }
        }
        // What was cut off may be what speaks against a clause.
        if number > most {
            return Err(self.failed(format!("it gave {number} findings or outcomes, and {most} count at most")));
        }
        for outcome in &answered.outcomes {
            let key = (outcome.rule.as_str(), outcome.clause, outcome.pact);
            let Some(&question) = questions.get(&key) else {
                rejected.push(format!("it ruled on something that it was not asked, under `{}`", short(&outcome.rule)));
                continue;
            };
            let ruling = if answers.has(question) {
                Err("it ruled twice on the same".to_owned())
            } else {
                self.ruling(about, outcome, found.get(&key).cloned().unwrap_or_else(|| Ok(Vec::new())))
            };
            if let Err(wrong) = &ruling {
                rejected.push(wrong.clone());
            }
            answers.insert(question.clone(), ruling.map_err(NoRuling::Failed));
        }
        match rejected.as_slice() {
            [] => Ok(()),
            [first] => Err(self.failed(format!("part of its answer was left out: {first}"))),
            [first, ..] => Err(self.failed(format!("{} parts of its answer were left out: {first}", rejected.len()))),
        }
    }

    /// How a clause comes out, as far as that can be relied on: absence of findings is no evidence, and what is said to be met and has findings is neither.
    fn ruling(&self, about: About<'_>, outcome: &Outcome, found: Result<Vec<Remark>, Wrong>) -> Result<Ruling, Wrong> {
        let state = State::from_name(&outcome.state)
            .ok_or_else(|| format!("a clause does not come out as `{}`", short(&outcome.state)))?;
        let remark = |related: &Related| {
            let node = self.node(about.graph, related.node)?;
            Ok(Remark { node, message: self.message(about, &related.role)? })
        };
        let evidence: Vec<Remark> = outcome.evidence.iter().map(remark).collect::<Result<_, Wrong>>()?;
        let lacks = found?;
        let named = || short(&outcome.rule);
        match state {
            State::Met if evidence.is_empty() => {
                Err(format!("under `{}` it says met and rests that on nothing", named()))
            }
            State::Met if !lacks.is_empty() => {
                Err(format!("under `{}` it says met and finds something missing", named()))
            }
            State::Unmet if lacks.is_empty() => Err(format!("under `{}` it says unmet and finds nothing", named())),
            _ => Ok(Ruling { state, evidence, lacks }),
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

/// What an answer is about.
#[derive(Clone, Copy)]
struct About<'a> {
    model: &'a Model,
    graph: &'a Graph,
    seen: Option<&'a Seen>,
}

/// What stands before what is the host's and not the plugin's, in the ids of messages and the names of arguments.
const OWN: &str = "pact:";
/// The words of a lack.
const LACK: &str = "pact:lack/";
/// Where something is to be seen.
const AT: &str = "pact:at";

impl PluginCheck {
    fn finding(&self, about: About<'_>, found: &Finding) -> Result<(usize, finding::Finding), Wrong> {
        let graph = about.graph;
        let rules = &self.plugin.manifest().rules;
        let rule = rules
            .iter()
            .position(|rule| rule.name == found.rule)
            .ok_or_else(|| format!("it has no rule `{}`", short(&found.rule)))?;
        let subject = self.node(graph, found.subject)?;
        let span = self.place(graph, subject, &found.message)?;
        let mut finding = finding::Finding::about(subject, span, self.message(about, &found.message)?);
        if let Some(help) = &found.help {
            finding = finding.help(self.message(about, help)?);
        }
        for related in &found.related {
            let node = self.node(graph, related.node)?;
            finding = finding.related(self.place(graph, node, &related.role)?, self.message(about, &related.role)?);
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

    /// What a suggested change replaces, and by what: a reference of a node over a relation, of which it has one, by the id of something else.
    fn edit(&self, graph: &Graph, edits: &[Edit]) -> Result<Option<(Span, String)>, Wrong> {
        let Edit { node, key, value } = match edits {
            [] => return Ok(None),
            [one] => one,
            several => return Err(format!("it suggests {} changes for one finding, and one is shown", several.len())),
        };
        let node = self.node(graph, *node)?;
        let relation = EdgeKind::from_name(key).filter(|&relation| self.grants.relates(relation));
        let relation = relation
            .ok_or_else(|| format!("it suggests to change `{}`, which is no relation that it may see", short(key)))?;
        let [there] = graph.outgoing(node, relation) else {
            return Err(format!(
                "it suggests to change `{}` of `{}`, which has not just one",
                short(key),
                graph.name(node)
            ));
        };
        if there.span.file != graph.span(node).file {
            return Err(format!("it suggests to change `{}` of `{}` in another file", short(key), graph.name(node)));
        }
        if !is_reference(value, self.host.limits().string) {
            return Err(format!("it suggests `{}`, which is no id", short(value)));
        }
        Ok(Some((there.span, value.clone())))
    }

    /// A node that the plugin may speak of: one that it may see.
    fn node(&self, graph: &Graph, number: u32) -> Result<NodeId, Wrong> {
        let node = node_of(graph, number)?;
        if self.grants.shows(graph, node) { Ok(node) } else { Err(format!("it may not see the node {number}")) }
    }

    /// Where something is to be seen: where the node stands, unless the message says otherwise.
    fn place(&self, graph: &Graph, node: NodeId, message: &Message) -> Result<Span, Wrong> {
        let Some(at) = message.arguments.iter().find(|argument| argument.name == AT) else {
            return Ok(graph.span(node));
        };
        match (at.of.as_str(), at.nodes.as_slice(), at.values.as_slice()) {
            ("reference", &[from, to], [relation]) => {
                let (from, to) = (self.node(graph, from)?, self.node(graph, to)?);
                let known = EdgeKind::from_name(relation).filter(|&relation| self.grants.relates(relation));
                let there = known.and_then(|relation| graph.between(from, relation, to));
                there.map(|there| there.span).ok_or_else(|| format!("there is no reference over `{}`", short(relation)))
            }
            ("key", &[node], [key]) => {
                let node = self.node(graph, node)?;
                let label = graph.label(node).filter(|_| key == "label" && self.grants.tells(graph.kind(node), key));
                label.map(|label| label.span()).ok_or_else(|| format!("the place of `{}` is not known", short(key)))
            }
            (of, ..) => Err(format!("nothing is to be seen at a `{}`", short(of))),
        }
    }

    fn message(&self, about: About<'_>, found: &Message) -> Result<message::Message, Wrong> {
        let values = || found.arguments.iter().filter(|argument| argument.name != AT);
        if let Some(which) = found.id.strip_prefix(LACK) {
            let words = about.seen.and_then(|seen| seen.words(about.model, &self.grants, which));
            return match words {
                Some(_) if values().next().is_some() => Err("the words of a lack have their values".to_owned()),
                Some(words) => Ok(words),
                None => Err(format!("there are no words `{}`", short(&found.id))),
            };
        }
        if !self.plugin.has_message(&found.id) {
            return Err(format!("it has no message `{}`", short(&found.id)));
        }
        let mut message = message::Message::new(self.plugin.message_id(&found.id));
        for argument in values() {
            if argument.name.starts_with(OWN) {
                return Err(format!("`{}` means nothing here", short(&argument.name)));
            }
            message = message.with(argument.name.clone(), self.argument(about.graph, argument)?);
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
            "texts" => match found.values.iter().find(|value| value.len() > most) {
                Some(value) => {
                    return Err(format!(
                        "the argument `{}` has {} bytes, and {most} at most",
                        short(&found.name),
                        value.len()
                    ));
                }
                None => Arg::All(found.values.iter().map(|value| clean(value)).collect()),
            },
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

/// Whether a text may stand where a reference does: an id, or a path of them.
fn is_reference(text: &str, most: usize) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || "-_./".contains(letter);
    !text.is_empty() && text.len() <= most && text.chars().all(plain)
}

fn node_of(graph: &Graph, number: u32) -> Result<NodeId, Wrong> {
    graph.node(number).ok_or_else(|| format!("there is no node {number}"))
}

/// A name of a guest as an error can show it.
fn short(name: &str) -> String {
    clean(&name.chars().take(64).collect::<String>())
}
