//! Reading documents and running the binary, for all topics.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::{LazyLock, OnceLock},
};

use pact_core::{
    fault::Unreadable,
    load::Input,
    message::{Catalogue, Language},
    report::{Options, Report},
};
use pact_plugins::{
    Cache, Host, Limits,
    lock::Lock,
    setup::{Setup, Wanted},
};

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Files in memory, checked by every rule.
pub(crate) fn check(files: &[(&str, &str)]) -> Report {
    let mut input = Input::new();
    for (name, text) in files {
        input.add(name, *text);
    }
    pact_rules::check(input, &Options::default())
}

/// A folder of the examples, read through its manifest.
pub(crate) fn example(folder: &str) -> Input {
    changed_example(folder, |_, text| text)
}

/// The same, with a change to the text of its files on the way.
pub(crate) fn changed_example(folder: &str, change: impl Fn(&str, String) -> String) -> Input {
    let mut input = Input::new();
    let base = root().join("examples");
    input.add(&format!("{folder}/pact.toml"), std::fs::read(base.join(folder).join("pact.toml")).unwrap());
    loop {
        let wanted = input.wanted();
        if wanted.is_empty() {
            return input;
        }
        for file in wanted {
            match std::fs::read(base.join(&file.path)) {
                Ok(bytes) => {
                    let name = file.path.rsplit('/').next().unwrap();
                    input.add(&file.path, change(name, String::from_utf8(bytes).unwrap()));
                }
                Err(_) => input.add_unreadable(&file.path, Unreadable::Missing, Some(file.span)),
            }
        }
    }
}

/// A folder of the examples, judged on the day and at the stage that its manifest says.
pub(crate) fn judged_example(folder: &str) -> Report {
    judged_changed_example(folder, |_, text| text)
}

/// The same, with a change to the text of its files on the way.
pub(crate) fn judged_changed_example(folder: &str, change: impl Fn(&str, String) -> String) -> Report {
    let input = changed_example(folder, change);
    let manifest = input.workspace().unwrap();
    let options = Options {
        as_of: manifest.as_of.map(|day| day.date),
        stage: manifest.stage.unwrap_or_default(),
        fail_on: manifest.fail_on.unwrap_or_default(),
        ..Options::default()
    };
    with_plugins(input, &options)
}

/// What was compiled is kept for as long as the tests run.
static CACHE: LazyLock<(tempfile::TempDir, Cache)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::open(&folder.path().join("code"), &folder.path().join("key/key")).unwrap();
    (folder, cache)
});

/// Files of the examples, checked by every rule and by the plugins that their manifest names.
pub(crate) fn with_plugins(mut input: Input, options: &Options) -> Report {
    input.as_of(options.as_of);
    let model = input.build();
    let wanted = Wanted::of(&model, &root().join("examples"));
    let lock = wanted.first().map_or_else(String::new, |first| std::fs::read_to_string(&first.lock).unwrap());
    let lock = if wanted.is_empty() { Ok(Lock::default()) } else { Lock::read(&lock) };
    let setup = Setup::new(&wanted, &lock, &Host::new(Limits::default()).unwrap(), Some(&CACHE.1));
    let plugins = if wanted.is_empty() { Vec::new() } else { setup.checks().collect() };
    Report::new(model, pact_rules::registry::checks().iter().copied().chain(plugins), options)
}

/// A line for each finding: code, subject, place, message.
pub(crate) fn lines(report: &Report, language: Language) -> Vec<String> {
    let words: Catalogue = pact_rules::messages::catalogue(language).unwrap();
    let place = |span: pact_core::source::Span| {
        let source = report.model.sources().get(span.file).unwrap();
        let at = source.position(span.start);
        format!("{}:{}:{}", source.path(), at.line, at.column)
    };
    let line = |found: &pact_core::report::Reported| {
        let rule = &report.rules[found.rule];
        let help = found.finding.help.as_ref().map(|help| words.text(help)).unwrap_or_default();
        format!(
            "{} {} {}\n  {}\n  → {help}",
            rule.code,
            found.subject,
            place(found.finding.span),
            words.text(&found.finding.message)
        )
    };
    report.findings.iter().map(line).collect()
}

/// The names of the rules that found something, in the order of the report.
pub(crate) fn rules_of(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|found| report.rules[found.rule].name.as_ref()).collect()
}

/// The binary, built once.
fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        // Cargo builds the binaries of a package only for that package's own tests; this is another package.
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--package", "pact-cli"])
            .current_dir(root())
            .status();
        assert!(built.unwrap().success(), "pact-cli does not build");
        let deps = std::env::current_exe().unwrap();
        let target = deps.ancestors().nth(3).unwrap().join("debug");
        target.join(format!("pact{}", std::env::consts::EXE_SUFFIX))
    })
}

/// A run of the binary.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs the binary in a folder, without colour and with an English environment.
pub(crate) fn pact(folder: &Path, args: &[&str]) -> Run {
    run(command(folder, args), None)
}

/// Runs the binary with a text on standard input.
pub(crate) fn pact_with_input(folder: &Path, args: &[&str], input: &str) -> Run {
    run(command(folder, args), Some(input))
}

/// The binary, ready to run.
pub(crate) fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command.args(args).current_dir(folder).env_clear().env("LANG", "C").env("COLUMNS", "80");
    command
}

fn run(mut command: Command, input: Option<&str>) -> Run {
    use std::io::Write as _;
    let stdin = if input.is_some() { Stdio::piped() } else { Stdio::null() };
    let mut child = command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    if let (Some(mut pipe), Some(text)) = (child.stdin.take(), input) {
        // A child that has read enough closes the pipe; that is its right.
        let _ = pipe.write_all(text.as_bytes());
    }
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    Run {
        code: status.code().expect("a run ends by itself, not by a signal"),
        stdout: String::from_utf8(stdout).unwrap(),
        stderr: String::from_utf8(stderr).unwrap(),
    }
}
