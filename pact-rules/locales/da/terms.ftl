# Hvad der er galt med selve kommissoriet.

seats-do-not-sum = pladserne i { $body } giver tilsammen plads til { $places }, men der skal være { $how ->
    [exactly] { $least }
    [at-least] mindst { $least }
    [at-most] højst { $most }
   *[between] { $least } til { $most }
 } medlemmer
seats-do-not-sum-help = tæl linjerne i kilden igen; er kilden uenig med sig selv, så spørg udstederen

unguaranteed-policy-area = bestemmelse { $clause } siger, at politikområdet { $area } er repræsenteret i { $body }, men ingen plads sikrer det
unguaranteed-policy-area-area = dette politikområde
unguaranteed-policy-area-body = ingen af pladserne i dette organ
unguaranteed-policy-area-help = skal en plads tale for området, så giv pladsen, dens kategori eller dens aktører den `policy-area`; ellers mangler kommissoriet en plads

seatless-nominator = medlemmer af { $body } skal udpeges fra { $nominator }, men ingen plads er åben for dem
seatless-nominator-body = pladserne i dette organ
seatless-nominator-help = er en plads tiltænkt dem, så åbn den for dem; ellers spørg udstederen af kommissoriet

unnominated-seat = { $body }: { $count ->
    [one] pladsen { $seats } er åben
   *[other] pladserne { $seats } er åbne
 } for andre end dem, medlemmerne udpeges fra (plads til { $places })
unnominated-seat-seat = denne plads
unnominated-seat-help = angiv, hvem der udpeger: `nominated-by` på pladsen eller blandt organets `nominators`; siger kilden det ikke, så spørg udstederen

month-without-year = bestemmelse { $clause } nævner { $count ->
    [one] en dato uden år: { $dates }
   *[other] datoer uden år: { $dates }
 }
month-without-year-help = skriv under `interpreted`, hvilket år der menes, og hvorfor, og få det bekræftet af udstederen
month-without-year-help-interpreted = få det år, der er læst ind, bekræftet af udstederen

undefined-term = ordene { $words } er ikke defineret nogen steder, men { $count ->
    [one] { $clauses } bruger dem
   *[other] { $clauses } bruger dem
 }
undefined-term-used = bruges her
undefined-term-help = angiv den `quote` eller `clause`, der definerer dem; er der ingen, så skriv under `means` og `interpreted`, hvordan de læses
undefined-term-help-interpreted = få læsningen bekræftet af udstederen; er ordene defineret et sted, så angiv `quote` eller `clause`

silent-clause = bestemmelse { $clause } forpligter, men intet siger, hvad der ville vise, at den er fulgt
silent-clause-help = skriv det under `requires`; kan ingen struktur vise det, kan et menneske stå inde for det: `statement`

silent-topic = kommissoriet { $terms } siger intet om { $topics }
silent-topic-help = er noget af det fastsat i en bestemmelse, så nævn det under bestemmelsens `topic`; ellers spørg udstederen
topic-chair = formand
topic-quorum = beslutningsdygtighed
topic-voting = afstemning
topic-alternates = suppleanter
topic-gender-balance = kønsfordeling
topic-conflicts-of-interest = inhabilitet
topic-notice = mødeindkaldelse
topic-minutes = referat
topic-two-hats = én person på to pladser

unmatched-key = kravet i { $of } spørger efter `{ $key }`, som { $kinds } ikke har
unmatched-word = kravet i { $of } beder om, at `{ $key }` er `{ $word }`, og det er den aldrig
unmatched-step = kravet i { $of } går ad `{ $step }`, som ikke går ud fra { $kinds }
unmatched-path = kravet i { $of } leder efter { $kinds } for enden af `{ $path }`, som fører til { $found }
unmatched-number = intet tal ligger inden for de grænser, som kravet i { $of } sætter
unmatched-nowhere = kravet i { $of } tæller, men siger ikke, ad hvilke relationer
unmatched-requirement-help = ret det; i docs/model.md står, hvad der har hvilke nøgler og relationer
unmatched-help-accepted = skriv en af disse: { $accepted }
unmatched-number-help = slå tallene efter i kilden
unmatched-nowhere-help = skriv det under `via`

unsatisfiable-composition = ingen medlemsliste for { $body } kan opfylde { $size ->
    [0] { $number ->
        [0] { $provisions }
        [one] pladsen { $seats }{ $count ->
            [0] { "" }
           *[other] {" "}sammen med { $provisions }
        }
       *[other] pladserne { $seats }{ $count ->
            [0] { "" }
           *[other] {" "}sammen med { $provisions }
        }
    }
   *[other] antallet af medlemmer{ $number ->
        [0] { "" }
        [one] , pladsen { $seats }
       *[other] , pladserne { $seats }
    }{ $count ->
        [0] { "" }
       *[other] {" "}sammen med { $provisions }
    }
 }{ $cited ->
    [0] { "" }
    [one] {" "}(bestemmelse { $clauses })
   *[other] {" "}(bestemmelserne { $clauses })
 }
unsatisfiable-composition-part = sammen med dette
unsatisfiable-composition-help = slå dem op i kilden: er en af dem skrevet forkert ned, så ret den; modsiger kilden sig selv, så spørg udstederen, hvilken af dem der viger
