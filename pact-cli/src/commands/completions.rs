//! `pact completions`

use std::process::ExitCode;

use anyhow::Result;
use clap::CommandFactory as _;

use crate::{
    args::{Args, Completions},
    exit, output,
};

/// Prints the completions of a shell.
pub(super) fn run(command: &Completions) -> Result<ExitCode> {
    // The generator cannot say that writing failed; memory does not fail.
    let mut script = Vec::new();
    clap_complete::generate(command.shell, &mut Args::command(), "pact", &mut script);
    output::data(|out| out.write_all(&script))?;
    Ok(exit::done())
}
