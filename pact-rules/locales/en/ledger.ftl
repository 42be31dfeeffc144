# What verdicts rest on, and what is missing.

lack-subject = there are no { $kinds } in { $pact } of which this could hold
lack-too-few = { $subject } ({ $kind }) { $relations } { $found ->
    [0] no { $kinds }
   *[other] only { $found } { $kinds }
 }; at least { $least } must be there
lack-too-few-such = { $subject } ({ $kind }) { $relations } { $found ->
    [0] no { $kinds }
   *[other] only { $found } { $kinds }
 } such as { $such }; at least { $least } must be there
lack-too-many = { $subject } ({ $kind }) { $relations } { $found } { $kinds }; at most { $most } may be there
lack-concept = { $subject } ({ $kind }) does not reach { $concept }
lack-partnership-area = the partnership { $subject } has no partner from the policy area { $concept }
lack-given = { $of ->
    [objective] the objective { $subject }
    [initiative] the initiative { $subject }
   *[other] { $subject } ({ $kind })
 } does not give { $keys }
lack-forbidden = { $subject } ({ $kind }) must not be there
lack-forbidden-path = { $way }, which must not be
lack-not-none = what is ruled out is the case, as { $subject } ({ $kind }) shows
lack-in-the-air = the objective { $subject } supports no national objective
lack-unsupported = no regional objective supports the objective { $subject }
lack-strength = nothing builds on the strength { $subject }
lack-challenge = nothing addresses the challenge { $subject }
lack-initiative = the initiative { $subject } contributes to no objective
lack-area = no member represents the policy area { $subject }
lack-level = no initiative reaches { $subject }
lack-outsider = the member { $subject } of { $body } is not a member of the group that the working group belongs to
lack-partners = the partnership { $subject } has { $found ->
    [0] no partner
    [one] only 1 partner
   *[other] only { $found } partners
 }; at least { $least } must be there
lack-partners-such = the partnership { $subject } has { $found ->
    [0] no partner
    [one] only 1 partner
   *[other] only { $found } partners
 } of the kind { $such }; at least { $least } must be there
lack-vacant = nobody fills the seat { $subject }
lack-vacant-some = the seat { $subject } lacks { $places } of its { $total } members
lack-overfilled = the seat { $subject } has { $members } members, but only { $places ->
    [one] 1 place
   *[other] { $places } places
 }
lack-ineligible = the member { $subject } may not fill the seat { $seat }: { $actor } is not among those it is open to
lack-actor-unknown = it is not said on whose behalf the member { $subject } sits
lack-seat-unknown = whether anybody fills the seat { $subject } is not known: a member of the body has no seat
lack-nominator = the member { $subject } was nominated by { $nominator }, who may not nominate for the seat { $seat }
lack-nominator-unknown = it is not said who nominated { $members ->
    [one] the member
   *[other] the { $members } members
 } in the seat { $subject }
lack-shared = the members in the seat { $subject } come from the same { $what ->
    [actor] actor
   *[region] region
 }: { $common }
lack-two-seats = one person has several seats, { $seats }, as the members { $members }
lack-member-twice = one person is counted as several members: { $members }
lack-size = { $subject } has { $found ->
    [one] 1 member
   *[other] { $found } members
 }, but is to have { $how ->
    [exactly] { $least }
    [at-least] at least { $least }
    [at-most] at most { $most }
   *[between] { $least } to { $most }
 }
lack-no-body = { $subject } has no body of the kind of which the requirement speaks
lack-meetings = { $subject } has { $found ->
    [0] no meeting
    [one] 1 meeting
   *[other] { $found } meetings
 }, but is to have { $how ->
    [exactly] { $least }
    [at-least] at least { $least }
    [at-most] at most { $most }
   *[between] { $least } to { $most }
 }
lack-not-yet-held = the meeting { $subject } lies ahead ({ $on })
lack-no-meeting-on = { $subject } does not meet { $when ->
    [day] on
   *[month] in
 } { $date }
lack-outside = the meeting { $subject } ({ $on }) is not { $side ->
    [before] after
   *[after] before
 } { $meeting } ({ $date })
lack-outside-day = the meeting { $subject } ({ $on }) is { $side ->
    [before] before
   *[after] after
 } { $date }
lack-no-span = { $body } has no two meetings with dates between which others could be held
lack-undated = { $subject } ({ $kind }) has no date, or none that is exact enough
lack-never-presents = { $subject } presents its results at no plenary meeting of { $to }
lack-presents-early = { $subject } presents its results at { $at } ({ $date }), before it meets for the last time at { $last } ({ $on })
lack-undecided = { $subject } has not { $outcome ->
    [approved] approved
    [rejected] rejected
    [noted] taken note of
   *[other] decided on
 } { $about }
lack-undecided-due = { $subject } has not { $outcome ->
    [approved] approved
    [rejected] rejected
    [noted] taken note of
   *[other] decided on
 } { $about } (due { $due })
lack-not-yet-decided = { $by } has not yet taken the decision { $subject }
lack-otherwise = the decision { $subject } of { $by } came out otherwise: { $outcome ->
    [approved] approved
    [rejected] rejected
    [deferred] deferred
    [noted] noted
   *[planned] still to be taken
 }
lack-off-day = the decision { $subject } was taken on { $on }, { $side ->
    [before] before
   *[after] after
 } { $due }
lack-meeting-after = the meeting { $subject } ({ $on }) comes after the decision { $decision } ({ $date })
lack-premature = the decision { $subject } ({ $on }) comes before { $before } ({ $date }), which it has to follow
lack-unattested = somebody has to vouch for { $subject }
lack-unattested-that = somebody has to vouch for { $subject }: { $what }
lack-unattested-by = { $by } has to vouch for { $subject }
lack-unattested-by-that = { $by } has to vouch for { $subject }: { $what }
lack-section = the proposal has no section `{ $id }`
lack-fact-fails = it is not the case: { $subject }
lack-fact-unknown = it is not known whether it is so: { $subject }
lack-uncovered = nothing in the proposal covers the element { $subject }
lack-uncovered-part = nothing in the proposal covers the part { $subject }
lack-nothing = there is nothing of which { $subject } could be said to hold
lack-unresolved = the requirement speaks of something that is not there
lack-unread = { $subject } ({ $kind }) could not be read in full
lack-limit = the requirement takes more steps through the graph than a run may ({ $subject }, { $kind })

evidence-way = { $way }
evidence-there = { $subject } ({ $kind })
evidence-given = { $subject } ({ $kind }) gives what is asked for
evidence-ruled-out = what is ruled out is not the case
evidence-none-of = { $count ->
    [one] the only one of the { $kinds } is not such
   *[other] true of none of the { $count } { $kinds }
 }
evidence-filled = the seat { $subject }: { $member } on behalf of { $actor }
evidence-members = { $subject } has { $count ->
    [one] 1 member
   *[other] { $count } members
 }
evidence-held = the meeting { $subject } ({ $on })
evidence-decided = { $by }: the decision { $subject } ({ $on })
evidence-attested = { $by } vouches for it ({ $subject }, { $on })
evidence-holds = { $subject }

reason-waived = waived by { $by }: { $reason }
reason-explained = explained in { $by }: { $reason }
reason-parts = follows from its elements or parts
reason-context = says how things are; nothing follows from it
reason-not-in-force = not in force on the day as of which is judged
reason-condition = its condition does not hold
reason-not-included = the element is not included
reason-nothing-asked = nothing in the terms says what would show it

beside-member = this member
beside-seat = the seat
beside-actor = on whose behalf
beside-nominator = who nominated
beside-concept = this one
beside-meeting = the other meeting
beside-presented = presented here
beside-decision = the decision
beside-about = what is to be decided on
beside-other = the other one
