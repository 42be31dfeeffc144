//! What the ledger says is missing, sorted by the rule that tells it.
//!
//! Every lack has exactly one topic, and every topic one rule, so that one fault is one finding whichever clauses it leaves unmet.

use std::{cmp::Reverse, collections::BTreeSet};

use pact_core::{
    check::{Context, Sink},
    document::requirement::{Quantifier, Step},
    finding::Finding,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, NodeKind, Objective},
        requirement::{Ask, Class, Count, Has, Pattern, Requirement},
    },
    ledger::{Case, Entry},
    message::Message,
    prove::{Gap, Lack, Lacking, Side, breach::Breach},
    solve::tally::Prospect,
};

use crate::words;

/// What a lack is about: the rule that tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Topic {
    UnfilledSeat,
    OverfilledSeat,
    AbsentSeat,
    IneligibleMember,
    WrongNominator,
    TwoSeats,
    SharedSeat,
    WrongSize,
    UnrepresentedArea,
    Outsider,
    BrokenQuota,
    UnevenParity,
    IncompleteNomination,
    WrongAppointer,
    VacantOffice,
    IncompatibleSeats,
    UnfitMember,
    MissingAlternate,
    TermOutOfBounds,
    TermPastEvent,
    TermsEndTogether,
    TermEndsBeforeMeeting,
    LastingVacancy,
    Irreconcilable,
    ObjectiveInTheAir,
    UnsupportedNational,
    DuplicatedObjective,
    ContradictingObjectives,
    UnusedStrength,
    UnaddressedChallenge,
    AimlessInitiative,
    IncompleteObjective,
    UncoveredElement,
    UncoveredPart,
    MissingLevel,
    MissingArea,
    OneSided,
    NumberOfMeetings,
    MeetingOutside,
    Unpresented,
    MeetingAfterDecision,
    MissingDecision,
    PrematureDecision,
    MissedDeadline,
    NoQuorum,
    ShortNotice,
    MissingAttestation,
    OpenQuestion,
    MissingRuling,
    /// Told by the rule for whatever no other one tells.
    Other,
    /// Told by no rule: what lies behind it is a finding already.
    Untold,
}

/// The topic of a lack.
pub(crate) fn topic(graph: &Graph, lack: &Lack) -> Topic {
    match (&lack.what, lack.gap) {
        // That a requirement takes too long, and that no calendar knows the days, has no other finding.
        (Lacking::Limit, _) => return Topic::Other,
        (Lacking::Unruled { .. }, _) => return Topic::MissingRuling,
        // Whoever has the rule tells it.
        (Lacking::Ruled { .. }, _) => return Topic::Untold,
        (Lacking::Breach(Breach::UnknownDays | Breach::UncoveredDays { .. }), _) => {}
        (_, Gap::Unknown) | (Lacking::ActorUnknown | Lacking::SeatUnknown, _) => return Topic::Untold,
        // What only empty places leave open is told of the places.
        (Lacking::Breach(Breach::AnotherPart { .. }), _) => return Topic::Untold,
        (Lacking::Breach(Breach::Count(short) | Breach::Uneven(short)), Gap::Pending)
            if short.open > 0 && short.unknown.is_empty() =>
        {
            return Topic::Untold;
        }
        (_, Gap::Statement) => return Topic::MissingAttestation,
        (_, Gap::Pending) => return Topic::OpenQuestion,
        (_, Gap::Absent | Gap::Contrary) => {}
    }
    matter(graph, lack)
}

/// What a lack is about, however it may still come out.
pub(crate) fn matter(graph: &Graph, lack: &Lack) -> Topic {
    match &lack.what {
        Lacking::Vacant { .. } => Topic::UnfilledSeat,
        Lacking::Overfilled { .. } => Topic::OverfilledSeat,
        Lacking::Ineligible { .. } => Topic::IneligibleMember,
        Lacking::WrongNominator { .. } | Lacking::NominatorUnknown { .. } => Topic::WrongNominator,
        Lacking::Shared { .. } => Topic::SharedSeat,
        Lacking::TwoSeats { .. } => Topic::TwoSeats,
        Lacking::Size { .. } => Topic::WrongSize,
        Lacking::Breach(breach) => of_breach(graph, lack.subject, breach),
        Lacking::Meetings { .. } | Lacking::NoMeetingOn { .. } | Lacking::NotYetHeld => Topic::NumberOfMeetings,
        Lacking::Outside { .. } | Lacking::NoSpan { .. } => Topic::MeetingOutside,
        Lacking::NeverPresents { .. } | Lacking::PresentsEarly { .. } => Topic::Unpresented,
        Lacking::MeetingAfter { .. } => Topic::MeetingAfterDecision,
        Lacking::Premature { .. } | Lacking::OffDay { side: Side::Before, .. } => Topic::PrematureDecision,
        Lacking::OffDay { side: Side::After, .. } => Topic::MissedDeadline,
        Lacking::Undecided { .. } | Lacking::NotYetDecided { .. } | Lacking::Otherwise { .. } => Topic::MissingDecision,
        Lacking::Uncovered => {
            let part = !graph.outgoing(lack.subject, EdgeKind::PartOf).is_empty();
            if part { Topic::UncoveredPart } else { Topic::UncoveredElement }
        }
        Lacking::Given { .. } if graph.kind(lack.subject) == NodeKind::Objective => Topic::IncompleteObjective,
        Lacking::Concept { count, .. } if speaks_of_areas(graph, count) && is_partnership(graph, lack) => {
            Topic::MissingArea
        }
        Lacking::Concept { count, .. } if leads_to_levels(count) => Topic::MissingLevel,
        Lacking::TooFew { pattern, count, .. } => few(graph, lack.subject, pattern.as_deref(), count),
        Lacking::Forbidden { pattern, .. } => forbidden(pattern),
        _ => Topic::Other,
    }
}

/// What is not as the law of a body has it.
fn of_breach(graph: &Graph, subject: NodeId, breach: &Breach) -> Topic {
    match breach {
        Breach::Count(_) | Breach::AnotherPart { .. } => Topic::BrokenQuota,
        Breach::Uneven(_) => Topic::UnevenParity,
        Breach::NotJointly { .. } | Breach::NotEach { .. } | Breach::Fallback { .. } => Topic::IncompleteNomination,
        Breach::WrongAppointer { .. } | Breach::AppointerUnknown { .. } => Topic::WrongAppointer,
        Breach::NobodyInOffice { .. } | Breach::SeveralInOffice { .. } | Breach::OutsideOffice { .. } => {
            Topic::VacantOffice
        }
        Breach::TooManySeats { .. } | Breach::NeverBoth { .. } | Breach::PersonUnsaid | Breach::SharedPeople { .. } => {
            Topic::IncompatibleSeats
        }
        Breach::Unfit { .. } | Breach::FitnessUnsaid { .. } => Topic::UnfitMember,
        Breach::RegionUnsaid { .. } => Topic::SharedSeat,
        Breach::AbsentSeat { .. } => Topic::AbsentSeat,
        Breach::NoAlternate
        | Breach::UnfitAlternate { .. }
        | Breach::UnlikeAlternate { .. }
        | Breach::ForbiddenAlternate
        | Breach::OwnAlternate { .. } => Topic::MissingAlternate,
        Breach::TermTooLong { .. }
        | Breach::TermTooShort { .. }
        | Breach::TermUnknown { .. }
        | Breach::TooManyTerms { .. }
        | Breach::TooLongInAll { .. } => Topic::TermOutOfBounds,
        Breach::OutlastsEvent { .. } => Topic::TermPastEvent,
        Breach::EndTogether { .. } => Topic::TermsEndTogether,
        Breach::EndsBefore { .. } => Topic::TermEndsBeforeMeeting,
        Breach::LongVacant { .. } => Topic::LastingVacancy,
        Breach::NoQuorum { .. } | Breach::PresentOfWhich(_) | Breach::AttendanceUnknown => Topic::NoQuorum,
        Breach::ShortNotice { .. } | Breach::NotCalled { .. } | Breach::UncoveredDays { .. } => Topic::ShortNotice,
        Breach::UnknownDays => match graph.kind(subject) {
            NodeKind::Meeting => Topic::ShortNotice,
            NodeKind::Seat => Topic::LastingVacancy,
            _ => Topic::TermOutOfBounds,
        },
        Breach::Irreconcilable { .. } => Topic::Irreconcilable,
    }
}

fn forbidden(pattern: &Pattern) -> Topic {
    match first_step(pattern) {
        Some(Step::Forward(EdgeKind::Contradicts) | Step::Backward(EdgeKind::Contradicts)) => {
            Topic::ContradictingObjectives
        }
        Some(Step::Forward(EdgeKind::Duplicates) | Step::Backward(EdgeKind::Duplicates)) => Topic::DuplicatedObjective,
        _ => Topic::Other,
    }
}

fn few(graph: &Graph, subject: NodeId, pattern: Option<&Pattern>, count: &Count) -> Topic {
    match of_kind(graph, graph.kind(subject), pattern, count) {
        Topic::ObjectiveInTheAir if !is_regional(graph, subject) => Topic::Other,
        topic => topic,
    }
}

/// What too few of a count is about, for things of a kind.
fn of_kind(graph: &Graph, kind: NodeKind, pattern: Option<&Pattern>, count: &Count) -> Topic {
    let first = count.via.steps.iter().flatten().copied().next();
    match (kind, first) {
        (NodeKind::Objective, Some(Step::Forward(EdgeKind::Supports | EdgeKind::AddsTo))) => Topic::ObjectiveInTheAir,
        (NodeKind::Objective, Some(Step::Backward(EdgeKind::Supports | EdgeKind::AddsTo))) => {
            Topic::UnsupportedNational
        }
        (NodeKind::Strength, Some(Step::Backward(EdgeKind::BuildsOn))) => Topic::UnusedStrength,
        (NodeKind::Challenge, Some(Step::Backward(EdgeKind::Addresses))) => Topic::UnaddressedChallenge,
        (NodeKind::Initiative, Some(Step::Forward(EdgeKind::ContributesTo))) => Topic::AimlessInitiative,
        (NodeKind::Member, Some(Step::SamePerson)) => Topic::Outsider,
        (NodeKind::Concept, Some(Step::Backward(EdgeKind::PolicyArea)))
            if count.to.contains(NodeKind::Member) && is_of_scheme(graph, pattern) =>
        {
            Topic::UnrepresentedArea
        }
        (NodeKind::Concept, Some(Step::Backward(EdgeKind::Reaches))) => Topic::MissingLevel,
        (NodeKind::Partnership, Some(Step::Forward(EdgeKind::Partner))) => Topic::OneSided,
        _ => Topic::Other,
    }
}

fn is_of_scheme(graph: &Graph, pattern: Option<&Pattern>) -> bool {
    let Some(Class::Scheme(scheme)) = pattern.map(|pattern| pattern.class) else { return false };
    let scheme = graph.meant(scheme).map(|scheme| graph.name(scheme));
    scheme.is_some() && scheme == EdgeKind::PolicyArea.info().scheme
}

fn speaks_of_areas(graph: &Graph, count: &Count) -> bool {
    let scheme = count.every.and_then(|scheme| graph.meant(scheme)).map(|scheme| graph.name(scheme));
    scheme.is_some() && scheme == EdgeKind::PolicyArea.info().scheme
}

/// Whether a path ends with whom initiatives reach.
fn leads_to_levels(count: &Count) -> bool {
    count.via.steps.last().is_some_and(|steps| steps.contains(&Step::Forward(EdgeKind::Reaches)))
}

fn is_partnership(graph: &Graph, lack: &Lack) -> bool {
    graph.kind(lack.subject) == NodeKind::Partnership
}

/// The first relation of what a pattern counts.
fn first_step(pattern: &Pattern) -> Option<Step> {
    pattern.has.iter().find_map(|has| match has {
        Has::Count(count) => count.via.steps.first()?.first().copied(),
        Has::Given(_) => None,
    })
}

/// The patterns that a clause or an element asks for, on whatever condition.
pub(crate) fn patterns(graph: &Graph, node: NodeId) -> Vec<&Pattern> {
    let mut patterns = Vec::new();
    let mut open: Vec<&Requirement> =
        graph.asks(node).into_iter().flat_map(|asks| asks.requires.iter().chain(&asks.forbids)).collect();
    while let Some(requirement) = open.pop() {
        match &requirement.ask {
            Ask::Pattern(pattern) => patterns.push(&**pattern),
            Ask::AllOf(all) | Ask::AnyOf(all) | Ask::NoneOf(all) => open.extend(all),
            _ => {}
        }
    }
    patterns
}

/// Whether a pattern asks for what a topic is about.
pub(crate) fn asks_for(graph: &Graph, pattern: &Pattern, wanted: Topic) -> bool {
    let kind = match pattern.class {
        Class::Kind(kind) => kind,
        Class::Scheme(_) => NodeKind::Concept,
    };
    if pattern.quantifier == Quantifier::No {
        return forbidden(pattern) == wanted;
    }
    pattern.has.iter().any(|has| match has {
        Has::Count(count) => of_kind(graph, kind, Some(pattern), count) == wanted,
        Has::Given(_) => kind == NodeKind::Objective && wanted == Topic::IncompleteObjective,
    })
}

/// Whether an objective is a region's.
pub(crate) fn is_regional(graph: &Graph, objective: NodeId) -> bool {
    use pact_core::document::pact::Level;
    graph.downcast::<Objective>(objective).is_some_and(|id| graph.get(id).level == Some(Level::Regional))
}

/// A lack, and the line of the ledger on which it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'m> {
    pub(crate) case: &'m Case,
    pub(crate) entry: &'m Entry,
    pub(crate) lack: &'m Lack,
}

/// Every lack of a topic that is not settled. Where several clauses lack the same, the clause that the subject stands under speaks for all, else the first.
pub(crate) fn of_topic<'m>(context: Context<'m>, wanted: Topic) -> Vec<Found<'m>> {
    let graph = context.model.graph();
    let mut found: Vec<Found<'m>> = Vec::new();
    for case in &context.ledger.cases {
        for entry in &case.entries {
            let lacks = entry.lacks().iter().filter(|lack| topic(graph, lack) == wanted);
            found.extend(lacks.map(|lack| Found { case, entry, lack }));
        }
    }
    let conflicting = conflicting(context);
    found.retain(|found| !follows_from_conflict(found.lack, found.case.pact, &conflicting));
    let own = |found: &Found<'_>| graph.between(found.lack.subject, EdgeKind::UnderClause, found.entry.node).is_some();
    let mut first: Vec<(usize, Found<'m>)> = found.into_iter().enumerate().collect();
    // The gravest speaks: where a clause that must be followed lacks what another only should have, that it must is what matters.
    let fail_on = context.ledger.judged.fail_on;
    first.sort_by_key(|(position, found)| (Reverse(found.entry.level(fail_on)), !own(found), *position));
    let mut told: BTreeSet<(NodeId, String)> = BTreeSet::new();
    first.retain(|(_, found)| told.insert((found.case.pact, said(context, found))));
    first.sort_by_key(|(position, _)| *position);
    first.into_iter().map(|(_, found)| found).collect()
}

/// The provisions of each proposal that cannot all be met together.
fn conflicting(context: Context<'_>) -> BTreeSet<(NodeId, NodeId)> {
    let mut conflicting = BTreeSet::new();
    for case in &context.ledger.cases {
        for lack in case.entries.iter().flat_map(Entry::lacks).chain(&case.unclaimed) {
            if let Lacking::Breach(Breach::Irreconcilable { provisions, .. }) = &lack.what {
                conflicting.extend(provisions.iter().map(|&provision| (case.pact, provision)));
            }
        }
    }
    conflicting
}

/// Whether a number could still come right if it were not for other provisions: then that they conflict is the fault.
fn follows_from_conflict(lack: &Lack, pact: NodeId, conflicting: &BTreeSet<(NodeId, NodeId)>) -> bool {
    match &lack.what {
        Lacking::Breach(Breach::Count(short) | Breach::Uneven(short)) => {
            short.prospect == Prospect::Possible && conflicting.contains(&(pact, lack.subject))
        }
        _ => false,
    }
}

/// What tells one lack from another: what would be said of it.
fn said(context: Context<'_>, found: &Found<'_>) -> String {
    let message = words::missing(context.model, found.lack);
    format!("{:?} {} {:?}", found.lack.subject, message.id, message.args)
}

/// Reports every lack of a topic: what is missing, and what to do about it. Of seats for which no clause answers, too; there the rule's own level counts.
pub(crate) fn report(context: Context<'_>, sink: &mut Sink, wanted: Topic, help: &'static str) {
    report_with(context, sink, wanted, |_, _| Message::new(help));
}

/// The same where what to do about it depends on the lack.
pub(crate) fn report_with(
    context: Context<'_>,
    sink: &mut Sink,
    wanted: Topic,
    help: impl Fn(&Case, &Lack) -> Message,
) {
    report_where(context, sink, wanted, |_| true, help);
}

/// The same of those lacks only that are worth telling.
pub(crate) fn report_where(
    context: Context<'_>,
    sink: &mut Sink,
    wanted: Topic,
    tell: impl Fn(&Lack) -> bool,
    help: impl Fn(&Case, &Lack) -> Message,
) {
    for found in of_topic(context, wanted).into_iter().filter(|found| tell(found.lack)) {
        sink.push(finding(context, &found).help(help(found.case, found.lack)));
    }
    let graph = context.model.graph();
    let conflicting = conflicting(context);
    for case in &context.ledger.cases {
        let unclaimed = case.unclaimed.iter().filter(|lack| topic(graph, lack) == wanted);
        let unclaimed = unclaimed.filter(|lack| !follows_from_conflict(lack, case.pact, &conflicting));
        for lack in unclaimed.filter(|lack| tell(lack)) {
            sink.push(without_clause(context, lack).help(help(case, lack)));
        }
    }
}

/// What a lack is as a finding.
pub(crate) fn finding(context: Context<'_>, found: &Found<'_>) -> Finding {
    without_clause(context, found.lack).under(found.case.pact, found.entry.node)
}

/// The same without the clause.
pub(crate) fn without_clause(context: Context<'_>, lack: &Lack) -> Finding {
    let graph = context.model.graph();
    let mut finding = Finding::about(lack.subject, graph.span(lack.subject), words::missing(context.model, lack));
    for (node, label) in beside(&lack.what) {
        finding = finding.related(graph.span(node), Message::new(label));
    }
    finding
}

/// More places than this are not shown.
const PLACES: usize = 4;
/// The same of members who count where too many do: among them is whoever has to be replaced.
const COUNTING: usize = 8;

/// Other nodes that belong to a lack, each with the message that says what it is.
pub(crate) fn beside(what: &Lacking) -> Vec<(NodeId, &'static str)> {
    let all = |nodes: &[NodeId], label: &'static str| nodes.iter().take(PLACES).map(|&node| (node, label)).collect();
    match what {
        Lacking::Overfilled { members, .. } | Lacking::Shared { members, .. } => all(members, "beside-member"),
        Lacking::TwoSeats { members, .. } => {
            members.iter().skip(1).take(PLACES).map(|&node| (node, "beside-member")).collect()
        }
        Lacking::Ineligible { seat, actor } => vec![(*seat, "beside-seat"), (*actor, "beside-actor")],
        Lacking::WrongNominator { seat, nominator } => vec![(*seat, "beside-seat"), (*nominator, "beside-nominator")],
        Lacking::Concept { concept, .. } => vec![(*concept, "beside-concept")],
        Lacking::Breach(breach) => beside_breach(breach),
        Lacking::Outside { meeting: Some(meeting), .. } => vec![(*meeting, "beside-meeting")],
        Lacking::PresentsEarly { at, last } => vec![(*at, "beside-presented"), (*last, "beside-meeting")],
        Lacking::MeetingAfter { decision } => vec![(*decision, "beside-decision")],
        Lacking::Premature { before } => vec![(*before, "beside-decision")],
        Lacking::Undecided { about, .. } => vec![(*about, "beside-about")],
        Lacking::Forbidden { path, .. } => path.last().map(|hop| vec![(hop.to, "beside-other")]).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The same for what is not as the law of a body has it.
fn beside_breach(breach: &Breach) -> Vec<(NodeId, &'static str)> {
    let all = |nodes: &[NodeId], label: &'static str| nodes.iter().take(PLACES).map(|&node| (node, label)).collect();
    match breach {
        Breach::Count(short) | Breach::Uneven(short) | Breach::PresentOfWhich(short) => {
            let counting = short.counting.iter().take(COUNTING).map(|&node| (node, "beside-counting"));
            counting.chain(all(&short.unknown, "beside-unknown")).collect()
        }
        Breach::FitnessUnsaid { seat }
        | Breach::Unfit { seat }
        | Breach::AbsentSeat { seat, .. }
        | Breach::UnfitAlternate { seat: Some(seat) } => {
            vec![(*seat, "beside-seat")]
        }
        Breach::RegionUnsaid { seat, actors } => {
            let mut beside = vec![(*seat, "beside-seat")];
            beside.extend(actors.iter().take(PLACES).map(|&actor| (actor, "beside-actor")));
            beside
        }
        Breach::NotJointly { seat, missing } => {
            let mut beside = vec![(*seat, "beside-seat")];
            beside.extend(missing.iter().take(PLACES).map(|&agent| (agent, "beside-not-joined")));
            beside
        }
        Breach::NotEach { nominator, .. } => vec![(*nominator, "beside-nominator")],
        Breach::Fallback { nominator, fact } => vec![(*nominator, "beside-nominator"), (*fact, "beside-fact")],
        Breach::WrongAppointer { to, appointer } => vec![(*to, "beside-law"), (*appointer, "beside-appointer")],
        Breach::AppointerUnknown { members }
        | Breach::SeveralInOffice { members, .. }
        | Breach::EndTogether { members, .. } => all(members, "beside-member"),
        Breach::OutsideOffice { provision, .. } => vec![(*provision, "beside-law")],
        Breach::TooManySeats { members, .. } | Breach::NeverBoth { members, .. } => {
            members.iter().skip(1).take(PLACES).map(|&member| (member, "beside-member")).collect()
        }
        Breach::SharedPeople { quotas, .. } => all(quotas, "beside-law"),
        Breach::OwnAlternate { member } | Breach::UnlikeAlternate { member: Some(member), .. } => {
            vec![(*member, "beside-member")]
        }
        Breach::OutlastsEvent { event, .. } => vec![(*event, "beside-event")],
        Breach::EndsBefore { meeting } => vec![(*meeting, "beside-meeting-after")],
        Breach::LongVacant { left, .. } => vec![(*left, "beside-left")],
        Breach::UncoveredDays { calendar, .. } => vec![(*calendar, "beside-calendar")],
        Breach::Irreconcilable { provisions, .. } => all(provisions, "beside-law"),
        Breach::AnotherPart { .. }
        | Breach::NobodyInOffice { .. }
        | Breach::PersonUnsaid
        | Breach::NoAlternate
        | Breach::UnfitAlternate { seat: None }
        | Breach::UnlikeAlternate { member: None, .. }
        | Breach::ForbiddenAlternate
        | Breach::TermTooLong { .. }
        | Breach::TermTooShort { .. }
        | Breach::TermUnknown { .. }
        | Breach::TooManyTerms { .. }
        | Breach::TooLongInAll { .. }
        | Breach::NoQuorum { .. }
        | Breach::AttendanceUnknown
        | Breach::ShortNotice { .. }
        | Breach::NotCalled { .. }
        | Breach::UnknownDays => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::{BTreeMap, BTreeSet},
        path::Path,
    };

    /// Where a rule looks at the topic of another one so as not to say the same again.
    const ONLY_LOOKS: [(&str, &str); 1] = [("MeetingOutside", "unpresented_results")];

    /// The topics as they are written, so that none can be forgotten here.
    fn topics() -> BTreeSet<String> {
        let source = include_str!("lacks.rs");
        let (_, rest) = source.split_once("pub(crate) enum Topic {").unwrap();
        let (body, _) = rest.split_once("\n}").unwrap();
        let names = body.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("///"));
        names.map(|name| name.trim_end_matches(',').to_owned()).collect()
    }

    /// The topics that a rule asks for lacks of.
    fn told_in(source: &str) -> BTreeSet<String> {
        const ASKS: [&str; 4] = [
            "lacks::report(context, sink, Topic::",
            "lacks::report_with(context, sink, Topic::",
            "lacks::report_where( context, sink, Topic::",
            "lacks::of_topic(context, Topic::",
        ];
        let words = source.split_whitespace().collect::<Vec<_>>().join(" ");
        let after = ASKS.iter().flat_map(|ask| words.split(ask).skip(1));
        after.map(|rest| rest.chars().take_while(char::is_ascii_alphabetic).collect()).collect()
    }

    #[test]
    fn every_topic_has_one_rule() {
        let mut rules: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
        let groups = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
        for file in groups.flat_map(|group| std::fs::read_dir(group).unwrap()).map(|entry| entry.unwrap().path()) {
            let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
            for topic in told_in(&std::fs::read_to_string(&file).unwrap()) {
                if !ONLY_LOOKS.contains(&(topic.as_str(), name.as_str())) {
                    rules.entry(topic).or_default().insert(name.clone());
                }
            }
        }
        let mut topics = topics();
        assert!(topics.remove("Untold"));
        assert!(topics.len() > 30, "{topics:?}");
        assert_eq!(
            rules.keys().cloned().collect::<BTreeSet<_>>(),
            topics,
            "a topic that no rule tells, or the reverse"
        );
        for (topic, rules) in rules {
            assert_eq!(rules.len(), 1, "{topic} is told by {rules:?}");
        }
    }
}
