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
    /// A waiver that does not count for much longer.
    ///
    /// ## What it checks
    /// Waivers that settle something: whether their last day lies within thirty days after the day as of which is judged.
    ///
    /// ## Why it matters
    /// When it has passed, the clause that it sets aside is not met, and the check fails from one day to the next.
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
    /// objectives: { more: { label: More graduates } }
    /// decisions: { d1: { by: forum, about: A, on: 2018-01-15, outcome: approved } }
    /// waivers: { w1: { waives: A, by: forum, decision: d1, reason: The council organises the work itself., until: 2018-12-31 } }
    /// # --- pact.toml
    /// workspace = 1
    /// as-of = "2018-12-15"
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
    /// Meet the clause before that day, or have it decided in time that it stays set aside.
    pub struct ExpiringWaiver = "X305" "expiring-waiver" in "exceptions", Note, Finding, since "0.2.0";
}

impl Rule for ExpiringWaiver {
    fn check(context: Context<'_>, sink: &mut Sink) {
        for given in standing::all(context, NodeKind::Waiver) {
            if *given.standing() == Standing::Expiring {
                let message =
                    given.message("expiring-waiver").with("about", given.about()).with("until", given.until());
                given.report(sink, message, "expiring-waiver-help");
            }
        }
    }
}
