//! `pact.toml`: what belongs together in a folder.

use super::{
    json::Json,
    value::{Date, FilePath, List},
};
use crate::decode::{choice, record};

record! {
    /// The manifest of a folder of documents.
    #[schemars(title = "Workspace")]
    pub struct Workspace {
        /// The version of the document language: 1.
        #[schemars(schema_with = "crate::schema::version")]
        workspace: u32 = required,
        /// The documents, with paths relative to this file. Left out: every document in the folder.
        documents: List<FilePath> = optional,
        /// The language of reports, where the command line does not say otherwise.
        language: ReportLanguage = optional,
        /// The day as of which to judge, where the command line does not say otherwise.
        as_of: Date = optional,
        /// How far the proposal has come, where the command line does not say otherwise; `final` where nobody does.
        stage: Stage = optional,
        /// From which force on a clause that is not met fails the check, where the command line does not say otherwise; `must` where nobody does.
        fail_on: FailOn = optional,
        /// How seriously each rule is taken, by its name or code.
        #[serde(default)]
        rules: RuleLevels = defaulted,
        /// The plugins that check as well, each under its id.
        #[serde(default)]
        plugins: Plugins = defaulted,
    }
}

record! {
    /// A plugin of a folder.
    #[schemars(extend("examples" = [{"path": "plugins/health-inclusion.wasm", "config": {"categories": ["hospital"]}}]))]
    pub struct Plugin {
        /// Its file, relative to this one.
        #[schemars(required)]
        path: FilePath = needed,
        /// Its configuration, as the schema in the plugin has it (`pact plugin inspect`).
        config: Json = optional,
    }
}

/// The plugins of a folder, each under its id.
pub type Plugins = super::value::Entries<Plugin>;

choice! {
    /// A language in which reports are written.
    pub enum ReportLanguage {
        /// Danish.
        Danish = "da",
        /// English.
        English = "en",
    }
}

choice! {
    /// How far a proposal has come.
    #[derive(Default)]
    pub enum Stage {
        /// Being written: what can still be met is open, and does not fail.
        Draft = "draft",
        /// Put forward: what is not there is not met.
        #[default]
        Final = "final",
    }
}

choice! {
    /// From which force on a clause that is not met fails the check.
    #[derive(Default)]
    pub enum FailOn {
        /// What has to be.
        #[default]
        Must = "must",
        /// Also what should be and is not explained.
        Should = "should",
    }
}

choice! {
    /// How seriously a rule is taken.
    pub enum RuleLevel {
        /// Not run.
        Off = "off",
        /// Reported, without failing.
        Note = "note",
        /// Reported as something to look at, without failing.
        Warning = "warning",
        /// Fails the check.
        Error = "error",
    }
}

/// Levels of rules, each under the rule's name or code.
pub type RuleLevels = super::value::Entries<RuleLevel>;
