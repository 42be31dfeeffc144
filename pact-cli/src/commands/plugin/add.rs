//! `pact plugin add`

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, Result, bail};
use pact_core::message::{Catalogue, Message};
use pact_plugins::lock::Locked;

use super::{Place, agreed, compile, manifest::Pinned, open, shown};
use crate::{args::AddPlugin, exit, output, render::plugin::Sheet, write};

/// Shows what a plugin asks for, and pins it if the user agrees.
pub(super) fn run(command: &AddPlugin, words: &Catalogue) -> Result<ExitCode> {
    let opened = open(&command.file, words)?;
    let mut pinned = Pinned::read(Place::new(&command.folder.to, words)?, words)?;
    let id = opened.inspected.manifest.id.clone();
    if pinned.path(&id).is_some() && pinned.lock.find(&id).is_some_and(|known| known.sha256 != opened.digest) {
        bail!(words.text(&Message::new("cli-plugin-known").with("id", id)));
    }
    let sheet = Sheet::new(&opened.inspected, &opened.digest);
    output::text(|out| sheet.write(out, words, output::page()))?;
    compile(&opened, &command.file, words)?;
    if !agreed(command.yes, words)? {
        output::text(|out| writeln!(out, "{}", words.label("cli-plugin-refused")))?;
        return Ok(exit::undecided());
    }
    let path = keep(&command.file, pinned.folder(), &id, &opened.bytes, words)?;
    pinned.lock.pin(Locked::new(&opened.inspected, &opened.digest));
    pinned.name(&id, &path);
    pinned.write(words)?;
    let message = Message::new("cli-plugin-added").with("id", id).with("path", path);
    output::text(|out| writeln!(out, "{}", words.text(&message)))?;
    Ok(exit::done())
}

/// The path under which the folder names a file: that of the file where it lies in the folder, else that of a copy.
pub(super) fn keep(file: &Path, folder: &Path, id: &str, bytes: &[u8], words: &Catalogue) -> Result<String> {
    let whole = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(within) = whole(file).strip_prefix(whole(folder)) {
        let parts: Vec<String> = within.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        return Ok(parts.join("/"));
    }
    let path = PathBuf::from("plugins").join(format!("{id}.wasm"));
    let to = folder.join(&path);
    let failed = || words.text(&Message::new("cli-plugin-unwritten").with("file", shown(&to)));
    fs::create_dir_all(folder.join("plugins")).with_context(failed)?;
    write::in_place(&to, bytes).with_context(failed)?;
    Ok(format!("plugins/{id}.wasm"))
}
