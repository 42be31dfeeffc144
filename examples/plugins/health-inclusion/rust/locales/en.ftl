# Rule `explored`.

not-explored = { $pact } does not explore whether health can be part of it ({ $element })
not-explored-help = let an initiative that looks into it say `covers` with this element; or say no with a reason, under `explanations`
no-reason = the decision { $decision } leaves health out and gives no reason ({ $element })
no-reason-help = name under `sources` where the reason can be read, or write it under `explanations`

# Rule `reaches-health-system`.

no-objective = { $pact } takes health in without an objective for it ({ $element })
no-objective-help = let the objective that is meant say `covers` with this element
no-partnership = { $pact } takes health in without a partnership that carries it ({ $element })
no-partnership-help = add a partnership whose `for` names the objective or an initiative that contributes to it
no-health-actor = { $number ->
    [one] nobody in the partnership { $partnerships } belongs to the health system
   *[other] nobody in the partnerships { $partnerships } belongs to the health system
 }
no-health-actor-help = add a partner of the health system; if there is one already, give it a `category` that counts as health
no-category-help = none of the categories that count as health is in the documents: name those that do under `health-categories` in the configuration

# Both.

no-element = the terms of { $pact } have no element `{ $element }`
no-element-help = name under `element` in the configuration the element that asks whether health can be part

# What is seen at a place.

asks-for-it = asks whether health can be part
covers-element = covers it
says-why-not = says no, with a reason
takes-in = takes health in
leads-nowhere = refers to something that is not there
is-objective = is an objective for health
is-partnership = carries it
is-health-actor = belongs to the health system
