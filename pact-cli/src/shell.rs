//! Commands that are printed, fit to be pasted into a shell.

use std::path::{Path, PathBuf};

use crate::render::clean;

/// A word as a shell takes it.
pub(crate) fn word(text: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "/._-".contains(letter);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// Paths as they are given to a command, each behind a blank; nothing for the folder that is read anyway.
pub(crate) fn paths(paths: &[PathBuf]) -> String {
    if matches!(paths, [only] if only == Path::new(".")) {
        return String::new();
    }
    paths.iter().map(|path| format!(" {}", word(&clean::line(&path.to_string_lossy())))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_can_be_pasted() {
        assert_eq!(word("examples/midtjylland"), "examples/midtjylland");
        assert_eq!(word("vores pagt's"), r"'vores pagt'\''s'");
        assert_eq!(paths(&[PathBuf::from(".")]), "");
        assert_eq!(paths(&[PathBuf::from("a.yaml"), PathBuf::from("b c.yaml")]), " a.yaml 'b c.yaml'");
    }
}
