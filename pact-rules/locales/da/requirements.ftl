# Det, der kræves, og som ingen anden regel siger noget om: hvad der skal gøres.

unmet-requirement-help = tilføj det, der mangler, eller fjern det, der ikke må være der; det, der kun bør være sådan, kan begrundes, og en dispensation skal gives af den, der kan

missing-attestation-help = bed dem se på det; står de inde for det, så tilføj en erklæring med `clause: { $clause }`, hvem, hvornår, og hvad, eller hvor det kan læses

missing-ruling-help = { $why ->
    [missing] tilføj pluginet med `pact plugin add`, eller lad et indbygget krav afgøre bestemmelsen
    [undecisive] nævn en af pluginets regler, der afgør noget (`pact plugin inspect` viser dem), eller fjern kravet
   *[failed] se, hvad pluginet siger; er opsætningen rigtig, så sig det til dem, der har skrevet det. Bestemmelsen er først opfyldt, når pluginet siger det
 }

open-question-help = find ud af, hvad der mangler, og tilføj det; er dagen ikke kommet, så se igen efter den
