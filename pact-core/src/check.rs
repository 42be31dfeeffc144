//! What a check is: the one interface that built-in rules and plugins share.

use std::{borrow::Cow, sync::Arc};

use crate::{
    document::value::PartialDate,
    finding::{Finding, Level},
    ledger::Ledger,
    model::Model,
    ruling::{Question, Rulings},
};

/// What findings of a rule say about the run as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consequence {
    /// Something in the documents is not as it should be.
    Finding,
    /// Something in a document was not read, and what follows from it was not looked at. The rule always runs, and always fails the check: to silence it
    /// would be to pass what nobody looked at.
    Unread,
    /// Something could not be read, so that the run cannot say that all is well, whatever else it found (exit code 2).
    Undecided,
}

/// What is known of a rule without running it. Documentation, `pact explain` and the configuration are made from it.
#[derive(Clone, Debug)]
pub struct RuleInfo {
    /// The permanent code, such as `S102`; never given to another rule.
    pub code: Cow<'static, str>,
    /// The name, such as `dangling-reference`.
    pub name: Cow<'static, str>,
    /// The group, which is the folder of the rule.
    pub group: Cow<'static, str>,
    /// How seriously its findings are taken unless the configuration says otherwise.
    pub level: Level,
    /// What its findings say about the run.
    pub consequence: Consequence,
    /// The version in which it appeared.
    pub since: Cow<'static, str>,
    /// Its documentation in Markdown, in English: what it checks, why it matters, examples, how to fix.
    pub docs: Cow<'static, str>,
    /// The same in other languages, each with its tag (BCP 47). A line `{example}` stands for the examples, which are the same in all.
    pub translations: Cow<'static, [(Cow<'static, str>, Cow<'static, str>)]>,
}

impl RuleInfo {
    /// What people call it: the code and the name, or one where both are the same, as of the rules of plugins.
    pub fn called(&self) -> Cow<'_, str> {
        if self.code == self.name {
            Cow::Borrowed(&self.name)
        } else {
            Cow::Owned(format!("{} {}", self.code, self.name))
        }
    }

    /// The documentation in a language, with its examples; in English where there is none.
    pub fn docs_in(&self, language: &str) -> Cow<'_, str> {
        let Some((_, docs)) = self.translations.iter().find(|(tag, _)| tag == language) else {
            return Cow::Borrowed(&self.docs);
        };
        let mut text = String::with_capacity(docs.len() + self.docs.len());
        for line in docs.lines() {
            if line.trim() == "{example}" {
                self.examples(&mut text);
            } else {
                text.push_str(line);
                text.push('\n');
            }
        }
        Cow::Owned(text)
    }

    /// The fenced blocks of the documentation, one after the other.
    fn examples(&self, text: &mut String) {
        let mut within = false;
        let mut first = true;
        for line in self.docs.lines() {
            let fence = line.trim_start().starts_with("```");
            if fence && !within && !std::mem::replace(&mut first, false) {
                text.push('\n');
            }
            if within || fence {
                text.push_str(line.strip_prefix(' ').unwrap_or(line));
                text.push('\n');
            }
            within ^= fence;
        }
    }

    /// The first sentence of the documentation in a language; in English where there is none.
    pub fn summary_in(&self, language: &str) -> &str {
        let translated = self.translations.iter().find(|(tag, _)| tag == language).map(|(_, docs)| docs);
        translated
            .unwrap_or(&self.docs)
            .trim_start()
            .lines()
            .find(|line| !line.trim().is_empty() && !line.starts_with('#'))
            .unwrap_or("")
            .trim()
    }
}

/// What a check may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'m> {
    /// What was read. Whoever has to keep it beyond the run, such as the host of a plugin, clones the pointer.
    pub model: &'m Arc<Model>,
    /// Every proposal held against its terms: what each clause rests on and what it lacks.
    pub ledger: &'m Arc<Ledger>,
    /// The day as of which to judge; nothing is judged by the clock.
    pub as_of: Option<PartialDate>,
}

/// What is asked of whoever has rules that decide clauses, before the ledger is made.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'m> {
    /// What was read.
    pub model: &'m Arc<Model>,
    /// The clauses that leave it to one of the rules of the check, each once.
    pub questions: &'m [Question],
    /// The day as of which to judge.
    pub as_of: Option<PartialDate>,
}

/// A check that failed as a program. What it should have found is not known, so the run is undecided.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CheckError {
    /// It could not be carried out: a plugin that trapped, a limit that was hit.
    #[error("check `{check}` failed: {reason}")]
    Failed {
        /// The name of its first rule.
        check: String,
        /// What went wrong, in its own words.
        reason: String,
    },
    /// It declares no rule, so that nothing it finds could be reported.
    #[error("a check declares no rule")]
    NoRules,
    /// It declares a rule under a code or a name that another has.
    #[error("rule `{name}` has the code or the name of another rule (`{code}`)")]
    RuleTwice {
        /// The code.
        code: String,
        /// The name.
        name: String,
    },
    /// It reported a finding of a rule that it does not declare.
    #[error("check `{check}` reported a finding of a rule that it does not declare")]
    UndeclaredRule {
        /// The name of its first rule.
        check: String,
    },
    /// It reported a finding about a node that is not in the graph.
    #[error("check `{check}` reported a finding about a node that is not in the graph")]
    ForeignNode {
        /// The name of its first rule.
        check: String,
    },
}

impl CheckError {
    /// The check by the name of its first rule; empty when it has none.
    pub fn check(&self) -> &str {
        match self {
            Self::Failed { check, .. } | Self::UndeclaredRule { check } | Self::ForeignNode { check } => check,
            Self::RuleTwice { name, .. } => name,
            Self::NoRules => "",
        }
    }
}

/// Looks at a model and says what it finds.
pub trait Check: Send + Sync {
    /// The rules whose findings it may give: one for a built-in rule, all of its own for a plugin.
    fn rules(&self) -> &[RuleInfo];

    /// Whether clauses may leave it to a rule whether a proposal complies (a requirement of the kind `plugin`). A check with such a rule is asked by
    /// [`Check::decide`], and is not run beside that.
    fn decides(&self, rule: usize) -> bool {
        let _ = rule;
        false
    }

    /// Says how clauses come out that leave it to one of its rules, and finds whatever else it finds. There is no ledger yet. A question that is not answered
    /// leaves its clause in error.
    ///
    /// # Errors
    /// When the check cannot be carried out. What it found before counts, what it did not answer is in error, and the run is undecided.
    fn decide(&self, asking: Asking<'_>, answers: &mut Rulings, sink: &mut Sink) -> Result<(), CheckError> {
        let _ = (asking, answers, sink);
        Ok(())
    }

    /// Runs. `sink` takes the findings with the position of their rule in [`Check::rules`].
    ///
    /// # Errors
    /// When the check cannot be carried out. What it found before counts, and the run is undecided.
    fn run(&self, context: Context<'_>, sink: &mut Sink) -> Result<(), CheckError>;
}

/// Takes the findings of a check.
#[derive(Debug, Default)]
pub struct Sink {
    pub(crate) findings: Vec<(usize, Finding)>,
}

impl Sink {
    /// Takes a finding of the only rule of a check.
    pub fn push(&mut self, finding: Finding) {
        self.push_for(0, finding);
    }

    /// What it has taken, with the position of the rule of each.
    pub fn findings(&self) -> &[(usize, Finding)] {
        &self.findings
    }

    /// Takes a finding of a rule.
    pub fn push_for(&mut self, rule: usize, finding: Finding) {
        self.findings.push((rule, finding));
    }
}
