# Forløb: hvad der skal gøres.

number-of-meetings-help = hold mødelisten op mod kommissoriet: tilføj det, der mangler, og ret en dato eller `kind`, der er forkert
meeting-outside-span-help = flyt mødet, eller ret datoen; mødes den større gruppe igen senere, så tilføj det møde
unpresented-results-help = angiv under `presents-at`, på hvilket plenarmøde det præsenterer, efter sit eget sidste møde
meeting-after-decision-help = ret den dato, der er forkert; er begge rigtige, må beslutningen træffes igen
missing-decision-help = få beslutningen truffet, og tilføj den under `decisions`; er én beslutning truffet af flere, så nævn dem alle under `by`
premature-decision-help = ret datoen, hvis den er forkert; er den rigtig, må beslutningen træffes igen
missed-deadline-help = ret datoen, hvis den er forkert; en frist, der er overskredet, kan der kun dispenseres fra (`waivers`)
no-quorum-help = ret `present`, hvis nogen mangler der; ellers må punktet tages op igen på et møde med medlemmer nok
short-notice-help = ret `called` eller datoen, hvis den er forkert; ellers må mødet indkaldes igen
short-notice-help-days = tilføj de fridage, der mangler i kalenderen, med deres år, og lad dens `from` og `to` nå så langt
short-notice-help-calendar = angiv kalenderen under `calendar` i `notice`, og definér den under `calendars`
