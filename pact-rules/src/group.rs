//! References that lack the same thing are one fault, however many there are.

use std::collections::{BTreeMap, BTreeSet};

use pact_core::{
    finding::Finding,
    graph::{
        Graph, Unresolved, Why,
        edge::EdgeKind,
        node::{NodeId, NodeKind, Scope},
    },
    message::{Arg, Message},
    source::FileId,
};

/// More places than this are counted, not listed.
const LISTED: usize = 20;
/// The same of a table, where the rows of a misspelt name are easily looked up.
const LISTED_ROWS: usize = 3;
/// So many different names in a column, of which none is known, are one fault: something else stands in the column.
const COLUMN: usize = 20;

/// What is missing: the scheme or the kind, the body or the document in which it has to stand, where that matters, and its id.
type Missing<'g> = (Option<&'g str>, Option<NodeId>, &'g str);

/// The references that `wanted` picks, grouped by id, and by scheme or body where that is where it has to stand. In each group whatever says most precisely what
/// the id should be comes first, then by the key of what refers.
///
/// O(references × log references).
pub(crate) fn by_missing_id(graph: &Graph, wanted: impl Fn(&Unresolved) -> bool) -> Vec<Vec<&Unresolved>> {
    let mut groups: BTreeMap<Missing<'_>, Vec<&Unresolved>> = BTreeMap::new();
    for unresolved in graph.unresolved().iter().filter(|unresolved| wanted(unresolved)) {
        let body =
            graph.outgoing(unresolved.from, EdgeKind::MemberOf).first().filter(|_| unresolved.edge == EdgeKind::Fills);
        // Where the id is unique in its document, the same id in another document, or for another kind of thing, is another.
        let kinds = unresolved.kinds.as_slice();
        let own = kinds.iter().all(|kind| kind.info().scope == Scope::Document);
        let place = body.map(|body| body.node).or_else(|| own.then(|| graph.head(unresolved.from).document));
        let kind = kinds.first().filter(|_| own).map(|kind| kind.name());
        let key = (unresolved.scheme.or(kind), place, graph.text(unresolved.name.symbol));
        groups.entry(key).or_default().push(unresolved);
    }
    let mut groups: Vec<Vec<&Unresolved>> = groups.into_values().collect();
    for group in &mut groups {
        group.sort_by_cached_key(|unresolved| {
            let kinds = unresolved.kinds.as_slice().len();
            (kinds, graph.key(unresolved.from), unresolved.edge, unresolved.name.span)
        });
    }
    groups
}

/// Whichever of a group is shown: of a table the topmost row, since that is where reading begins. What the group is about is its first.
pub(crate) fn shown<'u>(group: &[&'u Unresolved]) -> Option<&'u Unresolved> {
    let rows = group.iter().filter(|unresolved| unresolved.called).min_by_key(|unresolved| unresolved.name.span);
    rows.or(group.first()).copied()
}

/// A finding about a group: at the place that is shown, with the places of some others.
pub(crate) fn finding(group: &[&Unresolved], message: Message) -> Option<Finding> {
    let (first, shown) = (group.first()?, shown(group)?);
    Some(also_here(Finding::about(first.from, shown.name.span, message), group))
}

/// What refers at the place that is shown; in a table also in how many other rows the same stands. The number is no part of the message, so that the finding
/// stays the same one when a row is mended.
pub(crate) fn label(graph: &Graph, group: &[&Unresolved]) -> Option<Message> {
    let shown = shown(group)?;
    let more = group.iter().filter(|other| other.called && other.name.span != shown.name.span).count();
    let message = Message::new(if more > 0 { "reference-label-rows" } else { "reference-label" });
    let message =
        message.with("kind", graph.kind(shown.from)).with("from", graph.name(shown.from)).with("edge", shown.edge);
    Some(if more > 0 { message.with("more", more) } else { message })
}

/// The references that `wanted` picks: those of tables grouped by what they say, each of the others by itself. O(references × log references).
pub(crate) fn by_name(graph: &Graph, wanted: impl Fn(&Unresolved) -> bool) -> Vec<Vec<&Unresolved>> {
    let mut groups = by_missing_id(graph, |unresolved| unresolved.called && wanted(unresolved));
    let alone = graph.unresolved().iter().filter(|unresolved| !unresolved.called && wanted(unresolved));
    groups.extend(alone.map(|unresolved| vec![unresolved]));
    groups
}

/// Adds the places of all of a group but the one that is shown.
pub(crate) fn also_here(mut finding: Finding, group: &[&Unresolved]) -> Finding {
    let mut others: Vec<&&Unresolved> = group.iter().filter(|other| other.name.span != finding.span).collect();
    let rows = others.iter().any(|other| other.called);
    if rows {
        others.sort_by_key(|other| other.name.span);
    }
    for unresolved in others.into_iter().take(if rows { LISTED_ROWS } else { LISTED }) {
        finding = finding.related(unresolved.name.span, Message::new("also-here"));
    }
    finding
}

/// Columns of tables of which nothing is known: either there is nothing of the kinds that they may name, or they hold many different names and not one
/// of them leads anywhere. Each is one fault.
pub(crate) struct Columns {
    lost: BTreeSet<(FileId, EdgeKind)>,
}

impl Columns {
    /// Looks at what the groups lack. O(references).
    pub(crate) fn new(graph: &Graph, groups: &[Vec<&Unresolved>]) -> Self {
        let mut different: BTreeMap<(FileId, EdgeKind), usize> = BTreeMap::new();
        for group in groups {
            let columns: BTreeSet<(FileId, EdgeKind)> =
                group.iter().filter_map(|unresolved| column(unresolved)).collect();
            for column in columns {
                *different.entry(column).or_default() += 1;
            }
        }
        let mut known: BTreeSet<(FileId, EdgeKind)> = BTreeSet::new();
        for &member in graph.of_kind(NodeKind::Member) {
            let file = graph.span(member).file;
            known.extend(
                graph.outgoing_all(member).filter(|(_, to)| to.span.file == file).map(|(edge, _)| (file, edge)),
            );
        }
        let nothing_there = |edge: EdgeKind| edge.info().to.iter().all(|&kind| graph.of_kind(kind).is_empty());
        let lost = different.into_iter().filter(|(column, different)| {
            !known.contains(column) && (*different >= COLUMN || *different > 1 && nothing_there(column.1))
        });
        Self { lost: lost.map(|(column, _)| column).collect() }
    }

    /// A finding for each of these columns, about the member of the smallest id in it, and the groups without what belongs to them.
    pub(crate) fn split<'u>(
        &self,
        graph: &Graph,
        groups: Vec<Vec<&'u Unresolved>>,
    ) -> (Vec<Finding>, Vec<Vec<&'u Unresolved>>) {
        let mut columns: BTreeMap<(FileId, EdgeKind), (Vec<&Unresolved>, usize)> = BTreeMap::new();
        let mut rest = Vec::new();
        for group in groups {
            let (whole, others): (Vec<_>, Vec<_>) = group
                .into_iter()
                .partition(|unresolved| column(unresolved).is_some_and(|column| self.lost.contains(&column)));
            for unresolved in &whole {
                if let Some(column) = column(unresolved) {
                    columns.entry(column).or_default().0.push(unresolved);
                }
            }
            let counted: BTreeSet<(FileId, EdgeKind)> =
                whole.iter().filter_map(|unresolved| column(unresolved)).collect();
            for column in counted {
                columns.entry(column).or_default().1 += 1;
            }
            if !others.is_empty() {
                rest.push(others);
            }
        }
        let findings = columns.into_values().filter_map(|(all, different)| {
            let first = all.iter().min_by(|a, b| graph.order(a.from, b.from))?;
            let topmost = all.iter().min_by_key(|unresolved| unresolved.name.span)?;
            let kinds = Arg::Kinds(first.kinds.to_vec());
            let message = Message::new("unknown-column").showing("kinds", kinds.clone()).with("edge", first.edge);
            let label = Message::new("unknown-column-label").with("different", different);
            let help = Message::new("unknown-column-help").with("kinds", kinds);
            Some(Finding::about(first.from, topmost.name.span, message).label(label).help(help))
        });
        (findings.collect(), rest)
    }
}

/// The column of a table in which a reference stands.
fn column(unresolved: &Unresolved) -> Option<(FileId, EdgeKind)> {
    (unresolved.called && unresolved.why == Why::Dangling).then_some((unresolved.name.span.file, unresolved.edge))
}
