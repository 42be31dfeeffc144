# Reglen `explored`.

not-explored = { $pact } afsøger ikke, om sundhed kan indgå ({ $element })
not-explored-help = lad en indsats, der undersøger det, skrive elementet under `covers`; eller sig nej med en begrundelse under `explanations`
no-reason = beslutningen { $decision } holder sundhed ude uden at begrunde det ({ $element })
no-reason-help = skriv under `sources`, hvor begrundelsen kan læses, eller skriv den under `explanations`

# Reglen `reaches-health-system`.

no-objective = { $pact } tager sundhed med uden at have et mål for det ({ $element })
no-objective-help = lad det mål, der er ment, skrive elementet under `covers`
no-partnership = { $pact } tager sundhed med, uden at noget partnerskab bærer det ({ $element })
no-partnership-help = tilføj et partnerskab, der under `for` nævner målet eller en indsats, som bidrager til det
no-health-actor = { $number ->
    [one] ingen i partnerskabet { $partnerships } hører til sundhedssystemet
   *[other] ingen i partnerskaberne { $partnerships } hører til sundhedssystemet
 }
no-health-actor-help = tilføj en partner fra sundhedssystemet; er der allerede en, så giv den en kategori (`category`), der regnes for sundhed
no-category-help = ingen af de kategorier, der regnes for sundhed, findes i dokumenterne: skriv de rigtige under `health-categories` i konfigurationen

# Begge.

no-element = kommissoriet for { $pact } har intet element `{ $element }`
no-element-help = skriv under `element` i konfigurationen, hvilket element der spørger, om sundhed kan indgå

# Hvad der ses på et sted.

asks-for-it = spørger, om sundhed kan indgå
covers-element = dækker det
says-why-not = siger nej med en begrundelse
takes-in = tager sundhed med
leads-nowhere = henviser til noget, der ikke findes
is-objective = er et mål for sundhed
is-partnership = bærer det
is-health-actor = hører til sundhedssystemet
