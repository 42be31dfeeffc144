"""Can health be part of a technology pact? The check for element E10 of Central Jutland's terms of reference (2017): *afsøge mulighederne for, at sundhed kan
indgå i en teknologipagt*.

Only exploring is asked for. An initiative that explores it will do, and so will a "no" that says why. But a proposal that takes health in, with an objective or
a partnership that covers the element, has to reach the health system: with an objective, a partnership, and somebody of the health system in it.
"""

from dataclasses import dataclass, replace
from typing import Iterable, Iterator, List, Set, Tuple

from pact_plugin import Finding, Graph, Message, Node, Outcome, Plugin, Related, Request, looking_at

EXPLORED = "explored"
REACHES = "reaches-health-system"


class Check(Plugin):
    def check(self, graph: Graph, request: Request):
        name = request.config.get("element", "E10")
        categories = request.config.get("health-categories", ["sundhed"])
        # The concepts that count as the health system: the categories, and all that are a case of them.
        health = set(graph.reach("broader", named(graph, "concept", categories), backwards=True))
        elements = named(graph, "element", [name])
        documents = graph.documents(elements)
        for pact in looking_at(request.pacts):
            terms = graph.targets("under", [pact])
            if not terms:
                continue
            run = Run(graph, request, pact, health)
            element = next((element for element, document in zip(elements, documents) if document in terms), None)
            if element is not None:
                plan = run.plan(element)
                yield from run.explored(element, plan)
                yield from run.reaches(element, plan)
            else:
                yield from run.no_element(name, nowhere=not elements)


def named(graph: Graph, kind: str, names: Iterable[str]) -> List[Node]:
    """The nodes of a kind that have one of these ids."""
    nodes = graph.nodes(kind)
    return [node for node, id in zip(nodes, graph.ids(nodes)) if id in names]


# What is to be seen at some nodes, by the id of a message.
Evidence = Tuple[str, List[Node]]


def shown(*evidence: Evidence) -> List[Related]:
    """What an outcome rests on."""
    return [Related(node, role) for role, nodes in evidence for node in nodes]


@dataclass
class Plan:
    """What a proposal has that bears on the element."""

    objectives: List[Node]
    initiatives: List[Node]
    partnerships: List[Node]
    explanations: List[Node]
    approved: List[Node]
    rejected: List[Node]
    bare: List[Node]
    """Rejections that name no source."""
    doubtful: List[Node]
    """What has a reference that leads nowhere, and could have led to the element."""

    def includes(self) -> bool:
        """Health is taken in."""
        return bool(self.objectives or self.partnerships or self.approved)

    def answers(self) -> bool:
        """The question was raised: something looks into it, or says no."""
        return bool(self.initiatives or self.explanations or self.rejected)


@dataclass
class Run:
    """One proposal."""

    graph: Graph
    request: Request
    pact: Node
    health: Set[Node]

    def own(self, relation: str, of: List[Node]) -> List[Node]:
        """The nodes of this proposal that lead to others over a relation."""
        nodes = self.graph.targets(relation, of, backwards=True)
        return [node for node, document in zip(nodes, self.graph.documents(nodes)) if document == self.pact]

    def doubtful(self, relation: str, of: List[Node]) -> List[Node]:
        """Those of which a reference leads nowhere."""
        return [node for node, doubtful in zip(of, self.graph.is_doubtful(relation, of)) if doubtful]

    def plan(self, element: Node) -> Plan:
        graph = self.graph
        elements = graph.reach("part-of", [element], backwards=True)
        covering = self.own("covers", elements)
        kinds = graph.kinds(covering)
        decisions = self.own("decision-about", elements)
        outcomes = graph.words("outcome", decisions)

        def of(kind: str) -> List[Node]:
            return [node for node, is_ in zip(covering, kinds) if is_ == kind]

        def decided(outcome: str) -> List[Node]:
            return [node for node, is_ in zip(decisions, outcomes) if is_ == outcome]

        rejected = decided("rejected")
        return Plan(
            objectives=of("objective"),
            initiatives=of("initiative"),
            partnerships=of("partnership"),
            explanations=self.own("explains", elements),
            approved=decided("approved"),
            rejected=rejected,
            bare=[node for node, has in zip(rejected, graph.has("sources", rejected)) if not has],
            doubtful=[
                node
                for kind, relation in [
                    ("objective", "covers"),
                    ("initiative", "covers"),
                    ("partnership", "covers"),
                    ("explanation", "explains"),
                    ("decision", "decision-about"),
                ]
                for node in self.doubtful(relation, graph.nodes_in(self.pact, kind))
            ],
        )

    def find(self, element: Node, finding: Finding) -> Iterator[Finding]:
        """Files a finding under each clause that waits for the rule, or under the element where none does."""
        clauses = [question.clause for question in self.request.questions_of(finding.rule, self.pact)]
        for clause in clauses or [element]:
            yield replace(finding, clause=clause, pact=self.pact)

    def decide(self, rule: str, state: str, *evidence: Evidence) -> Iterator[Outcome]:
        for question in self.request.questions_of(rule, self.pact):
            yield Outcome(question, state, shown(*evidence))

    def no_element(self, element: str, nowhere: bool):
        """The terms of the proposal have no such element. Where other terms have it, only a clause that asks for it is told so."""
        message = Message("no-element", element=element, pact=self.pact)
        questions = [question for question in self.request.questions if question.pact == self.pact]
        for question in questions:
            yield Finding(
                question.rule, question.clause, message, help="no-element-help", clause=question.clause, pact=self.pact
            )
            yield Outcome(question, "open")
        if nowhere and not questions:
            yield Finding(EXPLORED, self.pact, message, help="no-element-help")

    def explored(self, element: Node, plan: Plan):
        reasoned = [node for node in plan.rejected if node not in plan.bare]
        evidence = [
            ("covers-element", plan.objectives + plan.initiatives + plan.partnerships),
            ("says-why-not", plan.explanations),
            ("takes-in", plan.approved),
            ("says-why-not", reasoned),
        ]
        if any(nodes for _, nodes in evidence):
            yield from self.decide(EXPLORED, "met", *evidence)
            return
        asks = [Related(element, "asks-for-it")]
        if plan.bare:
            message = Message("no-reason", decision=plan.bare[0], element=element)
            finding = Finding(EXPLORED, plan.bare[0], message, help="no-reason-help", related=asks)
            yield from self.find(element, finding)
        elif plan.doubtful:
            yield from self.decide(EXPLORED, "open", ("leads-nowhere", plan.doubtful))
            return
        else:
            message = Message("not-explored", pact=self.pact, element=element)
            finding = Finding(EXPLORED, self.pact, message, help="not-explored-help", related=asks)
            yield from self.find(element, finding)
        yield from self.decide(EXPLORED, "unmet")

    def reaches(self, element: Node, plan: Plan):
        graph = self.graph
        if not plan.includes():
            # Whoever says nothing has not left health out, and what is doubtful could take it in.
            yield from self.decide(REACHES, "inapplicable" if plan.answers() and not plan.doubtful else "open")
            return
        # What carries the objectives, or the element itself.
        carried = plan.objectives + plan.initiatives + self.own("contributes-to", plan.objectives)
        partnerships = sorted({*self.own("for", carried), *plan.partnerships})
        partners = graph.targets("partner", partnerships)
        categories = graph.edges("category", partners)
        healthy = [actor for actor, of in zip(partners, categories) if not self.health.isdisjoint(of)]

        subject = (plan.objectives + partnerships + plan.approved + [self.pact])[0]
        asks = [Related(element, "asks-for-it")]
        doubtful: List[Node] = []
        found: List[Finding] = []
        if not plan.objectives:
            unclear = self.doubtful("covers", graph.nodes_in(self.pact, "objective"))
            if not unclear:
                message = Message("no-objective", element=element, pact=self.pact)
                found.append(Finding(REACHES, subject, message, help="no-objective-help", related=asks))
            doubtful += unclear
        if not partnerships:
            own = graph.nodes_in(self.pact, "partnership")
            unclear = self.doubtful("covers", own) + self.doubtful("for", own)
            unclear += self.doubtful("contributes-to", graph.nodes_in(self.pact, "initiative"))
            if not unclear:
                message = Message("no-partnership", element=element, pact=self.pact)
                found.append(Finding(REACHES, subject, message, help="no-partnership-help", related=asks))
            doubtful += unclear
        elif not healthy:
            unclear = self.doubtful("partner", partnerships) + self.doubtful("category", partners)
            if not unclear:
                help = "no-health-actor-help" if self.health else "no-category-help"
                message = Message("no-health-actor", number=len(partnerships), partnerships=partnerships)
                found.append(Finding(REACHES, partnerships[0], message, help=help, related=asks))
            doubtful += unclear

        if found:
            yield from self.decide(REACHES, "unmet")
        elif doubtful:
            yield from self.decide(REACHES, "open", ("leads-nowhere", sorted(set(doubtful))))
        else:
            evidence = [("is-objective", plan.objectives), ("is-partnership", partnerships), ("is-health-actor", healthy)]
            yield from self.decide(REACHES, "met", *evidence)
        for finding in found:
            yield from self.find(element, finding)
