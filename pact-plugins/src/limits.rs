//! What a plugin may use up. Each limit has a default, can be set, and is told when it is hit.

use std::time::Duration;

/// What a plugin may use up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a component file.
    pub component: usize,
    /// How long its compilation may take.
    pub compile: Duration,
    /// Functions in a component, all of its modules together.
    pub functions: u32,
    /// Bytes of one function's body.
    pub body: u32,
    /// Targets of one `br_table`.
    pub branch_targets: u32,
    /// How deep components and modules may be nested.
    pub nesting: u32,
    /// Fuel of a check, about one a WASM instruction. It decides, and not time: it is the same on every machine.
    pub fuel: u64,
    /// Fuel of instantiation, which runs start functions.
    pub start_fuel: u64,
    /// How long a check may take, start functions included. A backstop: a plugin that hits it would hit it elsewhere or not.
    pub wall: Duration,
    /// Bytes of linear memory, all memories together.
    pub memory: usize,
    /// Linear memories.
    pub memories: usize,
    /// Tables.
    pub tables: usize,
    /// Elements of tables, all together.
    pub table_elements: usize,
    /// Instances of modules.
    pub instances: usize,
    /// Bytes of the WASM stack.
    pub stack: usize,
    /// Bytes that may cross the boundary in one call, either way.
    pub crossing: usize,
    /// Handles that a guest holds at a time. Each takes memory of the host.
    pub handles: usize,
    /// Calls to the host.
    pub calls: u64,
    /// Findings.
    pub findings: usize,
    /// Bytes of a string.
    pub string: usize,
    /// Bytes of the log.
    pub log: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            component: 32 << 20,
            compile: Duration::from_secs(60),
            functions: 60_000,
            body: 4 << 20,
            branch_targets: 100_000,
            nesting: 16,
            fuel: 5_000_000_000,
            start_fuel: 100_000_000,
            wall: Duration::from_secs(10),
            memory: 128 << 20,
            memories: 4,
            tables: 8,
            table_elements: 20_000,
            instances: 64,
            stack: 512 << 10,
            crossing: 4 << 20,
            handles: 1_000,
            calls: 1_000_000,
            findings: 10_000,
            string: 4 << 10,
            log: 64 << 10,
        }
    }
}
