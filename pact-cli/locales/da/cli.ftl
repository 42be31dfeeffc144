# Hvad kommandolinjen selv siger.

cli-level-error = fejl
cli-level-warning = advarsel
cli-level-note = bemærkning
cli-level-help = hjælp

cli-cell = celle { $cell }
cli-at = sted: { $place }
cli-in-line = linje { $line }: { $label }
cli-more-places = og { $count ->
    [one] ét sted mere
   *[other] { $count } steder mere
 }
cli-suggested-change = en rettelse, der afhjælper det
cli-check-failed = en kontrol kunne ikke gennemføres: { $reason }

cli-no-findings = Der er intet at bemærke.
cli-counts = Fundet: { $errors ->
    [one] 1 fejl
   *[other] { $errors } fejl
 }, { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
 } og { $notes ->
    [one] 1 bemærkning
   *[other] { $notes } bemærkninger
 }.
cli-looked-at = Gennemgået: { $files ->
    [one] 1 fil
   *[other] { $files } filer
 } med { $nodes ->
    [one] 1 knude
   *[other] { $nodes } knuder
 } og { $edges ->
    [one] 1 forbindelse
   *[other] { $edges } forbindelser
 }; { $rules ->
    [one] 1 regel
   *[other] { $rules } regler
 } er anvendt.
cli-looked-at-as-of = Gennemgået: { $files ->
    [one] 1 fil
   *[other] { $files } filer
 } med { $nodes ->
    [one] 1 knude
   *[other] { $nodes } knuder
 } og { $edges ->
    [one] 1 forbindelse
   *[other] { $edges } forbindelser
 }; { $rules ->
    [one] 1 regel
   *[other] { $rules } regler
 } er anvendt pr. { $day }.

cli-holds = Bestået: alle anvendte regler er overholdt (afslutningskode { $code }).
cli-holds-with-findings = Bestået: der er ingen fejl, og advarsler og bemærkninger er ikke afgørende (afslutningskode { $code }).
cli-fails = Ikke bestået på grund af { $errors ->
    [one] fejlen
   *[other] de { $errors } fejl
 } (afslutningskode { $code }).
cli-undecided-nothing = Uafgjort: hverken et kommissorium eller en pagt kunne læses, så der var intet at kontrollere (afslutningskode { $code }).
cli-undecided-unread = Uafgjort: noget kunne ikke læses, så det kan ikke afgøres, om helheden holder (afslutningskode { $code }).
cli-undecided-check = Uafgjort: en kontrol kunne ikke gennemføres, så det kan ikke afgøres, om helheden holder (afslutningskode { $code }).
cli-structure-only = Kun opbygningen er efterprøvet. Om forslaget opfylder kommissoriets bestemmelser, bedømmes ikke af denne udgave.
cli-nothing-found = Der blev ikke fundet noget dokument: angiv filerne, eller begynd med `pact init`.
cli-explain = Mere om en regel: pact explain { $rule }

cli-rule-facts = Niveau: { $level } · Gruppe: { $group ->
    [document] dokumenter
    [structure] opbygning
   *[other] { $group }
 } · Siden: { $since }

cli-graph-total = { $nodes ->
    [one] 1 knude
   *[other] { $nodes } knuder
 }, { $edges ->
    [one] 1 forbindelse
   *[other] { $edges } forbindelser
 }.
cli-graph-incomplete = noget kunne ikke læses, så grafen har huller; `pact check` siger hvad

cli-init-wrote = Skrevet:
cli-init-manifest = hvad der hører sammen i denne mappe
cli-init-terms = kommissoriet
cli-init-pact = det forslag, der holdes op mod kommissoriet
cli-init-members = medlemmerne, som regneark
cli-init-next = Skriv jeres eget i filerne, og kontrollér dem: { $command }
cli-init-taken = `{ $file }` findes allerede; der er ikke skrevet noget
cli-init-failed = skabelonen kunne ikke skrives i `{ $folder }`
