//! What is to be done, for programs. Its shape is versioned; `pact schema suggest` prints its schema.

use pact_core::{
    graph::node::NodeId,
    ledger,
    prove::{Prospect, breach},
    roster,
};
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::{
    super::{
        bodies::{Sheet, View},
        json::{Head, schema_of},
        seats::json::{Asked, Maker, Reason, Short},
    },
    Topic, What, details, is_unsure, sentence, shortfall, steps,
};

/// The version of the shape of these lists.
const VERSION: u32 = 1;

/// The JSON Schema (2020-12) of [`Suggest`].
pub(crate) fn schema() -> Schema {
    schema_of::<Suggest>()
}

/// The result of `pact suggest`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "pact suggest")]
pub(crate) struct Suggest {
    /// The version of this shape. It changes when something is taken away or comes to mean something else.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    #[serde(flatten)]
    head: Head,
    /// The bodies that were asked for, case by case, sorted by id.
    bodies: Vec<Body>,
}

/// What is to be done about a body.
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
    /// Whether everything could be judged. Where not, there may be more to do than is listed.
    sure: bool,
    /// What is to be done, fewest changes first. Empty where nothing is.
    steps: Vec<Step>,
}

/// Something to be done.
#[derive(Debug, Serialize, JsonSchema)]
struct Step {
    /// Its number in the list, from 1.
    number: usize,
    /// What it is about.
    #[schemars(extend("enum" = Topic::NAMES))]
    topic: &'static str,
    /// What it is, in the language of the report.
    text: String,
    /// What belongs to it, in the language of the report: whom to ask, what goes with it, why, under which clause.
    details: Vec<String>,
    /// The ids of the clauses and elements from which it follows.
    clauses: Vec<String>,
    #[serde(flatten)]
    what: Kind,
}

/// What is to be done, as data.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "kind")]
enum Kind {
    /// Somebody new for a seat.
    Appoint {
        /// The id of the seat that goes with the moves.
        seat: String,
        /// How many people.
        people: u32,
        /// Other seats for which one of them would do as well, those included for which somebody is appointed anyway.
        alternatives: Vec<Alternative>,
        /// Whom to ask, seat by seat.
        ask: Vec<AskedFor>,
        /// Why those who are on the register do not do.
        shortages: Vec<Short>,
    },
    /// Somebody goes to another seat, into one, or out of one.
    Move {
        #[serde(flatten)]
        of: Move,
        /// Why the seat has to be left, where something says so.
        because: Vec<Reason>,
    },
    /// What is met now is not once the steps before it are taken.
    Breaks {
        /// The id of the seat or the provision; that of the body where it is the size or who nominates.
        law: String,
        /// What is missing then.
        missing: Box<Reason>,
    },
    /// It has to be found out whether these count.
    FindOut {
        /// The id of the provision or the seat.
        law: String,
        /// The ids of the members.
        members: Vec<String>,
    },
    /// Something that is missing is to be put right.
    PutRight {
        /// What.
        missing: Box<Reason>,
        /// How a number or a share can still come right.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(with = "Forecast")]
        forecast: Option<Forecast>,
    },
}

/// A seat for which somebody would do as well.
#[derive(Debug, Serialize, JsonSchema)]
struct Alternative {
    /// Its id.
    seat: String,
    /// The moves that go with it, instead of those of the list.
    moves: Vec<Move>,
}

/// Who goes where.
#[derive(Debug, Serialize, JsonSchema)]
struct Move {
    /// The id of the member.
    member: String,
    /// The id of the seat that is left, if one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    from: Option<String>,
    /// The id of the seat that is entered, if one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    to: Option<String>,
}

/// Whom to ask for somebody for a seat.
#[derive(Debug, Serialize, JsonSchema)]
struct AskedFor {
    /// The id of the seat.
    seat: String,
    #[serde(flatten)]
    ask: Asked,
}

/// How a number or a share can still come right.
#[derive(Debug, Serialize, JsonSchema)]
struct Forecast {
    /// How many are counted for certain.
    counted: u64,
    /// How many there have to be at least when all places are filled.
    least: u64,
    /// How many there may be at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    most: Option<u64>,
    /// Of how many.
    whole: u64,
    /// The id of the concept, nominator, actor, region or seat to which it is held apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    part: Option<String>,
    /// The ids of members of whom it is not known whether they count.
    unknown: Vec<String>,
    /// How many open places may be filled by somebody who counts.
    open: u64,
    /// Whether it can still come right without replacing anybody.
    possible: bool,
}

impl Suggest {
    /// What is to be done, in the reader's language.
    pub(crate) fn new(view: &View<'_>) -> Self {
        let maker = Maker::new(view);
        let cases = view.cases();
        let bodies = cases.iter().flat_map(|(case, sheets)| sheets.iter().map(|sheet| body(view, &maker, case, sheet)));
        Self { version: VERSION, head: Head::new(view.report, view.words), bodies: bodies.collect() }
    }
}

fn body<'r>(view: &View<'r>, maker: &Maker<'_, 'r>, case: &ledger::Case, sheet: &Sheet<'r>) -> Body {
    let steps = steps(view, sheet);
    let step = |(number, step): (usize, &super::Step<'r>)| Step {
        number,
        topic: step.topic.name(),
        text: sentence(view, step),
        details: details(view, step),
        clauses: step.entries.iter().map(|entry| maker.id(entry.node)).collect(),
        what: kind(maker, &step.what),
    };
    Body {
        pact: maker.id(case.pact),
        terms: maker.id(case.terms),
        body: maker.id(sheet.roster.body),
        label: view.called(sheet.roster.body),
        sure: !is_unsure(sheet),
        steps: (1..).zip(&steps).map(step).collect(),
    }
}

fn kind(maker: &Maker<'_, '_>, what: &What<'_>) -> Kind {
    let moved = |of: &roster::Move| {
        let id = |seat: NodeId| maker.id(seat);
        Move { member: maker.id(of.member), from: of.from.map(id), to: of.to.map(id) }
    };
    match what {
        What::Appoint { appointment, alternatives, ask, because, .. } => Kind::Appoint {
            seat: maker.id(appointment.seat),
            people: appointment.people,
            alternatives: alternatives
                .iter()
                .map(|(seat, moves)| Alternative { seat: maker.id(*seat), moves: moves.iter().map(moved).collect() })
                .collect(),
            ask: ask.iter().map(|(seat, ask)| AskedFor { seat: maker.id(*seat), ask: maker.asked(ask) }).collect(),
            shortages: because.iter().map(|one| maker.short(one)).collect(),
        },
        What::Move { of, because } => Kind::Move { of: moved(of), because: maker.reasons(because) },
        What::Breaks { law, missing } => Kind::Breaks { law: maker.id(*law), missing: Box::new(maker.reason(missing)) },
        What::FindOut { law, members } => Kind::FindOut { law: maker.id(*law), members: maker.ids(members) },
        What::PutRight(reason) => Kind::PutRight {
            missing: Box::new(maker.reason(reason)),
            forecast: shortfall(reason.lack).map(|short| forecast(maker, short)),
        },
    }
}

fn forecast(maker: &Maker<'_, '_>, short: &breach::Shortfall) -> Forecast {
    Forecast {
        counted: short.counted,
        least: short.needed.least,
        most: short.needed.most,
        whole: short.whole,
        part: short.part.map(|part| maker.id(part)),
        unknown: maker.ids(&short.unknown),
        open: short.open,
        possible: short.prospect != Prospect::Impossible,
    }
}
