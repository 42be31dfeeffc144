//! In what members are alike, or differ: their actor, their region, who nominated them, or what is said of them of a scheme.

use super::{Prover, follow, group::Truth};
use crate::{
    document::{
        body::{Aspect, Distinct},
        requirement::Step,
    },
    graph::{
        edge::EdgeKind,
        node::{NodeId, NodeKind},
        requirement::Target,
    },
};

/// What is said of somebody.
pub(super) struct Said {
    /// It, sorted.
    pub(super) nodes: Vec<NodeId>,
    /// Whether it can be relied on: said, not said, or not to be read or followed.
    pub(super) truth: Truth,
}

impl Said {
    /// What is said of nobody.
    pub(super) fn nothing() -> Self {
        Self { nodes: Vec::new(), truth: Truth::Yes }
    }

    /// What is said of either.
    #[must_use]
    pub(super) fn and(mut self, other: Self) -> Self {
        self.nodes.extend(other.nodes);
        self.nodes.sort_unstable();
        self.nodes.dedup();
        Self { truth: self.truth.and(other.truth), ..self }
    }

    /// Whether something is said of both. O(own × log others).
    pub(super) fn is_like(&self, other: &Self) -> Truth {
        if self.nodes.iter().any(|node| other.nodes.binary_search(node).is_ok()) {
            return Truth::Yes;
        }
        match self.truth.and(other.truth) {
            Truth::Yes => Truth::No,
            unknown => unknown,
        }
    }
}

impl Prover<'_> {
    /// What is said of a member in some respect. Who somebody is no node says. O(what is said).
    pub(super) fn said(&self, member: NodeId, aspect: Aspect<Target>) -> Said {
        let graph = self.graph;
        let ends = |node: NodeId, edge| graph.outgoing(node, edge).iter().map(|end| end.node);
        let actors = || ends(member, EdgeKind::OnBehalfOf);
        // Whether it is read through the actor.
        let of_actors = |edge| {
            let unread =
                graph.is_broken(member, EdgeKind::OnBehalfOf) || actors().any(|actor| graph.is_broken(actor, edge));
            (actors().flat_map(|actor| ends(actor, edge)).collect::<Vec<_>>(), unread)
        };
        let own = |edge| (ends(member, edge).collect::<Vec<_>>(), graph.is_broken(member, edge));
        let (mut nodes, unread) = match aspect {
            Aspect::Word(Distinct::Person) => (Vec::new(), false),
            Aspect::Word(Distinct::Actor) => own(EdgeKind::OnBehalfOf),
            Aspect::Word(Distinct::Nominator) => own(EdgeKind::NominatedBy),
            Aspect::Word(Distinct::Region) => of_actors(EdgeKind::Region),
            Aspect::Scheme(scheme) => match graph.meant(scheme) {
                None => (Vec::new(), true),
                Some(scheme) if is_own_scheme(graph.name(scheme), EdgeKind::Category) => of_actors(EdgeKind::Category),
                Some(scheme) if is_own_scheme(graph.name(scheme), EdgeKind::Gender) => {
                    let (mut all, mut unread) = own(EdgeKind::Gender);
                    self.inherit(member, EdgeKind::Gender, &mut all, &mut unread, |_| true);
                    (all, unread)
                }
                Some(scheme) if is_own_scheme(graph.name(scheme), EdgeKind::PolicyArea) => {
                    let areas = follow::policy_areas(graph, member).into_iter().collect();
                    (areas, self.is_doubtful(member, Step::Forward(EdgeKind::PolicyArea)))
                }
                Some(scheme) => {
                    let ((mut all, unread), (beside, unread_beside)) = (own(EdgeKind::Is), of_actors(EdgeKind::Is));
                    all.extend(beside);
                    let of_scheme = |concept: NodeId| ends(concept, EdgeKind::InScheme).any(|of| of == scheme);
                    all.retain(|&concept| of_scheme(concept));
                    let mut unread = unread || unread_beside;
                    self.inherit(member, EdgeKind::Is, &mut all, &mut unread, of_scheme);
                    (all, unread)
                }
            },
        };
        nodes.sort_unstable();
        nodes.dedup();
        // A concept that could not be read may be one that is said of somebody; actors and regions that could not be are references that lead nowhere.
        let unread = unread || (matches!(aspect, Aspect::Scheme(_)) && graph.unread().contains(NodeKind::Concept));
        let truth = match (unread, nodes.is_empty()) {
            (true, _) => Truth::Unread,
            (false, true) => Truth::Unsaid,
            (false, false) => Truth::Yes,
        };
        Said { nodes, truth }
    }

    /// What another row of the same person says counts where the own one is silent.
    fn inherit(
        &self,
        member: NodeId,
        edge: EdgeKind,
        own: &mut Vec<NodeId>,
        unread: &mut bool,
        holds: impl Fn(NodeId) -> bool,
    ) {
        if own.is_empty()
            && let Some((others, lost)) = self.said_by_other_rows(member, edge)
        {
            own.extend(others.into_iter().filter(|&concept| holds(concept)));
            *unread |= lost;
        }
    }

    /// Whether two members have something in common in some respect.
    pub(super) fn is_alike(&self, one: NodeId, other: NodeId, aspect: Aspect<Target>) -> Truth {
        self.said(one, aspect).is_like(&self.said(other, aspect))
    }
}

/// Whether a relation has the scheme of this name to itself.
pub(super) fn is_own_scheme(name: &str, edge: EdgeKind) -> bool {
    edge.info().scheme == Some(name)
}

#[cfg(test)]
mod tests {
    use crate::{ledger::Verdict, prove::tests::verdict};

    fn judged(body: &str, rows: &[&str]) -> Verdict {
        let terms = format!(
            "schemes: {{ work: [teacher, head, clerk], gender: [woman, man], actor-category: [htx, hhx] }}\nactors: {{ one: {{ category: htx, is: clerk }}, other: {{ category: hhx }} }}\nbodies: {{ b: {{ {body} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
        );
        verdict(&terms, &crate::prove::tests::members("body: b", rows), None)
    }

    #[test]
    fn members_of_a_seat_are_of_different_concepts() {
        let seat = |scheme: &str, rows: [&str; 2]| {
            let rows = rows.map(|row| format!("seat: s, {row}"));
            judged(&format!("seats: {{ s: {{ places: 2, distinct: {scheme}, clause: A }} }}"), &[&rows[0], &rows[1]])
        };
        for (scheme, rows, expected) in [
            ("work", ["is: teacher", "is: head"], Verdict::Met),
            ("work", ["is: teacher", "is: teacher"], Verdict::Unmet),
            ("work", ["is: teacher", "person: x"], Verdict::Open),
            ("work", ["is: [teacher, head]", "is: head"], Verdict::Unmet),
            // It is said of the actor.
            ("work", ["is: clerk", "actor: one"], Verdict::Unmet),
            ("work", ["is: teacher", "actor: one"], Verdict::Met),
            // What is said of another scheme says nothing.
            ("work", ["is: teacher", "gender: man"], Verdict::Open),
            ("gender", ["gender: woman", "gender: man"], Verdict::Met),
            ("gender", ["gender: man", "gender: man"], Verdict::Unmet),
            ("gender", ["gender: man", "person: x"], Verdict::Open),
            // What one row of a person says counts for the other.
            ("gender", ["gender: man, person: x", "person: x"], Verdict::Unmet),
            ("work", ["is: head, person: x", "person: x"], Verdict::Unmet),
            ("actor-category", ["actor: one", "actor: other"], Verdict::Met),
            ("actor-category", ["actor: one", "actor: one"], Verdict::Unmet),
        ] {
            assert_eq!(seat(scheme, rows), expected, "{scheme} {rows:?}");
        }
    }

    #[test]
    fn a_quota_counts_different_concepts_once() {
        let of = |bounds: &str, rows: &[&str]| {
            judged(&format!("size: 3, quotas: {{ q: {{ distinct: work, {bounds}, clause: A }} }}"), rows)
        };
        let (teacher, head, clerk) = ("is: teacher", "is: head", "is: clerk");
        assert_eq!(of("at-least: 3", &[teacher, head, clerk]), Verdict::Met);
        assert_eq!(of("at-least: 3", &[teacher, head, head]), Verdict::Unmet);
        assert_eq!(of("at-least: 3", &[teacher, head, "person: x"]), Verdict::Open);
        assert_eq!(of("at-most: 2", &[teacher, head, head]), Verdict::Met);
        assert_eq!(of("at-most: 2", &[teacher, head, "person: x"]), Verdict::Open);
        assert_eq!(of("at-most: 2", &[teacher, head, clerk]), Verdict::Unmet);
    }

    #[test]
    fn a_concept_that_could_not_be_read_says_nothing_of_actors() {
        let of = |aspect: &str| {
            let terms = format!(
                "schemes: {{ work: 3 }}\nregions: {{ r: {{}} }}\nactors: {{ one: {{ region: r }}, other: {{ region: r }} }}\n\
                 bodies: {{ b: {{ seats: {{ s: {{ places: 2, clause: A, distinct: {aspect} }} }}, quotas: {{ q: {{ distinct: {aspect}, at-least: 1, clause: B }} }} }} }}\n\
                 clauses: {{ A: {{ force: must, text: A. }}, B: {{ force: must, text: B. }} }}\n"
            );
            let rows = crate::prove::tests::members("body: b, seat: s", &["actor: one", "actor: other"]);
            crate::prove::tests::faulty(&terms, &rows, None)
        };
        assert_eq!(of("actor"), Verdict::Met);
        assert_eq!(of("region"), Verdict::Unmet);
        assert_eq!(of("work"), Verdict::Error);
    }

    #[test]
    fn a_scheme_that_is_nowhere_is_an_error() {
        let terms = "bodies: { b: { seats: { s: { places: 2, distinct: work, clause: A } } } }\nclauses: { A: { force: must, text: A. } }\n";
        let rows = crate::prove::tests::members("body: b", &["seat: s", "seat: s"]);
        assert_eq!(crate::prove::tests::faulty(terms, &rows, None), Verdict::Error);
    }
}
