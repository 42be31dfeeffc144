//! Meetings and decisions: how many, when, in which order, by whom.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]
