//! The little of WASI that interpreters of other languages need to start, and nothing that it could reach.
//!
//! Python and JavaScript bring their own C library along, which wants a clock, randomness, streams, files and sockets to be there before the first line of a
//! plugin runs. What they get is a world that stands still: a clock that shows the same moment on every machine and moves on only when the guest waits, which
//! takes no time; randomness from one seed; standard output and error that end in the diary of the plugin; an input that is at its end; no arguments, no
//! environment, no directory and therefore no file; a network on which every address and every socket is refused. Two runs are the same, and so is what they cost.
//!
//! It is written by hand. The crate `wasmtime-wasi` can be told to deny most of this, but the functions of its clocks, waiting and streams run on `tokio` and
//! really wait; it charges no fuel, counts no calls, and brings some eighty crates and the asynchronous half of the engine into a host that must stay small.
//! What an interpreter can reach without having a file or a socket in its hands is two dozen functions. The others are methods of things of which there are
//! none: they are there, because a guest that names them could not be linked otherwise, and trap.
//!
//! Interfaces are defined at 0.2.0, and the linker gives them to every guest that was built for some 0.2.

use wasmtime::{
    Result, StoreContextMut,
    component::{ComponentType, Lift, Linker, LinkerInstance, Lower, Resource, ResourceType, Val},
};

use super::{FUEL_A_CALL, FUEL_A_NODE, State, called, charge};
use crate::error::RunError;

/// The version at which interfaces are defined here.
const VERSION: &str = "0.2.0";
/// The line of versions that is understood.
const LINE: &str = "0.2.";

/// The moment at which the clock of every plugin stands, in seconds since 1970: the year 2000. A day that matters stands in the request.
const NOW: u64 = 946_684_800;
/// What the clock for durations shows first, in nanoseconds: a day, which is later than anything that a guest remembers of its building.
const BEGIN: u64 = 86_400_000_000_000;
/// Where the randomness begins.
const SEED: u64 = 0x7061_6374;

/// Bytes that a stream takes at once.
const PERMIT: u64 = 64 << 10;

/// Every interface that is given.
const INTERFACES: [&str; 27] = [
    "cli/environment",
    "cli/exit",
    "cli/stderr",
    "cli/stdin",
    "cli/stdout",
    "cli/terminal-input",
    "cli/terminal-output",
    "cli/terminal-stderr",
    "cli/terminal-stdin",
    "cli/terminal-stdout",
    "clocks/monotonic-clock",
    "clocks/wall-clock",
    "filesystem/preopens",
    "filesystem/types",
    "io/error",
    "io/poll",
    "io/streams",
    "random/insecure",
    "random/insecure-seed",
    "random/random",
    "sockets/instance-network",
    "sockets/ip-name-lookup",
    "sockets/network",
    "sockets/tcp",
    "sockets/tcp-create-socket",
    "sockets/udp",
    "sockets/udp-create-socket",
];

/// Whether an import is one of the interfaces that are given.
pub(crate) fn gives(import: &str) -> bool {
    import
        .strip_prefix("wasi:")
        .and_then(|name| name.split_once('@'))
        .is_some_and(|(name, version)| version.starts_with(LINE) && INTERFACES.contains(&name))
}

/// What stands behind the functions, for one check.
#[derive(Debug)]
pub(super) struct World {
    /// What the clock for durations shows.
    clock: u64,
    random: u64,
    /// What a guest waits for, by number: the moment at which it is there.
    waits: Vec<Option<u64>>,
}

impl World {
    pub(super) fn new() -> Self {
        Self { clock: BEGIN, random: SEED, waits: Vec::new() }
    }

    /// The next number (SplitMix64).
    fn random(&mut self) -> u64 {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.random ^ (self.random >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Something that is there at a moment. There are never more than a guest may have handles.
    fn wait(&mut self, until: u64) -> Resource<Pollable> {
        let free = self.waits.iter().position(Option::is_none);
        let at = free.unwrap_or_else(|| {
            self.waits.push(None);
            self.waits.len() - 1
        });
        if let Some(wait) = self.waits.get_mut(at) {
            *wait = Some(until);
        }
        Resource::new_own(u32::try_from(at).unwrap_or(u32::MAX))
    }

    fn until(&self, wait: &Resource<Pollable>) -> u64 {
        self.waits.get(wait.rep() as usize).copied().flatten().unwrap_or(0)
    }

    fn forget(&mut self, wait: u32) {
        if let Some(wait) = self.waits.get_mut(wait as usize) {
            *wait = None;
        }
    }
}

/// Something to wait for.
enum Pollable {}
/// What a stream of bytes out of the guest is, by number: 1 or 2, as everywhere.
enum Output {}
/// A stream into the guest, which is at its end.
enum Input {}
/// A network that refuses.
enum Network {}
/// What no guest can have: a file, a socket, a terminal, an error with more to tell.
enum Nothing {}

/// Why a stream takes or gives nothing.
#[derive(ComponentType, Lift, Lower)]
#[component(variant)]
enum StreamError {
    #[component(name = "last-operation-failed")]
    #[allow(dead_code, reason = "nothing fails here, but the type has the case")]
    Failed(Resource<Nothing>),
    #[component(name = "closed")]
    Closed,
}

/// A moment of the clock on the wall.
#[derive(ComponentType, Lower)]
#[component(record)]
struct Datetime {
    seconds: u64,
    nanoseconds: u32,
}

type Store<'s> = StoreContextMut<'s, State>;
type Stream<T> = Result<(std::result::Result<T, StreamError>,)>;

/// Counts a call, and takes its fuel and that of the bytes that it moves.
fn entered(store: &mut Store<'_>, bytes: u64) -> Result<()> {
    called(store)?;
    charge(store, FUEL_A_CALL.saturating_add(FUEL_A_NODE.saturating_mul(bytes / 8)))
}

/// Defines all of it.
pub(super) fn define(linker: &mut Linker<State>) -> Result<()> {
    let mut define = |name: &str, with: fn(&mut LinkerInstance<'_, State>) -> Result<()>| {
        with(&mut linker.instance(&format!("wasi:{name}@{VERSION}"))?)
    };
    define("io/error", |linker| {
        nothing(linker, &["error"])?;
        refused(linker, &["[method]error.to-debug-string"])
    })?;
    define("io/poll", poll)?;
    define("io/streams", streams)?;
    define("clocks/monotonic-clock", monotonic)?;
    define("clocks/wall-clock", |linker| {
        let wall = |seconds, nanoseconds| {
            move |mut store: Store<'_>, (): ()| {
                entered(&mut store, 0)?;
                Ok((Datetime { seconds, nanoseconds },))
            }
        };
        linker.func_wrap("now", wall(NOW, 0))?;
        linker.func_wrap("resolution", wall(1, 0))
    })?;
    random(&mut define)?;
    cli(&mut define)?;
    files(&mut define)?;
    sockets(&mut define)
}

/// What defines an interface by its name.
type Define<'d> = dyn FnMut(&str, fn(&mut LinkerInstance<'_, State>) -> Result<()>) -> Result<()> + 'd;

fn poll(linker: &mut LinkerInstance<'_, State>) -> Result<()> {
    linker.resource("pollable", ResourceType::host::<Pollable>(), |mut store, wait| {
        store.data_mut().wasi.forget(wait);
        Ok(())
    })?;
    linker.func_wrap("[method]pollable.ready", |mut store: Store<'_>, (wait,): (Resource<Pollable>,)| {
        entered(&mut store, 0)?;
        let world = &store.data().wasi;
        Ok((world.until(&wait) <= world.clock,))
    })?;
    linker.func_wrap("[method]pollable.block", |mut store: Store<'_>, (wait,): (Resource<Pollable>,)| {
        entered(&mut store, 0)?;
        let world = &mut store.data_mut().wasi;
        world.clock = world.clock.max(world.until(&wait));
        Ok(())
    })?;
    linker.func_wrap("poll", |mut store: Store<'_>, (waits,): (Vec<Resource<Pollable>>,)| -> Result<(Vec<u32>,)> {
        entered(&mut store, 8 * waits.len() as u64)?;
        let world = &mut store.data_mut().wasi;
        let next = waits.iter().map(|wait| world.until(wait)).min();
        let next = next.ok_or_else(|| wasmtime::Error::msg("it waits for nothing, and so for ever"))?;
        world.clock = world.clock.max(next);
        let there = (0..).zip(&waits).filter(|(_, wait)| world.until(wait) <= world.clock);
        Ok((there.map(|(position, _)| position).collect(),))
    })
}

fn monotonic(linker: &mut LinkerInstance<'_, State>) -> Result<()> {
    linker.func_wrap("now", |mut store: Store<'_>, (): ()| {
        entered(&mut store, 0)?;
        Ok((store.data().wasi.clock,))
    })?;
    linker.func_wrap("resolution", |mut store: Store<'_>, (): ()| {
        entered(&mut store, 0)?;
        Ok((1_u64,))
    })?;
    linker.func_wrap("subscribe-instant", |mut store: Store<'_>, (until,): (u64,)| {
        entered(&mut store, 0)?;
        Ok((store.data_mut().wasi.wait(until),))
    })?;
    linker.func_wrap("subscribe-duration", |mut store: Store<'_>, (time,): (u64,)| {
        entered(&mut store, 0)?;
        let world = &mut store.data_mut().wasi;
        Ok((world.wait(world.clock.saturating_add(time)),))
    })
}

fn streams(linker: &mut LinkerInstance<'_, State>) -> Result<()> {
    linker.resource("input-stream", ResourceType::host::<Input>(), |_, _| Ok(()))?;
    linker.resource("output-stream", ResourceType::host::<Output>(), |_, _| Ok(()))?;
    // The input is at its end.
    for name in ["read", "blocking-read"] {
        linker.func_wrap(
            &format!("[method]input-stream.{name}"),
            |mut store: Store<'_>, (_, _): (Resource<Input>, u64)| -> Stream<Vec<u8>> {
                entered(&mut store, 0)?;
                Ok((Err(StreamError::Closed),))
            },
        )?;
    }
    for name in ["skip", "blocking-skip"] {
        linker.func_wrap(
            &format!("[method]input-stream.{name}"),
            |mut store: Store<'_>, (_, _): (Resource<Input>, u64)| -> Stream<u64> {
                entered(&mut store, 0)?;
                Ok((Err(StreamError::Closed),))
            },
        )?;
    }
    linker.func_wrap("[method]input-stream.subscribe", |mut store: Store<'_>, (_,): (Resource<Input>,)| {
        entered(&mut store, 0)?;
        Ok((store.data_mut().wasi.wait(0),))
    })?;
    linker.func_wrap(
        "[method]output-stream.check-write",
        |mut store: Store<'_>, (_,): (Resource<Output>,)| -> Stream<u64> {
            entered(&mut store, 0)?;
            Ok((Ok(PERMIT),))
        },
    )?;
    for name in ["write", "blocking-write-and-flush"] {
        linker.func_wrap(
            &format!("[method]output-stream.{name}"),
            |mut store: Store<'_>, (stream, bytes): (Resource<Output>, Vec<u8>)| -> Stream<()> {
                // Each byte may become a line, and so costs as much as what is eight times as long elsewhere.
                entered(&mut store, 8 * bytes.len() as u64)?;
                store.data_mut().log.written(stream.rep() == 2, &bytes);
                Ok((Ok(()),))
            },
        )?;
    }
    for name in ["flush", "blocking-flush"] {
        linker.func_wrap(
            &format!("[method]output-stream.{name}"),
            |mut store: Store<'_>, (_,): (Resource<Output>,)| -> Stream<()> {
                entered(&mut store, 0)?;
                Ok((Ok(()),))
            },
        )?;
    }
    for name in ["write-zeroes", "blocking-write-zeroes-and-flush"] {
        // Zeroes are nothing to read.
        linker.func_wrap(
            &format!("[method]output-stream.{name}"),
            |mut store: Store<'_>, (_, _): (Resource<Output>, u64)| -> Stream<()> {
                entered(&mut store, 0)?;
                Ok((Ok(()),))
            },
        )?;
    }
    for name in ["splice", "blocking-splice"] {
        linker.func_wrap(
            &format!("[method]output-stream.{name}"),
            |mut store: Store<'_>, (_, _, _): (Resource<Output>, Resource<Input>, u64)| -> Stream<u64> {
                entered(&mut store, 0)?;
                Ok((Err(StreamError::Closed),))
            },
        )?;
    }
    linker.func_wrap("[method]output-stream.subscribe", |mut store: Store<'_>, (_,): (Resource<Output>,)| {
        entered(&mut store, 0)?;
        Ok((store.data_mut().wasi.wait(0),))
    })
}

fn random(define: &mut Define<'_>) -> Result<()> {
    fn bytes(mut store: Store<'_>, (number,): (u64,)) -> Result<(Vec<u8>,)> {
        let most = store.data().limits.crossing as u64;
        if number > most {
            return Err(RunError::Limit { what: "random bytes at once", most }.into());
        }
        entered(&mut store, number)?;
        let world = &mut store.data_mut().wasi;
        let bytes = std::iter::repeat_with(|| world.random().to_le_bytes()).flatten();
        Ok((bytes.take(usize::try_from(number)?).collect(),))
    }
    fn number(mut store: Store<'_>, (): ()) -> Result<(u64,)> {
        entered(&mut store, 8)?;
        Ok((store.data_mut().wasi.random(),))
    }
    define("random/random", |linker| {
        linker.func_wrap("get-random-bytes", bytes)?;
        linker.func_wrap("get-random-u64", number)
    })?;
    define("random/insecure", |linker| {
        linker.func_wrap("get-insecure-random-bytes", bytes)?;
        linker.func_wrap("get-insecure-random-u64", number)
    })?;
    define("random/insecure-seed", |linker| {
        linker.func_wrap("insecure-seed", |mut store: Store<'_>, (): ()| {
            entered(&mut store, 16)?;
            let world = &mut store.data_mut().wasi;
            Ok(((world.random(), world.random()),))
        })
    })
}

fn cli(define: &mut Define<'_>) -> Result<()> {
    define("cli/environment", |linker| {
        linker.func_wrap("get-environment", |mut store: Store<'_>, (): ()| {
            entered(&mut store, 0)?;
            Ok((Vec::<(String, String)>::new(),))
        })?;
        linker.func_wrap("get-arguments", |mut store: Store<'_>, (): ()| {
            entered(&mut store, 0)?;
            Ok((Vec::<String>::new(),))
        })?;
        linker.func_wrap("initial-cwd", |mut store: Store<'_>, (): ()| {
            entered(&mut store, 0)?;
            Ok((None::<String>,))
        })
    })?;
    define("cli/exit", |linker| {
        linker.func_wrap("exit", |_: Store<'_>, (_,): (std::result::Result<(), ()>,)| -> Result<()> {
            Err(RunError::Exit.into())
        })?;
        linker.func_wrap("exit-with-code", |_: Store<'_>, (_,): (u8,)| -> Result<()> { Err(RunError::Exit.into()) })
    })?;
    define("cli/stdin", |linker| {
        linker.func_wrap("get-stdin", |mut store: Store<'_>, (): ()| {
            entered(&mut store, 0)?;
            Ok((Resource::<Input>::new_own(0),))
        })
    })?;
    define("cli/stdout", |linker| {
        linker.func_wrap("get-stdout", |mut store: Store<'_>, (): ()| {
            entered(&mut store, 0)?;
            Ok((Resource::<Output>::new_own(1),))
        })
    })?;
    define("cli/stderr", |linker| {
        linker.func_wrap("get-stderr", |mut store: Store<'_>, (): ()| {
            entered(&mut store, 0)?;
            Ok((Resource::<Output>::new_own(2),))
        })
    })?;
    define("cli/terminal-input", |linker| nothing(linker, &["terminal-input"]))?;
    define("cli/terminal-output", |linker| nothing(linker, &["terminal-output"]))?;
    fn no_terminal(mut store: Store<'_>, (): ()) -> Result<(Option<Resource<Nothing>>,)> {
        entered(&mut store, 0)?;
        Ok((None,))
    }
    define("cli/terminal-stdin", |linker| linker.func_wrap("get-terminal-stdin", no_terminal))?;
    define("cli/terminal-stdout", |linker| linker.func_wrap("get-terminal-stdout", no_terminal))?;
    define("cli/terminal-stderr", |linker| linker.func_wrap("get-terminal-stderr", no_terminal))
}

fn files(define: &mut Define<'_>) -> Result<()> {
    define("filesystem/preopens", |linker| {
        linker.func_wrap("get-directories", |mut store: Store<'_>, (): ()| {
            entered(&mut store, 0)?;
            Ok((Vec::<(Resource<Nothing>, String)>::new(),))
        })
    })?;
    define("filesystem/types", |linker| {
        nothing(linker, &["descriptor", "directory-entry-stream"])?;
        refused(
            linker,
            &[
                "[method]descriptor.read-via-stream",
                "[method]descriptor.write-via-stream",
                "[method]descriptor.append-via-stream",
                "[method]descriptor.advise",
                "[method]descriptor.sync-data",
                "[method]descriptor.get-flags",
                "[method]descriptor.get-type",
                "[method]descriptor.set-size",
                "[method]descriptor.set-times",
                "[method]descriptor.read",
                "[method]descriptor.write",
                "[method]descriptor.read-directory",
                "[method]descriptor.sync",
                "[method]descriptor.create-directory-at",
                "[method]descriptor.stat",
                "[method]descriptor.stat-at",
                "[method]descriptor.set-times-at",
                "[method]descriptor.link-at",
                "[method]descriptor.open-at",
                "[method]descriptor.readlink-at",
                "[method]descriptor.remove-directory-at",
                "[method]descriptor.rename-at",
                "[method]descriptor.symlink-at",
                "[method]descriptor.unlink-file-at",
                "[method]descriptor.is-same-object",
                "[method]descriptor.metadata-hash",
                "[method]descriptor.metadata-hash-at",
                "[method]directory-entry-stream.read-directory-entry",
                "filesystem-error-code",
            ],
        )
    })
}

fn sockets(define: &mut Define<'_>) -> Result<()> {
    define("sockets/network", |linker| {
        linker.resource("network", ResourceType::host::<Network>(), |_, _| Ok(()))?;
        refused(linker, &["network-error-code"])
    })?;
    define("sockets/instance-network", |linker| {
        linker.func_wrap("instance-network", |mut store: Store<'_>, (): ()| {
            entered(&mut store, 0)?;
            Ok((Resource::<Network>::new_own(0),))
        })
    })?;
    define("sockets/ip-name-lookup", |linker| {
        nothing(linker, &["resolve-address-stream"])?;
        denied(linker, "resolve-addresses")?;
        refused(
            linker,
            &["[method]resolve-address-stream.resolve-next-address", "[method]resolve-address-stream.subscribe"],
        )
    })?;
    define("sockets/tcp-create-socket", |linker| denied(linker, "create-tcp-socket"))?;
    define("sockets/udp-create-socket", |linker| denied(linker, "create-udp-socket"))?;
    define("sockets/tcp", |linker| {
        nothing(linker, &["tcp-socket"])?;
        refused(
            linker,
            &[
                "[method]tcp-socket.start-bind",
                "[method]tcp-socket.finish-bind",
                "[method]tcp-socket.start-connect",
                "[method]tcp-socket.finish-connect",
                "[method]tcp-socket.start-listen",
                "[method]tcp-socket.finish-listen",
                "[method]tcp-socket.accept",
                "[method]tcp-socket.local-address",
                "[method]tcp-socket.remote-address",
                "[method]tcp-socket.is-listening",
                "[method]tcp-socket.address-family",
                "[method]tcp-socket.set-listen-backlog-size",
                "[method]tcp-socket.keep-alive-enabled",
                "[method]tcp-socket.set-keep-alive-enabled",
                "[method]tcp-socket.keep-alive-idle-time",
                "[method]tcp-socket.set-keep-alive-idle-time",
                "[method]tcp-socket.keep-alive-interval",
                "[method]tcp-socket.set-keep-alive-interval",
                "[method]tcp-socket.keep-alive-count",
                "[method]tcp-socket.set-keep-alive-count",
                "[method]tcp-socket.hop-limit",
                "[method]tcp-socket.set-hop-limit",
                "[method]tcp-socket.receive-buffer-size",
                "[method]tcp-socket.set-receive-buffer-size",
                "[method]tcp-socket.send-buffer-size",
                "[method]tcp-socket.set-send-buffer-size",
                "[method]tcp-socket.subscribe",
                "[method]tcp-socket.shutdown",
            ],
        )
    })?;
    define("sockets/udp", |linker| {
        nothing(linker, &["udp-socket", "incoming-datagram-stream", "outgoing-datagram-stream"])?;
        refused(
            linker,
            &[
                "[method]udp-socket.start-bind",
                "[method]udp-socket.finish-bind",
                "[method]udp-socket.stream",
                "[method]udp-socket.local-address",
                "[method]udp-socket.remote-address",
                "[method]udp-socket.address-family",
                "[method]udp-socket.unicast-hop-limit",
                "[method]udp-socket.set-unicast-hop-limit",
                "[method]udp-socket.receive-buffer-size",
                "[method]udp-socket.set-receive-buffer-size",
                "[method]udp-socket.send-buffer-size",
                "[method]udp-socket.set-send-buffer-size",
                "[method]udp-socket.subscribe",
                "[method]incoming-datagram-stream.receive",
                "[method]incoming-datagram-stream.subscribe",
                "[method]outgoing-datagram-stream.check-send",
                "[method]outgoing-datagram-stream.send",
                "[method]outgoing-datagram-stream.subscribe",
            ],
        )
    })
}

/// Things of which there are none.
fn nothing(linker: &mut LinkerInstance<'_, State>, names: &[&str]) -> Result<()> {
    for name in names {
        linker.resource(name, ResourceType::host::<Nothing>(), |_, _| Ok(()))?;
    }
    Ok(())
}

/// Functions that ask for something of which there is none, and so cannot be called with a handle that is right.
fn refused(linker: &mut LinkerInstance<'_, State>, names: &[&str]) -> Result<()> {
    for name in names {
        let told = format!("`{name}`: plugins have no files and no sockets");
        linker.func_new(name, move |_, _, _, _| Err(wasmtime::Error::msg(told.clone())))?;
    }
    Ok(())
}

/// A function that says that it may not be.
fn denied(linker: &mut LinkerInstance<'_, State>, name: &str) -> Result<()> {
    linker.func_new(name, |mut store, _, parameters, results| {
        entered(&mut store, 0)?;
        // What is lent has to be given back.
        for parameter in parameters {
            if let Val::Resource(lent) = parameter {
                lent.resource_drop(&mut store)?;
            }
        }
        if let Some(result) = results.first_mut() {
            *result = Val::Result(Err(Some(Box::new(Val::Enum("access-denied".to_owned())))));
        }
        Ok(())
    })
}
