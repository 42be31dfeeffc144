//! The law of who sits in a body, with its references resolved, ready to be held against a register.
//!
//! What the documents say is in [`crate::document::composition`]. Every provision is a node, so that a clause can give it, a finding can be
//! about it and a path can lead to it.

use super::{
    Graph,
    edge::EdgeKind,
    requirement::{Compiler, Requirement, Target},
};
use crate::{
    document::{
        amount::{Amount, AmountBounds, BySize, Rounding, Sizes},
        body::{self, Aspect},
        composition as written,
        composition::{AlternateKind, Likeness, Per, Population},
        pact::Role,
        period::Period,
        value::{Ref, Refs},
    },
    graph::node::{NodeId, NodeKind},
    source::Span,
};

/// Some members: whoever passes every test.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// What is asked of them.
    pub tests: Vec<GroupTest>,
    /// Where it is said.
    pub span: Span,
}

/// What is asked of a member of a group; of a list, one is enough.
#[derive(Clone, Debug)]
pub enum GroupTest {
    /// In one of these seats.
    Seat(Vec<Target>),
    /// On behalf of one of these actors.
    Actor(Vec<Target>),
    /// On behalf of an actor at home in one of these regions.
    Region(Vec<Target>),
    /// One of these concepts, or a narrower one, is said of the member: its category, its policy area, its gender, what it is.
    Concept(Vec<Target>),
    /// In one of these roles.
    Role(Vec<Role>),
    /// With a vote, or without.
    Vote(bool),
    /// Nominated by one of these.
    NominatedBy(Vec<Target>),
    /// Appointed by one of these.
    AppointedBy(Vec<Target>),
    /// The person is a member of one of these bodies.
    MemberOf(Vec<Target>),
    /// The person is the chair of one of these bodies.
    ChairOf(Vec<Target>),
    /// In all of these groups.
    AllOf(Vec<Group>),
    /// In one of these groups.
    AnyOf(Vec<Group>),
    /// In none of these groups.
    NoneOf(Vec<Group>),
}

/// What the law says of a seat beside what stands in its node and its edges.
#[derive(Clone, Debug, Default)]
pub struct SeatLaw {
    /// Who may fill it, beyond what its edges say of actors, categories and regions.
    pub eligible: Group,
    /// What its members must not have in common.
    pub distinct: Option<Aspect<Target>>,
    /// Of its members, so many are of a group.
    pub of_which: Vec<OfWhich>,
    /// There only when this holds.
    pub when: Vec<Requirement>,
    /// The fact on which it depends that a fallback nominates.
    pub fallback_when: Option<Target>,
}

/// Of some members, so many are of a group.
#[derive(Clone, Debug)]
pub struct OfWhich {
    /// How many, or what share of them.
    pub bounds: AmountBounds,
    /// Of whom.
    pub group: Group,
    /// Of these, in turn.
    pub of_which: Vec<OfWhich>,
    /// Where it is said.
    pub span: Span,
}

/// What a provision asks for.
#[derive(Clone, Debug)]
pub enum Law {
    /// A number or a share of members.
    Quota(Box<Quota>),
    /// Several seats for one person.
    Hats(Hats),
    /// The chair.
    Chair(Office),
    /// The deputy.
    Deputy(Office),
    /// Alternates.
    Alternates(Box<Alternates>),
    /// How long members sit.
    Tenure(Box<Tenure>),
    /// How long a place may stay empty.
    Vacancies(Period),
    /// How many have to be present.
    Quorum(Box<Quorum>),
    /// How long before a meeting it is called.
    Notice(Notice),
}

impl Group {
    /// The bodies of which it is asked whether people are members or the chair. O(tests).
    fn bodies(&self, found: &mut Vec<Target>) {
        for test in &self.tests {
            match test {
                GroupTest::MemberOf(bodies) | GroupTest::ChairOf(bodies) => found.extend(bodies),
                GroupTest::AllOf(groups) | GroupTest::AnyOf(groups) | GroupTest::NoneOf(groups) => {
                    groups.iter().for_each(|group| group.bodies(found));
                }
                _ => {}
            }
        }
    }
}

impl OfWhich {
    fn bodies(&self, found: &mut Vec<Target>) {
        self.group.bodies(found);
        self.of_which.iter().for_each(|one| one.bodies(found));
    }
}

impl SeatLaw {
    /// The bodies whose members or chair it asks for. O(tests).
    pub(crate) fn bodies(&self, found: &mut Vec<Target>) {
        self.eligible.bodies(found);
        self.of_which.iter().for_each(|one| one.bodies(found));
    }
}

impl Law {
    /// The bodies whose members or chair it asks for. O(tests).
    pub(crate) fn bodies(&self, found: &mut Vec<Target>) {
        match self {
            Self::Quota(quota) => {
                quota.count.bodies(found);
                if let Asked::SameAs { group, .. } = &quota.amount {
                    group.bodies(found);
                }
                if let Some(Whole::Group(group)) = &quota.of {
                    group.bodies(found);
                }
            }
            Self::Chair(office) | Self::Deputy(office) => office.from.bodies(found),
            Self::Alternates(alternates) => {
                alternates.of.bodies(found);
                alternates.eligible.bodies(found);
            }
            Self::Tenure(tenure) => tenure.of.bodies(found),
            Self::Quorum(quorum) => {
                if let Whole::Group(group) = &quorum.of {
                    group.bodies(found);
                }
                quorum.of_which.iter().for_each(|one| one.bodies(found));
            }
            Self::Hats(_) | Self::Vacancies(_) | Self::Notice(_) => {}
        }
    }
}

/// What a share is a share of.
#[derive(Clone, Debug)]
pub enum Whole {
    /// All of these.
    Population(Population),
    /// These members.
    Group(Group),
}

/// How many members of a group a body has.
#[derive(Clone, Debug)]
pub struct Quota {
    /// Who is counted; everybody without a test.
    pub count: Group,
    /// Counted for each concept of this scheme.
    pub every: Option<Target>,
    /// Held against these parts apart.
    pub per: Option<Per>,
    /// Whom it is about, each for itself; never empty.
    pub among: Vec<Population>,
    /// How many.
    pub amount: Asked,
    /// What a share is a share of; whom it is about where nothing is said.
    pub of: Option<Whole>,
    /// How a share that is no whole number is taken.
    pub rounded: Option<Rounding>,
    /// Counted once for each different thing of this kind.
    pub distinct: Option<Aspect<Target>>,
    /// Only when this holds.
    pub when: Vec<Requirement>,
}

/// How many a quota asks for.
#[derive(Clone, Debug)]
pub enum Asked {
    /// Within bounds.
    Bounds(AmountBounds),
    /// At least so many, by the size of what it is about.
    BySize(BySize),
    /// As many as of another group, give or take.
    SameAs {
        /// The other group.
        group: Group,
        /// The greatest difference that is allowed.
        within: u32,
    },
}

/// Several seats for one person.
#[derive(Clone, Debug)]
pub struct Hats {
    /// How many seats one person may have.
    pub most: Option<u32>,
    /// Whoever has several meets the conditions of each.
    pub if_eligible: bool,
    /// Seats of which nobody may have two.
    pub never_both: Vec<Vec<Target>>,
    /// Whether one member may count for several quotas.
    pub quotas_share_people: bool,
}

impl Hats {
    /// Whether they say if one person may have several seats, and not only how quotas count.
    pub fn settles_two_seats(&self) -> bool {
        self.most.is_some() || self.if_eligible || !self.never_both.is_empty()
    }
}

impl Quota {
    /// Whether it asks for what no list of members could have, whatever its size. O(rows of a table).
    pub fn is_impossible(&self) -> bool {
        match &self.amount {
            Asked::Bounds(bounds) => bounds.is_contradictory(),
            Asked::BySize(_) => self.impossible_row().is_some(),
            Asked::SameAs { .. } => false,
        }
    }

    /// A row of its table that asks for more than there are of that size. O(rows).
    pub fn impossible_row(&self) -> Option<(Sizes, Amount)> {
        let Asked::BySize(table) = &self.amount else { return None };
        // Of another whole, and of votes, there may be more.
        if self.of.is_some() || self.among.contains(&Population::Votes) {
            return None;
        }
        table.rows().find(|(sizes, amount)| match (sizes.to, amount) {
            (Some(to), Amount::Heads(heads)) => *heads > to,
            _ => false,
        })
    }

    /// Whether it is counted by the concepts of a scheme of this name: of each of them, or of some. O(groups).
    pub fn is_of_scheme(&self, graph: &Graph, scheme: &str) -> bool {
        let is_scheme = |node: NodeId| graph.kind(node) == NodeKind::Scheme && graph.name(node) == scheme;
        let is_concept = |concept: NodeId| {
            graph.outgoing(concept, EdgeKind::InScheme).first().is_some_and(|of| graph.name(of.node) == scheme)
        };
        if self.every.and_then(|every| graph.meant(every)).is_some_and(is_scheme) {
            return true;
        }
        let mut open: Vec<&Group> = vec![&self.count];
        if let Asked::SameAs { group, .. } = &self.amount {
            open.push(group);
        }
        while let Some(group) = open.pop() {
            for test in &group.tests {
                match test {
                    GroupTest::Concept(all) if all.iter().any(|&one| graph.meant(one).is_some_and(is_concept)) => {
                        return true;
                    }
                    GroupTest::AllOf(groups) | GroupTest::AnyOf(groups) | GroupTest::NoneOf(groups) => {
                        open.extend(groups);
                    }
                    _ => {}
                }
            }
        }
        false
    }
}

impl OfWhich {
    /// Whether more heads are asked for than a whole has. O(1).
    pub fn exceeds(&self, whole: u64) -> bool {
        !self.bounds.is_share() && self.bounds.heads(whole, Rounding::Exact).least > whole
    }
}

/// The chair or the deputy.
#[derive(Clone, Debug)]
pub struct Office {
    /// Among whom.
    pub from: Group,
    /// Who appoints or elects: one of these.
    pub appointed_by: Vec<Target>,
}

/// Who stands in.
#[derive(Clone, Debug)]
pub struct Alternates {
    /// How.
    pub kind: AlternateKind,
    /// For whom.
    pub of: Group,
    /// How many, where they are pooled.
    pub bounds: Option<AmountBounds>,
    /// Who may.
    pub eligible: Group,
    /// What they have in common with those for whom they stand in.
    pub same: Vec<Likeness<Target>>,
}

/// How long members sit.
#[derive(Clone, Debug)]
pub struct Tenure {
    /// Whose.
    pub of: Group,
    /// At least so long.
    pub at_least: Option<Period>,
    /// At most so long.
    pub at_most: Option<Period>,
    /// How often somebody may be appointed again.
    pub renewed: Option<u32>,
    /// All terms of one person together.
    pub in_all: Option<Period>,
    /// After a break so long terms are counted anew.
    pub anew_after: Option<Period>,
    /// The event with which terms end.
    pub ends_with: Option<Target>,
    /// How long after it they may still run.
    pub ends_within: Option<Period>,
    /// At most so many end in a time so long.
    pub staggered: Option<(AmountBounds, Period)>,
    /// A term lasts until after every dated meeting.
    pub covers_meetings: bool,
}

/// How many have to be present.
#[derive(Clone, Debug)]
pub struct Quorum {
    /// How many.
    pub bounds: AmountBounds,
    /// What a share is a share of.
    pub of: Whole,
    /// Of those present.
    pub of_which: Vec<OfWhich>,
    /// Whoever stands in for a member counts.
    pub alternates_count: bool,
}

/// How long before a meeting it is called.
#[derive(Clone, Debug)]
pub struct Notice {
    /// At least so long.
    pub at_least: Period,
    /// The day of the meeting does not count either.
    pub clear: bool,
    /// The calendar by which working days are counted.
    pub calendar: Option<Target>,
}

/// A provision as it was written, until its references can be looked up.
#[derive(Debug)]
pub(crate) enum Written {
    Quota(Box<written::Quota>),
    Hats(written::Hats),
    Chair(written::Office),
    Deputy(written::Office),
    Alternates(Box<written::AlternatesEntry>),
    Tenure(Box<written::Tenure>),
    Vacancies(written::Vacancies),
    Quorum(Box<written::Quorum>),
    Notice(written::Notice),
}

/// What is written of a seat beside its edges.
#[derive(Debug, Default)]
pub(crate) struct WrittenSeat {
    pub(crate) eligible: written::Group,
    pub(crate) distinct: Option<Aspect>,
    pub(crate) of_which: Vec<written::OfWhich>,
    pub(crate) when: Vec<crate::document::requirement::Requirement>,
    pub(crate) fallback_when: Option<crate::name::Name>,
}

impl WrittenSeat {
    /// What of a seat is no edge. The actors, categories and regions of those who may fill it are.
    pub(crate) fn of(seat: &mut body::Seat) -> Self {
        let mut eligible = seat.eligible.clone().unwrap_or_default();
        eligible.actor = Refs::default();
        eligible.category = Refs::default();
        eligible.region = Refs::default();
        Self {
            eligible,
            distinct: seat.distinct,
            of_which: std::mem::take(&mut seat.of_which.0),
            when: seat.when.take().unwrap_or_default().0,
            fallback_when: seat
                .nominated_by
                .as_ref()
                .and_then(|nomination| nomination.fallback_when)
                .and_then(|fact| fact.0),
        }
    }
}

impl Compiler<'_> {
    /// `None` where something without which nothing is asked for is missing; that is a fault already, or is noted by the caller.
    pub(crate) fn law(&mut self, written: &Written) -> Option<Law> {
        Some(match written {
            Written::Quota(quota) => Law::Quota(Box::new(self.quota(quota)?)),
            Written::Hats(hats) => {
                let mut never_both: Vec<Vec<Target>> =
                    hats.never_both.0.iter().map(|seats| self.of(seats, NodeKind::Seat)).collect();
                // A plain list of seats is one list, and not several of one seat each.
                if never_both.iter().all(|seats| seats.len() < 2) {
                    let plain: Vec<Target> = never_both.into_iter().flatten().collect();
                    never_both = if plain.is_empty() { Vec::new() } else { vec![plain] };
                }
                Law::Hats(Hats {
                    most: hats.seats_per_person,
                    if_eligible: hats.if_eligible.unwrap_or(false),
                    never_both,
                    quotas_share_people: hats.quotas_share_people.unwrap_or(true),
                })
            }
            Written::Chair(office) => Law::Chair(self.office(office)),
            Written::Deputy(office) => Law::Deputy(self.office(office)),
            Written::Alternates(alternates) => Law::Alternates(Box::new(Alternates {
                kind: alternates.kind?,
                of: self.optional_group(alternates.r#for.as_ref()),
                bounds: alternates.number,
                eligible: self.optional_group(alternates.eligible.as_ref()),
                same: alternates.same.0.iter().filter_map(|&one| self.likeness(one)).collect(),
            })),
            Written::Tenure(tenure) => Law::Tenure(Box::new(Tenure {
                of: self.optional_group(tenure.entry.r#for.as_ref()),
                at_least: tenure.entry.at_least,
                at_most: tenure.entry.at_most,
                renewed: tenure.entry.renewed,
                in_all: tenure.entry.in_all,
                anew_after: tenure.entry.anew_after,
                ends_with: tenure
                    .entry
                    .ends_with
                    .and_then(|fact| fact.0)
                    .map(|fact| self.target(fact, [NodeKind::Fact], None)),
                ends_within: tenure.entry.ends_within,
                staggered: tenure
                    .entry
                    .staggered
                    .as_ref()
                    .and_then(|staggered| Some((staggered.number?, staggered.within?))),
                covers_meetings: tenure.entry.covers_meetings.unwrap_or(false),
            })),
            Written::Vacancies(vacancies) => Law::Vacancies(vacancies.filled_within?),
            Written::Quorum(quorum) => Law::Quorum(Box::new(Quorum {
                bounds: quorum.bounds?,
                of: quorum.entry.of.as_ref().map_or(Whole::Population(Population::Members), |whole| self.whole(whole)),
                of_which: self.of_which(&quorum.entry.of_which.0),
                alternates_count: quorum.entry.alternates_count.unwrap_or(true),
            })),
            Written::Notice(notice) => Law::Notice(Notice {
                at_least: notice.at_least?,
                clear: notice.clear.unwrap_or(false),
                calendar: notice
                    .calendar
                    .and_then(|calendar| calendar.0)
                    .map(|calendar| self.target(calendar, [NodeKind::Calendar], None)),
            }),
        })
    }

    pub(crate) fn seat_law(&mut self, written: &WrittenSeat) -> SeatLaw {
        SeatLaw {
            eligible: self.group(&written.eligible),
            distinct: written.distinct.and_then(|aspect| self.aspect(aspect)),
            of_which: self.of_which(&written.of_which),
            when: self.all(&written.when),
            fallback_when: written.fallback_when.map(|fact| self.target(fact, [NodeKind::Fact], None)),
        }
    }

    fn quota(&mut self, quota: &written::Quota) -> Option<Quota> {
        let written::Quota { entry: quota, bounds, .. } = quota;
        let amount = match (*bounds, &quota.by_size, &quota.same_as) {
            (_, Some(table), _) => Asked::BySize(table.clone()),
            (_, _, Some(group)) => Asked::SameAs { group: self.group(group), within: quota.within.unwrap_or(0) },
            (Some(bounds), ..) => Asked::Bounds(bounds),
            (None, None, None) => return None,
        };
        let among = if quota.among.0.is_empty() { vec![Population::Members] } else { quota.among.0.clone() };
        Some(Quota {
            count: self.optional_group(quota.count.as_ref()),
            every: quota.every.and_then(|scheme| self.scheme(scheme)),
            per: quota.per,
            among,
            amount,
            of: quota.of.as_ref().map(|whole| self.whole(whole)),
            rounded: quota.rounded,
            distinct: quota.distinct.and_then(|aspect| self.aspect(aspect)),
            when: quota.when.as_ref().map(|when| self.all(&when.0)).unwrap_or_default(),
        })
    }

    fn office(&mut self, office: &written::Office) -> Office {
        let mut appointed_by = self.agents(&office.appointed_by);
        appointed_by.extend(self.agents(&office.elected_by));
        Office { from: self.optional_group(office.from.as_ref()), appointed_by }
    }

    fn of_which(&mut self, written: &[written::OfWhich]) -> Vec<OfWhich> {
        let one = |this: &mut Self, of: &written::OfWhich| {
            let written::OfWhich { entry, bounds, .. } = of;
            let mut group = this.optional_group(entry.r#where.as_ref());
            if !entry.nominated_by.0.is_empty() {
                group.tests.push(GroupTest::NominatedBy(this.agents(&entry.nominated_by)));
            }
            let of_which = this.of_which(&entry.of_which.0);
            Some(OfWhich { bounds: (*bounds)?, group, of_which, span: entry.meta.span })
        };
        written.iter().filter_map(|of| one(self, of)).collect()
    }

    fn whole(&mut self, whole: &written::Whole) -> Whole {
        match whole {
            written::Whole::Population(population) => Whole::Population(*population),
            written::Whole::Group(group) => Whole::Group(self.group(group)),
        }
    }

    fn scheme(&mut self, scheme: Ref) -> Option<Target> {
        scheme.0.map(|scheme| self.target(scheme, [NodeKind::Scheme], None))
    }

    fn aspect(&mut self, aspect: Aspect) -> Option<Aspect<Target>> {
        Some(match aspect {
            Aspect::Word(word) => Aspect::Word(word),
            Aspect::Scheme(scheme) => Aspect::Scheme(self.scheme(scheme)?),
        })
    }

    fn likeness(&mut self, likeness: Likeness) -> Option<Likeness<Target>> {
        Some(match likeness {
            Likeness::Seat => Likeness::Seat,
            Likeness::In(aspect) => Likeness::In(self.aspect(aspect)?),
        })
    }

    fn optional_group(&mut self, group: Option<&written::Group>) -> Group {
        group.map(|group| self.group(group)).unwrap_or_default()
    }

    fn group(&mut self, group: &written::Group) -> Group {
        let mut tests = Vec::new();
        let mut some = |test: fn(Vec<Target>) -> GroupTest, targets: Vec<Target>| {
            if !targets.is_empty() {
                tests.push(test(targets));
            }
        };
        some(GroupTest::Seat, self.of(&group.seat, NodeKind::Seat));
        some(GroupTest::Concept, self.concepts(&group.category, Some("actor-category")));
        some(GroupTest::Actor, self.of(&group.actor, NodeKind::Actor));
        some(GroupTest::Region, self.of(&group.region, NodeKind::Region));
        some(GroupTest::Concept, self.concepts(&group.policy_area, Some("policy-area")));
        some(GroupTest::Concept, self.concepts(&group.gender, Some("gender")));
        some(GroupTest::Concept, self.concepts(&group.is, None));
        some(GroupTest::NominatedBy, self.agents(&group.nominated_by));
        some(GroupTest::AppointedBy, self.agents(&group.appointed_by));
        some(GroupTest::MemberOf, self.of(&group.member_of, NodeKind::Body));
        some(GroupTest::ChairOf, self.of(&group.chair_of, NodeKind::Body));
        if !group.role.0.is_empty() {
            tests.push(GroupTest::Role(group.role.0.clone()));
        }
        tests.extend(group.vote.map(GroupTest::Vote));
        for (groups, test) in [
            (&group.all_of, GroupTest::AllOf as fn(Vec<Group>) -> GroupTest),
            (&group.any_of, GroupTest::AnyOf),
            (&group.none_of, GroupTest::NoneOf),
        ] {
            if !groups.0.is_empty() {
                let groups = groups.0.iter().map(|group| self.group(group)).collect();
                tests.push(test(groups));
            }
        }
        Group { tests, span: group.meta.span }
    }

    fn of(&mut self, refs: &Refs, kind: NodeKind) -> Vec<Target> {
        self.targets(refs, &[kind]).into_vec()
    }

    fn concepts(&mut self, refs: &Refs, scheme: Option<&'static str>) -> Vec<Target> {
        refs.0.iter().map(|&name| self.target(name, [NodeKind::Concept], scheme)).collect()
    }

    fn agents(&mut self, refs: &Refs) -> Vec<Target> {
        self.targets(refs, &super::requirement::AGENTS).into_vec()
    }
}
