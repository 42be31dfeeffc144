//! Verdicts, forces, topics and standings in words.

use std::collections::BTreeMap;

use pact_core::{
    document::terms::{Force, Topic},
    ledger::{
        Entry, Verdict,
        standing::{Flaw, Standing},
    },
    message::{Arg, Catalogue, Message},
};

/// What a verdict is called.
pub(super) fn verdict(verdict: Verdict, words: &Catalogue) -> String {
    words.label(&format!("cli-verdict-{}", verdict.name()))
}

/// What the verdict on an entry is called. What only may be done is not broken when it is not done.
pub(super) fn verdict_on(entry: &Entry, words: &Catalogue) -> String {
    verdict_under(entry.verdict, entry.force, words)
}

/// What a verdict is called under a clause of a force.
pub(super) fn verdict_under(of: Verdict, force: Option<Force>, words: &Catalogue) -> String {
    match (of, force) {
        (Verdict::Unmet, Some(Force::May)) => words.label("cli-verdict-unused"),
        (other, _) => verdict(other, words),
    }
}

/// How many entries have each verdict, by what it is called, those first that ask for something to be done.
pub(super) fn counted<'e>(
    entries: impl Iterator<Item = &'e Entry>,
    words: &Catalogue,
) -> Vec<(Verdict, String, usize)> {
    let mut counts: BTreeMap<usize, (Verdict, String, usize)> = BTreeMap::new();
    for entry in entries {
        let unused = entry.verdict == Verdict::Unmet && entry.force == Some(Force::May);
        // Nobody has to do anything about what is only not made use of.
        let last = if unused { Verdict::ALL.len() } else { 0 };
        let place = Verdict::ALL.iter().position(|&verdict| verdict == entry.verdict).unwrap_or(0) + last;
        let count = counts.entry(place).or_insert_with(|| (entry.verdict, verdict_on(entry, words), 0));
        count.2 += 1;
    }
    counts.into_values().collect()
}

/// What a force is called: the word that the clause itself would use.
pub(super) fn force(force: Force, words: &Catalogue) -> String {
    words.label(&format!("cli-force-{}", force.name()))
}

/// What a topic is called.
pub(super) fn topic(topic: Topic, words: &Catalogue) -> String {
    words.label(&format!("cli-topic-{}", topic.name()))
}

/// Whether an explanation, an attestation or a waiver counts, and why it does not.
pub(super) fn standing(standing: &Standing, words: &Catalogue) -> String {
    let flaws = match standing {
        Standing::Malformed(flaws) => flaws.iter().map(|&flaw| self::flaw(flaw, words)).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    };
    let id = format!("cli-standing-{}", name(standing));
    words.text(&Message::new(id).with("flaws", Arg::Text(flaws)))
}

fn flaw(flaw: Flaw, words: &Catalogue) -> String {
    words.label(&format!("cli-flaw-{}", flaw.name()))
}

fn name(standing: &Standing) -> &'static str {
    match standing {
        Standing::Counts => "counts",
        Standing::Expiring => "expiring",
        Standing::Idle => "idle",
        Standing::Obligation => "obligation",
        Standing::Lapsed => "lapsed",
        Standing::Ahead => "ahead",
        Standing::Unauthorised => "unauthorised",
        Standing::Malformed(_) => "malformed",
        Standing::Nowhere => "nowhere",
    }
}

#[cfg(test)]
mod tests {
    use pact_core::message::Language;

    use super::*;

    #[test]
    fn everything_has_a_word_in_every_language() {
        let flaws = [Flaw::By, Flaw::On, Flaw::Reason, Flaw::Reference, Flaw::Decision, Flaw::Until];
        let standings = [
            Standing::Counts,
            Standing::Expiring,
            Standing::Idle,
            Standing::Obligation,
            Standing::Lapsed,
            Standing::Ahead,
            Standing::Unauthorised,
            Standing::Malformed(flaws.to_vec()),
            Standing::Nowhere,
        ];
        for language in Language::ALL {
            let words = crate::words::catalogue(language).unwrap();
            let verdicts = Verdict::ALL.into_iter().map(|one| verdict(one, &words));
            let forces = Force::ALL.iter().map(|&one| force(one, &words));
            let topics = Topic::ALL.iter().map(|&one| topic(one, &words));
            let standings = standings.iter().map(|one| standing(one, &words));
            let mut all: Vec<String> = verdicts.chain(forces).chain(topics).chain(standings).collect();
            assert!(all.iter().all(|word| !word.is_empty() && !word.contains("[cli-")), "{all:?}");
            let count = all.len();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), count, "two things have one word");
        }
    }
}
