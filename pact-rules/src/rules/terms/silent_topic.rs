use pact_core::{
    check::{Context, Sink},
    document::terms::Topic,
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{Body, Clause, NodeId, NodeKind, Terms},
    },
    ledger::silent_topics,
    message::{Arg, Message, Thing},
};
use rustc_hash::FxHashSet;

use crate::rule::{Rule, declare_rule};

declare_rule! {
    /// What terms of reference usually settle, and these do not.
    ///
    /// ## What it checks
    /// Which topics no clause names under `topic`, and no body settles under a clause (`chair`, `quorum`, `alternates`, `notice`, `hats`, a quota by `gender`): chair, quorum, voting, alternates, gender balance, conflicts of interest, notice, minutes, and whether one person may
    /// have two seats. Only terms are looked at that set up a body with seats or a size, and that quote a source whose text is there (`source`, `file`): of others nobody
    /// claims that they are whole.
    ///
    /// ## Why it matters
    /// A check can only say what the clauses ask for. What they leave out looks like something that holds, until the day when the body has to decide and nobody knows how.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// source: { file: source.txt }
    /// bodies: { board: { size: { exactly: 7, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, quote: The board has seven members. }
    ///   B: { force: constitutive, quote: It elects a chair and decides by majority., topic: [chair, voting] }
    /// # --- source.txt
    /// The board has seven members. It elects a chair and decides by majority.
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// source: { file: source.txt }
    /// bodies: { board: { size: { exactly: 7, clause: A } } }
    /// clauses:
    ///   A: { force: constitutive, quote: The board has seven members. }
    ///   B:
    ///     force: constitutive
    ///     quote: Chair, quorum and the rest are as in the standing orders.
    ///     topic: [chair, quorum, voting, alternates, gender-balance, conflicts-of-interest, notice, minutes, two-hats]
    /// # --- source.txt
    /// The board has seven members. Chair, quorum and the rest are as in the standing orders.
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// source: { file: source.txt }
    /// schemes: { gender: [woman, man] }
    /// bodies:
    ///   board:
    ///     size: { exactly: 7, clause: A }
    ///     chair: { clause: A }
    ///     quorum: { more-than: 1/2, clause: A }
    ///     alternates: { kind: forbidden, clause: A }
    ///     notice: { at-least: 14 days, clause: A }
    ///     hats: { seats-per-person: 1, clause: A }
    ///     quotas: { balance: { every: gender, at-least: 40 %, clause: A } }
    /// clauses:
    ///   A: { force: constitutive, quote: The board is set up as follows. }
    ///   B: { force: constitutive, quote: The rest is as in the standing orders., topic: [voting, conflicts-of-interest, minutes] }
    /// # --- source.txt
    /// The board is set up as follows. The rest is as in the standing orders.
    /// ```
    ///
    /// ## How to fix
    /// If a clause settles the matter, say so under `topic`. If none does, ask whoever issued the terms; a `note` on the terms tells readers that it is left open.
    pub struct SilentTopic = "T108" "silent-topic" in "terms", Note, Finding, since "0.2.0";
}

impl Rule for SilentTopic {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        if graph.incomplete().contains(NodeKind::Clause) {
            return;
        }
        let whole = whole(graph);
        for (id, data) in graph.all::<Terms>() {
            let terms = id.node();
            if data.source.is_none() || graph.head(terms).repeated || !whole.contains(&terms) {
                continue;
            }
            let topics = silent_topics(graph, terms);
            if topics.is_empty() {
                continue;
            }
            let message = Message::new("silent-topic")
                .with("terms", Thing::of(graph, terms))
                .with("topics", Arg::Words(topics.into_iter().map(|topic| word(topic).into()).collect()));
            sink.push(Finding::about(terms, graph.span(terms), message).help(Message::new("silent-topic-help")));
        }
    }
}

/// The terms that set up a body with seats or a size, quote their source, and have clauses that could all be read. O(clauses and bodies).
fn whole(graph: &Graph) -> FxHashSet<NodeId> {
    let document = |node: NodeId| graph.head(node).document;
    let mut quoting: FxHashSet<NodeId> = FxHashSet::default();
    let mut damaged: FxHashSet<NodeId> = FxHashSet::default();
    for (id, clause) in graph.all::<Clause>() {
        if clause.quote.is_some() {
            quoting.insert(document(id.node()));
        }
        if graph.head(id).damaged {
            damaged.insert(document(id.node()));
        }
    }
    let set_up = graph.all::<Body>().filter(|(id, body)| {
        let seated = body.size.is_some() || !graph.incoming(*id, EdgeKind::SeatOf).is_empty();
        seated && quoting.contains(&document(id.node())) && !damaged.contains(&document(id.node()))
    });
    set_up.map(|(id, _)| document(id.node())).collect()
}

/// The message that names a topic.
fn word(topic: Topic) -> &'static str {
    match topic {
        Topic::Chair => "topic-chair",
        Topic::Quorum => "topic-quorum",
        Topic::Voting => "topic-voting",
        Topic::Alternates => "topic-alternates",
        Topic::GenderBalance => "topic-gender-balance",
        Topic::ConflictsOfInterest => "topic-conflicts-of-interest",
        Topic::Notice => "topic-notice",
        Topic::Minutes => "topic-minutes",
        Topic::TwoHats => "topic-two-hats",
    }
}
