//! What alternates have in common with those for whom they stand in.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::alternates::StoodInFor;
use crate::{
    document::{
        body::Aspect,
        composition::{AlternateKind, Likeness},
    },
    graph::{composition::Alternates, edge::EdgeKind, node::NodeId, requirement::Target},
    prove::{Gap, Lacking, Proof, Prover, aspect::Said, breach::Breach, group::Truth},
    source::Span,
};

/// For whom an alternate stands in.
enum For {
    /// Each of these, whom it names, or the one whom it was found to be the alternate of.
    Each(Vec<NodeId>),
    /// Any of those in its seat.
    Seat(NodeId),
    /// Anybody for whom somebody may stand in.
    Anybody,
}

impl Prover<'_> {
    /// Whether an alternate is as it has to be in order to stand in for a member.
    pub(super) fn is_like(&self, alternate: NodeId, member: NodeId, law: &Alternates) -> Truth {
        let like = |likeness: &Likeness<Target>| match (likeness, self.seat_of(member)) {
            (Likeness::Seat, None) => Truth::Yes,
            (Likeness::Seat, Some(seat)) if self.is_wrongly_nominated(alternate, seat) => Truth::No,
            (Likeness::Seat, Some(seat)) => self.may_fill(alternate, seat),
            (Likeness::In(aspect), _) => self.is_alike(alternate, member, *aspect),
        };
        law.same.iter().map(like).fold(Truth::Yes, Truth::and)
    }

    /// Holds alternates against those for whom they stand in: each against the member whose own it is (`own`), else those whom it names, else somebody in its
    /// seat, else anybody. O(alternates × what is said of each).
    pub(super) fn likenesses(
        &self,
        proof: &mut Proof,
        law: &Alternates,
        asked: &StoodInFor,
        served: &[(NodeId, Truth)],
        own: &FxHashMap<NodeId, NodeId>,
        at: Span,
    ) {
        if law.same.is_empty() || law.kind == AlternateKind::Forbidden || asked.members.is_empty() {
            return;
        }
        // Whoever is like somebody who may be among them may stand in for that one.
        let possible = asked.members.iter().copied().chain(asked.unsure.iter().map(|(member, _)| *member));
        let members: Vec<NodeId> = possible.collect();
        let served = served.iter().filter(|(_, truth)| matches!(truth, Truth::Yes | Truth::Unsaid));
        let all: Vec<(NodeId, Truth, For)> = served
            .map(|&(alternate, truth)| {
                let named = self.graph.outgoing(alternate, EdgeKind::StandsInFor);
                let of = match (own.get(&alternate), self.seat_of(alternate)) {
                    (Some(&member), _) => For::Each(vec![member]),
                    (None, _) if !named.is_empty() => {
                        For::Each(named.iter().map(|end| end.node).filter(|end| asked.members.contains(end)).collect())
                    }
                    (None, Some(seat)) => For::Seat(seat),
                    (None, None) => For::Anybody,
                };
                (alternate, truth, of)
            })
            .collect();
        for likeness in &law.same {
            match likeness {
                Likeness::Seat => self.as_the_seat_asks(proof, law, &members, &all, at),
                Likeness::In(aspect) => self.alike(proof, *aspect, &members, &all, at),
            }
        }
    }

    fn alike(
        &self,
        proof: &mut Proof,
        aspect: Aspect<Target>,
        members: &[NodeId],
        all: &[(NodeId, Truth, For)],
        at: Span,
    ) {
        let what = match aspect {
            Aspect::Word(word) => Aspect::Word(word),
            Aspect::Scheme(scheme) => match self.graph.meant(scheme) {
                Some(scheme) => Aspect::Scheme(scheme),
                None => {
                    let subjects = all.first().map(|(alternate, ..)| *alternate);
                    subjects.into_iter().for_each(|subject| proof.lack(Lacking::Unresolved, subject, Gap::Unknown, at));
                    return;
                }
            },
        };
        // What is said of any of those in a seat, or of anybody, is the same for every alternate.
        let mut together: FxHashMap<Option<NodeId>, Said> = FxHashMap::default();
        for (alternate, serves, of) in all {
            if !self.keep() {
                return;
            }
            let own = self.said(*alternate, aspect);
            let mut tell = |member: Option<NodeId>, like: Truth| match like {
                Truth::Yes => {}
                Truth::Unread => proof.lack(Lacking::Unread, *alternate, Gap::Unknown, at),
                unsure => {
                    let gap = if unsure == Truth::No && *serves == Truth::Yes { Gap::Contrary } else { Gap::Pending };
                    proof.lack(Lacking::Breach(Breach::UnlikeAlternate { member, what }), *alternate, gap, at);
                }
            };
            let seat = match of {
                For::Each(named) => {
                    named.iter().for_each(|&member| tell(Some(member), own.is_like(&self.said(member, aspect))));
                    continue;
                }
                For::Seat(seat) => Some(*seat),
                For::Anybody => None,
            };
            let any = together.entry(seat).or_insert_with(|| {
                let holders = seat.map(|seat| self.holders(seat));
                let in_seat = |member: &NodeId| holders.as_ref().is_none_or(|holders| holders.contains(member));
                let said = members.iter().copied().filter(in_seat).map(|member| self.said(member, aspect));
                said.fold(Said::nothing(), Said::and)
            });
            tell(None, own.is_like(any));
        }
    }

    /// Holds alternates against what is asked of whoever fills the seat in which they stand in: their own, else those of whom they name.
    fn as_the_seat_asks(
        &self,
        proof: &mut Proof,
        law: &Alternates,
        members: &[NodeId],
        all: &[(NodeId, Truth, For)],
        at: Span,
    ) {
        let mut seats: Vec<NodeId> = members.iter().filter_map(|&member| self.seat_of(member)).collect();
        seats.sort_unstable();
        seats.dedup();
        let mut by_seat: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        for (alternate, _, of) in all {
            let of = match (of, self.seat_of(*alternate)) {
                (_, Some(seat)) => vec![seat],
                (For::Seat(seat), None) => vec![*seat],
                (For::Each(named), None) => named.iter().filter_map(|&member| self.seat_of(member)).collect(),
                // Of several seats that of which it meets what is asked is meant, or what comes nearest to it.
                (For::Anybody, None) => {
                    self.charge(seats.len() as u64);
                    let fit = |seat: &NodeId| match self.is_wrongly_nominated(*alternate, *seat) {
                        true => Truth::No,
                        false => self.may_fill(*alternate, *seat),
                    };
                    // The first of those that are equally near.
                    seats.iter().copied().rev().max_by_key(fit).into_iter().collect()
                }
            };
            for seat in of {
                let own = by_seat.entry(seat).or_default();
                if own.last() != Some(alternate) {
                    own.push(*alternate);
                }
            }
        }
        let seats = self.sorted(by_seat.keys().copied().collect());
        for seat in seats {
            let Some(alternates) = by_seat.remove(&seat) else { continue };
            if !self.keep() {
                return;
            }
            // An alternate of one's own has to be eligible anyway.
            for &alternate in alternates.iter().filter(|_| law.kind != AlternateKind::Personal) {
                proof.hold(self.may_fill(alternate, seat), Breach::UnfitAlternate { seat: Some(seat) }, alternate, at);
            }
            self.appointers(proof, seat, &alternates, at);
            self.stand_ins_nominated(proof, seat, alternates, at);
        }
    }
}
