//! The language in which people are spoken to.

use pact_core::message::Language;

/// The variables of the environment that name it, the strongest first (POSIX).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language that the environment asks for, if there is a catalogue for it. `get` looks up a variable.
///
/// The first variable that is set decides, also when it asks for a language that there is none for.
pub(crate) fn of_environment(get: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let locale = VARIABLES.iter().find_map(|name| get(name).filter(|value| !value.is_empty()))?;
    Language::from_tag(&locale)
}

/// The language of a command that reads no documents: the command line's, else the environment's, else English.
pub(crate) fn choose(asked: Option<Language>) -> Language {
    asked.or_else(|| of_environment(|name| std::env::var(name).ok())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(variables: &[(&str, &str)]) -> Option<Language> {
        of_environment(|name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_strongest_variable_decides() {
        assert_eq!(chosen(&[("LANG", "da_DK.UTF-8")]), Some(Language::Danish));
        assert_eq!(chosen(&[("LANG", "da_DK.UTF-8"), ("LC_ALL", "en_GB.UTF-8")]), Some(Language::English));
        assert_eq!(chosen(&[("LANG", "da_DK.UTF-8"), ("LC_ALL", "C")]), None);
        assert_eq!(
            chosen(&[("LANG", "da_DK.UTF-8"), ("LC_ALL", "")]),
            Some(Language::Danish),
            "empty counts as not set"
        );
        assert_eq!(chosen(&[]), None);
    }
}
