# What is wrong with a file before anything is made of it.

did-you-mean-one-of = did you mean { $words }?
did-you-mean = did you mean `{ $word }`?
first-here = first here

unreadable-file = { $reason ->
    [missing] there is no file `{ $file }`
    [directory] `{ $file }` is a folder, not a file
    [not-a-file] `{ $file }` is neither a file nor a folder
    [refused] `{ $file }` cannot be opened: { $detail }
    [absolute] `{ $file }` does not lie beside the document that names it
    [not-text] `{ $file }` is not a text file: what stands in line { $line } is no text
   *[unknown-format] `{ $file }` does not say what is in it
 }
unreadable-file-help = { $reason ->
    [missing] { $named ->
        [document] correct the path; it is relative to the file that names it
       *[other] correct the path
    }
    [absolute] name files by a path relative to the document
    [unknown-format] { $named ->
        [document] a source ends in .txt or .md, a register in .csv or .tsv; save a text document as .txt
       *[other] terms and pacts end in .yaml or .json, registers in .csv, sources in .txt
    }
    [directory] give the files in the folder, or the folder itself to `pact check`
    [not-a-file] save what it gives as a file, or pipe it in as `-`
    [refused] see to it that the file may be read
    [not-text] save it as UTF-8; from a spreadsheet as “CSV UTF-8”
   *[other] save it as what it is
 }

syntax-error = { $problem ->
    [quote] a quotation mark is not closed here, or something follows it
    [bracket] a bracket or a brace is not closed here, or a comma is missing
    [colon] a colon stands where no key can be, or is missing after a key
    [indentation] this line does not begin under the lines it belongs to
    [tab] a tab stands here; only spaces may
    [character] this character cannot stand here
   *[other] the file cannot be read from here on ({ $words })
 }
syntax-error-second-document = a second document begins here; a file holds one
syntax-error-alias = this alias (`*…`) has no anchor (`&…`) before it
syntax-error-second-document-help = put each document into a file of its own
syntax-error-alias-help = write the text out, or put it between quotation marks if it begins with `*`
syntax-error-help = { $problem ->
    [quote] close the quotation mark; inside one, write it twice ('') or with \ before it (\")
    [bracket] look for the bracket that was opened last, here or in the lines before
    [colon] put a text that holds a colon between quotation marks, and look whether the line is indented as it should be
    [indentation] begin it as far in as the lines it belongs to
    [tab] replace the tab by spaces
    [character] put a text that begins with @, %, `, & or * between quotation marks
   *[other] look here and in the line before for quotation marks, colons, tabs and uneven indentation
 }

limit-exceeded = { $limit ->
    [file-bytes] `{ $file }` is larger than { $most } bytes
    [depth] lists and entries are nested more than { $most } deep
    [scalar-bytes] this text is longer than { $most } bytes
    [values] `{ $file }` has more than { $most } values
    [entries] the documents have more than { $most } entries between them
   *[alias-values] aliases repeat more than { $most } values
 }
limit-exceeded-help = nothing in this file was checked; split it, or write out what aliases repeat

empty-file = there is nothing in `{ $file }`
empty-file-help = write the document, or take the file out of the folder; `pact init` writes a skeleton

unknown-document = this file does not say what it is: it lacks { $accepted }
second-workspace = `{ $file }` is a second manifest, and a run has one
second-workspace-help = check one folder at a time
two-documents = this file says that it is terms and a pact
two-documents-help = put the terms into a file of their own; a pact names them: `terms: ID`
unknown-workspace-help = begin `pact.toml` with `workspace = 1`
unknown-document-help = begin terms of reference with `terms: 1`, a pact or a proposal with `pact: 1`; list the documents in `pact.toml` if this file is none of them

unsupported-version = version `{ $found }` of the document language is not known
unsupported-version-help = { $quoted ->
    [quoted] write { $supported } without quotation marks
   *[other] write { $supported }, or use a newer version of pact
 }

unknown-key = there is no key `{ $key }` here
unknown-key-no-heading = this row names no column of a register
unknown-key-no-heading-help = begin the table with a row of headings such as id, person, seat, actor; take away titles above it
unknown-key-unnamed = this column has no heading, so what stands in it is not read
unknown-key-unnamed-help = give the column a heading, or empty it
unknown-key-glued = a blank is missing after the colon: write `{ $meant }`
unknown-key-help = the keys here are { $accepted }

duplicate-key = `{ $key }` stands here for the second time
duplicate-key-help = only one of the two can be meant: rename one, or make one of the two

missing-key = `{ $key }` is missing
missing-key-help = add `{ $key }: …`, { $expected ->
    [text] a text
    [string] a text
    [reference] an id
    [references] an id or a list of ids
    [count] a whole number
    [boolean] `true` or `false`
    [date] a date such as 2018-03-19
    [entry] an entry with keys of its own
    [entries] entries, each under its id
    [list] a list
    [choice] one of { $words }
    [amount] a number or a share such as 40 %
    [by-size] amounts, each under a size such as 4-5
    [period] a period such as 6 weeks
   *[quantity] a number, with its unit
 }

wrong-type = { $expected ->
    [text] a text is expected here
    [string] a text is expected here
    [reference] an id is expected here
    [references] an id or a list of ids is expected here
    [count] a whole number, zero or more, is expected here
    [boolean] `true` or `false` is expected here
    [date] a date is expected here
    [entry] an entry with keys of its own is expected here
    [entries] entries, each under its id, are expected here
    [list] a list is expected here
    [choice] a word out of a few is expected here
    [amount] a number or a share is expected here
    [by-size] amounts, each under a size, are expected here
    [period] a period is expected here
   *[quantity] a number is expected here
 }, but { $found ->
    [null] there is nothing
    [boolean] this is `true` or `false`
    [integer] this is a number
    [number] this is a number with decimals
    [string] this is a text
    [array] this is a list
   *[object] these are keys with values
 }
wrong-type-help = { $found ->
    [number] put it between quotation marks if it is meant as an id or a text
    [null] leave the key out if there is nothing to say, or write `{"{}"}` for an entry without keys
   *[other] { $expected ->
        [text] write a text, or one for each language: {"{"} da: …, en: … {"}"}
        [string] write a text; put it between quotation marks if it looks like a number
        [reference] write the id of what is meant
        [references] write [a, b] for several
        [count] write digits, such as 19
        [boolean] write `true` or `false`, without quotation marks
        [date] write the year first: 2018-03-19, 2018-03 or 2018
        [entry] write {"{"} key: value {"}"}, or the keys on lines of their own, indented
        [entries] write `id: {"{"} … {"}"}` for each
        [list] write [a, b], or each on a line of its own after a hyphen
        [choice] write { $words }
        [amount] write digits, such as 3, a share such as 40 % or 2/3, or `majority`
        [by-size] write {"{"} 2-3: 1, 4-5: 2, 10-: 40 % {"}"}
        [period] write a number with its unit, such as 6 weeks, 18 months or 5 working-days
       *[quantity] write a number, or a text such as "23 %"
    }
 }

unknown-value = `{ $value }` is not one of the words that can stand here: { $accepted }
unknown-value-help = choose one of them

unclear-value = { $problem ->
    [no-amount] `{ $value }` is neither a number nor a share
    [decimal] `{ $value }` may be a share or a number with decimals
    [over-whole] `{ $value }` is more than the whole
    [no-parts] `{ $value }` is a share of a whole without parts
    [negative] `{ $value }` is less than nothing
    [too-large] `{ $value }` has more digits than can be counted with
    [majority] `{ $value }: majority` has no clear meaning
    [several-comparators] several keys bound the same end: { $value }
    [no-size] `{ $value }` is neither a size nor a range of sizes
    [sizes-overlap] these ranges of sizes overlap: { $value }
    [no-rule] `{ $value }` names no rule of a plugin
    [no-period] `{ $value }` is not a period
   *[no-day] `{ $value }` is not a day
 }
unclear-value-help = { $problem ->
    [no-amount] write digits, such as 3, a share such as 40 % or 2/3, or `majority`
    [decimal] write a share as a percentage, such as 40 %, or as a fraction, such as 2/5; a number of heads has no decimals
    [over-whole] write a share of at most 100 %
    [no-parts] write a number from 1 on after the slash
    [negative] write 0 or more
    [too-large] write it with fewer digits
    [majority] write `at-least: majority` for more than half, or say the share, such as 1/2
    [several-comparators] keep one of them
    [no-size] write 9, 4-5, or 10- for 10 and more, the smaller number first
    [sizes-overlap] let each range begin after the one before it ends
    [no-rule] write the id of the plugin, a stroke and the name of the rule, for example health-inclusion/explored
    [no-period] write a number with its unit, such as 4 years, 18 months, 6 weeks, 90 days or 5 working-days
   *[no-day] write the year, the month and the day, such as 2018-03-29
 }

unknown-language = `{ $value }` is no tag of a language
unknown-language-help = write `da` for Danish, `en` for English, and so on (BCP 47)

impossible-date = `{ $value }` is no date
impossible-date-help = write the year first, with as much as is known: 2018-03-19, 2018-03 or 2018, and XXXX-03 for a March whose year is not said; in a register 19.03.2018 will do

invalid-id = `{ $value }` cannot be an id
invalid-id-help = { $reason ->
    [list] write several as a list: [a, b]
    [long] an id has at most 200 characters
   *[letters] an id has no blanks and none of : , ; # in it; put hyphens for blanks
 }

uneven-row = { $rows ->
    [one] this row has
   *[other] { $rows } rows, of which this is the first, have
 } { $found ->
    [one] 1 cell
   *[other] { $found } cells
 }, and the heading has { $expected }
uneven-row-help = separate cells as the heading does; put a text that holds the separator between quotation marks; fill up a row that is too short

stray-words = “{ $words }” stands after a comma and is no longer part of the text
stray-words-help = put the whole text between quotation marks

rule-always-runs = the level of `{ $rule }` cannot be set
rule-always-runs-help = it says that something was not read, and what was not read must not pass: take the line away
rule-set-twice = the rule `{ $rule }` (`{ $code }`) is set twice
rule-set-twice-help = keep one of the two
unknown-rule = there is no rule `{ $rule }`
unknown-rule-help = `pact rules` lists them

unclear-requirement = { $problem ->
    [nothing] this requirement does not say what it asks for
    [several] this requirement says several things at once: { $keys }
    [stray] `where`, `has` and `in` belong to a pattern, and this is a requirement of the kind { $keys }
    [every-without-has] every one of these, and then? It is not said what they must have
    [no-number] something is counted here, and it is not said how many there must be
    [long-path] this path is longer than 16 relations
    [empty] nothing stands under { $keys }, so that it asks for nothing
    [alone] { $keys } go together, and only the first of them is given
   *[no-condition] there is nothing in this condition
 }
unclear-requirement-help = { $problem ->
    [nothing] begin it with `every`, `some`, `no`, `composition`, `meetings`, `presents`, `decision`, `statement` or `section`
    [several] write a requirement for each of them, as a list
    [stray] write them under `every`, `some` or `no`
    [every-without-has] add `has`, such as `has: {"{"} at-least: 1, via: owner {"}"}`; if there only has to be one, write `some`
    [no-number] add `at-least`, `at-most` or `exactly`, or name keys under `given`
    [long-path] go a shorter way
    [empty] say who or what is meant, or take the key away
    [alone] add the other one, or take it away
   *[no-condition] take it away, or say what has to hold
 }
