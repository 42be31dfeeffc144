//! Deciding what a law leaves open: whether anything at all can satisfy it, and what would.

pub mod counting;
