# Representation: what to do.

unfilled-seat-help = have a member appointed to it, and add the member
unfilled-seat-help-move = nobody new is needed: it can be filled if { $members } change seats; `pact suggest` shows how
unfilled-seat-help-shared = { $seats } have { $places } places between them, and whoever on the register may fill them ({ $people }) can fill { $can }: have one more member appointed who may fill one of these seats
overfilled-seat-help = give whoever has left a last day (`to`), or whoever stands in for another the role `alternate`; if the source gives more places, correct `places`
absent-seat-help = give the member a last day (`to`), or another seat; if the seat is there, correct its `from`, its `to` or what stands under its `when`
ineligible-member-help = have somebody appointed on behalf of an actor that the seat is open to; if this actor is one, give it its category or region
wrong-nominator-help = have a member nominated by whoever may; if `nominated-by` is a slip, correct it
two-seats-help = have another person appointed to one of the seats; if two are in order, let a clause of the terms say so (`topic: two-hats`)
shared-seat-help = have one of them replaced by a member from another
wrong-size-help = hold the list of members against the terms: add who is missing, take out who is too many
unrepresented-policy-area-help = have a member from it appointed; if one of them works in it, say so under `policy-area` of the actor or its category
outsider-in-working-group-help = choose somebody from the group that set it up; if both are one person, write `person` the same way in both places
broken-quota-help = fill the open places so that the number comes right, or say of the members what makes them count (`gender`, `is`, the category of the actor)
uneven-parity-help = appoint members of the smaller group, or replace members of the larger one; if a difference is in order, let the terms say so (`within`)
incomplete-nomination-help = have those nominate who are missing, and add them under `nominated-by` of the member
wrong-appointer-help = have the right one appoint; if `appointed-by` is a slip, correct it
vacant-office-help = have the office filled by one of those who may, and give that member the role (`role: chair`, `role: deputy`)
incompatible-seats-help = have another person appointed to one of the seats
unfit-member-help = have somebody appointed who is what the seat asks for; if the member is it, say so (`is`, `gender`)
missing-alternate-help = have an alternate appointed who may stand in, with `role: alternate` and the member under `stands-in-for`; where nobody may, take the alternate off the list
term-out-of-bounds-help = correct `from` or `to` of the member; if they are right, the term has to change, or somebody else be appointed
term-past-event-help = give the member a last day (`to`) that the event allows, and have a successor appointed
terms-end-together-help = give some of these members an earlier or a later last day (`to`)
term-ends-before-meeting-help = prolong the term (`to`), or have a successor appointed to the seat
lasting-vacancy-help = have a successor appointed, and add the member with the day under `from`; a limit that has passed can only be waived (`waivers`)
irreconcilable-provisions-help = hold these against each other: if members stand in the way, one has to be replaced; else the terms have to be changed
