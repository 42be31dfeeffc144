use pact_core::{
    check::{Context, Sink},
    graph::{Graph, node::NodeId},
    message::{Arg, Message, Thing},
    roster::{Roster, Shortage},
};
use rustc_hash::FxHashMap;

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A seat that nobody fills, or that lacks some of its members.
    ///
    /// ## What it checks
    /// That every place of every seat is filled by a member on the day as of which is judged. Alternates, observers and secretaries fill no seat.
    ///
    /// ## Why it matters
    /// A body without those who must sit in it speaks without them. Who is missing is usually found when the council meets, or never.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { towns: { places: 2, clause: A }, union: { clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns and the union sit on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town }, union: { label: The union } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east }
    ///   m2: { body: board, seat: union, actor: union }
    ///   m3: { body: board, seat: union, actor: west, role: alternate }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { towns: { places: 2, clause: A }, union: { clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: Two towns and the union sit on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town }, union: { label: The union } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east }
    ///   m2: { body: board, seat: towns, actor: west }
    ///   m3: { body: board, seat: union, actor: union }
    /// ```
    ///
    /// ## How to fix
    /// Have a member appointed to the seat, and add the member. Until then keep the proposal a draft: `stage = "draft"` in `pact.toml`.
    pub struct UnfilledSeat = "R101" "unfilled-seat" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for UnfilledSeat {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let ways = Ways::new(context);
        lacks::report_with(context, sink, Topic::UnfilledSeat, |case, lack| ways.help(case.pact, lack.subject));
    }
}

/// What would fill the empty seats of each proposal.
struct Ways<'m> {
    graph: &'m Graph,
    /// Why a seat cannot be filled by whoever is on the register.
    shortages: FxHashMap<(NodeId, NodeId), &'m Shortage>,
    /// Where it can be, if members change seats.
    moves: FxHashMap<(NodeId, NodeId), &'m Roster>,
}

impl<'m> Ways<'m> {
    fn new(context: Context<'m>) -> Self {
        let mut ways =
            Self { graph: context.model.graph(), shortages: FxHashMap::default(), moves: FxHashMap::default() };
        for (pact, roster) in
            context.ledger.cases.iter().flat_map(|case| case.rosters.iter().map(|one| (case.pact, one)))
        {
            let short = roster.shortages.iter().flat_map(|one| one.seats.iter().map(move |&seat| ((pact, seat), one)));
            ways.shortages.extend(short);
            ways.moves.extend(roster.repair.moves.iter().filter_map(|one| Some(((pact, one.to?), roster))));
        }
        ways
    }

    /// What to do: who could change seats, or for which seats one more person is needed, or, where nothing more can be said, that somebody has to be appointed.
    fn help(&self, pact: NodeId, seat: NodeId) -> Message {
        let things = |nodes: &[NodeId]| Arg::Things(nodes.iter().map(|&node| Thing::of(self.graph, node)).collect());
        match (self.shortages.get(&(pact, seat)), self.moves.get(&(pact, seat))) {
            (None, Some(roster)) => {
                let mut members: Vec<NodeId> = roster.repair.moves.iter().map(|one| one.member).collect();
                members.dedup();
                Message::new("unfilled-seat-help-move").with("members", things(&members))
            }
            (Some(shortage), _) if shortage.seats.len() > 1 => Message::new("unfilled-seat-help-shared")
                .with("seats", things(&shortage.seats))
                .with("places", shortage.places)
                .with("can", shortage.can)
                .with("people", things(&shortage.people)),
            _ => Message::new("unfilled-seat-help"),
        }
    }
}

#[cfg(test)]
mod tests {
    use pact_core::{load::Input, report::Options};

    const TERMS: &str = "terms: 1\nid: t\ntitle: T\nschemes: { actor-category: [htx, hhx] }\n\
        bodies: { b: { seats: { htx: { clause: A, eligible: { category: htx } }, hhx: { clause: A, eligible: { category: hhx } } } } }\n\
        clauses: { A: { force: must, text: A. } }\n";

    fn help(members: &str) -> Option<String> {
        let head = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nactors: { both: { category: [htx, hhx] }, one: { category: htx } }\n";
        let pact = format!("{head}members:\n{members}");
        let mut input = Input::new();
        input.add("t.yaml", TERMS);
        input.add("p.yaml", pact);
        let report = crate::check(input, &Options::default());
        let found = report.findings.iter().find(|found| report.rules[found.rule].name == "unfilled-seat");
        found.and_then(|found| found.finding.help.as_ref()).map(|help| help.id.to_string())
    }

    #[test]
    fn what_to_do_about_an_empty_seat_depends_on_who_is_there() {
        let both = "  m1: { body: b, actor: both, seat: htx }\n";
        let is = |members: &str, id: &str| assert_eq!(help(members).as_deref(), Some(id), "{members}");
        is(both, "unfilled-seat-help-shared");
        is(&format!("{both}  m2: {{ body: b, actor: one }}\n"), "unfilled-seat-help-move");
        is("  m1: { body: b, actor: one, seat: htx }\n", "unfilled-seat-help");
    }
}
