//! What runs plugins: the engine and what it lets a guest reach.

mod answer;
mod graph;
mod ledger;
mod log;
mod reading;
mod view;
mod wasi;

use std::{
    sync::{Arc, Weak, mpsc},
    time::{Duration, Instant},
};

use pact_core::model::Model;
use wasmtime::{
    Config, Engine, EngineWeak, Result, Store, StoreContextMut, Trap,
    component::{Component, InstancePre, Linker},
};

use self::view::{Refusal, View};
pub(crate) use self::{
    answer::{Argument, Edit, Finding, Message, Outcome, Question, Related, Request},
    graph::Date,
    ledger::Seen,
    log::{Log, cut},
    view::Grants,
    wasi::gives,
};
use crate::{error::RunError, limits::Limits};

/// The interface by which a plugin sees the ledger.
pub(crate) const LEDGER: &str = "pact:plugin/ledger@1.0.0";

/// What an answer is to a guest: or a trap.
type Answer<T> = Result<(std::result::Result<T, Refusal>,)>;

/// Fuel of a call to the host: about what it costs beside what it does.
const FUEL_A_CALL: u64 = 200;
/// Fuel of a node in a question, and of every eight bytes of an answer.
const FUEL_A_NODE: u64 = 20;

/// How often the clock that stops plugins ticks.
const TICK: Duration = Duration::from_millis(20);

/// What belongs to one check.
pub(crate) struct State {
    model: Arc<Model>,
    grants: Arc<Grants>,
    ledger: Option<Arc<Seen>>,
    limits: Limits,
    calls: u64,
    memory: usize,
    elements: usize,
    /// The first limit of memory or tables that was hit: a guest may live on after it, and fail elsewhere.
    refused: Option<&'static str>,
    pub(crate) log: Log,
    wasi: wasi::World,
}

impl wasmtime::ResourceLimiter for State {
    fn memory_growing(&mut self, current: usize, desired: usize, _: Option<usize>) -> Result<bool> {
        let after = self.memory.saturating_add(desired.saturating_sub(current));
        if after > self.limits.memory {
            self.refused = Some("memory");
            return Ok(false);
        }
        self.memory = after;
        Ok(true)
    }

    fn table_growing(&mut self, current: usize, desired: usize, _: Option<usize>) -> Result<bool> {
        let after = self.elements.saturating_add(desired.saturating_sub(current));
        if after > self.limits.table_elements {
            self.refused = Some("table elements");
            return Ok(false);
        }
        self.elements = after;
        Ok(true)
    }

    fn instances(&self) -> usize {
        self.limits.instances
    }

    fn tables(&self) -> usize {
        self.limits.tables
    }

    fn memories(&self) -> usize {
        self.limits.memories
    }
}

/// How many bytes an answer takes in the guest.
trait Size {
    fn bytes(&self) -> usize;
}

macro_rules! flat {
    ($($of:ty)*) => { $( impl Size for $of { fn bytes(&self) -> usize { size_of::<Self>() } } )* };
}

flat! { u32 bool Date &'static str Option<u32> Option<bool> Option<Date> }

impl Size for String {
    fn bytes(&self) -> usize {
        8 + self.len()
    }
}

impl Size for Option<String> {
    fn bytes(&self) -> usize {
        12 + self.as_ref().map_or(0, String::len)
    }
}

impl<T: Size> Size for Vec<T> {
    fn bytes(&self) -> usize {
        8 + self.iter().map(Size::bytes).sum::<usize>()
    }
}

/// Answers a question of a guest, which pays for it with its fuel: a question that costs the host a second must not cost the guest a call.
fn ask<T: Size>(
    mut store: StoreContextMut<'_, State>,
    nodes: usize,
    question: impl FnOnce(&View<'_>) -> std::result::Result<T, Refusal>,
) -> Answer<T> {
    called(&mut store)?;
    charge(&mut store, FUEL_A_CALL + FUEL_A_NODE * nodes as u64)?;
    let state = store.data();
    let answer = question(&View::new(&state.model, &state.grants, state.ledger.as_deref()));
    let bytes = answer.as_ref().map_or(0, Size::bytes);
    let most = state.limits.crossing;
    charge(&mut store, FUEL_A_NODE * (bytes / 8) as u64)?;
    Ok((answer.and_then(|answer| if bytes > most { Err(Refusal::new("limit", bytes)) } else { Ok(answer) }),))
}

/// Counts a call of a guest to the host.
fn called(store: &mut StoreContextMut<'_, State>) -> Result<()> {
    let state = store.data_mut();
    state.calls += 1;
    if state.calls > state.limits.calls {
        return Err(RunError::Limit { what: "calls to the host", most: state.limits.calls }.into());
    }
    Ok(())
}

/// Takes fuel from a guest for what the host does for it.
fn charge(store: &mut StoreContextMut<'_, State>, cost: u64) -> Result<()> {
    let left = store.get_fuel()?;
    store.set_fuel(left.saturating_sub(cost))?;
    if left < cost { Err(Trap::OutOfFuel.into()) } else { Ok(()) }
}

/// The engine, with what guests can reach. Cheap to clone.
#[derive(Clone)]
pub struct Host {
    engine: Engine,
    linker: Arc<Linker<State>>,
    clock: Arc<Clock>,
    limits: Limits,
}

impl std::fmt::Debug for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Host").field("limits", &self.limits).finish_non_exhaustive()
    }
}

impl Host {
    /// A host with limits.
    ///
    /// # Errors
    /// When the engine cannot be made for this machine.
    pub fn new(limits: Limits) -> Result<Self, RunError> {
        let engine = Engine::new(&config(&limits)).map_err(|error| RunError::Host(format!("{error:#}")))?;
        let mut linker = Linker::new(&engine);
        let defined = (|| {
            graph::define(&mut linker.instance("pact:plugin/graph@1.0.0")?)?;
            log::define(&mut linker.instance("pact:plugin/log@1.0.0")?)?;
            reading::define(&mut linker.instance("pact:plugin/reading@1.0.0")?)?;
            ledger::define(&mut linker.instance(LEDGER)?)?;
            wasi::define(&mut linker)
        })();
        defined.map_err(|error: wasmtime::Error| RunError::Host(format!("{error:#}")))?;
        let clock = Arc::new(Clock::new(engine.weak()));
        Ok(Self { engine, linker: Arc::new(linker), clock, limits })
    }

    /// The limits.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// A component with its imports, ready to be instantiated.
    pub(crate) fn link(&self, component: &Component) -> Result<InstancePre<State>> {
        self.linker.instantiate_pre(component)
    }

    /// Asks a plugin, in an instance of its own.
    pub(crate) fn ask(
        &self,
        plugin: &InstancePre<State>,
        shown: Shown,
        request: &Request,
    ) -> (Result<answer::Answered, RunError>, Spent, Log) {
        let limits = self.limits;
        let Shown { model, grants, ledger } = shown;
        let state = State {
            model,
            grants,
            ledger,
            limits,
            calls: 0,
            memory: 0,
            elements: 0,
            refused: None,
            log: Log::new(limits.log),
            wasi: wasi::World::new(),
        };
        let mut store = Store::new(&self.engine, state);
        store.limiter(|state| state);
        store.set_hostcall_fuel(limits.crossing);
        store.set_max_component_handles(limits.handles);
        let _ticking = self.clock.start();
        let begun = Instant::now();
        // Whatever runs before the call, such as start functions, is stopped too.
        store.set_epoch_deadline(1 + (limits.wall.as_millis() / TICK.as_millis().max(1)) as u64);
        let mut started = None;
        let answered = (|| {
            store.set_fuel(limits.start_fuel)?;
            let instance = plugin.instantiate(&mut store)?;
            started = Some(limits.start_fuel.saturating_sub(store.get_fuel()?));
            store.set_fuel(limits.fuel)?;
            answer::call(&mut store, &instance, request)
        })();
        let left = store.get_fuel().unwrap_or(0);
        let state = store.data_mut();
        let spent = Spent {
            fuel: match started {
                Some(started) => started + limits.fuel.saturating_sub(left),
                None => limits.start_fuel.saturating_sub(left),
            },
            calls: state.calls,
            memory: state.memory,
            time: begun.elapsed(),
        };
        let fuel = if started.is_some() { limits.fuel } else { limits.start_fuel };
        let answered = answered.map_err(|error| match RunError::of(&error, state.refused, &limits, &mut state.log) {
            RunError::Fuel(_) => RunError::Fuel(fuel),
            other => other,
        });
        state.log.end();
        (answered, spent, std::mem::take(&mut state.log))
    }
}

/// What a plugin is shown in a run.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// What was read.
    pub(crate) model: Arc<Model>,
    /// What of it may be seen.
    pub(crate) grants: Arc<Grants>,
    /// The ledger, where it is made already.
    pub(crate) ledger: Option<Arc<Seen>>,
}

/// What a check has used up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spent {
    /// Fuel.
    pub fuel: u64,
    /// Calls to the host.
    pub calls: u64,
    /// Bytes of linear memory.
    pub memory: usize,
    /// Time.
    pub time: Duration,
}

fn config(limits: &Limits) -> Config {
    let mut config = Config::new();
    config
        .consume_fuel(true)
        .epoch_interruption(true)
        .max_wasm_stack(limits.stack)
        .cranelift_nan_canonicalization(true)
        .wasm_relaxed_simd(false)
        .wasm_memory64(false)
        .wasm_component_model(true);
    config
}

/// Ticks while some plugin runs, and only then.
struct Clock {
    engine: EngineWeak,
    running: std::sync::Mutex<Weak<Ticking>>,
}

/// As long as somebody holds it, the clock ticks.
struct Ticking {
    _stop: mpsc::Sender<()>,
}

impl Clock {
    fn new(engine: EngineWeak) -> Self {
        Self { engine, running: std::sync::Mutex::new(Weak::new()) }
    }

    fn start(&self) -> Arc<Ticking> {
        let mut running = self.running.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(ticking) = running.upgrade() {
            return ticking;
        }
        let (stop, stopped) = mpsc::channel();
        let engine = self.engine.clone();
        std::thread::spawn(move || {
            // The other end is dropped with the last who runs something.
            while stopped.recv_timeout(TICK) == Err(mpsc::RecvTimeoutError::Timeout) {
                match engine.upgrade() {
                    Some(engine) => engine.increment_epoch(),
                    None => return,
                }
            }
        });
        let ticking = Arc::new(Ticking { _stop: stop });
        *running = Arc::downgrade(&ticking);
        ticking
    }
}
