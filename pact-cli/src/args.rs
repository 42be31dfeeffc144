//! The command line as it is typed.

use std::{ffi::OsString, path::PathBuf};

use clap::{
    Args as ClapArgs, Parser, Subcommand, ValueEnum,
    builder::{EnumValueParser, PossibleValuesParser, TypedValueParser},
};
use pact_core::{
    check::RuleInfo,
    document::{
        terms::Force,
        value::PartialDate,
        workspace::{FailOn, Stage},
    },
    ledger::Verdict,
    message::Language,
    near::nearest,
};

use crate::registry;

/// Terms of reference as code: holds proposals and registers of members against their terms, and says clause by clause whether these are met.
#[derive(Debug, Parser)]
#[command(name = "pact", version, propagate_version = true, arg_required_else_help = true, max_term_width = 80)]
#[command(after_help = "\
Examples:
  pact init my-pact              a commented skeleton to start from
  pact check my-pact             check a folder
  pact ledger my-pact            the verdict on every clause, and why
  pact seats my-pact             who sits where, and which seats are open
  pact suggest my-pact           what to do about it
  pact explain T4 my-pact        why a clause has its verdict
  pact explain S107              what a rule checks, why, and how to fix it

Exit codes: 0 holds, 1 findings at the failing level, 2 could not decide (bad \
input, bad usage).")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) common: Common,
}

/// What every command takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Common {
    /// Language of what is said [default: pact.toml, else LC_ALL, LC_MESSAGES or LANG, else en]
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = languages(), help_heading = "Output")]
    lang: Option<Lang>,
    /// Colour; NO_COLOR is honoured
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Output")]
    pub(crate) color: Color,
}

impl Common {
    /// The language of what is said, if the command line names it.
    pub(crate) fn language(&self) -> Option<Language> {
        match self.lang {
            Some(Lang::Said(language)) => Some(language),
            Some(Lang::Written(_)) | None => None,
        }
    }
}

/// What `--lang` names: the language of what is said, and behind `pact plugin new` the one in which a plugin is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lang {
    Said(Language),
    Written(Guest),
}

/// The languages in which `pact` knows how to make plugins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Guest {
    /// Small and fast
    Rust,
    /// Brings its interpreter along, 19 MB
    Python,
    /// JavaScript; brings its interpreter along, 1.1 MB
    Js,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check documents and say what is wrong with them, and where
    Check(Check),
    /// Say of every clause of the terms whether the proposal meets it, and what shows it or is missing
    Ledger(Ledger),
    /// Show who sits in a body seat by seat, the open seats first, and how its quotas and other provisions stand
    Seats(Seats),
    /// Say what would put the composition of a body right: whom to appoint or move, whom to ask, what to find out
    Suggest(Suggest),
    /// Say why: of a clause or element its verdict, of a thing what speaks of it, of a finding or a rule what is behind it
    Explain(Explain),
    /// List the rules
    Rules(Rules),
    /// Print the JSON Schema of a document, for an editor that suggests and checks while you write
    Schema(Schema),
    /// Show what the documents say, as a graph
    Graph(Graph),
    /// Write a small commented skeleton that checks
    Init(Init),
    /// Add checks that somebody else wrote, or write your own
    Plugin(Plugin),
    /// Print the completions of a shell
    Completions(Completions),
}

/// `pact check`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  pact check                                 the folder you are in
  pact check proposal --lang da
  pact check terms.yaml proposal.yaml --format json > report.json
  cat terms.yaml | pact check -

A folder with a pact.toml is read as that says, else every .yaml, .yml, .json and .csv directly in it. \
Files that a document names are read with it.")]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) files: Files,
    /// How the report is written
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    pub(crate) format: ReportFormat,
    #[command(flatten)]
    pub(crate) judging: Judging,
    /// Run only these rules, by name or code, also if pact.toml turns them off. Whether files can be read is always checked
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule)]
    pub(crate) select: Vec<&'static RuleInfo>,
    /// Do not run these rules, by name or code; stronger than --select
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = optional_rule)]
    pub(crate) ignore: Vec<&'static RuleInfo>,
}

/// How clauses are judged.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct Judging {
    /// The day as of which to judge: 2018-03-19, 2018-03 or 2018 [default: pact.toml]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<PartialDate>,
    /// How far the proposal has come: in a draft, what can still be met is open [default: pact.toml, else final]
    #[arg(long, value_name = "STAGE", value_parser = stages())]
    pub(crate) stage: Option<Stage>,
    /// From which force on a clause that is not met fails the check [default: pact.toml, else must]
    #[arg(long, value_name = "FORCE", value_parser = failing_forces())]
    pub(crate) fail_on: Option<FailOn>,
}

/// The documents that a command reads.
#[derive(Debug, ClapArgs)]
pub(crate) struct Files {
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,
}

/// `pact ledger`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  pact ledger proposal
  pact ledger proposal --verdict unmet,open    what is left to do
  pact ledger proposal --force must --binds council
  pact ledger proposal --format csv > ledger.csv

Clauses and elements stand in the order of the source. A clause that only has \
elements has the gravest of their verdicts. The exit code is that of `pact check`, \
whatever is left out of the list.")]
pub(crate) struct Ledger {
    #[command(flatten)]
    pub(crate) files: Files,
    /// How the ledger is written
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    pub(crate) format: LedgerFormat,
    #[command(flatten)]
    pub(crate) judging: Judging,
    /// Only these verdicts, several with commas between them
    #[arg(long, value_name = "VERDICT", value_delimiter = ',', value_parser = verdicts())]
    pub(crate) verdict: Vec<Verdict>,
    /// Only clauses of these forces, several with commas; an element has that of its clause
    #[arg(long, value_name = "FORCE", value_delimiter = ',', value_parser = forces())]
    pub(crate) force: Vec<Force>,
    /// Only what binds one of these bodies or actors, by their ids, several with commas
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub(crate) binds: Vec<String>,
}

/// Of which bodies, judged how, and whether people are named.
#[derive(Debug, ClapArgs)]
pub(crate) struct Bodies {
    /// Name people. Names are personal data
    #[arg(long, help_heading = "Output")]
    pub(crate) names: bool,
    #[command(flatten)]
    pub(crate) judging: Judging,
    /// Only this body, by its id
    #[arg(long, value_name = "ID")]
    pub(crate) body: Option<String>,
}

/// `pact seats`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  pact seats proposal
  pact seats proposal --body council --as-of 2026-01-31
  pact seats proposal --format csv > seats.csv
  pact seats terms.yaml --model > members.csv
                                          a table of members to begin with
  pact seats terms.yaml --model=yaml > proposal.yaml
                                          the same with the actors it needs

Members are shown by whom they sit for and by their id. People's names are \
personal data and stay out unless you ask for them with --names; think of who \
will read what you print. The exit code is that of `pact check`.")]
pub(crate) struct Seats {
    #[command(flatten)]
    pub(crate) files: Files,
    /// How the table is written
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    pub(crate) format: LedgerFormat,
    #[command(flatten)]
    pub(crate) bodies: Bodies,
    /// Print instead a list of members that satisfies the terms, with the names to be filled in: as a table of members, or with the actors that it makes up as
    /// a document that `pact check` can hold against the terms; the exit code is 1 where no list can
    #[arg(
        long,
        value_name = "FORMAT",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "csv",
        conflicts_with_all = ["format", "names"]
    )]
    pub(crate) model: Option<ModelFormat>,
}

/// `pact suggest`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  pact suggest proposal
  pact suggest proposal --body council --lang da

Fewest changes first: for the seats, as few new people as will do, and with them \
as few moves. Nothing is changed in your files. The exit code is that of \
`pact check`.")]
pub(crate) struct Suggest {
    #[command(flatten)]
    pub(crate) files: Files,
    /// How the list is written
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    pub(crate) format: ReportFormat,
    #[command(flatten)]
    pub(crate) bodies: Bodies,
}

/// `pact explain`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  pact explain S102               a rule, by its name or code; needs no files
  pact explain T4 proposal        a clause or an element
  pact explain council proposal   anything else that has an id
  pact explain seat:council/chair proposal
                                  by its key, where several share an id
  pact explain 4f0c91ab proposal  a finding, by the first digits of its \
fingerprint")]
pub(crate) struct Explain {
    /// A rule, a clause, an element, the id or key of anything else, or a fingerprint
    #[arg(value_name = "WHAT")]
    pub(crate) what: String,
    #[command(flatten)]
    pub(crate) files: Files,
    #[command(flatten)]
    pub(crate) judging: Judging,
}

/// `pact rules`
#[derive(Debug, ClapArgs)]
pub(crate) struct Rules {
    /// How the list is written
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    pub(crate) format: ReportFormat,
}

/// `pact schema`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  pact schema terms > terms.schema.json
and, as the first line of terms.yaml,
  # yaml-language-server: $schema=terms.schema.json")]
pub(crate) struct Schema {
    /// Of what
    #[arg(value_name = "DOCUMENT")]
    pub(crate) document: SchemaOf,
}

/// `pact graph`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  pact graph proposal
  pact graph proposal --format dot | dot -Tsvg > graph.svg

People's names are left out. Of several definitions with the same id, the one \
that counts is shown.")]
pub(crate) struct Graph {
    #[command(flatten)]
    pub(crate) files: Files,
    /// How the graph is written
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    pub(crate) format: GraphFormat,
}

/// `pact init`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  pact init my-pact --lang da

Never overwrites: where one of the files is there already, nothing is written.")]
pub(crate) struct Init {
    /// The folder; made if it is not there
    #[arg(value_name = "DIR", default_value = ".")]
    pub(crate) dir: PathBuf,
}

/// `pact plugin`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  pact plugin inspect health-inclusion.wasm     what it does and asks to see
  pact plugin add health-inclusion.wasm         show that, ask you, and pin it
  pact plugin list
  pact plugin update health-inclusion           the file has changed

  pact plugin new our-check                     a plugin of your own, which builds
  pact plugin build our-check
  pact plugin test our-check

A plugin runs without being trusted: it sees of your documents what you agree to, \
and nothing else of your machine. What you agreed to stands in pact.lock.")]
pub(crate) struct Plugin {
    #[command(subcommand)]
    pub(crate) command: PluginCommand,
}

/// What is to be done with plugins.
#[derive(Debug, Subcommand)]
pub(crate) enum PluginCommand {
    /// Say what is in a plugin's file, without running any of it
    Inspect(InspectPlugin),
    /// Show what a plugin asks to see, and have it check this folder if you agree
    Add(AddPlugin),
    /// Take a plugin out of this folder; its file stays
    Remove(RemovePlugin),
    /// List the plugins of a folder
    List(ListPlugins),
    /// Agree to the file of a plugin as it is now
    Update(UpdatePlugin),
    /// Write the project of a new plugin: one rule, a passing and a failing case, in English and Danish
    New(NewPlugin),
    /// Compile a plugin, and put it together with its manifest and messages
    Build(BuildPlugin),
    /// Ask a plugin about its cases, and say where it answers otherwise than expected
    Test(TestPlugin),
    /// Say what a plugin costs: time, fuel, memory, calls
    Bench(BenchPlugin),
}

/// `pact plugin inspect`
#[derive(Debug, ClapArgs)]
pub(crate) struct InspectPlugin {
    /// The plugin, a .wasm file
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    pub(crate) format: ReportFormat,
}

/// The folder whose plugins are meant.
#[derive(Debug, ClapArgs)]
pub(crate) struct PluginFolder {
    /// The folder with the pact.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) to: PathBuf,
}

/// `pact plugin add`
#[derive(Debug, ClapArgs)]
pub(crate) struct AddPlugin {
    /// The plugin, a .wasm file. One from elsewhere is copied into the folder, under plugins/
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) folder: PluginFolder,
    /// Agree without being asked
    #[arg(long)]
    pub(crate) yes: bool,
}

/// `pact plugin remove`
#[derive(Debug, ClapArgs)]
pub(crate) struct RemovePlugin {
    /// Its id
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) folder: PluginFolder,
}

/// `pact plugin list`
#[derive(Debug, ClapArgs)]
pub(crate) struct ListPlugins {
    #[command(flatten)]
    pub(crate) folder: PluginFolder,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    pub(crate) format: ReportFormat,
}

/// `pact plugin update`
#[derive(Debug, ClapArgs)]
pub(crate) struct UpdatePlugin {
    /// Its id
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// A newer file, which takes the place of the one there is
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) folder: PluginFolder,
    /// Agree without being asked
    #[arg(long)]
    pub(crate) yes: bool,
}

/// `pact plugin new`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  pact plugin new our-check
  pact plugin new our-check --lang python
  pact plugin new our-check --sdk ../pact/pact-plugins/sdk

Never overwrites: where one of the files is there already, nothing is written.")]
pub(crate) struct NewPlugin {
    /// Its id: small letters, digits and hyphens, a letter first
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    /// The language in which it is written
    #[arg(long, value_name = "LANGUAGE", default_value = "rust", value_parser = guests())]
    lang: Lang,
    /// The folder; made if it is not there [default: NAME]
    #[arg(long, value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    /// For Rust: where the crate pact-plugin is, a folder or the address of a Git repository [default: the version of this pact, from the registry]
    #[arg(long, value_name = "PATH")]
    pub(crate) sdk: Option<String>,
}

impl NewPlugin {
    /// The language in which it is to be written. Where `--lang` stands before the command, it is that of what is said.
    pub(crate) fn guest(&self) -> Guest {
        match self.lang {
            Lang::Written(guest) => guest,
            Lang::Said(_) => Guest::Rust,
        }
    }
}

/// The folder of a plugin's project.
#[derive(Debug, ClapArgs)]
pub(crate) struct ProjectFolder {
    /// The folder with the plugin.toml
    #[arg(value_name = "DIR", default_value = ".")]
    pub(crate) dir: PathBuf,
}

/// `pact plugin build`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  pact plugin build
  pact plugin build our-check -- --locked       the rest goes to the compiler

The language is that of the file that is there: Cargo.toml, app.py or app.js. \
PACT_COMPONENTIZE_PY and PACT_COMPONENTIZE_QJS say where the tools for Python and \
JavaScript are, if they are not in the path.")]
pub(crate) struct BuildPlugin {
    #[command(flatten)]
    pub(crate) project: ProjectFolder,
    /// What else the compiler is told: cargo, componentize-py or componentize-qjs
    #[arg(value_name = "ARGUMENT", last = true)]
    pub(crate) rest: Vec<OsString>,
}

/// `pact plugin test`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  pact plugin test
  pact plugin test --case not-owned
  pact plugin test --bless             write down what it answers; read the changes

A case is a folder: documents, case.json with what is asked, expected.json with \
what has to come out. Each is asked twice, and once more with the entries of its \
documents in another order; so is a folder without documents, and one with \
10 000 nodes.

Exit codes: 0 as expected, 1 not as expected, 2 could not be tried.")]
pub(crate) struct TestPlugin {
    #[command(flatten)]
    pub(crate) project: ProjectFolder,
    /// The folder of the cases [default: tests, in the folder of the project]
    #[arg(long, value_name = "DIR")]
    pub(crate) cases: Option<PathBuf>,
    /// Only these cases, by the names of their folders, several with commas between them
    #[arg(long, value_name = "CASE", value_delimiter = ',')]
    pub(crate) case: Vec<String>,
    /// Write down what the plugin answers as what is expected
    #[arg(long)]
    pub(crate) bless: bool,
}

/// `pact plugin bench`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  pact plugin bench
  pact plugin bench health-inclusion.wasm --nodes 1000,50000 --format json")]
pub(crate) struct BenchPlugin {
    /// The folder of the project, or a finished plugin
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) path: PathBuf,
    /// How large the graphs are
    #[arg(long, value_name = "NUMBER", value_delimiter = ',', default_values_t = [1_000, 10_000, 100_000], value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) nodes: Vec<u32>,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    pub(crate) format: ReportFormat,
}

/// `pact completions`
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  pact completions bash > ~/.local/share/bash-completion/completions/pact")]
pub(crate) struct Completions {
    /// Of which shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How a report or a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

/// How a ledger is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LedgerFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// A table for a page or a pull request
    Markdown,
    /// For a spreadsheet, with commas
    Csv,
}

/// How a list of members that satisfies the terms is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ModelFormat {
    /// A table of members for a spreadsheet
    Csv,
    /// A proposal with its members and actors, to begin with
    Yaml,
    /// The same for programs
    Json,
}

/// How a graph is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GraphFormat {
    /// For people
    Text,
    /// For Graphviz
    Dot,
    /// For programs
    Json,
}

/// What has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// Terms of reference
    Terms,
    /// A pact, or a proposal for one
    Pact,
    /// pact.toml
    Workspace,
    /// What `pact check --format json` prints
    Report,
    /// What `pact ledger --format json` prints
    Ledger,
    /// What `pact seats --format json` prints
    Seats,
    /// What `pact suggest --format json` prints
    Suggest,
}

fn languages() -> impl TypedValueParser<Value = Lang> {
    let tags = Language::ALL.map(Language::tag);
    PossibleValuesParser::new(tags).try_map(|tag| Language::from_tag(&tag).map(Lang::Said).ok_or("no such language"))
}

fn guests() -> impl TypedValueParser<Value = Lang> {
    EnumValueParser::<Guest>::new().map(Lang::Written)
}

fn stages() -> impl TypedValueParser<Value = Stage> {
    PossibleValuesParser::new(Stage::NAMES).try_map(|word| Stage::from_name(&word).ok_or("no such stage"))
}

fn failing_forces() -> impl TypedValueParser<Value = FailOn> {
    PossibleValuesParser::new(FailOn::NAMES).try_map(|word| FailOn::from_name(&word).ok_or("no such force"))
}

fn verdicts() -> impl TypedValueParser<Value = Verdict> {
    let names = Verdict::ALL.map(Verdict::name);
    PossibleValuesParser::new(names).try_map(|word| Verdict::from_name(&word).ok_or("no such verdict"))
}

fn forces() -> impl TypedValueParser<Value = Force> {
    PossibleValuesParser::new(Force::NAMES).try_map(|word| Force::from_name(&word).ok_or("no such force"))
}

fn date(text: &str) -> Result<PartialDate, &'static str> {
    PartialDate::parse(text)
        .filter(|date| date.year().is_some())
        .ok_or("not a date of the calendar; write 2026-01-31, 2026-01 or 2026")
}

/// The rule of a name or a code, whatever its case.
fn rule(text: &str) -> Result<&'static RuleInfo, String> {
    let asked = text.trim().to_ascii_lowercase();
    if let Some(rule) = registry::find(&asked) {
        return Ok(rule);
    }
    let known = registry::rules().flat_map(|rule| [rule.name.as_ref(), rule.code.as_ref()]);
    Err(match nearest(&asked, known) {
        Some(meant) => format!("there is no such rule; did you mean `{meant}`?"),
        None => "there is no such rule; `pact rules` lists them".to_owned(),
    })
}

/// A rule that can be left out.
fn optional_rule(text: &str) -> Result<&'static RuleInfo, String> {
    use pact_core::check::Consequence;
    match rule(text)? {
        rule if rule.consequence != Consequence::Finding => {
            Err("this rule says that something was not read, and always runs".to_owned())
        }
        rule => Ok(rule),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn rules_are_found_whatever_their_case() {
        assert_eq!(rule("Dangling-Reference").map(|rule| rule.code.as_ref()), Ok("S102"));
        assert_eq!(rule("s102").map(|rule| rule.code.as_ref()), Ok("S102"));
        assert!(rule("dangling-references").is_err_and(|words| words.contains("`dangling-reference`")));
        assert!(rule("").is_err());
    }

    #[test]
    fn what_was_not_read_cannot_be_ignored() {
        assert!(optional_rule("unreadable-file").is_err());
        assert!(optional_rule("dangling-reference").is_ok());
    }
}
