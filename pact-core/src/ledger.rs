//! The ledger: one verdict for every clause, element and part of the terms, with what it rests on.
//!
//! A [`Proof`] says what is there and what is missing. Here force, stage, explanations and waivers decide what that means.

pub(crate) mod order;
pub mod standing;

use std::cell::Cell;

use rustc_hash::FxHashMap;

use self::standing::{Exception, Exceptions};
use crate::{
    document::{
        requirement::Within,
        terms::{Force, Topic},
        value::PartialDate,
        workspace::{FailOn, Stage},
    },
    finding::Level,
    graph::{
        Graph,
        composition::Law,
        edge::EdgeKind,
        node::{self, Id, NodeId, NodeKind},
        requirement::Unmatchable,
    },
    message::Message,
    model::Model,
    prove::{Gap, Lack, Lacking, Proof, Prover, Scope, Status},
    roster::Roster,
    ruling::Rulings,
};

/// What is said of a clause, an element or a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// What it asks for is there.
    Met,
    /// It is not.
    Unmet,
    /// Facts are missing, or it can still be met.
    Open,
    /// A human has to vouch for what no structure shows.
    Attest,
    /// It is not followed, and the proposal says why.
    Explained,
    /// Somebody who may has set it aside.
    Waived,
    /// It does not apply.
    Inapplicable,
    /// It asks for nothing that could be looked at.
    Silent,
    /// It could not be looked at.
    Error,
}

impl Verdict {
    /// Every verdict, those first that ask for something to be done.
    pub const ALL: [Self; 9] = [
        Self::Unmet,
        Self::Error,
        Self::Open,
        Self::Attest,
        Self::Explained,
        Self::Waived,
        Self::Met,
        Self::Inapplicable,
        Self::Silent,
    ];

    /// The name in machine formats and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::Open => "open",
            Self::Attest => "attest",
            Self::Explained => "explained",
            Self::Waived => "waived",
            Self::Inapplicable => "inapplicable",
            Self::Silent => "silent",
            Self::Error => "error",
        }
    }

    /// The verdict of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.name() == name)
    }
}

/// Why a verdict is what it is, beside what the proof shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The proof shows it.
    Proof,
    /// It follows from the verdicts of its parts.
    Parts,
    /// Nothing follows from a clause that only says how things are.
    Context,
    /// It does not hold yet, or no longer.
    NotInForce,
    /// Its condition does not hold.
    Condition,
    /// The element is not included, so that nothing more is asked of it.
    NotIncluded,
    /// It asks for nothing that a machine could look at.
    NothingAsked,
}

/// A line of the ledger.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The clause, element or part.
    pub node: NodeId,
    /// Its force; an element's is that of its clause.
    pub force: Option<Force>,
    /// Whom it binds.
    pub binds: Vec<NodeId>,
    /// What is said of it.
    pub verdict: Verdict,
    /// Why.
    pub why: Why,
    /// What it rests on and what it lacks.
    pub proof: Proof,
    /// The explanation or the waiver that settles it.
    pub settled_by: Option<NodeId>,
    /// The lines of its elements, parts or sub-clauses.
    pub parts: Vec<usize>,
    /// The line that it is a part of.
    pub part_of: Option<usize>,
}

impl Entry {
    /// Whether its verdict is only that of its parts. Whoever counts verdicts leaves it out.
    pub fn is_rolled_up(&self) -> bool {
        self.why == Why::Parts
    }

    /// Whether it fails the check.
    pub fn fails(&self, fail_on: FailOn) -> bool {
        self.verdict == Verdict::Unmet
            && !self.is_rolled_up()
            && (obliges(self.force) || (fail_on == FailOn::Should && self.force == Some(Force::Should)))
    }

    /// How seriously what is found about it is taken: the force decides.
    pub fn level(&self, fail_on: FailOn) -> Level {
        match self.verdict {
            Verdict::Unmet if self.fails(fail_on) => Level::Error,
            Verdict::Unmet if self.force == Some(Force::Should) => Level::Warning,
            Verdict::Attest if obliges(self.force) => Level::Warning,
            Verdict::Error => Level::Warning,
            _ => Level::Note,
        }
    }

    /// What it still lacks: nothing where it is settled, or does not apply.
    pub fn lacks(&self) -> &[Lack] {
        match self.verdict {
            Verdict::Unmet | Verdict::Open | Verdict::Attest | Verdict::Error => &self.proof.lacks,
            _ => &[],
        }
    }
}

/// Whether a clause of this force has to be met. What says how a thing is set up binds whoever sets it up.
fn obliges(force: Option<Force>) -> bool {
    matches!(force, Some(Force::Must | Force::MustNot | Force::Constitutive))
}

/// How seriously it is taken that a clause of this force is not met, or cannot be.
pub(crate) fn level_of(force: Force, fail_on: FailOn) -> Level {
    match force {
        Force::Must | Force::MustNot | Force::Constitutive => Level::Error,
        Force::Should if fail_on == FailOn::Should => Level::Error,
        Force::Should => Level::Warning,
        Force::May | Force::Context => Level::Note,
    }
}

/// A proposal held against its terms.
#[derive(Clone, Debug)]
pub struct Case {
    /// The terms.
    pub terms: NodeId,
    /// The proposal.
    pub pact: NodeId,
    /// Whether the terms are in force on the day as of which is judged; else nothing was asked of the proposal.
    pub in_force: bool,
    /// A line for every clause, element and part, in the order of the source.
    pub entries: Vec<Entry>,
    /// Explanations, attestations and waivers, and whether they count. Sorted by key.
    pub exceptions: Vec<Exception>,
    /// Persons with more than one seat: the body, their seats, and the members that they are.
    pub two_seats: Vec<TwoSeats>,
    /// Seats that no clause answers for, and what is wrong with them.
    pub unclaimed: Vec<Lack>,
    /// The bodies that have seats or members, seat by seat, sorted by key.
    pub rosters: Vec<Roster>,
    lines: FxHashMap<NodeId, usize>,
}

/// A person with more than one seat in a body.
#[derive(Clone, Debug)]
pub struct TwoSeats {
    /// The body.
    pub body: NodeId,
    /// The seats.
    pub seats: Vec<NodeId>,
    /// The members, sorted by key.
    pub members: Vec<NodeId>,
}

impl Case {
    /// The line of a clause, an element or a part. O(1).
    pub fn entry(&self, node: NodeId) -> Option<&Entry> {
        self.entries.get(*self.lines.get(&node)?)
    }

    /// Its number. O(1).
    pub fn line(&self, node: NodeId) -> Option<usize> {
        self.lines.get(&node).copied()
    }

    /// The lines that were judged for themselves.
    pub fn judged(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !entry.is_rolled_up())
    }
}

/// How many steps through the graph the requirements of a run may take between them; a second or so. A limit that is hit is an error, and never a pass.
const STEPS: u64 = 50_000_000;
/// And how many more for each node, so that what is large in earnest is judged whole.
const STEPS_A_NODE: u64 = 2_000;

/// How a run judges.
#[derive(Clone, Copy, Debug, Default)]
pub struct Judging {
    /// The day as of which to judge.
    pub as_of: Option<PartialDate>,
    /// How far the proposals have come.
    pub stage: Stage,
    /// From which force on an unmet clause fails.
    pub fail_on: FailOn,
}

/// Every proposal of a run held against its terms.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// A case for every proposal and each of its terms, sorted by their keys.
    pub cases: Vec<Case>,
    /// How it was judged.
    pub judged: Judging,
    by_pact: FxHashMap<NodeId, Vec<usize>>,
}

impl Ledger {
    /// Judges every pact of a graph that stands under terms.
    ///
    /// # Complexity
    /// Linear in the nodes and edges for each requirement, and O(evidence × log evidence).
    pub fn new(graph: &Graph, judged: Judging) -> Self {
        Self::with(graph, judged, &Rulings::default())
    }

    /// The same, with what was answered where clauses leave something to rules that are not built in.
    pub fn with(graph: &Graph, judged: Judging, rulings: &Rulings) -> Self {
        let pairs = pairs(graph);
        let steps = Cell::new(STEPS + STEPS_A_NODE * graph.node_count() as u64);
        let mut by_pact: FxHashMap<NodeId, Vec<usize>> = FxHashMap::default();
        for (position, &(_, pact)) in pairs.iter().enumerate() {
            by_pact.entry(pact).or_default().push(position);
        }
        let mut unmatchable = Misfits::default();
        for misfit in graph.unmatchable() {
            unmatchable.entry(misfit.from).or_default().push(misfit);
        }
        let judge = |(terms, pact)| case(graph, terms, pact, judged, rulings, &unmatchable, &steps);
        let cases = pairs.into_iter().map(judge).collect();
        Self { cases, judged, by_pact }
    }

    /// The case of a proposal and the clause or element of its terms. O(terms of the proposal).
    pub fn case_of(&self, pact: NodeId, node: NodeId) -> Option<&Case> {
        let of_pact = self.by_pact.get(&pact)?.iter().filter_map(|&position| self.cases.get(position));
        of_pact.into_iter().find(|case| case.line(node).is_some())
    }

    /// How many lines that were judged for themselves have a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.cases.iter().flat_map(Case::judged).filter(|entry| entry.verdict == verdict).count()
    }
}

/// Puts what the ledger lacks into words: whoever has a catalogue of them. What is found is told alike then, whoever finds it.
pub trait Words: std::fmt::Debug + Send + Sync {
    /// What is missing, or what must not be there.
    fn missing(&self, model: &Model, lack: &Lack) -> Message;

    /// Other nodes that belong to a lack, each with what is to be seen there.
    fn beside(&self, model: &Model, lack: &Lack) -> Vec<(NodeId, Message)>;
}

/// The matter that a provision settles.
fn settled_by(graph: &Graph, law: &Law) -> Option<Topic> {
    match law {
        Law::Chair(_) => Some(Topic::Chair),
        Law::Quorum(_) => Some(Topic::Quorum),
        Law::Alternates(_) => Some(Topic::Alternates),
        Law::Notice(_) => Some(Topic::Notice),
        Law::Hats(hats) => hats.settles_two_seats().then_some(Topic::TwoHats),
        Law::Quota(quota) => quota.is_of_scheme(graph, EdgeKind::Gender.info().scheme?).then_some(Topic::GenderBalance),
        Law::Deputy(_) | Law::Tenure(_) | Law::Vacancies(_) => None,
    }
}

/// The matters that terms of reference usually settle and these do not: no clause says so, and no provision on a body.
pub fn silent_topics(graph: &Graph, terms: NodeId) -> Vec<Topic> {
    let clauses = graph.in_document(terms, NodeKind::Clause).iter();
    let clauses = clauses.filter_map(|&node| graph.downcast::<node::Clause>(node)).map(|id| graph.get(id));
    let mut said: std::collections::BTreeSet<Topic> =
        clauses.flat_map(|clause| clause.topics.iter().copied()).collect();
    // What the law of a body says under a clause, that clause says.
    let provisions = graph.in_document(terms, NodeKind::Provision).iter().copied();
    let under_clause = provisions.filter(|&provision| graph.says(provision, EdgeKind::UnderClause));
    said.extend(under_clause.filter_map(|provision| settled_by(graph, graph.law(provision)?)));
    Topic::ALL.iter().copied().filter(|topic| !said.contains(topic)).collect()
}

/// Every proposal with each of its terms, sorted by their keys.
pub(crate) fn pairs(graph: &Graph) -> Vec<(NodeId, NodeId)> {
    let mut pairs: Vec<(NodeId, NodeId)> = Vec::new();
    for (id, _) in graph.all::<node::Pact>() {
        pairs.extend(graph.outgoing(id, EdgeKind::Under).iter().map(|terms| (terms.node, id.node())));
    }
    pairs.sort_by_cached_key(|&(terms, pact)| (graph.key(terms), graph.key(pact)));
    pairs.dedup();
    pairs
}

/// What can never match, by the clause or element that asks for it.
type Misfits<'g> = FxHashMap<NodeId, Vec<&'g Unmatchable>>;

fn case(
    graph: &Graph,
    terms: NodeId,
    pact: NodeId,
    judged: Judging,
    rulings: &Rulings,
    unmatchable: &Misfits<'_>,
    steps: &Cell<u64>,
) -> Case {
    let prover = Prover::new(graph, Scope::new(graph, terms, pact), judged.as_of, rulings, steps);
    let nodes = order::of_source(graph, terms);
    let lines: FxHashMap<NodeId, usize> = nodes.iter().enumerate().map(|(line, &node)| (node, line)).collect();
    let mut entries: Vec<Entry> = nodes
        .iter()
        .map(|&node| {
            let part_of = above(graph, node).and_then(|above| lines.get(&above).copied());
            Entry {
                node,
                force: force(graph, node),
                binds: sorted(graph, prover.bound(node)),
                verdict: Verdict::Silent,
                why: Why::NothingAsked,
                proof: Proof::default(),
                settled_by: None,
                parts: Vec::new(),
                part_of,
            }
        })
        .collect();
    for line in 0..entries.len() {
        if let Some(above) = entries.get(line).and_then(|entry| entry.part_of)
            && let Some(above) = entries.get_mut(above)
        {
            above.parts.push(line);
        }
    }
    let mut raw: Vec<Status> = Vec::with_capacity(entries.len());
    for entry in &mut entries {
        let misfits = unmatchable.get(&entry.node).map_or(&[][..], Vec::as_slice);
        let status = judge(graph, &prover, entry, misfits, judged);
        raw.push(status);
    }
    let exceptions = Exceptions::new(&prover, judged).settle(&mut entries, &raw, &lines);
    roll_up(&mut entries);
    let bodies = sorted(graph, prover.scope.candidates(graph, NodeKind::Body, Within::Proposal));
    let twice = |body: NodeId| {
        prover.two_seats(body).into_iter().map(move |(seats, members)| TwoSeats { body, seats, members })
    };
    let two_seats: Vec<TwoSeats> = bodies.iter().flat_map(|&body| twice(body)).collect();
    let mut unclaimed: Vec<Lack> = bodies.iter().flat_map(|&body| prover.unclaimed(body)).collect();
    sort_lacks(graph, &mut unclaimed);
    let rosters = bodies.iter().map(|&body| Roster::new(&prover, body)).collect();
    let in_force = prover.are_terms_in_force();
    Case { terms, pact, in_force, entries, exceptions, two_seats, unclaimed, rosters, lines }
}

/// The line that another belongs to: a part to its element, an element to its clause, a sub-clause to its clause.
fn above(graph: &Graph, node: NodeId) -> Option<NodeId> {
    let part_of = graph.outgoing(node, EdgeKind::PartOf).first();
    part_of.or_else(|| graph.outgoing(node, EdgeKind::UnderClause).first()).map(|above| above.node)
}

/// The force of a clause; an element has that of its clause, a part that of its element.
pub fn force(graph: &Graph, node: NodeId) -> Option<Force> {
    if let Some(id) = graph.downcast::<node::Clause>(node) {
        return graph.get(id).force;
    }
    let element = match graph.outgoing(node, EdgeKind::PartOf).first() {
        Some(element) => element.node,
        None => node,
    };
    let clause = graph.outgoing(element, EdgeKind::UnderClause).first()?;
    let id: Id<node::Clause> = graph.downcast(clause.node)?;
    graph.get(id).force
}

/// What is said of a line for itself, before explanations and waivers; and how it stands when nothing can be added any more.
fn judge(graph: &Graph, prover: &Prover<'_>, entry: &mut Entry, misfits: &[&Unmatchable], judged: Judging) -> Status {
    let span = graph.span(entry.node);
    let (why, mut proof) = match graph.kind(entry.node) {
        // Nothing more can be found out.
        _ if prover.is_exhausted() => (Why::Proof, Proof::default()),
        NodeKind::Element => element(graph, prover, entry),
        _ => clause(graph, prover, entry),
    };
    if prover.is_exhausted() {
        let lack = Lack { what: Lacking::Limit, subject: entry.node, gap: Gap::Unknown, requirement: span };
        proof = Proof { lacks: vec![lack], ..Proof::default() };
    }
    if graph.head(entry.node).damaged && why != Why::NotInForce {
        let lack = Lack { what: Lacking::Unread, subject: entry.node, gap: Gap::Unknown, requirement: span };
        proof.lacks.push(lack);
        proof.inapplicable = false;
    }
    // A requirement that can never match lacks nothing that a proposal could give.
    proof.lacks.retain(|lack| !misfits.iter().any(|misfit| lack.requirement == misfit.requirement));
    proof.lacks.extend(misfits.iter().map(|misfit| Lack {
        what: Lacking::Unresolved,
        subject: entry.node,
        gap: Gap::Unknown,
        requirement: misfit.span,
    }));
    if why == Why::Proof && proof.lacks.is_empty() && proof.witnesses.is_empty() && !proof.inapplicable {
        // Absence is no pass: where nothing speaks for it, there was nothing to look at.
        let lack = Lack { what: Lacking::Nothing, subject: entry.node, gap: Gap::Pending, requirement: span };
        proof.lacks.push(lack);
    }
    sort_lacks(graph, &mut proof.lacks);
    proof.witnesses.sort_by(|a, b| {
        let along = a.path.iter().zip(&b.path).map(|(a, b)| graph.order(a.to, b.to)).find(|order| order.is_ne());
        graph.order(a.subject, b.subject).then(along.unwrap_or_else(|| a.path.len().cmp(&b.path.len())))
    });
    let status = proof.status(judged.stage);
    let unread = !proof.lacks.is_empty();
    entry.why = if unread { Why::Proof } else { why };
    entry.verdict = match (entry.why, status) {
        (Why::NothingAsked, _) => Verdict::Silent,
        (Why::Context | Why::NotInForce | Why::NotIncluded, _) | (_, Status::Inapplicable) => Verdict::Inapplicable,
        (_, Status::Met) => Verdict::Met,
        (_, Status::Attest) => Verdict::Attest,
        (_, Status::Open) => Verdict::Open,
        (_, Status::Error) => Verdict::Error,
        (_, Status::Unmet) => Verdict::Unmet,
    };
    if entry.verdict == Verdict::Inapplicable && entry.why == Why::Proof {
        entry.why = Why::Condition;
    }
    let last = proof.status(Stage::Final);
    entry.proof = proof;
    last
}

fn sort_lacks(graph: &Graph, lacks: &mut [Lack]) {
    let beside = |lack: &Lack| match &lack.what {
        Lacking::Concept { concept, .. } => Some(*concept),
        Lacking::WrongNominator { nominator, .. } => Some(*nominator),
        Lacking::Shared { common, .. } => Some(*common),
        Lacking::MeetingAfter { decision } => Some(*decision),
        _ => None,
    };
    let date = |lack: &Lack| match &lack.what {
        Lacking::NoMeetingOn { date } => Some(*date),
        _ => None,
    };
    lacks.sort_by(|a, b| {
        let other = match (beside(a), beside(b)) {
            (Some(a), Some(b)) => graph.order(a, b),
            (a, b) => a.is_some().cmp(&b.is_some()),
        };
        let by_place = || a.requirement.cmp(&b.requirement);
        graph.order(a.subject, b.subject).then(other).then_with(|| date(a).cmp(&date(b))).then_with(by_place)
    });
}

fn sorted(graph: &Graph, mut nodes: Vec<NodeId>) -> Vec<NodeId> {
    nodes.sort_unstable_by(|&a, &b| graph.order(a, b));
    nodes
}

fn clause(graph: &Graph, prover: &Prover<'_>, entry: &Entry) -> (Why, Proof) {
    let Some(id): Option<Id<node::Clause>> = graph.downcast(entry.node) else {
        return (Why::NothingAsked, Proof::default());
    };
    if !prover.is_in_force(entry.node) {
        return (Why::NotInForce, Proof::default());
    }
    let asks = graph.asks(entry.node);
    let composes = prover.composes(entry.node);
    if asks.is_none() && !composes {
        return match (graph.get(id).force, entry.parts.is_empty()) {
            (Some(Force::Context), _) => (Why::Context, Proof::default()),
            (_, false) => (Why::Parts, Proof::default()),
            (_, true) => (Why::NothingAsked, Proof::default()),
        };
    }
    let mut proof = Proof::inapplicable();
    let mut add = |more: Proof| {
        if !more.inapplicable {
            proof.inapplicable = false;
            proof.witnesses.extend(more.witnesses);
            proof.lacks.extend(more.lacks);
        }
    };
    if composes {
        add(prover.given_by(entry.node));
    }
    if let Some(asks) = asks {
        if !asks.requires.is_empty() {
            add(prover.all(entry.node, &asks.requires));
        }
        if !asks.forbids.is_empty() {
            add(prover.none(entry.node, &asks.forbids));
        }
    }
    (Why::Proof, proof)
}

fn element(graph: &Graph, prover: &Prover<'_>, entry: &Entry) -> (Why, Proof) {
    let span = graph.span(entry.node);
    let asks = graph.asks(entry.node);
    if !entry.parts.is_empty() {
        // Each part is covered for itself; what is asked of the whole is asked when any of it is included.
        let Some(asks) = asks else { return (Why::Parts, Proof::default()) };
        let included = prover.included(entry.node, span);
        return match included.status(Stage::Final) {
            Status::Met => (Why::Proof, prover.all(entry.node, &asks.requires)),
            Status::Error => (Why::Proof, included),
            _ => (Why::NotIncluded, Proof::default()),
        };
    }
    let mut proof = prover.covered(entry.node, span);
    if proof.lacks.is_empty()
        && let Some(asks) = asks
    {
        let more = prover.all(entry.node, &asks.requires);
        if !more.inapplicable {
            proof.witnesses.extend(more.witnesses);
            proof.lacks.extend(more.lacks);
        }
    }
    (Why::Proof, proof)
}

/// The verdict of a whole of which nothing is asked but its parts: the gravest of theirs.
fn roll_up(entries: &mut [Entry]) {
    // Parts stand deeper than wholes by at most the depth of the terms; children first.
    let mut order: Vec<usize> = Vec::with_capacity(entries.len());
    let mut open: Vec<usize> =
        entries.iter().enumerate().filter(|(_, entry)| entry.part_of.is_none()).map(|(line, _)| line).collect();
    while let Some(line) = open.pop() {
        order.push(line);
        open.extend(entries.get(line).into_iter().flat_map(|entry| entry.parts.iter().copied()));
    }
    // What is part of itself is reached from nowhere, and says nothing.
    let mut reached = vec![false; entries.len()];
    for &line in &order {
        if let Some(seen) = reached.get_mut(line) {
            *seen = true;
        }
    }
    for (entry, _) in entries.iter_mut().zip(reached).filter(|(entry, reached)| !reached && entry.is_rolled_up()) {
        entry.verdict = Verdict::Error;
    }
    for &line in order.iter().rev() {
        let Some(entry) = entries.get(line).filter(|entry| entry.is_rolled_up()) else { continue };
        let of_parts =
            entry.parts.iter().filter_map(|&part| entries.get(part)).filter(|part| part.force == entry.force);
        let verdict = of_parts.map(|part| part.verdict).min_by_key(|verdict| gravity(*verdict));
        if let Some(entry) = entries.get_mut(line) {
            entry.verdict = verdict.unwrap_or(Verdict::Silent);
        }
    }
}

fn gravity(verdict: Verdict) -> usize {
    Verdict::ALL.iter().position(|&other| other == verdict).unwrap_or(0)
}
