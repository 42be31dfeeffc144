//! How many have to be present.

use crate::{
    graph::{composition::Quorum, node::NodeId},
    prove::{Proof, Prover},
    source::Span,
};

impl Prover<'_> {
    /// Every meeting of which it is said who was present, and every item of its agenda.
    pub(super) fn quorum(&self, _provision: NodeId, _body: NodeId, _quorum: &Quorum, _at: Span) -> Proof {
        Proof::default()
    }
}
