# What the plugin says. The code names a message and gives it values; no sentence stands in the code.

no-owner = the objective { $objective } has no owner
no-owner-help = say under `owner` who answers for it

# What is seen at a place.
has-owner = has an owner
