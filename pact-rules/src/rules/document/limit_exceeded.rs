use pact_core::{
    check::{Context, Sink},
    fault::FaultKind,
    finding::Finding,
    message::{Arg, Message},
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A file is larger, deeper or more repetitive than the limits allow.
    ///
    /// ## What it checks
    /// The size of a file, how deep its lists are nested, how long a single text is, how many values it has and how many come
    /// from repeating anchors.
    ///
    /// ## Why it matters
    /// A few lines of YAML can be made to stand for more values than a computer has memory. Reading stops at the limit, and the run ends
    /// with exit code 2: what was not read was not checked.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[too deep]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    /// ```
    ///
    /// ## How to fix
    /// Split the file, or write out what the anchors repeat. Somebody who embeds the library can set other limits.
    pub struct LimitExceeded = "D003" "limit-exceeded" in "document", Error, Undecided, since "0.1.0";
}

impl Rule for LimitExceeded {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            let FaultKind::Limit { limit, at_most } = &fault.kind else { continue };
            let message = Message::new("limit-exceeded")
                .with("file", Arg::Path(context.model.path(fault.file).to_owned()))
                .with("limit", limit.name())
                .with("most", at_most.to_string());
            sink.push(Finding::of(fault, message).help(Message::new("limit-exceeded-help")));
        }
    }
}
