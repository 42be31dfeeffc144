# Regel `track-has-initiative`.

no-initiative = { $pact } heeft geen initiatief op het spoor { $track }
no-initiative-help = laat een initiatief dit spoor onder `reaches` noemen, of voeg er een toe
no-track = het spoor `{ $track }` staat niet in de documenten
no-track-help = noem onder `tracks` in de configuratie de begrippen die de sporen zijn

# Regel `required-partners`.

no-partner = in geen partnerschap van { $pact } zit een partner van de categorie { $category }
no-partner-help = voeg een partner van deze categorie toe; is die er al, geef de actor dan zijn `category`
no-category = de categorie `{ $category }` staat niet in de documenten
no-category-help = noem onder `partners` in de configuratie de categorieën die moeten meedoen

# Wat op een plaats te zien is.

is-track = heeft geen initiatief
is-on-track = ligt op het spoor
is-category = niemand valt eronder
takes-part = doet mee
leads-nowhere = verwijst naar iets dat er niet is
