//! The chair and the deputy.

use crate::{
    document::pact::Role,
    graph::{
        composition::Office,
        edge::EdgeKind,
        node::{Member, NodeId},
    },
    prove::{Gap, Lacking, Proof, Prover, Shows, breach::Breach, group::Truth},
    source::Span,
};

impl Prover<'_> {
    /// Whether somebody has the office, who may have it, and whether the right ones put them there.
    pub(super) fn office(&self, provision: NodeId, body: NodeId, office: &Office, role: Role, at: Span) -> Proof {
        let graph = self.graph;
        let mut proof = Proof::default();
        let role_of = |member: NodeId| graph.downcast::<Member>(member).and_then(|id| graph.get(id).role);
        let holders = self.sorted(self.in_office(body, role));
        let doubted = graph.incoming(body, EdgeKind::MemberOf).iter().any(|member| self.is_doubted(member.node));
        // Of whom not all could be read may have the office, unless it is said what else they are.
        let mut unread: Vec<NodeId> =
            graph.incoming(body, EdgeKind::MemberOf).iter().map(|member| member.node).collect();
        unread.dedup();
        unread.retain(|&member| self.is_doubted(member) && role_of(member).is_none_or(|own| own == role));
        let known = holders.iter().filter(|&&holder| !self.is_doubted(holder)).count();
        match holders.as_slice() {
            [] => {
                let absent =
                    self.absent([graph.kind(provision), crate::graph::node::NodeKind::Member], [EdgeKind::MemberOf]);
                let gap = if doubted { Gap::Unknown } else { absent };
                proof.lack(Lacking::Breach(Breach::NobodyInOffice { office: role }), provision, gap, at);
            }
            [_] => {}
            _ if known < 2 => {}
            several => {
                let breach = Breach::SeveralInOffice { office: role, members: several.to_vec() };
                proof.lack(Lacking::Breach(breach), provision, Gap::Contrary, at);
            }
        }
        if !holders.is_empty() {
            for member in self.sorted(unread) {
                proof.lack(Lacking::Unread, member, Gap::Unknown, at);
            }
        }
        let mut unsaid = Vec::new();
        for &holder in &holders {
            match self.in_group(holder, &office.from) {
                Truth::Yes => {}
                Truth::Unread => proof.lack(Lacking::Unread, holder, Gap::Unknown, at),
                unsure => {
                    let gap = if unsure == Truth::No { Gap::Contrary } else { Gap::Pending };
                    let breach = Breach::OutsideOffice { office: role, provision };
                    proof.lack(Lacking::Breach(breach), holder, gap, at);
                }
            }
            unsaid.extend(self.appointed(&mut proof, provision, holder, &office.appointed_by, at));
        }
        if !unsaid.is_empty() {
            proof.lack(Lacking::Breach(Breach::AppointerUnknown { members: unsaid }), provision, Gap::Pending, at);
        }
        if let [holder] = holders.as_slice()
            && proof.lacks.is_empty()
        {
            let path = self.way(*holder, crate::document::requirement::Step::Forward(EdgeKind::MemberOf), body);
            proof.witness(Shows::InOffice(role), *holder, path);
        }
        proof
    }

    /// Those who have an office on the day. A chair need not count among the members: many a board is chaired by somebody who has no voice in it.
    pub(in crate::prove) fn in_office(&self, body: NodeId, role: Role) -> Vec<NodeId> {
        let mut holders = self.on_the_body(body);
        holders.retain(|&member| {
            let own = self.graph.downcast::<Member>(member).and_then(|id| self.graph.get(id).role);
            let seat = self.graph.outgoing(member, EdgeKind::Fills).first();
            own == Some(role) && seat.is_none_or(|seat| self.is_there(seat.node) != Truth::No)
        });
        holders
    }

    /// Whether one of those who may appointed a member; the member where nobody says who did.
    pub(in crate::prove) fn appointed(
        &self,
        proof: &mut Proof,
        to: NodeId,
        member: NodeId,
        by: &[crate::graph::requirement::Target],
        at: Span,
    ) -> Option<NodeId> {
        if by.is_empty() {
            return None;
        }
        let (agents, lost) = self.resolved(by);
        self.appointed_by(proof, to, member, &agents, lost, at)
    }

    /// The same with those who may as nodes, of which some may be lost.
    pub(in crate::prove) fn appointed_by(
        &self,
        proof: &mut Proof,
        to: NodeId,
        member: NodeId,
        agents: &[NodeId],
        lost: bool,
        at: Span,
    ) -> Option<NodeId> {
        match self.relates(member, EdgeKind::AppointedBy, agents) {
            Truth::Yes => None,
            Truth::Unsaid => Some(member),
            Truth::No if !lost => {
                let appointer = self.graph.outgoing(member, EdgeKind::AppointedBy).first()?.node;
                proof.lack(Lacking::Breach(Breach::WrongAppointer { to, appointer }), member, Gap::Contrary, at);
                None
            }
            Truth::No | Truth::Unread => {
                proof.lack(Lacking::Unread, member, Gap::Unknown, at);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        ledger::Verdict,
        prove::tests::{faulty, verdict},
    };

    #[test]
    fn a_chair_need_not_count_among_the_members() {
        let terms = "bodies: { b: { seats: { x: { places: 1 }, c: { counts: false } }, chair: { from: { seat: c }, clause: A } } }\nclauses: { A: { force: must, text: A. } }\n";
        let with = |members: &str| verdict(terms, &format!("members:\n{members}"), None);
        assert_eq!(with("  m: { body: b, seat: c, role: chair }\n"), Verdict::Met);
        assert_eq!(with("  m: { body: b, seat: x, role: chair }\n"), Verdict::Unmet);
        assert_eq!(with("  m: { body: b, seat: c }\n"), Verdict::Unmet);
        let both = "  m: { body: b, seat: c, role: chair }\n  n: { body: b, seat: x, role: chair }\n";
        assert_eq!(with(both), Verdict::Unmet);
    }

    #[test]
    fn whoever_cannot_be_read_may_be_a_second_chair() {
        let terms = "bodies: { b: { chair: { clause: A } } }\nclauses: { A: { force: must, text: A. } }\n";
        let with = |more: &str| {
            let pact = format!("members:\n  c: {{ body: b, role: chair }}\n  d: {{ body: b, {more} }}\n");
            faulty(terms, &pact, Some("2018-01-01"))
        };
        assert_eq!(with("person: D"), Verdict::Met);
        assert_eq!(with("role: chair"), Verdict::Unmet);
        assert_eq!(with("role: chair, from: soon"), Verdict::Error);
        assert_eq!(with("role: chairwoman"), Verdict::Error);
        assert_eq!(with("role: observer, from: soon"), Verdict::Met, "whatever its days are, it is no chair");
    }
}
