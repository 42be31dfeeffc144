//! A plugin's project, as its author writes it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Component, Path, PathBuf},
};

use pact_core::{
    graph::{attribute::Attribute, edge::EdgeKind, node::NodeKind},
    near::nearest,
};
use serde::Deserialize;
use toml::Spanned;

use super::{
    problem::{Problem, Problems},
    words,
};
use crate::{
    limits::Limits,
    manifest::{self, Level, Manifest, Rule, Sees, Texts},
};

/// The file that describes a plugin.
const FILE: &str = "plugin.toml";
/// Bytes of a file of a project.
const MOST: u64 = 4 << 20;

/// A project that was read, and in which nothing is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    manifest: Manifest,
    messages: BTreeMap<String, String>,
}

/// `plugin.toml`.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    id: Spanned<String>,
    version: Spanned<String>,
    license: String,
    #[serde(default)]
    authors: Vec<String>,
    languages: Vec<Spanned<String>>,
    #[serde(default)]
    config: Option<Spanned<String>>,
    title: Spanned<Texts>,
    #[serde(default)]
    description: Option<Spanned<Texts>>,
    #[serde(default)]
    sees: FileSees,
    rules: Vec<FileRule>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct FileSees {
    #[serde(default)]
    kinds: Vec<Spanned<String>>,
    #[serde(default)]
    attributes: Vec<Spanned<String>>,
    #[serde(default)]
    relations: Vec<Spanned<String>>,
    #[serde(default)]
    ledger: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct FileRule {
    name: Spanned<String>,
    #[serde(default)]
    level: Level,
    #[serde(default)]
    decides: bool,
    since: Spanned<String>,
    #[serde(default)]
    docs: Texts,
    #[serde(default)]
    clause: Option<Spanned<Texts>>,
}

impl Project {
    /// Reads the project in a directory.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(directory: &Path) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let project = Reader { directory, problems: &mut problems, text: String::new() }.project();
        problems.or(project)
    }

    /// What the plugin will say of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Its messages in Fluent's syntax, by language.
    pub fn messages(&self) -> &BTreeMap<String, String> {
        &self.messages
    }
}

struct Reader<'a> {
    directory: &'a Path,
    problems: &'a mut Problems,
    /// `plugin.toml`.
    text: String,
}

impl Reader<'_> {
    fn project(&mut self) -> Option<Project> {
        self.text = match self.file(Path::new(FILE)) {
            Ok(text) => text,
            Err(problem) => {
                self.problems.push(problem.help("`pact plugin new` makes a project"));
                return None;
            }
        };
        let file: File = match toml::from_str(&self.text) {
            Ok(file) => file,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                self.problems.push(Problem::new(FILE, error.message()).at_byte(&self.text, at));
                return None;
            }
        };
        self.names(&file);
        let languages: Vec<String> = file.languages.iter().map(|language| language.get_ref().clone()).collect();
        self.spoken("title", &file.title, &languages);
        if let Some(description) = &file.description {
            self.spoken("description", description, &languages);
        }
        let config = file.config.as_ref().and_then(|path| self.schema(path));
        let messages = self.messages(&languages);
        let rules = file.rules.into_iter().map(|rule| self.rule(rule, &languages)).collect();
        let names = |names: Vec<Spanned<String>>| names.into_iter().map(Spanned::into_inner).collect();
        let manifest = Manifest {
            manifest: manifest::VERSION,
            id: file.id.into_inner(),
            version: file.version.into_inner(),
            title: file.title.into_inner(),
            description: file.description.map(Spanned::into_inner).unwrap_or_default(),
            license: file.license,
            authors: file.authors,
            sees: Sees {
                kinds: names(file.sees.kinds),
                attributes: names(file.sees.attributes),
                relations: names(file.sees.relations),
                ledger: file.sees.ledger,
            },
            config,
            rules,
            languages,
        };
        // Whatever else the host would not take.
        if self.problems.is_empty()
            && let Err(error) = manifest.write(&Limits::default())
        {
            self.problems.push(Problem::new(FILE, error.to_string()));
        }
        Some(Project { manifest, messages })
    }

    /// The text of a file of the project.
    fn file(&self, path: &Path) -> Result<String, Problem> {
        let whole = self.directory.join(path);
        let unreadable = |error: std::io::Error| Problem::new(path, format!("it cannot be read: {error}"));
        let bytes = fs::metadata(&whole).map_err(unreadable)?.len();
        if bytes > MOST {
            return Err(Problem::new(path, format!("it has {bytes} bytes, and {MOST} at most")));
        }
        fs::read_to_string(&whole).map_err(unreadable)
    }

    /// Notes something about a value of `plugin.toml`.
    fn wrong<T>(&mut self, value: &Spanned<T>, what: String, help: impl Into<Option<String>>) {
        let mut problem = Problem::new(FILE, what).at_byte(&self.text, value.span().start);
        if let Some(help) = help.into() {
            problem = problem.help(help);
        }
        self.problems.push(problem);
    }

    /// Names, versions, and what the tables of the graph have to know.
    fn names(&mut self, file: &File) {
        let mut seen = BTreeSet::new();
        for name in std::iter::once(&file.id).chain(file.rules.iter().map(|rule| &rule.name)) {
            if !manifest::is_name(name.get_ref()) {
                let help = "small letters, digits and hyphens, a letter first, 64 at most".to_owned();
                self.wrong(name, format!("`{}` is no name", name.get_ref()), help);
            }
        }
        for rule in &file.rules {
            if !seen.insert(rule.name.get_ref()) {
                self.wrong(&rule.name, format!("the rule `{}` stands there twice", rule.name.get_ref()), None);
            }
        }
        for version in std::iter::once(&file.version).chain(file.rules.iter().map(|rule| &rule.since)) {
            if semver::Version::parse(version.get_ref()).is_err() {
                let help = "write it as `1.2.0`".to_owned();
                self.wrong(version, format!("`{}` is no version", version.get_ref()), help);
            }
        }
        let kinds: Vec<&str> = NodeKind::ALL.iter().map(|kind| kind.name()).collect();
        let relations: Vec<&str> = EdgeKind::ALL.iter().map(|kind| kind.name()).collect();
        let attributes: Vec<String> =
            Attribute::all().iter().map(|attribute| format!("{}.{}", attribute.kind.name(), attribute.name)).collect();
        let attributes: Vec<&str> = attributes.iter().map(String::as_str).collect();
        self.known("kind of node", &file.sees.kinds, &kinds);
        self.known("attribute", &file.sees.attributes, &attributes);
        self.known("relation", &file.sees.relations, &relations);
        for attribute in &file.sees.attributes {
            let kind = attribute.get_ref().split('.').next().unwrap_or_default();
            if kinds.contains(&kind) && !file.sees.kinds.iter().any(|seen| seen.get_ref() == kind) {
                let what = format!("`{}` is an attribute of a kind that is not seen", attribute.get_ref());
                self.wrong(attribute, what, format!("add `{kind}` to `kinds`"));
            }
        }
    }

    fn known(&mut self, what: &str, names: &[Spanned<String>], known: &[&str]) {
        for name in names.iter().filter(|name| !known.contains(&name.get_ref().as_str())) {
            let meant = nearest(name.get_ref(), known.iter().copied());
            let help = match meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "docs/model.md names all there are".to_owned(),
            };
            self.wrong(name, format!("there is no {what} `{}`", name.get_ref()), help);
        }
    }

    /// A text for people is there in every language.
    fn spoken(&mut self, what: &str, texts: &Spanned<Texts>, languages: &[String]) {
        for language in languages.iter().filter(|language| !texts.get_ref().contains_key(*language)) {
            self.wrong(texts, format!("`{what}` is missing in `{language}`"), None);
        }
    }

    fn schema(&mut self, path: &Spanned<String>) -> Option<serde_json::Map<String, serde_json::Value>> {
        let file = PathBuf::from(path.get_ref());
        if !file.components().all(|part| matches!(part, Component::Normal(_))) {
            self.wrong(path, format!("`{}` leads out of the project", path.get_ref()), None);
            return None;
        }
        let text = match self.file(&file) {
            Ok(text) => text,
            Err(problem) => {
                self.wrong(path, problem.to_string(), None);
                return None;
            }
        };
        match serde_json::from_str(&text) {
            Ok(serde_json::Value::Object(schema)) => {
                if schema.get("type").and_then(serde_json::Value::as_str) != Some("object") {
                    self.problems.push(
                        Problem::new(&file, "the configuration is not said to be an object")
                            .help("add `\"type\": \"object\"`"),
                    );
                }
                Some(schema)
            }
            Ok(_) => {
                self.problems.push(Problem::new(&file, "a JSON Schema of a configuration is an object"));
                None
            }
            Err(error) => {
                self.problems.push(Problem::new(&file, error.to_string()).at(error.line(), error.column()));
                None
            }
        }
    }

    fn messages(&mut self, languages: &[String]) -> BTreeMap<String, String> {
        let mut read = Vec::new();
        for language in languages {
            let path = Path::new("locales").join(format!("{language}.ftl"));
            match self.file(&path) {
                Ok(text) => read.push((path, language, text)),
                Err(problem) => self.problems.push(problem.help(format!("`languages` names `{language}`"))),
            }
        }
        let catalogues: Vec<(&Path, &str)> =
            read.iter().map(|(path, _, text)| (path.as_path(), text.as_str())).collect();
        words::look(&catalogues, self.problems);
        // Lines end alike, wherever the project was checked out.
        read.into_iter().map(|(_, language, text)| (language.clone(), text.replace("\r\n", "\n"))).collect()
    }

    fn rule(&mut self, rule: FileRule, languages: &[String]) -> Rule {
        if let Some(clause) = &rule.clause {
            self.spoken("clause", clause, languages);
        }
        let mut docs = rule.docs;
        for language in languages {
            let path = Path::new("rules").join(format!("{}.{language}.md", rule.name.get_ref()));
            let file = self.file(&path);
            match (docs.contains_key(language), file) {
                (false, Ok(text)) => {
                    docs.insert(language.clone(), text.replace("\r\n", "\n"));
                }
                (true, Ok(_)) => {
                    let what = format!("`{}` is documented twice in `{language}`", rule.name.get_ref());
                    self.wrong(&rule.name, what, format!("leave out `docs.{language}` or {}", path.display()));
                }
                (false, Err(problem)) => {
                    self.wrong(
                        &rule.name,
                        format!("`{}` is not documented in `{language}`", rule.name.get_ref()),
                        format!("write {problem}"),
                    );
                }
                (true, Err(_)) => {}
            }
        }
        Rule {
            name: rule.name.into_inner(),
            level: rule.level,
            decides: rule.decides,
            since: rule.since.into_inner(),
            docs,
            clause: rule.clause.map(Spanned::into_inner).unwrap_or_default(),
        }
    }
}
