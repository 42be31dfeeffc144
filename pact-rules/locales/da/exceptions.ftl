# Forklaringer, erklæringer og dispensationer, der ikke gælder.

exception-ahead-help = er datoen rigtig, gælder den fra den dag; ellers ret den

idle-explanation = forklaringen `{ $id }` forklarer intet: { $about } { $why ->
    [met] er opfyldt
    [waived] er der dispenseret fra
    [inapplicable] finder ikke anvendelse
    [silent] kræver intet, der kan efterprøves
    [attest] venter på, at nogen står inde for det
    [open] er stadig åben
    [unmet] giver kun lov til noget
   *[other] er ikke noget, der kan begrundes
 }
idle-explanation-help = fjern den, eller ret `about`
explained-obligation = forklaringen `{ $id }` gælder ikke: { $about } skal opfyldes og kan ikke begrundes væk
explained-obligation-help = opfyld kravet, eller få den, der kan, til at dispensere

unauthorised-explanation = forklaringen `{ $id }` er afgivet af { $by }, men { $about } forpligter { $bound }
unauthorised-explanation-help = få en af dem, bestemmelsen forpligter, til at begrunde det, eller ret `by`

malformed-explanation = forklaringen `{ $id }` af { $about } giver ingen grund
malformed-explanation-help = skriv hvorfor under `reason`; uden en grund gælder den ikke
explanation-of-nothing = forklaringen `{ $id }` angår ingenting
explanation-of-nothing-help = nævn bestemmelserne eller elementerne under `about`
explanation-ahead = forklaringen `{ $id }` er dateret { $on }, og den dag er ikke kommet

idle-attestation = erklæringen `{ $id }` angår { $about }, som ingen skal stå inde for
idle-attestation-help = ret `clause`, eller fjern den; skal et menneske stå inde for bestemmelsen, mangler kommissoriet et `statement`

unauthorised-attestation = { $by } står inde for { $about } i `{ $id }`, men er ikke blandt dem, der kan
unauthorised-attestation-help = bed en af dem, bestemmelsen nævner under `statement` eller forpligter, om at stå inde for det

malformed-attestation = erklæringen `{ $id }` om { $about } siger ikke, { $flaws }
malformed-attestation-help = tilføj det; en erklæring, der ikke kan slås efter, gælder ikke
attestation-of-nothing = erklæringen `{ $id }` angår ingenting
attestation-of-nothing-help = nævn bestemmelserne eller elementerne under `clause`
attestation-ahead = erklæringen `{ $id }` er dateret { $on }, og den dag er ikke kommet

flaw-by = hvem der afgiver den (`by`)
flaw-on = hvornår (`on`)
flaw-reason = hvorfor (`reason`)
flaw-reference = hvad der stås inde for, eller hvor det kan læses (`text` eller `sources`)
flaw-decision = hvilken beslutning den hviler på (`decision`)
flaw-until = hvor længe den gælder (`until`)

lapsed-waiver = dispensationen `{ $id }` fra { $about } udløb { $until }
lapsed-waiver-help = opfyld det, der var dispenseret fra, eller få det besluttet igen

unauthorised-waiver = { $by } kan ikke dispensere fra { $about }, som det sker i `{ $id }`
unauthorised-waiver-help = få det besluttet af dem, bestemmelsen eller kommissoriet nævner under `waivable-by`; er ingen nævnt, kan ingen
waiver-decided-by-others = dispensationen `{ $id }` er givet af { $by }, som ikke har truffet beslutningen { $decision }
waiver-decided-by-others-help = henvis til en beslutning, som den, der dispenserer, har truffet, eller ret `by`

malformed-waiver = dispensationen `{ $id }` fra { $about } siger ikke, { $flaws }
malformed-waiver-help = tilføj det; indtil da gælder dispensationen ikke
waiver-not-decided = dispensationen `{ $id }` fra { $about } hviler på beslutningen { $decision }, som ikke er truffet eller ikke var en godkendelse
waiver-of-nothing = dispensationen `{ $id }` dispenserer ikke fra noget
waiver-of-nothing-help = nævn bestemmelserne eller elementerne under `waives`

idle-waiver = dispensationen `{ $id }` har intet at virke på: { $about } { $why ->
    [met] er opfyldt
    [explained] er begrundet
    [waived] er der allerede dispenseret fra
    [inapplicable] finder ikke anvendelse
    [silent] kræver intet, der kan efterprøves
    [unmet] mangler mere, end dispensationen omfatter
    [open] mangler mere, end dispensationen omfatter
   *[other] er ikke noget, der kan dispenseres fra
 }
idle-waiver-help = fjern den, eller ret `waives` eller `scope`

expiring-waiver = dispensationen `{ $id }` fra { $about } gælder kun til { $until }
expiring-waiver-help = opfyld det, der er dispenseret fra, inden den dag, eller få det besluttet igen i tide
