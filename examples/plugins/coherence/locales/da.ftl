# Sammenhæng: hvad der ikke passer sammen, og hvad der skal gøres.

objective-in-the-air-help = skriv under `supports` eller `adds-to`, hvilket nationalt mål det tjener; er der intet, så lad målet ude

unsupported-national-objective-help = tjener et af forslagets mål det, så skriv det under målets `supports`; gør intet af dem, bør forslaget sige hvorfor

planned-counterpart = { $count ->
    [one] målet { $objectives } hviler
   *[other] målene { $objectives } hviler
 } på mål i { $pact }, som kun er planlagt
planned-counterpart-rests = hviler på et planlagt mål
planned-counterpart-help = den, der godkender forslaget, bør vide det; når pagten er vedtaget, så ret dens `status`, og slå henvisningerne efter igen

duplicated-objective = målet { $again } siger selv, at det gentager { $first }
duplicated-label = målene { $first } og { $again } hedder det samme
duplicated-objective-help = gør dem til ét, eller skriv, hvad der skiller dem; går det ene videre end det andet, hedder det `adds-to`

contradicting-objectives = målene { $first } og { $other } kan ikke begge nås
contradicting-objectives-help = opgiv det ene, eller indsnævr det, til begge kan nås

unused-strength-help = skriv under `builds-on`, hvilket mål eller hvilken indsats der bygger på den, eller fjern den

unaddressed-challenge-help = skriv under `addresses`, hvilket mål eller hvilken indsats der imødegår den, eller fjern den

aimless-initiative-help = skriv under `contributes-to`, hvilket mål den er til for

incomplete-objective-help = tilføj det, der mangler; uden det kan ingen sige, hvem der har ansvar for målet, eller om det er nået

# Hvad pact siger om afgørelserne med disse ord, hvor intet punkt beder om det.

lack-in-the-air = målet { $subject } understøtter intet nationalt mål
lack-unsupported = intet regionalt mål understøtter målet { $subject }
lack-strength = intet bygger på styrkepositionen { $subject }
lack-challenge = intet imødegår udfordringen { $subject }
lack-initiative = indsatsen { $subject } bidrager ikke til noget mål
lack-given = { $of ->
    [objective] målet { $subject }
    [initiative] indsatsen { $subject }
   *[other] { $subject } ({ $kind })
 } mangler { $keys }
beside-other = det andet
