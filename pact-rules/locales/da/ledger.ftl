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
lack-seat-unknown = det vides ikke, om pladsen { $subject } er besat: et medlem af organet har ingen plads
lack-nominator = medlemmet { $subject } er udpeget af { $nominator }, som ikke kan udpege til pladsen { $seat }
lack-nominator-unknown = det fremgår ikke, hvem der har udpeget { $members ->
    [one] medlemmet
   *[other] de { $members } medlemmer
 } på pladsen { $subject }
lack-shared = medlemmerne på pladsen { $subject } kommer fra samme { $what ->
    [actor] aktør
   *[region] region
 }: { $common }
lack-two-seats = én person har flere pladser, { $seats }, som medlemmerne { $members }
lack-member-twice = én person er talt med som flere medlemmer: { $members }
lack-size = { $subject } har { $found ->
    [one] 1 medlem
   *[other] { $found } medlemmer
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
lack-limit = kravet kræver flere skridt gennem grafen, end en kørsel må tage ({ $subject }, { $kind })

evidence-way = { $way }
evidence-there = { $subject } ({ $kind })
evidence-given = { $subject } ({ $kind }) angiver det, der kræves
evidence-ruled-out = det, der er udelukket, er ikke tilfældet
evidence-none-of = { $count ->
    [one] det gælder ikke den eneste af de { $kinds }, der er
   *[other] det gælder ingen af de { $count } { $kinds }
 }
evidence-filled = pladsen { $subject }: { $member } på vegne af { $actor }
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
