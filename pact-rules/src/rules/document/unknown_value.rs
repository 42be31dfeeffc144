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
    /// A word that is not one of those to choose from.
    ///
    /// ## What it checks
    /// The words that have a fixed meaning: the force of a clause, the level and status of a pact, the kind of a body or meeting, the
    /// outcome of a decision, a member's role. Also numbers, shares, periods and days that can be read in two ways, or in
    /// none: `0.4` may be 40 % or 0.4 %.
    ///
    /// ## Why it matters
    /// The difference between `must` and `should` decides whether a proposal fails. A word that is neither decides nothing.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A: { force: shall, text: Seven members. }
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
    /// Choose one of the words that the message lists.
    pub struct UnknownValue = "D011" "unknown-value" in "document", Error, Unread, since "0.1.0";
}

/// Words that people use for those to choose from: the Danish ones, and the English ones of other standards.
const MEANT: &[(&str, &str)] = &[
    ("skal", "must"),
    ("shall", "must"),
    ("required", "must"),
    ("bør", "should"),
    ("recommended", "should"),
    ("kan", "may"),
    ("må gerne", "may"),
    ("optional", "may"),
    ("må ikke", "must-not"),
    ("shall-not", "must-not"),
    ("regionalt", "regional"),
    ("planlagt", "planned"),
    ("foreslået", "proposed"),
    ("vedtaget", "adopted"),
    ("godkendt", "approved"),
    ("afvist", "rejected"),
    ("udsat", "deferred"),
    ("mandag", "monday"),
    ("tirsdag", "tuesday"),
    ("onsdag", "wednesday"),
    ("torsdag", "thursday"),
    ("fredag", "friday"),
    ("lørdag", "saturday"),
    ("søndag", "sunday"),
    ("formand", "chair"),
    ("næstformand", "deputy"),
    ("suppleant", "alternate"),
    ("observatør", "observer"),
    ("sekretær", "secretary"),
    ("arbejdsgruppe", "working-group"),
    ("bestyrelse", "board"),
    ("råd", "council"),
    ("udvalg", "committee"),
    ("gruppe", "group"),
    ("plenum", "plenary"),
];

impl Rule for UnknownValue {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for fault in context.model.faults() {
            if let FaultKind::UnknownLanguage { value } = &fault.kind {
                let message = Message::new("unknown-language").with("value", value.as_str());
                sink.push(Finding::of(fault, message).help(Message::new("unknown-language-help")));
                continue;
            }
            if let FaultKind::UnclearValue { problem, value } = &fault.kind {
                let message =
                    Message::new("unclear-value").with("problem", problem.name()).with("value", value.as_str());
                let finding = Finding::of(fault, message)
                    .help(Message::new("unclear-value-help").with("problem", problem.name()));
                sink.push(match fault.related {
                    Some(first) => finding.related(first, Message::new("first-here")),
                    None => finding,
                });
                continue;
            }
            let FaultKind::UnknownValue { value, accepted } = &fault.kind else { continue };
            let message = Message::new("unknown-value")
                .with("value", value.as_str())
                .showing("accepted", Arg::OneOf(accepted.clone()));
            let finding = Finding::of(fault, message);
            let folded = value.to_lowercase();
            let other_words = MEANT.iter().filter(|(word, _)| *word == folded).map(|(_, meant)| *meant);
            let meant = other_words.into_iter().find(|meant| accepted.iter().any(|word| word == meant));
            sink.push(suggest::or_else(
                finding,
                meant.or_else(|| nearest(value, accepted.iter().map(String::as_str))),
                Message::new("unknown-value-help"),
            ));
        }
    }
}
