//! Chores of the project.
//!
//! ```text
//! cargo xtask codegen            write docs/rules, docs/schema and docs/model.md anew
//! cargo xtask codegen --check    say which of them are not fresh
//! cargo xtask new-rule GROUP NAME
//! ```

mod codegen;
mod new_rule;

use std::process::ExitCode;

use anyhow::{Result, bail};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<()> {
    match words {
        ["codegen"] => codegen::write(),
        ["codegen", "--check"] => codegen::check(),
        ["new-rule", group, name] => new_rule::create(group, name),
        _ => bail!("usage: cargo xtask codegen [--check] | new-rule GROUP NAME"),
    }
}

/// A line for whoever ran the chore.
fn report(line: &str) {
    use std::io::Write as _;
    // Nothing can be done about a closed terminal.
    let _ = writeln!(std::io::stderr(), "{line}");
}
