//! How long a place may stay empty.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
};

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::succession::{Gone, Reading, successions};
use crate::{
    document::{
        period::{Period, Unit},
        requirement::Step,
    },
    graph::{
        edge::EdgeKind,
        node::{Member, NodeId, NodeKind, Seat},
    },
    prove::{
        Gap, Lacking, Proof, Prover, Shows,
        breach::Breach,
        group::Truth,
        stay::{Days, Stay, after, yesterday},
    },
    source::Span,
};

/// Everybody who ever sat in a seat.
pub(super) struct Sitting {
    /// The seat; nothing for those of whom no seat is known.
    pub(super) seat: Option<NodeId>,
    /// They and their days, sorted.
    pub(super) members: Vec<(NodeId, Stay)>,
}

impl Prover<'_> {
    /// Whoever ever was a member of a body, by seat, sorted.
    pub(super) fn sittings(&self, body: NodeId) -> Vec<Sitting> {
        let mut by_seat: BTreeMap<Option<NodeId>, Vec<(NodeId, Stay)>> = BTreeMap::new();
        for member in self.sorted(self.members_on(body, None)) {
            let mut stay = self.stay(member);
            let said = self.graph.downcast::<Member>(member).is_some_and(|id| self.graph.get(id).from.is_some());
            if !said {
                // They may have come on any day before the one on which they left.
                stay.from = Days { first: Date::MIN, last: yesterday(stay.to.first) };
            }
            by_seat.entry(self.seat_of(member)).or_default().push((member, stay));
        }
        let mut seats: Vec<Sitting> = by_seat.into_iter().map(|(seat, members)| Sitting { seat, members }).collect();
        seats.sort_by(|a, b| match (a.seat, b.seat) {
            (Some(a), Some(b)) => self.graph.order(a, b),
            (a, b) => a.is_some().cmp(&b.is_some()),
        });
        seats
    }

    /// Whether, where it is not known of everybody when they came, each place that was left may have been filled in time.
    fn may_be_followed(&self, sitting: &Sitting, gone: &[Gone], until: Date, filled_within: Period) -> bool {
        if sitting.members.iter().all(|(_, stay)| stay.from.is_exact()) {
            return false;
        }
        self.charge(sitting.members.len() as u64);
        let due = |last| {
            let due = after(filled_within, last).unwrap_or_else(|| within_days(filled_within, last));
            due.max(last.tomorrow().unwrap_or(last))
        };
        // Whoever comes on the day on which another leaves follows.
        let times = gone.iter().map(|gone| (yesterday(gone.last), due(gone.last))).filter(|(_, due)| *due < until);
        can_be_followed(&times.collect::<Vec<_>>(), &sitting.members)
    }

    /// What may be concluded from a place that nobody took.
    pub(super) fn nobody_followed(&self, body: NodeId, seat: Option<NodeId>) -> Gap {
        let doubted = match seat {
            Some(seat) => self.graph.incoming(seat, EdgeKind::Fills),
            None => self.graph.incoming(body, EdgeKind::MemberOf),
        };
        if doubted.iter().any(|member| self.is_doubted(member.node)) {
            return Gap::Unknown;
        }
        self.absent([NodeKind::Member], [EdgeKind::Fills, EdgeKind::MemberOf])
    }

    /// Places that were left and not filled in time: from the day after the last one that somebody was there, as long as the body and the seat are.
    ///
    /// How many working days have passed no calendar says here; within as many days of any kind there are no more of them. Beyond that it is not known.
    pub(super) fn long_vacancies(&self, provision: NodeId, body: NodeId, filled_within: Period, at: Span) -> Proof {
        let mut proof = Proof::default();
        let sittings = self.sittings(body);
        let seatless = sittings.iter().any(|sitting| {
            sitting.seat.is_none() && sitting.members.iter().any(|&(member, _)| self.may_have_any_seat(member, body))
        });
        // Without a day nobody has left yet.
        let Some(now) = self.now(body).and_then(Days::of) else { return proof };
        let mut looked_at = 0;
        for sitting in &sittings {
            let Some(seat) = sitting.seat else { continue };
            let Some(data) = self.graph.downcast::<Seat>(seat).map(|id| self.graph.get(id)) else { continue };
            if data.optional || !data.counts {
                continue;
            }
            let there = self.is_there_on(seat, None);
            if self.graph.head(seat).damaged || there == Truth::Unread {
                proof.lack(Lacking::Unread, seat, Gap::Unknown, at);
                continue;
            }
            if there == Truth::No {
                continue;
            }
            // Somebody whose days cannot be read may have left, and may have followed.
            let mut doubted: Vec<NodeId> =
                self.graph.incoming(seat, EdgeKind::Fills).iter().map(|one| one.node).collect();
            doubted.dedup();
            doubted.retain(|&member| self.is_doubted(member));
            if !doubted.is_empty() {
                for member in self.sorted(doubted) {
                    proof.lack(Lacking::Unread, member, Gap::Unknown, at);
                }
                continue;
            }
            looked_at += sitting.members.len();
            let end = Stay::of_seat(data).to;
            let until = |reading| match reading {
                Reading::Fullest => now.first.min(end.last),
                Reading::Emptiest => now.last.min(end.first),
            };
            let gone = |reading| successions(&sitting.members, u64::from(data.places), until(reading), reading);
            let missed = match self.nobody_followed(body, Some(seat)) {
                Gap::Absent if seatless || there == Truth::Unsaid => Gap::Pending,
                Gap::Absent => Gap::Contrary,
                gap => gap,
            };
            let fullest = gone(Reading::Fullest);
            // Somebody of whom it is not known when they came may be the one who followed.
            let missed = match missed {
                Gap::Contrary if self.may_be_followed(sitting, &fullest, until(Reading::Fullest), filled_within) => {
                    Gap::Pending
                }
                gap => gap,
            };
            let mut certain = FxHashSet::default();
            for gone in fullest {
                if !self.keep() {
                    return proof;
                }
                let Some(due) = after(filled_within, gone.last) else {
                    if is_long(&gone, until(Reading::Fullest), within_days(filled_within, gone.last)) {
                        proof.lack(Lacking::Breach(Breach::UnknownDays), seat, Gap::Unknown, at);
                        certain.insert(gone.member);
                    }
                    continue;
                };
                if !is_long(&gone, until(Reading::Fullest), due) {
                    continue;
                }
                certain.insert(gone.member);
                proof.lack(Lacking::Breach(Breach::LongVacant { left: gone.member, due }), seat, missed, at);
            }
            for gone in gone(Reading::Emptiest) {
                if !self.keep() {
                    return proof;
                }
                if certain.contains(&gone.member) {
                    continue;
                }
                let due = after(filled_within, gone.last).unwrap_or_else(|| within_days(filled_within, gone.last));
                match gone.next {
                    _ if !certain.is_empty() => {}
                    _ if is_long(&gone, until(Reading::Emptiest), due) => {
                        proof.lack(Lacking::Undated, gone.member, Gap::Pending, at);
                    }
                    Some((next, _)) => {
                        let path = self.way(next, Step::Forward(EdgeKind::Fills), seat);
                        proof.witness(Shows::Filled, seat, path);
                    }
                    // Somebody may still come in time.
                    None => {
                        let breach = Breach::LongVacant { left: gone.member, due };
                        proof.lack(Lacking::Breach(breach), seat, Gap::Pending, at);
                    }
                }
            }
        }
        if self.absent([NodeKind::Member], [EdgeKind::Fills, EdgeKind::MemberOf]) == Gap::Unknown {
            proof.lack(Lacking::Unread, provision, Gap::Unknown, at);
        } else if proof.lacks.is_empty() && proof.witnesses.is_empty() && looked_at > 0 {
            proof.witness(Shows::NoneOf(looked_at, NodeKind::Member), provision, Vec::new());
        }
        proof
    }
}

/// Whether those who came, each on whichever of its days suits, can have followed within times, each in one: of the times, sorted, the last begins and ends
/// last. Of those who may follow, whoever can do so for the shortest is taken first. O((times + members) × log members).
fn can_be_followed(times: &[(Date, Date)], members: &[(NodeId, Stay)]) -> bool {
    let mut coming: Vec<Days> = members.iter().map(|(_, stay)| stay.from).collect();
    coming.sort_unstable_by_key(|from| from.first);
    let mut coming = coming.into_iter().peekable();
    let mut open: BinaryHeap<Reverse<Date>> = BinaryHeap::new();
    times.iter().all(|&(begin, end)| {
        while let Some(from) = coming.next_if(|from| from.first <= end) {
            open.push(Reverse(from.last));
        }
        while open.peek().is_some_and(|Reverse(last)| *last <= begin) {
            open.pop();
        }
        open.pop().is_some()
    })
}

/// Whether a place stayed empty beyond a day, up to the last day that counts. One that is taken on the next day was never empty.
fn is_long(gone: &Gone, until: Date, due: Date) -> bool {
    match gone.next {
        Some((_, from)) => from > due && yesterday(from) > gone.last,
        None => until > due,
    }
}

/// As many days of any kind after a day.
fn within_days(period: Period, last: Date) -> Date {
    after(Period { unit: Unit::Days, ..period }, last).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ledger::{Entry, Verdict},
        prove::tests::{entry, faulty, verdict},
    };

    fn terms(seat: &str, within: &str) -> String {
        format!(
            "bodies: {{ board: {{ seats: {{ s: {{ {seat} }} }}, vacancies: {{ filled-within: {within}, clause: A }} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
        )
    }

    fn members(all: &[&str]) -> String {
        crate::prove::tests::members("body: board, seat: s", all)
    }

    fn on(seat: &str, within: &str, all: &[&str], as_of: &str) -> Verdict {
        verdict(&terms(seat, within), &members(all), Some(as_of))
    }

    #[test]
    fn a_place_is_filled_in_time_or_too_late() {
        let left = "from: 2014-01-01, to: 2017-12-31";
        for (within, came, expected) in [
            ("90 days", "2018-03-31", Verdict::Met),
            ("90 days", "2018-04-01", Verdict::Unmet),
            ("2 months", "2018-02-28", Verdict::Met),
            ("2 months", "2018-03-01", Verdict::Unmet),
            ("0 days", "2017-12-31", Verdict::Met),
            ("1 day", "2018-01-01", Verdict::Met),
            ("0 days", "2018-01-01", Verdict::Met),
            ("0 days", "2018-01-02", Verdict::Unmet),
        ] {
            let found = on("", within, &[left, &format!("from: {came}")], "2019-01-01");
            assert_eq!(found, expected, "{within}, {came}");
        }
    }

    #[test]
    fn who_left_is_told_with_the_day_by_which_somebody_had_to_follow() {
        let told = |as_of| {
            entry(
                &terms("", "90 days"),
                &members(&["from: 2014-01-01, to: 2017-12-31"]),
                Some(as_of),
                |graph, entry: &Entry| {
                    let [lack] = entry.lacks() else { panic!("{:?}", entry.lacks()) };
                    let Lacking::Breach(Breach::LongVacant { left, due }) = lack.what else { panic!("{lack:?}") };
                    (lack.gap, graph.name(lack.subject).to_owned(), graph.name(left).to_owned(), due.to_string())
                },
            )
        };
        let all = |gap| (gap, "s".to_owned(), "m0".to_owned(), "2018-03-31".to_owned());
        assert_eq!(told("2018-03-31"), all(Gap::Pending));
        assert_eq!(told("2018-04-01"), all(Gap::Contrary));
        assert_eq!(told("2018-03"), all(Gap::Pending));
    }

    #[test]
    fn nobody_has_left_before_they_leave() {
        let stays = ["from: 2014-01-01, to: 2017-12-31"];
        assert_eq!(on("", "90 days", &stays, "2017-12-31"), Verdict::Met);
        assert_eq!(on("", "90 days", &stays, "2018-01-01"), Verdict::Open);
        assert_eq!(on("", "90 days", &["from: 2014-01-01"], "2030-01-01"), Verdict::Met);
        // Without a day the last arrival is it.
        assert_eq!(verdict(&terms("", "90 days"), &members(&stays), None), Verdict::Met);
        // Who is to come has not come.
        let planned = ["from: 2014-01-01, to: 2017-12-31", "from: 2018-06-01"];
        assert_eq!(on("", "90 days", &planned, "2018-04-02"), Verdict::Unmet);
        assert_eq!(on("", "90 days", &planned, "2018-03-02"), Verdict::Open);
    }

    #[test]
    fn who_came_before_another_left_took_another_place() {
        let two = "places: 2";
        let left = ["from: 2014-01-01, to: 2017-12-31", "from: 2016-01-01"];
        assert_eq!(on(two, "90 days", &left, "2018-06-01"), Verdict::Unmet);
        // Who comes as the other leaves follows, even where another place never had anybody.
        for came in ["from: 2017-12-31", "from: 2018-01-01"] {
            let handed = ["from: 2014-01-01, to: 2017-12-31", came];
            assert_eq!(on(two, "90 days", &handed, "2018-06-01"), Verdict::Met, "{came}");
        }
        // In a seat of one place it is taken over before it is left.
        assert_eq!(on("", "90 days", &left, "2018-06-01"), Verdict::Met);
    }

    #[test]
    fn of_two_who_left_each_is_followed() {
        let two = "places: 2";
        let left = ["from: 2014-01-01, to: 2017-12-31", "from: 2014-01-01, to: 2018-02-28"];
        let with = |all: &[&'static str]| [&left[..], all].concat();
        assert_eq!(on(two, "90 days", &with(&["from: 2018-03-20", "from: 2018-05-20"]), "2019-01-01"), Verdict::Met);
        assert_eq!(on(two, "90 days", &with(&["from: 2018-05-20", "from: 2018-03-20"]), "2019-01-01"), Verdict::Met);
        assert_eq!(on(two, "90 days", &with(&["from: 2018-03-20"]), "2019-01-01"), Verdict::Unmet);
        assert_eq!(on(two, "90 days", &with(&["from: 2018-03-20", "from: 2018-06-20"]), "2019-01-01"), Verdict::Unmet);
    }

    #[test]
    fn days_that_are_not_exact_decide_only_what_they_must() {
        for (left, came, expected) in [
            ("2017", "2018-02", Verdict::Open),
            ("2017-12", "2018-02", Verdict::Met),
            ("2017-12", "2018-03", Verdict::Open),
            ("2017-12", "2018-04", Verdict::Unmet),
            ("2017-12-31", "2018", Verdict::Open),
        ] {
            let all = [format!("from: 2014-01-01, to: {left}"), format!("from: {came}")];
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            assert_eq!(on("", "90 days", &all, "2019-01-01"), expected, "{left}, {came}");
        }
    }

    #[test]
    fn who_came_on_a_day_that_nobody_says_may_have_followed_or_not() {
        let of = |places: u64, all: &[&str]| on(&format!("places: {places}"), "60 days", all, "2027-03-01");
        let left = "from: 2019-01-01, to: 2023-06-30";
        let late = "from: 2026-01-01";
        assert_eq!(of(2, &[late, "from: 2023-07-15", left]), Verdict::Met);
        assert_eq!(of(2, &[late, "from: 2019-01-01", left]), Verdict::Unmet);
        assert_eq!(of(2, &[late, "vote: true", left]), Verdict::Open);
        assert_eq!(of(2, &["from: 2025-01-01", "from: 2019-01-01", left]), Verdict::Unmet);
        assert_eq!(of(2, &["vote: true", "vote: true", left]), Verdict::Open);
        assert_eq!(of(1, &["vote: true", left]), Verdict::Open);
        assert_eq!(of(2, &["from: 2023", late, left]), Verdict::Open);
        // One cannot have followed two, nor itself.
        let other = "from: 2019-01-01, to: 2024-06-30";
        assert_eq!(of(3, &[late, "vote: true", left, other]), Verdict::Unmet);
        assert_eq!(of(1, &["to: 2023-06-30"]), Verdict::Unmet);
        assert_eq!(of(1, &["to: 2023-06-30", "from: 2023-07-01"]), Verdict::Met);
        assert_eq!(of(2, &["vote: true", "vote: true"]), Verdict::Met, "nobody left");
        assert_eq!(of(3, &["vote: true", late]), Verdict::Met, "nobody left");
    }

    #[test]
    fn a_place_that_may_stay_empty_or_is_there_no_more_is_not_missed() {
        let left = ["from: 2014-01-01, to: 2017-12-31"];
        assert_eq!(on("to: 2018-03-31", "90 days", &left, "2019-01-01"), Verdict::Open);
        assert_eq!(on("to: 2018-04-01", "90 days", &left, "2019-01-01"), Verdict::Unmet);
        assert_eq!(on("optional: true", "90 days", &left, "2019-01-01"), Verdict::Open, "nothing to look at");
        let ended = terms("", "90 days").replace("board: {", "board: { to: 2018-02-01,");
        assert_eq!(verdict(&ended, &members(&left), Some("2019-01-01")), Verdict::Open);
    }

    #[test]
    fn who_has_no_seat_followed_in_the_one_that_is_found() {
        let seatless = "members:\n  m0: { body: board, seat: s, from: 2014-01-01, to: 2017-12-31 }\n  m1: { body: board, from: 2018-01-01 }\n";
        assert_eq!(verdict(&terms("", "90 days"), seatless, Some("2019-01-01")), Verdict::Met);
    }

    #[test]
    fn working_days_are_no_more_than_days() {
        let left = "from: 2014-01-01, to: 2017-12-31";
        assert_eq!(on("", "20 working-days", &[left, "from: 2018-01-20"], "2019-01-01"), Verdict::Met);
        assert_eq!(on("", "20 working-days", &[left, "from: 2018-01-21"], "2019-01-01"), Verdict::Error);
        assert_eq!(on("", "20 working-days", &[left], "2019-01-01"), Verdict::Error);
    }

    #[test]
    fn a_place_of_which_nobody_can_read_who_left_when_is_not_filled_in_time() {
        let with = |to: &str| {
            let all = members(&[&format!("from: 2014-01-01, to: {to}"), "from: 2018-01-01"]);
            faulty(&terms("", "3 months"), &all, Some("2019-01-01"))
        };
        assert_eq!(with("2017-12-31"), Verdict::Met);
        assert_eq!(with("soon"), Verdict::Error);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(96))]

        /// Against every month in which those of whom nobody says when they came can have come.
        #[test]
        fn what_is_certain_stays_so_whenever_they_came(
            all in proptest::collection::vec((proptest::option::weighted(0.6, 1..13_u32), proptest::option::of(1..13_u32)), 1..5),
            places in 1..4_u64,
        ) {
            let judge = |all: &[(Option<u32>, Option<u32>)]| {
                let row = |(from, to): &(Option<u32>, Option<u32>)| {
                    let day = |key: &str, month: &Option<u32>, day: u32| {
                        month.map_or(String::new(), |month| format!(", {key}: 2026-{month:02}-{day:02}"))
                    };
                    format!("vote: true{}{}", day("from", from, 5), day("to", to, 20))
                };
                let rows: Vec<String> = all.iter().map(row).collect();
                let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
                on(&format!("places: {places}"), "60 days", &rows, "2027-06-01")
            };
            let all: Vec<_> = all.into_iter().map(|(from, to)| (from, to.map(|to| to.max(from.unwrap_or(1))))).collect();
            let told = judge(&all);
            let mut completions = vec![Vec::new()];
            let mut unsaid = 0;
            for (from, to) in &all {
                let months: Vec<u32> = match from {
                    Some(from) => vec![*from],
                    None if unsaid == 2 => vec![1],
                    None => {
                        unsaid += 1;
                        (1..=to.unwrap_or(12)).step_by(2).collect()
                    }
                };
                let each = |one: &Vec<_>| months.iter().map(|month| [one.clone(), vec![(Some(*month), *to)]].concat()).collect::<Vec<_>>();
                completions = completions.iter().flat_map(each).collect();
            }
            if matches!(told, Verdict::Met | Verdict::Unmet) {
                for one in completions {
                    proptest::prop_assert_eq!(judge(&one), told, "{:?}", one);
                }
            }
        }
    }
}
