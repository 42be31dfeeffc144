//! Ten mistakes that people make, in one document: what they read.

use pact_core::message::Language;

use crate::support::{check, lines};

const TERMS: &str = r#"terms: 1
id: udvalg
title: Kommissorium for udvalget
language: da
schemes:
  actor-category: [kommune, skole]
actors:
  lo: { label: LO }
bodies:
  udvalg:
    size: fem
    seats:
      kommuner: { places: 2, eligible: { categori: kommune } }
      skoler: { eligible: { category: skoler } }
      arbejdere: { eligible: { actor: la } }
elements:
  E1: { text: { da: Flere uddannede, især piger } }
clauses:
  A: { force: skal, text: Udvalget har fem medlemmer., binds: udvalg }
  B: { text: Udvalget holder to møder., from: 2018-02-30 }
  B: { force: should, text: Mødet er åbent. }
  C 1: { force: may, text: Udvalget kan nedsætte grupper. }
  D: { force: must, text: , element: E1 }
"#;

#[test]
fn ten_mistakes_are_ten_findings() {
    let report = check(&[("kommissorium.yaml", TERMS)]);
    insta::assert_snapshot!("ten-mistakes-en", lines(&report, Language::English).join("\n"));
    insta::assert_snapshot!("ten-mistakes-da", lines(&report, Language::Danish).join("\n"));
    assert_eq!(report.findings.len(), 11);
}

const REGISTER: &str = "Id;Navn;Plads;Aktør;Fra;Til;Stemme
m1;Formanden;kommuner;by a;01.01.2018;31.12.2017;ja
m2;Skolelederen;skoler;skole;1.1.18;;måske
m3;En til;skoler;skole
";

const PACT: &str = "pact: 1
id: forslag
title: Forslag
level: regional
status: proposed
terms: udvalg
registers: [{ file: medlemmer.csv, body: udvalg }]
actors:
  skole: {}
";

const SMALL: &str = "terms: 1
id: udvalg
title: Kommissorium
bodies:
  udvalg: { seats: { kommuner: {}, skoler: { places: 2 } } }
";

#[test]
fn mistakes_in_a_register() {
    let report = check(&[("kommissorium.yaml", SMALL), ("forslag.yaml", PACT), ("medlemmer.csv", REGISTER)]);
    insta::assert_snapshot!("register-mistakes-en", lines(&report, Language::English).join("\n"));
    insta::assert_snapshot!("register-mistakes-da", lines(&report, Language::Danish).join("\n"));
}

#[test]
fn a_register_in_windows_1252_reads_the_same() {
    let utf8 = "id;plads;aktør;person\nm1;kommuner;skole;Borgmesteren på Ærø\nm2;skoler;skole;Søren Ås’ kontor\n";
    let bytes: Vec<u8> = utf8
        .chars()
        .map(|letter| match letter {
            '’' => 0x92,
            letter => u8::try_from(u32::from(letter)).unwrap(),
        })
        .collect();
    let read = |bytes: &[u8]| {
        let mut input = pact_core::load::Input::new();
        input.add("kommissorium.yaml", SMALL);
        input.add("forslag.yaml", PACT);
        input.add("medlemmer.csv", bytes);
        let report = pact_rules::check(input, &pact_core::report::Options::default());
        assert_eq!(lines(&report, Language::English), Vec::<String>::new());
        let graph = report.model.graph();
        graph
            .all::<pact_core::graph::node::Member>()
            .map(|(_, member)| member.person.clone().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(read(&bytes), read(utf8.as_bytes()));
    assert_eq!(read(&bytes)[1].as_ref(), "Søren Ås’ kontor");
    assert_eq!(read(utf8.replace(';', ",").as_bytes()), read(format!("\u{feff}{utf8}").as_bytes()));
}

/// One slip, one finding: nothing that follows from it is reported too.
#[test]
fn one_fault_is_one_finding() {
    let head = "terms: 1\nid: t\ntitle: T\n";
    let seats = "bodies:\n  g: { seats: { s: { eligible: { category: town } } } }\n";
    for (text, rule) in [
        // A scheme by another name, and concepts that nothing uses under it.
        (format!("{head}schemes: {{ actor-categories: [town, firm] }}\n{seats}"), "unknown-concept"),
        // A required key, misspelt or run together with its value.
        (format!("{head}clauses: {{ A: {{ forse: must, text: a }} }}\n"), "unknown-key"),
        (format!("{head}clauses: {{ A: {{ force:must, text: a }} }}\n"), "unknown-key"),
        // A comma between braces, in an entry and twice in a text.
        (
            format!("{head}clauses: {{ A: {{ force: must, text: five members, of whom two, at most }} }}\n"),
            "stray-words",
        ),
        (
            format!("{head}clauses: {{ A: {{ force: must, text: {{ en: five, of whom two, at most }} }} }}\n"),
            "stray-words",
        ),
        // A section that is misspelt, and what refers to its entries.
        (format!("{head}scheme: {{ actor-category: [town] }}\n{seats}"), "unknown-key"),
        (format!("{head}actors: [x, y]\nclauses: {{ A: {{ force: must, text: a, binds: x }} }}\n"), "wrong-type"),
        (
            format!("{head}actors: {{ x y: {{}} }}\nclauses: {{ A: {{ force: must, text: a, binds: x }} }}\n"),
            "invalid-id",
        ),
        // The only clause cannot be read.
        (format!("{head}clauses: {{ 1.2: {{ force: must, text: a }} }}\n"), "wrong-type"),
        // A document's id.
        ("terms: 1\ntitle: T\nclauses: { A: { force: must, text: a } }\n".to_owned(), "missing-key"),
    ] {
        let pact =
            "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nobjectives: { o: { label: O } }\n";
        let report = check(&[("t.yaml", &text), ("p.yaml", pact)]);
        assert_eq!(crate::support::rules_of(&report), [rule], "{text}\n{:#?}", lines(&report, Language::English));
    }
    let terms = format!("{head}{}", "bodies:\n  g: { seats: { s: {} } }\n  h: { seats: { s: {}, u: {} } }\n");
    for (member, rules) in [
        ("{ seat: u, actor: x }", vec![]),
        ("{ seat: s, actor: x }", vec!["ambiguous-reference"]),
        ("{ body: gg, seat: s, actor: x }", vec!["dangling-reference"]),
        ("{ actor: x }", vec!["member-without-seat"]),
        ("{ body: g, seat: [s], actor: x }", vec!["wrong-type"]),
    ] {
        let pact = format!(
            "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nactors: {{ x: {{}} }}\nmembers: {{ m: {member} }}\n"
        );
        let report = check(&[("t.yaml", &terms), ("p.yaml", &pact)]);
        assert_eq!(crate::support::rules_of(&report), rules, "{member}\n{:#?}", lines(&report, Language::English));
    }
}
