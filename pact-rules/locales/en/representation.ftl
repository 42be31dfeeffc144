# Representation: what to do.

unfilled-seat-help = have a member appointed to it, and add the member
overfilled-seat-help = give whoever has left a last day (`to`), or whoever stands in for another the role `alternate`; if the source gives more places, correct `places`
ineligible-member-help = have somebody appointed on behalf of an actor that the seat is open to; if this actor is one, give it its category or region
wrong-nominator-help = have a member nominated by whoever may; if `nominated-by` is a slip, correct it
two-seats-help = have another person appointed to one of the seats; if two are in order, let a clause of the terms say so (`topic: two-hats`)
shared-seat-help = have one of them replaced by a member from another
wrong-size-help = hold the list of members against the terms: add who is missing, take out who is too many
unrepresented-policy-area-help = have a member from it appointed; if one of them works in it, say so under `policy-area` of the actor or its category
outsider-in-working-group-help = choose somebody from the group that set it up; if both are one person, write `person` the same way in both places
