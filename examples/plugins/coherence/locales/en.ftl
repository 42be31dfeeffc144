# Coherence: what does not fit together, and what to do.

objective-in-the-air-help = say under `supports` or `adds-to` which national objective it serves; if there is none, leave the objective out

unsupported-national-objective-help = if an objective of the proposal serves it, say so under `supports` there; if none does, the proposal should say why

planned-counterpart = { $count ->
    [one] the objective { $objectives } rests
   *[other] the objectives { $objectives } rest
 } on goals of { $pact }, which is only planned
planned-counterpart-rests = rests on a planned goal
planned-counterpart-help = whoever approves the proposal should know; when the pact is adopted, change its `status` and look the references up again

duplicated-objective = the objective { $again } says that it duplicates { $first }
duplicated-label = the objectives { $first } and { $again } are called the same
duplicated-objective-help = make one of them, or say what tells them apart; one that goes further than the other `adds-to` it

contradicting-objectives = the objectives { $first } and { $other } cannot both be reached
contradicting-objectives-help = give one of them up, or narrow it until both can be reached

unused-strength-help = say under `builds-on` which objective or initiative builds on it, or take it away

unaddressed-challenge-help = say under `addresses` which objective or initiative addresses it, or take it away

aimless-initiative-help = say under `contributes-to` which objective it is for

incomplete-objective-help = add what is missing; without it nobody can say who answers for the objective or whether it was reached

# What pact says of the ledger in these words, where no clause asks for it.

lack-in-the-air = the objective { $subject } supports no national objective
lack-unsupported = no regional objective supports the objective { $subject }
lack-strength = nothing builds on the strength { $subject }
lack-challenge = nothing addresses the challenge { $subject }
lack-initiative = the initiative { $subject } contributes to no objective
lack-given = { $of ->
    [objective] the objective { $subject }
    [initiative] the initiative { $subject }
   *[other] { $subject } ({ $kind })
 } does not give { $keys }
beside-other = the other one
