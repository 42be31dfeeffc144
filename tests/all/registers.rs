//! Registers as secretariats keep them: names for ids, and whatever goes wrong in a spreadsheet.

use pact_core::{
    graph::{edge::EdgeKind, node::Member},
    load::Input,
    message::Language,
    report::{Options, Report},
};

use pact_tests::{register as large, word};

use crate::support::{check, lines, pact, rules_of};

const PACT: &str = "pact: 1
id: forslag
title: Forslag
level: national
status: planned
schemes:
  policy-area: { it: { label: It og data }, byg: { label: Byggeri } }
  gender: { kvinde: { label: Kvinde }, mand: { label: Mand } }
actors:
  dansk-industri: { label: { da: Dansk Industri, en: Confederation of Danish Industry } }
  dansk-erhverv: { label: Dansk Erhverv }
  kl: { label: { da: KL, en: Local Government Denmark } }
  regional-udvikling: { label: \"Regional Udvikling, Region Midtjylland\" }
bodies:
  rådet:
    label: Rådet
    seats:
      kommuner: { places: 9, label: Kommunerne }
      erhverv: { places: 9, label: { da: Erhvervslivet, en: Business } }
      vest: { label: Udkanten }
      øst: { label: Udkanten }
registers: [{ file: medlemmer.csv, body: rådet }]
";

fn read(register: &str) -> Report {
    check(&[("forslag.yaml", PACT), ("medlemmer.csv", register)])
}

/// What a member's references lead to, relation by relation.
fn edges(report: &Report, edge: EdgeKind) -> Vec<Vec<&str>> {
    let graph = report.model.graph();
    let of = |member| graph.outgoing(member, edge).iter().map(|end| graph.name(end.node)).collect();
    graph.all::<Member>().map(|(id, _)| of(id)).collect()
}

#[test]
fn cells_hold_ids_or_labels() {
    let report = read(
        "id;navn;organ;plads;organisation;udpeget af;valgt af;køn;kendetegn;politikområde;suppleant for
m1;Anne Hansen;;kommuner;kl;kl|dansk-industri;kl,dansk-industri;kvinde;mand;it,byg;
m2;Bo Holm;Rådet;KOMMUNERNE;local  government denmark;KL|Dansk  Industri;Dansk Industri, KL;Kvinde;Mand;It og data,Byggeri;anne hansen
m3;Ida Lund;rådet;Business;Regional Udvikling, Region Midtjylland;\"Dansk Erhverv; regional udvikling, region midtjylland;\";Regional Udvikling, Region Midtjylland, Dansk Erhverv, kl;kvinde;;;m1|Bo Holm
",
    );
    assert_eq!(rules_of(&report), Vec::<&str>::new(), "{:#?}", lines(&report, Language::English));
    assert_eq!(edges(&report, EdgeKind::MemberOf), [["rådet"]; 3]);
    assert_eq!(edges(&report, EdgeKind::Fills), [["kommuner"], ["kommuner"], ["erhverv"]]);
    assert_eq!(edges(&report, EdgeKind::OnBehalfOf), [["kl"], ["kl"], ["regional-udvikling"]]);
    let nominated = edges(&report, EdgeKind::NominatedBy);
    assert_eq!(nominated[0], nominated[1], "an id is a name whatever its letter case: the label says the same");
    assert_eq!(nominated[2], ["dansk-erhverv", "regional-udvikling"]);
    assert_eq!(edges(&report, EdgeKind::AppointedBy)[0], edges(&report, EdgeKind::AppointedBy)[1]);
    assert_eq!(edges(&report, EdgeKind::AppointedBy)[2], ["dansk-erhverv", "kl", "regional-udvikling"]);
    assert_eq!(edges(&report, EdgeKind::Gender), [["kvinde"]; 3]);
    assert_eq!(edges(&report, EdgeKind::PolicyArea), [vec!["it", "byg"], vec!["it", "byg"], vec![]]);
    assert_eq!(edges(&report, EdgeKind::StandsInFor), [vec![], vec!["m1"], vec!["m1", "m2"]]);
}

/// The same in a document is an id that cannot be one.
#[test]
fn documents_hold_ids_only() {
    let pact = PACT.replace(
        "registers: [{ file: medlemmer.csv, body: rådet }]",
        "members: { m: { seat: kommuner, body: rådet, actor: Dansk Industri } }",
    );
    assert_eq!(rules_of(&check(&[("forslag.yaml", &pact)]))[..1], ["invalid-id"]);
}

/// An id goes before a label that reads the same.
#[test]
fn an_id_goes_before_a_label() {
    let pact = PACT.replace("kl: { label: { da: KL, en: Local Government Denmark } }", "kl: { label: dansk-erhverv }");
    let rows = "id;plads;organisation\nm1;kommuner;dansk-erhverv\nm2;kommuner;Dansk-Erhverv\n";
    let report = check(&[("forslag.yaml", &pact), ("medlemmer.csv", rows)]);
    assert_eq!(edges(&report, EdgeKind::OnBehalfOf), [["dansk-erhverv"], ["kl"]]);
}

const HOSTILE: &str = "Id;Navn;Plads;Organisation;Udpeget af;Fra;Til;Stemmeret;Rolle;Køn;Suppleant for;Telefon
m1;Anne Hansen;Kommunerne;Dansk Industrie;Dansk Erhverv;01.01.2026;31.12.2027;ja;formand;kvinde;;
m2;Bo Holm;Erhvervslivet;Dansk Industri;Dansk Erhverv|Danks Industri;01.01.2026;31.12.2027;ja;;mand;;

m4;Ida Lund;Komunerne;KL;kl;01.01.2026;31.12.2027;ja;;kvinde;;
;;;;;;;;;;;
m6;Per Dahl;Kommunerne;Regional Udvikling, Region Midtjyland;kl;01.01.2026;31.12.2027;ja;;mand;;
m7;Hansen, Anne;Erhvervslivet;Dansk Erhverv;Dansk Erhverv;01.01.2026;31.12.2027;ja;;kvinde;;
m8;Ole Krog;Erhvervslivet;Dansk Industrie;Dansk Industri;31.12.2027;01.01.2026;ja;;mand;;
m9;Eva Friis;Kommunerne;KL;kl;31.02.2026;31.12.2027;ja;;kvinde;;
m10;Jan Toft;Kommunerne;KL;kl;01.01.2026;31.12.2027;måske;;mand;;
m11;Lis Bruun;Kommunerne;KL;kl;01.01.2026;31.12.2027;ja;suplleant;kvinde;Bo Holm;
m12;Kaj Ravn;Udkanten;KL;kl;01.01.2026;31.12.2027;ja;;mnad;;
m13;Mia Vinter;Kommunerne;;kl;01.01.2026;31.12.2027;ja;;kvinde;;
m2;Tom Skov;Kommunerne;KL;kl;01.01.2026;31.12.2027;ja;;mand;;
m15;Pia Bæk;Kommunerne;KL;kl;01.01.2026;31.12.2027;ja;suppleant;kvinde;Ole Krohg;
m16;Uffe Elm;Kommunerne;KL
";

#[test]
fn each_fault_is_one_finding_in_its_cell() {
    let report = read(HOSTILE);
    let cell = |found: &pact_core::report::Reported| {
        let source = report.model.sources().get(found.finding.span.file).unwrap();
        let meant = found.finding.edit.as_ref().map_or("", |edit| edit.replacement.as_str()).to_owned();
        (source.cell(found.finding.span.start).unwrap().to_string(), report.rules[found.rule].name.to_string(), meant)
    };
    let mut found: Vec<_> = report.findings.iter().map(cell).collect();
    found.sort();
    let expected = [
        ("A15", "duplicate-id", ""),
        ("A17", "uneven-row", ""),
        ("B8", "similar-persons", ""),
        ("C13", "ambiguous-reference", ""),
        ("C5", "dangling-reference", "Kommunerne"),
        ("D14", "member-without-actor", ""),
        ("D2", "dangling-reference", ""),
        ("D7", "dangling-reference", "Regional Udvikling, Region Midtjylland"),
        ("E3", "dangling-reference", "Dansk Industri"),
        ("F10", "impossible-date", ""),
        ("G9", "contradictory-dates", ""),
        ("H11", "unknown-value", ""),
        ("I12", "unknown-value", "suppleant"),
        ("J13", "unknown-concept", "mand"),
        ("K16", "dangling-reference", "m8"),
        ("L1", "unknown-key", ""),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(at, rule, meant)| ((*at).to_owned(), (*rule).to_owned(), (*meant).to_owned())).collect();
    assert_eq!(found, expected, "{:#?}", lines(&report, Language::English));
}

#[test]
fn a_hostile_register_as_it_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("forslag.yaml"), PACT).unwrap();
    std::fs::write(folder.path().join("medlemmer.csv"), HOSTILE).unwrap();
    let shown = |language| pact(folder.path(), &["check", "--lang", language]).stdout;
    insta::assert_snapshot!("registers-hostile-en", shown("en"));
    insta::assert_snapshot!("registers-hostile-da", shown("da"));
}

/// A suggestion is written as its cell needs it, and mends the finding.
#[test]
fn suggestions_mend_cells() {
    for (register, mended) in [
        ("id;plads;aktør\nm1;kommuner;Dansk Industrie\n", "id;plads;aktør\nm1;kommuner;Dansk Industri\n"),
        ("id;plads;aktør\nm1;kommuner;kl | Danks Industri\n", "id;plads;aktør\nm1;kommuner;kl | Dansk Industri\n"),
        (
            "id,plads,aktør\nm1,kommuner,Regional Udvikling Region Midtjylland\n",
            "id,plads,aktør\nm1,kommuner,\"Regional Udvikling, Region Midtjylland\"\n",
        ),
        (
            "id,plads,aktør\nm1,kommuner,\"Regional Udvikling, Region Midtjyland\"\n",
            "id,plads,aktør\nm1,kommuner,\"Regional Udvikling, Region Midtjylland\"\n",
        ),
        ("id\tplads\taktør\nm1\tkommuner\tDansk  Erhvrv\n", "id\tplads\taktør\nm1\tkommuner\tDansk Erhverv\n"),
    ] {
        let report = read(register);
        let found: Vec<_> = report.findings.iter().filter_map(|found| found.finding.edit.clone()).collect();
        let [edit] = found.as_slice() else { panic!("{register}: {:#?}", lines(&report, Language::English)) };
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let done = format!("{}{}{}", &register[..start], edit.replacement, &register[end..]);
        assert_eq!(done, mended);
        assert!(!rules_of(&read(&done)).contains(&"dangling-reference"), "{done}");
    }
}

/// A label that was lost is no reason to say that nobody is called so.
#[test]
fn a_label_that_cannot_be_read_is_one_finding() {
    let rows = "id;plads;organisation\nm1;kommuner;Dansk Erhverv\n";
    for label in ["{ label: [Dansk Erhverv] }", "5"] {
        let pact = PACT.replace("dansk-erhverv: { label: Dansk Erhverv }", &format!("dansk-erhverv: {label}"));
        let report = check(&[("forslag.yaml", &pact), ("medlemmer.csv", rows)]);
        assert_eq!(rules_of(&report)[..1], ["wrong-type"], "{:#?}", lines(&report, Language::English));
        assert!(!rules_of(&report).contains(&"dangling-reference"));
    }
}

/// As a spreadsheet of forty years has it: in each encoding and with each separator the same.
#[test]
fn encodings_and_separators_read_the_same() {
    let rows = "id;plads;organisation;person\nm1;kommuner;Dansk Industri;Søren Ås\n";
    let names = |bytes: Vec<u8>| {
        let mut input = Input::new();
        input.add("forslag.yaml", PACT);
        input.add("medlemmer.csv", bytes);
        let report = pact_rules::check(input, &Options::default());
        let persons = report.model.graph().all::<Member>().map(|(_, member)| member.person.clone()).collect::<Vec<_>>();
        (persons, rules_of(&report).join(" "))
    };
    let expected = names(rows.into());
    assert_eq!(expected.0, [Some("Søren Ås".into())]);
    let latin: Vec<u8> = rows.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let wide = |text: &str| format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for bytes in [
        latin,
        wide(rows),
        wide(&rows.replace(';', "\t")),
        format!("\u{feff}{rows}").into_bytes(),
        rows.replace(';', ",").into(),
        rows.replace('\n', "\r\n").into(),
    ] {
        assert_eq!(names(bytes), expected);
    }
}

const ROWS: u64 = 60_000;

/// Thirty names misspelt in sixty thousand rows are thirty findings, each with what was meant.
#[test]
fn thirty_slips_in_sixty_thousand_rows() {
    let misspelt = |at: u64| {
        let name = word(at);
        format!("Foreningen {}{}", &name[..4], &name[5..])
    };
    let (document, register) = large(ROWS, |row| match row % 500 {
        at @ ..30 => misspelt(at),
        499 => "KL".to_owned(),
        _ => format!("Foreningen {}", word(row % 200)),
    });
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("forslag.yaml"), document).unwrap();
    std::fs::write(folder.path().join("medlemmer.csv"), register).unwrap();
    let run = pact(folder.path(), &["check", "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let found = report["findings"].as_array().unwrap();
    assert_eq!(found.len(), 30, "{:#?}", found.first());
    for finding in found {
        let text = finding.to_string();
        assert!(text.contains("dangling-reference") && text.contains("did you mean `Foreningen "), "{text}");
        assert!(text.contains("119 more rows"), "{text}");
    }
}

/// Five hundred organisations whose names hardly differ, and hundreds of slips of many kinds: each slip is found, in the order of the rows.
#[test]
fn hundreds_of_slips_among_names_that_are_alike() {
    const ACTORS: u64 = 500;
    let called = |at: u64| format!("Verband Nummer {} Nord", at % ACTORS);
    // No slip comes twice.
    let right = |row: u64| called(row + row / 100 * 7);
    let slip = |row: u64| {
        let (name, at) = (right(row), usize::try_from(row / 100 % 7).unwrap());
        let (mut letters, last): (Vec<char>, usize) = (name.chars().collect(), name.chars().count() - 1);
        match row / 100 % 5 {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, 'x'),
            2 => letters[at] = 'q',
            3 => letters.swap(at, at + 1),
            _ => drop((letters.remove(at), letters.swap(last - 3, last - 2))),
        }
        letters.into_iter().collect::<String>()
    };
    let wrong = |row: u64| row % 100 == 7;
    let mut pact = "pact: 1\nid: p\ntitle: P\nlevel: national\nstatus: planned\nbodies: { b: {} }\nregisters: [{ file: m.csv, body: b }]\nactors:\n".to_owned();
    pact.extend((0..ACTORS).map(|at| format!("  a{at}: {{ label: {} }}\n", called(at))));
    let rows = (0..ROWS).map(|row| format!("{}\n", if wrong(row) { slip(row) } else { right(row) }));
    let register = format!("actor\n{}", rows.collect::<String>());
    let report = check(&[("p.yaml", &pact), ("m.csv", &register)]);
    let found: Vec<_> =
        report.findings.iter().filter(|one| report.rules[one.rule].name == "dangling-reference").collect();
    assert_eq!(found.len() as u64, ROWS / 100);
    let missed: Vec<_> =
        found.iter().filter(|one| one.finding.help.iter().all(|help| !help.id.starts_with("did-you-mean"))).collect();
    assert!(missed.is_empty(), "{} of {}: {:?}", missed.len(), found.len(), missed.first());
    assert!(found.is_sorted_by_key(|one| one.finding.span), "the rows come in the order of the file");
}

/// Whatever is wrong in every row: one finding where it has one reason, and one each where it has not, without comparing everything with everything.
#[test]
fn faults_in_every_row() {
    let only = |(document, register): (String, String)| {
        let report = check(&[("forslag.yaml", &document), ("medlemmer.csv", &register)]);
        let mut rules = rules_of(&report).into_iter().fold(std::collections::BTreeMap::new(), |mut rules, rule| {
            *rules.entry(rule.to_owned()).or_insert(0_u64) += 1;
            rules
        });
        // Where nobody sits for anybody, nothing uses the organisations.
        rules.remove("unused-definition");
        rules.into_iter().collect::<Vec<_>>()
    };
    let unknown = |row: u64| format!("Foreningen {}", word(row + 5_000_000));
    assert_eq!(only(large(ROWS, unknown)), [("dangling-reference".to_owned(), 1)], "another column was meant");
    let all_but_one = |row: u64| if row == 7 { "KL".to_owned() } else { unknown(row) };
    assert_eq!(only(large(ROWS, all_but_one)), [("dangling-reference".to_owned(), ROWS - 1)]);
    // The seats ask nothing of organisations, so that members may sit for themselves.
    assert_eq!(only(large(ROWS, |_| String::new())), Vec::new());
    let (document, register) = large(ROWS, |_| "KL".to_owned());
    assert_eq!(
        only((document.clone(), register.replace(";Kommunerne;", ";;"))),
        [("member-without-seat".to_owned(), ROWS)]
    );
    assert_eq!(
        only((document.clone(), register.replace("01.01.2026", "01.13.2026"))),
        [("impossible-date".to_owned(), ROWS)]
    );
    assert_eq!(only((document, register.replace("01.01.2026", "01.01.2026;x"))), [("uneven-row".to_owned(), 1)]);
}

/// Names that are all nearly alike: a few show it.
#[test]
fn persons_who_are_all_alike() {
    let (document, _) = large(1, |_| String::new());
    let letters = |mut number: u32| {
        let mut name = String::new();
        for _ in 0..16 {
            name.push(if number.is_multiple_of(2) { 'a' } else { 'b' });
            number /= 2;
        }
        name
    };
    let rows: String = (0..60_000).map(|row| format!("K{} Holm;Kommunerne;KL\n", letters(row))).collect();
    let report = check(&[("forslag.yaml", &document), ("medlemmer.csv", &format!("navn;plads;organisation\n{rows}"))]);
    let similar = rules_of(&report).into_iter().filter(|rule| *rule == "similar-persons").count();
    assert!(similar < 60_000, "each is told once at most");
    let same: String =
        (0..60_000).map(|row| format!("Anne{}Hansen;Kommunerne;KL\n", " ".repeat(row % 40 + 1))).collect();
    let report = check(&[("forslag.yaml", &document), ("medlemmer.csv", &format!("navn;plads;organisation\n{same}"))]);
    assert_eq!(rules_of(&report).into_iter().filter(|rule| *rule == "similar-persons").count(), 39);
}
