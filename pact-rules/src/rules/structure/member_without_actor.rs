use pact_core::{
    check::{Context, Sink},
    document::{pact::Role, register::Column},
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{Id, Member, NodeId, Scheme},
    },
    message::Message,
    source::FileId,
};

use std::collections::BTreeSet;

use crate::{
    rule::{Rule, declare_rule},
    values,
};

declare_rule! {
    /// A member who sits on nobody's behalf, where that matters.
    ///
    /// ## What it checks
    /// Every member: that it says on behalf of which actor. Secretaries need not. Members who are appointed for themselves need not, either: those in a seat
    /// that asks nothing of actors, in documents without policy areas that somebody has to represent.
    ///
    /// ## Why it matters
    /// Who is eligible for a seat, and which systems are represented, follows from the actors. Without one nothing can be said of either.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// actors: { lo: {} }
    /// bodies: { board: { seats: { workers: { eligible: { actor: lo } } } } }
    /// members:
    ///   m1: { body: board, seat: workers }
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// actors: { lo: {} }
    /// bodies: { board: { seats: { workers: { eligible: { actor: lo } } } } }
    /// members:
    ///   m1: { body: board, seat: workers, actor: lo }
    /// ```
    ///
    /// ## How to fix
    /// Say for which actor the member sits. In a register that is the column `actor` (`aktør`).
    pub struct MemberWithoutActor = "S110" "member-without-actor" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for MemberWithoutActor {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let mut found = Vec::new();
        let mut without_column: BTreeSet<FileId> = BTreeSet::new();
        for (id, member) in graph.all::<Member>() {
            if member.role == Some(Role::Secretary) || graph.says(id, EdgeKind::OnBehalfOf) || personal(graph, id) {
                continue;
            }
            if let Some(register) = graph.register_without(id, Column::Actor) {
                if !register.doubtful && without_column.insert(register.file) {
                    let finding =
                        Finding::about(register.pact, register.heading, Message::new("register-without-actors"));
                    sink.push(finding.help(Message::new("register-without-actors-help")));
                }
                continue;
            }
            let message = match graph.outgoing(id, EdgeKind::Fills).first() {
                Some(seat) => Message::new("member-without-actor-in")
                    .with("id", graph.name(id))
                    .with("seat", graph.name(seat.node)),
                None => Message::new("member-without-actor").with("id", graph.name(id)),
            };
            found.push((id.node(), message));
        }
        values::report(context, sink, "actor", "member-without-actor-help", found);
    }
}

/// Whether somebody may sit for nobody but themselves: the seat, or any seat where none is known, asks nothing of actors, and no policy area is to be
/// represented.
fn personal(graph: &Graph, member: Id<Member>) -> bool {
    let areas = graph.all::<Scheme>().any(|(scheme, _)| graph.name(scheme) == "policy-area");
    let asks = |seat: NodeId| {
        [EdgeKind::EligibleActor, EdgeKind::EligibleCategory, EdgeKind::EligibleRegion]
            .iter()
            .any(|&edge| graph.says(seat, edge))
    };
    let own = graph.outgoing(member, EdgeKind::Fills);
    let bodies = graph.outgoing(member, EdgeKind::MemberOf);
    let mut all = bodies.iter().flat_map(|body| graph.incoming(body.node, EdgeKind::SeatOf)).map(|seat| seat.node);
    let asked = if own.is_empty() { all.any(asks) } else { own.iter().any(|seat| asks(seat.node)) };
    !areas && !bodies.is_empty() && !asked
}
