use pact_core::{
    check::{Context, Sink},
    document::value::PartialDate,
    finding::Finding,
    graph::{edge::EdgeKind, node::Terms},
    message::Message,
    model::Model,
};

use crate::{
    rule::{Rule, declare_rule},
    words::shown,
};

declare_rule! {
    /// A proposal held against terms that are not in force.
    ///
    /// ## What it checks
    /// That the terms that a pact names under `terms` hold on the day as of which is judged: that their `from` has come, and their `to` has not passed. Of terms in several
    /// versions, one has to hold. Where only the month or the year is known, nothing is said unless every day of it lies ahead or has passed.
    ///
    /// ## Why it matters
    /// Terms that are not in force ask for nothing. No clause is judged, none can be unmet, and to pass would be to pass what nobody looked at. So the run is
    /// undecided, whatever else it finds.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// from: 2018-01-01
    /// clauses:
    ///   A: { force: must, text: The board meets., requires: { section: plan } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// sections: { plan: { text: The plan. } }
    /// # --- pact.toml
    /// workspace = 1
    /// as-of = "2010-01-01"
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// from: 2018-01-01
    /// clauses:
    ///   A: { force: must, text: The board meets., requires: { section: plan } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// sections: { plan: { text: The plan. } }
    /// # --- pact.toml
    /// workspace = 1
    /// as-of = "2018-01-01"
    /// ```
    ///
    /// ## How to fix
    /// Judge as of a day on which the terms hold (`--as-of`, or `as-of` in `pact.toml`), or add the version that was in force on that day. If the terms do hold,
    /// correct their `from` or `to`.
    pub struct TermsNotInForce = "S121" "terms-not-in-force" in "structure", Error, Undecided, since "0.2.0";
}

impl Rule for TermsNotInForce {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let Some(day) = context.as_of else { return };
        for case in context.ledger.cases.iter().filter(|case| !case.in_force) {
            let Some(terms) = graph.downcast::<Terms>(case.terms).map(|id| graph.get(id)) else { continue };
            let (from, to) = (terms.from.map(|from| from.date), terms.to.map(|to| to.date));
            let ahead = from.filter(|from| day.certainly_before(*from));
            let name = graph.name(case.terms);
            let (others, next) = versions(context.model, name, day);
            let message = Message::new("terms-not-in-force")
                .with("terms", name)
                .with("day", day)
                .with("of", if others { "versions" } else { "terms" })
                .with(
                    "why",
                    match (ahead, next) {
                        (Some(_), _) => "ahead",
                        (None, Some(_)) => "between",
                        (None, None) => "over",
                    },
                )
                .with("from", shown(ahead.or(next)))
                .with("to", shown(to));
            let named = graph.outgoing(case.pact, EdgeKind::Under).iter().find(|terms| terms.node == case.terms);
            let span = named.map_or_else(|| graph.span(case.pact), |named| named.span);
            let finding = Finding::about(case.pact, span, message)
                .related(graph.span(case.terms), Message::new("terms-not-in-force-terms"))
                .help(Message::new("terms-not-in-force-help"));
            sink.push(finding);
        }
    }
}

/// Whether there are other versions of the terms, and from when the next of them holds.
fn versions(model: &Model, name: &str, day: PartialDate) -> (bool, Option<PartialDate>) {
    let others = || model.set_aside().iter().filter(|other| model.graph().text(other.id) == name);
    let ahead =
        others().filter_map(|other| other.from).map(|from| from.date).filter(|from| day.certainly_before(*from));
    (others().next().is_some(), ahead.min_by_key(|from| from.first()))
}
