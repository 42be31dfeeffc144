//! What things are called, as the other way in which a table refers to them.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use unicode_normalization::UnicodeNormalization;

use super::{
    Graph, KindSet,
    node::{Member, NodeId, NodeKind},
};

/// A label as it is compared: letter case, and how much white space there is, do not count. Neither does which of its two codes a letter such as `å`
/// has. O(length).
pub fn folded(label: &str) -> String {
    let mut words = String::with_capacity(label.len());
    for word in label.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(word.nfc().flat_map(char::to_lowercase));
    }
    words
}

/// The nodes that go by a label; nearly always one.
pub(crate) type Called = SmallVec<[NodeId; 1]>;

/// Which nodes go by a label. Things of the same label are in the order of their keys.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    /// By kind, by the scheme or the body in which the node stands, or by none, and by label.
    by: FxHashMap<(NodeKind, Option<NodeId>, String), Called>,
    /// The most commas in a label.
    pub(crate) commas: usize,
    /// Kinds of which a label could not be read.
    pub(crate) unread: KindSet,
}

impl Labels {
    /// The labels of some kinds of node. O(labels of these kinds).
    pub(crate) fn new(graph: &Graph, kinds: KindSet) -> Self {
        let mut labels = Self { unread: graph.unread.intersection(kinds), ..Self::default() };
        for node in kinds.iter().flat_map(|kind| graph.of_kind(kind)).copied() {
            let head = graph.head(node);
            // Of two with one id, references mean the first.
            if head.repeated {
                continue;
            }
            let Some(label) = graph.label(node) else {
                // What members go by is looked up apart.
                let person = graph.downcast::<Member>(node).is_some_and(|id| graph.get(id).person.is_some());
                if head.damaged && !person {
                    labels.unread.insert(head.kind);
                }
                continue;
            };
            for (_, text) in label.versions() {
                let text = folded(text);
                labels.commas = labels.commas.max(text.matches(',').count());
                for within in std::iter::once(None).chain(head.parent.map(Some)) {
                    let called = labels.by.entry((head.kind, within, text.clone())).or_default();
                    // The same words in two languages.
                    if called.last() != Some(&node) {
                        called.push(node);
                    }
                }
            }
        }
        in_order(graph, labels.by.values_mut());
        labels
    }

    /// The nodes of a kind that go by a label that is folded, in a scheme or a body where that is given. O(1).
    pub(crate) fn find(&self, kind: NodeKind, within: Option<NodeId>, label: &str) -> &[NodeId] {
        self.by.get(&(kind, within, label.to_owned())).map_or(&[], |called| called.as_slice())
    }
}

/// Which members go by a name. Only those of the same document and the same body can be meant.
#[derive(Debug, Default)]
pub(crate) struct Persons {
    by: FxHashMap<(NodeId, Option<NodeId>, String), Called>,
}

impl Persons {
    /// The names of all members. O(members).
    pub(crate) fn new(graph: &Graph, body_of: &FxHashMap<NodeId, NodeId>) -> Self {
        let mut persons = Self::default();
        for (id, member) in graph.all::<Member>() {
            let (node, head) = (id.node(), graph.head(id));
            let Some(person) = member.person.as_deref().filter(|_| !head.repeated) else { continue };
            let bodies = std::iter::once(None).chain(body_of.get(&node).copied().map(Some));
            for body in bodies {
                persons.by.entry((head.document, body, folded(person))).or_default().push(node);
            }
        }
        in_order(graph, persons.by.values_mut());
        persons
    }

    /// The members of a document, and of a body where that is given, who go by a name that is folded. O(1).
    pub(crate) fn find(&self, document: NodeId, body: Option<NodeId>, name: &str) -> &[NodeId] {
        self.by.get(&(document, body, name.to_owned())).map_or(&[], |called| called.as_slice())
    }
}

/// Puts those of one label in the order of their keys, whatever the order of entries was.
fn in_order<'c>(graph: &Graph, all: impl Iterator<Item = &'c mut Called>) {
    for called in all.filter(|called| called.len() > 1) {
        called.sort_unstable_by(|&a, &b| graph.order(a, b));
    }
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn case_and_blanks_do_not_count() {
        assert_eq!(folded("  Dansk\u{a0} INDUSTRI\n"), "dansk industri");
        assert_eq!(folded("A\u{30a}rhus"), folded("århus"));
        assert_ne!(folded("Dansk-Industri"), folded("Dansk Industri"));
    }
}
