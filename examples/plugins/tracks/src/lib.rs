//! The pattern of the Dutch technology pact of 13 May 2013: three tracks, to choose technology, to learn it and to work in it, and regional plans that
//! companies, education and government carry out together.
//!
//! Every track has an initiative, and a regional plan has the partners that have to carry it out. Which concepts are the tracks, and which categories the
//! partners, is configuration: nothing here is Dutch but the defaults.

use std::collections::BTreeSet;

use pact_plugin::{
    Answer, Answered, Attribute, Failure, Finding, Graph, Kind, Message, Node, Outcome, Plugin, Relation, Request,
};
use serde::Deserialize;

const TRACK: &str = "track-has-initiative";
const PARTNERS: &str = "required-partners";

/// The configuration.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Tracks {
    /// The concepts that are the tracks.
    tracks: Vec<String>,
    /// The categories of which a partner has to take part.
    partners: Vec<String>,
    /// The levels of pacts that have to have the partners.
    levels: Vec<String>,
}

impl Default for Tracks {
    fn default() -> Self {
        let all = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        Self {
            tracks: all(&["kiezen", "leren", "werken"]),
            partners: all(&["bedrijf", "onderwijsinstelling", "overheid"]),
            levels: all(&["regional"]),
        }
    }
}

pact_plugin::export!(Tracks);

impl Plugin for Tracks {
    fn check(&self, graph: &Graph<'_>, request: &Request) -> Result<Answer, Failure> {
        let concepts = graph.nodes(Kind::CONCEPT)?;
        let ids = graph.ids(&concepts)?;
        let wanted = |names: &[String]| -> Answered<Vec<Wanted>> {
            names
                .iter()
                .map(|name| {
                    let concept = concepts.iter().zip(&ids).find(|(_, id)| *id == name).map(|(&node, _)| node);
                    let counts = graph.reach(Relation::BROADER.back(), concept.as_slice())?.into_iter().collect();
                    Ok(Wanted { name: name.clone(), concept, counts })
                })
                .collect()
        };
        let (tracks, partners) = (wanted(&self.tracks)?, wanted(&self.partners)?);
        let levels = graph.words(Attribute::LEVEL, &request.pacts)?;
        let mut answer = Answer::new();
        for (&pact, level) in request.pacts.iter().zip(levels) {
            graph.looking_at(pact);
            track_has_initiative(graph, pact, &tracks)?.tell(request, pact, TRACK, &mut answer);
            let asked = level.is_some_and(|level| self.levels.contains(&level));
            let found = if asked { required_partners(graph, pact, &partners)? } else { Found::default() };
            if asked {
                found.tell(request, pact, PARTNERS, &mut answer);
            } else {
                answer.outcomes.extend(request.questions_of(PARTNERS, pact).map(Outcome::inapplicable));
            }
        }
        Ok(answer)
    }
}

/// A concept that the configuration names, and all that are a case of it.
struct Wanted {
    name: String,
    concept: Option<Node>,
    counts: BTreeSet<Node>,
}

/// What was found out about a proposal.
#[derive(Default)]
struct Found {
    findings: Vec<Finding>,
    /// What shows that it is met, and in which role.
    shown: Vec<(Node, &'static str)>,
    /// What leads nowhere, and could have been meant.
    doubtful: Vec<Node>,
    /// Something that the configuration names is not there.
    unknown: bool,
}

impl Found {
    /// Answers every clause that waits for the rule, and files the findings under each, or under none where none waits.
    fn tell(self, request: &Request, pact: Node, rule: &str, answer: &mut Answer) {
        let questions: Vec<_> = request.questions_of(rule, pact).collect();
        for question in &questions {
            let outcome = match (self.unknown, self.findings.is_empty()) {
                (true, _) => Outcome::open(question),
                (false, false) => Outcome::unmet(question),
                (false, true) if !self.doubtful.is_empty() => self
                    .doubtful
                    .iter()
                    .fold(Outcome::open(question), |outcome, &node| outcome.evidence(node, "leads-nowhere")),
                (false, true) => self
                    .shown
                    .iter()
                    .fold(Outcome::met(question), |outcome, &(node, role)| outcome.evidence(node, role)),
            };
            answer.outcomes.push(outcome);
        }
        for finding in self.findings {
            if questions.is_empty() {
                answer.find(finding.pact(pact));
            } else {
                questions.iter().for_each(|question| answer.find(finding.clone().clause(question.clause).pact(pact)));
            }
        }
    }
}

/// Of some nodes those of which a reference over a relation leads nowhere.
fn doubtful(graph: &Graph<'_>, relation: Relation<'_>, of: &[Node]) -> Answered<Vec<Node>> {
    let doubtful = graph.is_doubtful(relation, of)?;
    Ok(of.iter().zip(doubtful).filter(|(_, doubtful)| *doubtful).map(|(&node, _)| node).collect())
}

fn track_has_initiative(graph: &Graph<'_>, pact: Node, tracks: &[Wanted]) -> Answered<Found> {
    let mut found = Found::default();
    let initiatives = graph.nodes_in(pact, Kind::INITIATIVE)?;
    let reached = graph.edges(Relation::REACHES, &initiatives)?;
    let doubtful = doubtful(graph, Relation::REACHES, &initiatives)?;
    for track in tracks {
        let Some(concept) = track.concept else {
            found.unknown = true;
            let message = Message::new("no-track").with("track", track.name.as_str());
            found.findings.push(Finding::about(TRACK, pact, message).help("no-track-help"));
            continue;
        };
        let on_track = reached.iter().find(|(_, to)| to.iter().any(|to| track.counts.contains(to)));
        match on_track {
            Some((initiative, _)) => found.shown.push((initiative, "is-on-track")),
            None if doubtful.is_empty() => {
                let message = Message::new("no-initiative").with("pact", pact).with("track", concept);
                let finding = Finding::about(TRACK, pact, message).help("no-initiative-help");
                found.findings.push(finding.related(concept, "is-track"));
            }
            None => found.doubtful.clone_from(&doubtful),
        }
    }
    Ok(found)
}

fn required_partners(graph: &Graph<'_>, pact: Node, wanted: &[Wanted]) -> Answered<Found> {
    let mut found = Found::default();
    let partnerships = graph.nodes_in(pact, Kind::PARTNERSHIP)?;
    let partners = graph.targets(Relation::PARTNER, &partnerships)?;
    let categories = graph.edges(Relation::CATEGORY, &partners)?;
    let mut unclear = doubtful(graph, Relation::PARTNER, &partnerships)?;
    unclear.extend(doubtful(graph, Relation::CATEGORY, &partners)?);
    for category in wanted {
        let Some(concept) = category.concept else {
            found.unknown = true;
            let message = Message::new("no-category").with("category", category.name.as_str());
            found.findings.push(Finding::about(PARTNERS, pact, message).help("no-category-help"));
            continue;
        };
        let of_it = categories.iter().find(|(_, of)| of.iter().any(|of| category.counts.contains(of)));
        match of_it {
            Some((partner, _)) => found.shown.push((partner, "takes-part")),
            None if unclear.is_empty() => {
                let message = Message::new("no-partner").with("pact", pact).with("category", concept);
                let finding = Finding::about(PARTNERS, pact, message).help("no-partner-help");
                found.findings.push(finding.related(concept, "is-category"));
            }
            None => found.doubtful.clone_from(&unclear),
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use pact_plugin::{FakeGraph, State};

    use super::*;

    /// A proposal, its tracks and a clause that waits for both rules.
    struct Case {
        graph: FakeGraph,
        terms: Node,
        pact: Node,
        clause: Node,
    }

    fn case(level: &str) -> Case {
        let mut graph = FakeGraph::new();
        let terms = graph.add(Kind::TERMS, "terms");
        let pact = graph.add(Kind::PACT, "proposal");
        graph.word(pact, Attribute::LEVEL, level);
        let clause = graph.add_in(terms, Kind::CLAUSE, "6");
        for id in ["kiezen", "leren", "werken", "bedrijf", "onderwijsinstelling", "overheid"] {
            graph.add_in(terms, Kind::CONCEPT, id);
        }
        Case { graph, terms, pact, clause }
    }

    impl Case {
        fn named(&self, kind: Kind<'_>, id: &str) -> Node {
            let graph = Graph::new(&self.graph);
            let nodes = graph.nodes(kind).unwrap();
            let at = graph.ids(&nodes).unwrap().iter().position(|own| own == id).unwrap();
            nodes[at]
        }

        fn on(&mut self, track: &str) -> Node {
            let track = self.named(Kind::CONCEPT, track);
            let initiative = self.graph.add_in(self.pact, Kind::INITIATIVE, "i");
            self.graph.edge(initiative, Relation::REACHES, track);
            initiative
        }

        fn partner(&mut self, partnership: Node, category: Node) {
            let actor = self.graph.add_in(self.pact, Kind::ACTOR, "a");
            self.graph.edge(actor, Relation::CATEGORY, category);
            self.graph.edge(partnership, Relation::PARTNER, actor);
        }

        /// The ids of the messages that were found, and how both rules came out.
        fn answer(&self) -> (Vec<String>, Vec<State>) {
            let mut request = self.graph.request([TRACK, PARTNERS]);
            request.questions =
                [TRACK, PARTNERS].map(|rule| FakeGraph::question(rule, self.clause, self.pact)).to_vec();
            let answer = self.graph.check(&Tracks::default(), &request).unwrap();
            (
                answer.findings.iter().map(|finding| finding.message().id().to_owned()).collect(),
                answer.outcomes.iter().map(Outcome::state).collect(),
            )
        }
    }

    #[test]
    fn every_track_takes_an_initiative() {
        let mut case = case("national");
        case.on("kiezen");
        case.on("werken");
        assert_eq!(case.answer(), (vec!["no-initiative".to_owned()], vec![State::Unmet, State::Inapplicable]));
        case.on("leren");
        assert_eq!(case.answer(), (Vec::new(), vec![State::Met, State::Inapplicable]));
    }

    #[test]
    fn what_leads_nowhere_may_be_meant_for_any_track() {
        let mut case = case("national");
        let initiative = case.on("kiezen");
        case.graph.doubtful(initiative, Relation::REACHES);
        assert_eq!(case.answer(), (Vec::new(), vec![State::Open, State::Inapplicable]));
    }

    #[test]
    fn a_university_is_a_school() {
        let mut case = case("regional");
        ["kiezen", "leren", "werken"].into_iter().for_each(|track| _ = case.on(track));
        let partnership = case.graph.add_in(case.pact, Kind::PARTNERSHIP, "together");
        assert_eq!(case.answer().1, [State::Met, State::Unmet]);
        let university = case.graph.add_in(case.terms, Kind::CONCEPT, "universiteit");
        let school = case.named(Kind::CONCEPT, "onderwijsinstelling");
        case.graph.edge(university, Relation::BROADER, school);
        case.partner(partnership, university);
        case.partner(partnership, case.named(Kind::CONCEPT, "bedrijf"));
        assert_eq!(case.answer().0, ["no-partner"]);
        case.partner(partnership, case.named(Kind::CONCEPT, "overheid"));
        assert_eq!(case.answer(), (Vec::new(), vec![State::Met, State::Met]));
    }

    #[test]
    fn a_track_that_is_not_there_is_told_and_nothing_decided() {
        let case = case("national");
        let mut request = case.graph.request([TRACK, PARTNERS]);
        request.questions = vec![FakeGraph::question(TRACK, case.clause, case.pact)];
        let plugin = Tracks { tracks: vec!["spelen".to_owned()], ..Tracks::default() };
        let answer = case.graph.check(&plugin, &request).unwrap();
        assert_eq!(answer.findings[0].message().id(), "no-track");
        assert_eq!(answer.outcomes[0].state(), State::Open);
    }
}
