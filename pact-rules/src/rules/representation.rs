//! Who sits where: seats, members, nominators, policy areas.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]

pub mod absent_seat;
pub mod broken_quota;
pub mod incompatible_seats;
pub mod incomplete_nomination;
pub mod ineligible_member;
pub mod irreconcilable_provisions;
pub mod lasting_vacancy;
pub mod missing_alternate;
pub mod outsider_in_working_group;
pub mod overfilled_seat;
pub mod shared_seat;
pub mod term_ends_before_meeting;
pub mod term_out_of_bounds;
pub mod term_past_event;
pub mod terms_end_together;
pub mod two_seats;
pub mod uneven_parity;
pub mod unfilled_seat;
pub mod unfit_member;
pub mod unrepresented_policy_area;
pub mod vacant_office;
pub mod wrong_appointer;
pub mod wrong_nominator;
pub mod wrong_size;
