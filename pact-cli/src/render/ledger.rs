//! The ledger: the verdict on every clause and element, in the order of the source, and what it rests on.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod text;

use pact_core::{
    document::terms::{Force, Topic},
    graph::node::{NodeId, Terms},
    ledger::{Case, Entry, Verdict, silent_topics},
    message::{Catalogue, Message},
    model::Model,
    prove::{Lack, Witness},
    report::Report,
};

use super::{clean, vocabulary};

/// Longer messages are cut; the JSON ledger has them whole.
const MESSAGE: usize = 600;

/// Which entries are shown. A list that is empty lets everything through.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    /// Those with one of these verdicts.
    pub(crate) verdicts: Vec<Verdict>,
    /// Those of one of these forces.
    pub(crate) forces: Vec<Force>,
    /// Those that bind one of these bodies or actors.
    pub(crate) binds: Vec<NodeId>,
}

impl Selection {
    /// Whether an entry is shown.
    pub(super) fn admits(&self, entry: &Entry) -> bool {
        let is_one_of = |force: Force| self.forces.contains(&force);
        (self.verdicts.is_empty() || self.verdicts.contains(&entry.verdict))
            && (self.forces.is_empty() || entry.force.is_some_and(is_one_of))
            && (self.binds.is_empty() || entry.binds.iter().any(|bound| self.binds.contains(bound)))
    }

    /// Whether everything is shown.
    fn is_everything(&self) -> bool {
        self.verdicts.is_empty() && self.forces.is_empty() && self.binds.is_empty()
    }
}

/// A ledger as it is shown.
#[derive(Debug)]
pub(crate) struct View<'r> {
    /// The run.
    pub(super) report: &'r Report,
    /// The words of the reader's language.
    pub(super) words: &'r Catalogue,
    /// What is shown of it.
    pub(super) selection: Selection,
}

impl<'r> View<'r> {
    /// The ledger of a run in the reader's language.
    pub(crate) fn new(report: &'r Report, words: &'r Catalogue, selection: Selection) -> Self {
        Self { report, words, selection }
    }

    /// The entries of a case that are shown.
    fn entries(&self, case: &'r Case) -> impl Iterator<Item = &'r Entry> {
        case.entries.iter().filter(|entry| self.selection.admits(entry))
    }

    /// The matters on which terms are silent, sorted by the keys of the terms. Left out where only some entries are asked for, unless the silent ones are.
    fn silent(&self) -> Vec<(NodeId, Vec<Topic>)> {
        if !self.selection.is_everything() && !self.selection.verdicts.contains(&Verdict::Silent) {
            return Vec::new();
        }
        let graph = self.report.model.graph();
        let terms = graph.all::<Terms>().map(|(id, _)| id.node());
        let mut terms: Vec<NodeId> = terms.filter(|&terms| !graph.head(terms).repeated).collect();
        terms.sort_by_cached_key(|&terms| graph.key(terms));
        let silent = terms.into_iter().map(|terms| (terms, silent_topics(graph, terms)));
        silent.filter(|(_, topics)| !topics.is_empty()).collect()
    }

    fn basis(&self, entry: &Entry, most: usize) -> Basis {
        Basis::of(&self.report.model, entry, self.words, most)
    }

    /// Whom an entry binds, by their ids.
    fn binds(&self, entry: &Entry) -> Vec<String> {
        let graph = self.report.model.graph();
        entry.binds.iter().map(|&bound| clean::line(graph.name(bound)).into_owned()).collect()
    }

    /// What is called a force; empty where the terms give none.
    fn force(&self, entry: &Entry) -> String {
        entry.force.map(|force| vocabulary::force(force, self.words)).unwrap_or_default()
    }
}

/// What a verdict rests on, in words.
#[derive(Debug, Default)]
pub(super) struct Basis {
    /// Why it is what it is, where neither evidence nor what is missing says so.
    pub(super) reason: Option<String>,
    /// What shows that it is met.
    pub(super) evidence: Vec<String>,
    /// What is missing.
    pub(super) missing: Vec<String>,
}

impl Basis {
    /// What the verdict of an entry rests on; of evidence and of what is missing so many, and how many more there are.
    pub(super) fn of(model: &Model, entry: &Entry, words: &Catalogue, most: usize) -> Self {
        let text = |message: &Message| clean::short(&words.text(message), MESSAGE);
        // What is missing says more than what is there already.
        let witnesses: &[Witness] = if entry.verdict == Verdict::Met { &entry.proof.witnesses } else { &[] };
        let lacks: &[Lack] = entry.lacks();
        let evidence = witnesses.iter().take(most).map(|witness| text(&pact_rules::words::evidence(model, witness)));
        let missing = lacks.iter().take(most).map(|lack| text(&pact_rules::words::missing(model, lack)));
        let more =
            |all: usize| (all > most).then(|| words.text(&Message::new("cli-and-more").with("count", all - most)));
        Self {
            reason: pact_rules::words::reason(model, entry).as_ref().map(text),
            evidence: evidence.chain(more(witnesses.len())).collect(),
            missing: missing.chain(more(lacks.len())).collect(),
        }
    }
}
