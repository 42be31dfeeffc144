//! The lines of the ledger for programs.

use std::collections::BTreeMap;

use pact_core::{
    finding,
    graph::{Graph, node::NodeId},
    ledger::{self, Case, Verdict},
    message::Catalogue,
    prove::{self, Hop},
    report,
    source::Span,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::{super::wording::Wording, Force, Place};
use crate::render::places::Places;

/// The verdict on a clause, an element or a part of one, for one proposal.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Row {
    /// The id of the proposal.
    pact: String,
    /// The id of the terms.
    terms: String,
    /// The id of the clause or element. A part of the element `E7` has an id such as `E7/a`.
    clause: String,
    /// What it is.
    kind: RowKind,
    /// The force; an element has that of its clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Force")]
    force: Option<Force>,
    /// The ids of the bodies and actors that it binds.
    binds: Vec<String>,
    /// What is said of it.
    #[schemars(extend("enum" = Verdict::ALL.map(Verdict::name)))]
    verdict: &'static str,
    /// Why.
    why: Why,
    /// What it says: the words of the source where they are given, else in the language of the report.
    text: String,
    /// Where the file gives it.
    location: Place,
    /// Where the source has its words, if they were found there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Place")]
    source: Option<Place>,
    /// What the verdict rests on.
    evidence: Vec<Evidence>,
    /// What is missing, or what is there and must not be. Empty where it is explained or waived.
    missing: Vec<Missing>,
    /// The fingerprints of findings that say why it is not met.
    findings: Vec<String>,
    /// The key of the explanation or waiver that settles it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    settled_by: Option<String>,
    /// The ids of its elements, parts or sub-clauses.
    parts: Vec<String>,
    /// The id of what it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    part_of: Option<String>,
}

/// What a line of the ledger is about.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum RowKind {
    /// A clause.
    Clause,
    /// An element, or a part of one.
    Element,
}

/// Why a verdict is what it is.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Why {
    /// `evidence` and `missing` show it.
    Proof,
    /// It follows from the verdicts of its parts. Whoever counts verdicts leaves it out.
    Parts,
    /// It only says how things are.
    Context,
    /// It does not hold yet, or no longer.
    NotInForce,
    /// Its condition does not hold.
    Condition,
    /// The element is not included, so that nothing more is asked of it.
    NotIncluded,
    /// It asks for nothing that a machine could look at.
    NothingAsked,
}

/// Something that a verdict rests on.
#[derive(Debug, Serialize, JsonSchema)]
struct Evidence {
    /// What is there, in the language of the report.
    message: String,
    /// The id of the message in the catalogues.
    message_id: String,
    /// The key of the node that it is about.
    subject: String,
    /// The way through the graph that shows it. Empty where the node itself does.
    path: Vec<Step>,
}

/// A step through the graph.
#[derive(Debug, Serialize, JsonSchema)]
struct Step {
    /// The relation as it is read here: its name, or that of its inverse.
    relation: &'static str,
    /// The key of the node where it begins.
    from: String,
    /// The key of the node where it leads.
    to: String,
    /// Where the reference stands that makes it.
    location: Place,
}

/// Something that is missing, or that is there and must not be.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Missing {
    /// What, in the language of the report.
    message: String,
    /// The id of the message in the catalogues: what sort of thing is missing.
    message_id: String,
    /// The arguments of the message, the same in every language.
    args: BTreeMap<String, super::Arg>,
    /// Where the requirement stands that asks for it.
    requirement: Place,
    /// The key of the node that it is about.
    subject: String,
    /// Where that node is.
    location: Place,
    /// How it may still come out.
    gap: Gap,
}

/// How what is missing may still come out.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Gap {
    /// A human's word is missing.
    Statement,
    /// A fact is missing, or its day has not come.
    Pending,
    /// Something could not be read or followed.
    Unknown,
    /// Something is not there, and could be added.
    Absent,
    /// Something is there that must not be.
    Contrary,
}

/// Puts the lines of a ledger into words and places, one after the other.
#[derive(Debug)]
pub(crate) struct Rows<'r> {
    report: &'r report::Report,
    words: &'r Catalogue,
    findings: BTreeMap<(NodeId, NodeId), Vec<usize>>,
}

impl<'r> Rows<'r> {
    /// O(findings × log findings).
    pub(crate) fn new(report: &'r report::Report, words: &'r Catalogue) -> Self {
        Self { report, words, findings: report.findings_by_line() }
    }

    /// A line. `places` has to know those of the ledger.
    pub(crate) fn row(&self, case: &Case, entry: &ledger::Entry, places: &Places) -> Row {
        let graph = self.graph();
        let name = |node: NodeId| graph.name(node).to_owned();
        let line = |&line: &usize| case.entries.get(line).map(|entry| name(entry.node));
        let place = |span: Span| Place::new(&self.report.model, places, span);
        let wording = Wording::of(graph, entry.node);
        let on_it = self.findings.get(&(case.pact, entry.node));
        let fingerprint = |&finding: &usize| Some(self.report.findings.get(finding)?.fingerprint.clone());
        Row {
            pact: name(case.pact),
            terms: name(case.terms),
            clause: name(entry.node),
            kind: match graph.kind(entry.node) {
                pact_core::graph::node::NodeKind::Element => RowKind::Element,
                _ => RowKind::Clause,
            },
            force: entry.force.map(Force),
            binds: entry.binds.iter().map(|&bound| name(bound)).collect(),
            verdict: entry.verdict.name(),
            why: why(entry.why),
            text: wording.said(self.words.language().tag()).to_owned(),
            location: place(graph.span(entry.node)),
            source: wording.in_source().map(place),
            evidence: entry.proof.witnesses.iter().map(|witness| self.evidence(witness, places)).collect(),
            missing: entry.lacks().iter().map(|lack| self.missing(lack, places)).collect(),
            findings: on_it.into_iter().flatten().filter_map(fingerprint).collect(),
            settled_by: entry.settled_by.map(|node| graph.key(node)),
            parts: entry.parts.iter().filter_map(line).collect(),
            part_of: entry.part_of.as_ref().and_then(line),
        }
    }

    fn graph(&self) -> &'r Graph {
        self.report.model.graph()
    }

    fn evidence(&self, witness: &prove::Witness, places: &Places) -> Evidence {
        let step = |hop: &Hop| Step {
            relation: relation(hop),
            from: self.graph().key(hop.from),
            to: self.graph().key(hop.to),
            location: Place::new(&self.report.model, places, hop.span),
        };
        let message = pact_rules::words::evidence(&self.report.model, witness);
        Evidence {
            message: self.words.text(&message),
            message_id: message.id.to_string(),
            subject: self.graph().key(witness.subject),
            path: witness.path.iter().map(step).collect(),
        }
    }

    /// What a lack says. `places` has to know those of the ledger.
    pub(crate) fn missing(&self, lack: &prove::Lack, places: &Places) -> Missing {
        let message = pact_rules::words::missing(&self.report.model, lack);
        Missing {
            message: self.words.text(&message),
            message_id: message.id.to_string(),
            args: message
                .args
                .iter()
                .chain(&message.shown)
                .map(|(name, value)| (name.to_string(), super::arg(value)))
                .collect(),
            requirement: Place::new(&self.report.model, places, lack.requirement),
            subject: self.graph().key(lack.subject),
            location: Place::new(&self.report.model, places, self.graph().span(lack.subject)),
            gap: match lack.gap {
                prove::Gap::Statement => Gap::Statement,
                prove::Gap::Pending => Gap::Pending,
                prove::Gap::Unknown => Gap::Unknown,
                prove::Gap::Absent => Gap::Absent,
                prove::Gap::Contrary => Gap::Contrary,
            },
        }
    }
}

/// The name of a step, read in its direction.
fn relation(hop: &Hop) -> &'static str {
    use pact_core::document::requirement::Step;
    match hop.edge {
        Some(edge) if hop.forward => edge.info().name,
        Some(edge) => edge.info().inverse,
        None => Step::SamePerson.name(),
    }
}

fn why(why: ledger::Why) -> Why {
    match why {
        ledger::Why::Proof => Why::Proof,
        ledger::Why::Parts => Why::Parts,
        ledger::Why::Context => Why::Context,
        ledger::Why::NotInForce => Why::NotInForce,
        ledger::Why::Condition => Why::Condition,
        ledger::Why::NotIncluded => Why::NotIncluded,
        ledger::Why::NothingAsked => Why::NothingAsked,
    }
}

/// How many entries have each verdict, of those that were judged for themselves.
pub(super) fn verdicts(report: &report::Report) -> BTreeMap<&'static str, usize> {
    Verdict::ALL.into_iter().map(|verdict| (verdict.name(), report.ledger.count(verdict))).collect()
}

/// The id of the clause that a finding cites, and its force.
pub(super) fn cited(graph: &Graph, finding: &finding::Finding) -> (Option<String>, Option<Force>) {
    match finding.cited {
        Some(cited) => (Some(graph.name(cited.node).to_owned()), ledger::force(graph, cited.node).map(Force)),
        None => (None, None),
    }
}
