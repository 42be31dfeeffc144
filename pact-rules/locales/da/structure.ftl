# Hvad der er galt med modellen, uanset hvad kommissoriet beder om.

duplicate-id = id'et `{ $id }` bruges allerede et andet sted ({ $kind })
duplicate-id-help = giv den ene et andet id; er de det samme, så behold den ene

reference-label = { $kind } `{ $from }` { $edge } …

dangling-reference = ingen { $kinds } har id'et `{ $id }`
dangling-reference-seat = organet `{ $body }` har ingen plads med id'et `{ $id }`
also-here = også her
misspelt-definition = intet henviser til `{ $meant }`; skulle det hedde `{ $id }`?
misspelt-definition-label = dette er næsten det samme, og intet henviser til det
dangling-reference-help = definér det, eller ret id'et; er det defineret i en fil, der ikke er læst, så tag filen med
dangling-name = ingen { $kinds } hedder `{ $name }` eller har det som id
dangling-name-help = definér det, eller ret navnet; i et register kan der stå både id og navn (`label`)
dangling-person = ingen i registret hedder sådan
reference-label-rows = { $kind } `{ $from }` { $edge } …, og det samme i { $more ->
    [one] en række til
   *[other] { $more } rækker til
 }
unknown-column = intet i kolonnen er kendt (»{ $edge }«): her skal stå { $kinds }
unknown-column-label = dette og alt andet i kolonnen: { $different } forskellige navne
unknown-column-help = se efter, om overskriften er den rigtige; er den det, så definér dem ({ $kinds }), eller tag den fil med, hvor de er defineret
ambiguous-name-help = skriv id'et på den, der menes: { $paths }
ambiguous-person = der er flere medlemmer, der hedder sådan, og det er ikke klart, hvem der menes

ambiguous-reference = der er flere, der hedder `{ $id }`, og det er ikke klart, hvilken der menes
ambiguous-reference-candidate = denne ({ $kind })
ambiguous-reference-help = skriv, hvor den står: { $paths }
ambiguous-reference-help-rename = giv den ene et andet id

wrong-kind = `{ $id }` ({ $found }) kan ikke stå her, kun { $kinds }
wrong-kind-found = her ({ $kind })
wrong-kind-help = henvis til { $kinds }, eller brug den nøgle, der fører til det, du henviser til

unknown-concept = begrebet `{ $id }` findes ikke i nogen begrebsliste
unknown-concept-in = begrebslisten `{ $scheme }` har ikke begrebet `{ $id }`
unknown-concept-help-anywhere = tilføj det i en begrebsliste under `schemes`, eller vælg et, der er der
unknown-concept-help = tilføj det under `schemes` / `{ $scheme }`, eller vælg et, der er der

circular-relation = »{ $edge }« fører tilbage til udgangspunktet: { $way }
circular-relation-self = `{ $id }` { $edge } sig selv
circular-relation-step = `{ $from }` { $edge } `{ $to }`
circular-relation-help = fjern en af disse henvisninger, eller vend den om

unused-concept = begrebet `{ $id }` i begrebslisten `{ $scheme }` bliver ikke brugt
unused-definition = `{ $id }` ({ $kind }) bliver ikke brugt
unused-definition-help = brug det, hvor det var tænkt brugt, eller fjern det

contradictory-dates = { $why ->
    [span] `{ $id }` ({ $kind }): slutdatoen ({ $later }) ligger før startdatoen ({ $earlier })
    [called] `{ $id }` ({ $kind }) holdes ({ $later }), før der er indkaldt ({ $earlier })
    [before-body] `{ $id }` ({ $kind }) holdes ({ $later }), før organet findes ({ $earlier })
    [after-body] `{ $id }` ({ $kind }) holdes ({ $earlier }), efter at organet er ophørt ({ $later })
    [precedes] `{ $id }` ({ $kind }, { $earlier }) skal komme før `{ $other }` ({ $later })
    [taken-at] `{ $id }` ({ $kind }) har en anden dato end mødet: { $earlier } og { $later }
   *[target] `{ $id }` ({ $kind }): måltallets dato ({ $later }) ligger før udgangspunktets ({ $earlier })
 }
contradictory-dates-other = den anden dato
contradictory-dates-help = find ud af, hvilken af de to datoer der er forkert

member-without-body = medlemmet `{ $id }` hører ikke til noget organ
member-without-body-help = angiv hvilket: `body`, eller i et register kolonnen `organ` (`body`)
member-without-seat = medlemmet `{ $id }` af `{ $body }` har ingen plads
register-without-seats = dette register har ingen kolonne til pladserne i `{ $body }`
register-without-seats-help = tilføj en kolonne `plads` (`seat`) med id eller navn (`label`) på hvert medlems plads
member-without-seat-help = angiv hvilken: `seat`, eller i et register kolonnen `plads` (`seat`)

member-without-actor = medlemmet `{ $id }` repræsenterer ingen
member-without-actor-in = medlemmet `{ $id }` på pladsen `{ $seat }` repræsenterer ingen
register-without-actors = dette register har ingen kolonne til de aktører, som medlemmerne repræsenterer
register-without-actors-help = tilføj en kolonne `aktør` (`actor`) med id eller navn (`label`) på hvert medlems aktør
member-without-actor-help = angiv hvem: `actor`, eller i et register kolonnen `aktør` (`actor`); det afgør, om medlemmet kan have pladsen

empty-document = der står intet i `{ $id }` ({ $kind })
empty-register = der er ingen medlemmer i `{ $file }`
empty-register-help = skriv en række for hvert medlem, eller tag registret ud af pagten
empty-entry = der står intet i `{ $id }` ({ $kind })
empty-entry-help = skriv, hvad det er, eller fjern det
empty-document-help = intet kan holdes op mod et tomt dokument: skriv mindst én post, eller lad filen ude

quote-not-in-source = kilden har ikke de ord, der er citeret for `{ $id }` ({ $kind })
quote-not-in-source-help = gengiv ordene, som de står, også stavefejl; hvad de betyder, skrives under `text`

repeated-reference = `{ $from }` { $edge } `{ $id }` to gange
repeated-reference-help = det tæller én gang: fjern den ene, eller skriv den, der var ment

ungoverned-pact = pagten `{ $id }` holdes ikke op mod noget kommissorium
ungoverned-pact-help = tilføj `terms:` med kommissoriets id; uden det bliver der ikke krævet noget af forslaget

terms-not-in-force = { $of ->
    [versions] ingen af udgaverne af `{ $terms }` gælder pr. { $day }: { $why ->
        [ahead] den første gælder fra { $from }
        [between] én gjaldt til og med { $to }, og den næste gælder fra { $from }
       *[over] den sidste gjaldt til og med { $to }
     }
   *[terms] `{ $terms }` gælder ikke pr. { $day }: { $why ->
        [ahead] det gælder først fra { $from }
       *[over] det gjaldt til og med { $to }
     }
 }
terms-not-in-force-terms = kommissoriet
terms-not-in-force-help = intet er bedømt: bedøm efter en dag, hvor det gælder (`--as-of`), tilføj den udgave, der gjaldt den dag, eller ret dets `from` eller `to`

wordless-clause = `{ $id }` ({ $kind }) siger ikke, hvad der kræves
wordless-clause-help = gengiv kildens ord under `quote`, eller skriv indholdet under `text`

shared-register = dette register er nævnt før, og medlemmerne hører til dér; pagten `{ $id }` får ingen af dem
shared-register-help = giv hver pagt og hvert organ sin egen tabel, eller en kolonne `organ`
unclaimed-register = ingen pagt nævner registret `{ $file }`
unclaimed-register-help = tilføj det til pagten: `registers: [{"{"} file: {$file}, body: … {"}"}]`

repeated-label = aktørerne `{ $first }` og `{ $again }` hedder begge »{ $label }«
repeated-label-help = er de én organisation, så brug ét id til begge

unknown-scheme = begrebslisten `{ $scheme }` findes ikke, så `{ $id }` betyder intet
unknown-scheme-help = definér den: `schemes`, og derunder `{ $scheme }` med sine begreber
misnamed-scheme = begreber søges i en begrebsliste `{ $scheme }`, og denne hedder `{ $found }`

impossible-size = `{ $id }` skal have mindst { $least } og højst { $most } medlemmer
impossible-places = pladsen `{ $id }` kan ikke besættes: antallet er 0
impossible-bounds = intet tal ligger inden for grænserne i `{ $id }`, { $least } og { $most }
impossible-by-size = `{ $id }` kræver { $amount } af { $sizes }
impossible-of-which = mindst { $amount } af medlemmerne på pladsen `{ $id }` skal høre til én gruppe, og den har plads til { $places }
impossible-hats = ingen må have en plads: `seats-per-person` under `{ $id }` er 0
impossible-nominations = { $nominators } skal hver indstille { $names } til pladsen `{ $id }`, og den har plads til { $places }
impossible-term = under `{ $id }` varer en funktionsperiode mindst { $least } og højst { $most }
impossible-count-help = slå tallene efter i kilden

similar-persons = medlemmerne `{ $first }` og `{ $again }` af `{ $body }` er formentlig én person, stavet på to måder: { $how ->
    [blanks] forskellen er mellemrum
    [case] forskellen er store og små bogstaver
    [punctuation] forskellen er mellemrum og skilletegn
    [accents] forskellen er accenter, eller hvordan bogstaver som å og ø er skrevet
    [order] forskellen er ordenes rækkefølge
    [title] forskellen er en titel
    [one-letter] forskellen er ét bogstav
   *[two-letters] forskellen er to bogstaver
 }
similar-persons-other = den anden stavemåde
similar-persons-help = er de én person, så skriv det samme begge steder; er de to, så tilføj det, der skelner dem, for eksempel deres hverv

contradictory-gender = i `{ $body }` er medlemmerne `{ $first }` og `{ $again }` én person, om hvem der er sagt både { $one } og { $other }
contradictory-gender-other = her er der sagt noget andet
contradictory-gender-help = find ud af, hvilket af de to der er rigtigt, eller skil personerne ad under `person`
