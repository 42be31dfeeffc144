//! Whether one person may have several seats.

use crate::{
    document::amount::Rounding,
    graph::{
        composition::{Asked, Hats, Law},
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
    prove::{Gap, Lacking, Proof, Prover, Shows, breach::Breach, group::Truth},
    solve::seating::Seating,
    source::Span,
};

impl Prover<'_> {
    /// How many seats one person has, which of them go together, and whether quotas share people.
    pub(super) fn hats(&self, provision: NodeId, body: NodeId, hats: &Hats, at: Span) -> Proof {
        let mut proof = Proof::default();
        let apart: Vec<Vec<NodeId>> = hats.never_both.iter().map(|seats| self.resolved(seats).0).collect();
        if hats.never_both.iter().any(|seats| self.resolved(seats).1) {
            proof.lack(Lacking::Unresolved, provision, Gap::Unknown, at);
        }
        for (seats, members) in self.two_seats(body) {
            let Some(&first) = members.first() else { continue };
            if let Some(most) = hats.most.filter(|&most| members.len() > most as usize) {
                let what = Breach::TooManySeats { seats: seats.clone(), members: members.clone(), most };
                proof.lack(Lacking::Breach(what), first, Gap::Contrary, at);
                continue;
            }
            for apart in &apart {
                let both: Vec<NodeId> = seats.iter().copied().filter(|seat| apart.contains(seat)).collect();
                if both.len() > 1 {
                    let what = Breach::NeverBoth { seats: both, members: members.clone() };
                    proof.lack(Lacking::Breach(what), first, Gap::Contrary, at);
                }
            }
            if hats.if_eligible {
                self.fit_for_each(&mut proof, &seats, &members, at);
            }
        }
        if !hats.quotas_share_people {
            self.shared_people(&mut proof, provision, body, at);
        }
        let members = self.members(body);
        let named = self.graph.unread().contains(NodeKind::Member);
        if proof.lacks.is_empty() && !members.is_empty() {
            if named {
                proof.lack(Lacking::Unread, provision, Gap::Unknown, at);
            } else {
                proof.witness(Shows::NoneOf(members.len(), NodeKind::Member), provision, Vec::new());
            }
        }
        proof
    }

    /// Whoever has several seats is fit for each of them, by whatever is said of the person in any of them.
    fn fit_for_each(&self, proof: &mut Proof, seats: &[NodeId], members: &[NodeId], at: Span) {
        for &seat in seats {
            // Somebody in the seat is judged with it; here the question is whether the person is fit for it as whoever it also is.
            let fit = members.iter().map(|&member| self.may_fill(member, seat));
            let worst = fit.min().unwrap_or(Truth::Unsaid);
            let Some(&first) = members.iter().find(|&&member| self.may_fill(member, seat) == worst) else { continue };
            match worst {
                Truth::Yes => {}
                Truth::No => proof.lack(Lacking::Breach(Breach::Unfit { seat }), first, Gap::Contrary, at),
                Truth::Unread => proof.lack(Lacking::Unread, first, Gap::Unknown, at),
                Truth::Unsaid => proof.lack(Lacking::Breach(Breach::FitnessUnsaid { seat }), first, Gap::Pending, at),
            }
        }
    }

    /// Whether the quotas of a body can be met with nobody counted twice: the members are shared out among the places that the quotas ask for.
    fn shared_people(&self, proof: &mut Proof, provision: NodeId, body: NodeId, at: Span) {
        let graph = self.graph;
        let members = self.members(body);
        let (mut quotas, mut sure) = (Vec::new(), Vec::new());
        for quota in self.provisions(body).into_iter().filter(|&quota| self.is_law(quota)) {
            let Some(Law::Quota(law)) = graph.law(quota) else { continue };
            let Asked::Bounds(bounds) = &law.amount else { continue };
            if law.every.is_some() || law.per.is_some() || bounds.at_least.is_none() {
                continue;
            }
            let least = bounds.heads(members.len() as u64, law.rounded.unwrap_or(Rounding::Exact)).least;
            let of = |wanted: &dyn Fn(Truth) -> bool| -> Vec<usize> {
                let counts =
                    |&at: &usize| members.get(at).is_some_and(|&member| wanted(self.in_group(member, &law.count)));
                (0..members.len()).filter(counts).collect()
            };
            sure.push((quota, least as usize, of(&|truth| truth == Truth::Yes)));
            quotas.push((quota, least as usize, of(&|truth| truth != Truth::No)));
        }
        let needed: usize = quotas.iter().map(|(_, least, _)| least).sum();
        if share_out(&sure, members.len()) >= needed {
            return;
        }
        let found = share_out(&quotas, members.len());
        // What is missing for one quota alone is told of that quota.
        if quotas.iter().any(|(_, least, may)| may.len() < *least) {
            return;
        }
        let gap = match self.absent([NodeKind::Member], [EdgeKind::MemberOf]) {
            _ if found >= needed => Gap::Pending,
            Gap::Absent if self.open_places(body).is_empty() => Gap::Contrary,
            gap => gap,
        };
        let quotas = quotas.into_iter().map(|(quota, ..)| quota).collect();
        let breach = Breach::SharedPeople { quotas, needed: needed as u64, found: found as u64 };
        proof.lack(Lacking::Breach(breach), provision, gap, at);
    }
}

/// How many places of quotas can be taken by different members.
fn share_out(quotas: &[(NodeId, usize, Vec<usize>)], members: usize) -> usize {
    let places = quotas.iter().map(|(_, least, _)| u32::try_from(*least).unwrap_or(u32::MAX));
    let mut seating = Seating::new(places);
    let mut of_member: Vec<Vec<u32>> = vec![Vec::new(); members];
    for (number, (_, _, may)) in (0u32..).zip(quotas) {
        for &member in may {
            if let Some(own) = of_member.get_mut(member) {
                own.push(number);
            }
        }
    }
    for own in of_member {
        let may = seating.may(own);
        seating.person(may, 1, []);
    }
    usize::try_from(seating.assign().filled).unwrap_or(usize::MAX)
}
