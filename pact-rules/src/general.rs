//! What is found in a proposal in general, where no clause of its terms asks for it.

use pact_core::{
    check::Context,
    document::requirement::Quantifier,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{Kind, NodeId, NodeKind},
        requirement::{Has, Pattern},
    },
};
use rustc_hash::FxHashSet;

use crate::lacks::{self, Topic};

/// The proposals of which something may be said in general, and what clauses say of it already.
pub(crate) struct General<'m> {
    graph: &'m Graph,
    proposals: FxHashSet<NodeId>,
    told: FxHashSet<NodeId>,
}

impl<'m> General<'m> {
    /// Proposals that stand under terms none of which asks every such thing for what the topic is about. O(requirements + lacks).
    pub(crate) fn new(context: Context<'m>, topic: Topic) -> Self {
        let graph = context.model.graph();
        let asks = |node: NodeId| lacks::patterns(graph, node).into_iter().any(|pattern| asks(graph, pattern, topic));
        Self::where_not_asked(context, topic, asks)
    }

    /// Proposals that stand under terms, with what clauses say of the topic already.
    pub(crate) fn of_all(context: Context<'m>, topic: Topic) -> Self {
        Self::where_not_asked(context, topic, |_| false)
    }

    fn where_not_asked(context: Context<'m>, topic: Topic, asks: impl Fn(NodeId) -> bool) -> Self {
        let graph = context.model.graph();
        let mut proposals = FxHashSet::default();
        let mut asked = FxHashSet::default();
        let mut told = FxHashSet::default();
        for case in &context.ledger.cases {
            proposals.insert(case.pact);
            for entry in &case.entries {
                if asks(entry.node) {
                    asked.insert(case.pact);
                }
                // Also where it is explained or waived, and where nothing can be concluded.
                let lacks = entry.proof.lacks.iter().filter(|lack| lacks::matter(graph, lack) == topic);
                told.extend(lacks.map(|lack| lack.subject));
            }
        }
        proposals.retain(|pact| !asked.contains(pact));
        Self { graph, proposals, told }
    }

    /// Whether there is a proposal of which something may be said.
    pub(crate) fn is_empty(&self) -> bool {
        self.proposals.is_empty()
    }

    /// Whether a document is such a proposal.
    pub(crate) fn is_proposal(&self, document: NodeId) -> bool {
        self.proposals.contains(&document)
    }

    /// Whether a clause says it of a thing already.
    pub(crate) fn is_told(&self, node: NodeId) -> bool {
        self.told.contains(&node)
    }

    /// Whether something may be said of a thing: it stands in such a proposal, could be read, and no clause says it already.
    pub(crate) fn may_speak_of(&self, node: impl Into<NodeId>) -> bool {
        let node = node.into();
        let head = self.graph.head(node);
        !head.damaged && !head.repeated && self.is_proposal(head.document) && !self.is_told(node)
    }
}

/// Whether a pattern asks it of everything of its kind. That it holds of one, or of those that a condition picks, says nothing of the others: what a clause
/// says of its own is told anyway.
fn asks(graph: &Graph, pattern: &Pattern, topic: Topic) -> bool {
    let picks = pattern.condition.is_some()
        || pattern.has.iter().any(|has| matches!(has, Has::Count(count) if count.condition.is_some()));
    pattern.quantifier != Quantifier::Some && !picks && lacks::asks_for(graph, pattern, topic)
}

/// Things of a kind to which no objective and no initiative relates so, in proposals that have any. Nothing of proposals in which such a reference leads nowhere: it may be the one.
///
/// O(nodes).
pub(crate) fn unreached<T: Kind>(graph: &Graph, general: &General<'_>, edge: EdgeKind) -> Vec<NodeId> {
    const MEANS: [NodeKind; 2] = [NodeKind::Objective, NodeKind::Initiative];
    if general.is_empty() || MEANS.iter().any(|&kind| graph.incomplete().contains(kind)) {
        return Vec::new();
    }
    let mut whole: FxHashSet<NodeId> = FxHashSet::default();
    let mut doubtful: FxHashSet<NodeId> = FxHashSet::default();
    for node in graph.nodes().filter(|&node| MEANS.contains(&graph.kind(node))) {
        let document = graph.head(node).document;
        whole.insert(document);
        if graph.is_broken(node, edge) {
            doubtful.insert(document);
        }
    }
    let nodes = graph.all::<T>().map(|(id, _)| id.node());
    let unreached = nodes.filter(|&node| {
        let document = graph.head(node).document;
        general.may_speak_of(node)
            && whole.contains(&document)
            && !doubtful.contains(&document)
            && graph.incoming(node, edge).is_empty()
    });
    unreached.collect()
}

#[cfg(test)]
mod tests {
    use pact_core::{load::Input, report::Options};

    const COUNTRY: &str = "pact: 1
id: country
title: Country
level: national
status: adopted
objectives: { stem: { label: STEM }, women: { label: Women } }
";
    const PROPOSAL: &str = "pact: 1
id: proposal
title: Proposal
level: regional
status: proposed
terms: task
supplements: country
actors: { school: {} }
strengths: { wind: { label: Wind } }
challenges: { skills: { label: Skills } }
objectives:
  backed: { label: Backed, supports: country/stem, owner: school, baseline: { value: 1 }, target: { value: 2, on: 2022 }, contradicts: alone }
  alone: { label: Alone, owner: school, baseline: { value: 1 }, target: { value: 2 } }
  again: { label: Again, part-of: backed, duplicates: backed, owner: school, baseline: { value: 1 }, target: { value: 2, on: 2022 } }
initiatives:
  aimed: { label: Aimed, contributes-to: backed }
  part: { label: Part, part-of: aimed }
  aimless: { label: Aimless }
";

    /// The codes of coherence with what they are about, for terms with these clauses.
    fn found(clauses: &str, proposal: &str) -> Vec<(String, String)> {
        let mut input = Input::new();
        input.add("terms.yaml", format!("terms: 1\nid: task\ntitle: Task\nclauses:\n{clauses}"));
        input.add("country.yaml", COUNTRY);
        input.add("pact.yaml", proposal);
        let report = crate::check(input, &Options::default());
        let coherence = report.findings.iter().filter(|found| report.rules[found.rule].group == "coherence");
        coherence
            .map(|found| {
                let (_, id) = found.subject.split_once('/').unwrap();
                (report.rules[found.rule].code.to_string(), id.to_owned())
            })
            .collect()
    }

    fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter().map(|(code, id)| ((*code).to_owned(), (*id).to_owned())).collect()
    }

    #[test]
    fn what_no_clause_asks_for_is_found_in_general() {
        let expected = pairs(&[
            ("C101", "alone"),
            ("C102", "women"),
            ("C104", "again"),
            ("C105", "backed"),
            ("C106", "wind"),
            ("C107", "skills"),
            ("C108", "aimless"),
            ("C109", "alone"),
        ]);
        assert_eq!(found("  A: { force: must, text: A }\n", PROPOSAL), expected);
    }

    /// Each thing is told once, whether a clause is met, not met, settled or does not apply.
    #[test]
    fn what_a_clause_asks_for_is_not_found_again() {
        let clauses = "  A:
    force: should
    text: A
    requires:
      - { every: objective, where: { level: regional }, has: { at-least: 1, via: supports, to: objective, where: { level: national } } }
      - { every: objective, in: supplemented, has: { at-least: 1, via: supported-by, to: objective } }
      - { every: strength, has: { at-least: 1, via: built-on-by } }
      - { every: initiative, has: { at-least: 1, via: contributes-to }, when: { section: none } }
      - { every: objective, has: { given: due } }
";
        let expected = pairs(&[
            ("C101", "again"),
            ("C101", "alone"),
            ("C102", "women"),
            ("C104", "again"),
            ("C105", "backed"),
            ("C106", "wind"),
            ("C107", "skills"),
            ("C109", "alone"),
        ]);
        assert_eq!(found(clauses, PROPOSAL), expected);
        let explained = format!("{PROPOSAL}explanations: {{ e: {{ about: A, reason: Because. }} }}\n");
        assert_eq!(found(clauses, &explained), pairs(&[("C104", "again"), ("C105", "backed"), ("C107", "skills")]));
    }

    /// A reference that leads nowhere is the fault, and may be the one that is missed.
    #[test]
    fn nothing_is_concluded_from_what_leads_nowhere() {
        let broken = PROPOSAL
            .replace("label: Alone,", "label: Alone, supports: country/stm, builds-on: wnd, addresses: skils,")
            .replace("label: Aimless", "label: Aimless, contributes-to: bakced");
        let expected = pairs(&[("C104", "again"), ("C105", "backed"), ("C109", "alone")]);
        assert_eq!(found("  A: { force: must, text: A }\n", &broken), expected);
    }

    /// Without terms nothing is asked of a pact, not even in general.
    #[test]
    fn nothing_is_found_without_terms() {
        let free = PROPOSAL.replace("terms: task\n", "");
        assert_eq!(found("  A: { force: must, text: A }\n", &free), pairs(&[]));
    }
}
