//! Verdicts, forces, topics and standings in words.

use pact_core::{
    document::terms::{Force, Topic},
    ledger::{
        Verdict,
        standing::{Flaw, Standing},
    },
    message::{Arg, Catalogue, Message},
};

/// What a verdict is called.
pub(super) fn verdict(verdict: Verdict, words: &Catalogue) -> String {
    words.label(&format!("cli-verdict-{}", verdict.name()))
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
