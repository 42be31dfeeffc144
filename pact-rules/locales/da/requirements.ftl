# Krav: hvad der skal gøres.
