//! The plugins that `pact.toml` names: from its entries to checks.

use std::{fs, io, path::Path, sync::Arc, time::Duration};

use anyhow::Result;
use pact_core::{ledger::Words, model::Model};
use pact_plugins::{
    Cache, Host, Limits,
    lock::{Lock, LockError},
    setup::{Setup, Wanted},
};
use pact_rules::words::OfLacks;

/// The plugins of a run; nothing where no workspace names any, and then no engine is started either.
///
/// # Errors
/// When no engine can be started on this machine.
pub(crate) fn setup(model: &Model) -> Result<Option<Setup>> {
    let wanted = Wanted::of(model, Path::new(""));
    // All of them stand in one file, beside which the lock lies.
    let Some(first) = wanted.first() else { return Ok(None) };
    let setup = Setup::new(&wanted, &lock(&first.lock), &host()?, cache().as_ref());
    let words: Arc<dyn Words> = Arc::new(OfLacks);
    Ok(Some(setup.speaking(&words)))
}

/// A host with the limits that every run has.
pub(crate) fn host() -> Result<Host> {
    Ok(Host::new(Limits::default())?)
}

/// A host for whoever writes a plugin: it waits for a compilation as long as that takes on a busy machine. What a check may use up is as in every run.
pub(crate) fn authors_host() -> Result<Host> {
    Ok(Host::new(Limits { compile: Duration::from_secs(600), ..Limits::default() })?)
}

/// What the user agreed to. Where there is no file, that is nothing.
pub(crate) fn lock(path: &Path) -> Result<Lock, LockError> {
    match fs::read_to_string(path) {
        Ok(text) => Lock::read(&text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Lock::default()),
        Err(error) => Err(LockError::unreadable(&error)),
    }
}

/// Where compiled code is kept for this user. Where it cannot be kept safely it is not, and plugins are compiled each time.
pub(crate) fn cache() -> Option<Cache> {
    let code = dirs::cache_dir()?.join("pact").join("code");
    let key = dirs::data_local_dir()?.join("pact").join("code.key");
    Cache::open(&code, &key).ok()
}
