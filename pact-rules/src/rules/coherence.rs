//! How a proposal fits what it builds on: national objectives, strengths, challenges, its own parts.
#![expect(missing_docs, reason = "the module of a rule holds the rule, which has the documentation")]
