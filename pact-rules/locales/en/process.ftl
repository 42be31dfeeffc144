# Process: what to do.
