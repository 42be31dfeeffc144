//! How a proposal fits what it builds on: national objectives, strengths, challenges, its own parts.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]

pub mod aimless_initiative;
pub mod contradicting_objectives;
pub mod duplicated_objective;
pub mod incomplete_objective;
pub mod objective_in_the_air;
pub mod planned_counterpart;
pub mod unaddressed_challenge;
pub mod unsupported_national_objective;
pub mod unused_strength;
