//! The built-in rules of pact, their documentation and their messages.
//!
//! From text in memory to findings in words, without touching the file system:
//!
//! ```
//! use pact_core::{load::Input, message::Language, report::Options};
//!
//! let mut input = Input::new();
//! input.add("terms.yaml", "terms: 1\nid: board\ntitle: Board\nclauses:\n  A: { force: must, text: Seven members., binds: bord }\n");
//! let report = pact_rules::check(input, &Options::default());
//! let words = pact_rules::messages::catalogue(Language::English)?;
//! let first = &report.findings[0];
//! assert_eq!(report.rules[first.rule].name, "dangling-reference");
//! assert_eq!(words.text(&first.finding.message), "no actors or bodies have the id `bord`");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The verdict on every clause of the terms, and what is missing:
//!
//! ```
//! use pact_core::{ledger::Verdict, load::Input, message::Language, report::{Options, Outcome}};
//!
//! let mut input = Input::new();
//! input.add("terms.yaml", "terms: 1\nid: t\ntitle: Terms\nclauses:\n  A: { force: must, text: Objectives have owners., requires: { every: objective, has: { given: owner } } }\n  B: { force: may, text: It may be printed. }\n");
//! input.add("pact.yaml", "pact: 1\nid: p\ntitle: Proposal\nlevel: regional\nstatus: proposed\nterms: t\nobjectives: { more: { label: More pupils } }\n");
//! let report = pact_rules::check(input, &Options::default());
//! assert_eq!(report.outcome(), Outcome::Fails);
//! let graph = report.model.graph();
//! let lines = &report.ledger.cases[0].entries;
//! let verdicts: Vec<_> = lines.iter().map(|line| (graph.name(line.node), line.verdict)).collect();
//! assert_eq!(verdicts, [("A", Verdict::Unmet), ("B", Verdict::Silent)]);
//! let words = pact_rules::messages::catalogue(Language::English)?;
//! let missing = pact_rules::words::missing(&report.model, &lines[0].lacks()[0]);
//! assert!(words.text(&missing).contains("does not give `owner`"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![cfg_attr(test, expect(clippy::disallowed_methods, reason = "tests look at the files of the crate"))]

#[cfg(test)]
mod cases;
#[cfg(test)]
mod examples;
mod general;
mod group;
mod lacks;
pub mod messages;
pub mod registry;
mod rule;
pub mod rules;
mod seats;
mod standing;
mod suggest;
mod values;
pub mod words;

use pact_core::{
    load::Input,
    report::{Options, Report},
};

/// Runs every built-in rule on what was read.
///
/// # Complexity
/// Linear in the size of the documents, and O(findings × log findings).
pub fn check(mut input: Input, options: &Options) -> Report {
    input.as_of(options.as_of);
    Report::new(input.build(), registry::checks().iter().copied(), options)
}
