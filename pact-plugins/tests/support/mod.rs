//! What several topics need.

#![allow(dead_code, reason = "not every topic needs all of it")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
};

use pact_core::{load::Input, model::Model};

/// Builds a project for `wasm32-unknown-unknown`, and gives the module of a name.
///
/// Where the toolchain has no such target, the file that `PACT_TEST_GUEST_ENV` names has the variables, `NAME=value` a line, with which cargo finds one that can
/// build it.
pub(crate) fn built(project: &Path, name: &str) -> Vec<u8> {
    // Not the folder in which these tests were built: the lock of that may be held.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guests");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--target", "wasm32-unknown-unknown"]).current_dir(project);
    cargo.env("CARGO_TARGET_DIR", &target);
    if let Some(file) = std::env::var_os("PACT_TEST_GUEST_ENV") {
        let variables = fs::read_to_string(file).unwrap();
        cargo.envs(variables.lines().filter_map(|line| line.split_once('=')));
    }
    assert!(cargo.status().unwrap().success(), "{} does not build", project.display());
    fs::read(target.join(format!("wasm32-unknown-unknown/release/{name}.wasm"))).unwrap()
}

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
