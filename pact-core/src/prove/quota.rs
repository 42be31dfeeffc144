//! Numbers and shares of members: quotas, and what holds of the members of a seat.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Counted, Gap, Lacking, Proof, Prover, Shows,
    aspect::is_own_scheme,
    breach::{Amiss, Breach, Remedy, Shortfall},
    group::{Question, Truth, chance, chance_of, closure, is_in, questions, ways},
};
use crate::{
    document::{
        amount::{AmountBounds, HeadRange, Rounding},
        body::{Aspect, Distinct},
        composition::{Per, Population},
        pact::Role,
        value::PartialDate,
    },
    graph::{
        Graph,
        composition::{Asked, Group, OfWhich, Quota, Whole},
        edge::EdgeKind,
        node::{Body, Member, NodeId, NodeKind, Seat},
        requirement::Target,
    },
    solve::tally::{Chance, Chances, Prospect, Tally},
    source::Span,
};

/// For how many actors, or from how many regions, somebody is held to be at most, of whom that is not said.
const SEVERAL: u64 = 64;

/// Those to whom a count is held apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// Of whom a concept is said.
    Concept(NodeId),
    /// Nominated by somebody.
    Nominator(NodeId),
    /// On behalf of an actor.
    Actor(NodeId),
    /// From a region.
    Region(NodeId),
    /// From a region itself, and from none of its parts.
    Home(NodeId),
    /// In a seat.
    Seat(NodeId),
}

impl Part {
    pub(crate) fn node(self) -> NodeId {
        let (Self::Concept(node)
        | Self::Nominator(node)
        | Self::Actor(node)
        | Self::Region(node)
        | Self::Home(node)
        | Self::Seat(node)) = self;
        node
    }

    /// What is asked of somebody who is one of them.
    pub(crate) fn question(self) -> Question {
        match self {
            Self::Concept(node) => Question::Concept(vec![node]),
            Self::Nominator(node) => Question::NominatedBy(vec![node]),
            Self::Actor(node) => Question::Actor(vec![node]),
            Self::Region(node) => Question::Region(vec![node]),
            Self::Home(node) => Question::Home(vec![node]),
            Self::Seat(node) => Question::Seat(vec![node]),
        }
    }
}

/// What one count of a quota is held to: a concept, those of somebody, both or neither.
#[derive(Clone, Copy, Default)]
struct Held {
    /// Whoever is counted is of this concept, as if the group asked for it. It is no limit to what a share is taken of: 40 % women are 40 % of everybody.
    concept: Option<Part>,
    /// Only these are looked at, as if there were no others.
    apart: Option<Part>,
}

/// Places that nobody fills.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OpenPlaces {
    /// In which seat; nothing where the body has a size and no seats.
    pub(crate) seat: Option<NodeId>,
    pub(crate) number: u64,
    /// They may stay empty.
    pub(crate) optional: bool,
    /// It is not known whether they are there.
    pub(crate) unsure: bool,
}

/// What a count is made of.
struct Counting<'c> {
    population: Population,
    whole: Of<'c>,
    /// Whom it is about.
    among: FxHashSet<NodeId>,
    /// The members of the whole, where that is a population.
    of_whole: FxHashSet<NodeId>,
    /// The places that nobody fills.
    open: Vec<OpenPlaces>,
    /// What those in seats that are to have nothing of it in common have already: nobody else who comes there has it.
    taken: FxHashMap<NodeId, FxHashSet<NodeId>>,
    /// How many belong to it is not said, so that more can always come.
    open_ended: bool,
    /// Of what a share is taken is said, and is that of the whole body however the count is held apart.
    named: bool,
    count: &'c Group,
    asked: &'c Asked,
    rounding: Rounding,
    distinct: Option<Aspect<Target>>,
    /// No list of members could have what is asked for.
    impossible: bool,
}

impl Counting<'_> {
    /// Whether votes are counted, and not heads.
    fn is_weighted(&self) -> bool {
        self.population == Population::Votes || matches!(self.whole, Of::Population(Population::Votes))
    }
}

/// Who is counted, and who is in the whole.
struct Asks<'c> {
    counting: &'c Counting<'c>,
    asked: &'c Asked,
    /// The group that is the whole, or the one with which another is compared.
    other: Option<&'c Group>,
    concept: Option<Question>,
    apart: Option<Question>,
    questions: BTreeSet<Question>,
}

impl<'c> Asks<'c> {
    fn new(graph: &Graph, counting: &'c Counting<'c>, asked: &'c Asked, held: Held) -> Self {
        let other = match (asked, counting.whole) {
            (Asked::SameAs { group, .. }, _) | (_, Of::Group(group)) => Some(group),
            _ => None,
        };
        let (concept, apart) = (held.concept.map(Part::question), held.apart.map(Part::question));
        let mut all: BTreeSet<Question> = concept.iter().chain(&apart).cloned().collect();
        questions(graph, counting.count, &mut all);
        other.into_iter().for_each(|group| questions(graph, group, &mut all));
        Self { counting, asked, other, concept, apart, questions: all }
    }

    /// Whether somebody counts, and is in the whole, where every answer is known: whoever is not of those who are held apart is in neither.
    fn pair(&self, graph: &Graph, answer: &dyn Fn(&Question) -> bool, belongs: bool, in_whole: bool) -> (bool, bool) {
        let yes = |question: &Option<Question>| question.as_ref().is_none_or(answer);
        let own = belongs && yes(&self.concept) && is_in(graph, self.counting.count, answer);
        let whole = match (self.asked, self.other) {
            (Asked::SameAs { .. }, Some(group)) => belongs && is_in(graph, group, answer),
            (_, Some(group)) => is_in(graph, group, answer),
            (_, None) => in_whole,
        };
        // A share of some is a share that some of these have.
        let own = own && (!matches!(self.counting.whole, Of::Group(_)) || whole);
        let held = yes(&self.apart);
        if self.counting.named { (own && held, whole) } else { (own && held, whole && held) }
    }
}

/// The whole.
#[derive(Clone, Copy)]
enum Of<'c> {
    Population(Population),
    Group(&'c Group),
}

impl Prover<'_> {
    /// A quota of a body.
    pub(super) fn quota(&self, of: NodeId, provision: NodeId, body: NodeId, quota: &Quota, at: Span) -> Proof {
        if let Some(decided) = self.when(of, &quota.when) {
            return decided;
        }
        let mut proof = Proof::default();
        for &population in &quota.among {
            let whole = match &quota.of {
                Some(Whole::Population(whole)) => Of::Population(*whole),
                Some(Whole::Group(group)) => Of::Group(group),
                None => Of::Population(population),
            };
            let among = self.population(body, population);
            let of_whole = match whole {
                Of::Population(whole) => self.population(body, whole),
                Of::Group(_) => self.members(body),
            };
            // Whoever is on the register and cannot be relied on may sit there as well.
            let doubted = self.graph.incoming(body, EdgeKind::MemberOf).iter().map(|member| member.node);
            let doubted = doubted.filter(|&member| self.is_doubted(member) && self.scope.sees(self.graph, member));
            let mut everybody: Vec<NodeId> = among.iter().chain(&of_whole).copied().chain(doubted).collect();
            everybody.sort_unstable();
            everybody.dedup();
            let parts = self.parts(provision, body, quota, &among);
            // Those of one part are looked at with it alone: whoever belongs to another is counted there.
            let split = quota.per.map(|per| self.split(per, &everybody));
            let open = self.open_places(body);
            let counting = Counting {
                population,
                whole,
                among: among.into_iter().collect(),
                of_whole: of_whole.into_iter().collect(),
                taken: self.taken_in(&open),
                open,
                open_ended: is_open_ended(population) || self.can_grow(body),
                named: quota.of.is_some(),
                count: &quota.count,
                asked: &quota.amount,
                rounding: quota.rounded.unwrap_or(Rounding::Exact),
                distinct: quota.distinct,
                impossible: quota.is_impossible(),
            };
            let Some(concepts) = self.counted_for(quota) else {
                proof.lack(Lacking::Unresolved, provision, Gap::Unknown, at);
                continue;
            };
            // Those of whom nobody says to which part they belong may be a part that is not among those known.
            if let Some((_, unsure)) = split.as_ref().filter(|(_, unsure)| !unsure.is_empty()) {
                let lack = match quota.per {
                    Some(Per::Nominator) => Lacking::NominatorUnknown { members: self.sorted(unsure.clone()) },
                    Some(Per::Seat) => Lacking::SeatUnknown,
                    Some(Per::Actor | Per::Region) | None => Lacking::ActorUnknown,
                };
                let unread = unsure.iter().any(|&member| self.graph.head(member).damaged);
                let subject = match quota.per {
                    Some(Per::Nominator) => provision,
                    _ => unsure.iter().copied().min_by(|&a, &b| self.graph.order(a, b)).unwrap_or(provision),
                };
                proof.lack(lack, subject, if unread { Gap::Unknown } else { Gap::Pending }, at);
            }
            let known: FxHashSet<NodeId> = parts.iter().flatten().map(|part| part.node()).collect();
            for &concept in &concepts {
                let open = quota.per.map_or(0, |per| self.another_part(&counting, per, &known, concept));
                if let Some(per) = quota.per.filter(|_| open > 0) {
                    let breach = Breach::AnotherPart { per, concept: concept.map(Part::node), open };
                    proof.lack(Lacking::Breach(breach), provision, Gap::Pending, at);
                }
            }
            for apart in parts {
                let of_part =
                    apart.zip(split.as_ref().filter(|_| quota.of.is_none())).map(|(part, (parts, unsure))| {
                        let own = parts.get(&part.node()).into_iter().flatten().chain(unsure);
                        own.copied().collect::<Vec<NodeId>>()
                    });
                let people = of_part.as_deref().unwrap_or(&everybody);
                for &concept in &concepts {
                    if !self.keep() {
                        return proof;
                    }
                    self.counted(&mut proof, provision, &counting, people, Held { concept, apart }, at);
                }
            }
        }
        proof
    }

    /// The concepts for each of which a quota counts; nothing in particular where it names no scheme, and `None` where the scheme is not there.
    fn counted_for(&self, quota: &Quota) -> Option<Vec<Option<Part>>> {
        let Some(scheme) = quota.every else { return Some(vec![None]) };
        Some(self.concepts(scheme)?.into_iter().map(|concept| Some(Part::Concept(concept))).collect())
    }

    /// The parts to which a quota is held apart; nothing in particular where it is held as one.
    fn parts(&self, provision: NodeId, body: NodeId, quota: &Quota, members: &[NodeId]) -> Vec<Option<Part>> {
        let graph = self.graph;
        let Some(per) = quota.per else { return vec![None] };
        let of_members =
            |edge: EdgeKind| members.iter().flat_map(move |&member| graph.outgoing(member, edge)).map(|end| end.node);
        // Whoever has nobody yet counts as well where so many are asked for.
        let expected = matches!(&quota.amount, Asked::Bounds(bounds) if bounds.at_least.is_some());
        let of_seats = |edge: EdgeKind| {
            let seats = if expected { self.seats(body).collect() } else { Vec::new() };
            seats.into_iter().flat_map(move |seat| graph.outgoing(seat, edge)).map(|end| end.node)
        };
        let (mut nodes, part): (Vec<NodeId>, fn(NodeId) -> Part) = match per {
            Per::Nominator => {
                (of_members(EdgeKind::NominatedBy).chain(of_seats(EdgeKind::NominatedBy)).collect(), Part::Nominator)
            }
            Per::Actor => {
                (of_members(EdgeKind::OnBehalfOf).chain(of_seats(EdgeKind::EligibleActor)).collect(), Part::Actor)
            }
            Per::Seat => (self.seats(body).filter(|&seat| self.is_there(seat) != Truth::No).collect(), Part::Seat),
            Per::Region => {
                let homes = of_members(EdgeKind::OnBehalfOf)
                    .flat_map(|actor| graph.outgoing(actor, EdgeKind::Region))
                    .map(|end| end.node);
                return self.regions(provision, homes.collect(), &quota.amount);
            }
        };
        nodes.sort_unstable();
        nodes.dedup();
        self.sorted(nodes).into_iter().map(|node| Some(part(node))).collect()
    }

    /// The regions to which a quota is held apart: those of the terms without parts, where so many are asked for each of them, else those of them from which
    /// somebody comes. Whoever is at home in a region that has parts is from none of these, and is counted with the others who are; that there are such people
    /// is not asked for, so that no lower bound is. O(regions + homes × regions above one).
    fn regions(&self, provision: NodeId, mut homes: Vec<NodeId>, amount: &Asked) -> Vec<Option<Part>> {
        let graph = self.graph;
        let terms = graph.head(provision).document;
        // What a proposal adds within a region of the terms does not change what the terms speak of.
        let is_part = |part: NodeId| graph.head(part).document == terms;
        let whole = |region: NodeId| graph.incoming(region, EdgeKind::PartOf).iter().all(|part| !is_part(part.node));
        let all = graph.in_document(terms, NodeKind::Region).iter().copied();
        let smallest: FxHashSet<NodeId> = all.filter(|&region| whole(region)).collect();
        let (expected, bounded) = match amount {
            Asked::Bounds(bounds) => (bounds.at_least.is_some(), bounds.at_most.is_some()),
            Asked::BySize(_) | Asked::SameAs { .. } => (false, true),
        };
        homes.sort_unstable();
        homes.dedup();
        let mut parts: FxHashSet<NodeId> = if expected { smallest.clone() } else { FxHashSet::default() };
        let mut own = Vec::new();
        for home in homes {
            let around = closure(graph, [home], EdgeKind::PartOf);
            self.charge(around.len() as u64);
            let within: Vec<NodeId> = around.into_iter().filter(|region| smallest.contains(region)).collect();
            let split = graph.incoming(home, EdgeKind::PartOf).iter().any(|part| self.scope.sees(graph, part.node));
            match within.as_slice() {
                [] if split => own.push(home),
                [] => parts.extend([home]),
                within => parts.extend(within),
            }
        }
        let parts = self.sorted(parts.into_iter().collect()).into_iter().map(Part::Region);
        let own = self.sorted(own).into_iter().map(Part::Home).filter(|_| bounded);
        parts.chain(own).map(Some).collect()
    }

    /// Whoever belongs to a population of a body on the day.
    pub(crate) fn population(&self, body: NodeId, population: Population) -> Vec<NodeId> {
        self.population_on(body, population, self.day(body))
    }

    /// The same on another day; at any time where none is given.
    pub(super) fn population_on(&self, body: NodeId, population: Population, day: Option<PartialDate>) -> Vec<NodeId> {
        let graph = self.graph;
        let role = |member: NodeId| graph.downcast::<Member>(member).and_then(|id| graph.get(id).role);
        let seat =
            |member: NodeId| self.seat_of(member).and_then(|seat| graph.downcast::<Seat>(seat)).map(|id| graph.get(id));
        match population {
            Population::Seats | Population::Members => self.members_on(body, day),
            Population::AppointedMembers => {
                let mut members = self.members_on(body, day);
                members.retain(|&member| !seat(member).is_some_and(|seat| seat.co_opted || seat.invited));
                members
            }
            Population::VotingMembers | Population::Votes => {
                let mut members = self.members_on(body, day);
                members.retain(|&member| self.votes(member) > 0);
                members
            }
            Population::Alternates => self.in_role_on(body, |role| role == Some(Role::Alternate), day),
            Population::Observers => {
                let mut all = self.in_role_on(body, |_| true, day);
                all.retain(|&member| {
                    role(member) == Some(Role::Observer) || seat(member).is_some_and(|seat| !seat.counts)
                });
                all
            }
            Population::Nominees => {
                let mut all = self.members_on(body, day);
                all.extend(self.in_role_on(body, |role| role == Some(Role::Nominee), day));
                all
            }
        }
    }

    /// Whether an open place of a seat belongs to a population.
    pub(super) fn belongs(&self, seat: Option<NodeId>, population: Population) -> bool {
        let data = seat.and_then(|seat| self.graph.downcast::<Seat>(seat)).map(|id| self.graph.get(id));
        let counts = data.is_none_or(|seat| seat.counts);
        match population {
            Population::Seats | Population::Members | Population::Nominees => counts,
            Population::AppointedMembers => counts && data.is_none_or(|seat| !seat.co_opted && !seat.invited),
            Population::VotingMembers | Population::Votes => counts && data.is_none_or(|seat| seat.votes > 0),
            Population::Alternates | Population::Observers => false,
        }
    }

    /// Whether nothing says how many members a body has, so that more can always come.
    fn can_grow(&self, body: NodeId) -> bool {
        let size = self.graph.downcast::<Body>(body).and_then(|id| self.graph.get(id).size.as_ref());
        self.seats(body).next().is_none() && size.is_none_or(|size| size.at_most.is_none())
    }

    /// The places of a body that nobody fills.
    pub(crate) fn open_places(&self, body: NodeId) -> Vec<OpenPlaces> {
        let graph = self.graph;
        let mut seats: Vec<NodeId> = self.seats(body).collect();
        if seats.is_empty() {
            let size = graph.downcast::<Body>(body).and_then(|id| graph.get(id).size.as_ref());
            let (least, most) =
                size.map_or((0, 0), |size| (size.at_least.unwrap_or(0), size.at_most.or(size.at_least).unwrap_or(0)));
            let found = self.members(body).len() as u64;
            let missing = u64::from(least).saturating_sub(found);
            let room = u64::from(most).saturating_sub(found).saturating_sub(missing);
            return vec![
                OpenPlaces { seat: None, number: missing, optional: false, unsure: false },
                OpenPlaces { seat: None, number: room, optional: true, unsure: false },
            ];
        }
        seats.sort_unstable_by(|&a, &b| graph.order(a, b));
        let open = |seat: NodeId| {
            let data = graph.get(graph.downcast::<Seat>(seat)?);
            let there = self.is_there(seat);
            let number = (data.places as usize).saturating_sub(self.holders(seat).len()) as u64;
            let (optional, unsure) = (data.optional, there != Truth::Yes);
            (there != Truth::No && number > 0).then_some(OpenPlaces { seat: Some(seat), number, optional, unsure })
        };
        seats.into_iter().filter_map(open).collect()
    }

    /// The actors, nominators or regions of those in seats with open places whose members are to have no such thing in common. O(members in them).
    fn taken_in(&self, open: &[OpenPlaces]) -> FxHashMap<NodeId, FxHashSet<NodeId>> {
        let graph = self.graph;
        let mut taken = FxHashMap::default();
        for seat in open.iter().filter_map(|places| places.seat) {
            let distinct = graph.downcast::<Seat>(seat).and_then(|id| graph.get(id).distinct);
            let Some(distinct) = distinct.filter(|distinct| *distinct != Distinct::Person) else { continue };
            let holders = self.holders(seat).into_iter().filter(|&holder| !self.is_doubted(holder));
            let own = holders.flat_map(|holder| self.said(holder, Aspect::Word(distinct)).nodes);
            taken.insert(seat, own.collect());
        }
        taken
    }

    /// Whether whoever comes to a seat answers yes, where those who are there already have taken these.
    fn chance_beside(&self, seat: Option<NodeId>, question: &Question, taken: &FxHashSet<NodeId>) -> Chance {
        let chance = chance_of(self.graph, seat, question);
        let seat_data = seat.and_then(|seat| self.graph.downcast::<Seat>(seat)).map(|id| self.graph.get(id));
        let distinct = seat_data.and_then(|seat| seat.distinct);
        let all_taken = |nodes: &[NodeId]| nodes.iter().all(|node| taken.contains(node));
        match (question, distinct) {
            // Whoever is from a region within the one that is taken is from another.
            (Question::Actor(nodes), Some(Distinct::Actor))
            | (Question::NominatedBy(nodes), Some(Distinct::Nominator))
            | (Question::Home(nodes), Some(Distinct::Region))
                if all_taken(nodes) =>
            {
                Chance::NO
            }
            (Question::Region(nodes), Some(Distinct::Region))
                if all_taken(nodes)
                    && nodes.iter().all(|&node| self.graph.incoming(node, EdgeKind::PartOf).is_empty()) =>
            {
                Chance::NO
            }
            // Of the named ones somebody comes who has not come yet.
            (Question::Actor(nodes), Some(Distinct::Actor)) => {
                let named = seat.map_or(&[][..], |seat| self.graph.outgoing(seat, EdgeKind::EligibleActor)).iter();
                let mut left = named.map(|end| end.node).filter(|actor| !taken.contains(actor)).peekable();
                if left.peek().is_some() && left.all(|actor| nodes.contains(&actor)) { Chance::YES } else { chance }
            }
            _ => chance,
        }
    }

    /// People by the part to which they belong, and those who may belong to any, as far as is known. O(people).
    fn split(&self, per: Per, people: &[NodeId]) -> (FxHashMap<NodeId, Vec<NodeId>>, Vec<NodeId>) {
        let graph = self.graph;
        let mut parts: FxHashMap<NodeId, Vec<NodeId>> = FxHashMap::default();
        let mut unsure = Vec::new();
        for &member in people {
            let along = |edge: EdgeKind| graph.outgoing(member, edge).iter().map(|end| end.node).collect::<Vec<_>>();
            let (own, unread) = match per {
                Per::Nominator => (along(EdgeKind::NominatedBy), graph.is_broken(member, EdgeKind::NominatedBy)),
                Per::Actor => (along(EdgeKind::OnBehalfOf), graph.is_broken(member, EdgeKind::OnBehalfOf)),
                Per::Seat => (self.seat_of(member).into_iter().collect(), graph.is_broken(member, EdgeKind::Fills)),
                Per::Region => {
                    let actors = along(EdgeKind::OnBehalfOf);
                    let unread = actors.iter().any(|&actor| graph.is_broken(actor, EdgeKind::Region))
                        || graph.is_broken(member, EdgeKind::OnBehalfOf);
                    let homes =
                        actors.iter().flat_map(|&actor| graph.outgoing(actor, EdgeKind::Region)).map(|end| end.node);
                    let within = closure(graph, homes, EdgeKind::PartOf);
                    let mut within: Vec<NodeId> = within.into_iter().collect();
                    within.sort_unstable();
                    (within, unread)
                }
            };
            if own.is_empty() || unread {
                unsure.push(member);
            } else {
                own.into_iter().for_each(|part| parts.entry(part).or_default().push(member));
            }
        }
        (parts, unsure)
    }

    /// How somebody may count and be in the whole, whichever way the questions are answered of which the answer is open.
    fn every_way(
        &self,
        asks: &Asks<'_>,
        chance: impl Fn(&Question) -> Chance,
        belongs: bool,
        in_whole: bool,
    ) -> Chances {
        let all = ways(self.graph, &asks.questions, chance);
        let Some(all) = all else { return Chances::of(Chance::EITHER, Chance::EITHER) };
        self.charge(all.len() as u64);
        all.iter().fold(Chances::default(), |chances, way| {
            let answer = |question: &Question| way.get(question).copied() == Some(true);
            let (own, whole) = asks.pair(self.graph, &answer, belongs, in_whole);
            chances.or(own, whole)
        })
    }

    /// The same of whoever comes to a place of a seat, where those who are there already have taken these.
    fn ways_in(&self, asks: &Asks<'_>, seat: Option<NodeId>, taken: &FxHashSet<NodeId>) -> Chances {
        let belongs = self.belongs(seat, asks.counting.population);
        let in_whole = matches!(asks.counting.whole, Of::Population(whole) if self.belongs(seat, whole));
        self.every_way(asks, |question| self.chance_beside(seat, question, taken), belongs, in_whole)
    }

    /// The open places to which somebody may come who belongs to no part that is known, where that part may then not do by what is asked of each. Places
    /// that may stay empty cannot spoil what holds without them. O(open places).
    fn another_part(&self, counting: &Counting<'_>, per: Per, known: &FxHashSet<NodeId>, concept: Option<Part>) -> u64 {
        let graph = self.graph;
        let asks = Asks::new(graph, counting, counting.asked, Held { concept, apart: None });
        let (edge, same) = match per {
            Per::Nominator => (EdgeKind::NominatedBy, Distinct::Nominator),
            Per::Actor => (EdgeKind::EligibleActor, Distinct::Actor),
            Per::Region => (EdgeKind::EligibleRegion, Distinct::Region),
            // Every seat is known.
            Per::Seat => return 0,
        };
        let all_regions = matches!(counting.asked, Asked::Bounds(bounds) if bounds.at_least.is_some());
        // Where so many are asked for of each region, the regions of the terms are meant, and they are known.
        if per == Per::Region
            && all_regions
            && known.iter().any(|&part| graph.kind(graph.head(part).document) == NodeKind::Terms)
        {
            return 0;
        }
        let none = Chances::default().or(false, false);
        let weighted = counting.is_weighted();
        let mut tally = Tally::default();
        if counting.named {
            let weight = |member: &NodeId| if weighted { u64::from(self.votes(*member)) } else { 1 };
            tally.whole = counting.of_whole.iter().map(weight).sum();
        }
        let (mut places, mut uncounted) = (0, false);
        for open in counting.open.iter().filter(|open| !open.optional && open.number > 0) {
            let named = open.seat.map_or(&[][..], |seat| graph.outgoing(seat, edge));
            if !named.is_empty() && named.iter().all(|end| known.contains(&end.node)) {
                continue;
            }
            let data = open.seat.and_then(|seat| graph.downcast::<Seat>(seat)).map(|id| graph.get(id));
            let ways = self.ways_in(&asks, open.seat, &FxHashSet::default());
            if ways.is_nothing() {
                continue;
            }
            // Of those who are to have nothing of it in common one comes at most.
            let alone = data.is_some_and(|seat| seat.distinct == Some(same));
            let number = if alone { 1 } else { open.number };
            let elsewhere = if counting.named { ways.uncounted() } else { none };
            uncounted |= ways.counted().no;
            tally.add_many(ways.union(elsewhere), if weighted { data.map_or(1, |seat| seat.votes) } else { 1 }, number);
            places += open.number;
        }
        let does = |counted: u64, whole: u64| {
            // Of a part that is not there nothing is asked.
            let there = counted > 0 || if counting.named { uncounted } else { whole > 0 };
            !there || admits(counting.asked, counting.rounding, counted, whole)
        };
        if places == 0 || tally.prospect(does) == Prospect::Sure { 0 } else { places }
    }

    fn counted(
        &self,
        proof: &mut Proof,
        subject: NodeId,
        counting: &Counting<'_>,
        people: &[NodeId],
        held: Held,
        at: Span,
    ) {
        let Counting { population, whole, count, asked, rounding, distinct, impossible, .. } = *counting;
        // That somebody is from a region that has parts, and from none of them, is not asked for.
        let upper = match asked {
            Asked::Bounds(bounds) => Some(Asked::Bounds(AmountBounds { at_least: None, ..*bounds })),
            Asked::BySize(_) | Asked::SameAs { .. } => None,
        };
        let asked = upper.as_ref().filter(|_| matches!(held.apart, Some(Part::Home(_)))).unwrap_or(asked);
        let Counting { among, of_whole, open: places_open, .. } = counting;
        let weighted = counting.is_weighted();
        let asks = Asks::new(self.graph, counting, asked, held);
        let mut tally = Tally::default();
        let mut unknown = Vec::new();
        let mut unread = self.graph.unread().contains(NodeKind::Member);
        let mut counted = Vec::new();
        let mut certain: Vec<(NodeId, Chances)> = Vec::new();
        for &member in people {
            if !self.charge(1 + asks.questions.len() as u64) {
                return;
            }
            let doubtful = self.is_doubted(member);
            let doubt = std::cell::Cell::new(doubtful);
            let chance = |question: &Question| {
                let truth = self.answer(member, question);
                doubt.set(doubt.get() || truth == Truth::Unread);
                truth.chance()
            };
            let (belongs, in_whole) = (among.contains(&member), of_whole.contains(&member));
            let mut chances = self.every_way(&asks, chance, doubtful || belongs, doubtful || in_whole);
            // Of whom not all could be read, or whose seat may not be there, it is not known whether they sit there at all.
            let there = self.seat_of(member).map_or(Truth::Yes, |seat| self.is_there(seat));
            doubt.set(doubt.get() || there == Truth::Unread);
            let body = self.graph.outgoing(member, EdgeKind::MemberOf).first();
            let unsettled = body.is_some_and(|body| self.is_unsettled(member, body.node));
            if doubtful || unsettled || there != Truth::Yes {
                chances = chances.or(false, false);
            }
            unread |= doubt.get();
            if chances.is_certain() {
                certain.push((member, chances));
            }
            match chances.counted() {
                Chance { yes: true, no: false } => counted.push(member),
                Chance { yes: true, no: true } => unknown.push(member),
                _ => {}
            }
            tally.add(chances, if weighted { self.votes(member) } else { 1 });
        }
        let mut required = tally.clone();
        let mut facts = tally.clone();
        let (mut open, mut either, mut vacant, mut optional) = (0, 0, 0, 0);
        let none = Chances::default().or(false, false);
        self.charge(places_open.len() as u64);
        let nobody = FxHashSet::default();
        let of_seat = |seat: Option<NodeId>, taken: &FxHashSet<NodeId>| self.ways_in(&asks, seat, taken);
        for &places in places_open {
            let taken = places.seat.and_then(|seat| counting.taken.get(&seat)).unwrap_or(&nobody);
            let filled = of_seat(places.seat, taken);
            // A place counts as one of the places while nobody fills it.
            let empty = match whole {
                Of::Population(Population::Seats) => filled.uncounted(),
                _ => none,
            };
            let sure = |chances: Chances| if places.unsure { chances.union(none) } else { chances };
            let chances = sure(if places.optional { filled.union(empty) } else { filled });
            if filled.counted().yes {
                open += places.number;
                optional += if places.optional { places.number } else { 0 };
            }
            if filled.counted() == Chance::EITHER {
                either += places.number;
            }
            if !filled.is_nothing() {
                vacant += places.number;
            }
            let data = places.seat.and_then(|seat| self.graph.downcast::<Seat>(seat)).map(|id| self.graph.get(id));
            let weight = if weighted { data.map_or(1, |seat| seat.votes) } else { 1 };
            tally.add_many(chances, weight, places.number);
            // A place that may stay empty can help, and cannot spoil what holds without it.
            required.add_many(if places.optional { sure(empty) } else { chances }, weight, places.number);
            facts.add_many(sure(empty), weight, places.number);
        }
        if let Some(distinct) = distinct {
            let different = self.different(&counted, distinct);
            // A person is one, and of one gender; whoever sits for one actor may sit for others, and be from several regions.
            let one = match distinct {
                Aspect::Word(by) => by == Distinct::Person,
                Aspect::Scheme(scheme) => self
                    .graph
                    .meant(scheme)
                    .is_some_and(|scheme| is_own_scheme(self.graph.name(scheme), EdgeKind::Gender)),
            };
            let each = if one { 1 } else { SEVERAL };
            // Of a scheme there are no more than its concepts, if all of them could be read.
            let most = match distinct {
                Aspect::Scheme(scheme) if !self.graph.unread().contains(NodeKind::Concept) => {
                    let concepts = |scheme: NodeId| self.graph.incoming(scheme, EdgeKind::InScheme).len() as u64;
                    self.graph.meant(scheme).map_or(u64::MAX, concepts)
                }
                _ => u64::MAX,
            };
            let again = |tally: &Tally, more: u64| {
                let whole = tally.whole_range();
                let mut distinct = Tally::certain(different.known, whole.1);
                let unsaid = (different.unsaid.len() as u64 + more).saturating_mul(each);
                let unsaid = unsaid.min(most.saturating_sub(different.known));
                distinct.add_many(Chances::of(Chance::EITHER, Chance::NO), 1, unsaid);
                distinct
            };
            let unsure = unknown.len() as u64;
            unknown.extend(different.unsaid.iter().copied());
            (tally, required, facts) =
                (again(&tally, unsure + open), again(&required, unsure + open - optional), again(&facts, unsure));
            unread |= different.unread;
        }
        let admits = |counted: u64, whole: u64| admits(asked, rounding, counted, whole);
        // Places that may stay empty can help, and cannot spoil what holds without them.
        let without = required.prospect(admits);
        if without == Prospect::Sure {
            // Where nobody is there, and nobody need be, nothing was counted; nor where of two groups nobody may be in either.
            let some = match asked {
                Asked::SameAs { .. } => required.whole_range().0 > 0 || required.range().0 > 0,
                _ => tally.whole_range().1 > 0 || tally.range().1 > 0,
            };
            if some {
                let unknown = unknown.len() as u64;
                let counted = Counted { counted: facts.counted, whole: facts.whole_range().1, unknown };
                proof.witness(Shows::Counted(counted), subject, Vec::new());
            }
            return;
        }
        let prospect = tally.prospect(admits).max(Prospect::Possible);
        let standing = required.whole_range().1;
        let every = tally.clone();
        let tally = if without == Prospect::Impossible { tally } else { required };
        let within = |whole: u64| match asked {
            Asked::Bounds(bounds) => bounds.heads(whole, rounding),
            Asked::BySize(table) => HeadRange {
                least: table.at(whole).and_then(|amount| amount.least(whole, rounding)).unwrap_or(0),
                most: None,
            },
            Asked::SameAs { within, .. } => HeadRange {
                least: tally.whole.saturating_sub(u64::from(*within)),
                most: Some(tally.whole + u64::from(*within)),
            },
        };
        let whole = told_whole(tally.counted, tally.whole_range().1, standing, within);
        let needed = within(whole);
        let amiss = if needed.most.is_some_and(|most| tally.counted > most) { Amiss::Many } else { Amiss::Few };
        // Where nothing says how many there are, more can be named or come.
        let prospect = if counting.open_ended && amiss == Amiss::Few { Prospect::Possible } else { prospect };
        let gap = match prospect {
            _ if unread => Gap::Unknown,
            // A number that no list could have is a finding already, and no list is to be blamed for it.
            _ if impossible => Gap::Unknown,
            // Members that could not be found may be those who are missing.
            Prospect::Impossible
                if amiss == Amiss::Few && self.absent([NodeKind::Member], [EdgeKind::MemberOf]) == Gap::Unknown =>
            {
                Gap::Unknown
            }
            Prospect::Impossible => Gap::Contrary,
            // What holds as things stand is not missing, though whoever comes may spoil it; nor is what facts alone can bring about.
            _ if facts.prospect(admits) != Prospect::Impossible => Gap::Pending,
            _ => Gap::Absent,
        };
        let remedy = match (asked, prospect) {
            // Two groups that are not equally large are told as that; and of votes nobody can say how many heads they are.
            (Asked::SameAs { .. }, _) => None,
            _ if weighted => None,
            (_, Prospect::Impossible) => {
                let can_change = |counts: bool| {
                    let mut by_seat: FxHashMap<Option<NodeId>, Chances> = FxHashMap::default();
                    let changeable = |&&(member, chances): &&(NodeId, Chances)| {
                        let seat = self.seat_of(member);
                        let filled = *by_seat.entry(seat).or_insert_with(|| of_seat(seat, &nobody));
                        chances.counted().yes == counts && chances.otherwise().is_some_and(|other| filled.holds(other))
                    };
                    certain.iter().filter(changeable).count() as u64
                };
                // Of those of one actor, say, all but one can be replaced by somebody of another, and all by somebody of the same.
                let (more, fewer) = match distinct {
                    Some(_) => {
                        let again = (counted.len() as u64).saturating_sub(every.counted);
                        (again + can_change(false), (counted.len() as u64).saturating_sub(1))
                    }
                    None => (can_change(false), can_change(true)),
                };
                remedy(&every, within, more, fewer)
            }
            (_, Prospect::Possible) if whole < tally.whole_range().1 => {
                // Places that have to be filled are among them.
                let filled = facts.whole_range().1;
                every.smallest_whole(admits).map(|smallest| Remedy::Fill(smallest.saturating_sub(filled).max(1)))
            }
            _ => None,
        };
        let shortfall = Box::new(Shortfall {
            said: count.span,
            part: held.concept.or(held.apart).map(Part::node),
            apart: held.concept.and(held.apart).map(Part::node),
            population,
            counted: tally.counted,
            needed,
            bounds: match asked {
                Asked::Bounds(bounds) => Some(*bounds),
                _ => None,
            },
            whole,
            unknown: self.sorted(unknown),
            counting: if amiss == Amiss::Many { self.sorted(counted) } else { Vec::new() },
            open,
            either,
            optional,
            vacant,
            amiss,
            prospect,
            remedy,
        });
        let breach = match asked {
            Asked::SameAs { .. } => Breach::Uneven(shortfall),
            _ => Breach::Count(shortfall),
        };
        proof.lack(Lacking::Breach(breach), subject, gap, at);
    }

    /// How many different things members have.
    fn different(&self, members: &[NodeId], by: Aspect<Target>) -> Different {
        let (mut known, mut persons): (BTreeSet<NodeId>, BTreeSet<&str>) = (BTreeSet::new(), BTreeSet::new());
        let mut different = Different::default();
        for &member in members {
            let said = match by {
                // Who somebody is no node says.
                Aspect::Word(Distinct::Person) => {
                    let person = self.person_of(member);
                    persons.extend(person);
                    if person.is_none() {
                        different.unsaid.push(member);
                    }
                    continue;
                }
                _ => self.said(member, by),
            };
            different.unread |= said.truth == Truth::Unread;
            if said.nodes.is_empty() {
                different.unsaid.push(member);
            }
            known.extend(said.nodes);
        }
        different.known = (known.len() + persons.len()) as u64;
        different
    }

    /// What holds of some of the members of a seat.
    pub(super) fn of_which(&self, proof: &mut Proof, seat: NodeId, all: &[OfWhich], at: Span) {
        let holders = self.holders(seat);
        let data = self.graph.downcast::<Seat>(seat).map(|id| self.graph.get(id));
        let places = data.map_or(0, |seat| u64::from(seat.places));
        let open = places.saturating_sub(holders.len() as u64);
        let optional = data.is_some_and(|seat| seat.optional) || self.is_there(seat) != Truth::Yes;
        let of = Holding {
            seat: Some(seat),
            members: holders.iter().map(|&member| (member, Truth::Yes)).collect(),
            open,
            chance: Chance::YES,
            optional,
        };
        // Of a seat that may stay empty, and is, nothing is asked.
        if of.optional && of.members.is_empty() {
            return;
        }
        for one in all {
            self.of_which_one(&of, one, &mut |breach, gap, shows| match (breach, shows) {
                (Some(breach), _) => proof.lack(Lacking::Breach(Breach::Count(breach)), seat, gap, at),
                (None, counted) => proof.witness(Shows::Counted(counted), seat, Vec::new()),
            });
        }
    }

    /// One of those, and what is nested in it.
    pub(super) fn of_which_one(
        &self,
        outer: &Holding,
        of: &OfWhich,
        tell: &mut dyn FnMut(Option<Box<Shortfall>>, Gap, Counted),
    ) {
        let mut tally = Tally::default();
        let mut unread = false;
        let mut inner = Vec::new();
        let (mut unknown, mut counting) = (Vec::new(), Vec::new());
        // Members who count, and those who do not, and are of those of whom it is a part: they could be replaced.
        let (mut such, mut others) = (0, 0);
        for &(member, held) in &outer.members {
            let own = self.in_group(member, &of.group).and(held);
            let doubt = self.is_doubted(member);
            unread |= doubt || own == Truth::Unread || held == Truth::Unread;
            let (counted, whole) = (own.chance(), held.chance());
            // Whoever is of the group is of those of whom it is a part.
            let mut chances = Chances::default();
            if counted.yes {
                chances = chances.or(true, true);
            }
            if counted.no && whole.yes {
                chances = chances.or(false, true);
            }
            if whole.no || doubt {
                chances = chances.or(false, false);
            }
            tally.add(chances, 1);
            if own == Truth::Yes && !doubt {
                counting.push(member);
            }
            if !doubt && held == Truth::Yes {
                such += u64::from(own == Truth::Yes);
                others += u64::from(own == Truth::No);
            }
            if own != Truth::Yes && own != Truth::No {
                unknown.push(member);
            }
            inner.push((member, own));
        }
        let facts = tally.clone();
        let own = chance(self.graph, outer.seat, &of.group).and(outer.chance);
        if outer.open > 0 {
            let mut chances = Chances::default();
            if own.yes {
                chances = chances.or(true, true);
            }
            if outer.chance.yes && own.no {
                chances = chances.or(false, true);
            }
            if outer.chance.no || outer.optional {
                chances = chances.or(false, false);
            }
            tally.add_many(chances, 1, outer.open);
        }
        let admits = |counted: u64, whole: u64| of.bounds.heads(whole, Rounding::Exact).contains(counted);
        let prospect = tally.prospect(admits);
        let within = |whole: u64| of.bounds.heads(whole, Rounding::Exact);
        let standing = if outer.optional { facts.whole_range().1 } else { tally.whole_range().1 };
        let whole = told_whole(tally.counted, tally.whole_range().1, standing, within);
        let needed = within(whole);
        if prospect == Prospect::Sure {
            let (counted, unknown) = (facts.counted, unknown.len() as u64);
            tell(None, Gap::Pending, Counted { counted, whole: facts.whole_range().1, unknown });
        } else {
            let amiss = if needed.most.is_some_and(|most| tally.counted > most) { Amiss::Many } else { Amiss::Few };
            let remedy = match prospect {
                // Who was there cannot be changed afterwards.
                _ if outer.seat.is_none() => None,
                Prospect::Impossible => {
                    let (more, fewer) = (if own.yes { others } else { 0 }, if own.no { such } else { 0 });
                    remedy(&tally, within, more, fewer)
                }
                _ if whole < tally.whole_range().1 => {
                    tally.smallest_whole(admits).map(|smallest| Remedy::Fill(smallest.saturating_sub(standing).max(1)))
                }
                _ => None,
            };
            let gap = match prospect {
                _ if unread || of.bounds.is_contradictory() || of.exceeds(outer.members.len() as u64 + outer.open) => {
                    Gap::Unknown
                }
                Prospect::Impossible => Gap::Contrary,
                _ if facts.prospect(admits) == Prospect::Sure => Gap::Pending,
                _ if facts.prospect(admits) == Prospect::Possible => Gap::Pending,
                _ => Gap::Absent,
            };
            let shortfall = Shortfall {
                said: of.span,
                part: None,
                apart: None,
                population: Population::Members,
                counted: tally.counted,
                needed,
                bounds: Some(of.bounds),
                whole,
                unknown: self.sorted(unknown),
                counting: if amiss == Amiss::Many { self.sorted(counting) } else { Vec::new() },
                open: if own.yes { outer.open } else { 0 },
                either: if own == Chance::EITHER { outer.open } else { 0 },
                optional: if own.yes && outer.optional { outer.open } else { 0 },
                vacant: if outer.chance.yes { outer.open } else { 0 },
                amiss,
                prospect,
                remedy,
            };
            tell(Some(Box::new(shortfall)), gap, Counted { counted: 0, whole: 0, unknown: 0 });
        }
        let holding =
            Holding { seat: outer.seat, members: inner, open: outer.open, chance: own, optional: outer.optional };
        for nested in &of.of_which {
            self.of_which_one(&holding, nested, tell);
        }
    }
}

/// The whole for which a count is told: that of all places, or, where only filling places that may stay empty makes up for too many, that of the others, for
/// which there are too many.
fn told_whole(counted: u64, full: u64, standing: u64, within: impl Fn(u64) -> HeadRange) -> u64 {
    let too_many = |whole: u64| within(whole).most.is_some_and(|most| counted > most);
    if too_many(standing) && !too_many(full) { standing } else { full }
}

/// Whether so many of a whole are what is asked for.
fn admits(asked: &Asked, rounding: Rounding, counted: u64, whole: u64) -> bool {
    match asked {
        Asked::Bounds(bounds) => bounds.heads(whole, rounding).contains(counted),
        Asked::BySize(table) => match table.at(whole) {
            Some(amount) => amount.least(whole, rounding).is_some_and(|least| counted >= least),
            None => true,
        },
        Asked::SameAs { within, .. } => counted.abs_diff(whole) <= u64::from(*within),
    }
}

/// What would put a count right that no appointment puts right, where so many members could be replaced so that there are more, or fewer, who count.
fn remedy(tally: &Tally, within: impl Fn(u64) -> HeadRange, more: u64, fewer: u64) -> Option<Remedy> {
    let range =
        |whole: u64| Some(within(whole)).filter(|range| !range.is_empty()).map(|range| (range.least, range.most));
    let distance = tally.distance(range)?;
    let (fewest, most) = tally.range();
    let replaced = |number: Option<u64>, of: u64| number.filter(|&number| number <= of);
    match (replaced(distance.few, more), replaced(distance.many, fewer)) {
        (Some(few), Some(many)) => Some(Remedy::Replace(few.min(many))),
        (Some(number), None) | (None, Some(number)) => Some(Remedy::Replace(number)),
        (None, None) if distance.few.is_some() => Some(Remedy::AtMost(most.saturating_add(more))),
        (None, None) if distance.many.is_some() => Some(Remedy::AtLeast(fewest.saturating_sub(fewer))),
        (None, None) => None,
    }
}

/// Whether it is not known how many belong to a population.
fn is_open_ended(population: Population) -> bool {
    matches!(population, Population::Alternates | Population::Nominees | Population::Observers)
}

/// Those of whom something is to hold in part.
pub(super) struct Holding {
    pub(super) seat: Option<NodeId>,
    /// Each with whether it is one of them.
    pub(super) members: Vec<(NodeId, Truth)>,
    /// How many more there will be.
    pub(super) open: u64,
    /// Whether whoever comes is one of them.
    pub(super) chance: Chance,
    /// Nobody need come.
    pub(super) optional: bool,
}

#[derive(Default)]
struct Different {
    known: u64,
    /// Those of whom it is not said.
    unsaid: Vec<NodeId>,
    unread: bool,
}

#[cfg(test)]
mod tests {
    use crate::{
        ledger::Verdict::{self, Met, Open, Unmet},
        prove::tests::verdict,
    };

    /// The verdict on a clause that gives a quota of a board of five, of whom the genders are given: `w`, `m`, `?` for one of whom nobody says, `.` for an empty
    /// place.
    fn of(quota: &str, people: &str) -> Verdict {
        let terms = format!(
            "schemes: {{ gender: [w, m], side: [employer, employee] }}\nregions: {{ north: {{}}, south: {{}} }}\n\
             bodies: {{ board: {{ seats: {{ s: {{ places: {} }} }}, quotas: {{ q: {{ clause: A, {quota} }} }} }} }}\n\
             clauses: {{ A: {{ force: must, text: A. }} }}\n",
            people.len()
        );
        let members: String = people
            .chars()
            .enumerate()
            .filter(|(_, person)| *person != '.')
            .map(|(at, person)| match person {
                '?' => format!("  m{at}: {{ body: board, seat: s }}\n"),
                gender => format!("  m{at}: {{ body: board, seat: s, gender: {gender} }}\n"),
            })
            .collect();
        verdict(&terms, &format!("members:\n{members}"), None)
    }

    #[test]
    fn a_share_is_met_however_the_rest_comes_out_or_can_still_be_met_or_cannot() {
        let two_fifths = "count: { gender: w }, at-least: 40 %";
        for (people, expected) in [
            ("wwmmm", Met),
            ("wmmmm", Unmet),
            ("ww?..", Met),
            ("wm???", Open),
            ("w?mmm", Open),
            // An empty place is for the proposal to fill, and a final one leaves none empty.
            ("wmmm.", Unmet),
            ("mmmm?", Unmet),
        ] {
            assert_eq!(of(two_fifths, people), expected, "{people}");
        }
    }

    #[test]
    fn bounds_of_both_sides_majorities_and_strict_shares() {
        for (quota, people, expected) in [
            ("count: { gender: w }, at-most: 1/2", "wwwmm", Unmet),
            ("count: { gender: w }, at-most: 1/2", "wwmm", Met),
            ("count: { gender: w }, less-than: 1/2", "wwmm", Unmet),
            ("count: { gender: w }, at-least: majority", "wwmm", Unmet),
            ("count: { gender: w }, at-least: majority", "wwwmm", Met),
            ("count: { gender: w }, more-than: 1/2", "ww?mm", Open),
            ("count: { gender: w }, exactly: 2", "wwmm", Met),
            ("count: { gender: w }, exactly: 2", "www?m", Unmet),
            ("count: { gender: w }, at-least: 1/3, rounded: down", "wmmmm", Met),
            ("count: { gender: w }, at-least: 1/3", "wmmmm", Unmet),
            ("every: gender, at-least: 2", "wwmm", Met),
            ("every: gender, at-least: 2", "wmmm", Unmet),
            ("count: { gender: w }, same-as: { gender: m }", "wwmm", Met),
            ("count: { gender: w }, same-as: { gender: m }", "wmmm", Unmet),
            ("count: { gender: w }, same-as: { gender: m }, within: 2", "wmmm", Met),
            ("count: { gender: w }, same-as: { gender: m }", "w?", Open),
            ("count: { gender: w }, by-size: { 1-3: 1, 4-: 40 % }", "wmm", Met),
            ("count: { gender: w }, by-size: { 1-3: 1, 4-: 40 % }", "wmmmm", Unmet),
            ("count: { none-of: { gender: m } }, at-least: 2", "w?mm", Open),
            ("count: { any-of: [{ gender: m }, { gender: w }] }, exactly: 4", "wwmm", Met),
            // As many as of nothing else is not known before the last place is filled, but a place that is empty is filled by somebody.
            ("at-least: 3, of: seats", "ww.", Met),
        ] {
            assert_eq!(of(quota, people), expected, "{quota}: {people}");
        }
    }

    #[test]
    fn a_quota_of_what_nobody_says_is_open_and_of_what_cannot_be_read_an_error() {
        assert_eq!(of("count: { is: side/employer }, at-least: 1", "www"), Open);
        let terms = "schemes: { gender: [w, m] }\nbodies: { board: { seats: { s: {} }, quotas: { q: { clause: A, count: { gender: w }, at-least: 1, when: { fact: f } } } } }\n\
                     facts: { f: { text: F. } }\nclauses: { A: { force: must, text: A. } }\n";
        let members = "members: { m: { body: board, seat: s, gender: m } }\n";
        assert_eq!(verdict(terms, members, None), Open, "whether it is asked for is not known");
        let so = |holds: bool| format!("{members}facts: {{ f: {{ text: F., holds: {holds} }} }}\n");
        assert_eq!(verdict(terms, &so(true), None), Unmet);
        assert_eq!(verdict(terms, &so(false), None), Verdict::Inapplicable);
    }

    #[test]
    fn a_quota_holds_between_its_days() {
        let terms = "schemes: { gender: [w, m] }\nbodies: { board: { seats: { s: {} }, quotas: { q: { clause: A, count: { gender: w }, at-least: 1, from: 2020-12-31 } } } }\n\
                     clauses: { A: { force: must, text: A. } }\n";
        let members = "members: { m: { body: board, seat: s, gender: m } }\n";
        assert_eq!(verdict(terms, members, Some("2020-12-30")), Verdict::Inapplicable);
        assert_eq!(verdict(terms, members, Some("2020-12-31")), Unmet);
    }

    #[test]
    fn votes_are_counted_by_weight_and_observers_not_at_all() {
        let terms = |quota: &str| {
            format!(
                "schemes: {{ actor-category: [firm, union] }}\nactors: {{ f: {{ category: firm }}, u: {{ category: union }} }}\n\
                 bodies: {{ board: {{ seats: {{ big: {{ votes: 3 }}, small: {{ places: 2 }}, guests: {{ votes: 0, counts: false }} }}, quotas: {{ q: {{ clause: A, {quota} }} }} }} }}\n\
                 clauses: {{ A: {{ force: must, text: A. }} }}\n"
            )
        };
        let members = "members:\n  a: { body: board, seat: big, actor: f }\n  b: { body: board, seat: small, actor: u }\n  \
                       c: { body: board, seat: small, actor: u }\n  d: { body: board, seat: guests, actor: f, role: observer }\n";
        for (quota, expected) in [
            ("count: { category: firm }, at-most: 49 %, of: votes", Unmet),
            ("count: { category: firm }, at-most: 60 %, of: votes", Met),
            ("count: { category: firm }, at-most: 1/3", Met),
            ("count: { category: firm }, exactly: 1, among: observers", Met),
            ("exactly: 3", Met),
            ("count: { category: firm }, exactly: 1, of: voting-members", Met),
        ] {
            assert_eq!(verdict(&terms(quota), members, None), expected, "{quota}");
        }
    }

    #[test]
    fn parts_are_held_apart() {
        let terms = |quota: &str| {
            format!(
                "schemes: {{ gender: [w, m] }}\nregions: {{ north: {{}}, south: {{}} }}\n\
                 actors: {{ a: {{ region: north }}, b: {{ region: south }}, c: {{ region: south }} }}\n\
                 bodies: {{ board: {{ seats: {{ s: {{ places: 3 }} }}, quotas: {{ q: {{ clause: A, {quota} }} }} }} }}\n\
                 clauses: {{ A: {{ force: must, text: A. }} }}\n"
            )
        };
        let members = "members:\n  a: { body: board, seat: s, actor: a, nominated-by: a, gender: w }\n  \
                       b: { body: board, seat: s, actor: b, nominated-by: b, gender: m }\n  c: { body: board, seat: s, actor: c, nominated-by: b, gender: w }\n";
        for (quota, expected) in [
            ("per: region, at-most: 1", Unmet),
            ("per: region, at-most: 2", Met),
            ("per: region, at-least: 1", Met),
            ("per: region, at-least: 2", Unmet),
            ("per: nominator, count: { gender: w }, at-least: 1", Met),
            ("per: nominator, count: { gender: m }, at-least: 1", Unmet),
            ("per: actor, at-most: 1", Met),
            ("distinct: region, at-least: 2", Met),
            ("distinct: region, at-least: 3", Unmet),
            ("distinct: actor, exactly: 3", Met),
        ] {
            assert_eq!(verdict(&terms(quota), members, None), expected, "{quota}");
        }
        // Of whom it is not said for whom they sit may sit for several.
        let unsaid = members.replace("actor: b, ", "").replace("actor: c, ", "");
        assert_eq!(verdict(&terms("distinct: actor, at-least: 4"), &unsaid, None), Open);
        assert_eq!(verdict(&terms("distinct: actor, at-most: 1"), &unsaid, None), Open);
        let persons = |quota: &str| {
            let named = members.replace("actor: a", "person: a, actor: a").replace("actor: b", "person: b, actor: b");
            verdict(&terms(quota), &named, None)
        };
        assert_eq!(persons("distinct: person, at-least: 4"), Unmet, "nobody is two");
        assert_eq!(persons("distinct: person, at-least: 3"), Open);
    }

    #[test]
    fn whoever_comes_may_be_a_part_of_their_own() {
        let of = |seat: &str, quota: &str, rows: &[&str]| {
            let terms = format!(
                "schemes: {{ gender: [w, m] }}\nregions: {{ north: {{}}, south: {{}} }}\n\
                 actors: {{ x1: {{ region: north }}, x2: {{ region: south }} }}\n\
                 bodies: {{ board: {{ seats: {{ s: {{ places: 3, {seat} }} }}, quotas: {{ q: {{ clause: A, {quota} }} }} }} }}\n\
                 clauses: {{ A: {{ force: must, text: A. }} }}\n"
            );
            verdict(&terms, &crate::prove::tests::members("body: board, seat: s", rows), None)
        };
        let two = ["actor: x1, nominated-by: x1, gender: w", "actor: x1, nominated-by: x1, gender: w"];
        let three = [two[0], two[1], two[0]];
        for (seat, quota, expected) in [
            ("", "per: actor, at-least: 2", Open),
            ("", "per: nominator, at-least: 2", Open),
            ("", "per: actor, at-least: 1", Met),
            ("", "per: actor, count: { gender: w }, at-least: 1", Open),
            ("optional: true", "per: actor, at-least: 2", Met),
            // Nobody but those who are known may come.
            ("eligible: { actor: x1 }", "per: actor, at-least: 2", Met),
            ("eligible: { actor: [x1, x2] }", "per: actor, at-least: 2", Unmet),
            ("nominated-by: x1", "per: nominator, at-least: 2", Met),
            // The regions of the terms are known, and nobody is from the second.
            ("", "per: region, at-least: 1", Unmet),
            ("", "per: actor, at-least: 1/2, of: members", Open),
            ("", "per: nominator, count: { gender: w }, at-least: 1/2, of: seats", Open),
            ("", "every: gender, per: actor, at-most: 3", Met),
        ] {
            assert_eq!(of(seat, quota, &two), expected, "{seat} {quota}");
        }
        assert_eq!(of("", "per: actor, at-least: 2", &three), Met);
        // Of whom nobody says for whom they sit may be a part, also where a share is one of the whole body.
        for (quota, whose, expected) in [
            ("per: actor, count: { gender: w }, at-least: 1/3, of: members", "person: x", Open),
            ("per: actor, count: { gender: w }, at-least: 1/3, of: members", "actor: x2", Unmet),
            ("per: nominator, count: { gender: w }, at-least: 1/3, of: members", "actor: x1", Open),
        ] {
            let unsaid = format!("{whose}, gender: m");
            assert_eq!(of("", quota, &[two[0], two[1], &unsaid]), expected, "{quota} {whose}");
        }
        // Of two who come both may be of one.
        for (seat, expected) in [("", Open), ("distinct: actor", Met)] {
            assert_eq!(of(seat, "per: actor, at-most: 1", &two[..1]), expected, "{seat}");
        }
    }

    /// The homes of the members, by the first letters of regions: Jutland, of which East and West are parts, and Funen.
    #[test]
    fn regions_are_held_apart_by_their_smallest_parts() {
        let of = |quota: &str, homes: &str| {
            let terms = format!(
                "regions: {{ J: {{}}, E: {{ part-of: J }}, W: {{ part-of: J }}, F: {{}} }}\n\
                 actors: {{ e: {{ region: E }}, w: {{ region: W }}, f: {{ region: F }}, j: {{ region: J }} }}\n\
                 bodies: {{ board: {{ seats: {{ s: {{ places: {} }} }}, quotas: {{ q: {{ clause: A, per: region, {quota} }} }} }} }}\n\
                 clauses: {{ A: {{ force: must, text: A. }} }}\n",
                homes.len()
            );
            let member = |(at, home): (usize, char)| format!("  m{at}: {{ body: board, seat: s, actor: {home} }}\n");
            let members: String = homes.chars().enumerate().map(member).collect();
            verdict(&terms, &format!("members:\n{members}"), None)
        };
        for (quota, homes, expected) in [
            // Whoever is from Jutland, and from no part of it, is from none of the three.
            ("exactly: 1", "ewfj", Met),
            ("exactly: 1", "ewf", Met),
            ("exactly: 1", "efj", Unmet),
            ("exactly: 1", "ewwfj", Unmet),
            ("exactly: 1", "ewfjj", Unmet),
            ("at-least: 1", "ewfjj", Met),
            ("at-least: 1", "wfjj", Unmet),
            ("at-least: 2", "eewwffj", Met),
            ("at-most: 1", "ewj", Met),
            ("at-most: 1", "ewjj", Unmet),
            ("at-most: 1", "eew", Unmet),
            ("at-least: 1, at-most: 2", "ewfjj", Met),
            ("at-least: 1, at-most: 2", "ewfjjj", Unmet),
            // Of another whole it is the same people.
            ("at-most: 1/4, of: members", "ewfj", Met),
            ("at-most: 1/4, of: members", "ewfjj", Unmet),
        ] {
            assert_eq!(of(quota, homes), expected, "{quota}: {homes}");
        }
    }

    /// Two rows in two seats: what they say of themselves, and of the second whether it is of the same time.
    #[test]
    fn rows_of_one_person_say_one_thing() {
        let of = |quota: &str, [first, second]: [&str; 2], days: [&str; 2]| {
            let terms = format!(
                "schemes: {{ gender: [w, m, x], part: [user, staff] }}\n\
                 bodies: {{ board: {{ seats: {{ r: {{}}, s: {{}} }}, quotas: {{ q: {{ clause: A, {quota} }} }} }} }}\n\
                 clauses: {{ A: {{ force: must, text: A. }} }}\n"
            );
            let members = format!(
                "members:\n  a: {{ body: board, person: P, seat: r, {first} {} }}\n  b: {{ body: board, person: P, seat: s, {second} {} }}\n",
                days[0], days[1]
            );
            verdict(&terms, &members, Some("2027-03-01"))
        };
        let now = ["", ""];
        let women = "count: { gender: w }, at-least: 2";
        for said in [["gender: w,", ""], ["", "gender: w,"], ["gender: w,", "gender: w,"]] {
            assert_eq!(of(women, said, now), Met, "{said:?}");
        }
        assert_eq!(of(women, ["gender: m,", ""], now), Unmet);
        assert_eq!(of(women, ["", ""], now), Open);
        // Nobody can tell which of the two it is, so nothing is certain either way.
        for quota in
            ["every: gender, at-least: 1", "count: { gender: w }, at-most: 0", "count: { gender: x }, at-least: 1"]
        {
            assert_eq!(of(quota, ["gender: w,", "gender: m,"], now), Verdict::Error, "{quota}");
        }
        // A row that speaks of a scheme itself speaks for itself.
        let users = "count: { is: user }, exactly: 2";
        assert_eq!(of(users, ["is: user,", ""], now), Met);
        assert_eq!(of(users, ["is: user,", "is: staff,"], now), Unmet);
        // Of another time nothing follows.
        assert_eq!(of("count: { seat: s, gender: w }, at-least: 1", ["gender: w,", ""], ["to: 2026-01-01", ""]), Open);
    }

    #[test]
    fn whoever_comes_to_a_seat_has_nothing_in_common_that_the_seat_rules_out() {
        let of = |seat: &str, quota: &str| {
            let terms = format!(
                "actors: {{ a1: {{}}, a2: {{}} }}\n\
                 bodies: {{ board: {{ seats: {{ x: {{ places: 2, {seat} }} }}, quotas: {{ q: {{ clause: A, {quota} }} }} }} }}\n\
                 clauses: {{ A: {{ force: must, text: A. }} }}\n"
            );
            verdict(&terms, "members: { r: { body: board, seat: x, actor: a1, nominated-by: a1 } }\n", None)
        };
        let (two, once) = ("eligible: { actor: [a1, a2] }", "per: actor, at-most: 1");
        assert_eq!(of(&format!("{two}, distinct: actor"), once), Met);
        assert_eq!(of(two, once), Open);
        assert_eq!(of("distinct: actor", once), Met);
        assert_eq!(of(&format!("{two}, distinct: actor"), "count: { actor: a2 }, at-least: 1"), Met);
        assert_eq!(of(&format!("{two}, distinct: actor"), "count: { actor: a1 }, at-least: 2"), Unmet);
        let nominators = "nominated-by: [a1, a2]";
        assert_eq!(of(&format!("{nominators}, distinct: nominator"), "count: { nominated-by: a1 }, at-most: 1"), Met);
        assert_eq!(of(nominators, "count: { nominated-by: a1 }, at-most: 1"), Open);
    }

    #[test]
    fn what_holds_of_the_members_of_a_seat_nests() {
        let terms = |of_which: &str| {
            format!(
                "schemes: {{ gender: [w, m], town: [small, large] }}\n\
                 bodies: {{ board: {{ seats: {{ s: {{ places: 4, clause: A, of-which: {of_which} }} }} }} }}\n\
                 clauses: {{ A: {{ force: must, text: A. }} }}\n"
            )
        };
        let member = |at: u32, gender: &str, town: &str| {
            format!("  m{at}: {{ body: board, seat: s, gender: {gender}, is: {town} }}\n")
        };
        let members = [
            "members:\n".to_owned(),
            member(1, "w", "small"),
            member(2, "w", "large"),
            member(3, "m", "small"),
            member(4, "m", "large"),
        ]
        .concat();
        for (of_which, expected) in [
            ("[{ at-least: 2, where: { is: small } }]", Met),
            ("[{ at-least: 3, where: { is: small } }]", Unmet),
            ("{ at-least: 2, where: { is: small }, of-which: { at-least: 1, where: { gender: w } } }", Met),
            ("{ at-least: 2, where: { is: small }, of-which: { at-least: 2, where: { gender: w } } }", Unmet),
            ("{ at-least: 2, where: { is: small }, of-which: { at-least: 1/2, where: { gender: w } } }", Met),
            ("{ at-least: 2, where: { is: small }, of-which: { more-than: 1/2, where: { gender: w } } }", Unmet),
            ("[{ exactly: 2, where: { gender: w } }, { exactly: 2, where: { gender: m } }]", Met),
        ] {
            assert_eq!(verdict(&terms(of_which), &members, None), expected, "{of_which}");
        }
    }
}
