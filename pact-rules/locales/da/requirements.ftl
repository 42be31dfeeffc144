# Det, der kræves, og som ingen anden regel siger noget om: hvad der skal gøres.

unmet-requirement-help = tilføj det, der mangler, eller fjern det, der ikke må være der; det, der kun bør være sådan, kan begrundes, og en dispensation skal gives af den, der kan

missing-attestation-help = bed dem se på det; står de inde for det, så tilføj en erklæring med `clause: { $clause }`, hvem, hvornår, og hvad, eller hvor det kan læses

open-question-help = find ud af, hvad der mangler, og tilføj det; er dagen ikke kommet, så se igen efter den
