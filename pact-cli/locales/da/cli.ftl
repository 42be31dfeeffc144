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

# Hvor der står {"\u00A0"}, bliver det, der står på hver side, på samme linje.
cli-holds = Bestået: alle anvendte regler er overholdt (afslutningskode{"\u00A0"}{ $code }).
cli-holds-with-findings = Bestået: der er ingen fejl, og advarsler og bemærkninger er ikke afgørende (afslutningskode{"\u00A0"}{ $code }).
cli-fails-errors = Ikke bestået på grund af { $errors ->
    [one] fejlen
   *[other] de { $errors } fejl
 } (afslutningskode{"\u00A0"}{ $code }).
cli-holds-final = { $waiting ->
    [0] Bestået: af det, der skal opfyldes og kan efterprøves, mangler intet (afslutningskode{"\u00A0"}{ $code }).
    [one] Bestået indtil videre: af det, der skal opfyldes, er intet fundet at mangle, men 1 bestemmelse eller element er åbent eller afventer en erklæring (afslutningskode{"\u00A0"}{ $code }).
   *[other] Bestået indtil videre: af det, der skal opfyldes, er intet fundet at mangle, men { $waiting } bestemmelser eller elementer er åbne eller afventer en erklæring (afslutningskode{"\u00A0"}{ $code }).
 }
cli-holds-draft = { $waiting ->
    [0] Bestået som udkast: intet strider mod kommissoriet (afslutningskode{"\u00A0"}{ $code }).
    [one] Bestået som udkast: intet strider mod kommissoriet; 1 bestemmelse eller element er åbent eller afventer en erklæring (afslutningskode{"\u00A0"}{ $code }).
   *[other] Bestået som udkast: intet strider mod kommissoriet; { $waiting } bestemmelser eller elementer er åbne eller afventer en erklæring (afslutningskode{"\u00A0"}{ $code }).
 }
cli-fails-clauses = { $clauses ->
    [one] Ikke bestået: 1 bestemmelse eller element er ikke opfyldt (afslutningskode{"\u00A0"}{ $code }).
   *[other] Ikke bestået: { $clauses } bestemmelser eller elementer er ikke opfyldt (afslutningskode{"\u00A0"}{ $code }).
 }
cli-fails-both = Ikke bestået: { $clauses ->
    [one] 1 bestemmelse eller element er ikke opfyldt
   *[other] { $clauses } bestemmelser eller elementer er ikke opfyldt
 }, og der er { $errors ->
    [one] 1 anden fejl
   *[other] { $errors } andre fejl
 } (afslutningskode{"\u00A0"}{ $code }).
cli-undecided-clause = Uafgjort: { $clauses ->
    [one] 1 bestemmelse eller element
   *[other] { $clauses } bestemmelser eller elementer
 } kunne ikke bedømmes, så det kan ikke afgøres, om helheden holder (afslutningskode{"\u00A0"}{ $code }).
cli-undecided-nothing = Uafgjort: hverken et kommissorium eller en pagt kunne læses, så der var intet at kontrollere (afslutningskode{"\u00A0"}{ $code }).
cli-undecided-unheld = Uafgjort: der er et kommissorium og et forslag, men forslaget holdes ikke op mod det; nævn kommissoriet under `terms` i forslaget (afslutningskode{"\u00A0"}{ $code }).
cli-undecided-not-in-force = Uafgjort: kommissoriet gælder ikke på den dag, der bedømmes efter, så intet er holdt op mod det (afslutningskode{"\u00A0"}{ $code }).
cli-undecided-unread = Uafgjort: noget kunne ikke læses, så det kan ikke afgøres, om helheden holder (afslutningskode{"\u00A0"}{ $code }).
cli-undecided-check = Uafgjort: en kontrol kunne ikke gennemføres, så det kan ikke afgøres, om helheden holder (afslutningskode{"\u00A0"}{ $code }).
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

cli-verdict-met = opfyldt
cli-verdict-unmet = ikke opfyldt
cli-verdict-unused = ikke benyttet
cli-verdict-open = åben
cli-verdict-attest = afventer erklæring
cli-verdict-explained = begrundet
cli-verdict-waived = fraveget
cli-verdict-inapplicable = finder ikke anvendelse
cli-verdict-silent = tavs
cli-verdict-error = kan ikke bedømmes

cli-force-must = skal
cli-force-should = bør
cli-force-may = må gerne
cli-force-must-not = må ikke
cli-force-constitutive = fastlægger
cli-force-context = baggrund

cli-topic-chair = formand
cli-topic-quorum = beslutningsdygtighed
cli-topic-voting = afstemning
cli-topic-alternates = suppleanter
cli-topic-gender-balance = kønsfordeling
cli-topic-conflicts-of-interest = inhabilitet
cli-topic-notice = mødeindkaldelse
cli-topic-minutes = referat
cli-topic-two-hats = én person på flere pladser

cli-standing-counts = gælder
cli-standing-expiring = gælder, men udløber snart
cli-standing-idle = har intet at virke på
cli-standing-obligation = gælder ikke: det, der skal opfyldes, kan ikke begrundes væk
cli-standing-lapsed = gælder ikke: den er udløbet
cli-standing-ahead = gælder ikke endnu
cli-standing-unauthorised = gælder ikke: den, der har afgivet den, er ikke berettiget til det
cli-standing-malformed = gælder ikke: den siger ikke, { $flaws }
cli-standing-nowhere = gælder ikke: den angår ingenting
cli-flaw-by = hvem der har afgivet den
cli-flaw-on = hvornår
cli-flaw-reason = hvorfor
cli-flaw-reference = hvad, eller hvor det kan læses
cli-flaw-decision = ved hvilken truffen beslutning
cli-flaw-until = til hvornår

cli-quoted = »{ $text }«
cli-case = { $pact } holdt op mod { $terms }{ $stage ->
    [draft] , bedømt som udkast
   *[final] {""}
 }{ $day ->
    [none] {""}
   *[other] {" "}pr. { $day }
 }:
cli-note-silent = siger intet, der kan efterprøves
cli-no-case = Intet forslag er holdt op mod et kommissorium, så ingen bestemmelse er bedømt: et forslag nævner sit kommissorium under `terms`.
cli-no-clauses = Kommissoriet har hverken bestemmelser eller elementer.
cli-none-selected = Ingen bestemmelse og intet element svarer til det valgte.
cli-and-more = og { $count } mere
cli-binds = forpligter { $ids }
cli-label-evidence = Belæg
cli-label-missing = Mangler
cli-totals = { $count } bedømt: { $verdicts }.
cli-silent-topics = Kommissoriet { $terms } siger intet om: { $topics }.

cli-list-fails = Skal bringes i orden ({ $count }):
cli-list-should = Skal følges eller begrundes ({ $count }); begrundelsen skrives under `explanations`:
cli-list-error = Kan ikke bedømmes ({ $count }); noget kunne ikke læses:
cli-list-attest = Afventer en erklæring ({ $count }); den skrives under `attestations`, når den er afgivet:
cli-list-open = Åbne ({ $count }); oplysninger mangler, eller det kan endnu opfyldes:
cli-list-silent = Skal opfyldes, men kun mennesker kan bedømme det ({ $count }): { $ids }
cli-more-ledger = Alle bestemmelser: { $command }
cli-more-clause = Mere om { $clause }: { $command }

cli-column-pact = Forslag
cli-column-clause = Bestemmelse
cli-column-part-of = Del af
cli-column-force = Skal/bør
cli-column-binds = Forpligter
cli-column-verdict = Bedømmelse
cli-column-text = Tekst
cli-column-evidence = Belæg
cli-column-missing = Mangler
cli-column-remarks = Bemærkninger
cli-column-basis = Grundlag

cli-no-agent = intet organ og ingen aktør har id'et `{ $id }`
cli-no-agent-but = intet organ og ingen aktør har id'et `{ $id }`; mente du `{ $meant }`?

cli-same-person = er samme person som
cli-label-settled = Mangler ellers
cli-label-findings = Fund
cli-label-exceptions = Erklæringer, forklaringer og dispensationer
cli-label-parts = Dele
cli-label-relations = Forbindelser
cli-label-others = Andre fund om samme bestemmelse
cli-explain-clause = { $clause } i { $terms }
cli-explain-source = Kilde: { $place }
cli-explain-file = Fil: { $place }
cli-explain-key = Nøgle: { $key }
cli-explain-standing = Stilling: { $standing }
cli-explain-interpreted = Læst sådan, fordi: { $why }
cli-explain-unjudged = Intet forslag er holdt op mod dette kommissorium, så der er ingen bedømmelse.
cli-explain-verdicts = Indgår i bedømmelsen af { $pact }:
cli-explain-fingerprint = Fingeraftryk: { $fingerprint }
cli-explain-rule = Regel { $rule }: { $summary }
cli-explain-cited = { $clause }: { $verdict } i { $pact }
cli-explain-incomplete = noget kunne ikke læses, så dette er måske ikke alt; `pact check` siger hvad
cli-unknown = der er ingen regel, bestemmelse, knude og intet fund med navnet `{ $what }`; `pact graph` viser, hvad dokumenterne taler om, og `pact rules` reglerne
cli-unknown-but = der er ingen regel, bestemmelse, knude og intet fund med navnet `{ $what }`; mente du `{ $meant }`?
cli-unknown-nothing-read = der er ingen regel med navnet `{ $what }`, og der blev ikke fundet noget dokument at lede i; angiv filerne bagefter
cli-ambiguous = `{ $what }` er navnet på { $count } ting: mente du { $candidates }?

cli-and = og
cli-or = eller
cli-and-others = med flere
cli-others = { $count } andre
cli-term-from = fra { $from }
cli-term-to = til { $to }
cli-of-category = aktører i kategorien { $category }
cli-of-region = aktører fra { $region }
cli-in-region = { $who } fra { $region }
cli-ask-more = { $count } mere
cli-ask = { $how ->
    [one-of] Henvendelse til: { $who }
    [each] Henvendelse til hver af: { $who }
    [jointly] Henvendelse til: { $who }, der indstiller i fællesskab
    [appoint] Henvendelse til: { $who }, der udnævner
    [eligible] Åben for: { $who }
    [of-body] Medlemmerne kommer fra: { $who }
   *[co-opted] Organet vælger selv
 }{ $fallbacks ->
    [0] {""}
   *[other] ; bliver de ikke enige: { $fallback }
 }
cli-nominators = { $how ->
    [each] indstilles af hver af { $who }
    [jointly] indstilles i fællesskab af { $who }
   *[one-of] indstilles af { $who }
 }

cli-seats-heading = { $body } · { $filled } af { $places ->
    [one] 1 plads
   *[other] { $places } pladser
 } besat{ $open ->
    [0] {""}
    [one] {" "}· 1 ledig
   *[other] {" "}· { $open } ledige
 }{ $stage ->
    [draft] {" "}· bedømt som udkast
   *[final] {""}
 }{ $day ->
    [none] {""}
   *[other] {" "}· pr. { $day }
 }
cli-seats-heading-seatless = { $body } · { $members ->
    [one] 1 medlem
   *[other] { $members } medlemmer
 }{ $stage ->
    [draft] {" "}· bedømt som udkast
   *[final] {""}
 }{ $day ->
    [none] {""}
   *[other] {" "}· pr. { $day }
 }
cli-seat-places = { $seat }, { $places } pladser
cli-seat-open = { $how ->
    [optional] ubesat, og må være det
    [unsure] det vides ikke, om pladsen findes
   *[open] { $places ->
        [1] ledig
       *[other] { $vacant ->
            [one] 1 af { $places } pladser er ledig
           *[other] { $vacant } af { $places } pladser er ledige
         }
     }
 }
cli-seat-found = fundet
cli-seat-alternates = { $count ->
    [one] suppleant
   *[other] suppleanter
 }: { $alternates }
cli-office-chair = formand
cli-office-deputy = næstformand
cli-seats-open = Ledige pladser
cli-seats-filled = Besatte pladser
cli-seats-spare = Andre pladser
cli-seats-without = Medlemmer uden plads
cli-seats-members = Medlemmer
cli-seats-observers = Observatører
cli-seats-alternates = Suppleanter for alle medlemmer
cli-seats-laws = Antal, kvoter og andre krav
cli-seats-shortages = Derfor kan pladser ikke besættes
cli-seats-legend-found = fundet: medlemslisten angiver ingen plads, og denne er åben for medlemmet.
cli-shortage = { $seats } har { $count ->
    [one] { $places ->
        [one] 1 plads
       *[other] { $places } pladser
     }
   *[other] tilsammen { $places } pladser
 }; { $people ->
    [0] ingen på medlemslisten kan besætte { $places ->
        [one] den
       *[other] dem
     }
    [one] kun 1 person på medlemslisten kan besætte dem: { $named }
   *[other] kun { $people } personer på medlemslisten kan besætte dem: { $named }
 }{ $helds ->
    [0] {""}
   *[other] , bortset fra { $held }, for hvem der ikke er fundet en flytning, som ikke bryder noget andet
 }{ $fewer ->
    [yes] ; tilsammen kan de besætte { $can }
   *[no] {""}
 }{ $smallest ->
    [yes] ; uden blot én af disse pladser ville der være nok
   *[no] {""}
 }
cli-law-elsewhere = se ovenfor
cli-law-size = Antal medlemmer
cli-law-quota = Kvote
cli-law-hats = Én person på flere pladser
cli-law-chair = Formand
cli-law-deputy = Næstformand
cli-law-alternates = Suppleanter
cli-law-tenure = Funktionsperioder
cli-law-vacancies = Ledige pladser
cli-law-quorum = Beslutningsdygtighed
cli-law-notice = Indkaldelse
cli-law-unread = Et krav, der ikke kunne læses
cli-no-bodies = Intet organ har pladser, medlemmer eller krav til sammensætningen.
cli-no-body = intet organ har id'et `{ $id }`
cli-no-body-but = intet organ har id'et `{ $id }`; mente du `{ $meant }`?

cli-column-body = Organ
cli-column-seat = Plads
cli-column-seat-label = Pladsens navn
cli-column-state = Status
cli-column-places = Antal
cli-column-nominators = Indstilling
cli-column-member = Medlem
cli-column-actor = Repræsenterer
cli-column-name = Navn
cli-column-office = Hverv
cli-column-alternates = Suppleanter
cli-column-term = Periode
cli-column-from = Fra
cli-column-to = Til
cli-state-open = ledig
cli-state-optional = må være ubesat
cli-state-filled = besat
cli-state-found = besat (fundet)
cli-state-member = medlem
cli-state-seatless = medlem uden plads
cli-state-observer = observatør
cli-state-alternate = suppleant

cli-suggest-heading = { $body } · { $steps ->
    [0] { $sure ->
        [yes] intet at gøre
       *[no] intet fundet at gøre, men ikke alt kunne bedømmes
     }
    [one] 1 ting at gøre
   *[other] { $steps } ting at gøre
 }{ $stage ->
    [draft] {" "}· bedømt som udkast
   *[final] {""}
 }{ $day ->
    [none] {""}
   *[other] {" "}· pr. { $day }
 }
cli-suggest-appoint = Udpeg { $people ->
    [one] 1 person mere
   *[other] { $people } personer mere
 } til { $seats }
cli-suggest-move = { $how ->
    [enter] giv { $member } pladsen { $to }
    [leave] { $member } skal forlade pladsen { $from }
   *[move] flyt { $member } fra { $from } til { $to }
 }
cli-suggest-if = Hvis til { $seat }: { $mores ->
    [0] {""}
   *[other] { $more }
 }{ $fewers ->
    [0] {""}
   *[other] { $mores ->
        [0] {""}
       *[other] ; {""}
     }så er dette ikke nødvendigt: { $fewer }
 }
cli-suggest-unseated = Medlemslisten angiver ingen plads til dette medlem
cli-suggest-because = Hvorfor: { $why }
cli-suggest-under = Efter { $clauses }
cli-suggest-ask-for = { $ask } ({ $seats })
cli-suggest-breaks = Med disse ændringer er noget ikke længere opfyldt: { $why }
cli-suggest-find-out = Find ud af, om { $members } tæller med under { $law }
cli-suggest-topic-seats = Besæt pladserne
cli-suggest-topic-numbers = Overhold antal og kvoter
cli-suggest-topic-facts = Oplysninger, der mangler
cli-suggest-topic-nominations = Få indstillinger og udnævnelser på plads
cli-suggest-topic-offices = Formand og næstformand
cli-suggest-topic-hats = Én person på flere pladser
cli-suggest-topic-terms = Funktionsperioder
cli-suggest-topic-alternates = Suppleanter
cli-suggest-topic-meetings = Møder
cli-suggest-topic-unread = Ret det, der ikke kunne læses
cli-suggest-topic-other = Andet

cli-model-incomplete = { $body }: ikke alt, hvad kommissoriet kræver, indgår i denne liste; udfyld navnene, og hold listen op mod kommissoriet med `pact seats`
cli-model-conflict = { $body }: ingen medlemsliste kan opfylde alle disse på én gang: { $parts }
cli-model-undecided = { $body }: det kunne ikke afgøres, om nogen medlemsliste opfylder kommissoriet
cli-model-too-large = { $body }: en liste ville have { $number } medlemmer; lister med mere end { $most } skrives ikke
cli-model-title = Medlemsliste, der opfylder kommissoriet
cli-model-head =
    Medlemmer, der ville opfylde kommissoriet, til at begynde med. Hvem de er, mangler: udfyld `person`, `from` og `to`.
    Hedder en aktør `new-…`, så sæt den rigtige aktør i stedet. Ret titlen og niveauet.
cli-model-nothing = der blev ikke fundet noget organ med pladser, et antal medlemmer eller kvoter

# pact plugin

cli-plugin-unreadable = { $file } kunne ikke læses
cli-plugin-unusable = { $file } kan ikke bruges som plugin
cli-plugin-too-large = { $file } er større, end et plugin må være ({ $most } MiB)
cli-plugin-unwritten = { $file } kunne ikke skrives
cli-plugin-manifest = { $file } kunne ikke læses
cli-plugin-no-manifest = der er ingen pact.toml i { $folder }; `pact init` laver en, og --to angiver en anden mappe
cli-plugin-known = en anden fil med pluginet { $id } er der allerede; `pact plugin update { $id } FIL` sætter denne i stedet
cli-plugin-unknown = pact.toml nævner intet plugin { $id }; `pact plugin list` viser dem, der er
cli-plugin-other = pluginet i filen kalder sig { $found }, ikke { $id }
cli-plugin-current = Pluginet { $id } er det, der er givet samtykke til.
cli-plugin-nobody-to-ask = ingen kan spørges her; se, hvad pluginet beder om at se, og skriv --yes, hvis du giver samtykke
cli-plugin-agree = Må det se dette og afgøre noget her? [j/N]
cli-plugin-refused = Intet er ændret.
cli-plugin-added = { $id } ({ $path }) er føjet til pact.toml og pact.lock. Læg begge i versionsstyringen sammen med filen.
cli-plugin-removed = { $id } er fjernet fra pact.toml og pact.lock. Filen ({ $path }) er der stadig. Bestemmelser, der er overladt til det, er i fejl fra nu af.
cli-plugin-none = pact.toml nævner ingen plugins.
cli-plugin-state = { $state ->
    [pinned] som aftalt
    [changed] KØRES IKKE: filen er ændret; pact plugin update
    [unpinned] KØRES IKKE: ingen har givet samtykke; pact plugin add
   *[unusable] KØRES IKKE: filen kan ikke bruges; pact plugin inspect
 }
cli-plugin-version = Version { $now }; hidtil { $before }.
cli-plugin-more = Beder om at se mere: { $names }
cli-plugin-less = Beder ikke længere om at se: { $names }
cli-plugin-made = { $count ->
    [0] Licens { $license }
   *[other] { $authors } · Licens { $license }
 }
cli-plugin-rules = Regler
cli-plugin-decides = (afgør bestemmelser)
cli-plugin-sees = Beder om at se i dine dokumenter
cli-plugin-kinds = slags: { $names }
cli-plugin-attributes = egenskaber: { $names }
cli-plugin-relations = forbindelser: { $names }
cli-plugin-ledger = afgørelserne: hvad punkterne beder om, hvordan forslagene klarer dem, og hvad de mangler
cli-plugin-personal = PERSONOPLYSNINGER: { $names }
cli-plugin-interpreter = Det har en fortolker med, som får et ur, der står stille, og et tomt miljø.
cli-plugin-nothing-else = Intet andet: ingen andre filer, intet netværk, intet ur.
cli-plugin-settings = Indstillinger
cli-plugin-default = , { $value }, hvor intet er sagt
cli-plugin-file = { $kilobytes } KiB, { $functions } funktioner, grænseflade { $abi }, taler { $languages }

# pact plugin new

cli-plugin-no-name = { $name } kan ikke være et plugins id: små bogstaver, cifre og bindestreger, et bogstav først, højst 64
cli-plugin-new-failed = projektet kunne ikke skrives i { $folder }
cli-plugin-sdk-rust = --sdk siger, hvor en crate ligger; et plugin i { $language } har det, det skal bruge, i sin egen mappe
cli-plugin-sdk-missing = der er ingen crate i { $folder }; --sdk tager mappen med pact-plugin (pact-plugins/sdk i pacts repository) eller adressen på et Git-repository
cli-plugin-new = Pluginet { $id } i { $language } er skrevet i { $folder } ({ $count } filer). README'en siger, hvad der skal installeres. Derefter:

# pact plugin build

cli-plugin-no-source = der er hverken Cargo.toml, app.py eller app.js i { $folder }; `pact plugin new` laver et projekt
cli-plugin-several-sources = { $folder } har { $files }: et plugin er skrevet i ét sprog; fjern det, der ikke hører til
cli-plugin-no-tool = { $tool } findes ikke; sådan installeres det: { $install }
cli-plugin-tool = { $tool } kunne ikke køres: { $reason }
cli-plugin-tool-failed = { $tool } gik ikke igennem; hvad det sagde, står ovenfor
cli-plugin-no-target = oversætteren mangler målet { $target }; sådan installeres det: { $install }
cli-plugin-no-cdylib = Cargo.toml laver intet bibliotek, der kan blive et plugin; skriv crate-type = ["cdylib", "rlib"] under [lib]
cli-plugin-no-sdk = registret har ikke craten pact-plugin; skriv i Cargo.toml pact-plugin = { "{" } path = "…/pact-plugins/sdk" { "}" } med stien til den i pacts repository
cli-plugin-problems = { $count ->
    [one] projektet i { $folder } har en fejl
   *[other] projektet i { $folder } har { $count } fejl
 }
cli-plugin-not-packed = { $file } kunne ikke sættes sammen
cli-plugin-leak = { $file } fortæller alle, der har den, om mappen { $path }
cli-plugin-built = Skrev { $file } ({ $language }, { $kilobytes } KiB).
cli-plugin-next = Derefter: { $command }

# pact plugin test

cli-plugin-not-built = der er ingen { $file } endnu; først: { $command }
cli-plugin-stale = { $file } er bygget af andre filer end dem, projektet har nu; først: { $command }
cli-plugin-no-cases = der er ingen tilfælde i { $folder }; et tilfælde er en mappe dér med en case.json og dokumenter
cli-plugin-no-case = der er intet tilfælde { $name } i { $folder }
cli-plugin-case-empty = (ingen dokumenter)
cli-plugin-case-large = ({ $count } knuder)
cli-plugin-trial-told = fund: { $findings }, udfald: { $outcomes }, brændstof: { $fuel }, kald: { $calls }
cli-plugin-trial-blessed = det forventede er skrevet ned på ny
cli-plugin-trial-unread = en del af dokumenterne kan ikke læses; `pact check` siger hvilken
cli-plugin-trial-failed = intet svar: { $reason }
cli-plugin-trial-rejected = som kontrol blandt reglerne: { $reason }
cli-plugin-trial-again = spurgt igen svarer det anderledes: det må ikke afhænge af andet end dokumenterne, konfigurationen og dagen
cli-plugin-trial-again-failed = spurgt igen svarer det ikke: { $reason }
cli-plugin-trial-fuel = spurgt igen bruger det { $second } brændstof, og { $first } før: det skal gøre det samme hver gang
cli-plugin-trial-turned = med dokumenternes poster i en anden rækkefølge svarer det anderledes: knudernes rækkefølge må ikke betyde noget
cli-plugin-trial-turned-failed = med dokumenternes poster i en anden rækkefølge svarer det ikke: { $reason }
cli-plugin-trial-unanswered = reglen { $rule } afgør bestemmelser og har intet udfald for { $clause }: hvert spørgsmål skal have et, om så kun `open`
cli-plugin-trial-differs = det svarer anderledes end forventet
cli-plugin-trial-unexpected = ingen har skrevet ned, hvad der forventes; --bless skriver dette ned
cli-plugin-trial-wordless = beskeden { $id } taler om { $value } på `{ $language }` og siges uden
cli-plugin-trial-missing = forventet:
cli-plugin-trial-surplus = fundet:
cli-plugin-trial-more = … og { $count } til
cli-plugin-trial-diary = Det skrev i sin dagbog:
cli-plugin-silent = { $count ->
    [one] Intet tilfælde viser, hvad reglen { $rules } finder.
   *[other] Intet tilfælde viser, hvad disse regler finder: { $rules }.
 }
cli-plugin-tested = { $failed ->
    [0] { $count ->
        [one] Det er prøvet én gang, og alt er, som det skal være.
       *[other] Det er prøvet { $count } gange, og alt er, som det skal være.
     }
   *[other] { $failed } af { $count } gik ikke, som de skulle.
 }

# pact plugin bench

cli-plugin-bench-compile = oversætte
cli-plugin-bench-load = hente fra lageret
cli-plugin-bench-nodes = knuder
cli-plugin-bench-time = tid
cli-plugin-bench-fuel = brændstof
cli-plugin-bench-memory = hukommelse
cli-plugin-bench-calls = kald
cli-plugin-bench-findings = fund
cli-plugin-bench-failed = { $nodes } knuder: { $reason }
cli-plugin-bench-note = Tiden er denne maskines, i medianen. Brændstof, hukommelse og kald til værten er de samme på enhver maskine. Ved 0 knuder er det prisen for at begynde.
