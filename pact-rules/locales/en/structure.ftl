# What is wrong with the model whatever the terms ask for.

duplicate-id = the id `{ $id }` is given to a second { $kind }
duplicate-id-help = rename one of them; if both mean the same, keep one

reference-label = { $kind } `{ $from }` { $edge } …

dangling-reference = no { $kinds } have the id `{ $id }`
dangling-reference-seat = the body `{ $body }` has no seat `{ $id }`
also-here = also here
misspelt-definition = nothing refers to `{ $meant }`; was it to be called `{ $id }`?
misspelt-definition-label = this is nearly the same, and nothing refers to it
dangling-reference-help = define it, or correct the id; if it is defined in a file that was not read, add the file
dangling-name = no { $kinds } are called `{ $name }` or have this id
dangling-name-help = define it, or correct the name; a register may refer by the id or by the label
dangling-person = nobody in this register is called so
reference-label-rows = { $kind } `{ $from }` { $edge } …, and so in { $more ->
    [one] one more row
   *[other] { $more } more rows
 }
unknown-column = nothing in this column is known (“{ $edge }”): { $kinds } are meant to stand here
unknown-column-label = this and everything else in the column: { $different } different names
unknown-column-help = look whether the heading is the right one; if it is, define the { $kinds }, or add the file in which they are defined
ambiguous-name-help = write the id of the one that is meant: { $paths }
ambiguous-person = several members are called so, and it is not clear which is meant

ambiguous-reference = several things are called `{ $id }`, and it is not clear which is meant
ambiguous-reference-candidate = this { $kind }
ambiguous-reference-help = write where it stands: { $paths }
ambiguous-reference-help-rename = rename one of them

wrong-kind = `{ $id }` ({ $found }) cannot stand here, only { $kinds }
wrong-kind-found = this { $kind }
wrong-kind-help = refer to { $kinds }, or use the key that leads to what you refer to

unknown-concept = no scheme has a concept `{ $id }`
unknown-concept-in = the scheme `{ $scheme }` has no concept `{ $id }`
unknown-concept-help-anywhere = add it to a scheme under `schemes`, or choose one that is there
unknown-concept-help = add it under `schemes` / `{ $scheme }`, or choose one that is there

circular-relation = “{ $edge }” leads back to where it began: { $way }
circular-relation-self = `{ $id }` { $edge } itself
circular-relation-step = `{ $from }` { $edge } `{ $to }`
circular-relation-help = take away one of these references, or turn it round

unused-concept = nothing uses the concept `{ $id }` of the scheme `{ $scheme }`
unused-definition = nothing uses the { $kind } `{ $id }`
unused-definition-help = use it where it was meant to be used, or take it away

contradictory-dates = { $why ->
    [span] the { $kind } `{ $id }` ends ({ $later }) before it begins ({ $earlier })
    [called] the { $kind } `{ $id }` is held ({ $later }) before it is called ({ $earlier })
    [before-body] the { $kind } `{ $id }` is held ({ $later }) before its body exists ({ $earlier })
    [after-body] the { $kind } `{ $id }` is held ({ $earlier }) after its body has ended ({ $later })
    [precedes] the { $kind } `{ $id }` ({ $earlier }) has to come before `{ $other }` ({ $later })
    [taken-at] the { $kind } `{ $id }` has another date than its meeting: { $earlier } and { $later }
   *[target] the { $kind } `{ $id }` has its target ({ $later }) before its baseline ({ $earlier })
 }
contradictory-dates-other = the other date
contradictory-dates-help = find out which of the two dates is wrong

member-without-body = the member `{ $id }` belongs to no body
member-without-body-help = say which: `body`, or in a register the column `body` (`organ`)
member-without-seat = the member `{ $id }` of `{ $body }` has no seat
register-without-seats = this register has no column for the seats of `{ $body }`
register-without-seats-help = add a column `seat` (`plads`) with the id or the label of each member's seat
member-without-seat-help = say which: `seat`, or in a register the column `seat` (`plads`)

member-without-actor = the member `{ $id }` sits on nobody's behalf
member-without-actor-in = the member `{ $id }` in the seat `{ $seat }` sits on nobody's behalf
register-without-actors = this register has no column for the actors that its members represent
register-without-actors-help = add a column `actor` (`aktør`) with the id or the label of each member's actor
member-without-actor-help = say for whom: `actor`, or in a register the column `actor` (`aktør`); whether the member may have the seat depends on it

empty-document = there is nothing in `{ $id }` ({ $kind })
empty-register = there are no members in `{ $file }`
empty-register-help = write a row for each member, or take the register out of the pact
empty-entry = there is nothing in `{ $id }` ({ $kind })
empty-entry-help = say what it is, or take it away
empty-document-help = nothing can be held against an empty document: write at least one entry, or leave the file out

quote-not-in-source = the source does not have the words quoted for the { $kind } `{ $id }`
quote-not-in-source-help = copy the words as they are, misspellings included; what they mean goes into `text`

repeated-reference = `{ $from }` { $edge } `{ $id }` twice
repeated-reference-help = it counts once: take one away, or write the one that was meant

ungoverned-pact = the pact `{ $id }` is held against no terms of reference
ungoverned-pact-help = add `terms:` with the id of the terms; without them nothing is asked of the proposal

terms-not-in-force = { $of ->
    [versions] none of the versions of `{ $terms }` is in force on { $day }: { $why ->
        [ahead] the first is in force from { $from } on
        [between] one was in force until { $to }, and the next is from { $from } on
       *[over] the last was in force until { $to }
     }
   *[terms] `{ $terms }` is not in force on { $day }: { $why ->
        [ahead] it is in force from { $from } on
       *[over] it was in force until { $to }
     }
 }
terms-not-in-force-terms = the terms
terms-not-in-force-help = nothing was judged: judge as of a day on which they are in force (`--as-of`), add the version of that day, or correct their `from` or `to`

wordless-clause = the { $kind } `{ $id }` does not say what it asks
wordless-clause-help = give the words of the source under `quote`, or what it says under `text`

shared-register = this register is named before, and its members belong there; the pact `{ $id }` gets none of them
shared-register-help = give each pact and each body a table of its own, or a column `body`
unclaimed-register = no pact names the register `{ $file }`
unclaimed-register-help = add it to the pact: `registers: [{"{"} file: {$file}, body: … {"}"}]`

repeated-label = the actors `{ $first }` and `{ $again }` are both called “{ $label }”
repeated-label-help = if they are one organisation, use one id for both

unknown-scheme = there is no scheme `{ $scheme }`, so that `{ $id }` means nothing
unknown-scheme-help = define it: `schemes`, and under it `{ $scheme }` with its concepts
misnamed-scheme = concepts are looked for in a scheme `{ $scheme }`, and this one is called `{ $found }`

impossible-size = `{ $id }` is to have at least { $least } and at most { $most } members
impossible-places = the seat `{ $id }` has no place
impossible-bounds = no number lies within the bounds of `{ $id }`, { $least } and { $most }
impossible-by-size = `{ $id }` asks for { $amount } of { $sizes }
impossible-of-which = at least { $amount } members in the seat `{ $id }` are to be of one group, and it has { $places ->
    [one] 1 place
   *[other] { $places } places
 }
impossible-hats = nobody may have a seat: `seats-per-person` under `{ $id }` is 0
impossible-nominations = { $nominators } nominators are to nominate { $names } each for the seat `{ $id }`, and it has { $places ->
    [one] 1 place
   *[other] { $places } places
 }
impossible-term = under `{ $id }` a term lasts at least { $least } and at most { $most }
impossible-count-help = look the numbers up in the source

similar-persons = the members `{ $first }` and `{ $again }` of `{ $body }` are probably one person under two spellings: { $how ->
    [blanks] they differ in blanks
    [case] they differ in letter case
    [punctuation] they differ in blanks and punctuation marks
    [accents] they differ in accents, or in how letters such as å and ø are written
    [order] they differ in the order of the words
    [title] they differ in a title
    [one-letter] they differ by one letter
   *[two-letters] they differ by two letters
 }
similar-persons-other = the other spelling
similar-persons-help = if they are one person, write the same in both places; if they are two, add what tells them apart, such as their office

contradictory-gender = in `{ $body }` the members `{ $first }` and `{ $again }` are one person, of whom both { $one } and { $other } are said
contradictory-gender-other = here it is said otherwise
contradictory-gender-help = find out which of the two is right, or tell the people apart under `person`
