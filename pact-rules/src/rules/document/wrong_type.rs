use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::{Arg, Message},
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A value of another kind than its place takes.
    ///
    /// ## What it checks
    /// That a text stands where a text is asked for, a number where a number is, a list where a list is.
    ///
    /// ## Why it matters
    /// A value that cannot be read as what its place means is not read at all.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { size: nineteen }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { size: 19 }
    /// ```
    ///
    /// ## How to fix
    /// Write what the message asks for. A key that has nothing to say is left out.
    pub struct WrongType = "D010" "wrong-type" in "document", Error, Unread, since "0.1.0";
}

impl Rule for WrongType {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let FaultKind::WrongType { expected, found } = &fault.kind else { continue };
            let message = Message::new("wrong-type").with("expected", expected.name()).with("found", found.name());
            let words = Arg::OneOf(expected.words().iter().map(|&word| word.to_owned()).collect());
            let help = Message::new("wrong-type-help")
                .with("expected", expected.name())
                .with("found", found.name())
                .with("words", words);
            sink.push(Finding::of(fault, message).help(help));
        }
    }
}
