//! What a lack, or what a clause asks for, is about.

use std::collections::BTreeMap;

use pact_plugin::Asked;

/// A topic: that of one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Topic {
    InTheAir,
    Unsupported,
    Duplicated,
    Contradicting,
    UnusedStrength,
    UnaddressedChallenge,
    Aimless,
    Incomplete,
}

/// What too few of a count is about, for things of a kind.
pub(crate) fn few(kind: &str, asked: &Asked) -> Option<Topic> {
    let first = asked.path.iter().flatten().next()?;
    match (kind, first.as_str()) {
        ("objective", "supports" | "adds-to") => Some(Topic::InTheAir),
        ("objective", "supported-by" | "added-to-by") => Some(Topic::Unsupported),
        ("strength", "built-on-by") => Some(Topic::UnusedStrength),
        ("challenge", "addressed-by") => Some(Topic::UnaddressedChallenge),
        ("initiative", "contributes-to") => Some(Topic::Aimless),
        _ => None,
    }
}

/// What a requirement asks for that some, every or no thing has.
#[derive(Debug, Default)]
pub(crate) struct Requirement {
    pub(crate) quantifier: String,
    /// It speaks of such things only, or counts such only.
    pub(crate) conditional: bool,
    /// What it asks for is about these.
    topics: Vec<Topic>,
    /// What things have that must not have it.
    forbidden: Option<Option<Topic>>,
}

impl Requirement {
    fn add(&mut self, asked: &Asked) {
        self.quantifier.clone_from(&asked.quantifier);
        self.conditional = asked.conditional;
        if asked.what == "count" {
            self.topics.extend(few(&asked.kind, asked));
            if let Some(step) = asked.path.first().and_then(|steps| steps.first()) {
                self.forbidden.get_or_insert(match step.as_str() {
                    "contradicts" | "contradicted-by" => Some(Topic::Contradicting),
                    "duplicates" | "duplicated-by" => Some(Topic::Duplicated),
                    _ => None,
                });
            }
        } else if asked.kind == "objective" {
            self.topics.push(Topic::Incomplete);
        }
    }

    /// What it is about that something is there that must not be.
    pub(crate) fn forbidden(&self) -> Option<Topic> {
        self.forbidden.flatten()
    }

    /// Whether it asks for what a topic is about.
    pub(crate) fn asks_for(&self, topic: Topic) -> bool {
        if self.quantifier == "no" { self.forbidden() == Some(topic) } else { self.topics.contains(&topic) }
    }
}

/// What is asked, requirement by requirement.
pub(crate) fn requirements(asked: &[Asked]) -> BTreeMap<u32, Requirement> {
    let mut requirements: BTreeMap<u32, Requirement> = BTreeMap::new();
    for one in asked {
        requirements.entry(one.requirement).or_default().add(one);
    }
    requirements
}
