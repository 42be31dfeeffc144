//! The seats of a body: who fills them, and whether they may.
//!
//! Every part of a composition is judged under one clause: a seat, the size and the nominators under the clause that gives them, and what no clause gives under
//! the first clause that asks for the composition of the body.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{
    Gap, Lacking, Proof, Prover, Shows, Status,
    breach::{Breach, NotThere},
    eligible::{is_eligible, is_nominator},
    follow::Hop,
    group::Truth,
    stay::{Days, Stay},
};
use crate::{
    document::{
        body::{Aspect, Distinct},
        composition::Population,
        pact::Role,
        requirement::{Bounds, Step},
        value::{Date, PartialDate},
        workspace::Stage,
    },
    graph::{
        edge::EdgeKind,
        node::{Body, Id, Member, NodeId, NodeKind, Seat},
        requirement::{Composition, Target},
    },
    source::Span,
};

/// What a seat asks of the actors of those who fill it.
pub(super) const ELIGIBLE: [EdgeKind; 3] =
    [EdgeKind::EligibleActor, EdgeKind::EligibleCategory, EdgeKind::EligibleRegion];

/// Parts of a composition that are judged as one: those that do not apply say nothing, unless none does.
fn together(parts: Vec<Proof>) -> Proof {
    if !parts.is_empty() && parts.iter().all(|part| part.inapplicable) {
        return Proof::inapplicable();
    }
    let mut proof = Proof::default();
    parts.into_iter().filter(|part| !part.inapplicable).for_each(|part| proof.extend(part));
    proof
}

impl Prover<'_> {
    pub(super) fn asked_composition(&self, of: NodeId, composition: &Composition, at: Span) -> Proof {
        let Some(body) = self.graph.meant(composition.body) else { return self.unresolved(of, at) };
        // What this clause gives is judged with it anyway.
        let mut proof =
            if self.composers.get(&body) == Some(&of) { self.of_no_clause(of, body, at) } else { Proof::default() };
        if composition.one_seat_each {
            proof.extend(self.one_seat_each(body, at));
        }
        proof.extend(self.members_have(of, body, &composition.has, at));
        self.lost_members(&mut proof, body, at);
        let members = self.members(body).len();
        if proof.lacks.is_empty() && proof.witnesses.is_empty() && members > 0 {
            proof.witness(Shows::Members(members), body, Vec::new());
        }
        proof
    }

    /// Whether a clause gives anything of a body's composition.
    pub(crate) fn composes(&self, clause: NodeId) -> bool {
        let gives_seat = self.graph.incoming(clause, EdgeKind::UnderClause).iter();
        gives_seat
            .map(|given| self.graph.kind(given.node))
            .any(|kind| matches!(kind, NodeKind::Seat | NodeKind::Provision))
            || !self.graph.incoming(clause, EdgeKind::SizeClause).is_empty()
            || !self.graph.incoming(clause, EdgeKind::NominatorClause).is_empty()
    }

    /// What a clause gives of the composition of bodies: seats, sizes, nominators.
    pub(crate) fn given_by(&self, clause: NodeId) -> Proof {
        let at = self.graph.span(clause);
        let given = |edge| self.graph.incoming(clause, edge).iter().map(|given| given.node);
        let mut parts = Vec::new();
        for node in given(EdgeKind::UnderClause) {
            match self.graph.kind(node) {
                NodeKind::Seat => parts.push(self.seat(clause, node, at)),
                NodeKind::Provision => parts.push(self.provision(clause, node, at)),
                _ => {}
            }
        }
        parts.extend(given(EdgeKind::SizeClause).map(|body| self.size(body, at)));
        parts.extend(given(EdgeKind::NominatorClause).map(|body| self.nominations(body, at)));
        let mut proof = together(parts);
        self.lost_members(&mut proof, clause, at);
        proof
    }

    /// A member that could not be read may be one too many, or one who may not sit where it does.
    fn lost_members(&self, proof: &mut Proof, of: NodeId, at: Span) {
        if self.graph.unread().contains(NodeKind::Member) {
            proof.lack(Lacking::Unread, of, Gap::Unknown, at);
        }
    }

    /// What no clause gives of the composition of a body.
    fn of_no_clause(&self, of: NodeId, body: NodeId, at: Span) -> Proof {
        let mut parts = Vec::new();
        let under_none = |node, edge| self.graph.outgoing(node, edge).is_empty();
        for seat in self.seats(body).filter(|&seat| under_none(seat, EdgeKind::UnderClause)) {
            parts.push(self.seat(of, seat, at));
        }
        for provision in self.provisions(body).into_iter().filter(|&one| under_none(one, EdgeKind::UnderClause)) {
            parts.push(self.provision(of, provision, at));
        }
        if under_none(body, EdgeKind::SizeClause) {
            parts.push(self.size(body, at));
        }
        if under_none(body, EdgeKind::NominatorClause) {
            parts.push(self.nominations(body, at));
        }
        // Whichever clauses give what cannot be met together, it is told once.
        let mut all = Proof::default();
        self.irreconcilable(&mut all, body, at);
        if !all.lacks.is_empty() {
            parts.push(all);
        }
        together(parts)
    }

    /// What is wrong with the seats and the size of a body for which no clause answers.
    pub(crate) fn unclaimed(&self, body: NodeId) -> Vec<super::Lack> {
        if self.composers.contains_key(&body) {
            Vec::new()
        } else {
            self.of_no_clause(body, body, self.graph.span(body)).lacks
        }
    }

    pub(crate) fn seats(&self, body: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.graph.incoming(body, EdgeKind::SeatOf).iter().map(|seat| seat.node)
    }

    /// The day as of which a body is looked at: the day of judging, or its last one if that is before. Where no day is given, the day on which the last member
    /// came, so that whoever was replaced does not count beside the one who came instead.
    ///
    /// Who sits is a question of one day: whoever followed somebody else during a year does not sit beside that one as of that year. As of a year or a month
    /// it is the last day of it.
    pub(super) fn day(&self, body: NodeId) -> Option<PartialDate> {
        let last = |day: PartialDate| day.last().map_or(day, PartialDate::from);
        self.day_or(body, self.as_of.map(last))
    }

    /// The same as exactly as it is known, for what depends on how long something has lasted by then.
    pub(super) fn now(&self, body: NodeId) -> Option<PartialDate> {
        self.day_or(body, self.as_of)
    }

    fn day_or(&self, body: NodeId, as_of: Option<PartialDate>) -> Option<PartialDate> {
        let day = as_of.or_else(|| self.arrivals().get(&body).copied())?;
        let end = self.graph.downcast::<Body>(body).and_then(|id| self.graph.get(id).to).map(|to| to.date);
        Some(end.filter(|end| end.certainly_before(day)).unwrap_or(day))
    }

    /// For each body the latest day on which a member came, of those that say so.
    pub(super) fn arrivals(&self) -> &FxHashMap<NodeId, PartialDate> {
        self.arrivals.get_or_init(|| {
            let mut latest: FxHashMap<NodeId, PartialDate> = FxHashMap::default();
            for (id, member) in self.graph.all::<Member>().filter(|(id, _)| self.scope.sees(self.graph, id.node())) {
                let Some(from) = member.from.map(|from| from.date).filter(|from| from.first().is_some()) else {
                    continue;
                };
                for body in self.graph.outgoing(id, EdgeKind::MemberOf) {
                    let day = latest.entry(body.node).or_insert(from);
                    if day.first() < from.first() {
                        *day = from;
                    }
                }
            }
            latest
        })
    }

    /// Whether a membership runs on the day as of which its body is looked at.
    pub(super) fn is_current(&self, member: NodeId) -> bool {
        let body = self.graph.outgoing(member, EdgeKind::MemberOf).first();
        let day = body.map_or(self.as_of, |body| self.day(body.node));
        self.runs(member, day)
    }

    /// Whether somebody counts among the members of a body: who sits in it on the day, or in any role where roles are asked for.
    pub(super) fn counts_as_member(&self, member: NodeId, any_role: bool) -> bool {
        let body = self.graph.outgoing(member, EdgeKind::MemberOf).first();
        let day = body.map_or(self.as_of, |body| self.day(body.node));
        if any_role { self.runs(member, day) } else { self.sits(member, day) }
    }

    /// Whether a membership runs on a day: it has begun, and has not ended. Without a day every membership does.
    fn runs(&self, member: NodeId, day: Option<PartialDate>) -> bool {
        let Some(id): Option<Id<Member>> = self.graph.downcast(member) else { return false };
        let stay = Stay::of_member(self.graph.get(id));
        day.and_then(Days::of).is_none_or(|day| stay.covers(day) != Truth::No)
    }

    /// Whether a member sits in the body itself on the day: not as an alternate, an observer or its secretary, and not before or after the time.
    fn sits(&self, member: NodeId, day: Option<PartialDate>) -> bool {
        let Some(id): Option<Id<Member>> = self.graph.downcast(member) else { return false };
        let beside = match self.graph.get(id).role {
            Some(Role::Alternate | Role::Secretary | Role::Nominee) => true,
            // Whoever fills a seat for those who listen does so as an observer.
            Some(Role::Observer) => self.seat_data(member).is_none_or(|seat| seat.counts),
            Some(Role::Chair | Role::Deputy) | None => false,
        };
        !beside && self.is_on(member, day)
    }

    /// Whether somebody is on the register on the day, in whatever role.
    fn is_on(&self, member: NodeId, day: Option<PartialDate>) -> bool {
        self.runs(member, day) && !self.graph.head(member).repeated && self.scope.sees(self.graph, member)
    }

    /// The seat that the register gives a member.
    fn seat_data(&self, member: NodeId) -> Option<&Seat> {
        let seat = self.graph.outgoing(member, EdgeKind::Fills).first()?.node;
        Some(self.graph.get(self.graph.downcast::<Seat>(seat)?))
    }

    /// The seat of a member: the one that the register gives, or the one that is found for whoever has none.
    pub(crate) fn seat_of(&self, member: NodeId) -> Option<NodeId> {
        let given = self.graph.outgoing(member, EdgeKind::Fills).first().map(|seat| seat.node);
        given.or_else(|| self.found_seat(member))
    }

    /// Whether a seat is there on the day: between its dates, and where its condition holds.
    pub(crate) fn is_there(&self, seat: NodeId) -> Truth {
        self.is_there_on(seat, self.graph.head(seat).parent.and_then(|body| self.day(body)))
    }

    /// The same on another day; whatever its dates are where no day is given.
    pub(super) fn is_there_on(&self, seat: NodeId, day: Option<PartialDate>) -> Truth {
        let Some(data) = self.graph.downcast::<Seat>(seat).map(|id| self.graph.get(id)) else { return Truth::No };
        let out = day.and_then(Days::of).is_some_and(|day| Stay::of_seat(data).covers(day) == Truth::No);
        if out { Truth::No } else { self.depends(seat) }
    }

    /// Whether that holds on which a seat depends.
    fn depends(&self, seat: NodeId) -> Truth {
        let when = self.graph.seat_law(seat).map_or(&[][..], |law| &law.when);
        if when.is_empty() {
            return Truth::Yes;
        }
        if let Some(&known) = self.there.borrow().get(&seat) {
            return known;
        }
        // A seat that depends on who sits in the body depends on itself, and nobody can say whether it is there.
        self.there.borrow_mut().insert(seat, Truth::Unread);
        let there = match self.all(seat, when).status(Stage::Final) {
            Status::Met => Truth::Yes,
            Status::Unmet | Status::Inapplicable => Truth::No,
            Status::Open | Status::Attest => Truth::Unsaid,
            Status::Error => Truth::Unread,
        };
        self.there.borrow_mut().insert(seat, there);
        there
    }

    /// Whoever sits in a body on the day, those included who do not count among its members.
    pub(crate) fn on_the_body(&self, body: NodeId) -> Vec<NodeId> {
        let day = self.day(body);
        let mut all: Vec<NodeId> = self.graph.incoming(body, EdgeKind::MemberOf).iter().map(|one| one.node).collect();
        all.dedup();
        all.retain(|&member| self.sits(member, day));
        all
    }

    /// Whoever is on the register of a body on a day in a role of which this holds; at any time where no day is given.
    pub(super) fn in_role_on(
        &self,
        body: NodeId,
        holds: impl Fn(Option<Role>) -> bool,
        day: Option<PartialDate>,
    ) -> Vec<NodeId> {
        let mut all: Vec<NodeId> = self.graph.incoming(body, EdgeKind::MemberOf).iter().map(|one| one.node).collect();
        all.dedup();
        let role = |member: NodeId| self.graph.downcast::<Member>(member).and_then(|id| self.graph.get(id).role);
        all.retain(|&member| holds(role(member)) && self.is_on(member, day));
        all
    }

    /// The members of a body on the day.
    pub(crate) fn members(&self, body: NodeId) -> Vec<NodeId> {
        self.members_on(body, self.day(body))
    }

    /// The members of a body on another day; at any time where none is given.
    pub(super) fn members_on(&self, body: NodeId, day: Option<PartialDate>) -> Vec<NodeId> {
        self.members_also_in(body, &[], day)
    }

    /// The same with whoever sits in one of these seats, whether they count there or not.
    pub(super) fn members_also_in(&self, body: NodeId, seats: &[NodeId], day: Option<PartialDate>) -> Vec<NodeId> {
        let mut members: Vec<NodeId> =
            self.graph.incoming(body, EdgeKind::MemberOf).iter().map(|member| member.node).collect();
        members.dedup();
        // Whoever sits where nobody counts, or where there is no seat on the day, is no member.
        let counts = |member: NodeId| {
            self.seat_of(member).is_none_or(|seat| {
                (seats.contains(&seat) || self.counts(seat)) && self.is_there_on(seat, day) != Truth::No
            })
        };
        members.retain(|&member| self.sits(member, day) && counts(member));
        members
    }

    /// The members in a seat on the day.
    pub(crate) fn holders(&self, seat: NodeId) -> Vec<NodeId> {
        let day = self.graph.head(seat).parent.and_then(|body| self.day(body));
        let mut members: Vec<NodeId> =
            self.graph.incoming(seat, EdgeKind::Fills).iter().map(|member| member.node).collect();
        members.dedup();
        members.retain(|&member| self.sits(member, day));
        members.extend(self.found_holders(seat));
        members
    }

    /// The members of the body without a seat that could be read: one of them may be the one who fills a vacant one. Its secretary and those who listen need none.
    fn seatless(&self, body: NodeId) -> usize {
        if let Some(&known) = self.seatless.borrow().get(&body) {
            return known;
        }
        let members = self.members(body).into_iter();
        let without =
            members.filter(|&member| self.seat_of(member).is_none() && self.may_have_any_seat(member, body)).count();
        self.seatless.borrow_mut().insert(body, without);
        without
    }

    /// Whether what is said of a member cannot be relied on, and is a finding already: it could not be read whole, has an id that is taken, or ends before it
    /// begins.
    pub(super) fn is_doubted(&self, member: NodeId) -> bool {
        let data = self.graph.downcast::<Member>(member).map(|id| self.graph.get(id));
        let backwards = data.is_some_and(|data| is_backwards(data.from, data.to));
        self.graph.head(member).repeated || backwards || self.is_blurred(member)
    }

    /// Whether something of the entry of a member could not be read, such as the role.
    pub(super) fn is_blurred(&self, member: NodeId) -> bool {
        let head = self.graph.head(member);
        let data = self.graph.downcast::<Member>(member).map(|id| self.graph.get(id));
        head.damaged || data.is_some_and(|data| data.blurred) || self.doubtful_files.contains(&head.span.file)
    }

    /// What may be concluded from a place that nobody fills.
    fn vacancy(&self, seat: NodeId) -> Gap {
        use NodeKind::Member;
        // Somebody of whom not all could be read, or who cannot have sat as long as is said, may be the one.
        let holders = self.graph.incoming(seat, EdgeKind::Fills);
        if holders.iter().any(|member| self.is_doubted(member.node)) {
            return Gap::Unknown;
        }
        match self.absent([Member], [EdgeKind::Fills, EdgeKind::MemberOf]) {
            Gap::Absent if self.graph.head(seat).parent.is_some_and(|body| self.seatless(body) > 0) => Gap::Pending,
            gap => gap,
        }
    }

    /// Places of a seat that nobody fills.
    fn vacancies(&self, seat: NodeId) -> usize {
        let data = self.graph.downcast::<Seat>(seat).map(|id| self.graph.get(id));
        let Some(data) = data.filter(|data| !data.optional && data.counts) else { return 0 };
        if self.is_there(seat) != Truth::Yes {
            return 0;
        }
        (data.places as usize).saturating_sub(self.holders(seat).len())
    }

    fn vacant(&self, proof: &mut Proof, seat: NodeId, places: usize, at: Span) {
        let gap = self.vacancy(seat);
        let what = if gap == Gap::Pending { Lacking::SeatUnknown } else { Lacking::Vacant { places } };
        proof.lack(what, seat, gap, at);
    }

    pub(super) fn seat(&self, of: NodeId, seat: NodeId, at: Span) -> Proof {
        let graph = self.graph;
        let mut proof = Proof::default();
        let Some(id): Option<Id<Seat>> = graph.downcast(seat) else { return proof };
        if graph.head(seat).damaged {
            proof.lack(Lacking::Unread, seat, Gap::Unknown, at);
            return proof;
        }
        let data = graph.get(id);
        let law = graph.seat_law(seat);
        if is_backwards(data.from, data.to) {
            proof.lack(Lacking::Unread, seat, Gap::Unknown, at);
            return proof;
        }
        if self.is_there(seat) == Truth::No {
            return self.absent_seat(seat, data, at);
        }
        if let Some(decided) = law.and_then(|law| self.when(of, &law.when)) {
            return decided;
        }
        let holders = self.holders(seat);
        let places = data.places as usize;
        for member in graph.incoming(seat, EdgeKind::Fills).iter().filter(|member| self.is_doubted(member.node)) {
            proof.lack(Lacking::Unread, member.node, Gap::Unknown, at);
        }
        if self.is_seating_undecided(seat) {
            proof.lack(Lacking::Limit, seat, Gap::Unknown, at);
        }
        match holders.len() {
            // Whoever cannot be relied on may be one too few or one too many.
            _ if !proof.lacks.is_empty() => {}
            // A member of whom it is not known in which seat may be one too many.
            taken if taken == places && self.doubtful.contains(&EdgeKind::Fills) => {
                proof.lack(Lacking::Unread, seat, Gap::Unknown, at);
            }
            taken if taken < places && data.optional => {}
            taken if taken < places => self.vacant(&mut proof, seat, places - taken, at),
            taken if taken > places => {
                let what = Lacking::Overfilled { members: self.sorted(holders.clone()), places };
                proof.lack(what, seat, Gap::Contrary, at);
            }
            _ => {}
        }
        let eligible = law.map(|law| &law.eligible);
        for &member in holders.iter().filter(|&&member| !self.is_doubted(member)) {
            if !self.keep() {
                return proof;
            }
            let before = proof.lacks.len();
            let behalf = self.fit_actor(&mut proof, member, seat, at);
            match eligible.map_or(Truth::Yes, |group| self.in_group(member, group)) {
                Truth::Yes => {}
                Truth::No => proof.lack(Lacking::Breach(Breach::Unfit { seat }), member, Gap::Contrary, at),
                Truth::Unread => proof.lack(Lacking::Unread, member, Gap::Unknown, at),
                Truth::Unsaid => proof.lack(Lacking::Breach(Breach::FitnessUnsaid { seat }), member, Gap::Pending, at),
            }
            if proof.lacks.len() == before {
                let path = match behalf {
                    Some(actor) => self.way(member, Step::Forward(EdgeKind::OnBehalfOf), actor),
                    None => vec![self.fills(member, seat)],
                };
                proof.witness(Shows::Filled, seat, path);
            }
        }
        // Where a better seating was not ruled out, nobody is blamed for this one.
        let decided = !self.is_seating_undecided(seat);
        match law.and_then(|law| law.distinct).filter(|_| decided && holders.len() > 1) {
            Some(Aspect::Word(distinct)) => self.distinct_holders(&mut proof, seat, &holders, distinct, at),
            Some(aspect @ Aspect::Scheme(_)) => self.distinct_concepts(&mut proof, seat, &holders, aspect, at),
            None => {}
        }
        if let Some(law) = law.filter(|law| decided && !law.of_which.is_empty()) {
            self.of_which(&mut proof, seat, &law.of_which, at);
        }
        self.appointers(&mut proof, seat, &holders, at);
        self.nominators(&mut proof, seat, holders, at);
        proof
    }

    /// A seat that is not there on the day. Nothing is asked of it but that nobody sits in it.
    fn absent_seat(&self, seat: NodeId, data: &Seat, at: Span) -> Proof {
        let day = self.graph.head(seat).parent.and_then(|body| self.day(body));
        let days = day.and_then(Days::of);
        let own = Stay::of_seat(data);
        let why = match (days, data.from, data.to) {
            (Some(days), Some(from), _) if days.is_before(own.from) => NotThere::Ahead(from.date),
            (Some(days), _, Some(to)) if own.to.is_before(days) => NotThere::Over(to.date),
            _ => NotThere::Condition,
        };
        let mut proof = Proof::default();
        let mut members: Vec<NodeId> =
            self.graph.incoming(seat, EdgeKind::Fills).iter().map(|member| member.node).collect();
        members.dedup();
        for member in self.sorted(members) {
            if !self.keep() {
                break;
            }
            if self.is_doubted(member) {
                proof.lack(Lacking::Unread, member, Gap::Unknown, at);
                continue;
            }
            if !self.sits(member, day) {
                continue;
            }
            // Of whom only the month or the year is known in which they left, it is not known that they stayed longer than the seat.
            let stay = self.graph.downcast::<Member>(member).map(|id| Stay::of_member(self.graph.get(id)));
            if stay.zip(days).is_some_and(|(stay, days)| stay.covers(days) != Truth::Yes) {
                proof.lack(Lacking::Undated, member, Gap::Pending, at);
            } else {
                proof.lack(Lacking::Breach(Breach::AbsentSeat { seat, why }), member, Gap::Contrary, at);
            }
        }
        if proof.lacks.is_empty() { Proof::inapplicable() } else { proof }
    }

    /// That a member fills a seat. Where no list says so, the seat was found, and the member itself is the place to look at.
    fn fills(&self, member: NodeId, seat: NodeId) -> Hop {
        let said = self.graph.between(member, EdgeKind::Fills, seat).map(|said| said.span);
        let span = said.unwrap_or_else(|| self.graph.span(member));
        Hop { from: member, edge: Some(EdgeKind::Fills), forward: true, to: seat, span }
    }

    /// Whether a member sits on behalf of an actor that may fill the seat: the actor, where the seat asks for one.
    fn fit_actor(&self, proof: &mut Proof, member: NodeId, seat: NodeId, at: Span) -> Option<NodeId> {
        let graph = self.graph;
        let actors = graph.outgoing(member, EdgeKind::OnBehalfOf);
        match self.actor_may_fill(member, seat) {
            Truth::Yes => actors.iter().map(|actor| actor.node).find(|&actor| is_eligible(graph, actor, seat)),
            Truth::Unsaid => {
                proof.lack(Lacking::ActorUnknown, member, Gap::Pending, at);
                None
            }
            unsure => {
                let asked = ELIGIBLE.iter().any(|&edge| graph.broken.contains(&(seat, edge)));
                match actors.first().filter(|_| !asked) {
                    Some(actor) => {
                        let gap = if unsure == Truth::No { Gap::Contrary } else { Gap::Unknown };
                        proof.lack(Lacking::Ineligible { seat, actor: actor.node }, member, gap, at);
                    }
                    None => proof.lack(Lacking::Unread, if asked { seat } else { member }, Gap::Unknown, at),
                }
                None
            }
        }
    }

    /// Whether a member sits on behalf of an actor that may fill a seat.
    fn actor_may_fill(&self, member: NodeId, seat: NodeId) -> Truth {
        let graph = self.graph;
        let anybody = ELIGIBLE.iter().all(|&edge| graph.outgoing(seat, edge).is_empty());
        if ELIGIBLE.iter().any(|&edge| graph.broken.contains(&(seat, edge))) {
            return Truth::Unread;
        }
        let actors = graph.outgoing(member, EdgeKind::OnBehalfOf);
        if anybody || actors.iter().any(|actor| is_eligible(graph, actor.node, seat)) {
            return Truth::Yes;
        }
        if graph.is_broken(member, EdgeKind::OnBehalfOf) {
            return Truth::Unread;
        }
        let doubt =
            |actor: NodeId| graph.is_broken(actor, EdgeKind::Category) || graph.is_broken(actor, EdgeKind::Region);
        match actors {
            [] => Truth::Unsaid,
            actors if actors.iter().any(|actor| doubt(actor.node)) => Truth::Unread,
            _ => Truth::No,
        }
    }

    /// Whether a member may fill a seat.
    pub(crate) fn may_fill(&self, member: NodeId, seat: NodeId) -> Truth {
        let rest = self.graph.seat_law(seat).map_or(Truth::Yes, |law| self.in_group(member, &law.eligible));
        self.actor_may_fill(member, seat).and(rest)
    }

    /// Whether those who fill a seat, or stand in there, were appointed by whoever may appoint to it.
    pub(super) fn appointers(&self, proof: &mut Proof, seat: NodeId, holders: &[NodeId], at: Span) {
        let may: Vec<NodeId> = self.graph.outgoing(seat, EdgeKind::AppointedBy).iter().map(|end| end.node).collect();
        let lost = self.graph.broken.contains(&(seat, EdgeKind::AppointedBy));
        if may.is_empty() && !lost {
            return;
        }
        let unsaid = holders.iter().filter_map(|&member| self.appointed_by(proof, seat, member, &may, lost, at));
        let members: Vec<NodeId> = unsaid.collect();
        if !members.is_empty() {
            let breach = Breach::AppointerUnknown { members: self.sorted(members) };
            proof.lack(Lacking::Breach(breach), seat, Gap::Pending, at);
        }
    }

    /// Members of one seat who must come from different actors, or from actors of different regions.
    fn distinct_holders(&self, proof: &mut Proof, seat: NodeId, holders: &[NodeId], what: Distinct, at: Span) {
        let mut by_common: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        if what == Distinct::Person {
            let body = self.graph.head(seat).parent;
            for (_, members) in body.map(|body| self.two_seats(body)).unwrap_or_default() {
                let members: Vec<NodeId> = members.into_iter().filter(|member| holders.contains(member)).collect();
                if let (Some(&first), true) = (members.first(), members.len() > 1) {
                    proof.lack(Lacking::TwoSeats { seats: vec![seat], members }, first, Gap::Contrary, at);
                }
            }
            return;
        }
        if what == Distinct::Nominator {
            for &member in holders {
                if self.graph.is_broken(member, EdgeKind::NominatedBy) {
                    proof.lack(Lacking::Unread, member, Gap::Unknown, at);
                } else if self.graph.outgoing(member, EdgeKind::NominatedBy).is_empty() {
                    proof.lack(Lacking::NominatorUnknown { members: vec![member] }, seat, Gap::Pending, at);
                }
                for nominator in self.graph.outgoing(member, EdgeKind::NominatedBy) {
                    by_common.entry(nominator.node).or_default().push(member);
                }
            }
        }
        for &member in holders.iter().filter(|_| what != Distinct::Nominator) {
            let actors = self.graph.outgoing(member, EdgeKind::OnBehalfOf);
            let unread = |node: NodeId, edge| self.graph.broken.contains(&(node, edge));
            let of_region = || actors.iter().any(|actor| unread(actor.node, EdgeKind::Region));
            if unread(member, EdgeKind::OnBehalfOf) || (what == Distinct::Region && of_region()) {
                proof.lack(Lacking::Unread, member, Gap::Unknown, at);
            } else if actors.is_empty() {
                proof.lack(Lacking::ActorUnknown, member, Gap::Pending, at);
            }
            // Everybody is at home somewhere.
            let homeless = |actor: &NodeId| self.graph.outgoing(*actor, EdgeKind::Region).is_empty();
            let homeless: Vec<NodeId> = actors.iter().map(|actor| actor.node).filter(homeless).collect();
            if what == Distinct::Region && !of_region() && !homeless.is_empty() {
                let breach = Breach::RegionUnsaid { seat, actors: self.sorted(homeless) };
                proof.lack(Lacking::Breach(breach), member, Gap::Pending, at);
            }
            for actor in actors {
                match what {
                    Distinct::Nominator | Distinct::Person => {}
                    Distinct::Actor => by_common.entry(actor.node).or_default().push(member),
                    Distinct::Region => {
                        for region in self.graph.outgoing(actor.node, EdgeKind::Region) {
                            by_common.entry(region.node).or_default().push(member);
                        }
                    }
                }
            }
        }
        for (common, mut members) in by_common {
            members.dedup();
            if members.len() > 1 {
                let what = Lacking::Shared { members: self.sorted(members), what: Some(what), common };
                proof.lack(what, seat, Gap::Contrary, at);
            }
        }
    }

    /// Members of one seat of whom different concepts of a scheme are said.
    fn distinct_concepts(&self, proof: &mut Proof, seat: NodeId, holders: &[NodeId], scheme: Aspect<Target>, at: Span) {
        // A scheme that is nowhere is a finding already, and no member's fault.
        if matches!(scheme, Aspect::Scheme(scheme) if self.graph.meant(scheme).is_none()) {
            proof.lack(Lacking::Unresolved, seat, Gap::Unknown, at);
            return;
        }
        let mut by_common: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        for &member in holders {
            let said = self.said(member, scheme);
            match said.truth {
                Truth::Unread => proof.lack(Lacking::Unread, member, Gap::Unknown, at),
                Truth::Unsaid => proof.lack(Lacking::Breach(Breach::FitnessUnsaid { seat }), member, Gap::Pending, at),
                Truth::Yes | Truth::No => {}
            }
            for concept in said.nodes {
                by_common.entry(concept).or_default().push(member);
            }
        }
        for (common, members) in by_common.into_iter().filter(|(_, members)| members.len() > 1) {
            let what = Lacking::Shared { members: self.sorted(members), what: None, common };
            proof.lack(what, seat, Gap::Contrary, at);
        }
    }

    /// Nominations for the seats of a body that do not name their own nominators, among those for which the body's can be meant.
    pub(super) fn nominations(&self, body: NodeId, at: Span) -> Proof {
        let mut proof = Proof::default();
        let graph = self.graph;
        let named = graph.downcast::<Body>(body).is_some_and(|id| graph.get(id).nominated);
        if !named {
            return proof;
        }
        let unread = graph.head(body).damaged
            || [EdgeKind::NominatorActor, EdgeKind::NominatorCategory]
                .iter()
                .any(|&edge| graph.broken.contains(&(body, edge)));
        if unread {
            proof.lack(Lacking::Unread, body, Gap::Unknown, at);
            return proof;
        }
        // A seat that names its own is not under this, also where the name leads nowhere.
        let own = |seat| {
            [EdgeKind::NominatedBy, EdgeKind::NominatorCategory]
                .iter()
                .any(|&edge| !graph.outgoing(seat, edge).is_empty() || graph.broken.contains(&(seat, edge)))
        };
        for seat in self.seats(body).filter(|&seat| !own(seat)) {
            // What could not be read may be that it names its own.
            if graph.head(seat).damaged {
                proof.lack(Lacking::Unread, seat, Gap::Unknown, at);
                continue;
            }
            if is_nominated(graph, seat, body) {
                self.nominated_by_one(
                    &mut proof,
                    seat,
                    self.holders(seat),
                    |actor| is_nominator(graph, actor, body),
                    at,
                );
            }
        }
        proof
    }

    /// The number of members. Where vacant or overfilled seats account for the difference, they are what is wrong.
    pub(super) fn size(&self, body: NodeId, at: Span) -> Proof {
        let mut proof = Proof::default();
        let size = self.graph.downcast::<Body>(body).and_then(|id| self.graph.get(id).size.clone());
        let Some(size) = size else { return proof };
        if self.graph.head(body).damaged {
            proof.lack(Lacking::Unread, body, Gap::Unknown, at);
            return proof;
        }
        let bounds = Bounds { at_least: size.at_least.unwrap_or(0), at_most: size.at_most };
        let members = self.members(body);
        let found = members.len();
        let doubted = self.graph.incoming(body, EdgeKind::MemberOf).iter().any(|member| self.is_doubted(member.node));
        if doubted {
            proof.lack(Lacking::Unread, body, Gap::Unknown, at);
            return proof;
        }
        // Whoever sits in a seat of which it is not known whether it is there may be no member.
        let unsure = |member: &&NodeId| self.seat_of(**member).map_or(Truth::Yes, |seat| self.is_there(seat));
        let doubtful = members.iter().filter(|member| unsure(member) != Truth::Yes).count();
        if doubtful > 0 && bounds.admit(found) != bounds.admit(found.saturating_sub(doubtful)) {
            let unread = members.iter().any(|member| unsure(&member) == Truth::Unread);
            let gap = if unread { Gap::Unknown } else { Gap::Pending };
            proof.lack(Lacking::Size { found, open: 0, bounds }, body, gap, at);
            return proof;
        }
        // A number that no list could have is a finding already, and no list is to be blamed for it.
        if bounds.is_empty() {
            proof.lack(Lacking::Size { found, open: 0, bounds }, body, Gap::Unknown, at);
            return proof;
        }
        // Of whom a seat was found that counts, and might have been another that does not, or the other way round, it is not known whether they are members.
        let (fewer, more) = self.unsettled(body);
        if (fewer > 0 && bounds.admit(found) != bounds.admit(found.saturating_sub(fewer)))
            || (more > 0 && bounds.admit(found) != bounds.admit(found + more))
        {
            proof.lack(Lacking::SeatUnknown, body, Gap::Pending, at);
            return proof;
        }
        let seatless = || members.iter().filter(|member| self.seat_of(**member).is_none()).count();
        if bounds.admit(found) {
            // Places that have to be filled bring more.
            let open = self.open_places(body).into_iter().filter(|open| open.seat.is_some() && !open.optional);
            let open: u64 =
                open.filter(|open| self.belongs(open.seat, Population::Members)).map(|open| open.number).sum();
            // Whoever is a member without a seat may be the one who fills one.
            let filled = found.saturating_add(usize::try_from(open).unwrap_or(usize::MAX).saturating_sub(seatless()));
            if bounds.admit(filled) {
                proof.witness(Shows::Members(found), body, Vec::new());
            } else {
                proof.lack(Lacking::Size { found, open: filled - found, bounds }, body, Gap::Pending, at);
            }
            return proof;
        }
        let mut seats: Vec<NodeId> = self.seats(body).collect();
        seats.sort_unstable_by(|&a, &b| self.graph.order(a, b));
        if found < bounds.at_least as usize {
            let open: Vec<(NodeId, usize)> =
                seats.into_iter().map(|seat| (seat, self.vacancies(seat))).filter(|(_, open)| *open > 0).collect();
            if found + open.iter().map(|(_, open)| open).sum::<usize>() >= bounds.at_least as usize {
                for (seat, open) in open.into_iter().filter(|(seat, _)| !self.judged_with_size(*seat, body)) {
                    self.vacant(&mut proof, seat, open, at);
                }
                return proof;
            }
            let gap = self.absent([NodeKind::Member], [EdgeKind::MemberOf]);
            proof.lack(Lacking::Size { found, open: 0, bounds }, body, gap, at);
            return proof;
        }
        let places =
            |seat: NodeId| self.graph.downcast::<Seat>(seat).map_or(0, |id| self.graph.get(id).places as usize);
        let over: Vec<NodeId> = seats.into_iter().filter(|&seat| self.holders(seat).len() > places(seat)).collect();
        let surplus: usize = over.iter().map(|&seat| self.holders(seat).len() - places(seat)).sum();
        if bounds.at_most.is_some_and(|most| found.saturating_sub(surplus) <= most as usize) {
            for seat in over.into_iter().filter(|&seat| !self.judged_with_size(seat, body)) {
                let what = Lacking::Overfilled { members: self.sorted(self.holders(seat)), places: places(seat) };
                proof.lack(what, seat, Gap::Contrary, at);
            }
        } else {
            // Whoever has no seat, where everybody has to have one, is a finding already, and may be no member at all.
            let seatless = if self.seats(body).next().is_some() { seatless() } else { 0 };
            let explained =
                bounds.at_most.is_some_and(|most| found.saturating_sub(surplus + seatless) <= most as usize);
            let gap = if explained { Gap::Unknown } else { Gap::Contrary };
            proof.lack(Lacking::Size { found, open: 0, bounds }, body, gap, at);
        }
        proof
    }

    /// Whether a seat is judged under the same clause as the size of the body: what is wrong with it has been said there.
    fn judged_with_size(&self, seat: NodeId, body: NodeId) -> bool {
        let clause = |node, edge| self.graph.outgoing(node, edge).first().map(|clause| clause.node);
        clause(seat, EdgeKind::UnderClause) == clause(body, EdgeKind::SizeClause)
    }

    /// Nobody has two seats.
    fn one_seat_each(&self, body: NodeId, at: Span) -> Proof {
        let mut proof = Proof::default();
        for (seats, members) in self.two_seats(body) {
            let Some(&first) = members.first() else { continue };
            proof.lack(Lacking::TwoSeats { seats, members }, first, Gap::Contrary, at);
        }
        proof
    }

    /// Persons who sit in a body more than once: the seats, and the members that they are.
    pub(crate) fn two_seats(&self, body: NodeId) -> Vec<(Vec<NodeId>, Vec<NodeId>)> {
        self.twice_among(self.members(body))
    }

    /// The same among whoever is given.
    pub(super) fn twice_among(&self, all: Vec<NodeId>) -> Vec<(Vec<NodeId>, Vec<NodeId>)> {
        let mut persons: FxHashMap<&str, Vec<NodeId>> = FxHashMap::default();
        for member in all {
            if let Some(person) = self.person_of(member) {
                persons.entry(person).or_default().push(member);
            }
        }
        let mut twice: Vec<_> = persons
            .into_values()
            .filter(|members| members.len() > 1)
            .map(|members| {
                let members = self.sorted(members);
                let seats = members.iter().flat_map(|&member| self.graph.outgoing(member, EdgeKind::Fills));
                let mut seats = self.sorted(seats.map(|seat| seat.node).collect());
                seats.dedup();
                (seats, members)
            })
            .collect();
        twice.sort_by_cached_key(|(_, members)| members.first().map(|&member| self.graph.key(member)));
        twice
    }

    pub(crate) fn sorted(&self, mut nodes: Vec<NodeId>) -> Vec<NodeId> {
        nodes.sort_unstable_by(|&a, &b| self.graph.order(a, b));
        nodes
    }
}

/// Whether something ends before it begins: one of the two dates is a slip, which is a finding already, and nobody can tell when it holds.
pub(super) fn is_backwards(from: Option<Date>, to: Option<Date>) -> bool {
    from.zip(to).is_some_and(|(from, to)| to.date.certainly_before(from.date))
}

/// Whether those who may fill a seat are all among those from whom the members of its body are appointed.
pub fn is_nominated(graph: &crate::graph::Graph, seat: NodeId, body: NodeId) -> bool {
    let actors = graph.outgoing(seat, EdgeKind::EligibleActor);
    let categories = graph.outgoing(seat, EdgeKind::EligibleCategory);
    if actors.is_empty() && categories.is_empty() {
        return true;
    }
    let wider = |category: NodeId| {
        let mut open = vec![category];
        let mut seen = rustc_hash::FxHashSet::default();
        while let Some(here) = open.pop() {
            if graph.between(body, EdgeKind::NominatorCategory, here).is_some() {
                return true;
            }
            if seen.insert(here) {
                open.extend(graph.outgoing(here, EdgeKind::Broader).iter().map(|end| end.node));
            }
        }
        false
    };
    actors.iter().all(|actor| is_nominator(graph, actor.node, body))
        && categories.iter().all(|category| wider(category.node))
}

#[cfg(test)]
mod tests {
    use crate::{ledger::Verdict, prove::tests::verdict};

    const SEAT: &str =
        "bodies: { board: { seats: { s: { clause: A } } } }\nclauses: { A: { force: must, text: A. } }\n";
    const FOLLOWED: &str = "members:\n  m1: { body: board, seat: s, from: 2017-01-01, to: 2017-12-31 }\n  m2: { body: board, seat: s, from: 2018-01-01 }\n";

    #[test]
    fn who_was_replaced_does_not_count_beside_the_one_who_came() {
        for day in [None, Some("2017-06-01"), Some("2018-06-01"), Some("2018")] {
            assert_eq!(verdict(SEAT, FOLLOWED, day), Verdict::Met, "{day:?}");
        }
        // During the year as of which is judged.
        let during = FOLLOWED.replace("2017-12-31", "2018-02-28").replace("from: 2018-01-01", "from: 2018-03-01");
        assert_eq!(verdict(SEAT, &during, Some("2018")), Verdict::Met);
        let both = FOLLOWED.replace(", to: 2017-12-31", "");
        assert_eq!(verdict(SEAT, &both, None), Verdict::Unmet);
        assert_eq!(verdict(SEAT, &both, Some("2017-06-01")), Verdict::Met, "the second has yet to come");
    }

    #[test]
    fn who_left_and_was_not_replaced_leaves_a_vacant_seat() {
        let left = "members:\n  m1: { body: board, seat: s, to: 2017-12-31 }\n";
        assert_eq!(verdict(SEAT, left, Some("2017-12")), Verdict::Met);
        assert_eq!(verdict(SEAT, left, Some("2018-01-01")), Verdict::Unmet);
        // Without a day nothing says that the last one has passed.
        assert_eq!(verdict(SEAT, left, None), Verdict::Met);
        let ended = SEAT.replace("board: {", "board: { to: 2017-10-31,");
        assert_eq!(verdict(&ended, left, Some("2018-01-01")), Verdict::Met, "a body is looked at while it lasts");
    }

    #[test]
    fn places_that_have_to_be_filled_can_make_a_body_too_large() {
        let of = |seat: &str, size: &str| {
            let terms = format!(
                "bodies: {{ board: {{ size: {{ {size}, clause: A }}, seats: {{ s: {{ places: 3, clause: B{seat} }} }} }} }}\nclauses: {{ A: {{ force: must, text: A. }}, B: {{ force: must, text: B. }} }}\n"
            );
            verdict(&terms, "members:\n  m1: { body: board, seat: s }\n  m2: { body: board, seat: s }\n", None)
        };
        assert_eq!(of("", "exactly: 2"), Verdict::Open);
        assert_eq!(of("", "at-least: 2"), Verdict::Met);
        assert_eq!(of("", "at-least: 2, at-most: 3"), Verdict::Met);
        assert_eq!(of(", optional: true", "exactly: 2"), Verdict::Met, "nobody need come");
    }

    #[test]
    fn alternates_fill_no_seat() {
        let with = |role: &str| format!("members: {{ m: {{ body: board, seat: s, role: {role} }} }}\n");
        for (role, expected) in [("alternate", Verdict::Unmet), ("observer", Verdict::Unmet), ("chair", Verdict::Met)] {
            assert_eq!(verdict(SEAT, &with(role), None), expected, "{role}");
        }
    }
}
