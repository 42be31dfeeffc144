//! What is missing of a seat, a member or a provision, each thing told once, and the verdict that follows from it.

use std::collections::BTreeMap;

use pact_core::{
    document::terms::Force,
    ledger::{Entry, Verdict},
    message::{Catalogue, Message},
    prove::{Lack, Lacking},
};

use super::{View, verdict};
use crate::render::{clean, vocabulary};

/// Longer messages are cut.
const MESSAGE: usize = 600;
/// More members are counted, not named.
const NAMED: usize = 12;
/// Longer ids are cut.
const ID: usize = 60;

/// Something that is missing, and the line of the ledger on which it stands; none where no clause answers for it.
#[derive(Clone, Copy, Debug)]
pub(in crate::render) struct Told<'r> {
    /// The line.
    pub(in crate::render) entry: Option<&'r Entry>,
    /// What is missing.
    pub(in crate::render) lack: &'r Lack,
}

/// What an entry lacks, also where it is explained or waived: who reads the table of members wants to see the empty seat.
pub(super) fn lacks(entry: &Entry) -> &[Lack] {
    match entry.verdict {
        Verdict::Explained | Verdict::Waived => &entry.proof.lacks,
        _ => entry.lacks(),
    }
}

impl Told<'_> {
    /// What follows from it for what lacks it.
    pub(in crate::render) fn verdict(&self, view: &View<'_>) -> Verdict {
        match self.entry.map(|entry| entry.verdict) {
            Some(settled @ (Verdict::Explained | Verdict::Waived)) => settled,
            _ => verdict(self.lack.gap.status(view.report.ledger.judged.stage)),
        }
    }

    /// Whether somebody has set it aside or given a reason for it.
    pub(in crate::render) fn is_settled(&self) -> bool {
        self.entry.is_some_and(|entry| matches!(entry.verdict, Verdict::Explained | Verdict::Waived))
    }
}

/// How something stands: the gravest of what is said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) struct Standing {
    /// The verdict.
    pub(in crate::render) verdict: Verdict,
    /// The force of the clause from which it follows.
    pub(in crate::render) force: Option<Force>,
}

impl Standing {
    pub(super) fn new(verdict: Verdict) -> Self {
        Self { verdict, force: None }
    }

    /// What follows from what is missing; met where that is nothing.
    pub(in crate::render) fn of(told: &[Told<'_>], view: &View<'_>) -> Self {
        let mut standing = Self::new(Verdict::Met);
        for one in told {
            standing.add(one.verdict(view), one.entry);
        }
        standing
    }

    /// Takes one more into account.
    pub(super) fn add(&mut self, verdict: Verdict, entry: Option<&Entry>) {
        let other = Self { verdict, force: entry.and_then(|entry| entry.force) };
        if other.gravity() < self.gravity() {
            *self = other;
        }
    }

    /// The graver, the smaller. Of what only may be done nobody has to do anything.
    fn gravity(self) -> usize {
        let place = Verdict::ALL.iter().position(|&verdict| verdict == self.verdict).unwrap_or(0);
        match (self.verdict, self.force) {
            (Verdict::Unmet, Some(Force::May)) => {
                Verdict::ALL.iter().position(|&verdict| verdict == Verdict::Waived).unwrap_or(0)
            }
            _ => place,
        }
    }

    /// What it is called.
    pub(in crate::render) fn word(self, words: &Catalogue) -> String {
        vocabulary::verdict_under(self.verdict, self.force, words)
    }
}

/// Something that is missing, however many clauses ask for it.
#[derive(Clone, Debug)]
pub(in crate::render) struct Reason<'r> {
    /// The first that tells it.
    pub(in crate::render) lack: &'r Lack,
    /// What it is, in the reader's language.
    pub(in crate::render) text: String,
    /// Every line of the ledger on which it stands.
    pub(in crate::render) entries: Vec<&'r Entry>,
    /// The ids of their clauses and elements.
    pub(in crate::render) clauses: Vec<String>,
    /// Whether all of them are explained or waived.
    pub(in crate::render) settled: bool,
}

impl Reason<'_> {
    /// What it is, with the clauses that ask for it.
    pub(in crate::render) fn cited(&self) -> String {
        let ids: Vec<&str> = self.clauses.iter().map(String::as_str).collect();
        if ids.is_empty() { self.text.clone() } else { format!("{} [{}]", self.text, ids.join(", ")) }
    }
}

/// Each thing once, in the order in which it is first told.
pub(in crate::render) fn reasons<'r>(view: &View<'r>, told: impl IntoIterator<Item = Told<'r>>) -> Vec<Reason<'r>> {
    let mut all: Vec<Reason<'r>> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let id = |entry: &Entry| clean::short(view.graph().name(entry.node), ID);
    for one in told {
        let message = pact_rules::words::missing(&view.report.model, one.lack);
        let mut text = clean::short(&view.words.text(&message), MESSAGE);
        // Whom it is about is not in the words, and whoever is to find it out has to know.
        if let Lacking::NominatorUnknown { members } = &one.lack.what {
            let mut names: Vec<String> = members.iter().take(NAMED).map(|&member| view.member(member)).collect();
            if members.len() > NAMED {
                names.push(view.text(&Message::new("cli-others").with("count", members.len() - NAMED)));
            }
            text = format!("{text}: {}", view.list(&names, "cli-and"));
        }
        let at = *known.entry(text.clone()).or_insert(all.len());
        match all.get_mut(at) {
            Some(reason) => {
                reason.settled &= one.is_settled();
                if let Some(entry) = one.entry
                    && !reason.entries.iter().any(|known| known.node == entry.node)
                {
                    reason.entries.push(entry);
                    reason.clauses.push(id(entry));
                }
            }
            None => all.push(Reason {
                lack: one.lack,
                text,
                entries: one.entry.into_iter().collect(),
                clauses: one.entry.into_iter().map(id).collect(),
                settled: one.is_settled(),
            }),
        }
    }
    all
}
