use pact_core::{
    check::{Context, Sink},
    message::Message,
    prove::{Lacking, breach::Breach},
};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// Members whom not all those have nominated who were to, or whom a fallback nominated too early.
    ///
    /// ## What it checks
    /// Seats that say how several nominate: with `jointly`, that all of them have put the member forward; with `each`, that each of them has put forward
    /// somebody, or as many as `names` says; with `fallback`, that it nominated only where the fact under `fallback-when` holds.
    ///
    /// ## Why it matters
    /// Who is put forward by one alone, where several were to agree, is one party's member in a seat that was to be everybody's.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { towns: { label: The association of towns }, region: { label: The region } }
    /// bodies:
    ///   board: { seats: { schools: { places: 2, nominated-by: { jointly: [towns, region] }, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: The towns and the region nominate for the seat of the schools. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college } }
    /// members:
    ///   m1: { body: board, seat: schools, actor: college, nominated-by: [towns, region] }
    ///   m2: { body: board, seat: schools, actor: college, nominated-by: towns }
    /// ```
    ///
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { towns: { label: The association of towns }, region: { label: The region } }
    /// bodies:
    ///   board: { seats: { schools: { places: 2, nominated-by: { each: [towns, region], names: 1 }, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: The towns and the region nominate for the seat of the schools. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college } }
    /// members:
    ///   m1: { body: board, seat: schools, actor: college, nominated-by: towns }
    ///   m2: { body: board, seat: schools, actor: college, nominated-by: [towns, region] }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { towns: { label: The association of towns }, region: { label: The region } }
    /// bodies:
    ///   board: { seats: { schools: { places: 2, nominated-by: { jointly: [towns, region] }, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: The towns and the region nominate for the seat of the schools. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college } }
    /// members:
    ///   m1: { body: board, seat: schools, actor: college, nominated-by: [towns, region] }
    ///   m2: { body: board, seat: schools, actor: college, nominated-by: [towns, region] }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { towns: { label: The association of towns }, region: { label: The region } }
    /// bodies:
    ///   board: { seats: { schools: { places: 2, nominated-by: { each: [towns, region], names: 1 }, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: The towns and the region nominate for the seat of the schools. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college } }
    /// members:
    ///   m1: { body: board, seat: schools, actor: college, nominated-by: towns }
    ///   m2: { body: board, seat: schools, actor: college, nominated-by: region }
    /// ```
    ///
    /// ## How to fix
    /// Have those nominate who are missing, and add them under `nominated-by` of the member. Where a fallback was used, say in the facts that its case has
    /// come.
    pub struct IncompleteNomination = "R112" "incomplete-nomination" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for IncompleteNomination {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report_with(context, sink, Topic::IncompleteNomination, |_, lack| Message::new(help(&lack.what)));
    }
}

/// Whoever has nominated too many, or may not in this case, is not to nominate more.
fn help(what: &Lacking) -> &'static str {
    match what {
        Lacking::Breach(Breach::NotEach { found, asked: Some(asked), .. }) if *found > u64::from(*asked) => {
            "incomplete-nomination-help-many"
        }
        Lacking::Breach(Breach::Fallback { .. }) => "incomplete-nomination-help-case",
        _ => "incomplete-nomination-help",
    }
}
