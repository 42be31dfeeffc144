//! Python and JavaScript: tools that put a plugin's sources and an interpreter into one component.

use std::{ffi::OsString, fs, io, path::Path};

use anyhow::{Context as _, Result};
use pact_core::message::{Catalogue, Message};

use super::{Tool, boundary, shown};

/// Folders that are no part of what runs.
const BESIDE: [&str; 5] = ["__pycache__", "example", "node_modules", "target", "tests"];

/// Makes a component of `app.py` and what it imports.
pub(super) fn python(folder: &Path, rest: &[OsString], words: &Catalogue) -> Result<Vec<u8>> {
    let tool = Tool::new("PACT_COMPONENTIZE_PY", "componentize-py", "pip install componentize-py");
    let work = tempfile::tempdir()?;
    // Python writes what it compiled beside its sources, and what lies beside them would become part of the plugin.
    let sources = work.path().join("sources");
    let failed = || words.text(&Message::new("cli-plugin-unreadable").with("file", shown(folder)));
    copy(folder, &sources).with_context(failed)?;
    let out = work.path().join("plugin.wasm");
    let mut command = tool.command();
    command.args(["-q", "-w", "plugin", "-d"]).arg(boundary(work.path())?);
    command.arg("componentize").arg("-p").arg(&sources).args(rest).args(["app", "-o"]).arg(&out);
    let copied = format!("{}/", sources.display());
    tool.must(command.current_dir(work.path()), |said| said.replace(&copied, ""), words)?;
    made(&out, words)
}

/// Makes a component of `app.js` and what it imports.
pub(super) fn javascript(folder: &Path, rest: &[OsString], words: &Catalogue) -> Result<Vec<u8>> {
    // What npm installed for this project stands before what the path has.
    let local = folder.join("node_modules/.bin/componentize-qjs");
    let name = if local.is_file() { local.to_string_lossy().into_owned() } else { "componentize-qjs".to_owned() };
    let tool = Tool::new("PACT_COMPONENTIZE_QJS", &name, "npm install -g componentize-qjs");
    let work = tempfile::tempdir()?;
    let out = work.path().join("plugin.wasm");
    let mut command = tool.command();
    command.args(["--sync", "--opt-size", "-n", "plugin", "-j", "app.js", "-o"]).arg(&out);
    command.arg("-w").arg(boundary(work.path())?).args(rest).current_dir(folder);
    tool.must(&mut command, |said| said, words)?;
    made(&out, words)
}

fn made(out: &Path, words: &Catalogue) -> Result<Vec<u8>> {
    fs::read(out).with_context(|| words.text(&Message::new("cli-plugin-unreadable").with("file", shown(out))))
}

/// Copies the sources of a project, without what is hidden, what was made of them, and environments of an interpreter.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let told = name.to_string_lossy();
        let (kind, path) = (entry.file_type()?, entry.path());
        if told.starts_with('.') || told.ends_with(".wasm") {
            continue;
        }
        if kind.is_file() {
            fs::copy(&path, to.join(&name))?;
        } else if kind.is_dir() && !BESIDE.contains(&&*told) && !path.join("pyvenv.cfg").exists() {
            copy(&path, &to.join(&name))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_run_is_not_copied() {
        let [from, to] = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        for path in ["app.py", "kit/a.py", "tests/case/x.yaml", "env/pyvenv.cfg", "env/b.py", ".git/c", "a.wasm"] {
            let path = from.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        copy(from.path(), &to.path().join("s")).unwrap();
        let there = |path: &str| to.path().join("s").join(path).exists();
        assert!(there("app.py") && there("kit/a.py"));
        assert!(!["tests", "env", ".git", "a.wasm"].into_iter().any(there));
    }
}
