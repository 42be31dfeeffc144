//! Members without a seat: where they could sit.

use super::Prover;
use crate::graph::node::NodeId;

impl Prover<'_> {
    /// The seat that is found for a member whom the register gives none.
    pub(super) fn found_seat(&self, _member: NodeId) -> Option<NodeId> {
        None
    }

    /// The members for whom a seat is found.
    pub(super) fn found_holders(&self, _seat: NodeId) -> Vec<NodeId> {
        Vec::new()
    }

    /// Whether a member may be meant to have some seat of a body.
    pub(super) fn may_have_any_seat(&self, _member: NodeId, _body: NodeId) -> bool {
        true
    }
}
