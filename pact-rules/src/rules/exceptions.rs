//! Explanations, attestations and waivers that do not count, and why.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]

pub mod expiring_waiver;
pub mod idle_attestation;
pub mod idle_explanation;
pub mod idle_waiver;
pub mod lapsed_waiver;
pub mod malformed_attestation;
pub mod malformed_explanation;
pub mod malformed_waiver;
pub mod unauthorised_attestation;
pub mod unauthorised_explanation;
pub mod unauthorised_waiver;
