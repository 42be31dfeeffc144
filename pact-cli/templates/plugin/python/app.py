"""Whether every objective of a proposal has an owner."""

from pact_plugin import Finding, Graph, Message, Outcome, Plugin, Related, Request, looking_at

# Import everything here, at the top: when the plugin runs there are no files to import from.

HAS_OWNER = "has-owner"
"""The rule, as plugin.toml names it."""


class Check(Plugin):
    def check(self, graph: Graph, request: Request):
        # The ids of objectives that need no owner, as config.schema.json describes it.
        exempt = request.config.get("except", [])

        # If something goes wrong, the message says which proposal was being looked at.
        for pact in looking_at(request.pacts):
            # One question for all objectives, and answers that stand beside each other: a question for each costs ten times as much.
            objectives = graph.nodes_in(pact, "objective")
            ids = graph.ids(objectives)
            owners = graph.edges("owner", objectives)
            # An owner that nobody can find is told by pact itself, and must not be held against the objective.
            doubtful = graph.is_doubtful("owner", objectives)

            needing = [entry for entry in zip(objectives, ids, owners, doubtful) if entry[1] not in exempt]
            owned = [objective for objective, _, owners, _ in needing if owners]
            unclear = [objective for objective, _, owners, doubtful in needing if not owners and doubtful]
            bare = [objective for objective, _, owners, doubtful in needing if not owners and not doubtful]

            questions = request.questions_of(HAS_OWNER, pact)
            for objective in bare:
                # A clause that is not met names what it lacks.
                for clause in [question.clause for question in questions] or [None]:
                    message = Message("no-owner", objective=objective)
                    yield Finding(HAS_OWNER, objective, message, help="no-owner-help", clause=clause, pact=pact)
            for question in questions:
                if bare:
                    yield Outcome(question, "unmet")
                elif unclear or not owned:
                    yield Outcome(question, "open")
                else:
                    # What is met rests on something: that nothing was found shows nothing.
                    yield Outcome(question, "met", [Related(objective, "has-owner") for objective in owned])
