//! What is wrong with a project.

use std::{
    fmt,
    path::{Path, PathBuf},
};

/// Something that is wrong with a file of a project.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    path: PathBuf,
    at: Option<(usize, usize)>,
    what: String,
    help: Option<String>,
}

impl Problem {
    /// Something wrong with a file as a whole.
    pub(crate) fn new(path: impl AsRef<Path>, what: impl Into<String>) -> Self {
        Self { path: path.as_ref().to_owned(), at: None, what: what.into(), help: None }
    }

    /// At a line and a column, from 1.
    pub(crate) fn at(mut self, line: usize, column: usize) -> Self {
        self.at = Some((line, column));
        self
    }

    /// At a byte of a text.
    pub(crate) fn at_byte(self, text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        self.at(line, column)
    }

    /// What to do about it.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The file, from the directory of the project.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The line, from 1.
    pub fn line(&self) -> Option<usize> {
        self.at.map(|(line, _)| line)
    }

    /// What to do about it.
    pub fn hint(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some((line, column)) = self.at {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.what)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

/// Everything that is wrong with a project, in the order of its files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    pub(crate) fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A result, if nothing is wrong.
    pub(crate) fn or<T>(mut self, result: Option<T>) -> Result<T, Self> {
        self.0.sort();
        self.0.dedup();
        match result {
            Some(result) if self.0.is_empty() => Ok(result),
            _ => Err(self),
        }
    }

    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, problem) in self.0.iter().enumerate() {
            if position > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
