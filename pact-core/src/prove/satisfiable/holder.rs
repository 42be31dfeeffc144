//! Who could sit in a seat: what is certain of whoever does, and what follows from what.

use std::collections::{BTreeMap, BTreeSet};

use super::formula::{Atom, Formula, Profile};
use crate::{
    document::{
        body::{Distinct, NominationMode},
        pact::Role,
    },
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, NodeKind, Seat},
    },
    prove::{
        eligible::{is_eligible, is_nominator_of_seat},
        group::{
            chance_of_actor, chance_of_concept, chance_of_nominator, chance_of_region, chance_of_seat, closure,
            stands_in,
        },
    },
    solve::tally::Chance,
};

/// A scheme of genders with more concepts than this is not gone through.
const GENDERS: usize = 16;

/// Whoever sits in a seat, or could.
pub(super) struct Holder<'g> {
    pub(super) graph: &'g Graph,
    pub(super) seat: Option<NodeId>,
    /// Of somebody who is there, what is known; nothing of whoever is still to come.
    pub(super) facts: Option<BTreeMap<Atom, Chance>>,
    /// Only the plainest: one actor, one region, one category, one nominator.
    pub(super) plain: bool,
    /// In none of the seats of the body.
    pub(super) unseated: bool,
}

/// The rules that whoever sits in a seat keeps, and what they mean.
#[derive(Default)]
pub(super) struct Rules {
    pub(super) rules: Vec<Formula>,
    /// Named actors that nothing tells apart, under the one that stands for them.
    pub(super) blocs: BTreeMap<NodeId, Vec<NodeId>>,
    /// Not everything that hangs together was followed, so that a profile may be nobody's.
    pub(super) loose: bool,
}

fn ends(graph: &Graph, node: NodeId, edge: EdgeKind) -> Vec<NodeId> {
    graph.outgoing(node, edge).iter().map(|end| end.node).collect()
}

impl Holder<'_> {
    fn ends(&self, edge: EdgeKind) -> Vec<NodeId> {
        self.seat.map_or_else(Vec::new, |seat| ends(self.graph, seat, edge))
    }

    /// Whether what the seat asks could not be read or followed, so that nothing is certain of whoever sits in it.
    fn is_doubtful(&self) -> bool {
        use EdgeKind::{
            Category, EligibleActor, EligibleCategory, EligibleRegion, Fallback, Is, NominatedBy, NominatorCategory,
            Region,
        };
        let Some(seat) = self.seat else { return false };
        [EligibleActor, EligibleCategory, EligibleRegion, NominatedBy, NominatorCategory, Fallback]
            .iter()
            .any(|&edge| self.graph.is_broken(seat, edge))
            || self
                .ends(EligibleActor)
                .iter()
                .any(|&actor| [Category, Region, Is].iter().any(|&edge| self.graph.is_broken(actor, edge)))
    }

    fn of_scheme(&self, concept: NodeId, edge: EdgeKind) -> bool {
        stands_in(self.graph, concept, edge)
    }

    /// Whether something hangs on the actors of a member alone.
    fn is_of_actors(&self, atom: Atom) -> bool {
        match atom {
            Atom::Actor(_) | Atom::Region(_) => true,
            Atom::Concept(concept) => self.of_scheme(concept, EdgeKind::Category),
            _ => false,
        }
    }

    /// Whether a thing is said of an actor, so that it is so of everybody who sits on its behalf.
    fn says(&self, actor: NodeId, atom: Atom) -> bool {
        let reaches =
            |edge, wider, node: &NodeId| closure(self.graph, ends(self.graph, actor, edge), wider).contains(node);
        match atom {
            Atom::Actor(other) => actor == other,
            Atom::Region(region) => reaches(EdgeKind::Region, EdgeKind::PartOf, &region),
            Atom::Concept(concept) if self.of_scheme(concept, EdgeKind::Category) => {
                reaches(EdgeKind::Category, EdgeKind::Broader, &concept)
            }
            Atom::Concept(concept) if self.of_scheme(concept, EdgeKind::Gender) => false,
            Atom::Concept(concept) if self.of_scheme(concept, EdgeKind::PolicyArea) => {
                crate::prove::policy_areas(self.graph, actor).contains(&concept)
            }
            Atom::Concept(concept) => reaches(EdgeKind::Is, EdgeKind::Broader, &concept),
            _ => false,
        }
    }

    /// What is certain of whoever sits there.
    pub(super) fn known(&self, atom: Atom) -> Chance {
        let graph = self.graph;
        if let Some(facts) = &self.facts {
            return facts.get(&atom).copied().unwrap_or(Chance::EITHER);
        }
        let data = self.seat.and_then(|seat| graph.downcast::<Seat>(seat)).map(|id| graph.get(id));
        match atom {
            Atom::Seat(_) if self.unseated => return Chance::NO,
            Atom::Seat(seat) => return chance_of_seat(self.seat, &[seat]),
            Atom::Vote => {
                return match data {
                    Some(seat) if seat.votes > 0 => Chance::YES,
                    Some(_) => Chance::NO,
                    None => Chance::EITHER,
                };
            }
            Atom::Role(Role::Chair | Role::Deputy) => return Chance::EITHER,
            Atom::Role(_) if data.is_none_or(|seat| seat.counts) => return Chance::NO,
            _ => {}
        }
        if self.is_doubtful() {
            return Chance::EITHER;
        }
        match atom {
            Atom::Actor(actor) => chance_of_actor(graph, self.seat, &[actor]),
            Atom::Region(region) => chance_of_region(graph, self.seat, &[region]),
            Atom::Concept(concept) => {
                let own = self.ends(EdgeKind::PolicyArea);
                if self.of_scheme(concept, EdgeKind::PolicyArea)
                    && closure(graph, own, EdgeKind::Broader).contains(&concept)
                {
                    return Chance::YES;
                }
                chance_of_concept(graph, self.seat, concept)
            }
            Atom::NominatedBy(agent) => {
                let own = [EdgeKind::NominatedBy, EdgeKind::NominatorCategory];
                let Some(seat) = self.seat.filter(|_| own.iter().any(|&edge| !self.ends(edge).is_empty())) else {
                    return Chance::EITHER;
                };
                let fallback = self.ends(EdgeKind::Fallback).contains(&agent);
                if !is_nominator_of_seat(graph, agent, seat) && (self.plain || !fallback) {
                    return Chance::NO;
                }
                match chance_of_nominator(graph, self.seat, &[agent]) {
                    // A fallback is for where the others do not agree.
                    Chance { yes: true, no: true } if self.plain && self.mode() == Some(NominationMode::Jointly) => {
                        Chance::YES
                    }
                    chance => chance,
                }
            }
            _ => Chance::EITHER,
        }
    }

    fn mode(&self) -> Option<NominationMode> {
        let seat = self.seat.and_then(|seat| self.graph.downcast::<Seat>(seat));
        seat.map(|id| self.graph.get(id).nomination)
    }

    /// The named actors that may fill the seat, unless it is open to others.
    pub(super) fn named(&self) -> Option<Vec<NodeId>> {
        let seat = self.seat?;
        let own = self.ends(EdgeKind::EligibleActor);
        if own.is_empty() || self.is_doubtful() {
            return None;
        }
        let mut own: Vec<NodeId> = own.into_iter().filter(|&actor| is_eligible(self.graph, actor, seat)).collect();
        own.sort_unstable_by(|&a, &b| self.graph.order(a, b));
        Some(own)
    }

    /// Which actors, regions or nominators whoever sits there can have, where all of them are named; nothing where others can come as well.
    ///
    /// One member can have several: only how many there are to choose from is a limit, and not how many members there are.
    pub(super) fn choices(&self, by: Distinct) -> Option<Vec<NodeId>> {
        if self.facts.is_some() || self.is_doubtful() {
            return None;
        }
        match by {
            Distinct::Person => None,
            Distinct::Actor => self.named(),
            Distinct::Region => {
                let homes = |actor: NodeId| {
                    let homes = ends(self.graph, actor, EdgeKind::Region);
                    (!homes.is_empty()).then_some(homes)
                };
                // Of whom it is not said may be from anywhere.
                let homes: Option<Vec<Vec<NodeId>>> = self.named()?.into_iter().map(homes).collect();
                homes.map(|homes| homes.concat())
            }
            Distinct::Nominator => {
                let own = self.ends(EdgeKind::NominatedBy);
                let others = [EdgeKind::NominatorCategory, EdgeKind::Fallback];
                let open = own.is_empty() || others.iter().any(|&edge| !self.ends(edge).is_empty());
                (!open).then_some(own)
            }
        }
    }

    /// What follows from what of the atoms that are asked about; those on which they hang are added.
    pub(super) fn rules(&self, atoms: &mut BTreeSet<Atom>) -> Rules {
        let mut rules = Rules::default();
        self.genders(atoms, &mut rules);
        self.wider(atoms, &mut rules);
        if atoms.contains(&Atom::Role(Role::Chair)) && atoms.contains(&Atom::Role(Role::Deputy)) {
            rules.rules.push(Formula::apart(Atom::Role(Role::Chair), Atom::Role(Role::Deputy)));
        }
        for atom in atoms.iter() {
            match *atom {
                Atom::ChairOf(body) if atoms.contains(&Atom::MemberOf(body)) => {
                    rules.rules.push(Formula::implies(*atom, Atom::MemberOf(body)));
                }
                // Whether anybody is, hangs on other registers.
                Atom::ChairOf(_) | Atom::MemberOf(_) => rules.loose = true,
                _ => {}
            }
            rules.loose |= matches!(atom, Atom::ChairOf(_) | Atom::MemberOf(_) | Atom::AppointedBy(_));
        }
        // Of somebody who is there only what could be so of anybody is followed: who is there may not be who should be.
        if self.facts.is_some() {
            return rules;
        }
        if self.is_doubtful() {
            rules.loose = true;
            return rules;
        }
        self.actors(atoms, &mut rules);
        self.nominators(atoms, &mut rules);
        rules
    }

    /// Nobody has two genders on a register, and whoever is to be counted has one of those that there are.
    fn genders(&self, atoms: &mut BTreeSet<Atom>, rules: &mut Rules) {
        let graph = self.graph;
        let asked = atoms.iter().filter_map(|atom| match *atom {
            Atom::Concept(concept) if self.of_scheme(concept, EdgeKind::Gender) => Some(concept),
            _ => None,
        });
        let Some(scheme) = asked.flat_map(|concept| ends(graph, concept, EdgeKind::InScheme)).next() else { return };
        let all: Vec<NodeId> = graph.incoming(scheme, EdgeKind::InScheme).iter().map(|concept| concept.node).collect();
        if all.len() > GENDERS {
            rules.loose = true;
            return;
        }
        let closed = all.len() > 1 && !graph.incomplete().contains(NodeKind::Concept);
        // A place can be left open between genders only where there are several to say; one alone is no list of them.
        atoms.extend(all.iter().map(|&one| Atom::Concept(one)).filter(|atom| is_open(self.known(*atom))));
        if closed {
            rules.rules.push(Formula::any(all.iter().map(|&one| Atom::Concept(one))).given(&|atom| self.known(atom)));
        }
        for (at, &one) in all.iter().enumerate() {
            for &other in all.iter().skip(at + 1) {
                let related = closure(graph, [one], EdgeKind::Broader).contains(&other)
                    || closure(graph, [other], EdgeKind::Broader).contains(&one);
                // Two that are narrower than a third are apart as well, and it is not apart from them.
                if !related {
                    let apart = Formula::apart(Atom::Concept(one), Atom::Concept(other));
                    rules.rules.push(apart.given(&|atom| self.known(atom)));
                }
            }
        }
    }

    /// What is narrower is also what is wider.
    fn wider(&self, atoms: &BTreeSet<Atom>, rules: &mut Rules) {
        for &atom in atoms {
            let (node, edge, wrap): (NodeId, EdgeKind, fn(NodeId) -> Atom) = match atom {
                Atom::Region(region) => (region, EdgeKind::PartOf, Atom::Region),
                Atom::Concept(concept) => (concept, EdgeKind::Broader, Atom::Concept),
                _ => continue,
            };
            let wider = closure(self.graph, [node], edge);
            let wider = atoms.iter().filter(|&&other| match other {
                Atom::Region(other) | Atom::Concept(other) => {
                    other != node && wrap(other) != atom && wider.contains(&other)
                }
                _ => false,
            });
            rules.rules.extend(wider.map(|&other| Formula::implies(atom, other)));
        }
    }

    fn actors(&self, atoms: &mut BTreeSet<Atom>, rules: &mut Rules) {
        let of_actors: Vec<Atom> = atoms.iter().copied().filter(|&atom| self.is_of_actors(atom)).collect();
        let said: Vec<Atom> = atoms
            .iter()
            .copied()
            .filter(|&atom| match atom {
                Atom::Concept(concept) => !self.is_of_actors(atom) && !self.of_scheme(concept, EdgeKind::Gender),
                _ => false,
            })
            .collect();
        if let Some(named) = self.named() {
            if named.is_empty() {
                rules.rules.push(Formula::Always(false));
                return;
            }
            if of_actors.is_empty() && said.is_empty() {
                return;
            }
            let mut blocs: BTreeMap<Vec<bool>, Vec<NodeId>> = BTreeMap::new();
            for actor in named {
                let signature = of_actors.iter().chain(&said).map(|&atom| self.says(actor, atom)).collect();
                blocs.entry(signature).or_default().push(actor);
            }
            let heads: Vec<NodeId> = blocs.values().filter_map(|bloc| bloc.first().copied()).collect();
            rules.blocs = blocs.into_values().filter_map(|bloc| Some((*bloc.first()?, bloc))).collect();
            rules.rules.push(Formula::any(heads.iter().map(|&head| Atom::Actor(head))));
            if self.plain {
                apart(&mut rules.rules, heads.iter().map(|&head| Atom::Actor(head)));
            }
            for &atom in of_actors.iter().filter(|atom| !matches!(atom, Atom::Actor(actor) if heads.contains(actor))) {
                let through = heads.iter().copied().filter(|&head| self.says(head, atom)).map(Atom::Actor);
                let through = Formula::any(through);
                rules.rules.push(Formula::Any(vec![Formula::Is(atom).not(), through.clone()]));
                rules.rules.push(Formula::Any(vec![Formula::Is(atom), through.not()]));
            }
            for &atom in &said {
                let through = heads.iter().copied().filter(|&head| self.says(head, atom));
                rules.rules.extend(through.map(|head| Formula::implies(Atom::Actor(head), atom)));
            }
            atoms.extend(heads.into_iter().map(Atom::Actor));
            return;
        }
        for &atom in &of_actors {
            let Atom::Actor(actor) = atom else { continue };
            for &other in of_actors.iter().chain(&said).filter(|&&other| other != atom) {
                let says = self.says(actor, other);
                if says {
                    rules.rules.push(Formula::implies(atom, other));
                } else if self.plain && self.is_of_actors(other) {
                    rules.rules.push(Formula::apart(atom, other));
                }
            }
        }
        // Whoever comes from one of the regions that are asked for comes from what is wider than it.
        for (edge, wider) in
            [(EdgeKind::EligibleRegion, EdgeKind::PartOf), (EdgeKind::EligibleCategory, EdgeKind::Broader)]
        {
            let asked = self.ends(edge);
            let follows = |asked: NodeId| {
                let reached = closure(self.graph, [asked], wider);
                let follows = of_actors.iter().filter(|atom| match atom {
                    Atom::Region(node) | Atom::Concept(node) => reached.contains(node),
                    _ => false,
                });
                Formula::All(follows.map(|&atom| Formula::Is(atom)).collect())
            };
            if asked.is_empty() {
                continue;
            }
            if self.plain {
                // Nor would anybody think of a town in the south that is at home in the north as well.
                let related = |a: NodeId, b: NodeId| closure(self.graph, [a], wider).contains(&b);
                let kind = if edge == EdgeKind::EligibleRegion { NodeKind::Region } else { NodeKind::Concept };
                let elsewhere = of_actors.iter().filter(|atom| match **atom {
                    Atom::Region(node) | Atom::Concept(node) => {
                        self.graph.kind(node) == kind
                            && !asked.iter().any(|&one| related(one, node) || related(node, one))
                    }
                    _ => false,
                });
                rules.rules.extend(elsewhere.map(|&atom| Formula::Is(atom).not().given(&|atom| self.known(atom))));
            }
            rules.rules.push(Formula::Any(asked.into_iter().map(follows).collect()));
        }
        if self.plain {
            let related = |a: NodeId, b: NodeId, edge| closure(self.graph, [a], edge).contains(&b);
            for (at, one) in of_actors.iter().enumerate() {
                for other in of_actors.iter().skip(at + 1) {
                    let apart = match (*one, *other) {
                        (Atom::Region(a), Atom::Region(b)) => {
                            !related(a, b, EdgeKind::PartOf) && !related(b, a, EdgeKind::PartOf)
                        }
                        (Atom::Concept(a), Atom::Concept(b)) => {
                            !related(a, b, EdgeKind::Broader) && !related(b, a, EdgeKind::Broader)
                        }
                        _ => false,
                    };
                    if apart {
                        rules.rules.push(Formula::apart(*one, *other).given(&|atom| self.known(atom)));
                    }
                }
            }
        }
        // Policy areas also follow from what an actor is, which is not said of one that nobody has named.
        rules.loose |= said
            .iter()
            .any(|atom| matches!(atom, Atom::Concept(concept) if self.of_scheme(*concept, EdgeKind::PolicyArea)));
    }

    /// Whoever is nominated is nominated by one of those who may.
    fn nominators(&self, atoms: &BTreeSet<Atom>, rules: &mut Rules) {
        let asked: Vec<Atom> = atoms.iter().copied().filter(|atom| matches!(atom, Atom::NominatedBy(_))).collect();
        let own: Vec<Atom> = self.ends(EdgeKind::NominatedBy).into_iter().map(Atom::NominatedBy).collect();
        let only_named = self.ends(EdgeKind::NominatorCategory).is_empty()
            && (self.plain || self.ends(EdgeKind::Fallback).is_empty());
        if !own.is_empty() && only_named && !asked.is_empty() && own.iter().all(|one| asked.contains(one)) {
            rules.rules.push(Formula::any(own.iter().copied()));
        }
        if self.plain && self.mode() != Some(NominationMode::Jointly) {
            apart(&mut rules.rules, asked.iter().copied());
        }
        // Whom the body allows to nominate is not looked at.
        rules.loose |= own.is_empty() && !asked.is_empty();
    }

    /// On behalf of whom: for each of the actors that a profile needs, those who would do.
    pub(super) fn actors_of(&self, profile: &Profile, blocs: &BTreeMap<NodeId, Vec<NodeId>>) -> Vec<Vec<NodeId>> {
        let mut all: Vec<Vec<NodeId>> = Vec::new();
        for (atom, so) in profile {
            if let (Atom::Actor(actor), true) = (atom, so) {
                all.push(blocs.get(actor).cloned().unwrap_or_else(|| vec![*actor]));
            }
        }
        if all.is_empty() {
            all.extend(self.named().filter(|named| !named.is_empty()));
        }
        all
    }

    /// By whom, if that is certain.
    pub(super) fn nominators_of(&self, profile: &Profile) -> Vec<NodeId> {
        let said = |so: bool| {
            let of = profile.iter().filter(move |(_, is)| **is == so);
            of.filter_map(|(atom, _)| if let Atom::NominatedBy(agent) = atom { Some(*agent) } else { None })
        };
        let named: Vec<NodeId> = said(true).collect();
        let own = self.ends(EdgeKind::NominatedBy);
        if self.mode() == Some(NominationMode::Jointly) && self.ends(EdgeKind::NominatorCategory).is_empty() {
            return own;
        }
        if !named.is_empty() {
            return named;
        }
        let ruled_out: Vec<NodeId> = said(false).collect();
        let left: Vec<NodeId> = own.into_iter().filter(|agent| !ruled_out.contains(agent)).collect();
        if left.len() == 1 && self.ends(EdgeKind::NominatorCategory).is_empty() { left } else { Vec::new() }
    }
}

pub(super) fn is_open(chance: Chance) -> bool {
    chance.yes && chance.no
}

/// No two of them.
fn apart(rules: &mut Vec<Formula>, atoms: impl Iterator<Item = Atom> + Clone) {
    let mut rest = atoms;
    while let Some(one) = rest.next() {
        rules.extend(rest.clone().map(|other| Formula::apart(one, other)));
    }
}
