//! Why a check could not be carried out.

use std::{fmt, panic::Location};

/// Why a check could not be carried out, in the author's words.
///
/// Any error becomes one with `?`, and keeps the place in the source where that happened. It is no error itself, so that it can take in all others.
///
/// The verdict of what waits for the plugin is an error then: never *met*, and never *unmet* either.
#[derive(Clone, PartialEq, Eq)]
pub struct Failure {
    message: String,
    trace: String,
}

impl Failure {
    /// A failure with a message for whoever runs the plugin.
    #[track_caller]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), trace: Location::caller().to_string() }
    }

    /// The message.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where in the plugin's source.
    pub fn trace(&self) -> &str {
        &self.trace
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.trace)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    #[track_caller]
    fn from(error: E) -> Self {
        let mut message = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            message.push_str(&format!(": {cause}"));
            source = cause.source();
        }
        Self { message, trace: Location::caller().to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Refusal;

    #[test]
    fn it_knows_where_the_question_mark_stood() {
        fn fails() -> Result<(), Failure> {
            Err(Refusal::new("not-granted", "actor"))?;
            Ok(())
        }
        let failure = fails().unwrap_err();
        assert!(failure.message().starts_with("`actor` may not be seen"), "{failure:?}");
        assert!(failure.trace().contains("failure.rs:"), "{failure:?}");
    }
}
