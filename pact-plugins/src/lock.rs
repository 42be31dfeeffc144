//! `pact.lock`: which plugins a folder runs, byte for byte, and what they may see.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{manifest::Sees, plugin::Inspected};

/// What the file is called, beside `pact.toml`.
pub const FILE: &str = "pact.lock";
/// The version of the file.
const VERSION: u32 = 1;

/// What stands at the beginning of the file.
const HEAD: &str =
    "# Which plugins run here, byte for byte, and what they may see. Written by `pact plugin`; check it in.\n";

/// The plugins of a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Lock {
    /// The version of the file: 1.
    version: u32,
    /// The plugins, by id.
    #[serde(default, rename = "plugin")]
    pub plugins: Vec<Locked>,
}

/// A plugin as the user agreed to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Locked {
    /// The id.
    pub id: String,
    /// The version.
    pub version: String,
    /// The SHA-256 of the file.
    pub sha256: String,
    /// The boundary for which it was built.
    pub abi: String,
    /// Whether it brings an interpreter along, which is given a clock that stands still and nothing else.
    #[serde(default)]
    pub interpreter: bool,
    /// What it may see.
    pub sees: Sees,
}

/// A `pact.lock` that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("pact.lock: {0}")]
pub struct LockError(String);

impl LockError {
    /// The file is there and cannot be read.
    pub fn unreadable(error: &std::io::Error) -> Self {
        Self(error.to_string())
    }
}

impl Default for Lock {
    fn default() -> Self {
        Self { version: VERSION, plugins: Vec::new() }
    }
}

impl Lock {
    /// Reads a file.
    ///
    /// # Errors
    /// When it is no such file, or one of a later version, or names a plugin twice.
    pub fn read(text: &str) -> Result<Self, LockError> {
        let lock: Self = toml::from_str(text).map_err(|error| LockError(error.to_string()))?;
        if lock.version != VERSION {
            return Err(LockError(format!("its version is {}, and this pact reads {VERSION}", lock.version)));
        }
        let mut ids: Vec<&str> = lock.plugins.iter().map(|plugin| plugin.id.as_str()).collect();
        ids.sort_unstable();
        if let Some(twice) = ids.windows(2).find_map(|pair| pair.first().filter(|first| pair.last() == Some(first))) {
            return Err(LockError(format!("`{twice}` stands there twice")));
        }
        Ok(lock)
    }

    /// The text of the file.
    ///
    /// # Errors
    /// When it cannot be written as TOML, which no plugin that was inspected brings about.
    pub fn write(&self) -> Result<String, LockError> {
        let text = toml::to_string(self).map_err(|error| LockError(error.to_string()))?;
        Ok(format!("{HEAD}{text}"))
    }

    /// The plugin of an id.
    pub fn find(&self, id: &str) -> Option<&Locked> {
        self.plugins.iter().find(|plugin| plugin.id == id)
    }

    /// Takes a plugin in the place of an earlier one of its id.
    pub fn pin(&mut self, plugin: Locked) {
        self.plugins.retain(|known| known.id != plugin.id);
        self.plugins.push(plugin);
        self.plugins.sort_by(|a, b| a.id.cmp(&b.id));
    }

    /// Forgets a plugin; whether there was one.
    pub fn forget(&mut self, id: &str) -> bool {
        let before = self.plugins.len();
        self.plugins.retain(|known| known.id != id);
        self.plugins.len() < before
    }
}

impl Locked {
    /// A plugin as it is now, with the digest of its file.
    pub fn new(inspected: &Inspected, digest: &str) -> Self {
        let manifest = &inspected.manifest;
        Self {
            id: manifest.id.clone(),
            version: manifest.version.clone(),
            sha256: digest.to_owned(),
            abi: inspected.abi.clone(),
            interpreter: inspected.has_interpreter(),
            sees: manifest.sees.clone(),
        }
    }
}

/// The SHA-256 of a file, in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locked(id: &str) -> Locked {
        Locked {
            id: id.to_owned(),
            version: "1.0.0".to_owned(),
            sha256: digest(id.as_bytes()),
            abi: "1.0.0".to_owned(),
            interpreter: false,
            sees: Sees { kinds: vec!["objective".to_owned()], ..Sees::default() },
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let mut lock = Lock::default();
        lock.pin(locked("b"));
        lock.pin(locked("a"));
        lock.pin(Locked { version: "2.0.0".to_owned(), ..locked("b") });
        let text = lock.write().unwrap();
        insta::assert_snapshot!(text);
        assert_eq!(Lock::read(&text).unwrap(), lock);
        assert!(lock.forget("a") && !lock.forget("a"));
        assert_eq!(lock.find("b").map(|plugin| plugin.version.as_str()), Some("2.0.0"));
    }

    #[test]
    fn a_file_that_cannot_be_relied_on_is_refused() {
        let twice = Lock { plugins: vec![locked("a"), locked("a")], ..Lock::default() };
        for text in ["version = 2\n", "version = 1\nplugins = []\n", "version", &twice.write().unwrap()] {
            assert!(Lock::read(text).is_err(), "{text}");
        }
        assert_eq!(Lock::read("version = 1\n").unwrap(), Lock::default());
    }
}
