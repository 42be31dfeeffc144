//! What is said: messages by id, with typed values. There is no sentence in a plugin's code: sentences stand in its catalogues, one a language.

use crate::{
    graph::{Date, Node},
    names::{Kind, Relation},
};

/// Where something is to be seen.
const AT: &str = "pact:at";

/// A message of the plugin's catalogues and the values that it speaks of.
///
/// ```
/// # use pact_plugin::{Kind, Message};
/// # let mut graph = pact_plugin::FakeGraph::new();
/// # let (objective, actors) = (graph.add(Kind::OBJECTIVE, "o"), [graph.add(Kind::ACTOR, "a")]);
/// // locales/en.ftl:   no-owner = { $objective } has no owner among { $actors }
/// Message::new("no-owner").with("objective", objective).with("actors", actors);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub(crate) id: String,
    pub(crate) values: Vec<(String, Value)>,
}

impl Message {
    /// The message with an id.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), values: Vec::new() }
    }

    /// A value under the name by which the catalogues know it.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.values.push((name.into(), value.into()));
        self
    }

    /// In what is wrong, or in the role of a related node: it is to be seen where a node refers to another, and not where the node stands.
    #[must_use]
    pub fn at_reference<'n>(self, from: Node, relation: impl Into<Relation<'n>>, to: Node) -> Self {
        self.with(AT, Value::Reference(from, relation.into().name().to_owned(), to))
    }

    /// The same at the label of a node.
    #[must_use]
    pub fn at_label(self, node: Node) -> Self {
        self.with(AT, Value::Key(node, "label".to_owned()))
    }

    /// The id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The value under a name.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.values.iter().find(|(of, _)| of == name).map(|(_, value)| value)
    }
}

impl From<&str> for Message {
    /// The message with this id, without values.
    fn from(id: &str) -> Self {
        Self::new(id)
    }
}

/// A value in a message. The host puts it into the reader's words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// A text that is the same in every language, such as an id.
    Text(String),
    /// A number.
    Number(u64),
    /// A date.
    Date(Date),
    /// A node, by what people call it.
    Node(Node),
    /// Several nodes, joined by "and".
    Nodes(Vec<Node>),
    /// A kind of node, in the reader's words.
    Kind(String),
    /// A relation, in the reader's words.
    Relation(String),
    /// Messages of the catalogue by their ids, joined by "and".
    Words(Vec<String>),
    /// Ids and keys, joined by "and".
    Texts(Vec<String>),
    /// Where a node refers to another over a relation: see [`Message::at_reference`].
    Reference(Node, String, Node),
    /// Where a key of a node stands: see [`Message::at_label`].
    Key(Node, String),
}

impl Value {
    /// Ids and keys.
    pub fn texts(texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::Texts(texts.into_iter().map(Into::into).collect())
    }

    /// Messages of the catalogue by their ids.
    pub fn words(ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::Words(ids.into_iter().map(Into::into).collect())
    }
}

macro_rules! values {
    ($($of:ty => |$value:ident| $made:expr;)*) => { $(
        impl From<$of> for Value {
            fn from($value: $of) -> Self {
                $made
            }
        }
    )* };
}

values! {
    &str => |text| Self::Text(text.to_owned());
    &String => |text| Self::Text(text.clone());
    String => |text| Self::Text(text);
    u8 => |number| Self::Number(number.into());
    u16 => |number| Self::Number(number.into());
    u32 => |number| Self::Number(number.into());
    u64 => |number| Self::Number(number);
    usize => |number| Self::Number(u64::try_from(number).unwrap_or(u64::MAX));
    Date => |date| Self::Date(date);
    Node => |node| Self::Node(node);
    &[Node] => |nodes| Self::Nodes(nodes.to_vec());
    &Vec<Node> => |nodes| Self::Nodes(nodes.clone());
    Vec<Node> => |nodes| Self::Nodes(nodes);
    Kind<'_> => |kind| Self::Kind(kind.name().to_owned());
    Relation<'_> => |relation| Self::Relation(relation.name().to_owned());
}

impl<const N: usize> From<[Node; N]> for Value {
    fn from(nodes: [Node; N]) -> Self {
        Self::Nodes(nodes.to_vec())
    }
}
