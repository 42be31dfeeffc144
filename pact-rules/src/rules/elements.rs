//! What terms ask a proposal to contain, and whether it does.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]
