//! Files that were named and could not be had.

use std::collections::BTreeSet;

use pact_core::{
    fault::{FaultKind, Unreadable},
    model::Model,
    source::FileId,
};

/// The files of a run of which there is not a byte: nothing may be said of what is in them.
pub(super) fn lost(model: &Model) -> BTreeSet<FileId> {
    let is_lost = |kind: &FaultKind| {
        use Unreadable::{Directory, Missing, Refused};
        matches!(kind, FaultKind::Unreadable(Missing | Directory | Refused(_)))
    };
    model.faults().iter().filter(|fault| is_lost(&fault.kind)).map(|fault| fault.file).collect()
}
