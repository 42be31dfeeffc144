//! The host for checks that a region wrote itself, as WASM plugins that anybody can run without trusting them.
//!
//! A plugin is a component of `wit/v1`. It is looked through before it is compiled ([`Plugin::load`]), is given what its user granted and nothing else, and
//! runs within [`Limits`]. To the pipeline it is a [`Check`](pact_core::check::Check) like the rules that are built in.
//!
//! `pact-core` and `pact-rules` never depend on this crate.

#[cfg(feature = "author")]
pub mod author;
mod catalogue;
mod check;
mod error;
mod host;
mod limits;
mod manifest;
mod plugin;
mod screen;

#[cfg(test)]
mod tests;

pub use self::{
    check::PluginCheck,
    error::{LoadError, RunError},
    host::{Host, Spent},
    limits::Limits,
    manifest::{Level, Manifest, Rule, Sees, Texts},
    plugin::{Inspected, Plugin},
};
