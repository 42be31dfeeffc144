/**
 * Write checks for pact as plugins, in JavaScript.
 *
 * A plugin is a module that exports `check`:
 *
 *     import { finding, message, node, plugin } from "pact-plugin";
 *
 *     export const check = plugin({
 *       *check(graph, request) {
 *         for (const pact of request.pacts) {
 *           const objectives = graph.nodesIn(pact, "objective");
 *           const owners = graph.edges("owner", objectives);
 *           for (const [i, objective] of objectives.entries()) {
 *             if (owners[i].length === 0) {
 *               yield finding("owned", objective, message("no-owner", { objective: node(objective) }), { pact });
 *             }
 *           }
 *         }
 *       },
 *     });
 *
 * What it finds are messages by id with typed values. The sentences stand in `locales/en.ftl` and so on; what the plugin is called, which rules it has and what
 * it asks to see stand in `plugin.toml`.
 *
 * A plugin runs in a world in which nothing can be reached: there are no files, no network and no environment, the clock stands still, and randomness is the
 * same in every run. What `console.log` prints goes to the author's diary. An error that is not caught is told to the reader with its stack, and gives the
 * verdict *error*; nothing else of the run suffers.
 */

import * as boundary from "pact:plugin/graph@1.0.0";
import * as diary from "pact:plugin/log@1.0.0";

// The engine has no console of its own.
const print = (...values) => diary.line(values.map(shown).join(" "));
globalThis.console ??= { debug: print, error: print, info: print, log: print, warn: print };

/**
 * A node: its number in this run. Another run may give it another.
 * @typedef {number} Node
 */

/**
 * A date. `month` and `day` are 0 where only the year, or the year and the month, are known.
 * @typedef {{ year: number, month: number, day: number }} Day
 */

/**
 * A value in a message. The host puts it into the reader's words. A plain string is a text that is the same in every language, a plain number a number.
 * @typedef {string | number | { of: string, values: string[], nodes: Node[] }} Value
 */

/**
 * A message of the plugin's catalogues and the values that it speaks of. A string is the id of one without values.
 * @typedef {string | { id: string, arguments: { name: string, of: string, values: string[], nodes: Node[] }[] }} Message
 */

/**
 * A node that belongs to a finding or to evidence, with what is to be seen there.
 * @typedef {{ node: Node, role: Message }} Related
 */

/**
 * A clause that leaves it to a rule of the plugin whether a proposal complies.
 * @typedef {{ rule: string, clause: Node, pact: Node }} Question
 */

/**
 * What belongs to a finding beside its rule, its subject and its message: what to do, other places, the clause or the element that asks for it, the proposal
 * that does not do what the clause asks for, and changes that would mend it.
 * @typedef {{ help?: Message, related?: Related[], clause?: Node, pact?: Node, edits?: { node: Node, key: string, value: string }[] }} More
 */

/**
 * What a run asks: the rules that are switched on, the proposals, the questions (there has to be an outcome for each), the day as of which to judge (there is no
 * other clock), and the configuration, which fits the schema that `plugin.toml` names.
 * @typedef {{ rules: string[], pacts: Node[], questions: Question[], asOf: Day | null, config: any,
 *   runs: (rule: string) => boolean, questionsOf: (rule: string, pact: Node) => Question[] }} Request
 */

/** @typedef {{ finding: object } | { outcome: object }} Found */

/** Why a question to the graph is not answered: `not-granted`, `unknown`, `wrong-type` or `limit`, and what was refused. */
export class Refusal extends Error {
  /**
   * @param {string} reason
   * @param {string} what
   */
  constructor(reason, what) {
    const told = {
      "not-granted": `\`${what}\` may not be seen: add it under \`[sees]\` in plugin.toml, and let the user grant it`,
      "unknown": `there is no kind, attribute, relation or node \`${what}\``,
      "wrong-type": `the attribute \`${what}\` has values of another type`,
      "limit": `the answer has ${what} bytes, more than may cross the boundary at once`,
    };
    super(told[reason] ?? `\`${what}\` was refused: ${reason}`);
    this.name = "Refusal";
    this.reason = reason;
    this.what = what;
  }
}

/** Thrown by a plugin that cannot carry out its check, with the reason in the author's own words. */
export class Failure extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "Failure";
  }
}

/**
 * A value: a node, by what people call it.
 * @param {Node} node
 */
export const node = (node) => ({ of: "node", values: [], nodes: [node] });

/**
 * A value: several nodes, joined by "and".
 * @param {Iterable<Node>} nodes
 */
export const nodes = (nodes) => ({ of: "nodes", values: [], nodes: [...nodes] });

/**
 * A value: a date.
 * @param {Day} day
 */
export const date = ({ year, month, day }) => {
  const parts = [String(year).padStart(4, "0")];
  if (month) parts.push(String(month).padStart(2, "0"));
  if (month && day) parts.push(String(day).padStart(2, "0"));
  return { of: "date", values: [parts.join("-")], nodes: [] };
};

/**
 * A value: a kind of node, in the reader's words.
 * @param {string} name
 */
export const kind = (name) => ({ of: "kind", values: [name], nodes: [] });

/**
 * A value: a relation, in the reader's words.
 * @param {string} name
 */
export const relation = (name) => ({ of: "relation", values: [name], nodes: [] });

/**
 * A value: messages of the catalogue by their ids, joined by "and".
 * @param {Iterable<string>} ids
 */
export const words = (ids) => ({ of: "words", values: [...ids], nodes: [] });

/**
 * A message of the plugin's catalogues, with its values under the names by which the catalogues know them.
 * @param {string} id
 * @param {Record<string, Value>} [values]
 */
export function message(id, values = {}) {
  return { id, arguments: Object.entries(values).map(([name, value]) => ({ name, ...typed(name, value) })) };
}

/**
 * Something that is not as it should be: under which rule, about which node, and what is wrong.
 * @param {string} rule
 * @param {Node} subject
 * @param {Message} said
 * @param {More} [more]
 * @returns {Found}
 */
export function finding(rule, subject, said, more = {}) {
  return {
    finding: {
      rule,
      subject,
      message: full(said),
      help: more.help === undefined ? null : full(more.help),
      related: related(more.related),
      clause: more.clause ?? null,
      pact: more.pact ?? null,
      edits: more.edits ?? [],
    },
  };
}

/**
 * How a question comes out: `met` (which needs evidence), `unmet` (which needs a finding with the same rule, clause and proposal), `open` (facts are missing),
 * `attest` (a human has to vouch) or `inapplicable`.
 * @param {Question} question
 * @param {"met" | "unmet" | "open" | "attest" | "inapplicable"} state
 * @param {Related[]} [evidence]
 * @returns {Found}
 */
export function outcome({ rule, clause, pact }, state, evidence) {
  return { outcome: { rule, clause, pact, state, evidence: related(evidence) } };
}

/**
 * Adds a line to the author's diary, as `console.log` does. Users never see it.
 * @param {unknown} text
 */
export const log = (text) => diary.line(String(text));

/**
 * Goes through nodes, and lets a failure tell which of them it was looking at.
 * @param {Iterable<Node>} nodes
 */
export function* lookingAt(nodes) {
  for (const node of nodes) {
    diary.lookingAt(node);
    yield node;
  }
}

/**
 * The graph of the documents, as far as `plugin.toml` asks for it and the user granted it.
 *
 * Ask about many nodes at once: a question a node costs ten times as much. Answers are columns: what is asked of the first node stands first. Every question
 * throws a `Refusal` when what it names may not be seen or does not exist.
 */
export class Graph {
  #source;

  /** @param {any} [source] */
  constructor(source = boundary) {
    this.#source = source;
  }

  /**
   * The nodes of a kind, in the order of their ids.
   * @param {string} kind
   * @returns {Node[]}
   */
  nodes(kind) {
    return ask(() => [...this.#source.nodes(kind)]);
  }

  /**
   * The nodes of a kind that stand in a document: a node of kind `terms` or `pact`.
   * @param {Node} document
   * @param {string} kind
   * @returns {Node[]}
   */
  nodesIn(document, kind) {
    const nodes = this.nodes(kind);
    const documents = this.documents(nodes);
    return nodes.filter((_, i) => documents[i] === document);
  }

  /**
   * The kind of each node.
   * @param {Node[]} of
   * @returns {string[]}
   */
  kinds(of) {
    return parts(of, (of) => this.#source.kinds(of));
  }

  /**
   * The id of each node, as the documents write it.
   * @param {Node[]} of
   * @returns {string[]}
   */
  ids(of) {
    return parts(of, (of) => this.#source.ids(of));
  }

  /**
   * An attribute whose values are words of a fixed list. `null` for a node that does not say.
   * @param {string} attribute
   * @param {Node[]} of
   * @returns {(string | null)[]}
   */
  words(attribute, of) {
    return parts(of, (of) => this.#source.words(attribute, of));
  }

  /**
   * An attribute whose values are whole numbers.
   * @param {string} attribute
   * @param {Node[]} of
   * @returns {(number | null)[]}
   */
  numbers(attribute, of) {
    return parts(of, (of) => this.#source.numbers(attribute, of));
  }

  /**
   * An attribute that is true or false.
   * @param {string} attribute
   * @param {Node[]} of
   * @returns {(boolean | null)[]}
   */
  flags(attribute, of) {
    return parts(of, (of) => this.#source.flags(attribute, of));
  }

  /**
   * An attribute whose values are dates.
   * @param {string} attribute
   * @param {Node[]} of
   * @returns {(Day | null)[]}
   */
  dates(attribute, of) {
    return parts(of, (of) => this.#source.dates(attribute, of));
  }

  /**
   * Whether each node gives an attribute. Of a text for people this is all that can be asked: no finding may depend on the language of its reader.
   * @param {string} attribute
   * @param {Node[]} of
   * @returns {boolean[]}
   */
  has(attribute, of) {
    return parts(of, (of) => this.#source.has(attribute, of));
  }

  /**
   * For each node, what lies at the other end of a relation: forwards from its source, or backwards.
   * @param {string} relation
   * @param {Node[]} of
   * @param {{ backwards?: boolean }} [way]
   * @returns {Node[][]}
   */
  edges(relation, of, { backwards = false } = {}) {
    return parts(of, (of) => {
      const { offsets, targets } = this.#source.edgesOf(relation, backwards, of);
      const all = [...targets];
      return of.map((_, i) => all.slice(offsets[i], offsets[i + 1]));
    });
  }

  /**
   * Whatever lies at the other end of a relation from any of the nodes: sorted, each once.
   * @param {string} relation
   * @param {Node[]} of
   * @param {{ backwards?: boolean }} [way]
   * @returns {Node[]}
   */
  targets(relation, of, way) {
    return sorted(new Set(this.edges(relation, of, way).flat()));
  }

  /**
   * The nodes themselves and whatever is reached from them over a relation in any number of steps: sorted, each once. One question a step.
   *
   * `graph.reach("broader", concepts, { backwards: true })` gives concepts and all that are a case of them.
   * @param {string} relation
   * @param {Iterable<Node>} from
   * @param {{ backwards?: boolean }} [way]
   * @returns {Node[]}
   */
  reach(relation, from, way) {
    const reached = new Set(from);
    let fresh = sorted(reached);
    while (fresh.length > 0) {
      fresh = this.targets(relation, fresh, way).filter((node) => !reached.has(node));
      for (const node of fresh) reached.add(node);
    }
    return sorted(reached);
  }

  /**
   * Whether a reference of a node leads nowhere, or could not be read. What such a node lacks must not be held against it.
   * @param {string} relation
   * @param {Node[]} of
   * @returns {boolean[]}
   */
  isDoubtful(relation, of) {
    return parts(of, (of) => this.#source.isDoubtful(relation, of));
  }

  /**
   * The nodes of a kind that do not give an attribute.
   * @param {string} kind
   * @param {string} attribute
   * @returns {Node[]}
   */
  withoutAttribute(kind, attribute) {
    return ask(() => [...this.#source.withoutAttribute(kind, attribute)]);
  }

  /**
   * The nodes of a kind that have no edge over a relation, and of which none leads nowhere.
   * @param {string} kind
   * @param {string} relation
   * @param {{ backwards?: boolean }} [way]
   * @returns {Node[]}
   */
  withoutEdge(kind, relation, { backwards = false } = {}) {
    return ask(() => [...this.#source.withoutEdge(kind, relation, backwards)]);
  }

  /**
   * The document in which each node stands: a node of kind `terms` or `pact`. It is its own for those.
   * @param {Node[]} of
   * @returns {Node[]}
   */
  documents(of) {
    return parts(of, (of) => this.#source.documents(of));
  }
}

/**
 * A check: what a plugin exports under the name `check`.
 * @param {{ check: (graph: Graph, request: Request) => Iterable<Found> }} author
 */
export function plugin(author) {
  return {
    /** What the host calls. */
    run(request) {
      try {
        const answer = { findings: [], outcomes: [] };
        for (const found of author.check(new Graph(), requested(request)) ?? []) {
          if (found?.finding) answer.findings.push(found.finding);
          else if (found?.outcome) answer.outcomes.push(found.outcome);
          else throw new TypeError(`a check gives findings and outcomes, and not ${JSON.stringify(found)}`);
        }
        return answer;
      } catch (error) {
        throw failure(error);
      }
    },
  };
}

function requested(request) {
  return {
    ...request,
    pacts: [...request.pacts],
    config: JSON.parse(request.config),
    runs: (rule) => request.rules.includes(rule),
    questionsOf: (rule, pact) => request.questions.filter((asked) => asked.rule === rule && asked.pact === pact),
  };
}

function typed(name, value) {
  switch (typeof value) {
    case "string":
      return { of: "text", values: [value], nodes: [] };
    case "number":
      return { of: "number", values: [String(value)], nodes: [] };
    default:
      if (value?.of) return value;
      throw new TypeError(`\`${name}\` cannot be ${value}: no message speaks of it`);
  }
}

function full(said) {
  return typeof said === "string" ? message(said) : said;
}

/** A value as a line of the diary shows it. */
function shown(value) {
  if (value instanceof Error) return String(value);
  const text = typeof value === "object" ? JSON.stringify(value) : undefined;
  return text ?? String(value);
}

function related(places = []) {
  return places.map(({ node, role }) => ({ node, role: full(role) }));
}

function sorted(nodes) {
  return [...nodes].sort((a, b) => a - b);
}

function ask(question) {
  try {
    return question();
  } catch (refused) {
    if (refused instanceof Error && typeof refused.payload !== "object") throw refused;
    const { reason, what } = refused.payload ?? refused;
    throw new Refusal(reason, what);
  }
}

/** An answer that is too large to be given at once is given in parts. */
function parts(of, question) {
  try {
    return ask(() => [...question(of)]);
  } catch (refusal) {
    if (refusal.reason !== "limit" || of.length < 2) throw refusal;
  }
  const half = of.length >> 1;
  return [...parts(of.slice(0, half), question), ...parts(of.slice(half), question)];
}

/** An error in the words of the boundary: what it says, and the places that led to it. */
function failure(error) {
  const told = error instanceof Error;
  const own = told && error.name === "Failure";
  const stack = told ? String(error.stack ?? "") : "";
  // `check (/app.js:83:95)` becomes `app.js:83:95 in check`. What of it is in here says nothing to the author.
  const places = [...stack.matchAll(/^\s*at (?:(.*?) \()?\/?([^()\s]+:\d+:\d+)\)?$/gm)]
    .filter(([, , place]) => !place.includes("node_modules/pact-plugin/"))
    .map(([, name, place]) => (name ? `${place} in ${name}` : place));
  return { message: own ? error.message : String(error), trace: places.slice(0, 12).join("\n") };
}
