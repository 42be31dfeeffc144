//! The tables of members for programs. Their shape is versioned; `pact schema seats` prints its schema.

use pact_core::{
    graph::{edge::EdgeKind, node::NodeId},
    ledger::{Case, Verdict},
    prove::Truth,
    roster::{Holder, Shortage},
};
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::super::{
    bodies::{self, Ask, How, Kind, LawRow, PersonRow, SeatRow, Sheet, Standing, View},
    json::{Head, Missing, Rows, schema_of},
    places::Places,
};

/// The version of the shape of these tables.
const VERSION: u32 = 1;

/// The JSON Schema (2020-12) of [`Seats`].
pub(crate) fn schema() -> Schema {
    schema_of::<Seats>()
}

/// The result of `pact seats`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "pact seats")]
pub(crate) struct Seats {
    /// The version of this shape. It changes when something is taken away or comes to mean something else.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    #[serde(flatten)]
    head: Head,
    /// The bodies that were asked for, case by case, sorted by id.
    bodies: Vec<Body>,
}

/// A body of a proposal, seat by seat.
#[derive(Debug, Serialize, JsonSchema)]
struct Body {
    /// The id of the proposal.
    pact: String,
    /// The id of the terms.
    terms: String,
    /// The id of the body.
    body: String,
    /// What people call it, in the language of the report; its id where it has no label.
    label: String,
    /// How many places are to be filled.
    places: usize,
    /// How many of them are.
    filled: usize,
    /// How many are not.
    open: usize,
    /// Its seats, those with open places first, sorted by id.
    seats: Vec<Seat>,
    /// Members of a body that has seats for whom none is found.
    without_seat: Vec<Person>,
    /// The members of a body that has no seats.
    members: Vec<Person>,
    /// Those who only listen, and have no seat to do so.
    observers: Vec<Person>,
    /// Alternates who stand in for nobody in particular.
    alternates: Vec<Person>,
    /// Its size and the provisions on its composition.
    provisions: Vec<Provision>,
    /// What else is missing of its composition.
    missing: Vec<Reason>,
    /// Why places cannot be filled by whoever is on the register.
    shortages: Vec<Short>,
}

/// A seat and whoever fills it.
#[derive(Debug, Serialize, JsonSchema)]
struct Seat {
    /// The id of the seat.
    seat: String,
    /// What people call it, in the language of the report; its id where it has no label.
    label: String,
    /// The clause that gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    clause: Option<String>,
    /// How many places it has.
    places: usize,
    /// How many of them nobody fills.
    vacant: usize,
    /// They may stay empty.
    optional: bool,
    /// Whether it is there on the day, where that depends on something.
    there: Known,
    /// Whom to ask for somebody to fill it.
    ask: Asked,
    /// Who fills it.
    holders: Vec<Sitting>,
    /// How it stands: the gravest of what is missing.
    #[schemars(extend("enum" = Verdict::ALL.map(Verdict::name)))]
    verdict: &'static str,
    /// What is missing of it and of those who fill it.
    missing: Vec<Reason>,
}

/// Whether something is so.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Known {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// Nobody says.
    Unsaid,
    /// What says so could not be read.
    Unread,
}

/// Whom to ask: the nominators; else who appoints; else who may fill it.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct Asked {
    /// What they have to do with the seat.
    #[schemars(extend("enum" = How::NAMES))]
    how: &'static str,
    /// The ids of actors and bodies.
    agents: Vec<String>,
    /// The ids of categories of actors.
    categories: Vec<String>,
    /// The ids of the regions from which they are.
    regions: Vec<String>,
    /// The ids of those who nominate where these do not agree.
    fallback: Vec<String>,
}

/// Somebody in a seat.
#[derive(Debug, Serialize, JsonSchema)]
struct Sitting {
    #[serde(flatten)]
    member: Member,
    /// The register gives no seat, and this one was found.
    found: bool,
    /// Whether the member may fill the seat.
    may: Known,
    /// The ids of those who stand in for the member.
    alternates: Vec<String>,
}

/// Somebody on the register.
#[derive(Debug, Serialize, JsonSchema)]
struct Member {
    /// The id of the member.
    member: String,
    /// Who it is; only where names are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    name: Option<String>,
    /// The ids of the actors on whose behalf.
    actors: Vec<String>,
    /// The office.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", extend("enum" = ["chair", "deputy"]))]
    office: Option<&'static str>,
    /// From when: `2018-03-19`, or as much of it as is given.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schemars(default)]
    from: String,
    /// Until when.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schemars(default)]
    to: String,
}

/// Somebody without a seat.
#[derive(Debug, Serialize, JsonSchema)]
struct Person {
    #[serde(flatten)]
    member: Member,
    /// How it stands, where something is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", extend("enum" = Verdict::ALL.map(Verdict::name)))]
    verdict: Option<&'static str>,
    /// What is missing.
    missing: Vec<Reason>,
}

/// A provision on the composition of a body, or its size.
#[derive(Debug, Serialize, JsonSchema)]
struct Provision {
    /// Its id; none for the size.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    provision: Option<String>,
    /// What sort it is.
    #[schemars(extend("enum" = Kind::NAMES))]
    kind: &'static str,
    /// What it is called, in the language of the report.
    label: String,
    /// The clause that gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    clause: Option<String>,
    /// How it stands, reasons that stand with seats and members included.
    #[schemars(extend("enum" = Verdict::ALL.map(Verdict::name)))]
    verdict: &'static str,
    /// What is missing, where no seat and no member tells it.
    missing: Vec<Reason>,
    /// How many reasons stand with the seats and the members.
    told_elsewhere: usize,
    /// What shows that it is kept, in the language of the report.
    evidence: Vec<String>,
}

/// Something that is missing, and which clauses ask for it.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct Reason {
    /// The ids of the clauses and elements; none where no clause answers for it.
    clauses: Vec<String>,
    /// All of them are explained or waived.
    settled: bool,
    #[serde(flatten)]
    missing: Missing,
}

/// Seats that ask for more people than there are.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct Short {
    /// The ids of the seats.
    seats: Vec<String>,
    /// The ids of everybody on the register who may fill one of them, but for those in `held`.
    people: Vec<String>,
    /// The ids of whoever else may fill one of them, and for whom no way was found to do so that breaks nothing which is met.
    held: Vec<String>,
    /// How many places the seats have.
    places: u64,
    /// How many of them these people can fill.
    can: u64,
    /// No smaller set of seats is short.
    smallest: bool,
}

/// Puts bodies into what programs read.
pub(in crate::render) struct Maker<'v, 'r> {
    view: &'v View<'r>,
    rows: Rows<'r>,
    places: Places,
}

impl<'v, 'r> Maker<'v, 'r> {
    /// Finds the places of everything that is told. O(files + places × log places).
    pub(in crate::render) fn new(view: &'v View<'r>) -> Self {
        let graph = view.graph();
        let unclaimed = view.report.ledger.cases.iter().flat_map(|case| &case.unclaimed);
        let spans = unclaimed.flat_map(|lack| [graph.span(lack.subject), lack.requirement]);
        Self { view, rows: Rows::new(view.report, view.words), places: Places::of_everything_and(view.report, spans) }
    }

    pub(in crate::render) fn id(&self, node: NodeId) -> String {
        self.view.graph().name(node).to_owned()
    }

    pub(in crate::render) fn ids(&self, nodes: &[NodeId]) -> Vec<String> {
        nodes.iter().map(|&node| self.id(node)).collect()
    }

    pub(in crate::render) fn reasons(&self, reasons: &[bodies::Reason<'_>]) -> Vec<Reason> {
        reasons.iter().map(|reason| self.reason(reason)).collect()
    }

    pub(in crate::render) fn reason(&self, reason: &bodies::Reason<'_>) -> Reason {
        Reason {
            clauses: reason.entries.iter().map(|entry| self.id(entry.node)).collect(),
            settled: reason.settled,
            missing: self.rows.missing(reason.lack, &self.places),
        }
    }

    pub(in crate::render) fn asked(&self, ask: &Ask) -> Asked {
        Asked {
            how: ask.how.name(),
            agents: self.ids(&ask.agents),
            categories: self.ids(&ask.categories),
            regions: self.ids(&ask.regions),
            fallback: self.ids(&ask.fallback),
        }
    }

    pub(in crate::render) fn short(&self, shortage: &Shortage) -> Short {
        Short {
            seats: self.ids(&shortage.seats),
            people: self.ids(&shortage.people),
            held: self.ids(&shortage.held),
            places: shortage.places,
            can: shortage.can,
            smallest: shortage.smallest,
        }
    }

    fn clause(&self, node: NodeId) -> Option<String> {
        self.view.graph().outgoing(node, EdgeKind::UnderClause).first().map(|clause| self.id(clause.node))
    }

    fn body(&self, case: &Case, sheet: &Sheet<'r>) -> Body {
        let roster = sheet.roster;
        let (without, members) =
            if roster.lines.is_empty() { (&[][..], &*sheet.without) } else { (&*sheet.without, &[][..]) };
        let people = |rows: &[PersonRow<'_>]| rows.iter().map(|row| self.person(row)).collect();
        Body {
            pact: self.id(case.pact),
            terms: self.id(case.terms),
            body: self.id(roster.body),
            label: self.view.called(roster.body),
            places: sheet.places,
            filled: sheet.filled,
            open: sheet.vacant(),
            seats: sheet.every_seat().map(|row| self.seat(row)).collect(),
            without_seat: people(without),
            members: people(members),
            observers: people(&sheet.observers),
            alternates: people(&sheet.alternates),
            provisions: sheet.laws.iter().map(|row| self.provision(row)).collect(),
            missing: self.reasons(&sheet.others),
            shortages: roster.shortages.iter().map(|one| self.short(one)).collect(),
        }
    }

    fn seat(&self, row: &SeatRow<'_>) -> Seat {
        let line = row.line;
        Seat {
            seat: self.id(line.seat),
            label: self.view.called(line.seat),
            clause: self.clause(line.seat),
            places: line.places,
            vacant: line.vacant,
            optional: line.optional,
            there: known(line.there),
            ask: self.asked(&row.ask),
            holders: line.holders.iter().map(|holder| self.sitting(holder)).collect(),
            verdict: row.standing.verdict.name(),
            missing: self.reasons(&row.reasons),
        }
    }

    fn sitting(&self, holder: &Holder) -> Sitting {
        Sitting {
            member: self.member(holder.member),
            found: holder.found,
            may: known(holder.may),
            alternates: self.ids(&holder.alternates),
        }
    }

    fn member(&self, member: NodeId) -> Member {
        let view = self.view;
        let (from, to) = view.dates(member);
        let actors = view.graph().outgoing(member, EdgeKind::OnBehalfOf).iter();
        Member {
            member: self.id(member),
            name: view.person(member),
            actors: actors.map(|actor| self.id(actor.node)).collect(),
            office: view.office(member),
            from,
            to,
        }
    }

    fn person(&self, row: &PersonRow<'_>) -> Person {
        Person {
            member: self.member(row.member),
            verdict: row.standing.map(|standing: Standing| standing.verdict.name()),
            missing: self.reasons(&row.reasons),
        }
    }

    fn provision(&self, row: &LawRow<'_>) -> Provision {
        Provision {
            provision: row.provision.map(|provision| self.id(provision)),
            kind: row.kind.name(),
            label: row.name(self.view),
            clause: row.clause.map(|clause| self.id(clause)),
            verdict: row.standing.verdict.name(),
            missing: self.reasons(&row.reasons),
            told_elsewhere: row.elsewhere,
            evidence: row.evidence.clone(),
        }
    }
}

fn known(truth: Truth) -> Known {
    match truth {
        Truth::Yes => Known::Yes,
        Truth::No => Known::No,
        Truth::Unsaid => Known::Unsaid,
        Truth::Unread => Known::Unread,
    }
}

impl Seats {
    /// The tables in the reader's language.
    pub(crate) fn new(view: &View<'_>) -> Self {
        let maker = Maker::new(view);
        let cases = view.cases();
        let bodies = cases.iter().flat_map(|(case, sheets)| sheets.iter().map(|sheet| maker.body(case, sheet)));
        Self { version: VERSION, head: Head::new(view.report, view.words), bodies: bodies.collect() }
    }
}
