//! Compiled code, kept between runs: what a compiler made of a component the last time.
//!
//! To load such code is to run whatever it is. So an entry is taken only if it carries a mark (HMAC-SHA256) that nobody can make without the key, which lies in
//! another folder, readable for its owner alone: a cache that came with a container image or from a colleague is no cache. An entry is found by the digest of
//! the component and by what the engine says of itself and its settings, and its mark is over both. Anything that does not fit is compiled again.

use std::{
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::SystemTime,
};

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use wasmtime::{Engine, component::Component};

/// Bytes of the mark.
const MARK: usize = 32;
/// Entries that are kept; of more, those that were written longest ago are taken away.
const ENTRIES: usize = 64;
/// An entry larger than this is none of ours.
const LARGEST: u64 = 1 << 30;

/// Compiled code on disk.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    key: [u8; 32],
}

impl Cache {
    /// A cache in a folder, with the key in a file of another. Both are made where they are missing.
    ///
    /// # Errors
    /// When one of them cannot be made or read, is a link to somewhere else, or the key is open to others.
    pub fn open(folder: &Path, key: &Path) -> io::Result<Self> {
        private_folder(folder)?;
        if let Some(around) = key.parent() {
            private_folder(around)?;
        }
        Ok(Self { folder: folder.to_owned(), key: read_or_make(key)? })
    }

    /// The code of a component, if it was compiled before by the same engine and nobody has touched it since.
    pub(crate) fn load(&self, engine: &Engine, digest: &str) -> Option<Component> {
        let name = name(engine, digest);
        let path = self.folder.join(&name);
        let found = fs::symlink_metadata(&path).ok()?;
        if !found.is_file() || found.len() > LARGEST {
            return None;
        }
        let bytes = fs::read(&path).ok()?;
        let (mark, code) = bytes.split_at_checked(MARK)?;
        self.mark(&name, code)?.verify_slice(mark).ok()?;
        reload(engine, code)
    }

    /// Keeps the code of a component. That it cannot be kept is no reason not to use it.
    pub(crate) fn store(&self, engine: &Engine, digest: &str, component: &Component) {
        let _ = self.try_store(&name(engine, digest), component);
    }

    fn try_store(&self, name: &str, component: &Component) -> Option<()> {
        let code = component.serialize().ok()?;
        let mark = self.mark(name, &code)?.finalize().into_bytes();
        let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(&self.folder).ok()?;
        file.write_all(&mark).ok()?;
        file.write_all(&code).ok()?;
        // Renaming replaces a link and does not follow it.
        file.persist(self.folder.join(name)).ok()?;
        self.tidy();
        Some(())
    }

    /// The mark of an entry, as far as it was made.
    fn mark(&self, name: &str, code: &[u8]) -> Option<Hmac<Sha256>> {
        let mut mark = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        mark.update(&(name.len() as u64).to_le_bytes());
        mark.update(name.as_bytes());
        mark.update(code);
        Some(mark)
    }

    /// Takes away what was written longest ago.
    fn tidy(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let mut all: Vec<(SystemTime, PathBuf)> = entries
            .filter_map(|entry| {
                let entry = entry.ok()?;
                let is_own = entry.file_name().to_str().is_some_and(|name| name.ends_with(SUFFIX));
                is_own.then_some((entry.metadata().ok()?.modified().ok()?, entry.path()))
            })
            .collect();
        all.sort();
        let surplus = all.len().saturating_sub(ENTRIES);
        for (_, path) in all.into_iter().take(surplus) {
            let _ = fs::remove_file(path);
        }
    }
}

/// How the names of entries end.
const SUFFIX: &str = ".code";

/// The name of an entry.
fn name(engine: &Engine, digest: &str) -> String {
    let mut hasher = DefaultHasher::new();
    engine.precompile_compatibility_hash().hash(&mut hasher);
    format!("{digest}-{:016x}{SUFFIX}", hasher.finish())
}

#[expect(unsafe_code, reason = "the only place where code is loaded that was compiled before")]
fn reload(engine: &Engine, code: &[u8]) -> Option<Component> {
    // SAFETY: `Component::deserialize` asks for bytes that `Component::serialize` gave and nobody changed. The caller has checked a mark over exactly these
    // bytes with a key that only this user has, and marks are made of nothing but what `serialize` gave. Whether the engine is the same one wasmtime checks
    // itself, beside the name under which the entry was found.
    unsafe { Component::deserialize(engine, code) }.ok()
}

fn no(reason: &str) -> io::Error {
    io::Error::new(io::ErrorKind::PermissionDenied, reason)
}

/// Makes a folder that only its owner can read, or makes sure that it is a folder and no link.
fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    if fs::symlink_metadata(path)?.is_dir() { Ok(()) } else { Err(no("it is a link to another folder")) }
}

/// The key: made once, of random bytes.
fn read_or_make(path: &Path) -> io::Result<[u8; 32]> {
    match fs::symlink_metadata(path) {
        Ok(found) if !found.is_file() => return Err(no("the key is no file")),
        Ok(found) => {
            #[cfg(unix)]
            if std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o077 != 0 {
                return Err(no("others may read the key"));
            }
            let _ = found;
            return fs::read(path)?.try_into().map_err(|_| no("the key has another length"));
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(|error| io::Error::other(error.to_string()))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    // Temporary files are readable for their owner alone.
    let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(folder)?;
    file.write_all(&key)?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(key),
        // Somebody else was quicker.
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => read_or_make(path),
        Err(error) => Err(error.error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{host::Host, limits::Limits};

    struct Fixture {
        folder: tempfile::TempDir,
        host: Host,
        cache: Cache,
    }

    fn fixture() -> Fixture {
        let folder = tempfile::tempdir().unwrap();
        let host = Host::new(Limits::default()).unwrap();
        let cache = Cache::open(&folder.path().join("code"), &folder.path().join("state/key")).unwrap();
        Fixture { folder, host, cache }
    }

    fn component(host: &Host) -> Component {
        Component::from_binary(host.engine(), &wat::parse_str("(component)").unwrap()).unwrap()
    }

    fn entry(fixture: &Fixture) -> PathBuf {
        let mut all = fs::read_dir(fixture.folder.path().join("code")).unwrap();
        all.next().unwrap().unwrap().path()
    }

    #[test]
    fn what_was_compiled_is_found_again_by_the_same_engine() {
        let fixture = fixture();
        let (host, cache) = (&fixture.host, &fixture.cache);
        assert!(cache.load(host.engine(), "a").is_none());
        cache.store(host.engine(), "a", &component(host));
        assert!(cache.load(host.engine(), "a").is_some());
        assert!(cache.load(host.engine(), "b").is_none());
        let again = Cache::open(&fixture.folder.path().join("code"), &fixture.folder.path().join("state/key")).unwrap();
        assert!(again.load(host.engine(), "a").is_some(), "the key is kept");
    }

    #[test]
    fn an_entry_that_somebody_touched_is_none() {
        let fixture = fixture();
        let (host, cache) = (&fixture.host, &fixture.cache);
        cache.store(host.engine(), "a", &component(host));
        let path = entry(&fixture);
        let whole = fs::read(&path).unwrap();
        for at in [0, MARK - 1, MARK, whole.len() / 2, whole.len() - 1] {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            fs::write(&path, changed).unwrap();
            assert!(cache.load(host.engine(), "a").is_none(), "byte {at}");
        }
        for short in [&[][..], &whole[..MARK], &whole[..whole.len() - 1]] {
            fs::write(&path, short).unwrap();
            assert!(cache.load(host.engine(), "a").is_none(), "{} bytes", short.len());
        }
        // Nor is one under the name of another, or with the mark of another key.
        fs::write(&path, &whole).unwrap();
        fs::copy(&path, fixture.folder.path().join("code").join(name(host.engine(), "b"))).unwrap();
        assert!(cache.load(host.engine(), "a").is_some() && cache.load(host.engine(), "b").is_none());
        let foreign =
            Cache::open(&fixture.folder.path().join("code"), &fixture.folder.path().join("other/key")).unwrap();
        assert!(foreign.load(host.engine(), "a").is_none());
    }

    #[cfg(unix)]
    #[test]
    fn links_and_open_keys_are_refused() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let fixture = fixture();
        let at = |name: &str| fixture.folder.path().join(name);
        symlink(at("code"), at("link")).unwrap();
        assert!(Cache::open(&at("link"), &at("state/key")).is_err());
        symlink(at("state/key"), at("state/linked")).unwrap();
        assert!(Cache::open(&at("code"), &at("state/linked")).is_err());
        fs::set_permissions(at("state/key"), fs::Permissions::from_mode(0o644)).unwrap();
        assert!(Cache::open(&at("code"), &at("state/key")).is_err());
        fs::write(at("state/short"), "short").unwrap();
        fs::set_permissions(at("state/short"), fs::Permissions::from_mode(0o600)).unwrap();
        assert!(Cache::open(&at("code"), &at("state/short")).is_err());
        // An entry that is a link is not read, and is replaced by writing.
        fixture.cache.store(fixture.host.engine(), "a", &component(&fixture.host));
        let path = entry(&fixture);
        fs::rename(&path, at("elsewhere")).unwrap();
        symlink(at("elsewhere"), &path).unwrap();
        assert!(fixture.cache.load(fixture.host.engine(), "a").is_none());
        fixture.cache.store(fixture.host.engine(), "a", &component(&fixture.host));
        assert!(fs::symlink_metadata(&path).unwrap().is_file());
        assert!(fs::symlink_metadata(at("elsewhere")).unwrap().is_file());
    }

    #[test]
    fn a_cache_does_not_grow_without_end() {
        let fixture = fixture();
        for number in 0..ENTRIES + 3 {
            fixture.cache.store(fixture.host.engine(), &number.to_string(), &component(&fixture.host));
        }
        assert_eq!(fs::read_dir(fixture.folder.path().join("code")).unwrap().count(), ENTRIES);
    }
}
