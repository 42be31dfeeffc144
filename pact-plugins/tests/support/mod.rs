//! What several topics need.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use pact_core::{load::Input, model::Model};

/// The documents of a case.
pub(crate) fn documents(directory: &Path) -> Arc<Model> {
    let mut files: Vec<PathBuf> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut input = Input::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "yaml")) {
        input.add(file.file_name().unwrap().to_str().unwrap(), fs::read(file).unwrap());
    }
    Arc::new(input.build())
}
