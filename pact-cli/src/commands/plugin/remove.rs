//! `pact plugin remove`

use std::process::ExitCode;

use anyhow::{Result, bail};
use pact_core::message::{Catalogue, Message};

use super::{Place, manifest::Pinned};
use crate::{args::RemovePlugin, exit, output};

/// Takes a plugin out of a folder.
pub(super) fn run(command: &RemovePlugin, words: &Catalogue) -> Result<ExitCode> {
    let mut pinned = Pinned::read(Place::new(&command.folder.to, words)?, words)?;
    let path = pinned.path(&command.id).unwrap_or_default();
    if !pinned.forget(&command.id) {
        bail!(words.text(&Message::new("cli-plugin-unknown").with("id", command.id.as_str())));
    }
    pinned.write(words)?;
    let message = Message::new("cli-plugin-removed").with("id", command.id.as_str()).with("path", path);
    output::text(|out| writeln!(out, "{}", words.text(&message)))?;
    Ok(exit::done())
}
