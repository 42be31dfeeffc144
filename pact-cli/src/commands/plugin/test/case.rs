//! A case as its author wrote it: a folder with documents, what is asked, and what has to come out.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use pact_core::{
    document::value::PartialDate,
    fault::Unreadable,
    load::Input,
    message::{Catalogue, Message},
    model::Model,
};
use pact_plugins::author::{Case, Told, turned};

use super::{CASE, EXPECTED, place};
use crate::{commands::plugin::shown, write};

/// The endings of documents, beside what they name.
const ENDINGS: [&str; 4] = ["yaml", "yml", "json", "csv"];

/// A case.
pub(super) struct Written {
    pub(super) name: String,
    folder: PathBuf,
    pub(super) case: Case,
}

/// The cases in a folder, by name.
pub(super) fn all(folder: &Path, words: &Catalogue) -> Result<Vec<Written>> {
    let none = || words.text(&Message::new("cli-plugin-no-cases").with("folder", shown(folder)));
    let entries = fs::read_dir(folder).with_context(none)?;
    let mut folders = Vec::new();
    for entry in entries {
        let path = entry.with_context(none)?.path();
        if path.join(CASE).is_file() {
            folders.push(path);
        }
    }
    folders.sort();
    if folders.is_empty() {
        bail!(none());
    }
    folders.into_iter().map(|folder| Written::read(folder, words)).collect()
}

impl Written {
    fn read(folder: PathBuf, words: &Catalogue) -> Result<Self> {
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Self { name, case: parsed(&place(&folder, CASE), words)?, folder })
    }

    /// What has to come out; nothing where nobody wrote that down yet.
    pub(super) fn expected(&self, words: &Catalogue) -> Result<Option<Told>> {
        let path = place(&self.folder, EXPECTED);
        if path.exists() { parsed(&path, words).map(Some) } else { Ok(None) }
    }

    /// Writes down what came out; whether that is something else than what stood there.
    pub(super) fn bless(&self, told: &Told, words: &Catalogue) -> Result<bool> {
        let path = place(&self.folder, EXPECTED);
        let text = serde_json::to_string_pretty(told)? + "\n";
        if fs::read_to_string(&path).is_ok_and(|before| before == text) {
            return Ok(false);
        }
        let failed = || words.text(&Message::new("cli-plugin-unwritten").with("file", shown(&path)));
        write::in_place(&path, text.as_bytes()).with_context(failed)?;
        Ok(true)
    }

    /// The documents, as they stand there or with the files and the entries of each in the reverse order.
    pub(super) fn model(&self, over: bool) -> Model {
        let mut input = Input::new();
        let day = self.case.as_of.as_deref().and_then(PartialDate::parse);
        input.as_of(day);
        let mut names = self.documents();
        if over {
            names.reverse();
        }
        for name in names {
            self.add(&name, over, &mut input, None);
        }
        loop {
            let wanted = input.wanted();
            if wanted.is_empty() {
                return input.build();
            }
            for wanted in wanted {
                self.add(&wanted.path, over, &mut input, Some(wanted.span));
            }
        }
    }

    fn documents(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let ending = |name: &str| name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let mut names: Vec<String> = names
            .filter(|name| !name.starts_with('.') && name != CASE && name != EXPECTED)
            .filter(|name| ending(name).is_some_and(|ending| ENDINGS.contains(&ending.as_str())))
            .collect();
        names.sort();
        names
    }

    fn add(&self, name: &str, over: bool, input: &mut Input, named_at: Option<pact_core::source::Span>) {
        match fs::read(self.folder.join(name)) {
            Ok(bytes) => {
                let other = || turned(name, std::str::from_utf8(&bytes).ok()?);
                match over.then(other).flatten() {
                    Some(text) => input.add(name, text),
                    None => input.add(name, bytes),
                }
            }
            Err(error) => {
                let reason = match error.kind() {
                    io::ErrorKind::NotFound => Unreadable::Missing,
                    _ => Unreadable::Refused(error.to_string()),
                };
                input.add_unreadable(name, reason, named_at);
            }
        }
    }
}

/// The keys of all nodes, by which two models can be told apart.
pub(super) fn keys(model: &Model) -> Vec<String> {
    let graph = model.graph();
    let mut keys: Vec<String> = graph.nodes().map(|node| graph.key(node)).collect();
    keys.sort();
    keys
}

fn parsed<T: serde::de::DeserializeOwned>(path: &Path, words: &Catalogue) -> Result<T> {
    let failed = || words.text(&Message::new("cli-plugin-unreadable").with("file", shown(path)));
    let text = fs::read_to_string(path).with_context(failed)?;
    serde_json::from_str(&text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let told = error.to_string();
        let told = told.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&told);
        anyhow::anyhow!("{}:{line}:{column}: {told}", shown(path))
    })
}
