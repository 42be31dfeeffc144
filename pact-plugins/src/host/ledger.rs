//! What a plugin can ask of the ledger: each question for many lines or lacks, answered in columns.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use pact_core::{
    document::requirement::Quantifier,
    graph::{
        Graph,
        node::{NodeId, NodeKind},
        requirement::{Ask, Class, Count, Has, Pattern, Requirement},
    },
    ledger::{Case, Entry, Ledger, Words},
    message::Message,
    model::Model,
    prove::{Lack, Lacking},
};
use wasmtime::{
    Result, StoreContextMut,
    component::{ComponentType, LinkerInstance, Lower},
};

use super::{
    Answer, Size, State, ask,
    view::{Grants, Refusal, View},
};

/// A ledger as one plugin sees it in one run: what it may see has a number.
#[derive(Debug)]
pub(crate) struct Seen {
    ledger: Arc<Ledger>,
    words: Option<Arc<dyn Words>>,
    index: OnceLock<Index>,
    told: Mutex<HashMap<(NodeId, String), u32>>,
}

/// What has a number.
#[derive(Debug, Default)]
struct Index {
    /// The case of each line, and its place there.
    lines: Vec<(u32, u32)>,
    lacks: Vec<Numbered>,
    by_kind: BTreeMap<&'static str, Vec<u32>>,
    asks: Vec<Row>,
    /// The asks of a clause or an element.
    of: HashMap<NodeId, Range<u32>>,
    /// The first ask of a pattern, and the ask of a count, by where they are kept.
    kept: HashMap<usize, u32>,
}

/// A lack: of which case, of which line, and its place there.
#[derive(Clone, Copy, Debug)]
struct Numbered {
    case: u32,
    line: Option<u32>,
    at: u32,
}

/// Something that a clause asks: one of what a pattern wants its things to have.
#[derive(Debug)]
struct Row {
    requirement: u32,
    pattern: Arc<Pattern>,
    at: usize,
}

impl Row {
    fn has(&self) -> Option<&Has> {
        self.pattern.has.get(self.at)
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn kept<T>(pointer: &Arc<T>) -> usize {
    Arc::as_ptr(pointer).addr()
}

impl Index {
    /// O(lines + requirements + lacks).
    fn new(graph: &Graph, ledger: &Ledger, grants: &Grants) -> Self {
        let mut index = Self::default();
        for (case, of) in (0..).zip(&ledger.cases) {
            for (entry, line) in (0..).zip(&of.entries) {
                if !grants.shows(graph, line.node) {
                    continue;
                }
                let number = small(index.lines.len());
                index.lines.push((case, entry));
                index.ask(graph, line.node);
                for (at, lack) in (0..).zip(&line.proof.lacks) {
                    index.lack(graph, grants, Numbered { case, line: Some(number), at }, lack);
                }
            }
        }
        for (case, of) in (0..).zip(&ledger.cases) {
            for (at, lack) in (0..).zip(&of.unclaimed) {
                index.lack(graph, grants, Numbered { case, line: None, at }, lack);
            }
        }
        index
    }

    fn lack(&mut self, graph: &Graph, grants: &Grants, numbered: Numbered, lack: &Lack) {
        if grants.shows(graph, lack.subject) {
            self.by_kind.entry(lack.what.name()).or_default().push(small(self.lacks.len()));
            self.lacks.push(numbered);
        }
    }

    fn ask(&mut self, graph: &Graph, node: NodeId) {
        if self.of.contains_key(&node) {
            return;
        }
        let from = small(self.asks.len());
        let mut open: Vec<&Requirement> =
            graph.asks(node).into_iter().flat_map(|asks| asks.requires.iter().chain(&asks.forbids)).collect();
        // As they stand.
        open.reverse();
        while let Some(requirement) = open.pop() {
            match &requirement.ask {
                Ask::Pattern(pattern) => self.pattern(pattern),
                Ask::AllOf(all) | Ask::AnyOf(all) | Ask::NoneOf(all) => open.extend(all.iter().rev()),
                _ => {}
            }
        }
        self.of.insert(node, from..small(self.asks.len()));
    }

    fn pattern(&mut self, pattern: &Arc<Pattern>) {
        let requirement = small(self.asks.len());
        for (at, has) in pattern.has.iter().enumerate() {
            let number = small(self.asks.len());
            self.kept.entry(kept(pattern)).or_insert(number);
            if let Has::Count(count) = has {
                self.kept.insert(kept(count), number);
            }
            self.asks.push(Row { requirement, pattern: Arc::clone(pattern), at });
        }
    }

    /// The ask that a lack is about. Of what must not be, and of keys that are not given, the first of its sort in the requirement.
    fn ask_of(&self, lack: &Lack) -> Option<u32> {
        let count = |count: &Arc<Count>| self.kept.get(&kept(count)).copied();
        let first = |pattern: &Arc<Pattern>, is: fn(&Has) -> bool| {
            let first = *self.kept.get(&kept(pattern))?;
            let within = pattern.has.iter().position(is)?;
            Some(first + small(within))
        };
        match &lack.what {
            Lacking::TooFew { count: of, .. }
            | Lacking::TooMany { count: of, .. }
            | Lacking::Concept { count: of, .. } => count(of),
            Lacking::Given { pattern, .. } => first(pattern.as_ref()?, |has| matches!(has, Has::Given(_))),
            Lacking::Forbidden { pattern, .. } => first(pattern, |has| matches!(has, Has::Count(_))),
            Lacking::Subject { pattern, .. } => self.kept.get(&kept(pattern)).copied(),
            _ => None,
        }
    }
}

impl Seen {
    pub(crate) fn new(ledger: Arc<Ledger>, words: Option<Arc<dyn Words>>) -> Self {
        Self { ledger, words, index: OnceLock::new(), told: Mutex::default() }
    }

    fn index(&self, graph: &Graph, grants: &Grants) -> &Index {
        self.index.get_or_init(|| Index::new(graph, &self.ledger, grants))
    }

    fn case(&self, number: u32) -> Option<&Case> {
        self.ledger.cases.get(number as usize)
    }

    fn entry(&self, index: &Index, line: u32) -> Option<&Entry> {
        let &(case, entry) = index.lines.get(line as usize)?;
        self.case(case)?.entries.get(entry as usize)
    }

    fn numbered<'s>(&'s self, index: &Index, lack: u32) -> Option<(Numbered, &'s Lack)> {
        let numbered = *index.lacks.get(lack as usize)?;
        let lacks = match numbered.line {
            Some(line) => &self.entry(index, line)?.proof.lacks,
            None => &self.case(numbered.case)?.unclaimed,
        };
        lacks.get(numbered.at as usize).map(|lack| (numbered, lack))
    }

    /// What pact says of a lack, or of a node beside it, by what stands behind `pact:lack/`.
    pub(crate) fn words(&self, model: &Model, grants: &Grants, which: &str) -> Option<Message> {
        let (lack, beside) = which.split_once('/').map_or((which, None), |(lack, beside)| (lack, Some(beside)));
        let index = self.index(model.graph(), grants);
        let (_, lack) = self.numbered(index, number(lack)?)?;
        let words = self.words.as_deref()?;
        match beside {
            None => Some(words.missing(model, lack)),
            Some(position) => {
                let position = number(position)? as usize;
                let mut all =
                    words.beside(model, lack).into_iter().filter(|(node, _)| grants.shows(model.graph(), *node));
                all.nth(position).map(|(_, message)| message)
            }
        }
    }
}

/// A number as it is written in one way only.
fn number(text: &str) -> Option<u32> {
    let number: u32 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

/// For each of what was asked about, several others.
#[derive(Clone, Debug, ComponentType, Lower)]
#[component(record)]
struct Groups {
    offsets: Vec<u32>,
    members: Vec<u32>,
}

impl Groups {
    fn new(most: usize) -> Self {
        let mut offsets = Vec::with_capacity(most + 1);
        offsets.push(0);
        Self { offsets, members: Vec::new() }
    }

    fn push(&mut self, members: impl Iterator<Item = u32>) {
        self.members.extend(members);
        self.offsets.push(small(self.members.len()));
    }
}

impl Size for Groups {
    fn bytes(&self) -> usize {
        self.offsets.bytes() + self.members.bytes()
    }
}

/// Proposals held against their terms.
#[derive(Clone, Debug, ComponentType, Lower)]
#[component(record)]
struct Cases {
    terms: Vec<u32>,
    pacts: Vec<u32>,
    #[component(name = "in-force")]
    in_force: Vec<bool>,
}

impl Size for Cases {
    fn bytes(&self) -> usize {
        self.terms.bytes() + self.pacts.bytes() + self.in_force.bytes()
    }
}

/// What an ask asks.
#[derive(Clone, Debug, ComponentType, Lower)]
#[component(record)]
struct Asked {
    requirement: u32,
    quantifier: &'static str,
    kind: &'static str,
    scheme: Option<u32>,
    conditional: bool,
    what: &'static str,
    path: Vec<Vec<&'static str>>,
    keys: Vec<String>,
}

impl Size for Asked {
    fn bytes(&self) -> usize {
        size_of::<Self>() + self.path.bytes() + self.keys.bytes()
    }
}

impl Asked {
    fn new(view: &View<'_>, row: &Row) -> Self {
        let pattern = &row.pattern;
        let counts_such = |has: &Has| matches!(has, Has::Count(count) if count.condition.is_some());
        let (what, path, keys) = match row.has() {
            Some(Has::Count(count)) => {
                let names =
                    |steps: &[pact_core::document::requirement::Step]| steps.iter().map(|step| step.name()).collect();
                ("count", count.via.steps.iter().map(|steps| names(steps)).collect(), Vec::new())
            }
            Some(Has::Given(keys)) => ("given", Vec::new(), keys.iter().map(|tested| tested.key.to_string()).collect()),
            None => ("", Vec::new(), Vec::new()),
        };
        let (kind, scheme) = match pattern.class {
            Class::Kind(kind) => (kind, None),
            Class::Scheme(scheme) => (NodeKind::Concept, view.graph.meant(scheme).filter(|&scheme| view.sees(scheme))),
        };
        Self {
            requirement: row.requirement,
            quantifier: match pattern.quantifier {
                Quantifier::Every => "every",
                Quantifier::Some => "some",
                Quantifier::No => "no",
            },
            kind: kind.name(),
            scheme: scheme.map(NodeId::number),
            conditional: pattern.condition.is_some() || pattern.has.iter().any(counts_such),
            what,
            path,
            keys,
        }
    }
}

type Store<'s> = StoreContextMut<'s, State>;
type Of = Vec<u32>;
type Answered<T> = std::result::Result<T, Refusal>;

/// How much more than a node a lack costs whose words are made.
const WORDS: usize = 50;

/// Asks the ledger, if it may be seen.
fn look<T: Size>(
    store: Store<'_>,
    cost: usize,
    question: impl FnOnce(&View<'_>, &Seen, &Index) -> Answered<T>,
) -> Answer<T> {
    ask(store, cost, |view| {
        let seen = view.ledger()?;
        question(view, seen, seen.index(view.graph, view.grants()))
    })
}

/// Something of each line.
fn lines<T: Size>(store: Store<'_>, of: &[u32], value: impl Fn(&Seen, (u32, u32), &Entry) -> T) -> Answer<Vec<T>> {
    look(store, of.len(), |_, seen, index| {
        let one = |&line: &u32| {
            let place = index.lines.get(line as usize).ok_or_else(|| Refusal::unknown(line))?;
            let entry = seen.entry(index, line).ok_or_else(|| Refusal::unknown(line))?;
            Ok(value(seen, *place, entry))
        };
        of.iter().map(one).collect()
    })
}

/// Something of each lack.
fn lacks<T: Size>(store: Store<'_>, of: &[u32], value: impl Fn(&Index, Numbered, &Lack) -> T) -> Answer<Vec<T>> {
    look(store, of.len(), |_, seen, index| {
        let one = |&lack: &u32| {
            let (numbered, lack) = seen.numbered(index, lack).ok_or_else(|| Refusal::unknown(lack))?;
            Ok(value(index, numbered, lack))
        };
        of.iter().map(one).collect()
    })
}

/// Defines the questions of interface `ledger`.
pub(super) fn define(linker: &mut LinkerInstance<'_, State>) -> Result<()> {
    linker.func_wrap("cases", |store: Store<'_>, (): ()| -> Answer<Cases> {
        look(store, 0, |view, seen, _| {
            view.kind(NodeKind::Terms.name())?;
            view.kind(NodeKind::Pact.name())?;
            let cases = &seen.ledger.cases;
            Ok(Cases {
                terms: cases.iter().map(|case| case.terms.number()).collect(),
                pacts: cases.iter().map(|case| case.pact.number()).collect(),
                in_force: cases.iter().map(|case| case.in_force).collect(),
            })
        })
    })?;
    linker.func_wrap("lines", |store: Store<'_>, (): ()| -> Answer<Vec<u32>> {
        look(store, 0, |_, _, index| Ok((0..small(index.lines.len())).collect()))
    })?;
    linker.func_wrap("line-cases", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<u32>> {
        lines(store, &of, |_, (case, _), _| case)
    })?;
    linker.func_wrap("clauses", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<u32>> {
        lines(store, &of, |_, _, entry| entry.node.number())
    })?;
    linker.func_wrap("verdicts", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<&'static str>> {
        lines(store, &of, |_, _, entry| entry.verdict.name())
    })?;
    linker.func_wrap("levels", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<&'static str>> {
        lines(store, &of, |seen, _, entry| entry.level(seen.ledger.judged.fail_on).name())
    })?;
    linker.func_wrap("asks", |store: Store<'_>, (of,): (Of,)| -> Answer<Groups> {
        look(store, of.len(), |_, seen, index| {
            let mut groups = Groups::new(of.len());
            for &line in &of {
                let entry = seen.entry(index, line).ok_or_else(|| Refusal::unknown(line))?;
                groups.push(index.of.get(&entry.node).cloned().unwrap_or_default());
            }
            Ok(groups)
        })
    })?;
    linker.func_wrap("describe", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<Asked>> {
        look(store, of.len(), |view, _, index| {
            let one = |&ask: &u32| {
                let row = index.asks.get(ask as usize).ok_or_else(|| Refusal::unknown(ask))?;
                Ok(Asked::new(view, row))
            };
            of.iter().map(one).collect()
        })
    })?;
    linker.func_wrap("lacks", |store: Store<'_>, (kind,): (String,)| -> Answer<Vec<u32>> {
        look(store, 0, |_, _, index| match index.by_kind.get(kind.as_str()) {
            Some(lacks) => Ok(lacks.clone()),
            None if Lacking::NAMES.contains(&kind.as_str()) => Ok(Vec::new()),
            None => Err(Refusal::unknown(&kind)),
        })
    })?;
    linker.func_wrap("lack-cases", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<u32>> {
        lacks(store, &of, |_, numbered, _| numbered.case)
    })?;
    linker.func_wrap("lack-lines", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<Option<u32>>> {
        lacks(store, &of, |_, numbered, _| numbered.line)
    })?;
    linker.func_wrap("subjects", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<u32>> {
        lacks(store, &of, |_, _, lack| lack.subject.number())
    })?;
    linker.func_wrap("gaps", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<&'static str>> {
        lacks(store, &of, |_, _, lack| lack.gap.name())
    })?;
    linker.func_wrap("lack-asks", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<Option<u32>>> {
        lacks(store, &of, |index, _, lack| index.ask_of(lack))
    })?;
    linker.func_wrap("told-alike", |store: Store<'_>, (of,): (Of,)| -> Answer<Vec<u32>> {
        look(store, of.len().saturating_mul(WORDS), |view, seen, index| alike(view, seen, index, &of))
    })?;
    linker.func_wrap("beside", |store: Store<'_>, (of,): (Of,)| -> Answer<Groups> {
        look(store, of.len().saturating_mul(WORDS), |view, seen, index| {
            let words = seen.words.as_deref().ok_or_else(|| Refusal::unknown("words"))?;
            let mut groups = Groups::new(of.len());
            for &lack in &of {
                let (_, lack) = seen.numbered(index, lack).ok_or_else(|| Refusal::unknown(lack))?;
                let all = words.beside(view.model, lack).into_iter().map(|(node, _)| node);
                groups.push(all.filter(|&node| view.sees(node)).map(NodeId::number));
            }
            Ok(groups)
        })
    })
}

/// What tells one lack from another: what would be said of it.
fn alike(view: &View<'_>, seen: &Seen, index: &Index, of: &[u32]) -> Answered<Vec<u32>> {
    let words = seen.words.as_deref().ok_or_else(|| Refusal::unknown("words"))?;
    let mut told = seen.told.lock().unwrap_or_else(PoisonError::into_inner);
    let mut one = |&lack: &u32| {
        let (numbered, lack) = seen.numbered(index, lack).ok_or_else(|| Refusal::unknown(lack))?;
        let pact = seen.case(numbered.case).map(|case| case.pact).ok_or_else(|| Refusal::unknown(numbered.case))?;
        let message = words.missing(view.model, lack);
        let said = format!("{:?} {} {:?}", lack.subject, message.id, message.args);
        let next = small(told.len());
        Ok(*told.entry((pact, said)).or_insert(next))
    };
    of.iter().map(&mut one).collect()
}
