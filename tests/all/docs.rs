//! The documents in the documentation do what they say.

use pact_core::message::Language;

use crate::support::{check, lines, root};

#[test]
fn blocks_in_the_documentation_do_what_they_say() {
    let mut blocks = 0;
    for name in ["terms.md", "pact.md"] {
        let text = std::fs::read_to_string(root().join("docs").join(name)).unwrap();
        type Block = (bool, usize, Vec<(String, String)>);
        let mut open: Option<Block> = None;
        for (number, line) in text.lines().enumerate() {
            match (line.strip_prefix("```"), &mut open) {
                (Some(info), None) if info.ends_with(",passes") || info.ends_with(",fails") => {
                    let first = if info.starts_with("toml") { "pact.toml" } else { "example.yaml" };
                    open = Some((info.ends_with(",passes"), number + 1, vec![(first.to_owned(), String::new())]));
                }
                (Some(_), Some(_)) => {
                    let (passes, at, files) = open.take().unwrap();
                    let files: Vec<(&str, &str)> =
                        files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
                    let found = lines(&check(&files), Language::English);
                    assert_eq!(found.len(), usize::from(!passes), "docs/{name}:{at}: {found:#?}");
                    blocks += 1;
                }
                (_, Some((_, _, files))) => match line.strip_prefix("# --- ") {
                    Some(name) => files.push((name.to_owned(), String::new())),
                    None => {
                        let (_, text) = files.last_mut().unwrap();
                        text.push_str(line);
                        text.push('\n');
                    }
                },
                _ => {}
            }
        }
        assert!(open.is_none(), "docs/{name}: a block that is not closed");
    }
    assert!(blocks > 3, "{blocks}");
}

/// What the README, the guides and the architecture link to is there.
#[test]
fn links_between_documents_lead_somewhere() {
    let mut links = 0;
    for name in ["README.md", "ARCHITECTURE.md", "DESIGN.md", "CONTRIBUTING.md", "docs/terms.md", "docs/pact.md"] {
        let path = root().join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap();
            if file.is_empty() || file.contains("://") {
                continue;
            }
            assert!(path.parent().unwrap().join(file).exists(), "{name}: {target}");
            links += 1;
        }
    }
    assert!(links > 5, "{links}");
}
