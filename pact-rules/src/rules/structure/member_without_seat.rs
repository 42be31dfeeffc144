use pact_core::{
    check::{Context, Sink},
    document::{composition::AlternateKind, pact::Role, register::Column},
    finding::Finding,
    graph::{
        Graph,
        composition::Law,
        edge::EdgeKind,
        node::{Member, NodeId},
    },
    message::Message,
    source::FileId,
};

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use crate::{
    rule::{Rule, declare_rule},
    values,
};

declare_rule! {
    /// A member of no body, or of a body with seats but in none of them.
    ///
    /// ## What it checks
    /// Every member: that it says of which body, and in which seat if the body has seats. Observers, secretaries and those who were only put forward need none; nor
    /// do alternates who stand in for somebody by name or for whoever cannot come, and members of a working group without seats.
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
    ///   m2: { body: board, actor: lo, role: nominee }
    ///   m3: { body: board, actor: lo, role: alternate, stands-in-for: m1 }
    /// ```
    ///
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// actors: { lo: {} }
    /// bodies: { board: { seats: { workers: {} } } }
    /// members:
    ///   m1: { body: board, actor: lo, seat: workers }
    ///   m2: { body: board, actor: lo, role: alternate }
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// actors: { lo: {} }
    /// bodies: { board: { seats: { workers: {} }, alternates: pooled } }
    /// members:
    ///   m1: { body: board, actor: lo, seat: workers }
    ///   m2: { body: board, actor: lo, role: alternate }
    /// ```
    ///
    /// ## How to fix
    /// Say which seat the member fills. In a register that is the column `seat` (`plads`).
    pub struct MemberWithoutSeat = "S109" "member-without-seat" in "structure", Error, Finding, since "0.1.0";
}

/// Whether it is said for whom an alternate stands in without a seat: for somebody by name, or for whoever cannot come.
fn stands_in_for_others(graph: &Graph, alternate: NodeId) -> bool {
    let pooled = |body: NodeId| {
        graph.incoming(body, EdgeKind::ProvisionOf).iter().any(|provision| match graph.law(provision.node) {
            Some(Law::Alternates(law)) => law.kind == AlternateKind::Pooled,
            _ => false,
        })
    };
    graph.says(alternate, EdgeKind::StandsInFor)
        || graph.outgoing(alternate, EdgeKind::MemberOf).iter().any(|body| pooled(body.node))
}

impl Rule for MemberWithoutSeat {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let mut found = Vec::new();
        let mut without_column: BTreeSet<FileId> = BTreeSet::new();
        // Whoever is given a seat needs none: the roster says which.
        let holders = |roster: &pact_core::roster::Roster| {
            roster
                .lines
                .iter()
                .flat_map(|line| &line.holders)
                .filter(|one| one.found)
                .map(|one| one.member)
                .collect::<Vec<_>>()
        };
        let given: FxHashSet<NodeId> =
            context.ledger.cases.iter().flat_map(|case| &case.rosters).flat_map(holders).collect();
        for (id, member) in graph.all::<Member>() {
            let seatless = match member.role {
                Some(Role::Observer | Role::Secretary | Role::Nominee) => true,
                Some(Role::Alternate) => stands_in_for_others(graph, id.node()),
                Some(Role::Chair | Role::Deputy) | None => false,
            };
            if !graph.says(id, EdgeKind::MemberOf) && !graph.says(id, EdgeKind::Fills) {
                let message = Message::new("member-without-body").with("id", graph.name(id));
                sink.push(Finding::about(id, graph.span(id), message).help(Message::new("member-without-body-help")));
            } else if !seatless && !graph.says(id, EdgeKind::Fills) && !given.contains(&id.node()) {
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
