# Elements: what to do.

uncovered-element-help = name it under `covers` where the proposal deals with it, or say under `explanations` why it does not
missing-level-help = let an initiative reach it (`reaches`), or say under `explanations` why it is left out
uncovered-part-help = name the part under `covers` where the proposal deals with it, or say under `explanations` why it does not
partnership-without-area-help = win a partner from it and name it under `partners`; if a partner works in it already, say so under `policy-area` of the actor or its category
one-sided-partnership-help = win a partner of that kind and name it under `partners`
