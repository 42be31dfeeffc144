# Sammensætning: hvad der skal gøres.

unfilled-seat-help = få et medlem udpeget til pladsen, og tilføj medlemmet
