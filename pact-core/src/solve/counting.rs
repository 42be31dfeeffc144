//! Small systems of linear constraints over bounded whole numbers, decided exactly.
//!
//! Whether any list of members can satisfy the law of a board is such a system: how many people of each profile sit in each
//! seat are the [variables](Variable), and "at least 60 % from elsewhere" is `5 × from elsewhere − 3 × members ≥ 0`.
//!
//! ```
//! use pact_core::solve::counting::{Answer, Conflict, System};
//!
//! // Of 19 members, 10 are named and from here; at least 60 % are to be from elsewhere.
//! let mut system = System::default();
//! let (named, here, elsewhere) = (system.variable(0, 19), system.variable(0, 19), system.variable(0, 19));
//! system.constrain(None, [(named, 1), (here, 1), (elsewhere, 1)], Some(19), Some(19));
//! system.constrain(Some(1), [(named, 1)], Some(10), None);
//! system.constrain(Some(2), [(elsewhere, 2), (named, -3), (here, -3)], Some(0), None);
//! system.constrain(Some(3), [(here, 1)], Some(3), None);
//! let mut steps = 1_000_000;
//! assert_eq!(system.solve(&mut steps), Answer::Infeasible);
//! assert_eq!(system.conflict(&mut steps), Conflict::Between { laws: vec![1, 2], smallest: true });
//! ```
//!
//! # What an answer is worth
//!
//! It is exact, or it is not given. Solutions are held against the system before they are handed out. That there is none
//! rests on bounds that single constraints leave, on sums of constraints that are added up anew in whole numbers, and on
//! having looked at both sides of every branch. There are no floating-point numbers; where numbers of the machine overflow the
//! search begins again with numbers of any size. The same system has the same answer on every machine: the search counts
//! steps and looks at no clock.
//!
//! A step is about one multiplication: a second is one or two hundred million of them. A system in which a constraint can reach
//! beyond 2¹⁰⁰, or of which more than 1024 constraints can bind, or with a variable that it does not have, is undecided.
//!
//! # How
//!
//! Variables that nothing tells apart become one (`problem`); bounds are propagated and branched on (`search`) under the exact
//! linear relaxation (`simplex`). Before branching, counts are added as constraints that bind nothing: "how many women" is a
//! better thing to branch on than "who sits in place 7", of which there are many alike.
//!
//! Why not a solver from elsewhere: those that are exact and pure Rust learn clauses (`pumpkin-solver` 0.5 was tried). They go through
//! the ways of filling places where a counting argument is asked for: that ten people do not fit into nine places took it more than 20
//! seconds, where adding up the constraints takes one look. It also counts in 32 bits and brings 80 crates, among them those for command
//! lines and logs. Solvers of linear programs in Rust compute in floating point.

mod problem;
mod search;
mod simplex;
mod whole;

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;

use self::{
    problem::{Prepared, Problem},
    search::{Found, Search},
    whole::Whole,
};

/// A whole number to be found, within bounds that both belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    /// The lowest value it may have.
    pub at_least: i64,
    /// The highest. Where it is below the lowest, nothing satisfies the system.
    pub at_most: i64,
}

/// A sum of coefficients times variables, held within bounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Constraint {
    /// Variables by their number in the system, with their coefficients. One that is named twice counts with the sum.
    pub terms: Vec<(usize, i64)>,
    /// The lowest value the sum may have, if there is one.
    pub at_least: Option<i64>,
    /// The highest, if there is one.
    pub at_most: Option<i64>,
    /// The law it comes from; several constraints can come from one. `None` is background that always holds, such as how
    /// many places a seat has: it is never part of a [`Conflict`].
    pub law: Option<u32>,
}

/// Variables and constraints; see the [module](self).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct System {
    /// What is to be found.
    pub variables: Vec<Variable>,
    /// What has to hold.
    pub constraints: Vec<Constraint>,
}

/// Whether anything satisfies a system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This does: a value for each variable.
    Feasible(Vec<i64>),
    /// Nothing does.
    Infeasible,
    /// The steps were used up, or the numbers are too large.
    Undecided,
}

/// The lowest value that a form has within a system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Minimum {
    /// It is this.
    At {
        /// The value.
        value: i64,
        /// What has it: a value for each variable.
        solution: Vec<i64>,
    },
    /// Nothing satisfies the system.
    Infeasible,
    /// The steps were used up, or the numbers are too large.
    Undecided {
        /// The lowest value that was seen, with what has it. There may be lower ones.
        best: Option<(i64, Vec<i64>)>,
    },
}

/// Between which values a form lies within a system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// Both are taken; one that is `None` is undecided.
    Between {
        /// The lowest value.
        lowest: Option<i64>,
        /// The highest.
        highest: Option<i64>,
    },
    /// Nothing satisfies the system.
    Infeasible,
}

/// Which laws of a system cannot be satisfied together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// There is none: the system can be satisfied.
    None,
    /// These cannot, with the background.
    Between {
        /// The laws, in rising order. None of them where the background contradicts itself.
        laws: Vec<u32>,
        /// No smaller set of laws is in conflict. Otherwise the steps were used up: these laws are in conflict, and
        /// there may be fewer that are.
        smallest: bool,
    },
    /// The steps were used up before any conflict was certain, or the numbers are too large.
    Undecided,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// Numbers of the machine are too short.
    Overflow,
    /// The steps are used up, or something is too large.
    Spent,
}

/// The steps that are left.
struct Budget<'s>(&'s mut u64);

impl Budget<'_> {
    fn spend(&mut self, steps: u64) -> Result<(), Stop> {
        let left = self.0.checked_sub(steps);
        *self.0 = left.unwrap_or(0);
        left.map(|_| ()).ok_or(Stop::Spent)
    }
}

/// What came of a search.
#[derive(Default)]
struct Outcome {
    /// The best solution, with the value of what is minimised.
    best: Option<(i128, Vec<i64>)>,
    /// There is no better one.
    complete: bool,
}

impl System {
    /// Adds a variable, and gives its number.
    pub fn variable(&mut self, at_least: i64, at_most: i64) -> usize {
        self.variables.push(Variable { at_least, at_most });
        self.variables.len() - 1
    }

    /// Adds a constraint.
    pub fn constrain(
        &mut self,
        law: Option<u32>,
        terms: impl IntoIterator<Item = (usize, i64)>,
        at_least: Option<i64>,
        at_most: Option<i64>,
    ) {
        self.constraints.push(Constraint { terms: terms.into_iter().collect(), at_least, at_most, law });
    }

    /// Whether anything satisfies the system, within `steps`, of which what is used is taken off.
    ///
    /// The solution is always the same one. The search starts with all variables at their lowest and moves what has to move, in an
    /// arbitrary and fixed order of preference; of variables that nothing tells apart, low numbers take most.
    ///
    /// Exponential in the worst case. The systems of boards, with some thousand variables and some dozen constraints, take
    /// milliseconds.
    ///
    /// ```
    /// use pact_core::solve::counting::{Answer, System};
    ///
    /// let mut system = System::default();
    /// let (women, men) = (system.variable(0, 19), system.variable(0, 19));
    /// system.constrain(None, [(women, 1), (men, 1)], Some(19), Some(19));
    /// system.constrain(Some(1), [(women, 3), (men, -2)], Some(0), None); // at least 40 %
    /// system.constrain(Some(1), [(men, 3), (women, -2)], Some(0), None);
    /// assert_eq!(system.solve(&mut 100_000), Answer::Feasible(vec![8, 11]));
    /// ```
    pub fn solve(&self, steps: &mut u64) -> Answer {
        self.decide(&|_| true, steps)
    }

    /// The lowest value of a form, a sum of coefficients times variables, within `steps`.
    ///
    /// ```
    /// use pact_core::solve::counting::{Minimum, System};
    ///
    /// let mut system = System::default();
    /// let (kept, replaced) = (system.variable(0, 12), system.variable(0, 12));
    /// system.constrain(None, [(kept, 1), (replaced, 1)], Some(12), Some(12));
    /// system.constrain(Some(1), [(replaced, 5), (kept, -2)], Some(0), None);
    /// let Minimum::At { value, .. } = system.minimise(&[(replaced, 1)], &mut 100_000) else { panic!() };
    /// assert_eq!(value, 4);
    /// ```
    pub fn minimise(&self, objective: &[(usize, i64)], steps: &mut u64) -> Minimum {
        let Outcome { best, complete } = self.search(&|_| true, Some(objective), steps);
        let short = |(value, solution): (i128, Vec<i64>)| i64::try_from(value).ok().map(|value| (value, solution));
        match (best, complete) {
            (None, true) => Minimum::Infeasible,
            (best, complete) => match (best.and_then(short), complete) {
                (Some((value, solution)), true) => Minimum::At { value, solution },
                (best, _) => Minimum::Undecided { best },
            },
        }
    }

    /// The lowest and the highest value of a form; each may use half of `steps`.
    ///
    /// ```
    /// use pact_core::solve::counting::{Range, System};
    ///
    /// let mut system = System::default();
    /// let (women, others) = (system.variable(0, 19), system.variable(0, 19));
    /// system.constrain(None, [(women, 1), (others, 1)], Some(19), Some(19));
    /// system.constrain(Some(1), [(women, 3), (others, -2)], Some(0), None);
    /// let range = system.range(&[(women, 1)], &mut 100_000);
    /// assert_eq!(range, Range::Between { lowest: Some(8), highest: Some(19) });
    /// ```
    pub fn range(&self, form: &[(usize, i64)], steps: &mut u64) -> Range {
        let mut half = *steps / 2;
        *steps -= half;
        let lowest = self.minimise(form, &mut half);
        if lowest == Minimum::Infeasible {
            *steps += half;
            return Range::Infeasible;
        }
        let negated: Option<Vec<_>> =
            form.iter().map(|(variable, value)| Some((*variable, value.checked_neg()?))).collect();
        let highest = match negated {
            Some(negated) => self.minimise(&negated, steps),
            None => Minimum::Undecided { best: None },
        };
        *steps += half;
        let value = |minimum| match minimum {
            Minimum::At { value, .. } => Some(value),
            Minimum::Infeasible | Minimum::Undecided { .. } => None,
        };
        match highest {
            Minimum::Infeasible => Range::Infeasible,
            highest => Range::Between { lowest: value(lowest), highest: value(highest).and_then(i64::checked_neg) },
        }
    }

    /// A smallest set of laws that nothing satisfies together with the background, within `steps`.
    ///
    /// A conflict is found first, by the sum of constraints that contradicts itself, and thinned out law by law. Then smaller ones are
    /// ruled out: what satisfies some laws leaves out at least one law of every conflict, so each solution that is seen says where
    /// the next candidate has to look. Which of several smallest sets is given is always the same.
    pub fn conflict(&self, steps: &mut u64) -> Conflict {
        let laws: BTreeSet<u32> = self.constraints.iter().filter_map(|constraint| constraint.law).collect();
        match self.decide(&|law| laws.contains(&law), steps) {
            Answer::Feasible(_) => return Conflict::None,
            Answer::Undecided => return Conflict::Undecided,
            Answer::Infeasible => {}
        }
        // Each set has a law of every conflict.
        let mut corrections: Vec<BTreeSet<u32>> = Vec::new();
        let mut conflict = self.certificate(&laws, steps).unwrap_or_else(|| laws.clone());
        for law in conflict.clone().into_iter().rev() {
            let mut rest = conflict.clone();
            if !rest.remove(&law) {
                continue;
            }
            // No test may use up what the others need.
            let mut share = *steps / 4;
            *steps -= share;
            match self.decide(&|law| rest.contains(&law), &mut share) {
                Answer::Infeasible => conflict = self.certificate(&rest, &mut share).unwrap_or(rest),
                Answer::Feasible(solution) => corrections.push(self.violated(&laws, &solution)),
                Answer::Undecided => {}
            }
            *steps += share;
        }
        let between = |laws: BTreeSet<u32>, smallest| Conflict::Between { laws: laws.into_iter().collect(), smallest };
        loop {
            let Some(candidate) = smallest_hitting(&corrections, steps) else { return between(conflict, false) };
            if candidate.len() >= conflict.len() {
                return between(conflict, true);
            }
            match self.decide(&|law| candidate.contains(&law), steps) {
                Answer::Infeasible => return between(candidate, true),
                Answer::Undecided => return between(conflict, false),
                Answer::Feasible(solution) => corrections.push(self.correction(&laws, &solution, steps)),
            }
        }
    }

    /// The laws that are violated by a solution of some of them: as few as can be had without looking far.
    fn correction(&self, laws: &BTreeSet<u32>, solution: &[i64], steps: &mut u64) -> BTreeSet<u32> {
        let mut violated = self.violated(laws, solution);
        for law in violated.clone() {
            if !violated.contains(&law) {
                continue;
            }
            let mut share = *steps / 16;
            *steps -= share;
            let wanted = |one| one == law || !violated.contains(&one);
            if let Answer::Feasible(solution) = self.decide(&wanted, &mut share) {
                violated = self.violated(laws, &solution);
            }
            *steps += share;
        }
        violated
    }

    fn violated(&self, laws: &BTreeSet<u32>, solution: &[i64]) -> BTreeSet<u32> {
        let violated = |constraint: &&Constraint| !constraint.holds(solution);
        let broken = self.constraints.iter().filter(violated).filter_map(|constraint| constraint.law);
        broken.filter(|law| laws.contains(law)).collect()
    }

    fn decide(&self, wanted: &dyn Fn(u32) -> bool, steps: &mut u64) -> Answer {
        match self.search(wanted, None, steps) {
            Outcome { best: Some((_, solution)), .. } => Answer::Feasible(solution),
            Outcome { best: None, complete: true } => Answer::Infeasible,
            Outcome { best: None, complete: false } => Answer::Undecided,
        }
    }

    /// The laws of a sum of constraints that contradicts itself, if one is seen without branching.
    fn certificate(&self, laws: &BTreeSet<u32>, steps: &mut u64) -> Option<BTreeSet<u32>> {
        fn rows<W: Whole>(problem: &Problem, budget: &mut Budget<'_>) -> Result<Option<Vec<usize>>, Stop> {
            Search::<W>::new(problem, budget)?.certificate(budget)
        }
        let Ok(Prepared::Problem(problem)) = Problem::prepare(self, &|law| laws.contains(&law), None) else {
            return None;
        };
        let budget = &mut Budget(steps);
        let rows = match rows::<i128>(&problem, budget) {
            Err(Stop::Overflow) => rows::<BigInt>(&problem, budget),
            rows => rows,
        };
        let rows = rows.ok()??;
        Some(rows.into_iter().filter_map(|row| problem.rows.get(row)?.law).collect())
    }

    /// Looks for solutions, each better than the one before, until there is none or the steps are used up.
    fn search(&self, wanted: &dyn Fn(u32) -> bool, objective: Option<&[(usize, i64)]>, steps: &mut u64) -> Outcome {
        let mut outcome = Outcome::default();
        let budget = &mut Budget(steps);
        outcome.complete = self.search_into(&mut outcome.best, wanted, objective, budget).is_ok();
        outcome
    }

    fn search_into(
        &self,
        best: &mut Option<(i128, Vec<i64>)>,
        wanted: &dyn Fn(u32) -> bool,
        objective: Option<&[(usize, i64)]>,
        budget: &mut Budget<'_>,
    ) -> Result<(), Stop> {
        let terms: usize = self.constraints.iter().map(|constraint| constraint.terms.len() + 1).sum();
        budget.spend((terms + self.variables.len()) as u64)?;
        let problem = match Problem::prepare(self, wanted, objective)? {
            Prepared::Infeasible => return Ok(()),
            Prepared::Problem(problem) => problem,
        };
        // Most systems are decided without any branching, and then counts would be a burden.
        let mut task = Task { system: self, wanted, objective, best };
        if task.run(&problem, false, budget)? {
            return Ok(());
        }
        let problem = problem.with_counts();
        task.run(&problem, true, budget)?;
        Ok(())
    }
}

/// What a search is for, and what it found so far.
struct Task<'t> {
    system: &'t System,
    wanted: &'t dyn Fn(u32) -> bool,
    objective: Option<&'t [(usize, i64)]>,
    best: &'t mut Option<(i128, Vec<i64>)>,
}

impl Task<'_> {
    /// True where there is nothing better than the best; false where only branching can tell, and it was not allowed.
    fn run(&mut self, problem: &Problem, branch: bool, budget: &mut Budget<'_>) -> Result<bool, Stop> {
        match self.run_with::<i128>(problem, branch, budget) {
            Err(Stop::Overflow) => self.run_with::<BigInt>(problem, branch, budget),
            done => done,
        }
    }

    fn run_with<W: Whole>(&mut self, problem: &Problem, branch: bool, budget: &mut Budget<'_>) -> Result<bool, Stop> {
        let mut search = Search::<W>::new(problem, budget)?;
        loop {
            let cutoff = self.best.as_ref().map(|(value, _)| value - 1);
            let found = if branch { Some(search.next(cutoff, budget)?) } else { search.glance(cutoff, budget)? };
            match found {
                None => return Ok(false),
                Some(Found::Nothing) => return Ok(true),
                Some(Found::Point(point)) => {
                    *self.best = Some(self.seen(problem, &point)?);
                    if self.objective.is_none() {
                        return Ok(true);
                    }
                }
            }
        }
    }

    /// The solution that a point stands for, held against all that was asked.
    fn seen(&self, problem: &Problem, point: &[i128]) -> Result<(i128, Vec<i64>), Stop> {
        let solution = problem.spread(self.system, point)?;
        let within = |(variable, value): (&Variable, &i64)| (variable.at_least..=variable.at_most).contains(value);
        let mut asked = self.system.constraints.iter().filter(|one| one.law.is_none_or(self.wanted));
        let holds = self.system.variables.iter().zip(&solution).all(within) && asked.all(|one| one.holds(&solution));
        let value = value(self.objective.unwrap_or(&[]), &solution).ok_or(Stop::Spent)?;
        let better = self.best.as_ref().is_none_or(|(best, _)| value < *best);
        // It cannot fail. If it did: no answer, not a wrong one.
        if holds && better { Ok((value, solution)) } else { Err(Stop::Spent) }
    }
}

impl Constraint {
    /// Whether values satisfy it; not if its sum cannot be added up.
    fn holds(&self, solution: &[i64]) -> bool {
        value(&self.terms, solution).is_some_and(|sum| {
            self.at_least.is_none_or(|least| sum >= i128::from(least))
                && self.at_most.is_none_or(|most| sum <= i128::from(most))
        })
    }
}

fn value(terms: &[(usize, i64)], solution: &[i64]) -> Option<i128> {
    terms.iter().try_fold(0i128, |sum, (variable, coefficient)| {
        sum.checked_add(i128::from(*coefficient) * i128::from(*solution.get(*variable)?))
    })
}

/// A smallest set that has something in common with each of the sets.
fn smallest_hitting(sets: &[BTreeSet<u32>], steps: &mut u64) -> Option<BTreeSet<u32>> {
    let mut system = System::default();
    let mut numbers: BTreeMap<u32, usize> = BTreeMap::new();
    for law in sets.iter().flatten() {
        numbers.entry(*law).or_insert_with(|| system.variable(0, 1));
    }
    for set in sets {
        let terms = set.iter().filter_map(|law| Some((*numbers.get(law)?, 1)));
        system.constrain(None, terms, Some(1), None);
    }
    let objective: Vec<(usize, i64)> = numbers.values().map(|variable| (*variable, 1)).collect();
    let Minimum::At { solution, .. } = system.minimise(&objective, steps) else { return None };
    let taken = |variable: &usize| solution.get(*variable).is_some_and(|value| *value > 0);
    Some(numbers.iter().filter(|(_, variable)| taken(variable)).map(|(law, _)| *law).collect())
}

#[cfg(test)]
mod tests;
