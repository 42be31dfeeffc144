//! Numbers and shares of members: quotas, and what holds of the members of a seat.

use super::{
    Gap, Lacking, Proof, Prover, Shows,
    breach::{Amiss, Breach, Shortfall},
    group::{Truth, chance, chance_of_actor, chance_of_concept, chance_of_nominator, chance_of_region, chance_of_seat},
};
use crate::{
    document::{
        amount::{HeadRange, Rounding},
        body::Distinct,
        composition::{Per, Population},
        pact::Role,
    },
    graph::{
        composition::{Asked, Group, OfWhich, Quota, Whole},
        edge::EdgeKind,
        node::{Body, Member, NodeId, NodeKind, Seat},
    },
    solve::tally::{Chance, Chances, Prospect, Tally},
    source::Span,
};

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
    /// In a seat.
    Seat(NodeId),
}

impl Part {
    pub(crate) fn node(self) -> NodeId {
        let (Self::Concept(node) | Self::Nominator(node) | Self::Actor(node) | Self::Region(node) | Self::Seat(node)) =
            self;
        node
    }

    pub(crate) fn chance(self, graph: &crate::graph::Graph, seat: Option<NodeId>) -> Chance {
        match self {
            Self::Concept(concept) => chance_of_concept(graph, seat, concept),
            Self::Nominator(agent) => chance_of_nominator(graph, seat, &[agent]),
            Self::Actor(actor) => chance_of_actor(graph, seat, &[actor]),
            Self::Region(region) => chance_of_region(graph, seat, &[region]),
            Self::Seat(own) => chance_of_seat(seat, &[own]),
        }
    }
}

/// Places that nobody fills.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OpenPlaces {
    /// In which seat; nothing where the body has a size and no seats.
    pub(crate) seat: Option<NodeId>,
    pub(crate) number: u64,
    /// They may stay empty, or it is not known whether they are there.
    pub(crate) optional: bool,
}

/// What a count is made of.
struct Counting<'c> {
    body: NodeId,
    population: Population,
    whole: Counted<'c>,
    count: &'c Group,
    asked: &'c Asked,
    rounding: Rounding,
    distinct: Option<Distinct>,
}

/// The whole.
#[derive(Clone, Copy)]
enum Counted<'c> {
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
                Some(Whole::Population(whole)) => Counted::Population(*whole),
                Some(Whole::Group(group)) => Counted::Group(group),
                None => Counted::Population(population),
            };
            let counting = Counting {
                body,
                population,
                whole,
                count: &quota.count,
                asked: &quota.amount,
                rounding: quota.rounded.unwrap_or(Rounding::Exact),
                distinct: quota.distinct,
            };
            match self.parts(provision, body, quota, population) {
                None => self.counted(&mut proof, provision, &counting, None, at),
                Some(Err(unknown)) => proof.lack(unknown, provision, Gap::Unknown, at),
                Some(Ok(parts)) => {
                    for part in parts {
                        if !self.keep() {
                            return proof;
                        }
                        self.counted(&mut proof, provision, &counting, Some(part), at);
                    }
                }
            }
        }
        proof
    }

    /// The parts to which a quota is held apart; nothing where it is held as one.
    fn parts(
        &self,
        provision: NodeId,
        body: NodeId,
        quota: &Quota,
        population: Population,
    ) -> Option<Result<Vec<Part>, Lacking>> {
        let graph = self.graph;
        if let Some(scheme) = quota.every {
            let Some(scheme) = graph.meant(scheme) else { return Some(Err(Lacking::Unresolved)) };
            let concepts = graph.incoming(scheme, EdgeKind::InScheme).iter().map(|concept| concept.node).collect();
            return Some(Ok(self.sorted(concepts).into_iter().map(Part::Concept).collect()));
        }
        let per = quota.per?;
        let members = self.population(body, population);
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
                let of_actors = of_members(EdgeKind::OnBehalfOf)
                    .flat_map(|actor| graph.outgoing(actor, EdgeKind::Region))
                    .map(|end| end.node);
                let terms = graph.head(provision).document;
                let all = graph.in_document(terms, NodeKind::Region).iter().copied().filter(|_| expected);
                let smallest = all.filter(|&region| graph.incoming(region, EdgeKind::PartOf).is_empty());
                (of_actors.chain(smallest).collect(), Part::Region)
            }
        };
        nodes.sort_unstable();
        nodes.dedup();
        Some(Ok(self.sorted(nodes).into_iter().map(part).collect()))
    }

    fn in_part(&self, member: NodeId, part: Part) -> Truth {
        match part {
            Part::Concept(concept) => self.is_said(member, &[concept]),
            Part::Nominator(agent) => self.relates(member, EdgeKind::NominatedBy, &[agent]),
            Part::Actor(actor) => self.behalf_of(member, &[actor]),
            Part::Region(region) => self.from_region(member, &[region]),
            Part::Seat(seat) => self.in_seat(member, &[seat]),
        }
    }

    /// Whoever belongs to a population of a body on the day.
    pub(crate) fn population(&self, body: NodeId, population: Population) -> Vec<NodeId> {
        let graph = self.graph;
        let role = |member: NodeId| graph.downcast::<Member>(member).and_then(|id| graph.get(id).role);
        let seat =
            |member: NodeId| self.seat_of(member).and_then(|seat| graph.downcast::<Seat>(seat)).map(|id| graph.get(id));
        match population {
            Population::Seats | Population::Members => self.members(body),
            Population::AppointedMembers => {
                let mut members = self.members(body);
                members.retain(|&member| !seat(member).is_some_and(|seat| seat.co_opted || seat.invited));
                members
            }
            Population::VotingMembers | Population::Votes => {
                let mut members = self.members(body);
                members.retain(|&member| self.votes(member) > 0);
                members
            }
            Population::Alternates => self.in_role(body, |role| role == Some(Role::Alternate)),
            Population::Observers => {
                let mut all = self.in_role(body, |_| true);
                all.retain(|&member| {
                    role(member) == Some(Role::Observer) || seat(member).is_some_and(|seat| !seat.counts)
                });
                all
            }
            Population::Nominees => {
                let mut all = self.members(body);
                all.extend(self.in_role(body, |role| role == Some(Role::Nominee)));
                all
            }
        }
    }

    /// Whether an open place of a seat belongs to a population.
    fn belongs(&self, seat: Option<NodeId>, population: Population) -> bool {
        let data = seat.and_then(|seat| self.graph.downcast::<Seat>(seat)).map(|id| self.graph.get(id));
        let counts = data.is_none_or(|seat| seat.counts);
        match population {
            Population::Seats | Population::Members | Population::Nominees => counts,
            Population::AppointedMembers => counts && data.is_none_or(|seat| !seat.co_opted && !seat.invited),
            Population::VotingMembers | Population::Votes => counts && data.is_none_or(|seat| seat.votes > 0),
            Population::Alternates | Population::Observers => false,
        }
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
                OpenPlaces { seat: None, number: missing, optional: false },
                OpenPlaces { seat: None, number: room, optional: true },
            ];
        }
        seats.sort_unstable_by(|&a, &b| graph.order(a, b));
        let open = |seat: NodeId| {
            let data = graph.get(graph.downcast::<Seat>(seat)?);
            let there = self.is_there(seat);
            let number = (data.places as usize).saturating_sub(self.holders(seat).len()) as u64;
            let optional = data.optional || there != Truth::Yes;
            (there != Truth::No && number > 0).then_some(OpenPlaces { seat: Some(seat), number, optional })
        };
        seats.into_iter().filter_map(open).collect()
    }

    fn counted(&self, proof: &mut Proof, subject: NodeId, counting: &Counting<'_>, part: Option<Part>, at: Span) {
        let Counting { body, population, whole, count, asked, rounding, distinct } = *counting;
        let weighted = population == Population::Votes || matches!(whole, Counted::Population(Population::Votes));
        let among = self.population(body, population);
        let mut everybody = among.clone();
        let of_whole = match whole {
            Counted::Population(whole) => self.population(body, whole),
            Counted::Group(_) => self.members(body),
        };
        everybody.extend(&of_whole);
        everybody.sort_unstable();
        everybody.dedup();
        let among: rustc_hash::FxHashSet<NodeId> = among.into_iter().collect();
        let of_whole: rustc_hash::FxHashSet<NodeId> = of_whole.into_iter().collect();

        let mut tally = Tally::default();
        let mut unknown = Vec::new();
        let mut unread = self.graph.unread().contains(NodeKind::Member);
        let mut counted = Vec::new();
        for member in everybody {
            let mut doubt = self.is_doubted(member);
            let mut truth = |truth: Truth| {
                doubt |= truth == Truth::Unread;
                truth.chance()
            };
            let own = if among.contains(&member) { truth(self.in_group(member, count)) } else { Chance::NO };
            let in_whole = match (asked, whole) {
                (Asked::SameAs { group, .. }, _) if among.contains(&member) => truth(self.in_group(member, group)),
                (Asked::SameAs { .. }, _) => Chance::NO,
                (_, Counted::Population(_)) if of_whole.contains(&member) => Chance::YES,
                (_, Counted::Population(_)) => Chance::NO,
                (_, Counted::Group(group)) => truth(self.in_group(member, group)),
            };
            let held = part.map_or(Chance::YES, |part| truth(self.in_part(member, part)));
            let mut chances = Chances::default();
            if held.yes {
                chances = chances.union(Chances::of(own, in_whole));
            }
            if held.no || self.is_doubted(member) {
                chances = chances.or(false, false);
            }
            unread |= doubt;
            let certain = own == Chance::YES && held == Chance::YES;
            if certain {
                counted.push(member);
            } else if own.yes && held.yes {
                unknown.push(member);
            }
            tally.add(chances, if weighted { self.votes(member) } else { 1 });
        }
        let without_open = tally.clone();
        let mut open = 0;
        for places in self.open_places(body) {
            let belongs = self.belongs(places.seat, population);
            let own = if belongs { chance(self.graph, places.seat, count) } else { Chance::NO };
            let in_whole = match (asked, whole) {
                (Asked::SameAs { group, .. }, _) if belongs => chance(self.graph, places.seat, group),
                (Asked::SameAs { .. }, _) => Chance::NO,
                (_, Counted::Population(whole)) => {
                    if self.belongs(places.seat, whole) {
                        Chance::YES
                    } else {
                        Chance::NO
                    }
                }
                (_, Counted::Group(group)) => chance(self.graph, places.seat, group),
            };
            let held = part.map_or(Chance::YES, |part| part.chance(self.graph, places.seat));
            let mut chances = Chances::default();
            if held.yes {
                chances = chances.union(Chances::of(own, in_whole));
            }
            let empty_counts = matches!(whole, Counted::Population(Population::Seats)) && !places.optional;
            if held.no || (places.optional && !empty_counts) {
                chances = chances.or(false, false);
            }
            if own.yes && held.yes {
                open += places.number;
            }
            let data = places.seat.and_then(|seat| self.graph.downcast::<Seat>(seat)).map(|id| self.graph.get(id));
            tally.add_many(chances, if weighted { data.map_or(1, |seat| seat.votes) } else { 1 }, places.number);
        }
        let (mut tally, mut facts) = (tally, without_open);
        if let Some(distinct) = distinct {
            let different = self.different(&counted, distinct);
            let again = |tally: &Tally, more: u64| {
                let whole = tally.whole_range();
                let mut distinct = Tally::certain(different.known, whole.1);
                distinct.add_many(Chances::of(Chance::EITHER, Chance::NO), 1, different.unknown + more);
                distinct
            };
            let unsure = unknown.len() as u64;
            (tally, facts) = (again(&tally, unsure + open), again(&facts, unsure));
            unread |= different.unread;
        }
        let admits = |counted: u64, whole: u64| match asked {
            Asked::Bounds(bounds) => bounds.heads(whole, rounding).contains(counted),
            Asked::BySize(table) => match table.at(whole) {
                Some(amount) => amount.least(whole, rounding).is_some_and(|least| counted >= least),
                None => true,
            },
            Asked::SameAs { within, .. } => counted.abs_diff(whole) <= u64::from(*within),
        };
        let prospect = tally.prospect(admits);
        let gap = match prospect {
            Prospect::Sure => {
                // Where nobody is there, and nobody need be, nothing was counted.
                if tally.whole_range().1 > 0 || tally.range().1 > 0 {
                    proof.witness(Shows::Counted(tally.counted, tally.whole), subject, Vec::new());
                }
                return;
            }
            _ if unread => Gap::Unknown,
            // More alternates, nominees or observers can be named; how many there are to be is not known.
            Prospect::Impossible
                if matches!(population, Population::Alternates | Population::Nominees | Population::Observers) =>
            {
                Gap::Absent
            }
            Prospect::Impossible => Gap::Contrary,
            Prospect::Possible if facts.prospect(admits) != Prospect::Impossible && open == 0 => Gap::Pending,
            Prospect::Possible => Gap::Absent,
        };
        let whole = tally.whole_range().1;
        let needed = match asked {
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
        let amiss = if needed.most.is_some_and(|most| tally.counted > most) { Amiss::Many } else { Amiss::Few };
        let shortfall = Box::new(Shortfall {
            said: count.span,
            part: part.map(Part::node),
            population,
            counted: tally.counted,
            needed,
            bounds: match asked {
                Asked::Bounds(bounds) => Some(*bounds),
                _ => None,
            },
            whole,
            unknown: self.sorted(unknown),
            open,
            amiss,
            prospect,
        });
        let breach = match asked {
            Asked::SameAs { .. } => Breach::Uneven(shortfall),
            _ => Breach::Count(shortfall),
        };
        let gap = if gap == Gap::Contrary
            && amiss == Amiss::Few
            && self.absent([NodeKind::Member], [EdgeKind::MemberOf]) == Gap::Unknown
        {
            Gap::Unknown
        } else {
            gap
        };
        proof.lack(Lacking::Breach(breach), subject, gap, at);
    }

    /// How many different things members have.
    fn different(&self, members: &[NodeId], by: Distinct) -> Different {
        let graph = self.graph;
        let mut known: std::collections::BTreeSet<NodeId> = std::collections::BTreeSet::new();
        let mut persons: std::collections::BTreeSet<&str> = std::collections::BTreeSet::new();
        let mut different = Different::default();
        for &member in members {
            let edge = match by {
                Distinct::Nominator => EdgeKind::NominatedBy,
                Distinct::Actor | Distinct::Region => EdgeKind::OnBehalfOf,
                Distinct::Person => {
                    let person = graph.downcast::<Member>(member).and_then(|id| graph.get(id).person.as_deref());
                    match person {
                        Some(person) => {
                            persons.insert(person);
                        }
                        None => different.unknown += 1,
                    }
                    continue;
                }
            };
            let ends = graph.outgoing(member, edge).iter().map(|end| end.node);
            let ends: Vec<NodeId> = match by {
                Distinct::Region => {
                    ends.flat_map(|actor| graph.outgoing(actor, EdgeKind::Region)).map(|end| end.node).collect()
                }
                _ => ends.collect(),
            };
            if ends.is_empty() {
                different.unknown += 1;
                different.unread |= graph.is_broken(member, edge);
            }
            known.extend(ends);
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
        for one in all {
            self.of_which_one(seat, &of, one, at, &mut |breach, gap, shows| match (breach, shows) {
                (Some(breach), _) => proof.lack(Lacking::Breach(Breach::Count(breach)), seat, gap, at),
                (None, (counted, whole)) => proof.witness(Shows::Counted(counted, whole), seat, Vec::new()),
            });
        }
    }

    /// One of those, and what is nested in it.
    pub(super) fn of_which_one(
        &self,
        seat: NodeId,
        outer: &Holding,
        of: &OfWhich,
        at: Span,
        tell: &mut dyn FnMut(Option<Box<Shortfall>>, Gap, (u64, u64)),
    ) {
        let mut tally = Tally::default();
        let mut unread = false;
        let mut inner = Vec::new();
        let mut unknown = Vec::new();
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
        let whole = tally.whole_range().1;
        let needed = of.bounds.heads(whole, Rounding::Exact);
        if prospect == Prospect::Sure {
            tell(None, Gap::Pending, (tally.counted, tally.whole));
        } else {
            let gap = match prospect {
                _ if unread => Gap::Unknown,
                Prospect::Impossible => Gap::Contrary,
                _ if outer.open == 0 && facts.prospect(admits) != Prospect::Impossible => Gap::Pending,
                _ => Gap::Absent,
            };
            let shortfall = Shortfall {
                said: of.span,
                part: None,
                population: Population::Members,
                counted: tally.counted,
                needed,
                bounds: Some(of.bounds),
                whole,
                unknown: self.sorted(unknown),
                open: if own.yes { outer.open } else { 0 },
                amiss: if needed.most.is_some_and(|most| tally.counted > most) { Amiss::Many } else { Amiss::Few },
                prospect,
            };
            tell(Some(Box::new(shortfall)), gap, (0, 0));
        }
        let holding =
            Holding { seat: outer.seat, members: inner, open: outer.open, chance: own, optional: outer.optional };
        for nested in &of.of_which {
            self.of_which_one(seat, &holding, nested, at, tell);
        }
    }
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
    unknown: u64,
    unread: bool,
}
