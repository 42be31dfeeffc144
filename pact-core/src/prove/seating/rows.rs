//! Several rows of one person.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::Arrangement;
use crate::{
    document::pact::Role,
    graph::{
        composition::{Hats, Law},
        edge::EdgeKind,
        node::{Member, NodeId},
    },
    prove::Prover,
};

impl Prover<'_> {
    /// What is said of whether one person may have several seats of a body.
    pub(super) fn hats_of(&self, body: NodeId) -> Vec<&Hats> {
        let laws = self.provisions(body).into_iter().filter(|&provision| self.is_law(provision));
        let hats = laws.filter_map(|provision| match self.graph.law(provision) {
            Some(Law::Hats(hats)) if hats.settles_two_seats() => Some(hats),
            _ => None,
        });
        hats.collect()
    }

    /// Leaves the rows of one person no more seats that count than one person may have. Where no provision allows several:
    ///
    /// - Of rows without such a seat, one is given one: with whichever of those without any seat may take it, and else with the first that may.
    /// - Where one row has such a seat, that row may change it for another, and no other row is given one.
    /// - Where several rows have one, each stays where it is or leaves, and none is given another. That the person has to choose is a lack of its own, and which
    ///   seat is given up nobody but the person can say; so a repair takes neither away. Where no more than one of them may stay, that one counts as the row that
    ///   has a seat.
    ///
    /// Whoever only listens is given no seat that counts.
    pub(crate) fn one_row_each(&self, body: NodeId, of: &mut Arrangement) {
        let graph = self.graph;
        let by_number: Vec<bool> = of.seats.iter().map(|&seat| self.counts(seat)).collect();
        let counting = |seat: u32| by_number.get(seat as usize).is_some_and(|&counts| counts);
        for (number, member) in (0u32..).zip(of.people.clone()) {
            let role = graph.downcast::<Member>(member).and_then(|id| graph.get(id).role);
            if role == Some(Role::Observer) {
                of.problem.narrow(number, |seat| !counting(seat));
            }
        }
        if self.hats_of(body).into_iter().any(|hats| hats.most.is_none_or(|most| most > 1)) {
            return;
        }
        let mut persons: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (number, &member) in (0u32..).zip(&of.people) {
            self.person_of(member).into_iter().for_each(|person| persons.entry(person).or_default().push(number));
        }
        // Who has a seat with a row that is not asked about.
        let known: FxHashSet<NodeId> = of.people.iter().copied().collect();
        let elsewhere = self.members(body).into_iter().filter(|member| !known.contains(member));
        let sits = |member: &NodeId| graph.outgoing(*member, EdgeKind::Fills).iter().any(|seat| self.counts(seat.node));
        let elsewhere: FxHashSet<&str> = elsewhere.filter(sits).filter_map(|member| self.person_of(member)).collect();
        for (person, rows) in persons {
            let elsewhere = elsewhere.contains(person);
            if rows.len() < 2 && !elsewhere {
                continue;
            }
            let has = |row: &u32| of.problem.now(*row).iter().any(|&seat| counting(seat));
            let stays = |row: &u32| {
                let may = of.problem.may_take(*row);
                of.problem.now(*row).iter().any(|&seat| counting(seat) && may.binary_search(&seat).is_ok())
            };
            let seated: Vec<u32> = rows.iter().copied().filter(has).collect();
            let fit: Vec<u32> = seated.iter().copied().filter(stays).collect();
            let may = |row: &u32| of.problem.may_take(*row).iter().any(|&seat| counting(seat));
            let keep = match (fit.as_slice(), seated.as_slice()) {
                _ if elsewhere => None,
                ([_, _, ..], _) => {
                    for &row in &rows {
                        let now = of.problem.now(row).to_vec();
                        of.problem.narrow(row, |seat| !counting(seat) || now.contains(&seat));
                    }
                    continue;
                }
                ([one], _) => Some(*one),
                ([], []) => {
                    let mut loose = rows.iter().copied().filter(|&row| of.problem.now(row).is_empty()).filter(may);
                    loose.next().or_else(|| rows.iter().copied().find(may))
                }
                ([], seated) => seated.iter().copied().find(may),
            };
            if let Some(keep) = keep.filter(|&keep| of.problem.now(keep).is_empty()) {
                merge(of, keep, &rows, &counting);
            }
            for row in rows.into_iter().filter(|&row| keep != Some(row)) {
                of.problem.narrow(row, |seat| !counting(seat));
            }
        }
    }

    /// Members of whom those who are one person are given once, in the same order.
    pub(crate) fn persons(&self, mut members: Vec<NodeId>) -> Vec<NodeId> {
        let mut known = FxHashSet::default();
        members.retain(|&member| self.person_of(member).is_none_or(|person| known.insert(person)));
        members
    }
}

/// Lets one row without a seat stand for all such rows of the person: it may take what any of them may, and which of them takes a seat is kept.
fn merge(of: &mut Arrangement, keep: u32, rows: &[u32], counting: &dyn Fn(u32) -> bool) {
    let mut may: FxHashSet<u32> = of.problem.may_take(keep).iter().copied().collect();
    let others = rows.iter().copied().filter(|&row| row != keep && of.problem.now(row).is_empty());
    for row in others.collect::<Vec<_>>() {
        let Some(member) = of.person(row) else { continue };
        let more: Vec<u32> = of.problem.may_take(row).iter().copied().filter(|&seat| counting(seat)).collect();
        for seat in more {
            if may.insert(seat) {
                of.takers.insert((keep, seat), member);
            }
        }
        of.bound.retain(|&bound| bound != member);
    }
    let own = of.person(keep);
    if !of.takers.is_empty() && of.problem.may_take(keep).len() < may.len() {
        of.bound.retain(|&bound| Some(bound) != own);
        of.problem.allow(keep, may);
    }
}
