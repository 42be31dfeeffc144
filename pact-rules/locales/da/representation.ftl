# Sammensætning: hvad der skal gøres.

unfilled-seat-help = få et medlem udpeget til pladsen, og tilføj medlemmet
unfilled-seat-help-move = ingen ny behøver at blive udpeget: pladsen kan besættes, hvis { $members } skifter plads; `pact suggest` viser hvordan
unfilled-seat-help-shared = { $seats } har tilsammen { $places } pladser, og de medlemmer, der kan besætte dem ({ $people }), kan kun besætte { $can }: få udpeget ét medlem mere, der kan besætte en af disse pladser
overfilled-seat-help = giv den, der er udtrådt, en sidste dag (`to`), eller den, der træder i en andens sted, rollen `alternate`; giver kilden flere pladser, så ret `places`
absent-seat-help = giv medlemmet en sidste dag (`to`) eller en anden plads; findes pladsen, så ret dens `from`, dens `to` eller det, der står under dens `when`
ineligible-member-help = få et medlem udpeget, som repræsenterer en aktør, pladsen er åben for; hører denne aktør til dem, så giv den sin kategori eller region
wrong-nominator-help = få et medlem udpeget af en, der kan; er `nominated-by` en fejl, så ret den
two-seats-help = få en anden udpeget til den ene plads; er to i orden, så lad en bestemmelse i kommissoriet sige det (`topic: two-hats`)
shared-seat-help = få et af dem afløst af et medlem fra en anden
wrong-size-help = hold medlemslisten op mod kommissoriet: tilføj dem, der mangler, og tag dem ud, der er for mange
unrepresented-policy-area-help = få et medlem udpeget derfra; hører et af dem allerede til området, så skriv det under `policy-area` på aktøren eller dens kategori
outsider-in-working-group-help = vælg en fra den gruppe, der har nedsat den; er de to samme person, så skriv `person` ens begge steder
broken-quota-help = besæt de åbne pladser, så tallet passer, eller skriv ved medlemmerne det, de tæller med for (`gender`, `is`, aktørens kategori)
uneven-parity-help = udpeg medlemmer af den mindste gruppe, eller skift medlemmer af den største ud; er en forskel i orden, så lad kommissoriet sige det (`within`)
incomplete-nomination-help = få dem til at indstille, der mangler, og tilføj dem under `nominated-by` på medlemmet
wrong-appointer-help = få den rette til at udnævne; er `appointed-by` en fejl, så ret den
vacant-office-help = få posten besat med en af dem, der kan, og giv medlemmet rollen (`role: chair`, `role: deputy`)
incompatible-seats-help = få en anden udpeget til den ene plads
unfit-member-help = få en udpeget, der er det, pladsen kræver; er medlemmet det, så skriv det (`is`, `gender`)
missing-alternate-help = få en suppleant udpeget, der kan være det, med `role: alternate` og medlemmet under `stands-in-for`; må ingen være det, så tag suppleanten af listen
term-out-of-bounds-help = ret `from` eller `to` på medlemmet; er de rigtige, må perioden ændres, eller en anden udpeges
term-past-event-help = giv medlemmet en sidste dag (`to`), som begivenheden tillader, og få en efterfølger udpeget
terms-end-together-help = giv nogle af disse medlemmer en tidligere eller senere sidste dag (`to`)
term-ends-before-meeting-help = forlæng perioden (`to`), eller få en efterfølger udpeget til pladsen
lasting-vacancy-help = få en efterfølger udpeget, og tilføj medlemmet med dagen under `from`; en frist, der er overskredet, kan der kun dispenseres fra (`waivers`)
irreconcilable-provisions-help = hold dem op mod hinanden: står medlemmer i vejen, må et af dem skiftes ud; ellers må kommissoriet ændres
