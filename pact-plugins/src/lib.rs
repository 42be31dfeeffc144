//! The host for a region's own checks as WASM plugins. It implements the check interface of `pact-core`; nothing of it is here yet.
//!
//! The crate holds its place in the workspace so that the boundary is kept from the start: `pact-core` and `pact-rules` never
//! depend on it.
