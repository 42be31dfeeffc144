//! How long a place may stay empty.

use crate::{
    document::period::Period,
    graph::node::NodeId,
    prove::{Proof, Prover},
    source::Span,
};

impl Prover<'_> {
    /// Places that were left and not filled in time.
    pub(super) fn long_vacancies(&self, _provision: NodeId, _body: NodeId, _filled_within: Period, _at: Span) -> Proof {
        Proof::default()
    }
}
