//! What is not as the law of a body has it, in words.

use pact_core::{
    document::{
        amount::{Amount, AmountBounds, Limit},
        body::{Aspect, Distinct},
        composition::{Per, Population},
        pact::Role,
    },
    graph::{
        Graph,
        composition::{Asked, Group, GroupTest, Law, Notice, OfWhich, Quota, Whole},
        edge::EdgeKind,
        node::{Meeting, Member, NodeId, NodeKind},
        requirement::Target,
    },
    message::{Arg, Message, Thing},
    prove::{
        Gap, Lack,
        breach::{Amiss, Breach, NotThere, Remedy, Shortfall},
    },
    solve::tally::Prospect,
};

use super::shown;

/// More members than this are not named.
const NAMED: usize = 12;

/// What is not as the law has it.
pub(super) fn missing(graph: &Graph, lack: &Lack, breach: &Breach) -> Message {
    let thing = |node: NodeId| Thing::of(graph, node);
    let things = |nodes: &[NodeId]| Arg::Things(nodes.iter().map(|&node| thing(node)).collect());
    let said = |id: &'static str| Message::new(id).with("subject", thing(lack.subject));
    // What nobody says may still turn out to be right.
    let certain = if lack.gap == Gap::Pending { "no" } else { "yes" };
    match breach {
        Breach::Count(short) | Breach::PresentOfWhich(short) => count(graph, lack.subject, short),
        Breach::Uneven(short) => uneven(graph, lack.subject, short),
        Breach::AnotherPart { per, concept, open } => said("lack-another-part")
            .with("parts", concept.iter().len())
            .with("part", Arg::Things(concept.iter().map(|&node| thing(node)).collect()))
            .with("held", held(Some(*per)))
            .with("open", *open),
        Breach::FitnessUnsaid { seat } => {
            let keys = graph.seat_law(*seat).map(|law| asked_keys(graph, &law.eligible)).unwrap_or_default();
            said("lack-fitness-unsaid")
                .with("seat", thing(*seat))
                .with("count", keys.len())
                .with("keys", Arg::All(keys))
        }
        Breach::RegionUnsaid { seat, actors } => {
            said("lack-region-unsaid").with("seat", thing(*seat)).with("actors", things(actors))
        }
        Breach::Unfit { seat } => said("lack-unfit").with("seat", thing(*seat)),
        Breach::AbsentSeat { seat, why } => {
            let (why, day) = match *why {
                NotThere::Ahead(day) => ("ahead", Some(day)),
                NotThere::Over(day) => ("over", Some(day)),
                NotThere::Condition => ("condition", None),
            };
            said("lack-absent-seat").with("seat", thing(*seat)).with("why", why).with("day", shown(day))
        }
        Breach::NotJointly { seat, missing } => {
            said("lack-not-jointly").with("seat", thing(*seat)).with("missing", things(missing))
        }
        Breach::NotEach { nominator, found, asked } => said("lack-not-each")
            .with("nominator", thing(*nominator))
            .showing("found", *found)
            .with("asked", asked.unwrap_or(1))
            .with("how", if asked.is_some() { "exactly" } else { "at-least" }),
        Breach::Fallback { nominator, fact } => said("lack-fallback")
            .with("nominator", thing(*nominator))
            .with("certain", certain)
            .with("fact", thing(*fact)),
        Breach::WrongAppointer { to, appointer } => said("lack-appointer")
            .with("appointer", thing(*appointer))
            .with("as", appointed_as(graph, *to))
            .with("to", thing(*to)),
        Breach::AppointerUnknown { members } => said("lack-appointer-unknown")
            .with("as", appointed_as(graph, lack.subject))
            .with("members", things(members)),
        Breach::NobodyInOffice { office } => {
            of_body(graph, lack, "lack-nobody-in-office").with("office", office_name(*office))
        }
        Breach::SeveralInOffice { office, members } => of_body(graph, lack, "lack-several-in-office")
            .with("office", office_name(*office))
            .with("members", things(members)),
        Breach::OutsideOffice { office, .. } => {
            said("lack-outside-office").with("office", office_name(*office)).with("certain", certain)
        }
        Breach::TooManySeats { seats, members, most } => {
            let message = match seats.as_slice() {
                // In one seat with several places, or in a body without seats.
                [] | [_] => Message::new("lack-too-many-times"),
                _ => Message::new("lack-too-many-seats").with("seats", things(seats)),
            };
            message.with("members", things(members)).with("found", members.len()).with("most", *most)
        }
        Breach::NeverBoth { seats, members } => {
            Message::new("lack-never-both").with("seats", things(seats)).with("members", things(members))
        }
        Breach::PersonUnsaid => said("lack-person-unsaid"),
        Breach::SharedPeople { quotas, needed, found } => Message::new("lack-shared-people")
            .with("quotas", things(quotas))
            .showing("needed", *needed)
            .showing("found", *found),
        Breach::NoAlternate => said("lack-no-alternate"),
        Breach::UnfitAlternate { seat: None } => said("lack-unfit-alternate").with("certain", certain),
        Breach::UnfitAlternate { seat: Some(seat) } => {
            said("lack-unfit-alternate-seat").with("certain", certain).with("seat", thing(*seat))
        }
        Breach::UnlikeAlternate { member, what } => {
            let message = match member {
                Some(member) => said("lack-unlike-alternate").with("member", thing(*member)),
                None => said("lack-unlike-alternate-any"),
            };
            let (what, scheme) = match what {
                Aspect::Word(word) => (word.name(), Arg::from("–")),
                Aspect::Scheme(scheme) => ("scheme", Arg::from(thing(*scheme))),
            };
            message.with("certain", certain).with("what", what).with("scheme", scheme)
        }
        Breach::ForbiddenAlternate => said("lack-forbidden-alternate"),
        Breach::OwnAlternate { member } => said("lack-own-alternate").with("member", thing(*member)),
        Breach::TermTooLong { at_most, until } => said("lack-term-too-long")
            .with("ended", ended(graph, lack.subject))
            .with("from", term(graph, lack.subject, false))
            .with("to", term(graph, lack.subject, true))
            .with("most", *at_most)
            .with("until", *until),
        Breach::TermTooShort { at_least, until } => said("lack-term-too-short")
            .with("from", term(graph, lack.subject, false))
            .with("to", term(graph, lack.subject, true))
            .with("least", *at_least)
            .with("until", *until),
        Breach::TermUnknown { key: "person" } => said("lack-term-whose"),
        Breach::TermUnknown { key } => said("lack-term-unknown").with("key", *key),
        Breach::TooManyTerms { terms, most, anew_after } => {
            let message = match anew_after {
                Some(anew) => said("lack-too-many-terms-in-a-row").with("break", *anew),
                None => said("lack-too-many-terms"),
            };
            message.with("terms", *terms).with("most", *most)
        }
        Breach::TooLongInAll { at_most, until, anew_after } => {
            let message = match anew_after {
                Some(anew) => said("lack-too-long-in-a-row").with("break", *anew),
                None => said("lack-too-long-in-all"),
            };
            message
                .with("ended", ended(graph, lack.subject))
                .with("to", term(graph, lack.subject, true))
                .with("most", *at_most)
                .with("until", *until)
        }
        Breach::OutlastsEvent { event, until } => said("lack-outlasts-event")
            .with("ended", ended(graph, lack.subject))
            .with("to", term(graph, lack.subject, true))
            .with("event", thing(*event))
            .with("until", *until),
        Breach::EndTogether { members, most, within, from } => of_body(graph, lack, "lack-end-together")
            .with("count", members.len())
            .with("members", things(members))
            .with("most", *most)
            .with("within", *within)
            .with("from", *from),
        Breach::EndsBefore { meeting } => said("lack-ends-before")
            .with("certain", certain)
            .with("to", term(graph, lack.subject, true))
            .with("meeting", thing(*meeting))
            .with("date", super::date_of(graph, *meeting).map_or_else(|| Arg::from("–"), Arg::from)),
        Breach::LongVacant { left, due } => said("lack-long-vacant")
            .with("left", thing(*left))
            .with("to", term(graph, *left, true))
            .with("certain", certain)
            .with("due", *due),
        Breach::NoQuorum { body, present, needed, whole, votes } => said("lack-no-quorum")
            .with("votes", if *votes { "yes" } else { "no" })
            .with("of", occasion(graph, lack.subject))
            .with("certain", certain)
            .with("body", thing(*body))
            .showing("present", *present)
            .showing("needed", *needed)
            .showing("whole", *whole),
        Breach::AttendanceUnknown => said("lack-attendance-unknown").with("of", occasion(graph, lack.subject)),
        Breach::ShortNotice { asked, due } => {
            let called = graph.downcast::<Meeting>(lack.subject).and_then(|id| graph.get(id).called);
            match called {
                Some(called) => {
                    called_by(graph, lack, "lack-short-notice", *due).with("asked", *asked).with("called", called.date)
                }
                None => called_by(graph, lack, "lack-no-notice", *due).with("asked", *asked),
            }
        }
        Breach::NotCalled { asked, due } => called_by(graph, lack, "lack-not-called", *due).with("asked", *asked),
        Breach::UnknownDays => said("lack-unknown-days").with(
            "of",
            match graph.kind(lack.subject) {
                NodeKind::Meeting => "notice",
                NodeKind::Seat => "vacancy",
                _ => "terms",
            },
        ),
        Breach::UncoveredDays { calendar, covers } => said("lack-uncovered-days")
            .with("on", shown(super::date_of(graph, lack.subject)))
            .with("calendar", thing(*calendar))
            .with("from", covers.0)
            .with("to", covers.1),
        Breach::Irreconcilable { provisions, smallest } => said("lack-irreconcilable")
            .with("provisions", things(provisions))
            .with("smallest", if *smallest { "yes" } else { "no" }),
    }
}

/// A message about the body that a provision is on.
fn of_body(graph: &Graph, lack: &Lack, id: &'static str) -> Message {
    let body = graph.head(lack.subject).parent.unwrap_or(lack.subject);
    Message::new(id).with("body", Thing::of(graph, body))
}

/// A message about a meeting that has to be called in time.
fn called_by(graph: &Graph, lack: &Lack, id: &'static str, due: Option<impl Into<Arg>>) -> Message {
    let message = Message::new(id)
        .with("subject", Thing::of(graph, lack.subject))
        .with("on", shown(super::date_of(graph, lack.subject)))
        .with("told", if due.is_some() { "yes" } else { "no" });
    message.with("due", due.map_or_else(|| Arg::from("–"), Into::into))
}

pub(super) fn office_name(office: Role) -> &'static str {
    if office == Role::Deputy { "deputy" } else { "chair" }
}

/// To what somebody is appointed.
fn appointed_as(graph: &Graph, to: NodeId) -> &'static str {
    match graph.law(to) {
        Some(Law::Deputy(_)) => "deputy",
        Some(Law::Chair(_)) => "chair",
        _ => "seat",
    }
}

/// The first or the last day of a membership.
fn term(graph: &Graph, member: NodeId, end: bool) -> Arg {
    let data = graph.downcast::<Member>(member).map(|id| graph.get(id));
    shown(data.and_then(|data| if end { data.to } else { data.from }).map(|date| date.date))
}

/// Whether a membership has a last day.
fn ended(graph: &Graph, member: NodeId) -> &'static str {
    let data = graph.downcast::<Member>(member).map(|id| graph.get(id));
    if data.is_some_and(|data| data.to.is_some()) { "yes" } else { "no" }
}

fn occasion(graph: &Graph, node: NodeId) -> &'static str {
    if graph.kind(node) == NodeKind::AgendaItem { "item" } else { "meeting" }
}

/// What the law says of one end of what is allowed.
struct End {
    /// How it is compared.
    how: &'static str,
    /// With what.
    amount: Amount,
    /// The number of heads that this is.
    heads: u64,
}

/// The end of the bounds that is not kept, or may not be.
fn end(short: &Shortfall, upper: bool) -> End {
    let needed = short.needed;
    let heads = if upper { needed.most.unwrap_or(needed.least) } else { needed.least };
    let plain = Amount::Heads(u32::try_from(heads).unwrap_or(u32::MAX));
    let bounds = short.bounds.unwrap_or(AmountBounds { at_least: None, at_most: None });
    let how = |limit: Limit, up: bool| match (limit.amount, limit.strict, up) {
        _ if bounds.at_least == bounds.at_most => "exactly",
        (Amount::Majority, ..) => "majority",
        (_, true, false) => "more-than",
        (_, false, false) => "at-least",
        (_, true, true) => "less-than",
        (_, false, true) => "at-most",
    };
    match if upper { bounds.at_most } else { bounds.at_least } {
        Some(limit) => End { how: how(limit, upper), amount: limit.amount, heads },
        None => End { how: if upper { "at-most" } else { "at-least" }, amount: plain, heads },
    }
}

/// How it can still come right, or what that takes.
fn prospect(short: &Shortfall, upper: bool, weighed: bool) -> (&'static str, u64) {
    let unknown = short.unknown.len();
    // More of those who are no members can be named.
    let listed = matches!(short.population, Population::Alternates | Population::Nominees | Population::Observers);
    if let (Prospect::Possible, Some(Remedy::Fill(number))) = (short.prospect, short.remedy) {
        return ("fill", number);
    }
    match (short.prospect, upper) {
        (Prospect::Impossible, _) if weighed => (if short.vacant > 0 { "beyond" } else { "none" }, 0),
        (Prospect::Impossible, true) if listed => ("surplus", short.missing().max(1)),
        (Prospect::Impossible, _) => match short.remedy {
            Some(Remedy::Replace(number)) if upper && short.either > 0 => ("too-many-open", number),
            Some(Remedy::Replace(number)) if upper => ("too-many", number),
            Some(Remedy::Replace(number)) if short.open > 0 => ("replace-open", number),
            Some(Remedy::Replace(number)) if short.vacant > 0 => ("replace", number),
            Some(Remedy::Replace(number)) => ("replace-full", number),
            Some(Remedy::AtMost(number)) => ("room", number),
            Some(Remedy::AtLeast(number)) => ("forced", number),
            // Of a whole of which no number is the share nothing can be said but that.
            Some(Remedy::Fill(_)) | None => ("none", 0),
        },
        (Prospect::Possible, false) if short.missing() == 0 => ("none", 0),
        (Prospect::Possible, _) if weighed => (if short.vacant > 0 { "votes" } else { "none" }, 0),
        (Prospect::Possible, _) if short.open == 0 => ("none", 0),
        (Prospect::Possible, false) if unknown > 0 => ("open-at-most", short.missing().min(short.open)),
        (Prospect::Possible, false) if short.missing() >= short.open => ("open-all", short.open),
        (Prospect::Possible, false) => ("open", short.missing()),
        // Somebody who does not count, in a place that may stay empty, can make room for one who does.
        (Prospect::Possible, true) if short.optional > 0 => ("votes", 0),
        (Prospect::Possible, true) => match short.needed.most.unwrap_or(0).saturating_sub(short.counted) {
            0 => ("open-none", 0),
            room => ("open-others", room.min(short.open)),
        },
        _ => ("none", 0),
    }
}

/// A number or a share that is not what it has to be.
fn count(graph: &Graph, subject: NodeId, short: &Shortfall) -> Message {
    // Where enough are counted already, too many may still be.
    let enough = short.needed.most.is_some() && short.counted >= short.needed.least;
    let upper = short.amiss == Amiss::Many || enough;
    let end = end(short, upper);
    let quota = quota(graph, subject);
    let by_size = quota.is_some_and(|quota| matches!(quota.amount, Asked::BySize(_)));
    let kind = match short.bounds {
        _ if by_size => "size",
        Some(bounds) if bounds.is_share() => "share",
        _ => "heads",
    };
    let number = match end.amount {
        Amount::Heads(heads) => u64::from(heads),
        _ => 0,
    };
    let of = match quota.and_then(|quota| quota.of.as_ref()) {
        Some(Whole::Group(_)) => None,
        Some(Whole::Population(whole)) => Some(*whole),
        // Alternates are a share of those for whom they stand in.
        None if quota.is_none() => Some(Population::Members),
        None => Some(short.population),
    };
    // Places are no votes, and of a member it is not said how many it has.
    let weighed = short.population == Population::Votes || of == Some(Population::Votes);
    // Whoever was not there cannot be put there afterwards.
    let past = matches!(graph.kind(subject), NodeKind::Meeting | NodeKind::AgendaItem);
    let (prospect, places) = if past { ("none", 0) } else { prospect(short, upper, weighed) };
    let such = counted_group(graph, subject, short);
    let distinct = quota.and_then(|quota| quota.distinct);
    let message = about("lack-count", graph, subject, short)
        .with(
            "distinct",
            match distinct {
                None => "none",
                Some(Aspect::Word(word)) => word.name(),
                Some(Aspect::Scheme(_)) => "scheme",
            },
        )
        .with("suches", such.len())
        .with("such", Arg::AnyThing(such))
        .with("may", if upper && end.how != "exactly" { "may" } else { "must" })
        .with("how", end.how)
        .with("amount", end.amount)
        .with("kind", kind);
    let message = match kind {
        "share" => message.with(
            "population",
            Arg::Words(vec![of.map_or("population-group".into(), |of| population(of, short.whole).into())]),
        ),
        "heads" if distinct.is_some() => {
            message.with("population", Arg::Words(vec![different(distinct, number).into()]))
        }
        _ => message.with("population", Arg::Words(vec![population(short.population, number).into()])),
    };
    message
        .showing("whole", short.whole)
        .showing("sized", Arg::Words(vec![population(of.unwrap_or(short.population), short.whole).into()]))
        .showing("which", if short.needed.is_empty() { "none" } else { "number" })
        .showing("heads", end.heads)
        .showing("counted", short.counted)
        .showing("prospect", prospect)
        .showing("places", places)
        .showing("open", short.open)
        .showing("either", short.either)
        .showing("vacant", short.vacant)
}

/// Two groups that are not equally large.
fn uneven(graph: &Graph, subject: NodeId, short: &Shortfall) -> Message {
    let parity = quota(graph, subject).and_then(|quota| match &quota.amount {
        Asked::SameAs { group, within } => Some((&quota.count, group, *within)),
        _ => None,
    });
    let within = parity.map_or(0, |(.., within)| within);
    let others = short.needed.most.map_or(0, |most| most.saturating_sub(u64::from(within)));
    let prospect = match short.prospect {
        Prospect::Possible if short.open > 0 => "open",
        Prospect::Impossible if short.open == 0 => "replace-full",
        Prospect::Impossible => "replace",
        _ => "none",
    };
    let one = parity.map(|(count, ..)| such(graph, count)).unwrap_or_default();
    let other = parity.map(|(_, group, _)| such(graph, group)).unwrap_or_default();
    let named = usize::from(!one.is_empty() && !other.is_empty());
    about("lack-uneven", graph, subject, short)
        .with("named", named)
        .with("one", Arg::AnyThing(one))
        .with("other", Arg::AnyThing(other))
        .with("within", within)
        .showing("counted", short.counted)
        .showing("others", others)
        .showing("prospect", prospect)
        .showing("open", short.open)
}

/// What a count is about, and of whom it is not known whether they count.
fn about(id: &'static str, graph: &Graph, subject: NodeId, short: &Shortfall) -> Message {
    let place = match graph.kind(subject) {
        NodeKind::Seat => "seat",
        NodeKind::Meeting => "meeting",
        NodeKind::AgendaItem => "item",
        _ => "law",
    };
    let quota = quota(graph, subject);
    // Beside a concept it is said apart whose members are counted; else that is the part itself.
    let (concept, whose) = match quota {
        Some(quota) if quota.every.is_none() && quota.per.is_some() => (None, short.part),
        _ => (short.part, short.apart),
    };
    let held = held(quota.and_then(|quota| quota.per).filter(|_| whose.is_some()));
    let things = |nodes: Option<NodeId>| nodes.iter().map(|&node| Thing::of(graph, node)).collect::<Vec<Thing>>();
    let part = things(concept);
    let names: Vec<String> = short.unknown.iter().take(NAMED).map(|&node| graph.name(node).to_owned()).collect();
    let more = short.unknown.len().saturating_sub(names.len());
    Message::new(id)
        .with("subject", Thing::of(graph, subject))
        .with("place", place)
        .with("parts", part.len())
        .with("part", Arg::Things(part))
        .with("held", held)
        .with("whose", Arg::Things(things(whose)))
        .showing("unknowns", short.unknown.len())
        .showing("unknown", Arg::All(names))
        .showing("more", more)
}

/// The keys of a member that say whether it is in a group, each once, in the order of the group.
fn asked_keys(graph: &Graph, group: &Group) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    let mut open: Vec<&Group> = vec![group];
    while let Some(here) = open.pop() {
        for test in &here.tests {
            let of_concept = |targets: &[Target]| {
                let concept = targets.iter().find_map(|&target| graph.meant(target))?;
                let scheme = graph.outgoing(concept, EdgeKind::InScheme).first()?;
                Some(if EdgeKind::Gender.info().scheme == Some(graph.name(scheme.node)) { "gender" } else { "is" })
            };
            let key = match test {
                GroupTest::Concept(targets) => of_concept(targets).unwrap_or("is"),
                GroupTest::Actor(_) | GroupTest::Region(_) => "actor",
                GroupTest::NominatedBy(_) => "nominated-by",
                GroupTest::AppointedBy(_) => "appointed-by",
                GroupTest::Role(_) => "role",
                GroupTest::MemberOf(_) | GroupTest::ChairOf(_) => "person",
                GroupTest::Seat(_) | GroupTest::Vote(_) => "seat",
                GroupTest::AllOf(groups) | GroupTest::AnyOf(groups) | GroupTest::NoneOf(groups) => {
                    open.extend(groups.iter().rev());
                    continue;
                }
            };
            if !keys.iter().any(|known| known == key) {
                keys.push(key.to_owned());
            }
        }
    }
    keys
}

/// To whom a count is held apart.
fn held(per: Option<Per>) -> &'static str {
    match per {
        None => "none",
        Some(Per::Nominator) => "nominator",
        Some(Per::Actor) => "actor",
        Some(Per::Region) => "region",
        Some(Per::Seat) => "seat",
    }
}

/// What is said of the notice of the meetings of the body of a meeting.
pub(super) fn notice(graph: &Graph, meeting: NodeId) -> Option<&Notice> {
    let body = graph.outgoing(meeting, EdgeKind::MeetingOf).first()?;
    graph.incoming(body.node, EdgeKind::ProvisionOf).iter().find_map(|provision| match graph.law(provision.node) {
        Some(Law::Notice(notice)) => Some(notice),
        _ => None,
    })
}

fn quota(graph: &Graph, provision: NodeId) -> Option<&Quota> {
    match graph.law(provision) {
        Some(Law::Quota(quota)) => Some(quota),
        _ => None,
    }
}

/// Whom a count is of, where that can be said by naming something.
fn counted_group(graph: &Graph, subject: NodeId, short: &Shortfall) -> Vec<Thing> {
    let named = |all: &[OfWhich]| {
        let mut open: Vec<&OfWhich> = all.iter().collect();
        while let Some(one) = open.pop() {
            if one.span == short.said {
                return such(graph, &one.group);
            }
            open.extend(&one.of_which);
        }
        Vec::new()
    };
    if let Some(quota) = quota(graph, subject) {
        return such(graph, &quota.count);
    }
    if let Some(law) = graph.seat_law(subject) {
        return named(&law.of_which);
    }
    let meeting = graph.outgoing(subject, EdgeKind::ItemOf).first().map_or(subject, |meeting| meeting.node);
    let body = graph.outgoing(meeting, EdgeKind::MeetingOf).first();
    let provisions = body.map_or(&[][..], |body| graph.incoming(body.node, EdgeKind::ProvisionOf));
    let quorum = provisions.iter().find_map(|provision| match graph.law(provision.node) {
        Some(Law::Quorum(quorum)) => Some(quorum),
        _ => None,
    });
    quorum.map(|quorum| named(&quorum.of_which)).unwrap_or_default()
}

/// What a group is of, where one test says so by naming things. Several tests are better told by the label of the provision.
fn such(graph: &Graph, group: &Group) -> Vec<Thing> {
    let [test] = group.tests.as_slice() else { return Vec::new() };
    let named = |targets: &[Target]| {
        targets.iter().filter_map(|&target| graph.meant(target)).map(|node| Thing::of(graph, node)).collect()
    };
    match test {
        GroupTest::Seat(targets)
        | GroupTest::Actor(targets)
        | GroupTest::Region(targets)
        | GroupTest::Concept(targets)
        | GroupTest::NominatedBy(targets)
        | GroupTest::AppointedBy(targets)
        | GroupTest::MemberOf(targets)
        | GroupTest::ChairOf(targets) => named(targets),
        GroupTest::Role(roles) => roles.iter().map(|role| Thing { id: role.name().to_owned(), label: None }).collect(),
        GroupTest::AllOf(groups) | GroupTest::AnyOf(groups) => match groups.as_slice() {
            [one] => such(graph, one),
            _ => Vec::new(),
        },
        GroupTest::Vote(_) | GroupTest::NoneOf(_) => Vec::new(),
    }
}

/// The word for so many of a population.
fn population(of: Population, number: u64) -> &'static str {
    let one = number == 1;
    match of {
        Population::Seats if one => "population-seat",
        Population::Seats => "population-seats",
        Population::Members if one => "population-member",
        Population::Members => "population-members",
        Population::AppointedMembers if one => "population-appointed-member",
        Population::AppointedMembers => "population-appointed-members",
        Population::VotingMembers if one => "population-voting-member",
        Population::VotingMembers => "population-voting-members",
        Population::Votes if one => "population-vote",
        Population::Votes => "population-votes",
        Population::Alternates if one => "population-alternate",
        Population::Alternates => "population-alternates",
        Population::Nominees if one => "population-nominee",
        Population::Nominees => "population-nominees",
        Population::Observers if one => "population-observer",
        Population::Observers => "population-observers",
    }
}

/// The word for so many that differ.
fn different(by: Option<Aspect<Target>>, number: u64) -> &'static str {
    let one = number == 1;
    let by = match by {
        Some(Aspect::Scheme(_)) if one => return "population-one-concept",
        Some(Aspect::Scheme(_)) => return "population-different-concepts",
        Some(Aspect::Word(word)) => Some(word),
        None => None,
    };
    match by {
        Some(Distinct::Actor) if one => "population-one-actor",
        Some(Distinct::Actor) => "population-different-actors",
        Some(Distinct::Region) if one => "population-one-region",
        Some(Distinct::Region) => "population-different-regions",
        Some(Distinct::Nominator) if one => "population-one-nominator",
        Some(Distinct::Nominator) => "population-different-nominators",
        Some(Distinct::Person) | None if one => "population-one-person",
        Some(Distinct::Person) | None => "population-different-persons",
    }
}

#[cfg(test)]
mod tests {
    use pact_core::{
        document::{composition::Population, value::PartialDate},
        load::Input,
        message::Language,
        report::{Options, Report},
    };

    fn report(terms: &str, pact: &str, as_of: Option<&str>) -> Report {
        let mut input = Input::new();
        let head = "terms: 1\nid: t\ntitle: T\nschemes: { gender: { w: { label: { en: Women, da: Kvinder } }, m: { label: { en: Men, da: Mænd } } } }";
        input.add("terms.yaml", format!("{head}\n{terms}clauses: {{ A: {{ force: must, text: A. }} }}\n"));
        let head = "pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\n";
        input.add("pact.yaml", format!("{head}{pact}"));
        let as_of = as_of.map(|day| PartialDate::parse(day).unwrap());
        let report = crate::check(input, &Options { as_of, ..Options::default() });
        assert!(report.model.faults().is_empty(), "{:?}", report.model.faults());
        report
    }

    /// What clause `A` rests on, in a language.
    fn evidence(language: Language, terms: &str, pact: &str) -> Vec<String> {
        let report = report(terms, pact, None);
        let words = crate::messages::catalogue(language).unwrap();
        let entries = report.ledger.cases.iter().flat_map(|case| &case.entries);
        let witnesses = entries.flat_map(|entry| &entry.proof.witnesses);
        witnesses.map(|witness| words.text(&super::super::evidence(&report.model, witness))).collect()
    }

    /// What the law of a body lacks, in a language, in the order of the ledger. Empty seats are left out.
    fn lacks(language: Language, terms: &str, pact: &str, as_of: Option<&str>) -> Vec<String> {
        let report = report(terms, pact, as_of);
        let words = crate::messages::catalogue(language).unwrap();
        let lacks = report.ledger.cases.iter().flat_map(|case| &case.entries).flat_map(|entry| &entry.proof.lacks);
        let lacks = lacks.filter(|lack| matches!(lack.what, pact_core::prove::Lacking::Breach(_)));
        lacks.map(|lack| words.text(&super::super::missing(&report.model, lack))).collect()
    }

    fn quota(seats: &str, quota: &str, members: &[&str]) -> [Vec<String>; 2] {
        let terms = format!(
            "bodies: {{ b: {{ seats: {{ {seats} }}, quotas: {{ q: {{ label: Q, clause: A, {quota} }} }} }} }}\n"
        );
        let members =
            members.iter().enumerate().map(|(at, member)| format!("  m{}: {{ body: b, {member} }}\n", at + 1));
        let pact = format!("members:\n{}", members.collect::<String>());
        Language::ALL.map(|language| lacks(language, &terms, &pact, None))
    }

    #[test]
    fn a_number_says_what_is_needed_what_is_there_and_what_can_still_be_done() {
        const SEAT: &str = "s: { places: 5 }";
        let (w, m, x) = ("seat: s, gender: w", "seat: s, gender: m", "seat: s");
        let women = "count: { gender: w }, at-least: 40 %";
        let cases = [
            (
                quota(SEAT, women, &[w, m, m, m]),
                "“Q” (`q`), “Women” (`w`): there must be at least 40 % of 5 members, which is 2; there is 1; the open place must go to somebody who counts",
                "»Q« (`q`), »Kvinder« (`w`): der skal være mindst 40 % af 5 medlemmer, det vil sige 2; der er 1; den åbne plads skal gå til nogen, der tæller med",
            ),
            (
                quota(SEAT, women, &[w, m, m, m, m]),
                "“Q” (`q`), “Women” (`w`): there must be at least 40 % of 5 members, which is 2; there is 1; no place is open: 1 member has to be replaced",
                "»Q« (`q`), »Kvinder« (`w`): der skal være mindst 40 % af 5 medlemmer, det vil sige 2; der er 1; ingen plads er åben: 1 medlem skal skiftes ud",
            ),
            (
                quota(SEAT, women, &[m, m, m, m]),
                "“Q” (`q`), “Women” (`w`): there must be at least 40 % of 5 members, which is 2; there is none; the open place must go to somebody who counts, and beside that 1 member has to be replaced",
                "»Q« (`q`), »Kvinder« (`w`): der skal være mindst 40 % af 5 medlemmer, det vil sige 2; der er ingen; den åbne plads skal gå til nogen, der tæller med, og derudover skal 1 medlem skiftes ud",
            ),
            (
                quota(SEAT, "every: gender, at-least: 2", &[w, w, m, x, x]),
                "“Q” (`q`), “Men” (`m`): there must be at least 2 members; there is 1; of `m4` and `m5` it is not known",
                "»Q« (`q`), »Mænd« (`m`): der skal være mindst 2 medlemmer; der er 1; om `m4` og `m5` vides det ikke",
            ),
            (
                quota(SEAT, "count: { gender: w }, at-most: 1", &[w, w, m, m, m]),
                "“Q” (`q`), “Women” (`w`): there may be at most 1 member; there are 2; 1 member has to be replaced",
                "»Q« (`q`), »Kvinder« (`w`): der må være højst 1 medlem; der er 2; 1 medlem skal skiftes ud",
            ),
            (
                quota(SEAT, "count: { gender: w }, at-most: 1", &[w, m, m, m]),
                "“Q” (`q`), “Women” (`w`): there may be at most 1 member; there is 1; the open place may not go to somebody who counts",
                "»Q« (`q`), »Kvinder« (`w`): der må være højst 1 medlem; der er 1; den åbne plads må ikke gå til nogen, der tæller med",
            ),
            (
                quota(SEAT, "count: { gender: w }, at-least: majority, of: voting-members", &[w, w, m, m, m]),
                "“Q” (`q`), “Women” (`w`): there must be a majority of 5 members with a vote, which is 3; there are 2; no place is open: 1 member has to be replaced",
                "»Q« (`q`), »Kvinder« (`w`): der skal være et flertal af 5 stemmeberettigede medlemmer, det vil sige 3; der er 2; ingen plads er åben: 1 medlem skal skiftes ud",
            ),
            (
                quota(SEAT, "count: { gender: w }, by-size: { 4-5: 2 }", &[w, m, m, m, m]),
                "“Q” (`q`), “Women” (`w`): there must be at least 2 members where there are 5 members; there is 1; no place is open: 1 member has to be replaced",
                "»Q« (`q`), »Kvinder« (`w`): der skal være mindst 2 medlemmer, når der er 5 medlemmer; der er 1; ingen plads er åben: 1 medlem skal skiftes ud",
            ),
            (
                quota("s: { places: 4 }", "count: { gender: w }, same-as: { gender: m }", &[w, m, m, m]),
                "“Q” (`q`): there must be as many “Women” (`w`) as “Men” (`m`); there are 1 and 3; no place is open: members have to be replaced",
                "»Q« (`q`): der skal være lige så mange »Kvinder« (`w`) som »Mænd« (`m`); der er 1 og 3; ingen plads er åben: medlemmer skal skiftes ud",
            ),
        ];
        for ([english, danish], in_english, in_danish) in cases {
            assert_eq!(english, [in_english]);
            assert_eq!(danish, [in_danish]);
        }
    }

    #[test]
    fn whose_members_are_short_is_said() {
        let terms = |quota: &str| {
            format!(
                "actors: {{ u: {{ label: {{ en: The union, da: Fagforeningen }} }}, f: {{}} }}\nbodies: {{ b: {{ seats: {{ s: {{ places: 2, nominated-by: [u, f] }} }}, quotas: {{ q: {{ label: Q, clause: A, {quota} }} }} }} }}\n"
            )
        };
        let pact = "members: { m1: { body: b, seat: s, nominated-by: u, gender: w }, m2: { body: b, seat: s, nominated-by: f, gender: m } }\n";
        let said = |quota: &str| Language::ALL.map(|language| lacks(language, &terms(quota), pact, None));
        let [english, danish] = said("every: gender, per: nominator, at-least: 1");
        assert_eq!(
            english,
            [
                "“Q” (`q`), “Women” (`w`), among those nominated by `f`: there must be at least 1 member; there is none; no place is open: 1 member has to be replaced",
                "“Q” (`q`), “Men” (`m`), among those nominated by “The union” (`u`): there must be at least 1 member; there is none; no place is open: 1 member has to be replaced",
            ]
        );
        assert_eq!(
            danish[1],
            "»Q« (`q`), »Mænd« (`m`), blandt dem, »Fagforeningen« (`u`) har indstillet: der skal være mindst 1 medlem; der er ingen; ingen plads er åben: 1 medlem skal skiftes ud"
        );
        let [english, _] = said("count: { gender: w }, per: nominator, at-least: 1");
        assert_eq!(english.len(), 1);
        assert!(english[0].starts_with("“Q” (`q`), “Women” (`w`), among those nominated by `f`: "), "{english:?}");
    }

    #[test]
    fn what_is_not_said_of_actors_and_persons_is_named() {
        let terms = "regions: { n: {}, o: {} }\nbodies: { b: { seats: { s: { places: 2, distinct: region, clause: A }, t: {} }, quotas: { q: { label: Q, distinct: region, at-least: 3, clause: A } }, hats: { never-both: [[s, t]], clause: A } } }\n";
        let pact = "actors: { one: { region: n }, two: { label: { en: Town, da: By } } }\nmembers: { m1: { body: b, seat: s, actor: one }, m2: { body: b, seat: s, actor: two }, m3: { body: b, seat: t, actor: two } }\n";
        let [mut english, mut danish] = Language::ALL.map(|language| lacks(language, terms, pact, None));
        english.sort();
        danish.sort();
        assert_eq!(
            english,
            [
                "it is not said which region “Town” (`two`) belongs to, for whom the member `m2` sits; the members in the seat `s` have to come from different regions",
                "it is not said who the member `m1` is (`person`), so that one person may have seats that do not go together",
                "“Q” (`q`): there must be at least 3 different regions; there is 1; of `m2` and `m3` the region is not said",
            ]
        );
        assert_eq!(
            danish,
            [
                "det fremgår ikke, hvem medlemmet `m1` er (`person`), så én person kan have pladser, der ikke må forenes",
                "det fremgår ikke, hvilken region »By« (`two`) hører til, som medlemmet `m2` repræsenterer; medlemmerne på pladsen `s` skal komme fra hver sin region",
                "»Q« (`q`): der skal være mindst 3 forskellige regioner; der er 1; om `m2` og `m3` fremgår regionen ikke",
            ]
        );
    }

    #[test]
    fn what_would_put_a_number_right_is_said_where_something_would() {
        let (w, m, x) = ("seat: s, gender: w", "seat: s, gender: m", "seat: s");
        const OPTIONAL: &str = "s: { places: 2 }, u: { places: 2, optional: true }";
        let cases = [
            // A place that may stay empty makes the whole larger, and too many few enough.
            (
                quota(OPTIONAL, "count: { gender: w }, at-most: 50 %, of: members", &[w, w, "seat: u, gender: m"]),
                "“Q” (`q`), “Women” (`w`): there may be at most 50 % of 3 members, which is 1; there are 2; that comes right when 1 open place is filled by somebody who does not count",
                "»Q« (`q`), »Kvinder« (`w`): der må være højst 50 % af 3 medlemmer, det vil sige 1; der er 2; det kommer i orden, når 1 åben plads besættes med nogen, der ikke tæller med",
            ),
            (
                quota(
                    "s: { places: 2, votes: 3 }, u: { places: 2, votes: 3, optional: true }",
                    "count: { gender: w }, at-most: 50 %, of: votes",
                    &[w, w, "seat: u, gender: m"],
                ),
                "“Q” (`q`), “Women” (`w`): there may be at most 50 % of 9 votes, which is 4; there are 6; how the open place is filled can still put it right",
                "»Q« (`q`), »Kvinder« (`w`): der må være højst 50 % af 9 stemmer, det vil sige 4; der er 6; besættelsen af den åbne plads kan endnu rette op på det",
            ),
            // Nobody can be half of five.
            (
                quota("s: { places: 5 }", "count: { gender: w }, exactly: 1/2, of: members", &[w, w, w, m, m]),
                "“Q” (`q`), “Women” (`w`): there must be exactly 50 % of 5 members, which no number of members is; there are 3",
                "»Q« (`q`), »Kvinder« (`w`): der skal være præcis 50 % af 5 medlemmer, hvad intet antal medlemmer er; der er 3",
            ),
            // Those seats are for others.
            (
                quota(
                    "e: { places: 2, eligible: { gender: m } }, s: { places: 2 }",
                    "count: { gender: w }, at-least: 3",
                    &[w],
                ),
                "“Q” (`q`), “Women” (`w`): there must be at least 3 members; there is 1; whoever is appointed, there is room for no more than 2 who count",
                "»Q« (`q`), »Kvinder« (`w`): der skal være mindst 3 medlemmer; der er 1; uanset hvem der udpeges, er der kun plads til 2, der tæller med",
            ),
            (
                quota("s: { places: 2, eligible: { gender: w } }", "count: { gender: w }, at-most: 1", &[w, w]),
                "“Q” (`q`), “Women” (`w`): there may be at most 1 member; there are 2; whoever is appointed, there are at least 2 who count",
                "»Q« (`q`), »Kvinder« (`w`): der må være højst 1 medlem; der er 2; uanset hvem der udpeges, er der mindst 2, der tæller med",
            ),
            // Both are needed.
            (
                quota("s: { places: 8 }", "count: { gender: w }, at-least: 30 %", &[w, m, m, m, m, m, m]),
                "“Q” (`q`), “Women” (`w`): there must be at least 30 % of 8 members, which is 3; there is 1; the open place must go to somebody who counts, and beside that 1 member has to be replaced",
                "»Q« (`q`), »Kvinder« (`w`): der skal være mindst 30 % af 8 medlemmer, det vil sige 3; der er 1; den åbne plads skal gå til nogen, der tæller med, og derudover skal 1 medlem skiftes ud",
            ),
            (
                quota("s: { places: 5 }", "count: { gender: w }, at-most: 1", &[w, w, m]),
                "“Q” (`q`), “Women” (`w`): there may be at most 1 member; there are 2; 1 member has to be replaced, and none of the 2 open places may go to somebody who counts",
                "»Q« (`q`), »Kvinder« (`w`): der må være højst 1 medlem; der er 2; 1 medlem skal skiftes ud, og ingen af de 2 åbne pladser må gå til nogen, der tæller med",
            ),
            // If nobody knows of one, it may be more who have to be replaced.
            (
                quota("s: { places: 4 }", "count: { gender: w }, at-least: 3", &[w, x, m, m]),
                "“Q” (`q`), “Women” (`w`): there must be at least 3 members; there is 1; of `m2` it is not known; no place is open: at least 1 member has to be replaced",
                "»Q« (`q`), »Kvinder« (`w`): der skal være mindst 3 medlemmer; der er 1; om `m2` vides det ikke; ingen plads er åben: mindst 1 medlem skal skiftes ud",
            ),
            // Places that are open, and not to those who count.
            (
                quota("e: { eligible: { gender: m } }, s: { places: 2 }", "count: { gender: w }, at-least: 2", &[w, m]),
                "“Q” (`q`), “Women” (`w`): there must be at least 2 members; there is 1; no appointment to an open place can put that right: 1 member has to be replaced",
                "»Q« (`q`), »Kvinder« (`w`): der skal være mindst 2 medlemmer; der er 1; ingen udpegning til en åben plads kan rette op på det: 1 medlem skal skiftes ud",
            ),
        ];
        for ([english, danish], in_english, in_danish) in cases {
            assert_eq!(english, [in_english]);
            assert_eq!(danish, [in_danish]);
        }
    }

    #[test]
    fn evidence_says_who_how_many_and_of_how_many_it_is_not_known() {
        let law = "bodies: { b: { seats: { s: { places: 5, clause: A } }, quotas: { q: { label: Q, clause: A, every: gender, at-least: 40 % } } } }\n";
        let genders = ["w", "w", "m", "m"];
        let members: String = genders
            .iter()
            .enumerate()
            .map(|(at, gender)| format!("  m{at}: {{ body: b, gender: {gender} }}\n"))
            .collect();
        let pact = format!("members:\n{members}  m9: {{ body: b }}\n");
        let [english, danish] = Language::ALL.map(|language| evidence(language, law, &pact));
        assert!(english.contains(&"“Q” (`q`): 2 of 5, and of 1 more it is not known".to_owned()), "{english:?}");
        assert!(danish.contains(&"»Q« (`q`): 2 af 5, og om 1 mere vides det ikke".to_owned()), "{danish:?}");
        // The seat of each was found.
        assert!(english.contains(&"the seat `s`: `m9`".to_owned()), "{english:?}");

        let law = "calendars: { c: { weekend: [saturday, sunday], from: 2018-01-01, to: 2018-12-31 } }\n\
                   bodies: { b: { notice: { at-least: 2 working-days, calendar: c, clause: A } } }\n";
        let pact = "meetings: { x: { body: b, on: 2018-05-14, called: 2018-05-09 } }\n";
        let [english, danish] = Language::ALL.map(|language| evidence(language, law, pact));
        assert_eq!(english, ["the meeting `x` was called 3 working days before"]);
        assert_eq!(danish, ["mødet `x` er indkaldt 3 arbejdsdage før"]);
    }

    #[test]
    fn what_is_asked_of_one_seat_is_told_apart() {
        let terms = "actors: { a: {}, b: {} }\nbodies: { b: { seats: { s: { places: 2, clause: A, of-which: [{ at-least: 1, where: { actor: a } }, { at-least: 1, where: { gender: w } }] } } } }\n";
        let pact = "actors: { c: {} }\nmembers: { m1: { body: b, seat: s, actor: b, gender: m }, m2: { body: b, seat: s, actor: b, gender: m } }\n";
        let all = lacks(Language::English, terms, pact, None);
        assert_eq!(
            all,
            [
                "of the members in the seat `s`, `a`: there must be at least 1 member; there is none; no place is open: 1 member has to be replaced",
                "of the members in the seat `s`, “Women” (`w`): there must be at least 1 member; there is none; no place is open: 1 member has to be replaced",
            ]
        );
    }

    #[test]
    fn many_of_whom_it_is_not_known_are_not_all_named() {
        let members = ["seat: s"; 20];
        let [english, _] = quota("s: { places: 20 }", "count: { gender: w }, at-least: 1", &members);
        let [english] = english.as_slice() else { panic!("{english:?}") };
        assert!(english.contains("and 8 more") && !english.contains("`m9`"), "{english}");
    }

    #[test]
    fn what_nobody_says_is_not_told_as_wrong() {
        let terms = "actors: { a: {} }\nbodies: { b: { seats: { s: { eligible: { gender: w }, appointed-by: a, clause: A } }, chair: { from: { gender: w }, appointed-by: a, clause: A } } }\n";
        let pact = "members: { m1: { body: b, seat: s, role: chair } }\n";
        let mut english = lacks(Language::English, terms, pact, None);
        english.sort();
        assert_eq!(
            english,
            [
                "it is not said of the member `m1` what the seat `s` asks of whoever fills it (`gender`)",
                "it is not said whether the chair `m1` is one of those from among whom the chair has to come",
                "it is not said who appointed `m1` as chair",
                "it is not said who appointed `m1` to the seat `s`",
            ]
        );
    }

    #[test]
    fn every_population_has_a_word_for_one_and_for_several() {
        for language in Language::ALL {
            let words = crate::messages::catalogue(language).unwrap();
            let all = Population::ALL.iter().flat_map(|&of| [(of, 1), (of, 2)]);
            let all: std::collections::BTreeSet<String> =
                all.map(|(of, number)| words.label(super::population(of, number))).collect();
            assert_eq!(all.len(), 2 * Population::ALL.len(), "{all:?}");
            assert!(all.iter().all(|word| !word.starts_with('[')), "{all:?}");
        }
    }
}
