//! Formats are known here and nowhere else.

mod case;
mod clause;
pub(crate) mod clean;
pub(crate) mod explain;
pub(crate) mod graph;
#[cfg(test)]
mod hostile;
pub(crate) mod json;
pub(crate) mod ledger;
mod level;
mod lost;
mod outcome;
mod places;
pub(crate) mod rules;

pub(crate) mod text;
mod vocabulary;
mod wording;
mod wrap;
