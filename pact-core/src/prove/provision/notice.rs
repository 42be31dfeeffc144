//! How long before a meeting it has to be called.

use crate::{
    graph::{composition::Notice, node::NodeId},
    prove::{Proof, Prover},
    source::Span,
};

impl Prover<'_> {
    /// Every meeting that has a date.
    pub(super) fn notice(&self, _provision: NodeId, _body: NodeId, _notice: &Notice, _at: Span) -> Proof {
        Proof::default()
    }
}
