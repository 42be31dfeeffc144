//! The table of plugins in `pact.toml`, changed without touching anything else in the file.

use std::fs;

use anyhow::{Context as _, Result};
use pact_core::message::{Catalogue, Message};
use pact_plugins::lock::Lock;
use toml_edit::{DocumentMut, InlineTable, Item, Table, Value};

use super::{Place, shown};
use crate::{plugins, write};

/// What a folder says of its plugins: its manifest and its lock.
pub(super) struct Pinned {
    place: Place,
    document: DocumentMut,
    /// What the user agreed to.
    pub(super) lock: Lock,
}

impl Pinned {
    /// Reads both.
    pub(super) fn read(place: Place, words: &Catalogue) -> Result<Self> {
        let path = place.manifest();
        let failed = || words.text(&Message::new("cli-plugin-manifest").with("file", shown(&path)));
        let text = fs::read_to_string(&path).with_context(failed)?;
        let document = text.parse::<DocumentMut>().with_context(failed)?;
        let lock = plugins::lock(&place.lock())?;
        Ok(Self { place, document, lock })
    }

    /// The ids of the plugins and the paths of their files, in the order of the file.
    pub(super) fn entries(&self) -> Vec<(String, String)> {
        let table = self.document.get("plugins").and_then(Item::as_table_like);
        let entries = table.into_iter().flat_map(|table| table.iter());
        let path = |item: &Item| item.get("path").and_then(Item::as_str).unwrap_or_default().to_owned();
        entries.map(|(id, item)| (id.to_owned(), path(item))).collect()
    }

    /// The path of a plugin's file.
    pub(super) fn path(&self, id: &str) -> Option<String> {
        self.entries().into_iter().find(|(known, _)| known == id).map(|(_, path)| path)
    }

    /// The folder.
    pub(super) fn folder(&self) -> &std::path::Path {
        &self.place.folder
    }

    /// Names the file of a plugin. What is configured for it stays.
    pub(super) fn name(&mut self, id: &str, path: &str) {
        let plugins = self.document.entry("plugins").or_insert_with(|| Item::Table(Table::new()));
        let Some(table) = plugins.as_table_like_mut() else { return };
        match table.get_mut(id).and_then(Item::as_table_like_mut) {
            Some(entry) => {
                entry.insert("path", toml_edit::value(path));
            }
            None => {
                let mut entry = InlineTable::new();
                entry.insert("path", path.into());
                table.insert(id, Item::Value(Value::InlineTable(entry)));
            }
        }
    }

    /// Forgets a plugin; whether it was there.
    pub(super) fn forget(&mut self, id: &str) -> bool {
        let table = self.document.get_mut("plugins").and_then(Item::as_table_like_mut);
        let (named, empty) = match table {
            Some(table) => (table.remove(id).is_some(), table.is_empty()),
            None => (false, false),
        };
        if empty {
            self.document.remove("plugins");
        }
        self.lock.forget(id) | named
    }

    /// Writes both: first the lock, so that a manifest that names a plugin is never without it for longer than need be.
    pub(super) fn write(&self, words: &Catalogue) -> Result<()> {
        let write = |path: &std::path::Path, text: &str| {
            let failed = || words.text(&Message::new("cli-plugin-unwritten").with("file", shown(path)));
            write::in_place(path, text.as_bytes()).with_context(failed)
        };
        write(&self.place.lock(), &self.lock.write()?)?;
        write(&self.place.manifest(), &self.document.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_else_in_the_file_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let text = "# Ours.\nworkspace = 1\n\n[rules] # levels\nunused-definition = \"off\"\n\n[plugins.a]\npath = \"a.wasm\" # from the region\nconfig = { x = 1 }\n";
        fs::write(folder.path().join("pact.toml"), text).unwrap();
        let words = crate::words::catalogue(pact_core::message::Language::English).unwrap();
        let place = || Place { folder: folder.path().to_owned() };
        let mut pinned = Pinned::read(place(), &words).unwrap();
        pinned.name("b", "plugins/b.wasm");
        pinned.name("a", "plugins/a.wasm");
        pinned.write(&words).unwrap();
        let written = fs::read_to_string(folder.path().join("pact.toml")).unwrap();
        insta::assert_snapshot!(written);
        let mut again = Pinned::read(place(), &words).unwrap();
        assert_eq!(again.path("b").as_deref(), Some("plugins/b.wasm"));
        assert!(again.forget("a") && again.forget("b") && !again.forget("b"));
        again.write(&words).unwrap();
        let written = fs::read_to_string(folder.path().join("pact.toml")).unwrap();
        assert_eq!(written.trim_end(), text.split("\n\n[plugins").next().unwrap());
    }
}
