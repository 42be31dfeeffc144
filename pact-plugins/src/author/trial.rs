//! A plugin asked about a case, and its answer in names instead of numbers.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use pact_core::{
    document::value::PartialDate,
    graph::{Graph, node::NodeKind},
    ledger::{Judging, Ledger, Words},
    model::Model,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::{
    error::{LoadError, RunError},
    host::{Argument, Date, Finding, Grants, Host, Message, Outcome, Question, Related, Request, Seen, Shown, Spent},
    plugin::Plugin,
};

/// What a plugin is asked in a trial: `case.json` beside the documents of a case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Case {
    /// The configuration.
    pub config: Map<String, Value>,
    /// The day as of which to judge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// The clauses that leave it to a rule of the plugin.
    pub questions: Vec<Asked>,
}

/// A clause that leaves it to a rule whether a proposal complies. Nodes stand here by their keys, such as `clause:terms/T5` and `pact:proposal`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The name of the rule.
    pub rule: String,
    /// The clause, by its key.
    pub clause: String,
    /// The proposal, by its key.
    pub pact: String,
}

/// What a plugin answered: nodes by their keys, messages by their ids with their values. In an order of its own, so that two plugins that find the same in
/// another order say the same.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// The findings.
    pub findings: Vec<Value>,
    /// The outcomes.
    pub outcomes: Vec<Value>,
}

/// A trial could not be carried out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TrialError {
    /// The case speaks of a node that its documents do not have.
    #[error("the case asks about `{0}`, which its documents do not have")]
    NoNode(String),
    /// The day of the case is none.
    #[error("the case is as of `{0}`, which is no date")]
    NoDate(String),
    /// The plugin asks to see something that there is not.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The plugin failed.
    #[error(transparent)]
    Run(#[from] RunError),
}

impl Case {
    /// Asks a plugin about the documents of a model. It sees all that it asks for.
    ///
    /// # Errors
    /// When the case asks about what its documents do not have, or the plugin fails.
    pub fn ask(&self, plugin: &Plugin, host: &Host, model: &Arc<Model>) -> Result<(Told, Spent), TrialError> {
        self.ask_with(plugin, host, model, None)
    }

    /// The same with words for what the ledger lacks, for plugins that ask what is told alike.
    ///
    /// # Errors
    /// When the case asks about what its documents do not have, or the plugin fails.
    pub fn ask_with(
        &self,
        plugin: &Plugin,
        host: &Host,
        model: &Arc<Model>,
        words: Option<Arc<dyn Words>>,
    ) -> Result<(Told, Spent), TrialError> {
        let graph = model.graph();
        let keys: HashMap<String, u32> = graph.nodes().map(|node| (graph.key(node), node.number())).collect();
        let node = |key: &str| keys.get(key).copied().ok_or_else(|| TrialError::NoNode(key.to_owned()));
        let question = |asked: &Asked| -> Result<Question, TrialError> {
            Ok(Question { rule: asked.rule.clone(), clause: node(&asked.clause)?, pact: node(&asked.pact)? })
        };
        let request = Request {
            rules: plugin.manifest().rules.iter().map(|rule| rule.name.clone()).collect(),
            pacts: graph.of_kind(NodeKind::Pact).iter().map(|pact| pact.number()).collect(),
            questions: self.questions.iter().map(question).collect::<Result<_, _>>()?,
            as_of: self.day()?.map(Date::from),
            config: Value::Object(self.config.clone()).to_string(),
        };
        let grants = Arc::new(Grants::new(plugin.asks()).map_err(LoadError::from)?);
        let judged = Judging { as_of: self.day()?, ..Judging::default() };
        let ledger = plugin.asks().ledger.then(|| Arc::new(Seen::new(Arc::new(Ledger::new(graph, judged)), words)));
        let shown = Shown { model: Arc::clone(model), grants, ledger };
        let (answered, spent, _) = host.ask(&plugin.ready, shown, &request);
        let answered = answered?;
        let sorted = |mut told: Vec<Value>| {
            told.sort_by_cached_key(ToString::to_string);
            told
        };
        let told = Told {
            findings: sorted(answered.findings.iter().map(|found| finding(graph, found)).collect()),
            outcomes: sorted(answered.outcomes.iter().map(|told| outcome(graph, told)).collect()),
        };
        Ok((told, spent))
    }

    fn day(&self) -> Result<Option<PartialDate>, TrialError> {
        let day = |day: &String| PartialDate::parse(day).ok_or_else(|| TrialError::NoDate(day.clone()));
        self.as_of.as_ref().map(day).transpose()
    }
}

/// The key of a node; its number where there is none.
fn key(graph: &Graph, number: u32) -> Value {
    graph.node(number).map_or_else(|| json!(number), |node| json!(graph.key(node)))
}

fn finding(graph: &Graph, found: &Finding) -> Value {
    let Finding { rule, subject, message: said, help, related, clause, pact, edits } = found;
    let mut told = json!({ "rule": rule, "subject": key(graph, *subject), "message": message(graph, said) });
    let mut add = |name: &str, value: Option<Value>| {
        if let (Some(told), Some(value)) = (told.as_object_mut(), value) {
            told.insert(name.to_owned(), value);
        }
    };
    add("help", help.as_ref().map(|help| message(graph, help)));
    add("related", (!related.is_empty()).then(|| seen(graph, related)));
    add("clause", clause.map(|clause| key(graph, clause)));
    add("pact", pact.map(|pact| key(graph, pact)));
    let edits: Vec<Value> = edits
        .iter()
        .map(|edit| json!({ "node": key(graph, edit.node), "key": edit.key, "value": edit.value }))
        .collect();
    add("edits", (!edits.is_empty()).then(|| edits.into()));
    told
}

fn outcome(graph: &Graph, told: &Outcome) -> Value {
    let Outcome { rule, clause, pact, state, evidence } = told;
    json!({
        "rule": rule,
        "clause": key(graph, *clause),
        "pact": key(graph, *pact),
        "state": state,
        "evidence": seen(graph, evidence),
    })
}

fn seen(graph: &Graph, related: &[Related]) -> Value {
    related
        .iter()
        .map(|related| json!({ "node": key(graph, related.node), "role": message(graph, &related.role) }))
        .collect()
}

/// A message: its id alone where it has no values.
fn message(graph: &Graph, said: &Message) -> Value {
    if said.arguments.is_empty() {
        return json!(said.id);
    }
    let values: BTreeMap<&str, Value> =
        said.arguments.iter().map(|value| (value.name.as_str(), argument(graph, value))).collect();
    json!({ "id": said.id, "with": values })
}

fn argument(graph: &Graph, value: &Argument) -> Value {
    let nodes = || value.nodes.iter().map(|&node| key(graph, node));
    let told = match (value.of.as_str(), value.values.as_slice()) {
        ("node", _) => nodes().next().unwrap_or_default(),
        ("nodes", _) => nodes().collect(),
        ("words", words) => json!(words),
        (_, [single]) => json!(single),
        (_, several) => json!(several),
    };
    json!({ value.of.as_str(): told })
}
