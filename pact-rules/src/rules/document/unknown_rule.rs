use pact_core::{
    check::{Consequence, Context, Sink},
    finding::Finding,
    message::Message,
    near::nearest,
};

use std::collections::BTreeSet;

use crate::{
    registry,
    rule::{Rule, declare_rule},
    suggest,
};

declare_rule! {
    /// `pact.toml` sets the level of a rule that does not exist.
    ///
    /// ## What it checks
    /// The names and codes under `[rules]`: that there is such a rule, that its level can be set, and
    /// that it is set once.
    ///
    /// ## Why it matters
    /// A misspelt name changes nothing: the rule that was meant runs as before.
    ///
    /// ## Example
    /// ```toml,fails
    /// workspace = 1
    /// [rules]
    /// unused-definitions = "off"
    /// # --- terms.yaml
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    /// ```
    ///
    /// ```toml,passes
    /// workspace = 1
    /// [rules]
    /// unused-definition = "off"
    /// # --- terms.yaml
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    /// ```
    ///
    /// ## How to fix
    /// `pact rules` lists the names.
    pub struct UnknownRule = "D016" "unknown-rule" in "document", Error, Finding, since "0.1.0";
}

impl Rule for UnknownRule {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let Some(workspace) = context.model.workspace() else { return };
        let names = context.model.graph();
        let mut seen = BTreeSet::new();
        for (name, _) in &workspace.rules.list {
            let written = names.text(name.symbol);
            if let Some(rule) = registry::find(written)
                && !seen.insert(rule.code.as_ref())
            {
                let message =
                    Message::new("rule-set-twice").with("rule", rule.name.as_ref()).with("code", rule.code.as_ref());
                let finding = Finding::at(format!("pact.toml/rules/{}", rule.name), name.span, message);
                sink.push(finding.help(Message::new("rule-set-twice-help")));
            }
            if let Some(rule) = registry::find(written).filter(|rule| rule.consequence != Consequence::Finding) {
                let message = Message::new("rule-always-runs").with("rule", rule.name.as_ref());
                let finding = Finding::at(format!("pact.toml/rules/{}", rule.name), name.span, message);
                sink.push(finding.help(Message::new("rule-always-runs-help")));
            }
            // A plugin's rules are namespaced by its id, and known to it alone.
            if registry::find(written).is_some() || written.contains('/') {
                continue;
            }
            let message = Message::new("unknown-rule").with("rule", written);
            let finding = Finding::at(format!("pact.toml/rules/{written}"), name.span, message);
            sink.push(suggest::or_else(
                finding,
                nearest(written, registry::rules().map(|rule| rule.name.as_ref())),
                Message::new("unknown-rule-help"),
            ));
        }
    }
}
