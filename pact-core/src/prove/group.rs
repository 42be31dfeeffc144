//! Who is in a group: of somebody on the register, and of somebody who could still be appointed to a seat.

use rustc_hash::FxHashSet;

use super::{Prover, eligible::is_eligible};
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
        self.not().and(other.not()).not()
    }

    /// The opposite.
    #[must_use]
    pub fn not(self) -> Self {
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

impl Prover<'_> {
    /// Whether a member is in a group.
    pub(crate) fn in_group(&self, member: NodeId, group: &Group) -> Truth {
        group.tests.iter().map(|test| self.passes(member, test)).min().unwrap_or(Truth::Yes)
    }

    fn passes(&self, member: NodeId, test: &GroupTest) -> Truth {
        let of = |targets: &[Target], is: &dyn Fn(&[NodeId]) -> Truth| match self.resolved(targets) {
            // A reference that leads nowhere may be the one that is meant.
            (nodes, true) => is(&nodes).or(Truth::Unread),
            (nodes, false) => is(&nodes),
        };
        match test {
            GroupTest::Seat(seats) => of(seats, &|seats| self.in_seat(member, seats)),
            GroupTest::Actor(actors) => of(actors, &|actors| self.behalf_of(member, actors)),
            GroupTest::Region(regions) => of(regions, &|regions| self.from_region(member, regions)),
            GroupTest::Concept(concepts) => of(concepts, &|concepts| self.is_said(member, concepts)),
            GroupTest::NominatedBy(agents) => of(agents, &|agents| self.relates(member, EdgeKind::NominatedBy, agents)),
            GroupTest::AppointedBy(agents) => of(agents, &|agents| self.relates(member, EdgeKind::AppointedBy, agents)),
            GroupTest::MemberOf(bodies) => of(bodies, &|bodies| self.sits_in(member, bodies, None)),
            GroupTest::ChairOf(bodies) => of(bodies, &|bodies| self.sits_in(member, bodies, Some(Role::Chair))),
            GroupTest::Role(roles) => {
                let role = self.graph.downcast::<Member>(member).and_then(|id| self.graph.get(id).role);
                role.is_some_and(|role| roles.contains(&role)).into()
            }
            GroupTest::Vote(vote) => Truth::from((self.votes(member) > 0) == *vote),
            GroupTest::AllOf(groups) => {
                groups.iter().map(|group| self.in_group(member, group)).fold(Truth::Yes, Truth::and)
            }
            GroupTest::AnyOf(groups) => {
                groups.iter().map(|group| self.in_group(member, group)).fold(Truth::No, Truth::or)
            }
            GroupTest::NoneOf(groups) => {
                groups.iter().map(|group| self.in_group(member, group)).fold(Truth::No, Truth::or).not()
            }
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
            Some(seat) => seats.contains(&seat).into(),
            None => self.relates(member, EdgeKind::Fills, seats),
        }
    }

    pub(super) fn behalf_of(&self, member: NodeId, actors: &[NodeId]) -> Truth {
        self.relates(member, EdgeKind::OnBehalfOf, actors)
    }

    pub(super) fn from_region(&self, member: NodeId, regions: &[NodeId]) -> Truth {
        self.of_actors(member, EdgeKind::Region, EdgeKind::PartOf, regions)
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
        match (unread, actors.is_empty()) {
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
        let said = closure(graph, said.filter(|&said| scheme_of(graph, said) == scheme), EdgeKind::Broader);
        if said.contains(&concept) {
            return Truth::Yes;
        }
        let unread = graph.is_broken(member, edge)
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

    /// Whether the person sits in one of these bodies, in a role if one is asked for.
    pub(super) fn sits_in(&self, member: NodeId, bodies: &[NodeId], role: Option<Role>) -> Truth {
        let graph = self.graph;
        let role_of = |member: NodeId| graph.downcast::<Member>(member).and_then(|id| graph.get(id).role);
        let holders = bodies.iter().flat_map(|&body| self.members(body));
        let holders: Vec<NodeId> = holders.filter(|&holder| role.is_none() || role_of(holder) == role).collect();
        let same = self.same_person(member);
        if holders.iter().any(|holder| *holder == member || same.contains(holder)) {
            return Truth::Yes;
        }
        if self.doubtful.contains(&EdgeKind::MemberOf) || graph.unread().contains(NodeKind::Member) {
            return Truth::Unread;
        }
        // Where nobody is on the register of the body, or one of the two has no name, they may be one.
        let named = |member: NodeId| graph.downcast::<Member>(member).is_some_and(|id| graph.get(id).person.is_some());
        if holders.is_empty() || !named(member) || !holders.iter().all(|&holder| named(holder)) {
            return Truth::Unsaid;
        }
        Truth::No
    }

    /// How many votes a member has.
    pub(super) fn votes(&self, member: NodeId) -> u32 {
        let graph = self.graph;
        let Some(id) = graph.downcast::<Member>(member) else { return 0 };
        let data = graph.get(id);
        let seat = self.seat_of(member).and_then(|seat| graph.downcast::<Seat>(seat)).map(|id| graph.get(id));
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
    let all = group.tests.iter().map(|test| chance_of(graph, seat, test));
    all.fold(Chance::YES, Chance::and)
}

fn chance_of(graph: &Graph, seat: Option<NodeId>, test: &GroupTest) -> Chance {
    let nodes =
        |targets: &[Target]| -> Option<Vec<NodeId>> { targets.iter().map(|&target| graph.meant(target)).collect() };
    let of = |targets: &[Target], is: &dyn Fn(&[NodeId]) -> Chance| match nodes(targets) {
        Some(nodes) => is(&nodes),
        None => Chance::EITHER,
    };
    match test {
        GroupTest::Seat(seats) => of(seats, &|seats| chance_of_seat(seat, seats)),
        GroupTest::Actor(actors) => of(actors, &|actors| chance_of_actor(graph, seat, actors)),
        GroupTest::Region(regions) => of(regions, &|regions| chance_of_region(graph, seat, regions)),
        GroupTest::Concept(concepts) => of(concepts, &|concepts| {
            let each = concepts.iter().map(|&concept| chance_of_concept(graph, seat, concept));
            each.fold(Chance::NO, Chance::or)
        }),
        GroupTest::NominatedBy(agents) => of(agents, &|agents| chance_of_nominator(graph, seat, agents)),
        GroupTest::Role(roles) => {
            // Of those who are to be members, one may become chair.
            if roles.iter().any(|role| matches!(role, Role::Chair | Role::Deputy)) {
                Chance::EITHER
            } else {
                Chance::NO
            }
        }
        GroupTest::Vote(vote) => {
            let votes = seat.and_then(|seat| graph.downcast::<Seat>(seat)).map(|id| graph.get(id).votes);
            match votes {
                Some(votes) if (votes > 0) == *vote => Chance::YES,
                Some(_) => Chance::NO,
                None => Chance::EITHER,
            }
        }
        GroupTest::AppointedBy(_) | GroupTest::MemberOf(_) | GroupTest::ChairOf(_) => asked_of(graph, seat, test),
        GroupTest::AllOf(groups) => {
            groups.iter().map(|group| chance(graph, seat, group)).fold(Chance::YES, Chance::and)
        }
        GroupTest::AnyOf(groups) => groups.iter().map(|group| chance(graph, seat, group)).fold(Chance::NO, Chance::or),
        GroupTest::NoneOf(groups) => {
            groups.iter().map(|group| chance(graph, seat, group)).fold(Chance::NO, Chance::or).not()
        }
    }
}

/// Whether a seat is open to those only of whom the same is asked.
fn asked_of(graph: &Graph, seat: Option<NodeId>, test: &GroupTest) -> Chance {
    let targets = |test: &GroupTest| -> Option<(u8, Vec<NodeId>)> {
        let (kind, targets) = match test {
            GroupTest::AppointedBy(targets) => (0, targets),
            GroupTest::MemberOf(targets) => (1, targets),
            GroupTest::ChairOf(targets) => (2, targets),
            _ => return None,
        };
        Some((kind, targets.iter().filter_map(|&target| graph.meant(target)).collect()))
    };
    let Some((kind, wanted)) = targets(test) else { return Chance::EITHER };
    let law = seat.and_then(|seat| graph.seat_law(seat));
    let given = law.into_iter().flat_map(|law| law.eligible.tests.iter().filter_map(&targets));
    let certain = given.filter(|(of, _)| *of == kind).any(|(_, given)| given.iter().all(|node| wanted.contains(node)));
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
