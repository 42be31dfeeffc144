//! Each kind of requirement against a plain, slow model of what it means.

use std::{collections::BTreeSet, fmt::Write as _};

use pact_core::{
    document::{value::PartialDate, workspace::Stage},
    ledger::Verdict,
    load::Input,
    report::{Options, Report},
};
use proptest::prelude::*;

/// The verdict on clause `A` of terms with these keys, for a proposal with those.
fn verdict(terms: &str, pact: &str, options: &Options) -> Verdict {
    let report = judged(terms, pact, options);
    let graph = report.model.graph();
    let entries = &report.ledger.cases[0].entries;
    entries.iter().find(|entry| graph.name(entry.node) == "A").unwrap().verdict
}

fn judged(terms: &str, pact: &str, options: &Options) -> Report {
    let mut input = Input::new();
    input.add("terms.yaml", format!("terms: 1\nid: t\ntitle: T\n{terms}"));
    input.add("pact.yaml", format!("pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\n{pact}"));
    let report = Report::new(input.build(), [], options);
    assert!(report.model.faults().is_empty(), "{:?}\n{terms}\n{pact}", report.model.faults());
    report
}

fn clause(requires: &str) -> String {
    format!("clauses:\n  A: {{ force: must, text: a, requires: {requires} }}\n")
}

fn is_final(as_of: Option<&str>) -> Options {
    Options { as_of: as_of.map(|day| PartialDate::parse(day).unwrap()), ..Options::default() }
}

// --- Patterns

#[derive(Clone, Debug)]
struct Objective {
    national: bool,
    owned: bool,
    supports: BTreeSet<usize>,
}

#[derive(Clone, Debug)]
struct World {
    objectives: Vec<Objective>,
    /// Which objectives each initiative contributes to.
    initiatives: Vec<BTreeSet<usize>>,
}

impl World {
    fn yaml(&self) -> String {
        let mut text = "actors: { owner: { label: O } }\nobjectives:\n".to_owned();
        for (at, objective) in self.objectives.iter().enumerate() {
            let level = if objective.national { "national" } else { "regional" };
            let supports: Vec<String> = objective.supports.iter().map(|other| format!("o{other}")).collect();
            let owner = if objective.owned { ", owner: owner" } else { "" };
            writeln!(text, "  o{at}: {{ level: {level}, supports: [{}]{owner} }}", supports.join(", ")).unwrap();
        }
        text.push_str("initiatives:\n");
        for (at, aims) in self.initiatives.iter().enumerate() {
            let aims: Vec<String> = aims.iter().map(|other| format!("o{other}")).collect();
            writeln!(text, "  i{at}: {{ label: I, contributes-to: [{}] }}", aims.join(", ")).unwrap();
        }
        text.replace("objectives:\ninit", "init").trim_end_matches("initiatives:\n").to_owned()
    }

    /// What lies at the end of a path from an objective: numbers of objectives, or of initiatives plus 100.
    fn ends(&self, from: usize, path: &str) -> BTreeSet<usize> {
        let mut here = BTreeSet::from([from]);
        for step in path.split('/') {
            here = here.iter().flat_map(|&at| step.split('|').flat_map(move |step| self.step(at, step))).collect();
        }
        here
    }

    fn step(&self, at: usize, step: &str) -> Vec<usize> {
        let objectives = |holds: &dyn Fn(usize) -> bool| (0..self.objectives.len()).filter(|&o| holds(o)).collect();
        match step {
            "supports" => self.objectives.get(at).map(|o| o.supports.iter().copied().collect()).unwrap_or_default(),
            "supported-by" => objectives(&|o| self.objectives[o].supports.contains(&at)),
            "contribution" => {
                (0..self.initiatives.len()).filter(|&i| self.initiatives[i].contains(&at)).map(|i| i + 100).collect()
            }
            "contributes-to" if at >= 100 => self.initiatives[at - 100].iter().copied().collect(),
            _ => Vec::new(),
        }
    }
}

fn world() -> impl Strategy<Value = World> {
    let objective = |at: usize| {
        (any::<bool>(), any::<bool>(), prop::collection::btree_set(0..at.max(1), 0..3)).prop_map(
            move |(national, owned, supports)| {
                // Only earlier ones: support never leads back.
                Objective { national, owned, supports: supports.into_iter().filter(|&other| other < at).collect() }
            },
        )
    };
    (0_usize..5).prop_flat_map(move |count| {
        let objectives: Vec<_> = (0..count).map(objective).collect();
        let aims = prop::collection::btree_set(0..count.max(1), 0..3)
            .prop_map(move |aims| aims.into_iter().filter(|&aim| aim < count).collect::<BTreeSet<_>>());
        (objectives, prop::collection::vec(aims, 0..4))
            .prop_map(|(objectives, initiatives)| World { objectives, initiatives })
    })
}

#[derive(Clone, Debug)]
struct Bound(&'static str, usize);

impl Bound {
    fn admits(&self, count: usize) -> bool {
        match self.0 {
            "exactly" => count == self.1,
            "at-least" => count >= self.1,
            "at-most" => count <= self.1,
            "more-than" => count > self.1,
            _ => count < self.1,
        }
    }
}

fn bound() -> impl Strategy<Value = Bound> {
    (prop::sample::select(vec!["exactly", "at-least", "at-most", "more-than", "less-than"]), 0_usize..4)
        // Fewer than none is no number; that is reported, and is no verdict.
        .prop_filter("a number", |(word, number)| *word != "less-than" || *number > 0)
        .prop_map(|(word, number)| Bound(word, number))
}

const PATHS: [&str; 7] = [
    "supports",
    "supported-by",
    "contribution",
    "supports/supports",
    "supports|supported-by",
    "supports/contribution",
    "contribution/contributes-to",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn patterns_mean_what_counting_says(
        world in world(),
        quantifier in prop::sample::select(vec!["every", "some", "no"]),
        level in prop::sample::select(vec!["", "regional", "national"]),
        path in prop::sample::select(PATHS.to_vec()),
        bound in bound(),
        end in prop::sample::select(vec!["", "national"]),
        owned in any::<bool>(),
    ) {
        // Conditions on ends are about levels, which initiatives do not have.
        let end = if path.ends_with("contribution") { "" } else { end };
        let subject = if level.is_empty() { String::new() } else { format!(", where: {{ level: {level} }}") };
        let at_end = if end.is_empty() { String::new() } else { format!(", where: {{ level: {end} }}") };
        let given = if owned { ", { given: owner }" } else { "" };
        let requires =
            format!("{{ {quantifier}: objective{subject}, has: [{{ {}: {}, via: {path}{at_end} }}{given}] }}", bound.0, bound.1);
        let found = verdict(&clause(&requires), &world.yaml(), &is_final(None));

        let subjects: Vec<usize> = (0..world.objectives.len())
            .filter(|&o| level.is_empty() || world.objectives[o].national == (level == "national"))
            .collect();
        let holds = |&subject: &usize| {
            let ends = world.ends(subject, path);
            let such = ends.iter().filter(|&&o| end.is_empty() || world.objectives[o].national).count();
            bound.admits(such) && (!owned || world.objectives[subject].owned)
        };
        let expected = match quantifier {
            "every" if subjects.is_empty() => Verdict::Unmet,
            "every" if subjects.iter().all(holds) => Verdict::Met,
            "some" if subjects.iter().any(holds) => Verdict::Met,
            "no" if world.objectives.is_empty() => Verdict::Open,
            "no" if !subjects.iter().any(holds) => Verdict::Met,
            _ => Verdict::Unmet,
        };
        prop_assert_eq!(found, expected, "{}\n{}", requires, world.yaml());
    }

    /// One for every concept of a scheme, and different ones counted once.
    #[test]
    fn concepts_and_distinct_things_are_counted(
        areas in 1_usize..4,
        partners in prop::collection::vec((0_usize..4, 0_usize..3), 0..5),
        distinct in 0_usize..4,
    ) {
        let scheme: Vec<String> = (0..areas).map(|area| format!("a{area}")).collect();
        let mut pact = "regions: { r0: {label: R}, r1: {label: R}, r2: {label: R} }\nactors:\n".to_owned();
        for (at, (area, region)) in partners.iter().enumerate() {
            // An actor may work in no area.
            let area = if *area < areas { format!("policy-area: a{area}, ") } else { String::new() };
            writeln!(pact, "  x{at}: {{ {area}region: r{region} }}").unwrap();
        }
        if partners.is_empty() {
            pact = "regions: { r0: {label: R} }\n".to_owned();
        }
        let names: Vec<String> = (0..partners.len()).map(|at| format!("x{at}")).collect();
        write!(pact, "partnerships:\n  q: {{ label: Q, partners: [{}] }}\n", names.join(", ")).unwrap();
        let terms = |requires: &str| format!("schemes: {{ policy-area: [{}] }}\n{}", scheme.join(", "), clause(requires));

        let every = verdict(&terms("{ some: partnership, has: { every: policy-area, via: partner/policy-area } }"), &pact, &is_final(None));
        let all = (0..areas).all(|area| partners.iter().any(|(own, _)| *own == area));
        prop_assert_eq!(every, if all { Verdict::Met } else { Verdict::Unmet });

        let requires = format!("{{ some: partnership, has: {{ at-least: {distinct}, via: partner, distinct: region }} }}");
        let found = verdict(&terms(&requires), &pact, &is_final(None));
        let regions: BTreeSet<usize> = partners.iter().map(|(_, region)| *region).collect();
        prop_assert_eq!(found, if regions.len() >= distinct { Verdict::Met } else { Verdict::Unmet }, "{} {}", requires, pact);
    }
}

// --- Composition

#[derive(Clone, Debug)]
struct Member {
    seat: usize,
    actor: usize,
    role: &'static str,
    from: Option<u32>,
    to: Option<u32>,
    nominated: bool,
}

fn member() -> impl Strategy<Value = Member> {
    let day = || prop::option::weighted(0.3, 1_u32..28);
    (
        0_usize..2,
        0_usize..4,
        prop::sample::select(vec!["", "", "", "alternate", "chair"]),
        day(),
        day(),
        prop::bool::weighted(0.9),
    )
        // Dates the wrong way round are a finding, and leave the seat unjudged.
        .prop_filter("dates", |(_, _, _, from, to, _)| from.zip(*to).is_none_or(|(from, to)| from <= to))
        .prop_map(|(seat, actor, role, from, to, nominated)| Member { seat, actor, role, from, to, nominated })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn seats_are_filled_as_counting_says(
        places in prop::collection::vec(1_usize..3, 2),
        members in prop::collection::vec(member(), 0..5),
        distinct in any::<bool>(),
        by_name in any::<bool>(),
        size in prop::option::of(1_usize..5),
    ) {
        // Actors 0 and 1 are towns, 2 and 3 are not; the first seat is for towns or for actors 0 and 2 by name, the second for all.
        let eligible = if by_name { "{ actor: [x0, x2] }" } else { "{ category: town }" };
        let same = if distinct { ", distinct: actor" } else { "" };
        let size_key = size.map(|size| format!("size: {{ exactly: {size} }}, ")).unwrap_or_default();
        let terms = format!(
            "schemes: {{ actor-category: {{ town: {{}}, city: {{ broader: town }} }} }}\n\
             actors: {{ x0: {{ category: town }}, x1: {{ category: city }}, x2: {{ label: X }}, x3: {{ label: X }} }}\n\
             bodies:\n  b: {{ {size_key}seats: {{ s0: {{ places: {}, eligible: {eligible}, nominated-by: [x0]{same} }}, s1: {{ places: {} }} }} }}\n{}",
            places[0], places[1], clause("{ composition: b }"),
        );
        let mut pact = String::new();
        if !members.is_empty() {
            pact.push_str("members:\n");
        }
        for (at, member) in members.iter().enumerate() {
            let day = |key: &str, day: Option<u32>| day.map(|day| format!(", {key}: 2020-06-{day:02}")).unwrap_or_default();
            let role = if member.role.is_empty() { String::new() } else { format!(", role: {}", member.role) };
            let nominator = if member.nominated { "x0" } else { "x3" };
            writeln!(
                pact,
                "  m{at}: {{ body: b, seat: s{}, actor: x{}, nominated-by: {nominator}{}{}{role} }}",
                member.seat, member.actor, day("from", member.from), day("to", member.to),
            ).unwrap();
        }
        let found = verdict(&terms, &pact, &is_final(Some("2020-06-14")));

        let sits = |member: &&Member| {
            member.role != "alternate" && member.from.is_none_or(|from| from <= 14) && member.to.is_none_or(|to| to >= 14)
        };
        let sitting: Vec<&Member> = members.iter().filter(sits).collect();
        let of = |seat: usize| sitting.iter().copied().filter(move |member| member.seat == seat);
        let filled = (0..2).all(|seat| of(seat).count() == places[seat]);
        let eligible = of(0).all(|member| if by_name { [0, 2].contains(&member.actor) } else { member.actor < 2 });
        let actors: BTreeSet<usize> = of(0).map(|member| member.actor).collect();
        let apart = !distinct || actors.len() == of(0).count();
        let nominated = of(0).all(|member| member.nominated);
        let sized = size.is_none_or(|size| size == sitting.len());
        let expected = if filled && eligible && apart && nominated && sized { Verdict::Met } else { Verdict::Unmet };
        prop_assert_eq!(found, expected, "{}\n{}", terms, pact);
    }
}

// --- Process

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn meetings_are_counted_and_lie_where_they_should(
        plenaries in prop::collection::btree_set(1_u32..28, 0..4),
        working in prop::collection::btree_set(1_u32..28, 0..3),
        bound in bound(),
        month in prop::sample::select(vec!["2020-05", "2020-06", "XXXX-06"]),
        today in 1_u32..28,
    ) {
        let mut pact = "bodies: { w: { kind: working-group, part-of: b } }\n".to_owned();
        if !plenaries.is_empty() || !working.is_empty() {
            pact.push_str("meetings:\n");
        }
        for day in &plenaries {
            writeln!(pact, "  p{day}: {{ body: b, kind: plenary, on: 2020-06-{day:02} }}").unwrap();
        }
        for day in &working {
            writeln!(pact, "  w{day}: {{ body: w, kind: working, on: 2020-06-{day:02} }}").unwrap();
        }
        let terms = |requires: &str| format!("bodies: {{ b: {{ label: B }} }}\n{}", clause(requires));
        let as_of = format!("2020-06-{today:02}");
        let options = is_final(Some(&as_of));

        let counted = verdict(&terms(&format!("{{ meetings: {{ of: b, {}: {} }} }}", bound.0, bound.1)), &pact, &options);
        let held = plenaries.iter().filter(|&&day| day <= today).count();
        let most = match bound.0 {
            "exactly" | "at-most" => Some(bound.1),
            "less-than" => Some(bound.1 - 1),
            _ => None,
        };
        let least = match bound.0 {
            "exactly" | "at-least" => bound.1,
            "more-than" => bound.1 + 1,
            _ => 0,
        };
        let expected = if most.is_some_and(|most| plenaries.len() > most) || plenaries.len() < least {
            Verdict::Unmet
        } else if plenaries.is_empty() {
            // Not more than so many, and nothing to look at.
            Verdict::Open
        } else if held < least {
            Verdict::Open
        } else {
            Verdict::Met
        };
        prop_assert_eq!(counted, expected, "{:?} {:?} {}", bound, plenaries, today);

        let in_month = verdict(&terms(&format!("{{ meetings: {{ of: b, in: {month} }} }}")), &pact, &is_final(None));
        let expected = if plenaries.is_empty() || month == "2020-05" { Verdict::Unmet } else { Verdict::Met };
        prop_assert_eq!(in_month, expected);

        let between = verdict(&terms("{ meetings: { of: { kind: working-group }, between: b } }"), &pact, &is_final(None));
        let (first, last) = (plenaries.first(), plenaries.last());
        let expected = if working.is_empty() {
            // A group that never met has nothing between.
            Verdict::Unmet
        } else if plenaries.len() < 2 {
            Verdict::Open
        } else if working.iter().all(|day| Some(day) > first && Some(day) < last) {
            Verdict::Met
        } else {
            Verdict::Unmet
        };
        prop_assert_eq!(between, expected, "{:?} {:?}", plenaries, working);
    }

    #[test]
    fn results_are_presented_after_the_last_meeting(
        plenaries in prop::collection::btree_set(1_u32..28, 0..4),
        working in prop::collection::btree_set(1_u32..28, 0..3),
        heard in prop::collection::btree_set(1_u32..28, 0..3),
    ) {
        let heard: Vec<u32> = heard.intersection(&plenaries).copied().collect();
        let at: Vec<String> = heard.iter().map(|day| format!("p{day}")).collect();
        let mut pact = format!("bodies: {{ w: {{ kind: working-group, part-of: b, presents-at: [{}] }} }}\n", at.join(", "));
        if !plenaries.is_empty() || !working.is_empty() {
            pact.push_str("meetings:\n");
        }
        for day in &plenaries {
            writeln!(pact, "  p{day}: {{ body: b, on: 2020-06-{day:02} }}").unwrap();
        }
        for day in &working {
            writeln!(pact, "  w{day}: {{ body: w, on: 2020-06-{day:02} }}").unwrap();
        }
        let terms = format!("bodies: {{ b: {{ label: B }} }}\n{}", clause("{ presents: { by: { kind: working-group }, to: b } }"));
        let found = verdict(&terms, &pact, &is_final(None));
        let in_time = heard.iter().any(|day| working.iter().all(|own| own <= day));
        prop_assert_eq!(found, if in_time { Verdict::Met } else { Verdict::Unmet }, "{}", pact);
    }

    #[test]
    fn decisions_are_taken_by_all_and_in_time(
        taken in prop::collection::vec(prop::option::of((1_u32..28, prop::sample::select(vec!["approved", "approved", "rejected", "planned"]))), 2),
        due in 1_u32..28,
        exact in any::<bool>(),
        today in 1_u32..28,
        meeting in prop::option::of(1_u32..28),
        ordered in any::<bool>(),
    ) {
        let mut pact = String::new();
        if let Some(day) = meeting {
            writeln!(pact, "meetings: {{ g: {{ body: b, on: 2020-06-{day:02} }} }}").unwrap();
        }
        if taken.iter().any(Option::is_some) {
            pact.push_str("decisions:\n");
        }
        for (at, decision) in taken.iter().enumerate() {
            if let Some((day, outcome)) = decision {
                writeln!(pact, "  d{at}: {{ by: x{at}, about: p, on: 2020-06-{day:02}, outcome: {outcome} }}").unwrap();
            }
        }
        let key = if exact { "on" } else { "on-or-before" };
        let after = if ordered { ", after: x0" } else { "" };
        let terms = format!(
            "actors: {{ x0: {{ label: X }}, x1: {{ label: X }} }}\nbodies: {{ b: {{ label: B }} }}\n{}",
            clause(&format!("{{ decision: {{ by: [x0, x1], {key}: 2020-06-{due:02}, after-meetings-of: b{after} }} }}")),
        );
        let as_of = format!("2020-06-{today:02}");
        let found = verdict(&terms, &pact, &is_final(Some(&as_of)));

        let mut unmet = false;
        let mut open = false;
        for (at, decision) in taken.iter().enumerate() {
            match decision {
                // What lies ahead is not taken, whatever is written of it.
                Some((day, outcome)) if *day > today || *outcome == "planned" => if due < today { unmet = true } else { open = true },
                Some((_, "rejected")) => unmet = true,
                Some((day, _)) => {
                    unmet |= if exact { *day != due } else { *day > due };
                    unmet |= meeting.is_some_and(|meeting| meeting > *day);
                    let first = taken[0].filter(|(day, outcome)| *outcome == "approved" && *day <= today);
                    unmet |= ordered && at == 1 && first.is_some_and(|(first, _)| first > *day);
                }
                None if due < today => unmet = true,
                None => open = true,
            }
        }
        let expected = if unmet { Verdict::Unmet } else if open { Verdict::Open } else { Verdict::Met };
        prop_assert_eq!(found, expected, "as of {}\n{}\n{}", as_of, terms, pact);
    }
}

// --- Statements, sections, facts, elements, and how requirements compose

#[derive(Clone, Debug)]
enum Tree {
    Fact(usize),
    All(Vec<Tree>),
    Any(Vec<Tree>),
    None(Vec<Tree>),
    When(Box<Tree>, Box<Tree>),
}

/// What is known of a requirement: it holds, it does not, nobody knows, it does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    Apart,
    Holds,
    Unknown,
    Fails,
}

impl Tree {
    fn yaml(&self) -> String {
        let list = |all: &[Self]| all.iter().map(Self::yaml).collect::<Vec<_>>().join(", ");
        match self {
            Self::Fact(fact) => format!("{{ fact: f{fact} }}"),
            Self::All(all) => format!("{{ all-of: [{}] }}", list(all)),
            Self::Any(all) => format!("{{ any-of: [{}] }}", list(all)),
            Self::None(all) => format!("{{ none-of: [{}] }}", list(all)),
            Self::When(what, when) => format!("{{ all-of: [{}], when: {} }}", what.yaml(), when.yaml()),
        }
    }

    fn known(&self, facts: &[Option<bool>]) -> Known {
        let worst = |all: &[Self]| all.iter().map(|one| one.known(facts)).max().unwrap_or(Known::Holds);
        match self {
            Self::Fact(fact) => match facts[*fact] {
                Some(true) => Known::Holds,
                Some(false) => Known::Fails,
                None => Known::Unknown,
            },
            Self::All(all) => worst(all),
            // What does not apply cannot be what holds, unless nothing does.
            Self::Any(all) => {
                let known = all.iter().map(|one| one.known(facts));
                known.min_by_key(|known| (*known == Known::Apart, *known)).unwrap()
            }
            Self::None(all) => all
                .iter()
                .map(|one| match one.known(facts) {
                    Known::Holds => Known::Fails,
                    Known::Fails | Known::Apart => Known::Holds,
                    Known::Unknown => Known::Unknown,
                })
                .max()
                .unwrap(),
            Self::When(what, when) => match when.known(facts) {
                Known::Holds => what.known(facts),
                Known::Fails | Known::Apart => Known::Apart,
                Known::Unknown => Known::Unknown,
            },
        }
    }
}

fn tree() -> impl Strategy<Value = Tree> {
    (0_usize..4).prop_map(Tree::Fact).prop_recursive(4, 24, 3, |inner| {
        let several = || prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            several().prop_map(Tree::All),
            several().prop_map(Tree::Any),
            several().prop_map(Tree::None),
            (inner.clone(), inner.clone()).prop_map(|(what, when)| Tree::When(Box::new(what), Box::new(when))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn requirements_compose(tree in tree(), facts in prop::collection::vec(prop::option::of(any::<bool>()), 4)) {
        let mut text = "facts:\n".to_owned();
        for (at, holds) in facts.iter().enumerate() {
            let holds = holds.map(|holds| format!(", holds: {holds}")).unwrap_or_default();
            writeln!(text, "  f{at}: {{ text: F{at}{holds} }}").unwrap();
        }
        let found = verdict(&format!("{text}{}", clause(&tree.yaml())), "", &is_final(None));
        let expected = match tree.known(&facts) {
            Known::Holds => Verdict::Met,
            Known::Fails => Verdict::Unmet,
            Known::Unknown => Verdict::Open,
            Known::Apart => Verdict::Inapplicable,
        };
        prop_assert_eq!(found, expected, "{}\n{}", tree.yaml(), text);
    }

    #[test]
    fn statements_wait_for_whoever_may_make_them(
        by in prop::option::of(0_usize..3),
        named in prop::option::of(0_usize..3),
        day in prop::option::of(1_u32..28),
        words in any::<bool>(),
        today in 1_u32..28,
    ) {
        let terms = format!(
            "actors: {{ x0: {{ label: X }}, x1: {{ label: X }}, x2: {{ label: X }} }}\n\
             clauses:\n  A: {{ force: must, text: a, binds: x0, requires: {{ statement: {{ {} }} }} }}\n",
            named.map(|named| format!("by: x{named}")).unwrap_or_default(),
        );
        let key = |key: &str, value: Option<String>| value.map(|value| format!(", {key}: {value}")).unwrap_or_default();
        let pact = format!(
            "attestations: {{ a: {{ clause: A{}{}{} }} }}\n",
            key("by", by.map(|by| format!("x{by}"))),
            key("on", day.map(|day| format!("2020-06-{day:02}"))),
            key("text", words.then(|| "so".to_owned())),
        );
        let found = verdict(&terms, &pact, &is_final(Some(&format!("2020-06-{today:02}"))));
        let whole = by.is_some() && day.is_some_and(|day| day <= today) && words;
        let met = whole && by == Some(named.unwrap_or(0));
        prop_assert_eq!(found, if met { Verdict::Met } else { Verdict::Attest });
    }

    #[test]
    fn what_can_still_be_added_is_open_in_a_draft_and_nothing_else(world in world(), bound in bound(), path in prop::sample::select(PATHS.to_vec())) {
        let requires = format!("{{ every: objective, has: {{ {}: {}, via: {path} }} }}", bound.0, bound.1);
        let terms = clause(&requires);
        let last = verdict(&terms, &world.yaml(), &is_final(None));
        let draft = verdict(&terms, &world.yaml(), &Options { stage: Stage::Draft, ..Options::default() });
        let too_many = (0..world.objectives.len()).any(|o| {
            let count = world.ends(o, path).len();
            !bound.admits(count) && (count..count + 9).all(|more| !bound.admits(more))
        });
        let expected = match last {
            Verdict::Unmet if !too_many => Verdict::Open,
            other => other,
        };
        prop_assert_eq!(draft, expected, "{}\n{}", requires, world.yaml());
    }
}

#[test]
fn sections_and_elements_are_there_or_not() {
    let terms = clause("{ section: organisation }");
    let section = |text: &str| verdict(&terms, &format!("sections: {{ {text} }}\n"), &is_final(None));
    assert_eq!(section("organisation: { text: A board. }"), Verdict::Met);
    assert_eq!(section("organisation: { text: ' ' }"), Verdict::Unmet);
    assert_eq!(section("other: { text: A board. }"), Verdict::Unmet);

    let terms =
        format!("elements: {{ E: {{ text: e, parts: {{ a: {{ text: a }} }} }} }}\n{}", clause("{ element: E }"));
    let covers = |element: &str| {
        verdict(&terms, &format!("initiatives: {{ i: {{ label: I, covers: {element} }} }}\n"), &is_final(None))
    };
    assert_eq!(covers("E"), Verdict::Met);
    assert_eq!(covers("E/a"), Verdict::Met);
    assert_eq!(verdict(&terms, "initiatives: { i: { label: I } }\n", &is_final(None)), Verdict::Unmet);
}
