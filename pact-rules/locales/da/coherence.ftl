# Sammenhæng: hvad der skal gøres.
