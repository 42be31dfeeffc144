//! A plugin that was looked through, read and compiled, ready to be asked.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use wasmtime::component::{Component, InstancePre};

use crate::{
    catalogue,
    error::LoadError,
    host::{Grants, Host, State},
    manifest::{self, Manifest, Sees},
    screen::{self, Screened},
};

/// The interface that every plugin exports.
const CHECK: &str = "pact:plugin/check@1.0.0";
/// The package of the boundary and its major version, without which a name of it is another boundary.
const SPOKEN: &str = "pact:plugin@1";

/// A plugin.
#[derive(Clone)]
pub struct Plugin {
    manifest: Arc<Manifest>,
    messages: Arc<BTreeMap<String, String>>,
    ids: Arc<BTreeSet<String>>,
    pub(crate) ready: InstancePre<State>,
}

impl std::fmt::Debug for Plugin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Plugin")
            .field("id", &self.manifest.id)
            .field("version", &self.manifest.version)
            .finish_non_exhaustive()
    }
}

/// What a file says of itself, read without compiling or running any of it.
#[derive(Clone, Debug)]
pub struct Inspected {
    /// The manifest.
    pub manifest: Manifest,
    /// Its messages in Fluent's syntax, by language.
    pub messages: BTreeMap<String, String>,
    /// The ids of its messages.
    pub ids: BTreeSet<String>,
    /// The interfaces that it imports, sorted.
    pub imports: Vec<String>,
    /// How many functions it has.
    pub functions: u32,
    /// How many bytes.
    pub bytes: usize,
}

impl Plugin {
    /// Looks through a file, and reads what it says of itself. Nothing of it is compiled or run. O(bytes).
    ///
    /// # Errors
    /// When it is no plugin, or none that could be used here.
    pub fn inspect(bytes: &[u8], host: &Host) -> Result<Inspected, LoadError> {
        let limits = host.limits();
        let Screened { imports, exports, sections, functions } = screen::screen(bytes, limits)?;
        // A plugin for another boundary is told so, and not that it lacks something.
        let other = |name: &&String| name.starts_with("pact:plugin/") && !name.contains("@1.");
        if let Some(found) = imports.iter().chain(&exports).find(other) {
            return Err(LoadError::OtherAbi { found: found.clone(), spoken: SPOKEN });
        }
        if !exports.iter().any(|export| export == CHECK) {
            return Err(LoadError::NoExport(CHECK));
        }
        let mut manifests = sections.iter().filter(|(name, _)| name == manifest::SECTION);
        let (_, found) = manifests.next().ok_or(LoadError::NoManifest)?;
        if manifests.next().is_some() {
            return Err(LoadError::Manifest("it has several".to_owned()));
        }
        let manifest = Manifest::read(found, limits)?;
        let mut messages = BTreeMap::new();
        for (name, data) in &sections {
            let Some(language) = name.strip_prefix(manifest::CATALOGUES) else { continue };
            let wrong = |reason: String| LoadError::Catalogue { language: language.to_owned(), reason };
            let text = String::from_utf8(data.clone()).map_err(|error| wrong(error.to_string()))?;
            if messages.insert(language.to_owned(), text).is_some() {
                return Err(wrong("they stand there twice".to_owned()));
            }
        }
        let ids = catalogue::ids(&manifest.languages, &messages)?;
        Grants::new(&manifest.sees)?;
        Ok(Inspected { manifest, messages, ids, imports, functions, bytes: bytes.len() })
    }

    /// Looks through a file, compiles it and links it.
    ///
    /// # Errors
    /// When it is no plugin, or none that could be used here.
    pub fn load(bytes: &[u8], host: &Host) -> Result<Self, LoadError> {
        let Inspected { manifest, messages, ids, .. } = Self::inspect(bytes, host)?;
        let compiled = |error: wasmtime::Error| LoadError::Compile(format!("{error:#}"));
        let component = Component::from_binary(host.engine(), bytes).map_err(compiled)?;
        let unlinked = |error: wasmtime::Error| LoadError::Unlinked(format!("{error:#}"));
        let ready = host.link(&component).map_err(unlinked)?;
        Ok(Self { manifest: Arc::new(manifest), messages: Arc::new(messages), ids: Arc::new(ids), ready })
    }

    /// What it says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Its messages in Fluent's syntax, by language.
    pub fn messages(&self) -> &BTreeMap<String, String> {
        &self.messages
    }

    /// Whether it has a message of this id in all of its languages.
    pub(crate) fn has_message(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// The id of one of its messages among those of all plugins.
    pub(crate) fn message_id(&self, id: &str) -> String {
        format!("{}/{id}", self.manifest.id)
    }

    /// What it asks to see.
    pub fn asks(&self) -> &Sees {
        &self.manifest.sees
    }
}
