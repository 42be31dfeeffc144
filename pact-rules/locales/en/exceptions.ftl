# Explanations, attestations and waivers that do not count.

exception-ahead-help = if the date is right, it counts from that day on; otherwise correct it

idle-explanation = the explanation `{ $id }` explains nothing: { $about } { $why ->
    [met] is met
    [waived] is waived
    [inapplicable] does not apply
    [silent] asks for nothing that could be looked at
    [attest] waits for somebody to vouch for it
    [open] is still open
    [unmet] only permits something
   *[other] is not such that it could be explained
 }
idle-explanation-help = take it away, or correct `about`
explained-obligation = the explanation `{ $id }` does not count: { $about } has to be met and cannot be explained away
explained-obligation-help = meet it, or have whoever may do so waive it

unauthorised-explanation = the explanation `{ $id }` was given by { $by }, and { $about } binds { $bound }
unauthorised-explanation-help = have one of those explain it whom the clause binds, or correct `by`

malformed-explanation = the explanation `{ $id }` of { $about } gives no reason
malformed-explanation-help = say why under `reason`; without a reason it counts for nothing
explanation-of-nothing = the explanation `{ $id }` is about nothing
explanation-of-nothing-help = name the clauses or elements under `about`
explanation-ahead = the explanation `{ $id }` is dated { $on }, and that day has not come

idle-attestation = the attestation `{ $id }` is about { $about }, for which nobody has to vouch
idle-attestation-help = correct `clause`, or take it away; if a human is to vouch for the clause, its terms need a `statement`

unauthorised-attestation = { $by } vouches for { $about } in `{ $id }`, and may not
unauthorised-attestation-help = ask one of those to vouch whom the clause names under `statement`, or whom it binds

malformed-attestation = the attestation `{ $id }` of { $about } does not say { $flaws }
malformed-attestation-help = add it; a word that cannot be looked up counts for nothing
attestation-of-nothing = the attestation `{ $id }` is about nothing
attestation-of-nothing-help = name the clauses or elements under `clause`
attestation-ahead = the attestation `{ $id }` is dated { $on }, and that day has not come

flaw-by = who gives it (`by`)
flaw-on = when (`on`)
flaw-reason = why (`reason`)
flaw-reference = what is vouched for or where it can be read (`text` or `sources`)
flaw-decision = by which decision that was taken (`decision`)
flaw-until = until when (`until`)

lapsed-waiver = the waiver `{ $id }` of { $about } lapsed on { $until }
lapsed-waiver-help = meet what it set aside, or have it decided again

unauthorised-waiver = { $by } may not waive { $about }, as `{ $id }` does
unauthorised-waiver-help = have it decided by those named under `waivable-by` of the clause or the terms; where nobody is named, nobody may
waiver-decided-by-others = the waiver `{ $id }` is given by { $by }, who did not take the decision { $decision }
waiver-decided-by-others-help = give the decision of whoever waives, or correct `by`

malformed-waiver = the waiver `{ $id }` of { $about } does not say { $flaws }
malformed-waiver-help = add it; until then the waiver counts for nothing
waiver-not-decided = the waiver `{ $id }` of { $about } rests on the decision { $decision }, which has not been taken, or not approved it
waiver-of-nothing = the waiver `{ $id }` waives nothing
waiver-of-nothing-help = name the clauses or elements under `waives`

idle-waiver = the waiver `{ $id }` sets nothing aside: { $about } { $why ->
    [met] is met
    [explained] is explained
    [waived] is waived already
    [inapplicable] does not apply
    [silent] asks for nothing that could be looked at
    [unmet] lacks more than the scope of the waiver covers
    [open] lacks more than the scope of the waiver covers
   *[other] is not such that it could be set aside
 }
idle-waiver-help = take it away, or correct `waives` or `scope`

expiring-waiver = the waiver `{ $id }` of { $about } counts until { $until } only
expiring-waiver-help = meet what it sets aside before that day, or have it decided again in time
