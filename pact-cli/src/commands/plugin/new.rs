//! `pact plugin new`

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, Result, bail};
use pact_core::message::{Catalogue, Message};
use pact_plugins::author::is_name;

use super::shown;
use crate::{
    args::{Guest, NewPlugin},
    exit, output, shell, write,
};

/// A file of a project, with the text of its template.
type File = (&'static str, &'static str);

macro_rules! files {
    ($($path:literal = $from:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../../templates/plugin/", $from)))),*]
    };
}

/// What every project has.
const SHARED: &[File] = files! {
    "config.schema.json" = "shared/config.schema.json",
    "example/pact.toml" = "shared/example/pact.toml",
    "example/proposal.yaml" = "shared/example/proposal.yaml",
    "example/terms.yaml" = "shared/example/terms.yaml",
    "locales/da.ftl" = "shared/locales/da.ftl",
    "locales/en.ftl" = "shared/locales/en.ftl",
    "plugin.toml" = "shared/plugin.toml",
    "rules/has-owner.da.md" = "shared/rules/has-owner.da.md",
    "rules/has-owner.en.md" = "shared/rules/has-owner.en.md",
    "tests/not-owned/case.json" = "shared/tests/not-owned/case.json",
    "tests/not-owned/expected.json" = "shared/tests/not-owned/expected.json",
    "tests/not-owned/proposal.yaml" = "shared/tests/not-owned/proposal.yaml",
    "tests/not-owned/terms.yaml" = "shared/tests/not-owned/terms.yaml",
    "tests/owned/case.json" = "shared/tests/owned/case.json",
    "tests/owned/expected.json" = "shared/tests/owned/expected.json",
    "tests/owned/proposal.yaml" = "shared/tests/owned/proposal.yaml",
    "tests/owned/terms.yaml" = "shared/tests/owned/terms.yaml",
};

/// What a project in a language has beside it.
fn own(guest: Guest) -> &'static [File] {
    match guest {
        Guest::Rust => files! {
            ".gitignore" = "rust/gitignore",
            "Cargo.toml" = "rust/Cargo.toml",
            "README.md" = "rust/README.md",
            "src/lib.rs" = "rust/src/lib.rs",
        },
        // The kit is that of this pact, so that a project needs nothing else.
        Guest::Python => files! {
            ".gitignore" = "python/gitignore",
            "README.md" = "python/README.md",
            "app.py" = "python/app.py",
            "pact_plugin/__init__.py" = "../../../pact-plugins/sdk-python/pact_plugin/__init__.py",
            "pact_plugin/py.typed" = "../../../pact-plugins/sdk-python/pact_plugin/py.typed",
        },
        Guest::Js => files! {
            ".gitignore" = "js/gitignore",
            "README.md" = "js/README.md",
            "app.js" = "js/app.js",
            "pact-plugin/index.js" = "../../../pact-plugins/sdk-js/index.js",
            "pact-plugin/package.json" = "../../../pact-plugins/sdk-js/package.json",
        },
    }
}

/// Writes the project of a new plugin, and says what comes next.
pub(super) fn run(command: &NewPlugin, words: &Catalogue) -> Result<ExitCode> {
    let (name, guest) = (command.name.as_str(), command.guest());
    if !is_name(name) {
        bail!(words.text(&Message::new("cli-plugin-no-name").with("name", name)));
    }
    let folder = command.dir.clone().unwrap_or_else(|| PathBuf::from(name));
    let kit = Kit::new(command.sdk.as_deref(), guest, words)?;
    let files: Vec<(&str, String)> = project(guest, name, &kit);

    if let Some((path, _)) = files.iter().find(|(path, _)| fs::symlink_metadata(folder.join(path)).is_ok()) {
        bail!(taken(&folder.join(path), words));
    }
    let failed = || words.text(&Message::new("cli-plugin-new-failed").with("folder", shown(&folder)));
    for (path, _) in &files {
        if let Some(parent) = folder.join(path).parent() {
            fs::create_dir_all(parent).with_context(failed)?;
        }
    }
    let texts: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    if let Err(path) = write::new_files(&folder, &texts).with_context(failed)? {
        bail!(taken(&folder.join(path), words));
    }

    let wrote = Message::new("cli-plugin-new").with("id", name).with("language", guest.to_string());
    let wrote = wrote.with("folder", shown(&folder)).with("count", files.len());
    output::text(|out| {
        writeln!(out, "{}", words.text(&wrote))?;
        for next in ["build", "test"] {
            writeln!(out, "  pact plugin {next}{}", shell::paths(std::slice::from_ref(&folder)))?;
        }
        let [file, example] = [format!("{name}.wasm"), "example".to_owned()].map(|path| word(&folder.join(path)));
        writeln!(out, "  pact plugin add {file} --to {example}")
    })?;
    Ok(exit::done())
}

fn word(path: &Path) -> String {
    shell::word(&shown(path))
}

fn taken(path: &Path, words: &Catalogue) -> String {
    words.text(&Message::new("cli-init-taken").with("file", shown(path)))
}

/// The files of a project with their text.
fn project(guest: Guest, name: &str, kit: &Kit) -> Vec<(&'static str, String)> {
    let filled = |text: &str| {
        text.replace("__ABOUT_SDK__", &kit.about).replace("__SDK__", &kit.dependency).replace("__NAME__", name)
    };
    let mut files: Vec<_> = SHARED.iter().chain(own(guest)).map(|(path, text)| (*path, filled(text))).collect();
    files.sort();
    files
}

/// Where a project in Rust has the crate from with which it is written.
struct Kit {
    /// What stands in `Cargo.toml`.
    dependency: String,
    /// What the README says of it.
    about: String,
}

impl Kit {
    fn new(asked: Option<&str>, guest: Guest, words: &Catalogue) -> Result<Self> {
        let quoted = |text: &str| toml_edit::Value::from(text).to_string();
        let Some(asked) = asked else {
            return Ok(Self {
                dependency: quoted(env!("CARGO_PKG_VERSION")),
                about: "The crate `pact-plugin` comes from the registry. To take it from a copy of pact's repository, write in `Cargo.toml`\n\
                        `pact-plugin = { path = \"…/pact-plugins/sdk\" }`, or make the project with `pact plugin new __NAME__ --sdk …/pact-plugins/sdk`."
                    .to_owned(),
            });
        };
        if guest != Guest::Rust {
            bail!(words.text(&Message::new("cli-plugin-sdk-rust").with("language", guest.to_string())));
        }
        if asked.contains("://") {
            return Ok(Self {
                dependency: format!("{{ git = {} }}", quoted(asked)),
                about: "The crate `pact-plugin` comes from the repository that `Cargo.toml` names.".to_owned(),
            });
        }
        let folder = fs::canonicalize(asked).ok().filter(|folder| folder.join("Cargo.toml").is_file());
        let Some(folder) = folder else {
            bail!(words.text(&Message::new("cli-plugin-sdk-missing").with("folder", shown(Path::new(asked)))));
        };
        Ok(Self {
            dependency: format!("{{ path = {} }}", quoted(&folder.to_string_lossy())),
            about: "The crate `pact-plugin` comes from the folder that `Cargo.toml` names. Whoever builds the plugin elsewhere changes that path."
                .to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use pact_core::load::Input;
    use pact_plugins::author::Project;

    use super::*;
    use crate::words;

    const GUESTS: [Guest; 3] = [Guest::Rust, Guest::Python, Guest::Js];

    fn kit() -> Kit {
        let words = words::catalogue(pact_core::message::Language::English).unwrap();
        Kit::new(None, Guest::Rust, &words).unwrap()
    }

    #[test]
    fn a_new_project_has_nothing_wrong_and_nothing_left_to_fill_in() {
        for guest in GUESTS {
            let folder = tempfile::tempdir().unwrap();
            for (path, text) in project(guest, "our-check", &kit()) {
                assert!(!text.contains("__NAME") && !text.contains("__SDK") && !text.contains("__ABOUT"), "{path}");
                let path = folder.path().join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            let project = Project::read(folder.path()).unwrap_or_else(|problems| panic!("{problems}"));
            assert_eq!(project.manifest().id, "our-check");
        }
    }

    #[test]
    fn the_documents_of_a_new_project_can_be_read() {
        let files = project(Guest::Js, "our-check", &kit());
        for of in ["example/", "tests/owned/", "tests/not-owned/"] {
            let mut input = Input::new();
            for (path, text) in files.iter().filter(|(path, _)| path.starts_with(of) && !path.ends_with(".json")) {
                input.add(path, text.as_str());
            }
            assert_eq!(input.build().faults(), [], "{of}");
        }
    }
}
