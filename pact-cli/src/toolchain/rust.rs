//! Rust, by cargo.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, Result, bail};
use pact_core::message::{Catalogue, Message};
use serde::Deserialize;

use super::{Tool, relay, shown};

const TARGET: &str = "wasm32-unknown-unknown";
/// What of the arguments for the build concerns the list of packages, too.
const ABOUT_PACKAGES: [&str; 3] = ["--locked", "--offline", "--frozen"];

/// Compiles a crate to a core module.
pub(super) fn compile(folder: &Path, rest: &[OsString], words: &Catalogue) -> Result<Vec<u8>> {
    let tool = Tool::new("CARGO", "cargo", "https://rustup.rs");
    let packages = packages(&tool, folder, rest, words)?;
    let mut command = tool.command();
    command.args(["build", "--release", "--target", TARGET, "--message-format", "json-render-diagnostics"]);
    hide(&mut command, &hidden(folder, &packages));
    command.args(rest).current_dir(folder).stderr(Stdio::inherit());
    // Only standard output is read: cargo shows its progress and what is wrong itself.
    let output = command.stdout(Stdio::piped()).spawn().and_then(std::process::Child::wait_with_output);
    let output = output.with_context(|| words.text(&Message::new("cli-plugin-tool-failed").with("tool", "cargo")))?;
    if !output.status.success() {
        if rustc(folder, &["--print", "target-libdir", "--target", TARGET])
            .is_some_and(|path| !Path::new(&path).is_dir())
        {
            let install = format!("rustup target add {TARGET}");
            bail!(words.text(&Message::new("cli-plugin-no-target").with("target", TARGET).with("install", install)));
        }
        bail!(words.text(&Message::new("cli-plugin-tool-failed").with("tool", "cargo")));
    }
    let Some(module) = module(&output.stdout, &folder.join("Cargo.toml")) else {
        bail!(words.label("cli-plugin-no-cdylib"));
    };
    let message = || words.text(&Message::new("cli-plugin-unreadable").with("file", shown(&module)));
    std::fs::read(&module).with_context(message)
}

/// A package that the plugin is made of.
#[derive(Deserialize)]
struct Package {
    name: String,
    /// Nothing for one that lies on this machine.
    source: Option<String>,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

fn packages(tool: &Tool, folder: &Path, rest: &[OsString], words: &Catalogue) -> Result<Vec<Package>> {
    let mut command = tool.command();
    command.args(["metadata", "--format-version", "1", "--filter-platform", TARGET]).current_dir(folder);
    command.args(rest.iter().filter(|argument| ABOUT_PACKAGES.iter().any(|about| *argument == about)));
    let output = tool.run(&mut command, words)?;
    if output.status.success() {
        let metadata: Metadata = serde_json::from_slice(&output.stdout).context("cargo metadata")?;
        return Ok(metadata.packages);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    relay(&said);
    if said.contains("`pact-plugin`") && said.contains("no matching package") {
        bail!(words.label("cli-plugin-no-sdk"));
    }
    bail!(words.text(&Message::new("cli-plugin-tool-failed").with("tool", "cargo")))
}

/// Folders of this machine, and what is to stand in the plugin in their place: panics know their place in the source, and nobody has to know where its author
/// keeps it. Of several that fit, the last counts.
fn hidden(folder: &Path, packages: &[Package]) -> Vec<(PathBuf, String)> {
    let home = dirs::home_dir();
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(home.as_ref()?.join(".cargo")));
    let compiler = rustc(folder, &["--print", "sysroot"]).map(PathBuf::from);
    let mut hidden: Vec<(PathBuf, String)> = [(home, "~"), (cargo, "/cargo"), (compiler, "/rust")]
        .into_iter()
        .filter_map(|(path, name)| Some((path?, name.to_owned())))
        .collect();
    let own = packages.iter().filter(|package| package.source.is_none());
    hidden.extend(
        own.filter_map(|package| Some((package.manifest_path.parent()?.to_owned(), format!("/{}", package.name)))),
    );
    hidden.retain(|(path, _)| path.is_absolute() && path.parent().is_some());
    hidden
}

/// Has the compiler write other names for folders. It is told so beside whatever else it is told.
fn hide(command: &mut Command, hidden: &[(PathBuf, String)]) {
    let remap = |(path, name): &(PathBuf, String)| format!("--remap-path-prefix={}={name}", path.display());
    let remaps: Vec<String> = hidden.iter().map(remap).collect();
    // Variables of the environment stand before all configuration, and for all of it.
    let said = env::var("CARGO_ENCODED_RUSTFLAGS").ok();
    let flags = env::var("RUSTFLAGS").ok().map(|flags| flags.split_whitespace().collect::<Vec<_>>().join("\u{1f}"));
    match said.or(flags).filter(|flags| !flags.is_empty()) {
        Some(flags) => {
            command.env("CARGO_ENCODED_RUSTFLAGS", format!("{flags}\u{1f}{}", remaps.join("\u{1f}")));
        }
        None => {
            let list = toml_edit::Array::from_iter(remaps);
            command.env_remove("CARGO_ENCODED_RUSTFLAGS").env_remove("RUSTFLAGS");
            command.arg("--config").arg(format!("target.{TARGET}.rustflags={list}"));
        }
    }
}

/// What the compiler answers to a question about itself.
fn rustc(folder: &Path, arguments: &[&str]) -> Option<String> {
    let program = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(program).args(arguments).current_dir(folder).stderr(Stdio::null()).output().ok()?;
    let said = output.status.success().then(|| String::from_utf8(output.stdout).ok())??;
    Some(said.trim_end().to_owned())
}

/// What cargo says while it builds.
#[derive(Deserialize)]
struct Artifact {
    reason: String,
    manifest_path: Option<PathBuf>,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

/// The core module that was made of a crate.
fn module(said: &[u8], manifest: &Path) -> Option<PathBuf> {
    let said = String::from_utf8_lossy(said);
    let artifacts = said.lines().filter_map(|line| serde_json::from_str::<Artifact>(line).ok());
    artifacts
        .filter(|artifact| {
            artifact.reason == "compiler-artifact" && artifact.manifest_path.as_deref() == Some(manifest)
        })
        .flat_map(|artifact| artifact.filenames)
        .rfind(|path| path.extension().is_some_and(|ending| ending == "wasm"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_the_one_of_the_crate() {
        let said = "{\"reason\":\"compiler-artifact\",\"manifest_path\":\"/s/Cargo.toml\",\"filenames\":[\"/t/s.wasm\"]}\n\
                    no JSON\n\
                    {\"reason\":\"compiler-artifact\",\"manifest_path\":\"/p/Cargo.toml\",\"filenames\":[\"/t/libp.rlib\",\"/t/p.wasm\"]}\n\
                    {\"reason\":\"build-finished\",\"success\":true}\n";
        assert_eq!(module(said.as_bytes(), Path::new("/p/Cargo.toml")), Some(PathBuf::from("/t/p.wasm")));
        assert_eq!(module(said.as_bytes(), Path::new("/q/Cargo.toml")), None);
    }
}
