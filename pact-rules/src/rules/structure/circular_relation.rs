use pact_core::{
    check::{Context, Sink},
    finding::Finding,
    graph::edge::EdgeKind,
    message::{Arg, Message},
};

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// A relation that must not lead back to where it began does.
    ///
    /// ## What it checks
    /// The relations that go one way: `part-of`, `broader`, `precedes`, `supplements`, `supports` and `adds-to`. One cycle is reported for each
    /// knot, the shortest through its first member; mending it may show another.
    ///
    /// ## Why it matters
    /// Two meetings that each come before the other can never be held, and a category that is wider than itself decides nothing about
    /// who is eligible.
    ///
    /// ## Example
    /// ```yaml,fails
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// initiatives:
    ///   plan: { label: Plan, precedes: build }
    ///   build: { label: Build, precedes: plan }
    /// ```
    ///
    /// ```yaml,passes
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: national
    /// status: planned
    /// initiatives:
    ///   plan: { label: Plan, precedes: build }
    ///   build: { label: Build }
    /// ```
    ///
    /// ## How to fix
    /// Take away or turn round one of the references shown.
    pub struct CircularRelation = "S106" "circular-relation" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for CircularRelation {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for &kind in EdgeKind::ALL.iter().filter(|kind| kind.info().acyclic) {
            for cycle in graph.cycles(kind) {
                let Some(&start) = cycle.first() else { continue };
                let names: Vec<String> = cycle.iter().map(|&node| graph.name(node).to_owned()).collect();
                let message = if names.len() == 1 {
                    Message::new("circular-relation-self").with("id", graph.name(start)).with("edge", kind)
                } else {
                    Message::new("circular-relation").with("edge", kind).with("way", Arg::Text(way(&names)))
                };
                let steps = cycle.iter().zip(cycle.iter().cycle().skip(1));
                let places: Vec<_> = steps
                    .filter_map(|(&from, &to)| {
                        let step = graph.outgoing(from, kind).iter().find(|step| step.node == to)?;
                        Some((from, to, step.span))
                    })
                    .collect();
                let Some(&(_, _, span)) = places.first() else { continue };
                let mut finding = Finding::about(start, span, message).help(Message::new("circular-relation-help"));
                for &(from, to, span) in places.iter().skip(1) {
                    let label = Message::new("circular-relation-step")
                        .with("from", graph.name(from))
                        .with("edge", kind)
                        .with("to", graph.name(to));
                    finding = finding.related(span, label);
                }
                sink.push(finding);
            }
        }
    }
}

/// `a → b → a`; the middle of a long way is left out.
fn way(names: &[String]) -> String {
    const SHOWN: usize = 6;
    let mut steps: Vec<&str> = names.iter().take(SHOWN).map(String::as_str).collect();
    if names.len() > SHOWN {
        steps.push("…");
    }
    steps.extend(names.first().map(String::as_str));
    steps.join(" → ")
}
