//! Explanations, attestations and waivers, and whether they count: what the rules about them have in common.

use std::collections::BTreeMap;

use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{Attestation, Explanation, NodeId, NodeKind, Waiver},
    },
    ledger::{
        Case, Entry,
        standing::{Exception, Flaw, Standing},
    },
    message::{Arg, Message, Thing},
};

use crate::words;

/// An explanation, an attestation or a waiver, in the case in which it stands.
#[derive(Clone, Copy)]
pub(crate) struct Given<'m> {
    graph: &'m Graph,
    case: &'m Case,
    exception: &'m Exception,
}

/// Everything of a kind that proposals under terms say in their own defence, as it is judged in the case of the terms whose clauses it is about. Sorted by node.
///
/// What could not be read in full, or leads nowhere, is a finding already: of that only is said what holds nevertheless.
pub(crate) fn all(context: Context<'_>, kind: NodeKind) -> Vec<Given<'_>> {
    let graph = context.model.graph();
    let mut best: BTreeMap<NodeId, (bool, Given<'_>)> = BTreeMap::new();
    for case in &context.ledger.cases {
        for exception in case.exceptions.iter().filter(|exception| graph.kind(exception.node) == kind) {
            if is_doubtful(graph, exception) {
                continue;
            }
            let own = exception.about.iter().any(|&about| case.line(about).is_some());
            let given = Given { graph, case, exception };
            // Of several terms whose clauses it is about, it is enough that it counts under one.
            let counts = matches!(exception.standing, Standing::Counts | Standing::Expiring);
            let better = best.get(&exception.node).is_none_or(|(known, _)| own && (!known || counts));
            if better {
                best.insert(exception.node, (own, given));
            }
        }
    }
    best.into_values().map(|(_, given)| given).collect()
}

fn is_doubtful(graph: &Graph, exception: &Exception) -> bool {
    const LEADS: [EdgeKind; 6] = [
        EdgeKind::Explains,
        EdgeKind::ExplainedBy,
        EdgeKind::Attests,
        EdgeKind::Waives,
        EdgeKind::WaivedBy,
        EdgeKind::WaiverScope,
    ];
    const BEHIND: [EdgeKind; 3] = [EdgeKind::ExplainedBy, EdgeKind::AttestedBy, EdgeKind::WaivedUnder];
    let node = exception.node;
    let idle = matches!(exception.standing, Standing::Idle | Standing::Nowhere | Standing::Obligation);
    // Somebody who may, or who decided, may be the one whom a reference does not find.
    let unauthorised = exception.standing == Standing::Unauthorised;
    graph.head(node).damaged
        || (unauthorised && BEHIND.iter().any(|&edge| graph.is_broken(node, edge)))
        || (idle && LEADS.iter().any(|&edge| graph.is_broken(node, edge)))
        || (idle && graph.is_broken(node, EdgeKind::WaivedUnder))
}

impl<'m> Given<'m> {
    pub(crate) fn node(&self) -> NodeId {
        self.exception.node
    }

    pub(crate) fn standing(&self) -> &'m Standing {
        &self.exception.standing
    }

    /// What it is about, by name.
    pub(crate) fn about(&self) -> Arg {
        self.things(self.exception.about.iter().copied())
    }

    /// What a relation leads to, by name.
    pub(crate) fn targets(&self, edge: EdgeKind) -> Arg {
        self.things(self.graph.outgoing(self.node(), edge).iter().map(|target| target.node))
    }

    pub(crate) fn things(&self, nodes: impl IntoIterator<Item = NodeId>) -> Arg {
        Arg::Things(nodes.into_iter().map(|node| Thing::of(self.graph, node)).collect())
    }

    /// The lines of the ledger that it is about.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &'m Entry> {
        let case = self.case;
        self.exception.about.iter().filter_map(move |&about| case.entry(about))
    }

    /// The verdict of what it is about, where all of it has the same.
    pub(crate) fn verdict(&self) -> &'static str {
        let mut verdicts = self.lines().map(|entry| entry.verdict);
        match verdicts.next() {
            Some(first) if verdicts.all(|verdict| verdict == first) => first.name(),
            _ => "several",
        }
    }

    /// Those whom the clauses bind that it is about, by name.
    pub(crate) fn bound(&self) -> Arg {
        let mut bound: Vec<NodeId> = self.lines().flat_map(|entry| entry.binds.iter().copied()).collect();
        bound.sort_unstable();
        bound.dedup();
        self.things(bound)
    }

    /// When an explanation or an attestation is dated.
    pub(crate) fn on(&self) -> Arg {
        let graph = self.graph;
        let explained = graph.downcast::<Explanation>(self.node()).and_then(|id| graph.get(id).on);
        let attested = || graph.downcast::<Attestation>(self.node()).and_then(|id| graph.get(id).on);
        words::shown(explained.or_else(attested).map(|on| on.date))
    }

    /// The last day of a waiver.
    pub(crate) fn until(&self) -> Arg {
        let until = self.graph.downcast::<Waiver>(self.node()).and_then(|id| self.graph.get(id).until);
        words::shown(until.map(|until| until.date))
    }

    /// A message about it, under its id.
    pub(crate) fn message(&self, id: &'static str) -> Message {
        Message::new(id).with("id", self.graph.name(self.node()))
    }

    /// Reports it, citing the first clause that it is about.
    pub(crate) fn report(&self, sink: &mut Sink, message: Message, help: &'static str) {
        let node = self.node();
        let finding = Finding::about(node, self.graph.span(node), message).help(Message::new(help));
        sink.push(match self.exception.about.first() {
            Some(&about) => finding.citing(about),
            None => finding,
        });
    }
}

/// What is not said, in words.
pub(crate) fn flaws(flaws: &[Flaw]) -> Arg {
    let word = |flaw: &Flaw| match flaw {
        Flaw::By => "flaw-by",
        Flaw::On => "flaw-on",
        Flaw::Reason => "flaw-reason",
        Flaw::Reference => "flaw-reference",
        Flaw::Decision => "flaw-decision",
        Flaw::Until => "flaw-until",
    };
    Arg::Words(flaws.iter().map(|flaw| word(flaw).into()).collect())
}

#[cfg(test)]
mod tests {
    use pact_core::{document::value::PartialDate, load::Input, message::Language, report::Options};

    const TERMS: &str = "terms: 1
id: t
title: T
bodies: { group: {}, forum: {}, council: {} }
waivable-by: forum
clauses:
  must: { force: must, binds: group, text: A, requires: { section: one } }
  should: { force: should, binds: group, text: A, requires: { section: one } }
  may: { force: may, binds: group, text: A, requires: { section: one } }
  met: { force: should, binds: group, text: A, requires: { section: two } }
  word: { force: must, binds: group, text: A, requires: { statement: { by: forum } } }
";
    const OTHER: &str =
        "terms: 1\nid: u\ntitle: U\nclauses:\n  other: { force: should, text: A, requires: { section: one } }\n";
    const PACT: &str = "pact: 1
id: p
title: P
level: regional
status: proposed
terms: [t, u]
sections: { two: { text: A } }
decisions:
  yes: { by: forum, on: 2018-01-01, outcome: approved }
  no: { by: forum, on: 2018-01-01, outcome: rejected }
  theirs: { by: council, on: 2018-01-01, outcome: approved }
";

    /// The findings about exceptions, by code and message, as of a day in 2018.
    fn said(exceptions: &str) -> Vec<String> {
        let mut input = Input::new();
        input.add("t.yaml", TERMS);
        input.add("u.yaml", OTHER);
        input.add("p.yaml", format!("{PACT}{exceptions}"));
        let options = Options { as_of: PartialDate::parse("2018-06-01"), ..Options::default() };
        let report = crate::check(input, &options);
        for language in Language::ALL {
            let words = crate::messages::catalogue(language).unwrap();
            for found in &report.findings {
                let finding = &found.finding;
                for text in std::iter::once(&finding.message).chain(&finding.help).map(|message| words.text(message)) {
                    assert!(!text.starts_with('[') && !text.contains("{$"), "{text}");
                }
            }
        }
        let exceptions = report.findings.iter().filter(|found| report.rules[found.rule].group == "exceptions");
        exceptions.map(|found| format!("{} {}", report.rules[found.rule].code, found.finding.message.id)).collect()
    }

    #[test]
    fn what_does_not_count_is_told_once_and_why() {
        let cases = [
            ("explanations: { e: { about: should, reason: A } }", None),
            ("explanations: { e: { about: other, reason: A } }", None),
            ("explanations: { e: { about: must, reason: A } }", Some("X101 explained-obligation")),
            ("explanations: { e: { about: may, reason: A } }", Some("X101 idle-explanation")),
            ("explanations: { e: { about: met, reason: A } }", Some("X101 idle-explanation")),
            ("explanations: { e: { about: should, reason: A, by: council } }", Some("X102 unauthorised-explanation")),
            ("explanations: { e: { about: should } }", Some("X103 malformed-explanation")),
            ("explanations: { e: { reason: A } }", Some("X103 explanation-of-nothing")),
            ("explanations: { e: { about: should, reason: A, on: 2019 } }", Some("X103 explanation-ahead")),
            ("attestations: { a: { clause: word, by: forum, on: 2018-01, text: A } }", None),
            ("attestations: { a: { clause: met, by: forum, on: 2018-01, text: A } }", Some("X201 idle-attestation")),
            (
                "attestations: { a: { clause: word, by: council, on: 2018-01, text: A } }",
                Some("X202 unauthorised-attestation"),
            ),
            ("attestations: { a: { clause: word, by: forum } }", Some("X203 malformed-attestation")),
            ("attestations: { a: { by: forum, on: 2018-01, text: A } }", Some("X203 attestation-of-nothing")),
            ("attestations: { a: { clause: word, by: forum, on: 2019, text: A } }", Some("X203 attestation-ahead")),
            ("waivers: { w: { waives: must, by: forum, decision: yes, reason: A, until: 2018-12-31 } }", None),
            (
                "waivers: { w: { waives: must, by: forum, decision: yes, reason: A, until: 2018-05-31 } }",
                Some("X301 lapsed-waiver"),
            ),
            (
                "waivers: { w: { waives: must, by: council, decision: theirs, reason: A, until: 2018-12-31 } }",
                Some("X302 unauthorised-waiver"),
            ),
            (
                "waivers: { w: { waives: must, by: forum, decision: theirs, reason: A, until: 2018-12-31 } }",
                Some("X302 waiver-decided-by-others"),
            ),
            ("waivers: { w: { waives: must, by: forum } }", Some("X303 malformed-waiver")),
            (
                "waivers: { w: { waives: must, by: forum, decision: no, reason: A, until: 2018-12-31 } }",
                Some("X303 waiver-not-decided"),
            ),
            (
                "waivers: { w: { by: forum, decision: yes, reason: A, until: 2018-12-31 } }",
                Some("X303 waiver-of-nothing"),
            ),
            (
                "waivers: { w: { waives: met, by: forum, decision: yes, reason: A, until: 2018-12-31 } }",
                Some("X304 idle-waiver"),
            ),
            (
                "waivers: { w: { waives: must, scope: group, by: forum, decision: yes, reason: A, until: 2018-12-31 } }",
                Some("X304 idle-waiver"),
            ),
            (
                "waivers: { w: { waives: must, by: forum, decision: yes, reason: A, until: 2018-06-15 } }",
                Some("X305 expiring-waiver"),
            ),
        ];
        for (exceptions, expected) in cases {
            assert_eq!(said(exceptions), expected.into_iter().collect::<Vec<_>>(), "{exceptions}");
        }
    }

    /// What leads nowhere, or could not be read, is a finding already.
    #[test]
    fn what_is_broken_is_not_told_again() {
        for exceptions in [
            "explanations: { e: { about: shoud, reason: A } }",
            "explanations: { e: { about: met, reason: A, on: 2018-02-30 } }",
            "attestations: { a: { clause: wrd, by: forum, on: 2018-01, text: A } }",
            "waivers: { w: { waives: mst, by: forum, decision: yes, reason: A, until: 2018-12-31 } }",
            "waivers: { w: { waives: must, by: forun, decision: yes, reason: A, until: 2018-12-31 } }",
        ] {
            assert_eq!(said(exceptions), Vec::<String>::new(), "{exceptions}");
        }
    }
}
