use pact_core::{
    check::{Context, Sink},
    document::value::Date,
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{
            Body, Clause, Decision, Initiative, Kind, Meeting, Member, NodeId, Objective, Pact, Partnership, Provision,
            Seat, Terms,
        },
    },
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// Two dates that cannot both be right.
    ///
    /// ## What it checks
    /// That nothing ends before it begins; that a meeting is not held before it was called, nor before its body was set up or after it ended; that
    /// what has to come first does not come after; that a decision has the date of the meeting at which it was taken; that a target
    /// does not lie before its baseline. Where only the month or the year is known, nothing is said unless every day of it would be wrong.
    ///
    /// ## Why it matters
    /// Deadlines and orders of events are judged by these dates. Of two that contradict each other one is a slip, and nobody can tell which.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// initiatives:
    ///   campaign: { label: A campaign, from: 2019-08, to: 2018-07 }
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// initiatives:
    ///   campaign: { label: A campaign, from: 2018-08, to: 2019-07 }
    /// ```
    ///
    /// ## How to fix
    /// Find out which of the two dates shown is wrong.
    pub struct ContradictoryDates = "S108" "contradictory-dates" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for ContradictoryDates {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let mut judge = Judge { graph, sink };
        judge.spans::<Clause>(|clause| (clause.from, clause.to));
        judge.spans::<Terms>(|terms| (terms.from, terms.to));
        judge.spans::<Body>(|body| (body.from, body.to));
        judge.spans::<Seat>(|seat| (seat.from, seat.to));
        judge.spans::<Provision>(|provision| (provision.from, provision.to));
        judge.spans::<Pact>(|pact| (pact.from, pact.to));
        judge.spans::<Member>(|member| (member.from, member.to));
        judge.spans::<Initiative>(|initiative| (initiative.from, initiative.to));
        judge.spans::<Partnership>(|partnership| (partnership.from, partnership.to));
        judge.meetings();
        judge.orders();
        judge.decisions();
        judge.targets();
    }
}

struct Judge<'m, 's> {
    graph: &'m Graph,
    sink: &'s mut Sink,
}

impl Judge<'_, '_> {
    /// Notes a finding when `earlier` certainly lies after `later`. `why` names the relation between the two in the catalogue.
    fn order(&mut self, node: impl Into<NodeId>, earlier: Option<Date>, later: Option<Date>, why: &'static str) {
        self.order_with(node.into(), earlier, later, why, None);
    }

    /// The same between two nodes.
    fn order_with(
        &mut self,
        node: NodeId,
        earlier: Option<Date>,
        later: Option<Date>,
        why: &'static str,
        other: Option<NodeId>,
    ) {
        let (Some(earlier), Some(later)) = (earlier, later) else { return };
        if !later.date.certainly_before(earlier.date) {
            return;
        }
        let message = Message::new("contradictory-dates")
            .with("kind", self.graph.kind(node))
            .with("id", self.graph.name(node))
            .with("why", why)
            .with("other", other.map_or("", |other| self.graph.name(other)))
            .with("earlier", earlier.date)
            .with("later", later.date);
        let finding = Finding::about(node, later.span, message)
            .related(earlier.span, Message::new("contradictory-dates-other"))
            .help(Message::new("contradictory-dates-help"));
        self.sink.push(finding);
    }

    /// Nothing ends before it begins.
    fn spans<T: Kind>(&mut self, dates: impl Fn(&T) -> (Option<Date>, Option<Date>)) {
        for (id, data) in self.graph.all::<T>() {
            let (from, to) = dates(data);
            self.order(id, from, to, "span");
        }
    }

    fn meetings(&mut self) {
        let graph = self.graph;
        for (id, meeting) in graph.all::<Meeting>() {
            self.order(id, meeting.called, meeting.on, "called");
            for body in
                graph.outgoing(id, EdgeKind::MeetingOf).iter().filter_map(|body| graph.downcast::<Body>(body.node))
            {
                self.order(id, graph.get(body).from, meeting.on, "before-body");
                self.order(id, meeting.on, graph.get(body).to, "after-body");
            }
        }
    }

    /// What comes first does not come after.
    fn orders(&mut self) {
        let graph = self.graph;
        let begins = |node: NodeId| -> Option<Date> {
            if let Some(id) = graph.downcast::<Initiative>(node) {
                return graph.get(id).from;
            }
            if let Some(id) = graph.downcast::<Meeting>(node) {
                return graph.get(id).on;
            }
            graph.downcast::<Decision>(node).and_then(|id| graph.get(id).on)
        };
        for node in graph.nodes() {
            for next in graph.outgoing(node, EdgeKind::Precedes) {
                self.order_with(node, begins(node), begins(next.node), "precedes", Some(next.node));
            }
        }
    }

    fn decisions(&mut self) {
        let graph = self.graph;
        for (id, decision) in graph.all::<Decision>() {
            for meeting in
                graph.outgoing(id, EdgeKind::TakenAt).iter().filter_map(|at| graph.downcast::<Meeting>(at.node))
            {
                let held = graph.get(meeting).on;
                self.order(id, held, decision.on, "taken-at");
                self.order(id, decision.on, held, "taken-at");
            }
        }
    }

    fn targets(&mut self) {
        for (id, objective) in self.graph.all::<Objective>() {
            let (Some(baseline), Some(target)) = (&objective.baseline, &objective.target) else { continue };
            let date =
                |measure: &pact_core::graph::node::Measure| measure.on.map(|date| Date { date, span: measure.span });
            self.order(id, date(baseline), date(target), "target");
        }
    }
}
