//! The words that the graph uses: kinds of node, relations and attributes.
//!
//! They are names and no enumerations, because the vocabulary grows: a plugin that was built today can be asked to speak of a kind that came tomorrow. Those
//! that exist now have constants; any other is written as `Kind::new("…")`, or as the string alone where a question takes one.

use std::fmt;

macro_rules! names {
    ($( $(#[$meta:meta])* $name:ident { $( $(#[$doc:meta])* $constant:ident = $word:literal, )* } )*) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name<'n>(&'n str);

        impl $name<'static> {
            $( $(#[$doc])* pub const $constant: Self = Self($word); )*

            /// Every name that has a constant here.
            pub const ALL: &'static [Self] = &[$(Self::$constant),*];
        }

        impl<'n> $name<'n> {
            /// One of this name.
            pub const fn new(name: &'n str) -> Self {
                Self(name)
            }

            /// The name, as documents and manifests write it.
            pub const fn name(self) -> &'n str {
                self.0
            }
        }

        impl<'n> From<&'n str> for $name<'n> {
            fn from(name: &'n str) -> Self {
                Self(name)
            }
        }

        impl fmt::Display for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.0)
            }
        }
    )* };
}

names! {
    /// A kind of node.
    Kind {
        /// A region.
        REGION = "region",
        /// A scheme.
        SCHEME = "scheme",
        /// A concept.
        CONCEPT = "concept",
        /// An actor.
        ACTOR = "actor",
        /// The terms of reference.
        TERMS = "terms",
        /// A clause.
        CLAUSE = "clause",
        /// A body.
        BODY = "body",
        /// A seat.
        SEAT = "seat",
        /// A provision.
        PROVISION = "provision",
        /// An element.
        ELEMENT = "element",
        /// A pact.
        PACT = "pact",
        /// A member.
        MEMBER = "member",
        /// A strength.
        STRENGTH = "strength",
        /// A challenge.
        CHALLENGE = "challenge",
        /// An objective.
        OBJECTIVE = "objective",
        /// An initiative.
        INITIATIVE = "initiative",
        /// A partnership.
        PARTNERSHIP = "partnership",
        /// A meeting.
        MEETING = "meeting",
        /// An agenda item.
        AGENDA_ITEM = "agenda-item",
        /// A decision.
        DECISION = "decision",
        /// An attestation.
        ATTESTATION = "attestation",
        /// An explanation.
        EXPLANATION = "explanation",
        /// A waiver.
        WAIVER = "waiver",
        /// A fact.
        FACT = "fact",
        /// A calendar.
        CALENDAR = "calendar",
        /// A section.
        SECTION = "section",
        /// A definition.
        DEFINITION = "definition",
    }

    /// A relation, read from its source to its target.
    Relation {
        /// *is part of*: from region, actor, body, clause, element, objective, initiative to region, actor, body, clause, element, objective, initiative.
        PART_OF = "part-of",
        /// *is a case of*: from concept to concept.
        BROADER = "broader",
        /// *comes before*: from initiative, meeting, decision to initiative, meeting, decision.
        PRECEDES = "precedes",
        /// *is in*: from concept to scheme.
        IN_SCHEME = "in-scheme",
        /// *is of category*: from actor to concept of `actor-category`.
        CATEGORY = "category",
        /// *is in policy area*: from actor, concept, seat, member, strength, challenge, objective, initiative to concept of `policy-area`.
        POLICY_AREA = "policy-area",
        /// *is at home in*: from actor, pact to region.
        REGION = "region",
        /// *was issued by*: from terms to actor, body.
        ISSUED_BY = "issued-by",
        /// *binds*: from clause to actor, body.
        BINDS = "binds",
        /// *is about*: from clause to element.
        ELEMENT = "element",
        /// *is under clause*: from body, seat, provision, element, definition to clause.
        CLAUSE = "clause",
        /// *is a seat of*: from seat to body.
        SEAT_OF = "seat-of",
        /// *is a provision on*: from provision to body.
        PROVISION_OF = "provision-of",
        /// *has as secretariat*: from body to actor.
        SECRETARIAT = "secretariat",
        /// *is open to category*: from seat to concept of `actor-category`.
        ELIGIBLE_CATEGORY = "eligible-category",
        /// *is open to*: from seat to actor.
        ELIGIBLE_ACTOR = "eligible-actor",
        /// *is open to actors of*: from seat to region.
        ELIGIBLE_REGION = "eligible-region",
        /// *has its size by clause*: from body to clause.
        SIZE_CLAUSE = "size-clause",
        /// *has its nominators by clause*: from body to clause.
        NOMINATOR_CLAUSE = "nominator-clause",
        /// *is appointed from category*: from body, seat to concept of `actor-category`.
        NOMINATOR_CATEGORY = "nominator-category",
        /// *is appointed from*: from body to actor.
        NOMINATOR = "nominator",
        /// *is nominated by*: from seat, member to actor, body.
        NOMINATED_BY = "nominated-by",
        /// *is nominated instead by*: from seat to actor, body.
        FALLBACK = "fallback",
        /// *is appointed by*: from seat, provision, member to actor, body.
        APPOINTED_BY = "appointed-by",
        /// *is a member of*: from member to body.
        MEMBER_OF = "member-of",
        /// *fills*: from member to seat.
        FILLS = "fills",
        /// *sits on behalf of*: from member to actor.
        ON_BEHALF_OF = "on-behalf-of",
        /// *is*: from member to concept of `gender`.
        GENDER = "gender",
        /// *is*: from actor, member to concept.
        IS = "is",
        /// *stands in for*: from member to member.
        STANDS_IN_FOR = "stands-in-for",
        /// *is held against*: from pact to terms.
        UNDER = "under",
        /// *supplements*: from pact to pact.
        SUPPLEMENTS = "supplements",
        /// *supports*: from objective to objective.
        SUPPORTS = "supports",
        /// *adds to*: from objective to objective.
        ADDS_TO = "adds-to",
        /// *duplicates*: from objective to objective.
        DUPLICATES = "duplicates",
        /// *contradicts*: from objective to objective.
        CONTRADICTS = "contradicts",
        /// *builds on*: from objective, initiative to strength.
        BUILDS_ON = "builds-on",
        /// *addresses*: from objective, initiative to challenge.
        ADDRESSES = "addresses",
        /// *covers*: from objective, initiative, partnership to element.
        COVERS = "covers",
        /// *contributes to*: from initiative to objective.
        CONTRIBUTES_TO = "contributes-to",
        /// *is an initiative of kind*: from initiative to concept of `initiative-kind`.
        INITIATIVE_KIND = "initiative-kind",
        /// *reaches*: from initiative to concept.
        REACHES = "reaches",
        /// *is answered for by*: from objective, initiative to actor, body.
        OWNER = "owner",
        /// *has as partner*: from partnership to actor.
        PARTNER = "partner",
        /// *is for*: from partnership to initiative, objective, pact.
        FOR = "for",
        /// *is a meeting of*: from meeting to body.
        MEETING_OF = "meeting-of",
        /// *presents its results at*: from body to meeting.
        PRESENTS_AT = "presents-at",
        /// *was attended by*: from meeting, agenda-item to member.
        PRESENT = "present",
        /// *was dealt with without*: from agenda-item to member.
        WITHOUT = "without",
        /// *is on the agenda of*: from agenda-item to meeting.
        ITEM_OF = "item-of",
        /// *is taken by*: from decision to actor, body.
        DECIDED_BY = "decided-by",
        /// *is about*: from decision to pact, terms, body, clause, element, objective, initiative, partnership.
        DECISION_ABOUT = "decision-about",
        /// *is taken at*: from decision to meeting.
        TAKEN_AT = "taken-at",
        /// *vouches for*: from attestation to clause, element.
        ATTESTS = "attests",
        /// *is given by*: from attestation to actor, body.
        ATTESTED_BY = "attested-by",
        /// *explains*: from explanation to clause, element.
        EXPLAINS = "explains",
        /// *is given by*: from explanation to actor, body.
        EXPLAINED_BY = "explained-by",
        /// *waives*: from waiver to clause, element.
        WAIVES = "waives",
        /// *is given by*: from waiver to actor, body.
        WAIVED_BY = "waived-by",
        /// *rests on*: from waiver to decision.
        WAIVED_UNDER = "waived-under",
        /// *holds for*: from waiver to body, seat, objective, initiative, partnership, meeting, decision, strength, challenge.
        WAIVER_SCOPE = "waiver-scope",
        /// *may be waived by*: from terms, clause to actor, body.
        WAIVABLE_BY = "waivable-by",
        /// *uses the words*: from clause, element to definition.
        USES = "uses",
        /// *are read as*: from definition to scheme, concept.
        MEANS = "means",
        /// *asks about*: from clause, element, body, seat, provision to region, scheme, concept, actor, body, seat, element, pact, clause, objective, initiative, partnership, meeting, decision, strength, challenge, fact, terms, section, member, calendar.
        CONCERNS = "concerns",
    }

    /// An attribute: what a node says of itself. Every node has an id beside them.
    Attribute {
        /// A text (`concept`, `actor`, `element`, `strength`, `challenge`, `objective`, `initiative`).
        LABEL = "label",
        /// A date (`terms`, `meeting`, `decision`).
        ON = "on",
        /// A date (`terms`, `clause`, `body`, `pact`, `member`, `initiative`, `partnership`).
        FROM = "from",
        /// A date (`terms`, `clause`, `body`, `pact`, `member`, `initiative`, `partnership`).
        TO = "to",
        /// `must`, `should`, `may`, `must-not`, `constitutive`, `context` (`clause`).
        FORCE = "force",
        /// `group`, `board`, `council`, `committee`, `working-group` (`body`); `plenary`, `working` (`meeting`).
        KIND = "kind",
        /// A text (`body`).
        THEME = "theme",
        /// A number (`seat`).
        PLACES = "places",
        /// `true`, `false` (`seat`).
        INVITED = "invited",
        /// `actor`, `region`, `nominator`, `person` (`seat`).
        DISTINCT = "distinct",
        /// A number (`seat`).
        VOTES = "votes",
        /// `true`, `false` (`seat`).
        OPTIONAL = "optional",
        /// `national`, `regional` (`pact`, `objective`).
        LEVEL = "level",
        /// `planned`, `proposed`, `adopted`, `rejected`, `superseded` (`pact`).
        STATUS = "status",
        /// `true`, `false` (`member`).
        VOTE = "vote",
        /// `chair`, `deputy`, `alternate`, `observer`, `secretary`, `nominee` (`member`).
        ROLE = "role",
        /// A text (`objective`).
        BASELINE = "baseline",
        /// A text (`objective`).
        TARGET = "target",
        /// A date (`objective`).
        DUE = "due",
        /// A text (`initiative`).
        RESOURCES = "resources",
        /// A number (`partnership`).
        COMMITMENTS = "commitments",
        /// A date (`meeting`).
        CALLED = "called",
        /// A number (`meeting`).
        AGENDA = "agenda",
        /// `approved`, `rejected`, `deferred`, `noted`, `planned` (`decision`).
        OUTCOME = "outcome",
        /// A number (`decision`).
        SOURCES = "sources",
        /// `true`, `false` (`fact`).
        HOLDS = "holds",
        /// A text (`section`).
        TEXT = "text",
    }
}

/// A relation and the way in which it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Way<'n> {
    /// The relation.
    pub relation: Relation<'n>,
    /// Read from its target to its source.
    pub backwards: bool,
}

impl<'n> Relation<'n> {
    /// The relation read from its target to its source: `Relation::COVERS.back()` leads from an element to what covers it.
    pub const fn back(self) -> Way<'n> {
        Way { relation: self, backwards: true }
    }
}

impl<'n> From<Relation<'n>> for Way<'n> {
    fn from(relation: Relation<'n>) -> Self {
        Self { relation, backwards: false }
    }
}

impl<'n> From<&'n str> for Way<'n> {
    fn from(name: &'n str) -> Self {
        Relation::new(name).into()
    }
}
