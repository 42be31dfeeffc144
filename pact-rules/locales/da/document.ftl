# Hvad der er galt med en fil, før der bliver gjort noget ud af den.

did-you-mean-one-of = mente du { $words }?
did-you-mean = mente du `{ $word }`?
first-here = første gang her

unreadable-file = { $reason ->
    [missing] filen `{ $file }` findes ikke
    [directory] `{ $file }` er en mappe, ikke en fil
    [not-a-file] `{ $file }` er hverken en fil eller en mappe
    [refused] `{ $file }` kan ikke åbnes: { $detail }
    [absolute] `{ $file }` ligger ikke ved siden af det dokument, der nævner den
    [not-text] `{ $file }` er ikke en tekstfil: det, der står i linje { $line }, er ikke tekst
   *[unknown-format] det fremgår ikke, hvad der er i `{ $file }`
 }
unreadable-file-help = { $reason ->
    [missing] { $named ->
        [document] ret stien; den regnes fra den fil, der nævner den
       *[other] ret stien
    }
    [absolute] nævn filer ved en sti, der regnes fra dokumentet
    [unknown-format] { $named ->
        [document] en kilde ender på .txt eller .md, et register på .csv eller .tsv; gem et tekstdokument som .txt
       *[other] kommissorier og pagter ender på .yaml eller .json, registre på .csv, kilder på .txt
    }
    [directory] angiv filerne i mappen, eller giv `pact check` selve mappen
    [not-a-file] gem indholdet som en fil, eller send det ind som `-`
    [refused] giv adgang til at læse filen
    [not-text] gem den som UTF-8; fra et regneark som »CSV UTF-8«
   *[other] gem den som det, den er
 }

syntax-error = { $problem ->
    [quote] et anførselstegn er ikke lukket her, eller der står noget efter det
    [bracket] en parentes er ikke lukket her, eller der mangler et komma
    [colon] her står et kolon, hvor der ikke kan være en nøgle, eller det mangler efter en nøgle
    [indentation] denne linje begynder ikke under de linjer, den hører til
    [tab] her står en tabulator; der må kun stå mellemrum
    [character] dette tegn kan ikke stå her
   *[other] filen kan ikke læses fra dette sted ({ $words })
 }
syntax-error-second-document = her begynder et dokument mere; en fil rummer ét
syntax-error-alias = der er intet anker (`&…`) forud for denne henvisning (`*…`)
syntax-error-second-document-help = læg hvert dokument i sin egen fil
syntax-error-alias-help = skriv teksten ud, eller sæt den i anførselstegn, hvis den begynder med `*`
syntax-error-help = { $problem ->
    [quote] luk anførselstegnet; inde i en tekst skrives det to gange ('') eller med \ foran (\")
    [bracket] se efter den parentes, der sidst blev åbnet, her eller i linjerne før
    [colon] sæt en tekst, der rummer et kolon, i anførselstegn, og se efter, om linjen er rykket rigtigt ind
    [indentation] lad den begynde lige så langt inde som de linjer, den hører til
    [tab] sæt mellemrum i stedet for tabulatoren
    [character] sæt en tekst, der begynder med @, %, `, & eller *, i anførselstegn
   *[other] se her og i linjen før efter anførselstegn, kolon, tabulatorer og skæv indrykning
 }

limit-exceeded = { $limit ->
    [file-bytes] `{ $file }` er større end { $most } byte
    [depth] lister og poster ligger mere end { $most } niveauer inde i hinanden
    [scalar-bytes] denne tekst er længere end { $most } byte
    [values] `{ $file }` har flere end { $most } værdier
    [entries] dokumenterne har tilsammen flere end { $most } poster
   *[alias-values] henvisninger (`*…`) gentager flere end { $most } værdier
 }
limit-exceeded-help = intet i denne fil er kontrolleret; del den op, eller skriv det ud, som henvisningerne gentager

empty-file = der står intet i `{ $file }`
empty-file-help = skriv dokumentet, eller tag filen ud af mappen; `pact init` skriver en skabelon

unknown-document = det fremgår ikke, hvad denne fil er: den mangler { $accepted }
second-workspace = `{ $file }` er manifest nummer to, og en kørsel har kun ét
second-workspace-help = efterprøv én mappe ad gangen
two-documents = denne fil siger, at den er både et kommissorium og en pagt
two-documents-help = læg kommissoriet i sin egen fil; en pagt nævner det: `terms: ID`
unknown-workspace-help = begynd `pact.toml` med `workspace = 1`
unknown-document-help = begynd et kommissorium med `terms: 1`, en pagt eller et forslag med `pact: 1`; angiv dokumenterne i `pact.toml`, hvis denne fil ikke er et af dem

unsupported-version = version `{ $found }` af dokumentsproget kendes ikke
unsupported-version-help = { $quoted ->
    [quoted] skriv { $supported } uden anførselstegn
   *[other] skriv { $supported }, eller brug en nyere udgave af pact
 }

unknown-key = nøglen `{ $key }` findes ikke her
unknown-key-no-heading = denne række nævner ingen kolonne, som et register har
unknown-key-no-heading-help = begynd tabellen med en række overskrifter som id, navn, plads, aktør; fjern titler over den
unknown-key-unnamed = denne kolonne har ingen overskrift, så det, der står i den, bliver ikke læst
unknown-key-unnamed-help = giv kolonnen en overskrift, eller tøm den
unknown-key-glued = der mangler et mellemrum efter kolon: skriv `{ $meant }`
unknown-key-help = her kan stå { $accepted }

duplicate-key = `{ $key }` står her for anden gang
duplicate-key-help = kun den ene kan være ment: giv den ene et andet navn, eller gør de to til én

missing-key = `{ $key }` mangler
missing-key-help = tilføj `{ $key }: …`, { $expected ->
    [text] en tekst
    [string] en tekst
    [reference] et id
    [references] et id eller en liste af id'er
    [count] et helt tal
    [boolean] `true` eller `false`
    [date] en dato som 2018-03-19
    [entry] en post med sine egne nøgler
    [entries] poster, hver under sit id
    [list] en liste
    [choice] enten { $words }
    [amount] et tal eller en andel som 40 %
    [by-size] tal eller andele, hver under en størrelse som 4-5
    [period] et tidsrum som 6 uger
   *[quantity] et tal med enhed
 }

wrong-type = { $expected ->
    [text] her skal stå en tekst
    [string] her skal stå en tekst
    [reference] her skal stå et id
    [references] her skal stå et id eller en liste af id'er
    [count] her skal stå et helt tal, nul eller mere
    [boolean] her skal stå `true` eller `false`
    [date] her skal stå en dato
    [entry] her skal stå en post med sine egne nøgler
    [entries] her skal stå poster, hver under sit id
    [list] her skal stå en liste
    [choice] her skal stå et af få bestemte ord
    [amount] her skal stå et tal eller en andel
    [by-size] her skal stå tal eller andele, hver under en størrelse
    [period] her skal stå et tidsrum
   *[quantity] her skal stå et tal
 }, men her står { $found ->
    [null] intet
    [boolean] `true` eller `false`
    [integer] et tal
    [number] et tal med decimaler
    [string] en tekst
    [array] en liste
   *[object] nøgler med værdier
 }
wrong-type-help = { $found ->
    [number] sæt det i anførselstegn, hvis det er ment som et id eller en tekst
    [null] udelad nøglen, hvis der ikke er noget at sige, eller skriv `{"{}"}` for en post uden nøgler
   *[other] { $expected ->
        [text] skriv en tekst, eller én for hvert sprog: {"{"} da: …, en: … {"}"}
        [string] skriv en tekst; sæt den i anførselstegn, hvis den ligner et tal
        [reference] skriv id'et på det, der menes
        [references] skriv [a, b], når der er flere
        [count] skriv cifre, for eksempel 19
        [boolean] skriv `true` eller `false` uden anførselstegn
        [date] skriv året først: 2018-03-19, 2018-03 eller 2018
        [entry] skriv {"{"} nøgle: værdi {"}"}, eller nøglerne på hver sin linje med indrykning
        [entries] skriv `id: {"{"} … {"}"}` for hver
        [list] skriv [a, b], eller hver på sin linje efter en bindestreg
        [choice] skriv { $words }
        [amount] skriv cifre, for eksempel 3, en andel som 40 % eller 2/3, eller `flertal`
        [by-size] skriv {"{"} 2-3: 1, 4-5: 2, 10-: 40 % {"}"}
        [period] skriv et tal med enhed, for eksempel 6 uger, 18 måneder eller 5 arbejdsdage
       *[quantity] skriv et tal, eller en tekst som "23 %"
    }
 }

unknown-value = `{ $value }` er ikke et af de ord, der kan stå her: { $accepted }
unknown-value-help = vælg et af dem

unclear-value = { $problem ->
    [no-amount] `{ $value }` er hverken et tal eller en andel
    [decimal] `{ $value }` kan være en andel eller et tal med decimaler
    [over-whole] `{ $value }` er mere end det hele
    [no-parts] `{ $value }` er en andel af noget, der ingen dele har
    [negative] `{ $value }` er mindre end ingenting
    [too-large] `{ $value }` har flere cifre, end der kan regnes med
    [majority] `{ $value }: majority` har ingen klar mening
    [several-comparators] flere nøgler sætter den samme grænse: { $value }
    [no-size] `{ $value }` er hverken en størrelse eller et spænd af størrelser
    [sizes-overlap] disse spænd af størrelser overlapper: { $value }
    [no-rule] `{ $value }` er ikke navnet på et plugins regel
    [no-period] `{ $value }` er ikke et tidsrum
   *[no-day] `{ $value }` er ikke en dag
 }
unclear-value-help = { $problem ->
    [no-amount] skriv cifre, for eksempel 3, en andel som 40 % eller 2/3, eller `flertal`
    [decimal] skriv en andel i procent, for eksempel 40 %, eller som en brøk, for eksempel 2/5; et antal har ingen decimaler
    [over-whole] skriv en andel på højst 100 %
    [no-parts] skriv et tal fra 1 og op efter skråstregen
    [negative] skriv 0 eller mere
    [too-large] skriv det med færre cifre
    [majority] skriv `at-least: majority` for mere end halvdelen, eller skriv andelen, for eksempel 1/2
    [several-comparators] behold den ene
    [no-size] skriv 9, 4-5, eller 10- for 10 og derover, det mindste tal først
    [sizes-overlap] lad hvert spænd begynde, efter at det forrige er slut
    [no-rule] skriv pluginets id, en skråstreg og reglens navn, for eksempel health-inclusion/explored
    [no-period] skriv et tal med enhed, for eksempel 4 år, 18 måneder, 6 uger, 90 dage eller 5 arbejdsdage
   *[no-day] skriv år, måned og dag, for eksempel 2018-03-29
 }

unknown-language = `{ $value }` er ikke koden for et sprog
unknown-language-help = skriv `da` for dansk, `en` for engelsk og så videre (BCP 47)

impossible-date = `{ $value }` er ikke en dato
impossible-date-help = skriv året først og så meget, som vides: 2018-03-19, 2018-03 eller 2018, og XXXX-03 for en marts, hvis år ikke er nævnt; i et register kan der stå 19.03.2018

invalid-id = `{ $value }` kan ikke være et id
invalid-id-help = { $reason ->
    [list] skriv flere som en liste: [a, b]
    [long] et id har højst 200 tegn
   *[letters] et id har ingen mellemrum og hverken : , ; eller #; skriv bindestreg i stedet for mellemrum
 }

uneven-row = { $rows ->
    [one] denne række
   *[other] { $rows } rækker, hvoraf dette er den første,
 } har { $found ->
    [one] 1 celle
   *[other] { $found } celler
 }, og overskriften har { $expected }
uneven-row-help = adskil cellerne, som overskriften gør; sæt en tekst, der rummer skilletegnet, i anførselstegn; fyld en for kort række ud

stray-words = »{ $words }« står efter et komma og hører ikke længere til teksten
stray-words-help = sæt hele teksten i anførselstegn

rule-always-runs = niveauet for `{ $rule }` kan ikke sættes
rule-always-runs-help = reglen siger, at noget ikke er læst, og det må ikke passere: fjern linjen
rule-set-twice = reglen `{ $rule }` (`{ $code }`) er sat to gange
rule-set-twice-help = behold den ene
unknown-rule = der er ingen regel, der hedder `{ $rule }`
unknown-rule-help = `pact rules` viser dem

unclear-requirement = { $problem ->
    [nothing] kravet siger ikke, hvad der kræves
    [several] kravet siger flere ting på én gang: { $keys }
    [stray] `where`, `has` og `in` hører til et mønster, og dette er et krav af slagsen { $keys }
    [every-without-has] alle disse, og hvad så? Det er ikke sagt, hvad de skal have
    [no-number] her tælles der, men det er ikke sagt, hvor mange der skal være
    [long-path] denne vej er længere end 16 forbindelser
    [empty] der står intet under { $keys }, så det kræver intet
    [alone] { $keys } hører sammen, og kun den første af dem er angivet
   *[no-condition] der står intet i denne betingelse
 }
unclear-requirement-help = { $problem ->
    [nothing] begynd det med `every`, `some`, `no`, `composition`, `meetings`, `presents`, `decision`, `statement` eller `section`
    [several] skriv et krav for hver af dem, som en liste
    [stray] skriv dem under `every`, `some` eller `no`
    [every-without-has] tilføj `has`, for eksempel `has: {"{"} at-least: 1, via: owner {"}"}`; skal der blot være én, så skriv `some`
    [no-number] tilføj `at-least`, `at-most` eller `exactly`, eller nævn nøgler under `given`
    [long-path] gå en kortere vej
    [empty] skriv, hvem eller hvad der menes, eller fjern nøglen
    [alone] tilføj den anden, eller fjern den
   *[no-condition] fjern den, eller skriv, hvad der skal gælde
 }
