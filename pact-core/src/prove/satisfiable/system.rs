//! From what is asked to a system of linear constraints, and back to places.
//!
//! For each seat it is counted how many there are of each profile. Atoms that have nothing to do with each other are counted apart: how many women
//! there are and how many come from elsewhere can be paired in any way, so that no profile need have both.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Place,
    formula::{Atom, Formula, Profile, TooMany, components},
    holder::{Holder, is_open},
    plan::{Different, Line, Measure, Plan, Slope, Table},
};
use crate::{
    document::{
        amount::{Limit, Sizes},
        body::Distinct,
        composition::Population,
    },
    graph::{
        Graph,
        node::{NodeId, Seat},
    },
    solve::counting::System,
};

/// No body has more members, nor more votes of one kind.
pub(super) const MOST: i64 = 1 << 32;
/// Larger systems are not solved.
const VARIABLES: usize = 20_000;

/// Some who sit in one seat, or could.
pub(super) struct Occupant<'g> {
    pub(super) holder: Holder<'g>,
    /// So many there are; any number where it is to be found.
    pub(super) number: Option<i64>,
}

/// One of them, with the variables that count them.
struct Counted<'g> {
    holder: Holder<'g>,
    number: usize,
    components: Vec<Vec<(Profile, usize)>>,
    blocs: BTreeMap<NodeId, Vec<NodeId>>,
}

impl Counted<'_> {
    /// How many votes each of them has.
    fn votes(&self) -> i64 {
        let graph = self.holder.graph;
        let seat = self.holder.seat.and_then(|seat| graph.downcast::<Seat>(seat));
        seat.map_or(1, |id| i64::from(graph.get(id).votes))
    }
}

/// A system with what its variables stand for.
pub(super) struct Encoded<'g> {
    pub(super) system: System,
    /// Not all that follows from what is said was followed: a model may have somebody who cannot be.
    pub(super) loose: bool,
    counted: Vec<Counted<'g>>,
    /// How many members of one seat are thought of.
    most: i64,
    /// Whether a seat is there, where that is not known.
    there: BTreeMap<NodeId, usize>,
}

fn includes(holder: &Holder<'_>, measure: &Measure) -> bool {
    if measure.seat.is_some() {
        return measure.seat == holder.seat;
    }
    let data = holder.seat.and_then(|seat| holder.graph.downcast::<Seat>(seat)).map(|id| holder.graph.get(id));
    let Some(data) = data else { return !matches!(measure.of, Population::Alternates | Population::Observers) };
    (data.counts || measure.beside)
        && match measure.of {
            Population::Seats | Population::Members | Population::Nominees => true,
            Population::AppointedMembers => !data.co_opted && !data.invited,
            Population::VotingMembers | Population::Votes => data.votes > 0,
            Population::Alternates | Population::Observers => false,
        }
}

impl<'g> Encoded<'g> {
    /// With at most so many members of one seat, and so many besides.
    pub(super) fn new(plan: &Plan, occupants: Vec<Occupant<'g>>, most: i64) -> Result<Self, TooMany> {
        let mut this =
            Self { system: System::default(), loose: false, counted: Vec::new(), most, there: BTreeMap::new() };
        let measures: Vec<&Measure> = plan.measures().collect();
        let graph = occupants.first().map(|occupant| (occupant.holder.graph, occupant.holder.plain));
        for occupant in occupants {
            this.occupant(plan, &measures, occupant)?;
        }
        this.seats(plan);
        if let Some((graph, plain)) = graph.filter(|_| !plan.seats.is_empty()) {
            this.anybody(plan, &measures, graph, plain)?;
        }
        plan.lines.iter().for_each(|line| this.line(line));
        plan.tables.iter().for_each(|table| this.table(table));
        plan.different.iter().for_each(|different| this.different(different));
        Ok(this)
    }

    fn occupant(&mut self, plan: &Plan, measures: &[&Measure], occupant: Occupant<'g>) -> Result<(), TooMany> {
        let Occupant { holder, number } = occupant;
        let known = |atom| holder.known(atom);
        let mut counted: Vec<Formula> = measures
            .iter()
            .filter(|measure| includes(&holder, measure))
            .map(|measure| measure.formula.given(&known))
            .filter(|formula| !matches!(formula, Formula::Always(_)))
            .collect();
        counted.sort_unstable();
        counted.dedup();
        // Whoever is there already may be somebody who should not be; that is found elsewhere.
        let asked = holder.seat.filter(|_| holder.facts.is_none()).and_then(|seat| holder.graph.seat_law(seat));
        let mut filters = Vec::new();
        if let Some(law) = asked {
            match Formula::of_group(holder.graph, &law.eligible) {
                Some(Formula::All(all)) => filters = all.iter().map(|one| one.given(&known)).collect(),
                Some(one) => filters.push(one.given(&known)),
                None => self.loose = true,
            }
        }
        let mut atoms = BTreeSet::new();
        counted.iter().chain(&filters).for_each(|formula| formula.atoms(&mut atoms));
        let mut rules = holder.rules(&mut atoms);
        self.loose |= rules.loose;
        rules.rules.extend(filters);
        let distinct = holder.seat.and_then(|seat| holder.graph.downcast::<Seat>(seat)).map(|id| holder.graph.get(id));
        let distinct = distinct.is_some_and(|seat| seat.distinct == Some(Distinct::Actor)) && holder.facts.is_none();
        if distinct {
            counted.extend(rules.blocs.keys().map(|&head| Formula::Is(Atom::Actor(head))));
        }
        let found = components(&atoms, &rules.rules, &counted)?;
        let system = &mut self.system;
        let (least, most) = number.map_or((0, self.most), |number| (number, number));
        let total = system.variable(least, most);
        let mut parts = Vec::new();
        for component in found {
            let profiles: Vec<(Profile, usize)> =
                component.profiles.into_iter().map(|profile| (profile, system.variable(0, most))).collect();
            if system.variables.len() > VARIABLES {
                return Err(TooMany);
            }
            let terms = profiles.iter().map(|(_, variable)| (*variable, 1)).chain([(total, -1)]);
            system.constrain(None, terms.collect::<Vec<_>>(), Some(0), Some(0));
            parts.push(profiles);
        }
        let law = plan.seats.iter().find(|place| Some(place.seat) == holder.seat).and_then(|place| place.law);
        if let Some(law) = law.filter(|_| distinct) {
            // Each of them has one member at most.
            for (&head, bloc) in &rules.blocs {
                let of = parts.iter().flatten().filter(|(profile, _)| profile.get(&Atom::Actor(head)) == Some(&true));
                let terms: Vec<(usize, i64)> = of.map(|(_, variable)| (*variable, 1)).collect();
                system.constrain(Some(law), terms, None, i64::try_from(bloc.len()).ok());
            }
        }
        self.counted.push(Counted { holder, number: total, components: parts, blocs: rules.blocs });
        Ok(())
    }

    /// How many members each seat has.
    fn seats(&mut self, plan: &Plan) {
        for place in &plan.seats {
            let mut terms: Vec<(usize, i64)> = self
                .counted
                .iter()
                .filter(|counted| counted.holder.seat == Some(place.seat))
                .map(|counted| (counted.number, 1))
                .collect();
            let (mut least, mut most) = (place.places, place.places);
            if place.conditional {
                let there = self.system.variable(0, 1);
                self.there.insert(place.seat, there);
                terms.push((there, -place.places));
                (least, most) = (0, 0);
            }
            if let Some(law) = place.law {
                let least = (!place.optional).then_some(least);
                let mut taken = terms.clone();
                self.system.constrain(Some(law), terms, least, Some(most));
                // What is asked of a seat for itself is nothing without what gives the seat.
                if !place.conditional && plan.lines.iter().any(|line| line.there == Some(place.seat)) {
                    let there = self.system.variable(0, 1);
                    self.there.insert(place.seat, there);
                    if place.optional {
                        // It is as good as not there while nobody sits in it.
                        taken.push((there, -place.places));
                        self.system.constrain(Some(law), taken, None, Some(0));
                    } else {
                        self.system.constrain(Some(law), [(there, 1)], Some(1), None);
                    }
                }
            }
        }
    }

    /// Where what says of a seat who sits there is taken away, anybody does: whoever that lets in is counted here.
    fn anybody(&mut self, plan: &Plan, measures: &[&Measure], graph: &'g Graph, plain: bool) -> Result<(), TooMany> {
        let holder = Holder { graph, seat: None, facts: None, plain, unseated: true };
        self.occupant(plan, measures, Occupant { holder, number: None })?;
        let Some(total) = self.counted.last().map(|counted| counted.number) else { return Ok(()) };
        let mut terms = vec![(total, -1)];
        for place in &plan.seats {
            let let_in = self.system.variable(0, self.most);
            terms.push((let_in, 1));
            if let Some(law) = place.law {
                self.system.constrain(Some(law), [(let_in, 1)], None, Some(0));
            }
        }
        self.system.constrain(None, terms, Some(0), Some(0));
        Ok(())
    }

    /// A count as a form over the variables.
    fn form(&self, measure: &Measure, times: i64, into: &mut Vec<(usize, i64)>) {
        self.counted.iter().for_each(|counted| form(counted, measure, times, into));
    }

    fn line(&mut self, line: &Line) {
        let mut terms = Vec::new();
        for (measure, times) in &line.terms {
            self.form(measure, *times, &mut terms);
        }
        self.bounded(line.law, terms, line.least, line.most, line.there);
    }

    /// A form within bounds; within none where a seat is not there.
    fn bounded(
        &mut self,
        law: Option<u32>,
        terms: Vec<(usize, i64)>,
        least: Option<i64>,
        most: Option<i64>,
        there: Option<NodeId>,
    ) {
        let there = there.and_then(|seat| self.there.get(&seat)).copied();
        let mut constrain = |bound: Option<i64>, least: bool| {
            let Some(bound) = bound else { return };
            let (mut terms, mut bound) = (terms.clone(), bound);
            if let Some(there) = there {
                terms.push((there, -bound));
                bound = 0;
            }
            let (at_least, at_most) = if least { (Some(bound), None) } else { (None, Some(bound)) };
            self.system.constrain(law, terms, at_least, at_most);
        };
        constrain(least, true);
        constrain(most, false);
    }

    /// How many different things those who are counted have is at most what there is to choose from where anybody is counted.
    fn different(&mut self, asked: &Different) {
        let mut terms = Vec::new();
        let mut sharing: BTreeMap<NodeId, Vec<usize>> = BTreeMap::new();
        let mut forms: Vec<Vec<(usize, i64)>> = Vec::new();
        let mut unlimited = Vec::new();
        for counted in &self.counted {
            let mut of = Vec::new();
            form(counted, &asked.counted, 1, &mut of);
            if of.is_empty() {
                continue;
            }
            match counted.holder.choices(asked.by) {
                _ if asked.by == Distinct::Person => {
                    terms.extend(of.iter().map(|&(at, times)| (at, times * asked.least.counted)))
                }
                Some(choices) => {
                    choices.into_iter().for_each(|choice| sharing.entry(choice).or_default().push(forms.len()));
                    forms.push(of);
                }
                None => unlimited.extend(of),
            }
        }
        // What the same may have is chosen from together.
        let mut alike: BTreeMap<Vec<usize>, i64> = BTreeMap::new();
        for (_, mut by) in sharing {
            by.dedup();
            *alike.entry(by).or_default() += 1;
        }
        for (by, number) in alike {
            let chosen = self.system.variable(0, number);
            let of = by.iter().filter_map(|&at| forms.get(at)).flatten().map(|&(at, times)| (at, times * number));
            self.system.constrain(None, of.chain([(chosen, -1)]).collect::<Vec<_>>(), Some(0), None);
            terms.push((chosen, asked.least.counted));
        }
        if !unlimited.is_empty() {
            let (anybody, chosen) = (self.system.variable(0, 1), self.system.variable(0, self.most));
            unlimited.push((anybody, -1));
            self.system.constrain(None, unlimited, Some(0), None);
            self.system.constrain(None, [(anybody, self.most), (chosen, -1)], Some(0), None);
            terms.push((chosen, asked.least.counted));
        }
        self.form(&asked.whole, -asked.least.whole, &mut terms);
        self.bounded(Some(asked.law), terms, Some(asked.least.bound), None, asked.there);
    }

    /// What is counted and the whole are those of one range of sizes, whichever it is.
    fn table(&mut self, table: &Table) {
        let (mut counted, mut whole) = (Vec::new(), Vec::new());
        // More than that nothing adds up to.
        let most = self.counted.iter().map(|one| one.votes().max(1) * self.most).sum();
        self.form(&table.counted, 1, &mut counted);
        self.form(&table.whole, 1, &mut whole);
        // The ranges between those that ask for something ask for nothing.
        let mut ranges: Vec<(i64, i64, Option<Slope>)> = Vec::new();
        let mut next = 0;
        for (Sizes { from, to }, amount) in table.rows.rows() {
            let from = i64::from(from);
            if next < from {
                ranges.push((next, from - 1, None));
            }
            let to = to.map_or(most, i64::from);
            ranges.push((from, to, Slope::least(Limit { amount, strict: false }, table.rounding)));
            next = to.saturating_add(1);
        }
        if next <= most {
            ranges.push((next, most, None));
        }
        let system = &mut self.system;
        let law = Some(table.law);
        let mut chosen = Vec::new();
        for (from, to, slope) in ranges {
            let (here, part, size) = (system.variable(0, 1), system.variable(0, most), system.variable(0, most));
            chosen.push((here, 1));
            counted.push((part, -1));
            whole.push((size, -1));
            system.constrain(law, [(size, 1), (here, -from)], Some(0), None);
            system.constrain(law, [(size, 1), (here, -to)], None, Some(0));
            system.constrain(law, [(part, 1), (here, -most)], None, Some(0));
            if let Some(Slope { counted: times, whole: share, bound }) = slope {
                system.constrain(law, [(part, times), (size, -share), (here, -bound)], Some(0), None);
            }
        }
        system.constrain(law, chosen, Some(1), Some(1));
        system.constrain(law, counted, Some(0), Some(0));
        system.constrain(law, whole, Some(0), Some(0));
    }

    /// The places of a solution, those that are alike as one.
    pub(super) fn places(&self, solution: &[i64]) -> Vec<Place> {
        let value = |variable: usize| u64::try_from(solution.get(variable).copied().unwrap_or(0)).unwrap_or(0);
        let mut places = Vec::new();
        for counted in &self.counted {
            // What is counted apart is put together in order: where the first of one ends or the first of another, a new sort of place begins.
            let mut runs: Vec<Vec<(&Profile, u64)>> = Vec::new();
            for component in &counted.components {
                let of = component.iter().map(|(profile, variable)| (profile, value(*variable)));
                runs.push(of.filter(|(_, number)| *number > 0).rev().collect());
            }
            let mut left = value(counted.number);
            while left > 0 {
                let number = runs.iter().filter_map(|run| run.last()).map(|(_, number)| *number).fold(left, u64::min);
                left -= number;
                let mut profile = Profile::new();
                for run in &mut runs {
                    let Some((own, rest)) = run.last_mut() else { continue };
                    profile.extend(own.iter().map(|(atom, so)| (*atom, *so)));
                    *rest -= number;
                    if *rest == 0 {
                        run.pop();
                    }
                }
                let holder = &counted.holder;
                profile.retain(|atom, _| is_open(holder.known(*atom)));
                places.push(Place {
                    number,
                    seat: holder.seat,
                    actors: holder.actors_of(&profile, &counted.blocs),
                    nominators: holder.nominators_of(&profile),
                    profile: profile.into_iter().collect(),
                });
            }
        }
        places
    }
}

/// A count of those in one seat as a form over the variables.
fn form(counted: &Counted<'_>, measure: &Measure, times: i64, into: &mut Vec<(usize, i64)>) {
    let holder = &counted.holder;
    if !includes(holder, measure) {
        return;
    }
    let weight = if measure.votes { counted.votes() * times } else { times };
    let formula = measure.formula.given(&|atom| holder.known(atom));
    let mut atoms = BTreeSet::new();
    formula.atoms(&mut atoms);
    match (&formula, atoms.first()) {
        (Formula::Always(true), _) => into.push((counted.number, weight)),
        (Formula::Always(false), _) | (_, None) => {}
        (_, Some(first)) => {
            let about = |(profile, _): &&(Profile, usize)| profile.contains_key(first);
            let of = counted.components.iter().flatten().filter(about);
            let of = of.filter(|(profile, _)| formula.value(profile) == Some(true));
            into.extend(of.map(|(_, variable)| (*variable, weight)));
        }
    }
}
