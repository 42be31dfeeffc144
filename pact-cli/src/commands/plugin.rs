//! `pact plugin`

mod add;
mod bench;
mod build;
mod inspect;
mod list;
mod manifest;
mod new;
mod project;
mod remove;
mod test;
mod update;

use std::{
    io::{self, BufRead as _, IsTerminal as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, Result, bail};
use pact_core::message::{Catalogue, Message};
use pact_plugins::{
    Host, Inspected, Plugin as Loaded,
    lock::{FILE, digest},
};

use crate::{
    args::{Common, Plugin, PluginCommand},
    language, output, plugins,
    render::clean,
    words,
};

/// Does what is to be done with plugins.
pub(super) fn run(command: &Plugin, common: &Common) -> Result<ExitCode> {
    let words = words::catalogue(language::choose(common.language()))?;
    match &command.command {
        PluginCommand::Inspect(command) => inspect::run(command, &words),
        PluginCommand::Add(command) => add::run(command, &words),
        PluginCommand::Remove(command) => remove::run(command, &words),
        PluginCommand::List(command) => list::run(command, &words),
        PluginCommand::Update(command) => update::run(command, &words),
        PluginCommand::New(command) => new::run(command, &words),
        PluginCommand::Build(command) => build::run(command, &words),
        PluginCommand::Test(command) => test::run(command, &words),
        PluginCommand::Bench(command) => bench::run(command, &words),
    }
}

/// A plugin's file, looked through and not run.
struct Opened {
    bytes: Vec<u8>,
    inspected: Inspected,
    digest: String,
    host: Host,
}

/// Looks through a plugin's file.
fn open(path: &Path, words: &Catalogue) -> Result<Opened> {
    open_in(plugins::host()?, path, words)
}

/// Looks through a plugin's file, for a host of one's own.
fn open_in(host: Host, path: &Path, words: &Catalogue) -> Result<Opened> {
    let failed = || words.text(&Message::new("cli-plugin-unreadable").with("file", shown(path)));
    let size = std::fs::metadata(path).with_context(failed)?.len();
    let most = host.limits().component as u64;
    if size > most {
        let message = Message::new("cli-plugin-too-large").with("file", shown(path)).with("most", most >> 20);
        bail!(words.text(&message));
    }
    let bytes = std::fs::read(path).with_context(failed)?;
    let inspected = Loaded::inspect(&bytes, &host)
        .with_context(|| words.text(&Message::new("cli-plugin-unusable").with("file", shown(path))))?;
    let digest = digest(&bytes);
    Ok(Opened { bytes, inspected, digest, host })
}

/// A path as it is shown.
fn shown(path: &Path) -> String {
    clean::line(&path.strip_prefix(".").unwrap_or(path).to_string_lossy()).into_owned()
}

/// Where a folder keeps its manifest and its lock.
struct Place {
    folder: PathBuf,
}

impl Place {
    /// A folder that has a manifest.
    fn new(folder: &Path, words: &Catalogue) -> Result<Self> {
        let place = Self { folder: folder.to_owned() };
        if !place.manifest().is_file() {
            bail!(words.text(&Message::new("cli-plugin-no-manifest").with("folder", shown(folder))));
        }
        Ok(place)
    }

    fn manifest(&self) -> PathBuf {
        self.folder.join("pact.toml")
    }

    fn lock(&self) -> PathBuf {
        self.folder.join(FILE)
    }
}

/// Whether the user agrees: as the command line says, or when asked. Where nobody can be asked, nobody agrees.
fn agreed(yes: bool, words: &Catalogue) -> Result<bool> {
    if yes {
        return Ok(true);
    }
    if !io::stdin().is_terminal() {
        bail!(words.label("cli-plugin-nobody-to-ask"));
    }
    output::text(|out| {
        write!(out, "{} ", words.label("cli-plugin-agree"))?;
        out.flush()
    })?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    let answer = answer.trim().to_lowercase();
    Ok(matches!(answer.as_str(), "y" | "yes" | "j" | "ja"))
}

/// Compiles a plugin, so that whoever runs it later does not wait, and so that one that cannot be compiled is never pinned.
fn compile(opened: &Opened, path: &Path, words: &Catalogue) -> Result<()> {
    Loaded::load_with(&opened.bytes, &opened.host, plugins::cache().as_ref())
        .with_context(|| words.text(&Message::new("cli-plugin-unusable").with("file", shown(path))))?;
    Ok(())
}
