//! How many have to be present.

use std::collections::VecDeque;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    document::{
        amount::{AmountBounds, Rounding},
        composition::Population,
        pact::{MeetingKind, Role},
    },
    graph::{
        composition::{Quorum, Whole},
        edge::EdgeKind,
        node::{AgendaItem, Body, Meeting, Member, NodeId, NodeKind, Seat},
    },
    prove::{
        Gap, Lacking, Proof, Prover, Shows,
        breach::Breach,
        group::{Truth, names_role, seats_named},
        quota::Holding,
        stay::{Days, Stay},
    },
    solve::tally::Chance,
    source::Span,
};

/// Weights that begin and end on days, to be summed for any day. O(log n) a day, so that many meetings of a body of many members cost no more than both.
#[derive(Debug, Default)]
struct Sums {
    total: u64,
    /// First days, ascending, each with the sum of what has begun by then.
    begun: Vec<(Date, u64)>,
    /// Last days, ascending, each with the sum of what has ended with it.
    ended: Vec<(Date, u64)>,
}

impl Sums {
    fn new(all: impl Iterator<Item = (Date, Date, u64)>) -> Self {
        let mut sums = Self::default();
        for (from, to, weight) in all.filter(|(from, to, _)| from <= to) {
            sums.total += weight;
            sums.begun.push((from, weight));
            sums.ended.push((to, weight));
        }
        for ends in [&mut sums.begun, &mut sums.ended] {
            ends.sort_unstable_by_key(|(day, _)| *day);
            let mut sum = 0;
            for (_, weight) in ends {
                sum += *weight;
                *weight = sum;
            }
        }
        sums
    }

    fn sum(all: &[(Date, u64)], is: impl Fn(Date) -> bool) -> u64 {
        let at = all.partition_point(|(day, _)| is(*day));
        at.checked_sub(1).and_then(|at| all.get(at)).map_or(0, |(_, sum)| *sum)
    }

    /// What has begun by one day and not ended before another. Exact where the first is not after the other; else as much at least.
    fn during(&self, begun: Date, not_ended: Date) -> u64 {
        let ahead = self.total - Self::sum(&self.begun, |from| from <= begun);
        let over = Self::sum(&self.ended, |to| to < not_ended);
        self.total.saturating_sub(ahead).saturating_sub(over)
    }
}

/// Those who can be counted as present, and the whole of which a share is taken.
struct Roll {
    /// Whoever counts when present: how much, when, and whether for certain.
    members: FxHashMap<NodeId, Entry>,
    /// Whoever sits there and is not counted, such as a chair without a place among the members.
    beside: FxHashMap<NodeId, Entry>,
    /// Whoever stands in.
    alternates: FxHashMap<NodeId, Entry>,
    /// What certainly belongs to the whole.
    sure: Sums,
    /// What may belong to it.
    possible: Sums,
    /// Whether something of the whole could not be read.
    unread: bool,
    /// The members, for those who stand in for anybody.
    everybody: Vec<NodeId>,
    /// The same by seat, for those who stand in for whoever is in it.
    by_seat: FxHashMap<NodeId, Vec<NodeId>>,
}

#[derive(Clone, Copy)]
struct Entry {
    weight: u64,
    stay: Stay,
    truth: Truth,
}

impl Entry {
    fn on(self, day: Days) -> Truth {
        self.stay.covers(day).and(self.truth)
    }
}

/// Who was there.
struct Attendance {
    /// The meeting or the item.
    of: NodeId,
    /// Members and those who stood in, each once, sorted.
    present: Vec<NodeId>,
}

/// How much is present: for certain, and at most.
#[derive(Default)]
struct Presence {
    sure: u64,
    most: u64,
    counted: Vec<(NodeId, Truth)>,
    unread: bool,
}

impl Prover<'_> {
    /// Every meeting of which it is said who was present, and every item of its agenda of which that is said apart.
    ///
    /// Counted is whoever was a member on the day of the meeting and belongs to what the share is a share of, and whoever stands in for such a member who
    /// is absent. A meeting that lies ahead has no quorum to have.
    pub(super) fn quorum(&self, provision: NodeId, body: NodeId, quorum: &Quorum, at: Span) -> Proof {
        let mut proof = Proof::default();
        self.lost_meetings(&mut proof, at);
        let roll = self.roll(body, quorum);
        for &(meeting, on) in self.meetings_of(body, None).iter() {
            if !self.keep() {
                return proof;
            }
            let Some(data) = self.graph.downcast::<Meeting>(meeting).map(|id| self.graph.get(id)) else { continue };
            // Part of the body decides nothing for the whole.
            if on.is_some_and(|on| self.is_ahead(on)) || data.kind == Some(MeetingKind::Working) {
                continue;
            }
            let present = self.attendance(meeting, data.attended.then_some(&[][..]));
            let mut judged: Vec<Result<Attendance, NodeId>> = Vec::new();
            let mut items: Vec<NodeId> =
                self.graph.incoming(meeting, EdgeKind::ItemOf).iter().map(|item| item.node).collect();
            items.dedup();
            let mut said_of_all = !items.is_empty();
            for &item in &self.sorted(items) {
                if !self.step() {
                    return proof;
                }
                let own = self.graph.downcast::<AgendaItem>(item).is_some_and(|id| self.graph.get(id).attended);
                let left = self.graph.is_broken(item, EdgeKind::Without)
                    || !self.graph.outgoing(item, EdgeKind::Without).is_empty();
                said_of_all &= own;
                match (own, &present) {
                    (true, _) => judged.extend(self.attendance(item, Some(&[]))),
                    (false, Some(Ok(of))) if left => judged.extend(self.attendance(item, Some(&of.present))),
                    _ => {}
                }
            }
            match present {
                None if said_of_all => {}
                None if on.is_some_and(|on| self.is_past(on)) => {
                    proof.lack(Lacking::Breach(Breach::AttendanceUnknown), meeting, Gap::Pending, at);
                }
                None => {}
                Some(present) => judged.insert(0, present),
            }
            let day = on.and_then(Days::of);
            for attendance in judged {
                match (attendance, day) {
                    (Err(unread), _) => proof.lack(Lacking::Unread, unread, Gap::Unknown, at),
                    (Ok(_), None) => {
                        proof.lack(Lacking::Undated, meeting, Gap::Pending, at);
                        break;
                    }
                    (Ok(attendance), Some(day)) => self.quorate(&mut proof, body, quorum, &roll, &attendance, day, at),
                }
                if !self.keep() {
                    return proof;
                }
            }
        }
        if self.absent([NodeKind::Member], [EdgeKind::MemberOf]) == Gap::Unknown {
            proof.lack(Lacking::Unread, provision, Gap::Unknown, at);
        }
        proof
    }

    /// Who was at a meeting or an item of it: those whom it names, or those of another list, without those who left for it. What cannot be read is the error;
    /// nothing where nobody has noted it.
    fn attendance(&self, of: NodeId, others: Option<&[NodeId]>) -> Option<Result<Attendance, NodeId>> {
        let others = others?;
        if [EdgeKind::Present, EdgeKind::Without].iter().any(|&edge| self.graph.is_broken(of, edge)) {
            return Some(Err(of));
        }
        let named = self.graph.outgoing(of, EdgeKind::Present).iter().map(|end| end.node);
        let left = self.graph.outgoing(of, EdgeKind::Without);
        let mut present: Vec<NodeId> = named.chain(others.iter().copied()).collect();
        present.retain(|member| left.binary_search_by_key(member, |end| end.node).is_err());
        present = self.sorted(present);
        present.dedup();
        self.charge(present.len() as u64);
        Some(Ok(Attendance { of, present }))
    }

    /// Everybody who ever was a member, or stood in for one, and the whole.
    fn roll(&self, body: NodeId, quorum: &Quorum) -> Roll {
        let weighted = matches!(quorum.of, Whole::Population(Population::Votes));
        let doubted =
            |member: NodeId, truth: Truth| if self.is_doubted(member) { truth.and(Truth::Unread) } else { truth };
        let entry = |member: NodeId, truth: Truth| Entry {
            weight: if weighted { u64::from(self.votes(member)) } else { 1 },
            // Of whom not all could be relied on, it is not known when they sat.
            stay: if self.is_doubted(member) { Stay::ANY } else { self.stay(member) },
            truth: doubted(member, truth),
        };
        // Whoever sits where it is not known whether there is a seat may be no member.
        let seated = |member: NodeId| {
            let seat = self.graph.outgoing(member, EdgeKind::Fills).first();
            seat.map_or(Truth::Yes, |seat| self.is_there_on(seat.node, None))
        };
        let members: FxHashMap<NodeId, Entry> = match &quorum.of {
            Whole::Population(population) => {
                let population = match population {
                    Population::AppointedMembers | Population::VotingMembers | Population::Votes => *population,
                    // Whoever listens, stands in or was only put forward makes no quorum.
                    _ => Population::Members,
                };
                let all = self.population_on(body, population, None);
                all.into_iter().map(|member| (member, entry(member, seated(member)))).collect()
            }
            Whole::Group(group) => {
                let all = self.members_on(body, None).into_iter().map(|member| (member, self.in_group(member, group)));
                all.filter(|(_, truth)| *truth != Truth::No)
                    .map(|(one, truth)| (one, entry(one, truth.and(seated(one)))))
                    .collect()
            }
        };
        let whole: Vec<Entry> = match &quorum.of {
            Whole::Population(Population::Seats) => self.entries_of_places(body),
            Whole::Population(population @ (Population::Alternates | Population::Observers | Population::Nominees)) => {
                let all = self.population_on(body, *population, None);
                all.into_iter().map(|member| entry(member, Truth::Yes)).collect()
            }
            _ => members.values().copied().collect(),
        };
        let unread = whole.iter().any(|one| one.truth == Truth::Unread);
        let certain = whole.iter().filter(|one| one.truth == Truth::Yes);
        let sure = Sums::new(certain.map(|one| (one.stay.from.last, one.stay.to.first, one.weight)));
        let possible = Sums::new(whole.iter().map(|one| (one.stay.from.first, one.stay.to.last, one.weight)));
        let alternates = if quorum.alternates_count {
            self.in_role_on(body, |role| role == Some(Role::Alternate), None)
        } else {
            Vec::new()
        };
        let mut everybody: Vec<NodeId> = members.keys().copied().collect();
        everybody.sort_unstable();
        let mut by_seat: FxHashMap<NodeId, Vec<NodeId>> = FxHashMap::default();
        for &member in &everybody {
            if let Some(seat) = self.seat_of(member) {
                by_seat.entry(seat).or_default().push(member);
            }
        }
        let alternates = alternates.into_iter().map(|one| (one, entry(one, Truth::Yes))).collect();
        let all = if quorum.of_which.is_empty() {
            Vec::new()
        } else {
            self.in_role_on(body, |role| matches!(role, None | Some(Role::Chair | Role::Deputy)), None)
        };
        let beside = all.into_iter().filter(|member| !members.contains_key(member));
        let beside = beside.map(|member| (member, entry(member, seated(member)))).collect();
        Roll { members, beside, alternates, sure, possible, unread, everybody, by_seat }
    }

    /// The places of a body, filled or not: those of its seats, or as many as it is to have where it has none.
    fn entries_of_places(&self, body: NodeId) -> Vec<Entry> {
        let always = Stay::of_member(&Member::default());
        let seats: Vec<NodeId> = self.seats(body).collect();
        if seats.is_empty() {
            let size = self.graph.downcast::<Body>(body).and_then(|id| self.graph.get(id).size.as_ref());
            let Some(size) = size.filter(|_| !self.graph.head(body).damaged) else {
                return vec![Entry { weight: u64::from(u32::MAX), stay: always, truth: Truth::Unread }];
            };
            let least = u64::from(size.at_least.unwrap_or(0));
            let more = size.at_most.map_or(u64::from(u32::MAX), u64::from).saturating_sub(least);
            let of = |weight, truth| Entry { weight, stay: always, truth };
            return vec![of(least, Truth::Yes), of(more, Truth::Unsaid)];
        }
        let places = |seat: NodeId| {
            let data = self.graph.get(self.graph.downcast::<Seat>(seat)?);
            let truth = if self.graph.head(seat).damaged { Truth::Unread } else { self.is_there_on(seat, None) };
            (data.counts && truth != Truth::No).then(|| Entry {
                weight: u64::from(data.places),
                stay: Stay::of_seat(data),
                truth,
            })
        };
        seats.into_iter().filter_map(places).collect()
    }

    /// Whether enough were there.
    #[expect(clippy::too_many_arguments, reason = "what is asked, of whom, when and where it stands")]
    fn quorate(
        &self,
        proof: &mut Proof,
        body: NodeId,
        quorum: &Quorum,
        roll: &Roll,
        attendance: &Attendance,
        day: Days,
        at: Span,
    ) {
        let presence = self.presence(roll, &attendance.present, day);
        // As little as certainly belongs to the whole, and as much as may.
        let smallest = roll.sure.during(day.first, day.last);
        let largest = roll.possible.during(day.last, day.first).max(smallest);
        let needed = |whole: u64| least(quorum.bounds, whole);
        // Of nobody any share is there; that shows nothing.
        if largest == 0 && presence.sure >= needed(0) {
            if presence.unread {
                proof.lack(Lacking::Unread, attendance.of, Gap::Unknown, at);
            }
            let entry = |member| roll.members.get(&member).or_else(|| roll.alternates.get(&member));
            for &member in &attendance.present {
                if entry(member).is_some_and(|entry| entry.on(day) == Truth::No) {
                    proof.lack(Lacking::Undated, member, Gap::Pending, at);
                }
            }
            return;
        }
        if presence.sure >= needed(largest) {
            proof.witness(Shows::Present(presence.sure, needed(largest)), attendance.of, Vec::new());
        } else {
            let missed = presence.most < needed(smallest);
            let (present, whole) = if missed { (presence.most, smallest) } else { (presence.sure, largest) };
            let gap = match (missed, presence.unread || roll.unread) {
                (true, _) => Gap::Contrary,
                (false, true) => Gap::Unknown,
                (false, false) => Gap::Pending,
            };
            let votes = matches!(quorum.of, Whole::Population(Population::Votes));
            let breach = Breach::NoQuorum { body, present, needed: needed(whole), whole, votes };
            proof.lack(Lacking::Breach(breach), attendance.of, gap, at);
        }
        if quorum.of_which.is_empty() {
            return;
        }
        for one in &quorum.of_which {
            // Whoever is asked for by office or by seat has to be there, whether they count among the members or not.
            let mut members = presence.counted.clone();
            if !one.bounds.is_share() {
                let named = seats_named(self.graph, &one.group);
                let meant = |member: NodeId| {
                    names_role(&one.group)
                        || self.seat_of(member).is_some_and(|seat| named.binary_search(&seat).is_ok())
                };
                let beside = attendance.present.iter().filter(|&&member| meant(member));
                let beside = beside.filter_map(|&member| Some((member, roll.beside.get(&member)?.on(day))));
                members.extend(beside.filter(|(_, truth)| *truth != Truth::No));
            }
            let holding = Holding { seat: None, members, open: 0, chance: Chance::NO, optional: true };
            self.of_which_one(&holding, one, &mut |breach, gap, shows| match (breach, shows) {
                (Some(breach), _) => {
                    proof.lack(Lacking::Breach(Breach::PresentOfWhich(breach)), attendance.of, gap, at);
                }
                (None, counted) => proof.witness(Shows::Counted(counted), attendance.of, Vec::new()),
            });
        }
    }

    /// Those present who count on a day.
    fn presence(&self, roll: &Roll, present: &[NodeId], day: Days) -> Presence {
        let mut presence = Presence::default();
        let there: FxHashSet<NodeId> = present.iter().copied().collect();
        let mut count = |member: NodeId, weight: u64, truth: Truth| {
            presence.sure += if truth == Truth::Yes { weight } else { 0 };
            presence.most += if truth == Truth::No { 0 } else { weight };
            presence.unread |= truth == Truth::Unread;
            if truth != Truth::No {
                presence.counted.push((member, truth));
            }
        };
        // Whoever is there is there once, as a member or for another.
        let themselves = present.iter().filter(|member| roll.members.contains_key(member));
        let themselves: FxHashSet<&str> = themselves.filter_map(|&member| self.person_of(member)).collect();
        let mut standing = Vec::new();
        for &member in present {
            if let Some(entry) = roll.members.get(&member) {
                count(member, entry.weight, entry.on(day));
            } else if let Some(entry) = roll.alternates.get(&member) {
                if self.person_of(member).is_none_or(|person| !themselves.contains(person)) {
                    standing.push((member, entry.on(day)));
                }
            } else if self.graph.is_broken(member, EdgeKind::MemberOf) {
                // Whoever sits in a body that is not known may sit in this one.
                count(member, 1, Truth::Unread);
            }
        }
        if standing.iter().all(|(_, truth)| *truth == Truth::No) {
            return presence;
        }
        // For whom each may stand in, of those who are absent; those who certainly may first, so that they are certainly counted.
        let absent = |member: NodeId| {
            let on = roll.members.get(&member).map_or(Truth::No, |entry| entry.on(day));
            if there.contains(&member) { Truth::No } else { on }
        };
        let mut sure: Vec<(NodeId, Vec<NodeId>)> = Vec::new();
        let mut possible: Vec<(NodeId, Vec<NodeId>)> = Vec::new();
        let mut rows: FxHashMap<&str, usize> = FxHashMap::default();
        for &(alternate, own) in standing.iter().filter(|(_, truth)| *truth != Truth::No) {
            let (of, lost) = self.stood_in_for_ever(alternate, roll);
            if !self.charge(of.len() as u64) {
                return presence;
            }
            let may: Vec<(NodeId, Truth)> = of.into_iter().map(|member| (member, absent(member).and(own))).collect();
            let certainly = may.iter().filter(|(_, truth)| *truth == Truth::Yes).map(|(member, _)| *member);
            let perhaps = may.iter().filter(|(_, truth)| *truth != Truth::No).map(|(member, _)| *member);
            // Whoever is an alternate in several rows stands in for one member all the same.
            let row = self.person_of(alternate).map_or(sure.len(), |person| *rows.entry(person).or_insert(sure.len()));
            for (all, own) in [(&mut sure, certainly.collect::<Vec<_>>()), (&mut possible, perhaps.collect())] {
                match all.get_mut(row) {
                    Some((_, earlier)) => earlier.extend(own),
                    None => all.push((alternate, own)),
                }
            }
            presence.unread |= lost || may.iter().any(|(_, truth)| *truth == Truth::Unread);
            // Whoever it is that is not known, one more may be stood in for.
            presence.most += u64::from(lost);
        }
        let weight = |member: NodeId| roll.members.get(&member).map_or(0, |entry| entry.weight);
        let certain = self.matched(&sure, weight);
        let perhaps = self.matched(&possible, weight);
        presence.sure += certain.iter().map(|&(_, member)| weight(member)).sum::<u64>();
        presence.most += perhaps.iter().map(|&(_, member)| weight(member)).sum::<u64>();
        let counted: FxHashSet<NodeId> = certain.iter().map(|&(alternate, _)| alternate).collect();
        presence.counted.extend(certain.iter().map(|&(alternate, _)| (alternate, Truth::Yes)));
        let rest = perhaps.iter().filter(|(alternate, _)| !counted.contains(alternate));
        presence.counted.extend(rest.map(|&(alternate, _)| (alternate, Truth::Unsaid)));
        presence
    }

    /// Whom an alternate may stand in for, of those who can be counted: the members that are named, else whoever ever was in the same seat, else anybody;
    /// and whether there may be others.
    fn stood_in_for_ever(&self, alternate: NodeId, roll: &Roll) -> (Vec<NodeId>, bool) {
        let named = self.graph.outgoing(alternate, EdgeKind::StandsInFor);
        let lost = self.graph.is_broken(alternate, EdgeKind::StandsInFor);
        if !named.is_empty() || lost {
            return (named.iter().map(|member| member.node).collect(), lost);
        }
        match self.seat_of(alternate) {
            Some(seat) => (roll.by_seat.get(&seat).cloned().unwrap_or_default(), false),
            None if self.graph.is_broken(alternate, EdgeKind::Fills) => (Vec::new(), true),
            None => (roll.everybody.clone(), false),
        }
    }

    /// As much weight as alternates can stand in for, each for one member and each member once: who for whom. Members are taken heaviest first, each
    /// where some rearrangement of those who are taken already leaves somebody for it; that this is the most is what makes sets that can be
    /// matched a matroid. A search that fails leaves only what no later one can use. O(members that can be stood in for × pairs), as a rule O(pairs).
    fn matched(&self, may: &[(NodeId, Vec<NodeId>)], weight: impl Fn(NodeId) -> u64) -> Vec<(NodeId, NodeId)> {
        let mut by_member: FxHashMap<NodeId, Vec<NodeId>> = FxHashMap::default();
        for (alternate, members) in may {
            for &member in members {
                by_member.entry(member).or_default().push(*alternate);
            }
        }
        let mut members: Vec<NodeId> = by_member.keys().copied().collect();
        members.sort_by(|&a, &b| weight(b).cmp(&weight(a)).then_with(|| self.graph.order(a, b)));
        let mut stands: FxHashMap<NodeId, NodeId> = FxHashMap::default();
        let mut stood_in_for: FxHashMap<NodeId, NodeId> = FxHashMap::default();
        let mut dead: FxHashSet<NodeId> = FxHashSet::default();
        for &member in &members {
            if stands.len() == may.len() {
                break;
            }
            let mut from: FxHashMap<NodeId, NodeId> = FxHashMap::default();
            let mut open = VecDeque::from([member]);
            let mut free = None;
            'search: while let Some(here) = open.pop_front() {
                for &alternate in by_member.get(&here).map_or(&[][..], Vec::as_slice) {
                    if !self.step() {
                        return Vec::new();
                    }
                    if dead.contains(&alternate) || from.contains_key(&alternate) {
                        continue;
                    }
                    from.insert(alternate, here);
                    match stands.get(&alternate) {
                        Some(&other) => open.push_back(other),
                        None => {
                            free = Some(alternate);
                            break 'search;
                        }
                    }
                }
            }
            if free.is_none() {
                dead.extend(from.into_keys());
                continue;
            }
            while let Some(alternate) = free {
                let Some(&here) = from.get(&alternate) else { break };
                // Whoever stood in for this member stands in for the one before it on the way.
                free = stood_in_for.insert(here, alternate).filter(|_| here != member);
                stands.insert(alternate, here);
            }
        }
        let mut pairs: Vec<(NodeId, NodeId)> = stands.into_iter().collect();
        pairs.sort_unstable();
        pairs
    }
}

/// The smallest number that will do.
fn least(bounds: AmountBounds, whole: u64) -> u64 {
    bounds.heads(whole, Rounding::Exact).least
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ledger::{Entry, Verdict},
        prove::tests::{entry, verdict},
    };

    fn terms(seats: &str, quorum: &str) -> String {
        format!(
            "bodies: {{ board: {{ seats: {{ {seats} }}, quorum: {{ {quorum}, clause: A }} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
        )
    }

    const SEAT: &str = "s: { places: 4 }";

    #[test]
    fn a_chair_who_does_not_count_among_the_members_is_there_all_the_same() {
        let of = |which: &str, who: &str| {
            let terms = terms(
                "s: { places: 4 }, pres: { counts: false }",
                &format!("at-least: 2, of-which: {{ at-least: 1, where: {{ {which} }} }}"),
            );
            let more = "  c: { body: board, seat: pres, role: chair }\n";
            verdict(&terms, &pact(more, &format!("on: 2018-05-15, present: [{who}]")), Some("2018-06-01"))
        };
        for which in ["role: chair", "seat: pres"] {
            assert_eq!(of(which, "m1, m2, c"), Verdict::Met, "{which}");
            assert_eq!(of(which, "m1, m2, m3"), Verdict::Unmet, "{which}");
            assert_eq!(of(which, "m1, c"), Verdict::Unmet, "the chair is not one of the two");
        }
        assert_eq!(of("seat: s", "m1, m2, c"), Verdict::Met);
    }

    /// Four members and a meeting with these fields.
    fn pact(more: &str, meeting: &str) -> String {
        let members: String = (1..=4).map(|n| format!("  m{n}: {{ body: board, seat: s }}\n")).collect();
        format!("members:\n{members}{more}meetings: {{ m: {{ body: board, {meeting} }} }}\n")
    }

    fn present(quorum: &str, more: &str, present: &str) -> Verdict {
        let meeting = format!("on: 2018-05-15, present: [{present}]");
        verdict(&terms(SEAT, quorum), &pact(more, &meeting), Some("2018-06-01"))
    }

    #[test]
    fn half_is_not_more_than_half() {
        assert_eq!(present("more-than: 1/2", "", "m1, m2, m3"), Verdict::Met);
        assert_eq!(present("more-than: 1/2", "", "m1, m2"), Verdict::Unmet);
        assert_eq!(present("at-least: 1/2", "", "m1, m2"), Verdict::Met);
        assert_eq!(present("at-least: majority", "", "m1, m2"), Verdict::Unmet);
        assert_eq!(present("at-least: 1", "", ""), Verdict::Unmet);
        // Nobody is there twice.
        assert_eq!(present("more-than: 1/2", "", "m1, m2, m2"), Verdict::Unmet);
    }

    #[test]
    fn who_was_a_member_on_the_day_counts() {
        let half = "more-than: 1/2";
        // Five members on the day, of whom one has left since.
        assert_eq!(present(half, "  m5: { body: board, seat: s, to: 2018-05-20 }\n", "m1, m2, m5"), Verdict::Met);
        // Two more, who had left, or had yet to come.
        let gone = "  m5: { body: board, seat: s, to: 2018-05-14 }\n  m6: { body: board, seat: s, from: 2018-05-16 }\n";
        assert_eq!(present(half, gone, "m1, m2, m3"), Verdict::Met);
        assert_eq!(present(half, gone, "m1, m2, m5, m6"), Verdict::Unmet);
        // Somebody who may have come by then.
        let unsure = "  m5: { body: board, seat: s, from: 2018-05 }\n";
        assert_eq!(present(half, unsure, "m1, m2, m3"), Verdict::Met);
        assert_eq!(present(half, unsure, "m1, m2, m5"), Verdict::Open);
        assert_eq!(present(half, unsure, "m1, m5"), Verdict::Unmet);
    }

    #[test]
    fn whoever_sits_where_nobody_knows_whether_there_is_a_seat_may_not_count() {
        let of = |number: &str, holds: &str, present: &str| {
            let terms = terms("s: { places: 2 }, t: { when: { fact: f } }", &format!("at-least: {number}"));
            let pact = format!(
                "facts: {{ f: {{ text: F.{holds} }} }}\nmembers:\n  m0: {{ body: board, seat: s }}\n  m1: {{ body: board, seat: s }}\n  m2: {{ body: board, seat: t }}\n  a0: {{ body: board, role: alternate, stands-in-for: m2 }}\nmeetings: {{ m: {{ body: board, on: 2027-02-01, present: [{present}] }} }}\n"
            );
            verdict(&terms, &pact, Some("2027-03-01"))
        };
        let (yes, no) = (", holds: true", ", holds: false");
        for (number, present, there, away) in [
            ("2", "m0, m2", Verdict::Met, Verdict::Unmet),
            ("2", "m0, a0", Verdict::Met, Verdict::Unmet),
            ("1/1", "m0, m1", Verdict::Unmet, Verdict::Met),
        ] {
            assert_eq!(of(number, yes, present), there, "{number} {present}");
            assert_eq!(of(number, no, present), away, "{number} {present}");
            assert_eq!(of(number, "", present), Verdict::Open, "{number} {present}");
        }
        assert_eq!(of("2", "", "m0, m1"), Verdict::Met);
        assert_eq!(of("2", "", "m0"), Verdict::Unmet);
    }

    #[test]
    fn observers_secretaries_and_nominees_do_not_count() {
        for role in ["observer", "secretary", "nominee"] {
            let more = format!("  m5: {{ body: board, role: {role} }}\n");
            assert_eq!(present("more-than: 1/2", &more, "m1, m2, m5"), Verdict::Unmet, "{role}");
            assert_eq!(present("more-than: 1/2", &more, "m1, m2, m3"), Verdict::Met, "{role}");
        }
    }

    #[test]
    fn an_alternate_counts_for_a_member_who_is_absent() {
        let half = "more-than: 1/2";
        let of = |fields: &str| format!("  a1: {{ body: board, role: alternate, {fields} }}\n");
        assert_eq!(present(half, &of("stands-in-for: m3"), "m1, m2, a1"), Verdict::Met);
        assert_eq!(present(half, &of("stands-in-for: m1"), "m1, m2, a1"), Verdict::Unmet, "m1 is there");
        assert_eq!(present(half, &of("seat: s"), "m1, m2, a1"), Verdict::Met);
        assert_eq!(present("more-than: 1/2, alternates-count: false", &of("seat: s"), "m1, m2, a1"), Verdict::Unmet);
        assert_eq!(present(half, &of("stands-in-for: m3, to: 2018-05-14"), "m1, m2, a1"), Verdict::Unmet);
    }

    #[test]
    fn nobody_is_there_both_as_a_member_and_for_another() {
        let bo = "  m5: { body: board, seat: s, person: Bo }\n";
        let of = |person: &str| {
            format!("{bo}  a1: {{ body: board, role: alternate, person: {person}, stands-in-for: m1 }}\n")
        };
        assert_eq!(present("at-least: 3", &of("Bo"), "m2, m5, a1"), Verdict::Unmet);
        assert_eq!(present("at-least: 3", &of("Bo"), "m2, m3, a1"), Verdict::Met);
        assert_eq!(present("at-least: 3", &of("Cy"), "m2, m5, a1"), Verdict::Met);
        // Nor for two, with a row for each.
        let rows = |person: &str| {
            format!("{}  a2: {{ body: board, role: alternate, person: {person}, stands-in-for: m2 }}\n", of("Cy"))
        };
        assert_eq!(present("at-least: 3", &rows("Cy"), "m5, a1, a2"), Verdict::Unmet);
        assert_eq!(present("at-least: 3", &rows("Di"), "m5, a1, a2"), Verdict::Met);
        let one_or_other =
            format!("{}  a2: {{ body: board, role: alternate, person: Cy, stands-in-for: m2 }}\n", of("Cy"));
        assert_eq!(present("at-least: 3", &one_or_other, "m1, m5, a1, a2"), Verdict::Met, "for the one who is absent");
    }

    #[test]
    fn each_alternate_stands_in_for_one_and_each_member_is_stood_in_for_once() {
        let all = "at-least: 1/1";
        let of = |a1: &str, a2: &str| {
            format!(
                "  a1: {{ body: board, role: alternate, stands-in-for: [{a1}] }}\n  a2: {{ body: board, role: alternate, stands-in-for: [{a2}] }}\n"
            )
        };
        assert_eq!(present(all, &of("m3, m4", "m3"), "m1, m2, a1, a2"), Verdict::Met);
        assert_eq!(present(all, &of("m3", "m3, m4"), "m1, m2, a1, a2"), Verdict::Met);
        assert_eq!(present(all, &of("m3", "m3"), "m1, m2, a1, a2"), Verdict::Unmet);
        assert_eq!(present(all, &of("m3, m4", "m3"), "m1, m2, a1"), Verdict::Unmet);
    }

    #[test]
    fn items_are_held_against_those_who_stayed() {
        let terms = terms(SEAT, "more-than: 1/2");
        let item = |present: &str, item: &str| {
            let meeting = format!("on: 2018-05-15, {present} agenda: [First, {{ text: Second, {item} }}]");
            entry(&terms, &pact("", &meeting), Some("2018-06-01"), |graph, entry: &Entry| {
                let subject = entry.lacks().first().map(|lack| graph.name(lack.subject).to_owned());
                (entry.verdict, subject.unwrap_or_default())
            })
        };
        let of = |verdict, subject: &str| (verdict, subject.to_owned());
        assert_eq!(item("present: [m1, m2, m3],", "without: [m4]"), of(Verdict::Met, ""));
        assert_eq!(item("present: [m1, m2, m3],", "without: [m3]"), of(Verdict::Unmet, "2"));
        assert_eq!(item("present: [m1, m2],", "present: [m1, m2, m3]"), of(Verdict::Unmet, "m"));
        assert_eq!(item("present: [m1, m2, m3],", "present: [m1, m2]"), of(Verdict::Unmet, "2"));
        assert_eq!(item("present: [m1, m2, m3],", "present: [m1, m2, m3], without: [m1]"), of(Verdict::Unmet, "2"));
        assert_eq!(item("", "present: [m1, m2, m3]"), of(Verdict::Open, "m"), "nobody knows about the first");
    }

    #[test]
    fn a_share_is_one_of_what_it_is_said_to_be_of() {
        let of = |seats: &str, quorum: &str, members: &str, present: &str| {
            let meeting = format!("on: 2018-05-15, present: [{present}]");
            let pact = format!("members:\n{members}meetings: {{ m: {{ body: board, {meeting} }} }}\n");
            verdict(&terms(seats, quorum), &pact, Some("2018-06-01"))
        };
        let three = "  m1: { body: board, seat: s }\n  m2: { body: board, seat: s }\n  m3: { body: board, seat: s, vote: false }\n";
        // Two of five places, of three members, of two votes.
        let five = "s: { places: 5 }";
        assert_eq!(of(five, "at-least: 1/2, of: seats", three, "m1, m2"), Verdict::Unmet);
        assert_eq!(of(five, "at-least: 1/2, of: seats", three, "m1, m2, m3"), Verdict::Met);
        assert_eq!(of(five, "at-least: 1/2", three, "m1, m2"), Verdict::Met);
        assert_eq!(of(five, "more-than: 1/2, of: voting-members", three, "m1, m3"), Verdict::Unmet);
        assert_eq!(of(five, "at-least: 1/2, of: voting-members", three, "m1, m3"), Verdict::Met);
        // A seat of which each has three votes against two with one.
        let votes = "s: { places: 2 }, t: { places: 1, votes: 3 }";
        let weighted =
            "  m1: { body: board, seat: s }\n  m2: { body: board, seat: s }\n  m3: { body: board, seat: t }\n";
        assert_eq!(of(votes, "more-than: 1/2, of: votes", weighted, "m3"), Verdict::Met);
        assert_eq!(of(votes, "more-than: 1/2, of: votes", weighted, "m1, m2"), Verdict::Unmet);
        assert_eq!(of(votes, "more-than: 1/2, of: { seat: s }", weighted, "m1, m3"), Verdict::Unmet);
        assert_eq!(of(votes, "more-than: 1/2, of: { seat: s }", weighted, "m1, m2"), Verdict::Met);
        // A place that is there from a later day is none yet.
        let later = "s: { places: 3 }, t: { places: 9, from: 2018-06-01 }";
        assert_eq!(of(later, "at-least: 1/1, of: seats", three, "m1, m2, m3"), Verdict::Met);
    }

    #[test]
    fn of_those_present_some_are_of_a_group() {
        let chair = "at-least: 2, of-which: [{ at-least: 1, where: { role: chair } }]";
        let more = "  c: { body: board, seat: s, role: chair }\n";
        assert_eq!(present(chair, more, "m1, c"), Verdict::Met);
        assert_eq!(present(chair, more, "m1, m2"), Verdict::Unmet);
    }

    #[test]
    fn meetings_without_attendance_are_unknown_when_they_are_past() {
        let on = |meeting: &str, as_of| verdict(&terms(SEAT, "more-than: 1/2"), &pact("", meeting), as_of);
        let told = entry(
            &terms(SEAT, "more-than: 1/2"),
            &pact("", "on: 2018-05-15"),
            Some("2018-05-16"),
            |_, entry: &Entry| matches!(entry.lacks(), [lack] if lack.gap == Gap::Pending && matches!(lack.what, Lacking::Breach(Breach::AttendanceUnknown))),
        );
        assert!(told);
        // One that lies ahead has had no quorum to have, even where somebody has signed up for it.
        let nothing = |meeting: &str| {
            entry(
                &terms(SEAT, "more-than: 1/2"),
                &pact("", meeting),
                Some("2018-05-14"),
                |_, entry: &Entry| matches!(entry.lacks(), [lack] if matches!(lack.what, Lacking::Nothing)),
            )
        };
        assert!(nothing("on: 2018-05-15"));
        assert!(nothing("on: 2018-05-15, present: [m1]"));
        assert_eq!(on("present: [m1, m2, m3]", None), Verdict::Open, "who was a member then depends on the day");
    }

    #[test]
    fn an_attendance_with_somebody_unknown_is_neither_enough_nor_too_few() {
        let terms = terms(SEAT, "more-than: 1/2");
        let model = crate::prove::tests::model(&terms, &pact("", "on: 2018-05-15, present: [m1, m2, nobody]"));
        let ledger = crate::ledger::Ledger::new(model.graph(), crate::ledger::Judging::default());
        let entry = ledger.cases[0].entries.iter().find(|entry| model.graph().name(entry.node) == "A").unwrap();
        assert_eq!(entry.verdict, Verdict::Error);
        assert!(entry.lacks().iter().all(|lack| lack.gap == Gap::Unknown), "{:?}", entry.lacks());
    }

    #[test]
    fn sums_are_those_of_walking_through_all() {
        let day = |n: i32| Date::constant(2018, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap();
        let all: Vec<(i32, i32, u64)> =
            (0..60).map(|n| (n * 7 % 31, n * 11 % 37, u64::try_from(n % 4).unwrap())).collect();
        let sums = Sums::new(all.iter().map(|&(from, to, weight)| (day(from), day(to), weight)));
        for at in -1..40 {
            let walked: u64 =
                all.iter().filter(|(from, to, _)| *from <= at && at <= *to).map(|(.., weight)| weight).sum();
            assert_eq!(sums.during(day(at), day(at)), walked, "{at}");
            for last in at..40 {
                let both: u64 =
                    all.iter().filter(|(from, to, _)| *from <= at && last <= *to).map(|(.., weight)| weight).sum();
                assert!(sums.during(day(at), day(last)) <= both, "{at} {last}");
                let either: u64 = all
                    .iter()
                    .filter(|(from, to, _)| from <= to && *from <= last && at <= *to)
                    .map(|(.., weight)| weight)
                    .sum();
                assert_eq!(sums.during(day(last), day(at)), either, "{at} {last}");
            }
        }
    }

    #[test]
    fn before_anybody_was_a_member_nobody_makes_a_quorum() {
        let on = |present: &str| {
            let members = "  m1: { body: board, seat: s, from: 2018-01-01 }\n";
            let meetings = format!("on: 2017-05-15, present: [{present}]");
            let pact = format!(
                "members:\n{members}meetings: {{ early: {{ body: board, {meetings} }}, m: {{ body: board, on: 2018-05-15, present: [m1] }} }}\n"
            );
            entry(&terms(SEAT, "at-least: 1/2"), &pact, Some("2018-06-01"), |graph, entry: &Entry| {
                let lacks: Vec<_> =
                    entry.lacks().iter().map(|lack| (graph.name(lack.subject).to_owned(), lack.gap)).collect();
                (entry.verdict, lacks, entry.proof.witnesses.len())
            })
        };
        assert_eq!(on("m1"), (Verdict::Open, vec![("m1".to_owned(), Gap::Pending)], 1));
        assert_eq!(on(""), (Verdict::Met, Vec::new(), 1), "only the later one shows anything");
    }
}
