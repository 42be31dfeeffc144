# Requirements: what to do.
