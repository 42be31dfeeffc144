//! Whether one person may have several seats.

use rustc_hash::FxHashMap;

use crate::{
    document::{
        amount::Rounding,
        body::{Aspect, Distinct},
        composition::Population,
        pact::Role,
    },
    graph::{
        composition::{Asked, Hats, Law},
        edge::EdgeKind,
        node::{Member, NodeId, NodeKind},
    },
    prove::{Gap, Lacking, Proof, Prover, Shows, breach::Breach, group::Truth},
    solve::seating::Seating,
    source::Span,
};

impl Prover<'_> {
    /// How many seats one person has, which of them go together, and whether quotas share people.
    pub(super) fn hats(&self, provision: NodeId, body: NodeId, hats: &Hats, at: Span) -> Proof {
        let mut proof = Proof::default();
        // One seat alone is kept apart from nothing.
        let lists: Vec<_> = hats.never_both.iter().filter(|seats| seats.len() > 1).collect();
        if hats.most.is_none() && !hats.if_eligible && lists.is_empty() && hats.quotas_share_people {
            proof.lack(Lacking::Nothing, provision, Gap::Pending, at);
            return proof;
        }
        let apart: Vec<Vec<NodeId>> = lists.iter().map(|seats| self.resolved(seats).0).collect();
        if lists.iter().any(|seats| self.resolved(seats).1) {
            proof.lack(Lacking::Unresolved, provision, Gap::Unknown, at);
        }
        self.unread_hats(&mut proof, body, hats.if_eligible || !apart.is_empty(), at);
        if let Some(nameless) = self.nameless_hats(body, hats, &apart) {
            proof.lack(Lacking::Breach(Breach::PersonUnsaid), nameless, Gap::Pending, at);
        }
        for (seats, members) in self.two_seats(body) {
            let Some(&first) = members.first() else { continue };
            if let Some(most) = hats.most.filter(|&most| members.len() > most as usize) {
                let what = Breach::TooManySeats { seats: seats.clone(), members: members.clone(), most };
                proof.lack(Lacking::Breach(what), first, Gap::Contrary, at);
                continue;
            }
            if hats.if_eligible {
                self.fit_for_each(&mut proof, &seats, &members, at);
            }
        }
        if !apart.is_empty() {
            self.never_both(&mut proof, body, &apart, hats.most, at);
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

    /// Whoever sits in a body on the day, also where nobody counts among its members: two seats that are kept apart are so whether they count or not.
    fn in_any_seat(&self, body: NodeId) -> Vec<NodeId> {
        let graph = self.graph;
        let mut all = self.on_the_body(body);
        all.retain(|&member| {
            let listens = graph.downcast::<Member>(member).is_some_and(|id| graph.get(id).role == Some(Role::Observer));
            let seat = graph.outgoing(member, EdgeKind::Fills).first();
            !listens && seat.is_none_or(|seat| self.is_there(seat.node) != Truth::No)
        });
        all
    }

    /// Nobody has two seats that are kept apart. Who has too many seats anyway is told of that.
    fn never_both(&self, proof: &mut Proof, body: NodeId, apart: &[Vec<NodeId>], most: Option<u32>, at: Span) {
        let counted = self.members(body);
        for (seats, members) in self.twice_among(self.in_any_seat(body)) {
            let counting = members.iter().filter(|member| counted.contains(member)).count();
            let Some(&first) = members.first().filter(|_| most.is_none_or(|most| counting <= most as usize)) else {
                continue;
            };
            for apart in apart {
                let both: Vec<NodeId> = seats.iter().copied().filter(|seat| apart.contains(seat)).collect();
                if both.len() > 1 {
                    let what = Breach::NeverBoth { seats: both, members: members.clone() };
                    proof.lack(Lacking::Breach(what), first, Gap::Contrary, at);
                }
            }
        }
    }

    /// Whoever cannot be read may be somebody else who is there, in a seat that is not known.
    fn unread_hats(&self, proof: &mut Proof, body: NodeId, by_seat: bool, at: Span) {
        let mut all: Vec<NodeId> =
            self.graph.incoming(body, EdgeKind::MemberOf).iter().map(|member| member.node).collect();
        all.dedup();
        let there = self.members(body);
        all.retain(|member| {
            let lost = by_seat && there.contains(member) && self.graph.is_broken(*member, EdgeKind::Fills);
            lost || self.is_doubted(*member)
        });
        for member in self.sorted(all) {
            proof.lack(Lacking::Unread, member, Gap::Unknown, at);
        }
    }

    /// The first member of whom nobody says who it is, where it may be somebody who must not also have its seat. O(members × lists).
    fn nameless_hats(&self, body: NodeId, hats: &Hats, apart: &[Vec<NodeId>]) -> Option<NodeId> {
        let graph = self.graph;
        let unnamed = |members: &[NodeId]| -> Vec<NodeId> {
            members.iter().copied().filter(|&member| self.person_of(member).is_none()).collect()
        };
        let members = self.sorted(self.members(body));
        let nameless = unnamed(&members);
        if let Some(&first) = nameless.first().filter(|_| members.len() > 1) {
            let mut named: FxHashMap<&str, usize> = FxHashMap::default();
            for person in members.iter().filter_map(|&member| self.person_of(member)) {
                *named.entry(person).or_default() += 1;
            }
            // All of them may be one person, and that the one who has the most seats already.
            let together = nameless.len() + named.into_values().max().unwrap_or(0);
            if hats.if_eligible || hats.most.is_some_and(|most| together > most as usize) {
                return Some(first);
            }
        }
        let members = self.sorted(self.in_any_seat(body));
        let nameless = unnamed(&members);
        if members.len() < 2 {
            return None;
        }
        // In which seat somebody without one is may be any.
        let within = |member: NodeId, seats: &[NodeId]| {
            let seat = graph.outgoing(member, EdgeKind::Fills).first().map(|seat| seat.node);
            seat.is_none_or(|seat| seats.contains(&seat)).then_some(seat)
        };
        apart.iter().find_map(|seats| {
            let taken: Vec<Option<NodeId>> = members.iter().filter_map(|&member| within(member, seats)).collect();
            let own = nameless.iter().find_map(|&member| Some((member, within(member, seats)?)));
            let (member, seat) = own?;
            let mixed = taken.iter().any(|&other| other != seat) || (seat.is_none() && taken.len() > 1);
            mixed.then_some(member)
        })
    }

    /// Whoever has several seats is fit for each of them, by whatever is said of the person in any of them.
    fn fit_for_each(&self, proof: &mut Proof, seats: &[NodeId], members: &[NodeId], at: Span) {
        for &seat in seats {
            let fit: Vec<(NodeId, Truth)> =
                members.iter().map(|&member| (member, self.may_fill(member, seat))).collect();
            let best = fit.iter().map(|&(_, truth)| truth).fold(Truth::No, Truth::or);
            let Some(&(first, _)) = fit.iter().find(|(_, truth)| *truth == best) else { continue };
            match best {
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
        let mut unclear = None;
        for quota in self.provisions(body).into_iter().filter(|&quota| self.is_law(quota)) {
            let Some(Law::Quota(law)) = graph.law(quota) else { continue };
            let Asked::Bounds(bounds) = &law.amount else { continue };
            if law.every.is_some() || law.per.is_some() || bounds.at_least.is_none() {
                continue;
            }
            // Of others than the members, of another whole, or where it may not hold, nothing is asked of these members for certain.
            let of_members = matches!(law.among.as_slice(), [Population::Members]);
            if !of_members || !law.when.is_empty() || (law.of.is_some() && bounds.is_share()) {
                continue;
            }
            let least = bounds.heads(members.len() as u64, law.rounded.unwrap_or(Rounding::Exact)).least;
            // One member may stand for several actors or nominators: how many members that takes is not known.
            if least > 0 && !matches!(law.distinct, None | Some(Aspect::Word(Distinct::Person))) {
                unclear = Some(quota);
                continue;
            }
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
            if let Some(quota) = unclear.filter(|_| needed > 0) {
                proof.lack(Lacking::Nothing, quota, Gap::Pending, at);
            }
            return;
        }
        let found = share_out(&quotas, members.len());
        // What is missing for one quota alone is told of that quota; how those who are still to come are shared out is open.
        let open = self.open_places(body).iter().any(|open| open.number > 0);
        if !open && quotas.iter().any(|(_, least, may)| may.len() < *least) {
            return;
        }
        let gap = match self.absent([NodeKind::Member], [EdgeKind::MemberOf]) {
            _ if found >= needed || open => Gap::Pending,
            Gap::Absent => Gap::Contrary,
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

#[cfg(test)]
mod tests {
    use crate::{
        ledger::{Entry, Verdict},
        prove::{
            Gap, Lacking,
            breach::Breach,
            tests::{entry, verdict},
        },
    };

    const SEATS: &str = "seats: { s: {}, t: {}, u: { places: 2 } }";

    fn terms(body: &str) -> String {
        format!(
            "schemes: {{ actor-category: [htx, hhx], town: [small, large] }}\nactors: {{ one: {{ category: htx }}, other: {{ category: hhx }} }}\nbodies: {{ b: {{ {body} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
        )
    }

    fn rows(rows: &[&str]) -> String {
        crate::prove::tests::members("body: b", rows)
    }

    fn hats(hats: &str, members: &[&str]) -> Verdict {
        verdict(&terms(&format!("{SEATS}, hats: {{ {hats}, clause: A }}")), &rows(members), None)
    }

    /// The verdict where something cannot be read or followed.
    fn faulty(hats: &str, members: &[&str]) -> Verdict {
        crate::prove::tests::faulty(&terms(&format!("{SEATS}, hats: {{ {hats}, clause: A }}")), &rows(members), None)
    }

    #[test]
    fn of_members_who_may_be_counted_for_several_nominators_it_is_not_known_how_many_it_takes() {
        let of = |quota: &str, rows: &[&str]| {
            let quotas = format!("quotas: {{ q1: {{ {quota} }}, q2: {{ count: {{ category: htx }}, at-least: 1 }} }}");
            let body = format!("{SEATS}, {quotas}, hats: {{ quotas-share-people: false, clause: A }}");
            verdict(&terms(&body), &self::rows(rows), None)
        };
        let (one, other) =
            ("seat: u, actor: one, nominated-by: [one, other]", "seat: u, actor: other, nominated-by: one");
        assert_eq!(of("distinct: nominator, at-least: 2", &[one, other]), Verdict::Open);
        assert_eq!(of("distinct: person, at-least: 1", &[one, other]), Verdict::Met);
    }

    #[test]
    fn whoever_cannot_be_read_may_have_another_seat() {
        let most = "seats-per-person: 1";
        assert_eq!(faulty(most, &["seat: s, person: A", "seat: t, person: B"]), Verdict::Met);
        assert_eq!(faulty(most, &["seat: s, person: A", "seat: t, person: [1]"]), Verdict::Error);
        let never = "never-both: [[s, t]]";
        assert_eq!(faulty(never, &["seat: s, person: A", "seat: nosuch, person: A"]), Verdict::Error);
        assert_eq!(faulty(never, &["seat: s, person: A", "seat: t, person: A"]), Verdict::Unmet);
    }

    #[test]
    fn of_whom_nobody_says_who_it_is_may_be_another() {
        let open = |hats: &str, members: &[&str]| {
            let terms = terms(&format!("{SEATS}, hats: {{ {hats}, clause: A }}"));
            entry(&terms, &rows(members), None, |_, entry: &Entry| {
                let whose = |what: &Lacking| matches!(what, Lacking::Breach(Breach::PersonUnsaid));
                matches!(entry.lacks(), [lack] if whose(&lack.what) && lack.gap == Gap::Pending)
            })
        };
        let two = ["seat: s", "seat: t"];
        assert!(open("seats-per-person: 1", &two));
        assert!(open("seats-per-person: 1", &["seat: s, person: A", "seat: t"]));
        assert!(open("never-both: [[s, t]]", &two));
        assert!(open("if-eligible: true", &two));
        // Two are never three, one is never two, and nobody is kept apart from where nobody is.
        assert_eq!(hats("seats-per-person: 2", &two), Verdict::Met);
        assert_eq!(hats("seats-per-person: 1", &["seat: s"]), Verdict::Met);
        assert_eq!(hats("never-both: [[s, t]]", &["seat: s, person: A", "seat: u"]), Verdict::Met);
    }

    #[test]
    fn seats_are_kept_apart_whether_they_count_or_not() {
        let judged = |hats: &str, rows_of: &[&str]| {
            let body =
                format!("seats: {{ s: {{ places: 2 }}, pres: {{ counts: false }} }}, hats: {{ {hats}, clause: A }}");
            verdict(&terms(&body), &rows(rows_of), None)
        };
        let never = "never-both: [[pres, s]]";
        assert_eq!(judged(never, &["person: p0, seat: s", "person: p0, seat: pres, role: chair"]), Verdict::Unmet);
        assert_eq!(judged(never, &["person: p0, seat: s", "person: p1, seat: pres, role: chair"]), Verdict::Met);
        assert_eq!(judged(never, &["person: p0, seat: s", "person: p0, seat: pres, role: observer"]), Verdict::Met);
        assert_eq!(judged(never, &["person: p0, seat: s", "seat: pres, role: chair"]), Verdict::Open);
        // How many seats somebody has is asked of those that count.
        let most = "seats-per-person: 1";
        assert_eq!(judged(most, &["person: p0, seat: s", "person: p0, seat: pres, role: chair"]), Verdict::Met);
    }

    #[test]
    fn what_asks_for_nothing_is_not_met() {
        let one = ["seat: s, person: A", "seat: t, person: B"];
        assert_eq!(hats("quotas-share-people: true", &one), Verdict::Open);
        assert_eq!(hats("never-both: [s]", &one), Verdict::Open);
        assert_eq!(hats("never-both: [[s], [s, t]]", &one), Verdict::Met);
    }

    #[test]
    fn what_any_row_says_of_a_person_counts_for_every_seat() {
        let body = "seats: { s: { eligible: { category: htx } }, t: { eligible: { is: small } } }, hats: { if-eligible: true, clause: A }";
        let judged = |rows_of: &[&str]| verdict(&terms(body), &rows(rows_of), None);
        let first = "seat: s, person: A, actor: one";
        assert_eq!(judged(&[first, "seat: t, person: A, is: small"]), Verdict::Met);
        assert_eq!(
            judged(&[first, "seat: t, person: A, is: large"]),
            Verdict::Unmet,
            "it is the same person in the other"
        );
        assert_eq!(
            judged(&["seat: s, person: A, actor: other, is: large", "seat: t, person: A, actor: other, is: large"]),
            Verdict::Unmet
        );
    }

    #[test]
    fn quotas_of_others_share_nobody_with_those_of_the_members() {
        let judged = |other: &str, facts: &str| {
            let quotas =
                format!("a: {{ count: {{ is: small }}, at-least: 1 }}, c: {{ count: {{ is: small }}, {other} }}");
            let body = format!("{SEATS}, quotas: {{ {quotas} }}, hats: {{ quotas-share-people: false, clause: A }}");
            verdict(
                &format!("{}{facts}", terms(&body)),
                &rows(&[
                    "seat: s, person: A, is: small",
                    "seat: t, person: B, is: small",
                    "seat: u, person: C, is: large",
                    "seat: u, person: D, is: large",
                ]),
                None,
            )
        };
        assert_eq!(judged("at-least: 1", ""), Verdict::Met);
        assert_eq!(judged("at-least: 2", ""), Verdict::Unmet);
        assert_eq!(judged("at-least: 2, among: alternates", ""), Verdict::Met);
        assert_eq!(
            judged("at-least: 2, when: { fact: f }", "facts: { f: { text: F., holds: false } }\n"),
            Verdict::Met
        );
        assert_eq!(judged("at-least: 1/2, of: seats", ""), Verdict::Met);
    }
}
