//! Exit codes: 0 holds; 1 there are findings at the failing level; 2 it could not be decided, or was not asked properly.

use std::process::ExitCode;

use pact_core::report::Outcome;

/// The command did what it was asked to.
pub(crate) fn done() -> ExitCode {
    of(Outcome::Holds)
}

/// The command could not do what it was asked to. Usage errors, which clap announces, have the same code.
pub(crate) fn undecided() -> ExitCode {
    of(Outcome::Undecided)
}

/// The code that says how a check came out.
pub(crate) fn of(outcome: Outcome) -> ExitCode {
    ExitCode::from(outcome.exit_code())
}
