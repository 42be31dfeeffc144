//! Formats are known here and nowhere else.

pub(crate) mod bodies;
mod case;
mod clause;
pub(crate) mod clean;
mod csv;
pub(crate) mod explain;
pub(crate) mod graph;
#[cfg(test)]
mod hostile;
pub(crate) mod json;
pub(crate) mod ledger;
mod level;
mod lost;
mod markdown;
mod outcome;
mod places;
pub(crate) mod plugin;
pub(crate) mod rules;
pub(crate) mod seats;
pub(crate) mod suggest;
mod table;
pub(crate) mod text;
mod vocabulary;
mod wording;
mod wrap;
