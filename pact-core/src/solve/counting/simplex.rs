//! The exact linear relaxation: the dual simplex method with bounds on all variables, over whole numbers.
//!
//! The inverse of the basis is kept by row, each as whole numbers over one denominator. All variables outside of the basis
//! stand at a bound, which is whole, so the values of the basis are one product away and nothing is carried along that could
//! drift. That nothing satisfies the bounds is only ever said with a certificate, a sum of rows, that is added up anew from
//! the rows of the problem ([`refutes`]): a wrong turn in the method costs time, and never gives a wrong answer.

#![expect(
    clippy::indexing_slicing,
    reason = "rows, columns and variables are numbered by the problem, which does not change"
)]

use std::{cell::Cell, cmp::Ordering};

use super::{Budget, Stop, problem::Problem, whole::Whole};

/// How large the inverse of a basis may become, in words: 64 MB.
const ROOM: u64 = 1 << 23;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Basic(usize),
    Low,
    High,
}

/// A row of the inverse.
struct Line<W> {
    numerators: Vec<W>,
    denominator: W,
}

/// A basis, and what follows from it.
pub(super) struct Tableau<W> {
    lines: Vec<Line<W>>,
    basis: Vec<usize>,
    place: Vec<Place>,
    /// The values of the basis, each over the denominator of its line.
    values: Vec<W>,
    /// After how many steps from basis to basis the rule of Bland is followed, which ends every cycle, and is slow.
    pub(super) patience: usize,
}

/// What the relaxation says of bounds.
pub(super) enum Relaxed {
    /// No numbers, whole or not, are within them, by these rows.
    Refuted(Vec<usize>),
    /// Some are, and they are the lowest for what is to be minimised.
    Point,
}

/// Where the point of a relaxation leads.
pub(super) enum Leads {
    /// It is whole: the values of the columns.
    Whole(Vec<i128>),
    /// This variable of the basis is not: its value rounded down, and whether it is nearer to the next.
    Between { line: usize, variable: usize, floor: i128, high: bool },
}

impl<W: Whole> Tableau<W> {
    /// The basis of the activities of all rows.
    pub(super) fn new(problem: &Problem, budget: &mut Budget<'_>) -> Result<Self, Stop> {
        let (columns, rows) = (problem.columns.len(), problem.rows.len());
        budget.spend((rows * rows) as u64)?;
        let line = |row: usize| {
            let mut numerators = vec![W::new(0); rows];
            numerators[row] = W::new(-1);
            Line { numerators, denominator: W::new(1) }
        };
        Ok(Self {
            lines: (0..rows).map(line).collect(),
            basis: (columns..columns + rows).collect(),
            place: (0..columns).map(|_| Place::Low).chain((0..rows).map(Place::Basic)).collect(),
            values: Vec::new(),
            patience: 200 + 20 * rows,
        })
    }

    /// Goes from basis to basis until the values are within the bounds, or it is proven that none are.
    pub(super) fn relax(
        &mut self,
        problem: &Problem,
        lower: &[i128],
        upper: &[i128],
        budget: &mut Budget<'_>,
    ) -> Result<Relaxed, Stop> {
        let (columns, rows) = (problem.columns.len(), problem.rows.len());
        self.face(problem, lower, upper)?;
        let mut residue = vec![0i128; rows];
        for (variable, place) in self.place.iter().enumerate() {
            let at = match place {
                Place::Basic(_) => continue,
                Place::Low => lower[variable],
                Place::High => upper[variable],
            };
            shift(problem, &mut residue, variable, -at);
        }
        let mut pivots = 0usize;
        loop {
            budget.spend(((rows * rows) as u64 + problem.size()) * W::new(1).words())?;
            let careful = pivots > self.patience;
            self.values.clear();
            for line in &self.lines {
                let mut value = W::new(0);
                for (numerator, residue) in line.numerators.iter().zip(&residue) {
                    if *residue != 0 && numerator.sign().is_ne() {
                        value.add(numerator, *residue)?;
                    }
                }
                self.values.push(value);
            }
            let Some(Leaving { line, below, by }) = self.leaving(problem, lower, upper, careful)? else {
                return Ok(Relaxed::Point);
            };
            let leaving = self.basis[line];
            // The line says: denominator × basic = −Σ slope × variable. What can move the basic variable the way it has to go?
            let mut candidates: Vec<Candidate<W>> = Vec::new();
            let mut reach = W::new(0);
            for variable in 0..columns + rows {
                let range = upper[variable] - lower[variable];
                let rises = match self.place[variable] {
                    Place::Low if range > 0 => true,
                    Place::High if range > 0 => false,
                    _ => continue,
                };
                let slope = dot(&self.lines[line].numerators, problem, variable)?;
                if slope.sign().is_eq() || (slope.sign().is_lt()) != (rises == below) {
                    continue;
                }
                let slope = if slope.sign().is_lt() { slope.negated() } else { slope };
                reach.add(&slope, range)?;
                let costs = self.costs(problem, variable)?;
                candidates.push(Candidate { variable, slope, costs });
            }
            if reach < by {
                return match refutes(problem, &self.lines[line].numerators, lower, upper)? {
                    true => Ok(Relaxed::Refuted(support(&self.lines[line].numerators))),
                    // It cannot come to this. If it did: no answer, not a wrong one.
                    false => Err(Stop::Spent),
                };
            }
            let Some(entering) = choose(candidates, by, careful, lower, upper, |variable| {
                let range = upper[variable] - lower[variable];
                match self.place[variable] {
                    Place::Low => {
                        self.place[variable] = Place::High;
                        shift(problem, &mut residue, variable, -range);
                    }
                    Place::High => {
                        self.place[variable] = Place::Low;
                        shift(problem, &mut residue, variable, range);
                    }
                    Place::Basic(_) => {}
                }
            })?
            else {
                return Err(Stop::Spent);
            };
            let at = if self.place[entering] == Place::High { upper[entering] } else { lower[entering] };
            shift(problem, &mut residue, entering, at);
            shift(problem, &mut residue, leaving, -if below { lower[leaving] } else { upper[leaving] });
            self.pivot(problem, line, entering, budget)?;
            self.basis[line] = entering;
            self.place[entering] = Place::Basic(line);
            self.place[leaving] = if below { Place::Low } else { Place::High };
            pivots += 1;
        }
    }

    /// Puts every variable outside of the basis at the bound that is better for what is to be minimised, or else for the guide.
    fn face(&mut self, problem: &Problem, lower: &[i128], upper: &[i128]) -> Result<(), Stop> {
        for variable in 0..self.place.len() {
            if matches!(self.place[variable], Place::Basic(_)) || lower[variable] == upper[variable] {
                continue;
            }
            self.place[variable] = Place::Low;
            let [first, second] = self.costs(problem, variable)?;
            if first.sign().then(second.sign()).is_lt() {
                self.place[variable] = Place::High;
            }
        }
        Ok(())
    }

    /// What moving a variable away from its bound costs: of what is minimised, and of the guide, each over a denominator that
    /// is the same for all.
    fn costs(&self, problem: &Problem, variable: usize) -> Result<[W; 2], Stop> {
        let cost = |row: usize| match self.place[problem.columns.len() + row] {
            Place::Basic(line) => {
                let slope = dot(&self.lines[line].numerators, problem, variable)?;
                Ok(if self.place[variable] == Place::High { slope } else { slope.negated() })
            }
            Place::Low | Place::High => Ok(W::new(0)),
        };
        Ok([if problem.objective { cost(0)? } else { W::new(0) }, cost(problem.guide)?])
    }

    /// The line of the basis to be mended first: what is minimised if it is too high already, or else what is furthest off.
    fn leaving(
        &self,
        problem: &Problem,
        lower: &[i128],
        upper: &[i128],
        careful: bool,
    ) -> Result<Option<Leaving<W>>, Stop> {
        let mut worst: Option<Leaving<W>> = None;
        for (line, value) in self.values.iter().enumerate() {
            let variable = self.basis[line];
            if variable == problem.columns.len() + problem.guide {
                continue;
            }
            let denominator = &self.lines[line].denominator;
            let least = denominator.times(&W::new(lower[variable]))?;
            let most = denominator.times(&W::new(upper[variable]))?;
            let leaving = if *value < least {
                Leaving { line, below: true, by: least.minus(value)? }
            } else if *value > most {
                Leaving { line, below: false, by: value.minus(&most)? }
            } else {
                continue;
            };
            if problem.objective && variable == problem.columns.len() {
                return Ok(Some(leaving));
            }
            let worse = match &worst {
                None => true,
                Some(worst) if careful => variable < self.basis[worst.line],
                Some(worst) => leaving.by.times(&self.lines[worst.line].denominator)? > worst.by.times(denominator)?,
            };
            if worse {
                worst = Some(leaving);
            }
        }
        Ok(worst)
    }

    /// Makes `entering` basic in the place of what is basic in `line`.
    fn pivot(&mut self, problem: &Problem, line: usize, entering: usize, budget: &mut Budget<'_>) -> Result<(), Stop> {
        let slopes: Vec<W> =
            self.lines.iter().map(|line| dot(&line.numerators, problem, entering)).collect::<Result<_, Stop>>()?;
        let pivot = slopes[line].clone();
        let Line { numerators, .. } = &self.lines[line];
        let (source, pivot) = match pivot.sign() {
            Ordering::Equal => return Err(Stop::Spent),
            Ordering::Less => (numerators.iter().map(Whole::negated).collect(), pivot.negated()),
            Ordering::Greater => (numerators.clone(), pivot),
        };
        let source = reduced(Line { numerators: source, denominator: pivot });
        let rows = source.numerators.len() as u64;
        for (number, slope) in slopes.iter().enumerate() {
            if number == line || slope.sign().is_eq() {
                continue;
            }
            // line − (slope / denominator) × source, all over one denominator.
            let target = &self.lines[number];
            let divisor = slope.gcd(&source.denominator);
            let (factor, scale) = (slope.over(&divisor), source.denominator.over(&divisor));
            let mut numerators = Vec::with_capacity(source.numerators.len());
            for (one, other) in target.numerators.iter().zip(&source.numerators) {
                numerators.push(match (one.sign(), other.sign()) {
                    (_, Ordering::Equal) => one.times(&scale)?,
                    (Ordering::Equal, _) => other.times(&factor)?.negated(),
                    _ => one.times(&scale)?.minus(&other.times(&factor)?)?,
                });
            }
            let changed = reduced(Line { numerators, denominator: target.denominator.times(&scale)? });
            let words = changed.denominator.words();
            budget.spend(rows * words)?;
            if words * rows * rows > ROOM {
                return Err(Stop::Spent);
            }
            self.lines[number] = changed;
        }
        self.lines[line] = source;
        Ok(())
    }

    /// What the point says that [`Tableau::relax`] came to.
    pub(super) fn leads(&self, problem: &Problem, lower: &[i128], upper: &[i128]) -> Result<Leads, Stop> {
        let columns = problem.columns.len();
        let mut values = vec![0; columns];
        let mut between: Option<((u8, usize), Leads)> = None;
        for (variable, place) in self.place.iter().enumerate() {
            match place {
                Place::Low if variable < columns => values[variable] = lower[variable],
                Place::High if variable < columns => values[variable] = upper[variable],
                Place::Basic(line) => {
                    let (value, denominator) = (&self.values[*line], &self.lines[*line].denominator);
                    let floor = value.over(denominator);
                    let rest = value.minus(&floor.times(denominator)?)?;
                    let floor = floor.small()?;
                    if rest.sign().is_eq() {
                        if variable < columns {
                            values[variable] = floor;
                        }
                        continue;
                    }
                    let minimised = problem.objective && variable == columns;
                    let count = variable >= columns && !minimised && problem.rows[variable - columns].count;
                    let rank = match (count, problem.is_cell(variable)) {
                        (true, _) => (0, variable),
                        (false, true) => (1, variable),
                        (false, false) => (2, variable),
                    };
                    // An activity that is no count is left alone: it is whole once the columns are.
                    if (count || variable < columns) && between.as_ref().is_none_or(|(first, _)| rank < *first) {
                        let high = rest.minus(&denominator.minus(&rest)?)?.sign().is_gt();
                        between = Some((rank, Leads::Between { line: *line, variable, floor, high }));
                    }
                }
                Place::Low | Place::High => {}
            }
        }
        Ok(between.map_or(Leads::Whole(values), |(_, leads)| leads))
    }

    /// The rows of the line, if it shows by itself that no whole numbers are within the bounds.
    pub(super) fn refuted(
        &self,
        problem: &Problem,
        line: usize,
        lower: &[i128],
        upper: &[i128],
    ) -> Result<Option<Vec<usize>>, Stop> {
        let weights = &self.lines[line].numerators;
        Ok(refutes(problem, weights, lower, upper)?.then(|| support(weights)))
    }
}

struct Leaving<W> {
    line: usize,
    below: bool,
    /// How far off, over the denominator of the line.
    by: W,
}

/// Adds `amount × column` of a variable to what the rows leave to the basis: moving the variable by `−amount` does that.
fn shift(problem: &Problem, residue: &mut [i128], variable: usize, amount: i128) {
    match problem.columns.get(variable) {
        Some(column) => column.iter().for_each(|(row, coefficient)| residue[*row] += coefficient * amount),
        None => residue[variable - problem.columns.len()] -= amount,
    }
}

/// A sum of rows at one variable.
fn dot<W: Whole>(weights: &[W], problem: &Problem, variable: usize) -> Result<W, Stop> {
    let Some(column) = problem.columns.get(variable) else {
        return Ok(weights[variable - problem.columns.len()].negated());
    };
    let mut sum = W::new(0);
    for (row, coefficient) in column {
        if weights[*row].sign().is_ne() {
            sum.add(&weights[*row], *coefficient)?;
        }
    }
    Ok(sum)
}

/// The line over the smallest denominator.
fn reduced<W: Whole>(mut line: Line<W>) -> Line<W> {
    let mut divisor = line.denominator.clone();
    for numerator in &line.numerators {
        if divisor.is_one() {
            return line;
        }
        if numerator.sign().is_ne() {
            divisor = divisor.gcd(numerator);
        }
    }
    if !divisor.is_one() {
        for numerator in line.numerators.iter_mut().chain([&mut line.denominator]) {
            if numerator.sign().is_ne() {
                *numerator = numerator.over(&divisor);
            }
        }
    }
    line
}

fn support<W: Whole>(weights: &[W]) -> Vec<usize> {
    weights.iter().enumerate().filter(|(_, weight)| weight.sign().is_ne()).map(|(row, _)| row).collect()
}

/// A variable that can move another one the way it has to go: how fast, and at what costs.
struct Candidate<W> {
    variable: usize,
    slope: W,
    costs: [W; 2],
}

impl<W: Whole> Candidate<W> {
    /// The order by what it costs for how far it moves the other: of what is minimised, then of the guide.
    fn order(&self, other: &Self) -> Result<Ordering, Stop> {
        for (one, two) in self.costs.iter().zip(&other.costs) {
            if one.sign().is_ne() || two.sign().is_ne() {
                let order = one.times(&other.slope)?.cmp(&two.times(&self.slope)?);
                if order.is_ne() {
                    return Ok(order);
                }
            }
        }
        Ok(self.variable.cmp(&other.variable))
    }
}

/// Which candidate enters the basis: the one that costs least for what it moves. Those that cost less and cannot move the
/// variable far enough are sent to their other bound on the way.
fn choose<W: Whole>(
    mut candidates: Vec<Candidate<W>>,
    mut by: W,
    careful: bool,
    lower: &[i128],
    upper: &[i128],
    mut flip: impl FnMut(usize),
) -> Result<Option<usize>, Stop> {
    let overflow = Cell::new(false);
    candidates.sort_by(|one, other| {
        one.order(other).unwrap_or_else(|_| {
            overflow.set(true);
            one.variable.cmp(&other.variable)
        })
    });
    if overflow.get() {
        return Err(Stop::Overflow);
    }
    if careful {
        return Ok(candidates.first().map(|candidate| candidate.variable));
    }
    for Candidate { variable, slope, .. } in candidates {
        let gain = slope.times(&W::new(upper[variable] - lower[variable]))?;
        if gain >= by {
            return Ok(Some(variable));
        }
        by = by.minus(&gain)?;
        flip(variable);
    }
    Ok(None)
}

/// Whether a sum of rows, weighed by whole numbers, cannot come out with whole numbers within the bounds: because it lies
/// too far off, or because all that can still move moves in strides that miss it. True of any weights whatever they come from.
fn refutes<W: Whole>(problem: &Problem, weights: &[W], lower: &[i128], upper: &[i128]) -> Result<bool, Stop> {
    let (mut least, mut most, mut fixed, mut stride) = (W::new(0), W::new(0), W::new(0), W::new(0));
    for variable in 0..lower.len() {
        let slope = dot(weights, problem, variable)?;
        if slope.sign().is_eq() {
            continue;
        }
        let (one, other) = if slope.sign().is_gt() { (lower, upper) } else { (upper, lower) };
        least.add(&slope, one[variable])?;
        most.add(&slope, other[variable])?;
        if lower[variable] == upper[variable] {
            fixed.add(&slope, lower[variable])?;
        } else if !stride.is_one() {
            stride = stride.gcd(&slope);
        }
    }
    if least.sign().is_gt() || most.sign().is_lt() {
        return Ok(true);
    }
    if stride.sign().is_eq() || stride.is_one() {
        // Nothing moves, and then the least and the most are one number; or all strides are possible.
        return Ok(false);
    }
    let rest = fixed.minus(&fixed.over(&stride).times(&stride)?)?;
    Ok(rest.sign().is_ne())
}
