//! pact
fn main() {}
