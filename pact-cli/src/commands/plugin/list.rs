//! `pact plugin list`

use std::process::ExitCode;

use anyhow::Result;
use pact_core::message::Catalogue;

use super::{Place, manifest::Pinned, open};
use crate::{
    args::{ListPlugins, ReportFormat},
    exit, output,
    render::{self, plugin::Line},
};

/// Lists the plugins of a folder.
pub(super) fn run(command: &ListPlugins, words: &Catalogue) -> Result<ExitCode> {
    let pinned = Pinned::read(Place::new(&command.folder.to, words)?, words)?;
    let tag = words.language().tag();
    let line = |(id, path): (String, String)| match open(&pinned.folder().join(&path), words) {
        Err(_) => Line { id, path, version: None, title: None, rules: Vec::new(), state: "unusable" },
        Ok(opened) => {
            let manifest = &opened.inspected.manifest;
            let state = match pinned.lock.find(&id) {
                None => "unpinned",
                Some(known) if known.sha256 != opened.digest => "changed",
                Some(_) => "pinned",
            };
            let rules = manifest.rules.iter().map(|rule| format!("{id}/{}", rule.name)).collect();
            let title = manifest.title.get(tag).or_else(|| manifest.title.values().next()).cloned();
            Line { version: Some(manifest.version.clone()), title, rules, state, id, path }
        }
    };
    let lines: Vec<Line> = pinned.entries().into_iter().map(line).collect();
    match command.format {
        ReportFormat::Json => output::data(|out| render::json::write(out, &lines))?,
        ReportFormat::Text if lines.is_empty() => {
            output::text(|out| writeln!(out, "{}", words.label("cli-plugin-none")))?;
        }
        ReportFormat::Text => {
            output::text(|out| lines.iter().try_for_each(|line| line.write(out, words, output::page())))?
        }
    }
    Ok(if lines.iter().all(|line| line.state == "pinned") { exit::done() } else { exit::undecided() })
}
