//! What is wrong with the terms themselves, whatever is proposed under them.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]

pub mod month_without_year;
pub mod seatless_nominator;
pub mod seats_do_not_sum;
pub mod silent_clause;
pub mod silent_topic;
pub mod undefined_term;
pub mod unguaranteed_policy_area;
pub mod unmatched_requirement;
pub mod unnominated_seat;
pub mod unsatisfiable_composition;
