use std::collections::BTreeMap;

use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        edge::EdgeKind,
        node::{Member, NodeId},
    },
    message::{Message, Thing},
    prove::contradictory_genders,
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// One person of whom two genders are said that exclude one another.
    ///
    /// ## What it checks
    /// Members of one body with the same `person`, at the same time: what is said of a person in one row counts for the others, and nobody is of two genders of
    /// which neither is a narrower one of the other, and which have no broader one in common.
    ///
    /// ## Why it matters
    /// Whether a quota is met hangs on it. While nobody can tell which of the two is right, the person is counted neither way, and what depends on it is not decided.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { gender: [woman, man] }
    /// bodies:
    ///   board:
    ///     seats: { users: {}, staff: {} }
    ///     hats: { seats-per-person: 2, clause: A }
    ///     quotas: { balance: { every: gender, at-most: 2, clause: B } }
    /// clauses:
    ///   A: { force: may, text: A person may have two seats. }
    ///   B: { force: must, text: No more than two members are of the same gender. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { library: { label: The library } }
    /// members:
    ///   m1: { person: librarian, body: board, seat: users, actor: library, gender: woman }
    ///   m2: { person: librarian, body: board, seat: staff, actor: library, gender: man }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { gender: [woman, man] }
    /// bodies:
    ///   board:
    ///     seats: { users: {}, staff: {} }
    ///     hats: { seats-per-person: 2, clause: A }
    ///     quotas: { balance: { every: gender, at-most: 2, clause: B } }
    /// clauses:
    ///   A: { force: may, text: A person may have two seats. }
    ///   B: { force: must, text: No more than two members are of the same gender. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { library: { label: The library } }
    /// members:
    ///   m1: { person: librarian, body: board, seat: users, actor: library, gender: woman }
    ///   m2: { person: librarian, body: board, seat: staff, actor: library }
    /// ```
    ///
    /// ## How to fix
    /// Find out which of the two is right. If they are two people, write under `person` what tells them apart, such as their office.
    pub struct ContradictoryGender = "S122" "contradictory-gender" in "structure", Error, Finding, since "0.2.0";
}

impl Rule for ContradictoryGender {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        // Of another proposal it is not the same person.
        let mut persons: BTreeMap<(NodeId, NodeId, &str), Vec<NodeId>> = BTreeMap::new();
        for (id, member) in graph.all::<Member>().filter(|(id, _)| !graph.head(*id).repeated) {
            let body = graph.outgoing(id, EdgeKind::MemberOf).first();
            if let (Some(person), Some(body)) = (member.person.as_deref(), body) {
                persons.entry((graph.head(id).document, body.node, person)).or_default().push(id.node());
            }
        }
        for ((_, body, _), mut rows) in persons {
            rows.sort_unstable_by(|&a, &b| graph.order(a, b));
            let Some((first, again)) = contradictory_genders(graph, &rows) else { continue };
            let said = |row: NodeId| graph.outgoing(row, EdgeKind::Gender).first().copied();
            let (Some(one), Some(other)) = (said(first), said(again)) else { continue };
            let message = Message::new("contradictory-gender")
                .with("first", graph.name(first))
                .with("again", graph.name(again))
                .with("body", graph.name(body))
                .with("one", Thing::of(graph, one.node))
                .with("other", Thing::of(graph, other.node));
            let finding = Finding::about(again, other.span, message)
                .related(one.span, Message::new("contradictory-gender-other"))
                .help(Message::new("contradictory-gender-help"));
            sink.push(finding);
        }
    }
}
