//! Arithmetic and search on numbers, without graphs or documents: what can be decided about a composition by counting.

pub mod tally;
