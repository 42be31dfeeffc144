//! The documents as they are written: terms, pacts, registers of members, the workspace.
//!
//! These structs are the one place where a key is declared. The loader, the JSON Schemas and the reference in the
//! documentation come from them.

pub mod amount;
pub mod body;
pub mod calendar;
pub mod composition;
pub mod json;
pub mod pact;
pub mod period;
pub mod register;
pub mod requirement;
pub mod shared;
pub mod terms;
pub mod value;
pub mod workspace;

/// The version of the document language that this program reads and writes.
pub const VERSION: u32 = 1;

/// The kinds of document, by the key that says so: `terms: 1`, `pact: 1`, `workspace = 1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// Terms of reference.
    Terms,
    /// A pact, or a proposal for one.
    Pact,
    /// The manifest of a folder: `pact.toml`.
    Workspace,
    /// A register of members, as a table.
    Register,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Terms, Self::Pact, Self::Workspace, Self::Register];

    /// The key that says so at the head of the document, and the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Terms => "terms",
            Self::Pact => "pact",
            Self::Workspace => "workspace",
            Self::Register => "register",
        }
    }
}
