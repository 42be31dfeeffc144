//! The result of a run: findings in a fixed order, each with a fingerprint, and what was looked at.

use std::{
    cmp,
    collections::BTreeMap,
    num::NonZero,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use rustc_hash::FxHashSet;

use sha2::{Digest, Sha256};

use crate::{
    check::{Asking, Check, CheckError, Consequence, Context, RuleInfo, Sink},
    document::{
        pact::Status,
        terms::Force,
        value::PartialDate,
        workspace::{FailOn, Stage},
    },
    finding::{Edit, Finding, Level, Subject},
    graph::{
        edge::EdgeKind,
        node::{NodeId, NodeKind, Pact},
    },
    ledger::{Case, Judging, Ledger, Verdict, force, level_of},
    message::Arg,
    model::Model,
    prove::{Lack, Lacking},
    ruling::{self, NoRuling, Question, Rulings},
    source::{Layout, Source, Sources, Span},
};

/// A finding of a report.
#[derive(Clone, Debug)]
pub struct Reported {
    /// The position of its rule in [`Report::rules`].
    pub rule: usize,
    /// How seriously it is taken in this run.
    pub level: Level,
    /// What was seen.
    pub finding: Finding,
    /// The key of what it is about: of the node, or the keys that lead to the place.
    pub subject: String,
    /// The force of the clause that it cites.
    pub force: Option<Force>,
    /// The same for the same fault in every run, whatever moves in the files: a digest of rule, clause, subject and arguments.
    pub fingerprint: String,
}

/// What a run said as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Everything that was checked holds.
    Holds,
    /// There are findings at the failing level.
    Fails,
    /// Something could not be read or run.
    Undecided,
}

impl Outcome {
    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Fails => "fails",
            Self::Undecided => "undecided",
        }
    }

    /// The exit code of the command line.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Holds => 0,
            Self::Fails => 1,
            Self::Undecided => 2,
        }
    }
}

/// The result of a run.
#[derive(Debug)]
pub struct Report {
    /// What was looked at.
    pub model: Arc<Model>,
    /// The rules that ran, sorted by code.
    pub rules: Vec<RuleInfo>,
    /// What they found, sorted by rule, subject and arguments.
    pub findings: Vec<Reported>,
    /// The verdict on every clause of every proposal.
    pub ledger: Ledger,
    /// Checks that failed as programs.
    pub errors: Vec<CheckError>,
    /// The day as of which the run judged.
    pub as_of: Option<PartialDate>,
}

/// How a run is to be done.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day as of which to judge.
    pub as_of: Option<PartialDate>,
    /// How far the proposals have come.
    pub stage: Stage,
    /// From which force on a clause that is not met fails.
    pub fail_on: FailOn,
    /// Levels other than a rule's own, by name or code; `None` turns the rule off.
    pub levels: BTreeMap<String, Option<Level>>,
}

impl Options {
    /// The level of a rule in this run; `None` when it is off. A rule that says that something was not read always runs:
    /// what was not read must not pass.
    pub fn level(&self, rule: &RuleInfo) -> Option<Level> {
        let chosen = self.levels.get(rule.name.as_ref()).or_else(|| self.levels.get(rule.code.as_ref()));
        match (chosen, rule.consequence) {
            (Some(level), Consequence::Finding) => *level,
            _ => Some(rule.level),
        }
    }
}

/// A check of a run.
struct Taken<'c> {
    check: &'c dyn Check,
    /// The position of its first rule among those of all checks.
    base: usize,
    /// The level of each of its rules; `None` where the rule is off.
    levels: Vec<Option<Level>>,
    /// What it has found where it was asked before the ledger was made.
    done: Option<(Sink, Result<(), CheckError>)>,
}

impl Taken<'_> {
    fn is_on(&self) -> bool {
        self.levels.iter().any(Option::is_some)
    }
}

/// Asks those whose rules decide clauses: their answers, and the clauses that ask, each with its proposal.
fn decide(
    taken: &mut [Taken<'_>],
    model: &Arc<Model>,
    as_of: Option<PartialDate>,
) -> (Rulings, FxHashSet<(NodeId, NodeId)>) {
    let mut rulings = Rulings::default();
    let mut by_rule: BTreeMap<Box<str>, Vec<Question>> = BTreeMap::new();
    let mut all = FxHashSet::default();
    for question in ruling::questions(model.graph()) {
        all.insert((question.clause, question.pact));
        by_rule.entry(question.rule.clone()).or_default().push(question);
    }
    let mut asked: Vec<(usize, &dyn Check, Vec<Question>)> = Vec::new();
    for (at, one) in taken.iter().enumerate() {
        let mut questions = Vec::new();
        let mut decides = false;
        for (number, rule) in one.check.rules().iter().enumerate() {
            let own = by_rule.get(rule.name.as_ref()).into_iter().flatten().cloned();
            if one.check.decides(number) {
                decides = true;
                questions.extend(own);
            } else {
                own.for_each(|question| rulings.insert(question, Err(NoRuling::Undecisive)));
            }
        }
        // That a rule is off changes no verdict.
        if decides && (one.is_on() || !questions.is_empty()) {
            questions.sort_by_key(|question| (question.pact, question.clause));
            asked.push((at, one.check, questions));
        }
    }
    let answers = each(&asked, |(_, check, questions)| {
        let (mut answers, mut sink) = (Rulings::default(), Sink::default());
        let result = check.decide(Asking { model, questions, as_of }, &mut answers, &mut sink);
        let reason = || match &result {
            Ok(()) => "it gave no answer".to_owned(),
            Err(CheckError::Failed { reason, .. }) => reason.clone(),
            Err(other) => other.to_string(),
        };
        for question in questions {
            if !answers.has(question) {
                answers.insert(question.clone(), Err(NoRuling::Failed(reason())));
            }
        }
        (answers, (sink, result))
    });
    for ((at, ..), (answers, done)) in asked.into_iter().zip(answers) {
        rulings.extend(answers);
        if let Some(one) = taken.get_mut(at) {
            one.done = Some(done);
        }
    }
    (rulings, all)
}

/// Does something for each of several, on as many processors as there are, and gives what came of it in their order.
fn each<T: Sync, R: Send>(all: &[T], of: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let workers = std::thread::available_parallelism().map_or(1, NonZero::get).min(all.len());
    if workers < 2 {
        return all.iter().map(of).collect();
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut own = Vec::new();
        while let Some((at, one)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            all.get(at).map(|one| (at, one))
        } {
            own.push((at, of(one)));
        }
        own
    };
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        for thread in threads {
            match thread.join() {
                Ok(own) => all.extend(own),
                // Whoever panicked in a thread would have done so here.
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

impl Report {
    /// Runs checks on a model, as many at once as there are processors.
    ///
    /// # Complexity
    /// That of the checks, and O(findings × log findings).
    pub fn new<'c>(model: Model, checks: impl IntoIterator<Item = &'c dyn Check>, options: &Options) -> Self {
        let model = Arc::new(model);
        let judged = Judging { as_of: options.as_of, stage: options.stage, fail_on: options.fail_on };
        let mut rules: Vec<RuleInfo> = Vec::new();
        let mut errors = Vec::new();
        let mut taken: Vec<Taken<'c>> = Vec::new();
        for check in checks {
            if check.rules().is_empty() {
                errors.push(CheckError::NoRules);
                continue;
            }
            let twice = |new: &&RuleInfo| rules.iter().any(|rule| rule.code == new.code || rule.name == new.name);
            if let Some(rule) = check.rules().iter().find(twice) {
                errors.push(CheckError::RuleTwice { code: rule.code.to_string(), name: rule.name.to_string() });
                continue;
            }
            let levels = check.rules().iter().map(|rule| options.level(rule)).collect();
            let one = Taken { check, base: rules.len(), levels, done: None };
            // Rules of a check of which all are off do not run, though it may be asked.
            if one.is_on() {
                rules.extend(check.rules().iter().cloned());
            }
            taken.push(one);
        }
        let (rulings, asked) = decide(&mut taken, &model, options.as_of);
        let ledger = Arc::new(Ledger::with(model.graph(), judged, &rulings));
        let context = Context { model: &model, ledger: &ledger, as_of: options.as_of };
        let mut found: Vec<(usize, Level, Finding)> = Vec::new();
        let left: Vec<&Taken<'_>> = taken.iter().filter(|taken| taken.done.is_none() && taken.is_on()).collect();
        let mut ran = each(&left, |taken| {
            let mut sink = Sink::default();
            let result = taken.check.run(context, &mut sink);
            (sink, result)
        })
        .into_iter();
        // What a rule says against a clause that did not get so far as to ask it, or that is settled, is not told, as it is not of rules that are built in.
        let idle = |finding: &Finding| {
            let Some((node, pact)) = finding.cited.and_then(|cited| Some((cited.node, cited.pact?))) else {
                return false;
            };
            let entry = ledger.case_of(pact, node).and_then(|case| case.entry(node));
            let same = |lack: &Lack| match &lack.what {
                Lacking::Ruled { message: Some(message), .. } => **message == finding.message,
                _ => false,
            };
            asked.contains(&(node, pact)) && !entry.is_some_and(|entry| entry.lacks().iter().any(same))
        };
        for one in taken {
            let (on, decides) = (one.is_on(), one.done.is_some());
            let Taken { check, base, levels, done } = one;
            let Some((sink, result)) = done.or_else(|| if on { ran.next() } else { None }) else { continue };
            errors.extend(result.err());
            let name = || check.rules().first().map(|rule| rule.name.to_string()).unwrap_or_default();
            for (rule, finding) in sink.findings {
                let is_foreign = |node: NodeId| node.index() >= model.graph().node_count();
                let foreign = matches!(finding.subject, Subject::Node(node) if is_foreign(node))
                    || finding.cited.is_some_and(|cited| is_foreign(cited.node) || cited.pact.is_some_and(is_foreign));
                match levels.get(rule) {
                    None => errors.push(CheckError::UndeclaredRule { check: name() }),
                    Some(_) if foreign => errors.push(CheckError::ForeignNode { check: name() }),
                    Some(_) if decides && check.decides(rule) && idle(&finding) => {}
                    // What a proposal does not do for a clause is as serious as the force of the clause makes it.
                    Some(Some(level)) => {
                        let by_force = ledger_level(&ledger, &finding)
                            .or_else(|| finding.force.map(|force| level_of(force, options.fail_on)));
                        found.push((base + rule, by_force.unwrap_or(*level), finding));
                    }
                    Some(None) => {}
                }
            }
        }
        let mut order: Vec<usize> = (0..rules.len()).collect();
        order.sort_by(|&a, &b| rules.get(a).map(|rule| &rule.code).cmp(&rules.get(b).map(|rule| &rule.code)));
        let mut position = vec![0; rules.len()];
        for (to, &from) in order.iter().enumerate() {
            if let Some(place) = position.get_mut(from) {
                *place = to;
            }
        }
        rules.sort_by(|a, b| a.code.cmp(&b.code));
        let mut findings: Vec<(Vec<String>, Reported)> = found
            .into_iter()
            .map(|(rule, level, finding)| {
                let rule = position.get(rule).copied().unwrap_or(0);
                report(&model, &rules, rule, level, finding)
            })
            .collect();
        findings.sort_by(|(a, x), (b, y)| {
            let subjects = || a.iter().map(|text| Natural(text)).cmp(b.iter().map(|text| Natural(text)));
            x.rule.cmp(&y.rule).then_with(subjects).then_with(|| x.finding.span.cmp(&y.finding.span))
        });
        // Two values read through one alias are one place with one fault.
        findings.dedup_by(|(a, x), (b, y)| x.rule == y.rule && a == b && x.finding.span == y.finding.span);
        number_equals(&mut findings);
        Self {
            rules,
            findings: findings.into_iter().map(|(_, reported)| reported).collect(),
            errors,
            as_of: options.as_of,
            // Every check is done with it.
            ledger: Arc::unwrap_or_clone(ledger),
            model,
        }
    }

    /// The findings on a line of the ledger, by their position.
    ///
    /// O(findings): for many lines use [`Report::findings_by_line`].
    pub fn findings_on(&self, case: &Case, node: NodeId) -> impl Iterator<Item = (usize, &Reported)> {
        let cites = move |reported: &Reported| {
            reported.finding.cited.is_some_and(|cited| cited.node == node && cited.pact == Some(case.pact))
        };
        self.findings.iter().enumerate().filter(move |(_, reported)| cites(reported))
    }

    /// The positions of findings by proposal and clause or element.
    pub fn findings_by_line(&self) -> BTreeMap<(NodeId, NodeId), Vec<usize>> {
        let mut by_line: BTreeMap<(NodeId, NodeId), Vec<usize>> = BTreeMap::new();
        for (position, reported) in self.findings.iter().enumerate() {
            if let Some(cited) = reported.finding.cited
                && let Some(pact) = cited.pact
            {
                by_line.entry((pact, cited.node)).or_default().push(position);
            }
        }
        by_line
    }

    /// What the run said as a whole.
    ///
    /// A run that read no document, ran no rule or judged by terms that are not in force has shown nothing, and so does not hold.
    pub fn outcome(&self) -> Outcome {
        let undecided = |reported: &Reported| {
            self.rules.get(reported.rule).is_some_and(|rule| rule.consequence == Consequence::Undecided)
        };
        if !self.errors.is_empty()
            || self.rules.is_empty()
            || self.model.document_count() == 0
            || self.findings.iter().any(undecided)
        {
            return Outcome::Undecided;
        }
        let fail_on = self.ledger.judged.fail_on;
        let mut lines = self.ledger.cases.iter().flat_map(|case| &case.entries);
        if self.findings.iter().any(|reported| reported.level == Level::Error)
            || lines.clone().any(|entry| entry.fails(fail_on))
        {
            return Outcome::Fails;
        }
        if self.is_unheld() || self.is_out_of_force() {
            return Outcome::Undecided;
        }
        // A clause that could not be judged, for a reason that no finding names.
        if lines.any(|entry| entry.verdict == Verdict::Error) { Outcome::Undecided } else { Outcome::Holds }
    }

    /// Whether there are terms with clauses, and a proposal, and nothing was held against anything: to pass would be to pass what nobody looked at.
    pub fn is_unheld(&self) -> bool {
        let graph = self.model.graph();
        let proposed = graph.all::<Pact>().any(|(id, pact)| {
            // What another pact supplements, such as a national one, is there to be referred to.
            let referred_to = !graph.incoming(id, EdgeKind::Supplements).is_empty();
            pact.status == Some(Status::Proposed) && !referred_to
        });
        self.ledger.cases.is_empty() && proposed && !graph.of_kind(NodeKind::Clause).is_empty()
    }

    /// Whether a proposal is held against terms that are not in force on the day: nothing was asked of it, and so nothing was shown.
    pub fn is_out_of_force(&self) -> bool {
        self.ledger.cases.iter().any(|case| !case.in_force)
    }

    /// How many findings there are at a level.
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|reported| reported.level == level).count()
    }

    /// How many nodes there are of each kind, in the order of the table, kinds without any left out.
    pub fn nodes_by_kind(&self) -> Vec<(NodeKind, usize)> {
        let counts = NodeKind::ALL.iter().map(|&kind| (kind, self.model.graph().of_kind(kind).len()));
        counts.filter(|(_, count)| *count > 0).collect()
    }

    /// How many edges there are of each kind, in the order of the table, kinds without any left out.
    pub fn edges_by_kind(&self) -> Vec<(EdgeKind, usize)> {
        let graph = self.model.graph();
        let mut counts = vec![0; EdgeKind::ALL.len()];
        for (kind, _) in graph.nodes().flat_map(|node| graph.outgoing_all(node)) {
            if let Some(count) = counts.get_mut(kind as usize) {
                *count += 1;
            }
        }
        EdgeKind::ALL.iter().copied().zip(counts).filter(|(_, count)| *count > 0).collect()
    }
}

/// How seriously a finding is taken that says what a proposal does not do for a clause.
fn ledger_level(ledger: &Ledger, finding: &Finding) -> Option<Level> {
    let cited = finding.cited?;
    let case = ledger.case_of(cited.pact?, cited.node)?;
    case.entry(cited.node).map(|entry| entry.level(ledger.judged.fail_on))
}

/// A text in the order in which people count: `row 9` before `row 10`. So the rows of a table come in its order, whatever the order of findings depends on
/// beside; it does not depend on where things stand.
#[derive(PartialEq, Eq)]
struct Natural<'t>(&'t str);

impl Ord for Natural<'_> {
    fn cmp(&self, other: &Self) -> cmp::Ordering {
        let (mut own, mut others) = (self.0, other.0);
        while let (Some(a), Some(b)) = (own.chars().next(), others.chars().next()) {
            let number =
                |text: &str| text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
            let (digits, digits_other) = (number(own), number(others));
            let (one, two, found) = if digits > 0 && digits_other > 0 {
                let (one, two) = (own.get(..digits).unwrap_or(""), others.get(..digits_other).unwrap_or(""));
                let (value, value_other) = (one.trim_start_matches('0'), two.trim_start_matches('0'));
                (digits, digits_other, value.len().cmp(&value_other.len()).then_with(|| value.cmp(value_other)))
            } else {
                (a.len_utf8(), b.len_utf8(), a.cmp(&b))
            };
            if found != cmp::Ordering::Equal {
                return found;
            }
            (own, others) = (own.get(one..).unwrap_or(""), others.get(two..).unwrap_or(""));
        }
        own.len().cmp(&others.len()).then_with(|| self.0.cmp(other.0))
    }
}

impl PartialOrd for Natural<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Findings of one rule about one thing with the same words, such as an id given a third time, are told apart by their number.
fn number_equals(findings: &mut [(Vec<String>, Reported)]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (_, reported) in findings {
        let count = seen.entry(reported.fingerprint.clone()).or_default();
        *count += 1;
        if *count > 1 {
            reported.fingerprint = digest([reported.fingerprint.as_str(), &count.to_string()]);
        }
    }
}

/// Sixteen hexadecimal digits that stand for texts.
fn digest<'t>(parts: impl IntoIterator<Item = &'t str>) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
        digest.update([0]);
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the value of a suggested edit as its file needs it.
fn written(model: &Model, finding: &mut Finding) {
    let Some(edit) = finding.edit.as_mut().filter(|edit| !edit.literal) else { return };
    if let Some(Layout::Table { delimiter }) = model.sources().get(edit.span.file).map(Source::layout) {
        let cell = in_cell(model.sources(), edit.span, &edit.replacement, char::from(delimiter));
        finding.edit = cell.map(|replacement| Edit { replacement, literal: true, ..edit.clone() });
        return;
    }
    edit.replacement = match model.sources().slice(edit.span).chars().next() {
        Some('"') => serde_json::Value::from(edit.replacement.as_str()).to_string(),
        Some('\'') => format!("'{}'", edit.replacement.replace('\'', "''")),
        _ if is_plain(&edit.replacement) => return,
        _ => serde_json::Value::from(edit.replacement.as_str()).to_string(),
    };
    edit.literal = true;
}

/// A text as it has to stand in a cell, between quotation marks where it holds what ends a cell; nothing where a part of a cell would need them.
fn in_cell(sources: &Sources, span: Span, text: &str, delimiter: char) -> Option<String> {
    let file = sources.get(span.file)?.text();
    let quoted = || format!("\"{}\"", text.replace('"', "\"\""));
    if sources.slice(span).starts_with('"') {
        return Some(quoted());
    }
    if !text.contains([delimiter, '"', '\n', '\r']) {
        return Some(text.to_owned());
    }
    let blank = |letter: char| letter == ' ' && letter != delimiter;
    let before = file.get(..span.start as usize)?.trim_end_matches(blank).chars().next_back();
    let after = file.get(span.end as usize..)?.trim_start_matches(blank).chars().next();
    let ends = |letter: Option<char>| letter.is_none_or(|letter| letter == delimiter || matches!(letter, '\n' | '\r'));
    match (before, after) {
        (Some('"'), Some('"')) => Some(text.replace('"', "\"\"")),
        (before, after) if ends(before) && ends(after) => Some(quoted()),
        _ => None,
    }
}

/// Whether a text means itself in YAML and TOML without quotation marks.
fn is_plain(text: &str) -> bool {
    let word = text.starts_with(char::is_alphabetic)
        && text.chars().all(|letter| letter.is_alphanumeric() || "-_./".contains(letter));
    word && !matches!(text.to_lowercase().as_str(), "true" | "false" | "null" | "yes" | "no" | "on" | "off")
}

/// Gives a finding its subject and fingerprint, and the key by which it is sorted.
fn report(
    model: &Model,
    rules: &[RuleInfo],
    rule: usize,
    level: Level,
    mut finding: Finding,
) -> (Vec<String>, Reported) {
    written(model, &mut finding);
    let subject = match &finding.subject {
        Subject::Node(node) => model.graph().key(*node),
        Subject::Place(pointer) => pointer.clone(),
    };
    let cited = finding.cited.map(|cited| model.graph().key(cited.node));
    let force = finding.cited.and_then(|cited| force(model.graph(), cited.node));
    let mut key = vec![subject.clone(), finding.message.id.to_string()];
    key.extend(cited);
    key.extend(finding.message.args.iter().map(|(name, arg)| format!("{name}={}", canonical(arg))));
    let code = rules.get(rule).map_or("", |rule| rule.code.as_ref());
    let fingerprint = digest(std::iter::once(code).chain(key.iter().map(String::as_str)));
    (key, Reported { rule, level, finding, subject, force, fingerprint })
}

/// An argument without language.
fn canonical(arg: &Arg) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Path(path) => path.rsplit('/').next().unwrap_or(path).to_owned(),
        Arg::Number(number) => number.to_string(),
        Arg::Date(date) => date.to_string(),
        Arg::Amount(amount) => amount.to_string(),
        Arg::Period(period) => period.to_string(),
        Arg::Kind(kind) => kind.name().to_owned(),
        Arg::Kinds(kinds) => kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join("|"),
        Arg::Edge(edge) => edge.name().to_owned(),
        Arg::OneOf(words) | Arg::All(words) => words.join("|"),
        Arg::Words(ids) => ids.join("|"),
        Arg::Thing(thing) => thing.id.clone(),
        Arg::Things(things) | Arg::AnyThing(things) | Arg::Few { things, .. } => {
            things.iter().map(|thing| thing.id.as_str()).collect::<Vec<_>>().join("|")
        }
        Arg::Relations(path) => path.to_string(),
        Arg::Way(legs) => {
            let names =
                legs.iter().map(|leg| format!("{}>{}>{}", leg.from.id, leg.edge.map_or("", EdgeKind::name), leg.to.id));
            names.collect::<Vec<_>>().join("|")
        }
        Arg::Said(message) => {
            let args = message.args.iter().map(|(name, arg)| format!("{name}={}", canonical(arg)));
            std::iter::once(message.id.to_string()).chain(args).collect::<Vec<_>>().join("|")
        }
        Arg::Localised(text) => {
            text.versions().map(|(tag, text)| format!("{}:{text}", tag.unwrap_or(""))).collect::<Vec<_>>().join("|")
        }
    }
}
