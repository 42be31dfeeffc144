//! The table of attributes: what a node says of itself, by the key of the documents. Conditions, exports and queries read it.

use super::{
    Graph,
    node::{
        Actor, Body, Challenge, Clause, Concept, Decision, Element, Fact, Initiative, Measure, Meeting, Member, NodeId,
        NodeKind, Objective, Pact, Partnership, Seat, Section, Strength, Terms,
    },
};
use crate::document::{
    body::{BodyKind, Distinct},
    pact::{Level, MeetingKind, Outcome, Role, Status},
    terms::Force,
    value::{PartialDate, Text},
};

/// What sort of value an attribute has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributeType {
    /// One of these words.
    Word(&'static [&'static str]),
    /// A number.
    Number,
    /// A date.
    Date,
    /// `true` or `false`.
    Boolean,
    /// Words of the user, of which only whether they are there can be asked.
    Text,
}

/// The value of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'g> {
    /// A word.
    Word(&'g str),
    /// A number.
    Number(u64),
    /// A date.
    Date(PartialDate),
    /// Yes or no.
    Boolean(bool),
    /// It is there.
    Text,
}

/// A row of the table of attributes.
#[derive(Clone, Copy)]
pub struct Attribute {
    /// The kind of node that has it.
    pub kind: NodeKind,
    /// The key.
    pub name: &'static str,
    /// What sort of value it has.
    pub of: AttributeType,
    get: for<'g> fn(&'g Graph, NodeId) -> Option<Value<'g>>,
}

impl std::fmt::Debug for Attribute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.kind.name(), self.name)
    }
}

impl Attribute {
    /// The value that a node has; `None` when it says nothing. O(1).
    pub fn get<'g>(&self, graph: &'g Graph, node: NodeId) -> Option<Value<'g>> {
        (self.get)(graph, node)
    }

    /// The attribute of a kind of node under a key.
    pub fn of(kind: NodeKind, name: &str) -> Option<&'static Self> {
        ATTRIBUTES.iter().find(|attribute| attribute.kind == kind && attribute.name == name)
    }

    /// Every attribute, in the order of the table.
    pub fn all() -> &'static [Self] {
        ATTRIBUTES
    }
}

/// Whether some kind of node has an attribute of this name. `id` is one of every kind.
pub(crate) fn is_attribute(name: &str) -> bool {
    name == ID || ATTRIBUTES.iter().any(|attribute| attribute.name == name)
}

/// Every name, some more than once.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    ATTRIBUTES.iter().map(|attribute| attribute.name).chain([ID])
}

/// The key for a node's own id.
pub const ID: &str = "id";

macro_rules! attributes {
    ($( $kind:ident . $name:literal : $of:expr => |$node:ident| $value:expr; )*) => {
        static ATTRIBUTES: &[Attribute] = &[$(
            Attribute {
                kind: NodeKind::$kind,
                name: $name,
                of: $of,
                get: |graph, node| {
                    let $node = graph.get(graph.downcast::<$kind>(node)?);
                    $value
                },
            },
        )*];
    };
}

fn date(date: Option<crate::document::value::Date>) -> Option<Value<'static>> {
    date.map(|date| Value::Date(date.date))
}

/// Words, where there are any: quotation marks with nothing between them say nothing.
fn text(text: Option<&Text>) -> Option<Value<'static>> {
    text.filter(|text| !text.is_blank()).map(|_| Value::Text)
}

fn quantity(measure: Option<&Measure>) -> Option<Value<'static>> {
    measure.and_then(|measure| measure.value.as_ref()).map(|_| Value::Text)
}

fn texts<'t>(texts: impl Iterator<Item = &'t Text>) -> Option<Value<'static>> {
    Some(Value::Number(texts.filter(|text| !text.is_blank()).count() as u64))
}

fn count<T>(list: &[T]) -> Option<Value<'static>> {
    Some(Value::Number(list.len() as u64))
}

attributes! {
    Actor."label": AttributeType::Text => |node| text(node.label.as_ref());
    Concept."label": AttributeType::Text => |node| text(node.label.as_ref());
    Terms."on": AttributeType::Date => |node| date(node.on);
    Terms."from": AttributeType::Date => |node| date(node.from);
    Terms."to": AttributeType::Date => |node| date(node.to);
    Clause."force": AttributeType::Word(Force::NAMES) => |node| node.force.map(|word| Value::Word(word.name()));
    Clause."from": AttributeType::Date => |node| date(node.from);
    Clause."to": AttributeType::Date => |node| date(node.to);
    Body."kind": AttributeType::Word(BodyKind::NAMES) => |node| Some(Value::Word(node.kind.unwrap_or(BodyKind::Group).name()));
    Body."theme": AttributeType::Text => |node| text(node.theme.as_ref());
    Body."from": AttributeType::Date => |node| date(node.from);
    Body."to": AttributeType::Date => |node| date(node.to);
    Seat."places": AttributeType::Number => |node| Some(Value::Number(node.places.into()));
    Seat."invited": AttributeType::Boolean => |node| Some(Value::Boolean(node.invited));
    Seat."distinct": AttributeType::Word(Distinct::NAMES) => |node| node.distinct.map(|word| Value::Word(word.name()));
    Seat."votes": AttributeType::Number => |node| Some(Value::Number(node.votes.into()));
    Seat."optional": AttributeType::Boolean => |node| Some(Value::Boolean(node.optional));
    Element."label": AttributeType::Text => |node| text(node.label.as_ref());
    Pact."level": AttributeType::Word(Level::NAMES) => |node| node.level.map(|word| Value::Word(word.name()));
    Pact."status": AttributeType::Word(Status::NAMES) => |node| node.status.map(|word| Value::Word(word.name()));
    Pact."from": AttributeType::Date => |node| date(node.from);
    Pact."to": AttributeType::Date => |node| date(node.to);
    Section."text": AttributeType::Text => |node| text(node.text.as_ref());
    Member."from": AttributeType::Date => |node| date(node.from);
    Member."to": AttributeType::Date => |node| date(node.to);
    Member."vote": AttributeType::Boolean => |node| node.vote.map(Value::Boolean);
    Member."role": AttributeType::Word(Role::NAMES) => |node| node.role.map(|word| Value::Word(word.name()));
    Strength."label": AttributeType::Text => |node| text(node.label.as_ref());
    Challenge."label": AttributeType::Text => |node| text(node.label.as_ref());
    Objective."label": AttributeType::Text => |node| text(node.label.as_ref());
    Objective."level": AttributeType::Word(Level::NAMES) => |node| node.level.map(|word| Value::Word(word.name()));
    Objective."baseline": AttributeType::Text => |node| quantity(node.baseline.as_deref());
    Objective."target": AttributeType::Text => |node| quantity(node.target.as_deref());
    Objective."due": AttributeType::Date => |node| node.target.as_ref().and_then(|measure| measure.on).map(Value::Date);
    Initiative."label": AttributeType::Text => |node| text(node.label.as_ref());
    Initiative."from": AttributeType::Date => |node| date(node.from);
    Initiative."to": AttributeType::Date => |node| date(node.to);
    Initiative."resources": AttributeType::Text => |node| text(node.resources.as_ref());
    Partnership."commitments": AttributeType::Number => |node| texts(node.commitments.iter().map(|(_, text)| text));
    Partnership."from": AttributeType::Date => |node| date(node.from);
    Partnership."to": AttributeType::Date => |node| date(node.to);
    Meeting."kind": AttributeType::Word(MeetingKind::NAMES) => |node| Some(Value::Word(node.kind.unwrap_or(MeetingKind::Plenary).name()));
    Meeting."on": AttributeType::Date => |node| date(node.on);
    Meeting."called": AttributeType::Date => |node| date(node.called);
    Meeting."agenda": AttributeType::Number => |node| Some(Value::Number(node.agenda as u64));
    Decision."on": AttributeType::Date => |node| date(node.on);
    Decision."outcome": AttributeType::Word(Outcome::NAMES) => |node| node.outcome.map(|word| Value::Word(word.name()));
    Decision."sources": AttributeType::Number => |node| count(&node.sources);
    Fact."holds": AttributeType::Boolean => |node| node.holds.map(Value::Boolean);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_attribute_stands_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for attribute in Attribute::all() {
            assert!(seen.insert((attribute.kind, attribute.name)), "{attribute:?}");
            assert_ne!(attribute.name, ID);
        }
    }
}
