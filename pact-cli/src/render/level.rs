//! Levels in words.

use pact_core::{finding::Level, message::Catalogue};

/// What a level is called.
pub(super) fn word(level: Level, words: &Catalogue) -> String {
    words.label(match level {
        Level::Error => "cli-level-error",
        Level::Warning => "cli-level-warning",
        Level::Note => "cli-level-note",
    })
}
