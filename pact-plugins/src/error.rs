//! What can go wrong with a plugin, apart from what it finds.

use std::path::PathBuf;

use wasmtime::Trap;

use crate::{
    host::{Log, cut},
    limits::Limits,
};

/// A file cannot be used as a plugin. Nothing of it was run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// It cannot be read.
    #[error("cannot read `{}`: {reason}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why, in the words of the system.
        reason: String,
    },
    /// It is something else.
    #[error("this is {0}")]
    NoComponent(&'static str),
    /// It breaks off, or its bytes make no sense.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// It is past a limit.
    #[error("{what}: {found}, and {most} at most")]
    TooLarge {
        /// What is too large or too many.
        what: &'static str,
        /// How large.
        found: u64,
        /// How large it may be.
        most: u64,
    },
    /// It asks for something from outside that no plugin is given.
    #[error("it imports `{0}`, which plugins are not given")]
    UndeclaredImport(String),
    /// It was built for another boundary.
    #[error("it was built for `{found}`, and this pact speaks `{spoken}`")]
    OtherAbi {
        /// What it exports or imports.
        found: String,
        /// What would do.
        spoken: &'static str,
    },
    /// It does not export what a plugin has to.
    #[error("it exports no `{0}`")]
    NoExport(&'static str),
    /// It has no manifest.
    #[error("it has no manifest; `pact plugin build` adds it")]
    NoManifest,
    /// Its manifest cannot be used.
    #[error("its manifest: {0}")]
    Manifest(String),
    /// It uses the ledger and does not say that it asks to see it.
    #[error("it imports `{0}`, and its manifest does not ask to see the ledger (`ledger` under `sees`)")]
    LedgerUnasked(&'static str),
    /// It uses the ledger, and has a rule that clauses can be left to.
    #[error("it asks what clauses come to, and its rule `{rule}` decides clauses: a plugin can do one or the other")]
    DecidesByLedger {
        /// The rule.
        rule: String,
    },
    /// A catalogue of its messages cannot be used.
    #[error("its messages in `{language}`: {reason}")]
    Catalogue {
        /// The language.
        language: String,
        /// What is wrong.
        reason: String,
    },
    /// It could not be compiled.
    #[error("it could not be compiled: {0}")]
    Compile(String),
    /// It imports a function that its interface does not have here, or has otherwise.
    #[error("it asks for something that plugins are not given: {0}")]
    Unlinked(String),
    /// Compilation took too long.
    #[error("it was not compiled within {0} s")]
    SlowCompile(u64),
}

/// A check by a plugin was not carried out, so that what it would have found is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RunError {
    /// The host could not be set up.
    #[error("plugins cannot be run here: {0}")]
    Host(String),
    /// It used up its fuel.
    #[error("it used up its fuel ({0}): a loop without end, or more work than a check may be")]
    Fuel(u64),
    /// It took too long.
    #[error("it did not finish within {0} s")]
    Time(u64),
    /// It called itself too deeply.
    #[error("its calls are nested too deeply: the stack has {0} bytes")]
    Stack(usize),
    /// It is past another limit.
    #[error("it is past a limit: {most} {what} at most")]
    Limit {
        /// Of what.
        what: &'static str,
        /// How many there may be.
        most: u64,
    },
    /// It panicked, and said why.
    #[error("it panicked: {message}")]
    Panic {
        /// The guest's own message.
        message: String,
        /// Where in its source, or a stack trace.
        trace: String,
        /// The node that it said it was looking at.
        at: Option<u32>,
    },
    /// It trapped, and said nothing.
    #[error("it trapped: {reason}")]
    Trap {
        /// The engine's words.
        reason: String,
        /// The node that it said it was looking at.
        at: Option<u32>,
    },
    /// It ended the process, which is not a plugin's to end.
    #[error("it called `exit` instead of answering")]
    Exit,
    /// It said that it could not do it.
    #[error("it gave up: {message}")]
    Author {
        /// Why.
        message: String,
        /// Where in its source, or a stack trace.
        trace: String,
        /// The node that it said it was looking at.
        at: Option<u32>,
    },
}

impl RunError {
    /// What an engine's error amounts to.
    pub(crate) fn of(error: &wasmtime::Error, refused: Option<&'static str>, limits: &Limits, log: &mut Log) -> Self {
        let at = log.looking_at;
        match error.downcast_ref::<Self>() {
            Some(Self::Author { message, trace, .. }) => {
                let most = limits.string;
                let mut message = cut(message.clone(), most);
                // An interpreter that gets no more memory raises an exception, which does not say how much there was.
                if refused == Some("memory") {
                    message.push_str(&format!("; there are {} bytes of memory at most", limits.memory));
                }
                return Self::Author { message, trace: cut(trace.clone(), 4 * most), at };
            }
            Some(own) => return own.clone(),
            None => {}
        }
        match error.downcast_ref::<Trap>() {
            Some(Trap::OutOfFuel) => return Self::Fuel(limits.fuel),
            Some(Trap::Interrupt) => return Self::Time(limits.wall.as_secs()),
            Some(Trap::StackOverflow) => return Self::Stack(limits.stack),
            _ => {}
        }
        // A guest that was refused memory panics or traps for it.
        match (refused, log.panic.take()) {
            (Some("memory"), _) => Self::Limit { what: "bytes of memory", most: limits.memory as u64 },
            (Some(what), _) => Self::Limit { what, most: limits.table_elements as u64 },
            (None, Some((message, trace))) => Self::Panic { message, trace, at },
            (None, None) => Self::Trap { reason: error.root_cause().to_string(), at },
        }
    }
}
