//! What the law of a body asks of its members, as lines over counts of members. No line says more than the law does; what is not put into lines is noted.

use crate::{
    document::{
        amount::{Amount, AmountBounds, BySize, Limit, Rounding},
        body::{Aspect, Distinct, NominationMode},
        composition::{AlternateKind, Per, Population},
        pact::Role,
        terms::Force,
        value::PartialDate,
    },
    graph::{
        Graph,
        composition::{Alternates, Asked, Law, OfWhich, Office, Quorum, Quota, Whole},
        edge::EdgeKind,
        node::{Body, Clause, NodeId, NodeKind, Provision, Seat},
        requirement::Requirement,
    },
    prove::{eligible::in_categories, group::Truth},
};

use super::formula::{Atom, Formula};

/// A share with a larger denominator than this is not looked at: beside it all numbers of members are small.
const DENOMINATOR: u64 = 1 << 20;
/// Of more nominators than this it is not looked at how often each of them nominates.
const NOMINATORS: usize = 64;

/// A count of members.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    /// Who is counted.
    pub(super) formula: Formula,
    /// Of whom.
    pub(super) of: Population,
    /// Those of one seat only.
    pub(super) seat: Option<NodeId>,
    /// Votes are counted, and not heads.
    pub(super) votes: bool,
    /// Also those in seats in which nobody counts among the members.
    pub(super) beside: bool,
}

/// A sum of counts, each times a number, within bounds.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The law it comes from; nothing where it holds whatever the law is.
    pub(super) law: Option<u32>,
    pub(super) terms: Vec<(Measure, i64)>,
    pub(super) least: Option<i64>,
    pub(super) most: Option<i64>,
    /// It asks for nothing where this seat is not there.
    pub(super) there: Option<NodeId>,
}

/// At least so many, by the size of a whole.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) law: u32,
    pub(super) counted: Measure,
    pub(super) whole: Measure,
    pub(super) rows: BySize,
    pub(super) rounding: Rounding,
}

/// At least so many different actors, regions, nominators or persons.
#[derive(Clone, Debug)]
pub(super) struct Different {
    pub(super) law: u32,
    pub(super) by: Distinct,
    pub(super) counted: Measure,
    pub(super) whole: Measure,
    pub(super) least: Slope,
    /// It asks for nothing where this seat is not there.
    pub(super) there: Option<NodeId>,
}

/// A seat of the body.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) seat: NodeId,
    /// What says how many places it has; nothing where it is not known whether that is law.
    pub(super) law: Option<u32>,
    pub(super) places: i64,
    /// They may stay empty.
    pub(super) optional: bool,
    /// Whether it is there is not known.
    pub(super) conditional: bool,
}

/// What is asked of the composition of a body.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// The seats, the body for its size, and the provisions, by number.
    pub(super) laws: Vec<NodeId>,
    pub(super) seats: Vec<Place>,
    pub(super) lines: Vec<Line>,
    pub(super) tables: Vec<Table>,
    pub(super) different: Vec<Different>,
    /// Nothing that is asked of who sits in it was left out.
    pub(super) complete: bool,
    /// It is asked how many there are of something: numbers of members, shares of them.
    pub(super) asks: bool,
}

/// What is known of the day and the facts on which the law depends.
pub(super) struct Circumstances<'c> {
    pub(super) graph: &'c Graph,
    pub(super) as_of: Option<PartialDate>,
    /// Whether a seat is there.
    pub(super) there: &'c dyn Fn(NodeId) -> Truth,
    /// Whether conditions hold.
    pub(super) holds: &'c dyn Fn(NodeId, &[Requirement]) -> Truth,
}

/// Whether something that has a first and a last day runs on a day; it is not known where no day is given.
pub(super) fn runs(from: Option<PartialDate>, to: Option<PartialDate>, day: Option<PartialDate>) -> Truth {
    let Some(day) = day else { return if from.is_none() && to.is_none() { Truth::Yes } else { Truth::Unsaid } };
    let out = from.is_some_and(|from| day.certainly_before(from)) || to.is_some_and(|to| to.certainly_before(day));
    let reached =
        |early: PartialDate, late: PartialDate| matches!((early.last(), late.first()), (Some(a), Some(b)) if a <= b);
    match out {
        true => Truth::No,
        false if from.is_none_or(|from| reached(from, day)) && to.is_none_or(|to| reached(day, to)) => Truth::Yes,
        false => Truth::Unsaid,
    }
}

/// What follows from the clause that gives something.
enum Binding {
    /// It is to be so.
    Binds,
    /// It may be so.
    Permits,
    /// It cannot be told, or not on this day.
    Unclear,
}

impl Circumstances<'_> {
    fn binding(&self, of: NodeId, edge: EdgeKind) -> Binding {
        let graph = self.graph;
        if graph.is_broken(of, edge) {
            return Binding::Unclear;
        }
        let Some(clause) = graph.outgoing(of, edge).first() else { return Binding::Binds };
        let Some(data) = graph.downcast::<Clause>(clause.node).map(|id| graph.get(id)) else {
            return Binding::Unclear;
        };
        let (from, to) = (data.from.map(|from| from.date), data.to.map(|to| to.date));
        match (runs(from, to, self.as_of), data.force) {
            (Truth::Yes, Some(Force::Must | Force::Should | Force::Constitutive)) => Binding::Binds,
            (Truth::Yes, Some(Force::May | Force::Context)) => Binding::Permits,
            _ => Binding::Unclear,
        }
    }

    /// Everything that is asked of the composition of a body. O(seats, provisions, and the parts to which quotas are held apart).
    pub(super) fn plan(&self, body: NodeId) -> Plan {
        let graph = self.graph;
        let mut plan = Plan { complete: true, ..Plan::default() };
        let mut seats: Vec<NodeId> = graph.incoming(body, EdgeKind::SeatOf).iter().map(|seat| seat.node).collect();
        seats.sort_unstable_by(|&a, &b| graph.order(a, b));
        for seat in seats {
            self.seat(&mut plan, seat);
        }
        self.size(&mut plan, body);
        let mut provisions: Vec<NodeId> =
            graph.incoming(body, EdgeKind::ProvisionOf).iter().map(|provision| provision.node).collect();
        provisions.sort_unstable_by(|&a, &b| graph.order(a, b));
        for provision in provisions {
            self.provision(&mut plan, provision);
        }
        plan
    }

    fn seat(&self, plan: &mut Plan, seat: NodeId) {
        let graph = self.graph;
        let Some(data) = graph.downcast::<Seat>(seat).map(|id| graph.get(id)) else { return };
        let there = (self.there)(seat);
        if there == Truth::No {
            return;
        }
        let binding = self.binding(seat, EdgeKind::UnderClause);
        let conditional = there != Truth::Yes;
        // Whoever only listens need not come.
        let optional = data.optional || !data.counts || matches!(binding, Binding::Permits);
        let law = (!matches!(binding, Binding::Unclear)).then(|| plan.law(seat));
        let places = i64::from(data.places);
        plan.complete &= law.is_some() && !conditional;
        // Of a seat that stays empty nothing is asked of those who sit there: it is as if it were not there.
        let conditional = conditional || (optional && graph.seat_law(seat).is_some_and(|law| !law.of_which.is_empty()));
        plan.seats.push(Place { seat, law, places, optional, conditional });
        let Some(law) = law.filter(|_| matches!(binding, Binding::Binds)) else { return };
        let there = conditional.then_some(seat);
        let of_seat =
            |formula| Measure { formula, of: Population::Nominees, seat: Some(seat), votes: false, beside: false };
        if let Some(seat_law) = graph.seat_law(seat) {
            plan.asks |= !seat_law.of_which.is_empty();
            let whole = of_seat(Formula::TRUE);
            seat_law.of_which.iter().for_each(|of| self.of_which(plan, law, &whole, of, there));
        }
        if let Some(distinct) = data.distinct {
            match self.different(seat, data, distinct) {
                Some(most) => plan.line(Some(law), vec![(of_seat(Formula::TRUE), 1)], None, Some(most), None),
                None => plan.complete &= matches!(distinct, Distinct::Actor | Distinct::Person) || places < 2,
            }
        }
        // Of whom nothing is said yet may turn out to be of any concept.
        let by_scheme = graph.seat_law(seat).is_some_and(|law| matches!(law.distinct, Some(Aspect::Scheme(_))));
        plan.complete &= !by_scheme || places < 2;
        if data.nomination == NominationMode::Each {
            let agents = self.nominators(seat);
            let few = agents.len() <= NOMINATORS;
            plan.complete &= few;
            for agent in agents.into_iter().filter(|_| few) {
                let counted = of_seat(Formula::Is(Atom::NominatedBy(agent)));
                let (least, most) = data.names.map_or((1, None), |names| (i64::from(names), Some(i64::from(names))));
                plan.line(Some(law), vec![(counted, 1)], Some(least), most, there);
            }
        }
    }

    /// How many members of a seat can have different actors, regions or nominators, where those are named.
    fn different(&self, seat: NodeId, data: &Seat, distinct: Distinct) -> Option<i64> {
        let graph = self.graph;
        let ends = |node: NodeId, edge| graph.outgoing(node, edge).iter().map(|end| end.node);
        let number = |all: Vec<NodeId>| i64::try_from(all.len()).ok();
        let own = |edge| -> Option<Vec<NodeId>> {
            let own: Vec<NodeId> = ends(seat, edge).collect();
            (!own.is_empty() && !graph.is_broken(seat, edge)).then_some(own)
        };
        match distinct {
            Distinct::Person => None,
            Distinct::Actor => own(EdgeKind::EligibleActor).and_then(number),
            Distinct::Region => {
                let actors = own(EdgeKind::EligibleActor)?;
                let mut regions: Vec<NodeId> = Vec::new();
                for actor in actors {
                    let before = regions.len();
                    regions.extend(ends(actor, EdgeKind::Region));
                    if regions.len() == before || graph.is_broken(actor, EdgeKind::Region) {
                        return None;
                    }
                }
                regions.sort_unstable();
                regions.dedup();
                number(regions)
            }
            Distinct::Nominator => {
                let others = [EdgeKind::NominatorCategory, EdgeKind::Fallback];
                let agents = own(EdgeKind::NominatedBy)?;
                let named =
                    others.iter().all(|&edge| ends(seat, edge).next().is_none() && !graph.is_broken(seat, edge));
                match data.nomination {
                    _ if !named => None,
                    NominationMode::Jointly => Some(1),
                    NominationMode::OneOf | NominationMode::Each => number(agents),
                }
            }
        }
    }

    fn nominators(&self, seat: NodeId) -> Vec<NodeId> {
        let graph = self.graph;
        let mut all: Vec<NodeId> = graph.outgoing(seat, EdgeKind::NominatedBy).iter().map(|end| end.node).collect();
        if !graph.outgoing(seat, EdgeKind::NominatorCategory).is_empty() {
            let actors = graph.of_kind(NodeKind::Actor).iter().copied();
            all.extend(actors.filter(|&actor| in_categories(graph, actor, seat, EdgeKind::NominatorCategory)));
        }
        all.sort_unstable_by(|&a, &b| graph.order(a, b));
        all.dedup();
        all
    }

    fn of_which(&self, plan: &mut Plan, law: u32, whole: &Measure, of: &OfWhich, there: Option<NodeId>) {
        let Some(group) = Formula::of_group(self.graph, &of.group) else {
            plan.complete = false;
            return;
        };
        let counted = Measure { formula: whole.formula.clone().and(group), ..whole.clone() };
        plan.bounds(law, &of.bounds, Rounding::Exact, &counted, whole, there);
        of.of_which.iter().for_each(|nested| self.of_which(plan, law, &counted, nested, there));
    }

    fn size(&self, plan: &mut Plan, body: NodeId) {
        let graph = self.graph;
        let everybody =
            || Measure { formula: Formula::TRUE, of: Population::Members, seat: None, votes: false, beside: false };
        let size = graph.downcast::<Body>(body).and_then(|id| graph.get(id).size.as_ref());
        // A body of nobody keeps no law about its members, unless that is what it is to be.
        let counts = |seat: &Place| graph.downcast::<Seat>(seat.seat).is_some_and(|id| graph.get(id).counts);
        let of_nobody = !plan.seats.is_empty() && !plan.seats.iter().any(counts);
        if size.is_none_or(|size| size.at_most != Some(0)) && !of_nobody {
            plan.line(None, vec![(everybody(), 1)], Some(1), None, None);
        }
        let Some(size) = size else { return };
        plan.asks = true;
        match self.binding(body, EdgeKind::SizeClause) {
            Binding::Binds => {}
            Binding::Permits => return,
            Binding::Unclear => {
                plan.complete = false;
                return;
            }
        }
        let law = plan.law(body);
        let (least, most) = (size.at_least.map(i64::from), size.at_most.map(i64::from));
        plan.line(Some(law), vec![(everybody(), 1)], least, most, None);
    }

    fn provision(&self, plan: &mut Plan, provision: NodeId) {
        let graph = self.graph;
        let head = graph.head(provision);
        let (Some(law), Some(data), false) =
            (graph.law(provision), graph.downcast::<Provision>(provision).map(|id| graph.get(id)), head.damaged)
        else {
            plan.complete = false;
            return;
        };
        let (from, to) = (data.from.map(|from| from.date), data.to.map(|to| to.date));
        match (runs(from, to, self.as_of), self.binding(provision, EdgeKind::UnderClause)) {
            (Truth::No, _) | (Truth::Yes, Binding::Permits) => return,
            (Truth::Yes, Binding::Binds) => {}
            _ => {
                plan.complete = false;
                return;
            }
        }
        match law {
            Law::Quota(quota) => match (self.holds)(provision, &quota.when) {
                Truth::Yes => {
                    let number = plan.law(provision);
                    self.quota(plan, number, provision, quota);
                }
                Truth::No => {}
                Truth::Unsaid | Truth::Unread => plan.complete = false,
            },
            Law::Chair(office) => self.office(plan, provision, office, Role::Chair),
            Law::Deputy(office) => self.office(plan, provision, office, Role::Deputy),
            Law::Hats(hats) => plan.complete &= hats.quotas_share_people,
            Law::Alternates(alternates) => {
                plan.complete = false;
                self.alternates(plan, provision, alternates);
            }
            Law::Quorum(quorum) => self.quorum(plan, provision, quorum),
            // How long they sit and when they are called says nothing of who they are.
            Law::Tenure(_) | Law::Vacancies(_) | Law::Notice(_) => {}
        }
    }

    /// Who has an alternate, and who has none. How many there are otherwise is not looked at: one can stand in for several.
    fn alternates(&self, plan: &mut Plan, provision: NodeId, alternates: &Alternates) {
        let Some(of) = Formula::of_group(self.graph, &alternates.of) else { return };
        let has = Formula::Is(Atom::StoodInFor);
        let of_members =
            |formula| Measure { formula, of: Population::Members, seat: None, votes: false, beside: false };
        match alternates.kind {
            AlternateKind::Personal => {
                let law = Some(plan.law(provision));
                plan.line(law, vec![(of_members(of.and(has.not())), 1)], None, Some(0), None);
            }
            AlternateKind::Forbidden => {
                let law = Some(plan.law(provision));
                plan.line(law, vec![(of_members(of.and(has)), 1)], None, Some(0), None);
                plan.asks = true;
            }
            AlternateKind::Pooled | AlternateKind::None => {}
        }
    }

    /// As many members as have to be present: more than there are never will be, since whoever stands in for somebody counts in that member's place.
    fn quorum(&self, plan: &mut Plan, provision: NodeId, quorum: &Quorum) {
        let (group, of) = match &quorum.of {
            Whole::Group(group) => (Formula::of_group(self.graph, group), Population::Members),
            Whole::Population(
                population @ (Population::AppointedMembers | Population::VotingMembers | Population::Votes),
            ) => (Some(Formula::TRUE), *population),
            Whole::Population(_) => (Some(Formula::TRUE), Population::Members),
        };
        let Some(formula) = group else { return };
        let law = plan.law(provision);
        let present = Measure { formula, of, seat: None, votes: of == Population::Votes, beside: false };
        plan.heads(law, &quorum.bounds, &present);
        // What an alternate is need not be so of the member.
        if !quorum.alternates_count {
            let present = Measure { votes: false, ..present };
            quorum.of_which.iter().for_each(|of| self.present(plan, law, &present, of));
        }
    }

    /// The same of those among them who have to be present. A share of nobody is always there.
    fn present(&self, plan: &mut Plan, law: u32, whole: &Measure, of: &OfWhich) {
        let Some(group) = Formula::of_group(self.graph, &of.group) else { return };
        let present = Measure { formula: whole.formula.clone().and(group), ..whole.clone() };
        plan.heads(law, &of.bounds, &present);
        of.of_which.iter().for_each(|nested| self.present(plan, law, &present, nested));
    }

    fn office(&self, plan: &mut Plan, provision: NodeId, office: &Office, role: Role) {
        let Some(from) = Formula::of_group(self.graph, &office.from) else {
            plan.complete = false;
            return;
        };
        // Who appoints to it is not looked at.
        plan.complete &= office.appointed_by.is_empty();
        let law = Some(plan.law(provision));
        let count = |formula| Measure { formula, of: Population::Members, seat: None, votes: false, beside: true };
        let holds = Formula::Is(Atom::Role(role));
        plan.line(law, vec![(count(holds.clone()), 1)], Some(1), Some(1), None);
        plan.line(law, vec![(count(holds.and(from.not())), 1)], None, Some(0), None);
    }

    fn quota(&self, plan: &mut Plan, law: u32, provision: NodeId, quota: &Quota) {
        let graph = self.graph;
        plan.asks = true;
        let beside =
            |population| matches!(population, Population::Alternates | Population::Nominees | Population::Observers);
        let Some(count) = Formula::of_group(graph, &quota.count) else {
            plan.complete = false;
            return;
        };
        for &population in &quota.among {
            let (whole, of) = match (&quota.amount, &quota.of) {
                (Asked::SameAs { group, .. }, _) => (Formula::of_group(graph, group), population),
                (_, Some(Whole::Population(whole))) => (Some(Formula::TRUE), *whole),
                (_, Some(Whole::Group(group))) => (Formula::of_group(graph, group), Population::Members),
                (_, None) => (Some(Formula::TRUE), population),
            };
            let Some(whole) = whole.filter(|_| !beside(population) && !beside(of)) else {
                plan.complete = false;
                continue;
            };
            let votes =
                population == Population::Votes || matches!(quota.of, Some(Whole::Population(Population::Votes)));
            // A share of some is a share that some of these have.
            let count = match &quota.of {
                Some(Whole::Group(_)) if !matches!(quota.amount, Asked::SameAs { .. }) => {
                    count.clone().and(whole.clone())
                }
                _ => count.clone(),
            };
            let counted = Measure { formula: count, of: population, seat: None, votes, beside: false };
            let whole = Measure { formula: whole, of, seat: None, votes, beside: false };
            let Some(concepts) = self.concepts(quota) else {
                plan.complete = false;
                continue;
            };
            for (part, there) in self.parts(plan, provision, quota) {
                for concept in &concepts {
                    let within = |measure: &Measure, part: &Formula| Measure {
                        formula: match part {
                            Formula::Always(true) => measure.formula.clone(),
                            part => measure.formula.clone().and(part.clone()),
                        },
                        ..measure.clone()
                    };
                    // A concept says who counts, and not of what a share is taken; nor does a part, where that is said.
                    let counted = within(&within(&counted, &part), concept);
                    let whole = match (&quota.amount, &quota.of) {
                        (Asked::Bounds(_) | Asked::BySize(_), Some(_)) => whole.clone(),
                        _ => within(&whole, &part),
                    };
                    plan.asked(law, quota, &counted, &whole, there);
                }
            }
        }
    }

    /// The concepts for each of which a quota counts; everybody where it names no scheme.
    fn concepts(&self, quota: &Quota) -> Option<Vec<Formula>> {
        let Some(scheme) = quota.every else { return Some(vec![Formula::TRUE]) };
        let concepts = self.graph.incoming(self.graph.meant(scheme)?, EdgeKind::InScheme).iter();
        Some(concepts.map(|concept| Formula::Is(Atom::Concept(concept.node))).collect())
    }

    /// The parts to which a quota is held apart, each with the seat without which it is nothing; one of everybody where it is held as one.
    fn parts(&self, plan: &mut Plan, provision: NodeId, quota: &Quota) -> Vec<(Formula, Option<NodeId>)> {
        let graph = self.graph;
        let expected = matches!(&quota.amount, Asked::Bounds(bounds) if bounds.at_least.is_some());
        let Some(per) = quota.per else { return vec![(Formula::TRUE, None)] };
        if per == Per::Seat {
            let data = |seat| graph.downcast::<Seat>(seat).map(|id| graph.get(id));
            let listens = |place: &Place| data(place.seat).is_none_or(|seat| !seat.counts);
            plan.complete &= !plan.seats.iter().any(listens);
            let seats = plan.seats.iter().filter(|place| !listens(place) && place.law.is_some());
            let part = |place: &Place| (Formula::Is(Atom::Seat(place.seat)), Some(place.seat));
            return seats.map(part).collect();
        }
        // Others than those who are named can come, and then the quota is held against them as well.
        plan.complete = false;
        let strict = matches!(&quota.amount, Asked::Bounds(bounds) if bounds.at_most.is_some_and(|most| most.strict));
        if !expected && (strict || !matches!(quota.amount, Asked::Bounds(_))) {
            return Vec::new();
        }
        let seats = plan.seats.iter().filter(|place| !place.conditional && place.law.is_some());
        // A part that a seat brings with it is none without the seat; of several seats the first stands for all.
        let of_seats = |edge, atom: fn(NodeId) -> Atom| {
            let mut parts: Vec<(NodeId, NodeId)> = Vec::new();
            for place in seats {
                for end in graph.outgoing(place.seat, edge) {
                    if parts.iter().all(|(node, _)| *node != end.node) {
                        parts.push((end.node, place.seat));
                    }
                }
            }
            parts.into_iter().map(|(node, seat)| (Formula::Is(atom(node)), Some(seat))).collect()
        };
        match per {
            Per::Nominator => of_seats(EdgeKind::NominatedBy, Atom::NominatedBy),
            Per::Actor => of_seats(EdgeKind::EligibleActor, Atom::Actor),
            Per::Region => {
                let all = graph.in_document(graph.head(provision).document, NodeKind::Region).iter().copied();
                let smallest = all.filter(|&region| graph.incoming(region, EdgeKind::PartOf).is_empty());
                smallest.map(|region| (Formula::Is(Atom::Region(region)), None)).collect()
            }
            Per::Seat => Vec::new(),
        }
    }
}

impl Plan {
    /// How many members are enough to see what can be met: a few times what the law speaks of.
    pub(super) fn enough(&self) -> i64 {
        let places = self.seats.iter().fold(0, |sum: i64, place| sum.saturating_add(place.places));
        let numbers = self.lines.iter().map(|line| {
            let times = line.terms.iter().map(|(_, times)| times.saturating_abs());
            times.chain([line.least, line.most].into_iter().flatten().map(i64::saturating_abs)).max().unwrap_or(0)
        });
        let different = self.different.iter().map(|one| one.least.bound.saturating_abs());
        let sizes = self.tables.iter().flat_map(|table| table.rows.rows());
        let sizes = sizes.map(|(sizes, _)| i64::from(sizes.to.unwrap_or(sizes.from))).max().unwrap_or(0);
        numbers
            .chain(different)
            .fold(places.saturating_add(sizes), i64::saturating_add)
            .saturating_mul(2)
            .clamp(64, super::system::MOST)
    }

    /// Takes out what a law asks for.
    pub(super) fn leave_out(&mut self, number: usize) {
        let is = |law: u32| law as usize == number;
        self.lines.retain(|line| !line.law.is_some_and(is));
        self.tables.retain(|table| !is(table.law));
        self.different.retain(|different| !is(different.law));
        for place in self.seats.iter_mut().filter(|place| place.law.is_some_and(is)) {
            place.law = None;
        }
    }

    /// Everybody whom anything asks about.
    pub(super) fn measures(&self) -> impl Iterator<Item = &Measure> {
        let tables = self.tables.iter().flat_map(|table| [&table.counted, &table.whole]);
        let different = self.different.iter().flat_map(|one| [&one.counted, &one.whole]);
        self.lines.iter().flat_map(|line| line.terms.iter().map(|(measure, _)| measure)).chain(tables).chain(different)
    }

    /// The number of a law; the same for the same node.
    fn law(&mut self, node: NodeId) -> u32 {
        let at = self.laws.iter().position(|&law| law == node).unwrap_or_else(|| {
            self.laws.push(node);
            self.laws.len() - 1
        });
        u32::try_from(at).unwrap_or(u32::MAX)
    }

    fn line(
        &mut self,
        law: Option<u32>,
        terms: Vec<(Measure, i64)>,
        least: Option<i64>,
        most: Option<i64>,
        there: Option<NodeId>,
    ) {
        self.lines.push(Line { law, terms, least, most, there });
    }

    /// So many heads at least. Shares are left out.
    fn heads(&mut self, law: u32, bounds: &AmountBounds, counted: &Measure) {
        if let Some(limit @ Limit { amount: Amount::Heads(_), .. }) = bounds.at_least
            && let Some(Slope { bound, .. }) = Slope::least(limit, Rounding::Exact)
        {
            self.line(Some(law), vec![(counted.clone(), 1)], Some(bound), None, None);
        }
    }

    fn asked(&mut self, law: u32, quota: &Quota, counted: &Measure, whole: &Measure, there: Option<NodeId>) {
        let rounding = quota.rounded.unwrap_or(Rounding::Exact);
        if let Some(by) = quota.distinct {
            // Who exactly it is has to be chosen; and that some have something in common can always be.
            self.complete = false;
            // Whoever is there can be of any concepts of a scheme.
            if let Aspect::Word(by) = by
                && let Asked::Bounds(AmountBounds { at_least: Some(limit), .. }) = quota.amount
                && let Some(least) = Slope::least(limit, rounding)
            {
                let (counted, whole) = (counted.clone(), whole.clone());
                self.different.push(Different { law, by, counted, whole, least, there });
            }
            return;
        }
        match &quota.amount {
            Asked::Bounds(bounds) => self.bounds(law, bounds, rounding, counted, whole, there),
            Asked::SameAs { within, .. } => {
                let within = i64::from(*within);
                let terms = vec![(counted.clone(), 1), (whole.clone(), -1)];
                self.line(Some(law), terms, Some(-within), Some(within), there);
            }
            Asked::BySize(rows) if there.is_none() => {
                let fits =
                    |amount: Amount| !matches!(amount, Amount::Share(share) if share.denominator() > DENOMINATOR);
                if rows.rows().all(|(_, amount)| fits(amount)) {
                    let (counted, whole) = (counted.clone(), whole.clone());
                    self.tables.push(Table { law, counted, whole, rows: rows.clone(), rounding });
                } else {
                    self.complete = false;
                }
            }
            Asked::BySize(_) => self.complete = false,
        }
    }

    fn bounds(
        &mut self,
        law: u32,
        bounds: &AmountBounds,
        rounding: Rounding,
        counted: &Measure,
        whole: &Measure,
        there: Option<NodeId>,
    ) {
        let mut end = |slope: Option<Slope>, least: bool| match slope {
            Some(Slope { counted: times, whole: share, bound }) => {
                let terms = vec![(counted.clone(), times), (whole.clone(), -share)];
                let (at_least, at_most) = if least { (Some(bound), None) } else { (None, Some(bound)) };
                self.lines.push(Line { law: Some(law), terms, least: at_least, most: at_most, there });
            }
            None => self.complete = false,
        };
        if let Some(limit) = bounds.at_least {
            end(Slope::least(limit, rounding), true);
        }
        if let Some(limit) = bounds.at_most {
            end(Slope::most(limit, rounding), false);
        }
    }
}

/// A limit without fractions: so many times what is counted, less so many times the whole, against a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slope {
    pub(super) counted: i64,
    pub(super) whole: i64,
    pub(super) bound: i64,
}

impl Slope {
    /// What is counted is at least the limit. That a whole number reaches a share that is rounded down is that one more exceeds the share; so nothing
    /// need be rounded. Nothing where the share is too fine.
    pub(super) fn least(limit: Limit, rounding: Rounding) -> Option<Self> {
        Some(match limit.amount {
            Amount::Heads(heads) => Self { counted: 1, whole: 0, bound: i64::from(heads) + i64::from(limit.strict) },
            Amount::Majority => Self { counted: 2, whole: 1, bound: 1 },
            Amount::Share(share) => {
                let (parts, of) = fraction(share)?;
                let (times, bound) = match (rounding, limit.strict) {
                    (Rounding::Exact, strict) => (1, i64::from(strict)),
                    (Rounding::Up, false) => (1, 0),
                    (Rounding::Up, true) => (1, of),
                    (Rounding::Down, false) => (1, 1 - of),
                    (Rounding::Down, true) => (1, 1),
                    (Rounding::Nearest, false) => (2, 1 - of),
                    (Rounding::Nearest, true) => (2, of + 1),
                };
                Self { counted: times * of, whole: times * parts, bound }
            }
        })
    }

    /// What is counted is at most the limit.
    pub(super) fn most(limit: Limit, rounding: Rounding) -> Option<Self> {
        Some(match limit.amount {
            Amount::Heads(heads) => Self { counted: 1, whole: 0, bound: i64::from(heads) - i64::from(limit.strict) },
            Amount::Majority => Self { counted: 2, whole: 1, bound: -i64::from(limit.strict) },
            Amount::Share(share) => {
                let (parts, of) = fraction(share)?;
                let (times, bound) = match (rounding, limit.strict) {
                    (Rounding::Exact | Rounding::Up, true) => (1, -1),
                    (Rounding::Exact | Rounding::Down, false) => (1, 0),
                    (Rounding::Up, false) => (1, of - 1),
                    (Rounding::Down, true) => (1, -of),
                    (Rounding::Nearest, false) => (2, of),
                    (Rounding::Nearest, true) => (2, -of),
                };
                Self { counted: times * of, whole: times * parts, bound }
            }
        })
    }
}

fn fraction(share: crate::document::amount::Share) -> Option<(i64, i64)> {
    let of = share.denominator();
    let (parts, of) = (i64::try_from(share.numerator()).ok()?, i64::try_from(of).ok().filter(|_| of <= DENOMINATOR)?);
    Some((parts, of))
}
