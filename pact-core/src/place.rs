//! Places of values that the graph does not keep.
//!
//! The graph knows where an id and a reference stand, and where a date and a text do. For a word such as `status`, a number or an empty cell the file is
//! read a second time, when a finding needs it: a run touches millions of such values and reports a handful.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::{
    document::register::Column,
    graph::node::{NodeId, NodeKind},
    load::{self, table, tree::Value},
    model::Model,
    source::{FileId, Layout, Source, Span},
};

impl Model {
    /// Where a value stands: that of `key` in the entry of a node, or of a key within it (`target/value`); in a register the cell of the
    /// column, be it empty. `None` when the entry has no such key.
    ///
    /// O(size of the file): ask for several places at once with [`Model::places`].
    ///
    /// ```
    /// use pact_core::{graph::node::Pact, load::Input};
    ///
    /// let mut input = Input::new();
    /// input.add("p.yaml", "pact: 1\nid: p\ntitle: P\nlevel: national\nstatus: planned\n");
    /// let model = input.build();
    /// let (pact, _) = model.graph().all::<Pact>().next().unwrap();
    /// let place = model.place(pact, "status").unwrap();
    /// assert_eq!(model.sources().slice(place), "planned");
    /// ```
    pub fn place(&self, node: impl Into<NodeId>, key: &str) -> Option<Span> {
        self.places(&[(node.into(), key)]).into_iter().next().flatten()
    }

    /// Where values stand, in the order in which they are asked for. Each file is read once. O(size of the files + places × log places).
    pub fn places(&self, wanted: &[(NodeId, &str)]) -> Vec<Option<Span>> {
        let mut by_file: BTreeMap<FileId, Vec<usize>> = BTreeMap::new();
        for (index, (node, _)) in wanted.iter().enumerate() {
            by_file.entry(self.graph().span(*node).file).or_default().push(index);
        }
        let mut found = vec![None; wanted.len()];
        for (file, indices) in by_file {
            let Some(source) = self.sources().get(file) else { continue };
            let asked: Vec<(NodeId, &str)> = indices.iter().filter_map(|&index| wanted.get(index).copied()).collect();
            let spans = match source.layout() {
                Layout::Table { .. } => self.in_table(file, source, &asked),
                Layout::Text => self.in_document(file, source, &asked),
            };
            for (index, span) in indices.into_iter().zip(spans) {
                if let Some(slot) = found.get_mut(index) {
                    *slot = span;
                }
            }
        }
        found
    }

    fn in_table(&self, file: FileId, source: &Source, asked: &[(NodeId, &str)]) -> Vec<Option<Span>> {
        let column = |key: &str| Column::HEADINGS.iter().map(|(column, _)| *column).find(|column| column.key() == key);
        let wanted: Vec<Option<(u32, Column)>> =
            asked.iter().map(|(node, key)| Some((self.graph().span(*node).start, column(key)?))).collect();
        let known: Vec<(u32, Column)> = wanted.iter().copied().flatten().collect();
        let mut cells = table::cells_at(file, source.text(), &known).into_iter();
        wanted.into_iter().map(|wanted| wanted.and_then(|_| cells.next().flatten())).collect()
    }

    fn in_document(&self, file: FileId, source: &Source, asked: &[(NodeId, &str)]) -> Vec<Option<Span>> {
        let Some(tree) = load::again(source.path(), file, source.text(), self.limits()) else {
            return vec![None; asked.len()];
        };
        let mut entries: FxHashMap<u32, Option<Value<'_>>> =
            asked.iter().map(|(node, _)| (self.graph().span(*node).start, None)).collect();
        let mut open: Vec<Value<'_>> = tree.root().into_iter().collect();
        while let Some(value) = open.pop() {
            for (key, content) in value.entries() {
                if let Some(slot) = entries.get_mut(&key.span().start) {
                    slot.get_or_insert(content);
                }
                open.push(content);
            }
            open.extend(value.items());
        }
        let place = |&(node, key): &(NodeId, &str)| {
            let entry = match self.graph().kind(node) {
                NodeKind::Terms | NodeKind::Pact => tree.root(),
                _ => entries.get(&self.graph().span(node).start).copied().flatten(),
            };
            key.split('/').try_fold(entry?, Value::get).map(Value::span)
        };
        asked.iter().map(place).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        graph::node::{Member, Objective, Seat},
        load::Input,
    };

    #[test]
    fn places_are_found_in_documents_and_tables() {
        let mut input = Input::new();
        let pact = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nbodies: { b: { seats: { s: { places: 0 } } } }\n\
                    objectives:\n  o: { label: O, target: { value: \"20 %\", on: 2025 } }\nregisters: [{ file: m.csv, body: b }]\n";
        input.add("p.yaml", pact);
        input.add("m.csv", "id;plads;aktør;stemmeret\nm1;s;;ja\n\nm2;s;x;nej\n");
        let model = input.build();
        let graph = model.graph();
        let (seat, _) = graph.all::<Seat>().next().unwrap();
        let (objective, _) = graph.all::<Objective>().next().unwrap();
        let members: Vec<_> = graph.all::<Member>().map(|(id, _)| id.node()).collect();
        let wanted = [
            (members[1], "vote"),
            (seat.node(), "places"),
            (members[0], "actor"),
            (objective.node(), "target/value"),
            (objective.node(), "level"),
            (members[0], "role"),
            (members[0], "nonsense"),
        ];
        let found = model.places(&wanted);
        let texts: Vec<_> = found.iter().map(|span| span.map(|span| model.sources().slice(span))).collect();
        assert_eq!(texts, [Some("nej"), Some("0"), Some(""), Some("\"20 %\""), None, None, None]);
        let cell = model.sources().get(found[2].unwrap().file).unwrap().cell(found[2].unwrap().start).unwrap();
        assert_eq!(cell.to_string(), "C2");
    }
}
