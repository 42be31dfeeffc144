//! `pact plugin update`

use std::{collections::BTreeSet, process::ExitCode};

use anyhow::{Result, bail};
use pact_core::message::{Catalogue, Message};
use pact_plugins::lock::Locked;

use super::{Place, add::keep, agreed, compile, manifest::Pinned, open};
use crate::{args::UpdatePlugin, exit, output, render::plugin::Sheet};

/// Shows what is new in a plugin, and pins it if the user agrees.
pub(super) fn run(command: &UpdatePlugin, words: &Catalogue) -> Result<ExitCode> {
    let mut pinned = Pinned::read(Place::new(&command.folder.to, words)?, words)?;
    let Some(path) = pinned.path(&command.id) else {
        bail!(words.text(&Message::new("cli-plugin-unknown").with("id", command.id.as_str())));
    };
    let file = command.file.clone().unwrap_or_else(|| pinned.folder().join(&path));
    let opened = open(&file, words)?;
    let found = &opened.inspected.manifest.id;
    if *found != command.id {
        let message = Message::new("cli-plugin-other").with("id", command.id.as_str()).with("found", found.as_str());
        bail!(words.text(&message));
    }
    let now = Locked::new(&opened.inspected, &opened.digest);
    if pinned.lock.find(&command.id) == Some(&now) && command.file.is_none() {
        let message = Message::new("cli-plugin-current").with("id", command.id.as_str());
        output::text(|out| writeln!(out, "{}", words.text(&message)))?;
        return Ok(exit::done());
    }
    let sheet = Sheet::new(&opened.inspected, &opened.digest);
    output::text(|out| {
        sheet.write(out, words, output::page())?;
        match pinned.lock.find(&command.id) {
            Some(before) => {
                writeln!(out)?;
                differences(before, &now).iter().try_for_each(|line| writeln!(out, "{}", words.text(line)))
            }
            None => Ok(()),
        }
    })?;
    compile(&opened, &file, words)?;
    if !agreed(command.yes, words)? {
        output::text(|out| writeln!(out, "{}", words.label("cli-plugin-refused")))?;
        return Ok(exit::undecided());
    }
    // The file that is named stays where it is.
    let path = match &command.file {
        Some(file) => keep(file, pinned.folder(), &command.id, &opened.bytes, words)?,
        None => path,
    };
    pinned.lock.pin(now);
    pinned.name(&command.id, &path);
    pinned.write(words)?;
    let message = Message::new("cli-plugin-added").with("id", command.id.as_str()).with("path", path);
    output::text(|out| writeln!(out, "{}", words.text(&message)))?;
    Ok(exit::done())
}

/// What is other than what was agreed to.
fn differences(before: &Locked, now: &Locked) -> Vec<Message> {
    let mut lines = Vec::new();
    if before.version != now.version {
        let message = Message::new("cli-plugin-version");
        lines.push(message.with("before", before.version.as_str()).with("now", now.version.as_str()));
    }
    let all = |plugin: &Locked| -> BTreeSet<String> {
        let sees = &plugin.sees;
        sees.kinds.iter().chain(&sees.attributes).chain(&sees.relations).cloned().collect()
    };
    let (old, new) = (all(before), all(now));
    for (id, names) in [("cli-plugin-more", new.difference(&old)), ("cli-plugin-less", old.difference(&new))] {
        let names: Vec<String> = names.cloned().collect();
        if !names.is_empty() {
            lines.push(Message::new(id).with("names", names.join(", ")));
        }
    }
    if now.sees.ledger && !before.sees.ledger {
        lines.push(Message::new("cli-plugin-ledger"));
    }
    if now.interpreter && !before.interpreter {
        lines.push(Message::new("cli-plugin-interpreter"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use pact_plugins::Sees;

    use super::*;

    #[test]
    fn what_is_new_is_told() {
        let locked = |version: &str, kinds: &[&str], interpreter: bool| Locked {
            id: "a".to_owned(),
            version: version.to_owned(),
            sha256: String::new(),
            abi: "1.0.0".to_owned(),
            interpreter,
            sees: Sees { kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect(), ..Sees::default() },
        };
        let (before, now) = (locked("1.0.0", &["actor", "seat"], false), locked("1.1.0", &["actor", "member"], true));
        let ids: Vec<String> = differences(&before, &now).iter().map(|line| line.id.to_string()).collect();
        assert_eq!(ids, ["cli-plugin-version", "cli-plugin-more", "cli-plugin-less", "cli-plugin-interpreter"]);
        assert!(differences(&before, &before).is_empty());
    }
}
