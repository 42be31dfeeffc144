//! The words of the rules and of the command line, in one catalogue.

use pact_core::message::{Catalogue, CatalogueError, Language};

/// What the command line itself says.
fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../locales/en/cli.ftl"),
        Language::Danish => include_str!("../locales/da/cli.ftl"),
    }
}

/// Every message in a language.
///
/// # Errors
/// When a catalogue is broken, which tests rule out.
pub(crate) fn catalogue(language: Language) -> Result<Catalogue, CatalogueError> {
    let rules = pact_rules::messages::sources(language);
    Catalogue::new(language, rules.iter().copied().chain([source(language), pact_plugins::setup::messages(language)]))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_syntax::{
        ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
        parser,
    };

    use super::*;

    type Messages = BTreeMap<String, BTreeSet<String>>;

    fn messages(source: &str) -> Messages {
        let resource = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
        let mut found = Messages::new();
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                collect(message.value.as_ref().unwrap(), &mut variables);
                assert!(
                    found.insert(message.id.name.to_owned(), variables).is_none(),
                    "{} is given twice",
                    message.id.name
                );
            }
        }
        found
    }

    fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                match expression {
                    Expression::Inline(inline) => variable(inline, variables),
                    Expression::Select { selector, variants } => {
                        variable(selector, variables);
                        variants.iter().for_each(|variant| collect(&variant.value, variables));
                    }
                }
            }
        }
    }

    fn variable(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
        if let InlineExpression::VariableReference { id } = inline {
            variables.insert(id.name.to_owned());
        }
    }

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_variables() {
        assert_eq!(messages(source(Language::English)), messages(source(Language::Danish)));
    }

    #[test]
    fn the_catalogues_can_be_read_together() {
        for language in Language::ALL {
            assert!(catalogue(language).is_ok_and(|words| words.has("cli-level-error")));
        }
    }
}
