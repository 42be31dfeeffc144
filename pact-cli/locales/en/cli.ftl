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
cli-undecided-not-in-force = Undecided: the terms of reference are not in force on the day as of which is judged, so nothing was held against them (exit{"\u00A0"}code{"\u00A0"}{ $code }).
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

cli-and = and
cli-or = or
cli-and-others = and more
cli-others = { $count } others
cli-term-from = from { $from }
cli-term-to = until { $to }
cli-of-category = actors of category { $category }
cli-of-region = actors from { $region }
cli-in-region = { $who } from { $region }
cli-ask-more = { $count } more
cli-ask = { $how ->
    [one-of] Ask: { $who }
    [each] Ask each of: { $who }
    [jointly] Ask: { $who }, who nominate jointly
    [appoint] Ask: { $who }, who appoints
    [eligible] Open to: { $who }
    [of-body] Members come from: { $who }
   *[co-opted] The body itself chooses
 }{ $fallbacks ->
    [0] {""}
   *[other] ; if they do not agree: { $fallback }
 }
cli-nominators = { $how ->
    [each] nominated by each of { $who }
    [jointly] nominated jointly by { $who }
   *[one-of] nominated by { $who }
 }

cli-seats-heading = { $body } · { $filled } of { $places ->
    [one] 1 place
   *[other] { $places } places
 } filled{ $open ->
    [0] {""}
   *[other] {" "}· { $open } open
 }{ $stage ->
    [draft] {" "}· judged as a draft
   *[final] {""}
 }{ $day ->
    [none] {""}
   *[other] {" "}· as of { $day }
 }
cli-seats-heading-seatless = { $body } · { $members ->
    [one] 1 member
   *[other] { $members } members
 }{ $stage ->
    [draft] {" "}· judged as a draft
   *[final] {""}
 }{ $day ->
    [none] {""}
   *[other] {" "}· as of { $day }
 }
cli-seat-places = { $seat }, { $places } places
cli-seat-open = { $how ->
    [optional] empty, and may stay so
    [unsure] not known whether the seat is there
   *[open] { $places ->
        [1] open
       *[other] { $vacant } of { $places } places open
     }
 }
cli-seat-found = found
cli-seat-alternates = { $count ->
    [one] alternate
   *[other] alternates
 }: { $alternates }
cli-office-chair = chair
cli-office-deputy = deputy chair
cli-seats-open = Open seats
cli-seats-filled = Filled seats
cli-seats-spare = Other seats
cli-seats-without = Members without a seat
cli-seats-members = Members
cli-seats-observers = Observers
cli-seats-alternates = Alternates for any member
cli-seats-laws = Numbers, quotas and other provisions
cli-seats-shortages = Why places cannot be filled
cli-seats-legend-found = found: the register gives no seat, and this one is open to the member.
cli-shortage = { $count ->
    [one] { $seats } has { $places ->
        [one] 1 place
       *[other] { $places } places
     }
   *[other] { $seats } have { $places } places
 }; { $people ->
    [0] nobody on the register may fill { $places ->
        [one] it
       *[other] any of them
     }
    [one] only 1 person on the register may fill them: { $named }
   *[other] only { $people } people on the register may fill them: { $named }
 }{ $helds ->
    [0] {""}
   *[other] , apart from { $held }, for whom no move was found that breaks nothing else
 }{ $fewer ->
    [yes] ; together they can fill { $can }
   *[no] {""}
 }{ $smallest ->
    [yes] ; with any one of these seats left out there would be enough
   *[no] {""}
 }
cli-law-elsewhere = see above
cli-law-size = Number of members
cli-law-quota = Quota
cli-law-hats = Several seats for one person
cli-law-chair = Chair
cli-law-deputy = Deputy chair
cli-law-alternates = Alternates
cli-law-tenure = Terms of office
cli-law-vacancies = Vacancies
cli-law-quorum = Quorum
cli-law-notice = Notice of meetings
cli-law-unread = A provision that could not be read
cli-no-bodies = No body has seats, members or provisions on its composition.
cli-no-body = no body has the id `{ $id }`
cli-no-body-but = no body has the id `{ $id }`; did you mean `{ $meant }`?

cli-column-body = Body
cli-column-seat = Seat
cli-column-seat-label = Name of the seat
cli-column-state = State
cli-column-places = Places
cli-column-nominators = Nominators
cli-column-member = Member
cli-column-actor = On behalf of
cli-column-name = Name
cli-column-office = Office
cli-column-alternates = Alternates
cli-column-term = Term
cli-column-from = From
cli-column-to = To
cli-state-open = open
cli-state-optional = may stay empty
cli-state-filled = filled
cli-state-found = filled (found)
cli-state-member = member
cli-state-seatless = member without a seat
cli-state-observer = observer
cli-state-alternate = alternate

cli-suggest-heading = { $body } · { $steps ->
    [0] { $sure ->
        [yes] nothing to do
       *[no] nothing found to do, but not everything could be judged
     }
    [one] 1 thing to do
   *[other] { $steps } things to do
 }{ $stage ->
    [draft] {" "}· judged as a draft
   *[final] {""}
 }{ $day ->
    [none] {""}
   *[other] {" "}· as of { $day }
 }
cli-suggest-appoint = Appoint { $people ->
    [one] 1 more person
   *[other] { $people } more people
 } for { $seats }
cli-suggest-move = { $how ->
    [enter] give { $member } the seat { $to }
    [leave] { $member } has to leave the seat { $from }
   *[move] move { $member } from { $from } to { $to }
 }
cli-suggest-if = If for { $seat }: { $mores ->
    [0] {""}
   *[other] { $more }
 }{ $fewers ->
    [0] {""}
   *[other] { $mores ->
        [0] {""}
       *[other] ; {""}
     }not needed then: { $fewer }
 }
cli-suggest-unseated = The register gives this member no seat
cli-suggest-because = Why: { $why }
cli-suggest-under = Under { $clauses }
cli-suggest-ask-for = { $ask } ({ $seats })
cli-suggest-breaks = With these changes something is no longer met: { $why }
cli-suggest-find-out = Find out for { $members } whether they count for { $law }
cli-suggest-topic-seats = Fill the seats
cli-suggest-topic-numbers = Keep to numbers and shares
cli-suggest-topic-facts = Facts that are missing
cli-suggest-topic-nominations = Put nominations and appointments right
cli-suggest-topic-offices = Chair and deputy
cli-suggest-topic-hats = One person in several seats
cli-suggest-topic-terms = Terms of office
cli-suggest-topic-alternates = Alternates
cli-suggest-topic-meetings = Meetings
cli-suggest-topic-unread = Put right what could not be read
cli-suggest-topic-other = Other matters

cli-model-incomplete = { $body }: not everything that the terms ask for went into this list; fill in the names and hold it against the terms with `pact seats`
cli-model-conflict = { $body }: no list of members can satisfy all of these: { $parts }
cli-model-undecided = { $body }: whether any list of members satisfies the terms could not be told
cli-model-too-large = { $body }: a list would have { $number } members; a list of more than { $most } is not written
cli-model-title = A list of members that satisfies the terms
cli-model-head =
    Members who would satisfy the terms, to begin with. Who they are is left out: fill in `person`, `from` and `to`.
    Where an actor is called `new-…`, put the actor that is meant in its place. Correct the title and the level.
cli-model-nothing = no body with seats, a size or quotas was found

# pact plugin

cli-plugin-unreadable = { $file } could not be read
cli-plugin-unusable = { $file } cannot be used as a plugin
cli-plugin-too-large = { $file } is larger than a plugin may be ({ $most } MiB)
cli-plugin-unwritten = { $file } could not be written
cli-plugin-manifest = { $file } could not be read
cli-plugin-no-manifest = there is no pact.toml in { $folder }; `pact init` makes one, and --to names another folder
cli-plugin-known = another file of the plugin { $id } is there already; `pact plugin update { $id } FILE` puts this one in its place
cli-plugin-unknown = pact.toml names no plugin { $id }; `pact plugin list` shows those that it does
cli-plugin-other = the plugin in the file calls itself { $found }, not { $id }
cli-plugin-current = The plugin { $id } is the one that was agreed to.
cli-plugin-nobody-to-ask = nobody can be asked here; look at what the plugin asks to see, and say --yes if you agree
cli-plugin-agree = May it see this, and decide here? [y/N]
cli-plugin-refused = Nothing was changed.
cli-plugin-added = Added { $id } ({ $path }) to pact.toml and pact.lock. Check both in with the file.
cli-plugin-removed = Took { $id } out of pact.toml and pact.lock. The file ({ $path }) is still there. Clauses that are left to it are in error from now on.
cli-plugin-none = pact.toml names no plugins.
cli-plugin-state = { $state ->
    [pinned] as agreed
    [changed] NOT RUN: the file has changed; pact plugin update
    [unpinned] NOT RUN: nobody has agreed to it; pact plugin add
   *[unusable] NOT RUN: the file cannot be used; pact plugin inspect
 }
cli-plugin-version = Version { $now }; so far { $before }.
cli-plugin-more = Asks to see more: { $names }
cli-plugin-less = No longer asks to see: { $names }
cli-plugin-made = { $count ->
    [0] Licence { $license }
   *[other] { $authors } · Licence { $license }
 }
cli-plugin-rules = Rules
cli-plugin-decides = (decides clauses)
cli-plugin-sees = Asks to see, in your documents
cli-plugin-kinds = kinds: { $names }
cli-plugin-attributes = attributes: { $names }
cli-plugin-relations = relations: { $names }
cli-plugin-ledger = the ledger: what clauses ask, how proposals come out, and what they lack
cli-plugin-personal = PERSONAL DATA: { $names }
cli-plugin-interpreter = It brings an interpreter along, which is given a clock that stands still and an empty environment.
cli-plugin-nothing-else = Nothing else: no other files, no network, no clock.
cli-plugin-settings = Settings
cli-plugin-default = , { $value } where nothing is said
cli-plugin-file = { $kilobytes } KiB, { $functions } functions, boundary { $abi }, speaks { $languages }

# pact plugin new

cli-plugin-no-name = { $name } cannot be the id of a plugin: small letters, digits and hyphens, a letter first, 64 at most
cli-plugin-new-failed = the project could not be written into { $folder }
cli-plugin-sdk-rust = --sdk says where a crate is; a plugin in { $language } has what it needs in its own folder
cli-plugin-sdk-missing = there is no crate in { $folder }; --sdk takes the folder of pact-plugin (pact-plugins/sdk in pact's repository) or the address of a Git repository
cli-plugin-new = Wrote the plugin { $id } in { $language } to { $folder } ({ $count } files). Its README says what to install. Then:

# pact plugin build

cli-plugin-no-source = there is no Cargo.toml, app.py or app.js in { $folder }; `pact plugin new` makes a project
cli-plugin-several-sources = { $folder } has { $files }: a plugin is written in one language; take away what does not belong to it
cli-plugin-no-tool = { $tool } is not there; to install it: { $install }
cli-plugin-tool = { $tool } could not be run: { $reason }
cli-plugin-tool-failed = { $tool } did not go through; what it said stands above
cli-plugin-no-target = the compiler has no target { $target }; to install it: { $install }
cli-plugin-no-cdylib = Cargo.toml makes no library that could become a plugin; under [lib], write crate-type = ["cdylib", "rlib"]
cli-plugin-no-sdk = the registry does not have the crate pact-plugin; in Cargo.toml, write pact-plugin = { "{" } path = "…/pact-plugins/sdk" { "}" } with the path to it in pact's repository
cli-plugin-problems = { $count ->
    [one] the project in { $folder } has a mistake
   *[other] the project in { $folder } has { $count } mistakes
 }
cli-plugin-not-packed = { $file } could not be put together
cli-plugin-leak = { $file } tells everybody who has it of the folder { $path }
cli-plugin-built = Wrote { $file } ({ $language }, { $kilobytes } KiB).
cli-plugin-next = Next: { $command }

# pact plugin test

cli-plugin-not-built = there is no { $file } yet; first: { $command }
cli-plugin-stale = { $file } was built of other files than those of the project now; first: { $command }
cli-plugin-no-cases = there are no cases in { $folder }; a case is a folder there, with a case.json and documents
cli-plugin-no-case = there is no case { $name } in { $folder }
cli-plugin-case-empty = (no documents)
cli-plugin-case-large = ({ $count } nodes)
cli-plugin-trial-told = findings: { $findings }, outcomes: { $outcomes }, fuel: { $fuel }, calls: { $calls }
cli-plugin-trial-blessed = what is expected was written down anew
cli-plugin-trial-unread = part of its documents cannot be read; `pact check` says which
cli-plugin-trial-failed = no answer: { $reason }
cli-plugin-trial-rejected = as a check among the rules: { $reason }
cli-plugin-trial-again = asked again, it answers otherwise: it must depend on nothing but the documents, the configuration and the day
cli-plugin-trial-again-failed = asked again, it does not answer: { $reason }
cli-plugin-trial-fuel = asked again, it needs { $second } of fuel, and { $first } before: it must do the same each time
cli-plugin-trial-turned = with the entries of its documents in another order it answers otherwise: the order of the nodes must not matter
cli-plugin-trial-turned-failed = with the entries of its documents in another order it does not answer: { $reason }
cli-plugin-trial-unanswered = the rule { $rule } decides, and has no outcome for { $clause }: every question needs one, if only `open`
cli-plugin-trial-differs = it answers otherwise than expected
cli-plugin-trial-unexpected = nobody wrote down what is expected; --bless writes this down
cli-plugin-trial-wordless = the message { $id } speaks of { $value } in `{ $language }`, and is said without it
cli-plugin-trial-missing = expected:
cli-plugin-trial-surplus = found:
cli-plugin-trial-more = … and { $count } more
cli-plugin-trial-diary = It wrote in its diary:
cli-plugin-silent = { $count ->
    [one] No case shows what the rule { $rules } finds.
   *[other] No case shows what these rules find: { $rules }.
 }
cli-plugin-tested = { $failed ->
    [0] { $count ->
        [one] It was tried once, and all is well.
       *[other] It was tried { $count } times, and all is well.
     }
   *[other] { $failed } of { $count } did not come out as they should.
 }

# pact plugin bench

cli-plugin-bench-compile = compile
cli-plugin-bench-load = load from the cache
cli-plugin-bench-nodes = nodes
cli-plugin-bench-time = time
cli-plugin-bench-fuel = fuel
cli-plugin-bench-memory = memory
cli-plugin-bench-calls = calls
cli-plugin-bench-findings = findings
cli-plugin-bench-failed = { $nodes } nodes: { $reason }
cli-plugin-bench-note = Time is that of this machine, in the median. Fuel, memory and calls to the host are the same on every machine. With 0 nodes, it is what beginning costs.
