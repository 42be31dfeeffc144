//! What crosses the boundary when a plugin is asked.

use wasmtime::{
    Result, Store,
    component::{ComponentType, Instance, Lift, Lower},
};

use super::{Date, State};
use crate::error::RunError;

/// The interface that a plugin exports.
const CHECK: &str = "pact:plugin/check@1.0.0";

/// A clause that leaves it to a rule of the plugin whether a proposal complies.
#[derive(Clone, Debug, ComponentType, Lower)]
#[component(record)]
pub(crate) struct Question {
    pub(crate) rule: String,
    pub(crate) clause: u32,
    pub(crate) pact: u32,
}

/// What a run asks.
#[derive(Clone, Debug, ComponentType, Lower)]
#[component(record)]
pub(crate) struct Request {
    pub(crate) rules: Vec<String>,
    pub(crate) pacts: Vec<u32>,
    pub(crate) questions: Vec<Question>,
    #[component(name = "as-of")]
    pub(crate) as_of: Option<Date>,
    pub(crate) config: String,
}

macro_rules! crossing {
    ($( $(#[$meta:meta])* $name:ident { $($field:ident : $of:ty),* $(,)? } )*) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, ComponentType, Lift)]
        #[component(record)]
        pub(crate) struct $name { $(pub(crate) $field: $of),* }
    )* };
}

crossing! {
    /// A named value in a message.
    Argument { name: String, of: String, values: Vec<String>, nodes: Vec<u32> }
    /// What is to be said.
    Message { id: String, arguments: Vec<Argument> }
    /// A node that belongs to a finding or to evidence.
    Related { node: u32, role: Message }
    /// A change that would mend a finding.
    Edit { node: u32, key: String, value: String }
    /// Something that is not as it should be.
    Finding {
        rule: String,
        subject: u32,
        message: Message,
        help: Option<Message>,
        related: Vec<Related>,
        clause: Option<u32>,
        pact: Option<u32>,
        edits: Vec<Edit>,
    }
    /// How a clause comes out that leaves it to the plugin.
    Outcome { rule: String, clause: u32, pact: u32, state: String, evidence: Vec<Related> }
    /// What a check found.
    Answered { findings: Vec<Finding>, outcomes: Vec<Outcome> }
    /// Why a check could not be carried out.
    Failure { message: String, trace: String }
}

/// Calls a plugin.
pub(super) fn call(store: &mut Store<State>, instance: &Instance, request: &Request) -> Result<Answered> {
    let missing = || wasmtime::Error::msg(format!("`{CHECK}` is not exported as it should be"));
    let check = instance.get_export_index(&mut *store, None, CHECK).ok_or_else(missing)?;
    let run = instance.get_export_index(&mut *store, Some(&check), "run").ok_or_else(missing)?;
    let run = instance.get_typed_func::<(&Request,), (std::result::Result<Answered, Failure>,)>(&mut *store, &run);
    let run = run.map_err(|_| missing())?;
    let (answer,) = run.call(&mut *store, (request,))?;
    answer.map_err(|failure| RunError::Author { message: failure.message, trace: failure.trace, at: None }.into())
}
