use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{edge::EdgeKind, node::Strength},
    message::{Message, Thing},
};

use crate::{
    general::{self, General},
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A strength on which nothing builds.
    ///
    /// ## What it checks
    /// What the terms ask for: that objectives or initiatives build on each strength. Where no clause asks for it, the same as a note, in proposals that have objectives or initiatives.
    ///
    /// ## Why it matters
    /// A strength that is named and not used is an ornament. Either the proposal leaves out what the region does best, or it is not what the region does best.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A:
    ///     force: must
    ///     text: The pact builds on the strengths of the region.
    ///     requires: { every: strength, has: { at-least: 1, via: built-on-by, to: [objective, initiative] } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// strengths: { wind: { label: Wind power }, food: { label: Food } }
    /// objectives: { turbines: { label: More engineers for wind power, builds-on: wind } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A:
    ///     force: must
    ///     text: The pact builds on the strengths of the region.
    ///     requires: { every: strength, has: { at-least: 1, via: built-on-by, to: [objective, initiative] } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// strengths: { wind: { label: Wind power }, food: { label: Food } }
    /// objectives: { engineers: { label: More engineers, builds-on: [wind, food] } }
    /// ```
    ///
    /// ## How to fix
    /// Say which objective or initiative builds on it, under `builds-on` there; or take the strength away.
    pub struct UnusedStrength = "C106" "unused-strength" in "coherence", Note, Finding, since "0.2.0";
}

impl Rule for UnusedStrength {
    fn check(context: Context<'_>, sink: &mut Sink) {
        const HELP: &str = "unused-strength-help";
        lacks::report(context, sink, Topic::UnusedStrength, HELP);
        let graph = context.model.graph();
        let general = General::new(context, Topic::UnusedStrength);
        for node in general::unreached::<Strength>(graph, &general, EdgeKind::BuildsOn) {
            let message = Message::new("lack-strength").with("subject", Thing::of(graph, node));
            sink.push(Finding::about(node, graph.span(node), message).help(Message::new(HELP)));
        }
    }
}
