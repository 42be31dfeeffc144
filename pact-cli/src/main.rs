//! `pact`: terms of reference as code, on the command line.
//!
//! Files are read here ([`discover`]), the stages are joined here ([`pipeline`]), and formats are known here ([`render`]).
//! How a rule decides is not known here.

mod args;
mod commands;
mod config;
mod discover;
mod exit;
mod language;
mod output;
mod pipeline;
mod plugins;
mod registry;
mod render;
mod shell;
mod toolchain;
mod words;
mod write;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match commands::run(&args) {
        Ok(code) => code,
        Err(error) => {
            output::complain(language::choose(args.common.language()), &format!("{error:#}"));
            exit::undecided()
        }
    }
}
