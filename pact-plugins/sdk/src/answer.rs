//! What a plugin is asked and what it answers.

use crate::{
    graph::{Date, Node},
    message::Message,
};

/// A clause that leaves it to a rule of the plugin whether a proposal complies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The name of the rule.
    pub rule: String,
    /// The clause.
    pub clause: Node,
    /// The proposal.
    pub pact: Node,
}

/// What a run asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The rules that are switched on, by name.
    pub rules: Vec<String>,
    /// The proposals, in a fixed order.
    pub pacts: Vec<Node>,
    /// The clauses that wait for an outcome. There has to be one for each.
    pub questions: Vec<Question>,
    /// The day as of which to judge, if one is given. There is no other clock.
    pub as_of: Option<Date>,
}

impl Request {
    /// Whether a rule is switched on. What a rule that is off would find does not have to be looked for.
    pub fn runs(&self, rule: &str) -> bool {
        self.rules.iter().any(|on| on == rule)
    }

    /// The questions that are put to a rule about a proposal.
    pub fn questions_of(&self, rule: &str, pact: Node) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |question| question.rule == rule && question.pact == pact)
    }
}

/// A node that belongs to a finding or to evidence, with what is to be seen there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The node.
    pub node: Node,
    /// What is to be seen there.
    pub role: Message,
}

/// A change that would mend a finding. It is shown, and never made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The node.
    pub node: Node,
    /// The key in its file.
    pub key: String,
    /// The value that the key should have.
    pub value: String,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub(crate) rule: String,
    pub(crate) subject: Node,
    pub(crate) message: Message,
    pub(crate) help: Option<Message>,
    pub(crate) related: Vec<Related>,
    pub(crate) clause: Option<Node>,
    pub(crate) pact: Option<Node>,
    pub(crate) edits: Vec<Edit>,
}

impl Finding {
    /// A finding of a rule about a node, at whose place in the file it stands, with what is wrong.
    pub fn about(rule: impl Into<String>, subject: Node, message: impl Into<Message>) -> Self {
        Self {
            rule: rule.into(),
            subject,
            message: message.into(),
            help: None,
            related: Vec::new(),
            clause: None,
            pact: None,
            edits: Vec::new(),
        }
    }

    /// What to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<Message>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Another place, with what is to be seen there.
    #[must_use]
    pub fn related(mut self, node: Node, role: impl Into<Message>) -> Self {
        self.related.push(Related { node, role: role.into() });
        self
    }

    /// The clause or the element that asks for it.
    #[must_use]
    pub fn clause(mut self, clause: Node) -> Self {
        self.clause = Some(clause);
        self
    }

    /// The proposal that does not do what the clause asks for. The force of the clause decides then how grave it is.
    #[must_use]
    pub fn pact(mut self, pact: Node) -> Self {
        self.pact = Some(pact);
        self
    }

    /// A change that would mend it: another reference for one over a relation (`key`) of which the node has just one. It is shown, and never made.
    #[must_use]
    pub fn edit(mut self, node: Node, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.edits.push(Edit { node, key: key.into(), value: value.into() });
        self
    }

    /// The name of the rule.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// What it is about.
    pub fn subject(&self) -> Node {
        self.subject
    }

    /// What is wrong.
    pub fn message(&self) -> &Message {
        &self.message
    }
}

/// How a clause comes out that leaves it to a rule of the plugin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub(crate) question: Question,
    pub(crate) state: State,
    pub(crate) evidence: Vec<Related>,
}

/// What an outcome says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The proposal complies.
    Met,
    /// It does not.
    Unmet,
    /// Facts are missing: it cannot be said yet.
    Open,
    /// A human has to vouch.
    Attest,
    /// The clause asks nothing of this proposal.
    Inapplicable,
}

impl State {
    /// The name at the boundary.
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::Open => "open",
            Self::Attest => "attest",
            Self::Inapplicable => "inapplicable",
        }
    }
}

impl Outcome {
    /// The proposal complies. Needs [`evidence`](Self::evidence): that nothing was found shows nothing.
    pub fn met(question: &Question) -> Self {
        Self::new(question, State::Met)
    }

    /// The proposal does not comply. Needs a finding with the same rule, clause and proposal.
    pub fn unmet(question: &Question) -> Self {
        Self::new(question, State::Unmet)
    }

    /// Facts are missing: it cannot be said yet.
    pub fn open(question: &Question) -> Self {
        Self::new(question, State::Open)
    }

    /// A human has to vouch.
    pub fn attest(question: &Question) -> Self {
        Self::new(question, State::Attest)
    }

    /// The clause asks nothing of this proposal.
    pub fn inapplicable(question: &Question) -> Self {
        Self::new(question, State::Inapplicable)
    }

    fn new(question: &Question, state: State) -> Self {
        Self { question: question.clone(), state, evidence: Vec::new() }
    }

    /// What it rests on, with what is to be seen there.
    #[must_use]
    pub fn evidence(mut self, node: Node, role: impl Into<Message>) -> Self {
        self.evidence.push(Related { node, role: role.into() });
        self
    }

    /// What was asked.
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// What it says.
    pub fn state(&self) -> State {
        self.state
    }
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What is not as it should be.
    pub findings: Vec<Finding>,
    /// How the clauses come out that wait for it.
    pub outcomes: Vec<Outcome>,
}

impl Answer {
    /// An answer with nothing in it yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding.
    pub fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Adds an outcome.
    pub fn decide(&mut self, outcome: Outcome) {
        self.outcomes.push(outcome);
    }
}

impl From<Vec<Finding>> for Answer {
    /// An answer to no questions.
    fn from(findings: Vec<Finding>) -> Self {
        Self { findings, outcomes: Vec::new() }
    }
}
