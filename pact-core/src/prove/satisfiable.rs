//! Whether any list of members could satisfy the law of a body at all, whatever is proposed: where none could, a smallest set of seats, sizes and
//! provisions that contradict each other; where one could, such a list.
//!
//! How many there are in each seat of each profile is a system of linear constraints over whole numbers, which [`crate::solve::counting`] decides. A profile
//! says what is so of somebody and what is not: of a gender, on behalf of an actor, nominated by somebody. What must be so of whoever fills a seat, and what
//! follows from what, comes from the graph; everything else is possible both ways.
//!
//! # What an answer is worth
//!
//! A conflict is one. What is not put into the system only leaves out what the law asks: which things that have to differ are chosen, beyond that there are
//! enough to choose from; quotas for alternates, nominees and observers, quotas whose condition is not known, whom the body allows to nominate, that nobody may
//! count for two quotas, how many alternates there are. Then a model does for the rest, and says so ([`Satisfiability::Model::complete`]). Whoever sits in a body that has seats has one of them: everything else is a finding.
//! Of the genders of a scheme with several everybody has one.
//!
//! To take a seat out of a conflict is to let anybody sit there, in any number.

mod formula;
mod holder;
mod plan;
mod register;
mod system;

use std::collections::BTreeSet;

pub use self::formula::Atom;
use self::{
    formula::Formula,
    holder::Holder,
    plan::{Circumstances, Plan, runs},
    system::{Encoded, MOST, Occupant},
};
use super::group::{Truth, closure, stands_in};
use crate::{
    document::{pact::Role, terms::Force, value::PartialDate},
    graph::{
        Graph,
        composition::Law,
        edge::EdgeKind,
        node::{NodeId, NodeKind, Seat},
    },
    solve::{
        counting::{Answer, Conflict, System},
        tally::Chance,
    },
};

/// How many steps the question may take for one body; a second is some hundred million.
const STEPS: u64 = 40_000_000;

/// Whether any list of members could satisfy the law of a body.
#[derive(Clone, Debug)]
pub enum Satisfiability {
    /// This one does.
    Model {
        /// Its places, by seat in the order of the graph.
        places: Vec<Place>,
        /// It satisfies all that is asked of who sits in the body. Otherwise something was left out.
        complete: bool,
    },
    /// None does.
    Conflict {
        /// What contradicts itself: seats, the body for its size, and provisions; sorted by [`Graph::order`].
        parts: Vec<NodeId>,
        /// No smaller set of parts contradicts itself.
        smallest: bool,
    },
    /// It takes too long to tell, or something could not be read.
    Undecided,
    /// Nothing is asked: there are no seats, no size and no quotas.
    Trivial,
}

impl Satisfiability {
    /// Whether what the law says of who the members are contradicts itself, and not only who is to be present or to stand in. O(parts).
    pub fn rules_out_members(&self, graph: &Graph) -> bool {
        matches!(self, Self::Conflict { parts, .. } if parts.iter().all(|&part| is_of_members(graph, part)))
    }
}

/// Whether a law says who the members are, and not who is present or stands in.
fn is_of_members(graph: &Graph, law: NodeId) -> bool {
    !matches!(graph.law(law), Some(Law::Quorum(_) | Law::Alternates(_)))
}

/// A place of a body, and what whoever sits there must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// So many are alike.
    pub number: u64,
    /// The seat; nothing where the body has none.
    pub seat: Option<NodeId>,
    /// On behalf of one of each of these, where the actors are named. Several are needed only where one member has to stand for several.
    pub actors: Vec<Vec<NodeId>>,
    /// Nominated by all of these, where that is certain or needed.
    pub nominators: Vec<NodeId>,
    /// What has to be so or not, of what does not follow from the seat; sorted.
    pub profile: Vec<(Atom, bool)>,
}

/// A place as the first line of a register: what can be filled in without knowing who it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The seat.
    pub seat: Option<NodeId>,
    /// On behalf of these, where there is no choice.
    pub actors: Vec<NodeId>,
    /// Nominated by these, where there is no choice.
    pub nominated_by: Vec<NodeId>,
    /// Appointed by these, where there is no choice.
    pub appointed_by: Vec<NodeId>,
    /// The gender that it takes.
    pub gender: Option<NodeId>,
    /// The office that it takes.
    pub role: Option<Role>,
    /// What is to be said of the person: concepts under `is`. Where one must not be said, another of its scheme stands for that.
    pub is: Vec<NodeId>,
    /// Policy areas that are needed.
    pub policy_areas: Vec<NodeId>,
    /// Categories that an actor has to have, beside those of the actors that are named.
    pub categories: Vec<NodeId>,
    /// Regions that an actor has to be from, beside those of the actors that are named.
    pub regions: Vec<NodeId>,
}

impl Place {
    /// What of it goes into a register. O(profile × concepts of its schemes).
    pub fn line(&self, graph: &Graph) -> Line {
        // What the seat asks of whoever fills it follows from the seat, and is not in the profile; on a register it has to be said.
        let holder = Holder { graph, seat: self.seat, facts: None, plain: true, unseated: false };
        let mut asked = BTreeSet::new();
        if let Some(of) =
            self.seat.and_then(|seat| graph.seat_law(seat)).and_then(|law| Formula::of_group(graph, &law.eligible))
        {
            of.atoms(&mut asked);
        }
        let certain = asked.into_iter().filter_map(|atom| match holder.known(atom) {
            Chance { yes: true, no: false } => Some((atom, true)),
            Chance { yes: false, no: true } => Some((atom, false)),
            _ => None,
        });
        let profile: Vec<(Atom, bool)> = self.profile.iter().copied().chain(certain).collect();
        let only = |edge| match self.seat.map_or(&[][..], |seat| graph.outgoing(seat, edge)) {
            [one] => vec![one.node],
            _ => Vec::new(),
        };
        let mut line = Line {
            seat: self.seat,
            actors: self
                .actors
                .iter()
                .filter_map(|of| if let [one] = of.as_slice() { Some(*one) } else { None })
                .collect(),
            nominated_by: self.nominators.clone(),
            appointed_by: only(EdgeKind::AppointedBy),
            ..Line::default()
        };
        // Of several that are wider and narrower the narrowest says all.
        let narrowest = |mut all: Vec<NodeId>, edge| {
            let every = all.clone();
            all.retain(|&one| !every.iter().any(|&other| other != one && closure(graph, [other], edge).contains(&one)));
            all
        };
        let of = |scheme: EdgeKind, so: bool| -> Vec<NodeId> {
            let known = [EdgeKind::Gender, EdgeKind::Category, EdgeKind::PolicyArea];
            let stands = |concept: NodeId| match known.iter().find(|&&edge| stands_in(graph, concept, edge)) {
                Some(&edge) => edge == scheme,
                None => scheme == EdgeKind::Is,
            };
            let concepts = profile.iter().filter_map(|(atom, is)| match *atom {
                Atom::Concept(concept) if *is == so && stands(concept) => Some(concept),
                _ => None,
            });
            concepts.collect()
        };
        line.gender = narrowest(of(EdgeKind::Gender, true), EdgeKind::Broader).first().copied();
        line.policy_areas = narrowest(of(EdgeKind::PolicyArea, true), EdgeKind::Broader);
        line.is = narrowest(of(EdgeKind::Is, true), EdgeKind::Broader);
        for not in of(EdgeKind::Is, false) {
            line.is.extend(another(graph, not, &line.is, &of(EdgeKind::Is, false)));
        }
        let regions = profile.iter().filter_map(|(atom, is)| match *atom {
            Atom::Region(region) if *is => Some(region),
            _ => None,
        });
        let regions = regions.chain(only(EdgeKind::EligibleRegion)).collect();
        let mut categories = of(EdgeKind::Category, true);
        categories.extend(only(EdgeKind::EligibleCategory));
        let beside = |mut all: Vec<NodeId>, edge, wider| {
            let actors = self.actors.iter().filter_map(|of| of.first());
            let own = actors.flat_map(|&actor| graph.outgoing(actor, edge)).map(|end| end.node);
            let own = closure(graph, own, wider);
            all.retain(|one| !own.contains(one));
            all.sort_unstable_by(|&a, &b| graph.order(a, b));
            all.dedup();
            narrowest(all, wider)
        };
        line.categories = beside(categories, EdgeKind::Category, EdgeKind::Broader);
        line.regions = beside(regions, EdgeKind::Region, EdgeKind::PartOf);
        for (atom, _) in profile.iter().filter(|(_, is)| *is) {
            match *atom {
                Atom::NominatedBy(agent) if !line.nominated_by.contains(&agent) => line.nominated_by.push(agent),
                Atom::AppointedBy(agent) if !line.appointed_by.contains(&agent) => line.appointed_by.push(agent),
                Atom::Role(role) => line.role = Some(role),
                _ => {}
            }
        }
        line
    }
}

/// A concept that says of somebody that another one of its scheme is not so, unless something of the scheme is said already.
fn another(graph: &Graph, not: NodeId, said: &[NodeId], none_of: &[NodeId]) -> Option<NodeId> {
    let scheme = graph.outgoing(not, EdgeKind::InScheme).first()?.node;
    let mut all: Vec<NodeId> = graph.incoming(scheme, EdgeKind::InScheme).iter().map(|concept| concept.node).collect();
    if said.iter().any(|concept| all.contains(concept)) {
        return None;
    }
    all.sort_unstable_by(|&a, &b| graph.order(a, b));
    all.into_iter().find(|&one| {
        let wider = closure(graph, [one], EdgeKind::Broader);
        none_of.iter().all(|concept| !wider.contains(concept))
    })
}

/// Whether any list of members could satisfy the composition of a body, on a day: the seats, the size, the quotas, the chair and the deputy that its terms give.
///
/// Parts that hold from or until some day are left out where no day is given, as are those whose clause only permits something. Exponential in the worst case,
/// but bounded: what takes too long is [`Satisfiability::Undecided`]. The same graph has the same answer on every machine.
///
/// ```
/// use pact_core::{graph::node::Body, load::Input, prove::satisfiable::{Satisfiability, satisfiable}};
///
/// // Of 19 members, 10 are from here; at least 60 % are to be from elsewhere.
/// let terms = "
/// terms: 1
/// id: board
/// title: Board
/// regions: { DK01: {}, DK04: {} }
/// bodies:
///   board:
///     size: 19
///     seats: { here: { places: 10, eligible: { actor: town } }, firms: { places: 5 }, others: { places: 4 } }
///     quotas: { elsewhere: { count: { region: DK01 }, at-least: 60 % } }
/// actors: { town: { region: DK04 } }
/// ";
/// let mut input = Input::new();
/// input.add("terms.yaml", terms);
/// let model = input.build();
/// let graph = model.graph();
/// let (body, _) = graph.all::<Body>().next().unwrap();
/// let Satisfiability::Conflict { parts, smallest } = satisfiable(graph, body.node(), None) else { panic!() };
/// let parts: Vec<&str> = parts.into_iter().map(|part| graph.name(part)).collect();
/// assert_eq!((parts, smallest), (vec!["board", "here", "elsewhere"], true));
/// ```
pub fn satisfiable(graph: &Graph, body: NodeId, as_of: Option<PartialDate>) -> Satisfiability {
    if is_unread(graph, body) {
        return Satisfiability::Undecided;
    }
    let there = |seat: NodeId| {
        let data = graph.downcast::<Seat>(seat).map(|id| graph.get(id));
        let day = |date: Option<crate::document::value::Date>| date.map(|date| date.date);
        let runs = data.map_or(Truth::No, |seat| runs(day(seat.from), day(seat.to), as_of));
        let conditional = graph.seat_law(seat).is_some_and(|law| !law.when.is_empty());
        if conditional { runs.and(Truth::Unsaid) } else { runs }
    };
    let holds = |_: NodeId, when: &[_]| if when.is_empty() { Truth::Yes } else { Truth::Unsaid };
    let plan = Circumstances { graph, as_of, there: &there, holds: &holds }.plan(body);
    if !plan.asks && plan.seats.is_empty() {
        return Satisfiability::Trivial;
    }
    // The plainest members first: what nobody would think of is no start for a register.
    for (plain, most) in [(true, plan.enough()), (false, plan.enough()), (false, MOST)] {
        let Ok(encoded) = Encoded::new(&plan, occupants(graph, body, &plan, plain), most) else { continue };
        match encoded.system.solve(&mut { STEPS }) {
            Answer::Feasible(solution) => {
                let complete = plan.complete && !encoded.loose;
                return Satisfiability::Model { places: encoded.places(&solution), complete };
            }
            Answer::Infeasible if !plain && most == MOST => {
                let contradiction = gravest(graph, body, &plan);
                return contradiction.map_or(Satisfiability::Undecided, |(parts, smallest)| Satisfiability::Conflict {
                    parts,
                    smallest,
                });
            }
            Answer::Infeasible | Answer::Undecided => {}
        }
    }
    Satisfiability::Undecided
}

/// The clause that gives a part of the law of a body: a seat, a provision, or the body itself for its size. O(1).
pub fn clause_of(graph: &Graph, part: NodeId) -> Option<NodeId> {
    let edge = if graph.kind(part) == NodeKind::Body { EdgeKind::SizeClause } else { EdgeKind::UnderClause };
    graph.outgoing(part, edge).first().map(|clause| clause.node)
}

/// A contradiction among what has to be so, if there is one; else one with what no clause gives, else one in which something gives way that only
/// should be so.
fn gravest(graph: &Graph, body: NodeId, plan: &Plan) -> Option<(Vec<NodeId>, bool)> {
    let encode = |plan: &Plan, most: i64| {
        Encoded::new(plan, occupants(graph, body, plan, false), most).ok().map(|encoded| encoded.system)
    };
    let gravity = |part: NodeId| match clause_of(graph, part).map(|clause| crate::ledger::force(graph, clause)) {
        Some(Some(Force::Should)) => 2,
        None => 1,
        Some(_) => 0,
    };
    let of: Vec<u8> = plan.laws.iter().map(|&part| gravity(part)).collect();
    let graver = [0, 1].into_iter().filter(|most| of.iter().any(|gravity| gravity > most)).find_map(|most| {
        let mut plan = plan.clone();
        let lighter = of.iter().enumerate().filter(|(_, gravity)| **gravity > most);
        lighter.for_each(|(number, _)| plan.leave_out(number));
        contradiction(graph, &plan, &encode)
    });
    graver.or_else(|| contradiction(graph, plan, &encode))
}

/// A smallest set of parts that contradict each other, and whether there is none smaller.
///
/// It is looked for among few members: with ever more of them a search would not end. What can be met with few can be met; that the rest cannot be
/// met with any number is then made sure of.
fn contradiction(
    graph: &Graph,
    plan: &Plan,
    encode: &dyn Fn(&Plan, i64) -> Option<System>,
) -> Option<(Vec<NodeId>, bool)> {
    let whole = encode(plan, MOST)?;
    if let Conflict::Between { laws, smallest } = encode(plan, plan.enough())?.conflict(&mut { STEPS }) {
        let mut alone = whole.clone();
        alone.constraints.retain(|one| one.law.is_none_or(|law| laws.contains(&law)));
        if alone.solve(&mut { STEPS }) == Answer::Infeasible && !laws.is_empty() {
            return Some((parts(graph, plan, &laws), smallest));
        }
    }
    match whole.conflict(&mut { STEPS }) {
        Conflict::Between { laws, smallest } if !laws.is_empty() => Some((parts(graph, plan, &laws), smallest)),
        _ => None,
    }
}

/// The seats, sizes and provisions behind numbers of laws, sorted.
fn parts(graph: &Graph, plan: &Plan, laws: &[u32]) -> Vec<NodeId> {
    let mut parts: Vec<NodeId> = laws.iter().filter_map(|&law| plan.laws.get(law as usize).copied()).collect();
    parts.sort_unstable_by(|&a, &b| graph.order(a, b));
    parts
}

/// Whoever could sit in a body: in each of its seats, or anywhere where it has none.
fn occupants<'g>(graph: &'g Graph, body: NodeId, plan: &Plan, plain: bool) -> Vec<Occupant<'g>> {
    let of = |seat| Occupant { holder: Holder { graph, seat, facts: None, plain, unseated: false }, number: None };
    let seated: BTreeSet<NodeId> = plan.seats.iter().map(|place| place.seat).collect();
    if seated.is_empty() && graph.incoming(body, EdgeKind::SeatOf).is_empty() {
        return vec![of(None)];
    }
    plan.seats.iter().map(|place| of(Some(place.seat))).collect()
}

/// Whether something of the law of a body could not be read, so that it may be another law.
fn is_unread(graph: &Graph, body: NodeId) -> bool {
    let seats = graph.incoming(body, EdgeKind::SeatOf).iter().map(|seat| seat.node);
    let lost = |node: NodeId| graph.head(node).damaged || graph.head(node).repeated;
    let incomplete = [NodeKind::Seat, NodeKind::Concept, NodeKind::Actor, NodeKind::Region];
    lost(body)
        || seats.into_iter().any(lost)
        || incomplete.into_iter().any(|kind| graph.incomplete().contains(kind))
        || graph.broken.iter().any(|(_, edge)| matches!(edge, EdgeKind::Broader | EdgeKind::PartOf | EdgeKind::SeatOf))
}

#[cfg(test)]
mod tests;
