//! Decisions: by whom, about what, when, and after what.

use super::{Gap, Lacking, Proof, Prover, Shows, Side};
use crate::{
    document::{pact::Outcome, requirement::Step, value::PartialDate},
    graph::{
        edge::EdgeKind,
        node::{self, Id, NodeId, NodeKind},
        requirement::Decision,
    },
    source::Span,
};

impl Prover<'_> {
    pub(super) fn decision(&self, of: NodeId, asked: &Decision, at: Span) -> Proof {
        let mut proof = Proof::default();
        let resolved = |targets: &[crate::graph::requirement::Target]| -> Option<Vec<NodeId>> {
            targets.iter().map(|&target| self.graph.meant(target)).collect()
        };
        let about = match asked.about {
            None => Some(self.scope.pact),
            Some(about) => self.graph.meant(about),
        };
        let (Some(by), Some(about), Some(meetings_of), Some(after)) =
            (resolved(&asked.by), about, resolved(&asked.after_meetings_of), resolved(&asked.after))
        else {
            return self.unresolved(of, at);
        };
        if by.is_empty() {
            proof.lack(Lacking::Unresolved, of, Gap::Unknown, at);
        }
        let earlier: Vec<(NodeId, Option<NodeId>)> =
            after.iter().map(|&agent| (agent, self.taken(agent, about, asked.outcome))).collect();
        for agent in by {
            let Some(decision) = self.by(&mut proof, agent, about, asked, at) else { continue };
            let date = self.date_of_decision(decision);
            let before = proof.lacks.len();
            self.on_time(&mut proof, decision, date, asked, at);
            for &body in &meetings_of {
                self.after_meetings(&mut proof, decision, date, body, at);
            }
            for &(first, other) in &earlier {
                self.after_decision(&mut proof, decision, date, first, other, about, asked, at);
            }
            if proof.lacks.len() == before {
                let path = self.way(decision, Step::Forward(EdgeKind::DecidedBy), agent);
                proof.witness(Shows::Decided, decision, path);
            }
        }
        proof
    }

    fn date_of_decision(&self, decision: NodeId) -> Option<PartialDate> {
        let id: Id<node::Decision> = self.graph.downcast(decision)?;
        if let Some(on) = self.graph.get(id).on {
            return Some(on.date);
        }
        // A decision is taken on the day of its meeting.
        let meeting = self.graph.outgoing(decision, EdgeKind::TakenAt).first()?;
        let meeting: Id<node::Meeting> = self.graph.downcast(meeting.node)?;
        self.graph.get(meeting).on.map(|on| on.date)
    }

    /// Decisions of somebody about something, sorted by key.
    fn decisions(&self, agent: NodeId, about: NodeId) -> Vec<NodeId> {
        let taken = self.graph.incoming(agent, EdgeKind::DecidedBy).iter().map(|decision| decision.node);
        let mut found: Vec<NodeId> = taken
            .filter(|&decision| {
                self.graph.between(decision, EdgeKind::DecisionAbout, about).is_some()
                    && self.scope.sees(self.graph, decision)
                    && !self.graph.head(decision).repeated
            })
            .collect();
        found.sort_unstable_by(|&a, &b| self.graph.order(a, b));
        found.dedup();
        found
    }

    fn outcome(&self, decision: NodeId) -> Option<Outcome> {
        let id: Id<node::Decision> = self.graph.downcast(decision)?;
        self.graph.get(id).outcome
    }

    /// Whether a decision is taken, with this outcome.
    fn is_taken(&self, decision: NodeId, outcome: Outcome) -> bool {
        self.outcome(decision) == Some(outcome)
            && !self.date_of_decision(decision).is_some_and(|date| self.is_ahead(date))
    }

    /// The decision that somebody took about something; the earliest where there are several.
    fn taken(&self, agent: NodeId, about: NodeId, outcome: Outcome) -> Option<NodeId> {
        let decisions = self.decisions(agent, about).into_iter().filter(|&decision| self.is_taken(decision, outcome));
        decisions.min_by_key(|&decision| self.day_of_decision(decision))
    }

    /// The decision that is asked for, of those that somebody took about something: one in time before any other. Of several the earliest, or the latest where
    /// it has to come after something.
    fn asked_for(&self, agent: NodeId, about: NodeId, asked: &Decision) -> Option<NodeId> {
        let mut decisions = self.decisions(agent, about);
        decisions.retain(|&decision| self.is_taken(decision, asked.outcome));
        let latest = !asked.after.is_empty() || !asked.after_meetings_of.is_empty();
        decisions.sort_by_key(|&decision| self.day_of_decision(decision));
        if latest {
            decisions.reverse();
        }
        decisions.into_iter().min_by_key(|&decision| timeliness(self.date_of_decision(decision), asked))
    }

    /// Decisions without a day come last.
    fn day_of_decision(&self, decision: NodeId) -> (bool, Option<jiff::civil::Date>) {
        let day = self.date_of_decision(decision).and_then(PartialDate::first);
        (day.is_none(), day)
    }

    /// The decision that somebody had to take, if it is taken; else why not.
    fn by(&self, proof: &mut Proof, agent: NodeId, about: NodeId, asked: &Decision, at: Span) -> Option<NodeId> {
        if let Some(decision) = self.asked_for(agent, about, asked) {
            return Some(decision);
        }
        let due = asked.on.or(asked.on_or_before).map(|due| due.date);
        // A day that has not come yet can still be kept.
        let overdue = due.is_none_or(|due| self.is_past(due)) || self.as_of.is_none();
        let decisions = self.decisions(agent, about);
        let contrary = |&decision: &NodeId| {
            matches!(self.outcome(decision), Some(Outcome::Approved | Outcome::Rejected | Outcome::Noted))
                && self.outcome(decision) != Some(asked.outcome)
                && !self.date_of_decision(decision).is_some_and(|date| self.is_ahead(date))
        };
        if let Some(decision) = decisions.iter().copied().find(contrary) {
            let outcome = self.outcome(decision).unwrap_or(Outcome::Planned);
            proof.lack(Lacking::Otherwise { outcome, by: agent }, decision, Gap::Contrary, at);
            return None;
        }
        if let Some(&planned) = decisions.first() {
            let damaged = self.graph.head(planned).damaged;
            let late = due.is_some() && overdue && self.as_of.is_some();
            let gap = match (damaged, late) {
                (true, _) => Gap::Unknown,
                (false, true) => Gap::Absent,
                (false, false) => Gap::Pending,
            };
            proof.lack(Lacking::NotYetDecided { by: agent }, planned, gap, at);
            return None;
        }
        let edges = [EdgeKind::DecidedBy, EdgeKind::DecisionAbout];
        let gap = match self.absent([NodeKind::Decision], edges) {
            Gap::Absent if !overdue => Gap::Pending,
            gap => gap,
        };
        proof.lack(Lacking::Undecided { about, outcome: asked.outcome, due }, agent, gap, at);
        None
    }

    fn on_time(&self, proof: &mut Proof, decision: NodeId, date: Option<PartialDate>, asked: &Decision, at: Span) {
        let mut off = |side, due| proof.lack(Lacking::OffDay { side, due }, decision, Gap::Contrary, at);
        let due = [asked.on, asked.on_or_before].into_iter().flatten().next();
        let (Some(_), Some(date)) = (due, date) else {
            if due.is_some() {
                proof.lack(Lacking::Undated, decision, Gap::Pending, at);
            }
            return;
        };
        if let Some(on) = asked.on.map(|on| on.date) {
            if date.lies_in(on) {
            } else if on.certainly_before(date) {
                return off(Side::After, on);
            } else if date.certainly_before(on) {
                return off(Side::Before, on);
            } else {
                return proof.lack(Lacking::Undated, decision, Gap::Pending, at);
            }
        }
        if let Some(due) = asked.on_or_before.map(|due| due.date) {
            let in_time = date.last().zip(due.last()).is_some_and(|(own, due)| own <= due);
            if due.certainly_before(date) {
                off(Side::After, due);
            } else if !in_time {
                proof.lack(Lacking::Undated, decision, Gap::Pending, at);
            }
        }
    }

    /// No meeting of a body comes after the decision.
    fn after_meetings(&self, proof: &mut Proof, decision: NodeId, date: Option<PartialDate>, body: NodeId, at: Span) {
        let meetings = self.meetings_of(body, None);
        let Some(date) = date else {
            if !meetings.is_empty() {
                proof.lack(Lacking::Undated, decision, Gap::Pending, at);
            }
            return;
        };
        for (meeting, on) in meetings {
            match on {
                Some(on) if date.certainly_before(on) => {
                    proof.lack(Lacking::MeetingAfter { decision }, meeting, Gap::Contrary, at);
                }
                Some(on) if on.last().zip(date.last()).is_some_and(|(on, date)| on <= date) => {}
                _ => proof.lack(Lacking::Undated, meeting, Gap::Pending, at),
            }
        }
    }

    /// The decision does not come before another one.
    #[expect(clippy::too_many_arguments, reason = "each is a different part of one question")]
    fn after_decision(
        &self,
        proof: &mut Proof,
        decision: NodeId,
        date: Option<PartialDate>,
        first: NodeId,
        other: Option<NodeId>,
        about: NodeId,
        asked: &Decision,
        at: Span,
    ) {
        let Some(other) = other.filter(|&other| other != decision) else {
            if other.is_none() {
                // Whoever has to decide first is asked for the decision in its own right, if at all.
                let asked_for = asked.by.iter().any(|&by| self.graph.meant(by) == Some(first));
                if !asked_for {
                    let gap = self.absent([NodeKind::Decision], [EdgeKind::DecidedBy, EdgeKind::DecisionAbout]);
                    proof.lack(Lacking::Undecided { about, outcome: asked.outcome, due: None }, first, gap, at);
                }
            }
            return;
        };
        let before = self.date_of_decision(other);
        match (date, before) {
            (Some(date), Some(before)) if date.certainly_before(before) => {
                proof.lack(Lacking::Premature { before: other }, decision, Gap::Contrary, at);
            }
            (Some(date), Some(before))
                if before.last().zip(date.last()).is_some_and(|(before, date)| before <= date) => {}
            _ => proof.lack(Lacking::Undated, decision, Gap::Pending, at),
        }
    }
}

/// How a day stands to the one that is asked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Timeliness {
    InTime,
    Unknown,
    OffDay,
}

fn timeliness(date: Option<PartialDate>, asked: &Decision) -> Timeliness {
    if asked.on.is_none() && asked.on_or_before.is_none() {
        return Timeliness::InTime;
    }
    let Some(date) = date else { return Timeliness::Unknown };
    let on = asked.on.map_or(Timeliness::InTime, |on| {
        if date.lies_in(on.date) {
            Timeliness::InTime
        } else if date.may_lie_in(on.date) {
            Timeliness::Unknown
        } else {
            Timeliness::OffDay
        }
    });
    let by = asked.on_or_before.map_or(Timeliness::InTime, |due| {
        if due.date.certainly_before(date) {
            Timeliness::OffDay
        } else if date.last().zip(due.date.last()).is_some_and(|(own, due)| own <= due) {
            Timeliness::InTime
        } else {
            Timeliness::Unknown
        }
    });
    on.max(by)
}
