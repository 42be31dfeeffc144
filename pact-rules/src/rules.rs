//! The rules, a folder a group.

pub mod coherence;
pub mod document;
pub mod elements;
pub mod exceptions;
pub mod process;
pub mod representation;
pub mod requirements;
pub mod structure;
pub mod terms;
