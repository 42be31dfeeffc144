use std::collections::BTreeSet;

use pact_core::{
    check::{Context, Sink},
    document::requirement::{Quantifier, Step},
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{Clause, NodeId, NodeKind},
        requirement::{Ask, Class, Condition, Count, Has, Pattern, Related, Requirement, Target, Test},
    },
    message::{Message, Thing},
    prove::policy_areas,
    source::Span,
};
use rustc_hash::FxHashMap;

use crate::{
    rule::{Rule, declare_rule},
    seats,
};

declare_rule! {
    /// A policy area that a clause claims for a body and that none of its seats guarantees.
    ///
    /// ## What it checks
    /// Clauses that ask for a member of a body from every policy area, or from one. A seat guarantees an area when it has the area itself, or when every category or
    /// every actor that it is open to has it. Only requirements without a condition are looked at, and only bodies with seats.
    ///
    /// ## Why it matters
    /// The clause promises a voice, and the list of seats gives it to nobody: whether the area is represented is left to chance. It is cheap to mend in the terms
    /// and late to find out at the first meeting.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes:
    ///   policy-area: [education, employment]
    ///   actor-category: { school: { policy-area: education }, company: {} }
    /// bodies:
    ///   board: { seats: { schools: { eligible: { category: school } }, firms: { eligible: { category: company } } } }
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: Education and employment are represented on the board.
    ///     requires:
    ///       every: policy-area
    ///       has: { at-least: 1, via: policy-area-of, to: member, where: { body: board } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes:
    ///   policy-area: [education, employment]
    ///   actor-category: { school: { policy-area: education }, job-centre: { policy-area: employment } }
    /// bodies:
    ///   board: { seats: { schools: { eligible: { category: school } }, jobs: { eligible: { category: job-centre } } } }
    /// clauses:
    ///   A:
    ///     force: constitutive
    ///     text: Education and employment are represented on the board.
    ///     requires:
    ///       every: policy-area
    ///       has: { at-least: 1, via: policy-area-of, to: member, where: { body: board } }
    /// ```
    ///
    /// ## How to fix
    /// If a seat is meant to speak for the area, say so: `policy-area` on the seat, or on the category or the actors that it is open to, and under `interpreted` why. If none
    /// is, the terms lack a seat.
    pub struct UnguaranteedPolicyArea = "T102" "unguaranteed-policy-area" in "terms", Warning, Finding, since "0.2.0";
}

impl Rule for UnguaranteedPolicyArea {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        if is_doubtful(graph) {
            return;
        }
        let seats: FxHashMap<NodeId, Vec<NodeId>> =
            seats::of_terms(graph).map(|(body, _, seats)| (body.node(), seats)).collect();
        // The body of terms that set up a single one.
        let mut sole: FxHashMap<NodeId, Option<NodeId>> = FxHashMap::default();
        for (body, ..) in seats::of_terms(graph) {
            let others = sole.insert(graph.head(body).document, Some(body.node()));
            if others.is_some() {
                sole.insert(graph.head(body).document, None);
            }
        }
        let mut guaranteed: FxHashMap<NodeId, BTreeSet<NodeId>> = FxHashMap::default();
        let mut told = BTreeSet::new();
        for claim in claims(graph, &sole) {
            let Some(seats) = seats.get(&claim.body) else { continue };
            let areas = guaranteed
                .entry(claim.body)
                .or_insert_with(|| seats.iter().flat_map(|&seat| guaranteed_by(graph, seat)).collect());
            if areas.contains(&claim.area) || !told.insert((claim.body, claim.area)) {
                continue;
            }
            let message = Message::new("unguaranteed-policy-area")
                .with("area", Thing::of(graph, claim.area))
                .with("clause", Thing::of(graph, claim.clause))
                .with("body", Thing::of(graph, claim.body));
            let finding = Finding::about(claim.area, claim.span, message)
                .related(graph.span(claim.area), Message::new("unguaranteed-policy-area-area"))
                .related(graph.span(claim.body), Message::new("unguaranteed-policy-area-body"))
                .help(Message::new("unguaranteed-policy-area-help"))
                .citing(claim.clause);
            sink.push(finding);
        }
    }
}

/// What decides about areas is written in the terms with a reference that leads nowhere, or could not be read: that is the fault then.
fn is_doubtful(graph: &Graph) -> bool {
    const DECIDES: [EdgeKind; 5] = [
        EdgeKind::PolicyArea,
        EdgeKind::Category,
        EdgeKind::Broader,
        EdgeKind::EligibleCategory,
        EdgeKind::EligibleActor,
    ];
    let lost = [NodeKind::Concept, NodeKind::Actor].iter().any(|&kind| graph.incomplete().contains(kind));
    let of_terms = |node: NodeId| graph.kind(graph.head(node).document) == NodeKind::Terms;
    lost || graph.unresolved().iter().any(|unresolved| DECIDES.contains(&unresolved.edge) && of_terms(unresolved.from))
}

/// The areas that whoever fills a seat stands for.
fn guaranteed_by(graph: &Graph, seat: NodeId) -> BTreeSet<NodeId> {
    let mut areas: BTreeSet<NodeId> = policy_areas(graph, seat).into_iter().collect();
    for edge in [EdgeKind::EligibleCategory, EdgeKind::EligibleActor] {
        let each = graph.outgoing(seat, edge).iter();
        let each = each.map(|may| policy_areas(graph, may.node).into_iter().collect::<BTreeSet<_>>());
        areas.extend(each.reduce(|all, one| &all & &one).into_iter().flatten());
    }
    areas
}

/// That a clause asks for a member of a body from an area.
struct Claim {
    clause: NodeId,
    body: NodeId,
    area: NodeId,
    span: Span,
}

/// Every claim, in the order of the clauses.
fn claims(graph: &Graph, sole: &FxHashMap<NodeId, Option<NodeId>>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (id, _) in graph.all::<Clause>() {
        let clause = id.node();
        let body = sole.get(&graph.head(clause).document).copied().flatten();
        let mut open: Vec<&Requirement> = graph.asks(clause).into_iter().flat_map(|asks| &asks.requires).collect();
        while let Some(requirement) = open.pop() {
            if !requirement.when.is_empty() {
                continue;
            }
            let mut claim = |bodies: Vec<NodeId>, areas: Vec<NodeId>| {
                for body in bodies {
                    claims.extend(areas.iter().map(|&area| Claim { clause, body, area, span: requirement.span }));
                }
            };
            match &requirement.ask {
                Ask::AllOf(all) => open.extend(all),
                Ask::Pattern(pattern) => {
                    if let Some((bodies, areas)) = of_pattern(graph, pattern, body) {
                        claim(bodies, areas);
                    }
                }
                Ask::Composition(composition) => {
                    for count in composition.has.iter().filter_map(counted) {
                        let body = graph.meant(composition.body).into_iter().collect();
                        claim(body, of_members(graph, count));
                    }
                }
                _ => {}
            }
        }
    }
    claims
}

fn counted(has: &Has) -> Option<&Count> {
    match has {
        Has::Count(count) if count.bounds.at_least > 0 => Some(count),
        _ => None,
    }
}

/// The bodies and the areas that a pattern asks to be joined by a member; `sole` is the only body of the terms.
fn of_pattern(graph: &Graph, pattern: &Pattern, sole: Option<NodeId>) -> Option<(Vec<NodeId>, Vec<NodeId>)> {
    let condition = pattern.condition.as_ref();
    match (pattern.class, pattern.quantifier) {
        (Class::Scheme(scheme), Quantifier::Every) => {
            let members = pattern.has.iter().filter_map(counted).find(|count| {
                count.to.contains(NodeKind::Member) && is_path(count, &[Step::Backward(EdgeKind::PolicyArea)])
            })?;
            let mut areas = concepts(graph, scheme)?;
            for test in condition.into_iter().flat_map(|condition| &condition.tests) {
                // Which areas another test leaves is not known without a proposal.
                let Test::Is(named) = test else { return None };
                areas.retain(|&area| named.iter().any(|&named| graph.meant(named) == Some(area)));
            }
            let named = members.condition.as_ref().and_then(|condition| related(condition, EdgeKind::MemberOf));
            match named {
                Some(bodies) => Some((meant(graph, bodies), areas)),
                // Members of whatever body; with a single one in the terms there is no doubt which.
                None => sole.map(|body| (vec![body], areas)),
            }
        }
        (Class::Kind(NodeKind::Member), Quantifier::Some) => {
            let condition = condition?;
            let areas = related(condition, EdgeKind::PolicyArea).filter(|areas| areas.len() == 1)?;
            let bodies = related(condition, EdgeKind::MemberOf).filter(|bodies| bodies.len() == 1)?;
            Some((meant(graph, bodies), meant(graph, areas)))
        }
        _ => None,
    }
}

/// The areas from which a count over the members of a body asks for some.
fn of_members(graph: &Graph, count: &Count) -> Vec<NodeId> {
    const MEMBERS: Step = Step::Backward(EdgeKind::MemberOf);
    match count.every {
        Some(scheme) if is_path(count, &[MEMBERS, Step::Forward(EdgeKind::PolicyArea)]) => {
            concepts(graph, scheme).unwrap_or_default()
        }
        None if is_path(count, &[MEMBERS]) => {
            let areas = count.condition.as_ref().and_then(|condition| related(condition, EdgeKind::PolicyArea));
            areas.filter(|areas| areas.len() == 1).map(|areas| meant(graph, areas)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

fn is_path(count: &Count, steps: &[Step]) -> bool {
    count.via.steps.len() == steps.len() && count.via.steps.iter().zip(steps).all(|(own, step)| own.contains(step))
}

/// The concepts of a scheme, if it is that of policy areas.
fn concepts(graph: &Graph, scheme: Target) -> Option<Vec<NodeId>> {
    let scheme = graph.meant(scheme)?;
    let areas = EdgeKind::PolicyArea.info().scheme == Some(graph.name(scheme));
    let concepts = graph.incoming(scheme, EdgeKind::InScheme).iter().map(|concept| concept.node);
    areas.then(|| concepts.collect())
}

/// What a condition names at the end of a relation.
fn related(condition: &Condition, edge: EdgeKind) -> Option<&[Target]> {
    condition.tests.iter().find_map(|test| match test {
        Test::Relation(steps, Related::To(targets)) if steps.contains(&Step::Forward(edge)) => Some(targets.as_slice()),
        _ => None,
    })
}

fn meant(graph: &Graph, targets: &[Target]) -> Vec<NodeId> {
    targets.iter().filter_map(|&target| graph.meant(target)).collect()
}

#[cfg(test)]
mod tests {
    use pact_core::{load::Input, report::Options};

    /// The areas that a requirement claims and no seat guarantees.
    fn unguaranteed(seats: &str, requires: &str) -> Vec<String> {
        let mut input = Input::new();
        let terms = format!(
            "terms: 1
id: t
title: T
schemes:
  policy-area: {{ learning: {{}}, school: {{ broader: learning }}, work: {{}} }}
  actor-category: {{ school: {{ policy-area: school }}, college: {{ broader: school }}, firm: {{}} }}
actors: {{ union: {{ policy-area: work }}, bank: {{}} }}
bodies: {{ b: {{ seats: {{ {seats} }} }} }}
clauses: {{ A: {{ force: must, text: A, requires: {requires} }} }}
"
        );
        input.add("terms.yaml", terms);
        let report = crate::check(input, &Options::default());
        let areas = report.findings.iter().map(|found| {
            assert_eq!(report.rules[found.rule].code, "T102", "{found:?}");
            found.subject.rsplit('/').next().unwrap().to_owned()
        });
        areas.collect()
    }

    #[test]
    fn a_seat_guarantees_what_all_who_may_fill_it_stand_for() {
        const EVERY: &str =
            "{ every: policy-area, has: { at-least: 1, via: policy-area-of, to: member, where: { body: b } } }";
        let none: Vec<String> = Vec::new();
        assert_eq!(
            unguaranteed("s: { eligible: { category: college } }, u: { eligible: { actor: union } }", EVERY),
            none
        );
        assert_eq!(unguaranteed("s: { policy-area: [school, work], eligible: { actor: bank } }", EVERY), none);
        assert_eq!(
            unguaranteed("s: { eligible: { category: college } }, u: { eligible: { actor: [union, bank] } }", EVERY),
            ["work"]
        );
        assert_eq!(
            unguaranteed("s: { eligible: { category: [school, firm] } }, u: { eligible: { actor: union } }", EVERY),
            ["learning", "school"]
        );
    }

    #[test]
    fn claims_are_written_in_several_ways() {
        const SEATS: &str = "s: { eligible: { category: school } }";
        for requires in [
            "{ composition: { body: b, has: { every: policy-area, via: has-member/policy-area } } }",
            "{ composition: { body: b, has: { at-least: 1, where: { policy-area: work } } } }",
            "{ some: member, where: { body: b, policy-area: work } }",
            "{ every: policy-area, where: { id: work }, has: { at-least: 1, via: policy-area-of, to: member } }",
            "{ all-of: [{ some: member, where: { body: b, policy-area: work } }] }",
        ] {
            assert_eq!(unguaranteed(SEATS, requires), ["work"], "{requires}");
        }
        for requires in [
            "{ some: member, where: { body: b, policy-area: [school, work] } }",
            "{ some: member, where: { body: b, policy-area: work }, when: { some: initiative } }",
            "{ every: policy-area, has: { at-least: 1, via: policy-area-of, to: initiative } }",
        ] {
            assert_eq!(unguaranteed(SEATS, requires), Vec::<String>::new(), "{requires}");
        }
    }
}
