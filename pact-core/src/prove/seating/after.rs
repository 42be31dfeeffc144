//! What a repair costs: the body is judged as it would be once the moves are made.
//!
//! [`super::guard`] keeps a repair from breaking what it need not. What it has to break all the same (the chair sits in the one seat that has to be left; a
//! quota was met just by whoever is one too many) is told beside the repair, so that nobody finds it out after the letters have gone out.

use std::{
    cell::{Cell, OnceCell},
    collections::BTreeSet,
};

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::{
    Gap, Lack, Lacking, Proof, Prover, Status,
    breach::{Amiss, Breach, Shortfall},
};
use crate::{
    document::{requirement::Within, workspace::Stage},
    graph::{
        Graph,
        composition::Law,
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
    roster::{Broken, Move, Repair},
};

/// The same graph after members have changed seats. Whoever leaves a seat and enters none is no longer of the body.
fn reseated(graph: &Graph, moves: &[Move]) -> Graph {
    let left: FxHashSet<(NodeId, NodeId)> = moves.iter().filter_map(|one| Some((one.member, one.from?))).collect();
    let enter: FxHashSet<NodeId> = moves.iter().filter(|one| one.to.is_some()).map(|one| one.member).collect();
    let stays = |member: NodeId| {
        let own = graph.outgoing(member, EdgeKind::Fills);
        enter.contains(&member) || own.iter().any(|seat| !left.contains(&(member, seat.node)))
    };
    let gone: FxHashSet<NodeId> = left.iter().map(|&(member, _)| member).filter(|&member| !stays(member)).collect();
    let is_gone = |from: NodeId, kind: EdgeKind, to: NodeId| {
        gone.contains(&from) || gone.contains(&to) || (kind == EdgeKind::Fills && left.contains(&(from, to)))
    };
    let entered = moves.iter().filter_map(|one| Some((one.member, EdgeKind::Fills, one.to?)));
    graph.changed(is_gone, entered)
}

/// A part of a composition that is judged for itself.
#[derive(Clone, Copy)]
enum Part {
    Seat(NodeId),
    Provision(NodeId),
    Size,
    Nominations,
}

impl Prover<'_> {
    /// What of a body is met now and would not be once the moves of a repair are made, and cannot be put right by those whom it appoints. Nothing where nobody
    /// moves.
    ///
    /// As costly as judging the body, and a copy of the graph.
    pub(crate) fn broken_by(&self, body: NodeId, repair: &Repair) -> Vec<Broken> {
        if repair.moves.is_empty() {
            return Vec::new();
        }
        let graph = reseated(self.graph, &repair.moves);
        let steps = Cell::new(self.steps.get());
        let after = Prover {
            // The day as of which is looked at must not depend on who is there.
            arrivals: OnceCell::from(self.arrivals().clone()),
            ..Prover::new(&graph, self.scope.clone(), self.as_of, self.rulings, &steps)
        };
        let appointed: FxHashSet<NodeId> = repair.appointments.iter().map(|one| one.seat).collect();
        let mut broken = Vec::new();
        // Other bodies may ask for members of this one.
        let leaning = self.leaning_on(body).iter().copied().filter(|&other| other != body);
        for (body, part) in std::iter::once(body).chain(leaning).flat_map(|body| self.parts_of(body)) {
            let mut lacks = after.part(body, part).lacks;
            let together = are_too_many(&lacks);
            lacks.retain(|lack| (together && short(lack).is_some()) || self.is_broken(part, lack, &appointed));
            if !lacks.is_empty() && self.part(body, part).status(Stage::Final) == Status::Met {
                let law = match part {
                    Part::Seat(law) | Part::Provision(law) => law,
                    Part::Size | Part::Nominations => body,
                };
                let clauses = self.clauses_of(body, part);
                broken.extend(lacks.into_iter().map(|lack| Broken { law, clauses: clauses.clone(), lack }));
            }
        }
        // Half an answer would be taken for a whole one.
        if after.is_exhausted() { Vec::new() } else { broken }
    }

    /// The bodies that ask for members of a body, or for its chair, sorted.
    fn leaning_on(&self, body: NodeId) -> &BTreeSet<NodeId> {
        static NONE: BTreeSet<NodeId> = BTreeSet::new();
        let leaning = self.leaning.get_or_init(|| {
            let graph = self.graph;
            let mut leaning: FxHashMap<NodeId, BTreeSet<NodeId>> = FxHashMap::default();
            for other in self.scope.candidates(graph, NodeKind::Body, Within::Proposal) {
                let mut asked = Vec::new();
                self.seats(other).filter_map(|seat| graph.seat_law(seat)).for_each(|law| law.bodies(&mut asked));
                self.provisions(other)
                    .into_iter()
                    .filter_map(|one| graph.law(one))
                    .for_each(|law| law.bodies(&mut asked));
                for of in asked.into_iter().filter_map(|of| graph.meant(of)) {
                    leaning.entry(of).or_default().insert(other);
                }
            }
            leaning
        });
        leaning.get(&body).unwrap_or(&NONE)
    }

    /// The parts of the composition of a body, in the order in which they are told.
    fn parts_of(&self, body: NodeId) -> Vec<(NodeId, Part)> {
        let parts = self.sorted(self.seats(body).collect()).into_iter().map(Part::Seat);
        let parts = parts.chain(self.provisions(body).into_iter().map(Part::Provision));
        parts.chain([Part::Size, Part::Nominations]).map(|part| (body, part)).collect()
    }

    /// The clauses that give a part of the composition of a body; where none does, the one that asks for the composition.
    fn clauses_of(&self, body: NodeId, part: Part) -> Vec<NodeId> {
        let (node, edge) = match part {
            Part::Seat(node) | Part::Provision(node) => (node, EdgeKind::UnderClause),
            Part::Size => (body, EdgeKind::SizeClause),
            Part::Nominations => (body, EdgeKind::NominatorClause),
        };
        let given: Vec<NodeId> = self.graph.outgoing(node, edge).iter().map(|clause| clause.node).collect();
        if given.is_empty() { self.composers.get(&body).copied().into_iter().collect() } else { given }
    }

    fn part(&self, body: NodeId, part: Part) -> Proof {
        let at = |node| self.graph.span(node);
        match part {
            Part::Seat(seat) => self.seat(seat, seat, at(seat)),
            Part::Provision(provision) => self.provision(provision, provision, at(provision)),
            Part::Size => self.size(body, at(body)),
            Part::Nominations => self.nominations(body, at(body)),
        }
    }

    /// Whether a lack is there for good: not filled by those who are appointed, nor such that they may make up for it.
    fn is_broken(&self, part: Part, lack: &Lack, appointed: &FxHashSet<NodeId>) -> bool {
        let made_up = match (&lack.what, part) {
            _ if appointed.is_empty() => false,
            // Once the repair is made, the open places that have to be filled are those to which somebody is appointed.
            (Lacking::Breach(Breach::Count(short)), _) if short.amiss == Amiss::Many => short.vacant > short.optional,
            (Lacking::Breach(Breach::Count(short) | Breach::Uneven(short)), _) => {
                let filled = short.open.saturating_sub(short.optional);
                short.unknown.len() as u64 + filled >= short.missing()
            }
            (_, Part::Seat(seat)) => appointed.contains(&seat),
            (_, Part::Provision(provision)) => {
                matches!(self.graph.law(provision), Some(Law::Quota(_) | Law::Quorum(_)))
            }
            (_, Part::Size | Part::Nominations) => true,
        };
        match lack.gap {
            Gap::Contrary => true,
            Gap::Absent => !made_up && !matches!(lack.what, Lacking::Vacant { .. }),
            Gap::Statement | Gap::Pending | Gap::Unknown => false,
        }
    }
}

/// The count of which a lack says that it is too small and can still come right.
fn short(lack: &Lack) -> Option<&Shortfall> {
    match &lack.what {
        Lacking::Breach(Breach::Count(short)) if short.amiss == Amiss::Few && lack.gap == Gap::Absent => Some(short),
        _ => None,
    }
}

/// Whether counts that could each come right by whoever is appointed cannot all do: one person is one of each of them, and no more.
fn are_too_many(lacks: &[Lack]) -> bool {
    let counts = || lacks.iter().filter_map(short).filter(|short| short.part.is_some());
    let places = counts().map(|short| short.vacant.saturating_sub(short.optional)).max();
    let unknown = counts().map(|short| short.unknown.len() as u64).max();
    let missing: u64 = counts().map(Shortfall::missing).sum();
    places.zip(unknown).is_some_and(|(places, unknown)| missing > places + unknown)
}
