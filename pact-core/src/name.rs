//! Identifiers, kept once each.

use string_interner::{StringInterner, backend::StringBackend, symbol::SymbolU32};

use crate::source::Span;

/// An identifier of a run: an id or a reference as somebody wrote it. Two names are equal when their texts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(SymbolU32);

/// An identifier where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// What was written.
    pub symbol: Symbol,
    /// Where.
    pub span: Span,
}

/// Every identifier of a run, each text stored once.
#[derive(Clone, Debug)]
pub struct Names {
    interner: StringInterner<StringBackend<SymbolU32>, rustc_hash::FxBuildHasher>,
}

impl Default for Names {
    fn default() -> Self {
        Self { interner: StringInterner::with_hasher(rustc_hash::FxBuildHasher) }
    }
}

impl Names {
    /// The symbol of a text. O(length).
    pub fn intern(&mut self, text: &str) -> Symbol {
        Symbol(self.interner.get_or_intern(text))
    }

    /// The symbol of a text if anything in the run is called so.
    pub fn find(&self, text: &str) -> Option<Symbol> {
        self.interner.get(text).map(Symbol)
    }

    /// The text of a symbol. O(1).
    pub fn text(&self, symbol: Symbol) -> &str {
        self.interner.resolve(symbol.0).unwrap_or("")
    }
}
