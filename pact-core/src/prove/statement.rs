//! What a human vouches for, what stands in prose, and what elements are included.

use super::{Gap, Lacking, Proof, Prover, Shows};
use crate::{
    document::requirement::Step,
    graph::{
        edge::EdgeKind,
        node::{Attestation, Id, NodeId, NodeKind, Section},
        requirement::Statement,
    },
    name::Symbol,
    source::Span,
};

impl Prover<'_> {
    /// The clause that says whom a clause or an element binds: itself, or the clause of the element.
    fn binding(&self, of: NodeId) -> Option<NodeId> {
        let graph = self.graph;
        let mut here = of;
        // A part is of an element, an element of a clause.
        for _ in 0..3 {
            if graph.broken.contains(&(here, EdgeKind::Binds)) || !graph.outgoing(here, EdgeKind::Binds).is_empty() {
                return Some(here);
            }
            let clause = graph.outgoing(here, EdgeKind::UnderClause).first();
            here = clause.or_else(|| graph.outgoing(here, EdgeKind::PartOf).first())?.node;
        }
        None
    }

    /// Those whom a clause or an element binds: an element those of its clause.
    pub(crate) fn bound(&self, of: NodeId) -> Vec<NodeId> {
        let binds = self.binding(of).map_or(&[][..], |clause| self.graph.outgoing(clause, EdgeKind::Binds));
        binds.iter().map(|bound| bound.node).collect()
    }

    /// Whether it is not known whom a clause or an element binds: a reference leads nowhere.
    pub(crate) fn is_bound_unknown(&self, of: NodeId) -> bool {
        self.binding(of).is_some_and(|clause| self.graph.broken.contains(&(clause, EdgeKind::Binds)))
    }

    /// Those who may vouch for a clause or an element: anybody where it is empty.
    pub(crate) fn vouchers(&self, of: NodeId, statement: &Statement) -> Option<Vec<NodeId>> {
        let mut by: Vec<NodeId> = statement.by.iter().map(|&target| self.graph.meant(target)).collect::<Option<_>>()?;
        if by.is_empty() {
            by = self.bound(of);
        }
        by.sort_unstable_by(|&a, &b| self.graph.order(a, b));
        by.dedup();
        Some(by)
    }

    /// Whether an attestation says all that it has to: who, when, and where it can be read.
    pub(crate) fn is_whole(&self, attestation: NodeId) -> bool {
        let Some(id): Option<Id<Attestation>> = self.graph.downcast(attestation) else { return false };
        let data = self.graph.get(id);
        let said = !data.sources.is_empty() || data.text.as_ref().is_some_and(|text| !text.is_blank());
        data.on.is_some() && said && !self.graph.outgoing(attestation, EdgeKind::AttestedBy).is_empty()
    }

    /// Whether an attestation is given by the day as of which is judged.
    pub(crate) fn is_given_by_now(&self, attestation: NodeId) -> bool {
        let id: Option<Id<Attestation>> = self.graph.downcast(attestation);
        !id.and_then(|id| self.graph.get(id).on).is_some_and(|on| self.is_ahead(on.date))
    }

    pub(super) fn statement(&self, of: NodeId, statement: &Statement, at: Span) -> Proof {
        let mut proof = Proof::default();
        let Some(by) = self.vouchers(of, statement) else { return self.unresolved(of, at) };
        if statement.by.is_empty() && self.is_bound_unknown(of) {
            return self.unresolved(of, at);
        }
        let mut given: Vec<NodeId> = self
            .graph
            .incoming(of, EdgeKind::Attests)
            .iter()
            .map(|attestation| attestation.node)
            .filter(|&attestation| {
                let who = self.graph.outgoing(attestation, EdgeKind::AttestedBy);
                let head = self.graph.head(attestation);
                self.scope.owns(self.graph, attestation)
                    && !head.damaged
                    && !head.repeated
                    && self.is_whole(attestation)
                    && self.is_given_by_now(attestation)
                    && (by.is_empty() || who.iter().any(|who| by.contains(&who.node)))
            })
            .collect();
        given.sort_unstable_by(|&a, &b| self.graph.order(a, b));
        match given.first() {
            Some(&attestation) => {
                let mut path = self.way(attestation, Step::Forward(EdgeKind::Attests), of);
                if let Some(who) = self.graph.outgoing(attestation, EdgeKind::AttestedBy).first() {
                    path.extend(self.way(attestation, Step::Forward(EdgeKind::AttestedBy), who.node));
                }
                proof.witness(Shows::Attested, attestation, path);
            }
            None => {
                let gap = match self.absent([NodeKind::Attestation], [EdgeKind::Attests, EdgeKind::AttestedBy]) {
                    Gap::Unknown => Gap::Unknown,
                    _ => Gap::Statement,
                };
                proof.lack(Lacking::Unattested { by }, of, gap, at);
            }
        }
        proof
    }

    pub(super) fn section(&self, of: NodeId, id: Symbol, at: Span) -> Proof {
        let mut proof = Proof::default();
        let key = (NodeKind::Section, Some(self.scope.pact), id);
        let section = self.graph.index.exact.get(&key).copied();
        let said = section
            .and_then(|node| self.graph.downcast::<Section>(node))
            .filter(|&id| self.graph.get(id).text.as_ref().is_some_and(|text| !text.is_blank()));
        match (said, section) {
            (Some(id), _) => proof.witness(Shows::There, id.node(), Vec::new()),
            (None, Some(damaged)) if self.graph.head(damaged).damaged => {
                proof.lack(Lacking::Unread, damaged, Gap::Unknown, at);
            }
            (None, found) => {
                let gap = self.absent([NodeKind::Section], []);
                proof.lack(Lacking::Section { id }, found.unwrap_or(of), gap, at);
            }
        }
        proof
    }

    /// Whether something in the proposal covers an element, or a part of it.
    pub(crate) fn included(&self, element: NodeId, at: Span) -> Proof {
        let mut proof = self.covered(element, at);
        if proof.lacks.is_empty() {
            return proof;
        }
        for part in self.graph.incoming(element, EdgeKind::PartOf) {
            let covered = self.covered(part.node, at);
            if covered.lacks.is_empty() {
                return covered;
            }
        }
        proof.lacks.truncate(1);
        proof
    }

    /// Whether something in the proposal covers an element itself.
    pub(crate) fn covered(&self, element: NodeId, at: Span) -> Proof {
        let mut proof = Proof::default();
        let covering = self.graph.incoming(element, EdgeKind::Covers).iter().map(|covering| covering.node);
        let mut covering: Vec<NodeId> =
            covering.filter(|&node| self.scope.owns(self.graph, node) && !self.graph.head(node).repeated).collect();
        covering.sort_unstable_by(|&a, &b| self.graph.order(a, b));
        covering.dedup();
        if covering.is_empty() {
            let kinds = EdgeKind::Covers.info().from.iter().copied();
            let gap = self.absent(kinds, [EdgeKind::Covers]);
            proof.lack(Lacking::Uncovered, element, gap, at);
        }
        for node in covering {
            let path = self.way(node, Step::Forward(EdgeKind::Covers), element);
            proof.witness(Shows::Covered, element, path);
        }
        proof
    }
}
