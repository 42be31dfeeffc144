//! `pact plugin build`

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use pact_core::message::{Catalogue, Message};
use pact_plugins::lock::digest;

use super::{project::Own, shown};
use crate::{
    args::BuildPlugin,
    exit, output, plugins,
    render::{clean, plugin::rule_line},
    shell, toolchain, write,
};

/// Compiles a project, puts it together with its manifest and messages, and writes the plugin beside `plugin.toml`.
pub(super) fn run(command: &BuildPlugin, words: &Catalogue) -> Result<ExitCode> {
    let own = Own::read(&command.project.dir, words)?;
    let guest = toolchain::guest(&own.folder, words)?;
    let code = toolchain::compile(guest, &own.folder, &command.rest, words)?;
    let host = plugins::host()?;
    let file = own.file();
    let packed = own
        .project
        .pack(&code, &host)
        .with_context(|| words.text(&Message::new("cli-plugin-not-packed").with("file", shown(&file))))?;
    let failed = || words.text(&Message::new("cli-plugin-unwritten").with("file", shown(&file)));
    write::in_place(&file, &packed).with_context(failed)?;

    for path in toolchain::leaks(guest, &packed, &own.folder) {
        let message = Message::new("cli-plugin-leak").with("file", shown(&file)).with("path", shown(&path));
        output::remark(words.language(), "cli-level-warning", &words.text(&message));
    }
    let manifest = own.project.manifest();
    let built = Message::new("cli-plugin-built")
        .with("file", shown(&file))
        .with("language", guest.to_string())
        .with("kilobytes", packed.len().div_ceil(1024));
    let next = format!("pact plugin test{}", shell::paths(std::slice::from_ref(&own.folder)));
    output::text(|out| {
        writeln!(out, "{}", words.text(&built))?;
        writeln!(out, "SHA-256 {}", digest(&packed))?;
        writeln!(out, "{}", words.label("cli-plugin-rules"))?;
        for rule in &manifest.rules {
            writeln!(out, "  {}", clean::line(&rule_line(&manifest.id, rule, words)))?;
        }
        writeln!(out, "{}", words.text(&Message::new("cli-plugin-next").with("command", next)))
    })?;
    Ok(exit::done())
}
