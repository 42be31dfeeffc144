//! What a check saw.

use crate::{document::terms::Force, fault::Fault, graph::node::NodeId, message::Message, source::Span};

/// How seriously a finding is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Good to know.
    Note,
    /// To be looked at.
    Warning,
    /// Fails the check.
    Error,
}

impl Level {
    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What is to be seen there.
    pub label: Message,
}

/// A change to a file that would mend a finding. It is offered, never made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub replacement: String,
    /// The replacement is written as it is. Otherwise it is a value, and is put between quotation marks where the file needs them.
    pub literal: bool,
}

/// What a finding is about, when lines and columns are left out of account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A node of the graph.
    Node(NodeId),
    /// A place in a file, by the keys that lead there.
    Place(String),
}

/// The clause, or the element, that a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cited {
    /// The clause or element.
    pub node: NodeId,
    /// The proposal, where the finding is that it does not do what the clause asks for. The force of the clause decides then how seriously the finding
    /// is taken.
    pub pact: Option<NodeId>,
}

/// What a check saw: the one type for everything that is found, whatever found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub subject: Subject,
    /// What is wrong.
    pub message: Message,
    /// Where.
    pub span: Span,
    /// What is to be seen at that place, if more is to be said than the message does.
    pub label: Option<Message>,
    /// Other places.
    pub related: Vec<Related>,
    /// What to do.
    pub help: Option<Message>,
    /// A change that would mend it.
    pub edit: Option<Edit>,
    /// The clause or element that asks for it.
    pub cited: Option<Cited>,
    /// The force that decides how seriously it is taken, where clauses themselves are at fault and no proposal is.
    pub force: Option<Force>,
}

impl Finding {
    /// A finding about a node, at the place of its id.
    pub fn about(node: impl Into<NodeId>, span: Span, message: Message) -> Self {
        Self::new(Subject::Node(node.into()), span, message)
    }

    /// A finding about a place in a file that is no node.
    pub fn at(pointer: impl Into<String>, span: Span, message: Message) -> Self {
        Self::new(Subject::Place(pointer.into()), span, message)
    }

    /// A finding about what reading found wrong with a file, at its place.
    pub fn of(fault: &Fault, message: Message) -> Self {
        Self::at(fault.pointer.clone(), fault.span, message)
    }

    fn new(subject: Subject, span: Span, message: Message) -> Self {
        Self {
            subject,
            message,
            span,
            label: None,
            related: Vec::new(),
            help: None,
            edit: None,
            cited: None,
            force: None,
        }
    }

    /// Says what is to be seen at the place.
    #[must_use]
    pub fn label(mut self, label: Message) -> Self {
        self.label = Some(label);
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, span: Span, label: Message) -> Self {
        self.related.push(Related { span, label });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Cites a clause or an element, whose force does not bear on it.
    #[must_use]
    pub fn citing(mut self, node: NodeId) -> Self {
        self.cited = Some(Cited { node, pact: None });
        self
    }

    /// Says how seriously a fault of the terms themselves is taken: as what does not do for a clause of this force.
    #[must_use]
    pub fn weighing(mut self, force: Option<Force>) -> Self {
        self.force = force;
        self
    }

    /// Says that a proposal does not do what a clause or an element asks for.
    #[must_use]
    pub fn under(mut self, pact: NodeId, node: NodeId) -> Self {
        self.cited = Some(Cited { node, pact: Some(pact) });
        self
    }

    /// Offers to replace a value, such as an id or a key, by another. A report writes it as the file needs it.
    #[must_use]
    pub fn replace(mut self, span: Span, value: impl Into<String>) -> Self {
        self.edit = Some(Edit { span, replacement: value.into(), literal: false });
        self
    }

    /// Offers to replace a text by another, letter for letter.
    #[must_use]
    pub fn rewrite(mut self, span: Span, text: impl Into<String>) -> Self {
        self.edit = Some(Edit { span, replacement: text.into(), literal: true });
        self
    }
}
