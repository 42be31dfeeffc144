//! The compilers of plugins: from the sources of a project to what can be put together with its manifest.

mod interpreter;
mod rust;

use std::{
    env,
    ffi::OsString,
    fmt, io,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use anyhow::{Context as _, Result, bail};
use pact_core::message::{Catalogue, Message};

use crate::{args::Guest, render::clean};

/// The file that tells in which language a project is written.
fn main_file(guest: Guest) -> &'static str {
    match guest {
        Guest::Rust => "Cargo.toml",
        Guest::Python => "app.py",
        Guest::Js => "app.js",
    }
}

/// The language of the project in a folder.
///
/// # Errors
/// When there is no main file of any, or of several.
pub(crate) fn guest(folder: &Path, words: &Catalogue) -> Result<Guest> {
    let all = [Guest::Rust, Guest::Python, Guest::Js];
    let found: Vec<Guest> = all.into_iter().filter(|&guest| folder.join(main_file(guest)).is_file()).collect();
    match found.as_slice() {
        [guest] => Ok(*guest),
        [] => bail!(words.text(&Message::new("cli-plugin-no-source").with("folder", shown(folder)))),
        several => {
            let files: Vec<&str> = several.iter().map(|&guest| main_file(guest)).collect();
            let message = Message::new("cli-plugin-several-sources").with("folder", shown(folder));
            bail!(words.text(&message.with("files", files.join(", "))))
        }
    }
}

/// Compiles the project in a folder: a core module or a component. What the compiler says of the sources goes to standard error, as it says it.
///
/// # Errors
/// When it is not there, or does not take the sources.
pub(crate) fn compile(guest: Guest, folder: &Path, rest: &[OsString], words: &Catalogue) -> Result<Vec<u8>> {
    // The tools are run in other folders, and name the project.
    let folder = std::fs::canonicalize(folder)?;
    match guest {
        Guest::Rust => rust::compile(&folder, rest, words),
        Guest::Python => interpreter::python(&folder, rest, words),
        Guest::Js => interpreter::javascript(&folder, rest, words),
    }
}

/// A tool that is not part of pact.
struct Tool {
    program: PathBuf,
    /// The command that installs it.
    install: &'static str,
}

impl Tool {
    /// The tool that a variable of the environment names, or else one by its name.
    fn new(variable: &str, name: &str, install: &'static str) -> Self {
        let program = env::var_os(variable).filter(|value| !value.is_empty()).unwrap_or_else(|| name.into());
        Self { program: program.into(), install }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.stdin(Stdio::null());
        command
    }

    /// Runs the tool to its end.
    fn run(&self, command: &mut Command, words: &Catalogue) -> Result<Output> {
        command.output().map_err(|error| {
            let tool = shown(&self.program);
            let message = match error.kind() {
                io::ErrorKind::NotFound => {
                    Message::new("cli-plugin-no-tool").with("tool", tool).with("install", self.install)
                }
                _ => Message::new("cli-plugin-tool").with("tool", tool).with("reason", error.to_string()),
            };
            anyhow::anyhow!(words.text(&message))
        })
    }

    /// Runs the tool; what it says is passed on if it fails.
    ///
    /// # Errors
    /// When it is not there, or fails.
    fn must(&self, command: &mut Command, clean_up: impl Fn(String) -> String, words: &Catalogue) -> Result<()> {
        let output = self.run(command, words)?;
        if output.status.success() {
            return Ok(());
        }
        let said = [output.stdout, output.stderr].concat();
        relay(&clean_up(String::from_utf8_lossy(&said).into_owned()));
        bail!(words.text(&Message::new("cli-plugin-tool-failed").with("tool", shown(&self.program))))
    }
}

/// Passes on to standard error what a tool said.
fn relay(said: &str) {
    use io::Write as _;
    let mut out = anstream::AutoStream::auto(io::stderr());
    for line in said.trim_end().lines() {
        // Where even standard error is closed there is nobody left to tell.
        let _ = writeln!(out, "{}", clean::line(line));
    }
}

/// A path as it is shown.
fn shown(path: &Path) -> String {
    clean::line(&path.strip_prefix(".").unwrap_or(path).to_string_lossy()).into_owned()
}

/// The boundary, in a folder of its own, for the tools that read it.
fn boundary(within: &Path) -> Result<PathBuf> {
    let folder = within.join("wit");
    std::fs::create_dir(&folder)
        .and_then(|()| std::fs::write(folder.join("plugin.wit"), pact_plugins::author::WIT))
        .context("the boundary could not be written into a folder for temporary files")?;
    Ok(folder)
}

/// Folders of this machine that stand in what was compiled, though nobody has to know them.
///
/// An interpreter was compiled by somebody else, whose home may be called the same. O(bytes × folders).
pub(crate) fn leaks(guest: Guest, code: &[u8], folder: &Path) -> Vec<PathBuf> {
    let home = dirs::home_dir().filter(|_| guest == Guest::Rust);
    let own = [home, std::fs::canonicalize(folder).ok()];
    let stands = |path: &PathBuf| path.parent().is_some() && has(code, path);
    let mut found: Vec<PathBuf> = own.into_iter().flatten().filter(stands).collect();
    found.sort();
    found.dedup();
    found
}

fn has(code: &[u8], path: &Path) -> bool {
    let mut text = path.to_string_lossy().into_owned().into_bytes();
    // A folder is followed by what lies in it.
    text.push(b'/');
    code.windows(text.len()).any(|window| window == text)
}

impl fmt::Display for Guest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rust => "Rust",
            Self::Python => "Python",
            Self::Js => "JavaScript",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_that_of_the_file_that_is_there() {
        let words = crate::words::catalogue(pact_core::message::Language::English).unwrap();
        let folder = tempfile::tempdir().unwrap();
        assert!(guest(folder.path(), &words).is_err());
        std::fs::write(folder.path().join("app.py"), "").unwrap();
        assert_eq!(guest(folder.path(), &words).unwrap(), Guest::Python);
        std::fs::write(folder.path().join("Cargo.toml"), "").unwrap();
        assert!(guest(folder.path(), &words).unwrap_err().to_string().contains("Cargo.toml, app.py"));
    }

    #[test]
    fn a_folder_of_this_machine_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let own = std::fs::canonicalize(folder.path()).unwrap();
        let code = [b"\0asm".as_slice(), own.join("src/lib.rs").to_string_lossy().as_bytes()].concat();
        assert!(leaks(Guest::Js, &code, folder.path()).contains(&own));
        assert_eq!(leaks(Guest::Rust, b"\0asm src/lib.rs", folder.path()), Vec::<PathBuf>::new());
    }
}
