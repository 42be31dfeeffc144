//! `pact init`

use std::{fs, path::Path, process::ExitCode};

use anyhow::{Context as _, Result, bail};
use pact_core::message::{Language, Message};

use crate::{
    args::{Common, Init},
    exit, language, output,
    render::clean,
    shell, words, write,
};

/// The files of the skeleton with their text.
fn skeleton(language: Language) -> [(&'static str, &'static str); 4] {
    macro_rules! files {
        ($language:literal) => {
            [
                ("pact.toml", include_str!(concat!("../../templates/", $language, "/pact.toml"))),
                ("terms.yaml", include_str!(concat!("../../templates/", $language, "/terms.yaml"))),
                ("pact.yaml", include_str!(concat!("../../templates/", $language, "/pact.yaml"))),
                ("members.csv", include_str!(concat!("../../templates/", $language, "/members.csv"))),
            ]
        };
    }
    match language {
        Language::English => files!("en"),
        Language::Danish => files!("da"),
    }
}

/// Writes the skeleton into a folder, and says what comes next.
pub(super) fn run(command: &Init, common: &Common) -> Result<ExitCode> {
    let language = language::choose(common.language());
    let words = words::catalogue(language)?;
    let folder = command.dir.as_path();
    let shown = |path: &Path| clean::line(&path.strip_prefix(".").unwrap_or(path).to_string_lossy()).into_owned();
    let failed = || words.text(&Message::new("cli-init-failed").with("folder", shown(folder)));
    let files = skeleton(language);
    fs::create_dir_all(folder).with_context(failed)?;
    if let Err(name) = write::new_files(folder, &files).with_context(failed)? {
        bail!(words.text(&Message::new("cli-init-taken").with("file", shown(&folder.join(name)))));
    }
    let longest = files.iter().map(|(name, _)| shown(&folder.join(name)).chars().count()).max().unwrap_or(0);
    output::text(|out| {
        writeln!(out, "{}", words.label("cli-init-wrote"))?;
        for (name, _) in &files {
            let what = match *name {
                "pact.toml" => "cli-init-manifest",
                "terms.yaml" => "cli-init-terms",
                "pact.yaml" => "cli-init-pact",
                _ => "cli-init-members",
            };
            writeln!(out, "  {:<longest$}  {}", shown(&folder.join(name)), words.label(what))?;
        }
        let next = format!("pact check{}", shell::paths(std::slice::from_ref(&command.dir)));
        writeln!(out, "{}", words.text(&Message::new("cli-init-next").with("command", next)))
    })?;
    Ok(exit::done())
}

#[cfg(test)]
mod tests {
    use pact_core::{
        load::Input,
        report::{Options, Outcome},
    };

    use super::*;

    #[test]
    fn the_skeleton_holds_in_every_language() {
        for language in Language::ALL {
            let mut input = Input::new();
            for (name, text) in skeleton(language) {
                input.add(name, text);
            }
            assert_eq!(input.wanted(), []);
            let report = pact_rules::check(input, &Options::default());
            // What the skeleton shows as still to be decided is a note.
            let open = |found: &&pact_core::report::Reported| found.level == pact_core::finding::Level::Note;
            assert!(report.findings.iter().all(|found| open(&found)), "{language:?}: {:#?}", report.findings);
            assert_eq!(report.outcome(), Outcome::Holds);
        }
    }

    #[test]
    fn the_skeletons_say_the_same() {
        let [en, da] = Language::ALL.map(|language| {
            let mut input = Input::new();
            skeleton(language).iter().for_each(|(name, text)| input.add(name, *text));
            let model = input.build();
            let graph = model.graph();
            (graph.node_count(), graph.edge_count())
        });
        assert_eq!(en, da);
    }
}
