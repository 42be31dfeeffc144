# Elementer: hvad der skal gøres.
