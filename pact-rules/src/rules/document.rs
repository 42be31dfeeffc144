//! What is wrong with a file before anything is made of it.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]

pub mod duplicate_key;
pub mod empty_file;
pub mod impossible_date;
pub mod invalid_id;
pub mod limit_exceeded;
pub mod missing_key;
pub mod stray_words;
pub mod syntax_error;
pub mod unclear_requirement;
pub mod uneven_row;
pub mod unknown_document;
pub mod unknown_key;
pub mod unknown_rule;
pub mod unknown_value;
pub mod unreadable_file;
pub mod unsupported_version;
pub mod wrong_type;
