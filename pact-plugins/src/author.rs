//! For whoever writes a plugin: from a project to the finished file, and what a plugin answers to a case.
//!
//! A project is a directory with `plugin.toml`, a catalogue of messages in each language and the documentation of each rule. [`Project::read`] reads it and
//! names everything that is wrong with it at once, with file and line. [`Project::pack`] puts it together with what a compiler made, a core module or a
//! component, into one file: the same bytes for the same input. [`Case`] asks a plugin and gives its answer in names instead of numbers, so that it can be
//! written down and compared.

mod pack;
mod problem;
mod project;
pub mod sample;
mod trial;
mod turned;
mod words;

pub use self::{
    pack::PackError,
    problem::{Problem, Problems},
    project::Project,
    trial::{Asked, Case, Told, TrialError},
    turned::turned,
};
pub use crate::manifest::is_name;

/// The boundary, as tools that make components need it.
pub const WIT: &str = include_str!("../wit/v1/plugin.wit");
