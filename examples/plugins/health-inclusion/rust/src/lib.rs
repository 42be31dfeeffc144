//! Can health be part of a technology pact? The check for element E10 of Central Jutland's terms of reference (2017): *afsøge mulighederne for, at sundhed kan
//! indgå i en teknologipagt*.
//!
//! Only exploring is asked for. An initiative that explores it will do, and so will a "no" that says why. But a proposal that takes health in, with an objective
//! or a partnership that covers the element, has to reach the health system: with an objective, a partnership, and somebody of the health system in it.

use std::collections::BTreeSet;

use pact_plugin::{
    Answer, Answered, Attribute, Failure, Finding, Graph, Kind, Message, Node, Outcome, Plugin, Relation, Request, Way,
};
use serde::Deserialize;

const EXPLORED: &str = "explored";
const REACHES: &str = "reaches-health-system";

/// The configuration.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct HealthInclusion {
    /// The element of the terms that asks whether health can be part.
    element: String,
    /// The categories of actors that count as the health system, with all that are a case of them.
    health_categories: Vec<String>,
}

impl Default for HealthInclusion {
    fn default() -> Self {
        Self { element: "E10".to_owned(), health_categories: vec!["sundhed".to_owned()] }
    }
}

pact_plugin::export!(HealthInclusion);

impl Plugin for HealthInclusion {
    fn check(&self, graph: &Graph<'_>, request: &Request) -> Result<Answer, Failure> {
        let mut answer = Answer::new();
        let health = self.health(graph)?;
        let elements = named(graph, Kind::ELEMENT, |id| id == self.element)?;
        for &pact in &request.pacts {
            graph.looking_at(pact);
            let terms = graph.targets(Relation::UNDER, &[pact])?;
            if terms.is_empty() {
                continue;
            }
            let mut run = Run { graph, request, pact, health: &health, answer: &mut answer };
            let documents = graph.documents(&elements)?;
            match elements.iter().zip(documents).find(|(_, document)| terms.contains(document)) {
                Some((&element, _)) => run.element(element)?,
                None => run.no_element(&self.element, elements.is_empty()),
            }
        }
        Ok(answer)
    }
}

impl HealthInclusion {
    /// The concepts that count as the health system.
    fn health(&self, graph: &Graph<'_>) -> Answered<BTreeSet<Node>> {
        let named = named(graph, Kind::CONCEPT, |id| self.health_categories.iter().any(|category| category == id))?;
        Ok(graph.reach(Relation::BROADER.back(), &named)?.into_iter().collect())
    }
}

/// The nodes of a kind whose ids pass.
fn named(graph: &Graph<'_>, kind: Kind<'_>, is: impl Fn(&str) -> bool) -> Answered<Vec<Node>> {
    let nodes = graph.nodes(kind)?;
    let ids = graph.ids(&nodes)?;
    Ok(nodes.into_iter().zip(ids).filter(|(_, id)| is(id)).map(|(node, _)| node).collect())
}

/// One proposal.
struct Run<'a> {
    graph: &'a Graph<'a>,
    request: &'a Request,
    pact: Node,
    health: &'a BTreeSet<Node>,
    answer: &'a mut Answer,
}

/// What a proposal has that bears on the element.
struct Plan {
    objectives: Vec<Node>,
    initiatives: Vec<Node>,
    partnerships: Vec<Node>,
    explanations: Vec<Node>,
    approved: Vec<Node>,
    rejected: Vec<Node>,
    /// Rejections that name no source.
    bare: Vec<Node>,
    /// What has a reference that leads nowhere, and could have led to the element.
    doubtful: Vec<Node>,
}

impl Plan {
    /// Health is taken in.
    fn includes(&self) -> bool {
        !(self.objectives.is_empty() && self.partnerships.is_empty() && self.approved.is_empty())
    }

    /// The question was raised: something looks into it, or says no.
    fn answers(&self) -> bool {
        !(self.initiatives.is_empty() && self.explanations.is_empty() && self.rejected.is_empty())
    }
}

impl Run<'_> {
    /// The nodes of this proposal that lead to others.
    fn own(&self, way: Way<'_>, of: &[Node]) -> Answered<Vec<Node>> {
        let nodes = self.graph.targets(way, of)?;
        let documents = self.graph.documents(&nodes)?;
        Ok(nodes
            .into_iter()
            .zip(documents)
            .filter(|&(_, document)| document == self.pact)
            .map(|(node, _)| node)
            .collect())
    }

    /// Those of which a reference leads nowhere.
    fn doubtful(&self, relation: Relation<'_>, of: &[Node]) -> Answered<Vec<Node>> {
        let doubtful = self.graph.is_doubtful(relation, of)?;
        Ok(of.iter().zip(doubtful).filter(|(_, doubtful)| *doubtful).map(|(&node, _)| node).collect())
    }

    fn plan(&self, element: Node) -> Answered<Plan> {
        let graph = self.graph;
        let elements = graph.reach(Relation::PART_OF.back(), &[element])?;
        let covering = self.own(Relation::COVERS.back(), &elements)?;
        let kinds = graph.kinds(&covering)?;
        let of = |kind: Kind<'_>| -> Vec<Node> {
            covering.iter().zip(&kinds).filter(|(_, is)| *is == kind.name()).map(|(&node, _)| node).collect()
        };
        let decisions = self.own(Relation::DECISION_ABOUT.back(), &elements)?;
        let outcomes = graph.words(Attribute::OUTCOME, &decisions)?;
        let decided = |outcome: &str| -> Vec<Node> {
            decisions
                .iter()
                .zip(&outcomes)
                .filter(|(_, is)| is.as_deref() == Some(outcome))
                .map(|(&node, _)| node)
                .collect()
        };
        let rejected = decided("rejected");
        let sources = graph.has(Attribute::SOURCES, &rejected)?;
        let bare = rejected.iter().zip(sources).filter(|(_, has)| !has).map(|(&node, _)| node).collect();
        let mut doubtful = Vec::new();
        for (kind, relation) in [
            (Kind::OBJECTIVE, Relation::COVERS),
            (Kind::INITIATIVE, Relation::COVERS),
            (Kind::PARTNERSHIP, Relation::COVERS),
            (Kind::EXPLANATION, Relation::EXPLAINS),
            (Kind::DECISION, Relation::DECISION_ABOUT),
        ] {
            doubtful.extend(self.doubtful(relation, &graph.nodes_in(self.pact, kind)?)?);
        }
        Ok(Plan {
            objectives: of(Kind::OBJECTIVE),
            initiatives: of(Kind::INITIATIVE),
            partnerships: of(Kind::PARTNERSHIP),
            explanations: self.own(Relation::EXPLAINS.back(), &elements)?,
            approved: decided("approved"),
            rejected,
            bare,
            doubtful,
        })
    }

    /// The terms of the proposal have no such element. Where other terms have it, only a clause that asks for it is told so.
    fn no_element(&mut self, element: &str, nowhere: bool) {
        let message = || Message::new("no-element").with("element", element).with("pact", self.pact);
        let questions: Vec<_> = self.request.questions.iter().filter(|question| question.pact == self.pact).collect();
        for question in &questions {
            let finding = Finding::about(&question.rule, question.clause, message()).help("no-element-help");
            self.answer.findings.push(finding.clause(question.clause).pact(self.pact));
            self.answer.outcomes.push(Outcome::open(question));
        }
        if nowhere && questions.is_empty() {
            self.answer.findings.push(Finding::about(EXPLORED, self.pact, message()).help("no-element-help"));
        }
    }

    fn element(&mut self, element: Node) -> Result<(), Failure> {
        let plan = self.plan(element)?;
        self.explored(element, &plan);
        self.reaches(element, &plan)
    }

    /// Files a finding under each clause that waits for the rule, or under the element where none does.
    fn find(&mut self, element: Node, finding: Finding) {
        let mut clauses: Vec<Node> =
            self.request.questions_of(finding.rule(), self.pact).map(|question| question.clause).collect();
        if clauses.is_empty() {
            clauses.push(element);
        }
        for clause in clauses {
            self.answer.find(finding.clone().clause(clause).pact(self.pact));
        }
    }

    fn decide(&mut self, rule: &str, outcome: impl Fn(&pact_plugin::Question) -> Outcome) {
        let outcomes: Vec<_> = self.request.questions_of(rule, self.pact).map(outcome).collect();
        self.answer.outcomes.extend(outcomes);
    }

    /// Rule `explored`.
    fn explored(&mut self, element: Node, plan: &Plan) {
        let reasoned: Vec<Node> = plan.rejected.iter().copied().filter(|node| !plan.bare.contains(node)).collect();
        let evidence = [
            (&plan.objectives, "covers-element"),
            (&plan.initiatives, "covers-element"),
            (&plan.partnerships, "covers-element"),
            (&plan.explanations, "says-why-not"),
            (&plan.approved, "takes-in"),
            (&reasoned, "says-why-not"),
        ];
        if evidence.iter().any(|(nodes, _)| !nodes.is_empty()) {
            return self.decide(EXPLORED, |question| shown(Outcome::met(question), &evidence));
        }
        if let Some(&decision) = plan.bare.first() {
            let message = Message::new("no-reason").with("decision", decision).with("element", element);
            let finding = Finding::about(EXPLORED, decision, message).help("no-reason-help");
            self.find(element, finding.related(element, "asks-for-it"));
        } else if !plan.doubtful.is_empty() {
            return self
                .decide(EXPLORED, |question| shown(Outcome::open(question), &[(&plan.doubtful, "leads-nowhere")]));
        } else {
            let message = Message::new("not-explored").with("pact", self.pact).with("element", element);
            let finding = Finding::about(EXPLORED, self.pact, message).help("not-explored-help");
            self.find(element, finding.related(element, "asks-for-it"));
        }
        self.decide(EXPLORED, Outcome::unmet);
    }

    /// Rule `reaches-health-system`.
    fn reaches(&mut self, element: Node, plan: &Plan) -> Result<(), Failure> {
        let graph = self.graph;
        if !plan.includes() {
            // Whoever says nothing has not left health out, and what is doubtful could take it in.
            let outcome =
                if plan.answers() && plan.doubtful.is_empty() { Outcome::inapplicable } else { Outcome::open };
            self.decide(REACHES, outcome);
            return Ok(());
        }
        // What carries the objectives, or the element itself.
        let mut carried = plan.objectives.clone();
        carried.extend(&plan.initiatives);
        carried.extend(self.own(Relation::CONTRIBUTES_TO.back(), &plan.objectives)?);
        let mut partnerships = self.own(Relation::FOR.back(), &carried)?;
        partnerships.extend(&plan.partnerships);
        partnerships.sort_unstable();
        partnerships.dedup();

        let partners = graph.targets(Relation::PARTNER, &partnerships)?;
        let categories = graph.edges(Relation::CATEGORY, &partners)?;
        let healthy: Vec<Node> = categories
            .iter()
            .filter(|(_, categories)| categories.iter().any(|category| self.health.contains(category)))
            .map(|(actor, _)| actor)
            .collect();

        let subject = plan.objectives.iter().chain(&partnerships).chain(&plan.approved).next().copied();
        let subject = subject.unwrap_or(self.pact);
        let mut open: Vec<Node> = Vec::new();
        let mut found = Vec::new();
        if plan.objectives.is_empty() {
            let own = graph.nodes_in(self.pact, Kind::OBJECTIVE)?;
            let doubtful = self.doubtful(Relation::COVERS, &own)?;
            if doubtful.is_empty() {
                let message = Message::new("no-objective").with("element", element).with("pact", self.pact);
                found.push(Finding::about(REACHES, subject, message).help("no-objective-help"));
            }
            open.extend(doubtful);
        }
        if partnerships.is_empty() {
            let own = graph.nodes_in(self.pact, Kind::PARTNERSHIP)?;
            let mut doubtful = self.doubtful(Relation::COVERS, &own)?;
            doubtful.extend(self.doubtful(Relation::FOR, &own)?);
            let initiatives = graph.nodes_in(self.pact, Kind::INITIATIVE)?;
            doubtful.extend(self.doubtful(Relation::CONTRIBUTES_TO, &initiatives)?);
            if doubtful.is_empty() {
                let message = Message::new("no-partnership").with("element", element).with("pact", self.pact);
                found.push(Finding::about(REACHES, subject, message).help("no-partnership-help"));
            }
            open.extend(doubtful);
        } else if healthy.is_empty() {
            let mut doubtful = self.doubtful(Relation::PARTNER, &partnerships)?;
            doubtful.extend(self.doubtful(Relation::CATEGORY, &partners)?);
            if let Some(&first) = partnerships.first().filter(|_| doubtful.is_empty()) {
                let help = if self.health.is_empty() { "no-category-help" } else { "no-health-actor-help" };
                let message = Message::new("no-health-actor")
                    .with("number", partnerships.len())
                    .with("partnerships", &partnerships);
                found.push(Finding::about(REACHES, first, message).help(help));
            }
            open.extend(doubtful);
        }
        open.sort_unstable();
        open.dedup();

        match (found.is_empty(), open.is_empty()) {
            (false, _) => self.decide(REACHES, Outcome::unmet),
            (true, false) => {
                self.decide(REACHES, |question| shown(Outcome::open(question), &[(&open, "leads-nowhere")]));
            }
            (true, true) => self.decide(REACHES, |question| {
                let evidence = [
                    (&plan.objectives, "is-objective"),
                    (&partnerships, "is-partnership"),
                    (&healthy, "is-health-actor"),
                ];
                shown(Outcome::met(question), &evidence)
            }),
        }
        for finding in found {
            self.find(element, finding.related(element, "asks-for-it"));
        }
        Ok(())
    }
}

/// An outcome with what it rests on.
fn shown(outcome: Outcome, evidence: &[(&Vec<Node>, &str)]) -> Outcome {
    evidence.iter().fold(outcome, |outcome, (nodes, role)| {
        nodes.iter().fold(outcome, |outcome, &node| outcome.evidence(node, *role))
    })
}

#[cfg(test)]
mod tests {
    use pact_plugin::{FakeGraph, State};

    use super::*;

    /// Terms with the element, a proposal under them, and a clause that leaves it to both rules.
    struct Case {
        graph: FakeGraph,
        terms: Node,
        pact: Node,
        element: Node,
        clause: Node,
    }

    fn case() -> Case {
        let mut graph = FakeGraph::new();
        let terms = graph.add(Kind::TERMS, "terms");
        let pact = graph.add(Kind::PACT, "proposal");
        let element = graph.add_in(terms, Kind::ELEMENT, "E10");
        let clause = graph.add_in(terms, Kind::CLAUSE, "T5");
        graph.edge(pact, Relation::UNDER, terms);
        Case { graph, terms, pact, element, clause }
    }

    impl Case {
        fn covering(&mut self, kind: Kind<'_>, id: &str) -> Node {
            let node = self.graph.add_in(self.pact, kind, id);
            self.graph.edge(node, Relation::COVERS, self.element);
            node
        }

        /// The ids of the messages that were found, and how both rules came out.
        fn answer(&self) -> (Vec<String>, Vec<State>) {
            let mut request = self.graph.request([EXPLORED, REACHES]);
            request.questions =
                [EXPLORED, REACHES].map(|rule| FakeGraph::question(rule, self.clause, self.pact)).to_vec();
            let answer = self.graph.check(&HealthInclusion::default(), &request).unwrap();
            (
                answer.findings.iter().map(|finding| finding.message().id().to_owned()).collect(),
                answer.outcomes.iter().map(Outcome::state).collect(),
            )
        }
    }

    #[test]
    fn nothing_said_is_not_explored() {
        assert_eq!(case().answer(), (vec!["not-explored".to_owned()], vec![State::Unmet, State::Open]));
    }

    #[test]
    fn an_initiative_explores_and_takes_nothing_in() {
        let mut case = case();
        case.covering(Kind::INITIATIVE, "look-into-it");
        assert_eq!(case.answer(), (Vec::new(), vec![State::Met, State::Inapplicable]));
    }

    #[test]
    fn what_is_taken_in_reaches_the_health_system_over_a_narrower_category() {
        let mut case = case();
        let objective = case.covering(Kind::OBJECTIVE, "nurses");
        assert_eq!(case.answer(), (vec!["no-partnership".to_owned()], vec![State::Met, State::Unmet]));
        let partnership = case.graph.add_in(case.pact, Kind::PARTNERSHIP, "together");
        case.graph.edge(partnership, Relation::FOR, objective);
        assert_eq!(case.answer(), (vec!["no-health-actor".to_owned()], vec![State::Met, State::Unmet]));
        let health = case.graph.add_in(case.terms, Kind::CONCEPT, "sundhed");
        let hospital = case.graph.add_in(case.terms, Kind::CONCEPT, "hospital");
        let actor = case.graph.add_in(case.pact, Kind::ACTOR, "the-hospital");
        case.graph.edge(hospital, Relation::BROADER, health);
        case.graph.edge(actor, Relation::CATEGORY, hospital);
        case.graph.edge(partnership, Relation::PARTNER, actor);
        assert_eq!(case.answer(), (Vec::new(), vec![State::Met, State::Met]));
    }

    #[test]
    fn what_leads_nowhere_is_not_held_against_anybody() {
        let mut case = case();
        let initiative = case.graph.add_in(case.pact, Kind::INITIATIVE, "unclear");
        case.graph.doubtful(initiative, Relation::COVERS);
        assert_eq!(case.answer(), (Vec::new(), vec![State::Open, State::Open]));
    }

    #[test]
    fn a_no_needs_a_reason() {
        let mut case = case();
        let decision = case.graph.add_in(case.pact, Kind::DECISION, "no");
        case.graph.edge(decision, Relation::DECISION_ABOUT, case.element);
        case.graph.word(decision, Attribute::OUTCOME, "rejected");
        assert_eq!(case.answer(), (vec!["no-reason".to_owned()], vec![State::Unmet, State::Inapplicable]));
        case.graph.number(decision, Attribute::SOURCES, 1);
        assert_eq!(case.answer(), (Vec::new(), vec![State::Met, State::Inapplicable]));
    }
}
