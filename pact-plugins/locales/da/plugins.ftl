# Plugins i en mappe, som ikke kan bruges, som de er.

unusable-plugin = pluginet `{ $id }` kan ikke bruges: { $reason }
unusable-plugin-help = få det bygget igen, eller fjern det fra `pact.toml`; de bestemmelser, det afgør, er i fejl indtil da
plugin-other-id = pluginet i denne fil kalder sig `{ $found }`, og `pact.toml` kalder det `{ $id }`
plugin-other-id-help = skriv `{ $found }`, eller angiv filen med `{ $id }`

unpinned-plugin = { $how ->
    [changed] filen med pluginet `{ $id }` er ikke den, der er givet samtykke til: dens fingeraftryk er { $found }…, og i `pact.lock` står { $agreed }…
    [more] pluginet `{ $id }` beder om at se andet, end `pact.lock` giver lov til
    [lock] `pact.lock` kan ikke læses, så pluginet `{ $id }` køres ikke: { $reason }
   *[missing] ingen har givet samtykke til at køre pluginet `{ $id }`: det står ikke i `pact.lock`
 }
unpinned-plugin-help = { $how ->
    [missing] se, hvad det beder om, og giv samtykke: `pact plugin add { $path }`
    [lock] ret `pact.lock`, eller hent den igen fra versionsstyringen
   *[changed] skulle det ændres, så se, hvad der er nyt, og giv samtykke: `pact plugin update { $id }`; ellers har nogen lagt en anden fil dér
 }

plugin-configuration = { $what ->
    [unknown] pluginet `{ $id }` har ingen indstilling `{ $key }`
    [missing] opsætningen af pluginet `{ $id }` mangler `{ $key }`
    [nothing] der er ikke noget at sætte op i pluginet `{ $id }`
   *[other] opsætningen af pluginet `{ $id }` er ikke, som det beder om: { $reason }
 }
plugin-configuration-help = `pact plugin inspect { $path }` viser, hvad der kan sættes op
plugin-configuration-meant = mente du `{ $word }`?
