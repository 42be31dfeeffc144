//! Explanations, attestations and waivers that do not count, and why.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]
