# Elements: what to do.
