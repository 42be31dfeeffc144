use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A member whom somebody has appointed who may not.
    ///
    /// ## What it checks
    /// That members were appointed by those whom the terms name under `appointed-by` of the seat; and that the chair and the deputy were appointed, or
    /// elected, by those whom `chair` and `deputy` name. Where it is not said who appointed somebody, the clause is open.
    ///
    /// ## Why it matters
    /// An appointment by somebody who may not make it is none. Every decision in which that member took part can be called into question.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { council: { label: The council }, union: { label: The union } }
    /// bodies:
    ///   board: { seats: { towns: { appointed-by: council, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: The council appoints the member of the towns. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, appointed-by: union }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { council: { label: The council }, union: { label: The union } }
    /// bodies:
    ///   board: { seats: { towns: { appointed-by: council, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: The council appoints the member of the towns. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, appointed-by: council }
    ///   m2: { body: board, actor: east, role: observer, appointed-by: union }
    /// ```
    ///
    /// ## How to fix
    /// Correct `appointed-by` of the member if it is a slip. Else have the right one appoint.
    pub struct WrongAppointer = "R113" "wrong-appointer" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for WrongAppointer {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::WrongAppointer, "wrong-appointer-help");
    }
}
