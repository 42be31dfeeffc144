//! Meetings: how many, when, between which others, and what is presented at them.

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
        requirement::{Bodies, Meetings, Presents},
    },
    source::Span,
};

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

    /// The meetings of a body, of a kind where one is asked for; sorted by key.
    pub(super) fn meetings_of(&self, body: NodeId, kind: Option<MeetingKind>) -> Vec<(NodeId, Option<PartialDate>)> {
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
        found
    }

    fn date_of(&self, meeting: NodeId) -> Option<PartialDate> {
        let id: Id<Meeting> = self.graph.downcast(meeting)?;
        self.graph.get(id).on.map(|on| on.date)
    }

    fn held(&self, meeting: NodeId, body: NodeId) -> Vec<Hop> {
        self.way(meeting, Step::Forward(EdgeKind::MeetingOf), body)
    }

    pub(super) fn meetings(&self, of: NodeId, asked: &Meetings, at: Span) -> Proof {
        let mut proof = Proof::default();
        let Some(bodies) = self.bodies(&asked.of) else { return self.unresolved(of, at) };
        if bodies.is_empty() {
            let gap = self.absent([NodeKind::Body], []);
            let gap = if gap == Gap::Absent { Gap::Pending } else { gap };
            proof.lack(Lacking::Meetings { found: 0, bounds: Bounds::SOME }, self.scope.pact, gap, at);
        }
        for body in bodies {
            let meetings = self.meetings_of(body, asked.kind);
            self.number_of_meetings(&mut proof, body, &meetings, asked, at);
            self.months(&mut proof, body, &meetings, asked, at);
            if let Some(between) = asked.between {
                match self.graph.meant(between) {
                    Some(between) => self.between(&mut proof, &meetings, between, at),
                    None => proof.lack(Lacking::Unresolved, of, Gap::Unknown, at),
                }
            }
            for (side, bound) in [(Side::Before, asked.on_or_after), (Side::After, asked.on_or_before)] {
                let Some(bound) = bound.map(|bound| bound.date) else { continue };
                for &(meeting, date) in &meetings {
                    self.bounded(&mut proof, meeting, date, side, bound, at);
                }
            }
            if proof.lacks.is_empty() {
                for &(meeting, _) in &meetings {
                    let path = self.held(meeting, body);
                    proof.witness(Shows::Held, meeting, path);
                }
            }
        }
        proof
    }

    fn number_of_meetings(
        &self,
        proof: &mut Proof,
        body: NodeId,
        meetings: &[(NodeId, Option<PartialDate>)],
        asked: &Meetings,
        at: Span,
    ) {
        // Without a number there must at least be something to look at.
        let bounds = asked.bounds.unwrap_or(Bounds { at_least: u32::from(asked.within.0.is_empty()), at_most: None });
        let ahead = |date: &Option<PartialDate>| date.is_some_and(|date| self.is_ahead(date));
        let held = meetings.iter().filter(|(_, date)| !ahead(date)).count();
        if bounds.at_most.is_some_and(|most| meetings.len() > most as usize) {
            proof.lack(Lacking::Meetings { found: meetings.len(), bounds }, body, Gap::Contrary, at);
        } else if held < bounds.at_least as usize {
            if meetings.len() < bounds.at_least as usize {
                let gap = self.absent([NodeKind::Meeting], [EdgeKind::MeetingOf]);
                proof.lack(Lacking::Meetings { found: meetings.len(), bounds }, body, gap, at);
            } else {
                for (meeting, _) in meetings.iter().filter(|(_, date)| ahead(date)) {
                    proof.lack(Lacking::NotYetHeld, *meeting, Gap::Pending, at);
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
        asked: &Meetings,
        at: Span,
    ) {
        for asked in &asked.within.0 {
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

    /// Meetings after the first and before the last plenary meeting of another body.
    fn between(&self, proof: &mut Proof, meetings: &[(NodeId, Option<PartialDate>)], body: NodeId, at: Span) {
        let plenaries = self.meetings_of(body, Some(MeetingKind::Plenary));
        let dated = || plenaries.iter().filter_map(|&(meeting, date)| Some((meeting, date?, date?.first()?)));
        let first = dated().min_by_key(|(_, _, day)| *day);
        let last = dated().max_by_key(|(_, _, day)| *day);
        let (Some((first, from, _)), Some((last, to, _))) = (first, last) else {
            proof.lack(Lacking::NoSpan { body }, body, Gap::Pending, at);
            return;
        };
        if first == last {
            proof.lack(Lacking::NoSpan { body }, body, Gap::Pending, at);
            return;
        }
        for &(meeting, date) in meetings.iter().filter(|(meeting, _)| *meeting != first && *meeting != last) {
            let Some(date) = date else {
                proof.lack(Lacking::Undated, meeting, Gap::Pending, at);
                continue;
            };
            let mut outside = |side, bound: NodeId| {
                let what = Lacking::Outside { side, meeting: Some(bound), date: self.date_of(bound) };
                proof.lack(what, meeting, Gap::Contrary, at);
            };
            // The same day is neither after the one nor before the other.
            if !date.last().zip(from.first()).is_some_and(|(own, first)| own > first) {
                outside(Side::Before, first);
            } else if !date.first().zip(to.last()).is_some_and(|(own, last)| own < last) {
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
        let in_time = heard.iter().copied().find(|&meeting| later(meeting).is_none());
        match (in_time, heard.first()) {
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
