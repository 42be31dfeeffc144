//! What is wrong with the model whatever the terms ask for: ids, references, dates.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]

pub mod ambiguous_reference;
pub mod circular_relation;
pub mod contradictory_dates;
pub mod dangling_reference;
pub mod duplicate_id;
pub mod empty_document;
pub mod empty_entry;
pub mod impossible_count;
pub mod member_without_actor;
pub mod member_without_seat;
pub mod quote_not_in_source;
pub mod repeated_label;
pub mod repeated_reference;
pub mod similar_persons;
pub mod terms_not_in_force;
pub mod unclaimed_register;
pub mod ungoverned_pact;
pub mod unknown_concept;
pub mod unused_definition;
pub mod wordless_clause;
pub mod wrong_kind;
