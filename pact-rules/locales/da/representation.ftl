# Sammensætning: hvad der skal gøres.

unfilled-seat-help = få et medlem udpeget til pladsen, og tilføj medlemmet
overfilled-seat-help = giv den, der er udtrådt, en sidste dag (`to`), eller den, der træder i en andens sted, rollen `alternate`; giver kilden flere pladser, så ret `places`
ineligible-member-help = få et medlem udpeget, som repræsenterer en aktør, pladsen er åben for; hører denne aktør til dem, så giv den sin kategori eller region
wrong-nominator-help = få et medlem udpeget af en, der kan; er `nominated-by` en fejl, så ret den
two-seats-help = få en anden udpeget til den ene plads; er to i orden, så lad en bestemmelse i kommissoriet sige det (`topic: two-hats`)
shared-seat-help = få et af dem afløst af et medlem fra en anden
wrong-size-help = hold medlemslisten op mod kommissoriet: tilføj dem, der mangler, og tag dem ud, der er for mange
unrepresented-policy-area-help = få et medlem udpeget derfra; hører et af dem allerede til området, så skriv det under `policy-area` på aktøren eller dens kategori
outsider-in-working-group-help = vælg en fra den gruppe, der har nedsat den; er de to samme person, så skriv `person` ens begge steder
