//! The rules.

use std::collections::{BTreeMap, BTreeSet};

use pact_plugin::{Answer, Answered, Attribute, Finding, Kind, Message, Node, NodeSet, Relation, Value};

use crate::{
    facts::{Facts, General, Nodes, note},
    topic::Topic,
};

/// A rule.
type Check = fn(&Facts<'_>, &mut Answer) -> Answered<()>;

/// Every rule by its name, in the order of the codes that the built-in ones have.
pub(crate) const ALL: [(&str, Check); 9] = [
    (IN_THE_AIR, in_the_air),
    (UNSUPPORTED, unsupported),
    (PLANNED, planned),
    (DUPLICATED, duplicated),
    (CONTRADICTING, contradicting),
    (STRENGTH, strength),
    (CHALLENGE, challenge),
    (AIMLESS, aimless),
    (INCOMPLETE, incomplete),
];

const IN_THE_AIR: &str = "objective-in-the-air";
const UNSUPPORTED: &str = "unsupported-national-objective";
const PLANNED: &str = "planned-counterpart";
const DUPLICATED: &str = "duplicated-objective";
const CONTRADICTING: &str = "contradicting-objectives";
const STRENGTH: &str = "unused-strength";
const CHALLENGE: &str = "unaddressed-challenge";
const AIMLESS: &str = "aimless-initiative";
const INCOMPLETE: &str = "incomplete-objective";

const BESIDE: &str = "beside-other";

/// The relations by which a national objective stands behind another one.
const BEHIND: [Relation<'static>; 3] = [Relation::SUPPORTS, Relation::ADDS_TO, Relation::PART_OF];
const SUPPORTS: [Relation<'static>; 2] = [Relation::SUPPORTS, Relation::ADDS_TO];

fn in_the_air(facts: &Facts<'_>, answer: &mut Answer) -> Answered<()> {
    const HELP: &str = "objective-in-the-air-help";
    facts.tell(answer, IN_THE_AIR, Topic::InTheAir, HELP)?;
    let graph = facts.view.graph;
    let general = facts.general(Topic::InTheAir);
    let objectives = &facts.objectives;
    if general.proposals.is_empty() || objectives.incomplete {
        return Ok(());
    }
    // Proposals that supplement a pact with objectives.
    let with_objectives: NodeSet = objectives.documents.iter().copied().collect();
    let pacts = graph.nodes(Kind::PACT)?;
    let doubtful = facts.doubtful(&[Relation::SUPPLEMENTS], &pacts)?;
    let supplements = graph.edges(Relation::SUPPLEMENTS, &pacts)?;
    let supplementing = supplements.iter().filter(|(pact, others)| {
        !doubtful.contains(*pact) && others.iter().any(|&other| with_objectives.contains(other))
    });
    let supplementing: NodeSet = supplementing.map(|(pact, _)| pact).collect();

    // Those behind which a national one stands, or may stand where a reference leads nowhere.
    let doubtful = facts.doubtful(&BEHIND, &objectives.all)?;
    let national: Vec<Node> = objectives
        .all
        .iter()
        .copied()
        .filter(|&node| !facts.regional.contains(node) || doubtful.contains(node))
        .collect();
    let mut backed: NodeSet = national.iter().copied().collect();
    facts.spread(&BEHIND, &mut backed, national)?;

    let supplementing = objectives.iter().filter(|&(_, document)| supplementing.contains(document));
    let supplementing: NodeSet = supplementing.map(|(node, _)| node).collect();
    let mut alone = objectives.spoken_of(&general);
    alone.retain(|&node| facts.regional.contains(node) && !backed.contains(node) && supplementing.contains(node));
    for (node, parts) in graph.edges(Relation::PART_OF.back(), &alone)?.iter() {
        if !parts.iter().any(|&part| backed.contains(part)) {
            answer.find(note(IN_THE_AIR, "lack-in-the-air", node, HELP));
        }
    }
    Ok(())
}

fn unsupported(facts: &Facts<'_>, answer: &mut Answer) -> Answered<()> {
    const HELP: &str = "unsupported-national-objective-help";
    facts.tell(answer, UNSUPPORTED, Topic::Unsupported, HELP)?;
    let graph = facts.view.graph;
    let general = facts.general(Topic::Unsupported);
    let objectives = &facts.objectives;
    // The reference that leads nowhere may be the one.
    if general.proposals.is_empty() || objectives.incomplete || !facts.doubtful(&SUPPORTS, &objectives.all)?.is_empty()
    {
        return Ok(());
    }
    let with_objectives: NodeSet = objectives.documents.iter().copied().collect();
    let pacts = graph.nodes(Kind::PACT)?;
    let own = |pact: &Node| general.proposals.contains(*pact) && with_objectives.contains(*pact);
    let proposals: Vec<Node> = pacts.into_iter().filter(own).collect();
    let supplemented: NodeSet = graph.targets(Relation::SUPPLEMENTS, &proposals)?.into_iter().collect();

    let wanted = objectives.iter().zip(&objectives.repeated).filter(|&((node, document), repeated)| {
        supplemented.contains(document) && !repeated && !general.told.contains(node)
    });
    let wanted: Vec<(Node, Node)> = wanted.map(|(pair, _)| pair).collect();
    let nodes: Vec<Node> = wanted.iter().map(|(node, _)| *node).collect();
    // An objective of another pact supports one, or a part of it.
    let parts = graph.edges(Relation::PART_OF.back(), &nodes)?;
    let mut all = nodes.clone();
    all.extend(parts.targets());
    all.sort_unstable();
    all.dedup();
    let documents: BTreeMap<Node, Node> = objectives.iter().collect();
    let mut supported = NodeSet::default();
    for relation in SUPPORTS {
        for (node, others) in graph.edges(relation.back(), &all)?.iter() {
            if others.iter().any(|other| documents.get(other) != documents.get(&node)) {
                supported.insert(node);
            }
        }
    }
    for (node, parts) in parts.iter() {
        if !supported.contains(node) && !parts.iter().any(|&part| supported.contains(part)) {
            answer.find(note(UNSUPPORTED, "lack-unsupported", node, HELP));
        }
    }
    Ok(())
}

/// More references than this are counted, but not shown.
const SHOWN: usize = 4;

fn planned(facts: &Facts<'_>, answer: &mut Answer) -> Answered<()> {
    let graph = facts.view.graph;
    let pacts = graph.nodes(Kind::PACT)?;
    let status = graph.words(Attribute::STATUS, &pacts)?;
    let planned = pacts.iter().zip(status).filter(|(_, status)| status.as_deref() == Some("planned"));
    let planned: NodeSet = planned.map(|(&pact, _)| pact).collect();
    if planned.is_empty() || facts.cases.is_empty() {
        return Ok(());
    }
    let mut cases: BTreeMap<Node, Vec<usize>> = BTreeMap::new();
    for (position, case) in facts.cases.iter().enumerate() {
        cases.entry(case.pact).or_default().push(position);
    }
    let documents: BTreeMap<Node, Node> = facts.objectives.iter().collect();
    let own = facts.objectives.iter().filter(|(_, document)| cases.contains_key(document));
    let own: Vec<(Node, Node)> = own.collect();
    let nodes: Vec<Node> = own.iter().map(|(node, _)| *node).collect();
    let supports = graph.edges(Relation::SUPPORTS, &nodes)?;
    let adds_to = graph.edges(Relation::ADDS_TO, &nodes)?;
    // Of each proposal and each planned pact, the references that rest on it.
    let mut resting: BTreeMap<(Node, Node), Vec<(Node, Relation<'static>, Node)>> = BTreeMap::new();
    for ((&(node, proposal), supports), adds_to) in own.iter().zip(supports.slices()).zip(adds_to.slices()) {
        for (relation, others) in [(Relation::SUPPORTS, supports), (Relation::ADDS_TO, adds_to)] {
            for &other in others {
                let Some(&pact) = documents.get(&other) else { continue };
                if planned.contains(pact) && pact != proposal {
                    resting.entry((proposal, pact)).or_default().push((node, relation, other));
                }
            }
        }
    }
    for ((proposal, pact), all) in resting {
        let mut seen = BTreeSet::new();
        let objectives: Vec<Node> = all.iter().map(|(node, ..)| *node).filter(|&node| seen.insert(node)).collect();
        let mut names = graph.ids(&objectives)?;
        names.sort();
        let message = Message::new(PLANNED)
            .with("pact", pact)
            .with("objectives", Value::texts(names))
            .with("count", objectives.len());
        let said = graph.edges(Relation::SUPPLEMENTS, &[proposal])?.targets().contains(&pact);
        let message = if said { message.at_reference(proposal, Relation::SUPPLEMENTS, pact) } else { message };
        let mut finding = Finding::about(PLANNED, proposal, message).help("planned-counterpart-help");
        for &(from, relation, to) in all.iter().take(SHOWN) {
            finding = finding.related(from, Message::new("planned-counterpart-rests").at_reference(from, relation, to));
        }
        let cases = cases.get(&proposal).map_or(&[][..], Vec::as_slice);
        answer.find(match cases.iter().find_map(|&case| facts.asking(case, Topic::InTheAir)) {
            Some(clause) => finding.clause(clause),
            None => finding,
        });
    }
    Ok(())
}

fn duplicated(facts: &Facts<'_>, answer: &mut Answer) -> Answered<()> {
    const HELP: &str = "duplicated-objective-help";
    facts.tell(answer, DUPLICATED, Topic::Duplicated, HELP)?;
    let graph = facts.view.graph;
    let mut pairs = BTreeSet::new();
    let mut push = |first: Node, again: Node, message: Message| {
        if pairs.insert((first.min(again), first.max(again))) {
            let message = message.with("again", again).with("first", first);
            answer.find(Finding::about(DUPLICATED, again, message).related(first, BESIDE).help(HELP));
        }
    };
    let general = facts.general(Topic::Duplicated);
    let own = facts.objectives.spoken_of(&general);
    for (node, same) in graph.edges(Relation::DUPLICATES, &own)?.pairs() {
        if !general.told.contains(same) {
            push(same, node, Message::new("duplicated-objective").at_reference(node, Relation::DUPLICATES, same));
        }
    }
    // That two are called the same, no requirement can ask for.
    let general = facts.general_of_all(Topic::Duplicated);
    let own = facts.objectives.spoken_of(&general);
    let mut named: Vec<(String, Node)> = graph.ids(&own)?.into_iter().zip(own).collect();
    named.sort();
    let named: Vec<Node> = named.into_iter().map(|(_, node)| node).collect();
    for (node, first) in facts.view.reading.called_alike(&named)?.pairs() {
        push(first, node, Message::new("duplicated-label").at_label(node));
    }
    Ok(())
}

fn contradicting(facts: &Facts<'_>, answer: &mut Answer) -> Answered<()> {
    const HELP: &str = "contradicting-objectives-help";
    facts.tell(answer, CONTRADICTING, Topic::Contradicting, HELP)?;
    let general = facts.general(Topic::Contradicting);
    let own = facts.objectives.spoken_of(&general);
    let mut pairs = BTreeSet::new();
    for (node, other) in facts.view.graph.edges(Relation::CONTRADICTS, &own)?.pairs() {
        if general.told.contains(other) || !pairs.insert((node.min(other), node.max(other))) {
            continue;
        }
        let message = Message::new(CONTRADICTING).with("first", node).with("other", other);
        let message = message.at_reference(node, Relation::CONTRADICTS, other);
        answer.find(Finding::about(CONTRADICTING, node, message).related(other, BESIDE).help(HELP));
    }
    Ok(())
}

fn strength(facts: &Facts<'_>, answer: &mut Answer) -> Answered<()> {
    const HELP: &str = "unused-strength-help";
    facts.tell(answer, STRENGTH, Topic::UnusedStrength, HELP)?;
    let general = facts.general(Topic::UnusedStrength);
    for node in unreached(facts, &facts.strengths, &general, Relation::BUILDS_ON)? {
        answer.find(note(STRENGTH, "lack-strength", node, HELP));
    }
    Ok(())
}

fn challenge(facts: &Facts<'_>, answer: &mut Answer) -> Answered<()> {
    const HELP: &str = "unaddressed-challenge-help";
    facts.tell(answer, CHALLENGE, Topic::UnaddressedChallenge, HELP)?;
    let general = facts.general(Topic::UnaddressedChallenge);
    for node in unreached(facts, &facts.challenges, &general, Relation::ADDRESSES)? {
        answer.find(note(CHALLENGE, "lack-challenge", node, HELP));
    }
    Ok(())
}

/// Nodes to which no objective and no initiative relates so, in proposals that have any. Nothing of proposals in which such a reference leads nowhere: it may be
/// the one.
fn unreached(facts: &Facts<'_>, nodes: &Nodes, general: &General, relation: Relation<'_>) -> Answered<Vec<Node>> {
    let means = [&facts.objectives, &facts.initiatives];
    if nodes.all.is_empty() || general.proposals.is_empty() || means.iter().any(|means| means.incomplete) {
        return Ok(Vec::new());
    }
    let (mut whole, mut doubtful) = (NodeSet::default(), NodeSet::default());
    for means in means {
        whole.extend(means.documents.iter().copied());
        let unsure = facts.doubtful(&[relation], &means.all)?;
        doubtful.extend(means.iter().filter(|(node, _)| unsure.contains(*node)).map(|(_, document)| document));
    }
    let documents = nodes.iter().filter(|&(_, document)| whole.contains(document) && !doubtful.contains(document));
    let sound: NodeSet = documents.map(|(node, _)| node).collect();
    let mut own = nodes.spoken_of(general);
    own.retain(|&node| sound.contains(node));
    let edges = facts.view.graph.edges(relation.back(), &own)?;
    Ok(edges.iter().filter(|(_, others)| others.is_empty()).map(|(node, _)| node).collect())
}

fn aimless(facts: &Facts<'_>, answer: &mut Answer) -> Answered<()> {
    const HELP: &str = "aimless-initiative-help";
    facts.tell(answer, AIMLESS, Topic::Aimless, HELP)?;
    let graph = facts.view.graph;
    let general = facts.general(Topic::Aimless);
    let initiatives = &facts.initiatives;
    if general.proposals.is_empty() || initiatives.incomplete {
        return Ok(());
    }
    // Those that contribute to something or may do so, and their parts.
    let mut aiming = facts.doubtful(&[Relation::CONTRIBUTES_TO, Relation::PART_OF], &initiatives.all)?;
    let edges = graph.edges(Relation::CONTRIBUTES_TO, &initiatives.all)?;
    aiming.extend(edges.iter().filter(|(_, aims)| !aims.is_empty()).map(|(node, _)| node));
    let from: Vec<Node> = initiatives.all.iter().copied().filter(|&node| aiming.contains(node)).collect();
    facts.spread(&[Relation::PART_OF], &mut aiming, from)?;

    let with_objectives: NodeSet = facts.objectives.documents.iter().copied().collect();
    let own = initiatives.iter().filter(|&(_, document)| with_objectives.contains(document));
    let own: NodeSet = own.map(|(node, _)| node).collect();
    for node in initiatives.spoken_of(&general) {
        if own.contains(node) && !aiming.contains(node) {
            answer.find(note(AIMLESS, "lack-initiative", node, HELP));
        }
    }
    Ok(())
}

const OWNER: &str = "owner";
const BASELINE: &str = "baseline";
const TARGET: &str = "target";
const DUE: &str = "due";

fn incomplete(facts: &Facts<'_>, answer: &mut Answer) -> Answered<()> {
    const HELP: &str = "incomplete-objective-help";
    facts.tell(answer, INCOMPLETE, Topic::Incomplete, HELP)?;
    let graph = facts.view.graph;
    let general = facts.general_of_all(Topic::Incomplete);
    let asked = facts.asked_of_objectives();
    let own = facts.objectives.iter().filter(|&(_, document)| general.proposals.contains(document));
    let own: Vec<(Node, Node)> = own.collect();
    let nodes: Vec<Node> = own.iter().map(|(node, _)| *node).collect();
    let doubtful = facts.doubtful(&[Relation::OWNER], &nodes)?;
    let owners = graph.edges(Relation::OWNER, &nodes)?;
    let (baselines, targets) = (graph.has(Attribute::BASELINE, &nodes)?, graph.has(Attribute::TARGET, &nodes)?);
    let due = graph.has(Attribute::DUE, &nodes)?;
    let given = owners.iter().zip(baselines).zip(targets).zip(due);
    let missing = given.map(|((((node, owners), baseline), target), due)| {
        let mut missing = Vec::new();
        if owners.is_empty() && !doubtful.contains(node) {
            missing.push(OWNER);
        }
        if !baseline {
            missing.push(BASELINE);
        }
        // Without a target there is no date of one to ask for.
        match target {
            false => missing.push(TARGET),
            true if !due => missing.push(DUE),
            true => {}
        }
        missing
    });
    let missing: Vec<Vec<&str>> = missing.collect();
    let concrete = own.iter().zip(&missing).filter(|(_, missing)| missing.len() < 3);
    let concrete: NodeSet = concrete.map(|((_, document), _)| *document).collect();
    let spoken: NodeSet = facts.objectives.spoken_of(&general).into_iter().collect();
    for ((node, document), mut keys) in own.into_iter().zip(missing) {
        if !spoken.contains(node) || !concrete.contains(document) {
            continue;
        }
        let asked = asked.get(&document);
        keys.retain(|key| asked.is_none_or(|asked| !asked.contains(key)));
        if keys.is_empty() {
            continue;
        }
        let keys = keys.into_iter().map(|key| if key == DUE { "target.on" } else { key });
        let message = Message::new("lack-given")
            .with("of", "objective")
            .with("subject", node)
            .with("kind", Kind::OBJECTIVE)
            .with("keys", Value::texts(keys));
        answer.find(Finding::about(INCOMPLETE, node, message).help(HELP));
    }
    Ok(())
}
