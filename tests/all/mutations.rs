//! One change to the clean proposal or its terms, one finding, one verdict.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

use pact_core::{ledger::Case, report::Report};

use crate::support::{judged_changed_example, judged_example};

/// A file, words that stand in it once, and what takes their place. No words: what is added at the end.
type Edit = (&'static str, &'static str, &'static str);

const TERMS: &str = "kommissorium.yaml";
const COUNTRY: &str = "danmark.yaml";
const PACT: &str = "forslag.yaml";
const MEMBERS: &str = "medlemmer.csv";

/// The clean twin with a change.
struct Mutation {
    /// The rule that fires.
    rule: &'static str,
    /// About what.
    subject: &'static str,
    /// The one line of the ledger that changes, and its verdict; nothing where the finding is no clause's.
    verdict: Option<(&'static str, &'static str)>,
    edits: &'static [Edit],
    /// What is found beside it, where one fact is two faults.
    also: Option<(&'static str, &'static str)>,
    /// It is what the clean twin gives already that is no longer found.
    mends: bool,
}

impl Mutation {
    const fn and(self, rule: &'static str, subject: &'static str) -> Self {
        Self { also: Some((rule, subject)), ..self }
    }

    const fn mends(self) -> Self {
        Self { mends: true, ..self }
    }
}

const fn mutation(
    rule: &'static str,
    subject: &'static str,
    verdict: Option<(&'static str, &'static str)>,
    edits: &'static [Edit],
) -> Mutation {
    Mutation { rule, subject, verdict, edits, also: None, mends: false }
}

fn changed(edits: &[Edit]) -> Report {
    let used = Cell::new(0);
    let report = judged_changed_example("midtjylland-clean", |file, mut text| {
        for (_, old, new) in edits.iter().filter(|(name, ..)| *name == file) {
            used.set(used.get() + 1);
            if old.is_empty() {
                text.push_str(new);
            } else {
                assert_eq!(text.matches(old).count(), 1, "{file}: {old}");
                text = text.replace(old, new);
            }
        }
        text
    });
    assert_eq!(used.get(), edits.len(), "an edit of a file that is not read");
    report
}

/// What was found: how often a rule speaks of a subject.
fn found(report: &Report) -> BTreeMap<(String, String), usize> {
    let mut found = BTreeMap::new();
    for one in &report.findings {
        let rule = report.rules[one.rule].name.to_string();
        *found.entry((rule, one.subject.to_string())).or_default() += 1;
    }
    found
}

/// The verdicts of what was judged for itself.
fn verdicts(report: &Report) -> BTreeMap<String, &'static str> {
    let graph = report.model.graph();
    let judged = report.ledger.cases.iter().flat_map(Case::judged);
    judged.map(|entry| (graph.name(entry.node).to_owned(), entry.verdict.name())).collect()
}

/// What two runs do not have in common: findings (with `-` where they are gone), and verdicts as they are now.
fn difference(before: &Report, now: &Report) -> (Vec<String>, Vec<(String, String)>) {
    let (old, new) = (found(before), found(now));
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    let mut findings = Vec::new();
    for key in keys {
        let (old, new) = (old.get(key).copied().unwrap_or(0), new.get(key).copied().unwrap_or(0));
        let line = |sign| format!("{sign}{} {}", key.0, key.1);
        findings.extend((old..new).map(|_| line("")).chain((new..old).map(|_| line("-"))));
    }
    let (old, new) = (verdicts(before), verdicts(now));
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    let changed = keys.into_iter().filter(|key| old.get(*key) != new.get(*key));
    let verdicts = changed.map(|key| (key.clone(), new.get(key).copied().unwrap_or("gone").to_owned())).collect();
    (findings, verdicts)
}

const FORSLAG: &str = "pact:midtjylland-forslag";
const WAIVER: &str = "waiver:midtjylland-forslag/w";
const T4: &str = "    # No regional objective in the air, and none against a national one. That it \"supplements\" is for a human to say.\n    requires:\n";
const NO_VAEKSTHUS: Edit = (
    MEMBERS,
    "m15;repræsentant for Væksthus Midtjylland;vaeksthus;vaeksthus-midtjylland;vaeksthus-midtjylland;01.10.2017;31.12.2018;\n",
    "",
);
const WAIVABLE: Edit = (TERMS, "\nschemes:\n", "\nwaivable-by: [vaekstforum, regionsraadet]\n\nschemes:\n");
const DECIDED: Edit = (
    PACT,
    "\ndecisions:\n",
    "\ndecisions:\n  d: { by: vaekstforum, about: forprojektgruppen, on: 2017-12-11, outcome: approved }\n",
);
const PLANNED: Edit = (
    PACT,
    "\ndecisions:\n",
    "\ndecisions:\n  d: { by: vaekstforum, about: forprojektgruppen, on: 2018-06-11, outcome: planned }\n",
);

/// A waiver of a clause.
macro_rules! waived {
    ($clause:literal, $by:literal, $until:literal) => {
        (
            PACT,
            "\nexplanations:\n",
            concat!(
                "\nwaivers:\n  w: { waives: ",
                $clause,
                ", by: ",
                $by,
                ", decision: d, until: ",
                $until,
                ", reason: { da: Der er ingen endnu. } }\n\nexplanations:\n"
            ),
        )
    };
}

const MUTATIONS: &[Mutation] = &[
    // --- Coherence
    mutation(
        "objective-in-the-air",
        "objective:midtjylland-forslag/skole-og-virksomhed",
        Some(("T4", "unmet")),
        &[(PACT, "    supports: [uddannelse-i-stem, stem-i-arbejde]\n", "")],
    ),
    mutation(
        "unsupported-national-objective",
        "objective:danmark/flere-laerere",
        None,
        &[(COUNTRY, "", "  flere-laerere: { label: { da: Flere lærere } }\n")],
    ),
    mutation(
        "duplicated-objective",
        "objective:midtjylland-forslag/skole-og-virksomhed",
        None,
        &[(PACT, "    covers: E9\n", "    covers: E9\n    duplicates: faglig-mobilitet\n")],
    ),
    mutation(
        "duplicated-objective",
        "objective:midtjylland-forslag/skole-og-virksomhed",
        None,
        &[(PACT, "da: Erhvervsskoler og virksomheder løfter sammen", "da: Bedre  faglig Mobilitet")],
    ),
    mutation(
        "contradicting-objectives",
        "objective:midtjylland-forslag/skole-og-virksomhed",
        Some(("T4", "unmet")),
        &[(PACT, "    covers: E9\n", "    covers: E9\n    contradicts: interesse-for-stem\n")],
    ),
    mutation(
        "contradicting-objectives",
        "objective:midtjylland-forslag/skole-og-virksomhed",
        None,
        &[(PACT, "    covers: E9\n", "    covers: E9\n    contradicts: faglig-mobilitet\n")],
    ),
    mutation(
        "unused-strength",
        "strength:midtjylland-forslag/foedevarer",
        Some(("T3", "unmet")),
        &[(PACT, "\nchallenges:\n", "  foedevarer: { label: { da: Fødevarer } }\n\nchallenges:\n")],
    ),
    mutation(
        "unaddressed-challenge",
        "challenge:midtjylland-forslag/lange-afstande",
        Some(("T3", "unmet")),
        &[(PACT, "\nchallenges:\n", "\nchallenges:\n  lange-afstande: { label: { da: Lange afstande } }\n")],
    ),
    mutation(
        "aimless-initiative",
        "initiative:midtjylland-forslag/it-i-styrkepositionerne",
        Some(("P1", "unmet")),
        &[(PACT, "    contributes-to: flere-it-uddannede\n    builds-on: [", "    builds-on: [")],
    ),
    mutation(
        "incomplete-objective",
        "objective:midtjylland-forslag/skole-og-virksomhed",
        Some(("T2", "unmet")),
        &[(PACT, "    owner: erhvervsskole-eksempel\n    baseline", "    baseline")],
    ),
    mutation(
        "incomplete-objective",
        "objective:midtjylland-forslag/flere-kvindelige-ingenioerer",
        Some(("E2", "unmet")),
        &[(PACT, "    baseline: { value: \"25 %\", on: 2017, text: \"Andel af optaget (illustrativt tal)\" }\n", "")],
    ),
    mutation(
        "incomplete-objective",
        "objective:midtjylland-forslag/skole-og-virksomhed",
        None,
        &[(PACT, "value: 160, on: 2021, text", "value: 160, text")],
    ),
    // --- Elements
    mutation(
        "uncovered-element",
        "element:midtjylland-2017/E10",
        Some(("E10", "unmet")),
        &[(PACT, "    covers: E10\n", "")],
    ),
    mutation(
        "missing-level",
        "concept:education-level/erhvervsuddannelse",
        Some(("E4", "unmet")),
        &[(PACT, "ungdomsuddannelse, erhvervsuddannelse, videregaaende", "ungdomsuddannelse, videregaaende")],
    ),
    mutation(
        "uncovered-part",
        "element:midtjylland-2017/E7/b",
        Some(("E7/b", "unmet")),
        &[(PACT, "    covers: [E7/a, E7/b]\n", "    covers: E7/a\n")],
    ),
    mutation(
        "partnership-without-area",
        "partnership:midtjylland-forslag/arbejdsmarkedsinfo",
        Some(("T5/E8a", "unmet")),
        &[(
            PACT,
            "      arbejdsmarkedsraad-eksempel:\n        commitment: { da: Leverer to analyser (illustrativt), en: Delivers two analyses (illustrative) }\n",
            "",
        )],
    ),
    mutation(
        "one-sided-partnership",
        "partnership:midtjylland-forslag/vaerksted",
        Some(("E9", "unmet")),
        &[(PACT, "      erhvervsskole-eksempel:\n        commitment", "      hhx-eksempel:\n        commitment")],
    ),
    // --- Exceptions
    mutation(
        "idle-explanation",
        "explanation:midtjylland-forslag/ny",
        None,
        &[(PACT, "explanations:\n", "explanations:\n  ny: { about: E10, reason: { da: Der er ikke tid. } }\n")],
    ),
    mutation(
        "idle-explanation",
        "explanation:midtjylland-forslag/ny",
        None,
        &[(PACT, "explanations:\n", "explanations:\n  ny: { about: D3, reason: { da: Der er ikke tid. } }\n")],
    ),
    mutation(
        "unauthorised-explanation",
        "explanation:midtjylland-forslag/ny",
        None,
        &[(
            PACT,
            "explanations:\n",
            "explanations:\n  ny: { about: E7/c, by: lo, reason: { da: Der er ikke tid. } }\n",
        )],
    ),
    mutation(
        "malformed-explanation",
        "explanation:midtjylland-forslag/ny",
        None,
        &[(PACT, "explanations:\n", "explanations:\n  ny: { about: E7/c }\n")],
    ),
    mutation(
        "idle-attestation",
        "attestation:midtjylland-forslag/ny",
        None,
        &[(
            PACT,
            "attestations:\n",
            "attestations:\n  ny: { clause: W1, by: forprojektgruppen, on: 2018-01-18, text: { da: Der var to møder. } }\n",
        )],
    ),
    mutation(
        "unauthorised-attestation",
        "attestation:midtjylland-forslag/ny",
        None,
        &[(
            PACT,
            "attestations:\n",
            "attestations:\n  ny: { clause: C1, by: lo, on: 2018-01-18, text: { da: Gruppen er bred. } }\n",
        )],
    ),
    mutation(
        "malformed-attestation",
        "attestation:midtjylland-forslag/ny",
        None,
        &[(
            PACT,
            "attestations:\n",
            "attestations:\n  ny: { clause: T7, by: vaekstforum, text: { da: Forslaget er indgået. } }\n",
        )],
    ),
    // --- Process
    mutation(
        "number-of-meetings",
        "body:forprojektgruppen",
        Some(("W1", "unmet")),
        &[(PACT, "\ndecisions:\n", "  plenum-3: { body: forprojektgruppen, kind: plenary, on: 2017-12-14 }\n\ndecisions:\n")],
    ),
    mutation(
        "meeting-outside-span",
        "meeting:midtjylland-forslag/arbejdsgruppe-it-moede",
        Some(("W6", "unmet")),
        &[(PACT, "    on: 2017-11-23\n", "    on: 2018-01-18\n")],
    ),
    mutation(
        "unpresented-results",
        "body:arbejdsgruppe-it",
        Some(("W7", "unmet")),
        &[(PACT, "    presents-at: plenum-2\n", "")],
    ),
    mutation(
        "meeting-after-decision",
        "meeting:midtjylland-forslag/opfoelgning",
        Some(("D3", "unmet")),
        &[(PACT, "\ndecisions:\n", "  opfoelgning: { body: forprojektgruppen, kind: working, on: 2018-03-20 }\n\ndecisions:\n")],
    ),
    mutation(
        "missing-decision",
        "decision:midtjylland-forslag/regionsraadets-godkendelse",
        Some(("D3", "unmet")),
        &[(
            PACT,
            "    by: regionsraadet\n    about: midtjylland-forslag\n    on: 2018-03-19\n    outcome: approved\n",
            "    by: regionsraadet\n    about: midtjylland-forslag\n    on: 2018-03-19\n    outcome: rejected\n",
        )],
    ),
    mutation(
        "premature-decision",
        "decision:midtjylland-forslag/sammensaetning",
        Some(("D1", "unmet")),
        &[(PACT, "    on: 2017-10-05\n    outcome", "    on: 2017-09-28\n    outcome")],
    ),
    mutation(
        "missed-deadline",
        "decision:midtjylland-forslag/regionsraadets-godkendelse",
        Some(("D3", "unmet")),
        &[(
            PACT,
            "    by: regionsraadet\n    about: midtjylland-forslag\n    on: 2018-03-19\n",
            "    by: regionsraadet\n    about: midtjylland-forslag\n    on: 2018-03-20\n",
        )],
    ),
    // --- Requirements
    mutation(
        "unmet-requirement",
        "initiative:midtjylland-forslag/teknologiambassadoererne",
        Some(("P2", "unmet")),
        &[(
            PACT,
            "    resources: { da: 20 ambassadører fra virksomhederne (illustrativt), en: 20 ambassadors from companies (illustrative) }\n",
            "",
        )],
    ),
    mutation(
        "missing-attestation",
        "clause:midtjylland-2017/W3",
        Some(("W3", "attest")),
        &[(PACT, "    clause: W3\n    by: regional-udvikling\n", "    clause: C1\n    by: vaekstforum\n")],
    ),
    mutation(
        "open-question",
        "fact:midtjylland-forslag/arbejdsgrupper-er-noedvendige",
        Some(("W4", "open")),
        &[(PACT, "    holds: true\n", "")],
    ),
    // --- Representation
    mutation(
        "unfilled-seat",
        "seat:forprojektgruppen/vaeksthus",
        Some(("C0", "unmet")),
        &[NO_VAEKSTHUS],
    ),
    mutation(
        "overfilled-seat",
        "seat:forprojektgruppen/vaeksthus",
        Some(("C0", "unmet")),
        &[(MEMBERS, "", "m20;en til;vaeksthus;vaeksthus-midtjylland;vaeksthus-midtjylland;01.10.2017;31.12.2018;\n")],
    ),
    mutation(
        "ineligible-member",
        "member:midtjylland-forslag/m06",
        Some(("C2", "unmet")),
        &[(MEMBERS, ";htx;htx-eksempel;", ";htx;stx-hf-eksempel;")],
    ),
    mutation(
        "wrong-nominator",
        "member:midtjylland-forslag/m06",
        Some(("C2", "unmet")),
        &[(MEMBERS, ";htx;htx-eksempel;htx-eksempel;", ";htx;htx-eksempel;regeringen;")],
    ),
    mutation(
        "two-seats",
        "member:midtjylland-forslag/m06",
        None,
        &[(MEMBERS, "m07;repræsentant for HHX", "m07;repræsentant for HTX")],
    ),
    mutation(
        "shared-seat",
        "seat:forprojektgruppen/kommuner",
        Some(("C2", "unmet")),
        &[(MEMBERS, "oestjysk-kommune;oestjysk-kommune", "vestjysk-kommune;vestjysk-kommune")],
    ),
    mutation(
        "wrong-size",
        "body:arbejdsgruppe-it",
        Some(("W5", "unmet")),
        &[(PACT, "    presents-at: plenum-2\n", "    presents-at: plenum-2\n    size: { exactly: 4, clause: W5 }\n")],
    ),
    mutation(
        "unrepresented-policy-area",
        "concept:policy-area/beskaeftigelse",
        Some(("C0", "unmet")),
        &[(MEMBERS, ";beskaeftigelse", ";")],
    ),
    mutation(
        "outsider-in-working-group",
        "member:midtjylland-forslag/arbejdsgruppe-it-2",
        Some(("W5", "unmet")),
        &[(PACT, "    person: repræsentant for Aarhus Universitet\n", "    person: en forsker\n")],
    ),
    // --- Terms
    mutation(
        "seats-do-not-sum",
        "body:forprojektgruppen",
        Some(("C0", "unmet")),
        &[(TERMS, "size: { exactly: 19,", "size: { exactly: 20,")],
    )
    .and("wrong-size", "body:forprojektgruppen"),
    mutation(
        "unguaranteed-policy-area",
        "concept:policy-area/forskning",
        None,
        &[
            (TERMS, "\n  # The groups and lines of", "    forskning: { label: { da: Forskning } }\n\n  # The groups and lines of"),
            (PACT, "    category: htx\n", "    category: htx\n    policy-area: forskning\n"),
            (PACT, "    covers: E8\n    partners:\n", "    covers: E8\n    partners:\n      htx-eksempel: {}\n"),
        ],
    ),
    mutation(
        "seatless-nominator",
        "concept:actor-category/virksomhed",
        None,
        &[(TERMS, "uddannelsesinstitution, kommune]", "uddannelsesinstitution, kommune, virksomhed]")],
    ),
    mutation(
        "month-without-year",
        "clause:midtjylland-2017/D3",
        None,
        &[(TERMS, "    on: 2018-03-19\n", "    on: XXXX-03-19\n")],
    ),
    mutation(
        "undefined-term",
        "definition:midtjylland-2017/hollandsk-forbillede",
        None,
        &[
            (TERMS, "\nfacts:\n", "  hollandsk-forbillede: { label: { da: hollandsk forbillede } }\n\nfacts:\n"),
            (TERMS, "    # The pattern has to be there.", "    uses: hollandsk-forbillede\n    # The pattern has to be there."),
        ],
    ),
    mutation(
        "silent-clause",
        "clause:midtjylland-2017/C4",
        Some(("C4", "silent")),
        &[(
            TERMS,
            "    requires:\n      some: member\n      where: { body: forprojektgruppen, role: secretary, actor: regional-udvikling }\n",
            "",
        )],
    ),
    mutation(
        "unmatched-requirement",
        "clause:midtjylland-2017/T2",
        Some(("T2", "error")),
        &[(TERMS, "        has: { given: owner }\n", "        has: { at-least: 1, via: partner, to: actor }\n")],
    ),
    // --- Structure
    mutation(
        "duplicate-id",
        "actor:lo",
        None,
        &[(PACT, "\nactors:\n", "\nactors:\n  lo: { label: { da: LO } }\n")],
    ),
    mutation(
        "dangling-reference",
        "initiative:midtjylland-forslag/arbejdsmarkedsanalyser",
        None,
        &[(PACT, "    precedes: livslang-laering\n", "    precedes: livslang-laring\n")],
    ),
    mutation(
        "ambiguous-reference",
        "objective:danmark/uddannelse-i-stem",
        None,
        &[(PACT, "\nbodies:\n", "\nbodies:\n  regeringen: { kind: group }\n")],
    ),
    mutation(
        "wrong-kind",
        "initiative:midtjylland-forslag/arbejdsmarkedsanalyser",
        None,
        &[(PACT, "    precedes: livslang-laering\n", "    precedes: energiteknologi\n")],
    ),
    mutation(
        "unknown-concept",
        "initiative:midtjylland-forslag/afsoegning-af-sundhed",
        None,
        &[(PACT, "    kind: afsoegning\n", "    kind: afsogning\n")],
    ),
    mutation(
        "circular-relation",
        "initiative:midtjylland-forslag/laerlinge-og-trainees",
        None,
        &[(PACT, "    covers: E9/b\n", "    covers: E9/b\n    part-of: laerlinge-og-trainees\n")],
    ),
    mutation(
        "unused-definition",
        "actor:en-til",
        None,
        &[(PACT, "\nactors:\n", "\nactors:\n  en-til: { label: { da: En til } }\n")],
    ),
    mutation(
        "contradictory-dates",
        "initiative:midtjylland-forslag/afsoegning-af-sundhed",
        None,
        &[(PACT, "    to: 2019-03\n", "    to: 2018-03\n")],
    ),
    mutation(
        "member-without-seat",
        "member:midtjylland-forslag/m20",
        Some(("C0", "error")),
        &[(MEMBERS, "", "m20;en til fra LO;;lo;lo;01.10.2017;31.12.2018;\n")],
    ),
    mutation(
        "member-without-actor",
        "member:midtjylland-forslag/arbejdsgruppe-it-2",
        None,
        &[(PACT, "    body: arbejdsgruppe-it\n    actor: aarhus-universitet\n", "    body: arbejdsgruppe-it\n")],
    ),
    mutation(
        "similar-persons",
        "member:midtjylland-forslag/m14",
        None,
        &[(MEMBERS, "m10;repræsentant for LO;", "m10;Repræsentant for Aarhus  Universitet;")],
    ),
    mutation(
        "quote-not-in-source",
        "clause:midtjylland-2017/W1",
        None,
        &[(TERMS, "quote: \"Forprojektgruppen holder to møder\"", "quote: \"Forprojektgruppen holder tre møder\"")],
    ),
    mutation(
        "repeated-reference",
        "objective:midtjylland-forslag/skole-og-virksomhed",
        None,
        &[(PACT, "supports: [uddannelse-i-stem, stem-i-arbejde]", "supports: [uddannelse-i-stem, stem-i-arbejde, uddannelse-i-stem]")],
    ),
    mutation(
        "wordless-clause",
        "clause:midtjylland-2017/Z1",
        Some(("Z1", "inapplicable")),
        &[(TERMS, "\nclauses:\n", "\nclauses:\n  Z1: { force: context }\n")],
    ),
    mutation(
        "repeated-label",
        "actor:vuc-eksempel",
        None,
        &[(PACT, "da: Et VUC (eksempel)", "da: Et VEU-center (eksempel)")],
    ),
    mutation(
        "impossible-count",
        "body:forprojektgruppen",
        Some(("C0", "error")),
        &[(TERMS, "size: { exactly: 19,", "size: { exactly: 19, at-least: 20,")],
    ),
    mutation(
        "empty-entry",
        "partnership:midtjylland-forslag/tom",
        None,
        &[(PACT, "\npartnerships:\n", "\npartnerships:\n  tom: {}\n")],
    ),
    // --- What the clean twin gives already: another instance where there can be one, else the change that mends it
    mutation(
        "planned-counterpart",
        "pact:midtjylland-forslag",
        None,
        &[(COUNTRY, "status: planned", "status: adopted")],
    )
    .mends(),
    mutation(
        "unnominated-seat",
        "body:forprojektgruppen",
        None,
        &[(TERMS, "uddannelsesinstitution, kommune]", "uddannelsesinstitution, kommune, erhvervsfremmeaktoer]")],
    )
    .mends(),
    mutation(
        "silent-topic",
        "terms:midtjylland-2017",
        None,
        &[(
            TERMS,
            "  X1:\n    force: context\n",
            "  X1:\n    force: context\n    topic: [chair, quorum, voting, alternates, gender-balance, conflicts-of-interest, notice, minutes, two-hats]\n",
        )],
    )
    .mends(),
    // --- What no clause of these terms asks for, once one does
    mutation(
        "unsupported-national-objective",
        "objective:danmark/flere-laerere",
        Some(("T4", "unmet")),
        &[
            (COUNTRY, "", "  flere-laerere: { label: { da: Flere lærere } }\n"),
            (TERMS, T4, "    requires:\n      - { every: objective, in: supplemented, has: { at-least: 1, via: supported-by|added-to-by, to: objective } }\n"),
        ],
    ),
    mutation(
        "duplicated-objective",
        "objective:midtjylland-forslag/skole-og-virksomhed",
        Some(("T4", "unmet")),
        &[
            (PACT, "    covers: E9\n", "    covers: E9\n    duplicates: faglig-mobilitet\n"),
            (TERMS, T4, "    requires:\n      - { no: objective, has: { at-least: 1, via: duplicates, to: objective } }\n"),
        ],
    ),
    mutation(
        "two-seats",
        "member:midtjylland-forslag/m06",
        Some(("C4", "unmet")),
        &[
            (MEMBERS, "m07;repræsentant for HHX", "m07;repræsentant for HTX"),
            (
                TERMS,
                "    requires:\n      some: member\n      where: { body: forprojektgruppen, role",
                "    requires:\n    - composition: { body: forprojektgruppen, one-seat-each: true }\n    - some: member\n      where: { body: forprojektgruppen, role",
            ),
        ],
    ),
    // --- The same rules for other clauses
    mutation("unmet-requirement", "clause:midtjylland-2017/T6", Some(("T6", "unmet")), &[(PACT, "\n  organisation:\n", "\n  organisering:\n")]),
    mutation("unmet-requirement", FORSLAG, Some(("C4", "unmet")), &[(PACT, "    role: secretary\n", "    role: observer\n")]),
    mutation("unmet-requirement", FORSLAG, Some(("P3", "unmet")), &[(PACT, "    for: midtjylland-forslag\n", "    for: livslang-laering\n")]),
    mutation(
        "unmet-requirement",
        FORSLAG,
        Some(("W4", "unmet")),
        &[(PACT, "    theme: { da: It-kompetencer på alle uddannelsesniveauer, en: IT skills at all levels of education }\n", "")],
    ),
    mutation(
        "unmet-requirement",
        "objective:midtjylland-forslag/flere-it-uddannede",
        Some(("E1", "unmet")),
        &[(
            PACT,
            "    supports: uddannelse-i-stem\n    builds-on: [energiteknologi, smart-produktion]\n",
            "    supports: uddannelse-i-stem\n",
        )],
    ),
    mutation("unmet-requirement", FORSLAG, Some(("E3", "unmet")), &[(PACT, "    kind: teknologiambassadoer\n", "")]),
    mutation("unmet-requirement", FORSLAG, Some(("E5", "unmet")), &[(PACT, "    reaches: ingenioeruddannelserne\n", "")]),
    mutation(
        "unmet-requirement",
        "initiative:midtjylland-forslag/teknisk-forskning",
        Some(("P2", "unmet")),
        &[(
            PACT,
            "    resources: { da: 5 ph.d.-forløb om året (illustrativt), en: 5 PhD projects a year (illustrative) }\n",
            "    resources: { da: \" \" }\n",
        )],
    ),
    mutation(
        "missing-attestation",
        "element:midtjylland-2017/E6",
        Some(("E6", "attest")),
        &[(PACT, "    clause: E6\n", "    clause: T1\n")],
    ),
    mutation(
        "uncovered-element",
        "element:midtjylland-2017/E6",
        Some(("E6", "unmet")),
        &[(PACT, "    covers: E6\n", ""), (PACT, "covers: [E5, E6]", "covers: E5")],
    ),
    mutation(
        "number-of-meetings",
        "body:forprojektgruppen",
        Some(("D2", "unmet")),
        &[(PACT, "    kind: plenary\n    on: 2018-01-18\n", "    kind: plenary\n    on: 2018-02-18\n")],
    ),
    // That the group was approved in September already (B1) is no decision of October, whatever came of that one.
    mutation(
        "missing-decision",
        "decision:midtjylland-forslag/sammensaetning",
        Some(("D1", "unmet")),
        &[(PACT, "    on: 2017-10-05\n    outcome: approved\n", "    on: 2017-10-05\n    outcome: rejected\n")],
    ),
    mutation(
        "missing-decision",
        "actor:regionsraadet",
        Some(("D3", "unmet")),
        &[(PACT, "    by: regionsraadet\n    about: midtjylland-forslag\n", "    by: regionsraadet\n    about: forprojektgruppen\n")],
    ),
    mutation(
        "missed-deadline",
        "decision:midtjylland-forslag/nedsaettelse",
        Some(("B1", "unmet")),
        &[(PACT, "    on: 2017-09-12\n", "    on: 2017-09-13\n")],
    ),
    mutation(
        "unpresented-results",
        "body:arbejdsgruppe-it",
        Some(("W7", "unmet")),
        &[(PACT, "presents-at: plenum-2", "presents-at: plenum-1")],
    ),
    mutation(
        "ineligible-member",
        "member:midtjylland-forslag/m04",
        Some(("C3", "unmet")),
        &[(MEMBERS, ";styrelse;erhvervsstyrelsen;", ";styrelse;regeringen;")],
    ),
    mutation(
        "ineligible-member",
        "member:midtjylland-forslag/m01",
        Some(("C2", "unmet")),
        &[(PACT, "    category: kommune\n    region: DK041\n", "    category: kommune\n")],
    ),
    mutation(
        "open-question",
        "seat:forprojektgruppen/htx",
        Some(("C2", "open")),
        &[(MEMBERS, ";htx;htx-eksempel;htx-eksempel;", ";htx;htx-eksempel;;")],
    ),
    // --- Where something could not be read or followed, the finding is that, and the clause is neither met nor unmet
    mutation(
        "member-without-actor",
        "member:midtjylland-forslag/m06",
        Some(("C2", "open")),
        &[(MEMBERS, "HTX;htx;htx-eksempel;", "HTX;htx;;")],
    ),
    mutation(
        "dangling-reference",
        "member:midtjylland-forslag/m06",
        Some(("C2", "error")),
        &[(MEMBERS, "HTX;htx;htx-eksempel;", "HTX;htx;hx-eksempel;")],
    ),
    mutation(
        "dangling-reference",
        "objective:midtjylland-forslag/skole-og-virksomhed",
        Some(("T4", "error")),
        &[(PACT, "    supports: [uddannelse-i-stem, stem-i-arbejde]\n", "    supports: udannelse-i-stem\n")],
    ),
    mutation(
        "dangling-reference",
        "initiative:midtjylland-forslag/it-i-styrkepositionerne",
        Some(("P1", "error")),
        &[(PACT, "    contributes-to: flere-it-uddannede\n    builds-on: [", "    contributes-to: flere-it-udannede\n    builds-on: [")],
    ),
    mutation(
        "dangling-reference",
        "initiative:midtjylland-forslag/piger-i-ingenioerfag",
        Some(("P2", "error")),
        &[(PACT, "    owner: ida\n", "    owner: idaa\n")],
    ),
    // --- Waivers: Væksthus has no member (C0), or all is as it should be (C4)
    mutation("expiring-waiver", WAIVER, Some(("C0", "waived")), &[NO_VAEKSTHUS, WAIVABLE, DECIDED, waived!("C0", "vaekstforum", "2018-04-10")]),
    mutation("lapsed-waiver", WAIVER, Some(("C0", "unmet")), &[NO_VAEKSTHUS, WAIVABLE, DECIDED, waived!("C0", "vaekstforum", "2018-03-10")])
        .and("unfilled-seat", "seat:forprojektgruppen/vaeksthus"),
    mutation("lapsed-waiver", WAIVER, None, &[WAIVABLE, DECIDED, waived!("C4", "vaekstforum", "2018-03-10")]),
    mutation("unauthorised-waiver", WAIVER, None, &[DECIDED, waived!("C4", "vaekstforum", "2018-12-31")]),
    mutation("unauthorised-waiver", WAIVER, None, &[WAIVABLE, DECIDED, waived!("C4", "regionsraadet", "2018-12-31")]),
    mutation("malformed-waiver", WAIVER, None, &[WAIVABLE, PLANNED, waived!("C4", "vaekstforum", "2018-12-31")]),
    mutation("dangling-reference", WAIVER, None, &[WAIVABLE, waived!("C4", "vaekstforum", "2018-12-31")]),
    mutation("idle-waiver", WAIVER, None, &[WAIVABLE, DECIDED, waived!("C4", "vaekstforum", "2018-12-31")]),
];

#[test]
fn a_mutation_makes_one_rule_fire() {
    let clean = judged_example("midtjylland-clean");
    let mut wrong = String::new();
    for mutation in MUTATIONS {
        let (findings, verdicts) = difference(&clean, &changed(mutation.edits));
        let sign = if mutation.mends { "-" } else { "" };
        let mut expected = vec![format!("{sign}{} {}", mutation.rule, mutation.subject)];
        expected.extend(mutation.also.map(|(rule, subject)| format!("{rule} {subject}")));
        let judged: Vec<_> =
            mutation.verdict.iter().map(|(name, verdict)| ((*name).to_owned(), (*verdict).to_owned())).collect();
        if findings != expected || verdicts != judged {
            wrong.push_str(&format!("{expected:?} {judged:?}\n   {findings:?}\n   {verdicts:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Rules of the groups below that no mutation of the example trips, and why.
/// Why provisions on a body are not tried here.
const OTHER_BOARDS: &str =
    "the terms of the example have no such provision; the boards in examples.rs have, each with its planted faults";

const UNTRIED: &[(&str, &str)] = &[
    (
        "missing-ruling",
        "the verdict of a clause without a plugin is an error, and so is that of the run; tried in plugins.rs",
    ),
    (
        "empty-document",
        "a document without anything is another document; the proposal would not be held against the terms",
    ),
    ("ungoverned-pact", "without terms there is no ledger to compare"),
    ("terms-not-in-force", "no clause at all is judged then, which is more than one verdict; tried in dates.rs"),
    (
        "absent-seat",
        "a body that loses a seat has another number of places, which is more than one fault; tried in dates.rs",
    ),
    ("contradictory-gender", "the example says of nobody which gender it is"),
    ("broken-quota", OTHER_BOARDS),
    ("uneven-parity", OTHER_BOARDS),
    ("incomplete-nomination", OTHER_BOARDS),
    ("wrong-appointer", OTHER_BOARDS),
    ("vacant-office", OTHER_BOARDS),
    ("incompatible-seats", OTHER_BOARDS),
    ("unfit-member", OTHER_BOARDS),
    ("missing-alternate", OTHER_BOARDS),
    ("term-out-of-bounds", OTHER_BOARDS),
    ("term-past-event", OTHER_BOARDS),
    ("terms-end-together", OTHER_BOARDS),
    ("term-ends-before-meeting", OTHER_BOARDS),
    ("lasting-vacancy", OTHER_BOARDS),
    ("irreconcilable-provisions", OTHER_BOARDS),
    ("no-quorum", OTHER_BOARDS),
    ("short-notice", OTHER_BOARDS),
    ("unclaimed-register", "without its register the proposal has no members, which is more than one fault"),
    (
        "unsatisfiable-composition",
        "terms that contradict themselves fail every list of members, which is more than one fault",
    ),
];

/// Every rule that terms and proposals without a slip of the pen can trip.
#[test]
fn every_rule_has_its_mutation() {
    const GROUPS: [&str; 7] =
        ["coherence", "elements", "exceptions", "process", "requirements", "representation", "terms"];
    let tried: BTreeSet<&str> = MUTATIONS.iter().map(|mutation| mutation.rule).collect();
    let untried: BTreeSet<&str> = UNTRIED.iter().map(|(rule, _)| *rule).collect();
    assert!(tried.is_disjoint(&untried));
    let rules =
        pact_rules::registry::rules().filter(|rule| GROUPS.contains(&&*rule.group) || rule.group == "structure");
    let all: BTreeSet<&str> = rules.map(|rule| rule.name.as_ref()).collect();
    assert_eq!(tried.union(&untried).copied().collect::<BTreeSet<_>>(), all);
}

/// The faults that are planted in the example: the rule, the subject, and the clause or element that is not met.
const PLANTED: [(&str, &str, &str); 7] = [
    ("unfilled-seat", "seat:forprojektgruppen/vaeksthus", "C0"),
    ("ineligible-member", "member:midtjylland-forslag/m06", "C2"),
    ("uncovered-element", "element:midtjylland-2017/E6", "E6"),
    ("objective-in-the-air", "objective:midtjylland-forslag/skole-og-virksomhed", "T4"),
    ("meeting-outside-span", "meeting:midtjylland-forslag/arbejdsgruppe-it-moede", "W6"),
    ("missing-decision", "decision:midtjylland-forslag/regionsraadets-godkendelse", "D3"),
    ("partnership-without-area", "partnership:midtjylland-forslag/arbejdsmarkedsinfo", "T5/E8a"),
];

#[test]
fn a_planted_fault_is_one_finding_and_one_unmet_verdict() {
    let (clean, faulty) = (judged_example("midtjylland-clean"), judged_example("midtjylland"));
    let (findings, verdicts) = difference(&clean, &faulty);
    let expected: BTreeSet<String> = PLANTED.iter().map(|(rule, subject, _)| format!("{rule} {subject}")).collect();
    assert_eq!(findings, expected.into_iter().collect::<Vec<_>>());
    let expected: BTreeSet<_> = PLANTED.iter().map(|(.., clause)| ((*clause).to_owned(), "unmet".to_owned())).collect();
    assert_eq!(verdicts, expected.into_iter().collect::<Vec<_>>());
    let graph = faulty.model.graph();
    for (rule, subject, clause) in PLANTED {
        let about = faulty.findings.iter().filter(|one| one.subject == subject);
        let about: Vec<_> = about.filter(|one| faulty.rules[one.rule].name == rule).collect();
        let [one] = about.as_slice() else { panic!("{rule} {subject}: {} findings", about.len()) };
        assert_eq!(one.finding.cited.as_ref().map(|cited| graph.name(cited.node)), Some(clause), "{rule} {subject}");
    }
}

/// What a good checker notices about the terms themselves: the points of the project's notes on the source that a machine can find.
const POINTS: [(u32, &str, &str); 7] = [
    // The employment system is claimed, and no seat names it.
    (1, "unguaranteed-policy-area", "concept:policy-area/beskaeftigelse"),
    // Three seats are in none of the groups from which members are appointed.
    (2, "unnominated-seat", "body:forprojektgruppen"),
    // The proposal can support planned goals only.
    (6, "planned-counterpart", "pact:midtjylland-forslag"),
    // Months without years.
    (7, "month-without-year", "clause:midtjylland-2017/D1"),
    (7, "month-without-year", "clause:midtjylland-2017/D2"),
    // "De tre politikområder".
    (8, "undefined-term", "definition:midtjylland-2017/de-tre-politikomraader"),
    // A chair, a quorum, and so on.
    (10, "silent-topic", "terms:midtjylland-2017"),
];

#[test]
fn the_terms_are_linted_and_nothing_else_is_found_in_the_clean_twin() {
    let mut expected: BTreeMap<(String, String), usize> =
        POINTS.iter().map(|(_, rule, subject)| (((*rule).to_owned(), (*subject).to_owned()), 1)).collect();
    // Nobody can vouch yet for what goes into the final pact.
    expected.insert(("missing-attestation".to_owned(), "clause:midtjylland-2017/T7".to_owned()), 1);
    assert_eq!(found(&judged_example("midtjylland-clean")), expected);
}
