//! What terms ask a proposal to contain, and whether it does.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]

pub mod missing_level;
pub mod one_sided_partnership;
pub mod partnership_without_area;
pub mod uncovered_element;
pub mod uncovered_part;
