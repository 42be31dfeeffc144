//! How long members sit.

mod runs;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::succession::{Reading, successions};
use crate::{
    document::{
        amount::{AmountBounds, Rounding},
        period::{Period, Unit},
    },
    graph::{
        composition::Tenure,
        edge::EdgeKind,
        node::{Body, Member, NodeId, NodeKind, Seat},
        requirement::Target,
    },
    prove::{
        Gap, Lacking, Proof, Prover, Shows,
        breach::Breach,
        group::{Truth, chance, names_role, seats_named},
        stay::{Days, Stay, after, yesterday},
    },
    source::Span,
};

/// A membership that is held against the law.
#[derive(Clone, Copy)]
struct Term<'g> {
    member: NodeId,
    data: &'g Member,
    stay: Stay,
}

impl<'g> Term<'g> {
    /// The day on which it begins; nothing where nobody says.
    fn from(&self) -> Option<Days> {
        self.data.from.map(|_| self.stay.from)
    }

    /// The day on which it ends; nothing where it runs on.
    fn to(&self) -> Option<Days> {
        self.data.to.map(|_| self.stay.to)
    }

    fn person(&self) -> Option<&'g str> {
        self.data.person.as_deref()
    }
}

/// How something comes out that hangs on days.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    In,
    Out,
    /// The days are not exact enough.
    Unclear,
}

/// Whether a day lies on or before the last that is allowed.
fn by(day: Days, allowed: Days) -> Came {
    if day.is_by(allowed) {
        Came::In
    } else if allowed.is_before(day) {
        Came::Out
    } else {
        Came::Unclear
    }
}

/// Members beside those who certainly count now.
#[derive(Clone, Copy)]
struct More {
    /// Of whom it is not known whether they do.
    unsure: usize,
    /// Who may come to open places.
    open: u64,
}

impl Prover<'_> {
    /// Terms of office: their length, how often and how long in all, the event with which they end, and the meetings that they cover.
    ///
    /// The last day of a term is the one before the same day some years later, or that day itself: one of four years that begins on 1 January 2014 ends on
    /// 31 December 2017, and registers also give 1 January 2018, the day on which the next begins, for it. So at most four years allow both, and at least
    /// four years are over with either. Terms without an end run on, and are held against the day as of which the body is looked at.
    pub(super) fn tenure(&self, provision: NodeId, body: NodeId, tenure: &Tenure, at: Span) -> Proof {
        let graph = self.graph;
        let mut proof = Proof::default();
        let again = tenure.renewed.is_some() || tenure.in_all.is_some();
        let ends = tenure.ends_with.is_some() || tenure.staggered.is_some_and(|(bounds, _)| bounds.at_most.is_some());
        let lasts = tenure.at_least.is_some() || tenure.at_most.is_some() || tenure.covers_meetings;
        // How many terms are to end together at least is no law on when they do.
        let ignored = tenure.staggered.is_some_and(|(bounds, _)| bounds.at_most.is_none());
        if ignored || !(again || ends || lasts) {
            proof.lack(Lacking::Nothing, provision, Gap::Pending, at);
        }
        let periods = [tenure.at_least, tenure.at_most, tenure.in_all, tenure.ends_within, tenure.anew_after];
        let periods = periods.into_iter().chain([tenure.staggered.map(|(_, within)| within)]).flatten();
        if periods.into_iter().any(|period| period.unit == Unit::WorkingDays) {
            // No calendar says which days those are.
            proof.lack(Lacking::Breach(Breach::UnknownDays), provision, Gap::Unknown, at);
        }
        if self.absent([NodeKind::Member], [EdgeKind::MemberOf]) == Gap::Unknown {
            proof.lack(Lacking::Unread, provision, Gap::Unknown, at);
        }
        let all = if names_role(&tenure.of) {
            self.in_role_on(body, |_| true, None)
        } else {
            self.members_also_in(body, &seats_named(graph, &tenure.of), None)
        };
        let mut terms = Vec::new();
        let mut unsure: Vec<Term<'_>> = Vec::new();
        let mut unsaid: Vec<Term<'_>> = Vec::new();
        for member in self.sorted(all) {
            if !self.keep() {
                return proof;
            }
            let Some(data) = graph.downcast::<Member>(member).map(|id| graph.get(id)) else { continue };
            let term = Term { member, data, stay: Stay::of_member(data) };
            match self.in_group(member, &tenure.of) {
                Truth::No => {}
                Truth::Unsaid => unsaid.push(term),
                truth if truth == Truth::Unread || self.is_doubted(member) => {
                    unsure.push(term);
                    proof.lack(Lacking::Unread, member, Gap::Unknown, at);
                }
                _ => terms.push(term),
            }
        }
        let now = self.now(body).and_then(Days::of);
        let lasting = |proof: &mut Proof, terms: &[Term<'_>]| {
            for term in terms {
                self.length(proof, term, tenure, now, at);
            }
            if again {
                self.again(proof, terms, tenure, now, at);
            }
            if let Some(event) = tenure.ends_with {
                self.ends_with(proof, provision, terms, event, tenure.ends_within, now, at);
            }
            if tenure.covers_meetings {
                self.covers_meetings(proof, body, terms, at);
            }
        };
        if !unsaid.is_empty() {
            // More terms break what fewer keep, and never the other way round: where all together keep it, it does not matter who is meant. Of those that end
            // together a share may be allowed.
            let everybody: Vec<Term<'_>> = terms.iter().chain(&unsaid).copied().collect();
            let mut together = Proof::default();
            lasting(&mut together, &everybody);
            if tenure.staggered.is_some() || !together.lacks.is_empty() {
                for term in &unsaid {
                    proof.lack(Lacking::Nothing, term.member, Gap::Pending, at);
                }
            }
        }
        let looked_at = terms.len() + unsaid.len();
        unsure.append(&mut unsaid);
        lasting(&mut proof, &terms);
        if let Some((bounds, within)) = tenure.staggered {
            let unsure = unsure.iter().filter(|term| self.is_current(term.member)).count();
            let open = self.open_places(body).into_iter();
            let open: u64 = open.filter(|open| chance(graph, open.seat, &tenure.of).yes).map(|open| open.number).sum();
            self.staggered(&mut proof, provision, &terms, More { unsure, open }, (bounds, within), at);
        }
        if proof.lacks.is_empty() && looked_at > 0 {
            proof.witness(Shows::Terms(looked_at), provision, Vec::new());
        }
        proof
    }

    /// How long one term lasts.
    fn length(&self, proof: &mut Proof, term: &Term<'_>, tenure: &Tenure, now: Option<Days>, at: Span) {
        if tenure.at_least.is_none() && tenure.at_most.is_none() && tenure.in_all.is_none() {
            return;
        }
        let member = term.member;
        let Some(from) = term.from() else {
            proof.lack(Lacking::Breach(Breach::TermUnknown { key: "from" }), member, Gap::Pending, at);
            return;
        };
        let mut unclear = false;
        if let Some((at_most, allowed)) = tenure.at_most.and_then(|period| Some((period, later(period, from)?)))
            && let Some(end) = term.to().or(now)
        {
            match by(end, allowed) {
                Came::In => {}
                Came::Unclear => unclear = true,
                Came::Out => {
                    let breach = Breach::TermTooLong { at_most, until: allowed.last };
                    proof.lack(Lacking::Breach(breach), member, Gap::Contrary, at);
                }
            }
        }
        if let Some((at_least, full)) = tenure.at_least.and_then(|period| Some((period, later(period, from)?)))
            && let Some(end) = term.to()
        {
            let full = full.map(yesterday);
            if end.is_before(full) {
                let breach = Breach::TermTooShort { at_least, until: full.first };
                proof.lack(Lacking::Breach(breach), member, Gap::Contrary, at);
            } else if !full.is_by(end) {
                unclear = true;
            }
        }
        if unclear {
            proof.lack(Lacking::Undated, member, Gap::Pending, at);
        }
    }

    /// How often one person is appointed, and for how long in all.
    ///
    /// Of two memberships of which one lies within the other, as in two seats at the same time, one is the other's term; those that follow each other are
    /// several, whatever the seats, with or without a gap or some days in common between them, unless the count begins anew after one so long. O(members × log members).
    fn again(&self, proof: &mut Proof, terms: &[Term<'_>], tenure: &Tenure, now: Option<Days>, at: Span) {
        let mut persons: BTreeMap<&str, Vec<&Term<'_>>> = BTreeMap::new();
        let mut nameless: Vec<&Term<'_>> = Vec::new();
        for term in terms {
            match term.person() {
                Some(person) => persons.entry(person).or_default().push(term),
                None => nameless.push(term),
            }
        }
        let groups: Vec<Vec<&Term<'_>>> =
            persons.into_values().chain(nameless.iter().map(|&term| vec![term])).collect();
        let mut unclear = FxHashSet::default();
        let mut longest = 0;
        for group in &groups {
            let (certain, possible) =
                (runs::certain(group, tenure.anew_after), runs::possible(group, tenure.anew_after));
            let last = |run: &[&Term<'_>]| run.iter().max_by_key(|term| term.stay.from.first).map(|term| term.member);
            if let Some(most) = tenure.renewed.map(|renewed| u64::from(renewed) + 1) {
                // Somebody without a name may have sat between two runs.
                longest = longest.max(apart(group, Reading::Emptiest));
                let follow = |run: &runs::Run<'_, '_>, reading| (apart(run, reading), last(run));
                let certain = certain.iter().map(|run| follow(run, Reading::Fullest)).max_by_key(|(terms, _)| *terms);
                let possible =
                    possible.iter().map(|run| follow(run, Reading::Emptiest)).max_by_key(|(terms, _)| *terms);
                if let Some((terms, Some(last))) = certain.filter(|(terms, _)| *terms > most) {
                    let breach = Breach::TooManyTerms { terms, most, anew_after: tenure.anew_after };
                    proof.lack(Lacking::Breach(breach), last, Gap::Contrary, at);
                } else if let Some((_, Some(last))) = possible.filter(|(terms, _)| *terms > most)
                    && unclear.insert(last)
                {
                    proof.lack(Lacking::Undated, last, Gap::Pending, at);
                }
            }
            if let Some(at_most) = tenure.in_all {
                let too_long = certain.iter().rev().find_map(|run| match in_all(run, at_most, now) {
                    (until, Came::Out) => Some((until, last(run)?)),
                    _ => None,
                });
                let unsure = possible.iter().rev().find(|run| in_all(run, at_most, now).1 != Came::In);
                if let Some((until, last)) = too_long {
                    let breach = Breach::TooLongInAll { at_most, until, anew_after: tenure.anew_after };
                    proof.lack(Lacking::Breach(breach), last, Gap::Contrary, at);
                } else if let Some(last) = unsure.and_then(|run| last(run))
                    && unclear.insert(last)
                {
                    proof.lack(Lacking::Undated, last, Gap::Pending, at);
                }
            }
        }
        // Those of whom nobody says who they are may be one person, or one of those who are named.
        let Some(first) = nameless.first().filter(|_| terms.len() > 1) else { return };
        let everybody: Vec<&Term<'_>> = terms.iter().collect();
        let together = runs::possible(&everybody, tenure.anew_after);
        let too_often = tenure.renewed.is_some_and(|renewed| {
            let bound = apart(&nameless, Reading::Emptiest) + longest;
            let most = together.iter().map(|run| apart(run, Reading::Emptiest)).max().unwrap_or(0);
            bound.min(most) > u64::from(renewed) + 1
        });
        let too_long =
            tenure.in_all.is_some_and(|at_most| together.iter().any(|run| in_all(run, at_most, now).1 != Came::In));
        if too_often || too_long {
            proof.lack(Lacking::Breach(Breach::TermUnknown { key: "person" }), first.member, Gap::Pending, at);
        }
    }

    /// Whether terms that had begun before an event ended with it.
    #[expect(clippy::too_many_arguments, reason = "what is asked, of whom, when and where it stands")]
    fn ends_with(
        &self,
        proof: &mut Proof,
        provision: NodeId,
        terms: &[Term<'_>],
        event: Target,
        within: Option<Period>,
        now: Option<Days>,
        at: Span,
    ) {
        let Some((event, data)) = self.fact_meant(event) else {
            proof.lack(Lacking::Unresolved, provision, Gap::Unknown, at);
            return;
        };
        if self.graph.head(event).damaged || self.graph.unread().contains(NodeKind::Fact) {
            proof.lack(Lacking::Unread, event, Gap::Unknown, at);
            return;
        }
        if data.holds == Some(false) {
            return;
        }
        let Some(day) = data.on.and_then(|on| Days::of(on.date)) else {
            proof.lack(Lacking::Undated, event, Gap::Pending, at);
            return;
        };
        let Some(allowed) = within.map_or(Some(day), |period| later(period, day)) else { return };
        for term in terms {
            let Some(came) = term.to().or(now).map(|end| by(end, allowed)).filter(|came| *came != Came::In) else {
                continue;
            };
            // Whoever came with the event or after it is not ended by it.
            match term.from() {
                None => {
                    let breach = Breach::TermUnknown { key: "from" };
                    proof.lack(Lacking::Breach(breach), term.member, Gap::Pending, at);
                }
                Some(from) if day.is_by(from) => {}
                Some(from) if from.is_before(day) && came == Came::Out => {
                    let breach = Breach::OutlastsEvent { event, until: allowed.last };
                    proof.lack(Lacking::Breach(breach), term.member, Gap::Contrary, at);
                }
                Some(_) => proof.lack(Lacking::Undated, term.member, Gap::Pending, at),
            }
        }
    }

    /// Whether the terms of those who sit now end one after the other. Terms of which only the month or the year is known in which they end are too close
    /// together if they are on whichever day of it they end. A share of more members may allow more: of whom it is not known whether they count, and whoever
    /// comes to an open place. O(members × log members).
    fn staggered(
        &self,
        proof: &mut Proof,
        provision: NodeId,
        terms: &[Term<'_>],
        more: More,
        (bounds, within): (AmountBounds, Period),
        at: Span,
    ) {
        let current: Vec<&Term<'_>> = terms.iter().filter(|term| self.is_current(term.member)).collect();
        let Some(most) = bounds.heads(current.len() as u64, Rounding::Exact).most else { return };
        let ends: Vec<(Days, NodeId)> = current.iter().filter_map(|term| Some((term.to()?, term.member))).collect();
        if ends.is_empty() && current.len() as u64 > most {
            // All of them may end on one day.
            for term in current {
                proof.lack(Lacking::Undated, term.member, Gap::Pending, at);
            }
            return;
        }
        let days: Vec<Days> = ends.iter().map(|(to, _)| *to).collect();
        let Some((worst, from)) = together(&days, within) else { return };
        let allowed = |more: u64| bounds.heads(current.len() as u64 + more, Rounding::Exact).most.unwrap_or(u64::MAX);
        if worst as u64 > allowed(more.unsure as u64).max(most) {
            let gap = if worst as u64 > allowed(more.unsure as u64 + more.open) { Gap::Contrary } else { Gap::Absent };
            let Some(next) = after(within, from) else { return };
            let close = ends.iter().filter(|(to, _)| from <= to.first && to.last < next);
            let members = self.sorted(close.map(|(_, member)| *member).collect());
            let breach = Breach::EndTogether { members, most, within, from };
            proof.lack(Lacking::Breach(breach), provision, gap, at);
        } else if possibly_together(&days, within).is_some_and(|possible| possible as u64 > most) {
            for (_, member) in ends.into_iter().filter(|(to, _)| !to.is_exact()) {
                proof.lack(Lacking::Undated, member, Gap::Pending, at);
            }
        }
    }

    /// Whether a meeting comes after a term, while the place is empty. Each place that was left is held against the first such meeting.
    fn covers_meetings(&self, proof: &mut Proof, body: NodeId, terms: &[Term<'_>], at: Span) {
        self.lost_meetings(proof, at);
        let end = self.graph.downcast::<Body>(body).and_then(|id| self.graph.get(id).to).map(|to| to.date);
        let end = end.map_or(Days::END, |end| Days::of(end).unwrap_or(Days::END));
        let mut meetings: Vec<(Days, NodeId)> = Vec::new();
        for &(meeting, on) in self.meetings_of(body, None).iter() {
            // After its end a body has no meetings, and nobody has to be there.
            if let Some(day) = on.and_then(Days::of).filter(|day| !end.is_before(*day)) {
                meetings.push((day, meeting));
            }
        }
        meetings.sort_by_key(|(day, _)| (day.first, day.last));
        // Of the meetings from here on, the one that is over first, on whichever of its days it is; the earliest of several.
        let mut soonest: Vec<(Date, NodeId)> = meetings.iter().map(|(day, meeting)| (day.last, *meeting)).collect();
        for at in (1..soonest.len()).rev() {
            if let Some((before, after)) = soonest
                .get_mut(..=at)
                .and_then(|part| part.split_last_mut())
                .and_then(|(after, part)| Some((part.last_mut()?, after)))
                && after.0 < before.0
            {
                *before = *after;
            }
        }
        // Of the meetings up to here, the one that can be latest.
        let mut latest: Vec<(Date, NodeId, bool)> = Vec::with_capacity(meetings.len());
        for (day, meeting) in &meetings {
            let own = (day.last, *meeting, day.is_exact());
            latest.push(latest.last().copied().filter(|before| before.0 >= day.last).unwrap_or(own));
        }
        let asked: FxHashSet<NodeId> = terms.iter().map(|term| term.member).collect();
        for mut sitting in self.sittings(body) {
            // Who sits to a month or a year sits to its last day.
            for (_, stay) in &mut sitting.members {
                stay.to.first = stay.to.last;
            }
            let data = sitting.seat.and_then(|seat| self.graph.downcast::<Seat>(seat)).map(|id| self.graph.get(id));
            let places = match (data, sitting.seat) {
                (Some(data), Some(_)) => u64::from(data.places),
                _ => u64::MAX,
            };
            let seatless = sitting.seat.is_none() && self.seats(body).next().is_some();
            let nobody = self.nobody_followed(body, sitting.seat);
            // Those who may have come on several days, by the first of them, with the last one of any so far.
            let unclear = sitting.members.iter().map(|(_, stay)| stay.from).filter(|from| !from.is_exact());
            let mut unclear: Vec<(Date, Date)> = unclear.map(|from| (from.first, from.last)).collect();
            unclear.sort_unstable();
            let mut farthest = Date::MIN;
            for (_, last) in &mut unclear {
                farthest = farthest.max(*last);
                *last = farthest;
            }
            let may_follow = |left: Date, day: Date| {
                let came = unclear.partition_point(|(first, _)| *first <= day).checked_sub(1);
                came.and_then(|at| unclear.get(at)).is_some_and(|(_, last)| *last > left)
            };
            let mut told = false;
            for gone in successions(&sitting.members, places, Date::MAX, Reading::Fullest) {
                let next = meetings.partition_point(|(day, _)| day.first <= gone.last);
                let Some(&(day, meeting)) = soonest.get(next).filter(|_| asked.contains(&gone.member)) else {
                    continue;
                };
                if !self.keep() {
                    return;
                }
                if gone.next.is_some_and(|(_, from)| from <= day) {
                    continue;
                }
                told = true;
                let gap = match nobody {
                    Gap::Absent if seatless || may_follow(gone.last, day) => Gap::Pending,
                    Gap::Absent if self.is_past_day(day) => Gap::Contrary,
                    gap => gap,
                };
                proof.lack(Lacking::Breach(Breach::EndsBefore { meeting }), gone.member, gap, at);
            }
            for gone in successions(&sitting.members, places, Date::MAX, Reading::Emptiest) {
                let until = gone.next.map_or(Date::MAX, |(_, from)| from);
                // Between a day and the next no meeting can be.
                if yesterday(until) <= gone.last {
                    continue;
                }
                let before = meetings.partition_point(|(day, _)| day.first < until);
                let last = before.checked_sub(1).and_then(|at| latest.get(at)).filter(|(day, ..)| *day > gone.last);
                if let Some(&(_, meeting, exact)) = last
                    && asked.contains(&gone.member)
                    && !told
                {
                    // It is the meeting of which more has to be known, where it is not known on which day it is.
                    let undated = if exact { gone.member } else { meeting };
                    proof.lack(Lacking::Undated, undated, Gap::Pending, at);
                }
            }
        }
    }

    fn is_past_day(&self, day: Date) -> bool {
        self.as_of.and_then(Days::of).is_some_and(|now| day < now.first)
    }
}

/// The days a period after some.
fn later(period: Period, days: Days) -> Option<Days> {
    Some(Days { first: after(period, days.first)?, last: after(period, days.last)? })
}

/// The most terms that end within a time on whichever of their days they do, and the first day of that time; of several such times the first.
/// `None` for working days, which need a calendar. O(terms × log terms).
fn together(ends: &[Days], within: Period) -> Option<(usize, Date)> {
    let mut by_first: Vec<usize> = (0..ends.len()).collect();
    by_first.sort_by_key(|&at| ends.get(at).map(|end| end.first));
    let mut by_last: Vec<usize> = (0..ends.len()).collect();
    by_last.sort_by_key(|&at| ends.get(at).map(|end| end.last));
    let (mut worst, mut from) = (0, Date::MIN);
    // A time that begins before the first day of any of them could as well begin with that day. Those end within it that end before it does, without those
    // that may end before it begins.
    let mut begun = vec![false; ends.len()];
    let mut over = vec![false; ends.len()];
    let (mut number, mut start, mut end) = (0, 0, 0);
    while let Some(first) = by_first.get(start).and_then(|&at| ends.get(at)).map(|end| end.first) {
        let next = after(within, first)?;
        while let Some(&at) = by_last.get(end).filter(|&&at| ends.get(at).is_some_and(|end| end.last < next)) {
            end += 1;
            if let Some(over) = over.get_mut(at) {
                *over = true;
            }
            number += usize::from(begun.get(at) == Some(&false));
        }
        if number > worst {
            (worst, from) = (number, first);
        }
        while let Some(&at) = by_first.get(start).filter(|&&at| ends.get(at).is_some_and(|end| end.first == first)) {
            start += 1;
            if let Some(begun) = begun.get_mut(at) {
                *begun = true;
            }
            number -= usize::from(over.get(at) == Some(&true));
        }
    }
    Some((worst, from))
}

/// The most terms that may end within a time, if each ends on whichever of its days suits. O(terms × log terms).
fn possibly_together(ends: &[Days], within: Period) -> Option<usize> {
    let mut firsts: Vec<Date> = ends.iter().map(|end| end.first).collect();
    let mut lasts: Vec<Date> = ends.iter().map(|end| end.last).collect();
    firsts.sort_unstable();
    lasts.sort_unstable();
    let mut most = 0;
    // A time can begin later until it begins on the last day of one of them.
    for (over, day) in lasts.iter().enumerate() {
        let next = after(within, *day)?;
        // In no time at all nothing ends.
        if *day < next {
            most = most.max(firsts.partition_point(|first| *first < next).saturating_sub(over));
        }
    }
    Some(most)
}

/// How many terms follow each other: as many as certainly do, where the days are read as close to each other as they can be, else as many as may. Two are
/// one only if one lies within the other, so that each begins and ends after the one before it. O(terms × log terms).
fn apart(terms: &[&Term<'_>], reading: Reading) -> u64 {
    let mut all: Vec<(Days, Days)> = terms.iter().map(|term| ends(term)).collect();
    let mut unclear = 0;
    if reading == Reading::Emptiest {
        // Whatever days they are, each of those of which they are not known is one more at most.
        all.retain(|(from, to)| from.is_exact() && to.is_exact());
        unclear = terms.len() - all.len();
    }
    let mut coming: Vec<usize> = (0..all.len()).collect();
    coming.sort_by_key(|&at| all.get(at).map(|(from, _)| from.first));
    // Those that have begun for certain, by that day: how many follow each other up to each, and the last day on which it ends.
    let mut begun: BTreeMap<Date, Vec<(usize, Date)>> = BTreeMap::new();
    // For so many that follow each other, the earliest day on which the last of them has ended.
    let mut earliest: Vec<Date> = Vec::new();
    for (from, to) in coming.into_iter().filter_map(|at| all.get(at)) {
        while let Some(entry) = begun.first_entry().filter(|entry| *entry.key() < from.first) {
            for (number, end) in entry.remove() {
                match earliest.get_mut(number) {
                    Some(day) => *day = end.min(*day),
                    None => earliest.push(end),
                }
            }
        }
        let before = earliest.partition_point(|end| *end < to.first);
        begun.entry(from.last).or_default().push((before, to.last));
    }
    let last = begun.into_values().flatten().map(|(before, _)| before + 1).max().unwrap_or(0);
    (last.max(earliest.len()) + unclear) as u64
}

/// The days on which a term begins and ends: it begins before it ends, and runs on where nobody says when it ends.
fn ends(term: &Term<'_>) -> (Days, Days) {
    let to = term.to().unwrap_or(Days::END);
    let from = term.from().unwrap_or(Days { first: Date::MIN, last: yesterday(to.last) });
    (Days { first: from.first, last: from.last.min(to.last) }, Days { first: to.first.max(from.first), last: to.last })
}

/// Whether all terms together are at most so long, and the last day that would do: what lies between them does not count. O(terms × log terms).
fn in_all(terms: &[&Term<'_>], at_most: Period, now: Option<Days>) -> (Date, Came) {
    let read = |reading: Reading| {
        let mut days: Vec<(Date, Date)> = terms
            .iter()
            .filter_map(|term| {
                let (from, to) = (term.from()?, term.to().or(now)?);
                let (from, to) = match reading {
                    Reading::Emptiest => (from.last, to.first),
                    Reading::Fullest => (from.first, to.last),
                };
                (from <= to).then_some((from, to))
            })
            .collect();
        days.sort_unstable();
        let (first, _) = days.first()?;
        let mut until = after(at_most, *first)?;
        let mut end = *first;
        for (from, to) in days {
            if let Ok(gap) = end.until(from)
                && gap.get_days() > 1
            {
                until = until.checked_add(jiff::Span::new().days(gap.get_days() - 1)).unwrap_or(Date::MAX);
            }
            end = end.max(to);
        }
        Some((until, end))
    };
    let exact = terms.iter().filter_map(|term| term.from()).all(Days::is_exact);
    // Months and years are longer or shorter by up to three days, whichever day they begin on.
    let slack = jiff::Span::new().days(if exact { 0 } else { 3 });
    let (least, most) = (read(Reading::Emptiest), read(Reading::Fullest));
    if let Some((until, end)) = least
        && until.checked_add(slack).is_ok_and(|until| end > until)
    {
        return (until, Came::Out);
    }
    match most {
        Some((until, end)) if until.checked_sub(slack).is_ok_and(|until| end > until) => (until, Came::Unclear),
        Some((until, _)) => (until, Came::In),
        None => (Date::MAX, Came::In),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        document::workspace::Stage,
        fault::{FaultKind, Unclear},
        ledger::{Entry, Judging, Ledger, Verdict},
        prove::tests::{entry, verdict},
    };

    fn terms(tenure: &str) -> String {
        format!(
            "bodies: {{ board: {{ seats: {{ s: {{ }}, t: {{ places: 2 }}, many: {{ places: 9 }} }}, tenure: {{ {tenure}, clause: A }} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
        )
    }

    fn members(all: &[&str]) -> String {
        crate::prove::tests::members("body: board", all)
    }

    fn on(tenure: &str, all: &[&str], as_of: &str) -> Verdict {
        verdict(&terms(tenure), &members(all), Some(as_of))
    }

    #[test]
    fn a_term_ends_on_the_day_before_or_on_the_day_itself() {
        let at_most =
            |from: &str, to: &str| on("at-most: 4 years", &[&format!("from: {from}, to: {to}")], "2016-01-01");
        for (from, to, expected) in [
            ("2014-01-01", "2017-12-31", Verdict::Met),
            ("2014-01-01", "2018-01-01", Verdict::Met),
            ("2014-01-01", "2018-01-02", Verdict::Unmet),
            ("2016-02-29", "2020-02-29", Verdict::Met),
            ("2016-02-29", "2020-03-01", Verdict::Unmet),
            ("2014", "2017", Verdict::Met),
            ("2014", "2018", Verdict::Open),
            ("2014", "2019", Verdict::Unmet),
            ("2014-01", "2018-01", Verdict::Open),
        ] {
            assert_eq!(at_most(from, to), expected, "{from} {to}");
        }
        let at_least =
            |from: &str, to: &str| on("at-least: 1 month", &[&format!("from: {from}, to: {to}")], "2018-01-01");
        for (from, to, expected) in [
            ("2018-01-01", "2018-01-31", Verdict::Met),
            ("2018-01-01", "2018-01-30", Verdict::Unmet),
            ("2018-01-31", "2018-02-27", Verdict::Met),
            ("2018-01-31", "2018-02-26", Verdict::Unmet),
            ("2018-01", "2018-02", Verdict::Open),
            ("2018-01", "2018-03", Verdict::Met),
        ] {
            assert_eq!(at_least(from, to), expected, "{from} {to}");
        }
    }

    #[test]
    fn a_term_without_an_end_runs_on() {
        let runs = |as_of: Option<&str>| verdict(&terms("at-most: 4 years"), &members(&["from: 2014-01-01"]), as_of);
        assert_eq!(runs(Some("2018-01-01")), Verdict::Met);
        assert_eq!(runs(Some("2018-01-02")), Verdict::Unmet);
        assert_eq!(runs(Some("2018")), Verdict::Open);
        assert_eq!(runs(None), Verdict::Met);
        let ended = terms("at-most: 4 years").replace("board: {", "board: { to: 2017-12-31,");
        assert_eq!(verdict(&ended, &members(&["from: 2014-01-01"]), Some("2020-01-01")), Verdict::Met);
        // Nobody says when it began.
        assert_eq!(on("at-most: 4 years", &["to: 2018-01-01"], "2018-01-01"), Verdict::Open);
        assert_eq!(on("at-most: 4 working-days", &["from: 2018-01-01"], "2018-01-01"), Verdict::Error);
    }

    #[test]
    fn only_terms_of_the_group_are_held_against_it() {
        let long = ["seat: s, from: 2010-01-01", "seat: t, from: 2017-01-01"];
        assert_eq!(on("at-most: 4 years", &long, "2018-01-01"), Verdict::Unmet);
        assert_eq!(on("at-most: 4 years, for: { seat: t }", &long, "2018-01-01"), Verdict::Met);
        let observer = ["role: observer, from: 2010-01-01", "seat: t, from: 2017-01-01"];
        assert_eq!(on("at-most: 4 years", &observer, "2018-01-01"), Verdict::Met);
        assert_eq!(on("at-most: 4 years, for: { role: observer }", &observer, "2018-01-01"), Verdict::Unmet);
    }

    #[test]
    fn terms_of_one_person_are_counted_whatever_the_seats() {
        let first = "person: x, seat: s, from: 2010-01-01, to: 2013-12-31";
        let second = "person: x, seat: t, from: 2014-01-01, to: 2017-12-31";
        let third = "person: x, seat: s, from: 2018-01-01";
        let other = "person: y, seat: s, from: 2018-01-01";
        assert_eq!(on("renewed: 1", &[first, second, other], "2018-06-01"), Verdict::Met);
        assert_eq!(on("renewed: 1", &[first, second, third], "2018-06-01"), Verdict::Unmet);
        assert_eq!(on("renewed: 0", &[first, second], "2018-06-01"), Verdict::Unmet);
        // Two seats at a time are one term.
        let beside = "person: x, seat: t, from: 2011-01-01, to: 2013-12-31";
        assert_eq!(on("renewed: 0", &[first, beside], "2018-06-01"), Verdict::Met);
        // Whether the first lies within the second is not known, or of no account where it cannot.
        let unsure = |from: &str| format!("person: x, seat: t, from: {from}, to: 2015-12-31");
        assert_eq!(on("renewed: 0", &[first, &unsure("2010")], "2018-06-01"), Verdict::Open);
        assert_eq!(on("renewed: 0", &[first, &unsure("2013")], "2018-06-01"), Verdict::Unmet);
    }

    #[test]
    fn the_count_begins_anew_after_a_break() {
        let first = "person: x, seat: s, from: 2010-01-01, to: 2013-12-31";
        let second = "person: x, seat: t, from: 2014-01-01, to: 2017-12-31";
        let again = |anew: &str, days: &str| {
            let third = format!("person: x, seat: s, {days}");
            on(&format!("renewed: 1{anew}"), &[first, second, &third], "2018-06-01")
        };
        assert_eq!(again("", "from: 2026-01-01"), Verdict::Unmet);
        let consecutive = ", anew-after: 1 day";
        assert_eq!(again(consecutive, "from: 2026-01-01"), Verdict::Met);
        for (days, expected) in [
            ("from: 2018-01-01", Verdict::Unmet),
            ("from: 2018-01-02", Verdict::Met),
            ("from: 2018", Verdict::Open),
            ("from: 2018-02", Verdict::Met),
            // Nobody says when it began: it may have followed on the second.
            ("to: 2021-12-31", Verdict::Open),
        ] {
            assert_eq!(again(consecutive, days), expected, "{days}");
        }
        for (days, expected) in [
            ("from: 2019-12-30", Verdict::Unmet),
            // The last day of the second term may also be given as 1 January 2018.
            ("from: 2019-12-31", Verdict::Met),
            ("from: 2020-01-01", Verdict::Met),
            ("from: 2019", Verdict::Open),
            ("from: 2019-11", Verdict::Unmet),
            ("from: 2020", Verdict::Met),
        ] {
            assert_eq!(again(", anew-after: 2 years", days), expected, "{days}");
        }
        // An earlier run that was too long is one still, and the seat between two runs joins them.
        assert_eq!(
            on("renewed: 0, anew-after: 1 year", &[first, second, "person: x, from: 2030-01-01"], "2030-06-01"),
            Verdict::Unmet
        );
        let apart = ["person: x, from: 2010-01-01, to: 2011-12-31", "person: x, from: 2014-01-01, to: 2015-12-31"];
        let between = "person: x, from: 2011-06-01, to: 2014-06-01";
        assert_eq!(on("renewed: 0, anew-after: 1 year", &apart, "2018-06-01"), Verdict::Met);
        assert_eq!(on("renewed: 0, anew-after: 1 year", &[apart[0], apart[1], between], "2018-06-01"), Verdict::Unmet);
        // When the first ended is known by the year alone.
        assert_eq!(
            on(
                "renewed: 0, anew-after: 2 years",
                &["person: x, from: 2010-01-01, to: 2013", "person: x, from: 2015-06-01"],
                "2018-06-01"
            ),
            Verdict::Open
        );
        assert_eq!(on("renewed: 1, anew-after: 2 working-days", &[first, second], "2018-06-01"), Verdict::Error);
    }

    #[test]
    fn time_served_in_all_begins_anew_after_a_break() {
        let first = "person: x, seat: s, from: 2010-01-01, to: 2013-12-31";
        let then = |anew: &str, from: &str| {
            let later = format!("person: x, seat: t, from: {from}, to: 2021-12-31");
            on(&format!("in-all: 8 years{anew}"), &[first, &later], "2018-06-01")
        };
        assert_eq!(then("", "2016-01-01"), Verdict::Unmet);
        assert_eq!(then(", anew-after: 2 years", "2016-01-01"), Verdict::Met);
        assert_eq!(then(", anew-after: 3 years", "2016-01-01"), Verdict::Unmet);
        assert_eq!(then(", anew-after: 2 years", "2015"), Verdict::Open);
        assert_eq!(then(", anew-after: 2 years", "2014"), Verdict::Unmet);
    }

    #[test]
    fn terms_with_some_days_in_common_are_two_and_one_within_another_is_none() {
        let of = |all: &[&str]| {
            let all: Vec<String> = all.iter().map(|days| format!("person: x, seat: s, {days}")).collect();
            on("renewed: 1", &all.iter().map(String::as_str).collect::<Vec<_>>(), "2027-03-01")
        };
        let (first, second) = ("from: 2014-01-01, to: 2018-01-02", "from: 2018-01-01, to: 2022-01-02");
        assert_eq!(of(&[first, second]), Verdict::Met);
        assert_eq!(of(&[first, second, "from: 2022-01-01"]), Verdict::Unmet);
        assert_eq!(of(&["from: 2022-01-01", second, first]), Verdict::Unmet);
        assert_eq!(of(&[first, second, "from: 2018-01-01, to: 2019-01-01"]), Verdict::Met);
        assert_eq!(of(&[first, second, "from: 2015-01-01, to: 2016-01-01"]), Verdict::Met);
        assert_eq!(of(&[first, second, "from: 2014-01-01, to: 2022-01-02"]), Verdict::Met);
        assert_eq!(of(&[first, second, "from: 2022"]), Verdict::Unmet);
        assert_eq!(of(&[first, second, "from: 2018"]), Verdict::Open);
        assert_eq!(of(&[first, second, "from: 2014-01-01, to: 2014"]), Verdict::Open);
    }

    #[test]
    fn terms_of_those_who_may_count_make_a_share_larger() {
        let of = |number: &str, actor: &str, ends: [&str; 2]| {
            let terms = format!(
                "schemes: {{ actor-category: [c1, c2] }}\nactors: {{ x1: {{ category: c1 }}, x2: {{ category: c2 }} }}\nbodies: {{ board: {{ seats: {{ s: {{ places: 2 }} }}, tenure: {{ for: {{ category: c1 }}, staggered: {{ number: {{ at-most: {number} }}, within: 1 year }}, clause: A }} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
            );
            let pact = format!(
                "members:\n  m0: {{ body: board, seat: s, actor: x1, to: {} }}\n  m1: {{ body: board, seat: s{actor}, to: {} }}\n",
                ends[0], ends[1]
            );
            verdict(&terms, &pact, Some("2027-03-01"))
        };
        let apart = ["2028-12-31", "2030-12-31"];
        assert_eq!(of("1/2", ", actor: x1", apart), Verdict::Met);
        assert_eq!(of("1/2", ", actor: x2", apart), Verdict::Unmet);
        assert_eq!(of("1/2", "", apart), Verdict::Open);
        assert_eq!(of("0", "", apart), Verdict::Unmet);
    }

    #[test]
    fn a_term_to_a_year_covers_its_meetings_and_no_meeting_lies_between_two_days() {
        let of = |all: &[&str], on: &str| {
            let pact = format!("{}meetings: {{ g: {{ body: board, on: {on} }} }}\n", members(all));
            verdict(&terms("covers-meetings: true"), &pact, Some("2027-03-01"))
        };
        assert_eq!(of(&["seat: s, from: 2024-01-01, to: 2027"], "2027-04-12"), Verdict::Met);
        assert_eq!(of(&["seat: s, from: 2024-01-01, to: 2027"], "2028-04-12"), Verdict::Unmet);
        let first = "seat: s, from: 2024-01-01, to: 2027-04-15";
        assert_eq!(of(&[first, "seat: s, from: 2027-04-16"], "2027-04"), Verdict::Met);
        assert_eq!(of(&[first, "seat: s, from: 2027-04-15"], "2027-04"), Verdict::Met);
        assert_eq!(of(&[first, "seat: s, from: 2027-04-17"], "2027-04"), Verdict::Open);
        // Whoever came on a day that nobody says may have followed.
        let left = "seat: s, from: 2020-01-01, to: 2024-12-31";
        assert_eq!(of(&[left, "seat: s"], "2025-04-12"), Verdict::Open);
        assert_eq!(of(&["seat: many, from: 2020-01-01, to: 2024-12-31", "seat: many"], "2025-04-12"), Verdict::Open);
        assert_eq!(of(&["seat: s, to: 2024-12-31"], "2025-04-12"), Verdict::Unmet);
    }

    #[test]
    fn who_has_no_name_may_have_sat_in_the_break() {
        let first = "person: x, seat: s, from: 2010-01-01, to: 2013-12-31";
        let third = "person: x, seat: s, from: 2018-01-01";
        let law = "renewed: 1, anew-after: 1 year";
        assert_eq!(on(law, &[first, third], "2018-06-01"), Verdict::Met);
        assert_eq!(on(law, &[first, third, "seat: s, from: 2014-01-01, to: 2017-12-31"], "2018-06-01"), Verdict::Open);
        assert_eq!(on(law, &[first, third, "seat: s, from: 2030-01-01"], "2018-06-01"), Verdict::Met, "another run");
    }

    #[test]
    fn who_has_no_name_may_be_somebody_who_was_there_before() {
        let first = "seat: s, from: 2010-01-01, to: 2013-12-31";
        let second = "seat: s, from: 2014-01-01, to: 2017-12-31";
        assert_eq!(on("renewed: 0", &[first, second], "2018-06-01"), Verdict::Open);
        assert_eq!(on("renewed: 1", &[first, second], "2018-06-01"), Verdict::Met);
        assert_eq!(
            on("renewed: 0", &[second, "seat: t, from: 2014-01-01"], "2018-06-01"),
            Verdict::Met,
            "at the same time"
        );
        assert_eq!(on("in-all: 4 years", &[first, second], "2018-06-01"), Verdict::Open);
        assert_eq!(on("in-all: 8 years", &[first, second], "2018-06-01"), Verdict::Met);
    }

    #[test]
    fn only_time_served_counts_in_all() {
        let first = "person: x, seat: s, from: 2010-01-01, to: 2013-12-31";
        let until = |to: &str| {
            on("in-all: 8 years", &[first, &format!("person: x, seat: t, from: 2016-01-01, to: {to}")], "2018-06-01")
        };
        assert_eq!(until("2020-01-01"), Verdict::Met);
        assert_eq!(until("2020-01-02"), Verdict::Unmet);
        assert_eq!(until("2020"), Verdict::Open);
        assert_eq!(until("2021"), Verdict::Unmet);
        // Two seats at the same time are served once.
        let beside = "person: x, seat: t, from: 2010-01-01, to: 2017-12-31";
        assert_eq!(on("in-all: 8 years", &[first, beside], "2018-06-01"), Verdict::Met);
        assert_eq!(
            on("in-all: 8 years", &[first, "person: x, seat: t, from: 2016-01-01"], "2020-01-02"),
            Verdict::Unmet
        );
    }

    #[test]
    fn a_term_ends_with_an_event_that_comes_after_it_began() {
        let with = |fact: &str, tenure: &str, member: &str, as_of: &str| {
            let terms = format!(
                "{}facts: {{ election: {{ text: E., {fact} }} }}\n",
                terms(&format!("ends-with: election{tenure}"))
            );
            verdict(&terms, &members(&[member]), Some(as_of))
        };
        let dated = "holds: true, on: 2017-11-21";
        assert_eq!(with(dated, "", "from: 2014-01-01, to: 2017-11-21", "2018-01-01"), Verdict::Met);
        assert_eq!(with(dated, "", "from: 2014-01-01, to: 2017-11-22", "2018-01-01"), Verdict::Unmet);
        assert_eq!(
            with(dated, ", ends-within: 6 weeks", "from: 2014-01-01, to: 2018-01-02", "2018-01-01"),
            Verdict::Met
        );
        assert_eq!(
            with(dated, ", ends-within: 6 weeks", "from: 2014-01-01, to: 2018-01-03", "2018-01-01"),
            Verdict::Unmet
        );
        assert_eq!(with(dated, "", "from: 2014-01-01", "2017-11-21"), Verdict::Met);
        assert_eq!(with(dated, "", "from: 2014-01-01", "2017-11-22"), Verdict::Unmet);
        // Who came after the event goes on.
        assert_eq!(with(dated, "", "from: 2017-12-01", "2018-01-01"), Verdict::Met);
        assert_eq!(with(dated, "", "from: 2017-11-21", "2018-01-01"), Verdict::Met);
        assert_eq!(with(dated, "", "from: 2017", "2018-01-01"), Verdict::Open);
        assert_eq!(with(dated, "", "to: 2018-01-01", "2018-01-01"), Verdict::Open);
        assert_eq!(with("holds: true", "", "from: 2014-01-01", "2018-01-01"), Verdict::Open);
        assert_eq!(
            with("holds: true, on: 2017-11", "", "from: 2014-01-01, to: 2017-11-15", "2018-01-01"),
            Verdict::Open
        );
    }

    #[test]
    fn terms_that_end_close_together_are_told_with_the_worst_time() {
        let tenure = "staggered: { number: { at-most: 1/3 }, within: 1 year }";
        let ends = |days: &[&str]| {
            let all: Vec<String> = days.iter().map(|day| format!("seat: many, from: 2016-01-01, to: {day}")).collect();
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            entry(&terms(tenure), &members(&all), Some("2017-01-01"), |_, entry: &Entry| {
                let told = entry.lacks().iter().find_map(|lack| match &lack.what {
                    Lacking::Breach(Breach::EndTogether { members, most, from, .. }) => {
                        Some((members.len(), *most, from.to_string()))
                    }
                    _ => None,
                });
                (entry.verdict, told)
            })
        };
        assert_eq!(ends(&["2017-12-31", "2018-12-31", "2019-12-31"]), (Verdict::Met, None));
        assert_eq!(
            ends(&["2017-12-31", "2018-12-30", "2019-12-31"]),
            (Verdict::Unmet, Some((2, 1, "2017-12-31".to_owned())))
        );
        assert_eq!(
            ends(&["2017-12-31", "2018-12-30", "2019-12-30", "2019-12-30", "2020-06-01", "2022-01-01"]),
            (Verdict::Unmet, Some((3, 2, "2019-12-30".to_owned())))
        );
        assert_eq!(ends(&["2017-12-31", "2018", "2019-12-31"]).0, Verdict::Open);
        // A month that lies within the year after a day lies there on whichever of its days.
        assert_eq!(ends(&["2018-03", "2018-03-31", "2022"]), (Verdict::Unmet, Some((2, 1, "2018-03-01".to_owned()))));
        assert_eq!(ends(&["2018", "2018", "2022"]), (Verdict::Unmet, Some((2, 1, "2018-01-01".to_owned()))));
        assert_eq!(ends(&["2018", "2019-01-01", "2022"]).0, Verdict::Open, "within a year, or a year and a day");
        assert_eq!(ends(&["2018", "2020", "2022"]), (Verdict::Met, None), "however they end");
        // Who has left does not count.
        assert_eq!(
            ends(&["2016-06-01", "2016-07-01", "2016-08-01", "2018-01-01", "2019-01-01", "2020-01-01"]).0,
            Verdict::Met
        );
    }

    proptest! {
        /// Against every day on which a time can begin, and every completion of the days that are not known.
        #[test]
        fn terms_end_together_as_far_as_is_known(
            ends in prop::collection::vec((0..12_i32, 0..3_i32), 0..5),
            within in 0..6_u32,
        ) {
            let day = |n: i32| Date::constant(2018, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap();
            let days: Vec<Days> =
                ends.iter().map(|(first, more)| Days { first: day(*first), last: day(first + more) }).collect();
            let period = Period { number: within, unit: Unit::Days };
            let most = |exact: &[i32]| {
                let in_time = |start: i32| exact.iter().filter(|&&end| (start..start + within.cast_signed()).contains(&end)).count();
                (0..15).map(in_time).max().unwrap_or(0)
            };
            let mut completions: Vec<Vec<i32>> = vec![Vec::new()];
            for (first, more) in &ends {
                let further = |one: &Vec<i32>| (0..=*more).map(|n| [one.clone(), vec![first + n]].concat()).collect::<Vec<_>>();
                completions = completions.iter().flat_map(further).collect();
            }
            let (least, greatest) = completions.iter().fold((usize::MAX, 0), |(least, greatest), one| {
                (least.min(most(one)), greatest.max(most(one)))
            });
            let (certain, from) = together(&days, period).unwrap();
            prop_assert!(certain <= least);
            prop_assert_eq!(possibly_together(&days, period), Some(greatest));
            if days.iter().all(|end| end.is_exact()) {
                prop_assert_eq!(certain, greatest);
            }
            let next = after(period, from).unwrap();
            prop_assert_eq!(days.iter().filter(|end| from <= end.first && end.last < next).count(), certain);
        }
    }

    #[test]
    fn a_term_covers_every_meeting_unless_somebody_follows() {
        let meets = |all: &[&str], meetings: &[&str], as_of: &str| {
            let meetings: String =
                meetings.iter().enumerate().map(|(at, on)| format!("  g{at}: {{ body: board, on: {on} }}\n")).collect();
            let pact = format!("{}meetings:\n{meetings}", members(all));
            entry(&terms("covers-meetings: true"), &pact, Some(as_of), |graph, entry: &Entry| {
                let told: Vec<String> = entry
                    .lacks()
                    .iter()
                    .filter_map(|lack| match lack.what {
                        Lacking::Breach(Breach::EndsBefore { meeting }) => {
                            Some(format!("{} {} {:?}", graph.name(lack.subject), graph.name(meeting), lack.gap))
                        }
                        _ => None,
                    })
                    .collect();
                (entry.verdict, told.join(", "))
            })
        };
        let of = |verdict, told: &str| (verdict, told.to_owned());
        let left = "seat: s, from: 2014-01-01, to: 2017-12-31";
        assert_eq!(meets(&[left], &["2017-12-31"], "2018-06-01"), of(Verdict::Met, ""));
        assert_eq!(meets(&[left], &["2018-03-01", "2018-02-01"], "2018-06-01"), of(Verdict::Unmet, "m0 g1 Contrary"));
        assert_eq!(meets(&[left], &["2018-03-01"], "2018-03-01"), of(Verdict::Unmet, "m0 g0 Absent"));
        assert_eq!(meets(&[left, "seat: s, from: 2018-03-01"], &["2018-03-01"], "2018-06-01"), of(Verdict::Met, ""));
        assert_eq!(
            meets(&[left, "seat: s, from: 2018-03-02"], &["2018-03-01"], "2018-06-01"),
            of(Verdict::Unmet, "m0 g0 Contrary")
        );
        assert_eq!(
            meets(&[left, "seat: t, from: 2018-01-01"], &["2018-03-01"], "2018-06-01"),
            of(Verdict::Unmet, "m0 g0 Contrary")
        );
        // Whichever day of the month or the year it is on, it comes after the end.
        assert_eq!(meets(&[left], &["2018-03"], "2018-06-01"), of(Verdict::Unmet, "m0 g0 Contrary"));
        assert_eq!(meets(&[left], &["2019"], "2018-06-01"), of(Verdict::Unmet, "m0 g0 Absent"));
        assert_eq!(meets(&[left], &["2017-12"], "2018-06-01"), of(Verdict::Met, ""));
        assert_eq!(meets(&[left, "seat: s, from: 2018-03-15"], &["2018-03"], "2018-06-01"), of(Verdict::Open, ""));
        assert_eq!(
            meets(&[left, "seat: s, from: 2018-04-01"], &["2018-05-01", "2018-03"], "2018-06-01"),
            of(Verdict::Unmet, "m0 g1 Contrary")
        );
        // Of two places the one that was left is not filled by whoever has the other.
        let two = left.replace("seat: s", "seat: t");
        assert_eq!(
            meets(&[&two, "seat: t, from: 2014-01-01"], &["2018-03-01"], "2018-06-01"),
            of(Verdict::Unmet, "m0 g0 Contrary")
        );
        // Who followed and left as well is the one who ends too early.
        let chain = [left, "seat: s, from: 2018-01-01, to: 2018-01-31"];
        assert_eq!(meets(&chain, &["2018-03-01"], "2018-06-01"), of(Verdict::Unmet, "m1 g0 Contrary"));
        assert_eq!(meets(&[left], &["2018"], "2018-06-01"), of(Verdict::Unmet, "m0 g0 Absent"));
        let ended = terms("covers-meetings: true").replace("board: {", "board: { to: 2018-01-31,");
        let pact = format!("{}meetings: {{ g: {{ body: board, on: 2018-03-01 }} }}\n", members(&[left]));
        assert_eq!(verdict(&ended, &pact, Some("2018-06-01")), Verdict::Met);
    }

    #[test]
    fn a_share_of_terms_that_end_together_grows_with_whoever_is_still_to_come() {
        let of = |places: u32, stage: Stage| {
            let terms = format!(
                "bodies: {{ board: {{ seats: {{ s: {{ places: {places} }} }}, tenure: {{ staggered: {{ number: {{ at-most: 1/3 }}, within: 1 year }}, clause: A }} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
            );
            let rows = crate::prove::tests::members(
                "body: board, seat: s",
                &["from: 2016-01-01, to: 2018-12-31", "from: 2016-01-01, to: 2020-12-31"],
            );
            let model = crate::prove::tests::model(&terms, &rows);
            let as_of = crate::document::value::PartialDate::parse("2017-01-01");
            let judging = Judging { as_of, stage, ..Judging::default() };
            Ledger::new(model.graph(), judging).cases[0].entries[0].verdict
        };
        assert_eq!(of(3, Stage::Final), Verdict::Unmet);
        assert_eq!(of(3, Stage::Draft), Verdict::Open);
        assert_eq!(of(2, Stage::Draft), Verdict::Unmet, "nobody can come");
    }

    #[test]
    fn a_key_that_says_nothing_without_another_is_a_fault() {
        let faults = |tenure: &str| {
            let model = crate::prove::tests::model(&terms(tenure), "members: {}\n");
            let alone = |fault: &crate::fault::Fault| match fault.kind {
                FaultKind::UnclearRequirement(Unclear::Alone { key, .. }) => Some(key),
                _ => None,
            };
            model.faults().iter().filter_map(alone).collect::<Vec<_>>()
        };
        assert_eq!(
            faults("at-most: 4 years, anew-after: 2 years, ends-within: 1 month"),
            ["ends-within", "anew-after"]
        );
        assert_eq!(faults("in-all: 4 years, anew-after: 2 years"), [""; 0]);
    }

    #[test]
    fn a_tenure_for_a_seat_is_for_whoever_sits_there() {
        let of = |group: &str, seat: &str| {
            let terms = format!(
                "bodies: {{ board: {{ seats: {{ s: {{}}, pres: {{ counts: false }} }}, tenure: {{ {group} at-most: 4 years, clause: A }} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
            );
            let rows = crate::prove::tests::members("body: board", &[&format!("seat: {seat}, from: 2010-01-01")]);
            verdict(&terms, &rows, Some("2018-01-01"))
        };
        assert_eq!(of("for: { seat: pres },", "pres"), Verdict::Unmet);
        assert_eq!(of("for: { none-of: { seat: s } },", "s"), Verdict::Open, "nobody sits elsewhere");
        assert_eq!(of("", "s"), Verdict::Unmet);
        assert_eq!(of("", "pres"), Verdict::Open, "whoever does not count is meant only by name");
    }

    #[test]
    fn terms_that_are_asked_nothing_or_of_which_nobody_says_when_they_end_are_not_met() {
        let with = |tenure: &str, days: &str| {
            let terms = format!(
                "bodies: {{ board: {{ tenure: {{ {tenure}, clause: A }} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
            );
            let pact = format!("members:\n  m1: {{ body: board, {days} }}\n  m2: {{ body: board, {days} }}\n");
            verdict(&terms, &pact, Some("2018-06-01"))
        };
        let days = "from: 2018-01-01, to: 2019-12-31";
        assert_eq!(with("at-least: 1 year", days), Verdict::Met);
        assert_eq!(with("covers-meetings: false", days), Verdict::Open);
        assert_eq!(with("staggered: { number: { at-least: 1/2 }, within: 1 year }", days), Verdict::Open);
        let staggered = "staggered: { number: { at-most: 1/2 }, within: 1 year }";
        assert_eq!(with(staggered, days), Verdict::Unmet);
        assert_eq!(with(staggered, "from: 2018-01-01"), Verdict::Open);
        assert_eq!(with("staggered: { number: { at-most: 2 }, within: 1 year }", "from: 2018-01-01"), Verdict::Met);
    }
}
