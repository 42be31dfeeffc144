//! Patterns: every, some or no thing of a kind, and what it has over a path of relations.

use std::{rc::Rc, sync::Arc};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Gap, Hop, KEPT, Lack, Lacking, Proof, Prover, Shows, Witness};
use crate::{
    document::requirement::{Path, Quantifier, Step, Within},
    graph::{
        edge::EdgeKind,
        node::{NodeId, NodeKind},
        requirement::{Class, Count, Has, Pattern, Target},
    },
    source::Span,
};

/// So many of what a subject has are shown as evidence.
const SHOWN: usize = 8;

/// What can be reached from a node along the rest of a path.
#[derive(Debug, Default)]
struct Reach {
    /// The ends, each with the next node on the way to it. Sorted by end.
    ends: Vec<(NodeId, NodeId)>,
    /// Something on the way could not be read, so that there may be more.
    doubtful: bool,
}

/// Counts what lies at the end of a path, for one subject after another. What is reached from a node is worked out once, so that many subjects that share
/// their way cost no more than the edges.
struct Counter<'p, 'm> {
    prover: &'p Prover<'m>,
    path: &'p Path,
    accepts: &'p dyn Fn(NodeId) -> bool,
    /// Whether what is not accepted may be, had it been read whole.
    doubts: &'p dyn Fn(NodeId) -> bool,
    /// More ends than this need not be told apart.
    enough: usize,
    memo: Vec<FxHashMap<NodeId, Rc<Reach>>>,
    exhausted: bool,
}

impl<'p, 'm> Counter<'p, 'm> {
    fn new(
        prover: &'p Prover<'m>,
        path: &'p Path,
        enough: usize,
        accepts: &'p dyn Fn(NodeId) -> bool,
        doubts: &'p dyn Fn(NodeId) -> bool,
    ) -> Self {
        let memo = path.steps.iter().map(|_| FxHashMap::default()).collect();
        Self { prover, path, accepts, doubts, enough, memo, exhausted: false }
    }

    /// What lies at the end of the path from its step `at` on. Paths are short, so that the recursion is.
    fn reach(&mut self, at: usize, from: NodeId) -> Rc<Reach> {
        if let Some(known) = self.memo.get(at).and_then(|memo| memo.get(&from)) {
            return Rc::clone(known);
        }
        let reach = Rc::new(self.search(at, from));
        if let Some(memo) = self.memo.get_mut(at) {
            memo.insert(from, Rc::clone(&reach));
        }
        reach
    }

    fn search(&mut self, at: usize, from: NodeId) -> Reach {
        let prover = self.prover;
        let Some(steps) = self.path.steps.get(at) else { return Reach::default() };
        let last = at + 1 == self.path.steps.len();
        let mut reach = Reach::default();
        let mut next: Vec<NodeId> = Vec::new();
        for &step in steps {
            reach.doubtful |= prover.is_doubtful(from, step);
            if !prover.each(from, step, |node| next.push(node)) {
                self.exhausted = true;
            }
        }
        // Of more than are needed the same ones count, whatever the order of entries.
        next.sort_unstable_by(|&a, &b| prover.graph.order(a, b));
        next.dedup();
        let mut found: FxHashMap<NodeId, NodeId> = FxHashMap::default();
        for node in next {
            if found.len() >= self.enough || self.exhausted {
                break;
            }
            if !prover.scope.sees(prover.graph, node) {
                continue;
            }
            if last {
                // What could not be read whole may be something else than it seems.
                if prover.graph.head(node).damaged || prover.is_doubted(node) {
                    reach.doubtful = true;
                } else if (self.accepts)(node) {
                    found.insert(node, node);
                } else {
                    reach.doubtful |= (self.doubts)(node);
                }
            } else {
                let beyond = self.reach(at + 1, node);
                reach.doubtful |= beyond.doubtful;
                for &(end, _) in &beyond.ends {
                    if found.len() >= self.enough || !prover.step() {
                        break;
                    }
                    found.entry(end).or_insert(node);
                }
            }
        }
        reach.ends = found.into_iter().collect();
        reach.ends.sort_unstable();
        reach
    }

    /// The way from a subject to an end that [`Counter::reach`] found.
    fn way(&mut self, from: NodeId, end: NodeId) -> Vec<Hop> {
        let mut way = Vec::new();
        let mut here = from;
        for at in 0..self.path.steps.len() {
            let reach = self.reach(at, here);
            let found = reach.ends.binary_search_by_key(&end, |(end, _)| *end).ok().and_then(|at| reach.ends.get(at));
            let (Some(&(_, next)), Some(steps)) = (found, self.path.steps.get(at)) else { break };
            let hops = steps.iter().map(|&step| self.prover.way(here, step, next)).find(|hops| !hops.is_empty());
            way.extend(hops.unwrap_or_default());
            here = next;
        }
        way
    }
}

/// Of what a pattern speaks in a proposal.
struct Subjects {
    /// The things, in the order of the graph.
    subjects: Vec<NodeId>,
    /// How many of the kind there were to choose from.
    looked_at: usize,
    kind: NodeKind,
    /// Things of which something could not be read, and of which the condition may hold.
    doubtful: Vec<NodeId>,
}

/// The lacks and witnesses of one subject.
type Outcome = (Vec<Lack>, Vec<Witness>);

impl Prover<'_> {
    /// The things of which a pattern speaks, in the order of the graph; and what may be concluded from there being none.
    fn subjects(&self, pattern: &Pattern) -> Option<Subjects> {
        let graph = self.graph;
        let (kind, all): (NodeKind, Vec<NodeId>) = match pattern.class {
            Class::Kind(kind) => (kind, self.scope.candidates(graph, kind, pattern.within)),
            Class::Scheme(scheme) => {
                let concepts = graph.incoming(graph.meant(scheme)?, EdgeKind::InScheme);
                (NodeKind::Concept, concepts.iter().map(|concept| concept.node).collect())
            }
        };
        let of_scope: Vec<NodeId> = all
            .into_iter()
            .filter(|&node| !graph.head(node).repeated && self.scope.is_subject(graph, node, pattern.within))
            // Of whoever has left or has yet to come nothing is asked.
            .filter(|&node| kind != NodeKind::Member || self.is_current(node))
            .collect();
        let looked_at = of_scope.len();
        let such = |node: &NodeId| pattern.condition.as_ref().is_none_or(|condition| self.holds(condition, *node));
        let (subjects, others): (Vec<NodeId>, Vec<NodeId>) = of_scope.into_iter().partition(such);
        // What could not be read of these may be what would make them subjects.
        let may_be =
            |node: &NodeId| pattern.condition.as_ref().is_some_and(|condition| self.may_hold(condition, *node));
        let doubtful = others.into_iter().filter(may_be).collect();
        Some(Subjects { subjects, looked_at, kind, doubtful })
    }

    /// What may be a subject and could not be read: nothing that is said of every one, or of none, holds then.
    fn unread(&self, proof: &mut Proof, doubtful: Vec<NodeId>, kind: NodeKind, at: Span) {
        for node in doubtful {
            proof.lack(Lacking::Unread, node, Gap::Unknown, at);
        }
        if self.graph.unread().contains(kind) {
            proof.lack(Lacking::Unread, self.scope.pact, Gap::Unknown, at);
        }
    }

    /// Whether a pact that is spoken of could not be found.
    fn is_lost(&self, pattern: &Pattern) -> bool {
        pattern.within == Within::Supplemented && self.scope.lost
    }

    /// Where to report that there is nothing of which a pattern speaks.
    fn nothing(&self, pattern: &Arc<Pattern>, kind: NodeKind, looked_at: usize, at: Span) -> Lack {
        let document = if pattern.within == Within::Proposal { self.scope.pact } else { self.scope.terms };
        let gap = self.absent([kind], []);
        Lack {
            what: Lacking::Subject { pattern: Arc::clone(pattern), looked_at },
            subject: document,
            gap,
            requirement: at,
        }
    }

    pub(super) fn pattern(&self, of: NodeId, pattern: &Arc<Pattern>, at: Span) -> Proof {
        if self.is_lost(pattern) {
            return self.unresolved(of, at);
        }
        let Some(found) = self.subjects(pattern) else { return self.unresolved(of, at) };
        let Subjects { subjects, looked_at, kind, doubtful } = found;
        let mut proof = Proof::default();
        let unsure = !doubtful.is_empty() || self.graph.unread().contains(kind);
        if pattern.quantifier != Quantifier::Some {
            self.unread(&mut proof, doubtful, kind, at);
        }
        if pattern.quantifier == Quantifier::No && pattern.has.is_empty() {
            for &subject in &subjects {
                proof.lack(
                    Lacking::Forbidden { pattern: Arc::clone(pattern), path: Vec::new() },
                    subject,
                    Gap::Contrary,
                    at,
                );
            }
            self.none_found(&mut proof, pattern, subjects.len(), looked_at, kind, at);
            return proof;
        }
        let outcomes = self.outcomes(&subjects, &pattern.has, Some(pattern), of, at);
        match pattern.quantifier {
            Quantifier::Every => {
                for (lacks, witnesses) in outcomes {
                    proof.lacks.extend(lacks);
                    proof.witnesses.extend(witnesses);
                }
                if subjects.is_empty() {
                    proof.lacks.push(self.nothing(pattern, kind, looked_at, at));
                }
            }
            Quantifier::Some => {
                let mut outcomes: Vec<(NodeId, Outcome)> = subjects.iter().copied().zip(outcomes).collect();
                // Those that have what is asked for, else the one that lacks least.
                let best = |(node, (lacks, _)): &(NodeId, Outcome)| {
                    (lacks.iter().map(|lack| lack.gap).max(), lacks.len(), self.graph.key(*node))
                };
                let any = outcomes.iter().any(|(_, (lacks, _))| lacks.is_empty());
                if !any && unsure {
                    // What could not be read may be what is asked for.
                    proof.lack(Lacking::Unread, self.scope.pact, Gap::Unknown, at);
                    return proof;
                }
                if any {
                    outcomes.retain(|(_, (lacks, _))| lacks.is_empty());
                } else {
                    outcomes = outcomes.into_iter().min_by_key(best).into_iter().collect();
                }
                if outcomes.is_empty() {
                    proof.lacks.push(self.nothing(pattern, kind, looked_at, at));
                }
                for (subject, (lacks, witnesses)) in outcomes {
                    if witnesses.is_empty() && lacks.is_empty() {
                        proof.witness(Shows::There, subject, Vec::new());
                    }
                    proof.lacks.extend(lacks);
                    proof.witnesses.extend(witnesses);
                }
            }
            Quantifier::No => {
                for (&subject, (lacks, witnesses)) in subjects.iter().zip(outcomes) {
                    if lacks.is_empty() {
                        let path = witnesses.into_iter().map(|witness| witness.path).find(|path| !path.is_empty());
                        let what = Lacking::Forbidden { pattern: Arc::clone(pattern), path: path.unwrap_or_default() };
                        proof.lack(what, subject, Gap::Contrary, at);
                    } else {
                        // Whether it has what it must not have is not known.
                        proof.lacks.extend(lacks.into_iter().filter(|lack| lack.gap == Gap::Unknown));
                    }
                }
                let contrary = proof.lacks.iter().filter(|lack| lack.gap == Gap::Contrary).count();
                self.none_found(&mut proof, pattern, contrary, looked_at, kind, at);
            }
        }
        proof
    }

    /// What speaks for it that there is none: that there was something to look at.
    fn none_found(
        &self,
        proof: &mut Proof,
        pattern: &Arc<Pattern>,
        found: usize,
        looked_at: usize,
        kind: NodeKind,
        at: Span,
    ) {
        if looked_at == 0 {
            // Absence is no pass: nothing was there to look at.
            let nothing = self.nothing(pattern, kind, 0, at);
            let gap = if nothing.gap == Gap::Absent { Gap::Pending } else { nothing.gap };
            proof.lacks.push(Lack { gap, ..nothing });
        } else if found == 0 {
            proof.witness(Shows::NoneOf(looked_at, kind), self.scope.pact, Vec::new());
        }
    }

    /// What each subject has and lacks.
    fn outcomes(
        &self,
        subjects: &[NodeId],
        has: &[Has],
        pattern: Option<&Arc<Pattern>>,
        of: NodeId,
        at: Span,
    ) -> Vec<Outcome> {
        let mut outcomes: Vec<Outcome> = subjects.iter().map(|_| (Vec::new(), Vec::new())).collect();
        for has in has {
            match has {
                Has::Count(count) => self.count(subjects, count, pattern, of, at, &mut outcomes),
                Has::Given(keys) => {
                    for (&subject, (lacks, witnesses)) in subjects.iter().zip(&mut outcomes) {
                        if !self.keep() {
                            break;
                        }
                        let missing: Vec<Box<str>> =
                            keys.iter().filter(|key| !self.is_given(key, subject)).map(|key| key.key.clone()).collect();
                        if missing.is_empty() {
                            witnesses.push(Witness::new(Shows::Given, subject, Vec::new()));
                            continue;
                        }
                        let broken = keys.iter().flat_map(|key| &key.steps).any(|step| match step {
                            Step::Forward(edge) => self.graph.broken.contains(&(subject, *edge)),
                            Step::Backward(edge) => self.doubtful.contains(edge),
                            Step::SamePerson => false,
                        });
                        let gap = if broken || self.graph.head(subject).damaged { Gap::Unknown } else { Gap::Absent };
                        let what = Lacking::Given { pattern: pattern.cloned(), keys: missing };
                        lacks.push(Lack { what, subject, gap, requirement: at });
                    }
                }
            }
        }
        outcomes
    }

    fn count(
        &self,
        subjects: &[NodeId],
        count: &Arc<Count>,
        pattern: Option<&Arc<Pattern>>,
        of: NodeId,
        at: Span,
        outcomes: &mut [Outcome],
    ) {
        let graph = self.graph;
        // One person's other seats count when they were held at the same time, whether that is now or not.
        let any_role = count.condition.as_ref().is_some_and(Self::asks_for_roles);
        let by_person = count.via.steps.last().is_some_and(|steps| steps.contains(&Step::SamePerson));
        let accepts = |node: NodeId| {
            count.to.contains(graph.kind(node))
                && !graph.head(node).repeated
                && (graph.kind(node) != NodeKind::Member || by_person || self.counts_as_member(node, any_role))
                && count.condition.as_ref().is_none_or(|condition| self.holds(condition, node))
        };
        let doubts = |node: NodeId| {
            count.to.contains(graph.kind(node))
                && count.condition.as_ref().is_some_and(|condition| self.may_hold(condition, node))
        };
        let concepts = match count.every {
            None => None,
            Some(scheme) => match self.concepts(scheme) {
                Some(concepts) => Some(concepts),
                None => {
                    for (lacks, _) in outcomes {
                        lacks.push(Lack { what: Lacking::Unresolved, subject: of, gap: Gap::Unknown, requirement: at });
                    }
                    return;
                }
            },
        };
        let bounds = count.bounds;
        let more = bounds.at_most.map_or(0, |most| most as usize + 1);
        let whole = concepts.is_some() || count.distinct.is_some();
        let enough = if whole { usize::MAX } else { (bounds.at_least as usize).max(more).max(1) };
        let mut counter = Counter::new(self, &count.via, enough, &accepts, &doubts);
        // What is behind a kind of which something was lost may be there.
        let lost = count.kinds.iter().any(|&kind| graph.unread().contains(kind))
            || (concepts.is_some() && graph.unread().contains(NodeKind::Concept));
        let any = |_: NodeId| true;
        let mut different = count.distinct.as_ref().map(|path| Counter::new(self, path, usize::MAX, &any, &|_| false));
        for (&subject, (lacks, witnesses)) in subjects.iter().zip(outcomes) {
            // What is kept of each subject costs more than a step.
            if !self.charge(KEPT * concepts.as_ref().map_or(1, Vec::len) as u64) {
                return;
            }
            let reach = counter.reach(0, subject);
            if counter.exhausted {
                // Whoever asked sees that no step is left, and takes nothing of this for an answer.
                return;
            }
            let gap = if reach.doubtful || lost { Gap::Unknown } else { Gap::Absent };
            let mut lack = |what, gap| lacks.push(Lack { what, subject, gap, requirement: at });
            if let Some(concepts) = &concepts {
                if graph.unread().contains(NodeKind::Concept) {
                    // One that could not be read is to be reached as well.
                    lack(Lacking::Unread, Gap::Unknown);
                }
                let reached: FxHashSet<NodeId> = reach.ends.iter().map(|(end, _)| *end).collect();
                for &concept in concepts {
                    if reached.contains(&concept) {
                        let path = counter.way(subject, concept);
                        witnesses.push(Witness::new(Shows::Path, subject, path));
                    } else {
                        lack(Lacking::Concept { pattern: pattern.cloned(), count: Arc::clone(count), concept }, gap);
                    }
                }
                continue;
            }
            let (found, unsure) = match &mut different {
                None => (reach.ends.len(), false),
                Some(counter) => self.distinct(&reach.ends, counter),
            };
            let gap = if unsure { Gap::Unknown } else { gap };
            let (pattern, count) = (pattern.cloned(), Arc::clone(count));
            if found < bounds.at_least as usize {
                lack(Lacking::TooFew { pattern, count, found }, gap);
            } else if bounds.at_most.is_some_and(|most| found > most as usize) {
                lack(Lacking::TooMany { pattern, count, found }, Gap::Contrary);
            } else if gap == Gap::Unknown && bounds.at_most.is_some() {
                // What could not be read may be one too many.
                lack(Lacking::Unread, Gap::Unknown);
            } else {
                let shown: Vec<NodeId> = reach.ends.iter().take(SHOWN).map(|(end, _)| *end).collect();
                for end in shown {
                    let path = counter.way(subject, end);
                    witnesses.push(Witness::new(Shows::Path, subject, path));
                }
                if reach.ends.is_empty() {
                    witnesses.push(Witness::new(Shows::There, subject, Vec::new()));
                }
            }
        }
    }

    /// The concepts of a scheme that nothing is broader than within it and those that something is: every one. Sorted by key.
    pub(super) fn concepts(&self, scheme: Target) -> Option<Vec<NodeId>> {
        let concepts = self.graph.incoming(self.graph.meant(scheme)?, EdgeKind::InScheme);
        let mut concepts: Vec<NodeId> = concepts.iter().map(|concept| concept.node).collect();
        concepts.sort_unstable_by(|&a, &b| self.graph.order(a, b));
        concepts.dedup();
        Some(concepts)
    }

    /// How many different things a path leads to from several nodes, and whether there may be more. What leads to none is no further thing.
    fn distinct(&self, ends: &[(NodeId, NodeId)], counter: &mut Counter<'_, '_>) -> (usize, bool) {
        let mut seen: FxHashSet<NodeId> = FxHashSet::default();
        let mut doubtful = false;
        for &(end, _) in ends {
            if !self.step() {
                break;
            }
            let reach = counter.reach(0, end);
            doubtful |= reach.doubtful;
            seen.extend(reach.ends.iter().map(|(end, _)| *end));
        }
        (seen.len(), doubtful)
    }

    /// Counts over the members of a body.
    pub(super) fn members_have(&self, of: NodeId, body: NodeId, has: &[Has], at: Span) -> Proof {
        let mut proof = Proof::default();
        for (lacks, witnesses) in self.outcomes(&[body], has, None, of, at) {
            proof.lacks.extend(lacks);
            proof.witnesses.extend(witnesses);
        }
        proof
    }
}

#[cfg(test)]
mod tests {
    use crate::{ledger::Verdict, prove::tests::verdict};

    const AREAS: &str = "
schemes: { policy-area: [work] }
bodies: { board: {} }
clauses: { A: { force: must, text: A., requires: { every: policy-area, has: { at-least: 1, via: policy-area-of, to: member, where: { body: board } } } } }
";

    #[test]
    fn who_has_left_is_no_evidence() {
        let pact =
            "actors: { union: { policy-area: work } }\nmembers: { m: { body: board, actor: union, to: 2017-12-31 } }\n";
        assert_eq!(verdict(AREAS, pact, Some("2017-06-01")), Verdict::Met);
        assert_eq!(verdict(AREAS, pact, Some("2018-06-01")), Verdict::Unmet);
    }

    const GROUP: &str = "
bodies: { board: {} }
clauses:
  A:
    force: must
    text: A.
    requires:
      every: member
      where: { body: { kind: working-group } }
      has: { at-least: 1, via: same-person, to: member, where: { body: board } }
";

    fn in_group(board: &str, group: &str) -> String {
        format!(
            "bodies: {{ group: {{ kind: working-group, to: 2017-12-31 }} }}\nmembers:\n  m: {{ person: x, body: board{board} }}\n  g: {{ person: x, body: group{group} }}\n"
        )
    }

    #[test]
    fn a_working_group_is_made_up_of_those_who_were_members_at_the_time() {
        let day = Some("2018-06-01");
        assert_eq!(verdict(GROUP, &in_group("", ""), day), Verdict::Met);
        // The group had ended when the member left the board.
        assert_eq!(verdict(GROUP, &in_group(", to: 2018-03-31", ""), day), Verdict::Met);
        assert_eq!(verdict(GROUP, &in_group(", to: 2017-08-31", ", from: 2017-10-01"), day), Verdict::Unmet);
    }
}
