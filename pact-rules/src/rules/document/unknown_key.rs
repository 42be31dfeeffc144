use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::{Arg, Message},
    near::nearest,
};

use crate::{
    rule::{Rule, declare_rule},
    suggest,
};

declare_rule! {
    /// A key, or a heading of a table, that its place does not take.
    ///
    /// ## What it checks
    /// Every key of every entry, and every heading of a register, against those that the language has for the place. A register begins with a
    /// row of headings, and nothing stands in a column without one.
    ///
    /// ## Why it matters
    /// A key that is not known is not read. A misspelt one would otherwise look like one that was left out.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, txt: Seven members., text: Seven members. }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Seven members. }
    /// ```
    ///
    /// ## How to fix
    /// Correct the spelling, or move the key to where it belongs. `pact schema terms` and `pact schema pact` list all keys; an editor that
    /// reads JSON Schema suggests them.
    pub struct UnknownKey = "D007" "unknown-key" in "document", Error, Unread, since "0.1.0";
}

impl Rule for UnknownKey {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let finding = |message, help| Finding::of(fault, Message::new(message)).help(Message::new(help));
            let (key, accepted) = match &fault.kind {
                FaultKind::UnknownKey { key, accepted } => (key, accepted),
                FaultKind::NoHeading { .. } => {
                    sink.push(finding("unknown-key-no-heading", "unknown-key-no-heading-help"));
                    continue;
                }
                FaultKind::UnnamedColumn => {
                    sink.push(finding("unknown-key-unnamed", "unknown-key-unnamed-help"));
                    continue;
                }
                _ => continue,
            };
            let message = Message::new("unknown-key").with("key", key.as_str());
            let finding = Finding::of(fault, message);
            if let Some((known, rest)) = key.split_once(':').filter(|(head, _)| accepted.iter().any(|key| key == head))
            {
                let meant = format!("{known}: {rest}");
                let help = Message::new("unknown-key-glued").with("meant", meant.as_str());
                sink.push(finding.help(help).rewrite(fault.span, meant));
                continue;
            }
            sink.push(suggest::or_else(
                finding,
                nearest(key, accepted.iter().map(String::as_str)),
                Message::new("unknown-key-help").with("accepted", Arg::All(accepted.clone())),
            ));
        }
    }
}
