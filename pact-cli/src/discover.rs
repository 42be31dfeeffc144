//! From paths to the files behind them: single files, folders, workspaces, standard input, and what documents name.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use pact_core::{
    fault::Unreadable,
    load::{Input, is_readable_name},
    source::Span,
};

/// The manifest of a workspace.
const MANIFEST: &str = "pact.toml";
/// The endings of documents, for folders that do not say what belongs to them.
const ENDINGS: [&str; 4] = ["yaml", "yml", "json", "csv"];

/// Reads what `paths` name, and what those documents name, until nothing more is wanted.
///
/// A file that cannot be had is noted in the input, where a rule finds it; only standard input can fail here.
pub(crate) fn gather(paths: &[PathBuf]) -> Result<Input> {
    let mut gathering = Gathering { input: Input::new(), seen: BTreeMap::new() };
    for path in paths {
        if path == Path::new("-") {
            standard_input(&mut gathering.input)?;
        } else if path.file_name() == Some(OsStr::new(MANIFEST)) {
            folder(&mut gathering, path.parent().unwrap_or(Path::new("")), true);
        } else if path.is_dir() && !is_taken_for_a_file(path) {
            folder(&mut gathering, path, false);
        } else {
            gathering.file(path, None);
        }
    }
    loop {
        let wanted = gathering.input.wanted();
        if wanted.is_empty() {
            return Ok(gathering.input);
        }
        for wanted in wanted {
            gathering.file(Path::new(&wanted.path), Some(wanted.span));
        }
    }
}

/// A folder called `terms.yaml` is a mistake unless it is a workspace.
fn is_taken_for_a_file(path: &Path) -> bool {
    path.file_name().is_some_and(|name| is_readable_name(&name.to_string_lossy())) && !path.join(MANIFEST).exists()
}

fn standard_input(input: &mut Input) -> Result<()> {
    let bytes = bounded(io::stdin().lock(), input.limits().file_bytes).context("standard input could not be read")?;
    input.add("-", bytes);
    Ok(())
}

fn folder(gathering: &mut Gathering, path: &Path, manifest_is_asked_for: bool) {
    let manifest = path.join(MANIFEST);
    if manifest_is_asked_for || manifest.exists() {
        gathering.file(&manifest, None);
        if names_its_documents(&manifest, gathering.input.limits().file_bytes) {
            return;
        }
    }
    let here = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let entries = match fs::read_dir(here).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => {
            return gathering.input.add_unreadable(&shown(path), Unreadable::Refused(error.to_string()), None);
        }
    };
    let mut names: Vec<_> = entries.iter().map(fs::DirEntry::file_name).filter(|name| is_document(name)).collect();
    names.sort();
    for name in names {
        gathering.file(&path.join(name), None);
    }
}

fn is_document(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    !name.starts_with('.') && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Whether a manifest lists the documents of its folder. One that cannot be read does not.
fn names_its_documents(manifest: &Path, limit: usize) -> bool {
    let mut alone = Input::new();
    if let Ok(Some(bytes)) = contents(manifest, limit) {
        alone.add(MANIFEST, bytes);
    }
    alone.workspace().is_some_and(|workspace| workspace.documents.is_some())
}

/// The files of a run while they are gathered.
struct Gathering {
    input: Input,
    /// Where files really lie, and the path under which each was given: two paths may lead to one.
    seen: BTreeMap<PathBuf, String>,
}

impl Gathering {
    /// Reads a file, or notes why it cannot be read. `named_at` is where a document names it.
    fn file(&mut self, path: &Path, named_at: Option<Span>) {
        let name = shown(path);
        if let Ok(place) = fs::canonicalize(path) {
            if let Some(given_as) = self.seen.get(&place) {
                return self.input.add_alias(&name, given_as);
            }
            self.seen.insert(place, name.clone());
        }
        match contents(path, self.input.limits().file_bytes) {
            Ok(Some(bytes)) => self.input.add(&name, bytes),
            Ok(None) => self.input.add_too_large(&name),
            Err(reason) => self.input.add_unreadable(&name, reason, named_at),
        }
    }
}

/// A path as it is shown, and as documents write it.
fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// What is in a file; nothing when it is larger than the limit.
fn contents(path: &Path, limit: usize) -> Result<Option<Vec<u8>>, Unreadable> {
    let metadata = fs::metadata(path).map_err(refused)?;
    if metadata.is_dir() {
        return Err(Unreadable::Directory);
    }
    // Opening a pipe would wait for somebody to write to it; a device may never end.
    if !metadata.is_file() {
        return Err(Unreadable::NotAFile);
    }
    if metadata.len() > limit as u64 {
        return Ok(None);
    }
    File::open(path).and_then(|file| bounded(file, limit)).map(Some).map_err(refused)
}

/// Reads at most one byte more than the limit, so that whoever counts sees that it is too much.
fn bounded(from: impl io::Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn refused(error: io::Error) -> Unreadable {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unreadable::Missing,
        io::ErrorKind::IsADirectory => Unreadable::Directory,
        _ => Unreadable::Refused(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use pact_core::fault::FaultKind;

    use super::*;

    fn workspace(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    /// The names of the files that were given, without the folder.
    fn read(paths: &[PathBuf], folder: &Path) -> Vec<String> {
        let model = gather(paths).unwrap().build();
        let prefix = format!("{}/", shown(folder));
        model.sources().iter().map(|(_, source)| source.path().trim_start_matches(&prefix).to_owned()).collect()
    }

    const TERMS: &str = "terms: 1\nid: a\ntitle: A\nsource: { file: a.txt }\nclauses:\n  A: { force: must, text: x }\n";

    #[test]
    fn a_folder_is_its_documents_and_what_they_name() {
        let files = [
            ("b.yaml", "terms: 1\n"),
            ("a.YML", TERMS),
            ("a.txt", "x"),
            ("c.txt", ""),
            (".d.yaml", ""),
            ("sub/e.yaml", ""),
        ];
        let folder = workspace(&files);
        assert_eq!(read(&[folder.path().to_owned()], folder.path()), ["a.YML", "b.yaml", "a.txt"]);
    }

    #[test]
    fn a_manifest_that_lists_documents_is_followed() {
        let listed = "workspace = 1\ndocuments = [\"a.yaml\"]\n";
        let folder = workspace(&[("pact.toml", listed), ("a.yaml", TERMS), ("b.yaml", TERMS)]);
        let expected = ["pact.toml", "a.yaml", "a.txt"];
        assert_eq!(read(&[folder.path().to_owned()], folder.path()), expected);
        assert_eq!(read(&[folder.path().join("pact.toml")], folder.path()), expected);
    }

    #[test]
    fn a_manifest_that_lists_none_means_all() {
        for manifest in ["workspace = 1\n", "workspace = \n"] {
            let folder = workspace(&[("pact.toml", manifest), ("b.yaml", TERMS)]);
            assert_eq!(read(&[folder.path().to_owned()], folder.path()), ["pact.toml", "b.yaml", "a.txt"]);
        }
    }

    #[test]
    fn what_cannot_be_had_is_noted() {
        let folder = workspace(&[("dir.yaml/x", "")]);
        let path = |name: &str| folder.path().join(name);
        let model = gather(&[path("dir.yaml"), path("none.yaml"), path("none/pact.toml")]).unwrap().build();
        let kinds: Vec<_> = model.faults().iter().map(|fault| fault.kind.clone()).collect();
        let unreadable = |reason| FaultKind::Unreadable(reason);
        assert_eq!(kinds.first(), Some(&unreadable(Unreadable::Directory)));
        assert_eq!(kinds.get(1), Some(&unreadable(Unreadable::Missing)));
        assert_eq!(kinds.get(2), Some(&unreadable(Unreadable::Missing)));
    }

    #[cfg(unix)]
    #[test]
    fn devices_are_not_read() {
        assert_eq!(contents(Path::new("/dev/zero"), 10), Err(Unreadable::NotAFile));
    }

    #[test]
    fn a_file_is_read_once_by_whatever_path() {
        let pact = "pact: 1\nid: p\ntitle: P\nlevel: national\nstatus: planned\nregisters: [{ file: ../here/m.csv }]\n";
        let folder = workspace(&[("here/a.yaml", pact), ("here/m.csv", "id;seat\n1;s\n"), ("there/x.yaml", TERMS)]);
        let path = |name: &str| folder.path().join(name);
        let model = gather(&[path("here"), path("there/../here/a.yaml"), path("here/m.csv")]).unwrap().build();
        assert_eq!(model.sources().iter().count(), 2);
        assert!(model.graph().unclaimed_registers().is_empty() && model.graph().duplicates().is_empty());
    }

    #[test]
    fn a_file_that_is_too_large_is_not_read() {
        let folder = workspace(&[("a.yaml", TERMS)]);
        assert_eq!(contents(&folder.path().join("a.yaml"), 10), Ok(None));
    }

    #[test]
    fn reading_ends_at_the_limit() {
        assert_eq!(bounded(io::repeat(0), 10).unwrap().len(), 11);
    }
}
