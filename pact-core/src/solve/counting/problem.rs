//! A system made ready to be worked on: the constraints that can bind, and variables that nothing tells apart as one.

#![expect(
    clippy::indexing_slicing,
    reason = "columns and rows are numbered here, and name each other by these numbers"
)]

use std::collections::{BTreeMap, BTreeSet};

use super::{Stop, System, whole::gcd};

/// No row may reach further than this: sums of its terms, and what propagation makes of them, then fit with room to spare.
const FAR: i128 = 1 << 100;

/// A basis is kept as a square of this many rows at most: 16 MB.
const MOST_ROWS: usize = 1024;

/// Rows of more weights than this count nothing that is worth branching on.
const MOST_WEIGHTS: usize = 8;

/// Cells and counts are added as long as there are no more rows than this: each makes the square of the basis larger.
const MOST_COUNTS: usize = 160;

/// Rows `Σ coefficient × column = activity`. Columns and the activities of rows are one sequence of variables: columns first.
pub(super) struct Problem {
    pub(super) columns: Vec<Vec<(usize, i128)>>,
    pub(super) rows: Vec<Row>,
    /// Bounds of the variables: of the columns, then of the activities.
    pub(super) lower: Vec<i128>,
    pub(super) upper: Vec<i128>,
    /// Row 0 is what is to be minimised.
    pub(super) objective: bool,
    /// A row that binds nothing: an arbitrary cost of each column, all different as far as can be. Among places that are alike
    /// it says which way to go, where otherwise the simplex method would go in circles.
    pub(super) guide: usize,
    /// Which variables of the system each column is the sum of, in rising order. Columns beyond are cells.
    groups: Vec<Vec<usize>>,
}

pub(super) struct Row {
    pub(super) terms: Vec<(usize, i128)>,
    pub(super) law: Option<u32>,
    /// It weighs all its columns alike: what it counts is worth branching on.
    pub(super) count: bool,
    /// It says that a cell is the sum of its columns, or is the guide: there is nothing to count.
    link: bool,
}

/// What there is before any search.
pub(super) enum Prepared {
    Problem(Problem),
    Infeasible,
}

impl Problem {
    /// The constraints of the background and of the laws that are `wanted`, with what is to be minimised.
    pub(super) fn prepare(
        system: &System,
        wanted: &dyn Fn(u32) -> bool,
        objective: Option<&[(usize, i64)]>,
    ) -> Result<Prepared, Stop> {
        if system.variables.iter().any(|variable| variable.at_least > variable.at_most) {
            return Ok(Prepared::Infeasible);
        }
        let mut kept: Vec<Kept> = Vec::new();
        if let Some(objective) = objective {
            let terms = combined(system, objective)?;
            let (lowest, highest) = reach(system, &terms)?;
            kept.push(Kept { terms, lower: lowest, upper: highest, law: None });
        }
        for constraint in &system.constraints {
            if !constraint.law.is_none_or(wanted) {
                continue;
            }
            let terms = combined(system, &constraint.terms)?;
            let (lowest, highest) = reach(system, &terms)?;
            let lower = constraint.at_least.map_or(lowest, |bound| lowest.max(i128::from(bound)));
            let upper = constraint.at_most.map_or(highest, |bound| highest.min(i128::from(bound)));
            if lower > upper {
                return Ok(Prepared::Infeasible);
            }
            if lower > lowest || upper < highest {
                kept.push(Kept { terms, lower, upper, law: constraint.law });
            }
        }
        if kept.len() > MOST_ROWS {
            return Err(Stop::Spent);
        }
        Ok(Prepared::Problem(Self::of(system, kept, objective.is_some())))
    }

    fn of(system: &System, kept: Vec<Kept>, objective: bool) -> Self {
        let mut columns_of = vec![Vec::new(); system.variables.len()];
        for (row, kept) in kept.iter().enumerate() {
            for (variable, coefficient) in &kept.terms {
                columns_of[*variable].push((row, *coefficient));
            }
        }
        let mut numbers: BTreeMap<Vec<(usize, i128)>, usize> = BTreeMap::new();
        let (mut columns, mut groups): (Vec<_>, Vec<Vec<usize>>) = (Vec::new(), Vec::new());
        for (variable, column) in columns_of.into_iter().enumerate() {
            let next = columns.len();
            let number = *numbers.entry(column).or_insert_with_key(|column| {
                columns.push(column.clone());
                groups.push(Vec::new());
                next
            });
            groups[number].push(variable);
        }
        let bound = |group: &Vec<usize>, of: fn(&super::Variable) -> i64| {
            group.iter().map(|variable| i128::from(of(&system.variables[*variable]))).sum::<i128>()
        };
        let mut lower: Vec<i128> = groups.iter().map(|group| bound(group, |variable| variable.at_least)).collect();
        let mut upper: Vec<i128> = groups.iter().map(|group| bound(group, |variable| variable.at_most)).collect();
        lower.extend(kept.iter().map(|kept| kept.lower));
        upper.extend(kept.iter().map(|kept| kept.upper));
        let mut rows: Vec<Row> =
            kept.into_iter().map(|kept| Row { terms: Vec::new(), law: kept.law, count: false, link: false }).collect();
        for (number, column) in columns.iter().enumerate() {
            for (row, coefficient) in column {
                rows[*row].terms.push((number, *coefficient));
            }
        }
        let mut problem = Self { columns, rows, lower, upper, objective, guide: 0, groups };
        problem.gather();
        problem.add_guide();
        for row in &mut problem.rows {
            row.count = !row.link && weights(&row.terms) == 1;
        }
        problem
    }

    /// Puts cells, sums of columns that the wide rows weigh alike, into these rows in the place of the columns.
    ///
    /// A share of all members weighs every profile in every seat, and all seats alike: over cells such a row is as short as the list
    /// of profiles. Cell are also worth branching on. What counts as wide is tried in two ways: rows of laws, and long rows.
    fn gather(&mut self) {
        let laws: Vec<bool> =
            self.rows.iter().enumerate().map(|(row, one)| one.law.is_some() || self.minimises(row)).collect();
        let long = self
            .rows
            .iter()
            .enumerate()
            .map(|(row, one)| one.terms.len() * 8 > self.columns.len() || self.minimises(row));
        let long: Vec<bool> = long.collect();
        let gain = |cells: &Vec<Cell>| cells.iter().map(Cell::gain).sum::<usize>();
        let (laws, long) = ((self.cells(&laws), laws), (self.cells(&long), long));
        let (cells, wide) = if gain(&laws.0) >= gain(&long.0) { laws } else { long };
        let first = self.columns.len();
        let (mut lowest, mut highest) = (Vec::new(), Vec::new());
        for Cell { terms, columns } in cells {
            let link = self.rows.len();
            if link >= MOST_COUNTS {
                break;
            }
            lowest.push(columns.iter().map(|column| self.lower[*column]).sum());
            highest.push(columns.iter().map(|column| self.upper[*column]).sum());
            for column in &columns {
                self.columns[*column].retain(|(row, _)| !wide.get(*row).is_some_and(|wide| *wide));
                self.columns[*column].push((link, 1));
            }
            self.columns.push(terms.into_iter().chain([(link, -1)]).collect());
            self.rows.push(Row { terms: Vec::new(), law: None, count: false, link: true });
        }
        let added = lowest.len();
        self.lower.splice(first..first, lowest);
        self.upper.splice(first..first, highest);
        self.lower.extend(std::iter::repeat_n(0, added));
        self.upper.extend(std::iter::repeat_n(0, added));
        for row in &mut self.rows {
            row.terms.clear();
        }
        for (number, column) in self.columns.iter().enumerate() {
            for (row, coefficient) in column {
                self.rows[*row].terms.push((number, *coefficient));
            }
        }
    }

    fn add_guide(&mut self) {
        self.guide = self.rows.len();
        let mut terms = Vec::with_capacity(self.columns.len());
        let (mut lowest, mut highest) = (0, 0);
        for (number, column) in self.columns.iter_mut().enumerate() {
            // What numbers are multiplied with so that neighbours get far apart: 2³² over the golden ratio.
            let spread = (number as u64).wrapping_add(1).wrapping_mul(2_654_435_769) & 0xffff_ffff;
            let cost = 1 + i128::from(spread >> 22);
            column.push((self.guide, cost));
            terms.push((number, cost));
            lowest += cost * self.lower[number];
            highest += cost * self.upper[number];
        }
        self.lower.push(lowest);
        self.upper.push(highest);
        self.rows.push(Row { terms, law: None, count: false, link: true });
    }

    /// The cells that shorten the rows.
    fn cells(&self, wide: &[bool]) -> Vec<Cell> {
        let mut alike: BTreeMap<Vec<(usize, i128)>, Vec<usize>> = BTreeMap::new();
        for (number, column) in self.columns.iter().enumerate() {
            alike.entry(column.iter().filter(|(row, _)| wide[*row]).copied().collect()).or_default().push(number);
        }
        let cells = alike.into_iter().map(|(terms, columns)| Cell { terms, columns });
        let mut cells: Vec<Cell> = cells.filter(|cells| cells.gain() > 0).collect();
        cells.sort_unstable_by(|one, other| one.columns.cmp(&other.columns));
        cells
    }

    fn minimises(&self, row: usize) -> bool {
        self.objective && row == 0
    }

    /// Whether a column is a cell.
    pub(super) fn is_cell(&self, column: usize) -> bool {
        (self.groups.len()..self.columns.len()).contains(&column)
    }

    /// Adds counts as rows that bind nothing: how much there is of what a row weighs alike. A search that branches on them argues
    /// as a person would ("at most seven women, or at least eight"), where one that branches on places goes through all the ways
    /// of filling them.
    pub(super) fn with_counts(mut self) -> Self {
        let mut known: BTreeSet<Vec<usize>> =
            self.rows.iter().filter(|row| row.count).map(|row| row.terms.iter().map(|term| term.0).collect()).collect();
        let mut counts: Vec<Vec<usize>> = Vec::new();
        for row in &self.rows {
            if !row.link && (2..=MOST_WEIGHTS).contains(&weights(&row.terms)) {
                let mut alike: BTreeMap<i128, Vec<usize>> = BTreeMap::new();
                for (column, coefficient) in &row.terms {
                    alike.entry(*coefficient).or_default().push(*column);
                }
                counts.extend(alike.into_values());
            }
        }
        for count in counts {
            let added = self.rows.len();
            if count.len() < 2 || added >= MOST_COUNTS || !known.insert(count.clone()) {
                continue;
            }
            self.lower.push(count.iter().map(|column| self.lower[*column]).sum());
            self.upper.push(count.iter().map(|column| self.upper[*column]).sum());
            for column in &count {
                self.columns[*column].push((added, 1));
            }
            self.rows.push(Row {
                terms: count.into_iter().map(|column| (column, 1)).collect(),
                law: None,
                count: true,
                link: false,
            });
        }
        self
    }

    /// How many coefficients there are, about.
    pub(super) fn size(&self) -> u64 {
        let terms: usize = self.rows.iter().map(|row| row.terms.len() + 1).sum();
        (terms + self.columns.len()) as u64
    }

    /// What the columns come to for the variables of the system: of those that are interchangeable, the first take most.
    pub(super) fn spread(&self, system: &System, values: &[i128]) -> Result<Vec<i64>, Stop> {
        let mut solution = vec![0; system.variables.len()];
        for (number, group) in self.groups.iter().enumerate() {
            let lowest: i128 = group.iter().map(|one| i128::from(system.variables[*one].at_least)).sum();
            let mut left = values[number] - lowest;
            for one in group {
                let variable = &system.variables[*one];
                let taken = left.min(i128::from(variable.at_most) - i128::from(variable.at_least));
                left -= taken;
                let value = i128::from(variable.at_least) + taken;
                solution[*one] = i64::try_from(value).map_err(|_| Stop::Overflow)?;
            }
        }
        Ok(solution)
    }
}

/// Columns that some rows weigh alike, with how they do.
struct Cell {
    terms: Vec<(usize, i128)>,
    columns: Vec<usize>,
}

impl Cell {
    /// By how many coefficients the rows get shorter.
    fn gain(&self) -> usize {
        (self.columns.len() * self.terms.len()).saturating_sub(self.columns.len() + 1 + self.terms.len())
    }
}

struct Kept {
    terms: Vec<(usize, i128)>,
    lower: i128,
    upper: i128,
    law: Option<u32>,
}

/// In how many ways the columns of a row are weighed.
fn weights(terms: &[(usize, i128)]) -> usize {
    terms.iter().map(|term| term.1).collect::<BTreeSet<_>>().len()
}

/// Terms with each variable once, in rising order, and none with 0.
fn combined(system: &System, terms: &[(usize, i64)]) -> Result<Vec<(usize, i128)>, Stop> {
    let mut sums: BTreeMap<usize, i128> = BTreeMap::new();
    for (variable, coefficient) in terms {
        if *variable >= system.variables.len() {
            return Err(Stop::Spent);
        }
        *sums.entry(*variable).or_default() += i128::from(*coefficient);
    }
    Ok(sums.into_iter().filter(|(_, coefficient)| *coefficient != 0).collect())
}

/// The lowest and highest value of a sum within the bounds of its variables.
fn reach(system: &System, terms: &[(usize, i128)]) -> Result<(i128, i128), Stop> {
    let (mut lowest, mut highest, mut far) = (0i128, 0i128, 0i128);
    for (variable, coefficient) in terms {
        let variable = &system.variables[*variable];
        let one = coefficient.checked_mul(i128::from(variable.at_least)).ok_or(Stop::Spent)?;
        let other = coefficient.checked_mul(i128::from(variable.at_most)).ok_or(Stop::Spent)?;
        // Each summand is held to the limit before the next is added, so the sums cannot overflow.
        far += one.saturating_abs().max(other.saturating_abs()).max(coefficient.saturating_abs()).min(FAR);
        if far >= FAR {
            return Err(Stop::Spent);
        }
        lowest += one.min(other);
        highest += one.max(other);
    }
    Ok((lowest, highest))
}

/// The divisor that all numbers have in common; 0 where there are none.
pub(super) fn common(numbers: impl Iterator<Item = i128>) -> i128 {
    let mut divisor = 0;
    for number in numbers {
        divisor = gcd(divisor, number);
        if divisor == 1 {
            break;
        }
    }
    divisor
}
