//! End-to-end tests of pact as its users run it.
