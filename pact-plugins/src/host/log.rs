//! The diary of a plugin: lines for its author, what it is looking at, why it panics.

use wasmtime::{Result, StoreContextMut, component::LinkerInstance};

use super::{FUEL_A_CALL, State, called, charge};

/// What a plugin told of itself while it ran.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    /// Lines, in the order in which they came.
    pub(crate) lines: Vec<String>,
    /// How many did not fit.
    pub(crate) dropped: usize,
    /// The last node that it said it was looking at.
    pub(crate) looking_at: Option<u32>,
    /// Why it panicked, and where.
    pub(crate) panic: Option<(String, String)>,
    left: usize,
    /// What was written to the standard output and error since the last line ended.
    output: Vec<u8>,
    error: Vec<u8>,
}

impl Log {
    pub(super) fn new(bytes: usize) -> Self {
        Self { left: bytes, ..Self::default() }
    }

    fn line(&mut self, text: String) {
        // An empty line takes memory too.
        if self.left <= text.len() {
            self.dropped += 1;
            return;
        }
        self.left -= text.len() + 1;
        self.lines.push(text);
    }

    /// Takes what a guest writes to its standard output or error, line by line.
    pub(super) fn written(&mut self, error: bool, bytes: &[u8]) {
        for part in bytes.split_inclusive(|&byte| byte == b'\n') {
            let (part, ends) = part.strip_suffix(b"\n").map_or((part, false), |part| (part, true));
            let most = self.left;
            let open = if error { &mut self.error } else { &mut self.output };
            // One byte more than fits shows that it does not.
            open.extend(part.iter().take(most.saturating_add(1).saturating_sub(open.len())));
            if ends {
                let line = std::mem::take(open);
                self.line(String::from_utf8_lossy(&line).into_owned());
            }
        }
    }

    /// Takes the lines that were not ended.
    pub(super) fn end(&mut self) {
        for open in [std::mem::take(&mut self.output), std::mem::take(&mut self.error)] {
            if !open.is_empty() {
                self.line(String::from_utf8_lossy(&open).into_owned());
            }
        }
    }
}

/// Cuts a text at a number of bytes, between characters.
pub(crate) fn cut(mut text: String, most: usize) -> String {
    if text.len() > most {
        let mut end = most;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        text.push('…');
    }
    text
}

pub(super) fn define(linker: &mut LinkerInstance<'_, State>) -> Result<()> {
    linker.func_wrap("line", |mut store: StoreContextMut<'_, State>, (text,): (String,)| -> Result<()> {
        called(&mut store)?;
        charge(&mut store, FUEL_A_CALL + text.len() as u64)?;
        store.data_mut().log.line(text);
        Ok(())
    })?;
    linker.func_wrap("looking-at", |mut store: StoreContextMut<'_, State>, (node,): (u32,)| -> Result<()> {
        called(&mut store)?;
        store.data_mut().log.looking_at = Some(node);
        charge(&mut store, FUEL_A_CALL)
    })?;
    linker.func_wrap(
        "panic",
        |mut store: StoreContextMut<'_, State>, (message, trace): (String, String)| -> Result<()> {
            called(&mut store)?;
            let cost = FUEL_A_CALL + (message.len() + trace.len()) as u64;
            let state = store.data_mut();
            let most = state.limits.string;
            // The first is the cause.
            state.log.panic.get_or_insert_with(|| (cut(message, most), cut(trace, 4 * most)));
            // What was said counts also where the fuel is at its end.
            charge(&mut store, cost)
        },
    )
}
