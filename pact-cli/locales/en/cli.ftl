# What the command line itself says.

cli-level-error = error
cli-level-warning = warning
cli-level-note = note
cli-level-help = help

cli-cell = cell { $cell }
cli-at = the place is { $place }
cli-in-line = line { $line }: { $label }
cli-more-places = and { $count ->
    [one] one more place
   *[other] { $count } more places
 }
cli-suggested-change = a change that would mend it
cli-check-failed = a check could not be carried out: { $reason }

cli-no-findings = No findings.
cli-counts = Found: { $errors ->
    [one] 1 error
   *[other] { $errors } errors
 }, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
 } and { $notes ->
    [one] 1 note
   *[other] { $notes } notes
 }.
cli-looked-at = Looked at: { $files ->
    [one] 1 file
   *[other] { $files } files
 } with { $nodes ->
    [one] 1 node
   *[other] { $nodes } nodes
 } and { $edges ->
    [one] 1 relation
   *[other] { $edges } relations
 }; { $rules ->
    [one] 1 rule
   *[other] { $rules } rules
 } ran.
cli-looked-at-as-of = Looked at: { $files ->
    [one] 1 file
   *[other] { $files } files
 } with { $nodes ->
    [one] 1 node
   *[other] { $nodes } nodes
 } and { $edges ->
    [one] 1 relation
   *[other] { $edges } relations
 }; { $rules ->
    [one] 1 rule
   *[other] { $rules } rules
 } ran, as of { $day }.

cli-holds = Holds: every rule that ran is kept (exit code { $code }).
cli-holds-with-findings = Holds: there are no errors, and warnings and notes do not decide (exit code { $code }).
cli-fails = Fails because of the { $errors ->
    [one] error
   *[other] { $errors } errors
 } (exit code { $code }).
cli-undecided-nothing = Undecided: no terms of reference and no pact could be read, so there was nothing to check (exit code { $code }).
cli-undecided-unread = Undecided: something could not be read, so nobody can say that the whole holds (exit code { $code }).
cli-undecided-check = Undecided: a check could not be carried out, so nobody can say that the whole holds (exit code { $code }).
cli-structure-only = Only the structure is checked. Whether the proposal meets the clauses of its terms is not judged by this version.
cli-nothing-found = No document was found: give the files, or begin with `pact init`.
cli-explain = More about a rule: pact explain { $rule }

cli-rule-facts = Level: { $level } · Group: { $group ->
    [document] documents
    [structure] structure
   *[other] { $group }
 } · Since: { $since }

cli-graph-total = { $nodes ->
    [one] 1 node
   *[other] { $nodes } nodes
 }, { $edges ->
    [one] 1 relation
   *[other] { $edges } relations
 }.
cli-graph-incomplete = something could not be read, so the graph has holes; `pact check` says what

cli-init-wrote = Wrote:
cli-init-manifest = what belongs together in this folder
cli-init-terms = the terms of reference
cli-init-pact = the proposal that is held against them
cli-init-members = the members, as a spreadsheet
cli-init-next = Write in them what is yours, then check: { $command }
cli-init-taken = `{ $file }` is there already; nothing was written
cli-init-failed = the skeleton could not be written into `{ $folder }`
