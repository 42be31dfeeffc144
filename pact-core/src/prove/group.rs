//! Who is in a group: of somebody on the register, and of somebody who could still be appointed to a seat.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Prover, eligible::is_eligible, follow::overlap};
use crate::{
    document::{body::NominationMode, pact::Role},
    graph::{
        Graph,
        composition::{Group, GroupTest},
        edge::EdgeKind,
        node::{Member, NodeId, NodeKind, Seat},
        requirement::Target,
    },
    solve::tally::Chance,
};

/// Whether something is so, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// It is not.
    No,
    /// What says so could not be read or followed.
    Unread,
    /// Nobody says.
    Unsaid,
    /// It is.
    Yes,
}

impl Truth {
    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// One of the two.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.negated().and(other.negated()).negated()
    }

    /// The opposite.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Yes => Self::No,
            unknown => unknown,
        }
    }

    /// What of it is possible.
    pub fn chance(self) -> Chance {
        match self {
            Self::Yes => Chance::YES,
            Self::No => Chance::NO,
            Self::Unread | Self::Unsaid => Chance::EITHER,
        }
    }
}

impl From<bool> for Truth {
    fn from(is: bool) -> Self {
        if is { Self::Yes } else { Self::No }
    }
}

/// What several rows of a body say of one person. By person.
pub(super) type SaidOfPersons<'m> = FxHashMap<&'m str, Rc<SaidOfPerson>>;

/// What several rows of a body say of one person.
#[derive(Debug)]
pub(super) struct SaidOfPerson {
    /// The members that the person is.
    rows: FxHashSet<NodeId>,
    /// The genders that are said, each once.
    genders: Vec<NodeId>,
    /// What else is said, each once.
    is: Vec<NodeId>,
    /// Two of the genders exclude one another.
    contradictory: bool,
    /// Something of it leads nowhere.
    broken: bool,
}

impl SaidOfPerson {
    fn new(graph: &Graph, rows: Vec<NodeId>) -> Self {
        let all = |edge: EdgeKind| {
            let mut said: Vec<NodeId> =
                rows.iter().flat_map(|&row| graph.outgoing(row, edge)).map(|end| end.node).collect();
            said.sort_unstable();
            said.dedup();
            said
        };
        let contradictory = contradictory_genders(graph, &rows).is_some();
        let broken =
            rows.iter().any(|&row| [EdgeKind::Gender, EdgeKind::Is].iter().any(|&edge| graph.is_broken(row, edge)));
        let (genders, is) = (all(EdgeKind::Gender), all(EdgeKind::Is));
        Self { genders, is, contradictory, broken, rows: rows.into_iter().collect() }
    }
}

/// More genders than this of one person are not compared, nor more rows than this of each.
const COMPARED: (usize, usize) = (8, 64);

/// Two rows of one person, of the same time, of which one says a gender that nobody is of who is of the one in the other: the first such two in the order in
/// which the rows are given. O(rows).
pub fn contradictory_genders(graph: &Graph, rows: &[NodeId]) -> Option<(NodeId, NodeId)> {
    let mut by_gender: Vec<(NodeId, Vec<NodeId>)> = Vec::new();
    for &row in rows {
        let Some(gender) = graph.outgoing(row, EdgeKind::Gender).first() else { continue };
        let room = by_gender.len() < COMPARED.0;
        match by_gender.iter_mut().find(|(known, _)| *known == gender.node) {
            Some((_, rows)) if rows.len() < COMPARED.1 => rows.push(row),
            None if room => by_gender.push((gender.node, vec![row])),
            _ => {}
        }
    }
    // One gender is by far the most frequent case.
    let apart = |one: NodeId, other: NodeId| {
        let widened = |gender: NodeId| closure(graph, [gender], EdgeKind::Broader);
        widened(one).is_disjoint(&widened(other))
    };
    let pairs =
        by_gender.iter().enumerate().flat_map(|(at, one)| by_gender.iter().skip(at + 1).map(move |two| (one, two)));
    let mut pairs = pairs.filter(|((one, _), (other, _))| apart(*one, *other));
    pairs.find_map(|((_, rows), (_, others))| {
        let each = rows.iter().flat_map(|&row| others.iter().map(move |&other| (row, other)));
        each.into_iter().find(|&(row, other)| overlap(graph, row, other))
    })
}

/// Every node that a relation leads to from some, those included, without end where it leads back. O(nodes and edges that are reached).
pub(crate) fn closure(graph: &Graph, from: impl IntoIterator<Item = NodeId>, wider: EdgeKind) -> FxHashSet<NodeId> {
    let mut seen: FxHashSet<NodeId> = from.into_iter().collect();
    let mut open: Vec<NodeId> = seen.iter().copied().collect();
    while let Some(here) = open.pop() {
        open.extend(graph.outgoing(here, wider).iter().map(|end| end.node).filter(|&end| seen.insert(end)));
    }
    seen
}

/// The scheme of a concept.
fn scheme_of(graph: &Graph, concept: NodeId) -> Option<NodeId> {
    graph.outgoing(concept, EdgeKind::InScheme).first().map(|scheme| scheme.node)
}

/// Whether a concept stands in a scheme that a relation has to itself.
pub(super) fn stands_in(graph: &Graph, concept: NodeId, edge: EdgeKind) -> bool {
    edge.info().scheme.is_some_and(|name| scheme_of(graph, concept).is_some_and(|scheme| graph.name(scheme) == name))
}

/// What one test of a group asks of a member; the same whichever group asks it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Question {
    /// In one of these seats.
    Seat(Vec<NodeId>),
    /// On behalf of one of these.
    Actor(Vec<NodeId>),
    /// From one of these regions.
    Region(Vec<NodeId>),
    /// From one of these regions itself, and not from a part of it.
    Home(Vec<NodeId>),
    /// One of these is said of it.
    Concept(Vec<NodeId>),
    /// Nominated by one of these.
    NominatedBy(Vec<NodeId>),
    /// Appointed by one of these.
    AppointedBy(Vec<NodeId>),
    /// Also a member of one of these.
    MemberOf(Vec<NodeId>),
    /// The chair of one of these.
    ChairOf(Vec<NodeId>),
    /// In one of these roles.
    Role(Vec<Role>),
    /// With a vote.
    Vote,
    /// What is asked leads nowhere.
    Lost,
}

impl Question {
    /// What a test asks; nothing where it is made of groups.
    fn of(graph: &Graph, test: &GroupTest) -> Option<(Self, bool)> {
        let nodes = |targets: &[Target], question: fn(Vec<NodeId>) -> Self| {
            let nodes: Option<Vec<NodeId>> = targets.iter().map(|&target| graph.meant(target)).collect();
            // A reference that leads nowhere may be the one that is meant.
            nodes.map_or(Self::Lost, |mut nodes| {
                nodes.sort_unstable();
                nodes.dedup();
                question(nodes)
            })
        };
        let question = match test {
            GroupTest::Seat(targets) => nodes(targets, Self::Seat),
            GroupTest::Actor(targets) => nodes(targets, Self::Actor),
            GroupTest::Region(targets) => nodes(targets, Self::Region),
            GroupTest::Concept(targets) => nodes(targets, Self::Concept),
            GroupTest::NominatedBy(targets) => nodes(targets, Self::NominatedBy),
            GroupTest::AppointedBy(targets) => nodes(targets, Self::AppointedBy),
            GroupTest::MemberOf(targets) => nodes(targets, Self::MemberOf),
            GroupTest::ChairOf(targets) => nodes(targets, Self::ChairOf),
            GroupTest::Role(roles) => Self::Role(roles.clone()),
            GroupTest::Vote(vote) => return Some((Self::Vote, *vote)),
            GroupTest::AllOf(_) | GroupTest::AnyOf(_) | GroupTest::NoneOf(_) => return None,
        };
        Some((question, true))
    }

    /// Whether whoever answers yes to this answers yes to the other.
    fn implies(&self, other: &Self, graph: &Graph) -> bool {
        let within = |own: &[NodeId], others: &[NodeId]| own.iter().all(|node| others.contains(node));
        let wider = |own: &[NodeId], others: &[NodeId], edge: EdgeKind| {
            own.iter().all(|&node| closure(graph, [node], edge).iter().any(|node| others.contains(node)))
        };
        match (self, other) {
            (Self::Seat(own), Self::Seat(others))
            | (Self::Actor(own), Self::Actor(others))
            | (Self::Home(own), Self::Home(others))
            | (Self::NominatedBy(own), Self::NominatedBy(others))
            | (Self::AppointedBy(own), Self::AppointedBy(others))
            | (Self::MemberOf(own), Self::MemberOf(others))
            | (Self::ChairOf(own), Self::ChairOf(others)) => within(own, others),
            (Self::Concept(own), Self::Concept(others)) => wider(own, others, EdgeKind::Broader),
            (Self::Region(own) | Self::Home(own), Self::Region(others)) => wider(own, others, EdgeKind::PartOf),
            _ => false,
        }
    }

    /// The genders that are asked for, where it asks for nothing else.
    fn genders(&self, graph: &Graph) -> Option<&[NodeId]> {
        match self {
            Self::Concept(concepts) if concepts.iter().all(|&concept| stands_in(graph, concept, EdgeKind::Gender)) => {
                Some(concepts)
            }
            _ => None,
        }
    }

    /// Whether a member in a seat that is still empty answers yes.
    fn chance(&self, graph: &Graph, seat: Option<NodeId>) -> Chance {
        match self {
            Self::Seat(seats) => chance_of_seat(seat, seats),
            Self::Actor(actors) => chance_of_actor(graph, seat, actors),
            Self::Region(regions) => chance_of_region(graph, seat, regions),
            // Whoever is from a region may be from a part of it.
            Self::Home(regions) => chance_of_region(graph, seat, regions).and(Chance::EITHER),
            Self::Concept(concepts) => {
                let each = concepts.iter().map(|&concept| chance_of_concept(graph, seat, concept));
                each.fold(Chance::NO, Chance::or)
            }
            Self::NominatedBy(agents) => chance_of_nominator(graph, seat, agents),
            // Of those who are to be members, one may become chair.
            Self::Role(roles) if roles.iter().any(|role| matches!(role, Role::Chair | Role::Deputy)) => Chance::EITHER,
            Self::Role(_) => Chance::NO,
            Self::Vote => match seat.and_then(|seat| graph.downcast::<Seat>(seat)).map(|id| graph.get(id).votes) {
                Some(0) => Chance::NO,
                Some(_) => Chance::YES,
                None => Chance::EITHER,
            },
            Self::AppointedBy(_) | Self::MemberOf(_) | Self::ChairOf(_) => asked_of(graph, seat, self),
            Self::Lost => Chance::EITHER,
        }
    }
}

/// What groups ask, each question once.
pub(crate) fn questions(graph: &Graph, group: &Group, all: &mut BTreeSet<Question>) {
    for test in &group.tests {
        match test {
            GroupTest::AllOf(groups) | GroupTest::AnyOf(groups) | GroupTest::NoneOf(groups) => {
                groups.iter().for_each(|group| questions(graph, group, all));
            }
            test => all.extend(Question::of(graph, test).map(|(question, _)| question)),
        }
    }
}

/// The seats that a group names, in which whoever sits is meant, whether they count among the members or not. Sorted.
pub(super) fn seats_named(graph: &Graph, group: &Group) -> Vec<NodeId> {
    let mut asked = BTreeSet::new();
    questions(graph, group, &mut asked);
    let seats = asked.into_iter().filter_map(|question| match question {
        Question::Seat(seats) => Some(seats),
        _ => None,
    });
    let mut seats: Vec<NodeId> = seats.flatten().collect();
    seats.sort_unstable();
    seats.dedup();
    seats
}

/// Whether a group is one of those in some role.
pub(super) fn names_role(group: &Group) -> bool {
    group.tests.iter().any(|test| match test {
        GroupTest::Role(_) => true,
        GroupTest::AllOf(groups) | GroupTest::AnyOf(groups) | GroupTest::NoneOf(groups) => {
            groups.iter().any(names_role)
        }
        _ => false,
    })
}

/// Whether somebody is in a group of whom every answer is known.
pub(crate) fn is_in(graph: &Graph, group: &Group, answer: &dyn Fn(&Question) -> bool) -> bool {
    group.tests.iter().all(|test| match test {
        GroupTest::AllOf(groups) => groups.iter().all(|group| is_in(graph, group, answer)),
        GroupTest::AnyOf(groups) => groups.iter().any(|group| is_in(graph, group, answer)),
        GroupTest::NoneOf(groups) => !groups.iter().any(|group| is_in(graph, group, answer)),
        test => Question::of(graph, test).is_some_and(|(question, yes)| answer(&question) == yes),
    })
}

/// With more questions open than this about one person, each is taken to be independent of the others.
const MOST_OPEN: usize = 8;

/// Every way in which questions can be answered, of which some answers are open: what follows from another answer is kept to, nobody is of two genders, and
/// everybody is of one of those of the scheme.
pub(crate) fn ways(
    graph: &Graph,
    questions: &BTreeSet<Question>,
    chance: impl Fn(&Question) -> Chance,
) -> Option<Vec<BTreeMap<Question, bool>>> {
    let mut known: BTreeMap<Question, bool> = BTreeMap::new();
    let mut open: Vec<&Question> = Vec::new();
    for question in questions {
        match chance(question) {
            Chance { yes: true, no: true } => open.push(question),
            Chance { yes, .. } => {
                known.insert(question.clone(), yes);
            }
        }
    }
    if open.len() > MOST_OPEN {
        return None;
    }
    if let [_] = open.as_slice()
        && questions.len() == 1
    {
        // The most frequent case by far: one question, and nobody knows.
        let way = |yes: bool| open.iter().map(|&question| (question.clone(), yes)).collect();
        return Some(vec![way(false), way(true)]);
    }
    let mut all = Vec::new();
    for bits in 0u32..1 << open.len() {
        let mut way = known.clone();
        way.extend(open.iter().enumerate().map(|(at, &question)| (question.clone(), bits & (1 << at) != 0)));
        // What is known is not doubted, whatever it says.
        if open.is_empty() || is_consistent(graph, &way) {
            all.push(way);
        }
    }
    (!all.is_empty()).then_some(all)
}

/// Whether answers can all be true of one person.
fn is_consistent(graph: &Graph, way: &BTreeMap<Question, bool>) -> bool {
    let yes: Vec<&Question> = way.iter().filter(|(_, yes)| **yes).map(|(question, _)| question).collect();
    let no: Vec<&Question> = way.iter().filter(|(_, yes)| !**yes).map(|(question, _)| question).collect();
    if yes.iter().any(|own| no.iter().any(|other| own.implies(other, graph))) {
        return false;
    }
    let genders: Vec<&[NodeId]> = yes.iter().filter_map(|question| question.genders(graph)).collect();
    let apart = |one: &[NodeId], other: &[NodeId]| {
        let widened = |nodes: &[NodeId]| closure(graph, nodes.iter().copied(), EdgeKind::Broader);
        widened(one).is_disjoint(&widened(other))
    };
    if genders.iter().enumerate().any(|(at, one)| genders.iter().skip(at + 1).any(|other| apart(one, other))) {
        return false;
    }
    let ruled_out: Vec<NodeId> = no.iter().filter_map(|question| question.genders(graph)).flatten().copied().collect();
    let Some(scheme) = ruled_out.first().and_then(|&gender| scheme_of(graph, gender)) else { return true };
    graph
        .incoming(scheme, EdgeKind::InScheme)
        .iter()
        .any(|gender| !closure(graph, [gender.node], EdgeKind::Broader).iter().any(|wider| ruled_out.contains(wider)))
}

impl Prover<'_> {
    /// Whether a member is in a group.
    pub(crate) fn in_group(&self, member: NodeId, group: &Group) -> Truth {
        self.in_group_by(group, &|question| self.answer(member, question))
    }

    /// Whether a member would be in a group in another seat than its own.
    pub(super) fn would_be_in_group(&self, member: NodeId, group: &Group, seat: NodeId) -> Truth {
        self.in_group_by(group, &|question| match question {
            Question::Seat(seats) => seats.contains(&seat).into(),
            Question::Vote => (self.votes_in(member, Some(seat)) > 0).into(),
            question => self.answer(member, question),
        })
    }

    /// Whether somebody of these answers is in a group.
    fn in_group_by(&self, group: &Group, answer: &dyn Fn(&Question) -> Truth) -> Truth {
        group.tests.iter().map(|test| self.passes(test, answer)).min().unwrap_or(Truth::Yes)
    }

    fn passes(&self, test: &GroupTest, answer: &dyn Fn(&Question) -> Truth) -> Truth {
        let any =
            |groups: &[Group]| groups.iter().map(|group| self.in_group_by(group, answer)).fold(Truth::No, Truth::or);
        match test {
            GroupTest::AllOf(groups) => {
                groups.iter().map(|group| self.in_group_by(group, answer)).fold(Truth::Yes, Truth::and)
            }
            GroupTest::AnyOf(groups) => any(groups),
            GroupTest::NoneOf(groups) => any(groups).negated(),
            test => match Question::of(self.graph, test) {
                Some((question, true)) => answer(&question),
                Some((question, false)) => answer(&question).negated(),
                None => Truth::Unread,
            },
        }
    }

    /// What a member answers.
    pub(super) fn answer(&self, member: NodeId, question: &Question) -> Truth {
        match question {
            Question::Seat(seats) => self.in_seat(member, seats),
            Question::Actor(actors) => self.behalf_of(member, actors),
            Question::Region(regions) => self.is_from_region(member, regions),
            Question::Home(regions) => self.is_at_home(member, regions),
            Question::Concept(concepts) => self.is_said(member, concepts),
            Question::NominatedBy(agents) => self.relates(member, EdgeKind::NominatedBy, agents),
            Question::AppointedBy(agents) => self.relates(member, EdgeKind::AppointedBy, agents),
            Question::MemberOf(bodies) => self.sits_in(member, bodies, None),
            Question::ChairOf(bodies) => self.sits_in(member, bodies, Some(Role::Chair)),
            Question::Role(roles) => {
                let role = self.graph.downcast::<Member>(member).and_then(|id| self.graph.get(id).role);
                role.is_some_and(|role| roles.contains(&role)).into()
            }
            Question::Vote => (self.votes(member) > 0).into(),
            Question::Lost => Truth::Unread,
        }
    }

    /// What references lead to; and whether one of them leads nowhere.
    pub(super) fn resolved(&self, targets: &[Target]) -> (Vec<NodeId>, bool) {
        let nodes: Vec<NodeId> = targets.iter().filter_map(|&target| self.graph.meant(target)).collect();
        let lost = nodes.len() < targets.len();
        (nodes, lost)
    }

    /// What follows from a relation of a member: to one of these, to others, to nothing that is said.
    pub(super) fn relates(&self, member: NodeId, edge: EdgeKind, to: &[NodeId]) -> Truth {
        let ends = self.graph.outgoing(member, edge);
        if ends.iter().any(|end| to.contains(&end.node)) {
            return Truth::Yes;
        }
        if self.graph.is_broken(member, edge) {
            return Truth::Unread;
        }
        if ends.is_empty() { Truth::Unsaid } else { Truth::No }
    }

    pub(super) fn in_seat(&self, member: NodeId, seats: &[NodeId]) -> Truth {
        match self.seat_of(member) {
            // That a seat was found says that there is one, and not that it is this.
            Some(_) if self.is_seat_free(member) => Truth::Unsaid,
            Some(seat) => seats.contains(&seat).into(),
            None => self.relates(member, EdgeKind::Fills, seats),
        }
    }

    pub(super) fn behalf_of(&self, member: NodeId, actors: &[NodeId]) -> Truth {
        self.relates(member, EdgeKind::OnBehalfOf, actors)
    }

    pub(super) fn is_from_region(&self, member: NodeId, regions: &[NodeId]) -> Truth {
        self.of_actors(member, EdgeKind::Region, EdgeKind::PartOf, regions)
    }

    /// Whether an actor of a member is at home in one of these regions itself, and in no part of it.
    fn is_at_home(&self, member: NodeId, regions: &[NodeId]) -> Truth {
        let graph = self.graph;
        let from = self.is_from_region(member, regions);
        let actors = graph.outgoing(member, EdgeKind::OnBehalfOf).iter();
        let homes = actors.flat_map(|actor| graph.outgoing(actor.node, EdgeKind::Region)).map(|end| end.node);
        let homes: Vec<NodeId> = homes.collect();
        let lies_in =
            |home: NodeId, region: NodeId| home != region && closure(graph, [home], EdgeKind::PartOf).contains(&region);
        let itself = |region: &NodeId| homes.contains(region) && !homes.iter().any(|&home| lies_in(home, *region));
        if from == Truth::Yes && !regions.iter().any(itself) { Truth::No } else { from }
    }

    /// Whether an actor of a member relates to one of these, or to something of which one of these is the wider.
    fn of_actors(&self, member: NodeId, edge: EdgeKind, wider: EdgeKind, wanted: &[NodeId]) -> Truth {
        let graph = self.graph;
        let actors = graph.outgoing(member, EdgeKind::OnBehalfOf);
        let own = actors.iter().flat_map(|actor| graph.outgoing(actor.node, edge)).map(|end| end.node);
        let reached = closure(graph, own, wider);
        if wanted.iter().any(|node| reached.contains(node)) {
            return Truth::Yes;
        }
        let unread = graph.is_broken(member, EdgeKind::OnBehalfOf)
            || actors.iter().any(|actor| graph.is_broken(actor.node, edge))
            || reached.iter().any(|&node| graph.is_broken(node, wider));
        // Everybody is at home somewhere; not everybody is of a category.
        let homeless = edge == EdgeKind::Region && reached.is_empty();
        match (unread, actors.is_empty() || homeless) {
            (true, _) => Truth::Unread,
            (false, true) => Truth::Unsaid,
            (false, false) => Truth::No,
        }
    }

    /// Whether one of these concepts, or a narrower one, is said of a member or of its actor.
    pub(super) fn is_said(&self, member: NodeId, concepts: &[NodeId]) -> Truth {
        concepts.iter().map(|&concept| self.is_said_one(member, concept)).fold(Truth::No, Truth::or)
    }

    fn is_said_one(&self, member: NodeId, concept: NodeId) -> Truth {
        let graph = self.graph;
        if stands_in(graph, concept, EdgeKind::Category) {
            return self.of_actors(member, EdgeKind::Category, EdgeKind::Broader, &[concept]);
        }
        if stands_in(graph, concept, EdgeKind::PolicyArea) {
            let doubt = self.is_doubtful(member, crate::document::requirement::Step::Forward(EdgeKind::PolicyArea));
            let is = super::follow::policy_areas(graph, member).contains(&concept);
            let actorless = graph.outgoing(member, EdgeKind::OnBehalfOf).is_empty();
            return match (is, doubt, actorless) {
                (true, ..) => Truth::Yes,
                (_, true, false) => Truth::Unread,
                (_, _, true) => {
                    if graph.is_broken(member, EdgeKind::OnBehalfOf) {
                        Truth::Unread
                    } else {
                        Truth::Unsaid
                    }
                }
                (..) => Truth::No,
            };
        }
        let edge = if stands_in(graph, concept, EdgeKind::Gender) { EdgeKind::Gender } else { EdgeKind::Is };
        let actors = graph.outgoing(member, EdgeKind::OnBehalfOf);
        let beside = actors.iter().filter(|_| edge == EdgeKind::Is).flat_map(|actor| graph.outgoing(actor.node, edge));
        let said = graph.outgoing(member, edge).iter().chain(beside).map(|end| end.node);
        let scheme = scheme_of(graph, concept);
        let mut said: Vec<NodeId> = said.filter(|&said| scheme_of(graph, said) == scheme).collect();
        let others = self.said_elsewhere(member);
        let silent = said.is_empty();
        match &others {
            // Which of the genders it is nobody can tell.
            Some(others) if edge == EdgeKind::Gender && others.contradictory => return Truth::Unread,
            // What another row of the same person says counts where this one is silent.
            Some(others) if silent => {
                let all = if edge == EdgeKind::Gender { &others.genders } else { &others.is };
                said.extend(all.iter().copied().filter(|&said| scheme_of(graph, said) == scheme));
            }
            _ => {}
        }
        let said = closure(graph, said, EdgeKind::Broader);
        if said.contains(&concept) {
            return Truth::Yes;
        }
        let unread = graph.is_broken(member, edge)
            || others.is_some_and(|others| silent && others.broken)
            || (edge == EdgeKind::Is
                && (graph.is_broken(member, EdgeKind::OnBehalfOf)
                    || actors.iter().any(|actor| graph.is_broken(actor.node, edge))))
            || said.iter().any(|&node| graph.is_broken(node, EdgeKind::Broader));
        match (unread, said.is_empty()) {
            (true, _) => Truth::Unread,
            // Where another concept of the scheme is said, this one is not meant.
            (false, true) => Truth::Unsaid,
            (false, false) => Truth::No,
        }
    }

    /// What other rows of the same person say by a relation, each once, and whether that cannot be relied on; nothing where there are none. It counts where the
    /// row of a member is silent.
    pub(super) fn said_by_other_rows(&self, member: NodeId, edge: EdgeKind) -> Option<(Vec<NodeId>, bool)> {
        let others = self.said_elsewhere(member)?;
        match edge {
            // Which of the genders it is nobody can tell.
            EdgeKind::Gender if others.contradictory => Some((Vec::new(), true)),
            EdgeKind::Gender => Some((others.genders.clone(), others.broken)),
            _ => Some((others.is.clone(), others.broken)),
        }
    }

    /// What the rows of a body say of the person of a member, where there are several. O(members of the body) for the first, then O(1).
    fn said_elsewhere(&self, member: NodeId) -> Option<Rc<SaidOfPerson>> {
        let graph = self.graph;
        let person = self.person_of(member)?;
        let body = graph.outgoing(member, EdgeKind::MemberOf).first()?.node;
        if let Some(known) = self.said.borrow().get(&body) {
            return known.get(person).filter(|said| said.rows.contains(&member)).cloned();
        }
        let mut persons: FxHashMap<&str, Vec<NodeId>> = FxHashMap::default();
        let mut rows: Vec<NodeId> = graph.incoming(body, EdgeKind::MemberOf).iter().map(|row| row.node).collect();
        rows.dedup();
        self.charge(rows.len() as u64);
        // Who sat there before may have been of another age, and had the same name.
        rows.retain(|&row| self.scope.sees(graph, row) && !graph.head(row).repeated && self.is_current(row));
        for row in rows {
            if let Some(person) = self.person_of(row) {
                persons.entry(person).or_default().push(row);
            }
        }
        let several = persons.into_iter().filter(|(_, rows)| rows.len() > 1);
        let all: SaidOfPersons<'_> =
            several.map(|(person, rows)| (person, Rc::new(SaidOfPerson::new(graph, rows)))).collect();
        let own = all.get(person).filter(|said| said.rows.contains(&member)).cloned();
        self.said.borrow_mut().insert(body, Rc::new(all));
        own
    }

    /// Whether the person sits in one of these bodies, in a role if one is asked for.
    pub(super) fn sits_in(&self, member: NodeId, bodies: &[NodeId], role: Option<Role>) -> Truth {
        let graph = self.graph;
        let of = |body: NodeId| role.map_or_else(|| self.members(body), |role| self.in_office(body, role));
        let holders: Vec<NodeId> = bodies.iter().flat_map(|&body| of(body)).collect();
        let same = self.same_person(member);
        if holders.iter().any(|holder| *holder == member || same.contains(holder)) {
            return Truth::Yes;
        }
        if self.doubtful.contains(&EdgeKind::MemberOf) || graph.unread().contains(NodeKind::Member) {
            return Truth::Unread;
        }
        // Where nobody is on the register of the body, or one of the two has no name, they may be one.
        let named = |member: NodeId| self.person_of(member).is_some();
        if holders.is_empty() || !named(member) || !holders.iter().all(|&holder| named(holder)) {
            return Truth::Unsaid;
        }
        Truth::No
    }

    /// How many votes a member has.
    pub(super) fn votes(&self, member: NodeId) -> u32 {
        self.votes_in(member, self.seat_of(member))
    }

    /// How many votes a member would have in a seat.
    pub(super) fn votes_in(&self, member: NodeId, seat: Option<NodeId>) -> u32 {
        let graph = self.graph;
        let Some(id) = graph.downcast::<Member>(member) else { return 0 };
        let data = graph.get(id);
        let seat = seat.and_then(|seat| graph.downcast::<Seat>(seat)).map(|id| graph.get(id));
        match (data.vote, data.role) {
            (Some(false), _) | (None, Some(Role::Observer | Role::Secretary | Role::Nominee)) => 0,
            (Some(true), _) => seat.map_or(1, |seat| seat.votes.max(1)),
            (None, _) => seat.map_or(1, |seat| seat.votes),
        }
    }
}

/// Whether somebody who is still to be appointed to a seat may be in a group, and whether they may not be. What does not follow from the seat is possible both
/// ways; so somebody may be held for possible whom no one would find, and never the other way round.
pub(crate) fn chance(graph: &Graph, seat: Option<NodeId>, group: &Group) -> Chance {
    let all = group.tests.iter().map(|test| match test {
        GroupTest::AllOf(groups) => {
            groups.iter().map(|group| chance(graph, seat, group)).fold(Chance::YES, Chance::and)
        }
        GroupTest::AnyOf(groups) => groups.iter().map(|group| chance(graph, seat, group)).fold(Chance::NO, Chance::or),
        GroupTest::NoneOf(groups) => {
            groups.iter().map(|group| chance(graph, seat, group)).fold(Chance::NO, Chance::or).negated()
        }
        test => match Question::of(graph, test) {
            Some((question, true)) => question.chance(graph, seat),
            Some((question, false)) => question.chance(graph, seat).negated(),
            None => Chance::EITHER,
        },
    });
    all.fold(Chance::YES, Chance::and)
}

/// The same for a question.
pub(crate) fn chance_of(graph: &Graph, seat: Option<NodeId>, question: &Question) -> Chance {
    question.chance(graph, seat)
}

/// Whether a seat is open to those only of whom the same is asked.
fn asked_of(graph: &Graph, seat: Option<NodeId>, question: &Question) -> Chance {
    let law = seat.and_then(|seat| graph.seat_law(seat));
    let asked = law.into_iter().flat_map(|law| law.eligible.tests.iter()).filter_map(|test| Question::of(graph, test));
    let certain = asked.into_iter().any(|(asked, yes)| yes && asked.implies(question, graph));
    if certain { Chance::YES } else { Chance::EITHER }
}

pub(super) fn chance_of_seat(seat: Option<NodeId>, seats: &[NodeId]) -> Chance {
    match seat {
        Some(seat) if seats.contains(&seat) => Chance::YES,
        Some(_) => Chance::NO,
        None => Chance::EITHER,
    }
}

fn ends(graph: &Graph, seat: Option<NodeId>, edge: EdgeKind) -> Vec<NodeId> {
    seat.map_or(&[][..], |seat| graph.outgoing(seat, edge)).iter().map(|end| end.node).collect()
}

/// Whether something holds of all of several, of none, or of some.
fn of_all(all: &[NodeId], holds: impl Fn(NodeId) -> bool) -> Chance {
    let held = all.iter().filter(|&&one| holds(one)).count();
    Chance { yes: held > 0, no: held < all.len() }
}

pub(super) fn chance_of_actor(graph: &Graph, seat: Option<NodeId>, actors: &[NodeId]) -> Chance {
    let Some(seat) = seat else { return Chance::EITHER };
    let own = ends(graph, Some(seat), EdgeKind::EligibleActor);
    if !own.is_empty() {
        return of_all(&own, |actor| actors.contains(&actor));
    }
    Chance { yes: actors.iter().any(|&actor| is_eligible(graph, actor, seat)), no: true }
}

pub(super) fn chance_of_region(graph: &Graph, seat: Option<NodeId>, regions: &[NodeId]) -> Chance {
    let own = ends(graph, seat, EdgeKind::EligibleActor);
    let inside =
        |from: Vec<NodeId>| closure(graph, from, EdgeKind::PartOf).iter().any(|region| regions.contains(region));
    if !own.is_empty() {
        return of_all(&own, |actor| inside(ends(graph, Some(actor), EdgeKind::Region)));
    }
    let asked = ends(graph, seat, EdgeKind::EligibleRegion);
    if !asked.is_empty() && asked.iter().all(|&region| inside(vec![region])) {
        return Chance::YES;
    }
    // Somebody from a region that lies within the one that is asked for, or the other way round, or that lies elsewhere.
    let wanted = closure(graph, regions.iter().copied(), EdgeKind::PartOf);
    let apart = !asked.is_empty() && asked.iter().all(|region| !wanted.contains(region));
    // An actor may be at home in several regions.
    if apart { Chance { yes: true, no: true } } else { Chance::EITHER }
}

pub(super) fn chance_of_concept(graph: &Graph, seat: Option<NodeId>, concept: NodeId) -> Chance {
    let narrower = |one: NodeId| closure(graph, [one], EdgeKind::Broader).contains(&concept);
    if stands_in(graph, concept, EdgeKind::Category) {
        let actors = ends(graph, seat, EdgeKind::EligibleActor);
        if !actors.is_empty() {
            return of_all(&actors, |actor| ends(graph, Some(actor), EdgeKind::Category).into_iter().any(narrower));
        }
        let asked = ends(graph, seat, EdgeKind::EligibleCategory);
        if !asked.is_empty() && asked.into_iter().all(narrower) {
            return Chance::YES;
        }
    }
    let law = seat.and_then(|seat| graph.seat_law(seat));
    for test in law.into_iter().flat_map(|law| &law.eligible.tests) {
        let GroupTest::Concept(asked) = test else { continue };
        let asked: Vec<NodeId> = asked.iter().filter_map(|&target| graph.meant(target)).collect();
        if !asked.is_empty() && asked.iter().all(|&one| narrower(one)) {
            return Chance::YES;
        }
        // Nobody is of two genders on a register.
        let of_gender = |one: NodeId| stands_in(graph, one, EdgeKind::Gender);
        let apart = |one: NodeId| !narrower(one) && !closure(graph, [concept], EdgeKind::Broader).contains(&one);
        if of_gender(concept) && !asked.is_empty() && asked.iter().all(|&one| of_gender(one) && apart(one)) {
            return Chance::NO;
        }
    }
    // Named actors, and what is said of them, are known.
    let actors = ends(graph, seat, EdgeKind::EligibleActor);
    if !actors.is_empty()
        && !stands_in(graph, concept, EdgeKind::Gender)
        && !stands_in(graph, concept, EdgeKind::PolicyArea)
    {
        let says = |actor: NodeId| ends(graph, Some(actor), EdgeKind::Is);
        if actors.iter().all(|&actor| says(actor).into_iter().any(narrower)) {
            return Chance::YES;
        }
    }
    Chance::EITHER
}

pub(super) fn chance_of_nominator(graph: &Graph, seat: Option<NodeId>, agents: &[NodeId]) -> Chance {
    let own = ends(graph, seat, EdgeKind::NominatedBy);
    let mode = seat.and_then(|seat| graph.downcast::<Seat>(seat)).map(|id| graph.get(id).nomination);
    let categories = ends(graph, seat, EdgeKind::NominatorCategory);
    if own.is_empty() || !categories.is_empty() {
        return Chance::EITHER;
    }
    let fallback = ends(graph, seat, EdgeKind::Fallback);
    let of = match mode {
        Some(NominationMode::Jointly) if own.iter().any(|one| agents.contains(one)) => Chance::YES,
        Some(NominationMode::Jointly) => Chance::NO,
        _ => of_all(&own, |one| agents.contains(&one)),
    };
    if fallback.is_empty() {
        of
    } else {
        Chance { yes: of.yes || fallback.iter().any(|one| agents.contains(one)), no: true }
    }
}
