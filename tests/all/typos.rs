//! Ten mistakes that people make, in one document: what they read.

use pact_core::message::Language;

use crate::support::{changed_example, check, example, lines, rules_of};

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
    let utf8 = "id;plads;aktør;person\nm1;kommuner;skole;Borgmesteren på Ærø\nm2;skoler;skole;Søren Ås’ kontor\nm3;skoler;skole;Rektor\n";
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

/// What was found beside seats that these small documents leave empty.
fn but_vacancies(report: &pact_core::report::Report) -> Vec<&str> {
    rules_of(report).into_iter().filter(|rule| *rule != "unfilled-seat").collect()
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
        assert_eq!(but_vacancies(&report), [rule], "{text}\n{:#?}", lines(&report, Language::English));
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
        assert_eq!(but_vacancies(&report), rules, "{member}\n{:#?}", lines(&report, Language::English));
    }
}

/// One slip in the clean example: what it gives beside the finding that is there anyway.
#[test]
fn a_slip_in_the_example_is_one_finding() {
    let terms = "kommissorium.yaml";
    let pact = "forslag.yaml";
    let register = "medlemmer.csv";
    let cases: &[(&str, &str, &str, &[&str])] = &[
        // What is defined under a misspelt id, and everything refers to.
        (terms, "  forprojektgruppen:\n", "  forprojektgrupen:\n", &["dangling-reference"]),
        (terms, "  vaekstforum:\n", "  vaekstforun:\n", &["dangling-reference"]),
        (terms, "  DK04:\n", "  DK40:\n", &["dangling-reference"]),
        (terms, "    kommune:\n", "    komune:\n", &["unknown-concept"]),
        (terms, "  actor-category:\n", "  actor-categories:\n", &["unknown-concept"]),
        // Sections, near and far.
        (terms, "\nbodies:\n", "\nbodys:\n", &["unknown-key"]),
        (terms, "\nclauses:\n", "\nklausuler:\n", &["unknown-key"]),
        (pact, "\nmeetings:\n", "\nmøder:\n", &["unknown-key"]),
        // The head.
        (pact, "\nterms: midtjylland-2017\n", "\nterms: midtjylland-2071\n", &["dangling-reference"]),
        (pact, "\npact: 1\n", "\n", &["unknown-document"]),
        (terms, "\nterms: 1\n", "\nterms: 1\npact: 1\n", &["two-documents"]),
        (terms, "\nterms: 1\n", "\nterms: \"1\"\n", &["unsupported-version"]),
        (pact, "\nstatus: proposed\n", "\nstatut: proposed\n", &["unknown-key"]),
        // The register.
        (register, ";plads;", ";;", &["unknown-key"]),
        (register, ";aktør;", ";aktoer;", &["unknown-key"]),
        (register, "id;person;plads;aktør;udpeget af;fra;til;politikområde\n", "", &["unknown-key"]),
        (register, "id;person", "Medlemmer pr. 1. oktober\nid;person", &["unknown-key"]),
        (register, "m02;repr", "m02;\"repr", &["syntax-error"]),
        (register, "m02;", "m01;", &["duplicate-id"]),
        (register, ";htx;", ";htxx;", &["dangling-reference"]),
    ];
    for (file, from, to, expected) in cases {
        let found = slip(file, |text| {
            assert!(text.contains(from), "{file}: {from:?}");
            text.replacen(from, to, 1)
        });
        let expected: Vec<String> =
            expected.iter().map(|rule| rule.replace("two-documents", "unknown-document")).collect();
        assert_eq!(found.0, expected, "{file}: {from:?} → {to:?}\n{:#?}", found.1);
    }
    let separators = slip(register, |text| {
        let (heading, rows) = text.split_once('\n').unwrap();
        format!("{heading}\n{}", rows.replace(';', ","))
    });
    assert_eq!(separators.0, ["uneven-row"], "{:#?}", separators.1);
    let column = slip(register, |text| {
        let without = |line: &str| {
            line.split(';').enumerate().filter(|(at, _)| *at != 2).map(|(_, cell)| cell).collect::<Vec<_>>().join(";")
        };
        text.lines().map(without).collect::<Vec<_>>().join("\n")
    });
    // Without the column every member is given the seat that it may fill.
    assert_eq!(column.0, Vec::<String>::new(), "{:#?}", column.1);
    let lead = slip(register, |text| format!("sep=;\n{text}"));
    assert_eq!(lead.0, Vec::<String>::new(), "{:#?}", lead.1);
}

/// The rules that find something in the clean example once a file is changed, without the one that does anyway; and what they say.
fn slip(file: &str, change: impl Fn(String) -> String) -> (Vec<String>, Vec<String>) {
    let judge = |input| pact_rules::check(input, &pact_core::report::Options::default());
    let clean = judge(example("midtjylland-clean"));
    let there_anyway: std::collections::BTreeSet<&str> = rules_of(&clean).into_iter().collect();
    let report =
        judge(changed_example("midtjylland-clean", |name, text| if name == file { change(text) } else { text }));
    let rules = rules_of(&report).into_iter().filter(|rule| !there_anyway.contains(rule)).map(str::to_owned);
    (rules.collect(), lines(&report, Language::English))
}

/// A file of a workspace by itself lacks its terms, and nothing else is said.
#[test]
fn a_proposal_without_its_terms_says_that() {
    let text = std::fs::read_to_string(crate::support::root().join("examples/midtjylland-clean/forslag.yaml")).unwrap();
    let members =
        std::fs::read_to_string(crate::support::root().join("examples/midtjylland-clean/medlemmer.csv")).unwrap();
    let report = check(&[("forslag.yaml", &text), ("medlemmer.csv", &members)]);
    assert_eq!(
        rules_of(&report),
        ["dangling-reference", "dangling-reference"],
        "{:#?}",
        lines(&report, Language::English)
    );
}

const BASE: &str = "pact: 1\nid: p\ntitle: P\nlevel: national\nstatus: planned\nbodies: { b: { seats: { s: { eligible: { actor: lo } }, t: { eligible: { actor: lo } } } } }\n\
                    actors: { lo: {} }\npartnerships: { q: { partners: lo } }\nregisters: [{ file: m.csv, body: b }]\n";

/// What is not said must not pass: everything here once ended with nothing found.
#[test]
fn silence_is_no_pass() {
    let register = |rows: &str| vec![("p.yaml", BASE.to_owned()), ("m.csv", rows.to_owned())];
    let terms = |text: &str| vec![("t.yaml", format!("terms: 1\nid: t\ntitle: T\n{text}"))];
    type Case<'c> = (Vec<(&'c str, String)>, &'c [&'c str]);
    let cases: Vec<Case<'_>> = vec![
        // Spreadsheets write separators at the ends of lines.
        (
            register("id;seat;actor;\nm1;;;\nm2;s;;\n"),
            &["member-without-seat", "member-without-actor", "member-without-actor"],
        ),
        (register(";seat;actor\n;;lo\n"), &["member-without-seat"]),
        (register("id;seat;\nm1;s;\n"), &["member-without-actor"]),
        (register("id;seat;actor;phone\nm1;;;1\n"), &["unknown-key", "member-without-seat", "member-without-actor"]),
        (
            register("id;seat;actor;from\nm1;;;bad\n"),
            &["impossible-date", "member-without-seat", "member-without-actor"],
        ),
        (register(&format!("seat;actor{}\ns;lo{}junk\n", ";".repeat(70), ";".repeat(70))), &["unknown-key"]),
        // Quotation marks that swallow rows.
        (register("id;person;seat;actor\nm1;\"leader;s;lo\nm2;x;zzz;nobody\nm3;y\";s;lo\n"), &["syntax-error"]),
        // A path leads no further than an id.
        (
            vec![(
                "p.yaml",
                BASE.replace(
                    "registers: [{ file: m.csv, body: b }]",
                    "members: { m: { body: c, seat: b/s, actor: lo } }",
                )
                .replace("bodies: {", "bodies: { c: { seats: { u: {} } },"),
            )],
            &["dangling-reference"],
        ),
        (
            terms("schemes: { a: { x: { broader: b/y } }, b: [y] }\nclauses: { A: { force: must, text: a } }\n"),
            &["unknown-concept"],
        ),
        // Empty words.
        (terms("clauses: { A: { force: must, quote: \"\" } }\n"), &["wordless-clause"]),
        // What is lost hides no more than it could have held.
        (
            terms("source: { file: gone.txt }\nclauses: { A: { force: must, text: x, binds: zzz } }\n"),
            &["unreadable-file", "dangling-reference"],
        ),
        (
            terms("actors: { lo: 5, da: {} }\nclauses: { A: { force: must, text: x, binds: [zzz, lo, da] } }\n"),
            &["wrong-type", "dangling-reference"],
        ),
        (
            vec![(
                "p.yaml",
                BASE.replace(
                    "registers: [{ file: m.csv, body: b }]",
                    "terms: tt\nobjectives: { o: { label: O, supports: oo } }",
                ),
            )],
            &["dangling-reference", "dangling-reference"],
        ),
        // One id for two kinds of thing is missing twice.
        (
            terms("actors: { a: { part-of: zz } }\nclauses: { A: { force: must, text: x, part-of: zz, binds: a } }\n"),
            &["dangling-reference", "dangling-reference"],
        ),
    ];
    for (files, expected) in cases {
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let report = check(&files);
        assert_eq!(rules_of(&report), expected, "{files:?}\n{:#?}", lines(&report, Language::English));
        assert_ne!(report.outcome(), pact_core::report::Outcome::Holds);
    }
}

/// What was not read is said whatever is switched off: what follows from it was not looked at.
#[test]
fn what_was_not_read_cannot_be_silenced() {
    let text = "terms: 1\nid: t\ntitle: T\nbodyes: { b: {} }\nclauses: { A: { force: must, text: x, binds: zzz } }\n";
    let mut input = pact_core::load::Input::new();
    input.add("t.yaml", text);
    let levels = pact_rules::registry::rules().map(|rule| (rule.name.to_string(), None)).collect();
    let options = pact_core::report::Options { levels, ..Default::default() };
    let report = pact_rules::check(input, &options);
    assert_eq!(rules_of(&report), ["unknown-key"]);
    assert_eq!(report.outcome(), pact_core::report::Outcome::Fails);
}

/// Every suggestion, made in the file, mends its finding and makes no other.
#[test]
fn suggestions_mend() {
    let terms = [
        "{\"terms\":1,\"id\":\"t\",\"title\":\"T\",\"clauses\":{\"A\":{\"force\":\"skal\",\"text\":\"x\"}}}",
        "{\"terms\":1,\"id\":\"t\",\"title\":\"T\",\"clauses\":{\"A\":{\"force\":\"must\",\"txet\":\"x\"}}}",
        "terms: 1\nid: t\ntitle: T\nclauses: { A: { force:must, text: x } }\n",
        "terms: 1\nid: t\ntitle: T\nactors: { \"1.25\": {} }\nclauses: { A: { force: must, text: x, binds: \"1.255\" } }\n",
        "terms: 1\nid: t\ntitle: T\nactors: { \"true\": {} }\nclauses: { A: { force: must, text: x, binds: truee } }\n",
        "terms: 1\nid: t\ntitle: T\nactors: { \"*panel\": {} }\nclauses: { A: { force: must, text: x, binds: panel } }\n",
        "terms: 1\nid: t\ntitle: T\nactors: { bestyrelsen: {} }\nclauses: { A: { force: must, text: x, binds: 'bestyrelse' } }\n",
    ];
    for text in terms {
        let name = if text.starts_with('{') { "t.json" } else { "t.yaml" };
        let report = check(&[(name, text)]);
        let edit = report.findings[0].finding.edit.clone().unwrap_or_else(|| panic!("{text}"));
        let mended =
            format!("{}{}{}", &text[..edit.span.start as usize], edit.replacement, &text[edit.span.end as usize..]);
        assert_eq!(lines(&check(&[(name, &mended)]), Language::English), Vec::<String>::new(), "{mended}");
    }
}
