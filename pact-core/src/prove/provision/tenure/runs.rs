//! Terms of one person that count together, because no time has passed between them after which the count begins anew.

use jiff::civil::Date;

use super::Term;
use crate::{document::period::Period, prove::stay::after};

/// Terms that count together.
pub(super) type Run<'t, 'g> = Vec<&'t Term<'g>>;

/// Terms that count together however their days are read. Where the count never begins anew, all of them do. O(terms × log terms).
pub(super) fn certain<'t, 'g>(terms: &[&'t Term<'g>], anew: Option<Period>) -> Vec<Run<'t, 'g>> {
    let Some(period) = anew else { return vec![terms.to_vec()] };
    let mut terms = terms.to_vec();
    terms.sort_by_key(|term| latest_begin(term));
    // Of a run, the term whose end reaches farthest for certain: whoever is joined with it is joined with all.
    let mut farthest: Option<&Term<'_>> = None;
    let mut runs: Vec<Run<'t, 'g>> = Vec::new();
    for term in terms {
        // Which of the two came first need not be known: neither comes late enough after the other.
        let joins = |before: &Term<'_>, behind: &Term<'_>| {
            begins_anew(period, earliest_end(before)).is_some_and(|anew| latest_begin(behind) < anew)
        };
        let joined = farthest.filter(|farthest| joins(farthest, term) && joins(term, farthest));
        match runs.last_mut().filter(|_| joined.is_some()) {
            Some(run) => run.push(term),
            None => runs.push(vec![term]),
        }
        farthest = joined.filter(|farthest| earliest_end(farthest) >= earliest_end(term)).or(Some(term));
    }
    runs
}

/// Terms that may count together: between one run and the next the count begins anew however the days are read. O(terms × log terms).
pub(super) fn possible<'t, 'g>(terms: &[&'t Term<'g>], anew: Option<Period>) -> Vec<Run<'t, 'g>> {
    let Some(period) = anew else { return vec![terms.to_vec()] };
    let mut terms = terms.to_vec();
    terms.sort_by_key(|term| earliest_begin(term));
    let mut end: Option<Date> = None;
    let mut runs: Vec<Run<'t, 'g>> = Vec::new();
    for term in terms {
        let apart = end.and_then(|end| begins_anew(period, end)).is_some_and(|anew| earliest_begin(term) >= anew);
        match runs.last_mut().filter(|_| !apart) {
            Some(run) => run.push(term),
            None => runs.push(vec![term]),
        }
        let own = latest_end(term);
        end = Some(end.map_or(own, |end| end.max(own)));
    }
    runs
}

/// The first day on which a term begins anew after one that ended: when the period has passed, and never on the next day, on which terms follow each
/// other without a break. As the last day may also be given as the first day of the next term, the day on which the period is over will do.
fn begins_anew(period: Period, end: Date) -> Option<Date> {
    let gap = jiff::Span::new().days(2);
    Some(after(period, end)?.max(end.checked_add(gap).unwrap_or(Date::MAX)))
}

fn earliest_begin(term: &Term<'_>) -> Date {
    term.from().map_or(Date::MIN, |from| from.first)
}

/// Whoever left had come by then.
fn latest_begin(term: &Term<'_>) -> Date {
    term.from().or(term.to()).map_or(Date::MAX, |day| day.last)
}

/// Nobody leaves before they have come. A term without an end runs on.
fn earliest_end(term: &Term<'_>) -> Date {
    term.to().map_or(Date::MAX, |to| to.first.max(earliest_begin(term)))
}

fn latest_end(term: &Term<'_>) -> Date {
    term.to().map_or(Date::MAX, |to| to.last)
}
