use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::Message,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A text that is no date, or a day that no calendar has.
    ///
    /// ## What it checks
    /// Every date: `2018-03-19`, or as much of it as is known (`2018-03`, `2018`), or a month whose year is not said (`XXXX-10`). Registers
    /// may have `19.03.2018`.
    ///
    /// ## Why it matters
    /// Terms have deadlines and orders of events. A date that cannot be read is as good as none.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Seven members., from: 2018-02-31 }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: must, text: Seven members., from: 2018-02 }
    /// ```
    ///
    /// ## How to fix
    /// Look the day up, and write the year first.
    pub struct ImpossibleDate = "D012" "impossible-date" in "document", Error, Unread, since "0.1.0";
}

impl Rule for ImpossibleDate {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let FaultKind::ImpossibleDate { value } = &fault.kind else { continue };
            let message = Message::new("impossible-date").with("value", value.as_str());
            sink.push(Finding::of(fault, message).help(Message::new("impossible-date-help")));
        }
    }
}
