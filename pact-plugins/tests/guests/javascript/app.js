/** A plugin that does what its configuration says, to see what the host makes of it. */

import { Failure, finding, lookingAt, message, node, plugin, Refusal } from "pact-plugin";

const deeds = {
  *find(graph) {
    const objectives = graph.nodes("objective");
    console.log("objectives:", ...graph.ids(objectives));
    console.error("a warning");
    const labelled = graph.has("label", objectives);
    for (const [i, objective] of objectives.entries()) {
      if (labelled[i]) {
        yield finding("rule", objective, message("message", { node: node(objective), number: 7 }), { help: "help" });
      }
    }
  },

  refused(graph) {
    try {
      graph.nodes("member");
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      console.log(refusal.message);
    }
    return [];
  },

  fail(graph) {
    for (const objective of lookingAt(graph.nodes("objective"))) console.log(broken(objective));
    return [];
  },

  give_up() {
    throw new Failure("the objectives have no weights");
  },

  not_caught(graph) {
    graph.nodes("member");
  },

  probe() {
    console.log("wall", Date.now(), new Date().toISOString());
    console.log("random", Math.random());
    if (typeof performance !== "undefined") console.log("monotonic", performance.now());
    console.log("globals", Object.getOwnPropertyNames(globalThis).sort().join(" "));
    for (const name of ["process", "require", "fetch", "Deno", "std", "os", "setTimeout", "WebSocket", "XMLHttpRequest"]) {
      console.log(name, typeof globalThis[name]);
    }
    return [];
  },

  nothing() {
    return [];
  },

  deep(graph) {
    return deeds.deep(graph).length + 1;
  },

  eat() {
    const kept = [];
    for (;;) kept.push(new Uint8Array(1 << 20));
  },

  loop() {
    for (;;);
  },

  chatter() {
    for (let line = 0; line < 20_000; line++) console.log("line", line);
    return [];
  },

  work(graph) {
    const objectives = graph.nodes("objective");
    graph.ids(objectives);
    graph.words("level", objectives);
    graph.edges("supports", objectives);
    return [];
  },
};

function broken() {
  return undefined.nothing;
}

export const check = plugin({ check: (graph, request) => deeds[request.config.does ?? "find"](graph) });
