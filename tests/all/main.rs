//! pact as its users run it. One binary, a module a topic.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what went wrong by failing"
)]

mod cli;
mod composition;
mod dates;
mod docs;
mod doubts;
mod examples;
mod hostile;
mod invariants;
mod judging;
mod ledger;
mod mutations;
mod plugins;
mod properties;
mod quotas;
mod registers;
mod requirements;
mod schemas;
mod seats;
mod support;
mod typos;
mod verdicts;
