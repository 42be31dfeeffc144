use pact_core::{
    check::{Context, Sink},
    document::{pact::Role, register::Column},
    finding::Finding,
    graph::{edge::EdgeKind, node::Member},
    message::Message,
    source::FileId,
};

use std::collections::BTreeSet;

use crate::{
    rule::{Rule, declare_rule},
    values,
};

declare_rule! {
    /// A member of no body, or of a body with seats but in none of them.
    ///
    /// ## What it checks
    /// Every member: that it says of which body, and in which seat if the body has seats. Observers and secretaries need none; nor do members
    /// of a working group without seats.
    ///
    /// ## Why it matters
    /// Whether a body is composed as its terms ask is decided seat by seat. A member without one counts for no group.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// actors: { lo: {} }
    /// bodies: { board: { seats: { workers: {} } } }
    /// members:
    ///   m1: { body: board, actor: lo }
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// actors: { lo: {} }
    /// bodies: { board: { seats: { workers: {} } } }
    /// members:
    ///   m1: { body: board, actor: lo, seat: workers }
    /// ```
    ///
    /// ## How to fix
    /// Say which seat the member fills. In a register that is the column `seat` (`plads`).
    pub struct MemberWithoutSeat = "S109" "member-without-seat" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for MemberWithoutSeat {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let mut found = Vec::new();
        let mut without_column: BTreeSet<FileId> = BTreeSet::new();
        for (id, member) in graph.all::<Member>() {
            let seatless = matches!(member.role, Some(Role::Observer | Role::Secretary));
            if !graph.says(id, EdgeKind::MemberOf) && !graph.says(id, EdgeKind::Fills) {
                let message = Message::new("member-without-body").with("id", graph.name(id));
                sink.push(Finding::about(id, graph.span(id), message).help(Message::new("member-without-body-help")));
            } else if !seatless && !graph.says(id, EdgeKind::Fills) {
                let body = graph.outgoing(id, EdgeKind::MemberOf).first();
                let Some(body) = body.filter(|body| !graph.incoming(body.node, EdgeKind::SeatOf).is_empty()) else {
                    continue;
                };
                if let Some(register) = graph.register_without(id, Column::Seat) {
                    if !register.doubtful && without_column.insert(register.file) {
                        let message = Message::new("register-without-seats").with("body", graph.name(body.node));
                        let finding = Finding::about(register.pact, register.heading, message);
                        sink.push(finding.help(Message::new("register-without-seats-help")));
                    }
                    continue;
                }
                let message =
                    Message::new("member-without-seat").with("id", graph.name(id)).with("body", graph.name(body.node));
                found.push((id.node(), message));
            }
        }
        values::report(context, sink, "seat", "member-without-seat-help", found);
    }
}
