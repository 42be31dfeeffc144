# Coherence: what to do.
