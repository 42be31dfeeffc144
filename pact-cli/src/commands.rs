//! The commands, a file each.

mod check;
mod completions;
mod explain;
mod graph;
mod init;
mod ledger;
mod plugin;
mod rules;
mod schema;
mod seats;
mod suggest;

use std::process::ExitCode;

use anyhow::Result;

use crate::args::{Args, Color, Command};

/// Does what the command line asks for.
///
/// # Errors
/// When it could not be done at all; findings in documents are no such error.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    match args.common.color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::Always,
        Color::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    match &args.command {
        Command::Check(command) => check::run(command, &args.common),
        Command::Ledger(command) => ledger::run(command, &args.common),
        Command::Seats(command) => seats::run(command, &args.common),
        Command::Suggest(command) => suggest::run(command, &args.common),
        Command::Explain(command) => explain::run(command, &args.common),
        Command::Rules(command) => rules::run(command, &args.common),
        Command::Schema(command) => schema::run(command),
        Command::Graph(command) => graph::run(command, &args.common),
        Command::Plugin(command) => plugin::run(command, &args.common),
        Command::Init(command) => init::run(command, &args.common),
        Command::Completions(command) => completions::run(command),
    }
}
