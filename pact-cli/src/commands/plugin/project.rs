//! The project of a plugin: its folder, what its files say, and where the finished plugin lies.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use pact_core::message::{Catalogue, Message};
use pact_plugins::author::Project;

use super::shown;
use crate::output;

/// A project in which nothing is wrong.
pub(super) struct Own {
    pub(super) folder: PathBuf,
    pub(super) project: Project,
}

impl Own {
    /// Reads a project. Everything that is wrong with it is told on standard error, with file and line.
    pub(super) fn read(folder: &Path, words: &Catalogue) -> Result<Self> {
        match Project::read(folder) {
            Ok(project) => Ok(Self { folder: folder.to_owned(), project }),
            Err(problems) => {
                let mut count = 0_usize;
                for problem in problems.iter() {
                    count += 1;
                    let place = folder.join(problem.path());
                    let told = problem.to_string();
                    let rest = told.strip_prefix(&problem.path().display().to_string()).unwrap_or(&told);
                    output::remark(words.language(), "cli-level-error", &format!("{}{rest}", shown(&place)));
                }
                let message = Message::new("cli-plugin-problems").with("folder", shown(folder)).with("count", count);
                bail!(words.text(&message))
            }
        }
    }

    /// Where the finished plugin lies.
    pub(super) fn file(&self) -> PathBuf {
        self.folder.join(format!("{}.wasm", self.project.manifest().id))
    }
}
