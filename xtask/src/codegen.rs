//! Files that are made from the code: the pages of the rules, the JSON Schemas, the tables of the model.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail};
use pact_core::{
    check::RuleInfo,
    graph::{
        attribute::{Attribute, AttributeType},
        edge::EdgeKind,
        node::{NodeKind, Scope},
    },
};
use pact_rules::registry;

use crate::report;

const MADE: &str = "<!-- Made by `cargo xtask codegen` from the code. Do not edit. -->\n\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Writes every file that is not fresh, and takes away pages of rules that are gone.
pub(crate) fn write() -> Result<()> {
    let files = files()?;
    for (path, text) in &files {
        let path = root().join(path);
        if std::fs::read_to_string(&path).ok().as_ref() != Some(text) {
            let folder = path.parent().context("a file has a folder")?;
            std::fs::create_dir_all(folder)?;
            std::fs::write(&path, text).with_context(|| path.display().to_string())?;
            report(&format!("wrote {}", path.display()));
        }
    }
    for path in left_over(&files)? {
        std::fs::remove_file(&path)?;
        report(&format!("took away {}", path.display()));
    }
    Ok(())
}

/// Says which files are not fresh.
pub(crate) fn check() -> Result<()> {
    let files = files()?;
    let stale =
        files.iter().filter(|(path, text)| std::fs::read_to_string(root().join(path)).ok().as_ref() != Some(text));
    let mut stale: Vec<String> = stale.map(|(path, _)| path.clone()).collect();
    stale.extend(left_over(&files)?.iter().map(|path| path.display().to_string()));
    if stale.is_empty() {
        return Ok(());
    }
    bail!("not fresh; run `cargo xtask codegen`: {}", stale.join(", "))
}

fn left_over(files: &BTreeMap<String, String>) -> Result<Vec<PathBuf>> {
    let folder = root().join("docs/rules");
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| format!("docs/rules/{}", name.to_string_lossy())).unwrap_or_default();
        if !files.contains_key(&name) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Every rule: those that are built in, and those under which troubles with plugins are told.
fn rules() -> impl Iterator<Item = &'static RuleInfo> {
    registry::rules().chain(pact_plugins::setup::rules())
}

/// Every made file with its text.
fn files() -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for rule in rules() {
        files.insert(format!("docs/rules/{}.md", rule.name), page(rule));
    }
    files.insert("docs/rules/README.md".to_owned(), index());
    files.insert("docs/model.md".to_owned(), model());
    for document in ["terms", "pact", "workspace", "report", "ledger", "seats", "suggest"] {
        files.insert(format!("docs/schema/{document}.json"), schema(document)?);
    }
    Ok(files)
}

/// The schema as the command line gives it: what is published is what users get.
fn schema(document: &str) -> Result<String> {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package", "pact-cli", "--", "schema", document])
        .current_dir(root())
        .output()?;
    if !output.status.success() {
        bail!("pact schema {document}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn page(rule: &RuleInfo) -> String {
    let mut text = format!("{MADE}# {} {}\n\n", rule.code, rule.name);
    let _ = writeln!(text, "*{}* · group *{}* · since {}\n", rule.level.name(), rule.group, rule.since);
    for line in rule.docs.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        // What is behind the comma tells the tests what to expect; a reader is told in words.
        let line = match line {
            "```yaml,fails" => "This gives the finding:\n\n```yaml",
            "```toml,fails" => "This gives the finding:\n\n```toml",
            "```yaml,passes" => "This does not:\n\n```yaml",
            "```toml,passes" => "This does not:\n\n```toml",
            line => line,
        };
        text.push_str(line);
        text.push('\n');
    }
    text
}

fn index() -> String {
    let mut text = format!("{MADE}# Rules\n\n");
    text.push_str(
        "`pact explain RULE` shows the same in the terminal. Codes are permanent and never given to another rule.\n",
    );
    let mut group = "";
    for rule in rules() {
        if rule.group != group {
            group = &rule.group;
            let _ = write!(text, "\n## {group}\n\n| Code | Name | Level | What it says |\n|---|---|---|---|\n");
        }
        let _ = writeln!(
            text,
            "| {} | [{name}]({name}.md) | {} | {} |",
            rule.code,
            rule.level.name(),
            rule.summary_in("en"),
            name = rule.name
        );
    }
    text
}

fn model() -> String {
    let mut text = format!(
        "{MADE}# The model\n\nWhat documents say becomes a graph of these nodes and edges.\n\n## Kinds of node\n\n"
    );
    text.push_str("| Kind | English | Danish | Ids are unique in |\n|---|---|---|---|\n");
    for kind in NodeKind::ALL {
        let info = kind.info();
        let scope = match info.scope {
            Scope::Workspace => "the whole run",
            Scope::Document => "their document",
            Scope::Parent => "what they belong to",
        };
        let _ = writeln!(text, "| `{}` | {} | {} | {scope} |", info.name, info.en.one, info.da.one);
    }
    text.push_str("\n## Kinds of edge\n\nA kind that goes one way must never lead back to where it began; it joins nodes of one kind.\n\n");
    text.push_str("| Edge | Backwards | From | To | English | Danish | One way |\n|---|---|---|---|---|---|---|\n");
    let names = |kinds: &[NodeKind]| kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
    for kind in EdgeKind::ALL {
        let info = kind.info();
        let to = info.scheme.map_or_else(|| names(info.to), |scheme| format!("{} of `{scheme}`", names(info.to)));
        let one_way = if info.acyclic { "yes" } else { "" };
        let _ = writeln!(
            text,
            "| `{}` | `{}` | {} | {to} | {} | {} | {one_way} |",
            info.name,
            info.inverse,
            names(info.from),
            info.en.forward,
            info.da.forward
        );
    }
    attributes(&mut text);
    text
}

/// What conditions can ask of each kind of node.
fn attributes(text: &mut String) {
    text.push_str(
        "\n## Attributes\n\nWhat a node says of itself, beside its relations; [conditions](requirements.md#conditions) ask for it. \
         Every node has an `id`. Of a text only whether it is there can be asked.\n\n| Kind | Attribute | Value |\n|---|---|---|\n",
    );
    for kind in NodeKind::ALL {
        for attribute in Attribute::all().iter().filter(|attribute| attribute.kind == *kind) {
            let value = match attribute.of {
                AttributeType::Word(words) => {
                    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
                }
                AttributeType::Number => "a number".to_owned(),
                AttributeType::Date => "a date".to_owned(),
                AttributeType::Boolean => "`true`, `false`".to_owned(),
                AttributeType::Text => "a text".to_owned(),
            };
            let _ = writeln!(text, "| `{}` | `{}` | {value} |", kind.name(), attribute.name);
        }
    }
}
