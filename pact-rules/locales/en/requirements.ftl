# What is asked for and no other rule tells: what to do.

unmet-requirement-help = add what is missing, or take away what must not be there; what only should be done can be explained, and a waiver needs whoever may give it

missing-attestation-help = ask them to look at it; if they vouch for it, add an attestation with `clause: { $clause }`, who, when, and what or where it can be read

missing-ruling-help = { $why ->
    [missing] add the plugin with `pact plugin add`, or have the clause decided by a requirement that is built in
    [undecisive] name a rule of the plugin that decides (`pact plugin inspect` lists them), or take the requirement away
   *[failed] look at what the plugin says; if its configuration is right, tell its author. The clause counts as met only when the plugin says so
 }

open-question-help = find out what is missing and add it; if its day has not come, look again after it
