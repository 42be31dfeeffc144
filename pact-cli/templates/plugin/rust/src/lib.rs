//! Whether every objective of a proposal has an owner.

use pact_plugin::{Answer, Failure, Finding, Graph, Kind, Message, Outcome, Plugin, Question, Relation, Request};
use serde::Deserialize;

/// The rule, as plugin.toml names it.
const HAS_OWNER: &str = "has-owner";

/// The configuration, as config.schema.json describes it.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Check {
    /// The ids of objectives that need no owner.
    except: Vec<String>,
}

pact_plugin::export!(Check);

impl Plugin for Check {
    fn check(&self, graph: &Graph<'_>, request: &Request) -> Result<Answer, Failure> {
        let mut answer = Answer::new();
        for &pact in &request.pacts {
            // If the plugin panics, the message says that it was looking at this proposal.
            graph.looking_at(pact);

            // One question for all objectives, and answers that stand beside each other: a question for each costs ten times as much.
            let objectives = graph.nodes_in(pact, Kind::OBJECTIVE)?;
            let ids = graph.ids(&objectives)?;
            let owners = graph.edges(Relation::OWNER, &objectives)?;
            // An owner that nobody can find is told by pact itself, and must not be held against the objective.
            let doubtful = graph.is_doubtful(Relation::OWNER, &objectives)?;

            let (mut owned, mut unclear, mut bare) = (Vec::new(), Vec::new(), Vec::new());
            for (((objective, owners), id), doubtful) in owners.iter().zip(&ids).zip(doubtful) {
                if self.except.contains(id) {
                    continue;
                }
                match (owners.is_empty(), doubtful) {
                    (false, _) => owned.push(objective),
                    (true, true) => unclear.push(objective),
                    (true, false) => bare.push(objective),
                }
            }

            let questions: Vec<&Question> = request.questions_of(HAS_OWNER, pact).collect();
            for &objective in &bare {
                let message = Message::new("no-owner").with("objective", objective);
                let finding = Finding::about(HAS_OWNER, objective, message).help("no-owner-help").pact(pact);
                if questions.is_empty() {
                    answer.find(finding);
                } else {
                    // A clause that is not met names what it lacks.
                    questions.iter().for_each(|question| answer.find(finding.clone().clause(question.clause)));
                }
            }
            for question in questions {
                answer.decide(if !bare.is_empty() {
                    Outcome::unmet(question)
                } else if owned.is_empty() || !unclear.is_empty() {
                    Outcome::open(question)
                } else {
                    // What is met rests on something: that nothing was found shows nothing.
                    owned.iter().fold(Outcome::met(question), |outcome, &objective| outcome.evidence(objective, "has-owner"))
                });
            }
        }
        Ok(answer)
    }
}

#[cfg(test)]
mod tests {
    use pact_plugin::FakeGraph;

    use super::*;

    #[test]
    fn an_objective_without_an_owner_is_found_unless_it_needs_none() {
        let mut graph = FakeGraph::new();
        let pact = graph.add(Kind::PACT, "proposal");
        let region = graph.add_in(pact, Kind::ACTOR, "region");
        let nurses = graph.add_in(pact, Kind::OBJECTIVE, "more-nurses");
        let teachers = graph.add_in(pact, Kind::OBJECTIVE, "more-teachers");
        graph.edge(nurses, Relation::OWNER, region);

        let request = graph.request([HAS_OWNER]);
        let answer = graph.check(&Check::default(), &request).unwrap();
        let subjects: Vec<_> = answer.findings.iter().map(Finding::subject).collect();
        assert_eq!(subjects, [teachers]);

        let lenient = Check { except: vec!["more-teachers".to_owned()] };
        assert!(graph.check(&lenient, &request).unwrap().findings.is_empty());
    }
}
