//! A model composition as a proposal: with the actors that it makes up, and a choice wherever there is one, so that it can be held against the terms as it is.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};

use pact_core::{
    document::body::{Distinct, NominationMode},
    graph::{
        Graph,
        composition::{Law, Office},
        edge::EdgeKind,
        node::{NodeId, NodeKind, Seat},
    },
    message::{Catalogue, Message},
    prove::satisfiable::Atom,
};
use serde_json::{Map, Value, json};

use super::{super::super::json as form, Model, Row, reference};

/// An entry of the document: its keys, each with one value or several.
type Entry = Vec<(&'static str, Vec<String>)>;

/// A proposal that satisfies the terms.
pub(crate) struct Document<'m> {
    graph: &'m Graph,
    /// What is said of it at its head.
    remarks: Vec<String>,
    title: String,
    terms: Vec<String>,
    actors: Vec<(String, Entry)>,
    /// The number of the last actor that was made up.
    made: usize,
    members: Vec<(String, Entry)>,
    /// What the members of a seat have already that they must not have in common.
    taken: BTreeMap<NodeId, BTreeSet<NodeId>>,
}

impl<'m> Document<'m> {
    /// O(rows × (actors, regions and concepts of the terms)).
    pub(crate) fn new(graph: &'m Graph, model: &Model, words: &Catalogue) -> Self {
        let mut documents: Vec<NodeId> = model.rows.iter().map(|row| graph.head(row.body).document).collect();
        documents.retain(|&document| graph.kind(document) == NodeKind::Terms);
        documents.sort_unstable_by(|&a, &b| graph.order(a, b));
        documents.dedup();
        let mut this = Self {
            graph,
            remarks: words.label("cli-model-head").lines().map(str::to_owned).collect(),
            title: words.text(&Message::new("cli-model-title")),
            terms: documents.into_iter().map(|terms| graph.name(terms).to_owned()).collect(),
            actors: Vec::new(),
            made: 0,
            members: Vec::new(),
            taken: BTreeMap::new(),
        };
        let digits = model.rows.len().to_string().len();
        for (number, row) in (1..).zip(&model.rows) {
            let member = this.member(row);
            this.members.push((format!("m{number:0digits$}"), member));
        }
        this
    }

    fn member(&mut self, row: &Row) -> Entry {
        let graph = self.graph;
        let all = |nodes: &[NodeId]| nodes.iter().map(|&node| reference(graph, node)).collect::<Vec<String>>();
        let actors = self.actors_of(row);
        let nominators = self.nominators_of(row);
        let line = &row.line;
        let mut entry: Entry = vec![("body", all(&[row.body]))];
        entry.push(("seat", line.seat.iter().map(|&seat| graph.name(seat).to_owned()).collect()));
        entry.push(("actor", actors));
        entry.push(("nominated-by", nominators));
        entry.push(("appointed-by", all(&self.appointers_of(row))));
        entry.push(("gender", all(line.gender.as_slice())));
        entry.push(("role", line.role.iter().map(|role| role.name().to_owned()).collect()));
        entry.push(("is", all(&line.is)));
        entry.push(("policy-area", all(&line.policy_areas)));
        entry.retain(|(_, values)| !values.is_empty());
        entry
    }

    fn ends(&self, row: &Row, edge: EdgeKind) -> Vec<NodeId> {
        let seat = row.line.seat.map_or(&[][..], |seat| self.graph.outgoing(seat, edge));
        seat.iter().map(|end| end.node).collect()
    }

    fn distinct(&self, row: &Row) -> Option<Distinct> {
        let seat = row.line.seat.and_then(|seat| self.graph.downcast::<Seat>(seat));
        seat.and_then(|id| self.graph.get(id).distinct)
    }

    /// One of several: where members of the seat must not have it in common, one that none of them has, if there is one.
    fn choose(&mut self, row: &Row, of: &[NodeId], by: Distinct) -> Option<NodeId> {
        let Some(seat) = row.line.seat.filter(|_| self.distinct(row) == Some(by)) else { return of.first().copied() };
        let taken = self.taken.entry(seat).or_default();
        let chosen = of.iter().copied().find(|one| !taken.contains(one)).or(of.first().copied());
        taken.extend(chosen);
        chosen
    }

    /// On behalf of whom: the actors of the terms that will do, and one that is made up where none does.
    fn actors_of(&mut self, row: &Row) -> Vec<String> {
        let graph = self.graph;
        let mut actors = Vec::new();
        for of in &row.place.actors {
            let chosen = self.choose(row, of, Distinct::Actor);
            actors.extend(chosen.map(|actor| reference(graph, actor)));
        }
        let (mut categories, mut regions) = (row.line.categories.clone(), row.line.regions.clone());
        if actors.is_empty() {
            // Of several categories or regions that a seat is open to one is enough.
            for (edge, said) in
                [(EdgeKind::EligibleCategory, &mut categories), (EdgeKind::EligibleRegion, &mut regions)]
            {
                let open = self.ends(row, edge);
                if open.len() > 1 && !said.iter().any(|one| self.is_one_of(*one, &open)) {
                    said.extend(open.first());
                }
            }
            if regions.is_empty() || self.distinct(row) == Some(Distinct::Region) {
                let within = self.ends(row, EdgeKind::EligibleRegion);
                regions = self.home(row, &regions, &within).map_or(regions, |home| vec![home]);
            }
        }
        if actors.is_empty() || !categories.is_empty() || !regions.is_empty() {
            actors.push(self.make_up(&categories, &regions));
        }
        actors
    }

    /// Where an actor that is made up is at home, if that matters: a region that lies within what is asked for and outside of what is ruled out.
    fn home(&mut self, row: &Row, said: &[NodeId], open: &[NodeId]) -> Option<NodeId> {
        let of_region = |so: bool| {
            let of = row.place.profile.iter().filter(move |(_, is)| *is == so);
            of.filter_map(|(atom, _)| if let Atom::Region(region) = atom { Some(*region) } else { None })
        };
        let (within, without): (Vec<NodeId>, Vec<NodeId>) = (of_region(true).collect(), of_region(false).collect());
        let apart = self.distinct(row) == Some(Distinct::Region);
        if without.is_empty() && !apart {
            return None;
        }
        let graph = self.graph;
        let smallest = |region: &NodeId| graph.incoming(*region, EdgeKind::PartOf).is_empty();
        let mut all: Vec<NodeId> = graph.of_kind(NodeKind::Region).iter().copied().filter(smallest).collect();
        all.retain(|&region| {
            let wider = self.wider(region);
            said.iter().chain(&within).all(|one| wider.contains(one))
                && (open.is_empty() || open.iter().any(|one| wider.contains(one)))
                && !without.iter().any(|one| wider.contains(one))
        });
        all.sort_unstable_by(|&a, &b| graph.order(a, b));
        self.choose(row, &all, Distinct::Region)
    }

    /// A node and whatever it is part of or narrower than.
    fn wider(&self, node: NodeId) -> BTreeSet<NodeId> {
        let (mut all, mut open) = (BTreeSet::new(), vec![node]);
        while let Some(here) = open.pop() {
            if all.insert(here) {
                let wider = [EdgeKind::PartOf, EdgeKind::Broader].map(|edge| self.graph.outgoing(here, edge));
                open.extend(wider.into_iter().flatten().map(|end| end.node));
            }
        }
        all
    }

    fn is_one_of(&self, node: NodeId, open: &[NodeId]) -> bool {
        let wider = self.wider(node);
        open.iter().any(|one| wider.contains(one))
    }

    /// An actor that is not there yet, under a name that nothing has.
    fn make_up(&mut self, categories: &[NodeId], regions: &[NodeId]) -> String {
        let graph = self.graph;
        let name = loop {
            self.made += 1;
            let name = format!("new-{}", self.made);
            let named = [NodeKind::Actor, NodeKind::Body].map(|kind| graph.named(kind, &name).is_empty());
            if named == [true, true] {
                break name;
            }
        };
        let all = |nodes: &[NodeId]| nodes.iter().map(|&node| reference(graph, node)).collect::<Vec<String>>();
        let mut entry: Entry = vec![("label", vec![name.clone()])];
        entry.extend([("category", all(categories)), ("region", all(regions))]);
        entry.retain(|(_, values)| !values.is_empty());
        self.actors.push((name.clone(), entry));
        name
    }

    /// By whom, where the terms say who may nominate.
    fn nominators_of(&mut self, row: &Row) -> Vec<String> {
        let graph = self.graph;
        if !row.line.nominated_by.is_empty() {
            return row.line.nominated_by.iter().map(|&agent| reference(graph, agent)).collect();
        }
        let ruled_out = |agent: &NodeId| row.place.profile.contains(&(Atom::NominatedBy(*agent), false));
        let mut own = self.ends(row, EdgeKind::NominatedBy);
        own.retain(|agent| !ruled_out(agent));
        let categories = self.ends(row, EdgeKind::NominatorCategory);
        let of_category = |actor: &NodeId| {
            let own = graph.outgoing(*actor, EdgeKind::Category).iter().map(|end| end.node);
            own.into_iter().any(|category| self.is_one_of(category, &categories))
        };
        let actors = graph.of_kind(NodeKind::Actor).iter().copied();
        own.extend(actors.filter(|actor| !categories.is_empty() && of_category(actor) && !ruled_out(actor)));
        own.sort_unstable_by(|&a, &b| graph.order(a, b));
        own.dedup();
        let jointly = row.line.seat.and_then(|seat| graph.downcast::<Seat>(seat));
        if jointly.is_some_and(|id| graph.get(id).nomination == NominationMode::Jointly) {
            return own.into_iter().map(|agent| reference(graph, agent)).collect();
        }
        match (self.choose(row, &own, Distinct::Nominator), categories.first()) {
            (Some(agent), _) => vec![reference(graph, agent)],
            (None, Some(&category)) => vec![self.make_up(&[category], &[])],
            (None, None) => Vec::new(),
        }
    }

    /// By whom the member was appointed, to the seat and to the office.
    fn appointers_of(&self, row: &Row) -> Vec<NodeId> {
        let graph = self.graph;
        let mut all = row.line.appointed_by.clone();
        if all.is_empty() {
            all.extend(self.ends(row, EdgeKind::AppointedBy).first());
        }
        for provision in graph.incoming(row.body, EdgeKind::ProvisionOf) {
            let office: Option<&Office> = match (graph.law(provision.node), row.line.role) {
                (Some(Law::Chair(office)), Some(pact_core::document::pact::Role::Chair))
                | (Some(Law::Deputy(office)), Some(pact_core::document::pact::Role::Deputy)) => Some(office),
                _ => None,
            };
            let may: Vec<NodeId> = office
                .into_iter()
                .flat_map(|office| &office.appointed_by)
                .filter_map(|&target| graph.meant(target))
                .collect();
            if !may.iter().any(|agent| all.contains(agent)) {
                all.extend(may.first());
            }
        }
        all
    }

    /// As YAML, a line a member.
    pub(crate) fn yaml(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.members.is_empty() {
            return Ok(());
        }
        for remark in &self.remarks {
            writeln!(out, "# {remark}")?;
        }
        writeln!(out, "pact: 1\nid: model\ntitle: {}\nlevel: regional\nstatus: proposed", scalar(&self.title))?;
        writeln!(out, "terms: {}", value(&self.terms))?;
        for (key, entries) in [("actors", &self.actors), ("members", &self.members)] {
            if !entries.is_empty() {
                writeln!(out, "{key}:")?;
            }
            for (id, entry) in entries {
                let keys: Vec<String> = entry.iter().map(|(key, values)| format!("{key}: {}", value(values))).collect();
                writeln!(out, "  {id}: {{ {} }}", keys.join(", "))?;
            }
        }
        Ok(())
    }

    /// As JSON.
    pub(crate) fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.members.is_empty() {
            return Ok(());
        }
        let several = |values: &Vec<String>| match values.as_slice() {
            [one] => json!(one),
            all => json!(all),
        };
        let entries = |entries: &Vec<(String, Entry)>| {
            let of = |entry: &Entry| -> Map<String, Value> {
                entry.iter().map(|(key, values)| ((*key).to_owned(), several(values))).collect()
            };
            Value::Object(entries.iter().map(|(id, entry)| (id.clone(), Value::Object(of(entry)))).collect())
        };
        let document = json!({
            "pact": 1, "id": "model", "title": self.title, "level": "regional", "status": "proposed",
            "terms": several(&self.terms), "actors": entries(&self.actors), "members": entries(&self.members),
        });
        form::write(out, &document)
    }
}

fn value(values: &[String]) -> String {
    match values {
        [one] => scalar(one),
        all => format!("[{}]", all.iter().map(|one| scalar(one)).collect::<Vec<_>>().join(", ")),
    }
}

/// A text as YAML has it: as it is where it means itself, else as JSON writes it, with whatever does not show written out.
fn scalar(text: &str) -> String {
    let plain = text.starts_with(char::is_alphabetic)
        && text.chars().all(|letter| letter.is_alphanumeric() || "-_./".contains(letter))
        && !matches!(text.to_lowercase().as_str(), "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n");
    if plain {
        return text.to_owned();
    }
    let quoted = Value::from(text).to_string();
    let written = |letter: char| {
        let code = u32::from(letter);
        match super::super::super::clean::hides(letter) {
            true if code <= 0xffff => format!("\\u{code:04x}"),
            true => format!("\\U{code:08x}"),
            false => letter.to_string(),
        }
    };
    quoted.chars().map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn a_text_means_itself() {
        assert_eq!(scalar("dk04/midtjylland"), "dk04/midtjylland");
        assert_eq!(scalar("æ-1"), "æ-1");
        assert_eq!(scalar("no"), "\"no\"");
        assert_eq!(scalar("1"), "\"1\"");
        assert_eq!(scalar("a: b\u{202e}"), "\"a: b\\u202e\"");
    }
}
