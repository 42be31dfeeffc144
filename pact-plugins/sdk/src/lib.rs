//! Write checks for pact (terms of reference as code) as plugins: what a region asks of its proposals, compiled to WASM, and run safely by everybody else.
//!
//! A plugin is a struct with its configuration, a function from the graph to an answer, and a macro call. What it finds are messages by id with typed values;
//! the sentences stand in `locales/en.ftl`, `locales/da.ftl` and so on, and what it is called, which rules it has and what it asks to see stand in `plugin.toml`.
//!
//! ```
//! use pact_plugin::{Answer, Failure, Finding, Graph, Kind, Message, Outcome, Plugin, Relation, Request};
//!
//! /// Every objective needs an owner; with `at-most`, an owner may have so many objectives.
//! #[derive(serde::Deserialize)]
//! #[serde(rename_all = "kebab-case")]
//! struct Owned {
//!     #[serde(default)]
//!     at_most: Option<usize>,
//! }
//!
//! impl Plugin for Owned {
//!     fn check(&self, graph: &Graph<'_>, request: &Request) -> Result<Answer, Failure> {
//!         let mut answer = Answer::new();
//!         for &pact in &request.pacts {
//!             let objectives = graph.nodes_in(pact, Kind::OBJECTIVE)?;
//!             let owners = graph.edges(Relation::OWNER, &objectives)?;
//!             let doubtful = graph.is_doubtful(Relation::OWNER, &objectives)?;
//!
//!             // A reference that leads nowhere is reported by pact itself. What it was meant to lead to is not known.
//!             let bare: Vec<_> = owners
//!                 .iter()
//!                 .zip(doubtful)
//!                 .filter(|((_, owners), doubtful)| owners.is_empty() && !doubtful)
//!                 .map(|((objective, _), _)| objective)
//!                 .collect();
//!             let clause = request.questions_of("owned", pact).next().map(|question| question.clause);
//!             for &objective in &bare {
//!                 let mut finding = Finding::about("owned", objective, Message::new("no-owner").with("objective", objective))
//!                     .help("give-owner")
//!                     .pact(pact);
//!                 if let Some(clause) = clause {
//!                     finding = finding.clause(clause);
//!                 }
//!                 answer.find(finding);
//!             }
//!
//!             if let Some(at_most) = self.at_most {
//!                 let actors = graph.targets(Relation::OWNER, &objectives)?;
//!                 for (actor, owned) in graph.edges(Relation::OWNER.back(), &actors)?.iter() {
//!                     if owned.len() > at_most {
//!                         let message = Message::new("too-many").with("actor", actor).with("number", owned.len());
//!                         answer.find(Finding::about("not-too-many", actor, message).pact(pact));
//!                     }
//!                 }
//!             }
//!
//!             // A clause of the terms can leave it to the rule `owned` whether the proposal complies.
//!             for question in request.questions_of("owned", pact) {
//!                 answer.decide(match (objectives.is_empty(), bare.is_empty()) {
//!                     (true, _) => Outcome::open(question),
//!                     (false, false) => Outcome::unmet(question),
//!                     (false, true) => objectives
//!                         .iter()
//!                         .fold(Outcome::met(question), |outcome, &objective| outcome.evidence(objective, "is-owned")),
//!                 });
//!             }
//!         }
//!         Ok(answer)
//!     }
//! }
//!
//! pact_plugin::export!(Owned);
//!
//! // In the tests of the plugin:
//! use pact_plugin::FakeGraph;
//!
//! let mut graph = FakeGraph::new();
//! let terms = graph.add(Kind::TERMS, "terms");
//! let clause = graph.add_in(terms, Kind::CLAUSE, "O1");
//! let pact = graph.add(Kind::PACT, "proposal");
//! let council = graph.add_in(pact, Kind::ACTOR, "council");
//! let (schools, jobs) = (graph.add_in(pact, Kind::OBJECTIVE, "schools"), graph.add_in(pact, Kind::OBJECTIVE, "jobs"));
//! graph.edge(schools, Relation::OWNER, council);
//!
//! let plugin = Owned { at_most: None };
//! let mut request = graph.request(["owned", "not-too-many"]);
//! let answer = graph.check(&plugin, &request).unwrap();
//! assert_eq!(answer.findings.len(), 1);
//! assert_eq!((answer.findings[0].subject(), answer.findings[0].message().id()), (jobs, "no-owner"));
//!
//! // `check` holds the answer to what the host asks: here, that every question gets an outcome that fits.
//! graph.edge(jobs, Relation::OWNER, council);
//! request.questions = vec![FakeGraph::question("owned", clause, pact)];
//! let answer = graph.check(&plugin, &request).unwrap();
//! assert!(answer.findings.is_empty());
//! assert_eq!(answer.outcomes[0].state(), pact_plugin::State::Met);
//! ```
//!
//! # A project
//!
//! ```text
//! Cargo.toml           crate-type = ["cdylib", "rlib"]
//! plugin.toml          id, version, title, licence, what it asks to see, its rules, its languages
//! config.schema.json   the JSON Schema of the configuration, if there is any
//! locales/en.ftl       no-owner = { $objective } has no owner
//! locales/da.ftl       no-owner = { $objective } har ingen ejer
//! rules/owned.en.md    the documentation of the rule, a file a language
//! src/lib.rs
//! ```
//!
//! It is compiled with `cargo build --release --target wasm32-unknown-unknown`; `rustup target add wasm32-unknown-unknown` gets the target. `pact plugin build`
//! does that, and packs the result with the manifest and the messages.
//!
//! # What a plugin cannot do
//!
//! It has no files, no network, no environment, no clock and no randomness: what it finds follows from the graph, its configuration and the day of the request.
//! It sees the kinds, attributes and relations that its `plugin.toml` names under `[sees]`, if its user agrees. A panic is told with its message and place, and
//! gives the verdict *error*; nothing else of the run suffers.

mod answer;
#[doc(hidden)]
#[allow(
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    clippy::all,
    reason = "generated from the boundary"
)]
pub mod bindings;
mod failure;
mod fake;
mod graph;
#[doc(hidden)]
pub mod guest;
mod ledger;
mod message;
mod names;

pub use self::{
    answer::{Answer, Edit, Finding, Outcome, Question, Related, Request, State},
    failure::Failure,
    fake::FakeGraph,
    graph::{Answered, Date, Edges, Graph, Node, NodeSet, Refusal, Source},
    ledger::{Ask, Asked, Case, Groups, Judged, Lack, Ledger, Line, Reading, View},
    message::{Message, Value},
    names::{Attribute, Kind, Relation, Way},
};

/// A check. The fields of the struct are its configuration: it is read from what the user wrote, which fits the schema that `plugin.toml` names.
pub trait Plugin: serde::de::DeserializeOwned {
    /// Looks at the graph once.
    ///
    /// # Errors
    /// When the check cannot be carried out. Any error becomes a [`Failure`] with `?`.
    fn check(&self, graph: &Graph<'_>, request: &Request) -> Result<Answer, Failure>;
}

/// A check that asks the ledger too: what clauses ask, how proposals come out under them, and what they lack. `plugin.toml` says `ledger = true` under `[sees]`, and
/// none of its rules decides clauses: the ledger is made of what such rules have decided.
pub trait LedgerPlugin: serde::de::DeserializeOwned {
    /// Looks at the graph and the ledger once.
    ///
    /// # Errors
    /// When the check cannot be carried out. Any error becomes a [`Failure`] with `?`.
    fn check(&self, view: &View<'_>, request: &Request) -> Result<Answer, Failure>;
}

/// Makes a [`Plugin`] what this library exports to pact. Called once, outside of functions.
#[macro_export]
macro_rules! export {
    ($plugin:ty) => {
        $crate::export!($plugin, run);
    };
    ($plugin:ty, $run:ident) => {
        const _: () = {
            struct Component;

            impl $crate::bindings::exports::pact::plugin::check::Guest for Component {
                fn run(
                    request: $crate::bindings::pact::plugin::types::Request,
                ) -> ::core::result::Result<
                    $crate::bindings::pact::plugin::types::Answer,
                    $crate::bindings::pact::plugin::types::Failure,
                > {
                    $crate::guest::$run::<$plugin>(request)
                }
            }

            // The names of what is exported mean something to WASM, and break linkers elsewhere.
            #[cfg(target_arch = "wasm32")]
    $crate::bindings::export_component!(Component with_types_in $crate::bindings);
        };
    };
}

/// Makes a [`LedgerPlugin`] what this library exports to pact. Called once, outside of functions.
#[macro_export]
macro_rules! export_with_ledger {
    ($plugin:ty) => {
        $crate::export!($plugin, run_with_ledger);
    };
}
