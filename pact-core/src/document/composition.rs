//! The law of who sits in a body, beside its seats: quotas, hats, offices, alternates, tenure, vacancies, quorum, notice.
//!
//! One way to say who is meant ([`Group`]), one set of comparators (`exactly`, `at-least`, `at-most`, `more-than`, `less-than`) and one way to
//! say of what a share is taken ([`Whole`]); everything else is made of these.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{
    amount::{Amount, AmountBounds, BySize, Rounding},
    body::{Aspect, Distinct},
    pact::Role,
    period::Period,
    requirement::Several,
    value::{Date, List, Quote, Ref, Refs, Text, one_or_list},
};
use crate::{
    decode::{Decode, Decoder, Faulty, choice, record},
    fault::{Expected, FaultKind, Unclear},
    load::tree::{Value, ValueKind},
};

record! {
    /// Some of the members of a body, or of those who could be: whoever meets every one of the conditions given. Of a list, one is enough.
    #[schemars(extend("examples" = [{"category": "kommune", "region": "DK03"}, {"actor": ["lo", "da"]}, {"chair-of": "rådet"}, {"any-of": [{"seat": "formand"}, {"gender": "kvinde"}]}], "minProperties" = 1))]
    pub struct Group filled {
        /// In one of these seats.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        seat: Refs = filled,
        /// On behalf of an actor of one of these categories, or a narrower one.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        category: Refs = filled,
        /// On behalf of one of these actors.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        actor: Refs = filled,
        /// On behalf of an actor at home in one of these regions, or in a part of one.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        region: Refs = filled,
        /// From one of these policy areas.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        policy_area: Refs = filled,
        /// Of this gender: a concept of the scheme `gender`.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        gender: Refs = filled,
        /// Of which, or of whose actor, one of these is said under `is`: concepts of any scheme.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        is: Refs = filled,
        /// In one of these roles.
        #[serde(default)]
        role: Roles = defaulted,
        /// With a vote, or without.
        vote: bool = optional,
        /// Nominated by one of these.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        nominated_by: Refs = filled,
        /// Appointed by one of these.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        appointed_by: Refs = filled,
        /// Who is also a member of one of these bodies.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        member_of: Refs = filled,
        /// Who is the chair of one of these bodies.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        chair_of: Refs = filled,
        /// Who is in all of these groups.
        #[serde(default)]
        all_of: Groups = defaulted,
        /// Who is in one of these groups.
        #[serde(default)]
        any_of: Groups = defaulted,
        /// Who is in none of these groups.
        #[serde(default)]
        none_of: Groups = defaulted,
    }
}

one_or_list! {
    /// Groups.
    Groups of Group, schema Group, as "Groups", "A group, or a list of groups."
}

one_or_list! {
    /// One role or several.
    Roles of Role, schema Role, as "Roles", "A role, or a list of roles."
}

choice! {
    /// Whom, or what, a count or a share is taken of.
    pub enum Population {
        /// The places of the body, filled or not.
        Seats = "seats",
        /// Whoever sits in it and counts.
        Members = "members",
        /// The same without those whom the body itself has taken in (co-opted) and those who are invited.
        AppointedMembers = "appointed-members",
        /// The same with those only who may vote.
        VotingMembers = "voting-members",
        /// Their votes.
        Votes = "votes",
        /// Those who stand in for members.
        Alternates = "alternates",
        /// Whoever was put forward, appointed or not.
        Nominees = "nominees",
        /// Those who listen, and may speak.
        Observers = "observers",
    }
}

one_or_list! {
    /// Several, each for itself.
    Populations of Population, schema Population, as "Populations", "Whom a quota is about; of several, each is counted for itself."
}

/// What a share is a share of: a population, or the members of a group.
#[derive(Clone, Debug)]
pub enum Whole {
    /// All of these.
    Population(Population),
    /// These members.
    Group(Box<Group>),
}

impl Decode for Whole {
    const EXPECTED: Expected = Population::EXPECTED;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() == ValueKind::Object {
            return Group::decode(decoder, value).map(|group| Self::Group(Box::new(group)));
        }
        Population::decode(decoder, value).map(Self::Population)
    }

    fn is_damaged(&self) -> bool {
        matches!(self, Self::Group(group) if group.meta.damaged)
    }
}

impl JsonSchema for Whole {
    fn schema_name() -> Cow<'static, str> {
        "Whole".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let word = generator.subschema_for::<Population>();
        let group = generator.subschema_for::<Group>();
        json_schema!({ "description": "What a share is a share of.", "anyOf": [word, group], "examples": ["seats", { "seat": "business" }] })
    }
}

choice! {
    /// What a quota is held against apart.
    pub enum Per {
        /// Those whom each nominator has put forward.
        Nominator = "nominator",
        /// Those of each actor.
        Actor = "actor",
        /// Those of each region.
        Region = "region",
        /// Those in each seat.
        Seat = "seat",
    }
}

record! {
    /// How many members of a group a body has: a number, or a share of a whole.
    #[schemars(rename = "Quota")]
    #[schemars(extend("examples" = [
        {"count": {"gender": "kvinde"}, "at-least": "40 %", "of": "members", "clause": "C7"},
        {"every": "gender", "by-size": {"2-3": 1, "4-5": 2, "6-": "40 %"}, "among": ["members", "alternates"]},
        {"count": {"is": "arbejdsgiver"}, "same-as": {"is": "lønmodtager"}},
        {"per": "region", "at-most": 1},
    ]))]
    pub struct QuotaEntry {
        /// What people call it.
        label: Text = optional,
        /// Who is counted; everybody where nothing is said.
        count: Group = optional,
        /// Counted for each concept of this scheme: `gender`, `policy-area`, `actor-category` or one of the terms' own.
        every: Ref = optional,
        /// Held against the members of each nominator, actor, region or seat apart.
        per: Per = optional,
        /// Whom it is about: the members where nothing is said. Of several, each for itself.
        #[serde(default)]
        among: Populations = defaulted,
        /// Exactly so many, or this share.
        exactly: Amount = optional,
        /// At least so many, or this share.
        at_least: Amount = optional,
        /// At most so many, or this share.
        at_most: Amount = optional,
        /// More than so many, or than this share.
        more_than: Amount = optional,
        /// Fewer than so many, or than this share.
        less_than: Amount = optional,
        /// What a share is a share of: whom the quota is about, where nothing is said.
        of: Whole = optional,
        /// Where a share is no whole number: up, down or to the nearest. Exact where nothing is said.
        rounded: Rounding = optional,
        /// At least so many, by the size of what it is about.
        by_size: BySize = optional,
        /// As many as of this group (parity).
        same_as: Group = optional,
        /// With a difference of at most so many; none where nothing is said.
        within: u32 = optional,
        /// Counted once for each different thing of this kind.
        distinct: Aspect = optional,
        /// Only when this holds.
        when: Several = optional,
        /// From when it holds; of a month or a year, from its first day on.
        from: Date = optional,
        /// Until when it holds; of a month or a year, to its last day.
        to: Date = optional,
        /// The clause that says so.
        clause: Ref = optional,
        /// The words of the source.
        quote: Quote = optional,
        /// What has to be said about it.
        note: Text = optional,
    }
}

record! {
    /// Of the members in a seat, or of those of a wider count, so many are of a group. Nests to any depth.
    #[schemars(rename = "OfWhich")]
    #[schemars(extend("examples" = [{"at-least": 1, "where": {"is": "yderkommune"}}, {"exactly": 1, "where": {"nominated-by": "da"}}]))]
    pub struct OfWhichEntry {
        /// Exactly so many, or this share.
        exactly: Amount = optional,
        /// At least so many, or this share.
        at_least: Amount = optional,
        /// At most so many, or this share.
        at_most: Amount = optional,
        /// More than so many, or than this share.
        more_than: Amount = optional,
        /// Fewer than so many, or than this share.
        less_than: Amount = optional,
        /// Of whom.
        r#where: Group = optional,
        /// Nominated by these; the same as under `where`.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        nominated_by: Refs = filled,
        /// Of these, in turn.
        #[serde(default)]
        of_which: OfWhiches = defaulted,
        /// The words of the source.
        quote: Quote = optional,
    }
}

one_or_list! {
    /// What holds of some of the members.
    OfWhiches of OfWhich, schema OfWhich, as "OfWhiches", "Of these members, so many are of a group; one, or a list."
}

record! {
    /// Whether one person may have several seats in the body.
    #[schemars(extend("examples" = [{"seats-per-person": 1, "clause": "C9"}, {"never-both": [["erhverv", "offentlig"]]}]))]
    pub struct Hats {
        /// How many seats one person may have; any number where nothing is said.
        seats_per_person: u32 = optional,
        /// Whoever has several seats meets the conditions of each of them by whatever is said of the person in any of them.
        if_eligible: bool = optional,
        /// Seats of which nobody may have two: lists of seats.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        never_both: List<Refs> = filled,
        /// Whether one member may count for several quotas; so where nothing is said.
        quotas_share_people: bool = optional,
        /// The clause that says so.
        clause: Ref = optional,
        /// The words of the source.
        quote: Quote = optional,
    }
}

record! {
    /// The chair or the deputy of a body.
    #[schemars(extend("examples" = [{"from": {"seat": "erhverv"}, "appointed-by": "regionsrådet", "clause": "C5"}, {"elected-by": "bestyrelsen"}]))]
    pub struct Office {
        /// Among whom; any member where nothing is said.
        from: Group = optional,
        /// Who appoints: one of these.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        appointed_by: Refs = filled,
        /// Who elects: one of these, such as the body itself.
        #[serde(default)]
        #[schemars(extend("minItems" = 1))]
        elected_by: Refs = filled,
        /// The clause that says so.
        clause: Ref = optional,
        /// The words of the source.
        quote: Quote = optional,
    }
}

choice! {
    /// How members are stood in for.
    pub enum AlternateKind {
        /// Each member has an alternate of their own.
        Personal = "personal",
        /// So many alternates stand in for whoever cannot come.
        Pooled = "pooled",
        /// None are asked for.
        None = "none",
        /// Nobody may be stood in for.
        Forbidden = "forbidden",
    }
}

record! {
    /// Who stands in for members who cannot come.
    #[schemars(rename = "AlternatesEntry")]
    #[schemars(extend("examples" = [{"kind": "pooled", "number": {"at-least": 3}, "eligible": {"category": "fagforening"}, "for": {"seat": "lønmodtagere"}}]))]
    pub struct AlternatesEntry {
        /// How.
        #[schemars(required)]
        kind: AlternateKind = needed,
        /// For whom; for every member where nothing is said.
        r#for: Group = optional,
        /// Pooled: how many, or what share of those for whom they stand in.
        number: AmountBounds = optional,
        /// Who may be an alternate. A personal alternate has to be eligible for the seat as well.
        eligible: Group = optional,
        /// What an alternate has in common with the member: the actor, the region, who nominated, the concepts of a scheme; or what is asked of whoever fills
        /// the seat.
        #[serde(default)]
        same: Likenesses = defaulted,
        /// The clause that says so.
        clause: Ref = optional,
        /// The words of the source.
        quote: Quote = optional,
    }
}

/// What an alternate has in common with the member for whom it stands in.
#[derive(Clone, Copy, Debug)]
pub enum Likeness<S = Ref> {
    /// What is asked of whoever fills the seat of the member: who may, who nominates and who appoints.
    Seat,
    /// Something that is said of both.
    In(Aspect<S>),
}

impl Likeness {
    const NAMES: [&'static str; 4] = ["seat", "actor", "region", "nominator"];
}

impl Decode for Likeness {
    const EXPECTED: Expected = Expected::Reference;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() == ValueKind::String && value.text() == "seat" {
            return Ok(Self::Seat);
        }
        match Aspect::decode(decoder, value)? {
            // Nobody stands in for themselves.
            Aspect::Word(Distinct::Person) => {
                let accepted = Self::NAMES.iter().map(|&name| name.to_owned()).collect();
                Err(decoder.fault(value.span(), FaultKind::UnknownValue { value: value.text().to_owned(), accepted }))
            }
            aspect => Ok(Self::In(aspect)),
        }
    }
}

impl JsonSchema for Likeness {
    fn schema_name() -> Cow<'static, str> {
        "Likeness".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let scheme = generator.subschema_for::<Ref>();
        json_schema!({ "description": "What an alternate has in common with the member: what is asked of whoever fills the seat, the actor, the region, who nominated, or the concepts of a scheme.", "anyOf": [{ "enum": Self::NAMES }, scheme], "examples": ["seat", "actor"] })
    }
}

one_or_list! {
    /// What an alternate has in common with the member.
    Likenesses of Likeness, schema Likeness, as "Likenesses", "What an alternate has in common with the member; all of a list."
}

/// Who stands in for members: a word, or more than that.
#[derive(Clone, Debug, Default)]
pub struct Alternates(pub AlternatesEntry);

impl Decode for Alternates {
    const EXPECTED: Expected = AlternateKind::EXPECTED;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() == ValueKind::Object {
            return AlternatesEntry::decode(decoder, value).map(Self);
        }
        let kind = AlternateKind::decode(decoder, value)?;
        let meta = crate::decode::Meta { span: value.span(), ..crate::decode::Meta::default() };
        Ok(Self(AlternatesEntry { kind: Some(kind), meta, ..AlternatesEntry::default() }))
    }

    fn is_damaged(&self) -> bool {
        self.0.meta.damaged
    }
}

impl JsonSchema for Alternates {
    fn schema_name() -> Cow<'static, str> {
        "Alternates".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let word = generator.subschema_for::<AlternateKind>();
        let entry = generator.subschema_for::<AlternatesEntry>();
        json_schema!({ "description": "How members are stood in for.", "anyOf": [word, entry], "examples": ["personal", { "kind": "pooled", "number": { "at-least": 3 } }] })
    }
}

one_or_list! {
    /// Alternates for one group or for several.
    AllAlternates of Alternates, schema Alternates, as "AllAlternates", "How members are stood in for; a list where that differs by group."
}

record! {
    /// How long members sit.
    #[schemars(rename = "Tenure")]
    #[schemars(extend("examples" = [{"at-most": "4 years", "renewed": 1, "ends-with": "regionsrådsvalg", "clause": "C6"}]))]
    pub struct TenureEntry {
        /// Whose; every member's where nothing is said.
        r#for: Group = optional,
        /// A term lasts at least so long.
        at_least: Period = optional,
        /// A term lasts at most so long.
        at_most: Period = optional,
        /// How often somebody may be appointed again; any number of times where nothing is said.
        renewed: u32 = optional,
        /// All terms of one person together last at most so long.
        in_all: Period = optional,
        /// A break after which terms, and the time in all, are counted anew: only those with no such break between them count together. Without it all do.
        anew_after: Period = optional,
        /// The event with which terms end, such as an election: a fact with a day.
        ends_with: Ref = optional,
        /// How long after that event a term may still run; not at all where nothing is said.
        ends_within: Period = optional,
        /// Not all terms end at the same time.
        staggered: Staggered = optional,
        /// A term lasts until after every meeting that has a date, unless somebody follows.
        covers_meetings: bool = optional,
        /// The clause that says so.
        clause: Ref = optional,
        /// The words of the source.
        quote: Quote = optional,
    }
}

/// How long members sit. See [`TenureEntry`].
#[derive(Clone, Debug, Default)]
pub struct Tenure {
    /// The entry.
    pub entry: TenureEntry,
    /// Something in it could not be read, or says nothing as it stands.
    pub damaged: bool,
}

impl Decode for Tenure {
    const EXPECTED: Expected = TenureEntry::EXPECTED;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        let entry = TenureEntry::decode(decoder, value)?;
        let mut damaged = entry.is_damaged();
        let idle = [
            ("ends-within", "ends-with", entry.ends_within.is_some() && entry.ends_with.is_none()),
            ("anew-after", "renewed", entry.anew_after.is_some() && entry.renewed.is_none() && entry.in_all.is_none()),
        ];
        for (key, needs, _) in idle.into_iter().filter(|(.., idle)| *idle && !entry.meta.damaged) {
            let at = value
                .entries()
                .find(|(name, _)| name.text() == key)
                .map_or_else(|| value.span(), |(name, _)| name.span());
            decoder.fault(at, FaultKind::UnclearRequirement(Unclear::Alone { key, needs }));
            damaged = true;
        }
        Ok(Self { entry, damaged })
    }

    fn is_damaged(&self) -> bool {
        self.damaged
    }
}

impl JsonSchema for Tenure {
    fn schema_name() -> Cow<'static, str> {
        TenureEntry::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        TenureEntry::json_schema(generator)
    }
}

one_or_list! {
    /// How long members sit, alike for all or by group.
    Tenures of Tenure, schema Tenure, as "Tenures", "How long members sit; a list where that differs by group."
}

record! {
    /// How many terms may end close to each other.
    #[schemars(extend("examples" = [{"number": {"at-most": "1/3"}, "within": "1 year"}]))]
    pub struct Staggered {
        /// How many, or what share of the members.
        #[schemars(required)]
        number: AmountBounds = needed,
        /// In a time so long.
        #[schemars(required)]
        within: Period = needed,
    }
}

record! {
    /// How long a place may stay empty after a member has left.
    #[schemars(extend("examples" = [{"filled-within": "90 days", "clause": "C8"}]))]
    pub struct Vacancies {
        /// So long.
        #[schemars(required)]
        filled_within: Period = needed,
        /// The clause that says so.
        clause: Ref = optional,
        /// The words of the source.
        quote: Quote = optional,
    }
}

record! {
    /// How many have to be present for the body to decide. Held against every meeting of which it is said who was present, and every item of its agenda.
    #[schemars(rename = "Quorum")]
    #[schemars(extend("examples" = [{"more-than": "1/2", "of": "appointed-members", "clause": "C10"}, {"at-least": 5, "of-which": [{"at-least": 1, "where": {"role": "chair"}}]}]))]
    pub struct QuorumEntry {
        /// At least so many, or this share.
        at_least: Amount = optional,
        /// More than so many, or than this share.
        more_than: Amount = optional,
        /// What a share is a share of: the members, where nothing is said.
        of: Whole = optional,
        /// Of those present.
        #[serde(default)]
        of_which: OfWhiches = defaulted,
        /// Whether whoever stands in for a member counts; so where nothing is said.
        alternates_count: bool = optional,
        /// The clause that says so.
        clause: Ref = optional,
        /// The words of the source.
        quote: Quote = optional,
    }
}

record! {
    /// How long before a meeting it has to be called.
    #[schemars(extend("examples" = [{"at-least": "5 working-days", "calendar": "danmark", "clause": "C11"}, {"at-least": "14 days", "clear": true}]))]
    pub struct Notice {
        /// At least so long. The day of the call does not count.
        #[schemars(required)]
        at_least: Period = needed,
        /// Whether the day of the meeting does not count either (clear days); it does where nothing is said.
        clear: bool = optional,
        /// The calendar by which working days are counted, of the `calendars`.
        calendar: Ref = optional,
        /// The clause that says so.
        clause: Ref = optional,
        /// The words of the source.
        quote: Quote = optional,
    }
}

/// An entry with comparators among its keys.
pub trait Compared: Decode + JsonSchema {
    /// `exactly`, `at-least`, `at-most`, `more-than`, `less-than`.
    fn amounts(&self) -> [Option<Amount>; 5];

    /// Other keys that say how many, of those that are given.
    fn otherwise(&self) -> Vec<&'static str>;

    /// A key that is given and says nothing without another, which is not; and that other.
    fn alone(&self) -> Option<(&'static str, &'static str)> {
        None
    }
}

/// An entry with the number, or the share, that its comparators give.
#[derive(Clone, Debug, Default)]
pub struct Bounded<T> {
    /// The entry.
    pub entry: T,
    /// How many; nothing where another key says so, or where it could not be read.
    pub bounds: Option<AmountBounds>,
    /// Something in it could not be read.
    pub damaged: bool,
}

impl<T: Compared> Decode for Bounded<T> {
    const EXPECTED: Expected = T::EXPECTED;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        let entry = T::decode(decoder, value)?;
        let at = value.entries().next().map_or_else(|| value.span(), |(key, _)| key.span());
        let read = AmountBounds::noted(decoder, at, entry.amounts());
        let otherwise = entry.otherwise();
        let mut damaged = entry.is_damaged() || read.is_err();
        let bounds = read.unwrap_or_default();
        let said = otherwise.len() + usize::from(bounds.is_some());
        // What could not be read may be what says how many.
        if !damaged && said != 1 {
            let keys = ["exactly", "at-least", "at-most", "more-than", "less-than"].into_iter().zip(entry.amounts());
            let keys = keys.filter(|(_, amount)| amount.is_some()).map(|(key, _)| key).chain(otherwise);
            let unclear =
                if said == 0 { Unclear::NoNumber } else { Unclear::Several(keys.map(str::to_owned).collect()) };
            decoder.fault(at, FaultKind::UnclearRequirement(unclear));
            damaged = true;
        }
        if !damaged && let Some((key, needs)) = entry.alone() {
            decoder.fault(at, FaultKind::UnclearRequirement(Unclear::Alone { key, needs }));
            damaged = true;
        }
        Ok(Self { entry, bounds, damaged })
    }

    fn is_damaged(&self) -> bool {
        self.damaged
    }
}

impl<T: JsonSchema> JsonSchema for Bounded<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// See [`QuotaEntry`].
pub type Quota = Bounded<QuotaEntry>;
/// See [`OfWhichEntry`].
pub type OfWhich = Bounded<OfWhichEntry>;
/// See [`QuorumEntry`].
pub type Quorum = Bounded<QuorumEntry>;

impl Compared for QuotaEntry {
    fn amounts(&self) -> [Option<Amount>; 5] {
        [self.exactly, self.at_least, self.at_most, self.more_than, self.less_than]
    }

    fn otherwise(&self) -> Vec<&'static str> {
        let by_size = self.by_size.as_ref().map(|_| "by-size");
        by_size.into_iter().chain(self.same_as.as_ref().map(|_| "same-as")).collect()
    }

    fn alone(&self) -> Option<(&'static str, &'static str)> {
        (self.within.is_some() && self.same_as.is_none()).then_some(("within", "same-as"))
    }
}

impl Compared for OfWhichEntry {
    fn amounts(&self) -> [Option<Amount>; 5] {
        [self.exactly, self.at_least, self.at_most, self.more_than, self.less_than]
    }

    fn otherwise(&self) -> Vec<&'static str> {
        Vec::new()
    }
}

impl Compared for QuorumEntry {
    fn amounts(&self) -> [Option<Amount>; 5] {
        [None, self.at_least, None, self.more_than, None]
    }

    fn otherwise(&self) -> Vec<&'static str> {
        Vec::new()
    }
}
