//! Provisions of which each can still be met by those who sit in a body and those who are still to come, and not all of them together.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    STEPS, contradiction,
    formula::Atom,
    holder::Holder,
    plan::{Circumstances, Plan},
    satisfiable,
    system::{Encoded, Occupant},
};
use crate::{
    document::{pact::Role, workspace::Stage},
    graph::{
        composition::Law,
        edge::EdgeKind,
        node::{Body, Member, NodeId, NodeKind, Seat},
        requirement::Requirement,
    },
    prove::{Gap, Lacking, Proof, Prover, Status, breach::Breach, group::Truth},
    solve::{counting::Answer, tally::Chance},
    source::Span,
};

/// A seat, and of each atom whether it may be so and whether it may not.
type Likeness = (Option<NodeId>, Vec<(bool, bool)>);

impl Prover<'_> {
    /// Notes that what is asked of a body cannot all be met any more, where each of it still can.
    ///
    /// Asked only where at least two numbers or shares are not settled yet: what is sure however the rest comes out stands in nobody's way, and what cannot
    /// be met alone is told of itself. Where it takes too long nothing is noted: what is not settled is open already.
    pub(in crate::prove) fn irreconcilable(&self, proof: &mut Proof, body: NodeId, at: Span) {
        let graph = self.graph;
        let members = self.members(body);
        if members.is_empty() || super::is_unread(graph, body) || members.iter().any(|&member| self.is_doubted(member))
        {
            return;
        }
        let seated = self.seats(body).next().is_some();
        if seated && members.iter().any(|&member| self.seat_of(member).is_none()) {
            return;
        }
        if !self.asks_for_numbers(body) {
            return;
        }
        let there = |seat: NodeId| self.is_there(seat);
        let holds = |of: NodeId, when: &[Requirement]| match self.all(of, when).status(Stage::Final) {
            _ if when.is_empty() => Truth::Yes,
            Status::Met => Truth::Yes,
            Status::Unmet | Status::Inapplicable => Truth::No,
            Status::Open | Status::Attest => Truth::Unsaid,
            Status::Error => Truth::Unread,
        };
        let mut plan = Circumstances { graph, as_of: self.as_of, there: &there, holds: &holds }.plan(body);
        self.leave_out_listeners(&mut plan);
        // Who meets, and who stands in, is no matter of who is still to come.
        for number in 0..plan.laws.len() {
            if plan.laws.get(number).is_some_and(|&law| !super::is_of_members(graph, law)) {
                plan.leave_out(number);
            }
        }
        let mut unsettled = BTreeSet::new();
        for number in 0..plan.laws.len() {
            match self.is_settled(&plan, number, body, at) {
                Some(true) => {}
                Some(false) => {
                    unsettled.insert(number);
                }
                None => plan.leave_out(number),
            }
        }
        if unsettled.len() < 2 {
            return;
        }
        let encode = |plan: &Plan, most: i64| {
            let occupants = self.occupants(plan, members.clone(), seated);
            Encoded::new(plan, occupants, most).ok().map(|encoded| encoded.system)
        };
        let Some(few) = encode(&plan, plan.enough()) else { return };
        if few.solve(&mut { STEPS }) != Answer::Infeasible {
            return;
        }
        let Some((parts, smallest)) = contradiction(graph, &plan, &encode) else { return };
        let unsettled =
            |part: &NodeId| plan.laws.iter().position(|law| law == part).is_some_and(|at| unsettled.contains(&at));
        let asking = parts.iter().filter(|part| unsettled(part)).count();
        // With one part alone it is what is told of that part.
        if asking < 2 {
            return;
        }
        let gap = match self.absent([NodeKind::Member], [EdgeKind::MemberOf, EdgeKind::Fills]) {
            Gap::Unknown => Gap::Unknown,
            // What no list could satisfy is a fault of the terms, and no list is to be blamed for it.
            _ if satisfiable(graph, body, self.as_of).rules_out_members(graph) => Gap::Unknown,
            _ => Gap::Contrary,
        };
        let breach = Breach::Irreconcilable { provisions: parts, smallest };
        proof.lack(Lacking::Breach(breach), body, gap, at);
    }

    /// Whether the law of a body has at least two numbers or shares that could get into each other's way.
    fn asks_for_numbers(&self, body: NodeId) -> bool {
        let graph = self.graph;
        let quotas = self.provisions(body).into_iter().filter(|&one| matches!(graph.law(one), Some(Law::Quota(_))));
        let of_which = self.seats(body).filter_map(|seat| graph.seat_law(seat)).map(|law| law.of_which.len());
        let size = graph.downcast::<Body>(body).is_some_and(|id| graph.get(id).size.is_some());
        let asked = quotas.count() + of_which.sum::<usize>();
        asked > 0 && asked + usize::from(size) > 1
    }

    /// Seats in which nobody counts among the members have their own law, and do not meet that of the members, but for an office that somebody in them may have.
    fn leave_out_listeners(&self, plan: &mut Plan) {
        let listens = |seat: NodeId| self.graph.downcast::<Seat>(seat).is_some_and(|id| !self.graph.get(id).counts);
        let any = plan.seats.iter().any(|place| listens(place.seat));
        plan.seats.retain(|place| !listens(place.seat));
        plan.lines.retain(|line| {
            if any && line.terms.iter().any(|(measure, _)| measure.beside) {
                return false;
            }
            let of_seat = line.terms.iter().filter_map(|(measure, _)| measure.seat);
            !of_seat.chain(line.there).any(listens)
        });
    }

    /// Whether a part holds however the rest comes out, or can still come out either way; nothing where it cannot hold, or could not be looked at.
    fn is_settled(&self, plan: &Plan, number: usize, body: NodeId, at: Span) -> Option<bool> {
        let node = *plan.laws.get(number)?;
        let proof = match self.graph.kind(node) {
            NodeKind::Seat => {
                let mut proof = Proof::default();
                let data = self.graph.downcast::<Seat>(node).map(|id| self.graph.get(id))?;
                if self.holders(node).len() > data.places as usize {
                    return None;
                }
                if let Some(law) = self.graph.seat_law(node) {
                    self.of_which(&mut proof, node, &law.of_which, at);
                }
                self.nominators(&mut proof, node, self.holders(node), at);
                // Who did nominate is no number.
                proof
                    .lacks
                    .retain(|lack| matches!(lack.what, Lacking::Breach(Breach::Count(_) | Breach::NotEach { .. })));
                proof
            }
            NodeKind::Provision => self.provision(body, node, at),
            _ => self.size(body, at),
        };
        match proof.lacks.iter().map(|lack| lack.gap).max() {
            None => Some(true),
            Some(Gap::Statement | Gap::Pending | Gap::Absent) => Some(false),
            Some(Gap::Unknown | Gap::Contrary) => None,
        }
    }

    /// Those who sit in the body, and whoever is still to come.
    fn occupants(&self, plan: &Plan, members: Vec<NodeId>, seated: bool) -> Vec<Occupant<'_>> {
        let graph = self.graph;
        let mut atoms = BTreeSet::new();
        plan.measures().for_each(|measure| measure.formula.atoms(&mut atoms));
        // Those of whom the same is known are counted as one.
        let mut alike: BTreeMap<Likeness, i64> = BTreeMap::new();
        for member in members {
            let facts =
                atoms.iter().map(|&atom| self.is_so(member, atom).chance()).map(|chance| (chance.yes, chance.no));
            *alike.entry((self.seat_of(member), facts.collect())).or_default() += 1;
        }
        let holder = |seat, facts| Holder { graph, seat, facts, plain: false, unseated: false };
        let here = alike.into_iter().map(|((seat, facts), number)| {
            let facts = atoms.iter().copied().zip(facts.into_iter().map(|(yes, no)| Chance { yes, no }));
            Occupant { holder: holder(seat, Some(facts.collect())), number: Some(number) }
        });
        let mut all: Vec<Occupant<'_>> = here.collect();
        let seats: Vec<Option<NodeId>> =
            if seated { plan.seats.iter().map(|place| Some(place.seat)).collect() } else { vec![None] };
        all.extend(seats.into_iter().map(|seat| Occupant { holder: holder(seat, None), number: None }));
        all
    }

    /// Whether something is so of a member.
    fn is_so(&self, member: NodeId, atom: Atom) -> Truth {
        match atom {
            Atom::Seat(seat) => self.in_seat(member, &[seat]),
            Atom::Vote => (self.votes(member) > 0).into(),
            Atom::Actor(actor) => self.behalf_of(member, &[actor]),
            Atom::Region(region) => self.is_from_region(member, &[region]),
            Atom::Concept(concept) => self.is_said(member, &[concept]),
            Atom::Role(role) => {
                let own = self.graph.downcast::<Member>(member).and_then(|id| self.graph.get(id).role);
                (own == Some(role)).into()
            }
            Atom::NominatedBy(agent) => self.relates(member, EdgeKind::NominatedBy, &[agent]),
            Atom::AppointedBy(agent) => self.relates(member, EdgeKind::AppointedBy, &[agent]),
            Atom::MemberOf(body) => self.sits_in(member, &[body], None),
            Atom::ChairOf(body) => self.sits_in(member, &[body], Some(Role::Chair)),
            // Somebody always still can.
            Atom::StoodInFor => Truth::Unsaid,
        }
    }
}
