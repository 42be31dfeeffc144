//! The catalogues of a project, held against each other: every language says the same things with the same values.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use fluent_syntax::{
    ast::{self, Entry, Expression, InlineExpression, PatternElement},
    parser,
};

use super::problem::{Problem, Problems};
use crate::manifest::is_hidden;

/// A message, as far as languages have to agree on it.
#[derive(Default)]
struct Said {
    /// The names of its values.
    values: BTreeSet<String>,
    /// The messages and terms that it takes in; a term begins with a hyphen.
    uses: BTreeSet<String>,
}

/// The messages of a catalogue by their ids; those of a term begin with a hyphen.
struct Read {
    said: BTreeMap<String, Said>,
    /// Something could not be read, so that what is missing may be there.
    broken: bool,
}

/// Looks at the catalogues of a project. The first is the one to fall back to, by which the others are judged.
pub(super) fn look(catalogues: &[(&Path, &str)], problems: &mut Problems) {
    let read: Vec<_> = catalogues.iter().map(|(path, text)| (*path, *text, read(path, text, problems))).collect();
    let Some(((first_path, _, first), others)) = read.split_first() else { return };
    let shown = first_path.display();
    for (path, text, Read { said, .. }) in others.iter().filter(|(_, _, read)| !read.broken && !first.broken) {
        let first = &first.said;
        for (id, message) in first.iter().filter(|(id, _)| !id.starts_with('-')) {
            match said.get(id) {
                None => problems.push(
                    Problem::new(path, format!("the message `{id}` is missing"))
                        .help(format!("{shown} has it; every language needs all messages")),
                ),
                Some(other) if other.values != message.values => problems.push(
                    placed(Problem::new(path, format!("`{id}` has other values than in {shown}")), text, id)
                        .help(format!("here it has {}, there {}", listed(&other.values), listed(&message.values))),
                ),
                Some(_) => {}
            }
        }
        for id in said.keys().filter(|id| !id.starts_with('-') && !first.contains_key(*id)) {
            problems.push(
                placed(Problem::new(path, format!("the message `{id}` is not in {shown}")), text, id)
                    .help("it is the language to fall back to, and has every message"),
            );
        }
    }
}

fn listed(values: &BTreeSet<String>) -> String {
    if values.is_empty() {
        return "none".to_owned();
    }
    values.iter().map(|value| format!("`${value}`")).collect::<Vec<_>>().join(", ")
}

/// Where a message begins.
fn placed(problem: Problem, text: &str, id: &str) -> Problem {
    let begins = |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
    match text.lines().position(begins) {
        Some(line) => problem.at(line + 1, 1),
        None => problem,
    }
}

fn read(path: &Path, text: &str, problems: &mut Problems) -> Read {
    if let Some((at, hidden)) = text.char_indices().find(|&(_, c)| is_hidden(c) && c != '\r') {
        let what = format!("there is the hidden character U+{:04X}", u32::from(hidden));
        problems.push(Problem::new(path, what).at_byte(text, at));
    }
    let (resource, errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let broken = !errors.is_empty();
    for error in errors {
        // What is missing at the end of a line is told there, and not on the next.
        let at = text.get(..error.pos.start).map_or(0, |before| before.trim_end().len());
        problems.push(
            Problem::new(path, error.to_string())
                .at_byte(text, at)
                .help("a message is `id = words`, and its next lines are indented"),
        );
    }
    let mut said: BTreeMap<String, Said> = BTreeMap::new();
    for entry in &resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        let mut own = Said::default();
        for pattern in value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)) {
            own.pattern(pattern);
        }
        if said.insert(id.clone(), own).is_some() {
            problems.push(placed(Problem::new(path, format!("`{id}` stands there twice")), text, &id));
        }
    }
    for (id, used) in said.iter().flat_map(|(id, own)| own.uses.iter().map(move |used| (id, used))) {
        if !broken && !said.contains_key(used) {
            problems.push(placed(
                Problem::new(path, format!("`{id}` takes in `{used}`, which is not there")),
                text,
                id,
            ));
        }
    }
    Read { said, broken }
}

impl Said {
    fn pattern(&mut self, pattern: &ast::Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.values.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::MessageReference { id, .. } => {
                self.uses.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.uses.insert(format!("-{}", id.name));
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &ast::CallArguments<&str>) {
        arguments.positional.iter().for_each(|argument| self.inline(argument));
        arguments.named.iter().for_each(|argument| self.inline(&argument.value));
    }
}
