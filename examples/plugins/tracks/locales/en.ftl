# Rule `track-has-initiative`.

no-initiative = { $pact } has no initiative on the track { $track }
no-initiative-help = let an initiative say `reaches` with this track, or add one
no-track = there is no track `{ $track }` in the documents
no-track-help = name under `tracks` in the configuration the concepts that are the tracks

# Rule `required-partners`.

no-partner = in no partnership of { $pact } is there a partner of the category { $category }
no-partner-help = add a partner of this category; if one is there already, give the actor its `category`
no-category = there is no category `{ $category }` in the documents
no-category-help = name under `partners` in the configuration the categories that have to take part

# What is seen at a place.

is-track = has no initiative
is-on-track = is on the track
is-category = nobody belongs to it
takes-part = takes part
leads-nowhere = refers to something that is not there
