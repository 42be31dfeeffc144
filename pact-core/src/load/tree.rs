//! One parsed file: every value with its place, whatever format it was written in.
//!
//! The tree is a flat list in document order. A list is followed by its items, an entry list by its keys and values
//! in turn; each slot knows where its subtree ends. Texts that stand verbatim in the file are not copied.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::limits::{Limit, Limits};
use crate::{
    fault::SyntaxProblem,
    source::{FileId, Span},
};

/// What a value is, in the words of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueKind {
    /// Nothing: `null`, `~` or an empty place in YAML.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A number with a fraction or an exponent.
    Number,
    /// A text.
    String,
    /// A list.
    Array,
    /// Keys with values.
    Object,
}

impl ValueKind {
    /// The name in JSON Schema, used in machine formats and as the selector in message catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    kind: ValueKind,
    /// The text stands in `Tree::unescaped` and not in the file.
    owned: bool,
    start: u32,
    end: u32,
    text_start: u32,
    text_end: u32,
    /// One past the last slot of the subtree.
    after: u32,
}

/// A parsed file.
#[derive(Debug)]
pub struct Tree<'s> {
    file: FileId,
    source: &'s str,
    slots: Vec<Slot>,
    unescaped: String,
    /// For keys that stand in their entry list before: their slot, and where the first of them stands.
    repeated: FxHashMap<u32, Span>,
}

/// A value of a [`Tree`].
#[derive(Clone, Copy, Debug)]
pub struct Value<'t> {
    tree: &'t Tree<'t>,
    at: u32,
}

impl<'s> Tree<'s> {
    /// The outermost value; `None` when the file holds none.
    pub fn root(&self) -> Option<Value<'_>> {
        (!self.slots.is_empty()).then_some(Value { tree: self, at: 0 })
    }
}

impl<'t> Value<'t> {
    fn slot(self) -> Option<&'t Slot> {
        self.tree.slots.get(self.at as usize)
    }

    /// What the value is.
    pub fn kind(self) -> ValueKind {
        self.slot().map_or(ValueKind::Null, |slot| slot.kind)
    }

    /// Where the value stands.
    pub fn span(self) -> Span {
        self.slot().map_or_else(Span::default, |slot| Span::new(self.tree.file, slot.start, slot.end))
    }

    /// The text of a scalar as it is meant, without quotes and escapes; empty for lists and entries.
    pub fn text(self) -> &'t str {
        self.slot()
            .and_then(|slot| {
                let within = slot.text_start as usize..slot.text_end as usize;
                if slot.owned { self.tree.unescaped.get(within) } else { self.tree.source.get(within) }
            })
            .unwrap_or("")
    }

    /// For a key that stands in its entry list before: where it does first.
    pub(crate) fn first_of_key(self) -> Option<Span> {
        self.tree.repeated.get(&self.at).copied()
    }

    /// The items of a list; nothing for other values.
    pub fn items(self) -> Children<'t> {
        self.children(ValueKind::Array)
    }

    /// The keys and values of an entry list, in the order of the file; nothing for other values.
    pub fn entries(self) -> impl Iterator<Item = (Value<'t>, Value<'t>)> {
        let mut children = self.children(ValueKind::Object);
        std::iter::from_fn(move || Some((children.next()?, children.next()?)))
    }

    /// The value under `key`, the first one if it stands twice. O(entries).
    pub fn get(self, key: &str) -> Option<Value<'t>> {
        self.entries().find(|(found, _)| found.text() == key).map(|(_, value)| value)
    }

    fn children(self, kind: ValueKind) -> Children<'t> {
        match self.slot() {
            Some(slot) if slot.kind == kind => Children { tree: self.tree, at: self.at + 1, end: slot.after },
            _ => Children { tree: self.tree, at: 0, end: 0 },
        }
    }
}

/// The values directly below a list or an entry list.
#[derive(Clone, Debug)]
pub struct Children<'t> {
    tree: &'t Tree<'t>,
    at: u32,
    end: u32,
}

impl<'t> Iterator for Children<'t> {
    type Item = Value<'t>;

    fn next(&mut self) -> Option<Value<'t>> {
        if self.at >= self.end {
            return None;
        }
        let value = Value { tree: self.tree, at: self.at };
        self.at = value.slot().map_or(self.end, |slot| slot.after.max(self.at + 1));
        Some(value)
    }
}

/// Why a parser stopped before the end of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The text breaks the rules of its format.
    Syntax {
        /// What sort of slip it is.
        problem: SyntaxProblem,
        /// The parser's own words, in English.
        words: String,
        /// Where.
        span: Span,
    },
    /// A bound was reached.
    Limit {
        /// Which.
        limit: Limit,
        /// Where.
        span: Span,
    },
    /// The file may hold one document and holds more; where the second begins.
    SecondDocument(Span),
    /// An alias without an anchor before it.
    UnknownAlias(Span),
}

/// A scalar's text: where it stands, or what it is once escapes are resolved.
pub(crate) enum ScalarText<'a> {
    Verbatim { start: u32, end: u32 },
    Resolved(&'a str),
}

/// Builds a [`Tree`] from the events of a parser and holds it to the limits.
pub(crate) struct TreeBuilder<'s> {
    tree: Tree<'s>,
    limits: Limits,
    open: Vec<u32>,
    through_aliases: usize,
}

impl<'s> TreeBuilder<'s> {
    pub(crate) fn new(file: FileId, source: &'s str, limits: Limits) -> Self {
        let tree = Tree {
            file,
            source,
            slots: Vec::with_capacity(source.len() / 24),
            unescaped: String::new(),
            repeated: FxHashMap::default(),
        };
        Self { tree, limits, open: Vec::new(), through_aliases: 0 }
    }

    pub(crate) fn span(&self, start: u32, end: u32) -> Span {
        Span::new(self.tree.file, start, end)
    }

    fn push(&mut self, slot: Slot) -> Result<u32, Stop> {
        let at = self.tree.slots.len();
        if at - self.through_aliases.min(at) >= self.limits.values {
            return Err(Stop::Limit { limit: Limit::Values, span: self.span(slot.start, slot.end) });
        }
        self.tree.slots.push(slot);
        Ok(u32::try_from(at).unwrap_or(u32::MAX))
    }

    /// Opens a list or an entry list and returns its slot.
    pub(crate) fn open(&mut self, kind: ValueKind, start: u32, end: u32) -> Result<u32, Stop> {
        if self.open.len() >= self.limits.depth {
            return Err(Stop::Limit { limit: Limit::Depth, span: self.span(start, end) });
        }
        let slot = Slot { kind, owned: false, start, end, text_start: 0, text_end: 0, after: 0 };
        let at = self.push(slot)?;
        self.open.push(at);
        Ok(at)
    }

    /// Closes what was opened last. `end` is one past its last byte.
    pub(crate) fn close(&mut self, end: u32) {
        let after = u32::try_from(self.tree.slots.len()).unwrap_or(u32::MAX);
        let Some(at) = self.open.pop() else { return };
        if let Some(slot) = self.tree.slots.get_mut(at as usize) {
            slot.after = after;
            slot.end = end.max(slot.end);
            if slot.kind == ValueKind::Object {
                self.find_duplicates(at);
            }
        }
    }

    /// O(keys): small entry lists are compared key by key, larger ones through a map.
    fn find_duplicates(&mut self, at: u32) {
        const SMALL: usize = 8;
        let mut found = Vec::new();
        {
            let value = Value { tree: &self.tree, at };
            let mut few: SmallVec<[(&str, Span); SMALL]> = SmallVec::new();
            let mut many: FxHashMap<&str, Span> = FxHashMap::default();
            for (key, _) in value.entries() {
                let (text, again) = (key.text(), key.span());
                let first = if few.len() < SMALL {
                    let first = few.iter().find(|(earlier, _)| *earlier == text).map(|(_, span)| *span);
                    few.push((text, again));
                    first
                } else {
                    if many.is_empty() {
                        many.extend(few.iter().rev().copied());
                    }
                    let first = many.get(text).copied();
                    many.entry(text).or_insert(again);
                    first
                };
                if let Some(first) = first {
                    found.push((key.at, first));
                }
            }
        }
        self.tree.repeated.extend(found);
    }

    /// Adds a scalar and returns its slot.
    pub(crate) fn scalar(&mut self, kind: ValueKind, start: u32, end: u32, text: ScalarText<'_>) -> Result<u32, Stop> {
        let (owned, text_start, text_end) = match text {
            ScalarText::Verbatim { start, end } => (false, start, end),
            ScalarText::Resolved(text) => {
                let from = self.tree.unescaped.len();
                self.tree.unescaped.push_str(text);
                let to = self.tree.unescaped.len();
                (true, u32::try_from(from).unwrap_or(u32::MAX), u32::try_from(to).unwrap_or(u32::MAX))
            }
        };
        if (text_end - text_start) as usize > self.limits.scalar_bytes {
            return Err(Stop::Limit { limit: Limit::ScalarBytes, span: self.span(start, end) });
        }
        let after = u32::try_from(self.tree.slots.len() + 1).unwrap_or(u32::MAX);
        self.push(Slot { kind, owned, start, end, text_start, text_end, after })
    }

    /// Repeats the subtree at `anchor`, as an alias does. Places stay those of the anchor.
    pub(crate) fn repeat(&mut self, anchor: u32, alias: Span) -> Result<u32, Stop> {
        let end = self.tree.slots.get(anchor as usize).map_or(0, |slot| slot.after);
        if end <= anchor {
            // The anchor is still open: the alias stands inside what it names.
            return Err(Stop::UnknownAlias(alias));
        }
        let copied = (end - anchor) as usize;
        self.through_aliases += copied;
        if self.through_aliases > self.limits.alias_values {
            return Err(Stop::Limit { limit: Limit::AliasValues, span: alias });
        }
        let at = u32::try_from(self.tree.slots.len()).unwrap_or(u32::MAX);
        for offset in 0..copied {
            if let Some(mut slot) = self.tree.slots.get(anchor as usize + offset).copied() {
                slot.after = slot.after - anchor + at;
                self.tree.slots.push(slot);
            }
        }
        Ok(at)
    }

    /// How many lists and entry lists are open.
    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Ends the tree. Whatever is still open, because a parser stopped, is closed where it stands.
    pub(crate) fn finish(mut self) -> Tree<'s> {
        let end = u32::try_from(self.tree.source.len()).unwrap_or(u32::MAX);
        while !self.open.is_empty() {
            self.close(end);
        }
        self.tree
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(limits: Limits) -> TreeBuilder<'static> {
        TreeBuilder::new(FileId::default(), "abcabc", limits)
    }

    #[test]
    fn an_alias_inside_its_anchor_is_refused() {
        let mut builder = build(Limits::default());
        let anchor = builder.open(ValueKind::Array, 0, 1).unwrap();
        let span = builder.span(1, 2);
        assert_eq!(builder.repeat(anchor, span), Err(Stop::UnknownAlias(span)));
    }

    #[test]
    fn aliases_have_a_budget() {
        let mut builder = build(Limits { alias_values: 3, ..Limits::default() });
        builder.open(ValueKind::Array, 0, 1).unwrap();
        let anchor = builder.open(ValueKind::Array, 0, 1).unwrap();
        builder.scalar(ValueKind::String, 0, 3, ScalarText::Verbatim { start: 0, end: 3 }).unwrap();
        builder.close(3);
        let span = builder.span(1, 2);
        builder.repeat(anchor, span).unwrap();
        assert!(matches!(builder.repeat(anchor, span), Err(Stop::Limit { limit: Limit::AliasValues, .. })));
        let tree = builder.finish();
        let texts: Vec<_> = tree.root().unwrap().items().flat_map(Value::items).map(Value::text).collect();
        assert_eq!(texts, ["abc", "abc"]);
    }

    #[test]
    fn a_key_that_stands_twice_is_noted_in_small_and_large_lists() {
        for count in [2_u32, 20] {
            let mut builder = build(Limits::default());
            builder.open(ValueKind::Object, 0, 1).unwrap();
            for index in 0..count {
                builder.scalar(ValueKind::String, index, index, ScalarText::Resolved(&format!("k{index}"))).unwrap();
                builder.scalar(ValueKind::Null, 0, 0, ScalarText::Resolved("")).unwrap();
            }
            builder.scalar(ValueKind::String, 90, 91, ScalarText::Resolved("k1")).unwrap();
            builder.scalar(ValueKind::Null, 0, 0, ScalarText::Resolved("")).unwrap();
            builder.close(6);
            let tree = builder.finish();
            let repeated: Vec<_> = tree.repeated.iter().map(|(again, first)| (*again, first.start)).collect();
            assert_eq!(repeated, [(2 * count + 1, 1)]);
        }
    }
}
