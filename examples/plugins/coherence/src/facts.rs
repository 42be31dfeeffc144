//! What every rule looks at, asked once.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use pact_plugin::{
    Answer, Answered, Ask, Asked, Attribute, Case, Finding, Kind, Lack, Line, Message, Node, NodeSet, Relation, View,
    Way,
};

use crate::topic::{Requirement, Topic, few, requirements};

/// The nodes of a kind, with columns of them.
#[derive(Debug)]
pub(crate) struct Nodes {
    pub(crate) all: Vec<Node>,
    /// The document of each.
    pub(crate) documents: Vec<Node>,
    damaged: Vec<bool>,
    pub(crate) repeated: Vec<bool>,
    pub(crate) incomplete: bool,
}

impl Nodes {
    fn new(view: &View<'_>, kind: Kind<'_>) -> Answered<Self> {
        let all = view.graph.nodes(kind)?;
        Ok(Self {
            documents: view.graph.documents(&all)?,
            damaged: view.reading.damaged(&all)?,
            repeated: view.reading.repeated(&all)?,
            incomplete: view.reading.is_incomplete(kind)?,
            all,
        })
    }

    /// Each with its document.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Node, Node)> {
        self.all.iter().copied().zip(self.documents.iter().copied())
    }

    /// Those of which something may be said in general.
    pub(crate) fn spoken_of(&self, general: &General) -> Vec<Node> {
        let sound = self.damaged.iter().zip(&self.repeated).map(|(damaged, repeated)| !damaged && !repeated);
        let spoken = self.iter().zip(sound).filter(|&((node, document), sound)| {
            sound && general.proposals.contains(document) && !general.told.contains(node)
        });
        spoken.map(|((node, _), _)| node).collect()
    }
}

/// A line of the ledger.
struct Row {
    line: Line,
    case: usize,
    clause: Node,
    /// The asks of its clause.
    asks: Vec<Ask>,
}

/// A lack of a topic.
struct Found {
    lack: Lack,
    subject: Node,
    line: Option<usize>,
    /// It is not there, or must not be there; nothing else is told.
    certain: bool,
}

pub(crate) struct Facts<'v> {
    pub(crate) view: &'v View<'v>,
    pub(crate) cases: Vec<Case>,
    rows: Vec<Row>,
    /// Whether what each line lacks is still lacked.
    open: Vec<bool>,
    /// How grave it is.
    levels: Vec<u8>,
    asked: BTreeMap<Ask, Asked>,
    requirements: BTreeMap<u32, Requirement>,
    found: BTreeMap<Topic, Vec<Found>>,
    pub(crate) objectives: Nodes,
    /// Those that are a region's.
    pub(crate) regional: NodeSet,
    pub(crate) initiatives: Nodes,
    pub(crate) strengths: Nodes,
    pub(crate) challenges: Nodes,
}

/// The proposals of which something may be said in general, and what clauses say of it already.
#[derive(Default)]
pub(crate) struct General {
    pub(crate) proposals: NodeSet,
    pub(crate) told: NodeSet,
}

impl<'v> Facts<'v> {
    pub(crate) fn new(view: &'v View<'v>) -> Answered<Self> {
        let ledger = view.ledger;
        let lines = ledger.lines()?;
        let (line_cases, clauses) = (ledger.line_cases(&lines)?, ledger.clauses(&lines)?);
        let asks = ledger.asks(&lines)?;
        let different: BTreeSet<Ask> = asks.slices().flatten().copied().collect();
        let different: Vec<Ask> = different.into_iter().collect();
        let described = ledger.describe(&different)?;
        let requirements = requirements(&described);
        let rows = lines.iter().zip(line_cases).zip(clauses).zip(asks.slices());
        let row = |(((&line, case), clause), asks): (((&Line, u32), Node), &[Ask])| Row {
            line,
            case: case as usize,
            clause,
            asks: asks.to_vec(),
        };
        let rows: Vec<Row> = rows.map(row).collect();
        let open = |verdict: String| matches!(verdict.as_str(), "unmet" | "open" | "attest" | "error");
        let level = |level: String| match level.as_str() {
            "error" => 2,
            "warning" => 1,
            _ => 0,
        };
        let objectives = Nodes::new(view, Kind::OBJECTIVE)?;
        let levels = view.graph.words(Attribute::LEVEL, &objectives.all)?;
        let regional = objectives.all.iter().zip(&levels).filter(|(_, level)| level.as_deref() == Some("regional"));
        let mut facts = Self {
            view,
            cases: ledger.cases()?,
            open: ledger.verdicts(&lines)?.into_iter().map(open).collect(),
            levels: ledger.levels(&lines)?.into_iter().map(level).collect(),
            rows,
            asked: different.into_iter().zip(described).collect(),
            requirements,
            found: BTreeMap::new(),
            regional: regional.map(|(&node, _)| node).collect(),
            objectives,
            initiatives: Nodes::new(view, Kind::INITIATIVE)?,
            strengths: Nodes::new(view, Kind::STRENGTH)?,
            challenges: Nodes::new(view, Kind::CHALLENGE)?,
        };
        for kind in ["too-few", "given", "forbidden"] {
            facts.find(kind)?;
        }
        Ok(facts)
    }

    /// Sorts the lacks of a kind by their topics.
    fn find(&mut self, kind: &str) -> Answered<()> {
        let ledger = self.view.ledger;
        let lacks = ledger.lacks(kind)?;
        if lacks.is_empty() {
            return Ok(());
        }
        let lines: BTreeMap<Line, usize> = self.rows.iter().enumerate().map(|(at, row)| (row.line, at)).collect();
        let (subjects, gaps) = (ledger.subjects(&lacks)?, ledger.gaps(&lacks)?);
        let (of_lines, asks) = (ledger.lack_lines(&lacks)?, ledger.lack_asks(&lacks)?);
        let kinds: Vec<(&str, NodeSet)> = [
            ("objective", &self.objectives),
            ("initiative", &self.initiatives),
            ("strength", &self.strengths),
            ("challenge", &self.challenges),
        ]
        .into_iter()
        .map(|(kind, nodes)| (kind, nodes.all.iter().copied().collect()))
        .collect();
        let columns = lacks.into_iter().zip(subjects).zip(gaps).zip(of_lines).zip(asks);
        for ((((lack, subject), gap), line), ask) in columns {
            let of = kinds.iter().find(|(_, all)| all.contains(subject)).map_or("", |(kind, _)| kind);
            let asked = ask.and_then(|ask| self.asked.get(&ask));
            let topic = match kind {
                "given" => (of == "objective").then_some(Topic::Incomplete),
                "forbidden" => asked.and_then(|asked| self.requirements.get(&asked.requirement)?.forbidden()),
                _ => asked.and_then(|asked| few(of, asked)),
            };
            let topic = topic.filter(|&topic| topic != Topic::InTheAir || self.regional.contains(subject));
            let Some(topic) = topic else { continue };
            let line = line.and_then(|line| lines.get(&line).copied());
            let certain = matches!(gap.as_str(), "absent" | "contrary");
            self.found.entry(topic).or_default().push(Found { lack, subject, line, certain });
        }
        Ok(())
    }

    fn requirements_of<'f>(&'f self, row: &'f Row) -> impl Iterator<Item = &'f Requirement> {
        let asked = row.asks.iter().filter_map(|ask| self.asked.get(ask));
        asked.filter_map(|asked| self.requirements.get(&asked.requirement))
    }

    /// Tells every lack of a topic that is not settled. Where several clauses lack the same, the gravest speaks, else the first.
    pub(crate) fn tell(&self, answer: &mut Answer, rule: &str, topic: Topic, help: &str) -> Answered<()> {
        let found = self.found.get(&topic).map_or(&[][..], Vec::as_slice);
        let open = |found: &&Found| found.certain && found.line.is_none_or(|line| self.open.get(line) == Some(&true));
        let found: Vec<&Found> = found.iter().filter(open).collect();
        let lacks: Vec<Lack> = found.iter().map(|found| found.lack).collect();
        if lacks.is_empty() {
            return Ok(());
        }
        let alike = self.view.ledger.told_alike(&lacks)?;
        let level = |at: usize| found.get(at).and_then(|found| self.levels.get(found.line?)).copied().unwrap_or(0);
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by_key(|&at| (Reverse(level(at)), at));
        let mut told = BTreeSet::new();
        order.retain(|&at| alike.get(at).is_some_and(|number| told.insert(*number)));
        order.sort_unstable();
        let chosen: Vec<&Found> = order.into_iter().filter_map(|at| found.get(at).copied()).collect();
        let lacks: Vec<Lack> = chosen.iter().map(|found| found.lack).collect();
        let beside = self.view.ledger.beside(&lacks)?;
        for (found, beside) in chosen.into_iter().zip(beside.slices()) {
            let mut finding = Finding::about(rule, found.subject, found.lack.words()).help(help);
            for (position, &node) in beside.iter().enumerate() {
                finding = finding.related(node, found.lack.words_beside(position));
            }
            if let Some(row) = found.line.and_then(|line| self.rows.get(line))
                && let Some(case) = self.cases.get(row.case)
            {
                finding = finding.clause(row.clause).pact(case.pact);
            }
            answer.find(finding);
        }
        Ok(())
    }

    /// Proposals that stand under terms none of which asks every such thing for what the topic is about.
    pub(crate) fn general(&self, topic: Topic) -> General {
        let asks = |requirement: &Requirement| {
            requirement.quantifier != "some" && !requirement.conditional && requirement.asks_for(topic)
        };
        let asking = self.rows.iter().filter(|row| self.requirements_of(row).any(asks));
        let asked: NodeSet = asking.filter_map(|row| self.cases.get(row.case)).map(|case| case.pact).collect();
        let General { proposals: _, told } = self.general_of_all(topic);
        let proposals = self.cases.iter().map(|case| case.pact).filter(|&pact| !asked.contains(pact)).collect();
        General { proposals, told }
    }

    /// Proposals that stand under terms, with what clauses say of the topic already, be it settled or not certain.
    pub(crate) fn general_of_all(&self, topic: Topic) -> General {
        let found = self.found.get(&topic).map_or(&[][..], Vec::as_slice);
        General {
            proposals: self.cases.iter().map(|case| case.pact).collect(),
            told: found.iter().filter(|found| found.line.is_some()).map(|found| found.subject).collect(),
        }
    }

    /// The keys that the terms of each proposal ask every objective for.
    pub(crate) fn asked_of_objectives(&self) -> BTreeMap<Node, BTreeSet<&str>> {
        let mut keys: BTreeMap<Node, BTreeSet<&str>> = BTreeMap::new();
        for row in &self.rows {
            let Some(case) = self.cases.get(row.case) else { continue };
            let asked = row.asks.iter().filter_map(|ask| self.asked.get(ask));
            for asked in asked.filter(|asked| asked.quantifier == "every" && asked.kind == "objective") {
                keys.entry(case.pact).or_default().extend(asked.keys.iter().map(String::as_str));
            }
        }
        keys
    }

    /// The clause of a case that asks for a topic: rather one that asks it of every thing than one that asks it of some.
    pub(crate) fn asking(&self, case: usize, topic: Topic) -> Option<Node> {
        let find = |of_all: bool| {
            let asks = |requirement: &Requirement| {
                (requirement.quantifier == "every") == of_all && requirement.asks_for(topic)
            };
            let mut rows = self.rows.iter().filter(|row| row.case == case);
            rows.find(|row| self.requirements_of(row).any(asks)).map(|row| row.clause)
        };
        find(true).or_else(|| find(false))
    }

    /// Nodes of which a reference over one of some relations leads nowhere.
    pub(crate) fn doubtful(&self, relations: &[Relation<'_>], of: &[Node]) -> Answered<NodeSet> {
        let mut doubtful = NodeSet::default();
        for &relation in relations {
            let column = self.view.graph.is_doubtful(relation, of)?;
            doubtful.extend(of.iter().zip(column).filter(|(_, doubtful)| *doubtful).map(|(&node, _)| node));
        }
        Ok(doubtful)
    }

    /// Adds what is reached over relations, backwards, in any number of steps.
    pub(crate) fn spread(&self, relations: &[Relation<'_>], reached: &mut NodeSet, from: Vec<Node>) -> Answered<()> {
        let mut open = from;
        while !open.is_empty() {
            let mut fresh = Vec::new();
            for &relation in relations {
                let way: Way<'_> = relation.back();
                let edges = self.view.graph.edges(way, &open)?;
                fresh.extend(edges.targets().iter().copied().filter(|&node| reached.insert(node)));
            }
            open = fresh;
        }
        Ok(())
    }
}

/// What no clause asks for: a note about a node.
pub(crate) fn note(rule: &str, id: &str, node: Node, help: &str) -> Finding {
    Finding::about(rule, node, Message::new(id).with("subject", node)).help(help)
}
