# What is wrong with the terms themselves.

seats-do-not-sum = the seats of { $body } have { $places ->
    [one] 1 place
   *[other] { $places } places
 } together, and it is to have { $how ->
    [exactly] { $least }
    [at-least] at least { $least }
    [at-most] at most { $most }
   *[between] { $least } to { $most }
 } members
seats-do-not-sum-help = count the lines of the source again; if the source itself disagrees, ask whoever issued it

unguaranteed-policy-area = clause { $clause } claims the policy area { $area } for { $body }, and no seat guarantees it
unguaranteed-policy-area-area = this policy area
unguaranteed-policy-area-body = none of the seats of this body
unguaranteed-policy-area-help = if a seat is meant to speak for it, give the seat, its category or its actors that `policy-area`; otherwise the terms lack a seat

seatless-nominator = members of { $body } are to be appointed from { $nominator }, and no seat is open to them
seatless-nominator-body = the seats of this body
seatless-nominator-help = open a seat to them if one is meant for them; otherwise ask whoever issued the terms

unnominated-seat = { $body }: { $count ->
    [one] the seat { $seats } is
   *[other] the seats { $seats } are
 } open to others than those from whom members are appointed ({ $places ->
    [one] 1 place
   *[other] { $places } places
 })
unnominated-seat-seat = this seat
unnominated-seat-help = say who appoints: `nominated-by` on the seat, or among the `nominators` of the body; if the source does not say, ask whoever issued it

month-without-year = clause { $clause } gives { $count ->
    [one] a date without its year: { $dates }
   *[other] dates without their years: { $dates }
 }
month-without-year-help = say under `interpreted` which year is meant and why, and ask whoever issued the terms to confirm it
month-without-year-help-interpreted = ask whoever issued the terms to confirm the year that is read into it

undefined-term = the words { $words } are nowhere defined, and { $count ->
    [one] { $clauses } uses them
   *[other] { $clauses } use them
 }
undefined-term-used = used here
undefined-term-help = give the `quote` or the `clause` that defines them; if there is none, say under `means` and `interpreted` how they are read
undefined-term-help-interpreted = ask whoever issued the terms to confirm how they are read; give the `quote` or the `clause` if one defines them

silent-clause = clause { $clause } obliges, and nothing says what would show that it is followed
silent-clause-help = say it under `requires`; where no structure can show it, a human can vouch: `statement`

silent-topic = the terms { $terms } say nothing about { $topics }
silent-topic-help = if a clause settles one of them, name it under `topic` of the clause; otherwise ask whoever issued the terms
topic-chair = the chair
topic-quorum = quorum
topic-voting = voting
topic-alternates = alternates
topic-gender-balance = gender balance
topic-conflicts-of-interest = conflicts of interest
topic-notice = notice of meetings
topic-minutes = minutes
topic-two-hats = one person in two seats

unmatched-key = the requirement of { $of } asks for `{ $key }`, which { $kinds } do not have
unmatched-word = the requirement of { $of } asks for `{ $key }` to be `{ $word }`, which it never is
unmatched-step = the requirement of { $of } goes along `{ $step }`, which does not begin at { $kinds }
unmatched-path = the requirement of { $of } looks for { $kinds } at the end of `{ $path }`, which leads to { $found }
unmatched-number = no number lies within the bounds that the requirement of { $of } gives
unmatched-nowhere = the requirement of { $of } counts, and does not say along which relations
unmatched-requirement-help = correct it; which kinds of thing have which keys and relations is in docs/model.md
unmatched-help-accepted = write one of these: { $accepted }
unmatched-number-help = look the numbers up in the source
unmatched-nowhere-help = say it under `via`

unsatisfiable-composition = no list of members of { $body } can satisfy { $size ->
    [0] { $number ->
        [0] { $provisions }
        [one] the seat { $seats }{ $count ->
            [0] { "" }
           *[other] {" "}together with { $provisions }
        }
       *[other] the seats { $seats }{ $count ->
            [0] { "" }
           *[other] {" "}together with { $provisions }
        }
    }
   *[other] the number of members{ $number ->
        [0] { "" }
        [one] , the seat { $seats }
       *[other] , the seats { $seats }
    }{ $count ->
        [0] { "" }
       *[other] {" "}together with { $provisions }
    }
 }{ $cited ->
    [0] { "" }
    [one] {" "}(clause { $clauses })
   *[other] {" "}(clauses { $clauses })
 }
unsatisfiable-composition-part = with this
unsatisfiable-composition-help = look them up in the source: if one is written down wrongly, correct it; if the source contradicts itself, ask whoever issued it which of them gives way
