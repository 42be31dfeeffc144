//! A plugin asked about a case, more than once, and its answers held against each other and against what is expected.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use pact_core::{
    check::{Asking, Check as _, Sink},
    document::value::PartialDate,
    finding::Finding,
    message::{Catalogue, Message},
    model::Model,
    ruling::{Question, Rulings},
};
use pact_plugins::{
    Host, Plugin, PluginCheck,
    author::{Case, Told, TrialError},
};
use serde_json::Value;

use super::trouble;
use crate::render::plugin::trial::{Line, Tried, Trouble};

/// Whoever asks.
pub(super) struct Trier<'p> {
    plugin: &'p Plugin,
    host: &'p Host,
    /// The plugin's words, a catalogue for each of its languages.
    words: Vec<(String, Catalogue)>,
}

/// What has to come out: nothing is known, nobody wrote it down, or this.
pub(super) type Expected<'e> = Option<Option<&'e Told>>;

impl<'p> Trier<'p> {
    pub(super) fn new(plugin: &'p Plugin, host: &'p Host, words: &Catalogue) -> Self {
        let scope = &plugin.manifest().id;
        let speaks = plugin.messages().iter().filter_map(|(tag, source)| {
            let mut own = crate::words::catalogue(words.language()).ok()?;
            own.add_scope(scope, tag, source).ok()?;
            Some((tag.clone(), own))
        });
        Self { plugin, host, words: speaks.collect() }
    }

    /// Asks twice, once more about the same documents in another order, and once as `pact check` does.
    pub(super) fn try_with(
        &self,
        name: String,
        case: &Case,
        model: &Arc<Model>,
        turned: Option<&Arc<Model>>,
        expected: Expected<'_>,
    ) -> Tried {
        let mut tried = Tried::new(name);
        let as_checked = self.as_checked(case, model, &mut tried);
        let (told, spent) = match case.ask(self.plugin, self.host, model) {
            Ok(answer) => answer,
            Err(error) => {
                // As a check among the rules it is told with its place.
                let reason = match (&error, as_checked) {
                    (TrialError::Run(_), Some(reason)) => reason,
                    _ => error.to_string(),
                };
                tried.troubles.push(trouble(Message::new("cli-plugin-trial-failed").with("reason", reason)));
                return tried;
            }
        };
        if let Some(reason) = as_checked {
            tried.troubles.push(trouble(Message::new("cli-plugin-trial-rejected").with("reason", reason)));
        }
        match case.ask(self.plugin, self.host, model) {
            Ok((again, _)) if again != told => tried.troubles.push(differing("cli-plugin-trial-again", &told, &again)),
            Ok((_, other)) if (other.fuel, other.calls) != (spent.fuel, spent.calls) => {
                let message =
                    Message::new("cli-plugin-trial-fuel").with("first", spent.fuel).with("second", other.fuel);
                tried.troubles.push(trouble(message));
            }
            Ok(_) => {}
            Err(error) => {
                let message = Message::new("cli-plugin-trial-again-failed").with("reason", error.to_string());
                tried.troubles.push(trouble(message));
            }
        }
        match turned.map(|turned| case.ask(self.plugin, self.host, turned)) {
            Some(Ok((other, _))) if other != told => {
                tried.troubles.push(differing("cli-plugin-trial-turned", &told, &other));
            }
            Some(Err(error)) => {
                let message = Message::new("cli-plugin-trial-turned-failed").with("reason", error.to_string());
                tried.troubles.push(trouble(message));
            }
            Some(Ok(_)) | None => {}
        }
        for asked in &case.questions {
            let same = |outcome: &&Value| {
                let of = |key: &str| outcome.get(key).and_then(Value::as_str).unwrap_or_default();
                (of("rule"), of("clause"), of("pact")) == (&*asked.rule, &*asked.clause, &*asked.pact)
            };
            if !told.outcomes.iter().any(|outcome| same(&outcome)) {
                let message = Message::new("cli-plugin-trial-unanswered").with("rule", asked.rule.as_str());
                tried.troubles.push(trouble(message.with("clause", asked.clause.as_str())));
            }
        }
        match expected {
            Some(Some(expected)) if *expected != told => {
                tried.troubles.push(differing("cli-plugin-trial-differs", expected, &told));
            }
            Some(None) => {
                tried.troubles.push(differing("cli-plugin-trial-unexpected", &Told::default(), &told));
            }
            Some(Some(_)) | None => {}
        }
        tried.spent = Some(spent);
        tried.told = Some(told);
        tried
    }

    /// Asks as a check among the rules is asked: why something of its answer was left out, and which words lack a value. Keeps what it wrote in its diary.
    fn as_checked(&self, case: &Case, model: &Arc<Model>, tried: &mut Tried) -> Option<String> {
        let config = Value::Object(case.config.clone()).to_string();
        let check = match PluginCheck::new(self.plugin.clone(), self.host.clone(), config) {
            Ok(check) => check,
            Err(error) => return Some(error.to_string()),
        };
        let graph = model.graph();
        let nodes: HashMap<String, _> = graph.nodes().map(|node| (graph.key(node), node)).collect();
        let id = &self.plugin.manifest().id;
        let question = |asked: &pact_plugins::author::Asked| {
            let rule = format!("{id}/{}", asked.rule).into_boxed_str();
            Some(Question { rule, clause: *nodes.get(&asked.clause)?, pact: *nodes.get(&asked.pact)? })
        };
        let questions: Vec<Question> = case.questions.iter().filter_map(question).collect();
        let as_of = case.as_of.as_deref().and_then(PartialDate::parse);
        let mut sink = Sink::default();
        let asking = Asking { model, questions: &questions, as_of };
        let result = check.decide(asking, &mut Rulings::default(), &mut sink);
        tried.diary = check.log();
        for (_, finding) in sink.findings() {
            self.wordless(finding, tried);
        }
        let error = result.err()?.to_string();
        let prefix = format!("check `{id}` failed: ");
        Some(error.strip_prefix(&prefix).unwrap_or(&error).to_owned())
    }

    /// Notes messages that are said without a value that they need.
    fn wordless(&self, finding: &Finding, tried: &mut Tried) {
        let related = finding.related.iter().map(|related| &related.label);
        for message in [&finding.message].into_iter().chain(&finding.help).chain(related) {
            for (tag, words) in &self.words {
                let text = words.text(message);
                // This is how a catalogue shows a value that it was not given.
                let Some((_, rest)) = text.split_once("{$") else { continue };
                let value = rest.split('}').next().unwrap_or_default();
                let id = message.id.rsplit('/').next().unwrap_or_default().to_owned();
                let told = Message::new("cli-plugin-trial-wordless").with("id", id).with("language", tag.as_str());
                let told = trouble(told.with("value", value));
                if !tried.troubles.contains(&told) {
                    tried.troubles.push(told);
                }
            }
        }
    }
}

/// What one answer has and the other has not.
fn differing(what: &'static str, expected: &Told, found: &Told) -> Trouble {
    let mut lines = Vec::new();
    for (expected, found) in [(&expected.findings, &found.findings), (&expected.outcomes, &found.outcomes)] {
        lines.extend(surplus(expected, found).map(|value| Line::Missing(format!("{value:#}"))));
        lines.extend(surplus(found, expected).map(|value| Line::Surplus(format!("{value:#}"))));
    }
    Trouble { what: Message::new(what), lines }
}

/// What stands in a list more often than in another. O(n log n).
fn surplus<'v>(list: &'v [Value], other: &[Value]) -> impl Iterator<Item = &'v Value> {
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    for value in other {
        *left.entry(value.to_string()).or_default() += 1;
    }
    list.iter().filter(move |value| match left.get_mut(&value.to_string()) {
        Some(number) if *number > 0 => {
            *number -= 1;
            false
        }
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_differs_is_told_as_often_as_it_does() {
        let told =
            |findings: &[i32]| Told { findings: findings.iter().map(|&n| json!(n)).collect(), outcomes: Vec::new() };
        let trouble = differing("x", &told(&[1, 1, 2]), &told(&[1, 3]));
        let line = |text: &str| text.to_owned();
        assert_eq!(trouble.lines, [Line::Missing(line("1")), Line::Missing(line("2")), Line::Surplus(line("3"))]);
    }
}
