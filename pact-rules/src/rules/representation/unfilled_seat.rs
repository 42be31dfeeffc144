use pact_core::{
    check::{Context, Sink},
    graph::{Graph, node::NodeId},
    message::{Arg, Message},
    roster::{Move, Shortage},
};
use rustc_hash::{FxHashMap, FxHashSet};

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

/// How many members are named who would change seats for one of them to be filled.
const MOVERS: usize = 8;

/// Who would have to change seats.
enum Movers {
    None,
    Few(Vec<NodeId>),
    /// More than a sentence can name.
    Many,
}

/// What would fill the empty seats of each proposal.
struct Ways<'m> {
    graph: &'m Graph,
    /// Why a seat cannot be filled by whoever is on the register.
    shortages: FxHashMap<(NodeId, NodeId), &'m Shortage>,
    /// Who would take it, if members change seats, and what each leaves for it.
    moves: FxHashMap<(NodeId, NodeId), Vec<&'m Move>>,
    /// Bodies of which something is no longer met then.
    breaks: FxHashSet<(NodeId, NodeId)>,
}

impl<'m> Ways<'m> {
    fn new(context: Context<'m>) -> Self {
        let mut ways = Self {
            graph: context.model.graph(),
            shortages: FxHashMap::default(),
            moves: FxHashMap::default(),
            breaks: FxHashSet::default(),
        };
        for (pact, roster) in
            context.ledger.cases.iter().flat_map(|case| case.rosters.iter().map(|one| (case.pact, one)))
        {
            let short = roster.shortages.iter().flat_map(|one| one.seats.iter().map(move |&seat| ((pact, seat), one)));
            ways.shortages.extend(short);
            if !roster.repair.breaks.is_empty() {
                ways.breaks.insert((pact, roster.body));
            }
            for one in &roster.repair.moves {
                if let Some(to) = one.to {
                    ways.moves.entry((pact, to)).or_default().push(one);
                }
            }
        }
        ways
    }

    /// What to do: who could change seats, or for which seats one more person is needed, or, where nothing more can be said, that somebody has to be appointed.
    fn help(&self, pact: NodeId, seat: NodeId) -> Message {
        let few = |nodes: &[NodeId]| Arg::few(self.graph, nodes);
        match (self.shortages.get(&(pact, seat)), self.movers(pact, seat)) {
            (None, Movers::Few(_) | Movers::Many) if self.breaks_something(pact, seat) => {
                Message::new("unfilled-seat-help-breaks")
            }
            (None, Movers::Few(members)) => Message::new("unfilled-seat-help-move").with("members", few(&members)),
            (None, Movers::Many) => Message::new("unfilled-seat-help-moves"),
            // Where others may fill them as well, and are needed elsewhere, `pact suggest` says so.
            (Some(shortage), _) if shortage.seats.len() > 1 && shortage.held.is_empty() => {
                Message::new("unfilled-seat-help-shared")
                    .with("seats", few(&shortage.seats))
                    .with("places", shortage.places)
                    .with("can", shortage.can)
                    .with("people", few(&shortage.people))
            }
            _ => Message::new("unfilled-seat-help"),
        }
    }

    fn breaks_something(&self, pact: NodeId, seat: NodeId) -> bool {
        self.graph.head(seat).parent.is_some_and(|body| self.breaks.contains(&(pact, body)))
    }

    /// Whoever would have to change seats so that one is filled: who takes it, who takes what that leaves, and so on.
    fn movers(&self, pact: NodeId, seat: NodeId) -> Movers {
        let (mut seats, mut members) = (vec![seat], Vec::new());
        let mut at = 0;
        while let Some(&seat) = seats.get(at) {
            at += 1;
            for one in self.moves.get(&(pact, seat)).into_iter().flatten() {
                if !members.contains(&one.member) {
                    members.push(one.member);
                }
                seats.extend(one.from.filter(|from| !seats.contains(from)));
            }
            if members.len() > MOVERS {
                return Movers::Many;
            }
        }
        if members.is_empty() { Movers::None } else { Movers::Few(members) }
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
        help_of(TERMS, &format!("{head}members:\n{members}"))
    }

    fn help_of(terms: &str, pact: &str) -> Option<String> {
        let mut input = Input::new();
        input.add("t.yaml", terms);
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

    #[test]
    fn a_long_chain_of_moves_is_left_to_suggest() {
        // Everybody but the last may sit where they sit or one further; the last may only sit where the first does.
        let chain = |length: usize| {
            let numbers = || 0..length;
            let kinds = numbers().map(|at| format!("k{at}")).collect::<Vec<_>>().join(", ");
            let seats: String =
                numbers().map(|at| format!("    s{at}: {{ clause: A, eligible: {{ category: k{at} }} }}\n")).collect();
            let terms = format!(
                "terms: 1\nid: t\ntitle: T\nschemes: {{ actor-category: [{kinds}] }}\nbodies:\n  b:\n   seats:\n{seats}clauses: {{ A: {{ force: must, text: A. }} }}\n"
            );
            let actors: String =
                numbers().map(|at| format!("  a{at}: {{ category: [k{at}, k{}] }}\n", (at + 1) % length)).collect();
            let members: String =
                (1..length).map(|at| format!("  m{at}: {{ body: b, seat: s{at}, actor: a{} }}\n", at - 1)).collect();
            let pact = format!(
                "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nactors:\n{actors}  last: {{ category: k{} }}\nmembers:\n{members}  x: {{ body: b, actor: last }}\n",
                length - 1
            );
            help_of(&terms, &pact)
        };
        assert_eq!(chain(4).as_deref(), Some("unfilled-seat-help-move"));
        assert_eq!(chain(40).as_deref(), Some("unfilled-seat-help-moves"));
    }
}
