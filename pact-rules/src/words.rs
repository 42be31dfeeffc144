//! Verdicts, evidence and what is missing, in words: the same for findings, for the ledger and for whoever embeds the rules.

use pact_core::{
    document::{
        body::Distinct,
        period::Unit,
        requirement::Bounds,
        value::{PartialDate, Text},
    },
    graph::{
        Graph,
        edge::EdgeKind,
        node::{self, NodeId, NodeKind},
        requirement::{Ask, Class, Condition, Count, Pattern, Related, Requirement, Test, Wanted},
    },
    ledger::{Entry, Why},
    message::{Arg, Leg, Message, Thing},
    model::Model,
    prove::{Counted, Gap, Hop, Lack, Lacking, Shows, Side, Witness},
};

use crate::lacks::{Topic, beside, matter};

mod breach;

/// The words of the built-in rules for what the ledger lacks, for whoever runs other checks beside them.
#[derive(Clone, Copy, Debug)]
pub struct OfLacks;

impl pact_core::ledger::Words for OfLacks {
    fn missing(&self, model: &Model, lack: &Lack) -> Message {
        missing(model, lack)
    }

    fn beside(&self, _: &Model, lack: &Lack) -> Vec<(NodeId, Message)> {
        beside(&lack.what).into_iter().map(|(node, label)| (node, Message::new(label))).collect()
    }
}

/// What is missing, or what must not be there.
pub fn missing(model: &Model, lack: &Lack) -> Message {
    let graph = model.graph();
    let thing = |node: NodeId| Thing::of(graph, node);
    let said = |id: &'static str| Message::new(id).with("subject", thing(lack.subject));
    let kinded = |id: &'static str| said(id).with("kind", graph.kind(lack.subject));
    let date = |node: NodeId| shown(date_of(graph, node));
    match &lack.what {
        Lacking::Subject { pattern, .. } => {
            Message::new("lack-subject").with("kinds", class(graph, pattern)).with("pact", thing(lack.subject))
        }
        Lacking::TooFew { count, found, .. } => few(graph, lack, count, *found),
        Lacking::TooMany { count, found, .. } => kinded("lack-too-many")
            .with("relations", Arg::Relations(count.via.clone()))
            .with("found", *found)
            .with("kinds", Arg::Kinds(count.kinds.to_vec()))
            .with("most", count.bounds.at_most.unwrap_or(0)),
        Lacking::Concept { concept, .. } => match matter(graph, lack) {
            Topic::MissingArea => said("lack-partnership-area").with("concept", thing(*concept)),
            _ => kinded("lack-concept").with("concept", thing(*concept)),
        },
        Lacking::Given { keys, .. } => given(kinded("lack-given"), graph.kind(lack.subject))
            .with("keys", Arg::All(keys.iter().map(|key| key_name(key).to_owned()).collect())),
        Lacking::Forbidden { path, .. } if path.is_empty() => kinded("lack-forbidden"),
        Lacking::Forbidden { path, .. } => kinded("lack-forbidden-path").with("way", way(graph, path)),
        Lacking::NotNone => kinded("lack-not-none"),
        Lacking::Vacant { places } => {
            let total = graph.downcast::<node::Seat>(lack.subject).map_or(1, |id| graph.get(id).places);
            let id = if total as usize == *places { "lack-vacant" } else { "lack-vacant-some" };
            said(id).with("places", *places).with("total", total)
        }
        Lacking::Overfilled { members, places } => {
            said("lack-overfilled").with("members", members.len()).with("places", *places)
        }
        Lacking::Ineligible { seat, actor } => {
            said("lack-ineligible").with("seat", thing(*seat)).with("actor", thing(*actor))
        }
        Lacking::Breach(breach) => breach::missing(graph, lack, breach),
        Lacking::ActorUnknown => said("lack-actor-unknown"),
        Lacking::SeatUnknown => {
            let of = if graph.kind(lack.subject) == NodeKind::Body { "body" } else { "seat" };
            said("lack-seat-unknown").with("of", of)
        }
        Lacking::WrongNominator { seat, nominator } => {
            said("lack-nominator").with("seat", thing(*seat)).with("nominator", thing(*nominator))
        }
        Lacking::NominatorUnknown { members } => {
            // A quota that is held against every nominator apart.
            let of = if graph.kind(lack.subject) == NodeKind::Provision { "provision" } else { "seat" };
            said("lack-nominator-unknown").with("members", members.len()).with("of", of)
        }
        Lacking::Shared { what, common, .. } => said("lack-shared")
            .with(
                "what",
                match what {
                    None => "concept",
                    Some(Distinct::Region) => "region",
                    Some(Distinct::Nominator) => "nominator",
                    // One person twice is told as one person in two seats, and has no node to have in common.
                    Some(Distinct::Actor | Distinct::Person) => "actor",
                },
            )
            .with("common", thing(*common)),
        Lacking::TwoSeats { seats, members } => {
            let members = Arg::All(members.iter().map(|&member| graph.name(member).to_owned()).collect());
            match seats.as_slice() {
                // In one seat with several places, or in a body without seats.
                [] | [_] => Message::new("lack-member-twice").with("members", members),
                _ => Message::new("lack-two-seats")
                    .with("seats", Arg::Things(seats.iter().map(|&seat| thing(seat)).collect()))
                    .with("members", members),
            }
        }
        // A requirement speaks of bodies of a kind, and the proposal has none.
        Lacking::Meetings { .. } | Lacking::NeverPresents { .. } if graph.kind(lack.subject) == NodeKind::Pact => {
            said("lack-no-body")
        }
        Lacking::Size { found, open, bounds } => {
            bounded(said("lack-size").with("found", *found).with("open", *open), *bounds)
        }
        Lacking::Meetings { found, bounds } => bounded(said("lack-meetings").with("found", *found), *bounds),
        Lacking::NotYetHeld => said("lack-not-yet-held").with("on", date(lack.subject)),
        Lacking::NoMeetingOn { date } => {
            let exact = date.first().is_some() && date.first() == date.last();
            said("lack-no-meeting-on").with("when", if exact { "day" } else { "month" }).with("date", *date)
        }
        Lacking::Outside { side, meeting: Some(meeting), .. } => said("lack-outside")
            .with("side", side_name(*side))
            .with("on", date(lack.subject))
            .with("meeting", thing(*meeting))
            .with("date", date(*meeting)),
        Lacking::Outside { side, date: bound, .. } => said("lack-outside-day")
            .with("side", side_name(*side))
            .with("on", date(lack.subject))
            .with("date", shown(*bound)),
        Lacking::NoSpan { body } => Message::new("lack-no-span").with("body", thing(*body)),
        Lacking::Undated => kinded("lack-undated"),
        Lacking::NeverPresents { to } => said("lack-never-presents").with("to", thing(*to)),
        Lacking::PresentsEarly { at, last } => said("lack-presents-early")
            .with("at", thing(*at))
            .with("date", date(*at))
            .with("last", thing(*last))
            .with("on", date(*last)),
        Lacking::Undecided { about, outcome, due } => {
            let message = said(if due.is_some() { "lack-undecided-due" } else { "lack-undecided" })
                .with("about", thing(*about))
                .with("outcome", outcome.name());
            match due {
                Some(due) => message.with("due", *due),
                None => message,
            }
        }
        Lacking::NotYetDecided { by } => said("lack-not-yet-decided").with("by", thing(*by)),
        Lacking::Otherwise { outcome, by } => {
            said("lack-otherwise").with("by", thing(*by)).with("outcome", outcome.name())
        }
        Lacking::OffDay { side, due } => {
            said("lack-off-day").with("side", side_name(*side)).with("on", date(lack.subject)).with("due", *due)
        }
        Lacking::MeetingAfter { decision } => said("lack-meeting-after")
            .with("on", date(lack.subject))
            .with("decision", thing(*decision))
            .with("date", date(*decision)),
        Lacking::Premature { before } => said("lack-premature")
            .with("on", date(lack.subject))
            .with("before", thing(*before))
            .with("date", date(*before)),
        Lacking::Unattested { by } => {
            let what = vouched_for(graph, lack).cloned();
            let message = match (by.is_empty(), what.is_some()) {
                (true, false) => said("lack-unattested"),
                (true, true) => said("lack-unattested-that"),
                (false, false) => said("lack-unattested-by"),
                (false, true) => said("lack-unattested-by-that"),
            };
            let message = match by.is_empty() {
                true => message,
                false => message.with("by", Arg::AnyThing(by.iter().map(|&agent| thing(agent)).collect())),
            };
            match what {
                Some(what) => message.with("what", Arg::Localised(what)),
                None => message,
            }
        }
        Lacking::Section { id } => Message::new("lack-section").with("id", graph.text(*id)),
        Lacking::FactFails => said("lack-fact-fails"),
        Lacking::FactUnknown => said("lack-fact-unknown"),
        Lacking::Uncovered => match matter(graph, lack) {
            Topic::UncoveredPart => said("lack-uncovered-part"),
            _ => said("lack-uncovered"),
        },
        // Whom a provision is about.
        Lacking::Nothing if graph.kind(lack.subject) == NodeKind::Member => said("lack-group-unsaid"),
        Lacking::Nothing => said("lack-nothing"),
        Lacking::Unresolved => Message::new("lack-unresolved"),
        Lacking::Unread => kinded("lack-unread"),
        // The words are those of the plugin that has the rule.
        Lacking::Ruled { message: Some(message), .. } => Message::clone(message),
        Lacking::Ruled { rule, message: None } => Message::new("lack-ruled").with("rule", graph.text(*rule)).with(
            "state",
            match lack.gap {
                Gap::Pending | Gap::Unknown => "open",
                Gap::Statement => "attest",
                Gap::Absent | Gap::Contrary => "unmet",
            },
        ),
        Lacking::Unruled { rule, why } => {
            let rule = graph.text(*rule);
            let plugin = rule.split_once('/').map_or(rule, |(plugin, _)| plugin);
            Message::new("lack-unruled")
                .with("rule", rule)
                .with("plugin", plugin)
                .with("why", why.name())
                .showing("reason", why.reason())
        }
        Lacking::Limit => kinded("lack-limit"),
    }
}

/// What the statement says that is asked for.
fn vouched_for<'g>(graph: &'g Graph, lack: &Lack) -> Option<&'g Text> {
    let asks = graph.asks(lack.subject)?;
    let mut open: Vec<&Requirement> = asks.requires.iter().chain(&asks.forbids).collect();
    while let Some(requirement) = open.pop() {
        open.extend(&requirement.when);
        match &requirement.ask {
            Ask::Statement(statement) if requirement.span == lack.requirement => {
                return statement.about.as_ref().filter(|about| !about.is_blank());
            }
            Ask::AllOf(all) | Ask::AnyOf(all) | Ask::NoneOf(all) => open.extend(all),
            _ => {}
        }
    }
    None
}

/// Tells the kinds apart that languages have a form of their own for.
pub(crate) fn given(message: Message, kind: NodeKind) -> Message {
    let of = match kind {
        NodeKind::Objective => "objective",
        NodeKind::Initiative => "initiative",
        _ => "other",
    };
    message.with("of", of)
}

/// A key as it stands in the documents: that of a target's date stands under the target.
pub(crate) fn key_name(key: &str) -> &str {
    match key {
        "due" => "target.on",
        key => key,
    }
}

/// Too few at the end of a path, in words of their own where the field has them.
fn few(graph: &Graph, lack: &Lack, count: &Count, found: usize) -> Message {
    let subject = lack.subject;
    let said = |id: &'static str| Message::new(id).with("subject", Thing::of(graph, subject));
    // What is still open is told by the same words as what is not met.
    match matter(graph, lack) {
        Topic::ObjectiveInTheAir if found == 0 => return said("lack-in-the-air"),
        Topic::UnsupportedNational if found == 0 => return said("lack-unsupported"),
        Topic::UnusedStrength if found == 0 => return said("lack-strength"),
        Topic::UnaddressedChallenge if found == 0 => return said("lack-challenge"),
        Topic::AimlessInitiative if found == 0 => return said("lack-initiative"),
        Topic::UnrepresentedArea if found == 0 => return said("lack-area"),
        Topic::MissingLevel if found == 0 => return said("lack-level"),
        Topic::Outsider => {
            let body = graph.outgoing(subject, EdgeKind::MemberOf).first();
            let body = body.map_or_else(|| Arg::from(""), |body| Thing::of(graph, body.node).into());
            return said("lack-outsider").with("body", body);
        }
        _ => {}
    }
    let such = count.condition.as_ref().map(|condition| such(graph, condition)).filter(|such| !such.is_empty());
    if matter(graph, lack) == Topic::OneSided {
        let message = |id: &'static str| said(id).with("found", found).with("least", count.bounds.at_least);
        return match such {
            Some(such) => message("lack-partners-such").with("such", Arg::AnyThing(such)),
            None => message("lack-partners"),
        };
    }
    let message = |id: &'static str| {
        said(id)
            .with("kind", graph.kind(subject))
            .with("relations", Arg::Relations(count.via.clone()))
            .with("found", found)
            .with("kinds", Arg::Kinds(count.kinds.to_vec()))
            .with("least", count.bounds.at_least)
    };
    match such {
        Some(such) => message("lack-too-few-such").with("such", Arg::AnyThing(such)),
        None => message("lack-too-few"),
    }
}

/// What a condition asks for by name.
fn such(graph: &Graph, condition: &Condition) -> Vec<Thing> {
    let word = |id: &str| Thing { id: id.to_owned(), label: None };
    let mut all = Vec::new();
    for test in &condition.tests {
        match test {
            Test::Attribute(_, Wanted::OneOf(words)) => {
                all.extend(words.iter().map(|&name| word(graph.text(name))));
            }
            Test::Is(targets) | Test::Relation(_, Related::To(targets)) => {
                all.extend(targets.iter().filter_map(|&target| graph.meant(target)).map(|node| Thing::of(graph, node)));
            }
            Test::Relation(_, Related::Such(condition)) => all.extend(such(graph, condition)),
            Test::Attribute(_, Wanted::Compare(_)) | Test::Relation(_, Related::Compare(_)) | Test::Not(_) => {}
        }
    }
    all
}

/// Of what a pattern speaks.
fn class(graph: &Graph, pattern: &Pattern) -> Arg {
    match pattern.class {
        Class::Kind(kind) => Arg::Kinds(vec![kind]),
        Class::Scheme(scheme) => graph
            .meant(scheme)
            .map_or_else(|| Arg::Kinds(vec![NodeKind::Concept]), |scheme| Thing::of(graph, scheme).into()),
    }
}

pub(crate) fn bounded(message: Message, bounds: Bounds) -> Message {
    let how = match bounds {
        Bounds { at_least, at_most: Some(most) } if most == at_least => "exactly",
        Bounds { at_least: 0, at_most: Some(_) } => "at-most",
        Bounds { at_most: Some(_), .. } => "between",
        Bounds { at_most: None, .. } => "at-least",
    };
    message.with("how", how).with("least", bounds.at_least).with("most", bounds.at_most.unwrap_or(bounds.at_least))
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::Before => "before",
        Side::After => "after",
    }
}

/// A date, or a sign that there is none.
pub(crate) fn shown(date: Option<PartialDate>) -> Arg {
    date.map_or_else(|| Arg::from("–"), Arg::from)
}

/// The date of a meeting or a decision.
fn date_of(graph: &Graph, node: NodeId) -> Option<PartialDate> {
    if let Some(id) = graph.downcast::<node::Meeting>(node) {
        return graph.get(id).on.map(|on| on.date);
    }
    if let Some(id) = graph.downcast::<node::Decision>(node) {
        // A decision is taken on the day of its meeting.
        let at = || graph.outgoing(node, EdgeKind::TakenAt).first().and_then(|meeting| date_of(graph, meeting.node));
        return graph.get(id).on.map(|on| on.date).or_else(at);
    }
    graph.downcast::<node::Attestation>(node).and_then(|id| graph.get(id).on).map(|on| on.date)
}

fn way(graph: &Graph, path: &[Hop]) -> Arg {
    let leg = |hop: &Hop| Leg {
        from: Thing::of(graph, hop.from),
        edge: hop.edge,
        forward: hop.forward,
        to: Thing::of(graph, hop.to),
    };
    Arg::Way(path.iter().map(leg).collect())
}

/// What a verdict rests on.
pub fn evidence(model: &Model, witness: &Witness) -> Message {
    let graph = model.graph();
    let subject = witness.subject;
    let said = |id: &'static str| Message::new(id).with("subject", Thing::of(graph, subject));
    let end = || witness.path.last().map_or_else(|| Arg::from(""), |hop| Thing::of(graph, hop.to).into());
    let begin = || witness.path.first().map_or_else(|| Arg::from(""), |hop| Thing::of(graph, hop.from).into());
    match witness.shows {
        Shows::Path if witness.path.is_empty() => said("evidence-there").with("kind", graph.kind(subject)),
        Shows::Path => Message::new("evidence-way").with("way", way(graph, &witness.path)),
        Shows::There => said("evidence-there").with("kind", graph.kind(subject)),
        Shows::RuledOut => Message::new("evidence-ruled-out"),
        Shows::Given => said("evidence-given").with("kind", graph.kind(subject)),
        Shows::NoneOf(count, kind) => {
            Message::new("evidence-none-of").with("count", count).with("kinds", Arg::Kinds(vec![kind]))
        }
        Shows::Filled => match witness.path.last().and_then(|hop| hop.edge) {
            Some(EdgeKind::OnBehalfOf) => said("evidence-filled").with("member", begin()).with("actor", end()),
            Some(EdgeKind::StandsInFor) => said("evidence-stood-in-for").with("alternate", begin()),
            _ => said("evidence-filled-by").with("member", begin()),
        },
        Shows::Counted(Counted { counted, whole, unknown }) => {
            said("evidence-counted").with("counted", counted).with("whole", whole).with("unknown", unknown)
        }
        Shows::InOffice(office) => {
            said("evidence-in-office").with("office", breach::office_name(office)).with("body", end())
        }
        Shows::Present(present, needed) => said("evidence-present").with("present", present).with("needed", needed),
        Shows::Called(days) => {
            let unit = breach::notice(graph, subject).map(|notice| notice.at_least.unit);
            let unit = if unit == Some(Unit::WorkingDays) { "working-days" } else { "days" };
            said("evidence-called").with("days", days).with("unit", unit)
        }
        Shows::Terms(count) => said("evidence-terms").with("count", count),
        // The law asks for no alternates.
        Shows::Members(count) if graph.kind(subject) == NodeKind::Provision => {
            Message::new("evidence-alternates").with("count", count)
        }
        Shows::Members(count) => said("evidence-members").with("count", count),
        Shows::Held => said("evidence-held").with("on", shown(date_of(graph, subject))),
        Shows::Decided => said("evidence-decided").with("by", end()).with("on", shown(date_of(graph, subject))),
        Shows::Attested => said("evidence-attested").with("by", end()).with("on", shown(date_of(graph, subject))),
        Shows::Holds => said("evidence-holds"),
        Shows::Ruled => match &witness.said {
            Some(message) => said("evidence-ruled").with("said", Arg::Said(Box::new(Message::clone(message)))),
            None => said("evidence-there").with("kind", graph.kind(subject)),
        },
        Shows::Covered => Message::new("evidence-way").with("way", way(graph, &witness.path)),
    }
}

/// Why a verdict is what it is, where neither evidence nor what is missing says so: a clause that is not in force, one that only gives context.
pub fn reason(model: &Model, entry: &Entry) -> Option<Message> {
    let graph = model.graph();
    if let Some(node) = entry.settled_by {
        let id = if graph.kind(node) == NodeKind::Waiver { "reason-waived" } else { "reason-explained" };
        let text = graph.label(node).map_or_else(|| Arg::from(""), |text: &Text| Arg::Localised(text.clone()));
        return Some(Message::new(id).with("by", Thing::of(graph, node)).with("reason", text));
    }
    let id = match entry.why {
        Why::Proof => return None,
        Why::Parts => "reason-parts",
        Why::Context => "reason-context",
        Why::NotInForce => "reason-not-in-force",
        Why::Condition => "reason-condition",
        Why::NotIncluded => "reason-not-included",
        Why::NothingAsked => "reason-nothing-asked",
    };
    Some(Message::new(id))
}
