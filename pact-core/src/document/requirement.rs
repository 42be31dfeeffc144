//! Requirements as they are written: what a machine can hold a proposal against (CCCEV Requirement).
//!
//! One small closed vocabulary that composes. Each requirement has one key that says what kind it is, and may have a `when`.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use smallvec::SmallVec;

use super::{
    pact::{MeetingKind, Outcome},
    value::{Date, List, Ref, Refs, Text, one_or_list},
};
use crate::{
    decode::{Decode, Decoder, Faulty, choice, record},
    fault::{Expected, FaultKind, Unclear, ValueProblem},
    graph::{edge::EdgeKind, node::NodeKind},
    load::tree::{Value, ValueKind},
    name::Name,
    near::nearest,
    source::Span,
};

record! {
    /// Something that must hold. One key says what kind of requirement it is: `every`, `some` or `no` (a pattern), `composition`, `meetings`, `presents`,
    /// `decision`, `statement`, `section`, `fact`, `element`, `plugin`, or `all-of`, `any-of`, `none-of` of other requirements.
    #[schemars(rename = "Requirement")]
    #[schemars(extend("examples" = [
        {"every": "objective", "has": {"at-least": 1, "via": "supports", "to": "objective", "where": {"level": "national"}}},
        {"composition": "bestyrelsen"},
        {"meetings": {"of": "bestyrelsen", "exactly": 2}},
        {"decision": {"by": ["bestyrelsen"], "on-or-before": "2026-06-30"}},
        {"statement": {"by": "bestyrelsen"}},
        {"plugin": "health-inclusion/explored"},
    ]))]
    pub struct RequirementEntry {
        /// Pattern: every one of these. A kind of thing (`objective`, `initiative`, `member` …) or a concept scheme (`policy-area`).
        every: Ref = optional,
        /// Pattern: at least one of these.
        some: Ref = optional,
        /// Pattern: none of these.
        no: Ref = optional,
        /// Pattern: where they stand; in the proposal where nothing is said.
        r#in: Within = optional,
        /// Pattern: which of them.
        r#where: Condition = optional,
        /// Pattern: what they must have, or for `no` must not have. Several are to hold together.
        #[serde(default)]
        has: Have = defaulted,
        /// Composition: the body whose seats are to be filled as the terms say.
        composition: Composition = optional,
        /// Process: meetings of a body.
        meetings: Meetings = optional,
        /// Process: a body that presents its results to another.
        presents: Presents = optional,
        /// Decision: what has to be decided, by whom, by when.
        decision: DecisionAsked = optional,
        /// Statement: what a human has to vouch for.
        statement: Statement = optional,
        /// Section: a section of the proposal that has to be there, by its id.
        section: Ref = optional,
        /// A fact that has to hold. Mostly under `when`.
        fact: Ref = optional,
        /// An element that has to be included. Mostly under `when`.
        element: Ref = optional,
        /// Plugin: the rule of a plugin that decides, as `plugin/rule`.
        plugin: PluginRule = optional,
        /// All of these.
        #[serde(default)]
        all_of: Several = defaulted,
        /// At least one of these.
        #[serde(default)]
        any_of: Several = defaulted,
        /// None of these.
        #[serde(default)]
        none_of: Several = defaulted,
        /// Asked for only when this holds.
        when: Several = optional,
    }
}

/// A requirement: what is asked for, and on what condition.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// What is asked for.
    pub ask: Ask,
    /// Asked for only when all of these hold.
    pub when: Vec<Requirement>,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of requirement.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Things of a kind and what they have.
    Pattern(Box<Pattern>),
    /// The seats of a body.
    Composition(Box<Composition>),
    /// Meetings of a body.
    Meetings(Box<Meetings>),
    /// Results presented.
    Presents(Box<Presents>),
    /// A decision.
    Decision(Box<DecisionAsked>),
    /// A human's word.
    Statement(Box<Statement>),
    /// A section of the proposal.
    Section(Name),
    /// A fact.
    Fact(Name),
    /// An element that is included.
    Element(Name),
    /// What a rule of a plugin decides.
    Plugin(PluginRule),
    /// All of several.
    AllOf(Vec<Requirement>),
    /// At least one of several.
    AnyOf(Vec<Requirement>),
    /// None of several.
    NoneOf(Vec<Requirement>),
}

/// How many of the things a pattern speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantifier {
    /// Each of them, and there is one.
    Every,
    /// One of them.
    Some,
    /// None.
    No,
}

/// A property shape (SHACL): things of a kind, and what they have.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// How many of them.
    pub quantifier: Quantifier,
    /// Of what: a kind of node, or a concept scheme.
    pub class: Name,
    /// Where they stand.
    pub within: Within,
    /// Which of them.
    pub condition: Option<Condition>,
    /// What they have.
    pub has: Vec<Has>,
}

choice! {
    /// Where the things that a pattern speaks of stand.
    #[derive(Default)]
    pub enum Within {
        /// In the proposal, or in its terms.
        #[default]
        Proposal = "proposal",
        /// In the pacts that the proposal supplements.
        Supplemented = "supplemented",
    }
}

impl Requirement {
    fn new(entry: RequirementEntry, decoder: &mut Decoder<'_>, at: Span) -> Result<Self, Faulty> {
        // What could not be read may have made the requirement another one.
        if entry.meta.damaged {
            return Err(Faulty);
        }
        let mut asks: SmallVec<[(&'static str, Ask); 1]> = SmallVec::new();
        let class = |class: Option<Ref>| class.and_then(|class| class.0);
        let pattern = |quantifier, name| {
            Ask::Pattern(Box::new(Pattern {
                quantifier,
                class: name,
                within: entry.r#in.unwrap_or_default(),
                condition: entry.r#where.clone(),
                has: entry.has.0.clone(),
            }))
        };
        asks.extend(class(entry.every).map(|name| ("every", pattern(Quantifier::Every, name))));
        asks.extend(class(entry.some).map(|name| ("some", pattern(Quantifier::Some, name))));
        asks.extend(class(entry.no).map(|name| ("no", pattern(Quantifier::No, name))));
        let patterned = !asks.is_empty();
        asks.extend(entry.composition.map(|ask| ("composition", Ask::Composition(Box::new(ask)))));
        asks.extend(entry.meetings.map(|ask| ("meetings", Ask::Meetings(Box::new(ask)))));
        asks.extend(entry.presents.map(|ask| ("presents", Ask::Presents(Box::new(ask)))));
        if entry.decision.as_ref().is_some_and(|decision| decision.by.0.is_empty()) {
            let fault = FaultKind::MissingKey { key: "by".to_owned(), expected: Expected::References };
            return Err(decoder.within("decision", |d| d.fault(at, fault)));
        }
        asks.extend(entry.decision.map(|ask| ("decision", Ask::Decision(Box::new(ask)))));
        asks.extend(entry.statement.map(|ask| ("statement", Ask::Statement(Box::new(ask)))));
        asks.extend(class(entry.section).map(|name| ("section", Ask::Section(name))));
        asks.extend(class(entry.fact).map(|name| ("fact", Ask::Fact(name))));
        asks.extend(class(entry.element).map(|name| ("element", Ask::Element(name))));
        asks.extend(entry.plugin.map(|rule| ("plugin", Ask::Plugin(rule))));
        for (key, several, make) in [
            ("all-of", entry.all_of, Ask::AllOf as fn(Vec<Self>) -> Ask),
            ("any-of", entry.any_of, Ask::AnyOf),
            ("none-of", entry.none_of, Ask::NoneOf),
        ] {
            if !several.0.is_empty() {
                asks.push((key, make(several.0)));
            }
        }
        let unclear =
            |decoder: &mut Decoder<'_>, unclear| Err(decoder.fault(at, FaultKind::UnclearRequirement(unclear)));
        if asks.len() > 1 {
            return unclear(decoder, Unclear::Several(asks.iter().map(|(key, _)| (*key).to_owned()).collect()));
        }
        let Some((key, ask)) = asks.pop() else { return unclear(decoder, Unclear::Nothing) };
        let of_pattern = entry.r#in.is_some() || entry.r#where.is_some() || !entry.has.0.is_empty();
        if !patterned && of_pattern {
            return unclear(decoder, Unclear::Stray(key.to_owned()));
        }
        // "Every objective" says nothing yet.
        if key == "every" && entry.has.0.is_empty() {
            return unclear(decoder, Unclear::EveryWithoutHas);
        }
        Ok(Self { ask, when: entry.when.unwrap_or_default().0, span: at })
    }
}

impl Decode for Requirement {
    const EXPECTED: Expected = Expected::Entry;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        let entry = RequirementEntry::decode(decoder, value)?;
        let at = value.entries().next().map_or_else(|| value.span(), |(key, _)| key.span());
        Self::new(entry, decoder, at)
    }
}

one_or_list! {
    /// One requirement, or several that are all to hold.
    Several of Requirement, schema RequirementEntry, as "Requirements", "One requirement, or a list of requirements that are all to hold."
}

one_or_list! {
    /// What things of a pattern have.
    Have of Has, schema HasEntry, as "Has", "What they must have; several are to hold together."
}

record! {
    /// What a thing has: so many others over a path of relations, one for every concept of a scheme, or values that are given.
    #[schemars(rename = "HasOne")]
    #[schemars(extend("examples" = [
        {"at-least": 1, "via": "supports", "to": "objective", "where": {"level": "national"}},
        {"every": "policy-area", "via": "partner/policy-area"},
        {"given": ["owner", "target"]},
    ]))]
    pub struct HasEntry {
        /// Exactly so many.
        exactly: u32 = optional,
        /// At least so many.
        at_least: u32 = optional,
        /// At most so many.
        at_most: u32 = optional,
        /// More than so many.
        more_than: u32 = optional,
        /// Fewer than so many.
        less_than: u32 = optional,
        /// Each concept of this scheme is to be reached.
        every: Ref = optional,
        /// The relations that lead there: names of the table of relations, one after the other with `/` between them, alternatives with `|`.
        via: Path = optional,
        /// What is counted at the end of the path; anything where nothing is said.
        #[serde(default)]
        to: Kinds = defaulted,
        /// Which of them.
        r#where: Condition = optional,
        /// Counted once for each different thing that this path leads to, such as `region`.
        distinct: Path = optional,
        /// Values or relations that have to be given: `owner`, `baseline`, `target` …
        #[serde(default)]
        given: Keys = defaulted,
    }
}

/// What a thing has.
#[derive(Clone, Debug)]
pub enum Has {
    /// So many others at the end of a path.
    Count(Box<HasCount>),
    /// Keys that have something.
    Given {
        /// The keys.
        keys: Vec<Key>,
        /// Where this stands.
        span: Span,
    },
}

/// A number of things at the end of a path.
#[derive(Clone, Debug)]
pub struct HasCount {
    /// How many.
    pub bounds: Bounds,
    /// Each concept of this scheme, so many times.
    pub every: Option<Name>,
    /// The relations that lead there; in a composition the members where nothing is said.
    pub via: Option<Path>,
    /// What is counted; anything when empty.
    pub to: Kinds,
    /// Which of them.
    pub condition: Option<Condition>,
    /// What makes two of them different.
    pub distinct: Option<Path>,
    /// Where this stands.
    pub span: Span,
}

/// Bounds on a number, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// At least so many.
    pub at_least: u32,
    /// At most so many.
    pub at_most: Option<u32>,
}

impl Bounds {
    /// At least one.
    pub const SOME: Self = Self { at_least: 1, at_most: None };

    /// Whether a number lies within.
    pub fn admit(self, count: usize) -> bool {
        count >= self.at_least as usize && self.at_most.is_none_or(|most| count <= most as usize)
    }

    /// Whether no number lies within.
    pub fn is_empty(self) -> bool {
        self.at_most.is_some_and(|most| most < self.at_least)
    }

    /// The bounds that words like `more-than` give; `None` when none of them is given.
    fn of(
        exactly: Option<u32>,
        at_least: Option<u32>,
        at_most: Option<u32>,
        more_than: Option<u32>,
        less_than: Option<u32>,
    ) -> Option<Self> {
        let least = [exactly, at_least, more_than.map(|n| n.saturating_add(1))].into_iter().flatten().max();
        // Fewer than none is a contradiction, and shows as one.
        let none = less_than == Some(0);
        let most = [exactly, at_most, less_than.map(|n| n.saturating_sub(1))].into_iter().flatten().min();
        (least.is_some() || most.is_some())
            .then_some(Self { at_least: if none { u32::MAX } else { least.unwrap_or(0) }, at_most: most })
    }
}

impl Decode for Has {
    const EXPECTED: Expected = Expected::Entry;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        let entry = HasEntry::decode(decoder, value)?;
        if entry.meta.damaged {
            return Err(Faulty);
        }
        let at = value.entries().next().map_or_else(|| value.span(), |(key, _)| key.span());
        let bounds = Bounds::of(entry.exactly, entry.at_least, entry.at_most, entry.more_than, entry.less_than);
        let every = entry.every.and_then(|every| every.0);
        let counts = bounds.is_some() || every.is_some() || entry.via.is_some();
        match (counts, entry.given.0.is_empty()) {
            (false, false) => Ok(Self::Given { keys: entry.given.0, span: at }),
            // Each concept is reached or not; a number beside it would say something else.
            (true, true) if every.is_some() && (bounds.is_some() || entry.distinct.is_some()) => {
                let number = if bounds.is_some() { "at-least" } else { "distinct" };
                let keys = vec!["every".to_owned(), number.to_owned()];
                Err(decoder.fault(at, FaultKind::UnclearRequirement(Unclear::Several(keys))))
            }
            (true, true) if bounds.is_none() && every.is_none() => {
                Err(decoder.fault(at, FaultKind::UnclearRequirement(Unclear::NoNumber)))
            }
            (true, true) => Ok(Self::Count(Box::new(HasCount {
                bounds: bounds.unwrap_or(Bounds::SOME),
                every,
                via: entry.via,
                to: entry.to,
                condition: entry.r#where,
                distinct: entry.distinct,
                span: at,
            }))),
            (true, false) => {
                let keys =
                    vec!["given".to_owned(), if bounds.is_some() { "at-least".to_owned() } else { "via".to_owned() }];
                Err(decoder.fault(at, FaultKind::UnclearRequirement(Unclear::Several(keys))))
            }
            (false, true) => Err(decoder.fault(at, FaultKind::UnclearRequirement(Unclear::NoNumber))),
        }
    }
}

/// A step along a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// From the source of an edge to its target.
    Forward(EdgeKind),
    /// From the target of an edge to its source.
    Backward(EdgeKind),
    /// From a member to the members who are the same person.
    SamePerson,
}

/// The relation between members who are one person. It is worked out, and so stands in no table.
const SAME_PERSON: &str = "same-person";

impl Step {
    /// The step of a name in the table of edges, read forwards or backwards.
    pub fn from_name(name: &str) -> Option<Self> {
        if name == SAME_PERSON {
            return Some(Self::SamePerson);
        }
        EdgeKind::ALL.iter().find_map(|&kind| match kind.info() {
            info if info.name == name => Some(Self::Forward(kind)),
            info if info.inverse == name => Some(Self::Backward(kind)),
            _ => None,
        })
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Forward(kind) => kind.info().name,
            Self::Backward(kind) => kind.info().inverse,
            Self::SamePerson => SAME_PERSON,
        }
    }

    /// Every name.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let both = EdgeKind::ALL.iter().flat_map(|kind| [kind.info().name, kind.info().inverse]);
        both.chain([SAME_PERSON])
    }
}

/// A path of relations (SPARQL property path): steps one after the other, each with its alternatives.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Path {
    /// The steps.
    pub steps: Vec<SmallVec<[Step; 1]>>,
    /// Where it stands.
    pub span: Span,
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let step = |step: &SmallVec<[Step; 1]>| step.iter().map(|step| step.name()).collect::<Vec<_>>().join("|");
        f.write_str(&self.steps.iter().map(step).collect::<Vec<_>>().join("/"))
    }
}

impl Decode for Path {
    const EXPECTED: Expected = Expected::String;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::String {
            return Err(decoder.wrong_type(value, Expected::String));
        }
        const MOST_STEPS: usize = 16;
        let mut steps = Vec::new();
        if value.text().split('/').nth(MOST_STEPS).is_some() {
            return Err(decoder.fault(value.span(), FaultKind::UnclearRequirement(Unclear::LongPath)));
        }
        for written in value.text().split('/') {
            let mut alternatives = SmallVec::new();
            for name in written.split('|').map(str::trim) {
                match Step::from_name(name) {
                    Some(step) => alternatives.push(step),
                    None => return Err(unknown_relation(decoder, value, name)),
                }
            }
            steps.push(alternatives);
        }
        Ok(Self { steps, span: value.span() })
    }
}

/// A word that names no relation. What is offered replaces the whole path.
fn unknown_relation(decoder: &mut Decoder<'_>, value: Value<'_>, name: &str) -> Faulty {
    let meant = nearest(name, Step::names()).map(|meant| value.text().replacen(name, meant, 1));
    let accepted = match meant {
        Some(meant) => vec![meant],
        None => Step::names().map(str::to_owned).collect(),
    };
    decoder.fault(value.span(), FaultKind::UnknownValue { value: value.text().to_owned(), accepted })
}

impl JsonSchema for Path {
    fn schema_name() -> Cow<'static, str> {
        "Path".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names = Step::names().collect::<Vec<_>>().join("|");
        let step = format!(" *({names}) *");
        json_schema!({
            "description": "Relations one after the other, with `/` between them and `|` between alternatives.",
            "type": "string",
            "pattern": format!("^{step}(\\|{step})*(/{step}(\\|{step})*)*$"),
            "examples": ["supports", "partner/policy-area", "supports|adds-to"],
        })
    }
}

/// The rule of a plugin, as `plugin/rule`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PluginRule(pub Name);

impl Decode for PluginRule {
    const EXPECTED: Expected = Expected::String;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::String {
            return Err(decoder.wrong_type(value, Expected::String));
        }
        let written = Name::decode(decoder, value)?;
        match value.text().split_once('/') {
            Some((plugin, rule)) if is_plugin_name(plugin) && is_plugin_name(rule) => Ok(Self(written)),
            _ => {
                let kind = FaultKind::UnclearValue { problem: ValueProblem::NoRule, value: value.text().to_owned() };
                Err(decoder.fault(value.span(), kind))
            }
        }
    }
}

/// Whether a plugin or a rule of one can be called so: small letters, digits and hyphens, a letter first.
pub fn is_plugin_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

impl JsonSchema for PluginRule {
    fn schema_name() -> Cow<'static, str> {
        "PluginRule".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A rule of a plugin that decides: the id of the plugin, a stroke, and the name of the rule.",
            "type": "string",
            "pattern": "^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$",
            "examples": ["health-inclusion/explored"],
        })
    }
}

/// Kinds of node, any of which will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kinds(pub SmallVec<[NodeKind; 1]>);

impl Decode for Kinds {
    const EXPECTED: Expected = Expected::References;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        let mut kinds = SmallVec::new();
        let mut result = Ok(());
        let items: SmallVec<[Value<'t>; 2]> =
            if value.kind() == ValueKind::Array { value.items().collect() } else { std::iter::once(value).collect() };
        for item in items {
            if item.kind() != ValueKind::String {
                result = Err(decoder.wrong_type(item, Expected::References));
                continue;
            }
            match NodeKind::from_name(item.text()) {
                Some(kind) => kinds.push(kind),
                None => {
                    let accepted = NodeKind::ALL.iter().map(|kind| kind.name().to_owned()).collect();
                    let fault = FaultKind::UnknownValue { value: item.text().to_owned(), accepted };
                    result = Err(decoder.fault(item.span(), fault));
                }
            }
        }
        result.map(|()| Self(kinds))
    }
}

impl JsonSchema for Kinds {
    fn schema_name() -> Cow<'static, str> {
        "Kinds".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = NodeKind::ALL.iter().map(|kind| kind.name()).collect();
        json_schema!({
            "description": "A kind of thing, or several of which any will do.",
            "anyOf": [{ "enum": names }, { "type": "array", "items": { "enum": names } }],
        })
    }
}

/// The name of an attribute or a relation of a thing, where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub text: Box<str>,
    /// Where it stands.
    pub span: Span,
}

/// Names of attributes or relations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys(pub Vec<Key>);

impl Decode for Keys {
    const EXPECTED: Expected = Expected::References;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        let items: SmallVec<[Value<'t>; 2]> =
            if value.kind() == ValueKind::Array { value.items().collect() } else { std::iter::once(value).collect() };
        let mut keys = Vec::new();
        let mut result = Ok(());
        for item in items {
            if item.kind() != ValueKind::String {
                result = Err(decoder.wrong_type(item, Expected::References));
            } else if is_key(item.text()) {
                keys.push(Key { text: item.text().into(), span: item.span() });
            } else {
                let fault = FaultKind::UnknownValue { value: item.text().to_owned(), accepted: all_keys() };
                result = Err(decoder.fault(item.span(), fault));
            }
        }
        result.map(|()| Self(keys))
    }
}

impl JsonSchema for Keys {
    fn schema_name() -> Cow<'static, str> {
        "Keys".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names = all_keys();
        json_schema!({
            "description": "Names of attributes or relations.",
            "anyOf": [{ "enum": names }, { "type": "array", "items": { "enum": names } }],
        })
    }
}

/// Keys that documents use for relations that the table calls otherwise.
pub(crate) const ALIASES: &[(&str, &[EdgeKind])] = &[
    ("body", &[EdgeKind::MemberOf, EdgeKind::MeetingOf, EdgeKind::SeatOf]),
    ("seat", &[EdgeKind::Fills]),
    ("actor", &[EdgeKind::OnBehalfOf, EdgeKind::EligibleActor]),
    ("partners", &[EdgeKind::Partner]),
    ("by", &[EdgeKind::DecidedBy, EdgeKind::AttestedBy, EdgeKind::ExplainedBy, EdgeKind::WaivedBy]),
    ("about", &[EdgeKind::DecisionAbout, EdgeKind::Explains]),
    ("kind", &[EdgeKind::InitiativeKind]),
];

/// The steps that a key may mean.
pub(crate) fn steps_of(key: &str) -> SmallVec<[Step; 4]> {
    let alias = ALIASES.iter().find(|(name, _)| *name == key);
    let aliased = alias.into_iter().flat_map(|(_, edges)| edges.iter().map(|&edge| Step::Forward(edge)));
    aliased.chain(Step::from_name(key)).collect()
}

fn is_key(key: &str) -> bool {
    crate::graph::attribute::is_attribute(key) || !steps_of(key).is_empty()
}

fn all_keys() -> Vec<String> {
    let aliases = ALIASES.iter().map(|(name, _)| *name);
    let mut all: Vec<String> =
        crate::graph::attribute::names().chain(aliases).chain(Step::names()).map(str::to_owned).collect();
    all.sort();
    all.dedup();
    all
}

/// Which of several things: all tests have to hold.
#[derive(Clone, Debug, Default)]
pub struct Condition {
    /// The tests.
    pub tests: Vec<Test>,
}

/// A test of an attribute or a relation.
#[derive(Clone, Debug)]
pub struct Test {
    /// What is tested; `not` has none.
    pub key: Option<Key>,
    /// What it must be.
    pub want: Want,
}

/// What an attribute or a relation must be.
#[derive(Clone, Debug)]
pub enum Want {
    /// One of these words, or these things.
    OneOf(Vec<Name>),
    /// Something of which this holds.
    Such(Condition),
    /// Not this.
    Not(Condition),
    /// Given, or absent; a number or a date within bounds.
    Compare(Comparison),
}

record! {
    /// A number, a date, or whether anything is there at all.
    #[schemars(extend("examples" = [{"at-least": 2}, {"given": true}, {"on-or-before": "2026-06-30"}]))]
    pub struct Comparison {
        /// Whether anything is there.
        given: bool = optional,
        /// Exactly so many.
        exactly: u32 = optional,
        /// At least so many.
        at_least: u32 = optional,
        /// At most so many.
        at_most: u32 = optional,
        /// More than so many.
        more_than: u32 = optional,
        /// Fewer than so many.
        less_than: u32 = optional,
        /// A day before this one.
        before: Date = optional,
        /// A day after this one.
        after: Date = optional,
        /// This day or one before.
        on_or_before: Date = optional,
        /// This day or one after.
        on_or_after: Date = optional,
    }
}

impl Comparison {
    /// The keys that make an entry a comparison and not a condition on what is at the other end.
    const KEYS: [&'static str; 10] = [
        "given",
        "exactly",
        "at-least",
        "at-most",
        "more-than",
        "less-than",
        "before",
        "after",
        "on-or-before",
        "on-or-after",
    ];

    /// The bounds on a number.
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::of(self.exactly, self.at_least, self.at_most, self.more_than, self.less_than)
    }
}

impl Decode for Condition {
    const EXPECTED: Expected = Expected::Entry;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::Object {
            return Err(decoder.wrong_type(value, Expected::Entry));
        }
        let mut tests = Vec::new();
        let mut result = Ok(());
        for (key, content) in value.entries() {
            let step = key.text();
            if decoder.repeated(key) {
                result = Err(Faulty);
                continue;
            }
            let read = if step == "not" {
                decoder.within(step, |d| Self::decode(d, content)).map(|not| Test { key: None, want: Want::Not(not) })
            } else if is_key(step) {
                let key = Key { text: step.into(), span: key.span() };
                decoder.within(step, |d| want(d, content)).map(|want| Test { key: Some(key), want })
            } else {
                Err(decoder.within(step, |d| {
                    let mut accepted = all_keys();
                    accepted.push("not".to_owned());
                    d.fault(key.span(), FaultKind::UnknownKey { key: step.to_owned(), accepted })
                }))
            };
            match read {
                Ok(test) => tests.push(test),
                Err(faulty) => result = Err(faulty),
            }
        }
        if tests.is_empty() && result.is_ok() {
            result = Err(decoder.fault(value.span(), FaultKind::UnclearRequirement(Unclear::NoCondition)));
        }
        result.map(|()| Self { tests })
    }
}

fn want<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Want, Faulty> {
    match value.kind() {
        ValueKind::Object => {
            let mut keys = value.entries().map(|(key, _)| key.text()).peekable();
            let compares = keys.peek().is_some() && keys.all(|key| Comparison::KEYS.contains(&key));
            if !compares {
                return Condition::decode(decoder, value).map(Want::Such);
            }
            let comparison = Comparison::decode(decoder, value)?;
            if comparison.meta.damaged { Err(Faulty) } else { Ok(Want::Compare(comparison)) }
        }
        ValueKind::Array => {
            let mut words = Vec::new();
            let mut result = Ok(());
            for (at, item) in value.items().enumerate() {
                match decoder.within_item(at, |d| word(d, item)) {
                    Ok(word) => words.push(word),
                    Err(faulty) => result = Err(faulty),
                }
            }
            result.map(|()| Want::OneOf(words))
        }
        _ => word(decoder, value).map(|word| Want::OneOf(vec![word])),
    }
}

/// A word, an id, a number, a date, `true` or `false`.
fn word<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Name, Faulty> {
    match value.kind() {
        ValueKind::Boolean => {
            Ok(Name { symbol: decoder.names.intern(&value.text().to_lowercase()), span: value.span() })
        }
        _ => Name::decode(decoder, value),
    }
}

impl JsonSchema for Condition {
    fn schema_name() -> Cow<'static, str> {
        "Condition".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = generator.subschema_for::<Ref>();
        let comparison = generator.subschema_for::<Comparison>();
        let this = generator.subschema_for::<Self>();
        let word = json_schema!({ "anyOf": [id, { "type": "boolean" }] });
        let want = json_schema!({ "anyOf": [
            word.clone(),
            { "type": "array", "items": word },
            comparison,
            this.clone(),
        ] });
        let mut names = all_keys();
        names.push("not".to_owned());
        let mut properties = serde_json::Map::new();
        properties.insert("not".to_owned(), this.to_value());
        json_schema!({
            "description": "Which of them: each key is an attribute or a relation, with the value it must have, a list of values of which one will do, or an entry that says what must hold of it. `not` turns a condition round.",
            "type": "object",
            "minProperties": 1,
            "propertyNames": { "enum": names },
            "properties": properties,
            "additionalProperties": want,
            "examples": [{ "level": "regional" }, { "body": { "kind": "working-group" } }],
        })
    }
}

record! {
    /// The seats of a body.
    #[schemars(extend("examples" = [{"body": "bestyrelsen", "one-seat-each": true}]))]
    pub struct CompositionEntry {
        /// The body.
        #[schemars(required)]
        body: Ref = needed,
        /// Nobody may have two seats in it.
        one_seat_each: bool = optional,
        /// Counts over its members: `via` is left out, and the members are meant.
        #[serde(default)]
        has: Have = defaulted,
    }
}

/// The seats of a body: those that the clause gives, and those that no clause gives.
#[derive(Clone, Debug)]
pub struct Composition {
    /// The body.
    pub body: Name,
    /// Nobody may have two seats in it.
    pub one_seat_each: bool,
    /// Counts over its members.
    pub has: Vec<Has>,
}

impl Decode for Composition {
    const EXPECTED: Expected = Expected::Reference;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() != ValueKind::Object {
            return Ok(Self { body: Name::decode(decoder, value)?, one_seat_each: false, has: Vec::new() });
        }
        let entry = CompositionEntry::decode(decoder, value)?;
        match entry.body.and_then(|body| body.0) {
            Some(body) if !entry.meta.damaged => {
                Ok(Self { body, one_seat_each: entry.one_seat_each.unwrap_or(false), has: entry.has.0 })
            }
            _ => Err(Faulty),
        }
    }
}

impl JsonSchema for Composition {
    fn schema_name() -> Cow<'static, str> {
        "Composition".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = generator.subschema_for::<Ref>();
        let entry = generator.subschema_for::<CompositionEntry>();
        json_schema!({ "description": "The body whose seats are to be filled as the terms say.", "anyOf": [id, entry] })
    }
}

/// Bodies: by their ids, or by a condition.
#[derive(Clone, Debug)]
pub enum Bodies {
    /// These.
    Named(Refs),
    /// Each of which this holds.
    Such(Condition, Span),
}

impl Decode for Bodies {
    const EXPECTED: Expected = Expected::References;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        match value.kind() {
            ValueKind::Object => Condition::decode(decoder, value).map(|such| Self::Such(such, value.span())),
            _ => Refs::decode(decoder, value).map(Self::Named),
        }
    }
}

impl JsonSchema for Bodies {
    fn schema_name() -> Cow<'static, str> {
        "Bodies".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let ids = generator.subschema_for::<Refs>();
        let condition = generator.subschema_for::<Condition>();
        json_schema!({
            "description": "Bodies by their ids, or each body of which a condition holds, such as every working group.",
            "anyOf": [ids, condition],
            "examples": ["bestyrelsen", { "kind": "working-group" }],
        })
    }
}

record! {
    /// Meetings of a body: how many, when, and between which others.
    #[schemars(extend("examples" = [
        {"of": "bestyrelsen", "kind": "plenary", "exactly": 2, "in": ["2026-03", "2026-09"]},
        {"of": {"kind": "working-group"}, "between": "bestyrelsen"},
    ]))]
    pub struct Meetings {
        /// The body, or bodies, each for itself.
        #[schemars(required)]
        of: Bodies = needed,
        /// Meetings of this kind only.
        kind: MeetingKind = optional,
        /// Exactly so many.
        exactly: u32 = optional,
        /// At least so many.
        at_least: u32 = optional,
        /// At most so many.
        at_most: u32 = optional,
        /// More than so many.
        more_than: u32 = optional,
        /// Fewer than so many.
        less_than: u32 = optional,
        /// One in each of these months, or on each of these days.
        #[serde(default)]
        r#in: Dates = defaulted,
        /// After the first and before the last plenary meeting of this body.
        between: Ref = optional,
        /// None before this day.
        on_or_after: Date = optional,
        /// None after this day.
        on_or_before: Date = optional,
    }
}

impl Meetings {
    /// The bounds on their number.
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::of(self.exactly, self.at_least, self.at_most, self.more_than, self.less_than)
    }
}

record! {
    /// Results that a body presents at a plenary meeting of another, after its own last meeting.
    #[schemars(extend("examples" = [{"by": {"kind": "working-group"}, "to": "bestyrelsen"}]))]
    pub struct Presents {
        /// The body, or bodies, each for itself.
        #[schemars(required)]
        by: Bodies = needed,
        /// The body that hears them.
        #[schemars(required)]
        to: Ref = needed,
    }
}

record! {
    /// A decision that each of these bodies or actors has to take.
    #[schemars(extend("examples" = [{"by": ["bestyrelsen"], "on-or-before": "2026-06-30", "after-meetings-of": "bestyrelsen"}]))]
    #[schemars(rename = "DecisionAsked")]
    pub struct DecisionAsked {
        /// Who decides: each of them.
        #[serde(default)]
        by: Refs = defaulted,
        /// What about; the proposal where nothing is said.
        about: Ref = optional,
        /// What has to come of it; approval where nothing is said.
        outcome: Outcome = optional,
        /// The day on which it is to be taken, or the month.
        on: Date = optional,
        /// The last day on which it may be taken.
        on_or_before: Date = optional,
        /// It comes after the last meeting of these bodies.
        #[serde(default)]
        after_meetings_of: Refs = defaulted,
        /// It comes after the same decision by these bodies or actors.
        #[serde(default)]
        after: Refs = defaulted,
    }
}

record! {
    /// Something that no structure can show: somebody has to vouch for it.
    #[schemars(extend("examples" = [{"by": "bestyrelsen", "about": {"da": "at pagten supplerer den nationale", "en": "that the pact supplements the national one"}}]))]
    pub struct Statement {
        /// Who may vouch: any of them. Whoever the clause binds where nobody is named.
        #[serde(default)]
        by: Refs = defaulted,
        /// What for.
        about: Text = optional,
    }
}

/// One date or a list of dates.
#[derive(Clone, Debug, Default)]
pub struct Dates(pub SmallVec<[Date; 1]>);

impl Decode for Dates {
    const EXPECTED: Expected = Expected::Date;

    fn decode<'t>(decoder: &mut Decoder<'t>, value: Value<'t>) -> Result<Self, Faulty> {
        if value.kind() == ValueKind::Array {
            // A list of which one cannot be read asks for something else than what is left of it.
            let list = List::<Date>::decode(decoder, value)?;
            if list.0.len() < value.items().count() {
                return Err(Faulty);
            }
            return Ok(Self(list.0.into_iter().collect()));
        }
        Date::decode(decoder, value).map(|date| Self(std::iter::once(date).collect()))
    }
}

impl JsonSchema for Dates {
    fn schema_name() -> Cow<'static, str> {
        "Dates".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let date = generator.subschema_for::<Date>();
        json_schema!({ "description": "A date, or a list of dates.", "anyOf": [date.clone(), { "type": "array", "items": date }] })
    }
}
