use std::collections::BTreeSet;

use pact_core::{
    check::{Context, Sink},
    document::terms::{Force, Topic as Matter},
    graph::{
        Graph,
        composition::Law,
        edge::EdgeKind,
        node::{Clause, NodeId},
    },
    ledger::{Case, Why, force},
    message::Message,
    prove::{Gap, Lack, Lacking},
};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// One person with two seats in a body.
    ///
    /// ## What it checks
    /// That nobody is a member of a body twice at the same time. Members with the same `person` are one person. Where a clause forbids two seats
    /// (`one-seat-each`), its force counts. Where none does, this is a warning; and nothing is said where a clause on the topic `two-hats` permits it
    /// (`may`), or where `hats` of the body say what is allowed, which `incompatible-seats` looks at.
    ///
    /// ## Why it matters
    /// A body is then one voice smaller than its list. Terms seldom say whether that is allowed, and it shows only when names are compared.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { schools: { clause: A }, unions: { clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: A school and a union sit on the board. }
    ///   B:
    ///     force: must
    ///     text: Nobody has two seats.
    ///     topic: two-hats
    ///     requires: { composition: { body: board, one-seat-each: true } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college }, union: { label: The union } }
    /// members:
    ///   m1: { person: the head, body: board, seat: schools, actor: college }
    ///   m2: { person: the head, body: board, seat: unions, actor: union }
    /// ```
    ///
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { schools: { clause: A }, unions: { clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: A school and a union sit on the board. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college }, union: { label: The union } }
    /// members:
    ///   m1: { person: the head, body: board, seat: schools, actor: college }
    ///   m2: { person: the head, body: board, seat: unions, actor: union }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { seats: { schools: { clause: A }, unions: { clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, text: A school and a union sit on the board. }
    ///   B:
    ///     force: must
    ///     text: Nobody has two seats.
    ///     topic: two-hats
    ///     requires: { composition: { body: board, one-seat-each: true } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { college: { label: The college }, union: { label: The union } }
    /// members:
    ///   m1: { person: the head, body: board, seat: schools, actor: college }
    ///   m2: { person: the chair, body: board, seat: unions, actor: union }
    /// ```
    ///
    /// ## How to fix
    /// Have another person appointed to one of the seats. If two seats are in order, let the terms say so: a clause with `force: may` and `topic: two-hats`.
    pub struct TwoSeats = "R105" "two-seats" in "representation", Warning, Finding, since "0.2.0";
}

const HELP: &str = "two-seats-help";

impl Rule for TwoSeats {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report(context, sink, Topic::TwoSeats, HELP);
        let graph = context.model.graph();
        let asked_for = asked_for(context);
        for case in &context.ledger.cases {
            let on_two_hats = on_two_hats(graph, case);
            if on_two_hats.is_some_and(|clause| force(graph, clause) == Some(Force::May)) {
                continue;
            }
            for twice in case.two_seats.iter().filter(|twice| !asked_for.contains(twice.members.as_slice())) {
                let Some(&subject) = twice.members.first() else { continue };
                if settles(graph, twice.body) {
                    continue;
                }
                let what = Lacking::TwoSeats { seats: twice.seats.clone(), members: twice.members.clone() };
                let lack = Lack { what, subject, gap: Gap::Contrary, requirement: graph.span(subject) };
                let finding = lacks::without_clause(context, &lack).help(Message::new(HELP));
                sink.push(match on_two_hats {
                    Some(clause) => finding.citing(clause),
                    None => finding,
                });
            }
        }
    }
}

/// Whether a body's `hats` say whether one person may have two seats. What is wrong with that is told with them.
fn settles(graph: &Graph, body: NodeId) -> bool {
    graph.incoming(body, EdgeKind::ProvisionOf).iter().any(|provision| match graph.law(provision.node) {
        Some(Law::Hats(hats)) => hats.settles_two_seats(),
        _ => false,
    })
}

/// Members who are one person, where a clause forbids that they are. What came of it is told by its line of the ledger, which may be that it is waived.
fn asked_for(context: Context<'_>) -> BTreeSet<&[NodeId]> {
    let lacks = context.ledger.cases.iter().flat_map(|case| &case.entries).flat_map(|entry| &entry.proof.lacks);
    let members = lacks.filter_map(|lack| match &lack.what {
        Lacking::TwoSeats { members, .. } => Some(members.as_slice()),
        _ => None,
    });
    members.collect()
}

/// The clause in force that settles whether one person may have two seats. Of several the one that does not permit it.
fn on_two_hats(graph: &Graph, case: &Case) -> Option<NodeId> {
    let clauses = case.entries.iter().filter(|entry| entry.why != Why::NotInForce).filter_map(|entry| {
        let id = graph.downcast::<Clause>(entry.node)?;
        graph.get(id).topics.contains(&Matter::TwoHats).then_some(entry)
    });
    clauses.min_by_key(|entry| entry.force == Some(Force::May)).map(|entry| entry.node)
}
