//! Compositions against the plainest model of them: every way in which a register can be completed, one after the other.

use pact_core::{
    document::workspace::Stage,
    ledger::Verdict,
    load::Input,
    report::{Options, Report},
};
use proptest::prelude::*;

/// Somebody on the register, or a place that nobody fills yet.
#[derive(Clone, Copy, Debug)]
struct Person {
    /// A woman or not; nothing where nobody says.
    woman: Option<bool>,
    /// Of a firm or not.
    firm: Option<bool>,
    /// Nobody sits there yet.
    open: bool,
}

/// A quota in the plainest words.
#[derive(Clone, Copy, Debug)]
struct Quota {
    /// Whom it counts: women, firms, women of firms, women or firms, men.
    count: usize,
    /// Of whom: everybody, firms.
    of: usize,
    /// How: at least, more than, at most, less than, exactly.
    how: usize,
    num: u64,
    den: u64,
    heads: bool,
}

const COUNTS: [&str; 5] = [
    "{ gender: w }",
    "{ is: firm }",
    "{ gender: w, is: firm }",
    "{ any-of: [{ gender: w }, { is: firm }] }",
    "{ none-of: [{ gender: w }] }",
];
const HOW: [&str; 5] = ["at-least", "more-than", "at-most", "less-than", "exactly"];

impl Quota {
    fn written(self) -> String {
        let amount = if self.heads { self.num.to_string() } else { format!("{}/{}", self.num, self.den) };
        let of = ["", ", of: { is: firm }"][self.of];
        format!("count: {}, {}: {amount}{of}", COUNTS[self.count], HOW[self.how])
    }

    /// Whether anybody is counted or is part of what a share is taken of.
    fn speaks_of(self, people: &[(bool, bool)]) -> bool {
        Self { how: 1, num: 0, heads: true, ..self }.holds(people)
            || self.of == 0
            || people.iter().any(|(_, firm)| *firm)
    }

    fn holds(self, people: &[(bool, bool)]) -> bool {
        let counts = |&&(woman, firm): &&(bool, bool)| match self.count {
            0 => woman,
            1 => firm,
            2 => woman && firm,
            3 => woman || firm,
            _ => !woman,
        };
        // A share of firms is one that firms have.
        let counted = people.iter().filter(counts).filter(|(_, firm)| self.of == 0 || *firm).count() as u64;
        let whole = people.iter().filter(|(_, firm)| self.of == 0 || *firm).count() as u64;
        let (left, right) = if self.heads { (counted, self.num) } else { (counted * self.den, whole * self.num) };
        match self.how {
            0 => left >= right,
            1 => left > right,
            2 => left <= right,
            3 => left < right,
            _ => left == right,
        }
    }
}

/// Every way in which the register can be completed.
fn completions(people: &[Person]) -> Vec<Vec<(bool, bool)>> {
    let either = |known: Option<bool>| known.map_or(vec![false, true], |known| vec![known]);
    people.iter().fold(vec![Vec::new()], |ways, person| {
        let mut all = Vec::new();
        for way in ways {
            for woman in either(person.woman) {
                for firm in either(person.firm) {
                    let mut way: Vec<(bool, bool)> = way.clone();
                    way.push((woman, firm));
                    all.push(way);
                }
            }
        }
        all
    })
}

fn verdict(terms: &str, pact: &str, stage: Stage) -> Verdict {
    let mut input = Input::new();
    input.add("terms.yaml", terms);
    input.add("pact.yaml", pact);
    let options = Options { stage, ..Options::default() };
    let report = Report::new(input.build(), [], &options);
    assert!(report.model.faults().is_empty(), "{:?}\n{terms}{pact}", report.model.faults());
    report.ledger.cases[0].entries[0].verdict
}

fn person() -> impl Strategy<Value = Person> {
    let known = prop::option::weighted(0.7, any::<bool>());
    (known.clone(), known, prop::bool::weighted(0.25)).prop_map(|(woman, firm, open)| match open {
        true => Person { woman: None, firm: None, open },
        false => Person { woman, firm, open },
    })
}

fn quota() -> impl Strategy<Value = Quota> {
    (0..5usize, 0..2usize, 0..5usize, 0..4u64, 1..5u64, any::<bool>()).prop_map(|(count, of, how, num, den, heads)| {
        // Less than nothing and more than everything are findings of their own.
        let num = if how == 3 { num.max(1) } else { num };
        let den = if how == 1 { den.max(2) } else { den };
        let most = if how == 1 { den - 1 } else { den };
        Quota { count, of: if heads { 0 } else { of }, how, num: if heads { num } else { num.min(most) }, den, heads }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    /// Met however it is completed, can still be met, cannot be met.
    #[test]
    fn a_quota_has_the_verdict_of_every_completion(people in prop::collection::vec(person(), 1..5), quota in quota()) {
        let terms = format!(
            "terms: 1\nid: t\ntitle: T\nschemes: {{ gender: [w, m], side: [firm, other] }}\n\
             bodies: {{ b: {{ seats: {{ s: {{ places: {} }} }}, quotas: {{ q: {{ clause: A, {} }} }} }} }}\n\
             clauses: {{ A: {{ force: must, text: A. }} }}\n",
            people.len(),
            quota.written(),
        );
        let mut pact = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nmembers:\n  x: { body: b, role: observer }\n".to_owned();
        for (at, person) in people.iter().enumerate().filter(|(_, person)| !person.open) {
            let woman = person.woman.map_or("", |woman| if woman { ", gender: w" } else { ", gender: m" });
            let firm = person.firm.map_or("", |firm| if firm { ", is: firm" } else { ", is: other" });
            pact.push_str(&format!("  m{at}: {{ body: b, seat: s{woman}{firm} }}\n"));
        }
        let ways = completions(&people);
        let held = ways.iter().filter(|way| quota.holds(way)).count();
        let expected = match held {
            0 => Verdict::Unmet,
            // Where there is nobody of whom it speaks, nothing was looked at.
            all if all == ways.len() && !ways.iter().any(|way| quota.speaks_of(way)) => Verdict::Open,
            all if all == ways.len() => Verdict::Met,
            _ => Verdict::Open,
        };
        prop_assert_eq!(verdict(&terms, &pact, Stage::Draft), expected, "{}\n{}", terms, pact);
    }
}
