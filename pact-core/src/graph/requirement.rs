//! Requirements with their references resolved and their words understood, ready to be held against a proposal.
//!
//! What the documents say is in [`crate::document::requirement`]. Here every kind, relation and attribute is known to fit the others; what can never
//! match anything is noted as [`Unmatchable`].

use std::sync::Arc;

use smallvec::SmallVec;

use super::{
    KindSet,
    attribute::{self, Attribute, AttributeType},
    node::{NodeId, NodeKind},
};
use crate::{
    document::{
        pact::{MeetingKind, Outcome},
        requirement::{
            self as written, Bodies as WrittenBodies, Bounds, Comparison, Dates, Path, Quantifier, Step, Want, Within,
        },
        value::{Date, PartialDate, Refs, Text},
    },
    name::{Name, Names, Symbol},
    source::Span,
};

/// What a reference in a requirement leads to; asked of the graph, since it may lead nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target(pub(crate) u32);

impl Target {
    /// The reference of a number.
    pub(crate) fn of(number: u32) -> Self {
        Self(number)
    }
}

/// A requirement.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// What is asked for.
    pub ask: Ask,
    /// Asked for only when all of these hold.
    pub when: Vec<Requirement>,
    /// Where it stands.
    pub span: Span,
    /// What it refers to, those in its parts included and those in its condition not.
    pub(crate) targets: std::ops::Range<u32>,
}

/// What is asked for.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Things of a kind and what they have.
    Pattern(Arc<Pattern>),
    /// The seats of a body.
    Composition(Composition),
    /// Meetings of bodies.
    Meetings(Box<Meetings>),
    /// Results presented.
    Presents(Presents),
    /// A decision.
    Decision(Box<Decision>),
    /// A human's word.
    Statement(Statement),
    /// A section of the proposal, by its id.
    Section(Symbol),
    /// A fact.
    Fact(Target),
    /// An element that is included.
    Element(Target),
    /// What a rule of a plugin decides: `plugin/rule`.
    Plugin(Symbol),
    /// All of several.
    AllOf(Vec<Requirement>),
    /// At least one of several.
    AnyOf(Vec<Requirement>),
    /// None of several.
    NoneOf(Vec<Requirement>),
}

/// Of what a pattern speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Nodes of a kind.
    Kind(NodeKind),
    /// Concepts of a scheme.
    Scheme(Target),
}

/// Things of a kind and what they have.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// How many of them.
    pub quantifier: Quantifier,
    /// Of what.
    pub class: Class,
    /// Where they stand.
    pub within: Within,
    /// Which of them.
    pub condition: Option<Condition>,
    /// What they have.
    pub has: Vec<Has>,
}

/// What a thing has.
#[derive(Clone, Debug)]
pub enum Has {
    /// So many others at the end of a path.
    Count(Arc<Count>),
    /// Keys that have something.
    Given(Vec<Tested>),
}

/// So many others at the end of a path.
#[derive(Clone, Debug)]
pub struct Count {
    /// How many.
    pub bounds: Bounds,
    /// Each concept of this scheme; the bounds do not count then.
    pub every: Option<Target>,
    /// The relations that lead there.
    pub via: Path,
    /// What is counted.
    pub to: KindSet,
    /// The same as a list, for messages; every kind that the path can lead to where the requirement names none.
    pub kinds: SmallVec<[NodeKind; 1]>,
    /// Which of them.
    pub condition: Option<Condition>,
    /// What makes two of them different.
    pub distinct: Option<Path>,
    /// Where this stands.
    pub span: Span,
}

/// Which of several things.
#[derive(Clone, Debug)]
pub struct Condition {
    /// All of these have to hold.
    pub tests: Vec<Test>,
}

/// A test.
#[derive(Clone, Debug)]
pub enum Test {
    /// The thing is one of these.
    Is(Vec<Target>),
    /// An attribute, as each kind that has it gives it.
    Attribute(SmallVec<[&'static Attribute; 1]>, Wanted),
    /// What is at the other end of one of these relations.
    Relation(SmallVec<[Step; 1]>, Related),
    /// Not this.
    Not(Condition),
}

/// What an attribute must be.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// One of these words, numbers or dates, as texts.
    OneOf(Vec<Symbol>),
    /// Within bounds, or there at all.
    Compare(Comparison),
}

/// What must be at the other end of a relation.
#[derive(Clone, Debug)]
pub enum Related {
    /// One of these.
    To(Vec<Target>),
    /// Something of which this holds.
    Such(Condition),
    /// So many, or any at all.
    Compare(Comparison),
}

/// Something that has to be given.
#[derive(Clone, Debug)]
pub struct Tested {
    /// The key, as it was written.
    pub key: Box<str>,
    /// The attribute of each kind that has it.
    pub attributes: SmallVec<[&'static Attribute; 1]>,
    /// The relations that it may mean.
    pub steps: SmallVec<[Step; 1]>,
}

/// The seats of a body.
#[derive(Clone, Debug)]
pub struct Composition {
    /// The body.
    pub body: Target,
    /// Nobody may have two seats in it.
    pub one_seat_each: bool,
    /// Counts over its members.
    pub has: Vec<Has>,
}

/// Bodies.
#[derive(Clone, Debug)]
pub enum Bodies {
    /// These.
    Named(SmallVec<[Target; 1]>),
    /// Each of which this holds.
    Such(Condition),
}

/// Meetings of bodies.
#[derive(Clone, Debug)]
pub struct Meetings {
    /// The bodies, each for itself.
    pub of: Bodies,
    /// Meetings of this kind only.
    pub kind: Option<MeetingKind>,
    /// How many.
    pub bounds: Option<Bounds>,
    /// One on each of these days, or in each of these months.
    pub within: Dates,
    /// After the first and before the last plenary meeting of this body.
    pub between: Option<Target>,
    /// None before this day.
    pub on_or_after: Option<Date>,
    /// None after this day.
    pub on_or_before: Option<Date>,
}

/// Results presented.
#[derive(Clone, Debug)]
pub struct Presents {
    /// Who presents, each for itself.
    pub by: Bodies,
    /// Who hears it.
    pub to: Target,
}

/// A decision.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Who decides, each of them.
    pub by: SmallVec<[Target; 1]>,
    /// What about; the proposal where nothing is said.
    pub about: Option<Target>,
    /// What has to come of it.
    pub outcome: Outcome,
    /// The day or month on which it is taken.
    pub on: Option<Date>,
    /// The last day on which it may be taken.
    pub on_or_before: Option<Date>,
    /// It comes after the last meeting of these bodies.
    pub after_meetings_of: SmallVec<[Target; 1]>,
    /// It comes after the same decision by these.
    pub after: SmallVec<[Target; 1]>,
}

/// A human's word.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Who may vouch: any of them; whoever the clause binds where it is empty.
    pub by: SmallVec<[Target; 1]>,
    /// What for.
    pub about: Option<Text>,
}

/// Why something in a requirement can never match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// These kinds of thing have no such attribute or relation.
    NoSuchKey {
        /// The key.
        key: String,
        /// The kinds.
        kinds: Vec<NodeKind>,
    },
    /// The attribute never has this value.
    NoSuchWord {
        /// The attribute.
        key: String,
        /// What was written.
        word: String,
        /// What it can be.
        accepted: Vec<String>,
    },
    /// The relation does not go out from these kinds of thing.
    NoSuchStep {
        /// The relation.
        step: String,
        /// The kinds.
        kinds: Vec<NodeKind>,
    },
    /// The path does not lead to these kinds of thing.
    NotThere {
        /// The path.
        path: String,
        /// What is asked for.
        kinds: Vec<NodeKind>,
        /// What it leads to.
        leads_to: Vec<NodeKind>,
    },
    /// No number lies within the bounds.
    NoNumber,
    /// A number of things is asked for, and no path leads to any.
    NoPath,
}

impl Misfit {
    /// What could have been meant: the keys that these kinds of thing have, the words that the attribute has, the relations that go out from the kinds.
    /// Sorted.
    pub fn accepted(&self) -> Vec<String> {
        let of = |kinds: &[NodeKind], attributes: bool| {
            let set: KindSet = kinds.iter().copied().collect();
            let relations = written::Step::names()
                .filter(|name| written::Step::from_name(name).is_some_and(|step| !set.after(step).is_empty()));
            let own = Attribute::all().iter().filter(|own| attributes && set.contains(own.kind)).map(|own| own.name);
            let aliases = written::ALIASES.iter().filter(|(name, _)| {
                attributes && written::steps_of(name).into_iter().any(|step| !set.after(step).is_empty())
            });
            relations.chain(own).chain(aliases.map(|(name, _)| *name)).map(str::to_owned).collect::<Vec<_>>()
        };
        let mut accepted = match self {
            Self::NoSuchKey { kinds, .. } => of(kinds, true),
            Self::NoSuchStep { kinds, .. } => of(kinds, false),
            Self::NoSuchWord { accepted, .. } => accepted.clone(),
            Self::NotThere { .. } | Self::NoNumber | Self::NoPath => Vec::new(),
        };
        accepted.sort();
        accepted.dedup();
        accepted
    }
}

/// Something in a requirement that can never match anything.
#[derive(Clone, Debug)]
pub struct Unmatchable {
    /// The clause or element.
    pub from: NodeId,
    /// Where it stands.
    pub span: Span,
    /// Where the requirement stands of which it is a part.
    pub requirement: Span,
    /// Why.
    pub why: Misfit,
}

/// A reference in a requirement that is still a name.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) from: NodeId,
    pub(crate) name: Name,
    pub(crate) kinds: SmallVec<[NodeKind; 4]>,
    pub(crate) scheme: Option<&'static str>,
}

/// Understands requirements of a clause or an element.
pub(crate) struct Compiler<'c> {
    pub(crate) from: NodeId,
    pub(crate) names: &'c Names,
    pub(crate) asked: &'c mut Vec<Asked>,
    pub(crate) unmatchable: &'c mut Vec<Unmatchable>,
    /// Where the requirement stands that is being read.
    pub(crate) at: Span,
}

/// The kinds that a requirement may refer to as those who act.
pub(super) const AGENTS: [NodeKind; 2] = [NodeKind::Body, NodeKind::Actor];

impl Compiler<'_> {
    fn misfit(&mut self, span: Span, why: Misfit) {
        self.unmatchable.push(Unmatchable { from: self.from, span, requirement: self.at, why });
    }

    pub(super) fn target(
        &mut self,
        name: Name,
        kinds: impl IntoIterator<Item = NodeKind>,
        scheme: Option<&'static str>,
    ) -> Target {
        let target = Target(self.next());
        self.asked.push(Asked { from: self.from, name, kinds: kinds.into_iter().collect(), scheme });
        target
    }

    pub(super) fn targets(&mut self, refs: &Refs, kinds: &[NodeKind]) -> SmallVec<[Target; 1]> {
        refs.0.iter().map(|&name| self.target(name, kinds.iter().copied(), None)).collect()
    }

    pub(crate) fn all(&mut self, written: &[written::Requirement]) -> Vec<Requirement> {
        written.iter().map(|requirement| self.requirement(requirement)).collect()
    }

    fn requirement(&mut self, written: &written::Requirement) -> Requirement {
        use written::Ask as Written;
        let first = self.next();
        let outer = std::mem::replace(&mut self.at, written.span);
        let ask = match &written.ask {
            Written::Pattern(pattern) => Ask::Pattern(Arc::new(self.pattern(pattern))),
            Written::Composition(composition) => Ask::Composition(Composition {
                body: self.target(composition.body, [NodeKind::Body], None),
                one_seat_each: composition.one_seat_each,
                has: composition.has.iter().filter_map(|has| self.has(has, NodeKind::Body.into())).collect(),
            }),
            Written::Meetings(meetings) => Ask::Meetings(Box::new(Meetings {
                of: self.bodies(meetings.of.as_ref()),
                kind: meetings.kind,
                bounds: meetings.bounds().inspect(|bounds| self.number(*bounds, written.span)),
                within: meetings.r#in.clone(),
                between: meetings.between.and_then(|body| body.0).map(|body| self.target(body, [NodeKind::Body], None)),
                on_or_after: meetings.on_or_after,
                on_or_before: meetings.on_or_before,
            })),
            Written::Presents(presents) => {
                let by = self.bodies(presents.by.as_ref());
                match presents.to.and_then(|body| body.0) {
                    Some(to) => Ask::Presents(Presents { by, to: self.target(to, [NodeKind::Body], None) }),
                    // Without it the entry is damaged, and was not kept.
                    None => Ask::AllOf(Vec::new()),
                }
            }
            Written::Decision(decision) => Ask::Decision(Box::new(self.decision(decision))),
            Written::Statement(statement) => {
                Ask::Statement(Statement { by: self.targets(&statement.by, &AGENTS), about: statement.about.clone() })
            }
            Written::Section(name) => Ask::Section(name.symbol),
            Written::Fact(name) => Ask::Fact(self.target(*name, [NodeKind::Fact], None)),
            Written::Element(name) => Ask::Element(self.target(*name, [NodeKind::Element], None)),
            Written::Plugin(rule) => Ask::Plugin(rule.0.symbol),
            Written::AllOf(all) => Ask::AllOf(self.all(all)),
            Written::AnyOf(all) => Ask::AnyOf(self.all(all)),
            Written::NoneOf(all) => Ask::NoneOf(self.all(all)),
        };
        let targets = first..self.next();
        self.at = outer;
        Requirement { ask, when: self.all(&written.when), span: written.span, targets }
    }

    /// The number that the next reference gets.
    fn next(&self) -> u32 {
        u32::try_from(self.asked.len()).unwrap_or(u32::MAX)
    }

    fn number(&mut self, bounds: Bounds, span: Span) {
        if bounds.is_empty() {
            self.misfit(span, Misfit::NoNumber);
        }
    }

    fn decision(&mut self, written: &written::DecisionAsked) -> Decision {
        const ABOUT: [NodeKind; 8] = [
            NodeKind::Pact,
            NodeKind::Terms,
            NodeKind::Body,
            NodeKind::Clause,
            NodeKind::Element,
            NodeKind::Objective,
            NodeKind::Initiative,
            NodeKind::Partnership,
        ];
        Decision {
            by: self.targets(&written.by, &AGENTS),
            about: written.about.and_then(|about| about.0).map(|about| self.target(about, ABOUT, None)),
            outcome: written.outcome.unwrap_or(Outcome::Approved),
            on: written.on,
            on_or_before: written.on_or_before,
            after_meetings_of: self.targets(&written.after_meetings_of, &[NodeKind::Body]),
            after: self.targets(&written.after, &AGENTS),
        }
    }

    fn bodies(&mut self, written: Option<&WrittenBodies>) -> Bodies {
        match written {
            Some(WrittenBodies::Named(refs)) => Bodies::Named(self.targets(refs, &[NodeKind::Body])),
            Some(WrittenBodies::Such(condition, _)) => Bodies::Such(self.condition(condition, NodeKind::Body.into())),
            None => Bodies::Named(SmallVec::new()),
        }
    }

    fn pattern(&mut self, written: &written::Pattern) -> Pattern {
        let word = self.names.text(written.class.symbol);
        let (class, kinds) = match NodeKind::from_name(word) {
            Some(kind) => (Class::Kind(kind), KindSet::from(kind)),
            None => {
                (Class::Scheme(self.target(written.class, [NodeKind::Scheme], None)), KindSet::from(NodeKind::Concept))
            }
        };
        Pattern {
            quantifier: written.quantifier,
            class,
            within: written.within,
            condition: written.condition.as_ref().map(|condition| self.condition(condition, kinds)),
            has: written.has.iter().filter_map(|has| self.has(has, kinds)).collect(),
        }
    }

    fn has(&mut self, written: &written::Has, kinds: KindSet) -> Option<Has> {
        match written {
            written::Has::Given { keys, .. } => {
                Some(Has::Given(keys.iter().map(|key| self.tested(&key.text, key.span, kinds)).collect()))
            }
            written::Has::Count(count) => {
                self.number(count.bounds, count.span);
                // Members are what a body has when nothing else is said.
                let members = || {
                    (kinds == NodeKind::Body.into()).then(|| Path {
                        steps: vec![std::iter::once(Step::Backward(super::edge::EdgeKind::MemberOf)).collect()],
                        span: count.span,
                    })
                };
                let Some(via) = count.via.clone().or_else(members) else {
                    self.misfit(count.span, Misfit::NoPath);
                    return None;
                };
                let reached = self.along(&via, kinds);
                let to = match count.to.0.as_slice() {
                    [] => reached,
                    asked => {
                        let asked: KindSet = asked.iter().copied().collect();
                        if !reached.is_empty() && asked.intersection(reached).is_empty() {
                            let why = Misfit::NotThere {
                                path: via.to_string(),
                                kinds: asked.iter().collect(),
                                leads_to: reached.iter().collect(),
                            };
                            self.misfit(via.span, why);
                        }
                        asked
                    }
                };
                let distinct = count.distinct.clone();
                if let Some(path) = &distinct {
                    self.along(path, to);
                }
                Some(Has::Count(Arc::new(Count {
                    bounds: count.bounds,
                    every: count.every.map(|scheme| self.target(scheme, [NodeKind::Scheme], None)),
                    via,
                    to,
                    kinds: to.iter().collect(),
                    condition: count.condition.as_ref().map(|condition| self.condition(condition, to)),
                    distinct,
                    span: count.span,
                })))
            }
        }
    }

    /// The kinds that a path can lead to from others.
    fn along(&mut self, path: &Path, from: KindSet) -> KindSet {
        let mut here = from;
        for alternatives in &path.steps {
            let next = alternatives.iter().map(|&step| here.after(step)).fold(KindSet::default(), KindSet::union);
            if next.is_empty() && !here.is_empty() {
                let step = alternatives.iter().map(|step| step.name()).collect::<Vec<_>>().join("|");
                self.misfit(path.span, Misfit::NoSuchStep { step, kinds: here.iter().collect() });
            }
            here = next;
        }
        here
    }

    fn tested(&mut self, key: &str, span: Span, kinds: KindSet) -> Tested {
        let attributes: SmallVec<[&'static Attribute; 1]> =
            kinds.iter().filter_map(|kind| Attribute::of(kind, key)).collect();
        let mut steps: SmallVec<[Step; 1]> = SmallVec::new();
        if attributes.is_empty() {
            steps.extend(written::steps_of(key).into_iter().filter(|&step| !kinds.after(step).is_empty()));
            if steps.is_empty() && !kinds.is_empty() {
                self.misfit(span, Misfit::NoSuchKey { key: key.to_owned(), kinds: kinds.iter().collect() });
            }
        }
        Tested { key: key.into(), attributes, steps }
    }

    fn condition(&mut self, written: &written::Condition, kinds: KindSet) -> Condition {
        Condition { tests: written.tests.iter().filter_map(|test| self.test(test, kinds)).collect() }
    }

    fn test(&mut self, written: &written::Test, kinds: KindSet) -> Option<Test> {
        let Some(key) = &written.key else {
            let Want::Not(condition) = &written.want else { return None };
            return Some(Test::Not(self.condition(condition, kinds)));
        };
        if &*key.text == attribute::ID
            && let Want::OneOf(words) = &written.want
        {
            return Some(Test::Is(words.iter().map(|&word| self.target(word, kinds.iter(), None)).collect()));
        }
        let Tested { attributes, steps, .. } = self.tested(&key.text, key.span, kinds);
        if let Some(first) = attributes.first() {
            let wanted = match &written.want {
                Want::OneOf(words) => {
                    self.words(&key.text, words, first.of);
                    Wanted::OneOf(words.iter().map(|word| word.symbol).collect())
                }
                Want::Compare(comparison) => Wanted::Compare(comparison.clone()),
                Want::Such(_) | Want::Not(_) => {
                    self.misfit(
                        key.span,
                        Misfit::NoSuchKey { key: key.text.to_string(), kinds: kinds.iter().collect() },
                    );
                    return None;
                }
            };
            return Some(Test::Attribute(attributes, wanted));
        }
        let ends = steps.iter().map(|&step| kinds.after(step)).fold(KindSet::default(), KindSet::union);
        let related = match &written.want {
            Want::OneOf(names) => {
                let scheme = match steps.as_slice() {
                    [Step::Forward(edge)] => edge.info().scheme,
                    _ => None,
                };
                Related::To(names.iter().map(|&name| self.target(name, ends.iter(), scheme)).collect())
            }
            Want::Such(condition) | Want::Not(condition) => Related::Such(self.condition(condition, ends)),
            Want::Compare(comparison) => Related::Compare(comparison.clone()),
        };
        Some(Test::Relation(steps, related))
    }

    /// Notes words that an attribute never has.
    fn words(&mut self, key: &str, words: &[Name], of: AttributeType) {
        let accepted: Vec<String> = match of {
            AttributeType::Word(words) => words.iter().map(|&word| word.to_owned()).collect(),
            AttributeType::Boolean => vec!["true".to_owned(), "false".to_owned()],
            // What somebody wrote can only be there or not.
            AttributeType::Text => vec!["{ given: true }".to_owned()],
            AttributeType::Number | AttributeType::Date => Vec::new(),
        };
        for word in words {
            let text = self.names.text(word.symbol);
            let possible = match of {
                AttributeType::Number => text.parse::<u64>().is_ok(),
                AttributeType::Date => PartialDate::parse(text).is_some(),
                _ => accepted.iter().any(|accepted| accepted == text),
            };
            if !possible {
                let why = Misfit::NoSuchWord { key: key.to_owned(), word: text.to_owned(), accepted: accepted.clone() };
                self.misfit(word.span, why);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_have_been_meant_fits_the_kinds() {
        let key = Misfit::NoSuchKey { key: "ower".to_owned(), kinds: vec![NodeKind::Objective] };
        let accepted = key.accepted();
        for fits in ["owner", "level", "supports", "supported-by", "target"] {
            assert!(accepted.iter().any(|key| key == fits), "{fits}");
        }
        assert!(!accepted.iter().any(|key| key == "presents-at"), "bodies present");
        let step = Misfit::NoSuchStep { step: "supports".to_owned(), kinds: vec![NodeKind::Initiative] };
        assert!(step.accepted().iter().any(|step| step == "contributes-to"));
        assert!(!step.accepted().iter().any(|step| step == "from"), "an attribute leads nowhere");
    }
}
