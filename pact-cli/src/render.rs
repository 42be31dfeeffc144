//! Formats are known here and nowhere else.

pub(crate) mod clean;
pub(crate) mod graph;
pub(crate) mod json;
mod level;
mod lost;
mod places;
pub(crate) mod rules;
pub(crate) mod text;
mod wrap;
