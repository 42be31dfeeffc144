//! What a plugin says of itself: for whoever is asked whether to run it.

pub(crate) mod bench;
pub(crate) mod trial;

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use pact_core::message::{Catalogue, Message};
use pact_plugins::{Inspected, Manifest, Rule, Sees};
use serde::Serialize;

use super::{clean, wrap};
use crate::output::Page;

/// Attributes that are personal data. Who agrees to show them is told so.
const PERSONAL: [&str; 3] = ["member.person", "member.email", "member.phone"];

/// What is in a plugin's file.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Sheet<'p> {
    manifest: &'p Manifest,
    /// The digest of the file.
    sha256: &'p str,
    /// The boundary for which it was built.
    abi: &'p str,
    bytes: usize,
    functions: u32,
    interpreter: bool,
    imports: &'p [String],
}

impl<'p> Sheet<'p> {
    pub(crate) fn new(inspected: &'p Inspected, sha256: &'p str) -> Self {
        Self {
            manifest: &inspected.manifest,
            sha256,
            abi: &inspected.abi,
            bytes: inspected.bytes,
            functions: inspected.functions,
            interpreter: inspected.has_interpreter(),
            imports: &inspected.imports,
        }
    }

    /// Writes it for people.
    pub(crate) fn write(&self, out: &mut dyn Write, words: &Catalogue, page: Page) -> io::Result<()> {
        let manifest = self.manifest;
        let mut line = |text: &str, indent: &str| {
            let text = clean::line(text);
            writeln!(out, "{}", wrap::indented(&text, page.width, indent, indent))
        };
        let title = in_language(&manifest.title, manifest, words);
        line(&format!("{} {} · {title}", manifest.id, manifest.version), "")?;
        let description = in_language(&manifest.description, manifest, words);
        if !description.is_empty() {
            line(description, "  ")?;
        }
        let authors = manifest.authors.join(", ");
        let made = Message::new("cli-plugin-made")
            .with("license", manifest.license.as_str())
            .with("authors", authors)
            .with("count", manifest.authors.len());
        line(&words.text(&made), "  ")?;
        line("", "")?;
        line(&words.label("cli-plugin-rules"), "")?;
        for rule in &manifest.rules {
            line(&rule_line(&manifest.id, rule, words), "  ")?;
            let docs = in_language(&rule.docs, manifest, words);
            let first = docs.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
            if let Some(first) = first {
                line(first, "    ")?;
            }
        }
        line("", "")?;
        self.asks(&mut line, words)?;
        self.settings(&mut line, words)?;
        line("", "")?;
        let file = Message::new("cli-plugin-file")
            .with("kilobytes", self.bytes.div_ceil(1024))
            .with("functions", self.functions)
            .with("abi", self.abi)
            .with("languages", manifest.languages.join(", "));
        line(&words.text(&file), "")?;
        line(&format!("SHA-256 {}", self.sha256), "")
    }

    /// What it asks to see.
    fn asks(&self, line: &mut dyn FnMut(&str, &str) -> io::Result<()>, words: &Catalogue) -> io::Result<()> {
        let Sees { kinds, attributes, relations, ledger } = &self.manifest.sees;
        line(&words.label("cli-plugin-sees"), "")?;
        for (id, names) in
            [("cli-plugin-kinds", kinds), ("cli-plugin-attributes", attributes), ("cli-plugin-relations", relations)]
        {
            if !names.is_empty() {
                line(&words.text(&Message::new(id).with("names", names.join(", "))), "  ")?;
            }
        }
        if *ledger {
            line(&words.label("cli-plugin-ledger"), "  ")?;
        }
        let personal: Vec<&str> =
            attributes.iter().map(String::as_str).filter(|name| PERSONAL.contains(name)).collect();
        if !personal.is_empty() {
            line(&words.text(&Message::new("cli-plugin-personal").with("names", personal.join(", "))), "  ")?;
        }
        if self.interpreter {
            line(&words.label("cli-plugin-interpreter"), "  ")?;
        }
        line(&words.label("cli-plugin-nothing-else"), "  ")
    }

    /// What can be set.
    fn settings(&self, line: &mut dyn FnMut(&str, &str) -> io::Result<()>, words: &Catalogue) -> io::Result<()> {
        let properties = self.manifest.config.as_ref().and_then(|schema| schema.get("properties")?.as_object());
        let Some(properties) = properties.filter(|properties| !properties.is_empty()) else { return Ok(()) };
        line("", "")?;
        line(&words.label("cli-plugin-settings"), "")?;
        for (name, of) in properties {
            let kind = of.get("type").and_then(serde_json::Value::as_str).unwrap_or("");
            let default = of
                .get("default")
                .map(|value| words.text(&Message::new("cli-plugin-default").with("value", value.to_string())));
            line(&format!("{name}  {kind}{}", default.unwrap_or_default()), "  ")?;
            if let Some(description) = of.get("description").and_then(serde_json::Value::as_str) {
                line(description, "    ")?;
            }
        }
        Ok(())
    }
}

/// A plugin of a folder.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Line {
    pub(crate) id: String,
    pub(crate) path: String,
    /// Nothing where the file cannot be used.
    pub(crate) version: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) rules: Vec<String>,
    pub(crate) state: &'static str,
}

impl Line {
    /// Writes it for people.
    pub(crate) fn write(&self, out: &mut dyn Write, words: &Catalogue, page: Page) -> io::Result<()> {
        let version = self.version.as_deref().unwrap_or("–");
        let state = words.text(&Message::new("cli-plugin-state").with("state", self.state));
        writeln!(out, "{} {version}  {state}", clean::line(&self.id))?;
        let rules = self.rules.join(", ");
        let texts = self.title.iter().chain([&self.path, &rules]).filter(|text| !text.is_empty());
        texts
            .into_iter()
            .try_for_each(|text| writeln!(out, "{}", wrap::indented(&clean::line(text), page.width, "  ", "  ")))
    }
}

/// A rule of a plugin, as it is listed.
pub(crate) fn rule_line(id: &str, rule: &Rule, words: &Catalogue) -> String {
    let decides = if rule.decides { format!(" {}", words.label("cli-plugin-decides")) } else { String::new() };
    format!("{id}/{}{decides}", rule.name)
}

/// A text in the reader's language, or in the first that the plugin speaks.
fn in_language<'t>(texts: &'t BTreeMap<String, String>, manifest: &Manifest, words: &Catalogue) -> &'t str {
    let first = || manifest.languages.first().and_then(|first| texts.get(first));
    let text = texts.get(words.language().tag()).or_else(first).or_else(|| texts.values().next());
    text.map_or("", String::as_str)
}
