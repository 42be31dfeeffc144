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
lack-seat-unknown = { $of ->
    [body] how many members { $subject } has is not known: those without a seat may take one that counts, or one that does not
   *[seat] whether anybody fills the seat { $subject } is not known: a member of the body has no seat
 }
lack-nominator = the member { $subject } was nominated by { $nominator }, who may not nominate for the seat { $seat }
lack-nominator-unknown = it is not said who nominated { $of ->
    [provision] { $members ->
        [one] 1 member
       *[other] { $members } members
     }, and { $subject } is counted for each nominator apart
   *[seat] { $members ->
        [one] the member
       *[other] the { $members } members
     } in the seat { $subject }
 }
lack-shared = the members in the seat { $subject } { $what ->
    [actor] come from the same actor
    [nominator] were nominated by the same
    [concept] have something in common
   *[region] come from the same region
 }: { $common }
lack-two-seats = one person has several seats, { $seats }, as the members { $members }
lack-member-twice = one person is counted as several members: { $members }
lack-size = { $subject } has { $found ->
    [one] 1 member
   *[other] { $found } members
 }{ $open ->
    [0] {""}
    [one] {" "}and 1 more when the place is filled that has to be
   *[other] {" "}and { $open } more when the places are filled that have to be
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
lack-ruled = { $state ->
    [unmet] the rule { $rule } says that this is not met
    [open] the rule { $rule } says that facts are missing
   *[attest] the rule { $rule } says that a human has to vouch for this
 }
lack-unruled = { $why ->
    [missing] the rule `{ $rule }` is to decide this, and there is no plugin `{ $plugin }` that could be asked
    [undecisive] the rule `{ $rule }` is to decide this, and it is there to find things and decides nothing
   *[failed] the rule `{ $rule }` is to decide this, and the plugin could not say: { $reason }
 }
lack-limit = the requirement takes more steps through the graph than a run may ({ $subject }, { $kind })

# What the law of a body asks for.

lack-count = { $place ->
    [seat] of the members in the seat { $subject }
    [meeting] of those present at the meeting { $subject }
    [item] of those present for the item { $subject }
   *[law] { $subject }
 }{ $suches ->
    [0] {""}
   *[other] , { $such }
 }{ $parts ->
    [0] {""}
   *[other] , { $part }
 }{ $held ->
    [none] {""}
    [nominator] , among those nominated by { $whose }
    [actor] , among those who sit for { $whose }
    [region] , among those from { $whose }
   *[seat] , in the seat { $whose }
 }: { $may ->
    [may] there may be
   *[must] there must be
 } { $how ->
    [exactly] exactly { $amount }
    [more-than] more than { $amount }
    [less-than] fewer than { $amount }
    [at-most] at most { $amount }
    [majority] { $amount }
   *[at-least] at least { $amount }
 } { $kind ->
    [share] of { $whole } { $population }, { $which ->
        [none] which no number of members is
       *[number] which is { $heads }
     }
    [size] { $population } where there are { $whole } { $sized }
   *[heads] { $population }
 }{ $kind ->
    [heads] {""}
   *[other] { $distinct ->
        [none] {""}
        [actor] , each actor counted once
        [region] , each region counted once
        [nominator] , each nominator counted once
        [scheme] , each concept counted once
       *[person] , each person counted once
     }
 }; { $counted ->
    [0] there is none
    [one] there is 1
   *[other] there are { $counted }
 }{ $unknowns ->
    [0] {""}
   *[other] ; of { $unknown }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
 } { $distinct ->
    [none] it is not known
    [actor] the actor is not said
    [region] the region is not said
    [nominator] the nominator is not said
    [scheme] nothing of the scheme is said
   *[person] it is not said who they are
 }
 }{ $prospect ->
    [open] ; { $places } of the { $open } open places must go to somebody who counts
    [open-all] ; { $open ->
        [one] the open place must go to somebody who counts
       *[other] all { $open } open places must go to somebody who counts
     }
    [open-at-most] ; { $open ->
        [one] the open place may have to go to somebody who counts
       *[other] up to { $places } of the { $open } open places may have to go to somebody who counts
     }
    [open-none] ; { $open ->
        [one] the open place may not go to somebody who counts
       *[other] none of the { $open } open places may go to somebody who counts
     }
    [open-others] ; at most { $places } of the { $open } open places may go to somebody who counts
    [votes] ; { $vacant ->
        [one] how the open place is filled can still put it right
       *[other] how the { $vacant } open places are filled can still put it right
     }
    [fill] ; that comes right when { $places ->
        [one] 1 open place is filled
       *[other] { $places } open places are filled
     } by somebody who does not count
    [replace-open] ; { $open ->
        [one] the open place
       *[other] all { $open } open places
     } must go to somebody who counts, and beside that { $unknowns ->
        [0] {""}
       *[other] at least{" "}
     }{ $places ->
        [one] 1 member has
       *[other] { $places } members have
     } to be replaced
    [replace] ; no appointment to an open place can put that right: { $unknowns ->
        [0] {""}
       *[other] at least{" "}
     }{ $places ->
        [one] 1 member has
       *[other] { $places } members have
     } to be replaced
    [replace-full] ; no place is open: { $unknowns ->
        [0] {""}
       *[other] at least{" "}
     }{ $places ->
        [one] 1 member has
       *[other] { $places } members have
     } to be replaced
    [too-many] ; { $unknowns ->
        [0] {""}
       *[other] at least{" "}
     }{ $places ->
        [one] 1 member has
       *[other] { $places } members have
     } to be replaced
    [too-many-open] ; { $unknowns ->
        [0] {""}
       *[other] at least{" "}
     }{ $places ->
        [one] 1 member has
       *[other] { $places } members have
     } to be replaced, and { $either ->
        [one] the open place may not go
       *[other] none of the { $either } open places may go
     } to somebody who counts
    [room] ; whoever is appointed, there is room for { $places ->
        [0] nobody who counts
       *[other] no more than { $places } who count
     }
    [forced] ; whoever is appointed, there are at least { $places } who count
    [surplus] ; that is { $places } too many
    [beyond] ; no appointment to an open place can put that right
   *[none] {""}
 }
lack-uneven = { $place ->
    [seat] of the members in the seat { $subject }
    [meeting] of those present at the meeting { $subject }
    [item] of those present for the item { $subject }
   *[law] { $subject }
 }{ $parts ->
    [0] {""}
   *[other] , { $part }
 }{ $held ->
    [none] {""}
    [nominator] , among those nominated by { $whose }
    [actor] , among those who sit for { $whose }
    [region] , among those from { $whose }
   *[seat] , in the seat { $whose }
 }: { $named ->
    [0] there must be as many of the one group as of the other
   *[other] there must be as many { $one } as { $other }
 }{ $within ->
    [0] {""}
   *[other] , give or take { $within }
 }; there are { $counted } and { $others }{ $unknowns ->
    [0] {""}
   *[other] ; of { $unknown }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
 } it is not known
 }{ $prospect ->
    [open] ; how the open places are filled can still put it right
    [replace-full] ; no place is open: members have to be replaced
    [replace] ; no appointment to an open place can put that right: members have to be replaced
   *[none] {""}
 }
lack-another-part = { $subject }{ $parts ->
    [0] {""}
   *[other] , { $part }
 }: { $open ->
    [one] the open place may go
   *[other] the { $open } open places may go
 } { $held ->
    [nominator] to somebody whose nominator has put forward nobody else yet
    [region] to somebody from a region that nobody else comes from yet
   *[actor] to an actor for whom nobody else sits yet
 }, and the same has to hold there
lack-fitness-unsaid = it is not said of the member { $subject } what the seat { $seat } asks of whoever fills it{ $count ->
    [0] {""}
   *[other] {" "}({ $keys })
 }
lack-region-unsaid = it is not said which region { $actors } belongs to, for whom the member { $subject } sits; the members in the seat { $seat } have to come from different regions
lack-unfit = the member { $subject } is not one of those who may fill the seat { $seat }
lack-absent-seat = the member { $subject } sits in the seat { $seat }, which is { $why ->
    [ahead] not there yet: it is there from { $day } on
    [over] no longer there: it was there until { $day }
   *[condition] not there: the condition for it does not hold
 }
lack-not-jointly = the nominators of the seat { $seat } put members forward jointly, and { $missing } did not join in putting forward { $subject }
lack-not-each = for the seat { $subject } { $nominator } has put forward { $found ->
    [0] nobody
    [one] 1 member
   *[other] { $found } members
 }, but is to put forward { $how ->
    [exactly] { $asked }
   *[at-least] at least { $asked }
 }
lack-fallback = the member { $subject } was nominated by { $nominator }, who may do so only in one case{ $certain ->
    [yes] , which it is not
   *[no] , and nobody says whether it is that case
 }: { $fact }
lack-appointer = the member { $subject } was appointed by { $appointer }, who may neither appoint nor elect { $as ->
    [chair] the chair
    [deputy] the deputy chair
   *[seat] to the seat { $to }
 }
lack-appointer-unknown = it is not said who appointed { $members } { $as ->
    [chair] as chair
    [deputy] as deputy chair
   *[seat] to the seat { $subject }
 }
lack-nobody-in-office = { $body } has no { $office ->
    [deputy] deputy chair
   *[chair] chair
 }
lack-several-in-office = { $body } has more than one { $office ->
    [deputy] deputy chair
   *[chair] chair
 }: { $members }
lack-outside-office = { $certain ->
    [yes] { $office ->
        [deputy] the deputy chair { $subject } is not one of those from among whom the deputy chair has to come
       *[chair] the chair { $subject } is not one of those from among whom the chair has to come
     }
   *[no] { $office ->
        [deputy] it is not said whether the deputy chair { $subject } is one of those from among whom the deputy chair has to come
       *[chair] it is not said whether the chair { $subject } is one of those from among whom the chair has to come
     }
 }
lack-too-many-seats = the members { $members } are one person, in the seats { $seats }; that is { $found }, and nobody may have more than { $most ->
    [one] 1 seat
   *[other] { $most } seats
 }
lack-too-many-times = one person is { $found } members, { $members }; nobody may have more than { $most ->
    [one] 1 seat
   *[other] { $most } seats
 }
lack-never-both = the members { $members } are one person, in the seats { $seats }, of which nobody may have two
lack-person-unsaid = it is not said who the member { $subject } is (`person`), so that one person may have seats that do not go together
lack-shared-people = { $quotas } may not count the same person twice and need { $needed } different members between them; only { $found } can be found
lack-no-alternate = nobody stands in for the member { $subject }
lack-unfit-alternate = { $certain ->
    [yes] the alternate { $subject } is not one of those who may stand in
   *[no] it is not said whether the alternate { $subject } is one of those who may stand in
 }
lack-unfit-alternate-seat = { $certain ->
    [yes] the alternate { $subject } is not one of those who may fill the seat { $seat }
   *[no] it is not said whether the alternate { $subject } is one of those who may fill the seat { $seat }
 }
lack-own-alternate = { $subject } stands in for { $member }, and is the same person
lack-unlike-alternate = { $certain ->
    [yes] the alternate { $subject } is not { $what ->
        [actor] from the same actor as
        [nominator] nominated by the same as
        [region] from the same region as
       *[scheme] of the same { $scheme } as
     } the member { $member }
   *[no] it is not said whether the alternate { $subject } is { $what ->
        [actor] from the same actor as
        [nominator] nominated by the same as
        [region] from the same region as
       *[scheme] of the same { $scheme } as
     } the member { $member }
 }
lack-unlike-alternate-any = { $certain ->
    [yes] the alternate { $subject } is not { $what ->
        [actor] from the same actor as
        [nominator] nominated by the same as
        [region] from the same region as
       *[scheme] of the same { $scheme } as
     } anybody for whom it may stand in
   *[no] it is not said whether the alternate { $subject } is { $what ->
        [actor] from the same actor as
        [nominator] nominated by the same as
        [region] from the same region as
       *[scheme] of the same { $scheme } as
     } anybody for whom it may stand in
 }
lack-forbidden-alternate = { $subject } is on the list as an alternate, and nobody may stand in for a member
lack-term-too-long = the term of the member { $subject } ({ $ended ->
    [yes] { $from } to { $to }
   *[no] from { $from } on, without an end
 }) is longer than { $most }; the last day that is allowed is { $until }
lack-term-too-short = the term of the member { $subject } ({ $from } to { $to }) is shorter than { $least }; it has to last until { $until }
lack-term-unknown = it is not said when the term of the member { $subject } { $key ->
    [from] begins
   *[to] ends
 } (`{ $key }`)
lack-term-whose = it is not said who the member { $subject } is (`person`), so that one person may be appointed too often or sit too long
lack-too-many-terms = the member { $subject } is appointed for term number { $terms }; at most { $most ->
    [one] 1 term is
   *[other] { $most } terms are
 } allowed
lack-too-many-terms-in-a-row = the member { $subject } is appointed for term number { $terms } in a row; at most { $most ->
    [one] 1 term is
   *[other] { $most } terms are
 } allowed without a break of { $break }
lack-too-long-in-all = with the term of the member { $subject }, { $ended ->
    [yes] which ends on { $to }
   *[no] of which no end is given
 }, one person sits longer than { $most } in all; the last day that is allowed is { $until }
lack-too-long-in-a-row = with the term of the member { $subject }, { $ended ->
    [yes] which ends on { $to }
   *[no] of which no end is given
 }, one person sits longer than { $most } without a break of { $break }; the last day that is allowed is { $until }
lack-outlasts-event = the term of the member { $subject }, { $ended ->
    [yes] which ends on { $to }
   *[no] of which no end is given
 }, runs on after the event with which it is to end ({ $event }); the last day that is allowed is { $until }
lack-end-together = in { $body } { $count } terms end within { $within } from { $from } on, those of { $members }; at most { $most } may
lack-ends-before = the term of the member { $subject } ends on { $to }, before the meeting { $meeting } ({ $date }), and { $certain ->
    [yes] nobody follows
   *[no] nobody says who follows
 }
lack-long-vacant = the place in the seat { $subject } that { $left } left on { $to } { $certain ->
    [yes] had
   *[no] has
 } to be filled by { $due }
lack-no-quorum = { $of ->
    [item] the item { $subject }
   *[meeting] the meeting { $subject }
 } { $certain ->
    [yes] has no quorum
   *[no] may have no quorum
 }: { $votes ->
    [yes] { $present ->
        [0] no vote was
        [one] 1 vote was
       *[other] { $present } votes were
     }
   *[no] { $present ->
        [0] nobody was
        [one] 1 member was
       *[other] { $present } members were
     }
 } present{ $certain ->
    [yes] {""}
   *[no] , as far as is known
 }, and { $body } decides with at least { $needed } of { $whole }{ $votes ->
    [yes] {" "}votes
   *[no] {""}
 }
lack-attendance-unknown = it is not said who was present { $of ->
    [item] for the item { $subject }
   *[meeting] at the meeting { $subject }
 }
lack-short-notice = the meeting { $subject } ({ $on }) was called on { $called }; that has to be done { $asked } before{ $told ->
    [yes] , on { $due } at the latest
   *[no] {""}
 }
lack-no-notice = the meeting { $subject } ({ $on }) has not been called; that had to be done { $asked } before{ $told ->
    [yes] , on { $due } at the latest
   *[no] {""}
 }
lack-not-called = it is not said when the meeting { $subject } ({ $on }) was called; that has to be done { $asked } before{ $told ->
    [yes] , on { $due } at the latest
   *[no] {""}
 }
lack-unknown-days = { $of ->
    [notice] whether the meeting { $subject } was called in time
    [vacancy] whether the seat { $subject } was filled in time
   *[terms] how long the terms under { $subject } may last
 } cannot be counted: no calendar that is named says which of the days are working days (`calendars`)
lack-uncovered-days = whether the meeting { $subject } ({ $on }) was called in time cannot be counted: the calendar { $calendar } knows the days from { $from } to { $to } only
lack-irreconcilable = { $subject } can meet each of these, but not all of them together: { $provisions }{ $smallest ->
    [yes] ; without any one of them the others can be met
   *[no] {""}
 }
lack-group-unsaid = it is not said of the member { $subject } what decides whether the provision is about it

population-seat = place
population-seats = places
population-member = member
population-members = members
population-appointed-member = appointed member
population-appointed-members = appointed members
population-voting-member = member with a vote
population-voting-members = members with a vote
population-vote = vote
population-votes = votes
population-alternate = alternate
population-alternates = alternates
population-nominee = nominee
population-nominees = nominees
population-observer = observer
population-observers = observers
population-one-actor = actor
population-different-actors = different actors
population-one-region = region
population-different-regions = different regions
population-one-nominator = nominator
population-different-nominators = different nominators
population-one-concept = concept
population-different-concepts = different concepts
population-one-person = person
population-different-persons = different persons
population-group = members of the group that the share is of

evidence-way = { $way }
evidence-ruled = { $subject }: { $said }
evidence-there = { $subject } ({ $kind })
evidence-given = { $subject } ({ $kind }) gives what is asked for
evidence-ruled-out = what is ruled out is not the case
evidence-none-of = { $count ->
    [one] the only one of the { $kinds } is not such
   *[other] true of none of the { $count } { $kinds }
 }
evidence-filled = the seat { $subject }: { $member } on behalf of { $actor }
evidence-filled-by = the seat { $subject }: { $member }
evidence-stood-in-for = { $alternate } stands in for { $subject }
evidence-counted = { $subject }: { $counted } of { $whole }{ $unknown ->
    [0] {""}
   *[other] , and of { $unknown } more it is not known
 }
evidence-in-office = { $subject } is { $office ->
    [deputy] deputy chair
   *[chair] chair
 } of { $body }
evidence-present = { $subject }: { $present } present, { $needed } needed
evidence-called = the meeting { $subject } was called { $unit ->
    [working-days] { $days ->
        [one] 1 working day
       *[other] { $days } working days
     }
   *[days] { $days ->
        [one] 1 day
       *[other] { $days } days
     }
 } before
evidence-terms = { $subject }: { $count ->
    [one] 1 term is as it is to be
   *[other] { $count } terms are as they are to be
 }
evidence-alternates = { $count ->
    [0] no alternates, and none are asked for
    [one] 1 alternate, and none are asked for
   *[other] { $count } alternates, and none are asked for
 }
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
beside-counting = counts
beside-unknown = of this one it is not known
beside-not-joined = did not join in
beside-fact = what it depends on
beside-law = what is asked for
beside-appointer = who appointed
beside-event = the event
beside-meeting-after = the meeting after it
beside-calendar = the calendar
beside-left = who left
