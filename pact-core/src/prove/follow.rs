//! What following a relation means.
//!
//! Mostly: the edges of the table. But wherever a concept is asked for a narrower one will do, a part of a region lies in the region, an actor works in
//! the policy areas of its categories, and a member stands for those of the actor and the seat. That is said here, once.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Prover;
use crate::{
    document::requirement::Step,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{Member, NodeId, NodeKind},
    },
    source::Span,
};

/// An edge on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Where it begins.
    pub from: NodeId,
    /// The relation; nothing between members who are one person.
    pub edge: Option<EdgeKind>,
    /// From its source to its target, and not backwards.
    pub forward: bool,
    /// Where it leads.
    pub to: NodeId,
    /// Where the reference stands that makes the edge.
    pub span: Span,
}

/// Members by person, and by actor where no person is named.
#[derive(Debug, Default)]
pub(super) struct Persons<'m> {
    named: FxHashMap<&'m str, Vec<NodeId>>,
    by_actor: FxHashMap<NodeId, Vec<NodeId>>,
}

impl<'m> Persons<'m> {
    fn new(graph: &'m Graph) -> Self {
        let mut persons = Self::default();
        for (id, member) in graph.all::<Member>() {
            let node = id.node();
            if let Some(person) = member.person.as_deref() {
                persons.named.entry(person).or_default().push(node);
            }
            for actor in graph.outgoing(node, EdgeKind::OnBehalfOf) {
                persons.by_actor.entry(actor.node).or_default().push(node);
            }
        }
        persons
    }
}

/// A walk along one step, with the way back to where it began.
struct Walk<'g> {
    graph: &'g Graph,
    places: Vec<(NodeId, Option<(usize, Hop)>)>,
    seen: FxHashSet<NodeId>,
    /// Steps that may still be taken.
    left: u64,
}

impl<'g> Walk<'g> {
    fn new(graph: &'g Graph, from: NodeId, left: u64) -> Self {
        Self { graph, places: vec![(from, None)], seen: std::iter::once(from).collect(), left }
    }

    /// Goes along edges of a kind from one place; the places that are new.
    fn go(&mut self, at: usize, edge: EdgeKind, forward: bool) -> Vec<usize> {
        let Some(&(from, _)) = self.places.get(at) else { return Vec::new() };
        let neighbors = if forward { self.graph.outgoing(from, edge) } else { self.graph.incoming(from, edge) };
        let mut new = Vec::new();
        for neighbor in neighbors {
            self.left = self.left.saturating_sub(1);
            if self.left == 0 {
                break;
            }
            if self.seen.insert(neighbor.node) {
                let hop = Hop { from, edge: Some(edge), forward, to: neighbor.node, span: neighbor.span };
                new.push(self.places.len());
                self.places.push((neighbor.node, Some((at, hop))));
            }
        }
        new
    }

    /// Goes along edges of a kind as far as they lead; the places on the way, with those it began at.
    fn closure(&mut self, from: Vec<usize>, edge: EdgeKind, forward: bool) -> Vec<usize> {
        let mut all = from;
        let mut next = 0;
        while let Some(&at) = all.get(next) {
            next += 1;
            all.extend(self.go(at, edge, forward));
        }
        all
    }

    fn all(&mut self, from: &[usize], edge: EdgeKind, forward: bool) -> Vec<usize> {
        from.iter().flat_map(|&at| self.go(at, edge, forward)).collect()
    }

    fn node(&self, at: usize) -> NodeId {
        self.places.get(at).map(|(node, _)| *node).unwrap_or_default()
    }

    fn way(&self, to: usize) -> Vec<Hop> {
        let mut way = Vec::new();
        let mut at = to;
        while let Some(&(_, Some((before, hop)))) = self.places.get(at) {
            way.push(hop);
            at = before;
        }
        way.reverse();
        way
    }

    /// The places that a step leads to.
    fn ends(&mut self, step: Step) -> Vec<usize> {
        match step {
            Step::Forward(EdgeKind::PolicyArea) => {
                let mut sources = vec![0];
                if self.graph.kind(self.node(0)) == NodeKind::Member {
                    let seats = self.go(0, EdgeKind::Fills, true);
                    sources.extend(seats);
                    let actors = self.go(0, EdgeKind::OnBehalfOf, true);
                    let categories = self.all(&actors, EdgeKind::Category, true);
                    sources.extend(actors);
                    sources.extend(self.closure(categories, EdgeKind::Broader, true));
                } else {
                    let concept = self.graph.kind(self.node(0)) == NodeKind::Concept;
                    let categories = if concept { vec![0] } else { self.go(0, EdgeKind::Category, true) };
                    let broader = self.closure(categories, EdgeKind::Broader, true);
                    sources.extend(broader.into_iter().filter(|&at| at != 0));
                }
                let areas = self.all(&sources, EdgeKind::PolicyArea, true);
                self.closure(areas, EdgeKind::Broader, true)
            }
            Step::Backward(EdgeKind::PolicyArea) => {
                let areas = self.closure(vec![0], EdgeKind::Broader, false);
                let direct = self.all(&areas, EdgeKind::PolicyArea, false);
                let of = |walk: &Self, kind| {
                    direct.iter().copied().filter(|&at| walk.graph.kind(walk.node(at)) == kind).collect::<Vec<_>>()
                };
                let categories = of(self, NodeKind::Concept);
                let mut actors = of(self, NodeKind::Actor);
                let seats = of(self, NodeKind::Seat);
                let narrower = self.closure(categories, EdgeKind::Broader, false);
                actors.extend(self.all(&narrower, EdgeKind::Category, false));
                let mut ends = direct;
                ends.extend(narrower);
                ends.extend(self.all(&seats, EdgeKind::Fills, false));
                ends.extend(self.all(&actors, EdgeKind::OnBehalfOf, false));
                ends.extend(actors);
                ends.sort_unstable();
                ends.dedup();
                ends
            }
            Step::Forward(edge) => {
                let ends = self.go(0, edge, true);
                match widening(edge) {
                    Some(wider) => self.closure(ends, wider, true),
                    None => ends,
                }
            }
            Step::Backward(edge) => match widening(edge) {
                Some(wider) => {
                    let here = self.closure(vec![0], wider, false);
                    self.all(&here, edge, false)
                }
                None => self.go(0, edge, false),
            },
            Step::SamePerson => Vec::new(),
        }
    }
}

/// The relation along which what an edge leads to grows wider, if it does.
fn widening(edge: EdgeKind) -> Option<EdgeKind> {
    match edge.info().to {
        [NodeKind::Concept] if !matches!(edge, EdgeKind::Broader) => Some(EdgeKind::Broader),
        [NodeKind::Region] => Some(EdgeKind::PartOf),
        _ => None,
    }
}

/// The policy areas that a node stands for, as requirements understand it: an actor works in those of its categories and of the broader ones, and whatever is
/// in an area is in the wider ones. O(categories and areas above the node).
pub fn policy_areas(graph: &Graph, node: NodeId) -> Vec<NodeId> {
    let mut walk = Walk::new(graph, node, u64::MAX);
    let ends = walk.ends(Step::Forward(EdgeKind::PolicyArea));
    ends.into_iter().map(|at| walk.node(at)).collect()
}

/// Whether two memberships may have run at the same time.
pub(super) fn overlap(graph: &Graph, one: NodeId, other: NodeId) -> bool {
    let (Some(one), Some(other)) = (graph.downcast::<Member>(one), graph.downcast::<Member>(other)) else {
        return false;
    };
    let (one, other) = (graph.get(one), graph.get(other));
    let before = |first: &Member, second: &Member| {
        first.to.zip(second.from).is_some_and(|(to, from)| to.date.certainly_before(from.date))
    };
    !before(one, other) && !before(other, one)
}

impl<'m> Prover<'m> {
    /// Whether there may be more at the end of a step than can be seen: a reference that it goes along leads nowhere, or an entry could not be read.
    pub(super) fn is_doubtful(&self, from: NodeId, step: Step) -> bool {
        use EdgeKind::{Broader, Category, Fills, OnBehalfOf, PartOf, PolicyArea};
        let edge = match step {
            Step::SamePerson => return false,
            Step::Forward(edge) | Step::Backward(edge) => edge,
        };
        let beside: &[EdgeKind] = match (edge, widening(edge)) {
            (PolicyArea, _) => &[Category, Broader, OnBehalfOf, Fills],
            (_, Some(Broader)) => &[Broader],
            (_, Some(_)) => &[PartOf],
            (_, None) => &[],
        };
        let head = self.graph.head(from);
        let own = match step {
            Step::Forward(_) => {
                self.graph.broken.contains(&(from, edge)) || (head.damaged && edge.info().from.contains(&head.kind))
            }
            _ => self.doubtful.contains(&edge),
        };
        own || beside.iter().any(|edge| self.doubtful.contains(edge))
    }

    /// Every node that a step leads to. Each counts as a step taken; whether there were enough.
    pub(super) fn each(&self, from: NodeId, step: Step, mut visit: impl FnMut(NodeId)) -> bool {
        let mut visit = |node: NodeId| {
            visit(node);
            self.step()
        };
        match step {
            Step::SamePerson => self.same_person(from).into_iter().all(&mut visit),
            Step::Forward(edge) if edge != EdgeKind::PolicyArea && widening(edge).is_none() => {
                self.graph.outgoing(from, edge).iter().all(|neighbor| visit(neighbor.node))
            }
            Step::Backward(edge) if edge != EdgeKind::PolicyArea && widening(edge).is_none() => {
                self.graph.incoming(from, edge).iter().all(|neighbor| visit(neighbor.node))
            }
            _ => {
                let left = self.steps.get();
                let mut walk = Walk::new(self.graph, from, left);
                let ends = walk.ends(step);
                // Places that were only passed through cost as much as those that are ends.
                self.charge(left.saturating_sub(walk.left)) && ends.into_iter().all(|at| visit(walk.node(at)))
            }
        }
    }

    /// The way along a step from one node to another.
    pub(super) fn way(&self, from: NodeId, step: Step, to: NodeId) -> Vec<Hop> {
        let direct = |edge, forward| {
            let found = if forward { self.graph.between(from, edge, to) } else { self.graph.between(to, edge, from) };
            found.map(|found| Hop { from, edge: Some(edge), forward, to, span: found.span })
        };
        let hop = match step {
            Step::Forward(edge) => direct(edge, true),
            Step::Backward(edge) => direct(edge, false),
            Step::SamePerson => Some(Hop { from, edge: None, forward: true, to, span: self.graph.span(to) }),
        };
        if let Some(hop) = hop {
            return vec![hop];
        }
        let left = self.steps.get();
        let mut walk = Walk::new(self.graph, from, left);
        let ends = walk.ends(step);
        self.charge(left.saturating_sub(walk.left));
        ends.into_iter().find(|&at| walk.node(at) == to).map(|at| walk.way(at)).unwrap_or_default()
    }

    /// Who a member is, where that is said.
    pub(super) fn person_of(&self, member: NodeId) -> Option<&'m str> {
        self.graph.downcast::<Member>(member).and_then(|id| self.graph.get(id).person.as_deref())
    }

    /// Whether two members are said to be the same person.
    pub(super) fn is_one_person(&self, one: NodeId, other: NodeId) -> bool {
        self.person_of(one).is_some_and(|person| self.person_of(other) == Some(person))
    }

    /// The other members who are the same person at the same time: by the person named, else by the actor.
    pub(super) fn same_person(&self, member: NodeId) -> Vec<NodeId> {
        let persons = self.persons.get_or_init(|| Persons::new(self.graph));
        let own = self.person_of(member);
        let mut same: Vec<NodeId> =
            own.and_then(|person| persons.named.get(person)).into_iter().flatten().copied().collect();
        // Where either is not named, sitting on behalf of the same actor is all that can be seen.
        for actor in self.graph.outgoing(member, EdgeKind::OnBehalfOf) {
            let others = persons.by_actor.get(&actor.node).into_iter().flatten().copied();
            same.extend(others.filter(|&other| own.is_none() || self.person_of(other).is_none()));
        }
        same.retain(|&other| other != member && overlap(self.graph, member, other));
        same.sort_unstable();
        same.dedup();
        same
    }
}
