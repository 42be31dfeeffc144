//! What a plugin says of itself: a custom section of its file that is read without running anything.

use std::collections::BTreeMap;

use pact_core::document::requirement::is_plugin_name;
use serde::{Deserialize, Serialize};

use crate::{error::LoadError, limits::Limits};

/// The custom section in which it stands.
pub(crate) const SECTION: &str = "pact:manifest";
/// The custom sections of catalogues of messages, followed by the language.
pub(crate) const CATALOGUES: &str = "pact:messages/";
/// The version of the manifest.
pub(crate) const VERSION: u32 = 1;
/// Bytes of a manifest.
const MOST: usize = 1 << 20;

/// A text for people in one or several languages, by tag (BCP 47).
pub type Texts = BTreeMap<String, String>;

/// What a plugin says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Manifest {
    /// The version of the manifest: 1.
    pub manifest: u32,
    /// The id, which stands before its rules: `health-inclusion`.
    pub id: String,
    /// The version (semantic versioning).
    pub version: String,
    /// What it is called.
    pub title: Texts,
    /// What it is for.
    #[serde(default)]
    pub description: Texts,
    /// The licence, as an SPDX expression.
    pub license: String,
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<String>,
    /// What it asks to see.
    pub sees: Sees,
    /// The JSON Schema of its configuration; an object. Nothing where there is nothing to configure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub config: Option<serde_json::Map<String, serde_json::Value>>,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// The languages of its messages, the one to fall back to first.
    pub languages: Vec<String>,
}

/// What a plugin asks to see of a graph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Sees {
    /// Kinds of nodes: that they are there, their ids and where they stand.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Attributes, as `kind.key`.
    #[serde(default)]
    pub attributes: Vec<String>,
    /// Relations.
    #[serde(default)]
    pub relations: Vec<String>,
    /// The ledger: what clauses ask, how proposals come out, and what they lack, as far as the kinds above go.
    #[serde(default, skip_serializing_if = "is_not")]
    pub ledger: bool,
}

fn is_not(flag: &bool) -> bool {
    !flag
}

/// A rule of a plugin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Rule {
    /// The name within the plugin: `explored`.
    pub name: String,
    /// How seriously its findings are taken unless a clause or the configuration says otherwise.
    #[serde(default)]
    pub level: Level,
    /// A clause can leave it to this rule whether a proposal complies.
    #[serde(default)]
    pub decides: bool,
    /// The version in which it appeared.
    pub since: String,
    /// Its documentation in Markdown, by language.
    pub docs: Texts,
    /// A clause that could stand in terms of reference, by language.
    #[serde(default)]
    pub clause: Texts,
}

/// How seriously findings are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Good to know.
    Note,
    /// To be looked at.
    #[default]
    Warning,
    /// Fails the check.
    Error,
}

impl From<Level> for pact_core::finding::Level {
    fn from(level: Level) -> Self {
        match level {
            Level::Note => Self::Note,
            Level::Warning => Self::Warning,
            Level::Error => Self::Error,
        }
    }
}

/// A name that stands in no table of the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnknownName {
    what: &'static str,
    name: String,
}

impl UnknownName {
    pub(crate) fn new(what: &'static str, name: &str) -> Self {
        Self { what, name: name.to_owned() }
    }
}

impl From<UnknownName> for LoadError {
    fn from(unknown: UnknownName) -> Self {
        Self::Manifest(format!("there is no {} `{}`", unknown.what, unknown.name))
    }
}

impl Manifest {
    /// Reads the bytes of the section.
    pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Self, LoadError> {
        if bytes.len() > MOST {
            return Err(LoadError::TooLarge {
                what: "the manifest, in bytes",
                found: bytes.len() as u64,
                most: MOST as u64,
            });
        }
        let manifest: Self = serde_json::from_slice(bytes)
            .map_err(|error| LoadError::Manifest(format!("it cannot be read: {error}")))?;
        manifest.look(limits)?;
        Ok(manifest)
    }

    /// The bytes of the section.
    ///
    /// # Errors
    /// When the manifest could not be used: what is written is what can be read.
    pub fn write(&self, limits: &Limits) -> Result<Vec<u8>, LoadError> {
        self.look(limits)?;
        serde_json::to_vec(self).map_err(|error| LoadError::Manifest(error.to_string()))
    }

    fn look(&self, limits: &Limits) -> Result<(), LoadError> {
        let wrong = |what: String| Err(LoadError::Manifest(what));
        if self.manifest != VERSION {
            return wrong(format!("its version is {}, and this pact reads {VERSION}", self.manifest));
        }
        for name in std::iter::once(&self.id).chain(self.rules.iter().map(|rule| &rule.name)) {
            if !is_name(name) {
                return wrong(format!(
                    "`{}` is no name: small letters, digits and hyphens, a letter first",
                    shown(name)
                ));
            }
        }
        if semver::Version::parse(&self.version).is_err() {
            return wrong(format!("`{}` is no version such as `1.2.0`", shown(&self.version)));
        }
        if self.rules.is_empty() {
            return wrong("it has no rules".to_owned());
        }
        let mut names: Vec<&str> = self.rules.iter().map(|rule| rule.name.as_str()).collect();
        names.sort_unstable();
        if let Some([twice, _]) =
            names.windows(2).find_map(|pair| <&[&str; 2]>::try_from(pair).ok().filter(|[a, b]| a == b))
        {
            return wrong(format!("the rule `{twice}` stands there twice"));
        }
        if self.languages.is_empty() {
            return wrong("it speaks no language".to_owned());
        }
        let texts = [&self.title, &self.description]
            .into_iter()
            .chain(self.rules.iter().flat_map(|rule| [&rule.docs, &rule.clause]));
        for text in texts.flat_map(BTreeMap::values).chain(&self.authors).chain([&self.license]) {
            if let Some(hidden) = text.chars().find(|&c| is_hidden(c)) {
                return wrong(format!("a text has the hidden character U+{:04X}", u32::from(hidden)));
            }
        }
        let most = limits.findings;
        if self.rules.len() > most {
            return Err(LoadError::TooLarge { what: "rules", found: self.rules.len() as u64, most: most as u64 });
        }
        Ok(())
    }
}

/// Whether a name may stand in a path, a code and a message: small letters, digits and hyphens, a letter first, 64 at most.
#[cfg_attr(not(feature = "author"), expect(unreachable_pub, reason = "authors' tools give it on"))]
pub fn is_name(name: &str) -> bool {
    name.len() <= 64 && is_plugin_name(name)
}

/// A text as an error can show it.
fn shown(text: &str) -> String {
    text.chars().take(64).flat_map(char::escape_default).collect()
}

/// Characters that do something to what stands around them: control characters but for lines and tabs, and marks that turn the direction of writing.
pub(crate) fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
