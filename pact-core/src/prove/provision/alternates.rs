//! Who stands in for members.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    document::{
        amount::Rounding,
        composition::{AlternateKind, Population},
    },
    graph::{
        composition::{Alternates, Law},
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
    prove::{
        Counted, Gap, Lacking, Proof, Prover, Shows,
        breach::{Amiss, Breach, Shortfall},
        group::Truth,
    },
    solve::{seating::Seating, tally::Prospect},
    source::Span,
};

/// For whom a provision on alternates asks.
pub(super) struct StoodInFor {
    /// Those who are certainly among them.
    pub(super) members: Vec<NodeId>,
    /// Those who may be.
    pub(super) unsure: Vec<(NodeId, Truth)>,
}

impl StoodInFor {
    /// Whether one of some is among them.
    fn has_any(&self, mut of: impl Iterator<Item = NodeId> + Clone) -> Truth {
        if of.clone().any(|one| self.members.contains(&one)) {
            return Truth::Yes;
        }
        let unsure = |one: NodeId| self.unsure.iter().find(|(member, _)| *member == one).map(|(_, truth)| *truth);
        of.by_ref().filter_map(unsure).fold(Truth::No, Truth::or)
    }
}

impl Prover<'_> {
    /// Alternates: each member's own, so many for all, or none.
    pub(super) fn alternates(&self, provision: NodeId, body: NodeId, law: &Alternates, at: Span) -> Proof {
        let mut proof = Proof::default();
        let alternates = self.population(body, Population::Alternates);
        let mut of = StoodInFor { members: Vec::new(), unsure: Vec::new() };
        for member in self.members(body) {
            let truth = self.in_group(member, &law.of);
            match truth {
                Truth::Yes => of.members.push(member),
                Truth::No => {}
                Truth::Unread => proof.lack(Lacking::Unread, member, Gap::Unknown, at),
                // For whom nobody says what makes it count, nothing can be asked yet.
                Truth::Unsaid => proof.lack(Lacking::Nothing, member, Gap::Pending, at),
            }
            if matches!(truth, Truth::Unread | Truth::Unsaid) {
                of.unsure.push((member, truth));
            }
        }
        let members = &of.members;
        let several = self.alternates_laws(body) > 1;
        let served: Vec<(NodeId, Truth)> =
            alternates.iter().map(|&one| (one, self.serves(one, &of, law, several))).collect();
        if law.kind != AlternateKind::None {
            for &(alternate, _) in served.iter().filter(|(_, truth)| *truth == Truth::Unread) {
                proof.lack(Lacking::Unread, alternate, Gap::Unknown, at);
            }
        }
        let mut own = FxHashMap::default();
        match law.kind {
            AlternateKind::None => proof.witness(Shows::Members(alternates.len()), provision, Vec::new()),
            AlternateKind::Forbidden => self.no_alternates(&mut proof, provision, members, &served, at),
            AlternateKind::Pooled => self.pooled(&mut proof, provision, law, &of, &served, at),
            AlternateKind::Personal => own = self.personal(&mut proof, law, members, &alternates, at),
        }
        if matches!(law.kind, AlternateKind::Personal | AlternateKind::Pooled) {
            for &alternate in &alternates {
                let named = self.graph.outgoing(alternate, EdgeKind::StandsInFor).iter().map(|member| member.node);
                let own = named.filter(|&member| members.contains(&member) && self.is_one_person(alternate, member));
                for member in own {
                    let breach = Breach::OwnAlternate { member };
                    proof.lack(Lacking::Breach(breach), alternate, Gap::Contrary, at);
                }
            }
        }
        // Whoever could not be read may be an alternate.
        let lost = self.graph.incoming(body, EdgeKind::MemberOf).iter().map(|member| member.node);
        let known: FxHashSet<NodeId> = alternates.iter().copied().collect();
        let lost = lost.filter(|member| law.kind != AlternateKind::None && self.is_blurred(*member));
        let lost: Vec<NodeId> = lost.filter(|member| !known.contains(member)).collect();
        if !lost.is_empty() {
            for lack in &mut proof.lacks {
                if let Lacking::Breach(Breach::NoAlternate | Breach::Count(_)) = &lack.what {
                    lack.gap = Gap::Unknown;
                }
            }
            lost.into_iter().for_each(|member| proof.lack(Lacking::Unread, member, Gap::Unknown, at));
        }
        // Who may stand in for these is asked of nobody who stands in for others.
        for &(alternate, serves) in served.iter().filter(|(_, truth)| matches!(truth, Truth::Yes | Truth::Unsaid)) {
            match self.in_group(alternate, &law.eligible) {
                Truth::Yes => {}
                Truth::Unread => proof.lack(Lacking::Unread, alternate, Gap::Unknown, at),
                unsure => {
                    let gap = if unsure == Truth::No && serves == Truth::Yes { Gap::Contrary } else { Gap::Pending };
                    proof.lack(Lacking::Breach(Breach::UnfitAlternate { seat: None }), alternate, gap, at);
                }
            }
        }
        self.likenesses(&mut proof, law, &of, &served, &own, at);
        proof
    }

    /// Whom an alternate stands in for: the members that are named, else those in the same seat. Nobody stands in for themselves.
    pub(crate) fn stood_in_for(&self, alternate: NodeId) -> Vec<NodeId> {
        let named = self.graph.outgoing(alternate, EdgeKind::StandsInFor);
        let mut of = if !named.is_empty() || self.graph.is_broken(alternate, EdgeKind::StandsInFor) {
            named.iter().map(|member| member.node).collect()
        } else {
            self.seat_of(alternate).map(|seat| self.holders(seat)).unwrap_or_default()
        };
        of.retain(|&member| !self.is_one_person(alternate, member));
        of
    }

    /// How many provisions on alternates a body has that hold.
    fn alternates_laws(&self, body: NodeId) -> usize {
        let is = |one: &NodeId| matches!(self.graph.law(*one), Some(Law::Alternates(_))) && self.is_law(*one);
        self.provisions(body).iter().filter(|one| is(one)).count()
    }

    /// Whether an alternate stands in for one of some members: by name, else by seat, else by who it is itself; nobody in particular is anybody of the only
    /// ones who may be stood in for.
    fn serves(&self, alternate: NodeId, of: &StoodInFor, law: &Alternates, several: bool) -> Truth {
        if self.is_doubted(alternate) {
            return Truth::Unread;
        }
        let named = self.graph.outgoing(alternate, EdgeKind::StandsInFor);
        let serves = of.has_any(named.iter().map(|member| member.node));
        if serves == Truth::Yes {
            return Truth::Yes;
        }
        if self.graph.is_broken(alternate, EdgeKind::StandsInFor) {
            return Truth::Unread;
        }
        if !named.is_empty() {
            return serves;
        }
        if law.of.tests.is_empty() {
            return Truth::Yes;
        }
        if let Some(seat) = self.seat_of(alternate) {
            let holders = self.holders(seat);
            return match holders.as_slice() {
                [] => self.in_group(alternate, &law.of),
                holders => of.has_any(holders.iter().copied()),
            };
        }
        if self.graph.is_broken(alternate, EdgeKind::Fills) {
            return Truth::Unread;
        }
        if !several {
            return Truth::Yes;
        }
        let asked = !law.eligible.tests.is_empty();
        let eligible = if asked { self.in_group(alternate, &law.eligible) } else { Truth::No };
        self.in_group(alternate, &law.of).or(eligible)
    }

    fn no_alternates(
        &self,
        proof: &mut Proof,
        provision: NodeId,
        members: &[NodeId],
        served: &[(NodeId, Truth)],
        at: Span,
    ) {
        let before = proof.lacks.len();
        for &(alternate, truth) in served {
            let gap = match truth {
                Truth::Yes => Gap::Contrary,
                Truth::Unsaid => Gap::Pending,
                // What of it could not be read is told of itself.
                Truth::Unread | Truth::No => continue,
            };
            proof.lack(Lacking::Breach(Breach::ForbiddenAlternate), alternate, gap, at);
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
        of: &StoodInFor,
        served: &[(NodeId, Truth)],
        at: Span,
    ) {
        let whole = of.members.len() as u64;
        let found = served.iter().filter(|(_, truth)| *truth == Truth::Yes).count() as u64;
        let unknown: Vec<NodeId> = served
            .iter()
            .filter(|(_, truth)| matches!(truth, Truth::Unsaid | Truth::Unread))
            .map(|(alternate, _)| *alternate)
            .collect();
        let possible = found + unknown.len() as u64;
        let Some(bounds) = law.bounds else {
            if found > 0 {
                proof.witness(Shows::Counted(Counted { counted: found, whole, unknown: 0 }), provision, Vec::new());
            }
            return;
        };
        let needed = bounds.heads(whole, Rounding::Exact);
        if needed.contains(found) && needed.contains(possible) {
            proof.witness(Shows::Counted(Counted { counted: found, whole, unknown: 0 }), provision, Vec::new());
            return;
        }
        let amiss = if found < needed.least { Amiss::Few } else { Amiss::Many };
        // A share of more members may allow more.
        let largest = bounds.heads(whole + of.unsure.len() as u64, Rounding::Exact);
        let certain = match amiss {
            Amiss::Few => possible < needed.least,
            Amiss::Many => !needed.contains(found) && !largest.contains(found.max(largest.least)),
        };
        let unread = served.iter().any(|(_, truth)| *truth == Truth::Unread);
        let gap = match amiss {
            _ if bounds.is_contradictory() => Gap::Unknown,
            _ if !certain && unread => Gap::Unknown,
            _ if !certain => Gap::Pending,
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
            unknown: self.sorted(unknown),
            counting: Vec::new(),
            open: 0,
            either: 0,
            optional: 0,
            vacant: 0,
            amiss,
            prospect: if amiss == Amiss::Few || !certain { Prospect::Possible } else { Prospect::Impossible },
            remedy: None,
        };
        proof.lack(Lacking::Breach(Breach::Count(Box::new(shortfall))), provision, gap, at);
    }

    /// Who stands in for each of the members: by alternate, the member.
    fn personal(
        &self,
        proof: &mut Proof,
        law: &Alternates,
        members: &[NodeId],
        alternates: &[NodeId],
        at: Span,
    ) -> FxHashMap<NodeId, NodeId> {
        // An alternate of one's own is nobody else's: whoever names several, or nobody and so anybody in the seat, stands in for one of them.
        let numbers: FxHashMap<NodeId, u32> = members.iter().copied().zip(0u32..).collect();
        let mut seating = Seating::new(members.iter().map(|_| 1));
        for &alternate in alternates {
            let mut of = self.stood_in_for(alternate);
            of.retain(|member| numbers.contains_key(member));
            // Of several it stands in for one for whose seat it is fit, and whom it is like, where there is one.
            let unfit = |member: &NodeId| {
                self.may_stand_in(alternate, *member) == Truth::No || self.is_like(alternate, *member, law) == Truth::No
            };
            if !of.iter().all(unfit) {
                of.retain(|member| !unfit(member));
            }
            let may = seating.may(of.into_iter().filter_map(|member| numbers.get(&member).copied()));
            seating.person(may, 1, []);
            let Some(seat) = self.seat_of(alternate) else { continue };
            proof.hold(self.may_fill(alternate, seat), Breach::UnfitAlternate { seat: Some(seat) }, alternate, at);
        }
        let mut own: FxHashMap<u32, NodeId> = FxHashMap::default();
        let mut of: FxHashMap<NodeId, NodeId> = FxHashMap::default();
        for (&alternate, taken) in alternates.iter().zip(seating.assign().seats) {
            own.extend(taken.into_iter().map(|number| (number, alternate)));
        }
        let lost = |alternate: NodeId| {
            let seat = self.graph.outgoing(alternate, EdgeKind::StandsInFor).is_empty();
            self.is_doubted(alternate)
                || self.graph.is_broken(alternate, EdgeKind::StandsInFor)
                || (seat && self.graph.is_broken(alternate, EdgeKind::Fills))
        };
        // Whoever stands in for somebody who cannot be read may be the one who is missed.
        let gap = if alternates.iter().any(|&alternate| lost(alternate)) {
            Gap::Unknown
        } else {
            self.absent([NodeKind::Member], [EdgeKind::MemberOf, EdgeKind::StandsInFor, EdgeKind::Fills])
        };
        for (&member, number) in members.iter().zip(0u32..) {
            if !self.keep() {
                return of;
            }
            let found = own.get(&number).copied();
            match found {
                Some(alternate) => {
                    of.insert(alternate, member);
                    if self.seat_of(alternate).is_none() {
                        let breach = Breach::UnfitAlternate { seat: self.seat_of(member) };
                        proof.hold(self.may_stand_in(alternate, member), breach, alternate, at);
                    }
                    let path =
                        self.way(alternate, crate::document::requirement::Step::Forward(EdgeKind::StandsInFor), member);
                    proof.witness(Shows::Filled, member, path);
                }
                None => proof.lack(Lacking::Breach(Breach::NoAlternate), member, gap, at),
            }
        }
        of
    }

    /// Whether an alternate without a seat of its own may fill that of a member; one with a seat is held against its own.
    fn may_stand_in(&self, alternate: NodeId, member: NodeId) -> Truth {
        match (self.seat_of(alternate), self.seat_of(member)) {
            (None, Some(seat)) => self.may_fill(alternate, seat),
            _ => Truth::Yes,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{ledger::Verdict, prove::tests::verdict};

    fn terms(alternates: &str) -> String {
        format!(
            "schemes: {{ actor-category: [htx, hhx], town: [small, large] }}\nactors: {{ one: {{ category: htx }}, other: {{ category: hhx }} }}\nbodies: {{ b: {{ seats: {{ s: {{ places: 2, eligible: {{ category: htx }} }}, t: {{}} }}, alternates: {alternates} }} }}\nclauses: {{ A: {{ force: must, text: A. }}, B: {{ force: must, text: B. }} }}\n"
        )
    }

    fn pact(alternates: &[&str]) -> String {
        let rows: Vec<String> = alternates
            .iter()
            .enumerate()
            .map(|(at, row)| format!("  a{at}: {{ body: b, role: alternate, {row} }}\n"))
            .collect();
        let members = "  m1: { body: b, seat: s, actor: one }\n  m2: { body: b, seat: t, actor: other }\n";
        format!("members:\n{members}{}", rows.concat())
    }

    fn judged(law: &str, alternates: &[&str]) -> Verdict {
        verdict(&terms(law), &pact(alternates), None)
    }

    /// The verdict where something cannot be read or followed.
    fn faulty(law: &str, alternates: &[&str]) -> Verdict {
        crate::prove::tests::faulty(&terms(law), &pact(alternates), None)
    }

    #[test]
    fn for_whom_cannot_be_read_is_neither_missing_nor_forbidden() {
        let personal = "{ kind: personal, clause: A }";
        let first = "stands-in-for: m1, actor: one";
        assert_eq!(faulty(personal, &[first, "stands-in-for: m2"]), Verdict::Met);
        assert_eq!(faulty(personal, &[first]), Verdict::Unmet);
        assert_eq!(faulty(personal, &[first, "stands-in-for: nosuch"]), Verdict::Error);
        assert_eq!(faulty(personal, &[first, "stands-in-for: m2, from: soon"]), Verdict::Error);
        let forbidden = "{ kind: forbidden, for: { seat: t }, clause: A }";
        assert_eq!(faulty(forbidden, &["stands-in-for: m1"]), Verdict::Met);
        assert_eq!(faulty(forbidden, &["stands-in-for: m2"]), Verdict::Unmet);
        assert_eq!(faulty(forbidden, &["stands-in-for: nosuch"]), Verdict::Error);
        assert_eq!(faulty(forbidden, &["stands-in-for: m2, from: soon"]), Verdict::Error);
    }

    #[test]
    fn nobody_stands_in_for_themselves() {
        let terms =
            "bodies: { b: { alternates: { kind: KIND, clause: A } } }\nclauses: { A: { force: must, text: A. } }\n";
        let of = |kind: &str, person: &str| {
            let pact = format!(
                "members:\n  m1: {{ body: b, person: Ann }}\n  a1: {{ body: b, person: {person}, role: alternate, stands-in-for: m1 }}\n"
            );
            verdict(&terms.replace("KIND", kind), &pact, None)
        };
        for kind in ["personal", "pooled"] {
            assert_eq!(of(kind, "Ann"), Verdict::Unmet, "{kind}");
            assert_eq!(of(kind, "Bo"), Verdict::Met, "{kind}");
        }
    }

    #[test]
    fn an_alternate_without_a_seat_is_fit_for_that_of_its_member() {
        let personal = |fields: &str| judged("{ kind: personal, clause: A }", &[fields, "stands-in-for: m2"]);
        assert_eq!(personal("stands-in-for: m1, actor: one"), Verdict::Met);
        assert_eq!(personal("stands-in-for: m1, actor: other"), Verdict::Unmet);
        assert_eq!(personal("stands-in-for: m1"), Verdict::Open);
        let law = "{ kind: personal, clause: A }";
        // Of those whom it names it stands in for the one for whose seat it is fit.
        assert_eq!(
            judged(law, &["stands-in-for: [m1, m2], actor: other", "stands-in-for: [m1, m2], actor: one"]),
            Verdict::Met
        );
    }

    /// Two who sit for two actors and were nominated by two, and their alternates.
    fn same(law: &str, alternates: &[&str]) -> Verdict {
        let terms = format!(
            "schemes: {{ actor-category: [htx, hhx], gender: [woman, man], work: [teacher, head] }}\nactors: {{ one: {{ category: htx, is: head }}, other: {{ category: hhx }}, three: {{ category: hhx }} }}\nbodies: {{ b: {{ seats: {{ s: {{ eligible: {{ category: htx }}, nominated-by: one }}, t: {{ places: 2, nominated-by: [other, three] }} }}, alternates: {law} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
        );
        let rows: Vec<String> = alternates
            .iter()
            .enumerate()
            .map(|(at, row)| format!("  a{at}: {{ body: b, role: alternate, {row} }}\n"))
            .collect();
        let members = "  m1: { body: b, seat: s, actor: one, nominated-by: one, gender: woman }\n  m2: { body: b, seat: t, actor: other, nominated-by: other, gender: man }\n  m3: { body: b, seat: t, actor: three, nominated-by: three, gender: man }\n";
        verdict(&terms, &format!("members:\n{members}{}", rows.concat()), None)
    }

    #[test]
    fn an_alternate_has_the_same_as_the_member() {
        let pooled =
            |same_in: &str, row: &str| same(&format!("{{ kind: pooled, same: {same_in}, clause: A }}"), &[row]);
        for (same_in, row, expected) in [
            ("actor", "stands-in-for: m1, actor: one", Verdict::Met),
            ("actor", "stands-in-for: m1, actor: other", Verdict::Unmet),
            ("actor", "stands-in-for: m1", Verdict::Open),
            ("actor", "stands-in-for: [m1, m2], actor: one", Verdict::Unmet),
            ("nominator", "stands-in-for: m1, nominated-by: one", Verdict::Met),
            ("nominator", "stands-in-for: m1, nominated-by: three", Verdict::Unmet),
            ("nominator", "stands-in-for: m1", Verdict::Open),
            ("gender", "stands-in-for: m1, gender: woman", Verdict::Met),
            ("gender", "stands-in-for: m1, gender: man", Verdict::Unmet),
            ("gender", "stands-in-for: m1", Verdict::Open),
            ("[actor, gender]", "stands-in-for: m1, actor: one, gender: man", Verdict::Unmet),
            ("actor-category", "stands-in-for: m2, actor: three", Verdict::Met),
            ("actor-category", "stands-in-for: m2, actor: one", Verdict::Unmet),
            ("work", "stands-in-for: m1, is: head", Verdict::Met),
            ("work", "stands-in-for: m1, is: teacher", Verdict::Unmet),
            ("work", "stands-in-for: m2, is: teacher", Verdict::Open),
            // By its seat it stands in for either of those there; by nothing, for anybody.
            ("actor", "seat: t, actor: three", Verdict::Met),
            ("actor", "seat: t, actor: one", Verdict::Unmet),
            ("actor", "actor: one", Verdict::Met),
            ("region", "actor: one", Verdict::Open),
        ] {
            assert_eq!(pooled(same_in, row), expected, "{same_in} {row}");
        }
    }

    #[test]
    fn an_alternate_meets_what_is_asked_of_the_seat() {
        let pooled = |row: &str| same("{ kind: pooled, same: seat, clause: A }", &[row]);
        for (row, expected) in [
            ("stands-in-for: m1, actor: one, nominated-by: one", Verdict::Met),
            ("stands-in-for: m1, actor: other, nominated-by: one", Verdict::Unmet),
            ("stands-in-for: m1, actor: one, nominated-by: other", Verdict::Unmet),
            ("stands-in-for: m1, actor: one", Verdict::Open),
            ("stands-in-for: m1, nominated-by: one", Verdict::Open),
            ("seat: t, nominated-by: three", Verdict::Met),
            ("seat: t, nominated-by: one", Verdict::Unmet),
            ("actor: one, nominated-by: one", Verdict::Met),
        ] {
            assert_eq!(pooled(row), expected, "{row}");
        }
        let personal = |rows: [&str; 3]| same("{ kind: personal, same: [seat, actor], clause: A }", &rows);
        let first = "stands-in-for: m1, actor: one, nominated-by: one";
        let second = "seat: t, actor: three, nominated-by: other";
        assert_eq!(personal([first, second, "seat: t, actor: other, nominated-by: other"]), Verdict::Met);
        assert_eq!(personal([first, second, "seat: t, actor: other, nominated-by: one"]), Verdict::Unmet);
        assert_eq!(personal([first, second, "seat: t, actor: one, nominated-by: other"]), Verdict::Unmet);
    }

    #[test]
    fn an_alternate_in_a_seat_of_its_own_is_fit_for_it() {
        for same in ["", "same: seat, "] {
            let of = |gender: &str| {
                let terms = format!(
                    "schemes: {{ gender: [woman, man] }}\nbodies: {{ b: {{ seats: {{ t: {{ eligible: {{ gender: woman }}, clause: B }} }}, alternates: {{ kind: personal, {same}clause: A }} }} }}\nclauses: {{ A: {{ force: must, text: A. }}, B: {{ force: must, text: B. }} }}\n"
                );
                let pact = format!(
                    "members:\n  m0: {{ body: b, seat: t, gender: woman }}\n  m3: {{ body: b, seat: t, role: alternate, stands-in-for: m0{gender} }}\n"
                );
                verdict(&terms, &pact, Some("2027-03-01"))
            };
            assert_eq!(of(", gender: woman"), Verdict::Met, "{same}");
            assert_eq!(of(", gender: man"), Verdict::Unmet, "{same}");
            assert_eq!(of(""), Verdict::Open, "{same}");
        }
    }

    #[test]
    fn whoever_stands_in_for_somebody_who_may_be_of_the_group_may_count() {
        let of = |law: &str, gender: &str, fields: &str| {
            let terms = format!(
                "schemes: {{ gender: [woman, man] }}\nbodies: {{ b: {{ seats: {{ s: {{ places: 4 }} }}, alternates: {{ {law}, for: {{ gender: woman }}, clause: A }} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
            );
            let pact = format!(
                "members:\n  m0: {{ body: b, seat: s{gender} }}\n  m1: {{ body: b, seat: s, gender: woman }}\n  a0: {{ body: b, role: alternate, {fields} }}\n"
            );
            verdict(&terms, &pact, Some("2027-03-01"))
        };
        let (woman, man) = (", gender: woman", ", gender: man");
        for (law, fields, as_woman, as_man) in [
            ("kind: pooled, number: { at-least: 1 }", "stands-in-for: m0", Verdict::Met, Verdict::Unmet),
            ("kind: pooled, number: { at-most: 1/2 }", "stands-in-for: m1", Verdict::Met, Verdict::Unmet),
            ("kind: forbidden", "stands-in-for: m0", Verdict::Unmet, Verdict::Met),
        ] {
            assert_eq!(of(law, woman, fields), as_woman, "{law}");
            assert_eq!(of(law, man, fields), as_man, "{law}");
            assert_eq!(of(law, "", fields), Verdict::Open, "{law}");
        }
        assert_eq!(of("kind: pooled, number: { at-least: 2 }", "", "stands-in-for: m0"), Verdict::Unmet);
        assert_eq!(of("kind: forbidden", "", "stands-in-for: m1"), Verdict::Unmet);
        // Of the same actor as somebody who may be of the group.
        let like = |gender: &str| {
            let terms = "schemes: { gender: [woman, man] }\nactors: { one: {}, two: {} }\nbodies: { b: { seats: { s: { places: 4 } }, alternates: { kind: pooled, same: actor, for: { gender: woman }, clause: A } } }\nclauses: { A: { force: must, text: A. } }\n";
            let pact = format!(
                "members:\n  m0: {{ body: b, seat: s, actor: one{gender} }}\n  m1: {{ body: b, seat: s, actor: two, gender: woman }}\n  a0: {{ body: b, role: alternate, actor: one }}\n"
            );
            verdict(terms, &pact, Some("2027-03-01"))
        };
        assert_eq!(like(woman), Verdict::Met);
        assert_eq!(like(man), Verdict::Unmet);
        assert_eq!(like(""), Verdict::Open);
    }

    #[test]
    fn each_provision_counts_those_who_stand_in_for_its_members() {
        let law = |first: &str| {
            format!(
                "[{{ kind: pooled, for: {{ {first} }}, number: {{ at-least: 1 }}, eligible: {{ is: small }}, clause: A }}, {{ kind: pooled, for: {{ seat: t }}, number: {{ at-least: 1 }}, clause: B }}]"
            )
        };
        let of = |alternates: &[&str]| judged(&law("seat: s"), alternates);
        assert_eq!(of(&["seat: s, is: small"]), Verdict::Met);
        assert_eq!(of(&["seat: s, is: large"]), Verdict::Unmet);
        assert_eq!(of(&["seat: t, is: small"]), Verdict::Unmet, "it stands in for others");
        assert_eq!(
            of(&["seat: s, is: small", "seat: t, is: large"]),
            Verdict::Met,
            "those of others are asked nothing"
        );
        assert_eq!(of(&["stands-in-for: m1, is: small"]), Verdict::Met);
        assert_eq!(of(&["stands-in-for: m2, is: small"]), Verdict::Unmet);
        assert_eq!(of(&["is: small"]), Verdict::Met, "who may stand in for them does");
        assert_eq!(of(&["is: large"]), Verdict::Open, "nobody says for whom");
        assert_eq!(judged(&law("actor: one"), &["actor: one, is: small"]), Verdict::Met);
    }
}
