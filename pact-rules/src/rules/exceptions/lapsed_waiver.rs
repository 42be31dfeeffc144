use pact_core::{
    check::{Context, Sink},
    graph::node::NodeKind,
    ledger::standing::Standing,
};

use crate::{
    rule::{Rule, declare_rule},
    standing,
};

declare_rule! {
    /// A waiver whose last day has passed.
    ///
    /// ## What it checks
    /// Waivers that would count: whether their `until` lies before the day as of which is judged.
    ///
    /// ## Why it matters
    /// What was set aside for a time is owed again, and nothing in the proposal looks different.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { forum: {}, council: {} }
    /// waivable-by: forum
    /// clauses:
    ///   A: { force: must, text: The proposal says how the work is organised., requires: { section: organisation } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// sections: { organisation: { text: A steering group follows the pact. } }
    /// decisions: { d1: { by: forum, about: A, on: 2018-01-15, outcome: approved } }
    /// waivers: { w1: { waives: A, by: forum, decision: d1, reason: The council organises the work itself., until: 2018-12-31 } }
    /// # --- pact.toml
    /// workspace = 1
    /// as-of = "2019-03-01"
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies: { forum: {}, council: {} }
    /// waivable-by: forum
    /// clauses:
    ///   A: { force: must, text: The proposal says how the work is organised., requires: { section: organisation } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// objectives: { more: { label: More graduates } }
    /// decisions: { d1: { by: forum, about: A, on: 2018-01-15, outcome: approved } }
    /// waivers: { w1: { waives: A, by: forum, decision: d1, reason: The council organises the work itself., until: 2018-12-31 } }
    /// # --- pact.toml
    /// workspace = 1
    /// as-of = "2018-03-01"
    /// ```
    ///
    /// ## How to fix
    /// Meet the clause. If it has to be set aside for longer, have that decided again, and give the new decision and the new day.
    pub struct LapsedWaiver = "X301" "lapsed-waiver" in "exceptions", Warning, Finding, since "0.2.0";
}

impl Rule for LapsedWaiver {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for given in standing::all(context, NodeKind::Waiver) {
            if *given.standing() == Standing::Lapsed {
                let message = given.message("lapsed-waiver").with("about", given.about()).with("until", given.until());
                given.report(sink, message, "lapsed-waiver-help");
            }
        }
    }
}
