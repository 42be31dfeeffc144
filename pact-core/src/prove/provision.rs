//! What provisions on the composition of a body ask for: a file a kind.

mod alternates;
mod hats;
mod likeness;
mod notice;
mod office;
mod quorum;
mod succession;
mod tenure;
mod vacancies;

use super::{Gap, Lacking, Proof, Prover, composition::is_backwards};
use crate::{
    document::pact::Role,
    graph::{
        composition::Law,
        edge::EdgeKind,
        node::{NodeId, Provision},
    },
    source::Span,
};

impl Prover<'_> {
    /// The provisions on a body, sorted.
    pub(super) fn provisions(&self, body: NodeId) -> Vec<NodeId> {
        let all = self.graph.incoming(body, EdgeKind::ProvisionOf).iter().map(|provision| provision.node);
        self.sorted(all.collect())
    }

    /// Whether a provision holds on the day as of which its body is looked at.
    pub(super) fn is_law(&self, provision: NodeId) -> bool {
        let data = self.graph.downcast::<Provision>(provision).map(|id| self.graph.get(id));
        let (from, to) = data.map_or((None, None), |data| (data.from, data.to));
        let day = self.graph.head(provision).parent.and_then(|body| self.day(body));
        !from.zip(day).is_some_and(|(from, day)| day.certainly_before(from.date))
            && !to.zip(day).is_some_and(|(to, day)| to.date.certainly_before(day))
    }

    /// Holds a provision against the register and the meetings of its body, for a clause.
    pub(super) fn provision(&self, of: NodeId, provision: NodeId, at: Span) -> Proof {
        let graph = self.graph;
        let body = graph.outgoing(provision, EdgeKind::ProvisionOf).first().map(|body| body.node);
        let (Some(body), Some(law), false) = (body, graph.law(provision), graph.head(provision).damaged) else {
            let mut proof = Proof::default();
            proof.lack(Lacking::Unread, provision, Gap::Unknown, at);
            return proof;
        };
        let data = graph.downcast::<Provision>(provision).map(|id| graph.get(id));
        if data.is_some_and(|data| is_backwards(data.from, data.to)) {
            let mut proof = Proof::default();
            proof.lack(Lacking::Unread, provision, Gap::Unknown, at);
            return proof;
        }
        if !self.is_law(provision) {
            return Proof::inapplicable();
        }
        match law {
            Law::Quota(quota) => self.quota(of, provision, body, quota, at),
            Law::Hats(hats) => self.hats(provision, body, hats, at),
            Law::Chair(office) => self.office(provision, body, office, Role::Chair, at),
            Law::Deputy(office) => self.office(provision, body, office, Role::Deputy, at),
            Law::Alternates(alternates) => self.alternates(provision, body, alternates, at),
            Law::Tenure(tenure) => self.tenure(provision, body, tenure, at),
            Law::Vacancies(filled_within) => self.long_vacancies(provision, body, *filled_within, at),
            Law::Quorum(quorum) => self.quorum(provision, body, quorum, at),
            Law::Notice(notice) => self.notice(provision, body, notice, at),
        }
    }
}
