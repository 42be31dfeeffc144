//! A plugin that was looked through, read and compiled, ready to be asked.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, mpsc},
};

use wasmtime::component::{Component, InstancePre};

use crate::{
    cache::Cache,
    catalogue,
    error::LoadError,
    host::{Grants, Host, LEDGER, State},
    lock::digest,
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
    /// The version of the boundary for which it was built.
    pub abi: String,
}

impl Inspected {
    /// Whether it brings an interpreter along, which is given a clock that stands still, an empty environment and nothing else.
    pub fn has_interpreter(&self) -> bool {
        self.imports.iter().any(|import| import.starts_with("wasi:"))
    }
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
        // It is made of what the rules of plugins have decided.
        if imports.iter().any(|import| import == LEDGER) {
            if !manifest.sees.ledger {
                return Err(LoadError::LedgerUnasked(LEDGER));
            }
            if let Some(rule) = manifest.rules.iter().find(|rule| rule.decides) {
                return Err(LoadError::DecidesByLedger { rule: rule.name.clone() });
            }
        }
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
        let abi = CHECK.rsplit_once('@').map_or(CHECK, |(_, version)| version).to_owned();
        Ok(Inspected { manifest, messages, ids, imports, functions, bytes: bytes.len(), abi })
    }

    /// Looks through a file, compiles it and links it.
    ///
    /// # Errors
    /// When it is no plugin, or none that could be used here.
    pub fn load(bytes: &[u8], host: &Host) -> Result<Self, LoadError> {
        Self::load_with(bytes, host, None)
    }

    /// The same, with a cache for what is compiled.
    ///
    /// # Errors
    /// When it is no plugin, or none that could be used here.
    pub fn load_with(bytes: &[u8], host: &Host, cache: Option<&Cache>) -> Result<Self, LoadError> {
        Self::take(Self::inspect(bytes, host)?, bytes, &digest(bytes), host, cache)
    }

    /// Compiles what was looked through, or takes what was compiled before, and links it.
    ///
    /// # Errors
    /// When it cannot be compiled, or not in the time that there is.
    pub(crate) fn take(
        inspected: Inspected,
        bytes: &[u8],
        digest: &str,
        host: &Host,
        cache: Option<&Cache>,
    ) -> Result<Self, LoadError> {
        let Inspected { manifest, messages, ids, .. } = inspected;
        let kept = cache.and_then(|cache| cache.load(host.engine(), digest));
        let component = match kept {
            Some(component) => component,
            None => {
                let component = compile(bytes, host)?;
                cache.into_iter().for_each(|cache| cache.store(host.engine(), digest, &component));
                component
            }
        };
        let ready = host.link(&component).map_err(|error| LoadError::Unlinked(format!("{error:#}")))?;
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

/// Compiles a component, for as long as the limits allow. A compilation cannot be stopped: one that takes longer is left behind, and ends with the process.
fn compile(bytes: &[u8], host: &Host) -> Result<Component, LoadError> {
    let most = host.limits().compile;
    let (engine, bytes) = (host.engine().clone(), bytes.to_vec());
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        // Nobody listens where it took too long.
        let _ = tell.send(Component::from_binary(&engine, &bytes));
    });
    match told.recv_timeout(most) {
        Ok(compiled) => compiled.map_err(|error| LoadError::Compile(format!("{error:#}"))),
        Err(mpsc::RecvTimeoutError::Timeout) => Err(LoadError::SlowCompile(most.as_secs())),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(LoadError::Compile("the compiler panicked".to_owned())),
    }
}
