//! Who sits where: seats, members, nominators, policy areas.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]

pub mod unfilled_seat;
