# Explanations, attestations, waivers.
