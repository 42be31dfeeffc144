//! The provisions on a body, and its size, each with how it stands.

use std::collections::BTreeMap;

use pact_core::{
    document::pact::Role,
    graph::{
        Graph,
        composition::Law,
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
    ledger::{Case, Entry, Verdict},
    message::Message,
    prove::{Lacking, breach::Breach},
};

use super::{
    Index, View, clean,
    reason::{self, Reason, Standing, Told},
};

/// Of what shows that a provision is kept so much is told.
const MOST: usize = 4;
/// Longer messages are cut.
const MESSAGE: usize = 300;

/// What sort of provision it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render) enum Kind {
    /// How many members there are.
    Size,
    /// A number or a share of members.
    Quota,
    /// Several seats for one person.
    Hats,
    /// The chair.
    Chair,
    /// The deputy.
    Deputy,
    /// Alternates.
    Alternates,
    /// How long members sit.
    Tenure,
    /// How long a place may stay empty.
    Vacancies,
    /// How many have to be present.
    Quorum,
    /// How long before a meeting it is called.
    Notice,
    /// What could not be read.
    Unread,
}

impl Kind {
    /// Every name.
    pub(in crate::render) const NAMES: [&'static str; 11] =
        ["size", "quota", "hats", "chair", "deputy", "alternates", "tenure", "vacancies", "quorum", "notice", "unread"];

    /// The name in machine formats and of the message.
    pub(in crate::render) fn name(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Quota => "quota",
            Self::Hats => "hats",
            Self::Chair => "chair",
            Self::Deputy => "deputy",
            Self::Alternates => "alternates",
            Self::Tenure => "tenure",
            Self::Vacancies => "vacancies",
            Self::Quorum => "quorum",
            Self::Notice => "notice",
            Self::Unread => "unread",
        }
    }

    fn of(law: Option<&Law>) -> Self {
        match law {
            Some(Law::Quota(_)) => Self::Quota,
            Some(Law::Hats(_)) => Self::Hats,
            Some(Law::Chair(_)) => Self::Chair,
            Some(Law::Deputy(_)) => Self::Deputy,
            Some(Law::Alternates(_)) => Self::Alternates,
            Some(Law::Tenure(_)) => Self::Tenure,
            Some(Law::Vacancies(_)) => Self::Vacancies,
            Some(Law::Quorum(_)) => Self::Quorum,
            Some(Law::Notice(_)) => Self::Notice,
            None => Self::Unread,
        }
    }
}

/// A provision on a body.
#[derive(Debug)]
pub(in crate::render) struct LawRow<'r> {
    /// The provision; none for the size.
    pub(in crate::render) provision: Option<NodeId>,
    /// What sort it is.
    pub(in crate::render) kind: Kind,
    /// The clause that gives it.
    pub(in crate::render) clause: Option<NodeId>,
    /// How it stands.
    pub(in crate::render) standing: Standing,
    /// Why, where no seat and no member tells it.
    pub(in crate::render) reasons: Vec<Reason<'r>>,
    /// How many reasons stand with the seats and the members.
    pub(in crate::render) elsewhere: usize,
    /// What shows that it is kept.
    pub(in crate::render) evidence: Vec<String>,
    told: Vec<Told<'r>>,
}

/// The size and the provisions of a body, in the order in which people speak of them.
pub(super) fn rows<'r>(view: &View<'r>, body: NodeId) -> Vec<LawRow<'r>> {
    let graph = view.graph();
    let row = |provision: Option<NodeId>, kind: Kind, clause: Option<NodeId>| LawRow {
        provision,
        kind,
        clause,
        standing: Standing::new(Verdict::Met),
        reasons: Vec::new(),
        elsewhere: 0,
        evidence: Vec::new(),
        told: Vec::new(),
    };
    let first = |node: NodeId, edge: EdgeKind| graph.outgoing(node, edge).first().map(|end| end.node);
    let size = view.size(body).map(|_| row(None, Kind::Size, first(body, EdgeKind::SizeClause)));
    let mut provisions: Vec<NodeId> =
        graph.incoming(body, EdgeKind::ProvisionOf).iter().map(|provision| provision.node).collect();
    provisions.sort_unstable_by(|&a, &b| graph.order(a, b));
    provisions.dedup();
    let of = |provision: NodeId| {
        row(Some(provision), Kind::of(graph.law(provision)), first(provision, EdgeKind::UnderClause))
    };
    let mut rows: Vec<LawRow<'r>> = provisions.into_iter().map(of).collect();
    rows.sort_by_key(|row| row.kind);
    size.into_iter().chain(rows).collect()
}

impl<'r> LawRow<'r> {
    /// What it is called.
    pub(in crate::render) fn name(&self, view: &View<'_>) -> String {
        let label = self.provision.filter(|&provision| view.graph().label(provision).is_some());
        match label {
            Some(provision) => view.called(provision),
            None => {
                let kind = view.words.label(&format!("cli-law-{}", self.kind.name()));
                // Of several quotas of which nothing is told, nobody could say which is meant.
                match self.provision.filter(|_| self.kind == Kind::Quota && self.is_mute()) {
                    Some(provision) => format!("{kind} {}", view.called(provision)),
                    None => kind,
                }
            }
        }
    }

    fn is_mute(&self) -> bool {
        self.reasons.is_empty() && self.evidence.is_empty()
    }

    /// Whether whatever is said of it names it already.
    pub(in crate::render) fn speaks_for_itself(&self) -> bool {
        self.kind == Kind::Quota && self.elsewhere == 0
    }

    /// Takes in something that is missing.
    pub(super) fn add(&mut self, told: Told<'r>, elsewhere: bool, view: &View<'_>) {
        self.standing.add(told.verdict(view), told.entry);
        if elsewhere {
            self.elsewhere += 1;
        } else {
            self.told.push(told);
        }
    }

    /// Puts what is missing into words; where nothing is, finds what shows that it is kept.
    pub(super) fn settle(&mut self, view: &View<'r>, case: &'r Case, body: NodeId, index: &Index<'r>) {
        self.reasons = reason::reasons(view, std::mem::take(&mut self.told));
        if self.standing.verdict != Verdict::Met {
            return;
        }
        let entry = self.clause.and_then(|clause| case.entry(clause));
        if let Some(entry) = entry.filter(|entry| index.unjudged.contains_key(&entry.node)) {
            self.standing.add(Verdict::Error, Some(entry));
            return;
        }
        let of_kind = || index.by_kind.get(&(body, self.kind));
        let shown = self.provision.and_then(|provision| index.shown.get(&provision)).or_else(of_kind);
        let shown = shown.map_or(&[][..], Vec::as_slice);
        let text = |message: &Message| clean::short(&view.words.text(message), MESSAGE);
        for line in shown.iter().map(|one| text(&pact_rules::words::evidence(&view.report.model, one))) {
            // Several clauses may see the same.
            if !self.evidence.contains(&line) {
                self.evidence.push(line);
            }
            if self.evidence.len() > MOST {
                self.evidence.truncate(MOST);
                self.evidence.push(view.words.label("cli-and-others"));
                break;
            }
        }
        // Where nothing shows it and its clause is not met either, it was not looked at, or there was nothing to look at.
        let unseen = |entry: &Entry| match entry.verdict {
            // A quota that was looked at lacks something, or something shows it.
            verdict if self.kind == Kind::Quota && verdict != Verdict::Error => Some(Verdict::Inapplicable),
            Verdict::Met => None,
            same @ (Verdict::Inapplicable | Verdict::Error) => Some(same),
            _ => Some(Verdict::Open),
        };
        let filled = self.clause.is_some_and(|clause| index.filled.contains(&(body, self.kind, clause)));
        if shown.is_empty()
            && !filled
            && let Some(verdict) = entry.and_then(unseen)
        {
            self.standing = Standing::new(verdict);
        }
    }
}

/// Where the rows stand to which something missing belongs that is not about the provision itself.
pub(super) struct Positions {
    by_clause: BTreeMap<(Option<NodeId>, Kind), Vec<usize>>,
    by_provision: BTreeMap<NodeId, usize>,
    body: NodeId,
}

impl Positions {
    pub(super) fn new(graph: &Graph, body: NodeId, laws: &[LawRow<'_>]) -> Self {
        let mut positions = Self { by_clause: BTreeMap::new(), by_provision: BTreeMap::new(), body };
        for (position, law) in laws.iter().enumerate() {
            positions.by_clause.entry((law.clause, law.kind)).or_default().push(position);
            if let Some(provision) = law.provision.filter(|&one| graph.kind(one) == NodeKind::Provision) {
                positions.by_provision.insert(provision, position);
            }
        }
        positions
    }

    /// The rows to which something missing belongs.
    pub(super) fn of(&self, told: &Told<'_>) -> Vec<usize> {
        let of = |provision: &NodeId| self.by_provision.get(provision).copied().into_iter().collect::<Vec<_>>();
        let own = of(&told.lack.subject);
        if !own.is_empty() {
            return own;
        }
        let kind = match &told.lack.what {
            Lacking::Size { .. } => Kind::Size,
            Lacking::Unread if self.body == told.lack.subject => Kind::Size,
            Lacking::Vacant { .. } | Lacking::Overfilled { .. } | Lacking::SeatUnknown => Kind::Size,
            Lacking::Breach(breach) => match breach {
                Breach::OutsideOffice { provision, .. } => return of(provision),
                Breach::WrongAppointer { to, .. } => return of(to),
                Breach::TooManySeats { .. } | Breach::NeverBoth { .. } | Breach::PersonUnsaid => Kind::Hats,
                Breach::NoAlternate
                | Breach::UnfitAlternate { .. }
                | Breach::UnlikeAlternate { .. }
                | Breach::ForbiddenAlternate
                | Breach::OwnAlternate { .. } => Kind::Alternates,
                Breach::TermTooLong { .. }
                | Breach::TermTooShort { .. }
                | Breach::TermUnknown { .. }
                | Breach::TooManyTerms { .. }
                | Breach::TooLongInAll { .. }
                | Breach::OutlastsEvent { .. }
                | Breach::EndTogether { .. }
                | Breach::EndsBefore { .. } => Kind::Tenure,
                Breach::LongVacant { .. } => Kind::Vacancies,
                Breach::NoQuorum { .. } | Breach::PresentOfWhich(_) | Breach::AttendanceUnknown => Kind::Quorum,
                Breach::ShortNotice { .. }
                | Breach::NotCalled { .. }
                | Breach::UnknownDays
                | Breach::UncoveredDays { .. } => Kind::Notice,
                Breach::NobodyInOffice { office } | Breach::SeveralInOffice { office, .. } => {
                    if *office == Role::Deputy { Kind::Deputy } else { Kind::Chair }
                }
                Breach::Count(_)
                | Breach::Uneven(_)
                | Breach::AnotherPart { .. }
                | Breach::FitnessUnsaid { .. }
                | Breach::RegionUnsaid { .. }
                | Breach::Unfit { .. }
                | Breach::AbsentSeat { .. }
                | Breach::NotJointly { .. }
                | Breach::NotEach { .. }
                | Breach::Fallback { .. }
                | Breach::AppointerUnknown { .. }
                | Breach::SharedPeople { .. }
                | Breach::Irreconcilable { .. } => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        let clause = told.entry.map(|entry| entry.node);
        // What no clause gives is judged under the clause that asks for the composition.
        let under = |clause: Option<NodeId>| self.by_clause.get(&(clause, kind));
        under(clause).or_else(|| under(None)).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use pact_core::message::Language;

    use super::*;

    #[test]
    fn every_sort_of_provision_has_a_name() {
        for language in Language::ALL {
            let words = crate::words::catalogue(language).unwrap();
            assert!(Kind::NAMES.iter().all(|name| words.has(&format!("cli-law-{name}"))));
        }
        assert_eq!(Kind::NAMES[Kind::Size as usize], Kind::Size.name());
        assert_eq!(Kind::NAMES[Kind::Unread as usize], Kind::Unread.name());
    }
}
