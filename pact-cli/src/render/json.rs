//! A report for programs. Its shape is versioned; `pact schema report` prints its schema.

mod escape;
mod place;
mod rows;

use std::{
    collections::BTreeMap,
    io::{self, Write},
    rc::Rc,
};

use pact_core::{
    check::CheckError,
    document::{
        terms,
        workspace::{FailOn, Stage},
    },
    message::{self, Catalogue, Language, Message},
    report,
    source::{FileId, Span},
};
use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde::Serialize;

use self::place::Place;
pub(crate) use self::rows::{Missing, Row, Rows};
use super::{lost::lost, places::Places};

/// The version of the shape of reports.
const VERSION: u32 = 1;

/// Writes a value, indented, with nothing in it that a terminal would obey.
pub(crate) fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, escape::Formatter::default());
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

/// The JSON Schema (2020-12) of what is written.
pub(super) fn schema_of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

/// The JSON Schema (2020-12) of [`Report`].
pub(crate) fn schema() -> Schema {
    schema_of::<Report<'_>>()
}

/// The result of `pact check`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "pact report")]
pub(crate) struct Report<'r> {
    /// The version of this shape. It changes when something is taken away or comes to mean something else.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    #[serde(flatten)]
    head: Head,
    /// What was found, sorted by rule, subject and arguments.
    #[schemars(with = "Vec<Finding>")]
    findings: Findings<'r>,
    /// The verdict on every clause and element, for each proposal in the order of the source.
    #[schemars(with = "Vec<Row>")]
    ledger: Ledger<'r>,
    /// Checks that failed as programs. With any, the outcome is undecided.
    errors: Vec<Failure>,
    /// What was looked at.
    stats: Stats,
    /// The files, sorted by path.
    inputs: Vec<File>,
}

/// How the run was judged, and how it came out: what reports and ledgers begin with.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Head {
    /// How the run came out; of a ledger, whatever is left out of the list.
    outcome: Outcome,
    /// The exit code: 0 holds, 1 fails, 2 undecided.
    exit_code: u8,
    /// The day as of which the run judged: `2018-03-19`, or as much of it as was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    as_of: Option<String>,
    /// How far the proposals have come: in a draft, what can still be met is open.
    #[schemars(extend("enum" = Stage::NAMES))]
    stage: &'static str,
    /// From which force on a clause that is not met fails the check.
    #[schemars(extend("enum" = FailOn::NAMES))]
    fail_on: &'static str,
    /// The language of texts for people, such as `message`.
    #[schemars(extend("enum" = Language::ALL.map(Language::tag)))]
    language: &'static str,
}

impl Head {
    /// That of a report, in the reader's language.
    pub(crate) fn new(report: &report::Report, words: &Catalogue) -> Self {
        let outcome = report.outcome();
        Self {
            outcome: Outcome::of(outcome),
            exit_code: outcome.exit_code(),
            as_of: report.as_of.map(|day| day.to_string()),
            stage: report.ledger.judged.stage.name(),
            fail_on: report.ledger.judged.fail_on.name(),
            language: words.language().tag(),
        }
    }
}

/// How a run came out.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    /// Everything that was checked holds.
    Holds,
    /// There are findings at the failing level.
    Fails,
    /// Something could not be read or run, or there was nothing to check.
    Undecided,
}

/// How seriously a finding is taken.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Level {
    /// Good to know.
    Note,
    /// To be looked at.
    Warning,
    /// Fails the check.
    Error,
}

/// Something that a rule found.
#[derive(Debug, Serialize, JsonSchema)]
struct Finding {
    /// The permanent code of the rule, such as `S102`.
    rule: String,
    /// The name of the rule, such as `dangling-reference`.
    name: String,
    /// The group of the rule.
    group: String,
    /// How seriously it is taken in this run.
    level: Level,
    /// The id of the clause or element that it cites.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    clause: Option<String>,
    /// The force of that clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Force")]
    force: Option<Force>,
    /// What is wrong, in the language of the report.
    message: String,
    /// What it is about: the key of a node, such as `objective:midtjylland-2018/o1`, or the keys that lead to a place.
    subject: String,
    /// Where it is to be seen. The first is the primary one.
    locations: Vec<Location>,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    help: Option<String>,
    /// A change that would mend it. It is offered, never made.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Suggestion")]
    suggestion: Option<Suggestion>,
    /// The same for the same fault in every run, whatever moves in the files.
    fingerprint: String,
    /// The id of the message in the catalogues.
    message_id: String,
    /// The arguments of the message, the same in every language.
    args: BTreeMap<String, Arg>,
}

/// The force of a clause.
#[derive(Clone, Copy, Debug, JsonSchema)]
#[schemars(transparent)]
pub(crate) struct Force(terms::Force);

impl Serialize for Force {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

/// A place of a finding.
#[derive(Debug, Serialize, JsonSchema)]
struct Location {
    /// Whether the finding is there, or something that belongs to it.
    role: Role,
    #[serde(flatten)]
    place: Place,
    /// What is to be seen there, in the language of the report.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    label: Option<String>,
}

/// What a place is to a finding.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Role {
    /// The finding is there.
    Primary,
    /// Something that belongs to it is there.
    Related,
}

/// A text to put in the place of another.
#[derive(Debug, Serialize, JsonSchema)]
struct Suggestion {
    /// The path of the file as it was given.
    path: String,
    /// The first line of what is replaced.
    line: u32,
    /// Its first column.
    column: u32,
    /// The line of its end.
    end_line: u32,
    /// The column of its end.
    end_column: u32,
    /// What stands there afterwards.
    replacement: String,
}

/// An argument of a message.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
enum Arg {
    /// A number.
    Number(u64),
    /// A text, an id, a date, a path, or the name of a kind of node or relation.
    Text(String),
    /// Several.
    List(Vec<String>),
    /// A text in several languages, by their tags; without a language under `und`.
    Localised(BTreeMap<String, String>),
}

/// A check that failed as a program.
#[derive(Debug, Serialize, JsonSchema)]
struct Failure {
    /// Which check.
    check: String,
    /// Why.
    reason: String,
}

/// What was looked at.
#[derive(Debug, Serialize, JsonSchema)]
struct Stats {
    /// Terms and pacts that could be read.
    documents: usize,
    /// How many rules ran.
    rules_run: usize,
    /// Their codes.
    rules: Vec<String>,
    /// Nodes of the graph by kind.
    nodes: BTreeMap<&'static str, usize>,
    /// Edges of the graph by kind.
    edges: BTreeMap<&'static str, usize>,
    /// Findings by level.
    findings: Counts,
    /// Clauses and elements by verdict, of those that were judged for themselves.
    verdicts: BTreeMap<&'static str, usize>,
}

/// Findings by level.
#[derive(Debug, Serialize, JsonSchema)]
struct Counts {
    /// How many fail the check.
    error: usize,
    /// How many are to be looked at.
    warning: usize,
    /// How many are good to know.
    note: usize,
}

/// A file of the run.
#[derive(Debug, Serialize, JsonSchema)]
struct File {
    /// Its path as it was given.
    path: String,
    /// The SHA-256 of its bytes, in hexadecimal. Left out when they could not be had.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    sha256: Option<String>,
}

impl<'r> Report<'r> {
    /// The report in the reader's language.
    pub(crate) fn new(report: &'r report::Report, words: &'r Catalogue) -> Self {
        let places = Rc::new(Places::of_everything(report));
        Self {
            version: VERSION,
            head: Head::new(report, words),
            findings: Findings { report, words, places: Rc::clone(&places) },
            ledger: Ledger { report, rows: Rows::new(report, words), places },
            errors: report.errors.iter().map(failure).collect(),
            stats: stats(report),
            inputs: inputs(report),
        }
    }
}

/// The findings, put into words and places while they are written: there may be more of them than fit in memory twice.
#[derive(Debug)]
struct Findings<'r> {
    report: &'r report::Report,
    words: &'r Catalogue,
    places: Rc<Places>,
}

/// The lines of the ledger, put into words and places while they are written.
#[derive(Debug)]
struct Ledger<'r> {
    report: &'r report::Report,
    rows: Rows<'r>,
    places: Rc<Places>,
}

impl Serialize for Ledger<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cases = self.report.ledger.cases.iter();
        let lines = cases.flat_map(|case| case.entries.iter().map(move |entry| (case, entry)));
        serializer.collect_seq(lines.map(|(case, entry)| self.rows.row(case, entry, &self.places)))
    }
}

impl Outcome {
    /// How a run came out.
    pub(crate) fn of(outcome: report::Outcome) -> Self {
        match outcome {
            report::Outcome::Holds => Self::Holds,
            report::Outcome::Fails => Self::Fails,
            report::Outcome::Undecided => Self::Undecided,
        }
    }
}

impl Serialize for Findings<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.report.findings.iter().map(|reported| self.finding(reported)))
    }
}

impl Findings<'_> {
    fn finding(&self, reported: &report::Reported) -> Finding {
        let finding = &reported.finding;
        let rule = self.report.rules.get(reported.rule);
        let (clause, force) = rows::cited(self.report.model.graph(), finding);
        let of_rule = |text: &dyn Fn(&pact_core::check::RuleInfo) -> String| rule.map(text).unwrap_or_default();
        let text = |message: &Message| self.words.text(message);
        let primary = self.location(Role::Primary, finding.span, finding.label.as_ref().map(text));
        let related = finding.related.iter().map(|one| self.location(Role::Related, one.span, Some(text(&one.label))));
        Finding {
            rule: of_rule(&|rule| rule.code.to_string()),
            name: of_rule(&|rule| rule.name.to_string()),
            group: of_rule(&|rule| rule.group.to_string()),
            level: level(reported.level),
            clause,
            force,
            message: text(&finding.message),
            subject: reported.subject.clone(),
            locations: std::iter::once(primary).chain(related).collect(),
            help: finding.help.as_ref().map(text),
            suggestion: finding.edit.as_ref().map(|edit| self.suggestion(edit)),
            fingerprint: reported.fingerprint.clone(),
            message_id: finding.message.id.to_string(),
            args: finding
                .message
                .args
                .iter()
                .chain(&finding.message.shown)
                .map(|(name, value)| (name.to_string(), arg(value)))
                .collect(),
        }
    }

    fn location(&self, role: Role, span: Span, label: Option<String>) -> Location {
        Location { role, place: Place::new(&self.report.model, &self.places, span), label }
    }

    fn suggestion(&self, edit: &pact_core::finding::Edit) -> Suggestion {
        let start = self.places.get(edit.span.file, edit.span.start).position;
        let end = self.places.get(edit.span.file, edit.span.end).position;
        Suggestion {
            path: self.path(edit.span.file),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            replacement: edit.replacement.clone(),
        }
    }

    fn path(&self, file: FileId) -> String {
        self.report.model.path(file).to_owned()
    }
}

fn level(level: pact_core::finding::Level) -> Level {
    match level {
        pact_core::finding::Level::Note => Level::Note,
        pact_core::finding::Level::Warning => Level::Warning,
        pact_core::finding::Level::Error => Level::Error,
    }
}

fn arg(value: &message::Arg) -> Arg {
    match value {
        message::Arg::Text(text) | message::Arg::Path(text) => Arg::Text(text.clone()),
        message::Arg::Number(number) => Arg::Number(*number),
        message::Arg::Date(date) => Arg::Text(date.to_string()),
        message::Arg::Amount(amount) => Arg::Text(amount.to_string()),
        message::Arg::Period(period) => Arg::Text(period.to_string()),
        message::Arg::Kind(kind) => Arg::Text(kind.name().to_owned()),
        message::Arg::Kinds(kinds) => Arg::List(kinds.iter().map(|kind| kind.name().to_owned()).collect()),
        message::Arg::Edge(edge) => Arg::Text(edge.name().to_owned()),
        message::Arg::OneOf(all) | message::Arg::All(all) => Arg::List(all.clone()),
        message::Arg::Words(ids) => Arg::List(ids.iter().map(ToString::to_string).collect()),
        message::Arg::Thing(thing) => Arg::Text(thing.id.clone()),
        message::Arg::Things(things) | message::Arg::AnyThing(things) | message::Arg::Few { things, .. } => {
            Arg::List(things.iter().map(|thing| thing.id.clone()).collect())
        }
        message::Arg::Relations(path) => Arg::Text(path.to_string()),
        message::Arg::Way(legs) => {
            let first = legs.first().map(|leg| leg.from.id.clone());
            Arg::List(first.into_iter().chain(legs.iter().map(|leg| leg.to.id.clone())).collect())
        }
        message::Arg::Said(message) => Arg::Text(message.id.to_string()),
        message::Arg::Localised(text) => Arg::Localised(localised(text)),
    }
}

/// The versions of a text by language.
pub(super) fn localised(text: &pact_core::document::value::Text) -> BTreeMap<String, String> {
    text.versions().map(|(tag, text)| (tag.unwrap_or("und").to_owned(), text.to_owned())).collect()
}

fn failure(error: &CheckError) -> Failure {
    Failure { check: error.check().to_owned(), reason: error.to_string() }
}

fn stats(report: &report::Report) -> Stats {
    use pact_core::finding::Level;
    Stats {
        documents: report.model.document_count(),
        rules_run: report.rules.len(),
        rules: report.rules.iter().map(|rule| rule.code.to_string()).collect(),
        nodes: report.nodes_by_kind().into_iter().map(|(kind, count)| (kind.name(), count)).collect(),
        edges: report.edges_by_kind().into_iter().map(|(kind, count)| (kind.name(), count)).collect(),
        findings: Counts {
            error: report.count(Level::Error),
            warning: report.count(Level::Warning),
            note: report.count(Level::Note),
        },
        verdicts: rows::verdicts(report),
    }
}

fn inputs(report: &report::Report) -> Vec<File> {
    let model = &report.model;
    let lost = lost(model);
    let hexadecimal = |digest: &[u8; 32]| digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut files: Vec<File> = model
        .sources()
        .iter()
        .map(|(id, source)| File {
            path: source.path().to_owned(),
            sha256: (!lost.contains(&id)).then(|| hexadecimal(source.sha256())),
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
