//! What is behind a verdict, a thing or a finding.
