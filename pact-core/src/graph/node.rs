//! The table of node kinds, and what each kind of node says beside its edges.

use crate::{
    document::{
        body::{BodyKind, Distinct, NominationMode, Size},
        pact::{Level, MeetingKind, Outcome, Role, Status},
        terms::{Force, Topic},
        value::{Date, LanguageTag, PartialDate, Quantity, Text},
    },
    name::{Name, Symbol},
    source::Span,
};

/// Where an id has to be unique, and so how a reference by it is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In the whole run: the same id means the same thing in every file.
    Workspace,
    /// In its document. Other documents can refer to it by its id where that is unambiguous, else as `document/id`.
    Document,
    /// In what it belongs to: a concept in its scheme, a seat in its body.
    Parent,
}

/// What a kind of node is called, in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindLabel {
    /// One of them.
    pub one: &'static str,
    /// Several.
    pub many: &'static str,
}

/// A row of the table of node kinds.
#[derive(Clone, Copy, Debug)]
pub struct NodeKindInfo {
    /// The name in machine formats, keys of nodes and DOT.
    pub name: &'static str,
    /// Where its ids have to be unique.
    pub scope: Scope,
    /// The section of a document in which its entries stand.
    pub section: &'static str,
    /// English.
    pub en: KindLabel,
    /// Danish.
    pub da: KindLabel,
}

macro_rules! node_kinds {
    ($( $(#[$meta:meta])* $kind:ident $column:ident = $name:literal in $section:literal, $scope:ident,
        en $en_one:literal $en_many:literal, da $da_one:literal $da_many:literal; )*) => {
        /// What a node is. One row of the table each; everything that differs by kind reads the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum NodeKind { $( $(#[$meta])* $kind ),* }

        impl NodeKind {
            /// Every kind, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The row of the table.
            pub fn info(self) -> &'static NodeKindInfo {
                match self {
                    $(Self::$kind => {
                        const INFO: NodeKindInfo = NodeKindInfo {
                            name: $name,
                            scope: Scope::$scope,
                            section: $section,
                            en: KindLabel { one: $en_one, many: $en_many },
                            da: KindLabel { one: $da_one, many: $da_many },
                        };
                        &INFO
                    })*
                }
            }
        }

        /// The nodes' own data, a column a kind.
        #[doc(hidden)]
        #[derive(Clone, Debug, Default)]
        pub struct Columns { $( pub(crate) $column: Vec<(NodeId, $kind)>, )* }

        $(
            impl sealed::Sealed for $kind {}
            impl Kind for $kind {
                const KIND: NodeKind = NodeKind::$kind;
                fn column(columns: &Columns) -> &Vec<(NodeId, Self)> { &columns.$column }
                fn column_mut(columns: &mut Columns) -> &mut Vec<(NodeId, Self)> { &mut columns.$column }
            }
        )*
    };
}

mod sealed {
    pub trait Sealed {}
}

/// The struct that holds what a kind of node says beside its edges.
pub trait Kind: Sized + sealed::Sealed + 'static {
    /// The row of the table of node kinds.
    const KIND: NodeKind;
    #[doc(hidden)]
    fn column(columns: &Columns) -> &Vec<(NodeId, Self)>;
    #[doc(hidden)]
    fn column_mut(columns: &mut Columns) -> &mut Vec<(NodeId, Self)>;
}

impl NodeKind {
    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

node_kinds! {
    /// An area, such as a NUTS region.
    Region regions = "region" in "regions", Workspace, en "region" "regions", da "region" "regioner";
    /// A concept scheme.
    Scheme schemes = "scheme" in "schemes", Workspace, en "scheme" "schemes", da "begrebsliste" "begrebslister";
    /// A concept: a policy area, a category of actors, a level of education.
    Concept concepts = "concept" in "schemes", Parent, en "concept" "concepts", da "begreb" "begreber";
    /// An organisation.
    Actor actors = "actor" in "actors", Workspace, en "actor" "actors", da "aktør" "aktører";
    /// Terms of reference.
    Terms terms = "terms" in "terms", Workspace, en "terms of reference" "terms of reference", da "kommissorium" "kommissorier";
    /// A clause of the terms.
    Clause clauses = "clause" in "clauses", Document, en "clause" "clauses", da "bestemmelse" "bestemmelser";
    /// A body or a working group.
    Body bodies = "body" in "bodies", Workspace, en "body" "bodies", da "organ" "organer";
    /// A seat of a body.
    Seat seats = "seat" in "seats", Parent, en "seat" "seats", da "plads" "pladser";
    /// What the law of a body says beside its seats: a quota, an office, a quorum.
    Provision provisions = "provision" in "quotas", Parent, en "provision" "provisions", da "sammensætningsregel" "sammensætningsregler";
    /// An element that a proposal is to contain, or a part of one.
    Element elements = "element" in "elements", Document, en "element" "elements", da "element" "elementer";
    /// A pact, or a proposal for one.
    Pact pacts = "pact" in "pact", Workspace, en "pact" "pacts", da "pagt" "pagter";
    /// A person in a seat.
    Member members = "member" in "members", Document, en "member" "members", da "medlem" "medlemmer";
    /// What the region is strong at.
    Strength strengths = "strength" in "strengths", Document, en "strength" "strengths", da "styrkeposition" "styrkepositioner";
    /// What the region is up against.
    Challenge challenges = "challenge" in "challenges", Document, en "challenge" "challenges", da "udfordring" "udfordringer";
    /// What is to be reached.
    Objective objectives = "objective" in "objectives", Document, en "objective" "objectives", da "mål" "mål";
    /// What is to be done.
    Initiative initiatives = "initiative" in "initiatives", Document, en "initiative" "initiatives", da "indsats" "indsatser";
    /// Actors that do something together.
    Partnership partnerships = "partnership" in "partnerships", Document, en "partnership" "partnerships", da "partnerskab" "partnerskaber";
    /// A meeting of a body.
    Meeting meetings = "meeting" in "meetings", Document, en "meeting" "meetings", da "møde" "møder";
    /// An item of the agenda of a meeting.
    AgendaItem agenda_items = "agenda-item" in "agenda", Parent, en "agenda item" "agenda items", da "dagsordenspunkt" "dagsordenspunkter";
    /// A decision.
    Decision decisions = "decision" in "decisions", Document, en "decision" "decisions", da "beslutning" "beslutninger";
    /// What somebody vouches for.
    Attestation attestations = "attestation" in "attestations", Document, en "attestation" "attestations", da "erklæring" "erklæringer";
    /// Why something is not as it should be.
    Explanation explanations = "explanation" in "explanations", Document, en "explanation" "explanations", da "forklaring" "forklaringer";
    /// A clause set aside.
    Waiver waivers = "waiver" in "waivers", Document, en "waiver" "waivers", da "dispensation" "dispensationer";
    /// A fact that clauses depend on.
    Fact facts = "fact" in "facts", Document, en "fact" "facts", da "faktum" "fakta";
    /// Which days are working days.
    Calendar calendars = "calendar" in "calendars", Document, en "calendar" "calendars", da "kalender" "kalendere";
    /// A section of a proposal in prose.
    Section sections = "section" in "sections", Document, en "section" "sections", da "afsnit" "afsnit";
    /// Words of the source, and what they mean.
    Definition definitions = "definition" in "definitions", Document, en "definition" "definitions", da "definition" "definitioner";
}

/// A node of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct NodeId(pub(crate) u32);

impl NodeId {
    /// The node's number: dense, from 0, and without meaning outside the run.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The same number as it crosses boundaries; [`Graph::node`](super::Graph::node) leads back.
    pub fn number(self) -> u32 {
        self.0
    }
}

/// A node of a known kind.
pub struct Id<T> {
    pub(crate) node: NodeId,
    pub(crate) kind: std::marker::PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The node without its kind.
    pub fn node(self) -> NodeId {
        self.node
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}

impl<T> Eq for Id<T> {}

impl<T> std::fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.node)
    }
}

impl<T> From<Id<T>> for NodeId {
    fn from(id: Id<T>) -> Self {
        id.node
    }
}

/// What every node has.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    /// What it is.
    pub kind: NodeKind,
    /// Its id as written.
    pub name: Symbol,
    /// What it belongs to: its document, its scheme, its body; nothing where the id stands for itself in the whole run.
    pub parent: Option<NodeId>,
    /// The document in which it stands.
    pub document: NodeId,
    /// Where its id stands.
    pub span: Span,
    /// Something in its entry could not be read, so that nothing may be concluded from what is absent in it.
    pub damaged: bool,
    /// There is nothing in its entry.
    pub empty: bool,
    /// The id was given before; references mean the first.
    pub repeated: bool,
    pub(crate) row: u32,
}

/// Words quoted from the source of the terms.
#[derive(Clone, Debug)]
pub struct Quoted {
    /// The words.
    pub text: Box<str>,
    /// Where the document gives them.
    pub span: Span,
    /// Where the source has them.
    pub found: Found,
}

/// Whether quoted words stand in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// There.
    At(Span),
    /// Nowhere in it.
    Nowhere,
    /// The source's text was not given.
    NoSource,
}

/// See [`NodeKind::Region`].
#[derive(Clone, Debug, Default)]
pub struct Region {
    /// What people call it.
    pub label: Option<Text>,
}

/// See [`NodeKind::Scheme`].
#[derive(Clone, Debug, Default)]
pub struct Scheme {}

/// See [`NodeKind::Concept`].
#[derive(Clone, Debug, Default)]
pub struct Concept {
    /// What people call it.
    pub label: Option<Text>,
    /// Its definition in the source.
    pub quote: Option<Quoted>,
}

/// See [`NodeKind::Actor`].
#[derive(Clone, Debug, Default)]
pub struct Actor {
    /// What people call it.
    pub label: Option<Text>,
}

/// See [`NodeKind::Terms`].
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// What people call them.
    pub title: Option<Text>,
    /// The language of the source.
    pub language: Option<LanguageTag>,
    /// When they were issued.
    pub on: Option<Date>,
    /// From when they hold.
    pub from: Option<Date>,
    /// Until when they hold.
    pub to: Option<Date>,
    /// The source's text, when it was given.
    pub source: Option<crate::source::FileId>,
}

/// See [`NodeKind::Clause`].
#[derive(Clone, Debug, Default)]
pub struct Clause {
    /// What follows when it is not met; `None` only when the document gives none that could be read.
    pub force: Option<Force>,
    /// The words of the source.
    pub quote: Option<Quoted>,
    /// What it says.
    pub text: Option<Text>,
    /// Why it is read as it is.
    pub interpreted: Option<Text>,
    /// From when it holds.
    pub from: Option<Date>,
    /// Until when.
    pub to: Option<Date>,
    /// The days that the source gives for it.
    pub on: Vec<Date>,
    /// What it is about, of what terms usually settle.
    pub topics: Vec<Topic>,
}

/// See [`NodeKind::Body`].
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// What people call it.
    pub label: Option<Text>,
    /// What sort of body it is.
    pub kind: Option<BodyKind>,
    /// How many members it has.
    pub size: Option<Size>,
    /// Those from whom members are appointed are named.
    pub nominated: bool,
    /// What a working group works on.
    pub theme: Option<Text>,
    /// From when.
    pub from: Option<Date>,
    /// Until when.
    pub to: Option<Date>,
}

/// See [`NodeKind::Seat`].
#[derive(Clone, Debug, Default)]
pub struct Seat {
    /// What people call it.
    pub label: Option<Text>,
    /// How many members may fill it.
    pub places: u32,
    /// What its members must not have in common.
    pub distinct: Option<Distinct>,
    /// Invited, and not appointed.
    pub invited: bool,
    /// Taken in by the body itself, and not appointed.
    pub co_opted: bool,
    /// Its places may stay empty.
    pub optional: bool,
    /// Whoever fills it counts among the members.
    pub counts: bool,
    /// How many votes whoever fills it has.
    pub votes: u32,
    /// How those who nominate for it do so.
    pub nomination: NominationMode,
    /// How many each of them nominates.
    pub names: Option<u32>,
    /// From when it is there.
    pub from: Option<Date>,
    /// Until when it is there.
    pub to: Option<Date>,
    /// The words of the source.
    pub quote: Option<Quoted>,
}

/// See [`NodeKind::Provision`]. What it asks for is in [`crate::graph::composition`].
#[derive(Clone, Debug, Default)]
pub struct Provision {
    /// What people call it.
    pub label: Option<Text>,
    /// The words of the source.
    pub quote: Option<Quoted>,
    /// From when it holds.
    pub from: Option<Date>,
    /// Until when it holds.
    pub to: Option<Date>,
}

/// See [`NodeKind::AgendaItem`].
#[derive(Clone, Debug, Default)]
pub struct AgendaItem {
    /// What it is about.
    pub text: Option<Text>,
    /// Who was present for it is said.
    pub attended: bool,
}

/// See [`NodeKind::Calendar`].
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// What people call it.
    pub label: Option<Text>,
    /// Which days are working days; nothing where they could not all be read.
    pub days: Option<crate::calendar::Calendar>,
}

/// See [`NodeKind::Element`].
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// What people call it.
    pub label: Option<Text>,
    /// The words of the source.
    pub quote: Option<Quoted>,
    /// What it says.
    pub text: Option<Text>,
}

/// See [`NodeKind::Pact`].
#[derive(Clone, Debug, Default)]
pub struct Pact {
    /// What people call it.
    pub title: Option<Text>,
    /// The language of its texts.
    pub language: Option<LanguageTag>,
    /// Whose goals it states.
    pub level: Option<Level>,
    /// How far it has come.
    pub status: Option<Status>,
    /// From when it runs.
    pub from: Option<Date>,
    /// Until when.
    pub to: Option<Date>,
}

/// See [`NodeKind::Member`].
#[derive(Clone, Debug, Default)]
pub struct Member {
    /// Who. Personal data: it goes into no report unless asked for.
    pub person: Option<Box<str>>,
    /// From when.
    pub from: Option<Date>,
    /// Until when.
    pub to: Option<Date>,
    /// Whether the member may vote.
    pub vote: Option<bool>,
    /// What the member is beside being a member.
    pub role: Option<Role>,
    /// Something of it could not be read, such as a date.
    pub blurred: bool,
}

/// See [`NodeKind::Strength`].
#[derive(Clone, Debug, Default)]
pub struct Strength {
    /// What people call it.
    pub label: Option<Text>,
}

/// See [`NodeKind::Challenge`].
#[derive(Clone, Debug, Default)]
pub struct Challenge {
    /// What people call it.
    pub label: Option<Text>,
}

/// A value at a date.
#[derive(Debug, Clone)]
pub struct Measure {
    /// How much.
    pub value: Option<Quantity>,
    /// When.
    pub on: Option<PartialDate>,
    /// What is counted, and by whom.
    pub text: Option<Text>,
    /// Where it stands.
    pub span: Span,
}

/// See [`NodeKind::Objective`].
#[derive(Clone, Debug, Default)]
pub struct Objective {
    /// What people call it.
    pub label: Option<Text>,
    /// Whose goal it is: its own word, or the pact's.
    pub level: Option<Level>,
    /// Where things stand.
    pub baseline: Option<Box<Measure>>,
    /// Where they are to stand.
    pub target: Option<Box<Measure>>,
}

/// See [`NodeKind::Initiative`].
#[derive(Clone, Debug, Default)]
pub struct Initiative {
    /// What people call it.
    pub label: Option<Text>,
    /// From when.
    pub from: Option<Date>,
    /// Until when.
    pub to: Option<Date>,
    /// Whether it says what it takes.
    pub resources: Option<Text>,
}

/// See [`NodeKind::Partnership`].
#[derive(Clone, Debug, Default)]
pub struct Partnership {
    /// What people call it.
    pub label: Option<Text>,
    /// What partners commit themselves to, each under the reference to the partner.
    pub commitments: Vec<(Name, Text)>,
    /// From when.
    pub from: Option<Date>,
    /// Until when.
    pub to: Option<Date>,
}

/// See [`NodeKind::Meeting`].
#[derive(Clone, Debug, Default)]
pub struct Meeting {
    /// What people call it.
    pub label: Option<Text>,
    /// What sort of meeting it is.
    pub kind: Option<MeetingKind>,
    /// When.
    pub on: Option<Date>,
    /// When it was called.
    pub called: Option<Date>,
    /// How many items its agenda has.
    pub agenda: usize,
    /// Who was present is said.
    pub attended: bool,
}

/// See [`NodeKind::Decision`].
#[derive(Clone, Debug, Default)]
pub struct Decision {
    /// What people call it.
    pub label: Option<Text>,
    /// When.
    pub on: Option<Date>,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// Where it can be read.
    pub sources: Vec<Box<str>>,
}

/// See [`NodeKind::Attestation`].
#[derive(Clone, Debug, Default)]
pub struct Attestation {
    /// Where it can be read.
    pub sources: Vec<Box<str>>,
    /// When.
    pub on: Option<Date>,
    /// What is vouched for.
    pub text: Option<Text>,
}

/// See [`NodeKind::Explanation`].
#[derive(Clone, Debug, Default)]
pub struct Explanation {
    /// Why.
    pub reason: Option<Text>,
    /// When.
    pub on: Option<Date>,
}

/// See [`NodeKind::Waiver`].
#[derive(Clone, Debug, Default)]
pub struct Waiver {
    /// Why.
    pub reason: Option<Text>,
    /// The last day on which it counts.
    pub until: Option<Date>,
}

/// See [`NodeKind::Section`].
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// What people call it.
    pub label: Option<Text>,
    /// What it says.
    pub text: Option<Text>,
}

/// See [`NodeKind::Definition`].
#[derive(Clone, Debug, Default)]
pub struct Definition {
    /// The words.
    pub label: Option<Text>,
    /// The words of the source that define them.
    pub quote: Option<Quoted>,
    /// Why they are read as they are.
    pub interpreted: Option<Text>,
}

/// See [`NodeKind::Fact`].
#[derive(Clone, Debug, Default)]
pub struct Fact {
    /// What is the case.
    pub text: Option<Text>,
    /// Whether it is.
    pub holds: Option<bool>,
    /// Since when, or when it was found out.
    pub on: Option<Date>,
    /// Where it can be read.
    pub sources: Vec<Box<str>>,
}
