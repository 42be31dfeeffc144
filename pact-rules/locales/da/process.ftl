# Forløb: hvad der skal gøres.
