use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::{
        Why,
        labels::folded,
        node::{Actor, Id, NodeId},
    },
    message::Message,
};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// Two actors that are called the same.
    ///
    /// ## What it checks
    /// The labels of actors, language by language. Case and white space do not count.
    ///
    /// ## Why it matters
    /// They are probably one organisation under two ids. Then a member on behalf of the one is not eligible for a seat that is open to
    /// the other, and the report cannot be understood by reading the names.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// actors:
    ///   au: { label: Aarhus Universitet }
    ///   aarhus-universitet: { label: Aarhus universitet }
    /// partnerships:
    ///   research: { label: Research, partners: [au, aarhus-universitet] }
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// actors:
    ///   au: { label: Aarhus Universitet }
    ///   via: { label: VIA University College }
    /// partnerships:
    ///   research: { label: Research, partners: [au, via] }
    /// ```
    ///
    /// ## How to fix
    /// Use one id for both, or labels that tell them apart.
    pub struct RepeatedLabel = "S117" "repeated-label" in "structure", Warning, Finding, since "0.1.0";
}

impl Rule for RepeatedLabel {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        let mut seen: FxHashMap<(Option<&str>, String), Id<Actor>> = FxHashMap::default();
        let mut actors: Vec<(Id<Actor>, &Actor)> =
            graph.all::<Actor>().filter(|(id, _)| !graph.head(*id).repeated).collect();
        // Which of two is the first must not depend on the order of entries.
        actors.sort_by_key(|(id, _)| graph.name(*id));
        let mut pairs = FxHashSet::default();
        // A register that refers to one of them by the label says so already.
        let called = graph.unresolved().iter().filter(|unresolved| unresolved.called);
        let ambiguous: FxHashSet<NodeId> = called
            .filter_map(|unresolved| match &unresolved.why {
                Why::Ambiguous(candidates) => Some(candidates.iter().copied()),
                _ => None,
            })
            .flatten()
            .collect();
        for (id, actor) in actors {
            let Some(label) = &actor.label else { continue };
            for (language, text) in label.versions() {
                match seen.entry((language, folded(text))) {
                    std::collections::hash_map::Entry::Occupied(first) => {
                        let first = *first.get();
                        // One finding for a pair, in however many languages they agree.
                        if first == id || ambiguous.contains(&first.node()) || !pairs.insert((first.node(), id.node()))
                        {
                            continue;
                        }
                        let message = Message::new("repeated-label")
                            .with("label", text)
                            .with("first", graph.name(first))
                            .with("again", graph.name(id));
                        let finding = Finding::about(id, label.span(), message)
                            .related(graph.span(first), Message::new("first-here"))
                            .help(Message::new("repeated-label-help"));
                        sink.push(finding);
                    }
                    std::collections::hash_map::Entry::Vacant(place) => {
                        place.insert(id);
                    }
                }
            }
        }
    }
}
