//! How a proposal fits what it builds on: national objectives, strengths, challenges, its own parts. The built-in group `coherence`, as a plugin.
//!
//! Each rule tells what clauses lack of its topic, in pact's own words, and what no clause asks for as a note.

mod facts;
mod rules;
mod topic;

use pact_plugin::{Answer, Failure, LedgerPlugin, Request, View};
use serde::Deserialize;

use crate::facts::Facts;

/// There is nothing to configure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coherence {}

pact_plugin::export_with_ledger!(Coherence);

impl LedgerPlugin for Coherence {
    fn check(&self, view: &View<'_>, request: &Request) -> Result<Answer, Failure> {
        let facts = Facts::new(view)?;
        let mut answer = Answer::new();
        for (rule, check) in rules::ALL {
            if request.runs(rule) {
                check(&facts, &mut answer)?;
            }
        }
        Ok(answer)
    }
}
