//! The messages of a plugin, held against each other.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{ast, parser};

use crate::{error::LoadError, manifest::is_hidden};

/// The ids of the messages that a plugin has in every language that it speaks.
///
/// # Errors
/// When a language has none, breaks the syntax, lacks a message of the first language, or has characters that cannot be seen.
pub(crate) fn ids(languages: &[String], sources: &BTreeMap<String, String>) -> Result<BTreeSet<String>, LoadError> {
    let mut first: Option<BTreeSet<String>> = None;
    for language in languages {
        let wrong = |reason: String| LoadError::Catalogue { language: language.clone(), reason };
        let source = sources.get(language).ok_or_else(|| wrong("there are none".to_owned()))?;
        if let Some(hidden) = source.chars().find(|&c| is_hidden(c) && c != '\r') {
            return Err(wrong(format!("they have the hidden character U+{:04X}", u32::from(hidden))));
        }
        let resource = parser::parse(source.as_str()).map_err(|(_, errors)| {
            wrong(errors.first().map_or_else(String::new, |error| format!("{error} (byte {})", error.pos.start)))
        })?;
        let mut own = BTreeSet::new();
        for entry in &resource.body {
            if let ast::Entry::Message(message) = entry
                && !own.insert(message.id.name.to_owned())
            {
                return Err(wrong(format!("`{}` stands there twice", message.id.name)));
            }
        }
        match &first {
            None => first = Some(own),
            Some(ids) => {
                if let Some(missing) = ids.difference(&own).next() {
                    return Err(wrong(format!("`{missing}` is missing")));
                }
            }
        }
    }
    Ok(first.unwrap_or_default())
}
