//! The Central Jutland example and its clean twin.

use pact_core::{
    graph::node::{Clause, Element, Found, NodeKind, Seat},
    message::Language,
    report::{Options, Outcome},
};

use crate::support::{example, lines, rules_of};

#[test]
fn the_example_has_its_faults() {
    let report = pact_rules::check(example("midtjylland"), &Options::default());
    assert_eq!(report.outcome(), Outcome::Fails);
    insta::assert_snapshot!("midtjylland-en", lines(&report, Language::English).join("\n"));
    insta::assert_snapshot!("midtjylland-da", lines(&report, Language::Danish).join("\n"));
}

#[test]
fn the_clean_twin_holds() {
    let report = pact_rules::check(example("midtjylland-clean"), &Options::default());
    assert_eq!(report.outcome(), Outcome::Holds);
    // The source claims that the employment system is represented, and no seat names it: a fault of the source.
    assert_eq!(rules_of(&report), ["unused-definition"]);
    assert_eq!(report.findings[0].subject, "concept:policy-area/beskaeftigelse");
}

#[test]
fn the_twins_differ_by_the_faults_alone() {
    let counts = |folder| pact_rules::check(example(folder), &Options::default()).nodes_by_kind();
    assert_eq!(counts("midtjylland"), counts("midtjylland-clean"));
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
    // A waiver would be invented: nobody waived anything.
    let absent: Vec<_> = NodeKind::ALL.iter().filter(|kind| !kinds.contains(kind)).collect();
    assert_eq!(absent, [&NodeKind::Waiver]);
}
