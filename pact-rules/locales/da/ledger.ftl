# Verdicts, evidence, what is missing.

lack-other = `{ $id }`
evidence-there = `{ $id }`
