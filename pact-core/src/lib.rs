//! Terms of reference as code: what documents say, as a graph that checks can look at.
//!
//! The flow goes one way, and places in the files are kept at every step:
//!
//! ```text
//! bytes ─ load::Input ─▶ documents ─ build ─▶ Model (graph) ─ Check ─▶ Finding ─▶ Report
//! ```
//!
//! This crate opens no file, reads no clock, no environment and no terminal. It knows no rule: those are in `pact-rules`, or are
//! the embedder's own:
//!
//! ```
//! use pact_core::{check::{Check, CheckError, Consequence, Context, RuleInfo, Sink}, finding::{Finding, Level}};
//! use pact_core::{graph::node::Objective, load::Input, message::Message, report::{Options, Outcome, Report}};
//!
//! struct NoTarget([RuleInfo; 1]);
//!
//! impl Check for NoTarget {
//!     fn rules(&self) -> &[RuleInfo] {
//!         &self.0
//!     }
//!     fn run(&self, context: Context<'_>, sink: &mut Sink) -> Result<(), CheckError> {
//!         let graph = context.model.graph();
//!         for (id, _) in graph.all::<Objective>().filter(|(_, objective)| objective.target.is_none()) {
//!             sink.push(Finding::about(id, graph.span(id), Message::new("no-target")));
//!         }
//!         Ok(())
//!     }
//! }
//!
//! let rule = RuleInfo {
//!     code: "X1".into(), name: "no-target".into(), group: "mine".into(), level: Level::Error,
//!     consequence: Consequence::Finding, since: "1".into(), docs: "An objective without a target.".into(),
//!     translations: Default::default(),
//! };
//! let mut input = Input::new();
//! input.add("p.yaml", "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nobjectives:\n  o1: { label: More }\n");
//! let report = Report::new(input.build(), [&NoTarget([rule]) as &dyn Check], &Options::default());
//! assert_eq!(report.outcome(), Outcome::Fails);
//! assert_eq!(report.findings[0].subject, "objective:p/o1");
//! ```

#![cfg_attr(test, expect(clippy::string_slice, reason = "a test says what went wrong by failing"))]

pub mod calendar;
pub mod check;
pub mod decode;
pub mod document;
pub mod fault;
pub mod finding;
pub mod graph;
pub mod ledger;
pub mod load;
pub mod message;
pub mod model;
pub mod name;
pub mod near;
mod place;
pub mod prove;
pub mod report;
pub mod roster;
pub mod ruling;
pub mod schema;
pub mod solve;
pub mod source;
