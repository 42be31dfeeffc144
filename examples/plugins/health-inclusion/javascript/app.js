/**
 * Can health be part of a technology pact? The check for element E10 of Central Jutland's terms of reference (2017): *afsøge mulighederne for, at sundhed kan
 * indgå i en teknologipagt*.
 *
 * Only exploring is asked for. An initiative that explores it will do, and so will a "no" that says why. But a proposal that takes health in, with an objective
 * or a partnership that covers the element, has to reach the health system: with an objective, a partnership, and somebody of the health system in it.
 */

import { finding, lookingAt, message, node, nodes, outcome, plugin } from "pact-plugin";

const EXPLORED = "explored";
const REACHES = "reaches-health-system";
const backwards = { backwards: true };

export const check = plugin({
  *check(graph, request) {
    const { element: name = "E10", "health-categories": categories = ["sundhed"] } = request.config;
    // The concepts that count as the health system: the categories, and all that are a case of them.
    const health = new Set(graph.reach("broader", named(graph, "concept", categories), backwards));
    const elements = named(graph, "element", [name]);
    const documents = graph.documents(elements);
    for (const pact of lookingAt(request.pacts)) {
      const terms = graph.targets("under", [pact]);
      if (terms.length === 0) continue;
      const run = new Run(graph, request, pact, health);
      const element = elements.find((_, i) => terms.includes(documents[i]));
      if (element === undefined) {
        yield* run.noElement(name, elements.length === 0);
        continue;
      }
      const plan = run.plan(element);
      yield* run.explored(element, plan);
      yield* run.reaches(element, plan);
    }
  },
});

/** The nodes of a kind that have one of these ids. */
function named(graph, kind, names) {
  const nodes = graph.nodes(kind);
  const ids = graph.ids(nodes);
  return nodes.filter((_, i) => names.includes(ids[i]));
}

/** What an outcome rests on: roles, each with its nodes. */
function shown(...evidence) {
  return evidence.flatMap(([role, nodes]) => nodes.map((node) => ({ node, role })));
}

/** One proposal. */
class Run {
  constructor(graph, request, pact, health) {
    Object.assign(this, { graph, request, pact, health });
  }

  /** The nodes of this proposal that lead to others over a relation. */
  own(relation, of) {
    const nodes = this.graph.targets(relation, of, backwards);
    const documents = this.graph.documents(nodes);
    return nodes.filter((_, i) => documents[i] === this.pact);
  }

  /** Those of which a reference leads nowhere. */
  doubtful(relation, of) {
    const doubtful = this.graph.isDoubtful(relation, of);
    return of.filter((_, i) => doubtful[i]);
  }

  /** What the proposal has that bears on the element. */
  plan(element) {
    const { graph, pact } = this;
    const elements = graph.reach("part-of", [element], backwards);
    const covering = this.own("covers", elements);
    const kinds = graph.kinds(covering);
    const of = (kind) => covering.filter((_, i) => kinds[i] === kind);
    const decisions = this.own("decision-about", elements);
    const outcomes = graph.words("outcome", decisions);
    const decided = (outcome) => decisions.filter((_, i) => outcomes[i] === outcome);
    const rejected = decided("rejected");
    const sources = graph.has("sources", rejected);
    const couldLead = [
      ["objective", "covers"],
      ["initiative", "covers"],
      ["partnership", "covers"],
      ["explanation", "explains"],
      ["decision", "decision-about"],
    ];
    return {
      objectives: of("objective"),
      initiatives: of("initiative"),
      partnerships: of("partnership"),
      explanations: this.own("explains", elements),
      approved: decided("approved"),
      rejected,
      /** Rejections that name no source. */
      bare: rejected.filter((_, i) => !sources[i]),
      /** What has a reference that leads nowhere, and could have led to the element. */
      doubtful: couldLead.flatMap(([kind, relation]) => this.doubtful(relation, graph.nodesIn(pact, kind))),
    };
  }

  /** Files a finding under each clause that waits for the rule, or under the element where none does. */
  *find(element, rule, subject, said, help) {
    const { pact } = this;
    const clauses = this.request.questionsOf(rule, pact).map((question) => question.clause);
    for (const clause of clauses.length > 0 ? clauses : [element]) {
      yield finding(rule, subject, said, { help, related: shown(["asks-for-it", [element]]), clause, pact });
    }
  }

  *decide(rule, state, ...evidence) {
    for (const question of this.request.questionsOf(rule, this.pact)) yield outcome(question, state, shown(...evidence));
  }

  /** The terms of the proposal have no such element. Where other terms have it, only a clause that asks for it is told so. */
  *noElement(element, nowhere) {
    const { pact } = this;
    const said = message("no-element", { element, pact: node(pact) });
    const help = "no-element-help";
    const questions = this.request.questions.filter((question) => question.pact === pact);
    for (const question of questions) {
      yield finding(question.rule, question.clause, said, { help, clause: question.clause, pact });
      yield outcome(question, "open");
    }
    if (nowhere && questions.length === 0) yield finding(EXPLORED, pact, said, { help });
  }

  *explored(element, plan) {
    const { pact } = this;
    const evidence = [
      ["covers-element", plan.objectives],
      ["covers-element", plan.initiatives],
      ["covers-element", plan.partnerships],
      ["says-why-not", plan.explanations],
      ["takes-in", plan.approved],
      ["says-why-not", plan.rejected.filter((node) => !plan.bare.includes(node))],
    ];
    if (evidence.some(([, nodes]) => nodes.length > 0)) {
      yield* this.decide(EXPLORED, "met", ...evidence);
    } else if (plan.bare.length > 0) {
      const [decision] = plan.bare;
      const said = message("no-reason", { decision: node(decision), element: node(element) });
      yield* this.find(element, EXPLORED, decision, said, "no-reason-help");
      yield* this.decide(EXPLORED, "unmet");
    } else if (plan.doubtful.length > 0) {
      yield* this.decide(EXPLORED, "open", ["leads-nowhere", plan.doubtful]);
    } else {
      const said = message("not-explored", { pact: node(pact), element: node(element) });
      yield* this.find(element, EXPLORED, pact, said, "not-explored-help");
      yield* this.decide(EXPLORED, "unmet");
    }
  }

  *reaches(element, plan) {
    const { graph, pact } = this;
    const { objectives, initiatives, approved, explanations, rejected } = plan;
    if (objectives.length + plan.partnerships.length + approved.length === 0) {
      // Whoever says nothing has not left health out, and what is doubtful could take it in.
      const answers = initiatives.length + explanations.length + rejected.length > 0;
      yield* this.decide(REACHES, answers && plan.doubtful.length === 0 ? "inapplicable" : "open");
      return;
    }
    // What carries the objectives, or the element itself.
    const carried = [...objectives, ...initiatives, ...this.own("contributes-to", objectives)];
    const partnerships = distinct([...this.own("for", carried), ...plan.partnerships]);
    const partners = graph.targets("partner", partnerships);
    const categories = graph.edges("category", partners);
    const healthy = partners.filter((_, i) => categories[i].some((category) => this.health.has(category)));

    const [subject] = [...objectives, ...partnerships, ...approved, pact];
    const doubtful = [];
    const found = [];
    if (objectives.length === 0) {
      const unclear = this.doubtful("covers", graph.nodesIn(pact, "objective"));
      if (unclear.length === 0) {
        const said = message("no-objective", { element: node(element), pact: node(pact) });
        found.push([subject, said, "no-objective-help"]);
      }
      doubtful.push(...unclear);
    }
    if (partnerships.length === 0) {
      const own = graph.nodesIn(pact, "partnership");
      const unclear = [
        ...this.doubtful("covers", own),
        ...this.doubtful("for", own),
        ...this.doubtful("contributes-to", graph.nodesIn(pact, "initiative")),
      ];
      if (unclear.length === 0) {
        const said = message("no-partnership", { element: node(element), pact: node(pact) });
        found.push([subject, said, "no-partnership-help"]);
      }
      doubtful.push(...unclear);
    } else if (healthy.length === 0) {
      const unclear = [...this.doubtful("partner", partnerships), ...this.doubtful("category", partners)];
      if (unclear.length === 0) {
        const said = message("no-health-actor", { number: partnerships.length, partnerships: nodes(partnerships) });
        found.push([partnerships[0], said, this.health.size === 0 ? "no-category-help" : "no-health-actor-help"]);
      }
      doubtful.push(...unclear);
    }

    if (found.length > 0) {
      yield* this.decide(REACHES, "unmet");
    } else if (doubtful.length > 0) {
      yield* this.decide(REACHES, "open", ["leads-nowhere", distinct(doubtful)]);
    } else {
      const evidence = [
        ["is-objective", objectives],
        ["is-partnership", partnerships],
        ["is-health-actor", healthy],
      ];
      yield* this.decide(REACHES, "met", ...evidence);
    }
    for (const [at, said, help] of found) yield* this.find(element, REACHES, at, said, help);
  }
}

/** Nodes sorted, each once. */
function distinct(nodes) {
  return [...new Set(nodes)].sort((a, b) => a - b);
}
