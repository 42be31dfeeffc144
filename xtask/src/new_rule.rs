//! A new rule: the file to fill in. What else has to be done is what the tests then point at.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::report;

const TEMPLATE: &str = r#"use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// One sentence: what is wrong when this rule finds something.
    ///
    /// ## What it checks
    ///
    /// ## Why it matters
    ///
    /// ## Example
    /// ```yaml,fails
    /// ```
    ///
    /// ```yaml,passes
    /// ```
    ///
    /// ## How to fix
    pub struct {Struct} = "?000" "{name}" in "{group}", Error, Finding, since "?";
}

impl Rule for {Struct} {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for node in graph.nodes().filter(|_| false) {
            let message = Message::new("{name}").with("id", graph.name(node));
            sink.push(Finding::about(node, graph.span(node), message).help(Message::new("{name}-help")));
        }
    }
}
"#;

/// Writes the file of a rule in a group.
pub(crate) fn create(group: &str, name: &str) -> Result<()> {
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if !plain(group) || !plain(name) {
        bail!("a group and a name are lower-case words joined by hyphens");
    }
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the workspace")?.join("pact-rules/src/rules");
    let path = rules.join(group).join(format!("{}.rs", name.replace('-', "_")));
    if path.exists() {
        bail!("{} is there already", path.display());
    }
    let capital =
        |part: &str| part.chars().take(1).flat_map(char::to_uppercase).chain(part.chars().skip(1)).collect::<String>();
    let camel: String = name.split('-').map(capital).collect();
    let text = TEMPLATE.replace("{Struct}", &camel).replace("{name}", name).replace("{group}", group);
    std::fs::create_dir_all(rules.join(group))?;
    std::fs::write(&path, text)?;
    report(&format!("wrote {}; the tests of pact-rules say what is still missing", path.display()));
    Ok(())
}
