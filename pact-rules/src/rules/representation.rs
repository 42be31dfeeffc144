//! Who sits where: seats, members, nominators, policy areas.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]

pub mod ineligible_member;
pub mod outsider_in_working_group;
pub mod overfilled_seat;
pub mod shared_seat;
pub mod two_seats;
pub mod unfilled_seat;
pub mod unrepresented_policy_area;
pub mod wrong_nominator;
pub mod wrong_size;
