//! The documents in the documentation do what they say.

use pact_core::{
    document::{value::PartialDate, workspace::Stage},
    finding::Level,
    ledger::Verdict,
    load::Input,
    message::Language,
    report::{Options, Report},
};

use crate::support::{lines, root};

/// The pages with documents in them.
const PAGES: [&str; 5] = ["terms.md", "pact.md", "requirements.md", "composition.md", "verdicts.md"];

/// What a block of a page says about itself, behind the name of its language.
#[derive(Debug)]
enum Says {
    /// Nothing is found that is more than a note.
    Passes,
    /// One such thing is found.
    Fails,
    /// Clause `A` has this verdict.
    Verdict(Verdict),
}

/// The files of a block, and how it is looked at.
struct Block {
    says: Says,
    options: Options,
    files: Vec<(String, String)>,
    /// What it does not give itself is as in the block before it: a table of members shows another list under the same terms.
    same: bool,
}

impl Block {
    /// A block that says something about itself: `yaml,passes`, `yaml,fails`, `yaml,verdict=open,stage=draft,as-of=2027-01-15`.
    fn new(info: &str) -> Option<Self> {
        let mut words = info.split(',');
        let first = match words.next() {
            Some("toml") => "pact.toml",
            Some("csv") => "members.csv",
            _ => "example.yaml",
        };
        let says = match words.next()? {
            "passes" => Says::Passes,
            "fails" => Says::Fails,
            word => Says::Verdict(Verdict::from_name(word.strip_prefix("verdict=")?).expect("a verdict")),
        };
        let (mut options, mut same) = (Options::default(), false);
        for word in words {
            if word == "same" {
                same = true;
                continue;
            }
            match word.split_once('=') {
                Some(("as-of", day)) => options.as_of = Some(PartialDate::parse(day).expect("a date")),
                Some(("stage", stage)) => options.stage = Stage::from_name(stage).expect("a stage"),
                _ => panic!("`{word}` is nothing that a block can say"),
            }
        }
        Some(Self { says, options, files: vec![(first.to_owned(), String::new())], same })
    }

    /// With what the block before it gives and it does not.
    fn after(mut self, before: Option<&Self>) -> Self {
        if self.same {
            let before = before.expect("a block with the same terms stands after another");
            let given: Vec<&str> = self.files.iter().map(|(name, _)| name.as_str()).collect();
            let kept: Vec<_> =
                before.files.iter().filter(|(name, _)| !given.contains(&name.as_str())).cloned().collect();
            assert!(
                kept.len() < before.files.len(),
                "a block that says the same gives a file of the block before it anew"
            );
            self.files.extend(kept);
            self.options.as_of = self.options.as_of.or(before.options.as_of);
        }
        self
    }

    fn add(&mut self, line: &str) {
        if let Some(name) = line.strip_prefix("# --- ") {
            return self.files.push((name.to_owned(), String::new()));
        }
        let (_, text) = self.files.last_mut().unwrap();
        text.push_str(line);
        text.push('\n');
    }

    fn does_what_it_says(&self, place: &str) {
        let mut input = Input::new();
        for (name, text) in &self.files {
            input.add(name, text.as_str());
        }
        let report = pact_rules::check(input, &self.options);
        let found = lines(&report, Language::English);
        let serious = report.count(Level::Warning) + report.count(Level::Error);
        match self.says {
            Says::Passes => assert_eq!(serious, 0, "{place}: {found:#?}"),
            Says::Fails => assert_eq!(serious, 1, "{place}: {found:#?}"),
            Says::Verdict(verdict) => {
                assert_eq!(of_clause_a(&report), Some(verdict), "{place}: {found:#?}");
                // What could not be read or resolved gives the verdict `error`, and no other.
                let unsound = report.findings.iter().filter(|found| {
                    let group = report.rules[found.rule].group.as_ref();
                    found.level == Level::Error && (group == "document" || group == "structure")
                });
                assert_eq!(unsound.count() > 0, verdict == Verdict::Error, "{place}: {found:#?}");
            }
        }
    }
}

fn of_clause_a(report: &Report) -> Option<Verdict> {
    let graph = report.model.graph();
    let mut entries = report.ledger.cases.iter().flat_map(|case| &case.entries);
    entries.find(|entry| graph.name(entry.node) == "A").map(|entry| entry.verdict)
}

#[test]
fn blocks_in_the_documentation_do_what_they_say() {
    let mut verdicts = 0;
    for name in PAGES {
        let text = std::fs::read_to_string(root().join("docs").join(name)).unwrap();
        let mut blocks = 0;
        let mut open: Option<(usize, Option<Block>)> = None;
        let mut before: Option<Block> = None;
        for (number, line) in text.lines().enumerate() {
            match (line.strip_prefix("```"), &mut open) {
                (Some(info), None) => open = Some((number + 1, Block::new(info))),
                (Some(_), Some(_)) => {
                    if let Some((at, Some(block))) = open.take() {
                        let block = block.after(before.as_ref());
                        block.does_what_it_says(&format!("docs/{name}:{at}"));
                        blocks += 1;
                        verdicts += usize::from(matches!(block.says, Says::Verdict(_)));
                        before = Some(block);
                    }
                }
                (None, Some((_, Some(block)))) => block.add(line),
                _ => {}
            }
        }
        assert!(open.is_none(), "docs/{name}: a block that is not closed");
        assert!(blocks > 1, "docs/{name}: {blocks}");
    }
    assert!(verdicts > 80, "{verdicts}");
}

/// What the README, the guides and the architecture link to is there.
#[test]
fn links_between_documents_lead_somewhere() {
    let mut links = 0;
    let pages = PAGES.map(|page| format!("docs/{page}"));
    let others = ["README.md", "ARCHITECTURE.md", "DESIGN.md", "CONTRIBUTING.md", "CHANGELOG.md"];
    for name in others.into_iter().chain(pages.iter().map(String::as_str)) {
        let path = root().join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if target.contains("://") {
                continue;
            }
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let to = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            assert!(to.exists(), "{name}: {target}");
            if !anchor.is_empty() {
                let to = std::fs::read_to_string(to).unwrap();
                assert!(headings(&to).any(|heading| anchor_of(heading) == anchor), "{name}: {target}");
            }
            links += 1;
        }
    }
    assert!(links > 5, "{links}");
}

/// The headings of a page. A remark in a document looks like one, and does no harm.
fn headings(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim())
}

/// What a heading is linked to by: small letters, hyphens for blanks, and nothing else but letters and digits.
fn anchor_of(heading: &str) -> String {
    let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    kept.flat_map(char::to_lowercase).map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}
