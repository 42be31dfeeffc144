//! The ledger as a plugin sees it: what clauses ask, how proposals come out under them, and what they lack.

use std::fmt;

use crate::{
    graph::{Answered, Edges, Graph, Node, parts},
    message::Message,
    names::Kind,
};

macro_rules! numbers {
    ($($(#[$meta:meta])* $name:ident)*) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            pub(crate) const fn new(number: u32) -> Self {
                Self(number)
            }

            pub(crate) const fn number(self) -> u32 {
                self.0
            }
        }
    )* };
}

numbers! {
    /// A line of the ledger: what is said of a clause, an element or a part under a proposal. A number that means something in this run only.
    Line
    /// Something that is missing, or that must not be there.
    Lack
    /// Something that a clause asks of things.
    Ask
}

impl Lack {
    /// What pact says of it, in its own words. It has its values already.
    pub fn words(self) -> Message {
        Message::new(format!("pact:lack/{}", self.0))
    }

    /// What pact says of a node beside it, by the position at which [`Ledger::beside`] gives it.
    pub fn words_beside(self, position: usize) -> Message {
        Message::new(format!("pact:lack/{}/{position}", self.0))
    }
}

/// A proposal held against its terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// The terms.
    pub terms: Node,
    /// The proposal.
    pub pact: Node,
    /// Whether the terms are in force on the day as of which is judged.
    pub in_force: bool,
}

/// What an ask asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The same number for all that one requirement asks of the same things.
    pub requirement: u32,
    /// Of how many things: `every`, `some` or `no`.
    pub quantifier: String,
    /// Of things of which kind.
    pub kind: String,
    /// Where they are concepts of a scheme: the scheme, if it may be seen.
    pub scheme: Option<Node>,
    /// Whether it speaks only of such things, or counts only such, as a condition picks.
    pub conditional: bool,
    /// `count` or `given`.
    pub what: String,
    /// The path to what is counted: its steps, each with its alternatives, by the names of relations and of their inverses.
    pub path: Vec<Vec<String>>,
    /// The keys that have to be given.
    pub keys: Vec<String>,
}

/// For each of what was asked about, several others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups<T> {
    offsets: Vec<u32>,
    members: Vec<T>,
}

impl<T> Groups<T> {
    /// From offsets, one more than groups, and members.
    pub fn new(offsets: Vec<u32>, members: Vec<T>) -> Self {
        Self { offsets, members }
    }

    /// A slice for each of what was asked about, in that order.
    pub fn slices(&self) -> impl Iterator<Item = &[T]> {
        let ends = self.offsets.iter().skip(1);
        self.offsets
            .iter()
            .zip(ends)
            .map(|(&from, &to)| self.members.get(from as usize..to as usize).unwrap_or_default())
    }
}

/// Whoever answers questions about the ledger and about how far reading went. Authors ask a [`Ledger`] and a [`Reading`]; these are the functions of the boundary
/// one by one.
pub trait Judged {
    /// The proposals and their terms.
    fn cases(&self) -> Answered<Vec<Case>>;
    /// The lines.
    fn lines(&self) -> Answered<Vec<Line>>;
    /// The case of each line.
    fn line_cases(&self, of: &[Line]) -> Answered<Vec<u32>>;
    /// The clause or element of each line.
    fn clauses(&self, of: &[Line]) -> Answered<Vec<Node>>;
    /// What is said of each line.
    fn verdicts(&self, of: &[Line]) -> Answered<Vec<String>>;
    /// How grave it is what is found about each line.
    fn levels(&self, of: &[Line]) -> Answered<Vec<String>>;
    /// What each line asks of things.
    fn asks(&self, of: &[Line]) -> Answered<Groups<Ask>>;
    /// What each ask asks.
    fn describe(&self, of: &[Ask]) -> Answered<Vec<Asked>>;
    /// The lacks of a kind.
    fn lacks(&self, kind: &str) -> Answered<Vec<Lack>>;
    /// The case of each lack.
    fn lack_cases(&self, of: &[Lack]) -> Answered<Vec<u32>>;
    /// The line of each lack.
    fn lack_lines(&self, of: &[Lack]) -> Answered<Vec<Option<Line>>>;
    /// What each lack is a lack of.
    fn subjects(&self, of: &[Lack]) -> Answered<Vec<Node>>;
    /// How each lack may still come out.
    fn gaps(&self, of: &[Lack]) -> Answered<Vec<String>>;
    /// The ask that each lack is about.
    fn lack_asks(&self, of: &[Lack]) -> Answered<Vec<Option<Ask>>>;
    /// A number that lacks share of which the same is said.
    fn told_alike(&self, of: &[Lack]) -> Answered<Vec<u32>>;
    /// Other nodes that belong to each lack.
    fn beside(&self, of: &[Lack]) -> Answered<Groups<Node>>;
    /// Whether something in the entry of each node could not be read.
    fn damaged(&self, of: &[Node]) -> Answered<Vec<bool>>;
    /// Whether the id of each node was given before.
    fn repeated(&self, of: &[Node]) -> Answered<Vec<bool>>;
    /// Whether some entry of each kind could not be read.
    fn incomplete(&self, kinds: &[&str]) -> Answered<Vec<bool>>;
    /// For each node the first that is called the same: offsets and targets.
    fn called_alike(&self, of: &[Node]) -> Answered<(Vec<u32>, Vec<Node>)>;
}

/// The ledger, for a [`LedgerPlugin`](crate::LedgerPlugin). As those to the [`Graph`], questions are put for many at once and are answered in columns.
#[derive(Clone, Copy)]
pub struct Ledger<'l> {
    source: &'l dyn Judged,
}

impl fmt::Debug for Ledger<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ledger").finish_non_exhaustive()
    }
}

macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident: $of:ty => $value:ty;)*) => { $(
        $(#[$doc])*
        ///
        /// # Errors
        /// When the ledger may not be seen, or something is asked about that is not there.
        pub fn $name(&self, of: &[$of]) -> Answered<Vec<$value>> {
            parts(of, &|of| self.source.$name(of))
        }
    )* };
}

impl<'l> Ledger<'l> {
    /// The ledger behind which somebody answers.
    pub fn new(source: &'l dyn Judged) -> Self {
        Self { source }
    }

    /// The proposals and their terms, sorted by the keys of both.
    ///
    /// # Errors
    /// When the ledger, terms or pacts may not be seen.
    pub fn cases(&self) -> Answered<Vec<Case>> {
        self.source.cases()
    }

    /// The lines, case by case, each in the order of the source of its terms.
    ///
    /// # Errors
    /// When the ledger may not be seen.
    pub fn lines(&self) -> Answered<Vec<Line>> {
        self.source.lines()
    }

    columns! {
        /// The case of each line: its position in [`cases`](Self::cases).
        line_cases: Line => u32;
        /// The clause or element of each line.
        clauses: Line => Node;
        /// What is said of each line: `met`, `unmet` …
        verdicts: Line => String;
        /// How grave it is what is found about each line: `note`, `warning` or `error`.
        levels: Line => String;
        /// What each ask asks.
        describe: Ask => Asked;
        /// The case of each lack: its position in [`cases`](Self::cases).
        lack_cases: Lack => u32;
        /// The line of each lack; nothing where no clause answers for what is lacked.
        lack_lines: Lack => Option<Line>;
        /// What each lack is a lack of.
        subjects: Lack => Node;
        /// How each may still come out: `statement`, `pending`, `unknown`, `absent` or `contrary`.
        gaps: Lack => String;
        /// The ask that each lack is about, where it is about one.
        lack_asks: Lack => Option<Ask>;
        /// A number for each lack that two of the same proposal share where the same would be said of both.
        told_alike: Lack => u32;
    }

    /// What the clause or element of each line asks of things.
    ///
    /// # Errors
    /// When the ledger may not be seen, or the answer is too large.
    pub fn asks(&self, of: &[Line]) -> Answered<Groups<Ask>> {
        self.source.asks(of)
    }

    /// The lacks of a kind: `too-few`, `given`, `forbidden` …
    ///
    /// # Errors
    /// When the ledger may not be seen, or there is no such kind.
    pub fn lacks(&self, kind: &str) -> Answered<Vec<Lack>> {
        self.source.lacks(kind)
    }

    /// Other nodes that belong to each lack.
    ///
    /// # Errors
    /// When the ledger may not be seen, or the answer is too large.
    pub fn beside(&self, of: &[Lack]) -> Answered<Groups<Node>> {
        self.source.beside(of)
    }
}

/// How far what was read can be relied on, and what is called alike.
#[derive(Clone, Copy)]
pub struct Reading<'l> {
    source: &'l dyn Judged,
}

impl fmt::Debug for Reading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reading").finish_non_exhaustive()
    }
}

impl<'l> Reading<'l> {
    /// What somebody answers.
    pub fn new(source: &'l dyn Judged) -> Self {
        Self { source }
    }

    columns! {
        /// Whether something in the entry of each node could not be read.
        damaged: Node => bool;
        /// Whether the id of each node was given before, so that references mean another one.
        repeated: Node => bool;
    }

    /// Whether some entry of a kind could not be read: nothing may be said of every node of the kind, or of none.
    ///
    /// # Errors
    /// When the kind may not be seen or does not exist.
    pub fn is_incomplete<'n>(&self, kind: impl Into<Kind<'n>>) -> Answered<bool> {
        Ok(self.source.incomplete(&[kind.into().name()])?.first().copied().unwrap_or(true))
    }

    /// For each node, the first of the same document among those asked about that is called the same in one of the languages of its label.
    ///
    /// # Errors
    /// When a node or the attribute `label` may not be seen, or the answer is too large.
    pub fn called_alike(&self, of: &[Node]) -> Answered<Edges> {
        let (offsets, targets) = self.source.called_alike(of)?;
        Ok(Edges::new(of.to_vec(), offsets, targets))
    }
}

/// What a [`LedgerPlugin`](crate::LedgerPlugin) looks at.
#[derive(Clone, Copy, Debug)]
pub struct View<'v> {
    /// The graph.
    pub graph: Graph<'v>,
    /// The ledger.
    pub ledger: Ledger<'v>,
    /// How far what was read can be relied on.
    pub reading: Reading<'v>,
}
