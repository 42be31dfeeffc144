use pact_core::{
    check::{Context, Sink},
    message::Message,
    prove::satisfiable::satisfiable,
};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// Provisions on a body of which each can still be met, and not all of them together.
    ///
    /// ## What it checks
    /// The seats, the size and the quotas of a body together: whether there is any way to fill the open places that meets all of them, with those who are on
    /// the register where they are. If not, the finding names provisions that conflict, and says whether any smaller set of them does.
    ///
    /// ## Why it matters
    /// Each provision looks as though it could still be met, and the body goes on appointing until the last place shows that it cannot. Better to know while
    /// somebody can still be replaced, or the terms be changed.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { gender: [woman, man, other] }
    /// bodies:
    ///   board:
    ///     seats: { members: { places: 4, optional: true, clause: A } }
    ///     quotas:
    ///       women: { label: Women, count: { gender: woman }, at-least: 2, clause: B }
    ///       men: { label: Men, count: { gender: man }, at-least: 2, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: At most 4 members sit on the board. }
    ///   B: { force: must, text: At least two women and two men sit on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town } }
    /// members:
    ///   m1: { body: board, seat: members, actor: east, gender: other }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { gender: [woman, man] }
    /// bodies:
    ///   board:
    ///     seats: { members: { places: 4, optional: true, clause: A } }
    ///     quotas:
    ///       women: { label: Women, count: { gender: woman }, at-least: 2, clause: B }
    ///       men: { label: Men, count: { gender: man }, at-least: 2, clause: B }
    /// clauses:
    ///   A: { force: constitutive, text: At most 4 members sit on the board. }
    ///   B: { force: must, text: At least two women and two men sit on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town } }
    /// members:
    ///   m1: { body: board, seat: members, actor: east, gender: woman }
    ///   m2: { body: board, seat: members, actor: east, gender: woman }
    ///   m3: { body: board, seat: members, actor: east, gender: man }
    ///   m4: { body: board, seat: members, actor: east, gender: man }
    /// ```
    ///
    /// ## How to fix
    /// Hold the provisions that are named against each other. If members who sit already stand in the way, one of them has to be replaced; if the provisions
    /// conflict whoever sits there, the terms have to be changed.
    pub struct IrreconcilableProvisions = "R123" "irreconcilable-provisions" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for IrreconcilableProvisions {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        // Terms that no register could satisfy are a finding of their own.
        let contradictory = |body| satisfiable(graph, body, context.as_of).rules_out_members(graph);
        lacks::report_where(
            context,
            sink,
            Topic::Irreconcilable,
            |lack| !contradictory(lack.subject),
            |_, _| Message::new("irreconcilable-provisions-help"),
        );
    }
}
