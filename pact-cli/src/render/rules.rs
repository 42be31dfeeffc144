//! Rules for people and for programs: what they are called, what they check.

use std::io::{self, Write};

use pact_core::{
    check::RuleInfo,
    message::{Catalogue, Message},
};
use serde::Serialize;

use super::{level, wrap};
use crate::output::Page;
use crate::registry;

/// Longer lines of prose are hard to read.
const PROSE: usize = 90;

/// Writes a table of the rules.
pub(crate) fn table(out: &mut dyn Write, words: &Catalogue, page: Page) -> io::Result<()> {
    let rules: Vec<&RuleInfo> = registry::rules().collect();
    let widest = |text: &dyn Fn(&RuleInfo) -> usize| rules.iter().map(|rule| text(rule)).max().unwrap_or(0);
    let code = widest(&|rule| wrap::columns(&rule.code));
    let name = widest(&|rule| wrap::columns(&rule.name));
    let taken = widest(&|rule| wrap::columns(&level::word(rule.level, words)));
    let indent = " ".repeat(code + name + taken + 6);
    for rule in rules {
        let head = format!(
            "{}  {}  {}  ",
            wrap::padded(&rule.code, code),
            wrap::padded(&rule.name, name),
            wrap::padded(&level::word(rule.level, words), taken)
        );
        writeln!(out, "{}", wrap::indented(rule.summary_in(words.language().tag()), page.width, &head, &indent))?;
    }
    writeln!(out, "\n{}", words.text(&Message::new("cli-explain").with("rule", "S102")))
}

/// Writes what a rule says about itself.
pub(crate) fn explanation(out: &mut dyn Write, rule: &RuleInfo, words: &Catalogue, page: Page) -> io::Result<()> {
    writeln!(out, "{}", rule.called())?;
    let facts = Message::new("cli-rule-facts")
        .with("level", level::word(rule.level, words))
        .with("group", rule.group.as_ref())
        .with("since", rule.since.as_ref());
    writeln!(out, "{}\n", words.text(&facts))?;
    out.write_all(wrapped(&rule.docs_in(words.language().tag()), page.width.min(PROSE)).as_bytes())
}

/// Markdown with its paragraphs wrapped; headings, lists and examples stay as they are.
fn wrapped(markdown: &str, width: usize) -> String {
    let mut out = String::new();
    let mut paragraph = String::new();
    let mut example = false;
    let end = |paragraph: &mut String, out: &mut String| {
        if !paragraph.is_empty() {
            out.push_str(&wrap::fill(paragraph, width));
            out.push('\n');
            paragraph.clear();
        }
    };
    for line in textwrap::dedent(markdown).trim().lines() {
        let fence = line.starts_with("```");
        if example || fence || line.is_empty() || line.starts_with(['#', '-', '*', '|', ' ']) {
            end(&mut paragraph, &mut out);
            // What is behind the comma tells tests what to expect.
            out.push_str(if fence { line.split(',').next().unwrap_or(line) } else { line });
            out.push('\n');
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
        }
        example ^= fence;
    }
    end(&mut paragraph, &mut out);
    out
}

/// The rules, for programs.
#[derive(Debug, Serialize)]
pub(crate) struct List {
    version: u32,
    rules: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    code: &'static str,
    name: &'static str,
    group: &'static str,
    level: &'static str,
    since: &'static str,
    summary: &'static str,
}

impl List {
    /// Every rule, in the order of the codes.
    pub(crate) fn new() -> Self {
        let rules = registry::rules().map(|rule| Row {
            code: &rule.code,
            name: &rule.name,
            group: &rule.group,
            level: rule.level.name(),
            since: &rule.since,
            summary: rule.summary_in("en"),
        });
        Self { version: 1, rules: rules.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn examples_stay_as_they_are() {
        let markdown =
            " A long line of words\n that goes on.\n\n ## Example\n ```yaml\n a:  b # a comment that is long\n ```\n";
        let expected =
            "A long line\nof words\nthat goes\non.\n\n## Example\n```yaml\na:  b # a comment that is long\n```\n";
        assert_eq!(wrapped(markdown, 12), expected);
    }
}
