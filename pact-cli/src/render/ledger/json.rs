//! The ledger for programs. Its shape is versioned; `pact schema ledger` prints its schema.

use std::collections::BTreeMap;

use pact_core::document::terms::Topic;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::{
    super::{
        json::{Head, Row, Rows, schema_of},
        places::Places,
    },
    View,
};

/// The version of the shape of ledgers.
const VERSION: u32 = 1;

/// The JSON Schema (2020-12) of [`Ledger`].
pub(crate) fn schema() -> Schema {
    schema_of::<Ledger<'_>>()
}

/// The result of `pact ledger`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "pact ledger")]
pub(crate) struct Ledger<'r> {
    /// The version of this shape. It changes when something is taken away or comes to mean something else.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    #[serde(flatten)]
    head: Head,
    /// The verdict on every clause and element that was asked for, case by case in the order of the source.
    #[schemars(with = "Vec<Row>")]
    ledger: Lines<'r>,
    /// The matters that terms of reference usually settle and these do not, by the id of the terms.
    silent: BTreeMap<String, Vec<Silent>>,
}

/// A matter that terms of reference usually settle.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(transparent)]
struct Silent(#[schemars(extend("enum" = Topic::NAMES))] &'static str);

impl<'r> Ledger<'r> {
    /// The ledger in the reader's language.
    pub(crate) fn new(view: &'r View<'r>) -> Self {
        let report = view.report;
        let graph = report.model.graph();
        let silent = view.silent().into_iter().map(|(terms, topics)| {
            (graph.name(terms).to_owned(), topics.into_iter().map(|topic| Silent(topic.name())).collect())
        });
        Self {
            version: VERSION,
            head: Head::new(report, view.words),
            ledger: Lines { view, rows: Rows::new(report, view.words), places: Places::of_ledger(report) },
            silent: silent.collect(),
        }
    }
}

/// The lines, put into words while they are written.
#[derive(Debug)]
struct Lines<'r> {
    view: &'r View<'r>,
    rows: Rows<'r>,
    places: Places,
}

impl Serialize for Lines<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cases = self.view.report.ledger.cases.iter();
        serializer.collect_seq(
            cases.flat_map(|case| self.view.entries(case).map(move |entry| self.rows.row(case, entry, &self.places))),
        )
    }
}
