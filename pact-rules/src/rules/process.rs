//! Meetings and decisions: how many, when, in which order, by whom.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]

pub mod meeting_after_decision;
pub mod meeting_outside_span;
pub mod missed_deadline;
pub mod missing_decision;
pub mod no_quorum;
pub mod number_of_meetings;
pub mod premature_decision;
pub mod short_notice;
pub mod unpresented_results;
