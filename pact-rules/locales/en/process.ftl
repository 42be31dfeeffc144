# Process: what to do.

number-of-meetings-help = hold the list of meetings against the terms: add what is missing, correct a day or a `kind` that is wrong
meeting-outside-span-help = move the meeting, or correct its date; if the larger group meets again later, add that meeting
unpresented-results-help = say under `presents-at` at which plenary meeting it presents, after its own last one
meeting-after-decision-help = correct the date that is wrong; if both are right, the decision has to be taken again
missing-decision-help = have the decision taken, and add it under `decisions`; where one decision is that of several, name all of them under `by`
premature-decision-help = correct the date that is wrong; if it is right, the decision has to be taken again
missed-deadline-help = correct the date if it is wrong; a deadline that was missed can only be waived (`waivers`)
no-quorum-help = correct `present` if somebody is missing there; else the item has to be taken again at a meeting with enough members
short-notice-help = correct `called` or the date if it is wrong; else call the meeting again
short-notice-help-days = add the days off that are missing to the calendar, with their years, and let its `from` and `to` reach as far
short-notice-help-calendar = name the calendar under `calendar` of the `notice`, and define it under `calendars`
