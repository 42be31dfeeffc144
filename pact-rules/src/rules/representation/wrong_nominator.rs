use pact_core::check::{Context, Sink};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A member nominated by somebody who may not nominate for the seat.
    ///
    /// ## What it checks
    /// That members were nominated by those whom the terms name: those of the seat (`nominated-by`), else those of the body (`nominators`). Where it is not
    /// said who nominated a member, the clause is open.
    ///
    /// ## Why it matters
    /// Who nominates decides whom a member answers to. A member put forward by others speaks for others, whatever the seat is called.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { association: { label: The association of towns }, union: { label: The union } }
    /// bodies:
    ///   board: { seats: { towns: { nominated-by: association, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: The association of towns nominates for their seat. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town } }
    /// members: { m1: { body: board, seat: towns, actor: east, nominated-by: union } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { association: { label: The association of towns }, union: { label: The union } }
    /// bodies:
    ///   board: { seats: { towns: { nominated-by: association, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: The association of towns nominates for their seat. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, nominated-by: association }
    ///   m2: { body: board, actor: union, role: observer }
    /// ```
    ///
    /// ## How to fix
    /// Correct `nominated-by` of the member if it is a slip. Else have the right one nominate.
    pub struct WrongNominator = "R104" "wrong-nominator" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for WrongNominator {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::WrongNominator, "wrong-nominator-help");
    }
}
