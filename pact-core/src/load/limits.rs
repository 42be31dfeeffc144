//! What a single input may cost.

/// Bounds on what is read. Every one has a test that hits it; reaching one is a finding that names the file and the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in a file. At most `u32::MAX - 1`, since places are 32-bit offsets.
    pub file_bytes: usize,
    /// How deep lists and entries may be nested.
    pub depth: usize,
    /// Bytes in a single text.
    pub scalar_bytes: usize,
    /// Values in a file before aliases are followed.
    pub values: usize,
    /// Entries of all files together: what becomes a node of the graph.
    pub entries: usize,
    /// Values that following aliases may add to a file.
    pub alias_values: usize,
}

impl Default for Limits {
    /// 512 MiB a file, 64 levels, 1 MiB a text, 64 million values, 2 million entries, 100 000 values through aliases.
    fn default() -> Self {
        Self {
            file_bytes: 512 << 20,
            depth: 64,
            scalar_bytes: 1 << 20,
            values: 64_000_000,
            entries: 2_000_000,
            alias_values: 100_000,
        }
    }
}

impl Limits {
    /// The value of a limit.
    pub fn of(&self, limit: Limit) -> u64 {
        let value = match limit {
            Limit::FileBytes => self.file_bytes,
            Limit::Depth => self.depth,
            Limit::ScalarBytes => self.scalar_bytes,
            Limit::Values => self.values,
            Limit::Entries => self.entries,
            Limit::AliasValues => self.alias_values,
        };
        value as u64
    }
}

/// Which of the [`Limits`] was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// [`Limits::file_bytes`]
    FileBytes,
    /// [`Limits::depth`]
    Depth,
    /// [`Limits::scalar_bytes`]
    ScalarBytes,
    /// [`Limits::values`]
    Values,
    /// [`Limits::entries`]
    Entries,
    /// [`Limits::alias_values`]
    AliasValues,
}

impl Limit {
    /// The limit's name in machine formats and message catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::FileBytes => "file-bytes",
            Self::Depth => "depth",
            Self::ScalarBytes => "scalar-bytes",
            Self::Values => "values",
            Self::Entries => "entries",
            Self::AliasValues => "alias-values",
        }
    }
}
