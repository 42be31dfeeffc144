//! The words of the built-in rules.

use pact_core::message::{Catalogue, CatalogueError, Language};

/// The catalogues of a language, a file a group of rules.
pub fn sources(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            include_str!("../locales/en/coherence.ftl"),
            include_str!("../locales/en/document.ftl"),
            include_str!("../locales/en/elements.ftl"),
            include_str!("../locales/en/exceptions.ftl"),
            include_str!("../locales/en/ledger.ftl"),
            include_str!("../locales/en/process.ftl"),
            include_str!("../locales/en/representation.ftl"),
            include_str!("../locales/en/requirements.ftl"),
            include_str!("../locales/en/structure.ftl"),
            include_str!("../locales/en/terms.ftl"),
        ],
        Language::Danish => &[
            include_str!("../locales/da/coherence.ftl"),
            include_str!("../locales/da/document.ftl"),
            include_str!("../locales/da/elements.ftl"),
            include_str!("../locales/da/exceptions.ftl"),
            include_str!("../locales/da/ledger.ftl"),
            include_str!("../locales/da/process.ftl"),
            include_str!("../locales/da/representation.ftl"),
            include_str!("../locales/da/requirements.ftl"),
            include_str!("../locales/da/structure.ftl"),
            include_str!("../locales/da/terms.ftl"),
        ],
    }
}

/// The catalogue of the built-in rules in a language.
///
/// # Errors
/// When a catalogue is broken, which a test of this crate rules out.
pub fn catalogue(language: Language) -> Result<Catalogue, CatalogueError> {
    Catalogue::new(language, sources(language).iter().copied())
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_syntax::{ast, parser};

    use super::*;

    /// Every message of a catalogue with the arguments it uses.
    fn arguments(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let mut all = BTreeMap::new();
        for source in sources(language) {
            let resource = parser::parse(*source).unwrap_or_else(|(_, errors)| panic!("{language:?}: {errors:?}"));
            for entry in resource.body {
                if let ast::Entry::Message(message) = entry {
                    let mut names = BTreeSet::new();
                    in_pattern(&message.value.unwrap(), &mut names);
                    assert!(all.insert(message.id.name.to_owned(), names).is_none(), "{} twice", message.id.name);
                }
            }
        }
        all
    }

    fn in_pattern(pattern: &ast::Pattern<&str>, names: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                in_expression(expression, names);
            }
        }
    }

    fn in_expression(expression: &ast::Expression<&str>, names: &mut BTreeSet<String>) {
        match expression {
            ast::Expression::Inline(inline) => in_inline(inline, names),
            ast::Expression::Select { selector, variants } => {
                in_inline(selector, names);
                variants.iter().for_each(|variant| in_pattern(&variant.value, names));
            }
        }
    }

    fn in_inline(inline: &ast::InlineExpression<&str>, names: &mut BTreeSet<String>) {
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                names.insert(id.name.to_owned());
            }
            ast::InlineExpression::Placeable { expression } => in_expression(expression, names),
            _ => {}
        }
    }

    #[test]
    fn both_languages_have_every_message_with_the_same_arguments() {
        let (english, danish) = (arguments(Language::English), arguments(Language::Danish));
        assert!(english.len() > 50);
        assert_eq!(english, danish);
    }

    #[test]
    fn every_catalogue_file_is_read() {
        for language in Language::ALL {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.tag());
            for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if entry.extension().is_some_and(|ending| ending == "ftl") {
                    let text = std::fs::read_to_string(&entry).unwrap();
                    assert!(sources(language).contains(&text.as_str()), "{} is not among the sources", entry.display());
                }
            }
        }
    }

    #[test]
    fn every_message_is_used() {
        let mut code = String::new();
        let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else {
                    code.push_str(&std::fs::read_to_string(path).unwrap());
                }
            }
        }
        for id in arguments(Language::English).keys() {
            assert!(code.contains(&format!("\"{id}\"")), "nothing says `{id}`");
        }
    }

    #[test]
    fn the_catalogues_can_be_used() {
        for language in Language::ALL {
            catalogue(language).unwrap();
        }
    }
}
