//! What `pact.toml` says and what the command line says, made into one.

use std::collections::BTreeMap;

use pact_core::{
    check::{Consequence, RuleInfo},
    document::{
        value::PartialDate,
        workspace::{FailOn, ReportLanguage, RuleLevel, Stage, Workspace},
    },
    finding::Level,
    load::Input,
    message::Language,
    report::Options,
};

use crate::{
    args::{Common, Judging},
    language, registry,
};

/// What the command line asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wishes {
    /// The language of reports.
    pub(crate) language: Option<Language>,
    /// The day as of which to judge.
    pub(crate) as_of: Option<PartialDate>,
    /// How far the proposal has come.
    pub(crate) stage: Option<Stage>,
    /// From which force on an unmet clause fails.
    pub(crate) fail_on: Option<FailOn>,
    /// The rules to run; all when none is named.
    pub(crate) select: Vec<&'static RuleInfo>,
    /// The rules not to run.
    pub(crate) ignore: Vec<&'static RuleInfo>,
}

impl Wishes {
    /// What every command takes that judges.
    pub(crate) fn judging(common: &Common, judging: &Judging) -> Self {
        Self {
            language: common.language(),
            as_of: judging.as_of,
            stage: judging.stage,
            fail_on: judging.fail_on,
            ..Self::default()
        }
    }
}

/// How a run is to be done.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The language of what is said.
    pub(crate) language: Language,
    /// What the run itself needs to know.
    pub(crate) options: Options,
}

impl Settings {
    /// The command line's wishes, then those of the workspace, then those of the environment.
    pub(crate) fn new(wishes: &Wishes, input: &Input) -> Self {
        let workspace = input.workspace();
        let written = workspace.and_then(|workspace| workspace.language).map(of_report);
        let levels = workspace.map(|workspace| levels(workspace, input)).unwrap_or_default();
        Self {
            language: language::choose(wishes.language.or(written)),
            options: Options {
                as_of: wishes.as_of.or_else(|| workspace?.as_of.map(|day| day.date)),
                stage: wishes.stage.or(workspace.and_then(|workspace| workspace.stage)).unwrap_or_default(),
                fail_on: wishes.fail_on.or(workspace.and_then(|workspace| workspace.fail_on)).unwrap_or_default(),
                levels: narrowed(levels, wishes),
            },
        }
    }
}

impl Settings {
    /// Leaves out the rules of plugins where the command line selects others.
    pub(crate) fn narrow<'r>(&mut self, wishes: &Wishes, rules: impl Iterator<Item = &'r RuleInfo>) {
        if !wishes.select.is_empty() {
            self.options.levels.extend(rules.map(|rule| (rule.name.to_string(), None)));
        }
    }
}

fn of_report(language: ReportLanguage) -> Language {
    match language {
        ReportLanguage::Danish => Language::Danish,
        ReportLanguage::English => Language::English,
    }
}

/// The levels of `pact.toml` by the rules' names. Names that no rule has are left to the rule that reports them.
fn levels(workspace: &Workspace, input: &Input) -> BTreeMap<String, Option<Level>> {
    let entries = workspace.rules.list.iter();
    entries
        .filter_map(|(name, level)| {
            let written = input.names().text(name.symbol);
            let rule = match registry::find(written) {
                Some(rule) => rule.name.to_string(),
                // Those of plugins are not known before they are read.
                None if written.contains('/') => written.to_owned(),
                None => return None,
            };
            let level = match level {
                RuleLevel::Off => None,
                RuleLevel::Note => Some(Level::Note),
                RuleLevel::Warning => Some(Level::Warning),
                RuleLevel::Error => Some(Level::Error),
            };
            Some((rule, level))
        })
        .collect()
}

/// Selecting a rule turns it on, so that nobody takes its silence for a pass; ignoring one is stronger.
fn narrowed(mut levels: BTreeMap<String, Option<Level>>, wishes: &Wishes) -> BTreeMap<String, Option<Level>> {
    let named = |list: &[&'static RuleInfo], rule: &RuleInfo| list.iter().any(|listed| listed.code == rule.code);
    for rule in registry::rules().filter(|rule| rule.consequence == Consequence::Finding) {
        let ignored = named(&wishes.ignore, rule);
        let selected = named(&wishes.select, rule);
        if ignored || (!wishes.select.is_empty() && !selected) {
            levels.insert(rule.name.to_string(), None);
        } else if selected && levels.get(rule.name.as_ref()) == Some(&None) {
            levels.remove(rule.name.as_ref());
        }
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(toml: &str, wishes: &Wishes) -> Settings {
        let mut input = Input::new();
        input.add("pact.toml", toml);
        Settings::new(wishes, &input)
    }

    fn rules(names: &[&str]) -> Vec<&'static RuleInfo> {
        names.iter().map(|name| registry::find(name).unwrap()).collect()
    }

    fn level(settings: &Settings, name: &str) -> Option<Level> {
        settings.options.level(registry::find(name).unwrap())
    }

    #[test]
    fn the_command_line_is_stronger_than_the_file() {
        let toml = "workspace = 1\nlanguage = \"da\"\nas-of = \"2018-03\"\n";
        let from_file = settings(toml, &Wishes::default());
        assert_eq!(from_file.language, Language::Danish);
        assert_eq!(from_file.options.as_of, PartialDate::parse("2018-03"));
        let as_of = PartialDate::parse("2019");
        let asked = settings(toml, &Wishes { language: Some(Language::English), as_of, ..Wishes::default() });
        assert_eq!((asked.language, asked.options.as_of), (Language::English, as_of));
    }

    #[test]
    fn rules_are_turned_off_and_on() {
        let toml = "workspace = 1\n[rules]\nunused-definition = \"off\"\nS102 = \"warning\"\nno-such-rule = \"off\"\n";
        let file = settings(toml, &Wishes::default());
        assert_eq!(level(&file, "unused-definition"), None);
        assert_eq!(level(&file, "dangling-reference"), Some(Level::Warning), "a code is as good as a name");

        let selected = settings(toml, &Wishes { select: rules(&["unused-definition"]), ..Wishes::default() });
        assert!(level(&selected, "unused-definition").is_some(), "what is asked for runs");
        assert_eq!(level(&selected, "dangling-reference"), None);
        assert!(level(&selected, "unreadable-file").is_some(), "what was not read must not pass");

        let both = rules(&["dangling-reference"]);
        let ignored = settings(toml, &Wishes { select: both.clone(), ignore: both, ..Wishes::default() });
        assert_eq!(level(&ignored, "dangling-reference"), None);
    }
}
