//! Anything in the graph: what it is, what it is joined to, and which verdicts speak of it.

use std::io;

use pact_core::{
    graph::{Graph, Neighbor, edge::EdgeKind, node::NodeId},
    ledger::{Case, Entry},
    message::Message,
    prove::{Lack, Lacking, Witness},
    source::Span,
};

use super::{
    super::{case, clean, places::clause_spans, vocabulary, wording::Wording},
    MOST, Sheet, relation,
};

/// Of the things that one relation joins it to, so many are named.
const MOST_NEIGHBORS: usize = 6;
/// Longer labels are cut.
const LABEL: usize = 70;

/// Every place that the explanation of a node speaks of, beside those of the ledger.
pub(super) fn spans(graph: &Graph, node: NodeId) -> Vec<Span> {
    let shown = runs(graph, node);
    let neighbors = shown.iter().flat_map(|(_, _, all)| all.iter().take(MOST_NEIGHBORS));
    clause_spans(graph, node).chain(neighbors.map(|neighbor| neighbor.span)).collect()
}

/// Writes what there is to say of a node.
pub(super) fn write(sheet: &mut Sheet<'_, '_>, node: NodeId) -> io::Result<()> {
    let (graph, words) = (sheet.graph(), sheet.words());
    let head = format!("{} {}", words.kind(graph.kind(node)), case::named(graph, node, words));
    sheet.line(0, &head)?;
    let key = clean::short(&graph.key(node), 200);
    let place = sheet.place(graph.span(node));
    sheet.line(1, &sheet.text(&Message::new("cli-explain-key").with("key", key)))?;
    sheet.line(1, &sheet.text(&Message::new("cli-explain-file").with("place", place)))?;
    let exceptions = sheet.report().ledger.cases.iter().flat_map(|case| &case.exceptions);
    if let Some(exception) = exceptions.into_iter().find(|exception| exception.node == node) {
        let standing = vocabulary::standing(&exception.standing, words);
        sheet.line(1, &sheet.text(&Message::new("cli-explain-standing").with("standing", standing)))?;
    }
    sheet.blank()?;
    relations(sheet, node)?;
    findings(sheet, node)?;
    verdicts(sheet, node)
}

/// The relations of a node by kind and direction.
fn runs(graph: &Graph, node: NodeId) -> Vec<(EdgeKind, bool, Vec<Neighbor>)> {
    let mut runs: Vec<(EdgeKind, bool, Vec<Neighbor>)> = Vec::new();
    let outgoing = graph.outgoing_all(node).map(|(edge, neighbor)| (edge, true, neighbor));
    let incoming = graph.incoming_all(node).map(|(edge, neighbor)| (edge, false, neighbor));
    for (edge, forward, neighbor) in outgoing.chain(incoming) {
        match runs.last_mut().filter(|(last, direction, _)| (*last, *direction) == (edge, forward)) {
            Some((_, _, all)) => all.push(neighbor),
            None => runs.push((edge, forward, vec![neighbor])),
        }
    }
    runs
}

fn relations(sheet: &mut Sheet<'_, '_>, node: NodeId) -> io::Result<()> {
    let runs = runs(sheet.graph(), node);
    if runs.is_empty() {
        return Ok(());
    }
    sheet.heading(0, "cli-label-relations")?;
    for (edge, forward, all) in &runs {
        sheet.line(1, relation(*edge, *forward, sheet.words()))?;
        for neighbor in all.iter().take(MOST_NEIGHBORS) {
            let label = called(sheet.graph(), neighbor.node, sheet.language());
            let id = sheet.id(neighbor.node);
            let named = if label.is_empty() { id } else { format!("{id} ({})", clean::short(label, LABEL)) };
            let line = format!("{named}  {}", sheet.place(neighbor.span));
            sheet.line(2, &line)?;
        }
        if all.len() > MOST_NEIGHBORS {
            let more = sheet.text(&Message::new("cli-and-more").with("count", all.len() - MOST_NEIGHBORS));
            sheet.line(2, &more)?;
        }
    }
    sheet.blank()
}

/// What a node is called; of a clause what it says, in a language or else in that of its source.
fn called<'g>(graph: &'g Graph, node: NodeId, language: &str) -> &'g str {
    let said = Wording::of(graph, node).called(language);
    if said.is_empty() { graph.label(node).map(|label| label.get(language)).unwrap_or_default() } else { said }
}

/// The findings about the node itself.
fn findings(sheet: &mut Sheet<'_, '_>, node: NodeId) -> io::Result<()> {
    use pact_core::finding::Subject;
    let about = |subject: &Subject| *subject == Subject::Node(node);
    let all: Vec<_> = sheet.report().findings.iter().filter(|reported| about(&reported.finding.subject)).collect();
    if all.is_empty() {
        return Ok(());
    }
    sheet.heading(0, "cli-label-findings")?;
    for reported in all.iter().take(MOST) {
        sheet.finding(1, reported)?;
    }
    sheet.and_more(1, all.len())?;
    sheet.blank()
}

/// The clauses and elements whose evidence, or what they lack, speaks of the node.
fn verdicts(sheet: &mut Sheet<'_, '_>, node: NodeId) -> io::Result<()> {
    let cases: Vec<&Case> = sheet.report().ledger.cases.iter().collect();
    for case in cases {
        let speaking: Vec<(&Entry, bool)> = case
            .entries
            .iter()
            .filter_map(|entry| {
                let lacks = entry.lacks().iter().any(|lack| lacks(lack, node));
                (lacks || entry.proof.witnesses.iter().any(|witness| shows(witness, node))).then_some((entry, lacks))
            })
            .collect();
        if speaking.is_empty() {
            continue;
        }
        let named = case::named(sheet.graph(), case.pact, sheet.words());
        sheet.line(0, &sheet.text(&Message::new("cli-explain-verdicts").with("pact", named)))?;
        for (entry, lacks) in speaking.iter().take(MOST) {
            let called = clean::short(Wording::of(sheet.graph(), entry.node).called(sheet.language()), LABEL);
            let verdict = vocabulary::verdict_on(entry, sheet.words());
            let role = sheet.words().label(if *lacks { "cli-label-missing" } else { "cli-label-evidence" });
            let line = format!("{}  {verdict} ({})  {called}", sheet.id(entry.node), role.to_lowercase());
            sheet.line(1, line.trim_end())?;
        }
        sheet.and_more(1, speaking.len())?;
        sheet.blank()?;
    }
    Ok(())
}

fn shows(witness: &Witness, node: NodeId) -> bool {
    witness.subject == node || witness.path.iter().any(|hop| hop.from == node || hop.to == node)
}

/// Whether something that is missing has to do with a node.
fn lacks(lack: &Lack, node: NodeId) -> bool {
    let beside = match &lack.what {
        Lacking::Concept { concept, .. } => *concept == node,
        Lacking::Forbidden { path, .. } => path.iter().any(|hop| hop.from == node || hop.to == node),
        Lacking::Overfilled { members, .. } | Lacking::NominatorUnknown { members } => members.contains(&node),
        Lacking::Ineligible { seat, actor } => [*seat, *actor].contains(&node),
        Lacking::WrongNominator { seat, nominator } => [*seat, *nominator].contains(&node),
        Lacking::Shared { members, common, .. } => *common == node || members.contains(&node),
        Lacking::TwoSeats { seats, members } => seats.contains(&node) || members.contains(&node),
        Lacking::Outside { meeting, .. } => *meeting == Some(node),
        Lacking::NoSpan { body } => *body == node,
        Lacking::NeverPresents { to } => *to == node,
        Lacking::PresentsEarly { at, last } => [*at, *last].contains(&node),
        Lacking::Undecided { about, .. } => *about == node,
        Lacking::NotYetDecided { by } | Lacking::Otherwise { by, .. } => *by == node,
        Lacking::MeetingAfter { decision } => *decision == node,
        Lacking::Premature { before } => *before == node,
        Lacking::Unattested { by } => by.contains(&node),
        _ => false,
    };
    beside || lack.subject == node
}
