//! What is wrong with the terms themselves, whatever is proposed under them.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]
