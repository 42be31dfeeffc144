//! Who nominates for a seat: any one of several, each of them, all jointly, or somebody else where they do not agree.

use super::{
    Gap, Lacking, Proof, Prover, Status,
    breach::Breach,
    composition::is_nominated,
    eligible::{in_categories, is_nominator, is_nominator_of_seat},
};
use crate::{
    document::{body::NominationMode, workspace::Stage},
    graph::{
        edge::EdgeKind,
        node::{Body, NodeId, NodeKind, Seat},
    },
    source::Span,
};

/// Where a seat says who nominates for it: by name, by category, and who does where those do not agree.
pub(super) const NOMINATORS: [EdgeKind; 3] = [EdgeKind::NominatedBy, EdgeKind::NominatorCategory, EdgeKind::Fallback];

impl Prover<'_> {
    /// Whether a member was nominated, or appointed, by somebody who does not do so for a seat. Whoever nobody is said to have nominated may still be nominated by the right one.
    pub(super) fn is_wrongly_nominated(&self, member: NodeId, seat: NodeId) -> bool {
        let graph = self.graph;
        let appoints = graph.outgoing(seat, EdgeKind::AppointedBy);
        let appointed = graph.outgoing(member, EdgeKind::AppointedBy);
        let right = |by: &crate::graph::Neighbor| appoints.iter().any(|may| may.node == by.node);
        if !appoints.is_empty() && !appointed.is_empty() && !appointed.iter().any(right) {
            return true;
        }
        if NOMINATORS.iter().all(|&edge| graph.outgoing(seat, edge).is_empty()) {
            return false;
        }
        let may = |agent: NodeId| {
            is_nominator_of_seat(graph, agent, seat) || graph.between(seat, EdgeKind::Fallback, agent).is_some()
        };
        graph.outgoing(member, EdgeKind::NominatedBy).iter().any(|agent| !may(agent.node))
    }

    /// Holds those who fill a seat against the seat's own nominators; nothing where it has none.
    pub(super) fn nominators(&self, proof: &mut Proof, seat: NodeId, holders: Vec<NodeId>, at: Span) {
        if let Some((NominationMode::Each, holders)) = self.nominated(proof, seat, holders, at) {
            self.nominated_by_each(proof, seat, &holders, at);
        }
    }

    /// Holds those who stand in for whoever fills a seat against its nominators, or else those of its body. How many each of them nominates is asked of the
    /// members alone.
    pub(super) fn stand_ins_nominated(&self, proof: &mut Proof, seat: NodeId, alternates: Vec<NodeId>, at: Span) {
        let graph = self.graph;
        let own = NOMINATORS
            .iter()
            .any(|&edge| !graph.outgoing(seat, edge).is_empty() || graph.broken.contains(&(seat, edge)));
        let body = graph.head(seat).parent;
        match body.filter(|_| !own) {
            None => {
                self.nominated(proof, seat, alternates, at);
            }
            Some(body) => {
                let named = graph.downcast::<Body>(body).is_some_and(|id| graph.get(id).nominated);
                if named && is_nominated(graph, seat, body) {
                    self.nominated_by_one(proof, seat, alternates, |actor| is_nominator(graph, actor, body), at);
                }
            }
        }
    }

    /// Whether each of some is nominated as a seat asks, one by one: how the seat's nominators nominate, and those who need no fallback. Nothing where it has
    /// no nominators, or cannot be read.
    fn nominated(
        &self,
        proof: &mut Proof,
        seat: NodeId,
        holders: Vec<NodeId>,
        at: Span,
    ) -> Option<(NominationMode, Vec<NodeId>)> {
        let graph = self.graph;
        let asked = [EdgeKind::NominatedBy, EdgeKind::NominatorCategory];
        if NOMINATORS.iter().any(|&edge| graph.broken.contains(&(seat, edge))) {
            proof.lack(Lacking::Unread, seat, Gap::Unknown, at);
            return None;
        }
        if asked.iter().all(|&edge| graph.outgoing(seat, edge).is_empty()) {
            return None;
        }
        let holders = self.by_fallback(proof, seat, holders, at);
        let mode = graph.downcast::<Seat>(seat).map_or(NominationMode::OneOf, |id| graph.get(id).nomination);
        // An actor of which the category cannot be read may be one more who is to nominate.
        let by_category = !graph.outgoing(seat, EdgeKind::NominatorCategory).is_empty();
        let mut actors = graph.of_kind(NodeKind::Actor).iter();
        if mode != NominationMode::OneOf
            && by_category
            && actors.any(|&actor| graph.is_broken(actor, EdgeKind::Category))
        {
            proof.lack(Lacking::Unread, seat, Gap::Unknown, at);
            return None;
        }
        self.nominated_by_one(proof, seat, holders.clone(), |agent| is_nominator_of_seat(graph, agent, seat), at);
        if mode == NominationMode::Jointly {
            self.nominated_jointly(proof, seat, &holders, at);
        }
        Some((mode, holders))
    }

    /// Everybody whom a seat names as nominator: those by name, and every actor of its categories.
    pub(super) fn all_nominators(&self, seat: NodeId) -> Vec<NodeId> {
        let graph = self.graph;
        let mut all: Vec<NodeId> = graph.outgoing(seat, EdgeKind::NominatedBy).iter().map(|agent| agent.node).collect();
        if !graph.outgoing(seat, EdgeKind::NominatorCategory).is_empty() {
            let actors = graph.of_kind(NodeKind::Actor).iter().copied();
            all.extend(actors.filter(|&actor| in_categories(graph, actor, seat, EdgeKind::NominatorCategory)));
        }
        all.sort_unstable();
        all.dedup();
        self.sorted(all)
    }

    /// Whoever is left when those are taken out whom the fallback has nominated, and says whether it may.
    fn by_fallback(&self, proof: &mut Proof, seat: NodeId, holders: Vec<NodeId>, at: Span) -> Vec<NodeId> {
        let graph = self.graph;
        let fallback = graph.outgoing(seat, EdgeKind::Fallback);
        let when = graph.seat_law(seat).and_then(|law| law.fallback_when);
        let mut left = Vec::new();
        for member in holders {
            let nominators = graph.outgoing(member, EdgeKind::NominatedBy);
            let used = nominators.iter().find(|agent| fallback.iter().any(|fallback| fallback.node == agent.node));
            // Somebody who is put forward by those who are to do so as well needs no fallback.
            let alone = nominators.iter().all(|agent| !is_nominator_of_seat(graph, agent.node, seat));
            let Some(used) = used.filter(|_| alone) else {
                left.push(member);
                continue;
            };
            let Some(fact) = when else { continue };
            let Some(node) = graph.meant(fact) else {
                proof.lack(Lacking::Unresolved, seat, Gap::Unknown, at);
                continue;
            };
            let breach = || Lacking::Breach(Breach::Fallback { nominator: used.node, fact: node });
            match self.fact(seat, fact, at).status(Stage::Final) {
                Status::Met => {}
                Status::Unmet | Status::Inapplicable => proof.lack(breach(), member, Gap::Contrary, at),
                Status::Open | Status::Attest => proof.lack(breach(), member, Gap::Pending, at),
                Status::Error => proof.lack(breach(), member, Gap::Unknown, at),
            }
        }
        left
    }

    /// Whoever nominated each of the members is among those who may.
    pub(super) fn nominated_by_one(
        &self,
        proof: &mut Proof,
        seat: NodeId,
        holders: Vec<NodeId>,
        may: impl Fn(NodeId) -> bool,
        at: Span,
    ) {
        let mut unknown = Vec::new();
        for member in holders {
            let nominators = self.graph.outgoing(member, EdgeKind::NominatedBy);
            if nominators.is_empty() && !self.graph.says(member, EdgeKind::NominatedBy) {
                unknown.push(member);
            }
            if self.graph.broken.contains(&(member, EdgeKind::NominatedBy)) {
                proof.lack(Lacking::Unread, member, Gap::Unknown, at);
            }
            for nominator in nominators.iter().filter(|nominator| !may(nominator.node)) {
                let gap =
                    if self.graph.is_broken(nominator.node, EdgeKind::Category) { Gap::Unknown } else { Gap::Contrary };
                proof.lack(Lacking::WrongNominator { seat, nominator: nominator.node }, member, gap, at);
            }
        }
        if !unknown.is_empty() {
            proof.lack(Lacking::NominatorUnknown { members: self.sorted(unknown) }, seat, Gap::Pending, at);
        }
    }

    fn nominated_jointly(&self, proof: &mut Proof, seat: NodeId, holders: &[NodeId], at: Span) {
        let asked = self.all_nominators(seat);
        for &member in holders {
            let nominators = self.graph.outgoing(member, EdgeKind::NominatedBy);
            // Of whom nobody says who nominated is told once, and what could not be read is a finding already.
            if nominators.is_empty() || self.graph.is_broken(member, EdgeKind::NominatedBy) || !self.keep() {
                continue;
            }
            let has = |agent: &NodeId| nominators.iter().any(|nominator| nominator.node == *agent);
            let missing: Vec<NodeId> = asked.iter().copied().filter(|agent| !has(agent)).collect();
            if !missing.is_empty() && asked.iter().any(has) {
                proof.lack(Lacking::Breach(Breach::NotJointly { seat, missing }), member, Gap::Absent, at);
            }
        }
    }

    fn nominated_by_each(&self, proof: &mut Proof, seat: NodeId, holders: &[NodeId], at: Span) {
        let graph = self.graph;
        let Some(data) = graph.downcast::<Seat>(seat).map(|id| graph.get(id)) else { return };
        // Of a seat that may stay empty, and is, nothing is asked.
        if data.optional && holders.is_empty() {
            return;
        }
        let open = (data.places as usize).saturating_sub(self.holders(seat).len());
        let all = self.all_nominators(seat);
        // More nominations than places are a finding already.
        let crowded = data.names.unwrap_or(1) as usize * all.len() > data.places as usize;
        let unsaid = holders.iter().filter(|&&member| graph.outgoing(member, EdgeKind::NominatedBy).is_empty()).count();
        for agent in all {
            if !self.keep() {
                return;
            }
            let named = |member: &&NodeId| graph.between(**member, EdgeKind::NominatedBy, agent).is_some();
            let found = holders.iter().filter(named).count();
            let (least, most) = data.names.map_or((1, usize::MAX), |names| (names as usize, names as usize));
            if (least..=most).contains(&found) {
                continue;
            }
            let gap = match () {
                () if crowded => Gap::Unknown,
                () if found > most => Gap::Contrary,
                () if unsaid > 0 => Gap::Pending,
                () if open > 0 => self.absent([NodeKind::Member], [EdgeKind::Fills, EdgeKind::NominatedBy]),
                () => Gap::Contrary,
            };
            let breach = Breach::NotEach { nominator: agent, found: found as u64, asked: data.names };
            proof.lack(Lacking::Breach(breach), seat, gap, at);
        }
    }
}
