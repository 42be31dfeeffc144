//! Finding quoted words in the source of the terms.
//!
//! A source is set by hand: lines break inside words, with a hyphen or without, and spaces come and go. So white
//! space, hyphens and soft hyphens do not count, on either side. Everything else does, misspellings included.

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;

use super::{
    Graph,
    node::{Columns, Found, NodeId, Quoted},
};
use crate::source::{FileId, Sources, Span};

/// How many hits of all quotes are looked at.
const HITS: usize = 2_000_000;
/// And of one that is looked for by itself.
const HITS_OF_ONE: usize = 1000;

/// Notes for every quote where its source has it. O(sources + quotes), by one automaton a source.
pub(crate) fn find(graph: &mut Graph, sources: &Sources) {
    let source_of: FxHashMap<NodeId, FileId> =
        graph.columns.terms.iter().filter_map(|(node, terms)| Some((*node, terms.source?))).collect();
    if source_of.is_empty() {
        return;
    }
    let mut wanted: FxHashMap<FileId, Vec<String>> = FxHashMap::default();
    let heads = std::mem::take(&mut graph.heads);
    let document = |node: NodeId| heads.get(node.index()).and_then(|head| source_of.get(&head.document)).copied();
    each(&mut graph.columns, |node, quote| {
        if let Some(file) = document(node) {
            wanted.entry(file).or_default().push(bare(&quote.text).0);
        }
    });
    let mut found: FxHashMap<FileId, FxHashMap<String, Span>> = FxHashMap::default();
    #[expect(clippy::iter_over_hash_type, reason = "each source is searched for itself; the results go into a map")]
    for (file, quotes) in wanted {
        let text = sources.get(file).map_or("", |source| source.text());
        found.insert(file, places(file, text, quotes));
    }
    each(&mut graph.columns, |node, quote| {
        if let Some(places) = document(node).and_then(|file| found.get(&file)) {
            quote.found = places.get(&bare(&quote.text).0).map_or(Found::Nowhere, |&span| Found::At(span));
        }
    });
    graph.heads = heads;
}

/// Every quote of the graph.
fn each(columns: &mut Columns, mut visit: impl FnMut(NodeId, &mut Quoted)) {
    let Columns { clauses, elements, seats, concepts, .. } = columns;
    let clauses = clauses.iter_mut().map(|(node, data)| (*node, &mut data.quote));
    let elements = elements.iter_mut().map(|(node, data)| (*node, &mut data.quote));
    let seats = seats.iter_mut().map(|(node, data)| (*node, &mut data.quote));
    let concepts = concepts.iter_mut().map(|(node, data)| (*node, &mut data.quote));
    for (node, quote) in clauses.chain(elements).chain(seats).chain(concepts) {
        if let Some(quote) = quote {
            visit(node, quote);
        }
    }
}

/// A text without what does not count, and for each byte of it where it stood.
fn bare(text: &str) -> (String, Vec<u32>) {
    let mut kept = String::with_capacity(text.len());
    let mut offsets = Vec::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        if letter.is_whitespace() || matches!(letter, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}') {
            continue;
        }
        kept.push(letter);
        offsets.resize(kept.len(), u32::try_from(at).unwrap_or(u32::MAX));
    }
    (kept, offsets)
}

/// Whether what begins at `start` and has its last letter at `last` is cut out of longer words. A word may begin or end at a hyphen.
fn within_a_word(text: &str, start: usize, last: usize) -> bool {
    let ends = |first: Option<char>, second: Option<char>| matches!((first, second), (Some(a), Some(b)) if a.is_alphanumeric() && b.is_alphanumeric());
    let before = text.get(..start).and_then(|text| text.chars().next_back());
    let mut from_last = text.get(last..).unwrap_or("").chars();
    let first = text.get(start..).and_then(|text| text.chars().next());
    let (end, after) = (from_last.next(), from_last.next());
    ends(before, first) || ends(end, after)
}

/// The first place of each quote in a source.
///
/// One automaton finds them all. Quotes that lie inside each other can make it report each letter many times over; after [`HITS`] it is left, and the
/// quotes that are not found yet are looked for one by one.
fn places(file: FileId, text: &str, mut quotes: Vec<String>) -> FxHashMap<String, Span> {
    quotes.retain(|quote| !quote.is_empty());
    quotes.sort_unstable();
    quotes.dedup();
    let (kept, offsets) = bare(text);
    let place = |start: usize, end: usize| {
        let first = offsets.get(start).copied().unwrap_or(0);
        let last = offsets.get(end.saturating_sub(1)).copied().unwrap_or(first);
        let width = text.get(last as usize..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let whole = !within_a_word(text, first as usize, last as usize);
        whole.then(|| Span::new(file, first, last + u32::try_from(width).unwrap_or(0)))
    };
    let mut found: Vec<Option<Span>> = vec![None; quotes.len()];
    let mut missing = quotes.len();
    let mut hits = 0;
    if let Ok(automaton) = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&quotes) {
        for hit in automaton.find_overlapping_iter(&kept) {
            hits += 1;
            if missing == 0 || hits > HITS {
                break;
            }
            let Some(slot) = found.get_mut(hit.pattern().as_usize()).filter(|slot| slot.is_none()) else { continue };
            *slot = place(hit.start(), hit.end());
            missing -= usize::from(slot.is_some());
        }
    }
    if hits > HITS {
        for (quote, slot) in quotes.iter().zip(&mut found).filter(|(_, slot)| slot.is_none()) {
            *slot =
                kept.match_indices(quote.as_str()).take(HITS_OF_ONE).find_map(|(at, hit)| place(at, at + hit.len()));
        }
    }
    quotes.into_iter().zip(found).filter_map(|(quote, span)| Some((quote, span?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_and_hyphens_do_not_count() {
        let text = "der skal sik-\n\nre sammenhæng i ind\nsatserne; IT-\nuddannede";
        let quotes = ["skal sikre sammenhæng", "indsatserne", "IT-uddannede", "sammenhaeng", "hæng i ind"]
            .map(|quote| bare(quote).0)
            .to_vec();
        let places = places(FileId::default(), text, quotes);
        let slice = |quote: &str| places.get(&bare(quote).0).map(|span| &text[span.start as usize..span.end as usize]);
        assert_eq!(slice("skal sikre sammenhæng"), Some("skal sik-\n\nre sammenhæng"));
        assert_eq!(slice("indsatserne"), Some("ind\nsatserne"));
        assert_eq!(slice("IT-uddannede"), Some("IT-\nuddannede"));
        assert_eq!(slice("sammenhaeng"), None);
        assert_eq!(slice("hæng i ind"), None, "a quote does not begin or end inside a word");
    }
}
