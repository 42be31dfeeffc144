# Hvad bedømmelserne hviler på, og hvad der mangler.

lack-subject = der er ingen { $kinds } i { $pact }, som kravet kan gælde
lack-too-few = { $subject } ({ $kind }) { $relations } { $found ->
    [0] ingen { $kinds }
   *[other] kun { $found } { $kinds }
 }; der kræves mindst { $least }
lack-too-few-such = { $subject } ({ $kind }) { $relations } { $found ->
    [0] ingen { $kinds }
   *[other] kun { $found } { $kinds }
 } af slagsen { $such }; der kræves mindst { $least }
lack-too-many = { $subject } ({ $kind }) { $relations } { $found } { $kinds }; der må højst være { $most }
lack-concept = { $subject } ({ $kind }) når ikke ud til { $concept }
lack-partnership-area = partnerskabet { $subject } har ingen part fra politikområdet { $concept }
lack-given = { $of ->
    [objective] målet { $subject }
    [initiative] indsatsen { $subject }
   *[other] { $subject } ({ $kind })
 } mangler { $keys }
lack-forbidden = { $subject } ({ $kind }) må ikke være der
lack-forbidden-path = { $way }, og det må ikke være tilfældet
lack-not-none = det, der er udelukket, er tilfældet, som { $subject } ({ $kind }) viser
lack-in-the-air = målet { $subject } understøtter intet nationalt mål
lack-unsupported = intet regionalt mål understøtter målet { $subject }
lack-strength = intet bygger på styrkepositionen { $subject }
lack-challenge = intet imødegår udfordringen { $subject }
lack-initiative = indsatsen { $subject } bidrager ikke til noget mål
lack-area = ingen af medlemmerne repræsenterer politikområdet { $subject }
lack-level = ingen indsats når ud til { $subject }
lack-outsider = medlemmet { $subject } af { $body } er ikke medlem af den gruppe, som arbejdsgruppen hører under
lack-partners = partnerskabet { $subject } har { $found ->
    [0] ingen parter
    [one] kun 1 part
   *[other] kun { $found } parter
 }; der kræves mindst { $least }
lack-partners-such = partnerskabet { $subject } har { $found ->
    [0] ingen part
    [one] kun 1 part
   *[other] kun { $found } parter
 } af typen { $such }; der kræves mindst { $least }
lack-vacant = ingen besætter pladsen { $subject }
lack-vacant-some = pladsen { $subject } mangler { $places } af sine { $total } medlemmer
lack-overfilled = der sidder { $members } medlemmer på pladsen { $subject }, men der er kun plads til { $places }
lack-ineligible = medlemmet { $subject } kan ikke besætte pladsen { $seat }: { $actor } hører ikke til dem, den er åben for
lack-actor-unknown = det fremgår ikke, hvem medlemmet { $subject } repræsenterer
lack-seat-unknown = { $of ->
    [body] det vides ikke, hvor mange medlemmer { $subject } har: de, der ikke har nogen plads, kan få en, der tæller med, eller en, der ikke gør
   *[seat] det vides ikke, om pladsen { $subject } er besat: et medlem af organet har ingen plads
 }
lack-nominator = medlemmet { $subject } er udpeget af { $nominator }, som ikke kan udpege til pladsen { $seat }
lack-nominator-unknown = det fremgår ikke, hvem der har udpeget { $of ->
    [provision] { $members ->
        [one] 1 medlem
       *[other] { $members } medlemmer
     }, og { $subject } opgøres for hver udpeger for sig
   *[seat] { $members ->
        [one] medlemmet
       *[other] de { $members } medlemmer
     } på pladsen { $subject }
 }
lack-shared = medlemmerne på pladsen { $subject } { $what ->
    [actor] kommer fra samme aktør
    [nominator] er indstillet af den samme
    [concept] har noget til fælles
   *[region] kommer fra samme region
 }: { $common }
lack-two-seats = én person har flere pladser, { $seats }, som medlemmerne { $members }
lack-member-twice = én person er talt med som flere medlemmer: { $members }
lack-size = { $subject } har { $found ->
    [one] 1 medlem
   *[other] { $found } medlemmer
 }{ $open ->
    [0] {""}
    [one] {" "}og 1 mere, når den plads besættes, som skal besættes
   *[other] {" "}og { $open } flere, når de pladser besættes, som skal besættes
 }, men skal have { $how ->
    [exactly] { $least }
    [at-least] mindst { $least }
    [at-most] højst { $most }
   *[between] { $least } til { $most }
 }
lack-no-body = { $subject } har intet organ af den slags, kravet taler om
lack-meetings = { $subject } har { $found ->
    [0] ingen møder
    [one] 1 møde
   *[other] { $found } møder
 }, men skal have { $how ->
    [exactly] { $least }
    [at-least] mindst { $least }
    [at-most] højst { $most }
   *[between] { $least } til { $most }
 }
lack-not-yet-held = mødet { $subject } er endnu ikke holdt ({ $on })
lack-no-meeting-on = { $subject } holder ikke møde { $when ->
    [day] den
   *[month] i
 } { $date }
lack-outside = mødet { $subject } ({ $on }) ligger ikke { $side ->
    [before] efter
   *[after] før
 } { $meeting } ({ $date })
lack-outside-day = mødet { $subject } ({ $on }) ligger { $side ->
    [before] før
   *[after] efter
 } { $date }
lack-no-span = { $body } har ikke to daterede møder, som andre kan ligge imellem
lack-undated = { $subject } ({ $kind }) har ingen dato, eller ingen, der er nøjagtig nok
lack-never-presents = { $subject } præsenterer ikke sine resultater på noget plenarmøde i { $to }
lack-presents-early = { $subject } præsenterer sine resultater på { $at } ({ $date }), før det selv holder sit sidste møde, { $last } ({ $on })
lack-undecided = { $subject } har ikke { $outcome ->
    [approved] godkendt
    [rejected] forkastet
    [noted] taget til efterretning:
   *[other] truffet beslutning om
 } { $about }
lack-undecided-due = { $subject } har ikke { $outcome ->
    [approved] godkendt
    [rejected] forkastet
    [noted] taget til efterretning:
   *[other] truffet beslutning om
 } { $about } (frist { $due })
lack-not-yet-decided = { $by } har endnu ikke truffet beslutningen { $subject }
lack-otherwise = beslutningen { $subject }, som { $by } har truffet, fik et andet udfald: { $outcome ->
    [approved] godkendt
    [rejected] forkastet
    [deferred] udsat
    [noted] taget til efterretning
   *[planned] endnu ikke truffet
 }
lack-off-day = beslutningen { $subject } blev truffet { $on }, { $side ->
    [before] før
   *[after] efter
 } { $due }
lack-meeting-after = mødet { $subject } ({ $on }) ligger efter beslutningen { $decision } ({ $date })
lack-premature = beslutningen { $subject } ({ $on }) ligger før { $before } ({ $date }), som den skal følge efter
lack-unattested = nogen skal stå inde for { $subject }
lack-unattested-that = nogen skal stå inde for { $subject }: { $what }
lack-unattested-by = { $by } skal stå inde for { $subject }
lack-unattested-by-that = { $by } skal stå inde for { $subject }: { $what }
lack-section = forslaget har intet afsnit `{ $id }`
lack-fact-fails = det er ikke tilfældet: { $subject }
lack-fact-unknown = det vides ikke, om det er tilfældet: { $subject }
lack-uncovered = intet i forslaget dækker elementet { $subject }
lack-uncovered-part = intet i forslaget dækker delen { $subject }
lack-nothing = der er intet, som { $subject } kunne være opfyldt af
lack-unresolved = kravet taler om noget, der ikke findes
lack-unread = { $subject } ({ $kind }) kunne ikke læses helt
lack-ruled = { $state ->
    [unmet] reglen { $rule } siger, at dette ikke er opfyldt
    [open] reglen { $rule } siger, at der mangler oplysninger
   *[attest] reglen { $rule } siger, at et menneske skal stå inde for dette
 }
lack-unruled = { $why ->
    [missing] reglen `{ $rule }` skal afgøre dette, og der er ikke noget plugin `{ $plugin }`, som kan spørges
    [undecisive] reglen `{ $rule }` skal afgøre dette, men den finder kun noget og afgør intet
   *[failed] reglen `{ $rule }` skal afgøre dette, men pluginet kunne ikke svare: { $reason }
 }
lack-limit = kravet kræver flere skridt gennem grafen, end en kørsel må tage ({ $subject }, { $kind })

# Hvad der gælder for et organs sammensætning.

lack-count = { $place ->
    [seat] blandt medlemmerne på pladsen { $subject }
    [meeting] blandt de fremmødte på mødet { $subject }
    [item] blandt de fremmødte under punktet { $subject }
   *[law] { $subject }
 }{ $suches ->
    [0] {""}
   *[other] , { $such }
 }{ $parts ->
    [0] {""}
   *[other] , { $part }
 }{ $held ->
    [none] {""}
    [nominator] , blandt dem, { $whose } har indstillet
    [actor] , blandt dem, der repræsenterer { $whose }
    [region] , blandt dem fra { $whose }
   *[seat] , på pladsen { $whose }
 }: { $may ->
    [may] der må være
   *[must] der skal være
 } { $how ->
    [exactly] præcis { $amount }
    [more-than] mere end { $amount }
    [less-than] færre end { $amount }
    [at-most] højst { $amount }
    [majority] { $amount }
   *[at-least] mindst { $amount }
 } { $kind ->
    [share] af { $whole } { $population }, { $which ->
        [none] hvad intet antal medlemmer er
       *[number] det vil sige { $heads }
     }
    [size] { $population }, når der er { $whole } { $sized }
   *[heads] { $population }
 }{ $kind ->
    [heads] {""}
   *[other] { $distinct ->
        [none] {""}
        [actor] , idet hver aktør tæller én gang
        [region] , idet hver region tæller én gang
        [nominator] , idet hver udpeger tæller én gang
        [scheme] , idet hvert begreb tæller én gang
       *[person] , idet hver person tæller én gang
     }
 }; { $counted ->
    [0] der er ingen
    [one] der er 1
   *[other] der er { $counted }
 }{ $unknowns ->
    [0] {""}
   *[other] ; om { $unknown }{ $more ->
    [0] {""}
   *[other] {" "}og { $more } mere
 } { $distinct ->
    [none] vides det ikke
    [actor] fremgår aktøren ikke
    [region] fremgår regionen ikke
    [nominator] fremgår det ikke, hvem der har indstillet
    [scheme] fremgår intet begreb
   *[person] fremgår personen ikke
 }
 }{ $prospect ->
    [open] ; { $places } af de { $open } åbne pladser skal gå til nogen, der tæller med
    [open-all] ; { $open ->
        [one] den åbne plads skal gå til nogen, der tæller med
       *[other] alle { $open } åbne pladser skal gå til nogen, der tæller med
     }
    [open-at-most] ; det kan blive nødvendigt, at { $open ->
        [one] den åbne plads
       *[other] op til { $places } af de { $open } åbne pladser
     } går til nogen, der tæller med
    [open-none] ; { $open ->
        [one] den åbne plads må ikke gå til nogen, der tæller med
       *[other] ingen af de { $open } åbne pladser må gå til nogen, der tæller med
     }
    [open-others] ; højst { $places } af de { $open } åbne pladser må gå til nogen, der tæller med
    [votes] ; { $vacant ->
        [one] besættelsen af den åbne plads
       *[other] besættelsen af de { $vacant } åbne pladser
     } kan endnu rette op på det
    [fill] ; det kommer i orden, når { $places ->
        [one] 1 åben plads
       *[other] { $places } åbne pladser
     } besættes med nogen, der ikke tæller med
    [replace-open] ; { $open ->
        [one] den åbne plads
       *[other] alle { $open } åbne pladser
     } skal gå til nogen, der tæller med, og derudover skal { $unknowns ->
        [0] {""}
       *[other] mindst{" "}
     }{ $places ->
        [one] 1 medlem
       *[other] { $places } medlemmer
     } skiftes ud
    [replace] ; ingen udpegning til en åben plads kan rette op på det: { $unknowns ->
        [0] {""}
       *[other] mindst{" "}
     }{ $places ->
        [one] 1 medlem
       *[other] { $places } medlemmer
     } skal skiftes ud
    [replace-full] ; ingen plads er åben: { $unknowns ->
        [0] {""}
       *[other] mindst{" "}
     }{ $places ->
        [one] 1 medlem
       *[other] { $places } medlemmer
     } skal skiftes ud
    [too-many] ; { $unknowns ->
        [0] {""}
       *[other] mindst{" "}
     }{ $places ->
        [one] 1 medlem
       *[other] { $places } medlemmer
     } skal skiftes ud
    [too-many-open] ; { $unknowns ->
        [0] {""}
       *[other] mindst{" "}
     }{ $places ->
        [one] 1 medlem
       *[other] { $places } medlemmer
     } skal skiftes ud, og { $either ->
        [one] den åbne plads må ikke
       *[other] ingen af de { $either } åbne pladser må
     } gå til nogen, der tæller med
    [room] ; uanset hvem der udpeges, er der { $places ->
        [0] ikke plads til nogen, der tæller med
        [one] kun plads til 1, der tæller med
       *[other] kun plads til { $places }, der tæller med
     }
    [forced] ; uanset hvem der udpeges, er der mindst { $places }, der tæller med
    [surplus] ; det er { $places } for mange
    [beyond] ; ingen udpegning til en åben plads kan rette op på det
   *[none] {""}
 }
lack-uneven = { $place ->
    [seat] blandt medlemmerne på pladsen { $subject }
    [meeting] blandt de fremmødte på mødet { $subject }
    [item] blandt de fremmødte under punktet { $subject }
   *[law] { $subject }
 }{ $parts ->
    [0] {""}
   *[other] , { $part }
 }{ $held ->
    [none] {""}
    [nominator] , blandt dem, { $whose } har indstillet
    [actor] , blandt dem, der repræsenterer { $whose }
    [region] , blandt dem fra { $whose }
   *[seat] , på pladsen { $whose }
 }: { $named ->
    [0] der skal være lige så mange af den ene gruppe som af den anden
   *[other] der skal være lige så mange { $one } som { $other }
 }{ $within ->
    [0] {""}
   *[other] , med en forskel på højst { $within }
 }; der er { $counted } og { $others }{ $unknowns ->
    [0] {""}
   *[other] ; om { $unknown }{ $more ->
    [0] {""}
   *[other] {" "}og { $more } mere
 } vides det ikke
 }{ $prospect ->
    [open] ; besættelsen af de åbne pladser kan endnu rette op på det
    [replace-full] ; ingen plads er åben: medlemmer skal skiftes ud
    [replace] ; ingen udpegning til en åben plads kan rette op på det: medlemmer skal skiftes ud
   *[none] {""}
 }
lack-another-part = { $subject }{ $parts ->
    [0] {""}
   *[other] , { $part }
 }: { $open ->
    [one] den åbne plads kan gå
   *[other] de { $open } åbne pladser kan gå
 } { $held ->
    [nominator] til en, hvis indstiller ikke har indstillet andre endnu
    [region] til en fra en region, som ingen andre kommer fra endnu
   *[actor] til en aktør, som ingen andre sidder for endnu
 }, og så skal det samme gælde dér
lack-fitness-unsaid = det fremgår ikke om medlemmet { $subject }, hvad pladsen { $seat } kræver af den, der besætter den{ $count ->
    [0] {""}
   *[other] {" "}({ $keys })
 }
lack-region-unsaid = det fremgår ikke, hvilken region { $actors } hører til, som medlemmet { $subject } repræsenterer; medlemmerne på pladsen { $seat } skal komme fra hver sin region
lack-unfit = medlemmet { $subject } hører ikke til dem, der kan besætte pladsen { $seat }
lack-absent-seat = medlemmet { $subject } sidder på pladsen { $seat }, som { $why ->
    [ahead] ikke findes endnu: den findes først fra { $day }
    [over] ikke findes længere: den fandtes til og med { $day }
   *[condition] ikke findes: betingelsen for den er ikke opfyldt
 }
lack-not-jointly = der indstilles i fællesskab til pladsen { $seat }, og { $missing } har ikke været med til at indstille { $subject }
lack-not-each = { $nominator } har indstillet { $found ->
    [0] ingen
    [one] 1 medlem
   *[other] { $found } medlemmer
 } til pladsen { $subject }, men skal indstille { $how ->
    [exactly] { $asked }
   *[at-least] mindst { $asked }
 }
lack-fallback = medlemmet { $subject } er indstillet af { $nominator }, som kun kan gøre det i ét tilfælde{ $certain ->
    [yes] , og det foreligger ikke
   *[no] , og det fremgår ikke, om det foreligger
 }: { $fact }
lack-appointer = medlemmet { $subject } er udnævnt af { $appointer }, som hverken kan udnævne eller vælge { $as ->
    [chair] formanden
    [deputy] næstformanden
   *[seat] til pladsen { $to }
 }
lack-appointer-unknown = det fremgår ikke, hvem der har udnævnt { $members } { $as ->
    [chair] til formand
    [deputy] til næstformand
   *[seat] til pladsen { $subject }
 }
lack-nobody-in-office = { $body } har ingen { $office ->
    [deputy] næstformand
   *[chair] formand
 }
lack-several-in-office = { $body } har mere end én { $office ->
    [deputy] næstformand
   *[chair] formand
 }: { $members }
lack-outside-office = { $certain ->
    [yes] { $office ->
        [deputy] næstformanden { $subject } hører ikke til dem, næstformanden skal komme fra
       *[chair] formanden { $subject } hører ikke til dem, formanden skal komme fra
     }
   *[no] { $office ->
        [deputy] det fremgår ikke, om næstformanden { $subject } hører til dem, næstformanden skal komme fra
       *[chair] det fremgår ikke, om formanden { $subject } hører til dem, formanden skal komme fra
     }
 }
lack-too-many-seats = medlemmerne { $members } er én person på pladserne { $seats }; det er { $found }, og ingen må have mere end { $most ->
    [one] 1 plads
   *[other] { $most } pladser
 }
lack-too-many-times = én person er { $found } medlemmer, { $members }; ingen må have mere end { $most ->
    [one] 1 plads
   *[other] { $most } pladser
 }
lack-never-both = medlemmerne { $members } er én person på pladserne { $seats }, som ingen må have to af
lack-person-unsaid = det fremgår ikke, hvem medlemmet { $subject } er (`person`), så én person kan have pladser, der ikke må forenes
lack-shared-people = { $quotas } må ikke tælle den samme person med to gange og kræver tilsammen { $needed } forskellige medlemmer; der kan kun findes { $found }
lack-no-alternate = medlemmet { $subject } har ingen suppleant
lack-unfit-alternate = { $certain ->
    [yes] suppleanten { $subject } hører ikke til dem, der kan være suppleant
   *[no] det fremgår ikke, om suppleanten { $subject } hører til dem, der kan være suppleant
 }
lack-unfit-alternate-seat = { $certain ->
    [yes] suppleanten { $subject } hører ikke til dem, der kan besætte pladsen { $seat }
   *[no] det fremgår ikke, om suppleanten { $subject } hører til dem, der kan besætte pladsen { $seat }
 }
lack-own-alternate = { $subject } er suppleant for { $member } og er samme person
lack-unlike-alternate = { $certain ->
    [yes] suppleanten { $subject } er ikke { $what ->
        [actor] fra samme aktør som
        [nominator] indstillet af den samme som
        [region] fra samme region som
       *[scheme] af samme { $scheme } som
     } medlemmet { $member }
   *[no] det fremgår ikke, om suppleanten { $subject } er { $what ->
        [actor] fra samme aktør som
        [nominator] indstillet af den samme som
        [region] fra samme region som
       *[scheme] af samme { $scheme } som
     } medlemmet { $member }
 }
lack-unlike-alternate-any = { $certain ->
    [yes] suppleanten { $subject } er ikke { $what ->
        [actor] fra samme aktør som
        [nominator] indstillet af den samme som
        [region] fra samme region som
       *[scheme] af samme { $scheme } som
     } nogen, den kan træde i stedet for
   *[no] det fremgår ikke, om suppleanten { $subject } er { $what ->
        [actor] fra samme aktør som
        [nominator] indstillet af den samme som
        [region] fra samme region som
       *[scheme] af samme { $scheme } som
     } nogen, den kan træde i stedet for
 }
lack-forbidden-alternate = { $subject } står på listen som suppleant, og ingen må træde i stedet for et medlem
lack-term-too-long = funktionsperioden for medlemmet { $subject } ({ $ended ->
    [yes] { $from } til { $to }
   *[no] fra { $from } og uden slutdato
 }) er længere end { $most }; den må senest slutte { $until }
lack-term-too-short = funktionsperioden for medlemmet { $subject } ({ $from } til { $to }) er kortere end { $least }; den må tidligst slutte { $until }
lack-term-unknown = det fremgår ikke, hvornår funktionsperioden for medlemmet { $subject } { $key ->
    [from] begynder
   *[to] slutter
 } (`{ $key }`)
lack-term-whose = det fremgår ikke, hvem medlemmet { $subject } er (`person`), så én person kan være udpeget for ofte eller sidde for længe
lack-too-many-terms = medlemmet { $subject } er udpeget for { $terms }. periode; der må højst være { $most ->
    [one] 1 periode
   *[other] { $most } perioder
 }
lack-too-many-terms-in-a-row = medlemmet { $subject } er udpeget for { $terms }. periode i træk; der må højst være { $most ->
    [one] 1 periode
   *[other] { $most } perioder
 } uden en pause på { $break }
lack-too-long-in-all = med funktionsperioden for medlemmet { $subject }, { $ended ->
    [yes] som slutter { $to }
   *[no] som ikke har nogen sidste dag
 }, sidder én person i alt længere end { $most }; den må senest slutte { $until }
lack-too-long-in-a-row = med funktionsperioden for medlemmet { $subject }, { $ended ->
    [yes] som slutter { $to }
   *[no] som ikke har nogen sidste dag
 }, sidder én person længere end { $most } uden en pause på { $break }; den må senest slutte { $until }
lack-outlasts-event = funktionsperioden for medlemmet { $subject }, { $ended ->
    [yes] som slutter { $to }
   *[no] som ikke har nogen sidste dag
 }, løber videre efter den begivenhed, den skal slutte med ({ $event }); den må senest slutte { $until }
lack-end-together = i { $body } slutter { $count } funktionsperioder inden for { $within } fra { $from }, nemlig for { $members }; der må højst slutte { $most }
lack-ends-before = funktionsperioden for medlemmet { $subject } slutter { $to }, før mødet { $meeting } ({ $date }), og { $certain ->
    [yes] ingen følger efter
   *[no] det fremgår ikke, hvem der følger efter
 }
lack-long-vacant = pladsen { $subject }, som { $left } forlod { $to }, { $certain ->
    [yes] skulle
   *[no] skal
 } være besat igen senest { $due }
lack-no-quorum = { $of ->
    [item] { $certain ->
        [yes] der kunne ikke træffes beslutning under punktet { $subject }
       *[no] det er ikke sikkert, at der kunne træffes beslutning under punktet { $subject }
     }
   *[meeting] { $certain ->
        [yes] mødet { $subject } var ikke beslutningsdygtigt
       *[no] det er ikke sikkert, at mødet { $subject } var beslutningsdygtigt
     }
 }: { $votes ->
    [yes] { $present ->
        [0] ingen stemme var
        [one] 1 stemme var
       *[other] { $present } stemmer var
     }
   *[no] { $present ->
        [0] ingen var
        [one] 1 medlem var
       *[other] { $present } medlemmer var
     }
 } til stede{ $certain ->
    [yes] {""}
   *[no] , så vidt det vides
 }, og { $body } er beslutningsdygtigt med mindst { $needed } af { $whole }{ $votes ->
    [yes] {" "}stemmer
   *[no] {""}
 }
lack-attendance-unknown = det fremgår ikke, hvem der var til stede { $of ->
    [item] under punktet { $subject }
   *[meeting] på mødet { $subject }
 }
lack-short-notice = mødet { $subject } ({ $on }) er indkaldt { $called }; det skal ske med et varsel på { $asked }{ $told ->
    [yes] , altså senest { $due }
   *[no] {""}
 }
lack-no-notice = mødet { $subject } ({ $on }) er ikke indkaldt; det skulle være sket med et varsel på { $asked }{ $told ->
    [yes] , altså senest { $due }
   *[no] {""}
 }
lack-not-called = det fremgår ikke, hvornår mødet { $subject } ({ $on }) er indkaldt; det skal ske med et varsel på { $asked }{ $told ->
    [yes] , altså senest { $due }
   *[no] {""}
 }
lack-unknown-days = { $of ->
    [notice] om mødet { $subject } er indkaldt i tide
    [vacancy] om pladsen { $subject } er besat i tide
   *[terms] hvor længe funktionsperioderne under { $subject } må vare
 }, kan ikke tælles: ingen kalender, der er nævnt, siger, hvilke af dagene der er hverdage (`calendars`)
lack-uncovered-days = om mødet { $subject } ({ $on }) er indkaldt i tide, kan ikke tælles: kalenderen { $calendar } kender kun dagene fra { $from } til { $to }
lack-irreconcilable = { $subject } kan opfylde hver af disse, men ikke dem alle på én gang: { $provisions }{ $smallest ->
    [yes] ; uden en hvilken som helst af dem kan resten opfyldes
   *[no] {""}
 }
lack-group-unsaid = det fremgår ikke om medlemmet { $subject }, hvad der afgør, om reglen gælder for det

population-seat = plads
population-seats = pladser
population-member = medlem
population-members = medlemmer
population-appointed-member = udpeget medlem
population-appointed-members = udpegede medlemmer
population-voting-member = stemmeberettiget medlem
population-voting-members = stemmeberettigede medlemmer
population-vote = stemme
population-votes = stemmer
population-alternate = suppleant
population-alternates = suppleanter
population-nominee = indstillet
population-nominees = indstillede
population-observer = observatør
population-observers = observatører
population-one-actor = aktør
population-different-actors = forskellige aktører
population-one-region = region
population-different-regions = forskellige regioner
population-one-nominator = udpeger
population-different-nominators = forskellige udpegere
population-one-concept = begreb
population-different-concepts = forskellige begreber
population-one-person = person
population-different-persons = forskellige personer
population-group = medlemmer i den gruppe, andelen er af

evidence-way = { $way }
evidence-ruled = { $subject }: { $said }
evidence-there = { $subject } ({ $kind })
evidence-given = { $subject } ({ $kind }) angiver det, der kræves
evidence-ruled-out = det, der er udelukket, er ikke tilfældet
evidence-none-of = { $count ->
    [one] det gælder ikke den eneste af de { $kinds }, der er
   *[other] det gælder ingen af de { $count } { $kinds }
 }
evidence-filled = pladsen { $subject }: { $member } på vegne af { $actor }
evidence-filled-by = pladsen { $subject }: { $member }
evidence-stood-in-for = { $alternate } er suppleant for { $subject }
evidence-counted = { $subject }: { $counted } af { $whole }{ $unknown ->
    [0] {""}
   *[other] , og om { $unknown } mere vides det ikke
 }
evidence-in-office = { $subject } er { $office ->
    [deputy] næstformand
   *[chair] formand
 } for { $body }
evidence-present = { $subject }: { $present } til stede, { $needed } kræves
evidence-called = mødet { $subject } er indkaldt { $unit ->
    [working-days] { $days ->
        [one] 1 arbejdsdag
       *[other] { $days } arbejdsdage
     }
   *[days] { $days ->
        [one] 1 dag
       *[other] { $days } dage
     }
 } før
evidence-terms = { $subject }: { $count ->
    [one] 1 funktionsperiode er, som den skal være
   *[other] { $count } funktionsperioder er, som de skal være
 }
evidence-alternates = { $count ->
    [0] ingen suppleanter, og der kræves ingen
    [one] 1 suppleant, og der kræves ingen
   *[other] { $count } suppleanter, og der kræves ingen
 }
evidence-members = { $subject } har { $count ->
    [one] 1 medlem
   *[other] { $count } medlemmer
 }
evidence-held = mødet { $subject } ({ $on })
evidence-decided = { $by }: beslutningen { $subject } ({ $on })
evidence-attested = { $by } står inde for det ({ $subject }, { $on })
evidence-holds = { $subject }

reason-waived = der er dispenseret i { $by }: { $reason }
reason-explained = begrundet i { $by }: { $reason }
reason-parts = følger af elementerne eller delene
reason-context = siger, hvordan noget er; der følger intet af det
reason-not-in-force = gælder ikke på den dag, der bedømmes efter
reason-condition = betingelsen er ikke opfyldt
reason-not-included = elementet er ikke med
reason-nothing-asked = intet i kommissoriet siger, hvad der ville vise det

beside-member = dette medlem
beside-seat = pladsen
beside-actor = på hvis vegne
beside-nominator = hvem der har udpeget
beside-concept = dette
beside-meeting = det andet møde
beside-presented = præsenteres her
beside-decision = beslutningen
beside-about = det, der skal tages stilling til
beside-other = det andet
beside-counting = tæller med
beside-unknown = om dette vides det ikke
beside-not-joined = har ikke været med
beside-fact = det, det afhænger af
beside-law = det, der kræves
beside-appointer = hvem der har udnævnt
beside-event = begivenheden
beside-meeting-after = mødet efter
beside-calendar = kalenderen
beside-left = hvem der er udtrådt
