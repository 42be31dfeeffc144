//! The table of members and the list of what would put it right, on the command line.

use serde_json::Value;

use crate::support::{Run, pact, root};

const TERMS: &str = r#"terms: 1
id: forum-terms
title: { da: Kommissorium for vækstforum, en: Terms of reference of the growth forum }
language: da
schemes:
  actor-category:
    kommune: { label: { da: Kommune, en: Municipality } }
    erhverv: { label: { da: Erhvervsorganisation, en: Business organisation } }
    htx: { label: HTX }
    hhx: { label: HHX }
  gender:
    kvinde: { label: { da: Kvinde, en: Woman } }
    mand: { label: { da: Mand, en: Man } }
actors:
  kkr: { label: Kommunekontaktrådet }
  regionsraad: { label: { da: Regionsrådet, en: The regional council } }
  di: { label: Dansk Industri, category: erhverv }
  de: { label: Dansk Erhverv, category: erhverv }
  fh: { label: Fagbevægelsens Hovedorganisation }
  egb: { label: Erhvervsskolernes og Gymnasiernes Bestyrelser }
bodies:
  forum:
    label: { da: Vækstforum, en: The growth forum }
    kind: council
    size: { exactly: 19, clause: C0 }
    seats:
      formand: { label: { da: Formanden, en: The chair }, eligible: { actor: regionsraad }, appointed-by: regionsraad, clause: C1 }
      kommuner: { label: { da: Kommunerne, en: Municipalities }, places: 12, eligible: { category: kommune }, nominated-by: kkr, clause: C2 }
      erhverv: { label: { da: Erhvervslivet, en: Business }, places: 2, eligible: { category: erhverv }, nominated-by: { jointly: [di, de] }, clause: C3 }
      loenmodtagere: { label: { da: Lønmodtagerne, en: Employees }, places: 2, eligible: { actor: fh }, nominated-by: fh, clause: C3 }
      htx: { label: HTX, eligible: { category: htx }, nominated-by: egb, clause: C4 }
      hhx: { label: HHX, eligible: { category: [htx, hhx] }, nominated-by: egb, clause: C4 }
      gaest: { label: { da: Gæsten, en: The guest }, eligible: { category: erhverv }, optional: true, counts: false, clause: C5 }
    quotas:
      kvinder: { label: { da: Kvinder, en: Women }, count: { gender: kvinde }, at-least: 40 %, of: seats, clause: Q1 }
      maend: { label: { da: Mænd, en: Men }, count: { gender: mand }, at-least: 40 %, of: seats, clause: Q1 }
    chair: { from: { seat: formand }, clause: C1 }
    deputy: { from: { seat: kommuner }, clause: C1 }
    alternates: { kind: personal, for: { seat: loenmodtagere }, clause: C3 }
    tenure: { for: { seat: formand }, at-most: 4 years, clause: C1 }
  arbejdsgruppe: { label: { da: Arbejdsgruppen, en: The working group }, kind: working-group, part-of: forum }
clauses:
  C0: { force: constitutive, text: { da: Vækstforum har 19 medlemmer., en: The growth forum has 19 members. } }
  C1: { force: must, text: { da: Regionsrådet udnævner formanden for højst fire år., en: The regional council appoints the chair for four years at most. } }
  C2: { force: must, text: { da: KKR indstiller tolv., en: KKR nominates twelve. } }
  C3: { force: must, text: { da: Arbejdsmarkedets parter indstiller to hver., en: The social partners nominate two each. } }
  C4: { force: must, text: { da: HTX og HHX har hver én plads., en: HTX and HHX have one seat each. } }
  C5: { force: may, text: { da: Forummet kan have en gæst., en: The forum may have a guest. } }
  Q1: { force: should, text: { da: Hvert køn bør have mindst 40 %., en: Each gender should have at least 40 %. } }
"#;

const PACT: &str = r#"pact: 1
id: forum-2026
title: { da: Vækstforum 2026, en: The growth forum 2026 }
language: da
level: regional
status: proposed
terms: forum-terms
actors:
  aarhus: { label: Aarhus Kommune, category: kommune }
  viborg: { label: Viborg Kommune, category: kommune }
  skive: { label: Skive Kommune, category: kommune }
  htx-viborg: { label: Mercantec HTX, category: htx }
members:
  m01: { person: Anna Borg, body: forum, seat: formand, actor: regionsraad, appointed-by: regionsraad, role: chair, gender: mand, from: 2024-01-01, to: 2028-12-31 }
  m02: { person: Bo Carlsen, body: forum, seat: kommuner, actor: aarhus, nominated-by: kkr, gender: kvinde, from: 2026-01-01, to: 2029-12-31 }
  m03: { body: forum, seat: kommuner, actor: aarhus, nominated-by: kkr, gender: kvinde, from: 2026-01-01 }
  m04: { body: forum, seat: kommuner, actor: aarhus, nominated-by: kkr, gender: kvinde }
  m05: { body: forum, seat: kommuner, actor: aarhus, nominated-by: kkr, gender: kvinde }
  m06: { body: forum, seat: kommuner, actor: viborg, nominated-by: kkr, gender: kvinde }
  m07: { body: forum, seat: kommuner, actor: viborg, nominated-by: kkr, gender: mand }
  m08: { body: forum, seat: kommuner, actor: viborg, nominated-by: kkr, gender: mand }
  m09: { body: forum, seat: kommuner, actor: viborg, nominated-by: kkr, gender: mand }
  m10: { body: forum, seat: kommuner, actor: skive, nominated-by: kkr, gender: mand }
  m11: { body: forum, seat: kommuner, actor: skive, gender: mand }
  m12: { body: forum, actor: skive, nominated-by: kkr, gender: mand }
  m13: { body: forum, seat: erhverv, actor: di, nominated-by: [di, de], gender: mand }
  m14: { body: forum, seat: erhverv, actor: de, nominated-by: de, gender: mand }
  m15: { body: forum, seat: loenmodtagere, actor: fh, nominated-by: fh, gender: kvinde }
  m16: { body: forum, seat: hhx, actor: htx-viborg, nominated-by: egb, gender: mand }
  m17: { body: forum, actor: fh, role: observer }
  s15: { body: forum, actor: fh, role: alternate, stands-in-for: m15, gender: mand }
  a1: { body: arbejdsgruppe, actor: skive }
"#;

fn folder(terms: &str, pact: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("kommissorium.yaml"), terms).unwrap();
    std::fs::write(folder.path().join("forslag.yaml"), pact).unwrap();
    folder
}

fn run(folder: &tempfile::TempDir, args: &[&str]) -> Run {
    let args: Vec<&str> = args.iter().copied().chain(["--as-of", "2026-11-01"]).collect();
    pact(folder.path(), &args)
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr))
}

/// The only body of a result.
fn body(run: &Run) -> Value {
    let value = json(run);
    let bodies = value["bodies"].as_array().unwrap();
    assert_eq!(bodies.len(), 1);
    bodies[0].clone()
}

fn assert_follows_schema(document: &str, value: &Value) {
    let schema: Value = serde_json::from_str(&pact(root(), &["schema", document]).stdout).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!(value["version"], 1);
}

/// Those of the steps that are of a kind.
fn of_kind<'v>(body: &'v Value, kind: &str) -> Vec<&'v Value> {
    body["steps"].as_array().unwrap().iter().filter(|step| step["kind"] == kind).collect()
}

#[test]
fn a_body_is_shown_seat_by_seat_and_what_to_do_about_it() {
    let folder = folder(TERMS, PACT);
    for command in ["seats", "suggest"] {
        for language in ["da", "en"] {
            let text = run(&folder, &[command, "--lang", language]);
            assert_eq!((text.code, text.stderr.as_str()), (1, ""), "as `pact check` ends");
            assert!(text.stdout.lines().all(|line| line.chars().count() <= 80), "{}", text.stdout);
            assert!(!text.stdout.contains('\u{1b}'));
            insta::assert_snapshot!(format!("{command}-{language}"), text.stdout);
            assert_eq!(run(&folder, &[command, "--lang", language]).stdout, text.stdout);
        }
    }
    insta::assert_snapshot!("seats-csv", run(&folder, &["seats", "--format", "csv", "--lang", "da"]).stdout);
    insta::assert_snapshot!("seats-markdown", run(&folder, &["seats", "--format", "markdown", "--lang", "da"]).stdout);
}

#[test]
fn programs_read_the_same() {
    let folder = folder(TERMS, PACT);
    let seats = run(&folder, &["seats", "--body", "forum", "--format", "json"]);
    assert_follows_schema("seats", &json(&seats));
    let forum = body(&seats);
    assert_eq!((&forum["places"], &forum["filled"], &forum["open"]), (&19.into(), &16.into(), &3.into()));
    let ids: Vec<&str> = forum["seats"].as_array().unwrap().iter().map(|seat| seat["seat"].as_str().unwrap()).collect();
    assert_eq!(ids, ["htx", "kommuner", "loenmodtagere", "erhverv", "formand", "hhx", "gaest"], "open seats first");
    let found: Vec<&Value> =
        forum["seats"][1]["holders"].as_array().unwrap().iter().filter(|one| one["found"] == true).collect();
    assert_eq!((found.len(), &found[0]["member"]), (1, &"m12".into()));
    assert_eq!(forum["seats"][3]["ask"]["how"], "jointly");
    let verdicts: Vec<&str> =
        forum["seats"].as_array().unwrap().iter().map(|seat| seat["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["unmet", "unmet", "unmet", "unmet", "unmet", "met", "met"]);
    insta::assert_json_snapshot!("seats-json", forum["seats"][0]);

    let suggest = run(&folder, &["suggest", "--body", "forum", "--format", "json"]);
    assert_follows_schema("suggest", &json(&suggest));
    insta::assert_json_snapshot!("suggest-json", body(&suggest)["steps"][0]);
    for (folder, command) in [("midtjylland", "seats"), ("brainport", "suggest"), ("danmark-raad", "seats")] {
        let run = pact(root(), &[command, &format!("examples/{folder}"), "--format", "json"]);
        assert_follows_schema(command, &json(&run));
    }
}

#[test]
fn who_could_be_moved_need_not_be_appointed() {
    let folder = folder(TERMS, PACT);
    let forum = body(&run(&folder, &["suggest", "--body", "forum", "--format", "json"]));
    let appointed = of_kind(&forum, "appoint");
    let seats: Vec<&str> = appointed.iter().map(|step| step["seat"].as_str().unwrap()).collect();
    assert_eq!(seats, ["htx", "kommuner", "loenmodtagere"]);
    let others = appointed[0]["alternatives"].as_array().unwrap();
    let other = others.iter().find(|other| other["seat"] == "hhx").unwrap();
    let moves = other["moves"].as_array().unwrap();
    assert!(moves.contains(&serde_json::json!({ "member": "m16", "from": "hhx", "to": "htx" })), "{moves:?}");
    assert_eq!(appointed[0]["clauses"], serde_json::json!(["C0", "C4"]));

    // With somebody from an HHX on the list everything is a matter of moves, and the chair of HTX has to go first.
    let more =
        PACT.replace("  m17:", "  m18: { body: forum, actor: hhx-skive, nominated-by: egb, gender: kvinde }\n  m17:");
    let more = more.replace("  htx-viborg:", "  hhx-skive: { label: HHX Skive, category: hhx }\n  htx-viborg:");
    let moved = self::folder(TERMS, &more);
    let forum = body(&run(&moved, &["suggest", "--body", "forum", "--format", "json"]));
    assert_eq!(of_kind(&forum, "appoint").len(), 2);
    let moves: Vec<(&str, Option<&str>, Option<&str>)> = of_kind(&forum, "move")
        .iter()
        .map(|step| (step["member"].as_str().unwrap(), step["from"].as_str(), step["to"].as_str()))
        .collect();
    assert_eq!(moves, [("m12", None, Some("kommuner")), ("m16", Some("hhx"), Some("htx")), ("m18", None, Some("hhx"))]);
}

#[test]
fn who_may_not_sit_where_they_do_has_to_leave() {
    let folder = folder(TERMS, &PACT.replace("seat: erhverv, actor: di", "seat: erhverv, actor: skive"));
    let forum = body(&run(&folder, &["suggest", "--body", "forum", "--format", "json"]));
    let leaving: Vec<&Value> = of_kind(&forum, "move").into_iter().filter(|step| step["from"] == "erhverv").collect();
    assert_eq!(leaving.len(), 1);
    assert_eq!(leaving[0]["member"], "m13");
    let because = leaving[0]["because"].as_array().unwrap();
    assert_eq!((because.len(), &because[0]["message_id"]), (1, &"lack-ineligible".into()));
    // It is told there and not once more.
    let told =
        of_kind(&forum, "put-right").iter().filter(|step| step["missing"]["message_id"] == "lack-ineligible").count();
    assert_eq!(told, 0);
}

#[test]
fn what_a_quota_still_takes_is_foretold() {
    let forecast = |pact: &str| {
        let folder = folder(TERMS, pact);
        let forum = body(&run(&folder, &["suggest", "--body", "forum", "--format", "json", "--lang", "en"]));
        let steps = of_kind(&forum, "put-right");
        let step = steps.iter().find(|step| step["missing"]["args"]["subject"] == "kvinder").unwrap();
        let unknown: Vec<Value> = of_kind(&forum, "find-out").iter().map(|step| step["members"].clone()).collect();
        (step["text"].as_str().unwrap().to_owned(), step["forecast"].clone(), unknown)
    };
    let (text, women, unknown) = forecast(PACT);
    assert!(text.contains("2 of the 3 open places"), "{text}");
    assert_eq!((&women["counted"], &women["least"], &women["open"]), (&6.into(), &8.into(), &3.into()));
    assert_eq!((&women["possible"], unknown.len()), (&true.into(), 0));
    // Of those who are not women any more none can be appointed to an open place.
    let (text, women, _) = forecast(&PACT.replace("gender: kvinde", "gender: mand"));
    assert_eq!(women["possible"], false);
    assert!(text.contains("replaced"), "{text}");
    let (_, women, unknown) = forecast(&PACT.replace(
        "m03: { body: forum, seat: kommuner, actor: aarhus, nominated-by: kkr, gender: kvinde",
        "m03: { body: forum, seat: kommuner, actor: aarhus, nominated-by: kkr",
    ));
    assert_eq!(women["unknown"], serde_json::json!(["m03"]));
    assert!(unknown.contains(&serde_json::json!(["m03"])), "{unknown:?}");
}

#[test]
fn what_the_changes_cost_is_told_beside_them() {
    let terms = "terms: 1\nid: t\ntitle: T\nschemes:\n  actor-category: { kommune: { label: Kommune }, skole: { label: Skole } }\n\
        actors: { aarhus: { label: Aarhus, category: kommune }, horsens: { label: Horsens, category: kommune }, skolen: { label: Skolen, category: skole } }\n\
        bodies:\n  raad:\n    label: { da: Rådet, en: The council }\n    seats:\n\
        \x20     kommuner: { label: { da: Kommunerne, en: Municipalities }, places: 2, eligible: { category: kommune }, clause: A }\n\
        \x20     skoler: { label: { da: Skolerne, en: Schools }, clause: B }\n\
        \x20   chair: { from: { seat: kommuner }, clause: C }\n\
        clauses:\n  A: { force: must, text: a }\n  B: { force: must, text: b }\n  C: { force: must, text: c }\n";
    let pact = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nmembers:\n\
        \x20 m1: { body: raad, seat: kommuner, actor: skolen, role: chair }\n\
        \x20 m2: { body: raad, seat: kommuner, actor: aarhus }\n\
        \x20 m3: { body: raad, seat: skoler, actor: horsens }\n";
    let folder = folder(terms, pact);
    insta::assert_snapshot!("suggest-breaks-da", run(&folder, &["suggest", "--lang", "da"]).stdout);
    insta::assert_snapshot!("suggest-breaks-en", run(&folder, &["suggest", "--lang", "en"]).stdout);
    let told = run(&folder, &["suggest", "--format", "json"]);
    assert_follows_schema("suggest", &json(&told));
    let steps = body(&told)["steps"].clone();
    let breaks = steps.as_array().unwrap().iter().find(|step| step["kind"] == "breaks").unwrap();
    assert_eq!((&breaks["law"], &breaks["clauses"]), (&"chair".into(), &serde_json::json!(["C"])));
}

#[test]
fn what_the_changes_cost_another_body_is_told_too() {
    let terms = "terms: 1\nid: t\ntitle: T\nschemes: { actor-category: { municipality: {}, company: {} } }\nactors: { shop: { category: company } }\n\
        facts: { annex: { text: There is an annex., holds: false } }\n\
        bodies:\n  council:\n    seats:\n      municipality: { eligible: { category: municipality }, clause: K }\n      others: { places: 2, clause: K }\n\
        \x20 panel: { seats: { council: { eligible: { member-of: council }, clause: A } } }\n\
        \x20 house: { seats: { builder: { when: { fact: annex }, clause: H }, reader: { clause: H } } }\n\
        clauses: { K: { force: must, text: k }, A: { force: must, text: a }, H: { force: must, text: h } }\n";
    let pact = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nmembers:\n\
        \x20 k1: { person: first reader, body: council, seat: municipality, actor: shop }\n\
        \x20 k2: { person: second reader, body: council, seat: others, actor: shop }\n  k3: { person: third reader, body: council, seat: others, actor: shop }\n\
        \x20 p1: { person: first reader, body: panel, seat: council }\n\
        \x20 h1: { body: house, seat: builder }\n";
    let folder = folder(terms, pact);
    let told: Value = json(&run(&folder, &["suggest", "--format", "json"]));
    let steps = |body: usize| told["bodies"][body]["steps"].as_array().unwrap().clone();
    let breaks = steps(0).into_iter().find(|step| step["kind"] == "breaks").unwrap();
    assert_eq!((&breaks["law"], &breaks["clauses"]), (&"council".into(), &serde_json::json!(["A"])));
    // Who sits where there is no seat leaves it for the one that there is.
    let house = steps(1);
    let [only] = house.as_slice() else { panic!("{house:?}") };
    assert_eq!((&only["kind"], &only["from"], &only["to"]), (&"move".into(), &"builder".into(), &"reader".into()));
}

#[test]
fn where_nothing_is_to_be_done_it_says_so() {
    let terms = "terms: 1\nid: t\ntitle: T\nbodies: { raad: { label: Rådet, seats: { a: { clause: A } } } }\nclauses: { A: { force: must, text: a } }\nactors: { x: {} }\n";
    let pact = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nmembers: { m: { body: raad, seat: a, actor: x } }\n";
    let full = folder(terms, pact);
    let shown = run(&full, &["suggest", "--lang", "da"]);
    assert_eq!(shown.code, 0);
    assert!(shown.stdout.starts_with("Rådet · intet at gøre"), "{}", shown.stdout);
    assert_eq!(body(&run(&full, &["suggest", "--format", "json"]))["steps"], serde_json::json!([]));

    // What could not be read is no reason to be content.
    let broken = folder(terms, &pact.replace("seat: a", "seat: b"));
    let shown = run(&broken, &["suggest"]);
    assert!(!shown.stdout.contains("nothing to do"), "{}", shown.stdout);
    let terms_only = self::folder(terms, "");
    std::fs::remove_file(terms_only.path().join("forslag.yaml")).unwrap();
    assert!(run(&terms_only, &["seats"]).stdout.contains("No proposal was held"));
}

#[test]
fn what_is_set_aside_is_shown_and_not_suggested() {
    let terms = TERMS.replace("id: forum-terms\n", "id: forum-terms\nwaivable-by: regionsraad\n");
    let pact = format!(
        "{PACT}decisions:\n  d: {{ by: regionsraad, about: C4, on: 2026-01-01, outcome: approved }}\nwaivers:\n  w: {{ waives: C4, by: regionsraad, decision: d, reason: Der er ingen., until: 2027-12-31 }}\n"
    );
    let folder = folder(&terms, &pact);
    let seats = body(&run(&folder, &["seats", "--body", "forum", "--format", "json"]));
    // The number of members asks for the same, and is not waived.
    assert_eq!((&seats["seats"][0]["seat"], &seats["seats"][0]["verdict"]), (&"htx".into(), &"unmet".into()));
    let terms = terms.replace("    size: { exactly: 19, clause: C0 }\n", "");
    let folder = self::folder(&terms, &pact);
    let seats = body(&run(&folder, &["seats", "--body", "forum", "--format", "json"]));
    assert_eq!((&seats["seats"][0]["seat"], &seats["seats"][0]["verdict"]), (&"htx".into(), &"waived".into()));
}

#[test]
fn people_are_named_only_for_whoever_asks() {
    let folder = folder(TERMS, PACT);
    for format in ["text", "json", "markdown", "csv"] {
        let with = run(&folder, &["seats", "--format", format, "--names"]).stdout;
        let without = run(&folder, &["seats", "--format", format]).stdout;
        for name in ["Anna Borg", "Bo Carlsen"] {
            assert!(with.contains(name), "{format}: {with}");
            assert!(!without.contains(name), "{format}");
        }
    }
    assert_follows_schema("seats", &json(&run(&folder, &["seats", "--format", "json", "--names"])));
    assert!(!run(&folder, &["suggest"]).stdout.contains("Anna"));
}

#[test]
fn a_body_is_asked_for_by_its_id() {
    let folder = folder(TERMS, PACT);
    assert_eq!(json(&run(&folder, &["seats", "--format", "json"]))["bodies"].as_array().unwrap().len(), 2);
    let group = body(&run(&folder, &["seats", "--body", "arbejdsgruppe", "--format", "json"]));
    assert_eq!((&group["members"][0]["member"], group["seats"].as_array().unwrap().len()), (&"a1".into(), 0));
    for command in ["seats", "suggest"] {
        let misspelt = run(&folder, &[command, "--body", "forrum"]);
        assert_eq!((misspelt.code, misspelt.stdout.as_str()), (2, ""));
        assert!(misspelt.stderr.contains("`forum`"), "{}", misspelt.stderr);
        assert_eq!(run(&folder, &[command, "--body", "kkr"]).code, 2, "an actor is no body");
    }
}

#[test]
fn the_order_of_entries_does_not_matter() {
    let (head, members) = PACT.split_once("members:\n").unwrap();
    let mut lines: Vec<&str> = members.lines().collect();
    lines.reverse();
    let turned = folder(TERMS, &format!("{head}members:\n{}\n", lines.join("\n")));
    let straight = folder(TERMS, PACT);
    for args in [&["seats", "--format", "csv"][..], &["seats"], &["suggest"]] {
        assert_eq!(run(&turned, args).stdout, run(&straight, args).stdout);
    }
}

/// A register that is made from the terms alone meets what they ask of who sits where.
#[test]
fn a_model_satisfies_its_terms() {
    let place = folder(TERMS, "");
    std::fs::remove_file(place.path().join("forslag.yaml")).unwrap();
    for language in ["da", "en"] {
        let model = run(&place, &["seats", "--model", "--body", "forum", "--lang", language]);
        assert_eq!(model.code, 0, "{}", model.stderr);
        insta::assert_snapshot!(format!("seats-model-{language}"), model.stdout);
        let pact = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: forum-terms\nregisters: [{ file: m.csv }]\n";
        let held = folder(TERMS, pact);
        std::fs::write(held.path().join("m.csv"), &model.stdout).unwrap();
        let forum = body(&run(&held, &["seats", "--body", "forum", "--format", "json"]));
        assert_eq!(forum["open"], 0);
        for provision in forum["provisions"].as_array().unwrap() {
            if ["size", "quota", "chair", "deputy"].contains(&provision["kind"].as_str().unwrap()) {
                assert_eq!(provision["verdict"], "met", "{provision}");
            }
        }
    }
    let strict = folder(&TERMS.replace("at-least: 40 %", "at-least: 60 %"), "");
    std::fs::remove_file(strict.path().join("forslag.yaml")).unwrap();
    let none = run(&strict, &["seats", "--model"]);
    assert_eq!((none.code, none.stdout.as_str()), (1, ""));
    assert!(none.stderr.contains("`kvinder`") && none.stderr.contains("`maend`"), "{}", none.stderr);
    assert_eq!(run(&strict, &["seats", "--model", "--format", "json"]).code, 2, "a model has formats of its own");
}

/// A model with the actors that it makes up is held against its terms as it is, and nothing of who sits where is missing.
#[test]
fn a_model_can_be_held_against_its_terms() {
    const PARTS: [&str; 4] = ["size", "quota", "chair", "deputy"];
    let richer = r#"terms: 1
id: council
title: Terms of the council
schemes:
  actor-category: { town: {}, school: { broader: public }, public: {}, firm: {} }
  gender: [woman, man]
  sector: [private, public-sector]
regions: { north: {}, south: {}, south-1: { part-of: south } }
actors: { guild: { label: The guild }, union: { label: The union }, ann: { category: town, region: south-1 } }
bodies:
  council:
    size: { exactly: 11, clause: A }
    seats:
      towns: { places: 3, eligible: { category: town, region: south }, nominated-by: [guild, union], clause: A }
      schools: { places: 2, eligible: { category: [school, firm] }, clause: A }
      women: { places: 2, eligible: { gender: woman, is: private }, clause: A }
      named: { eligible: { actor: [ann, guild] }, appointed-by: [guild, union], clause: A }
      others: { places: 3, clause: A }
    quotas:
      north: { count: { region: north }, at-least: 3, clause: A }
      men: { count: { gender: man }, at-least: 40 %, clause: A }
      public: { count: { category: public }, at-least: 2, clause: A }
      private: { count: { is: private }, at-most: 3, clause: A }
      not-towns: { count: { none-of: { category: town } }, at-least: 4, clause: A }
    chair: { from: { seat: towns }, appointed-by: guild, clause: A }
clauses:
  A: { force: must, text: The council has eleven members. }
"#;
    for (terms, named) in [(TERMS, "forum"), (richer, "council")] {
        for format in ["yaml", "json"] {
            let place = folder(terms, "");
            std::fs::remove_file(place.path().join("forslag.yaml")).unwrap();
            let model = run(&place, &["seats", &format!("--model={format}"), "--body", named, "--lang", "en"]);
            assert_eq!(model.code, 0, "{}", model.stderr);
            insta::assert_snapshot!(format!("seats-model-{named}-{format}"), model.stdout);
            std::fs::write(place.path().join(format!("model.{format}")), &model.stdout).unwrap();
            let body = body(&run(&place, &["seats", "--body", named, "--format", "json"]));
            assert_eq!(body["open"], 0);
            for seat in body["seats"].as_array().unwrap().iter().filter(|seat| seat["id"] != "gaest") {
                // That alternates are not listed is said on standard error; when terms begin is for whoever fills the list in.
                let missing = seat["missing"].as_array().into_iter().flatten();
                assert!(
                    missing.into_iter().all(|lack| ["lack-no-alternate", "lack-term-unknown"]
                        .iter()
                        .any(|id| lack["message_id"] == *id)),
                    "{seat}"
                );
            }
            for provision in body["provisions"].as_array().unwrap() {
                if PARTS.contains(&provision["kind"].as_str().unwrap()) {
                    assert_eq!(provision["verdict"], "met", "{provision}\n{}", model.stdout);
                }
            }
            let held = run(&place, &["check", "--lang", "en"]);
            let told = |rule: &str| held.stdout.contains(rule);
            assert!(
                !["R101", "R103", "R104", "R110", "R111", "R113", "R115"].iter().any(|rule| told(rule)),
                "{}",
                held.stdout
            );
        }
    }
}

/// Nobody begins with a list of a million: that it is too long is said, and at once.
#[test]
fn a_model_that_is_too_large_is_not_written() {
    for number in ["1000000", "4000000000"] {
        let terms = format!(
            "terms: 1\nid: t\ntitle: T\nschemes: {{ gender: [woman, man] }}\nbodies: {{ b: {{ seats: {{ s: {{ places: {number}, clause: A }} }}, quotas: {{ g: {{ every: gender, at-least: 40 %, clause: A }} }} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
        );
        let place = folder(&terms, "");
        std::fs::remove_file(place.path().join("forslag.yaml")).unwrap();
        let model = run(&place, &["seats", "--model", "--lang", "en"]);
        assert_eq!((model.code, model.stdout.as_str()), (2, ""));
        assert!(model.stderr.contains("10,000") || model.stderr.contains("10000"), "{}", model.stderr);
        assert_eq!(run(&place, &["check"]).code, 0);
    }
}

/// What stands in files cannot speak to a terminal, a spreadsheet or a page.
#[test]
fn hostile_text_is_made_harmless_in_every_format() {
    let evil = "\"=cmd|'\\e]0;x\\a'!A1, <b>|\\u202E\"";
    let terms = TERMS
        .replace("label: HTX,", &format!("label: {evil},"))
        .replace("label: Kommunekontaktrådet", &format!("label: {evil}"));
    let pact = PACT
        .replace("Anna Borg", &evil.replace('"', ""))
        .replace("person: =", "person: \"=")
        .replace("\\u202E, body", "\\u202E\", body");
    let folder = folder(&terms, &pact);
    for (command, formats) in [("seats", &["text", "json", "markdown", "csv"][..]), ("suggest", &["text", "json"])] {
        for format in formats {
            let shown = run(&folder, &[command, "--format", format, "--names"]);
            assert!(shown.stdout.contains("cmd"), "{command} {format}: {}{}", shown.stdout, shown.stderr);
            for letter in ['\u{1b}', '\u{7}', '\u{202e}'] {
                assert!(!shown.stdout.contains(letter), "{command} {format}: {letter:?}");
            }
        }
    }
    assert!(run(&folder, &["seats", "--format", "csv"]).stdout.contains("\"'=cmd|"));
    let table = run(&folder, &["seats", "--format", "markdown"]).stdout;
    assert!(table.contains(r"&lt;b&gt;\|"), "{table}");
}
