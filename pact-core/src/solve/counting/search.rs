//! Branch and bound: bounds are propagated, then relaxed, then a variable that is not whole is tried below and above.

#![expect(
    clippy::indexing_slicing,
    reason = "rows, columns and variables are numbered by the problem, which does not change"
)]

use std::collections::VecDeque;

use super::{
    Budget, Stop,
    problem::{Problem, common},
    simplex::{Leads, Relaxed, Tableau},
    whole::Whole,
};

pub(super) struct Search<'p, W> {
    problem: &'p Problem,
    pub(super) tableau: Tableau<W>,
    lower: Vec<i128>,
    upper: Vec<i128>,
    /// What bounds were before they were narrowed, to go back.
    trail: Vec<Narrowed>,
    /// Rows to be propagated.
    queue: VecDeque<usize>,
    queued: Vec<bool>,
    /// Branches that were not looked at yet.
    open: Vec<Branch>,
}

struct Narrowed {
    variable: usize,
    lower: i128,
    upper: i128,
}

/// What is left to try: a variable between bounds, from where the trail was this long.
struct Branch {
    trail: usize,
    variable: usize,
    lower: i128,
    upper: i128,
}

/// How a search came out that did not have to stop.
pub(super) enum Found {
    /// All of it was looked at.
    Nothing,
    /// The values of the columns.
    Point(Vec<i128>),
}

enum Look {
    Dead,
    Whole(Vec<i128>),
    Between { variable: usize, floor: i128, high: bool },
}

impl<'p, W: Whole> Search<'p, W> {
    pub(super) fn new(problem: &'p Problem, budget: &mut Budget<'_>) -> Result<Self, Stop> {
        Ok(Self {
            problem,
            tableau: Tableau::new(problem, budget)?,
            lower: problem.lower.clone(),
            upper: problem.upper.clone(),
            trail: Vec::new(),
            queue: (0..problem.rows.len()).collect(),
            queued: vec![true; problem.rows.len()],
            open: Vec::new(),
        })
    }

    /// The next point with whole values: any, or one for which what is minimised is at most `cutoff`. After a point the search
    /// goes on where it stopped.
    pub(super) fn next(&mut self, cutoff: Option<i128>, budget: &mut Budget<'_>) -> Result<Found, Stop> {
        loop {
            match self.look(cutoff, budget)? {
                Look::Whole(point) => return Ok(Found::Point(point)),
                Look::Between { variable, floor, high } => {
                    let (lower, upper) = (self.lower[variable], self.upper[variable]);
                    let trail = self.trail.len();
                    let (below, above) = ((lower, floor), (floor + 1, upper));
                    let (first, second) = if high { (above, below) } else { (below, above) };
                    self.open.push(Branch { trail, variable, lower: second.0, upper: second.1 });
                    self.narrow(variable, first.0, first.1);
                }
                Look::Dead => {
                    let Some(branch) = self.open.pop() else { return Ok(Found::Nothing) };
                    while self.trail.len() > branch.trail {
                        let Some(Narrowed { variable, lower, upper }) = self.trail.pop() else { break };
                        (self.lower[variable], self.upper[variable]) = (lower, upper);
                    }
                    for row in self.queue.drain(..) {
                        self.queued[row] = false;
                    }
                    self.narrow(branch.variable, branch.lower, branch.upper);
                }
            }
        }
    }

    /// One look without branching: `None` where only branching can tell.
    pub(super) fn glance(&mut self, cutoff: Option<i128>, budget: &mut Budget<'_>) -> Result<Option<Found>, Stop> {
        Ok(match self.look(cutoff, budget)? {
            Look::Dead => Some(Found::Nothing),
            Look::Whole(point) => Some(Found::Point(point)),
            Look::Between { .. } => None,
        })
    }

    /// The rows by which the relaxation of the bounds as they were given has no point.
    pub(super) fn certificate(&mut self, budget: &mut Budget<'_>) -> Result<Option<Vec<usize>>, Stop> {
        if let Relaxed::Refuted(rows) = self.tableau.relax(self.problem, &self.lower, &self.upper, budget)? {
            return Ok(Some(rows));
        }
        for line in 0..self.problem.rows.len() {
            budget.spend(self.problem.size())?;
            if let Some(rows) = self.tableau.refuted(self.problem, line, &self.lower, &self.upper)? {
                return Ok(Some(rows));
            }
        }
        Ok(None)
    }

    fn look(&mut self, cutoff: Option<i128>, budget: &mut Budget<'_>) -> Result<Look, Stop> {
        let minimised = self.problem.columns.len();
        if let Some(cutoff) = cutoff
            && self.problem.objective
        {
            if self.lower[minimised] > cutoff {
                return Ok(Look::Dead);
            }
            if self.upper[minimised] > cutoff {
                self.narrow(minimised, self.lower[minimised], cutoff);
            }
        }
        if !self.propagate(budget)? {
            return Ok(Look::Dead);
        }
        if let Relaxed::Refuted(_) = self.tableau.relax(self.problem, &self.lower, &self.upper, budget)? {
            return Ok(Look::Dead);
        }
        match self.tableau.leads(self.problem, &self.lower, &self.upper)? {
            Leads::Whole(point) => Ok(Look::Whole(point)),
            Leads::Between { line, variable, floor, high } => {
                budget.spend(self.problem.size())?;
                if self.tableau.refuted(self.problem, line, &self.lower, &self.upper)?.is_some() {
                    return Ok(Look::Dead);
                }
                Ok(Look::Between { variable, floor, high })
            }
        }
    }

    /// Narrows the bounds of a variable, and queues the rows that it stands in.
    fn narrow(&mut self, variable: usize, lower: i128, upper: i128) {
        self.trail.push(Narrowed { variable, lower: self.lower[variable], upper: self.upper[variable] });
        (self.lower[variable], self.upper[variable]) = (lower, upper);
        let problem = self.problem;
        match problem.columns.get(variable) {
            Some(column) => column.iter().for_each(|(row, _)| self.enqueue(*row)),
            None => self.enqueue(variable - problem.columns.len()),
        }
    }

    fn enqueue(&mut self, row: usize) {
        if !std::mem::replace(&mut self.queued[row], true) {
            self.queue.push_back(row);
        }
    }

    /// Narrows bounds by what single rows leave: false where one leaves nothing.
    fn propagate(&mut self, budget: &mut Budget<'_>) -> Result<bool, Stop> {
        // Two rows can narrow each other by one for ever so long. The relaxation sees at once where that ends.
        let mut visits = 8 * self.problem.rows.len();
        while let Some(row) = self.queue.pop_front() {
            self.queued[row] = false;
            if visits == 0 || row == self.problem.guide {
                continue;
            }
            visits -= 1;
            budget.spend(self.problem.rows[row].terms.len() as u64 + 1)?;
            if !self.propagate_row(row) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn propagate_row(&mut self, row: usize) -> bool {
        let problem = self.problem;
        let terms = &problem.rows[row].terms;
        let activity = problem.columns.len() + row;
        let (mut least, mut most, mut fixed) = (0i128, 0i128, 0i128);
        for (column, coefficient) in terms {
            let (lower, upper) = (self.lower[*column], self.upper[*column]);
            if lower == upper {
                fixed += coefficient * lower;
            }
            let (one, other) = (coefficient * lower, coefficient * upper);
            least += one.min(other);
            most += one.max(other);
        }
        let (mut lower, mut upper) = (self.lower[activity].max(least), self.upper[activity].min(most));
        // What is left moves in strides, so bounds between two strides can go to the next.
        let free = terms.iter().filter(|(column, _)| self.lower[*column] < self.upper[*column]);
        let stride = common(free.map(|term| term.1));
        if stride > 1 {
            lower = fixed - (fixed - lower).div_euclid(stride) * stride;
            upper = fixed + (upper - fixed).div_euclid(stride) * stride;
        }
        if lower > upper {
            return false;
        }
        // What is minimised keeps its lower bound: it has to stay in the basis, and does as long as it is never too low.
        let kept = if problem.objective && row == 0 { self.lower[activity] } else { lower };
        if kept > self.lower[activity] || upper < self.upper[activity] {
            self.trail.push(Narrowed { variable: activity, lower: self.lower[activity], upper: self.upper[activity] });
            (self.lower[activity], self.upper[activity]) = (kept, upper);
        }
        let (above, below) = (upper - least, most - lower);
        for (column, coefficient) in terms {
            let (low, high) = (self.lower[*column], self.upper[*column]);
            let weight = coefficient.abs();
            // No overflow: both factors were multiplied above.
            let range = weight * (high - low);
            if range <= above && range <= below {
                continue;
            }
            let (rise, fall) = if *coefficient > 0 { (above, below) } else { (below, above) };
            let (to, from) = (high.min(low + rise.div_euclid(weight)), low.max(high - fall.div_euclid(weight)));
            if from > to {
                return false;
            }
            if to < high || from > low {
                self.narrow(*column, from, to);
            }
        }
        true
    }
}
