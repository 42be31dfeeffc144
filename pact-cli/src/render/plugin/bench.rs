//! What a plugin costs.

use std::{
    io::{self, Write},
    time::Duration,
};

use pact_core::message::{Catalogue, Message};
use pact_plugins::Spent;
use serde::Serialize;

use super::super::{clean, wrap};
use crate::output::Page;

/// What a plugin costs.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Costs {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) sha256: String,
    pub(crate) bytes: usize,
    /// Looking through the file and compiling it.
    #[serde(rename = "compile-microseconds")]
    pub(crate) compile: Time,
    /// Having it from the cache instead.
    #[serde(rename = "load-microseconds")]
    pub(crate) load: Option<Time>,
    /// A check of nothing: what it costs to begin.
    pub(crate) empty: Run,
    /// Checks of graphs.
    pub(crate) runs: Vec<Run>,
}

/// Microseconds.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Time(u64);

impl From<Duration> for Time {
    fn from(time: Duration) -> Self {
        Self(u64::try_from(time.as_micros()).unwrap_or(u64::MAX))
    }
}

/// A check, in the median of several.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Run {
    nodes: usize,
    findings: usize,
    #[serde(flatten)]
    spent: Option<Cost>,
    /// Why it did not go through.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Cost {
    microseconds: Time,
    fuel: u64,
    memory_bytes: usize,
    host_calls: u64,
}

impl Run {
    pub(crate) fn new(nodes: usize, findings: usize, outcome: Result<Spent, String>) -> Self {
        let cost = |Spent { fuel, calls, memory, time }| Cost {
            microseconds: time.into(),
            fuel,
            memory_bytes: memory,
            host_calls: calls,
        };
        match outcome {
            Ok(spent) => Self { nodes, findings, spent: Some(cost(spent)), error: None },
            Err(error) => Self { nodes, findings, spent: None, error: Some(error) },
        }
    }

    /// The cells of the table: nodes, time, fuel, memory, calls, findings.
    fn cells(&self) -> Option<[String; 6]> {
        let Cost { microseconds, fuel, memory_bytes, host_calls } = self.spent.as_ref()?;
        Some([
            grouped(self.nodes as u64),
            told(*microseconds),
            grouped(*fuel),
            format!("{} KiB", grouped(memory_bytes.div_ceil(1024) as u64)),
            grouped(*host_calls),
            grouped(self.findings as u64),
        ])
    }
}

impl Costs {
    /// Whether every check went through.
    pub(crate) fn went_through(&self) -> bool {
        self.runs.iter().chain([&self.empty]).all(|run| run.error.is_none())
    }

    /// Writes it for people.
    pub(crate) fn write(&self, out: &mut dyn Write, words: &Catalogue, page: Page) -> io::Result<()> {
        let kilobytes = self.bytes.div_ceil(1024);
        writeln!(out, "{} {}, {} KiB", self.id, clean::line(&self.version), grouped(kilobytes as u64))?;
        writeln!(out)?;
        let once = [("cli-plugin-bench-compile", Some(self.compile)), ("cli-plugin-bench-load", self.load)];
        let once: Vec<(String, String)> =
            once.into_iter().filter_map(|(id, time)| Some((words.label(id), told(time?)))).collect();
        let width = once.iter().map(|(label, _)| wrap::columns(label)).max().unwrap_or(0);
        for (label, time) in &once {
            writeln!(out, "{}  {}", wrap::padded(label, width), wrap::right(time, 10))?;
        }
        writeln!(out)?;
        let heads = ["nodes", "time", "fuel", "memory", "calls", "findings"];
        let heads = heads.map(|head| words.label(&format!("cli-plugin-bench-{head}")));
        let runs: Vec<&Run> = [&self.empty].into_iter().chain(&self.runs).collect();
        let rows: Vec<[String; 6]> = runs.iter().filter_map(|run| run.cells()).collect();
        let table: Vec<&[String; 6]> = [&heads].into_iter().chain(&rows).collect();
        for row in &table {
            let cells = row.iter().enumerate().map(|(at, cell)| {
                let width = table.iter().filter_map(|row| row.get(at)).map(|cell| wrap::columns(cell)).max();
                wrap::right(cell, width.unwrap_or(0))
            });
            writeln!(out, "{}", cells.collect::<Vec<_>>().join("  "))?;
        }
        for run in runs {
            if let Some(error) = &run.error {
                let message =
                    Message::new("cli-plugin-bench-failed").with("nodes", run.nodes).with("reason", error.as_str());
                writeln!(out, "{}", wrap::indented(&clean::line(&words.text(&message)), page.width, "", "  "))?;
            }
        }
        writeln!(out)?;
        writeln!(out, "{}", wrap::indented(&words.label("cli-plugin-bench-note"), page.width, "", ""))
    }
}

/// A time in the unit in which it is read.
fn told(Time(micros): Time) -> String {
    match micros {
        0..1_000 => format!("{micros} µs"),
        1_000..100_000 => format!("{}.{} ms", micros / 1_000, micros % 1_000 / 100),
        100_000..1_000_000 => format!("{} ms", micros / 1_000),
        _ => format!("{}.{:02} s", micros / 1_000_000, micros % 1_000_000 / 10_000),
    }
}

/// A number with its digits in groups of three, which no language reads as a fraction.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_at_a_glance() {
        assert_eq!([1, 12_345, 1_234_567].map(grouped), ["1", "12\u{a0}345", "1\u{a0}234\u{a0}567"]);
        let time = |micros| told(Time(micros));
        assert_eq!([7, 1_234, 123_456, 12_345_678].map(time), ["7 µs", "1.2 ms", "123 ms", "12.34 s"]);
    }
}
