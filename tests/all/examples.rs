//! The examples: terms with proposals and registers that have faults, and their twins that have none.

use pact_core::{
    finding::Level,
    graph::node::{Clause, Element, Found, NodeKind, Seat},
    ledger::{Case, Verdict},
    message::Language,
    report::{Outcome, Report},
};

use crate::support::{example, judged_example, lines, root};

/// A line for each clause, element and part: its id, its force, its verdict.
fn ledger(report: &Report) -> Vec<(String, String)> {
    let graph = report.model.graph();
    let [case] = report.ledger.cases.as_slice() else { panic!("{} cases", report.ledger.cases.len()) };
    let line = |entry: &pact_core::ledger::Entry| {
        let name = graph.name(entry.node).to_owned();
        let force = entry.force.map_or("", |force| force.name());
        let of_parts = if entry.is_rolled_up() { " (of its parts)" } else { "" };
        (name, format!("{force} {}{of_parts}", entry.verdict.name()))
    };
    case.entries.iter().map(line).collect()
}

fn listed(report: &Report) -> String {
    ledger(report).iter().map(|(name, rest)| format!("{name:7} {rest}\n")).collect()
}

/// What stands in the ledger with a verdict for itself.
fn with(report: &Report, verdict: Verdict) -> Vec<&str> {
    let entries = report.ledger.cases.iter().flat_map(Case::judged).filter(|entry| entry.verdict == verdict);
    entries.map(|entry| report.model.graph().name(entry.node)).collect()
}

#[test]
fn the_example_has_its_faults() {
    let report = judged_example("midtjylland");
    assert_eq!(report.outcome(), Outcome::Fails);
    // One unmet clause or element for each planted fault, in the order of the source.
    assert_eq!(with(&report, Verdict::Unmet), ["T4", "E6", "T5/E8a", "C0", "C2", "W6", "D3"]);
    assert_eq!(with(&report, Verdict::Error), Vec::<&str>::new());
    for entry in report.ledger.cases[0].judged().filter(|entry| entry.verdict == Verdict::Unmet) {
        assert_eq!(entry.lacks().len(), 1, "{}", report.model.graph().name(entry.node));
    }
    insta::assert_snapshot!("midtjylland-ledger", listed(&report));
    insta::assert_snapshot!("midtjylland-en", lines(&report, Language::English).join("\n"));
    insta::assert_snapshot!("midtjylland-da", lines(&report, Language::Danish).join("\n"));
}

#[test]
fn the_clean_twin_holds() {
    let report = judged_example("midtjylland-clean");
    assert_eq!(report.outcome(), Outcome::Holds);
    for verdict in [Verdict::Unmet, Verdict::Error, Verdict::Open, Verdict::Silent] {
        assert_eq!(with(&report, verdict), Vec::<&str>::new());
    }
    // Nobody can vouch on 20 March for what goes into the final pact.
    assert_eq!(with(&report, Verdict::Attest), ["T7"]);
    assert_eq!(with(&report, Verdict::Explained), ["E7/c"]);
    insta::assert_snapshot!("midtjylland-clean-ledger", listed(&report));
    insta::assert_snapshot!("midtjylland-clean-en", lines(&report, Language::English).join("\n"));
}

#[test]
fn the_twins_differ_by_the_faults_alone() {
    let (faulty, clean) = (judged_example("midtjylland"), judged_example("midtjylland-clean"));
    let (faulty, clean) = (ledger(&faulty), ledger(&clean));
    let different = faulty.iter().zip(&clean).filter(|(faulty, clean)| faulty != clean);
    let names: Vec<&str> = different.map(|((name, _), _)| name.as_str()).collect();
    assert_eq!(names, ["T4", "T5", "E6", "T5/E8a", "C0", "C2", "W6", "D3"]);
}

/// The page about the examples says where each fault stands: the file, the line, and what the line has.
#[test]
fn the_planted_faults_are_where_the_page_says() {
    let folder = root().join("examples");
    let page = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let mut found = 0;
    for row in page.lines().filter(|row| row.starts_with("| ")) {
        let mut codes = row.split('`').skip(1).step_by(2);
        let (Some(place), Some(words)) = (codes.next(), codes.next()) else { continue };
        let Some((file, line)) = place.rsplit_once(':') else { continue };
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let at: usize = line.parse().unwrap();
        // A bar between the cells of a table is written with a stroke before it.
        let words = words.replace("\\|", "|");
        assert!(text.lines().nth(at - 1).is_some_and(|line| line.contains(&words)), "{row}");
        found += 1;
    }
    assert_eq!(found, 7 + 6 + 6);
}

/// The law of real boards: each planted fault is one finding, and a vacant place leaves the size unmet as well.
#[test]
fn boards_have_their_faults() {
    for (folder, unmet, rules) in [
        (
            "vaekstforum-2015",
            &["2.1.2", "2.1.3", "2.1.6", "2.2", "2.3", "2.4"][..],
            [
                "ineligible-member",
                "wrong-nominator",
                "broken-quota",
                "vacant-office",
                "unfit-member",
                "term-past-event",
            ],
        ),
        (
            "erhvervsfremmebestyrelsen",
            &["L10.1", "L10.2.2", "L10.2.3", "L10.2.6", "L10.3", "B1.1.3", "B1.1.4"],
            [
                "unfilled-seat",
                "broken-quota",
                "incomplete-nomination",
                "wrong-appointer",
                "unfit-member",
                "term-out-of-bounds",
            ],
        ),
    ] {
        let report = judged_example(folder);
        let findings = lines(&report, Language::English).join("\n");
        assert_eq!(report.outcome(), Outcome::Fails, "{folder}");
        assert_eq!(with(&report, Verdict::Unmet), unmet, "{folder}\n{findings}");
        assert_eq!(with(&report, Verdict::Error), Vec::<&str>::new(), "{folder}\n{findings}");
        let errors = report.findings.iter().filter(|found| found.level == Level::Error);
        let errors: Vec<&str> = errors.map(|found| report.rules[found.rule].name.as_ref()).collect();
        assert_eq!(errors, rules, "{folder}\n{findings}");
    }
}

#[test]
fn boards_without_faults_hold() {
    for (folder, attest, inapplicable) in
        [("vaekstforum-2015-clean", &[][..], &["2.2.2"][..]), ("erhvervsfremmebestyrelsen-clean", &["L10.4"], &[])]
    {
        let report = judged_example(folder);
        let findings = lines(&report, Language::English).join("\n");
        assert_eq!(report.outcome(), Outcome::Holds, "{folder}\n{findings}");
        for verdict in [Verdict::Unmet, Verdict::Error, Verdict::Open, Verdict::Silent] {
            assert_eq!(with(&report, verdict), Vec::<&str>::new(), "{folder}\n{findings}");
        }
        assert_eq!(with(&report, Verdict::Attest), attest, "{folder}");
        assert_eq!(with(&report, Verdict::Inapplicable), inapplicable, "{folder}");
    }
}

/// Terms from elsewhere, written without a change to the program.
#[test]
fn other_bodies_are_other_documents() {
    for folder in ["danmark-raad", "brainport"] {
        let report = judged_example(folder);
        let findings = lines(&report, Language::English).join("\n");
        assert_eq!(report.outcome(), Outcome::Holds, "{folder}\n{findings}\n{}", listed(&report));
        assert!(report.findings.iter().all(|found| found.level != Level::Error), "{findings}");
        for verdict in [Verdict::Unmet, Verdict::Error] {
            assert_eq!(with(&report, verdict), Vec::<&str>::new(), "{folder}");
        }
        insta::assert_snapshot!(format!("{folder}-ledger"), listed(&report));
        insta::assert_snapshot!(format!("{folder}-en"), findings);
    }
}

/// Every clause, element and seat of the source is there, and what is quoted stands in it.
#[test]
fn the_terms_are_whole() {
    let model = example("midtjylland").build();
    let graph = model.graph();
    let mut clauses: Vec<&str> = graph.all::<Clause>().map(|(id, _)| graph.name(id)).collect();
    clauses.sort_unstable();
    let expected = "B1 B2 C0 C1 C2 C3 C4 D1 D2 D3 P1 P2 P3 T1 T2 T3 T4 T5 T5/E8a T6 T7 W1 W2 W3 W4 W5 W6 W7 X1 X5";
    assert_eq!(clauses.join(" "), expected);

    let whole: Vec<&str> =
        graph.all::<Element>().map(|(id, _)| graph.name(id)).filter(|name| !name.contains('/')).collect();
    assert_eq!(whole.len(), 10);
    let places: u32 = graph.all::<Seat>().map(|(_, seat)| seat.places).sum();
    assert_eq!((graph.all::<Seat>().count(), places), (17, 19));

    let mut quotes = 0;
    for (id, clause) in graph.all::<Clause>() {
        let quote = clause.quote.as_ref().unwrap_or_else(|| panic!("{}: no quote", graph.name(id)));
        let Found::At(span) = quote.found else { panic!("{}: not in the source", graph.name(id)) };
        assert!(model.sources().get(span.file).unwrap().path().ends_with("kommissorium.da.txt"));
        assert!(
            clause.text.as_ref().is_some_and(|text| text.versions().any(|(tag, _)| tag == Some("en"))),
            "{}",
            graph.name(id)
        );
        quotes += 1;
    }
    assert_eq!(quotes, 30);
}

#[test]
fn every_kind_of_node_that_the_example_needs_is_there() {
    let model = example("midtjylland").build();
    let graph = model.graph();
    let kinds: std::collections::BTreeSet<NodeKind> = graph.nodes().map(|node| graph.kind(node)).collect();
    // A waiver would be invented: nobody waived anything. Of the law of the group the source gives its seats alone, without quotas, terms or notice.
    let absent: Vec<_> = NodeKind::ALL.iter().filter(|kind| !kinds.contains(kind)).collect();
    assert_eq!(absent, [&NodeKind::Provision, &NodeKind::Waiver, &NodeKind::Calendar]);
}
