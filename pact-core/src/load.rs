//! From bytes to documents: decoding, parsing with places, limits. No file is opened here.
//!
//! [`Input`] is handed the bytes of files under names. It says which further files the documents name
//! ([`Input::wanted`]); whoever has a file system fetches them. [`Input::build`] ends the reading.

mod encoding;
pub(crate) mod json;
pub mod limits;
mod path;
pub(crate) mod table;
pub(crate) mod toml;
pub mod tree;
pub mod versions;
pub(crate) mod yaml;

use std::collections::{BTreeMap, BTreeSet};

use self::{
    limits::{Limit, Limits},
    tree::{Stop, Tree, Value, ValueKind},
};
use rustc_hash::FxHashSet;
use sha2::{Digest as _, Sha256};

use crate::{
    decode::{Decode, Decoder, Gathered, Lost, Room, is_id},
    document::{
        DocumentKind, VERSION,
        pact::Pact,
        register::Register,
        terms::Terms,
        value::{FilePath, PartialDate},
        workspace::Workspace,
    },
    fault::{Fault, FaultKind, Unreadable},
    model::Model,
    name::{Names, Symbol},
    near::nearest,
    source::{FileId, Layout, Sources, Span},
};

use self::versions::SetAside;

/// A document and the file in which it stands.
#[derive(Debug)]
pub(crate) struct Loaded<T> {
    pub(crate) file: FileId,
    pub(crate) document: T,
}

/// A file that a document names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wanted {
    /// Its path, joined to that of the document that names it.
    pub path: String,
    /// Where it is named.
    pub span: Span,
}

/// The files of a run while they are gathered.
///
/// ```
/// use pact_core::load::Input;
///
/// let mut input = Input::new();
/// input.add("terms.yaml", "terms: 1\nid: board\ntitle: Board\nclauses:\n  A: { force: must, text: Seven members. }\n");
/// let model = input.build();
/// assert!(model.faults().is_empty());
/// assert_eq!(model.graph().node_count(), 2);
/// ```
#[derive(Debug, Default)]
pub struct Input {
    pub(crate) sources: Sources,
    pub(crate) names: Names,
    pub(crate) faults: Vec<Fault>,
    pub(crate) terms: Vec<Loaded<Terms>>,
    pub(crate) pacts: Vec<Loaded<Pact>>,
    pub(crate) workspaces: Vec<Loaded<Workspace>>,
    pub(crate) registers: BTreeMap<String, Loaded<Register>>,
    pub(crate) prose: BTreeMap<String, FileId>,
    /// Ids of entries of which nothing else could be read.
    pub(crate) lost_names: FxHashSet<Symbol>,
    /// Keys that stand a second time in their entry list.
    pub(crate) repeated_keys: FxHashSet<Span>,
    /// Sections in which something is lost.
    pub(crate) lost: BTreeSet<Lost>,
    /// A file is lost as a whole.
    pub(crate) file_lost: bool,
    /// Entries read so far.
    entries: usize,
    wanted: BTreeSet<Wanted>,
    given: BTreeSet<String>,
    /// Further paths of files that were given.
    aliases: BTreeMap<String, String>,
    limits: Limits,
    /// The day as of which is judged.
    as_of: Option<PartialDate>,
}

impl Input {
    /// Nothing yet, with the default limits.
    pub fn new() -> Self {
        Self::default()
    }

    /// Nothing yet, with limits of one's own.
    pub fn with_limits(limits: Limits) -> Self {
        let file_bytes = limits.file_bytes.min(u32::MAX as usize - 1);
        Self { limits: Limits { file_bytes, ..limits }, ..Self::default() }
    }

    /// The limits of this run.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Adds a file. Its ending says how it is read: `.yaml`, `.yml` and `.json` are terms or pacts, `.toml` is the workspace's
    /// manifest, `.csv` and `.tsv` are registers, `.txt` and `.md` are sources. A name without an ending (such as `-` for
    /// standard input) is JSON when it begins with a brace, else YAML.
    ///
    /// What is wrong with it is kept among the faults; nothing is lost of the other files. A path that was given before
    /// is not read again.
    pub fn add(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        let path = path::normalise(path);
        if !self.given.insert(path.clone()) {
            return;
        }
        let bytes = bytes.into();
        let sha256 = Sha256::digest(&bytes).into();
        let format = Format::of(&path, &bytes);
        let (text, lost) = match self.decoded(bytes, format) {
            Ok(text) if text.trim_start().is_empty() => (text, Some(FaultKind::EmptyFile)),
            Ok(text) => (text, None),
            Err(kind) => (String::new(), Some(kind)),
        };
        let file = self.sources.add(&path, sha256, text);
        match lost {
            Some(kind) => self.lose(file, kind),
            None => self.read(&path, file, format),
        }
    }

    /// Says that a file could not be had. `named_at` is where a document names it, if one does.
    pub fn add_unreadable(&mut self, path: &str, reason: Unreadable, named_at: Option<Span>) {
        let path = path::normalise(path);
        if !self.given.insert(path.clone()) {
            return;
        }
        let file = self.sources.add(&path, Sha256::digest([]).into(), String::new());
        let span = named_at.unwrap_or_else(|| Span::new(file, 0, 0));
        self.lose_at(file, span, FaultKind::Unreadable(reason));
    }

    /// Says that a path leads to a file that was given under another, so that it is not read twice.
    pub fn add_alias(&mut self, path: &str, given_as: &str) {
        let path = path::normalise(path);
        if self.given.insert(path.clone()) {
            self.aliases.insert(path, path::normalise(given_as));
        }
    }

    /// Says that a file is larger than the limit, without its being read.
    pub fn add_too_large(&mut self, path: &str) {
        let path = path::normalise(path);
        if self.given.insert(path.clone()) {
            let file = self.sources.add(&path, Sha256::digest([]).into(), String::new());
            self.lose(file, self.exceeded(Limit::FileBytes));
        }
    }

    /// The path under which a file that `document` names was given.
    pub(crate) fn given_path(&self, document: &str, relative: &str) -> String {
        let path = path::join(document, relative);
        self.aliases.get(&path).cloned().unwrap_or(path)
    }

    /// Files that documents name and that were not given yet. Add each, or say that it cannot be had, and ask again.
    pub fn wanted(&self) -> Vec<Wanted> {
        self.wanted.iter().filter(|wanted| !self.given.contains(&wanted.path)).cloned().collect()
    }

    /// Whether any file was given, readable or not.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// The manifest of the workspace, if one was given.
    pub fn workspace(&self) -> Option<&Workspace> {
        self.workspaces.first().map(|loaded| &loaded.document)
    }

    /// The ids that were read so far.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Ends the reading: joins everything into a graph. Files that are still wanted count as missing.
    ///
    /// # Complexity
    /// Linear in the size of the files.
    pub fn build(mut self) -> Model {
        for wanted in self.wanted() {
            self.add_unreadable(&wanted.path, Unreadable::Missing, Some(wanted.span));
        }
        Model::new(self)
    }

    /// Says as of which day is judged: of terms in several versions the one in force on it counts. Without a day the last counts.
    pub fn as_of(&mut self, day: Option<PartialDate>) {
        self.as_of = day;
    }

    /// Takes out the versions of terms that do not count.
    pub(crate) fn set_aside(&mut self) -> Vec<SetAside> {
        versions::set_aside(&mut self.terms, self.as_of)
    }

    /// How many more entries may be read.
    fn room(&self) -> Room {
        Room { left: self.limits.entries.saturating_sub(self.entries), at_most: self.limits.entries, full: false }
    }

    /// Keeps what a decoder gathered beside the document.
    fn take(&mut self, gathered: Gathered) {
        self.entries = self.limits.entries - gathered.room.left;
        self.lost.extend(gathered.lost);
        self.repeated_keys.extend(gathered.repeated_keys);
        self.lost_names.extend(gathered.lost_names);
    }

    /// Asks for a file that a document names, which may have to be of a format.
    ///
    /// A document may come from somebody whom nobody knows: it names files beside it by a relative path, and no others, and a source cannot be a key
    /// store.
    fn want(&mut self, document: &str, named: &FilePath, format: Option<Format>) {
        let path = path::join(document, &named.path);
        let relative = !named.path.starts_with(['/', '\\']) && !named.path.contains(':');
        let fits = format.is_none_or(|format| path.contains('.') && Format::of(&path, b"") == Some(format));
        if relative && fits {
            self.wanted.insert(Wanted { path, span: named.span });
        } else {
            let reason = if relative { Unreadable::UnknownFormat } else { Unreadable::Absolute };
            self.add_unreadable(&path, reason, Some(named.span));
        }
    }

    fn decoded(&self, bytes: Vec<u8>, format: Option<Format>) -> Result<String, FaultKind> {
        if bytes.len() > self.limits.file_bytes {
            return Err(self.exceeded(Limit::FileBytes));
        }
        match format {
            None => Err(FaultKind::Unreadable(Unreadable::UnknownFormat)),
            Some(Format::Table | Format::Prose) => encoding::utf8_or_windows_1252(bytes).map_err(FaultKind::Unreadable),
            Some(_) => encoding::utf8(bytes).map_err(|(_, reason)| FaultKind::Unreadable(reason)),
        }
    }

    fn exceeded(&self, limit: Limit) -> FaultKind {
        FaultKind::Limit { limit, at_most: self.limits.of(limit) }
    }

    /// Notes that nothing of a file is read.
    pub(crate) fn lose(&mut self, file: FileId, kind: FaultKind) {
        self.lose_at(file, Span::new(file, 0, 0), kind);
    }

    /// The same, with the place that shows why.
    fn lose_at(&mut self, file: FileId, span: Span, kind: FaultKind) {
        let pointer = self.sources.get(file).map(|source| path::name(source.path()).to_owned()).unwrap_or_default();
        match Format::of(&pointer, b"") {
            // A source defines nothing, a register nothing but members.
            Some(Format::Prose) => {}
            Some(Format::Table) => {
                self.lost.insert(Lost::Section("members".to_owned()));
            }
            _ => self.file_lost = true,
        }
        self.faults.push(Fault { kind, span, file, pointer, related: None });
    }

    fn read(&mut self, path: &str, file: FileId, format: Option<Format>) {
        let text = self.sources.shared_text(file);
        match format {
            Some(Format::Prose) | None => {
                self.prose.insert(path.to_owned(), file);
            }
            Some(Format::Table) => {
                self.sources.set_layout(file, Layout::Table { delimiter: table::delimiter(&text) });
                let room = self.room();
                let mut decoder = Decoder::new(&mut self.names, &mut self.faults, path::name(path), room);
                let register = table::read(&mut decoder, file, path::stem(path), &text, self.limits);
                let gathered = decoder.finish();
                self.take(gathered);
                self.registers.insert(path.to_owned(), Loaded { file, document: register });
            }
            Some(format) => match format.tree(file, &text, self.limits) {
                Some(Ok(tree)) => self.document(path, file, &tree),
                Some(Err(stop)) => self.stopped(file, stop),
                None => {}
            },
        }
    }

    fn stopped(&mut self, file: FileId, stop: Stop) {
        let (kind, span) = match stop {
            Stop::Syntax { problem, words, span } => (FaultKind::Syntax { problem, words }, span),
            Stop::SecondDocument(span) => (FaultKind::SecondDocument, span),
            Stop::UnknownAlias(span) => (FaultKind::UnknownAlias, span),
            Stop::Limit { limit, span } => (self.exceeded(limit), span),
        };
        self.lose_at(file, span, kind);
    }

    fn document(&mut self, path: &str, file: FileId, tree: &Tree<'_>) {
        let Some(root) = tree.root().filter(|root| root.kind() != ValueKind::Null) else {
            self.lose(file, FaultKind::EmptyFile);
            return;
        };
        let kinds: &[DocumentKind] = if path.ends_with(".toml") { &[DocumentKind::Workspace] } else { &DOCUMENTS };
        let given = |kind: DocumentKind| root.get(kind.name()).map(|version| (kind, version));
        // A pact has a key `terms` too, for what it is held against. One that lacks `pact: 1` shows by its other keys.
        let is_pact = ["level", "status", "supplements", "objectives", "initiatives", "members"]
            .iter()
            .any(|key| root.get(key).is_some());
        let terms = given(DocumentKind::Terms).filter(|(_, version)| !is_pact || version.kind() == ValueKind::Integer);
        let found = match (given(DocumentKind::Pact), terms) {
            (Some(_), Some((_, version))) if version.kind() == ValueKind::Integer => {
                self.lose_at(file, version.span(), FaultKind::TwoDocuments);
                return;
            }
            (Some(pact), _) => Some(pact),
            (None, terms) => terms.or_else(|| given(DocumentKind::Workspace)),
        };
        let Some((kind, version)) = found.filter(|(kind, _)| kinds.contains(kind)) else {
            self.unknown(file, root, kinds);
            return;
        };
        if version.kind() != ValueKind::Integer || version.text() != VERSION.to_string() {
            let found = version.text().to_owned();
            self.lose_at(file, version.span(), FaultKind::UnsupportedVersion { found, supported: VERSION });
            return;
        }
        // Fingerprints outlive the renaming of a file where the document has an id.
        let id = root.get("id").map(Value::text).filter(|id| is_id(id));
        let room = self.room();
        let root_name = id.unwrap_or_else(|| path::name(path));
        let mut decoder = Decoder::new(&mut self.names, &mut self.faults, root_name, room);
        match kind {
            DocumentKind::Terms => {
                if let Ok(document) = Terms::decode(&mut decoder, root) {
                    let gathered = decoder.finish();
                    self.take(gathered);
                    self.lost.extend(document.id.0.is_none().then(|| Lost::Key("id".to_owned())));
                    let source = document.source.as_ref().and_then(|source| source.file.as_ref());
                    source.into_iter().for_each(|named| self.want(path, named, Some(Format::Prose)));
                    self.terms.push(Loaded { file, document });
                }
            }
            DocumentKind::Pact => {
                if let Ok(document) = Pact::decode(&mut decoder, root) {
                    let gathered = decoder.finish();
                    self.take(gathered);
                    self.lost.extend(document.id.0.is_none().then(|| Lost::Key("id".to_owned())));
                    if document.registers.0.iter().any(|register| register.file.is_none()) {
                        self.lost.insert(Lost::Key("registers".to_owned()));
                    }
                    let files = document.registers.0.iter().filter_map(|register| register.file.as_ref());
                    files.for_each(|named| self.want(path, named, Some(Format::Table)));
                    self.pacts.push(Loaded { file, document });
                }
            }
            DocumentKind::Workspace | DocumentKind::Register => {
                if let Ok(document) = Workspace::decode(&mut decoder, root) {
                    // A document that should be in the list may define anything.
                    if document.meta.damaged
                        || decoder.gathered.lost.iter().any(|lost| *lost == Lost::Key("documents".to_owned()))
                    {
                        self.lost.insert(Lost::Everything);
                    }
                    for named in document.documents.iter().flat_map(|list| &list.0) {
                        self.want(path, named, None);
                    }
                    self.workspaces.push(Loaded { file, document });
                }
            }
        }
    }

    fn unknown(&mut self, file: FileId, root: Value<'_>, kinds: &[DocumentKind]) {
        let accepted: Vec<String> = kinds.iter().map(|kind| kind.name().to_owned()).collect();
        let names = || accepted.iter().map(String::as_str);
        let meant = root.entries().map(|(key, _)| key).find(|key| nearest(key.text(), names()).is_some());
        let first = meant.or_else(|| root.entries().next().map(|(key, _)| key)).unwrap_or(root);
        let found = meant.map(|key| key.text().to_owned());
        let span = first.span();
        self.lose_at(file, span, FaultKind::UnknownDocument { accepted, found });
    }
}

/// The documents that are written in YAML or JSON.
const DOCUMENTS: [DocumentKind; 2] = [DocumentKind::Terms, DocumentKind::Pact];

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Yaml,
    Json,
    Toml,
    Table,
    Prose,
}

impl Format {
    fn of(path: &str, bytes: &[u8]) -> Option<Self> {
        let file = path.rsplit('/').next().unwrap_or(path);
        let Some((_, ending)) = file.rsplit_once('.') else {
            let begin = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
            return Some(if begin == Some(&b'{') { Self::Json } else { Self::Yaml });
        };
        match ending.to_ascii_lowercase().as_str() {
            "yaml" | "yml" => Some(Self::Yaml),
            "json" => Some(Self::Json),
            "toml" => Some(Self::Toml),
            "csv" | "tsv" => Some(Self::Table),
            "txt" | "md" => Some(Self::Prose),
            _ => None,
        }
    }

    /// Parses a text into a tree of values; nothing for formats that have none.
    fn tree<'s>(self, file: FileId, text: &'s str, limits: Limits) -> Option<Result<Tree<'s>, Stop>> {
        match self {
            Self::Yaml => Some(yaml::parse(file, text, limits)),
            Self::Json => Some(json::parse(file, text, limits)),
            Self::Toml => Some(toml::parse(file, text, limits)),
            Self::Table | Self::Prose => None,
        }
    }
}

/// Reads a file that was read before once more, to find places in it.
pub(crate) fn again<'s>(path: &str, file: FileId, text: &'s str, limits: Limits) -> Option<Tree<'s>> {
    Format::of(path, text.as_bytes())?.tree(file, text, limits)?.ok()
}

/// The values of a text that is read as a file of this name would be, for those who do something else with a document than to check it. Their places are those
/// of no file of a model. Nothing where it cannot be read, or is a table or prose.
pub fn values<'s>(path: &str, text: &'s str) -> Option<Tree<'s>> {
    again(path, FileId(0), text, Limits::default())
}

/// Whether a file of this name can be read at all, for those who look through folders.
pub fn is_readable_name(path: &str) -> bool {
    path.contains('.') && Format::of(path, b"").is_some()
}
