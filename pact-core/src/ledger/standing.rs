//! Explanations, attestations and waivers: which of them count, and why the others do not.

use rustc_hash::FxHashMap;

use super::{Entry, Judging, Verdict, Why};
use crate::{
    document::{pact::Outcome, terms::Force},
    graph::{
        Graph,
        edge::EdgeKind,
        node::{self, Id, NodeId, NodeKind},
        requirement::{Ask, Requirement, Statement},
    },
    prove::{Gap, Prover, Status},
};

/// A waiver that ends within so many days is announced.
const SOON: i32 = 30;

/// Whether an explanation, an attestation or a waiver counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It settles something.
    Counts,
    /// It settles something, and not for long.
    Expiring,
    /// There is nothing that it would settle.
    Idle,
    /// It explains what has to be done, whatever the reason.
    Obligation,
    /// Its last day has passed.
    Lapsed,
    /// Its day has not come.
    Ahead,
    /// Whoever gave it may not.
    Unauthorised,
    /// It does not say what it has to.
    Malformed(Vec<Flaw>),
    /// It is about nothing.
    Nowhere,
}

/// What an explanation, an attestation or a waiver does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// Who.
    By,
    /// When.
    On,
    /// Why.
    Reason,
    /// What, or where it can be read.
    Reference,
    /// By which decision; or the decision is not one that was taken.
    Decision,
    /// Until when.
    Until,
}

impl Flaw {
    /// The name in machine formats and message catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::On => "on",
            Self::Reason => "reason",
            Self::Reference => "reference",
            Self::Decision => "decision",
            Self::Until => "until",
        }
    }
}

/// An explanation, an attestation or a waiver of a proposal.
#[derive(Clone, Debug)]
pub struct Exception {
    /// It.
    pub node: NodeId,
    /// The clauses and elements that it is about.
    pub about: Vec<NodeId>,
    /// Whether it counts.
    pub standing: Standing,
}

/// Looks at what a proposal says in its own defence.
pub(super) struct Exceptions<'p, 'm> {
    prover: &'p Prover<'m>,
    graph: &'m Graph,
    judged: Judging,
}

impl<'p, 'm> Exceptions<'p, 'm> {
    pub(super) fn new(prover: &'p Prover<'m>, judged: Judging) -> Self {
        Self { prover, graph: prover.graph, judged }
    }

    /// Settles what can be settled; every explanation, attestation and waiver with its standing, sorted by key.
    pub(super) fn settle(
        &self,
        entries: &mut [Entry],
        last: &[Status],
        lines: &FxHashMap<NodeId, usize>,
    ) -> Vec<Exception> {
        let mut all: Vec<Exception> = Vec::new();
        let below = below(self.graph, entries);
        // A waiver sets a clause aside; there is nothing left to explain then.
        for (kind, edge) in [(NodeKind::Waiver, EdgeKind::Waives), (NodeKind::Explanation, EdgeKind::Explains)] {
            for node in self.own(kind) {
                let about: Vec<NodeId> = self.targets(node, edge);
                let reach: Vec<usize> = about
                    .iter()
                    .filter_map(|target| lines.get(target))
                    .flat_map(|&line| below.get(line).into_iter().flatten().copied())
                    .collect();
                let standing = self.broken(node, &about, edge).unwrap_or_else(|| match kind {
                    NodeKind::Waiver => self.waiver(node, &about, &reach, entries),
                    _ => self.explanation(node, &reach, entries, last),
                });
                all.push(Exception { node, about, standing });
            }
        }
        for node in self.own(NodeKind::Attestation) {
            let about = self.targets(node, EdgeKind::Attests);
            let standing =
                self.broken(node, &about, EdgeKind::Attests).unwrap_or_else(|| self.attestation(node, &about));
            all.push(Exception { node, about, standing });
        }
        all.sort_by_cached_key(|exception| self.graph.key(exception.node));
        all
    }

    /// Those of a kind that stand in the proposal, sorted by key, so that the first of several that settle the same thing is always the same.
    fn own(&self, kind: NodeKind) -> Vec<NodeId> {
        let graph = self.graph;
        let all = graph.in_document(self.prover.scope.pact, kind).iter().copied();
        let mut nodes: Vec<NodeId> = all.filter(|&node| !graph.head(node).repeated).collect();
        nodes.sort_unstable_by(|&a, &b| graph.order(a, b));
        nodes
    }

    fn targets(&self, node: NodeId, edge: EdgeKind) -> Vec<NodeId> {
        let mut targets: Vec<NodeId> = self.graph.outgoing(node, edge).iter().map(|target| target.node).collect();
        targets.dedup();
        targets
    }

    /// What can be said before looking at what it is about.
    fn broken(&self, node: NodeId, about: &[NodeId], edge: EdgeKind) -> Option<Standing> {
        // A reference that leads nowhere is reported as that.
        (about.is_empty() && !self.graph.says(node, edge)).then_some(Standing::Nowhere)
    }

    fn waiver(&self, node: NodeId, about: &[NodeId], reach: &[usize], entries: &mut [Entry]) -> Standing {
        let graph = self.graph;
        let Some(id): Option<Id<node::Waiver>> = graph.downcast(node) else { return Standing::Idle };
        let data = graph.get(id);
        let by: Vec<NodeId> = self.targets(node, EdgeKind::WaivedBy);
        let mut flaws = Vec::new();
        if by.is_empty() && !graph.says(node, EdgeKind::WaivedBy) {
            flaws.push(Flaw::By);
        }
        if data.reason.as_ref().is_none_or(crate::document::value::Text::is_blank) {
            flaws.push(Flaw::Reason);
        }
        let decisions = self.targets(node, EdgeKind::WaivedUnder);
        let taken = decisions.iter().any(|&decision| self.is_taken(decision));
        if !taken && (!decisions.is_empty() || !graph.says(node, EdgeKind::WaivedUnder)) {
            flaws.push(Flaw::Decision);
        }
        if data.until.is_none() {
            flaws.push(Flaw::Until);
        }
        if graph.head(node).damaged {
            return Standing::Idle;
        }
        if !flaws.is_empty() {
            return Standing::Malformed(flaws);
        }
        let decided = |agent: &NodeId| {
            decisions.iter().any(|&decision| graph.between(decision, EdgeKind::DecidedBy, *agent).is_some())
        };
        let may = |agent: &NodeId| about.iter().all(|&clause| self.may_waive(*agent, clause));
        if by.is_empty() || !by.iter().all(|agent| decided(agent) && may(agent)) {
            return if by.is_empty() { Standing::Idle } else { Standing::Unauthorised };
        }
        if data.until.is_some_and(|until| self.prover.is_past(until.date)) {
            return Standing::Lapsed;
        }
        let scope = self.targets(node, EdgeKind::WaiverScope);
        // A scope of which something was not found is narrower than can be seen; that is a finding already.
        if graph.broken.contains(&(node, EdgeKind::WaiverScope)) {
            reach.iter().for_each(|&line| entries.get_mut(line).into_iter().for_each(doubt));
            return Standing::Counts;
        }
        let mut settled = false;
        for &line in reach {
            let Some(entry) = entries.get_mut(line) else { continue };
            // What could not be read cannot be set aside.
            let read = entry.proof.lacks.iter().all(|lack| lack.gap != Gap::Unknown);
            let open = matches!(entry.verdict, Verdict::Unmet | Verdict::Open | Verdict::Attest)
                && entry.why == Why::Proof
                && read;
            let covered = scope.is_empty() || entry.proof.lacks.iter().all(|lack| self.within(lack.subject, &scope));
            settled |= entry.verdict == Verdict::Error;
            if open && covered {
                entry.verdict = Verdict::Waived;
                entry.settled_by = Some(node);
                settled = true;
            }
        }
        match settled {
            false => Standing::Idle,
            true if data.until.is_some_and(|until| self.ends_soon(until.date)) => Standing::Expiring,
            true => Standing::Counts,
        }
    }

    /// Whether something is in a scope, or belongs to what is: a member to a seat, a seat to a body.
    fn within(&self, subject: NodeId, scope: &[NodeId]) -> bool {
        let graph = self.graph;
        scope.contains(&subject)
            || [EdgeKind::Fills, EdgeKind::SeatOf, EdgeKind::MemberOf, EdgeKind::MeetingOf]
                .iter()
                .any(|&edge| graph.outgoing(subject, edge).iter().any(|above| scope.contains(&above.node)))
    }

    /// Whether a decision of this proposal, or of one that it can be seen beside, is taken.
    fn is_taken(&self, decision: NodeId) -> bool {
        let head = self.graph.head(decision);
        self.prover.scope.sees(self.graph, decision)
            && !head.damaged
            && !head.repeated
            && self.prover.is_taken(decision, Outcome::Approved)
    }

    /// Whether the terms let somebody waive a clause: the clause says who, else the terms do. An element is waived by whoever may waive its clause.
    fn may_waive(&self, agent: NodeId, clause: NodeId) -> bool {
        let graph = self.graph;
        let mut here = clause;
        // A part is of an element, an element of a clause, a clause of another.
        for _ in 0..8 {
            if graph.broken.contains(&(here, EdgeKind::WaivableBy)) {
                return false;
            }
            let named = graph.outgoing(here, EdgeKind::WaivableBy);
            if !named.is_empty() {
                return named.iter().any(|named| named.node == agent);
            }
            match super::above(graph, here) {
                Some(above) => here = above,
                None => break,
            }
        }
        graph.between(self.prover.scope.terms, EdgeKind::WaivableBy, agent).is_some()
    }

    fn ends_soon(&self, until: crate::document::value::PartialDate) -> bool {
        let today = self.judged.as_of.and_then(|as_of| as_of.last());
        let limit = today.and_then(|today| today.checked_add(jiff::Span::new().days(SOON)).ok());
        until.last().zip(limit).is_some_and(|(until, limit)| until <= limit)
    }

    fn explanation(&self, node: NodeId, reach: &[usize], entries: &mut [Entry], last: &[Status]) -> Standing {
        let graph = self.graph;
        let Some(id): Option<Id<node::Explanation>> = graph.downcast(node) else { return Standing::Idle };
        let data = graph.get(id);
        if graph.head(node).damaged {
            return Standing::Idle;
        }
        if data.reason.as_ref().is_none_or(crate::document::value::Text::is_blank) {
            return Standing::Malformed(vec![Flaw::Reason]);
        }
        if data.on.is_some_and(|on| self.prover.is_ahead(on.date)) {
            return Standing::Ahead;
        }
        let by = self.targets(node, EdgeKind::ExplainedBy);
        let by_unknown = graph.broken.contains(&(node, EdgeKind::ExplainedBy));
        let mut standing = Standing::Idle;
        for &line in reach {
            let Some(entry) = entries.get_mut(line) else { continue };
            // Of what could not be judged, or of an element whose clause was not found, it is not known whether there is anything to explain.
            if entry.verdict == Verdict::Error || (entry.force.is_none() && entry.verdict == Verdict::Unmet) {
                standing = Standing::Counts;
                continue;
            }
            // What it comes to in the end is what is explained; in a draft too.
            let unmet =
                last.get(line) == Some(&Status::Unmet) && entry.why == Why::Proof && entry.verdict != Verdict::Waived;
            if !unmet {
                continue;
            }
            if entry.force != Some(Force::Should) {
                if standing == Standing::Idle && super::obliges(entry.force) {
                    standing = Standing::Obligation;
                }
                continue;
            }
            // Who explains, or whom the clause binds, is not known; that is a finding already.
            if by_unknown || (!by.is_empty() && self.prover.is_bound_unknown(entry.node)) {
                doubt(entry);
                standing = Standing::Counts;
                continue;
            }
            if !by.is_empty() && !entry.binds.is_empty() && !by.iter().any(|agent| entry.binds.contains(agent)) {
                if standing != Standing::Counts {
                    standing = Standing::Unauthorised;
                }
                continue;
            }
            if entry.verdict != Verdict::Explained {
                entry.verdict = Verdict::Explained;
                entry.settled_by = Some(node);
            }
            standing = Standing::Counts;
        }
        standing
    }

    fn attestation(&self, node: NodeId, about: &[NodeId]) -> Standing {
        let graph = self.graph;
        if graph.head(node).damaged {
            return Standing::Counts;
        }
        let statements: Vec<(NodeId, Vec<&Statement>)> =
            about.iter().map(|&of| (of, statements(graph, of))).filter(|(_, all)| !all.is_empty()).collect();
        if statements.is_empty() {
            // References that lead nowhere are reported as that.
            return if about.is_empty() { Standing::Counts } else { Standing::Idle };
        }
        if !self.prover.is_whole(node) {
            let mut flaws = Vec::new();
            let Some(id): Option<Id<node::Attestation>> = graph.downcast(node) else { return Standing::Idle };
            let data = graph.get(id);
            if !graph.says(node, EdgeKind::AttestedBy) {
                flaws.push(Flaw::By);
            }
            if data.on.is_none() {
                flaws.push(Flaw::On);
            }
            if data.sources.is_empty() && data.text.as_ref().is_none_or(crate::document::value::Text::is_blank) {
                flaws.push(Flaw::Reference);
            }
            return if flaws.is_empty() { Standing::Counts } else { Standing::Malformed(flaws) };
        }
        if !self.prover.is_given_by_now(node) {
            return Standing::Ahead;
        }
        let by = self.targets(node, EdgeKind::AttestedBy);
        let accepted = statements.iter().any(|(of, all)| {
            all.iter().any(|statement| {
                let vouchers = self.prover.vouchers(*of, statement).unwrap_or_default();
                vouchers.is_empty() || by.iter().any(|agent| vouchers.contains(agent))
            })
        });
        if accepted { Standing::Counts } else { Standing::Unauthorised }
    }
}

/// Leaves a line unjudged: whether it is settled is not known.
fn doubt(entry: &mut Entry) {
    if matches!(entry.verdict, Verdict::Unmet | Verdict::Open | Verdict::Attest) && entry.why == Why::Proof {
        entry.verdict = Verdict::Error;
        entry.proof.lacks.iter_mut().for_each(|lack| lack.gap = Gap::Unknown);
    }
}

/// Every statement that a clause or an element asks for.
fn statements(graph: &Graph, of: NodeId) -> Vec<&Statement> {
    let mut found = Vec::new();
    let mut open: Vec<&Requirement> =
        graph.asks(of).into_iter().flat_map(|asks| asks.requires.iter().chain(&asks.forbids)).collect();
    while let Some(requirement) = open.pop() {
        open.extend(&requirement.when);
        match &requirement.ask {
            Ask::Statement(statement) => found.push(statement),
            Ask::AllOf(all) | Ask::AnyOf(all) | Ask::NoneOf(all) => open.extend(all),
            _ => {}
        }
    }
    found
}

/// For every line itself and the lines of its elements and parts: whoever explains the whole explains them. Sub-clauses stand for themselves.
fn below(graph: &Graph, entries: &[Entry]) -> Vec<Vec<usize>> {
    let mut below: Vec<Vec<usize>> = (0..entries.len()).map(|line| vec![line]).collect();
    let elements = |entry: &&Entry| graph.kind(entry.node) == NodeKind::Element;
    for (line, entry) in entries.iter().enumerate().filter(|(_, entry)| elements(entry)) {
        let mut above = entry.part_of;
        let mut depth = 0;
        while let Some(whole) = above.filter(|_| depth < 3) {
            let same = entries.get(whole).is_some_and(|whole| whole.force == entry.force);
            if let Some(list) = below.get_mut(whole).filter(|_| same) {
                list.push(line);
            }
            above = entries.get(whole).and_then(|whole| whole.part_of);
            depth += 1;
        }
    }
    below
}
