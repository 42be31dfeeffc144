use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A body with more or fewer members than it is to have.
    ///
    /// ## What it checks
    /// That a body has as many members as the terms give it (`size`). Where empty or overfilled seats account for the difference, those are reported and not
    /// the size.
    ///
    /// ## Why it matters
    /// The number of members is what most people know about a body. Where it is wrong, somebody is missing, or somebody is there whom nobody counted.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { size: { exactly: 3, clause: A }, clause: A }
    /// clauses:
    ///   A: { force: constitutive, text: The board has three members. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, actor: east }
    ///   m2: { body: board, actor: west }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { size: { exactly: 3, clause: A }, clause: A }
    /// clauses:
    ///   A: { force: constitutive, text: The board has three members. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town }, union: { label: The union } }
    /// members:
    ///   m1: { body: board, actor: east }
    ///   m2: { body: board, actor: west }
    ///   m3: { body: board, actor: union }
    /// ```
    ///
    /// ## How to fix
    /// Hold the list of members against the terms. Where the seats do not add up to the size, it is the terms that are wrong.
    pub struct WrongSize = "R107" "wrong-size" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for WrongSize {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::WrongSize, "wrong-size-help");
    }
}
