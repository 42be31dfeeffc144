use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::{Arg, Message},
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A requirement of which it is not clear what it asks for.
    ///
    /// ## What it checks
    /// That each requirement has one key that says what kind it is (`every`, `some`, `no`, `composition`, `meetings`, `presents`, `decision`,
    /// `statement`, `section`, `fact`, `element`, `all-of`, `any-of` or `none-of`), that a pattern says what things have, that a count has a number, and that
    /// no list stands empty; and the same of the law of who sits in a body, such as a quota.
    ///
    /// ## Why it matters
    /// A requirement that can be read in two ways is not held against anything, and the clause has no verdict.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Every objective has an owner., requires: { every: objective } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Every objective has an owner., requires: { every: objective, has: { at-least: 1, via: owner } } }
    /// ```
    ///
    /// ## How to fix
    /// Write one requirement for each thing that is asked for; several stand in a list under `requires`.
    pub struct UnclearRequirement = "D017" "unclear-requirement" in "document", Error, Unread, since "0.2.0";
}

impl Rule for UnclearRequirement {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let FaultKind::UnclearRequirement(unclear) = &fault.kind else { continue };
            let message = Message::new("unclear-requirement")
                .with("problem", unclear.name())
                .with("keys", Arg::All(unclear.keys()));
            let help = Message::new("unclear-requirement-help").with("problem", unclear.name());
            sink.push(Finding::of(fault, message).help(help));
        }
    }
}
