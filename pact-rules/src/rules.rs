//! The rules, one file each, in a folder a group.

pub mod document;
pub mod structure;
