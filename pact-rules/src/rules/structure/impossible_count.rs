use pact_core::{
    check::{Context, Sink},
    document::{
        amount::{AmountBounds, Limit},
        body::NominationMode,
    },
    finding::Finding,
    graph::{
        Graph,
        composition::{Asked, Law, OfWhich, Quota},
        edge::EdgeKind,
        node::{Body, NodeId, Provision, Seat},
    },
    message::{Arg, Message},
};

use crate::{
    rule::{Rule, declare_rule},
    values,
};

declare_rule! {
    /// A number of members that no list could have.
    ///
    /// ## What it checks
    /// That the size of a body has its lower bound not above its upper one, that `exactly` does not stand beside another bound that it
    /// breaks, and that a seat has at least one place. The same of quotas, of what holds of some of the members of a seat, of alternates and of terms of
    /// office; that nobody is asked for more members than there are; that one person may have a seat; and that those who nominate for a seat do not nominate more
    /// than it has places.
    ///
    /// ## Why it matters
    /// No member list could meet it, so that every proposal would fail for a slip in the terms.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { size: { at-least: 9, at-most: 7 } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board: { size: { at-least: 7, at-most: 9 } }
    /// ```
    ///
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// bodies:
    ///   board:
    ///     size: 7
    ///     quotas: { balance: { per: region, at-least: 60 %, at-most: 40 % } }
    /// ```
    ///
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { east: {}, west: {} }
    /// bodies: { board: { seats: { towns: { nominated-by: { each: [east, west] } } } } }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// actors: { east: {}, west: {} }
    /// bodies: { board: { seats: { towns: { places: 2, nominated-by: { each: [east, west] } } } } }
    /// ```
    ///
    /// ## How to fix
    /// Look the numbers up in the source.
    pub struct ImpossibleCount = "S118" "impossible-count" in "structure", Error, Finding, since "0.1.0";
}

impl Rule for ImpossibleCount {
    fn check(context: Context<'_>, sink: &mut Sink) {
        let graph = context.model.graph();
        for (id, body) in graph.all::<Body>() {
            let Some(size) = &body.size else { continue };
            if let (Some(least), Some(most)) = (size.at_least, size.at_most)
                && least > most
            {
                let message =
                    Message::new("impossible-size").with("id", graph.name(id)).with("least", least).with("most", most);
                sink.push(Finding::about(id, size.meta.span, message).help(Message::new("impossible-count-help")));
            }
        }
        for (id, _) in graph.all::<Provision>() {
            // Of what could not all be read nothing can be said.
            if graph.head(id).damaged {
                continue;
            }
            let told = graph.law(id).and_then(|law| of_law(graph, id.node(), law));
            if let Some(message) = told {
                sink.push(finding(graph, id.node(), message));
            }
        }
        for (id, seat) in graph.all::<Seat>().filter(|(id, _)| !graph.head(*id).damaged) {
            let told = of_seat(graph, id.node(), seat);
            if let Some(message) = told {
                sink.push(finding(graph, id.node(), message));
            }
        }
        let closed = graph.all::<Seat>().filter(|(_, seat)| seat.places == 0);
        let found =
            closed.map(|(id, _)| (id.node(), Message::new("impossible-places").with("id", graph.name(id)))).collect();
        values::report(context, sink, "places", "impossible-count-help", found);
    }
}

fn finding(graph: &Graph, node: NodeId, message: Message) -> Finding {
    let finding = Finding::about(node, graph.span(node), message).help(Message::new("impossible-count-help"));
    match graph.outgoing(node, EdgeKind::UnderClause).first() {
        Some(clause) => finding.citing(clause.node),
        None => finding,
    }
}

fn of_law(graph: &Graph, id: NodeId, law: &Law) -> Option<Message> {
    let name = graph.name(id);
    match law {
        Law::Quota(quota) => match &quota.amount {
            Asked::Bounds(bounds) => of_bounds(name, *bounds),
            Asked::BySize(_) => of_sizes(name, quota),
            Asked::SameAs { .. } => None,
        },
        Law::Alternates(law) => law.bounds.and_then(|bounds| of_bounds(name, bounds)),
        Law::Tenure(tenure) => {
            let (least, most) = tenure.at_least.zip(tenure.at_most)?;
            // Of different units it hangs on the calendar which one is longer.
            let upside_down = least.unit == most.unit && least.number > most.number;
            let message = Message::new("impossible-term").with("id", name).with("least", least).with("most", most);
            upside_down.then_some(message)
        }
        Law::Hats(hats) => (hats.most == Some(0)).then(|| Message::new("impossible-hats").with("id", name)),
        Law::Quorum(_) | Law::Chair(_) | Law::Deputy(_) | Law::Vacancies(_) | Law::Notice(_) => None,
    }
}

fn of_bounds(name: &str, bounds: AmountBounds) -> Option<Message> {
    if !bounds.is_contradictory() {
        return None;
    }
    let amount = |limit: Option<Limit>| limit.map_or_else(|| Arg::from("–"), |limit| Arg::from(limit.amount));
    let (least, most) = (amount(bounds.at_least), amount(bounds.at_most));
    Some(Message::new("impossible-bounds").with("id", name).with("least", least).with("most", most))
}

/// A row of a table that asks for more than there are of that size.
fn of_sizes(name: &str, quota: &Quota) -> Option<Message> {
    let (sizes, amount) = quota.impossible_row()?;
    Some(Message::new("impossible-by-size").with("id", name).with("sizes", sizes.to_string()).with("amount", amount))
}

fn of_seat(graph: &Graph, id: NodeId, seat: &Seat) -> Option<Message> {
    let name = graph.name(id);
    if seat.places == 0 {
        return None;
    }
    let mut open: Vec<&OfWhich> = graph.seat_law(id).map(|law| law.of_which.iter().collect()).unwrap_or_default();
    while let Some(one) = open.pop() {
        if let Some(message) = of_bounds(name, one.bounds) {
            return Some(message);
        }
        if let Some(limit) = one.bounds.at_least.filter(|_| one.exceeds(seat.places.into())) {
            let message = Message::new("impossible-of-which").with("id", name).with("places", seat.places);
            return Some(message.with("amount", limit.amount));
        }
        open.extend(&one.of_which);
    }
    let nominators = graph.outgoing(id, EdgeKind::NominatedBy).len();
    let names = seat.names.unwrap_or(1);
    let crowded = seat.nomination == NominationMode::Each && names as usize * nominators > seat.places as usize;
    let message = Message::new("impossible-nominations").with("id", name).with("places", seat.places);
    crowded.then(|| message.with("nominators", nominators).with("names", names))
}

#[cfg(test)]
mod tests {
    use pact_core::{load::Input, report::Options};

    /// What is said of a body whose terms give this, by message.
    fn said(body: &str) -> Vec<String> {
        let mut input = Input::new();
        let actors = "actors: { east: {}, west: {} }\nschemes: { gender: [woman, man] }";
        input.add("t.yaml", format!("terms: 1\nid: t\ntitle: T\n{actors}\nbodies:\n  board: {{ {body} }}\n"));
        let report = crate::check(input, &Options::default());
        let found = report.findings.iter().filter(|found| report.rules[found.rule].group != "terms");
        found.map(|found| found.finding.message.id.to_string()).collect()
    }

    #[test]
    fn numbers_that_no_list_could_have_are_told_and_others_are_not() {
        let cases = [
            ("size: 7, quotas: { q: { at-least: 3, at-most: 2 } }", Some("impossible-bounds")),
            ("size: 7, quotas: { q: { more-than: 1/2, at-most: 50 % } }", Some("impossible-bounds")),
            ("size: 7, quotas: { q: { at-least: 50 %, at-most: 1/2 } }", None),
            ("size: 7, quotas: { q: { less-than: 0 } }", Some("impossible-bounds")),
            ("size: 7, quotas: { q: { every: gender, by-size: { 2-3: 4 } } }", Some("impossible-by-size")),
            ("size: 7, quotas: { q: { every: gender, by-size: { 2-3: 2, 4-: 9 } } }", None),
            (
                "seats: { s: { places: 2, of-which: { at-least: 3, where: { actor: east } } } }",
                Some("impossible-of-which"),
            ),
            ("seats: { s: { places: 2, of-which: { at-least: 2, where: { actor: east } } } }", None),
            (
                "seats: { s: { places: 2, of-which: { exactly: 2, where: { actor: east }, of-which: { at-least: 3, where: { actor: west } } } } }",
                Some("impossible-of-which"),
            ),
            ("size: 7, hats: { seats-per-person: 0 }", Some("impossible-hats")),
            ("size: 7, alternates: { kind: pooled, number: { at-least: 3, at-most: 1 } }", Some("impossible-bounds")),
            ("size: 7, tenure: { at-least: 4 years, at-most: 2 years }", Some("impossible-term")),
            ("size: 7, tenure: { at-least: 4 years, at-most: 60 months }", None),
            (
                "seats: { s: { places: 3, nominated-by: { each: [east, west], names: 2 } } }",
                Some("impossible-nominations"),
            ),
            ("seats: { s: { places: 4, nominated-by: { each: [east, west], names: 2 } } }", None),
        ];
        for (body, expected) in cases {
            assert_eq!(said(body), expected.into_iter().collect::<Vec<_>>(), "{body}");
        }
    }
}
