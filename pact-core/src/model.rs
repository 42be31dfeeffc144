//! Everything that a check may look at.

use crate::{
    document::workspace::Workspace,
    fault::{Fault, FaultKind},
    graph::{Graph, build::Builder},
    load::{Input, Loaded, limits::Limits, versions::SetAside},
    source::{FileId, Sources},
};

/// What was read: the files, what is wrong with them, and the graph of what they say.
#[derive(Debug)]
pub struct Model {
    sources: Sources,
    faults: Vec<Fault>,
    graph: Graph,
    workspace: Option<Workspace>,
    documents: usize,
    set_aside: Vec<SetAside>,
    limits: Limits,
}

impl Model {
    pub(crate) fn new(mut input: Input) -> Self {
        // Of several manifests the one with the smallest path counts, whichever was given first; the others are reported.
        let path = |loaded: &Loaded<Workspace>| input.sources.get(loaded.file).map(|source| source.path().to_owned());
        let mut workspaces = std::mem::take(&mut input.workspaces);
        workspaces.sort_by_cached_key(path);
        let mut workspaces = workspaces.into_iter();
        let workspace = workspaces.next();
        let further: Vec<FileId> = workspaces.map(|loaded| loaded.file).collect();
        for &file in &further {
            input.lose(file, FaultKind::SecondWorkspace);
        }
        let workspace = workspace.map(|loaded| loaded.document);
        let documents = input.terms.len() + input.pacts.len();
        let set_aside = input.set_aside();
        let limits = input.limits();
        let faults = std::mem::take(&mut input.faults);
        let (sources, graph) = Builder::build(input);
        Self { sources, faults, graph, workspace, documents, set_aside, limits }
    }

    /// The limits under which the files were read.
    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// The files.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// What reading found wrong, file by file in the order in which they were given.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The path of a file as it was given.
    pub fn path(&self, file: FileId) -> &str {
        self.sources.get(file).map_or("", |source| source.path())
    }

    /// What the documents say.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The manifest of the workspace, if there is one.
    pub fn workspace(&self) -> Option<&Workspace> {
        self.workspace.as_ref()
    }

    /// Versions of terms that do not count on the day of judging, in the order in which they were given.
    pub fn set_aside(&self) -> &[SetAside] {
        &self.set_aside
    }

    /// How many terms and pacts could be read. With none there is nothing to hold against anything.
    pub fn document_count(&self) -> usize {
        self.documents
    }
}
