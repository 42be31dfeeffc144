//! Meetings: how many, when, between which others, and what is presented at them.

use std::rc::Rc;

use super::{Gap, Hop, Lacking, Proof, Prover, Shows, Side};
use crate::{
    document::{
        pact::MeetingKind,
        requirement::{Bounds, Step},
        value::PartialDate,
    },
    graph::{
        edge::EdgeKind,
        node::{Id, Meeting, NodeId, NodeKind},
        requirement::{Bodies, Meetings as MeetingsAsked, Presents},
    },
    source::Span,
};

/// Meetings with their dates.
pub(super) type Meetings = Rc<[(NodeId, Option<PartialDate>)]>;

impl Prover<'_> {
    /// The bodies that a requirement speaks of, sorted by key; nothing when a reference leads nowhere.
    fn bodies(&self, bodies: &Bodies) -> Option<Vec<NodeId>> {
        let mut found: Vec<NodeId> = match bodies {
            Bodies::Named(targets) => targets.iter().map(|&target| self.graph.meant(target)).collect::<Option<_>>()?,
            Bodies::Such(condition) => {
                let all = self.graph.all::<crate::graph::node::Body>().map(|(id, _)| id.node());
                let within = |&node: &NodeId| {
                    self.scope.is_subject(self.graph, node, crate::document::requirement::Within::Proposal)
                };
                all.filter(within).filter(|&body| self.holds(condition, body)).collect()
            }
        };
        found.sort_unstable_by(|&a, &b| self.graph.order(a, b));
        found.dedup();
        Some(found)
    }

    /// The meetings of a body, of a kind where one is asked for, in their order. Looked up once.
    pub(super) fn meetings_of(&self, body: NodeId, kind: Option<MeetingKind>) -> Meetings {
        if let Some(known) = self.meetings.borrow().get(&(body, kind)) {
            return Rc::clone(known);
        }
        let meetings = self.graph.incoming(body, EdgeKind::MeetingOf).iter().map(|meeting| meeting.node);
        let mut found: Vec<(NodeId, Option<PartialDate>)> = meetings
            .filter(|&node| self.scope.sees(self.graph, node) && !self.graph.head(node).repeated)
            .filter_map(|node| {
                let id: Id<Meeting> = self.graph.downcast(node)?;
                let data = self.graph.get(id);
                let is = data.kind.unwrap_or(MeetingKind::Plenary);
                kind.is_none_or(|kind| kind == is).then_some((node, data.on.map(|on| on.date)))
            })
            .collect();
        found.sort_by(|(a, _), (b, _)| self.graph.order(*a, *b));
        found.dedup();
        let found: Meetings = found.into();
        self.meetings.borrow_mut().insert((body, kind), Rc::clone(&found));
        found
    }

    fn date_of(&self, meeting: NodeId) -> Option<PartialDate> {
        let id: Id<Meeting> = self.graph.downcast(meeting)?;
        self.graph.get(id).on.map(|on| on.date)
    }

    fn held(&self, meeting: NodeId, body: NodeId) -> Vec<Hop> {
        self.way(meeting, Step::Forward(EdgeKind::MeetingOf), body)
    }

    pub(super) fn meetings(&self, of: NodeId, asked: &MeetingsAsked, at: Span) -> Proof {
        let mut proof = Proof::default();
        let Some(bodies) = self.bodies(&asked.of) else { return self.unresolved(of, at) };
        if bodies.is_empty() {
            let gap = self.absent([NodeKind::Body], []);
            let gap = if gap == Gap::Absent { Gap::Pending } else { gap };
            proof.lack(Lacking::Meetings { found: 0, bounds: Bounds::SOME }, self.scope.pact, gap, at);
        }
        self.lost_meetings(&mut proof, at);
        for body in bodies {
            let before = proof.lacks.len();
            let meetings = self.meetings_of(body, asked.kind);
            self.months(&mut proof, body, &meetings, asked, at);
            let dayless = proof.lacks.get(before..).unwrap_or_default();
            let dayless = dayless.iter().filter(|lack| matches!(lack.what, Lacking::NoMeetingOn { .. })).count();
            self.number_of_meetings(&mut proof, body, &meetings, dayless, asked, at);
            if let Some(between) = asked.between {
                match self.graph.meant(between) {
                    Some(between) => self.between(&mut proof, &meetings, between, at),
                    None => proof.lack(Lacking::Unresolved, of, Gap::Unknown, at),
                }
            }
            for (side, bound) in [(Side::Before, asked.on_or_after), (Side::After, asked.on_or_before)] {
                let Some(bound) = bound.map(|bound| bound.date) else { continue };
                for &(meeting, date) in meetings.iter() {
                    self.bounded(&mut proof, meeting, date, side, bound, at);
                }
            }
            if proof.lacks.len() == before {
                for &(meeting, _) in meetings.iter() {
                    let path = self.held(meeting, body);
                    proof.witness(Shows::Held, meeting, path);
                }
            }
        }
        proof
    }

    /// How many meetings there are. Those that are missing on a day of their own (`dayless`) are not missing a second time.
    /// A meeting that could not be read, or of which it is not known whose it is, may be one too many, outside, or too late.
    pub(super) fn lost_meetings(&self, proof: &mut Proof, at: Span) {
        let damaged = |&meeting: &NodeId| self.graph.head(meeting).damaged && self.scope.sees(self.graph, meeting);
        let lost = self.absent([NodeKind::Meeting], [EdgeKind::MeetingOf]) == Gap::Unknown
            || self.graph.of_kind(NodeKind::Meeting).iter().any(damaged);
        if lost {
            proof.lack(Lacking::Unread, self.scope.pact, Gap::Unknown, at);
        }
    }

    fn number_of_meetings(
        &self,
        proof: &mut Proof,
        body: NodeId,
        meetings: &[(NodeId, Option<PartialDate>)],
        dayless: usize,
        asked: &MeetingsAsked,
        at: Span,
    ) {
        // Without a number there must at least be something to look at.
        let bounds = asked.bounds.unwrap_or(Bounds { at_least: u32::from(asked.within.0.is_empty()), at_most: None });
        // Whether a meeting without a day has been held nobody knows, where it is asked.
        let held = |date: &Option<PartialDate>| date.map_or(self.as_of.is_none(), |date| !self.is_ahead(date));
        let count = meetings.iter().filter(|(_, date)| held(date)).count();
        if bounds.at_most.is_some_and(|most| meetings.len() > most as usize) {
            proof.lack(Lacking::Meetings { found: meetings.len(), bounds }, body, Gap::Contrary, at);
        } else if count < bounds.at_least as usize {
            if meetings.len() < bounds.at_least as usize {
                if meetings.len() + dayless >= bounds.at_least as usize {
                    return;
                }
                let gap = self.absent([NodeKind::Meeting], [EdgeKind::MeetingOf]);
                proof.lack(Lacking::Meetings { found: meetings.len(), bounds }, body, gap, at);
            } else {
                for (meeting, date) in meetings.iter().filter(|(_, date)| !held(date)) {
                    let what = if date.is_none() { Lacking::Undated } else { Lacking::NotYetHeld };
                    proof.lack(what, *meeting, Gap::Pending, at);
                }
            }
        }
    }

    /// A meeting on each of several days, or in each of several months.
    fn months(
        &self,
        proof: &mut Proof,
        body: NodeId,
        meetings: &[(NodeId, Option<PartialDate>)],
        asked: &MeetingsAsked,
        at: Span,
    ) {
        for asked in &asked.within.0 {
            if !self.keep() {
                return;
            }
            let there = meetings.iter().find(|(_, date)| date.is_some_and(|date| date.lies_in(asked.date)));
            if let Some(&(meeting, date)) = there {
                if date.is_some_and(|date| self.is_ahead(date)) {
                    proof.lack(Lacking::NotYetHeld, meeting, Gap::Pending, at);
                }
                continue;
            }
            let maybe = meetings.iter().find(|(_, date)| date.is_none_or(|date| date.may_lie_in(asked.date)));
            if let Some(&(meeting, _)) = maybe {
                proof.lack(Lacking::Undated, meeting, Gap::Pending, at);
                continue;
            }
            let passed = self.as_of.is_none() || self.is_past(asked.date);
            let gap = match self.absent([NodeKind::Meeting], [EdgeKind::MeetingOf]) {
                Gap::Absent if !passed => Gap::Pending,
                gap => gap,
            };
            proof.lack(Lacking::NoMeetingOn { date: asked.date }, body, gap, at);
        }
    }

    /// What may be concluded from meetings that are not there: that they may still come, unless some could not be read.
    fn unknown_or_pending(&self) -> Gap {
        match self.absent([NodeKind::Meeting], [EdgeKind::MeetingOf]) {
            Gap::Unknown => Gap::Unknown,
            _ => Gap::Pending,
        }
    }

    /// Meetings after the first and before the last plenary meeting of another body.
    fn between(&self, proof: &mut Proof, meetings: &[(NodeId, Option<PartialDate>)], body: NodeId, at: Span) {
        let plenaries = self.meetings_of(body, Some(MeetingKind::Plenary));
        // One without a day may be the first or the last of them.
        let dayless =
            plenaries.iter().find(|(_, date)| date.and_then(PartialDate::first).is_none()).map(|(node, _)| *node);
        let dated = || plenaries.iter().filter_map(|&(meeting, date)| Some((meeting, date?, date?.first()?)));
        let first = dated().min_by_key(|(_, _, day)| *day);
        let last = dated().max_by_key(|(_, _, day)| *day);
        let (Some((first, from, _)), Some((last, to, _))) = (first, last) else {
            proof.lack(Lacking::NoSpan { body }, body, self.unknown_or_pending(), at);
            return;
        };
        if first == last {
            proof.lack(Lacking::NoSpan { body }, body, self.unknown_or_pending(), at);
            return;
        }
        for &(meeting, date) in meetings.iter().filter(|(meeting, _)| *meeting != first && *meeting != last) {
            let Some(date) = date else {
                proof.lack(Lacking::Undated, meeting, Gap::Pending, at);
                continue;
            };
            let mut outside = |side, bound: NodeId| {
                if let Some(dayless) = dayless {
                    // Its day is missing once, however many meetings depend on it.
                    if !proof.lacks.iter().any(|lack| lack.subject == dayless) {
                        proof.lack(Lacking::Undated, dayless, Gap::Pending, at);
                    }
                    return;
                }
                let what = Lacking::Outside { side, meeting: Some(bound), date: self.date_of(bound) };
                proof.lack(what, meeting, Gap::Contrary, at);
            };
            // The same day is neither after the one nor before the other.
            if date.last().zip(from.first()).is_none_or(|(own, first)| own <= first) {
                outside(Side::Before, first);
            } else if date.first().zip(to.last()).is_none_or(|(own, last)| own >= last) {
                outside(Side::After, last);
            } else if !(from.certainly_before(date) && date.certainly_before(to)) {
                proof.lack(Lacking::Undated, meeting, Gap::Pending, at);
            }
        }
    }

    fn bounded(
        &self,
        proof: &mut Proof,
        meeting: NodeId,
        date: Option<PartialDate>,
        side: Side,
        bound: PartialDate,
        at: Span,
    ) {
        let outside = |date: PartialDate| match side {
            Side::Before => date.certainly_before(bound),
            Side::After => bound.certainly_before(date),
        };
        let inside = |date: PartialDate| match side {
            Side::Before => date.first().zip(bound.first()).is_some_and(|(own, bound)| own >= bound),
            Side::After => date.last().zip(bound.last()).is_some_and(|(own, bound)| own <= bound),
        };
        match date {
            Some(date) if outside(date) => {
                let what = Lacking::Outside { side, meeting: None, date: Some(bound) };
                proof.lack(what, meeting, Gap::Contrary, at);
            }
            Some(date) if inside(date) => {}
            _ => proof.lack(Lacking::Undated, meeting, Gap::Pending, at),
        }
    }

    pub(super) fn presents(&self, of: NodeId, asked: &Presents, at: Span) -> Proof {
        let mut proof = Proof::default();
        let (Some(bodies), Some(to)) = (self.bodies(&asked.by), self.graph.meant(asked.to)) else {
            return self.unresolved(of, at);
        };
        if bodies.is_empty() {
            let gap = self.absent([NodeKind::Body], []);
            let gap = if gap == Gap::Absent { Gap::Pending } else { gap };
            proof.lack(Lacking::NeverPresents { to }, self.scope.pact, gap, at);
        }
        self.lost_meetings(&mut proof, at);
        for body in bodies {
            self.presents_to(&mut proof, body, to, at);
        }
        proof
    }

    fn presents_to(&self, proof: &mut Proof, body: NodeId, to: NodeId, at: Span) {
        let graph = self.graph;
        let plenaries = self.meetings_of(to, Some(MeetingKind::Plenary));
        let heard = graph.outgoing(body, EdgeKind::PresentsAt).iter().map(|meeting| meeting.node);
        let mut heard: Vec<NodeId> =
            heard.filter(|meeting| plenaries.iter().any(|(plenary, _)| plenary == meeting)).collect();
        heard.sort_unstable_by(|&a, &b| graph.order(a, b));
        let own = self.meetings_of(body, None);
        let later = |at: NodeId| {
            let date = self.date_of(at)?;
            let after = own.iter().filter(|(_, own)| own.is_some_and(|own| date.certainly_before(own)));
            after.map(|(meeting, _)| *meeting).next()
        };
        // A meeting of which it is not known whether it comes after the one at which the results are presented: without a day, or without an exact one.
        let doubtful = |at: NodeId| {
            let first = self.date_of(at).and_then(PartialDate::first);
            let by_then = |own: Option<PartialDate>| {
                own.and_then(PartialDate::last).zip(first).is_some_and(|(own, at)| own <= at)
            };
            let doubt = own.iter().find(|(_, own)| !by_then(*own)).map(|(meeting, _)| *meeting);
            doubt.map(|own| if first.is_none() { at } else { own })
        };
        let in_time = || heard.iter().copied().filter(|&meeting| later(meeting).is_none());
        let certain = in_time().find(|&meeting| doubtful(meeting).is_none());
        if let (None, Some(undated)) = (certain, in_time().find_map(doubtful)) {
            return proof.lack(Lacking::Undated, undated, Gap::Pending, at);
        }
        match (certain, heard.first()) {
            (Some(meeting), _) => {
                if self.date_of(meeting).is_some_and(|date| self.is_ahead(date)) {
                    proof.lack(Lacking::NotYetHeld, meeting, Gap::Pending, at);
                } else {
                    let path = self.way(body, Step::Forward(EdgeKind::PresentsAt), meeting);
                    proof.witness(Shows::Path, body, path);
                }
            }
            (None, Some(&meeting)) => {
                let last = later(meeting).unwrap_or(meeting);
                proof.lack(Lacking::PresentsEarly { at: meeting, last }, body, Gap::Contrary, at);
            }
            (None, None) => {
                let gap = if graph.broken.contains(&(body, EdgeKind::PresentsAt)) || graph.head(body).damaged {
                    Gap::Unknown
                } else {
                    self.absent([NodeKind::Meeting], [EdgeKind::MeetingOf])
                };
                proof.lack(Lacking::NeverPresents { to }, body, gap, at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ledger::Verdict,
        prove::tests::{entry, verdict},
    };

    fn terms(requires: &str) -> String {
        format!("bodies: {{ board: {{}} }}\nclauses: {{ A: {{ force: must, text: A., requires: {requires} }} }}\n")
    }

    fn pact(meetings: &[(&str, &str, &str)]) -> String {
        let mut text = "bodies: { group: { kind: working-group, presents-at: p } }\nmeetings:\n".to_owned();
        for (id, body, on) in meetings {
            let on = if on.is_empty() { String::new() } else { format!(", on: {on}") };
            text.push_str(&format!("  {id}: {{ body: {body}{on} }}\n"));
        }
        text
    }

    #[test]
    fn a_meeting_that_is_missing_in_its_month_is_missing_once() {
        let terms = terms("{ meetings: { of: board, exactly: 2, in: [2017-10, 2018-01] } }");
        let lacks = |meetings: &[(&str, &str, &str)]| {
            entry(&terms, &pact(meetings), None, |_, entry| {
                entry.proof.lacks.iter().map(|lack| lack.what.clone()).collect::<Vec<_>>()
            })
        };
        let one = lacks(&[("p", "board", "2017-10-12")]);
        assert!(matches!(one.as_slice(), [Lacking::NoMeetingOn { .. }]), "{one:?}");
        let other = lacks(&[("p", "board", "2017-10-12"), ("q", "board", "2017-11-12")]);
        assert!(matches!(other.as_slice(), [Lacking::NoMeetingOn { .. }]), "{other:?}");
        let three = lacks(&[("p", "board", "2017-10-12"), ("q", "board", "2017-11-12"), ("r", "board", "2018-01-12")]);
        assert!(matches!(three.as_slice(), [Lacking::Meetings { found: 3, .. }]), "{three:?}");
        // In October twice leaves January, and nothing else.
        let twice = lacks(&[("p", "board", "2017-10-12"), ("q", "board", "2017-10-13")]);
        assert!(matches!(twice.as_slice(), [Lacking::NoMeetingOn { .. }]), "{twice:?}");
    }

    #[test]
    fn days_that_are_not_known_leave_a_span_open() {
        let terms = terms("{ meetings: { of: { kind: working-group }, between: board } }");
        let with = |third: &str, group: &str| {
            let meetings = [
                ("p", "board", "2017-10-12"),
                ("q", "board", "2018-01-18"),
                ("r", "board", third),
                ("g", "group", group),
            ];
            verdict(&terms, &pact(&meetings), None)
        };
        assert_eq!(with("2018-01-19", "2017-11-21"), Verdict::Met);
        assert_eq!(with("2018-01-19", "2018-01-19"), Verdict::Unmet, "the same day is not before");
        assert_eq!(with("2018-01-19", "2018-02-06"), Verdict::Unmet);
        assert_eq!(with("", "2018-02-06"), Verdict::Open, "the third may come after it");
        assert_eq!(with("", "2017-11-21"), Verdict::Met, "whenever the third is, it lies between the other two");
        assert_eq!(with("2018-01-19", ""), Verdict::Open);
        assert_eq!(with("2018-01-19", "2018-01"), Verdict::Open);
        assert_eq!(with("2018-01-19", "2017"), Verdict::Open);
        assert_eq!(with("2018-01-19", "2017-11"), Verdict::Met);
    }

    #[test]
    fn a_group_presents_after_its_own_last_meeting() {
        let terms = terms("{ presents: { by: { kind: working-group }, to: board } }");
        let with = |at: &str, groups: &[&str], day| {
            let ids = ["g1", "g2"];
            let mut meetings = vec![("p", "board", at)];
            meetings.extend(ids.into_iter().zip(groups).map(|(id, on)| (id, "group", *on)));
            verdict(&terms, &pact(&meetings), day)
        };
        let late = Some("2018-03-01");
        assert_eq!(with("2018-01-18", &["2017-11-21"], late), Verdict::Met);
        assert_eq!(with("2018-01-18", &["2018-01-18"], late), Verdict::Met, "the same day will do");
        assert_eq!(with("2018-01-18", &[], late), Verdict::Met);
        assert_eq!(with("2018-01-18", &["2017-11-21", "2018-02-06"], late), Verdict::Unmet, "too early");
        assert_eq!(
            with("2018-01-18", &["2017-11-21", "2018-02-06"], Some("2018-01-20")),
            Verdict::Unmet,
            "what is planned counts"
        );
        assert_eq!(with("2018-01-18", &["2017-11-21"], Some("2017-12-01")), Verdict::Open, "the day has not come");
        assert_eq!(with("2018-01-18", &["2017-11-21", ""], late), Verdict::Open, "the second may come after it");
        assert_eq!(with("2018-01-18", &["2018-01"], late), Verdict::Open);
        assert_eq!(with("", &["2017-11-21"], late), Verdict::Open);
    }

    #[test]
    fn meetings_that_lie_ahead_are_open_until_their_day() {
        let terms = terms("{ meetings: { of: board, exactly: 2 } }");
        let both = pact(&[("p", "board", "2017-10-12"), ("q", "board", "2018-01-18")]);
        for (day, expected) in [
            ("2017-09-01", Verdict::Open),
            ("2018-01-17", Verdict::Open),
            ("2018-01-18", Verdict::Met),
            // Whether the day has come in January is not known, and then it has.
            ("2018-01", Verdict::Met),
            ("2018-02", Verdict::Met),
        ] {
            assert_eq!(verdict(&terms, &both, Some(day)), expected, "{day}");
        }
        let undated = pact(&[("p", "board", "2017-10-12"), ("q", "board", "")]);
        assert_eq!(
            verdict(&terms, &undated, Some("2018-02-01")),
            Verdict::Open,
            "whether it has been held is not known"
        );
        assert_eq!(verdict(&terms, &undated, None), Verdict::Met, "nobody asks whether it has been held");
    }
}
