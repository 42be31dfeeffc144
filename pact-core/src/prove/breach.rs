//! What the law of a body can lack, as data.

use jiff::civil;

use crate::{
    document::{
        amount::{AmountBounds, HeadRange},
        body::Aspect,
        composition::{Per, Population},
        pact::Role,
        period::Period,
        value::PartialDate,
    },
    graph::node::NodeId,
    solve::tally::Prospect,
    source::Span,
};

/// On which side of its bounds a number lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Amiss {
    /// Too few.
    Few,
    /// Too many.
    Many,
}

/// What would put a number right that no appointment to an open place puts right, or only one that nobody has to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remedy {
    /// So many members are replaced, and every open place goes to whom it has to go; more, where those of whom it is not known do not come out as well.
    Replace(u64),
    /// So many places that may stay empty are filled by somebody who does not count.
    Fill(u64),
    /// Nothing: there is room for no more than so many who count, whoever sits there.
    AtMost(u64),
    /// Nothing: there are no fewer than so many who count, whoever sits there.
    AtLeast(u64),
}

/// A count that is not what it has to be, or not yet for certain.
#[derive(Clone, Debug)]
pub struct Shortfall {
    /// Where it is said who is counted, which tells apart what is asked of one seat.
    pub said: Span,
    /// The concept, nominator, actor, region or seat to which the count is held apart.
    pub part: Option<NodeId>,
    /// Beside a concept: the nominator, actor, region or seat whose members are counted apart.
    pub apart: Option<NodeId>,
    /// Whom it is about.
    pub population: Population,
    /// How many are counted for certain: heads, or votes.
    pub counted: u64,
    /// How many are to be counted when all places are filled; of a parity, how many are of the other group for certain.
    pub needed: HeadRange,
    /// The law, where it gives bounds.
    pub bounds: Option<AmountBounds>,
    /// The whole of which a share is taken: when all places are filled, or without those that may stay empty where they are what makes up for too many.
    pub whole: u64,
    /// Members of whom it is not known whether they count, sorted.
    pub unknown: Vec<NodeId>,
    /// Where there are too many, the members who count for certain, sorted.
    pub counting: Vec<NodeId>,
    /// Open places that may be filled by somebody who counts.
    pub open: u64,
    /// Those of them that may as well be filled by somebody who does not count.
    pub either: u64,
    /// Those of them that may stay empty.
    pub optional: u64,
    /// All open places of those whom it is about, and of the whole.
    pub vacant: u64,
    /// Whether there are too few or too many.
    pub amiss: Amiss,
    /// Whether it can still come right.
    pub prospect: Prospect,
    /// What would put it right; nothing where an appointment does, and where nothing is known that would.
    pub remedy: Option<Remedy>,
}

impl Shortfall {
    /// How many more are needed, or how many are too many.
    pub fn missing(&self) -> u64 {
        match self.amiss {
            Amiss::Few => self.needed.least.saturating_sub(self.counted),
            Amiss::Many => self.needed.most.map_or(0, |most| self.counted.saturating_sub(most)),
        }
    }
}

/// Why a seat is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotThere {
    /// It is there from this day on only.
    Ahead(PartialDate),
    /// It was there until this day.
    Over(PartialDate),
    /// That on which it depends does not hold.
    Condition,
}

/// What is not as the law of a body has it.
#[derive(Clone, Debug)]
pub enum Breach {
    /// A number or a share. The subject is the provision, or the seat.
    Count(Box<Shortfall>),
    /// Two groups that are not equally large. The subject is the provision.
    Uneven(Box<Shortfall>),
    /// Somebody may come to an open place who belongs to no part that is known, where a count is held apart by part. The subject is the provision.
    AnotherPart {
        /// What a part is.
        per: Per,
        /// The concept that is counted.
        concept: Option<NodeId>,
        /// How many places are open to such people.
        open: u64,
    },
    /// Nobody says of a member what makes eligible for the seat. The subject is the member.
    FitnessUnsaid {
        /// The seat.
        seat: NodeId,
    },
    /// Nobody says where an actor is at home, where members of a seat have to come from different regions. The subject is the member.
    RegionUnsaid {
        /// The seat.
        seat: NodeId,
        /// The actors, sorted.
        actors: Vec<NodeId>,
    },
    /// A member who is not of those who may fill the seat, whoever the actor is. The subject is the member.
    Unfit {
        /// The seat.
        seat: NodeId,
    },
    /// A member in a seat that is not there on the day. The subject is the member.
    AbsentSeat {
        /// The seat.
        seat: NodeId,
        /// Why it is not there.
        why: NotThere,
    },
    /// Those who are to nominate jointly and did not. The subject is the member.
    NotJointly {
        /// The seat.
        seat: NodeId,
        /// They, sorted.
        missing: Vec<NodeId>,
    },
    /// A nominator who nominates more or fewer than it is to. The subject is the seat.
    NotEach {
        /// The nominator.
        nominator: NodeId,
        /// How many it nominates.
        found: u64,
        /// How many it is to nominate; at least one where nothing is said.
        asked: Option<u32>,
    },
    /// The fallback nominates, and whether it may depends on a fact that nobody knows, or that does not hold. The subject is the member.
    Fallback {
        /// The fallback.
        nominator: NodeId,
        /// The fact.
        fact: NodeId,
    },
    /// Somebody who may not appoint. The subject is the member.
    WrongAppointer {
        /// The seat, or the provision on the office.
        to: NodeId,
        /// Who did.
        appointer: NodeId,
    },
    /// Nobody says who appointed these members. The subject is the seat, or the provision on the office.
    AppointerUnknown {
        /// The members, sorted.
        members: Vec<NodeId>,
    },
    /// Nobody has an office. The subject is the provision.
    NobodyInOffice {
        /// Chair or deputy.
        office: Role,
    },
    /// Several have an office. The subject is the provision.
    SeveralInOffice {
        /// Chair or deputy.
        office: Role,
        /// They, sorted.
        members: Vec<NodeId>,
    },
    /// Whoever has an office is not of those who may. The subject is the member.
    OutsideOffice {
        /// Chair or deputy.
        office: Role,
        /// The provision.
        provision: NodeId,
    },
    /// One person in more seats than one may have. The subject is the first of the members.
    TooManySeats {
        /// The seats, sorted.
        seats: Vec<NodeId>,
        /// The members, sorted.
        members: Vec<NodeId>,
        /// How many one may have.
        most: u32,
    },
    /// One person in seats of which nobody may have two. The subject is the first of the members.
    NeverBoth {
        /// The seats, sorted.
        seats: Vec<NodeId>,
        /// The members, sorted.
        members: Vec<NodeId>,
    },
    /// Nobody says who a member is, where nobody may have several seats, or not these. The subject is the member.
    PersonUnsaid,
    /// A member counted for several quotas that may not share anybody. The subject is the provision.
    SharedPeople {
        /// The quotas, sorted.
        quotas: Vec<NodeId>,
        /// How many members would be needed.
        needed: u64,
        /// How many there are.
        found: u64,
    },
    /// A member without an alternate. The subject is the member.
    NoAlternate,
    /// An alternate who may not stand in. The subject is the alternate.
    UnfitAlternate {
        /// The seat, where it is the seat that the alternate is not eligible for.
        seat: Option<NodeId>,
    },
    /// An alternate who has not in common what it has to with whom it stands in for. The subject is the alternate.
    UnlikeAlternate {
        /// The member; nothing where it may be any of several.
        member: Option<NodeId>,
        /// What they have to have in common.
        what: Aspect<NodeId>,
    },
    /// An alternate where nobody may be stood in for. The subject is the alternate.
    ForbiddenAlternate,
    /// An alternate stands in for a member who is the same person.
    OwnAlternate {
        /// The member.
        member: NodeId,
    },
    /// A term that is longer than it may be. The subject is the member.
    TermTooLong {
        /// How long it may be.
        at_most: Period,
        /// The last day on which it may end.
        until: civil::Date,
    },
    /// A term that is shorter than it has to be. The subject is the member.
    TermTooShort {
        /// How long it has to be.
        at_least: Period,
        /// The first day on which it may end.
        until: civil::Date,
    },
    /// Nobody says when a term begins or ends. The subject is the member.
    TermUnknown {
        /// The key that is missing.
        key: &'static str,
    },
    /// Somebody appointed more often than may be. The subject is the last of the memberships.
    TooManyTerms {
        /// How many terms.
        terms: u64,
        /// How many there may be.
        most: u64,
        /// After a break so long the count begins anew.
        anew_after: Option<Period>,
    },
    /// Somebody who sits longer than may be, all terms together. The subject is the last of the memberships.
    TooLongInAll {
        /// How long it may be.
        at_most: Period,
        /// The last day that would do.
        until: civil::Date,
        /// After a break so long the count begins anew.
        anew_after: Option<Period>,
    },
    /// A term that runs on after the event with which it ends. The subject is the member.
    OutlastsEvent {
        /// The event.
        event: NodeId,
        /// The last day that would do.
        until: civil::Date,
    },
    /// Too many terms that end close together. The subject is the provision.
    EndTogether {
        /// The members, sorted.
        members: Vec<NodeId>,
        /// How many may.
        most: u64,
        /// In a time so long.
        within: Period,
        /// The first of the days on which they end.
        from: civil::Date,
    },
    /// A term that ends before a meeting, with nobody to follow. The subject is the member.
    EndsBefore {
        /// The meeting.
        meeting: NodeId,
    },
    /// A place that stays empty, or stayed empty, too long. The subject is the seat.
    LongVacant {
        /// Who left.
        left: NodeId,
        /// By when somebody had to follow.
        due: civil::Date,
    },
    /// A meeting, or an item of its agenda, with too few present. The subject is the meeting or the item.
    NoQuorum {
        /// The body.
        body: NodeId,
        /// How many were present.
        present: u64,
        /// How many have to be.
        needed: u64,
        /// The whole of which a share is taken.
        whole: u64,
        /// These are votes, and not heads.
        votes: bool,
    },
    /// Of those present too few are of a group. The subject is the meeting or the item.
    PresentOfWhich(Box<Shortfall>),
    /// Nobody says who was present. The subject is the meeting.
    AttendanceUnknown,
    /// A meeting that was called too late. The subject is the meeting.
    ShortNotice {
        /// How long before it has to be called.
        asked: Period,
        /// The last day on which it could be called, where that can be told.
        due: Option<civil::Date>,
    },
    /// Nobody says when a meeting was called. The subject is the meeting.
    NotCalled {
        /// How long before it has to be called.
        asked: Period,
        /// The last day on which it can be called, where that can be told.
        due: Option<civil::Date>,
    },
    /// Working days without a calendar by which they could be counted. The subject is the meeting, the seat or the provision.
    UnknownDays,
    /// The calendar does not know all the days that have to be counted. The subject is the meeting.
    UncoveredDays {
        /// The calendar.
        calendar: NodeId,
        /// The first and the last day that it knows.
        covers: (civil::Date, civil::Date),
    },
    /// Provisions of which each can still be met, and not all of them together. The subject is the body.
    Irreconcilable {
        /// The seats, sizes and provisions, sorted.
        provisions: Vec<NodeId>,
        /// No smaller set of them conflicts.
        smallest: bool,
    },
}
