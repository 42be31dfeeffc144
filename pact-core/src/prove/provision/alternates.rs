//! Who stands in for members.

use rustc_hash::FxHashMap;

use crate::{
    document::{
        amount::Rounding,
        composition::{AlternateKind, Population},
    },
    graph::{
        composition::Alternates,
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
    prove::{
        Gap, Lacking, Proof, Prover, Shows,
        breach::{Amiss, Breach, Shortfall},
        group::Truth,
    },
    solve::{seating::Seating, tally::Prospect},
    source::Span,
};

impl Prover<'_> {
    /// Alternates: each member's own, so many for all, or none.
    pub(super) fn alternates(&self, provision: NodeId, body: NodeId, law: &Alternates, at: Span) -> Proof {
        let mut proof = Proof::default();
        let alternates = self.population(body, Population::Alternates);
        let mut members = Vec::new();
        for member in self.members(body) {
            match self.in_group(member, &law.of) {
                Truth::Yes => members.push(member),
                Truth::No => {}
                Truth::Unread => proof.lack(Lacking::Unread, member, Gap::Unknown, at),
                // For whom nobody says what makes it count, nothing can be asked yet.
                Truth::Unsaid => proof.lack(Lacking::Nothing, member, Gap::Pending, at),
            }
        }
        match law.kind {
            AlternateKind::None => proof.witness(Shows::Members(alternates.len()), provision, Vec::new()),
            AlternateKind::Forbidden => self.no_alternates(&mut proof, provision, &members, &alternates, at),
            AlternateKind::Pooled => self.pooled(&mut proof, provision, law, &members, &alternates, at),
            AlternateKind::Personal => self.personal(&mut proof, &members, &alternates, at),
        }
        for &alternate in &alternates {
            match self.in_group(alternate, &law.eligible) {
                Truth::Yes => {}
                Truth::Unread => proof.lack(Lacking::Unread, alternate, Gap::Unknown, at),
                unsure => {
                    let gap = if unsure == Truth::No { Gap::Contrary } else { Gap::Pending };
                    proof.lack(Lacking::Breach(Breach::UnfitAlternate { seat: None }), alternate, gap, at);
                }
            }
        }
        proof
    }

    /// Whom an alternate stands in for: the members that are named, else those in the same seat.
    pub(crate) fn stood_in_for(&self, alternate: NodeId) -> Vec<NodeId> {
        let named = self.graph.outgoing(alternate, EdgeKind::StandsInFor);
        if !named.is_empty() || self.graph.is_broken(alternate, EdgeKind::StandsInFor) {
            return named.iter().map(|member| member.node).collect();
        }
        self.seat_of(alternate).map(|seat| self.holders(seat)).unwrap_or_default()
    }

    fn no_alternates(&self, proof: &mut Proof, provision: NodeId, members: &[NodeId], alternates: &[NodeId], at: Span) {
        let before = proof.lacks.len();
        for &alternate in alternates {
            let of = self.stood_in_for(alternate);
            // Nobody in particular is anybody.
            if of.is_empty() || of.iter().any(|member| members.contains(member)) {
                proof.lack(Lacking::Breach(Breach::ForbiddenAlternate), alternate, Gap::Contrary, at);
            }
        }
        if proof.lacks.len() == before && !members.is_empty() {
            match self.absent([NodeKind::Member], [EdgeKind::MemberOf]) {
                Gap::Absent => proof.witness(Shows::NoneOf(members.len(), NodeKind::Member), provision, Vec::new()),
                _ => proof.lack(Lacking::Unread, provision, Gap::Unknown, at),
            }
        }
    }

    fn pooled(
        &self,
        proof: &mut Proof,
        provision: NodeId,
        law: &Alternates,
        members: &[NodeId],
        alternates: &[NodeId],
        at: Span,
    ) {
        let whole = members.len() as u64;
        let found = alternates.len() as u64;
        let Some(bounds) = law.bounds else {
            if found > 0 {
                proof.witness(Shows::Counted(found, whole), provision, Vec::new());
            }
            return;
        };
        let needed = bounds.heads(whole, Rounding::Exact);
        if needed.contains(found) {
            proof.witness(Shows::Counted(found, whole), provision, Vec::new());
            return;
        }
        let amiss = if found < needed.least { Amiss::Few } else { Amiss::Many };
        let gap = match amiss {
            _ if bounds.is_contradictory() => Gap::Unknown,
            Amiss::Few => self.absent([NodeKind::Member], [EdgeKind::MemberOf]),
            Amiss::Many => Gap::Contrary,
        };
        let shortfall = Shortfall {
            said: law.eligible.span,
            part: None,
            apart: None,
            population: Population::Alternates,
            counted: found,
            needed,
            bounds: Some(bounds),
            whole,
            unknown: Vec::new(),
            open: 0,
            amiss,
            prospect: if amiss == Amiss::Few { Prospect::Possible } else { Prospect::Impossible },
        };
        proof.lack(Lacking::Breach(Breach::Count(Box::new(shortfall))), provision, gap, at);
    }

    fn personal(&self, proof: &mut Proof, members: &[NodeId], alternates: &[NodeId], at: Span) {
        // An alternate of one's own is nobody else's: whoever names several, or nobody and so anybody in the seat, stands in for one of them.
        let numbers: FxHashMap<NodeId, u32> = members.iter().copied().zip(0u32..).collect();
        let mut seating = Seating::new(members.iter().map(|_| 1));
        for &alternate in alternates {
            let of = self.stood_in_for(alternate).into_iter().filter_map(|member| numbers.get(&member).copied());
            let may = seating.may(of);
            seating.person(may, 1, []);
            let Some(seat) = self.seat_of(alternate) else { continue };
            if let Truth::No = self.may_fill(alternate, seat) {
                let breach = Breach::UnfitAlternate { seat: Some(seat) };
                proof.lack(Lacking::Breach(breach), alternate, Gap::Contrary, at);
            }
        }
        let mut own: FxHashMap<u32, NodeId> = FxHashMap::default();
        for (&alternate, taken) in alternates.iter().zip(seating.assign().seats) {
            own.extend(taken.into_iter().map(|number| (number, alternate)));
        }
        let gap = self.absent([NodeKind::Member], [EdgeKind::MemberOf, EdgeKind::StandsInFor, EdgeKind::Fills]);
        for (&member, number) in members.iter().zip(0u32..) {
            if !self.keep() {
                return;
            }
            let found = own.get(&number).copied();
            match found {
                Some(alternate) => {
                    let path =
                        self.way(alternate, crate::document::requirement::Step::Forward(EdgeKind::StandsInFor), member);
                    proof.witness(Shows::Filled, member, path);
                }
                None => proof.lack(Lacking::Breach(Breach::NoAlternate), member, gap, at),
            }
        }
    }
}
