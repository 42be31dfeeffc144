//! How long members sit.

use crate::{
    graph::{composition::Tenure, node::NodeId},
    prove::{Proof, Prover},
    source::Span,
};

impl Prover<'_> {
    /// Terms of office: their length, how often and how long in all, the event with which they end, and the meetings that they cover.
    pub(super) fn tenure(&self, _provision: NodeId, _body: NodeId, _tenure: &Tenure, _at: Span) -> Proof {
        Proof::default()
    }
}
