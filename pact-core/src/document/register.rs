//! A register of members as a table (CSV), the way a spreadsheet writes it.
//!
//! What a cell refers to may be written by its id or by its label; several are separated by `|`, `;` or `,`. A comma may also belong to a label.

use super::pact::Member;
use crate::{name::Name, source::Span};

/// A column of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The member's id; without the column, rows are numbered.
    Id,
    /// [`Member::person`]
    Person,
    /// [`Member::body`]
    Body,
    /// [`Member::seat`]
    Seat,
    /// [`Member::actor`], or several.
    Actor,
    /// [`Member::nominated_by`], or several.
    NominatedBy,
    /// [`Member::from`]
    From,
    /// [`Member::to`]
    To,
    /// [`Member::vote`]
    Vote,
    /// [`Member::role`]
    Role,
    /// [`Member::policy_area`], or several.
    PolicyArea,
    /// [`Member::gender`]
    Gender,
    /// [`Member::is`], or several.
    Is,
    /// [`Member::appointed_by`], or several.
    AppointedBy,
    /// [`Member::stands_in_for`], or several.
    StandsInFor,
}

impl Column {
    /// Every column with its headings: the key of the document language, then Danish ones. Case does not count.
    pub const HEADINGS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Id, &["id", "nr", "medlem"]),
        (Self::Person, &["person", "navn"]),
        (Self::Body, &["body", "organ"]),
        (Self::Seat, &["seat", "plads"]),
        (Self::Actor, &["actor", "aktør", "organisation"]),
        (Self::NominatedBy, &["nominated-by", "udpeget af", "indstillet af"]),
        (Self::From, &["from", "fra"]),
        (Self::To, &["to", "til"]),
        (Self::Vote, &["vote", "stemmeret"]),
        (Self::Role, &["role", "rolle"]),
        (Self::PolicyArea, &["policy-area", "politikområde", "system"]),
        (Self::Gender, &["gender", "køn"]),
        (Self::Is, &["is", "kendetegn"]),
        (Self::AppointedBy, &["appointed-by", "udnævnt af", "valgt af"]),
        (Self::StandsInFor, &["stands-in-for", "suppleant for", "stedfortræder for"]),
    ];

    /// The key of the document language that the column stands for.
    pub fn key(self) -> &'static str {
        let row = Self::HEADINGS.iter().find(|(column, _)| *column == self);
        row.and_then(|(_, names)| names.first()).copied().unwrap_or("")
    }

    /// The column that a heading names.
    pub fn of(heading: &str) -> Option<Self> {
        let heading = heading.trim().to_lowercase();
        Self::HEADINGS.iter().find(|(_, names)| names.contains(&heading.as_str())).map(|(column, _)| *column)
    }
}

/// A register: its members, each under its id.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// The members, in the order of the rows.
    pub members: Vec<(Name, Member)>,
    /// The heading row.
    pub heading: Span,
    /// What each column holds; nothing where its heading says nothing.
    pub columns: Vec<Option<Column>>,
    /// What stands in some column is not understood, so that nothing may be concluded from a column that is absent.
    pub doubtful: bool,
}
