//! Verdicts, evidence and what is missing, in words: the same for findings, for the ledger and for whoever embeds the rules.

use pact_core::{
    ledger::Entry,
    message::Message,
    model::Model,
    prove::{Lack, Witness},
};

/// What is missing, or what must not be there.
pub fn missing(model: &Model, lack: &Lack) -> Message {
    Message::new("lack-other").with("id", model.graph().name(lack.subject))
}

/// What a verdict rests on.
pub fn evidence(model: &Model, witness: &Witness) -> Message {
    Message::new("evidence-there").with("id", model.graph().name(witness.subject))
}

/// Why a verdict is what it is, where neither evidence nor what is missing says so: a clause that is not in force, one that only gives context.
pub fn reason(_model: &Model, _entry: &Entry) -> Option<Message> {
    None
}
