//! What people call a node.

use super::{
    Graph,
    node::{self, NodeId, NodeKind},
};
use crate::document::value::Text;

impl Graph {
    /// The label of a node, or the text that says most about it. Members have none: their names are personal data. O(1).
    pub fn label(&self, node: impl Into<NodeId>) -> Option<&Text> {
        let id = node.into();
        macro_rules! field {
            ($kind:ident, $field:ident) => {
                self.downcast::<node::$kind>(id).and_then(|id| self.get(id).$field.as_ref())
            };
        }
        match self.kind(id) {
            NodeKind::Region => field!(Region, label),
            NodeKind::Scheme | NodeKind::Member => None,
            NodeKind::Concept => field!(Concept, label),
            NodeKind::Actor => field!(Actor, label),
            NodeKind::Terms => field!(Terms, title),
            NodeKind::Clause => field!(Clause, text),
            NodeKind::Body => field!(Body, label),
            NodeKind::Seat => field!(Seat, label),
            NodeKind::Element => field!(Element, label),
            NodeKind::Pact => field!(Pact, title),
            NodeKind::Strength => field!(Strength, label),
            NodeKind::Challenge => field!(Challenge, label),
            NodeKind::Objective => field!(Objective, label),
            NodeKind::Initiative => field!(Initiative, label),
            NodeKind::Partnership => field!(Partnership, label),
            NodeKind::Meeting => field!(Meeting, label),
            NodeKind::Decision => field!(Decision, label),
            NodeKind::Attestation => field!(Attestation, text),
            NodeKind::Explanation => field!(Explanation, reason),
            NodeKind::Waiver => field!(Waiver, reason),
            NodeKind::Section => field!(Section, label),
            NodeKind::Definition => field!(Definition, label),
            NodeKind::Provision => field!(Provision, label),
            NodeKind::AgendaItem => field!(AgendaItem, text),
            NodeKind::Calendar => field!(Calendar, label),
            NodeKind::Fact => field!(Fact, text),
        }
    }
}
