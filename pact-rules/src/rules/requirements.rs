//! What is asked for and no other rule tells: what is missing in general, what waits for a human or for a fact.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]

pub mod missing_attestation;
pub mod missing_ruling;
pub mod open_question;
pub mod unmet_requirement;
