//! Requirements held against a proposal: what each rests on, and what it lacks.
//!
//! A requirement gives a [`Proof`]: witnesses, which are nodes and the path through the graph that joins them, and lacks, which are the smallest set of things
//! that would mend it. Nothing here says how bad a lack is; that is for the force of the clause, in [`crate::ledger`].

mod aspect;
pub mod breach;
mod composition;
mod condition;
mod decision;
mod eligible;
mod follow;
mod group;
mod nomination;
mod pattern;
mod process;
mod provision;
mod quota;
pub mod satisfiable;
mod scope;
mod seating;
mod statement;
mod stay;

use std::{
    cell::{Cell, RefCell},
    sync::Arc,
};

use rustc_hash::{FxHashMap, FxHashSet};

use self::breach::Breach;
pub(crate) use self::seating::{Arrangement, Guard};
pub use self::{
    composition::is_nominated,
    eligible::is_eligible,
    follow::{Hop, policy_areas},
    group::{Truth, contradictory_genders},
    scope::Scope,
};
pub use crate::solve::tally::Prospect;
use crate::{
    document::{
        body::Distinct,
        pact::{MeetingKind, Outcome, Role},
        requirement::Bounds,
        value::{Date, PartialDate},
        workspace::Stage,
    },
    graph::{
        Graph,
        edge::EdgeKind,
        node::{self, Fact, Id, NodeId, NodeKind},
        requirement::{Ask, Count, Pattern, Requirement, Target},
    },
    message::Message,
    name::Symbol,
    ruling::{NoRuling, Question, Remark, Rulings, State},
    source::{FileId, Span},
};

/// What a witness or a lack costs beside a step: there is to be room for what is kept of many of them, not more.
const KEPT: u64 = 100;

/// How a requirement came out, before anybody asks about force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Its condition does not hold.
    Inapplicable,
    /// It holds.
    Met,
    /// All that a machine can see of it holds; a human has to vouch for the rest.
    Attest,
    /// Facts are missing, or it can still be met.
    Open,
    /// It could not be looked at.
    Error,
    /// It does not hold.
    Unmet,
}

/// What a lack says about how the requirement may still come out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// A human's word is missing.
    Statement,
    /// A fact is missing, or its day has not come.
    Pending,
    /// Something could not be read or followed.
    Unknown,
    /// Something is not there, and could be added.
    Absent,
    /// Something is there that must not be.
    Contrary,
}

impl Gap {
    /// The name as it crosses boundaries.
    pub fn name(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Pending => "pending",
            Self::Unknown => "unknown",
            Self::Absent => "absent",
            Self::Contrary => "contrary",
        }
    }

    /// How a requirement comes out that has this gap and no graver one. What could still be added is open in a draft.
    pub fn status(self, stage: Stage) -> Status {
        match self {
            Self::Statement => Status::Attest,
            Self::Pending => Status::Open,
            Self::Unknown => Status::Error,
            Self::Absent if stage == Stage::Draft => Status::Open,
            Self::Absent | Self::Contrary => Status::Unmet,
        }
    }
}

/// On which side of a span something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Too early.
    Before,
    /// Too late.
    After,
}

/// What is missing, or what must not be there.
#[derive(Clone, Debug)]
pub enum Lacking {
    /// There is nothing of which the requirement speaks.
    Subject {
        /// The pattern.
        pattern: Arc<Pattern>,
        /// How many of the kind there were to choose from.
        looked_at: usize,
    },
    /// Too few at the end of a path.
    TooFew {
        /// The pattern; nothing in a count over members.
        pattern: Option<Arc<Pattern>>,
        /// What is counted.
        count: Arc<Count>,
        /// How many there are.
        found: usize,
    },
    /// Too many.
    TooMany {
        /// The pattern; nothing in a count over members.
        pattern: Option<Arc<Pattern>>,
        /// What is counted.
        count: Arc<Count>,
        /// How many there are; at least so many.
        found: usize,
    },
    /// A concept that is not reached.
    Concept {
        /// The pattern; nothing in a count over members.
        pattern: Option<Arc<Pattern>>,
        /// What is counted.
        count: Arc<Count>,
        /// The concept.
        concept: NodeId,
    },
    /// Keys that are not given.
    Given {
        /// The pattern; nothing in a count over members.
        pattern: Option<Arc<Pattern>>,
        /// The keys.
        keys: Vec<Box<str>>,
    },
    /// Something that must not be there, with what makes it so.
    Forbidden {
        /// The pattern.
        pattern: Arc<Pattern>,
        /// What it has that it must not have.
        path: Vec<Hop>,
    },
    /// Something that `none-of` or `forbids` rules out holds.
    NotNone,
    /// Places of a seat that nobody fills.
    Vacant {
        /// How many.
        places: usize,
    },
    /// More members in a seat than it has places.
    Overfilled {
        /// The members, sorted.
        members: Vec<NodeId>,
        /// How many places there are.
        places: usize,
    },
    /// A member who may not fill the seat.
    Ineligible {
        /// The seat.
        seat: NodeId,
        /// On whose behalf.
        actor: NodeId,
    },
    /// Nobody says on whose behalf the member sits.
    ActorUnknown,
    /// Somebody who may not nominate for the seat.
    WrongNominator {
        /// The seat.
        seat: NodeId,
        /// Who did.
        nominator: NodeId,
    },
    /// Nobody says who nominated these members.
    NominatorUnknown {
        /// The members, sorted.
        members: Vec<NodeId>,
    },
    /// Members of one seat who have in common what they must not.
    Shared {
        /// The members, sorted.
        members: Vec<NodeId>,
        /// What they must not share; nothing where it is a concept of a scheme.
        what: Option<Distinct>,
        /// What they share.
        common: NodeId,
    },
    /// One person in several seats.
    TwoSeats {
        /// The seats, sorted; the subject is one of the members.
        seats: Vec<NodeId>,
        /// The members, sorted.
        members: Vec<NodeId>,
    },
    /// A body with more or fewer members than it is to have, for which no seat accounts.
    Size {
        /// How many it has.
        found: usize,
        /// How many more it will have when every place is filled that has to be; 0 where the number is wrong as it is.
        open: usize,
        /// How many it is to have.
        bounds: Bounds,
    },
    /// A member without a seat may be the one who fills the vacant one; of a body, members without a seat may take one that counts or one that does not.
    SeatUnknown,
    /// More or fewer meetings than there are to be.
    Meetings {
        /// How many there are.
        found: usize,
        /// How many there are to be.
        bounds: Bounds,
    },
    /// A meeting that lies ahead.
    NotYetHeld,
    /// No meeting on a day or in a month.
    NoMeetingOn {
        /// The day or month.
        date: PartialDate,
    },
    /// A meeting outside the span in which it has to lie.
    Outside {
        /// On which side.
        side: Side,
        /// The meeting that is the bound.
        meeting: Option<NodeId>,
        /// The day that is the bound.
        date: Option<PartialDate>,
    },
    /// There are no meetings to lie between.
    NoSpan {
        /// The body that has fewer than two.
        body: NodeId,
    },
    /// A date that is needed is not there, or not exact enough.
    Undated,
    /// A body that never presents its results.
    NeverPresents {
        /// To whom.
        to: NodeId,
    },
    /// Results presented before the last meeting that could add to them.
    PresentsEarly {
        /// The meeting at which they are presented.
        at: NodeId,
        /// The later meeting of the body itself.
        last: NodeId,
    },
    /// A decision that is not taken.
    Undecided {
        /// What about.
        about: NodeId,
        /// What has to come of it.
        outcome: Outcome,
        /// By when, if that is said.
        due: Option<PartialDate>,
    },
    /// A decision that is to be taken.
    NotYetDecided {
        /// Who is to take it.
        by: NodeId,
    },
    /// A decision with another outcome.
    Otherwise {
        /// What came of it.
        outcome: Outcome,
        /// Who took it.
        by: NodeId,
    },
    /// A decision that was not taken on the day it had to be.
    OffDay {
        /// On which side.
        side: Side,
        /// The day.
        due: PartialDate,
    },
    /// A meeting after a decision that was to come after it.
    MeetingAfter {
        /// The decision.
        decision: NodeId,
    },
    /// A decision before another that it was to come after.
    Premature {
        /// The other decision.
        before: NodeId,
    },
    /// Nobody vouches for it.
    Unattested {
        /// Who may.
        by: Vec<NodeId>,
    },
    /// A section that is not there.
    Section {
        /// Its id.
        id: Symbol,
    },
    /// A fact that does not hold.
    FactFails,
    /// Nobody knows whether the fact holds.
    FactUnknown,
    /// An element that nothing covers.
    Uncovered,
    /// There was nothing to look at.
    Nothing,
    /// A reference in the requirement leads nowhere, or something in it can never match.
    Unresolved,
    /// What it speaks of could not be read.
    Unread,
    /// The composition is not as the law of the body has it.
    Breach(Breach),
    /// A rule that is not built in says that something is missing.
    Ruled {
        /// The rule.
        rule: Symbol,
        /// What, in its own words; nothing where it only says how the clause comes out.
        message: Option<Arc<Message>>,
    },
    /// The rule to which it is left has not said how it comes out.
    Unruled {
        /// The rule.
        rule: Symbol,
        /// Why not.
        why: Arc<NoRuling>,
    },
    /// It takes more steps than a run may.
    Limit,
}

/// The names of kinds, each written once.
macro_rules! names {
    ($($kind:pat => $name:literal,)*) => {
        /// Every name.
        pub const NAMES: &'static [&'static str] = &[$($name),*];

        /// The name as it crosses boundaries.
        pub fn name(&self) -> &'static str {
            match self { $($kind => $name),* }
        }
    };
}

impl Lacking {
    names! {
        Self::Subject { .. } => "subject",
        Self::TooFew { .. } => "too-few",
        Self::TooMany { .. } => "too-many",
        Self::Concept { .. } => "concept",
        Self::Given { .. } => "given",
        Self::Forbidden { .. } => "forbidden",
        Self::NotNone => "not-none",
        Self::Vacant { .. } => "vacant",
        Self::Overfilled { .. } => "overfilled",
        Self::Ineligible { .. } => "ineligible",
        Self::ActorUnknown => "actor-unknown",
        Self::WrongNominator { .. } => "wrong-nominator",
        Self::NominatorUnknown { .. } => "nominator-unknown",
        Self::Shared { .. } => "shared",
        Self::TwoSeats { .. } => "two-seats",
        Self::Size { .. } => "size",
        Self::SeatUnknown => "seat-unknown",
        Self::Meetings { .. } => "meetings",
        Self::NotYetHeld => "not-yet-held",
        Self::NoMeetingOn { .. } => "no-meeting-on",
        Self::Outside { .. } => "outside",
        Self::NoSpan { .. } => "no-span",
        Self::Undated => "undated",
        Self::NeverPresents { .. } => "never-presents",
        Self::PresentsEarly { .. } => "presents-early",
        Self::Undecided { .. } => "undecided",
        Self::NotYetDecided { .. } => "not-yet-decided",
        Self::Otherwise { .. } => "otherwise",
        Self::OffDay { .. } => "off-day",
        Self::MeetingAfter { .. } => "meeting-after",
        Self::Premature { .. } => "premature",
        Self::Unattested { .. } => "unattested",
        Self::Section { .. } => "section",
        Self::FactFails => "fact-fails",
        Self::FactUnknown => "fact-unknown",
        Self::Uncovered => "uncovered",
        Self::Nothing => "nothing",
        Self::Unresolved => "unresolved",
        Self::Unread => "unread",
        Self::Breach(_) => "breach",
        Self::Ruled { .. } => "ruled",
        Self::Unruled { .. } => "unruled",
        Self::Limit => "limit",
    }
}

/// Something missing, or something that must not be there.
#[derive(Clone, Debug)]
pub struct Lack {
    /// What.
    pub what: Lacking,
    /// Of what.
    pub subject: NodeId,
    /// How it may still come out.
    pub gap: Gap,
    /// Where the requirement stands.
    pub requirement: Span,
}

/// What a witness shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// The subject leads to something along a path.
    Path,
    /// The subject is there.
    There,
    /// What is ruled out is not the case.
    RuledOut,
    /// The subject gives all that is asked for.
    Given,
    /// So many of a kind were looked at, and none is such.
    NoneOf(usize, NodeKind),
    /// The seat is filled.
    Filled,
    /// The body has so many members.
    Members(usize),
    /// So many are counted.
    Counted(Counted),
    /// Somebody has the office.
    InOffice(Role),
    /// So many were present, of so many that had to be.
    Present(u64, u64),
    /// The meeting was called so many days before.
    Called(u32),
    /// So many terms are as they are to be.
    Terms(usize),
    /// The meeting is held.
    Held,
    /// The decision is taken.
    Decided,
    /// Somebody vouches.
    Attested,
    /// The fact holds.
    Holds,
    /// Something covers the element.
    Covered,
    /// A rule that is not built in rests on the subject.
    Ruled,
}

/// How many of a group there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// So many for certain.
    pub counted: u64,
    /// Of so many.
    pub whole: u64,
    /// Of so many of these it is not known, and does not matter.
    pub unknown: u64,
}

/// What a requirement rests on.
#[derive(Clone, Debug)]
pub struct Witness {
    /// What it shows.
    pub shows: Shows,
    /// Of what.
    pub subject: NodeId,
    /// The way through the graph, from the subject.
    pub path: Vec<Hop>,
    /// What a rule that is not built in says of it.
    pub said: Option<Arc<Message>>,
}

impl Witness {
    fn new(shows: Shows, subject: NodeId, path: Vec<Hop>) -> Self {
        Self { shows, subject, path, said: None }
    }
}

/// What a requirement rests on and what it lacks.
#[derive(Clone, Debug, Default)]
pub struct Proof {
    /// What it rests on.
    pub witnesses: Vec<Witness>,
    /// What it lacks.
    pub lacks: Vec<Lack>,
    /// Its condition does not hold.
    pub inapplicable: bool,
}

impl Proof {
    /// How the requirement comes out at a stage. What could still be added is open in a draft.
    pub fn status(&self, stage: Stage) -> Status {
        if self.inapplicable {
            return Status::Inapplicable;
        }
        self.lacks.iter().map(|lack| lack.gap.status(stage)).max().unwrap_or(Status::Met)
    }

    pub(crate) fn inapplicable() -> Self {
        Self { inapplicable: true, ..Self::default() }
    }

    fn lack(&mut self, what: Lacking, subject: NodeId, gap: Gap, requirement: Span) {
        self.lacks.push(Lack { what, subject, gap, requirement });
    }

    /// That something has to be so of somebody: nothing where it is, and the breach where it is not or is not said.
    fn hold(&mut self, truth: Truth, breach: Breach, subject: NodeId, requirement: Span) {
        match truth {
            Truth::Yes => {}
            Truth::No => self.lack(Lacking::Breach(breach), subject, Gap::Contrary, requirement),
            Truth::Unsaid => self.lack(Lacking::Breach(breach), subject, Gap::Pending, requirement),
            Truth::Unread => self.lack(Lacking::Unread, subject, Gap::Unknown, requirement),
        }
    }

    fn witness(&mut self, shows: Shows, subject: NodeId, path: Vec<Hop>) {
        self.witnesses.push(Witness::new(shows, subject, path));
    }

    fn extend(&mut self, other: Self) {
        self.witnesses.extend(other.witnesses);
        self.lacks.extend(other.lacks);
    }
}

/// Whether a lack is that there is nothing at all of the kind of which a requirement speaks.
fn is_blank(lack: &Lack) -> bool {
    matches!(lack.what, Lacking::Subject { looked_at: 0, .. })
}

/// Holds requirements against a proposal.
pub(crate) struct Prover<'m> {
    pub(crate) graph: &'m Graph,
    pub(crate) scope: Scope,
    pub(crate) as_of: Option<PartialDate>,
    /// Kinds of relation for which some reference leads nowhere: nothing may be concluded from the absence of one.
    doubtful: FxHashSet<EdgeKind>,
    /// Tables of members of which some column is not understood: it may say when they came and went, and what they are.
    doubtful_files: FxHashSet<FileId>,
    /// Members by what makes them one person.
    persons: std::cell::OnceCell<follow::Persons<'m>>,
    /// When the last member of each body came; asked for only where no day is given.
    arrivals: std::cell::OnceCell<FxHashMap<NodeId, PartialDate>>,
    /// The clause that answers for what no clause gives of a body.
    composers: FxHashMap<NodeId, NodeId>,
    /// How many members of a body have no seat, as far as was asked.
    seatless: RefCell<FxHashMap<NodeId, usize>>,
    /// Seats that were found for members of bodies, as far as was asked.
    found: RefCell<FxHashMap<NodeId, std::rc::Rc<seating::Found>>>,
    /// What rows of one person say of it, as far as was asked.
    said: RefCell<FxHashMap<NodeId, std::rc::Rc<group::SaidOfPersons<'m>>>>,
    /// For each body those that ask for its members or its chair, once that was asked.
    leaning: std::cell::OnceCell<FxHashMap<NodeId, std::collections::BTreeSet<NodeId>>>,
    /// Whether that holds on which seats depend, as far as was asked.
    there: RefCell<FxHashMap<NodeId, Truth>>,
    /// Meetings of bodies, as far as was asked.
    meetings: RefCell<FxHashMap<(NodeId, Option<MeetingKind>), process::Meetings>>,
    /// What was answered where clauses leave something to rules that are not built in.
    rulings: &'m Rulings,
    /// Steps through the graph that are left to the run.
    steps: &'m Cell<u64>,
}

impl<'m> Prover<'m> {
    pub(crate) fn new(
        graph: &'m Graph,
        scope: Scope,
        as_of: Option<PartialDate>,
        rulings: &'m Rulings,
        steps: &'m Cell<u64>,
    ) -> Self {
        let mut prover = Self {
            graph,
            doubtful: graph
                .broken
                .iter()
                .filter(|(node, edge)| *edge != EdgeKind::Concerns && scope.sees(graph, *node))
                .map(|(_, edge)| *edge)
                .collect(),
            doubtful_files: graph
                .registers
                .iter()
                .filter(|register| register.doubtful)
                .map(|register| register.file)
                .collect(),
            scope,
            as_of,
            persons: std::cell::OnceCell::new(),
            arrivals: std::cell::OnceCell::new(),
            composers: FxHashMap::default(),
            seatless: RefCell::default(),
            found: RefCell::default(),
            said: RefCell::default(),
            leaning: std::cell::OnceCell::new(),
            there: RefCell::default(),
            meetings: RefCell::default(),
            rulings,
            steps,
        };
        prover.composers = prover.composers();
        // Of a member without an actor it is not known whom it stands for; that the actor is missing is a finding already.
        let members = graph.of_kind(NodeKind::Member).iter().filter(|&&member| prover.scope.sees(graph, member));
        if members.into_iter().any(|&member| graph.outgoing(member, EdgeKind::OnBehalfOf).is_empty()) {
            prover.doubtful.insert(EdgeKind::OnBehalfOf);
        }
        prover
    }

    /// For each body, of the clauses that ask for its composition the one with the smallest id.
    fn composers(&self) -> FxHashMap<NodeId, NodeId> {
        let mut composers = FxHashMap::default();
        let clauses =
            self.graph.requirements.iter().filter(|(node, _)| self.graph.head(**node).document == self.scope.terms);
        for (&node, asks) in clauses {
            if !self.is_in_force(node) {
                continue;
            }
            let mut open: Vec<&Requirement> = asks.requires.iter().collect();
            while let Some(requirement) = open.pop() {
                // What is asked for on a condition, or instead of something else, may not be asked for at all.
                if !requirement.when.is_empty() {
                    continue;
                }
                match &requirement.ask {
                    Ask::Composition(composition) => {
                        let Some(body) = self.graph.meant(composition.body) else { continue };
                        let chosen = composers.entry(body).or_insert(node);
                        if self.graph.name(node) < self.graph.name(*chosen) {
                            *chosen = node;
                        }
                    }
                    Ask::AllOf(all) => open.extend(all),
                    _ => {}
                }
            }
        }
        composers
    }

    /// Whether the terms hold on the day as of which is judged.
    pub(crate) fn are_terms_in_force(&self) -> bool {
        let terms = self.graph.downcast::<node::Terms>(self.scope.terms).map(|id| self.graph.get(id));
        let (from, to) = terms.map_or((None, None), |terms| (terms.from, terms.to));
        self.is_between(from, to)
    }

    /// Whether the day as of which is judged lies between two others, unless it certainly does not.
    fn is_between(&self, from: Option<Date>, to: Option<Date>) -> bool {
        !from.is_some_and(|from| self.is_ahead(from.date)) && !to.is_some_and(|to| self.is_past(to.date))
    }

    /// Whether a clause holds on the day as of which is judged.
    pub(crate) fn is_in_force(&self, clause: NodeId) -> bool {
        let Some(id): Option<Id<node::Clause>> = self.graph.downcast(clause) else { return true };
        let data = self.graph.get(id);
        self.is_between(data.from, data.to) && self.are_terms_in_force()
    }

    /// Takes a step through the graph; whether there was one left.
    fn step(&self) -> bool {
        self.charge(1)
    }

    /// Makes room for something that is kept, such as a lack; whether there was any left.
    fn keep(&self) -> bool {
        self.charge(KEPT)
    }

    /// Takes so many steps at once; whether there were so many left.
    fn charge(&self, steps: u64) -> bool {
        let left = self.steps.get();
        self.steps.set(left.saturating_sub(steps));
        left > steps
    }

    /// Whether no step is left: nothing that was found out with the last ones is an answer.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.steps.get() == 0
    }

    /// Whether a day certainly lies after the one as of which is judged.
    pub(crate) fn is_ahead(&self, date: PartialDate) -> bool {
        self.as_of.is_some_and(|as_of| as_of.certainly_before(date))
    }

    /// Whether a day certainly lies before the one as of which is judged.
    pub(crate) fn is_past(&self, date: PartialDate) -> bool {
        self.as_of.is_some_and(|as_of| date.certainly_before(as_of))
    }

    /// What may be concluded from the absence of things of a kind that relate so.
    fn absent(&self, kinds: impl IntoIterator<Item = NodeKind>, edges: impl IntoIterator<Item = EdgeKind>) -> Gap {
        let lost = kinds.into_iter().any(|kind| self.graph.unread().contains(kind));
        if lost || edges.into_iter().any(|edge| self.doubtful.contains(&edge)) { Gap::Unknown } else { Gap::Absent }
    }

    /// Holds all of several requirements of a clause or element against the proposal.
    pub(crate) fn all(&self, of: NodeId, requirements: &[Requirement]) -> Proof {
        let mut all = Proof::default();
        let mut applicable = requirements.is_empty();
        for requirement in requirements {
            let proof = self.requirement(of, requirement);
            applicable |= !proof.inapplicable;
            if !proof.inapplicable {
                all.extend(proof);
            }
        }
        if applicable { all } else { Proof::inapplicable() }
    }

    /// Holds several requirements against the proposal of which none may hold.
    pub(crate) fn none(&self, of: NodeId, requirements: &[Requirement]) -> Proof {
        let mut all = Proof::default();
        for requirement in requirements {
            let proof = self.requirement(of, requirement);
            match proof.status(Stage::Final) {
                Status::Met => {
                    // What makes it hold is what must not be there.
                    let subjects = proof.witnesses.iter().map(|witness| witness.subject);
                    let subject = subjects.min_by(|&a, &b| self.graph.order(a, b)).unwrap_or(of);
                    all.lack(Lacking::NotNone, subject, Gap::Contrary, requirement.span);
                }
                // Where there was nothing to look at, nothing was ruled out.
                Status::Unmet if proof.lacks.iter().any(is_blank) => {
                    let blank = proof.lacks.into_iter().filter(is_blank);
                    all.lacks.extend(blank.map(|lack| Lack { gap: Gap::Pending, ..lack }));
                }
                Status::Unmet | Status::Inapplicable => {
                    all.witnesses.push(Witness::new(Shows::RuledOut, of, Vec::new()));
                }
                Status::Error => {
                    all.lacks.extend(proof.lacks.into_iter().filter(|lack| lack.gap == Gap::Unknown));
                }
                Status::Open | Status::Attest => {
                    all.lacks.extend(proof.lacks.into_iter().map(|lack| Lack { gap: Gap::Pending, ..lack }));
                }
            }
        }
        all
    }

    fn requirement(&self, of: NodeId, requirement: &Requirement) -> Proof {
        if let Some(decided) = self.when(of, &requirement.when) {
            return decided;
        }
        let at = requirement.span;
        // Without a step left nothing more can be found out; whoever asked sees that.
        if self.is_exhausted() {
            return Proof::default();
        }
        let composed = matches!(requirement.ask, Ask::AllOf(_) | Ask::AnyOf(_) | Ask::NoneOf(_));
        // Where a reference leads nowhere, what is asked for is not known.
        if !composed && requirement.targets.clone().any(|target| self.graph.meant(Target::of(target)).is_none()) {
            return self.unresolved(of, at);
        }
        match &requirement.ask {
            Ask::Pattern(pattern) => self.pattern(of, pattern, at),
            Ask::Composition(composition) => self.asked_composition(of, composition, at),
            Ask::Meetings(meetings) => self.meetings(of, meetings, at),
            Ask::Presents(presents) => self.presents(of, presents, at),
            Ask::Decision(decision) => self.decision(of, decision, at),
            Ask::Statement(statement) => self.statement(of, statement, at),
            Ask::Section(id) => self.section(of, *id, at),
            Ask::Fact(fact) => self.fact(of, *fact, at),
            Ask::Element(element) => match self.graph.meant(*element) {
                Some(element) => self.included(element, at),
                None => self.unresolved(of, at),
            },
            Ask::Plugin(rule) => self.ruled(of, *rule, at),
            Ask::AllOf(all) => self.all(of, all),
            Ask::AnyOf(all) => {
                // Of those that do not hold, the one that is nearest to holding says what is missing.
                let proofs = all.iter().map(|one| self.requirement(of, one));
                let best = proofs.min_by_key(|proof| {
                    let status = proof.status(Stage::Final);
                    (status == Status::Inapplicable, status, proof.lacks.len())
                });
                best.unwrap_or_default()
            }
            Ask::NoneOf(all) => self.none(of, all),
        }
    }

    /// What follows from a condition, unless it is that what depends on it is to be looked at.
    fn when(&self, of: NodeId, when: &[Requirement]) -> Option<Proof> {
        if when.is_empty() {
            return None;
        }
        let condition = self.all(of, when);
        let keep = |gap: Gap| Proof {
            lacks: condition.lacks.iter().map(|lack| Lack { gap, ..lack.clone() }).collect(),
            ..Proof::default()
        };
        match condition.status(Stage::Final) {
            Status::Met => None,
            Status::Unmet | Status::Inapplicable => Some(Proof::inapplicable()),
            Status::Open | Status::Attest => Some(keep(Gap::Pending)),
            Status::Error => Some(keep(Gap::Unknown)),
        }
    }

    fn unresolved(&self, of: NodeId, at: Span) -> Proof {
        let mut proof = Proof::default();
        proof.lack(Lacking::Unresolved, of, Gap::Unknown, at);
        proof
    }

    /// What a rule that is not built in has said.
    fn ruled(&self, of: NodeId, rule: Symbol, at: Span) -> Proof {
        let mut proof = Proof::default();
        let question = Question { rule: self.graph.text(rule).into(), clause: of, pact: self.scope.pact };
        let ruling = match self.rulings.get(&question) {
            Ok(ruling) => ruling,
            Err(why) => {
                proof.lack(Lacking::Unruled { rule, why: Arc::new(why.clone()) }, of, Gap::Unknown, at);
                return proof;
            }
        };
        let gap = match ruling.state {
            State::Inapplicable => return Proof::inapplicable(),
            State::Met => None,
            State::Unmet => Some(Gap::Absent),
            State::Open => Some(Gap::Pending),
            State::Attest => Some(Gap::Statement),
        };
        for Remark { node, message } in &ruling.evidence {
            let said = Some(Arc::new(message.clone()));
            proof.witnesses.push(Witness { said, ..Witness::new(Shows::Ruled, *node, Vec::new()) });
        }
        let Some(gap) = gap else { return proof };
        for Remark { node, message } in &ruling.lacks {
            proof.lack(Lacking::Ruled { rule, message: Some(Arc::new(message.clone())) }, *node, gap, at);
        }
        if ruling.lacks.is_empty() {
            proof.lack(Lacking::Ruled { rule, message: None }, of, gap, at);
        }
        proof
    }

    /// The fact that is meant; what the proposal says of it counts before what the terms say.
    fn fact_meant(&self, fact: Target) -> Option<(NodeId, &'m Fact)> {
        let fact = self.graph.meant(fact)?;
        let own = (NodeKind::Fact, Some(self.scope.pact), self.graph.head(fact).name);
        let fact = self.graph.index.exact.get(&own).copied().unwrap_or(fact);
        let id: Id<Fact> = self.graph.downcast(fact)?;
        Some((fact, self.graph.get(id)))
    }

    fn fact(&self, of: NodeId, fact: Target, at: Span) -> Proof {
        let Some((fact, data)) = self.fact_meant(fact) else { return self.unresolved(of, at) };
        let mut proof = Proof::default();
        let known = data.on.is_none_or(|on| !self.is_ahead(on.date));
        let head = self.graph.head(fact);
        if head.damaged || self.graph.unread().contains(NodeKind::Fact) {
            proof.lack(Lacking::Unread, fact, Gap::Unknown, at);
            return proof;
        }
        match data.holds.filter(|_| known) {
            Some(true) => proof.witness(Shows::Holds, fact, Vec::new()),
            Some(false) => proof.lack(Lacking::FactFails, fact, Gap::Contrary, at),
            None => proof.lack(Lacking::FactUnknown, fact, Gap::Pending, at),
        }
        proof
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::{
        document::value::PartialDate,
        graph::Graph,
        ledger::{Entry, Judging, Ledger, Verdict},
        load::Input,
        model::Model,
    };

    /// The verdict on clause `A` of terms and a proposal for them, of which only what follows the head is given.
    pub(crate) fn verdict(terms: &str, pact: &str, as_of: Option<&str>) -> Verdict {
        entry(terms, pact, as_of, |_, entry| entry.verdict)
    }

    /// The same where something cannot be read or followed.
    pub(crate) fn faulty(terms: &str, pact: &str, as_of: Option<&str>) -> Verdict {
        line(&model(terms, pact), as_of, |_, entry| entry.verdict)
    }

    /// Members of a body: each with what all of them say and what it says itself.
    pub(crate) fn members(of: &str, all: &[&str]) -> String {
        let lines: Vec<String> =
            all.iter().enumerate().map(|(at, one)| format!("  m{at}: {{ {of}, {one} }}\n")).collect();
        format!("members:\n{}", lines.concat())
    }

    /// Something of the line of clause `A`.
    pub(crate) fn entry<T>(terms: &str, pact: &str, as_of: Option<&str>, of: impl Fn(&Graph, &Entry) -> T) -> T {
        let model = model(terms, pact);
        assert!(model.faults().is_empty(), "{:?}", model.faults());
        assert!(model.graph().unresolved().is_empty(), "{:?}", model.graph().unresolved());
        line(&model, as_of, of)
    }

    /// Terms and a proposal for them, of which only what follows the head is given.
    pub(crate) fn model(terms: &str, pact: &str) -> Model {
        let mut input = Input::new();
        input.add("terms.yaml", format!("terms: 1\nid: t\ntitle: T\n{terms}"));
        let head = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\n";
        input.add("pact.yaml", format!("{head}{pact}"));
        input.build()
    }

    fn line<T>(model: &Model, as_of: Option<&str>, of: impl Fn(&Graph, &Entry) -> T) -> T {
        let as_of = as_of.map(|day| PartialDate::parse(day).unwrap());
        let ledger = Ledger::new(model.graph(), Judging { as_of, ..Judging::default() });
        let entry = ledger.cases[0].entries.iter().find(|entry| model.graph().name(entry.node) == "A").unwrap();
        of(model.graph(), entry)
    }
}
