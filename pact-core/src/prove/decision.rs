//! Decisions: by whom, about what, when, and after what.

use rustc_hash::FxHashSet;

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
        if !meetings_of.is_empty() {
            self.lost_meetings(&mut proof, at);
        }
        // A meeting that comes after several decisions is one meeting too late.
        let mut late = FxHashSet::default();
        for agent in by {
            let Some(decision) = self.by(&mut proof, agent, about, asked, at) else { continue };
            let date = self.date_of_decision(decision);
            let before = proof.lacks.len();
            self.on_time(&mut proof, decision, date, asked, at);
            for &body in &meetings_of {
                self.after_meetings(&mut proof, &mut late, decision, date, body, at);
            }
            for &(first, other) in &earlier {
                if !self.keep() {
                    break;
                }
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
                    && !self.graph.head(decision).damaged
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
    pub(crate) fn is_taken(&self, decision: NodeId, outcome: Outcome) -> bool {
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
        // Of several on other days, the one on the nearest: the others were about something else.
        decisions.into_iter().min_by_key(|&decision| {
            let date = self.date_of_decision(decision);
            match timeliness(date, asked) {
                Timeliness::OffDay => (Timeliness::OffDay, distance(date, asked)),
                other => (other, 0),
            }
        })
    }

    /// Decisions without a day come last.
    fn day_of_decision(&self, decision: NodeId) -> (bool, Option<jiff::civil::Date>) {
        let day = self.date_of_decision(decision).and_then(PartialDate::first);
        (day.is_none(), day)
    }

    /// The decision that somebody had to take, if it is taken; else why not.
    fn by(&self, proof: &mut Proof, agent: NodeId, about: NodeId, asked: &Decision, at: Span) -> Option<NodeId> {
        let due = asked.on.or(asked.on_or_before).map(|due| due.date);
        let decisions = self.decisions(agent, about);
        let contrary = |&decision: &NodeId| {
            matches!(self.outcome(decision), Some(Outcome::Approved | Outcome::Rejected | Outcome::Noted))
                && self.outcome(decision) != Some(asked.outcome)
                && !self.date_of_decision(decision).is_some_and(|date| self.is_ahead(date))
        };
        let timely = |decision: NodeId| timeliness(self.date_of_decision(decision), asked);
        let otherwise = decisions.iter().copied().filter(contrary).min_by_key(|&decision| timely(decision));
        if let Some(decision) = self.asked_for(agent, about, asked) {
            // One on the day itself was asked for, whatever came of it, and not an earlier or a later one.
            let of_the_day = otherwise.is_some_and(|other| timely(other) == Timeliness::InTime);
            if timely(decision) != Timeliness::OffDay || !of_the_day {
                return Some(decision);
            }
        }
        if let Some(decision) = otherwise {
            let outcome = self.outcome(decision).unwrap_or(Outcome::Planned);
            proof.lack(Lacking::Otherwise { outcome, by: agent }, decision, Gap::Contrary, at);
            return None;
        }
        // A day that has not come yet can still be kept.
        let overdue = due.is_none_or(|due| self.is_past(due)) || self.as_of.is_none();
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
    fn after_meetings(
        &self,
        proof: &mut Proof,
        late: &mut FxHashSet<NodeId>,
        decision: NodeId,
        date: Option<PartialDate>,
        body: NodeId,
        at: Span,
    ) {
        let meetings = self.meetings_of(body, None);
        let Some(date) = date else {
            if !meetings.is_empty() {
                proof.lack(Lacking::Undated, decision, Gap::Pending, at);
            }
            return;
        };
        for &(meeting, on) in meetings.iter() {
            if !self.keep() {
                return;
            }
            match on {
                Some(on) if date.certainly_before(on) => {
                    if late.insert(meeting) {
                        proof.lack(Lacking::MeetingAfter { decision }, meeting, Gap::Contrary, at);
                    }
                }
                Some(on) if on.last().zip(date.first()).is_some_and(|(on, date)| on <= date) => {}
                // Whichever of the two is not known to the day is what is missing.
                Some(on) if on.first() == on.last() => proof.lack(Lacking::Undated, decision, Gap::Pending, at),
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
                if before.last().zip(date.first()).is_some_and(|(before, date)| before <= date) => {}
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

/// How many days lie between a day and the one that is asked for.
fn distance(date: Option<PartialDate>, asked: &Decision) -> u32 {
    let due = asked.on.or(asked.on_or_before).map(|due| due.date);
    let (Some(date), Some(due)) = (date, due) else { return u32::MAX };
    let days = |from: Option<jiff::civil::Date>, to: Option<jiff::civil::Date>| {
        from.zip(to).map_or(u32::MAX, |(from, to)| (to - from).get_days().unsigned_abs())
    };
    if date.certainly_before(due) { days(date.last(), due.first()) } else { days(due.last(), date.first()) }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ledger::Verdict,
        prove::tests::{entry, verdict},
    };

    fn terms(requires: &str) -> String {
        format!(
            "actors: {{ x: {{}}, y: {{}} }}\nbodies: {{ board: {{}} }}\nclauses: {{ A: {{ force: must, text: A., requires: {{ decision: {requires} }} }} }}\n"
        )
    }

    fn decision(by: &str, rest: &str) -> String {
        format!("  d-{by}: {{ by: {by}, about: p, {rest} }}\n")
    }

    #[test]
    fn before_its_last_day_a_decision_is_open_and_after_it_missing() {
        let terms = terms("{ by: x, on-or-before: 2018-03-19 }");
        let with = |decision: &str, day| verdict(&terms, decision, day);
        for (day, expected) in [
            (Some("2018-03-18"), Verdict::Open),
            (Some("2018-03-19"), Verdict::Open),
            (Some("2018-03"), Verdict::Open),
            (Some("2018-03-20"), Verdict::Unmet),
            (None, Verdict::Unmet),
        ] {
            assert_eq!(with("sections: { s: { text: S } }\n", day), expected, "none: {day:?}");
        }
        let taken = |on: &str| format!("decisions:\n{}", decision("x", &format!("on: {on}, outcome: approved")));
        assert_eq!(with(&taken("2018-03-19"), Some("2018-03-20")), Verdict::Met);
        assert_eq!(with(&taken("2018-03-26"), Some("2018-04-01")), Verdict::Unmet);
        assert_eq!(with(&taken("2018-02"), Some("2018-04-01")), Verdict::Met, "the whole month is in time");
        assert_eq!(with(&taken("2018-03"), Some("2018-04-01")), Verdict::Open, "part of the month is too late");
        let at_meeting = "meetings: { m: { body: board, on: 2018-03-26 } }\ndecisions: { d: { by: x, about: p, meeting: m, outcome: approved } }\n";
        assert_eq!(with(at_meeting, None), Verdict::Unmet, "a decision has the day of its meeting");
    }

    #[test]
    fn what_lies_ahead_is_not_decided() {
        let terms = terms("{ by: x, on-or-before: 2018-03-19 }");
        let ahead = format!("decisions:\n{}", decision("x", "on: 2018-03-12, outcome: approved"));
        assert_eq!(verdict(&terms, &ahead, Some("2018-03-01")), Verdict::Open);
        let planned = format!("decisions:\n{}", decision("x", "on: 2018-03-12, outcome: planned"));
        assert_eq!(verdict(&terms, &planned, Some("2018-03-15")), Verdict::Open, "there is time left");
        assert_eq!(verdict(&terms, &planned, Some("2018-03-20")), Verdict::Unmet);
    }

    #[test]
    fn of_two_bodies_the_one_that_has_not_decided_is_named() {
        let terms = terms("{ by: [x, y], after: x }");
        let one = format!("decisions:\n{}", decision("x", "on: 2018-03-12, outcome: approved"));
        let missing = entry(&terms, &one, None, |graph, entry| {
            entry
                .proof
                .lacks
                .iter()
                .map(|lack| (graph.name(lack.subject).to_owned(), lack.what.clone()))
                .collect::<Vec<_>>()
        });
        assert!(matches!(missing.as_slice(), [(agent, Lacking::Undecided { .. })] if agent == "y"), "{missing:?}");
        let both = |second: &str| {
            let second = decision("y", &format!("on: {second}, outcome: approved"));
            verdict(&terms, &format!("{one}{second}"), None)
        };
        assert_eq!(both("2018-03-12"), Verdict::Met, "the same day will do");
        assert_eq!(both("2018-03-11"), Verdict::Unmet);
        assert_eq!(both("2018-03"), Verdict::Open, "before or after");
        assert_eq!(both("2018-04"), Verdict::Met);
    }

    #[test]
    fn meetings_come_before_the_decision_on_them() {
        let terms = terms("{ by: x, after-meetings-of: board }");
        let with = |meeting: &str, on: &str| {
            let decision = decision("x", &format!("on: {on}, outcome: approved"));
            verdict(
                &terms,
                &format!("meetings: {{ m: {{ body: board{meeting} }} }}\ndecisions:\n{decision}"),
                Some("2018-04-01"),
            )
        };
        assert_eq!(with(", on: 2018-03-12", "2018-03-12"), Verdict::Met, "the same day will do");
        assert_eq!(with(", on: 2018-03-13", "2018-03-12"), Verdict::Unmet);
        assert_eq!(with(", on: 2018-05-13", "2018-03-12"), Verdict::Unmet, "one that is planned, too");
        assert_eq!(with("", "2018-03-12"), Verdict::Open);
        assert_eq!(with(", on: 2018-03-12", "2018-03"), Verdict::Open, "before or after");
        assert_eq!(with(", on: 2018-03", "2018-03-12"), Verdict::Open);
        assert_eq!(with(", on: 2018-02", "2018-03"), Verdict::Met);
    }
}
