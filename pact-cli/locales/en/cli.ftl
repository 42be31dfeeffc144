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

# Where {"\u00A0"} stands, what is on its two sides stays on one line.
cli-holds = Holds: every rule that ran is kept (exit{"\u00A0"}code{"\u00A0"}{ $code }).
cli-holds-with-findings = Holds: there are no errors, and warnings and notes do not decide (exit{"\u00A0"}code{"\u00A0"}{ $code }).
cli-fails-errors = Fails because of the { $errors ->
    [one] error
   *[other] { $errors } errors
 } (exit{"\u00A0"}code{"\u00A0"}{ $code }).
cli-holds-final = { $waiting ->
    [0] Holds: of what must be met and can be checked, nothing is missing (exit{"\u00A0"}code{"\u00A0"}{ $code }).
    [one] Holds so far: of what must be met nothing is found to be missing, but 1 clause or element is open or awaits an attestation (exit{"\u00A0"}code{"\u00A0"}{ $code }).
   *[other] Holds so far: of what must be met nothing is found to be missing, but { $waiting } clauses or elements are open or await an attestation (exit{"\u00A0"}code{"\u00A0"}{ $code }).
 }
cli-holds-draft = { $waiting ->
    [0] Holds as a draft: nothing is contrary to the terms (exit{"\u00A0"}code{"\u00A0"}{ $code }).
    [one] Holds as a draft: nothing is contrary to the terms; 1 clause or element is open or awaits an attestation (exit{"\u00A0"}code{"\u00A0"}{ $code }).
   *[other] Holds as a draft: nothing is contrary to the terms; { $waiting } clauses or elements are open or await an attestation (exit{"\u00A0"}code{"\u00A0"}{ $code }).
 }
cli-fails-clauses = { $clauses ->
    [one] Fails: 1 clause or element is not met (exit{"\u00A0"}code{"\u00A0"}{ $code }).
   *[other] Fails: { $clauses } clauses or elements are not met (exit{"\u00A0"}code{"\u00A0"}{ $code }).
 }
cli-fails-both = Fails: { $clauses ->
    [one] 1 clause or element is not met
   *[other] { $clauses } clauses or elements are not met
 }, and there { $errors ->
    [one] is 1 other error
   *[other] are { $errors } other errors
 } (exit{"\u00A0"}code{"\u00A0"}{ $code }).
cli-undecided-clause = Undecided: { $clauses ->
    [one] 1 clause or element
   *[other] { $clauses } clauses or elements
 } could not be judged, so nobody can say that the whole holds (exit{"\u00A0"}code{"\u00A0"}{ $code }).
cli-undecided-nothing = Undecided: no terms of reference and no pact could be read, so there was nothing to check (exit{"\u00A0"}code{"\u00A0"}{ $code }).
cli-undecided-unheld = Undecided: there are terms of reference and a proposal, and the proposal is not held against them; name them under `terms` in the proposal (exit{"\u00A0"}code{"\u00A0"}{ $code }).
cli-undecided-unread = Undecided: something could not be read, so nobody can say that the whole holds (exit{"\u00A0"}code{"\u00A0"}{ $code }).
cli-undecided-check = Undecided: a check could not be carried out, so nobody can say that the whole holds (exit{"\u00A0"}code{"\u00A0"}{ $code }).
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

cli-verdict-met = met
cli-verdict-unmet = not met
cli-verdict-unused = not taken up
cli-verdict-open = open
cli-verdict-attest = awaits attestation
cli-verdict-explained = explained
cli-verdict-waived = waived
cli-verdict-inapplicable = not applicable
cli-verdict-silent = silent
cli-verdict-error = cannot be judged

cli-force-must = must
cli-force-should = should
cli-force-may = may
cli-force-must-not = must not
cli-force-constitutive = lays down
cli-force-context = context

cli-topic-chair = chair
cli-topic-quorum = quorum
cli-topic-voting = voting
cli-topic-alternates = alternates
cli-topic-gender-balance = gender balance
cli-topic-conflicts-of-interest = conflicts of interest
cli-topic-notice = notice of meetings
cli-topic-minutes = minutes
cli-topic-two-hats = one person in several seats

cli-standing-counts = counts
cli-standing-expiring = counts, but lapses soon
cli-standing-idle = has nothing to settle
cli-standing-obligation = does not count: what must be met cannot be explained away
cli-standing-lapsed = does not count: it has lapsed
cli-standing-ahead = does not count yet
cli-standing-unauthorised = does not count: whoever gave it is not entitled to
cli-standing-malformed = does not count: it does not say { $flaws }
cli-standing-nowhere = does not count: it is about nothing
cli-flaw-by = who gave it
cli-flaw-on = when
cli-flaw-reason = why
cli-flaw-reference = what, or where it can be read
cli-flaw-decision = by which decision that was taken
cli-flaw-until = until when

cli-quoted = “{ $text }”
cli-case = { $pact }, held against { $terms }{ $stage ->
    [draft] , judged as a draft
   *[final] {""}
 }{ $day ->
    [none] {""}
   *[other] {" "}as of { $day }
 }:
cli-note-silent = says nothing that can be checked
cli-no-case = No proposal was held against terms of reference, so no clause was judged: a proposal names its terms under `terms`.
cli-no-clauses = The terms have no clauses and no elements.
cli-none-selected = No clause and no element is as asked for.
cli-and-more = and { $count } more
cli-binds = binds { $ids }
cli-label-evidence = Evidence
cli-label-missing = Outstanding
cli-totals = { $count } judged: { $verdicts }.
cli-silent-topics = The terms { $terms } say nothing on: { $topics }.

cli-list-fails = To be put right ({ $count }):
cli-list-should = To be followed or explained ({ $count }); a reason goes under `explanations`:
cli-list-error = Cannot be judged ({ $count }); something could not be read:
cli-list-attest = Awaiting an attestation ({ $count }); it goes under `attestations` once given:
cli-list-open = Open ({ $count }); facts are missing, or it can still be met:
cli-list-silent = Has to be met, but only people can tell whether it is ({ $count }): { $ids }
cli-more-ledger = Every clause: { $command }
cli-more-clause = More about { $clause }: { $command }

cli-column-pact = Proposal
cli-column-clause = Clause
cli-column-part-of = Part of
cli-column-force = Force
cli-column-binds = Binds
cli-column-verdict = Verdict
cli-column-text = Text
cli-column-evidence = Evidence
cli-column-missing = Outstanding
cli-column-remarks = Remarks
cli-column-basis = Basis

cli-no-agent = no body and no actor has the id `{ $id }`
cli-no-agent-but = no body and no actor has the id `{ $id }`; did you mean `{ $meant }`?

cli-same-person = is the same person as
cli-label-settled = Otherwise outstanding
cli-label-findings = Findings
cli-label-exceptions = Attestations, explanations and waivers
cli-label-parts = Parts
cli-label-relations = Relations
cli-label-others = Other findings on the same clause
cli-explain-clause = { $clause } of { $terms }
cli-explain-source = Source: { $place }
cli-explain-file = File: { $place }
cli-explain-key = Key: { $key }
cli-explain-standing = Standing: { $standing }
cli-explain-interpreted = Read so because: { $why }
cli-explain-unjudged = No proposal was held against these terms, so there is no verdict.
cli-explain-verdicts = Where it counts in the verdicts on { $pact }:
cli-explain-fingerprint = Fingerprint: { $fingerprint }
cli-explain-rule = Rule { $rule }: { $summary }
cli-explain-cited = { $clause }: { $verdict } in { $pact }
cli-explain-incomplete = something could not be read, so this may not be all; `pact check` says what
cli-unknown = there is no rule, clause, node or finding `{ $what }`; `pact graph` lists what the documents speak of, `pact rules` the rules
cli-unknown-but = there is no rule, clause, node or finding `{ $what }`; did you mean `{ $meant }`?
cli-unknown-nothing-read = there is no rule `{ $what }`, and no document was found in which to look for it; give the files after it
cli-ambiguous = `{ $what }` is the id of { $count } things: did you mean { $candidates }?
