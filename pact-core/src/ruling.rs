//! Clauses that leave it to a rule of somebody else whether a proposal complies: what is asked of the rule, and how it comes out.
//!
//! A requirement of the kind `plugin` names a rule that is not built in. Whoever has the rule is asked before the ledger is made
//! ([`Check::decide`](crate::check::Check::decide)), so that its answer is a verdict like any other. A clause whose rule nobody has, or whose rule could not be
//! carried out, is never met: its verdict is [`Error`](crate::ledger::Verdict::Error).

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    decode::choice,
    graph::{
        Graph,
        node::NodeId,
        requirement::{Ask, Requirement},
    },
    ledger::{order, pairs},
    message::Message,
};

/// What a clause asks of a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Question {
    /// The rule, as `plugin/rule`.
    pub rule: Box<str>,
    /// The clause or the element that leaves it to the rule.
    pub clause: NodeId,
    /// The proposal.
    pub pact: NodeId,
}

choice! {
    /// How a clause comes out that is left to a rule.
    pub enum State {
        /// The proposal does what the clause asks for.
        Met = "met",
        /// It does not, and could.
        Unmet = "unmet",
        /// Facts are missing.
        Open = "open",
        /// A human has to vouch for it.
        Attest = "attest",
        /// The clause asks for nothing here.
        Inapplicable = "inapplicable",
    }
}

/// Something that a rule says of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Of what.
    pub node: NodeId,
    /// What.
    pub message: Message,
}

/// How a clause comes out, and what that rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// How.
    pub state: State,
    /// What it rests on.
    pub evidence: Vec<Remark>,
    /// What is missing.
    pub lacks: Vec<Remark>,
}

/// Why there is no ruling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoRuling {
    /// Nobody in this run has the rule.
    Missing,
    /// Whoever has the rule could not say; why, in its own words.
    Failed(String),
    /// The rule is there to find things, and decides nothing.
    Undecisive,
}

impl NoRuling {
    /// The name in machine formats and the selector in message catalogues.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Failed(_) => "failed",
            Self::Undecisive => "undecisive",
        }
    }

    /// What went wrong, where somebody says so.
    pub fn reason(&self) -> &str {
        match self {
            Self::Failed(reason) => reason,
            Self::Missing | Self::Undecisive => "",
        }
    }
}

/// What was answered, by question.
#[derive(Clone, Debug, Default)]
pub struct Rulings(FxHashMap<Question, Result<Ruling, NoRuling>>);

impl Rulings {
    /// Takes an answer.
    pub fn insert(&mut self, question: Question, answer: Result<Ruling, NoRuling>) {
        self.0.insert(question, answer);
    }

    /// Takes the answers of somebody else.
    pub(crate) fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Whether a question was answered.
    pub fn has(&self, question: &Question) -> bool {
        self.0.contains_key(question)
    }

    /// The answer to a question. Of what nobody was asked nobody has the rule.
    pub fn get(&self, question: &Question) -> Result<&Ruling, &NoRuling> {
        self.0.get(question).map_or(Err(&NoRuling::Missing), Result::as_ref)
    }
}

/// A clause or an element, and the rules to which it leaves something.
type Left = (NodeId, Vec<Box<str>>);

/// Everything that the terms of a run leave to rules which are not built in, each once, in the order of the source. O(proposals × clauses of their terms).
pub fn questions(graph: &Graph) -> Vec<Question> {
    let mut all = Vec::new();
    let mut by_terms: FxHashMap<NodeId, Vec<Left>> = FxHashMap::default();
    for (terms, pact) in pairs(graph) {
        let asked = by_terms.entry(terms).or_insert_with(|| {
            let of = |node: NodeId| (node, rules_of(graph, node));
            order::of_source(graph, terms).into_iter().map(of).filter(|(_, rules)| !rules.is_empty()).collect()
        });
        for (clause, rules) in asked {
            all.extend(rules.iter().map(|rule| Question { rule: rule.clone(), clause: *clause, pact }));
        }
    }
    all
}

/// The rules to which a clause or an element leaves something, each once.
fn rules_of(graph: &Graph, node: NodeId) -> Vec<Box<str>> {
    let Some(asks) = graph.asks(node) else { return Vec::new() };
    let mut rules = Vec::new();
    let mut seen = FxHashSet::default();
    let mut open: Vec<&Requirement> = asks.forbids.iter().rev().chain(asks.requires.iter().rev()).collect();
    while let Some(requirement) = open.pop() {
        open.extend(requirement.when.iter().rev());
        match &requirement.ask {
            Ask::Plugin(rule) if seen.insert(*rule) => rules.push(graph.text(*rule).into()),
            Ask::AllOf(all) | Ask::AnyOf(all) | Ask::NoneOf(all) => open.extend(all.iter().rev()),
            _ => {}
        }
    }
    rules
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::{
        check::{Asking, Check, CheckError, Consequence, Context, RuleInfo, Sink},
        finding::{Finding, Level},
        ledger::Verdict,
        report::{Options, Outcome, Report},
    };

    /// A check of which the first rule decides as it is told, and the second finds something.
    struct Fake {
        rules: Vec<RuleInfo>,
        answer: Option<Ruling>,
        fails: bool,
    }

    fn fake(answer: Option<Ruling>) -> Fake {
        let rule = |name: &'static str| RuleInfo {
            code: name.into(),
            name: name.into(),
            group: "fake".into(),
            level: Level::Warning,
            consequence: Consequence::Finding,
            since: "1.0.0".into(),
            docs: Cow::Borrowed(""),
            translations: Cow::Borrowed(&[]),
        };
        Fake { rules: vec![rule("fake/decides"), rule("fake/finds")], answer, fails: false }
    }

    impl Check for Fake {
        fn rules(&self) -> &[RuleInfo] {
            &self.rules
        }

        fn decides(&self, rule: usize) -> bool {
            rule == 0
        }

        fn decide(&self, asking: Asking<'_>, answers: &mut Rulings, sink: &mut Sink) -> Result<(), CheckError> {
            for question in asking.questions {
                assert_eq!(&*question.rule, "fake/decides");
                if let Some(answer) = &self.answer {
                    answers.insert(question.clone(), Ok(answer.clone()));
                }
            }
            let pact = asking.model.graph().of_kind(crate::graph::node::NodeKind::Pact)[0];
            sink.push_for(1, Finding::about(pact, asking.model.graph().span(pact), Message::new("m")));
            if self.fails {
                return Err(CheckError::Failed { check: "fake".to_owned(), reason: "out of fuel".to_owned() });
            }
            Ok(())
        }

        fn run(&self, _: Context<'_>, _: &mut Sink) -> Result<(), CheckError> {
            panic!("whoever was asked is not run beside that")
        }
    }

    fn model(requires: &str) -> crate::model::Model {
        let terms = format!("clauses: {{ A: {{ force: must, text: A., requires: {requires} }} }}\n");
        crate::prove::tests::model(&terms, "sections: { s: { text: S. } }\n")
    }

    fn judged(requires: &str, check: &Fake, options: &Options) -> Report {
        let model = model(requires);
        assert!(model.faults().is_empty(), "{:?}", model.faults());
        Report::new(model, [check as &dyn Check], options)
    }

    fn verdict(requires: &str, state: State) -> Verdict {
        let remark = |report: &crate::model::Model| report.graph().of_kind(crate::graph::node::NodeKind::Pact)[0];
        let node = remark(&model(requires));
        let remark = Remark { node, message: Message::new("seen") };
        let ruling = Ruling {
            state,
            evidence: if state == State::Met { vec![remark.clone()] } else { Vec::new() },
            lacks: if state == State::Unmet { vec![remark] } else { Vec::new() },
        };
        judged(requires, &fake(Some(ruling)), &Options::default()).ledger.cases[0].entries[0].verdict
    }

    #[test]
    fn a_rule_decides_a_clause() {
        for (state, expected) in [
            (State::Met, Verdict::Met),
            (State::Unmet, Verdict::Unmet),
            (State::Open, Verdict::Open),
            (State::Attest, Verdict::Attest),
            (State::Inapplicable, Verdict::Inapplicable),
        ] {
            assert_eq!(verdict("{ plugin: fake/decides }", state), expected);
        }
        assert_eq!(verdict("[{ section: s }, { plugin: fake/decides }]", State::Unmet), Verdict::Unmet);
        assert_eq!(verdict("[{ section: s }, { plugin: fake/decides }]", State::Inapplicable), Verdict::Met);
        assert_eq!(verdict("{ any-of: [{ section: t }, { plugin: fake/decides }] }", State::Met), Verdict::Met);
        assert_eq!(verdict("{ none-of: { plugin: fake/decides } }", State::Met), Verdict::Unmet);
        assert_eq!(verdict("{ section: t, when: { plugin: fake/decides } }", State::Unmet), Verdict::Inapplicable);
    }

    #[test]
    fn what_nobody_rules_on_is_an_error_and_the_run_undecided() {
        let asked = "{ plugin: fake/decides }";
        for (requires, check) in [
            ("{ plugin: other/decides }", fake(None)),
            ("{ plugin: fake/finds }", fake(None)),
            (asked, fake(None)),
            (asked, Fake { fails: true, ..fake(None) }),
        ] {
            let report = judged(requires, &check, &Options::default());
            let [entry] = report.ledger.cases[0].entries.as_slice() else { panic!("one clause") };
            assert_eq!((entry.verdict, report.outcome()), (Verdict::Error, Outcome::Undecided), "{requires}");
            assert_eq!(report.findings.len(), 1, "what was found counts");
        }
    }

    #[test]
    fn what_a_rule_says_of_a_clause_that_did_not_ask_is_not_told() {
        struct Deciding(Fake);
        impl Check for Deciding {
            fn rules(&self) -> &[RuleInfo] {
                &self.0.rules
            }

            fn decides(&self, rule: usize) -> bool {
                rule == 0
            }

            fn decide(&self, asking: Asking<'_>, answers: &mut Rulings, sink: &mut Sink) -> Result<(), CheckError> {
                for question in asking.questions {
                    let message = Message::new("missing");
                    let lacks = vec![Remark { node: question.pact, message: message.clone() }];
                    let ruling = Ruling { state: State::Unmet, evidence: Vec::new(), lacks };
                    answers.insert(question.clone(), Ok(ruling));
                    let span = asking.model.graph().span(question.pact);
                    sink.push_for(
                        0,
                        Finding::about(question.pact, span, message).under(question.pact, question.clause),
                    );
                }
                Ok(())
            }

            fn run(&self, _: Context<'_>, _: &mut Sink) -> Result<(), CheckError> {
                Ok(())
            }
        }
        let found = |requires: &str| {
            let check = Deciding(fake(None));
            let report = Report::new(model(requires), [&check as &dyn Check], &Options::default());
            (report.ledger.cases[0].entries[0].verdict, report.findings.len())
        };
        assert_eq!(found("{ plugin: fake/decides }"), (Verdict::Unmet, 1));
        assert_eq!(found("{ plugin: fake/decides, when: { section: t } }"), (Verdict::Inapplicable, 0));
        assert_eq!(found("{ any-of: [{ section: s }, { plugin: fake/decides }] }"), (Verdict::Met, 0));
    }

    #[test]
    fn that_a_rule_is_off_changes_no_verdict() {
        let met = Ruling { state: State::Inapplicable, evidence: Vec::new(), lacks: Vec::new() };
        let off = ["fake/decides", "fake/finds"].map(|rule| (rule.to_owned(), None));
        let options = Options { levels: off.into(), ..Options::default() };
        let report = judged("{ plugin: fake/decides }", &fake(Some(met)), &options);
        assert_eq!(report.ledger.cases[0].entries[0].verdict, Verdict::Inapplicable);
        assert!(report.findings.is_empty() && report.rules.is_empty());
    }

    #[test]
    fn a_rule_is_named_by_its_plugin() {
        for (rule, faults) in [("a/b", 0), ("health-2/b-c", 0), ("b", 1), ("a/b/c", 1), ("A/b", 1), ("a/", 1), ("7", 1)]
        {
            assert_eq!(model(&format!("{{ plugin: {rule} }}")).faults().len(), faults, "{rule}");
        }
    }
}
