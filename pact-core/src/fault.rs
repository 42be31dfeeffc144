//! What reading found wrong with a file, as data. Rules turn faults into findings with a message.

use crate::{
    load::{limits::Limit, tree::ValueKind},
    source::{FileId, Span},
};

/// Something in a file that could not be read as what its place asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where. An empty span at the start of the file when the file as a whole is meant.
    pub span: Span,
    /// The file at fault; not always the one of the place, which for a missing file is where it is named.
    pub file: FileId,
    /// The id of the document, or the name of the file, and the keys that lead to the place, joined by `/`; what fingerprints
    /// are made of instead of lines.
    pub pointer: String,
    /// The other place that belongs to it: the first of two keys, the reference to a file that is missing.
    pub related: Option<Span>,
}

/// The kinds of [`Fault`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The file could not be opened, or is no text.
    Unreadable(Unreadable),
    /// The text breaks the rules of its format.
    Syntax {
        /// What sort of slip it is.
        problem: SyntaxProblem,
        /// The parser's own words, in English.
        words: String,
    },
    /// A file that may hold one document holds another after it.
    SecondDocument,
    /// A YAML alias without an anchor before it, or inside its own.
    UnknownAlias,
    /// A bound on size, depth or number was reached.
    Limit {
        /// Which bound.
        limit: Limit,
        /// Its value.
        at_most: u64,
    },
    /// There is nothing in the file.
    EmptyFile,
    /// The outermost value is not a document of a known kind.
    UnknownDocument {
        /// The keys that say what a document is.
        accepted: Vec<String>,
        /// A key that is nearly one of them.
        found: Option<String>,
    },
    /// A file that says it is terms and a pact.
    TwoDocuments,
    /// A second manifest in a run: one says what belongs together and how it is judged.
    SecondWorkspace,
    /// A document of a version that this program does not know.
    UnsupportedVersion {
        /// What was written.
        found: String,
        /// What is known.
        supported: u32,
    },
    /// A key that the place does not take.
    UnknownKey {
        /// What was written.
        key: String,
        /// What the place takes.
        accepted: Vec<String>,
    },
    /// The same key twice.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A key without which the entry says nothing.
    MissingKey {
        /// The key.
        key: String,
        /// What stands there.
        expected: Expected,
    },
    /// A value of another kind than the place takes.
    WrongType {
        /// What the place takes.
        expected: Expected,
        /// What stands there.
        found: ValueKind,
    },
    /// A word that is not one of the choices.
    UnknownValue {
        /// What was written.
        value: String,
        /// The choices.
        accepted: Vec<String>,
    },
    /// A text that is no date, or a day that no calendar has.
    ImpossibleDate {
        /// What was written.
        value: String,
    },
    /// A text that is no tag of a language.
    UnknownLanguage {
        /// What was written.
        value: String,
    },
    /// A text that cannot be an id.
    InvalidId {
        /// What was written.
        value: String,
    },
    /// Words after a comma in a text between braces: without quotes the comma ends the text.
    StrayWords {
        /// The words after the comma.
        words: String,
    },
    /// A row of a table with fewer or more cells than its heading.
    UnevenRow {
        /// Cells in the row.
        found: u32,
        /// Cells in the heading.
        expected: u32,
        /// How many rows are uneven in the same way, this one included.
        rows: u32,
    },
    /// A table whose first row names no column that a register has.
    NoHeading {
        /// What stands there.
        found: String,
    },
    /// Something stands in a column without a heading.
    UnnamedColumn,
    /// A requirement of which it is not clear what it asks for.
    UnclearRequirement(Unclear),
    /// A number, a share, a period or a day that can be read in two ways, or in none.
    UnclearValue {
        /// What is wrong with it.
        problem: ValueProblem,
        /// What was written; the keys where it is not clear what they say together.
        value: String,
    },
}

/// Why a number, a share, a period or a day cannot be read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueProblem {
    /// Neither a number nor a share.
    NoAmount,
    /// A number with decimals and no sign: `0.4` may be 40 % or 0.4 %.
    Decimal,
    /// A share of more than the whole.
    OverWhole,
    /// A share of a whole that has no parts: `1/0`.
    NoParts,
    /// Fewer than none.
    Negative,
    /// More digits than any number of heads or any share has.
    TooLarge,
    /// A majority after a comparator with which it has no clear meaning.
    Majority,
    /// Several comparators for the same end.
    SeveralComparators,
    /// A key that is no size, and no range of sizes.
    NoSize,
    /// Two ranges of sizes that have a size in common.
    SizesOverlap,
    /// A text that is no period.
    NoPeriod,
    /// A year or a month where a day is needed.
    NoDay,
    /// A text that names no rule of a plugin.
    NoRule,
}

impl ValueProblem {
    /// The name in machine formats and the selector in message catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoAmount => "no-amount",
            Self::Decimal => "decimal",
            Self::OverWhole => "over-whole",
            Self::NoParts => "no-parts",
            Self::Negative => "negative",
            Self::TooLarge => "too-large",
            Self::Majority => "majority",
            Self::SeveralComparators => "several-comparators",
            Self::NoSize => "no-size",
            Self::SizesOverlap => "sizes-overlap",
            Self::NoPeriod => "no-period",
            Self::NoDay => "no-day",
            Self::NoRule => "no-rule",
        }
    }
}

/// Why it is not clear what a requirement asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// No key says what kind of requirement it is.
    Nothing,
    /// Keys of several kinds of requirement.
    Several(Vec<String>),
    /// Keys of a pattern (`where`, `has`, `in`) beside a requirement of this other kind.
    Stray(String),
    /// Every one of something, without what it has.
    EveryWithoutHas,
    /// Something is counted, and no number is given.
    NoNumber,
    /// A condition in which nothing stands.
    NoCondition,
    /// A list or a table in which nothing stands, by its key.
    Empty(String),
    /// A key that says nothing without another.
    Alone {
        /// The key.
        key: &'static str,
        /// The one that it needs.
        needs: &'static str,
    },
    /// A path of more relations than anybody could follow.
    LongPath,
}

impl Unclear {
    /// The name in machine formats and the selector in message catalogues.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Several(_) => "several",
            Self::Stray(_) => "stray",
            Self::EveryWithoutHas => "every-without-has",
            Self::NoNumber => "no-number",
            Self::NoCondition => "no-condition",
            Self::Empty(_) => "empty",
            Self::Alone { .. } => "alone",
            Self::LongPath => "long-path",
        }
    }

    /// The keys that contradict each other, the one that the others do not belong to, the one under which nothing stands, or the one that says nothing
    /// with the one that it needs.
    pub fn keys(&self) -> Vec<String> {
        match self {
            Self::Several(keys) => keys.clone(),
            Self::Stray(key) | Self::Empty(key) => vec![key.clone()],
            Self::Alone { key, needs } => vec![(*key).to_owned(), (*needs).to_owned()],
            _ => Vec::new(),
        }
    }
}

impl FaultKind {
    /// Whether references may be among what was lost with it.
    pub fn may_hide_references(&self) -> bool {
        !matches!(
            self,
            Self::ImpossibleDate { .. }
                | Self::UnknownValue { .. }
                | Self::StrayWords { .. }
                | Self::UnclearValue { .. }
        )
    }
}

/// The slips that break the rules of a format, as far as they can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SyntaxProblem {
    /// A quotation mark that is not closed, or something after it.
    Quote,
    /// A bracket or brace that is not closed, or closed by another.
    Bracket,
    /// A colon in a text without quotation marks, or none after a key.
    Colon,
    /// Lines that do not begin where they should.
    Indentation,
    /// A tab where only spaces may stand.
    Tab,
    /// A character that cannot stand here.
    Character,
    /// Anything else.
    Other,
}

impl SyntaxProblem {
    /// The name in machine formats and the selector in message catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Bracket => "bracket",
            Self::Colon => "colon",
            Self::Indentation => "indentation",
            Self::Tab => "tab",
            Self::Character => "character",
            Self::Other => "other",
        }
    }
}

/// Why a file could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unreadable {
    /// No such file.
    Missing,
    /// A directory where a file is asked for.
    Directory,
    /// Neither a file nor a folder: a device, a pipe.
    NotAFile,
    /// The operating system refused; its words.
    Refused(String),
    /// Bytes that are no text in the encodings that the format allows; the offset of the first.
    NotText {
        /// Byte offset of the first byte that is no text.
        offset: u64,
        /// The line in which it stands, from 1.
        line: u64,
    },
    /// A path from the root of the file system, in a document.
    Absolute,
    /// A name whose ending says nothing about what is in the file.
    UnknownFormat,
}

impl Unreadable {
    /// The reason's name in machine formats and message catalogues.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Directory => "directory",
            Self::NotAFile => "not-a-file",
            Self::Refused(_) => "refused",
            Self::NotText { .. } => "not-text",
            Self::Absolute => "absolute",
            Self::UnknownFormat => "unknown-format",
        }
    }
}

/// What a place in a document takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Expected {
    /// A text, or a text for each language.
    Text,
    /// A plain text.
    String,
    /// The id of something.
    Reference,
    /// One id or a list of ids.
    References,
    /// A whole number, zero or more.
    Count,
    /// `true` or `false`.
    Boolean,
    /// A calendar date, a month or a year.
    Date,
    /// An entry: keys with values.
    Entry,
    /// Entries, each under its id.
    Entries,
    /// A list.
    List,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A number, or a text with a number and a unit.
    Quantity,
    /// A number of heads, or a share.
    Amount,
    /// Amounts, each under a size or a range of sizes.
    BySize,
    /// A number of years, months, weeks, days or working days.
    Period,
}

impl Expected {
    /// The words to choose from; none where it is no choice of words.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Self::Choice(words) => words,
            _ => &[],
        }
    }

    /// The name in machine formats and the selector in message catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::String => "string",
            Self::Reference => "reference",
            Self::References => "references",
            Self::Count => "count",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::Entry => "entry",
            Self::Entries => "entries",
            Self::List => "list",
            Self::Choice(_) => "choice",
            Self::Quantity => "quantity",
            Self::Amount => "amount",
            Self::BySize => "by-size",
            Self::Period => "period",
        }
    }
}
