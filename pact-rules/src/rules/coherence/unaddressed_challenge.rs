use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{edge::EdgeKind, node::Challenge},
    message::{Message, Thing},
};

use crate::{
    general::{self, General},
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A challenge that nothing addresses.
    ///
    /// ## What it checks
    /// What the terms ask for: that objectives or initiatives address each challenge. Where no clause asks for it, the same as a note, in proposals that have objectives or initiatives.
    ///
    /// ## Why it matters
    /// The proposal says that something stands in the way, and leaves it there.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A:
    ///     force: must
    ///     text: The pact addresses the challenges of the region.
    ///     requires: { every: challenge, has: { at-least: 1, via: addressed-by, to: [objective, initiative] } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// challenges: { women: { label: Few women in engineering }, skills: { label: Skills that date quickly } }
    /// objectives: { engineers: { label: More women engineers, addresses: women } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: task
    /// title: Task
    /// clauses:
    ///   A:
    ///     force: must
    ///     text: The pact addresses the challenges of the region.
    ///     requires: { every: challenge, has: { at-least: 1, via: addressed-by, to: [objective, initiative] } }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: task
    /// challenges: { women: { label: Few women in engineering } }
    /// objectives: { engineers: { label: More women engineers, addresses: women } }
    /// ```
    ///
    /// ## How to fix
    /// Say which objective or initiative addresses it, under `addresses` there; or take the challenge away.
    pub struct UnaddressedChallenge = "C107" "unaddressed-challenge" in "coherence", Note, Finding, since "0.2.0";
}

impl Rule for UnaddressedChallenge {
    fn check(context: Context<'_>, sink: &mut Sink) {
        const HELP: &str = "unaddressed-challenge-help";
        lacks::report(context, sink, Topic::UnaddressedChallenge, HELP);
        let graph = context.model.graph();
        let general = General::new(context, Topic::UnaddressedChallenge);
        for node in general::unreached::<Challenge>(graph, &general, EdgeKind::Addresses) {
            let message = Message::new("lack-challenge").with("subject", Thing::of(graph, node));
            sink.push(Finding::about(node, graph.span(node), message).help(Message::new(HELP)));
        }
    }
}
