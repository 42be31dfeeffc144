/** Whether every objective of a proposal has an owner. */

import { finding, lookingAt, message, node, outcome, plugin } from "./pact-plugin/index.js";

/** The rule, as plugin.toml names it. */
const HAS_OWNER = "has-owner";

export const check = plugin({
  *check(graph, request) {
    // The ids of objectives that need no owner, as config.schema.json describes it.
    const { except = [] } = request.config;

    // If something goes wrong, the message says which proposal was being looked at.
    for (const pact of lookingAt(request.pacts)) {
      // One question for all objectives, and answers that stand beside each other: a question for each costs ten times as much.
      const objectives = graph.nodesIn(pact, "objective");
      const ids = graph.ids(objectives);
      const owners = graph.edges("owner", objectives);
      // An owner that nobody can find is told by pact itself, and must not be held against the objective.
      const doubtful = graph.isDoubtful("owner", objectives);

      const owned = [];
      const unclear = [];
      const bare = [];
      for (const [i, objective] of objectives.entries()) {
        if (except.includes(ids[i])) continue;
        if (owners[i].length > 0) owned.push(objective);
        else if (doubtful[i]) unclear.push(objective);
        else bare.push(objective);
      }

      const questions = request.questionsOf(HAS_OWNER, pact);
      for (const objective of bare) {
        const said = message("no-owner", { objective: node(objective) });
        // A clause that is not met names what it lacks.
        const clauses = questions.length > 0 ? questions.map(({ clause }) => clause) : [undefined];
        for (const clause of clauses) {
          yield finding(HAS_OWNER, objective, said, { help: "no-owner-help", clause, pact });
        }
      }
      for (const question of questions) {
        if (bare.length > 0) yield outcome(question, "unmet");
        else if (unclear.length > 0 || owned.length === 0) yield outcome(question, "open");
        // What is met rests on something: that nothing was found shows nothing.
        else yield outcome(question, "met", owned.map((node) => ({ node, role: "has-owner" })));
      }
    }
  },
});
