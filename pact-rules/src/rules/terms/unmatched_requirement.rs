use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::requirement::Misfit,
    message::{Arg, Message, Thing},
    near::nearest,
};

use crate::{
    rule::{Rule, declare_rule},
    suggest,
};

declare_rule! {
    /// Something in a requirement that can never match anything.
    ///
    /// ## What it checks
    /// Requirements of clauses and elements: that the kinds of thing they speak of have the attributes and relations that are asked for, that the attribute can have the value,
    /// that a path leads from the one to the other, and that some number lies within the bounds.
    ///
    /// ## Why it matters
    /// Whatever anybody proposes, such a requirement comes out the same. It looks like a check and checks nothing.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A:
    ///     force: must
    ///     text: Every regional objective supports a national one.
    ///     requires:
    ///       every: objective
    ///       where: { level: regonal }
    ///       has: { at-least: 1, via: supports, to: objective, where: { level: national } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// clauses:
    ///   A:
    ///     force: must
    ///     text: Every regional objective supports a national one.
    ///     requires:
    ///       every: objective
    ///       where: { level: regional }
    ///       has: { at-least: 1, via: supports, to: objective, where: { level: national } }
    /// ```
    ///
    /// ## How to fix
    /// Correct the word. Which kinds of thing have which attributes and relations stands in `docs/model.md`.
    pub struct UnmatchedRequirement = "T109" "unmatched-requirement" in "terms", Error, Finding, since "0.2.0";
}

/// More words than this are too many to choose from.
const LISTED: usize = 12;

impl Rule for UnmatchedRequirement {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for misfit in graph.unmatchable() {
            let of = |id: &'static str| Message::new(id).with("of", Thing::of(graph, misfit.from));
            let kinds = |message: Message, kinds: &[_]| message.with("kinds", Arg::Kinds(kinds.to_vec()));
            let (message, word) = match &misfit.why {
                Misfit::NoSuchKey { key, kinds: all } => {
                    (kinds(of("unmatched-key").with("key", key.as_str()), all), Some(key))
                }
                Misfit::NoSuchWord { key, word, .. } => {
                    (of("unmatched-word").with("key", key.as_str()).with("word", word.as_str()), Some(word))
                }
                Misfit::NoSuchStep { step, kinds: all } => {
                    (kinds(of("unmatched-step").with("step", step.as_str()), all), Some(step))
                }
                Misfit::NotThere { path, kinds: all, leads_to } => {
                    let message = of("unmatched-path").with("path", path.as_str());
                    (kinds(message, all).with("found", Arg::Kinds(leads_to.clone())), None)
                }
                Misfit::NoNumber => (of("unmatched-number"), None),
                Misfit::NoPath => (of("unmatched-nowhere"), None),
            };
            let finding = Finding::about(misfit.from, misfit.span, message).citing(misfit.from);
            let accepted = misfit.why.accepted();
            let meant = word.and_then(|word| nearest(word, accepted.iter().map(String::as_str)));
            let help = match &misfit.why {
                Misfit::NoNumber => Message::new("unmatched-number-help"),
                Misfit::NoPath => Message::new("unmatched-nowhere-help"),
                _ if accepted.is_empty() || accepted.len() > LISTED => Message::new("unmatched-requirement-help"),
                _ => Message::new("unmatched-help-accepted").showing("accepted", Arg::OneOf(accepted.clone())),
            };
            // The place of a step is the whole path, which one word cannot stand for.
            sink.push(match (&misfit.why, meant) {
                (Misfit::NoSuchStep { .. }, Some(meant)) => {
                    finding.help(Message::new("did-you-mean").with("word", meant))
                }
                (_, meant) => suggest::or_else(finding, meant, help),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use pact_core::{load::Input, message::Language, report::Options};

    /// What is said of a requirement, and what is offered.
    fn said(requires: &str) -> (String, Option<String>) {
        let mut input = Input::new();
        input.add(
            "terms.yaml",
            format!("terms: 1\nid: t\ntitle: T\nbodies: {{ b: {{}} }}\nclauses:\n  A: {{ force: must, text: A, requires: {requires} }}\n"),
        );
        let report = crate::check(input, &Options::default());
        let [found] = report.findings.as_slice() else { panic!("{requires}: {:?}", report.findings) };
        assert_eq!(report.rules[found.rule].code, "T109", "{requires}");
        let words = crate::messages::catalogue(Language::English).unwrap();
        (words.text(&found.finding.message), found.finding.edit.as_ref().map(|edit| edit.replacement.clone()))
    }

    #[test]
    fn each_misfit_has_its_words() {
        let cases = [
            (
                "{ every: meeting, has: { given: owner } }",
                "the requirement of `A` asks for `owner`, which meetings do not have",
                None,
            ),
            (
                "{ some: objective, where: { level: natonal } }",
                "the requirement of `A` asks for `level` to be `natonal`, which it never is",
                Some("national"),
            ),
            (
                "{ every: strength, has: { at-least: 1, via: supports } }",
                "the requirement of `A` goes along `supports`, which does not begin at strengths",
                None,
            ),
            (
                "{ every: objective, has: { at-least: 1, via: builds-on, to: actor } }",
                "the requirement of `A` looks for actors at the end of `builds-on`, which leads to strengths",
                None,
            ),
            (
                "{ meetings: { of: b, at-least: 3, at-most: 2 } }",
                "no number lies within the bounds that the requirement of `A` gives",
                None,
            ),
            (
                "{ every: objective, has: { at-least: 1, to: strength } }",
                "the requirement of `A` counts, and does not say along which relations",
                None,
            ),
        ];
        for (requires, text, offered) in cases {
            assert_eq!(said(requires), (text.to_owned(), offered.map(str::to_owned)), "{requires}");
        }
    }
}
